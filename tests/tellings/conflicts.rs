//! The case table of discrepancies between two tellings.

use super::{Case, cases, hold};
use news_coverage::model::{ArticleId, Discrepancy};

/// "kind | words in A | words in B".
fn told(case: &Case) -> Vec<String> {
    let side = |found: &Discrepancy, article: u32| {
        let value = found
            .values
            .iter()
            .find(|v| v.excerpt.sentence.article == ArticleId(article));
        let words = value.map(|v| {
            case.event
                .document(ArticleId(article))
                .unwrap()
                .text(v.excerpt.span)
        });
        words.unwrap_or_default().to_string()
    };
    let line = |d: &Discrepancy| {
        format!(
            "{} | {} | {}",
            format!("{:?}", d.kind).to_lowercase(),
            side(d, 0),
            side(d, 1)
        )
    };
    case.found.discrepancies.iter().map(line).collect()
}

#[test]
fn the_case_table_holds() {
    let cases = cases(include_str!("../../fixtures/cases/conflicts.txt"));
    assert!(cases.len() >= 20, "hardly any cases");
    hold(&cases, told);
}
