//! Markdown marks inside a line of text: what they say about it, and the line without them.

use std::sync::LazyLock;

use regex::Regex;

use super::super::text::fold;
use crate::language::built_in::pattern;

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

static IMAGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"!\[([^\]]*)\]\([^)]*\)"));
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"\[([^\[\]]+)\]\(\s*<?(?:#|/|\.|https?:|mailto:|www\.)[^)\s]*>?(?:\s+"[^"]*")?\s*\)"#)
});
static BOLD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|__([^_\s](?:[^_]*[^_\s])?)__"));
static ITALIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"(^|[\s(“"'])[*_]([^*_\s](?:[^*_]*[^*_\s])?)[*_]($|[\s)”"'.,;:!?])"#)
});
static BOLD_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^*]+\s\*\*([^*]+)\*\*\s*$"));
static HEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"^#{1,6}\s+(.*?)\s*#*$"));

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
    if let Some(image) = Some(&*IMAGE).filter(|i| i.is_match(&text)) {
        let around = image.replace_all(&text, "");
        plain.is_image = !around
            .split("](")
            .next()
            .unwrap_or("")
            .chars()
            .any(char::is_alphanumeric);
        text = image.replace_all(&text, "$1").into_owned();
    }
    if let Some(link) = Some(&*LINK).filter(|l| l.is_match(&text)) {
        plain.is_link = !link
            .replace_all(&text, "")
            .chars()
            .any(char::is_alphanumeric);
        text = link.replace_all(&text, "$1").into_owned();
    }
    plain.bold_end = group(&BOLD_END, &text);
    text = BOLD.replace_all(&text, "$1$2").into_owned();
    text = ITALIC.replace_all(&text, "$1$2$3").into_owned();
    plain.text = fold(&text);
    plain
}

fn group(form: &Regex, text: &str) -> Option<String> {
    Some(form.captures(text)?.get(1)?.as_str().trim().to_string())
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
