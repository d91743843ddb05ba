//! Tables of what was compared: utterances, discrepancies, framings, findings and their evidence.

use super::{Table, list, optional, text, verbatim};
use crate::render::labels::code;
use crate::render::view::View;

/// The tables in the order of the report.
pub fn tables(view: &View) -> Vec<Table> {
    vec![
        utterances(view),
        discrepancies(view),
        framings(view),
        findings(view),
        evidence(view),
    ]
}

fn utterances(view: &View) -> Table {
    let rows = view.report.utterances.iter().flat_map(|u| {
        u.members.iter().enumerate().map(move |(rank, m)| {
            let quote = view.quote(&m.quote);
            let changed = |kind| {
                let words = m
                    .changes
                    .iter()
                    .filter(|c| c.kind == kind)
                    .map(|c| c.text.as_str());
                text(&words.collect::<Vec<_>>().join(" … "))
            };
            vec![
                u.id.clone(),
                optional(u.speaker.as_ref()),
                (rank + 1).to_string(),
                m.quote.clone(),
                quote.map(|q| text(&q.article)).unwrap_or_default(),
                quote
                    .map(|q| text(&view.outlet(&q.article)))
                    .unwrap_or_default(),
                code(&m.relation),
                m.indicated.to_string(),
                changed(crate::model::ChangeKind::Delete),
                changed(crate::model::ChangeKind::Insert),
                quote.map(|q| verbatim(&q.text)).unwrap_or_default(),
            ]
        })
    });
    let header = &[
        "utterance",
        "speaker",
        "rank",
        "quote",
        "article",
        "outlet",
        "relation",
        "indicated",
        "only_in_fullest",
        "only_here",
        "text",
    ];
    Table {
        name: "utterances",
        header,
        rows: rows.collect(),
    }
}

fn discrepancies(view: &View) -> Table {
    let rows = view.report.discrepancies.iter().flat_map(|d| {
        d.values.iter().map(move |v| {
            let article = view.sentence(&v.sentence).map(|(a, _)| a);
            vec![
                d.id.clone(),
                code(&d.kind),
                text(&d.about),
                v.side.to_string(),
                article.map(|a| text(&a.id)).unwrap_or_default(),
                article.map(|a| text(&a.outlet)).unwrap_or_default(),
                text(&v.sentence),
                v.start.to_string(),
                v.end.to_string(),
                text(&v.value),
                verbatim(&v.text),
                d.rule.clone(),
            ]
        })
    });
    let header = &[
        "discrepancy",
        "kind",
        "about",
        "side",
        "article",
        "outlet",
        "sentence",
        "start",
        "end",
        "value",
        "text",
        "rule",
    ];
    Table {
        name: "discrepancies",
        header,
        rows: rows.collect(),
    }
}

fn framings(view: &View) -> Table {
    let rows = view.report.framings.iter().flat_map(|f| {
        f.per_source.iter().flat_map(move |(article, terms)| {
            terms.iter().map(move |t| {
                vec![
                    f.id.clone(),
                    code(&f.dimension),
                    text(&f.target),
                    text(article),
                    text(&view.outlet(article)),
                    text(&t.sentence),
                    t.start.to_string(),
                    t.end.to_string(),
                    text(&t.term),
                    text(&f.note),
                    f.rule.clone(),
                ]
            })
        })
    });
    let header = &[
        "framing",
        "dimension",
        "target",
        "article",
        "outlet",
        "sentence",
        "start",
        "end",
        "term",
        "note",
        "rule",
    ];
    Table {
        name: "framings",
        header,
        rows: rows.collect(),
    }
}

fn findings(view: &View) -> Table {
    let rows = view.report.findings.iter().enumerate().map(|(i, f)| {
        vec![
            f.id.clone(),
            (i + 1).to_string(),
            code(&f.kind),
            list(&f.articles),
            list(&f.about),
            f.salience.to_string(),
            f.confidence.to_string(),
            f.rule.clone(),
            text(&f.summary),
        ]
    });
    let header = &[
        "finding",
        "rank",
        "kind",
        "articles",
        "about",
        "salience",
        "confidence",
        "rule",
        "summary",
    ];
    Table {
        name: "findings",
        header,
        rows: rows.collect(),
    }
}

fn evidence(view: &View) -> Table {
    let rows = view.report.findings.iter().flat_map(|f| {
        f.evidence.iter().map(move |e| {
            let article = view.sentence(&e.sentence).map(|(a, _)| a);
            vec![
                f.id.clone(),
                article.map(|a| text(&a.id)).unwrap_or_default(),
                article.map(|a| text(&a.outlet)).unwrap_or_default(),
                text(&e.sentence),
                e.start.to_string(),
                e.end.to_string(),
                verbatim(&e.text),
            ]
        })
    });
    let header = &[
        "finding", "article", "outlet", "sentence", "start", "end", "text",
    ];
    Table {
        name: "evidence",
        header,
        rows: rows.collect(),
    }
}
