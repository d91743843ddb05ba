//! NITF, the News Industry Text Format, by itself or inside NewsML-G2.

use super::draft::{Draft, Piece, Role};
use super::xml::{self, Node};
use crate::model::{DateSource, Residue};

/// The article of a file, or why there is none.
pub fn drafts(text: &str) -> Result<Vec<Draft>, String> {
    let root = xml::parse(text)?;
    let status = root
        .first("docdata")
        .and_then(|d| d.attribute("management-status"));
    if let Some(status @ ("killed" | "canceled" | "cancelled" | "withheld")) = status.as_deref() {
        return Err(format!("the sender marked this item as {status}"));
    }
    Ok(vec![draft(&root)])
}

/// The article of one `nitf` element.
pub fn draft(root: &Node) -> Draft {
    let mut draft = Draft {
        language: root.attribute("lang"),
        ..Draft::default()
    };
    draft.headline = root.at(&["head", "title"]).and_then(Node::words);
    if let Some(data) = root.first("docdata") {
        documented(data, &mut draft);
    }
    if let Some(publication) = root.first("pubdata") {
        draft.outlet = publication.attribute("name");
        draft.section = publication.attribute("position.section");
        draft.url = publication
            .attribute("ex-ref")
            .filter(|u| u.starts_with("http"));
        draft.published = publication
            .attribute("date.publication")
            .map(|d| (d, DateSource::Metadata))
            .or(draft.published.take());
    }
    if let Some(body) = root.first("body") {
        headed(body, &mut draft);
        let content = body.first("body.content");
        draft.pieces.extend(content.map(pieces).unwrap_or_default());
        ended(body, &mut draft);
    }
    draft
}

fn documented(data: &Node, draft: &mut Draft) {
    let norm = |name: &str| data.first(name).and_then(|n| n.attribute("norm"));
    draft.published = norm("date.issue")
        .or_else(|| norm("date.release"))
        .map(|d| (d, DateSource::Metadata));
    draft.outlet = data
        .first("doc.copyright")
        .and_then(|c| c.attribute("holder"));
    let correction = data.first("correction").and_then(|c| c.attribute("info"));
    draft
        .pieces
        .extend(correction.map(|words| Piece::plain(format!("Correction: {words}"))));
}

/// Headlines, writers, agency and dateline.
fn headed(body: &Node, draft: &mut Draft) {
    let Some(head) = body.first("body.head") else {
        return;
    };
    draft.headline = head
        .first("hl1")
        .and_then(Node::words)
        .or(draft.headline.take());
    draft.subheadline = head.first("hl2").and_then(Node::words);
    draft.byline = head.all("byline").into_iter().filter_map(writer).collect();
    draft.wire = head
        .all("distributor")
        .into_iter()
        .filter_map(Node::words)
        .collect();
    if let Some(line) = head.first("dateline") {
        draft.dateline = line.words();
        let day = line.first("story.date").and_then(|d| d.attribute("norm"));
        draft.published = draft
            .published
            .take()
            .or(day.map(|d| (d, DateSource::Dateline)));
    }
    for note in head.all("note").into_iter().filter_map(Node::words) {
        draft.residue.push(Residue {
            text: note,
            reason: "editor's note".to_string(),
        });
    }
}

/// The people a byline marks, else its words; the title of a writer is no name.
fn writer(byline: &Node) -> Option<String> {
    let people: Vec<String> = byline
        .all("person")
        .into_iter()
        .filter_map(Node::words)
        .collect();
    if people.is_empty() {
        byline.words()
    } else {
        Some(people.join(" and "))
    }
}

/// The text, with the credit of each picture after its words as the other formats print it.
fn pieces(content: &Node) -> Vec<Piece> {
    let producers: Vec<String> = content
        .all("media-producer")
        .into_iter()
        .filter_map(Node::words)
        .collect();
    let mut found = content.pieces();
    for credit in producers {
        if let Some(piece) = found.iter_mut().find(|p| p.text == credit) {
            (piece.text, piece.role) = (format!("Photo: {credit}"), Role::Unknown);
        }
    }
    found
}

fn ended(body: &Node, draft: &mut Draft) {
    for end in body.all("body.end") {
        for line in end.elements().filter_map(Node::words) {
            draft.residue.push(Residue {
                text: line,
                reason: "agency sign-off".to_string(),
            });
        }
    }
}
