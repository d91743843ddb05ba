//! Markdown marks inside a line of text: what they say about it, and the line without them.

use std::sync::LazyLock;

use regex::Regex;

use super::super::text::fold;

/// A line without marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The words.
    pub text: String,
    /// Words in bold at the end of a line that does not start in bold: credits are printed so.
    pub bold_end: Option<String>,
    /// The line is a picture; `text` is its description.
    pub is_image: bool,
    /// The line is nothing but links.
    pub is_link: bool,
    /// The line is marked as a heading.
    pub is_heading: bool,
}

fn form(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

static IMAGE: LazyLock<Option<Regex>> = LazyLock::new(|| form(r"!\[([^\]]*)\]\([^)]*\)"));
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    form(r#"\[([^\[\]]+)\]\(\s*<?(?:#|/|\.|https?:|mailto:|www\.)[^)\s]*>?(?:\s+"[^"]*")?\s*\)"#)
});
static BOLD: LazyLock<Option<Regex>> =
    LazyLock::new(|| form(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|__([^_\s](?:[^_]*[^_\s])?)__"));
static ITALIC: LazyLock<Option<Regex>> =
    LazyLock::new(|| form(r#"(^|[\s(“"'])[*_]([^*_\s](?:[^*_]*[^*_\s])?)[*_]($|[\s)”"'.,;:!?])"#));
static BOLD_END: LazyLock<Option<Regex>> = LazyLock::new(|| form(r"^[^*]+\s\*\*([^*]+)\*\*\s*$"));
static HEADING: LazyLock<Option<Regex>> = LazyLock::new(|| form(r"^#{1,6}\s+(.*?)\s*#*$"));

/// The line without Markdown marks.
pub fn plain(line: &str) -> Plain {
    if !line.contains(['*', '_', '[', '#']) {
        return Plain {
            text: line.to_string(),
            ..Plain::default()
        };
    }
    let mut plain = Plain::default();
    let mut text = line.to_string();
    if let Some(words) = group(&HEADING, line) {
        plain.is_heading = true;
        text = words;
    }
    if let Some(image) = IMAGE.as_ref().filter(|i| i.is_match(&text)) {
        let around = image.replace_all(&text, "");
        plain.is_image = !around
            .split("](")
            .next()
            .unwrap_or("")
            .chars()
            .any(char::is_alphanumeric);
        text = image.replace_all(&text, "$1").into_owned();
    }
    if let Some(link) = LINK.as_ref().filter(|l| l.is_match(&text)) {
        plain.is_link = !link
            .replace_all(&text, "")
            .chars()
            .any(char::is_alphanumeric);
        text = link.replace_all(&text, "$1").into_owned();
    }
    plain.bold_end = group(&BOLD_END, &text);
    text = replaced(&BOLD, &text, "$1$2");
    text = replaced(&ITALIC, &text, "$1$2$3");
    plain.text = fold(&text);
    plain
}

fn group(form: &Option<Regex>, text: &str) -> Option<String> {
    Some(
        form.as_ref()?
            .captures(text)?
            .get(1)?
            .as_str()
            .trim()
            .to_string(),
    )
}

fn replaced(form: &Option<Regex>, text: &str, with: &str) -> String {
    form.as_ref().map_or_else(
        || text.to_string(),
        |f| f.replace_all(text, with).into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(plain("By [Northern Wire](#)").text, "By Northern Wire");
        assert_eq!(
            plain("She said **no** and *left*.").text,
            "She said no and left."
        );
        assert_eq!(
            plain("snake_case and 2 * 3 * 4 stay").text,
            "snake_case and 2 * 3 * 4 stay"
        );
        assert!(plain("[One](/a) | [Two](/b)").is_link);
        assert!(plain("![A crane at dusk](crane.jpg)").is_image);
        assert_eq!(
            plain("Ada Crane at the gate. **KNA / handout**")
                .bold_end
                .as_deref(),
            Some("KNA / handout")
        );
        assert_eq!(plain("## What next").text, "What next");
    }
}
