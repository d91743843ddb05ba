//! `project.qde`: users, codebook and sources, in the order the schema demands.

use super::codebook::{self, Branch, Code};
use super::guid;
use super::xml::Xml;
use crate::render::view::View;
use crate::report::{ArticleEntry, Report};

/// Where the schema is published.
const SCHEMA: &str =
    "urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd";

/// Who made the project and when.
struct Maker {
    user: String,
    time: String,
}

/// Importers fail where no time is given, and the clock would make two runs differ: the last day the articles were
/// published stands for it.
fn time(report: &Report) -> String {
    let is_day = |d: &&str| {
        d.len() == 10
            && d.bytes()
                .enumerate()
                .all(|(i, b)| b.is_ascii_digit() != matches!(i, 4 | 7))
    };
    let published = report
        .articles
        .iter()
        .filter_map(|a| a.published.as_deref()?.get(..10))
        .filter(is_day);
    format!("{}T00:00:00Z", published.max().unwrap_or("1980-01-01"))
}

/// The project as one XML document.
pub fn project(report: &Report) -> String {
    let view = View::new(report);
    let maker = Maker {
        user: guid(&["user", &report.generator.name]),
        time: time(report),
    };
    let branches = codebook::branches(report);
    let origin = format!("{} {}", report.generator.name, report.generator.version);
    let attributes = [
        ("xmlns", "urn:QDA-XML:project:1.0"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", SCHEMA),
        ("name", view.title().unwrap_or("Coverage")),
        ("origin", &origin),
        ("creatingUserGUID", &maker.user),
        ("creationDateTime", &maker.time),
    ];
    let mut xml = Xml::new();
    xml.element("Project", &attributes, |xml| {
        xml.element("Users", &[], |xml| {
            xml.empty(
                "User",
                &[("guid", &maker.user), ("name", &report.generator.name)],
            )
        });
        if !branches.is_empty() {
            xml.element("CodeBook", &[], |xml| {
                xml.element("Codes", &[], |xml| {
                    branches.iter().for_each(|b| branch(xml, b))
                });
            });
        }
        if !report.articles.is_empty() {
            xml.element("Sources", &[], |xml| {
                report
                    .articles
                    .iter()
                    .for_each(|a| source(xml, a, &branches, &maker))
            });
        }
    });
    xml.finish()
}

fn branch(xml: &mut Xml, branch: &Branch) {
    let id = guid(&["branch", branch.name]);
    let attributes = [
        ("guid", id.as_str()),
        ("name", branch.name),
        ("isCodable", "false"),
        ("color", branch.color),
    ];
    xml.element("Code", &attributes, |xml| {
        for code in &branch.codes {
            let id = guid(&["code", &code.key]);
            let attributes = [
                ("guid", id.as_str()),
                ("name", &code.name),
                ("isCodable", "true"),
                ("color", branch.color),
            ];
            match &code.description {
                Some(words) => {
                    xml.element("Code", &attributes, |xml| xml.text("Description", words))
                }
                None => xml.empty("Code", &attributes),
            }
        }
    });
}

fn source(xml: &mut Xml, article: &ArticleEntry, branches: &[Branch], maker: &Maker) {
    let id = guid(&["source", &article.id]);
    let path = format!("internal://{id}.txt");
    let attributes = [
        ("guid", id.as_str()),
        ("name", &article.outlet),
        ("plainTextPath", &path),
        ("creatingUser", &maker.user),
        ("creationDateTime", &maker.time),
    ];
    let codes = branches.iter().flat_map(|b| &b.codes);
    let segments: Vec<(&Code, usize, usize)> = codes
        .flat_map(|c| {
            c.segments
                .iter()
                .filter(|(a, _, _)| *a == article.id)
                .map(move |(_, from, to)| (c, *from, *to))
        })
        .collect();
    let described = description(article);
    xml.element("TextSource", &attributes, |xml| {
        if !described.is_empty() {
            xml.text("Description", &described);
        }
        segments
            .iter()
            .enumerate()
            .for_each(|(i, segment)| selection(xml, article, i, segment, maker));
    });
}

/// Headline, date and address, as far as they are known.
fn description(article: &ArticleEntry) -> String {
    let parts = [&article.headline, &article.published, &article.url];
    parts
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" · ")
}

fn selection(
    xml: &mut Xml,
    article: &ArticleEntry,
    index: usize,
    segment: &(&Code, usize, usize),
    maker: &Maker,
) {
    let (code, start, end) = segment;
    let number = index.to_string();
    let id = guid(&["selection", &article.id, &number]);
    let coding = guid(&["coding", &article.id, &number]);
    let target = guid(&["code", &code.key]);
    let (start, end) = (start.to_string(), end.to_string());
    let attributes = [
        ("guid", id.as_str()),
        ("name", code.key.as_str()),
        ("startPosition", &start),
        ("endPosition", &end),
        ("creatingUser", &maker.user),
        ("creationDateTime", &maker.time),
    ];
    xml.element("PlainTextSelection", &attributes, |xml| {
        let attributes = [
            ("guid", coding.as_str()),
            ("creatingUser", &maker.user),
            ("creationDateTime", &maker.time),
        ];
        xml.element("Coding", &attributes, |xml| {
            xml.empty("CodeRef", &[("targetGUID", &target)]);
        });
    });
}
