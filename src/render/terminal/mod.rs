//! The report for a person in a terminal: origins before counts, the matrix before the prose, then what stands out.

mod findings;
mod framings;
mod head;
mod matrix;
pub mod paint;
mod sides;
mod utterances;

use crate::render::labels::count;
use crate::render::view::View;
use crate::render::{plain, shares, wording};
use paint::{Paint, Style, wrap};

use crate::report::{FactEntry, Report};

/// How the terminal looks.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns.
    pub width: usize,
    /// Whether escape codes for colour may be used.
    pub color: bool,
    /// Everything instead of the first screen.
    pub all: bool,
}

/// Narrowest and widest lines; wider ones are hard to read.
const WIDTH: (usize, usize) = (40, 300);
/// Findings on the first screen at most; only those of rules whose record is good enough for it.
const FINDINGS: usize = 8;

/// The report as lines of at most `options.width` columns.
pub fn write(report: &Report, options: &Options) -> String {
    let view = View::new(report);
    let paint = Paint {
        color: options.color,
    };
    let columns = options.width.clamp(WIDTH.0, WIDTH.1);
    let mut out = head::lines(&view, columns, paint);
    section(&mut out, matrix(&view, columns, paint, options.all));
    section(&mut out, standing_out(&view, columns, paint, options.all));
    if options.all {
        section(&mut out, side_by_side(&view, columns, paint));
        section(
            &mut out,
            every(&report.utterances, "Quotes", paint, |u| {
                utterances::lines(&view, u, columns, paint)
            }),
        );
        section(&mut out, voices(report, columns, paint));
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
    out.join("\n") + "\n"
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

fn matrix(view: &View, columns: usize, paint: Paint, all: bool) -> Vec<String> {
    let facts = &view.report.facts;
    let chosen: Vec<&FactEntry> = facts.iter().filter(|f| all || f.first_screen).collect();
    let mut out = if chosen.is_empty() {
        Vec::new()
    } else {
        matrix::lines(view, &chosen, columns, paint)
    };
    let rest = facts.len() - chosen.len();
    if rest > 0 {
        let more = match chosen.is_empty() {
            true => format!("No fact is sure enough in every article; all {rest}: --all"),
            false => format!("{rest} more facts: --all"),
        };
        out.push(paint.paint(Style::Dim, &more));
    }
    out
}

/// The sentences of every fact that several articles tell.
fn side_by_side(view: &View, columns: usize, paint: Paint) -> Vec<String> {
    let shared = view
        .report
        .facts
        .iter()
        .enumerate()
        .filter(|(_, f)| f.support.len() > 1);
    let lines: Vec<String> = shared
        .flat_map(|(i, f)| sides::lines(view, i + 1, f, columns, paint))
        .collect();
    if lines.is_empty() {
        lines
    } else {
        [
            vec![paint.paint(Style::Bold, "Facts told by several")],
            lines,
        ]
        .concat()
    }
}

fn standing_out(view: &View, columns: usize, paint: Paint, all: bool) -> Vec<String> {
    let findings = &view.report.findings;
    if findings.is_empty() {
        return Vec::new();
    }
    let sure = findings.iter().filter(|f| f.first_screen).count();
    let shown = if all {
        findings.len()
    } else {
        FINDINGS.min(sure)
    };
    let mut out = vec![paint.paint(Style::Bold, "What stands out")];
    for (i, finding) in findings.iter().take(shown).enumerate() {
        out.extend(findings::lines(view, i + 1, finding, columns, paint));
    }
    let rest = findings.len() - shown;
    if rest > 0 {
        let hint = format!(
            " …  {}, with quotes and framings: --all · a page to open: -o report.html",
            count(
                rest,
                if sure > shown {
                    "more finding"
                } else {
                    "less certain finding"
                }
            )
        );
        out.extend(
            wrap(&hint, columns, "", "    ")
                .into_iter()
                .map(|l| paint.paint(Style::Dim, &l)),
        );
    }
    out
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
