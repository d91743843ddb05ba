//! The verdict as workflow commands of GitHub Actions: an annotation at the file and line of everything that fails.

use super::{Options, failures, head, number, shown, summary};
use crate::check::verdict::{Checked, Place, Verdict};

/// The verdict as annotations, then the figures and a last line as a log.
pub fn write(verdict: &Verdict, _options: Options) -> String {
    let mut out: Vec<String> = verdict.fixtures.iter().flat_map(annotations).collect();
    for fixture in &verdict.fixtures {
        let score = fixture.score.iter().flat_map(|s| &s.figures);
        let figures: Vec<String> = score
            .map(|f| format!("{} {}", f.name, number(f.main())))
            .collect();
        if !figures.is_empty() {
            out.push(format!("{}: {}", logged(&fixture.path), figures.join(", ")));
        }
    }
    out.push(summary(verdict));
    out.join("\n") + "\n"
}

fn annotations(checked: &Checked) -> Vec<String> {
    let failures = failures(&checked.outcomes).map(|o| {
        let message = std::iter::once(&o.message)
            .chain(&o.lines)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n");
        annotation("error", o.place.as_ref(), &checked.path, &message)
    });
    let drift = shown(checked).map(|d| {
        let message = std::iter::once(head(&d.change))
            .chain(d.change.lines.iter().cloned())
            .collect::<Vec<_>>()
            .join("\n");
        annotation("error", d.place.as_ref(), &checked.path, &message)
    });
    let notes = checked
        .notes
        .iter()
        .map(|n| annotation("notice", None, &checked.path, n));
    failures.chain(drift).chain(notes).collect()
}

fn annotation(level: &str, place: Option<&Place>, fixture: &str, message: &str) -> String {
    let at = place
        .map(|p| format!("file={},line={},", property(&p.path), p.line))
        .unwrap_or_default();
    format!(
        "::{level} {at}title={}::{}",
        property(&format!("coverage check {fixture}")),
        data(message)
    )
}

/// The message of a command: what ends or starts one is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a command, which also ends at a colon or comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line of the log that is no command.
fn logged(text: &str) -> String {
    crate::render::plain::line(text).replacen("::", ": :", 1)
}
