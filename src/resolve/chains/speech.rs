//! "I" and "we" in a quotation → who says it.

use std::collections::BTreeMap;

use super::Resolver;
use super::chain::Chain;
use super::view::{Number, View};
use crate::model::EntityKind;

/// How many mentions before and after a speaker's are looked at for the body in their description.
const NEAR: usize = 16;

/// Ties "I" in a quotation to who says it, and "we" to the body they speak for, else every "we" of one speaker.
pub fn tie(resolver: &mut Resolver) {
    let bodies = bodies(resolver);
    let mut ours: BTreeMap<usize, usize> = BTreeMap::new();
    for at in 0..resolver.views.len() {
        let Some(said) = resolver.views.get(at).and_then(View::of_the_speaker) else {
            continue;
        };
        let chain_of = |mention: usize| resolver.chain_of.get(mention).copied();
        let speaker = speaker(resolver, at).and_then(|speaker| Some((speaker, chain_of(speaker)?)));
        let Some(((speaker, chain), own)) = speaker.zip(chain_of(at)) else {
            continue;
        };
        let whose = match said {
            Number::Singular => Some(chain),
            Number::Plural => speaks_for(resolver, &bodies, speaker, chain)
                .or_else(|| chain_of(*ours.entry(chain).or_insert(at))),
        };
        if let Some(whose) = whose {
            resolver.merge(own, whose);
        }
    }
}

/// The mention that names the speaker of the quotation which a mention stands in.
fn speaker(resolver: &Resolver, at: usize) -> Option<usize> {
    let document = resolver.document;
    let quote = document.quotes.get(resolver.views.get(at)?.quoted?)?;
    let source = quote.speaker_mention?;
    let sentence = document.sentence_at(source.start) as usize;
    let reading = &document.sentences.get(sentence)?.reading;
    let word = reading.token(reading.head_of(source)?)?.span;
    let begun = resolver
        .views
        .partition_point(|v| v.span.start <= word.start);
    let near = begun.saturating_sub(NEAR)..begun;
    let views = near.filter_map(|i| Some((i, resolver.views.get(i)?)));
    let around = views.filter(|(_, v)| v.span.contains(word));
    around.max_by_key(|(_, v)| v.is_name).map(|(at, _)| at)
}

/// The body that somebody speaks for: themselves where they are one, else the one that their description or their title
/// tells of ("a spokesman for the ministry", "team member Ada Crane").
fn speaks_for(
    resolver: &Resolver,
    bodies: &BTreeMap<String, usize>,
    speaker: usize,
    chain: usize,
) -> Option<usize> {
    let is_body = |chain: &usize| resolver.chains.get(*chain).is_some_and(is_body);
    let view = resolver.views.get(speaker)?;
    let about = view.reading.span(&view.reading.subtree(view.head))?;
    let near = speaker.saturating_sub(NEAR)..speaker + NEAR;
    let told = near
        .filter(|&i| {
            let inside = |v: &View| about.contains(v.span) && v.head != view.head;
            resolver.views.get(i).is_some_and(inside)
        })
        .filter_map(|i| resolver.chain_of.get(i).copied())
        .find(|chain| is_body(chain));
    let titled = || {
        let called = view.others.iter().find_map(|word| bodies.get(word))?;
        resolver.chain_of.get(*called).copied()
    };
    Some(chain).filter(is_body).or(told).or_else(titled)
}

fn is_body(chain: &Chain) -> bool {
    chain.number == Some(Number::Plural) || chain.kind == Some(EntityKind::Organization)
}

/// By noun a mention of the body that is described so most often.
fn bodies(resolver: &Resolver) -> BTreeMap<String, usize> {
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for chain in resolver.chains.iter().filter(|chain| is_body(chain)) {
        let Some(first) = chain.members.first() else {
            continue;
        };
        for noun in &chain.nouns {
            let most = found.entry(noun.clone()).or_default();
            if chain.members.len() > most.0 {
                *most = (chain.members.len(), *first);
            }
        }
    }
    found
        .into_iter()
        .map(|(noun, (_, mention))| (noun, mention))
        .collect()
}
