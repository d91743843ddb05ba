//! Tables of words: what tells an article from the others, whom it gives space, the user's own categories.

use super::{Table, text, verbatim};
use crate::render::view::View;
use crate::report::ExcerptEntry;

/// The tables in the order of the report.
pub fn tables(view: &View) -> Vec<Table> {
    vec![vocabulary(view), space(view), categories(view)]
}

/// One row for each place of each word.
fn vocabulary(view: &View) -> Table {
    let words = view.report.vocabulary.iter().flat_map(|v| {
        let each = v.words.iter();
        each.map(move |word| (v.article.as_str(), word))
    });
    let rows = words.flat_map(|(article, word)| {
        let counted = [
            text(&word.word),
            word.count.to_string(),
            word.others.to_string(),
            word.z.to_string(),
        ];
        places(view, article, counted, &word.places)
    });
    Table {
        name: "vocabulary",
        header: &[
            "article", "outlet", "word", "count", "others", "z", "sentence", "start", "end", "text",
        ],
        rows: rows.collect(),
    }
}

/// One row for each actor and article.
fn space(view: &View) -> Table {
    let rows = view.report.space.iter().map(|s| {
        vec![
            s.actor.clone(),
            text(&s.name),
            text(&s.article),
            text(&view.outlet(&s.article)),
            s.about.to_string(),
            s.quoted.to_string(),
            s.share.to_string(),
        ]
    });
    Table {
        name: "space",
        header: &[
            "entity", "name", "article", "outlet", "about", "quoted", "share",
        ],
        rows: rows.collect(),
    }
}

/// One row for each place of each of the user's categories; an article without any has one row without a place.
fn categories(view: &View) -> Table {
    let rows = view.report.categories.iter().flat_map(|c| {
        let counted = [
            text(&c.name),
            c.count.to_string(),
            c.per_thousand.to_string(),
        ];
        places(view, &c.article, counted, &c.places)
    });
    Table {
        name: "categories",
        header: &[
            "article",
            "outlet",
            "category",
            "count",
            "per_thousand",
            "sentence",
            "start",
            "end",
            "text",
        ],
        rows: rows.collect(),
    }
}

/// What was counted in an article, once for each of its places; once without a place where there is none.
fn places<const N: usize>(
    view: &View,
    article: &str,
    counted: [String; N],
    places: &[ExcerptEntry],
) -> Vec<Vec<String>> {
    let start = [text(article), text(&view.outlet(article))];
    let row = |place: [String; 4]| start.iter().chain(&counted).cloned().chain(place).collect();
    if places.is_empty() {
        return vec![row(Default::default())];
    }
    let place = |p: &ExcerptEntry| {
        row([
            text(&p.sentence),
            p.start.to_string(),
            p.end.to_string(),
            verbatim(&p.text),
        ])
    };
    places.iter().map(place).collect()
}
