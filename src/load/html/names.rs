//! Which of the titles of a page is the headline, and what the site is called.

use super::missing::letters;
use super::scan::Page;
use crate::language::WORDS;

/// What divides a headline from the name of a site.
const DIVIDERS: [&str; 9] = [
    " | ", " – ", " — ", " - ", " -- ", " :: ", " · ", " « ", " » ",
];

/// The name of a site without its slogan ("Bay Courier - All the news of the bay"); of an address the host.
pub fn of_site(printed: &str) -> String {
    if let Some((_, address)) = printed.split_once("://") {
        let host = address.split('/').next().unwrap_or(address);
        return host.trim_start_matches("www.").to_string();
    }
    let cut = DIVIDERS.iter().filter_map(|d| printed.find(d)).min();
    let name = cut.and_then(|at| printed.get(..at)).unwrap_or(printed);
    name.trim().to_string()
}

/// The first of some titles that another one has too, else the longest that stands on the page as a block of its own, else
/// the first that is no name of the site. The name of the site and labels are cut off all of them.
pub fn headline(
    titles: impl Iterator<Item = String>,
    page: &Page,
    site: Option<&str>,
    url: Option<&str>,
) -> Option<String> {
    let host = url.map(of_site);
    let names: Vec<String> = [site, host.as_deref()]
        .into_iter()
        .flatten()
        .map(letters)
        .collect();
    let is_site = |words: &str| {
        let words = letters(words);
        !words.is_empty()
            && names
                .iter()
                .any(|n| n.contains(&words) || words.contains(n))
    };
    let own = |title: &String| without_labels(&without_site(title, &is_site));
    let found: Vec<String> = titles.map(|t| own(&t)).filter(|t| !t.is_empty()).collect();
    let agrees = |(at, title): &(usize, &String)| {
        let others = found.iter().enumerate().filter(|(i, _)| i != at);
        others
            .into_iter()
            .any(|(_, other)| letters(other) == letters(title))
    };
    let stands = |title: &&String| {
        let key = letters(title);
        let heading = page.heading.as_deref().is_some_and(|h| letters(h) == key);
        let blocks = page
            .blocks
            .iter()
            .filter(|b| letters(&b.text) == key)
            .count();
        blocks > usize::from(heading)
    };
    let agreed = found.iter().enumerate().find(agrees).map(|(_, t)| t);
    // The name of a section stands on a page more than once too, and is shorter.
    let standing = || {
        found
            .iter()
            .rev()
            .filter(stands)
            .max_by_key(|t| t.split(' ').count())
    };
    let first = || found.iter().find(|t| !is_site(t)).or(found.first());
    agreed.or_else(standing).or_else(first).cloned()
}

/// A title without the name of the site behind its last divider or before its first.
fn without_site(title: &str, is_site: &impl Fn(&str) -> bool) -> String {
    let last = DIVIDERS
        .iter()
        .filter_map(|d| Some((title.rfind(d)?, d.len())))
        .max();
    if let Some((at, length)) = last
        && title.get(at + length..).is_some_and(is_site)
    {
        return title.get(..at).unwrap_or_default().trim().to_string();
    }
    let first = DIVIDERS
        .iter()
        .filter_map(|d| Some((title.find(d)?, d.len())))
        .min();
    match first {
        Some((at, length)) if title.get(..at).is_some_and(is_site) => title
            .get(at + length..)
            .unwrap_or_default()
            .trim()
            .to_string(),
        _ => title.to_string(),
    }
}

/// A headline without the kind of text before it ("Opinion | ") and the year behind it ("(Published 2031)").
fn without_labels(title: &str) -> String {
    let label = |words: &str| WORDS.dateline_labels.contains(&words.trim().to_uppercase());
    let rest = match title.split_once(" | ") {
        Some((before, rest)) if label(before) => rest,
        _ => title,
    };
    let year = rest.rfind(" (Published ").filter(|_| rest.ends_with(')'));
    year.and_then(|at| rest.get(..at))
        .unwrap_or(rest)
        .trim()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::super::scan::Block;
    use super::*;

    fn block(text: &str) -> Block {
        Block {
            text: text.to_string(),
            ..Block::default()
        }
    }

    #[test]
    fn a_site_is_called_by_its_name() {
        assert_eq!(of_site("Bay Courier - News of the bay"), "Bay Courier");
        assert_eq!(of_site("http://www.tide.example/x"), "tide.example");
        assert_eq!(of_site("The Bay-Tide"), "The Bay-Tide");
    }

    #[test]
    fn the_headline_is_the_title_that_stands_twice() {
        let page = Page {
            heading: Some("Coast and Sea".to_string()),
            blocks: ["Coast and Sea", "Wall falls"].map(block).to_vec(),
            ..Page::default()
        };
        let titles = [
            "Coast and Sea",
            "Opinion | Wall falls (Published 2031) - Tide Post",
        ];
        let found = headline(
            titles.iter().map(|t| t.to_string()),
            &page,
            None,
            Some("https://www.tidepost.example/wall"),
        );
        assert_eq!(found.as_deref(), Some("Wall falls"));
    }
}
