//! Headlines → findings: words in quotation marks that the article's own text does not have.

use std::collections::BTreeSet;

use super::losses::content;
use crate::compare::phrases::quoted;
use crate::model::{
    ArticleId, Document, Event, Excerpt, Finding, FindingKind, Quote, QuoteId, QuoteKind, Reference, SentenceId,
    SentenceKind, Utterance,
};

/// From how many words on quotation marks in a headline promise somebody's words; fewer can hold a word at a distance.
const PROMISED: usize = 3;

/// From which share of its content words in one sentence of the text on a headline quote is carried by it: headlines
/// shorten and change tense.
const CARRIED: f64 = 0.6;

/// Quotes in headlines that no sentence of their own article carries.
pub fn unsupported(event: &Event, utterances: &[Utterance]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (article, document) in event.articles() {
        for (index, quote) in document.quotes.iter().enumerate() {
            let id = QuoteId { article, index: index as u32 };
            if is_promise(document, quote) && !is_carried(document, quote) {
                found.extend(finding(document, article, quote, utterances, id));
            }
        }
    }
    found
}

fn is_promise(document: &Document, quote: &Quote) -> bool {
    let headline = document.sentences.get(quote.sentence as usize).is_some_and(|s| s.kind == SentenceKind::Headline);
    let words = document.text(quote.span).split_whitespace().count();
    headline && quote.kind == QuoteKind::Direct && words >= PROMISED
}

fn is_carried(document: &Document, quote: &Quote) -> bool {
    let wanted = content(document.text(quote.span));
    let body: Vec<BTreeSet<String>> = document
        .sentences
        .iter()
        .filter(|s| s.kind != SentenceKind::Headline)
        .map(|s| content(document.text(s.span)))
        .collect();
    let has = |here: &BTreeSet<String>| here.intersection(&wanted).count() as f64 >= CARRIED * wanted.len() as f64;
    // A quotation can run over two sentences of the text.
    let pairs = body.windows(2).map(|pair| pair.iter().flatten().cloned().collect::<BTreeSet<String>>());
    wanted.is_empty() || body.is_empty() || body.iter().any(has) || pairs.into_iter().any(|p| has(&p))
}

fn finding(
    document: &Document,
    article: ArticleId,
    quote: &Quote,
    utterances: &[Utterance],
    id: QuoteId,
) -> Option<Finding> {
    let utterance = utterances.iter().position(|u| u.members.iter().any(|m| m.quote == id))?;
    let words = quoted(document.text(quote.span));
    Some(Finding {
        kind: FindingKind::Quote,
        summary: format!(
            "The headline of {} has {words} in quotation marks; its text does not have these words.",
            document.article.outlet
        ),
        articles: vec![article],
        about: vec![Reference::Utterance(utterance)],
        evidence: vec![Excerpt { sentence: SentenceId { article, index: quote.sentence }, span: quote.span }],
        salience: 0.65,
        confidence: 0.8,
        rule: "headline-quote-unsupported",
    })
}
