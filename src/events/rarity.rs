//! How much a term tells: the fewer articles use it, here and by common knowledge, the more.

use std::collections::HashMap;

use super::sketch::{Place, Sketch, Term};

/// Articles that common knowledge counts as, beside those of the collection: in a folder of three articles rarity is what
/// is generally known, in an archive what the archive says. B³ F1 of the known events without days with 100, 300 and 1,000: .972,
/// .972, .954.
const KNOWN: f32 = 300.0;

/// Terms of an article that are held against those of others. The heaviest: what is left out changes a cosine little, and
/// the cost of the index is what is kept. B³ F1 of the archive's neighbourhoods with 150, 300 and 500: .920, .922, .920.
const MOST_TERMS: usize = 300;

/// A text as a vector of length 1 where what no other article has is counted in: terms by their index in the collection,
/// sorted by it.
pub(super) type Vector = Vec<(u32, f32)>;

/// The vectors of the articles of a collection.
pub(super) struct Vectors {
    /// Of whole articles.
    pub(super) whole: Vec<Vector>,
    /// Of their headlines.
    pub(super) headline: Vec<Vector>,
    /// Of their headlines and first paragraphs.
    pub(super) lead: Vec<Vector>,
    /// The names in them.
    pub(super) names: Vec<Names>,
    /// How many different terms there are.
    pub(super) terms: usize,
}

/// Names with their rarity, by their index in the collection, and the sum of it.
pub(super) struct Names {
    terms: Vector,
    total: f32,
}

impl Names {
    fn of(terms: impl Iterator<Item = (u32, f32)>) -> Self {
        let mut terms: Vector = terms.collect();
        terms.sort_by_key(|t| t.0);
        let total = terms.iter().map(|t| t.1).sum();
        Self { terms, total }
    }

    /// The share of the names of two articles, each counted once, that both have (Jaccard, by rarity).
    pub(super) fn shared(&self, other: &Self) -> f32 {
        let both = joined(&self.terms, &other.terms, |rarity, _| rarity);
        let all = self.total + other.total - both;
        if all > 0.0 { both / all } else { 0.0 }
    }
}

/// A term of an article with its weight there.
struct Weighed {
    index: u32,
    weight: f32,
    rarity: f32,
    place: Place,
    is_shared: bool,
    is_name: bool,
}

impl Vectors {
    /// The vectors of some articles.
    pub(super) fn of(sketches: &[&Sketch]) -> Self {
        let mut used: HashMap<u64, (u32, u32)> = HashMap::new();
        for term in sketches.iter().flat_map(|s| &s.terms) {
            let next = used.len() as u32;
            used.entry(term.number).or_insert((next, 0)).1 += 1;
        }
        let weighed = |term: &Term| {
            let (index, articles) = used.get(&term.number).copied().unwrap_or_default();
            let rarity = rarity(articles, sketches.len(), term.usual);
            Weighed {
                index,
                weight: term.weight * rarity,
                rarity,
                place: term.place,
                is_shared: articles > 1,
                is_name: term.is_name,
            }
        };
        let mut vectors = Self {
            whole: Vec::with_capacity(sketches.len()),
            headline: Vec::with_capacity(sketches.len()),
            lead: Vec::with_capacity(sketches.len()),
            names: Vec::with_capacity(sketches.len()),
            terms: used.len(),
        };
        for sketch in sketches {
            let terms: Vec<Weighed> = sketch.terms.iter().map(weighed).collect();
            let of = |place: Place| terms.iter().filter(move |t| t.place >= place);
            let bare = |place| vector(of(place).map(|t| (t.index, t.rarity, t.is_shared)));
            vectors.headline.push(bare(Place::Headline));
            vectors.lead.push(bare(Place::Lead));
            let names = of(Place::Lead).filter(|t| t.is_name);
            vectors
                .names
                .push(Names::of(names.map(|t| (t.index, t.rarity))));
            let whole = of(Place::Text).map(|t| (t.index, t.weight, t.is_shared));
            vectors.whole.push(vector(whole));
        }
        vectors
    }
}

/// The logarithm of how many times rarer than in every article a term is.
fn rarity(articles: u32, of: usize, usual: f32) -> f32 {
    ((of as f32 + KNOWN) / (articles as f32 + KNOWN * usual))
        .ln()
        .max(0.0)
}

/// The heaviest terms, scaled to length 1. What only one article uses takes its part of the length and of no posting.
fn vector(terms: impl Iterator<Item = (u32, f32, bool)>) -> Vector {
    let mut terms: Vec<(u32, f32, bool)> = terms.collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.truncate(MOST_TERMS);
    let length = terms.iter().map(|t| t.1 * t.1).sum::<f32>().sqrt();
    terms.retain(|t| t.2 && length > 0.0);
    terms.sort_by_key(|t| t.0);
    let scaled = terms.into_iter();
    scaled
        .map(|(term, weight, _)| (term, weight / length))
        .collect()
}

/// The length of a vector.
pub(super) fn length(vector: &[(u32, f32)]) -> f32 {
    vector.iter().map(|t| t.1 * t.1).sum::<f32>().sqrt()
}

/// The cosine of two vectors.
pub(super) fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    joined(a, b, |v, w| v * w)
}

/// The sum of what `join` makes of the weights of each term that both have.
fn joined(a: &[(u32, f32)], b: &[(u32, f32)], join: impl Fn(f32, f32) -> f32) -> f32 {
    let (mut a, mut b, mut sum) = (a, b, 0.0);
    while let ([(i, v), left @ ..], [(j, w), right @ ..]) = (a, b) {
        match i.cmp(j) {
            std::cmp::Ordering::Less => a = left,
            std::cmp::Ordering::Greater => b = right,
            std::cmp::Ordering::Equal => {
                sum += join(*v, *w);
                (a, b) = (left, right);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cosine_counts_what_both_have() {
        let (a, b) = ([(1, 0.6), (4, 0.8)], [(2, 0.5), (4, 0.5), (9, 0.7)]);
        assert!((cosine(&a, &b) - 0.4).abs() < 1e-6);
        assert_eq!(cosine(&a, &[]), 0.0);
    }
}
