//! What the cells of the matrix show, and which rows a reader sees first.
//!
//! It is decided here and nowhere else: the report carries it, the renderers lay it out.

mod closeness;
mod conflicts;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::refute::Articles;
use super::standing;
use crate::model::{
    Against, Alignment, ArticleId, Cell, Comparison, Discrepancy, Event, Fact, Grade, Pairings,
    Support,
};
use closeness::Closeness;
use conflicts::{contradicting, disputed};

/// A link from which on an article says at least a part of a fact. Of 124 such cells that readers judged in 24 events, 102
/// did; of those with a weaker link 72 in 102: these are unclear.
const LINKED: f64 = 0.8;

/// Share of a fact's content from which on an article so linked says all of it. Of 110 cells of 24 events that readers judged,
/// not word for word the row's own sentence, 76 of 82 with as much did, and of those with less 20 of 28, however sure the link
/// and whether or not neither sentence says more: all but one of these say a part. How much of the meaning is met, piece by
/// piece, tells no more.
const MOST: f64 = 0.55;

/// Fills in what every article does with every fact, and chooses the rows that are seen first. The facts come most
/// salient first and point at the discrepancies by index.
pub fn fill(
    event: &Event,
    alignment: &Alignment,
    pairings: &Pairings,
    articles: &Articles,
    comparison: &mut Comparison,
) {
    let closeness = Closeness::of(alignment);
    let disputed = disputed(&comparison.discrepancies);
    for fact in &mut comparison.facts {
        let here = disputed.get(&fact.home.sentence).into_iter().flatten();
        let here = here.filter_map(|&i| Some((i, comparison.discrepancies.get(i)?)));
        fill_row(event, fact, &closeness, pairings, articles, here);
        fact.against = comparison.base.and_then(|base| against(fact, base));
    }
    let facts = &comparison.facts;
    let first = match comparison.base {
        Some(_) => rows::against(event, articles, facts),
        None => rows::first(event, &alignment.origins, articles, facts),
    };
    for index in first {
        if let Some(fact) = comparison.facts.get_mut(index) {
            fact.first_screen = true;
        }
    }
}

/// What a row, its cells filled in, says of the base.
fn against(fact: &Fact, base: ArticleId) -> Option<Against> {
    let is = |article: &ArticleId, cell| fact.cells.get(article) == Some(&cell);
    let mut others = fact.cells.keys().filter(|a| **a != base);
    let is_home = fact.home.sentence.article == base;
    if is(&base, Cell::Otherwise) || is_home && others.clone().any(|a| is(a, Cell::Otherwise)) {
        Some(Against::Differs)
    } else if is(&base, Cell::Absent) {
        Some(Against::Missing)
    } else {
        let is_alone = is_home && others.all(|a| is(a, Cell::Absent));
        is_alone.then_some(Against::Alone)
    }
}

fn fill_row<'a>(
    event: &Event,
    fact: &mut Fact,
    closeness: &Closeness,
    pairings: &Pairings,
    articles: &Articles,
    discrepancies: impl Iterator<Item = (usize, &'a Discrepancy)>,
) {
    let mut otherwise: BTreeSet<ArticleId> = BTreeSet::new();
    for (index, discrepancy) in discrepancies {
        let found = contradicting(fact, discrepancy);
        if !found.is_empty() {
            fact.conflicts.push(index);
            otherwise.extend(found);
        }
    }
    let home = fact.home.sentence;
    let told = fact.support.iter().map(|(&article, told)| {
        let close = closeness.between(home, article);
        let is_home = article == home.article;
        let cell = if otherwise.contains(&article) {
            Cell::Otherwise
        } else if clashes(fact, told, pairings) {
            Cell::Unclear
        } else if is_home || says(told, close) && articles.has_particulars(fact.home, article) {
            Cell::Says
        } else if close >= LINKED {
            Cell::Part
        } else {
            Cell::Unclear
        };
        (article, cell)
    });
    let lacking = fact.missing.iter().map(|(&article, missing)| {
        let comes_near = missing.candidate.is_some() || closeness.between(home, article) > 0.0;
        let cell = match missing.grade {
            Grade::Absent if is_too_early(event, fact, article) => Cell::OutOfScope,
            Grade::Absent => Cell::Absent,
            Grade::NotFound if comes_near => Cell::Unclear,
            Grade::NotFound => Cell::NotFound,
            Grade::OutOfScope => Cell::OutOfScope,
        };
        (article, cell)
    });
    fact.cells = told.chain(lacking).collect();
}

/// Whether an article is of an earlier day than every one that tells a fact: it may have happened since.
fn is_too_early(event: &Event, fact: &Fact, article: ArticleId) -> bool {
    event.document(article).is_some_and(|own| {
        let mut telling = fact.support.keys().filter_map(|id| event.document(*id));
        telling.all(|other| standing::is_earlier(own, other))
    })
}

/// Whether the place of an article that has most of a fact gives its act another value than the row: nobody may say then
/// that the article tells it, whatever else the sentences have in common.
fn clashes(fact: &Fact, told: &[Support], pairings: &Pairings) -> bool {
    let most = told.iter().max_by(|a, b| a.share.total_cmp(&b.share));
    most.is_some_and(|support| pairings.clash(&fact.home, &support.excerpt))
}

/// The greatest share of a fact that a place of an article has.
fn share(told: &[Support]) -> f64 {
    told.iter().map(|s| s.share).fold(0.0, f64::max)
}

/// Whether an article says all of a fact that it shares words with: most of its content, in a sentence that is surely linked.
fn says(told: &[Support], close: f64) -> bool {
    share(told) >= MOST && close >= LINKED
}
