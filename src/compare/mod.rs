//! Event, alignment and pairings → comparison: what each source adds, omits or changes, ranked and worded.
//!
//! | step | from → to |
//! | --- | --- |
//! | `facts` | passages → rows of the fact × source matrix, with how surely each other article lacks them |
//! | `discrepancies` | changed sentences and quotations → values that cannot both be true |
//! | `utterances` | quotes → one thing once said, as each source prints it |
//! | `framings` | articles → contrasts in how the same thing is presented |
//! | `cells` | facts and discrepancies → what each article does with each fact, and which rows a reader sees first |
//! | `refute` | a claim that something is missing → what in the articles answers to it |
//! | `known` | a sentence → whether it speaks only of what the openings of the articles tell |
//! | `subject` | a sentence → the name that a row prints for its unclear subject |
//! | `findings` | all of it → what a reader should know, in one sentence each |

mod cells;
mod discrepancies;
mod facts;
mod findings;
mod framings;
mod known;
mod phrases;
mod refute;
mod salience;
mod standing;
mod subject;
pub mod utterances;
mod wording;

pub use facts::MOST_IN_A_ROW;
use refute::Articles;
use wording::Wording;

use crate::codebook::Category;
use crate::model::{Alignment, ArticleId, Comparison, Document, Event, FindingKind, Pairings};

/// What is compared and told.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The outlet that everything is told against, by its name or the key of its article; all against all where none.
    pub base: Option<String>,
    /// The kinds of findings to tell; all where empty.
    pub only: Vec<FindingKind>,
    /// The least salience of a finding that is told, 0 to 1.
    pub min_salience: f64,
    /// Categories of words that the user brought.
    pub categories: Vec<Category>,
    /// Whether findings of rules without a good record are told too, for somebody to judge them.
    pub unproven: bool,
    /// Whether what the articles refute is listed too, with what refutes it.
    pub rejected: bool,
}

/// The article of the outlet with this name, as it is called or as it was found, or with this key, letter case aside; else
/// the only one that has the name as a word of its own, else the only one that has it anywhere; none where there is none.
pub fn base(event: &Event, name: &str) -> Option<ArticleId> {
    let wanted = name.trim().to_lowercase();
    let all = |is_meant: &dyn Fn(&str) -> bool| -> Vec<ArticleId> {
        let called = |d: &Document| {
            let file = d.article.path.rsplit(['/', '\\']).next();
            std::iter::once(d.article.key.as_str())
                .chain(d.article.names())
                .chain(file)
                .any(|n| is_meant(&n.to_lowercase()))
        };
        let articles = event.articles().filter(|(_, d)| called(d));
        articles.map(|(id, _)| id).collect()
    };
    if let Some(exact) = all(&|n| n == wanted).first() {
        return Some(*exact);
    }
    let only = |found: Vec<ArticleId>| match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    if wanted.is_empty() {
        return None;
    }
    only(all(&|n| has_word(n, &wanted))).or_else(|| only(all(&|n| n.contains(&wanted))))
}

/// Whether a name has some letters with no letter or digit next to them.
fn has_word(name: &str, wanted: &str) -> bool {
    name.match_indices(wanted).any(|(at, found)| {
        let before = name.get(..at).and_then(|s| s.chars().next_back());
        let after = name.get(at + found.len()..).and_then(|s| s.chars().next());
        [before, after]
            .iter()
            .flatten()
            .all(|c| !c.is_alphanumeric())
    })
}

/// Facts, discrepancies, utterances, framings and findings of an event.
pub fn event(
    event: &Event,
    alignment: &Alignment,
    pairings: &Pairings,
    options: &Options,
) -> Comparison {
    let wording = Wording::of(event);
    let articles = Articles::new(event, alignment, &wording);
    let framing = framings::framings(event, alignment, pairings, &options.categories);
    let base = options.base.as_deref();
    let mut comparison = Comparison {
        base: base.and_then(|name| self::base(event, name)),
        facts: facts::facts(event, alignment, &articles),
        discrepancies: discrepancies::discrepancies(event, pairings),
        utterances: utterances::utterances(event, alignment),
        framings: framing.framings,
        vocabulary: framing.vocabulary,
        space: framing.space,
        categories: framing.categories,
        ..Comparison::default()
    };
    cells::fill(event, alignment, pairings, &articles, &mut comparison);
    comparison.findings =
        findings::rank(event, alignment, &articles, pairings, &comparison, options);
    if options.rejected {
        comparison.rejected = findings::rejected(event, &articles, &comparison.facts);
    }
    comparison
}
