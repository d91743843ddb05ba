//! The clearest wording of a fact among those the sources print.

use crate::compare::standing;
use crate::compare::subject::Restored;
use crate::language;
use crate::model::{Event, SentenceId};
use crate::span::Span;

/// A wording of a fact: a clause and the sentence it stands in.
#[derive(Clone, Copy)]
pub struct Wording {
    /// The sentence.
    pub sentence: SentenceId,
    /// The clause.
    pub span: Span,
}

/// Which of some wordings is the clearest, by its index: a whole sentence before the beginning of one before a piece;
/// names before pronouns; an article's own words before a quotation; then the shorter one.
pub fn clearest(event: &Event, wordings: &[Wording]) -> usize {
    let numbered = wordings.iter().enumerate();
    numbered
        .min_by_key(|(_, w)| unclear(event, w))
        .map_or(0, |(i, _)| i)
}

fn unclear(event: &Event, wording: &Wording) -> (bool, bool, usize, usize) {
    let text = printed(event, wording, None);
    let opening = text.split(' ').next().unwrap_or("").to_lowercase();
    let points = language::WORDS.subject_pronouns.contains(&opening)
        || language::WORDS.continuing.contains(&opening);
    let quoted = text.starts_with(['“', '"', '‘', '\'']);
    let whole = event
        .sentence(wording.sentence)
        .map_or(0, |s| s.clauses.len());
    let cut = usize::from(text.starts_with('…')) * 2 + usize::from(whole > 1);
    (points || cut >= 2, quoted, cut, text.len())
}

/// The words of a wording as the matrix prints them; a piece of a sentence opens with "…". A subject that is `restored`
/// stands in brackets.
pub fn printed(event: &Event, wording: &Wording, restored: Option<&Restored>) -> String {
    let Some((document, span)) = event
        .document(wording.sentence.article)
        .zip(words(event, wording))
    else {
        return String::new();
    };
    let opening = if is_piece(event, wording) { "… " } else { "" };
    let told = restored.map_or_else(
        || document.text(span).to_string(),
        |subject| subject.told(document, span),
    );
    format!("{opening}{told}")
}

/// Where the words of a wording stand, without dateline, closing comma and opening "and".
pub fn words(event: &Event, wording: &Wording) -> Option<Span> {
    let document = event.document(wording.sentence.article)?;
    let whole = document.text(wording.span);
    let text =
        balanced(whole).trim_end_matches(|c: char| c.is_whitespace() || ",;:—–-".contains(c));
    let text = if is_piece(event, wording) {
        ["and ", "but ", "so "]
            .iter()
            .find_map(|c| text.strip_prefix(c))
            .unwrap_or(text)
    } else {
        standing::without_dateline(document, text)
    };
    let start = wording.span.start + whole.find(text)?;
    Some(Span::new(start, start + text.len()))
}

fn is_piece(event: &Event, wording: &Wording) -> bool {
    event
        .sentence(wording.sentence)
        .is_some_and(|s| wording.span.start > s.span.start)
}

/// A piece of a sentence without the quotation mark whose partner stands outside it.
fn balanced(text: &str) -> &str {
    const MARKS: [(char, char); 3] = [('“', '”'), ('"', '"'), ('«', '»')];
    MARKS.iter().fold(text, |text, &(open, close)| {
        let (opened, closed) = (text.matches(open).count(), text.matches(close).count());
        let lonely = if open == close {
            opened % 2 == 1
        } else {
            opened != closed
        };
        match lonely {
            true if text.ends_with(close) => text.trim_end_matches(close),
            true if text.starts_with(open) => text.trim_start_matches(open),
            _ => text,
        }
    })
}
