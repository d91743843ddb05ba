//! What a number with its approximation allows, and how it is written down.

use super::sentence::Words;
use crate::model::{Bound, Quantity, Unit};

/// "About 400" allows this much on both sides: the rounding to one figure that news writing does; wider than the
/// rounding of "nearly 1,200" for 1,187, narrower than the step from 300 to 400.
const ABOUT: f64 = 0.12;

/// "About a dozen", "some 15": of numbers between ten and twenty a count two off is still meant.
const ABOUT_A_DOZEN: f64 = 2.5;

/// "Nearly 1,200" is said of what is closer to 1,200 than to 1,100; of a round thousand that is within the last tenth.
const NEARLY: f64 = 0.92;

/// "More than 300" is said of what lies below the next round number; that is at most twice the number said ("more than
/// 100" of 190).
const MORE_THAN: f64 = 2.0;

/// A number with the values its words allow; of a range and a result the second number is `upper`.
pub fn quantity(
    said: f64,
    upper: Option<f64>,
    bound: Bound,
    unit: Unit,
    of: Vec<String>,
) -> Quantity {
    let (low, high) = match (bound, upper) {
        (_, Some(other)) if unit == Unit::Score => (other, said),
        (Bound::Between, Some(upper)) => (said, upper),
        (Bound::About, _) => {
            let slack = if (10.0..=20.0).contains(&said) {
                ABOUT_A_DOZEN
            } else {
                said * ABOUT
            };
            (said - slack, said + slack)
        }
        (Bound::Nearly, _) => (said * NEARLY, said),
        (Bound::AtLeast, _) => (said, f64::INFINITY),
        (Bound::MoreThan, _) => (said, said * MORE_THAN),
        (Bound::AtMost, _) => (0.0, said),
        _ => (said, said),
    };
    Quantity {
        said,
        low,
        high,
        bound,
        unit,
        of,
    }
}

/// "at least 300", "3.5 %", "12–15", "40 dollar".
pub fn normal(quantity: &Quantity, upper: Option<f64>) -> String {
    let number = match (upper, &quantity.unit) {
        (Some(upper), Unit::Score) => format!("{}-{upper}", quantity.said),
        (Some(upper), _) => format!("{}–{upper}", quantity.said),
        (None, _) => (((quantity.said * 1e6).round()) / 1e6).to_string(),
    };
    let bound = match quantity.bound {
        Bound::About | Bound::Nearly => "about ",
        Bound::AtLeast | Bound::MoreThan => "at least ",
        Bound::AtMost => "at most ",
        Bound::Exact | Bound::Between => "",
    };
    let unit = match &quantity.unit {
        Unit::Percent => " %".to_string(),
        Unit::Money(name) => format!(" {name}"),
        _ => String::new(),
    };
    format!("{bound}{number}{unit}")
}

/// Where the words that bound a number start, and how they bound it.
pub fn before(words: &Words, at: usize) -> (usize, Bound) {
    let one = at.checked_sub(1).map_or("", |i| words.word(i));
    let two = at.checked_sub(2).map_or("", |i| words.word(i));
    let three = at.checked_sub(3).map_or("", |i| words.word(i));
    match (three, two, one) {
        ("as", "many" | "much", "as") => (at - 3, Bound::AtMost),
        ("no" | "not", "more" | "fewer" | "less", "than") => (
            at - 3,
            if two == "more" {
                Bound::AtMost
            } else {
                Bound::AtLeast
            },
        ),
        (_, "more" | "greater" | "higher" | "upwards", "than" | "of") => (at - 2, Bound::MoreThan),
        (_, "less" | "fewer" | "lower", "than") => (at - 2, Bound::AtMost),
        (_, "at", "least") => (at - 2, Bound::AtLeast),
        (_, "at", "most") | (_, "up", "to") => (at - 2, Bound::AtMost),
        (_, "close" | "next", "to") => (at - 2, Bound::About),
        (_, _, "over" | "above" | "exceeding") => (at - 1, Bound::MoreThan),
        (_, _, "under" | "below") => (at - 1, Bound::AtMost),
        (_, _, "about" | "around" | "some" | "roughly" | "approximately" | "circa") => {
            (at - 1, Bound::About)
        }
        (_, _, "nearly" | "almost") => (at - 1, Bound::Nearly),
        _ => (at, Bound::Exact),
    }
}
