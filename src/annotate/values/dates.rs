//! Date phrases of one sentence → calendar days, by the article's own date.

use jiff::civil::Date;

use crate::dates::{self, Days, Direction};
use crate::language::WORDS;
use crate::model::{Act, Certainty, Document, Label, Period, Reading, Sentence, Value, ValueKind};
use crate::span::Span;

/// What a year that stands for itself is to its head: "since 1978", "from 1978 to 1981".
const STANDS: [Label; 4] = [Label::Pobj, Label::Conj, Label::Npadvmod, Label::Appos];

/// The dates of one sentence; one that cannot be told keeps its words.
pub fn dates_in(document: &Document, index: usize, sentence: &Sentence) -> Vec<Value> {
    let text = document.text(sentence.span);
    let anchor = anchor(document);
    let phrases = dates::phrases(text).into_iter();
    let found = phrases.map(|at| {
        let span = Span::new(sentence.span.start + at.start, sentence.span.start + at.end);
        let days = dates::resolve_toward(at.of(text), anchor, direction(&sentence.reading, span));
        let normal = days.map_or_else(|| at.of(text).to_string(), |d| d.to_string());
        value(index, span, normal, days)
    });
    found.collect()
}

fn value(index: usize, span: Span, normal: String, days: Option<Days>) -> Value {
    let period = days.map(|d| Period {
        first: d.first.to_string(),
        last: d.last.to_string(),
    });
    Value {
        sentence: index as u32,
        span,
        kind: ValueKind::Date,
        normal,
        quantity: None,
        period,
    }
}

/// The day the article was published.
fn anchor(document: &Document) -> Option<Date> {
    let published = document.article.published.as_deref()?;
    published.get(..10)?.parse().ok()
}

/// Whether the act that a date belongs to is past or still to come.
fn direction(reading: &Reading, date: Span) -> Direction {
    let Some(head) = reading.head_of(date) else {
        return Direction::Past;
    };
    let mut acts = reading
        .above(head)
        .filter_map(|above| reading.acts.iter().find(|act| act.verb == above));
    let Some(act) = acts.next() else {
        return Direction::Past;
    };
    // "It is expected to open on Friday": what is awaited stands above.
    let awaited = reading.has_label(act.verb, &[Label::Xcomp])
        && acts.next().is_some_and(|above| awaits(reading, above));
    if awaited || awaits(reading, act) {
        Direction::Future
    } else {
        Direction::Past
    }
}

/// Whether an act is still to come, or what it is said of is awaited.
fn awaits(reading: &Reading, act: &Act) -> bool {
    let is_said = |at: u32| {
        reading
            .token(at)
            .is_some_and(|token| WORDS.awaiting.contains(&token.lemma))
    };
    let is_shall = |at: &u32| {
        reading
            .token(*at)
            .is_some_and(|token| &*token.lower == "shall")
    };
    let will = act.certainty == Certainty::Would || act.auxiliaries.iter().any(is_shall);
    will || act.certainty == Certainty::Planned
        || is_said(act.verb)
        || act.predicate.is_some_and(is_said)
}

/// Years that stand alone: "since 1978".
pub fn years(document: &Document, index: usize, sentence: &Sentence) -> Vec<Value> {
    let reading = &sentence.reading;
    let years = (0..)
        .zip(&reading.tokens)
        .filter(|(at, token)| token.is_time() && reading.has_label(*at, &STANDS));
    let found = years.filter_map(|(_, token)| {
        let year = document.text(token.span);
        let number: i16 = year
            .parse()
            .ok()
            .filter(|y| year.len() == 4 && (1800..2100).contains(y))?;
        let days = Days::year(number)?;
        Some(value(index, token.span, days.to_string(), Some(days)))
    });
    found.collect()
}
