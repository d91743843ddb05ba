//! MHTML, a web page saved as one file: a mail message whose first HTML part is the page.

use super::draft::Draft;
use super::{decode, html};

/// The article of the first HTML part, or why there is none.
pub fn draft(bytes: &[u8]) -> Result<Draft, String> {
    let raw = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let (head, body) = raw
        .split_once("\n\n")
        .ok_or("MHTML: the header has no end")?;
    let head = fields(head);
    let kind = field(&head, "content-type").unwrap_or_default();
    let boundary =
        parameter(kind, "boundary").ok_or("MHTML: no boundary between the parts is named")?;
    let mark = format!("--{boundary}");
    let part = body
        .split(mark.as_str())
        .skip(1)
        .find_map(page)
        .ok_or("MHTML: no HTML part found")?;
    let decoded = decode::text(&part.bytes, part.charset.as_deref());
    let mut draft = html::draft(&decoded.text)?;
    let address = field(&head, "snapshot-content-location")
        .map(str::to_string)
        .or(part.location);
    draft.url = draft.url.or(address).filter(|u| u.starts_with("http"));
    Ok(draft)
}

struct Part {
    bytes: Vec<u8>,
    charset: Option<String>,
    location: Option<String>,
}

/// A part, where it is HTML.
fn page(part: &str) -> Option<Part> {
    let (head, body) = part.trim_start_matches('\n').split_once("\n\n")?;
    let head = fields(head);
    let kind = field(&head, "content-type")?;
    if !kind.to_lowercase().starts_with("text/html") {
        return None;
    }
    let bytes = match field(&head, "content-transfer-encoding")
        .map(str::to_lowercase)
        .as_deref()
    {
        Some("quoted-printable") => quoted_printable(body),
        Some("base64") => base64(body),
        _ => body.as_bytes().to_vec(),
    };
    let location = field(&head, "content-location").map(str::to_string);
    Some(Part {
        bytes,
        charset: parameter(kind, "charset").map(str::to_string),
        location,
    })
}

/// The fields of a header, lines that go on put together.
fn fields(head: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        match (
            line.starts_with([' ', '\t']),
            line.split_once(':'),
            found.last_mut(),
        ) {
            (true, _, Some((_, value))) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, Some((name, value)), _) => {
                found.push((name.trim().to_lowercase(), value.trim().to_string()))
            }
            _ => {}
        }
    }
    found
}

fn field<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields
        .iter()
        .find(|(n, _)| n == name)
        .map(|(_, v)| v.as_str())
}

fn parameter<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    value.split(';').skip(1).find_map(|p| {
        let (key, value) = p.split_once('=')?;
        key.trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().trim_matches('"'))
    })
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes().peekable();
    let hex = |b: u8| char::from(b).to_digit(16);
    while let Some(byte) = bytes.next() {
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        match bytes.next() {
            Some(b'\n') | None => {}
            Some(high) => match (hex(high), bytes.peek().copied().and_then(hex)) {
                (Some(h), Some(l)) => {
                    out.push((h * 16 + l) as u8);
                    bytes.next();
                }
                _ => out.extend([b'=', high]),
            },
        }
    }
    out
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0u32, 0u32);
    for value in text
        .bytes()
        .filter_map(|b| LETTERS.iter().position(|l| *l == b))
    {
        held = held << 6 | value as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfer_encodings_come_out_right() {
        assert_eq!(
            quoted_printable("caf=C3=A9 =\nend = x"),
            "café end = x".as_bytes()
        );
        assert_eq!(base64("Y2Fmw6k=\n"), "café".as_bytes());
    }
}
