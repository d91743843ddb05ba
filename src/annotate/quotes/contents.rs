//! What a cue reports: the clause, infinitive or object that it governs, or the clause it stands beside.

use std::ops::Range;

use super::cues::{Cue, CueKind};
use super::frame::Frame;
use super::lexicon;
use crate::model::{Label, Pos, Tag};

/// Labels of subjects.
const SUBJECTS: [Label; 5] = [
    Label::Nsubj,
    Label::Nsubjpass,
    Label::Csubj,
    Label::Csubjpass,
    Label::Expl,
];

/// The tokens that a cue reports, without the word that opens a clause with "that".
pub fn content(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    match cue.kind {
        CueKind::Verb => following(frame, cue)
            .or_else(|| preceding(frame, cue))
            .or_else(|| beside_as(frame, cue)),
        CueKind::Noun => following(frame, cue),
        CueKind::AccordingTo => beside_according_to(frame, cue),
    }
}

/// What a cue reports after it.
pub fn following(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    if cue.kind == CueKind::AccordingTo {
        return None;
    }
    if cue.kind == CueKind::Noun {
        return of_noun(frame, cue).map(|tokens| with_passages(frame, tokens));
    }
    let found = clause(frame, cue)
        .or_else(|| order(frame, cue))
        .or_else(|| infinitive(frame, cue))
        .or_else(|| prepositional(frame, cue))
        .or_else(|| object(frame, cue));
    found
        .map(|tokens| with_passages(frame, tokens))
        .filter(|tokens| !tokens.is_empty())
}

/// Words that end where a passage begins or in the middle of one, to its end: the tree breaks off at quoted words.
fn with_passages(frame: &Frame, tokens: Range<u32>) -> Range<u32> {
    let mut end = tokens.end;
    while let Some(quoted) = frame
        .quoted
        .iter()
        .find(|q| q.tokens.start <= end && end < q.tokens.end)
    {
        end = quoted.tokens.end;
    }
    tokens.start..end
}

/// What a noun for an act of speech says: a clause with "that", an infinitive, or what it is about.
fn of_noun(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let said = frame.child_from(
        cue.head,
        &[Label::Acl, Label::Ccomp, Label::Relcl, Label::Xcomp],
        cue.tokens.end,
    );
    let with_that = |verb: u32| opening(frame, frame.reading.subtree(verb).start) == Opening::That;
    let said = said
        .filter(|&verb| with_that(verb) || is_infinitive(frame, verb))
        .filter(|&verb| opens_unquoted(frame, verb));
    if let Some(verb) = said {
        let tokens = frame.reading.subtree(verb);
        return Some(if with_that(verb) {
            tokens.start + 1..tokens.end
        } else {
            tokens
        });
    }
    let about = frame.child_from(cue.head, &[Label::Prep], cue.tokens.end)?;
    let takes = matches!(
        frame.lower(about),
        "about" | "against" | "for" | "on" | "over"
    ) && !frame.is_quoted(about);
    takes.then(|| about + 1..frame.reading.subtree(about).end)
}

/// The finite clause that completes a cue.
fn clause(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let frames = &cue.entry.frames;
    let completing = frame
        .child_from(cue.head, &[Label::Ccomp], cue.head + 1)
        .filter(|&verb| opens_unquoted(frame, verb));
    let object = frame.child_from(cue.head, &[Label::Dobj], cue.tokens.end);
    // "said the crew would leave": where the crew was read as what is said, the clause has lost its subject.
    let lacks_subject = |verb: u32| {
        let before = object.is_some_and(|object| object < verb) && frames.zero && !frames.whom;
        before
            && frame
                .reading
                .children(verb)
                .any(|at| frame.token(at).is_some_and(|t| t.is_finite()))
    };
    let own = completing.filter(|&verb| is_finite(frame, verb) || lacks_subject(verb));
    let verb = own.or_else(|| after_that(frame, cue))?;
    let tokens = frame.reading.subtree(verb);
    let whole = object
        .filter(|_| !is_finite(frame, verb))
        .map(|object| frame.reading.subtree(object).start);
    let start = whole.unwrap_or_else(|| first_of(frame, cue, verb));
    let opened = opening(frame, start);
    let fits = match opened {
        Opening::That => frames.that || frames.zero,
        Opening::Question => frames.wh || frames.that,
        Opening::None => frames.zero || frames.that,
    };
    let start = if opened == Opening::That {
        start + 1
    } else {
        start
    };
    fits.then_some(start..tokens.end)
}

/// The first token of a clause after a cue, at most as far back as its cue and source reach.
fn first_of(frame: &Frame, cue: &Cue, verb: u32) -> u32 {
    let after = cue.around().end.max(cue.head + 1);
    frame.reading.subtree(verb).start.max(after.min(verb))
}

/// The verb of a clause with "that" which the tree joined to a noun between: "told a meeting of leaders that …".
fn after_that(frame: &Frame, cue: &Cue) -> Option<u32> {
    let from = cue.around().end.max(cue.tokens.end);
    let takes = cue.kind == CueKind::Verb && cue.entry.frames.that;
    let stops = |&at: &u32| {
        frame.is_quoted(at)
            || frame.is_comma(at)
            || frame
                .token(at)
                .is_some_and(|t| matches!(t.pos, Pos::Verb | Pos::Aux))
    };
    let reach = (from..frame.len()).find(stops).unwrap_or(frame.len());
    let that = (from..reach).find(|&at| frame.lower(at) == "that" && takes)?;
    let token = frame
        .token(that)
        .filter(|t| matches!(t.tag, Tag::In | Tag::Wdt))?;
    let subject = frame.child_from(token.head, &SUBJECTS, that + 1);
    let noun = frame.token(token.head)?.head;
    let noun_between = noun >= from
        && frame
            .token(noun)
            .is_some_and(|t| lexicon::noun(&t.lemma).is_none());
    (subject.is_some() && noun_between && that > from).then_some(token.head)
}

/// Whether a clause begins outside of quotation marks.
fn opens_unquoted(frame: &Frame, verb: u32) -> bool {
    !frame.is_quoted(frame.reading.subtree(verb).start)
}

/// Whether a clause is one of its own, with a subject and no infinitive.
fn is_finite(frame: &Frame, verb: u32) -> bool {
    let opened = opening(frame, frame.reading.subtree(verb).start) != Opening::None;
    let subject = frame.reading.child(verb, &SUBJECTS).is_some();
    let carried = |at: u32| frame.token(at).is_some_and(|t| t.is_finite());
    let finite = frame.reading.is_finite(verb) || frame.reading.children(verb).any(carried);
    (subject && finite || opened) && !is_infinitive(frame, verb)
}

/// The word that opens a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    That,
    Question,
    None,
}

fn opening(frame: &Frame, at: u32) -> Opening {
    match frame.tag(at) {
        Some(Tag::In | Tag::Wdt) if frame.lower(at) == "that" => Opening::That,
        Some(Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive) => Opening::Question,
        _ if matches!(frame.lower(at), "whether" | "if") => Opening::Question,
        _ => Opening::None,
    }
}

/// Somebody and what they are to do: "drivers to stay at home".
fn order(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    if !cue.entry.frames.order {
        return None;
    }
    let governor = particle_governor(frame, cue);
    let deeds = [Label::Xcomp, Label::Ccomp, Label::Advcl];
    let hearer = frame.child_from(
        governor,
        &[Label::Dobj, Label::Dative, Label::Pobj],
        cue.tokens.end,
    );
    let of_hearer =
        hearer.and_then(|hearer| frame.reading.child(hearer, &[Label::Acl, Label::Relcl]));
    let own = || frame.child_from(cue.head, &deeds, cue.tokens.end);
    let deed = frame
        .child_from(governor, &deeds, cue.tokens.end)
        .or(of_hearer)
        .or_else(own);
    let deed = deed.filter(|&deed| is_infinitive(frame, deed))?;
    let start = cue.tokens.end;
    let heard = frame
        .words(start..deed)
        .any(|at| frame.token(at).is_some_and(|t| t.label != Label::Aux));
    heard.then(|| start..frame.reading.subtree(deed).end)
}

/// The preposition among a cue's particles, which governs its object, or the cue itself.
fn particle_governor(frame: &Frame, cue: &Cue) -> u32 {
    let mut particles = cue.tokens.clone().rev();
    let preposition = particles.find(|&at| frame.reading.has_label(at, &[Label::Prep]));
    preposition.filter(|&at| at > cue.head).unwrap_or(cue.head)
}

fn is_infinitive(frame: &Frame, verb: u32) -> bool {
    let to = |child: u32| frame.tag(child) == Some(Tag::To);
    frame.tag(verb) == Some(Tag::Vb) && frame.reading.children(verb).any(to)
}

/// What the speaker is to do: "to rebuild the pier".
fn infinitive(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let deed = frame.child_from(cue.head, &[Label::Xcomp, Label::Ccomp], cue.tokens.end)?;
    let tokens = frame.reading.subtree(deed);
    let start = tokens.start.max(cue.around().end);
    let fits = match is_infinitive(frame, deed) {
        true => {
            cue.entry.frames.to
                || matches!(opening(frame, start), Opening::Question) && cue.entry.frames.wh
        }
        false => cue.entry.frames.object && frame.tag(deed) == Some(Tag::Vbg),
    };
    (fits && opens_unquoted(frame, deed)).then_some(start..tokens.end)
}

/// What stands after a preposition that the cue takes: "warned of a flood".
fn prepositional(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let takes =
        |&at: &u32| at >= cue.tokens.end && cue.entry.prepositions.contains(&frame.lower(at));
    let heads = cue
        .tokens
        .clone()
        .filter(|&at| at == cue.head || frame.is_word(at));
    let governed = heads.flat_map(|head| frame.reading.children(head));
    let preposition = governed.filter(takes).find(|&at| !frame.is_quoted(at))?;
    let mut end = frame.reading.subtree(preposition).end;
    while let Some(next) = frame
        .child_from(cue.head, &[Label::Prep], end)
        .filter(|&next| next == end)
    {
        end = frame.reading.subtree(next).end;
    }
    let kept = frame.lower(preposition) == "against";
    Some(if kept {
        preposition..end
    } else {
        preposition + 1..end
    })
}

/// The object of a cue with what belongs to it: "the crew for their patience".
fn object(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    if !cue.entry.frames.object || cue.inverted {
        return None;
    }
    let governor = particle_governor(frame, cue);
    let labels = [
        Label::Dobj,
        Label::Pobj,
        Label::Ccomp,
        Label::Oprd,
        Label::Attr,
        Label::Pcomp,
        Label::Xcomp,
    ];
    let own = frame.child_from(governor, &labels, cue.tokens.end)?;
    let start = frame.reading.subtree(own).start.max(cue.tokens.end);
    let belongs = |&child: &u32| {
        let labels = [
            Label::Dobj,
            Label::Prep,
            Label::Oprd,
            Label::Ccomp,
            Label::Xcomp,
            Label::Dative,
            Label::Pobj,
        ];
        child >= own && frame.reading.has_label(child, &labels) && !is_circumstance(frame, child)
    };
    let more = frame
        .reading
        .children(cue.head)
        .filter(belongs)
        .map(|child| frame.reading.subtree(child).end);
    let end = more.max().unwrap_or(0).max(frame.reading.subtree(own).end);
    Some(start..end)
}

/// Whether a prepositional phrase says when.
fn is_circumstance(frame: &Frame, at: u32) -> bool {
    let noun = frame.reading.child(at, &[Label::Pobj]);
    noun.and_then(|noun| frame.token(noun))
        .is_some_and(|noun| noun.is_time())
}

/// The clause that a trailing or inserted cue stands beside: "The pier would stay shut, she said".
pub fn preceding(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let frames = &cue.entry.frames;
    let before = frame.before(cue.start())?;
    if !(frames.zero || frames.quote && frames.that)
        || !(frame.is_comma(before) || frame.is_break(before))
    {
        return None;
    }
    let completes = |&child: &u32| {
        child < cue.head
            && frame.reading.has_label(
                child,
                &[Label::Ccomp, Label::Advcl, Label::Dep, Label::Parataxis],
            )
    };
    let above = frame
        .token(cue.head)
        .filter(|t| t.head != cue.head && t.label != Label::Conj);
    let inserted = above
        .filter(|t| t.label != Label::Advcl || t.head < cue.head)
        .map(|t| t.head);
    let own = frame.reading.children(cue.head).rfind(completes);
    let tokens = match (own, inserted) {
        (Some(clause), _) => frame.reading.subtree(clause),
        (None, Some(main)) => frame.reading.subtree(main),
        (None, None) => clause_start(frame, cue.start())..cue.start(),
    };
    let start = tokens.start.max(clause_start(frame, cue.start()));
    let rest = end_of_parenthesis(frame, cue).filter(|&rest| rest < tokens.end);
    let end = if rest.is_some() {
        tokens.end
    } else {
        cue.start()
    };
    let inside = rest.map_or(cue.start()..cue.start(), |rest| cue.start()..rest);
    let outside = || (start..end).filter(|at| !inside.contains(at) && frame.is_word(*at));
    let has_verb = outside().any(|at| frame.token(at).is_some_and(|t| t.is_finite()));
    let whole = outside().count() >= 3 && has_verb || frame.has_quoted(&(start..cue.start()));
    (whole && start < end).then_some(start..end)
}

/// The clause beside "as Ada Brook said".
fn beside_as(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let frames = &cue.entry.frames;
    let token = frame
        .token(cue.head)
        .filter(|t| t.label == Label::Advcl && frames.quote && (frames.that || frames.zero))?;
    let opened = frame
        .reading
        .child(cue.head, &[Label::Mark, Label::Advmod])
        .filter(|&at| frame.lower(at) == "as")?;
    let objects = [Label::Dobj, Label::Ccomp, Label::Xcomp, Label::Pobj];
    if frame.reading.child(cue.head, &objects).is_some() {
        return None;
    }
    let main = frame.reading.subtree(token.head);
    let own = frame.reading.subtree(cue.head);
    Some(if opened < token.head {
        own.end..main.end
    } else {
        main.start..opened
    })
}

/// Where the comma stands after an inserted cue with its hearer and its time: "The pier, she told them Monday, is shut".
fn end_of_parenthesis(frame: &Frame, cue: &Cue) -> Option<u32> {
    let from = cue.around().end;
    let comma = (from..frame.len()).find(|&at| frame.is_comma(at))?;
    let goes_on = |at: u32| {
        frame
            .token(at)
            .is_some_and(|t| matches!(t.pos, Pos::Verb | Pos::Aux | Pos::Sconj))
    };
    (!(from..comma).any(goes_on) && !frame.is_quoted(comma)).then_some(comma)
}

/// Where the clauses before a token begin, as far as marks show it.
pub fn clause_start(frame: &Frame, at: u32) -> u32 {
    let ends = |&i: &u32| {
        let mark = frame.tag(i) == Some(Tag::Stop) || matches!(frame.lower(i), ":" | ";");
        mark && !frame.is_quoted(i)
    };
    (0..at).rev().find(ends).map_or(0, |i| i + 1)
}

/// "According to Ada Brook, …" and "…, according to Ada Brook".
fn beside_according_to(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let end = frame.len();
    if frame.words(0..cue.tokens.start).count() <= 1 {
        let comma = (cue.source.end..end).find(|&at| frame.is_comma(at))?;
        return (comma + 1 < end).then_some(comma + 1..end);
    }
    let start = clause_start(frame, cue.tokens.start);
    (start < cue.tokens.start).then_some(start..cue.tokens.start)
}
