//! Two names in the same place of the same sentence.

use crate::compare::changes::Change;
use crate::compare::discrepancies::Pair;
use crate::compare::discrepancies::sentences::Side;
use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, Entity, EntityId, EntityKind, Event, Mention,
    MentionKind,
};

/// Two people, bodies or places named in one place, at least one of whom the other article never names. Where the place is
/// that of whoever says something, two sources of one statement.
pub fn other_name(event: &Event, pair: &Pair, change: &Change) -> Option<Discrepancy> {
    let (x, y) = (
        named(&pair.a, &change.ours)?,
        named(&pair.b, &change.theirs)?,
    );
    let (one, other) = (x.entity?, y.entity?);
    let unknown =
        !mentions(event, pair.b.id.article, one) || !mentions(event, pair.a.id.article, other);
    if one == other || !unknown || !may_be_two(entity(event, one)?, entity(event, other)?) {
        return None;
    }
    let (kind, rule) = match speaks(&pair.a, x) && speaks(&pair.b, y) {
        true => (DiscrepancyKind::Attribution, "source-differs"),
        false => (DiscrepancyKind::Name, "name-differs"),
    };
    let name = |id| entity(event, id).map_or("", |e| e.name.as_str());
    Some(pair.discrepancy(kind, rule, (x.core, name(one)), (y.core, name(other))))
}

fn entity(event: &Event, id: EntityId) -> Option<&Entity> {
    event.entities.get(id.0 as usize)
}

/// The name that the changed words stand in.
fn named<'a>(side: &Side<'a>, range: &std::ops::Range<usize>) -> Option<&'a Mention> {
    let span = side.span(range)?;
    let mut names = side
        .document
        .mentions_in(side.id.index)
        .iter()
        .filter(|m| m.kind == MentionKind::Name);
    names.find(|m| m.span.overlaps(span))
}

fn mentions(event: &Event, article: ArticleId, entity: EntityId) -> bool {
    event
        .document(article)
        .is_some_and(|d| d.mentions.iter().any(|m| m.entity == Some(entity)))
}

/// Whether two entities of one kind have no word of their names in common: else they may be one.
fn may_be_two(x: &Entity, y: &Entity) -> bool {
    let words = |e: &Entity| -> Vec<String> {
        let all = std::iter::once(&e.name).chain(&e.aliases);
        all.flat_map(|n| n.split(' '))
            .map(str::to_lowercase)
            .filter(|w| w.len() > 2)
            .collect()
    };
    let theirs = words(y);
    x.kind == y.kind && x.kind != EntityKind::Group && !words(x).iter().any(|w| theirs.contains(w))
}

/// Whether somebody is named as the source of what the sentence reports.
fn speaks(side: &Side, mention: &Mention) -> bool {
    let here = side
        .document
        .quotes
        .iter()
        .filter_map(|q| q.speaker_mention);
    here.into_iter().any(|source| source.overlaps(mention.span))
}
