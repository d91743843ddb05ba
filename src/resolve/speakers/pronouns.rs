//! Whom a pronoun before a reporting verb, or a surname that several bear, stands for.

use super::phrases::mention_of;
use super::{REACH, Reader, Speaker};
use crate::language::Gender;
use crate::model::{EntityId, EntityKind, Mention, MentionKind, Quote, QuoteKind};
use crate::resolve::offices::Office;
use crate::span::Span;

impl Reader<'_> {
    pub(super) fn agrees(&self, id: EntityId, gender: Gender) -> bool {
        let Some(known) = self.registry.get(id) else {
            return false;
        };
        let human = match known.kind {
            EntityKind::Person => true,
            EntityKind::Unknown => known.name.contains(' ') && !known.name.starts_with("The "),
            _ => false,
        };
        human && (known.gender == Gender::Unsaid || known.gender == gender)
    }

    /// Of several people of one surname in an article, a bare surname means the one who spoke or was named in full last;
    /// one with an office before it ("Mayor Lind") is left to the offices.
    pub(super) fn namesake(&self, phrase: Span) -> Option<EntityId> {
        let text = self.document.text(phrase);
        let surname = text.rsplit(' ').next()?;
        let plain = ["", "Mr.", "Ms.", "Mrs.", "Miss", "Mr", "Ms", "Mrs"]
            .contains(&text.strip_suffix(surname)?.trim());
        let full = self
            .document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Name && m.span.end <= phrase.start);
        let bearers: Vec<EntityId> = full
            .filter(|m| {
                self.document
                    .text(m.core)
                    .split_once(' ')
                    .is_some_and(|(_, rest)| rest.ends_with(surname))
            })
            .filter_map(|m| m.entity)
            .collect();
        let first = bearers.first().copied()?;
        if !plain || bearers.iter().all(|b| *b == first) {
            return None;
        }
        let spoke = self
            .told
            .iter()
            .rev()
            .filter(|(span, _, _)| span.end <= phrase.start)
            .find_map(|(span, _, speaker)| {
                let near = self
                    .document
                    .sentence_at(phrase.start)
                    .saturating_sub(self.document.sentence_at(span.start))
                    <= REACH;
                speaker.entity.filter(|e| near && bearers.contains(e))
            });
        // "Lind said" stays whoever it was the last time.
        let as_before = || {
            let same = |span: &Span| span.end <= phrase.start && self.document.text(*span) == text;
            let mut told = self.told.iter().rev();
            let (_, _, speaker) = told.find(|(span, _, _)| same(span))?;
            speaker.entity.filter(|e| bearers.contains(e))
        };
        spoke.or_else(as_before).or(bearers.last().copied())
    }

    /// Whom a pronoun stands for: whoever its chain names, else the nearest who agrees.
    pub(super) fn meant(&self, pronoun: Span, gender: Gender) -> Speaker {
        match mention_of(self.document, pronoun) {
            Some((MentionKind::Pronoun, Some(id), _)) => self.entity(id),
            _ => self
                .unnamed(pronoun)
                .unwrap_or_else(|| self.person(pronoun, gender)),
        }
    }

    /// Whom a pronoun stands for who is only described: "driver".
    pub(super) fn unnamed(&self, pronoun: Span) -> Option<Speaker> {
        let at = self
            .document
            .mentions
            .iter()
            .position(|m| m.core == pronoun)? as u32;
        let chain = self
            .document
            .chains
            .iter()
            .find(|c| c.mentions.contains(&at))?;
        let said = chain
            .mentions
            .iter()
            .filter_map(|&m| self.document.mentions.get(m as usize));
        let described = said.into_iter().find(|m| m.kind == MentionKind::Role)?;
        // "Her sister" tells less than a name nearby.
        if Office::of(self.document, described).is_some_and(|office| office.is_relational()) {
            return None;
        }
        Some(self.described(described.span))
    }

    /// The person a singular pronoun before a reporting verb stands for: who spoke or was the first named in the
    /// nearest sentence, its own up to the pronoun first. Those named inside quotation marks do not count.
    pub(super) fn person(&self, pronoun: Span, gender: Gender) -> Speaker {
        let sentence = self.document.sentence_at(pronoun.start);
        let found = (sentence.saturating_sub(REACH)..=sentence)
            .rev()
            .find_map(|s| {
                let spoke = self.told.iter().filter(|(span, _, _)| {
                    span.end <= pronoun.start && self.document.sentence_at(span.start) == s
                });
                let spoke = spoke.filter_map(|(_, _, speaker)| speaker.entity);
                let named = self
                    .document
                    .mentions
                    .iter()
                    .filter(|m| m.sentence == s && m.span.end <= pronoun.start);
                let named = named.filter(|m| self.can_act(m)).filter_map(|m| m.entity);
                if s == sentence {
                    named.into_iter().find(|id| self.agrees(*id, gender))
                } else {
                    spoke.chain(named).find(|id| self.agrees(*id, gender))
                }
            });
        found.map_or_else(Speaker::default, |id| self.entity(id))
    }

    /// A name or role outside quotation marks.
    pub(super) fn can_act(&self, mention: &Mention) -> bool {
        let quoted = self
            .document
            .quotes
            .iter()
            .any(|q| q.kind != QuoteKind::Indirect && q.span.contains(mention.span));
        mention.kind != MentionKind::Pronoun && !quoted
    }

    /// The body, document or group that "it" or "they" before a reporting verb stands for: who spoke last, when that is
    /// no single person.
    pub(super) fn body(&self, quote: &Quote, pronoun: Span) -> Speaker {
        let near = self
            .told
            .iter()
            .rev()
            .find(|(span, _, _)| span.end <= pronoun.start);
        near.filter(|(_, sentence, _)| quote.sentence.saturating_sub(*sentence) <= 2)
            .map(|(_, _, speaker)| speaker.clone())
            .filter(|s| {
                s.entity
                    .and_then(|id| self.registry.get(id))
                    .is_none_or(|k| k.kind != EntityKind::Person)
            })
            .unwrap_or_default()
    }
}
