//! The verdict in Markdown, for a job summary or a comment: a table of figures, then what fails.

use super::{Options, failures, head, miss, number, place, shown, sign, state, summary};
use crate::check::figures::Figure;
use crate::check::verdict::{Checked, Drift, State, Verdict};
use crate::render::plain;

/// The verdict as one document.
pub fn write(verdict: &Verdict, options: Options) -> String {
    let mut out = vec![
        format!("## coverage check: {}", words(&summary(verdict))),
        String::new(),
    ];
    for fixture in &verdict.fixtures {
        out.extend(self::fixture(fixture, options));
    }
    let mean = verdict.mean();
    if !mean.is_empty() {
        out.extend(["### Mean".to_string(), String::new()]);
        out.extend(figures(&mean));
    }
    out.extend(
        verdict
            .skipped
            .iter()
            .map(|path| format!("- skipped: {}", words(path))),
    );
    out.join("\n").trim_end().to_string() + "\n"
}

fn fixture(checked: &Checked, options: Options) -> Vec<String> {
    let mark = if checked.state() == State::Holds {
        "✓"
    } else {
        "✗"
    };
    let mut out = vec![
        format!(
            "### {mark} {} {}",
            state(checked.state()),
            words(&checked.path)
        ),
        String::new(),
    ];
    for outcome in failures(&checked.outcomes) {
        let at = outcome
            .place
            .as_ref()
            .map(|p| format!(" ({})", words(&place(p))))
            .unwrap_or_default();
        out.push(format!("- {}{at}", words(&outcome.message)));
        out.extend(outcome.lines.iter().map(|l| format!("  - {}", words(l))));
    }
    out.extend(
        checked
            .notes
            .iter()
            .map(|n| format!("- note: {}", words(n))),
    );
    if !out.last().is_some_and(String::is_empty) {
        out.push(String::new());
    }
    if !checked.drift.is_empty() {
        out.extend(["```diff".to_string()]);
        out.extend(shown(checked).flat_map(drift));
        out.extend(["```".to_string(), String::new()]);
    }
    if let Some(score) = &checked.score {
        out.extend(figures(&score.figures));
        if options.errors {
            out.extend(
                score
                    .misses
                    .iter()
                    .map(|m| format!("- {} {}: {}", m.figure, m.fault, words(&miss(m)))),
            );
            out.push(String::new());
        }
    }
    out
}

fn figures(figures: &[Figure]) -> Vec<String> {
    let row = |f: &Figure| {
        let numbers = [f.precision, f.recall, f.main()].map(number);
        format!(
            "| {} | {} | {} |",
            f.name.replace('_', " "),
            numbers.join(" | "),
            f.gold
        )
    };
    let mut out = vec![
        "| metric | P | R | F1 or value | gold |".to_string(),
        "| --- | ---: | ---: | ---: | ---: |".to_string(),
    ];
    out.extend(figures.iter().map(row));
    out.push(String::new());
    out
}

/// Lines of a diff; a fence inside an article's words cannot end the block, for no line of it begins with one.
fn drift(Drift { change, .. }: &Drift) -> Vec<String> {
    let head = format!("@@ {} {}", sign(change.kind), head(change));
    let line = |l: &String| {
        format!(
            "{} {}",
            l.get(..1).unwrap_or_default(),
            plain::line(l.get(1..).unwrap_or_default())
        )
    };
    std::iter::once(head)
        .chain(change.lines.iter().map(line))
        .collect()
}

/// Words of an article as words: nothing in them is markup, a link, a mention or HTML.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain::line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '@' | '~' | '$' | '!' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out.replace("://", ":\u{200b}//")
}
