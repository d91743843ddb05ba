//! How it is told: utterances in their versions, framings, and the findings over all.

use std::collections::BTreeSet;

use super::{Border, reference, round};
use crate::model::{Excerpt, Finding, Framing, Rejection, Utterance};
use crate::report::schema::{
    ChangeEntry, FindingEntry, FramingEntry, RejectedEntry, TermEntry, UtteranceEntry, VersionEntry,
};

impl Border<'_> {
    pub(super) fn utterance(&self, index: usize, utterance: &Utterance) -> UtteranceEntry {
        let members = utterance.members.iter().map(|m| VersionEntry {
            quote: self.quote_id(m.quote),
            relation: m.relation,
            indicated: m.indicated,
            possible_translation: m.possible_translation,
            fragments: m.fragments,
            changes: m
                .changes
                .iter()
                .map(|c| ChangeEntry {
                    kind: c.kind,
                    text: c.text.clone(),
                })
                .collect(),
        });
        UtteranceEntry {
            id: format!("u{}", index + 1),
            speaker: utterance.speaker.clone(),
            members: members.collect(),
            articles: self.keys(
                utterance
                    .members
                    .iter()
                    .map(|m| m.quote.article)
                    .collect::<BTreeSet<_>>(),
            ),
        }
    }

    pub(super) fn framing(&self, index: usize, framing: &Framing) -> FramingEntry {
        let per_source = framing.per_source.iter().map(|(&article, terms)| {
            let entries = terms.iter().map(|t| {
                let (start, end) = self.range(article, t.excerpt.span);
                TermEntry {
                    sentence: self.sentence_id(t.excerpt.sentence),
                    start,
                    end,
                    term: t.term.clone(),
                }
            });
            (self.key(article), entries.collect())
        });
        FramingEntry {
            id: format!("r{}", index + 1),
            dimension: framing.dimension,
            target: framing.target.clone(),
            per_source: per_source.collect(),
            note: framing.note.clone(),
            rule: framing.rule.to_string(),
        }
    }

    pub(super) fn finding(&self, index: usize, finding: &Finding) -> FindingEntry {
        FindingEntry {
            id: format!("n{}", index + 1),
            kind: finding.kind,
            summary: finding.summary.clone(),
            articles: self.keys(finding.articles.iter().copied()),
            about: finding.about.iter().map(|&r| reference(r)).collect(),
            evidence: finding.evidence.iter().map(|e| self.excerpt(e)).collect(),
            salience: round(finding.salience),
            confidence: round(finding.confidence),
            rule: finding.rule.to_string(),
            first_screen: finding.first_screen,
        }
    }

    pub(super) fn rejection(&self, rejection: &Rejection) -> RejectedEntry {
        let (refuted_by, place) = rejection.refutation.told();
        let whole = |sentence| {
            let span = self.event.sentence(sentence)?.span;
            Some(self.excerpt(&Excerpt { sentence, span }))
        };
        RejectedEntry {
            rule: rejection.rule.to_string(),
            home: self.excerpt(&rejection.home),
            article: self.key(rejection.article),
            refuted_by: refuted_by.to_string(),
            place: place.and_then(whole),
        }
    }
}
