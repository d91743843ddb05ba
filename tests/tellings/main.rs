//! Case tables in which two articles tell something in a few lines each, and what must or must not be found in it.

mod conflicts;
mod details;
mod findings;
mod framings;
mod rules;

use news_coverage::model::{Article, Block, BlockKind, Comparison, Event};
use news_coverage::span::Span;
use news_coverage::{align, compare, documented, pair, resolve};

/// Two articles, what was found in them, and what is wished to be.
pub struct Case {
    /// The lines of the case.
    pub text: String,
    /// The two articles.
    pub event: Event,
    /// What was found.
    pub found: Comparison,
    /// What must be found, and behind "no " what must not.
    pub wishes: Vec<String>,
}

/// The cases of a table. They are divided by an empty line: the sentences of one article behind "A ", its headline behind
/// "AH ", those of the other behind "B " and "BH ", what must be found behind "=> ", what must not behind "=> no ".
pub fn cases(table: &str) -> Vec<Case> {
    let lines: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
    let texts = lines.join("\n");
    texts
        .split("\n\n")
        .map(str::trim)
        .filter(|c| !c.is_empty())
        .map(case)
        .collect()
}

fn case(text: &str) -> Case {
    let documents = ["A", "B"].map(|mark| documented(article(text, mark)));
    let event = resolve::event(documents.into_iter().collect());
    let found = compared(&event, &compare::Options::default());
    let wishes: Vec<String> = text
        .lines()
        .filter_map(|l| l.strip_prefix("=> "))
        .map(str::to_string)
        .collect();
    assert!(!wishes.is_empty(), "malformed case: {text}");
    Case {
        text: text.to_string(),
        event,
        found,
        wishes,
    }
}

/// What is found in an event.
pub fn compared(event: &Event, options: &compare::Options) -> Comparison {
    let alignment = align::event(event, &align::Options::default());
    let pairings = pair::event(event, &alignment);
    compare::event(event, &alignment, &pairings, options)
}

/// One article of a case.
pub fn article(case: &str, mark: &str) -> Article {
    let mut article = Article {
        outlet: mark.to_string(),
        ..Article::default()
    };
    for line in case.lines() {
        let headline = line.strip_prefix(&format!("{mark}H "));
        let Some(text) = headline.or_else(|| line.strip_prefix(&format!("{mark} "))) else {
            continue;
        };
        let start = article.text.len();
        article.text.push_str(text);
        let kind = if headline.is_some() {
            BlockKind::Headline
        } else {
            BlockKind::Body
        };
        article.blocks.push(Block {
            span: Span::new(start, article.text.len()),
            kind,
        });
        article.text.push_str("\n\n");
    }
    article.text.truncate(article.text.trim_end().len());
    article
}

/// Checks that every wish is among what `told` says of its case, and that nothing not wished begins like one.
pub fn hold(cases: &[Case], told: impl Fn(&Case) -> Vec<String>) {
    let mut wrong = Vec::new();
    for case in cases {
        let whole = case
            .wishes
            .iter()
            .all(|w| w.starts_with("no ") != (w.matches(" | ").count() == 2));
        assert!(whole, "malformed case: {}", case.text);
        let got = told(case);
        let holds = |wish: &String| match wish.strip_prefix("no ") {
            Some(kind) => !got
                .iter()
                .any(|g| g == kind || g.starts_with(&format!("{kind} |"))),
            None => got.contains(wish),
        };
        if !case.wishes.iter().all(holds) {
            wrong.push(format!("{}\n  got {got:#?}", case.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
