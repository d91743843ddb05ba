//! JSON with `title`, `text`, `date`, `sitename`, `url`.

use serde_json::Value;

use super::draft::Draft;
use super::text;
use crate::model::DateSource;

/// The draft in a JSON object, or what is wrong with it.
pub fn draft(raw: &str) -> Result<Draft, String> {
    let value: Value = serde_json::from_str(raw).map_err(|e| e.to_string())?;
    let field =
        |name: &str| value.get(name).and_then(Value::as_str).map(str::to_string).filter(|s| !s.trim().is_empty());
    Ok(Draft {
        headline: field("title"),
        outlet: field("sitename"),
        url: field("url"),
        published: field("date").map(|d| (d, DateSource::Metadata)),
        pieces: text::pieces(&field("text").unwrap_or_default()),
        ..Draft::default()
    })
}
