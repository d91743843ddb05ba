//! The verdict as one JSON object: `state`, `fixtures`, `mean`, `skipped`.

use serde::Serialize;

use super::Options;
use crate::check::figures::Figure;
use crate::check::verdict::{Checked, State, Verdict};

/// The object.
#[derive(Serialize)]
struct Object<'a> {
    state: State,
    fixtures: Vec<Fixture<'a>>,
    mean: Vec<Figure>,
    skipped: &'a [String],
}

/// One fixture with its state.
#[derive(Serialize)]
struct Fixture<'a> {
    state: State,
    #[serde(flatten)]
    checked: &'a Checked,
}

/// The verdict, indented, with a final line break. What was missed is always there.
///
/// # Errors
/// When a number is not finite.
pub fn write(verdict: &Verdict, _options: Options) -> serde_json::Result<String> {
    let fixtures = verdict.fixtures.iter().map(|checked| Fixture {
        state: checked.state(),
        checked,
    });
    let (state, fixtures, mean) = (verdict.state(), fixtures.collect(), verdict.mean());
    Ok(serde_json::to_string_pretty(&Object {
        state,
        fixtures,
        mean,
        skipped: &verdict.skipped,
    })? + "\n")
}
