//! A version against the fullest → which content words are gone and which came in.

use std::collections::BTreeSet;

use crate::lexicon;
use crate::model::{Change, ChangeKind, Event, UtteranceMember};

/// Sentences on each side of a version in which words that it lacks may still stand: the rest of the quote.
const NEAR: u32 = 3;

/// From how many lost content words on a shorter version is called cut. Of the shorter versions in the eight stories
/// those that lost one or two read the same to us ("and", "during the debate"), those that lost three did not.
pub const CUT: usize = 3;

/// What a lost content word weighs, and at most how many count.
const PER_WORD: f64 = 0.03;
const COUNTED: usize = 8;

/// What a lost qualification weighs beyond its words.
const QUALIFIED: f64 = 0.12;

/// Words that bound, ground or turn what was said: without them it says something else.
const QUALIFIERS: [&str; 14] = [
    "although", "because", "but", "except", "however", "if", "never", "no", "not", "only", "though", "unless", "until",
    "without",
];

/// From which share of the shorter version's content words in common on two versions are one utterance beyond doubt.
const SURE: f64 = 0.5;

/// From which share of the longer version's content words in common on two wordings are of one sentence.
const WHOLE: f64 = 0.35;

/// What a version lost and gained.
#[derive(Clone, Debug)]
pub struct Losses {
    /// Content words that are gone and stand nowhere near in the article.
    pub content: usize,
    /// The longest run of words that is gone.
    pub text: String,
    /// Whether that run opens the fullest version.
    pub at_start: bool,
    /// Words of the fullest version with the words in their place, where content words changed.
    pub replaced: Option<(String, String)>,
    /// Content words both have.
    pub shared: usize,
    shorter: usize,
    longer: usize,
    qualified: bool,
}

impl Losses {
    /// What `member` lost of `fullest`.
    pub fn of(event: &Event, fullest: &UtteranceMember, member: &UtteranceMember) -> Option<Losses> {
        let nearby = nearby(event, member)?;
        let gone: Vec<&Change> = member.changes.iter().filter(|c| c.kind == ChangeKind::Delete).collect();
        let longest = gone.iter().max_by_key(|c| (content(&c.text).len(), c.text.len())).copied();
        let lost: BTreeSet<String> =
            gone.iter().flat_map(|c| content(&c.text)).filter(|stem| !nearby.contains(stem)).collect();
        let (full, own) = (words_of(event, fullest)?, words_of(event, member)?);
        let (full, own) = (content(&full), content(&own));
        let qualifier = |text: &str| lower_words(text).any(|w| QUALIFIERS.contains(&w.as_str()));
        Some(Losses {
            content: lost.len(),
            at_start: longest.is_some_and(|l| member.changes.first() == Some(l)),
            qualified: longest.is_some_and(|l| qualifier(&l.text)) && !lost.is_empty(),
            text: longest.map(|l| l.text.clone()).unwrap_or_default(),
            replaced: replaced(&member.changes),
            shared: full.intersection(&own).count(),
            shorter: full.len().min(own.len()),
            longer: full.len().max(own.len()),
        })
    }

    /// How much the loss adds to how telling the change is.
    pub fn weight(&self) -> f64 {
        weight(self.content) + if self.qualified { QUALIFIED } else { 0.0 }
    }

    /// Whether what is gone changes what was said: several content words, or a qualification with one of them.
    pub fn is_telling(&self) -> bool {
        self.content >= CUT || self.qualified
    }

    /// Whether so much is common to both that they are one utterance.
    pub fn is_same_beyond_doubt(&self) -> bool {
        self.shared >= 3 && self.shared as f64 >= SURE * self.shorter as f64
    }

    /// Whether the longer version, too, has so much of the other that it is the same sentence in other words; two
    /// sentences of one speech can share the words of their topic.
    pub fn is_same_sentence(&self) -> bool {
        self.is_same_beyond_doubt() && self.shared as f64 >= WHOLE * self.longer as f64
    }
}

/// How much lost content words add to how telling a change is.
pub fn weight(content: usize) -> f64 {
    PER_WORD * content.min(COUNTED) as f64
}

/// The first words that stand in the place of others, where both or one of them say something.
fn replaced(changes: &[Change]) -> Option<(String, String)> {
    let pairs = changes.windows(2).filter_map(|pair| match pair {
        [a, b] if a.kind == ChangeKind::Delete && b.kind == ChangeKind::Insert => Some((&a.text, &b.text)),
        _ => None,
    });
    let telling = |before: &str, after: &str| {
        let (x, y) = (content(before), content(after));
        !x.is_empty() && !y.is_empty() && x != y
    };
    let mut found = pairs.filter(|(before, after)| telling(before, after));
    found.next().map(|(before, after)| (before.clone(), after.clone()))
}

/// Stems of the content words that stand around a version in its article.
pub fn nearby(event: &Event, member: &UtteranceMember) -> Option<BTreeSet<String>> {
    let document = event.document(member.quote.article)?;
    let at = document.quotes.get(member.quote.index as usize)?.sentence;
    let from = at.saturating_sub(NEAR) as usize;
    let around = document.sentences.iter().skip(from).take((at + NEAR) as usize + 1 - from);
    Some(around.flat_map(|s| content(document.text(s.span))).collect())
}

fn words_of(event: &Event, member: &UtteranceMember) -> Option<String> {
    let document = event.document(member.quote.article)?;
    Some(document.text(document.quotes.get(member.quote.index as usize)?.span).to_string())
}

/// Stems of the content words of a text.
pub fn content(text: &str) -> BTreeSet<String> {
    lower_words(text).filter(|w| !lexicon::is_stop_word(w)).map(|w| lexicon::stem(&w)).collect()
}

fn lower_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !"'’-".contains(c))
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('’', "'"))
        .filter(|w| !w.is_empty())
}
