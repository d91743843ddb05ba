//! Units of measure.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::en;

static MEASURES: LazyLock<HashMap<String, (String, f64)>> = LazyLock::new(|| {
    let table: BTreeMap<String, BTreeMap<String, f64>> = en::MEASURES.table();
    let units = table.into_iter().flat_map(|(dimension, units)| {
        let of_one = move |(stem, size)| (stem, (dimension.clone(), size));
        units.into_iter().map(of_one).collect::<Vec<_>>()
    });
    units.collect()
});

/// What a unit measures, by its stem, and its size in seconds, metres, kilograms, square metres or litres.
pub fn measure(stem: &str) -> Option<(&'static str, f64)> {
    MEASURES
        .get(stem)
        .map(|(dimension, size)| (dimension.as_str(), *size))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::stem;

    #[test]
    fn units_are_found_by_their_stems() {
        assert_eq!(measure(&stem("hours")), Some(("time", 3_600.0)));
        assert_eq!(measure(&stem("kilometres")), Some(("length", 1_000.0)));
        assert_eq!(measure(&stem("boats")), None);
    }
}
