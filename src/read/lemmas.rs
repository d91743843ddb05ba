//! Words and parts of speech → lemmas, by endings and the exceptions of WordNet 3.0 (see `data/LICENSES_SOURCES`).

use std::collections::HashMap;

use super::rules::Form;
use crate::model::Pos;

/// For each part of speech its endings, the words that decide between two of them, and its exceptions.
const LEMMAS: &str = include_str!("data/lemmas.txt");

/// The tables of the parts of speech that have one.
#[derive(Debug)]
pub struct Lemmas {
    adjectives: Table,
    adverbs: Table,
    nouns: Table,
    marks: Table,
    verbs: Table,
}

/// What is known of one part of speech; words and exceptions are in order.
#[derive(Debug)]
struct Table {
    endings: Vec<(&'static str, &'static str)>,
    words: Vec<&'static str>,
    exceptions: Vec<(&'static str, &'static str)>,
}

impl Lemmas {
    /// The tables.
    pub fn read() -> Result<Self, String> {
        let mut sections = sections();
        let lemmas = Self {
            adjectives: Table::read(&mut sections, "adj")?,
            adverbs: Table::read(&mut sections, "adv")?,
            nouns: Table::read(&mut sections, "noun")?,
            marks: Table::read(&mut sections, "punct")?,
            verbs: Table::read(&mut sections, "verb")?,
        };
        match sections.keys().next() {
            Some(unknown) => Err(format!("lemmas.txt: {unknown:?} is never used")),
            None => Ok(lemmas),
        }
    }

    /// The lemma of a word, given with its lower case.
    pub fn lemma(&self, word: &str, lower: &str, pos: Pos, form: Form) -> String {
        let is_base = match form {
            Form::Base => true,
            Form::Singular => pos == Pos::Noun,
            Form::Present => pos == Pos::Verb,
            Form::Other => false,
        };
        let table = match pos {
            _ if is_base => None,
            Pos::Adj => Some(&self.adjectives),
            Pos::Adv => Some(&self.adverbs),
            Pos::Noun => Some(&self.nouns),
            Pos::Punct => Some(&self.marks),
            Pos::Verb => Some(&self.verbs),
            _ => None,
        };
        match table {
            Some(table) => table.lemma(lower).unwrap_or_else(|| word.to_string()),
            None if pos == Pos::Propn && !is_base => word.to_string(),
            None => lower.to_string(),
        }
    }
}

impl Table {
    fn read(sections: &mut HashMap<&str, Vec<&'static str>>, name: &str) -> Result<Self, String> {
        let mut lines = |part: &str| {
            let heading = format!("[{name} {part}]");
            sections
                .remove(heading.as_str())
                .ok_or_else(|| format!("lemmas.txt has no {heading}"))
        };
        let pairs = |lines: Vec<&'static str>| {
            let pair = |line: &'static str| {
                line.split_once('\t')
                    .ok_or_else(|| format!("lemmas.txt: {line}"))
            };
            lines.into_iter().map(pair).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            endings: pairs(lines("endings")?)?,
            words: lines("words")?,
            exceptions: pairs(lines("exceptions")?)?,
        })
    }

    /// An exception, else what the last ending makes that is a known word, else what the first makes that fits.
    fn lemma(&self, word: &str) -> Option<String> {
        if let Ok(at) = self
            .exceptions
            .binary_search_by_key(&word, |(exception, _)| exception)
        {
            return Some(self.exceptions[at].1.to_string());
        }
        let made =
            |(old, new): &(&str, &str)| word.strip_suffix(old).map(|stem| format!("{stem}{new}"));
        let made: Vec<String> = self
            .endings
            .iter()
            .filter_map(made)
            .filter(|made| !made.is_empty())
            .collect();
        let is_alphabetic = |word: &String| word.chars().all(char::is_alphabetic);
        let known = made
            .iter()
            .rfind(|made| self.words.binary_search(&made.as_str()).is_ok());
        known
            .or_else(|| made.iter().find(|made| !is_alphabetic(made)))
            .or(made.first())
            .cloned()
    }
}

/// The lines under each heading.
fn sections() -> HashMap<&'static str, Vec<&'static str>> {
    let mut out: HashMap<_, Vec<_>> = HashMap::new();
    let mut heading = "";
    for line in LEMMAS.lines() {
        if line.starts_with('[') {
            heading = line;
            out.entry(line).or_default();
        } else {
            out.entry(heading).or_default().push(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Form, Lemmas, Pos};

    #[test]
    fn lemmas_by_exception_known_word_and_ending() {
        let lemmas = Lemmas::read().expect("the tables are well formed");
        let lemma = |word: &str, pos| lemmas.lemma(word, &word.to_lowercase(), pos, Form::Other);
        assert_eq!(
            ["children", "Buses", "People", "zorbs"].map(|word| lemma(word, Pos::Noun)),
            ["child", "bus", "People", "zorb"]
        );
        assert_eq!(
            ["went", "making", "Stopped", "walked"].map(|word| lemma(word, Pos::Verb)),
            ["go", "make", "stop", "walk"]
        );
        assert_eq!(
            [
                lemma("Larger", Pos::Adj),
                lemma("Paris", Pos::Propn),
                lemma("The", Pos::Det)
            ],
            ["large", "Paris", "the"]
        );
        assert_eq!(lemma("“", Pos::Punct), "\"");
    }

    #[test]
    fn a_base_form_is_its_own_lemma() {
        let lemmas = Lemmas::read().expect("the tables are well formed");
        assert_eq!(
            lemmas.lemma("News", "news", Pos::Noun, Form::Singular),
            "news"
        );
        assert_eq!(
            lemmas.lemma("wound", "wound", Pos::Verb, Form::Base),
            "wound"
        );
    }

    #[test]
    fn words_and_exceptions_are_in_order() {
        let lemmas = Lemmas::read().expect("the tables are well formed");
        for table in [
            lemmas.adjectives,
            lemmas.adverbs,
            lemmas.nouns,
            lemmas.marks,
            lemmas.verbs,
        ] {
            assert!(table.words.is_sorted());
            assert!(table.exceptions.is_sorted_by_key(|(word, _)| *word));
        }
    }
}
