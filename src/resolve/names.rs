//! Name mentions of all articles → entities.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::kinds;
use super::merge::{Key, key, same_person};
use super::offices::Office;
use crate::language::{self, Gender, StateWord};
use crate::model::{Document, EntityId, EntityKind, Mention, MentionKind};
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
    by_key: BTreeMap<Key, EntityId>,
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

    fn lead(&mut self, name: &str, id: EntityId) {
        self.by_key.insert(key(name), id);
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

/// Registers every name of every article; names that can be the same one lead to one entity.
pub fn register(documents: &[Document]) -> Registry {
    let mut registry = Registry::default();
    let counted = count(documents);
    let (long, short): (Vec<_>, Vec<_>) = counted
        .iter()
        .map(|(n, c)| (n.as_str(), *c))
        .partition(|(n, _)| key(n).len() > 1 && language::state(n).is_none());
    register_states(&mut registry, &short);
    register_long(&mut registry, long);
    register_short(&mut registry, &short, documents);
    registry
}

/// Every core name as printed, with how often it stands.
fn count(documents: &[Document]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for document in documents {
        for mention in document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Name)
        {
            *counted
                .entry(document.text(mention.core).to_string())
                .or_default() += 1;
        }
    }
    counted
}

/// States by any of their words; a seat of government stands for the state only where the state itself is named too.
fn register_states(registry: &mut Registry, names: &[(&str, usize)]) {
    let mut states: BTreeMap<&str, EntityId> = BTreeMap::new();
    let named: BTreeSet<&str> = names
        .iter()
        .filter_map(|(name, _)| language::state(name))
        .filter(|(_, kind)| *kind != StateWord::Seat)
        .map(|(state, _)| state)
        .collect();
    for (name, _) in names {
        let Some((state, _)) = language::state(name).filter(|(state, _)| named.contains(state))
        else {
            continue;
        };
        let id = *states
            .entry(state)
            .or_insert_with(|| registry.add(state.to_string(), EntityKind::Place));
        registry.lead(name, id);
    }
}

/// Names of several words, the longest first, so that the fullest form names the entity.
fn register_long(registry: &mut Registry, mut names: Vec<(&str, usize)>) {
    let size = |name: &str| (key(name).len(), name.chars().count());
    names.sort_by(|a, b| {
        size(b.0)
            .0
            .cmp(&size(a.0).0)
            .then(b.1.cmp(&a.1))
            .then(size(b.0).cmp(&size(a.0)))
            .then(a.0.cmp(b.0))
    });
    for (name, _) in names {
        let this = key(name);
        if let Some(id) = registry.by_key.get(&this).copied() {
            registry.lead(name, id);
            continue;
        }
        let body = kinds::has_body_word(&this);
        let same = |k: &Key| (!body && same_person(k, &this)) || same_body(k, &this);
        let fits = |(k, id): (&Key, &EntityId)| (k.len() > 1 && same(k)).then_some(*id);
        let found: BTreeSet<EntityId> = registry.by_key.iter().filter_map(fits).collect();
        let id = match found.iter().next() {
            Some(&id) if found.len() == 1 => id,
            _ => registry.add(name.to_string(), EntityKind::Unknown),
        };
        registry.lead(name, id);
    }
}

/// Whether the shorter of two names of bodies is the longer without its first or last words.
fn same_body(long: &Key, short: &Key) -> bool {
    let body = kinds::has_body_word(long);
    body && short.len() > 1 && (long.ends_with(short) || long.starts_with(short))
}

/// Names of one word: a surname, a first word, an acronym of a longer name, else an entity of their own.
fn register_short(registry: &mut Registry, names: &[(&str, usize)], documents: &[Document]) {
    for (name, _) in names {
        if registry.named(name).is_some() {
            continue;
        }
        match long_form(registry, name, documents) {
            Bearer::One(id) => registry.lead(name, id),
            Bearer::Several => {}
            Bearer::None => {
                let id = registry.add((*name).to_string(), EntityKind::Unknown);
                registry.lead(name, id);
            }
        }
    }
}

/// Who bears a name of one word.
enum Bearer {
    None,
    One(EntityId),
    Several,
}

fn long_form(registry: &Registry, name: &str, documents: &[Document]) -> Bearer {
    let this = key(name);
    let Some(word) = this.first() else {
        return Bearer::None;
    };
    let own_word = |k: &Key| !kinds::has_body_word(k) || kinds::is_body_word(word);
    let state = |id: &EntityId| {
        registry
            .get(*id)
            .is_some_and(|known| known.kind == EntityKind::Place)
    };
    let any = || {
        registry
            .by_key
            .iter()
            .filter(|(k, id)| k.len() > 1 && !state(id))
    };
    let long = || any().filter(|(k, _)| own_word(k));
    let ends: BTreeSet<EntityId> = long()
        .filter(|(k, _)| k.last() == Some(word) && !has_of(k))
        .map(|(_, id)| *id)
        .collect();
    let starts =
        long().filter(|(k, _)| k.first() == Some(word) && (!kinds::has_body_word(k) || leads(k)));
    let starts: BTreeSet<EntityId> = starts.map(|(_, id)| *id).collect();
    let spelled: BTreeSet<EntityId> = any()
        .filter(|(k, _)| is_acronym(name) && initials(k) == *word)
        .map(|(_, id)| *id)
        .collect();
    let same: BTreeSet<EntityId> = registry.by_key.get(&this).into_iter().copied().collect();
    match [same, ends, starts, spelled]
        .into_iter()
        .find(|s| !s.is_empty())
    {
        None => Bearer::None,
        Some(ids) => most_named(registry, ids, documents).map_or(Bearer::Several, Bearer::One),
    }
}

/// Whether a name says of what something is, so that its last word names something else: "Treaty of Tarn".
fn has_of(name: &Key) -> bool {
    name.iter().any(|word| word == "of")
}

/// Whether a body is called by the first word of its name: "the Council" of Harbour Pilots; in "Council Finance
/// Committee" that is another body.
fn leads(body: &Key) -> bool {
    body.get(1)
        .is_some_and(|word| matches!(word.as_str(), "for" | "of"))
}

/// Of several bearers of a surname, the one that most articles name in full; none where two are named alike.
fn most_named(
    registry: &Registry,
    ids: BTreeSet<EntityId>,
    documents: &[Document],
) -> Option<EntityId> {
    let articles = |id: EntityId| {
        let full = |d: &Document, m: &Mention| {
            m.kind == MentionKind::Name
                && key(d.text(m.core)).len() > 1
                && registry.named(d.text(m.core)) == Some(id)
        };
        documents
            .iter()
            .filter(|d| d.mentions.iter().any(|m| full(d, m)))
            .count()
    };
    let mut ranked: Vec<(usize, EntityId)> = ids.into_iter().map(|id| (articles(id), id)).collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    match ranked.as_slice() {
        [(_, id)] => Some(*id),
        [(first, id), (second, _), ..] if first > second => Some(*id),
        _ => None,
    }
}

fn is_acronym(name: &str) -> bool {
    let letters = name.replace('.', "");
    (2..=6).contains(&letters.len()) && letters.chars().all(char::is_uppercase)
}

fn initials(long: &Key) -> String {
    let words = long
        .iter()
        .filter(|w| !matches!(w.as_str(), "of" | "and" | "for" | "the"));
    words.filter_map(|w| w.chars().next()).collect()
}

/// Whether a mention of a seat of government only tells where something happens: "in Tarnow".
pub fn is_location(document: &Document, mention: &Mention) -> bool {
    let seat =
        language::state(document.text(mention.core)).is_some_and(|(_, k)| k == StateWord::Seat);
    seat && document
        .article
        .text
        .get(..mention.span.start)
        .is_some_and(|before| {
            let word = before.trim_end().rsplit(' ').next().unwrap_or("");
            matches!(
                word.to_lowercase().as_str(),
                "in" | "at" | "near" | "outside" | "to" | "from" | "visited"
            )
        })
}
