//! So in one article and not so in another: negation, antonyms, who did what to whom.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::pair::{Pair, Side, Word, akin, shared};
use crate::lexicon;
use crate::model::{Discrepancy, DiscrepancyKind, DisputedValue, EntityId, MentionKind};

/// Stems with the stems of their opposites.
static ANTONYMS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut opposites: HashMap<String, Vec<String>> = HashMap::new();
    let lines = include_str!("antonyms.txt").lines().filter(|l| !l.starts_with('#'));
    for (left, right) in lines.filter_map(|line| line.split_once(" | ")) {
        for (x, y) in left.split_whitespace().flat_map(|x| right.split_whitespace().map(move |y| (x, y))) {
            opposites.entry(lexicon::stem(x)).or_default().push(lexicon::stem(y));
            opposites.entry(lexicon::stem(y)).or_default().push(lexicon::stem(x));
        }
    }
    opposites
});

/// Words on each side that tell whether two sentences speak of the same thing there; about a clause.
const AROUND: usize = 8;

/// The same for opposites that do not describe the same noun, in links surer than [`SURE`]: two words that exclude each
/// other are often said of different things.
const CLOSE: usize = 6;
const SURE: f64 = 0.8;

/// Telling words these surroundings must share. One is the topic, which most sentences of an event share.
const CONTEXT: usize = 2;

/// What is so in one sentence and not so in the other.
pub fn find(pair: &Pair) -> Vec<Discrepancy> {
    let negated = pair.both_ways().into_iter().flat_map(|(a, b)| negations(a, b)).next();
    let opposed = opposites(pair.a, pair.b, pair.score >= SURE);
    let swapped = swap(pair.a, pair.b);
    [negated, opposed, swapped].into_iter().flatten().collect()
}

fn discrepancy(about: &str, rule: &'static str, sides: [Option<DisputedValue>; 2]) -> Option<Discrepancy> {
    let values: Vec<DisputedValue> = sides.into_iter().flatten().collect();
    let whole = values.len() == 2;
    whole.then(|| Discrepancy { kind: DiscrepancyKind::Polarity, about: about.to_string(), values, rule })
}

fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "cannot" | "without" | "neither" | "nor" | "nobody" | "none")
        || word.ends_with("n't")
}

/// Whether a word is negated in its clause: a negator at most five words before it.
fn negator(side: &Side, at: usize) -> Option<usize> {
    let before = (at.saturating_sub(5)..at).rev().take_while(|&i| !side.breaks(i + 1));
    before.into_iter().find(|&i| is_negation(side.lower(i)) || (side.lower(i) == "yet" && side.lower(i + 1) == "to"))
}

/// Words negated in `a` that `b` has without negation.
fn negations(a: &Side, b: &Side) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (i, word) in a.words.iter().enumerate() {
        let yet = word.lower == "yet"
            && a.lower(i + 1) == "to"
            && matches!(a.lower(i.wrapping_sub(1)), "has" | "have" | "had");
        if !(is_negation(&word.lower) || yet) || not_a_denial(a, i) {
            continue;
        }
        let Some(at) = a.governed(i, 3) else { continue };
        let Some(stem) = a.words.get(at).map(|w| &w.stem) else { continue };
        let mut places = b.words.iter().enumerate().filter(|(_, w)| w.telling && akin(&w.stem, stem)).map(|(t, _)| t);
        let Some(there) = places.next().filter(|&t| negator(b, t).is_none()) else { continue };
        if places.any(|t| negator(b, t).is_some()) {
            continue;
        }
        if shared(&a.around(at, AROUND), &b.around(there, AROUND)) < CONTEXT || doubted(b, there) {
            continue;
        }
        let phrase = format!("{} {}", word.lower, a.lower(at));
        let sides = [a.disputed(i, at, &phrase, 0), b.disputed(there, there, b.lower(there), 1)];
        found.extend(discrepancy(b.lower(there), "negated-elsewhere-not", sides));
    }
    found
}

/// "not only", "no longer", "no doubt", "not … until": negation that does not deny what follows.
fn not_a_denial(side: &Side, at: usize) -> bool {
    let next = side.lower(at + 1);
    let clause = (at + 1..at + 12).take_while(|&i| !side.breaks(i)).map(|i| side.lower(i));
    if clause.into_iter().any(|w| matches!(w, "since" | "until" | "before" | "unless")) {
        return true;
    }
    matches!(
        next,
        "only"
            | "just"
            | "longer"
            | "doubt"
            | "least"
            | "matter"
            | "more"
            | "less"
            | "fewer"
            | "later"
            | "yet"
            | "all"
            | "everyone"
    )
}

/// Whether a word is only asked for, doubted or denied there.
fn doubted(side: &Side, at: usize) -> bool {
    let before = (at.saturating_sub(4)..at).map(|i| side.lower(i));
    before.into_iter().any(|w| {
        matches!(
            w,
            "if" | "whether"
                | "could"
                | "may"
                | "might"
                | "would"
                | "should"
                | "must"
                | "to"
                | "denied"
                | "denies"
                | "refused"
                | "failed"
                | "unless"
                | "demanded"
                | "wants"
                | "wanted"
                | "urged"
                | "asked"
                | "calls"
                | "called"
        )
    })
}

/// The first word of `a` whose opposite `b` has: of the same noun, or among enough of the same words.
fn opposites(a: &Side, b: &Side, sure: bool) -> Option<Discrepancy> {
    let has = |side: &Side, stem: &str| side.words.iter().any(|w| w.stem == stem);
    let mixed = |word: &Word, own: &Side| ANTONYMS.get(&word.stem).is_some_and(|o| o.iter().any(|stem| has(own, stem)));
    let alone = |word: &Word, own: &Side, other: &Side| word.telling && !has(other, &word.stem) && !mixed(word, own);
    for (i, x) in a.words.iter().enumerate().filter(|(_, w)| alone(w, a, b)) {
        let Some(opposed) = ANTONYMS.get(&x.stem) else { continue };
        for (j, y) in b.words.iter().enumerate().filter(|(_, w)| alone(w, b, a) && opposed.contains(&w.stem)) {
            let same_noun = match (a.words.get(i + 1), b.words.get(j + 1)) {
                (Some(m), Some(n)) => m.telling && m.stem == n.stem,
                _ => false,
            };
            let near = sure && shared(&a.around(i, CLOSE), &b.around(j, CLOSE)) >= CONTEXT && same_subject(a, i, b, j);
            let flipped = negator(a, i).is_some() != negator(b, j).is_some();
            if (same_noun || near) && !flipped && !doubted(a, i) && !doubted(b, j) {
                let about = if same_noun { a.lower(i + 1) } else { "" };
                return discrepancy(
                    about,
                    "opposite-words",
                    [a.disputed(i, i, &x.lower, 0), b.disputed(j, j, &y.lower, 1)],
                );
            }
        }
    }
    None
}

/// Whether the last one named before each word is the same, or nobody is named before one of them.
fn same_subject(a: &Side, i: usize, b: &Side, j: usize) -> bool {
    let owned = |side: &Side, at: usize| side.lower(at.wrapping_sub(1)).ends_with("'s");
    if owned(a, i) || owned(b, j) {
        return false; // "her sister's opposition": whose it is takes more than the last name
    }
    let named = |side: &Side, at: usize| {
        let place = side.words.get(at)?.span.start;
        let here = side.document.mentions_in(side.id.index).iter().filter(|m| m.span.end <= place);
        here.rev().find_map(|m| m.entity)
    };
    match (named(a, i), named(b, j)) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    }
}

/// The same verb with doer and receiver exchanged.
fn swap(a: &Side, b: &Side) -> Option<Discrepancy> {
    for (i, word) in a.words.iter().enumerate().filter(|(_, w)| w.telling) {
        let Some(j) = b.words.iter().position(|w| w.telling && w.stem == word.stem) else { continue };
        let (Some((ours, from)), Some((theirs, to))) = (roles(a, i), roles(b, j)) else { continue };
        if ours == (theirs.1, theirs.0) && ours.0 != ours.1 {
            let sides = [a.disputed(from.0, from.1, &word.lower, 0), b.disputed(to.0, to.1, b.lower(j), 1)];
            return discrepancy(&word.lower, "roles-exchanged", sides);
        }
    }
    None
}

type Roles = ((EntityId, EntityId), (usize, usize));

/// Who stands before and who behind a verb in the same clause, as subject and object; exchanged where it is passive.
/// None where a third one stands between.
fn roles(side: &Side, at: usize) -> Option<Roles> {
    let verb = side.words.get(at)?;
    let here = side.document.mentions_in(side.id.index).iter().filter(|m| m.kind != MentionKind::Role);
    let named = here.filter_map(|m| Some((m.span, m.entity?)));
    let (before, behind): (Vec<_>, Vec<_>) = named.partition(|(span, _)| span.end <= verb.span.start);
    let (subject, object) = (before.last()?, behind.iter().find(|(span, _)| span.start >= verb.span.end)?);
    let first = side.words.iter().position(|w| w.span.start >= subject.0.start)?;
    let last = side.words.iter().rposition(|w| w.span.end <= object.0.end)?;
    if at - first.min(at) > 5
        || last.saturating_sub(at) > 5
        || (first + 1..=last).any(|i| side.gap(i).contains([';', ':']))
    {
        return None;
    }
    let passive = (at..last).any(|i| side.lower(i) == "by");
    let pair = if passive { (object.1, subject.1) } else { (subject.1, object.1) };
    Some((pair, (first, last)))
}
