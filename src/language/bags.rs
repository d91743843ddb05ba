//! Words for matching: lower case, in order and as a bag.

use std::cmp::Ordering;

/// The words of a text; letters, digits and underscores make a word, everything else divides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    list: Vec<String>,
    sorted: Vec<String>,
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let words = text
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|w| !w.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().into()
    }

    /// In the order of the text.
    pub fn list(&self) -> &[String] {
        &self.list
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many words both have, each counted as often as both have it.
    pub fn shared(&self, other: &Words) -> usize {
        let (mut left, mut right) = (
            self.sorted.iter().peekable(),
            other.sorted.iter().peekable(),
        );
        let mut shared = 0;
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let order = a.cmp(b);
            shared += usize::from(order == Ordering::Equal);
            if order != Ordering::Greater {
                left.next();
            }
            if order != Ordering::Less {
                right.next();
            }
        }
        shared
    }

    /// Twice the shared words over all words, 0 to 1.
    pub fn dice(&self, other: &Words) -> f64 {
        let all = self.len() + other.len();
        if all == 0 {
            0.0
        } else {
            2.0 * self.shared(other) as f64 / all as f64
        }
    }

    /// Whether the words of `part` stand here one after the other.
    pub fn contain(&self, part: &Words) -> bool {
        part.is_empty()
            || self
                .list
                .windows(part.len())
                .any(|window| window == part.list)
    }

    /// These words and then those.
    pub fn and(&self, other: &Words) -> Words {
        [self.list.as_slice(), &other.list].concat().into()
    }

    /// The words for which `keep` holds, or all where it holds for none.
    pub fn only(&self, keep: impl Fn(&str) -> bool) -> Words {
        let kept: Vec<String> = self.list.iter().filter(|w| keep(w)).cloned().collect();
        if kept.is_empty() {
            self.clone()
        } else {
            kept.into()
        }
    }
}

impl From<Vec<String>> for Words {
    fn from(list: Vec<String>) -> Self {
        let mut sorted = list.clone();
        sorted.sort();
        Self { list, sorted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bags_share_what_both_have_as_often_as_both_have_it() {
        let (a, b) = (
            Words::of("The ferry, the FERRY and the pier"),
            Words::of("the ferry; a ferry"),
        );
        assert_eq!(a.shared(&b), 3);
        assert!((a.dice(&b) - 6.0 / 11.0).abs() < 1e-12);
        assert_eq!(Words::of("").shared(&a), 0);
    }

    #[test]
    fn words_stand_one_after_the_other() {
        let text = Words::of("It was, he said, “over”.");
        assert!(text.contain(&Words::of("he said over")));
        assert!(!text.contain(&Words::of("it he said")));
        assert!(Words::of("").contain(&Words::default()));
    }
}
