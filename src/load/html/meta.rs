//! Metadata of a page, the surest source first: JSON-LD, OpenGraph and other meta tags, elements.

use serde_json::Value;

use super::names;
use super::scan::Page;
use super::tags::unescape;
use crate::load::draft::Draft;
use crate::load::linked;
use crate::model::DateSource;

/// Meta tags that hold each field, the surest first, from OpenGraph, Dublin Core, Parse.ly, Sailthru and schema.org.
const TITLE: [&str; 4] = ["og:title", "twitter:title", "dc.title", "parsely-title"];
const SITE: [&str; 3] = ["og:site_name", "application-name", "dc.publisher"];
const ADDRESS: [&str; 3] = ["og:url", "twitter:url", "parsely-link"];
const AUTHOR: [&str; 7] = [
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "sailthru.author",
    "parsely-author",
    "citation_author",
];
const PUBLISHED: [&str; 15] = [
    "article:published_time",
    "datepublished",
    "og:published_time",
    "date",
    "dc.date",
    "dcterms.created",
    "dc.date.issued",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article:published",
    "dcsext.articlefirstpublished",
    "pdate",
];
const UPDATED: [&str; 8] = [
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "article.updated",
    "article:modified",
];
const SECTION: [&str; 3] = ["article:section", "section", "parsely-section"];
const LANGUAGE: [&str; 3] = ["og:locale", "content-language", "language"];

/// What a page says about itself.
pub fn draft(page: &Page) -> Draft {
    let (linked, created_only) = page
        .linked
        .iter()
        .find_map(|script| article(script))
        .unwrap_or_default();
    let meta = |names: &[&str]| {
        names.iter().find_map(|n| {
            page.metas
                .iter()
                .find(|(k, _)| k == n)
                .map(|(_, v)| v.clone())
        })
    };
    let url = page
        .canonical
        .clone()
        .or_else(|| meta(&ADDRESS))
        .filter(|u| u.starts_with("http"))
        .or(linked.url);
    let site = meta(&SITE)
        .or(linked.outlet)
        .map(|name| names::of_site(&name));
    let titles = [
        linked.headline,
        meta(&TITLE),
        page.heading.clone(),
        page.title.clone(),
    ];
    let headline = names::headline(
        titles.into_iter().flatten(),
        page,
        site.as_deref(),
        url.as_deref(),
    );
    let authors: Vec<String> = page
        .metas
        .iter()
        .filter(|(k, v)| AUTHOR.contains(&k.as_str()) && !v.contains("://"))
        .map(|(_, v)| v.clone())
        .collect();
    let linked_day = linked.published.map(|(d, _)| d);
    let (surest, last) = match created_only {
        true => (None, linked_day), // The day it was created may be before or behind the day it was published.
        false => (linked_day, None),
    };
    let printed = surest
        .into_iter()
        .chain(every(page, &PUBLISHED))
        .chain(time(page))
        .chain(last);
    let published = fullest(printed.collect());
    Draft {
        headline,
        subheadline: linked.subheadline,
        url,
        byline: if linked.byline.is_empty() {
            authors.into_iter().take(1).collect()
        } else {
            linked.byline
        },
        published: published.clone().map(|d| (d, DateSource::Metadata)),
        updated: fullest(
            linked
                .updated
                .into_iter()
                .chain(every(page, &UPDATED))
                .collect(),
        )
        .filter(|updated| !published.as_deref().is_some_and(|p| is_before(updated, p))),
        dateline: linked.dateline,
        section: linked.section.or_else(|| meta(&SECTION)),
        language: page
            .language
            .clone()
            .or(linked.language)
            .or_else(|| meta(&LANGUAGE))
            .map(|l| l.replace('_', "-")),
        outlet: site,
        pieces: linked.pieces,
        ..Draft::default()
    }
}

/// The article of a JSON-LD script, and whether it tells only when it was created; line breaks inside texts and commas before a closing bracket, which JSON forbids and
/// sites print, are mended.
fn article(script: &str) -> Option<(Draft, bool)> {
    let bare = unwrapped(script);
    let value: Value = serde_json::from_str(bare)
        .or_else(|_| serde_json::from_str(&bare.replace(['\n', '\r', '\t'], " ")))
        .or_else(|_| serde_json::from_str(&without_last_commas(bare)))
        .ok()?;
    let own = linked::article_in(&value)?;
    let mut draft = linked::draft(own);
    draft.outlet = draft.outlet.or_else(|| linked::publisher_in(&value, own));
    for field in [
        &mut draft.headline,
        &mut draft.subheadline,
        &mut draft.outlet,
        &mut draft.section,
    ] {
        *field = field.take().map(|words| unescape(&words));
    }
    Some((draft, own.get("datePublished").is_none()))
}

/// A script without the marks that hide it from old browsers: comments, CDATA, a closing semicolon.
fn unwrapped(script: &str) -> &str {
    let start = script.find(['{', '[']).filter(|at| {
        // "<![CDATA[" has a bracket of its own.
        !script
            .get(..*at)
            .is_some_and(|before| before.ends_with("<!"))
    });
    let start = start.or_else(|| {
        let behind = script.find("CDATA[")? + "CDATA[".len();
        script.get(behind..)?.find(['{', '[']).map(|at| behind + at)
    });
    let rest = start.and_then(|at| script.get(at..)).unwrap_or(script);
    let closing = if rest.starts_with('[') { ']' } else { '}' };
    let end = rest.trim_end_matches(|c: char| c != closing);
    match closing {
        // The brackets that end a CDATA section stand on a line or behind a comment of their own.
        ']' => end.trim_end_matches("]]").trim_end_matches("//").trim_end(),
        _ => end,
    }
}

/// JSON without the commas before closing brackets, those in texts left alone.
fn without_last_commas(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut in_text, mut escaped) = (false, false);
    for c in json.chars() {
        match c {
            '"' if !escaped => in_text = !in_text,
            '}' | ']' if !in_text => {
                let kept = out.trim_end().trim_end_matches(',').len();
                out.truncate(kept);
            }
            '\n' | '\r' | '\t' => {
                out.push(' ');
                continue;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// Whether one instant is before another, where both name their zones.
fn is_before(one: &str, other: &str) -> bool {
    let instant = |text: &str| text.parse::<jiff::Timestamp>().ok();
    instant(one).zip(instant(other)).is_some_and(|(a, b)| a < b)
}

fn every<'a>(page: &'a Page, names: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    names.iter().flat_map(|n| {
        page.metas
            .iter()
            .filter(move |(k, _)| k == n)
            .map(|(_, v)| v.clone())
    })
}

fn time(page: &Page) -> Option<String> {
    page.times
        .iter()
        .find(|(_, marked)| *marked)
        .map(|(t, _)| t.clone())
}

/// The first date, or one of the same day that tells more: a time, a zone.
fn fullest(printed: Vec<String>) -> Option<String> {
    let first = printed.first()?.clone();
    let day = first.get(..10).unwrap_or_default().to_string();
    let richness = |d: &String| {
        (
            d.contains(['T', ':']),
            d.ends_with('Z') || d.get(11..).is_some_and(|t| t.contains(['+', '-'])),
        )
    };
    let same = printed.into_iter().filter(|d| d.starts_with(&day));
    // The first of equals: `max_by_key` would take the last.
    same.fold(None, |best: Option<String>, d| match best {
        Some(b) if richness(&b) >= richness(&d) => Some(b),
        _ => Some(d),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_read_however_they_are_hidden() {
        let json =
            r#"{"@type":"NewsArticle","headline":"Wall, [old]","datePublished":"2031-03-12"}"#;
        let with_comma = json.replace("12\"}", "12\",}");
        for script in [
            json.to_string(),
            format!("\n<![CDATA[\n{json}\n]]>\n"),
            format!("//<![CDATA[\n{json}\n//]]>"),
            format!("/*<![CDATA[*/{json}/*]]>*/"),
            format!("<!-- {json} -->"),
            format!("[{json}];"),
            with_comma,
        ] {
            let (draft, created_only) = article(&script).unwrap_or_default();
            assert_eq!(draft.headline.as_deref(), Some("Wall, [old]"), "{script}");
            assert!(!created_only);
        }
        assert!(article("{").is_none());
    }
}
