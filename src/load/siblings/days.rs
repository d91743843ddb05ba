//! The day of an article without a date, from what it calls the day of the event and what dated articles call it.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::body;
use crate::dates;
use crate::language::calendar;
use crate::model::{Article, DateSource};

/// Paragraphs in which a report says when it happened.
const LEAD: usize = 4;

/// Bytes of a paragraph in which it says so; paragraphs of news are shorter.
const LONGEST: usize = 4_000;

/// A report of what happened is written within this many days, so that a weekday means one day.
const FRESH: i32 = 3;

/// A full date this many days after the event may be the date of the article itself, in a form nobody recognised.
const OWN_DATE: i32 = 31;

/// Gives articles without a date the day that the dated ones imply, marked as inferred.
pub fn infer(articles: &mut [Article]) {
    years(articles);
    let Some(event) = event_day(articles) else {
        return;
    };
    for article in articles
        .iter_mut()
        .filter(|a| a.published.is_none() && a.out_of_scope.is_none())
    {
        let day = lead_phrase(article).and_then(|phrase| written(&phrase, event));
        if let Some(day) = day.filter(|day| !names_another_day(article, *day, event)) {
            (article.published, article.published_from) =
                (Some(day.to_string()), Some(DateSource::Inferred));
        }
    }
}

/// A dateline without a year ("VARROW, May 6") means the one nearest to the dates of the others, where all of these give
/// the same day.
fn years(articles: &mut [Article]) {
    let known: Vec<Date> = articles
        .iter()
        .filter(|a| a.out_of_scope.is_none())
        .filter_map(written_on)
        .collect();
    for article in articles
        .iter_mut()
        .filter(|a| a.published.is_none() && a.out_of_scope.is_none())
    {
        let Some(dateline) = article.dateline.as_deref() else {
            continue;
        };
        let phrases = dates::phrases(dateline);
        let near = |anchor: &Date| {
            phrases
                .iter()
                .find_map(|s| dates::resolve(s.of(dateline), Some(*anchor))?.single())
        };
        let days: BTreeSet<Option<Date>> = known.iter().map(near).collect();
        if let (Some(Some(day)), 1) = (days.first(), days.len()) {
            (article.published, article.published_from) =
                (Some(day.to_string()), Some(DateSource::Inferred));
        }
    }
}

/// The day of publication, where one is known.
fn written_on(article: &Article) -> Option<Date> {
    article.published.as_deref()?.get(..10)?.parse().ok()
}

/// The day on which the dated articles say it happened, where all that say so agree.
fn event_day(articles: &[Article]) -> Option<Date> {
    let dated = articles.iter().filter(|a| a.out_of_scope.is_none());
    let days: BTreeSet<Date> = dated
        .filter_map(|article| {
            let written = written_on(article)?;
            let day = dates::resolve(&lead_phrase(article)?, Some(written))?.single()?;
            let age = written.since(day).ok()?.get_days();
            (0..=FRESH).contains(&age).then_some(day)
        })
        .collect();
    days.first().copied().filter(|_| days.len() == 1)
}

/// The first day that a report names without a date: a weekday, "yesterday", "this morning". "Today" is often only
/// "nowadays" and is passed over.
fn lead_phrase(article: &Article) -> Option<String> {
    let is_near = |phrase: &String| {
        let bare = bare(phrase);
        let is_weekday = calendar::weekday(&bare).is_some_and(|_| bare.ends_with("day"));
        is_weekday || bare == "yesterday" || (bare == "today" && phrase != "today")
    };
    body(article).take(LEAD).find_map(|paragraph| {
        let end = paragraph.floor_char_boundary(LONGEST);
        let paragraph = paragraph.get(..end).unwrap_or(paragraph);
        dates::phrases(paragraph)
            .into_iter()
            .map(|s| s.of(paragraph).to_lowercase())
            .find(is_near)
    })
}

/// A phrase without the part of the day: "tuesday morning" is "tuesday", "this morning" and "tonight" are "today".
fn bare(phrase: &str) -> String {
    match phrase {
        "this morning" | "this afternoon" | "this evening" | "tonight" => "today".to_string(),
        "last night" => "yesterday".to_string(),
        _ => phrase.split(' ').next().unwrap_or_default().to_string(),
    }
}

/// Whether the head of the article or the page round it names a full date since the event, and not the day inferred.
fn names_another_day(article: &Article, day: Date, event: Date) -> bool {
    let head = article
        .blocks
        .iter()
        .take(LEAD)
        .map(|b| b.span.of(&article.text));
    head.chain(article.residue.iter().map(|r| r.text.as_str()))
        .any(|text| {
            dates::phrases(text)
                .into_iter()
                .filter_map(|s| dates::full_day(s.of(text)))
                .any(|named| {
                    let age = named.since(event).map_or(0, |s| s.get_days());
                    named != day && (0..=OWN_DATE).contains(&age)
                })
        })
}

/// The day on which somebody writes `phrase` for the day of the event. A weekday is written on the day itself and on the
/// days after; the day itself is the usual case and takes every weekday back to the same days.
fn written(phrase: &str, event: Date) -> Option<Date> {
    let bare = bare(phrase);
    // What happened at night is as often printed on the next day.
    let is_late = phrase.ends_with("night") || phrase.ends_with("evening");
    if is_late && calendar::weekday(&bare).is_some() {
        return None;
    }
    match bare.as_str() {
        "today" => Some(event),
        "yesterday" => event.checked_add(1.day()).ok(),
        name => (calendar::weekday(name)? == event.weekday()).then_some(event),
    }
}
