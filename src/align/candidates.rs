//! Which pairs of sentences are worth a closer look: those that share weighty keys, from an inverted index.
//!
//! No loop runs over all pairs. Each sentence walks the posting lists of its keys from the rarest to the commonest
//! until its budget is spent, and keeps its best partners; so the cost grows with the number of sentences, not its
//! square. In an event of ten articles neither limit is ever met.

use rayon::prelude::*;

use super::rows::Rows;

/// Postings one sentence may walk: 8,000 sentences stay within a second on one core.
const BUDGET: usize = 12_000;
/// Partners one sentence keeps: twice the most that any sentence of forty measured events is linked to.
const PARTNERS: usize = 40;
/// Least overlap to be looked at: keeps every linked pair that any cheap signal can find, and drops two thirds.
const LEAST: f32 = 0.04;

/// Pairs of row numbers, the smaller first, of different articles, sorted.
pub fn pairs(rows: &Rows) -> Vec<(u32, u32)> {
    let postings = index(rows);
    let mut found: Vec<(u32, u32)> = (0..rows.rows.len())
        .into_par_iter()
        .map_init(
            || Scratch::new(rows.rows.len()),
            |scratch, row| partners(rows, &postings, row, scratch),
        )
        .flatten_iter()
        .collect();
    found.par_sort_unstable();
    found.dedup();
    found
}

/// For each key the rows that have it and its weight.
fn index(rows: &Rows) -> Vec<Vec<u32>> {
    let mut postings = vec![Vec::new(); rows.keys];
    for (number, row) in rows.rows.iter().enumerate() {
        for &(key, _) in &row.keys {
            if let Some(list) = postings.get_mut(key as usize) {
                list.push(number as u32);
            }
        }
    }
    postings
}

/// Sums by row, reused from sentence to sentence.
struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Scratch {
    fn new(rows: usize) -> Self {
        Self {
            sums: vec![0.0; rows],
            touched: Vec::new(),
        }
    }

    fn add(&mut self, row: u32, weight: f32) {
        if let Some(sum) = self.sums.get_mut(row as usize) {
            if *sum == 0.0 {
                self.touched.push(row);
            }
            *sum += weight;
        }
    }

    fn drain(&mut self) -> Vec<(u32, f32)> {
        let Self { sums, touched } = self;
        touched
            .drain(..)
            .filter_map(|row| Some((row, std::mem::take(sums.get_mut(row as usize)?))))
            .collect()
    }
}

fn partners(
    rows: &Rows,
    postings: &[Vec<u32>],
    number: usize,
    scratch: &mut Scratch,
) -> Vec<(u32, u32)> {
    let Some(row) = rows.rows.get(number) else {
        return Vec::new();
    };
    let mut lists: Vec<(&[u32], f32)> = row
        .keys
        .iter()
        .filter_map(|&(key, w)| Some((postings.get(key as usize)?.as_slice(), w)))
        .collect();
    lists.sort_by_key(|(list, _)| list.len());
    let mut walked = 0;
    for (list, weight) in lists {
        walked += list.len();
        if walked > BUDGET {
            break;
        }
        list.iter().for_each(|&other| scratch.add(other, weight));
    }
    let mut best: Vec<(u32, f32)> = scratch
        .drain()
        .into_iter()
        .filter_map(|(other, sum)| {
            let partner = rows.rows.get(other as usize)?;
            let overlap = sum / (row.total * partner.total).sqrt();
            (partner.id.article != row.id.article && overlap >= LEAST).then_some((other, overlap))
        })
        .collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    best.truncate(PARTNERS);
    let own = number as u32;
    best.into_iter()
        .map(|(other, _)| (own.min(other), own.max(other)))
        .collect()
}
