//! One sentence → clauses.
//!
//! A clause may begin behind a semicolon, colon or dash, behind a comma that no list needs, and before a word that opens a
//! dependent or coordinated clause ("who", "because", "after", "and she"). A place divides only where both sides can stand as a statement: each needs
//! a verb (or a preposition that governs one, as in "by closing the gate") and enough words that say something, so that
//! "officials said" stays with what they said and a list stays whole.

use crate::lexicon;
use crate::span::Span;

/// Content words that each side of a division needs. Chosen from 3 to 8 on the clause-level facts of thirteen events
/// coded by hand: fewer cut lists and attributions off, more leave two events in one clause.
const LEAST_CONTENT: usize = 4;

/// The clauses of a sentence, from its words; they cover it without gaps.
pub fn split(text: &str, sentence: Span, words: &[Span]) -> Vec<Span> {
    let counts = Counts::of(text, words);
    let mut starts = vec![0];
    for at in 1..words.len() {
        let from = starts.last().copied().unwrap_or(0);
        let divides = counts.is_statement(from, at) && counts.is_statement(at, words.len());
        if divides && may_begin(text, words, from, at) {
            starts.push(at);
        }
    }
    spans(text, sentence, words, &starts)
}

/// How many words before each word say something, and how many look like verbs, so that a long sentence costs no more
/// per word than a short one.
struct Counts {
    content: Vec<usize>,
    verbs: Vec<usize>,
    governing: Vec<bool>,
}

impl Counts {
    fn of(text: &str, words: &[Span]) -> Self {
        let (mut content, mut verbs) = (vec![0], vec![0]);
        let (mut so_far, mut acting) = (0, 0);
        for word in words {
            so_far += usize::from(says_something(word.of(text)));
            acting += usize::from(lexicon::looks_finite(word.of(text)));
            content.push(so_far);
            verbs.push(acting);
        }
        Self { content, verbs, governing: words.iter().map(|w| governs_a_verb(w.of(text))).collect() }
    }

    /// Whether the words from one index to another can stand as a statement of their own.
    fn is_statement(&self, from: usize, to: usize) -> bool {
        let between = |sums: &[usize]| sums.get(to).zip(sums.get(from)).map_or(0, |(end, start)| end - start);
        let acts = between(&self.verbs) > 0 || self.governing.get(from).is_some_and(|g| *g);
        between(&self.content) >= LEAST_CONTENT && acts
    }
}

/// Whether a clause can open at a word: behind a strong mark; behind a comma where what follows opens as clauses do;
/// without a mark only at a word that opens one by itself. The words before are those of the clause so far.
fn may_begin(text: &str, words: &[Span], from: usize, at: usize) -> bool {
    let (Some(before), Some(word)) = (at.checked_sub(1).and_then(|b| words.get(b)), words.get(at)) else {
        return false;
    };
    let gap = text.get(before.end..word.start).unwrap_or("");
    let so_far = words.get(from..at).unwrap_or(&[]);
    if hands_over(text, so_far)
        || is_bare_subject(text, so_far)
        || leans_on(before.of(text))
        || !gap.contains(char::is_whitespace)
    {
        return false;
    }
    let (word, next) = (word.of(text), words.get(at + 1).map_or("", |w| w.of(text)));
    if gap.contains([';', ':', '—', '–']) || gap.contains(" - ") || gap.contains("--") {
        return true;
    }
    if gap.contains(',') {
        let closes_quotation = gap.contains(['”', '"', '’', '»']);
        return closes_quotation || opens_clause(word, next) || goes_on(word) || ends_adverbial(text, so_far, word);
    }
    opens_clause(word, next)
}

/// Whether the words so far end by handing over to somebody's words ("Ada Crane told reporters that"): such a beginning
/// says nothing without what is said.
fn hands_over(text: &str, so_far: &[Span]) -> bool {
    let last = so_far.iter().rev().take(HANDING);
    last.map(|w| w.of(text).to_lowercase()).any(|w| lexicon::is_in_class("saying_verbs", &w))
}

/// Whether a word needs the next one: "in which", "and, mirroring", "days before" stay together.
fn leans_on(word: &str) -> bool {
    let lower = word.to_lowercase();
    let classes = ["prepositions", "coordinators", "subordinators", "determiners", "time_nouns"];
    classes.iter().any(|c| lexicon::is_in_class(c, &lower))
        || lower.strip_suffix('s').is_some_and(|w| lexicon::is_in_class("time_nouns", w))
}

/// Whether the words so far are a subject with a relative clause and no verb of its own yet: "Piers Aldgrove, who ran
/// the works for ten years," waits for what he did. Only the first words are looked at: subjects are not longer.
fn is_bare_subject(text: &str, so_far: &[Span]) -> bool {
    let words = || so_far.iter().take(SUBJECT).map(|w| w.of(text));
    let relative = words().position(|w| lexicon::is_in_class("relative_pronouns", &w.to_lowercase()));
    relative.is_some_and(|r| r > 0 && !words().take(r).any(lexicon::looks_finite))
}

/// Words within which a relative pronoun still belongs to the subject.
const SUBJECT: usize = 12;

/// How many words may stand between a verb of saying and what is said: "told reporters in the port on Friday that".
const HANDING: usize = 6;

/// A word that opens a clause by itself, or a coordinator before something that acts.
fn opens_clause(word: &str, next: &str) -> bool {
    let is_in = |class| lexicon::is_in_class(class, word);
    let coordinates = matches!(word, "and" | "but" | "so" | "or" | "yet") && acts(next);
    coordinates
        || is_in("subordinators")
        || is_in("relative_pronouns")
        || matches!(word, "as" | "despite" | "amid" | "following")
        || matches!(word, "by" | "without") && next.ends_with("ing")
}

/// Whether a word behind "and" begins a clause and not the next item of a list: a pronoun, a verb, "that".
fn acts(word: &str) -> bool {
    let lower = word.to_lowercase();
    lexicon::looks_finite(word)
        || ["subject_pronouns", "subordinators", "adverbs"].iter().any(|c| lexicon::is_in_class(c, &lower))
}

/// Whether a word behind a comma goes on with a clause of its own: "and", "but", a pronoun, a form in -ing.
fn goes_on(word: &str) -> bool {
    let ing = word.len() > 5 && word.ends_with("ing") && word.starts_with(char::is_lowercase);
    ing || matches!(word, "and" | "but" | "so" | "with") || lexicon::is_in_class("subject_pronouns", word)
}

/// Whether the words so far are an adverbial that stands before the main clause ("Following a two-day visit to the
/// coast, Ada Crane …").
fn ends_adverbial(text: &str, so_far: &[Span], word: &str) -> bool {
    let opening = so_far.first().map(|w| w.of(text).to_lowercase()).unwrap_or_default();
    let adverbial = ["prepositions", "subordinators"].iter().any(|c| lexicon::is_in_class(c, &opening));
    let lower = word.to_lowercase();
    let subject = word.starts_with(char::is_uppercase)
        || ["determiners", "subject_pronouns"].iter().any(|c| lexicon::is_in_class(c, &lower));
    adverbial && subject
}

fn says_something(word: &str) -> bool {
    word.len() > 1 && !lexicon::is_stop_word(&word.to_lowercase().replace(['’', '\''], ""))
}

/// "by closing the gate", "after months of talks": a preposition that turns an act into a circumstance.
fn governs_a_verb(opening: &str) -> bool {
    const TURNING: [&str; 10] =
        ["by", "after", "before", "despite", "amid", "following", "during", "without", "while", "since"];
    TURNING.contains(&opening.to_lowercase().as_str())
}

/// From the indices of first words to spans: each clause ends where the next begins, white space left out.
fn spans(text: &str, sentence: Span, words: &[Span], starts: &[usize]) -> Vec<Span> {
    let begin = |i: usize| match starts.get(i) {
        Some(0) => sentence.start,
        Some(&word) => words.get(word).map_or(sentence.end, |w| opening(text, words, word, w.start)),
        None => sentence.end,
    };
    (0..starts.len()).map(|i| trimmed(text, Span::new(begin(i), begin(i + 1)))).collect()
}

/// Where a clause begins that starts with a word: with the quotation mark or bracket that opens before it.
fn opening(text: &str, words: &[Span], index: usize, start: usize) -> usize {
    let before = index.checked_sub(1).and_then(|i| words.get(i)).map_or(start, |w| w.end);
    let gap = text.get(before..start).unwrap_or("");
    let at = gap
        .rfind(char::is_whitespace)
        .map_or(0, |i| i + gap.get(i..).and_then(|g| g.chars().next()).map_or(0, char::len_utf8));
    before + at
}

fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn clauses(text: &str) -> Vec<&str> {
        let all = Span::new(0, text.len());
        split(text, all, &words::split(text, all)).iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn two_events_in_one_sentence_are_two_clauses() {
        assert_eq!(
            clauses(
                "The council closed the old swimming baths on Friday, and police cleared fourteen angry protesters from the gallery."
            ),
            [
                "The council closed the old swimming baths on Friday,",
                "and police cleared fourteen angry protesters from the gallery."
            ]
        );
    }

    #[test]
    fn lists_attributions_and_short_sentences_stay_whole() {
        let list = "The ferry carried lorries, cars, and cattle.";
        assert_eq!(clauses(list), [list]);
        let said = "The dam was opened twice during the night, officials said.";
        assert_eq!(clauses(said), [said]);
    }

    #[test]
    fn a_speaker_stays_with_what_is_told() {
        let text = "Una Petrie, who is leading the search, told reporters at the old harbour that nobody had been left behind on the burning deck.";
        assert_eq!(clauses(text), [text]);
    }

    #[test]
    fn a_subject_waits_for_its_verb() {
        let text =
            "Piers Aldgrove, who ran the old water works at Marle, was found guilty by the jury on all four charges.";
        assert_eq!(clauses(text), [text]);
    }

    #[test]
    fn an_adverbial_before_the_main_clause_stands_alone() {
        assert_eq!(
            clauses(
                "Following a two-day official visit to the burnt island, Una Petrie met the grieving families at the town hall."
            ),
            [
                "Following a two-day official visit to the burnt island,",
                "Una Petrie met the grieving families at the town hall."
            ]
        );
    }

    #[test]
    fn a_quotation_mark_stays_with_the_words_it_opens() {
        let text = "The stubborn old boiler was mended by Dora Finch, “while his officers kept a cheaper offer hidden inside a drawer.”";
        assert_eq!(clauses(text).last().map(|c| c.starts_with('“')), Some(true));
    }
}
