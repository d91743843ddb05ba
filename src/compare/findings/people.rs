//! Names → findings: of whom an article never speaks.
//!
//! What is claimed can be looked up: nobody of the name stands in the article, nor anybody described as the others
//! describe the one who is missing.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::facts;
use crate::compare::phrases::{is_printed_whole, list, named, quoted_from};
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::language;
use crate::model::{
    ArticleId, BlockKind, Document, Entity, EntityId, EntityKind, Event, Finding, FindingKind,
    Mention, MentionKind, QuoteKind, SentenceId,
};
use crate::span::Span;

/// Sentences of the others that must name somebody for the silence of one article to tell anything, and sentences in which
/// the one who is named acts. Of 68 people that readers judged, those who act in two sentences or more were worth telling in
/// 34 of 48, the others in 10 of 20; of 24 findings the five that nobody cared for were of people named in three sentences.
const NAMED: usize = 4;
const ACTING: usize = 2;

/// People who are told of.
const PRINTED: usize = 2;

/// Somebody whom articles name.
struct Person<'a> {
    entity: &'a Entity,
    id: EntityId,
    /// The sentences that name them, with whether they act there.
    places: BTreeMap<SentenceId, bool>,
}

/// What articles are asked for.
struct Texts {
    /// The words of each article, as they are looked up, in order.
    words: BTreeMap<ArticleId, Vec<String>>,
    briefs: BTreeSet<ArticleId>,
}

/// Whom articles never mention whom others name in several sentences. Whom one article alone quotes is told of elsewhere.
pub fn never_mentioned(event: &Event, articles: &Articles) -> Vec<Finding> {
    let texts = Texts {
        words: event
            .articles()
            .map(|(id, d)| (id, standing::plain_words(d).collect()))
            .collect(),
        briefs: facts::briefs(event),
    };
    let people = people(event);
    let mut told: BTreeMap<(Vec<ArticleId>, Vec<ArticleId>), Vec<&Person>> = BTreeMap::new();
    for person in people.iter().filter(|p| is_told_enough(event, p)) {
        let tellers: BTreeSet<ArticleId> = person.places.keys().map(|id| id.article).collect();
        let others = event.articles().map(|(id, _)| id);
        let silent: Vec<ArticleId> = others.filter(|id| !tellers.contains(id)).collect();
        let all = silent
            .iter()
            .all(|id| texts.lacks(event, *id, person, &tellers));
        if all && !silent.is_empty() {
            let tellers = tellers.into_iter().collect();
            told.entry((silent, tellers)).or_default().push(person);
        }
    }
    told.into_iter()
        .filter_map(|((silent, tellers), people)| {
            finding(event, articles, silent, &tellers, people)
        })
        .collect()
}

/// People by their full names.
fn people(event: &Event) -> Vec<Person<'_>> {
    let mut places: BTreeMap<EntityId, BTreeMap<SentenceId, bool>> = BTreeMap::new();
    for (article, document) in event.articles() {
        for (index, sentence) in (0..).zip(&document.sentences) {
            if !matches!(sentence.kind, BlockKind::Body | BlockKind::Headline) {
                continue;
            }
            for mention in names(document, index) {
                let acts = sentence
                    .reading
                    .acts
                    .iter()
                    .any(|act| act.agent == Some(mention.head));
                let Some(entity) = mention.entity else {
                    continue;
                };
                let here = places.entry(entity).or_default();
                *here.entry(SentenceId { article, index }).or_default() |= acts;
            }
        }
    }
    let person = |(id, places): (EntityId, _)| {
        let entity = event.entities.get(id.0 as usize)?;
        let full = entity.name.contains(' ') && !entity.name.contains(['’', '\'']);
        (entity.kind == EntityKind::Person && full).then_some(Person { entity, id, places })
    };
    places.into_iter().filter_map(person).collect()
}

fn names(document: &Document, sentence: u32) -> impl Iterator<Item = &Mention> {
    let here = document.mentions_in(sentence).iter();
    here.filter(|m| m.kind == MentionKind::Name)
}

/// Whether somebody is named often enough, and acts, to be missed.
fn is_told_enough(event: &Event, person: &Person) -> bool {
    let tellers: BTreeSet<ArticleId> = person.places.keys().map(|id| id.article).collect();
    let acting = person.places.values().filter(|acts| **acts).count();
    let quoted_here = || {
        let own = tellers.iter().filter_map(|id| event.document(*id));
        let mut quotes = own.flat_map(|d| &d.quotes);
        quotes.any(|q| q.entity == Some(person.id) && q.kind == QuoteKind::Direct)
    };
    let told_elsewhere = tellers.len() == 1 && quoted_here();
    !told_elsewhere
        && person.places.len() >= NAMED
        && acting >= ACTING
        && !speaks_for_others(event, person)
}

impl Texts {
    /// Whether an article that could have mentioned somebody does not, by name or by what the others call them.
    fn lacks(
        &self,
        event: &Event,
        article: ArticleId,
        person: &Person,
        tellers: &BTreeSet<ArticleId>,
    ) -> bool {
        let (Some(document), Some(words)) = (event.document(article), self.words.get(&article))
        else {
            return false;
        };
        let apart = || {
            let mut others = tellers.iter().filter_map(|id| event.document(*id));
            others.any(|other| {
                standing::is_earlier(document, other) || !standing::are_of_one_time(document, other)
            })
        };
        let named = || {
            let own = name_words(person.entity);
            let all: Vec<String> = person.entity.name.split(' ').map(standing::plain).collect();
            // Where the family name comes first, a title stands before it: "Mr. Kim".
            let mut pairs = words.windows(2);
            words.iter().any(|w| own.contains(w))
                || pairs.any(|pair| match pair {
                    [title, name] => language::title(title).is_some() && all.contains(name),
                    _ => false,
                })
        };
        let described = || {
            let mut phrases = descriptions(event, person).into_iter();
            phrases.any(|phrase| is_said(words, &phrase))
        };
        !self.briefs.contains(&article)
            && !document.speaks_of(person.id)
            && !apart()
            && !named()
            && !described()
    }
}

/// The words of somebody's names, given names and titles left out where a last name follows.
fn name_words(entity: &Entity) -> BTreeSet<String> {
    let names = entity
        .aliases
        .iter()
        .filter(|a| a.starts_with(char::is_uppercase));
    let all = std::iter::once(&entity.name).chain(names);
    let last = all.filter_map(|name| name.rsplit(' ').find(|w| !standing::is_name_suffix(w)));
    last.map(standing::plain).collect()
}

/// How the articles describe somebody, by the word that says it and the one before that: "press secretary".
fn descriptions(event: &Event, person: &Person) -> BTreeSet<[String; 2]> {
    let mut found: BTreeSet<[String; 2]> = BTreeSet::new();
    let mut add = |phrase: &str| {
        let words: Vec<String> = phrase.split(' ').map(standing::plain).collect();
        if let Some(head) = words.last() {
            let before = words.len().checked_sub(2).and_then(|i| words.get(i));
            found.insert([before.cloned().unwrap_or_default(), head.clone()]);
        }
    };
    for alias in &person.entity.aliases {
        if let Some(office) = alias.strip_prefix("the ") {
            add(office);
        }
    }
    for id in person.places.keys() {
        let Some(document) = event.document(id.article) else {
            continue;
        };
        let own = names(document, id.index).filter(|m| m.entity == Some(person.id));
        for mention in own {
            let title = Span::new(mention.span.start, mention.core.start);
            add(document.text(title).trim());
            if let Some(beside) = mention.apposition {
                add(head_phrase(document, id.index, beside));
            }
        }
    }
    found.remove(&[String::new(), String::new()]);
    found
}

/// The words of a description up to the one that says what it is: "the president" of "the president of the union".
fn head_phrase(document: &Document, sentence: u32, description: Span) -> &str {
    let reading = document
        .sentences
        .get(sentence as usize)
        .map(|s| &s.reading);
    let head = reading.and_then(|r| r.token(r.head_of(description)?));
    head.map_or("", |token| {
        let start = description.start.min(token.span.start);
        document.text(Span::new(start, token.span.end))
    })
}

/// Whether words in a row say a description: its two last words, or its last behind "the".
fn is_said(words: &[String], [before, head]: &[String; 2]) -> bool {
    words.windows(2).any(|pair| match pair {
        [first, second] => second == head && (first == "the" || first == before),
        _ => false,
    })
}

/// Whether somebody only hands on what others say, or asks them: the words are told without the name.
fn speaks_for_others(event: &Event, person: &Person) -> bool {
    descriptions(event, person).iter().any(|[before, head]| {
        let speaking = &language::WORDS.speaking_for_others;
        speaking.contains(head) || speaking.contains(&format!("{before} {head}"))
    })
}

fn finding(
    event: &Event,
    articles: &Articles,
    silent: Vec<ArticleId>,
    tellers: &[ArticleId],
    mut people: Vec<&Person>,
) -> Option<Finding> {
    people.sort_by_key(|p| (std::cmp::Reverse(p.places.len()), p.id));
    let shown: Vec<(&Person, SentenceId)> = people
        .iter()
        .filter_map(|p| Some((*p, telling(event, articles, p)?)))
        .take(PRINTED)
        .collect();
    let most = shown.first()?.0.places.len();
    let elsewhere = list(&named(event, tellers.iter().copied()));
    let who: Vec<String> = shown.iter().map(|(p, _)| p.entity.name.clone()).collect();
    let words: Vec<String> = shown
        .iter()
        .map(|(_, id)| {
            let outlet = list(&named(event, [id.article]));
            quoted_from(&outlet, event.sentence_text(*id))
        })
        .collect();
    let names = list(&named(event, silent.iter().copied()));
    let verb = if silent.len() == 1 {
        "mentions"
    } else {
        "mention"
    };
    let name = if tellers.len() == 1 { "names" } else { "name" };
    Some(Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{names} never {verb} {}, whom {elsewhere} {name}: {}",
            list(&who),
            words.join("; ")
        ),
        articles: silent,
        evidence: shown
            .iter()
            .filter_map(|(_, id)| event.excerpt(*id))
            .collect(),
        salience: salience(most),
        rule: "never-mentioned",
        ..Finding::default()
    })
}

/// How much a reader wants to know that somebody is missing: more, the more the others write about them.
fn salience(sentences: usize) -> f64 {
    0.55 + 0.02 * sentences.min(8) as f64
}

/// The sentence that says most about somebody to a reader who sees nothing else of its article: one that is
/// printed whole, names them early and is understood alone, in which they act.
fn telling(event: &Event, articles: &Articles, person: &Person) -> Option<SentenceId> {
    let alone = |id: &SentenceId| {
        let document = event.document(id.article);
        document.is_some_and(|d| standing::is_understood_alone(d, id.index))
            && articles.known.covers(*id)
    };
    let body = |id: &SentenceId| {
        event
            .sentence(*id)
            .is_some_and(|s| s.kind == BlockKind::Body)
    };
    let whole = |id: &SentenceId| is_printed_whole(event.sentence_text(*id));
    let early = |id: &SentenceId| {
        let told = event.document(id.article).zip(event.sentence(*id));
        told.is_some_and(|(document, sentence)| {
            let mut own = names(document, id.index).filter(|m| m.entity == Some(person.id));
            own.any(|m| m.core.end <= sentence.span.start + EARLY)
        })
    };
    let said = |id: &SentenceId| articles.wording.stems(*id).len().min(SAID);
    let bodies = person.places.iter().filter(|(id, _)| body(id));
    let best = bodies.max_by_key(|(id, acts)| {
        let clear = (whole(id), early(id), alone(id), **acts);
        (clear, said(id), std::cmp::Reverse(**id))
    });
    best.map(|(id, _)| *id)
}

/// Bytes of a sentence among which a name is surely printed.
const EARLY: usize = 90;

/// Telling words beyond which a sentence says no more that fits into a line.
const SAID: usize = 12;
