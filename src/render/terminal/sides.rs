//! The sentences that report a fact: side by side where the terminal has room for it, one under the other where not.

use super::paint::{Paint, Style, pad, width, wrap};
use crate::render::details;
use crate::render::plain;
use crate::render::signs;
use crate::render::told;
use crate::render::view::View;
use crate::render::words;
use crate::report::FactEntry;

/// Least columns of one side: below it a sentence falls into scraps.
const SIDE: usize = 34;
/// Between two sides.
const GAP: &str = "  ";

/// One outlet's words with their place.
struct Side {
    place: String,
    words: String,
}

/// Lines for a fact that several articles report: where each says most of it, [what the row's own sentence lacks] in
/// brackets.
pub fn lines(view: &View, fact: &FactEntry, columns: usize, paint: Paint) -> Vec<String> {
    let mut out = head(fact, columns, paint);
    let sides = sides(view, fact);
    let room = columns.saturating_sub(4);
    let each = (room + GAP.len()) / sides.len().max(1);
    if each >= SIDE + GAP.len() {
        out.extend(beside(&sides, each - GAP.len(), paint));
    } else {
        out.extend(sides.iter().flat_map(|s| below(s, columns, paint)));
    }
    for lack in details::lacks_of_fact(view, fact) {
        let words: Vec<String> = lack
            .details
            .iter()
            .map(|(words, kind)| format!("“{words}” ({kind})"))
            .collect();
        let line = format!("not in {}: {}", lack.outlets.join(", "), words.join(", "));
        out.extend(
            wrap(&line, columns, "    ", "      ")
                .iter()
                .map(|l| paint.paint(Style::Dim, l)),
        );
    }
    out
}

/// Lines for a fact alone: what each article does with it, and the sentence that shows it.
pub fn alone(view: &View, fact: &FactEntry, columns: usize, paint: Paint) -> Vec<String> {
    let mut out = head(fact, columns, paint);
    for told in told::row(view, fact) {
        let words = match told.sentence {
            Some(sentence) => plain::line(sentence),
            None => told.meaning.to_string(),
        };
        let side = Side {
            place: format!("{} {}", told.sign, told.place),
            words,
        };
        out.extend(below(&side, columns, paint));
    }
    out
}

fn head(fact: &FactEntry, columns: usize, paint: Paint) -> Vec<String> {
    let tag = format!("[{}]", fact.id);
    let statement = format!("{tag} {}", plain::line(&fact.statement));
    let mut out = wrap(&statement, columns, "", "    ");
    if let Some(first) = out.first_mut() {
        *first = first.replacen(&tag, &paint.paint(Style::Dim, &tag), 1);
    }
    out
}

fn sides(view: &View, fact: &FactEntry) -> Vec<Side> {
    let columns = view.columns();
    let told = columns.iter().filter(|a| fact.support.contains_key(&a.id));
    let places: Vec<&str> = told
        .filter_map(|a| told::nearest(view, fact, &a.id))
        .collect();
    let sign = |id: &str| {
        let article = view.sentence(id).map(|(article, _)| article);
        article.map_or("", |a| signs::sign(view.cell(fact, &a.id)))
    };
    let text = |id: &str| {
        view.sentence(id)
            .map(|(_, s)| s.text.as_str())
            .unwrap_or_default()
    };
    let reference = fact.home.sentence.as_str();
    let side = |id: &&str| Side {
        place: format!("{} {}", sign(id), view.place(id)),
        words: marked(text(reference), text(id), *id == reference),
    };
    places.iter().map(side).collect()
}

/// A sentence with the words that the reference lacks in brackets; another wording stays unmarked.
fn marked(reference: &str, text: &str, is_reference: bool) -> String {
    let own = if is_reference {
        None
    } else {
        words::own(reference, text)
    };
    let marks: Vec<_> = own
        .into_iter()
        .flatten()
        .map(|range| (range, words::Mark::Own))
        .collect();
    let parts = words::pieces(text, &marks).into_iter();
    let bracketed = parts.map(|p| {
        if p.mark.is_some() {
            format!("[{}]", p.text)
        } else {
            p.text
        }
    });
    plain::line(&bracketed.collect::<String>())
}

fn beside(sides: &[Side], each: usize, paint: Paint) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = sides
        .iter()
        .map(|s| {
            wrap(&s.place, each, "", "")
                .into_iter()
                .take(1)
                .chain(wrap(&s.words, each, "", ""))
                .collect()
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |row: usize| {
        let cell = |lines: &Vec<String>| {
            let words = lines.get(row).map(String::as_str).unwrap_or_default();
            let fill = " ".repeat(each.saturating_sub(width(words)));
            if row == 0 {
                paint.paint(Style::Dim, &pad(words, each))
            } else {
                words.to_string() + &fill
            }
        };
        let cells: Vec<String> = wrapped.iter().map(cell).collect();
        format!("    {}", cells.join(GAP)).trim_end().to_string()
    };
    (0..height).map(line).collect()
}

fn below(side: &Side, columns: usize, paint: Paint) -> Vec<String> {
    let mut lines = wrap(
        &format!("{}  {}", side.place, side.words),
        columns,
        "    ",
        "      ",
    );
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(&side.place, &paint.paint(Style::Dim, &side.place), 1);
    }
    lines
}
