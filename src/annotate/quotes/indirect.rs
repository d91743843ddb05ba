//! Cues → the clauses they report without quotation marks.
//!
//! What a cue reports stands behind it (a clause with or without "that", a question clause, an infinitive, an object)
//! or, when the cue trails, before it ("The pier would stay shut, she said"). It ends with the sentence, or where the
//! next cue of the same level begins ("…, adding that").

use super::cues::Cue;
use super::direct::{self, Attribution};
use super::grammar::{Tag, is_in};
use super::lexicon::Form;
use super::phrases;
use super::provenance;
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

/// How many words a phrase of place before "that" may have.
const PLACE: usize = 6;

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

fn tag(tokens: &[Token], i: usize) -> Option<Tag> {
    tokens.get(i).map(|t| t.tag)
}

fn lower(tokens: &[Token], i: usize) -> &str {
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

/// Where the reported words behind a cue begin, and whether they are a clause of their own.
fn opening(tokens: &[Token], cue: &Cue, start: usize) -> Option<(usize, bool)> {
    let f = &cue.entry.frames;
    let here = skip_adverbials(tokens, start);
    if let Some(found) = clause_at(tokens, cue, here) {
        return Some(found);
    }
    if let Some(that) = behind_places(tokens, here).filter(|_| f.that) {
        return clause_at(tokens, cue, that);
    }
    if cue.inverted {
        return None;
    }
    if f.whom
        && let Some(hearer) = phrases::chunk_right(tokens, here)
    {
        let after = skip_adverbials(tokens, hearer.last + 1);
        if let Some(found) = clause_at(tokens, cue, after) {
            return Some(found);
        }
        if f.hearer
            && f.zero
            && after < tokens.len()
            && is_clause(tokens, after)
            && tag(tokens, after) != Some(Tag::Preposition)
        {
            return Some((after, true));
        }
    }
    if f.order && has_infinitive(tokens, here) {
        return Some((here, false));
    }
    let t = tokens.get(here)?;
    if cue.entry.prepositions.contains(&t.lower.as_str()) {
        let kept = t.lower == "against";
        return Some((if kept { here } else { here + 1 }, false));
    }
    if f.zero && !f.hearer && is_clause(tokens, here) {
        return Some((here, true));
    }
    // "released Tuesday by the board": behind the day nothing follows that could be said.
    let start = if tag(tokens, start) == Some(Tag::Name) { here } else { start };
    (f.object && opens_object(tokens, start)).then_some((start, false))
}

/// The "that" behind one or more phrases of place: "said on Tarn Radio in the evening that".
fn behind_places(tokens: &[Token], start: usize) -> Option<usize> {
    let mut at = start;
    while tag(tokens, at) == Some(Tag::Preposition) {
        let place = phrases::chunk_right(tokens, at + 1).filter(|p| p.last < at + PLACE)?;
        at = skip_adverbials(tokens, place.last + 1);
    }
    (at > start && tag(tokens, at) == Some(Tag::That)).then_some(at)
}

/// A clause that a word opens: "that", a question word, "to".
fn clause_at(tokens: &[Token], cue: &Cue, at: usize) -> Option<(usize, bool)> {
    let f = &cue.entry.frames;
    let t = tokens.get(at)?;
    match t.tag {
        Tag::That if f.that || f.zero => {
            let pronoun = matches!(tag(tokens, at + 1), Some(Tag::Auxiliary | Tag::Verb));
            Some((if pronoun { at } else { at + 1 }, true))
        }
        Tag::Question if f.wh || f.that => Some((at, true)),
        Tag::Subordinator | Tag::Pronoun
            if f.wh && matches!(t.lower.as_str(), "if" | "when" | "where" | "who" | "which") =>
        {
            Some((at, true))
        }
        Tag::To if f.to && !matches!(tag(tokens, at + 1), Some(Tag::Determiner | Tag::Name)) => Some((at, false)),
        Tag::Pronoun if f.zero && !is_in("relative_pronouns", &t.lower) => Some((at, true)),
        _ => None,
    }
}

/// Behind time, place and manner: "on Tuesday", "in a statement", "again".
fn skip_adverbials(tokens: &[Token], start: usize) -> usize {
    let mut at = start;
    while let Some(t) = tokens.get(at) {
        let word = t.lower.trim_end_matches('.');
        let next = tokens.get(at + 1);
        at = match t.tag {
            Tag::Adverb => at + 1,
            Tag::Name if is_in("months_days", word) && at > start.saturating_sub(1) => at + 1,
            Tag::Word
                if matches!(word, "last" | "this" | "next") && next.is_some_and(|n| is_in("time_nouns", &n.lower)) =>
            {
                at + 2
            }
            Tag::Determiner if word == "this" && next.is_some_and(|n| is_in("time_nouns", &n.lower)) => at + 2,
            Tag::Preposition if opens_adverbial(tokens, at) => match phrases::chunk_right(tokens, at + 1) {
                Some(p) => p.last + 1,
                None => return at,
            },
            Tag::Comma
                if at > start && next.is_some_and(|n| n.tag == Tag::Preposition && opens_adverbial(tokens, at + 1)) =>
            {
                at + 1
            }
            Tag::Comma if at > start && next.is_some_and(|n| n.tag == Tag::That) => at + 1,
            _ => return at,
        };
    }
    at
}

/// "on Tuesday", "in a statement", "at a news conference", "during the hearing", "to reporters".
fn opens_adverbial(tokens: &[Token], at: usize) -> bool {
    const OCCASIONS: [&str; 30] = [
        "statement",
        "interview",
        "conference",
        "briefing",
        "speech",
        "address",
        "hearing",
        "letter",
        "email",
        "e-mail",
        "post",
        "tweet",
        "message",
        "video",
        "call",
        "report",
        "meeting",
        "debate",
        "rally",
        "appearance",
        "remarks",
        "event",
        "op-ed",
        "article",
        "memo",
        "release",
        "testimony",
        "filing",
        "ad",
        "broadcast",
    ];
    let preposition = lower(tokens, at);
    if !matches!(
        preposition,
        "on" | "in" | "at" | "during" | "after" | "before" | "by" | "via" | "through" | "late" | "early"
    ) {
        return false;
    }
    let Some(p) = phrases::chunk_right(tokens, at + 1) else { return false };
    (p.first..=p.last).any(|i| {
        let word = lower(tokens, i).trim_end_matches('.');
        is_in("months_days", word)
            || is_in("time_nouns", word)
            || OCCASIONS.contains(&word)
            || tag(tokens, i) == Some(Tag::Number) && word.len() == 4
    })
}

/// Whether a clause of its own begins here: a noun phrase and a finite verb, before the next comma or after it.
fn is_clause(tokens: &[Token], at: usize) -> bool {
    let Some(t) = tokens.get(at) else { return false };
    let starts = matches!(
        t.tag,
        Tag::Determiner
            | Tag::Name
            | Tag::Word
            | Tag::Number
            | Tag::Pronoun
            | Tag::Ing
            | Tag::Quote
            | Tag::Verb
            | Tag::Subordinator
            | Tag::Preposition
    );
    let words = tokens.iter().skip(at).take_while(|t| t.tag != Tag::Stop).filter(|t| t.is_word()).count();
    starts && (words >= 6 || words >= 3 && (phrases::has_verb(tokens, at, tokens.len()) || agrees_in_s(tokens, at)))
}

/// A noun and then a word in -s that may be its verb: "the pier opens".
fn agrees_in_s(tokens: &[Token], at: usize) -> bool {
    let word = |t: &Token| t.tag == Tag::Word && t.lower.ends_with('s') && !t.lower.ends_with("ss");
    tokens.windows(2).skip(at).any(|w| matches!(w, [a, b] if matches!(a.tag, Tag::Name | Tag::Word) && word(b)))
}

fn has_infinitive(tokens: &[Token], at: usize) -> bool {
    let starts = tokens.get(at).is_some_and(|t| {
        matches!(
            t.tag,
            Tag::Determiner
                | Tag::Name
                | Tag::Word
                | Tag::Number
                | Tag::ObjectPronoun
                | Tag::Pronoun
                | Tag::Verb
                | Tag::Ing
        )
    });
    starts
        && tokens
            .iter()
            .skip(at + 1)
            .take(14)
            .take_while(|t| t.tag != Tag::Stop)
            .any(|t| t.tag == Tag::To || t.tag == Tag::Quote)
}

fn opens_object(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| {
        matches!(
            t.tag,
            Tag::Determiner
                | Tag::Name
                | Tag::Word
                | Tag::Number
                | Tag::ObjectPronoun
                | Tag::Pronoun
                | Tag::Quote
                | Tag::Ing
                | Tag::Verb
                | Tag::Adverb
        )
    })
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
            let opened = tag(tokens, phrases::clause_start(tokens, cue.first));
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
    let mut first = phrases::clause_start(tokens, start);
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
    let start = phrases::clause_start(tokens, first);
    Some((attribution, start, first - 1))
}
