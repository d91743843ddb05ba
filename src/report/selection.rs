//! A report on some findings only: what they rest on stays, the rest goes.
//!
//! | stays | where |
//! | --- | --- |
//! | articles, people, origins, shared wording, problems with the input | always: they say what was compared |
//! | facts, discrepancies, framings | a finding is about them; a fact whose values differ stays with its discrepancy, and the other way round |
//! | quotes | a finding or a discrepancy that stays has them as evidence; with all versions of the same utterance |
//! | passages, aligned sentences | the sentences are evidence of what stays |
//! | counts of own categories | a finding rests on one |
//! | distinctive words, space given to people | never: no finding rests on them |

use std::collections::BTreeSet;
use std::ops::Range;

use super::schema::{Report, SelectionEntry};
use crate::model::FindingKind;

/// The rule whose findings rest on counts.
const COUNTS: &str = "user-category";

/// Leaves in a report, whose findings were chosen by kind and salience, what these rest on, and says what was chosen.
pub fn select(report: &mut Report, kinds: &[FindingKind], min_salience: f64) {
    let about: BTreeSet<String> = report
        .findings
        .iter()
        .flat_map(|f| f.about.clone())
        .collect();
    let in_conflict = |conflicts: &[String]| conflicts.iter().any(|d| about.contains(d));
    report
        .facts
        .retain(|f| about.contains(&f.id) || in_conflict(&f.conflicts));
    let conflicts: BTreeSet<&String> = report.facts.iter().flat_map(|f| &f.conflicts).collect();
    report
        .discrepancies
        .retain(|d| about.contains(&d.id) || conflicts.contains(&d.id));
    report.framings.retain(|f| about.contains(&f.id));
    quotes(report, &about);
    let places = places(report);
    let is_place = |sentence: &String| places.contains(sentence);
    report.passages.retain(|p| p.sentences.iter().any(is_place));
    report
        .alignments
        .retain(|l| is_place(&l.a) && is_place(&l.b));
    report.vocabulary.clear();
    report.space.clear();
    if report.findings.iter().all(|f| f.rule != COUNTS) {
        report.categories.clear();
    }
    report.selection = Some(SelectionEntry {
        kinds: distinct(kinds),
        min_salience,
    });
}

fn distinct(kinds: &[FindingKind]) -> Vec<FindingKind> {
    let mut out: Vec<FindingKind> = Vec::new();
    for kind in kinds {
        if !out.contains(kind) {
            out.push(*kind);
        }
    }
    out
}

/// Keeps the quotes that are evidence, and the versions of the same utterance.
fn quotes(report: &mut Report, about: &BTreeSet<String>) {
    let evidence = report.findings.iter().flat_map(|f| &f.evidence);
    let evidence = evidence.map(|e| (e.sentence.clone(), e.start..e.end));
    let values = report.discrepancies.iter().flat_map(|d| &d.values);
    let values = values.map(|v| (v.sentence.clone(), v.start..v.end));
    let proofs: Vec<(String, Range<usize>)> = evidence.chain(values).collect();
    let is_proof = |article: &str, range: Range<usize>| {
        proofs.iter().any(|(sentence, proof)| {
            let of = sentence.rsplit_once(':').map_or("", |(article, _)| article);
            of == article && proof.start < range.end && range.start < proof.end
        })
    };
    let mut kept: BTreeSet<String> = report
        .quotes
        .iter()
        .filter(|q| is_proof(&q.article, q.start..q.end))
        .map(|q| q.id.clone())
        .collect();
    report.utterances.retain(|u| {
        let stays = about.contains(&u.id) || u.members.iter().any(|m| kept.contains(&m.quote));
        if stays {
            kept.extend(u.members.iter().map(|m| m.quote.clone()));
        }
        stays
    });
    report.quotes.retain(|q| kept.contains(&q.id));
}

/// The sentences that what stays rests on.
fn places(report: &Report) -> BTreeSet<String> {
    let of_findings = report.findings.iter().flat_map(|f| &f.evidence);
    let of_facts = report
        .facts
        .iter()
        .flat_map(|f| f.support.values().flatten());
    let homes = report.facts.iter().map(|f| &f.home.sentence);
    let of_values = report.discrepancies.iter().flat_map(|d| &d.values);
    let of_framings = report.framings.iter().flat_map(|f| f.per_source.values());
    let of_quotes = report.quotes.iter().map(|q| &q.sentence);
    of_findings
        .map(|e| &e.sentence)
        .chain(of_facts.map(|s| &s.sentence))
        .chain(homes)
        .chain(of_values.map(|v| &v.sentence))
        .chain(of_framings.flatten().map(|t| &t.sentence))
        .chain(of_quotes)
        .cloned()
        .collect()
}
