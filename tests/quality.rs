//! The figures on the project's own stories do not fall: links, "the same", and how far a score can be trusted.
//!
//! The stories had no part in fitting the weights, so what is measured here is what holds on events never seen. Each
//! floor is the figure measured when it was set, less what one arguable pair in each story moves it by.

use std::path::Path;
use std::sync::Arc;

use news_coverage::align::{Options, pairs::Chances, vectors::Model};

#[expect(
    dead_code,
    reason = "the fitting program reads more of a case than this test does"
)]
#[path = "../examples/fit/events.rs"]
mod events;
#[path = "../examples/fit/figures.rs"]
mod figures;
#[path = "../examples/fit/places.rs"]
mod places;

/// What must hold for one way of comparing by meaning.
struct Floors {
    /// Least mean F1 of the links shown.
    links: f64,
    /// Least mean average precision of the links shown.
    ranking: f64,
    /// Least F1 of "neither says more", all stories together: reworded sentences are the hard ones.
    same: f64,
    /// Greatest expected calibration error, over all candidate pairs of all stories. Over the 60 events of the fitting, each
    /// judged without its own answers, it is 0.004: whoever marked the stories links more than those who marked the
    /// events, so that every score is an understatement here.
    mistrust: f64,
}

/// With the encoder in the program: measured 0.761, 0.698, 0.421 and 0.068.
const BUILT_IN: Floors = Floors {
    links: 0.745,
    ranking: 0.68,
    same: 0.39,
    mistrust: 0.09,
};

/// With all-MiniLM-L6-v2 for `--model`: measured 0.792, 0.742, 0.424 and 0.063.
const MODEL: Floors = Floors {
    links: 0.775,
    ranking: 0.725,
    same: 0.39,
    mistrust: 0.09,
};

/// Chance from which the program takes neither side to say more.
const SAME_FROM: f32 = 0.4;
/// By how much a bin of a tenth that holds thirty pairs or more may promise more than it holds.
const OVERSTATED: f64 = 0.05;

#[test]
fn figures_on_the_own_stories_do_not_fall() {
    holds(Options::default(), &BUILT_IN);
}

/// The folder of all-MiniLM-L6-v2 is named by `COVERAGE_MODEL`: it is too large for the tree.
#[test]
fn figures_with_a_model_do_not_fall() {
    let Some(folder) = std::env::var_os("COVERAGE_MODEL") else {
        eprintln!("SKIPPED: COVERAGE_MODEL names no folder with all-MiniLM-L6-v2");
        return;
    };
    let model = Model::read(Path::new(&folder)).unwrap();
    let model = Some(Arc::new(model));
    holds(Options { model }, &MODEL);
}

fn holds(options: Options, floors: &Floors) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let cases = events::read(std::slice::from_ref(&root), |_| options.clone()).unwrap();
    assert!(
        cases.len() >= 6,
        "only {} stories with hand-made answers in {}",
        cases.len(),
        cases[0].root.display()
    );
    let chances: Vec<Chances> = cases.iter().map(|c| c.pairs.chances()).collect();
    let each = cases
        .iter()
        .zip(&chances)
        .map(|(c, p)| figures::figures(c, &p.linked, figures::SHOWN));
    let [precision, recall, links, ranking] = figures::mean(each);
    let (bins, error) = figures::calibration(&cases, &chances);
    let same = cases
        .iter()
        .zip(&chances)
        .map(|(c, p)| figures::equivalent(c, p, SAME_FROM));
    let [right, same_shown, all] =
        same.fold([0; 3], |sum, s| std::array::from_fn(|i| sum[i] + s[i]));
    let same = figures::f1(right as f64, same_shown as f64, all as f64);
    let shown = format!(
        "the same: {right} of {same_shown} shown and {all} there are, F1 {same:.3}\n\
         precision {precision:.3} recall {recall:.3} F1 {links:.3} average precision {ranking:.3}\n\
         expected calibration error {error:.4}\n pairs, mean chance, share linked: {bins:.3?}"
    );
    println!("{shown}");
    assert!(links >= floors.links, "F1 fell: {shown}");
    assert!(ranking >= floors.ranking, "average precision fell: {shown}");
    assert!(
        error <= floors.mistrust,
        "scores cannot be trusted: {shown}"
    );
    assert!(same >= floors.same, "F1 of the same fell: {shown}");
    let overstated = bins
        .iter()
        .find(|(n, chance, linked)| *n >= 30.0 && chance - linked > OVERSTATED);
    assert!(overstated.is_none(), "bin {overstated:?}: {shown}");
}
