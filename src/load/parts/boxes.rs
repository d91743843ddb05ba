//! Boxes of links that open behind a name on some pages and that extractors leave in the sentence: "Governor Orr Dana Marie
//! OrrFerry breaks a shaft Council meets again MORE said". The full name is glued to headlines, and "MORE" ends them.

use crate::language::PATTERNS;

/// What closes such a box.
const END: &str = "MORE";

/// Bytes that a box may be long, and words of the full name in it.
const LONGEST: usize = 900;
const NAME: usize = 8;

/// A text without its boxes and without links in brackets ("(RELATED: Ship sinks)"), and what was cut.
pub fn cut(text: &str) -> (String, Vec<String>) {
    let links = PATTERNS.inner_link.find_iter(text);
    let mut boxes: Vec<String> = links.map(|m| m.as_str().trim().to_string()).collect();
    let mut kept = PATTERNS.inner_link.replace_all(text, "").trim().to_string();
    let mut from = 0;
    while let Some(at) = kept
        .get(from..)
        .and_then(|rest| rest.find(END))
        .map(|i| from + i)
    {
        let end = at + END.len();
        let word_ends = !kept
            .get(end..)
            .unwrap_or("")
            .starts_with(char::is_alphanumeric);
        match start(&kept, at).filter(|_| word_ends) {
            Some(start) => {
                boxes.push(kept.get(start..end).unwrap_or("").trim().to_string());
                kept.replace_range(start..end, "");
                from = start;
            }
            None => from = end,
        }
    }
    (kept, boxes)
}

/// Where the box starts that ends at a place: behind the first of two mentions of a last name, the second of which a
/// headline is glued to.
fn start(text: &str, end: usize) -> Option<usize> {
    let mut earliest = end.saturating_sub(LONGEST);
    while !text.is_char_boundary(earliest) {
        earliest += 1;
    }
    let before = text.get(earliest..end)?;
    let mut last = ' ';
    for (at, c) in before.char_indices() {
        let glued = last.is_lowercase() && c.is_uppercase();
        last = c;
        if !glued {
            continue;
        }
        let name = before.get(..at)?.rsplit(' ').next()?;
        let ahead = before.get(..at - name.len())?.trim_end();
        if let Some(first) = repeated(ahead, name) {
            return Some(earliest + first);
        }
    }
    None
}

/// Where a last name ends that stands a few words before the end of a text.
fn repeated(text: &str, name: &str) -> Option<usize> {
    let starts_name = name.starts_with(char::is_uppercase) && name.chars().count() > 2;
    let at = text.rfind(name).filter(|_| starts_name)?;
    let end = at + name.len();
    let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let is_word =
        whole(text.get(..at)?.chars().next_back()) && whole(text.get(end..)?.chars().next());
    let between = text
        .get(end..)?
        .split(' ')
        .filter(|w| !w.is_empty())
        .count();
    (is_word && (1..=NAME).contains(&between)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_behind_names_are_cut_and_other_capitals_are_left() {
        let text = "Governor Orr Dana (Dee) Marie OrrFerry McCain breaks a shaft Council meets again MORE said that \
                    Ada Vane Ada Lin VaneShip sinks MORE's boat is lost.";
        let (kept, boxes) = cut(text);
        assert_eq!(kept, "Governor Orr said that Ada Vane's boat is lost.");
        assert_eq!(boxes.len(), 2);
        let (kept, boxes) =
            cut("The quay fell (RELATED: Pier falls too), Orr said. [READ: How it fell]");
        assert_eq!(kept, "The quay fell, Orr said.");
        assert_eq!(boxes, ["(RELATED: Pier falls too)", "[READ: How it fell]"]);
        for text in [
            "YouTube wants MORE of McCain.",
            "NO MORE, said Orr.",
            "MORE",
            "The report (read: the bill) was long.",
        ] {
            assert_eq!(cut(text), (text.to_string(), Vec::new()));
        }
    }
}
