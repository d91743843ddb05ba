//! Reading → the parts of a sentence that can each stand as a statement.
//!
//! A sentence may be divided before a clause that is joined to another by "and", before one that says when, why or how
//! another is so, before one that describes a noun after a comma, after what stands before the main clause, and after a
//! semicolon, colon or dash. It is divided where each side says enough and has a verb, and no verb is parted from the
//! clause that completes it: "officials said" stays with what they said.

use std::ops::Range;

use crate::language::{self, WORDS};
use crate::model::{Act, Label, Pos, Reading, Tag, Token};
use crate::span::Span;

/// Content words that each side of a division needs. Chosen from 3 to 6 on the facts of five events coded by hand: with 3
/// attributions are cut off (F1 of the facts .672, of the outlets that tell each .891), with 6 two events stay in one part
/// (.683, .858); with 4 it is .684 and .884.
const LEAST_CONTENT: usize = 4;

/// The parts of a sentence in order: they cover it and do not overlap.
pub fn parts(text: &str, sentence: Span, reading: &Reading) -> Vec<Span> {
    let (counts, end) = (Counts::of(reading), reading.tokens.len());
    let mut starts = vec![0];
    for at in places(reading) {
        let from = starts.last().copied().unwrap_or(0);
        let divides = counts.is_statement(from, at) && counts.is_statement(at, end);
        if divides && !parts_a_verb_from_its_complement(reading, from..at) {
            starts.push(at);
        }
    }
    spans(text, sentence, reading, &starts)
}

/// How many content words and verbs stand before each token, so that a long sentence costs no more for each token than a
/// short one.
struct Counts {
    content: Vec<usize>,
    verbs: Vec<usize>,
    turning: Vec<bool>,
}

impl Counts {
    fn of(reading: &Reading) -> Self {
        let (mut content, mut verbs) = (vec![0], vec![0]);
        for token in &reading.tokens {
            content.push(content.last().unwrap_or(&0) + usize::from(says_something(token)));
            verbs.push(verbs.last().unwrap_or(&0) + usize::from(token.is_act()));
        }
        Self {
            content,
            verbs,
            turning: reading
                .tokens
                .iter()
                .map(|t| WORDS.turning.contains(&t.lower))
                .collect(),
        }
    }

    /// Whether the tokens from one index to another can stand as a statement of their own.
    fn is_statement(&self, from: usize, to: usize) -> bool {
        let between = |sums: &[usize]| sums[to] - sums[from];
        between(&self.content) >= LEAST_CONTENT && (between(&self.verbs) > 0 || self.turning[from])
    }
}

fn says_something(token: &Token) -> bool {
    let is_word = !matches!(token.pos, Pos::Part | Pos::Punct | Pos::Space | Pos::Sym);
    is_word && token.lower.len() > 1 && !language::is_stop_word(&token.lower)
}

/// Whether the verb of a clause that completes one of the verbs before would stand after the division.
fn parts_a_verb_from_its_complement(reading: &Reading, before: Range<usize>) -> bool {
    let of_verb = |verb: usize| {
        reading
            .acts
            .partition_point(|act| (act.verb as usize) < verb)
    };
    let acts = &reading.acts[of_verb(before.start)..of_verb(before.end)];
    acts.iter().any(|act| {
        act.complement
            .is_some_and(|verb| verb as usize >= before.end)
    })
}

/// The tokens before which a sentence may be divided, in order.
fn places(reading: &Reading) -> Vec<usize> {
    let clauses = reading.acts.iter().filter_map(|act| edge(reading, act));
    let tokens = || (0..).zip(&reading.tokens);
    let prepositions = tokens()
        .filter(|(_, token)| token.label == Label::Prep)
        .map(|(at, _)| reading.subtree(at));
    let opening = prepositions.filter(|phrase| phrase.start == 0 && is_comma(reading, phrase.end));
    let marks = tokens()
        .filter(|(_, token)| token.tag == Tag::Colon)
        .map(|(at, _)| at + 1);
    let found = clauses.chain(opening.map(|phrase| phrase.end)).chain(marks);
    let mut places: Vec<usize> = found
        .map(|at| between_marks(reading, at as usize))
        .collect();
    places.sort_unstable();
    places.dedup();
    places.retain(|&at| at > 0 && at < reading.tokens.len() && is_spaced(reading, at));
    places
}

/// Where the clause of a verb begins, or ends where it stands before the one it belongs to.
fn edge(reading: &Reading, act: &Act) -> Option<u32> {
    let token = reading.token(act.verb)?;
    let whole = reading.subtree(act.verb);
    let start = joint(reading, whole.start);
    let set_off = whole.start > 0 && is_comma(reading, whole.start - 1);
    let divides = match token.label {
        Label::Advcl if act.verb < token.head => return Some(whole.end),
        Label::Advcl => closes(reading, whole.end) && (set_off || is_whole(reading, act.verb)),
        Label::Acl | Label::Relcl => closes(reading, whole.end) && set_off,
        Label::Conj => set_off || start < whole.start,
        Label::Parataxis => closes(reading, whole.end),
        Label::Root => true,
        _ => false,
    };
    divides.then_some(start)
}

/// Whether a clause is more than a bare participle: "when it fell", "to win it", not "closed".
fn is_whole(reading: &Reading, verb: u32) -> bool {
    reading.is_finite(verb) || reading.child(verb, &[Label::Aux, Label::Mark]).is_some()
}

/// Whether a clause that ends at a token is the last of its sentence, or of what stands before an "and": what is told
/// after it would else be cut in two.
fn closes(reading: &Reading, end: u32) -> bool {
    let rest =
        (end..reading.tokens.len() as u32).find(|&at| !reading.has_label(at, &[Label::Punct]));
    rest.is_none_or(|next| next == end && reading.has_label(next, &[Label::Cc]))
}

/// The "and" before a clause that starts with a token, or that token.
fn joint(reading: &Reading, start: u32) -> u32 {
    let joins = |at: &u32| reading.has_label(*at, &[Label::Cc, Label::Preconj]);
    (0..start).rev().take_while(joins).last().unwrap_or(start)
}

fn is_comma(reading: &Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|token| &*token.lower == ",")
}

/// A place moved after the marks that close what stands before, and before those that open what follows.
fn between_marks(reading: &Reading, at: usize) -> usize {
    let is_mark = |at: &usize| {
        reading
            .tokens
            .get(*at)
            .is_some_and(|token| token.pos == Pos::Punct)
    };
    let after = (at..)
        .find(|at| !is_mark(at) || is_spaced(reading, *at))
        .unwrap_or(at);
    let before = (0..after)
        .rev()
        .take_while(|at| is_mark(at) && !is_spaced(reading, at + 1));
    before.last().unwrap_or(after)
}

/// Whether white space stands before a token.
fn is_spaced(reading: &Reading, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| reading.tokens.get(before));
    before
        .zip(reading.tokens.get(at))
        .is_some_and(|(before, token)| before.span.end < token.span.start)
}

/// From the indices of first tokens to spans: each part ends where the next begins, white space left out.
fn spans(text: &str, sentence: Span, reading: &Reading, starts: &[usize]) -> Vec<Span> {
    let begin = |&at: &usize| {
        if at == 0 {
            sentence.start
        } else {
            reading.tokens[at].span.start
        }
    };
    let starts: Vec<usize> = starts.iter().map(begin).chain([sentence.end]).collect();
    starts
        .windows(2)
        .map(|pair| trimmed(text, Span::new(pair[0], pair[1])))
        .collect()
}

fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}
