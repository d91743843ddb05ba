//! What later stages ask a reading.

use news_coverage::model::{Act, Reading};
use news_coverage::read;
use news_coverage::span::Span;

/// A sentence and its reading.
struct Sentence {
    text: &'static str,
    reading: Reading,
}

impl Sentence {
    fn read(text: &'static str) -> Self {
        Self {
            text,
            reading: read::sentences(text, &[Span::new(0, text.len())]).swap_remove(0),
        }
    }

    /// The first token with these letters.
    fn token(&self, word: &str) -> u32 {
        let at = self
            .reading
            .tokens
            .iter()
            .position(|token| token.span.of(self.text) == word);
        at.unwrap_or_else(|| panic!("no {word:?} in {:?}", self.text)) as u32
    }

    /// Where some of the words stand.
    fn span(&self, words: &str) -> Span {
        let start = self
            .text
            .find(words)
            .unwrap_or_else(|| panic!("no {words:?} in {:?}", self.text));
        Span::new(start, start + words.len())
    }

    fn words(&self, tokens: &[u32]) -> Vec<&str> {
        tokens
            .iter()
            .map(|&at| self.reading.token(at).unwrap().span.of(self.text))
            .collect()
    }

    /// The words for which something holds.
    fn all(&self, holds: impl Fn(u32) -> bool) -> Vec<&str> {
        let tokens: Vec<u32> = (0..self.reading.tokens.len() as u32)
            .filter(|&at| holds(at))
            .collect();
        self.words(&tokens)
    }
}

#[test]
fn which_tokens_are_names() {
    let sentence =
        Sentence::read("On Monday the harbour master met Ada Crane of the Kestrian Navy in Oslo.");
    assert_eq!(
        sentence.all(|at| sentence.reading.is_name(at)),
        ["Ada", "Crane", "the", "Kestrian", "Navy", "Oslo"]
    );
}

#[test]
fn which_verbs_are_finite() {
    let sentence =
        Sentence::read("The men accused of theft had been asked to leave, but they stayed.");
    assert_eq!(
        sentence.all(|at| sentence.reading.is_finite(at)),
        ["asked", "stayed"]
    );
}

#[test]
fn which_words_are_in_quotation_marks() {
    let quoted = |text| {
        let sentence = Sentence::read(text);
        sentence.all(|at| sentence.reading.is_quoted(at)).join(" ")
    };
    assert_eq!(
        quoted("He called it “a fair deal” and left."),
        "a fair deal"
    );
    assert_eq!(
        quoted("\"We won,\" she said, \"and we know it.\""),
        "We won , and we know it ."
    );
    assert_eq!(
        quoted("We won the thing that mattered,” said Quill."),
        "We won the thing that mattered ,"
    );
    assert_eq!(
        quoted("She said: “The ships will come in."),
        "The ships will come in ."
    );
    assert_eq!(quoted("The dockers’ leader can't come."), "");
    assert_eq!(
        quoted("The ‘patience’ of “the dockers’ leader”"),
        "patience the dockers ’ leader"
    );
}

#[test]
fn who_acts_and_what_is_denied() {
    let sentence =
        Sentence::read("Crane, Orr and the mayor opened the gate, but they did not close it.");
    let acting = |verb| sentence.words(&sentence.reading.who_acts(sentence.token(verb)));
    assert_eq!(acting("opened"), ["Crane", "Orr", "mayor"]);
    assert_eq!(acting("close"), ["they"]);
    let denied: Vec<u32> = sentence
        .reading
        .denied()
        .map(|act: &Act| act.verb)
        .collect();
    assert_eq!(sentence.words(&denied), ["close"]);
}

#[test]
fn which_word_stands_for_a_span() {
    let sentence = Sentence::read("The chairman of the water board resigned, the company said.");
    let head = |words| {
        sentence
            .reading
            .head_of(sentence.span(words))
            .map(|at| sentence.words(&[at])[0])
    };
    assert_eq!(head("The chairman of the water board"), Some("chairman"));
    assert_eq!(head("the water board"), Some("board"));
    assert_eq!(
        head("The chairman of the water board resigned"),
        Some("resigned")
    );
    assert_eq!(head(", the company"), Some("company"));
    assert_eq!(sentence.reading.head_of(Span::new(0, 0)), None);
}

#[test]
fn what_governs_what() {
    let sentence = Sentence::read("The chairman of the water board resigned.");
    let governs = |above, below| {
        sentence
            .reading
            .governs(sentence.token(above), sentence.token(below))
    };
    assert!(governs("resigned", "water") && governs("chairman", "board"));
    assert!(!governs("board", "chairman") && !governs("board", "board"));
}

#[test]
fn which_spans_have_one_head() {
    let one = Sentence::read("Eleven angry pickets were held.");
    let other = Sentence::read("Police arrested a picket at the gate.");
    let same = |a, b| {
        one.reading
            .same_head(one.span(a), &other.reading, other.span(b))
    };
    assert!(same("Eleven angry pickets", "a picket"));
    assert!(same("Eleven angry pickets", "a picket at the gate"));
    assert!(!same("Eleven angry pickets", "the gate"));
}

#[test]
fn which_phrase_and_act_a_token_belongs_to() {
    let sentence = Sentence::read("The harbour's two old cranes had been sold.");
    let phrase = |word| {
        let phrase = sentence.reading.phrase_of(sentence.token(word))?;
        Some(sentence.reading.span(&phrase.tokens)?.of(sentence.text))
    };
    assert_eq!(phrase("harbour"), Some("The harbour"));
    assert_eq!(phrase("two"), Some("The harbour's two old cranes"));
    assert_eq!(phrase("sold"), None);
    assert_eq!(
        sentence
            .reading
            .act_of(sentence.token("been"))
            .map(|act| act.verb),
        Some(sentence.token("sold"))
    );
}
