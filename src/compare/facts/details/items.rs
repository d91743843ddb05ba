//! What a telling of a fact has that another may lack.

use crate::compare::standing;
use crate::language::{self, Certainty};
use crate::model::{
    Agreement, ArticleId, Bound, DetailKind, Document, EntityId, EntityKind, Event, MentionKind,
    Quantity, Reading, SentenceId, Support, Tag, Unit, Value, ValueKind, Voice,
};
use crate::span::Span;

/// Where an article tells most of a fact.
pub struct Telling<'a> {
    /// The article.
    pub document: &'a Document,
    /// The sentence.
    pub id: SentenceId,
    /// The words of the sentence that tell it.
    pub span: Span,
    /// Every place where the article tells it.
    pub all: Vec<&'a Support>,
    /// The place that `span` is of.
    most: &'a Support,
}

impl<'a> Telling<'a> {
    /// The telling at one place among all of an article's.
    pub fn of(event: &'a Event, most: &'a Support, all: Vec<&'a Support>) -> Option<Self> {
        let id = most.excerpt.sentence;
        Some(Self {
            document: event.document(id.article)?,
            id,
            span: most.excerpt.span,
            all,
            most,
        })
    }

    /// The article's number.
    pub fn article(&self) -> ArticleId {
        self.id.article
    }
}

/// Something that one telling has.
pub struct Item<'a> {
    /// The words.
    pub span: Span,
    /// What they are.
    pub what: What<'a>,
}

/// What an item is, as far as another article can be asked for it.
pub enum What<'a> {
    /// Somebody or something named.
    Named {
        entity: EntityId,
        kind: EntityKind,
        words: &'a str,
    },
    /// A number, day or time.
    Value(&'a Value),
    /// The same where another may tell it less closely.
    Exact(&'a Value),
    /// What opens a cause, and the cause, as stems.
    Cause(Vec<String>),
    /// To whom the fact is attributed.
    Source(&'a str),
    /// A word that hedges.
    Hedge(Certainty),
}

impl Item<'_> {
    /// The kind of detail it makes.
    pub fn kind(&self) -> DetailKind {
        match &self.what {
            What::Named {
                kind: EntityKind::Place,
                ..
            } => DetailKind::Place,
            What::Named { .. } => DetailKind::Name,
            What::Value(v) if v.kind == ValueKind::Date => DetailKind::Date,
            What::Value(_) => DetailKind::Number,
            What::Exact(_) => DetailKind::Precision,
            What::Cause(_) => DetailKind::Cause,
            What::Source(_) => DetailKind::Attribution,
            What::Hedge(_) => DetailKind::Qualification,
        }
    }

    /// Whether two tellings have the same.
    pub fn is_same(&self, other: &Item) -> bool {
        match (&self.what, &other.what) {
            (What::Named { entity: a, .. }, What::Named { entity: b, .. }) => a == b,
            (What::Value(a), What::Value(b)) => agree(a, b),
            (What::Exact(a), What::Exact(b)) => a.normal == b.normal,
            (What::Cause(a), What::Cause(b)) => a.iter().any(|stem| b.contains(stem)),
            (What::Source(a), What::Source(b)) => a == b,
            (What::Hedge(a), What::Hedge(b)) => a == b,
            _ => false,
        }
    }
}

/// Whether two values can be the same; counts whatever noun stands after them.
pub fn agree(a: &Value, b: &Value) -> bool {
    match (&a.quantity, &b.quantity, &a.period, &b.period) {
        (Some(x), Some(y), ..) if is_count(x) && is_count(y) => x.low <= y.high && y.low <= x.high,
        (Some(x), Some(y), ..) => matches!(x.agreement(y), Agreement::Same | Agreement::Compatible),
        (_, _, Some(p), Some(q)) => p.first <= q.last && q.first <= p.last,
        _ => a.normal == b.normal,
    }
}

/// Whether a quantity counts things, of whatever kind.
pub fn is_count(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(_) | Unit::Ordinal(_))
}

/// The items of a telling, in the order of the text; none where it is no clause of its own, since what else stands in the
/// sentence is not of the fact.
pub fn of<'a>(event: &'a Event, telling: &Telling<'a>) -> Vec<Item<'a>> {
    let clauses = telling
        .document
        .sentences
        .get(telling.id.index as usize)
        .map(|s| s.clauses.as_slice());
    if !clauses.is_some_and(|c| c.contains(&telling.span)) {
        return Vec::new();
    }
    let mut items: Vec<Item> = names(event, telling).chain(values(telling)).collect();
    items.extend(words(telling));
    items.extend(source(telling));
    items.sort_by_key(|i| i.span);
    items
}

fn names<'a>(event: &'a Event, telling: &Telling<'a>) -> impl Iterator<Item = Item<'a>> {
    let (document, within) = (telling.document, telling.span);
    let here = document.mentions_in(telling.id.index).iter();
    let named = here.filter(move |m| m.kind == MentionKind::Name && within.contains(m.span));
    let role = |words: &str| language::role(&words.to_lowercase()).is_some();
    let own = named
        .filter(move |m| !role(document.text(m.core)) && !is_of_the_press(event, document, m.core));
    own.filter_map(move |m| {
        let entity = m.entity?;
        let kind = event.entities.get(entity.0 as usize)?.kind;
        Some(Item {
            span: m.span,
            what: What::Named {
                entity,
                kind,
                words: document.text(m.core),
            },
        })
    })
}

/// Whether a name stands in the dateline, or is that of an outlet or of an agency some article credits.
fn is_of_the_press(event: &Event, document: &Document, name: Span) -> bool {
    let words = document.text(name).to_lowercase();
    let dateline = document.article.dateline.as_deref().map_or(0, str::len);
    let opens = document
        .article
        .text
        .get(..name.start)
        .is_some_and(|before| {
            let line = before.rfind('\n').map_or(0, |n| n + 1);
            document.article.dateline.is_some() && name.start < line + dateline
        });
    let is_press = |d: &Document| {
        let wires = d.article.wire.iter().map(String::as_str);
        wires
            .chain(d.article.names())
            .any(|n| n.to_lowercase().contains(&words))
    };
    opens || event.documents.iter().any(is_press)
}

/// Numbers and dates; "one" and "first" are articles and order more often than counts.
fn values<'a>(telling: &Telling<'a>) -> impl Iterator<Item = Item<'a>> {
    let within = telling.span;
    let here = telling
        .document
        .values_in(telling.id.index)
        .iter()
        .filter(move |v| within.contains(v.span));
    let counts = |v: &&Value| match &v.quantity {
        Some(q) => !(matches!(q.unit, Unit::Ordinal(_)) || q.low == 1.0 && q.high == 1.0),
        None => v.period.is_some(),
    };
    let document = telling.document;
    let item = move |v, what| Item {
        span: with_noun(document, v, within),
        what,
    };
    let exact = |v: &&Value| v.quantity.as_ref().is_none_or(|q| q.bound == Bound::Exact);
    here.filter(counts).flat_map(move |v| {
        std::iter::once(item(v, What::Value(v)))
            .chain(Some(v).filter(exact).map(|v| item(v, What::Exact(v))))
    })
}

/// A number with the word after it, where that is what is counted.
fn with_noun(document: &Document, value: &Value, within: Span) -> Span {
    let words = document
        .sentences
        .get(value.sentence as usize)
        .map_or(&[][..], |s| s.words.as_slice());
    let next = words
        .iter()
        .find(|w| w.start >= value.span.end && within.contains(**w));
    let gap = |w: &Span| {
        document
            .article
            .text
            .get(value.span.end..w.start)
            .is_some_and(|g| g == " " || g == "-")
    };
    let tells = |w: &Span| !language::is_stop_word(&document.text(*w).to_lowercase());
    let noun = next.filter(|w| value.quantity.is_some() && gap(w) && tells(w));
    noun.map_or(value.span, |w| Span::new(value.span.start, w.end))
}

/// The first cause and the first hedge of a telling outside quotation marks.
fn words<'a>(telling: &Telling<'a>) -> Vec<Item<'a>> {
    let document = telling.document;
    let Some(sentence) = document.sentences.get(telling.id.index as usize) else {
        return Vec::new();
    };
    let spans: Vec<Span> = sentence
        .words
        .iter()
        .copied()
        .filter(|w| telling.span.contains(*w))
        .collect();
    let lower: Vec<String> = spans
        .iter()
        .map(|&w| document.text(w).to_lowercase())
        .collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let rest = |at: usize| lower.get(at..).unwrap_or_default();
    let cause = (0..spans.len()).find_map(|at| {
        let opened = opens_cause(&sentence.reading, spans.get(at..)?, rest(at));
        let behind = at + Some(opened).filter(|n| *n > 0)?;
        if standing::is_quoted(document, *spans.get(at)?) {
            return None;
        }
        let stems = crate::compare::wording::content(rest(behind).iter().copied());
        let span = Span::new(spans.get(at)?.start, spans.last()?.end);
        (!stems.is_empty()).then_some(Item {
            span,
            what: What::Cause(stems),
        })
    });
    let hedge = spans.iter().zip(&lower).find_map(|(&span, word)| {
        let certainty = language::hedge(word).filter(|c| is_doubt(*c))?;
        // "could" tells what somebody was able to do as often as what is possible; "May" is a month.
        let cue = document
            .quotes
            .iter()
            .any(|q| q.cue.is_some_and(|c| c.contains(span)));
        let other = *word == "could"
            || document.text(span) == "May"
            || cue
            || standing::is_quoted(document, span);
        (!other).then_some(Item {
            span,
            what: What::Hedge(certainty),
        })
    });
    cause.into_iter().chain(hedge).collect()
}

/// How many of the first words open a cause; 0 where they open none. "Due to" before a verb tells what is planned: "due
/// to walk", "due to be completed".
pub fn opens_cause(reading: &Reading, words: &[Span], lower: &[&str]) -> usize {
    let opened = language::opens_cause(lower);
    let is_verb = |word: &Span| {
        let mut tokens = reading.tokens_in(*word);
        tokens.any(|at| reading.token(at).is_some_and(|token| token.tag == Tag::Vb))
    };
    let planned = lower.first() == Some(&"due") && words.get(opened).is_some_and(is_verb);
    if planned { 0 } else { opened }
}

/// Whether a hedge says how sure something is, not what is planned.
pub fn is_doubt(certainty: Certainty) -> bool {
    matches!(
        certainty,
        Certainty::Alleged | Certainty::Possible | Certainty::Likely
    )
}

/// Who a telling attributes the fact to, by name.
fn source<'a>(telling: &Telling<'a>) -> Option<Item<'a>> {
    let told = telling.most;
    let pronoun = |name: &str| {
        language::WORDS
            .subject_pronouns
            .contains(&name.to_lowercase())
    };
    let source = told
        .attributed_to
        .as_deref()
        .filter(|s| told.voice == Voice::Attributed && !pronoun(s))?;
    let here = telling
        .document
        .quotes
        .iter()
        .filter(|q| q.span.overlaps(telling.span));
    let somebody =
        here.filter(|q| q.entity.is_some() || described(telling.document, q.speaker_mention));
    let named = somebody.filter_map(|q| q.speaker_mention);
    let sentence = telling
        .document
        .sentences
        .get(telling.id.index as usize)?
        .span;
    let span = named
        .into_iter()
        .find(|m| sentence.contains(*m) && !pronoun(telling.document.text(*m)))?;
    Some(Item {
        span,
        what: What::Source(source),
    })
}

/// Whether a source is described by an office or as people, not by a pronoun.
fn described(document: &Document, mention: Option<Span>) -> bool {
    let is_role = |word: &str| language::role(&word.to_lowercase()).is_some();
    mention.is_some_and(|m| document.words_in(m).any(is_role))
}
