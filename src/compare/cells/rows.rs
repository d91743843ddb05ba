//! Which rows a reader sees first.

use super::closeness::Closeness;
use crate::compare::known::Known;
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::compare::subject;
use crate::language;
use crate::model::{Against, ArticleId, Cell, EntityId, Event, Fact, Modality, SentenceId, Voice};

/// Rows that a reader sees first: of what several origins tell, and of what only one tells.
const SHARED_ROWS: usize = 8;
const LONE_ROWS: usize = 2;

/// Words a statement needs to be understood without its article: "He agreed on Monday." is no row to begin with.
const FEWEST_WORDS: usize = 6;

/// Rows chosen so far: no two that repeat each other.
#[derive(Default)]
struct Chosen<'a>(Vec<(usize, &'a Fact)>);

impl<'a> Chosen<'a> {
    /// Adds rows that fit, at most so many.
    fn add(&mut self, most: usize, facts: &'a [Fact], fit: impl Fn(&Fact) -> bool) {
        let full = self.0.len() + most;
        for (index, fact) in facts.iter().enumerate().filter(|(_, f)| fit(f)) {
            if self.0.len() < full && !self.0.iter().any(|(_, row)| repeats(row, fact)) {
                self.0.push((index, fact));
            }
        }
    }

    fn indices(self) -> Vec<usize> {
        self.0.into_iter().map(|(index, _)| index).collect()
    }
}

/// The first rows that can be read alone, whose every cell is clear, and that do not repeat one another: of shared facts, then
/// of those of one origin. On 46 events that had no part in it readers found 29 of 35 shared rows worth a place, 10 of 19 of
/// one origin; of shared facts of which neither is asked, 104 of 187.
pub fn first(
    event: &Event,
    closeness: &Closeness,
    articles: &Articles,
    facts: &[Fact],
) -> Vec<usize> {
    let mut chosen = Chosen::default();
    let is_shared = |f: &Fact| f.origins > 1;
    let all = |f: &Fact, holds: &dyn Fn(ArticleId) -> bool| f.cells.keys().all(|a| holds(*a));
    let is_fit = |f: &Fact, linked: f64| {
        is_shared(f)
            && all(f, &|article| is_clear(f, closeness, article, linked))
            && stands_in_its_event(event, &articles.known, f)
            && is_whole(event, f)
    };
    chosen.add(SHARED_ROWS, facts, |f| is_fit(f, LINKED));
    if chosen.0.is_empty() {
        chosen.add(LEADING_ROWS, facts, |f| is_fit(f, FAIRLY_LINKED));
    }
    let is_held = |f: &Fact| f.support.len() + f.missing.len() == event.documents.len();
    chosen.add(LONE_ROWS, facts, |f| {
        !is_shared(f)
            && is_held(f)
            && all(f, &|article| is_lacking(f, article))
            && says_who_and_what(event, articles, f)
            && stands_in_its_event(event, &articles.known, f)
            && is_whole(event, f)
    });
    chosen.indices()
}

/// Rows against a base: of each of the three kinds so many.
const ROWS_AGAINST: usize = 6;

/// The first rows against a base: where it differs, and of what can be read alone what it lacks and what it alone says. What
/// one origin says must be sure to be missing elsewhere, as everywhere on the first screen.
pub fn against(event: &Event, articles: &Articles, facts: &[Fact]) -> Vec<usize> {
    let readable = |f: &Fact| {
        stands_in_its_event(event, &articles.known, f)
            && is_whole(event, f)
            && (f.origins > 1 || says_who_and_what(event, articles, f))
    };
    let mut chosen = Chosen::default();
    for kind in [Against::Differs, Against::Missing, Against::Alone] {
        chosen.add(ROWS_AGAINST, facts, |f| {
            f.against == Some(kind) && (kind == Against::Differs || readable(f))
        });
    }
    chosen.indices()
}

/// A link from which on an article says at least a part of a row. Of 124 such cells that readers judged in 24 events, 102
/// did; of those with a weaker link 72 in 102.
const LINKED: f64 = 0.8;

/// The same where no row is clear otherwise, and how many rows may rest on it: 19 of 27 such cells were right.
const FAIRLY_LINKED: f64 = 0.7;
const LEADING_ROWS: usize = 2;

/// Whether what a cell of a shared row claims is right often enough: that an article says all of it, or at least a part; or
/// that it was not found to. Readers found a row whole in 3 of 57 articles none of whose sentences comes near it, and in 10
/// of 34 where one does.
fn is_clear(fact: &Fact, closeness: &Closeness, article: ArticleId, linked: f64) -> bool {
    let score = closeness.between(fact.home.sentence, article).score;
    match fact.cells.get(&article) {
        Some(Cell::Says) => is_as_certain(fact, article),
        Some(Cell::Part) => score >= linked,
        Some(Cell::NotFound) => {
            let missing = fact.missing.get(&article);
            score == 0.0 && missing.is_some_and(|m| m.candidate.is_none())
        }
        Some(Cell::Otherwise | Cell::OutOfScope | Cell::Absent) => true,
        None => false,
    }
}

/// Whether an article surely lacks a row, or is the one that words it.
fn is_lacking(fact: &Fact, article: ArticleId) -> bool {
    article == fact.home.sentence.article
        || matches!(
            fact.cells.get(&article),
            Some(Cell::Absent | Cell::OutOfScope)
        )
}

/// Whether an article reports a fact as what happened where the row does: what is expected or possible there, or denied, is
/// another claim however like the sentences are.
fn is_as_certain(fact: &Fact, article: ArticleId) -> bool {
    let is_open = |m: Modality| {
        matches!(
            m,
            Modality::Expected | Modality::Possible | Modality::Denied
        )
    };
    let most = |article| {
        let told = fact.support.get(&article)?.iter();
        let most = told.max_by(|a, b| a.share.total_cmp(&b.share))?;
        Some(is_open(most.modality))
    };
    most(article) == most(fact.home.sentence.article)
}

/// Share of a sentence that a statement must be to be all of it: a dateline before it may be missing.
const WHOLE: f64 = 0.85;

/// Whether a statement is a whole sentence, no clause cut out of one.
fn is_whole(event: &Event, fact: &Fact) -> bool {
    event
        .sentence(fact.home.sentence)
        .is_none_or(|s| fact.home.span.len() as f64 >= WHOLE * s.span.len() as f64)
}

/// Whether a statement can be read by whoever knows what the event is: no piece of a sentence, with all names that it needs,
/// and not cut off before what its last word leads to ("The question was not").
fn stands_in_its_event(event: &Event, known: &Known, fact: &Fact) -> bool {
    let home = fact.home.sentence;
    let restored = subject::restored(event, known, home);
    let named = restored.as_ref().map(|r| r.entity);
    let subject = restored.map(|r| (r.words, r.entity));
    let alone = event
        .document(home.article)
        .is_none_or(|d| standing::is_understood_in_its_event(d, home.index, subject));
    let about = named.is_some() || event.sentence(home).is_none_or(standing::names_its_subject);
    let points = event.sentence(home).is_some_and(|sentence| {
        let document = event.document(home.article);
        standing::points_back(sentence, sentence.span)
            || named.is_none()
                && document.is_some_and(|d| standing::begins_with_a_pronoun(d, home.index))
    });
    alone && about && !points && known.covers_but_for(home, named) && is_complete(&fact.statement)
}

/// Telling words, and words of names, of a statement that one article alone makes. Of 138 such statements from 24 events,
/// readers were glad of 52 (.38); of those with so many words that somebody is cited for or that have so many names, of 41 in
/// 58. Figures, place in the article and words of headlines made no difference.
const TELLING: usize = 10;
const NAMES: usize = 3;

/// Whether the sentence of a fact says what somebody or some body, by name, did or said, and enough of it; and whether
/// there is something to look up in the other articles: names and figures, or the one whom it is about.
fn says_who_and_what(event: &Event, articles: &Articles, fact: &Fact) -> bool {
    let home = fact.home.sentence;
    let Some((document, sentence)) = event.document(home.article).zip(event.sentence(home)) else {
        return false;
    };
    let words = document.words_in(sentence.span);
    let telling = words.filter(|w| language::is_telling(&language::key(w)));
    let reading = &sentence.reading;
    let names = (0..reading.tokens.len() as u32).filter(|t| reading.is_name(*t));
    let own = fact.support.get(&home.article).into_iter().flatten();
    let is_cited = own.into_iter().any(|s| s.voice == Voice::Attributed);
    let says_enough = telling.count() >= TELLING && (is_cited || names.count() >= NAMES);
    let mut who = standing::subjects(event, document, home.index);
    who.extend(subject::restored(event, &articles.known, home).map(|r| r.entity));
    let others: Vec<ArticleId> = fact.missing.keys().copied().collect();
    let unknown = |entity: &EntityId| {
        let mut documents = others.iter().filter_map(|id| event.document(*id));
        !documents.any(|d| d.speaks_of(*entity))
    };
    !who.is_empty()
        && says_enough
        && (articles.is_concrete(home, &others)
            || articles.is_concrete_quotation(home, &others)
            || who.iter().any(unknown))
}

fn is_complete(statement: &str) -> bool {
    let words = statement
        .split_whitespace()
        .filter(|w| w.contains(char::is_alphanumeric))
        .count();
    let last = statement
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let whole =
        !statement.starts_with('…') && !statement.ends_with('?') && !language::is_stop_word(&last);
    words >= FEWEST_WORDS && whole && !standing::opens_by_pointing(statement)
}

/// Whether two rows tell the same: the sentence that one is worded by says the other too, or each says a part of the
/// other.
fn repeats(row: &Fact, next: &Fact) -> bool {
    let told = [
        share_in(row, next.home.sentence),
        share_in(next, row.home.sentence),
    ];
    told.iter().flatten().any(|share| *share >= super::MOST) || told.iter().all(Option::is_some)
}

/// How much of a fact a sentence says, where it says any of it.
fn share_in(fact: &Fact, sentence: SentenceId) -> Option<f64> {
    fact.support
        .get(&sentence.article)?
        .iter()
        .find(|s| s.excerpt.sentence == sentence)
        .map(|s| s.share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_row_can_be_read_alone() {
        for statement in [
            "The strike at the harbour is over.",
            "“The gates are open,” said Marta Quill on Monday.",
        ] {
            assert!(is_complete(statement), "{statement}");
        }
        for statement in [
            "It was a bad-tempered meeting of both.",
            "It’s the first strike since 1987.",
            "This was the first strike since 1987.",
            "It also ended the strike at the harbour.",
            "… that had shut the harbour for two weeks",
            "The strike is over.",
            "The question before the harbour board was not",
        ] {
            assert!(!is_complete(statement), "{statement}");
        }
    }
}
