//! One pair → its link: how the two sentences relate and what shows it.

use std::collections::BTreeSet;

use super::pairs::Pairs;
use super::rows::Row;
use super::signals::wording::{parallel_actors, roles_swapped};
use super::weighted::{common, total};
use crate::model::{Event, Evidence, Link, MentionKind, Relation, SentenceId, Side};

/// Chance from which neither side says more. F1 over 60 events, each judged without its own answers, is flat from 0.3 to
/// 0.45 (.58 to .59; .58 to .60 with all-MiniLM-L6-v2).
const SAME: f32 = 0.4;
/// Least share of the weight of each sentence that the other must have for "neither says more" by words alone, names of
/// whom both mention counted as met. F1 on 44 events: at .55 .80 on the five, .63 on the 31, .28 on the stories; at .6 .78,
/// .64, .26. Either this or the chance will do.
const BOTH_COVERED: f32 = 0.55;
/// Least share of a sentence's weight that the other must have for "says nothing more".
const COVERED: f32 = 0.6;
/// Least share of the words of both for two sentences to be one with small changes.
const ALIKE: f32 = 0.8;
/// Least length, in words, of a common run worth showing.
const RUN: usize = 3;

/// A pair with its signals and chances.
pub struct Scored<'a> {
    /// Its row numbers.
    pub ends: (u32, u32),
    /// Its signals of the first round.
    pub signals: &'a [f32],
    /// The chance that readers would link it.
    pub score: f64,
    /// The chance that neither side says more.
    pub same: f32,
}

/// The names and numbers of each sentence, for evidence.
pub struct Shown {
    names: Vec<BTreeSet<String>>,
    numbers: Vec<BTreeSet<String>>,
}

impl Shown {
    /// Reads every sentence once.
    pub fn of(event: &Event, pairs: &Pairs) -> Self {
        let rows = &pairs.rows.rows;
        Self {
            names: rows.iter().map(|r| names(event, r.id)).collect(),
            numbers: rows.iter().map(|r| numbers(event, r.id)).collect(),
        }
    }
}

/// The link of a pair.
pub fn link(event: &Event, pairs: &Pairs, shown: &Shown, scored: &Scored) -> Option<Link> {
    let (a, b) = (
        pairs.rows.get(scored.ends.0)?,
        pairs.rows.get(scored.ends.1)?,
    );
    // However alike the words are: who did it to whom is of substance.
    let others = parallel_actors(a, b) && !named_alike(a, b) || roles_swapped(a, b);
    let met = covered(a, b) >= BOTH_COVERED * a.total && covered(b, a) >= BOTH_COVERED * b.total;
    let same = met || scored.same >= SAME;
    let relation = if same && !others {
        Relation::Equivalent
    } else {
        Relation::Partial
    };
    let contains = match (relation, within(a, b), within(b, a)) {
        (Relation::Partial, true, false) if !others => Some(Side::B),
        (Relation::Partial, false, true) if !others => Some(Side::A),
        _ => None,
    };
    let evidence = evidence(event, pairs, shown, scored)?;
    Some(Link {
        a: a.id,
        b: b.id,
        relation,
        contains,
        score: scored.score,
        evidence,
    })
}

/// Weight of the words of a sentence that the other has too, or that name somebody whom the other mentions by any words.
fn covered(a: &Row, b: &Row) -> f32 {
    let told = |key: u32| b.keys.binary_search_by_key(&key, |k| k.0).is_ok();
    let meant = |key: u32| {
        let from = a.naming.partition_point(|n| n.0 < key);
        let who = a.naming.iter().skip(from).take_while(|n| n.0 == key);
        who.into_iter()
            .any(|n| b.mentioned.binary_search(&n.1).is_ok())
    };
    a.keys
        .iter()
        .filter(|k| told(k.0) || meant(k.0))
        .map(|k| k.1)
        .sum()
}

/// Whether the names of both are the same and most else is: then another actor is only a pronoun read otherwise.
fn named_alike(a: &Row, b: &Row) -> bool {
    let names = common(&a.names, &b.names);
    names >= total(&a.names).max(total(&b.names))
        && common(&a.keys, &b.keys) >= ALIKE * a.total.max(b.total)
}

/// Whether a sentence has hardly a word, and no number, that the other lacks.
fn within(a: &Row, b: &Row) -> bool {
    common(&a.keys, &b.keys) >= COVERED * a.total
        && common(&a.numbers, &b.numbers) >= total(&a.numbers)
}

fn evidence(event: &Event, pairs: &Pairs, shown: &Shown, scored: &Scored) -> Option<Evidence> {
    let (x, y) = scored.ends;
    let parts = scored
        .signals
        .iter()
        .zip(["words", "letters"])
        .map(|(&s, name)| (name, f64::from(s)));
    let meaning = pairs
        .meaning(scored.signals)
        .map(|m| ("meaning", f64::from(m)));
    let both = |sets: &[BTreeSet<String>]| -> Option<Vec<String>> {
        Some(
            sets.get(x as usize)?
                .intersection(sets.get(y as usize)?)
                .cloned()
                .collect(),
        )
    };
    Some(Evidence {
        names: both(&shown.names)?,
        numbers: both(&shown.numbers)?,
        shared_words: shared_words(event, pairs.rows.get(x)?, pairs.rows.get(y)?),
        parts: parts.chain(meaning).collect(),
    })
}

/// The full names of those whom a sentence names or points at, in lower case.
fn names(event: &Event, id: SentenceId) -> BTreeSet<String> {
    let mentions = event
        .document(id.article)
        .map(|d| d.mentions_in(id.index))
        .unwrap_or_default();
    let here = mentions.iter().filter(|m| m.kind != MentionKind::Pronoun);
    let entities = here.filter_map(|m| event.entities.get(m.entity?.0 as usize));
    entities.map(|e| e.name.to_lowercase()).collect()
}

fn numbers(event: &Event, id: SentenceId) -> BTreeSet<String> {
    let values = event
        .document(id.article)
        .map(|d| d.values_in(id.index))
        .unwrap_or_default();
    values.iter().map(|v| v.normal.clone()).collect()
}

/// The longest run of words both have, as `a` prints it, where it is long enough to show.
fn shared_words(event: &Event, a: &Row, b: &Row) -> Option<String> {
    let (end, length) = longest_run(&a.sequence, &b.sequence);
    if length < RUN {
        return None;
    }
    let (document, sentence) = (event.document(a.id.article)?, event.sentence(a.id)?);
    let (first, last) = (
        sentence.words.get(end - length)?,
        sentence.words.get(end - 1)?,
    );
    document
        .article
        .text
        .get(first.start..last.end)
        .map(str::to_string)
}

/// Where the longest common run of two sequences ends in the first, and its length.
fn longest_run(a: &[u32], b: &[u32]) -> (usize, usize) {
    let mut best = (0, 0);
    let mut above = vec![0_usize; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![0_usize; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let length = if x == y {
                above.get(j).copied().unwrap_or(0) + 1
            } else {
                0
            };
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = length;
            }
            if length > best.1 {
                best = (i + 1, length);
            }
        }
        above = row;
    }
    best
}
