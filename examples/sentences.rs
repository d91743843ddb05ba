//! Lists every sentence that the program can print: `file:line<TAB>sentence`, one per line.
//!
//! It scans the source, not the running program: string literals of three words or more outside tests, the comments that
//! become help and schema descriptions, and the text of templates and data files. Draw some at random and read them aloud:
//!
//! `cargo run --example sentences | shuf -n 50 --random-source=Cargo.lock`

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Types whose comments are printed: as help, or as descriptions in the JSON Schema.
const PRINTED: [&str; 5] = ["Args", "Parser", "Subcommand", "ValueEnum", "JsonSchema"];

/// Words that make a text a sentence worth reading.
const FEWEST: usize = 3;

/// A text and the line it starts on.
type Found = (usize, String);

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    walk(&root.join("src"), &mut files)?;
    files.sort();
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display();
        for (line, text) in sentences(&file)? {
            println!("{name}:{line}\t{text}");
        }
    }
    Ok(())
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The sentences of a file, by its kind; word lists and weights have none.
fn sentences(file: &Path) -> io::Result<Vec<Found>> {
    let ending = file.extension().and_then(|e| e.to_str());
    let is_weights = file.ends_with("weights.toml");
    let is_language = file.components().any(|c| c.as_os_str() == "language");
    let found = match ending {
        Some("rs") => {
            let text = fs::read_to_string(file)?;
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let mut found = literals(code, '"', "//");
            found.extend(comments(code));
            found
        }
        Some("html") => template(&fs::read_to_string(file)?),
        Some("js") => literals(&fs::read_to_string(file)?, '"', "//"),
        Some("toml") if !is_language && !is_weights => {
            literals(&fs::read_to_string(file)?, '"', "#")
        }
        _ => Vec::new(),
    };
    let mut found: Vec<Found> = found.into_iter().flat_map(by_line).collect();
    found.retain(|(_, text)| is_sentence(text));
    found.sort();
    Ok(found)
}

/// The lines of a text, with white space folded.
fn by_line((line, text): Found) -> Vec<Found> {
    let folded = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    (line..)
        .zip(text.split('\n').map(folded).collect::<Vec<_>>())
        .collect()
}

fn is_sentence(text: &str) -> bool {
    let is_word = |w: &&str| w.chars().filter(|c| c.is_alphabetic()).count() * 2 > w.len();
    text.split(' ').filter(is_word).count() >= FEWEST
}

/// The quoted texts of code, without its comments and raw texts, which are patterns.
fn literals(code: &str, quote: char, comment: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find([quote, '\'', comment.chars().next().unwrap_or('#')]) {
        let here = &rest[at..];
        let line = 1 + code[..code.len() - here.len()].matches('\n').count();
        let raw = ["r#", "=r", "(r"].iter().any(|r| rest[..at].ends_with(r));
        rest = if here.starts_with(comment) {
            &here[here.find('\n').unwrap_or(here.len())..]
        } else if here.starts_with(quote) && raw {
            let is_hashed = rest[..at].ends_with('#');
            let end = if is_hashed { "\"#" } else { "\"" };
            let inside = &here[1..];
            &inside[inside.find(end).map_or(inside.len(), |i| i + end.len())..]
        } else if here.starts_with(quote) {
            let (text, length) = quoted(&here[1..], quote);
            found.push((line, text));
            &here[1 + length..]
        } else if here.starts_with('\'') {
            &here[character(here)..]
        } else {
            &here[1..]
        };
    }
    found
}

/// A character such as '"' is passed over whole; of a lifetime only the mark.
fn character(here: &str) -> usize {
    let ends: Vec<usize> = here.char_indices().map(|(i, _)| i).take(5).collect();
    match (here.as_bytes().get(1), ends.get(2), ends.get(3)) {
        (Some(b'\\'), _, Some(&end)) => end + 1,
        (_, Some(&end), _) if here[end..].starts_with('\'') => end + 1,
        _ => 1,
    }
}

/// A text up to its closing quote with its escapes undone, and its length in the code.
fn quoted(code: &str, quote: char) -> (String, usize) {
    let mut text = String::new();
    let mut chars = code.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some((_, 'n')) => text.push('\n'),
                Some((_, '\n')) => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                Some((_, c)) => text.push(c),
                None => {}
            },
            c if c == quote => return (text, i + 1),
            c => text.push(c),
        }
    }
    (text, code.len())
}

/// The comments of types that are printed, a paragraph each.
fn comments(code: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut pending = Vec::new();
    let (mut inside, mut deriving, mut goes_on) = (false, false, false);
    for (line, text) in (1..).zip(code.lines()) {
        let trimmed = text.trim_start();
        let at_edge = !text.starts_with(char::is_whitespace);
        if let Some(words) = trimmed.strip_prefix("///") {
            match pending.last_mut() {
                Some((_, paragraph)) if goes_on && !words.trim().is_empty() => {
                    *paragraph += words;
                }
                _ => pending.push((line, words.to_string())),
            }
            goes_on = !words.trim().is_empty();
            continue;
        }
        goes_on = false;
        deriving |= trimmed.starts_with("#[derive(");
        inside |= deriving && PRINTED.iter().any(|p| trimmed.contains(p));
        if deriving {
            deriving = !trimmed.ends_with(")]");
            continue;
        }
        if !trimmed.starts_with("#[") {
            let kept = std::mem::take(&mut pending);
            found.extend(kept.into_iter().filter(|_| inside));
            inside &= !(at_edge && (trimmed.starts_with('}') || trimmed.ends_with(';')));
        }
    }
    found
}

/// The text of a template between its tags and instructions, and what its attributes say.
fn template(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut start, mut inside) = (0, false);
    for (at, c) in text.char_indices() {
        let opens = c == '<' || text[at..].starts_with("{%") || text[at..].starts_with("{#");
        let closes = c == '>' || text[..at].ends_with("%}") || text[..at].ends_with("#}");
        if (opens && !inside) || (closes && inside) {
            let part = &text[start..at];
            let line = 1 + text[..start].matches('\n').count();
            if inside {
                let spoken = literals(part, '"', "{#").into_iter();
                found.extend(spoken.map(|(l, text)| (line + l - 1, text)));
            } else {
                found.push((line, part.trim_start_matches('>').to_string()));
            }
            (start, inside) = (at, opens);
        }
    }
    found
}
