//! Where an interrupted run is taken up again.

use std::io::{self, BufRead};

/// What of an output is kept, and from which line of the input on is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Bytes of the output that stay.
    pub keep: u64,
    /// Line of the input on which the first event to compare began.
    pub from: u64,
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
        let second = Some(Place {
            keep: one.len() as u64,
            from: 4,
        });
        assert_eq!(of(&format!("{one}{two}")), second);
        assert_eq!(of(&format!("{one}{two}{two}{{\"line\":4,")), second);
        assert_eq!(of("something else\n"), None);
    }
}
