//! What outlets are called in sentences and tables: short, readable, each told from the others.
//!
//! | found | called |
//! | --- | --- |
//! | "www.shore.example" | "shore": the part of a host name that names the site |
//! | "torch_355cc0f550f8ce54" | "torch": a file name without what makes it unique |
//! | "004_355cc0f550f8ce54", "4" | "article 004", "article 4": a file name that names nobody, by its number |
//! | "355cc0f550f8ce54" | "article 1": by the order of such file names |
//! | "Bay Courier" twice | "Bay Courier (9 Mar)" where the days differ, else "Bay Courier" and "Bay Courier (2)" |

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::naming;
use crate::model::{Article, DateSource};

/// Digits that a reader can keep apart; longer numbers are keys of a database.
const LONGEST_NUMBER: usize = 8;

/// Gives every outlet its short name; what was found stays as the article's masthead.
pub fn settle(articles: &mut [Article]) {
    let found: Vec<String> = articles.iter().map(|a| a.outlet.clone()).collect();
    let mut names = shortened(&found);
    for (index, name) in numbered(articles) {
        if let Some(place) = names.get_mut(index) {
            *place = name;
        }
    }
    let names = told_apart(&names, articles);
    for (article, name) in articles.iter_mut().zip(names) {
        article.masthead = std::mem::replace(&mut article.outlet, name);
    }
}

/// Every name shortened where no other outlet has the short one, as it is where another has.
fn shortened(found: &[String]) -> Vec<String> {
    let short: Vec<String> = found.iter().map(|n| without_ballast(n)).collect();
    let is_taken = |name: &String, by: &String| {
        let others = short.iter().zip(found).filter(|(_, other)| *other != by);
        others
            .into_iter()
            .any(|(short, long)| short == name || long == name)
    };
    let pairs = short.iter().zip(found);
    pairs
        .map(|(short, long)| {
            if short.is_empty() || is_taken(short, long) {
                long
            } else {
                short
            }
        })
        .cloned()
        .collect()
}

/// Names for the articles whose outlet is known by nothing but a file name that names nobody, by their index.
fn numbered(articles: &[Article]) -> Vec<(usize, String)> {
    let mut nameless: Vec<(usize, &Article)> = articles
        .iter()
        .enumerate()
        .filter(|(_, a)| is_nameless(a))
        .collect();
    nameless.sort_by_key(|(_, a)| &a.path);
    let mut count = 0;
    let name = |(index, article): (usize, &Article)| {
        let number = number(&article.outlet)
            .map(str::to_string)
            .unwrap_or_else(|| {
                count += 1;
                count.to_string()
            });
        (index, format!("article {number}"))
    };
    nameless.into_iter().map(name).collect()
}

/// Whether the outlet is called by the name of a file that holds numbers and digests only.
fn is_nameless(article: &Article) -> bool {
    let parts: Vec<&str> = parts(&article.outlet).collect();
    let lengths: Vec<usize> = parts.iter().map(|p| p.len()).collect();
    let is_uuid = lengths == [8, 4, 4, 4, 12]
        && parts
            .iter()
            .all(|p| p.chars().all(|c| c.is_ascii_hexdigit()));
    naming::is_of_file(article) && (is_uuid || parts.iter().all(|p| is_number(p) || is_digest(p)))
}

/// The number that a file name begins with.
fn number(name: &str) -> Option<&str> {
    parts(name)
        .next()
        .filter(|p| is_number(p) && p.len() <= LONGEST_NUMBER)
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(['_', '-', '.', ' '])
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_ascii_digit())
}

fn is_digest(part: &str) -> bool {
    part.len() >= 8
        && part.chars().all(|c| c.is_ascii_hexdigit())
        && part.chars().any(|c| c.is_ascii_digit())
}

fn without_ballast(name: &str) -> String {
    host_label(name)
        .or_else(|| without_digest(name))
        .unwrap_or_else(|| name.to_string())
}

/// The part of a host name that names the site: "news.site.co.uk" → "site".
fn host_label(name: &str) -> Option<String> {
    let is_host = name.contains('.')
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    if !is_host {
        return None;
    }
    let labels: Vec<&str> = name.split('.').collect();
    let under_country =
        |l: &[&str]| matches!(l, [_, .., second, last] if last.len() == 2 && second.len() <= 3);
    let label = labels
        .len()
        .checked_sub(if under_country(&labels) { 3 } else { 2 })?;
    labels
        .get(label)
        .filter(|l| l.len() > 1 && **l != "www")
        .map(|l| l.to_string())
}

/// A file name without the digests that make it unique: "torch_355cc0f550f8ce54" → "torch".
fn without_digest(name: &str) -> Option<String> {
    if name.contains(char::is_whitespace) {
        return None;
    }
    let kept: Vec<&str> = name.split(['_', '-']).filter(|p| !is_digest(p)).collect();
    (kept.len() < name.split(['_', '-']).count() && !kept.is_empty()).then(|| kept.join("-"))
}

/// The names, those of several articles (letter case aside) with what tells these apart.
fn told_apart(names: &[String], articles: &[Article]) -> Vec<String> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        groups.entry(name.to_lowercase()).or_default().push(index);
    }
    let mut out = names.to_vec();
    for group in groups.values().filter(|g| g.len() > 1) {
        let days = days(group.iter().filter_map(|i| articles.get(*i)));
        for (place, index) in group.iter().enumerate() {
            let Some(name) = out.get_mut(*index) else {
                continue;
            };
            match days.as_ref().and_then(|d| d.get(place)) {
                Some(day) => *name = format!("{name} ({day})"),
                None if place > 0 => *name = format!("{name} ({})", place + 1),
                None => {}
            }
        }
    }
    out
}

/// The days of some articles, where all are on record and all differ; with the year where it takes the year.
fn days<'a>(articles: impl Iterator<Item = &'a Article>) -> Option<Vec<String>> {
    let dates: Vec<Date> = articles.map(day).collect::<Option<_>>()?;
    let differ = |format: &str| {
        let days: Vec<String> = dates
            .iter()
            .map(|d| d.strftime(format).to_string())
            .collect();
        let distinct = days.iter().collect::<BTreeSet<_>>().len();
        (distinct == days.len()).then_some(days)
    };
    differ("%-d %b").or_else(|| differ("%-d %b %Y"))
}

/// The day an article was published by its own account.
fn day(article: &Article) -> Option<Date> {
    let on_record = article
        .published_from
        .is_some_and(|from| from != DateSource::Inferred);
    article
        .published
        .as_deref()
        .filter(|_| on_record)?
        .get(..10)?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article as `naming` leaves it: its outlet, its file, its day.
    fn article((outlet, path, day): (&str, &str, &str)) -> Article {
        Article {
            outlet: outlet.to_string(),
            path: path.to_string(),
            published: (!day.is_empty()).then(|| day.to_string()),
            published_from: (!day.is_empty()).then_some(DateSource::Metadata),
            ..Article::default()
        }
    }

    fn called(articles: &[(&str, &str, &str)]) -> Vec<String> {
        let mut articles: Vec<Article> = articles.iter().copied().map(article).collect();
        let found: Vec<String> = articles.iter().map(|a| a.outlet.clone()).collect();
        settle(&mut articles);
        assert_eq!(
            articles
                .iter()
                .map(|a| a.masthead.clone())
                .collect::<Vec<_>>(),
            found
        );
        articles.into_iter().map(|a| a.outlet).collect()
    }

    fn of(names: &[&str]) -> Vec<String> {
        called(&names.iter().map(|n| (*n, "x", "")).collect::<Vec<_>>())
    }

    #[test]
    fn hosts_lose_their_suffix_and_files_their_digest() {
        let got = of(&[
            "themeridian.com",
            "www.shore.co.uk",
            "torch_355cc0f550f8ce54",
            "Daily Torch",
        ]);
        assert_eq!(got, ["themeridian", "shore", "torch", "Daily Torch"]);
    }

    #[test]
    fn names_that_would_fall_together_stay_whole() {
        assert_eq!(
            of(&["shore.com", "shore.org", "Lamp"]),
            ["shore.com", "shore.org", "Lamp"]
        );
    }

    #[test]
    fn a_plain_name_stays() {
        let plain = ["daily-torch", "St. Ives Times", "24", "abc7"];
        assert_eq!(of(&plain), plain);
    }

    #[test]
    fn a_file_name_that_names_nobody_becomes_a_number() {
        let files = [
            "000_355cc0f550f8ce54",
            "17",
            "c0ffee00c0ffee01",
            "0012ab34cd56ef78",
            "004",
        ];
        let articles: Vec<(String, String)> = files
            .iter()
            .map(|f| (f.to_string(), format!("a/{f}.txt")))
            .collect();
        let got = called(
            &articles
                .iter()
                .map(|(f, p)| (f.as_str(), p.as_str(), ""))
                .collect::<Vec<_>>(),
        );
        assert_eq!(
            got,
            [
                "article 000",
                "article 17",
                "article 2",
                "article 1",
                "article 004"
            ]
        );
        let uuid = "550e8400-e29b-41d4-a716-446655440000";
        assert_eq!(
            called(&[(uuid, &format!("{uuid}.html"), "")]),
            ["article 1"]
        );
        let line = [("17", "a/17.jsonl:1", ""), ("17", "a/17.jsonl:2", "")];
        assert_eq!(called(&line), ["article 17", "article 17 (2)"]);
        let named = [
            ("1843", "a/piece.txt", ""),
            ("abc7", "abc7.txt", ""),
            ("01-bay", "01-bay.txt", ""),
        ];
        assert_eq!(called(&named), ["1843", "abc7", "01-bay"]);
    }

    #[test]
    fn articles_of_one_outlet_are_told_apart() {
        let twice = |one, two| {
            called(&[
                ("Bay Courier", "a", one),
                ("Lamp", "b", "2031-03-09"),
                ("Bay Courier", "c", two),
            ])
        };
        assert_eq!(
            twice("2031-03-09", "2031-03-12T08:00:00Z"),
            ["Bay Courier (9 Mar)", "Lamp", "Bay Courier (12 Mar)"]
        );
        assert_eq!(
            twice("2030-03-09", "2031-03-09"),
            [
                "Bay Courier (9 Mar 2030)",
                "Lamp",
                "Bay Courier (9 Mar 2031)"
            ]
        );
        for (one, two) in [("2031-03-09", "2031-03-09"), ("2031-03-09", ""), ("", "")] {
            assert_eq!(twice(one, two), ["Bay Courier", "Lamp", "Bay Courier (2)"]);
        }
        let site = [
            ("www.shore.com", "a", "2031-03-09"),
            ("www.shore.com", "b", "2031-03-10"),
        ];
        assert_eq!(called(&site), ["shore (9 Mar)", "shore (10 Mar)"]);
    }
}
