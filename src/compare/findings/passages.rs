//! Copied passages → findings: a sentence that one article runs and another, which runs the sentences around it, does not.

use std::collections::BTreeMap;

use crate::compare::discrepancies::Pair;
use crate::compare::phrases::{list, named, quoted};
use crate::compare::refute::Articles;
use crate::compare::wording;
use crate::model::{ArticleId, BlockKind, Event, Excerpt, Finding, FindingKind, SentenceId};

/// Sentences in a row that may be missing; a longer gap is another passage.
const LONGEST: u32 = 4;

/// Telling words that must be missing for a reader to care.
const TELLING: usize = 4;

/// The sentence of an article that is the same as one of another.
type Counterparts = BTreeMap<(SentenceId, ArticleId), SentenceId>;

/// Sentences missing between two that the other article runs one after the other.
pub fn passages_left_out(event: &Event, pairs: &[Pair], articles: &Articles) -> Vec<Finding> {
    let own = pairs.iter().filter(|p| !p.is_quotation()); // Two outlets that quote one speech do not copy each other.
    let ends = own.flat_map(|p| [(p.a.id, p.b.id), (p.b.id, p.a.id)]);
    let counterparts: Counterparts = ends.map(|(from, to)| ((from, to.article), to)).collect();
    let mut lacking: BTreeMap<(SentenceId, u32), Vec<ArticleId>> = BTreeMap::new();
    for (&(before, article), &there) in &counterparts {
        if let Some(length) = gap(&counterparts, before, article, there) {
            let first = next(before, 1);
            let told = (0..length).any(|n| articles.is_told(next(first, n), article));
            if !told && is_telling(event, first, length) {
                lacking.entry((first, length)).or_default().push(article);
            }
        }
    }
    lacking
        .into_iter()
        .map(|((first, length), who)| finding(event, first, length, who))
        .collect()
}

fn next(sentence: SentenceId, steps: u32) -> SentenceId {
    SentenceId {
        index: sentence.index + steps,
        ..sentence
    }
}

/// How many sentences after `before` an article does not have that goes on with the one after them; none where it goes on
/// alike or with something else.
fn gap(
    counterparts: &Counterparts,
    before: SentenceId,
    article: ArticleId,
    there: SentenceId,
) -> Option<u32> {
    let after =
        (1..=LONGEST + 1).find(|n| counterparts.contains_key(&(next(before, *n), article)))?;
    let goes_on = counterparts.get(&(next(before, after), article)) == Some(&next(there, 1));
    (goes_on && after > 1).then_some(after - 1)
}

fn is_telling(event: &Event, first: SentenceId, length: u32) -> bool {
    let sentences: Vec<SentenceId> = (0..length).map(|n| next(first, n)).collect();
    let body = sentences.iter().all(|id| {
        event
            .sentence(*id)
            .is_some_and(|s| s.kind == BlockKind::Body)
    });
    let words = |id: &SentenceId| {
        let told = event.document(id.article).zip(event.sentence(*id));
        told.map_or(0, |(document, sentence)| {
            wording::content(document.words_in(sentence.span)).len()
        })
    };
    body && sentences.iter().map(words).sum::<usize>() >= TELLING
}

fn finding(event: &Event, first: SentenceId, length: u32, lacking: Vec<ArticleId>) -> Finding {
    let sentences: Vec<SentenceId> = (0..length).map(|n| next(first, n)).collect();
    let evidence: Vec<Excerpt> = sentences
        .iter()
        .filter_map(|id| {
            event.sentence(*id).map(|s| Excerpt {
                sentence: *id,
                span: s.span,
            })
        })
        .collect();
    let text: Vec<&str> = sentences
        .iter()
        .map(|id| event.sentence_text(*id))
        .collect();
    let who = named(event, lacking.iter().copied());
    let home = list(&named(event, [first.article]));
    let verb = if who.len() == 1 { "runs" } else { "run" };
    Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{} {verb} what is around it in {home}, but not: {}",
            list(&who),
            quoted(&text.join(" "))
        ),
        articles: lacking,
        evidence,
        salience: 0.55,
        rule: "left-out-of-copy",
        ..Finding::default()
    }
}
