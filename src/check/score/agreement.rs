//! Krippendorff's alpha: how far coders agree beyond chance, and how far the tool agrees with the gold.
//!
//! Krippendorff, "Content Analysis" (4th ed. 2018), chapter 12: alpha = 1 − observed / expected disagreement; any number
//! of coders, values may be missing. Pairs of sentences are ordinal (0 unrelated, 1 partial, 2 equivalent), the cells of
//! the fact × article matrix nominal (0 lacks, 1 tells).

/// How many coders gave each value to one unit.
pub(super) type Unit<const VALUES: usize> = [usize; VALUES];

/// How far two values lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Nominal,
    Ordinal,
}

/// How many units at least two coders judged.
pub(super) fn judged<const VALUES: usize>(units: &[(Unit<VALUES>, usize)]) -> usize {
    let pairable = units.iter().filter(|(unit, _)| coders(unit) > 1);
    pairable.map(|(_, times)| times).sum()
}

/// Of all pairs of judgments of one unit, the share that agree; none where no unit has two.
pub(super) fn percent<const VALUES: usize>(units: &[(Unit<VALUES>, usize)]) -> Option<f64> {
    let two = |n: usize| n * n.saturating_sub(1) / 2;
    let (mut agreed, mut all) = (0, 0);
    for (unit, times) in units {
        agreed += unit.iter().map(|&n| two(n)).sum::<usize>() * times;
        all += two(coders(unit)) * times;
    }
    (all > 0).then(|| agreed as f64 / all as f64)
}

fn coders<const VALUES: usize>(unit: &Unit<VALUES>) -> usize {
    unit.iter().sum()
}

/// The values of one unit counted.
pub(super) fn tally<const VALUES: usize>(values: impl Iterator<Item = usize>) -> Unit<VALUES> {
    let mut unit = [0; VALUES];
    for value in values {
        if let Some(count) = unit.get_mut(value) {
            *count += 1;
        }
    }
    unit
}

/// Alpha of units, each so many times; none where all values are the same, so that nothing can be told from chance.
pub(super) fn alpha<const VALUES: usize>(
    units: &[(Unit<VALUES>, usize)],
    scale: Scale,
) -> Option<f64> {
    let pairable = units.iter().filter(|(unit, _)| coders(unit) > 1);
    let mut totals = [0.0; VALUES];
    let mut observed = [[0.0; VALUES]; VALUES];
    for (unit, times) in pairable {
        let coders = coders(unit);
        for ((c, &have), (row, total)) in unit
            .iter()
            .enumerate()
            .zip(observed.iter_mut().zip(&mut totals))
        {
            *total += (have * times) as f64;
            for ((k, &other), cell) in unit.iter().enumerate().zip(row) {
                let partners = if c == k {
                    other.saturating_sub(1)
                } else {
                    other
                };
                *cell += (have * partners * times) as f64 / (coders - 1) as f64;
            }
        }
    }
    let all: f64 = totals.iter().sum();
    let (mut disagreed, mut expected) = (0.0, 0.0);
    for ((c, row), of_c) in observed.iter().enumerate().zip(totals) {
        for ((k, cell), of_k) in row.iter().enumerate().zip(totals) {
            let apart = distance(c, k, &totals, scale);
            disagreed += cell * apart;
            expected += of_c * of_k * apart;
        }
    }
    (expected > 0.0).then(|| 1.0 - (all - 1.0) * disagreed / expected)
}

/// Squared distance of two values. Ordinal: how many values given lie between them, the two themselves by half.
fn distance(c: usize, k: usize, totals: &[f64], scale: Scale) -> f64 {
    let (low, high) = (c.min(k), c.max(k));
    match scale {
        _ if low == high => 0.0,
        Scale::Nominal => 1.0,
        Scale::Ordinal => {
            let between: f64 = totals.iter().skip(low).take(high - low + 1).sum();
            let ends: f64 = [low, high].iter().filter_map(|i| totals.get(*i)).sum();
            (between - ends / 2.0).powi(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four observers, twelve units, five values, some missing: Krippendorff, "Computing Krippendorff's
    /// Alpha-Reliability" (2011), example C; its text gives 0.743 nominal and 0.815 ordinal.
    const OBSERVERS: [&str; 4] = [
        "123321412---",
        "1233224125-3",
        "-3332342251-",
        "12332441251-",
    ];

    fn units(observers: &[&str]) -> Vec<(Unit<6>, usize)> {
        let value = |o: &str, i: usize| {
            o.chars()
                .nth(i)
                .and_then(|c| c.to_digit(10))
                .map(|d| d as usize)
        };
        let count = observers[0].len();
        (0..count)
            .map(|i| (tally(observers.iter().filter_map(|o| value(o, i))), 1))
            .collect()
    }

    #[test]
    fn the_worked_example_of_the_author() {
        let units = units(&OBSERVERS);
        assert!((alpha(&units, Scale::Nominal).unwrap() - 0.743).abs() < 0.0006);
        assert!((alpha(&units, Scale::Ordinal).unwrap() - 0.815).abs() < 0.0006);
    }

    #[test]
    fn the_share_that_agrees_is_of_pairs_of_judgments() {
        let units = units(&["1122-", "11211", "12221"]);
        // Unit by unit: 3 of 3, 1 of 3, 3 of 3, 1 of 3, 1 of 1.
        assert_eq!(judged(&units), 5);
        assert_eq!(percent(&units), Some(9.0 / 13.0));
    }

    #[test]
    fn agreement_on_one_value_tells_nothing() {
        assert_eq!(alpha(&units(&["111", "111"]), Scale::Nominal), None);
        assert_eq!(alpha(&units(&["121", "121"]), Scale::Nominal), Some(1.0));
    }
}
