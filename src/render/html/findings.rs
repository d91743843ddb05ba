//! What stands out: each finding with the words that prove it.

use serde::Serialize;

use super::{Category, Place, columns_of};
use crate::render::labels::code;
use crate::render::openings::{self, Opening};
use crate::render::view::View;
use crate::render::words::{Mark, Piece};
use crate::render::{partly, plain};
use crate::report::{ExcerptEntry, FactEntry, FindingEntry, TermEntry};

/// One finding.
#[derive(Serialize)]
pub struct Finding {
    id: String,
    kind: Category,
    tags: String,
    outlets: String,
    summary: String,
    evidence: Vec<Proof>,
    /// Where else some of it is said.
    partly: Vec<Place>,
    /// Anchors of what it rests on, with what they lead to.
    about: Vec<(String, String)>,
    rule: String,
    confidence: String,
}

/// Words that prove it, in their sentence.
#[derive(Serialize)]
struct Proof {
    place: Place,
    pieces: Vec<Piece>,
}

/// Every finding, most important first.
pub fn findings(view: &View) -> Vec<Finding> {
    view.report
        .findings
        .iter()
        .map(|f| finding(view, f))
        .collect()
}

fn finding(view: &View, entry: &FindingEntry) -> Finding {
    let proofs: Vec<Proof> = match openings::of(view, entry) {
        Some(compared) => compared
            .iter()
            .flat_map(Opening::terms)
            .filter_map(|term| opening(view, term))
            .collect(),
        None => entry
            .evidence
            .iter()
            .filter_map(|e| proof(view, e))
            .collect(),
    };
    let proving = entry
        .evidence
        .iter()
        .filter_map(|e| view.sentence(&e.sentence))
        .map(|(a, _)| &a.id);
    Finding {
        id: entry.id.clone(),
        kind: Category::of(&entry.kind),
        tags: format!("finding finding-{}", code(&entry.kind)),
        outlets: columns_of(view, entry.articles.iter().chain(proving)),
        summary: openings::claim(view, entry),
        evidence: proofs,
        partly: partly::places(view, entry)
            .into_iter()
            .filter_map(|sentence| Place::of(view, sentence))
            .collect(),
        about: entry.about.iter().filter_map(|a| target(view, a)).collect(),
        rule: entry.rule.clone(),
        confidence: format!("{:.0}%", entry.confidence * 100.0),
    }
}

/// A headline or a first sentence.
fn opening(view: &View, term: &TermEntry) -> Option<Proof> {
    Some(Proof {
        place: Place::of(view, &term.sentence)?,
        pieces: vec![Piece {
            text: plain::line(&term.term),
            mark: None,
        }],
    })
}

fn proof(view: &View, excerpt: &ExcerptEntry) -> Option<Proof> {
    let (before, inside, after) = view.around(excerpt);
    let piece = |text: &str, mark| Piece {
        text: plain::inline(text),
        mark,
    };
    // Where the whole sentence proves it, marking every word would say nothing.
    let mark = (!(before.is_empty() && after.is_empty())).then_some(Mark::Evidence);
    let pieces = [
        piece(&before, None),
        piece(&inside, mark),
        piece(&after, None),
    ];
    let pieces = pieces.into_iter().filter(|p| !p.text.is_empty()).collect();
    Some(Proof {
        place: Place::of(view, &excerpt.sentence)?,
        pieces,
    })
}

/// Where on the page an element is and what to call it; a discrepancy is shown in the row of its fact.
fn target(view: &View, id: &str) -> Option<(String, String)> {
    let number = id.get(1..)?;
    let name = match id.get(..1)? {
        "f" => "fact",
        "u" => "quote",
        "r" => "framing",
        "d" => {
            let values = &view
                .report
                .discrepancies
                .iter()
                .find(|d| d.id == id)?
                .values;
            let inside = |f: &&FactEntry| {
                let mut told = f.support.values().flatten();
                told.any(|s| values.iter().any(|v| v.sentence == s.sentence))
            };
            return target(view, &view.report.facts.iter().find(inside)?.id);
        }
        _ => return None,
    };
    Some((id.to_string(), format!("{name} {number}")))
}
