//! Cells and first rows of facts made by hand.

use super::*;
use crate::compare::wording::Wording;
use crate::model::{
    DiscrepancyKind, DisputedValue, Evidence, Excerpt, FactKind, Link, Missing, Modality, Origin,
    OriginKind, Relation, SentenceId, Voice,
};
use crate::span::Span;

fn excerpt(article: u32, index: u32, start: usize, end: usize) -> Excerpt {
    Excerpt {
        sentence: SentenceId {
            article: ArticleId(article),
            index,
        },
        span: Span::new(start, end),
    }
}

fn support(excerpt: Excerpt, share: f64) -> Support {
    let (voice, modality) = (Voice::Own, Modality::Stated);
    Support {
        excerpt,
        voice,
        attributed_to: None,
        modality,
        position: 0.0,
        share,
    }
}

/// A fact worded by the first of the places; each is told in its own article.
fn fact(statement: &str, places: &[(Excerpt, f64)]) -> Fact {
    let told = places
        .iter()
        .map(|(e, share)| (e.sentence.article, vec![support(*e, *share)]));
    Fact {
        statement: statement.to_string(),
        home: places[0].0,
        kind: FactKind::Event,
        support: told.collect(),
        missing: [(
            ArticleId(9),
            Missing {
                grade: Grade::Absent,
                candidate: None,
            },
        )]
        .into(),
        cells: [].into(),
        conflicts: Vec::new(),
        first_screen: false,
        against: None,
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
    Discrepancy {
        kind,
        about: String::new(),
        values: values.iter().map(value).collect(),
        rule: "figures",
    }
}

/// Links of such a score between where each fact is worded and where else it is told; every article is an origin.
fn linked(facts: &[Fact], score: f64) -> Alignment {
    let of = |fact: &Fact| {
        let home = fact.home.sentence;
        let places: Vec<SentenceId> = fact
            .support
            .values()
            .flatten()
            .map(|s| s.excerpt.sentence)
            .collect();
        places
            .into_iter()
            .filter(move |p| *p != home)
            .map(move |place| Link {
                a: home.min(place),
                b: home.max(place),
                relation: Relation::Partial,
                contains: None,
                score,
                evidence: Evidence::default(),
            })
    };
    let origin = |article| Origin {
        kind: OriginKind::Independent,
        name: String::new(),
        articles: vec![ArticleId(article)],
        evidence: Vec::new(),
    };
    Alignment {
        links: facts.iter().flat_map(of).collect(),
        origins: (0..10).map(origin).collect(),
        ..Alignment::default()
    }
}

fn filled(facts: Vec<Fact>, conflicts: &[Discrepancy], base: Option<ArticleId>) -> Vec<Fact> {
    let alignment = linked(&facts, 0.9);
    filled_by(&alignment, facts, conflicts, base)
}

fn filled_by(
    alignment: &Alignment,
    facts: Vec<Fact>,
    conflicts: &[Discrepancy],
    base: Option<ArticleId>,
) -> Vec<Fact> {
    let event = Event::default();
    let pairings = Pairings::default();
    let wording = Wording::of(&event);
    let articles = Articles::new(&event, alignment, &wording);
    let mut comparison = Comparison {
        base,
        facts,
        discrepancies: conflicts.to_vec(),
        ..Comparison::default()
    };
    fill(&event, alignment, &pairings, &articles, &mut comparison);
    comparison.facts
}

/// The cells of a row told at 10..60 by the articles 0, 1 and 2, worded by article 0, with these conflicts.
fn cells(conflicts: &[Discrepancy]) -> [Cell; 3] {
    let place = |article| {
        (
            excerpt(article, 0, 10, 60),
            if article == 2 { 0.3 } else { 1.0 },
        )
    };
    let row = fact(
        "Some 24 ships left the harbour on Monday.",
        &[place(0), place(1), place(2)],
    );
    let facts = filled(vec![row], conflicts, None);
    assert_eq!(facts[0].cells[&ArticleId(9)], Cell::Absent);
    let otherwise = facts[0].cells.values().any(|c| *c == Cell::Otherwise);
    assert_eq!(
        !facts[0].conflicts.is_empty(),
        otherwise,
        "a cell rests on a conflict"
    );
    [0, 1, 2].map(|a| facts[0].cells[&ArticleId(a)])
}

const AGREED: [Cell; 3] = [Cell::Says, Cell::Says, Cell::Part];

#[test]
fn another_value_in_the_words_of_another_article_is_otherwise() {
    use DiscrepancyKind::{Date, Name, Number, Polarity};
    for kind in [Number, Date, Name, Polarity] {
        let sides = [(excerpt(0, 0, 15, 17), 0), (excerpt(1, 0, 20, 22), 1)];
        assert_eq!(
            cells(&[conflict(kind, &sides)]),
            [Cell::Says, Cell::Otherwise, Cell::Part],
            "{kind:?}"
        );
    }
}

#[test]
fn the_row_is_never_against_its_own_article_even_where_most_are_against_it() {
    let sides = [
        (excerpt(0, 0, 15, 17), 0),
        (excerpt(1, 0, 20, 22), 1),
        (excerpt(2, 0, 20, 22), 1),
    ];
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
        assert_eq!(
            cells(&[conflict(DiscrepancyKind::Number, &sides)]),
            AGREED,
            "{sides:?}"
        );
    }
}

#[test]
fn an_article_that_has_the_value_of_the_row_too_does_not_contradict_it() {
    let both_there = [
        (excerpt(0, 0, 15, 17), 0),
        (excerpt(1, 0, 20, 22), 1),
        (excerpt(1, 7, 99, 101), 0),
    ];
    let both_here = [
        (excerpt(0, 0, 15, 17), 0),
        (excerpt(0, 7, 99, 101), 1),
        (excerpt(1, 0, 20, 22), 1),
    ];
    for sides in [both_there, both_here] {
        assert_eq!(
            cells(&[conflict(DiscrepancyKind::Number, &sides)]),
            AGREED,
            "{sides:?}"
        );
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
fn a_weak_link_makes_a_cell_unclear() {
    let places = [
        (excerpt(0, 0, 0, 40), 1.0),
        (excerpt(1, 0, 0, 40), 0.45),
        (excerpt(2, 0, 0, 40), 0.9),
    ];
    let of = |score| {
        let facts = vec![fact("The strike at the harbour is over.", &places)];
        let cells = &filled_by(&linked(&facts, score), facts, &[], None)[0].cells;
        [0, 1, 2].map(|a| cells[&ArticleId(a)])
    };
    assert_eq!(of(0.9), [Cell::Says, Cell::Part, Cell::Says]);
    assert_eq!(of(0.7), [Cell::Says, Cell::Unclear, Cell::Unclear]);
}

#[test]
fn a_first_row_is_surely_told_by_two_origins_and_unclear_in_few_articles() {
    let row = |sure: &[u32], weak: &[u32]| {
        let place = |a: &u32| (excerpt(*a, 0, 0, 40), 0.9);
        let places: Vec<_> = sure.iter().chain(weak).map(place).collect();
        let facts = vec![fact("The strike at the harbour is over.", &places)];
        let mut alignment = linked(&facts, 0.9);
        let is_weak = |id: SentenceId| weak.contains(&id.article.0);
        for link in &mut alignment.links {
            if is_weak(link.a) || is_weak(link.b) {
                link.score = 0.5;
            }
        }
        !first(&filled_by(&alignment, facts, &[], None)).is_empty()
    };
    // Article 9 lacks every row.
    assert!(row(&[0, 1], &[]));
    assert!(row(&[0, 1, 2], &[3]));
    assert!(!row(&[0, 1], &[2, 3]));
    assert!(!row(&[0], &[1]));
    assert!(!row(&[0], &[]));
}

#[test]
fn a_sentence_makes_one_first_row() {
    let shared = "The strike at the harbour is over.";
    let mut facts = vec![
        fact(
            shared,
            &[(excerpt(0, 0, 0, 40), 1.0), (excerpt(1, 4, 0, 40), 0.8)],
        ),
        fact(
            shared,
            &[(excerpt(1, 4, 0, 40), 1.0), (excerpt(2, 1, 0, 40), 0.8)],
        ),
        fact(
            shared,
            &[(excerpt(2, 9, 0, 40), 1.0), (excerpt(1, 7, 0, 40), 0.45)],
        ),
    ];
    facts.extend((10..20).map(|i| {
        fact(
            shared,
            &[(excerpt(0, i, 0, 40), 1.0), (excerpt(1, i, 0, 40), 0.8)],
        )
    }));
    let facts = filled(facts, &[], None);
    assert_eq!(first(&facts), [0, 2, 3, 4, 5, 6, 7, 8]);
}

fn first(facts: &[Fact]) -> Vec<usize> {
    (0..facts.len())
        .filter(|i| facts[*i].first_screen)
        .collect()
}

#[test]
fn what_is_only_expected_elsewhere_is_not_surely_said_there() {
    let rows = |elsewhere| {
        let places = [(excerpt(0, 0, 0, 40), 1.0), (excerpt(1, 0, 0, 40), 0.9)];
        let mut row = fact("The strike at the harbour is over.", &places);
        let told = row.support.get_mut(&ArticleId(1)).unwrap();
        told[0].modality = elsewhere;
        first(&filled(vec![row], &[], None))
    };
    assert_eq!(rows(Modality::Stated), [0]);
    assert_eq!(rows(Modality::Alleged), [0]);
    assert!(rows(Modality::Expected).is_empty());
    assert!(rows(Modality::Denied).is_empty());
}

#[test]
fn against_a_base_the_rows_are_what_it_lacks_has_alone_or_says_with_another_value() {
    let row = |index, articles: &[u32]| {
        let places: Vec<_> = articles
            .iter()
            .map(|a| (excerpt(*a, index, 0, 40), 1.0))
            .collect();
        fact("The strike at the harbour is over.", &places)
    };
    // Article 9 lacks every row.
    let facts = || vec![row(0, &[0]), row(1, &[0, 1]), row(2, &[1, 2]), row(3, &[1])];
    let sides = [(excerpt(0, 1, 15, 17), 0), (excerpt(1, 1, 15, 17), 1)];
    let conflict = [conflict(DiscrepancyKind::Number, &sides)];
    let against = |base| first(&filled(facts(), &conflict, Some(ArticleId(base))));
    assert_eq!(against(9), [1, 2]);
    assert_eq!(against(0), [1]);
    assert_eq!(against(1), [1]);
    assert!(against(2).is_empty());
}
