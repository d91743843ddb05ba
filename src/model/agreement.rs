//! Whether two values can be true of the same thing.

use super::value::{Bound, Quantity, Unit};
use crate::language::measure;

/// How two values of the same thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The same value.
    Same,
    /// Both can be true, one said more closely than the other: 1,187 and "nearly 1,200".
    Compatible,
    /// Both cannot be true.
    Conflict,
    /// They count or measure different things.
    Unrelated,
}

impl Quantity {
    /// How two quantities stand to each other, by what they count and the values their words allow.
    pub fn agreement(&self, other: &Self) -> Agreement {
        let (a, b) = (self, other);
        let (Some((a_low, a_high, a_unit)), Some((b_low, b_high, b_unit))) =
            (measured(a, b), measured(b, a))
        else {
            return Agreement::Unrelated;
        };
        if a.unit == Unit::Score {
            return if (a.said, a.low) == (b.said, b.low) {
                Agreement::Same
            } else {
                Agreement::Conflict
            };
        }
        let tolerance = if a_unit == b_unit {
            0.0
        } else {
            a_unit.max(b_unit) / 2.0
        };
        let overlap = a_low <= b_high + tolerance && b_low <= a_high + tolerance;
        let same = a.bound == Bound::Exact
            && b.bound == Bound::Exact
            && a.said == b.said
            && a_unit == b_unit;
        match () {
            () if same => Agreement::Same,
            () if overlap || rounded(a, b) || rounded(b, a) => Agreement::Compatible,
            () => Agreement::Conflict,
        }
    }
}

/// Least and greatest value in the base measure, and the size of the unit said; none where `other` counts another thing.
fn measured(quantity: &Quantity, other: &Quantity) -> Option<(f64, f64, f64)> {
    let plain = (quantity.low, quantity.high, 1.0);
    match (&quantity.unit, &other.unit) {
        (Unit::Count(a), Unit::Count(b)) => match (measure(a), measure(b)) {
            (Some((kind, unit)), Some((other, _))) if kind == other => {
                Some((quantity.low * unit, quantity.high * unit, unit))
            }
            (None, None) if a == b && !a.is_empty() => Some(plain),
            _ => None,
        },
        (a, b) => (a == b).then_some(plain),
    }
}

/// Whether `fine` is rounded to what `coarse` says. News rounds figures of a hundred and more to their first digits and
/// decimals to whole numbers; a smaller count is meant as said.
fn rounded(coarse: &Quantity, fine: &Quantity) -> bool {
    let plain = |q: &Quantity| matches!(q.bound, Bound::Exact | Bound::About);
    if coarse.unit != fine.unit || !plain(coarse) || !plain(fine) {
        return false;
    }
    let (said, exact) = (coarse.said, fine.said);
    if said.fract() == 0.0 && said.abs() < 100.0 {
        let measure = !matches!(coarse.unit, Unit::Count(_) | Unit::Ordinal(_));
        return measure && exact.fract() != 0.0 && exact.round() == said;
    }
    let step = step(said);
    let near = (said - exact).abs() <= APART * said.abs().max(exact.abs());
    near && ((exact / step).round() - said / step).abs() < 1e-6 && step > 0.0
}

/// Share of the greater of two numbers that one may be rounded by: "$400,000" is no "$350,000", though it has one digit that
/// counts.
const APART: f64 = 0.1;

/// The last digit that a number says: 1,200 → 100, 4.6 million → 100,000.
fn step(said: f64) -> f64 {
    let mut step = 10f64.powi(said.abs().log10().floor() as i32);
    for _ in 0..9 {
        let parts = said / step;
        if (parts - parts.round()).abs() < 1e-6 {
            break;
        }
        step /= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::Agreement;
    use crate::model::{Article, Quantity};

    fn quantity(text: &str) -> Option<Quantity> {
        let article = Article::of_body(text);
        crate::documented(article)
            .values
            .into_iter()
            .find_map(|v| v.quantity)
    }

    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../fixtures/cases/values_agreement.txt");
        let mut wrong = Vec::new();
        for line in table
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        {
            let parts: Vec<&str> = line.split(" | ").collect();
            let [a, b, want] = parts[..] else {
                panic!("malformed case: {line}")
            };
            let got = match (quantity(a), quantity(b)) {
                (Some(x), Some(y)) => match x.agreement(&y) {
                    Agreement::Same => "same",
                    Agreement::Compatible => "compatible",
                    Agreement::Conflict => "conflict",
                    Agreement::Unrelated => "unrelated",
                },
                _ => "no value",
            };
            if got != want {
                wrong.push(format!("{line}\n  got {got}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
