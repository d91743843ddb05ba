//! Around a cue: who obtained the words, where they were said, and to whom.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::cues::Cue;
use super::direct;
use super::grammar::{Tag, is_in};
use super::phrases::{self, Phrase};
use super::tokens::Token;
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

static OUTLETS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../lexicons/outlets.txt").lines();
    lines.filter(|l| !l.starts_with('#')).collect()
});

/// Words that make a name that of an outlet.
const OUTLET_WORDS: [&str; 30] = [
    "news",
    "agency",
    "agencies",
    "newspaper",
    "newspapers",
    "magazine",
    "broadcaster",
    "television",
    "tv",
    "radio",
    "times",
    "post",
    "tribune",
    "herald",
    "gazette",
    "journal",
    "network",
    "daily",
    "weekly",
    "channel",
    "courier",
    "chronicle",
    "press",
    "observer",
    "mirror",
    "wire",
    "outlet",
    "outlets",
    "podcast",
    "website",
];

#[derive(Deserialize, Default)]
struct Venues {
    nouns: BTreeMap<String, String>,
    verbs: BTreeMap<String, String>,
}

static VENUES: LazyLock<Venues> =
    LazyLock::new(|| toml::from_str(include_str!("../lexicons/venues.toml")).unwrap_or_default());

/// What stands around the cue at tokens `cue` (by its span) in a sentence.
pub fn read(text: &str, tokens: &[Token], cues: &[Cue], cue: Span) -> Provenance {
    let Some(own) = cues.iter().find(|c| direct::span(tokens, Phrase { first: c.first, last: c.last }) == Some(cue))
    else {
        return Provenance { via: around(text, tokens), venue: venue(tokens, None), addressee: None };
    };
    let hearer = hearer(tokens, own);
    let told = hearer.and_then(|h| outlet(text, tokens, h));
    let occasion = hearer.filter(|h| tokens.get(h.first).is_some_and(|t| t.tag == Tag::Determiner));
    let occasion = occasion.and_then(|h| of(&VENUES.nouns, &tokens.get(h.last)?.lower));
    let addressee = hearer.filter(|_| told.is_none() && occasion.is_none()).and_then(|h| direct::span(tokens, h));
    let via = told.or_else(|| relayed(text, tokens, cues, own)).or_else(|| around(text, tokens));
    Provenance { via, venue: occasion.or_else(|| venue(tokens, Some(own))), addressee }
}

/// Whom a verb of telling is followed by.
fn hearer(tokens: &[Token], cue: &Cue) -> Option<Phrase> {
    let starts = tokens.get(cue.last + 1).filter(|t| {
        matches!(t.tag, Tag::Name | Tag::Determiner | Tag::Word | Tag::ObjectPronoun | Tag::Number | Tag::Pronoun)
    })?;
    let told = cue.entry.frames.whom && !cue.inverted && starts.tag != Tag::Pronoun;
    told.then(|| phrases::chunk_right(tokens, cue.last + 1))?
}

/// "…, state television reported": another cue of the sentence whose source is an outlet.
fn relayed(text: &str, tokens: &[Token], cues: &[Cue], own: &Cue) -> Option<String> {
    let others = cues.iter().filter(|c| c.first != own.first && c.source != own.source);
    others.filter_map(|c| c.source).find_map(|s| outlet(text, tokens, s)).or_else(|| reported_by(text, tokens))
}

/// "according to", "reported by", "told", "in", "on", "with" before an outlet.
pub fn around(text: &str, tokens: &[Token]) -> Option<String> {
    let governs = |t: &Token| t.tag == Tag::Preposition || t.tag == Tag::To;
    tokens
        .iter()
        .enumerate()
        .filter(|(_, t)| governs(t) && !matches!(t.lower.as_str(), "of" | "against" | "about"))
        .find_map(|(i, _)| {
            let phrase = phrases::chunk_right(tokens, i + 1)?;
            outlet(text, tokens, phrase)
        })
}

/// "…, RIA Novosti reported" where the verb has no words of its own in this sentence.
fn reported_by(text: &str, tokens: &[Token]) -> Option<String> {
    let verb = tokens.iter().rposition(|t| matches!(t.lower.as_str(), "reported" | "reports" | "quoted" | "said"))?;
    let phrase = phrases::chunk_left(tokens, verb.checked_sub(1)?, 0)?;
    outlet(text, tokens, phrase)
}

/// The name of the outlet a phrase names, without what describes it.
pub fn outlet(text: &str, tokens: &[Token], phrase: Phrase) -> Option<String> {
    let here = tokens.get(phrase.first..=phrase.last)?;
    let words: Vec<&str> = here.iter().map(|t| t.span.of(text)).collect();
    if let Some(known) = known_outlet(&words) {
        return Some(known);
    }
    let speaks_of_one =
        here.iter().any(|t| OUTLET_WORDS.contains(&t.lower.as_str()) && (t.capital || is_generic(&t.lower)));
    let domain = here
        .iter()
        .find(|t| t.capital && [".com", ".org", ".net", ".ru", ".co.uk"].iter().any(|d| t.lower.ends_with(d)));
    if let Some(domain) = domain {
        return Some(domain.span.of(text).to_string());
    }
    speaks_of_one.then(|| described_outlet(text, here))?
}

fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "agency"
            | "agencies"
            | "newspaper"
            | "newspapers"
            | "magazine"
            | "broadcaster"
            | "television"
            | "tv"
            | "radio"
            | "network"
            | "outlet"
            | "outlets"
            | "podcast"
            | "channel"
    )
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
fn described_outlet(text: &str, here: &[Token]) -> Option<String> {
    let after_possessive = here.iter().rposition(|t| t.tag == Tag::Possessive).map_or(0, |i| i + 1);
    let rest = here.get(after_possessive..).unwrap_or(here);
    let named: Vec<&Token> = rest.iter().filter(|t| t.capital && t.tag == Tag::Name).collect();
    let proper = named.len() >= 2 || named.iter().any(|t| OUTLET_WORDS.contains(&t.lower.as_str()));
    let chosen: Vec<&str> = if proper {
        named.iter().map(|t| t.span.of(text)).collect()
    } else {
        here.iter().filter(|t| !is_in("articles", &t.lower)).map(|t| t.span.of(text)).collect()
    };
    (!chosen.is_empty()).then(|| chosen.join(" "))
}

/// The occasion that a word names.
fn of(map: &BTreeMap<String, String>, word: &str) -> Option<String> {
    map.iter().find(|(_, words)| words.split_whitespace().any(|w| w == word)).map(|(name, _)| name.clone())
}

/// The occasion, told by a verb or by a noun behind a preposition outside the quoted words.
fn venue(tokens: &[Token], cue: Option<&Cue>) -> Option<String> {
    if let Some(found) = cue.and_then(|c| of(&VENUES.verbs, &c.entry.base)) {
        return Some(found);
    }
    let opens = |t: &Token| {
        t.tag == Tag::Preposition
            && matches!(t.lower.as_str(), "in" | "at" | "on" | "during" | "by" | "via" | "through" | "to")
    };
    tokens.iter().enumerate().filter(|(_, t)| opens(t)).find_map(|(i, _)| {
        let pointed = tokens.get(i + 1).is_some_and(|t| t.tag == Tag::That);
        let phrase = phrases::chunk_right(tokens, i + 1 + usize::from(pointed))?;
        let head = phrase.last.min(i + 5);
        (phrase.first..=head).rev().find_map(|k| of(&VENUES.nouns, &tokens.get(k)?.lower))
    })
}
