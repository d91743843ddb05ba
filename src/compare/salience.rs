//! How much a reader would want to know something, 0 to 1.

use std::collections::BTreeMap;

use crate::model::{ArticleId, Support};

/// Content words beyond which a sentence does not get more specific.
const SPECIFIC: f64 = 14.0;

/// Of a fact: how many origins carry it, how high it stands where it stands highest, how specific it is. The weights
/// say that reach counts most and height next, as in the news value "elite agreement on the lead"; they were set once
/// and not fitted.
pub fn fact(
    support: &BTreeMap<ArticleId, Vec<Support>>,
    origins: usize,
    all_origins: usize,
    content_words: usize,
) -> f64 {
    let reach = origins as f64 / all_origins.max(1) as f64;
    let heights = support
        .values()
        .map(|told| told.iter().map(|s| s.position).fold(1.0, f64::min));
    let height = 1.0 - heights.sum::<f64>() / support.len().max(1) as f64;
    let specific = (content_words as f64 / SPECIFIC).min(1.0);
    0.55 * reach + 0.3 * height + 0.15 * specific
}
