//! Report → a first gold for a person to correct: everything the report says, in the form of hand-made answers.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ties::stem;
use super::*;
use crate::model::{QuoteKind, Relation, UtteranceRelation};
use crate::report::{ArticleEntry, QuoteEntry, Report};

/// What stands in a draft until a person has read it.
const NOTE: &str = "Draft made by the program from its own report. Scores against it are meaningless until a person has \
                    corrected it.";

/// What is said of a gold that nobody has corrected.
const UNTOUCHED: &str = "gold.json is still the program's own draft: its scores compare the program with itself until somebody \
                         corrects it";

/// What is said of a gold that somebody may have corrected.
const MARKED: &str = "gold.json still has a note saying that it is a draft; delete the note once the file has been corrected";

/// What a check says of a gold that still carries the note of a draft.
pub fn warning(report: &Report, gold: &Gold) -> Option<&'static str> {
    gold.note.as_deref().filter(|note| *note == NOTE)?;
    let mut own = draft(report, gold.cluster.as_deref().unwrap_or_default());
    let mut given = gold.clone();
    if !given.coders.is_empty() || given.alignment.is_none() {
        // What the coders agree on stands in place of the draft's pairs.
        given.coders.clear();
        for gold in [&mut own, &mut given] {
            gold.alignment = None;
            gold.ignore.clear();
        }
    }
    let same = serde_json::to_value(&own).ok() == serde_json::to_value(&given).ok();
    Some(if same { UNTOUCHED } else { MARKED })
}

/// The draft of an event called `name`.
pub fn draft(report: &Report, name: &str) -> Gold {
    let ids = Ids::of(report);
    Gold {
        cluster: Some(name.to_string()),
        note: Some(NOTE.to_string()),
        articles: report
            .articles
            .iter()
            .map(|a| (ids.article(&a.id), article(a, &ids)))
            .collect(),
        alignment: Some(alignment(report, &ids)),
        quotes: report.quotes.iter().map(|q| quote(q, &ids)).collect(),
        utterances: report
            .utterances
            .iter()
            .map(|u| utterance(u, &ids))
            .collect(),
        facts: report.facts.iter().map(|f| fact(f, &ids)).collect(),
        discrepancies: report
            .discrepancies
            .iter()
            .map(|d| discrepancy(d, &ids))
            .collect(),
        framings: report.framings.iter().map(|f| framing(f, &ids)).collect(),
        ..Gold::default()
    }
}

/// The gold's ids of what the report holds: articles by their files, sentences by their place in the article.
pub struct Ids<'a> {
    articles: BTreeMap<&'a str, String>,
    sentences: BTreeMap<&'a str, String>,
    quotes: BTreeMap<&'a str, String>,
}

impl<'a> Ids<'a> {
    /// The ids for a report.
    pub fn of(report: &'a Report) -> Self {
        let mut ids = Self {
            articles: BTreeMap::new(),
            sentences: BTreeMap::new(),
            quotes: BTreeMap::new(),
        };
        let mut taken = BTreeSet::new();
        for entry in &report.articles {
            let stem = stem(&entry.path).unwrap_or(&entry.id).to_string();
            let id = if taken.insert(stem.clone()) {
                stem
            } else {
                entry.id.clone()
            };
            ids.number(entry, &id);
            ids.articles.insert(&entry.id, id);
        }
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for quote in &report.quotes {
            let count = counts.entry(&quote.sentence).or_default();
            let key = format!("{}.q{count}", ids.sentence(&quote.sentence));
            *count += 1;
            ids.quotes.insert(&quote.id, key);
        }
        ids
    }

    /// The headline is 0, captions are counted apart.
    fn number(&mut self, entry: &'a ArticleEntry, id: &str) {
        let (mut bodies, mut captions, mut headlines) = (0, 0, 0);
        for sentence in &entry.sentences {
            let count = match sentence.kind {
                BlockKind::Headline => &mut headlines,
                BlockKind::Caption => &mut captions,
                BlockKind::Body | BlockKind::Subheading => &mut bodies,
            };
            *count += 1;
            let name = match sentence.kind {
                BlockKind::Headline if *count == 1 => format!("{id}.0"),
                BlockKind::Headline => format!("{id}.h{count}"),
                BlockKind::Caption => format!("{id}.c{count}"),
                BlockKind::Body | BlockKind::Subheading => format!("{id}.{count}"),
            };
            self.sentences.insert(&sentence.id, name);
        }
    }

    fn article(&self, id: &str) -> String {
        self.articles
            .get(id)
            .cloned()
            .unwrap_or_else(|| id.to_string())
    }

    /// The gold's id of a sentence of the report.
    pub fn sentence(&self, id: &str) -> String {
        self.sentences
            .get(id)
            .cloned()
            .unwrap_or_else(|| id.to_string())
    }

    /// By article, each sentence once, in the order given.
    fn places<'b>(&self, sentences: impl Iterator<Item = (&'b str, &'b str)>) -> Places {
        let mut places = Places::new();
        for (article, sentence) in sentences {
            let list = places.entry(self.article(article)).or_default();
            let id = self.sentence(sentence);
            if !list.contains(&id) {
                list.push(id);
            }
        }
        places
    }
}

/// `"attributed"` and the like, as the report writes it.
fn name_of<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value)
        .ok()?
        .as_str()
        .map(str::to_string)
}

fn article(entry: &ArticleEntry, ids: &Ids) -> GoldArticle {
    let day = entry
        .published
        .as_ref()
        .map(|p| p.chars().take(10).collect::<String>());
    let sentence = |s: &crate::report::SentenceEntry| GoldSentence {
        id: ids.sentence(&s.id),
        kind: s.kind,
        text: s.text.clone(),
    };
    let residue = |b: &crate::report::BoilerplateEntry| Residue {
        text: b.text.clone(),
        kind: Some(b.reason.clone()),
        start: None,
        end: None,
    };
    GoldArticle {
        file: entry
            .path
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(&entry.path)
            .to_string(),
        outlet: Some(entry.outlet.clone()),
        headline: entry.headline.clone(),
        published_ok: vec![day.clone()],
        published: day,
        wire: (!entry.wire.is_empty()).then(|| entry.wire.join(", ")),
        boilerplate: entry.boilerplate.iter().map(residue).collect(),
        sentences: entry.sentences.iter().map(sentence).collect(),
    }
}

fn alignment(report: &Report, ids: &Ids) -> Vec<GoldPair> {
    let pair = |l: &crate::report::AlignmentEntry| GoldPair {
        a: ids.sentence(&l.a),
        b: ids.sentence(&l.b),
        label: if l.relation == Relation::Equivalent {
            2
        } else {
            1
        },
    };
    report.alignments.iter().map(pair).collect()
}

fn quote(entry: &QuoteEntry, ids: &Ids) -> GoldQuote {
    GoldQuote {
        key: ids
            .quotes
            .get(entry.id.as_str())
            .cloned()
            .unwrap_or_default(),
        sentence: ids.sentence(&entry.sentence),
        text: entry.text.clone(),
        speaker: entry.speaker.clone(),
        cue: entry.cue.clone(),
        reported_via: entry.via.clone(),
        indirect: entry.kind == QuoteKind::Indirect,
        scare: entry.kind == QuoteKind::Scare,
    }
}

fn utterance(entry: &crate::report::UtteranceEntry, ids: &Ids) -> GoldUtterance {
    let version = |(i, v): (usize, &crate::report::VersionEntry)| GoldVersion {
        quote: ids
            .quotes
            .get(v.quote.as_str())
            .cloned()
            .unwrap_or_default(),
        relation: match v.relation {
            UtteranceRelation::Verbatim if i == 0 => VersionKind::Fullest,
            UtteranceRelation::Verbatim => VersionKind::Verbatim,
            UtteranceRelation::Truncated => VersionKind::Truncated,
            UtteranceRelation::Edited => VersionKind::Edited,
            UtteranceRelation::Reworded => VersionKind::Reworded,
            UtteranceRelation::Paraphrased => VersionKind::Paraphrased,
        },
    };
    GoldUtterance {
        id: entry.id.clone(),
        speaker: entry.speaker.clone(),
        gist: None,
        members: entry.members.iter().enumerate().map(version).collect(),
    }
}

fn fact(entry: &crate::report::FactEntry, ids: &Ids) -> GoldFact {
    let told = entry
        .support
        .iter()
        .flat_map(|(a, s)| s.iter().map(move |s| (a.as_str(), s.sentence.as_str())));
    GoldFact {
        id: entry.id.clone(),
        statement: entry.statement.clone(),
        kind: name_of(&entry.kind),
        coverage: ids.places(told),
        differs: None,
    }
}

/// The id of a report's sentence starts with its article's.
fn owner(sentence: &str) -> &str {
    sentence
        .rsplit_once(':')
        .map_or(sentence, |(article, _)| article)
}

fn discrepancy(entry: &crate::report::DiscrepancyEntry, ids: &Ids) -> Difference {
    let values: Vec<&str> = entry.values.iter().map(|v| v.text.as_str()).collect();
    Difference {
        kind: name_of(&entry.kind),
        note: Some(values.join(" / ")),
        about: Some(entry.about.clone()),
        sentences: ids.places(
            entry
                .values
                .iter()
                .map(|v| (owner(&v.sentence), v.sentence.as_str())),
        ),
    }
}

fn framing(entry: &crate::report::FramingEntry, ids: &Ids) -> GoldFraming {
    let wording = |terms: &Vec<crate::report::TermEntry>| Wording {
        terms: terms.iter().map(|t| t.term.clone()).collect(),
        sentences: terms.iter().map(|t| ids.sentence(&t.sentence)).collect(),
        ..Wording::default()
    };
    GoldFraming {
        id: entry.id.clone(),
        target: Some(entry.target.clone()),
        dimension: name_of(&entry.dimension),
        per_source: entry
            .per_source
            .iter()
            .map(|(a, terms)| (ids.article(a), wording(terms)))
            .collect(),
        note: Some(entry.note.clone()),
    }
}
