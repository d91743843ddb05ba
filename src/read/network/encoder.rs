//! Word forms → vectors of tokens in their sentences: embeddings, a mixing layer, and windows of one token either side.

use std::ops::Range;

use super::embedding::Embedding;
use super::layers::{Maxout, PIECES, WIDTH};
use super::rows::Rows;
use crate::tensors::Tensors;

/// Windows on top of each other.
const WINDOWS: usize = 4;

/// Rows of zeros before, between and after sentences: as many as there are windows keep sentences from each other.
const MARGIN: usize = WINDOWS;

/// Rows and seed of the table of each key of a word form: norm, prefix, suffix, shape.
const FORM_TABLES: [(u32, u32); 4] = [(5000, 8), (1000, 9), (2500, 10), (2500, 11)];

/// Rows and seed of the tables for two facts about a token: whether a space follows, whether it is white space.
const FACT_TABLES: [(u32, u32); 2] = [(50, 12), (50, 13)];

/// An encoder's weights.
#[derive(Debug)]
pub struct Encoder {
    forms: Vec<Embedding>,
    /// For each fact the values it adds to the mixing layer when false and when true; none where it is not looked at.
    facts: Vec<[Vec<f32>; 2]>,
    mix: Maxout,
    windows: Vec<Maxout>,
}

impl Encoder {
    /// The encoder with this name; `facts` says whether it looks at the two facts as well.
    pub fn read(tensors: &Tensors<'static>, name: &str, facts: bool) -> Result<Self, String> {
        let table = |n: usize, (rows, seed)| {
            Embedding::read(tensors, &format!("{name}.rows.{n}"), rows, seed)
        };
        let forms = FORM_TABLES
            .into_iter()
            .enumerate()
            .map(|(n, t)| table(n, t))
            .collect::<Result<Vec<_>, _>>()?;
        let asked = if facts { &FACT_TABLES[..] } else { &[] };
        let first = forms.len();
        let mix = Maxout::read(
            tensors,
            &format!("{name}.mix"),
            (first + asked.len()) * WIDTH,
        )?;
        let mut values = Vec::new();
        for (n, &shape) in asked.iter().enumerate() {
            let table = table(first + n, shape)?;
            values.push([0, 1].map(|key| mix.values_of((first + n) * WIDTH, &table.vector(key))));
        }
        let window = |n| Maxout::read(tensors, &format!("{name}.window.{n}"), 3 * WIDTH);
        let windows = (0..WINDOWS).map(window).collect::<Result<_, _>>()?;
        Ok(Self {
            forms,
            facts: values,
            mix,
            windows,
        })
    }

    /// What the keys of each word form put into the mixing layer, one row for each form.
    pub fn values(&self, keys: &[[u64; 4]]) -> Rows {
        let width = self.forms.len() * WIDTH;
        let mut rows = Rows::zeros(keys.len(), width);
        for (row, keys) in rows.iter_mut().zip(keys) {
            for ((part, table), &key) in row.chunks_exact_mut(WIDTH).zip(&self.forms).zip(keys) {
                part.copy_from_slice(&table.vector(key));
            }
        }
        self.mix.values_of_first(&rows, width)
    }

    /// The vector of a form, from its row of values and the facts about the token.
    pub fn mixed(&self, values: &[f32], facts: [bool; 2]) -> [f32; WIDTH] {
        let mut row = [0.0; PIECES * WIDTH];
        row.copy_from_slice(values);
        for (added, fact) in self.facts.iter().zip(facts) {
            for (value, added) in row.iter_mut().zip(&added[usize::from(fact)]) {
                *value += added;
            }
        }
        self.mix.largest(&row)
    }

    /// The vectors of tokens in their sentences, one row for each token, from the vectors of their forms.
    ///
    /// A sentence's vectors do not depend on its company.
    pub fn tokens<'a>(
        &self,
        sentences: &[Range<usize>],
        form: impl Fn(usize) -> &'a [f32],
    ) -> Rows {
        let margins = |(n, tokens): (usize, &Range<usize>)| {
            tokens.clone().map(move |token| token + (n + 1) * MARGIN)
        };
        let places: Vec<usize> = sentences.iter().enumerate().flat_map(margins).collect();
        let mut rows = Rows::zeros(places.len() + (sentences.len() + 1) * MARGIN, WIDTH);
        for (token, &place) in places.iter().enumerate() {
            rows.row_mut(place).copy_from_slice(form(token));
        }
        for window in &self.windows {
            add_window(window, &mut rows);
        }
        let mut out = Rows::zeros(places.len(), WIDTH);
        for (row, &place) in out.iter_mut().zip(&places) {
            row.copy_from_slice(rows.row(place));
        }
        out
    }
}

/// Adds to every row but the first and last what the layer makes of it and its two neighbours.
fn add_window(layer: &Maxout, rows: &mut Rows) {
    let values = layer.values(rows, 3);
    for (row, values) in rows.iter_mut().skip(1).zip(values.iter()) {
        for (value, added) in row.iter_mut().zip(layer.largest(values)) {
            *value += added;
        }
    }
}
