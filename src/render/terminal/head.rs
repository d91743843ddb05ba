//! The head: what event, how many articles, which share copy; and the foot: what was skipped.

use super::paint::{Paint, Style, wrap};
use crate::model::{OriginKind, Severity};
use crate::render::labels::count;
use crate::render::plain;
use crate::render::view::View;
use crate::report::{OriginEntry, Report};

/// Lines of the head.
pub fn lines(view: &View, columns: usize, paint: Paint) -> Vec<String> {
    let report = view.report;
    let title = view
        .title()
        .map_or_else(String::new, |t| plain::line(t) + " · ");
    let date = report
        .event
        .date
        .as_deref()
        .map_or_else(String::new, |d| plain::line(d) + " · ");
    let counts = format!(
        "{}, {}",
        count(report.articles.len(), "article"),
        count(report.origins.len(), "origin")
    );
    let mut out: Vec<String> = wrap(&format!("{title}{date}{counts}"), columns, "", "  ");
    out.iter_mut()
        .for_each(|l| *l = paint.paint(Style::Bold, l));
    let (shared, single): (Vec<_>, Vec<_>) =
        report.origins.iter().partition(|o| o.articles.len() > 1);
    for origin in shared {
        let who: Vec<String> = origin.articles.iter().map(|a| view.short(a)).collect();
        out.extend(wrap(
            &format!("same copy{}: {}", of(origin), who.join(", ")),
            columns,
            "  ",
            "    ",
        ));
        let evidence: Vec<String> = origin.evidence.iter().map(|e| plain::line(e)).collect();
        let lines = wrap(&evidence.join(" "), columns, "    ", "    ");
        out.extend(
            lines
                .into_iter()
                .filter(|l| !l.trim().is_empty())
                .map(|l| paint.paint(Style::Dim, &l)),
        );
    }
    if !single.is_empty() {
        let who: Vec<String> = single
            .iter()
            .flat_map(|o| o.articles.first().map(|a| alone(view, o, a)))
            .collect();
        out.extend(wrap(
            &format!("on their own: {}", who.join(", ")),
            columns,
            "  ",
            "    ",
        ));
    }
    for version in view.versions() {
        let lines = wrap(&version, columns, "  ", "    ");
        out.extend(lines.into_iter().map(|l| paint.paint(Style::Dim, &l)));
    }
    let files = view.files();
    if !files.is_empty() {
        let lines = wrap(
            &format!("files: {}", files.join(", ")),
            columns,
            "  ",
            "    ",
        );
        out.extend(lines.into_iter().map(|l| paint.paint(Style::Dim, &l)));
    }
    out
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
    let mut notes = Vec::new();
    if origin.kind == OriginKind::Wire {
        notes.push(plain::line(&origin.name));
    }
    if let Some(a) = entry {
        if view.is_brief(a) {
            notes.push(format!("{} words", a.words));
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

/// What could not be used, in one paragraph.
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
    let lines = wrap(
        &format!("Skipped or repaired: {}", parts.join("; ")),
        columns,
        "",
        "  ",
    );
    lines
        .into_iter()
        .map(|l| paint.paint(Style::Dim, &l))
        .collect()
}
