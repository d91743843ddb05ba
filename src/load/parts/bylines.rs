//! Lines that name the writers.

use super::agencies;
use crate::dates;
use crate::language::{PATTERNS, WORDS};

/// The writers that a line with a cue names ("By Ada Crane and Bo Lin, Harbour Correspondent"), or none where it is no
/// such line.
pub fn cued(line: &str) -> Option<Vec<String>> {
    // Looking for dates is dear, and nearly every line is no byline whatever its dates.
    if !line.contains('\n') && !PATTERNS.byline.is_match(line) {
        return None;
    }
    let line = without_date(before_date(line));
    if line.split(' ').count() > 16
        || line.ends_with(['.', '!', '?', ':', ',']) && !line.ends_with("Jr.")
    {
        return None;
    }
    let rest = PATTERNS
        .byline
        .captures(&line)?
        .name("rest")?
        .as_str()
        .to_string();
    let found = names(&rest);
    (!found.is_empty()).then_some(found)
}

/// What stands before a date inside a line: "By Ada Crane March 11, 2031 3:46 PM The Ledger".
fn before_date(line: &str) -> &str {
    let date = dates::first_full(line).filter(|(span, _)| span.start > 0);
    date.and_then(|(span, _)| line.get(..span.start))
        .unwrap_or(line)
}

/// The writers that a line names without a cue, as pages print them under the title: "Ada Crane, Port Ellery", "Morag
/// Tull reports from Carrow", "Foreign Desk".
pub fn bare(line: &str) -> Option<Vec<String>> {
    let line = without_date(line);
    let words: Vec<&str> = line.split(' ').collect();
    if words.len() > 9 || line.ends_with(['.', '!', '?', ':', '"', '”', '’', '\'']) {
        return None;
    }
    if let Some(rest) = PATTERNS
        .reports_from
        .captures(&line)
        .and_then(|c| c.name("rest").map(|m| m.as_str().to_string()))
    {
        return Some(names(&rest)).filter(|n| !n.is_empty() && looks_like_names(&rest));
    }
    if words.iter().all(|w| w.starts_with(char::is_uppercase))
        && has_role(&line)
        && words.len() >= 2
    {
        return Some(names(&line)).filter(|n| !n.is_empty());
    }
    looks_like_names(&line)
        .then(|| names(without_place(&line)))
        .filter(|n| !n.is_empty())
}

/// The people whom a line names without a cue and without saying what they are.
pub fn people(line: &str) -> Option<Vec<String>> {
    bare(line).filter(|_| !has_role(&without_date(line)))
}

/// What stands after the only comma of a bare line is more often a place or a job than a second writer, and a place
/// must not become one.
fn without_place(line: &str) -> &str {
    match line.split_once(", ") {
        Some((name, rest)) if !rest.contains([',', '&']) && !line.contains(" and ") => name,
        _ => line,
    }
}

/// Bytes behind a date at the end of a line: a clock time and its zone.
const CLOCK: usize = 20;

fn without_date(line: &str) -> String {
    let full = dates::first_full(line).map(|(span, _)| span);
    let last = full.or_else(|| dates::phrases(line).pop());
    let bare = match last {
        Some(span) if span.end + CLOCK >= line.len() => line.get(..span.start).unwrap_or(line),
        _ => line,
    };
    bare.trim_end_matches(|c: char| c.is_whitespace() || ",|-–—•·".contains(c))
        .to_string()
}

fn has_role(part: &str) -> bool {
    part.split([' ', '-'])
        .any(|w| WORDS.byline_roles.contains(&w.to_lowercase()))
}

/// Two to four words with capitals, then perhaps a place or a job.
fn looks_like_names(line: &str) -> bool {
    let first = line.split(',').next().unwrap_or("");
    let words: Vec<&str> = first.split(' ').collect();
    let is_word = |w: &&str| {
        w.starts_with(char::is_uppercase)
            && w.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
            || WORDS.name_particles.contains(w)
            || *w == "and"
    };
    let shouted = first
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    (2..=5).contains(&words.len())
        && words.iter().all(is_word)
        && !shouted
        && line.split(',').count() <= 3
}

/// The names in a byline without its cue: jobs, desks, places and addresses left out, shouting undone. A desk stands
/// for its writers where nobody is named.
pub fn names(list: &str) -> Vec<String> {
    let list = list.split(['|', '•', '·']).next().unwrap_or("").trim();
    let undated = without_date(list);
    let list = undated.as_str();
    let list = [" in ", " for ", " at "]
        .iter()
        .fold(list, |l, cut| l.split(cut).next().unwrap_or(l));
    let mut found: Vec<String> = Vec::new();
    let halves = list.split_once(" & ");
    if halves.is_some_and(|(a, b)| !a.contains(' ') && !b.contains(' ')) {
        return vec![list.to_string()]; // "Sea & Sky" is one name.
    }
    for (i, part) in agencies::parts(list).enumerate() {
        let part = part
            .trim_start_matches("and ")
            .trim_start_matches("By ")
            .trim_start_matches("by ");
        let is_address = part.contains(['@', '<', '/', '#']) || part.contains("http");
        let is_place = i > 0 && !part.contains(' ') && agencies::agency(part).is_none();
        let is_small = !part.starts_with(|c: char| c.is_uppercase())
            && agencies::agency(part).is_none()
            && !starts_with_particle(part);
        if !is_address && !is_place && !is_small && !has_role(part) {
            found.push(shown(part));
        }
    }
    if found.is_empty() && has_role(list) {
        found.push(shown(list));
    }
    found
}

fn starts_with_particle(part: &str) -> bool {
    part.split(' ')
        .next()
        .is_some_and(|w| WORDS.name_particles.contains(w))
}

/// "SAM ODURO" as "Sam Oduro"; agencies keep their capitals.
fn shown(name: &str) -> String {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if agencies::agency(name).is_some()
        || letters().any(char::is_lowercase)
        || letters().count() < 5
    {
        return name.to_string();
    }
    let mut out = String::with_capacity(name.len());
    let mut inside = false;
    for c in name.chars() {
        if inside {
            out.extend(c.to_lowercase())
        } else {
            out.push(c)
        }
        inside = c.is_alphabetic();
    }
    out
}
