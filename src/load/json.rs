//! JSON with `title`, `text`, `date`, `sitename`, `url`.

use serde_json::Value;

use super::text::{paragraphs, push};
use crate::model::{Article, BlockKind, DateSource};

/// The article in a JSON object, or what is wrong with it.
pub fn article(raw: &str) -> Result<Article, String> {
    let value: Value = serde_json::from_str(raw).map_err(|e| e.to_string())?;
    let field = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_string).filter(|s| !s.is_empty());
    let mut article = Article {
        headline: field("title"),
        outlet: field("sitename").unwrap_or_default(),
        url: field("url"),
        published: field("date"),
        ..Article::default()
    };
    article.published_from = article.published.as_ref().map(|_| DateSource::Metadata);
    if let Some(title) = article.headline.clone() {
        push(&mut article, &title, BlockKind::Headline);
    }
    for paragraph in paragraphs(&field("text").unwrap_or_default()) {
        push(&mut article, &paragraph, BlockKind::Body);
    }
    Ok(article)
}
