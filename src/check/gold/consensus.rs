//! Several coders → one answer, where the gold gives none of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::{Coding, Ends, Gold, GoldPair};

/// What several coders agree on becomes the answer.
pub fn fill(gold: &mut Gold) {
    fill_alignment(gold);
    fill_cells(gold);
}

/// Fills the cells that all coders who judged them judge alike, where at least one was judged.
fn fill_cells(gold: &mut Gold) {
    let facts = gold.facts.iter().map(|fact| &fact.id);
    let cells = facts.flat_map(|fact| gold.articles.keys().map(move |article| (fact, article)));
    let agreed = cells.filter_map(|(fact, article)| {
        let mut said = gold
            .coders
            .values()
            .filter_map(|coding| cell(coding, fact, article));
        let first = said.next()?;
        let is_agreed = said.all(|other| other == first);
        is_agreed.then(|| ((fact.clone(), article.clone()), first))
    });
    gold.cells = agreed.collect();
}

/// Whether a coder has an article report a fact; none where that was not judged.
pub fn cell(coding: &Coding, fact: &str, article: &str) -> Option<bool> {
    if let Some(judged) = &coding.judged
        && !judged
            .cells
            .contains(&(fact.to_string(), article.to_string()))
    {
        return None;
    }
    let told = coding.facts.get(fact)?;
    Some(told.iter().any(|a| a == article))
}

/// Fills the alignment from the coders where it is left out: a pair stands where all have it, as equivalent where all
/// say so; pairs that only some have, or that somebody left open or was not asked for, are ignored.
fn fill_alignment(gold: &mut Gold) {
    if gold.alignment.is_some() || gold.coders.is_empty() {
        return;
    }
    let mut labels: BTreeMap<(String, String), Vec<u8>> = BTreeMap::new();
    for coding in gold.coders.values() {
        for pair in &coding.alignment {
            labels
                .entry(ordered(&pair.a, &pair.b))
                .or_default()
                .push(pair.label);
        }
        for ends in &coding.ignore {
            labels.entry(ordered(&ends.a, &ends.b)).or_default();
        }
    }
    gold.asked = asked(gold);
    let coders = gold.coders.len();
    let mut standing = Vec::new();
    for ((a, b), labels) in labels {
        match labels.iter().min() {
            Some(&label) if labels.len() == coders => standing.push(GoldPair { a, b, label }),
            _ => gold.ignore.push(Ends { a, b }),
        }
    }
    gold.alignment = Some(standing);
}

/// The pairs on the sheets; none where no coder has one.
fn asked(gold: &Gold) -> Option<BTreeSet<(String, String)>> {
    let sheets = gold
        .coders
        .values()
        .filter_map(|c| Some((c, c.judged.as_ref()?)));
    let pairs = sheets.map(|(coding, judged)| {
        let open = coding.ignore.iter().map(|e| ordered(&e.a, &e.b));
        open.chain(judged.pairs.iter().cloned())
    });
    let is_any = gold.coders.values().any(|c| c.judged.is_some());
    is_any.then(|| pairs.flatten().collect())
}

fn ordered(a: &str, b: &str) -> (String, String) {
    if a <= b {
        (a.to_string(), b.to_string())
    } else {
        (b.to_string(), a.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;

    #[test]
    fn a_pair_stands_where_all_coders_have_it() {
        let sentence =
            |id: &str| format!(r#"{{"id": "{id}", "kind": "body", "text": "It rained."}}"#);
        let article = |id: &str| {
            format!(
                r#""{id}": {{"file": "{id}.txt", "sentences": [{}, {}]}}"#,
                sentence(&format!("{id}.1")),
                sentence(&format!("{id}.2"))
            )
        };
        let gold = parse(&format!(
            r#"{{"articles": {{{}, {}}}, "coders": {{
            "ak": {{"alignment": [{{"a": "a.1", "b": "b.1", "label": 2}}, {{"a": "a.2", "b": "b.2", "label": 1}}]}},
            "bn": {{"alignment": [{{"a": "b.1", "b": "a.1", "label": 1}}], "ignore": [{{"a": "a.1", "b": "b.2"}}]}}}}}}"#,
            article("a"),
            article("b")
        ))
        .unwrap();
        let alignment = gold.alignment.unwrap();
        assert_eq!(alignment.len(), 1);
        assert_eq!(
            (
                alignment[0].a.as_str(),
                alignment[0].b.as_str(),
                alignment[0].label
            ),
            ("a.1", "b.1", 1)
        );
        let ignored: Vec<_> = gold
            .ignore
            .iter()
            .map(|e| (e.a.as_str(), e.b.as_str()))
            .collect();
        assert_eq!(ignored, [("a.1", "b.2"), ("a.2", "b.2")]);
    }

    #[test]
    fn a_cell_counts_where_all_who_judged_it_agree() {
        let gold = parse(
            r#"{"articles": {
                "a": {"file": "a.txt", "sentences": [{"id": "a.1", "kind": "body", "text": "It rained."}]},
                "b": {"file": "b.txt", "sentences": [{"id": "b.1", "kind": "body", "text": "Rain fell."}]}},
            "facts": [{"id": "F1", "statement": "It rained.", "coverage": {"a": ["a.1"]}},
                      {"id": "F2", "statement": "It poured.", "coverage": {"b": ["b.1"]}}],
            "coders": {"ak": {"facts": {"F1": ["a", "b"]}}, "bn": {"facts": {"F1": ["a"], "F2": ["b"]}}}}"#,
        )
        .unwrap();
        let cells: Vec<(&str, &str, bool)> = gold
            .cells
            .iter()
            .map(|((fact, article), told)| (fact.as_str(), article.as_str(), *told))
            .collect();
        assert_eq!(
            cells,
            [("F1", "a", true), ("F2", "a", false), ("F2", "b", true)]
        );
    }
}
