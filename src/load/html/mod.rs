//! Web pages.

#[cfg(feature = "html")]
mod extract;
mod joints;
mod lists;
mod meta;
mod missing;
mod names;
mod regions;
mod scan;
mod tags;
mod writers;

use std::collections::BTreeSet;

use super::draft::{Draft, Piece, Role};
use super::guises::{self, Signs};
use super::xml;
use crate::model::Residue;
use scan::{Caption, Page};

/// Elements a page may nest: pages of news sites stay under a hundred. Beyond some thousand the extraction takes seconds,
/// beyond some ten thousand the stack ends.
const DEEPEST: usize = 1_000;

/// Bytes of a page without scripts and styles; the longest saved live blogs have two million.
const LONGEST: usize = 8 << 20;

/// Elements of a page: news pages have one to three thousand. The extraction grows with the square of their number: ten
/// thousand paragraphs took 2 s, twenty thousand 9 s, forty thousand 34 s.
const MOST: usize = 20_000;

/// Words below which a page without an article is only the frame that a script fills.
const EMPTY: usize = 60;

/// The article of a page, or why there is none.
pub fn draft(html: &str) -> Result<Draft, String> {
    let page = scan::page(html);
    if page.depth > DEEPEST {
        return Err(format!(
            "HTML: elements nested {} deep; the limit is {DEEPEST}",
            page.depth
        ));
    }
    if page.lean.len() > LONGEST {
        return Err(format!(
            "HTML: {} bytes without scripts; the limit is {LONGEST}",
            page.lean.len()
        ));
    }
    if page.elements > MOST {
        return Err(format!(
            "HTML: {} elements; the limit is {MOST}",
            page.elements
        ));
    }
    let mut draft = meta::draft(&page);
    let found = article(&page)?;
    // A page that is built by a script holds its text in JSON-LD only.
    if words(&found) * 2 >= words(&draft.pieces) {
        draft.pieces = found;
    }
    draft.pieces.retain(|p| !p.text.is_empty());
    if words(&draft.pieces) == 0 {
        return Err(nothing(&page));
    }
    draft.signs = Signs {
        is_list: lists::is(&page, &draft.pieces),
        is_locked: page.linked.iter().any(|script| is_locked(script)),
    };
    missing::restore(&page, &mut draft);
    missing::set_apart(&page, &mut draft);
    add_captions(&page, &mut draft);
    draft.above = above(&page, &draft);
    draft.residue.extend(rest(&page, &draft));
    Ok(draft)
}

/// Why there is no text on a page.
fn nothing(page: &Page) -> String {
    let lines: Vec<&str> = page.blocks.iter().map(|b| b.text.as_str()).collect();
    let words: usize = lines.iter().map(|l| l.split(' ').count()).sum();
    let title = page.title.as_deref();
    let guise = guises::of_lines(title, &[]);
    match guise.or_else(|| guises::of_lines(title, &lines).filter(|_| words >= EMPTY)) {
        Some(guise) => guise.message().to_string(),
        None if words < EMPTY => "no article text found: a script fills this page in the browser; save it after it has loaded"
            .to_string(),
        None => "no article text found in this page".to_string(),
    }
}

/// Whether JSON-LD says that the article is not free to read.
fn is_locked(script: &str) -> bool {
    let bare: String = script.split_whitespace().collect();
    let bare = bare.to_lowercase();
    ["false", "\"false\"", "\"http://schema.org/false\""]
        .iter()
        .any(|no| bare.contains(&format!("\"isaccessibleforfree\":{no}")))
}

fn words(pieces: &[Piece]) -> usize {
    pieces.iter().map(|p| p.text.split(' ').count()).sum()
}

#[cfg(feature = "html")]
fn article(page: &Page) -> Result<Vec<Piece>, String> {
    let content = extract::article(page.lean.clone()).unwrap_or_default();
    xml::parse(&format!("<div>{content}</div>")).map(|root| root.pieces())
}

#[cfg(not(feature = "html"))]
fn article(_page: &Page) -> Result<Vec<Piece>, String> {
    let _ = xml::parse;
    Err("this build cannot read web pages; rebuild it with the feature `html`".to_string())
}

/// Words under pictures that the extraction left out, after the text; those behind the last block of the text, and those
/// that are links, are of other articles.
fn add_captions(page: &Page, draft: &mut Draft) {
    let text: BTreeSet<String> = draft.pieces.iter().map(|p| p.text.clone()).collect();
    let last = page.blocks.iter().rposition(|b| text.contains(&b.text));
    let is_own = |c: &&Caption| !c.is_linked && last.is_none_or(|last| c.before <= last + 1);
    let own: BTreeSet<&str> = page
        .captions
        .iter()
        .filter(is_own)
        .map(|c| c.text.as_str())
        .collect();
    let strange: BTreeSet<&str> = page
        .captions
        .iter()
        .map(|c| c.text.as_str())
        .filter(|c| !own.contains(c))
        .collect();
    draft
        .pieces
        .retain(|piece| !strange.contains(piece.text.as_str()));
    draft
        .residue
        .extend(strange.into_iter().map(|text| Residue {
            text: text.to_string(),
            reason: "caption of another story".to_string(),
        }));
    for piece in &mut draft.pieces {
        if own.contains(piece.text.as_str()) {
            piece.role = Role::Caption;
        }
    }
    let mut added: BTreeSet<&str> = text.iter().map(String::as_str).collect();
    let missing = page.captions.iter().map(|c| c.text.as_str());
    let missing = missing.filter(|c| own.contains(c) && added.insert(c));
    draft.pieces.extend(missing.map(|text| Piece {
        text: text.to_string(),
        role: Role::Caption,
    }));
}

/// Blocks between the headline and the text that may name writers and days.
const ABOVE: usize = 25;

/// Blocks between which the headline is looked for: a player with its settings may stand between it and the text.
const FARTHEST: usize = 150;

/// Words of such a block; a longer one is text.
const LINE: usize = 16;

/// The short blocks between the headline and the first paragraph, which the extraction left out: one of them may name the
/// writers, where no metadata do, or say when the page was published.
fn above(page: &Page, draft: &Draft) -> Vec<Piece> {
    let Some(first) = draft
        .pieces
        .iter()
        .find(|p| p.text.split(' ').count() > LINE)
    else {
        return Vec::new();
    };
    let opening: String = first.text.chars().take(40).collect();
    let Some(end) = page
        .blocks
        .iter()
        .position(|b| b.text.starts_with(&opening))
    else {
        return Vec::new();
    };
    let known: BTreeSet<&str> = draft.pieces.iter().map(|p| p.text.as_str()).collect();
    let title = missing::letters(draft.headline.as_deref().unwrap_or_default());
    let is_title = |at: &usize| {
        let block = page.blocks.get(*at);
        block.is_some_and(|b| missing::letters(&b.text) == title)
    };
    let title = (end.saturating_sub(FARTHEST)..end).rev().find(is_title);
    let near = end.saturating_sub(ABOVE).max(title.unwrap_or(0));
    let below_title = title.map_or(near..near, |title| title..(title + ABOVE).min(near));
    let short = |b: &&str| b.split(' ').count() <= LINE && !known.contains(b);
    let mut above = Vec::new();
    for range in [below_title, near..end] {
        let blocks = page.blocks.get(range.clone()).unwrap_or_default();
        let lines = blocks.iter().map(|b| b.text.as_str()).filter(short);
        above.extend(lines.map(Piece::plain));
        above.extend(writers_in(page, range).into_iter().map(|text| Piece {
            text,
            role: Role::Writer,
        }));
    }
    above
}

/// The names that the page marks as writers among some blocks. Names that stand apart from each other, and one under the
/// link of a list, are of other stories.
fn writers_in(page: &Page, blocks: std::ops::Range<usize>) -> Vec<String> {
    let near = page.writers.iter().filter(|(_, at)| blocks.contains(at));
    let near: Vec<&(String, usize)> = near.collect();
    let is_apart = near
        .windows(2)
        .any(|two| matches!(two, [a, b] if b.1 > a.1 + 1));
    let under_link = |at: usize| {
        let above = page
            .blocks
            .get(at.saturating_sub(2)..at)
            .unwrap_or_default();
        page.blocks.get(at).is_some_and(|b| b.is_entry) && above.iter().any(|b| b.is_linked)
    };
    if is_apart || near.iter().any(|(_, at)| under_link(*at)) {
        return Vec::new();
    }
    near.into_iter().map(|(words, _)| words.clone()).collect()
}

/// What stands on the page and not in the article.
fn rest(page: &Page, draft: &Draft) -> Vec<Residue> {
    let text: String = draft
        .pieces
        .iter()
        .map(|p| missing::letters(&p.text) + "\n")
        .collect();
    let title = draft.headline.clone().unwrap_or_default();
    let apart: BTreeSet<&str> = draft.residue.iter().map(|r| r.text.as_str()).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let blocks = page
        .blocks
        .iter()
        .filter(|b| b.text != title && !text.contains(&missing::letters(&b.text)))
        .filter(|b| !apart.contains(b.text.as_str()));
    let blocks = blocks
        .filter(|b| b.text.chars().any(char::is_alphanumeric))
        .filter(|b| seen.insert(b.text.as_str()));
    blocks
        .map(|b| Residue {
            text: b.text.clone(),
            reason: b.foreign.unwrap_or("page around the article").to_string(),
        })
        .collect()
}
