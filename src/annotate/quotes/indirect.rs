//! Cues → the clauses they report without quotation marks.
//!
//! What a cue reports stands behind it (a clause with or without "that", a question clause, an infinitive, an object)
//! or, when the cue trails, before it ("The pier would stay shut, she said"). It ends with the sentence, or where the
//! next cue of the same level begins ("…, adding that").

use super::cues::Cue;
use super::direct::{self, Attribution};
use super::grammar::Tag;
use super::lexicon::Form;
use super::openings::{opening, skip_adverbials};
use super::phrases;
use super::provenance;
use super::subjects;
use super::tokens::Token;
use crate::span::Span;

/// A reported clause and who says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported {
    /// The clause.
    pub span: Span,
    /// Who says it, by which cue.
    pub attribution: Attribution,
}

/// A sentence with more cues is a text without full stops, where nobody can say which words a cue reports; the longest
/// sentences of news have under ten.
const MOST_CUES: usize = 50;

/// The reported clauses of a sentence.
pub fn find(text: &str, tokens: &[Token], cues: &[Cue]) -> Vec<Reported> {
    let mut found: Vec<Reported> = Vec::new();
    if cues.len() > MOST_CUES {
        return found;
    }
    for cue in cues {
        let Some((first, last)) = content(tokens, cues, cue) else { continue };
        if is_slight(tokens, cue, first, last) {
            continue;
        }
        if hands_on(tokens, cues, cue, first, last) || relays(text, tokens, cues, cue, first) {
            continue;
        }
        let Some(attribution) = direct::attribution(tokens, cue) else { continue };
        if introduces(tokens, first, last) {
            continue;
        }
        found.extend(clauses(tokens, first, last).into_iter().filter_map(|(a, b)| reported(tokens, a, b, attribution)));
    }
    if let Some((attribution, first, last)) = according_to(tokens)
        && let Some(whole) = reported(tokens, first, last, attribution)
        && !found.iter().any(|r| r.span.overlaps(whole.span))
        && !only_attributed(tokens, cues, first, last)
        && !cues.iter().any(|c| c.inverted)
    {
        found.push(whole);
    }
    found.dedup_by_key(|r| r.span);
    found
}

/// "“…,” Ada Brook said, the Wire reported": the agency hands on a quotation with its source and says nothing itself.
fn hands_on(tokens: &[Token], cues: &[Cue], cue: &Cue, first: usize, last: usize) -> bool {
    last < cue.first && only_attributed(tokens, cues, first, last)
}

/// "Ada Brook said the pier was shut, the Wire reported": the words are Brook's, the Wire obtained them.
fn relays(text: &str, tokens: &[Token], cues: &[Cue], cue: &Cue, first: usize) -> bool {
    let others = || cues.iter().any(|c| first <= c.first && c.last < cue.first && c.source.is_some());
    let outlet = || cue.source.is_some_and(|s| provenance::outlet(text, tokens, s).is_some());
    first < cue.first && others() && outlet()
}

/// Whether nothing stands between two tokens but quotations and the cues that hand them over.
fn only_attributed(tokens: &[Token], cues: &[Cue], first: usize, last: usize) -> bool {
    let in_cue = |i: usize| {
        cues.iter().any(|c| {
            let source = c.source.is_some_and(|s| s.first <= i && i <= s.last);
            first <= c.first && c.last <= last && (source || c.first <= i && i <= c.last)
        })
    };
    let quoted = (first..=last).any(|i| tag(tokens, i) == Some(Tag::Quote));
    quoted && (first..=last).filter(|i| tokens.get(*i).is_some_and(Token::is_word)).all(in_cue)
}

/// "told our reporter Ada Brook: “…”": what stands before the colon is who was told.
fn introduces(tokens: &[Token], first: usize, last: usize) -> bool {
    let colon = (first..last).find(|i| tag(tokens, *i) == Some(Tag::Colon));
    colon.is_some_and(|c| {
        let hearer = phrases::chunk_right(tokens, first).is_some_and(|p| p.first == first && p.last + 1 == c);
        hearer && (c + 1..=last).all(|i| tokens.get(i).is_none_or(|t| t.tag == Tag::Quote || !t.is_word()))
    })
}

/// "that the pier was shut and that the board knew" are two clauses, each said by itself.
fn clauses(tokens: &[Token], first: usize, last: usize) -> Vec<(usize, usize)> {
    let splits = |i: &usize| {
        tag(tokens, *i) == Some(Tag::Coordinator)
            && tag(tokens, i + 1) == Some(Tag::That)
            && !matches!(tag(tokens, i + 2), Some(Tag::Auxiliary | Tag::Verb) | None)
    };
    let mut found = Vec::new();
    let mut start = first;
    for split in (first + 2..last).filter(splits) {
        found.push((start, split - 1));
        start = split + 2;
    }
    found.push((start, last));
    found
}

/// An object of one or two words ("rejected the bill") is what somebody acts on, not what somebody says.
fn is_slight(tokens: &[Token], cue: &Cue, first: usize, last: usize) -> bool {
    let plain = (first..=last).all(|i| tag(tokens, i) != Some(Tag::Quote));
    let opened =
        matches!(tag(tokens, first.saturating_sub(1)), Some(Tag::That)) || tag(tokens, first) == Some(Tag::Question);
    let reflexive = lower(tokens, first).ends_with("self");
    let words = (first..=last).filter(|i| tokens.get(*i).is_some_and(Token::is_word)).count();
    plain && !opened && !reflexive && cue.first < first && words <= 2
}

fn reported(tokens: &[Token], first: usize, last: usize, attribution: Attribution) -> Option<Reported> {
    let (first, last) = trimmed(tokens, first, last)?;
    let outside = (first..=last).filter(|i| tokens.get(*i).is_some_and(|t| t.is_word())).count();
    let quoted = (first..=last).any(|i| tag(tokens, i) == Some(Tag::Quote));
    let needed = if quoted { 3 } else { 2 };
    let span = Span::new(tokens.get(first)?.span.start, tokens.get(last)?.span.end);
    (outside >= needed).then_some(Reported { span, attribution })
}

/// Without commas and stops at the ends.
fn trimmed(tokens: &[Token], mut first: usize, mut last: usize) -> Option<(usize, usize)> {
    let is_edge =
        |i: usize| matches!(tag(tokens, i), Some(Tag::Comma | Tag::Stop | Tag::Colon | Tag::Break | Tag::Mark));
    while first <= last && is_edge(first) && !matches!(lower(tokens, first), "(" | "[") {
        first += 1;
    }
    while last > first && is_edge(last) && !matches!(lower(tokens, last), ")" | "]") {
        last -= 1;
    }
    (first <= last && last < tokens.len()).then_some((first, last))
}

/// The tag of a token.
pub fn tag(tokens: &[Token], i: usize) -> Option<Tag> {
    tokens.get(i).map(|t| t.tag)
}

/// A token in lower case, empty where there is none.
pub fn lower(tokens: &[Token], i: usize) -> &str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

/// First and last token of what a cue reports.
fn content(tokens: &[Token], cues: &[Cue], cue: &Cue) -> Option<(usize, usize)> {
    behind(tokens, cues, cue).or_else(|| before(tokens, cue))
}

/// First and last token of what a cue reports behind it.
pub fn behind(tokens: &[Token], cues: &[Cue], cue: &Cue) -> Option<(usize, usize)> {
    let start = match cue.source {
        Some(source) if cue.inverted => source.last + 1,
        _ => cue.last + 1,
    };
    let (first, is_clause) = opening(tokens, cue, start)?;
    let last = ending(tokens, cues, cue, first, is_clause);
    (first <= last).then_some((first, last))
}

/// The last token of what begins at `first`.
fn ending(tokens: &[Token], cues: &[Cue], cue: &Cue, first: usize, is_clause: bool) -> usize {
    let end = tokens.len().saturating_sub(1);
    (first + 1..=end).find(|i| ends_before(tokens, cues, cue, *i, is_clause)).map_or(end, |i| i - 1)
}

/// Whether the reported words end before token `i`.
fn ends_before(tokens: &[Token], cues: &[Cue], cue: &Cue, i: usize, is_clause: bool) -> bool {
    let Some(t) = tokens.get(i) else { return true };
    let next_tag = tag(tokens, i + 1);
    let cue_from = |at: usize| cues.iter().find(|c| c.first == at && c.first > cue.last);
    match t.tag {
        Tag::Comma => {
            let then =
                if next_tag == Some(Tag::Coordinator) || next_tag == Some(Tag::Subordinator) { i + 2 } else { i + 1 };
            let participle = cue_from(i + 1).is_some_and(|c| c.form == Form::Ing);
            let clause = cues
                .iter()
                .any(|c| c.first > i && !c.inverted && c.source.is_some_and(|s| s.first == then) && then == i + 2);
            // "When Brook spoke about the pier, she said …": the pronoun opens the main clause.
            let opened = tag(tokens, subjects::clause_start(tokens, cue.first));
            let main = next_tag == Some(Tag::Pronoun)
                && opened == Some(Tag::Subordinator)
                && cues.iter().any(|c| c.first > i && !c.inverted && c.source.is_some_and(|s| s.first == i + 1));
            // "…, the Wire reports." behind what somebody did belongs to none of the words.
            let trailing = cues.iter().any(|c| {
                let opens = c.source.is_some_and(|s| s.first == i + 1 && s.first < c.first);
                c.first > i && opens && (c.last + 1..tokens.len()).all(|k| !tokens.get(k).is_some_and(Token::is_word))
            });
            let according = lower(tokens, i + 1) == "according"
                || lower(tokens, i + 1) == "but" && matches!(tag(tokens, i + 2), Some(Tag::Name | Tag::Determiner));
            let phrase_over =
                !is_clause && matches!(next_tag, Some(Tag::Ing | Tag::Subordinator)) && lower(tokens, i + 1) != "as"
                    || !is_clause
                        && next_tag == Some(Tag::Coordinator)
                        && !matches!(tag(tokens, i + 2), Some(Tag::Name | Tag::Word | Tag::Determiner));
            participle || clause || main || trailing || according || cue_from(then).is_some() || phrase_over
        }
        Tag::Coordinator => cue_from(i + 1).is_some_and(|c| c.form == cue.form || c.form == Form::Past),
        Tag::Break => t.lower == ";",
        Tag::Subordinator => !is_clause && !matches!(t.lower.as_str(), "as" | "if" | "whether" | "where" | "until"),
        _ => false,
    }
}

/// What a trailing cue reports: everything before it in its sentence.
fn before(tokens: &[Token], cue: &Cue) -> Option<(usize, usize)> {
    let f = &cue.entry.frames;
    if !(f.quote && (f.that || f.zero)) {
        return None;
    }
    let (start, after) = match cue.source {
        Some(source) if cue.inverted => (cue.first, source.last + 1),
        Some(source) if source.first < cue.first => (source.first, cue.last + 1),
        _ => return None,
    };
    let comma = start
        .checked_sub(1)
        .filter(|i| matches!(tag(tokens, *i), Some(Tag::Comma | Tag::Break)) || tag(tokens, *i) == Some(Tag::Quote))?;
    let mut first = subjects::clause_start(tokens, start);
    if let Some(close) = (first..comma).rev().find(|i| lower(tokens, *i) == ";") {
        first = close + 1;
    }
    let rest = skip_adverbials(tokens, after);
    let parenthetical = tag(tokens, rest) == Some(Tag::Comma)
        && !matches!(
            tag(tokens, rest + 1),
            Some(Tag::Ing | Tag::Coordinator | Tag::Subordinator | Tag::Quote | Tag::Pronoun | Tag::Determiner) | None
        );
    let is_clause = (first..comma).filter(|i| tokens.get(*i).is_some_and(Token::is_word)).count() >= 3
        && phrases::has_verb(tokens, first, comma)
        || (first..comma).any(|i| tag(tokens, i) == Some(Tag::Quote));
    if !is_clause {
        return None;
    }
    let last = if parenthetical && lower(tokens, comma) == "," { tokens.len().saturating_sub(1) } else { comma };
    Some((first, last))
}

/// "According to Ada Brook, …" and "…, according to Ada Brook".
fn according_to(tokens: &[Token]) -> Option<(Attribution, usize, usize)> {
    let (attribution, first, last) = direct::according_to(tokens)?;
    let end = tokens.len().saturating_sub(1);
    if first <= 1 {
        let comma = (last + 1..=end).find(|i| tag(tokens, *i) == Some(Tag::Comma))?;
        return (comma < end).then_some((attribution, comma + 1, end));
    }
    let start = subjects::clause_start(tokens, first);
    Some((attribution, start, first - 1))
}
