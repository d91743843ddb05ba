//! What two sentences have in common, and what each has alone.

use super::super::rows::{Row, Rows};
use super::super::weighted::{common, shared, total};

/// What each signal measures, in the order of [`of`]. "Least" and "most" are over the two sides, so that a pair shows
/// the same from either end.
pub const NAMES: [&str; 46] = [
    "words",
    "letters",
    "cover least",
    "cover most",
    "shared words",
    "shared weight",
    "shared rare words",
    "word pairs",
    "word sequences",
    "names",
    "shared names",
    "other names least",
    "other names most",
    "shared numbers",
    "other numbers least",
    "other numbers most",
    "quote in quote",
    "quote of quote",
    "quote in other least",
    "quote in other most",
    "quoted share least",
    "quoted share most",
    "quoting",
    "entities",
    "other entities least",
    "other entities most",
    "same actor",
    "other actor",
    "same speaker",
    "other speaker",
    "place apart",
    "place first",
    "place last",
    "order last",
    "length least",
    "length most",
    "headlines",
    "leads",
    "around least",
    "around most",
    "sentences",
    "words squared",
    "letters squared",
    "cover product",
    "parallel actors",
    "roles swapped",
];

/// A key is rare when it stands in this share of the sentences at most, or in three.
const RARE: f32 = 0.04;
/// Added to a weight before dividing by it, so that a single common word is not a full cover.
const SOME: f32 = 0.3;

/// The signals of two rows.
pub fn signals(rows: &Rows, a: &Row, b: &Row) -> [f32; NAMES.len()] {
    let words = common(&a.keys, &b.keys);
    let likeness = words / (a.total * b.total).sqrt().max(f32::MIN_POSITIVE);
    let letters = shared(&a.letters, &b.letters, |v, w| v * w);
    let (cover_a, cover_b) = (share(words, a.total), share(words, b.total));
    let (names, numbers, quotes) = (
        Overlap::of(&a.names, &b.names),
        Overlap::of(&a.numbers, &b.numbers),
        Overlap::of(&a.quoted, &b.quoted),
    );
    let entities = Overlap::of(&a.entities, &b.entities);
    let (quote_a, quote_b) = (
        common(&a.quoted, &b.keys) / (quotes.all_a + SOME),
        common(&b.quoted, &a.keys) / (quotes.all_b + SOME),
    );
    let (quoted_a, quoted_b) = (share(quotes.all_a, a.total), share(quotes.all_b, b.total));
    let (around_a, around_b) = (
        share(common(&a.keys, &b.around), a.total),
        share(common(&b.keys, &a.around), b.total),
    );
    let rare = rare(rows);
    [
        likeness,
        letters,
        cover_a.min(cover_b),
        cover_a.max(cover_b),
        shared(&a.keys, &b.keys, |_, _| 1.0),
        words,
        shared(&a.keys, &b.keys, |w, _| f32::from(w >= rare)),
        Overlap::of(&a.pairs, &b.pairs).likeness(),
        Overlap::of(&a.sequences, &b.sequences).likeness(),
        names.likeness(),
        names.both,
        names.alone_a().min(names.alone_b()),
        names.alone_a().max(names.alone_b()),
        numbers.both,
        numbers.alone_a().min(numbers.alone_b()),
        numbers.alone_a().max(numbers.alone_b()),
        quotes.likeness(),
        quotes.both / (quotes.all_a.min(quotes.all_b) + SOME),
        quote_a.min(quote_b),
        quote_a.max(quote_b),
        quoted_a.min(quoted_b),
        quoted_a.max(quoted_b),
        count([!a.quoted.is_empty(), !b.quoted.is_empty()]),
        entities.likeness(),
        entities.alone_a().min(entities.alone_b()),
        entities.alone_a().max(entities.alone_b()),
        flag(a.actor.is_some() && a.actor == b.actor),
        flag(a.actor.is_some() && b.actor.is_some() && a.actor != b.actor),
        flag(a.speakers.iter().any(|s| b.speakers.contains(s))),
        flag(
            !a.speakers.is_empty()
                && !b.speakers.is_empty()
                && !a.speakers.iter().any(|s| b.speakers.contains(s)),
        ),
        (a.place - b.place).abs(),
        a.place.min(b.place),
        a.place.max(b.place),
        (a.before.max(b.before) as f32 + 1.0).ln(),
        a.total.min(b.total),
        a.total.max(b.total),
        count([a.headline, b.headline]),
        count([a.before <= 1, b.before <= 1]),
        around_a.min(around_b),
        around_a.max(around_b),
        (rows.rows.len() as f32).ln(),
        likeness * likeness,
        letters * letters,
        cover_a * cover_b,
        flag(parallel_actors(a, b)),
        flag(roles_swapped(a, b)),
    ]
}

/// Whether two different actors act of whom the other sentence knows nothing: "Tarn condemned it", "Ellery condemned it".
pub fn parallel_actors(a: &Row, b: &Row) -> bool {
    let (Some(x), Some(y)) = (a.actor, b.actor) else {
        return false;
    };
    x != y && b.mentioned.binary_search(&x).is_err() && a.mentioned.binary_search(&y).is_err()
}

/// Whether the one who acts in each sentence is acted on in the other: "A sued B", "B sued A".
pub fn roles_swapped(a: &Row, b: &Row) -> bool {
    a.actor.is_some() && b.actor.is_some() && a.actor == b.acted_on && b.actor == a.acted_on
}

/// Weight from which a key is rare.
fn rare(rows: &Rows) -> f32 {
    let all = rows.rows.len() as f32;
    ((all + 1.0) / (all * RARE).max(3.0)).ln() / (all + 1.0).ln()
}

fn share(part: f32, whole: f32) -> f32 {
    part / whole.max(f32::MIN_POSITIVE)
}

fn flag(holds: bool) -> f32 {
    f32::from(holds)
}

fn count(holds: [bool; 2]) -> f32 {
    holds.iter().map(|&h| flag(h)).sum()
}

/// What two weighted sets have together and alone.
struct Overlap {
    both: f32,
    all_a: f32,
    all_b: f32,
}

impl Overlap {
    fn of(a: &[(u32, f32)], b: &[(u32, f32)]) -> Self {
        Self {
            both: common(a, b),
            all_a: total(a),
            all_b: total(b),
        }
    }

    /// Shared weight relative to the geometric mean; near zero where either set is all but empty.
    fn likeness(&self) -> f32 {
        self.both / (self.all_a * self.all_b + 0.05).sqrt()
    }

    fn alone_a(&self) -> f32 {
        self.all_a - self.both
    }

    fn alone_b(&self) -> f32 {
        self.all_b - self.both
    }
}
