//! Snapshot → items that can be compared: each with what it is, in lines that a person can read.

use std::collections::BTreeMap;

use super::Snapshot;

/// One thing a report says.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is; two items are the same when section and subject are.
    pub subject: String,
    /// What is said of it; a change of these is a change of the item.
    pub lines: Vec<String>,
    /// How sure; compared with a tolerance.
    pub score: Option<f64>,
    /// A sentence of an article to point at: article and words.
    pub place: Option<(String, String)>,
    /// Ids of the sentences it rests on.
    pub of: Vec<String>,
}

/// The items by section, each section in the order of its subjects.
pub type Sections = Vec<(&'static str, Vec<Item>)>;

/// Everything a snapshot says; `with_cells` where what it is compared with has the cells of its facts too.
pub fn sections(snapshot: &Snapshot, with_cells: bool) -> Sections {
    let texts = Texts::of(snapshot);
    let mut sections = vec![
        ("article", articles(snapshot)),
        ("sentence", sentences(snapshot)),
        ("origin", origins(snapshot)),
        ("pair", pairs(snapshot, &texts)),
        ("passage", passages(snapshot, &texts)),
        ("fact", facts(snapshot, &texts, with_cells)),
        ("discrepancy", discrepancies(snapshot, &texts)),
        ("quote", quotes(snapshot, &texts)),
        ("utterance", utterances(snapshot, &texts)),
        ("framing", framings(snapshot, &texts)),
        ("finding", findings(snapshot)),
    ];
    for (_, items) in &mut sections {
        items.sort_by(|a, b| {
            a.subject
                .cmp(&b.subject)
                .then_with(|| a.lines.cmp(&b.lines))
        });
    }
    sections
}

/// Sentences and quotes by id.
struct Texts<'a> {
    sentences: BTreeMap<&'a str, (&'a str, &'a str)>,
    quotes: BTreeMap<&'a str, &'a super::Quote>,
}

impl<'a> Texts<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let sentences = snapshot.articles.iter().flat_map(|a| {
            a.sentences
                .iter()
                .map(|s| (s.id.as_str(), (a.id.as_str(), s.text.as_str())))
        });
        let quotes = snapshot.quotes.iter().map(|q| (q.id.as_str(), q));
        Self {
            sentences: sentences.collect(),
            quotes: quotes.collect(),
        }
    }

    /// `ledger “It rained.”`; the id where it names no sentence.
    fn line(&self, id: &str) -> String {
        match self.sentences.get(id) {
            Some((article, text)) => format!("{article} “{text}”"),
            None => id.to_string(),
        }
    }

    fn article(&self, id: &'a str) -> &'a str {
        self.sentences.get(id).map_or(id, |(article, _)| article)
    }

    fn place(&self, id: &str) -> Option<(String, String)> {
        self.sentences
            .get(id)
            .map(|(article, text)| (article.to_string(), text.to_string()))
    }
}

fn item(subject: String, lines: Vec<String>) -> Item {
    Item {
        subject,
        lines,
        score: None,
        place: None,
        of: Vec::new(),
    }
}

fn articles(snapshot: &Snapshot) -> Vec<Item> {
    let lines = |a: &super::Article| {
        let said = |name: &str, value: &Option<String>| {
            format!("{name}: {}", value.as_deref().unwrap_or("none"))
        };
        vec![
            format!("outlet: {}", a.outlet),
            said("headline", &a.headline),
            said("published", &a.published),
        ]
    };
    snapshot
        .articles
        .iter()
        .map(|a| item(a.id.clone(), lines(a)))
        .collect()
}

fn sentences(snapshot: &Snapshot) -> Vec<Item> {
    let of = |a: &super::Article, s: &super::Sentence| Item {
        place: Some((a.id.clone(), s.text.clone())),
        of: vec![s.id.clone()],
        ..item(format!("{} “{}”", a.id, s.text), vec![s.kind.clone()])
    };
    snapshot
        .articles
        .iter()
        .flat_map(|a| a.sentences.iter().map(move |s| of(a, s)))
        .collect()
}

fn origins(snapshot: &Snapshot) -> Vec<Item> {
    let of = |o: &super::Origin| {
        item(
            o.articles.join(", "),
            vec![format!("{} {}", o.kind, o.name)],
        )
    };
    snapshot.origins.iter().map(of).collect()
}

fn pairs(snapshot: &Snapshot, texts: &Texts) -> Vec<Item> {
    let of = |p: &super::Pair| {
        let mut ends = [texts.line(&p.a), texts.line(&p.b)];
        ends.sort();
        let place = texts.place(&p.a);
        Item {
            score: Some(p.score),
            place,
            of: vec![p.a.clone(), p.b.clone()],
            ..item(ends.join(" = "), vec![p.relation.clone()])
        }
    };
    snapshot.alignments.iter().map(of).collect()
}

/// Passages of one say nothing that the sentences do not.
fn passages(snapshot: &Snapshot, texts: &Texts) -> Vec<Item> {
    let groups = snapshot.passages.iter().filter(|p| p.sentences.len() > 1);
    let of = |p: &super::Passage| {
        let mut lines: Vec<String> = p.sentences.iter().map(|s| texts.line(s)).collect();
        lines.sort();
        let place = p.sentences.first().and_then(|s| texts.place(s));
        Item {
            place,
            of: p.sentences.clone(),
            ..item(lines.join(" = "), lines)
        }
    };
    groups.map(of).collect()
}

fn facts(snapshot: &Snapshot, texts: &Texts, with_cells: bool) -> Vec<Item> {
    let of = |f: &super::Fact| {
        let told = f.support.values().flatten();
        let mut lines: Vec<String> = told
            .map(|s| format!("{} ({}, {})", texts.line(&s.sentence), s.voice, s.modality))
            .collect();
        let cells = if with_cells { &f.cells } else { &f.missing };
        lines.extend(
            cells
                .iter()
                .map(|(article, cell)| format!("{article}: {cell}")),
        );
        lines.push(format!("kind: {}", f.kind));
        let place = f
            .support
            .values()
            .flatten()
            .next()
            .and_then(|s| texts.place(&s.sentence));
        let of = f.support.values().flatten().map(|s| s.sentence.clone());
        Item {
            place,
            of: of.collect(),
            ..item(f.statement.clone(), lines)
        }
    };
    snapshot.facts.iter().map(of).collect()
}

fn discrepancies(snapshot: &Snapshot, texts: &Texts) -> Vec<Item> {
    let of = |d: &super::Discrepancy| {
        let mut lines: Vec<String> = d
            .values
            .iter()
            .map(|v| format!("{} in {}", v.text, texts.line(&v.sentence)))
            .collect();
        lines.sort();
        let place = d.values.first().and_then(|v| texts.place(&v.sentence));
        Item {
            place,
            of: d.values.iter().map(|v| v.sentence.clone()).collect(),
            ..item(format!("{} {}", d.kind, d.about), lines)
        }
    };
    snapshot.discrepancies.iter().map(of).collect()
}

fn quotes(snapshot: &Snapshot, texts: &Texts) -> Vec<Item> {
    let of = |q: &super::Quote| {
        let name = |name: &Option<String>| name.clone().unwrap_or("nobody".to_string());
        let mut lines = vec![
            format!("kind: {}", q.kind),
            format!("speaker: {}", name(&q.speaker)),
        ];
        lines.extend(q.via.iter().map(|v| format!("via: {v}")));
        let place = texts.place(&q.sentence);
        Item {
            place,
            of: vec![q.sentence.clone()],
            ..item(
                format!("{} “{}”", texts.article(&q.sentence), q.text),
                lines,
            )
        }
    };
    snapshot.quotes.iter().map(of).collect()
}

fn utterances(snapshot: &Snapshot, texts: &Texts) -> Vec<Item> {
    let of = |u: &super::Utterance| {
        let line = |m: &super::Version| match texts.quotes.get(m.quote.as_str()) {
            Some(q) => format!(
                "{} “{}” ({})",
                texts.article(&q.sentence),
                q.text,
                m.relation
            ),
            None => format!("{} ({})", m.quote, m.relation),
        };
        let mut lines: Vec<String> = u.members.iter().map(line).collect();
        let subject = lines.first().cloned().unwrap_or_default();
        lines.sort();
        let speaker = u.speaker.as_deref().unwrap_or("nobody");
        let quotes = u
            .members
            .iter()
            .filter_map(|m| texts.quotes.get(m.quote.as_str()));
        Item {
            of: quotes.map(|q| q.sentence.clone()).collect(),
            ..item(format!("{speaker}: {subject}"), lines)
        }
    };
    snapshot.utterances.iter().map(of).collect()
}

fn framings(snapshot: &Snapshot, texts: &Texts) -> Vec<Item> {
    let of = |f: &super::Framing| {
        let terms = f
            .per_source
            .iter()
            .flat_map(|(a, terms)| terms.iter().map(move |t| format!("{a} “{}”", t.term)));
        let place = f
            .per_source
            .values()
            .flatten()
            .next()
            .and_then(|t| texts.place(&t.sentence));
        let of = f.per_source.values().flatten().map(|t| t.sentence.clone());
        Item {
            place,
            of: of.collect(),
            ..item(format!("{} of {}", f.dimension, f.target), terms.collect())
        }
    };
    snapshot.framings.iter().map(of).collect()
}

fn findings(snapshot: &Snapshot) -> Vec<Item> {
    snapshot
        .findings
        .iter()
        .map(|f| item(f.summary.clone(), vec![f.kind.clone()]))
        .collect()
}
