//! What an editor changed between two versions, for a person in a terminal and in Markdown.

use std::ops::Range;

use crate::model::EditKind;
use crate::render::labels::count;
use crate::render::plain;
use crate::render::terminal::Options;
use crate::render::terminal::paint::{Paint, Style, wrap};
use crate::render::view::minutes;
use crate::report::{EditEntry, EditReport, ExcerptEntry, VersionText};

/// The kinds of changes in the order in which a reader wants them, with their headings.
const HEADINGS: [(EditKind, &str); 6] = [
    (EditKind::Headline, "Headline"),
    (EditKind::Figure, "Figures and dates"),
    (EditKind::Quotation, "Quotations"),
    (EditKind::Name, "Names"),
    (EditKind::Sentence, "Sentences added and cut"),
    (EditKind::Wording, "Wording"),
];

/// Reworded sentences on the first screen; what is said there is seldom what a reader looks for first.
const REWORDED: usize = 3;

/// The changes as lines of at most `options.width` columns.
pub fn terminal(report: &EditReport, options: &Options) -> String {
    let paint = Paint {
        color: options.color,
    };
    let columns = options.columns();
    let mut out = vec![paint.paint(
        Style::Bold,
        &format!(
            "Two versions of one article: {}",
            plain::line(&report.outlet)
        ),
    )];
    for line in head(report) {
        out.extend(wrap(&line, columns, "", "    "));
    }
    for section in sections(report, options.all, paint) {
        out.push(String::new());
        out.push(paint.paint(Style::Bold, section.heading));
        for line in &section.lines {
            out.extend(wrap(line, columns, " ", "    "));
        }
        if section.hidden > 0 {
            let more = format!(" … {} more: --all", section.hidden);
            out.push(paint.paint(Style::Dim, &more));
        }
    }
    out.join("\n") + "\n"
}

/// The changes as one Markdown document.
pub fn markdown(report: &EditReport) -> String {
    let paint = Paint { color: false };
    let mut out = format!(
        "# Two versions of one article: {}\n\n",
        escaped(&report.outlet)
    );
    for line in head(report) {
        out.push_str(&format!("- {}\n", escaped(&line)));
    }
    for section in sections(report, true, paint) {
        out.push_str(&format!("\n## {}\n\n", section.heading));
        for line in &section.lines {
            out.push_str(&format!("- {}\n", escaped(line)));
        }
    }
    out
}

fn escaped(text: &str) -> String {
    super::markdown::words(text)
}

/// Which versions they are and how much of them is the same.
fn head(report: &EditReport) -> Vec<String> {
    let with = |is: &dyn Fn(&EditEntry) -> bool| report.edits.iter().filter(|e| is(e)).count();
    let edited = with(&|e| e.before.is_some() && e.after.is_some());
    let added = with(&|e| e.before.is_none());
    let cut = with(&|e| e.after.is_none());
    let same = report.unchanged;
    let same = count(same, "sentence");
    let mut lines = vec![
        format!("before: {}", version(&report.before)),
        format!("after:  {}", version(&report.after)),
        format!("{same} unchanged · {edited} edited · {added} added · {cut} cut"),
    ];
    if report.before.byline != report.after.byline {
        let names = |v: &VersionText| match v.byline.as_slice() {
            [] => "none".to_string(),
            names => plain::line(&names.join(", ")),
        };
        lines.push(format!(
            "byline: [{} → {}]",
            names(&report.before),
            names(&report.after)
        ));
    }
    lines
}

fn version(version: &VersionText) -> String {
    let when = version.updated.as_ref().or(version.published.as_ref());
    let when = when.map_or("no date".to_string(), |stamp| minutes(stamp));
    let sentences = count(version.sentences, "sentence");
    plain::line(&format!("{when} · {sentences} · {}", version.path))
}

/// One kind of change.
struct Section {
    heading: &'static str,
    lines: Vec<String>,
    /// How many are left out.
    hidden: usize,
}

fn sections(report: &EditReport, all: bool, paint: Paint) -> Vec<Section> {
    let text: Vec<char> = report.after.text.chars().collect();
    let mut found: Vec<Section> = HEADINGS
        .iter()
        .map(|&(kind, heading)| {
            let edits = report.edits.iter().filter(|e| e.kind == kind);
            let mut lines: Vec<String> = edits.map(|e| line(&text, e, paint)).collect();
            let most = if all || kind != EditKind::Wording {
                lines.len()
            } else {
                REWORDED
            };
            let hidden = lines.len().saturating_sub(most);
            lines.truncate(most);
            Section {
                heading,
                lines,
                hidden,
            }
        })
        .collect();
    // Only the headline comes before what the editor owns up to.
    let corrections = Section {
        heading: "Correction notices",
        lines: report.corrections.iter().map(|c| plain::line(c)).collect(),
        hidden: 0,
    };
    found.insert(1, corrections);
    found.retain(|s| !s.lines.is_empty());
    found
}

/// One change: the later sentence with the earlier words in brackets before the words that took their place.
fn line(text: &[char], edit: &EditEntry, paint: Paint) -> String {
    let id = &edit.id;
    match (&edit.before, &edit.after) {
        (Some(_), Some(after)) => format!("{id} {}", marked(text, edit, after, paint)),
        (Some(cut), None) => format!(
            "{id} − cut: {}",
            paint.paint(Style::Removed, &plain::line(&cut.text))
        ),
        (None, Some(added)) => format!(
            "{id} + added: {}",
            paint.paint(Style::Added, &plain::line(&added.text))
        ),
        (None, None) => id.clone(),
    }
}

fn marked(text: &[char], edit: &EditEntry, after: &ExcerptEntry, paint: Paint) -> String {
    let part = |range: Range<usize>| -> String {
        plain::inline(
            &text
                .get(range)
                .unwrap_or_default()
                .iter()
                .collect::<String>(),
        )
    };
    let mut out = String::new();
    let mut at = after.start;
    for change in &edit.words {
        out.push_str(&part(at..change.after.start));
        let old = paint.paint(Style::Removed, &plain::inline(&change.before.text));
        let new = paint.paint(Style::Added, &plain::inline(&change.after.text));
        out.push_str(&match (old.is_empty(), new.is_empty()) {
            (false, false) => format!("[{old} → {new}]"),
            (false, true) => format!("[− {old}] "),
            (true, _) => format!("[+ {new}]"),
        });
        at = change.after.end;
    }
    out + &part(at..after.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    fn report(before: &str, after: &str) -> EditReport {
        let document = |text: &str| crate::documented(Article::of_body(text));
        let (before, after) = (document(before), document(after));
        crate::report::edits(&before, &after, &crate::edits::between(&before, &after))
    }

    #[test]
    fn a_change_is_read_in_its_sentence() {
        let report = report(
            "The ferry sank on Monday. Rescuers found three bodies in the cold water near the pier.",
            "The ferry sank on Monday. Rescuers found at least four bodies in the water near the pier.",
        );
        let options = Options {
            width: 100,
            ..Options::default()
        };
        let text = terminal(&report, &options);
        assert!(
            text.contains(
                "e1 Rescuers found [three → at least four] bodies in the [− cold] water near the pier."
            ),
            "{text}"
        );
        assert!(
            text.contains("1 sentence unchanged · 1 edited · 0 added · 0 cut"),
            "{text}"
        );
        assert!(markdown(&report).contains("## Figures and dates"));
    }
}
