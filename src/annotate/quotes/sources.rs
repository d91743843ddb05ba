//! Who speaks: the agent of a reporting verb, the owner of a noun.

use std::ops::Range;

use super::frame::Frame;
use super::lexicon::Entry;
use super::mentions;
use crate::language::{self, WORDS};
use crate::model::{Label, Pos, Tag};

/// Who speaks, and on which side of the verb they stand.
#[derive(Clone, Debug)]
pub struct Source {
    /// The tokens that name them.
    pub tokens: Range<u32>,
    /// Whether they are the subject and stand after the verb.
    pub inverted: bool,
}

/// Who speaks by the verb at `verb`, whose particles end at `end`; none where nobody is found.
pub fn speaker_of_verb(frame: &Frame, verb: u32, end: u32, entry: &Entry) -> Option<Source> {
    let may_invert = entry.frames.quote && !entry.frames.hearer && entry.particles.is_empty();
    let act = frame.reading.act_of(verb)?;
    let own = subject(frame, verb);
    if let Some(subject) =
        own.filter(|&subject| subject > verb && mentions::can_speak(frame, subject))
    {
        let tokens = mentions::mention(frame, subject)?;
        return may_invert.then_some(Source {
            tokens,
            inverted: true,
        });
    }
    if may_invert && (own.is_none() || own.is_some_and(|subject| frame.is_quoted(subject))) {
        let after = after_verb(frame, verb, end);
        if after.is_some() {
            return after;
        }
    }
    let several = own.filter(|&own| {
        act.agent.is_some_and(|agent| frame.is_quoted(agent)) && !frame.is_quoted(own)
    });
    let parenthetic = own.is_none()
        && frame.reading.has_label(verb, &[Label::Parataxis])
        && frame.token(verb).is_some_and(|t| t.is_finite());
    let agent = pronoun_before_participle(frame, verb)
        .or(act.agent.filter(|_| !parenthetic))
        .map(|agent| match is_dateline(frame, agent) {
            true => own.unwrap_or(agent),
            false => agent,
        })
        .or_else(|| lost_subject(frame, verb));
    let agent = agent
        .filter(|&agent| mentions::can_speak(frame, agent))
        .or(several);
    let named = agent
        .and_then(|agent| mentions::mention(frame, agent))
        .filter(|tokens| !tokens.contains(&verb));
    let lost = own.is_none() && !act.passive;
    let completed = frame.child_from(verb, &[Label::Ccomp], end).is_some();
    let tokens = named
        .or_else(|| before_relative(frame, verb))
        .or_else(|| mistaken_participle(frame, verb))
        .or_else(|| before_aside(frame, verb).filter(|_| lost))
        .or_else(|| {
            let tells = completed || parenthetic || closes(frame, verb, end);
            before_verb(frame, verb).filter(|_| lost && tells)
        })
        .or_else(|| beside_quotation(frame, verb).filter(|_| !act.passive))?;
    Some(Source {
        tokens,
        inverted: false,
    })
}

/// The subject of a verb: the last of its own that is not quoted, else any.
fn subject(frame: &Frame, verb: u32) -> Option<u32> {
    let own: Vec<u32> = frame
        .reading
        .children(verb)
        .filter(|&at| frame.reading.has_label(at, &[Label::Nsubj]))
        .collect();
    own.iter()
        .rfind(|&&at| !frame.is_quoted(at))
        .or(own.first())
        .copied()
}

/// "TARN —": a place at the start of a sentence with a dash behind it.
pub fn is_dateline(frame: &Frame, noun: u32) -> bool {
    noun == 0 && frame.is_dash(1) && frame.token(noun).is_some_and(|t| t.is_place())
}

/// "The pier was shut, the mayor of Tarn revealed Monday.": nothing but a time after the verb that ends the sentence.
pub fn closes(frame: &Frame, verb: u32, end: u32) -> bool {
    let finite = frame.token(verb).is_some_and(|t| t.is_finite());
    let is_time = |at: u32| frame.token(at).is_some_and(|t| t.is_time());
    finite && !frame.has_quoted(&(end..frame.len())) && frame.words(end..frame.len()).all(is_time)
}

/// "…," said Ada Brook: nothing but a passage, a comma or a dash before the verb, and a noun phrase after it.
fn after_verb(frame: &Frame, verb: u32, end: u32) -> Option<Source> {
    let finite = matches!(frame.tag(verb)?, Tag::Vbd | Tag::Vbz | Tag::Vbn | Tag::Vbp);
    let before = (0..verb).rev().find(|&at| {
        frame
            .token(at)
            .is_none_or(|t| !matches!(t.pos, Pos::Adv | Pos::Space))
    })?;
    let follows_words =
        frame.is_quoted(before) || before > 0 && (frame.is_comma(before) || frame.is_break(before));
    let follows_words = follows_words && !frame.quoted.is_empty();
    let next = frame
        .token(end)
        .filter(|t| !t.is_time() && !frame.is_quoted(end))?;
    let opens = !WORDS.never_inverted.contains(&next.lower);
    if !finite || !follows_words || !opens {
        return None;
    }
    let tokens = mentions::starting_at(frame, end).filter(|tokens| !is_written(frame, tokens))?;
    let governs_on = frame
        .token(tokens.end)
        .is_some_and(|t| t.is_finite() || &*t.lower == "that" || t.tag == Tag::Pos);
    (!governs_on && !frame.is_quoted(tokens.end)).then_some(Source {
        tokens,
        inverted: true,
    })
}

/// Whether an indefinite phrase names a writing: "wrote a letter" has no subject behind it.
fn is_written(frame: &Frame, tokens: &Range<u32>) -> bool {
    let indefinite = frame.token(tokens.start).is_some_and(|t| t.tag == Tag::Dt);
    let mut own = tokens
        .clone()
        .take_while(|&at| frame.tag(at) != Some(Tag::In));
    indefinite && own.any(|at| language::medium(frame.lower(at)).is_some())
}

/// "a drawing of her feeding the gulls": the pronoun right before a participle, which can describe no pronoun.
fn pronoun_before_participle(frame: &Frame, verb: u32) -> Option<u32> {
    let before = verb
        .checked_sub(1)
        .filter(|_| frame.tag(verb) == Some(Tag::Vbg))?;
    let token = frame.token(before).filter(|t| t.label == Label::Pobj)?;
    (token.tag == Tag::Prp).then_some(before)
}

/// "The Wire reports Ada Brook spoke early, saying …": where the subject of the clause was read as what is reported.
fn lost_subject(frame: &Frame, verb: u32) -> Option<u32> {
    let mut chain = std::iter::once(verb).chain(frame.reading.above(verb));
    let clause = chain.find(|&at| frame.reading.has_label(at, &[Label::Ccomp]))?;
    let lacks_own = frame
        .reading
        .child(clause, &[Label::Nsubj, Label::Nsubjpass])
        .is_none();
    let governor = frame.token(clause)?.head;
    let object = frame
        .reading
        .child(governor, &[Label::Dobj])
        .filter(|&object| governor < object && object < clause);
    object.filter(|_| lacks_own && frame.token(clause).is_some_and(|t| t.is_finite()))
}

/// "In a note to staff, Ada Brook, a clerk here since May, announced": the noun whose aside ends with the comma before a
/// verb that lost its subject.
fn before_aside(frame: &Frame, verb: u32) -> Option<Range<u32>> {
    let comma = frame
        .before(verb)
        .filter(|&at| frame.tag(at) == Some(Tag::Comma) && !frame.is_quoted(at))?;
    let noun = frame.token(comma)?.head;
    let finite = frame.token(verb)?.is_finite();
    let named = finite && noun < comma && mentions::can_speak(frame, noun);
    named.then(|| mentions::phrase(frame, noun))?
}

/// Whom a relative pronoun follows whose clause the tree gave no noun: "— most of whom are back — who cited".
fn before_relative(frame: &Frame, verb: u32) -> Option<Range<u32>> {
    let pronoun = frame.reading.child(verb, &[Label::Nsubj])?;
    let relative =
        frame.token(pronoun).is_some_and(|t| t.is_relative()) && !frame.is_quoted(pronoun);
    relative.then(|| mentions::ending_before(frame, pronoun))?
}

/// A name with nothing but a participle after it, as "Ada Brook called on the board": no participle, but its verb.
fn mistaken_participle(frame: &Frame, verb: u32) -> Option<Range<u32>> {
    let token = frame
        .token(verb)
        .filter(|t| t.label == Label::Acl && matches!(t.tag, Tag::Vbn | Tag::Vbd))?;
    let whole = frame
        .token(token.head)
        .is_some_and(|noun| noun.head == token.head)
        && frame.reading.is_name(token.head);
    let by = frame.reading.child(verb, &[Label::Agent]);
    (whole && by.is_none() && token.head < verb).then(|| mentions::phrase(frame, token.head))?
}

/// The noun phrase right before a verb beside a passage, where the quoted words kept reading from finding the subject.
fn beside_quotation(frame: &Frame, verb: u32) -> Option<Range<u32>> {
    (!frame.quoted.is_empty()).then(|| before_verb(frame, verb))?
}

/// The noun phrase that stands right before a finite verb, with its auxiliaries and adverbs between.
fn before_verb(frame: &Frame, verb: u32) -> Option<Range<u32>> {
    let helps = |at: u32| {
        frame.token(at).is_some_and(|t| {
            matches!(t.pos, Pos::Adv | Pos::Aux | Pos::Part) && !frame.is_quoted(at)
        })
    };
    let mut start = verb;
    while start > 0 && helps(start - 1) {
        start -= 1;
    }
    let finite = (start..=verb).any(|at| frame.token(at).is_some_and(|t| t.is_finite()));
    let found = finite.then(|| mentions::ending_before(frame, start))??;
    let aside = frame.before(start).is_some_and(|at| frame.is_comma(at));
    match described_by_clause(frame, found.end.checked_sub(1)?).filter(|_| aside) {
        Some(noun) => mentions::phrase(frame, noun),
        None => Some(found),
    }
}

/// The noun before a comma whose relative clause a word ends: "Brook" of "Brook, who used to run the town,".
fn described_by_clause(frame: &Frame, last: u32) -> Option<u32> {
    let mut above = std::iter::once(last).chain(frame.reading.above(last));
    let clause = above.find(|&at| frame.reading.has_label(at, &[Label::Relcl]))?;
    let first = frame.reading.subtree(clause).start;
    let set_off = frame.before(first).is_some_and(|at| frame.is_comma(at));
    let noun = frame.token(clause)?.head;
    (set_off && noun < first && mentions::can_speak(frame, noun)).then_some(noun)
}

/// Whose an act of speech is: the owner of the noun, or who makes or voices it.
pub fn owner_of_noun(frame: &Frame, noun: u32) -> Option<Range<u32>> {
    let owner = frame.reading.child(noun, &[Label::Poss]);
    let by = || {
        frame
            .reading
            .child(noun, &[Label::Prep])
            .filter(|&at| matches!(frame.lower(at), "by" | "from"))
    };
    let of = || by().and_then(|by| frame.reading.child(by, &[Label::Pobj]));
    let maker = || {
        let verb = frame.token(noun).filter(|t| t.label == Label::Dobj)?.head;
        let makes = WORDS.making_a_statement.contains(&frame.token(verb)?.lemma);
        frame.reading.act_of(verb).filter(|_| makes)?.agent
    };
    // "Brook claims that": a verb that was read as a noun.
    let named = || {
        let name = noun
            .checked_sub(1)
            .filter(|&name| frame.reading.has_label(name, &[Label::Compound]))?;
        (frame.reading.is_name(name) && frame.lower(noun + 1) == "that").then_some(name)
    };
    let who = owner.or_else(of).or_else(maker).or_else(named);
    let who = who.filter(|&who| {
        mentions::can_speak(frame, who) || owner.is_some() && !frame.is_quoted(who)
    })?;
    match frame.reading.has_label(who, &[Label::Compound]) {
        true => Some(
            frame
                .reading
                .phrase_headed(noun)
                .map_or(who, |phrase| phrase.tokens.start)..noun,
        ),
        false => mentions::phrase(frame, who),
    }
}
