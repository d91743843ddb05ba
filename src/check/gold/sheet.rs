//! Report + gold → a sheet for a coder: what to judge, a row each, with the sentences beside an empty label.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ties::Ties;
use super::letters::Letters;
use super::{Gold, GoldArticle};
use crate::model::BlockKind;
use crate::report::{self, Report};

/// Two sentences of two articles.
pub const PAIR: &str = "pair";
/// A fact and an article.
pub const CELL: &str = "cell";

/// The columns of a sheet that are read back.
pub const COLUMNS: [&str; 4] = ["unit", "a", "b", "label"];

/// All columns of a sheet.
pub const HEADER: [&str; 9] = [
    "unit", "a", "b", "outlet_a", "outlet_b", "text_a", "text_b", "label", "labels",
];

/// What the label of a pair may be.
const OF_PAIRS: &str = "2 same, 1 partly, 0 unrelated, ? doubtful";
/// What the label of a cell may be.
const OF_CELLS: &str = "1 says it, 0 does not, ? doubtful";

/// How the name of a sheet's file begins and ends; what stands between is the coder's name.
const FILE: (&str, &str) = ("coder-", ".csv");

/// The file of a coder's sheet.
pub fn file_name(coder: &str) -> String {
    format!("{}{coder}{}", FILE.0, FILE.1)
}

/// The coder whose sheet a file is.
pub fn coder(file: &str) -> Option<&str> {
    let name = file.strip_prefix(FILE.0)?.strip_suffix(FILE.1)?;
    (!name.is_empty()).then_some(name)
}

/// One row, in the order of [`HEADER`]; its label is empty.
pub type Row = [String; 9];

/// What a sheet asks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Pairs of sentences of the report, besides those that the report or the gold has: likely ones that are none.
    pub near: &'a [(String, String)],
    /// Whether every fact and article is asked for too.
    pub cells: bool,
    /// Whether outlets are letters and their names are masked; headlines are left out then.
    pub blind: bool,
}

/// The rows, pair by pair in the order of the articles, then fact by fact.
///
/// # Errors
/// When a blind report cannot be made.
pub fn rows(report: &Report, gold: &Gold, asked: Asked) -> serde_json::Result<Vec<Row>> {
    let ties = Ties::of(report, gold);
    let shown = if asked.blind {
        Shown::blind(report, gold, &ties)?
    } else {
        Shown::plain(gold)
    };
    let mut pairs: Vec<(&Place, &Place)> = wanted(report, gold, &ties, asked.near)
        .iter()
        .filter_map(|(a, b)| Some((shown.sentences.get(*a)?, shown.sentences.get(*b)?)))
        .map(|(a, b)| if b.order < a.order { (b, a) } else { (a, b) })
        .collect();
    pairs.sort_by_key(|(a, b)| (a.order.0, b.order.0, a.order.1, b.order.1));
    let mut rows: Vec<Row> = pairs.into_iter().map(|(a, b)| pair(a, b)).collect();
    if asked.cells {
        for fact in &gold.facts {
            let statement = shown.statements.get(fact.id.as_str());
            let statement = statement.unwrap_or(&fact.statement);
            let cells = shown.articles.iter();
            rows.extend(cells.map(|(id, outlet)| cell(&fact.id, statement, id, outlet)));
        }
    }
    Ok(rows)
}

fn pair(a: &Place, b: &Place) -> Row {
    let texts = [&a.id, &b.id, &a.outlet, &b.outlet, &a.text, &b.text].map(String::clone);
    let [a, b, outlet_a, outlet_b, text_a, text_b] = texts;
    let (label, labels) = (String::new(), OF_PAIRS.to_string());
    [
        PAIR.to_string(),
        a,
        b,
        outlet_a,
        outlet_b,
        text_a,
        text_b,
        label,
        labels,
    ]
}

fn cell(fact: &str, statement: &str, article: &str, outlet: &str) -> Row {
    let parts = [CELL, fact, article, "", outlet, statement, "", "", OF_CELLS];
    parts.map(str::to_string)
}

/// The pairs to judge, by the gold's ids.
fn wanted<'a>(
    report: &Report,
    gold: &'a Gold,
    ties: &Ties<'a>,
    near: &[(String, String)],
) -> BTreeSet<(&'a str, &'a str)> {
    let ordered = |a: &'a str, b: &'a str| if a < b { (a, b) } else { (b, a) };
    let coded = gold.alignment.iter().flatten();
    let coded = coded.map(|p| ordered(&p.a, &p.b));
    let open = gold.ignore.iter().map(|e| ordered(&e.a, &e.b));
    let linked = report.alignments.iter().map(|l| (&l.a, &l.b));
    let found = linked.chain(near.iter().map(|(a, b)| (a, b)));
    let found = found.flat_map(|(a, b)| {
        let of_b: Vec<&str> = ties.sentences(b).collect();
        let of_a = ties.sentences(a);
        of_a.flat_map(move |x| of_b.clone().into_iter().map(move |y| ordered(x, y)))
    });
    let found = found.filter(|(x, y)| ties.owner(x) != ties.owner(y));
    coded.chain(open).chain(found).collect()
}

/// A sentence as a sheet shows it.
struct Place {
    id: String,
    outlet: String,
    text: String,
    /// Where it stands: the number of the article, its own number there.
    order: (usize, usize),
}

/// What a sheet shows, by the gold's ids.
#[derive(Default)]
struct Shown<'a> {
    sentences: BTreeMap<&'a str, Place>,
    /// Articles as they are called and their outlets, in the order of the sheet.
    articles: Vec<(String, String)>,
    /// Statements that are not shown as the gold has them.
    statements: BTreeMap<&'a str, String>,
}

impl<'a> Shown<'a> {
    fn plain(gold: &'a Gold) -> Self {
        let mut shown = Self::default();
        for (number, (id, article)) in gold.articles.iter().enumerate() {
            let outlet = article.outlet.as_ref().unwrap_or(id);
            shown.articles.push((id.clone(), outlet.clone()));
            for (at, sentence) in article.sentences.iter().enumerate() {
                let place = Place {
                    id: sentence.id.clone(),
                    outlet: outlet.clone(),
                    text: sentence.text.clone(),
                    order: (number, at),
                };
                shown.sentences.insert(&sentence.id, place);
            }
        }
        shown
    }

    /// Letters instead of outlets; sentences in the words of the blind report, those that it does not have left out.
    fn blind(report: &Report, gold: &'a Gold, ties: &Ties<'a>) -> serde_json::Result<Self> {
        let mut shown = Self::default();
        let letters = Letters::of(report, gold);
        let blind = report::blind(report, report::SEED)?;
        let by_letter: BTreeMap<&str, usize> = (0..)
            .zip(&blind.articles)
            .map(|(i, a)| (a.id.as_str(), i))
            .collect();
        let coded = |id: &str| gold.articles.get_key_value(id);
        for entry in &report.articles {
            let article = ties.article(&entry.id).and_then(coded);
            let letter = article.and_then(|(id, _)| Some((id, letters.letter(id)?)));
            let (Some((id, letter)), Some((_, article))) = (letter, article) else {
                continue;
            };
            let Some(&number) = by_letter.get(letter) else {
                continue;
            };
            let masked = blind.articles.get(number).map(|a| &a.sentences);
            let pairs = entry.sentences.iter().zip(masked.into_iter().flatten());
            for (sentence, masked) in pairs.filter(|(s, _)| s.kind != BlockKind::Headline) {
                let same = ties.sentences(&sentence.id);
                for own in same.filter(|own| ties.exact.contains(own)) {
                    let place = Place {
                        id: letters.sentence(own).unwrap_or_default().to_string(),
                        outlet: letter.to_string(),
                        text: masked.text.clone(),
                        order: (number, at(article, own)),
                    };
                    shown.sentences.insert(own, place);
                }
            }
            let called = letters.article(id).unwrap_or_default();
            shown.articles.push((called, letter.to_string()));
        }
        shown
            .articles
            .sort_by_key(|(_, letter)| by_letter.get(letter.as_str()).copied());
        for fact in &gold.facts {
            let own = report.facts.iter().find(|f| f.statement == fact.statement);
            let masked = own.and_then(|own| blind.facts.iter().find(|f| f.id == own.id));
            let masked = masked.map(|f| f.statement.clone());
            shown.statements.extend(masked.map(|m| (&fact.id[..], m)));
        }
        Ok(shown)
    }
}

/// The number of a sentence in its article.
fn at(article: &GoldArticle, id: &str) -> usize {
    let place = article.sentences.iter().position(|s| s.id == id);
    place.unwrap_or_default()
}
