//! Bytes → text: by byte order mark, else by what is declared, else by what the bytes look like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and what had to be repaired to get it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text without byte order mark.
    pub text: String,
    /// What was wrong, for a diagnostic.
    pub note: Option<String>,
}

/// The text of a file. `declared` is what a server or enclosing format says of it.
pub fn text(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(length..).unwrap_or_default(), length);
    }
    if let Some(encoding) = without_mark(bytes) {
        return with(encoding, bytes, 0);
    }
    let label = declared.map(str::to_string).or_else(|| inside(bytes));
    let declared = label
        .as_deref()
        .and_then(|l| Encoding::for_label(l.trim().as_bytes()));
    // Valid UTF-8 with a character outside ASCII is UTF-8 whatever is declared: other texts do not come out valid.
    if let Ok(valid) = std::str::from_utf8(bytes)
        && declared.is_none_or(|d| d.is_ascii_compatible())
        && !is_iso_2022(declared)
    {
        let is_wrong = declared.is_some_and(|d| d != UTF_8) && !valid.is_ascii();
        let note = is_wrong.then(|| {
            format!(
                "declared as {}, but read as UTF-8",
                label.unwrap_or_default()
            )
        });
        return mended(Decoded {
            text: valid.to_string(),
            note,
        });
    }
    if let Some(encoding) = declared.filter(|d| *d != UTF_8) {
        return with(encoding, bytes, 0);
    }
    guessed(bytes, declared.is_some())
}

fn is_iso_2022(encoding: Option<&'static Encoding>) -> bool {
    encoding.is_some_and(|e| e.name().starts_with("ISO-2022"))
}

/// Text in UTF-16 without a mark has a zero in nearly every other byte where it is in Latin letters.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd, pairs) = (zeros(0), zeros(1), start.len() / 2);
    // 4 of 5: spaces, full stops and Latin letters are by far most of such a text.
    match pairs {
        0..8 => None,
        _ if odd * 5 >= pairs * 4 && even == 0 => Some(UTF_16LE),
        _ if even * 5 >= pairs * 4 && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The character set that an HTML or XML head declares in its first bytes.
fn inside(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or_default())
        .to_lowercase();
    let is_marked = start.trim_start().starts_with('<') || start.contains("<meta");
    let (_, rest) = ["charset", "encoding"]
        .iter()
        .find_map(|key| start.split_once(key))
        .filter(|_| is_marked)?;
    let value = rest
        .trim_start()
        .strip_prefix('=')?
        .trim_start()
        .trim_start_matches(['"', '\'']);
    let end = value
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))
        .unwrap_or(value.len());
    value
        .get(..end)
        .filter(|v| !v.is_empty())
        .map(str::to_string)
}

fn guessed(bytes: &[u8], is_declared: bool) -> Decoded {
    // Text that is UTF-8 but for a few broken characters stays UTF-8; another encoding breaks at nearly every letter
    // outside ASCII.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{fffd}').count();
    let whole = lossy
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{fffd}')
        .count();
    if broken * 4 <= whole {
        return with(UTF_8, bytes, 0);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let mut decoded = with(encoding, bytes, 0);
    if is_declared && decoded.note.is_none() {
        decoded.note = Some(format!(
            "declared as UTF-8, but read as {}",
            encoding.name()
        ));
    }
    decoded
}

fn with(encoding: &'static Encoding, bytes: &[u8], shift: usize) -> Decoded {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let note = has_errors.then(|| {
        let place = first_error(encoding, bytes).map_or(String::new(), |p| {
            format!(", the first at byte {}", p + shift)
        });
        let count = text.matches('\u{fffd}').count();
        format!(
            "{count} characters are not valid {}{place}; they are shown as \u{fffd}",
            encoding.name()
        )
    });
    mended(Decoded {
        text: text.into_owned(),
        note,
    })
}

/// The byte of the first character that cannot be decoded.
fn first_error(encoding: &'static Encoding, bytes: &[u8]) -> Option<usize> {
    if encoding == UTF_8 {
        return std::str::from_utf8(bytes).err().map(|e| e.valid_up_to());
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out =
        String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len())?);
    match decoder.decode_to_string_without_replacement(bytes, &mut out, true) {
        (encoding_rs::DecoderResult::Malformed(length, after), read) => {
            Some(read.saturating_sub(usize::from(length) + usize::from(after)))
        }
        _ => None,
    }
}

/// UTF-8 that was read as Windows-1252 once and stored again: "â€™" for "’". It is read back where every such sequence
/// of the text comes out right and there is more than one.
fn mended(decoded: Decoded) -> Decoded {
    let marks = ["â€", "Ã©", "Ã¨", "Ã¤", "Ã¶", "Ã¼", "Ã±", "Â£", "Â "];
    let found: usize = marks.iter().map(|m| decoded.text.matches(m).count()).sum();
    if found < 2 {
        return decoded;
    }
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(&decoded.text);
    match std::str::from_utf8(&bytes) {
        Ok(text) if !is_lossy => {
            let note = "repaired UTF-8 text that had been stored as Windows-1252".to_string();
            Decoded {
                text: text.to_string(),
                note: Some(
                    decoded
                        .note
                        .map_or(note.clone(), |n| format!("{n}; {note}")),
                ),
            }
        }
        _ => decoded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_comes_out_right() {
        let wanted = "“Adiós”, sagte Müller – für 5 €, and so on and so on.";
        let utf16 = |be: bool, mark: bool| {
            let units = mark
                .then_some(0xfeff)
                .into_iter()
                .chain(wanted.encode_utf16());
            units
                .flat_map(|u: u16| if be { u.to_be_bytes() } else { u.to_le_bytes() })
                .collect::<Vec<u8>>()
        };
        let windows = WINDOWS_1252.encode(wanted).0.into_owned();
        let cases: [(&str, Vec<u8>, Option<&str>); 8] = [
            ("utf-8", wanted.into(), None),
            (
                "utf-8 declared as latin-1",
                wanted.into(),
                Some("iso-8859-1"),
            ),
            (
                "utf-8 with mark",
                [b"\xef\xbb\xbf", wanted.as_bytes()].concat(),
                None,
            ),
            ("utf-16 with mark", utf16(false, true), None),
            ("utf-16 big end first with mark", utf16(true, true), None),
            ("windows declared", windows.clone(), Some("windows-1252")),
            ("windows undeclared", windows.clone(), None),
            ("windows declared as utf-8", windows, Some("utf-8")),
        ];
        for (name, bytes, declared) in cases {
            assert_eq!(text(&bytes, declared).text, wanted, "{name}");
        }
        let ascii: Vec<u8> = "Plain words only."
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(text(&ascii, None).text, "Plain words only.");
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        let decoded = text(b"caf\xc3\xa9 \xc3\xa9 \xc3\xa9 \xc3\xa9 \xff end", None);
        assert!(
            decoded
                .note
                .as_deref()
                .is_some_and(|n| n.contains("first at byte 15")),
            "{decoded:?}"
        );
        let twice = "It â€™s theirs, not oursâ€™s.";
        assert_eq!(
            text(twice.as_bytes(), None).text,
            "It ’s theirs, not ours’s."
        );
    }

    #[test]
    fn a_declaration_inside_is_found() {
        assert_eq!(
            inside(b"<html><meta charset=\"windows-1251\">").as_deref(),
            Some("windows-1251")
        );
        assert_eq!(
            inside(b"<?xml version='1.0' encoding='ISO-8859-1'?>").as_deref(),
            Some("iso-8859-1")
        );
        assert_eq!(inside(b"The charset=x of plain words"), None);
    }
}
