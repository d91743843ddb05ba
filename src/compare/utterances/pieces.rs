//! One group of sayings → its pieces: each fragment that was quoted, with the other outlets' versions of it.
//!
//! A sentence can hold several fragments ("attached “great weight” to the port and would work “closely with the
//! crews”"). Each is a thing once said, and is measured against its own fullest version, not against its neighbour.

use std::collections::BTreeSet;

use super::sayings::{Saying, plain, stems, words};
use crate::model::{Event, QuoteId, QuoteKind};

/// From which share of the shorter one's content words on two fragments are versions of one.
const SAME: f64 = 0.5;

/// One quote of the group as it is compared.
struct Fragment {
    quote: QuoteId,
    saying: usize,
    direct: bool,
    stems: BTreeSet<String>,
    words: Vec<String>,
}

/// The pieces of a group, each at least one quote; every quote of the group is in exactly one.
pub fn split(event: &Event, sayings: &[&Saying]) -> Vec<Vec<QuoteId>> {
    let fragments: Vec<Fragment> = sayings
        .iter()
        .enumerate()
        .flat_map(|(i, s)| s.quotes.iter().filter_map(move |q| fragment(event, i, *q)))
        .collect();
    let several = |i: usize| {
        fragments
            .iter()
            .filter(|f| f.saying == i && f.direct)
            .count()
            > 1
    };
    if !(0..sayings.len()).any(several) {
        return vec![fragments.iter().map(|f| f.quote).collect()];
    }
    let mut pieces = directs(&fragments);
    attach(&fragments, &mut pieces);
    rejoin(&fragments, &mut pieces);
    pieces
        .iter()
        .map(|p| {
            p.iter()
                .filter_map(|i| fragments.get(*i).map(|f| f.quote))
                .collect()
        })
        .collect()
}

fn fragment(event: &Event, saying: usize, id: QuoteId) -> Option<Fragment> {
    let document = event.document(id.article)?;
    let quote = document.quotes.get(id.index as usize)?;
    let printed = words(document, quote);
    let mut content = stems(&printed);
    if content.is_empty() {
        content = printed.iter().map(|w| plain(w)).collect();
    }
    Some(Fragment {
        quote: id,
        saying,
        direct: quote.kind != QuoteKind::Indirect,
        stems: content,
        words: printed.iter().map(|w| plain(w)).collect(),
    })
}

/// How much of the shorter fragment stands in the longer one.
fn overlap(a: &Fragment, b: &Fragment) -> f64 {
    let shared = a.stems.intersection(&b.stems).count() as f64;
    let shorter = a.stems.len().min(b.stems.len()).max(1) as f64;
    if a.words == b.words {
        2.0
    } else {
        shared / shorter + shared / (100.0 * (a.stems.len() + b.stems.len()) as f64)
    }
}

/// Fragments in quotation marks that are versions of one another, the most alike first.
fn directs(fragments: &[Fragment]) -> Vec<Vec<usize>> {
    let quoted: Vec<usize> = (0..fragments.len())
        .filter(|i| fragments.get(*i).is_some_and(|f| f.direct))
        .collect();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (k, &i) in quoted.iter().enumerate() {
        for &j in quoted.iter().skip(k + 1) {
            let (Some(a), Some(b)) = (fragments.get(i), fragments.get(j)) else {
                continue;
            };
            let alike = overlap(a, b);
            if a.quote.article != b.quote.article && alike >= SAME {
                pairs.push((alike, i, j));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut pieces: Vec<Vec<usize>> = quoted.iter().map(|i| vec![*i]).collect();
    for (_, i, j) in pairs {
        let at = |x: usize| pieces.iter().position(|p| p.contains(&x));
        let (Some(a), Some(b)) = (at(i), at(j)) else {
            continue;
        };
        if a != b && alike_on_the_whole(fragments, pieces.get(a), pieces.get(b)) {
            let moved = pieces.remove(b);
            let a = if b < a { a - 1 } else { a };
            if let Some(kept) = pieces.get_mut(a) {
                kept.extend(moved);
            }
        }
    }
    pieces
}

/// Whether no two of their fragments are neighbours in one saying without the same words, and most are alike.
fn alike_on_the_whole(
    fragments: &[Fragment],
    a: Option<&Vec<usize>>,
    b: Option<&Vec<usize>>,
) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return false;
    };
    let pairs: Vec<(&Fragment, &Fragment)> = a
        .iter()
        .flat_map(|x| {
            b.iter()
                .filter_map(move |y| Some((fragments.get(*x)?, fragments.get(*y)?)))
        })
        .collect();
    let alike = pairs.iter().filter(|(x, y)| overlap(x, y) >= SAME).count();
    2 * alike >= pairs.len()
}

/// Reported words without marks go with the fragment they hold most of; those that hold none with the largest piece.
fn attach(fragments: &[Fragment], pieces: &mut [Vec<usize>]) {
    let rest: Vec<usize> = (0..fragments.len())
        .filter(|i| fragments.get(*i).is_some_and(|f| !f.direct))
        .collect();
    for i in rest {
        let Some(own) = fragments.get(i) else {
            continue;
        };
        let shared = |piece: &Vec<usize>| -> f64 {
            let with = piece.iter().filter_map(|j| fragments.get(*j));
            with.map(|f| f.stems.intersection(&own.stems).count() as f64)
                .fold(0.0, f64::max)
        };
        let best = (0..pieces.len()).max_by(|x, y| {
            let of = |k: &usize| pieces.get(*k).map_or((0.0, 0), |p| (shared(p), p.len()));
            let (a, b) = (of(x), of(y));
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(y.cmp(x))
        });
        if let Some(piece) = best.and_then(|k| pieces.get_mut(k)) {
            piece.push(i);
        }
    }
}

/// A saying none of whose quotes found a partner stays with the others: its words differ, its meaning was found alike.
fn rejoin(fragments: &[Fragment], pieces: &mut Vec<Vec<usize>>) {
    let article = |i: &usize| fragments.get(*i).map(|f| f.quote.article);
    let partnered = |p: &Vec<usize>| p.iter().any(|i| article(i) != p.first().and_then(article));
    let saying = |i: &usize| fragments.get(*i).map(|f| f.saying);
    let met: BTreeSet<usize> = pieces
        .iter()
        .filter(|p| partnered(p))
        .flatten()
        .filter_map(saying)
        .collect();
    let largest = (0..pieces.len())
        .max_by_key(|k| (pieces.get(*k).map_or(0, Vec::len), std::cmp::Reverse(*k)));
    let Some(largest) = largest else { return };
    let mut moved: BTreeSet<usize> = BTreeSet::new();
    for (k, piece) in pieces.iter_mut().enumerate() {
        let alone = k != largest
            && !partnered(piece)
            && piece.iter().filter_map(saying).all(|s| !met.contains(&s));
        if alone {
            moved.extend(std::mem::take(piece));
        }
    }
    if let Some(piece) = pieces.get_mut(largest) {
        piece.extend(moved);
    }
    pieces.retain(|p| !p.is_empty());
}
