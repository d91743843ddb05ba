//! NewsML-G2: single news items, packages of them, and news messages.

use super::draft::{Draft, Piece};
use super::nitf;
use super::text;
use super::xml::{self, Node};
use crate::model::DateSource;

/// The items of a message: its text articles, and a draft without text for each picture, graphic or empty item, which the
/// caller names as such.
pub fn drafts(text: &str) -> Result<Vec<Draft>, String> {
    let root = xml::parse(text)?;
    let items = if root.name == "newsItem" {
        vec![&root]
    } else {
        root.all("newsItem")
    };
    if items.is_empty() {
        return Err("NewsML-G2: no newsItem found".to_string());
    }
    let withdrawn = items.iter().filter(|i| is_withdrawn(i)).count();
    let read = |item: &Node| match is_text(item) && !is_withdrawn(item) {
        true => draft(item),
        false => Draft::default(),
    };
    let found: Vec<Draft> = items.into_iter().map(read).collect();
    let has_text = found.iter().any(|d| !d.pieces.is_empty());
    match (has_text, withdrawn) {
        (true, _) => Ok(found),
        (false, 0) => Err(
            "NewsML-G2: no item with text (pictures and remote content are not supported)"
                .to_string(),
        ),
        (false, _) => {
            Err("NewsML-G2: the sender has marked this item as withheld or canceled".to_string())
        }
    }
}

/// The last part of a qualified code: "stat:canceled" is "canceled".
fn code(node: &Node) -> Option<String> {
    node.attribute("qcode")
        .map(|q| q.rsplit([':', '/']).next().unwrap_or_default().to_string())
}

fn is_withdrawn(item: &Node) -> bool {
    let status = item.at(&["itemMeta", "pubStatus"]).and_then(code);
    status.is_some_and(|s| ["canceled", "cancelled", "withheld"].contains(&s.as_str()))
}

fn is_text(item: &Node) -> bool {
    item.at(&["itemMeta", "itemClass"])
        .and_then(code)
        .is_none_or(|c| c == "text" || c == "composite")
}

fn draft(item: &Node) -> Draft {
    let mut draft = content(item);
    let meta = item.at(&["itemMeta"]).cloned().unwrap_or_default();
    let about = item.at(&["contentMeta"]).cloned().unwrap_or_default();
    let words = |node: &Node, name: &str| node.named(name).find_map(Node::words);
    let main = |n: &&Node| {
        n.attribute("role")
            .is_none_or(|r| !r.to_lowercase().contains("sub"))
    };
    draft.headline = about
        .named("headline")
        .filter(main)
        .find_map(Node::words)
        .or(draft.headline.take());
    draft.subheadline = about
        .named("headline")
        .filter(|n| !main(n))
        .find_map(Node::words)
        .or(draft.subheadline.take());
    draft.headline = draft.headline.take().or_else(|| words(&meta, "title"));
    let writers: Vec<String> = about.named("by").filter_map(Node::words).collect();
    if !writers.is_empty() {
        draft.byline = writers;
    } else if draft.byline.is_empty() {
        draft.byline = about.named("creator").filter_map(named).collect();
    }
    draft.dateline = words(&about, "dateline").or(draft.dateline.take());
    draft.outlet = meta
        .named("provider")
        .find_map(named)
        .or_else(|| holder(item))
        .or(draft.outlet.take());
    draft
        .wire
        .extend(about.named("creditline").filter_map(Node::words));
    draft.language = about
        .named("language")
        .find_map(|l| l.attribute("tag"))
        .or_else(|| item.attribute("lang"))
        .or(draft.language.take());
    let version = words(&meta, "versionCreated");
    let first = words(&meta, "firstCreated").or_else(|| words(&about, "contentCreated"));
    draft.updated = version
        .clone()
        .filter(|v| first.as_ref().is_some_and(|f| f != v));
    let published = first.or(version).map(|d| (d, DateSource::Metadata));
    draft.published = published.or(draft.published.take());
    draft.url = draft.url.take().or_else(|| link(&meta));
    for note in meta.named("edNote").filter_map(Node::words) {
        draft
            .pieces
            .push(Piece::plain(format!("Editor’s note: {note}")));
    }
    draft
}

fn holder(item: &Node) -> Option<String> {
    item.at(&["rightsInfo", "copyrightHolder"]).and_then(named)
}

/// The name of a party: in full, as literal, else its code.
fn named(party: &Node) -> Option<String> {
    let full = party.named("name").find_map(Node::words);
    full.or_else(|| party.attribute("literal"))
        .or_else(|| code(party))
}

/// The page on which the item is published.
fn link(meta: &Node) -> Option<String> {
    meta.named("link")
        .filter_map(|l| l.attribute("href"))
        .find(|h| h.starts_with("http"))
}

/// The first rendition with text: NITF, XHTML or plain.
fn content(item: &Node) -> Draft {
    let set = item.at(&["contentSet"]).cloned().unwrap_or_default();
    for inline in set.elements() {
        let draft = match inline.name.as_str() {
            "inlineXML" => match inline.first("nitf") {
                Some(nitf) => nitf::draft(nitf),
                None => {
                    let body = inline.first("body").unwrap_or(inline);
                    Draft {
                        pieces: body.pieces(),
                        ..Draft::default()
                    }
                }
            },
            "inlineData" => Draft {
                pieces: plain(inline),
                ..Draft::default()
            },
            _ => continue,
        };
        if !draft.pieces.is_empty() {
            return draft;
        }
    }
    Draft::default()
}

/// Plain text keeps its line breaks, so it is read as a text file is.
fn plain(inline: &Node) -> Vec<Piece> {
    if inline.elements().next().is_some() {
        inline.pieces()
    } else {
        text::pieces(&inline.raw())
    }
}
