//! Time of the aligner on invented events of 5, 50 and 200 articles: `cargo bench --bench align`.
//!
//! The articles are written by a generator out of invented names and sentence patterns, the same ones every time: an
//! event has three facts for each sentence of an article, each article tells forty of them in words of its own choice.

use std::fmt::Write;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use news_coverage::align::pairs::Pairs;
use news_coverage::align::{self, Options};
use news_coverage::model::{Article, Block, BlockKind, Event};
use news_coverage::span::Span;
use news_coverage::{compare, documented, pair, resolve};

const SIZES: [usize; 3] = [5, 50, 200];
const SENTENCES: usize = 40;
const FACTS: usize = 120;

fn main() {
    for size in SIZES {
        let event = event(size);
        let sentences: usize = event.documents.iter().map(|d| d.sentences.len()).sum();
        let pairs = Pairs::of(&event, &Options::default()).sentences().count();
        let links = align::event(&event, &Options::default()).links.len();
        let each = 2.0 * pairs as f64 / sentences as f64;
        println!(
            "{size} articles: {sentences} sentences, {each:.1} candidates a sentence, {links} links"
        );
    }
    divan::main();
}

/// Numbers that look like chance and are the same every time (Knuth's linear congruential generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

const ONSETS: [&str; 16] = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "st", "t", "tr", "v",
];
const RIMES: [&str; 14] = [
    "ade", "alk", "arn", "eft", "ell", "end", "ick", "ilt", "olm", "ond", "ost", "ulver", "unt",
    "orrow",
];

/// An invented word, the same for the same number.
fn coined(number: usize) -> String {
    let mut dice = Dice(number as u64 + 77);
    (0..2)
        .map(|_| format!("{}{}", dice.one(&ONSETS), dice.one(&RIMES)))
        .collect()
}

fn name(number: usize) -> String {
    let word = coined(number);
    let mut letters = word.chars();
    letters
        .next()
        .map(|c| c.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// One fact in the words of one article.
fn told(fact: usize, dice: &mut Dice) -> String {
    let (who, place) = (
        format!("{} {}", name(fact), name(fact + 500)),
        name(fact % 17 + 2000),
    );
    let (thing, other, count) = (coined(fact + 3000), coined(fact + 4000), fact * 7 % 90 + 10);
    let verb = dice.one(&["repaired", "closed", "inspected", "handed over", "rebuilt"]);
    let day = dice.one(&["on Monday", "this week", "after the storm", "before dawn"]);
    match dice.roll(4) {
        0 => format!("{who} {verb} {count} {thing} houses in {place} {day}."),
        1 => format!(
            "In {place}, {count} {thing} houses were {verb} by {who} {day}, the {other} board said."
        ),
        2 => format!(
            "“We {verb} {count} houses for the {thing} families,” {who} told the {other} board in {place}."
        ),
        _ => format!(
            "The {other} board said that {who} had {verb} the {thing} houses in {place} {day}."
        ),
    }
}

fn article(number: usize) -> Article {
    let mut dice = Dice(number as u64);
    let mut article = Article {
        key: format!("outlet-{number}"),
        outlet: name(number + 9000),
        ..Article::default()
    };
    for sentence in 0..SENTENCES {
        let start = article.text.len();
        let fact = dice.roll(FACTS);
        let own = format!(
            "{} had {} {} of {}.",
            name(number * 50 + sentence),
            coined(number + 60),
            coined(sentence + 90),
            coined(number * 70 + sentence)
        );
        let line = if dice.roll(4) == 0 {
            own
        } else {
            told(fact, &mut dice)
        };
        let _ = write!(article.text, "{line}");
        article.blocks.push(Block {
            span: Span::new(start, article.text.len()),
            kind: BlockKind::Body,
        });
        article.text.push_str("\n\n");
    }
    article
}

fn event(articles: usize) -> Event {
    resolve::event((0..articles).map(|n| documented(article(n))).collect())
}

#[divan::bench(args = SIZES, max_time = 5)]
fn resolved(bencher: Bencher, size: usize) {
    let documents: Vec<_> = (0..size).map(|n| documented(article(n))).collect();
    let bencher = bencher.counter(ItemsCount::new(size * SENTENCES));
    bencher
        .with_inputs(|| documents.clone())
        .bench_values(resolve::event);
}

#[divan::bench(args = SIZES, max_time = 5)]
fn candidates_and_signals(bencher: Bencher, size: usize) {
    let event = event(size);
    let bencher = bencher.counter(ItemsCount::new(size * SENTENCES));
    bencher.bench(|| Pairs::of(black_box(&event), &Options::default()));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn scores(bencher: Bencher, size: usize) {
    let pairs = Pairs::of(&event(size), &Options::default());
    bencher
        .counter(ItemsCount::new(size * SENTENCES))
        .bench(|| black_box(&pairs).chances());
}

#[divan::bench(args = SIZES, max_time = 5)]
fn whole_alignment(bencher: Bencher, size: usize) {
    let event = event(size);
    let bencher = bencher.counter(ItemsCount::new(size * SENTENCES));
    bencher.bench(|| align::event(black_box(&event), &Options::default()));
}

#[divan::bench(args = SIZES, max_time = 5)]
fn compared(bencher: Bencher, size: usize) {
    let event = event(size);
    let alignment = align::event(&event, &Options::default());
    let pairings = pair::event(&event, &alignment);
    bencher.bench(|| {
        compare::event(
            black_box(&event),
            &alignment,
            &pairings,
            &compare::Options::default(),
        )
    });
}
