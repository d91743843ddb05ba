//! How a pair of articles stands among the neighbours of both: is there a surer partner, does a third article bear it out.

use super::signals::LEAST;

/// What the signals of a pair are called in the weights, in their order.
pub const NAMES: [&str; 7] = [
    "odds",
    "beside best least",
    "beside best most",
    "third article",
    "common neighbours",
    "others least",
    "others most",
];

/// The signals of two articles, in the order of [`NAMES`].
pub type Signals = [f32; NAMES.len()];

/// Added before dividing, so that two faint chances are not each other's best.
const FAINT: f32 = 0.02;

/// The neighbours of an article with the chances that they tell its event, sorted.
#[derive(Clone, Debug, Default)]
struct Neighbours {
    chances: Vec<(usize, f32)>,
    length: f32,
    sum: f32,
}

impl Neighbours {
    fn of(mut chances: Vec<(usize, f32)>) -> Self {
        chances.sort_unstable_by_key(|n| n.0);
        let squares: f32 = chances.iter().map(|n| n.1 * n.1).sum();
        Self {
            length: squares.sqrt(),
            sum: chances.iter().map(|n| n.1).sum(),
            chances,
        }
    }

    /// The chance of a pair as a share of it and that of the surest other neighbour: above a half where it is the surest.
    fn beside_best(&self, partner: usize, chance: f32) -> f32 {
        let others = self.chances.iter().filter(|n| n.0 != partner);
        chance / (chance + others.map(|n| n.1).fold(0.0, f32::max) + FAINT)
    }
}

/// The signals of pairs of so many articles, from the chance of each pair by itself.
pub fn signals(articles: usize, pairs: &[(usize, usize, f32)]) -> Vec<Signals> {
    let mut chances = vec![Vec::new(); articles];
    for &(a, b, chance) in pairs {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(list) = chances.get_mut(from) {
                list.push((to, chance));
            }
        }
    }
    let near: Vec<Neighbours> = chances.into_iter().map(Neighbours::of).collect();
    let of = |&(a, b, chance): &(usize, usize, f32)| {
        let both = near.get(a).zip(near.get(b));
        both.map_or([0.0; _], |(x, y)| of_pair((a, x), (b, y), chance))
    };
    pairs.iter().map(of).collect()
}

fn of_pair((a, x): (usize, &Neighbours), (b, y): (usize, &Neighbours), chance: f32) -> Signals {
    let best = [x.beside_best(b, chance), y.beside_best(a, chance)];
    let others = [x.sum, y.sum].map(|sum| (sum - chance).max(0.0).ln_1p());
    let (mut third, mut common) = (0.0_f32, 0.0);
    for (v, w) in met(&x.chances, &y.chances) {
        third = third.max(v.min(w));
        common += v * w;
    }
    let odds = |chance: f32| chance.max(LEAST).ln() - (1.0 - chance).max(LEAST).ln();
    [
        odds(chance),
        best[0].min(best[1]),
        best[0].max(best[1]),
        third,
        common / (x.length * y.length).max(f32::MIN_POSITIVE),
        others[0].min(others[1]),
        others[0].max(others[1]),
    ]
}

/// The chances of each article that stands in both lists.
fn met<'a>(x: &'a [(usize, f32)], y: &'a [(usize, f32)]) -> impl Iterator<Item = (f32, f32)> + 'a {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
            (i, j) = (i + usize::from(p.0 <= q.0), j + usize::from(q.0 <= p.0));
            if p.0 == q.0 {
                return Some((p.1, q.1));
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_article_bears_a_pair_out_and_a_surer_partner_speaks_against_it() {
        let pairs = [(0, 1, 0.6), (0, 2, 0.9), (1, 2, 0.5), (3, 4, 0.6)];
        let signals = signals(5, &pairs);
        let of = |pair: usize, name| signals[pair][NAMES.iter().position(|n| *n == name).unwrap()];
        assert_eq!(of(0, "third article"), 0.5);
        assert_eq!(of(3, "third article"), 0.0);
        assert!(of(0, "beside best least") < of(3, "beside best least"));
        assert!(of(0, "common neighbours") > 0.0);
        assert_eq!(of(3, "common neighbours"), 0.0);
        assert_eq!(of(3, "others most"), 0.0);
        assert!(of(0, "odds") == of(3, "odds"));
    }
}
