//! The entities of an event: their names, and what titles, appositions and the words around say about each.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::kinds;
use super::merge::{Key, key};
use super::offices::Office;
use crate::language::{self, Gender};
use crate::model::{Document, EntityId, EntityKind, MentionKind};
use crate::span::Span;

/// What is known about an entity while names are resolved.
#[derive(Debug)]
pub struct Known {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Every other way it is called.
    pub aliases: BTreeSet<String>,
    /// What titles and appositions say it does.
    pub offices: Vec<Office>,
    /// What titles tell of its gender.
    pub gender: Gender,
    /// How often it was read as a thing of each kind, and how often a title or a description says so.
    pub votes: BTreeMap<EntityKind, usize>,
    /// Whether a verb of speaking stands beside the name anywhere.
    pub speaks: bool,
    /// How many articles name it.
    pub articles: usize,
}

impl Known {
    /// Where no title tells, a person's given name can.
    fn take_gender_of_name(&mut self) {
        let words = key(&self.name);
        let is_full = self.kind == EntityKind::Person && words.len() > 1;
        if let Some(given) = words
            .first()
            .filter(|_| is_full && self.gender == Gender::Unsaid)
        {
            self.gender = language::given_name(given);
        }
    }
}

/// The entities of an event and the names that lead to them.
#[derive(Debug, Default)]
pub struct Registry {
    /// The entities; `EntityId` is an index.
    pub entities: Vec<Known>,
    pub(super) by_key: BTreeMap<Key, EntityId>,
    /// Names of several words by the words that others can share with them.
    pub(super) long: Long,
}

/// Keys of two words and more, found by their parts instead of by looking at all.
#[derive(Debug, Default)]
pub(super) struct Long {
    by_first: HashMap<String, Vec<Key>>,
    by_last: HashMap<String, Vec<Key>>,
    by_initials: HashMap<String, Vec<Key>>,
    /// Last words by their first letters.
    last_words: HashMap<char, BTreeSet<String>>,
    of: HashMap<EntityId, Vec<Key>>,
}

impl Long {
    fn add(&mut self, key: &Key, id: EntityId, before: Option<EntityId>) {
        let (Some(first), Some(last)) = (key.first(), key.last()) else {
            return;
        };
        if let Some(before) = before {
            self.of.entry(before).or_default().retain(|k| k != key);
        } else {
            let entry = |map: &mut HashMap<String, Vec<Key>>, word: &str| {
                map.entry(word.to_string()).or_default().push(key.clone());
            };
            entry(&mut self.by_first, first);
            entry(&mut self.by_last, last);
            entry(&mut self.by_initials, &initials(key));
            let letter = last.chars().next().unwrap_or_default();
            self.last_words
                .entry(letter)
                .or_default()
                .insert(last.clone());
        }
        self.of.entry(id).or_default().push(key.clone());
    }

    /// Those whose first word it is.
    pub(super) fn opened_by(&self, word: &str) -> &[Key] {
        self.by_first.get(word).map_or(&[], Vec::as_slice)
    }

    /// Those whose last word it is.
    pub(super) fn ended_by(&self, word: &str) -> &[Key] {
        self.by_last.get(word).map_or(&[], Vec::as_slice)
    }

    /// Those with these initials.
    pub(super) fn spelled_by(&self, letters: &str) -> &[Key] {
        self.by_initials.get(letters).map_or(&[], Vec::as_slice)
    }

    /// Those whose last word can be another spelling of a word.
    pub(super) fn ended_like(&self, word: &str) -> impl Iterator<Item = &Key> {
        let letter = word.chars().next().unwrap_or_default();
        let words = self.last_words.get(&letter).into_iter().flatten();
        let like = words.filter(move |last| {
            last.as_str() != word && last.len() > 4 && language::is_spelled_like(last, word)
        });
        like.flat_map(|last| self.ended_by(last))
    }

    /// Those that lead to an entity.
    pub(super) fn of(&self, id: EntityId) -> &[Key] {
        self.of.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// The first letters of the words of a name that begin with a capital when it is written out.
fn initials(long: &Key) -> String {
    let words = long
        .iter()
        .filter(|w| !matches!(w.as_str(), "of" | "and" | "for" | "the"));
    words.filter_map(|w| w.chars().next()).collect()
}

impl Registry {
    /// The entity that a name leads to.
    pub fn named(&self, name: &str) -> Option<EntityId> {
        self.by_key.get(&key(name)).copied()
    }

    /// The entity with this id.
    pub fn get(&self, id: EntityId) -> Option<&Known> {
        self.entities.get(id.0 as usize)
    }

    /// The entity with this id, to be added to.
    pub fn get_mut(&mut self, id: EntityId) -> Option<&mut Known> {
        self.entities.get_mut(id.0 as usize)
    }

    /// Adds an entity.
    pub fn add(&mut self, name: String, kind: EntityKind) -> EntityId {
        let known = Known {
            name,
            kind,
            aliases: BTreeSet::new(),
            offices: Vec::new(),
            gender: Gender::Unsaid,
            votes: BTreeMap::new(),
            speaks: false,
            articles: 0,
        };
        self.entities.push(known);
        EntityId(self.entities.len() as u32 - 1)
    }

    /// Takes over by what descriptions a document calls those it names.
    pub fn call_also(&mut self, document: &Document) {
        let described = document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Role);
        for (id, words) in described.filter_map(|m| Some((m.entity?, document.text(m.core)))) {
            if let Some(known) = self.get_mut(id) {
                known.aliases.insert(words.to_string());
            }
        }
    }

    /// Makes a name lead to an entity.
    pub fn lead(&mut self, name: &str, id: EntityId) {
        let key = key(name);
        let before = self.by_key.insert(key.clone(), id);
        if key.len() > 1 && before != Some(id) {
            self.long.add(&key, id, before);
        }
        if let Some(known) = self.get_mut(id) {
            known.aliases.insert(name.to_string());
        }
    }

    /// Takes over what titles, appositions and the words around say about each entity.
    pub fn describe(&mut self, documents: &[Document]) {
        for document in documents {
            let names = document
                .mentions
                .iter()
                .filter(|m| m.kind == MentionKind::Name);
            let here: BTreeSet<EntityId> = names
                .filter_map(|m| self.named(document.text(m.core)))
                .collect();
            for id in here {
                self.entities
                    .iter_mut()
                    .skip(id.0 as usize)
                    .take(1)
                    .for_each(|known| known.articles += 1);
            }
            for mention in document
                .mentions
                .iter()
                .filter(|m| m.kind == MentionKind::Name)
            {
                let Some(id) = self.named(document.text(mention.core)) else {
                    continue;
                };
                let title = document.text(Span::new(mention.span.start, mention.core.start));
                // "Ada Crane, whose son went to the college": a clause about somebody is no office.
                let clause = |words: &&str| {
                    !["who", "whose", "which"]
                        .iter()
                        .any(|w| words.starts_with(w))
                };
                let offices = [
                    Some(title),
                    mention.apposition.map(|a| document.text(a)).filter(clause),
                ];
                let Some(known) = self.get_mut(id) else {
                    continue;
                };
                let found = offices.into_iter().flatten().filter_map(Office::read);
                known
                    .offices
                    .extend(found.filter(|o| o.kind != EntityKind::Group));
                known.speaks |= speaks(&document.article.text, mention.span);
                let is_titled = titles(title).next().is_some()
                    || names_person(title) && is_full_name(&key(&known.name));
                // A surname alone is easily taken for a body or a place.
                let is_full =
                    key(document.text(mention.core)).len() > 1 || key(&known.name).len() == 1;
                let read = kinds::read(document, mention).filter(|_| is_full);
                let votes = [
                    read.map(|kind| (kind, 1)),
                    is_titled.then_some((EntityKind::Person, kinds::SAID)),
                ];
                votes
                    .into_iter()
                    .flatten()
                    .for_each(|(kind, n)| *known.votes.entry(kind).or_default() += n);
                if let Some(gender) = titles(title).find(|g| *g != Gender::Unsaid) {
                    known.gender = gender;
                }
            }
        }
        kinds::decide(&mut self.entities, documents);
        self.entities
            .iter_mut()
            .for_each(Known::take_gender_of_name);
        self.call_people_as_most_do(documents);
    }

    /// Of a person's full names the one that most articles print: "Charles E. Adair" in one and "Chuck Adair" in two.
    fn call_people_as_most_do(&mut self, documents: &[Document]) {
        let mut printed: BTreeMap<(EntityId, String), BTreeSet<usize>> = BTreeMap::new();
        for (article, document) in documents.iter().enumerate() {
            for mention in document
                .mentions
                .iter()
                .filter(|m| m.kind == MentionKind::Name)
            {
                let name = document.text(mention.core);
                let id = self
                    .named(name)
                    .filter(|id| self.get(*id).is_some_and(|k| k.kind == EntityKind::Person));
                if let Some(id) = id.filter(|_| key(name).len() > 1) {
                    printed
                        .entry((id, name.to_string()))
                        .or_default()
                        .insert(article);
                }
            }
        }
        // As often printed, the fuller name goes first, without letters behind it.
        let mut best: BTreeMap<EntityId, (usize, usize, Reverse<usize>, &str)> = BTreeMap::new();
        for ((id, name), articles) in &printed {
            let here = (
                articles.len(),
                key(name).concat().len(),
                Reverse(name.len()),
                name.as_str(),
            );
            let slot = best.entry(*id).or_insert(here);
            *slot = (*slot).max(here);
        }
        for (id, (_, _, _, name)) in best {
            if let Some(known) = self.entities.get_mut(id.0 as usize) {
                known.name = name.to_string();
            }
        }
    }
}

/// Whether "said" or the like stands right before or behind a name.
fn speaks(text: &str, span: Span) -> bool {
    let after = text
        .get(span.end..)
        .unwrap_or("")
        .split_whitespace()
        .next()
        .unwrap_or("");
    let before = text
        .get(..span.start)
        .unwrap_or("")
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap_or("");
    let verb = |w: &str| {
        matches!(
            w,
            "said" | "says" | "told" | "added" | "wrote" | "asked" | "tweeted"
        )
    };
    verb(after) || verb(before)
}

/// Whether a name can be a person's first and last: "The retailer Brentamart" is none.
fn is_full_name(name: &Key) -> bool {
    name.len() > 1 && !kinds::has_body_word(name)
}

/// Whether the last word before a name is a noun for people: "team member".
fn names_person(title: &str) -> bool {
    let noun = title.split_whitespace().next_back().map(str::to_lowercase);
    noun.and_then(|noun| language::noun(&noun))
        .is_some_and(|noun| noun.kind == EntityKind::Person)
}

fn titles(words: &str) -> impl Iterator<Item = Gender> {
    words
        .split_whitespace()
        .filter_map(|w| language::title(&w.trim_end_matches('.').to_lowercase()))
}
