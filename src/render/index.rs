//! The page that leads to the reports of several events.

use minijinja::HtmlEscape;

use super::plain;
use crate::report::EventEntry;

/// How the page looks: nothing but room around a table.
const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}\
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;\
border-bottom:1px solid #ccc}";

/// The page: each event with the name of its file, or why it has none.
pub fn write(events: &[(&EventEntry, Result<String, String>)]) -> String {
    let mut rows = String::new();
    for (event, file) in events {
        rows.push_str(&row(event, file));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{n} events</title>\n<style>{STYLE}</style>\n<h1>{n} events</h1>\n<table>\n\
         <tr><th>Event<th>Date<th>Headline<th>Outlets\n{rows}</table>\n</html>\n",
        n = events.len()
    )
}

fn row(event: &EventEntry, file: &Result<String, String>) -> String {
    let headline = escaped(&event.headline);
    let told = match file {
        Ok(name) => format!("<a href=\"{}\">{headline}</a>", escaped(name)),
        Err(why) => format!("{headline} ({})", escaped(why)),
    };
    let outlets: Vec<String> = event.outlets.iter().map(|o| escaped(o)).collect();
    format!(
        "<tr id=\"e{id}\"><td>{id}<td>{day}<td>{told}{related}<td>{outlets}\n",
        id = event.id,
        day = event.date.as_deref().map(escaped).unwrap_or_default(),
        related = related(event),
        outlets = outlets.join(", "),
    )
}

/// Links to the other events of the same matter.
fn related(event: &EventEntry) -> String {
    let link = |id: &usize| format!("<a href=\"#e{id}\">{id}</a>");
    let links: Vec<String> = event.related.iter().map(link).collect();
    if links.is_empty() {
        return String::new();
    }
    format!("<br><small>related: {}</small>", links.join(", "))
}

fn escaped(text: &str) -> String {
    HtmlEscape(&plain::line(text)).to_string()
}
