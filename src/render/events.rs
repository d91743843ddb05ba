//! The events of a collection for people, and one a line for programs.

use textwrap::Options;

use super::plain;
use crate::report::{EventEntry, Events};

/// A list for people: number, day, headline, outlets; articles that stand alone are only counted, unless `all` is wanted.
pub fn write(events: &Events, width: usize, all: bool) -> String {
    let (told, alone): (Vec<_>, Vec<_>) = events.events.iter().partition(|e| e.articles.len() > 1);
    let mut out = format!("{}\n", summary(told.len(), alone.len(), events));
    for event in events.events.iter().filter(|e| all || e.articles.len() > 1) {
        out.push('\n');
        out.push_str(&entry(event, width));
    }
    out
}

fn summary(told: usize, alone: usize, events: &Events) -> String {
    let articles: usize = events.events.iter().map(|e| e.articles.len()).sum();
    let plural =
        |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    let told = plural(told, "event", "events");
    let articles = plural(articles, "article", "articles");
    match alone {
        0 => format!("{articles}: {told}"),
        1 => format!("{articles}: {told} and 1 unmatched article"),
        n => format!("{articles}: {told} and {n} unmatched articles"),
    }
}

fn entry(event: &EventEntry, width: usize) -> String {
    let number = format!("{:>4}  ", event.id);
    let day = event.date.as_deref().unwrap_or("date unknown");
    let head = wrapped(
        &format!("{day}  {}", plain::line(&event.headline)),
        &number,
        width,
    );
    let outlets: Vec<String> = event.outlets.iter().map(|o| plain::line(o)).collect();
    let count = match event.articles.len() {
        1 => "1 article: ".to_string(),
        n => format!("{n} articles: "),
    };
    let mut out = head + &wrapped(&format!("{count}{}", outlets.join(", ")), "      ", width);
    for line in doubts(event) {
        out.push_str(&wrapped(&line, "      ", width));
    }
    out
}

/// What is not sure about an event, and which others it knows.
fn doubts(event: &EventEntry) -> Vec<String> {
    let close = event.articles.iter().filter_map(|article| {
        let also = article.also.as_ref()?;
        Some(format!(
            "{} is also close to event {} ({:.0}% here, {:.0}% there)",
            plain::line(&article.outlet),
            also.event,
            100.0 * article.certainty,
            100.0 * also.certainty
        ))
    });
    let mut lines: Vec<String> = close.collect();
    if !event.related.is_empty() {
        let related: Vec<String> = event.related.iter().map(usize::to_string).collect();
        lines.push(format!("related: {}", related.join(", ")));
    }
    lines
}

fn wrapped(text: &str, first: &str, width: usize) -> String {
    let rest = " ".repeat(first.chars().count());
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(&rest);
    textwrap::fill(text, options) + "\n"
}

/// Every event as one JSON object a line.
///
/// # Errors
/// When a number is not finite.
pub fn lines(events: &Events) -> serde_json::Result<String> {
    let mut out = String::new();
    for event in &events.events {
        out.push_str(&serde_json::to_string(event)?);
        out.push('\n');
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: usize, articles: usize) -> EventEntry {
        let article = crate::report::EventArticle {
            path: "a.txt".to_string(),
            outlet: "Ledger".to_string(),
            headline: None,
            published: None,
            certainty: 0.9,
            also: None,
            whole: None,
        };
        EventEntry {
            id,
            date: None,
            headline: "Bridge \u{1b}[31mopens".to_string(),
            outlets: vec!["Ledger".to_string()],
            articles: vec![article; articles],
            related: vec![],
        }
    }

    #[test]
    fn articles_alone_are_counted_and_what_would_steer_is_shown() {
        let events = Events {
            events: vec![event(1, 2), event(2, 1)],
            diagnostics: vec![],
        };
        let text = write(&events, 80, false);
        assert!(
            text.starts_with("3 articles: 1 event and 1 unmatched article\n"),
            "{text}"
        );
        assert!(
            !text.contains('\u{1b}') && !text.contains("   2  "),
            "{text}"
        );
        assert!(write(&events, 80, true).contains("   2  "));
        assert_eq!(lines(&events).unwrap().lines().count(), 2);
    }
}
