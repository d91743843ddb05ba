//! Utterances: every outlet's version under the fullest, with the words that differ marked.

use super::paint::{Paint, Style, wrap};
use crate::model::{ChangeKind, UtteranceRelation};
use crate::render::labels::label;
use crate::render::view::View;
use crate::render::{plain, words};
use crate::report::{UtteranceEntry, VersionEntry};

/// Lines for one utterance.
pub fn lines(view: &View, utterance: &UtteranceEntry, columns: usize, paint: Paint) -> Vec<String> {
    let mut out: Vec<String> = wrap(&view.speaker(utterance), columns, "", "  ")
        .into_iter()
        .map(|l| paint.paint(Style::Bold, &l))
        .collect();
    for version in &utterance.members {
        out.extend(self::version(view, version, columns, paint));
    }
    out
}

fn version(view: &View, version: &VersionEntry, columns: usize, paint: Paint) -> Vec<String> {
    let Some(quote) = view.quote(&version.quote) else {
        return Vec::new();
    };
    let cue = quote
        .cue
        .as_deref()
        .map(|c| format!(" ({})", plain::line(c)))
        .unwrap_or_default();
    let relation = match version.relation {
        UtteranceRelation::Verbatim => String::new(),
        other => format!(", {}", label(&other)),
    };
    let indicated = if version.indicated {
        ", change marked"
    } else {
        ""
    };
    let head = format!("{}{cue}{relation}{indicated}", view.place(&quote.sentence));
    let mut out: Vec<String> = wrap(&head, columns, "  ", "    ")
        .into_iter()
        .map(|l| paint.paint(Style::Dim, &l))
        .collect();
    out.extend(
        wrap(&marked(version, &quote.text), columns, "    ", "    ")
            .into_iter()
            .map(|l| colored(&l, paint)),
    );
    out
}

/// The version with {words only the fullest has} and [words only this one has].
fn marked(version: &VersionEntry, text: &str) -> String {
    if !words::is_worth_marking(version) {
        return format!("“{}”", plain::line(text));
    }
    let parts = version.changes.iter().map(|c| match c.kind {
        ChangeKind::Equal => plain::line(&c.text),
        ChangeKind::Delete => format!("{{{}}}", plain::line(&c.text)),
        ChangeKind::Insert => format!("[{}]", plain::line(&c.text)),
    });
    format!("“{}”", parts.collect::<Vec<_>>().join(" "))
}

/// Colours the marks of one line; a mark that runs over the end of a line stays uncolored there.
fn colored(line: &str, paint: Paint) -> String {
    if !paint.color {
        return line.to_string();
    }
    let mut out = String::new();
    let mut rest = line;
    while let Some(open) = rest.find(['{', '[']) {
        let (before, from) = rest.split_at(open);
        let (close, style) = if from.starts_with('{') {
            ('}', Style::Removed)
        } else {
            (']', Style::Added)
        };
        let Some(end) = from.find(close) else { break };
        out.push_str(before);
        out.push_str(&paint.paint(style, from.get(..=end).unwrap_or(from)));
        rest = from.get(end + 1..).unwrap_or("");
    }
    out + rest
}
