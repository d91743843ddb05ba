//! The lines above the text: title, line under the title, writers, date, picture.

use std::sync::LazyLock;

use regex::Regex;

use super::{Item, add_wire, add_writers, agencies, bylines, captions, date_lines, phrases};
use crate::language::built_in::pattern;
use crate::load::draft::{Piece, Role};
use crate::model::{Article, BlockKind, DateSource};

static WEATHER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[+-]?\d+\s*°\s*[CFcf]?$"));

/// Sorts the lines above the first paragraph of running text.
pub fn sort(items: &mut [Item], article: &mut Article) {
    for i in 0..items.len() {
        let Some((item, rest)) = items.get_mut(i..).and_then(<[Item]>::split_first_mut) else {
            break;
        };
        if !item.is_open() {
            continue;
        }
        if !is_above(item, rest, article) {
            break;
        }
    }
}

/// Takes the writers and the day from lines that stand above the text among other matter, where nothing else names them:
/// writers by a cue, or else beside a day.
pub fn ask(lines: &[Piece], article: &mut Article) {
    let mut dated: Vec<bool> = Vec::new();
    for line in lines {
        let date = date_lines::read(&line.text);
        dated.push(date.is_some() || crate::dates::first_full(&line.text).is_some());
        if let Some(date) = date.filter(|_| article.published.is_none()) {
            take_date(date, article);
        }
    }
    let cued = lines.iter().find_map(|line| bylines::cued(&line.text));
    if !article.byline.is_empty() {
        narrow(cued.as_deref(), &mut article.byline);
        return;
    }
    let beside_a_day =
        |at: usize| (at.saturating_sub(1)..=at + 1).any(|i| dated.get(i) == Some(&true));
    let marked = || {
        let writers = lines.iter().filter(|line| line.role == Role::Writer);
        let named = writers.filter_map(|line| bylines::marked(&line.text));
        Some(named.flatten().collect::<Vec<_>>())
            .filter(|all| (1..=MOST_WRITERS).contains(&all.len()))
    };
    let bare = || {
        let numbered = lines.iter().enumerate();
        let mut near = numbered.filter(|(at, _)| beside_a_day(*at));
        near.find_map(|(_, line)| bylines::people(&line.text))
    };
    add_writers(
        article,
        cued.or_else(marked).or_else(bare).unwrap_or_default(),
    );
}

/// Writers that elements above a text name; where there are more, they are of other stories.
const MOST_WRITERS: usize = 6;

/// Some metadata name every writer whom the page shows anywhere: where the line above the text names a part of them, that
/// part wrote it.
fn narrow(printed: Option<&[String]>, writers: &mut Vec<String>) {
    let printed = printed.unwrap_or_default();
    if !printed.is_empty() && printed.iter().all(|name| writers.contains(name)) {
        *writers = printed.to_vec();
    }
}

/// Whether a line stands above the text; then it has its verdict.
fn is_above(item: &mut Item, rest: &[Item], article: &mut Article) -> bool {
    let text = item.text.clone();
    if article
        .headline
        .as_deref()
        .is_some_and(|h| is_same_line(h, &text))
    {
        item.drop("repeated headline");
    } else if !article.outlet.is_empty() && is_same_line(&article.outlet, &text) {
        item.drop("name of the outlet");
    } else if let Some(reason) = page_line(&text, article) {
        item.drop(reason);
    } else if let Some(section) = section_path(&text).or_else(|| masthead(&text, article)) {
        article.section.get_or_insert(section);
        item.drop("section path");
    } else if let Some(writers) = bylines::cued(&text) {
        add_writers(article, writers);
        item.drop("byline");
    } else if captions::credits_photographer(&text, item.role) {
        item.drop("photo credit");
    } else if let Some(credits) = agencies::credited(&text) {
        credits.into_iter().for_each(|a| add_wire(article, a));
        item.drop("wire credit");
    } else if captions::is_credit(&text) {
        item.drop("photo credit");
    } else if is_caption(item, rest) {
        super::body::caption(item);
    } else if article.headline.is_none() && is_title(item, rest) {
        if is_label(item, rest) {
            item.drop("section label");
        } else {
            article.headline = Some(text);
            item.keep(BlockKind::Headline);
        }
    } else if article.headline.is_some() && !item.is_prose() {
        match bylines::bare(&text) {
            Some(writers) if item.role.is_open() => {
                add_writers(article, writers);
                item.drop("byline");
            }
            _ if has_prose(rest)
                && item.words() <= 30
                && !super::ends_sentence(&text)
                && is_standfirst(item, rest) =>
            {
                item.keep(BlockKind::Subheading);
            }
            _ => return false,
        }
    } else if article.headline.is_some() && is_standfirst_before_byline(item, rest) {
        item.keep(BlockKind::Subheading);
    } else {
        return false;
    }
    true
}

/// Whether two lines have the same letters and digits.
fn is_same_line(a: &str, b: &str) -> bool {
    let letters = |line: &str| {
        line.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    a.len().abs_diff(b.len()) < 20 && letters(a) == letters(b)
}

/// A date line, or a line of byline, date and page matter divided by bars; gives its reason and takes what it says.
fn page_line(text: &str, article: &mut Article) -> Option<&'static str> {
    if let Some(date) = date_lines::read(text) {
        return Some(take_date(date, article));
    }
    let segments: Vec<&str> = text
        .split(['|', '•', '·'])
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .collect();
    if segments.len() < 2 {
        return None;
    }
    let mut reason = None;
    let mut writers = Vec::new();
    let mut date = None;
    for segment in segments {
        let is_place = !writers.is_empty() && bylines::bare(segment).is_some();
        if let Some(read) = date_lines::read(segment) {
            let known = date.get_or_insert_with(date_lines::DateLine::default);
            known.published = known.published.take().or(read.published);
            known.updated = known.updated.take().or(read.updated);
            known.has_weekday |= read.has_weekday;
        } else if let Some(found) =
            bylines::cued(segment).or_else(|| bylines::bare(segment).filter(|_| writers.is_empty()))
        {
            writers.extend(found); // Behind the first name stand places.
            reason = Some("byline");
        } else if !is_place {
            let is_page = phrases::reason(segment).is_some() || WEATHER.is_match(segment);
            if !is_page && segment.split(' ').count() > 2 {
                return None;
            }
        }
    }
    if let Some(date) = date {
        let taken = take_date(date, article);
        reason = reason.or(Some(taken));
    }
    reason.inspect(|_| add_writers(article, writers))
}

/// A date with its weekday above the title is the clock of the page, not the date of the article.
fn take_date(date: date_lines::DateLine, article: &mut Article) -> &'static str {
    if article.headline.is_none() && date.has_weekday {
        return "page clock";
    }
    if article.published.is_none() && date.published.is_some() {
        (article.published, article.published_from) = (date.published, Some(DateSource::Text));
    }
    if article.updated.is_none() {
        article.updated = date.updated;
    }
    "date line"
}

/// The last part of a path of sections ("Home › World › Borders").
fn section_path(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['›', '»', '>']).map(str::trim).collect();
    let is_path = parts.len() >= 2
        && text.split(' ').count() <= 12
        && parts.iter().all(|p| p.split(' ').count() <= 4);
    (is_path && !super::ends_sentence(text))
        .then(|| parts.last().map(ToString::to_string))
        .flatten()
        .filter(|s| !s.is_empty())
}

/// The section in a masthead above the title ("The Ledger / Politics"); credits and bylines use the slash as well.
fn masthead(text: &str, article: &Article) -> Option<String> {
    let is_other = agencies::credited(text).is_some()
        || captions::is_credit(text)
        || bylines::cued(text).is_some();
    if article.headline.is_some() || is_other {
        return None;
    }
    section_path(&text.replace(" / ", " › "))
}

/// A title has three to thirty words and no full stop at its end, unless most of its words are capitalised; running
/// text follows it.
fn is_title(item: &Item, rest: &[Item]) -> bool {
    let stops = item.text.ends_with(['.', '…']) && !has_title_case(&item.text);
    let is_line =
        (2..=30).contains(&item.words()) && !stops && !item.text.ends_with([',', ';', ':']);
    let is_heading = item.role == Role::Heading;
    (is_line || is_heading) && item.role != Role::Caption && has_prose(rest)
}

fn has_title_case(text: &str) -> bool {
    let long: Vec<&str> = text
        .split(' ')
        .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 4)
        .collect();
    let capital = long
        .iter()
        .filter(|w| {
            w.chars()
                .find(|c| c.is_alphabetic())
                .is_some_and(char::is_uppercase)
        })
        .count();
    long.len() >= 3 && capital * 10 >= long.len() * 7 && !text.trim_end_matches('.').contains(". ")
}

/// A label over the title ("FIELD NOTES"): very short, and another title follows at once.
fn is_label(item: &Item, rest: &[Item]) -> bool {
    let is_short =
        item.words() <= 2 || (item.words() <= 4 && !item.text.chars().any(char::is_lowercase));
    let next = rest.iter().find(|i| i.is_open());
    is_short
        && next.is_some_and(|n| {
            let after = rest
                .iter()
                .skip_while(|i| !std::ptr::eq(*i, n))
                .skip(1)
                .cloned()
                .collect::<Vec<_>>();
            !n.is_prose()
                && is_title(n, &after)
                && n.words() > item.words()
                && bylines::cued(&n.text).is_none()
                && date_lines::read(&n.text).is_none()
        })
}

fn has_prose(rest: &[Item]) -> bool {
    rest.iter().any(|i| i.is_open() && i.is_prose())
}

/// A caption above the text has its credit at its end or on the next line.
fn is_caption(item: &Item, rest: &[Item]) -> bool {
    let next_is_credit = || rest.first().is_some_and(|n| captions::is_credit(&n.text));
    let bold = item
        .bold_end
        .as_ref()
        .is_some_and(|b| !super::ends_sentence(b) && b.split(' ').count() <= 8);
    item.role == Role::Caption
        || captions::is_photo_line(&item.text)
        || ((bold || captions::split_credit(&item.text).is_some()) && item.words() <= 70)
        || (next_is_credit()
            && item.words()
                <= if captions::points_at_picture(&item.text) {
                    60
                } else {
                    CAPTION
                }
            && has_prose(rest)
            && super::ends_sentence(&item.text))
}

/// Words of a caption that does not point at its picture; a longer line above a credit is the first paragraph.
const CAPTION: usize = 20;

/// A line without a full stop under the title is a standfirst where no other such line follows it.
fn is_standfirst(item: &Item, rest: &[Item]) -> bool {
    item.words() >= 3 && !item.text.ends_with(':') && rest.iter().any(|i| i.is_open())
}

/// A sentence under the title is a standfirst where byline or date follow it before the text.
fn is_standfirst_before_byline(item: &Item, rest: &[Item]) -> bool {
    let is_mark =
        |i: &&Item| bylines::cued(&i.text).is_some() || date_lines::read(&i.text).is_some();
    let ahead = rest
        .iter()
        .filter(|i| i.is_open())
        .take_while(|i| !i.is_prose())
        .take(3);
    item.words() <= 60 && ahead.collect::<Vec<_>>().iter().any(is_mark) && has_prose(rest)
}
