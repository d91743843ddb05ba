//! Headlines and first sentences, one article under the other.

use super::findings::head_words;
use super::paint::{Paint, Style, fit, pad, width, wrap};
use crate::render::openings::{self, Opening};
use crate::render::view::View;

/// Columns before a line.
const INDENT: &str = "    ";
/// Least columns for the words beside a name.
const WORDS: usize = 24;

/// One line per article with its headline, cut where it is long; with `all` headlines and first sentences whole.
pub fn lines(
    view: &View,
    openings: &[Opening],
    columns: usize,
    paint: Paint,
    all: bool,
) -> Vec<String> {
    let labels = openings::labels(view, openings);
    let longest = labels.iter().map(|l| width(l)).max().unwrap_or(0);
    let beside = longest.min(columns.saturating_sub(INDENT.len() + WORDS + 4));
    let both = openings.iter().zip(&labels);
    both.flat_map(|(opening, label)| {
        if all {
            whole(opening, label, columns, paint)
        } else {
            first(opening, label, columns, beside, paint)
        }
    })
    .collect()
}

fn first(
    opening: &Opening,
    label: &str,
    columns: usize,
    beside: usize,
    paint: Paint,
) -> Vec<String> {
    let label = pad(label, beside);
    let room = columns.saturating_sub(INDENT.len() + beside + 4);
    let words = opening.first().unwrap_or_default();
    let words = match head_words(&words, room) {
        none if none.is_empty() => fit(&words, room),
        some => some,
    };
    vec![format!(
        "{INDENT}{}  “{words}”",
        paint.paint(Style::Dim, &label)
    )]
}

fn whole(opening: &Opening, label: &str, columns: usize, paint: Paint) -> Vec<String> {
    let line = format!("{label}  {}", opening.whole());
    let mut lines = wrap(&line, columns, INDENT, "      ");
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(label, &paint.paint(Style::Dim, label), 1);
    }
    lines
}
