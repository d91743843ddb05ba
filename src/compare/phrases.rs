//! Words that findings are made of.

use std::collections::BTreeSet;

use crate::model::{ArticleId, Event};

/// A statement longer than this is cut in a finding; about two lines of a terminal.
const LONGEST: usize = 150;

/// The outlets of some articles, each once, in the order of the articles.
pub fn named(event: &Event, articles: impl IntoIterator<Item = ArticleId>) -> Vec<String> {
    let ids: BTreeSet<ArticleId> = articles.into_iter().collect();
    ids.into_iter().filter_map(|id| event.document(id)).map(|d| d.article.outlet.clone()).collect()
}

/// "A", "A and B", "A, B and C".
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Words of a source in quotation marks, cut at a word where they are long; marks of their own stay single.
pub fn quoted(words: &str) -> String {
    let inner = words.trim().trim_matches(['“', '”', '"']).replace(['“', '”', '"'], "'");
    if inner.chars().count() <= LONGEST {
        return format!("“{inner}”");
    }
    let cut: String = inner.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("“{whole} …”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_in_prose() {
        let names = |n: &[&str]| list(&n.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B"]), "A and B");
        assert_eq!(names(&["A", "B", "C"]), "A, B and C");
    }
}
