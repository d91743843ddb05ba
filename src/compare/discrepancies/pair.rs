//! Two linked sentences word by word, for rules that compare what stands at the same place in both.

use std::collections::{BTreeSet, HashMap};

use crate::lexicon;
use crate::model::{DisputedValue, Document, Event, Excerpt, Link, Quote, QuoteKind, SentenceId};
use crate::span::Span;

/// One word of a sentence.
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// As printed, in lower case, with straight apostrophes.
    pub lower: String,
    /// Its stem.
    pub stem: String,
    /// Whether it says something of its own: no function word, no number.
    pub telling: bool,
}

/// One of two linked sentences.
pub struct Side<'a> {
    /// The article it stands in.
    pub document: &'a Document,
    /// The sentence.
    pub id: SentenceId,
    /// Its words in order.
    pub words: Vec<Word>,
}

/// Two linked sentences of two articles.
pub struct Pair<'a> {
    /// The sentence of the article that comes first.
    pub a: &'a Side<'a>,
    /// The sentence of the article that comes later.
    pub b: &'a Side<'a>,
    /// How likely the link is right.
    pub score: f64,
}

impl<'a> Pair<'a> {
    /// The two ends of a link, each sentence read once for all its links; none where one of them was not read.
    pub fn of(sides: &'a HashMap<SentenceId, Side<'a>>, link: &Link) -> Option<Self> {
        Some(Self { a: sides.get(&link.a)?, b: sides.get(&link.b)?, score: link.score })
    }

    /// Both ends, each as the first once.
    pub fn both_ways(&self) -> [(&'a Side<'a>, &'a Side<'a>); 2] {
        [(self.a, self.b), (self.b, self.a)]
    }
}

impl<'a> Side<'a> {
    /// A sentence with its words.
    pub fn of(event: &'a Event, id: SentenceId) -> Option<Self> {
        let (document, sentence) = (event.document(id.article)?, event.sentence(id)?);
        let words = sentence.words.iter().map(|&span| word(document, span)).collect();
        Some(Self { document, id, words })
    }

    /// The word at `index` in lower case; empty outside the sentence.
    pub fn lower(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |w| w.lower.as_str())
    }

    /// What stands between word `index - 1` and word `index`.
    pub fn gap(&self, index: usize) -> &str {
        let before = index.checked_sub(1).and_then(|i| self.words.get(i)).map(|w| w.span.end);
        let start = self.words.get(index).map(|w| w.span.start);
        match (before, start) {
            (Some(before), Some(start)) => self.document.article.text.get(before..start).unwrap_or(""),
            _ => "",
        }
    }

    /// Whether a clause ends between word `index - 1` and word `index`.
    pub fn breaks(&self, index: usize) -> bool {
        self.gap(index).contains([',', ';', ':', '—', '–', '(', ')'])
    }

    /// Stems of the telling words within `reach` words of `index`, the word itself left out.
    pub fn around(&self, index: usize, reach: usize) -> BTreeSet<&str> {
        let near = self.words.iter().enumerate().skip(index.saturating_sub(reach)).take(2 * reach + 1);
        near.filter(|(i, w)| *i != index && w.telling).map(|(_, w)| w.stem.as_str()).collect()
    }

    /// The same within the clause: not beyond a comma or other mark, unless it stands right beside the word.
    pub fn around_in_clause(&self, index: usize, reach: usize) -> BTreeSet<&str> {
        let left = (index.saturating_sub(reach)..index).rev().take_while(|&i| i + 1 == index || !self.breaks(i + 1));
        let right = (index + 1..=index + reach).take_while(|&i| i == index + 1 || !self.breaks(i));
        let near = left.chain(right).filter_map(|i| self.words.get(i));
        near.filter(|w| w.telling).map(|w| w.stem.as_str()).collect()
    }

    /// The first telling word behind `index` in the same phrase, at most `reach` words on; adverbs in -ly are passed.
    pub fn governed(&self, index: usize, reach: usize) -> Option<usize> {
        let next = (index + 1..=index + reach).take_while(|&i| !self.breaks(i));
        next.into_iter().find(|&i| self.words.get(i).is_some_and(|w| w.telling && !w.lower.ends_with("ly")))
    }

    /// The words `from..=to` as one side of a contradiction.
    pub fn disputed(&self, from: usize, to: usize, value: &str, side: usize) -> Option<DisputedValue> {
        let span = Span::new(self.words.get(from)?.span.start, self.words.get(to)?.span.end);
        Some(self.disputed_span(span, value, side))
    }

    /// Some words of the sentence as one side of a contradiction.
    pub fn disputed_span(&self, span: Span, value: &str, side: usize) -> DisputedValue {
        DisputedValue { excerpt: Excerpt { sentence: self.id, span }, value: value.to_string(), side }
    }

    /// What the sentence takes over from somebody.
    pub fn quotes(&self) -> impl Iterator<Item = &'a Quote> {
        let index = self.id.index;
        self.document.quotes.iter().filter(move |q| q.sentence == index && q.kind != QuoteKind::Scare)
    }

    /// The words of a span of this article.
    pub fn text(&self, span: Span) -> &'a str {
        self.document.text(span)
    }
}

fn word(document: &Document, span: Span) -> Word {
    let printed = document.text(span);
    let lower = printed.to_lowercase().replace('’', "'");
    let number = lower.starts_with(|c: char| c.is_ascii_digit());
    let telling = !number && lower.len() > 1 && !lexicon::is_stop_word(&lower.replace('\'', ""));
    Word { span, stem: lexicon::stem(printed), lower, telling }
}

/// Whether two stems are forms of one word: the same, or one the beginning of the other ("chairman", "chairmanship").
/// Five letters keep short words apart that only begin alike.
pub fn akin(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long || (short.len() >= 5 && long.starts_with(short) && long.len() - short.len() <= 4)
}

/// How many stems of `a` have a form in `b`.
pub fn shared(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> usize {
    a.iter().filter(|x| b.iter().any(|y| akin(x, y))).count()
}
