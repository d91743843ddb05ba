//! One article at several times: which version is the newest, and what becomes of the others.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::body;
use crate::model::{Article, Diagnostic, Earlier, Severity};

/// Marks the versions of one article, given in pairs, by the key of the first; what to say of the older ones.
pub fn mark(articles: &mut [Article], pairs: &[(usize, usize)]) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for group in groups(articles, pairs) {
        let key = group
            .first()
            .and_then(|i| Some(articles.get(*i)?.key.clone()));
        let newest = group
            .last()
            .and_then(|i| Some(articles.get(*i)?.path.clone()));
        for index in group.iter().skip(1) {
            if let Some(article) = articles.get_mut(*index) {
                article.version_of.clone_from(&key);
            }
        }
        let older = group.iter().rev().skip(1).rev();
        told.extend(older.filter_map(|i| Some(older_one(articles.get(*i)?, newest.as_deref()?))));
    }
    told
}

fn older_one(article: &Article, newest: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Info,
        path: article.path.clone(),
        message: format!("earlier version of {newest}; only the newest is compared"),
    }
}

/// Articles that hang together by pairs, each group from the oldest to the newest.
fn groups(articles: &[Article], pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..articles.len()).collect();
    for (a, b) in pairs {
        let of = |i: &usize| group.get(*i).copied().unwrap_or(*i);
        let (low, high) = (of(a).min(of(b)), of(a).max(of(b)));
        group
            .iter_mut()
            .filter(|g| **g == high)
            .for_each(|g| *g = low);
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, first) in group.iter().enumerate() {
        found.entry(*first).or_default().push(index);
    }
    let mut found: Vec<Vec<usize>> = found.into_values().filter(|g| g.len() > 1).collect();
    for versions in &mut found {
        versions.sort_by_key(|i| articles.get(*i).map(age));
    }
    found
}

/// What versions are ordered by: when they appeared; of those with one time or none, the longer is the newer, since
/// updates add more than they cut.
fn age(article: &Article) -> (Option<Timestamp>, usize, Reverse<String>) {
    let length = body(article).map(str::len).sum();
    (
        stamp(article).and_then(moment),
        length,
        Reverse(article.path.clone()),
    )
}

/// When this state of the article was published.
fn stamp(article: &Article) -> Option<&str> {
    article.updated.as_deref().or(article.published.as_deref())
}

/// A moment, or the start of a day where no clock is given.
fn moment(stamp: &str) -> Option<Timestamp> {
    let day = || stamp.get(..10)?.parse::<Date>().ok();
    let start = || day()?.to_zoned(TimeZone::UTC).ok();
    stamp.parse().ok().or_else(|| Some(start()?.timestamp()))
}

/// Whether the times of two articles differ; where one is only a day, the days count.
pub fn differ(one: &Article, other: &Article) -> bool {
    let (Some(one), Some(other)) = (stamp(one), stamp(other)) else {
        return false;
    };
    match (one.parse::<Timestamp>(), other.parse::<Timestamp>()) {
        (Ok(x), Ok(y)) => x != y,
        _ => {
            let shorter = one.len().min(other.len());
            one.get(..shorter) != other.get(..shorter)
        }
    }
}

/// Versions that one article may have; more articles are a collection.
pub const MOST: usize = 50;

/// Whether all articles that are whole are versions of one article; they are put in order then, oldest first. With `asked`
/// they are taken for versions whatever their outlets are.
pub fn all(articles: &mut Vec<Article>, asked: bool) -> bool {
    articles.retain(|a| a.stub.is_none());
    let chained = articles.windows(2).all(|two| match two {
        [one, other] => one.is_version_of(other),
        _ => false,
    });
    articles.sort_by_cached_key(age);
    articles.len() > 1 && (asked || chained)
}

/// Leaves what is compared: of the versions of one article the newest, which names the others, and no beginning of an
/// article of which the rest is missing. Where hardly anything else is there, the versions are compared with each other.
pub fn compared(articles: &mut Vec<Article>) {
    articles.retain(|a| a.stub.is_none());
    let mut chains: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        let first = article.version_of.clone().unwrap_or(article.key.clone());
        chains.entry(first).or_default().push(index);
    }
    if chains.len() < 2 {
        return;
    }
    for chain in chains.values_mut() {
        chain.sort_by_key(|i| articles.get(*i).map(age));
        let newest = chain.pop();
        let earlier = chain.iter().filter_map(|i| articles.get(*i)).map(named);
        let earlier: Vec<Earlier> = earlier.collect();
        if let Some(article) = newest.and_then(|i| articles.get_mut(i)) {
            article.earlier = earlier;
        }
    }
    let older: Vec<usize> = chains.into_values().flatten().collect();
    let mut index = 0;
    articles.retain(|_| {
        index += 1;
        !older.contains(&(index - 1))
    });
}

fn named(article: &Article) -> Earlier {
    Earlier {
        id: article.key.clone(),
        path: article.path.clone(),
        headline: article.headline.clone(),
        published: article.published.clone(),
        updated: article.updated.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(key: &str, published: &str, text: &str) -> Article {
        Article {
            key: key.to_string(),
            path: format!("{key}.txt"),
            published: (!published.is_empty()).then(|| published.to_string()),
            ..Article::of_body(text)
        }
    }

    #[test]
    fn the_newest_of_a_chain_is_compared_and_names_the_others() {
        let mut articles = vec![
            article("late", "2031-03-04T18:00:00-05:00", "c"),
            article("other", "", "x"),
            article("first", "2031-03-04", "a"),
            article("middle", "2031-03-04T20:00:00Z", "b"),
        ];
        let told = mark(&mut articles, &[(0, 3), (2, 3)]);
        let told: Vec<&str> = told.iter().map(|d| d.path.as_str()).collect();
        assert_eq!(told, ["first.txt", "middle.txt"]);
        compared(&mut articles);
        let kept: Vec<&str> = articles.iter().map(|a| a.key.as_str()).collect();
        assert_eq!(kept, ["late", "other"]);
        let earlier: Vec<&str> = articles[0].earlier.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(earlier, ["first", "middle"]);
        assert_eq!(articles[0].version_of.as_deref(), Some("first"));
    }

    #[test]
    fn without_times_the_longer_is_the_newer_and_alone_the_versions_stay() {
        let mut articles = vec![article("long", "", "aaaa"), article("short", "", "a")];
        mark(&mut articles, &[(0, 1)]);
        assert_eq!(articles[0].version_of.as_deref(), Some("short"));
        compared(&mut articles);
        assert_eq!(articles.len(), 2);
        articles.push(article("other", "", "x"));
        compared(&mut articles);
        let kept: Vec<&str> = articles.iter().map(|a| a.key.as_str()).collect();
        assert_eq!(kept, ["long", "other"]);
    }

    #[test]
    fn one_moment_in_two_zones_is_one() {
        let at = |stamp| article("a", stamp, "");
        assert!(!differ(
            &at("2031-03-04T10:00:00Z"),
            &at("2031-03-04T05:00:00-05:00")
        ));
        assert!(differ(
            &at("2031-03-04T10:00:00Z"),
            &at("2031-03-04T10:00:00-05:00")
        ));
        assert!(!differ(&at("2031-03-04T10:00:00Z"), &at("2031-03-04")));
    }
}
