//! Articles of a collection → the events they tell, without reading a sentence: by words and names weighted by their rarity,
//! by what stands in headlines and leads, and by days.
//!
//! Each article becomes a [`Sketch`]; the sketches become vectors, an inverted index finds each article's neighbours within
//! some weeks, and the two groups nearest on average become one until none are near enough. Everything is done in the order
//! of days and of words, so that names of files and the order in which articles come change nothing.

mod linkage;
mod neighbours;
mod rarity;
mod sketch;
mod telling;

pub use sketch::Sketch;

use crate::model::Grouping;
use telling::Nearness;

/// How near articles must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Mean nearness of two groups that tell one event.
    pub same: f32,
    /// Mean nearness of words of two groups that tell of the same matter.
    pub related: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            same: 0.13,
            related: 0.10,
        }
    }
}

/// The events of a collection; articles are pointed at by their index among the sketches.
pub fn group(sketches: &[Sketch], options: &Options) -> Grouping {
    let mut order: Vec<usize> = (0..sketches.len()).collect();
    order.sort_by_key(|&i| sketches.get(i).map(|s| (s.day.is_none(), s.day, s.seal)));
    let sorted: Vec<&Sketch> = order.iter().filter_map(|&i| sketches.get(i)).collect();
    let days: Vec<Option<i32>> = sorted.iter().map(|s| s.day).collect();
    let (vectors, terms) = rarity::vectors(&sorted);
    let neighbours = neighbours::neighbours(&vectors, &days, terms);
    let groups = linkage::groups(&neighbours, options.same);
    let mut group_of = vec![0; sketches.len()];
    for (at, group) in groups.iter().enumerate() {
        for article in group {
            if let Some(place) = group_of.get_mut(*article) {
                *place = at;
            }
        }
    }
    let nearness = Nearness::of(&neighbours, &group_of);
    telling::grouping(&groups, &nearness, &order, options.same, options.related)
}
