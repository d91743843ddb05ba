//! Whether a page lists articles: its text is made of teasers, each under the link to what it announces.

use std::collections::BTreeSet;

use super::scan::{Block, INLINE, Page};
use super::tags::{name, tag_end, unescape};
use crate::load::draft::Piece;
use crate::load::text::fold;

/// Words of the shortest title of another article; links of fewer words are menus, names and topics.
const TITLE: usize = 4;

/// Blocks between a linked title and its teaser: a day, a section, a writer.
const BETWEEN: usize = 3;

/// Teasers of the shortest list.
const FEWEST: usize = 3;

/// Types of pages that hold an article whatever else stands on them; the entries of a live blog stand under links.
const ARTICLES: [&str; 4] = [
    "NewsArticle\"",
    "\"Article\"",
    "LiveBlogPosting\"",
    "\"BlogPosting\"",
];

/// Whether the text of a page is a list of teasers.
pub fn is(page: &Page, pieces: &[Piece]) -> bool {
    if is_declared(page) {
        return false;
    }
    let titles = linked(&page.lean);
    let body: Vec<&str> = pieces.iter().map(|p| p.text.as_str()).collect();
    let teasers = body.iter().filter(|p| is_teaser(page, &titles, p)).count();
    let own = body
        .iter()
        .filter(|p| p.split(' ').count() >= TITLE)
        .count();
    titles.len() >= FEWEST && own > 0 && teasers * 2 > own
}

/// Whether a page says that it is an article.
fn is_declared(page: &Page) -> bool {
    let is_said = |(name, value): &(String, String)| match name.as_str() {
        "og:type" => value.eq_ignore_ascii_case("article"),
        "article:published_time" => true,
        _ => false,
    };
    let is_typed = |script: &String| ARTICLES.iter().any(|kind| script.contains(kind));
    page.metas.iter().any(is_said) || page.linked.iter().any(is_typed)
}

/// Whether a paragraph is the linked title of another article, or stands right under one.
fn is_teaser(page: &Page, titles: &BTreeSet<String>, paragraph: &str) -> bool {
    if titles.contains(paragraph) {
        return true;
    }
    let Some(at) = page.blocks.iter().position(|b| b.text == paragraph) else {
        return false;
    };
    let above = page.blocks.get(at.saturating_sub(BETWEEN)..at);
    let mut above = above.unwrap_or_default().iter().rev();
    let is_long = |b: &&Block| b.text.split(' ').count() > TITLE;
    above
        .find(|b| titles.contains(&b.text) || is_long(b))
        .is_some_and(|b| titles.contains(&b.text))
}

/// Lines of a page that are links as a whole.
fn linked(lean: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut line, mut of_links, mut is_open) = (String::new(), 0, false);
    let mut rest = lean;
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        line.push_str(text);
        of_links += if is_open { text.trim().len() } else { 0 };
        let end = tag_end(from);
        let tag = from.get(..end).unwrap_or_default();
        let element = name(tag);
        if element == "a" {
            is_open = !tag.starts_with("</");
        } else if !INLINE.contains(&element.as_str()) {
            let words = fold(&unescape(&line));
            if words.split(' ').count() >= TITLE && of_links * 5 >= line.trim().len() * 4 {
                found.insert(words);
            }
            (line, of_links) = (String::new(), 0);
        }
        rest = from.get(end.max(1)..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::scan;

    fn card(title: &str) -> String {
        format!(
            "<div><h2><a href=\"/x\">{title}</a></h2><time>4 March</time><p>The board said on Monday that it would look at \
             the matter of {title} again.</p></div>"
        )
    }

    fn is_list(html: &str) -> bool {
        let page = scan::page(html);
        let prose = page.blocks.iter().filter(|b| b.text.ends_with('.'));
        let pieces: Vec<Piece> = prose.map(|b| Piece::plain(b.text.clone())).collect();
        is(&page, &pieces)
    }

    #[test]
    fn teasers_under_linked_titles_are_a_list_and_paragraphs_beside_them_none() {
        let cards: String = [
            "Marrow Bay rebuilds its wall",
            "Ferry back after nine days",
            "Rain ends the dry spring",
        ]
        .map(card)
        .concat();
        assert!(is_list(&cards));
        let prose = "<p>The council met for six hours.</p><p>It voted for the wall.</p><p>The mayor thanked it.</p>";
        assert!(!is_list(&format!("{prose}{prose}{cards}")));
        let declared = format!("<meta property=\"og:type\" content=\"article\">{cards}");
        assert!(!is_list(&declared));
    }
}
