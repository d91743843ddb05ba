//! Utterances → findings: what an outlet did to a quote.
//!
//! Only versions in quotation marks are held against each other, word by word. What counts is how much of the meaning
//! changed: content words that are gone and stand nowhere near in the article, content words put in their place, parts
//! joined without a mark. A lost "and" is no finding.

mod headlines;
mod losses;

pub use headlines::unsupported;

use crate::compare::phrases::{list, named, quoted};
use crate::model::{
    ArticleId, Event, Excerpt, Finding, FindingKind, Fragmentation, Quote, QuoteKind, Reference, SentenceId, Utterance,
    UtteranceMember, UtteranceRelation,
};
use losses::Losses;

/// From how many words on a version in quotation marks can be what the others are held against.
const FULL: usize = 5;

/// From how many lost content words on a shorter version is called cut. Of the shorter versions in the eight stories
/// those that lost one or two read the same to us ("and", "during the debate"), those that lost three did not.
const CUT: usize = 3;

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
    let both = named(fullest).filter(|name| named(member) == Some(name));
    both.or(utterance.speaker.as_deref())
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

/// What one version did, weighed by how much of the meaning it touches.
fn change<'a>(
    event: &Event,
    utterance: &Utterance,
    fullest: &UtteranceMember,
    member: &'a UtteranceMember,
) -> Option<Change<'a>> {
    let own = quote(event, member)?;
    let losses = Losses::of(event, fullest, member)?;
    let who = list(&named(event, [member.quote.article]));
    let full = list(&named(event, [fullest.quote.article]));
    let whose = speaker(event, utterance, fullest, member).map_or("a quote".to_string(), of);
    let made = |weight: f64, summary: String, rule: &'static str| Some(Change { member, weight, summary, rule });
    if own.kind == QuoteKind::Indirect {
        return paraphrase(event, utterance, fullest, member, &losses);
    }
    match member.relation {
        _ if member.fragments == Some(Fragmentation::Joined) && losses.content >= CUT => made(
            0.6 + losses.weight(),
            format!(
                "{who} joins two parts of {whose} and marks no gap; {full} has {} between them.",
                quoted(&losses.text)
            ),
            "quote-joined",
        ),
        UtteranceRelation::Truncated if losses.content >= CUT => {
            let place = if losses.at_start { "how it begins" } else { "how it goes on" };
            let marked = if member.indicated { " (the gap is marked)" } else { "" };
            made(
                0.45 + losses.weight(),
                format!(
                    "{who} cuts {whose} and leaves out {place} in {full}: {}{marked}.",
                    quoted(losses.text.trim_end_matches(['.', ',', ';', ' ']))
                ),
                "quote-cut",
            )
        }
        UtteranceRelation::Truncated if member.fragments == Some(Fragmentation::Split) => made(
            0.35 + losses.weight(),
            format!(
                "{who} prints {whose} in separate pieces; {full} has them in one: {}.",
                quoted(text(event, fullest)?.trim_end_matches(['.', ',', ';', ' ']))
            ),
            "quote-split",
        ),
        UtteranceRelation::Edited => {
            let (before, after) = losses.replaced.clone()?;
            made(
                0.5 + losses.weight(),
                format!("{who} has {} in {whose} where {full} has {}.", quoted(&after), quoted(&before)),
                "quote-edited",
            )
        }
        UtteranceRelation::Reworded if losses.shared >= 2 && member.possible_translation => made(
            0.5,
            format!("{who} and {full} print {whose} in other words: reworded, possible translation."),
            "quote-translated",
        ),
        UtteranceRelation::Reworded if losses.is_same_sentence() => {
            made(0.55, format!("{who} and {full} print {whose} in other words: reworded."), "quote-reworded")
        }
        _ => None,
    }
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
