//! The verdict as JUnit XML, as CI systems read it: a suite per fixture, a case per expectation.
//!
//! `failure` is for what drifted or is below a limit, `error` for what cannot be used. There are no times: the same
//! input gives the same bytes.

use super::{Options, head, miss, place, shown, sign};
use crate::check::verdict::{Checked, Outcome, State, Verdict};

/// The verdict as XML.
pub fn write(verdict: &Verdict, options: Options) -> String {
    let cases: usize = verdict
        .fixtures
        .iter()
        .map(|f| f.outcomes.len().max(1))
        .sum();
    let mut out = vec![
        r#"<?xml version="1.0" encoding="UTF-8"?>"#.to_string(),
        format!(
            r#"<testsuites name="coverage check" tests="{}" failures="{}" errors="{}" skipped="{}">"#,
            cases + verdict.skipped.len(),
            count(&verdict.fixtures, State::Fails),
            count(&verdict.fixtures, State::Unusable),
            verdict.skipped.len()
        ),
    ];
    for fixture in &verdict.fixtures {
        out.extend(suite(fixture, options));
    }
    for path in &verdict.skipped {
        out.push(format!(
            r#"  <testsuite name="{0}" tests="1" failures="0" errors="0" skipped="1">"#,
            escaped(path)
        ));
        out.push(format!(
            r#"    <testcase classname="{}" name="fixture"><skipped/></testcase>"#,
            escaped(path)
        ));
        out.push("  </testsuite>".to_string());
    }
    out.push("</testsuites>".to_string());
    out.join("\n") + "\n"
}

fn count<'a>(fixtures: impl IntoIterator<Item = &'a Checked>, state: State) -> usize {
    fixtures
        .into_iter()
        .flat_map(|f| &f.outcomes)
        .filter(|o| o.state == state)
        .count()
}

fn suite(checked: &Checked, options: Options) -> Vec<String> {
    let path = escaped(&checked.path);
    let mut out = vec![format!(
        r#"  <testsuite name="{path}" tests="{}" failures="{}" errors="{}" skipped="0">"#,
        checked.outcomes.len().max(1),
        count([checked], State::Fails),
        count([checked], State::Unusable)
    )];
    if let Some(score) = &checked.score {
        out.push("    <properties>".to_string());
        for figure in &score.figures {
            let parts = [
                ("precision", figure.precision),
                ("recall", figure.recall),
                ("f1", figure.f1),
                ("value", figure.value),
            ];
            for (part, value) in parts.into_iter().filter_map(|(part, v)| Some((part, v?))) {
                out.push(format!(
                    r#"      <property name="{}.{part}" value="{value:.3}"/>"#,
                    figure.name
                ));
            }
        }
        out.push("    </properties>".to_string());
    }
    // A fixture that only measures still is a case, so that no suite is empty.
    if checked.outcomes.is_empty() {
        out.push(format!(
            r#"    <testcase classname="{path}" name="measured"/>"#
        ));
    }
    out.extend(checked.outcomes.iter().map(|o| case(checked, o)));
    let misses = checked
        .score
        .iter()
        .flat_map(|s| &s.misses)
        .filter(|_| options.errors);
    let said: Vec<String> = misses
        .map(|m| format!("{} {}: {}", m.figure, m.fault, miss(m)))
        .collect();
    let notes: Vec<String> = checked.notes.iter().cloned().chain(said).collect();
    if !notes.is_empty() {
        out.push(format!(
            "    <system-out>{}</system-out>",
            escaped(&notes.join("\n"))
        ));
    }
    out.push("  </testsuite>".to_string());
    out
}

fn case(checked: &Checked, outcome: &Outcome) -> String {
    let at = outcome.place.as_ref();
    let file = at
        .map(|p| format!(r#" file="{}" line="{}""#, escaped(&p.path), p.line))
        .unwrap_or_default();
    let open = format!(
        r#"    <testcase classname="{}" name="{}"{file}"#,
        escaped(&checked.path),
        escaped(&outcome.name)
    );
    let (tag, kind) = match outcome.state {
        State::Holds => return open + "/>",
        State::Fails => ("failure", "drift"),
        State::Unusable => ("error", "unusable"),
    };
    let mut lines: Vec<String> = at
        .map(place)
        .into_iter()
        .chain(outcome.lines.iter().cloned())
        .collect();
    if outcome.name == "snapshot" {
        lines.extend(shown(checked).flat_map(drift));
    }
    let message = escaped(&outcome.message);
    format!(
        "{open}>\n      <{tag} type=\"{kind}\" message=\"{message}\">{}</{tag}>\n    </testcase>",
        escaped(&lines.join("\n"))
    )
}

fn drift(drift: &crate::check::verdict::Drift) -> Vec<String> {
    let change = &drift.change;
    let head = format!("{} {}", sign(change.kind), head(change));
    std::iter::once(head)
        .chain(change.lines.iter().map(|l| format!("    {l}")))
        .collect()
}

/// Escaped for XML 1.0, which has no way to write most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
