//! Articles and their sentences, quotes included.

use super::Border;
use crate::model::{ArticleId, BlockKind, Document, QuoteId, SentenceId};
use crate::report::entities;
use crate::report::schema::{ArticleEntry, BoilerplateEntry, QuoteEntry, SentenceEntry};
use crate::span::Span;

impl Border<'_> {
    pub(super) fn article(&self, id: ArticleId, document: &Document) -> ArticleEntry {
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
            earlier_versions: a.earlier.clone(),
            out_of_scope: a.stub.clone().or(a.out_of_scope.clone()),
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

    pub(super) fn quotes(&self) -> Vec<QuoteEntry> {
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
}
