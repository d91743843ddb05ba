//! Plain text: paragraphs by blank line, or by line where there are none.

use crate::model::{Article, Block, BlockKind};
use crate::span::Span;

/// The article in a plain text.
pub fn article(raw: &str) -> Article {
    let mut article = Article::default();
    for paragraph in paragraphs(raw) {
        push(&mut article, &paragraph, BlockKind::Body);
    }
    article
}

/// Adds one block to the end of an article's text.
pub fn push(article: &mut Article, words: &str, kind: BlockKind) {
    if !article.text.is_empty() {
        article.text.push_str("\n\n");
    }
    let start = article.text.len();
    article.text.push_str(words);
    article.blocks.push(Block { span: Span::new(start, article.text.len()), kind });
}

/// Paragraphs with white space folded to single spaces.
pub fn paragraphs(raw: &str) -> Vec<String> {
    let raw = raw.replace("\r\n", "\n");
    let raw = raw.trim();
    let cut = if raw.contains("\n\n") { "\n\n" } else { "\n" };
    let folded = raw.split(cut).map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.filter(|p| !p.is_empty()).collect()
}
