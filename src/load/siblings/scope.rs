//! Articles that tell another story than the rest of the folder.

use super::body;
use super::vocabulary::{Index, Stems};
use crate::model::{Article, Diagnostic, Severity};

/// Two articles tell one story above this cosine of their weighted stems. Chosen as the figure that leaves room below
/// the lowest cosine of an article with its nearest sibling, 0.27 of 142 articles of 44 events: none of them is marked.
/// Of 220 single articles put into the folder of another event 196 are marked, and no article of that event with them;
/// the others tell of the same people at another time, where nothing is said rather than wrong.
const SAME_STORY: f64 = 0.22;

/// A text with fewer stems says too little to be judged.
const FEWEST_STEMS: usize = 25;

/// Marks the articles outside the largest group that hangs together.
pub fn mark(articles: &mut [Article], diagnostics: &mut Vec<Diagnostic>) {
    let stems: Vec<Stems> = articles.iter().map(stems).collect();
    let judged: Vec<usize> = (0..articles.len())
        .filter(|&i| is_judged(articles, &stems, i))
        .collect();
    let groups = groups(&judged, &stems);
    let largest = groups.iter().map(Vec::len).max().unwrap_or(0);
    let mut of_largest = groups.iter().filter(|g| g.len() == largest);
    let (Some(event), None) = (of_largest.next(), of_largest.next()) else {
        if groups.len() > 1 {
            diagnostics.push(apart(articles, &groups));
        }
        return;
    };
    for &stranger in groups.iter().flatten().filter(|i| !event.contains(i)) {
        if let Some(article) = articles.get_mut(stranger) {
            let reason = "this looks like a different story: it shares hardly any words with the other articles";
            article.out_of_scope = Some(reason.to_string());
            let message = format!("{reason}; it is shown, but its omissions are not counted");
            diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                path: article.path.clone(),
                message,
            });
        }
    }
}

fn stems(article: &Article) -> Stems {
    let headline = article.headline.as_deref().unwrap_or_default();
    Stems::of(&body(article).fold(headline.to_string(), |all, block| all + "\n" + block))
}

/// Short texts and texts in another language than most cannot be compared by their words.
fn is_judged(articles: &[Article], stems: &[Stems], i: usize) -> bool {
    let language = |a: &Article| {
        a.language
            .as_deref()
            .map(|l| l.chars().take(2).collect::<String>().to_lowercase())
    };
    let Some(own) = articles.get(i).map(language) else {
        return false;
    };
    let foreign = articles
        .iter()
        .map(language)
        .filter(|l| own.is_some() && *l != own && (l.is_some() || own.as_deref() != Some("en")))
        .count();
    let is_whole = articles.get(i).is_some_and(|a| a.stub.is_none());
    is_whole
        && stems.get(i).is_some_and(|s| s.len() >= FEWEST_STEMS)
        && foreign * 2 < articles.len()
}

/// Articles that hang together by pairs, each group in order.
fn groups(judged: &[usize], stems: &[Stems]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut index = Index::default();
    for &i in judged {
        let near = stems
            .get(i)
            .map(|s| index.near(i, s, SAME_STORY))
            .unwrap_or_default();
        let (near, mut rest): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|g| g.iter().any(|j| near.contains(j)));
        let mut joined: Vec<usize> = near.into_iter().flatten().collect();
        joined.push(i);
        joined.sort_unstable();
        rest.push(joined);
        groups = rest;
    }
    groups.sort();
    groups
}

/// Where no group is the largest, nobody can say which is the event.
fn apart(articles: &[Article], groups: &[Vec<usize>]) -> Diagnostic {
    let firsts = groups
        .iter()
        .filter_map(|g| articles.get(*g.first()?))
        .map(|a| a.path.as_str());
    let message = format!(
        "these look like {} different stories of equal size; compare them separately, because omissions between them are not meaningful",
        groups.len()
    );
    let path = firsts.collect::<Vec<_>>().join(", ");
    Diagnostic {
        severity: Severity::Warning,
        path,
        message,
    }
}
