//! JSON Lines → events, one at a time.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, Read};

use serde_json::Value;

use crate::load::{Limits, Loaded};

/// One event to compare.
pub struct Job {
    /// The line of the input on which it began, from 1.
    pub line: u64,
    /// What it is called; null where it has no name.
    pub event: Value,
    /// Its articles.
    pub articles: Articles,
}

/// The articles of an event, or why there are none.
pub enum Articles {
    /// Objects with their numbers, and what they are numbered in.
    Records(Vec<(u64, Value)>, String),
    /// Articles that were read and not settled.
    Read(Loaded),
    /// Why there are none.
    Broken(String),
}

/// Events as they come; of the input never more is held than one event.
pub struct Stream<R> {
    reader: R,
    shown: String,
    key: String,
    limits: Limits,
    line: u64,
    open: Option<Open>,
    /// Lines that belong to no event, after the event during which they came.
    ready: VecDeque<Job>,
    troubles: Vec<Job>,
    /// Where each event began, by a number for its name: one that comes again is told and not compared in halves.
    begun: HashMap<u64, u64>,
    is_over: bool,
}

/// The event whose articles are coming.
struct Open {
    line: u64,
    event: Value,
    articles: Vec<(u64, Value)>,
}

impl<R: BufRead> Stream<R> {
    /// The events of a stream, shown under some name.
    pub fn new(reader: R, shown: String, key: &str, limits: Limits) -> Self {
        Self {
            reader,
            shown,
            key: key.to_string(),
            limits,
            line: 0,
            open: None,
            ready: VecDeque::new(),
            troubles: Vec::new(),
            begun: HashMap::new(),
            is_over: false,
        }
    }

    /// Reads one line and takes in what stands on it.
    fn step(&mut self) {
        self.line += 1;
        let limit = self.limits.file_bytes;
        let mut line = Vec::new();
        let read = (&mut self.reader).take(limit).read_until(b'\n', &mut line);
        match read {
            Ok(0) => {
                self.close();
                self.is_over = true;
            }
            Ok(_) if line.len() as u64 == limit && line.last() != Some(&b'\n') => {
                self.trouble(
                    Value::Null,
                    format!("line is longer than {limit} bytes; skipped"),
                );
                self.pass();
            }
            Ok(_) => self.take(&line),
            Err(e) => {
                self.trouble(Value::Null, e.to_string());
                self.close();
                self.is_over = true;
            }
        }
    }

    /// Reads to the end of a line that is too long.
    fn pass(&mut self) {
        loop {
            let Ok(bytes) = self.reader.fill_buf() else {
                return;
            };
            let end = bytes.iter().position(|b| *b == b'\n');
            let (read, is_done) = (
                end.map_or(bytes.len(), |at| at + 1),
                end.is_some() || bytes.is_empty(),
            );
            self.reader.consume(read);
            if is_done {
                return;
            }
        }
    }

    fn take(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{1e}']);
        if text.is_empty() {
            return;
        }
        match serde_json::from_str::<Value>(text) {
            Ok(value) => self.object(value),
            Err(e) => {
                let message = e.to_string().replace(" at line 1 column ", " at column ");
                self.trouble(Value::Null, format!("JSON: {message}"));
            }
        }
    }

    fn object(&mut self, mut value: Value) {
        let event = self.name(&value);
        if let Some(Value::Array(articles)) = value.get_mut("articles").map(Value::take) {
            self.close();
            let shown = format!("{}:{}", self.shown, self.line);
            let event = event
                .or_else(|| value.get("id").cloned())
                .unwrap_or_default();
            let records = (1..).zip(articles).collect();
            return self.ready.push_back(Job {
                line: self.line,
                event,
                articles: Articles::Records(records, shown),
            });
        }
        match event {
            Some(event) => self.article(event, value),
            None => {
                let message = format!(
                    "no {:?} field to name the event; use --key for another field, or --group to find the events",
                    self.key
                );
                self.trouble(Value::Null, message);
            }
        }
    }

    fn name(&self, value: &Value) -> Option<Value> {
        let name = value.get(&self.key)?;
        (name.is_string() || name.is_number()).then(|| name.clone())
    }

    /// One more article of the open event, or the first of the next.
    fn article(&mut self, event: Value, article: Value) {
        if self.open.as_ref().is_none_or(|open| open.event != event) {
            self.close();
            self.open = Some(Open {
                line: self.line,
                event,
                articles: Vec::new(),
            });
        }
        let most = self.limits.articles;
        if let Some(open) = self
            .open
            .as_mut()
            .filter(|open| open.articles.len() <= most)
        {
            open.articles.push((self.line, article));
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let mut hasher = DefaultHasher::new();
            open.event.to_string().hash(&mut hasher);
            let first = *self.begun.entry(hasher.finish()).or_insert(open.line);
            let articles = if first == open.line {
                Articles::Records(open.articles, self.shown.clone())
            } else {
                Articles::Broken(format!(
                    "this event began on line {first}, but its articles are not consecutive; sort the lines by event"
                ))
            };
            self.ready.push_back(Job {
                line: open.line,
                event: open.event,
                articles,
            });
        }
        self.ready.extend(self.troubles.drain(..));
    }

    fn trouble(&mut self, event: Value, message: String) {
        let job = Job {
            line: self.line,
            event,
            articles: Articles::Broken(message),
        };
        if self.open.is_some() {
            self.troubles.push(job);
        } else {
            self.ready.push_back(job);
        }
    }
}

impl<R: BufRead> Iterator for Stream<R> {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        while self.ready.is_empty() && !self.is_over {
            self.step();
        }
        self.ready.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, name and number of articles (none where broken) of each event.
    fn jobs(text: &str) -> Vec<(u64, String, Option<usize>)> {
        let stream = Stream::new(text.as_bytes(), "x".to_string(), "event", Limits::default());
        let told = |job: Job| {
            let articles = match job.articles {
                Articles::Records(records, _) => Some(records.len()),
                _ => None,
            };
            (job.line, job.event.to_string(), articles)
        };
        stream.map(told).collect()
    }

    #[test]
    fn articles_of_one_event_stand_together_and_trouble_keeps_its_place() {
        let text = "{\"event\":\"a\"}\n{\"event\":\"a\"}\nno json\n{\"event\":\"a\"}\n\n{\"event\":7}\n\
            {\"event\":\"a\"}\n{\"text\":\"b\"}\n{\"event\":\"c\",\"articles\":[{},{}]}\n";
        let name = |name: &str| format!("\"{name}\"");
        assert_eq!(
            jobs(text),
            [
                (1, name("a"), Some(3)),
                (3, "null".to_string(), None),
                (6, "7".to_string(), Some(1)),
                (7, name("a"), None),
                (8, "null".to_string(), None),
                (9, name("c"), Some(2)),
            ]
        );
        assert!(jobs("").is_empty());
        assert_eq!(jobs("\u{0}\u{1}").len(), 1);
    }
}
