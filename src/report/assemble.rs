//! Event, alignment and comparison to report: ids become strings, byte spans become code points, order is kept.

use std::collections::BTreeSet;

use super::entities;
use super::offsets::Offsets;
use super::schema::*;
use super::wording;
use crate::model::{
    Alignment, ArticleId, BlockKind, Comparison, Detail, Diagnostic, Document, EntityId,
    EntityKind, Event, Evidence, Excerpt, Fact, Finding, Framing, Link, QuoteId, Reference,
    SentenceId, Utterance,
};
use crate::span::Span;

/// The report of one run.
pub fn assemble(
    event: &Event,
    alignment: &Alignment,
    comparison: &Comparison,
    diagnostics: &[Diagnostic],
) -> Report {
    let border = Border::new(event);
    Report {
        schema_version: SCHEMA_VERSION.to_string(),
        generator: Generator {
            name: "coverage".to_string(),
            version: env!("CARGO_PKG_VERSION").to_string(),
        },
        event: border.occasion(),
        articles: event
            .articles()
            .map(|(id, d)| border.article(id, d))
            .collect(),
        entities: entities::entries(&border),
        origins: border.origins(alignment),
        reuse: border.reuse(alignment),
        alignment_method: alignment.method.clone(),
        alignments: alignment.links.iter().map(|l| border.link(l)).collect(),
        passages: border.passages(alignment),
        facts: comparison
            .facts
            .iter()
            .enumerate()
            .map(|(i, f)| border.fact(i, f))
            .collect(),
        discrepancies: border.discrepancies(comparison),
        quotes: border.quotes(),
        utterances: comparison
            .utterances
            .iter()
            .enumerate()
            .map(|(i, u)| border.utterance(i, u))
            .collect(),
        framings: comparison
            .framings
            .iter()
            .enumerate()
            .map(|(i, f)| border.framing(i, f))
            .collect(),
        vocabulary: wording::vocabulary(&border, comparison),
        space: wording::space(&border, comparison),
        categories: wording::categories(&border, comparison),
        findings: comparison
            .findings
            .iter()
            .enumerate()
            .map(|(i, f)| border.finding(i, f))
            .collect(),
        diagnostics: diagnostics
            .iter()
            .map(|d| DiagnosticEntry {
                severity: d.severity,
                path: d.path.clone(),
                message: d.message.clone(),
            })
            .collect(),
    }
}

/// Three decimals, so that the last bits of a sum never show.
pub(super) fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// How many people and bodies stand for the whole event.
const OCCASION_NAMES: usize = 8;

/// What turns ids and spans of one event into those of the report.
pub(super) struct Border<'a> {
    pub(super) event: &'a Event,
    offsets: Vec<Offsets<'a>>,
    first_quote: Vec<usize>,
}

impl<'a> Border<'a> {
    fn new(event: &'a Event) -> Self {
        let mut first_quote = Vec::with_capacity(event.documents.len());
        let mut seen = 0;
        for document in &event.documents {
            first_quote.push(seen);
            seen += document.quotes.len();
        }
        let offsets = event
            .documents
            .iter()
            .map(|d| Offsets::new(&d.article.text))
            .collect();
        Self {
            event,
            offsets,
            first_quote,
        }
    }

    pub(super) fn key(&self, id: ArticleId) -> String {
        self.event
            .document(id)
            .map(|d| d.article.key.clone())
            .unwrap_or_default()
    }

    fn keys(&self, ids: impl IntoIterator<Item = ArticleId>) -> Vec<String> {
        ids.into_iter().map(|id| self.key(id)).collect()
    }

    pub(super) fn sentence_id(&self, id: SentenceId) -> String {
        format!("{}:{}", self.key(id.article), id.index)
    }

    fn quote_id(&self, id: QuoteId) -> String {
        let first = self
            .first_quote
            .get(id.article.0 as usize)
            .copied()
            .unwrap_or(0);
        format!("q{}", first + id.index as usize + 1)
    }

    pub(super) fn range(&self, article: ArticleId, span: Span) -> (usize, usize) {
        self.offsets
            .get(article.0 as usize)
            .map(|o| o.range(span))
            .unwrap_or((0, 0))
    }

    fn words(&self, article: ArticleId, span: Span) -> String {
        self.event
            .document(article)
            .map(|d| d.text(span).to_string())
            .unwrap_or_default()
    }

    /// The fullest name of an entity.
    pub(super) fn entity_name(&self, id: EntityId) -> String {
        self.event
            .entities
            .get(id.0 as usize)
            .map(|e| e.name.clone())
            .unwrap_or_default()
    }

    pub(super) fn excerpt(&self, e: &Excerpt) -> ExcerptEntry {
        let (start, end) = self.range(e.sentence.article, e.span);
        let text = self.words(e.sentence.article, e.span);
        ExcerptEntry {
            sentence: self.sentence_id(e.sentence),
            start,
            end,
            text,
        }
    }

    fn occasion(&self) -> Occasion {
        let mut dates: Vec<String> = self
            .event
            .documents
            .iter()
            .filter_map(|d| d.article.published.as_ref())
            .map(|p| p.chars().take(10).collect())
            .collect();
        dates.sort();
        Occasion {
            date: dates.first().cloned(),
            place: None,
            people: self.shared_names(EntityKind::Person),
            organizations: self.shared_names(EntityKind::Organization),
        }
    }

    /// Entities of one kind that most articles mention, the most mentioned first.
    fn shared_names(&self, kind: EntityKind) -> Vec<String> {
        let need = self.event.documents.len().div_ceil(2).max(1);
        let mut found: Vec<(usize, &str)> = self
            .event
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == kind)
            .map(|(i, e)| (self.articles_of(EntityId(i as u32)).len(), e.name.as_str()))
            .filter(|(n, _)| *n >= need)
            .collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        found
            .into_iter()
            .take(OCCASION_NAMES)
            .map(|(_, name)| name.to_string())
            .collect()
    }

    fn articles_of(&self, id: EntityId) -> BTreeSet<ArticleId> {
        let mentioned = |d: &Document| d.mentions.iter().any(|m| m.entity == Some(id));
        self.event
            .articles()
            .filter(|(_, d)| mentioned(d))
            .map(|(a, _)| a)
            .collect()
    }

    fn article(&self, id: ArticleId, document: &Document) -> ArticleEntry {
        let a = &document.article;
        let sentences = document.sentences.iter().enumerate();
        let entries = sentences.map(|(i, s)| {
            let (start, end) = self.range(id, s.span);
            SentenceEntry {
                id: self.sentence_id(SentenceId {
                    article: id,
                    index: i as u32,
                }),
                kind: s.kind,
                paragraph: s.paragraph,
                start: Some(start),
                end: Some(end),
                text: document.text(s.span).to_string(),
            }
        });
        ArticleEntry {
            id: a.key.clone(),
            path: a.path.clone(),
            outlet: a.outlet.clone(),
            masthead: a.masthead.clone(),
            headline: a.headline.clone(),
            byline: a.byline.clone(),
            published: a.published.clone(),
            published_from: a.published_from,
            updated: a.updated.clone(),
            dateline: a.dateline.clone(),
            wire: a.wire.clone(),
            section: a.section.clone(),
            corrections: a.corrections.clone(),
            language: a.language.clone(),
            url: a.url.clone(),
            version_of: a.version_of.clone(),
            out_of_scope: a.out_of_scope.clone(),
            text: a.text.clone(),
            words: document
                .sentences
                .iter()
                .filter(|s| s.kind != BlockKind::Caption)
                .map(|s| s.words.len())
                .sum(),
            voices: document.voices.clone(),
            sentences: entries.collect(),
            boilerplate: a
                .residue
                .iter()
                .map(|r| BoilerplateEntry {
                    text: r.text.clone(),
                    reason: r.reason.clone(),
                })
                .collect(),
        }
    }

    fn origins(&self, alignment: &Alignment) -> Vec<OriginEntry> {
        let origins = alignment.origins.iter().enumerate();
        origins
            .map(|(i, o)| OriginEntry {
                id: format!("o{}", i + 1),
                kind: o.kind,
                name: o.name.clone(),
                articles: self.keys(o.articles.iter().copied()),
                evidence: o.evidence.clone(),
            })
            .collect()
    }

    fn reuse(&self, alignment: &Alignment) -> Vec<ReuseEntry> {
        let pairs = alignment.reuse.iter();
        pairs
            .map(|r| ReuseEntry {
                a: self.key(r.a),
                b: self.key(r.b),
                share_of_a: round(r.share_of_a),
                share_of_b: round(r.share_of_b),
                longest: r.longest.clone(),
            })
            .collect()
    }

    fn link(&self, link: &Link) -> AlignmentEntry {
        AlignmentEntry {
            a: self.sentence_id(link.a),
            b: self.sentence_id(link.b),
            relation: link.relation,
            contains: link.contains,
            score: round(link.score),
            evidence: evidence(&link.evidence),
        }
    }

    fn passages(&self, alignment: &Alignment) -> Vec<PassageEntry> {
        let passages = alignment.passages.iter().enumerate();
        passages
            .map(|(i, p)| PassageEntry {
                id: format!("p{}", i + 1),
                sentences: p.sentences.iter().map(|&s| self.sentence_id(s)).collect(),
                articles: self.keys(
                    p.sentences
                        .iter()
                        .map(|s| s.article)
                        .collect::<BTreeSet<_>>(),
                ),
            })
            .collect()
    }

    fn fact(&self, index: usize, fact: &Fact) -> FactEntry {
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
            candidates: candidates.collect(),
            details: fact.details.iter().map(|d| self.detail(d)).collect(),
            origins: fact.origins,
            salience: round(fact.salience),
        }
    }

    fn detail(&self, detail: &Detail) -> DetailEntry {
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

    fn discrepancies(&self, comparison: &Comparison) -> Vec<DiscrepancyEntry> {
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

    fn quotes(&self) -> Vec<QuoteEntry> {
        let mut entries = Vec::new();
        for (article, document) in self.event.articles() {
            for (i, q) in document.quotes.iter().enumerate() {
                let (start, end) = self.range(article, q.span);
                let words = |span: Option<Span>| span.map(|s| document.text(s).to_string());
                entries.push(QuoteEntry {
                    id: self.quote_id(QuoteId {
                        article,
                        index: i as u32,
                    }),
                    article: document.article.key.clone(),
                    sentence: self.sentence_id(SentenceId {
                        article,
                        index: q.sentence,
                    }),
                    start,
                    end,
                    text: document.text(q.span).to_string(),
                    kind: q.kind,
                    speaker: q.speaker.clone(),
                    entity: q.entity.map(entities::id_of),
                    speaker_mention: words(q.speaker_mention),
                    cue: words(q.cue),
                    cue_class: q.cue_class,
                    via: q.via.clone(),
                    venue: q.venue.clone(),
                    addressee: words(q.addressee),
                });
            }
        }
        entries
    }

    fn utterance(&self, index: usize, utterance: &Utterance) -> UtteranceEntry {
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

    fn framing(&self, index: usize, framing: &Framing) -> FramingEntry {
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

    fn finding(&self, index: usize, finding: &Finding) -> FindingEntry {
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
}

fn evidence(e: &Evidence) -> EvidenceEntry {
    EvidenceEntry {
        names: e.names.clone(),
        numbers: e.numbers.clone(),
        shared_words: e.shared_words.clone(),
        parts: e
            .parts
            .iter()
            .map(|&(name, value)| (name.to_string(), round(value)))
            .collect(),
    }
}

fn reference(reference: Reference) -> String {
    match reference {
        Reference::Fact(i) => format!("f{}", i + 1),
        Reference::Discrepancy(i) => format!("d{}", i + 1),
        Reference::Utterance(i) => format!("u{}", i + 1),
        Reference::Framing(i) => format!("r{}", i + 1),
        Reference::Origin(i) => format!("o{}", i + 1),
    }
}
