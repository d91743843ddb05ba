//! Categories of the user's own: how often each source uses their words, and where sources differ in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::codebook::{Category, Hit, Matcher};
use crate::compare::phrases::{list, quoted};
use crate::compare::standing;
use crate::language::{self, built_in};
use crate::model::{
    Alignment, ArticleId, BlockKind, CategoryUse, Dimension, Document, Event, Excerpt, Framing,
    MentionKind, QuoteKind, SentenceId, Term,
};
use crate::span::Span;

/// Links less likely right than this do not show that two words are of one matter; at it they are right more often than
/// wrong.
const LINKED: f64 = 0.5;

/// Terms that one source shows of one contrast at most.
const SHOWN: usize = 3;

/// The words of the user's categories in every sentence.
pub struct Uses {
    categories: Vec<Category>,
    hits: BTreeMap<SentenceId, Vec<Hit>>,
}

impl Uses {
    /// Looks for all words once.
    pub fn find(event: &Event, of_user: &[Category]) -> Self {
        let categories = of_user.to_vec();
        let matcher = built_in::whole("own categories", Matcher::new(&categories));
        let mut hits = BTreeMap::new();
        for (article, document) in event.articles() {
            let told = document
                .sentences
                .iter()
                .enumerate()
                .filter(|(_, s)| s.kind != BlockKind::Caption);
            for (index, sentence) in told {
                let id = SentenceId {
                    article,
                    index: index as u32,
                };
                let mut found =
                    matcher.find(&document.article.text, sentence.span, &sentence.words);
                found.retain(|h| !is_name(document, id.index, h.span));
                hits.insert(id, found);
            }
        }
        Self { categories, hits }
    }

    /// How often each source uses each of the user's categories, in the order of the categories and of the articles.
    pub fn counts(&self, event: &Event) -> Vec<CategoryUse> {
        let mut found = Vec::new();
        for (index, category) in self.categories.iter().enumerate() {
            for (article, document) in event.articles() {
                let places = self.places(article, index).map(|(sentence, h)| Excerpt {
                    sentence,
                    span: h.span,
                });
                let words = standing::words(document);
                found.push(CategoryUse {
                    name: category.name.clone(),
                    article,
                    words,
                    places: places.collect(),
                });
            }
        }
        found
    }

    fn places(
        &self,
        article: ArticleId,
        category: usize,
    ) -> impl Iterator<Item = (SentenceId, &Hit)> {
        let first = SentenceId { article, index: 0 };
        let here = self
            .hits
            .range(first..)
            .take_while(move |(id, _)| id.article == article);
        here.flat_map(move |(id, hits)| {
            hits.iter()
                .filter(move |h| h.category == category)
                .map(|h| (*id, h))
        })
    }

    /// Sources that use different words of one category, none of which the other uses anywhere, where both tell the same.
    pub fn contrasts(&self, event: &Event, alignment: &Alignment) -> Vec<Framing> {
        let categories = self.categories.iter().enumerate();
        categories
            .filter_map(|(index, category)| self.contrast(event, alignment, index, category))
            .collect()
    }

    fn contrast(
        &self,
        event: &Event,
        alignment: &Alignment,
        index: usize,
        category: &Category,
    ) -> Option<Framing> {
        let mut apart: BTreeSet<ArticleId> = BTreeSet::new();
        for link in alignment.links.iter().filter(|l| l.score >= LINKED) {
            let (a, b) = (link.a.article, link.b.article);
            let own = self.is_used(event, link.a, index) && self.is_used(event, link.b, index);
            if own && !self.share_a_word(event, a, b, index) {
                apart.extend([a, b]);
            }
        }
        let per_source: BTreeMap<ArticleId, Vec<Term>> = apart
            .into_iter()
            .map(|article| (article, self.terms(event, article, index)))
            .collect();
        let about = category
            .about
            .clone()
            .unwrap_or_else(|| category.name.clone());
        (per_source.len() > 1).then(|| Framing {
            dimension: Dimension::Category,
            note: note(event, &about, &per_source),
            target: about,
            per_source,
            rule: "user-category",
        })
    }

    /// Whether a sentence has a word of a category in the article's own voice.
    fn is_used(&self, event: &Event, id: SentenceId, category: usize) -> bool {
        let here = self
            .hits
            .get(&id)
            .into_iter()
            .flatten()
            .filter(|h| h.category == category);
        event
            .document(id.article)
            .is_some_and(|d| here.into_iter().any(|h| !is_quoted(d, h.span)))
    }

    /// Whether two articles have a word of a category in common, whoever says it, or words that news puts for one
    /// another.
    fn share_a_word(&self, event: &Event, a: ArticleId, b: ArticleId, category: usize) -> bool {
        let used = |article: ArticleId| -> Vec<(String, String)> {
            let lemmas = |span| event.document(article).map(|d| d.lemmas_in(span).join(" "));
            self.places(article, category)
                .map(|(_, h)| (h.entry.clone(), lemmas(h.span).unwrap_or_default()))
                .collect()
        };
        let theirs = used(b);
        let same = |(entry, words): &(String, String)| {
            theirs
                .iter()
                .any(|(e, w)| e == entry || language::interchangeable(words, w))
        };
        used(a).iter().any(same)
    }

    fn terms(&self, event: &Event, article: ArticleId, category: usize) -> Vec<Term> {
        let Some(document) = event.document(article) else {
            return Vec::new();
        };
        let mut terms: Vec<Term> = Vec::new();
        for (sentence, hit) in self
            .places(article, category)
            .filter(|(_, h)| !is_quoted(document, h.span))
        {
            let term = document.text(hit.span).to_string();
            if terms.len() < SHOWN
                && !terms
                    .iter()
                    .any(|t| t.term.to_lowercase() == term.to_lowercase())
            {
                terms.push(Term {
                    excerpt: Excerpt {
                        sentence,
                        span: hit.span,
                    },
                    term,
                });
            }
        }
        terms
    }
}

/// Whether words are part of a name: "Homes" in "Corvane Homes" is no choice of a word.
fn is_name(document: &Document, sentence: u32, span: Span) -> bool {
    let names = document
        .mentions_in(sentence)
        .iter()
        .filter(|m| m.kind == MentionKind::Name);
    names.into_iter().any(|m| m.core.overlaps(span))
}

fn is_quoted(document: &Document, span: Span) -> bool {
    document
        .quotes
        .iter()
        .any(|q| q.kind != QuoteKind::Indirect && q.span.overlaps(span))
}

/// The contrast in one sentence; outlets with the same words are named together.
fn note(event: &Event, about: &str, per_source: &BTreeMap<ArticleId, Vec<Term>>) -> String {
    let mut sides: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for (article, terms) in per_source {
        let outlet = event
            .document(*article)
            .map_or_else(String::new, |d| d.article.outlet.clone());
        let words: Vec<String> = terms.iter().map(|t| quoted(&t.term)).collect();
        match sides.iter_mut().find(|(known, _)| *known == words) {
            Some((_, outlets)) => outlets.push(outlet),
            None => sides.push((words, vec![outlet])),
        }
    }
    let told: Vec<String> = sides
        .iter()
        .map(|(words, outlets)| {
            let uses = if outlets.len() == 1 { "uses" } else { "use" };
            format!("{} {uses} {}", list(outlets), list(words))
        })
        .collect();
    format!("Words in the category {about} differ: {}.", told.join("; "))
}
