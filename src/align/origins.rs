//! Shared wording and wire credits → which articles carry the same copy.

use crate::model::{ArticleId, Event, Origin, OriginKind, Reuse};

/// Share of either article's wording from which two articles carry the same copy.
const SAME_COPY: f64 = 0.3;

/// Every article in exactly one origin, sorted by first article.
pub fn of(event: &Event, reuse: &[Reuse]) -> Vec<Origin> {
    let count = event.documents.len();
    let mut group: Vec<usize> = (0..count).collect();
    for r in reuse.iter().filter(|r| r.share_of_a.max(r.share_of_b) >= SAME_COPY) {
        join(&mut group, r.a, r.b);
    }
    for (a, x) in event.articles() {
        for (b, y) in event.articles().filter(|(b, _)| *b > a) {
            if x.article.wire.iter().any(|w| y.article.wire.contains(w)) {
                join(&mut group, a, b);
            }
        }
    }
    let mut origins: Vec<Origin> = Vec::new();
    for first in 0..count {
        let members: Vec<ArticleId> =
            (first..count).filter(|&i| group.get(i) == Some(&first)).map(|i| ArticleId(i as u32)).collect();
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
    group.iter_mut().filter(|g| **g == x.max(y)).for_each(|g| *g = x.min(y));
}

fn origin(event: &Event, reuse: &[Reuse], articles: Vec<ArticleId>) -> Origin {
    let document = |id: ArticleId| event.document(id).map(|d| &d.article);
    let outlet = |id: ArticleId| document(id).map(|a| a.outlet.clone()).unwrap_or_default();
    let credit = articles.iter().filter_map(|&id| document(id)).find_map(|a| a.wire.first().cloned());
    let mut evidence: Vec<String> = Vec::new();
    for r in reuse.iter().filter(|r| articles.contains(&r.a) && articles.contains(&r.b)) {
        let share = (r.share_of_a.max(r.share_of_b) * 100.0).round();
        let (more, less) = if r.share_of_a >= r.share_of_b { (r.a, r.b) } else { (r.b, r.a) };
        evidence.push(format!("{share:.0} % of the wording of {} stands in {} too.", outlet(more), outlet(less)));
    }
    let first = articles.first().map(|&id| outlet(id)).unwrap_or_default();
    let (kind, name) = match (credit, articles.len()) {
        (Some(agency), _) => {
            let credited = articles.iter().filter(|&&id| document(id).is_some_and(|a| a.wire.contains(&agency)));
            evidence.extend(credited.map(|&id| format!("{} credits {agency}.", outlet(id))));
            (OriginKind::Wire, agency)
        }
        (None, 1) => (OriginKind::Independent, first),
        (None, _) => (OriginKind::Outlet, first),
    };
    Origin { kind, name, articles, evidence }
}
