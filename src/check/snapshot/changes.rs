//! Two snapshots → what appeared, vanished and changed.

use serde::Serialize;

use super::Snapshot;
use super::edits::Edits;
use super::items::{Item, sections};
use super::likeness::{differences, likest};

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
    /// Whether it rests on a sentence that was itself edited, added or removed.
    pub follows: bool,
}

impl Change {
    /// What became of it, in a word.
    pub fn became(&self) -> &'static str {
        match self.kind {
            Kind::Appeared if self.section == "sentence" => "added",
            Kind::Vanished if self.section == "sentence" => "removed",
            Kind::Changed if self.section == "sentence" => "edited",
            Kind::Appeared => "appeared",
            Kind::Vanished => "disappeared",
            Kind::Changed => "changed",
        }
    }

    /// What to show of it before its lines; nothing where one of them says it.
    pub fn head(&self) -> &str {
        let is_said = |line: &String| line.strip_prefix("+ ") == Some(&self.subject);
        if self.lines.iter().any(is_said) {
            ""
        } else {
            &self.subject
        }
    }
}

/// What differs between the stored snapshot and today's, scores that moved by `tolerance` or less left out.
pub fn changes(stored: &Snapshot, today: &Snapshot, tolerance: f64) -> Vec<Change> {
    let with_cells = [stored, today]
        .iter()
        .all(|s| s.facts.iter().all(|f| !f.cells.is_empty()));
    let edits = Edits::of(stored, today);
    let before = sections(stored, with_cells);
    let renamed = sections(&edits.applied(stored, today), with_cells);
    let now = sections(today, with_cells);
    let mut changes = Vec::new();
    for (((section, old), (_, renamed)), (_, new)) in before.into_iter().zip(renamed).zip(now) {
        let change = Section {
            name: section,
            tolerance,
            edits: &edits,
        };
        changes.extend(if section == "sentence" {
            change.sentences(old, new)
        } else {
            change.changes(renamed, new)
        });
    }
    changes
}

/// How the items of one section are held against each other.
struct Section<'a> {
    name: &'static str,
    tolerance: f64,
    edits: &'a Edits,
}

impl Section<'_> {
    /// Sentences that were edited are one change each, the others as in every section.
    fn sentences(&self, old: Vec<Item>, new: Vec<Item>) -> Vec<Change> {
        let id = |item: &Item| item.of.first().cloned().unwrap_or_default();
        let (edited, old): (Vec<Item>, Vec<Item>) = old
            .into_iter()
            .partition(|o| self.edits.pairs.contains_key(&id(o)));
        let is_new = |item: &Item| self.edits.pairs.values().any(|now| *now == id(item));
        let (became, new): (Vec<Item>, Vec<Item>) = new.into_iter().partition(is_new);
        let mut changes: Vec<Change> = edited
            .iter()
            .filter_map(|o| {
                let now = self.edits.pairs.get(&id(o))?;
                let item = became.iter().find(|n| id(n) == *now)?;
                Some(self.changed(o, item))
            })
            .collect();
        changes.extend(self.changes(old, new));
        changes.iter_mut().for_each(|change| change.follows = false);
        changes
    }

    fn changes(&self, old: Vec<Item>, new: Vec<Item>) -> Vec<Change> {
        let (section, tolerance) = (self.name, self.tolerance);
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
                Some(o) => changes.push(self.changed(&o, &item)),
                None => fresh.push(item),
            }
        }
        for item in fresh {
            match likest(section, &old, &item).and_then(|i| old.get_mut(i)?.take()) {
                Some(o) => changes.push(self.changed(&o, &item)),
                None => changes.push(self.alone(Kind::Appeared, item)),
            }
        }
        changes.extend(
            old.into_iter()
                .flatten()
                .map(|o| self.alone(Kind::Vanished, o)),
        );
        changes.sort_by(|a, b| (a.kind, &a.subject).cmp(&(b.kind, &b.subject)));
        changes
    }

    fn changed(&self, old: &Item, new: &Item) -> Change {
        let mut lines = differences(old, new, self.tolerance);
        if old.subject != new.subject && self.name != "passage" {
            lines.splice(
                0..0,
                [format!("- {}", old.subject), format!("+ {}", new.subject)],
            );
        }
        Change {
            section: self.name,
            kind: Kind::Changed,
            subject: new.subject.clone(),
            lines,
            place: new.place.clone(),
            follows: self.edits.touch_old(&old.of)
                || self.edits.touch_new(&new.of)
                || self.is_scored_again(new),
        }
    }

    /// Whether it is a pair or a passage of an article with an edit: how rare a word is there changes the scores of all.
    fn is_scored_again(&self, item: &Item) -> bool {
        matches!(self.name, "pair" | "passage") && self.edits.are_beside(&item.of)
    }

    fn alone(&self, kind: Kind, item: Item) -> Change {
        let (sign, follows) = match kind {
            Kind::Vanished => ('-', self.edits.touch_old(&item.of)),
            _ => ('+', self.edits.touch_new(&item.of)),
        };
        let follows = follows || self.is_scored_again(&item);
        let score = item.score.map(|s| format!("{sign} score {s:.2}"));
        let said = item
            .lines
            .iter()
            .map(|l| format!("{sign} {l}"))
            .chain(score)
            .collect();
        Change {
            section: self.name,
            kind,
            subject: item.subject,
            lines: said,
            place: item.place,
            follows,
        }
    }
}

fn take(items: &mut [Option<Item>], fits: impl Fn(&Item) -> bool) -> Option<Item> {
    items
        .iter_mut()
        .find(|i| i.as_ref().is_some_and(&fits))?
        .take()
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
    fn an_edited_sentence_is_one_change_and_what_rests_on_it_follows() {
        let mut today = stored();
        today.articles[0].sentences[1].text = "Roofs and cellars leaked.".into();
        today.alignments[1].score = 0.9;
        let told: Vec<(&str, Kind, bool)> = changes(&stored(), &today, 0.05)
            .iter()
            .map(|c| (c.section, c.kind, c.follows))
            .collect();
        assert_eq!(
            told,
            [
                ("sentence", Kind::Changed, false),
                ("pair", Kind::Changed, true)
            ]
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
