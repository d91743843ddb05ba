//! Rows of numbers, and their products with matrices.

use ndarray::{Array2, ArrayView2, ShapeBuilder, linalg::general_mat_mul};

/// Rows of one width, one after the other.
#[derive(Debug)]
pub struct Rows {
    numbers: Vec<f32>,
    width: usize,
}

impl Rows {
    /// Rows of zeros.
    pub fn zeros(count: usize, width: usize) -> Self {
        Self {
            numbers: vec![0.0; count * width],
            width,
        }
    }

    /// The row with this number.
    pub fn row(&self, number: usize) -> &[f32] {
        &self.numbers[number * self.width..][..self.width]
    }

    /// The row with this number, to be written.
    pub fn row_mut(&mut self, number: usize) -> &mut [f32] {
        &mut self.numbers[number * self.width..][..self.width]
    }

    /// All rows in order.
    pub fn iter(&self) -> impl Iterator<Item = &[f32]> {
        self.numbers.chunks_exact(self.width)
    }

    /// All rows in order, to be written.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.numbers.chunks_exact_mut(self.width)
    }

    /// The product of each row with a matrix.
    pub fn times(&self, matrix: ArrayView2<f32>) -> Self {
        self.windows_times(1, matrix)
    }

    /// The product of each stretch of so many rows, laid end to end, with a matrix.
    ///
    /// Each row of the result depends on its own stretch alone, whatever stands beside it.
    pub fn windows_times(&self, rows: usize, matrix: ArrayView2<f32>) -> Self {
        let count = (self.numbers.len() / self.width + 1).saturating_sub(rows);
        let mut out = Array2::zeros((count, matrix.ncols()));
        // Rows follow on each other, so the stretches are a view whose rows overlap.
        let shape = (count, rows * self.width).strides((self.width, 1));
        if let Ok(windows) = ArrayView2::from_shape(shape, &self.numbers) {
            general_mat_mul(1.0, &windows, &matrix, 0.0, &mut out);
        }
        Self {
            numbers: out.into_raw_vec_and_offset().0,
            width: matrix.ncols(),
        }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::arr2;

    use super::Rows;

    #[test]
    fn windows_overlap() {
        let rows = Rows {
            numbers: vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            width: 2,
        };
        let out = rows.windows_times(2, arr2(&[[1.0], [10.0], [100.0], [1000.0]]).view());
        assert_eq!(out.numbers, [4321.0, 6543.0]);
    }

    #[test]
    fn a_row_does_not_depend_on_its_company() {
        let numbers: Vec<f32> = (0..288 * 70).map(|n| (n as f32 * 0.37).sin()).collect();
        let matrix =
            ndarray::Array2::from_shape_fn((288, 288), |(i, j)| ((i * 7 + j) as f32 * 0.11).cos());
        let all = Rows {
            numbers: numbers.clone(),
            width: 288,
        }
        .times(matrix.view());
        for count in [1, 2, 5, 9, 33] {
            let some = Rows {
                numbers: numbers[..288 * count].to_vec(),
                width: 288,
            }
            .times(matrix.view());
            assert_eq!(some.numbers, all.numbers[..288 * count], "{count} rows");
        }
    }
}
