//! Articles are split into words once: by `load`, which has no sentences yet, by `segment` and by `read`. What comes after
//! asks the sentence for its words and the reading for its lemmas.

use crate::source::program;

/// The stages that split.
const SPLITTING: [&str; 3] = ["load/", "read/", "segment/"];

/// How text is split into words.
const SPLITS: [&str; 5] = [
    "split_whitespace(",
    "unicode_words(",
    "split_word_bound",
    "split(' ')",
    "splitn(2, ' ')",
];

/// Who else splits, and why. "To do" is article text that the words of a sentence or the reading could answer for.
const MAY_SPLIT: [(&str, &str); 39] = [
    (
        "align/reuse.rs",
        "a passage to print: white space is folded",
    ),
    (
        "annotate/quotes/labels.rs",
        "names in labels, which readings take for parts of a sentence",
    ),
    ("annotate/quotes/lexicon.rs", "a list"),
    (
        "annotate/quotes/mod.rs",
        "to do: words of a quotation are counted",
    ),
    (
        "annotate/quotes/occasions.rs",
        "to do: first word of a mention",
    ),
    (
        "annotate/quotes/pieces.rs",
        "to do: words of a quotation are counted",
    ),
    ("annotate/quotes/turns.rs", "names of people and outlets"),
    ("cli/pager.rs", "a command line"),
    ("compare/cells/rows.rs", "to do: a row as it is printed"),
    (
        "compare/discrepancies/names.rs",
        "names of entities, which stand in no sentence",
    ),
    ("compare/facts/details/lacking.rs", "to do: words of a name"),
    (
        "compare/facts/statement.rs",
        "to do: first word of a row as it is printed",
    ),
    (
        "compare/findings/people.rs",
        "names of entities, which stand in no sentence",
    ),
    (
        "compare/findings/quotations.rs",
        "values, which are keys with blanks between them",
    ),
    (
        "compare/findings/sources.rs",
        "names of entities, which stand in no sentence",
    ),
    (
        "compare/utterances/sayings.rs",
        "names of speakers, which stand in no sentence",
    ),
    (
        "compare/utterances/versions.rs",
        "words with their marks, as changes print them",
    ),
    ("dates/relative.rs", "a phrase that an expression found"),
    ("language/built_in.rs", "a list"),
    ("language/causes.rs", "a list"),
    ("language/nouns.rs", "a list"),
    ("language/roles.rs", "a list"),
    ("language/swaps.rs", "a list"),
    ("language/venues.rs", "a list"),
    ("render/sharing.rs", "layout"),
    ("render/terminal/findings.rs", "layout"),
    ("render/terminal/matrix.rs", "layout"),
    ("render/words.rs", "layout"),
    ("report/blind/names.rs", "names of outlets"),
    (
        "resolve/chains/signals/descriptions.rs",
        "names of chains, which stand in no sentence",
    ),
    (
        "resolve/holders.rs",
        "names of entities, which stand in no sentence",
    ),
    ("resolve/kinds.rs", "to do: the word before a name"),
    ("resolve/names.rs", "to do: titles and words before a name"),
    ("resolve/pointers.rs", "to do: words of a mention"),
    ("resolve/speakers/described.rs", "to do: words of a mention"),
    ("resolve/speakers/phrases.rs", "to do: words of a mention"),
    ("resolve/speakers/pronouns.rs", "to do: words of a mention"),
    ("resolve/voices.rs", "to do: last word of a description"),
    (
        "resolve/writings.rs",
        "to do: words between a writing and its author",
    ),
];

/// How words are stemmed.
const STEMS: [&str; 4] = [
    "language::stem(",
    "language::stem)",
    "super::stem(",
    "Algorithm::English",
];

/// Who stems, and why. "To do" is where two rules stem the same words: a token has a lemma, and no stem yet.
const MAY_STEM: [(&str, &str); 13] = [
    (
        "align/rows.rs",
        "to do: the weights of the aligner are fitted to stems of its own",
    ),
    (
        "annotate/values/nouns.rs",
        "what numbers count is compared by stems across articles",
    ),
    (
        "codebook/matcher.rs",
        "entries of a user's category, and the words held against them",
    ),
    ("compare/discrepancies/cuts.rs", "to do: keys of words"),
    ("compare/findings/quotations.rs", "to do: keys of words"),
    (
        "compare/framings/vocabulary.rs",
        "to do: words of an outlet are counted by stems",
    ),
    (
        "compare/refute.rs",
        "what it looks up in the wording of the event",
    ),
    (
        "compare/utterances/sayings.rs",
        "to do: the weights of likeness are fitted to stems of its own",
    ),
    (
        "compare/wording.rs",
        "the content of every sentence, stemmed once for all rules",
    ),
    (
        "events/sketch.rs",
        "articles are grouped before anything is read, and nothing has lemmas yet",
    ),
    ("language/stems.rs", "the stemmer"),
    ("language/swaps.rs", "a list"),
    (
        "model/pairing/word.rs",
        "words of two texts held against each other",
    ),
];

#[test]
fn nobody_splits_text_into_words_who_can_ask_for_them() {
    let allowed: Vec<&str> = MAY_SPLIT.iter().map(|(name, _)| *name).collect();
    assert_eq!(who(&SPLITS), allowed, "what is done, against what may be");
}

#[test]
fn nobody_stems_words_who_can_ask_for_their_lemmas() {
    let allowed: Vec<&str> = MAY_STEM.iter().map(|(name, _)| *name).collect();
    assert_eq!(who(&STEMS), allowed, "what is done, against what may be");
}

/// The files outside the splitting stages that do something, sorted.
fn who(does: &[&str]) -> Vec<String> {
    let outside = |name: &str| !SPLITTING.iter().any(|stage| name.starts_with(stage));
    let files = program().into_iter();
    let mut found: Vec<String> = files
        .filter(|(name, code)| outside(name) && does.iter().any(|call| code.contains(call)))
        .map(|(name, _)| name)
        .collect();
    found.sort();
    found
}
