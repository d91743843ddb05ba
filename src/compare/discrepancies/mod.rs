//! Links → what cannot be true in both articles, or is not said with the same right.
//!
//! | rule file | contradiction |
//! | --- | --- |
//! | `numbers` | two quantities of the same thing |
//! | `dates` | two days or times of the same thing |
//! | `names` | two spellings or forms of one name |
//! | `attribution` | one claim or quote, two sources; or a source's claim in an article's own voice |
//! | `polarity` | it is so and not so, antonyms, who did what to whom |
//! | `modality` | certain in one, doubtful in the other |
//! | `wording` | one quotation, different words |

mod attribution;
mod dates;
mod modality;
mod names;
mod numbers;
mod pair;
mod polarity;
mod wording;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use crate::model::{
    Alignment, ArticleId, BlockKind, Discrepancy, DiscrepancyKind, DisputedValue, Event, Link, SentenceId,
};
use numbers::Figure;
use pair::{Pair, Side};

/// Links less likely right than this prove no contradiction: two sentences must speak of the same thing before they can
/// contradict each other. Chosen as the point where a link is right more often than wrong.
pub const LINKED: f64 = 0.5;

/// Figures and days need less: what they are said of is compared as well, and a conflict lowers the score of a link.
const LOOSE: f64 = 0.3;

/// The discrepancies of an event, in the order of their first sentence.
pub fn find(event: &Event, alignment: &Alignment) -> Vec<Discrepancy> {
    let sure: Vec<&Link> = alignment.links.iter().filter(|l| l.score >= LOOSE).collect();
    let sides = sides(event, &sure);
    let figures: HashMap<SentenceId, Vec<Figure>> =
        sides.iter().map(|(id, side)| (*id, numbers::figures(side))).collect();
    let pairs: Vec<Pair> = sure.iter().filter_map(|l| Pair::of(&sides, l)).collect();
    let each: Vec<Vec<Discrepancy>> = pairs.par_iter().map(|pair| of_pair(event, &figures, pair)).collect();
    let mut found = Joined::default();
    found.extend(each.into_iter().flatten());
    found.extend(numbers::tolls(event));
    found.extend(attribution::of_quotes(event));
    found.extend(wording::find(event));
    found.extend(names::find(event, &pairs));
    let mut found = found.list;
    found.iter_mut().for_each(|d| numbers::take_sides(event, d));
    found.retain(|d| outlets(d).len() > 1);
    found.sort_by_key(|d| (d.values.iter().map(|v| v.excerpt).min(), d.kind, d.rule));
    found
}

fn of_pair(event: &Event, figures: &HashMap<SentenceId, Vec<Figure>>, pair: &Pair) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    if let (Some(ours), Some(theirs)) = (figures.get(&pair.a.id), figures.get(&pair.b.id)) {
        found.extend(numbers::find(pair, ours, theirs));
    }
    found.extend(dates::find(pair));
    if pair.score >= LINKED {
        found.extend(polarity::find(pair));
        found.extend(modality::find(pair));
        found.extend(attribution::of_claims(event, pair));
    }
    found
}

/// Every linked sentence read once. Captions tell what a photograph shows and headings only point at the text below, so
/// they are left out.
fn sides<'a>(event: &'a Event, links: &[&Link]) -> HashMap<SentenceId, Side<'a>> {
    let ends: BTreeSet<SentenceId> = links.iter().flat_map(|l| [l.a, l.b]).collect();
    let told =
        |id: &SentenceId| matches!(event.sentence(*id).map(|s| s.kind), Some(BlockKind::Body | BlockKind::Headline));
    ends.into_iter().filter(told).filter_map(|id| Some((id, Side::of(event, id)?))).collect()
}

fn outlets(discrepancy: &Discrepancy) -> BTreeSet<ArticleId> {
    discrepancy.values.iter().map(|v| v.excerpt.sentence.article).collect()
}

/// Discrepancies, those about the same words joined into one.
#[derive(Default)]
struct Joined {
    list: Vec<Discrepancy>,
    /// Which of the list have a value in a sentence, by kind.
    places: HashMap<(DiscrepancyKind, SentenceId), Vec<usize>>,
}

impl Joined {
    fn extend(&mut self, found: impl IntoIterator<Item = Discrepancy>) {
        found.into_iter().for_each(|d| self.add(d));
    }

    /// Joins a conflict with the first that is about the same words already.
    fn add(&mut self, new: Discrepancy) {
        let places: Vec<_> = new.values.iter().map(|v| (new.kind, sentence(v))).collect();
        let near = places.iter().filter_map(|p| self.places.get(p)).flatten();
        let about_the_same = |i: &usize| self.list.get(*i).is_some_and(|old| share_words(old, &new));
        let index = near.copied().filter(about_the_same).min().unwrap_or(self.list.len());
        match self.list.get_mut(index) {
            Some(old) => merge(old, new),
            None => self.list.push(new),
        }
        for place in places {
            let here = self.places.entry(place).or_default();
            if !here.contains(&index) {
                here.push(index);
            }
        }
    }
}

fn same_words(v: &DisputedValue, w: &DisputedValue) -> bool {
    v.excerpt.span.overlaps(w.excerpt.span) && sentence(v) == sentence(w)
}

fn share_words(old: &Discrepancy, new: &Discrepancy) -> bool {
    old.values.iter().any(|v| new.values.iter().any(|w| same_words(v, w)))
}

/// Adds the values of a newcomer to a conflict about the same words.
fn merge(old: &mut Discrepancy, new: Discrepancy) {
    let same = same_words;
    // Sides of the newcomer are numbered as those it meets.
    let meet = |w: &DisputedValue| old.values.iter().find(|v| same(v, w)).map(|v| (w.side, v.side));
    let renumber: BTreeMap<usize, usize> = new.values.iter().filter_map(meet).collect();
    let next = old.values.iter().map(|v| v.side + 1).max().unwrap_or(0);
    for value in new.values {
        // Two values of one sentence are values of two things.
        if old.values.iter().any(|v| same(v, &value) || sentence(v) == sentence(&value)) {
            continue;
        }
        let alike = old.values.iter().find(|v| v.value == value.value).map(|v| v.side);
        let side = alike.or_else(|| renumber.get(&value.side).copied()).unwrap_or(next);
        old.values.push(DisputedValue { side, ..value });
    }
    old.values.sort_by_key(|v| v.excerpt);
}

fn sentence(value: &DisputedValue) -> SentenceId {
    value.excerpt.sentence
}
