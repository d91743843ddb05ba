//! Quoted passages, cut at the ends of sentences → who is quoted in each.

use super::Sighting;
use super::direct::{self, Attribution};
use super::frame::Frame;
use super::leads;
use super::marks::Passage;
use crate::model::{CueClass, Document, SentenceKind};
use crate::span::Span;

/// The part of a passage that stands in one sentence.
pub struct Piece {
    /// Index of the passage.
    pub passage: usize,
    /// Index of the sentence.
    pub sentence: usize,
    /// The words.
    pub span: Span,
    /// Who is quoted, by which cue.
    pub attribution: Option<Attribution>,
    /// Whether the sentence begins with quoted words.
    pub whole: bool,
}

/// Every passage in pieces, with who is quoted in each as far as the article tells.
pub fn attributed(document: &Document, passages: &[Passage], sightings: &[Sighting]) -> Vec<Piece> {
    let mut pieces = cut(document, passages, sightings);
    share_within_passages(&mut pieces);
    leads::attribute(document, sightings, &mut pieces);
    share_within_passages(&mut pieces);
    attribute_signed(sightings, &mut pieces);
    attribute_floating(document, &mut pieces);
    attribute_headings(document, &mut pieces);
    pieces
}

/// Every passage cut at the ends of sentences, with who is quoted as far as its own sentence tells.
fn cut(document: &Document, passages: &[Passage], sightings: &[Sighting]) -> Vec<Piece> {
    let text = document.article.text.as_str();
    let mut found = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let from = document
            .sentences
            .partition_point(|s| s.span.end <= passage.inner.start);
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
            let attribution = sightings.get(at).and_then(|r| {
                let quoted = r.frame.quoted.iter().find(|q| q.passage == index)?;
                direct::attribute(text, &r.frame, &r.cues, quoted)
            });
            let whole = passage.outer.start <= sentence.span.start;
            found.push(Piece {
                passage: index,
                sentence: at,
                span,
                attribution,
                whole,
            });
        }
    }
    found
}

/// A passage over several sentences is one speaker's.
fn share_within_passages(pieces: &mut [Piece]) {
    for i in 0..pieces.len() {
        let Some((passage, None)) = pieces.get(i).map(|p| (p.passage, p.attribution)) else {
            continue;
        };
        let given = pieces
            .iter()
            .find(|p| p.passage == passage && p.attribution.is_some())
            .and_then(|p| p.attribution);
        if let Some(piece) = pieces.get_mut(i) {
            piece.attribution = given;
        }
    }
}

/// "“…” — Ada Brook": a dash and a name that stand as a sentence of their own after the quoted one.
fn attribute_signed(sightings: &[Sighting], pieces: &mut [Piece]) {
    for piece in pieces
        .iter_mut()
        .filter(|p| p.attribution.is_none() && p.whole)
    {
        let signature = sightings
            .get(piece.sentence + 1)
            .and_then(|seen| signature(&seen.frame));
        piece.attribution = piece.attribution.or(signature);
    }
}

/// A dash and a name, and nothing else.
fn signature(frame: &Frame) -> Option<Attribution> {
    let names = direct::names_from(frame, 1).filter(|names| frame.is_dash(0) && names.len() > 1)?;
    let alone = frame.words(names.end..frame.len()).next().is_none();
    let cue = frame.token(0)?.span;
    alone.then(|| Attribution {
        source: frame.span(&names),
        cue,
        class: CueClass::Neutral,
    })
}

/// A quoted sentence without a source of its own goes on from the one before, in the same paragraph or the next.
fn attribute_floating(document: &Document, pieces: &mut [Piece]) {
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
    let Some(sentence) = document.sentences.get(piece.sentence) else {
        return false;
    };
    let text = document.text(piece.span);
    let alone = document
        .article
        .blocks
        .get(sentence.paragraph as usize)
        .is_some_and(|b| b.span.len() <= piece.span.len() + 8);
    let open = !text.ends_with(['.', '!', '?', ',', '…']) && text.split_whitespace().count() <= 8;
    sentence.kind != SentenceKind::Body || alone && open
}

/// Words quoted in a headline or subheading are those of the body quote that holds them.
fn attribute_headings(document: &Document, pieces: &mut [Piece]) {
    let words = |span: Span| -> String {
        let lower = document.text(span).to_lowercase();
        let words = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let body: Vec<(String, Attribution)> = pieces
        .iter()
        .filter(|p| !is_heading(document, p))
        .filter_map(|p| Some((words(p.span), p.attribution?)))
        .collect();
    for piece in pieces
        .iter_mut()
        .filter(|p| is_heading(document, p) && p.attribution.is_none())
    {
        let quoted = words(piece.span);
        piece.attribution = body
            .iter()
            .find(|(said, _)| said.contains(&quoted))
            .map(|(_, a)| *a);
    }
}
