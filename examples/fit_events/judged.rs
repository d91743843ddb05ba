//! An archive of which readers judged some neighbourhoods: which of ten articles tell one event.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::slice::SliceIndex;

use anyhow::Context;
use news_coverage::events::signals::{NAMES, Rounds, Signals, Weights};
use news_coverage::events::{self, Options, Sketch, standing};
use news_coverage::model::Article;
use news_coverage::regression::Regression;
use news_coverage::{load, segment};

use super::logistic;

/// What holds the weights back where signals say the same.
const RIDGE: f64 = 1.0;

/// Mean chances from which two groups become one that are tried.
const BOUNDS: [f32; 11] = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

/// The articles of an archive, and what readers say of some.
pub struct Archive {
    neighbourhoods: Vec<Neighbourhood>,
    /// More pairs that were judged.
    pairs: Vec<Judged>,
    /// With their days, and without them.
    ways: [Way; 2],
}

/// The articles as the program knows them, and the pairs it looks at.
struct Way {
    sketches: Vec<Sketch>,
    pairs: BTreeMap<(usize, usize), Signals>,
}

impl Way {
    fn of(sketches: Vec<Sketch>) -> Self {
        let candidates = events::candidates(&sketches).into_iter();
        let pairs = candidates.map(|(a, b, signals)| ((a.min(b), a.max(b)), signals));
        Self {
            pairs: pairs.collect(),
            sketches,
        }
    }
}

/// Ten articles that are near each other, as one reader judged them.
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
        let (mut dated, mut undated) = (Vec::new(), Vec::new());
        for article in loaded.articles {
            let line = article.path.rsplit_once(':').map(|(_, line)| line.parse());
            place.insert(line.context("not JSON Lines")??, dated.len());
            undated.push(sketch(without_day(&article)));
            dated.push(sketch(article));
        }
        let lines = include_str!("judged.txt").lines();
        let judged = lines.filter(|line| !line.starts_with('#'));
        let mut neighbourhoods = judged
            .map(|line| neighbourhood(line, &place))
            .collect::<anyhow::Result<Vec<_>>>()?;
        // What two readers say of the same articles stays side by side.
        neighbourhoods.sort_by_cached_key(|n| n.same.keys().copied().collect::<Vec<_>>());
        let lines = include_str!("pairs.txt").lines();
        let judged = lines.filter(|line| !line.starts_with('#'));
        let pairs = judged
            .map(|line| pairs(line, &place))
            .collect::<anyhow::Result<Vec<_>>>()?
            .concat();
        Ok(Self {
            neighbourhoods,
            pairs,
            ways: [Way::of(dated), Way::of(undated)],
        })
    }

    /// Weights fitted to what readers say of the articles that are kept.
    pub fn fit(&self, keep: impl Fn(usize) -> bool) -> Weights {
        let [dated, undated] = self.ways.each_ref().map(|way| self.rounds(way, &keep));
        Weights { dated, undated }
    }

    /// Everything that readers say of two articles.
    fn verdicts(&self) -> impl Iterator<Item = Judged> {
        let near = self.neighbourhoods.iter();
        let near = near.flat_map(|hood| hood.same.iter().map(|(pair, same)| (*pair, *same)));
        near.chain(self.pairs.iter().copied())
    }

    fn rounds(&self, way: &Way, keep: impl Fn(usize) -> bool) -> Rounds {
        let judged = self.verdicts();
        let judged: Vec<Judged> = judged.filter(|((a, b), _)| keep(*a) && keep(*b)).collect();
        let first = fitted(&NAMES, &judged, &way.pairs);
        let ready = first.ready(&NAMES);
        let alone = way.pairs.iter();
        let alone = alone.map(|((a, b), s)| (*a, *b, ready.chance(s.iter().copied())));
        let stands = standing::signals(way.sketches.len(), &alone.collect::<Vec<_>>());
        let stands = way.pairs.keys().copied().zip(stands).collect();
        let second = fitted(&standing::NAMES, &judged, &stands);
        Rounds { first, second }
    }

    /// Prints what is right of each half by weights that know no article of its time, with days and without.
    pub fn measure(&self) {
        for (name, way) in ["with days", "without days"].iter().zip(&self.ways) {
            println!("{name}");
            self.measure_by(&way.sketches);
        }
    }

    fn measure_by(&self, sketches: &[Sketch]) {
        let half = self.neighbourhoods.len() / 2;
        let earlier: BTreeSet<usize> = self.articles(..half).collect();
        let later: BTreeSet<usize> = self.articles(half..).collect();
        let fitted = [&earlier, &later].map(|own| {
            let first = own.first().copied().unwrap_or_default();
            let last = own.last().copied().unwrap_or_default();
            self.fit(|article| !(first..=last).contains(&article))
        });
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

    /// The articles of some neighbourhoods.
    fn articles(
        &self,
        own: impl SliceIndex<[Neighbourhood], Output = [Neighbourhood]>,
    ) -> impl Iterator<Item = usize> {
        self.neighbourhoods[own]
            .iter()
            .flat_map(|n| n.articles.iter().copied())
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
        let judged = self.verdicts();
        let judged = judged.filter(|(pair, _)| self.ways[0].pairs.contains_key(pair));
        let sure: Vec<bool> = judged.filter_map(|(_, same)| same).collect();
        format!(
            "# Chance that two articles tell one event. Made by `cargo run --release --example fit_events`, not by hand.\n\
             # Logistic regression, ridge {RIDGE}, on what readers say of pairs of articles of an archive: {} verdicts, {} of\n\
             # them that two tell one event; doubts left out. None of the articles' words are here.\n\
             # Each signal: least value seen, greatest value seen, weight of one unit.\n",
            sure.len(),
            sure.iter().filter(|is| **is).count()
        )
    }
}

/// Two articles, and whether a reader says that they tell one event; none in doubt.
type Judged = ((usize, usize), Option<bool>);

/// A regression on the signals of judged pairs.
fn fitted<const N: usize>(
    names: &[&str; N],
    judged: &[Judged],
    signals: &BTreeMap<(usize, usize), [f32; N]>,
) -> Regression {
    let known = judged.iter();
    let known = known.filter_map(|(pair, same)| Some((*signals.get(pair)?, *same)));
    let (rows, labels): (Vec<[f32; N]>, Vec<Option<bool>>) = known.unzip();
    let one = [(&rows[..], &labels[..])];
    logistic::fit(&names.map(str::to_string), one.into_iter(), RIDGE)
}

/// What is known of an article without reading it.
pub fn sketch(article: Article) -> Sketch {
    Sketch::of(&segment::document(article))
}

/// The same article, of an unknown day.
pub fn without_day(article: &Article) -> Article {
    Article {
        published: None,
        ..article.clone()
    }
}

/// A line of `pairs.txt`; `place` says where the article of a line of the archive stands.
fn pairs(line: &str, place: &BTreeMap<usize, usize>) -> anyhow::Result<Vec<Judged>> {
    let at = |number: &str| article(number, place);
    let (one, others) = line.split_once(' ').context("an article without others")?;
    let one = at(one)?;
    let judged = |other: &str| {
        let same = other.strip_prefix('+').map(|number| (number, true));
        let (number, same) = same
            .or(other.strip_prefix('-').map(|number| (number, false)))
            .with_context(|| format!("neither + nor -: {other}"))?;
        let other = at(number)?;
        Ok(((one.min(other), one.max(other)), Some(same)))
    };
    others.split(' ').map(judged).collect()
}

/// Where the article of a line of the archive stands.
fn article(line: &str, place: &BTreeMap<usize, usize>) -> anyhow::Result<usize> {
    let line: usize = line.parse()?;
    place
        .get(&line)
        .copied()
        .with_context(|| format!("no article in line {line}"))
}

/// A line of `judged.txt`; `place` says where the article of a line of the archive stands.
fn neighbourhood(line: &str, place: &BTreeMap<usize, usize>) -> anyhow::Result<Neighbourhood> {
    let at = |number: &str| article(number, place);
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
