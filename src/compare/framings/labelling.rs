//! Labelling: what the sources call the same person, group, act or matter.

use std::collections::{BTreeMap, BTreeSet};

use super::acts::same_thing;
use super::contrast::{Contrasts, Kind};
use super::phrases::{Agent, NounPhrase};
use super::reading::{Class, Reading, Token};
use super::scene::{LONGEST, Scene};
use crate::codebook::Hit;
use crate::lexicon;
use crate::model::{ArticleId, BlockKind, Dimension, EntityId, EntityKind, MentionKind, SentenceId, Term};
use crate::span::Span;

/// Contrasts of label words and of descriptions.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    words(scene, contrasts);
    descriptions(scene, contrasts);
}

/// Words of one entry of the labels list in sentences that say the same.
fn words(scene: &Scene, contrasts: &mut Contrasts) {
    for (link, a, b) in scene.pairs() {
        let (in_a, in_b) = (scene.hits_of(link.a, Dimension::Labelling), scene.hits_of(link.b, Dimension::Labelling));
        let categories: BTreeSet<usize> = in_a.iter().map(|h| h.category).collect();
        for category in categories {
            let of = |hits: &[&Hit]| -> Vec<Hit> {
                hits.iter().filter(|h| h.category == category && !within(h, hits)).map(|h| (*h).clone()).collect()
            };
            let own = |r: &Reading, hits: Vec<Hit>| -> Vec<Hit> {
                hits.into_iter().filter(|h| !is_name(r, h.span)).collect()
            };
            let (one, other) = (own(a, of(&in_a)), own(b, of(&in_b)));
            let printed = |id: SentenceId, h: &Hit| scene.term(id, h.span).term.to_lowercase();
            let swap = |h: &Hit, o: &Hit| {
                let (mine, theirs) = (printed(link.a, h), printed(link.b, o));
                h.entry == o.entry || lexicon::interchangeable(&mine, &theirs)
            };
            let shared = one.is_empty() || one.iter().any(|h| other.iter().any(|o| swap(h, o)));
            let (one, other) = by_one_actor(scene, (a, one), (b, other));
            let quoted = all_quoted(scene, link.a, &one) || all_quoted(scene, link.b, &other);
            if one.is_empty() || other.is_empty() || shared || quoted {
                continue;
            }
            let name = scene.categories.get(category).map_or("", |c| c.name.as_str());
            let terms = [(a, &one), (b, &other)]
                .into_iter()
                .flat_map(|(r, hits)| hits.iter().filter_map(|h| scene.phrase(r, h.span)).collect::<Vec<_>>());
            let terms: Vec<Term> = terms.collect();
            let about = scene.categories.get(category).and_then(|c| c.about.clone());
            let target = about.unwrap_or_else(|| name.to_string());
            let key = format!("{name} {}", scene.passage(link.a));
            let kind =
                || Kind { dimension: Dimension::Labelling, rule: "label-word", key: key.clone(), target: &target };
            let names = names(&[a, b], &terms);
            contrasts.add(kind(), terms);
            contrasts.add(kind(), elsewhere(scene, category, &names));
        }
    }
}

/// Whether a longer label of another entry holds the word: "gay" in "gay marriage".
fn within(hit: &Hit, hits: &[&Hit]) -> bool {
    hits.iter().any(|h| h.category != hit.category && h.span.len() > hit.span.len() && h.span.contains(hit.span))
}

/// The hits but verbs whose visible subjects are two different ones: two acts, not two names of one.
fn by_one_actor(
    scene: &Scene,
    (a, one): (&Reading, Vec<Hit>),
    (b, other): (&Reading, Vec<Hit>),
) -> (Vec<Hit>, Vec<Hit>) {
    let subject = |r: &Reading, h: &Hit| {
        let (_, last) = scene.covered(r, h.span)?;
        let group = r.verb_groups().into_iter().find(|g| g.words.contains(&last) && g.agent == Agent::Subject)?;
        let day = group.words.start.checked_sub(1).filter(|&i| r.tokens.get(i).is_some_and(|t| t.lower == "on"));
        let end = day.unwrap_or(group.words.start); // "Mayor Rowan on Monday urged"
        r.noun_phrases().into_iter().find(|p| p.words.end == end)
    };
    let apart = |x: &Hit, y: &Hit| match (subject(a, x), subject(b, y)) {
        (Some(x), Some(y)) => !same_thing(scene, (a, &x), (b, &y)),
        _ => false,
    };
    let mine = one.iter().filter(|x| other.iter().any(|y| !apart(x, y))).cloned().collect();
    let theirs = other.iter().filter(|y| one.iter().any(|x| !apart(x, y))).cloned().collect();
    (mine, theirs)
}

/// Whether the words are part of a name: "Homes" in "Corvane Homes" is no choice of a word. A headline has capitals anyway.
fn is_name(reading: &Reading, span: Span) -> bool {
    let inside = |t: &&Token| span.overlaps(t.span);
    reading.kind != BlockKind::Headline && reading.tokens.iter().filter(inside).all(|t| t.class == Class::Name)
}

fn all_quoted(scene: &Scene, id: SentenceId, hits: &[Hit]) -> bool {
    hits.iter().all(|h| scene.is_quoted(id, h.span))
}

/// Stems of names inside the terms: what the label is of.
fn names(readings: &[&Reading], terms: &[Term]) -> BTreeSet<String> {
    let inside = |r: &&Reading| {
        let tokens = r.tokens.iter().filter(|t| {
            let place = |term: &Term| term.excerpt.sentence == r.id && term.excerpt.span.overlaps(t.span);
            matches!(t.class, Class::Name | Class::Possessive) && terms.iter().any(place)
        });
        tokens.map(|t| t.stem.clone()).collect::<Vec<_>>()
    };
    readings.iter().flat_map(inside).collect()
}

/// Phrases of the same entry that are of the same named thing, anywhere in the articles.
fn elsewhere(scene: &Scene, category: usize, names: &BTreeSet<String>) -> Vec<Term> {
    let mut found = Vec::new();
    for reading in scene.all() {
        for hit in scene.hits(reading.id).iter().filter(|h| h.category == category) {
            let Some(term) = scene.phrase(reading, hit.span) else { continue };
            if !scene.is_quoted(reading.id, hit.span)
                && !names.is_disjoint(&self::names(&[reading], std::slice::from_ref(&term)))
            {
                found.push(term);
            }
        }
    }
    found
}

/// What one source calls a person or body, beside or in place of the name.
struct Description {
    stems: BTreeSet<String>,
    term: Term,
}

fn descriptions(scene: &Scene, contrasts: &mut Contrasts) {
    let mut by_entity: BTreeMap<EntityId, BTreeMap<ArticleId, Vec<Description>>> = BTreeMap::new();
    for (article, document) in scene.event.articles() {
        for mention in &document.mentions {
            let Some(named) = mention.entity else { continue };
            let entity = shorter_name(scene, named);
            let id = SentenceId { article, index: mention.sentence };
            let Some(reading) = scene.reading(id) else { continue };
            let spans = match mention.kind {
                MentionKind::Role => [Some(mention.span).filter(|s| telling_words(scene, reading, *s) > 1), None],
                MentionKind::Name => {
                    let behind = mention.apposition.or_else(|| behind(reading, scene, mention.core));
                    [before(reading, scene, mention.core, kind_words(document.text(mention.core))), behind]
                }
                MentionKind::Pronoun => continue,
            };
            let spans = spans.into_iter().enumerate().filter_map(|(i, s)| Some((i == 1, s?)));
            for (apposition, span) in spans.filter(|(_, s)| !scene.is_quoted(id, *s)) {
                let found = description(scene, reading, span, apposition, scene.name(entity));
                by_entity.entry(entity).or_default().entry(article).or_default().extend(found);
            }
        }
    }
    for (entity, by_article) in by_entity {
        let Some(known) = scene.event.entities.get(entity.0 as usize) else { continue };
        if matches!(known.kind, EntityKind::Place | EntityKind::Group) || !differ(&by_article) {
            continue;
        }
        let key = format!("{}", entity.0);
        let kind = Kind { dimension: Dimension::Labelling, rule: "label-role", key, target: &known.name };
        contrasts.add(kind, by_article.into_values().flat_map(distinct));
    }
}

/// The entity that a name with a word for its kind before it is one of: "PAC Northern Dawn" is "Northern Dawn".
fn shorter_name(scene: &Scene, entity: EntityId) -> EntityId {
    let name = |e: EntityId| scene.name(e);
    let long = name(entity);
    let ends = |other: &EntityId| {
        let short = name(*other);
        let kind = long.strip_suffix(short).and_then(|kind| kind.strip_suffix(' '));
        short.contains(' ') && kind.is_some_and(|k| k.chars().all(char::is_uppercase))
    };
    (0..scene.event.entities.len() as u32).map(EntityId).find(ends).unwrap_or(entity)
}

/// How many words of a name as printed say its kind: one of "PAC Northern Dawn".
fn kind_words(printed: &str) -> usize {
    let kind = |w: &&str| w.chars().all(char::is_uppercase) && lexicon::role(&w.to_lowercase()).is_some();
    let words: Vec<&str> = printed.split_whitespace().collect();
    words.iter().take_while(|w| kind(w)).count().min(words.len().saturating_sub(2))
}

/// The phrase that says behind a name and a comma what it is a name of: "Northern Dawn, a conservative committee that".
fn behind(reading: &Reading, scene: &Scene, core: Span) -> Option<Span> {
    let at = scene.covered(reading, core)?.1 + 1;
    let opens = reading.tokens.get(at).is_some_and(|t| t.breaks && ["a", "an", "the"].contains(&t.lower.as_str()));
    let phrase = opens.then(|| reading.noun_phrase(at)).flatten()?;
    let role = reading.tokens.get(phrase.head).is_some_and(|t| lexicon::role(&t.lower).is_some());
    let whole = reading.with_complement(&phrase);
    role.then(|| reading.span(&whole)).flatten()
}

/// Relations: "the sister of Ada Crane" is somebody else.
const KIN: [&str; 16] = [
    "aide",
    "brother",
    "colleague",
    "cousin",
    "daughter",
    "father",
    "friend",
    "husband",
    "mother",
    "partner",
    "rival",
    "sister",
    "son",
    "spouse",
    "widow",
    "wife",
];

/// The words before a name in its noun phrase, with what that phrase is "of": "the head of Russian diplomacy".
/// Of the name the first `kind` words say what it is a name of.
fn before(reading: &Reading, scene: &Scene, core: Span, kind: usize) -> Option<Span> {
    let first = scene.covered(reading, core)?.0 + kind;
    let phrases = reading.noun_phrases();
    let phrase: &NounPhrase = phrases.iter().find(|p| p.words.contains(&first))?;
    let mut start = phrase.words.start;
    let of = start.checked_sub(1).filter(|&i| reading.tokens.get(i).is_some_and(|t| t.lower == "of" && start < first));
    let kin = |p: &&NounPhrase| reading.tokens.get(p.head).is_none_or(|t| !KIN.contains(&t.lower.as_str()));
    if let Some(whole) = of.and_then(|of| phrases.iter().find(|p| p.words.end == of)).filter(kin) {
        start = whole.words.start;
    }
    reading.span(&(start..first))
}

/// Content words of a span.
fn telling_words(scene: &Scene, reading: &Reading, span: Span) -> usize {
    let tokens = scene.covered(reading, span).and_then(|(first, last)| reading.tokens.get(first..=last));
    tokens.unwrap_or(&[]).iter().filter(|t| t.is_content()).count()
}

/// Words that only say when somebody is or was something.
const TIMES: [&str; 6] = ["current", "ex", "former", "longtime", "now", "then"];

/// Words that say to whom somebody belongs, not what they are.
const RELATIONS: [&str; 2] = ["counterpart", "other"];

/// A description says what somebody is: it holds a noun for people or bodies that is no mere title, or stands behind the
/// name as a phrase of its own.
fn description(scene: &Scene, reading: &Reading, span: Span, apposition: bool, known: &str) -> Option<Description> {
    let (first, last) = scene.covered(reading, span)?;
    let last = if last - first < LONGEST + 3 { last } else { before_clause(reading, first, last) };
    let tokens = reading.tokens.get(first..=last)?;
    let telling = |t: &&Token| {
        t.is_content()
            && !matches!(t.class, Class::Name | Class::Possessive)
            && (lexicon::title(&t.lower).is_none() || lexicon::role(&t.lower).is_some())
            && !TIMES.contains(&t.lower.as_str())
    };
    let mut stems: BTreeSet<String> = tokens.iter().filter(telling).map(|t| t.stem.replace("our", "or")).collect();
    let belongs = belongs(tokens, known);
    if !stems.is_empty() {
        stems.extend(belongs.iter().cloned());
    }
    let role = |t: &Token| {
        let known = lexicon::role(&t.lower).is_some_and(|r| r.kind != EntityKind::Group);
        let body = lexicon::role(&t.lower).is_some_and(|r| r.kind == EntityKind::Organization);
        let kind = body && t.class == Class::Name && lexicon::title(&t.lower).is_none();
        known && (telling(&t) || kind) && !RELATIONS.contains(&t.lower.as_str())
    };
    let opened = tokens.first().is_some_and(|t| t.class == Class::Determiner || t.lower == "one");
    let says_who = tokens.iter().any(role) || (apposition && opened);
    let relation = tokens.iter().any(|t| RELATIONS.contains(&t.lower.as_str()));
    let term = scene.words(reading, &(first..last + 1))?;
    let acts = |t: &Token| matches!(t.class, Class::Auxiliary | Class::Verb(_) | Class::Preposition | Class::Pronoun);
    let cut = |t: &Token| {
        matches!(t.class, Class::Determiner | Class::Preposition)
            || t.lower.len() == 3 && lexicon::title(&t.lower).is_some()
    };
    let clause = tokens.first().is_some_and(|t| acts(t) || t.lower == "according") || tokens.last().is_some_and(cut);
    let only_title = belongs.is_empty() && tokens.iter().filter(telling).all(|t| lexicon::title(&t.lower).is_some());
    let fits = says_who && !relation && !clause && !only_title && tokens.len() <= LONGEST + 3;
    (fits && !stems.is_empty()).then_some(Description { stems, term })
}

/// Stems of the party or the faith put before the noun (a country is where somebody is from): names other than its own.
fn belongs(tokens: &[Token], known: &str) -> BTreeSet<String> {
    let states = |t: &&Token| lexicon::state(&t.lower).is_none();
    let front = tokens.iter().take_while(|t| t.class != Class::Preposition).filter(states);
    let named = front.filter(|t| matches!(t.class, Class::Name | Class::Possessive) && t.is_content());
    named.filter(|t| !known.to_lowercase().contains(&t.lower)).map(|t| t.stem.clone()).collect()
}

/// The last word before a clause that opens inside a description too long to be shown whole.
fn before_clause(reading: &Reading, first: usize, last: usize) -> usize {
    let opens =
        |i: &usize| reading.tokens.get(*i).is_some_and(|t| ["that", "which", "who"].contains(&t.lower.as_str()));
    (first + 1..=last).find(opens).map_or(last, |i| i - 1)
}

/// Two sources differ where neither of two descriptions only shortens the other, whichever are compared.
fn differ(by_article: &BTreeMap<ArticleId, Vec<Description>>) -> bool {
    let apart = |a: &Description, b: &Description| !a.stems.is_subset(&b.stems) && !b.stems.is_subset(&a.stems);
    let sources: Vec<&Vec<Description>> = by_article.values().filter(|d| !d.is_empty()).collect();
    sources
        .iter()
        .enumerate()
        .any(|(i, a)| sources.iter().skip(i + 1).any(|b| a.iter().all(|x| b.iter().all(|y| apart(x, y)))))
}

/// Descriptions that no fuller one of the same source contains.
fn distinct(descriptions: Vec<Description>) -> Vec<Term> {
    let fuller =
        |d: &Description| descriptions.iter().any(|o| o.stems.len() > d.stems.len() && d.stems.is_subset(&o.stems));
    descriptions.iter().filter(|d| !fuller(d)).map(|d| d.term.clone()).collect()
}
