//! The codebook has every rule that fires in a case or a story, and no rule that fires in none.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use super::{cases, compared};
use news_coverage::codebook;
use news_coverage::compare::Options;
use news_coverage::model::Comparison;

/// The case tables of two tellings.
const TABLES: [&str; 3] = [
    include_str!("../../fixtures/cases/conflicts.txt"),
    include_str!("../../fixtures/cases/details.txt"),
    include_str!("../../fixtures/cases/framings.txt"),
];

/// A user's categories, whose contrasts have a rule of their own.
const LEXICON: &str = include_str!("../../fixtures/lexicon/cost-and-relief.toml");

/// Every rule that fires in a case or a story.
static FIRED: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let mut fired: BTreeSet<&str> = TABLES
        .iter()
        .flat_map(|t| cases(t))
        .flat_map(|c| rules(&c.found))
        .collect();
    fired.extend(super::findings::rules());
    let options = Options {
        categories: codebook::read(LEXICON).unwrap(),
        unproven: true,
        ..Options::default()
    };
    for story in
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories")).unwrap()
    {
        let articles = story.unwrap().path().join("articles");
        if articles.is_dir() {
            let event = news_coverage::event(&[articles], &news_coverage::Options::default());
            fired.extend(rules(&compared(&event, &options)));
        }
    }
    fired
});

fn rules(found: &Comparison) -> Vec<&'static str> {
    let findings = found.findings.iter().map(|f| f.rule);
    let discrepancies = found.discrepancies.iter().map(|d| d.rule);
    findings
        .chain(discrepancies)
        .chain(found.framings.iter().map(|f| f.rule))
        .collect()
}

fn known() -> BTreeSet<&'static str> {
    codebook::rules().iter().map(|r| r.name.as_str()).collect()
}

#[test]
fn every_rule_that_fires_is_explained() {
    let missing: Vec<&str> = FIRED.difference(&known()).copied().collect();
    assert!(
        missing.is_empty(),
        "these have no entry in rules.toml: {missing:?}"
    );
}

#[test]
fn every_rule_of_the_codebook_fires() {
    let dead: Vec<&str> = known().difference(&FIRED).copied().collect();
    assert!(
        dead.is_empty(),
        "no case and no story shows these, so either they are dead or a case is missing: {dead:?}"
    );
}

/// Rules of what an article lacks, which say nothing of a brief: their tellings go on with other matters.
const OF_WHOLE_ARTICLES: [&str; 4] = ["absent", "never-mentioned", "only-here", "quoted-only-here"];

#[test]
fn every_rule_fires_on_its_example_and_is_silent_on_its_counter_example() {
    let options = Options {
        categories: codebook::read(LEXICON).unwrap(),
        unproven: true,
        ..Options::default()
    };
    let fires = |rule: &str, telling: &[String]| {
        let long = OF_WHOLE_ARTICLES.contains(&rule);
        let event = super::findings::event(&telling.join("\n"), long);
        rules(&compared(&event, &options)).contains(&rule)
    };
    let wrong: Vec<String> = codebook::rules()
        .iter()
        .flat_map(|r| {
            let shows = (!fires(&r.name, &r.shows)).then(|| format!("{} does not fire", r.name));
            let silent = fires(&r.name, &r.silent).then(|| format!("{} is not silent", r.name));
            shows.into_iter().chain(silent)
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
