//! Utterances → disagreements about where, when and to whom the words were said.

use std::collections::BTreeMap;

use crate::model::{
    Discrepancy, DiscrepancyKind, DisputedValue, Document, Event, Excerpt, Quote, QuoteKind, SentenceId, Utterance,
    UtteranceRelation, ValueKind,
};
use crate::span::Span;

/// From how many words on the same words are sure to be the same saying.
const SURE: usize = 5;

/// Words quoted alike that two articles give to different occasions, channels or days, beside what is known of the same
/// sentences.
pub fn find(event: &Event, utterances: &[Utterance], known: &[Discrepancy]) -> Vec<Discrepancy> {
    let dated = |found: &Discrepancy| {
        let told = |v: &DisputedValue| {
            known.iter().filter(|k| k.kind == DiscrepancyKind::Date).any(|k| {
                k.values
                    .iter()
                    .any(|w| w.excerpt.sentence == v.excerpt.sentence && w.excerpt.span.overlaps(v.excerpt.span))
            })
        };
        found.values.iter().all(told)
    };
    let all = |u: &Utterance| [venues(event, u), channels(event, u), days(event, u).filter(|d| !dated(d))];
    utterances.iter().flat_map(all).flatten().collect()
}

/// The quotes of an utterance that have the same words in quotation marks, with their articles' sentence.
fn alike<'a>(event: &'a Event, utterance: &Utterance) -> Vec<(SentenceId, &'a Quote)> {
    let kept = utterance.members.iter().filter(|m| {
        matches!(m.relation, UtteranceRelation::Verbatim | UtteranceRelation::Truncated | UtteranceRelation::Edited)
    });
    kept.filter_map(|m| {
        let document = event.document(m.quote.article)?;
        let quote = document.quotes.get(m.quote.index as usize)?;
        let long = document.text(quote.span).split_whitespace().count() >= SURE;
        let sentence = SentenceId { article: m.quote.article, index: quote.sentence };
        (quote.kind == QuoteKind::Direct && long).then_some((sentence, quote))
    })
    .collect()
}

/// The same words said on two occasions that exclude each other: "told a news conference", "wrote in a letter".
fn venues(event: &Event, utterance: &Utterance) -> Option<Discrepancy> {
    let values = alike(event, utterance).into_iter().filter_map(|(sentence, quote)| {
        Some((sentence, quote.cue?, quote.venue.clone().filter(|v| EXCLUSIVE.contains(&v.as_str()))?))
    });
    disputed(event, utterance, "venue-conflict", values.collect())
}

/// The same words told to two outlets, each by name: "told the Tarn Gazette", "told Tarn Radio".
fn channels(event: &Event, utterance: &Utterance) -> Option<Discrepancy> {
    let values = alike(event, utterance).into_iter().filter_map(|(sentence, quote)| {
        let document = event.document(sentence.article)?;
        let cue = quote.cue?;
        let told = document.text(cue).to_lowercase();
        let via = quote.via.clone().filter(|v| v.starts_with(char::is_uppercase))?;
        matches!(told.as_str(), "told" | "tells" | "telling").then_some((sentence, cue, via))
    });
    let values: Vec<(SentenceId, Span, String)> = values.collect();
    let bare = |via: &str| via.to_lowercase().trim_start_matches("the ").to_string();
    let same = |a: &str, b: &str| bare(a).contains(&bare(b)) || bare(b).contains(&bare(a));
    let one =
        values.iter().enumerate().any(|(i, (_, _, a))| values.iter().skip(i + 1).any(|(_, _, b)| a != b && same(a, b)));
    if one { None } else { disputed(event, utterance, "channel-conflict", values) }
}

/// The same words said on two days.
fn days(event: &Event, utterance: &Utterance) -> Option<Discrepancy> {
    let values = alike(event, utterance).into_iter().filter_map(|(sentence, quote)| {
        let document = event.document(sentence.article)?;
        let (at, span, day) = day_of(document, quote)?;
        Some((SentenceId { index: at, ..sentence }, span, day))
    });
    disputed(event, utterance, "quote-day-conflict", values.collect())
}

/// How far behind a cue the day of it may stand, in bytes: "said in a statement published on Tuesday".
const NEAR: usize = 45;

/// The one day that the sentence of a cue gives to it: right behind the cue, or at the head of the sentence before the
/// speaker ("On Tuesday, Ada Brook said"), with its sentence.
fn day_of(document: &Document, quote: &Quote) -> Option<(u32, Span, String)> {
    let cue = quote.cue?;
    let at = document.sentences.iter().position(|s| s.span.covers(cue.start))?;
    let sentence = document.sentences.get(at)?.span;
    let plain = |from: usize, to: usize, most: usize| {
        let between = document.article.text.get(from..to).unwrap_or(",");
        between.len() <= most && !between.contains([',', ';', ':', '"', '“', '”', '(', '—'])
    };
    let starts = quote.speaker_mention.map_or(cue.start, |m| m.start.min(cue.start));
    let of_cue = |span: Span| {
        let behind = span.start >= cue.end && plain(cue.end, span.start, NEAR);
        let between = span.start >= starts && span.end <= cue.start && plain(starts, cue.start, 2 * NEAR);
        let ahead = span.end <= starts
            && document.article.text.get(sentence.start..span.start).is_some_and(|b| matches!(b.trim(), "" | "On"))
            && document.article.text.get(span.end..starts).is_some_and(|b| matches!(b.trim(), "" | ","));
        behind || between || ahead
    };
    let days = document.values.iter().filter(|v| v.sentence as usize == at && v.kind == ValueKind::Date);
    let mut found = days.filter(|v| of_cue(v.span)).filter_map(|v| {
        let period = v.period.as_ref().filter(|p| p.first == p.last)?;
        Some((at as u32, v.span, period.first.clone()))
    });
    let day = found.next()?;
    found.next().is_none().then_some(day)
}

/// Occasions that are not part of one another: a statement can be read at a briefing, a letter is no telephone call.
const EXCLUSIVE: [&str; 6] = ["email", "hearing", "interview", "letter", "news conference", "telephone call"];

/// A disagreement, when at least two articles give at least two values; an article that gives two takes no side.
fn disputed(
    event: &Event,
    utterance: &Utterance,
    rule: &'static str,
    values: Vec<(SentenceId, Span, String)>,
) -> Option<Discrepancy> {
    let mut sides: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, value) in &values {
        let next = sides.len();
        sides.entry(value).or_insert(next);
    }
    let undecided = |article| {
        let mut own = values.iter().filter(|(s, _, _)| s.article == article).map(|(_, _, v)| v);
        let first = own.next();
        own.any(|v| Some(v) != first)
    };
    let decided = !values.iter().any(|(s, _, _)| undecided(s.article));
    let first = utterance.members.first()?.quote;
    let document = event.document(first.article)?;
    let words = document.text(document.quotes.get(first.index as usize)?.span);
    (sides.len() > 1 && decided).then(|| Discrepancy {
        kind: DiscrepancyKind::Attribution,
        about: crate::compare::phrases::quoted(words),
        values: values
            .iter()
            .map(|(sentence, span, value)| DisputedValue {
                excerpt: Excerpt { sentence: *sentence, span: *span },
                value: value.clone(),
                side: sides.get(value.as_str()).copied().unwrap_or(0),
            })
            .collect(),
        rule,
    })
}
