//! Transcripts and interviews: each paragraph opens with a label, and its words are those of whom the label names.
//!
//! One label proves nothing ("Price: 4 crowns"); several whose names are of people the text knows, that come back, or
//! that say "question" and "answer" make a conversation.

use std::collections::BTreeSet;

use super::labels::{self, Label};
use super::marks::Passage;
use super::said::{self, Said};
use crate::language::WORDS;
use crate::model::{BlockKind, Document, EntityType, Quote};
use crate::span::Span;

/// Turns from which on a text is a conversation.
const FEWEST: usize = 3;
/// Turns of one text that are read; a day in court has fewer, and each is held against all.
const MOST_TURNS: usize = 2_000;
/// People of one text who may be meant by a label.
const MOST_PEOPLE: usize = 500;

/// Who has the word in a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Voice {
    /// Whoever asks for the outlet.
    Questioner,
    /// Who is asked, where a label does not say the name.
    Interviewee,
    /// Who is named.
    Named(String),
}

/// A paragraph with who has the word in it.
struct Turn {
    /// Index of its block.
    block: usize,
    label: Label,
    voice: Voice,
}

/// The words of every turn, a quotation a sentence; those in quotation marks are found by their marks.
pub fn quotes(document: &Document, passages: &[Passage]) -> Vec<Quote> {
    let people = People::of(document);
    let turns = turns(document, &people);
    let interviewee = interviewee(document, &people, &turns);
    let mut found = Vec::new();
    let mut current: Option<(&Turn, Option<String>)> = None;
    for (index, block) in document.article.blocks.iter().enumerate() {
        if block.kind != BlockKind::Body {
            continue;
        }
        let own = turns.binary_search_by_key(&index, |turn| turn.block);
        let own = own.ok().and_then(|at| turns.get(at));
        current = match (own, current.take()) {
            (Some(turn), _) => Some((turn, name_of(turn, interviewee.as_deref()))),
            (None, Some((turn, name))) => {
                goes_on(document, index, turn, name, interviewee.as_deref())
            }
            (None, None) => None,
        };
        if let Some((turn, Some(name))) = &current {
            let from = own.map_or(block.span.start, |own| own.label.content);
            let colon = turn.label.span.end;
            let said = Said {
                block: index,
                span: Span::new(from, block.span.end),
                mention: turn.label.span,
                cue: Span::new(colon, colon + 1),
                name,
            };
            found.extend(said.quotes(document, passages));
        }
    }
    found
}

/// The labelled paragraphs of a conversation; none where the text is something else.
fn turns(document: &Document, people: &People) -> Vec<Turn> {
    let blocks = document.article.blocks.iter().enumerate();
    let labelled: Vec<(usize, Label)> = blocks
        .filter(|(_, block)| block.kind == BlockKind::Body)
        .filter_map(|(at, block)| Some((at, Label::read(&document.article.text, block.span)?)))
        .take(MOST_TURNS)
        .collect();
    let surnames: Vec<String> = labelled.iter().map(|(_, l)| last_word(&l.name)).collect();
    let capitals = labelled.iter().filter(|(_, l)| l.is_capitals).count();
    let comes_back = |name: &str| surnames.iter().filter(|s| *s == name).count() > 1;
    let on_air = capitals >= FEWEST
        && labelled.iter().any(|(_, l)| {
            l.is_capitals && l.name.chars().count() > 1 && comes_back(&last_word(&l.name))
        });
    let names: Vec<String> = labelled.iter().map(|(_, l)| l.name.clone()).collect();
    let turn = |(block, label): (usize, Label)| {
        let on_air = on_air && label.is_capitals;
        let voice = voice(document, people, &label.name, on_air.then_some(&names))?;
        Some(Turn {
            block,
            label,
            voice,
        })
    };
    let turns: Vec<Turn> = labelled.into_iter().filter_map(turn).collect();
    let questions = turns.iter().any(|t| t.voice == Voice::Questioner);
    let returns = turns.iter().any(|t| comes_back(&last_word(&t.label.name)));
    let answers = turns.iter().any(|t| labels::answers(&t.label.name));
    let is_dialogue = turns.len() >= FEWEST && (returns || questions);
    match is_dialogue || questions && answers {
        true => turns,
        false => Vec::new(),
    }
}

/// Who has the word behind a label; none where it names nobody. On air every label names somebody: `on_air` are all.
fn voice(
    document: &Document,
    people: &People,
    name: &str,
    on_air: Option<&Vec<String>>,
) -> Option<Voice> {
    let same = |other: &str| other.eq_ignore_ascii_case(name) || initials(other) == name;
    let article = &document.article;
    if labels::asks(name) || article.names().any(same) || article.byline.iter().any(|b| same(b)) {
        return Some(Voice::Questioner);
    }
    if labels::answers(name) {
        return Some(Voice::Interviewee);
    }
    let known = people.fullest(name).map(str::to_string);
    known
        .or_else(|| on_air.map(|names| longest(names, name)))
        .map(Voice::Named)
}

/// The longest name of a label with the same last word, as names are printed elsewhere.
fn longest(names: &[String], name: &str) -> String {
    let same = names.iter().filter(|n| last_word(n) == last_word(name));
    let longest = same.max_by_key(|n| n.chars().count());
    printed(longest.map_or(name, String::as_str))
}

/// Who is asked: the one person whose name is a label, else whom the text before the first turn presents first.
fn interviewee(document: &Document, people: &People, turns: &[Turn]) -> Option<String> {
    let first = turns.first()?;
    let named: BTreeSet<&String> = turns
        .iter()
        .filter_map(|turn| match &turn.voice {
            Voice::Named(name) => Some(name),
            _ => None,
        })
        .collect();
    let one = named.first().filter(|_| named.len() == 1);
    let start = document.article.blocks.get(first.block)?.span.start;
    one.map(|name| name.to_string())
        .or_else(|| people.first_before(start))
}

/// The name of who has the word in a turn.
fn name_of(turn: &Turn, interviewee: Option<&str>) -> Option<String> {
    match &turn.voice {
        Voice::Questioner => None,
        Voice::Interviewee => interviewee.map(str::to_string),
        Voice::Named(name) => Some(name.clone()),
    }
}

/// Who has the word in a paragraph without a label: a question is the outlet's and its answer that of who is asked, and
/// who says "I" or "we" goes on.
fn goes_on<'a>(
    document: &Document,
    block: usize,
    turn: &'a Turn,
    name: Option<String>,
    interviewee: Option<&str>,
) -> Option<(&'a Turn, Option<String>)> {
    let interview = !turn.label.is_capitals || turn.label.name.chars().count() == 1;
    let words = || said::sentences_of(document, block).flat_map(|(_, s)| &s.words);
    let asks = said::sentences_of(document, block)
        .last()
        .is_some_and(|(_, s)| document.text(s.span).ends_with('?'));
    let is_first = |w: &Span| {
        WORDS
            .first_person
            .contains(&document.text(*w).to_lowercase())
    };
    match name {
        _ if asks && interview => Some((turn, None)),
        None if interview => Some((turn, interviewee.map(str::to_string))),
        Some(name) if words().any(is_first) => Some((turn, Some(name))),
        _ => None,
    }
}

/// Those whom the reading names in full, with where; in one article it may take a person for a body.
struct People {
    people: Vec<(usize, String)>,
    others: Vec<(usize, String)>,
}

impl People {
    fn of(document: &Document) -> Self {
        let named = |kind: EntityType| -> Vec<(usize, String)> {
            let entities = document.sentences.iter().flat_map(|sentence| {
                let entities = sentence.reading.entities.iter();
                let named = entities.filter(|entity| entity.kind == kind);
                named.filter_map(|entity| sentence.reading.span(&entity.tokens))
            });
            let printed = entities.map(|span| (span.start, document.text(span)));
            let full = printed.filter(|(_, name)| {
                name.contains(' ') && name.contains(char::is_lowercase) && !name.contains(':')
            });
            let full = full.take(MOST_PEOPLE);
            full.map(|(at, name)| (at, without_possessive(name).to_string()))
                .collect()
        };
        Self {
            people: named(EntityType::Person),
            others: named(EntityType::Organization),
        }
    }

    fn all(&self) -> impl Iterator<Item = &(usize, String)> {
        self.people.iter().chain(&self.others)
    }

    /// The full name of who is called by a label: the same last words, or its first letters.
    fn fullest(&self, name: &str) -> Option<&str> {
        let lower = name.to_lowercase();
        let ends = |full: &str| {
            let full = full.to_lowercase();
            full == lower || full.ends_with(&format!(" {lower}"))
        };
        let names = || self.all().map(|(_, full)| full.as_str());
        let called = names().find(|full| ends(full));
        called.or_else(|| names().find(|full| name.len() > 1 && initials(full) == name))
    }

    /// Who is named first before a place.
    fn first_before(&self, end: usize) -> Option<String> {
        self.all()
            .find(|(at, _)| *at < end)
            .map(|(_, name)| name.clone())
    }
}

fn without_possessive(name: &str) -> &str {
    name.trim_end_matches("’s").trim_end_matches("'s")
}

fn last_word(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}

/// The first letters of the words of a name.
fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect()
}

/// A name in capitals as names are printed elsewhere.
fn printed(name: &str) -> String {
    if name.contains(char::is_lowercase) {
        return name.to_string();
    }
    let mut inside = false;
    let letters = name.chars().flat_map(|c| {
        let small = inside;
        inside = c.is_alphabetic();
        let letters: Vec<char> = match small {
            true => c.to_lowercase().collect(),
            false => vec![c],
        };
        letters
    });
    letters.collect()
}
