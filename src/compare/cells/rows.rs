//! Which rows a reader sees first.

use super::closeness::Closeness;
use crate::compare::known::Known;
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::compare::subject;
use crate::language;
use crate::model::{Against, ArticleId, Cell, EntityId, Event, Fact, Modality, SentenceId};

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

/// The first rows that can be read alone, whose every cell is sure, and that do not repeat one another: of shared facts, then
/// of those of one origin.
pub fn first(
    event: &Event,
    closeness: &Closeness,
    articles: &Articles,
    facts: &[Fact],
) -> Vec<usize> {
    let mut chosen = Chosen::default();
    let readable = |f: &Fact| stands_alone(event, &articles.known, f) && is_whole(event, f);
    let all = |f: &Fact, sure: &dyn Fn(ArticleId) -> bool| f.cells.keys().all(|a| sure(*a));
    let is_shared = |f: &Fact| f.origins > 1;
    let sure = |f: &Fact| all(f, &|article| is_sure(f, closeness, article));
    chosen.add(SHARED_ROWS, facts, |f| {
        is_shared(f) && sure(f) && readable(f)
    });
    let shared = chosen.0.len();
    let is_held = |f: &Fact| f.support.len() + f.missing.len() == event.documents.len();
    chosen.add(LONE_ROWS, facts, |f| {
        !is_shared(f)
            && is_held(f)
            && sure(f)
            && says_who_and_what(event, articles, f)
            && readable(f)
    });
    let at_least_part = |f: &Fact| {
        all(f, &|article| {
            is_sure(f, closeness, article) || is_part_of(f, closeness, article)
        })
    };
    let parts_them = |f: &Fact| {
        f.cells
            .values()
            .any(|c| matches!(c, Cell::Absent | Cell::Otherwise))
    };
    let room = SHARED_ROWS.saturating_sub(shared);
    chosen.add(PARTING_ROWS.min(room), facts, |f| {
        is_shared(f) && parts_them(f) && at_least_part(f) && readable(f)
    });
    if chosen.0.is_empty() {
        chosen.add(LEADING_ROWS, facts, |f| {
            is_shared(f) && at_least_part(f) && readable(f)
        });
    }
    chosen.indices()
}

/// Rows against a base: of each of the three kinds so many.
const ROWS_AGAINST: usize = 6;

/// The first rows against a base: where it differs, and of what can be read alone what it lacks and what it alone says. What
/// one origin says must be sure to be missing elsewhere, as everywhere on the first screen.
pub fn against(event: &Event, articles: &Articles, facts: &[Fact]) -> Vec<usize> {
    let readable = |f: &Fact| {
        stands_alone(event, &articles.known, f)
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

/// Share of a row that a place must have for its article to say it without doubt, and the same where the link is certain. Of
/// the cells that readers judged, nine in ten of the former were right and 84 % of the latter.
const SURELY: f64 = 0.6;
const SURELY_LINKED: f64 = 0.4;
const CERTAIN: f64 = 0.99;

/// Rows that some article lacks and of which another says at least a part.
const PARTING_ROWS: usize = 3;

/// Rows of which some article says at least a part, where no row is sure.
const LEADING_ROWS: usize = 2;

/// A link from which on an article says at least a part of a row. Of 45 such cells that readers judged, 40 did; of those
/// with a weaker link 12 in 19.
const LINKED: f64 = 0.7;

/// Whether an article surely says at least a part of a row.
fn is_part_of(fact: &Fact, closeness: &Closeness, article: ArticleId) -> bool {
    let close = closeness.between(fact.home.sentence, article);
    fact.cells.get(&article) == Some(&Cell::Part) && close.score >= LINKED
}

/// The score from which on a link is right nine times in ten: scores are calibrated.
const SURE_LINK: f64 = 0.9;

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

/// Whether what a cell shows was right often enough, by the kind of evidence it rests on. Of the cells of 63 first rows that
/// readers judged, those that say a part were right in 6 of 14 and those with a sentence that comes near in 4 of 12.
fn is_sure(fact: &Fact, closeness: &Closeness, article: ArticleId) -> bool {
    let close = closeness.between(fact.home.sentence, article);
    let share = fact
        .support
        .get(&article)
        .map_or(0.0, |told| super::share(told));
    match fact.cells.get(&article) {
        Some(Cell::Says) => {
            let sure = share >= SURELY
                || (close.equivalent && close.score >= SURE_LINK)
                || (share >= SURELY_LINKED && close.score >= CERTAIN);
            sure && is_as_certain(fact, article)
        }
        Some(Cell::Otherwise | Cell::OutOfScope | Cell::Absent) => true,
        Some(Cell::Part | Cell::NotFound) | None => false,
    }
}

/// Share of a sentence that a statement must be to be all of it: a dateline before it may be missing.
const WHOLE: f64 = 0.85;

/// Whether a statement is a whole sentence, no clause cut out of one.
fn is_whole(event: &Event, fact: &Fact) -> bool {
    event
        .sentence(fact.home.sentence)
        .is_none_or(|s| fact.home.span.len() as f64 >= WHOLE * s.span.len() as f64)
}

/// Whether a statement can be read without its article: no piece of a sentence, with all names that it needs, and not cut
/// off before what its last word leads to ("The question was not").
fn stands_alone(event: &Event, known: &Known, fact: &Fact) -> bool {
    let home = fact.home.sentence;
    let restored = subject::restored(event, known, home);
    let named = restored.as_ref().map(|r| r.entity);
    let subject = restored.map(|r| (r.words, r.entity));
    let alone = event
        .document(home.article)
        .is_none_or(|d| standing::is_understood_but_for(d, home.index, subject));
    let about = named.is_some() || event.sentence(home).is_none_or(standing::names_its_subject);
    let points = event.sentence(home).is_some_and(|sentence| {
        let document = event.document(home.article);
        standing::points_back(sentence, sentence.span)
            || named.is_none()
                && document.is_some_and(|d| standing::begins_with_a_pronoun(d, home.index))
    });
    alone && about && !points && known.covers_but_for(home, named) && is_complete(&fact.statement)
}

/// Telling words of a statement that one article alone makes; with fewer it is seldom asked who else makes it.
const TELLING: usize = 6;

/// Whether the sentence of a fact says what somebody or some body, by name, did or said, and enough of it; and whether
/// there is something to look up in the other articles: names and figures, or the one whom it is about.
fn says_who_and_what(event: &Event, articles: &Articles, fact: &Fact) -> bool {
    let home = fact.home.sentence;
    let Some((document, sentence)) = event.document(home.article).zip(event.sentence(home)) else {
        return false;
    };
    let words = document.words_in(sentence.span);
    let telling = words.filter(|w| language::is_telling(&language::key(w)));
    let mut who = standing::subjects(event, document, home.index);
    who.extend(subject::restored(event, &articles.known, home).map(|r| r.entity));
    let others: Vec<ArticleId> = fact.missing.keys().copied().collect();
    let unknown = |entity: &EntityId| {
        let mut documents = others.iter().filter_map(|id| event.document(*id));
        !documents.any(|d| d.speaks_of(*entity))
    };
    !who.is_empty()
        && telling.count() >= TELLING
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
