//! "I" and "we" in a quotation → who says it.

use crate::model::{Document, Mention, MentionKind, Quote, QuoteKind};

/// Points the first person singular in direct quotations at their speakers.
pub fn assign(document: &mut Document) {
    let found: Vec<(usize, _)> = (0..)
        .zip(&document.mentions)
        .filter(|(_, mention)| is_speaker(document, mention))
        .filter_map(|(at, mention)| Some((at, quoted(document, mention)?.entity?)))
        .collect();
    for (at, entity) in found {
        if let Some(mention) = document.mentions.get_mut(at) {
            mention.entity = Some(entity);
        }
    }
}

/// Whether a mention is the speaker speaking of themselves.
fn is_speaker(document: &Document, mention: &Mention) -> bool {
    let lower = document.text(mention.core).to_lowercase();
    mention.kind == MentionKind::Pronoun
        && matches!(lower.as_str(), "i" | "me" | "my" | "mine" | "myself")
}

/// The smallest direct quotation around a mention.
fn quoted<'a>(document: &'a Document, mention: &Mention) -> Option<&'a Quote> {
    let around = document
        .quotes
        .iter()
        .filter(|q| q.kind == QuoteKind::Direct && q.span.contains(mention.span));
    around.min_by_key(|q| q.span.len())
}
