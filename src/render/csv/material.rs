//! Tables of what was read and aligned: articles, origins, reuse, sentences, alignments, quotes, entities with their mentions.

use super::{Table, list, optional, text, verbatim};
use crate::render::labels::code;
use crate::render::view::View;

/// The tables in the order of the report.
pub fn tables(view: &View) -> Vec<Table> {
    vec![
        articles(view),
        origins(view),
        reuse(view),
        sentences(view),
        alignments(view),
        quotes(view),
        entities(view),
        mentions(view),
    ]
}

fn articles(view: &View) -> Table {
    let rows = view.report.articles.iter().map(|a| {
        vec![
            text(&a.id),
            text(&a.outlet),
            text(&a.path),
            optional(a.headline.as_ref()),
            list(&a.byline),
            optional(a.published.as_ref()),
            a.published_from.as_ref().map(code).unwrap_or_default(),
            optional(a.updated.as_ref()),
            list(&a.wire),
            optional(a.section.as_ref()),
            optional(a.language.as_ref()),
            optional(a.url.as_ref()),
            optional(a.out_of_scope.as_ref()),
            a.words.to_string(),
            verbatim(&a.text),
        ]
    });
    let header = &[
        "article",
        "outlet",
        "path",
        "headline",
        "byline",
        "published",
        "published_from",
        "updated",
        "wire",
        "section",
        "language",
        "url",
        "out_of_scope",
        "words",
        "text",
    ];
    Table {
        name: "articles",
        header,
        rows: rows.collect(),
    }
}

fn origins(view: &View) -> Table {
    let rows = view.report.origins.iter().flat_map(|o| {
        o.articles.iter().map(|a| {
            vec![
                o.id.clone(),
                code(&o.kind),
                text(&o.name),
                text(a),
                text(&view.outlet(a)),
            ]
        })
    });
    Table {
        name: "origins",
        header: &["origin", "kind", "name", "article", "outlet"],
        rows: rows.collect(),
    }
}

fn reuse(view: &View) -> Table {
    let rows = view.report.reuse.iter().map(|r| {
        vec![
            text(&r.a),
            text(&r.b),
            r.share_of_a.to_string(),
            r.share_of_b.to_string(),
            text(&r.longest),
        ]
    });
    let header = &[
        "article_a",
        "article_b",
        "share_of_a",
        "share_of_b",
        "longest",
    ];
    Table {
        name: "reuse",
        header,
        rows: rows.collect(),
    }
}

fn sentences(view: &View) -> Table {
    let passage = |id: &str| {
        let found = view
            .report
            .passages
            .iter()
            .find(|p| p.sentences.iter().any(|s| s == id));
        found.map(|p| p.id.clone()).unwrap_or_default()
    };
    let number = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
    let rows = view.report.articles.iter().flat_map(|a| {
        a.sentences.iter().map(move |s| {
            vec![
                text(&s.id),
                text(&a.id),
                code(&s.kind),
                s.paragraph.to_string(),
                number(s.start),
                number(s.end),
                passage(&s.id),
                verbatim(&s.text),
            ]
        })
    });
    let header = &[
        "sentence",
        "article",
        "kind",
        "paragraph",
        "start",
        "end",
        "passage",
        "text",
    ];
    Table {
        name: "sentences",
        header,
        rows: rows.collect(),
    }
}

fn alignments(view: &View) -> Table {
    let rows = view.report.alignments.iter().map(|a| {
        vec![
            text(&a.a),
            text(&a.b),
            code(&a.relation),
            a.contains.as_ref().map(code).unwrap_or_default(),
            a.score.to_string(),
            list(&a.evidence.names),
            list(&a.evidence.numbers),
            optional(a.evidence.shared_words.as_ref()),
        ]
    });
    let header = &[
        "sentence_a",
        "sentence_b",
        "relation",
        "contains",
        "score",
        "names",
        "numbers",
        "shared_words",
    ];
    Table {
        name: "alignments",
        header,
        rows: rows.collect(),
    }
}

fn quotes(view: &View) -> Table {
    let rows = view.report.quotes.iter().map(|q| {
        vec![
            q.id.clone(),
            text(&q.article),
            text(&view.outlet(&q.article)),
            text(&q.sentence),
            q.start.to_string(),
            q.end.to_string(),
            code(&q.kind),
            optional(q.speaker.as_ref()),
            optional(q.entity.as_ref()),
            optional(q.speaker_mention.as_ref()),
            optional(q.cue.as_ref()),
            q.cue_class.as_ref().map(code).unwrap_or_default(),
            optional(q.via.as_ref()),
            optional(q.venue.as_ref()),
            optional(q.addressee.as_ref()),
            verbatim(&q.text),
        ]
    });
    let header = &[
        "quote",
        "article",
        "outlet",
        "sentence",
        "start",
        "end",
        "kind",
        "speaker",
        "entity",
        "speaker_mention",
        "cue",
        "cue_class",
        "via",
        "venue",
        "addressee",
        "text",
    ];
    Table {
        name: "quotes",
        header,
        rows: rows.collect(),
    }
}

fn entities(view: &View) -> Table {
    let rows = view.report.entities.iter().map(|e| {
        vec![
            e.id.clone(),
            text(&e.name),
            code(&e.kind),
            e.named.to_string(),
            list(&e.aliases),
            list(&e.articles),
            e.mentions.len().to_string(),
        ]
    });
    Table {
        name: "entities",
        header: &[
            "entity", "name", "kind", "named", "aliases", "articles", "mentions",
        ],
        rows: rows.collect(),
    }
}

fn mentions(view: &View) -> Table {
    let rows = view.report.entities.iter().flat_map(|e| {
        e.mentions.iter().map(|m| {
            vec![
                e.id.clone(),
                text(&e.name),
                view.sentence(&m.sentence)
                    .map(|(article, _)| text(&article.id))
                    .unwrap_or_default(),
                text(&m.sentence),
                m.start.to_string(),
                m.end.to_string(),
                code(&m.kind),
                verbatim(&m.text),
            ]
        })
    });
    let header = &[
        "entity", "name", "article", "sentence", "start", "end", "kind", "text",
    ];
    Table {
        name: "mentions",
        header,
        rows: rows.collect(),
    }
}
