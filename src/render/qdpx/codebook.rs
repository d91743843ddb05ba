//! Codes and coded segments: a tree of two levels, the report's sections above their elements.

use std::collections::BTreeMap;

use crate::render::labels::label;
use crate::report::Report;

/// One code with the segments it is given to.
pub struct Code {
    /// What its GUID is made from.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// Article, start and end in code points.
    pub segments: Vec<(String, usize, usize)>,
}

/// A section of the codebook.
pub struct Branch {
    /// Its name.
    pub name: &'static str,
    /// Its codes.
    pub codes: Vec<Code>,
    /// As `#RRGGBB`.
    pub color: &'static str,
}

/// Longest name of a code in characters; the whole is in its description.
const NAME: usize = 80;

/// The codebook: facts, quotes by speaker, framings, discrepancies, findings.
pub fn branches(report: &Report) -> Vec<Branch> {
    let all = vec![
        Branch {
            name: "Facts",
            codes: facts(report),
            color: "#17497F",
        },
        Branch {
            name: "Quotes by speaker",
            codes: speakers(report),
            color: "#3D7A35",
        },
        Branch {
            name: "Framings",
            codes: framings(report),
            color: "#7B4AA0",
        },
        Branch {
            name: "Discrepancies",
            codes: discrepancies(report),
            color: "#A8361A",
        },
        Branch {
            name: "Findings",
            codes: findings(report),
            color: "#7A6411",
        },
    ];
    all.into_iter().filter(|b| !b.codes.is_empty()).collect()
}

/// The article of a sentence id, which is `ARTICLE:N`.
fn article(sentence: &str) -> String {
    sentence
        .rsplit_once(':')
        .map_or(sentence, |(article, _)| article)
        .to_string()
}

fn named(id: &str, words: &str) -> String {
    let short: String = words.chars().take(NAME).collect();
    if short.len() < words.len() {
        format!("{id} {}…", short.trim_end())
    } else {
        format!("{id} {short}")
    }
}

fn facts(report: &Report) -> Vec<Code> {
    let code = |f: &crate::report::FactEntry| {
        let places = f
            .support
            .iter()
            .flat_map(|(a, places)| places.iter().map(|p| (a.clone(), p.start, p.end)));
        Code {
            key: f.id.clone(),
            name: named(&f.id, &f.statement),
            description: Some(f.statement.clone()),
            segments: places.collect(),
        }
    };
    report.facts.iter().map(code).collect()
}

fn speakers(report: &Report) -> Vec<Code> {
    let mut by_speaker: BTreeMap<&str, Vec<(String, usize, usize)>> = BTreeMap::new();
    for q in &report.quotes {
        let speaker = q.speaker.as_deref().unwrap_or("Unknown speaker");
        by_speaker
            .entry(speaker)
            .or_default()
            .push((q.article.clone(), q.start, q.end));
    }
    let code = |(speaker, segments): (&str, Vec<(String, usize, usize)>)| Code {
        key: format!("speaker {speaker}"),
        name: speaker.to_string(),
        description: None,
        segments,
    };
    by_speaker.into_iter().map(code).collect()
}

fn framings(report: &Report) -> Vec<Code> {
    let code = |f: &crate::report::FramingEntry| {
        let terms = f
            .per_source
            .iter()
            .flat_map(|(a, terms)| terms.iter().map(|t| (a.clone(), t.start, t.end)));
        Code {
            key: f.id.clone(),
            name: named(&f.id, &format!("{}: {}", label(&f.dimension), f.target)),
            description: Some(f.note.clone()),
            segments: terms.collect(),
        }
    };
    report.framings.iter().map(code).collect()
}

fn discrepancies(report: &Report) -> Vec<Code> {
    let code = |d: &crate::report::DiscrepancyEntry| Code {
        key: d.id.clone(),
        name: named(&d.id, &format!("{}: {}", label(&d.kind), d.about)),
        description: None,
        segments: d
            .values
            .iter()
            .map(|v| (article(&v.sentence), v.start, v.end))
            .collect(),
    };
    report.discrepancies.iter().map(code).collect()
}

fn findings(report: &Report) -> Vec<Code> {
    let code = |f: &crate::report::FindingEntry| Code {
        key: f.id.clone(),
        name: named(&f.id, &f.summary),
        description: Some(f.summary.clone()),
        segments: f
            .evidence
            .iter()
            .map(|e| (article(&e.sentence), e.start, e.end))
            .collect(),
    };
    report.findings.iter().map(code).collect()
}
