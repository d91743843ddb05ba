//! Reporting verbs: what hands over the same words of the same speaker; neutral swaps stay hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::contrast::{Contrasts, Kind};
use super::reading::Class;
use super::scene::Scene;
use crate::lexicon;
use crate::model::{ArticleId, CueClass, Dimension, Document, EntityId, Quote, QuoteId, SentenceId, Term};

/// A reporting verb as printed, with what it does.
struct Cue {
    term: Term,
    class: CueClass,
}

/// Verbs on the same utterances and in pairs that report the same speaker.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    let mut speakers: BTreeMap<String, EntityId> = BTreeMap::new();
    for pair in same_words(scene, false) {
        let told: Vec<Cue> = pair.iter().filter_map(|(article, quote)| cue(scene, *article, quote)).collect();
        let neutral = told.iter().all(|c| c.class == CueClass::Neutral);
        let same = told.windows(2).all(|w| matches!(w, [a, b] if same_verb(&a.term, &b.term)));
        if told.len() < 2 || neutral || same {
            continue;
        }
        let named = |q: &Quote| q.speaker.clone().filter(|s| s.starts_with(char::is_uppercase));
        if told.iter().any(|c| lexicon::stem(&c.term.term) == "report") {
            continue; // a paper relaying a paper: nobody's words
        }
        let Some(speaker) = pair.iter().find_map(|(_, q)| named(q)) else { continue };
        if let Some(entity) = pair.iter().find_map(|(_, q)| q.entity) {
            speakers.insert(speaker.clone(), entity);
        }
        add(scene, contrasts, &speaker, told);
    }
    for (speaker, entity) in &speakers {
        add(scene, contrasts, speaker, marked(scene, *entity));
    }
    of_speakers(scene, contrasts, &speakers.into_values().collect());
}

/// Speakers whom no two sources quote with the same words, and whom one source gives no neutral verb.
fn of_speakers(scene: &Scene, contrasts: &mut Contrasts, known: &BTreeSet<EntityId>) {
    let entities = scene.event.entities.iter().enumerate().map(|(i, e)| (EntityId(i as u32), e));
    for (entity, speaker) in entities.filter(|(e, _)| !known.contains(e)) {
        let told = scene.event.articles().map(|(article, document)| {
            let quotes = document.quotes.iter().filter(|q| q.entity == Some(entity));
            quotes.filter_map(|q| cue(scene, article, q)).collect::<Vec<Cue>>()
        });
        let told: Vec<Vec<Cue>> = told.filter(|cues| !cues.is_empty()).collect();
        let plain = |cues: &Vec<Cue>| cues.iter().all(|c| c.class == CueClass::Neutral);
        if told.len() < 2 || told.iter().all(plain) {
            continue;
        }
        let target = format!("the words of {}", speaker.name);
        let key = speaker.name.clone();
        let kind = Kind { dimension: Dimension::AttributionVerb, rule: "verbs-of-speaker", key, target: &target };
        contrasts.add(kind, told.into_iter().flatten().map(|c| c.term));
    }
}

fn add(scene: &Scene, contrasts: &mut Contrasts, speaker: &str, told: Vec<Cue>) {
    let target = format!("the words of {speaker}");
    let key = speaker.to_string();
    let kind = Kind { dimension: Dimension::AttributionVerb, rule: "verb-swap", key, target: &target };
    contrasts.add(kind, told.into_iter().map(|c| with_addressee(scene, c)));
}

/// A verb that is not neutral with whom it goes to: "thanked China" and "thanked Xi" are not the same.
fn with_addressee(scene: &Scene, cue: Cue) -> Term {
    let whole = || {
        let reading = scene.reading(cue.term.excerpt.sentence)?;
        let (first, last) = scene.covered(reading, cue.term.excerpt.span)?;
        let object = reading.noun_phrase(last + 1)?;
        let tokens = reading.tokens.get(object.words.clone())?;
        let unbroken = tokens.first().is_some_and(|t| !t.breaks) && tokens.iter().all(|t| !t.quoted);
        let named = tokens.iter().all(|t| matches!(t.class, Class::Name | Class::Determiner));
        (unbroken && named).then(|| scene.words(reading, &(first..object.words.end))).flatten()
    };
    let told = if cue.class == CueClass::Neutral { None } else { whole() };
    told.unwrap_or(cue.term)
}

/// The verbs that are not neutral and hand over other words of a speaker whom the sources report differently.
fn marked(scene: &Scene, entity: EntityId) -> Vec<Cue> {
    let of = |(article, document): (ArticleId, &Document)| -> Vec<Cue> {
        let quotes = document.quotes.iter().filter(|q| q.entity == Some(entity));
        quotes.filter_map(|q| cue(scene, article, q)).filter(|c| c.class != CueClass::Neutral).collect()
    };
    scene.event.articles().flat_map(of).collect()
}

/// Quotes of the same words: versions of one utterance, and quotes of one speaker in sentences that say the same; those of
/// speakers without a name too, if wanted.
pub fn same_words<'a>(scene: &'a Scene, unnamed_too: bool) -> Vec<Vec<(ArticleId, &'a Quote)>> {
    let mut found: Vec<Vec<(ArticleId, &Quote)>> = Vec::new();
    for utterance in &scene.found.utterances {
        let quote = |id: QuoteId| Some((id.article, scene.event.document(id.article)?.quotes.get(id.index as usize)?));
        let mut by_article: BTreeMap<ArticleId, &Quote> = BTreeMap::new();
        for (article, quote) in utterance.members.iter().filter_map(|m| quote(m.quote)) {
            by_article.entry(article).or_insert(quote);
        }
        found.push(by_article.into_iter().collect());
    }
    for (link, _, _) in scene.pairs() {
        let of = |id: SentenceId| scene.event.document(id.article).map(|d| quotes(d, id.index)).unwrap_or_default();
        for one in of(link.a) {
            for other in of(link.b) {
                let named = one.entity.is_some() && one.entity == other.entity;
                let unnamed = unnamed_too && (one.entity.is_none() || other.entity.is_none());
                let least = if named { SHARED } else { UNNAMED };
                if (named || unnamed) && shared(scene, link.a, one, link.b, other) >= least {
                    found.push(vec![(link.a.article, one), (link.b.article, other)]);
                }
            }
        }
    }
    found
}

/// Content words that two quotes of one speaker in sentences that say the same must share: the pair and the speaker say
/// most of it already.
const SHARED: usize = 1;

/// And quotes of which one has a speaker without a name: here the words have to say it.
const UNNAMED: usize = 3;

fn shared(scene: &Scene, a: SentenceId, one: &Quote, b: SentenceId, other: &Quote) -> usize {
    let stems = |id: SentenceId, q: &Quote| -> BTreeSet<String> {
        let tokens = scene.reading(id).map(|r| r.tokens.as_slice()).unwrap_or_default();
        let inside = tokens.iter().filter(|t| t.is_content() && q.span.contains(t.span));
        inside.map(|t| t.stem.clone()).collect()
    };
    stems(a, one).intersection(&stems(b, other)).count()
}

fn quotes(document: &Document, sentence: u32) -> Vec<&Quote> {
    document.quotes.iter().filter(|q| q.sentence == sentence && q.cue.is_some()).collect()
}

fn cue(scene: &Scene, article: ArticleId, quote: &Quote) -> Option<Cue> {
    let (span, class) = (quote.cue?, quote.cue_class?);
    let document = scene.event.document(article)?;
    let holds = document.sentences.iter().position(|s| s.span.contains(span))?;
    let term = scene.term(SentenceId { article, index: holds as u32 }, span);
    let says_nothing = lexicon::stem(&term.term) == "comment"; // "declined to comment"
    (!says_nothing).then_some(Cue { term, class })
}

fn same_verb(a: &Term, b: &Term) -> bool {
    let stem = |t: &Term| lexicon::stem(t.term.split(' ').next().unwrap_or(""));
    stem(a) == stem(b)
}
