//! What the extraction dropped although it stands among what it kept, and what it kept although the page says that it is
//! something else.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::{Block, Page};
use crate::load::draft::{Draft, Piece, Role};
use crate::load::text::ends_sentence;
use crate::model::Residue;

/// Words from which a block with a full stop is a paragraph and no label.
const PARAGRAPH: usize = 8;

/// Puts the paragraphs and entries back that stand beside those kept. What was kept is told by its letters, and takes the
/// words of its block: the extraction loses blanks around elements of a line.
pub fn restore(page: &Page, draft: &mut Draft) {
    let keys: Vec<String> = page.blocks.iter().map(|b| letters(&b.text)).collect();
    let own: BTreeMap<&str, &Block> = keys.iter().map(String::as_str).zip(&page.blocks).collect();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (at, piece) in draft.pieces.iter_mut().enumerate() {
        let key = letters(&piece.text);
        if let Some(block) = own.get(key.as_str()) {
            piece.text = block.text.clone();
        }
        places.insert(key, at);
    }
    let whole: String = draft
        .pieces
        .iter()
        .map(|p| letters(&p.text) + "\n")
        .collect();
    let Some(home) = home(page, &keys, &places) else {
        return;
    };
    let mut lost: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    let mut before = None;
    for (at, (block, key)) in page.blocks.iter().zip(&keys).enumerate() {
        match (places.get(key), before) {
            (Some(place), _) => before = Some(*place),
            (None, Some(place)) if is_lost(page, at, home) && !whole.contains(key) => {
                lost.entry(place).or_default().push(piece(block));
            }
            _ => {}
        }
    }
    let pieces = std::mem::take(&mut draft.pieces);
    for (at, piece) in pieces.into_iter().enumerate() {
        draft.pieces.push(piece);
        draft.pieces.extend(lost.remove(&at).unwrap_or_default());
    }
}

/// The letters and figures of a text in small letters.
pub fn letters(text: &str) -> String {
    let plain = text.chars().filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_lowercase).collect()
}

fn piece(block: &Block) -> Piece {
    Piece {
        text: block.text.clone(),
        role: if block.is_entry {
            Role::Entry
        } else {
            Role::Unknown
        },
    }
}

/// The element that holds most words of the paragraphs kept.
fn home(page: &Page, keys: &[String], places: &BTreeMap<String, usize>) -> Option<usize> {
    let mut words: BTreeMap<usize, usize> = BTreeMap::new();
    let known = page.blocks.iter().zip(keys);
    let kept = known.filter(|(b, key)| !b.is_entry && places.contains_key(*key));
    for (block, _) in kept {
        *words.entry(block.within[0]).or_default() += block.text.split(' ').count();
    }
    words
        .into_iter()
        .max_by_key(|(_, words)| *words)
        .map(|(id, _)| id)
}

/// Whether a block that was dropped is a paragraph of the element that holds the text, or an entry of a list in it that is
/// more than links.
fn is_lost(page: &Page, at: usize, home: usize) -> bool {
    let Some(block) = page.blocks.get(at).filter(|b| b.foreign.is_none()) else {
        return false;
    };
    if block.is_entry {
        let of_list = |b: &&Block| b.is_entry && b.within == block.within;
        let mut near = page
            .blocks
            .iter()
            .skip(at.saturating_sub(20))
            .take(40)
            .filter(of_list);
        return block.within[1] == home && near.any(|b| !b.is_linked);
    }
    let is_paragraph = block.text.split(' ').count() >= PARAGRAPH && ends_sentence(&block.text);
    block.within[0] == home && is_paragraph && !block.is_linked
}

/// Sets apart what stands in elements of comments, offers and other stories, where that is the smaller part, and the lists
/// of links behind the text.
pub fn set_apart(page: &Page, draft: &mut Draft) {
    let mut reasons = foreign(page);
    let count = |pieces: &mut dyn Iterator<Item = &Piece>| -> usize {
        pieces.map(|p| p.text.split(' ').count()).sum()
    };
    let all = count(&mut draft.pieces.iter());
    let apart = count(
        &mut draft
            .pieces
            .iter()
            .filter(|p| reasons.contains_key(&p.text)),
    );
    if apart * 3 >= all {
        reasons.clear();
    }
    for links in closing_links(page, draft) {
        reasons.entry(links).or_insert("related link");
    }
    let pieces = std::mem::take(&mut draft.pieces);
    for piece in pieces {
        match reasons.get(&piece.text) {
            Some(reason) => draft.residue.push(Residue {
                text: piece.text,
                reason: reason.to_string(),
            }),
            None => draft.pieces.push(piece),
        }
    }
}

/// Blocks that stand in foreign elements only, with the reason.
fn foreign(page: &Page) -> BTreeMap<String, &'static str> {
    let own: BTreeSet<&str> = page
        .blocks
        .iter()
        .filter(|b| b.foreign.is_none())
        .map(|b| b.text.as_str())
        .collect();
    let strange = page.blocks.iter().filter_map(|b| Some((b, b.foreign?)));
    let strange = strange.filter(|(b, _)| !own.contains(b.text.as_str()));
    strange
        .map(|(b, reason)| (b.text.clone(), reason))
        .collect()
}

/// Entries of a list from which it is one of links, where all its entries are.
const LINKS: usize = 3;

/// Pieces behind a list that may follow its last entry at the end of a text.
const BEHIND: usize = 2;

/// Lists that are links and nothing else, of some length or at the end of the text.
fn closing_links(page: &Page, draft: &Draft) -> Vec<String> {
    let linked = page.blocks.iter().filter(|b| b.is_linked);
    let linked: BTreeSet<&str> = linked.map(|b| b.text.as_str()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    for run in draft
        .pieces
        .chunk_by(|a, b| (a.role == Role::Entry) == (b.role == Role::Entry))
    {
        at += run.len();
        let is_links = run
            .iter()
            .all(|p| p.role == Role::Entry && linked.contains(p.text.as_str()));
        if is_links && (run.len() >= LINKS || at + BEHIND >= draft.pieces.len()) {
            found.extend(run.iter().map(|p| p.text.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    const ONE: &str = "The board met for six hours and voted to build the wall.";
    const TWO: &str = "Engineers had told it that the old wall would not stand.";

    fn kept(html: &str, pieces: &[&str]) -> (Vec<String>, Vec<Residue>) {
        let page = scan::page(html);
        let mut draft = Draft {
            pieces: pieces.iter().map(|p| Piece::plain(*p)).collect(),
            ..Draft::default()
        };
        restore(&page, &mut draft);
        set_apart(&page, &mut draft);
        (
            draft.pieces.into_iter().map(|p| p.text).collect(),
            draft.residue,
        )
    }

    #[test]
    fn paragraphs_and_lists_beside_the_text_are_put_back() {
        let html = format!(
            "<main><p>{ONE}</p><p>The road will be shut for two years.</p><p>{TWO}</p><p>Share</p>\
             <ol><li>2029: the wall breaks</li><li>2031: the vote</li></ol>\
             <ul><li><a href=/>Pier shut</a></li></ul></main><p>Sign up for the news of the bay and its towns.</p>"
        );
        let (pieces, _) = kept(&html, &[ONE, TWO]);
        let road = "The road will be shut for two years.";
        assert_eq!(
            pieces,
            [ONE, road, TWO, "2029: the wall breaks", "2031: the vote"]
        );
    }

    #[test]
    fn what_was_kept_takes_the_words_of_its_block() {
        let html = format!(
            "<main><p>{ONE}</p><p>It let them <em>craft</em> a plan.</p><p>{TWO}</p></main>"
        );
        let (pieces, _) = kept(&html, &[ONE, "It let themcrafta plan.", TWO]);
        assert_eq!(pieces, [ONE, "It let them craft a plan.", TWO]);
    }

    #[test]
    fn what_the_page_calls_comments_is_no_text() {
        let html = format!(
            "<main><p>{ONE}</p><p>{TWO}</p><div class=comments><p>I told them so.</div></main>"
        );
        let (pieces, residue) = kept(&html, &[ONE, TWO, "I told them so."]);
        assert_eq!(pieces, [ONE, TWO]);
        assert_eq!(residue[0].reason, "comments");
    }
}
