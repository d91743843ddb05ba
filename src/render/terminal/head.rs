//! The head: what event, how many articles, which share copy; and the foot: what was skipped.

use super::findings::head_words;
use super::paint::{Paint, Style, width, wrap};
use crate::model::{OriginKind, Severity};
use crate::render::labels::count;
use crate::render::view::View;
use crate::render::{nothing, plain};
use crate::report::{OriginEntry, Report};

/// Least columns of a title beside the day and the number of articles; with less it is printed whole.
const TITLE: usize = 24;

/// Lines of the head: the event on one line, cut where not `all` is wanted, and which articles share copy.
pub fn lines(view: &View, columns: usize, paint: Paint, all: bool) -> Vec<String> {
    let report = view.report;
    let mut out: Vec<String> = event(view, columns, all);
    out.iter_mut()
        .for_each(|l| *l = paint.paint(Style::Bold, l));
    let (shared, single): (Vec<_>, Vec<_>) =
        report.origins.iter().partition(|o| o.articles.len() > 1);
    for origin in shared {
        let who: Vec<String> = origin.articles.iter().map(|a| view.dated(a)).collect();
        out.extend(wrap(
            &format!("same copy{}: {}", of(origin), who.join(", ")),
            columns,
            "  ",
            "    ",
        ));
        if all {
            let evidence: Vec<String> = origin.evidence.iter().map(|e| plain::line(e)).collect();
            out.extend(dim(&evidence.join(" "), columns, "    ", paint));
        }
    }
    if !single.is_empty() {
        let who: Vec<String> = single
            .iter()
            .flat_map(|o| o.articles.first().map(|a| alone(view, o, a)))
            .collect();
        let line = format!("no shared copy found: {}", who.join(", "));
        out.extend(wrap(&line, columns, "  ", "    "));
    }
    if let Some(base) = &report.base {
        let line = format!("everything compared with: {}", view.outlet(base));
        out.extend(wrap(&line, columns, "  ", "    "));
    }
    if let Some(asked) = nothing::asked(report) {
        out.extend(wrap(&asked, columns, "  ", "    "));
    }
    for version in view.versions() {
        out.extend(dim(&version, columns, "  ", paint));
    }
    let files = view.files();
    if !files.is_empty() {
        let line = format!("names made up for this report: {}", files.join(", "));
        out.extend(dim(&line, columns, "  ", paint));
    }
    out
}

/// Title, day and numbers; of a long title the first words.
fn event(view: &View, columns: usize, all: bool) -> Vec<String> {
    let report = view.report;
    let mut rest: Vec<String> = report
        .event
        .date
        .as_deref()
        .map(plain::line)
        .into_iter()
        .collect();
    let articles = count(report.articles.len(), "article");
    rest.push(match report.origins.len() {
        origins if origins < report.articles.len() => {
            format!("{articles}, {}", count(origins, "origin"))
        }
        _ => articles,
    });
    let rest = rest.join(" · ");
    let Some(title) = view.title().map(plain::line) else {
        return wrap(&rest, columns, "", "  ");
    };
    let room = columns.saturating_sub(width(&rest) + 3);
    let title = if all || room < TITLE {
        title
    } else {
        head_words(&title, room)
    };
    wrap(&format!("{title} · {rest}"), columns, "", "  ")
}

/// Lines that matter less.
fn dim(words: &str, columns: usize, indent: &str, paint: Paint) -> Vec<String> {
    let lines = wrap(words, columns, indent, "    ").into_iter();
    lines
        .filter(|l| !l.trim().is_empty())
        .map(|l| paint.paint(Style::Dim, &l))
        .collect()
}

fn of(origin: &OriginEntry) -> String {
    match origin.kind {
        OriginKind::Wire | OriginKind::Release => format!(" ({})", plain::line(&origin.name)),
        OriginKind::Outlet | OriginKind::Independent => String::new(),
    }
}

/// An outlet that shares copy with nobody, with the agency it credits and why it may lack much.
fn alone(view: &View, origin: &OriginEntry, article: &str) -> String {
    let entry = view.report.articles.iter().find(|a| a.id == article);
    let mut notes: Vec<String> = view.day(article).into_iter().collect();
    let agency = plain::line(&origin.name);
    if origin.kind == OriginKind::Wire && entry.is_some_and(|a| plain::line(&a.outlet) != agency) {
        notes.push(format!("credits {agency}"));
    }
    if let Some(a) = entry {
        if view.is_brief(a) {
            notes.push(format!("brief, {} words", a.words));
        }
        notes.extend(a.out_of_scope.as_deref().map(plain::line));
    }
    let name = view.short(article);
    if notes.is_empty() {
        name
    } else {
        format!("{name} ({})", notes.join(", "))
    }
}

/// What could not be used or had to be repaired, in one paragraph.
pub fn skipped(report: &Report, columns: usize, paint: Paint) -> Vec<String> {
    let trouble = report
        .diagnostics
        .iter()
        .filter(|d| d.severity != Severity::Info);
    let parts: Vec<String> = trouble
        .map(|d| format!("{} ({})", plain::line(&d.path), plain::line(&d.message)))
        .collect();
    if parts.is_empty() {
        return Vec::new();
    }
    dim(
        &format!("Input problems: {}", parts.join("; ")),
        columns,
        "",
        paint,
    )
}
