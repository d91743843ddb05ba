//! Two names in the same place of the same sentence.

use super::between;
use crate::language;
use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, End, Entity, EntityId, EntityKind, Event, Mention,
    MentionKind, Pairing, Pairings, Quote, WordChange,
};
use crate::span::Span;

/// Two people, bodies or places named in one place, at least one of whom the other article never names. Where the place is
/// that of whoever says something, two sources of one statement.
pub fn other_name(event: &Event, pair: &Pairing, change: &WordChange) -> Option<Discrepancy> {
    let (x, y) = (
        named(&pair.a, &change.ours)?,
        named(&pair.b, &change.theirs)?,
    );
    let names = two(event, pair, x.entity?, y.entity?)?;
    if [(&pair.a, x), (&pair.b, y)]
        .iter()
        .any(|(side, m)| passes_words_on(side, m.core))
    {
        return None;
    }
    let sources = source(&pair.a, x.span).is_some() && source(&pair.b, y.span).is_some();
    Some(told(pair, sources, (x.core, names.0), (y.core, names.1)))
}

/// Whether a name is of an outlet or a network that words were given to: each outlet says that it was told.
fn passes_words_on(side: &End, name: Span) -> bool {
    let name = side.document.text(name);
    let own = side.document.article.names().any(|own| own == name);
    own || language::is_outlet(name) || language::medium(&name.to_lowercase()).is_some()
}

/// Two sources of what the sentence reports, by whatever words each is meant: "He later said" and "Ada Crane said".
pub fn other_source(event: &Event, pair: &Pairing, change: &WordChange) -> Option<Discrepancy> {
    let (a, b) = (pair.a.span(&change.ours)?, pair.b.span(&change.theirs)?);
    let (x, y) = (source(&pair.a, a)?, source(&pair.b, b)?);
    let (a, b) = (x.speaker_mention?, y.speaker_mention?);
    let described = |side: &End, span| side.document.text(span).to_lowercase();
    let (one, other) = match (x.entity, y.entity) {
        (Some(one), Some(other)) => {
            let is_person = |id| entity(event, id).is_some_and(|e| e.kind == EntityKind::Person);
            if !(is_person(one) || is_person(other)) {
                return None;
            }
            two(event, pair, one, other)?
        }
        (Some(name), None) => {
            let name = unknown_to(event, name, (&pair.b, b))?;
            return Some(told(pair, true, (a, name), (b, &described(&pair.b, b))));
        }
        (None, Some(name)) => {
            let name = unknown_to(event, name, (&pair.a, a))?;
            return Some(told(pair, true, (a, &described(&pair.a, a)), (b, name)));
        }
        (None, None) => return None,
    };
    Some(told(pair, true, (a, one), (b, other)))
}

/// The name of a person whom an article never mentions, where it describes a source in words that nobody describes the
/// person by; none where the source is a pronoun, which may mean anybody.
fn unknown_to<'a>(
    event: &'a Event,
    person: EntityId,
    (side, description): (&End, Span),
) -> Option<&'a str> {
    let known = entity(event, person).filter(|e| e.kind == EntityKind::Person)?;
    let words = side.document.text(description).to_lowercase();
    let head = words.rsplit(' ').next().unwrap_or_default();
    let is_so_called = known
        .aliases
        .iter()
        .any(|a| a.to_lowercase().ends_with(head));
    let pronoun = language::WORDS.subject_pronouns.contains(&words);
    let unknown = !mentions(event, side.sentence.article, person);
    (unknown && !pronoun && !is_so_called).then_some(known.name.as_str())
}

/// The names of two people, bodies or places, at least one of whom the other article never mentions; none where they may
/// be one.
fn two<'a>(
    event: &'a Event,
    pair: &Pairing,
    one: EntityId,
    other: EntityId,
) -> Option<(&'a str, &'a str)> {
    let unknown = !mentions(event, pair.b.sentence.article, one)
        || !mentions(event, pair.a.sentence.article, other);
    let (x, y) = (entity(event, one)?, entity(event, other)?);
    (one != other && unknown && may_be_two(x, y)).then_some((&x.name, &y.name))
}

fn told(pair: &Pairing, sources: bool, a: (Span, &str), b: (Span, &str)) -> Discrepancy {
    let (kind, rule) = match sources {
        true => (DiscrepancyKind::Attribution, "source-differs"),
        false => (DiscrepancyKind::Name, "name-differs"),
    };
    between(pair, kind, rule, a, b)
}

/// Two given names that cannot be one before the same surname; neither article has the other one before it elsewhere.
pub fn other_given_name(
    event: &Event,
    pairings: &Pairings,
    pair: &Pairing,
    change: &WordChange,
) -> Option<Discrepancy> {
    let (x, y) = (
        given(event, &pair.a, &change.ours)?,
        given(event, &pair.b, &change.theirs)?,
    );
    let elsewhere =
        pairings.prints(&pair.b, &pair.a, &x.words) || pairings.prints(&pair.a, &pair.b, &y.words);
    let ([one, surname], [other, same]) = (x.words, y.words);
    if surname != same || elsewhere || language::may_be_one_given_name(one, other) {
        return None;
    }
    let sources = source(&pair.a, x.span).is_some() && source(&pair.b, y.span).is_some();
    let (a, b) = (format!("{one} {surname}"), format!("{other} {surname}"));
    Some(told(pair, sources, (x.span, &a), (y.span, &b)))
}

/// A given name before a surname.
struct Given<'a> {
    /// Where both stand.
    span: Span,
    /// The given name and the surname.
    words: [&'a str; 2],
}

/// The one changed word, where it is the given name of a person and its surname follows.
fn given<'a>(event: &Event, side: &'a End, range: &std::ops::Range<usize>) -> Option<Given<'a>> {
    let [name] = side.words_in(range) else {
        return None;
    };
    let surname = side.words.get(range.end)?;
    let span = Span::new(name.span.start, surname.span.end);
    let mention = named(side, range).filter(|m| m.core.contains(span))?;
    let person = entity(event, mention.entity?)?.kind == EntityKind::Person;
    let word = name.key.as_str();
    let office = language::title(word).is_some()
        || language::role(word).is_some()
        || language::noun(word).is_some();
    let printed = side.document.text(name.span);
    (person && !office && printed.starts_with(char::is_uppercase)).then_some(Given {
        span,
        words: [word, surname.key.as_str()],
    })
}

fn entity(event: &Event, id: EntityId) -> Option<&Entity> {
    event.entities.get(id.0 as usize)
}

/// The name that the changed words stand in.
fn named<'a>(side: &End<'a>, range: &std::ops::Range<usize>) -> Option<&'a Mention> {
    let span = side.span(range)?;
    let mut names = side
        .document
        .mentions_in(side.sentence.index)
        .iter()
        .filter(|m| m.kind == MentionKind::Name);
    names.find(|m| m.span.overlaps(span))
}

fn mentions(event: &Event, article: ArticleId, entity: EntityId) -> bool {
    event.document(article).is_some_and(|d| d.speaks_of(entity))
}

/// Whether two entities of one kind have no word of their names in common: else they may be one.
fn may_be_two(x: &Entity, y: &Entity) -> bool {
    let words = |e: &Entity| -> Vec<String> {
        let names = e
            .aliases
            .iter()
            .filter(|a| a.starts_with(char::is_uppercase));
        let all = std::iter::once(&e.name).chain(names);
        all.flat_map(|n| n.split(' '))
            .map(|w| w.trim_end_matches('.').to_lowercase())
            .filter(|w| w.len() > 2 && language::title(w).is_none())
            .collect()
    };
    let theirs = words(y);
    x.kind == y.kind && x.kind != EntityKind::Group && !words(x).iter().any(|w| theirs.contains(w))
}

/// What the words at some place are named as the source of.
fn source<'a>(side: &End<'a>, place: Span) -> Option<&'a Quote> {
    let mut quotes = side.document.quotes.iter();
    quotes.find(|q| q.speaker_mention.is_some_and(|s| s.overlaps(place)))
}
