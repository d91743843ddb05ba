//! One article's mentions → chains: which names, descriptions and pronouns point at one and the same.
//!
//! In the order of reading every mention goes on with a chain or begins one. Names are told by the names of the whole
//! event; what the grammar ties ("Ada Crane, the mayor", "Crane, who", "Crane is the mayor") is tied; the rest is ranked by
//! weights fitted on articles read by people. Where no chain is likelier than none, a mention stays alone.

mod chain;
mod ranker;
mod signals;
mod syntax;
mod view;

pub use chain::Chain;
pub use ranker::{Judge, Ranker, Weights, weights};
pub use signals::{Class, Signals};
pub use view::{Number, Opening, View};

use std::collections::BTreeMap;

use super::names::Registry;
use super::offices::Office;
use crate::language::Gender;
use crate::model::{Document, EntityId, EntityKind};

/// How many sentences back a description may point at what is called otherwise.
const REACH: u32 = 40;

/// The chains of an article, in the order of their first mentions, and for every mention its chain.
///
/// `named` tells for every mention the entity of the event that it names.
pub fn resolve(
    document: &Document,
    registry: &Registry,
    named: &[Option<EntityId>],
    judge: &mut dyn Judge,
) -> (Vec<Chain>, Vec<usize>) {
    let mut resolver = Resolver {
        views: View::of_all(document, registry, named),
        offices: offices(document),
        document,
        registry,
        named,
        chains: Vec::new(),
        chain_of: Vec::new(),
    };
    for at in 0..document.mentions.len() {
        let named = named.get(at).copied().flatten();
        let chain = resolver.chain(at, named, judge);
        resolver.put(at, chain, named);
        resolver.tie(at);
    }
    resolver.tie_speeches();
    (resolver.chains, resolver.chain_of)
}

/// The office that each description names.
fn offices(document: &Document) -> Vec<Option<Office>> {
    let office = |m| Office::of(document, m);
    document.mentions.iter().map(office).collect()
}

/// The mentions read so far.
struct Resolver<'a> {
    document: &'a Document,
    registry: &'a Registry,
    named: &'a [Option<EntityId>],
    views: Vec<View<'a>>,
    offices: Vec<Option<Office>>,
    chains: Vec<Chain>,
    chain_of: Vec<usize>,
}

impl Resolver<'_> {
    /// The chain that a mention goes on with; none where it begins one.
    fn chain(&self, at: usize, named: Option<EntityId>, judge: &mut dyn Judge) -> Option<usize> {
        let view = self.views.get(at)?;
        if view.is_name {
            return self.chains.iter().position(|chain| match named {
                Some(id) => chain.entity == Some(id),
                None => {
                    view.kind == EntityKind::Place
                        && chain.entity.is_none()
                        && chain.names.contains(&view.words)
                }
            });
        }
        let before = syntax::antecedent(self.document, at);
        match before.and_then(|before| self.chain_of.get(before).copied()) {
            Some(chain) => Some(chain),
            None if self.subject_after(at).is_some() => None,
            None => self.ranked(at, judge),
        }
    }

    /// The mention after a possessive pronoun that it stands for.
    fn subject_after(&self, at: usize) -> Option<usize> {
        let view = self.views.get(at)?;
        let head = syntax::subject_after(view.reading, view.head)?;
        let after = (at + 1..self.views.len()).take_while(|&i| {
            let same = |v: &View| v.sentence == view.sentence;
            self.views.get(i).is_some_and(same)
        });
        let is_meant = |v: &View| {
            let agrees = v.gender == Gender::Unsaid
                || view.gender == Gender::Unsaid
                || v.gender == view.gender;
            v.head == head && v.pronoun.is_none() && agrees
        };
        after
            .into_iter()
            .find(|&i| self.views.get(i).is_some_and(is_meant))
    }

    /// The chain that is the likeliest antecedent of a pronoun or a description.
    fn ranked(&self, at: usize, judge: &mut dyn Judge) -> Option<usize> {
        let class = Class::of(self.views.get(at)?)?;
        let order = signals::by_recency(&self.chains);
        let candidates: Vec<(usize, Signals)> = order
            .iter()
            .filter_map(|&chain| {
                let signals = self.signals(class, at, self.chains.get(chain)?)?;
                Some((chain, signals))
            })
            .collect();
        let ranked = signals::with_ranks(class, candidates);
        let none = signals::none(class, self.views.get(at)?);
        judge
            .choose(at, class, &ranked, &none, &self.chains)
            .and_then(|chosen| Some(ranked.get(chosen)?.0))
    }

    fn signals(&self, class: Class, at: usize, chain: &Chain) -> Option<Signals> {
        let view = self.views.get(at)?;
        let last = self.views.get(chain.last().filter(|_| chain.is_told)?)?;
        if view.sentence.saturating_sub(last.sentence) > class.reach().unwrap_or(REACH) {
            return None;
        }
        let inside = |m: &usize| {
            self.views
                .get(*m)
                .is_some_and(|v| v.span.overlaps(view.span) || syntax::is_bound(view, v))
        };
        if chain.members.iter().rev().take(4).any(inside) || self.is_of(at, chain) {
            return None;
        }
        let held = chain.entity.and_then(|id| self.registry.get(id));
        let office = self.offices.get(at).and_then(Option::as_ref);
        signals::of(class, view, chain, &self.views, held, office)
    }

    /// Whether a mention holds a name of a chain: "the Tarn letter" is not Tarn.
    fn is_of(&self, at: usize, chain: &Chain) -> bool {
        let named = |i: usize| self.named.get(i).copied().flatten();
        let held = |i: &usize| {
            let spans = self.views.get(at).zip(self.views.get(*i));
            spans.is_some_and(|(outer, inner)| outer.span.contains(inner.span))
        };
        let own = (at + 1..self.views.len()).take_while(held);
        chain.entity.is_some() && own.into_iter().any(|i| named(i) == chain.entity)
    }

    /// Puts a mention into a chain, or into one of its own.
    fn put(&mut self, at: usize, chain: Option<usize>, named: Option<EntityId>) {
        let index = chain.unwrap_or(self.chains.len());
        if index == self.chains.len() {
            self.chains.push(Chain::default());
        }
        if let (Some(chain), Some(view)) = (self.chains.get_mut(index), self.views.get(at)) {
            chain.entity = chain.entity.or(named);
            chain.add(at, view);
        }
        self.chain_of.push(index);
    }

    /// Ties the chain of a description to that of the name which the grammar says it is.
    fn tie(&mut self, at: usize) {
        let sentence = self.views.get(at).map(|v| v.sentence);
        let before = (0..at)
            .rev()
            .take_while(|&i| self.views.get(i).map(|v| v.sentence) == sentence);
        let fronted: Vec<usize> = before
            .filter(|&i| self.subject_after(i) == Some(at))
            .collect();
        for pronoun in fronted {
            if let (Some(&own), Some(&chain)) = (self.chain_of.get(pronoun), self.chain_of.get(at))
            {
                self.merge(own, chain);
            }
        }
        let Some(described) = syntax::described(self.document, at, &self.views) else {
            return;
        };
        let (Some(&one), Some(&other)) = (self.chain_of.get(at), self.chain_of.get(described))
        else {
            return;
        };
        self.merge(one, other);
    }

    /// Ties "I" in a quotation to who says it, and "we" to the body they speak for, else every "we" of one speaker.
    fn tie_speeches(&mut self) {
        let mut ours: BTreeMap<usize, usize> = BTreeMap::new();
        for at in 0..self.views.len() {
            let Some(said) = self.views.get(at).and_then(View::of_the_speaker) else {
                continue;
            };
            let speaker = self.speaker(at);
            let Some((speaker, own)) = speaker.zip(self.chain_of.get(at).copied()) else {
                continue;
            };
            let Some(&chain) = self.chain_of.get(speaker) else {
                continue;
            };
            match said {
                Number::Singular => self.merge(own, chain),
                Number::Plural => {
                    let body = self.speaks_for(speaker, chain);
                    let first = body.unwrap_or_else(|| *ours.entry(chain).or_insert(own));
                    self.merge(own, first);
                }
            }
        }
    }

    /// The mention that names the speaker of the quotation which a mention stands in.
    fn speaker(&self, at: usize) -> Option<usize> {
        let quote = self.document.quotes.get(self.views.get(at)?.quoted?)?;
        let source = quote.speaker_mention?;
        let sentences = &self.document.sentences;
        let sentence = sentences.iter().find(|s| s.span.covers(source.start))?;
        let head = sentence.reading.head_of(source)?;
        let word = sentence.reading.token(head)?.span;
        let around = self
            .views
            .iter()
            .enumerate()
            .filter(|(_, v)| v.span.contains(word));
        around.max_by_key(|(_, v)| v.is_name).map(|(at, _)| at)
    }

    /// The chain of the body that somebody speaks for: themselves where they are one, else the one that their title or
    /// their description tells of ("team member Ada Crane", "a spokesman for the ministry").
    fn speaks_for(&self, speaker: usize, chain: usize) -> Option<usize> {
        let is_body = |index: &usize| {
            self.chains.get(*index).is_some_and(|chain| {
                chain.number == Some(Number::Plural) || chain.kind == Some(EntityKind::Organization)
            })
        };
        let view = self.views.get(speaker)?;
        let about = view.reading.span(&view.reading.subtree(view.head))?;
        let inside = || {
            self.views
                .iter()
                .zip(&self.chain_of)
                .filter(|(v, _)| about.contains(v.span) && v.head != view.head)
                .map(|(_, chain)| *chain)
                .find(|chain| is_body(chain))
        };
        let is_titled = |body: &&usize| {
            let named =
                |name: &String| name.split(' ').filter(|w| view.others.contains(*w)).count() > 1;
            self.chains.get(**body).is_some_and(|body| {
                body.nouns.iter().any(|n| view.others.contains(n)) || body.names.iter().any(named)
            })
        };
        let titled = || {
            let chains: Vec<usize> = (0..self.chains.len()).filter(is_body).collect();
            let size = |&&body: &&usize| self.chains.get(body).map_or(0, |c| c.members.len());
            chains
                .iter()
                .filter(is_titled)
                .rev()
                .max_by_key(size)
                .copied()
        };
        Some(chain).filter(is_body).or_else(inside).or_else(titled)
    }

    /// Makes two chains one, unless both are entities.
    fn merge(&mut self, one: usize, other: usize) {
        let is_free = |index: usize| self.chains.get(index).is_some_and(|c| c.entity.is_none());
        let (from, into) = match (is_free(one), is_free(other)) {
            (_, true) => (other, one),
            (true, false) => (one, other),
            _ => return,
        };
        if from == into {
            return;
        }
        let moved = self.chains.get_mut(from).map(std::mem::take);
        for member in moved.map(|chain| chain.members).unwrap_or_default() {
            if let (Some(chain), Some(view)) = (self.chains.get_mut(into), self.views.get(member)) {
                chain.add(member, view);
            }
            if let Some(slot) = self.chain_of.get_mut(member) {
                *slot = into;
            }
        }
    }
}
