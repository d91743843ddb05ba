//! Bytes → gold: what is malformed or points nowhere is said by name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Coding, Gold, GoldPair, consensus};

/// Why a gold file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GoldError {
    /// It is no JSON, or not of the form.
    #[error("{0}")]
    Form(#[from] serde_json::Error),
    /// It names something that it does not hold.
    #[error("{from} refers to {id}, which is not among {kind}")]
    Nowhere {
        /// Where the name stands.
        from: String,
        /// The name.
        id: String,
        /// What it should be one of.
        kind: &'static str,
    },
    /// Two elements have one name.
    #[error("{kind} {id} is listed twice")]
    Twice {
        /// What they are.
        kind: &'static str,
        /// Their name.
        id: String,
    },
    /// A label is out of range.
    #[error("alignment of {a} and {b}: label {label} should be 1 or 2")]
    Label {
        /// One sentence.
        a: String,
        /// The other.
        b: String,
        /// The label.
        label: u8,
    },
    /// Both ends of a pair stand in one article.
    #[error("alignment of {a} and {b}: both are in {article}")]
    Within {
        /// One sentence.
        a: String,
        /// The other.
        b: String,
        /// The article of both.
        article: String,
    },
}

/// Reads a gold file; what it leaves to its coders is what they agree on.
///
/// # Errors
/// When it is not of the form, or points at something that it does not hold.
pub fn parse(json: &str) -> Result<Gold, GoldError> {
    let mut gold = read(json)?;
    consensus::fill(&mut gold);
    Ok(gold)
}

/// Reads a gold file as it stands: more coders may follow, see [`coded`](super::coded) and [`agree`](super::agree).
///
/// # Errors
/// As for [`parse`].
pub fn read(json: &str) -> Result<Gold, GoldError> {
    let gold: Gold = serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    verify(&gold)?;
    Ok(gold)
}

fn verify(gold: &Gold) -> Result<(), GoldError> {
    unique("sentence", gold.sentences().map(|(_, s)| s.id.as_str()))?;
    unique("quote", gold.quotes.iter().map(|q| q.key.as_str()))?;
    unique("fact", gold.facts.iter().map(|f| f.id.as_str()))?;
    let names = Names::of(gold);
    names.pairs("alignment", gold.alignment.iter().flatten())?;
    for ends in &gold.ignore {
        names.sentences("ignore", [&ends.a, &ends.b])?;
    }
    for quote in &gold.quotes {
        names.sentences(&format!("quote {}", quote.key), [&quote.sentence])?;
    }
    for utterance in &gold.utterances {
        for member in &utterance.members {
            names.one(
                &format!("utterance {}", utterance.id),
                &member.quote,
                &names.quotes,
                "the quotes",
            )?;
        }
    }
    for fact in &gold.facts {
        names.places(&format!("fact {}", fact.id), &fact.coverage)?;
    }
    for (kind, list) in [
        ("discrepancy", &gold.discrepancies),
        ("planted", &gold.planted),
    ] {
        for (i, difference) in list.iter().enumerate() {
            names.places(&format!("{kind} {}", i + 1), &difference.sentences)?;
        }
    }
    for framing in &gold.framings {
        let from = format!("framing {}", framing.id);
        for (article, wording) in &framing.per_source {
            names.article(&from, article)?;
            names.sentences(&from, &wording.sentences)?;
        }
    }
    gold.coders
        .iter()
        .try_for_each(|(name, coding)| names.coding(name, coding))
}

fn unique<'a>(kind: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<(), GoldError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(GoldError::Twice {
                kind,
                id: id.to_string(),
            });
        }
    }
    Ok(())
}

/// What a gold holds, by name.
pub(super) struct Names<'a> {
    /// The article of each sentence.
    pub sentences: BTreeMap<&'a str, &'a str>,
    pub articles: BTreeSet<&'a str>,
    quotes: BTreeSet<&'a str>,
    pub facts: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    pub fn of(gold: &'a Gold) -> Self {
        Self {
            sentences: gold
                .sentences()
                .map(|(article, s)| (s.id.as_str(), article))
                .collect(),
            articles: gold.articles.keys().map(String::as_str).collect(),
            quotes: gold.quotes.iter().map(|q| q.key.as_str()).collect(),
            facts: gold.facts.iter().map(|f| f.id.as_str()).collect(),
        }
    }

    fn one(
        &self,
        from: &str,
        id: &str,
        held: &BTreeSet<&str>,
        kind: &'static str,
    ) -> Result<(), GoldError> {
        let nowhere = || GoldError::Nowhere {
            from: from.to_string(),
            id: id.to_string(),
            kind,
        };
        held.contains(id).then_some(()).ok_or_else(nowhere)
    }

    fn article(&self, from: &str, id: &str) -> Result<(), GoldError> {
        self.one(from, id, &self.articles, "the articles")
    }

    fn sentence(&self, from: &str, id: &str) -> Result<&'a str, GoldError> {
        let nowhere = || GoldError::Nowhere {
            from: from.to_string(),
            id: id.to_string(),
            kind: "the sentences of the articles",
        };
        self.sentences.get(id).copied().ok_or_else(nowhere)
    }

    fn sentences<'b>(
        &self,
        from: &str,
        ids: impl IntoIterator<Item = &'b String>,
    ) -> Result<(), GoldError> {
        ids.into_iter()
            .try_for_each(|id| self.sentence(from, id).map(drop))
    }

    fn places(&self, from: &str, places: &super::Places) -> Result<(), GoldError> {
        for (article, ids) in places {
            self.article(from, article)?;
            self.sentences(from, ids)?;
        }
        Ok(())
    }

    fn pairs<'b>(
        &self,
        from: &str,
        pairs: impl IntoIterator<Item = &'b GoldPair>,
    ) -> Result<(), GoldError> {
        for GoldPair { a, b, label } in pairs {
            let (article, other) = (self.sentence(from, a)?, self.sentence(from, b)?);
            let (a, b) = (a.clone(), b.clone());
            if article == other {
                return Err(GoldError::Within {
                    a,
                    b,
                    article: article.to_string(),
                });
            }
            if ![1, 2].contains(label) {
                return Err(GoldError::Label {
                    a,
                    b,
                    label: *label,
                });
            }
        }
        Ok(())
    }

    fn coding(&self, name: &str, coding: &Coding) -> Result<(), GoldError> {
        let from = format!("coder {name}");
        self.pairs(&from, &coding.alignment)?;
        for ends in &coding.ignore {
            self.sentences(&from, [&ends.a, &ends.b])?;
        }
        for (fact, articles) in &coding.facts {
            self.one(&from, fact, &self.facts, "the facts")?;
            articles.iter().try_for_each(|a| self.article(&from, a))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = r#"{"articles": {
        "a": {"file": "a.txt", "sentences": [{"id": "a.1", "kind": "body", "text": "It rained."}]},
        "b": {"file": "b.txt", "sentences": [{"id": "b.1", "kind": "body", "text": "Rain fell."}]}}, "#;

    fn error(rest: &str) -> String {
        parse(&format!("{TWO}{rest}}}"))
            .map(|_| ())
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn what_points_nowhere_is_named() {
        let message = error(r#""alignment": [{"a": "a.1", "b": "b.7", "label": 1}]"#);
        assert_eq!(
            message,
            "alignment refers to b.7, which is not among the sentences of the articles"
        );
        assert!(
            error(r#""quotes": [{"key": "a.1.q0", "sentence": "c.1", "text": "x"}]"#)
                .contains("quote a.1.q0 refers to c.1")
        );
        assert!(
            error(r#""facts": [{"id": "F1", "statement": "x", "coverage": {"c": []}}]"#)
                .contains("fact F1 refers to c")
        );
        assert!(
            error(r#""utterances": [{"id": "U1", "members": [{"quote": "q9", "relation": "fullest"}]}]"#)
                .contains("utterance U1 refers to q9")
        );
    }

    #[test]
    fn unknown_keys_and_labels_are_named() {
        assert!(error(r#""alignmnt": []"#).contains("unknown field `alignmnt`"));
        assert!(
            error(r#""alignment": [{"a": "a.1", "b": "b.1", "label": 3}]"#).contains("label 3")
        );
        assert!(
            error(r#""alignment": [{"a": "a.1", "b": "a.1", "label": 1}]"#)
                .contains("both are in a")
        );
    }
}
