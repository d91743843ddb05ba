//! The case tables of the page's lines: `fixtures/cases/{datelines,bylines,credits,captions,date_lines,residue}.txt`.

use super::{agencies, bylines, captions, date_lines, datelines, phrases};

/// The lines of a table with their number, what is read and what should come of it; a line that is not well formed
/// fails the test that asks for it.
fn cases(table: &'static str) -> Vec<(usize, &'static str, &'static str)> {
    let lines = table
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty());
    let cases: Vec<_> = lines
        .map(|(i, line)| {
            let cells: Vec<&str> = line.split(" => ").collect();
            let [read, wanted] = cells[..] else {
                panic!("line {}: expected `text => result`, found: {line}", i + 1)
            };
            assert!(
                read == read.trim() && !read.is_empty() && !wanted.trim().is_empty(),
                "line {}: {line}",
                i + 1
            );
            (i + 1, read, wanted.trim())
        })
        .collect();
    assert!(cases.len() >= 10, "a table of fewer than ten cases");
    cases
}

/// Runs a table and names every line that fails.
fn check(table: &'static str, found: impl Fn(&str) -> String) {
    let wrong: Vec<String> = cases(table)
        .into_iter()
        .map(|(line, read, wanted)| (line, read, wanted, found(read)))
        .filter(|(_, _, wanted, found)| wanted != found)
        .map(|(line, read, wanted, found)| {
            format!("line {line}: {read}\n  wanted {wanted}\n  found  {found}")
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn or_dash(words: Option<String>) -> String {
    words
        .filter(|w| !w.is_empty())
        .unwrap_or_else(|| "-".to_string())
}

#[test]
fn datelines_are_read() {
    check(
        include_str!("../../../fixtures/cases/datelines.txt"),
        |paragraph| match datelines::read(paragraph) {
            None => "-".to_string(),
            Some(d) => format!("{}; {}; {}", d.place, or_dash(d.date), or_dash(d.agency)),
        },
    );
}

#[test]
fn bylines_are_read() {
    check(
        include_str!("../../../fixtures/cases/bylines.txt"),
        |line| {
            let read = bylines::cued(line)
                .map(|n| ("cued", n))
                .or_else(|| bylines::bare(line).map(|n| ("bare", n)));
            read.map_or("-".to_string(), |(how, names)| {
                format!("{how}: {}", names.join("; "))
            })
        },
    );
}

#[test]
fn credits_are_read() {
    check(
        include_str!("../../../fixtures/cases/credits.txt"),
        |line| {
            let found =
                agencies::credited(line).or_else(|| agencies::signed(line).map(|a| vec![a]));
            or_dash(found.map(|names| names.join("; ")))
        },
    );
}

#[test]
fn captions_are_told_from_their_credits() {
    check(
        include_str!("../../../fixtures/cases/captions.txt"),
        |line| match captions::split_credit(line) {
            _ if captions::is_credit(line) => "credit".to_string(),
            Some((words, credit)) => format!("{words} + {credit}"),
            None => or_dash(captions::points_at_picture(line).then(|| "caption".to_string())),
        },
    );
}

#[test]
fn date_lines_are_read() {
    check(
        include_str!("../../../fixtures/cases/date_lines.txt"),
        |line| match date_lines::read(line) {
            None => "-".to_string(),
            Some(d) => {
                let weekday = if d.has_weekday { "; weekday" } else { "" };
                format!("{}; {}{weekday}", or_dash(d.published), or_dash(d.updated))
            }
        },
    );
}

#[test]
fn residue_is_told_from_text() {
    check(
        include_str!("../../../fixtures/cases/residue.txt"),
        |line| or_dash(phrases::reason(line).map(str::to_string)),
    );
}
