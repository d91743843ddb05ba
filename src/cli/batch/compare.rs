//! One event → its lines of output.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use super::stream::{Articles, Job};
use crate::Options;
use crate::load;
use crate::model::Severity;
use crate::render::jsonl;
use crate::report::Report;

/// What events are compared by.
pub struct Comparer<'a> {
    /// What each stage is told.
    pub options: &'a Options,
    /// Whether findings are wanted instead of reports.
    pub findings: bool,
    /// Events that could not be compared, or not with all their articles.
    pub troubles: AtomicUsize,
}

impl Comparer<'_> {
    /// The lines of an event, each with a line break.
    pub fn lines(&self, job: Job) -> String {
        let head = head(job.line, &job.event);
        let loaded = match job.articles {
            Articles::Records(records, shown) => load::records(records, &shown, &self.options.load),
            Articles::Read(loaded) => loaded,
            Articles::Broken(message) => return self.failed(&head, &message),
        };
        match crate::compared(loaded, self.options, &|_| {}) {
            Ok(report) => {
                let mut diagnostics = report.diagnostics.iter();
                if diagnostics.any(|d| d.severity == Severity::Error) {
                    self.count();
                }
                self.told(&head, &report)
            }
            Err(e) => self.failed(&head, &e.whole()),
        }
    }

    fn failed(&self, head: &str, message: &str) -> String {
        self.count();
        failure(head, message)
    }

    fn count(&self) {
        self.troubles.fetch_add(1, Ordering::Relaxed);
    }

    fn told(&self, head: &str, report: &Report) -> String {
        let text = if self.findings {
            jsonl::write(report).map(|lines| findings(head, &lines))
        } else {
            serde_json::to_string(report).map(|report| format!("{head},\"report\":{report}}}\n"))
        };
        text.unwrap_or_else(|e| self.failed(head, &e.to_string()))
    }
}

/// What every line begins with; `resume` reads it again.
pub fn head(line: u64, event: &Value) -> String {
    format!("{{\"line\":{line},\"event\":{event}")
}

/// The findings with the head put before their fields.
fn findings(head: &str, lines: &str) -> String {
    let with_head = |line: &str| format!("{head},{}\n", line.strip_prefix('{').unwrap_or(line));
    lines.lines().map(with_head).collect()
}

fn failure(head: &str, message: &str) -> String {
    format!("{head},\"error\":{}}}\n", Value::from(message))
}
