//! The text itself: paragraphs, headings, captions, and the lines of the page that stand between and after them.

use super::{
    Item, Verdict, add_wire, add_writers, agencies, bylines, captions, date_lines, ends_sentence,
    phrases, posts,
};
use crate::language::PATTERNS;
use crate::load::draft::Role;
use crate::model::{Article, BlockKind, DateSource};

/// Sets apart the lines whose wording alone says what they are, wherever they stand.
pub fn marks(items: &mut [Item], article: &mut Article) {
    for i in 0..items.len() {
        let Some((item, rest)) = items.get_mut(i..).and_then(<[Item]>::split_first_mut) else {
            break;
        };
        if item.is_image {
            item.drop("image");
        } else if item.is_link && item.words() <= 30 {
            item.drop("related link");
        } else if let Some(reason) = phrases::reason(&item.text)
            .filter(|r| *r != "author note" || is_near_end(rest))
            .filter(|r| *r != "republication note" || date_lines::read(&item.text).is_none())
        {
            take(reason, item, article);
            item.drop(reason);
        }
    }
}

/// Whether hardly any running text follows: a sentence about "the writer" further up is about a writer in the news.
fn is_near_end(rest: &[Item]) -> bool {
    rest.iter()
        .filter(|i| i.is_open() && i.is_prose())
        .take(3)
        .count()
        <= 2
}

/// What a line that is set apart says about the article.
fn take(reason: &str, item: &Item, article: &mut Article) {
    match reason {
        "page address" if article.url.is_none() => {
            let start = item.printed.find("http");
            let url = start
                .and_then(|s| item.printed.get(s..))
                .map(|u| u.trim_end_matches(['>', ')', ' ']));
            article.url = url.map(str::to_string);
        }
        "correction notice" => article.corrections.push(item.text.clone()),
        "agency sign-off" => {
            for name in item
                .text
                .split([' ', '(', ')', ','])
                .filter_map(agencies::agency)
            {
                add_wire(article, name);
            }
        }
        _ => {}
    }
}

/// Sorts the lines from the first paragraph on.
pub fn sort(items: &mut [Item], article: &mut Article) {
    close_after_end(items);
    for i in 0..items.len() {
        let (before, from) = items.split_at_mut(i);
        if let Some((item, rest)) = from.split_first_mut()
            && item.is_open()
        {
            judge(item, before, rest, article);
        }
    }
    repeated(items);
}

/// Behind a comment form or the end mark of a release stands no more text; only where it is the smaller part of the
/// file, because such a line can also stand above a text.
fn close_after_end(items: &mut [Item]) {
    let total: usize = items.iter().filter(|i| i.is_open()).map(Item::words).sum();
    let is_end = |i: &Item| {
        matches!(
            i.verdict,
            Some(Verdict::Drop("comment form" | "end mark" | "most read"))
        )
    };
    let Some(at) = items.iter().position(is_end) else {
        return;
    };
    let after: usize = items
        .iter()
        .skip(at)
        .filter(|i| i.is_open())
        .map(Item::words)
        .sum();
    if after * 3 < total {
        items
            .iter_mut()
            .skip(at)
            .filter(|i| i.is_open())
            .for_each(|i| i.drop("below the end of the article"));
    }
}

fn judge(item: &mut Item, before: &[Item], rest: &[Item], article: &mut Article) {
    let has_body = before.iter().any(Item::is_body);
    let text = item.text.clone();
    let signed = |i: &Item| i.is_open() && posts::is_signature(&i.text);
    if has_body && posts::is_signature(&text) {
        posts::sign(item);
    } else if has_body && rest.first().is_some_and(signed) {
        item.keep(BlockKind::Body);
    } else if let Some(date) = date_lines::read(&text) {
        if article.published.is_none() && date.published.is_some() && !date.has_weekday {
            (article.published, article.published_from) = (date.published, Some(DateSource::Text));
        }
        item.drop("date line");
    } else if let Some(writers) = bylines::cued(&text) {
        if article.byline.is_empty() {
            add_writers(article, writers);
        }
        item.drop("byline");
    } else if captions::credits_photographer(&text, item.role) {
        item.drop("photo credit");
    } else if let Some(credits) = agencies::credited(&text).filter(|_| has_body) {
        credits.into_iter().for_each(|a| add_wire(article, a));
        item.drop("wire credit");
    } else if captions::is_credit(&text) {
        item.drop("photo credit");
    } else if is_caption(item, rest) {
        caption(item);
    } else if presents_writer(&text, has_body, rest, article) {
        item.drop("author note");
    } else if has_body && bylines::signed(&text) && !ends_quoted(before) {
        item.drop("byline");
    } else if has_body && is_shouted_link(item) {
        item.drop("related link");
    } else if is_entry(item) {
        item.keep(BlockKind::Body);
    } else if item.role == Role::Heading || is_heading_line(item) {
        let follows = |i: &Item| i.is_open() && (i.is_prose() || is_entry(i));
        let prose_follows = rest.iter().any(follows);
        match (prose_follows, has_body) {
            (true, _) => item.keep(BlockKind::Subheading),
            (false, true) => item.drop("line below the text"),
            (false, false) => item.keep(BlockKind::Body),
        }
    } else {
        item.keep(BlockKind::Body);
    }
}

/// A short line without an end mark, that is no list entry and introduces nothing.
fn is_heading_line(item: &Item) -> bool {
    let starts = item.text.chars().next();
    item.words() <= 12
        && !ends_sentence_outside(&item.text)
        && !item.text.ends_with([':', ',', ';'])
        && starts.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "“\"'‘«¿¡".contains(c))
        && !item.text.starts_with(['-', '•', '*'])
        && !is_turn(&item.text)
}

/// An entry of a list or of a timeline ("9 a.m.: doors open", "2029: the wall falls"): short as it is, it is text.
fn is_entry(item: &Item) -> bool {
    item.role == Role::Entry || item.role == Role::Unknown && PATTERNS.entry.is_match(&item.text)
}

/// Words from which a line in capitals is the headline of another story; headings in capitals are shorter.
const SHOUTED: usize = 7;

/// A line in capitals that no format marks as a heading: "BOARD OF PORT ELLERY VOTES TO SHUT THE QUAY".
fn is_shouted_link(item: &Item) -> bool {
    item.role.is_open()
        && item.words() >= SHOUTED
        && !item.text.chars().any(char::is_lowercase)
        && item.text.chars().filter(|c| c.is_uppercase()).count() > 20
        && !item.text.ends_with(['.', '!', '”', '"'])
}

/// Whether the last text before is a quotation, which a dash and a name sign.
fn ends_quoted(before: &[Item]) -> bool {
    let last = before.iter().rev().find(|i| i.is_body());
    last.is_some_and(|i| i.text.ends_with(['”', '"', '’', '»']))
}

/// "Ledger: And the fares?", "Q. Who pays?": a question behind a label, as in interviews.
fn is_turn(text: &str) -> bool {
    let label = text.split_once(": ").map(|(label, _)| label);
    let is_label = label.is_some_and(|label| label.split(' ').count() <= 3);
    (is_label || text.starts_with("Q. ")) && ends_sentence(text)
}

/// Whether the line ends as a sentence; "‘About time’" does not, "“We won.”" does.
fn ends_sentence_outside(text: &str) -> bool {
    ends_sentence(text) && !(text.ends_with('?') && text.split(' ').count() <= 8)
}

fn is_caption(item: &Item, rest: &[Item]) -> bool {
    let next_is_credit = rest.first().is_some_and(|n| captions::is_credit(&n.text));
    item.role == Role::Caption
        || captions::is_photo_line(&item.text)
        || captions::split_credit(&item.text).is_some()
        || (captions::points_at_picture(&item.text)
            && (next_is_credit || item.words() <= 25)
            && !item.text.contains(['“', '"']))
}

/// Keeps a line as a caption and cuts its credit off; the day of a picture is none.
pub fn caption(item: &mut Item) {
    if !item.text.chars().any(char::is_alphabetic) {
        item.drop("date line");
        return;
    }
    let bold = item
        .bold_end
        .clone()
        .filter(|b| item.text.ends_with(b.as_str()));
    let cut = match bold {
        Some(bold) => item
            .text
            .strip_suffix(bold.as_str())
            .map(|w| (w.trim_end().to_string(), bold.clone())),
        None => captions::split_credit(&item.text).map(|(w, c)| (w.to_string(), c.to_string())),
    };
    if let Some((words, credit)) = cut {
        item.text = words;
        item.credit = Some(credit);
    }
    item.keep(BlockKind::Caption);
}

/// A sentence among the last that opens with the name of a writer of this article.
fn is_about_writer(text: &str, rest: &[Item], article: &Article) -> bool {
    is_near_end(rest)
        && text.split(' ').count() <= 80
        && behind_writer(text, article).is_some_and(|r| r.starts_with([' ', ',', '’', '\'']))
}

/// Whether a text presents a writer, above the text or at its end.
fn presents_writer(text: &str, has_body: bool, rest: &[Item], article: &Article) -> bool {
    match has_body {
        true => is_about_writer(text, rest, article),
        false => introduces_writer(text, article),
    }
}

/// A first sentence that says who the writer is.
fn introduces_writer(text: &str, article: &Article) -> bool {
    let rest = behind_writer(text, article).unwrap_or_default();
    text.split(' ').count() <= 80
        && [
            " is a ",
            " is an ",
            " is the ",
            " was a ",
            " was the ",
            ", a ",
            ", the ",
        ]
        .iter()
        .any(|is| rest.starts_with(is))
}

/// What stands behind the name of a writer of this article, where a text opens with it.
fn behind_writer<'a>(text: &'a str, article: &Article) -> Option<&'a str> {
    let text = text.trim_start_matches(['•', '-', '–', '—', '*', ' ']);
    let names = article.byline.iter().filter(|name| name.contains(' '));
    names
        .into_iter()
        .find_map(|name| text.strip_prefix(name.as_str()))
}

/// Paragraphs of some length that stood before in the same words, and headings and captions that did, with the length of a
/// video behind them too: "The quay falls", "The quay falls 01:41".
fn repeated(items: &mut [Item]) {
    let mut seen = std::collections::BTreeSet::new();
    let mut headings = std::collections::BTreeSet::new();
    for item in items.iter_mut() {
        let flat = item.text.to_lowercase();
        match item.verdict {
            Some(Verdict::Keep(BlockKind::Body))
                if item.words() >= 8 && !seen.insert(flat.clone()) =>
            {
                item.drop("repeated paragraph");
            }
            Some(Verdict::Keep(BlockKind::Subheading | BlockKind::Caption)) => {
                let line = without_length(&flat).to_string();
                if item.words() >= 3 && !headings.insert(line) && !posts::is_signature(&item.text) {
                    item.drop("repeated line");
                }
            }
            _ => {}
        }
    }
}

/// A title of a video without its length in minutes and seconds.
fn without_length(line: &str) -> &str {
    let (title, length) = line.rsplit_once(' ').unwrap_or((line, ""));
    let is_length = length.len() == 5
        && length.starts_with('0')
        && length.split(':').all(|part| part.parse::<u8>().is_ok());
    if is_length { title } else { line }
}
