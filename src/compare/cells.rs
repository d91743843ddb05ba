//! What the cells of the matrix show, and which rows a reader sees first.
//!
//! It is decided here and nowhere else: the report carries it, the renderers lay it out.

use std::collections::BTreeSet;

use crate::lexicon;
use crate::model::{ArticleId, Cell, Discrepancy, DiscrepancyKind, DisputedValue, Excerpt, Fact, Grade, SentenceId};

/// Share of a fact's content from which on an article says it; with less it says part of it.
const MOST: f64 = 0.5;

/// Rows that a reader sees first: of what several origins tell, and of what only one tells.
const SHARED_ROWS: usize = 8;
const LONE_ROWS: usize = 3;

/// Words a statement needs to be understood without its article: "He agreed on Monday." is no row to begin with.
const FEWEST_WORDS: usize = 6;

/// First words that point at something a reader does not see.
const POINTERS: [&str; 15] =
    ["he", "her", "his", "i", "it", "its", "she", "that", "their", "these", "they", "this", "those", "we", "you"];

/// Fills in what every article does with every fact, and chooses the rows that are seen first. The facts come most
/// salient first; `discrepancies` are those that the report will hold, as the facts point at them by index.
pub fn fill(facts: &mut [Fact], discrepancies: &[Discrepancy]) {
    for fact in facts.iter_mut() {
        fill_row(fact, discrepancies);
    }
    for index in first_rows(facts) {
        if let Some(fact) = facts.get_mut(index) {
            fact.first_screen = true;
        }
    }
}

fn fill_row(fact: &mut Fact, discrepancies: &[Discrepancy]) {
    let mut otherwise: BTreeSet<ArticleId> = BTreeSet::new();
    for (index, discrepancy) in discrepancies.iter().enumerate().filter(|(_, d)| is_of_values(d.kind)) {
        let found = contradicting(fact, discrepancy);
        if !found.is_empty() {
            fact.conflicts.push(index);
            otherwise.extend(found);
        }
    }
    let told = fact.support.iter().map(|(&article, told)| {
        let most = told.iter().any(|s| s.share >= MOST);
        let cell = match (otherwise.contains(&article), most) {
            (true, _) => Cell::Otherwise,
            (false, true) => Cell::Says,
            (false, false) => Cell::Part,
        };
        (article, cell)
    });
    let lacking = fact.missing.iter().map(|(&article, missing)| {
        let cell = match missing.grade {
            Grade::Absent => Cell::Absent,
            Grade::NotFound => Cell::NotFound,
            Grade::OutOfScope => Cell::OutOfScope,
        };
        (article, cell)
    });
    fact.cells = told.chain(lacking).collect();
}

/// Whether a discrepancy is of values that one can read off the words: who is cited, how a quotation goes on and how sure
/// something is said to be do not make the fact another.
fn is_of_values(kind: DiscrepancyKind) -> bool {
    matches!(kind, DiscrepancyKind::Number | DiscrepancyKind::Date | DiscrepancyKind::Name | DiscrepancyKind::Polarity)
}

/// The articles whose words for a fact hold another value than the words of its row. Never the article that these words
/// are from, and none where either of the two has the other's value too.
fn contradicting(fact: &Fact, discrepancy: &Discrepancy) -> Vec<ArticleId> {
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
        !theirs.is_empty() && theirs.is_disjoint(&ours_anywhere) && ours.is_disjoint(&theirs_anywhere)
    });
    contradict.map(|(article, _)| *article).collect()
}

/// The sides of a discrepancy that some of its values are on.
fn sides(discrepancy: &Discrepancy, which: impl Fn(&DisputedValue) -> bool) -> BTreeSet<usize> {
    discrepancy.values.iter().filter(|v| which(v)).map(|v| v.side).collect()
}

/// Whether a value stands inside these very words, not merely in their sentence.
fn holds(words: &Excerpt, value: &DisputedValue) -> bool {
    words.sentence == value.excerpt.sentence && words.span.contains(value.excerpt.span)
}

/// The first rows that can be read alone and do not repeat one another: of shared facts, then of those of one origin.
fn first_rows(facts: &[Fact]) -> Vec<usize> {
    let mut chosen: Vec<(usize, &Fact)> = Vec::new();
    for (shared, most) in [(true, SHARED_ROWS), (false, LONE_ROWS)] {
        let full = chosen.len() + most;
        let fit = |f: &Fact| (f.origins > 1) == shared && stands_alone(&f.statement);
        for (index, fact) in facts.iter().enumerate().filter(|(_, f)| fit(f)) {
            if chosen.len() < full && !chosen.iter().any(|(_, row)| repeats(row, fact)) {
                chosen.push((index, fact));
            }
        }
    }
    chosen.into_iter().map(|(index, _)| index).collect()
}

/// Whether a statement can be read without its article: no piece of a sentence, not opened by a word that points and not
/// cut off before what its last word leads to ("The question was not").
fn stands_alone(statement: &str) -> bool {
    let words = statement.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    let opening = statement.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let last = statement.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let whole = !statement.starts_with('…') && !lexicon::is_stop_word(&last);
    words >= FEWEST_WORDS && whole && !POINTERS.contains(&opening.as_str())
}

/// Whether two rows tell the same: the sentence that one is worded by says the other too, or each says a part of the
/// other.
fn repeats(row: &Fact, next: &Fact) -> bool {
    let told = [share_in(row, next.home.sentence), share_in(next, row.home.sentence)];
    told.iter().flatten().any(|share| *share >= MOST) || told.iter().all(Option::is_some)
}

/// How much of a fact a sentence says, where it says any of it.
fn share_in(fact: &Fact, sentence: SentenceId) -> Option<f64> {
    fact.support.get(&sentence.article)?.iter().find(|s| s.excerpt.sentence == sentence).map(|s| s.share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FactKind, Missing, Modality, Support, Voice};
    use crate::span::Span;

    fn excerpt(article: u32, index: u32, start: usize, end: usize) -> Excerpt {
        Excerpt { sentence: SentenceId { article: ArticleId(article), index }, span: Span::new(start, end) }
    }

    fn support(excerpt: Excerpt, share: f64) -> Support {
        let (voice, modality) = (Voice::Own, Modality::Stated);
        Support { excerpt, voice, attributed_to: None, modality, position: 0.0, share }
    }

    /// A fact worded by the first of the places; each is told in its own article.
    fn fact(statement: &str, places: &[(Excerpt, f64)]) -> Fact {
        let told = places.iter().map(|(e, share)| (e.sentence.article, vec![support(*e, *share)]));
        Fact {
            statement: statement.to_string(),
            home: places[0].0,
            kind: FactKind::Event,
            support: told.collect(),
            missing: [(ArticleId(9), Missing { grade: Grade::NotFound, candidate: None })].into(),
            cells: [].into(),
            conflicts: Vec::new(),
            first_screen: false,
            details: Vec::new(),
            origins: places.len(),
            salience: 0.5,
        }
    }

    fn conflict(kind: DiscrepancyKind, values: &[(Excerpt, usize)]) -> Discrepancy {
        let value = |(excerpt, side): &(Excerpt, usize)| DisputedValue {
            excerpt: *excerpt,
            value: side.to_string(),
            side: *side,
        };
        Discrepancy { kind, about: String::new(), values: values.iter().map(value).collect(), rule: "figures" }
    }

    /// The cells of a row told at 10..60 by the articles 0, 1 and 2, worded by article 0, with these conflicts.
    fn cells(conflicts: &[Discrepancy]) -> [Cell; 3] {
        let place = |article| (excerpt(article, 0, 10, 60), if article == 2 { 0.3 } else { 1.0 });
        let mut facts = [fact("Some 24 ships left the harbour on Monday.", &[place(0), place(1), place(2)])];
        fill(&mut facts, conflicts);
        assert_eq!(facts[0].cells[&ArticleId(9)], Cell::NotFound);
        let otherwise = facts[0].cells.values().any(|c| *c == Cell::Otherwise);
        assert_eq!(!facts[0].conflicts.is_empty(), otherwise, "a cell rests on a conflict");
        [0, 1, 2].map(|a| facts[0].cells[&ArticleId(a)])
    }

    const AGREED: [Cell; 3] = [Cell::Says, Cell::Says, Cell::Part];

    #[test]
    fn another_value_in_the_words_of_another_article_is_otherwise() {
        use DiscrepancyKind::{Date, Name, Number, Polarity};
        for kind in [Number, Date, Name, Polarity] {
            let sides = [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 20, 22), 1)];
            assert_eq!(cells(&[conflict(kind, &sides)]), [Cell::Says, Cell::Otherwise, Cell::Part], "{kind:?}");
        }
    }

    #[test]
    fn the_row_is_never_against_its_own_article_even_where_most_are_against_it() {
        let sides = [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 20, 22), 1), (excerpt(2, 0, 20, 22), 1)];
        let got = cells(&[conflict(DiscrepancyKind::Number, &sides)]);
        assert_eq!(got, [Cell::Says, Cell::Otherwise, Cell::Otherwise]);
    }

    #[test]
    fn a_value_outside_the_words_of_the_row_is_another_matter() {
        let outside = [
            // In the sentence of the row but not in its words; in another sentence; on the side of the other article only.
            [(excerpt(0, 0, 70, 72), 0), (excerpt(1, 0, 20, 22), 1)],
            [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 58, 64), 1)],
            [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 3, 20, 22), 1)],
            [(excerpt(1, 0, 15, 17), 0), (excerpt(2, 0, 20, 22), 1)],
            [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 20, 22), 0)],
        ];
        for sides in outside {
            assert_eq!(cells(&[conflict(DiscrepancyKind::Number, &sides)]), AGREED, "{sides:?}");
        }
    }

    #[test]
    fn an_article_that_has_the_value_of_the_row_too_does_not_contradict_it() {
        let both_there = [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 20, 22), 1), (excerpt(1, 7, 99, 101), 0)];
        let both_here = [(excerpt(0, 0, 15, 17), 0), (excerpt(0, 7, 99, 101), 1), (excerpt(1, 0, 20, 22), 1)];
        for sides in [both_there, both_here] {
            assert_eq!(cells(&[conflict(DiscrepancyKind::Number, &sides)]), AGREED, "{sides:?}");
        }
    }

    #[test]
    fn who_is_cited_and_how_surely_is_no_other_value() {
        use DiscrepancyKind::{Attribution, Modality, Quote};
        for kind in [Attribution, Modality, Quote] {
            let sides = [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 20, 22), 1)];
            assert_eq!(cells(&[conflict(kind, &sides)]), AGREED, "{kind:?}");
        }
    }

    #[test]
    fn a_first_row_can_be_read_alone() {
        for statement in ["The strike at the harbour is over.", "“We won,” said Marta Quill on Monday."] {
            assert!(stands_alone(statement), "{statement}");
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
            assert!(!stands_alone(statement), "{statement}");
        }
    }

    #[test]
    fn a_sentence_makes_one_first_row_and_shared_facts_come_before_lone_ones() {
        let lone = "Nobody knows who opened the gates.";
        let shared = "The strike at the harbour is over.";
        let mut facts = vec![
            fact(lone, &[(excerpt(0, 5, 0, 40), 1.0)]),
            fact(shared, &[(excerpt(0, 0, 0, 40), 1.0), (excerpt(1, 4, 0, 40), 0.8)]),
            fact(shared, &[(excerpt(1, 4, 0, 40), 1.0), (excerpt(2, 1, 0, 40), 0.8)]),
            fact(lone, &[(excerpt(1, 4, 50, 90), 1.0)]),
            fact(shared, &[(excerpt(2, 9, 0, 40), 1.0), (excerpt(1, 7, 0, 40), 0.3)]),
            fact(shared, &[(excerpt(1, 7, 0, 40), 1.0), (excerpt(2, 9, 0, 40), 0.3)]),
            fact(shared, &[(excerpt(1, 8, 0, 40), 1.0), (excerpt(2, 9, 0, 40), 0.3)]),
        ];
        facts.extend((10..20).map(|i| fact(shared, &[(excerpt(0, i, 0, 40), 1.0), (excerpt(1, i, 0, 40), 0.8)])));
        fill(&mut facts, &[]);
        let first: Vec<usize> = (0..facts.len()).filter(|i| facts[*i].first_screen).collect();
        assert_eq!(first, [0, 1, 4, 6, 7, 8, 9, 10, 11]);
    }
}
