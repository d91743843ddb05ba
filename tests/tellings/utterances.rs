//! The case table of what two outlets made of one quote: every finding about quotes, and nothing else.

use news_coverage::model::FindingKind;

use super::{Case, cases};

/// Findings about quotes and disagreements about who said them, where and when: "rule | sentence".
fn told(case: &Case) -> Vec<String> {
    let conflict = |rule: &str| rule.ends_with("-conflict") || rule == "two-speakers";
    let about_quotes = case.found.findings.iter().filter(|f| f.kind == FindingKind::Quote || conflict(f.rule));
    let mut found: Vec<String> = about_quotes.map(|f| format!("{} | {}", f.rule, f.summary)).collect();
    found.sort();
    if found.is_empty() { vec!["none".to_string()] } else { found }
}

#[test]
fn the_case_table_holds() {
    let cases = cases(include_str!("../../fixtures/cases/utterances.txt"));
    assert!(cases.len() > 5, "hardly any cases");
    for case in &cases {
        let mut want = case.wishes.clone();
        want.sort();
        assert_eq!(told(case), want, "{}", case.text);
    }
}
