//! What holds for any text at all.

use news_coverage::load;
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

/// A block of a page with words that no other block has, in one of the ways in which pages write blocks.
fn block(number: usize, way: usize, length: usize, ends: bool) -> (String, Vec<String>) {
    let words: Vec<String> = (0..length).map(|i| format!("Wq{number}x{i}z")).collect();
    let text = words.join(" ") + if ends { "." } else { "" };
    let html = match way {
        0 => format!("<p>{text}</p>"),
        1 => format!("<p><a href=/>{text}</a></p>"),
        2 => format!("<ul><li>{text}</li></ul>"),
        3 => format!("<ol><li><p>{text}</p></li></ol>"),
        4 => format!("<h2>{text}</h2>"),
        5 => format!("<blockquote><p>{text}</p></blockquote>"),
        6 => format!("<figure><img src=x><figcaption>{text}</figcaption></figure>"),
        7 => format!("<div>{text}</div>"),
        8 => format!("<table><tr><td>{text}</td></tr></table>"),
        9 => format!("<div class=newsletter><p>{text}</p></div>"),
        10 => format!("<aside><p>{text}</p></aside>"),
        11 => format!("<p class=byline><span>{text}</span></p>"),
        _ => format!("{text}<br><br>"),
    };
    (html, words)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// No text of a page is lost in silence: each word of its blocks is in the article or set apart with a reason.
    #[test]
    fn every_block_of_an_article_is_kept_or_set_apart(
        shapes in proptest::collection::vec((0usize..13, 1usize..30, any::<bool>()), 1..14)
    ) {
        let blocks = shapes.iter().enumerate();
        let blocks: Vec<_> = blocks.map(|(i, (way, length, ends))| block(i, *way, *length, *ends)).collect();
        let body: String = blocks.iter().map(|(html, _)| html.as_str()).collect();
        let prose = "<p>The harbour board of Port Ellery met for six hours and voted to rebuild the old wall.</p>";
        let html = format!(
            "<html lang=en><head><title>Wall vote</title></head><body><article><h1>Wall vote</h1>{prose}{body}\
             <p>Engineers had told it that the wall would not stand another winter of storms.</p></article></body></html>"
        );
        let path = std::env::temp_dir().join(format!("coverage-page-{}.html", std::process::id()));
        std::fs::write(&path, html).unwrap();
        let loaded = load::inputs(std::slice::from_ref(&path), &load::Options::default());
        std::fs::remove_file(&path).unwrap();
        if let Some(article) = loaded.articles.first() {
            let apart = article.residue.iter().map(|r| r.text.as_str());
            let about = article.byline.iter().map(String::as_str);
            let told: Vec<&str> = apart.chain(about).chain([article.text.as_str()]).collect();
            for word in blocks.iter().flat_map(|(_, words)| words) {
                prop_assert!(told.iter().any(|t| t.contains(word.as_str())), "{word} is lost");
            }
        } else {
            prop_assert!(!loaded.diagnostics.is_empty());
        }
    }
}
