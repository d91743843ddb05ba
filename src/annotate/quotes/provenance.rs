//! Around a cue: who obtained the words, where they were said, and to whom.

use std::ops::Range;

use super::cues::{Cue, CueKind};
use super::frame::Frame;
use super::mentions;
use crate::language::{self, WORDS};
use crate::model::{EntityKind, EntityType, Label, Pos, Tag, Token};
use crate::span::Span;

/// What stands around a cue beside speaker and words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Who obtained or published the words.
    pub via: Option<String>,
    /// What carried them: "video".
    pub medium: Option<&'static str>,
    /// On which occasion it was said.
    pub venue: Option<String>,
    /// To whom.
    pub addressee: Option<Span>,
}

impl Provenance {
    /// Whether the occasion or the medium is told.
    pub fn is_told(&self) -> bool {
        self.venue.is_some() || self.medium.is_some()
    }
}

/// What stands around the cue with this span in a sentence.
pub fn read(text: &str, frame: &Frame, cues: &[Cue], cue: Span) -> Provenance {
    let Some(own) = cues.iter().find(|c| frame.span(&c.tokens) == Some(cue)) else {
        return Provenance {
            via: around(text, frame),
            medium: named(frame, language::medium),
            venue: named(frame, language::occasion).map(str::to_string),
            addressee: None,
        };
    };
    let hearer = hearer(frame, own);
    let told = hearer.as_ref().and_then(|h| outlet(text, frame, h));
    let described = hearer
        .clone()
        .filter(|h| frame.token(h.start).is_some_and(|t| t.pos == Pos::Det));
    let occasion = described.and_then(|h| language::occasion(frame.lower(h.end.checked_sub(1)?)));
    let addressee = hearer
        .filter(|_| told.is_none() && occasion.is_none())
        .and_then(|h| frame.span(&h));
    let via = told
        .or_else(|| relayed(text, frame, cues, own))
        .or_else(|| around(text, frame));
    Provenance {
        via,
        medium: medium(frame, own),
        venue: occasion.or_else(|| venue(frame, own)).map(str::to_string),
        addressee,
    }
}

/// Whom a verb of telling is followed by.
fn hearer(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let next = frame.token(cue.tokens.end).filter(|t| {
        t.tag != Tag::Prp || matches!(&*t.lower, "him" | "them" | "us" | "me" | "her")
    })?;
    let told =
        cue.kind == CueKind::Verb && cue.entry.frames.whom && !cue.inverted && !next.is_time();
    (told && !frame.is_quoted(cue.tokens.end))
        .then(|| mentions::starting_at(frame, cue.tokens.end))?
}

/// "…, state television reported": another cue of the sentence whose source is an outlet.
fn relayed(text: &str, frame: &Frame, cues: &[Cue], own: &Cue) -> Option<String> {
    let others = cues
        .iter()
        .filter(|c| c.tokens != own.tokens && c.source != own.source);
    others
        .map(|c| &c.source)
        .find_map(|s| outlet(text, frame, s))
        .or_else(|| reported_by(text, frame, own))
}

/// "according to", "reported by", "in", "on", "with" before an outlet.
pub fn around(text: &str, frame: &Frame) -> Option<String> {
    let governs = |at: &u32| {
        let preposition = frame
            .token(*at)
            .is_some_and(|t| matches!(t.tag, Tag::In | Tag::To));
        preposition
            && !frame.is_quoted(*at)
            && !is_in_relative_clause(frame, *at)
            && !matches!(
                frame.lower(*at),
                "of" | "against" | "about" | "like" | "than"
            )
    };
    let governed = (0..frame.len())
        .filter(governs)
        .filter_map(|at| mentions::starting_at(frame, at + 1))
        .map(|phrase| own_words(frame, phrase));
    governed
        .into_iter()
        .find_map(|phrase| outlet(text, frame, &phrase))
}

/// A phrase without what another preposition joins to it: "a rant" of "a rant about the Wire".
fn own_words(frame: &Frame, phrase: Range<u32>) -> Range<u32> {
    let joins = |at: &u32| frame.tag(*at) == Some(Tag::In) && frame.lower(*at) != "of";
    let end = phrase.clone().find(joins).unwrap_or(phrase.end);
    phrase.start..end
}

/// Whether a token stands in a clause with "who" that tells of somebody before the main verb: "Brook, who wrote for the
/// Wire, said".
fn is_in_relative_clause(frame: &Frame, at: u32) -> bool {
    let mut above = frame.reading.above(at);
    let clause = above.find(|&at| frame.reading.has_label(at, &[Label::Relcl]));
    clause.is_some_and(|clause| {
        let below = frame.reading.subtree(clause);
        let asides = below.clone().take(2).any(|at| frame.lower(at) == "who");
        asides
            && frame
                .before(below.start)
                .is_some_and(|at| frame.is_comma(at))
    })
}

/// "…, RIA Novosti reported" where the verb has no words of its own in this sentence.
fn reported_by(text: &str, frame: &Frame, own: &Cue) -> Option<String> {
    let hands_on =
        |at: &u32| matches!(frame.lower(*at), "reported" | "reports" | "quoted" | "said");
    let verb = (0..frame.len())
        .rev()
        .filter(|&at| !frame.is_quoted(at) && !own.tokens.contains(&at))
        .find(hands_on)?;
    let phrase = mentions::ending_before(frame, verb)?;
    outlet(text, frame, &phrase)
}

/// The name of the outlet a phrase names, without what describes it.
pub fn outlet(text: &str, frame: &Frame, phrase: &Range<u32>) -> Option<String> {
    let here: Vec<&Token> = phrase.clone().filter_map(|at| frame.token(at)).collect();
    let words: Vec<&str> = here.iter().map(|t| t.span.of(text)).collect();
    if let Some(known) = known_outlet(&words) {
        return Some(known);
    }
    let is_domain = |t: &&&Token| {
        is_capital(text, t)
            && [".com", ".org", ".net", ".ru", ".co.uk"]
                .iter()
                .any(|d| t.lower.ends_with(d))
    };
    if let Some(domain) = here.iter().find(is_domain) {
        return Some(domain.span.of(text).to_string());
    }
    let is_outlet = |t: &&Token| {
        WORDS.outlet_words.contains(&t.lower)
            && (is_capital(text, t) || WORDS.kinds_of_outlet.contains(&t.lower))
    };
    if is_somebody(&here) {
        return None;
    }
    here.iter()
        .copied()
        .find(|t| is_outlet(t))
        .and_then(|_| described_outlet(text, &here))
}

/// "Radio host Ada Brook" is somebody: a name of a person with a word for people before it.
fn is_somebody(here: &[&Token]) -> bool {
    let named = here
        .last()
        .and_then(|last| last.entity)
        .is_some_and(|part| part.kind == EntityType::Person);
    let people = |t: &&Token| {
        let noun = language::noun(&t.lower).is_some_and(|noun| noun.kind == EntityKind::Person);
        let is_outlet = WORDS.outlet_words.contains(&t.lower); // "broadcaster"
        !is_outlet && (noun || language::role(&t.lower).is_some())
    };
    named && here.iter().any(people)
}

fn is_capital(text: &str, token: &Token) -> bool {
    token.span.of(text).starts_with(char::is_uppercase)
}

/// The longest run of words that is on the list.
fn known_outlet(words: &[&str]) -> Option<String> {
    let mut best: Option<String> = None;
    for first in 0..words.len() {
        for last in first..words.len().min(first + 5) {
            let run = words.get(first..=last).unwrap_or(&[]).join(" ");
            if language::is_outlet(&run) && best.as_ref().is_none_or(|b| run.len() > b.len()) {
                best = Some(run);
            }
        }
    }
    best
}

/// Its proper name where it has one ("the city's Northern Wire news agency" → "Northern Wire"), else all of it.
fn described_outlet(text: &str, here: &[&Token]) -> Option<String> {
    let after_possessive = here
        .iter()
        .rposition(|t| t.tag == Tag::Pos)
        .map_or(0, |at| at + 1);
    let rest = here.get(after_possessive..).unwrap_or(here);
    let named: Vec<&Token> = rest
        .iter()
        .copied()
        .filter(|t| is_capital(text, t) && t.pos != Pos::Det)
        .collect();
    let proper = named.len() >= 2 || named.iter().any(|t| WORDS.outlet_words.contains(&t.lower));
    let whole = || {
        here.iter()
            .copied()
            .filter(|t| !matches!(&*t.lower, "a" | "an" | "the"))
            .collect()
    };
    let chosen: Vec<&Token> = if proper { named } else { whole() };
    let words: Vec<&str> = chosen.iter().map(|t| t.span.of(text)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The occasion, told by the cue or by a noun beside it.
fn venue(frame: &Frame, cue: &Cue) -> Option<&'static str> {
    language::occasion_of_verb(&cue.entry.base)
        .or_else(|| holding(frame, cue, language::occasion))
        .or_else(|| named(frame, language::occasion))
}

/// What carried the words, told by the cue or by a noun beside it.
fn medium(frame: &Frame, cue: &Cue) -> Option<&'static str> {
    language::medium_of_verb(&cue.entry.base)
        .or_else(|| holding(frame, cue, language::medium))
        .or_else(|| named(frame, language::medium))
}

/// What a noun is called among occasions or media.
type Names = fn(&str) -> Option<&'static str>;

/// The noun that a cue's clause describes: "a statement in which he said", "a video of her saying", "video emerged of him
/// saying".
fn holding(frame: &Frame, cue: &Cue, names: Names) -> Option<&'static str> {
    let mut clauses = std::iter::once(cue.head).chain(frame.reading.above(cue.head));
    let clause = clauses.find(|&at| frame.reading.has_label(at, &[Label::Relcl]));
    let in_which = clause.filter(|&clause| {
        let first = frame.reading.subtree(clause).start;
        frame.tag(first) == Some(Tag::In) && frame.lower(first + 1) == "which"
    });
    let described = in_which.and_then(|clause| Some(frame.token(clause)?.head));
    let of = cue
        .source
        .start
        .checked_sub(1)
        .filter(|&of| !cue.source.is_empty() && frame.lower(of) == "of");
    let pictured = of.and_then(|of| {
        let head = frame.token(of)?.head;
        let subject = [Label::Nsubj, Label::Nsubjpass];
        frame.reading.child(head, &subject).or(Some(head))
    });
    described
        .or(pictured)
        .and_then(|noun| names(frame.lower(noun)))
}

/// The first of these names that a noun after a preposition outside the quoted words has.
fn named(frame: &Frame, names: Names) -> Option<&'static str> {
    let opens = |at: &u32| {
        let preposition = WORDS.before_occasion.contains(frame.lower(*at));
        preposition && !frame.is_quoted(*at) && frame.tag(*at) != Some(Tag::Rp)
    };
    (0..frame.len()).filter(opens).find_map(|at| {
        let phrase = mentions::starting_at(frame, at + 1)?;
        let head = phrase.end.min(at + 7);
        (phrase.start..head)
            .rev()
            .find_map(|word| names(frame.lower(word)))
    })
}
