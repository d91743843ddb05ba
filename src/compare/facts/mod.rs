//! Passages → rows of the fact × source matrix.
//!
//! | step | from → to |
//! | --- | --- |
//! | `claims` | sentences → what each clause says |
//! | `rows` | claims and links → claims that say the same, with every sentence that carries them |
//! | `statement` | row → its clearest wording |
//! | `missing` | row → which articles lack it, and how surely |
//! | `details` | row → what one telling has inside it and another article lacks |

mod claims;
mod details;
mod missing;
mod rows;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::refute::Articles;
use super::salience;
use super::standing;
use super::subject;
use super::wording::Wording;
use crate::model::{
    Alignment, ArticleId, Event, Excerpt, Fact, FactKind, SentenceId, Support, Voice,
};
use crate::span::Span;
use claims::Claim;
pub use missing::briefs;
use rows::Row;

/// What every row is measured against.
struct Matrix<'a> {
    event: &'a Event,
    wording: &'a Wording,
    articles: &'a Articles<'a>,
    claims: &'a [Claim],
    briefs: BTreeSet<ArticleId>,
    origin_of: BTreeMap<ArticleId, usize>,
}

/// One row for everything a clause of a body sentence says, most salient first.
pub fn facts(event: &Event, alignment: &Alignment, articles: &Articles) -> Vec<Fact> {
    let wording = articles.wording;
    let claims = claims::read(event, wording);
    let (briefs, origin_of) = (missing::briefs(event), origins(alignment));
    let matrix = Matrix {
        event,
        wording,
        articles,
        claims: &claims,
        briefs,
        origin_of,
    };
    let mut facts: Vec<Fact> = rows::group(&claims, alignment, wording)
        .par_iter()
        .filter_map(|row| matrix.fact(row))
        .collect();
    facts.sort_by(|a, b| {
        b.salience
            .total_cmp(&a.salience)
            .then_with(|| first(a).cmp(&first(b)))
    });
    facts
}

fn first(fact: &Fact) -> Option<(SentenceId, usize)> {
    fact.support
        .values()
        .flatten()
        .map(|s| (s.excerpt.sentence, s.excerpt.span.start))
        .min()
}

/// The origin of each article, by its number.
fn origins(alignment: &Alignment) -> BTreeMap<ArticleId, usize> {
    let origins = alignment.origins.iter().enumerate();
    origins
        .flat_map(|(i, o)| o.articles.iter().map(move |&a| (a, i)))
        .collect()
}

/// Articles of an event up to which every row says of every article what it does with it. An event has a few dozen; of more
/// the rows would be a table of all articles against all their sentences, of which nearly every cell says nothing.
pub const MOST_IN_A_ROW: usize = 40;

/// Telling words that a statement of one article must have. Of 21 such statements with fewer that readers saw, 20 could not be
/// understood or said nothing ("How dare you."), of 339 with as many or more 27.
const FEWEST_ALONE: usize = 3;

/// Whether a row says of the articles that do not tell it whether they lack it: where there are too many for that, only a
/// row that one in ten of them tells does.
fn held_against_all(tell: usize, of: usize) -> bool {
    of <= MOST_IN_A_ROW || tell * 10 >= of
}

impl Matrix<'_> {
    fn fact(&self, row: &Row) -> Option<Fact> {
        let members: Vec<&Claim> = row
            .claims
            .iter()
            .filter_map(|c| self.claims.get(*c))
            .collect();
        let wordings: Vec<statement::Wording> = members
            .iter()
            .map(|c| statement::Wording {
                sentence: c.sentence,
                span: c.span,
            })
            .collect();
        let clearest = statement::clearest(self.event, &wordings);
        let leading = members.get(clearest)?;
        let mut support: BTreeMap<ArticleId, Vec<Support>> = BTreeMap::new();
        for &id in &row.sentences {
            let own = members.iter().find(|c| c.sentence == id).map(|c| c.span);
            let span = own.or_else(|| self.carrying(leading, id))?;
            let share = self.share(leading, id);
            support
                .entry(id.article)
                .or_default()
                .push(self.told(id, span, share)?);
        }
        if support.len() == 1 && leading.stems.len() < FEWEST_ALONE {
            return None;
        }
        let wording = wordings.get(clearest)?;
        let restored = subject::restored(self.event, &self.articles.known, wording.sentence);
        let statement = statement::printed(self.event, wording, restored.as_ref());
        let home = Excerpt {
            sentence: wording.sentence,
            span: statement::words(self.event, wording)?,
        };
        let is_held = held_against_all(support.len(), self.event.documents.len());
        let all = self.event.articles().filter(|_| is_held);
        let lacking = all.map(|(a, _)| a).filter(|a| !support.contains_key(a));
        let grade = |a| missing::grade(self.articles, &row.sentences, a, self.briefs.contains(&a));
        let missing = lacking.map(|a| (a, grade(a))).collect();
        let origins: BTreeSet<usize> = support
            .keys()
            .filter_map(|a| self.origin_of.get(a))
            .copied()
            .collect();
        let all: BTreeSet<usize> = self.origin_of.values().copied().collect();
        let whole = salience::fact(&support, origins.len(), all.len(), leading.stems.len());
        let salience = if statement.starts_with('…') {
            whole * PIECE
        } else {
            whole
        };
        let kind = kind(&support, &statement);
        let details = details::details(self.event, self.wording, &support);
        Some(Fact {
            statement,
            home,
            kind,
            support,
            missing,
            cells: BTreeMap::new(),
            conflicts: Vec::new(),
            first_screen: false,
            against: None,
            details,
            origins: origins.len(),
            salience,
        })
    }

    /// The clause of a sentence that carries most of a claim; the whole sentence where no clause has nearly all of it.
    fn carrying(&self, claim: &Claim, id: SentenceId) -> Option<Span> {
        let whole = claim.common(self.wording.stems(id), self.wording).0;
        let from = self.claims.partition_point(|c| c.sentence < id);
        let here = self
            .claims
            .iter()
            .skip(from)
            .take_while(|c| c.sentence == id);
        let scored = here.map(|c| (claim.common(&c.stems, self.wording).0, c.span));
        let best = scored.fold(
            (0.0, None),
            |best, (w, span)| if w > best.0 { (w, Some(span)) } else { best },
        );
        best.1
            .filter(|_| best.0 >= NEARLY_ALL * whole)
            .or_else(|| Some(self.event.sentence(id)?.span))
    }

    /// How much of a claim a sentence has, by weight of words. One that leaves out somebody the claim names tells only
    /// part of it, however many words it shares: the same act may be another's.
    fn share(&self, claim: &Claim, id: SentenceId) -> f64 {
        let common = claim.common(self.wording.stems(id), self.wording).0;
        let share = if claim.weight > 0.0 {
            (common / claim.weight).min(1.0)
        } else {
            1.0
        };
        let whole =
            claim.sentence == id || claim.names.is_subset(&claims::mentioned(self.event, id));
        if whole || share >= SURELY {
            share
        } else {
            share.min(PARTLY)
        }
    }

    fn told(&self, id: SentenceId, span: Span, share: f64) -> Option<Support> {
        let document = self.event.document(id.article)?;
        let (voice, attributed_to) = standing::voice(document, id.index, span);
        Some(Support {
            excerpt: Excerpt { sentence: id, span },
            voice,
            attributed_to,
            modality: standing::modality(document.text(span)),
            position: standing::position(document, id.index),
            share,
        })
    }
}

/// The most that a sentence can have of a claim when it leaves out somebody the claim names: less than half.
const PARTLY: f64 = 0.49;

/// Share of a claim from which on a sentence tells it even where somebody the claim names was not found in it: a pronoun or
/// a description may stand for them. Of 17 rows that readers judged and that the limit alone kept below half, 12 were told.
const SURELY: f64 = 0.7;

/// A fact that no source words from the beginning of a sentence stands below its equals: a reader has to look it up.
const PIECE: f64 = 0.9;

/// Share of what a sentence has of a claim that one clause must have to be shown in its place.
const NEARLY_ALL: f64 = 0.8;

fn kind(support: &BTreeMap<ArticleId, Vec<Support>>, statement: &str) -> FactKind {
    let told: Vec<&Support> = support.values().flatten().collect();
    let attributed = told.iter().filter(|s| s.voice == Voice::Attributed).count();
    let late = told
        .iter()
        .map(|s| s.position)
        .fold(f64::INFINITY, f64::min)
        > 0.25;
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
