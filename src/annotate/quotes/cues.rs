//! A sentence's reading → the cues in it: what hands words over, with who speaks.

use std::ops::Range;

use super::frame::Frame;
use super::lexicon::{self, Entry};
use super::mentions;
use super::sources;
use crate::model::{Label, Pos, Tag, Token};

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
    /// The tokens that name who speaks; empty where nobody is named.
    pub source: Range<u32>,
    /// Whether the subject stands after the verb ("said Ada Brook").
    pub inverted: bool,
    /// Whether it is a verb that was read as a noun.
    pub misread: bool,
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
pub fn in_sentence(frame: &Frame) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for at in (0..frame.len()).filter(|&at| !frame.is_quoted(at)) {
        if found.last().is_some_and(|cue| cue.tokens.contains(&at)) {
            continue;
        }
        found.extend(
            verb(frame, at)
                .or_else(|| misread_verb(frame, at))
                .or_else(|| noun(frame, at))
                .or_else(|| according_to(frame, at)),
        );
    }
    share_sources(frame, &mut found);
    found
}

/// "She said the crew would stay and said that": a verb joined to the reported words in the form of the one before that
/// reports them is its speaker's.
fn share_sources(frame: &Frame, cues: &mut [Cue]) {
    for later in 1..cues.len() {
        let (before, rest) = cues.split_at_mut(later);
        let Some(cue) = rest.first_mut() else { return };
        let joined = frame.reading.has_label(cue.head, &[Label::Conj])
            && frame.reading.child(cue.head, &[Label::Nsubj]).is_none();
        let form = |at: u32| frame.token(at).map(|t| (t.tag, &t.lemma));
        let first = before.iter().find(|first| {
            let governs = frame.reading.above(cue.head).any(|at| at == first.head);
            governs && form(first.head) == form(cue.head) && first.source.end <= first.head
        });
        if let Some(first) = first.filter(|_| joined && cue.kind == CueKind::Verb) {
            cue.source = first.source.clone();
        }
    }
}

/// A reporting verb with its particles and its source.
fn verb(frame: &Frame, at: u32) -> Option<Cue> {
    let token = frame.token(at).filter(|token| token.is_act())?;
    let entries = entries(token).iter();
    let (end, entry) = entries
        .filter_map(|entry| Some((end_with_particles(frame, at, entry)?, entry)))
        .next()?;
    if is_anybodys(frame, at) {
        return None;
    }
    let source = sources::speaker_of_verb(frame, at, end, entry);
    let source = source.or_else(|| nobody(frame, at))?;
    Some(Cue {
        head: at,
        tokens: at..end,
        kind: CueKind::Verb,
        entry,
        source: source.tokens,
        inverted: source.inverted,
        misread: false,
    })
}

/// "It was impossible to say": an infinitive beside an adjective whose subject is "it" is said by nobody.
fn is_anybodys(frame: &Frame, verb: u32) -> bool {
    let Some(token) = frame.token(verb) else {
        return false;
    };
    let is_predicate = frame.reading.has_label(token.head, &[Label::Acomp]);
    let above = if is_predicate {
        frame
            .token(token.head)
            .map_or(verb, |adjective| adjective.head)
    } else {
        token.head
    };
    let governor = frame
        .token(above)
        .filter(|t| &*t.lemma == "be")
        .map(|_| above);
    let expletive = governor.and_then(|at| {
        frame.reading.child(at, &[Label::Acomp])?;
        frame.reading.child(at, &[Label::Nsubj, Label::Expl])
    });
    let empty = expletive.is_some_and(|it| frame.lower(it) == "it");
    matches!(token.tag, Tag::Vb | Tag::Vbg) && token.head != verb && empty
}

/// The empty source of a passive without an agent: "is expected to", "was accused of".
fn nobody(frame: &Frame, verb: u32) -> Option<sources::Source> {
    let act = frame.reading.act_of(verb)?;
    (act.passive && act.agent.is_none()).then_some(sources::Source {
        tokens: verb..verb,
        inverted: false,
    })
}

/// A verb in the present tense that was read as a noun: "Brook claims that …", "Panel votes to …", "papers show the …".
fn misread_verb(frame: &Frame, at: u32) -> Option<Cue> {
    let token = frame
        .token(at)
        .filter(|token| matches!(token.tag, Tag::Nns | Tag::Nn))?;
    let before = at.checked_sub(1)?;
    let subject = frame
        .token(before)
        .filter(|t| matches!(t.pos, Pos::Noun | Pos::Propn) && !t.is_time())?;
    let clause_labels = [
        Label::Ccomp,
        Label::Acl,
        Label::Relcl,
        Label::Advcl,
        Label::Xcomp,
    ];
    let clause = frame.child_from(at, &clause_labels, at + 1)?;
    let first = frame.reading.subtree(clause).start;
    let completes = frame.reading.has_label(clause, &[Label::Ccomp]);
    let next = frame.lower(at + 1);
    let entry = lexicon::verbs(&token.lemma.to_lowercase())
        .iter()
        .find(|entry| entry.particles.is_empty())?;
    let singular = matches!(subject.tag, Tag::Nn | Tag::Nnp);
    let agrees = singular == (token.tag == Tag::Nns);
    let fits = match next {
        "that" => entry.frames.that && frame.reading.has_label(at + 1, &[Label::Mark]),
        "to" => entry.frames.to && first == at + 1,
        _ => entry.frames.zero && completes && first == at + 1,
    };
    let alone = frame.reading.children(at).all(|child| {
        child > at
            || frame
                .reading
                .has_label(child, &[Label::Compound, Label::Nsubj, Label::Nmod])
                && frame.reading.child(child, &[Label::Det]).is_none()
            || frame.reading.has_label(child, &[Label::Poss])
                && frame.reading.has_label(at, &[Label::Root, Label::Appos])
            || frame.reading.has_label(
                child,
                &[Label::Cc, Label::Punct, Label::Advmod, Label::Mark],
            )
    });
    if !agrees || !fits || !alone {
        return None;
    }
    let source = if subject.head == at {
        frame.reading.subtree(before).start..at
    } else {
        mentions::ending_before(frame, at)?
    };
    Some(Cue {
        head: at,
        tokens: at..at + 1,
        kind: CueKind::Verb,
        entry,
        source,
        inverted: false,
        misread: true,
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
    let source = sources::owner_of_noun(frame, at);
    let source = source.unwrap_or(at..at);
    Some(Cue {
        head: governor,
        tokens: at..end,
        kind: CueKind::Noun,
        entry,
        source,
        inverted: false,
        misread: false,
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
        misread: false,
    })
}
