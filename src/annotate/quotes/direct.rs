//! Quoted passages of a sentence → who is quoted, by which cue.

use super::cues::Cue;
use super::grammar::Tag;
use super::indirect;
use super::lexicon::Form;
use super::phrases::{self, Phrase};
use super::tokens::Token;
use crate::model::CueClass;
use crate::span::Span;

/// Who is quoted and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name the source.
    pub source: Option<Span>,
    /// The cue.
    pub cue: Span,
    /// What the cue does.
    pub class: CueClass,
}

/// The span of a phrase.
pub fn span(tokens: &[Token], phrase: Phrase) -> Option<Span> {
    Some(Span::new(tokens.get(phrase.first)?.span.start, tokens.get(phrase.last)?.span.end))
}

/// What a cue says about who speaks.
pub fn attribution(tokens: &[Token], cue: &Cue) -> Option<Attribution> {
    let words = span(tokens, Phrase { first: cue.first, last: cue.last })?;
    Some(Attribution { source: cue.source.and_then(|s| span(tokens, s)), cue: words, class: cue.entry.class })
}

/// Who is quoted in the passage that is token `at`: the cue right behind it, right before it, or around it.
pub fn attribute(tokens: &[Token], cues: &[Cue], at: usize) -> Option<Attribution> {
    let behind = cues.iter().find(|c| stands_behind(tokens, c, at));
    let before = || cues.iter().rev().filter(|c| c.last < at && stands_before(tokens, cues, c, at));
    let before = before().find(|c| hands_over(c)).or_else(|| before().next());
    let cue = match (behind, before) {
        (Some(b), Some(_)) if adjoins(tokens, b, at) => Some(b),
        (_, Some(b)) => Some(b),
        (Some(b), None) => Some(b),
        (None, None) => None,
    };
    cue.and_then(|c| attribution(tokens, c))
        .or_else(|| according_to(tokens).map(|(a, _, _)| a))
        .or_else(|| colon(tokens, at))
        .or_else(|| dash(tokens, at))
        .or_else(|| bare(tokens, at))
        .or_else(|| {
            cues.iter()
                .rev()
                .find(|c| c.last < at && loosely_before(tokens, c, at))
                .and_then(|c| attribution(tokens, c))
        })
}

/// Whether nothing but a comma stands between the passage and the cue or its subject.
fn adjoins(tokens: &[Token], cue: &Cue, at: usize) -> bool {
    let start = if cue.inverted { cue.first } else { cue.source.map_or(cue.first, |s| s.first.min(cue.first)) };
    start > at
        && (at + 1..start)
            .all(|i| tokens.get(i).is_some_and(|t| matches!(t.tag, Tag::Comma | Tag::Adverb | Tag::Break)))
}

fn stands_behind(tokens: &[Token], cue: &Cue, at: usize) -> bool {
    cue.first > at && cue.entry.frames.quote && (adjoins(tokens, cue, at) || closes_sentence(tokens, cue, at))
}

/// "A … "fragment" …, the mayor said.": the cue ends the sentence and reports all of it.
fn closes_sentence(tokens: &[Token], cue: &Cue, at: usize) -> bool {
    let start = cue.source.map_or(cue.first, |s| s.first.min(cue.first));
    let after_comma =
        start > at + 1 && tokens.get(start - 1).is_some_and(|t| t.tag == Tag::Comma || t.tag == Tag::Quote);
    let words_left = tokens.iter().skip(cue.last + 1).filter(|t| t.tag == Tag::Quote).count();
    after_comma && words_left == 0
}

/// Whether the passage lies in what the cue reports.
fn stands_before(tokens: &[Token], cues: &[Cue], cue: &Cue, at: usize) -> bool {
    let within = indirect::behind(tokens, cues, cue).is_some_and(|(first, last)| first <= at && at <= last);
    let adjoining = cue.entry.frames.quote
        && (cue.last + 1..at)
            .all(|i| tokens.get(i).is_some_and(|t| matches!(t.tag, Tag::Comma | Tag::Colon | Tag::Adverb | Tag::That)));
    within || adjoining || introduces(tokens, cue, at)
}

/// "told reporters on Monday: "…"", "said in a statement, "…"": words about the occasion, then a colon or comma.
fn introduces(tokens: &[Token], cue: &Cue, at: usize) -> bool {
    let mark = at.checked_sub(1).and_then(|i| tokens.get(i));
    cue.entry.frames.quote
        && mark.is_some_and(|t| matches!(t.tag, Tag::Colon | Tag::Comma))
        && !(cue.last + 1..at - 1).any(|i| tokens.get(i).is_some_and(|t| matches!(t.tag, Tag::Quote | Tag::Stop)))
}

/// Whether the cue stands in the same clause chain as the passage, whatever it governs.
fn loosely_before(tokens: &[Token], cue: &Cue, at: usize) -> bool {
    let over = |t: &Token| t.tag == Tag::Stop || t.lower == ";" || t.lower == "but";
    hands_over(cue) && !tokens.iter().skip(cue.last + 1).take(at - cue.last - 1).any(over)
}

/// Whether the cue is a finite or participle form of a verb that can hand over words in quotation marks; "to counter the
/// “threat”" is not.
fn hands_over(cue: &Cue) -> bool {
    cue.entry.frames.quote && cue.form != Form::Base
}

/// "according to Ada Brook" anywhere in the sentence: the attribution, its first and its last token.
pub fn according_to(tokens: &[Token]) -> Option<(Attribution, usize, usize)> {
    let at = (0..tokens.len()).find(|i| {
        tokens.get(*i).is_some_and(|t| t.lower == "according") && tokens.get(*i + 1).is_some_and(|t| t.lower == "to")
    })?;
    let source = phrases::chunk_right(tokens, at + 2)?;
    let cue = span(tokens, Phrase { first: at, last: at + 1 })?;
    let attribution = Attribution { source: span(tokens, source), cue, class: CueClass::Neutral };
    Some((attribution, at, source.last))
}

/// "Ada Brook: "…"": a name and a colon before the passage.
fn colon(tokens: &[Token], at: usize) -> Option<Attribution> {
    let mark = at.checked_sub(1).filter(|i| tokens.get(*i).is_some_and(|t| t.tag == Tag::Colon))?;
    let last = mark.checked_sub(1)?;
    let source = phrases::chunk_left(tokens, last, 0).filter(|p| p.first == 0)?;
    let cue = tokens.get(mark)?.span;
    Some(Attribution { source: span(tokens, source), cue, class: CueClass::Neutral })
}

/// ""…" — Ada Brook": a dash and a name behind the passage, and nothing more.
fn dash(tokens: &[Token], at: usize) -> Option<Attribution> {
    let mark = tokens.get(at + 1).filter(|t| t.lower.starts_with(['—', '–', '―', '-']))?;
    let named = tokens.get(at + 2).is_some_and(|t| t.tag == Tag::Name);
    let source = phrases::chunk_right(tokens, at + 2)
        .filter(|p| named && p.last + 2 >= tokens.len() || follows_comma(tokens, *p))?;
    Some(Attribution { source: span(tokens, source), cue: mark.span, class: CueClass::Neutral })
}

/// ""…," Ada Brook": a name behind the passage where the sentence was cut off before its verb.
fn bare(tokens: &[Token], at: usize) -> Option<Attribution> {
    let passage = tokens.get(at).filter(|t| t.lower == ",")?;
    let source = phrases::chunk_right(tokens, at + 1).filter(|p| p.last + 1 == tokens.len())?;
    let end = passage.span.end;
    Some(Attribution { source: span(tokens, source), cue: Span::new(end, end), class: CueClass::Neutral })
}

fn follows_comma(tokens: &[Token], phrase: Phrase) -> bool {
    tokens.get(phrase.last + 1).is_some_and(|t| t.tag == Tag::Comma)
}
