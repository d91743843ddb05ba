//! Chances of pairs → groups: the two groups whose articles most surely tell one event, on average, become one, until none
//! are sure enough.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::signals::Edge;

/// Groups as lists of articles in order, in the order of their first articles.
pub(super) fn groups(neighbours: &[BTreeMap<usize, Edge>], least: f32) -> Vec<Vec<usize>> {
    let mut state = State::new(neighbours);
    state.queue_all(least);
    while let Some(next) = state.queue.pop() {
        if state.is_current(&next) {
            state.join(next.a, next.b, least);
        }
    }
    let mut groups: Vec<Vec<usize>> = state
        .members
        .into_iter()
        .filter(|m| !m.is_empty())
        .collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    groups
}

/// Groups while they grow; a group is known by its first article.
struct State {
    members: Vec<Vec<usize>>,
    /// Sums of chances with other groups.
    links: Vec<BTreeMap<usize, f64>>,
    queue: BinaryHeap<Pair>,
}

/// Two groups with the mean chance of their articles when they had so many members.
struct Pair {
    mean: f64,
    a: usize,
    b: usize,
    sizes: (usize, usize),
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_place = (other.a, other.b).cmp(&(self.a, self.b));
        self.mean.total_cmp(&other.mean).then(by_place)
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Pair {}

impl State {
    fn new(neighbours: &[BTreeMap<usize, Edge>]) -> Self {
        let mut links = vec![BTreeMap::new(); neighbours.len()];
        for (article, near) in neighbours.iter().enumerate() {
            for (other, edge) in near {
                for (from, to) in [(article, *other), (*other, article)] {
                    if let Some(list) = links.get_mut(from) {
                        list.insert(to, f64::from(edge.same));
                    }
                }
            }
        }
        Self {
            members: (0..neighbours.len()).map(|i| vec![i]).collect(),
            links,
            queue: BinaryHeap::new(),
        }
    }

    fn size(&self, group: usize) -> usize {
        self.members.get(group).map_or(0, Vec::len)
    }

    fn queue_all(&mut self, least: f32) {
        for a in 0..self.links.len() {
            let later = self.links.get(a).into_iter().flat_map(|l| l.range(a + 1..));
            let pairs: Vec<(usize, f64)> = later.map(|(b, sum)| (*b, *sum)).collect();
            for (b, sum) in pairs {
                self.offer(a, b, sum, least);
            }
        }
    }

    fn offer(&mut self, a: usize, b: usize, sum: f64, least: f32) {
        let (a, b) = (a.min(b), a.max(b));
        let sizes = (self.size(a), self.size(b));
        let mean = sum / (sizes.0 * sizes.1).max(1) as f64;
        if mean >= f64::from(least) {
            self.queue.push(Pair { mean, a, b, sizes });
        }
    }

    /// Whether neither group has grown or gone since the pair was queued.
    fn is_current(&self, pair: &Pair) -> bool {
        pair.sizes == (self.size(pair.a), self.size(pair.b))
    }

    /// Makes one group of two, under the name of the first.
    fn join(&mut self, a: usize, b: usize, least: f32) {
        let moved = self
            .members
            .get_mut(b)
            .map(std::mem::take)
            .unwrap_or_default();
        if let Some(members) = self.members.get_mut(a) {
            members.extend(moved);
        }
        let theirs = self
            .links
            .get_mut(b)
            .map(std::mem::take)
            .unwrap_or_default();
        for (other, sum) in theirs.into_iter().filter(|(other, _)| *other != a) {
            self.add(a, other, sum);
            self.add(other, a, sum);
            self.drop(other, b);
        }
        self.drop(a, b);
        let links = self.links.get(a).cloned().unwrap_or_default();
        for (other, sum) in links {
            self.offer(a, other, sum, least);
        }
    }

    fn add(&mut self, from: usize, to: usize, sum: f64) {
        if let Some(list) = self.links.get_mut(from) {
            *list.entry(to).or_default() += sum;
        }
    }

    fn drop(&mut self, from: usize, to: usize) {
        if let Some(list) = self.links.get_mut(from) {
            list.remove(&to);
        }
    }
}
