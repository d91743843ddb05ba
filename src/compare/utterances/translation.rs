//! Two wordings of one quote → whether they can be two translations of one original.
//!
//! Names and figures agree and what both say comes in the same order; and something in the articles is a reason to think
//! that the words were first said in another language. Without such a reason it is a rewording like any other.

use std::collections::BTreeSet;

use similar::{Algorithm, capture_diff_slices};

use super::sayings::{self, plain};
use super::versions::{Version, equal_length};
use crate::language::{self, WORDS, en};
use crate::model::{Article, Document, EntityId, Event, QuoteId};

/// How likely two versions are to be translations by their words alone. Half of the common words in order and at least
/// half the length were set by reading the reworded pairs of one event that was reported through translators; a rewrite
/// can look the same, hence "possible".
pub fn looks_translated(fullest: &Version, version: &Version) -> bool {
    let (a, b) = (anchors(&fullest.printed), anchors(&version.printed));
    let (fewer, more) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let lengths = version.words.len() as f64 / fullest.words.len().max(1) as f64;
    let (x, y) = (content(&fullest.words), content(&version.words));
    let common = y.iter().filter(|w| x.contains(w)).count();
    let ops = capture_diff_slices(Algorithm::Myers, &x, &y);
    let ordered: usize = ops.iter().map(equal_length).sum();
    fewer.is_subset(more) && (0.5..=2.0).contains(&lengths) && common >= 2 && 2 * ordered >= common
}

/// Whether anything tells that these words were first said in another language: the speaker is of a state where another
/// is spoken, an agency of another language obtained them, an article says that it is translated, is in another language
/// or was written there.
pub fn has_reason(event: &Event, quotes: &[QuoteId]) -> bool {
    let foreign_source = |id: &QuoteId| {
        let Some(document) = event.document(id.article) else {
            return false;
        };
        let Some(quote) = document.quotes.get(id.index as usize) else {
            return false;
        };
        let via = quote
            .via
            .as_deref()
            .is_some_and(|via| is_foreign_agency(via) || names_foreign_state(via));
        let described = quote
            .speaker_mention
            .is_some_and(|m| names_foreign_state(document.text(m)));
        via || described || quote.entity.is_some_and(|e| is_foreign(event, e))
    };
    let told = |id: &QuoteId| {
        event
            .document(id.article)
            .is_some_and(|d| says_so(&d.article, d))
    };
    quotes.iter().any(|id| foreign_source(id) || told(id))
}

/// Whether a title, an apposition or the name of somebody holds the name of a state where another language is spoken.
fn is_foreign(event: &Event, entity: EntityId) -> bool {
    event.articles().any(|(_, document)| {
        let own = document
            .mentions
            .iter()
            .filter(|m| m.entity == Some(entity));
        own.flat_map(|m| [Some(m.span), m.apposition])
            .flatten()
            .any(|span| names_foreign_state(document.text(span)))
    })
}

/// Whether an article says that it is translated, is in another language than English, or opens in a foreign place.
fn says_so(article: &Article, document: &Document) -> bool {
    let notice = |text: &str| {
        let lower = text.to_lowercase();
        WORDS.translated.iter().any(|form| lower.contains(form))
    };
    let language = article
        .language
        .as_deref()
        .is_some_and(|tag| !tag.to_lowercase().starts_with("en"));
    let place = article.dateline.as_deref().is_some_and(names_foreign_state);
    language
        || place
        || notice(&document.article.text)
        || article.residue.iter().any(|r| notice(&r.text))
}

fn is_foreign_agency(via: &str) -> bool {
    en::FOREIGN_AGENCIES.entries().any(|name| name == via)
}

/// Whether one to three words in a row name a state, its people or its seat, where another language than English is
/// spoken.
fn names_foreign_state(words: &str) -> bool {
    let words: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|w| w.trim_end_matches("'s").trim_end_matches("’s"))
        .filter(|w| !w.is_empty())
        .collect();
    (1..=3).flat_map(|n| words.windows(n)).any(|run| {
        let run = run.join(" ");
        language::state(&run).is_some_and(|(state, _)| !WORDS.english_speaking.contains(state))
    })
}

fn content(words: &[String]) -> Vec<String> {
    words
        .iter()
        .flat_map(|w| sayings::stems(std::slice::from_ref(w)))
        .collect()
}

/// Names and figures: capitalised words after the first, and words with a digit.
fn anchors(printed: &[String]) -> BTreeSet<String> {
    let is_name = |(i, w): &(usize, &String)| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        let opens = *i == 0
            || printed
                .get(i - 1)
                .is_some_and(|p| p.ends_with(['.', '!', '?', ':']));
        bare.contains(|c: char| c.is_ascii_digit())
            || !opens
                && bare.starts_with(char::is_uppercase)
                && bare.len() > 1
                && !bare.starts_with("I'")
                && !bare.starts_with("I’")
    };
    printed
        .iter()
        .enumerate()
        .filter(is_name)
        .flat_map(|(_, w)| sayings::stems(&[plain(w)]))
        .collect()
}
