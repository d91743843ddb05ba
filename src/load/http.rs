//! An HTTP response as a crawler stored it: header fields, then a body that may be chunked and compressed.

use std::io::Read;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use super::bounded;

/// A stored response with its body unpacked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// Status code.
    pub status: u16,
    /// Media type in small letters, without parameters.
    pub media_type: String,
    /// Character set the server declared.
    pub charset: Option<String>,
    /// Unpacked body.
    pub body: Vec<u8>,
}

/// The response in the block of a record, its body no larger than `limit`; or what is wrong with it.
pub fn response(block: &[u8], limit: u64) -> Result<Response, String> {
    let (head, body) = split(block).ok_or("HTTP: the header does not end")?;
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|l| l.split(' ').nth(1))
        .and_then(|s| s.parse().ok());
    let status = status.ok_or("HTTP: no status line")?;
    let fields: Vec<(String, String)> = lines
        .filter_map(|l| l.split_once(':'))
        .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_string()))
        .collect();
    let field = |name: &str| {
        fields
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
            .unwrap_or_default()
    };
    let (media_type, parameters) = field("content-type")
        .split_once(';')
        .unwrap_or((field("content-type"), ""));
    let charset = parameters.split(';').find_map(|p| {
        p.trim()
            .strip_prefix("charset=")
            .map(|c| c.trim_matches('"').to_string())
    });
    let body = if field("transfer-encoding")
        .to_lowercase()
        .contains("chunked")
    {
        unchunked(body)
    } else {
        body.to_vec()
    };
    let body = unpacked(body, &field("content-encoding").to_lowercase(), limit)?;
    Ok(Response {
        status,
        media_type: media_type.trim().to_lowercase(),
        charset,
        body,
    })
}

fn split(block: &[u8]) -> Option<(&[u8], &[u8])> {
    let ends = [b"\r\n\r\n".as_slice(), b"\n\n".as_slice()];
    let at = |end: &[u8]| {
        block
            .windows(end.len())
            .position(|w| w == end)
            .map(|i| (i, i + end.len()))
    };
    let (head, body) = ends.iter().filter_map(|e| at(e)).min()?;
    Some((block.get(..head)?, block.get(body..)?))
}

/// The body without the sizes between its chunks. Crawlers often store a body unchunked under its old header, so a body
/// that does not start with a size is left alone, and one that breaks off gives what there is.
fn unchunked(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = rest.iter().take(100).position(|b| *b == b'\n') {
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or_default());
        let size = line
            .split(';')
            .next()
            .map(str::trim)
            .and_then(|s| usize::from_str_radix(s, 16).ok());
        let Some(size) = size else { break };
        let chunk = rest.get(end + 1..).unwrap_or_default();
        whole.extend_from_slice(chunk.get(..size.min(chunk.len())).unwrap_or_default());
        rest = chunk.get(size.saturating_add(2)..).unwrap_or_default();
        if size == 0 {
            return whole;
        }
    }
    if whole.is_empty() {
        body.to_vec()
    } else {
        whole
    }
}

/// The body unpacked; one that is stored unpacked under its old header is left alone.
fn unpacked(body: Vec<u8>, encoding: &str, limit: u64) -> Result<Vec<u8>, String> {
    let read =
        |reader: &mut dyn Read| bounded::all(reader, limit).map_err(|e| format!("HTTP body: {e}"));
    if body.starts_with(&[0x1f, 0x8b]) {
        read(&mut MultiGzDecoder::new(body.as_slice()))
    } else if encoding == "deflate" && body.first().is_some_and(|b| b & 0x0f == 8) {
        read(&mut ZlibDecoder::new(body.as_slice()))
    } else if encoding == "br" || encoding == "zstd" {
        let is_plain = body.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<');
        if is_plain {
            Ok(body)
        } else {
            Err(format!(
                "HTTP body: {encoding} compression is not supported"
            ))
        }
    } else {
        Ok(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_a_body_stored_plain_is_left_alone() {
        let stored = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n2;x=y\r\nab\r\n0\r\n\r\n";
        let read = response(stored, 100).unwrap();
        assert_eq!(
            (read.status, read.body.as_slice()),
            (200, b"<p>ab".as_slice())
        );
        assert_eq!(
            (read.media_type.as_str(), read.charset.as_deref()),
            ("text/html", Some("utf-8"))
        );
        let plain = b"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n<p>ab";
        assert_eq!(response(plain, 100).unwrap().body, b"<p>ab");
        assert!(response(b"nonsense", 100).is_err());
    }
}
