//! Which articles report a fact with another value.

use std::collections::{BTreeSet, HashMap};

use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, DisputedValue, Excerpt, Fact, SentenceId,
};

/// The discrepancies of values that each sentence has a part in, in order.
pub fn disputed(discrepancies: &[Discrepancy]) -> HashMap<SentenceId, BTreeSet<usize>> {
    let mut disputed: HashMap<SentenceId, BTreeSet<usize>> = HashMap::new();
    let of_values = discrepancies
        .iter()
        .enumerate()
        .filter(|(_, d)| is_of_values(d.kind));
    for (index, value) in of_values.flat_map(|(i, d)| d.values.iter().map(move |v| (i, v))) {
        let here = disputed.entry(value.excerpt.sentence).or_default();
        here.insert(index);
    }
    disputed
}

/// Whether a discrepancy is of values that one can read off the words: who is cited, how a quotation goes on and how sure
/// something is said to be do not make the fact another.
fn is_of_values(kind: DiscrepancyKind) -> bool {
    matches!(
        kind,
        DiscrepancyKind::Number
            | DiscrepancyKind::Date
            | DiscrepancyKind::Name
            | DiscrepancyKind::Polarity
    )
}

/// The articles whose words for a fact hold another value than the words of its row. Never the article that these words
/// are from, and none where either of the two has the other's value too.
pub fn contradicting(fact: &Fact, discrepancy: &Discrepancy) -> Vec<ArticleId> {
    let home = fact.home.sentence.article;
    let ours = sides(discrepancy, |v| holds(&fact.home, v));
    if ours.is_empty() {
        return Vec::new();
    }
    let ours_anywhere = sides(discrepancy, |v| v.excerpt.sentence.article == home);
    let others = fact.support.iter().filter(|(article, _)| **article != home);
    let contradict = others.filter(|(article, told)| {
        let theirs = sides(discrepancy, |v| told.iter().any(|s| holds(&s.excerpt, v)));
        let theirs_anywhere = sides(discrepancy, |v| v.excerpt.sentence.article == **article);
        !theirs.is_empty()
            && theirs.is_disjoint(&ours_anywhere)
            && ours.is_disjoint(&theirs_anywhere)
    });
    contradict.map(|(article, _)| *article).collect()
}

/// The sides of a discrepancy that some of its values are on.
fn sides(discrepancy: &Discrepancy, which: impl Fn(&DisputedValue) -> bool) -> BTreeSet<usize> {
    discrepancy
        .values
        .iter()
        .filter(|v| which(v))
        .map(|v| v.side)
        .collect()
}

/// Whether a value stands inside these very words, not merely in their sentence.
fn holds(words: &Excerpt, value: &DisputedValue) -> bool {
    words.sentence == value.excerpt.sentence && words.span.contains(value.excerpt.span)
}
