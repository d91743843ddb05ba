//! Sentences found, article told from page, days of publication.

use std::collections::BTreeMap;

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::{Gold, GoldArticle};
use super::super::ties::Ties;
use crate::language::bags::Words;
use crate::model::BlockKind;
use crate::report::{ArticleEntry, Report};

pub(super) fn of(report: &Report, gold: &Gold, ties: &Ties) -> Score {
    let entries: BTreeMap<&str, &ArticleEntry> = report
        .articles
        .iter()
        .filter_map(|a| Some((ties.article(&a.id)?, a)))
        .collect();
    let mut score = Score::default();
    score.figures.push(sentences(ties));
    score.figures.push(text(gold, &entries));
    let (dates, misses) = dates(gold, &entries);
    score.figures.extend(dates);
    score.misses = misses;
    for (_, s) in gold
        .sentences()
        .filter(|(_, s)| !ties.exact.contains(s.id.as_str()))
    {
        let sentences = vec![ties.quoted(&s.id)];
        score.misses.push(Miss {
            figure: "sentences",
            fault: "missed",
            note: String::new(),
            sentences,
        });
    }
    score
}

/// Sentences that stand in both word by word.
fn sentences(ties: &Ties) -> Figure {
    let (same, all) = ties.same;
    let wanted = ties.gold_sentences();
    let share = |part: usize, of: usize| {
        if of == 0 {
            1.0
        } else {
            part as f64 / of as f64
        }
    };
    Figure::of(
        "sentences",
        share(same, all),
        share(ties.exact.len(), wanted),
        all,
        wanted,
    )
}

/// Words of the articles: what is page and what is not.
fn text(gold: &Gold, entries: &BTreeMap<&str, &ArticleEntry>) -> Figure {
    let (mut hit, mut found, mut wanted) = (0, 0, 0);
    for (id, article) in &gold.articles {
        let want = article_words(article);
        let have = entries
            .get(id.as_str())
            .map(|e| entry_words(e))
            .unwrap_or_default();
        hit += want.shared(&have);
        found += have.len();
        wanted += want.len();
    }
    Figure::rate("text", hit as f64, found, wanted)
}

fn article_words(article: &GoldArticle) -> Words {
    let texts: Vec<&str> = article.sentences.iter().map(|s| s.text.as_str()).collect();
    let body = Words::of(&texts.join(" "));
    let headline = Words::of(article.headline.as_deref().unwrap_or_default());
    if body.list().starts_with(headline.list()) {
        body
    } else {
        body.and(&headline)
    }
}

fn entry_words(entry: &ArticleEntry) -> Words {
    let told = entry
        .sentences
        .iter()
        .filter(|s| s.kind != BlockKind::Caption);
    Words::of(&told.map(|s| s.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// Days of publication, where the gold says which it accepts; none where it says nothing.
fn dates(gold: &Gold, entries: &BTreeMap<&str, &ArticleEntry>) -> (Option<Figure>, Vec<Miss>) {
    let (mut right, mut judged, mut misses) = (0, 0, Vec::new());
    for (id, article) in &gold.articles {
        let accepted = accepted_days(article);
        if accepted.is_empty() {
            continue;
        }
        judged += 1;
        let entry = entries.get(id.as_str());
        let day = entry
            .and_then(|e| e.published.as_ref())
            .map(|p| p.chars().take(10).collect::<String>());
        if entry.is_some() && accepted.contains(&day) {
            right += 1;
            continue;
        }
        let said = |day: &Option<String>| day.clone().unwrap_or("no date".to_string());
        let wanted: Vec<String> = accepted.iter().map(said).collect();
        let note = format!("{id}: {} instead of {}", said(&day), wanted.join(" or "));
        misses.push(Miss {
            figure: "dates",
            fault: "wrong",
            note,
            sentences: Vec::new(),
        });
    }
    (
        (judged > 0).then(|| Figure::share("dates", right, judged)),
        misses,
    )
}

fn accepted_days(article: &GoldArticle) -> Vec<Option<String>> {
    match article.published_ok.is_empty() {
        false => article.published_ok.clone(),
        true => article
            .published
            .iter()
            .filter(|p| !p.is_empty())
            .cloned()
            .map(Some)
            .collect(),
    }
}
