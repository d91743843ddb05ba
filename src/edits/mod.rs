//! Two versions of one article → what an editor changed.
//!
//! | step | from → to |
//! | --- | --- |
//! | `sentences` | two articles → which sentence of one became which of the other |
//! | `words` | a sentence in two versions → the words that changed |

mod sentences;
mod words;

use crate::model::{
    BlockKind, ChangedWords, Document, Edit, EditKind, Edits, MentionKind, QuoteKind,
};
use crate::span::Span;

/// What changed from one version of an article to a later one.
pub fn between(before: &Document, after: &Document) -> Edits {
    let pairs = sentences::pair(before, after);
    let changed = pairs
        .changed
        .iter()
        .filter_map(|&(b, a)| changed(before, b, after, a));
    let cut = pairs
        .cut
        .iter()
        .map(|&at| alone(before, at, Some(at), None));
    let added = pairs
        .added
        .iter()
        .map(|&at| alone(after, at, None, Some(at)));
    let mut edits: Vec<Edit> = changed.chain(cut).chain(added).collect();
    edits.sort_by_key(|e| (e.kind, e.after.or(e.before), e.after.is_some()));
    Edits {
        unchanged: pairs.unchanged,
        edits,
    }
}

/// The change of a sentence that both versions have; none where no word changed.
fn changed(before: &Document, b: u32, after: &Document, a: u32) -> Option<Edit> {
    let words = words::changed(before, b, after, a);
    let is_headline = before.sentences.get(b as usize)?.kind == BlockKind::Headline;
    let any = |is: &dyn Fn(&ChangedWords) -> bool| words.iter().any(is);
    let in_quote = |c: &ChangedWords| quoted(before, c.before) || quoted(after, c.after);
    let renamed = |c: &ChangedWords| named(before, c.before) || named(after, c.after);
    let kind = if is_headline {
        EditKind::Headline
    } else if figures(before, &words, |c| c.before) != figures(after, &words, |c| c.after) {
        EditKind::Figure
    } else if any(&in_quote) {
        EditKind::Quotation
    } else if any(&renamed) {
        EditKind::Name
    } else {
        EditKind::Wording
    };
    (!words.is_empty()).then_some(Edit {
        kind,
        before: Some(b),
        after: Some(a),
        words,
    })
}

/// A sentence that only one of the versions has.
fn alone(document: &Document, at: u32, before: Option<u32>, after: Option<u32>) -> Edit {
    let sentence = document.sentences.get(at as usize);
    let kind = match sentence {
        Some(s) if s.kind == BlockKind::Headline => EditKind::Headline,
        Some(s) if quoted(document, s.span) => EditKind::Quotation,
        _ => EditKind::Sentence,
    };
    Edit {
        kind,
        before,
        after,
        words: Vec::new(),
    }
}

/// The numbers and dates that changed words touch, in normal form and order.
fn figures(
    document: &Document,
    words: &[ChangedWords],
    side: impl Fn(&ChangedWords) -> Span,
) -> Vec<String> {
    let touched = |span: Span| words.iter().any(|c| side(c).overlaps(span));
    let values = document.values.iter().filter(|v| touched(v.span));
    values.map(|v| v.normal.clone()).collect()
}

/// Whether words are, in whole or in part, in quotation marks.
fn quoted(document: &Document, span: Span) -> bool {
    let mut direct = document
        .quotes
        .iter()
        .filter(|q| q.kind == QuoteKind::Direct);
    direct.any(|q| q.span.overlaps(span))
}

/// Whether words are, in whole or in part, a name.
fn named(document: &Document, span: Span) -> bool {
    let mut names = document
        .mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Name);
    names.any(|m| m.core.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(before: &str, after: &str) -> Vec<(EditKind, Option<u32>, Option<u32>)> {
        let document = |text: &str| crate::documented(crate::model::Article::of_body(text));
        let found = between(&document(before), &document(after));
        found
            .edits
            .iter()
            .map(|e| (e.kind, e.before, e.after))
            .collect()
    }

    const FIRST: &str = "The ferry sank off Cape Lorn on Monday. Rescuers found three bodies in the water near the pier. \
                         The owner has not yet said anything about it.";

    #[test]
    fn a_figure_a_quotation_and_a_new_sentence_are_told_apart() {
        let later = "The ferry sank off Cape Lorn on Monday. Rescuers found four bodies in the water near the pier. \
                     “We are heartbroken,” said its owner, Ida Brandt. The owner has not yet said anything about it.";
        assert_eq!(
            edits(FIRST, later),
            [
                (EditKind::Figure, Some(1), Some(1)),
                (EditKind::Quotation, None, Some(2))
            ]
        );
    }

    #[test]
    fn a_moved_sentence_and_other_marks_are_no_change() {
        let later = "The owner has not yet said anything about it! The ferry sank off Cape Lorn on Monday. \
                     Rescuers found three bodies in the water, near the pier.";
        assert_eq!(edits(FIRST, later), []);
    }

    #[test]
    fn a_sentence_that_was_cut_is_one() {
        let later = "The ferry sank off Cape Lorn on Monday. Rescuers found three bodies in the sea near the pier.";
        assert_eq!(
            edits(FIRST, later),
            [
                (EditKind::Sentence, Some(2), None),
                (EditKind::Wording, Some(1), Some(1))
            ]
        );
    }
}
