//! One document → its quotes: who said what, by which cue.
//!
//! Quotation marks are paired into passages, and laid over the reading of each sentence; cues are reporting verbs, nouns
//! for acts of speech and "according to", with who speaks; a passage is attributed by the cue before, after or around
//! it, by the sentence before that hands it over, or by the passage it goes on from; what a cue governs outside of marks
//! is reported. In transcripts and interviews a label names who has the word, marks or not.

mod contents;
mod cues;
mod direct;
mod frame;
mod indirect;
mod labels;
mod leads;
mod lexicon;
mod marks;
mod mentions;
mod occasions;
mod pieces;
mod posts;
mod provenance;
mod said;
mod sources;
mod turns;

use crate::model::{Document, Quote, QuoteKind, SentenceKind};
use crate::span::Span;
use cues::Cue;
use frame::Frame;
use marks::Passage;
use pieces::Piece;

/// One sentence as the quote finder reads it.
struct Sighting<'a> {
    frame: Frame<'a>,
    cues: Vec<Cue>,
}

/// The quotes of a document in order of their start.
pub fn quotes_in(document: &Document) -> Vec<Quote> {
    let text = document.article.text.as_str();
    let blocks: Vec<Span> = document.article.blocks.iter().map(|b| b.span).collect();
    let passages = marks::passages(text, &blocks);
    let sightings = sightings(document, &passages);
    let pieces = pieces::attributed(document, &passages, &sightings);
    let mut quotes: Vec<Quote> = pieces
        .iter()
        .map(|p| quote(document, &passages, p))
        .collect();
    for (sentence, seen) in sightings.iter().enumerate() {
        quotes.extend(
            indirect::reported_clauses(text, &seen.frame, &seen.cues)
                .iter()
                .map(|r| reported(sentence, r)),
        );
    }
    let turns = turns::quotes(document, &passages);
    // "Brook: It is shut" hands the words over once, as the turn that they are.
    let is_turn = |q: &Quote| {
        let whole = |t: &Quote| t.span.contains(q.span) && t.span.len() <= q.span.len() + 2;
        q.kind == QuoteKind::Indirect && turns.iter().any(whole)
    };
    quotes.retain(|q| !is_turn(q));
    quotes.extend(turns);
    quotes.extend(posts::quotes(document, &passages));
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    uncross(document, &mut quotes);
    occasions::provide(document, &sightings, &mut quotes);
    quotes
}

/// Every sentence with the passages that touch it and its cues.
fn sightings<'a>(document: &'a Document, passages: &[Passage]) -> Vec<Sighting<'a>> {
    let outermost: Vec<(usize, Passage)> = passages
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, p)| p.depth == 0)
        .collect();
    let seen = document.sentences.iter().map(|sentence| {
        let frame = Frame::new(&document.article.text, sentence, &outermost);
        let cues = cues::in_sentence(&frame);
        Sighting { frame, cues }
    });
    seen.collect()
}

/// Reported words that run into a quote that goes on beyond them end before it; where hardly a word is left, they go.
fn uncross(document: &Document, quotes: &mut Vec<Quote>) {
    let spans: Vec<Span> = quotes.iter().map(|q| q.span).collect();
    for quote in quotes.iter_mut().filter(|q| q.kind == QuoteKind::Indirect) {
        let crossing = spans.iter().find(|s| {
            quote.span.covers(s.start) && s.start > quote.span.start && s.end > quote.span.end
        });
        if let Some(next) = crossing {
            let kept = Span::new(quote.span.start, next.start);
            let words = document
                .text(kept)
                .trim_end_matches(|c: char| !c.is_alphanumeric());
            quote.span = Span::new(kept.start, kept.start + words.len());
        }
    }
    let crosses = |a: Span, b: Span| a.overlaps(b) && !a.contains(b) && !b.contains(a);
    let mut kept: Vec<Span> = quotes
        .iter()
        .filter(|q| q.kind != QuoteKind::Indirect)
        .map(|q| q.span)
        .collect();
    quotes.retain(|q| {
        let reported = q.kind == QuoteKind::Indirect;
        let says = document.text(q.span).split_whitespace().count() >= 2;
        let keep = !reported || says && !kept.iter().any(|k| crosses(*k, q.span));
        kept.extend(Some(q.span).filter(|_| keep && reported));
        keep
    });
}

/// Words up to which quotation marks may hold a term at a distance.
const FEW: usize = 3;

fn quote(document: &Document, passages: &[Passage], piece: &Piece) -> Quote {
    let depth = passages.get(piece.passage).map_or(0, |p| p.depth);
    let words = piece
        .span
        .of(&document.article.text)
        .split_whitespace()
        .count();
    let attribution = piece.attribution;
    let sentence = document.sentences.get(piece.sentence);
    // A heading between paragraphs quotes somebody where it takes up words that are quoted below it, and nobody else.
    let is_heading = sentence.is_some_and(|s| s.kind == SentenceKind::Subheading);
    let is_nobodys = attribution.is_none() && (is_heading || !piece.whole);
    let is_scare = words <= FEW && (depth > 0 || is_nobodys);
    Quote {
        sentence: piece.sentence as u32,
        span: piece.span,
        kind: if is_scare {
            QuoteKind::Scare
        } else {
            QuoteKind::Direct
        },
        speaker_mention: attribution.and_then(|a| a.source),
        speaker: None,
        entity: None,
        cue: attribution.map(|a| a.cue),
        cue_class: attribution.map(|a| a.class),
        via: None,
        venue: None,
        addressee: None,
    }
}

fn reported(sentence: usize, reported: &indirect::Reported) -> Quote {
    Quote {
        sentence: sentence as u32,
        span: reported.span,
        kind: QuoteKind::Indirect,
        speaker_mention: reported.attribution.source,
        speaker: None,
        entity: None,
        cue: Some(reported.attribution.cue),
        cue_class: Some(reported.attribution.class),
        via: None,
        venue: None,
        addressee: None,
    }
}
