//! Edits → the object that is printed.

use super::{Border, generator};
use crate::model::{ArticleId, ChangedWords, Document, Edit, Edits, Event, Excerpt, SentenceId};
use crate::report::schema::{
    ChangedWordsEntry, EditEntry, EditReport, ExcerptEntry, PlaceEntry, SCHEMA_VERSION, VersionText,
};
use crate::span::Span;

/// The two versions as articles of one event.
const BEFORE: ArticleId = ArticleId(0);
const AFTER: ArticleId = ArticleId(1);

/// What is printed of two versions.
pub fn edits(before: &Document, after: &Document, edits: &Edits) -> EditReport {
    let event = Event {
        documents: vec![before.clone(), after.clone()],
        ..Event::default()
    };
    let border = Border::new(&event);
    let known = &before.article.corrections;
    let corrections = after.article.corrections.iter();
    EditReport {
        schema_version: SCHEMA_VERSION.to_string(),
        generator: generator(),
        outlet: after.article.masthead.clone(),
        before: version(before),
        after: version(after),
        unchanged: edits.unchanged,
        corrections: corrections
            .filter(|c| !known.contains(c))
            .cloned()
            .collect(),
        edits: (0..)
            .zip(&edits.edits)
            .map(|(i, e)| border.edit(i, e))
            .collect(),
        diagnostics: Vec::new(),
    }
}

fn version(document: &Document) -> VersionText {
    let article = &document.article;
    VersionText {
        id: article.key.clone(),
        path: article.path.clone(),
        headline: article.headline.clone(),
        byline: article.byline.clone(),
        published: article.published.clone(),
        updated: article.updated.clone(),
        sentences: document.sentences.len(),
        text: article.text.clone(),
    }
}

impl Border<'_> {
    fn edit(&self, index: usize, edit: &Edit) -> EditEntry {
        EditEntry {
            id: format!("e{}", index + 1),
            kind: edit.kind,
            before: edit.before.and_then(|at| self.whole(BEFORE, at)),
            after: edit.after.and_then(|at| self.whole(AFTER, at)),
            words: edit.words.iter().map(|c| self.changed(c)).collect(),
        }
    }

    fn whole(&self, article: ArticleId, index: u32) -> Option<ExcerptEntry> {
        let sentence = SentenceId { article, index };
        let span = self.event.sentence(sentence)?.span;
        Some(self.excerpt(&Excerpt { sentence, span }))
    }

    fn changed(&self, changed: &ChangedWords) -> ChangedWordsEntry {
        ChangedWordsEntry {
            before: self.place(BEFORE, changed.before),
            after: self.place(AFTER, changed.after),
        }
    }

    fn place(&self, article: ArticleId, span: Span) -> PlaceEntry {
        let (start, end) = self.range(article, span);
        PlaceEntry {
            start,
            end,
            text: self.words(article, span),
        }
    }
}
