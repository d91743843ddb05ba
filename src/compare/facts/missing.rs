//! Which articles lack a fact, and how surely.

use std::collections::BTreeSet;

use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::model::{Article, ArticleId, Event, Grade, Missing, SentenceId};

/// An article with fewer words than this, or than this share of the median article, is a brief: what it lacks says
/// nothing. Briefs and alerts of agencies run to 150 words; the share keeps a folder of short pieces comparable.
const BRIEF_WORDS: usize = 150;
const BRIEF_SHARE: f64 = 0.4;

/// Articles too short, too far from the story, or in a language of which the program has no words: what they lack says
/// nothing.
pub fn briefs(event: &Event) -> BTreeSet<ArticleId> {
    let mut lengths: Vec<usize> = event.articles().map(|(_, d)| standing::words(d)).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0) as f64;
    let short = |words: usize| words < BRIEF_WORDS || (words as f64) < median * BRIEF_SHARE;
    let is_apart = |a: &Article| a.out_of_scope.is_some() || a.is_foreign();
    let scoped = event
        .articles()
        .filter(|(_, d)| is_apart(&d.article) || short(standing::words(d)));
    scoped.map(|(id, _)| id).collect()
}

/// How surely an article lacks what some sentences tell, with the sentence of it that may tell it.
pub fn grade(
    articles: &Articles,
    told: &BTreeSet<SentenceId>,
    article: ArticleId,
    brief: bool,
) -> Missing {
    let answer = articles.answer_to_any(told.iter().copied(), article);
    let grade = match answer {
        _ if brief => Grade::OutOfScope,
        Some(_) => Grade::NotFound,
        None => Grade::Absent,
    };
    Missing {
        grade,
        candidate: answer.and_then(|a| a.told().1),
    }
}
