//! What a fixture must reach: the table `[check]` of its `coverage.toml`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use super::figures::Part;
use super::score::FIGURES;

/// How far a score may move before it counts as changed, where nobody says. Chosen by meaning: a score printed with two
/// digits still reads about the same; what drifts further has another standing among its neighbours.
pub const TOLERANCE: f64 = 0.05;

/// What a fixture must reach.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// How far a score may move from the snapshot.
    pub tolerance: Option<f64>,
    /// Least figures, by name.
    pub minimum: BTreeMap<String, Limit>,
    /// Greatest figures, by name; for errors.
    pub maximum: BTreeMap<String, Limit>,
    /// Pairs of quoted sentences that must be aligned.
    pub must_align: Vec<[String; 2]>,
    /// Pairs of quoted sentences that must not be aligned.
    pub must_not_align: Vec<[String; 2]>,
}

/// Limits of one figure: `0.7` for its main number, or `{ precision = 0.8, recall = 0.6 }`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Limit {
    /// For F1, or for a figure of another kind.
    pub main: Option<f64>,
    /// For the share of the found that was wanted.
    pub precision: Option<f64>,
    /// For the share of the wanted that was found.
    pub recall: Option<f64>,
}

impl Limit {
    /// The limits given, with what each is for.
    pub fn parts(&self) -> impl Iterator<Item = (Part, f64)> {
        let parts = [
            (Part::Precision, self.precision),
            (Part::Recall, self.recall),
            (Part::Main, self.main),
        ];
        parts
            .into_iter()
            .filter_map(|(part, limit)| Some((part, limit?)))
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(LimitVisitor)
    }
}

/// The long form of a limit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Long {
    f1: Option<f64>,
    precision: Option<f64>,
    recall: Option<f64>,
}

struct LimitVisitor;

impl<'de> Visitor<'de> for LimitVisitor {
    type Value = Limit;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a number, or { f1 = …, precision = …, recall = … }")
    }

    fn visit_f64<E: serde::de::Error>(self, main: f64) -> Result<Limit, E> {
        Ok(Limit {
            main: Some(main),
            ..Limit::default()
        })
    }

    fn visit_i64<E: serde::de::Error>(self, main: i64) -> Result<Limit, E> {
        self.visit_f64(main as f64)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Limit, A::Error> {
        let Long {
            f1,
            precision,
            recall,
        } = Long::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Limit {
            main: f1,
            precision,
            recall,
        })
    }
}

/// Why limits cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LimitError {
    /// There is no such figure.
    #[error("[check.{table}]: unknown metric {name}; metrics are {}", FIGURES.join(", "))]
    Figure {
        /// The table.
        table: &'static str,
        /// The name.
        name: String,
    },
    /// A limit nobody can meet or miss.
    #[error("[check.{table}] {name}: {value} must be from 0 to 1")]
    Range {
        /// The table.
        table: &'static str,
        /// The figure.
        name: String,
        /// The limit.
        value: f64,
    },
}

impl Limits {
    /// Whether every limit is for a figure that exists and can be met.
    ///
    /// # Errors
    /// The first that is not.
    pub fn verify(&self) -> Result<(), LimitError> {
        let tables = [("minimum", &self.minimum), ("maximum", &self.maximum)];
        for (table, name, limit) in tables
            .iter()
            .flat_map(|(t, limits)| limits.iter().map(move |(n, l)| (*t, n, l)))
        {
            if !FIGURES.contains(&name.as_str()) {
                return Err(LimitError::Figure {
                    table,
                    name: name.clone(),
                });
            }
            if let Some((_, value)) = limit.parts().find(|(_, v)| !(0.0..=1.0).contains(v)) {
                return Err(LimitError::Range {
                    table,
                    name: name.clone(),
                    value,
                });
            }
        }
        match self.tolerance {
            Some(value) if !(0.0..=1.0).contains(&value) => Err(LimitError::Range {
                table: "tolerance",
                name: "scores".to_string(),
                value,
            }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Limits, String> {
        let limits: Limits = toml::from_str(text).map_err(|e| e.to_string())?;
        limits.verify().map_err(|e| e.to_string())?;
        Ok(limits)
    }

    #[test]
    fn a_limit_is_a_number_or_a_table() {
        let limits =
            read("[minimum]\npairs = 0.7\nranking = 1\nspeakers = { precision = 0.9, f1 = 0.8 }")
                .unwrap();
        let parts: Vec<_> = limits.minimum["speakers"].parts().collect();
        assert_eq!(parts, [(Part::Precision, 0.9), (Part::Main, 0.8)]);
        assert_eq!(limits.minimum["pairs"].main, Some(0.7));
    }

    #[test]
    fn what_is_not_known_is_named() {
        for (text, part) in [
            ("[minimum]\npears = 0.7", "unknown metric pears"),
            ("[minimum]\npairs = 70", "70 must be from 0 to 1"),
            (
                "[minimum]\npairs = { accuracy = 1 }",
                "unknown field `accuracy`",
            ),
            ("[minimum]\npairs = \"high\"", "expected a number, or {"),
            ("minimal = 1", "unknown field `minimal`"),
            ("must_align = [[\"one\"]]", "length"),
        ] {
            let message = read(text).unwrap_err();
            assert!(message.contains(part), "{text}: {message}");
        }
    }
}
