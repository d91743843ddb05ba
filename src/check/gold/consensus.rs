//! Several coders → one answer, where the gold gives none of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ends, Gold, GoldPair};

/// Fills the alignment from the coders where it is left out: a pair stands where all have it, as equivalent where all
/// say so; pairs that only some have, or that somebody left open or was not asked for, are ignored.
pub fn fill(gold: &mut Gold) {
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
}
