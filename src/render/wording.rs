//! Words that set an outlet apart, the space its actors get and the user's own categories: one short line per outlet.

use serde::Serialize;

use super::plain;
use super::view::View;
use crate::report::{CategoryEntry, SpaceEntry};

/// Words of one outlet that are shown, and actors.
const SHOWN: usize = 5;

/// One kind of counts, and a line for each outlet.
#[derive(Serialize)]
pub struct Group {
    /// What is counted.
    pub title: &'static str,
    /// "Outlet: counts".
    pub lines: Vec<String>,
}

/// The groups that have anything to show.
pub fn groups(view: &View) -> Vec<Group> {
    let all = [
        Group {
            title: "Distinctive words (count here : count in all others)",
            lines: vocabulary(view),
        },
        Group {
            title: "Space: share of the article’s words in sentences that mention each actor",
            lines: space(view),
        },
        Group {
            title: "Your categories: uses per thousand words (total)",
            lines: categories(view),
        },
    ];
    all.into_iter().filter(|g| !g.lines.is_empty()).collect()
}

fn vocabulary(view: &View) -> Vec<String> {
    let told = view
        .report
        .vocabulary
        .iter()
        .filter(|v| !v.words.is_empty());
    told.map(|v| {
        let words = v.words.iter().take(SHOWN);
        let words: Vec<String> = words
            .map(|w| format!("{} {}:{}", plain::line(&w.word), w.count, w.others))
            .collect();
        format!("{}: {}", view.short(&v.article), words.join(", "))
    })
    .collect()
}

fn space(view: &View) -> Vec<String> {
    let of = |id: &str| {
        view.report
            .space
            .iter()
            .filter(|s| s.article == id && s.about > 0)
            .collect::<Vec<&SpaceEntry>>()
    };
    let line = |id: &str| {
        let mut actors = of(id);
        actors.sort_by(|a, b| b.share.total_cmp(&a.share));
        let told: Vec<String> = actors.iter().take(SHOWN).map(|s| actor(s)).collect();
        (!told.is_empty()).then(|| format!("{}: {}", view.short(id), told.join(", ")))
    };
    view.columns().iter().filter_map(|a| line(&a.id)).collect()
}

fn actor(space: &SpaceEntry) -> String {
    let own = if space.quoted > 0 {
        format!(" ({} words quoted)", space.quoted)
    } else {
        String::new()
    };
    format!(
        "{} {:.0}%{own}",
        plain::line(&space.name),
        100.0 * space.share
    )
}

fn categories(view: &View) -> Vec<String> {
    let of = |id: &str| {
        view.report
            .categories
            .iter()
            .filter(|c| c.article == id)
            .collect::<Vec<&CategoryEntry>>()
    };
    let line = |id: &str| {
        let told: Vec<String> = of(id)
            .iter()
            .map(|c| {
                format!(
                    "{} {:.1} ({})",
                    plain::line(&c.name),
                    c.per_thousand,
                    c.count
                )
            })
            .collect();
        (!told.is_empty()).then(|| format!("{}: {}", view.short(id), told.join(", ")))
    };
    view.columns().iter().filter_map(|a| line(&a.id)).collect()
}
