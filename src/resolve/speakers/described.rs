//! Sources that are described and not named: "a senior official", "the letter", "a Brook spokeswoman".

use std::collections::BTreeSet;

use super::phrases::{head, without_article};
use super::{REACH, Reader, Speaker, named};
use crate::language;
use crate::model::{EntityId, EntityKind, Mention, MentionKind};
use crate::resolve::writings::{self, Author};
use crate::span::Span;

impl Reader<'_> {
    /// An unnamed source as it stands, without article: "senior official"; one that speaks for somebody known is
    /// "Ada Brook spokesman". "The aide" is the aide described before.
    pub(super) fn described(&self, phrase: Span) -> Speaker {
        const EMPTY: [&str; 16] = [
            "i", "we", "you", "who", "which", "that", "this", "one", "these", "those", "what",
            "whom", "there", "others", "nobody", "none",
        ];
        let words = self.document.text(phrase).trim();
        let bare = without_article(words);
        if bare.is_empty() || EMPTY.contains(&bare.to_lowercase().as_str()) {
            return Speaker::default();
        }
        let definite = words
            .get(..4)
            .is_some_and(|w| w.eq_ignore_ascii_case("the "));
        if let Some(author) = self
            .writing(phrase)
            .or_else(|| definite.then(|| self.writers(phrase, &bare)).flatten())
        {
            return author;
        }
        if definite
            && let Some(found) = self
                .body_of_kind(phrase, &bare)
                .or_else(|| self.members(&bare))
        {
            return self.entity(found);
        }
        let earlier = definite
            .then(|| self.described_before(phrase, &bare))
            .flatten();
        let owned = earlier.or_else(|| self.owned(phrase));
        Speaker {
            name: Some(owned.unwrap_or_else(|| bare.to_string())),
            ..Speaker::default()
        }
    }

    /// "The letter", "a statement by Brook", "Brook's apology": whose words that is.
    pub(super) fn writing(&self, phrase: Span) -> Option<Speaker> {
        let head = head(self.document, phrase);
        let text = self.document.text(head);
        let noun = text
            .rsplit(' ')
            .next()
            .filter(|noun| writings::is_own_words(noun).is_some())?;
        let at = Span::new(head.end - noun.len(), head.end);
        let introduced = matches!(
            text.split(' ').next(),
            Some("a" | "an" | "A" | "An" | "one" | "another")
        );
        let author = self.author_of(at, introduced)?;
        let own = writings::is_own_words(noun) == Some(true);
        Some(Speaker {
            through: language::medium(&noun.to_lowercase())
                .filter(|_| own)
                .map(str::to_string),
            ..author
        })
    }

    /// "The signatories": the authors of the writing last spoken of.
    pub(super) fn writers(&self, phrase: Span, bare: &str) -> Option<Speaker> {
        const WRITERS: [&str; 4] = ["authors", "signatories", "signers", "writers"];
        const SIGNED: [&str; 3] = ["letter", "petition", "statement"];
        let before = self
            .document
            .article
            .text
            .get(..phrase.start)
            .filter(|_| WRITERS.contains(&bare))?;
        let last = SIGNED
            .iter()
            .filter_map(|noun| Some((before.rfind(&format!(" {noun}"))? + 1, noun)))
            .max()?;
        self.author_of(Span::new(last.0, last.0 + last.1.len()), false)
    }

    pub(super) fn author_of(&self, at: Span, introduced: bool) -> Option<Speaker> {
        let spoke = |sentence: u32| {
            let here = self
                .told
                .iter()
                .find(|(span, _, _)| self.document.sentence_at(span.start) == sentence);
            here.and_then(|(_, _, speaker)| speaker.entity)
        };
        match writings::author(self.document, self.registry, at, introduced, &spoke)? {
            Author::Known(id) => Some(self.entity(id)),
            Author::Of(name) => Some(named(&without_article(&name))),
        }
    }

    /// The unnamed source a definite description means: the last with the same head noun, else, of one who speaks for
    /// somebody, the unnamed one who spoke last ("a spokeswoman said … the aide added").
    pub(super) fn described_before(&self, phrase: Span, bare: &str) -> Option<String> {
        const SPEAKS_FOR: [&str; 6] = [
            "aide",
            "official",
            "representative",
            "spokesman",
            "spokesperson",
            "spokeswoman",
        ];
        let same_head = |name: &str| name.len() > bare.len() && name.ends_with(&format!(" {bare}"));
        let unnamed = || {
            self.told
                .iter()
                .rev()
                .filter(|(span, _, s)| span.end <= phrase.start && s.entity.is_none())
        };
        let same = unnamed()
            .filter_map(|(_, _, s)| s.name.clone())
            .find(|n| same_head(n));
        let speaks_for = |words: &str| {
            words
                .rsplit(' ')
                .next()
                .is_some_and(|w| SPEAKS_FOR.contains(&w))
        };
        let near = || {
            let (_, sentence, last) = unnamed().next()?;
            let here = self.document.sentence_at(phrase.start);
            let name = last.name.clone()?;
            (here.saturating_sub(*sentence) <= REACH && speaks_for(&name) && speaks_for(bare))
                .then_some(name)
        };
        same.or_else(near)
    }

    /// "a spokesman for Ada Brook", "Brook's aide", "a Brook spokeswoman": the full name of whom, then the noun.
    pub(super) fn owned(&self, phrase: Span) -> Option<String> {
        let text = self.document.text(phrase);
        let inside = || {
            self.document
                .mentions
                .iter()
                .filter(|m| m.kind == MentionKind::Name && phrase.contains(m.span))
        };
        let owner = inside().next().filter(|_| inside().count() == 1)?;
        let name = &self.registry.get(owner.entity?)?.name;
        let before = text.get(..owner.span.start - phrase.start)?.trim();
        let after = text
            .get(owner.span.end - phrase.start..)?
            .trim_start_matches(['\'', '’', 's'])
            .trim();
        let noun = ["for", "of", "from"]
            .iter()
            .find_map(|p| before.strip_suffix(&format!(" {p}")));
        let noun = match noun {
            Some(noun) if after.is_empty() => without_article(noun.trim()),
            None if matches!(before.to_lowercase().as_str(), "" | "a" | "an" | "the")
                && !after.is_empty() =>
            {
                after.to_string()
            }
            _ => return None,
        };
        let plain = !noun.contains(' ') && language::role(&noun).is_some();
        plain.then(|| format!("{name} {noun}"))
    }

    /// "The company", "the club": the only body named in the nearest sentence that names one.
    pub(super) fn body_of_kind(&self, phrase: Span, bare: &str) -> Option<EntityId> {
        const BODIES: [&str; 5] = ["club", "company", "firm", "operator", "union"];
        if !BODIES.contains(&bare) {
            return None;
        }
        let here = self.document.sentence_at(phrase.start);
        let body = |m: &&Mention| {
            let kind = m
                .entity
                .and_then(|id| self.registry.get(id))
                .map(|k| k.kind);
            m.kind == MentionKind::Name
                && kind == Some(EntityKind::Organization)
                && m.span.end <= phrase.start
        };
        (here.saturating_sub(REACH)..=here).rev().find_map(|s| {
            let named = self
                .document
                .mentions
                .iter()
                .filter(|m| m.sentence == s)
                .filter(body);
            let ids: BTreeSet<EntityId> = named.filter_map(|m| m.entity).collect();
            (!ids.is_empty()).then(|| (ids.len() == 1).then(|| ids.first().copied()).flatten())
        })?
    }

    /// "The bishops": the one body this article names whose name ends with that word.
    pub(super) fn members(&self, bare: &str) -> Option<EntityId> {
        let is_plural = bare.ends_with('s') && !bare.contains(' ');
        let ends =
            |name: &str| name.contains(' ') && name.to_lowercase().ends_with(&format!(" {bare}"));
        let named = self
            .document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Name)
            .filter_map(|m| m.entity);
        let bodies: BTreeSet<EntityId> = named
            .filter(|id| {
                self.registry
                    .get(*id)
                    .is_some_and(|k| k.kind == EntityKind::Organization && ends(&k.name))
            })
            .collect();
        (is_plural && bodies.len() == 1)
            .then(|| bodies.first().copied())
            .flatten()
    }
}
