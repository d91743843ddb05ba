//! The report for a person in a terminal: the event, then what stands out, then the matrix, then what to type next.

mod base;
mod findings;
mod framings;
mod head;
mod matrix;
mod openings;
pub mod paint;
mod sides;
mod utterances;

use crate::render::labels::count;
use crate::render::nothing::nothing;
use crate::render::view::View;
use crate::render::{plain, shares, wording};
use paint::{Paint, Style, wrap};

use crate::report::{FactEntry, FindingEntry, Report};

/// How the terminal looks, and what was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Columns.
    pub width: usize,
    /// Whether escape codes for color may be used.
    pub color: bool,
    /// Everything instead of the first screen.
    pub all: bool,
}

impl Options {
    /// Columns of a line.
    pub fn columns(&self) -> usize {
        self.width.clamp(WIDTH.0, WIDTH.1)
    }
}

/// Narrowest and widest lines; wider ones are hard to read.
const WIDTH: (usize, usize) = (40, 300);
/// Findings on the first screen at most; only those of rules whose record is good enough for it.
const FINDINGS: usize = 8;
/// Findings on the first screen even where there is no room for more.
const LEAST: usize = 3;
/// Lines of a first screen, where head and matrix leave room for it.
const SCREEN: usize = 30;

/// The report as lines of at most `options.width` columns.
pub fn write(report: &Report, options: &Options) -> String {
    let view = View::new(report);
    let paint = Paint {
        color: options.color,
    };
    let columns = options.columns();
    let mut out = head::lines(&view, columns, paint, options.all);
    for group in crate::render::base::groups(&view, options.all) {
        section(&mut out, base::lines(&group, columns, paint));
    }
    let (mut matrix, facts) = matrix(&view, columns, paint, options.all);
    if report.base.is_some() && !options.all {
        // The lists against the base say what its first rows would.
        matrix.clear();
    }
    // Two headings or blank lines around the findings, one before the matrix, two around the last line.
    let room = SCREEN.saturating_sub(out.len() + matrix.len() + 5);
    let (found, findings) = standing_out(&view, columns, paint, options, room);
    section(&mut out, found);
    section(&mut out, matrix);
    if options.all {
        section(&mut out, side_by_side(&view, columns, paint));
        section(
            &mut out,
            every(&report.utterances, "Quotes", paint, |u| {
                utterances::lines(&view, u, columns, paint)
            }),
        );
        if report.selection.is_none() {
            section(&mut out, voices(report, columns, paint));
        }
        section(
            &mut out,
            every(&report.framings, "Framings", paint, |f| {
                framings::lines(&view, f, columns, paint)
            }),
        );
        for group in wording::groups(&view) {
            let lines = group
                .lines
                .iter()
                .flat_map(|line| paint::wrap(line, columns, "", "    "));
            let title = paint::wrap(group.title, columns, "", "")
                .into_iter()
                .map(|t| paint.paint(Style::Bold, &t));
            section(&mut out, title.chain(lines).collect());
        }
    }
    section(&mut out, head::skipped(report, columns, paint));
    if !options.all {
        section(&mut out, next(report, facts, findings, columns, paint));
    }
    out.join("\n") + "\n"
}

/// One finding with everything that proves it, as lines of at most `options.width` columns.
pub fn finding(report: &Report, finding: &FindingEntry, options: &Options) -> String {
    let view = View::new(report);
    let paint = Paint {
        color: options.color,
    };
    let columns = options.columns();
    findings::alone(&view, finding, columns, paint).join("\n") + "\n"
}

/// One row of the matrix with the sentences that show it, as lines of at most `options.width` columns.
pub fn fact(report: &Report, fact: &FactEntry, options: &Options) -> String {
    let view = View::new(report);
    let paint = Paint {
        color: options.color,
    };
    sides::alone(&view, fact, options.columns(), paint).join("\n") + "\n"
}

/// What to type for more, and how much there is.
fn next(
    report: &Report,
    facts: usize,
    findings: usize,
    columns: usize,
    paint: Paint,
) -> Vec<String> {
    let mut more: Vec<String> = Vec::new();
    if facts > 0 {
        more.push(count(facts, "more fact"));
    }
    if findings > 0 {
        let left = report.findings.iter().rev().take(findings);
        let noun = match left.into_iter().any(|f| f.first_screen) {
            true => "more finding",
            false => "less certain finding",
        };
        more.push(count(findings, noun));
    }
    if !report.categories.is_empty() {
        more.push("counts of your categories".to_string());
    }
    if more.is_empty() && report.selection.is_none() {
        more.push("quotes and framings".to_string());
    }
    let all = match more.as_slice() {
        [] => String::new(),
        more => format!("--all ({}) · ", more.join(", ")),
    };
    let row = match report.facts.iter().find(|f| f.first_screen) {
        Some(fact) if report.base.is_none() => {
            format!("--finding {} (a row’s sentences) · ", fact.id)
        }
        _ => String::new(),
    };
    let line = format!("More: {all}{row}-o report.html (web page)");
    wrap(&line, columns, "", "  ")
        .into_iter()
        .map(|l| paint.paint(Style::Dim, &l))
        .collect()
}

/// How much of each article is whose words.
fn voices(report: &Report, columns: usize, paint: Paint) -> Vec<String> {
    let told = report
        .articles
        .iter()
        .filter(|a| !a.voices.speakers.is_empty());
    let lines: Vec<String> = told
        .flat_map(|a| {
            let line = format!(
                "{}: {}",
                plain::line(&a.outlet),
                shares::shares_of_speakers(&a.voices)
            );
            paint::wrap(&line, columns, "", "    ")
        })
        .collect();
    if lines.is_empty() {
        return lines;
    }
    std::iter::once(paint.paint(Style::Bold, "Voices"))
        .chain(lines)
        .collect()
}

fn section(out: &mut Vec<String>, lines: Vec<String>) {
    if !lines.is_empty() {
        out.push(String::new());
        out.extend(lines);
    }
}

/// The matrix, and how many facts are not in it.
fn matrix(view: &View, columns: usize, paint: Paint, all: bool) -> (Vec<String>, usize) {
    let facts = &view.report.facts;
    let chosen: Vec<&FactEntry> = facts.iter().filter(|f| all || f.first_screen).collect();
    let rest = facts.len() - chosen.len();
    let lines = match (chosen.is_empty(), rest) {
        (true, 0) => Vec::new(),
        (true, _) if view.report.selection.is_some() => Vec::new(),
        (true, _) => {
            let none = "No fact is certain enough to show here.";
            wrap(none, columns, "", "")
        }
        (false, _) => matrix::lines(view, &chosen, columns, paint, all),
    };
    (lines, rest)
}

/// The sentences of every fact that several articles report.
fn side_by_side(view: &View, columns: usize, paint: Paint) -> Vec<String> {
    let facts = view.report.facts.iter();
    let shared: Vec<&FactEntry> = facts.filter(|f| view.told_by(f) > 1).collect();
    every(&shared, "Facts in several articles", paint, |f| {
        sides::lines(view, f, columns, paint)
    })
}

/// The findings, as many as fit on the first screen, and how many are left.
fn standing_out(
    view: &View,
    columns: usize,
    paint: Paint,
    options: &Options,
    room: usize,
) -> (Vec<String>, usize) {
    let findings = &view.report.findings;
    if findings.is_empty() {
        return (wrap(&nothing(view.report), columns, "", ""), 0);
    }
    let mut out = vec![paint.paint(Style::Bold, "What stands out")];
    let mut shown = 0;
    let may_show = |f: &&FindingEntry| options.all || f.first_screen;
    for finding in findings.iter().take_while(may_show) {
        let lines = findings::lines(view, finding, columns, paint, options.all);
        let is_full = shown == FINDINGS || shown >= LEAST && out.len() + lines.len() > room;
        if !options.all && is_full {
            break;
        }
        out.extend(lines);
        shown += 1;
    }
    if shown == 0 {
        let none = "No finding is certain enough to show here.";
        out.extend(wrap(none, columns, "", ""));
    }
    (out, findings.len() - shown)
}

fn every<T>(
    items: &[T],
    title: &str,
    paint: Paint,
    lines: impl Fn(&T) -> Vec<String>,
) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut out = vec![paint.paint(Style::Bold, title)];
    for item in items {
        out.extend(lines(item));
    }
    out
}
