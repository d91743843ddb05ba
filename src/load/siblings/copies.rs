//! The same article twice, and one article at two times.

use std::collections::{BTreeSet, HashMap};

use super::body;
use super::versions;
use super::vocabulary::{resemblance, runs, taken_over};
use crate::model::{Article, Diagnostic, Severity};

/// Two texts of one outlet are one article from this resemblance of their five-word runs on: a changed word costs five
/// runs, so 0.9 lets about one word in a hundred differ, as between two ways of saving one page.
const SAME_TEXT: f64 = 0.9;

/// Two texts of one outlet are versions of one article from this resemblance on, or where this share of the shorter one
/// stands in the longer. Of all pairs among 2,080 articles of some 80 outlets, no two different articles of one outlet
/// reach either: the next, which repeat their background, have 0.29 and 0.50.
const SAME_ARTICLE: f64 = 0.3;
const TAKEN_OVER: f64 = 0.6;

/// How a later article stands to an earlier one of its outlet.
#[derive(Debug, PartialEq, Eq)]
enum Relation {
    Other,
    Copy,
    Version,
}

/// Leaves out second copies and marks later versions.
pub fn sort(articles: &mut Vec<Article>, diagnostics: &mut Vec<Diagnostic>) {
    let texts: Vec<Vec<u64>> = articles
        .iter()
        .map(|a| runs(&body(a).collect::<Vec<_>>().join("\n")))
        .collect();
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut met = Met::default();
    for (later, runs) in texts.iter().enumerate() {
        let candidates = articles.get(later).map(|a| met.candidates(a, runs, later));
        for earlier in candidates.into_iter().flatten() {
            if dropped.contains(&earlier) || dropped.contains(&later) {
                continue;
            }
            let relation = relation(articles, &texts, earlier, later);
            match relation {
                Relation::Other => {}
                Relation::Copy => {
                    let (kept, gone) = if fuller(articles, later, earlier) {
                        (later, earlier)
                    } else {
                        (earlier, later)
                    };
                    diagnostics.extend(copy(articles, kept, gone));
                    dropped.insert(gone);
                }
                Relation::Version => pairs.push((earlier, later)),
            }
        }
    }
    pairs.retain(|(a, b)| !dropped.contains(a) && !dropped.contains(b));
    diagnostics.extend(versions::mark(articles, &pairs));
    let mut index = 0;
    articles.retain(|_| {
        index += 1;
        !dropped.contains(&(index - 1))
    });
}

/// The articles met so far, by what the same article has in common wherever it stands: its page, its path on another site,
/// or its outlet and some run of words.
#[derive(Default)]
struct Met {
    by_page: HashMap<String, Vec<usize>>,
    by_path: HashMap<String, Vec<usize>>,
    by_run: HashMap<String, HashMap<u64, Vec<usize>>>,
}

impl Met {
    /// Those that the next article can be a copy or version of, in order; it is one of those met from then on.
    fn candidates(&mut self, article: &Article, runs: &[u64], place: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut meet = |list: &mut Vec<usize>| {
            found.extend(list.iter().copied());
            list.push(place);
        };
        let url = article.url.as_deref();
        if let Some(page) = url.map(page) {
            meet(self.by_page.entry(page).or_default());
        }
        if let Some(path) = url.and_then(path).map(str::to_lowercase) {
            meet(self.by_path.entry(path).or_default());
        }
        let of_outlet = self
            .by_run
            .entry(article.outlet.to_lowercase())
            .or_default();
        for run in runs {
            meet(of_outlet.entry(*run).or_default());
        }
        found
    }
}

fn relation(articles: &[Article], texts: &[Vec<u64>], a: usize, b: usize) -> Relation {
    let (Some(one), Some(two)) = (articles.get(a), articles.get(b)) else {
        return Relation::Other;
    };
    let same_page = one
        .url
        .as_deref()
        .map(page)
        .zip(two.url.as_deref().map(page))
        .is_some_and(|(x, y)| x == y);
    let address = |a: &Article| a.url.as_deref().and_then(path).map(str::to_lowercase);
    let same_path = address(one).is_some_and(|path| Some(path) == address(two));
    let same_outlet = one.outlet.to_lowercase() == two.outlet.to_lowercase() || same_path;
    if !same_page && !same_outlet {
        return Relation::Other;
    }
    let (resemblance, taken_over) = texts
        .get(a)
        .zip(texts.get(b))
        .map_or((0.0, 0.0), |(x, y)| (resemblance(x, y), taken_over(x, y)));
    let differ = versions::differ(one, two);
    let same_words = resemblance >= SAME_TEXT && !(differ && changed_words(texts, a, b));
    if same_words || (same_page && !differ) {
        Relation::Copy
    } else if same_page || resemblance >= SAME_ARTICLE || taken_over >= TAKEN_OVER {
        Relation::Version
    } else {
        Relation::Other
    }
}

/// Whether each of two texts has runs of words that the other lacks: something was rewritten, not only added or cut, as
/// by two ways of saving one page.
fn changed_words(texts: &[Vec<u64>], a: usize, b: usize) -> bool {
    let (Some(one), Some(two)) = (texts.get(a), texts.get(b)) else {
        return false;
    };
    let lacks = |x: &[u64], y: &[u64]| x.iter().any(|run| y.binary_search(run).is_err());
    lacks(one, two) && lacks(two, one)
}

/// An address without query and fragment, where it has a path that says more than the site.
fn path(url: &str) -> Option<&str> {
    let bare = url.split(['#', '?']).next()?.trim_end_matches('/');
    let site = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    site.contains('/').then_some(site)
}

/// An address without what does not tell pages apart: scheme, "www.", fragment, tracking, a slash at the end.
fn page(url: &str) -> String {
    let bare = url.split('#').next().unwrap_or_default();
    let (path, query) = bare.split_once('?').unwrap_or((bare, ""));
    let is_tracking = |p: &&str| {
        ["utm_", "fbclid", "gclid", "ref=", "cmpid", "smid"]
            .iter()
            .any(|t| p.starts_with(t))
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|p| !p.is_empty() && !is_tracking(p))
        .collect();
    let path = path
        .split_once("://")
        .map_or(path, |(_, rest)| rest)
        .trim_end_matches('/');
    let path = path
        .strip_prefix("www.")
        .or(path.strip_prefix("m."))
        .or(path.strip_prefix("amp."))
        .unwrap_or(path);
    format!("{}?{}", path.to_lowercase(), kept.join("&"))
}

/// Whether one copy has more text than the other.
fn fuller(articles: &[Article], one: usize, other: usize) -> bool {
    let length = |i: usize| {
        articles
            .get(i)
            .map_or(0, |a| body(a).map(str::len).sum::<usize>())
    };
    length(one) > length(other)
}

fn copy(articles: &[Article], kept: usize, gone: usize) -> Option<Diagnostic> {
    let (kept, gone) = (articles.get(kept)?, articles.get(gone)?);
    let message = format!("duplicate of {}; kept once", kept.path);
    Some(Diagnostic {
        severity: Severity::Info,
        path: gone.path.clone(),
        message,
    })
}

#[cfg(test)]
mod tests {
    use super::{Relation, page, path, relation, runs};
    use crate::model::Article;

    #[test]
    fn addresses_of_one_page_are_one() {
        let same = [
            "https://www.ledger.example/a/deal/",
            "http://ledger.example/a/deal?utm_source=x&fbclid=1#top",
        ];
        assert_eq!(page(same[0]), page(same[1]));
        assert_ne!(
            page("https://ledger.example/?p=1"),
            page("https://ledger.example/?p=2")
        );
    }

    #[test]
    fn a_changed_word_at_a_later_time_makes_a_version_and_at_the_same_time_a_copy() {
        let article = |date: &str| Article {
            outlet: "Tarn Post".to_string(),
            published: Some(date.to_string()),
            ..Article::default()
        };
        let words: Vec<String> = (0..200).map(|i| format!("word{i}")).collect();
        let first = words.join(" ");
        let texts = [
            &first,
            &first.replace("word150", "other"),
            &format!("{first} more"),
        ];
        let texts: Vec<Vec<u64>> = texts.iter().map(|t| runs(t)).collect();
        let (early, late) = ("2031-03-04T18:00:00Z", "2031-03-04T22:00:00Z");
        for (dates, pair, want) in [
            ([early, late], [0, 1], Relation::Version),
            ([early, early], [0, 1], Relation::Copy),
            (["2031-03-04", late], [0, 1], Relation::Copy),
            ([early, late], [0, 2], Relation::Copy),
        ] {
            let articles = dates.map(article);
            let texts = pair.map(|at: usize| texts[at].clone());
            assert_eq!(relation(&articles, &texts, 0, 1), want, "{dates:?}");
        }
        assert_eq!(path("https://a.example/wall?v=2"), Some("a.example/wall"));
        assert_eq!(path("https://a.example/?p=2"), None);
    }
}
