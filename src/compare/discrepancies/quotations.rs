//! Quoted sentences that are the same but for a few words.
//!
//! Quotations are compared sentence by sentence, so that one outlet's longer quotation is held against the part another
//! prints. What one article prints in both forms was said twice, and is no difference.

use std::collections::BTreeMap;

use crate::compare::agreement::{self, Agreement};
use crate::compare::changes::{self, Change, Comparison, Word};
use crate::compare::discrepancies::{Copies, copied};
use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, DisputedValue, Document, EntityId, Event, Excerpt,
    Quote, QuoteKind, Sentence, SentenceId,
};
use crate::span::Span;

/// The part of a quotation that lies in one sentence.
pub struct Piece<'a> {
    article: ArticleId,
    /// The article it stands in.
    pub document: &'a Document,
    /// The sentence it lies in.
    pub sentence: SentenceId,
    span: Span,
    /// Its words in order.
    pub words: Vec<Word>,
    speaker: Option<&'a str>,
    entity: Option<EntityId>,
}

/// Quoted sentences that two articles print with different words, or of which one ends early or begins late.
pub fn changed_quotations(event: &Event, copies: &Copies) -> Vec<Discrepancy> {
    let pieces: Vec<Piece> = event
        .articles()
        .flat_map(|(article, document)| pieces(article, document))
        .collect();
    let near = sharing(&pieces)
        .into_iter()
        .filter_map(|(i, j)| Some((pieces.get(i)?, pieces.get(j)?)));
    let apart = |x: &Piece, y: &Piece| {
        x.article != y.article && !x.document.article.is_version_of(&y.document.article)
    };
    near.filter(|(x, y)| apart(x, y) && may_be_of_one(x, y))
        .flat_map(|(x, y)| differ(&pieces, x, y))
        .chain(copied::changed_quotations(copies))
        .collect()
}

fn pieces(article: ArticleId, document: &Document) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    for quote in document
        .quotes
        .iter()
        .filter(|q| q.kind == QuoteKind::Direct)
    {
        let sentences = document
            .sentences
            .iter()
            .enumerate()
            .skip(quote.sentence as usize);
        for (index, sentence) in sentences.take_while(|(_, s)| s.span.start < quote.span.end) {
            let id = SentenceId {
                article,
                index: index as u32,
            };
            found.push(Piece::of(document, quote, id, sentence.span));
        }
    }
    found
}

impl<'a> Piece<'a> {
    /// What lies of a quotation in a sentence.
    pub fn of(document: &'a Document, quote: &'a Quote, id: SentenceId, sentence: Span) -> Self {
        let span = Span::new(
            sentence.start.max(quote.span.start),
            sentence.end.min(quote.span.end),
        );
        Self {
            article: id.article,
            document,
            sentence: id,
            span,
            words: changes::of_span(document, span),
            speaker: quote.speaker.as_deref(),
            entity: quote.entity,
        }
    }
}

/// Two people do not say one sentence; where one of them is not known it may be.
pub fn may_be_of_one(x: &Piece, y: &Piece) -> bool {
    let same_entity = x.entity.is_none() || y.entity.is_none() || x.entity == y.entity;
    same_entity && (x.speaker.is_none() || y.speaker.is_none() || x.speaker == y.speaker)
}

/// Words in a row that two pieces must have in common to be compared at all.
const RUN: usize = 3;

/// Pairs of pieces with [`RUN`] words in a row in common, the earlier first.
fn sharing(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<[&str; RUN], Vec<usize>> = BTreeMap::new();
    for (number, piece) in pieces.iter().enumerate() {
        for run in piece.words.windows(RUN) {
            let here = places
                .entry(std::array::from_fn(|i| {
                    run.get(i).map_or("", |w| w.key.as_str())
                }))
                .or_default();
            if here.last() != Some(&number) {
                here.push(number);
            }
        }
    }
    let pairs = places.values().flat_map(|list| {
        list.iter()
            .enumerate()
            .flat_map(|(i, &x)| list.iter().skip(i + 1).map(move |&y| (x, y)))
    });
    let mut pairs: Vec<(usize, usize)> = pairs.collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Words that a change inside a quotation may be long; what is longer is another saying.
pub const INSIDE: usize = 3;

/// Share of the longer piece that must be in common, where the difference is inside: two sayings about one matter share a
/// phrase.
const MOST: f64 = 0.6;

fn differ(all: &[Piece], x: &Piece, y: &Piece) -> Vec<Discrepancy> {
    let comparison = changes::between(&x.words, &y.words);
    if !comparison.is_same_text(&x.words, &y.words) {
        return Vec::new();
    }
    if let Some(cut) = cut(x, y, &comparison) {
        return vec![cut];
    }
    if (comparison.equal as f64) < MOST * x.words.len().max(y.words.len()) as f64 {
        return Vec::new();
    }
    let short = |c: &&Change| c.ours.len() <= INSIDE && c.theirs.len() <= INSIDE;
    let held = comparison.held(&x.words, &y.words).filter(short);
    let held = held.filter(|c| is_inside(c, x, y));
    let held = held.filter(|c| is_change(x, y, c) && !is_said_twice(all, x, y, c));
    held.filter_map(|change| changed(x, y, change)).collect()
}

/// Whether a change has words of both pieces before and after it: one at an end may only be where a quotation begins later or
/// stops earlier.
fn is_inside(change: &Change, x: &Piece, y: &Piece) -> bool {
    let within = |range: &std::ops::Range<usize>, piece: &Piece| {
        range.start > 0 && range.end < piece.words.len()
    };
    within(&change.ours, x) && within(&change.theirs, y)
}

/// Some words of a piece.
pub fn words_in<'a>(piece: &'a Piece, range: &std::ops::Range<usize>) -> &'a [Word] {
    piece.words.get(range.clone()).unwrap_or_default()
}

/// Whether a change is more than spelling, and not one number printed in two ways.
pub fn is_change(x: &Piece, y: &Piece, change: &Change) -> bool {
    let (ours, theirs) = (words_in(x, &change.ours), words_in(y, &change.theirs));
    !changes::alike(ours, theirs) && !is_same_number(x, ours, y, theirs)
}

fn is_same_number(x: &Piece, ours: &[Word], y: &Piece, theirs: &[Word]) -> bool {
    let quantity = |piece: &Piece, words: &[Word]| {
        let first = words.first()?.span;
        let here = piece
            .document
            .values_in(piece.sentence.index)
            .iter()
            .find(|v| v.span.overlaps(first))?;
        here.quantity.clone()
    };
    match (quantity(x, ours), quantity(y, theirs)) {
        (Some(p), Some(q)) => agreement::quantities(&p, &q) == Agreement::Same,
        _ => false,
    }
}

/// Whether one article prints both versions, each with the words beside it: two sayings of one speech.
fn is_said_twice(all: &[Piece], x: &Piece, y: &Piece, change: &Change) -> bool {
    let (ours, theirs) = (
        with_neighbours(x, &change.ours),
        with_neighbours(y, &change.theirs),
    );
    let prints = |article: ArticleId, words: &[&str]| {
        all.iter().filter(|p| p.article == article).any(|p| {
            let keys: Vec<&str> = p.words.iter().map(|w| w.key.as_str()).collect();
            keys.windows(words.len().max(1)).any(|w| w == words)
        })
    };
    let articles: std::collections::BTreeSet<ArticleId> = all.iter().map(|p| p.article).collect();
    articles
        .into_iter()
        .any(|article| prints(article, &ours) && prints(article, &theirs))
}

/// Some words of a piece with the one on each side of them.
pub fn with_neighbours<'a>(piece: &'a Piece, range: &std::ops::Range<usize>) -> Vec<&'a str> {
    let (start, end) = (
        range.start.saturating_sub(1),
        (range.end + 1).min(piece.words.len()),
    );
    words_in(piece, &(start..end))
        .iter()
        .map(|w| w.key.as_str())
        .collect()
}

/// A stretch that differs, with the word on each side of it.
pub fn changed(x: &Piece, y: &Piece, change: &Change) -> Option<Discrepancy> {
    let around = |piece: &Piece, range: &std::ops::Range<usize>| {
        let end = (range.end + 1).min(piece.words.len());
        span_of(piece, &(range.start.saturating_sub(1)..end))
    };
    let (a, b) = (around(x, &change.ours)?, around(y, &change.theirs)?);
    let marked = [(x, a), (y, b)]
        .iter()
        .any(|(piece, span)| is_marked(piece.document.text(*span)));
    Some(discrepancy(
        x,
        a,
        y,
        b,
        if marked {
            "quotation-marked"
        } else {
            "quotation-differs"
        },
    ))
}

/// Whether the outlet owns up to a change: an ellipsis, brackets.
fn is_marked(words: &str) -> bool {
    ["…", "...", ". . .", "[", "]", "(", ")"]
        .iter()
        .any(|mark| words.contains(mark))
}

fn span_of(piece: &Piece, range: &std::ops::Range<usize>) -> Option<Span> {
    let (first, last) = (
        piece.words.get(range.start)?,
        piece.words.get(range.end.checked_sub(1)?)?,
    );
    Some(Span::new(first.span.start, last.span.end))
}

/// Words that must be gone for a sentence to be cut, and telling words among them; fewer are a turn of phrase.
pub const LOST: usize = 5;
const TELLING: usize = 2;

/// A sentence that one article prints as if it were whole and that goes on, or begins earlier, in the other.
fn cut(x: &Piece, y: &Piece, comparison: &Comparison) -> Option<Discrepancy> {
    let mut telling = comparison.changes.iter().filter(|c| is_change(x, y, c));
    let change = telling.next().filter(|_| telling.next().is_none())?;
    let (short, long, kept, gone) = match (change.ours.is_empty(), change.theirs.is_empty()) {
        (true, false) => (x, y, &change.ours, &change.theirs),
        (false, true) => (y, x, &change.theirs, &change.ours),
        _ => return None,
    };
    let at_end = kept.start == short.words.len() && gone.end == long.words.len();
    let at_start = kept.end == 0 && gone.start == 0;
    let text = short.document.text(short.span);
    let whole = text.starts_with(char::is_uppercase) && text.ends_with(['.', ',', '!', '?']);
    let lost = words_in(long, gone);
    let much = lost.len() >= LOST
        && lost.iter().filter(|w| changes::is_telling(&w.key)).count() >= TELLING;
    if !(whole && much && (at_end || at_start)) || is_told_beside(short, lost, |_| None) {
        return None;
    }
    ends_early(short, long, gone)
}

/// That a piece ends early, or begins late, without some words of another.
pub fn ends_early(
    short: &Piece,
    long: &Piece,
    gone: &std::ops::Range<usize>,
) -> Option<Discrepancy> {
    let all = span_of(short, &(0..short.words.len()))?;
    Some(discrepancy(
        short,
        all,
        long,
        span_of(long, gone)?,
        "quotation-cut",
    ))
}

/// Sentences before and after a quotation in which the rest of it may be paraphrased or quoted apart.
const BESIDE: usize = 3;

/// Share of the lost telling words that one nearby sentence must have to tell them.
const TOLD: f64 = 0.5;

/// Whether what a quotation lost is told beside it, in other words or as a quotation of its own. A sentence that is the same
/// as one of another article, by its number here, does not count where that one tells it too: it tells another thing.
pub fn is_told_beside<'a>(
    piece: &Piece,
    lost: &[Word],
    counterpart: impl Fn(usize) -> Option<(&'a Document, &'a Sentence)>,
) -> bool {
    let stem = |w: &Word| changes::is_telling(&w.key).then(|| crate::language::stem(&w.key));
    let lost: Vec<String> = lost.iter().filter_map(stem).collect();
    let tells = |document: &Document, sentence: &Sentence, but: Option<Span>| {
        let words = changes::of_span(document, sentence.span);
        let around = words
            .iter()
            .filter(|w| !but.is_some_and(|but| but.contains(w.span)));
        let here: Vec<String> = around.filter_map(stem).collect();
        lost.iter().filter(|l| here.contains(l)).count() as f64 >= TOLD * lost.len() as f64
    };
    let from = (piece.sentence.index as usize).saturating_sub(BESIDE);
    let near = piece.document.sentences.iter().enumerate().skip(from);
    near.take(2 * BESIDE + 1).any(|(index, sentence)| {
        tells(piece.document, sentence, Some(piece.span))
            && !counterpart(index).is_some_and(|(document, s)| tells(document, s, None))
    })
}

fn discrepancy(x: &Piece, a: Span, y: &Piece, b: Span, rule: &'static str) -> Discrepancy {
    let value = |piece: &Piece, span: Span, side| {
        let inside = piece
            .words
            .iter()
            .filter(|w| span.contains(w.span))
            .map(|w| w.key.as_str());
        let value = inside.collect::<Vec<&str>>().join(" ");
        DisputedValue {
            excerpt: Excerpt {
                sentence: piece.sentence,
                span,
            },
            value,
            side,
        }
    };
    let about = x.speaker.or(y.speaker).unwrap_or_default().to_string();
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        about,
        values: vec![value(x, a, 0), value(y, b, 1)],
        rule,
    }
}
