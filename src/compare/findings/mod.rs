//! Everything found → findings: one plain sentence each, most important first.

mod copy;
mod discrepancies;
mod facts;
mod framings;
mod passages;
mod people;
mod quotations;
mod sources;

pub use facts::rejected;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Options;
use super::refute::Articles;
use crate::codebook;
use crate::model::{
    Alignment, ArticleId, Comparison, Event, Finding, FindingKind, Pairings, Reference, SentenceId,
};

/// What a reader should know: first what may stand on the first screen, then the rest, each most important first, no kind
/// twice in a row while another is as telling. With a base only what its article and another one tell differently.
pub fn rank(
    event: &Event,
    alignment: &Alignment,
    articles: &Articles,
    pairings: &Pairings,
    found: &Comparison,
    options: &Options,
) -> Vec<Finding> {
    let base = found.base;
    let mut all: Vec<Finding> = Vec::new();
    all.extend(
        alignment
            .origins
            .iter()
            .enumerate()
            .filter_map(|(i, o)| copy::shared(event, alignment, i, o)),
    );
    all.extend(
        found
            .discrepancies
            .iter()
            .enumerate()
            .filter_map(|(i, d)| discrepancies::finding(event, i, d)),
    );
    all.extend(
        found
            .discrepancies
            .iter()
            .enumerate()
            .filter_map(|(i, d)| quotations::finding(event, pairings, i, d)),
    );
    all.extend(passages::passages_left_out(event, pairings, articles));
    all.extend(people::never_mentioned(event, articles));
    all.extend(sources::quoted_only_here(event, articles));
    all.extend(facts::omissions(event, articles, &found.facts, base));
    all.extend(facts::additions(event, articles, &found.facts, base));
    all.extend(framings::all(event, &found.framings));
    all.retain_mut(|finding| {
        let record = codebook::record(finding.rule);
        let asked_for = finding.rule == USER_CATEGORY;
        finding.confidence = if asked_for { 1.0 } else { record.confidence() };
        finding.first_screen = asked_for || record.is_first_screen_worthy();
        asked_for || options.unproven || record.may_be_told()
    });
    all.retain(|f| base.is_none_or(|b| concerns(f, b, found)));
    all.retain(|f| options.only.is_empty() || options.only.contains(&f.kind));
    all.retain(|f| f.salience >= options.min_salience);
    let mut ranked = vary(once(all));
    ranked.sort_by_key(|f| !f.first_screen);
    ranked
}

/// What uses a user's own words counts them; it needs no record to be right.
const USER_CATEGORY: &str = "user-category";

/// Whether the article has a part in what a finding contrasts.
fn concerns(finding: &Finding, base: ArticleId, found: &Comparison) -> bool {
    let tells = |about: &Reference| match about {
        Reference::Fact(i) => found
            .facts
            .get(*i)
            .is_some_and(|f| f.support.contains_key(&base)),
        _ => false,
    };
    let proves = finding.evidence.iter().any(|e| e.sentence.article == base);
    finding.articles.contains(&base) || proves || finding.about.iter().any(tells)
}

/// The findings without those that tell of the same articles what a more salient one tells of the same sentences: two
/// clauses of one sentence, or two sentences of one passage, that an article leaves out are one loss.
fn once(mut all: Vec<Finding>) -> Vec<Finding> {
    sort(&mut all);
    let mut kept: Vec<Finding> = Vec::new();
    // Findings that stand nowhere near one another tell different things.
    let mut by_place: HashMap<SentenceId, Vec<usize>> = HashMap::new();
    for finding in all {
        let places = |f: &Finding| {
            f.evidence
                .iter()
                .map(|e| e.sentence)
                .collect::<BTreeSet<_>>()
        };
        let here = places(&finding);
        let near: BTreeSet<usize> = here
            .iter()
            .flat_map(|id| around(*id))
            .filter_map(|id| by_place.get(&id))
            .flatten()
            .copied()
            .collect();
        let beside = |f: &Finding| {
            places(f)
                .iter()
                .any(|p| here.iter().any(|h| is_beside(*p, *h)))
        };
        let told = |f: &Finding| {
            let same = 2 * places(f).intersection(&here).count() > here.len();
            let lacks =
                |f: &Finding| matches!(f.kind, FindingKind::Omission | FindingKind::Addition);
            let alike = f.kind == finding.kind && f.articles == finding.articles;
            (same && (alike || lacks(f) && lacks(&finding)))
                || (alike && f.rule == finding.rule && beside(f))
        };
        let mut near = near.into_iter().filter_map(|at| kept.get(at));
        if finding.kind == FindingKind::Discrepancy || !near.any(told) {
            for id in here {
                by_place.entry(id).or_default().push(kept.len());
            }
            kept.push(finding);
        }
    }
    kept
}

/// A sentence with the one before it and the one behind it.
fn around(id: SentenceId) -> impl Iterator<Item = SentenceId> {
    let indices = id.index.saturating_sub(1)..=id.index.saturating_add(1);
    indices.map(move |index| SentenceId { index, ..id })
}

/// Whether two sentences stand one after the other: a passage that only one has is one finding.
fn is_beside(one: SentenceId, other: SentenceId) -> bool {
    one.article == other.article && one.index.abs_diff(other.index) == 1
}

fn sort(all: &mut [Finding]) {
    all.sort_by(|a, b| {
        b.salience
            .total_cmp(&a.salience)
            .then_with(|| a.summary.cmp(&b.summary))
    });
}

/// Each further finding of a kind counts this much less, so that the first lines show what kinds of differences there
/// are; set so that four of a kind in a row need clearly higher salience than the first of another.
const REPEAT: f64 = 0.85;

fn vary(mut all: Vec<Finding>) -> Vec<Finding> {
    sort(&mut all);
    let mut seen: BTreeMap<FindingKind, i32> = BTreeMap::new();
    let mut weighed: Vec<(f64, Finding)> = Vec::new();
    for finding in all {
        let count = seen.entry(finding.kind).or_default();
        weighed.push((finding.salience * REPEAT.powi(*count), finding));
        *count += 1;
    }
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    weighed.into_iter().map(|(_, f)| f).collect()
}
