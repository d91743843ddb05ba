//! One article's mentions → chains: which names, descriptions and pronouns point at one and the same.
//!
//! In the order of reading every mention goes on with a chain or begins one. Names are told by the names of the whole
//! event; what the grammar ties ("Ada Crane, the mayor", "Crane, who", "Crane is the mayor") is tied; the rest is ranked by
//! weights fitted on articles read by people. Where no chain is likelier than none, a mention stays alone.

mod chain;
mod ranker;
mod signals;
mod speech;
mod syntax;
mod view;

pub use chain::Chain;
pub use ranker::{Judge, Ranker, Weights, weights};
pub use signals::{Class, Signals};
pub use view::{Number, Opening, View};

use std::collections::{BTreeMap, BTreeSet};

use super::holders::Holders;
use super::names::Registry;
use super::offices::Office;
use crate::language::Gender;
use crate::model::{Document, EntityId, EntityKind, QuoteKind};
use crate::span::Span;

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
        said: said(document),
        document,
        registry,
        named,
        holders: Holders::new(registry),
        chains: Vec::new(),
        chain_of: Vec::new(),
        entities: BTreeMap::new(),
        places: BTreeMap::new(),
    };
    for at in 0..document.mentions.len() {
        let mut named = named
            .get(at)
            .copied()
            .flatten()
            .or_else(|| resolver.holder(at, false));
        let mut chain = resolver.chain(at, named, judge);
        if chain.is_none() && named.is_none() {
            named = resolver.holder(at, true);
            let before = named.and_then(|id| resolver.entities.get(&id));
            chain = before.and_then(|at| resolver.chain_of.get(*at).copied());
        }
        resolver.put(at, chain, named);
        resolver.tie(at);
    }
    speech::tie(&mut resolver);
    (resolver.chains, resolver.chain_of)
}

/// The office that each description names.
fn offices(document: &Document) -> Vec<Option<Office>> {
    let office = |m| Office::of(document, m);
    document.mentions.iter().map(office).collect()
}

/// The direct quotations of each speaker, by where the mention of the speaker begins.
fn said(document: &Document) -> BTreeMap<usize, Vec<Span>> {
    let mut said: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let direct = document.quotes.iter();
    for quote in direct.filter(|quote| quote.kind == QuoteKind::Direct) {
        if let Some(speaker) = quote.speaker_mention {
            said.entry(speaker.start).or_default().push(quote.span);
        }
    }
    said
}

/// The mentions read so far.
struct Resolver<'a> {
    document: &'a Document,
    registry: &'a Registry,
    named: &'a [Option<EntityId>],
    views: Vec<View<'a>>,
    offices: Vec<Option<Office>>,
    /// The direct quotations of a speaker, by where the mention of the speaker begins.
    said: BTreeMap<usize, Vec<Span>>,
    holders: Holders<'a>,
    chains: Vec<Chain>,
    chain_of: Vec<usize>,
    /// A mention of each entity, and one of each name that leads to none.
    entities: BTreeMap<EntityId, usize>,
    places: BTreeMap<String, usize>,
}

impl Resolver<'_> {
    /// The chain that a mention goes on with; none where it begins one.
    fn chain(&self, at: usize, named: Option<EntityId>, judge: &mut dyn Judge) -> Option<usize> {
        let view = self.views.get(at)?;
        if view.is_name || named.is_some() {
            let before = match named {
                Some(id) => self.entities.get(&id),
                None => self
                    .places
                    .get(&view.words)
                    .filter(|_| view.kind == EntityKind::Place),
            };
            return self.chain_of.get(*before?).copied();
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
        let mut near = self.near(at, class.reach());
        let spoken_of = self.spoken_of(at);
        near.retain(|chain| !spoken_of.contains(chain));
        let signals =
            |chain: usize| Some((chain, self.signals(class, at, self.chains.get(chain)?)?));
        let candidates: Vec<(usize, Signals)> = near.into_iter().filter_map(signals).collect();
        let ranked = signals::with_ranks(class, candidates);
        let none = signals::none(class, self.views.get(at)?);
        judge
            .choose(at, class, &ranked, &none, &self.chains)
            .and_then(|chosen| Some(ranked.get(chosen)?.0))
    }

    /// The chains that the quotations of a speaker mention: nobody says "he", or their own name, of themselves.
    fn spoken_of(&self, speaker: usize) -> BTreeSet<usize> {
        let start = self.views.get(speaker).map(|v| v.span.start);
        let said = start.and_then(|start| self.said.get(&start));
        let inside = |quote: &Span| {
            let from = self.views.partition_point(|v| v.span.start < quote.start);
            let to = self.views.partition_point(|v| v.span.start < quote.end);
            from..to
        };
        let mentions = said.into_iter().flatten().flat_map(inside);
        let of_another = mentions.filter(|&at| {
            let view = self.views.get(at);
            view.is_some_and(|v| v.of_the_speaker().is_none())
        });
        of_another
            .filter_map(|at| self.chain_of.get(at).copied())
            .collect()
    }

    /// The chains mentioned in the sentences before a mention, the last mentioned first.
    fn near(&self, at: usize, reach: u32) -> Vec<usize> {
        let here = self.views.get(at).map_or(0, |v| v.sentence);
        let is_near = |v: &View| here.saturating_sub(v.sentence) <= reach;
        let before = self.views.iter().zip(&self.chain_of).rev();
        let mut seen = BTreeSet::new();
        before
            .take_while(|(view, _)| is_near(view))
            .filter_map(|(_, chain)| seen.insert(*chain).then_some(*chain))
            .collect()
    }

    fn signals(&self, class: Class, at: usize, chain: &Chain) -> Option<Signals> {
        let view = self.views.get(at).filter(|_| chain.is_told)?;
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

    /// The holder of the office that a definite description names, in this article so far or anywhere. Headlines leave
    /// out articles: there "Minister" is "the minister".
    fn holder(&self, at: usize, anywhere: bool) -> Option<EntityId> {
        let office = self.offices.get(at)?.as_ref()?;
        let view = self.views.get(at)?;
        let is_meant = view.opening.is_definite() && !view.words.starts_with("our ")
            || view.is_headline && view.opening == Opening::Bare;
        self.holders.holder(office, anywhere).filter(|_| is_meant)
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
            match chain.entity {
                Some(id) => {
                    self.entities.entry(id).or_insert(at);
                    if view.pronoun.is_none() {
                        self.holders.note(id);
                    }
                }
                None if view.is_name => {
                    self.places.entry(view.words.clone()).or_insert(at);
                }
                None => {}
            }
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

    fn size(&self, chain: usize) -> usize {
        self.chains.get(chain).map_or(0, |c| c.members.len())
    }

    /// Makes two chains one, unless both are entities.
    fn merge(&mut self, one: usize, other: usize) {
        let is_free = |index: usize| self.chains.get(index).is_some_and(|c| c.entity.is_none());
        let (from, into) = match (is_free(one), is_free(other)) {
            (true, true) if self.size(one) <= self.size(other) => (one, other),
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
