//! What a tag means, for whoever points at it.

/// What a category means, by the report's name for it or the one for people; nothing where the name says it all.
pub fn meaning(category: &str) -> &'static str {
    match category {
        "discrepancy" => "The articles contradict each other",
        "omission" => "An article leaves out what others report",
        "addition" => "Only one article reports it",
        "quote" => "A quote was cut, reworded or attributed to someone else",
        "framing" => "Articles present the same thing differently",
        "reuse" => "Articles share the same copy",
        "event" => "Something that happened",
        "statement" => "Something that someone said",
        "background" => "What was already so before the event",
        "analysis" => "What it means",
        "alleged" => "Told as alleged, without proof",
        "denied" => "Told as denied",
        "expected" => "Told as expected to happen",
        "possible" => "Told as possible",
        "verbatim" => "Word for word as in the fullest version",
        "truncated" | "cut" => "Word for word, but shorter than the fullest version",
        "edited" => "With brackets, an ellipsis or a few changed words",
        "reworded" => "In quotation marks, but translated differently or rewritten",
        "paraphrased" => "In other words, without quotation marks",
        "indirect" => "Reported speech, without quotation marks around all of it",
        "scare" | "in quotation marks" => {
            "Quotation marks that keep a distance, without quoting anyone"
        }
        "labelling" => "What the same thing is called",
        "attribution_verb" => "The verb that reports the same statement",
        "hedging" => "How certain the same fact is made to sound",
        "evaluative" => "Loaded words that one version has and another lacks",
        "scare_quotes" => "Quotation marks that distance the writer from a word",
        "agency" => "Who is shown as acting",
        "headline" => "What the headline emphasizes",
        "lead" => "What the first sentence emphasizes",
        "placement" => "Near the top of one article and far down in another",
        "context" => "Background that one article adds and another leaves out",
        "category" => "Words of a category that you defined",
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
