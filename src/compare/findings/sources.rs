//! Quotes → findings: whom only one article quotes.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::phrases::{is_printed_whole, list, named, quoted};
use crate::compare::standing;
use crate::compare::wording::{self, Wording};
use crate::language;
use crate::model::{
    ArticleId, Document, EntityId, EntityKind, Event, Excerpt, Finding, FindingKind, MentionKind,
    Quote, QuoteKind, SentenceId,
};
use crate::span::Span;

/// Telling words of a quotation that is worth naming its speaker for.
const TELLING: usize = 3;

/// Share of the telling words of a quotation that a sentence of another article may have; with more the words may be told
/// there too, from somebody it does not name.
const WORDED: f64 = 0.5;

/// Telling words of a quotation that is looked for; one or two stand anywhere.
const FEW: usize = 2;

/// Speakers whose words are printed.
const PRINTED: usize = 2;

/// Somebody whom one article quotes and no other mentions.
struct Source<'a> {
    name: &'a str,
    quote: &'a Quote,
    /// Telling words of the quotation; of several the one that says most is printed.
    telling: usize,
}

/// Whom each article quotes that no other mentions.
pub fn quoted_only_here(event: &Event, wording: &Wording) -> Vec<Finding> {
    if event.documents.len() < 2 {
        return Vec::new();
    }
    let texts: Vec<BTreeSet<String>> = event.documents.iter().map(words).collect();
    event
        .articles()
        .filter(|(_, document)| is_earliest(event, document))
        .filter_map(|(article, document)| {
            let mut sources: BTreeMap<EntityId, Source> = BTreeMap::new();
            for quote in &document.quotes {
                let Some((entity, source)) = source(event, document, quote) else {
                    continue;
                };
                let known = sources.get(&entity);
                if known.is_none_or(|known| known.telling < source.telling) {
                    sources.insert(entity, source);
                }
            }
            sources.retain(|entity, _| {
                !is_elsewhere(event, &texts, article, *entity)
                    && !beside(document, *entity)
                        .any(|q| are_elsewhere(event, wording, article, document, q))
            });
            let mut sources: Vec<Source> = sources.into_values().collect();
            sources.sort_by_key(|s| s.quote.span);
            finding(event, article, document, &sources)
        })
        .collect()
}

/// Whether no other article is of an earlier day: whom it does not quote may have spoken after it.
fn is_earliest(event: &Event, document: &Document) -> bool {
    let mut others = event.documents.iter();
    !others.any(|other| standing::is_earlier(other, document))
}

/// Whose words a quotation has, where that is a person whom its sentence names in full or by the last name.
fn source<'a>(
    event: &'a Event,
    document: &'a Document,
    quote: &'a Quote,
) -> Option<(EntityId, Source<'a>)> {
    let (id, printed) = (quote.entity?, quote.speaker_mention?);
    let entity = event.entities.get(id.0 as usize)?;
    let mention = document.mentions.iter().find(|m| {
        m.kind == MentionKind::Name && m.entity == Some(id) && m.span.overlaps(printed)
    })?;
    let here = document.sentences.get(quote.sentence as usize)?;
    let full = entity.name.contains(' ');
    let telling = wording::content(document.words_in(quote.span)).len();
    let fit = entity.kind == EntityKind::Person
        && !is_retold(document, quote, printed)
        && !is_passed_on(event, document, quote)
        && !is_told_to_a_medium(document, quote)
        && !standing::points_back(here, quote.span)
        && quote.kind == QuoteKind::Direct
        && full
        && telling >= TELLING
        && here.span.contains(mention.span);
    let source = Source {
        name: &entity.name,
        quote,
        telling,
    };
    fit.then_some((id, source))
}

/// Whether somebody else tells what the speaker of a quotation said.
fn is_retold(document: &Document, quote: &Quote, speaker: Span) -> bool {
    let mut quotes = document.quotes.iter();
    quotes.any(|q| q.span.contains(speaker) && q.speaker != quote.speaker)
}

/// Whether the words came through an outlet that another article is from.
fn is_passed_on(event: &Event, document: &Document, quote: &Quote) -> bool {
    let via = quote.via.as_ref().map(|v| v.to_lowercase());
    let mut others = event
        .documents
        .iter()
        .filter(|d| d.article.key != document.article.key);
    via.is_some_and(|via| {
        others.any(|d| {
            let mut names = d.article.names();
            names.any(|n| n.to_lowercase().contains(&via) || via.contains(&n.to_lowercase()))
        })
    })
}

/// Whether the words were said to a medium that the sentence does not name: "told the paper" may be the paper of another
/// article.
fn is_told_to_a_medium(document: &Document, quote: &Quote) -> bool {
    let words = |span| document.text(span).to_lowercase();
    let told = quote.addressee.map(words).unwrap_or_default();
    let medium = told.strip_prefix("the ").unwrap_or_default();
    language::WORDS.media.contains(medium)
}

/// Whether any other article mentions somebody, as resolved or by the last name.
fn is_elsewhere(
    event: &Event,
    texts: &[BTreeSet<String>],
    home: ArticleId,
    entity: EntityId,
) -> bool {
    let name = event.entities.get(entity.0 as usize).map(|e| &e.name);
    let last = name.and_then(|n| n.rsplit(' ').find(|w| !standing::is_name_suffix(w)));
    let last = last.map(plain).unwrap_or_default();
    let mentioned = |d: &Document| d.mentions.iter().any(|m| m.entity == Some(entity));
    let mut others = event
        .articles()
        .zip(texts)
        .filter(|((id, _), _)| *id != home);
    others.any(|((_, document), words)| mentioned(document) || words.contains(&last))
}

/// Everything that is quoted in the sentences of somebody's words and in those around them: more of one statement.
fn beside(document: &Document, entity: EntityId) -> impl Iterator<Item = &Quote> {
    let own = document
        .quotes
        .iter()
        .filter(move |q| q.entity == Some(entity));
    let sentences: BTreeSet<u32> = own.map(|q| q.sentence).collect();
    document.quotes.iter().filter(move |q| {
        q.kind != QuoteKind::Indirect && sentences.iter().any(|s| s.abs_diff(q.sentence) <= 1)
    })
}

/// Whether one sentence of another article has the words of a quotation.
fn are_elsewhere(
    event: &Event,
    wording: &Wording,
    home: ArticleId,
    document: &Document,
    quote: &Quote,
) -> bool {
    let stems = wording::content(document.words_in(quote.span));
    if stems.len() < FEW {
        return false;
    }
    let mut others = event.articles().filter(|(id, _)| *id != home);
    others.any(|(id, _)| {
        wording
            .nearest(&stems, id)
            .is_some_and(|(_, share)| share >= WORDED)
    })
}

/// The words of an article as [`plain`] has them.
fn words(document: &Document) -> BTreeSet<String> {
    let words = document.sentences.iter().flat_map(|s| &s.words);
    words.map(|w| plain(document.text(*w))).collect()
}

/// A word in lower case, with straight apostrophes and without a possessive ending.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    lower.strip_suffix("'s").unwrap_or(&lower).to_string()
}

fn finding(
    event: &Event,
    article: ArticleId,
    document: &Document,
    sources: &[Source],
) -> Option<Finding> {
    if sources.is_empty() {
        return None;
    }
    let mut most: Vec<&Source> = sources.iter().collect();
    most.sort_by_key(|s| (!is_whole(document, s.quote), std::cmp::Reverse(s.telling)));
    most.truncate(PRINTED);
    most.sort_by_key(|s| s.quote.span);
    let mut who: Vec<String> = most.iter().map(|s| s.name.to_string()).collect();
    if sources.len() > PRINTED {
        who.push("others".to_string());
    }
    let words: Vec<String> = most
        .iter()
        .map(|s| quoted(sentence(document, s.quote)))
        .collect();
    let outlet = list(&named(event, [article]));
    Some(Finding {
        kind: FindingKind::Addition,
        summary: format!("Only {outlet} quotes {}: {}", list(&who), words.join("; ")),
        articles: vec![article],
        evidence: sources
            .iter()
            .filter_map(|s| evidence(article, document, s.quote))
            .collect(),
        salience: salience(sources.len()),
        rule: "quoted-only-here",
        ..Finding::default()
    })
}

/// The sentence that a quotation stands in: what is quoted may have its subject outside the marks.
fn sentence<'a>(document: &'a Document, quote: &Quote) -> &'a str {
    let here = document.sentences.get(quote.sentence as usize);
    here.map_or("", |s| document.text(s.span))
}

fn is_whole(document: &Document, quote: &Quote) -> bool {
    is_printed_whole(sentence(document, quote))
}

/// The sentence of a quotation.
fn evidence(article: ArticleId, document: &Document, quote: &Quote) -> Option<Excerpt> {
    let sentence = SentenceId {
        article,
        index: quote.sentence,
    };
    let span = document.sentences.get(quote.sentence as usize)?.span;
    Some(Excerpt { sentence, span })
}

/// How much a reader wants to know that an article has voices of its own: more, the more there are.
fn salience(sources: usize) -> f64 {
    0.55 + 0.03 * sources.min(4) as f64
}
