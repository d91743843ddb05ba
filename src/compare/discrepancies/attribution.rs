//! One claim, two sources; or a source's claim told in an article's own voice.

use std::collections::BTreeSet;

use super::pair::{Pair, Side, akin};
use super::wording::{Words, run};
use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, Document, EntityKind, Event, Quote, QuoteKind, SentenceId,
};
use crate::span::Span;

/// Share of what two sentences have in common that must stand inside the reported words.
const INSIDE: f64 = 0.7;

/// Telling words two sentences must share for them to make one claim.
const SHARED: usize = 4;

/// Links less likely right than this are no proof that two articles make the same claim; at it nine of ten are right.
const SURE: f64 = 0.8;

/// Words in a row that two quotations must share to be the same; six in a row are chance once in thousands of pairs.
const RUN: usize = 6;

/// A claim that one article attributes and the other makes itself, or that they give to different people.
pub fn of_claims(event: &Event, pair: &Pair) -> Option<Discrepancy> {
    if pair.score < SURE {
        return None;
    }
    let own = pair.both_ways().into_iter().find_map(|(a, b)| own_voice(event, a, b));
    own.or_else(|| two_sources(event, pair))
}

fn own_voice(event: &Event, a: &Side, b: &Side) -> Option<Discrepancy> {
    if b.quotes().next().is_some() || handed_over(event, b) {
        return None;
    }
    let (quote, inside, all) = covering(a, b)?;
    let said = quote.speaker_mention?;
    if inside < SHARED || (inside as f64) < INSIDE * all as f64 {
        return None;
    }
    let last = b.words.len().checked_sub(1)?;
    let source = quote.speaker.clone().unwrap_or_else(|| a.text(said).to_string());
    let values = vec![a.disputed_span(said, &source, 0), b.disputed(0, last, "own voice", 1)?];
    Some(Discrepancy { kind: DiscrepancyKind::Attribution, about: String::new(), values, rule: "own-voice" })
}

/// Whether the sentence goes on with words of somebody named before: it follows a quote and points back.
fn handed_over(event: &Event, side: &Side) -> bool {
    let text = event.sentence_text(side.id).to_lowercase();
    let quoted = text.starts_with(['“', '"', '‘']) || text.contains("according to") || text.contains("reportedly");
    let before = side.id.index.checked_sub(1);
    let follows = before.is_some_and(|i| side.document.quotes.iter().any(|q| q.sentence == i && q.kind == QuoteKind::Indirect));
    quoted || (follows && matches!(side.lower(0), "he" | "she" | "it" | "they" | "the" | "but" | "and" | "his" | "her" | "their"))
}

/// The report in `a` that holds most of what it shares with `b`, how many of the shared stems it holds, and all of them.
fn covering<'a>(a: &Side<'a>, b: &Side) -> Option<(&'a Quote, usize, usize)> {
    let theirs = b.stems();
    let common: Vec<_> = a.words.iter().filter(|w| w.telling && theirs.iter().any(|t| akin(t, &w.stem))).collect();
    let distinct = |within: Option<Span>| {
        let inside = common.iter().filter(|w| within.is_none_or(|s| s.contains(w.span)));
        inside.map(|w| w.stem.as_str()).collect::<BTreeSet<_>>().len()
    };
    let reports = a.quotes().filter(|q| q.speaker_mention.is_some() && reports(a.document, q));
    let best = reports.max_by_key(|q| distinct(Some(q.span)))?;
    Some((best, distinct(Some(best.span)), distinct(None)))
}

/// Verbs that hand over a claim, by their first letters; praising, asking and apologizing are acts of their own.
const CLAIMING: [&str; 24] = [
    "acknowledg", "add", "alleg", "argu", "assert", "believ", "claim", "conced", "contend", "declar", "disclos", "estimat",
    "explain", "insist", "maintain", "note", "point", "report", "reveal", "said", "say", "stat", "tell", "told",
];

fn reports(document: &Document, quote: &Quote) -> bool {
    let cue = quote.cue.map(|c| document.text(c).to_lowercase()).unwrap_or_default();
    CLAIMING.iter().any(|verb| cue.starts_with(verb)) || cue == "according to" || cue.starts_with("warn")
}

fn two_sources(event: &Event, pair: &Pair) -> Option<Discrepancy> {
    let (x, inside_x, all_x) = covering(&pair.a, &pair.b)?;
    let (y, inside_y, all_y) = covering(&pair.b, &pair.a)?;
    let covers = |inside: usize, all: usize| inside >= SHARED && inside as f64 >= INSIDE * all as f64;
    if !covers(inside_x, all_x) || !covers(inside_y, all_y) {
        return None;
    }
    contrast(event, (pair.a.id.article, x), (pair.b.id.article, y))
}

/// Quotations of two articles that share a run of words and are given to different people.
pub fn of_quotes(event: &Event) -> Vec<Discrepancy> {
    let direct = |d: &'_ Document| d.quotes.iter().filter(|q| q.kind == QuoteKind::Direct).cloned().collect::<Vec<_>>();
    let all: Vec<(ArticleId, Quote, Words)> = event
        .articles()
        .flat_map(|(a, d)| direct(d).into_iter().map(move |q| (a, Words::of(d, q.span), q)).collect::<Vec<_>>())
        .map(|(a, w, q)| (a, q, w))
        .collect();
    let mut found = Vec::new();
    for (i, (a, x, ours)) in all.iter().enumerate() {
        for (b, y, theirs) in all.iter().skip(i + 1).filter(|(b, ..)| b != a) {
            let whole = ours.telling() >= 3 && run(ours, theirs) >= RUN.min(ours.len()).min(theirs.len());
            if whole && theirs.telling() >= 3 {
                found.extend(contrast(event, (*a, x), (*b, y)));
            }
        }
    }
    found
}

/// Who is named, where that differs: two people, or one named and one not.
fn contrast(event: &Event, (a, x): (ArticleId, &Quote), (b, y): (ArticleId, &Quote)) -> Option<Discrepancy> {
    let (ours, theirs) = (source(event, a, x)?, source(event, b, y)?);
    if ours.same(&theirs) {
        return None;
    }
    let rule = match (ours.person, theirs.person) {
        (true, true) => "two-speakers",
        (true, false) | (false, true) => "source-named-here-not-there",
        (false, false) => return None,
    };
    let value = |article, quote: &Quote, name: &str, side| {
        let sentence = SentenceId { article, index: quote.sentence };
        let span = quote.speaker_mention.unwrap_or(quote.span);
        crate::model::DisputedValue { excerpt: crate::model::Excerpt { sentence, span }, value: name.to_string(), side }
    };
    let values = vec![value(a, x, &ours.name, 0), value(b, y, &theirs.name, 1)];
    Some(Discrepancy { kind: DiscrepancyKind::Attribution, about: String::new(), values, rule })
}

struct Source {
    name: String,
    person: bool,
    words: BTreeSet<String>,
}

impl Source {
    /// Whether both can be the same one: a word of the names in common.
    fn same(&self, other: &Source) -> bool {
        self.words.iter().any(|w| other.words.contains(w))
    }
}

/// Who an article gives a quote to; none where it does not tell or only a pronoun that stayed unresolved.
fn source(event: &Event, article: ArticleId, quote: &Quote) -> Option<Source> {
    let document = event.document(article)?;
    let entity = quote.entity.and_then(|id| event.entities.get(id.0 as usize));
    let mention = quote.speaker_mention.map(|m| document.text(m).to_string());
    let name = quote.speaker.clone().or_else(|| mention.clone().filter(|m| m.contains(' ')))?;
    let person = entity.is_some_and(|e| e.kind == EntityKind::Person);
    let known = entity.into_iter().flat_map(|e| e.aliases.iter().cloned());
    let all = [Some(name.clone()), mention].into_iter().flatten().chain(known);
    let words = all.flat_map(|n| n.split_whitespace().map(crate::lexicon::stem).collect::<Vec<_>>());
    let words = words.filter(|w| w.len() > 2 && !crate::lexicon::is_stop_word(w)).collect();
    Some(Source { name, person, words })
}
