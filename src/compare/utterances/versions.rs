//! Versions of one utterance → how each relates to the fullest, and what changed word by word.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::sayings::{self, plain};
use super::translation;
use crate::model::{
    ArticleId, Change, ChangeKind, Event, Fragmentation, QuoteId, QuoteKind, UtteranceMember,
    UtteranceRelation,
};

/// From how many words on a version in quotation marks is taken for the fullest before one without.
const FULL_DIRECT: usize = 5;

/// Up to what share of changed words a version in quotation marks counts as edited; beyond it is another wording.
const EDITED: f64 = 0.25;

/// Versions at least this long, of the longest, can be the fullest; the wording that more articles print is.
const NEARLY: f64 = 0.9;

/// One version with its words.
pub struct Version {
    quote: QuoteId,
    direct: bool,
    text: String,
    /// Its words as printed.
    pub printed: Vec<String>,
    /// Its words without case and marks.
    pub words: Vec<String>,
}

/// The versions, the fullest first, each measured against it.
pub fn against_fullest(event: &Event, quotes: &[QuoteId]) -> Vec<UtteranceMember> {
    let mut versions: Vec<Version> = quotes.iter().filter_map(|q| version(event, *q)).collect();
    versions.sort_by_key(|v| {
        let full = v.direct && v.words.len() >= FULL_DIRECT;
        (
            std::cmp::Reverse(full),
            std::cmp::Reverse(v.words.len()),
            v.quote,
        )
    });
    prefer_common_wording(&mut versions);
    let Some((fullest, rest)) = versions.split_first() else {
        return Vec::new();
    };
    let first = UtteranceMember {
        quote: fullest.quote,
        relation: if fullest.direct {
            UtteranceRelation::Verbatim
        } else {
            UtteranceRelation::Paraphrased
        },
        indicated: false,
        changes: Vec::new(),
        possible_translation: false,
        fragments: None,
    };
    let mut members: Vec<UtteranceMember> = std::iter::once(first)
        .chain(rest.iter().map(|v| member(event, fullest, v)))
        .collect();
    mark_split(fullest, rest, &mut members);
    members
}

/// Of the versions nearly as long as the longest, and without marks of a change, the wording that most articles print
/// goes first.
fn prefer_common_wording(versions: &mut [Version]) {
    let Some(longest) = versions.first() else {
        return;
    };
    let (direct, length) = (longest.direct, longest.words.len());
    let near = |v: &Version| {
        v.direct == direct
            && v.words.len() as f64 >= NEARLY * length as f64
            && !is_indicated(&v.text)
    };
    let printed_by = |words: &[String]| -> usize {
        let same = versions
            .iter()
            .filter(|v| v.words == words && v.direct == direct);
        same.map(|v| v.quote.article)
            .collect::<BTreeSet<ArticleId>>()
            .len()
    };
    let support: Vec<(usize, usize)> = versions
        .iter()
        .enumerate()
        .filter(|(_, v)| near(v))
        .map(|(i, v)| (i, printed_by(&v.words)))
        .collect();
    let best = support
        .iter()
        .max_by_key(|(i, n)| (*n, std::cmp::Reverse(*i)))
        .map_or(0, |(i, _)| *i);
    if let Some(front) = versions.get_mut(..=best) {
        front.rotate_right(1);
    }
}

/// Marks versions of one article that print several parts of the fullest version as fragments of their own.
fn mark_split(fullest: &Version, rest: &[Version], members: &mut [UtteranceMember]) {
    let mut parts: BTreeMap<ArticleId, BTreeSet<usize>> = BTreeMap::new();
    for version in rest
        .iter()
        .filter(|v| v.direct && v.words.len() < fullest.words.len())
    {
        if let Some(at) = place(&fullest.words, &version.words) {
            parts.entry(version.quote.article).or_default().insert(at);
        }
    }
    for (version, member) in rest.iter().zip(members.iter_mut().skip(1)) {
        let several = parts
            .get(&version.quote.article)
            .is_some_and(|p| p.len() > 1);
        if several
            && version.direct
            && member.relation == UtteranceRelation::Truncated
            && member.fragments.is_none()
        {
            member.fragments = Some(Fragmentation::Split);
        }
    }
}

fn version(event: &Event, id: QuoteId) -> Option<Version> {
    let document = event.document(id.article)?;
    let quote = document.quotes.get(id.index as usize)?;
    let text = document.text(quote.span).to_string();
    let printed: Vec<String> = text.split_whitespace().map(str::to_string).collect();
    let words: Vec<String> = sayings::words(document, quote)
        .iter()
        .map(|w| plain(w))
        .collect();
    let direct = quote.kind != QuoteKind::Indirect;
    Some(Version {
        quote: id,
        direct,
        text,
        printed,
        words,
    })
}

fn member(event: &Event, fullest: &Version, version: &Version) -> UtteranceMember {
    let relation = relation(fullest, version);
    let changes = if version.words == fullest.words {
        Vec::new()
    } else {
        changes(fullest, version)
    };
    let indicated = is_indicated(&version.text);
    let joined = !indicated
        && version.direct
        && place(&fullest.words, &version.words).is_none()
        && is_joined(&changes);
    UtteranceMember {
        quote: version.quote,
        relation,
        indicated,
        possible_translation: relation == UtteranceRelation::Reworded
            && translation::looks_translated(fullest, version)
            && translation::has_reason(event, &[fullest.quote, version.quote]),
        fragments: joined.then_some(Fragmentation::Joined),
        changes,
    }
}

/// Whether … or [ ] mark a change.
fn is_indicated(text: &str) -> bool {
    ["…", "...", ". . .", "[", "("]
        .iter()
        .any(|mark| text.contains(mark))
}

fn relation(fullest: &Version, version: &Version) -> UtteranceRelation {
    if !version.direct {
        return UtteranceRelation::Paraphrased;
    }
    if version.words == fullest.words {
        return UtteranceRelation::Verbatim;
    }
    if place(&fullest.words, &version.words).is_some() || elided(fullest, version) {
        return UtteranceRelation::Truncated;
    }
    let kept: usize = common_words(fullest, version);
    let changed =
        version.words.len().saturating_sub(kept) as f64 / version.words.len().max(1) as f64;
    if changed <= EDITED {
        UtteranceRelation::Edited
    } else {
        UtteranceRelation::Reworded
    }
}

/// Where the words stand in `all` one after the other.
fn place(all: &[String], words: &[String]) -> Option<usize> {
    if words.is_empty() {
        None
    } else {
        all.windows(words.len()).position(|w| w == words)
    }
}

/// Whether the difference is only that words of substance are gone from the middle: two parts printed as one.
fn is_joined(changes: &[Change]) -> bool {
    let inserted = changes.iter().any(|c| c.kind == ChangeKind::Insert);
    let inner = changes
        .get(1..changes.len().saturating_sub(1))
        .unwrap_or(&[]);
    let gone = inner.iter().filter(|c| c.kind == ChangeKind::Delete);
    let content = |c: &Change| {
        sayings::stems(&c.text.split_whitespace().map(plain).collect::<Vec<_>>()).len()
    };
    !inserted && gone.map(content).sum::<usize>() >= 2
}

/// Whether the pieces between ellipses stand in the fullest version in this order.
fn elided(fullest: &Version, version: &Version) -> bool {
    let text = version.text.replace("...", "…").replace(". . .", "…");
    let mut from = 0;
    text.contains('…')
        && text.split('…').all(|piece| {
            let words: Vec<String> = piece
                .split_whitespace()
                .map(plain)
                .filter(|w| !w.is_empty())
                .collect();
            let at = place(fullest.words.get(from..).unwrap_or(&[]), &words);
            from += at.unwrap_or(0) + words.len();
            words.is_empty() || at.is_some()
        })
}

/// How many words an operation of a difference leaves as they are.
pub fn equal_length(op: &DiffOp) -> usize {
    if let DiffOp::Equal { len, .. } = op {
        *len
    } else {
        0
    }
}

fn common_words(fullest: &Version, version: &Version) -> usize {
    capture_diff_slices(Algorithm::Myers, &fullest.words, &version.words)
        .iter()
        .map(equal_length)
        .sum()
}

/// The word-level difference from the fullest version to this one, in printed words.
fn changes(fullest: &Version, version: &Version) -> Vec<Change> {
    let old: Vec<String> = fullest.printed.iter().map(|w| plain(w)).collect();
    let new: Vec<String> = version.printed.iter().map(|w| plain(w)).collect();
    if let Some(at) = place(&old, &new) {
        return around(fullest, version, at);
    }
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (kind, before, after) = (op.tag(), op.old_range(), op.new_range());
        let mut push = |kind: ChangeKind, words: &[String]| {
            if !words.is_empty() {
                found.push(Change {
                    kind,
                    text: words.join(" "),
                });
            }
        };
        if kind == similar::DiffTag::Equal {
            push(ChangeKind::Equal, version.printed.get(after).unwrap_or(&[]));
        } else {
            push(
                ChangeKind::Delete,
                fullest.printed.get(before).unwrap_or(&[]),
            );
            push(
                ChangeKind::Insert,
                version.printed.get(after).unwrap_or(&[]),
            );
        }
    }
    found
}

/// The change to a version that stands in the fullest from word `at` on: what goes before it and after it is gone.
fn around(fullest: &Version, version: &Version, at: usize) -> Vec<Change> {
    let (before, rest) = fullest.printed.split_at(at.min(fullest.printed.len()));
    let behind = rest.get(version.printed.len()..).unwrap_or(&[]);
    let parts = [
        (ChangeKind::Delete, before),
        (ChangeKind::Equal, &version.printed),
        (ChangeKind::Delete, behind),
    ];
    let told = parts.into_iter().filter(|(_, words)| !words.is_empty());
    told.map(|(kind, words)| Change {
        kind,
        text: words.join(" "),
    })
    .collect()
}
