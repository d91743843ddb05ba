//! What some tellings of a fact have and others lack, in words.

use std::collections::BTreeMap;

use super::labels::label;
use super::plain;
use super::view::View;
use crate::report::FactEntry;

/// Details that the same outlets lack.
pub struct Lack {
    /// The outlets that tell the fact without them.
    pub outlets: Vec<String>,
    /// The words of each with what they are: "Piet Marlow", "name".
    pub details: Vec<(String, String)>,
}

/// The details of a fact by the outlets that lack them.
pub fn lacks_of_fact(view: &View, fact: &FactEntry) -> Vec<Lack> {
    let mut by_outlets: BTreeMap<&[String], Vec<(String, String)>> = BTreeMap::new();
    for detail in &fact.details {
        let Some(told) = detail.told.values().next() else {
            continue;
        };
        let words = (plain::line(&told.text), label(&detail.kind));
        by_outlets.entry(&detail.lacking).or_default().push(words);
    }
    let named = |articles: &[String]| articles.iter().map(|a| view.short(a)).collect();
    by_outlets
        .into_iter()
        .map(|(articles, details)| Lack {
            outlets: named(articles),
            details,
        })
        .collect()
}
