//! One claim, two sources; or a source's claim told in an article's own voice.

use std::collections::BTreeSet;

use super::pair::{Pair, Side, shared};
use super::wording::{Words, run, sharing};
use crate::lexicon;
use crate::model::{
    ArticleId, BlockKind, Discrepancy, DiscrepancyKind, DisputedValue, Document, EntityId, EntityKind, Event, Excerpt,
    Quote, QuoteKind, SentenceId,
};
use crate::span::Span;

/// Share of the telling words of a report that the other sentence must have for both to make the same claim. Chosen from
/// .4 to .8 on thirteen events: lower pairs reports with sentences on the same topic.
const COVERED: f64 = 0.6;

/// Telling words a report and the other sentence must share.
const SHARED: usize = 3;

/// Links less likely right than this are no proof that two articles make the same claim; at it nine of ten are right.
const SURE: f64 = 0.8;

/// Words in a row that two quotations must share to be the same; six in a row are chance once in thousands of pairs.
const RUN: usize = 6;

/// A claim that one article attributes and the other makes itself, or that they give to different people.
pub fn of_claims(event: &Event, pair: &Pair) -> Option<Discrepancy> {
    if pair.score < SURE {
        return None;
    }
    two_sources(event, pair).or_else(|| pair.both_ways().into_iter().find_map(|(a, b)| own_voice(event, a, b)))
}

fn own_voice(event: &Event, a: &Side, b: &Side) -> Option<Discrepancy> {
    let headline = event.sentence(b.id).is_some_and(|s| s.kind == BlockKind::Headline);
    if headline || handed_over(event, b) {
        return None;
    }
    let (quote, clause) = reports_of(a).find_map(|q| Some((q, carried(event, a, q, b)?)))?;
    let spoken = |q: &Quote| q.span.overlaps(clause) || q.speaker_mention.is_some_and(|m| m.overlaps(clause));
    if b.quotes().any(spoken) || b.words.iter().any(|w| clause.contains(w.span) && hands_over(&w.lower)) {
        return None;
    }
    let said = quote.speaker_mention?;
    let source = quote.speaker.clone().unwrap_or_else(|| a.text(said).to_string());
    let cited = DisputedValue { excerpt: placed(event, a.id.article, quote, said), value: source, side: 0 };
    let values = vec![cited, b.disputed_span(clause, "own voice", 1)];
    Some(Discrepancy { kind: DiscrepancyKind::Attribution, about: String::new(), values, rule: "own-voice" })
}

/// The clause of `b` that says most of what a report in `a` says; none where it does not say enough of it.
fn carried(event: &Event, a: &Side, quote: &Quote, b: &Side) -> Option<Span> {
    let said: BTreeSet<&str> = stems_in(a, quote.span);
    let clauses = event.sentence(b.id).map(|s| s.clauses.clone()).unwrap_or_default();
    let common = |clause: &Span| shared(&said, &stems_in(b, *clause));
    let best = clauses.into_iter().reduce(|best, next| if common(&next) > common(&best) { next } else { best })?;
    let count = common(&best);
    (count >= SHARED && count as f64 >= COVERED * said.len() as f64).then_some(best)
}

fn stems_in<'s>(side: &'s Side, span: Span) -> BTreeSet<&'s str> {
    side.words.iter().filter(|w| w.telling && span.contains(w.span)).map(|w| w.stem.as_str()).collect()
}

fn hands_over(word: &str) -> bool {
    lexicon::is_in_class("saying_verbs", word)
        || matches!(
            word,
            "put"
                | "puts"
                | "according"
                | "reportedly"
                | "apparently"
                | "allegedly"
                | "criticism"
                | "critics"
                | "view"
                | "believes"
                | "estimates"
                | "estimated"
        )
}

/// Whether the sentence goes on with words of somebody named before: it follows a report and points back.
fn handed_over(event: &Event, side: &Side) -> bool {
    let text = event.sentence_text(side.id).to_lowercase();
    let quoted = text.starts_with(['“', '"', '‘']);
    let before = side.id.index.checked_sub(1);
    let follows =
        before.is_some_and(|i| side.document.quotes.iter().any(|q| q.sentence == i && q.kind != QuoteKind::Scare));
    quoted
        || (follows
            && matches!(
                side.lower(0),
                "he" | "she" | "it" | "they" | "the" | "but" | "and" | "his" | "her" | "their" | "that" | "this"
            ))
}

/// What a sentence reports as somebody's claim.
fn reports_of<'a>(side: &Side<'a>) -> impl Iterator<Item = &'a Quote> {
    let document = side.document;
    side.quotes().filter(move |q| q.speaker_mention.is_some() && reports(document, q))
}

/// Verbs that hand over a claim, by their first letters; praising, asking and apologizing are acts of their own.
const CLAIMING: [&str; 25] = [
    "acknowledg",
    "add",
    "alleg",
    "argu",
    "assert",
    "believ",
    "claim",
    "conced",
    "contend",
    "declar",
    "disclos",
    "estimat",
    "explain",
    "insist",
    "maintain",
    "note",
    "point",
    "report",
    "reveal",
    "said",
    "say",
    "stat",
    "tell",
    "told",
    "warn",
];

fn reports(document: &Document, quote: &Quote) -> bool {
    let cue = quote.cue.map(|c| document.text(c).to_lowercase()).unwrap_or_default();
    CLAIMING.iter().any(|verb| cue.starts_with(verb)) || cue == "according to"
}

/// Two reports of one claim by different people.
fn two_sources(event: &Event, pair: &Pair) -> Option<Discrepancy> {
    for x in reports_of(pair.a) {
        for y in reports_of(pair.b) {
            let (ours, theirs) = (stems_in(pair.a, x.span), stems_in(pair.b, y.span));
            let common = shared(&ours, &theirs);
            let same = common > SHARED && common as f64 >= COVERED * ours.len().min(theirs.len()) as f64;
            let found = same.then(|| contrast(event, (pair.a.id.article, x), (pair.b.id.article, y))).flatten();
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Quotations of two articles that share a run of words and are given to different people.
pub fn of_quotes(event: &Event) -> Vec<Discrepancy> {
    let direct = |d: &'_ Document| d.quotes.iter().filter(|q| q.kind == QuoteKind::Direct).cloned().collect::<Vec<_>>();
    let all: Vec<(ArticleId, Quote, Words)> = event
        .articles()
        .flat_map(|(a, d)| direct(d).into_iter().map(move |q| (a, Words::of(d, q.span), q)).collect::<Vec<_>>())
        .map(|(a, w, q)| (a, q, w))
        .collect();
    let words: Vec<&Words> = all.iter().map(|(.., w)| w).collect();
    let near = sharing(&words).into_iter().filter_map(|(i, j)| Some((all.get(i)?, all.get(j)?)));
    let enough = |w: &Words| w.telling() >= 3 || w.len() > RUN;
    near.filter(|((a, ..), (b, ..))| a != b)
        .filter(|((.., ours), (.., theirs))| enough(ours) && enough(theirs))
        .filter(|((.., ours), (.., theirs))| run(ours, theirs) >= RUN.min(ours.len()).min(theirs.len()))
        .filter_map(|((a, x, _), (b, y, _))| contrast(event, (*a, x), (*b, y)))
        .collect()
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
        let span = quote.speaker_mention.unwrap_or(quote.span);
        DisputedValue { excerpt: placed(event, article, quote, span), value: name.to_string(), side }
    };
    let mut values = vec![value(a, x, &ours.name, 0), value(b, y, &theirs.name, 1)];
    if !ours.person {
        values.reverse();
        values.iter_mut().enumerate().for_each(|(side, v)| v.side = side);
    }
    Some(Discrepancy { kind: DiscrepancyKind::Attribution, about: String::new(), values, rule })
}

/// Papers that speak for those who wrote them.
fn is_document(word: &str) -> bool {
    const DOCUMENTS: [&str; 16] = [
        "ad",
        "article",
        "book",
        "complaint",
        "email",
        "filing",
        "lawsuit",
        "letter",
        "memo",
        "petition",
        "post",
        "report",
        "statement",
        "study",
        "survey",
        "video",
    ];
    DOCUMENTS.contains(&word.to_lowercase().as_str())
}

/// Some words of a quote's sentence; where they stand in another one, the quoted words in their place.
fn placed(event: &Event, article: ArticleId, quote: &Quote, span: Span) -> Excerpt {
    let sentence = SentenceId { article, index: quote.sentence };
    let own = event.sentence(sentence).map_or(quote.span, |s| s.span);
    let quoted = Span::new(quote.span.start.max(own.start), quote.span.end.min(own.end));
    Excerpt { sentence, span: if own.contains(span) { span } else { quoted } }
}

struct Source {
    name: String,
    person: bool,
    entity: Option<EntityId>,
    words: BTreeSet<String>,
}

impl Source {
    /// Whether both can be the same one: one entity, or a word of the names in common.
    fn same(&self, other: &Source) -> bool {
        self.entity.is_some() && self.entity == other.entity || self.words.iter().any(|w| other.words.contains(w))
    }
}

/// Who an article gives a quote to; none where it does not tell or only by a word that names nobody.
fn source(event: &Event, article: ArticleId, quote: &Quote) -> Option<Source> {
    let document = event.document(article)?;
    let entity = quote.entity.and_then(|id| event.entities.get(id.0 as usize));
    let mention = quote.speaker_mention.map(|m| document.text(m).to_string());
    let full = |name: &str| name.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count() > 1;
    let unknown = entity.is_none_or(|e| e.kind == EntityKind::Unknown) && quote.speaker.as_deref().is_some_and(full);
    let person = unknown || entity.is_some_and(|e| e.kind == EntityKind::Person);
    let name = match (person, &mention) {
        (false, Some(mention)) => mention.clone(),
        _ => quote.speaker.clone()?,
    };
    if name.contains(" and ") {
        return None;
    }
    let described = name.split_whitespace().any(|w| lexicon::role(&w.to_lowercase()).is_some() || is_document(w));
    if !person && entity.is_none() && !described || lexicon::is_in_class("subject_pronouns", &name.to_lowercase()) {
        return None;
    }
    let words = name.split_whitespace().map(lexicon::stem);
    let words = words.filter(|w| w.len() > 2 && !lexicon::is_stop_word(w)).collect();
    Some(Source { name, person, entity: quote.entity, words })
}
