//! Words under pictures, and who is credited for the picture.

use super::agencies;
use crate::language::PATTERNS;
use crate::load::draft::{Piece, Role};

/// Words that a credit may have, a caption with its credit, and the line of an agency under an old photo.
const CREDIT: usize = 14;
const CAPTION: usize = 70;
const PHOTO_LINE: usize = 90;

/// Whether a line credits a picture and says nothing else; some pages print the credit twice in a row.
pub fn is_credit(line: &str) -> bool {
    let half = doubled(line);
    let credits = |line: &str| PATTERNS.picture_credit.iter().any(|f| f.is_match(line));
    let line = half.unwrap_or(line);
    line.split(' ').count() <= CREDIT
        && (credits(line) || half.is_some_and(|half| half.contains('/')))
}

/// Whether a credit is surely one of a picture and not of the text: it stands as a caption, or names somebody beside the
/// agency.
pub fn credits_photographer(line: &str, role: Role) -> bool {
    let names = line.trim_matches(['(', ')', '[', ']']);
    let mut parts = names.split('/').map(str::trim);
    let is_joint = names.contains('/') && parts.any(|part| agencies::agency(part).is_none());
    (role == Role::Caption || is_joint) && is_credit(line)
}

/// The first half of a line that says the same twice.
fn doubled(line: &str) -> Option<&str> {
    let (first, second) = line.split_at_checked(line.len() / 2)?;
    (first == second.trim_start() && !first.is_empty()).then_some(first)
}

/// A caption and the credit at its end; longer text is no caption.
pub fn split_credit(line: &str) -> Option<(&str, &str)> {
    if line.split(' ').count() > CAPTION {
        return None;
    }
    let credit = PATTERNS
        .closing_credit
        .iter()
        .find_map(|f| f.captures(line)?.name("credit"))?;
    let words = line
        .get(..credit.start())?
        .trim_end_matches(|c: char| c.is_whitespace() || "|—–-".contains(c));
    (!words.is_empty()).then_some((words, credit.as_str()))
}

/// Whether a text points at its picture ("pictured", "second from left").
pub fn points_at_picture(line: &str) -> bool {
    line.split(' ').count() <= 60 && PATTERNS.points_at_picture.is_match(line)
}

/// Whether a text opens as agencies open the words under an old photo ("FILE - In this March 4 photo, …").
pub fn is_photo_line(line: &str) -> bool {
    line.split(' ').count() <= PHOTO_LINE && PATTERNS.photo_line.is_match(line)
}

/// A piece cut where a caption ends that was glued to what follows: at the labels of screens and screen readers ("Image
/// caption", "Hide Caption 3 of 12") and behind a credit in brackets.
pub fn divided(piece: Piece) -> Vec<Piece> {
    let parts = at_labels(piece);
    parts.into_iter().flat_map(behind_credit).collect()
}

fn at_labels(piece: Piece) -> Vec<Piece> {
    let text = piece.text.as_str();
    let labels = PATTERNS.caption_label.find_iter(text);
    let labels: Vec<_> = labels
        .filter(|l| is_label(text, l.start(), l.end()))
        .collect();
    let Some(last) = labels.last() else {
        return vec![piece];
    };
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
    let (mut parts, mut from) = (Vec::new(), 0);
    let mut opens = false;
    for label in &labels {
        let closes = closes_caption(label.as_str());
        let role = if opens || closes {
            Role::Caption
        } else {
            piece.role
        };
        push(&mut parts, between(from, label.start()), role);
        let is_credit = label.as_str().contains("copyright");
        let ends = if is_credit {
            next(&labels, label.end(), text)
        } else {
            label.end()
        };
        push(&mut parts, between(label.start(), ends), Role::Unknown);
        (from, opens) = (ends, !closes && !is_credit);
    }
    let role = if opens { Role::Caption } else { piece.role };
    push(&mut parts, between(from.max(last.end()), text.len()), role);
    parts
}

/// Where the next label starts, or the text ends.
fn next(labels: &[regex::Match], from: usize, text: &str) -> usize {
    let next = labels.iter().find(|l| l.start() >= from);
    next.map_or(text.len(), |l| l.start())
}

/// "CLOSE" is the button of a picture before a sentence, and a word of a headline in capitals otherwise.
fn is_label(text: &str, start: usize, end: usize) -> bool {
    let label = text.get(start..end).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    let second = behind.chars().nth(1);
    !label.starts_with("CLOSE") || second.is_some_and(|c| c.is_lowercase() || c == ' ')
}

/// Whether a label stands behind its caption.
fn closes_caption(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    label.starts_with("hide") || label.starts_with("show")
}

fn push(parts: &mut Vec<Piece>, words: &str, role: Role) {
    if !words.is_empty() {
        parts.push(Piece {
            text: words.to_string(),
            role,
        });
    }
}

/// A caption with its credit in brackets apart from what follows it.
fn behind_credit(piece: Piece) -> Vec<Piece> {
    let end = PATTERNS.inner_credit.find(&piece.text).map(|m| m.end());
    let cut = end.and_then(|end| Some((piece.text.get(..end)?, piece.text.get(end..)?.trim())));
    let Some((caption, rest)) = cut.filter(|(caption, rest)| {
        rest.chars().any(char::is_alphanumeric) && caption.split(' ').count() <= CAPTION
    }) else {
        return vec![piece];
    };
    let mut parts = Vec::new();
    push(&mut parts, caption, Role::Caption);
    push(&mut parts, rest, piece.role);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(String, Role)> {
        let parts = divided(Piece::plain(text));
        parts.into_iter().map(|p| (p.text, p.role)).collect()
    }

    fn part(text: &str, role: Role) -> (String, Role) {
        (text.to_string(), role)
    }

    #[test]
    fn captions_come_apart_from_their_labels() {
        use Role::{Caption, Unknown};
        assert_eq!(
            parts("Image copyright KNA Image caption The quay at dawn"),
            [
                part("Image copyright KNA", Unknown),
                part("Image caption", Unknown),
                part("The quay at dawn", Caption)
            ]
        );
        assert_eq!(
            parts("The quay. Hide Caption 1 of 2 The pier. Hide Caption 2 of 2 The board met."),
            [
                part("The quay.", Caption),
                part("Hide Caption 1 of 2", Unknown),
                part("The pier.", Caption),
                part("Hide Caption 2 of 2", Unknown),
                part("The board met.", Unknown)
            ]
        );
        assert_eq!(parts("CLOSE The quay fell.").len(), 2);
        for whole in [
            "CLOSE CALL AT THE QUAY",
            "The image caption says no.",
            "A media caption",
        ] {
            assert_eq!(parts(whole), [part(whole, Unknown)]);
        }
    }

    #[test]
    fn a_credit_in_brackets_ends_a_caption() {
        let got = parts("FILE - The quay at dawn. (KNA Photo/Bo Lin) Crews vote to strike");
        let caption = "FILE - The quay at dawn. (KNA Photo/Bo Lin)";
        assert_eq!(
            got,
            [
                part(caption, Role::Caption),
                part("Crews vote to strike", Role::Unknown)
            ]
        );
        let prose = "The board (photo below) met, and the crews (Quay/Pier) left.";
        assert_eq!(parts(prose).len(), 1);
    }
}
