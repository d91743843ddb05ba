//! Words that findings are made of.

use std::collections::BTreeSet;

use crate::model::{ArticleId, Event};

/// A statement longer than this is cut in a finding; four lines of a terminal. At 150 characters readers found the point of
/// one sentence in ten cut off, and at 230 still that of one excerpt in eight.
const LONGEST: usize = 320;

/// The outlets of some articles, each once, in the order of the articles.
pub fn named(event: &Event, articles: impl IntoIterator<Item = ArticleId>) -> Vec<String> {
    let ids: BTreeSet<ArticleId> = articles.into_iter().collect();
    ids.into_iter()
        .filter_map(|id| event.document(id))
        .map(|d| d.article.outlet.clone())
        .collect()
}

/// "A", "A and B", "A, B and C".
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Words of a source in quotation marks, cut at a word where they are long; marks of their own become single and are
/// closed or opened where the words begin or end inside them.
pub fn quoted(words: &str) -> String {
    let inner = unwrapped(words.trim());
    if inner.chars().count() <= LONGEST {
        return format!("“{}”", single(inner, ""));
    }
    let cut: String = inner.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("“{}”", single(whole, " …"))
}

/// Whether words of a source are printed whole.
pub fn is_printed_whole(words: &str) -> bool {
    unwrapped(words.trim()).chars().count() <= LONGEST
}

/// The same as [`quoted`], behind the outlet whose words they are.
pub fn quoted_from(outlet: &str, words: &str) -> String {
    format!("{} ({outlet})", quoted(words))
}

/// Without marks around the whole: those that open or close nothing else.
fn unwrapped(words: &str) -> &str {
    const MARKS: [char; 3] = ['“', '”', '"'];
    let marks = words.matches(MARKS).count();
    let (opens, closes) = (words.starts_with(MARKS), words.ends_with(MARKS));
    match (opens, closes, marks) {
        (true, true, 2) | (true, false, 1) | (false, true, 1) => words.trim_matches(MARKS),
        _ => words,
    }
}

/// Double marks as single ones, in pairs.
fn single(words: &str, end: &str) -> String {
    let (mut text, mut open, mut before) = (String::new(), false, ' ');
    for c in words.chars() {
        match c {
            '“' | '”' | '"' => {
                let opens =
                    c == '“' || c == '"' && !open && matches!(before, ' ' | '(' | '[' | '—' | '–');
                if !opens && !open {
                    text.insert(0, '‘');
                }
                open = opens;
                text.push(if opens { '‘' } else { '’' });
            }
            _ => text.push(c),
        }
        before = c;
    }
    // A headline that begins inside single marks: “We won’: gates reopen”; after an apostrophe no colon follows.
    if !text.contains('‘') && ["’:", "’,", "’;"].iter().any(|mark| text.contains(mark)) {
        text.insert(0, '‘');
    }
    text.push_str(end);
    text.extend(open.then_some('’'));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_are_single_and_in_pairs() {
        assert_eq!(quoted("“The pier is shut.”"), "“The pier is shut.”");
        assert_eq!(
            quoted("“It is shut,” she said. “For good.”"),
            "“‘It is shut,’ she said. ‘For good.’”"
        );
        assert_eq!(
            quoted("It is shut,” she said."),
            "“‘It is shut,’ she said.”"
        );
        assert_eq!(
            quoted("She called it \"shut\" and left."),
            "“She called it ‘shut’ and left.”"
        );
        assert_eq!(quoted("“It is shut"), "“It is shut”");
        assert_eq!(
            quoted("She said: “It is shut."),
            "“She said: ‘It is shut.’”"
        );
        assert_eq!(quoted("We won’: gates reopen"), "“‘We won’: gates reopen”");
        assert_eq!(quoted("The dockers’ vote"), "“The dockers’ vote”");
        let long = format!("“{}", "It is shut. ".repeat(30));
        assert!(quoted(&long).ends_with(" …”") && !quoted(&long).contains('‘'));
    }

    #[test]
    fn names_are_listed_as_in_prose() {
        let names = |n: &[&str]| list(&n.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B"]), "A and B");
        assert_eq!(names(&["A", "B", "C"]), "A, B and C");
    }
}
