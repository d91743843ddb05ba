//! One thing once said, every outlet's version under the fullest.

use serde::Serialize;

use super::{Place, columns_of};
use crate::model::{QuoteKind, UtteranceRelation};
use crate::render::labels::{code, label};
use crate::render::plain;
use crate::render::view::View;
use crate::render::words;
use crate::report::{UtteranceEntry, VersionEntry};

/// One utterance.
#[derive(Serialize)]
pub struct Utterance {
    id: String,
    speaker: String,
    tags: String,
    outlets: String,
    versions: Vec<Version>,
}

/// One outlet's version.
#[derive(Serialize)]
struct Version {
    place: Place,
    relation: String,
    /// The report's name of the relation.
    code: String,
    indicated: bool,
    kind: String,
    cue: Option<String>,
    via: Option<String>,
    venue: Option<String>,
    text: String,
    /// Word by word, where the wording is near enough for that to show anything.
    changes: Vec<Change>,
}

/// Words both have, only the fullest has, or only this one has.
#[derive(Serialize)]
struct Change {
    kind: String,
    text: String,
}

/// Every utterance in the report's order, those that several outlets print before those that one has alone.
pub fn utterances(view: &View) -> Vec<Utterance> {
    let (several, alone): (Vec<_>, Vec<_>) = view
        .report
        .utterances
        .iter()
        .partition(|u| u.articles.len() > 1);
    several
        .into_iter()
        .chain(alone)
        .map(|u| utterance(view, u))
        .collect()
}

fn utterance(view: &View, entry: &UtteranceEntry) -> Utterance {
    let differs = entry
        .members
        .iter()
        .any(|m| m.relation != UtteranceRelation::Verbatim);
    let told = match entry.articles.len() {
        1 => "alone",
        _ if differs => "differs",
        _ => "agrees",
    };
    Utterance {
        id: entry.id.clone(),
        speaker: view.speaker(entry),
        tags: format!("quote quote-{told}"),
        outlets: columns_of(view, &entry.articles),
        versions: entry
            .members
            .iter()
            .filter_map(|m| version(view, m))
            .collect(),
    }
}

fn version(view: &View, entry: &VersionEntry) -> Option<Version> {
    let quote = view.quote(&entry.quote)?;
    let by_word = words::is_worth_marking(entry);
    let changes = entry.changes.iter().filter(|_| by_word);
    Some(Version {
        place: Place::of(view, &quote.sentence)?,
        relation: label(&entry.relation),
        code: code(&entry.relation),
        indicated: entry.indicated,
        kind: if quote.kind == QuoteKind::Direct {
            String::new()
        } else {
            label(&quote.kind)
        },
        cue: quote.cue.as_deref().map(plain::line),
        via: quote.via.as_deref().map(plain::line),
        venue: quote.venue.as_deref().map(plain::line),
        text: plain::line(&quote.text),
        changes: changes
            .map(|c| Change {
                kind: code(&c.kind),
                text: plain::line(&c.text),
            })
            .collect(),
    })
}
