//! Sets of numbered things with weights: words, letter sequences, word pairs, names.

use std::collections::HashMap;

/// A number in a set with its weight there.
pub type Weighted = (u32, f32);

/// Sum of `join` over the numbers both sorted lists have.
pub fn shared(a: &[Weighted], b: &[Weighted], join: impl Fn(f32, f32) -> f32) -> f32 {
    let (mut left, mut right, mut sum) = (a.iter().peekable(), b.iter().peekable(), 0.0);
    while let (Some(&&(i, v)), Some(&&(j, w))) = (left.peek(), right.peek()) {
        match i.cmp(&j) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                sum += join(v, w);
                left.next();
                right.next();
            }
        }
    }
    sum
}

/// Weight both have.
pub fn common(a: &[Weighted], b: &[Weighted]) -> f32 {
    shared(a, b, f32::min)
}

/// Sum of the weights.
pub fn total(set: &[Weighted]) -> f32 {
    set.iter().map(|w| w.1).sum()
}

/// Numbers the things of each row in the order in which they are first seen and weighs them by
/// `weight(times in the row, inverse frequency)`; inverse frequency is `ln((N+1)/df)` over the N rows.
pub fn number(rows: Vec<Vec<u64>>, weight: impl Fn(f32, f32) -> f32) -> Vec<Vec<Weighted>> {
    let mut numbers: HashMap<u64, u32> = HashMap::new();
    let mut frequency: Vec<u32> = Vec::new();
    let mut counted: Vec<Vec<(u32, u32)>> = Vec::with_capacity(rows.len());
    for mut things in rows {
        things.sort_unstable();
        let mut list = Vec::new();
        for same in things.chunk_by(|a, b| a == b) {
            let Some(&thing) = same.first() else { continue };
            let next = frequency.len() as u32;
            let number = *numbers.entry(thing).or_insert(next);
            if number == next {
                frequency.push(0);
            }
            if let Some(n) = frequency.get_mut(number as usize) {
                *n += 1;
            }
            list.push((number, same.len() as u32));
        }
        list.sort_unstable();
        counted.push(list);
    }
    let all = (counted.len() + 1) as f32;
    let inverse = |number: u32| {
        (all / frequency.get(number as usize).copied().unwrap_or(1).max(1) as f32).ln()
    };
    counted
        .iter()
        .map(|list| {
            list.iter()
                .map(|&(n, times)| (n, weight(times as f32, inverse(n))))
                .collect()
        })
        .collect()
}

/// Scales a set so that its squares sum to one.
pub fn unit(mut set: Vec<Weighted>) -> Vec<Weighted> {
    let length = set
        .iter()
        .map(|w| w.1 * w.1)
        .sum::<f32>()
        .sqrt()
        .max(f32::MIN_POSITIVE);
    set.iter_mut().for_each(|w| w.1 /= length);
    set
}
