//! Shared wording and wire credits → which articles carry the same copy.

use crate::language::WORDS;
use crate::model::{Article, ArticleId, DateSource, Event, Origin, OriginKind, Reuse};

/// Share of either article's wording from which two articles carry the same copy.
const SAME_COPY: f64 = 0.3;

/// The same for articles that credit one agency: a credit may be for a contribution ("With AP"), so that it needs shared
/// wording to bear it out, and less of it than without a credit. Chosen by judgement: more than a shared quotation or
/// two, less than shared copy.
const CREDITED_COPY: f64 = 0.1;

/// Every article in exactly one origin, sorted by first article.
pub fn traced_origins(event: &Event, reuse: &[Reuse]) -> Vec<Origin> {
    let count = event.documents.len();
    let mut group: Vec<usize> = (0..count).collect();
    for r in reuse
        .iter()
        .filter(|r| r.share_of_a.max(r.share_of_b) >= SAME_COPY)
    {
        join(&mut group, r.a, r.b);
    }
    let borne_out = |r: &&Reuse| r.share_of_a.max(r.share_of_b) >= CREDITED_COPY;
    for r in reuse.iter().filter(borne_out) {
        if let (Some(x), Some(y)) = (event.document(r.a), event.document(r.b))
            && x.article.wire.iter().any(|w| y.article.wire.contains(w))
        {
            join(&mut group, r.a, r.b);
        }
    }
    let mut origins: Vec<Origin> = Vec::new();
    for first in 0..count {
        let members: Vec<ArticleId> = (first..count)
            .filter(|&i| group.get(i) == Some(&first))
            .map(|i| ArticleId(i as u32))
            .collect();
        if !members.is_empty() {
            origins.push(origin(event, reuse, members));
        }
    }
    origins
}

/// Puts the groups of two articles together under the smaller number.
fn join(group: &mut [usize], a: ArticleId, b: ArticleId) {
    let of = |id: ArticleId, group: &[usize]| group.get(id.0 as usize).copied().unwrap_or(0);
    let (x, y) = (of(a, group), of(b, group));
    group
        .iter_mut()
        .filter(|g| **g == x.max(y))
        .for_each(|g| *g = x.min(y));
}

fn origin(event: &Event, reuse: &[Reuse], articles: Vec<ArticleId>) -> Origin {
    let document = |id: ArticleId| event.document(id).map(|d| &d.article);
    let outlet = |id: ArticleId| document(id).map(|a| a.outlet.clone()).unwrap_or_default();
    let credit = articles
        .iter()
        .filter_map(|&id| document(id))
        .find_map(|a| a.wire.first().cloned());
    let mut evidence: Vec<String> = Vec::new();
    for r in reuse
        .iter()
        .filter(|r| articles.contains(&r.a) && articles.contains(&r.b))
    {
        let share = (r.share_of_a.max(r.share_of_b) * 100.0).round();
        let (more, less) = if r.share_of_a >= r.share_of_b {
            (r.a, r.b)
        } else {
            (r.b, r.a)
        };
        evidence.push(format!(
            "{share:.0}% of the wording of {} also appears in {}.",
            outlet(more),
            outlet(less)
        ));
    }
    let first = source(&articles, &document);
    if articles.len() > 1 && credit.is_none() {
        evidence.push(match &first {
            Some((name, why)) => format!("{name} ran it first: {why}."),
            None => "It is not known which ran it first.".to_string(),
        });
    }
    let names: Vec<String> = articles.iter().map(|&id| outlet(id)).collect();
    let first = first.map_or_else(|| names.join(" / "), |(name, _)| name);
    let (kind, name) = match (credit, articles.len()) {
        (Some(agency), _) => {
            let credited = articles
                .iter()
                .filter(|&&id| document(id).is_some_and(|a| a.wire.contains(&agency)));
            evidence.extend(credited.map(|&id| format!("{} credits {agency}.", outlet(id))));
            (OriginKind::Wire, agency)
        }
        (None, 1) => (OriginKind::Independent, first),
        (None, _) => (OriginKind::Outlet, first),
    };
    Origin {
        kind,
        name,
        articles,
        evidence,
    }
}

/// Which of the articles the others go back to, and what says so: all others credit its outlet by name, or it alone
/// bears the earliest date on record. Without either nobody is called the source.
fn source<'a>(
    articles: &[ArticleId],
    document: &impl Fn(ArticleId) -> Option<&'a Article>,
) -> Option<(String, String)> {
    let all: Vec<&Article> = articles.iter().filter_map(|&id| document(id)).collect();
    let others = |one: &Article| {
        all.iter()
            .filter(|a| a.key != one.key)
            .copied()
            .collect::<Vec<&Article>>()
    };
    let credited = |one: &&&Article| {
        all.len() > 1
            && others(one)
                .iter()
                .all(|a| one.names().any(|n| credits(a, n)))
    };
    if let Some(one) = all.iter().find(credited) {
        return Some((one.outlet.clone(), "the others credit it".to_string()));
    }
    let earliest = |one: &&&Article| {
        all.len() > 1
            && others(one)
                .iter()
                .all(|a| before(on_record(one), on_record(a)).unwrap_or(false))
    };
    let one = all.iter().find(earliest)?;
    Some((
        one.outlet.clone(),
        format!("published {}, the others later", on_record(one)?),
    ))
}

/// Whether one publication date is earlier than another: two moments where both have time and zone, else two days.
fn before(one: Option<&str>, other: Option<&str>) -> Option<bool> {
    let (one, other) = (one?, other?);
    match (
        one.parse::<jiff::Timestamp>(),
        other.parse::<jiff::Timestamp>(),
    ) {
        (Ok(x), Ok(y)) => Some(x < y),
        _ => Some(one.get(..10)? < other.get(..10)?),
    }
}

/// When an article was published by its own account; a date inferred from its neighbours proves nothing about them.
fn on_record(article: &Article) -> Option<&str> {
    let from = article.published_from?;
    article
        .published
        .as_deref()
        .filter(|_| from != DateSource::Inferred)
}

/// Whether a text says that it takes its words from an outlet: "the Herald reported", "according to the Herald".
fn credits(article: &Article, outlet: &str) -> bool {
    let text = &article.text;
    WORDS
        .crediting
        .iter()
        .any(|form| text.contains(&form.replace("{}", outlet)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(outlet: &str, published: Option<&str>, text: &str) -> Article {
        Article {
            key: outlet.to_string(),
            outlet: outlet.to_string(),
            published: published.map(str::to_string),
            published_from: published.map(|_| DateSource::Metadata),
            text: text.to_string(),
            ..Article::default()
        }
    }

    #[test]
    fn a_source_is_named_only_where_dates_or_credits_say_so() {
        let ids = [ArticleId(0), ArticleId(1)];
        for (first, second, want) in [
            (
                article("Tarn Post", Some("2031-03-02"), ""),
                article("Ellery Sun", Some("2031-03-01"), ""),
                Some("Ellery Sun"),
            ),
            (
                article("Tarn Post", Some("2031-03-01"), ""),
                article("Ellery Sun", Some("2031-03-01T08:00:00Z"), ""),
                None,
            ),
            (
                article("Tarn Post", Some("2031-03-01T23:30:00-05:00"), ""),
                article("Ellery Sun", Some("2031-03-02T01:00:00Z"), ""),
                Some("Ellery Sun"),
            ),
            (
                article("Tarn Post", None, ""),
                article("Ellery Sun", Some("2031-03-01"), ""),
                None,
            ),
            (
                article("Tarn Post", None, ""),
                article(
                    "Ellery Sun",
                    None,
                    "The fire spread, the Tarn Post reported.",
                ),
                Some("Tarn Post"),
            ),
            (
                article("Tarn Post", None, ""),
                article("Ellery Sun", None, ""),
                None,
            ),
        ] {
            let both = [first, second];
            let found = source(&ids, &|id: ArticleId| both.get(id.0 as usize));
            assert_eq!(found.map(|f| f.0).as_deref(), want, "{both:?}");
        }
    }

    #[test]
    fn a_credit_that_two_articles_share_needs_shared_wording() {
        let event = Event {
            documents: ["Tarn Post", "Ellery Sun"]
                .map(|outlet| crate::model::Document {
                    article: Article {
                        wire: vec!["Northern Wire".to_string()],
                        ..article(outlet, None, "")
                    },
                    ..Default::default()
                })
                .into(),
            ..Event::default()
        };
        let shared = |share| Reuse {
            a: ArticleId(0),
            b: ArticleId(1),
            share_of_a: share,
            share_of_b: 0.02,
            longest: String::new(),
            places: [crate::span::Span::new(0, 0); 2],
        };
        assert_eq!(traced_origins(&event, &[]).len(), 2);
        assert_eq!(traced_origins(&event, &[shared(0.04)]).len(), 2);
        assert_eq!(traced_origins(&event, &[shared(0.2)]).len(), 1);
    }
}
