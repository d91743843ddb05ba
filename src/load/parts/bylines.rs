//! Lines that name the writers.

use super::agencies;
use crate::dates;
use crate::language::{PATTERNS, WORDS};

/// Bytes of the longest line that may name writers and a day; what is longer is text, and looking for days in it takes long.
const LONGEST: usize = 400;

/// The writers that a line with a cue names ("By Ada Crane and Bo Lin, Harbour Correspondent"), or none where it is no
/// such line.
pub fn cued(line: &str) -> Option<Vec<String>> {
    // Looking for dates is dear, and nearly every line is no byline whatever its dates.
    if line.len() > LONGEST || !line.contains('\n') && !PATTERNS.byline.is_match(line) {
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

/// What stands before a date inside a line: "By Ada Crane March 11, 2031 3:46 PM The Ledger", "By Ada Crane March 18 at
/// noon Follow @ada".
fn before_date(line: &str) -> &str {
    let full = dates::first_full(line).map(|(span, _)| span);
    let day = || {
        let has_figure = |words: &str| words.bytes().any(|b| b.is_ascii_digit());
        let phrases = dates::phrases(line).into_iter();
        phrases
            .filter(|span| has_figure(span.of(line)))
            .min_by_key(|span| span.start)
    };
    let date = full.or_else(day).filter(|span| span.start > 0);
    date.and_then(|span| line.get(..span.start)).unwrap_or(line)
}

/// Whether a name is made of words that pages print on buttons and counters, or holds marks that no name has.
pub fn is_of_page(name: &str) -> bool {
    let mut words = name.split([' ', '/', '|']).map(str::to_lowercase);
    name.contains(['_', '{', '=']) || words.all(|word| WORDS.page_words.contains(&word))
}

/// The writer of one entry, who signs below it: "– Ada Crane".
pub fn signed(line: &str) -> bool {
    let name = line
        .strip_prefix(['—', '–', '-'])
        .map(|n| n.trim_start_matches('-').trim());
    name.is_some_and(|name| {
        !name.contains([',', '(', ':']) && looks_like_names(name) && !is_of_page(name)
    })
}

/// The writers that an element names which the page marks as theirs.
pub fn marked(words: &str) -> Option<Vec<String>> {
    if let Some(cued) = cued(words) {
        return Some(cued);
    }
    let line = without_date(before_date(words));
    let cue = ["Par ", "Por ", "Von "]
        .iter()
        .find_map(|cue| line.strip_prefix(cue));
    let calm = shown(cue.filter(|name| name.contains(' ')).unwrap_or(&line));
    let fits = looks_like_names(&calm) && !has_role(&calm) && !is_of_page(&calm);
    fits.then(|| names(&calm)).filter(|n| !n.is_empty())
}

/// The writers that a line names without a cue, as pages print them under the title: "Ada Crane, Port Ellery", "Morag
/// Tull reports from Carrow", "Foreign Desk".
pub fn bare(line: &str) -> Option<Vec<String>> {
    let line = without_date(line);
    let words: Vec<&str> = line.split(' ').collect();
    let ends = ['.', '!', '?', ':', '"', '”', '’', '\''];
    if words.len() > 14 || line.ends_with(ends) || is_of_page(&line) {
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
    let is_word = |w: &&str| {
        w.starts_with(char::is_uppercase)
            && w.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
            || WORDS.name_particles.contains(w)
    };
    let is_name = |name: &str| {
        let words: Vec<&str> = name.trim().split(' ').collect();
        (2..=4).contains(&words.len()) && words.iter().all(is_word)
    };
    let shouted = first
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    first
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .all(is_name)
        && !shouted
        && line.split(',').count() <= 3
}

/// The names in a byline without its cue: jobs, desks, places and addresses left out, shouting undone. A desk stands
/// for its writers where nobody is named.
pub fn names(list: &str) -> Vec<String> {
    let list = list.split(['|', '•', '·']).next().unwrap_or("").trim();
    let list = without_label(before_date(list));
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

/// A byline without the kind of text before the name: "Analysis Ada Crane", "Opinion by Ada Crane".
fn without_label(list: &str) -> &str {
    let Some((label, rest)) = list.split_once(' ') else {
        return list;
    };
    let is_label = WORDS
        .dateline_labels
        .contains(&label.trim_end_matches(':').to_uppercase());
    let rest = rest.trim_start_matches("by ").trim_start_matches("By ");
    let is_named = rest.contains(' ') && rest.starts_with(char::is_uppercase);
    if is_label && is_named { rest } else { list }
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
