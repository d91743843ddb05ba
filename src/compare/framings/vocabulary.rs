//! Words that tell an outlet's article from the others' of the event.
//!
//! Weighted log-odds with an informative Dirichlet prior: Monroe, Colaresi and Quinn, "Fightin' Words" (Political
//! Analysis 16, 2008), equations 16 and 20 to 22. The prior is the event's own wording.

use std::collections::BTreeMap;

use crate::language;
use crate::model::{
    ArticleId, BlockKind, DistinctiveWord, Document, Event, Excerpt, MentionKind, OutletVocabulary,
    SentenceId,
};
use crate::span::Span;

/// From which z-score on a word is shown: the usual bound of five percent, two-sided.
const TELLING: f64 = 1.96;

/// A word used once tells nothing about an outlet.
const LEAST: usize = 2;

/// Words an outlet shows at most.
const SHOWN: usize = 10;

/// One word of one article.
#[derive(Default)]
struct Use {
    places: Vec<Excerpt>,
    printed: String,
}

type Counts = BTreeMap<String, Use>;

/// The distinctive words of every article, the most telling first.
pub fn distinctive_words(event: &Event) -> Vec<OutletVocabulary> {
    let counts: Vec<Counts> = event
        .articles()
        .map(|(id, document)| count(id, document))
        .collect();
    let mut pooled: BTreeMap<&str, f64> = BTreeMap::new();
    for (word, used) in counts.iter().flatten() {
        *pooled.entry(word).or_default() += used.places.len() as f64;
    }
    let total: f64 = pooled.values().sum();
    let articles = event.articles().map(|(id, _)| id).zip(&counts);
    articles
        .map(|(article, mine)| OutletVocabulary {
            article,
            words: distinctive(mine, &pooled, total, counts.len()),
        })
        .collect()
}

fn count(article: ArticleId, document: &Document) -> Counts {
    let mut counts = Counts::new();
    let told = document
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind != BlockKind::Caption);
    for (index, sentence) in told {
        let id = SentenceId {
            article,
            index: index as u32,
        };
        for &span in sentence
            .words
            .iter()
            .filter(|w| counts_as_word(document, id.index, **w))
        {
            let word = document.text(span);
            let lower = word.to_lowercase();
            let used = counts.entry(language::stem(word)).or_default();
            used.places.push(Excerpt { sentence: id, span });
            if used.printed.is_empty() || lower.len() < used.printed.len() {
                used.printed = lower;
            }
        }
    }
    counts
}

/// Content words only: names and numbers are what happened, not how it is told.
fn counts_as_word(document: &Document, sentence: u32, span: Span) -> bool {
    let word = document.text(span);
    let named = |span: Span| {
        let names = document
            .mentions_in(sentence)
            .iter()
            .filter(|m| m.kind == MentionKind::Name);
        names.into_iter().any(|m| m.span.contains(span))
    };
    let plain = word.chars().count() > 2
        && word
            .chars()
            .all(|c| c.is_alphabetic() || c == '’' || c == '\'');
    plain && !language::is_stop_word(&word.to_lowercase().replace(['’', '\''], "")) && !named(span)
}

fn distinctive(
    mine: &Counts,
    pooled: &BTreeMap<&str, f64>,
    total: f64,
    articles: usize,
) -> Vec<DistinctiveWord> {
    let own: f64 = mine.values().map(|u| u.places.len() as f64).sum();
    let prior_size = total / articles.max(1) as f64;
    let mut words: Vec<DistinctiveWord> = Vec::new();
    for (stem, used) in mine.iter().filter(|(_, u)| u.places.len() >= LEAST) {
        let all = pooled.get(stem.as_str()).copied().unwrap_or_default();
        let (here, there) = (used.places.len() as f64, all - used.places.len() as f64);
        let prior = prior_size * all / total.max(1.0);
        let z = log_odds_z((here, own), (there, total - own), (prior, prior_size));
        if z >= TELLING {
            let others = there as usize;
            words.push(DistinctiveWord {
                word: used.printed.clone(),
                z,
                others,
                places: used.places.clone(),
            });
        }
    }
    words.sort_by(|a, b| b.z.total_cmp(&a.z).then_with(|| a.word.cmp(&b.word)));
    words.truncate(SHOWN);
    words
}

/// The z-score of the difference in log-odds of one word: (count, size) here, there, and of the prior.
fn log_odds_z(here: (f64, f64), there: (f64, f64), prior: (f64, f64)) -> f64 {
    let odds = |(count, size): (f64, f64)| {
        let with = count + prior.0;
        (with / (size + prior.1 - with).max(f64::MIN_POSITIVE)).ln()
    };
    let variance = 1.0 / (here.0 + prior.0) + 1.0 / (there.0 + prior.0);
    (odds(here) - odds(there)) / variance.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_used_alike_scores_nothing_and_one_used_here_only_scores_high() {
        let alike = log_odds_z((5.0, 100.0), (10.0, 200.0), (5.0, 100.0));
        assert!(alike.abs() < 1e-9, "{alike}");
        let here_only = log_odds_z((8.0, 100.0), (0.0, 200.0), (2.0, 100.0));
        assert!(here_only > 1.96, "{here_only}");
        assert!(log_odds_z((0.0, 100.0), (8.0, 200.0), (2.0, 100.0)) < 0.0);
    }

    #[test]
    fn the_figure_is_that_of_the_paper_by_hand() {
        // ln(10 / 190) - ln(4 / 296) over sqrt(1/10 + 1/4), worked out by hand.
        let z = log_odds_z((8.0, 100.0), (2.0, 200.0), (2.0, 100.0));
        let expected = ((10.0_f64 / 190.0).ln() - (4.0_f64 / 296.0).ln()) / (0.1_f64 + 0.25).sqrt();
        assert!((z - expected).abs() < 1e-12);
    }
}
