//! One document → its quotes: who said what, by which cue.
//!
//! Quotation marks are paired into passages; each sentence is read as tokens in which a passage is one token; cues are
//! reporting verbs with the subject that speaks; a passage is attributed by the cue before, behind or around it, or by
//! the passage it goes on from.

mod cues;
mod direct;
mod grammar;
mod indirect;
mod lexicon;
mod marks;
mod openings;
mod phrases;
mod provenance;
mod subjects;
mod tokens;

use crate::model::{CueClass, Document, Quote, QuoteKind, SentenceKind};
use crate::span::Span;
use direct::Attribution;
use grammar::Tag;
use marks::Passage;
use phrases::Phrase;
use provenance::Provenance;
use tokens::Token;

/// One sentence as the quote finder reads it.
struct Reading {
    tokens: Vec<Token>,
    cues: Vec<cues::Cue>,
}

/// The part of a passage that stands in one sentence.
struct Piece {
    passage: usize,
    sentence: usize,
    span: Span,
    attribution: Option<Attribution>,
    whole: bool,
}

/// The quotes of a document in order of their start.
pub fn find(document: &Document) -> Vec<Quote> {
    let text = document.article.text.as_str();
    let blocks: Vec<Span> = document.article.blocks.iter().map(|b| b.span).collect();
    let passages = marks::passages(text, &blocks);
    let outermost: Vec<(usize, Passage)> = passages.iter().copied().enumerate().filter(|(_, p)| p.depth == 0).collect();
    let readings: Vec<Reading> = document.sentences.iter().map(|s| reading(text, s.span, &outermost)).collect();
    let mut pieces = pieces(document, &passages, &readings);
    share_within_passages(&mut pieces);
    signed(&readings, &mut pieces);
    float(document, &mut pieces);
    headings(document, &mut pieces);
    let mut quotes: Vec<Quote> = pieces.iter().map(|p| quote(document, &passages, p)).collect();
    for (sentence, reading) in readings.iter().enumerate() {
        quotes.extend(indirect::find(text, &reading.tokens, &reading.cues).iter().map(|r| reported(sentence, r)));
    }
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    uncross(document, &mut quotes);
    provide(document, &readings, &mut quotes);
    quotes
}

/// Reported words that run into a quote that goes on beyond them end before it; where hardly a word is left, they go.
fn uncross(document: &Document, quotes: &mut Vec<Quote>) {
    let spans: Vec<Span> = quotes.iter().map(|q| q.span).collect();
    for quote in quotes.iter_mut().filter(|q| q.kind == QuoteKind::Indirect) {
        let crossing =
            spans.iter().find(|s| quote.span.covers(s.start) && s.start > quote.span.start && s.end > quote.span.end);
        if let Some(next) = crossing {
            let kept = Span::new(quote.span.start, next.start);
            let words = document.text(kept).trim_end_matches(|c: char| !c.is_alphanumeric());
            quote.span = Span::new(kept.start, kept.start + words.len());
        }
    }
    let crosses = |a: Span, b: Span| a.overlaps(b) && !a.contains(b) && !b.contains(a);
    let mut kept: Vec<Span> = quotes.iter().filter(|q| q.kind != QuoteKind::Indirect).map(|q| q.span).collect();
    quotes.retain(|q| {
        let reported = q.kind == QuoteKind::Indirect;
        let says = document.text(q.span).split_whitespace().count() >= 2;
        let keep = !reported || says && !kept.iter().any(|k| crosses(*k, q.span));
        kept.extend(Some(q.span).filter(|_| keep && reported));
        keep
    });
}

/// Adds who obtained the words, where they were said and to whom, from the sentence the cue stands in.
fn provide(document: &Document, readings: &[Reading], quotes: &mut [Quote]) {
    let text = document.article.text.as_str();
    let sentence_of = |span: Span| {
        let at = document.sentences.partition_point(|s| s.span.end <= span.start);
        document.sentences.get(at).filter(|s| s.span.covers(span.start)).map(|_| at)
    };
    let mut found: Vec<Occasion> = Vec::new();
    let mut cues: Vec<(Span, Option<Span>)> = quotes.iter().filter_map(|q| Some((q.cue?, q.speaker_mention))).collect();
    cues.sort_by_key(|(cue, _)| *cue);
    cues.dedup_by_key(|(cue, _)| *cue);
    for (cue, mention) in cues {
        let Some(at) = sentence_of(cue) else { continue };
        let Some(reading) = readings.get(at) else { continue };
        let own = provenance::read(text, &reading.tokens, &reading.cues, cue);
        let hearsay = reading.tokens.iter().any(|t| t.lower == "reportedly");
        let named = own.via.clone().or_else(|| pointed_back(text, readings, at));
        let own = Provenance { via: named, ..own };
        let earlier = carried_from(document, &found, at, mention)
            .or_else(|| hearsay.then(|| found.iter().rev().map(|o| &o.told).find(|p| p.via.is_some()))?);
        let whole = match earlier {
            Some(p) if own.via.is_none() && (own.venue.is_none() || hearsay) => Provenance {
                via: p.via.clone(),
                venue: own.venue.or_else(|| p.venue.clone()),
                addressee: own.addressee,
            },
            _ => own,
        };
        found.push(Occasion { sentence: at, cue, mention, told: whole });
    }
    for quote in quotes.iter_mut() {
        let Some(own) = found.iter().find(|o| Some(o.cue) == quote.cue).map(|o| &o.told) else { continue };
        quote.via = own.via.clone().map(|via| in_full(&found, via));
        quote.venue = own.venue.clone();
        quote.addressee = own.addressee;
    }
}

/// A cue with what is told around it.
struct Occasion {
    sentence: usize,
    cue: Span,
    mention: Option<Span>,
    told: Provenance,
}

/// What an earlier sentence says about the occasion holds on for "he added" and the like in the same or the next
/// paragraph, until somebody else or the same one by name speaks; so it does for "the aide said" behind "an aide told".
fn carried_from<'a>(
    document: &Document,
    found: &'a [Occasion],
    at: usize,
    mention: Option<Span>,
) -> Option<&'a Provenance> {
    let words = document.text(mention?).to_lowercase();
    let paragraph = |s: usize| document.sentences.get(s).map_or(0, |s| s.paragraph);
    let last = found.last().filter(|o| o.sentence < at)?;
    let first = last.mention.and_then(|m| document.text(m).split(' ').next()).unwrap_or("").to_lowercase();
    let unnamed = matches!(first.as_str(), "a" | "an" | "the");
    let same = unnamed
        && words.starts_with("the ")
        && !document.text(mention?).trim_start_matches('T').contains(char::is_uppercase);
    let goes_on = matches!(words.as_str(), "he" | "she" | "they" | "it") || same;
    (goes_on && paragraph(at) <= paragraph(last.sentence) + 1 && at <= last.sentence + CARRIED).then_some(&last.told)
}

/// "In that interview" is with whom the interview two sentences before it at most was with.
fn pointed_back(text: &str, readings: &[Reading], at: usize) -> Option<String> {
    let here = &readings.get(at)?.tokens;
    let pointed = here.windows(2).find_map(|pair| match pair {
        [a, b] if matches!(a.lower.as_str(), "that" | "the" | "same") && is_conversation(&b.lower) => Some(b),
        _ => None,
    })?;
    let stem = pointed.lower.trim_end_matches('s');
    let speaks_of_it = |r: &&Reading| r.tokens.iter().any(|t| t.lower.trim_end_matches('s') == stem);
    let before = readings.get(at.saturating_sub(2)..at)?;
    before.iter().rev().find(speaks_of_it).and_then(|r| provenance::around(text, &r.tokens))
}

fn is_conversation(word: &str) -> bool {
    matches!(word, "appearance" | "broadcast" | "interview" | "podcast" | "programme" | "program")
}

/// How many sentences further "he added" may stand, quoted sentences between them counted.
const CARRIED: usize = 4;

/// The longest name of an outlet in this article that ends with this one: "The Times" is the "New York Times".
fn in_full(found: &[Occasion], via: String) -> String {
    let bare = via.strip_prefix("The ").unwrap_or(&via);
    let ending = format!(" {bare}");
    let longer = found.iter().filter_map(|o| o.told.via.as_ref()).filter(|v| v.ends_with(&ending));
    longer.max_by_key(|v| v.len()).cloned().unwrap_or(via)
}

/// A sentence with those of the outermost passages, which do not overlap, that touch it.
fn reading(text: &str, sentence: Span, outermost: &[(usize, Passage)]) -> Reading {
    let from = outermost.partition_point(|(_, p)| p.outer.end <= sentence.start);
    let rest = outermost.get(from..).unwrap_or(&[]);
    let to = rest.partition_point(|(_, p)| p.outer.start < sentence.end);
    let tokens = tokens::read(text, sentence, rest.get(..to).unwrap_or(&[]));
    let cues = cues::find(&tokens);
    Reading { tokens, cues }
}

/// Every passage cut at the ends of sentences.
fn pieces(document: &Document, passages: &[Passage], readings: &[Reading]) -> Vec<Piece> {
    let text = document.article.text.as_str();
    let mut found = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let from = document.sentences.partition_point(|s| s.span.end <= passage.inner.start);
        let touched = document.sentences.iter().enumerate().skip(from);
        for (at, sentence) in touched.take_while(|(_, s)| s.span.start < passage.inner.end) {
            if !sentence.span.overlaps(passage.inner) {
                continue;
            }
            let start = sentence.span.start.max(passage.inner.start);
            let cut = Span::new(start, sentence.span.end.min(passage.inner.end));
            let words = cut.of(text).trim_end();
            if !words.chars().any(char::is_alphanumeric) {
                continue;
            }
            let span = Span::new(start, start + words.len());
            let attribution = readings.get(at).and_then(|r| {
                let token = r.tokens.iter().position(|t| t.passage == Some(index))?;
                direct::attribute(&r.tokens, &r.cues, token)
            });
            let whole = passage.outer.start <= sentence.span.start;
            found.push(Piece { passage: index, sentence: at, span, attribution, whole });
        }
    }
    found
}

/// A passage over several sentences is one speaker's.
fn share_within_passages(pieces: &mut [Piece]) {
    for i in 0..pieces.len() {
        let Some((passage, None)) = pieces.get(i).map(|p| (p.passage, p.attribution)) else { continue };
        let given = pieces.iter().find(|p| p.passage == passage && p.attribution.is_some()).and_then(|p| p.attribution);
        if let Some(piece) = pieces.get_mut(i) {
            piece.attribution = given;
        }
    }
}

/// "“…” — Ada Brook": a dash and a name that stand as a sentence of their own behind the quoted one.
fn signed(readings: &[Reading], pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().filter(|p| p.attribution.is_none() && p.whole) {
        let Some(next) = readings.get(piece.sentence + 1) else { continue };
        let [mark, names @ ..] = next.tokens.as_slice() else { continue };
        let named = names.iter().all(|t| t.tag == Tag::Name) && names.len() > 1;
        if named && mark.tag == Tag::Break && mark.lower.starts_with(['—', '–', '―', '-']) {
            let source = direct::span(&next.tokens, Phrase { first: 1, last: names.len() });
            piece.attribution = Some(Attribution { source, cue: mark.span, class: CueClass::Neutral });
        }
    }
}

/// A quoted sentence without a source of its own goes on from the one before, in the same paragraph or the next.
fn float(document: &Document, pieces: &mut [Piece]) {
    let paragraph = |s: usize| document.sentences.get(s).map_or(0, |s| s.paragraph);
    let mut last: Option<(usize, Attribution)> = None;
    for piece in pieces.iter_mut().filter(|p| !is_heading(document, p)) {
        if piece.attribution.is_none()
            && piece.whole
            && let Some((sentence, attribution)) = last
            && paragraph(piece.sentence) <= paragraph(sentence) + 1
        {
            piece.attribution = Some(attribution);
        }
        if let Some(attribution) = piece.attribution {
            last = Some((piece.sentence, attribution));
        }
    }
}

/// Whether a quoted piece stands in a headline or heading, or is a short paragraph of its own without a full stop.
fn is_heading(document: &Document, piece: &Piece) -> bool {
    let Some(sentence) = document.sentences.get(piece.sentence) else { return false };
    let text = document.text(piece.span);
    let alone =
        document.article.blocks.get(sentence.paragraph as usize).is_some_and(|b| b.span.len() <= piece.span.len() + 8);
    let open = !text.ends_with(['.', '!', '?', ',', '…']) && text.split_whitespace().count() <= 8;
    sentence.kind != SentenceKind::Body || alone && open
}

/// Words quoted in a headline or subheading are those of the body quote that holds them.
fn headings(document: &Document, pieces: &mut [Piece]) {
    let words = |span: Span| -> String {
        let lower = document.text(span).to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let body: Vec<(String, Attribution)> = pieces
        .iter()
        .filter(|p| !is_heading(document, p))
        .filter_map(|p| Some((words(p.span), p.attribution?)))
        .collect();
    for piece in pieces.iter_mut().filter(|p| is_heading(document, p) && p.attribution.is_none()) {
        let quoted = words(piece.span);
        piece.attribution = body.iter().find(|(said, _)| said.contains(&quoted)).map(|(_, a)| *a);
    }
}

fn quote(document: &Document, passages: &[Passage], piece: &Piece) -> Quote {
    let depth = passages.get(piece.passage).map_or(0, |p| p.depth);
    let words = piece.span.of(&document.article.text).split_whitespace().count();
    let attribution = piece.attribution;
    let is_scare = depth > 0 && words <= 3 || attribution.is_none() && words <= 3 && !piece.whole;
    Quote {
        sentence: piece.sentence as u32,
        span: piece.span,
        kind: if is_scare { QuoteKind::Scare } else { QuoteKind::Direct },
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
