//! Pictures: which facts each outlet tells and how early, where shared facts stand, how much wording is shared.

use serde::Serialize;

use crate::render::labels::code;
use crate::render::plain;
use crate::render::view::View;
use crate::report::FactEntry;

/// Coordinates for the three pictures, in units of their view boxes.
#[derive(Serialize)]
pub struct Pictures {
    heat: Heat,
    placement: Placement,
    reuse: Vec<Vec<Share>>,
    outlets: Vec<String>,
}

/// One strip per outlet, one field per fact.
#[derive(Serialize)]
struct Heat {
    strips: Vec<Strip>,
    facts: usize,
}

/// One outlet's strip.
#[derive(Serialize)]
struct Strip {
    name: String,
    told: usize,
    early: usize,
    fields: Vec<Field>,
}

/// One fact in one outlet.
#[derive(Serialize)]
struct Field {
    fact: String,
    /// Steps of darkness: 4 first quarter of the article … 1 last quarter, 0 not told.
    step: usize,
    cell: String,
}

/// Where the facts that most outlets tell stand in each article.
#[derive(Serialize)]
struct Placement {
    facts: Vec<Track>,
}

/// One fact through the articles.
#[derive(Serialize)]
struct Track {
    id: String,
    number: usize,
    statement: String,
    points: Vec<Point>,
}

/// One place.
#[derive(Serialize)]
struct Point {
    name: String,
    percent: usize,
    /// Percent of the picture's width, inside its margins.
    x: usize,
    /// Units from its top; marks that would cover each other stand on steps.
    y: usize,
}

/// How much of one article's wording stands in another, in percent; nothing on the diagonal.
#[derive(Serialize)]
struct Share {
    percent: Option<usize>,
    step: usize,
}

/// Facts followed through the articles: more lines than this cannot be told apart.
const TRACKS: usize = 7;

/// Coordinates for the pictures.
pub fn pictures(view: &View) -> Pictures {
    Pictures {
        heat: heat(view),
        placement: placement(view),
        reuse: reuse(view),
        outlets: view.columns().iter().map(|a| view.short(&a.id)).collect(),
    }
}

/// Where an article tells most of a fact, 0 to 1.
fn place(fact: &FactEntry, article: &str) -> Option<f64> {
    let places = fact.support.get(article)?.iter();
    places
        .max_by(|a, b| {
            a.share
                .total_cmp(&b.share)
                .then(b.position.total_cmp(&a.position))
        })
        .map(|s| s.position)
}

fn heat(view: &View) -> Heat {
    let facts = &view.report.facts;
    let strips = view.columns().into_iter().map(|a| {
        let fields: Vec<Field> = facts.iter().map(|f| field(view, f, &a.id)).collect();
        Strip {
            name: view.short(&a.id),
            told: fields.iter().filter(|f| f.step > 0).count(),
            early: fields.iter().filter(|f| f.step == 4).count(),
            fields,
        }
    });
    Heat {
        strips: strips.collect(),
        facts: facts.len(),
    }
}

fn field(view: &View, fact: &FactEntry, article: &str) -> Field {
    let cell = view.cell(fact, article);
    let place = place(fact, article).filter(|_| cell.is_told());
    let step = place.map_or(0, |p| 4 - ((p.clamp(0.0, 1.0) * 4.0) as usize).min(3));
    Field {
        fact: fact.id.clone(),
        step,
        cell: code(&cell),
    }
}

/// Height of one article's line, where on it marks stand, and how far one step lifts a mark.
const LINE: (usize, usize, usize) = (86, 66, 14);
/// Marks nearer than this many percent of the width would cover each other.
const NEAR: usize = 3;

fn placement(view: &View) -> Placement {
    let columns = view.columns();
    let mut taken: Vec<Vec<(usize, usize)>> = vec![Vec::new(); columns.len()];
    let shared = view
        .report
        .facts
        .iter()
        .filter(|f| view.told_by(f) > 1)
        .take(TRACKS)
        .enumerate();
    let tracks = shared.map(|(i, fact)| {
        let points = columns
            .iter()
            .zip(&mut taken)
            .enumerate()
            .filter_map(|(line, (a, taken))| {
                let percent = (place(fact, &a.id)? * 100.0).round() as usize;
                let x = 3 + percent * 94 / 100;
                let step = free_step(taken, x);
                taken.push((x, step));
                let y = line * LINE.0 + LINE.1 - step * LINE.2;
                Some(Point {
                    name: view.short(&a.id),
                    percent,
                    x,
                    y,
                })
            });
        let points = points.collect();
        Track {
            id: fact.id.clone(),
            number: i + 1,
            statement: plain::line(&fact.statement),
            points,
        }
    });
    Placement {
        facts: tracks.collect(),
    }
}

/// The lowest of four steps on which a mark covers no other.
fn free_step(taken: &[(usize, usize)], x: usize) -> usize {
    let is_free = |step: &usize| {
        !taken
            .iter()
            .any(|(other, s)| s == step && other.abs_diff(x) < NEAR)
    };
    (0..4).find(is_free).unwrap_or(0)
}

fn reuse(view: &View) -> Vec<Vec<Share>> {
    let columns = view.columns();
    let share = |row: &str, of: &str| {
        let pairs = view.report.reuse.iter();
        let one = pairs
            .clone()
            .find(|r| r.a == row && r.b == of)
            .map(|r| r.share_of_a);
        one.or_else(|| {
            pairs
                .clone()
                .find(|r| r.b == row && r.a == of)
                .map(|r| r.share_of_b)
        })
        .unwrap_or(0.0)
    };
    let cell = |row: &str, of: &str| {
        let percent = (row != of).then(|| (share(row, of) * 100.0).round() as usize);
        Share {
            percent,
            step: percent.map_or(0, |p| p.div_ceil(20).min(4)),
        }
    };
    columns
        .iter()
        .map(|row| columns.iter().map(|of| cell(&row.id, &of.id)).collect())
        .collect()
}
