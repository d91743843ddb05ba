//! Two snapshots → what appeared, vanished and changed.

use std::collections::BTreeSet;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::super::words::Words;
use super::Snapshot;
use super::items::{Item, sections};

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It is not in the stored snapshot.
    Appeared,
    /// It is not in today's report.
    Vanished,
    /// Other things are said of it.
    Changed,
}

/// One difference of meaning.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What it is: `pair`, `fact`, `quote`…
    pub section: &'static str,
    /// What became of it.
    pub kind: Kind,
    /// The thing.
    pub subject: String,
    /// What is said of it, line by line: `- ` then, `+ ` today, two spaces both.
    pub lines: Vec<String>,
    /// A sentence to point at: article and words.
    #[serde(skip)]
    pub place: Option<(String, String)>,
}

/// Share of the lines, or of the words, that two items must have in common to be one that changed. Half: of two sentences
/// that made a passage, or of what was said of a fact, at least one of two stays.
const SAME: f64 = 0.5;

/// What differs between the stored snapshot and today's, scores that moved by `tolerance` or less left out.
pub fn changes(stored: &Snapshot, today: &Snapshot, tolerance: f64) -> Vec<Change> {
    let with_cells = [stored, today]
        .iter()
        .all(|s| s.facts.iter().all(|f| !f.cells.is_empty()));
    let pairs = sections(stored, with_cells)
        .into_iter()
        .zip(sections(today, with_cells));
    pairs
        .flat_map(|((section, old), (_, new))| section_changes(section, old, new, tolerance))
        .collect()
}

fn section_changes(
    section: &'static str,
    old: Vec<Item>,
    new: Vec<Item>,
    tolerance: f64,
) -> Vec<Change> {
    let mut old: Vec<Option<Item>> = old.into_iter().map(Some).collect();
    let mut changes = Vec::new();
    let mut fresh = Vec::new();
    // What has the same subject is the same thing, what says the same of it first: a quotation may stand twice.
    let mut rest = Vec::new();
    for item in new {
        match take(&mut old, |o| {
            o.subject == item.subject && differences(o, &item, tolerance).is_empty()
        }) {
            Some(_) => {}
            None => rest.push(item),
        }
    }
    for item in rest {
        match take(&mut old, |o| o.subject == item.subject) {
            Some(o) => changes.push(changed(section, &o, &item, tolerance)),
            None => fresh.push(item),
        }
    }
    for item in fresh {
        match likest(section, &old, &item).and_then(|i| old.get_mut(i)?.take()) {
            Some(o) => changes.push(changed(section, &o, &item, tolerance)),
            None => changes.push(alone(section, Kind::Appeared, '+', item)),
        }
    }
    changes.extend(
        old.into_iter()
            .flatten()
            .map(|o| alone(section, Kind::Vanished, '-', o)),
    );
    changes.sort_by(|a, b| (a.kind, &a.subject).cmp(&(b.kind, &b.subject)));
    changes
}

fn take(items: &mut [Option<Item>], fits: impl Fn(&Item) -> bool) -> Option<Item> {
    items
        .iter_mut()
        .find(|i| i.as_ref().is_some_and(&fits))?
        .take()
}

/// The item of the stored ones that is most like this one, where it is like enough.
fn likest(section: &str, old: &[Option<Item>], item: &Item) -> Option<usize> {
    let mut best = None;
    for (i, o) in old
        .iter()
        .enumerate()
        .filter_map(|(i, o)| Some((i, o.as_ref()?)))
    {
        let likeness = if WORDED.contains(&section) {
            wording(o, item)
        } else {
            common_lines(o, item)
        };
        if likeness >= SAME && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, i));
        }
    }
    best.map(|(_, i)| i)
}

/// Sections whose items are their words: an edited sentence is the same sentence, changed.
const WORDED: [&str; 3] = ["sentence", "quote", "finding"];

/// Share of the words in common, of items of the same article.
fn wording(a: &Item, b: &Item) -> f64 {
    let article = |i: &Item| i.place.as_ref().map(|(article, _)| article.clone());
    if article(a) != article(b) {
        return 0.0;
    }
    Words::of(&a.subject).dice(&Words::of(&b.subject))
}

/// Share of the lines in common; one line alone ("partial") is a kind, not a sign of being the same.
fn common_lines(a: &Item, b: &Item) -> f64 {
    let lines = |i: &Item| i.lines.iter().cloned().collect::<BTreeSet<String>>();
    let (a, b) = (lines(a), lines(b));
    let telling = a.len().min(b.len()) > 1;
    if telling {
        a.intersection(&b).count() as f64 / a.union(&b).count() as f64
    } else {
        0.0
    }
}

fn changed(section: &'static str, old: &Item, new: &Item, tolerance: f64) -> Change {
    let mut lines = differences(old, new, tolerance);
    if old.subject != new.subject && section != "passage" {
        lines.splice(
            0..0,
            [format!("- {}", old.subject), format!("+ {}", new.subject)],
        );
    }
    Change {
        section,
        kind: Kind::Changed,
        subject: new.subject.clone(),
        lines,
        place: new.place.clone(),
    }
}

fn alone(section: &'static str, kind: Kind, sign: char, item: Item) -> Change {
    let score = item.score.map(|s| format!("{sign} score {s:.2}"));
    let said = item
        .lines
        .iter()
        .map(|l| format!("{sign} {l}"))
        .chain(score)
        .collect();
    Change {
        section,
        kind,
        subject: item.subject,
        lines: said,
        place: item.place,
    }
}

/// A line diff of what is said; empty where it is the same.
fn differences(old: &Item, new: &Item, tolerance: f64) -> Vec<String> {
    let diff = TextDiff::from_slices(&as_str(&old.lines), &as_str(&new.lines));
    let sign = |tag: ChangeTag| match tag {
        ChangeTag::Equal => ' ',
        ChangeTag::Delete => '-',
        ChangeTag::Insert => '+',
    };
    let mut lines: Vec<String> = if old.lines == new.lines {
        Vec::new()
    } else {
        diff.iter_all_changes()
            .map(|c| format!("{} {}", sign(c.tag()), c.value()))
            .collect()
    };
    if let (Some(then), Some(now)) = (old.score, new.score)
        && (then - now).abs() > tolerance + ROUNDING
    {
        lines.push(format!("- score {then:.3}"));
        lines.push(format!("+ score {now:.3}"));
    }
    lines
}

/// Scores are printed with three decimals; their difference must not lie below the tolerance by a last bit.
const ROUNDING: f64 = 1e-9;

fn as_str(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Fact, Pair, Passage, Sentence};
    use super::*;

    fn sentence(id: &str, text: &str) -> Sentence {
        Sentence {
            id: id.into(),
            kind: "body".into(),
            text: text.into(),
        }
    }

    fn article(id: &str, texts: &[&str]) -> Article {
        let sentences = texts
            .iter()
            .enumerate()
            .map(|(i, t)| sentence(&format!("{id}:{i}"), t))
            .collect();
        Article {
            id: id.into(),
            sentences,
            ..Article::default()
        }
    }

    fn pair(a: &str, b: &str, score: f64) -> Pair {
        Pair {
            a: a.into(),
            b: b.into(),
            relation: "partial".into(),
            score,
        }
    }

    fn stored() -> Snapshot {
        Snapshot {
            articles: vec![
                article("a", &["It rained.", "Roofs leaked."]),
                article("b", &["Rain fell.", "Wet roofs."]),
            ],
            alignments: vec![pair("a:0", "b:0", 0.9), pair("a:1", "b:1", 0.5)],
            passages: vec![Passage {
                sentences: vec!["a:0".into(), "b:0".into()],
            }],
            ..Snapshot::default()
        }
    }

    #[test]
    fn other_ids_and_another_order_are_the_same_meaning() {
        let mut today = stored();
        today.articles.reverse();
        today.alignments.reverse();
        for id in today
            .articles
            .iter_mut()
            .flat_map(|a| &mut a.sentences)
            .map(|s| &mut s.id)
        {
            *id = format!("{id}0");
        }
        for p in &mut today.alignments {
            (p.a, p.b) = (format!("{}0", p.b), format!("{}0", p.a));
        }
        today.passages[0].sentences = vec!["b:00".into(), "a:00".into()];
        assert_eq!(changes(&stored(), &today, 0.0), []);
    }

    #[test]
    fn scores_may_move_by_the_tolerance() {
        let mut today = stored();
        today.alignments[1].score = 0.53;
        assert_eq!(changes(&stored(), &today, 0.03), []);
        let changes = changes(&stored(), &today, 0.02);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].lines, ["- score 0.500", "+ score 0.530"]);
    }

    #[test]
    fn cells_are_compared_where_both_snapshots_have_them() {
        let mut told = Fact {
            statement: "It rained.".into(),
            ..Fact::default()
        };
        let with = |told: &Fact| Snapshot {
            facts: vec![told.clone()],
            ..stored()
        };
        let old = with(&told);
        told.cells = [("a".to_string(), "says".to_string())].into();
        let before = with(&told);
        told.cells = [("a".to_string(), "otherwise".to_string())].into();
        assert_eq!(changes(&old, &with(&told), 0.0), []);
        let changed = changes(&before, &with(&told), 0.0);
        assert_eq!(changed.len(), 1);
        assert!(
            changed[0].lines.contains(&"+ a: otherwise".to_string()),
            "{changed:?}"
        );
    }

    #[test]
    fn what_appeared_vanished_and_changed_is_told_apart() {
        let mut today = stored();
        today.alignments[0].relation = "equivalent".into();
        today.alignments[1] = pair("a:1", "b:0", 0.4);
        today.passages[0].sentences.push("b:1".into());
        let told: Vec<(&str, Kind, &str)> = changes(&stored(), &today, 0.0)
            .iter()
            .map(|c| (c.section, c.kind, c.subject.clone()))
            .map(|(s, k, t)| (s, k, Box::leak(t.into_boxed_str()) as &str))
            .collect();
        assert_eq!(
            told,
            [
                ("pair", Kind::Appeared, "a “Roofs leaked.” = b “Rain fell.”"),
                ("pair", Kind::Vanished, "a “Roofs leaked.” = b “Wet roofs.”"),
                ("pair", Kind::Changed, "a “It rained.” = b “Rain fell.”"),
                (
                    "passage",
                    Kind::Changed,
                    "a “It rained.” = b “Rain fell.” = b “Wet roofs.”"
                ),
            ]
        );
    }
}
