//! MHTML, a web page saved as one file: a mail message whose first HTML part is the page.

use mailparse::{MailHeaderMap, ParsedMail, parse_mail};

use super::draft::Draft;
use super::{decode, html};

/// The article of the first HTML part, however deep it is nested, or why there is none.
pub fn draft(bytes: &[u8]) -> Result<Draft, String> {
    let mail = parse_mail(bytes.trim_ascii_start()).map_err(|e| format!("MHTML: {e}"))?;
    let page = mail.parts().find(|part| is_page(part));
    let page = page.ok_or("MHTML: no HTML part found")?;
    let words = page.get_body_raw().map_err(|e| format!("MHTML: {e}"))?;
    let charset = page.ctype.params.get("charset");
    let decoded = decode::text(&words, charset.map(String::as_str));
    let mut draft = html::draft(&decoded.text)?;
    let address = mail
        .headers
        .get_first_value("Snapshot-Content-Location")
        .or_else(|| page.headers.get_first_value("Content-Location"));
    draft.url = draft.url.or(address).filter(|u| u.starts_with("http"));
    Ok(draft)
}

fn is_page(part: &ParsedMail) -> bool {
    ["text/html", "application/xhtml+xml"].contains(&part.ctype.mimetype.as_str())
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    const PAGE: &str = "<title>Café shut</title><article><h1>Café shut</h1><p>The café at the pier of Marrow Bay is shut, \
                        the owner said on Monday, after nine days of rain.</p></article>";

    /// A saved page whose HTML part is written so.
    fn saved(encoding: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"outer\"\r\n\
             Snapshot-Content-Location: https://tarn.example/cafe\r\n\r\n--outer\r\n\
             Content-Type: multipart/alternative; boundary=\"inner\"\r\n\r\n--inner\r\n\
             Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        );
        [head.as_bytes(), body, b"\r\n--inner--\r\n--outer--\r\n"].concat()
    }

    #[test]
    fn nested_parts_in_every_encoding_come_out_right() {
        let quoted = PAGE
            .replace('=', "=3D")
            .replace('é', "=C3=A9")
            .replace("Monday, ", "Monday, =\r\n");
        for (encoding, body) in [
            ("8bit", PAGE.as_bytes()),
            ("quoted-printable", quoted.as_bytes()),
        ] {
            let draft = draft(&saved(encoding, body)).unwrap();
            assert_eq!(draft.headline.as_deref(), Some("Café shut"), "{encoding}");
            assert_eq!(draft.url.as_deref(), Some("https://tarn.example/cafe"));
            let text: Vec<&str> = draft.pieces.iter().map(|p| p.text.as_str()).collect();
            assert!(text.concat().contains("said on Monday, after"), "{text:?}");
        }
    }
}
