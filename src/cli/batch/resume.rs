//! Where an interrupted run is taken up again.

use std::io::{self, BufRead};

/// What of an output is kept, and from which line of the input on is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Bytes of the output that stay.
    pub keep: u64,
    /// Line of the input on which the first event to compare began.
    pub from: u64,
    /// How the first line of that event begins; empty where there is none.
    begins: Vec<u8>,
}

/// Bytes of a line that are looked at: the number and the name of its event, and what it holds.
const START: usize = 4096;

impl Place {
    /// Whether the event that is to be done again is the one that the output ends with, and was written as one is now.
    ///
    /// `head` is what every line of the event begins with, none where the input has no such event.
    pub fn fits(&self, head: Option<&str>, findings: bool) -> bool {
        if self.begins.is_empty() {
            return true;
        }
        let Some(rest) = head.and_then(|head| self.begins.strip_prefix(head.as_bytes())) else {
            return false;
        };
        let is_report = rest.starts_with(b",\"report\":");
        // After "2" of the head no other figure may follow.
        let is_of_event = rest.starts_with(b",");
        is_of_event && (rest.starts_with(b",\"error\":") || is_report != findings)
    }
}

/// The place of an output. Its last event is done again, as its findings may not all have been written; so is a line that
/// was cut.
///
/// # Errors
/// When the output cannot be read, or a line of it was not written by `coverage batch`.
pub fn place(mut output: impl BufRead) -> io::Result<Place> {
    let mut place = Place::default();
    let (mut at, mut line) = (0u64, Vec::new());
    loop {
        line.clear();
        let read = output.read_until(b'\n', &mut line)? as u64;
        if line.last() != Some(&b'\n') {
            return Ok(if place.from == 0 {
                Place::default()
            } else {
                place
            });
        }
        let Some(number) = number(&line) else {
            let message = "it contains a line that `batch` did not write";
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        };
        if number != place.from {
            place = Place {
                keep: at,
                from: number,
                begins: line.iter().copied().take(START).collect(),
            };
        }
        at += read;
    }
}

/// The line of the input that a line of the output names first.
fn number(line: &[u8]) -> Option<u64> {
    let digits: Vec<u8> = line
        .strip_prefix(b"{\"line\":")?
        .iter()
        .copied()
        .take_while(u8::is_ascii_digit)
        .collect();
    String::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_event_and_a_cut_line_are_done_again() {
        let of = |text: &str| place(text.as_bytes()).ok();
        assert_eq!(of(""), Some(Place::default()));
        assert_eq!(of("{\"line\":1,\"ev"), Some(Place::default()));
        let (one, two) = ("{\"line\":1,\"event\":1}\n", "{\"line\":4,\"event\":2}\n");
        let second =
            |place: Option<Place>| place.map(|p| (p.keep, p.from)) == Some((one.len() as u64, 4));
        assert!(second(of(&format!("{one}{two}"))));
        assert!(second(of(&format!("{one}{two}{two}{{\"line\":4,"))));
        assert_eq!(of("something else\n"), None);
    }

    #[test]
    fn an_output_of_another_input_or_of_other_lines_does_not_fit() {
        let fits = |line: &str, findings| {
            let place = place(format!("{line}\n").as_bytes()).unwrap();
            place.fits(Some("{\"line\":4,\"event\":2"), findings)
        };
        let report = "{\"line\":4,\"event\":2,\"report\":{}}";
        assert!(fits(report, false) && !fits(report, true));
        let finding = "{\"line\":4,\"event\":2,\"id\":\"n1\"}";
        assert!(fits(finding, true) && !fits(finding, false));
        assert!(fits("{\"line\":4,\"event\":2,\"error\":\"\"}", true));
        assert!(!fits(
            "{\"line\":4,\"event\":\"other\",\"report\":{}}",
            false
        ));
        assert!(!fits("{\"line\":5,\"event\":2,\"report\":{}}", false));
        assert!(!fits("{\"line\":4,\"event\":23,\"id\":\"n1\"}", true));
        let whole = place(format!("{report}\n").as_bytes()).unwrap();
        assert!(!whole.fits(None, false) && Place::default().fits(None, false));
    }
}
