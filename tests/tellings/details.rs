//! The case table of details inside shared facts.

use super::{Case, cases, hold};
use news_coverage::model::{ArticleId, Detail};

/// "kind | words | who has it" for a detail of one telling that the other article lacks.
fn told(case: &Case) -> Vec<String> {
    let line = |detail: &Detail| {
        let (article, excerpt) = detail.told.iter().next().unwrap();
        let words = case.event.document(*article).unwrap().text(excerpt.span);
        let kind = format!("{:?}", detail.kind).to_lowercase();
        let who = if *article == ArticleId(0) { "A" } else { "B" };
        format!("{} | {words} | {who}", kind)
    };
    case.found
        .facts
        .iter()
        .flat_map(|f| &f.details)
        .map(line)
        .collect()
}

#[test]
fn the_case_table_holds() {
    let cases = cases(include_str!("../../fixtures/cases/details.txt"));
    assert!(cases.len() >= 10, "hardly any cases");
    hold(&cases, told);
}
