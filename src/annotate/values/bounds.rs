//! What a number with its approximation allows, and how it is written down.

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
