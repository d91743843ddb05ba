//! Passages → rows of the fact × source matrix.

use std::collections::{BTreeMap, BTreeSet};

use super::salience;
use super::standing;
use super::wording::Wording;
use crate::model::{
    Alignment, ArticleId, BlockKind, Event, Excerpt, Fact, FactKind, Grade, Missing, Passage, SentenceId, Support,
};

/// An article with fewer words than this, or than this share of the median article, is a brief: what it lacks says
/// nothing. Briefs and alerts of agencies run to 150 words; the share keeps a folder of short pieces comparable.
const BRIEF_WORDS: usize = 150;
const BRIEF_SHARE: f64 = 0.4;

/// Share of a fact's weight that one sentence of an article must have for the fact to be perhaps there. Chosen well
/// below the share that linked sentences have (half and more), so that "absent" is said only where nothing comes near.
const NEAR: f64 = 0.2;

/// One row for every passage with a body sentence, most salient first.
pub fn find(event: &Event, alignment: &Alignment, wording: &Wording) -> Vec<Fact> {
    let briefs = briefs(event);
    let origin_of = origins(alignment);
    let mut facts: Vec<Fact> =
        alignment.passages.iter().filter_map(|p| fact(event, p, wording, &briefs, &origin_of)).collect();
    facts.sort_by(|a, b| b.salience.total_cmp(&a.salience).then_with(|| first(a).cmp(&first(b))));
    facts
}

fn first(fact: &Fact) -> Option<SentenceId> {
    fact.support.values().flatten().map(|s| s.excerpt.sentence).min()
}

/// Articles too short for what they lack to say anything.
fn briefs(event: &Event) -> BTreeSet<ArticleId> {
    let mut lengths: Vec<usize> = event.articles().map(|(_, d)| standing::words(d)).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0) as f64;
    let short = |words: usize| words < BRIEF_WORDS || (words as f64) < median * BRIEF_SHARE;
    let scoped = event.articles().filter(|(_, d)| d.article.out_of_scope.is_some() || short(standing::words(d)));
    scoped.map(|(id, _)| id).collect()
}

fn origins(alignment: &Alignment) -> BTreeMap<ArticleId, usize> {
    let origins = alignment.origins.iter().enumerate();
    origins.flat_map(|(i, o)| o.articles.iter().map(move |&a| (a, i))).collect()
}

fn fact(
    event: &Event,
    passage: &Passage,
    wording: &Wording,
    briefs: &BTreeSet<ArticleId>,
    origin_of: &BTreeMap<ArticleId, usize>,
) -> Option<Fact> {
    let body = |id: &&SentenceId| event.sentence(**id).is_some_and(|s| s.kind == BlockKind::Body);
    let clearest = passage.sentences.iter().filter(body).min_by_key(|id| unclear(event, **id))?;
    let mut support: BTreeMap<ArticleId, Vec<Support>> = BTreeMap::new();
    for &id in &passage.sentences {
        support.entry(id.article).or_default().push(told(event, id)?);
    }
    let words = wording.stems(*clearest);
    let lacking = event.articles().map(|(a, _)| a).filter(|a| !support.contains_key(a));
    let missing = lacking.map(|a| (a, missing(wording, words, a, briefs.contains(&a)))).collect();
    let origins: BTreeSet<usize> = support.keys().filter_map(|a| origin_of.get(a)).copied().collect();
    let total: BTreeSet<usize> = origin_of.values().copied().collect();
    let salience = salience::fact(&support, origins.len(), total.len(), words.len());
    Some(Fact {
        statement: event.sentence_text(*clearest).to_string(),
        kind: kind(&support, event.sentence_text(*clearest)),
        support,
        missing,
        origins: origins.len(),
        salience,
    })
}

/// How far a wording is from clear: pronouns and quotation first, then length.
fn unclear(event: &Event, id: SentenceId) -> (bool, bool, usize) {
    let text = event.sentence_text(id);
    let opens = text.split(' ').next().unwrap_or("").to_lowercase();
    let pointing =
        ["he", "she", "it", "they", "this", "that", "but", "and", "his", "her", "their"].contains(&opens.as_str());
    (pointing, text.starts_with(['“', '"', '‘', '\'']), text.len())
}

fn told(event: &Event, id: SentenceId) -> Option<Support> {
    let (document, sentence) = (event.document(id.article)?, event.sentence(id)?);
    let excerpt = Excerpt { sentence: id, span: sentence.span };
    let (voice, attributed_to) = standing::voice(document, id.index);
    Some(Support {
        excerpt,
        voice,
        attributed_to,
        modality: standing::modality(document.text(sentence.span)),
        position: standing::position(document, id.index),
    })
}

fn missing(wording: &Wording, words: &[String], article: ArticleId, brief: bool) -> Missing {
    let near = wording.nearest(words, article).filter(|(_, share)| *share >= NEAR);
    let grade = match near {
        _ if brief => Grade::OutOfScope,
        Some(_) => Grade::NotFound,
        None => Grade::Absent,
    };
    Missing { grade, candidate: near.map(|(id, _)| id) }
}

fn kind(support: &BTreeMap<ArticleId, Vec<Support>>, statement: &str) -> FactKind {
    let told: Vec<&Support> = support.values().flatten().collect();
    let attributed = told.iter().filter(|s| s.voice == crate::model::Voice::Attributed).count();
    let late = told.iter().map(|s| s.position).fold(f64::INFINITY, f64::min) > 0.25;
    if attributed * 2 > told.len() {
        FactKind::Statement
    } else if standing::is_analysis(statement) {
        FactKind::Analysis
    } else if late && standing::is_background(statement) {
        FactKind::Background
    } else {
        FactKind::Event
    }
}
