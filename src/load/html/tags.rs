//! What stands in a tag, and where it ends.

use crate::load::text::fold;

/// Where the tag ends, quoted attribute values passed over; a tag that never ends is the rest of the page.
pub fn tag_end(from: &str) -> usize {
    let mut quote = None;
    for (i, byte) in from.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return i + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(q), b) if q == b => quote = None,
            // A quotation mark that is never closed must not swallow the page.
            (Some(_), b'<') if i > 20_000 => return i,
            _ => {}
        }
    }
    from.len()
}

/// What an element is called, in small letters.
pub fn name(tag: &str) -> String {
    let bare = tag.trim_start_matches(['<', '/']);
    let end = bare
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':'))
        .unwrap_or(bare.len());
    bare.get(..end).unwrap_or_default().to_ascii_lowercase()
}

/// Where `</name` stands, whatever its case.
pub fn find_end(text: &str, name: &str) -> usize {
    let mut place = 0;
    while let Some(at) = text.get(place..).and_then(|t| t.find("</")) {
        let start = place + at;
        let found = text.get(start + 2..).and_then(|t| t.get(..name.len()));
        if found.is_some_and(|f| f.eq_ignore_ascii_case(name)) {
            return start;
        }
        place = start + 2;
    }
    text.len()
}

/// The value of an attribute, entities resolved; none where it is empty.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag.get(1..)?;
    loop {
        let at = rest.find(|c: char| c.is_ascii_whitespace() || c == '/')?;
        rest = rest
            .get(at..)?
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c.is_ascii_whitespace() || "=/>".contains(c))
            .unwrap_or(rest.len());
        let key = rest.get(..end)?;
        let behind = rest.get(end..)?.trim_start();
        let Some(value) = behind.strip_prefix('=').map(str::trim_start) else {
            if key.is_empty() {
                return None;
            }
            rest = rest.get(end..)?;
            continue;
        };
        let (value, after) = match value.chars().next()? {
            quote @ ('"' | '\'') => {
                let inner = value.get(1..)?;
                let end = inner.find(quote)?;
                (inner.get(..end)?, inner.get(end..)?)
            }
            _ => value.split_at(
                value
                    .find(|c: char| c.is_ascii_whitespace() || c == '>')
                    .unwrap_or(value.len()),
            ),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(fold(&unescape(value))).filter(|v| !v.is_empty());
        }
        // Back on the closing mark, which the next turn passes over as it does a space.
        rest = after.strip_prefix(['"', '\'']).map_or(after, |a| {
            if a.starts_with(|c: char| c.is_ascii_whitespace() || c == '/') {
                a
            } else {
                after
            }
        });
        if !rest.contains(|c: char| c.is_ascii_whitespace() || c == '/') {
            return None;
        }
    }
}

/// Text with its entities resolved; what is none stays as it stands.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let end = rest
            .char_indices()
            .take(34)
            .find(|(_, c)| *c == ';')
            .map(|(i, _)| i);
        let entity = end.and_then(|e| rest.get(1..e));
        match (entity.and_then(crate::load::xml::entity), end) {
            (Some(words), Some(end)) => {
                out.push_str(&words);
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            _ => {
                out.push('&');
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}
