//! Markdown and text with front matter: YAML between `---` lines, TOML between `+++` lines.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::{json, text};

/// Whether a text starts with front matter.
pub fn is(start: &str) -> bool {
    split(start).is_some()
}

/// The draft in a text with front matter; the fields mean what they mean in JSON.
pub fn draft(raw: &str) -> Result<Draft, String> {
    let Some((mark, front, body)) = split(raw) else {
        return Ok(text::draft(&without_marks(raw)));
    };
    let mut fields = if mark == "+++" {
        toml_fields(front)?
    } else {
        yaml_fields(front)
    };
    fields.insert("text".to_string(), Value::String(without_marks(body)));
    json::draft(&Value::Object(fields))
}

/// Block quotations without the mark before each line.
fn without_marks(body: &str) -> String {
    let lines = body
        .lines()
        .map(|l| l.trim_start().strip_prefix('>').map_or(l, str::trim_start));
    lines.collect::<Vec<_>>().join("\n")
}

/// The mark, the front matter and the text below it.
fn split(raw: &str) -> Option<(&'static str, &str, &str)> {
    let raw = raw.trim_start_matches('\u{feff}');
    let mark = ["---", "+++"]
        .into_iter()
        .find(|m| raw.lines().next().is_some_and(|l| l.trim_end() == *m))?;
    let mut place = raw.find('\n')? + 1;
    let start = place;
    for line in raw.get(start..)?.split_inclusive('\n') {
        let is_end = line.trim_end() == mark || (mark == "---" && line.trim_end() == "...");
        if is_end {
            let front = raw.get(start..place)?;
            let sign = if mark == "+++" { '=' } else { ':' };
            // A rule above a text is no front matter.
            let first = front.lines().find(|l| !l.trim().is_empty())?;
            let key = first.split(sign).next()?;
            let is_key = key.len() < first.len() && !key.trim().contains(' ');
            return is_key.then_some((mark, front, raw.get(place + line.len()..)?));
        }
        place += line.len();
    }
    None
}

fn toml_fields(front: &str) -> Result<Map<String, Value>, String> {
    let table: toml::Table = toml::from_str(front).map_err(|e| format!("front matter: {e}"))?;
    Ok(table
        .into_iter()
        .map(|(k, v)| (k.to_lowercase(), of_toml(v)))
        .collect())
}

fn of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(words) => Value::String(words),
        toml::Value::Array(items) => Value::Array(items.into_iter().map(of_toml).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(k, v)| (k, of_toml(v))).collect())
        }
        toml::Value::Integer(number) => Value::String(number.to_string()),
        other => Value::String(other.to_string()),
    }
}

/// The part of YAML that front matter uses: words, quoted words, lists in brackets or on lines of their own, words over
/// several lines. Nested tables are passed over.
fn yaml_fields(front: &str) -> Map<String, Value> {
    let mut fields: Map<String, Value> = Map::new();
    let mut key = String::new();
    for line in front.lines().filter(|l| !l.trim_start().starts_with('#')) {
        let is_inside = line.starts_with([' ', '\t']) || line.trim_start().starts_with("- ");
        let words = line.trim();
        match words
            .split_once(':')
            .filter(|(k, v)| !is_inside && !k.contains(' ') && (v.is_empty() || v.starts_with(' ')))
        {
            Some((name, value)) => {
                key = name.trim_matches(['"', '\'']).to_lowercase();
                fields.insert(key.clone(), yaml_value(value.trim()));
            }
            None if is_inside && !words.is_empty() => {
                more(fields.entry(key.clone()).or_insert(Value::Null), words)
            }
            None => {}
        }
    }
    fields
}

fn yaml_value(words: &str) -> Value {
    if let Some(list) = words.strip_prefix('[').and_then(|w| w.strip_suffix(']')) {
        return Value::Array(
            list.split(',')
                .map(|w| Value::String(unquoted(w)))
                .collect(),
        );
    }
    match words {
        "" | "~" | "null" | "|" | ">" | "|-" | ">-" => Value::Null,
        _ => Value::String(unquoted(words)),
    }
}

/// A line that goes on with the field above it: an entry of a list, or more words.
fn more(field: &mut Value, words: &str) {
    let entry = words.strip_prefix("- ").map(|w| Value::String(unquoted(w)));
    match (entry, &mut *field) {
        (Some(entry), Value::Array(list)) => list.push(entry),
        (Some(entry), _) => *field = Value::Array(vec![entry]),
        (None, Value::String(all)) => {
            all.push(' ');
            all.push_str(&unquoted(words));
        }
        (None, Value::Null) => *field = Value::String(unquoted(words)),
        (None, _) => {}
    }
}

fn unquoted(words: &str) -> String {
    let words = words.trim();
    let double = words
        .strip_prefix('"')
        .and_then(|w| w.strip_suffix('"'))
        .map(|w| w.replace("\\\"", "\""));
    let single = || {
        words
            .strip_prefix('\'')
            .and_then(|w| w.strip_suffix('\''))
            .map(|w| w.replace("''", "'"))
    };
    // A comment stands after a space and a number sign.
    double
        .or_else(single)
        .unwrap_or_else(|| words.split(" #").next().unwrap_or(words).trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_of_both_kinds_gives_the_same() {
        let body = "One sentence stands here, long enough.\n";
        let yaml = format!(
            "---\ntitle: \"A: b\"\nauthors:\n  - Ada Crane\n  - Bo Lin # desk\ndate: 2031-03-12\n---\n{body}"
        );
        let toml = format!(
            "+++\ntitle = 'A: b'\nauthors = ['Ada Crane', 'Bo Lin']\ndate = 2031-03-12\n+++\n{body}"
        );
        assert_eq!(draft(&yaml), draft(&toml));
        assert_eq!(draft(&yaml).unwrap().headline.as_deref(), Some("A: b"));
        assert_eq!(draft(&yaml).unwrap().byline, ["Ada Crane", "Bo Lin"]);
    }

    #[test]
    fn a_rule_above_a_text_is_no_front_matter() {
        assert!(!is(
            "---\nRain fell all day long: it was wet.\n---\nMore.\n"
        ));
    }
}
