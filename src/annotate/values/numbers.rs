//! Numbers of one sentence, in digits and words, with unit, scale and approximation.

use super::bounds::{self, normal, quantity};
use super::nouns;
use super::sentence::Words;
use super::units;
use crate::language::numbers;
use crate::model::{Bound, Document, Sentence, Unit, Value, ValueKind};

/// The numbers of one sentence.
pub fn numbers_in(document: &Document, index: usize, sentence: &Sentence) -> Vec<Value> {
    let reader = Reader {
        words: Words::new(document, sentence),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.words.len() {
        match reader.number(at) {
            Some(number) => {
                at = number.end.max(at + 1);
                found.extend(reader.value(index, number));
            }
            None => at += 1,
        }
    }
    found
}

/// A number found at words `start..end`.
struct Number {
    start: usize,
    end: usize,
    said: f64,
    upper: Option<f64>,
    bound: Bound,
    unit: Option<Unit>,
}

struct Reader<'a> {
    words: Words<'a>,
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        self.words.word(i)
    }

    fn gap(&self, i: usize) -> &str {
        self.words.gap(i)
    }

    fn number(&self, at: usize) -> Option<Number> {
        if let Some(said) = numbers::ordinal(self.word(at)) {
            return Some(Number {
                start: at,
                end: at + 1,
                said,
                upper: None,
                bound: Bound::Exact,
                unit: Some(Unit::Ordinal(String::new())),
            });
        }
        if let Some((said, upper, end)) = self.votes(at) {
            return Some(Number {
                start: at,
                end,
                said,
                upper: Some(upper),
                bound: Bound::Exact,
                unit: Some(Unit::Score),
            });
        }
        let (said, mut end) = self
            .share(at)
            .or_else(|| self.plain(at))
            .or_else(|| self.few(at))?;
        if self.is_name_or_article(at, end) {
            return None;
        }
        let mut upper = None;
        let mut bound = Bound::Exact;
        let range = matches!(self.gap(end), "-" | "–")
            || (matches!(self.word(end), "to" | "and") && self.opens_range(at));
        let second = if matches!(self.word(end), "to" | "and") {
            end + 1
        } else {
            end
        };
        if let Some((value, behind)) = self.plain(second).filter(|(v, _)| range && *v != said) {
            if value > said {
                (upper, end, bound) = (Some(value), behind, Bound::Between);
            } else if second == end {
                return Some(Number {
                    start: at,
                    end: behind,
                    said,
                    upper: Some(value),
                    bound,
                    unit: Some(Unit::Score),
                });
            }
        }
        let several = numbers::unit(self.word(at)).is_none()
            && numbers::digits(self.word(at)).is_none()
            && self.few(at).is_some();
        let (start, stated) = if several {
            (at, Bound::AtLeast)
        } else {
            bounds::before(&self.words, at)
        };
        if bound == Bound::Exact {
            bound = stated;
        }
        if self.word(end) == "or" && self.word(end + 1) == "so" {
            bound = if bound == Bound::Exact {
                Bound::About
            } else {
                bound
            };
            end += 2;
        }
        let (unit, end) = units::unit(&self.words, at, end);
        let unit = unit.or_else(|| self.share(at).map(|_| Unit::Percent));
        Some(Number {
            start,
            end,
            said,
            upper,
            bound,
            unit,
        })
    }

    /// "by 21 to 19", "21 votes to 18": a result in words.
    fn votes(&self, at: usize) -> Option<(f64, f64, usize)> {
        let (said, end) = self.plain(at)?;
        let counted =
            matches!(self.word(end), "votes" | "points" | "goals") && self.word(end + 1) == "to";
        let before = at.checked_sub(1).map_or("", |b| self.word(b));
        let stated =
            matches!(before, "by" | "voted" | "vote" | "won" | "lost") && self.word(end) == "to";
        let second = if counted { end + 2 } else { end + 1 };
        let (other, behind) = self
            .plain(second)
            .filter(|(other, _)| (counted || stated) && *other <= said)?;
        Some((said, other, behind))
    }

    /// Whether the words before make "3 to 5" a range and "5 and 6" one: "between", "from", or nothing for "to".
    fn opens_range(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |b| self.word(b));
        matches!(before, "between" | "from") || self.word(at + 1) == "to"
    }

    /// A number in digits or words with its scale.
    fn plain(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.word(at);
        if let Some(value) = numbers::digits(word) {
            return Some(self.scaled(value, at + 1));
        }
        if let Some(value) =
            numbers::short_scaled(word).filter(|_| units::sign(&self.words, at).is_some())
        {
            return Some((value, at + 1));
        }
        let half = word == "half"
            && self.word(at + 1) == "a"
            && numbers::scale(self.word(at + 2)).is_some();
        if half {
            return Some((0.5 * numbers::scale(self.word(at + 2))?, at + 3));
        }
        let article = matches!(word, "a" | "an") && numbers::scale(self.word(at + 1)).is_some();
        let (mut value, mut end) = if article {
            (1.0, at + 1)
        } else {
            (numbers::unit(word)?, at + 1)
        };
        let tens = value >= 20.0 && matches!(self.gap(end), "-" | " ");
        if let Some(ones) = numbers::unit(self.word(end)).filter(|v| tens && *v > 0.0 && *v < 10.0)
        {
            (value, end) = (value + ones, end + 1);
        }
        Some(self.scaled(value, end))
    }

    fn scaled(&self, value: f64, mut end: usize) -> (f64, usize) {
        let mut value = value;
        while let Some(scale) =
            numbers::scale(self.word(end)).filter(|_| matches!(self.gap(end), " " | "-" | ""))
        {
            if self.word(end) == "score" {
                break;
            }
            value *= scale;
            end += 1;
            let rest = if self.word(end) == "and" {
                end + 1
            } else {
                end
            };
            if scale >= 100.0
                && let Some(ones) = numbers::unit(self.word(rest)).filter(|_| rest > end)
            {
                (value, end) = (value + ones, rest + 1);
            }
        }
        (value, end)
    }

    /// "a third of", "two thirds", "half the": shares, as hundredths.
    fn share(&self, at: usize) -> Option<(f64, usize)> {
        let word = self.word(at);
        if self.word(at + 1) == "in"
            && let (Some(part), Some(whole)) = (small(word), small(self.word(at + 2)))
            && part < whole
        {
            return Some((100.0 * part / whole, at + 3));
        }
        let (count, noun) = match word {
            "half" => (1.0, at),
            "a" | "one" => (1.0, at + 1),
            _ => (numbers::unit(word)?, at + 1),
        };
        if numbers::scale(self.word(noun + 2)).is_some() {
            return None; // "half a million"
        }
        let share = numbers::fraction(self.word(noun))?;
        let of = matches!(self.word(noun + 1), "of" | "the");
        of.then_some((count * share * 100.0, noun + 1))
    }

    /// "dozens of", "hundreds of": at least two of the scale.
    fn few(&self, at: usize) -> Option<(f64, usize)> {
        if self.word(at) == "tens" && self.word(at + 1) == "of" {
            let scale = numbers::scale(self.word(at + 2).strip_suffix('s')?)?;
            return (self.word(at + 3) == "of").then_some((20.0 * scale, at + 3));
        }
        let singular = self.word(at).strip_suffix('s')?;
        let scale =
            numbers::scale(singular).filter(|_| singular.len() > 2 && self.word(at + 1) == "of")?;
        Some((2.0 * scale, at + 1))
    }

    /// "one of the", "No. 10 Street", years: words that are no quantities.
    fn is_name_or_article(&self, at: usize, end: usize) -> bool {
        let pronoun = self.word(at) == "one" && end == at + 1;
        let text = self.words.printed(at);
        let named = text.starts_with(char::is_uppercase) && at > 0;
        let four = end == at + 1 && text.len() == 4;
        let year = four && numbers::digits(text).is_some_and(|v| (1800.0..2100.0).contains(&v));
        let clock = self.gap(at).ends_with(':') || self.gap(end).starts_with(':');
        let numbered = at
            .checked_sub(1)
            .is_some_and(|before| numbers::is_numbered(self.words.printed(before)));
        numbered || pronoun || named || clock || (year && !self.counts_several(at, end))
    }

    fn counts_several(&self, at: usize, end: usize) -> bool {
        let reading = &self.words.sentence.reading;
        self.words
            .span(at, end)
            .is_some_and(|span| nouns::counts_several(reading, span))
    }

    fn value(&self, index: usize, number: Number) -> Option<Value> {
        let mut span = self.words.span(number.start, number.end)?;
        if let Some(Unit::Percent) = number.unit {
            span.end += self.gap(number.end).find('%').map_or(0, |i| i + 1);
        }
        if let Some((sign, _)) = units::sign(&self.words, number.start) {
            span.start -= sign.len();
        }
        let of = nouns::counted(&self.words.sentence.reading, span);
        let of = match (&number.unit, of.is_empty()) {
            (Some(Unit::Count(stem)), true) => vec![stem.clone()],
            _ => of,
        };
        let head = of.last().cloned().unwrap_or_default();
        let unit = match number.unit {
            None => Unit::Count(head),
            Some(Unit::Ordinal(_)) => Unit::Ordinal(head),
            Some(unit) => unit,
        };
        let quantity = quantity(number.said, number.upper, number.bound, unit, of);
        let normal = normal(&quantity, number.upper);
        Some(Value {
            sentence: index as u32,
            span,
            kind: ValueKind::Number,
            normal,
            quantity: Some(quantity),
            period: None,
        })
    }
}

/// A number that shares are made of: "one in five", "6 in 10".
fn small(word: &str) -> Option<f64> {
    numbers::unit(word)
        .or_else(|| numbers::digits(word))
        .filter(|v| *v >= 1.0 && *v <= 1_000.0)
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, ValueKind};

    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../../fixtures/cases/numbers.txt");
        let mut wrong = Vec::new();
        for line in table
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        {
            let (text, want) = line
                .split_once(" => ")
                .unwrap_or_else(|| panic!("malformed case: {line}"));
            let article = Article::of_body(text);
            let document = crate::documented(article);
            let got: Vec<String> = document
                .values
                .iter()
                .filter(|v| v.kind == ValueKind::Number)
                .map(|v| {
                    format!(
                        "{} [{}]",
                        v.normal,
                        v.quantity
                            .as_ref()
                            .map_or("", |q| q.of.last().map_or("", |w| w))
                    )
                })
                .collect();
            let got = if got.is_empty() {
                "-".to_string()
            } else {
                got.join("; ")
            };
            if got != want {
                wrong.push(format!("{text}\n  want {want}\n  got  {got}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
