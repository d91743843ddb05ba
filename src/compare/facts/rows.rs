//! Claims → rows: claims of different sentences that say the same, and every sentence that carries them.
//!
//! A linked sentence carries a claim when it has most of the claim's words by weight. Two claims say the same when each
//! sentence carries the other's claim and the smaller claim stands for a good part in the larger. Rows grow from the
//! surest pair on, and never hold two claims of one sentence: those are two statements.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::claims::Claim;
use crate::compare::wording::Wording;
use crate::model::{Alignment, SentenceId};

/// Share of a claim's weight that a linked sentence must have to carry it, where the link is weak; a sure link lowers it
/// by [`SURE`]. Both were chosen among .25–.65 and 0–.4 on the clause-level facts of thirteen events coded by hand (five
/// real, eight invented): lower adds wrong cells, higher loses reworded ones.
const CARRIES: f64 = 0.35;
const SURE: f64 = 0.2;

/// Words a claim must share with a sentence that carries it; one common word is chance.
const SHARED: usize = 2;

/// Share of the smaller of two claims that the larger must have to say the same; chosen among .3–.8 as above.
const SAME: f64 = 0.6;

/// Claims that say the same, and every sentence that carries them.
pub struct Row {
    /// Indices of the claims, sorted.
    pub claims: Vec<usize>,
    /// The sentences, those of the claims included, sorted.
    pub sentences: BTreeSet<SentenceId>,
}

/// Every claim in exactly one row, in the order of their first claim.
pub fn group(claims: &[Claim], alignment: &Alignment, wording: &Wording) -> Vec<Row> {
    let carriers = carriers(claims, alignment, wording);
    let mut row_of: Vec<usize> = (0..claims.len()).collect();
    let mut rows: Vec<Vec<usize>> = (0..claims.len()).map(|i| vec![i]).collect();
    for (_, a, b) in pairs(claims, &carriers, wording) {
        let (Some(&x), Some(&y)) = (row_of.get(a), row_of.get(b)) else {
            continue;
        };
        let (Some(left), Some(right)) = (rows.get(x), rows.get(y)) else {
            continue;
        };
        if x == y || share_a_sentence(claims, left, right) {
            continue;
        }
        let (kept, emptied) = (x.min(y), x.max(y));
        let moved = rows
            .get_mut(emptied)
            .map(std::mem::take)
            .unwrap_or_default();
        for &claim in &moved {
            if let Some(row) = row_of.get_mut(claim) {
                *row = kept;
            }
        }
        if let Some(row) = rows.get_mut(kept) {
            row.extend(moved);
            row.sort_unstable();
        }
    }
    rows.into_iter()
        .filter(|r| !r.is_empty())
        .map(|r| row(claims, &carriers, r))
        .collect()
}

/// For each claim the linked sentences that carry it.
fn carriers(
    claims: &[Claim],
    alignment: &Alignment,
    wording: &Wording,
) -> Vec<BTreeSet<SentenceId>> {
    let mut linked: HashMap<SentenceId, Vec<(SentenceId, f64)>> = HashMap::new();
    for link in &alignment.links {
        linked.entry(link.a).or_default().push((link.b, link.score));
        linked.entry(link.b).or_default().push((link.a, link.score));
    }
    let carries = |claim: &Claim, id: SentenceId, score: f64| {
        let (weight, count) = claim.common(wording.stems(id), wording);
        count >= SHARED && weight >= claim.weight * (CARRIES - SURE * score)
    };
    let of = |claim: &Claim| {
        let near = linked.get(&claim.sentence).into_iter().flatten();
        near.filter(|(id, score)| carries(claim, *id, *score))
            .map(|(id, _)| *id)
            .collect()
    };
    claims.iter().map(of).collect()
}

/// Pairs of claims that say the same, the surest first.
fn pairs(
    claims: &[Claim],
    carriers: &[BTreeSet<SentenceId>],
    wording: &Wording,
) -> Vec<(f64, usize, usize)> {
    let mut of_sentence: BTreeMap<SentenceId, Vec<usize>> = BTreeMap::new();
    for (i, claim) in claims.iter().enumerate() {
        of_sentence.entry(claim.sentence).or_default().push(i);
    }
    let mut found = Vec::new();
    for (i, (claim, carried)) in claims.iter().zip(carriers).enumerate() {
        for &j in carried
            .iter()
            .filter_map(|id| of_sentence.get(id))
            .flatten()
            .filter(|j| **j > i)
        {
            let (Some(other), Some(back)) = (claims.get(j), carriers.get(j)) else {
                continue;
            };
            let share = claim.common(&other.stems, wording).0
                / claim.weight.min(other.weight).max(f64::MIN_POSITIVE);
            if back.contains(&claim.sentence) && share >= SAME && may_be_of_the_same(claim, other) {
                found.push((share, i, j));
            }
        }
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    found
}

/// Two claims that both name somebody and have nobody in common are of different people.
fn may_be_of_the_same(a: &Claim, b: &Claim) -> bool {
    a.names.is_empty() || b.names.is_empty() || !a.names.is_disjoint(&b.names)
}

fn share_a_sentence(claims: &[Claim], left: &[usize], right: &[usize]) -> bool {
    let sentences = |row: &[usize]| {
        row.iter()
            .filter_map(|c| claims.get(*c))
            .map(|c| c.sentence)
            .collect::<BTreeSet<_>>()
    };
    !sentences(left).is_disjoint(&sentences(right))
}

/// A row with the sentences of its claims and those that carry at least half of them.
fn row(claims: &[Claim], carriers: &[BTreeSet<SentenceId>], members: Vec<usize>) -> Row {
    let mut count: BTreeMap<SentenceId, usize> = BTreeMap::new();
    for id in members.iter().filter_map(|c| carriers.get(*c)).flatten() {
        *count.entry(*id).or_default() += 1;
    }
    let own = members
        .iter()
        .filter_map(|c| claims.get(*c))
        .map(|c| c.sentence);
    let carried = count
        .iter()
        .filter(|(_, n)| **n * 2 >= members.len())
        .map(|(id, _)| *id);
    Row {
        sentences: own.chain(carried).collect(),
        claims: members,
    }
}
