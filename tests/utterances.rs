//! The case table of what two outlets made of one quote: `fixtures/cases/utterances.txt`. Adding a case needs no Rust.

use news_coverage::model::{Article, Block, BlockKind, FindingKind};
use news_coverage::span::Span;
use news_coverage::{align, annotate, compare, resolve, segment};

fn article(outlet: &str, paragraphs: &[&str]) -> Article {
    let mut article = Article { outlet: outlet.to_string(), key: outlet.to_string(), ..Article::default() };
    for paragraph in paragraphs {
        let headline = paragraph.strip_prefix("H: ");
        let start = article.text.len();
        article.text.push_str(headline.unwrap_or(paragraph));
        let kind = if headline.is_some() { BlockKind::Headline } else { BlockKind::Body };
        article.blocks.push(Block { span: Span::new(start, article.text.len()), kind });
        article.text.push_str("\n\n");
    }
    article.text.truncate(article.text.trim_end().len());
    article
}

/// Rules of findings about quotes and of disagreements about who said them, where and when.
fn told(case: &str) -> Vec<String> {
    let side = |mark: &str| case.lines().filter_map(|l| l.strip_prefix(mark)).collect::<Vec<&str>>();
    let articles = [article("A", &side("A ")), article("B", &side("B "))];
    let event = resolve::event(articles.into_iter().map(|a| annotate::document(segment::document(a))).collect());
    let alignment = align::event(&event, &align::Options::default());
    let comparison = compare::event(&event, &alignment, &compare::Options::default());
    let conflict = |rule: &str| rule.ends_with("-conflict") || rule == "two-speakers";
    let about_quotes = comparison.findings.iter().filter(|f| f.kind == FindingKind::Quote || conflict(f.rule));
    let mut found: Vec<String> = about_quotes.map(|f| format!("=> {} | {}", f.rule, f.summary)).collect();
    found.sort();
    if found.is_empty() {
        found.push("=> none".to_string());
    }
    found
}

#[test]
fn the_case_table_holds() {
    let table = include_str!("../fixtures/cases/utterances.txt");
    let lines: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for case in lines.join("\n").split("\n\n").map(str::trim).filter(|c| !c.is_empty()) {
        let mut want: Vec<String> = case.lines().filter(|l| l.starts_with("=> ")).map(str::to_string).collect();
        assert!(!want.is_empty() && case.contains("A ") && case.contains("B "), "malformed case: {case}");
        want.sort();
        let got = told(case);
        if got != want {
            wrong.push(format!("{case}\ngot {got:#?}"));
        }
        cases += 1;
    }
    assert!(cases > 5, "hardly any cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
