//! Tags, words and labels → parts of speech, by the model's rules; a later rule overrules an earlier one.

use crate::model::{Label, Pos, Tag};

/// A rule in each line: conditions on one token or two in a row, which of them changes, and how.
const RULES: &str = include_str!("data/rules.txt");

/// The rules in order.
#[derive(Debug)]
pub struct Rules(Vec<Rule>);

/// What the rules look at in a token.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its tag.
    pub tag: Tag,
    /// Its label.
    pub label: Label,
    /// Its lower case.
    pub lower: &'a str,
    /// Whether it is white space.
    pub is_space: bool,
}

/// What a word's form says about its lemma.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// It is an infinitive or a positive.
    Base,
    /// It is singular.
    Singular,
    /// It is in the present tense, and neither singular nor plural.
    Present,
    /// Nothing.
    #[default]
    Other,
}

/// What the rules make of a token.
#[derive(Clone, Copy, Debug)]
pub struct Ruled {
    /// Its tag.
    pub tag: Tag,
    /// Its label.
    pub label: Label,
    /// Its part of speech.
    pub pos: Pos,
    /// What its form says about its lemma.
    pub form: Form,
    /// Its lemma, where a rule knows it.
    pub lemma: Option<&'static str>,
}

#[derive(Debug)]
struct Rule {
    conditions: Vec<Condition>,
    target: usize,
    effects: Vec<Effect>,
}

/// Sets of tags and labels are bits of their numbers.
#[derive(Debug)]
struct Condition {
    tags: u64,
    labels: u64,
    words: Vec<&'static str>,
    is_space: Option<bool>,
}

#[derive(Clone, Copy, Debug)]
enum Effect {
    Tag(Tag),
    Label(Label),
    Pos(Pos),
    Form(Form),
    Lemma(&'static str),
}

impl Rules {
    /// The rules.
    pub fn read() -> Result<Self, String> {
        let rule = |line| Rule::read(line).ok_or_else(|| format!("rules.txt: {line}"));
        Ok(Self(RULES.lines().map(rule).collect::<Result<_, _>>()?))
    }

    /// What the rules make of the tokens of a sentence.
    pub fn apply(&self, tokens: &[Seen]) -> Vec<Ruled> {
        let plain = |token: &Seen| Ruled {
            tag: token.tag,
            label: token.label,
            pos: Pos::X,
            form: Form::Other,
            lemma: None,
        };
        let mut out: Vec<Ruled> = tokens.iter().map(plain).collect();
        for rule in &self.0 {
            for (first, window) in tokens.windows(rule.conditions.len()).enumerate() {
                if rule
                    .conditions
                    .iter()
                    .zip(window)
                    .all(|(condition, token)| condition.holds(token))
                {
                    rule.effects
                        .iter()
                        .for_each(|effect| effect.change(&mut out[first + rule.target]));
                }
            }
        }
        out
    }
}

impl Rule {
    fn read(line: &'static str) -> Option<Self> {
        let (conditions, effects) = line.split_once(" -> ")?;
        let (target, effects) = effects.split_once(' ')?;
        Some(Self {
            conditions: conditions
                .split(" + ")
                .map(Condition::read)
                .collect::<Option<_>>()?,
            target: target.parse().ok()?,
            effects: effects
                .split(' ')
                .map(Effect::read)
                .collect::<Option<_>>()?,
        })
    }
}

impl Condition {
    fn read(text: &'static str) -> Option<Self> {
        let mut out = Self {
            tags: u64::MAX,
            labels: u64::MAX,
            words: Vec::new(),
            is_space: None,
        };
        for part in text.split(' ') {
            let (key, values) = part.split_once('=')?;
            let (key, keep) = key
                .strip_suffix('!')
                .map_or((key, true), |key| (key, false));
            let bits = |bit: fn(&str) -> Option<u64>| {
                let bits = values
                    .split('|')
                    .map(bit)
                    .try_fold(0, |all, bit| Some(all | bit?))?;
                Some(if keep { bits } else { !bits })
            };
            match key {
                "TAG" => out.tags = bits(|name| Some(1 << Tag::from_name(name)? as u64))?,
                "DEP" => out.labels = bits(|name| Some(1 << Label::from_name(name)? as u64))?,
                "LOWER" => out.words = values.split('|').collect(),
                "IS_SPACE" => out.is_space = Some(values == "yes"),
                _ => return None,
            }
        }
        Some(out)
    }

    fn holds(&self, token: &Seen) -> bool {
        self.tags >> token.tag as u64 & 1 == 1
            && self.labels >> token.label as u64 & 1 == 1
            && (self.words.is_empty() || self.words.contains(&token.lower))
            && self
                .is_space
                .is_none_or(|is_space| is_space == token.is_space)
    }
}

impl Effect {
    fn read(text: &'static str) -> Option<Self> {
        let (key, value) = text.split_once('=')?;
        match key {
            "TAG" => Tag::from_name(value).map(Self::Tag),
            "DEP" => Label::from_name(value).map(Self::Label),
            "POS" => Pos::from_name(value).map(Self::Pos),
            "LEMMA" => Some(Self::Lemma(value)),
            "FORM" => Some(Self::Form(match value {
                "base" => Form::Base,
                "singular" => Form::Singular,
                "present" => Form::Present,
                "other" => Form::Other,
                _ => return None,
            })),
            _ => None,
        }
    }

    fn change(self, token: &mut Ruled) {
        match self {
            Self::Tag(tag) => token.tag = tag,
            Self::Label(label) => token.label = label,
            Self::Pos(pos) => token.pos = pos,
            Self::Form(form) => token.form = form,
            Self::Lemma(lemma) => token.lemma = Some(lemma),
        }
    }
}
