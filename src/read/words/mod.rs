//! Text → words, as spaCy's English tokenizer divides it
//! (<https://spacy.io/usage/linguistic-features#how-tokenizer-works>).

mod addresses;
mod affixes;
mod characters;
mod exceptions;

use addresses::is_address;
use characters::Characters;
use exceptions::{Exceptions, Torn, divided};

use crate::span::Span;

/// One word, mark or stretch of white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its norm, where a list fixes it.
    pub norm: Option<&'static str>,
    /// Whether a space follows, which is then no part of any word.
    pub spaced: bool,
}

/// The tokenizer's tables.
#[derive(Debug)]
pub struct Tokenizer {
    characters: Characters,
    exceptions: Exceptions,
    torn: Torn,
}

/// Whether a character is white space; the four separators of ASCII are.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || ('\x1c'..='\x1f').contains(&character)
}

impl Tokenizer {
    /// The tables.
    pub fn read() -> Result<Self, String> {
        let (characters, exceptions) = (Characters::read()?, exceptions::read()?);
        let tokenizer = Self {
            characters,
            exceptions,
            torn: Torn::default(),
        };
        Ok(Self {
            torn: Torn::of(&tokenizer),
            ..tokenizer
        })
    }

    /// The words in one span of a text.
    pub fn words(&self, text: &str, span: Span) -> Vec<Word> {
        let mut words = Vec::new();
        let mut start = span.start;
        for chunk in chunks(span.of(text)) {
            let span = Span::new(start, start + chunk.len());
            start = span.end;
            if !chunk.starts_with(is_space) {
                self.pieces(text, span, true, &mut words);
                continue;
            }
            // The first space belongs to the word before it.
            let taken = match words.last_mut() {
                Some(word) if chunk.starts_with(' ') => {
                    word.spaced = true;
                    1
                }
                _ => 0,
            };
            if taken < chunk.len() {
                words.push(Word {
                    span: Span::new(span.start + taken, span.end),
                    norm: None,
                    spaced: false,
                });
            }
        }
        self.torn.mend(&self.exceptions, text, &mut words);
        words
    }

    /// Whether anything would be cut off or out of a word.
    fn cuts(&self, word: &str) -> bool {
        affixes::prefix(&self.characters, word) > 0
            || affixes::suffix(&self.characters, word) > 0
            || !affixes::infixes(&self.characters, word).is_empty()
    }

    /// The words in a span without white space; `listed` says whether the list of exceptions counts.
    fn pieces(&self, text: &str, span: Span, listed: bool, words: &mut Vec<Word>) {
        let exception = |span: Span| {
            if listed {
                self.exceptions.get(span.of(text))
            } else {
                None
            }
        };
        let plain = |span| Word {
            span,
            norm: None,
            spaced: false,
        };
        let (prefixes, core, suffixes) =
            self.stripped(text, span, |span| exception(span).is_some());
        words.extend(prefixes.into_iter().map(plain));
        if let Some(parts) = exception(core) {
            words.extend(divided(core.start, parts, false));
        } else if is_address(&self.characters, core.of(text)) {
            words.push(plain(core));
        } else {
            words.extend(self.at_infixes(text, core).into_iter().map(plain));
        }
        words.extend(suffixes.into_iter().rev().map(plain));
    }

    /// What is cut off at the start, what is left, and what is cut off at the end, from the outside inwards.
    fn stripped(
        &self,
        text: &str,
        span: Span,
        listed: impl Fn(Span) -> bool,
    ) -> (Vec<Span>, Span, Vec<Span>) {
        let (mut prefixes, mut core, mut suffixes) = (Vec::new(), span, Vec::new());
        while !core.is_empty() && !listed(core) {
            let prefix = affixes::prefix(&self.characters, core.of(text));
            let inner = core.start + prefix;
            let suffix = affixes::suffix(&self.characters, Span::new(inner, core.end).of(text));
            let outer = core.end - suffix;
            if prefix == 0 && suffix == 0 {
                break;
            }
            // A word of the list is left alone as soon as it shows on one side.
            let bare_start = prefix > 0 && listed(Span::new(inner, core.end));
            let bare_end = suffix > 0 && !bare_start && listed(Span::new(core.start, outer));
            if prefix > 0 && !bare_end {
                prefixes.push(Span::new(core.start, inner));
            }
            if suffix > 0 && !bare_start {
                suffixes.push(Span::new(outer, core.end));
            }
            core = match (bare_start, bare_end) {
                (true, _) => Span::new(inner, core.end),
                (_, true) => Span::new(core.start, outer),
                _ => Span::new(inner, outer),
            };
        }
        (prefixes, core, suffixes)
    }

    /// A word divided at its infixes, which are words of their own.
    fn at_infixes(&self, text: &str, span: Span) -> Vec<Span> {
        let mut out = Vec::new();
        let mut start = span.start;
        for infix in affixes::infixes(&self.characters, span.of(text)) {
            let infix = Span::new(span.start + infix.start, span.start + infix.end);
            // One at the very start stays with what follows.
            if infix.start == span.start {
                continue;
            }
            out.push(Span::new(start, infix.start));
            out.push(infix);
            start = infix.end;
        }
        out.push(Span::new(start, span.end));
        out.retain(|piece| !piece.is_empty());
        out
    }
}

/// Stretches of white space and of anything else, in turn.
fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let space = is_space(rest.chars().next()?);
        let (chunk, after) =
            rest.split_at(rest.find(|c| is_space(c) != space).unwrap_or(rest.len()));
        rest = after;
        Some(chunk)
    })
}

#[cfg(test)]
mod tests {
    use super::{Span, Tokenizer};

    fn divided(text: &str) -> Vec<&str> {
        let tokenizer = Tokenizer::read().expect("the tables are well formed");
        tokenizer
            .words(text, Span::new(0, text.len()))
            .iter()
            .map(|word| word.span.of(text))
            .collect()
    }

    #[test]
    fn divides_as_the_original() {
        for (text, words) in [
            ("I can't, won't.", "I|ca|n't|,|wo|n't|."),
            ("US$5m, 50% and 5km²", "US$|5|m|,|50|%|and|5|km²"),
            ("Mr.Smith left at 10a.m.", "Mr.|Smith|left|at|10|a.m."),
            (
                "end.Start and/or x=y a--b",
                "end|.|Start|and/or|x|=|y|a|--|b",
            ),
            ("The U.S.-based (U.S.) firm", "The|U.S.-based|(|U.S.|)|firm"),
            ("hello:) : )", "hello|:)|:|)"),
            (
                "mail a.b@c.org, see www.x.com/a-b",
                "mail|a.b@c.org|,|see|www.x.com/a-b",
            ),
            ("No...what?! ‘Yes’", "No|...|what|?|!|‘|Yes|’"),
            ("a  b \n", "a| |b|\n"),
        ] {
            assert_eq!(
                divided(text),
                words.split('|').collect::<Vec<_>>(),
                "{text}"
            );
        }
    }

    #[test]
    fn a_fixed_norm_and_the_space_after_it_go_with_their_word() {
        let tokenizer = Tokenizer::read().expect("the tables are well formed");
        let words = tokenizer.words("We’ll go", Span::new(0, 10));
        let seen: Vec<_> = words.iter().map(|word| (word.norm, word.spaced)).collect();
        assert_eq!(
            seen,
            [(Some("we"), false), (Some("will"), true), (None, false)]
        );
    }
}
