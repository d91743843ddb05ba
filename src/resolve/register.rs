//! Name mentions of all articles → entities: which names can be names of one and the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::kinds;
use super::merge::{Key, key, same_person};
use super::names::Registry;
use crate::language::{self, Gender, StateWord};
use crate::model::{Document, EntityId, EntityKind, MentionKind};
use crate::span::Span;

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
    names.sort_by_cached_key(|(name, count)| {
        let words = Reverse(key(name).len());
        (words, Reverse(*count), Reverse(name.chars().count()), *name)
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
        let found: BTreeSet<EntityId> = alike(registry, &this).filter_map(fits).collect();
        let id = match found.iter().next() {
            Some(&id) if found.len() == 1 => id,
            _ => registry.add(name.to_string(), EntityKind::Unknown),
        };
        registry.lead(name, id);
    }
}

/// The names of several words that can be of one and the same with a name: those with its first or its last word, or with
/// another spelling of its last.
fn alike<'a>(
    registry: &'a Registry,
    name: &'a Key,
) -> impl Iterator<Item = (&'a Key, &'a EntityId)> {
    let first = name
        .first()
        .into_iter()
        .flat_map(|w| registry.long.opened_by(w));
    let last = name.last().into_iter();
    let last = last.flat_map(|w| {
        registry
            .long
            .ended_by(w)
            .iter()
            .chain(registry.long.ended_like(w))
    });
    first
        .chain(last)
        .filter_map(|key| registry.by_key.get_key_value(key))
}

/// Whether the shorter of two names of bodies is the longer without its first or last words.
fn same_body(long: &Key, short: &Key) -> bool {
    let body = kinds::has_body_word(long);
    body && short.len() > 1 && (long.ends_with(short) || long.starts_with(short))
}

/// Names of one word: a surname, a first word, an acronym of a longer name, else an entity of their own.
fn register_short(registry: &mut Registry, names: &[(&str, usize)], documents: &[Document]) {
    let (printed, titled) = (printed(documents), titled(documents));
    for (name, _) in names {
        if registry.named(name).is_some() {
            continue;
        }
        match long_form(registry, name, &printed, &titled) {
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

/// The articles in which each name of several words is printed.
fn printed(documents: &[Document]) -> HashMap<Key, BTreeSet<usize>> {
    let mut printed: HashMap<Key, BTreeSet<usize>> = HashMap::new();
    for (article, document) in documents.iter().enumerate() {
        let names = document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Name);
        let words: BTreeSet<&str> = names.map(|m| document.text(m.core)).collect();
        for key in words.into_iter().map(key).filter(|key| key.len() > 1) {
            printed.entry(key).or_default().insert(article);
        }
    }
    printed
}

/// The titles that stand before each name anywhere, forms of address left out: "president" before "Obrecht".
fn titled(documents: &[Document]) -> HashMap<Key, BTreeSet<String>> {
    let mut titled: HashMap<Key, BTreeSet<String>> = HashMap::new();
    for document in documents {
        for mention in document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Name)
        {
            let before = Span::new(mention.span.start, mention.core.start);
            let title = document.text(before).trim().to_lowercase();
            let gender = language::title(title.trim_end_matches('.'));
            if !title.is_empty() && gender.is_none_or(|g| g == Gender::Unsaid) {
                let key = key(document.text(mention.core));
                titled.entry(key).or_default().insert(title);
            }
        }
    }
    titled
}

/// Of several bearers of a name those who have a title that stands before the name alone too; all where none has.
fn of_one_title(
    registry: &Registry,
    ids: BTreeSet<EntityId>,
    name: &Key,
    titled: &HashMap<Key, BTreeSet<String>>,
) -> BTreeSet<EntityId> {
    let Some(own) = titled.get(name) else {
        return ids;
    };
    let has = |id: &EntityId| {
        let mut keys = registry.long.of(*id).iter().filter_map(|k| titled.get(k));
        keys.any(|titles| !titles.is_disjoint(own))
    };
    let fit: BTreeSet<EntityId> = ids.iter().copied().filter(has).collect();
    if fit.is_empty() { ids } else { fit }
}

fn long_form(
    registry: &Registry,
    name: &str,
    printed: &HashMap<Key, BTreeSet<usize>>,
    titled: &HashMap<Key, BTreeSet<String>>,
) -> Bearer {
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
    let known = |k: &Key| registry.by_key.get(k).copied().filter(|id| !state(id));
    let ids = |keys: &[Key], fits: &dyn Fn(&Key) -> bool| -> BTreeSet<EntityId> {
        keys.iter().filter(|k| fits(k)).filter_map(known).collect()
    };
    let ends = ids(registry.long.ended_by(word), &|k| own_word(k) && !has_of(k));
    let starts = ids(registry.long.opened_by(word), &|k| {
        own_word(k) && (!kinds::has_body_word(k) || leads(k))
    });
    let spelled = if is_acronym(name) {
        ids(registry.long.spelled_by(word), &|_| true)
    } else {
        BTreeSet::new()
    };
    let same: BTreeSet<EntityId> = registry.by_key.get(&this).into_iter().copied().collect();
    match [same, ends, starts, spelled]
        .into_iter()
        .find(|s| !s.is_empty())
    {
        None => Bearer::None,
        Some(ids) => {
            let ids = of_one_title(registry, ids, &this, titled);
            most_named(registry, ids, printed).map_or(Bearer::Several, Bearer::One)
        }
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
    printed: &HashMap<Key, BTreeSet<usize>>,
) -> Option<EntityId> {
    let articles = |id: EntityId| {
        let full = registry
            .long
            .of(id)
            .iter()
            .filter_map(|key| printed.get(key));
        full.flatten().collect::<BTreeSet<_>>().len()
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
