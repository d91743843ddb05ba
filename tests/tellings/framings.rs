//! The case table of framings: contrasts that two tellings make or must not make.

use super::{Case, cases, hold};
use news_coverage::model::{ArticleId, Framing};

/// "rule | terms of A | terms of B", the terms of one side divided by "; ".
fn line(framing: &Framing) -> String {
    let side = |article: u32| {
        let terms = framing
            .per_source
            .get(&ArticleId(article))
            .map(Vec::as_slice)
            .unwrap_or_default();
        terms
            .iter()
            .map(|t| t.term.as_str())
            .collect::<Vec<_>>()
            .join("; ")
    };
    format!("{} | {} | {}", framing.rule, side(0), side(1))
}

fn told(case: &Case) -> Vec<String> {
    case.found.framings.iter().map(line).collect()
}

#[test]
fn the_case_table_holds() {
    let cases = cases(include_str!("../../fixtures/cases/framings.txt"));
    assert!(cases.len() >= 5, "hardly any cases");
    hold(&cases, told);
}
