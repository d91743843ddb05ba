//! One quotation, different words.

use std::collections::HashMap;

use crate::lexicon;
use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, DisputedValue, Document, Event, Excerpt, Quote, QuoteKind, SentenceId,
};
use crate::span::Span;

/// Words of a quotation in lower case, with their places.
pub struct Words {
    words: Vec<(String, Span)>,
}

impl Words {
    /// The words of some span of an article.
    pub fn of(document: &Document, span: Span) -> Self {
        let here = document.sentences.iter().filter(|s| s.span.overlaps(span)).flat_map(|s| s.words.iter());
        let words =
            here.filter(|w| span.contains(**w)).map(|&w| (document.text(w).to_lowercase().replace('’', "'"), w));
        Self { words: words.collect() }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// How many of them say something of their own.
    pub fn telling(&self) -> usize {
        self.words.iter().filter(|(w, _)| !lexicon::is_stop_word(w)).count()
    }

    fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |(w, _)| w.as_str())
    }
}

/// Pairs of quotations, the earlier first, that have three words in a row in common; whatever is the same quotation has.
/// From an index, so that quotations without a word in common are never compared.
pub fn sharing(quotes: &[&Words]) -> Vec<(usize, usize)> {
    let mut places: HashMap<[&str; SHARED], Vec<usize>> = HashMap::new();
    for (number, words) in quotes.iter().enumerate() {
        for at in 0..(words.len() + 1).saturating_sub(SHARED) {
            let here = places.entry(std::array::from_fn(|i| words.word(at + i))).or_default();
            if here.last() != Some(&number) {
                here.push(number);
            }
        }
    }
    let pairs = places
        .values()
        .flat_map(|list| list.iter().enumerate().flat_map(|(i, &x)| list.iter().skip(i + 1).map(move |&y| (x, y))));
    let mut pairs: Vec<(usize, usize)> = pairs.collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Length of the longest run of words that both have.
pub fn run(a: &Words, b: &Words) -> usize {
    longest(a, b).0
}

/// The longest common run: its length, and where it starts in each.
fn longest(a: &Words, b: &Words) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut row = vec![0usize; b.len() + 1];
    for i in 0..a.len() {
        let mut next = vec![0usize; b.len() + 1];
        for j in 0..b.len() {
            if a.word(i) == b.word(j) {
                let length = row.get(j).copied().unwrap_or(0) + 1;
                if let Some(cell) = next.get_mut(j + 1) {
                    *cell = length;
                }
                if length > best.0 {
                    best = (length, i + 1 - length, j + 1 - length);
                }
            }
        }
        row = next;
    }
    best
}

/// Words in a row that make two quotations the same; shorter ones are set phrases.
const RUN: usize = 5;

/// Words in a row that two quotations must have in common to be compared at all: no rule here asks for fewer.
const SHARED: usize = 3;

/// Words that a change inside a quotation may be long; what is longer is another sentence. Where an ellipsis or brackets
/// own up to the change it may be as long as a sentence.
const INSIDE: usize = 4;
const MARKED: usize = 40;

/// Telling words that are lost when a quotation ends early or begins late; fewer are a turn of phrase. Five words of any
/// kind with a telling one among them are a clause ("that was not already lost").
const LOST: usize = 3;
const CLAUSE: usize = 5;

type Printed<'a> = (ArticleId, &'a Document, &'a Quote, Words);

/// Quotations that share a run of words and differ in a word inside or right beside it, or of which one is printed as a
/// whole sentence and is a part of the other.
pub fn find(event: &Event) -> Vec<Discrepancy> {
    let mut quotes: Vec<Printed> = Vec::new();
    for (article, document) in event.articles() {
        let direct = document.quotes.iter().filter(|q| q.kind == QuoteKind::Direct);
        quotes.extend(direct.map(|q| (article, document, q, Words::of(document, q.span))));
    }
    let words: Vec<&Words> = quotes.iter().map(|q| &q.3).collect();
    let near = sharing(&words).into_iter().filter_map(|(i, j)| Some((quotes.get(i)?, quotes.get(j)?)));
    let apart = near.filter(|(x, y)| x.0 != y.0);
    apart.filter_map(|(x, y)| altered(x, y).or_else(|| cut(x, y)).or_else(|| cut(y, x))).collect()
}

fn altered(x: &Printed, y: &Printed) -> Option<Discrepancy> {
    let marked = |(_, d, q, _): &Printed| d.text(q.span).contains(['…', '[']) || d.text(q.span).contains("...");
    let (rule, inside) = match marked(x) || marked(y) {
        true => ("quoted-differently-marked", MARKED),
        false => ("quoted-differently", INSIDE),
    };
    let (left, right) = change(&x.3, &y.3, inside)?;
    Some(discrepancy([(x, left), (y, right)], rule))
}

/// A quotation printed as a sentence of its own that goes on, or begins earlier, in the other.
fn cut(short: &Printed, long: &Printed) -> Option<Discrepancy> {
    let (length, _, at) = longest(&short.3, &long.3);
    let text = short.1.text(short.2.span);
    let whole = text.starts_with(char::is_uppercase) && text.ends_with(['.', ',', '!', '?']);
    if length < RUN.min(short.3.len()) || length != short.3.len() || length < 4 || !whole {
        return None;
    }
    let first = long.3.words.get(at)?.1;
    let last = long.3.words.get(at + length - 1)?.1;
    let sentence = long.1.sentences.iter().find(|s| s.span.contains(first) && s.span.contains(last))?;
    let lost = long
        .3
        .words
        .iter()
        .filter(|(_, w)| sentence.span.contains(*w) && (w.end <= first.start || w.start >= last.end));
    let all = lost.clone().count();
    let telling = lost.clone().filter(|(w, _)| !lexicon::is_stop_word(w)).count();
    let start = lost.clone().map(|(_, w)| w.start).min()?.min(first.start);
    let end = lost.map(|(_, w)| w.end).max()?.max(last.end);
    let kept = Span::new(short.3.words.first()?.1.start, short.3.words.last()?.1.end);
    (telling >= LOST || telling > 0 && all >= CLAUSE)
        .then(|| discrepancy([(long, Span::new(start, end)), (short, kept)], "cut-unmarked"))
}

fn discrepancy(sides: [(&Printed, Span); 2], rule: &'static str) -> Discrepancy {
    let about = sides.iter().find_map(|((_, _, quote, _), _)| quote.speaker.clone()).unwrap_or_default();
    let value = |(side, ((article, document, quote, _), span)): (usize, (&Printed, Span))| DisputedValue {
        excerpt: Excerpt { sentence: sentence_of(document, *article, span, quote), span },
        value: document.text(span).to_string(),
        side,
    };
    let values = sides.into_iter().enumerate().map(value).collect();
    Discrepancy { kind: DiscrepancyKind::Quote, about, values, rule }
}

fn sentence_of(document: &Document, article: ArticleId, span: Span, quote: &Quote) -> SentenceId {
    let at = document.sentences.iter().position(|s| s.span.contains(span)).unwrap_or(quote.sentence as usize);
    SentenceId { article, index: at as u32 }
}

/// The common run with the words that differ beside it, in both; none where nothing differs or too much does.
fn change(a: &Words, b: &Words, inside: usize) -> Option<(Span, Span)> {
    let (length, i, j) = longest(a, b);
    let short = a.len().min(b.len());
    if length < RUN && (length < 3 || 2 * length < short || short < 4) {
        return None;
    }
    let behind = gap(a, b, i + length, j + length, inside);
    let before = back(a, b, i, j, inside);
    let ((left, right), (start_a, start_b)) = match (behind, before) {
        (Some((p, q)), _) => ((p, q), (i, j)),
        (None, Some((p, q))) => ((i + length, j + length), (p, q)),
        (None, None) => return None,
    };
    let span = |w: &Words, from: usize, to: usize| {
        Some(Span::new(w.words.get(from)?.1.start, w.words.get(to.checked_sub(1)?)?.1.end))
    };
    Some((span(a, start_a, left)?, span(b, start_b, right)?))
}

/// Where both go on alike behind a differing stretch: the first two words in a row that are the same again.
fn gap(a: &Words, b: &Words, i: usize, j: usize, inside: usize) -> Option<(usize, usize)> {
    let same = |p: usize, q: usize| {
        !a.word(p).is_empty() && a.word(p) == b.word(q) && !a.word(p + 1).is_empty() && a.word(p + 1) == b.word(q + 1)
    };
    let steps = (0..=2 * inside).flat_map(|sum| (0..=sum).map(move |p| (p, sum - p)));
    let met = steps.filter(|(p, q)| *p <= inside && *q <= inside).find(|(p, q)| p + q > 0 && same(i + p, j + q))?;
    Some((i + met.0 + 2, j + met.1 + 2))
}

/// The same before the run.
fn back(a: &Words, b: &Words, i: usize, j: usize, inside: usize) -> Option<(usize, usize)> {
    let equal = |p: usize, q: usize| !a.word(p).is_empty() && a.word(p) == b.word(q);
    let same = |p: usize, q: usize| match (p, q) {
        (0, _) | (_, 0) => false,
        (1, _) | (_, 1) => equal(p - 1, q - 1),
        _ => equal(p - 1, q - 1) && equal(p - 2, q - 2),
    };
    let steps = (0..=2 * inside).flat_map(|sum| (0..=sum).map(move |p| (p, sum - p)));
    let fits = steps.filter(|(p, q)| *p <= inside.min(i) && *q <= inside.min(j));
    let met = fits.into_iter().find(|(p, q)| p + q > 0 && same(i - p, j - q))?;
    let back = if i - met.0 == 1 || j - met.1 == 1 { 1 } else { 2 };
    Some((i - met.0 - back, j - met.1 - back))
}
