//! Metadata of a page, the surest source first: JSON-LD, OpenGraph and other meta tags, elements.

use serde_json::Value;

use super::scan::{Page, unescape};
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
const PUBLISHED: [&str; 12] = [
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
];
const UPDATED: [&str; 7] = [
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "article.updated",
];
const SECTION: [&str; 3] = ["article:section", "section", "parsely-section"];
const LANGUAGE: [&str; 3] = ["og:locale", "content-language", "language"];

/// What a page says about itself.
pub fn draft(page: &Page) -> Draft {
    let linked = page
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
    let site = meta(&SITE).or(linked.outlet);
    let title = || {
        page.title
            .as_deref()
            .map(|t| without_site(t, site.as_deref()))
    };
    let authors: Vec<String> = page
        .metas
        .iter()
        .filter(|(k, v)| AUTHOR.contains(&k.as_str()) && !v.contains("://"))
        .map(|(_, v)| v.clone())
        .collect();
    let printed = linked
        .published
        .map(|(d, _)| d)
        .into_iter()
        .chain(every(page, &PUBLISHED))
        .chain(time(page));
    Draft {
        headline: linked
            .headline
            .or_else(|| meta(&TITLE).map(|t| without_site(&t, site.as_deref())))
            .or(page.heading.clone())
            .or_else(title),
        subheadline: linked.subheadline,
        url: page
            .canonical
            .clone()
            .or_else(|| meta(&ADDRESS))
            .filter(|u| u.starts_with("http"))
            .or(linked.url),
        byline: if linked.byline.is_empty() {
            authors.into_iter().take(1).collect()
        } else {
            linked.byline
        },
        published: fullest(printed.collect()).map(|d| (d, DateSource::Metadata)),
        updated: fullest(
            linked
                .updated
                .into_iter()
                .chain(every(page, &UPDATED))
                .collect(),
        ),
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

/// The article of a JSON-LD script; line breaks inside texts and commas before a closing bracket, which JSON forbids and
/// sites print, are mended.
fn article(script: &str) -> Option<Draft> {
    let bare = unwrapped(script);
    let value: Value = serde_json::from_str(bare)
        .or_else(|_| serde_json::from_str(&bare.replace(['\n', '\r', '\t'], " ")))
        .or_else(|_| serde_json::from_str(&without_last_commas(bare)))
        .ok()?;
    let mut draft = linked::draft(linked::article_in(&value)?);
    for field in [
        &mut draft.headline,
        &mut draft.subheadline,
        &mut draft.outlet,
        &mut draft.section,
    ] {
        *field = field.take().map(|words| unescape(&words));
    }
    Some(draft)
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

/// A title without the name of the site after its last bar or dash.
fn without_site(title: &str, site: Option<&str>) -> String {
    let cuts = [" | ", " – ", " — ", " - ", " :: ", " · "];
    let at = cuts.iter().filter_map(|c| title.rfind(c)).max();
    let (Some(at), Some(site)) = (at, site) else {
        return title.to_string();
    };
    let (head, tail) = title.split_at(at);
    let letters = |w: &str| {
        w.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (tail, site) = (letters(tail), letters(site));
    let is_site = !tail.is_empty() && (site.contains(&tail) || tail.contains(&site));
    if is_site {
        head.trim().to_string()
    } else {
        title.to_string()
    }
}
