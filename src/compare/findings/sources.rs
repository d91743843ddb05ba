//! Quotes → findings: whom only one article quotes.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::phrases::{is_printed_whole, list, named, quoted};
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::compare::wording::{self, Wording};
use crate::language;
use crate::model::{
    ArticleId, Document, EntityId, EntityKind, Event, Finding, FindingKind, Mention, MentionKind,
    Quote, QuoteKind, SentenceId, Tag,
};
use crate::span::Span;

/// Telling words of a quotation that is worth naming its speaker for.
const TELLING: usize = 3;

/// Share of the telling words of a quotation that a sentence of another article may have; with more the words may be told
/// there too, from somebody it does not name.
const WORDED: f64 = 0.5;

/// Telling words of a quotation that is looked for; one or two stand anywhere.
const FEW: usize = 2;

/// Speakers whose words are printed, and others who are listed with what is said of them.
const PRINTED: usize = 2;
const LISTED: usize = 3;

/// Words of a description beside a name that is printed with it; a longer one is a sentence of its own.
const DESCRIBED: usize = 12;

/// Somebody whom one article quotes and no other mentions.
struct Source<'a> {
    name: &'a str,
    /// The name with what the article says of them beside it: "Ada Crane, a lawyer".
    described: Option<String>,
    quote: &'a Quote,
    /// Telling words of the quotation; of several the one that says most is printed.
    telling: usize,
}

/// Whom each article quotes that no other mentions.
pub fn quoted_only_here(event: &Event, articles: &Articles) -> Vec<Finding> {
    let wording = articles.wording;
    if event.documents.len() < 2 {
        return Vec::new();
    }
    let texts: Vec<BTreeSet<String>> = event
        .documents
        .iter()
        .map(|d| standing::plain_words(d).collect())
        .collect();
    event
        .articles()
        .filter(|(_, document)| is_earliest(event, document))
        .filter_map(|(article, document)| {
            let mut sources: BTreeMap<EntityId, Source> = BTreeMap::new();
            for quote in &document.quotes {
                let Some((entity, source)) = source(event, document, quote) else {
                    continue;
                };
                let rank = |s: &Source| (is_clear(articles, article, document, s.quote), s.telling);
                let known = sources.get(&entity);
                if known.is_none_or(|known| rank(known) < rank(&source)) {
                    sources.insert(entity, source);
                }
            }
            sources.retain(|entity, _| {
                !is_elsewhere(event, &texts, article, *entity)
                    && !beside(document, *entity)
                        .any(|q| are_elsewhere(event, wording, article, document, q))
            });
            let mut sources: Vec<Source> = sources.into_values().collect();
            sources.retain(|s| {
                is_shown_whole(document, s.quote)
                    && (is_clear(articles, article, document, s.quote)
                        || described_with_words(document, s).is_some())
            });
            sources.sort_by_key(|s| s.quote.span);
            finding(event, articles, article, document, &sources)
        })
        .collect()
}

/// A name with its title or with a short description that does not point at what was spoken of before ("the group's
/// director"); none where it has neither.
fn described(document: &Document, mention: &Mention, name: &str) -> Option<String> {
    let titled = document.text(mention.span);
    let title = mention.span.start < mention.core.start && titled.starts_with(char::is_alphabetic);
    if title && document.text(mention.core) == name {
        return Some(titled.to_string());
    }
    let description = document.text(mention.apposition?);
    let words = || {
        mention
            .apposition
            .into_iter()
            .flat_map(|a| document.words_in(a))
    };
    let alone = words().count() <= DESCRIBED
        && !words().any(|w| language::WORDS.definite.contains(&w.to_lowercase()));
    alone.then(|| format!("{name}, {description}"))
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
        described: described(document, mention, &entity.name),
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
    let last = last.map(standing::plain).unwrap_or_default();
    let mut others = event
        .articles()
        .zip(texts)
        .filter(|((id, _), _)| *id != home);
    others.any(|((_, document), words)| document.speaks_of(entity) || words.contains(&last))
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

fn finding(
    event: &Event,
    articles: &Articles,
    article: ArticleId,
    document: &Document,
    sources: &[Source],
) -> Option<Finding> {
    if sources.is_empty() {
        return None;
    }
    let clear = |s: &&Source| is_clear(articles, article, document, s.quote);
    let (mut shown, mut others): (Vec<&Source>, Vec<&Source>) = sources.iter().partition(clear);
    shown.sort_by_key(|s| std::cmp::Reverse(s.telling));
    let rest = shown.split_off(shown.len().min(PRINTED));
    others.extend(rest);
    shown.sort_by_key(|s| s.quote.span);
    let mut who: Vec<String> = shown.iter().map(|s| s.name.to_string()).collect();
    let described = others
        .iter()
        .filter_map(|s| described_with_words(document, s));
    who.extend(described.take(LISTED));
    if sources.len() > who.len() {
        who.push("others".to_string());
    }
    let words = shown.iter().map(|s| quoted(sentence(document, s.quote)));
    let words: Vec<String> = words.collect();
    let told = match words.as_slice() {
        [] => ".".to_string(),
        some => format!(": {}", some.join("; ")),
    };
    let outlet = list(&named(event, [article]));
    Some(Finding {
        kind: FindingKind::Addition,
        summary: format!("Only {outlet} quotes {}{told}", list(&who)),
        articles: vec![article],
        evidence: sources
            .iter()
            .filter_map(|s| {
                let index = s.quote.sentence;
                event.excerpt(SentenceId { article, index })
            })
            .collect(),
        salience: salience(sources.len()),
        rule: "quoted-only-here",
        ..Finding::default()
    })
}

/// Words that are quoted of one person, all together: of more only a part is printed, and not always the part that matters.
/// Of 31 people with fewer that readers judged 26 were worth telling, of 43 with more 24; nine of these misled.
const QUOTED: usize = 40;

/// Whether so little is quoted of the speaker of a quotation that what is printed is what was said.
fn is_shown_whole(document: &Document, quote: &Quote) -> bool {
    let own = document
        .quotes
        .iter()
        .filter(|q| q.entity == quote.entity && q.kind == QuoteKind::Direct);
    own.map(|q| document.words_in(q.span).count())
        .sum::<usize>()
        <= QUOTED
}

/// Characters of a quotation that is printed beside a name.
const BRIEF: usize = 160;

/// Who somebody is, with the words quoted where they say something by themselves: they are few and begin with a noun, with
/// "we" or "I", or with what belongs to it. Whoever speaks for others is worth it only with words.
fn described_with_words(document: &Document, source: &Source) -> Option<String> {
    let who = source.described.as_ref()?;
    let span = source.quote.span;
    let reading = &document
        .sentences
        .get(source.quote.sentence as usize)?
        .reading;
    let first = reading.token(reading.tokens_in(span).start)?;
    let begins = matches!(
        first.tag,
        Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Cd | Tag::Dt
    ) || language::WORDS.first_person.contains(&first.lower);
    let pointing = language::WORDS.demonstratives.contains(&first.lower);
    let words = document.text(span);
    if begins && !pointing && words.chars().count() <= BRIEF {
        let words = quoted(words.trim_end_matches([',', '.', ' ']));
        return Some(format!("{who} ({words})"));
    }
    let lower = who.to_lowercase();
    let mut speaking = language::WORDS.speaking_for_others.iter();
    (!speaking.any(|role| lower.contains(role))).then(|| who.clone())
}

/// The sentence that a quotation stands in: what is quoted may have its subject outside the marks.
fn sentence<'a>(document: &'a Document, quote: &Quote) -> &'a str {
    let here = document.sentences.get(quote.sentence as usize);
    here.map_or("", |s| document.text(s.span))
}

/// Whether the sentence of a quotation says, to somebody who sees nothing else, who speaks and of what: it is printed whole,
/// introduces its speaker, means nothing that stands before it, and the speaker does not go on with "but".
fn is_clear(articles: &Articles, article: ArticleId, document: &Document, quote: &Quote) -> bool {
    let index = quote.sentence;
    let next = document.sentences.get(index as usize + 1);
    let turns = next.is_some_and(standing::opens_by_joining);
    is_printed_whole(sentence(document, quote))
        && standing::is_understood_alone(document, index)
        && !standing::begins_with_a_pronoun(document, index)
        && articles.known.covers(SentenceId { article, index })
        && !turns
}

/// How much a reader wants to know that an article has voices of its own: more, the more there are.
fn salience(sources: usize) -> f64 {
    0.55 + 0.03 * sources.min(4) as f64
}
