//! Whose words an article is made of, in one line.

use super::plain;
use crate::model::Voices;

/// Speakers named in the line; the rest are counted.
const NAMED: usize = 5;

/// "31% in quotation marks, 12% in reported speech: Ada Brook 20%, Tom Lind 9%; Ada Brook speaks first, Tom Lind last".
pub fn shares_of_speakers(voices: &Voices) -> String {
    let percent = |share: f64| format!("{:.0}%", 100.0 * share);
    let mut named: Vec<String> = voices
        .speakers
        .iter()
        .take(NAMED)
        .map(|s| format!("{} {}", plain::line(&s.speaker), percent(s.share)))
        .collect();
    named.retain(|n| !n.ends_with(" 0%"));
    let more = voices.speakers.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(format!("{more} more"));
    }
    let ends = match (&voices.first, &voices.last) {
        (Some(first), Some(last)) if first != last => {
            format!(
                "; {} speaks first, {} last",
                plain::line(first),
                plain::line(last)
            )
        }
        _ => String::new(),
    };
    format!(
        "{} in quotation marks, {} in reported speech: {}{ends}",
        percent(voices.quoted),
        percent(voices.reported),
        named.join(", ")
    )
}
