//! What holds for any text at all.

use news_coverage::model::{Article, Document};
use news_coverage::span::Span;
use news_coverage::{documented, resolve};
use proptest::prelude::*;

/// Text made of what trips readers of news: marks, abbreviations, names, numbers, letters of other scripts.
fn newsish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("“".to_string()),
        Just("”".to_string()),
        Just("\"".to_string()),
        Just("'".to_string()),
        Just("’s ".to_string()),
        Just(". ".to_string()),
        Just("... ".to_string()),
        Just("U.S. ".to_string()),
        Just("Mr. ".to_string()),
        Just("said ".to_string()),
        Just("according to ".to_string()),
        Just(", ".to_string()),
        Just("Ada Crane ".to_string()),
        Just("the Finnish minister ".to_string()),
        Just("王毅 ".to_string()),
        Just("3.5 percent ".to_string()),
        "\\PC{0,6}",
        "[a-z]{1,8} ",
        "[A-Z][a-z]{1,8} ",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn document(text: &str) -> Document {
    let article = Article::of_body(text);
    documented(article)
}

fn fits(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn sentences_are_trimmed_in_order_and_lose_nothing(text in newsish()) {
        let document = document(&text);
        let mut at = 0;
        for sentence in &document.sentences {
            prop_assert!(fits(&text, sentence.span) && sentence.span.start >= at);
            let between = text.get(at..sentence.span.start).unwrap_or("x");
            prop_assert!(between.trim().is_empty(), "lost {between:?}");
            prop_assert_eq!(sentence.span.of(&text).trim(), sentence.span.of(&text));
            at = sentence.span.end;
        }
        prop_assert!(text.get(at..).unwrap_or("x").trim().is_empty());
    }

    #[test]
    fn words_lie_inside_their_sentence(text in newsish()) {
        for sentence in &document(&text).sentences {
            for pair in sentence.words.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            prop_assert!(sentence.words.iter().all(|&w| fits(&text, w) && sentence.span.contains(w)));
        }
    }

    #[test]
    fn mentions_lie_inside_the_text_and_resolve_to_known_entities(text in newsish()) {
        let event = resolve::event(vec![document(&text)]);
        for document in &event.documents {
            for mention in &document.mentions {
                prop_assert!(fits(&text, mention.span) && mention.span.contains(mention.core));
                prop_assert!(mention.entity.is_none_or(|id| (id.0 as usize) < event.entities.len()));
            }
        }
    }

    #[test]
    fn quotes_lie_inside_the_text_and_do_not_cross(text in newsish()) {
        let event = resolve::event(vec![document(&text)]);
        let document = &event.documents[0];
        for quote in &document.quotes {
            let pointed = [quote.speaker_mention, quote.cue, quote.addressee];
            prop_assert!(fits(&text, quote.span) && !quote.span.of(&text).trim().is_empty());
            prop_assert!(pointed.into_iter().flatten().all(|s| fits(&text, s)));
            prop_assert!((quote.sentence as usize) < document.sentences.len());
            for other in document.quotes.iter().filter(|o| o.span.overlaps(quote.span)) {
                let nested = quote.span.contains(other.span) || other.span.contains(quote.span);
                prop_assert!(nested, "{:?} crosses {:?}", quote.span.of(&text), other.span.of(&text));
            }
        }
    }
}
