//! What every dimension looks at: the sentences read, the words of the codebook in them, and which sentences say the same.

use std::collections::BTreeMap;

use super::phrases::{NounPhrase, VerbGroup};
use super::reading::{self, Class, Reading};
use crate::codebook::{self, Category, Hit, Matcher};
use crate::lexicon;
use crate::model::{
    Alignment, ArticleId, BlockKind, Comparison, Dimension, EntityId, Event, Excerpt, Link, Mention, QuoteKind,
    SentenceId, Term,
};
use crate::span::Span;

/// From which score on two sentences count as saying the same. A framing built on a wrong pair is nonsense, and every
/// rule asks for more than the pair; down to this score, what the rules found in five real events held when read, and
/// below it act and object came from different acts.
pub const SURE: f64 = 0.4;

/// Words a term may have; longer ones are cut back to their core, for a reader to see the choice of words at once.
pub const LONGEST: usize = 9;

/// An event as the dimensions see it.
pub struct Scene<'a> {
    /// The event.
    pub event: &'a Event,
    /// Which sentences say the same.
    pub alignment: &'a Alignment,
    /// What was found before.
    pub found: &'a Comparison,
    /// The categories looked for.
    pub categories: Vec<Category>,
    readings: Vec<Vec<Reading>>,
    hits: BTreeMap<SentenceId, Vec<Hit>>,
    passages: BTreeMap<SentenceId, usize>,
}

impl<'a> Scene<'a> {
    /// Reads every sentence once.
    pub fn new(event: &'a Event, alignment: &'a Alignment, found: &'a Comparison, of_user: &[Category]) -> Self {
        let categories: Vec<Category> = codebook::built_in().iter().chain(of_user).cloned().collect();
        let matcher = Matcher::new(&categories).unwrap_or_default();
        let readings = reading::sentences(event);
        let mut hits = BTreeMap::new();
        for reading in readings.iter().flatten().filter(|r| r.kind != BlockKind::Caption) {
            if let (Some(document), Some(sentence)) = (event.document(reading.id.article), event.sentence(reading.id)) {
                let found = matcher.find(&document.article.text, sentence.span, &sentence.words);
                hits.insert(reading.id, found);
            }
        }
        let passages = alignment.passages.iter().enumerate();
        let passages = passages.flat_map(|(i, p)| p.sentences.iter().map(move |&s| (s, i))).collect();
        Self { event, alignment, found, categories, readings, hits, passages }
    }

    /// A sentence as read.
    pub fn reading(&self, id: SentenceId) -> Option<&Reading> {
        self.readings.get(id.article.0 as usize)?.get(id.index as usize)
    }

    /// The sentences of an article as read, in order.
    pub fn of_article(&self, article: ArticleId) -> &[Reading] {
        self.readings.get(article.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Every sentence as read, in order.
    pub fn all(&self) -> impl Iterator<Item = &Reading> {
        self.readings.iter().flatten()
    }

    /// The pairs of sentences that surely say the same, read.
    pub fn pairs(&self) -> impl Iterator<Item = (&'a Link, &Reading, &Reading)> {
        let sure = self.alignment.links.iter().filter(|l| l.score >= SURE);
        sure.filter_map(|l| Some((l, self.reading(l.a)?, self.reading(l.b)?)))
    }

    /// The words of the codebook in a sentence.
    pub fn hits(&self, id: SentenceId) -> &[Hit] {
        self.hits.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The words of a sentence that belong to categories of one dimension.
    pub fn hits_of(&self, id: SentenceId, dimension: Dimension) -> Vec<&Hit> {
        let of = |h: &&Hit| self.categories.get(h.category).is_some_and(|c| c.dimension == dimension);
        self.hits(id).iter().filter(of).collect()
    }

    /// Which passage a sentence belongs to.
    pub fn passage(&self, id: SentenceId) -> usize {
        self.passages.get(&id).copied().unwrap_or(usize::MAX)
    }

    /// The words `span` of a sentence as a term, their possessive ending left out.
    pub fn term(&self, sentence: SentenceId, span: Span) -> Term {
        let text = self.event.document(sentence.article).map_or("", |d| d.text(span));
        let bare = text.strip_suffix("’s").or_else(|| text.strip_suffix("'s")).unwrap_or(text);
        let span = Span::new(span.start, span.start + bare.len());
        Term { excerpt: Excerpt { sentence, span }, term: bare.to_string() }
    }

    /// A run of words of a sentence as a term.
    pub fn words(&self, reading: &Reading, range: &std::ops::Range<usize>) -> Option<Term> {
        Some(self.term(reading.id, reading.span(range)?))
    }

    /// Whether the words stand inside somebody's direct words.
    pub fn is_quoted(&self, sentence: SentenceId, span: Span) -> bool {
        let Some(document) = self.event.document(sentence.article) else { return false };
        document.quotes.iter().any(|q| q.kind == QuoteKind::Direct && q.span.contains(span))
    }

    /// The phrase around some words: the noun phrase with its complement, or the verb with its object.
    pub fn phrase(&self, reading: &Reading, span: Span) -> Option<Term> {
        let (first, last) = self.covered(reading, span)?;
        let whole = |range: &std::ops::Range<usize>| range.start <= first && last < range.end;
        if let Some(phrase) = reading.noun_phrases().into_iter().find(|p| whole(&p.words)) {
            let with = reading.with_complement(&phrase);
            let range = if with.len() <= LONGEST { with } else { phrase.words };
            return self.words(reading, &range);
        }
        if let Some(group) = reading.verb_groups().into_iter().find(|g| whole(&g.words)) {
            let whole = reading.predicate(&group, LONGEST);
            let day = |i: &usize| {
                let token = reading.tokens.get(*i);
                token.is_some_and(|t| t.class == Class::Adverb && t.lower.ends_with("day"))
            };
            let start = whole.clone().find(|i| !day(i)).unwrap_or(whole.start);
            return self.words(reading, &(start..whole.end));
        }
        let by = reading.tokens.get(last + 1).is_some_and(|t| t.lower == "by" && !t.breaks);
        let agent = by.then(|| reading.noun_phrase(last + 2)).flatten();
        self.words(reading, &(first..agent.map_or(last + 1, |p| p.words.end)))
    }

    /// The first and last word of a sentence that lie in a span.
    pub fn covered(&self, reading: &Reading, span: Span) -> Option<(usize, usize)> {
        let inside = |t: &super::reading::Token| span.overlaps(t.span);
        let first = reading.tokens.iter().position(inside)?;
        let last = reading.tokens.iter().rposition(inside)?;
        Some((first, last))
    }

    /// The noun phrase of a sentence with a given head, or with one that news puts for it.
    pub fn with_head(&self, reading: &Reading, noun: &str) -> Option<NounPhrase> {
        let of = |same: &dyn Fn(&str) -> bool| {
            let is = |t: &super::reading::Token| t.class == Class::Word && same(&t.lower);
            reading.noun_phrases().into_iter().find(|p| reading.tokens.get(p.head).is_some_and(is))
        };
        let forms = |word: &str| word.len().abs_diff(noun.len()) <= 2 || lexicon::stem(word) != lexicon::stem(noun);
        of(&|word| word == noun).or_else(|| of(&|word| forms(word) && lexicon::interchangeable(word, noun)))
    }

    /// The verb group of a sentence with a given verb.
    pub fn with_verb(&self, reading: &Reading, stem: &str) -> Option<VerbGroup> {
        let is = |g: &VerbGroup| reading.tokens.get(g.head).is_some_and(|t| t.stem == stem && t.is_content());
        reading.verb_groups().into_iter().find(is)
    }

    /// Whom or what a word of a sentence names, where that was resolved.
    pub fn entity(&self, reading: &Reading, word: Span) -> Option<EntityId> {
        let document = self.event.document(reading.id.article)?;
        let here = |m: &&Mention| m.sentence == reading.id.index && m.span.overlaps(word);
        document.mentions.iter().filter(here).min_by_key(|m| m.span.len()).and_then(|m| m.entity)
    }

    /// Name of an entity.
    pub fn name(&self, entity: EntityId) -> &str {
        self.event.entities.get(entity.0 as usize).map_or("", |known| known.name.as_str())
    }

    /// The year of the event: the latest in which an article appeared; none where no article is dated.
    pub fn year(&self) -> Option<u32> {
        let years = self.event.articles().filter_map(|(_, d)| d.article.published.as_deref()?.get(..4)?.parse().ok());
        years.max()
    }

    /// Name of an outlet.
    pub fn outlet(&self, article: ArticleId) -> &str {
        self.event.document(article).map_or("", |d| d.article.outlet.as_str())
    }
}
