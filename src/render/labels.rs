//! Names of the report's categories as people read them; the report's own names with spaces where nothing better is said.

use serde::Serialize;

/// A category's name: "not_found" → "not found".
pub fn label<T: Serialize>(category: &T) -> String {
    match code(category).as_str() {
        "labelling" => "labeling".to_string(),
        "truncated" => "cut".to_string(),
        "scare" => "in quotation marks".to_string(),
        other => other.replace('_', " "),
    }
}

/// A category's name as the report spells it.
pub fn code<T: Serialize>(category: &T) -> String {
    match serde_json::to_value(category) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// "1 article", "2 articles".
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}
