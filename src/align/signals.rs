//! What a pair of sentences shows for or against saying the same thing.

use std::collections::HashMap;

use rayon::prelude::*;

use super::rows::{Row, Rows, Weighted};
use crate::model::ArticleId;

/// A pair of row numbers with its signals.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Row number of the first sentence.
    pub a: u32,
    /// Row number of the second sentence.
    pub b: u32,
    /// Shared weight of words, relative to the geometric mean of the two sentences' weights.
    pub lex: f32,
    /// Cosine of the character 4-grams.
    pub grams: f32,
    /// Share of the weight of `a` that `b` has too.
    pub cover_a: f32,
    /// Share of the weight of `b` that `a` has too.
    pub cover_b: f32,
    /// How far apart the two stand in their articles, 0 to 1.
    pub apart: f32,
    /// How near the pair comes to the best partner of either side in the other's article, 0 to 1.
    pub mutual: f32,
}

/// The signals of each pair.
pub fn of(rows: &Rows, pairs: &[(u32, u32)]) -> Vec<Pair> {
    let mut found: Vec<Pair> = pairs.par_iter().filter_map(|&(a, b)| alone(rows, a, b)).collect();
    compete(rows, &mut found);
    found
}

fn alone(rows: &Rows, a: u32, b: u32) -> Option<Pair> {
    let (x, y) = (rows.rows.get(a as usize)?, rows.rows.get(b as usize)?);
    let shared = merge(&x.keys, &y.keys, f32::min);
    Some(Pair {
        a,
        b,
        lex: shared / (x.total * y.total).sqrt().max(f32::MIN_POSITIVE),
        grams: merge(&x.grams, &y.grams, |v, w| v * w),
        cover_a: shared / x.total.max(f32::MIN_POSITIVE),
        cover_b: shared / y.total.max(f32::MIN_POSITIVE),
        apart: (x.place - y.place).abs(),
        mutual: 0.0,
    })
}

/// Sum of `join` over the numbers both lists have.
fn merge(a: &[Weighted], b: &[Weighted], join: impl Fn(f32, f32) -> f32) -> f32 {
    let (mut left, mut right, mut sum) = (a.iter().peekable(), b.iter().peekable(), 0.0);
    while let (Some(&&(i, v)), Some(&&(j, w))) = (left.peek(), right.peek()) {
        match i.cmp(&j) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                sum += join(v, w);
                left.next();
                right.next();
            }
        }
    }
    sum
}

impl Pair {
    /// Mean of the two similarities of wording, the measure by which partners are ranked.
    pub fn base(&self) -> f32 {
        0.5 * self.lex + 0.5 * self.grams
    }
}

/// Fills in what depends on the other partners of either side.
fn compete(rows: &Rows, pairs: &mut [Pair]) {
    let article = |row: u32| rows.rows.get(row as usize).map_or(ArticleId(0), |r: &Row| r.id.article);
    let mut best: HashMap<(u32, ArticleId), f32> = HashMap::new();
    for p in pairs.iter() {
        for side in [(p.a, article(p.b)), (p.b, article(p.a))] {
            let top = best.entry(side).or_insert(0.0);
            *top = top.max(p.base());
        }
    }
    let top = |row: u32, other: ArticleId| best.get(&(row, other)).copied().unwrap_or(0.0);
    for p in pairs.iter_mut() {
        let base = p.base();
        p.mutual = base * base / ((top(p.a, article(p.b)) + 0.02) * (top(p.b, article(p.a)) + 0.02));
    }
}
