//! A sentence's tokens → the cues in it: reporting verbs with the subject that speaks.

use super::grammar::{Tag, is_in};
use super::lexicon::{self, Entry, Form};
use super::phrases::{self, Phrase};
use super::subjects::{self, Subject};
use super::tokens::Token;

/// A reporting verb or phrase in a sentence, with who speaks.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Index of its first token.
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
    /// What the lexicon says of it.
    pub entry: &'static Entry,
    /// Which form of the verb it is.
    pub form: Form,
    /// Who speaks; none where nobody is named.
    pub source: Option<Phrase>,
    /// Whether the subject stands behind the verb ("said Ada Brook").
    pub inverted: bool,
}

/// The cues of a sentence, in order.
pub fn find(tokens: &[Token]) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match at(tokens, i, &found) {
            Some(cue) => {
                i = cue.last + 1;
                found.push(cue);
            }
            None => i += 1,
        }
    }
    found
}

fn at(tokens: &[Token], i: usize, before: &[Cue]) -> Option<Cue> {
    let token = tokens.get(i)?;
    if let Some(cue) = noun(tokens, i) {
        return Some(cue);
    }
    if token.capital && !is_title_case(tokens) && tokens.iter().take(i).any(Token::is_word) {
        return None;
    }
    let candidates = lexicon::lookup(&token.lower);
    let (last, (form, entry)) = candidates.iter().find_map(|c| Some((with_particles(tokens, i, &c.1)?, c)))?;
    let cue = Cue { first: i, last, entry, form: *form, source: None, inverted: false };
    with_source(tokens, cue, before)
}

/// "Brook's complaint was that …", "his claim that …": a noun for an act of speech with its owner before it and a clause
/// behind. Without an owner nobody says it.
fn noun(tokens: &[Token], i: usize) -> Option<Cue> {
    let entry = tokens.get(i).filter(|t| !t.capital).and_then(|t| lexicon::noun(&t.lower))?;
    let copula = tokens.get(i + 1).is_some_and(|t| matches!(t.lower.as_str(), "is" | "was"));
    let last = if copula { i + 1 } else { i };
    if !tokens.get(last + 1).is_some_and(|t| t.tag == Tag::That) {
        return None;
    }
    let owned = |k: &usize| tokens.get(*k).is_some_and(|t| t.tag == Tag::Possessive);
    let described = |k: &usize| tokens.get(*k).is_some_and(|t| matches!(t.tag, Tag::Word | Tag::Adverb | Tag::Ing));
    let edge = (0..i).rev().find(|k| !described(k))?;
    let source = if owned(&edge) {
        phrases::chunk_left(tokens, edge.checked_sub(1)?, 0)?
    } else {
        let pronoun = tokens.get(edge).is_some_and(|t| matches!(t.lower.as_str(), "his" | "her" | "its" | "their"));
        pronoun.then_some(Phrase { first: edge, last: edge })?
    };
    // "Brook's admission that the alarm was off came late": where the clause ends before a verb, nothing tells.
    (copula || source.first > 0).then_some(Cue {
        first: i,
        last,
        entry,
        form: Form::Past,
        source: Some(source),
        inverted: false,
    })
}

/// Whether most words of the sentence are capitalised, as in headlines: then a capital tells no name.
fn is_title_case(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|t| t.is_word() && t.lower.len() > 3);
    2 * words().filter(|t| t.capital).count() > words().count()
}

/// The last token of a verb at `i` with its particles; a day may stand between ("called Thursday on the council").
fn with_particles(tokens: &[Token], i: usize, entry: &Entry) -> Option<usize> {
    let at = |from: usize| {
        entry.particles.iter().enumerate().all(|(k, p)| tokens.get(from + k).is_some_and(|t| t.lower == *p))
    };
    let day = tokens.get(i + 1).is_some_and(|t| is_in("months_days", t.lower.trim_end_matches('.')));
    let from = if day && !entry.particles.is_empty() { i + 2 } else { i + 1 };
    at(from).then(|| from + entry.particles.len() - 1)
}

/// The cue with its source, or none where the word is no verb of a source here.
fn with_source(tokens: &[Token], cue: Cue, before: &[Cue]) -> Option<Cue> {
    if let Some(source) = inverted(tokens, &cue) {
        return Some(Cue { source: Some(source), inverted: true, ..cue });
    }
    if is_passive(tokens, &cue) {
        return passive(tokens, cue);
    }
    if cue.form == Form::Ing {
        return participle(tokens, cue, before);
    }
    if governed_by_to(tokens, &cue) {
        let source = carried(tokens, &cue, before)?;
        return Some(Cue { source: Some(source), ..cue });
    }
    let source = match subjects::subject_left(tokens, cue.first) {
        Subject::Phrase(found) if agrees(tokens, &cue, found) => found,
        Subject::Carried => carried(tokens, &cue, before)?,
        _ => return None,
    };
    Some(Cue { source: Some(source), ..cue })
}

/// "…," said Ada Brook: nothing but a quoted passage or a comma before the verb, and a noun phrase behind it.
fn inverted(tokens: &[Token], cue: &Cue) -> Option<Phrase> {
    if !cue.entry.frames.quote
        || cue.entry.frames.hearer
        || cue.form == Form::Ing
        || cue.form == Form::Base
        || !cue.entry.particles.is_empty()
    {
        return None;
    }
    let mut at = cue.first.checked_sub(1)?;
    while at > 0 && tokens.get(at).is_some_and(|t| t.tag == Tag::Adverb) {
        at -= 1;
    }
    let behind_words = tokens.get(at).is_some_and(|t| match t.tag {
        Tag::Quote => true,
        // "The leader, Tom Lind, described Ada Brook as …": without marks only a clause can be handed over.
        Tag::Comma => at > 0 && (cue.entry.frames.that || cue.entry.frames.zero || quoted_before(tokens, at)),
        Tag::Break | Tag::Mark => at > 0,
        _ => false,
    });
    let next = tokens.get(cue.last + 1)?;
    let starts = matches!(next.tag, Tag::Name | Tag::Determiner | Tag::Word | Tag::Pronoun | Tag::Number | Tag::Adverb);
    if !behind_words || !starts || matches!(next.lower.as_str(), "it" | "i" | "they" | "we" | "there") {
        return None;
    }
    let named_so = tokens.get(cue.last + 2).is_some_and(|t| t.tag == Tag::Name);
    if is_in("months_days", next.lower.trim_end_matches('.')) && !named_so {
        return None;
    }
    let found = phrases::chunk_right(tokens, cue.last + 1)?;
    let follows = tokens.get(found.last + 1).map(|t| t.tag);
    let closes = !matches!(follows, Some(Tag::Auxiliary | Tag::That | Tag::Verb | Tag::Quote | Tag::Possessive));
    closes.then(|| phrases::name_behind(tokens, found).unwrap_or(found))
}

/// Whether a passage stands right before a comma.
fn quoted_before(tokens: &[Token], comma: usize) -> bool {
    comma.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.tag == Tag::Quote)
}

/// Whether a form of "be" governs the participle.
fn is_passive(tokens: &[Token], cue: &Cue) -> bool {
    if cue.form != Form::Past {
        return false;
    }
    let mut at = cue.first;
    while let Some(before) = at.checked_sub(1).and_then(|i| tokens.get(i)) {
        match before.tag {
            Tag::Adverb => at -= 1,
            Tag::Auxiliary | Tag::Possessive => {
                return matches!(
                    before.lower.as_str(),
                    "is" | "are"
                        | "was"
                        | "were"
                        | "be"
                        | "been"
                        | "being"
                        | "am"
                        | "'re"
                        | "'m"
                        | "wasn't"
                        | "weren't"
                        | "isn't"
                        | "aren't"
                );
            }
            _ => return false,
        }
    }
    false
}

/// "was criticized by Ada Brook": the agent speaks; without one nobody does.
fn passive(tokens: &[Token], cue: Cue) -> Option<Cue> {
    let end =
        (cue.last + 1..tokens.len().min(cue.last + 4)).find(|i| tokens.get(*i).is_some_and(|t| t.lower == "by"))?;
    let source = phrases::chunk_right(tokens, end + 1)?;
    Some(Cue { source: Some(source), ..cue })
}

/// "…, adding that": the subject of the clause before speaks.
fn participle(tokens: &[Token], cue: Cue, before: &[Cue]) -> Option<Cue> {
    let previous = cue.first.checked_sub(1).and_then(|i| tokens.get(i));
    let mut group = cue.first;
    while group > 0 && tokens.get(group - 1).is_some_and(|t| t.tag == Tag::Adverb) {
        group -= 1;
    }
    let progressive =
        group > 0 && tokens.get(group - 1).is_some_and(|t| matches!(t.tag, Tag::Auxiliary | Tag::Possessive));
    if progressive && let Subject::Phrase(found) = subjects::subject_left(tokens, cue.first) {
        return Some(Cue { source: Some(found), ..cue });
    }
    if previous.is_some_and(|t| matches!(t.tag, Tag::Determiner | Tag::Possessive)) {
        return None;
    }
    let source = carried(tokens, &cue, before)?;
    Some(Cue { source: Some(source), ..cue })
}

/// "went on to say", "declined to comment".
fn governed_by_to(tokens: &[Token], cue: &Cue) -> bool {
    cue.form == Form::Base && cue.first > 0 && tokens.get(cue.first - 1).is_some_and(|t| t.tag == Tag::To)
}

/// The subject of the clause before: that of the last cue of the same form, of the last cue, or the first noun phrase
/// before a finite verb.
fn carried(tokens: &[Token], cue: &Cue, before: &[Cue]) -> Option<Phrase> {
    let start = subjects::clause_start(tokens, cue.first);
    let earlier = || before.iter().rev().filter(|c| c.first >= start && !c.inverted && c.source.is_some());
    let same_form = earlier().find(|c| c.form == cue.form && cue.form != Form::Ing);
    match same_form.or_else(|| earlier().next()) {
        Some(found) => found.source,
        None => main_subject(tokens, start, cue.first),
    }
}

/// The subject of the first finite verb between `start` and `end`.
pub fn main_subject(tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let verb = (start..end).find(|i| {
        *i > start
            && tokens.get(*i).is_some_and(|t| matches!(t.tag, Tag::Auxiliary | Tag::Verb))
            && matches!(subjects::subject_left(tokens, *i), Subject::Phrase(_))
    })?;
    match subjects::subject_left(tokens, verb) {
        Subject::Phrase(found) => Some(found),
        _ => None,
    }
}

/// Whether a noun phrase can be the subject of this form: "the claims" and "a report" are nouns, not verbs.
fn agrees(tokens: &[Token], cue: &Cue, subject: Phrase) -> bool {
    let Some(head) = tokens.get(subject.last) else { return false };
    let group = (subject.last + 1..cue.first).any(|i| tokens.get(i).is_some_and(|t| t.tag == Tag::Auxiliary));
    match cue.form {
        Form::Base if !group => is_plural(tokens, subject, head),
        Form::Third if !group => !is_plural_word(&head.lower) || head.capital,
        _ => true,
    }
}

fn is_plural(tokens: &[Token], subject: Phrase, head: &Token) -> bool {
    let joint = (subject.first..subject.last).any(|i| tokens.get(i).is_some_and(|t| t.lower == "and"));
    let plural_pronoun = matches!(
        head.lower.as_str(),
        "they"
            | "we"
            | "i"
            | "you"
            | "who"
            | "some"
            | "many"
            | "others"
            | "most"
            | "few"
            | "both"
            | "people"
            | "police"
            | "men"
            | "women"
            | "media"
    );
    joint
        || plural_pronoun
        || is_plural_word(&head.lower)
        || (subject.first..subject.last).any(|i| tokens.get(i).is_some_and(|t| is_plural_word(&t.lower)))
}

fn is_plural_word(lower: &str) -> bool {
    lower.len() > 3 && lower.ends_with('s') && !["ss", "us", "is"].iter().any(|e| lower.ends_with(e))
}
