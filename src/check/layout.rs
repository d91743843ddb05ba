//! JSON that a person edits: what fits on a line stands on one, the rest is opened up.

use serde::Serialize;
use serde_json::Value;

/// Columns up to which an element stays on one line.
const WIDTH: usize = 120;

/// The text of a file that holds `value`, with a final line break.
///
/// # Errors
/// When a number is not finite, or a key is no string.
pub fn text<T: Serialize>(value: &T) -> serde_json::Result<String> {
    let mut out = String::new();
    write(&serde_json::to_value(value)?, 0, &mut out);
    out.push('\n');
    Ok(out)
}

fn write(value: &Value, indent: usize, out: &mut String) {
    let line = one_line(value);
    let (open, close, len) = match value {
        Value::Object(map) => ('{', '}', map.len()),
        Value::Array(list) => ('[', ']', list.len()),
        _ => return out.push_str(&line),
    };
    if len == 0 || (indent > 0 && indent + line.chars().count() <= WIDTH) {
        return out.push_str(&line);
    }
    out.push(open);
    let inside = indent + 1;
    let elements: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(k, v)| (format!("{}: ", Value::from(k.as_str())), v))
            .collect(),
        Value::Array(list) => list.iter().map(|v| (String::new(), v)).collect(),
        _ => Vec::new(),
    };
    for (i, (key, element)) in elements.into_iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n(' ', inside));
        out.push_str(&key);
        write(element, inside, out);
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
    out.push(close);
}

/// With a space after colons and commas.
fn one_line(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let members = map
                .iter()
                .map(|(k, v)| format!("{}: {}", Value::from(k.as_str()), one_line(v)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Value::Array(list) => format!(
            "[{}]",
            list.iter().map(one_line).collect::<Vec<_>>().join(", ")
        ),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn short_elements_stand_on_one_line() {
        let value = json!({"a": [{"x": 1, "y": "b\n"}, {"x": [], "y": "c".repeat(150)}]});
        let text = super::text(&value).unwrap();
        assert!(text.contains("  {\"x\": 1, \"y\": \"b\\n\"},\n"), "{text}");
        assert!(text.contains("\n   \"x\": [],\n"), "{text}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
    }
}
