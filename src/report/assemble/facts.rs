//! Facts with their details, and where articles contradict each other.

use super::{Border, reference, round};
use crate::model::{Comparison, Detail, Fact, Reference};
use crate::report::schema::{
    DetailEntry, DiscrepancyEntry, DisputedEntry, ExcerptEntry, FactEntry, SupportEntry,
};

impl Border<'_> {
    pub(super) fn fact(&self, index: usize, fact: &Fact) -> FactEntry {
        let support = fact.support.iter().map(|(&article, places)| {
            let entries = places.iter().map(|s| {
                let (start, end) = self.range(article, s.excerpt.span);
                SupportEntry {
                    sentence: self.sentence_id(s.excerpt.sentence),
                    start,
                    end,
                    voice: s.voice,
                    attributed_to: s.attributed_to.clone(),
                    modality: s.modality,
                    position: round(s.position),
                    share: round(s.share),
                }
            });
            (self.key(article), entries.collect())
        });
        let candidates = fact
            .missing
            .iter()
            .filter_map(|(&a, m)| Some((self.key(a), self.sentence_id(m.candidate?))));
        FactEntry {
            id: format!("f{}", index + 1),
            statement: fact.statement.clone(),
            home: self.excerpt(&fact.home),
            kind: fact.kind,
            support: support.collect(),
            missing: fact
                .missing
                .iter()
                .map(|(&a, m)| (self.key(a), m.grade))
                .collect(),
            cells: fact
                .cells
                .iter()
                .map(|(&a, &cell)| (self.key(a), cell))
                .collect(),
            conflicts: fact
                .conflicts
                .iter()
                .map(|&i| reference(Reference::Discrepancy(i)))
                .collect(),
            first_screen: fact.first_screen,
            against: fact.against,
            candidates: candidates.collect(),
            details: fact.details.iter().map(|d| self.detail(d)).collect(),
            origins: fact.origins,
            salience: round(fact.salience),
        }
    }

    pub(super) fn detail(&self, detail: &Detail) -> DetailEntry {
        let told = detail
            .told
            .iter()
            .map(|(&article, excerpt)| (self.key(article), self.excerpt(excerpt)));
        let lacking = self.keys(detail.lacking.iter().copied());
        DetailEntry {
            kind: detail.kind,
            told: told.collect(),
            lacking,
        }
    }

    pub(super) fn discrepancies(&self, comparison: &Comparison) -> Vec<DiscrepancyEntry> {
        let found = comparison.discrepancies.iter().enumerate();
        found
            .map(|(i, d)| DiscrepancyEntry {
                id: format!("d{}", i + 1),
                kind: d.kind,
                about: d.about.clone(),
                values: d
                    .values
                    .iter()
                    .map(|v| {
                        let ExcerptEntry {
                            sentence,
                            start,
                            end,
                            text,
                        } = self.excerpt(&v.excerpt);
                        DisputedEntry {
                            sentence,
                            start,
                            end,
                            text,
                            value: v.value.clone(),
                            side: v.side,
                        }
                    })
                    .collect(),
                rule: d.rule.to_string(),
            })
            .collect()
    }
}
