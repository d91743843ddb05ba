//! The sets of characters the tokenizer asks about.

use std::collections::HashMap;

/// Ranges of code points by the name of their set, and the units that may follow a digit.
const CHARACTERS: &str = include_str!("../data/characters.txt");

/// A set of characters.
#[derive(Debug)]
pub struct Set {
    /// The first 128 code points.
    ascii: u128,
    /// First and last code point of each stretch of the others, in order.
    ranges: Vec<(u32, u32)>,
}

/// All sets, by what they are for.
#[derive(Debug)]
pub struct Characters {
    /// Cut off at the start of a word.
    pub prefix: Set,
    /// Cut off at the end of a word.
    pub suffix: Set,
    /// Cut out of the middle of a word.
    pub infix: Set,
    /// Letters.
    pub letter: Set,
    /// Before a full stop inside a word that divides it, where `after_stop` follows.
    pub before_stop: Set,
    /// After such a stop.
    pub after_stop: Set,
    /// Before a full stop at the end of a word that is cut off.
    pub before_last_stop: Set,
    /// Two of these do the same.
    pub capital: Set,
    /// Units and currencies, cut off after a digit.
    pub units: Vec<&'static str>,
}

impl Characters {
    /// The sets.
    pub fn read() -> Result<Self, String> {
        let pair = |line: &'static str| {
            line.split_once(' ')
                .ok_or_else(|| format!("characters.txt: {line}"))
        };
        let mut lines = CHARACTERS
            .lines()
            .map(pair)
            .collect::<Result<HashMap<_, _>, _>>()?;
        let mut line = |name: &str| {
            lines
                .remove(name)
                .ok_or_else(|| format!("characters.txt has no {name}"))
        };
        Ok(Self {
            prefix: Set::read(line("prefix")?)?,
            suffix: Set::read(line("suffix")?)?,
            infix: Set::read(line("infix")?)?,
            letter: Set::read(line("letter")?)?,
            before_stop: Set::read(line("before_stop")?)?,
            after_stop: Set::read(line("after_stop")?)?,
            before_last_stop: Set::read(line("before_last_stop")?)?,
            capital: Set::read(line("capital")?)?,
            units: line("unit")?.split(' ').collect(),
        })
    }
}

impl Set {
    fn read(line: &str) -> Result<Self, String> {
        let (mut ascii, mut ranges) = (0, Vec::new());
        for range in line.split(' ') {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let code = |digits| {
                u32::from_str_radix(digits, 16).map_err(|e| format!("characters.txt: {range}: {e}"))
            };
            let (first, last) = (code(first)?, code(last)?);
            (first..=last.min(127)).for_each(|code| ascii |= 1u128 << code);
            ranges.push((first, last));
        }
        Ok(Self { ascii, ranges })
    }

    /// Whether the set has a character.
    pub fn has(&self, character: char) -> bool {
        let code = u32::from(character);
        if code < 128 {
            return self.ascii >> code & 1 == 1;
        }
        let next = self.ranges.partition_point(|&(first, _)| first <= code);
        next.checked_sub(1)
            .is_some_and(|n| code <= self.ranges[n].1)
    }
}
