//! Around every cue of a document: who obtained the words, where they were said and to whom.

use super::Sighting;
use super::provenance::{self, Provenance};
use crate::language::WORDS;
use crate::model::{Document, Quote};
use crate::span::Span;

/// Adds who obtained the words, where they were said and to whom, from the sentence the cue stands in.
pub fn provide(document: &Document, sightings: &[Sighting], quotes: &mut [Quote]) {
    let text = document.article.text.as_str();
    let sentence_of = |span: Span| {
        let at = document
            .sentences
            .partition_point(|s| s.span.end <= span.start);
        document
            .sentences
            .get(at)
            .filter(|s| s.span.covers(span.start))
            .map(|_| at)
    };
    let mut found: Vec<Occasion> = Vec::new();
    let mut cues: Vec<(Span, Option<Span>)> = quotes
        .iter()
        .filter_map(|q| Some((q.cue?, q.speaker_mention)))
        .collect();
    cues.sort_by_key(|(cue, _)| *cue);
    cues.dedup_by_key(|(cue, _)| *cue);
    for (cue, mention) in cues {
        let Some(at) = sentence_of(cue) else { continue };
        let Some(seen) = sightings.get(at) else {
            continue;
        };
        let own = provenance::read(text, &seen.frame, &seen.cues, cue);
        let hearsay = (0..seen.frame.len())
            .any(|at| seen.frame.lower(at) == "reportedly" && !seen.frame.is_quoted(at));
        let named = own
            .via
            .clone()
            .or_else(|| pointed_back(text, sightings, at));
        let own = Provenance { via: named, ..own };
        let earlier = carried_from(document, &found, at, mention).or_else(|| {
            hearsay.then(|| {
                found
                    .iter()
                    .rev()
                    .map(|o| &o.told)
                    .find(|p| p.via.is_some())
            })?
        });
        let whole = match earlier {
            Some(p) if own.via.is_none() && (!own.is_told() || hearsay) => Provenance {
                via: p.via.clone(),
                medium: own.medium.or(p.medium),
                venue: own.venue.or_else(|| p.venue.clone()),
                addressee: own.addressee,
            },
            _ => own,
        };
        found.push(Occasion {
            sentence: at,
            cue,
            mention,
            told: whole,
        });
    }
    for quote in quotes.iter_mut() {
        let Some(own) = found
            .iter()
            .find(|o| Some(o.cue) == quote.cue)
            .map(|o| &o.told)
        else {
            continue;
        };
        let obtained = own.via.clone().map(|via| in_full(&found, via));
        quote.via = obtained.or_else(|| own.medium.map(str::to_string));
        quote.venue = own.venue.clone();
        quote.addressee = own.addressee;
    }
}

/// A cue with what is told around it.
struct Occasion {
    sentence: usize,
    cue: Span,
    mention: Option<Span>,
    told: Provenance,
}

/// What an earlier sentence says about the occasion holds on for "he added" and the like in the same or the next
/// paragraph, until somebody else or the same one by name speaks; so it does for "the aide said" after "an aide told".
fn carried_from<'a>(
    document: &Document,
    found: &'a [Occasion],
    at: usize,
    mention: Option<Span>,
) -> Option<&'a Provenance> {
    let words = document.text(mention?).to_lowercase();
    let paragraph = |s: usize| document.sentences.get(s).map_or(0, |s| s.paragraph);
    let last = found.last().filter(|o| o.sentence < at)?;
    let first = last
        .mention
        .and_then(|m| document.text(m).split(' ').next())
        .unwrap_or("")
        .to_lowercase();
    let unnamed = matches!(first.as_str(), "a" | "an" | "the");
    let same = unnamed
        && words.starts_with("the ")
        && !document
            .text(mention?)
            .trim_start_matches('T')
            .contains(char::is_uppercase);
    let goes_on = matches!(words.as_str(), "he" | "she" | "they" | "it") || same;
    (goes_on && paragraph(at) <= paragraph(last.sentence) + 1 && at <= last.sentence + CARRIED)
        .then_some(&last.told)
}

/// "In that interview" is with whom the interview two sentences before it at most was with.
fn pointed_back(text: &str, sightings: &[Sighting], at: usize) -> Option<String> {
    let here = &sightings.get(at)?.frame;
    let points = |at: &u32| {
        let word = here.lower(*at);
        matches!(word, "that" | "the" | "same")
            && WORDS.conversations.contains(here.lower(at + 1))
            && !here.is_quoted(*at)
    };
    let noun = here.token((0..here.len()).find(points)? + 1)?;
    let speaks_of_it = |seen: &&Sighting| {
        seen.frame
            .reading
            .tokens
            .iter()
            .any(|t| t.lemma == noun.lemma)
    };
    let before = sightings.get(at.saturating_sub(2)..at)?;
    before
        .iter()
        .rev()
        .find(speaks_of_it)
        .and_then(|seen| provenance::around(text, &seen.frame))
}

/// How many sentences further "he added" may stand, quoted sentences between them counted.
const CARRIED: usize = 4;

/// The longest name of an outlet in this article that ends with this one: "The Times" is the "New York Times".
fn in_full(found: &[Occasion], via: String) -> String {
    let bare = via.strip_prefix("The ").unwrap_or(&via);
    let ending = format!(" {bare}");
    let longer = found
        .iter()
        .filter_map(|o| o.told.via.as_ref())
        .filter(|v| v.ends_with(&ending));
    longer.max_by_key(|v| v.len()).cloned().unwrap_or(via)
}
