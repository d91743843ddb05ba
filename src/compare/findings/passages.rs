//! Copied passages → findings: a sentence that one article runs and another, which runs the sentences around it, does not.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compare::phrases::{list, named, quoted};
use crate::compare::refute::{Articles, TOLD, WORDED};
use crate::compare::wording;
use crate::model::{
    ArticleId, BlockKind, Event, Excerpt, Finding, FindingKind, Pairings, QuoteKind, SentenceId,
};

/// Sentences in a row that may be missing; a longer gap is another passage.
const LONGEST: usize = 4;

/// Telling words that must be missing for a reader to care.
const TELLING: usize = 3;

/// Sentences of the article's own that two articles must share to be copies of one text, and the share of the shorter one's
/// sentences that must be common to both. Two outlets that quote one speech have its sentences in common and few others.
const COMMON: usize = 4;
const MOST: f64 = 0.5;

/// The same share in a sentence that both articles have: what is missing only says again what is there.
const REPEATED: f64 = 0.8;

/// Sentences missing between two that the other article runs one after the other, or, where the articles are copies of one
/// text, anywhere in it, with nothing in the other that tells them.
pub fn passages_left_out(event: &Event, pairings: &Pairings, articles: &Articles) -> Vec<Finding> {
    let mut lacking: BTreeMap<(SentenceId, u32), Vec<ArticleId>> = BTreeMap::new();
    for (home, other) in pairings.articles() {
        let Some(sides) = Sides::of(event, pairings, home, other) else {
            continue;
        };
        let is_told = |id: SentenceId, replaced: bool| {
            let elsewhere = || articles.is_told(id, other);
            sides.is_told(articles, id, replaced) || (!sides.are_copies && elsewhere())
        };
        for (first, length) in sides.missing(is_told) {
            if is_telling(event, first, length) {
                lacking.entry((first, length)).or_default().push(other);
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

/// An article beside another one that has sentences of it.
struct Sides {
    /// The body of the article, each sentence with its place in the body of the other, where it stands there too.
    home: Vec<(SentenceId, Option<usize>)>,
    /// The body of the other article, each sentence with whether it stands in the first.
    other: Vec<(SentenceId, bool)>,
    /// Whether both are copies of one text.
    are_copies: bool,
}

impl Sides {
    fn of(event: &Event, pairings: &Pairings, home: ArticleId, other: ArticleId) -> Option<Self> {
        let versions = event
            .document(home)
            .zip(event.document(other))
            .is_some_and(|(x, y)| x.article.is_version_of(&y.article));
        if versions {
            return None;
        }
        let (here, there) = (body(event, home), body(event, other));
        let place = |id: &SentenceId| {
            let found = pairings.counterpart(*id, other)?;
            there.binary_search(&found).ok()
        };
        let own = |id: &SentenceId| !is_quotation(event, *id);
        let both = here.iter().filter(|id| place(id).is_some());
        let (all, of_own) = (both.clone().count(), both.filter(|id| own(id)).count());
        let shorter = here.len().min(there.len());
        let are_copies = of_own >= COMMON && all as f64 >= MOST * shorter as f64;
        let anchors = |id: &SentenceId| place(id).filter(|_| are_copies || own(id));
        (of_own > 0).then(|| Self {
            home: here.iter().map(|id| (*id, anchors(id))).collect(),
            other: there
                .iter()
                .map(|id| (*id, pairings.counterpart(*id, home).is_some()))
                .collect(),
            are_copies,
        })
    }

    /// Sentences in a row that the other article does not have, by the first of them and their number.
    fn missing(&self, is_told: impl Fn(SentenceId, bool) -> bool) -> Vec<(SentenceId, u32)> {
        let mut found = Vec::new();
        for gap in self.gaps() {
            let replaced = self.is_replaced(&gap);
            let told = |at: &usize| {
                self.home
                    .get(*at)
                    .is_none_or(|(id, _)| is_told(*id, replaced))
            };
            let untold: Vec<usize> = gap.clone().filter(|at| !told(at)).collect();
            if !self.are_copies && (replaced || untold.len() < gap.len()) {
                continue;
            }
            for run in untold.chunk_by(|a, b| a + 1 == *b) {
                let first = run.first().and_then(|at| self.home.get(*at));
                found.extend(first.map(|(id, _)| (*id, run.len() as u32)));
            }
        }
        found
    }

    /// Stretches of the article that the other one does not have, not too long, beside something that it has; on both sides of
    /// them where the two are no copies.
    fn gaps(&self) -> Vec<Range<usize>> {
        let mut gaps: Vec<Range<usize>> = Vec::new();
        for at in (0..self.home.len()).filter(|at| self.place(*at).is_none()) {
            match gaps.last_mut() {
                Some(gap) if gap.end == at => gap.end = at + 1,
                _ => gaps.push(at..at + 1),
            }
        }
        let inside = |gap: &Range<usize>| gap.start > 0 && gap.end < self.home.len();
        gaps.retain(|gap| gap.len() <= LONGEST && (self.are_copies || inside(gap)));
        gaps
    }

    fn place(&self, at: usize) -> Option<usize> {
        self.home.get(at).and_then(|(_, place)| *place)
    }

    /// Whether the other article has anything of its own where a gap is, or does not go on alike.
    fn is_replaced(&self, gap: &Range<usize>) -> bool {
        let before = gap.start.checked_sub(1).and_then(|at| self.place(at));
        let from = before.map_or(0, |place| place + 1);
        let to = self.place(gap.end).unwrap_or(self.other.len());
        from != to
    }

    /// Whether the other article tells a sentence: in one of its own that is linked to it or has many of its words, or in one
    /// of both that has nearly all of them.
    fn is_told(&self, articles: &Articles, id: SentenceId, replaced: bool) -> bool {
        let words = articles.wording.stems(id);
        let enough = if replaced { WORDED } else { TOLD };
        self.other.iter().any(|&(other, shared)| {
            let share = articles.wording.share(words, other);
            match shared {
                true => share >= REPEATED,
                false => share >= enough || articles.are_linked(id, other),
            }
        })
    }
}

/// The sentences of an article's running text.
fn body(event: &Event, article: ArticleId) -> Vec<SentenceId> {
    let sentences = event.document(article).map_or(&[][..], |d| &d.sentences);
    let body = sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind == BlockKind::Body);
    body.map(|(index, _)| SentenceId {
        article,
        index: index as u32,
    })
    .collect()
}

/// Whether a sentence is mostly somebody's words: two outlets that quote one speech do not copy each other.
fn is_quotation(event: &Event, id: SentenceId) -> bool {
    let Some((document, sentence)) = event.document(id.article).zip(event.sentence(id)) else {
        return false;
    };
    let direct = document
        .quotes
        .iter()
        .filter(|q| q.kind == QuoteKind::Direct && q.span.overlaps(sentence.span));
    direct
        .map(|q| 2 * q.span.len())
        .any(|twice| twice >= sentence.span.len())
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
        .filter_map(|id| event.excerpt(*id))
        .collect();
    let text: Vec<&str> = sentences
        .iter()
        .map(|id| event.sentence_text(*id))
        .collect();
    let who = named(event, lacking.iter().copied());
    let home = list(&named(event, [first.article]));
    let (runs, leaves) = match who.len() {
        1 => ("runs", "leaves"),
        _ => ("run", "leave"),
    };
    let this = if length == 1 {
        "this sentence"
    } else {
        "this passage"
    };
    Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{} {runs} the text around {this} from {home}, but {leaves} it out: {}",
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
