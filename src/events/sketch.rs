//! What an article is about, as little as it takes to find its event: its telling words with their weights, and its day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::dates;
use crate::language;
use crate::model::{Article, Document, Sentence, SentenceKind};

/// What a word in headline or lead counts as, against 1 in the rest of the text. This and the figures below make little
/// difference to the weights that are fitted to them: of the neighbourhoods that `examples/fit_events` measures, B³ F1 is .917 to
/// .924 and of the known events without days .972 to .975, whichever of them is halved or doubled.
const FOREMOST: f32 = 2.0;

/// Words of running text that are the lead: three or four paragraphs. With 60, 100 and 160, groups of one event .782, .794 and
/// .817, articles rightly alone .818, .829 and .834 (means over bounds of .5 to .65).
const LEAD_WORDS: usize = 160;

/// How soon more of the same word says no more: said once it counts 1, said for ever 1 + `SATED`.
const SATED: f32 = 1.0;

/// Words of an article that are looked at: what comes later is background, or another story.
const MOST_WORDS: usize = 800;

/// What "Tuesday" is counted from in an article whose day of publication is unknown: any day does, as long as it is the same.
const ANCHOR: Date = Date::constant(2000, 1, 1);

/// An article of which only this is known can be grouped; it takes a few kilobytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// Its terms, sorted by their numbers.
    pub(super) terms: Vec<Term>,
    /// Day of publication, counted from some day; none where unknown.
    pub(super) day: Option<i32>,
    /// The first day that its headline or lead names, by the same count: mostly that of the event. Where the day of publication
    /// is unknown, as if it had been [`ANCHOR`].
    pub(super) told: Option<i32>,
    /// The outlet as a number; none where only the name of a file says which it is, since that may change.
    pub(super) outlet: Option<u64>,
    /// What tells two articles of one day apart, whatever their names and order.
    pub(super) seal: u64,
}

/// The foremost place that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Somewhere in the running text.
    #[default]
    Text,
    /// In its first paragraphs.
    Lead,
    /// In the headline.
    Headline,
}

impl Place {
    /// What a word counts as there.
    fn weight(self) -> f32 {
        match self {
            Self::Text => 1.0,
            Self::Lead | Self::Headline => FOREMOST,
        }
    }
}

/// A word, a name of two words, or two words in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Term {
    /// The stem or stems as a number.
    pub(super) number: u64,
    /// How much it weighs in its article, rarity aside.
    pub(super) weight: f32,
    /// The share of articles on whatever subject that use it, 0 to 1, by common knowledge.
    pub(super) usual: f32,
    /// Where it stands.
    pub(super) place: Place,
    /// Whether it is written as a name.
    pub(super) is_name: bool,
}

impl Sketch {
    /// The sketch of a document that was divided into sentences and words.
    pub fn of(document: &Document) -> Self {
        let article = &document.article;
        let published = article.published.as_deref().and_then(date);
        let mut words = Words::default();
        let mut told = None;
        for sentence in &document.sentences {
            if told.is_none() && words.read < LEAD_WORDS {
                let text = document.text(sentence.span);
                told = told_day(text, published.unwrap_or(ANCHOR));
            }
            words.read(document, sentence);
        }
        Self {
            terms: words.terms(),
            day: published.map(day),
            told,
            outlet: outlet(article),
            seal: number([article.text.as_str()]),
        }
    }
}

/// The outlet of an article that says which it is.
fn outlet(article: &Article) -> Option<u64> {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    // What an outlet was found as: before the outlets of an event have short names, and after.
    let found = [&article.masthead, &article.outlet];
    let name = letters(found.into_iter().find(|name| !name.is_empty())?);
    let file = article.path.rsplit(['/', '\\']).next();
    let is_of_file = file.is_some_and(|file| letters(file).starts_with(&name));
    (!is_of_file).then(|| number([name.as_str()]))
}

/// The date of an ISO 8601 date or time.
fn date(published: &str) -> Option<Date> {
    published.get(..10)?.parse().ok()
}

/// Days since some day.
fn day(date: Date) -> i32 {
    (date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24) as i32
}

/// The first day that a text names, written on a day.
fn told_day(text: &str, written: Date) -> Option<i32> {
    let phrases = dates::phrases(text).into_iter();
    let mut days = phrases.filter_map(|p| dates::resolve(p.of(text), Some(written))?.single());
    days.next().map(day)
}

/// FNV-1a, 64 bits: the same number on every machine.
fn number<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let bytes = parts
        .into_iter()
        .flat_map(|part| part.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The words of an article while it is read.
#[derive(Default)]
struct Words {
    found: BTreeMap<u64, Found>,
    /// Words of running text so far.
    read: usize,
}

#[derive(Default)]
struct Found {
    count: f32,
    place: Place,
    is_name: bool,
    usual: f32,
}

/// A word that says something, as it stands in a row of words.
struct Telling {
    stem: String,
    is_capital: bool,
    usual: f32,
}

impl Words {
    fn read(&mut self, document: &Document, sentence: &Sentence) {
        let is_body = sentence.kind == SentenceKind::Body;
        let place = match sentence.kind {
            SentenceKind::Headline => Place::Headline,
            SentenceKind::Body if self.read < LEAD_WORDS => Place::Lead,
            SentenceKind::Subheading if self.read == 0 => Place::Lead,
            _ => Place::Text,
        };
        if self.read >= MOST_WORDS {
            return;
        }
        let mut before: Option<Telling> = None;
        for (at, span) in sentence.words.iter().enumerate() {
            let word = telling(document.text(*span), is_body && at > 0);
            if let Some(word) = &word {
                self.add(word, before.as_ref(), place);
            }
            before = word;
        }
        self.read += if is_body { sentence.words.len() } else { 0 };
    }

    fn add(&mut self, word: &Telling, before: Option<&Telling>, place: Place) {
        self.count(
            number([word.stem.as_str()]),
            word.is_capital,
            word.usual,
            place,
        );
        if let Some(before) = before {
            let pair = number([before.stem.as_str(), word.stem.as_str()]);
            let usual = before.usual * word.usual;
            self.count(pair, before.is_capital && word.is_capital, usual, place);
        }
    }

    fn count(&mut self, term: u64, is_name: bool, usual: f32, place: Place) {
        let found = self.found.entry(term).or_default();
        found.count += 1.0;
        found.place = found.place.max(place);
        found.is_name |= is_name;
        found.usual = found.usual.max(usual);
    }

    fn terms(self) -> Vec<Term> {
        let weight = |f: &Found| f.count * (1.0 + SATED) / (f.count + SATED) * f.place.weight();
        let terms = self.found.iter().map(|(number, f)| Term {
            number: *number,
            weight: weight(f),
            usual: f.usual,
            place: f.place,
            is_name: f.is_name,
        });
        terms.collect()
    }
}

/// A word that says what an article is about; function words, years and single letters do not.
fn telling(word: &str, can_be_name: bool) -> Option<Telling> {
    let lower = language::key(word).replace('\'', "");
    let says_little = lower.len() < 2 || language::is_stop_word(&lower) || is_small_number(&lower);
    if says_little {
        return None;
    }
    Some(Telling {
        stem: language::stem(word),
        is_capital: can_be_name && word.starts_with(char::is_uppercase),
        usual: language::usual_share(&lower),
    })
}

/// Numbers below 100 say little of which event it is; a year does.
fn is_small_number(word: &str) -> bool {
    word.parse::<u32>().is_ok_and(|n| n < 100)
}
