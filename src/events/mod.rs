//! Articles of a collection → the events they tell, without reading a sentence: by words and names weighted by their rarity,
//! by which of them burst on a day, by what stands in headlines and leads, by days and outlets.
//!
//! Each article becomes a [`Sketch`]; the sketches become vectors, an inverted index finds each article's neighbours within
//! some weeks, a regression gives each such pair the chance that both tell one event, a second one judges it again by how it
//! stands among the neighbours of both, and the two groups surest on average become one until none are sure enough.
//! Everything is done in the order of days and of words, so that names of files and the order in which articles come change
//! nothing.

mod bursts;
mod linkage;
mod neighbours;
mod rarity;
pub mod signals;
mod sketch;
pub mod standing;
mod telling;

pub use sketch::Sketch;

use crate::model::Grouping;
use neighbours::Near;
use rarity::Vectors;
use signals::{Judge, Signals, Weights};
use telling::Nearness;

/// How sure it must be that articles tell one event; measured by `examples/fit_events`, on 128 neighbourhoods of an archive that
/// readers judged and on 67 known events in one collection.
#[derive(Clone, Debug)]
pub struct Options {
    /// What makes a chance of the signals of a pair.
    pub weights: Weights,
    /// Mean chance of two groups that become one. The neighbourhoods by weights that know nothing of their time: B³ F1 .922,
    /// .923, .923 and .920 at .5, .55, .6 and .65, groups of one event .765, .783, .830 and .855, articles rightly alone .866,
    /// .851, .830 and .808; of one reader's groups another found .90 and .96 to be of one event. Known events: .990 with days
    /// and .975 without.
    pub same: f32,
    /// Mean nearness of words, days aside, of two groups that tell of the same matter.
    pub related: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            weights: signals::fitted().clone(),
            same: 0.6,
            related: 0.10,
        }
    }
}

/// The articles of a collection in the order of their days and words, with what is near them.
struct Sorted<'a> {
    /// Their places among the sketches.
    order: Vec<usize>,
    sketches: Vec<&'a Sketch>,
    vectors: Vectors,
    near: Vec<Near>,
}

impl<'a> Sorted<'a> {
    fn of(sketches: &'a [Sketch]) -> Self {
        let mut order: Vec<usize> = (0..sketches.len()).collect();
        order.sort_by_key(|&i| sketches.get(i).map(|s| (s.day.is_none(), s.day, s.seal)));
        let sorted: Vec<&Sketch> = order.iter().filter_map(|&i| sketches.get(i)).collect();
        let days: Vec<Option<i32>> = sorted.iter().map(|s| s.day).collect();
        let vectors = Vectors::of(&sorted);
        let near = neighbours::neighbours(&vectors.whole, &days, vectors.terms);
        Self {
            order,
            sketches: sorted,
            vectors,
            near,
        }
    }

    fn judge<'s>(&'s self, weights: &'s Weights) -> Judge<'s> {
        Judge::new(&self.sketches, &self.vectors, &self.near, weights)
    }
}

/// The events of a collection; articles are pointed at by their index among the sketches.
pub fn group(sketches: &[Sketch], options: &Options) -> Grouping {
    let sorted = Sorted::of(sketches);
    let edges = sorted.judge(&options.weights).edges(&sorted.near);
    let groups = linkage::groups(&edges, options.same);
    let mut group_of = vec![0; sketches.len()];
    for (at, group) in groups.iter().enumerate() {
        for article in group {
            if let Some(place) = group_of.get_mut(*article) {
                *place = at;
            }
        }
    }
    let nearness = Nearness::of(&edges, &group_of);
    telling::grouping(&groups, &nearness, &sorted.order, options.related)
}

/// The signals of every pair of articles that are near at all, for fitting the weights.
pub fn candidates(sketches: &[Sketch]) -> Vec<(usize, usize, Signals)> {
    let sorted = Sorted::of(sketches);
    let weights = Weights::default();
    let judge = sorted.judge(&weights);
    let place = |i: usize| sorted.order.get(i).copied().unwrap_or_default();
    let mut found = Vec::new();
    for (a, near) in sorted.near.iter().enumerate() {
        for (b, _) in &near.all {
            found.push((place(a), place(*b), judge.signals(a, *b)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article that uses each of these words once; most of them are of no list.
    fn sketch(words: &str, day: Option<i32>) -> Sketch {
        let number = |w: &str| {
            w.bytes()
                .fold(7_u64, |n, b| n.wrapping_mul(31) + u64::from(b))
        };
        let term = |w: &str| sketch::Term {
            number: number(w),
            weight: 1.0,
            usual: 0.005,
            place: sketch::Place::Lead,
            is_name: false,
        };
        let mut terms: Vec<sketch::Term> = words.split(' ').map(term).collect();
        terms.sort_by_key(|t| t.number);
        Sketch {
            terms,
            day,
            told: None,
            outlet: None,
            seal: number(words),
        }
    }

    /// The articles of each event, by the first words.
    fn told(sketches: &[Sketch]) -> Vec<Vec<u64>> {
        let groups = group(sketches, &Options::default()).groups;
        let seals = |g: &crate::model::Group| {
            let mut seals: Vec<u64> = g.members.iter().map(|m| sketches[m.article].seal).collect();
            seals.sort_unstable();
            seals
        };
        groups.iter().map(seals).collect()
    }

    fn some() -> Vec<Sketch> {
        vec![
            sketch("strike pilots ferry skerry guild roster", Some(100)),
            sketch("strike pilots ferry islands guild walkout", Some(101)),
            sketch("reef coral survey institute recovery", Some(100)),
            sketch("coral reef survey sites dispute", None),
            sketch("verdict water trial", Some(100)),
        ]
    }

    #[test]
    fn articles_of_one_event_come_together_in_whatever_order() {
        let mut sketches = some();
        let first = told(&sketches);
        assert_eq!(
            first.iter().map(Vec::len).collect::<Vec<_>>().iter().max(),
            Some(&2)
        );
        assert_eq!(first.len(), 3);
        for _ in 0..sketches.len() {
            sketches.rotate_left(1);
            sketches.swap(0, 2);
            assert_eq!(told(&sketches), first);
        }
    }

    #[test]
    fn the_same_matter_weeks_later_is_a_related_event() {
        let words = "strike pilots ferry skerry guild roster";
        let sketches = [sketch(words, Some(100)), sketch(words, Some(120))];
        let grouping = group(&sketches, &Options::default());
        assert_eq!(grouping.groups.len(), 2);
        assert_eq!(grouping.groups[0].related, [1]);
        assert_eq!(grouping.groups[1].related, [0]);
        let later = [
            sketch(words, Some(100)),
            sketch(words, Some(100 + 2 * neighbours::WINDOW)),
        ];
        assert!(
            group(&later, &Options::default()).groups[0]
                .related
                .is_empty()
        );
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(group(&[], &Options::default()).groups.is_empty());
        let empty = [Sketch::default(), Sketch::default()];
        let grouping = group(&empty, &Options::default());
        assert_eq!(grouping.groups.len(), 2);
        assert_eq!(grouping.groups[0].members[0].certainty, 1.0);
    }
}
