//! The tree of a file → its paragraphs, headings and captions.

use super::{BLOCKS, Child, Node, SILENT};
use crate::load::draft::{Piece, Role};
use crate::load::text::fold;

impl Node {
    /// Paragraphs, headings and captions inside, in order; loose text between blocks is a paragraph too.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut found = Vec::new();
        let mut loose = String::new();
        self.fill(&mut found, &mut loose);
        flush(&mut found, &mut loose);
        found
    }

    fn fill(&self, found: &mut Vec<Piece>, loose: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(words) => loose.push_str(words),
                Child::Element(node) => node.fill_one(found, loose),
            }
        }
    }

    fn fill_one(&self, found: &mut Vec<Piece>, loose: &mut String) {
        let name = self.name.as_str();
        if SILENT.contains(&name) {
            return;
        }
        let holds_blocks = || BLOCKS.iter().any(|b| self.first(b).is_some());
        if BLOCKS.contains(&name) && !holds_blocks() {
            flush(found, loose);
            found.extend(self.words().map(|text| Piece {
                text,
                role: role(name),
            }));
        } else if name == "br" {
            flush(found, loose);
        } else if BLOCKS.contains(&name) || is_container(name) {
            flush(found, loose);
            let first = found.len();
            self.fill(found, loose);
            flush(found, loose);
            // Paragraphs in a caption are the caption, and in an entry the entry; in a quotation they stay what they are.
            let role = role(name);
            let is_wider = |piece: &Piece| {
                role == Role::Caption || role == Role::Entry && piece.role == Role::Unknown
            };
            let inner = found.iter_mut().skip(first).filter(|piece| is_wider(piece));
            inner.for_each(|piece| piece.role = role);
        } else {
            self.fill(found, loose);
        }
    }
}

fn is_container(name: &str) -> bool {
    [
        "div",
        "section",
        "block",
        "media",
        "figure",
        "blockquote",
        "bq",
        "ul",
        "ol",
        "dl",
        "table",
        "tr",
        "fn",
    ]
    .contains(&name)
}

fn role(name: &str) -> Role {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" => Role::Heading,
        "figcaption" | "caption" | "media-caption" => Role::Caption,
        "li" | "dt" | "dd" => Role::Entry,
        _ => Role::Unknown,
    }
}

fn flush(found: &mut Vec<Piece>, loose: &mut String) {
    let text = fold(&std::mem::take(loose));
    if !text.is_empty() {
        found.push(Piece::plain(text));
    }
}
