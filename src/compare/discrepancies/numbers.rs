//! Two quantities of the same thing.

use std::collections::BTreeSet;

use super::pair::{Pair, Side, akin};
use crate::compare::agreement::{self, Agreement};
use crate::lexicon;
use crate::model::{
    ArticleId, BlockKind, Discrepancy, DiscrepancyKind, DisputedValue, Document, Event, Excerpt, Quantity, SentenceId,
    Unit, Value,
};

/// Words on each side of a figure that tell what it is said of; about a clause.
const NEARBY: usize = 6;

/// Links surer than this with one figure of a thing on each side speak of the same figure even where the words around it
/// differ. At this score nine of ten links are right.
const SURE: f64 = 0.8;

/// Quantities of the same thing in two linked sentences that exclude each other. A figure that the other sentence has
/// too, somewhere, is no conflict.
pub fn find(pair: &Pair, ours: &[Figure], theirs: &[Figure]) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for x in ours.iter().filter(|x| !theirs.iter().any(|y| x.agrees(y))) {
        let free = theirs.iter().filter(|y| !ours.iter().any(|o| o.agrees(y)));
        let rivals: Vec<&Figure> =
            free.filter(|y| x.excludes(y) && same_thing(pair, x, y, alone(x, ours) && alone(y, theirs))).collect();
        if let [y] = rivals.as_slice() {
            let values = vec![x.disputed(pair.a.id, 0), y.disputed(pair.b.id, 1)];
            found.push(number(about(pair.a.document, x), values, "number-conflict"));
        }
    }
    found
}

fn number(about: String, values: Vec<DisputedValue>, rule: &'static str) -> Discrepancy {
    Discrepancy { kind: DiscrepancyKind::Number, about, values, rule }
}

/// Whether a figure is the only one of its unit in its sentence.
fn alone(figure: &Figure, all: &[Figure]) -> bool {
    all.iter().filter(|f| f.quantity.unit == figure.quantity.unit).count() == 1
}

/// A number with what it is said of.
pub struct Figure<'a> {
    value: &'a Value,
    quantity: &'a Quantity,
    near: BTreeSet<String>,
    fate: Option<&'static str>,
    /// It is somebody's age, which is no span of time.
    age: bool,
}

impl Figure<'_> {
    fn agrees(&self, other: &Figure) -> bool {
        let counts = matches!((&self.quantity.unit, &other.quantity.unit), (Unit::Count(_), Unit::Count(_)));
        let ranked = match (&self.quantity.unit, &other.quantity.unit) {
            (Unit::Ordinal(a), Unit::Count(b)) | (Unit::Count(b), Unit::Ordinal(a)) => a == b,
            _ => false,
        };
        let equal =
            (counts || ranked) && self.quantity.low <= other.quantity.high && other.quantity.low <= self.quantity.high;
        equal || matches!(agreement::quantities(self.quantity, other.quantity), Agreement::Same | Agreement::Compatible)
    }

    /// Whether both count the same and cannot both be true.
    fn excludes(&self, other: &Figure) -> bool {
        if self.fate.is_some() && self.fate == other.fate {
            return apart(self.quantity, other.quantity);
        }
        let fates = self.fate.is_some() && other.fate.is_some();
        if let (Unit::Count(a), Unit::Count(b)) = (&self.quantity.unit, &other.quantity.unit)
            && is_people(a)
            && is_people(b)
            && a != b
        {
            return !fates && apart(self.quantity, other.quantity);
        }
        !fates && agreement::quantities(self.quantity, other.quantity) == Agreement::Conflict
    }

    fn disputed(&self, sentence: SentenceId, side: usize) -> DisputedValue {
        let excerpt = Excerpt { sentence, span: self.value.span };
        DisputedValue { excerpt, value: self.value.normal.clone(), side }
    }
}

/// Whether two counts of people exclude each other whatever noun stands behind them.
fn apart(a: &Quantity, b: &Quantity) -> bool {
    let alike = |q: &Quantity| Quantity { unit: Unit::Count("peopl".to_string()), ..q.clone() };
    agreement::quantities(&alike(a), &alike(b)) == Agreement::Conflict
}

/// The numbers of a sentence.
pub fn figures<'a>(side: &Side<'a>) -> Vec<Figure<'a>> {
    let numbers = side.document.values_in(side.id.index).iter().filter_map(|v| v.quantity.as_ref().map(|q| (v, q)));
    numbers
        .map(|(value, quantity)| {
            let (near, fate, age) = (nearby(side, value), fate(side, value), is_age(side, value));
            Figure { value, quantity, near, fate, age }
        })
        .collect()
}

/// "19-year-old", "19 years old".
fn is_age(side: &Side, value: &Value) -> bool {
    let behind = side.document.article.text.get(value.span.end..).unwrap_or("");
    let behind = behind.trim_start_matches(['-', ' ']);
    let behind = ["years", "year"].iter().find_map(|w| behind.strip_prefix(w)).unwrap_or(behind);
    behind.trim_start_matches(['-', ' ']).starts_with("old")
}

/// Whether two figures of linked sentences are said of the same thing: they stand among the same words; or each is its
/// sentence's only figure, in a sure link; or both tell how many met the same fate. A noun that says what is counted needs
/// one more word in common, a measure ("minutes", "people", per cent, money) two.
fn same_thing(pair: &Pair, x: &Figure, y: &Figure, alone: bool) -> bool {
    if x.age != y.age {
        return false;
    }
    let common =
        x.near.iter().filter(|w| Some(*w) != x.quantity.of.last() && y.near.iter().any(|v| akin(v, w))).count();
    let alone = alone && pair.score >= SURE && x.quantity.unit == y.quantity.unit;
    let fate = x.fate.is_some() && x.fate == y.fate;
    let loose = usize::from(pair.score < super::LINKED);
    let (need, alike) = match (&x.quantity.unit, &y.quantity.unit) {
        (Unit::Count(a), Unit::Count(b)) => (needed(a, b, pair.score), true),
        (Unit::Score, Unit::Score) => (1, true),
        _ => (
            2,
            x.quantity.of.is_empty()
                || y.quantity.of.is_empty()
                || x.quantity.of.iter().any(|w| y.quantity.of.contains(w)),
        ),
    };
    fate || alike && (common >= need + loose || alone && (common >= 1 || is_telling(&x.quantity.unit)))
}

/// Whether a unit alone says what is measured, so that two figures of it in two sentences that tell the same are of one
/// thing: a result, or a count of things ("yards", "houses"), not of people, hours, money or shares.
fn is_telling(unit: &Unit) -> bool {
    match unit {
        Unit::Score => true,
        Unit::Count(noun) => !noun.is_empty() && !is_time(noun) && !is_people(noun),
        _ => false,
    }
}

/// Words that must be shared around two counts, by the stems of what they count. Two units of time name different spans
/// more often than one.
fn needed(a: &str, b: &str, score: f64) -> usize {
    match (a == b, agreement::is_measure(a) || is_people(a)) {
        (true, false) => 1,
        (true, true) if score >= SURE && agreement::is_measure(a) && !is_time(a) => 1,
        (true, true) => 2,
        (false, _) => 3,
    }
}

fn is_time(stem: &str) -> bool {
    matches!(stem, "second" | "minut" | "hour" | "day" | "week" | "month" | "year")
}

fn is_people(stem: &str) -> bool {
    lexicon::role(stem).is_some() || PEOPLE.contains(&stem)
}

/// Stems of the telling words around a figure in its sentence.
fn nearby(side: &Side, value: &Value) -> BTreeSet<String> {
    let at = place(side, value);
    let around = side.words.iter().skip(at.saturating_sub(NEARBY)).take(2 * NEARBY + 1);
    around.filter(|w| w.telling && !value.span.contains(w.span)).map(|w| w.stem.clone()).collect()
}

fn place(side: &Side, value: &Value) -> usize {
    side.words.iter().position(|w| w.span.end > value.span.start).unwrap_or(0)
}

/// What happened to the people a figure counts, where the report is of casualties: the nearest such word behind the
/// figure in the same clause, else before it. Words of reports of accidents, attacks and arrests.
const FATES: [(&str, &[&str]); 5] = [
    (
        "dead",
        &[
            "dead",
            "death",
            "deaths",
            "die",
            "died",
            "dies",
            "fatalities",
            "kill",
            "killed",
            "killing",
            "kills",
            "perished",
            "victims",
        ],
    ),
    ("hurt", &["hurt", "injured", "injuries", "injuring", "injures", "wounded", "wounding"]),
    ("missing", &["missing", "unaccounted"]),
    ("evacuated", &["evacuated", "evacuees", "displaced"]),
    ("held", &["arrested", "arrests", "detained", "arresting", "detaining"]),
];

fn fate(side: &Side, value: &Value) -> Option<&'static str> {
    let quantity = value.quantity.as_ref()?;
    let people = match &quantity.unit {
        Unit::Count(noun) => noun.is_empty() || is_fate(noun) || is_people(noun),
        _ => false,
    };
    if !people {
        return None;
    }
    let first = place(side, value);
    let last = side.words.iter().rposition(|w| w.span.start < value.span.end).unwrap_or(first);
    let number = |i: usize| {
        side.document
            .values
            .iter()
            .any(|v| v.span != value.span && side.words.get(i).is_some_and(|w| v.span.contains(w.span)))
    };
    let behind = (last + 1..last + 6).take_while(|&i| !side.breaks(i) && !number(i));
    let before = (first.saturating_sub(4)..first).rev().take_while(|&i| !side.breaks(i + 1) && !number(i));
    behind
        .chain(before)
        .find_map(|i| FATES.iter().find(|(_, words)| words.contains(&side.lower(i))).map(|(fate, _)| *fate))
}

fn is_fate(stem: &str) -> bool {
    FATES.iter().any(|(_, words)| words.iter().any(|w| lexicon::stem(w) == stem))
}

/// Stems of nouns for people that head a toll.
const PEOPLE: [&str; 12] =
    ["bodi", "child", "children", "civilian", "crew", "man", "men", "passeng", "peopl", "person", "resid", "women"];

/// Tolls that the tops of articles give, and that exclude each other: reports of one disaster open with its toll, whatever
/// else their first sentences say.
pub fn tolls(event: &Event) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (name, _) in FATES {
        let values: Vec<Toll> = event.articles().filter_map(|(a, d)| toll(event, a, d, name)).collect();
        let conflict = values.iter().enumerate().any(|(i, x)| values.iter().skip(i + 1).any(|y| apart(&x.2, &y.2)));
        if conflict {
            let value = |(sentence, v, _): &Toll| DisputedValue {
                excerpt: Excerpt { sentence: *sentence, span: v.span },
                value: v.normal.clone(),
                side: 0,
            };
            found.push(number(name.to_string(), values.iter().map(value).collect(), "toll-conflict"));
        }
    }
    found
}

/// Body sentences that count as the top of an article.
const TOP: usize = 3;

/// Where a toll is told, and how many it counts.
type Toll = (SentenceId, Value, Quantity);

/// The first toll of a kind at the top of an article.
fn toll(event: &Event, article: ArticleId, document: &Document, name: &str) -> Option<Toll> {
    let body = document.sentences.iter().enumerate().filter(|(_, s)| s.kind == BlockKind::Body).take(TOP);
    let mut sides = body.filter_map(|(i, _)| Side::of(event, SentenceId { article, index: i as u32 }));
    sides.find_map(|side| {
        let told = figures(&side).into_iter().find(|f| f.fate == Some(name))?;
        Some((side.id, told.value.clone(), told.quantity.clone()))
    })
}

/// Numbers the sides of a conflict of figures: a value joins the first side all of whose figures it agrees with.
pub fn take_sides(event: &Event, discrepancy: &mut Discrepancy) {
    if discrepancy.kind != DiscrepancyKind::Number {
        return;
    }
    let mut sides: Vec<Vec<&Quantity>> = Vec::new();
    for value in &mut discrepancy.values {
        let Some(quantity) = quantity_at(event, value.excerpt) else { continue };
        let fits = |side: &Vec<&Quantity>| side.iter().all(|q| together(q, quantity));
        value.side = sides.iter().position(fits).unwrap_or(sides.len());
        match sides.get_mut(value.side) {
            Some(side) => side.push(quantity),
            None => sides.push(vec![quantity]),
        }
    }
}

fn together(a: &Quantity, b: &Quantity) -> bool {
    match agreement::quantities(a, b) {
        Agreement::Same | Agreement::Compatible => true,
        Agreement::Conflict => false,
        Agreement::Unrelated => !apart(a, b),
    }
}

fn quantity_at(event: &Event, excerpt: Excerpt) -> Option<&Quantity> {
    let values = &event.document(excerpt.sentence.article)?.values;
    values.iter().find(|v| v.span == excerpt.span)?.quantity.as_ref()
}

/// What is counted, in the words of the source: the words behind the value.
fn about(document: &Document, figure: &Figure) -> String {
    if let Some(fate) = figure.fate {
        return fate.to_string();
    }
    let text = document.article.text.get(figure.value.span.end..).unwrap_or("");
    let words: Vec<&str> = text.split_whitespace().take(figure.quantity.of.len().max(1)).collect();
    let joined = words.join(" ");
    joined.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
