//! Files beside the articles that are none: told once for each folder and kind, and not once for each file.

use std::collections::BTreeMap;

use super::{json, own, sniff};
use crate::model::{Diagnostic, SKIPPED, Severity};

/// Files that are named; of more, the rest is counted.
const NAMED: usize = 3;

/// Files of one kind in one folder: what is said of each, and their names.
#[derive(Clone, Debug, Default)]
struct Alike {
    said: Vec<(Severity, String)>,
    names: Vec<String>,
}

/// What was found in folders and is no article, by folder, with the slash after it, and kind.
#[derive(Clone, Debug, Default)]
pub struct Strangers(BTreeMap<(String, &'static str), Alike>);

impl Strangers {
    /// Takes in what was said of a file that holds no article; false where it must be told by itself.
    pub fn take(&mut self, path: &str, severity: Severity, message: &str) -> bool {
        let Some(kind) = kind(message) else {
            return false;
        };
        let at = path.rfind('/').map_or(0, |slash| slash + 1);
        let (folder, name) = path.split_at(at);
        let alike = self.0.entry((folder.to_string(), kind)).or_default();
        alike.said.push((severity, message.to_string()));
        if alike.names.last().is_none_or(|last| last != name) {
            alike.names.push(name.to_string());
        }
        true
    }

    /// What to say of them.
    pub fn diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        self.0
            .into_iter()
            .flat_map(|((folder, kind), alike)| told(&folder, kind, alike))
    }
}

fn told(folder: &str, kind: &str, alike: Alike) -> Vec<Diagnostic> {
    let count = alike.names.len();
    let severity = alike.said.iter().map(|(severity, _)| *severity).max();
    if count == 1 {
        let name = alike.names.first().map(String::as_str).unwrap_or_default();
        let one = |(severity, message)| Diagnostic {
            severity,
            path: format!("{folder}{name}"),
            message,
        };
        return alike.said.into_iter().map(one).collect();
    }
    let named = alike.names.get(..count.min(NAMED)).unwrap_or_default();
    let names = match count - named.len() {
        0 => named.join(", "),
        rest => format!("{} and {rest} more", named.join(", ")),
    };
    vec![Diagnostic {
        severity: severity.unwrap_or(Severity::Info),
        path: if folder.is_empty() { "./" } else { folder }.to_string(),
        message: format!("{count} files {kind}{SKIPPED}{names}"),
    }]
}

/// What kind of file it is, by what is said of it; none for a file that may be an article all the same.
fn kind(message: &str) -> Option<&'static str> {
    let kinds = [
        (own::MESSAGE, "were made by coverage"),
        (sniff::PDF, "are PDF, which is not supported,"),
        (
            sniff::WORD,
            "are office documents, which are not supported,",
        ),
        (sniff::RTF, "are RTF, which is not supported,"),
        (sniff::PICTURE, "are images, audio or video"),
        (sniff::BINARY, "are binary"),
    ];
    let found = kinds.into_iter().find(|(said, _)| *said == message);
    let is_data = message.contains(json::NO_TEXT);
    found
        .map(|(_, kind)| kind)
        .or(is_data.then_some("are not articles"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_a_kind_are_one_line_and_one_keeps_its_own() {
        let mut strangers = Strangers::default();
        for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf"] {
            assert!(strangers.take(&format!("f/{name}"), Severity::Error, sniff::PDF));
        }
        assert!(strangers.take("f/x.png", Severity::Error, sniff::PICTURE));
        assert!(!strangers.take("f/bad.json", Severity::Error, "JSON: EOF while parsing"));
        let told: Vec<String> = strangers
            .diagnostics()
            .map(|d| format!("{}: {}", d.path, d.message))
            .collect();
        assert_eq!(
            told,
            [
                "f/: 4 files are PDF, which is not supported, and were skipped: a.pdf, b.pdf, c.pdf and 1 more",
                "f/x.png: an image, audio or video file, not text"
            ]
        );
    }
}
