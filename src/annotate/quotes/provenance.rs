//! Around a cue: who obtained the words, where they were said, and to whom.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::cues::{Cue, CueKind};
use super::frame::Frame;
use super::mentions;
use crate::language::{WORDS, en};
use crate::model::{Pos, Tag, Token};
use crate::span::Span;

/// What stands around a cue beside speaker and words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Who obtained or published the words.
    pub via: Option<String>,
    /// Where it was said.
    pub venue: Option<String>,
    /// To whom.
    pub addressee: Option<Span>,
}

static OUTLETS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| en::OUTLETS.entries().collect());

#[derive(Deserialize)]
struct Venues {
    nouns: BTreeMap<String, String>,
    verbs: BTreeMap<String, String>,
}

static VENUES: LazyLock<Venues> = LazyLock::new(|| en::VENUES.table());

/// What stands around the cue with this span in a sentence.
pub fn read(text: &str, frame: &Frame, cues: &[Cue], cue: Span) -> Provenance {
    let Some(own) = cues.iter().find(|c| frame.span(&c.tokens) == Some(cue)) else {
        return Provenance {
            via: around(text, frame),
            venue: venue(frame, None),
            addressee: None,
        };
    };
    let hearer = hearer(frame, own);
    let told = hearer.as_ref().and_then(|h| outlet(text, frame, h));
    let described = hearer
        .clone()
        .filter(|h| frame.token(h.start).is_some_and(|t| t.pos == Pos::Det));
    let occasion =
        described.and_then(|h| called(&VENUES.nouns, frame.lower(h.end.checked_sub(1)?)));
    let addressee = hearer
        .filter(|_| told.is_none() && occasion.is_none())
        .and_then(|h| frame.span(&h));
    let via = told
        .or_else(|| relayed(text, frame, cues, own))
        .or_else(|| around(text, frame));
    Provenance {
        via,
        venue: occasion.or_else(|| venue(frame, Some(own))),
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
        .or_else(|| reported_by(text, frame))
}

/// "according to", "reported by", "in", "on", "with" before an outlet.
pub fn around(text: &str, frame: &Frame) -> Option<String> {
    let governs = |at: &u32| {
        let preposition = frame
            .token(*at)
            .is_some_and(|t| matches!(t.tag, Tag::In | Tag::To));
        preposition
            && !frame.is_quoted(*at)
            && !matches!(frame.lower(*at), "of" | "against" | "about")
    };
    let governed = (0..frame.len())
        .filter(governs)
        .filter_map(|at| mentions::starting_at(frame, at + 1));
    governed
        .into_iter()
        .find_map(|phrase| outlet(text, frame, &phrase))
}

/// "…, RIA Novosti reported" where the verb has no words of its own in this sentence.
fn reported_by(text: &str, frame: &Frame) -> Option<String> {
    let hands_on =
        |at: &u32| matches!(frame.lower(*at), "reported" | "reports" | "quoted" | "said");
    let verb = (0..frame.len())
        .rev()
        .filter(|&at| !frame.is_quoted(at))
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
    here.iter()
        .copied()
        .find(|t| is_outlet(t))
        .and_then(|_| described_outlet(text, &here))
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
            if OUTLETS.contains(run.as_str()) && best.as_ref().is_none_or(|b| run.len() > b.len()) {
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

/// What an occasion is called that a word names.
fn called(names: &BTreeMap<String, String>, word: &str) -> Option<String> {
    names
        .iter()
        .find(|(_, words)| words.split_whitespace().any(|w| w == word))
        .map(|(name, _)| name.clone())
}

/// The occasion, told by a verb or by a noun after a preposition outside the quoted words.
fn venue(frame: &Frame, cue: Option<&Cue>) -> Option<String> {
    if let Some(found) = cue.and_then(|c| called(&VENUES.verbs, &c.entry.base)) {
        return Some(found);
    }
    let opens = |at: &u32| {
        let preposition = WORDS.before_occasion.contains(frame.lower(*at));
        preposition && !frame.is_quoted(*at) && frame.tag(*at) != Some(Tag::Rp)
    };
    (0..frame.len()).filter(opens).find_map(|at| {
        let phrase = mentions::starting_at(frame, at + 1)?;
        let head = phrase.end.min(at + 7);
        (phrase.start..head)
            .rev()
            .find_map(|word| called(&VENUES.nouns, frame.lower(word)))
    })
}
