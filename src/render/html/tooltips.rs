//! What a tag means, for whoever points at it.

use crate::codebook;

/// What a category means, by the report's name for it or the one for people; nothing where the name says it all. Kinds of
/// findings and dimensions of framing are defined in the codebook.
pub fn meaning(category: &str) -> &'static str {
    let kinds = codebook::kinds().iter().map(|k| (&k.name, &k.definition));
    let dimensions = codebook::dimensions().iter();
    let mut defined = kinds.chain(dimensions.map(|d| (&d.name, &d.definition)));
    match defined.find(|(name, _)| *name == category) {
        Some((_, definition)) => definition,
        None => undefined(category),
    }
}

fn undefined(category: &str) -> &'static str {
    match category {
        "event" => "Something that happened",
        "statement" => "Something that someone said",
        "background" => "What was already the case before the event",
        "analysis" => "What it means",
        "alleged" => "Reported as alleged, without proof",
        "denied" => "Reported as denied",
        "expected" => "Reported as expected to happen",
        "possible" => "Reported as possible",
        "verbatim" => "Word for word as in the fullest version",
        "truncated" | "cut" => "Word for word, but shorter than the fullest version",
        "edited" => "With brackets, an ellipsis or a few changed words",
        "reworded" => "In quotation marks, but translated differently or rewritten",
        "paraphrased" => "In other words, without quotation marks",
        "indirect" => "Reported speech, not all of it in quotation marks",
        "scare" | "in quotation marks" => {
            "Quotation marks that signal distance, without quoting anyone"
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::meaning;
    use crate::model::{Dimension, FindingKind, Modality, UtteranceRelation};
    use crate::render::labels::{code, label};

    #[test]
    fn a_tag_has_a_meaning_under_either_of_its_names() {
        let tags = [
            (code(&FindingKind::Reuse), label(&FindingKind::Reuse)),
            (code(&Modality::Expected), label(&Modality::Expected)),
            (
                code(&UtteranceRelation::Truncated),
                label(&UtteranceRelation::Truncated),
            ),
        ];
        for (code, label) in tags {
            assert!(!meaning(&code).is_empty(), "{code}");
            assert!(!meaning(&label).is_empty(), "{label}");
        }
        assert!(!meaning(&code(&Dimension::ScareQuotes)).is_empty());
    }
}
