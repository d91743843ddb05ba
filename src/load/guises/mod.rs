//! What looks like an article and is none: consent walls, refusals, error pages, lists of articles; and the beginning of
//! an article that stands before a paywall.

mod phrases;

use crate::model::{Article, BlockKind};
use phrases::{Kind, Place};

/// Words from which a text under a title of the site's own ("Page not found") may be an article all the same; what such
/// pages print stays under a hundred.
const NOTICE: usize = 120;

/// Words below which a text beside an offer to subscribe is the beginning of an article; whole articles of fewer words are
/// briefs, whose silence says nothing either.
const STUB: usize = 200;

/// The same where the page says that it is not free: what is printed before a paywall is seldom more than five paragraphs.
const DECLARED_STUB: usize = 400;

/// Words of a line that offers a subscription; a paragraph of an article that speaks of one is longer.
const OFFER: usize = 40;

/// What a page says about itself that tells what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Its text are teasers, each under a link.
    pub is_list: bool,
    /// It says that it is not free to read.
    pub is_locked: bool,
}

/// What a text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guise {
    /// It asks for consent to cookies.
    Consent,
    /// It takes the reader for a robot, or shuts out a region.
    Refusal,
    /// The site has nothing at the address.
    Error,
    /// It lists articles.
    List,
}

impl Guise {
    /// Why it is left out, for a diagnostic.
    pub fn message(self) -> &'static str {
        match self {
            Guise::Consent => {
                "this looks like a consent screen, not an article; accept or reject it in the browser, then save the page"
            }
            Guise::Refusal => {
                "this looks like a robot check or a blocked request, not an article; save the page from a browser"
            }
            Guise::Error => "this looks like an error page, not an article",
            Guise::List => {
                "this looks like a list of articles, not an article; save the articles themselves"
            }
        }
    }
}

/// What an article seems to be instead; none where it may be one.
pub fn of(article: &Article, signs: Signs) -> Option<Guise> {
    let kept = article
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Headline)
        .map(|b| b.span.of(&article.text));
    let lines: Vec<&str> = kept.collect();
    of_lines(article.headline.as_deref(), &lines).or(signs.is_list.then_some(Guise::List))
}

/// What a title and the lines under it seem to be instead of an article.
pub fn of_lines(title: Option<&str>, lines: &[&str]) -> Option<Guise> {
    [
        (Kind::Consent, Guise::Consent),
        (Kind::Refusal, Guise::Refusal),
        (Kind::Error, Guise::Error),
    ]
    .into_iter()
    .find(|(kind, _)| is_of(*kind, title, lines))
    .map(|(_, guise)| guise)
}

/// Whether the lines that hold a phrase of the kind are most of the text, under a title of the kind or with two different
/// phrases; or the text is hardly more than such a title.
fn is_of(kind: Kind, title: Option<&str>, lines: &[&str]) -> bool {
    let is_titled = title.is_some_and(|title| phrases::is_title(kind, title));
    let (mut all, mut marked) = (0, 0);
    let mut seen: Vec<&str> = Vec::new();
    for line in lines {
        let found = phrases::of(kind, Place::Line, line);
        let words = line.split_whitespace().count();
        all += words;
        marked += if found.is_empty() { 0 } else { words };
        seen.extend(found);
    }
    seen.sort_unstable();
    seen.dedup();
    let is_most = marked * 2 >= all && all > 0;
    (is_titled && (is_most || all < NOTICE)) || (is_most && seen.len() > 1)
}

/// Why the text of an article is only its beginning; none where it may be whole.
pub fn stub(article: &Article, signs: Signs) -> Option<String> {
    let body = article.blocks.iter().filter(|b| b.kind == BlockKind::Body);
    let body: Vec<&str> = body.map(|b| b.span.of(&article.text)).collect();
    let words: usize = body.iter().map(|b| b.split_whitespace().count()).sum();
    let offers = |line: &str| {
        let is_short = line.split_whitespace().count() <= OFFER;
        is_short && !phrases::of(Kind::Paywall, Place::Line, line).is_empty()
    };
    let is_offered = || {
        let apart = article.residue.iter().map(|r| r.text.as_str());
        apart.chain(body.iter().copied()).any(offers)
    };
    let most = if signs.is_locked { DECLARED_STUB } else { STUB };
    (words < most && is_offered()).then(|| {
        format!("this looks like the start of a paywalled article; only {words} words are readable")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::parts;
    use crate::load::text;

    /// Each block of the table is a text, under a line that says what it is.
    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../../fixtures/cases/guises.txt");
        let cases: Vec<(&str, &str)> = table
            .split("\n=> ")
            .skip(1)
            .filter_map(|case| case.split_once('\n'))
            .collect();
        assert!(cases.len() >= 12, "a table of {} cases", cases.len());
        for (wanted, raw) in cases {
            let article = parts::article(text::draft(raw));
            let signs = Signs::default();
            let found = match (of(&article, signs), stub(&article, signs)) {
                (Some(guise), _) => format!("{guise:?}").to_lowercase(),
                (None, Some(_)) => "stub".to_string(),
                (None, None) => "article".to_string(),
            };
            assert_eq!(found, wanted, "{raw}");
        }
    }

    #[test]
    fn a_page_that_is_not_free_may_show_more_before_it_stops() {
        let article = Article {
            residue: vec![crate::model::Residue {
                text: "Already a subscriber? Sign in".to_string(),
                reason: String::new(),
            }],
            ..Article::of_body(&"The pier is shut. ".repeat(70))
        };
        let stub = |is_locked| {
            let signs = Signs {
                is_locked,
                ..Signs::default()
            };
            stub(&article, signs).is_some()
        };
        assert!(stub(true) && !stub(false));
    }
}
