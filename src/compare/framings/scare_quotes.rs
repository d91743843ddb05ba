//! Scare quotes: words in quotation marks in one source, plain in another's telling of the same thing.

use super::contrast::{Contrasts, Kind, plain};
use super::phrases::NounPhrase;
use super::reading::{Class, Reading, Token};
use super::scene::Scene;
use crate::model::{Dimension, Document, Quote, QuoteKind, Term};
use crate::span::Span;

/// Words that marks may hold and still be a term rather than somebody's sentence.
const TERM: usize = 4;

/// Content words from which a term in marks is the same term wherever another article has it; one word alone has to
/// stand in a sentence that says the same.
const TELLING: usize = 2;

/// Terms in marks that another article has without.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (_, a, b) in scene.pairs() {
        for (one, other) in [(a, b), (b, a)] {
            marked(scene, one, other, 1, contrasts);
        }
    }
    for one in scene.all().filter(|r| has_marks(scene, r)) {
        for other in scene.all().filter(|o| o.id.article != one.id.article) {
            marked(scene, one, other, TELLING, contrasts);
        }
    }
}

/// Whether a sentence holds a quotation short enough to be a term.
fn has_marks(scene: &Scene, reading: &Reading) -> bool {
    let Some(document) = scene.event.document(reading.id.article) else { return false };
    let short = |q: &Quote| document.text(q.span).split_whitespace().count() <= TERM;
    document.quotes.iter().any(|q| q.sentence == reading.id.index && q.kind != QuoteKind::Indirect && short(q))
}

fn marked(scene: &Scene, one: &Reading, other: &Reading, least: usize, contrasts: &mut Contrasts) {
    let Some(document) = scene.event.document(one.id.article) else { return };
    for quote in document.quotes.iter().filter(|q| q.sentence == one.id.index && q.kind != QuoteKind::Indirect) {
        let Some((first, last)) = scene.covered(one, quote.span) else { continue };
        let Some(words) = one.tokens.get(first..=last).filter(|w| w.len() <= TERM) else { continue };
        if words.iter().filter(|t| t.is_content()).count() < least {
            continue;
        }
        let near = || (least == 1).then(|| same_head(scene, one, last, other)).flatten();
        let Some(plain_term) = unmarked(scene, other, words).or_else(near) else { continue };
        let target = format!("“{}”", plain_term.term);
        let key = plain(document.text(quote.span));
        let kind = Kind { dimension: Dimension::ScareQuotes, rule: "marks-one-side", key, target: &target };
        contrasts.add(kind, [with_marks(scene, document, one, quote), plain_term]);
    }
}

/// The same words, in any inflection, where no quotation marks hold them.
fn unmarked(scene: &Scene, other: &Reading, words: &[Token]) -> Option<Term> {
    let at = other.tokens.windows(words.len()).position(|w| w.iter().zip(words).all(|(x, y)| x.stem == y.stem))?;
    let span = other.span(&(at..at + words.len()))?;
    let document = scene.event.document(other.id.article)?;
    let held = document.quotes.iter().any(|q| q.kind != QuoteKind::Indirect && q.span.contains(span));
    (!held).then(|| scene.term(other.id, span))
}

/// The noun phrase with the head of the marked one, where no quotation marks hold it: "“illegal sanctions”" against
/// "Western sanctions" in a sentence that says the same.
fn same_head(scene: &Scene, one: &Reading, last: usize, other: &Reading) -> Option<Term> {
    let noun = |r: &Reading, head: usize| r.tokens.get(head).filter(|t| t.class == Class::Word).map(|t| t.stem.clone());
    let marked = one.noun_phrases().into_iter().find(|p| p.head == last && p.words.len() > 1)?;
    let head = noun(one, marked.head)?;
    let document = scene.event.document(other.id.article)?;
    let held = |span: Span| document.quotes.iter().any(|q| q.kind != QuoteKind::Indirect && q.span.overlaps(span));
    let plain = |p: &NounPhrase| {
        p.words.len() > 1
            && noun(other, p.head).as_ref() == Some(&head)
            && other.span(&p.words).is_some_and(|s| !held(s))
    };
    let found = other.noun_phrases().into_iter().find(plain)?;
    scene.words(other, &found.words)
}

/// The quoted words with their marks.
fn with_marks(scene: &Scene, document: &Document, reading: &Reading, quote: &Quote) -> Term {
    let text = &document.article.text;
    let mark = |c: char| "\"'“”‘’«»".contains(c);
    let open = text.get(..quote.span.start).and_then(|t| t.chars().next_back()).filter(|c| mark(*c));
    let close = text.get(quote.span.end..).and_then(|t| t.chars().next()).filter(|c| mark(*c));
    let span =
        Span::new(quote.span.start - open.map_or(0, char::len_utf8), quote.span.end + close.map_or(0, char::len_utf8));
    scene.term(reading.id, span)
}
