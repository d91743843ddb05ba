//! Which rows a reader sees first.

use crate::compare::known::Known;
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::compare::subject;
use crate::language;
use crate::model::{
    Against, ArticleId, Cell, EntityId, Event, Fact, Modality, Origin, SentenceId, Voice,
};

/// Rows that a reader sees first.
const ROWS: usize = 8;

/// Words a statement needs to be understood without its article: "He agreed on Monday." is no row to begin with.
const FEWEST_WORDS: usize = 6;

/// Rows chosen so far: no two that repeat each other.
struct Chosen<'a> {
    articles: &'a Articles<'a>,
    rows: Vec<(usize, &'a Fact)>,
}

impl<'a> Chosen<'a> {
    fn new(articles: &'a Articles<'a>) -> Self {
        Self {
            articles,
            rows: Vec::new(),
        }
    }

    /// Adds rows that fit until there are so many.
    fn add_up_to(&mut self, full: usize, facts: &'a [Fact], fit: impl Fn(&Fact) -> bool) {
        for (index, fact) in facts.iter().enumerate().filter(|(_, f)| fit(f)) {
            if self.rows.len() < full && !self.has(fact) {
                self.rows.push((index, fact));
            }
        }
    }

    /// Whether a row tells what a fact says, or is worded by surely the same sentence.
    fn has(&self, fact: &Fact) -> bool {
        let mut rows = self.rows.iter().map(|(_, row)| row);
        rows.any(|row| {
            repeats(row, fact)
                || self
                    .articles
                    .are_same(row.home.sentence, fact.home.sentence)
        })
    }

    fn indices(self) -> Vec<usize> {
        self.rows.into_iter().map(|(index, _)| index).collect()
    }
}

/// The first rows that can be read by whoever knows what the event is and do not repeat one another, of what several origins
/// surely tell: those with no unclear cell before those with few. What one origin alone tells readers were glad of in 12 of 31
/// rows, however it was chosen: there are none.
///
/// Of 39 rows of 14 events that had no part in this, readers found 28 worth a place, 9 trivial or double, 2 not true or not to
/// be understood.
pub fn first<'a>(
    event: &Event,
    origins: &[Origin],
    articles: &'a Articles<'a>,
    facts: &'a [Fact],
) -> Vec<usize> {
    let mut chosen = Chosen::new(articles);
    for unclear in [0.0, UNCLEAR] {
        chosen.add_up_to(ROWS, facts, |f| {
            is_surely_shared(f, origins)
                && unclear_cells(f) as f64 <= unclear * f.cells.len() as f64
                && f.cells.keys().all(|a| is_as_certain(f, *a))
                && is_readable(event, &articles.known, f)
        });
    }
    chosen.indices()
}

/// Rows against a base: of each of the three kinds so many.
const ROWS_AGAINST: usize = 6;

/// The first rows against a base: where it differs, and of what can be read alone what it lacks and what it alone says. What
/// one origin says must be sure to be missing elsewhere, as everywhere on the first screen.
pub fn against<'a>(event: &Event, articles: &'a Articles<'a>, facts: &'a [Fact]) -> Vec<usize> {
    let readable = |f: &Fact| {
        is_readable(event, &articles.known, f)
            && (f.origins > 1 || says_who_and_what(event, articles, f))
    };
    let mut chosen = Chosen::new(articles);
    for kind in [Against::Differs, Against::Missing, Against::Alone] {
        chosen.add_up_to(chosen.rows.len() + ROWS_AGAINST, facts, |f| {
            f.against == Some(kind) && (kind == Against::Differs || readable(f))
        });
    }
    chosen.indices()
}

/// Share of the cells of a shared row that may be unclear. Readers found 49 of 65 rows with such a cell worth a place, 38 of 43
/// without; in two of three they rather saw the row with it than not at all.
const UNCLEAR: f64 = 0.34;

fn unclear_cells(fact: &Fact) -> usize {
    let cells = fact.cells.values();
    cells.filter(|cell| **cell == Cell::Unclear).count()
}

/// Whether articles of several origins surely tell at least a part of a fact.
fn is_surely_shared(fact: &Fact, origins: &[Origin]) -> bool {
    let tells = |article: &ArticleId| fact.cells.get(article).is_some_and(|cell| cell.is_told());
    let telling = origins.iter().filter(|o| o.articles.iter().any(tells));
    telling.count() > 1
}

/// Whether an article that says all of a fact reports it as what happened where the row does: what is expected or possible
/// there, or denied, is another claim however like the sentences are.
fn is_as_certain(fact: &Fact, article: ArticleId) -> bool {
    if fact.cells.get(&article) != Some(&Cell::Says) {
        return true;
    }
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

/// Whether a statement can be read by whoever knows what the event is, and is not cut off before what its last word leads to
/// ("The question was not").
fn is_readable(event: &Event, known: &Known, fact: &Fact) -> bool {
    let home = fact.home.sentence;
    let named = subject::restored(event, known, home).map(|r| r.entity);
    let document = event.document(home.article);
    document.is_none_or(|d| standing::is_followed_in_its_event(d, home.index, named))
        && is_complete(&fact.statement)
        && is_whole(event, fact)
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

/// Share of a row from which on the sentence of another row repeats it: a reader needs no second row for the rest.
const REPEATED: f64 = 0.5;

/// Whether two rows tell the same: the sentence that one is worded by says the other too, or each says a part of the
/// other.
fn repeats(row: &Fact, next: &Fact) -> bool {
    let told = [
        share_in(row, next.home.sentence),
        share_in(next, row.home.sentence),
    ];
    told.iter().flatten().any(|share| *share >= REPEATED) || told.iter().all(Option::is_some)
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
