//! What else a user meets and may ask about: kinds of findings, words of a report, and the measures of a check.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::built_in;

/// A word explained.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// As it is printed.
    pub name: String,
    /// What it means.
    pub definition: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    kind: Vec<Term>,
    word: Vec<Term>,
    measure: Vec<Term>,
}

static TERMS: LazyLock<Terms> =
    LazyLock::new(|| built_in::table("terms.toml", include_str!("terms.toml")));

/// Every kind of finding.
pub fn kinds() -> &'static [Term] {
    &TERMS.kind
}

/// Words of a report that are explained.
pub fn words() -> &'static [Term] {
    &TERMS.word
}

/// Every measure of a check.
pub fn measures() -> &'static [Term] {
    &TERMS.measure
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::score::FIGURES;

    #[test]
    fn every_measure_is_explained() {
        let names: Vec<&str> = measures().iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, FIGURES);
    }

    #[test]
    fn every_rule_makes_findings_of_a_kind_that_is_explained() {
        for rule in crate::codebook::rules() {
            assert!(!rule.kinds.is_empty(), "{} has no kind", rule.name);
            for kind in &rule.kinds {
                let named = serde_json::to_value(kind).unwrap();
                assert!(kinds().iter().any(|k| named == k.name.as_str()), "{kind:?}");
            }
        }
    }
}
