//! Quotations: direct ones by their words, indirect ones by their sentences, and to whom they are given.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::{Gold, GoldQuote};
use super::super::names;
use super::super::ties::Ties;
use crate::language::bags::Words;
use crate::model::QuoteKind;
use crate::report::{QuoteEntry, Report};

/// Likeness (Dice) from which two quotations are one: the same words but for a trimmed start or end.
const SAME: f64 = 0.8;

/// Which quote of the report is which of the gold, by id and key.
pub(super) type Links<'a> = BTreeMap<&'a str, &'a str>;

pub(super) fn of<'a>(
    report: &'a Report,
    gold: &'a Gold,
    ties: &Ties<'a>,
    links: &mut Links<'a>,
) -> Score {
    let mut score = direct(report, gold, ties, links);
    score.add(indirect(report, gold, ties, links));
    score
}

/// Direct quotations of the gold with what the report has for each.
struct Matched<'a> {
    golds: Vec<(&'a GoldQuote, Words, Option<&'a QuoteEntry>)>,
    extra: Vec<&'a QuoteEntry>,
}

/// Each quote of the report takes the likest free one of the gold in its article, in the order of the report.
fn matched<'a>(report: &'a Report, gold: &'a Gold, ties: &Ties<'a>) -> Matched<'a> {
    let direct = gold.quotes.iter().filter(|q| !q.indirect);
    let mut golds: Vec<(&GoldQuote, Words, Option<&QuoteEntry>)> =
        direct.map(|q| (q, Words::of(&q.text), None)).collect();
    let mut extra = Vec::new();
    for quote in report
        .quotes
        .iter()
        .filter(|q| q.kind != QuoteKind::Indirect)
    {
        let Some(article) = ties.article(&quote.article) else {
            continue;
        };
        let words = Words::of(&quote.text);
        let mut best: Option<(f64, &mut Option<&QuoteEntry>)> = None;
        for (g, gold_words, taken) in &mut golds {
            let likeness = if ties.owner(&g.sentence) == article {
                words.dice(gold_words)
            } else {
                0.0
            };
            let better = likeness >= SAME && best.as_ref().is_none_or(|(most, _)| likeness > *most);
            if taken.is_none() && better {
                best = Some((likeness, taken));
            }
        }
        match best {
            Some((_, place)) => *place = Some(quote),
            None => extra.push(quote),
        }
    }
    Matched { golds, extra }
}

fn direct<'a>(report: &'a Report, gold: &'a Gold, ties: &Ties<'a>, links: &mut Links<'a>) -> Score {
    let Matched { golds, extra } = matched(report, gold, ties);
    let hits = golds.iter().filter(|(_, _, q)| q.is_some()).count();
    let mut score = Score::default();
    score.figures.push(Figure::rate(
        "direct_quotes",
        hits as f64,
        hits + extra.len(),
        golds.len(),
    ));
    let (mut right, mut judged, mut vias) = (0, 0, Vec::new());
    for (g, _, quote) in &golds {
        let Some(quote) = quote else {
            score.misses.push(miss(
                "direct_quotes",
                "missed",
                format!("“{}”", g.text),
                g,
                ties,
            ));
            continue;
        };
        links.insert(&quote.id, &g.key);
        if let Some(speaker) = speaker(g) {
            let agrees = names::agree(quote.speaker.as_deref(), speaker);
            judged += 1;
            right += usize::from(agrees);
            if !agrees {
                let note = format!(
                    "{} instead of {speaker}: “{}”",
                    said(&quote.speaker),
                    g.text
                );
                score.misses.push(miss("speakers", "wrong", note, g, ties));
            }
        }
        if let Some(via) = g.reported_via.as_deref().filter(|v| !v.is_empty()) {
            let agrees = names::agree(quote.via.as_deref(), via);
            vias.push(agrees);
            if !agrees {
                let note = format!("{} instead of {via}: “{}”", said(&quote.via), g.text);
                score.misses.push(miss("via", "wrong", note, g, ties));
            }
        }
    }
    for quote in extra {
        let sentences = ties
            .sentences(&quote.sentence)
            .map(|s| ties.quoted(s))
            .collect();
        let note = format!("{}: “{}”", quote.article, quote.text);
        score.misses.push(Miss {
            figure: "direct_quotes",
            fault: "extra",
            note,
            sentences,
        });
    }
    score.figures.extend(speakers(
        right,
        judged,
        golds.iter().filter(|(g, ..)| speaker(g).is_some()).count(),
    ));
    if !vias.is_empty() {
        score.figures.push(Figure::share(
            "via",
            vias.iter().filter(|v| **v).count(),
            vias.len(),
        ));
    }
    score
}

/// Of the quotations found, the share given to the right speaker, and of all that have one; none where none has.
fn speakers(right: usize, judged: usize, named: usize) -> Option<Figure> {
    let precision = right as f64 / judged as f64;
    match (judged, named) {
        (_, 0) => None,
        (0, _) => Some(Figure::of("speakers", 0.0, 0.0, 0, named)),
        _ => Some(Figure::of(
            "speakers",
            precision,
            right as f64 / named as f64,
            judged,
            named,
        )),
    }
}

/// Who a quotation of the gold should be given to; marks for distance quote nobody.
fn speaker(quote: &GoldQuote) -> Option<&str> {
    quote
        .speaker
        .as_deref()
        .filter(|s| !s.is_empty() && !quote.scare)
}

fn said(name: &Option<String>) -> &str {
    name.as_deref().unwrap_or("nobody")
}

fn miss(
    figure: &'static str,
    fault: &'static str,
    note: String,
    quote: &GoldQuote,
    ties: &Ties,
) -> Miss {
    Miss {
        figure,
        fault,
        note,
        sentences: vec![ties.quoted(&quote.sentence)],
    }
}

fn indirect<'a>(
    report: &'a Report,
    gold: &'a Gold,
    ties: &Ties<'a>,
    links: &mut Links<'a>,
) -> Score {
    let golds: Vec<&GoldQuote> = gold.quotes.iter().filter(|q| q.indirect).collect();
    if golds.is_empty() {
        return Score::default();
    }
    let wanted: BTreeSet<&str> = golds.iter().map(|q| q.sentence.as_str()).collect();
    let mut found = BTreeSet::new();
    for quote in report
        .quotes
        .iter()
        .filter(|q| q.kind == QuoteKind::Indirect)
    {
        let words = Words::of(&quote.text);
        for sentence in ties.sentences(&quote.sentence) {
            found.insert(sentence);
            let mut best: Option<(usize, &GoldQuote)> = None;
            for g in golds.iter().filter(|g| g.sentence == sentence) {
                let shared = words.shared(&Words::of(&g.text));
                if best.is_none_or(|(most, _)| shared > most) {
                    best = Some((shared, g));
                }
            }
            if let Some((_, g)) = best {
                links.insert(&quote.id, &g.key);
            }
        }
    }
    let hits = wanted.intersection(&found).count();
    let missed = golds
        .iter()
        .filter(|g| !found.contains(g.sentence.as_str()));
    let missed = missed.map(|g| {
        miss(
            "indirect_quotes",
            "missed",
            format!("“{}”", g.text),
            g,
            ties,
        )
    });
    let extra = found.difference(&wanted).map(|s| Miss {
        figure: "indirect_quotes",
        fault: "extra",
        note: String::new(),
        sentences: vec![ties.quoted(s)],
    });
    Score {
        figures: vec![Figure::rate(
            "indirect_quotes",
            hits as f64,
            found.len(),
            wanted.len(),
        )],
        misses: missed.chain(extra).collect(),
        ..Score::default()
    }
}
