//! Utterances → findings: what an outlet did to a quote.
//!
//! Only versions in quotation marks are held against each other, word by word. What counts is how much of the meaning
//! changed: content words that are gone and stand nowhere near in the article, content words put in their place, parts
//! joined without a mark. A lost "and" is no finding.

mod headlines;
mod interrupted;
mod losses;

pub use headlines::unsupported;

use crate::compare::phrases::{list, named, quoted};
use crate::model::{
    ArticleId, Event, Excerpt, Finding, FindingKind, Fragmentation, Quote, QuoteKind, Reference, SentenceId, Utterance,
    UtteranceMember, UtteranceRelation,
};
use interrupted::Missing;
use losses::{CUT, Losses};

/// From how many words on a version in quotation marks can be what the others are held against.
const FULL: usize = 5;

/// Up to how many words in marks are a fragment and no sentence that was cut.
const FRAGMENT: usize = 3;

/// What a version did to the words.
struct Change<'a> {
    member: &'a UtteranceMember,
    weight: f64,
    summary: String,
    rule: &'static str,
}

/// The gravest change an outlet made against the fullest version; none where nothing of weight differs.
pub fn finding(event: &Event, index: usize, utterance: &Utterance) -> Option<Finding> {
    let fullest = utterance.members.first()?;
    let full = quote(event, fullest)?;
    let long = event.document(fullest.quote.article)?.text(full.span).split_whitespace().count() >= FULL;
    if full.kind != QuoteKind::Direct || !long {
        return None;
    }
    let others = utterance.members.iter().skip(1).filter(|m| m.quote.article != fullest.quote.article);
    let changes = others.filter_map(|m| change(event, utterance, fullest, m));
    let gravest = changes.max_by(|a, b| a.weight.total_cmp(&b.weight))?;
    let articles: Vec<ArticleId> = vec![gravest.member.quote.article];
    let evidence = [fullest, gravest.member].into_iter().filter_map(|m| excerpt(event, m)).collect();
    Some(Finding {
        kind: FindingKind::Quote,
        summary: gravest.summary,
        articles,
        about: vec![Reference::Utterance(index)],
        evidence,
        salience: gravest.weight.min(0.95),
        confidence: 0.8,
        rule: gravest.rule,
    })
}

/// Who both versions say it is; where they do not tell, who all versions together do.
fn speaker<'a>(
    event: &'a Event,
    utterance: &'a Utterance,
    fullest: &UtteranceMember,
    member: &UtteranceMember,
) -> Option<&'a str> {
    let named = |m: &UtteranceMember| quote(event, m).and_then(|q| q.speaker.as_deref());
    match (named(fullest), named(member)) {
        (Some(a), Some(b)) => (a == b).then_some(a),
        _ => utterance.speaker.as_deref(),
    }
}

/// Whether the two versions are given to two of the event's people or bodies: then the words are not one's to change.
fn is_given_to_two(event: &Event, fullest: &UtteranceMember, member: &UtteranceMember) -> bool {
    let entity = |m: &UtteranceMember| quote(event, m).and_then(|q| q.entity);
    matches!((entity(fullest), entity(member)), (Some(a), Some(b)) if a != b)
}

/// Whether a version is a fragment in marks inside what its outlet tells in its own words.
fn is_partial(event: &Event, member: &UtteranceMember) -> bool {
    let Some(document) = event.document(member.quote.article) else { return false };
    let Some(own) = quote(event, member) else { return false };
    let around = document.quotes.iter().filter(|q| q.kind == QuoteKind::Indirect && q.span.contains(own.span));
    let words = document.text(own.span);
    let few = words.split_whitespace().count() <= FRAGMENT && !words.starts_with(char::is_uppercase);
    around.count() > 0 || few
}

/// "a quote of Ada Brook", "a quote of the letter".
fn of(speaker: &str) -> String {
    let article = if speaker.starts_with(char::is_lowercase) { "the " } else { "" };
    format!("a quote of {article}{speaker}")
}

fn quote<'a>(event: &'a Event, member: &UtteranceMember) -> Option<&'a Quote> {
    event.document(member.quote.article)?.quotes.get(member.quote.index as usize)
}

fn text(event: &Event, member: &UtteranceMember) -> Option<String> {
    let document = event.document(member.quote.article)?;
    Some(document.text(quote(event, member)?.span).to_string())
}

fn excerpt(event: &Event, member: &UtteranceMember) -> Option<Excerpt> {
    let quote = quote(event, member)?;
    Some(Excerpt { sentence: SentenceId { article: member.quote.article, index: quote.sentence }, span: quote.span })
}

/// The words a finding about a version is put together from.
struct Words {
    /// The outlet that changed it.
    who: String,
    /// The outlet with the fullest version.
    full: String,
    /// "a quote of Ada Brook".
    whose: String,
}

/// What one version did, weighed by how much of the meaning it touches.
fn change<'a>(
    event: &Event,
    utterance: &Utterance,
    fullest: &UtteranceMember,
    member: &'a UtteranceMember,
) -> Option<Change<'a>> {
    let own = quote(event, member)?;
    let losses = Losses::of(event, fullest, member)?;
    if is_given_to_two(event, fullest, member) {
        return None;
    }
    if own.kind == QuoteKind::Indirect {
        return paraphrase(event, utterance, fullest, member, &losses);
    }
    let words = Words {
        who: list(&named(event, [member.quote.article])),
        full: list(&named(event, [fullest.quote.article])),
        whose: speaker(event, utterance, fullest, member).map_or("a quote".to_string(), of),
    };
    let (weight, summary, rule) = match member.relation {
        _ if member.fragments == Some(Fragmentation::Joined) && losses.content >= CUT => joined(&words, &losses),
        UtteranceRelation::Truncated if losses.is_telling() && is_partial(event, member) => {
            let name = speaker(event, utterance, fullest, member);
            partial(&words, &losses, &text(event, member)?, name)
        }
        UtteranceRelation::Truncated if losses.is_telling() => cut(&words, &losses, member.indicated),
        UtteranceRelation::Truncated if member.fragments == Some(Fragmentation::Split) => {
            split(&words, &losses, &text(event, fullest)?)
        }
        UtteranceRelation::Edited => edited(&words, &losses)?,
        UtteranceRelation::Reworded => reworded(&words, &losses, member.possible_translation)?,
        _ => halved(&words, &interrupted::missing(event, fullest, member)?)?,
    };
    Some(Change { member, weight, summary, rule })
}

/// The weight, the sentence and the rule of a change.
type Told = (f64, String, &'static str);

/// Words without the marks of a sentence that goes on or ends.
fn bare(words: &str) -> &str {
    words.trim_end_matches(['.', ',', ';', ' '])
}

fn joined(words: &Words, losses: &Losses) -> Told {
    let Words { who, full, whose } = words;
    let gap = quoted(&losses.text);
    let summary = format!("{who} joins two parts of {whose} and marks no gap; {full} has {gap} between them.");
    (0.6 + losses.weight(), summary, "quote-joined")
}

fn partial(words: &Words, losses: &Losses, own: &str, name: Option<&str>) -> Told {
    let Words { who, full, .. } = words;
    let from = name.map_or(String::new(), |name| format!(" from {name}"));
    let summary = format!("{who} quotes only {} of what {full} quotes in full{from}.", quoted(bare(own)));
    (0.3 + losses.weight() / 2.0, summary, "quote-partial")
}

fn cut(words: &Words, losses: &Losses, indicated: bool) -> Told {
    let Words { who, full, whose } = words;
    let place = if losses.at_start { "how it begins" } else { "how it goes on" };
    let marked = if indicated { " (the gap is marked)" } else { "" };
    let lost = quoted(bare(&losses.text));
    let summary = format!("{who} cuts {whose} and leaves out {place} in {full}: {lost}{marked}.");
    (0.45 + losses.weight(), summary, "quote-cut")
}

/// One of the two parts of an interrupted sentence is gone.
fn halved(words: &Words, missing: &Missing) -> Option<Told> {
    let Words { who, full, whose } = words;
    let place = if missing.at_start { "how it begins" } else { "how it goes on" };
    let lost = quoted(bare(&missing.text));
    let summary = format!("{who} cuts {whose} and leaves out {place} in {full}: {lost}.");
    (missing.content >= CUT).then(|| (0.45 + losses::weight(missing.content), summary, "quote-cut"))
}

fn split(words: &Words, losses: &Losses, whole: &str) -> Told {
    let Words { who, full, whose } = words;
    let summary = format!("{who} prints {whose} in separate pieces; {full} has them in one: {}.", quoted(bare(whole)));
    (0.35 + losses.weight(), summary, "quote-split")
}

fn edited(words: &Words, losses: &Losses) -> Option<Told> {
    let Words { who, full, whose } = words;
    let (before, after) = losses.replaced.clone()?;
    let summary = format!("{who} has {} in {whose} where {full} has {}.", quoted(&after), quoted(&before));
    Some((0.5 + losses.weight(), summary, "quote-edited"))
}

fn reworded(words: &Words, losses: &Losses, translation: bool) -> Option<Told> {
    let Words { who, full, whose } = words;
    let told = |end: &str| format!("{who} and {full} print {whose} in other words: reworded{end}.");
    if translation && losses.shared >= 2 {
        return Some((0.5, told(", possible translation"), "quote-translated"));
    }
    losses.is_same_sentence().then(|| (0.55, told(""), "quote-reworded"))
}

/// Words that one outlet quotes and another tells in its own: worth a line where little else is.
fn paraphrase<'a>(
    event: &Event,
    utterance: &Utterance,
    fullest: &UtteranceMember,
    member: &'a UtteranceMember,
    losses: &Losses,
) -> Option<Change<'a>> {
    let quoted_there = utterance.members.iter().any(|m| {
        m.quote.article == member.quote.article && quote(event, m).is_some_and(|q| q.kind == QuoteKind::Direct)
    });
    if quoted_there || !losses.is_same_beyond_doubt() {
        return None;
    }
    let who = list(&named(event, [member.quote.article]));
    let full = list(&named(event, [fullest.quote.article]));
    let speaker = utterance.speaker.as_deref()?;
    Some(Change {
        member,
        weight: 0.3,
        summary: format!("{full} quotes {speaker}; {who} gives the same in its own words, without quotation marks."),
        rule: "quote-paraphrased",
    })
}
