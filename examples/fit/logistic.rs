//! Ridge logistic regression by Newton's method.

use std::collections::BTreeMap;

use news_coverage::regression::Regression;

const STEPS: usize = 15;

/// The weights that best tell linked from other pairs, each event weighing the inverse root of its linked pairs.
pub fn fit<'a, S: AsRef<[f32]> + 'a>(
    names: &[String],
    events: impl Iterator<Item = (&'a [S], &'a [Option<bool>])>,
    ridge: f64,
) -> Regression {
    let (mut rows, mut weights, mut linked) = (Vec::new(), Vec::new(), Vec::new());
    for (signals, labels) in events {
        let right = labels.iter().filter(|l| **l == Some(true)).count().max(1) as f64;
        for (values, label) in signals
            .iter()
            .zip(labels)
            .filter_map(|(s, l)| Some((s, (*l)?)))
        {
            rows.push(
                values
                    .as_ref()
                    .iter()
                    .map(|&v| f64::from(v))
                    .collect::<Vec<f64>>(),
            );
            weights.push(right.sqrt().recip());
            linked.push(f64::from(u8::from(label)));
        }
    }
    let mean_weight = weights.iter().sum::<f64>() / weights.len().max(1) as f64;
    weights.iter_mut().for_each(|w| *w /= mean_weight);
    let scales: Vec<Scale> = (0..names.len())
        .map(|j| Scale::of(rows.iter().map(|r| r[j])))
        .collect();
    for row in &mut rows {
        row.iter_mut()
            .zip(&scales)
            .for_each(|(v, s)| *v = (*v - s.mean) / s.spread);
        row.push(1.0);
    }
    let solution = newton(&rows, &weights, &linked, names.len() + 1, ridge);
    let signals: BTreeMap<String, [f64; 3]> = names
        .iter()
        .zip(&scales)
        .zip(&solution)
        .map(|((n, s), b)| {
            (
                n.clone(),
                [digits(s.low), digits(s.high), digits(b / s.spread)],
            )
        })
        .collect();
    let shift: f64 = scales
        .iter()
        .zip(&solution)
        .map(|(s, b)| b * s.mean / s.spread)
        .sum();
    Regression {
        bias: digits(solution[names.len()] - shift),
        signals,
    }
}

/// Six significant digits: more than the score can show, and short to read.
fn digits(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

struct Scale {
    low: f64,
    high: f64,
    mean: f64,
    spread: f64,
}

impl Scale {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let n = values.clone().count().max(1) as f64;
        let mean = values.clone().sum::<f64>() / n;
        let spread = (values.clone().map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt() + 1e-9;
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
        Self {
            low,
            high,
            mean,
            spread,
        }
    }
}

fn newton(
    rows: &[Vec<f64>],
    weights: &[f64],
    linked: &[f64],
    size: usize,
    penalty: f64,
) -> Vec<f64> {
    let mut solution = vec![0.0; size];
    for _ in 0..STEPS {
        let mut slope = vec![0.0; size];
        let mut curve = vec![vec![0.0; size]; size];
        for ((row, &w), &y) in rows.iter().zip(weights).zip(linked) {
            let sum: f64 = row.iter().zip(&solution).map(|(v, b)| v * b).sum();
            let p = 1.0 / (1.0 + (-sum.clamp(-30.0, 30.0)).exp());
            let (gap, bend) = (w * (y - p), w * p * (1.0 - p));
            for (i, &v) in row.iter().enumerate() {
                slope[i] += gap * v;
                let scaled = bend * v;
                curve[i][..=i]
                    .iter_mut()
                    .zip(row)
                    .for_each(|(c, u)| *c += scaled * u);
            }
        }
        for i in 0..size {
            let ridge = if i + 1 < size { penalty } else { 1e-8 };
            slope[i] -= if i + 1 < size {
                penalty * solution[i]
            } else {
                0.0
            };
            curve[i][i] += ridge;
        }
        let step = solve(curve, slope);
        solution.iter_mut().zip(&step).for_each(|(b, s)| *b += s);
        if step.iter().all(|s| s.abs() < 1e-6) {
            break;
        }
    }
    solution
}

/// Solves `curve · x = slope` for a positive definite matrix given by its lower half (Cholesky).
fn solve(mut curve: Vec<Vec<f64>>, mut slope: Vec<f64>) -> Vec<f64> {
    let n = slope.len();
    for i in 0..n {
        for j in 0..=i {
            let dot: f64 = (0..j).map(|k| curve[i][k] * curve[j][k]).sum();
            let rest = curve[i][j] - dot;
            curve[i][j] = if i == j {
                rest.max(1e-12).sqrt()
            } else {
                rest / curve[j][j]
            };
        }
    }
    for i in 0..n {
        let dot: f64 = (0..i).map(|k| curve[i][k] * slope[k]).sum();
        slope[i] = (slope[i] - dot) / curve[i][i];
    }
    for i in (0..n).rev() {
        let dot: f64 = (i + 1..n).map(|k| curve[k][i] * slope[k]).sum();
        slope[i] = (slope[i] - dot) / curve[i][i];
    }
    slope
}
