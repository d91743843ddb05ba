//! How a pair stands among its rivals and neighbours: is there a better partner on either side, do the sentences
//! before and after agree, does a third article say it too.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::super::rows::Rows;
use crate::model::ArticleId;

/// What each signal measures, in the order of [`Field::of`].
pub const NAMES: [&str; 19] = [
    "to best least",
    "to best most",
    "margin least",
    "margin most",
    "to best anywhere least",
    "to best anywhere most",
    "rank least",
    "rank most",
    "mutual",
    "rivals least",
    "rivals most",
    "above mean least",
    "above mean most",
    "same order",
    "cross order",
    "beside least",
    "beside most",
    "all around",
    "third article",
];

/// Added before dividing, so that two faint similarities are not each other's best.
const FAINT: f32 = 0.02;

/// A measure over the pairs of an event, pairs left out counting as zero.
pub struct Field {
    /// The article of each row.
    articles: Vec<ArticleId>,
    /// For each row its partners with the measure, sorted by row.
    partners: Vec<Vec<(u32, f32)>>,
    /// For each row and article the best two measures, their sum and how many there are.
    tops: Vec<Vec<Top>>,
    /// For each row its best measure anywhere, and the mean over all rows of other articles.
    overall: Vec<(f32, f32)>,
}

/// The partners of a row in one article.
#[derive(Clone, Copy)]
struct Top {
    article: ArticleId,
    /// Where they begin and end among the partners of the row.
    from: usize,
    to: usize,
    best: f32,
    second: f32,
    sum: f32,
}

impl Field {
    /// The field of a measure given pair by pair.
    pub fn new(rows: &Rows, pairs: &[(u32, u32)], values: &[f32]) -> Self {
        let mut partners: Vec<Vec<(u32, f32)>> = vec![Vec::new(); rows.rows.len()];
        for (&(a, b), &value) in pairs.iter().zip(values) {
            if let Some(list) = partners.get_mut(a as usize) {
                list.push((b, value));
            }
            if let Some(list) = partners.get_mut(b as usize) {
                list.push((a, value));
            }
        }
        partners
            .iter_mut()
            .for_each(|list| list.sort_unstable_by_key(|p| p.0));
        let articles: Vec<ArticleId> = rows.rows.iter().map(|r| r.id.article).collect();
        let tops = partners
            .par_iter()
            .map(|list| tops(&articles, list))
            .collect();
        let overall = overall(&articles, &partners);
        Self {
            articles,
            partners,
            tops,
            overall,
        }
    }

    /// The signals of the pair of two rows.
    pub fn of(&self, a: u32, b: u32) -> [f32; NAMES.len()] {
        let value = self.value(a, b);
        let (x, y) = (self.side(a, b, value), self.side(b, a, value));
        let least = |f: fn(&Side) -> f32| f(&x).min(f(&y));
        let most = |f: fn(&Side) -> f32| f(&x).max(f(&y));
        let ring = [
            (1, 0),
            (-1, 0),
            (0, 1),
            (0, -1),
            (1, 1),
            (-1, -1),
            (1, -1),
            (-1, 1),
        ];
        let ring = ring.map(|(i, j)| self.value_beside(a, i, b, j));
        let [
            a_on,
            a_back,
            b_on,
            b_back,
            both_on,
            both_back,
            apart,
            across,
        ] = ring;
        let (beside_a, beside_b) = (a_on.max(a_back), b_on.max(b_back));
        [
            least(|s| s.to_best),
            most(|s| s.to_best),
            least(|s| s.margin),
            most(|s| s.margin),
            least(|s| s.to_best_anywhere),
            most(|s| s.to_best_anywhere),
            least(|s| s.rank),
            most(|s| s.rank),
            x.to_best * y.to_best,
            least(|s| s.rivals),
            most(|s| s.rivals),
            least(|s| s.above_mean),
            most(|s| s.above_mean),
            both_on.max(both_back),
            apart.max(across),
            beside_a.min(beside_b),
            beside_a.max(beside_b),
            ring.iter().sum::<f32>() / ring.len() as f32,
            self.third(a, b),
        ]
    }

    fn value(&self, a: u32, b: u32) -> f32 {
        let list = self
            .partners
            .get(a as usize)
            .map(Vec::as_slice)
            .unwrap_or_default();
        list.binary_search_by_key(&b, |p| p.0)
            .ok()
            .and_then(|i| list.get(i))
            .map_or(0.0, |p| p.1)
    }

    /// The measure of the rows so many sentences away from `a` and `b`; 0 beyond the ends of their articles.
    fn value_beside(&self, a: u32, i: i64, b: u32, j: i64) -> f32 {
        match (self.beside(a, i), self.beside(b, j)) {
            (Some(a), Some(b)) => self.value(a, b),
            _ => 0.0,
        }
    }

    fn beside(&self, row: u32, step: i64) -> Option<u32> {
        let other = u32::try_from(i64::from(row) + step).ok()?;
        (self.article(other)? == self.article(row)?).then_some(other)
    }

    fn article(&self, row: u32) -> Option<ArticleId> {
        self.articles.get(row as usize).copied()
    }

    /// How the pair looks from `a`, among the partners of `a`.
    fn side(&self, a: u32, b: u32, value: f32) -> Side {
        let there = self.article(b);
        let tops = self
            .tops
            .get(a as usize)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let zero = Top {
            article: ArticleId(0),
            from: 0,
            to: 0,
            best: 0.0,
            second: 0.0,
            sum: 0.0,
        };
        let top = there
            .and_then(|there| tops.get(tops.binary_search_by_key(&there, |t| t.article).ok()?));
        let top = top.copied().unwrap_or(zero);
        let (anywhere, mean) = self.overall.get(a as usize).copied().unwrap_or_default();
        let rival = if value >= top.best {
            top.second
        } else {
            top.best
        };
        let there = self
            .partners
            .get(a as usize)
            .and_then(|p| p.get(top.from..top.to))
            .unwrap_or_default();
        let better = there.iter().filter(|p| p.1 > value).count();
        Side {
            to_best: value / (top.best + FAINT),
            margin: value - rival,
            to_best_anywhere: value / (anywhere + FAINT),
            rank: (better as f32 + 1.0).ln(),
            rivals: top.sum - value,
            above_mean: value - mean,
        }
    }

    /// The best support by a sentence of a third article: the weaker of its ties to both.
    fn third(&self, a: u32, b: u32) -> f32 {
        let (x, y) = (self.article(a), self.article(b));
        let lists = (self.partners.get(a as usize), self.partners.get(b as usize));
        let (Some(left), Some(right)) = lists else {
            return 0.0;
        };
        let (mut i, mut j, mut best) = (0, 0, 0.0_f32);
        while let (Some(p), Some(q)) = (left.get(i), right.get(j)) {
            match p.0.cmp(&q.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    let weaker = p.1.min(q.1);
                    if weaker > best
                        && self
                            .article(p.0)
                            .is_some_and(|third| Some(third) != x && Some(third) != y)
                    {
                        best = weaker;
                    }
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        best
    }
}

/// A pair seen from one of its ends.
struct Side {
    to_best: f32,
    margin: f32,
    to_best_anywhere: f32,
    rank: f32,
    rivals: f32,
    above_mean: f32,
}

/// For each row its best measure, and the mean over all rows of other articles.
fn overall(articles: &[ArticleId], partners: &[Vec<(u32, f32)>]) -> Vec<(f32, f32)> {
    let mut sizes: BTreeMap<ArticleId, usize> = BTreeMap::new();
    articles
        .iter()
        .for_each(|a| *sizes.entry(*a).or_insert(0) += 1);
    let elsewhere = |article: &ArticleId| articles.len() - sizes.get(article).copied().unwrap_or(0);
    let summed = partners.iter().zip(articles).map(|(list, article)| {
        let (best, sum) = list
            .iter()
            .fold((0.0_f32, 0.0), |(best, sum), p| (best.max(p.1), sum + p.1));
        (best, sum / elsewhere(article).max(1) as f32)
    });
    summed.collect()
}

/// The partners of a row by article, in the order of the articles, which is that of the rows.
fn tops(articles: &[ArticleId], partners: &[(u32, f32)]) -> Vec<Top> {
    let mut tops: Vec<Top> = Vec::new();
    for (at, &(row, value)) in partners.iter().enumerate() {
        let Some(&article) = articles.get(row as usize) else {
            continue;
        };
        if tops.last().is_none_or(|t| t.article != article) {
            tops.push(Top {
                article,
                from: at,
                to: at,
                best: 0.0,
                second: 0.0,
                sum: 0.0,
            });
        }
        if let Some(top) = tops.last_mut() {
            top.to = at + 1;
            top.sum += value;
            top.second = top.second.max(value.min(top.best));
            top.best = top.best.max(value);
        }
    }
    tops
}
