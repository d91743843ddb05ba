//! A claim that an article lacks something → what in the articles speaks against it.
//!
//! Links between sentences are not enough to say that something is missing: the whole article is looked at for its
//! figures, its rare names and its words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::known::Known;
use super::wording::Wording;
use crate::language;
use crate::model::{
    Alignment, ArticleId, Event, Excerpt, Quote, QuoteKind, Refutation, SentenceId,
};

/// The articles as a claim is tried against them.
pub struct Articles<'a> {
    event: &'a Event,
    /// The words of the event.
    pub wording: &'a Wording,
    /// What its openings tell.
    pub known: Known<'a>,
    links: BTreeMap<SentenceId, Vec<(SentenceId, f64)>>,
    /// The sentences that each comes near without being linked.
    near: HashMap<SentenceId, Vec<SentenceId>>,
    /// Stems of the figures of each sentence and of its words with a capital but the first, which has one anyway.
    marked: HashMap<SentenceId, Vec<String>>,
    /// Stems of the telling words of each quotation, by the sentence it begins in.
    quoted: HashMap<SentenceId, Vec<Vec<String>>>,
    /// The words of each sentence as they are compared, a space before and behind each.
    printed: HashMap<SentenceId, String>,
}

/// Words in a row that two articles have by chance.
const BY_CHANCE: usize = 3;

/// A link from which on two sentences are the same sentence.
const SURE: f64 = 0.8;

/// Sentences of all articles that may hold a name or figure for it to be rare, for each article that there is: more often
/// it is what the event is about.
const RARE: usize = 2;

/// Share of the weight of a sentence's words that two sentences in a row of another article must have to tell it in other
/// words. Chosen on 143 additions that readers judged: below it 85 % were worth saying, above it 55 %.
pub const WORDED: f64 = 0.2;

/// The share in one sentence of a copied passage: the copy tells most things in the same words.
pub const TOLD: f64 = 0.4;

/// The same share of the words between quotation marks: these few words are what is told.
const QUOTED: f64 = 0.8;

/// Names and figures of a sentence that must stand nowhere in the other articles for it to be theirs alone, and fewer where
/// it quotes somebody. Of 180 additions on 66 events that readers judged, those with as many were true and worth saying in
/// 91 %, the others in 79 %: what has nothing to look up is often said elsewhere in other words.
const CONCRETE: usize = 3;
const CONCRETE_QUOTED: usize = 2;

impl<'a> Articles<'a> {
    /// Reads the links of an alignment.
    pub fn new(event: &'a Event, alignment: &Alignment, wording: &'a Wording) -> Self {
        let mut links: BTreeMap<SentenceId, Vec<(SentenceId, f64)>> = BTreeMap::new();
        for link in &alignment.links {
            links.entry(link.a).or_default().push((link.b, link.score));
            links.entry(link.b).or_default().push((link.a, link.score));
        }
        let mut near: HashMap<SentenceId, Vec<SentenceId>> = HashMap::new();
        for &(a, b) in &alignment.near {
            near.entry(a).or_default().push(b);
            near.entry(b).or_default().push(a);
        }
        let mut articles = Self {
            event,
            wording,
            known: Known::of(event),
            links,
            near,
            marked: HashMap::new(),
            quoted: HashMap::new(),
            printed: HashMap::new(),
        };
        for (article, document) in event.articles() {
            for index in 0..document.sentences.len() as u32 {
                let id = SentenceId { article, index };
                let words = articles.inner_words(id);
                let marked = words.filter(|w| is_figure(w) || w.starts_with(char::is_uppercase));
                let stems = marked.map(crate::language::stem).collect();
                articles.marked.insert(id, stems);
                let words = document.sentences.get(index as usize);
                let words = words.map(|s| row(document.words_in(s.span)));
                articles.printed.insert(id, words.unwrap_or_default());
            }
            for quote in document
                .quotes
                .iter()
                .filter(|q| q.kind != QuoteKind::Indirect)
            {
                let index = quote.sentence;
                let stems = super::wording::content(document.words_in(quote.span));
                let here = articles.quoted.entry(SentenceId { article, index });
                here.or_default().push(stems);
            }
        }
        articles
    }

    /// What in an article answers to a sentence of another, so that nobody may say that it lacks it; none where nothing does.
    fn answer(&self, id: SentenceId, article: ArticleId) -> Option<Refutation> {
        let linked = self.linked_in(id, article).map(Refutation::Linked);
        linked
            .or_else(|| self.verbatim_in(id, article).map(Refutation::Worded))
            .or_else(|| self.named_in(id, article).map(Refutation::Named))
            .or_else(|| self.quoted_in(id, article).map(Refutation::Quoted))
            .or_else(|| self.worded_in(id, article).map(Refutation::Worded))
    }

    /// What in an article answers to sentences that tell one thing. What only one article tells is its own way of telling
    /// something: there a sentence that comes near it is enough.
    pub fn answer_to_any(
        &self,
        told: impl Iterator<Item = SentenceId> + Clone,
        article: ArticleId,
    ) -> Option<Refutation> {
        let answer = told.clone().find_map(|id| self.answer(id, article));
        let first = told.clone().next()?.article;
        let is_of_one = told.clone().all(|id| id.article == first);
        let near = || told.clone().find_map(|id| self.near_in(id, article));
        answer.or_else(|| near().filter(|_| is_of_one).map(Refutation::Near))
    }

    /// Whether a sentence has a counterpart in an article that is not the counterpart of another sentence, or much of its
    /// words stand together there.
    pub fn is_told(&self, id: SentenceId, article: ArticleId) -> bool {
        let near = self.wording.nearest(self.wording.stems(id), article);
        near.is_some_and(|(other, share)| share >= TOLD && !self.is_another(other, id))
            || self.linked_in(id, article).is_some()
    }

    /// Whether two sentences are linked.
    pub fn are_linked(&self, a: SentenceId, b: SentenceId) -> bool {
        let mut links = self.links.get(&a).into_iter().flatten();
        links.any(|(other, _)| *other == b)
    }

    /// Whether two sentences are surely the same.
    pub fn are_same(&self, a: SentenceId, b: SentenceId) -> bool {
        let mut links = self.links.get(&a).into_iter().flatten();
        links.any(|(other, score)| *other == b && *score >= SURE)
    }

    /// The sentence of an article that a sentence is linked to.
    fn linked_in(&self, id: SentenceId, article: ArticleId) -> Option<SentenceId> {
        let links = self.links.get(&id).into_iter().flatten();
        let mut there = links.filter(|(other, _)| other.article == article);
        there
            .find(|(other, _)| !self.is_another(*other, id))
            .map(|(other, _)| *other)
    }

    /// A sentence of an article that a sentence is linked to or comes near, even if it is surely the counterpart of another.
    fn near_in(&self, id: SentenceId, article: ArticleId) -> Option<SentenceId> {
        let linked = self
            .links
            .get(&id)
            .into_iter()
            .flatten()
            .map(|(other, _)| other);
        let mut near = linked.chain(self.near.get(&id).into_iter().flatten());
        near.find(|other| other.article == article).copied()
    }

    /// Whether a sentence is surely the counterpart of another one than `id` in the article of `id`.
    fn is_another(&self, there: SentenceId, id: SentenceId) -> bool {
        let links = || self.links.get(&there).into_iter().flatten();
        let own = links()
            .find(|(other, _)| *other == id)
            .map_or(0.0, |(_, score)| *score);
        links().any(|(other, score)| {
            other.article == id.article && *other != id && *score >= SURE && *score > own
        })
    }

    /// The sentence of an article that has the very words of a sentence, among those that have its rarest one.
    fn verbatim_in(&self, id: SentenceId, article: ArticleId) -> Option<SentenceId> {
        let is_chance = self.event.sentence(id)?.words.len() <= BY_CHANCE;
        let words = self.printed.get(&id).filter(|_| !is_chance)?;
        let weight = |stem: &&String| self.wording.weight(stem);
        let stems = self.wording.stems(id).iter();
        let rarest = stems.max_by(|a, b| weight(a).total_cmp(&weight(b)))?;
        let mut there = self.wording.places(rarest)?.get(&article)?.iter();
        there.find(|other| self.has_words(**other, words)).copied()
    }

    fn has_words(&self, id: SentenceId, words: &str) -> bool {
        self.printed.get(&id).is_some_and(|p| p.contains(words))
    }

    /// Whether an article has everything in some words of another that it would have to print to say them: their figures and
    /// days, and what they quote.
    pub fn has_particulars(&self, of: Excerpt, article: ArticleId) -> bool {
        let home = self.event.document(of.sentence.article);
        let (Some(home), Some(there)) = (home, self.event.document(article)) else {
            return true;
        };
        let values = home.values_in(of.sentence.index).iter();
        let mut values = values.filter(|v| of.span.contains(v.span));
        let is_quoted = |q: &&Quote| q.kind != QuoteKind::Indirect && of.span.contains(q.span);
        let mut quotes = home.quotes.iter().filter(is_quoted);
        values.all(|v| there.values.iter().any(|other| other.normal == v.normal))
            && quotes.all(|q| {
                let words = row(home.words_in(q.span));
                let mut ids =
                    (0..there.sentences.len() as u32).map(|index| SentenceId { article, index });
                ids.any(|id| self.has_words(id, &words))
            })
    }

    /// The sentence of an article that has a figure or a rare name of a sentence.
    fn named_in(&self, id: SentenceId, article: ArticleId) -> Option<SentenceId> {
        let marked = self.marked.get(&id).into_iter().flatten();
        let limit = RARE * self.event.documents.len();
        let places = marked.filter_map(|stem| self.wording.places(stem));
        let few = places.filter(|p| p.values().map(Vec::len).sum::<usize>() <= limit);
        let mut there = few.filter_map(|p| p.get(&article)).flatten();
        there.find(|other| !self.is_another(**other, id)).copied()
    }

    /// The sentence of an article that has most of the telling words that a sentence quotes.
    fn quoted_in(&self, id: SentenceId, article: ArticleId) -> Option<SentenceId> {
        let mut quoted = self.quoted.get(&id).into_iter().flatten();
        quoted.find_map(|stems| {
            let near = self.wording.nearest(stems, article);
            near.filter(|(other, share)| *share >= QUOTED && !self.is_another(*other, id))
                .map(|(other, _)| other)
        })
    }

    /// The sentence of an article that, with the one before it, has too many of a sentence's words.
    fn worded_in(&self, id: SentenceId, article: ArticleId) -> Option<SentenceId> {
        let near = self.wording.nearest_two(self.wording.stems(id), article);
        near.filter(|(other, share)| *share >= WORDED && !self.is_another(*other, id))
            .map(|(other, _)| other)
    }

    /// The words of a sentence but the first, which has a capital anyway.
    fn inner_words(&self, id: SentenceId) -> impl Iterator<Item = &'a str> {
        let found = self.event.document(id.article).zip(self.event.sentence(id));
        found.into_iter().flat_map(|(document, sentence)| {
            sentence.words.iter().skip(1).map(|w| document.text(*w))
        })
    }

    /// Whether a sentence has something that can be looked up in other articles and is not there: several names and figures
    /// that none of them has.
    pub fn is_concrete(&self, id: SentenceId, others: &[ArticleId]) -> bool {
        self.own_names(id, others) >= CONCRETE
    }

    /// The same where it quotes somebody by name: the words are something to look up too.
    pub fn is_concrete_quotation(&self, id: SentenceId, others: &[ArticleId]) -> bool {
        let Some((document, sentence)) =
            self.event.document(id.article).zip(self.event.sentence(id))
        else {
            return false;
        };
        let quoted = document
            .quotes
            .iter()
            .any(|q| q.kind == QuoteKind::Direct && q.span.overlaps(sentence.span));
        quoted && self.own_names(id, others) >= CONCRETE_QUOTED
    }

    /// How many names and figures of a sentence stand in none of some other articles.
    fn own_names(&self, id: SentenceId, others: &[ArticleId]) -> usize {
        let names = self.inner_words(id).filter(|w| is_figure(w) || is_name(w));
        let stems: BTreeSet<String> = names.map(crate::language::stem).collect();
        let known = stems.iter().filter_map(|stem| self.wording.places(stem));
        known
            .filter(|places| !others.iter().any(|a| places.contains_key(a)))
            .count()
    }
}

/// Words as they are compared, a space before and behind each.
fn row<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.fold(" ".to_string(), |row, word| {
        row + &language::key(word) + " "
    })
}

/// Whether a word inside a sentence is written like a name and is no title, day or month.
fn is_name(word: &str) -> bool {
    let lower = word.to_lowercase();
    let calendar = crate::language::calendar::is_day_or_month(&lower);
    word.starts_with(char::is_uppercase)
        && word.len() > 2
        && !calendar
        && crate::language::title(&lower).is_none()
}

/// A number of more than one digit that is no year.
fn is_figure(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let year = word.len() == 4 && digits == 4 && (word.starts_with("19") || word.starts_with("20"));
    digits > 1 && !year
}
