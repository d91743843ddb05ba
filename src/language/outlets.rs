//! Names of agencies, broadcasters, papers and magazines.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::en;

static OUTLETS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| en::OUTLETS.entries().collect());

/// Whether a name, as printed, is that of an outlet: "Reuters".
pub fn is_outlet(name: &str) -> bool {
    OUTLETS.contains(name)
}
