//! The case table of how two sentences relate.

use news_coverage::model::{
    Article, ArticleId, Block, BlockKind, Event, Link, Relation, SentenceId, Side,
};
use news_coverage::span::Span;
use news_coverage::{align, documented, resolve};

fn article(sentences: &[&str]) -> Article {
    let mut article = Article::default();
    for sentence in sentences {
        let start = article.text.len();
        article.text.push_str(sentence);
        article.blocks.push(Block {
            span: Span::new(start, article.text.len()),
            kind: BlockKind::Body,
        });
        article.text.push_str("\n\n");
    }
    article
}

fn event(case: &str) -> Event {
    let side = |mark: &str| {
        case.lines()
            .filter_map(|l| l.strip_prefix(mark))
            .collect::<Vec<&str>>()
    };
    let articles = [side("A "), side("B ")].map(|s| {
        article(
            &s.into_iter()
                .filter(|s| !s.contains("=>"))
                .collect::<Vec<_>>(),
        )
    });
    resolve::event(articles.into_iter().map(documented).collect())
}

fn holds(link: Option<&Link>, wanted: &str) -> bool {
    let relation = link.map(|l| l.relation);
    match wanted {
        "equivalent" => relation == Some(Relation::Equivalent),
        "partial" => relation == Some(Relation::Partial),
        "not equivalent" => relation != Some(Relation::Equivalent),
        "linked" => relation.is_some(),
        "not linked" => relation.is_none(),
        "contains A" => link.is_some_and(|l| l.contains == Some(Side::A)),
        "contains B" => link.is_some_and(|l| l.contains == Some(Side::B)),
        _ => panic!("malformed: {wanted}"),
    }
}

#[test]
fn the_case_table_holds() {
    let table = include_str!("../fixtures/cases/pairs.txt");
    let lines: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
    let cases: Vec<String> = lines
        .join("\n")
        .split("\n\n")
        .map(str::to_string)
        .filter(|c| !c.trim().is_empty())
        .collect();
    assert!(cases.len() >= 6);
    let mut wrong = Vec::new();
    for case in &cases {
        let event = event(case);
        let links = align::event(&event, &align::Options::default()).links;
        let wishes: Vec<(&str, &str)> = case.lines().filter_map(|l| l.split_once(" => ")).collect();
        assert!(!wishes.is_empty(), "nothing wanted: {case}");
        for (ends, wanted) in wishes {
            let (a, b) = ends.split_once(' ').expect("two ends");
            let id = |article, end: &str| SentenceId {
                article: ArticleId(article),
                index: end[1..].parse::<u32>().expect("a number") - 1,
            };
            let link = links.iter().find(|l| l.a == id(0, a) && l.b == id(1, b));
            if !holds(link, wanted) {
                wrong.push(format!("{case}\n  wanted {wanted}, got {link:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
