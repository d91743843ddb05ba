//! The events of a collection for people, and one per line for programs.

use std::collections::BTreeSet;

use textwrap::Options;

use super::plain;
use crate::report::{EventEntry, Events};

/// A list for people: number, day, headline, outlets; articles that match no other are only counted, unless `all` is wanted.
pub fn write(events: &Events, width: usize, all: bool) -> String {
    let (told, alone): (Vec<_>, Vec<_>) = events.events.iter().partition(|e| e.articles.len() > 1);
    let mut out = format!("{}\n", summary(told.len(), alone.len(), events));
    let listed: Vec<&EventEntry> = if all {
        events.events.iter().collect()
    } else {
        told
    };
    let ids: BTreeSet<usize> = listed.iter().map(|e| e.id).collect();
    for event in listed {
        out.push('\n');
        out.push_str(&entry(event, width, &ids));
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
        0 => format!("{told} in {articles}"),
        1 => format!("{told} in {articles}; 1 article matches no other"),
        n => format!("{told} in {articles}; {n} articles match no other"),
    }
}

fn entry(event: &EventEntry, width: usize, listed: &BTreeSet<usize>) -> String {
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
    for line in doubts(event, listed) {
        out.push_str(&wrapped(&line, "      ", width));
    }
    out
}

/// What is not sure about an event, and which others that are listed it knows.
fn doubts(event: &EventEntry, listed: &BTreeSet<usize>) -> Vec<String> {
    let close = event.articles.iter().filter_map(|article| {
        let also = article
            .also
            .as_ref()
            .filter(|also| listed.contains(&also.event))?;
        Some(format!(
            "{} also fits event {} ({:.0}% there, {:.0}% here)",
            plain::line(&article.outlet),
            also.event,
            100.0 * also.certainty,
            100.0 * article.certainty
        ))
    });
    let mut lines: Vec<String> = close.collect();
    let related = event.related.iter().filter(|id| listed.contains(id));
    let related: Vec<String> = related.map(usize::to_string).collect();
    if !related.is_empty() {
        lines.push(format!("related events: {}", related.join(", ")));
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

/// Every event as one JSON object per line.
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
            text.starts_with("1 event in 3 articles; 1 article matches no other\n"),
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
