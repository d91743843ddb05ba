//! The case table of framings: two articles told in a few lines, and the contrasts they make or must not make.

use news_coverage::model::{Article, ArticleId, Block, BlockKind, Event, Framing};
use news_coverage::span::Span;
use news_coverage::{align, annotate, compare, resolve, segment};

/// The lines of one side: "A " opens a sentence, "AH " a headline.
fn article(case: &str, mark: &str) -> Article {
    let mut article = Article { outlet: mark.to_string(), ..Article::default() };
    for line in case.lines() {
        let headline = line.strip_prefix(&format!("{mark}H "));
        let Some(text) = headline.or_else(|| line.strip_prefix(&format!("{mark} "))) else { continue };
        let start = article.text.len();
        article.text.push_str(text);
        let kind = if headline.is_some() { BlockKind::Headline } else { BlockKind::Body };
        article.blocks.push(Block { span: Span::new(start, article.text.len()), kind });
        article.text.push_str("\n\n");
    }
    article.text.truncate(article.text.trim_end().len());
    article
}

fn framings(case: &str) -> Vec<Framing> {
    let documents = ["A", "B"].map(|mark| annotate::document(segment::document(article(case, mark))));
    let event: Event = resolve::event(documents.into_iter().collect());
    let alignment = align::event(&event, &align::Options::default());
    compare::event(&event, &alignment, &compare::Options::default()).framings
}

/// "rule | terms of A | terms of B", the terms of one side divided by "; ".
fn told(framing: &Framing) -> String {
    let side = |article: u32| {
        let terms = framing.per_source.get(&ArticleId(article)).map(Vec::as_slice).unwrap_or_default();
        terms.iter().map(|t| t.term.as_str()).collect::<Vec<_>>().join("; ")
    };
    format!("{} | {} | {}", framing.rule, side(0), side(1))
}

fn holds(got: &[String], wish: &str) -> bool {
    match wish.strip_prefix("no ") {
        Some(rule) => !got.iter().any(|g| g.starts_with(&format!("{rule} |"))),
        None => got.iter().any(|g| g == wish),
    }
}

#[test]
fn the_case_table_holds() {
    let table = include_str!("../fixtures/cases/framings.txt");
    let lines: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
    let cases: Vec<String> =
        lines.join("\n").split("\n\n").map(|c| c.trim().to_string()).filter(|c| !c.is_empty()).collect();
    assert!(cases.len() >= 6, "hardly any cases");
    let mut wrong = Vec::new();
    for case in &cases {
        let wishes: Vec<&str> = case.lines().filter_map(|l| l.strip_prefix("=> ")).collect();
        let whole = wishes.iter().all(|w| w.starts_with("no ") || w.matches(" | ").count() == 2);
        assert!(!wishes.is_empty() && whole, "malformed case: {case}");
        let got: Vec<String> = framings(case).iter().map(told).collect();
        if !wishes.iter().all(|w| holds(&got, w)) {
            wrong.push(format!("{case}\n  got {got:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
