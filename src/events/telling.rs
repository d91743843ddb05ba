//! What is said about groups: how surely an article belongs, what else it was near to, and which events are related.

use std::collections::BTreeMap;

use super::signals::Edge;
use crate::model::{Group, Grouping, Member, Near};

/// An article is said to be close to another event from this certainty on.
const CLOSE: f64 = 0.2;

/// Related events that are named, the nearest.
const MOST_RELATED: usize = 5;

/// Sums of nearness between articles and groups.
pub(super) struct Nearness {
    /// For each article the sum of its chances with the other articles of each group.
    same: Vec<BTreeMap<usize, f64>>,
    /// For each group the sum of nearness of words to each later group.
    words: BTreeMap<(usize, usize), f64>,
}

impl Nearness {
    /// From neighbours and the group of each article.
    pub(super) fn of(neighbours: &[BTreeMap<usize, Edge>], group_of: &[usize]) -> Self {
        let mut nearness = Self {
            same: vec![BTreeMap::new(); neighbours.len()],
            words: BTreeMap::new(),
        };
        for (article, near) in neighbours.iter().enumerate() {
            for (other, edge) in near {
                nearness.add(group_of, article, *other, edge);
            }
        }
        nearness
    }

    fn add(&mut self, group_of: &[usize], article: usize, other: usize, edge: &Edge) {
        let group = |i: usize| group_of.get(i).copied().unwrap_or_default();
        for (from, to) in [(article, other), (other, article)] {
            if let Some(sums) = self.same.get_mut(from) {
                *sums.entry(group(to)).or_default() += f64::from(edge.same);
            }
        }
        let (a, b) = (group(article), group(other));
        if a != b {
            *self.words.entry((a.min(b), a.max(b))).or_default() += f64::from(edge.words);
        }
    }

    /// The mean chance that an article tells what those of a group tell, itself left out.
    fn mean(&self, article: usize, group: usize, others: usize) -> f64 {
        let sum = self.same.get(article).and_then(|sums| sums.get(&group));
        sum.copied().unwrap_or(0.0) / others.max(1) as f64
    }
}

/// Groups of articles, which are positions in the order of `order`, told with everything that is said about them.
pub(super) fn grouping(
    groups: &[Vec<usize>],
    nearness: &Nearness,
    order: &[usize],
    related: f32,
) -> Grouping {
    let told = groups.iter().enumerate().map(|(at, group)| {
        let member = |&article: &usize| member(groups, nearness, at, article, order);
        Group {
            members: group.iter().map(member).collect(),
            related: Vec::new(),
        }
    });
    let mut grouping = Grouping {
        groups: told.collect(),
    };
    relate(&mut grouping, groups, nearness, related);
    grouping
}

/// Tells each group which others its words are near to; where one of two is among the nearest of the other, both say so.
fn relate(grouping: &mut Grouping, groups: &[Vec<usize>], nearness: &Nearness, least: f32) {
    let size = |g: usize| groups.get(g).map_or(1, Vec::len);
    let means = nearness.words.iter();
    let mut near: Vec<(f64, usize, usize)> = means
        .map(|((a, b), sum)| (sum / (size(*a) * size(*b)) as f64, *a, *b))
        .filter(|(mean, _, _)| *mean >= f64::from(least))
        .collect();
    near.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    for (_, a, b) in near {
        let few = |g: usize| {
            grouping
                .groups
                .get(g)
                .is_some_and(|g| g.related.len() < MOST_RELATED)
        };
        if !few(a) && !few(b) {
            continue;
        }
        for (from, to) in [(a, b), (b, a)] {
            if let Some(group) = grouping.groups.get_mut(from) {
                group.related.push(to);
            }
        }
    }
}

fn member(
    groups: &[Vec<usize>],
    nearness: &Nearness,
    own: usize,
    article: usize,
    order: &[usize],
) -> Member {
    let size = |g: usize| groups.get(g).map_or(1, Vec::len);
    let others = nearness
        .same
        .get(article)
        .into_iter()
        .flat_map(BTreeMap::keys);
    let nearest = others
        .filter(|g| **g != own)
        .map(|g| (nearness.mean(article, *g, size(*g)), *g))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let near = nearest.map(|(certainty, group)| Near { group, certainty });
    let certainty = if size(own) > 1 {
        nearness.mean(article, own, size(own) - 1)
    } else {
        1.0 - near.map_or(0.0, |near| near.certainty)
    };
    Member {
        article: order.get(article).copied().unwrap_or_default(),
        certainty,
        also: near.filter(|near| near.certainty >= CLOSE),
    }
}
