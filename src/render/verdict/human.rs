//! The verdict for a person: every fixture with its figures, then what fails, and a last line that says it all.

use super::{Options, failures, head, miss, number, place, shown, sign, state, summary};
use crate::check::figures::{Bin, Figure, Score};
use crate::check::verdict::{Checked, Drift, State, Verdict};
use crate::render::plain;

/// The verdict as text.
pub fn write(verdict: &Verdict, options: Options) -> String {
    let mut out: Vec<String> = Vec::new();
    for fixture in &verdict.fixtures {
        out.extend(self::fixture(fixture, options));
        out.push(String::new());
    }
    let mean = verdict.mean();
    if !mean.is_empty() {
        out.push("mean over fixtures that have the metric".to_string());
        out.extend(figures(&mean));
        out.push(String::new());
    }
    out.extend(
        verdict
            .skipped
            .iter()
            .map(|path| format!("SKIP {}", plain::line(path))),
    );
    out.push(paint(verdict.state(), &summary(verdict), options));
    out.join("\n") + "\n"
}

fn paint(state: State, text: &str, options: Options) -> String {
    let code = if state == State::Holds { "32" } else { "31" };
    colored(code, text, options)
}

fn colored(code: &str, text: &str, options: Options) -> String {
    if options.color {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_string()
    }
}

fn fixture(checked: &Checked, options: Options) -> Vec<String> {
    let head = format!("{} {}", state(checked.state()), plain::line(&checked.path));
    let mut out = vec![paint(checked.state(), &head, options)];
    let held = checked
        .outcomes
        .iter()
        .filter(|o| o.state == State::Holds)
        .count();
    if held > 0 {
        out.push(format!(
            "  {held} of {} expectations met",
            checked.outcomes.len()
        ));
    }
    out.extend(
        checked
            .notes
            .iter()
            .map(|n| format!("  note: {}", plain::line(n))),
    );
    if let Some(score) = &checked.score {
        out.extend(figures(&score.figures));
        if options.errors {
            out.extend(bins(&score.calibration));
            out.extend(misses(score));
        }
    }
    for outcome in failures(&checked.outcomes) {
        let at = outcome
            .place
            .as_ref()
            .map(|p| format!("{}: ", plain::line(&place(p))))
            .unwrap_or_default();
        out.push(paint(
            outcome.state,
            &format!("  {at}{}", plain::line(&outcome.message)),
            options,
        ));
        out.extend(
            outcome
                .lines
                .iter()
                .map(|l| format!("    {}", plain::line(l))),
        );
    }
    out.extend(shown(checked).flat_map(|d| drift(d, options)));
    out
}

fn drift(Drift { change, place: at }: &Drift, options: Options) -> Vec<String> {
    let at = at
        .as_ref()
        .map(|p| format!("  ({})", plain::line(&place(p))))
        .unwrap_or_default();
    let head = format!("    {} {}{at}", sign(change.kind), head(change));
    let line = |l: &String| {
        let text = format!(
            "      {} {}",
            l.get(..1).unwrap_or_default(),
            plain::line(l.get(1..).unwrap_or_default())
        );
        match l.chars().next() {
            Some('+') => colored("32", &text, options),
            Some('-') => colored("31", &text, options),
            _ => text,
        }
    };
    std::iter::once(head)
        .chain(change.lines.iter().map(line))
        .collect()
}

fn figures(figures: &[Figure]) -> Vec<String> {
    let row = |f: &Figure| match f.value.is_some() || f.f1.is_none() {
        true => format!(
            "    {:20}                    {:>5}   {} judged",
            f.name,
            number(f.value),
            f.gold
        ),
        false => format!(
            "    {:20} {:>5}  {:>5}   {:>5}   {} / {}",
            f.name,
            number(f.precision),
            number(f.recall),
            number(f.f1),
            f.found,
            f.gold
        ),
    };
    let head = format!(
        "    {:20} {:>5}  {:>5}   {:>5}   found / in gold",
        "", "P", "R", "F1"
    );
    std::iter::once(head)
        .chain(figures.iter().map(row))
        .collect()
}

fn bins(bins: &[Bin]) -> Vec<String> {
    let row = |b: &Bin| {
        format!(
            "    score {:.1} to {:.1}: {:3} pairs, predicted {:.2}, correct {:.2}",
            b.from, b.to, b.pairs, b.said, b.right
        )
    };
    bins.iter().map(row).collect()
}

fn misses(score: &Score) -> Vec<String> {
    score
        .misses
        .iter()
        .map(|m| format!("    {} {}: {}", m.figure, m.fault, plain::line(&miss(m))))
        .collect()
}
