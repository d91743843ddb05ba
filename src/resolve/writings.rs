//! "The letter said" → whose letter it is.
//!
//! A writing is introduced with its author ("a letter from Ada Brook", "in a letter, Brook wrote", "Brook's letter") and
//! then speaks by itself. What an article says of the author anywhere nearest before counts; where nothing before tells,
//! the one author it gives to such a writing further on does.

use super::names::Registry;
use crate::language::{self, en};
use crate::model::{Document, EntityId, EntityKind, Mention, MentionKind, Sentence};
use crate::span::Span;

/// Whose words a writing is, as far as the article tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// Somebody known: what the writing says is what they say.
    Known(EntityId),
    /// People described by somebody known ("faculty at Tarn College"), or a work of theirs: "Tarn College letter".
    Of(String),
}

/// Verbs that make who did it the author; "a letter obtained by the Gazette" is not the Gazette's.
const AUTHORED: [&str; 18] = [
    "authored",
    "circulated",
    "delivered",
    "drafted",
    "issued",
    "filed",
    "organized",
    "penned",
    "posted",
    "prepared",
    "produced",
    "released",
    "sent",
    "signed",
    "submitted",
    "tweeted",
    "written",
    "wrote",
];

/// Verbs between a subject and the writing that is theirs: "Brook sent the council a letter".
const SENT: [&str; 12] = [
    "delivered",
    "drafted",
    "filed",
    "issued",
    "made",
    "penned",
    "posted",
    "published",
    "released",
    "sent",
    "signed",
    "wrote",
];

/// How far behind "by" or "from" the author may be named, in bytes: "by nearly ninety members of the faculty at Tarn".
const NAMED_WITHIN: usize = 70;

/// The kind of writing a noun names: whether it is its author speaking; none where it names no writing.
pub fn is_own_words(noun: &str) -> Option<bool> {
    let lower = noun.to_lowercase();
    let (_, kind) = en::WRITINGS.pairs().find(|(word, _)| *word == lower)?;
    Some(kind == "word")
}

/// Whose the writing is that the noun at `at` names, and, where its own words do not tell, one of that noun before it,
/// else the only one after it.
/// One that is only now introduced ("a letter said") is nobody's from before.
pub fn author(
    document: &Document,
    registry: &Registry,
    at: Span,
    introduced: bool,
    spoke: &dyn Fn(u32) -> Option<EntityId>,
) -> Option<Author> {
    let noun = document.text(at);
    let reader = Reader {
        document,
        registry,
        spoke,
        noun,
    };
    if let Some(found) = reader.beside(at) {
        return Some(found);
    }
    if introduced {
        return None;
    }
    let others = reader.others(at);
    let before = others.iter().rev().filter(|s| s.end <= at.start);
    if let Some(found) = before.clone().find_map(|s| reader.introduced(*s)) {
        return Some(found);
    }
    let mut after: Vec<Author> = others
        .iter()
        .filter(|s| s.start >= at.end)
        .filter_map(|s| reader.beside(*s))
        .collect();
    after.dedup();
    match after.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

struct Reader<'a> {
    document: &'a Document,
    registry: &'a Registry,
    /// Who is quoted first in a sentence.
    spoke: &'a dyn Fn(u32) -> Option<EntityId>,
    noun: &'a str,
}

impl Reader<'_> {
    /// The sentence that a place lies in.
    fn sentence(&self, at: Span) -> Option<&Sentence> {
        let index = self.document.sentence_at(at.start);
        self.document.sentences.get(index as usize)
    }

    /// Where else the article has the noun, outside quotation marks.
    fn others(&self, at: Span) -> Vec<Span> {
        let text = self.document.article.text.as_str();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        text.match_indices(self.noun)
            .map(|(start, word)| Span::new(start, start + word.len()))
            .filter(|s| *s != at && edge(text.get(s.end..).and_then(|t| t.chars().next())))
            .filter(|s| edge(text.get(..s.start).and_then(|t| t.chars().next_back())))
            .filter(|s| {
                !self
                    .document
                    .quotes
                    .iter()
                    .any(|q| q.kind == crate::model::QuoteKind::Direct && q.span.contains(*s))
            })
            .collect()
    }

    /// The author in the sentence that introduces the writing.
    fn introduced(&self, at: Span) -> Option<Author> {
        self.beside(at)
            .or_else(|| self.sender(at))
            .or_else(|| self.teller(at))
    }

    /// The author in the noun phrase itself: before the noun as owner, behind it after "by" or "from".
    fn beside(&self, at: Span) -> Option<Author> {
        self.owner(at).or_else(|| self.signer(at))
    }

    /// "Brook's letter", "the Tarn College letter", "her open letter".
    fn owner(&self, at: Span) -> Option<Author> {
        let text = self.document.article.text.as_str();
        let sentence = self.sentence(at)?;
        let names = self
            .document
            .told()
            .filter(|m| m.span.start >= sentence.span.start && m.span.end <= at.start);
        let last = names.max_by_key(|m| m.span.end)?;
        let between = text.get(last.span.end..at.start)?;
        let words = between.trim_start_matches(['\'', '’']);
        let owned = words.starts_with("s ") && words.len() < between.len()
            || last.kind == MentionKind::Pronoun
                && matches!(
                    self.document.text(last.core).to_lowercase().as_str(),
                    "his" | "her"
                )
            || between.trim_end() == "'"
            || between.trim_end() == "’";
        let rest = if owned {
            words
                .strip_prefix('s')
                .filter(|_| words.len() < between.len())
                .unwrap_or(words)
        } else {
            between
        };
        let plain = rest.split_whitespace().count() <= 2
            && rest
                .chars()
                .all(|c| c.is_lowercase() || c == ' ' || c == '-');
        let attached = plain && (owned || rest.trim().is_empty());
        if owned && attached && last.entity.is_none() {
            return self.described(last);
        }
        let id = last.entity.filter(|_| attached)?;
        if owned {
            Some(self.words_of(id))
        } else {
            (last.kind == MentionKind::Name).then(|| self.named_for(last))
        }
    }

    /// "a letter from Brook", "a letter released on Tuesday and signed by faculty at Tarn College".
    fn signer(&self, at: Span) -> Option<Author> {
        let rest = self.clause_behind(at)?;
        let (mut offset, mut authored) = (0, true);
        for word in rest.split_inclusive(' ') {
            let bare = word.trim();
            if offset > 0 || word != " " {
                match bare {
                    "from" | "by" if authored => {
                        return self.named_in(
                            at.end + offset + word.len(),
                            rest.len() - offset - word.len(),
                        );
                    }
                    "to" | "that" | "saying" | "in" | "which" | "for" | "about" => return None,
                    _ => authored = authored_by(bare) || authored && is_filler(bare),
                }
            }
            offset += word.len();
        }
        None
    }

    /// What follows the noun in its clause.
    fn clause_behind(&self, at: Span) -> Option<&str> {
        let sentence = self.sentence(at)?;
        let rest = self.document.article.text.get(at.end..sentence.span.end)?;
        Some(rest.split([',', ';', ':', '“', '"']).next().unwrap_or(rest))
    }

    /// The author in the words from `start`: named outright, or by what they belong to.
    fn named_in(&self, start: usize, length: usize) -> Option<Author> {
        let end = start + length.min(NAMED_WITHIN);
        let mut inside = self
            .document
            .told()
            .filter(|m| m.span.start >= start && m.span.start < end);
        let first = inside.find(|m| m.kind != MentionKind::Pronoun)?;
        if first.kind == MentionKind::Role && first.entity.is_none() {
            let before = self.document.article.text.get(start..first.span.start)?;
            return self.described(first).filter(|_| before.trim().is_empty());
        }
        // A body named as a place ("at Tarn College") is no mention of anybody, but the name leads to it.
        let id = first
            .entity
            .or_else(|| self.registry.named(self.document.text(first.core)))?;
        let before = self
            .document
            .article
            .text
            .get(start..first.span.start)?
            .trim();
        let outright = matches!(before, "" | "the" | "The");
        let place = self.registry.get(id)?.kind == EntityKind::Place;
        let belongs = [" at", " of", " from", " with"]
            .iter()
            .any(|p| before.ends_with(p))
            || before.ends_with(" the");
        match first.kind {
            _ if outright && !place => Some(self.words_of(id)),
            MentionKind::Name if belongs => Some(self.named_for(first)),
            _ => None,
        }
    }

    /// "Brook, the mayor, sent the council a letter": the first name of the sentence, with such a verb right behind it and its
    /// description.
    fn sender(&self, at: Span) -> Option<Author> {
        let sentence = self.document.sentence_at(at.start);
        let here = self
            .document
            .told()
            .filter(|m| m.sentence == sentence && m.span.end < at.start);
        here.filter(|m| m.kind != MentionKind::Pronoun || m.entity.is_some())
            .find_map(|m| self.sent(m, at))
    }

    fn sent(&self, mention: &Mention, at: Span) -> Option<Author> {
        let text = &self.document.article.text;
        let behind = mention.apposition.map_or(mention.span.end, |a| a.end);
        let between = text.get(behind..at.start)?;
        let between = between.strip_prefix(',').unwrap_or(between);
        let mut words = between.split_whitespace();
        let first =
            words.find(|w| !matches!(*w, "has" | "have" | "had" | "also" | "then" | "later"))?;
        let makes = SENT.contains(&first) && !between.contains([',', ';']);
        let known = mention.entity.map(|id| self.words_of(id));
        known.or_else(|| self.described(mention)).filter(|_| makes)
    }

    /// "In a letter to the council, Brook wrote that …": who is quoted in that sentence.
    fn teller(&self, at: Span) -> Option<Author> {
        let text = self.document.article.text.as_str();
        let before = text.get(..at.start)?.trim_end();
        let place = before
            .rsplit(' ')
            .take(4)
            .any(|w| w.eq_ignore_ascii_case("in"));
        let sentence = self.document.sentence_at(at.start);
        place
            .then(|| (self.spoke)(sentence))
            .flatten()
            .map(|id| self.words_of(id))
    }

    /// Somebody who is only described, as "prosecutors", where the writing is its author speaking.
    fn described(&self, mention: &Mention) -> Option<Author> {
        let speaks = mention.kind == MentionKind::Role && is_own_words(self.noun) == Some(true);
        let words = self.document.text(mention.core);
        speaks.then(|| Author::Of(words.to_string()))
    }

    fn words_of(&self, id: EntityId) -> Author {
        if is_own_words(self.noun) == Some(true) {
            Author::Known(id)
        } else {
            self.work_of(id)
        }
    }

    /// A writing of people who are told by a name: the name as printed, since it need not be theirs.
    fn named_for(&self, mention: &Mention) -> Author {
        Author::Of(format!(
            "{} {}",
            self.document.text(mention.core),
            self.noun
        ))
    }

    fn work_of(&self, id: EntityId) -> Author {
        let name = self
            .registry
            .get(id)
            .map(|k| k.name.as_str())
            .unwrap_or_default();
        let bare = name
            .strip_prefix("The ")
            .or_else(|| name.strip_prefix("the "))
            .unwrap_or(name);
        Author::Of(format!("{bare} {}", self.noun))
    }
}

fn authored_by(word: &str) -> bool {
    AUTHORED.contains(&word)
}

/// A word that can stand between the noun or the verb and "by": days, dates, adverbs, "and".
fn is_filler(word: &str) -> bool {
    let day =
        word.starts_with(char::is_uppercase) || word.starts_with(|c: char| c.is_ascii_digit());
    word.is_empty()
        || day
        || word == "and"
        || word == "on"
        || word.ends_with("ly")
        || language::is_opener(word)
}
