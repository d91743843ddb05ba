//! The sentence before a quotation that hands it over: "Ada Brook wrote on her page:", "Ada Brook began to read."

use super::Sighting;
use super::cues::{Cue, CueKind};
use super::direct::{self, Attribution};
use super::frame::Frame;
use super::lexicon;
use super::mentions;
use super::pieces::Piece;
use crate::language::WORDS;
use crate::model::{Act, CueClass, Document, Label, SentenceKind, Tag};

/// Gives quotations without a source of their own that of the sentence right before them: the one whose words a colon
/// announces, or else who begins to speak there.
pub fn attribute(document: &Document, sightings: &[Sighting], pieces: &mut [Piece]) {
    let unsourced = |piece: &&mut Piece| piece.attribution.is_none() && piece.whole;
    for piece in pieces.iter_mut().filter(unsourced) {
        let frame = before(document, piece.sentence).and_then(|at| Some((at, sightings.get(at)?)));
        piece.attribution = frame.and_then(|(at, seen)| match announces(document, at) {
            true => announced(&seen.frame, &seen.cues),
            false => opening(&seen.frame),
        });
    }
}

/// Sentences of captions that may stand between a sentence and the quotation it hands over, and one more.
const MOST_CAPTIONS: usize = 8;

/// The sentence of running text before another, in its paragraph or the one before; captions between do not divide them.
fn before(document: &Document, sentence: usize) -> Option<usize> {
    let kind = |at: usize| document.sentences.get(at).map(|s| s.kind);
    let at = (0..sentence)
        .rev()
        .take(MOST_CAPTIONS)
        .find(|&at| kind(at) != Some(SentenceKind::Caption))?;
    let both_body = [at, sentence]
        .iter()
        .all(|&at| kind(at) == Some(SentenceKind::Body));
    both_body.then_some(at)
}

/// Whether a sentence ends with a colon.
fn announces(document: &Document, sentence: usize) -> bool {
    document
        .sentences
        .get(sentence)
        .is_some_and(|s| document.text(s.span).ends_with(':'))
}

/// Whose words the colon at the end of a sentence announces: by its last cue that can hand over words in quotation
/// marks, else by any, else by a name that stands alone.
fn announced(frame: &Frame, cues: &[Cue]) -> Option<Attribution> {
    let hands_over = |cue: &&Cue| cue.kind == CueKind::Verb && direct::hands_over(frame, cue);
    let cue = cues.iter().rev().find(hands_over).or(cues.last());
    cue.and_then(|cue| direct::attribution(frame, cue))
        .or_else(|| alone(frame))
        .or_else(|| acting(frame))
}

/// "Ada Brook had one answer for them:": who acts in the main clause, where that is a name or a pronoun.
fn acting(frame: &Frame) -> Option<Attribution> {
    let mark = frame.len().checked_sub(1)?;
    let is_root = |act: &&Act| frame.token(act.verb).is_some_and(|t| t.head == act.verb);
    let act = frame.reading.acts.iter().find(is_root)?;
    let is_somebody = |at: u32| {
        let named = frame.reading.is_name(at) || frame.tag(at) == Some(Tag::Prp);
        named && mentions::can_speak(frame, at) && frame.lower(at) != "it"
    };
    let source = act
        .agent
        .filter(|&agent| is_somebody(agent))
        .and_then(|agent| mentions::mention(frame, agent))?;
    Some(Attribution {
        source: frame.span(&source),
        cue: frame.token(mark)?.span,
        class: CueClass::Neutral,
    })
}

/// "Ada Brook:" and nothing else.
fn alone(frame: &Frame) -> Option<Attribution> {
    let mark = frame.len().checked_sub(1)?;
    let source = mentions::ending_before(frame, mark).filter(|tokens| tokens.start == 0)?;
    Some(Attribution {
        source: frame.span(&source),
        cue: frame.token(mark)?.span,
        class: CueClass::Neutral,
    })
}

/// Who begins to speak in a sentence without quoted words: who acts where its main verb, or what somebody begins in it,
/// is an act of speech or expression.
fn opening(frame: &Frame) -> Option<Attribution> {
    let acts = || frame.reading.acts.iter();
    let act = acts().rfind(|act| is_main(frame, act) && is_speech(frame, act));
    let act = act.filter(|act| frame.quoted.is_empty() && !act.negated && !act.passive)?;
    let above = frame.token(act.verb)?.head;
    let agent = act.agent.or_else(|| frame.reading.act_of(above)?.agent)?;
    let speaker = mentions::can_speak(frame, agent) && frame.lower(agent) != "it";
    let source = speaker.then(|| mentions::mention(frame, agent))??;
    Some(Attribution {
        source: frame.span(&source),
        cue: frame.token(act.verb)?.span,
        class: CueClass::Neutral,
    })
}

/// Whether an act carries the sentence, is joined to the one that does, or is what somebody begins in it.
fn is_main(frame: &Frame, act: &Act) -> bool {
    let is_root = |at: u32| frame.token(at).is_some_and(|t| t.head == at);
    let head = frame.token(act.verb).map_or(act.verb, |t| t.head);
    let begun = frame.reading.has_label(act.verb, &[Label::Xcomp])
        && frame
            .token(head)
            .is_some_and(|t| WORDS.beginning.contains(&t.lemma));
    let joined = frame.reading.has_label(act.verb, &[Label::Conj]);
    is_root(act.verb) || is_root(head) && (begun || joined)
}

/// Whether a verb is an act of speech: one that can hand over quoted words, or one of expression.
fn is_speech(frame: &Frame, act: &Act) -> bool {
    let Some(token) = frame.token(act.verb) else {
        return false;
    };
    let lemma = token.lemma.to_lowercase();
    let quotes = |entry: &lexicon::Entry| entry.frames.quote && entry.particles.is_empty();
    WORDS.speaking.contains(&lemma) || lexicon::verbs(&lemma).iter().any(quotes)
}
