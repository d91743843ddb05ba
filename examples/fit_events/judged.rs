//! An archive of which readers judged some neighbourhoods: which of ten articles tell one event.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use news_coverage::events::signals::{NAMES, Signals, Weights};
use news_coverage::events::{self, Options, Sketch};
use news_coverage::regression::Regression;
use news_coverage::{load, segment};

use super::logistic;

/// What holds the weights back where signals say the same.
const RIDGE: f64 = 1.0;

/// Mean chances from which two groups become one that are tried.
const BOUNDS: [f32; 11] = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

/// The articles of an archive, and what readers say of some.
pub struct Archive {
    sketches: Vec<Sketch>,
    neighbourhoods: Vec<Neighbourhood>,
    /// With their days, and without them.
    signals: [BTreeMap<(usize, usize), Signals>; 2],
}

/// Ten articles that are near each other.
struct Neighbourhood {
    articles: Vec<usize>,
    /// Whether two of them tell one event; none where a reader was in doubt.
    same: BTreeMap<(usize, usize), Option<bool>>,
}

/// What is right of a grouping.
#[derive(Default)]
struct Figures {
    groups: usize,
    whole: usize,
    alone: usize,
    rightly: usize,
    articles: usize,
    precision: f64,
    recall: f64,
}

impl Archive {
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let options = load::Options::default();
        let limits = options.limits.of_collection();
        let options = load::Options { limits, ..options };
        let loaded = load::read(&[file.to_path_buf()], &options);
        let mut place = BTreeMap::new();
        let mut sketches = Vec::new();
        for article in loaded.articles {
            let line = article.path.rsplit_once(':').map(|(_, line)| line.parse());
            place.insert(line.context("not JSON Lines")??, sketches.len());
            sketches.push(Sketch::of(&segment::document(article)));
        }
        let lines = include_str!("judged.txt").lines();
        let judged = lines.filter(|line| !line.starts_with('#'));
        let mut neighbourhoods = judged
            .map(|line| neighbourhood(line, &place))
            .collect::<anyhow::Result<Vec<_>>>()?;
        neighbourhoods.sort_by_key(|n| n.articles.iter().min().copied());
        let signals = |sketches: &[Sketch]| {
            let candidates = events::candidates(sketches).into_iter();
            candidates
                .map(|(a, b, signals)| ((a.min(b), a.max(b)), signals))
                .collect()
        };
        let undated: Vec<Sketch> = sketches.iter().cloned().map(Sketch::undated).collect();
        Ok(Self {
            signals: [signals(&sketches), signals(&undated)],
            neighbourhoods,
            sketches,
        })
    }

    /// Weights fitted to the neighbourhoods that are kept by their number.
    pub fn fit(&self, keep: impl Fn(usize) -> bool) -> Weights {
        let [dated, undated] = [0, 1].map(|way| self.regression(way, &keep));
        Weights { dated, undated }
    }

    fn regression(&self, way: usize, keep: impl Fn(usize) -> bool) -> Regression {
        let mut rows: Vec<Signals> = Vec::new();
        let mut labels: Vec<Option<bool>> = Vec::new();
        for (_, hood) in self
            .neighbourhoods
            .iter()
            .enumerate()
            .filter(|(i, _)| keep(*i))
        {
            for (pair, same) in &hood.same {
                if let Some(signals) = self.signals[way].get(pair) {
                    rows.push(*signals);
                    labels.push(*same);
                }
            }
        }
        let one = [(&rows[..], &labels[..])];
        logistic::fit(&NAMES.map(str::to_string), one.into_iter(), RIDGE)
    }

    /// Prints what is right of each half by the weights of the other, with days and without.
    pub fn measure(&self) {
        println!("with days");
        self.measure_by(&self.sketches);
        println!("without days");
        let undated = self.sketches.iter().cloned().map(Sketch::undated);
        self.measure_by(&undated.collect::<Vec<_>>());
    }

    fn measure_by(&self, sketches: &[Sketch]) {
        let half = self.neighbourhoods.len() / 2;
        let fitted = [self.fit(|i| i >= half), self.fit(|i| i < half)];
        println!("  bound: groups, of one event; alone, rightly; B³ precision, recall, F1");
        for same in BOUNDS {
            let mut figures = Figures::default();
            for (part, weights) in fitted.iter().enumerate() {
                let options = Options {
                    weights: weights.clone(),
                    same,
                    ..Options::default()
                };
                let own = if part == 0 {
                    0..half
                } else {
                    half..self.neighbourhoods.len()
                };
                self.add(&mut figures, sketches, &options, own);
            }
            println!("  {same:.2}: {figures}");
        }
    }

    fn add(
        &self,
        figures: &mut Figures,
        sketches: &[Sketch],
        options: &Options,
        own: std::ops::Range<usize>,
    ) {
        let mut group_of = vec![0; sketches.len()];
        let groups = events::group(sketches, options).groups;
        for (at, group) in groups.iter().enumerate() {
            group.members.iter().for_each(|m| group_of[m.article] = at);
        }
        for hood in &self.neighbourhoods[own] {
            let group = |article: &usize| group_of[*article];
            let is_alone = |article: &usize| groups[group(article)].members.len() == 1;
            figures.add(hood, group, is_alone);
        }
    }

    /// What the weights rest on, as a comment.
    pub fn header(&self) -> String {
        let pairs = self.neighbourhoods.iter().flat_map(|n| &n.same);
        let judged =
            pairs.filter(|(pair, same)| same.is_some() && self.signals[0].contains_key(pair));
        let (same, all): (Vec<_>, Vec<_>) = judged.partition(|(_, same)| **same == Some(true));
        format!(
            "# Chance that two articles tell one event. Made by `cargo run --release --example fit_events`, not by hand.\n\
             # Logistic regression, ridge {RIDGE}, on {} neighbourhoods of ten articles that readers judged: {} pairs,\n\
             # {} of them of one event; doubtful pairs left out. None of the articles' words are here.\n\
             # Each signal: least value seen, greatest value seen, weight of one unit.\n",
            self.neighbourhoods.len(),
            same.len() + all.len(),
            same.len()
        )
    }
}

/// A line of `judged.txt`; `place` says where the article of a line of the archive stands.
fn neighbourhood(line: &str, place: &BTreeMap<usize, usize>) -> anyhow::Result<Neighbourhood> {
    let at = |number: &str| -> anyhow::Result<usize> {
        let line: usize = number.parse()?;
        place
            .get(&line)
            .copied()
            .with_context(|| format!("no article in line {line}"))
    };
    let all = |part: &str, by: char| part.split(by).map(at).collect::<anyhow::Result<Vec<_>>>();
    let (doubtful, parts): (Vec<&str>, Vec<&str>) = line.split(' ').partition(|p| p.contains('?'));
    let groups = parts
        .into_iter()
        .map(|part| all(part, '+'))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let articles: Vec<usize> = groups.iter().flatten().copied().collect();
    let mut same = BTreeMap::new();
    for (i, a) in articles.iter().enumerate() {
        for b in articles.iter().skip(i + 1) {
            let is_one = groups.iter().any(|g| g.contains(a) && g.contains(b));
            same.insert((*a.min(b), *a.max(b)), Some(is_one));
        }
    }
    for part in doubtful {
        if let [a, b] = all(part, '?')?[..] {
            same.insert((a.min(b), a.max(b)), None);
        }
    }
    Ok(Neighbourhood { articles, same })
}

impl Figures {
    fn add(
        &mut self,
        hood: &Neighbourhood,
        group: impl Fn(&usize) -> usize,
        is_alone: impl Fn(&usize) -> bool,
    ) {
        let is = |a: &usize, b: &usize, same| {
            hood.same.get(&(*a.min(b), *a.max(b))) == Some(&Some(same))
        };
        let groups: BTreeSet<usize> = hood.articles.iter().map(&group).collect();
        for own in groups {
            let members: Vec<&usize> = hood.articles.iter().filter(|a| group(a) == own).collect();
            let is_mixed = members
                .iter()
                .any(|a| members.iter().any(|b| is(a, b, false)));
            self.groups += usize::from(members.len() > 1);
            self.whole += usize::from(members.len() > 1 && !is_mixed);
        }
        for article in &hood.articles {
            let others = || hood.articles.iter().filter(move |other| *other != article);
            let told = others().filter(|o| is(article, o, true)).count();
            let found = others().filter(|o| group(o) == group(article)).count();
            let hit = others()
                .filter(|o| group(o) == group(article) && is(article, o, true))
                .count();
            self.alone += usize::from(is_alone(article));
            self.rightly += usize::from(is_alone(article) && told == 0);
            self.articles += 1;
            self.precision += (hit + 1) as f64 / (found + 1) as f64;
            self.recall += (hit + 1) as f64 / (told + 1) as f64;
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let of = self.articles.max(1) as f64;
        let (precision, recall) = (self.precision / of, self.recall / of);
        write!(
            f,
            "{} {:.3}; {} {:.3}; {precision:.3} {recall:.3} {:.3}",
            self.groups,
            share(self.whole, self.groups),
            self.alone,
            share(self.rightly, self.alone),
            2.0 * precision * recall / (precision + recall)
        )
    }
}
