//! Embedded posts: a paragraph, and under it the line that signs it, "— Ada Brook (@adabrook) March 4".

use regex::Match;

use super::marks::Passage;
use super::said::Said;
use crate::language::PATTERNS;
use crate::model::{BlockKind, Document, Quote};
use crate::span::Span;

/// The words of every signed post, a quotation a sentence.
pub fn quotes(document: &Document, passages: &[Passage]) -> Vec<Quote> {
    let blocks = &document.article.blocks;
    let mut found = Vec::new();
    for (block, pair) in blocks.windows(2).enumerate() {
        let [post, signature] = pair else { continue };
        let printed = document.text(signature.span);
        let may_be_signed = post.kind == BlockKind::Body && signature.kind == BlockKind::Caption;
        let Some(name) = may_be_signed.then(|| signer(printed)).flatten() else {
            continue;
        };
        let start = signature.span.start;
        let said = Said {
            block,
            span: post.span,
            mention: Span::new(start + name.start(), start + name.end()),
            cue: Span::new(start, start + name.start()),
            name: name.as_str(),
        };
        found.extend(said.quotes(document, passages));
    }
    found
}

fn signer(line: &str) -> Option<Match<'_>> {
    PATTERNS.post_signature.captures(line)?.name("name")
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, Block, BlockKind};
    use crate::span::Span;

    #[test]
    fn a_signed_post_is_what_its_signer_says() {
        let (post, signature) = (
            "The pier is shut. It will open in May. pic.example/x",
            "— Ada Brook (@adabrook) March 4, 2031",
        );
        let start = post.len() + 2;
        let article = Article {
            text: format!("{post}\n\n{signature}"),
            blocks: vec![
                Block {
                    span: Span::new(0, post.len()),
                    kind: BlockKind::Body,
                },
                Block {
                    span: Span::new(start, start + signature.len()),
                    kind: BlockKind::Caption,
                },
            ],
            ..Article::default()
        };
        let document = crate::documented(article);
        let said: Vec<(&str, Option<&str>)> = document
            .quotes
            .iter()
            .map(|q| (document.text(q.span), q.speaker.as_deref()))
            .collect();
        assert_eq!(
            said,
            [
                ("The pier is shut.", Some("Ada Brook")),
                ("It will open in May.", Some("Ada Brook"))
            ]
        );
    }
}
