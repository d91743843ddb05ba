//! Quotes → the full names of their speakers, as used across all articles.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Registry;
use super::offices::Office;
use super::writings::{self, Author};
use crate::language::{self, Gender};
use crate::model::{Document, EntityId, EntityKind, Mention, MentionKind, Quote, QuoteKind};
use crate::span::Span;

/// How many sentences back a pronoun before a reporting verb may point; a run of quotes keeps its speaker alive.
const REACH: u32 = 5;

/// Who is quoted: the full name, and the entity where it is one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Speaker {
    name: Option<String>,
    entity: Option<EntityId>,
}

/// Gives every quote the full name of who is quoted; none where the words that name the source point at nobody clear.
pub fn assign(documents: &mut [Document], registry: &Registry) {
    let genders = genders(documents, registry);
    for document in documents {
        let found = Reader {
            document,
            registry,
            genders: &genders,
            told: Vec::new(),
            learned: BTreeMap::new(),
        }
        .read();
        for (quote, speaker) in document.quotes.iter_mut().zip(found) {
            quote.speaker = speaker.name;
            quote.entity = speaker.entity;
        }
    }
}

/// The quotes of one article in the order of reading, with the speakers found so far.
struct Reader<'a> {
    document: &'a Document,
    registry: &'a Registry,
    genders: &'a BTreeMap<EntityId, Gender>,
    /// Where the words that name the speaker stand, and who that is.
    told: Vec<(Span, u32, Speaker)>,
    /// What "he said" and "she said" told so far of those they were found to stand for.
    learned: BTreeMap<EntityId, Gender>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Speaker> {
        let mut found = vec![Speaker::default(); self.document.quotes.len()];
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|i| {
            self.document
                .quotes
                .get(*i)
                .and_then(|q| q.speaker_mention)
                .map_or(0, |m| m.start)
        });
        for i in order {
            let Some(quote) = self.document.quotes.get(i) else {
                continue;
            };
            let Some(words) = quote.speaker_mention else {
                continue;
            };
            let speaker = self.speaker(quote, words);
            let gender = match self.document.text(words).to_lowercase().as_str() {
                "he" => Some(Gender::Male),
                "she" => Some(Gender::Female),
                _ => None,
            };
            if let (Some(id), Some(gender)) = (speaker.entity, gender) {
                self.learned.entry(id).or_insert(gender);
            }
            if speaker.name.is_some() {
                self.told.push((words, quote.sentence, speaker.clone()));
            }
            if let Some(slot) = found.get_mut(i) {
                *slot = speaker;
            }
        }
        found
    }

    fn speaker(&self, quote: &Quote, words: Span) -> Speaker {
        if let Some((_, _, known)) = self.told.iter().find(|(span, _, _)| *span == words) {
            return known.clone();
        }
        if let Some(label) = &quote.speaker {
            let known = self.registry.named(label).map(|id| self.entity(id));
            let mut speaker = known.unwrap_or_else(|| named(label));
            if speaker
                .name
                .as_ref()
                .is_some_and(|name| !name.contains(char::is_lowercase))
            {
                speaker.name = Some(label.clone()); // the label, where only labels in capitals name them
            }
            return speaker;
        }
        let parts = joint(self.document, words);
        let found: Vec<Speaker> = parts.iter().map(|part| self.one(quote, *part)).collect();
        match found.as_slice() {
            [one] => one.clone(),
            some => {
                let names: Vec<&str> = some.iter().filter_map(|s| s.name.as_deref()).collect();
                let complete = names.len() == some.len();
                Speaker {
                    name: complete.then(|| names.join(" and ")),
                    entity: None,
                }
            }
        }
    }

    fn one(&self, quote: &Quote, phrase: Span) -> Speaker {
        let words = self.document.text(phrase).to_lowercase();
        match words.as_str() {
            "he" | "him" | "himself" | "his" => return self.meant(phrase, Gender::Male),
            "she" | "her" | "herself" => return self.meant(phrase, Gender::Female),
            "it" | "they" => {
                return match mention_of(self.document, phrase) {
                    Some((MentionKind::Pronoun, Some(id), _)) => self.entity(id),
                    _ => self
                        .unnamed(phrase)
                        .unwrap_or_else(|| self.body(quote, phrase)),
                };
            }
            _ => {}
        }
        match mention_of(self.document, phrase) {
            Some((MentionKind::Name, Some(id), _)) => {
                self.entity(self.namesake(phrase).unwrap_or(id))
            }
            Some((_, Some(id), _)) => self.entity(id),
            Some((MentionKind::Pronoun, None, _)) => Speaker::default(),
            Some((MentionKind::Name, None, _)) => named(&without_article(
                head(self.document, phrase).of(&self.document.article.text),
            )),
            _ => self.described(phrase),
        }
    }

    fn entity(&self, id: EntityId) -> Speaker {
        Speaker {
            name: self.registry.get(id).map(|k| k.name.clone()),
            entity: Some(id),
        }
    }

    fn agrees(&self, id: EntityId, gender: Gender) -> bool {
        let Some(known) = self.registry.get(id) else {
            return false;
        };
        let human = match known.kind {
            EntityKind::Person => true,
            EntityKind::Unknown => known.name.contains(' ') && !known.name.starts_with("The "),
            _ => false,
        };
        let told = if known.gender == Gender::Unsaid {
            self.genders
                .get(&id)
                .or_else(|| self.learned.get(&id))
                .copied()
        } else {
            Some(known.gender)
        };
        human && told.is_none_or(|g| g == gender)
    }

    /// Of several people of one surname in an article, a bare surname means the one who spoke or was named in full last;
    /// one with an office before it ("Mayor Lind") is left to the offices.
    fn namesake(&self, phrase: Span) -> Option<EntityId> {
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
            .find_map(|(span, s, speaker)| {
                let near = sentence_of(self.document, phrase)?
                    .saturating_sub(sentence_of(self.document, *span).unwrap_or(*s))
                    <= REACH;
                speaker.entity.filter(|e| near && bearers.contains(e))
            });
        spoke.or(bearers.last().copied())
    }

    /// Whom a pronoun stands for: whoever its chain names, else the nearest who agrees.
    fn meant(&self, pronoun: Span, gender: Gender) -> Speaker {
        match mention_of(self.document, pronoun) {
            Some((MentionKind::Pronoun, Some(id), _)) => self.entity(id),
            _ => self
                .unnamed(pronoun)
                .unwrap_or_else(|| self.person(pronoun, gender)),
        }
    }

    /// Whom a pronoun stands for who is only described: "driver".
    fn unnamed(&self, pronoun: Span) -> Option<Speaker> {
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
    fn person(&self, pronoun: Span, gender: Gender) -> Speaker {
        let Some(sentence) = sentence_of(self.document, pronoun) else {
            return Speaker::default();
        };
        let found = (sentence.saturating_sub(REACH)..=sentence)
            .rev()
            .find_map(|s| {
                let spoke = self.told.iter().filter(|(span, _, _)| {
                    span.end <= pronoun.start && sentence_of(self.document, *span) == Some(s)
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
    fn can_act(&self, mention: &Mention) -> bool {
        let quoted = self
            .document
            .quotes
            .iter()
            .any(|q| q.kind != QuoteKind::Indirect && q.span.contains(mention.span));
        mention.kind != MentionKind::Pronoun && !quoted
    }

    /// The body, document or group that "it" or "they" before a reporting verb stands for: who spoke last, when that is
    /// no single person.
    fn body(&self, quote: &Quote, pronoun: Span) -> Speaker {
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

    /// An unnamed source as it stands, without article: "senior official"; one that speaks for somebody known is
    /// "Ada Brook spokesman". "The aide" is the aide described before.
    fn described(&self, phrase: Span) -> Speaker {
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
            entity: None,
        }
    }

    /// "The letter", "a statement by Brook", "Brook's apology": whose words that is.
    fn writing(&self, phrase: Span) -> Option<Speaker> {
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
        self.author_of(at, introduced)
    }

    /// "The signatories": the authors of the writing last spoken of.
    fn writers(&self, phrase: Span, bare: &str) -> Option<Speaker> {
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

    fn author_of(&self, at: Span, introduced: bool) -> Option<Speaker> {
        let spoke = |sentence: u32| {
            let here = self
                .told
                .iter()
                .find(|(span, _, _)| sentence_of(self.document, *span) == Some(sentence));
            here.and_then(|(_, _, speaker)| speaker.entity)
        };
        match writings::author(self.document, self.registry, at, introduced, &spoke)? {
            Author::Known(id) => Some(self.entity(id)),
            Author::Of(name) => Some(named(&name)),
        }
    }

    /// The unnamed source a definite description means: the last with the same head noun, else, of one who speaks for
    /// somebody, the unnamed one who spoke last ("a spokeswoman said … the aide added").
    fn described_before(&self, phrase: Span, bare: &str) -> Option<String> {
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
            let here = sentence_of(self.document, phrase)?;
            let name = last.name.clone()?;
            (here.saturating_sub(*sentence) <= REACH && speaks_for(&name) && speaks_for(bare))
                .then_some(name)
        };
        same.or_else(near)
    }

    /// "a spokesman for Ada Brook", "Brook's aide", "a Brook spokeswoman": the full name of whom, then the noun.
    fn owned(&self, phrase: Span) -> Option<String> {
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
    fn body_of_kind(&self, phrase: Span, bare: &str) -> Option<EntityId> {
        const BODIES: [&str; 5] = ["club", "company", "firm", "operator", "union"];
        if !BODIES.contains(&bare) {
            return None;
        }
        let here = sentence_of(self.document, phrase)?;
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
    fn members(&self, bare: &str) -> Option<EntityId> {
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

/// What pronouns tell of the gender of people: a sentence that names one person and then says "he" or "she" is a vote.
fn genders(documents: &[Document], registry: &Registry) -> BTreeMap<EntityId, Gender> {
    let mut votes: BTreeMap<EntityId, (usize, usize)> = BTreeMap::new();
    for document in documents {
        for sentence in 0..document.sentences.len() as u32 {
            let here = || {
                document
                    .mentions
                    .iter()
                    .filter(move |m| m.sentence == sentence)
            };
            let person = |id: &EntityId| {
                registry
                    .get(*id)
                    .is_some_and(|k| k.kind == EntityKind::Person)
            };
            let names = here()
                .filter(|m| m.kind == MentionKind::Name)
                .filter_map(|m| m.entity)
                .filter(person);
            let people: BTreeSet<EntityId> = names.collect();
            let (Some(one), 1) = (people.first(), people.len()) else {
                continue;
            };
            let first = here()
                .find(|m| m.entity == Some(*one))
                .map_or(0, |m| m.span.end);
            // "Brook told him he was wrong": the object of a clause is not its subject, and what follows may be of it.
            let other = here().any(|m| {
                m.kind == MentionKind::Pronoun && document.text(m.span).eq_ignore_ascii_case("him")
            });
            for pronoun in
                here().filter(|m| m.kind == MentionKind::Pronoun && m.span.start >= first)
            {
                let vote = votes.entry(*one).or_default();
                match document.text(pronoun.span).to_lowercase().as_str() {
                    "he" | "his" | "himself" if !other => vote.0 += 1,
                    "she" | "her" | "hers" | "herself" => vote.1 += 1,
                    _ => {}
                }
            }
        }
    }
    let clear = |(id, (he, she)): (EntityId, (usize, usize))| match (he, she) {
        (he, she) if he > 2 * she => Some((id, Gender::Male)),
        (he, she) if she > 2 * he => Some((id, Gender::Female)),
        _ => None,
    };
    votes.into_iter().filter_map(clear).collect()
}

fn named(words: &str) -> Speaker {
    Speaker {
        name: Some(words.to_string()),
        entity: None,
    }
}

fn sentence_of(document: &Document, span: Span) -> Option<u32> {
    document
        .sentences
        .iter()
        .position(|s| s.span.covers(span.start))
        .map(|i| i as u32)
}

/// A description without its article, its first letter small unless it is a name.
fn without_article(words: &str) -> String {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    match first.to_lowercase().as_str() {
        "a" | "an" | "the" if !rest.is_empty() => rest.to_string(),
        lower
            if language::role(lower).is_some()
                || language::is_opener(lower)
                || language::is_stop_word(lower) =>
        {
            if rest.is_empty() {
                lower.to_string()
            } else {
                format!("{lower} {rest}")
            }
        }
        _ => words.to_string(),
    }
}

/// The parts of "Ada Brook and Tom Lind", when both are names or pronouns; else the whole.
fn joint(document: &Document, words: Span) -> Vec<Span> {
    let text = words.of(&document.article.text);
    let Some(at) = text.find(" and ") else {
        return vec![words];
    };
    let parts = [
        Span::new(words.start, words.start + at),
        Span::new(words.start + at + " and ".len(), words.end),
    ];
    let each_named = parts
        .iter()
        .all(|part| mention_of(document, *part).is_some_and(|(_, _, head)| head));
    let one_name = document
        .mentions
        .iter()
        .any(|m| m.span.start < words.start + at && m.span.end > words.start + at + 5);
    if each_named && !one_name {
        parts.to_vec()
    } else {
        vec![words]
    }
}

/// The mention that is the head of a phrase: its kind, its entity, and whether it is a name at the head.
fn mention_of(document: &Document, phrase: Span) -> Option<(MentionKind, Option<EntityId>, bool)> {
    let head = head(document, phrase);
    let inside = document.mentions.iter().filter(|m| m.span.overlaps(head));
    let best = inside.max_by_key(|m| (m.span.end, std::cmp::Reverse(m.span.start)))?;
    let reaches_head = best.span.end + 3 >= head.end;
    if !reaches_head {
        return None;
    }
    Some((best.kind, best.entity, best.kind == MentionKind::Name))
}

/// A phrase without what is attached behind its head: "a spokesman" of "a spokesman for the ministry".
fn head(document: &Document, phrase: Span) -> Span {
    let text = phrase.of(&document.article.text);
    let cut = [
        " of ", " for ", " at ", " from ", " in ", " with ", " on ", " to ", " who ", ", ",
    ]
    .iter()
    .filter_map(|p| text.find(p).filter(|at| !goes_on_as_name(text, *at, p)))
    .filter(|at| !inside_mention(document, phrase.start + at + 1))
    .min()
    .unwrap_or(text.len());
    Span::new(phrase.start, phrase.start + cut)
}

/// "Council of Fishers" is one name: capitals on both sides of "of" or "for".
fn goes_on_as_name(text: &str, at: usize, preposition: &str) -> bool {
    let before = text
        .get(..at)
        .and_then(|b| b.rsplit(' ').next())
        .unwrap_or("");
    let after = text.get(at + preposition.len()..).unwrap_or("");
    let joins = matches!(preposition, " of " | " for ");
    joins
        && before.starts_with(char::is_uppercase)
        && after.starts_with(char::is_uppercase)
        && !before.ends_with(',')
}

fn inside_mention(document: &Document, at: usize) -> bool {
    document
        .mentions
        .iter()
        .any(|m| m.kind == MentionKind::Name && m.span.start < at && at < m.span.end)
}
