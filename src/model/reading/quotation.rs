//! Whether words stand in quotation marks, as far as their own sentence shows it.

use std::ops::Range;

use super::{Reading, Token};
use crate::model::grammar::Tag;

/// What a token does to a quotation, and whether it is a single mark; those only close what a single mark opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Opens { single: bool },
    Closes { single: bool },
    Straight { single: bool },
}

impl Reading {
    /// Whether a token stands inside quotation marks.
    pub fn is_quoted(&self, token: u32) -> bool {
        self.quotations()
            .iter()
            .any(|quotation| quotation.contains(&token))
    }

    /// The stretches between quotation marks, the marks left out. One that was opened before the sentence starts with
    /// it, one that is not closed in it ends with it.
    pub fn quotations(&self) -> Vec<Range<u32>> {
        let marks: Vec<(u32, Mark)> = (0..)
            .zip(&self.tokens)
            .filter_map(|(at, t)| Some((at, mark(t)?)))
            .collect();
        let opened_before = marks
            .first()
            .is_some_and(|(_, mark)| *mark == Mark::Closes { single: false });
        let mut open = opened_before.then_some((0, false));
        let mut found = Vec::new();
        for (at, mark) in marks {
            match (open, mark) {
                (None, Mark::Opens { single } | Mark::Straight { single }) => {
                    open = Some((at + 1, single))
                }
                (Some((start, one)), Mark::Closes { single } | Mark::Straight { single })
                    if one == single =>
                {
                    found.push(start..at);
                    open = None;
                }
                _ => {}
            }
        }
        found.extend(open.map(|(start, _)| start..self.tokens.len() as u32));
        found.retain(|quotation| !quotation.is_empty());
        found
    }
}

/// What a token does to a quotation; a mark that may be an apostrophe counts where the tagger takes it for no such.
fn mark(token: &Token) -> Option<Mark> {
    match (&*token.lower, token.tag) {
        ("“" | "«", _) => Some(Mark::Opens { single: false }),
        ("”" | "»", _) => Some(Mark::Closes { single: false }),
        ("\"", _) => Some(Mark::Straight { single: false }),
        ("‘", _) => Some(Mark::Opens { single: true }),
        ("’", Tag::CloseQuote) => Some(Mark::Closes { single: true }),
        ("'", Tag::OpenQuote | Tag::CloseQuote) => Some(Mark::Straight { single: true }),
        _ => None,
    }
}
