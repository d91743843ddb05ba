//! Tables of the matrix: facts, their cells, the places that support a cell, and the details inside a fact.

use super::{Table, optional, text, verbatim};
use crate::render::labels::code;
use crate::render::told;
use crate::render::view::View;

/// The tables from the whole to its parts.
pub fn tables(view: &View) -> Vec<Table> {
    vec![facts(view), cells(view), support(view), details(view)]
}

/// One row for each fact.
fn facts(view: &View) -> Table {
    let rows = view.report.facts.iter().zip(1..).map(|(fact, rank)| {
        vec![
            fact.id.clone(),
            rank.to_string(),
            code(&fact.kind),
            fact.origins.to_string(),
            fact.salience.to_string(),
            fact.first_screen.to_string(),
            fact.against.as_ref().map(code).unwrap_or_default(),
            text(&fact.statement),
        ]
    });
    Table {
        name: "facts",
        header: &[
            "fact",
            "rank",
            "kind",
            "origins",
            "salience",
            "first_screen",
            "against",
            "statement",
        ],
        rows: rows.collect(),
    }
}

/// One row for each fact and article.
fn cells(view: &View) -> Table {
    let columns = view.columns();
    let rows = view.report.facts.iter().flat_map(|fact| {
        columns.iter().map(|article| {
            vec![
                fact.id.clone(),
                text(&article.id),
                text(&article.outlet),
                code(&view.cell(fact, &article.id)),
                told::nearest(view, fact, &article.id)
                    .map(text)
                    .unwrap_or_default(),
            ]
        })
    });
    Table {
        name: "cells",
        header: &["fact", "article", "outlet", "state", "nearest"],
        rows: rows.collect(),
    }
}

/// One row for each place where an article tells a fact.
fn support(view: &View) -> Table {
    let columns = view.columns();
    let rows = view.report.facts.iter().flat_map(|fact| {
        let told = columns
            .iter()
            .filter_map(|article| Some((article, fact.support.get(&article.id)?)));
        told.flat_map(|(article, places)| places.iter().map(move |place| (article, place)))
            .map(|(article, place)| {
                vec![
                    fact.id.clone(),
                    text(&article.id),
                    text(&article.outlet),
                    text(&place.sentence),
                    place.start.to_string(),
                    place.end.to_string(),
                    code(&place.voice),
                    optional(place.attributed_to.as_ref()),
                    code(&place.modality),
                    place.position.to_string(),
                    place.share.to_string(),
                ]
            })
            .collect::<Vec<_>>()
    });
    Table {
        name: "support",
        header: &[
            "fact",
            "article",
            "outlet",
            "sentence",
            "start",
            "end",
            "voice",
            "attributed_to",
            "modality",
            "position",
            "share",
        ],
        rows: rows.collect(),
    }
}

/// One row for each detail inside a fact and each article that tells the fact: with its words, or lacking it.
fn details(view: &View) -> Table {
    let numbered = view.report.facts.iter().flat_map(|fact| {
        let details = fact.details.iter().zip(1_usize..);
        details.map(move |(detail, number)| (fact, detail, number))
    });
    let mut rows = Vec::new();
    for (fact, detail, number) in numbered {
        let row = |article: &str, state: &str, place: [String; 4]| {
            let start = [
                fact.id.clone(),
                number.to_string(),
                code(&detail.kind),
                text(article),
                text(&view.outlet(article)),
                state.to_string(),
            ];
            start.into_iter().chain(place).collect()
        };
        for (article, told) in &detail.told {
            let (start, end) = (told.start.to_string(), told.end.to_string());
            let place = [text(&told.sentence), start, end, verbatim(&told.text)];
            rows.push(row(article, "told", place));
        }
        for article in &detail.lacking {
            rows.push(row(article, "lacking", Default::default()));
        }
    }
    Table {
        name: "details",
        header: &[
            "fact", "detail", "kind", "article", "outlet", "state", "sentence", "start", "end",
            "text",
        ],
        rows,
    }
}
