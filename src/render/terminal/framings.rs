//! Framings as contrasts: who says it in which words.

use super::paint::{Paint, Style, wrap};
use crate::model::Dimension;
use crate::render::plain;
use crate::render::view::View;
use crate::report::FramingEntry;

/// Lines for one framing.
pub fn lines(view: &View, framing: &FramingEntry, columns: usize, paint: Paint) -> Vec<String> {
    let note = plain::line(&framing.note);
    // The openings themselves follow, one article under the other.
    let note = match (framing.dimension, note.split_once(". ")) {
        (Dimension::Headline | Dimension::Lead, Some((title, _))) => format!("{title}."),
        _ => note,
    };
    let mut out = wrap(&note, columns, "", "  ");
    for (article, terms) in &framing.per_source {
        let words: Vec<String> = terms
            .iter()
            .map(|t| format!("“{}”", plain::line(&t.term)))
            .collect();
        let place = terms
            .first()
            .map_or_else(|| view.short(article), |t| view.place(&t.sentence));
        let line = format!("{place}  {}", words.join(", "));
        out.extend(
            wrap(&line, columns, "    ", "      ")
                .into_iter()
                .map(|l| paint.paint(Style::Dim, &l)),
        );
    }
    out
}
