//! One quotation, different words.

use crate::lexicon;
use crate::model::{ArticleId, Discrepancy, DiscrepancyKind, DisputedValue, Document, Event, Excerpt, Quote, QuoteKind, SentenceId};
use crate::span::Span;

/// Words of a quotation in lower case, with their places.
pub struct Words {
    words: Vec<(String, Span)>,
}

impl Words {
    /// The words of some span of an article.
    pub fn of(document: &Document, span: Span) -> Self {
        let here = document.sentences.iter().filter(|s| s.span.overlaps(span)).flat_map(|s| s.words.iter());
        let words = here.filter(|w| span.contains(**w)).map(|&w| (document.text(w).to_lowercase().replace('’', "'"), w));
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

/// Words that a change inside a quotation may be long; what is longer is another sentence.
const INSIDE: usize = 4;

/// Quotations that share a run of words and differ in a word inside or right beside it.
pub fn find(event: &Event) -> Vec<Discrepancy> {
    let mut quotes: Vec<(ArticleId, &Document, &Quote, Words)> = Vec::new();
    for (article, document) in event.articles() {
        let direct = document.quotes.iter().filter(|q| q.kind == QuoteKind::Direct);
        quotes.extend(direct.map(|q| (article, document, q, Words::of(document, q.span))));
    }
    let mut found = Vec::new();
    for (i, (a, ours, x, first)) in quotes.iter().enumerate() {
        for (b, theirs, y, second) in quotes.iter().skip(i + 1).filter(|(b, ..)| b != a) {
            let marked = |d: &Document, q: &Quote| d.text(q.span).contains(['…', '[']) || d.text(q.span).contains("...");
            if marked(ours, x) || marked(theirs, y) {
                continue;
            }
            let Some((left, right)) = change(first, second) else { continue };
            let side = |article: ArticleId, document: &Document, quote: &Quote, span: Span, side: usize| DisputedValue {
                excerpt: Excerpt { sentence: sentence_of(document, article, span, quote), span },
                value: document.text(span).to_string(),
                side,
            };
            let values = vec![side(*a, ours, x, left, 0), side(*b, theirs, y, right, 1)];
            let about = x.speaker.clone().or_else(|| y.speaker.clone()).unwrap_or_default();
            found.push(Discrepancy { kind: DiscrepancyKind::Quote, about, values, rule: "quoted-differently" });
        }
    }
    found
}

fn sentence_of(document: &Document, article: ArticleId, span: Span, quote: &Quote) -> SentenceId {
    let at = document.sentences.iter().position(|s| s.span.contains(span)).unwrap_or(quote.sentence as usize);
    SentenceId { article, index: at as u32 }
}

/// The common run with the words that differ beside it, in both; none where nothing differs or too much does.
fn change(a: &Words, b: &Words) -> Option<(Span, Span)> {
    let (length, i, j) = longest(a, b);
    if length < RUN {
        return None;
    }
    let behind = gap(a, b, i + length, j + length);
    let before = back(a, b, i, j);
    let ((left, right), (start_a, start_b)) = match (behind, before) {
        (Some((p, q)), _) => ((p, q), (i, j)),
        (None, Some((p, q))) => ((i + length, j + length), (p, q)),
        (None, None) => return None,
    };
    let span = |w: &Words, from: usize, to: usize| Some(Span::new(w.words.get(from)?.1.start, w.words.get(to.checked_sub(1)?)?.1.end));
    Some((span(a, start_a, left)?, span(b, start_b, right)?))
}

/// Where both go on alike behind a differing stretch: the first two words in a row that are the same again.
fn gap(a: &Words, b: &Words, i: usize, j: usize) -> Option<(usize, usize)> {
    let same = |p: usize, q: usize| !a.word(p).is_empty() && a.word(p) == b.word(q) && !a.word(p + 1).is_empty() && a.word(p + 1) == b.word(q + 1);
    let steps = (0..=2 * INSIDE).flat_map(|sum| (0..=sum).map(move |p| (p, sum - p)));
    let met = steps.filter(|(p, q)| *p <= INSIDE && *q <= INSIDE).find(|(p, q)| same(i + p, j + q))?;
    Some((i + met.0 + 2, j + met.1 + 2))
}

/// The same before the run.
fn back(a: &Words, b: &Words, i: usize, j: usize) -> Option<(usize, usize)> {
    let same = |p: usize, q: usize| p >= 2 && q >= 2 && a.word(p - 1) == b.word(q - 1) && a.word(p - 2) == b.word(q - 2);
    let steps = (0..=2 * INSIDE).flat_map(|sum| (0..=sum).map(move |p| (p, sum - p)));
    let fits = steps.filter(|(p, q)| *p <= INSIDE.min(i) && *q <= INSIDE.min(j));
    let met = fits.into_iter().find(|(p, q)| same(i - p, j - q))?;
    Some((i - met.0 - 2, j - met.1 - 2))
}
