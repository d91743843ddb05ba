//! Details inside shared facts: what one telling has and another article, which tells the fact too, has nowhere.
//!
//! A clause that others lack is a fact of its own; details are what is smaller. An article lacks a detail only where
//! nothing in the whole of it answers: a name given earlier, or a number told further down, is not left out. Where both
//! tellings have something of the kind (two numbers, two days, two causes) they differ, and neither lacks it.

mod items;
mod lacking;

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::wording::Wording;
use crate::model::{ArticleId, Detail, Event, Excerpt, Support};
use items::{Item, Telling};

/// Share of a fact that a sentence must have to be a telling of it; one with less touches the fact, and what it lacks says
/// nothing.
const TELLS: f64 = 0.5;

/// Details that some of the articles which tell a fact have and others lack, by kind and place.
pub fn details(
    event: &Event,
    wording: &Wording,
    support: &BTreeMap<ArticleId, Vec<Support>>,
) -> Vec<Detail> {
    let tellings: Vec<Telling> = support
        .values()
        .filter_map(|told| telling(event, told))
        .collect();
    let mut details: Vec<(Item, Detail)> = Vec::new();
    for telling in &tellings {
        for item in items::of(event, telling) {
            let told = (
                telling.article(),
                Excerpt {
                    sentence: telling.id,
                    span: item.span,
                },
            );
            match details.iter_mut().find(|(known, _)| known.is_same(&item)) {
                Some((_, detail)) => drop(detail.told.insert(told.0, told.1)),
                None => {
                    let others = tellings.iter().filter(|t| t.article() != told.0);
                    let lacking = others.filter(|t| lacking::lacks(event, wording, t, &item));
                    let lacking: BTreeSet<ArticleId> = lacking.map(Telling::article).collect();
                    let detail = Detail {
                        kind: item.kind(),
                        told: BTreeMap::from([told]),
                        lacking,
                    };
                    details.push((item, detail));
                }
            }
        }
    }
    let mut details: Vec<Detail> = details.into_iter().map(|(_, d)| d).collect();
    details.retain_mut(|d| {
        d.lacking.retain(|a| !d.told.contains_key(a));
        !d.lacking.is_empty()
    });
    details.sort_by_key(|d| (d.kind, d.told.values().min().copied()));
    details
}

/// Where an article tells most of a fact; none where it only touches it.
fn telling<'a>(event: &'a Event, told: &'a [Support]) -> Option<Telling<'a>> {
    let told: Vec<&Support> = told.iter().filter(|s| s.share >= TELLS).collect();
    let most = told
        .iter()
        .copied()
        .reduce(|best, next| if next.share > best.share { next } else { best })?;
    Telling::of(event, most, told)
}
