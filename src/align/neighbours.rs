//! Which pairs of sentences are near in meaning, whatever words they have in common.
//!
//! An inverted file (Jégou, Douze and Schmid 2011) with sentences for centroids: every so manieth sentence leads a list,
//! each sentence stands in the list of the leader nearest to it, and looks for neighbours in the lists of its nearest
//! leaders. An event of [`LIST`] sentences has one list, in which nothing is missed.

use std::collections::BTreeMap;

use ndarray::{Array2, ArrayView2, Axis};
use rayon::prelude::*;

use super::rows::Rows;

/// Sentences for which there is one list; and how many of a longer list are looked at.
const LIST: usize = 1_000;
const WALKED: usize = 4 * LIST;
/// Lists in which a sentence looks for neighbours.
const PROBES: usize = 3;
/// Neighbours that a sentence keeps.
const NEAREST: usize = 6;
/// Least cosine of two neighbours.
const LEAST: f32 = 0.3;
/// Sentences whose likeness is worked out together.
const TOGETHER: usize = 64;

/// Pairs of row numbers, the smaller first, of different articles, sorted. `wholes` holds a vector of length one for each
/// row.
pub fn pairs(rows: &Rows, wholes: &Array2<f32>) -> Vec<(u32, u32)> {
    let mut found: BTreeMap<u32, Vec<(f32, u32)>> = BTreeMap::new();
    for (own, near) in lists(wholes)
        .into_iter()
        .flat_map(|l| within(rows, wholes, &l))
    {
        found.entry(own).or_default().extend(near);
    }
    let mut pairs: Vec<(u32, u32)> = found
        .into_iter()
        .flat_map(|(own, near)| {
            nearest(near)
                .into_iter()
                .map(move |(_, other)| (own, other))
        })
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// The rows that stand in a list, and those that look for neighbours in it.
#[derive(Clone, Default)]
struct List {
    members: Vec<usize>,
    seekers: Vec<usize>,
}

fn lists(wholes: &Array2<f32>) -> Vec<List> {
    let count = wholes.nrows().div_ceil(LIST);
    let leaders: Vec<usize> = (0..wholes.nrows()).step_by(LIST).collect();
    let leaders = wholes.select(Axis(0), &leaders);
    let chunks: Vec<ArrayView2<f32>> = wholes.axis_chunks_iter(Axis(0), TOGETHER).collect();
    let probed: Vec<Vec<usize>> = chunks
        .par_iter()
        .flat_map_iter(|chunk| {
            let likeness = chunk.dot(&leaders.t());
            let nearest = |line: ndarray::ArrayView1<f32>| {
                let mut order: Vec<usize> = (0..count).collect();
                order.sort_by(|a, b| line[*b].total_cmp(&line[*a]));
                order.truncate(PROBES);
                order
            };
            likeness.outer_iter().map(nearest).collect::<Vec<_>>()
        })
        .collect();
    let mut lists = vec![List::default(); count];
    for (row, probes) in probed.iter().enumerate() {
        for (rank, &list) in probes.iter().enumerate() {
            if let Some(list) = lists.get_mut(list) {
                list.seekers.push(row);
                if rank == 0 {
                    list.members.push(row);
                }
            }
        }
    }
    lists
}

/// The nearest members of a list to each row that looks there.
fn within(rows: &Rows, wholes: &Array2<f32>, list: &List) -> Vec<(u32, Vec<(f32, u32)>)> {
    let known: Vec<usize> = list.members.iter().copied().take(WALKED).collect();
    let members = wholes.select(Axis(0), &known);
    let article = |row: usize| rows.rows.get(row).map(|r| r.id.article);
    list.seekers
        .par_chunks(TOGETHER)
        .flat_map_iter(|seekers| {
            let likeness = wholes.select(Axis(0), seekers).dot(&members.t());
            let near = |(&row, line): (&usize, ndarray::ArrayView1<f32>)| {
                let others = line.iter().zip(&known).filter(|(likeness, other)| {
                    **likeness >= LEAST && article(**other) != article(row)
                });
                let others = others.map(|(&likeness, &other)| (likeness, other as u32));
                (row as u32, nearest(others.collect()))
            };
            seekers
                .iter()
                .zip(likeness.outer_iter())
                .map(near)
                .collect::<Vec<_>>()
        })
        .collect()
}

fn nearest(mut near: Vec<(f32, u32)>) -> Vec<(f32, u32)> {
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    near.truncate(NEAREST);
    near
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::rows::Row;
    use crate::model::{ArticleId, SentenceId};

    /// So many sentences of two articles by turns, each pair of neighbours alike and unlike all others.
    fn paired(count: usize) -> (Rows, Array2<f32>) {
        let id = |row: usize| SentenceId {
            article: ArticleId((row % 2) as u32),
            index: row as u32,
        };
        let rows = (0..count).map(|row| Row {
            id: id(row),
            ..Row::default()
        });
        let rows = Rows {
            rows: rows.collect(),
            keys: 0,
        };
        let width = 64;
        let mut wholes = Array2::zeros((count, width));
        for row in 0..count {
            let pair = row / 2;
            // Two of the directions, chosen by the number of the pair: no two pairs choose the same.
            wholes[[row, pair % width]] += 0.6;
            wholes[[row, (pair + 1 + pair / width) % width]] += 0.8;
        }
        (rows, wholes)
    }

    #[test]
    fn what_is_alike_is_found_in_one_list_and_in_several() {
        for count in [100, LIST, 3 * LIST] {
            let (rows, wholes) = paired(count);
            assert_eq!(lists(&wholes).len(), count.div_ceil(LIST));
            let found = pairs(&rows, &wholes);
            let alike = (0..count as u32).step_by(2).map(|row| (row, row + 1));
            let missed: Vec<(u32, u32)> = alike.filter(|p| !found.contains(p)).collect();
            assert!(missed.is_empty(), "{count}: {missed:?}");
        }
    }

    #[test]
    fn no_pair_is_of_one_article_and_none_is_named_twice() {
        let (rows, wholes) = paired(200);
        let found = pairs(&rows, &wholes);
        assert!(found.windows(2).all(|two| two[0] < two[1]));
        assert!(found.iter().all(|(a, b)| a < b && a % 2 != b % 2));
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(pairs(&Rows::default(), &Array2::zeros((0, 0))).is_empty());
    }
}
