//! Zones of clock times.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::en;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    zones: BTreeMap<String, String>,
}

static ZONES: LazyLock<Zones> = LazyLock::new(|| en::ZONES.table());

/// The distance from Greenwich of a zone by its letters, as ISO 8601 writes it: "-05:00", "Z".
pub fn zone(letters: &str) -> Option<&'static str> {
    ZONES.zones.get(&letters.to_uppercase()).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_say_how_far() {
        assert_eq!(zone("est"), Some("-05:00"));
        assert_eq!(zone("GMT"), Some("Z"));
        assert_eq!(zone("noon"), None);
    }
}
