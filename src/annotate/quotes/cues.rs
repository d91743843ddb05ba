//! A sentence's reading → the cues in it: what hands words over, with who speaks.

use std::ops::Range;

use super::frame::Frame;
use super::lexicon::{self, Entry};
use super::mentions;
use super::sources;
use crate::model::{Label, Tag, Token};

/// What kind of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// "said"
    Verb,
    /// "claim"
    Noun,
    /// "according to"
    AccordingTo,
}

/// A word or phrase that hands words over, with who speaks.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The word that stands for it.
    pub head: u32,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What kind of word it is.
    pub kind: CueKind,
    /// What the lexicon says of it.
    pub entry: &'static Entry,
    /// The tokens that name who speaks.
    pub source: Range<u32>,
    /// Whether the subject stands after the verb ("said Ada Brook").
    pub inverted: bool,
}

impl Cue {
    /// From the first token of the cue and its source to the last of both.
    pub fn around(&self) -> Range<u32> {
        self.tokens.start.min(self.source.start)..self.tokens.end.max(self.source.end)
    }

    /// Where the words before the cue end: at its source or at the cue itself, whichever comes first.
    pub fn start(&self) -> u32 {
        if self.inverted || self.source.start > self.tokens.start {
            self.tokens.start
        } else {
            self.source.start
        }
    }
}

/// The cues of a sentence, in order.
pub fn find(frame: &Frame) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in (0..frame.len()).filter(|&at| !frame.is_quoted(at)) {
        if found.last().is_some_and(|cue| cue.tokens.contains(&at)) {
            continue;
        }
        found.extend(
            verb(frame, at)
                .or_else(|| noun(frame, at))
                .or_else(|| according_to(frame, at)),
        );
    }
    found
}

/// A reporting verb with its particles and its source.
fn verb(frame: &Frame, at: u32) -> Option<Cue> {
    let token = frame
        .token(at)
        .filter(|token| token.is_act() || sources::is_misread_participle(frame, at))?;
    let entries = entries(token).iter();
    let (end, entry) = entries
        .filter_map(|entry| Some((end_with_particles(frame, at, entry)?, entry)))
        .next()?;
    let source = sources::of_verb(frame, at, end, entry)?;
    Some(Cue {
        head: at,
        tokens: at..end,
        kind: CueKind::Verb,
        entry,
        source: source.tokens,
        inverted: source.inverted,
    })
}

/// The cues that a verb may be; "hoped" may be read as a form of "hop".
fn entries(token: &Token) -> &'static [Entry] {
    let lemma = token.lemma.to_lowercase();
    let found = lexicon::verbs(&lemma);
    let inflected = matches!(token.tag, Tag::Vbd | Tag::Vbn | Tag::Vbg);
    if found.is_empty() && inflected {
        lexicon::verbs(&format!("{lemma}e"))
    } else {
        found
    }
}

/// Where a verb at `at` ends with its particles; a day may stand between ("called Thursday on the council").
fn end_with_particles(frame: &Frame, at: u32, entry: &Entry) -> Option<u32> {
    let day = frame.token(at + 1).is_some_and(|token| token.is_time());
    let from = if day && !entry.particles.is_empty() {
        at + 2
    } else {
        at + 1
    };
    let follows = (from..)
        .zip(&entry.particles)
        .all(|(i, particle)| frame.lower(i) == particle && !frame.is_quoted(i));
    follows.then_some(if entry.particles.is_empty() {
        at + 1
    } else {
        from + entry.particles.len() as u32
    })
}

/// "Brook's complaint was that …", "his promise to …": a noun for an act of speech, whose it is, and its words.
fn noun(frame: &Frame, at: u32) -> Option<Cue> {
    let token = frame
        .token(at)
        .filter(|token| matches!(token.tag, Tag::Nn | Tag::Nns))?;
    let entry = lexicon::noun(&token.lemma)?;
    let copula =
        frame.reading.has_label(at, &[Label::Nsubj]) && &*frame.token(token.head)?.lemma == "be";
    let governor = if copula { token.head } else { at };
    let end = if copula && token.head == at + 1 {
        at + 2
    } else {
        at + 1
    };
    let source = sources::of_noun(frame, at)?;
    Some(Cue {
        head: governor,
        tokens: at..end,
        kind: CueKind::Noun,
        entry,
        source,
        inverted: false,
    })
}

/// "according to Ada Brook".
fn according_to(frame: &Frame, at: u32) -> Option<Cue> {
    let is_cue = frame.lower(at) == "according" && frame.lower(at + 1) == "to";
    let governed = || {
        frame
            .reading
            .child(at + 1, &[Label::Pobj])
            .and_then(|noun| mentions::mention(frame, noun))
    };
    let source = is_cue.then(|| governed().or_else(|| mentions::starting_at(frame, at + 2)))??;
    let entry = lexicon::according_to();
    Some(Cue {
        head: at,
        tokens: at..at + 2,
        kind: CueKind::AccordingTo,
        entry,
        source,
        inverted: false,
    })
}
