//! Versions of one utterance → how each relates to the fullest, and what changed word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::sayings;
use crate::model::{Change, ChangeKind, Event, QuoteId, QuoteKind, UtteranceMember, UtteranceRelation};

/// From how many words on a version in quotation marks is taken for the fullest before one without.
const FULL_DIRECT: usize = 5;

/// Up to what share of changed words a version in quotation marks counts as edited; beyond it is another wording.
const EDITED: f64 = 0.25;

/// One version with its words.
struct Version {
    quote: QuoteId,
    direct: bool,
    text: String,
    printed: Vec<String>,
    words: Vec<String>,
}

/// The versions, the fullest first, each measured against it.
pub fn against_fullest(event: &Event, quotes: &[QuoteId]) -> Vec<UtteranceMember> {
    let mut versions: Vec<Version> = quotes.iter().filter_map(|q| version(event, *q)).collect();
    versions.sort_by_key(|v| {
        let full = v.direct && v.words.len() >= FULL_DIRECT;
        (std::cmp::Reverse(full), std::cmp::Reverse(v.words.len()), v.quote)
    });
    let Some((fullest, rest)) = versions.split_first() else { return Vec::new() };
    let first = UtteranceMember {
        quote: fullest.quote,
        relation: UtteranceRelation::Verbatim,
        indicated: false,
        changes: Vec::new(),
    };
    std::iter::once(first).chain(rest.iter().map(|v| member(fullest, v))).collect()
}

fn version(event: &Event, id: QuoteId) -> Option<Version> {
    let document = event.document(id.article)?;
    let quote = document.quotes.get(id.index as usize)?;
    let text = document.text(quote.span).to_string();
    let printed: Vec<String> = text.split_whitespace().map(str::to_string).collect();
    let words = sayings::words(document, quote).iter().map(|w| plain(w)).collect();
    Some(Version { quote: id, direct: quote.kind != QuoteKind::Indirect, text, printed, words })
}

/// A word without case, marks and the difference between straight and curly apostrophes.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    lower.trim_matches(|c: char| !c.is_alphanumeric()).to_string()
}

fn member(fullest: &Version, version: &Version) -> UtteranceMember {
    let relation = relation(fullest, version);
    let changes = if relation == UtteranceRelation::Verbatim { Vec::new() } else { changes(fullest, version) };
    let indicated = ["…", "...", ". . .", "[", "("].iter().any(|mark| version.text.contains(mark));
    UtteranceMember { quote: version.quote, relation, indicated, changes }
}

fn relation(fullest: &Version, version: &Version) -> UtteranceRelation {
    if version.words == fullest.words && version.direct == fullest.direct {
        return UtteranceRelation::Verbatim;
    }
    if !version.direct {
        let same = !fullest.direct && stands_in(&fullest.words, &version.words);
        return if same { UtteranceRelation::Truncated } else { UtteranceRelation::Paraphrased };
    }
    if stands_in(&fullest.words, &version.words) || elided(fullest, version) {
        return UtteranceRelation::Truncated;
    }
    let kept: usize = common_words(fullest, version);
    let changed = version.words.len().saturating_sub(kept) as f64 / version.words.len().max(1) as f64;
    if changed <= EDITED { UtteranceRelation::Edited } else { UtteranceRelation::Reworded }
}

/// Whether the words stand in `all` one behind the other.
fn stands_in(all: &[String], words: &[String]) -> bool {
    !words.is_empty() && all.windows(words.len()).any(|w| w == words)
}

/// Whether the pieces between ellipses stand in the fullest version in this order.
fn elided(fullest: &Version, version: &Version) -> bool {
    let text = version.text.replace("...", "…").replace(". . .", "…");
    let mut from = 0;
    text.contains('…')
        && text.split('…').all(|piece| {
            let words: Vec<String> = piece.split_whitespace().map(plain).filter(|w| !w.is_empty()).collect();
            let rest = fullest.words.get(from..).unwrap_or(&[]);
            let at = rest.windows(words.len().max(1)).position(|w| w == words.as_slice());
            from += at.unwrap_or(0) + words.len();
            words.is_empty() || at.is_some()
        })
}

fn common_words(fullest: &Version, version: &Version) -> usize {
    let ops = capture_diff_slices(Algorithm::Myers, &fullest.words, &version.words);
    ops.iter().filter_map(|op| if let DiffOp::Equal { len, .. } = op { Some(*len) } else { None }).sum()
}

/// The word-level difference from the fullest version to this one, in printed words.
fn changes(fullest: &Version, version: &Version) -> Vec<Change> {
    let old: Vec<String> = fullest.printed.iter().map(|w| plain(w)).collect();
    let new: Vec<String> = version.printed.iter().map(|w| plain(w)).collect();
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (kind, before, after) = (op.tag(), op.old_range(), op.new_range());
        let mut push = |kind: ChangeKind, words: &[String]| {
            if !words.is_empty() {
                found.push(Change { kind, text: words.join(" ") });
            }
        };
        if kind == similar::DiffTag::Equal {
            push(ChangeKind::Equal, version.printed.get(after).unwrap_or(&[]));
        } else {
            push(ChangeKind::Delete, fullest.printed.get(before).unwrap_or(&[]));
            push(ChangeKind::Insert, version.printed.get(after).unwrap_or(&[]));
        }
    }
    found
}
