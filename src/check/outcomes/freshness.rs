//! Articles that are not what the gold was made from.

use super::super::freshness::{self, Stale};
use super::super::gold::Gold;
use super::super::ties::{article_of, stem};
use super::super::verdict::{Outcome, State};
use super::Files;
use crate::report::Report;

pub(super) fn outcomes(report: &Report, gold: &Gold, files: &Files) -> Vec<Outcome> {
    let outcome = |what: Stale| match what {
        Stale::Missing { article, file } => {
            let said = report
                .diagnostics
                .iter()
                .find(|d| stem(&d.path) == stem(&file));
            Outcome {
                name: format!("article {article}"),
                state: State::Unusable,
                message: match said {
                    Some(d) => format!(
                        "gold.json lists articles/{file}, which could not be read: {}",
                        d.message
                    ),
                    None => format!("gold.json lists articles/{file}, which is missing"),
                },
                lines: Vec::new(),
                place: Some(files.place("gold.json", &files.gold, &file)),
            }
        }
        Stale::Edited {
            file,
            sentence,
            text,
            now,
        } => Outcome {
            name: format!("sentence {sentence}"),
            state: State::Unusable,
            message: format!(
                "gold.json is out of date: {sentence} is not in articles/{file}: “{text}”"
            ),
            lines: now
                .iter()
                .map(|now| format!("the article now says: “{now}”"))
                .collect(),
            place: Some(match &now {
                Some(now) => files.in_article(&file, now),
                None => files.place("gold.json", &files.gold, &sentence),
            }),
        },
    };
    freshness::stale(report, gold, &files.articles)
        .into_iter()
        .map(outcome)
        .collect()
}

/// Articles and sentences that the gold does not know.
pub(super) fn strangers(report: &Report, gold: &Gold) -> Vec<String> {
    let articles = report
        .articles
        .iter()
        .filter(|a| article_of(gold, &a.path).is_none());
    let articles = articles.map(|a| format!("{} is not in gold.json, so it is not scored", a.path));
    let sentences = freshness::unknown(report, gold).into_iter();
    let sentences = sentences.map(|(path, text)| {
        format!("{path}: this text is not in gold.json, so it counts as boilerplate kept by mistake: “{text}”")
    });
    articles.chain(sentences).collect()
}
