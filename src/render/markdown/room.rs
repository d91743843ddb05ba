//! How much of a report a comment under a pull request takes, and what is left out beyond.

use crate::render::labels::count;

/// Characters of the whole document: GitHub refuses comments of 65,536 and more.
const LONGEST: usize = 60_000;

/// Characters kept free for saying what was left out.
const NOTE: usize = 500;

/// A part of the document.
pub struct Section {
    /// What one of its items is called.
    pub what: &'static str,
    /// Lines before the items.
    pub title: Vec<String>,
    /// Rows, or points with what stands below them, the most important first.
    pub items: Vec<Vec<String>>,
    /// Lines after the items.
    pub foot: Vec<String>,
    /// Whether the next section matters as much, so that this one leaves it room.
    pub yields: bool,
}

impl Section {
    /// Characters around the items.
    fn frame(&self) -> usize {
        length(&self.title) + length(&self.foot)
    }

    fn whole(&self) -> usize {
        self.frame() + self.items.iter().map(|i| length(i)).sum::<usize>()
    }

    /// How many of the first items fit.
    fn fitting(&self, room: usize) -> usize {
        let mut used = self.frame();
        let fits = |item: &&Vec<String>| {
            used += length(item);
            used <= room
        };
        self.items.iter().take_while(fits).count()
    }

    fn lines(self, shown: usize) -> Vec<String> {
        let items = self.items.into_iter().take(shown).flatten();
        self.title
            .into_iter()
            .chain(items)
            .chain(self.foot)
            .collect()
    }
}

/// Characters of some lines, their breaks counted.
fn length(lines: &[String]) -> usize {
    lines.iter().map(|l| l.chars().count() + 1).sum()
}

/// The sections as one text. Where it would be too long and not `all` is wanted, whole items are left out from the end of
/// sections, the last sections first, and the text says how many.
pub fn document(sections: Vec<Section>, all: bool) -> String {
    let whole: usize = sections.iter().map(Section::whole).sum();
    let is_short = all || whole < LONGEST;
    let mut room = if is_short { whole } else { LONGEST - NOTE };
    let mut out: Vec<String> = Vec::new();
    let mut left: Vec<String> = Vec::new();
    let next: Vec<usize> = sections.iter().skip(1).map(Section::whole).collect();
    for (section, next) in sections.into_iter().zip(next.into_iter().chain([0])) {
        let shown = section.fitting(if section.yields {
            share(room, next)
        } else {
            room
        });
        let all = section.items.len();
        if shown < all {
            left.push(format!("{} of {}", all - shown, count(all, section.what)));
        }
        if shown > 0 || section.frame() <= room && all == 0 {
            let lines = section.lines(shown);
            room = room.saturating_sub(length(&lines));
            out.extend(lines);
        }
    }
    if !left.is_empty() {
        out.push(format!(
            "Left out to stay below 60,000 characters: {}. Add `--all` for everything.",
            left.join(", ")
        ));
    }
    out.join("\n").trim_end().to_string() + "\n"
}

/// What a section that yields may take of the room: all but what the next one needs, and half of it in any case.
fn share(room: usize, next: usize) -> usize {
    room.saturating_sub(next).max(room.div_ceil(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(what: &'static str, items: usize) -> Section {
        Section {
            what,
            title: vec![format!("## {what}s")],
            items: (0..items)
                .map(|i| vec![format!("{what} {i} {}", "x".repeat(90))])
                .collect(),
            foot: vec![String::new()],
            yields: what == "row",
        }
    }

    #[test]
    fn what_fits_is_whole() {
        let out = document(vec![section("row", 100), section("quote", 100)], false);
        assert!(out.contains("row 99 ") && out.contains("quote 99 "));
        assert!(!out.contains("Left out"));
    }

    #[test]
    fn what_does_not_fit_is_dropped_by_whole_items_and_counted() {
        let sections = || {
            vec![
                section("row", 700),
                section("finding", 100),
                section("quote", 300),
            ]
        };
        let out = document(sections(), false);
        assert!(out.chars().count() < LONGEST);
        assert!(out.contains("finding 99 ") && out.contains("row 400 "));
        assert!(
            out.lines()
                .filter(|l| l.starts_with("row"))
                .all(|l| l.ends_with("xxx"))
        );
        assert!(
            out.contains("of 700 rows") && out.contains("of 300 quotes"),
            "{out}"
        );
        assert!(document(sections(), true).contains("quote 299 "));
    }

    #[test]
    fn an_item_longer_than_the_room_is_left_out_whole() {
        let mut long = section("row", 1);
        long.items.push(vec!["y".repeat(2 * LONGEST)]);
        let out = document(vec![long], false);
        assert!(!out.contains('y') || !out.contains("yyy"));
        assert!(out.contains("1 of 2 rows"));
    }
}
