//! The phrases of `guises.txt`, and whether a line holds one.

use std::sync::LazyLock;

use crate::language::en;

/// What prints a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A consent wall.
    Consent,
    /// A robot check, or what shuts out a region.
    Refusal,
    /// An error page.
    Error,
    /// What stands before the rest of an article.
    Paywall,
}

/// Where a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the whole title, or the part of it that is not the name of the site.
    Title,
    /// Somewhere in a paragraph.
    Line,
}

/// Characters that an ellipsis in a phrase stands for at most.
const GAP: usize = 60;

/// Marks between a title and the name of the site.
const MARKS: [&str; 5] = [" | ", " - ", " – ", " — ", " · "];

struct Phrase {
    kind: Kind,
    place: Place,
    words: &'static str,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| en::GUISES.read(phrase).collect());

fn phrase(entry: &'static str) -> Option<Phrase> {
    let mut cells = entry.splitn(3, " | ");
    let kind = match cells.next()? {
        "consent" => Kind::Consent,
        "refusal" => Kind::Refusal,
        "error" => Kind::Error,
        "paywall" => Kind::Paywall,
        _ => return None,
    };
    let place = match cells.next()? {
        "title" => Place::Title,
        "line" => Place::Line,
        _ => return None,
    };
    let words = cells.next()?;
    Some(Phrase { kind, place, words })
}

/// The phrases of a kind that stand in a line.
pub fn of(kind: Kind, place: Place, line: &str) -> Vec<&'static str> {
    let line = plain(line);
    let asked = PHRASES
        .iter()
        .filter(|p| p.kind == kind && p.place == place);
    asked
        .filter(|p| match place {
            Place::Line => holds(&line, p.words),
            Place::Title => is_whole(&line, p.words),
        })
        .map(|p| p.words)
        .collect()
}

/// Whether a title, or a part of it between the marks that set off the name of the site, is one of the kind.
pub fn is_title(kind: Kind, title: &str) -> bool {
    let parts = MARKS.iter().flat_map(|mark| title.split(mark));
    std::iter::once(title)
        .chain(parts)
        .any(|part| !of(kind, Place::Title, part.trim()).is_empty())
}

/// Small letters, straight apostrophes, every number as "#".
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut in_number = false;
    for c in line.chars().flat_map(char::to_lowercase) {
        match c {
            '0'..='9' if in_number => {}
            '0'..='9' => out.push('#'),
            '’' | '‘' => out.push('\''),
            '\u{a0}' => out.push(' '),
            c => out.push(c),
        }
        in_number = c.is_ascii_digit();
    }
    out
}

/// Whether a phrase stands in a line: its parts in order, no more than a gap between two of them.
fn holds(line: &str, phrase: &str) -> bool {
    let first = phrase.split(" … ").next().unwrap_or(phrase);
    line.match_indices(first).any(|(at, _)| {
        let mut rest = line.get(at + first.len()..).unwrap_or_default();
        phrase.split(" … ").skip(1).all(|part| {
            let near = rest.floor_char_boundary(GAP + part.len());
            let found = rest.get(..near).and_then(|near| near.find(part));
            rest = found
                .and_then(|i| rest.get(i + part.len()..))
                .unwrap_or_default();
            found.is_some()
        })
    })
}

/// Whether a phrase is the whole line; an ellipsis at its end stands for the rest.
fn is_whole(line: &str, phrase: &str) -> bool {
    match phrase.strip_suffix('…') {
        Some(start) => line.starts_with(start),
        None => line == phrase,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_no_longer_than_it_may_be() {
        assert!(holds("by clicking here you agree", "by clicking … agree"));
        let far = format!("by clicking {} agree", "word ".repeat(20));
        assert!(!holds(&far, "by clicking … agree"));
    }

    #[test]
    fn a_title_stands_beside_the_name_of_the_site() {
        assert!(is_title(Kind::Error, "404 – Page not found | Tarn Post"));
        assert!(is_title(Kind::Refusal, "Access Denied"));
        assert!(!is_title(
            Kind::Refusal,
            "Access denied to the pier, says the mayor"
        ));
        assert!(!is_title(Kind::Error, "500 homes lost"));
    }
}
