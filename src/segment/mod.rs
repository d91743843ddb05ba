//! Text → sentences and their words.

mod foreign;
mod sentences;
mod words;

use crate::model::{Article, Document, Reading, Sentence};

/// The article with its sentences and their words.
pub fn document(article: Article) -> Document {
    let mut found = Vec::new();
    for (paragraph, block) in article.blocks.iter().enumerate() {
        for span in sentences::split(&article.text, block.span, article.language.as_deref()) {
            let words = words::split(&article.text, span);
            let clauses = vec![span];
            found.push(Sentence {
                span,
                kind: block.kind,
                paragraph: paragraph as u32,
                words,
                clauses,
                reading: Reading::default(),
            });
        }
    }
    Document {
        article,
        sentences: found,
        ..Document::default()
    }
}
