//! Differences inside quotation marks → findings: what an outlet did to somebody's words.

use crate::compare::phrases::{list, named, quoted};
use crate::language;
use crate::model::{
    Discrepancy, DiscrepancyKind, DisputedValue, Event, Finding, FindingKind, Pairings, Reference,
};

/// That a quotation ends early, or has other words, in one outlet.
pub fn finding(
    event: &Event,
    pairings: &Pairings,
    index: usize,
    found: &Discrepancy,
) -> Option<Finding> {
    if found.kind != DiscrepancyKind::Quote {
        return None;
    }
    let (summary, salience) = match found.rule {
        "quotation-cut" => cut(event, pairings, found)?,
        "quotation-differs" | "quotation-shortened" => differs(event, found)?,
        _ => return None, // A change that the outlet owns up to is no news.
    };
    Some(Finding {
        kind: FindingKind::Quote,
        summary,
        articles: found.articles(),
        about: vec![Reference::Discrepancy(index)],
        evidence: found.values.iter().map(|v| v.excerpt).collect(),
        salience,
        rule: found.rule,
        ..Finding::default()
    })
}

fn of_side(found: &Discrepancy, side: usize) -> impl Iterator<Item = &DisputedValue> {
    found.values.iter().filter(move |v| v.side == side)
}

/// The outlets of a side, and the verb for one or for several.
fn outlets<'a>(
    event: &Event,
    found: &Discrepancy,
    side: usize,
    [one, several]: [&'a str; 2],
) -> (String, &'a str) {
    let names = named(
        event,
        of_side(found, side).map(|v| v.excerpt.sentence.article),
    );
    (list(&names), if names.len() == 1 { one } else { several })
}

fn text<'a>(event: &'a Event, value: &DisputedValue) -> &'a str {
    event
        .document(value.excerpt.sentence.article)
        .map_or("", |d| d.text(value.excerpt.span))
}

/// What is kept is all of a quoted sentence, what is gone a part of one; of several parts the longest is told.
fn cut(event: &Event, pairings: &Pairings, found: &Discrepancy) -> Option<(String, f64)> {
    let is_kept = |v: &&DisputedValue| {
        let mut pieces = pairings.quoted_in(v.excerpt.sentence);
        pieces.any(|q| q.span_of(&(0..q.words.len())) == Some(v.excerpt.span))
    };
    let (kept, parts): (Vec<&DisputedValue>, Vec<&DisputedValue>) =
        found.values.iter().partition(is_kept);
    let gone = parts.into_iter().max_by_key(|v| v.excerpt.span.len())?;
    let names = named(event, kept.iter().map(|v| v.excerpt.sentence.article));
    let (who, cuts) = (list(&names), if names.len() == 1 { "cuts" } else { "cut" });
    let of = match found.about.as_str() {
        "" => "a quote".to_string(),
        speaker => format!("a quote from {speaker}"),
    };
    let (left, lost) = (kept.first()?, text(event, gone));
    let (full, has) = outlets(event, found, gone.side, ["also has", "also have"]);
    Some((
        format!(
            "{who} {cuts} {of}: {}; {full} {has} {}.",
            quoted(text(event, left)),
            quoted(lost.trim_end_matches([',', '.', ';', ' ']))
        ),
        0.6,
    ))
}

/// The two versions, where a word that says something of its own was changed or left out.
fn differs(event: &Event, found: &Discrepancy) -> Option<(String, f64)> {
    let (first, second) = (of_side(found, 0).next()?, of_side(found, 1).next()?);
    if is_house_style(event, first, second) {
        return None;
    }
    let told = |v: &DisputedValue, side: usize| {
        let shown = super::discrepancies::with_context(event, v.excerpt.sentence, v.excerpt.span);
        let (who, prints) = outlets(event, found, side, ["prints", "print"]);
        format!("{who} {prints} {}", quoted(&shown))
    };
    let summary = format!(
        "One quote in two versions: {}; {}.",
        told(first, 0),
        told(second, 1)
    );
    Some((summary, 0.5))
}

/// Whether what differs are words that news puts for one another, or none that say something of their own.
fn is_house_style(event: &Event, one: &DisputedValue, other: &DisputedValue) -> bool {
    let telling = |text: &str, than: &str| -> Vec<String> {
        let others: Vec<String> = than.split(' ').map(language::stem).collect();
        let own = text.split(' ').filter(|w| language::is_telling(w));
        own.filter(|w| !others.contains(&language::stem(w)))
            .map(str::to_string)
            .collect()
    };
    match (
        telling(&one.value, &other.value).as_slice(),
        telling(&other.value, &one.value).as_slice(),
    ) {
        ([], []) => true,
        ([a], []) | ([], [a]) => language::title(a).is_some(),
        ([a], [b]) => language::interchangeable(&lemma(event, one, a), &lemma(event, other, b)),
        _ => false,
    }
}

/// The lemma of a word of a value.
fn lemma(event: &Event, value: &DisputedValue, word: &str) -> String {
    let read = || {
        let reading = &event.sentence(value.excerpt.sentence)?.reading;
        let tokens = reading.tokens_in(value.excerpt.span);
        let mut tokens = tokens.filter_map(|at| reading.token(at));
        let token = tokens.find(|token| &*token.lower == word)?;
        Some(token.lemma.to_lowercase())
    };
    read().unwrap_or_else(|| word.to_string())
}
