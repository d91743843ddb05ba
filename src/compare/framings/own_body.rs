//! A headline against the text below it: a word that the article itself never uses again where it tells the same, or a plain
//! statement that the text hedges; shown beside the other sources' headlines.

use std::collections::BTreeSet;

use super::contrast::{Contrasts, Kind};
use super::counterpart::Place;
use super::headlines::main_verb;
use super::reading::Reading;
use super::scene::Scene;
use crate::codebook::Hit;
use crate::model::{BlockKind, Dimension, Term};

/// Content words that a sentence of the text shares with the headline to be about the same.
const SHARED: usize = 2;

/// Headlines that say more than their text.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    let headlines: Vec<&Reading> =
        scene.all().filter(|r| r.kind == BlockKind::Headline && r.tokens.len() > 2 && r.id.index == 0).collect();
    for headline in &headlines {
        let Some([over, under]) = renamed(scene, headline).or_else(|| firmer(scene, headline)) else { continue };
        let others = headlines.iter().filter(|o| o.id.article != headline.id.article);
        let others: Vec<Term> = others.filter_map(|o| scene.words(o, &main_verb(o)?)).collect();
        let target = format!("“{}”", under.term);
        let key = headline.id.article.0.to_string();
        let kind = Kind { dimension: Dimension::Headline, rule: "headline-body", key, target: &target };
        contrasts.add(kind, [over, under].into_iter().chain(others));
    }
}

/// The article's sentences about what the headline is about.
fn below<'a>(scene: &'a Scene, headline: &Reading) -> Vec<&'a Reading> {
    let stems = |r: &Reading| -> BTreeSet<String> {
        r.tokens.iter().filter(|t| t.is_content()).map(|t| t.stem.clone()).collect()
    };
    let words = stems(headline);
    let body = scene.all().filter(|r| r.id.article == headline.id.article && r.kind == BlockKind::Body);
    body.filter(|r| stems(r).intersection(&words).count() >= SHARED).collect()
}

/// A name for a matter, or a judging word's thing, that only the headline has.
fn renamed(scene: &Scene, headline: &Reading) -> Option<[Term; 2]> {
    let own = |r: &Reading, h: &&Hit| !scene.is_quoted(r.id, h.span);
    let body = below(scene, headline);
    let whole = || scene.all().filter(|r| r.id.article == headline.id.article && r.kind == BlockKind::Body);
    for hit in scene.hits_of(headline.id, Dimension::Labelling).into_iter().filter(|h| own(headline, h)) {
        let again =
            whole().any(|r| scene.hits(r.id).iter().any(|h| h.category == hit.category && h.entry == hit.entry));
        let named = |r: &&Reading| {
            let hits = scene.hits_of(r.id, Dimension::Labelling).into_iter();
            hits.filter(|h| own(r, h)).find(|h| h.category == hit.category).cloned().map(|h| (r.id, h.span))
        };
        let Some((id, span)) = body.iter().find_map(named).filter(|_| !again) else { continue };
        let under = scene.reading(id).and_then(|r| scene.phrase(r, span));
        if let (Some(over), Some(under)) = (scene.phrase(headline, hit.span), under) {
            return Some([over, under]);
        }
    }
    None
}

/// A statement that the headline makes plainly and the text only hedges.
fn firmer(scene: &Scene, headline: &Reading) -> Option<[Term; 2]> {
    if !scene.hits_of(headline.id, Dimension::Hedging).is_empty() {
        return None;
    }
    below(scene, headline).into_iter().find_map(|r| {
        let hit = scene.hits_of(r.id, Dimension::Hedging).into_iter().find(|h| !scene.is_quoted(r.id, h.span))?;
        let place = Place::around(scene, r, hit.span)?;
        Some([place.in_other(scene, headline)?, place.term(scene)?])
    })
}
