//! Categories → where their words stand in a sentence.

use std::collections::HashMap;

use regex::{Regex, RegexBuilder};

use super::{Category, LexiconError};
use crate::language;
use crate::span::Span;

/// Words of a category in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the category.
    pub category: usize,
    /// The words.
    pub span: Span,
    /// What makes two hits the same word: the entry that was met.
    pub entry: String,
}

/// How the words of an entry are met.
#[derive(Clone, Debug)]
struct Needle {
    category: usize,
    entry: String,
    rest: Vec<String>,
}

/// Categories made ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    words: HashMap<String, Vec<Needle>>,
    stems: HashMap<String, Vec<Needle>>,
    patterns: Vec<(usize, Regex)>,
}

/// Bytes that one pattern may compile to; keeps a pattern from outside small.
const PATTERN_SIZE: usize = 1 << 20;

impl Matcher {
    /// Makes categories ready.
    ///
    /// # Errors
    /// When a pattern is no regular expression.
    pub fn new(categories: &[Category]) -> Result<Self, LexiconError> {
        let mut matcher = Matcher::default();
        for (category, c) in categories.iter().enumerate() {
            for word in &c.words {
                add(&mut matcher.words, category, word, &|w| w.to_lowercase());
            }
            for stem in &c.stems {
                add(&mut matcher.stems, category, stem, &language::stem);
            }
            for pattern in &c.patterns {
                let built = RegexBuilder::new(pattern)
                    .case_insensitive(true)
                    .size_limit(PATTERN_SIZE)
                    .build();
                let regex = built.map_err(|e| LexiconError::Pattern {
                    category: c.name.clone(),
                    error: Box::new(e),
                })?;
                matcher.patterns.push((category, regex));
            }
        }
        Ok(matcher)
    }

    /// Where words of the categories stand among `words` of `text`, in order; of overlapping ones of one category the
    /// longest.
    pub fn find(&self, text: &str, sentence: Span, words: &[Span]) -> Vec<Hit> {
        let plain: Vec<String> = words
            .iter()
            .map(|w| bare(w.of(text)).to_lowercase())
            .collect();
        let stems: Vec<String> = words.iter().map(|w| language::stem(w.of(text))).collect();
        let mut hits = Vec::new();
        for at in 0..words.len() {
            for (needles, forms) in [(&self.words, &plain), (&self.stems, &stems)] {
                let here = forms.get(at).and_then(|f| needles.get(f));
                hits.extend(
                    here.into_iter()
                        .flatten()
                        .filter_map(|n| met(n, forms, words, at)),
                );
            }
        }
        for (category, pattern) in &self.patterns {
            hits.extend(
                pattern
                    .find_iter(sentence.of(text))
                    .filter(|m| !m.is_empty())
                    .map(|m| Hit {
                        category: *category,
                        span: Span::new(sentence.start + m.start(), sentence.start + m.end()),
                        entry: m.as_str().to_lowercase(),
                    }),
            );
        }
        longest(hits)
    }
}

fn add(
    needles: &mut HashMap<String, Vec<Needle>>,
    category: usize,
    entry: &str,
    form: &dyn Fn(&str) -> String,
) {
    let parts = entry
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|p| !p.is_empty());
    let mut forms: Vec<String> = parts.map(form).collect();
    if !forms.is_empty() {
        let first = forms.remove(0);
        let same = std::iter::once(&first)
            .chain(&forms)
            .map(|f| identity(f))
            .collect::<Vec<_>>()
            .join(" ");
        needles.entry(first).or_default().push(Needle {
            category,
            entry: same,
            rest: forms,
        });
    }
}

/// What the forms and spellings of one word have in common: "refusing" and "refusal", "criticise" and "criticized".
fn identity(word: &str) -> String {
    let base = language::verb_base(word)
        .or_else(|| language::act_of(word))
        .unwrap_or(word);
    language::stem(&language::american(base))
}

fn met(needle: &Needle, forms: &[String], words: &[Span], at: usize) -> Option<Hit> {
    let last = at + needle.rest.len();
    let rest = forms.get(at + 1..=last)?;
    let (first, last) = (words.get(at)?, words.get(last)?);
    let span = Span::new(first.start, last.end);
    (rest == needle.rest).then(|| Hit {
        category: needle.category,
        span,
        entry: needle.entry.clone(),
    })
}

fn longest(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|h| (h.category, h.span.start, std::cmp::Reverse(h.span.end)));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if kept
            .last()
            .is_none_or(|k| k.category != hit.category || !k.span.overlaps(hit.span))
        {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|h| (h.span, h.category));
    kept
}

fn bare(word: &str) -> &str {
    word.strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word)
}
