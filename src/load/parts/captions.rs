//! Words under pictures, and who is credited for the picture.

use std::sync::LazyLock;

use regex::Regex;

/// A line that only credits a picture.
static CREDIT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let forms = [
        r"^[(\[]?(?i:(?:file |handout |stock )?(?:photo|photograph|picture|image|pic|illustration|graphic|video|screenshot|screengrab|cover image|featured image|photo credit|image credit|picture credit|credit|photography))s?(?i:\s+(?:by|credit|courtesy(?: of)?|via|from|source))?\s*[:/|–—-].{2,}$",
        r"^[(\[]?(?i:(?:photo|photograph|picture|image|illustration|graphic|video)s? (?:by|courtesy)) .{2,}$",
        r"^[(\[]\p{Lu}[\p{L}.' ]+/\s?\p{Lu}[^()\[\]]*[)\]]$",
        r"^[(\[]?(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Getty Images|Shutterstock|iStock|Alamy|dpa|Xinhua|TASS)\s*(?i:photo|/|file|images?)[^.]*$",
        r"^(?:[^.!?]{0,60}/ ?)?(?:Getty Images|AFP|Reuters|AP Photo|Shutterstock|EPA|EPA-EFE|Alamy|iStock|TASS|dpa)(?: ?/[^.!?]{0,60}|(?: |-|/)(?i:file|photo|images?)[^.!?]{0,40})$",
        r"^\p{Lu}[^.!?/]{1,40} ?/ ?(?:Getty Images|AFP|Reuters|REUTERS|AP|EPA|EPA-EFE|Alamy|Shutterstock|iStock|dpa)$",
    ];
    forms.iter().filter_map(|f| Regex::new(f).ok()).collect()
});

/// A credit at the end of a caption: "(Photo by Bo Lin/KNA)", "[KNA]", "| KNA / handout", "Photo: KNA".
static TRAILING: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let forms = [
        r"(?P<credit>[(\[](?i:(?:file |handout )?(?:photo|picture|image|photograph|credit|courtesy)s?\b)[^()\[\]]*[)\]])$",
        r"(?P<credit>[(\[][^()\[\]]*(?i:getty images|handout|via (?:ap|reuters|afp|twitter|x|facebook)|ap photo|file photo|shutterstock|screengrab)[^()\[\]]*[)\]])$",
        r"(?P<credit>[(\[]\p{Lu}[\p{Ll}\p{Lu}]+(?: \p{Lu}[\p{L}.]+)*\s?/\s?\p{Lu}[^()\[\]]*[)\]])$",
        r"(?:[.!?”\x22]|\s[|])\s(?P<credit>(?i:photo|photograph|picture|image|credit)s?(?i: (?:by|credit|courtesy of))?\s?[:/]\s?[^.!?]{2,60})$",
        r"(?:[.!?”\x22])\s(?P<credit>(?:[^/!?]{2,40}/)?(?:Getty Images|AP Photo|AFP|REUTERS|Reuters|EPA|Shutterstock)(?:/[^/!?]{2,40})?)$",
        r"\s[|]\s(?P<credit>[^.!?|]{2,60})$",
    ];
    forms.iter().filter_map(|f| Regex::new(f).ok()).collect()
});

/// Words that only a caption uses of its picture.
static POINTING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:pictured|file (?:photo|picture|image|photograph)|(?:second|third|far)? ?from (?:left|right)|is seen|are seen|seen here|in this (?:file|handout|undated|aerial|satellite|image|photo)|screengrab|screenshot|artist[’']s impression)\b|, (?:left|right|centre|center),|\((?:left|right|[LRC])\)").ok()
});

/// Whether a line credits a picture and says nothing else.
pub fn is_credit(line: &str) -> bool {
    line.split(' ').count() <= 14 && CREDIT.iter().any(|f| f.is_match(line))
}

/// A caption and the credit at its end; longer text is no caption.
pub fn split_credit(line: &str) -> Option<(&str, &str)> {
    if line.split(' ').count() > 70 {
        return None;
    }
    let credit = TRAILING
        .iter()
        .find_map(|f| f.captures(line)?.name("credit"))?;
    let words = line
        .get(..credit.start())?
        .trim_end_matches(|c: char| c.is_whitespace() || c == '|');
    (!words.is_empty()).then_some((words, credit.as_str()))
}

/// Whether a text points at its picture ("pictured", "second from left").
pub fn points_at_picture(line: &str) -> bool {
    line.split(' ').count() <= 60 && POINTING.as_ref().is_some_and(|p| p.is_match(line))
}
