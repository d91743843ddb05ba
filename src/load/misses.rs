//! What stood in a file and is no article, told in few lines: a list of a thousand broken entries is one trouble.

use std::collections::BTreeMap;

use crate::model::Severity;

/// Places that are named for one trouble; of more, the rest is counted.
const NAMED: usize = 3;

/// The misses of one file.
#[derive(Clone, Debug, Default)]
pub struct Misses {
    /// For each kind of trouble, where it was met first and how often.
    by_trouble: BTreeMap<(&'static str, String), (Vec<u64>, usize)>,
    pages: usize,
}

impl Misses {
    /// Notes what is wrong with an entry of the file; `unit` says what the number counts.
    pub fn add(&mut self, unit: &'static str, number: u64, message: String) {
        let (first, count) = self.by_trouble.entry((unit, message)).or_default();
        if first.len() < NAMED && first.last() != Some(&number) {
            first.push(number);
        }
        *count += 1;
    }

    /// Notes a page of a crawl that holds no article.
    pub fn page(&mut self) {
        self.pages += 1;
    }

    /// What to say, in the order of the file; `is_all` where the file holds no article at all.
    pub fn told(&self, is_all: bool) -> Vec<(Severity, String)> {
        let mut troubles: Vec<_> = self.by_trouble.iter().collect();
        troubles.sort_by_key(|(_, (first, _))| first.first().copied());
        let mut told: Vec<(Severity, String)> = troubles
            .into_iter()
            .flat_map(|((unit, message), (first, count))| {
                lines(unit, message, first, *count, is_all)
            })
            .map(|message| (Severity::Error, message))
            .collect();
        if self.pages > 0 {
            told.push((Severity::Info, pages(self.pages)));
        }
        told
    }
}

/// A line for each place, or one for many.
fn lines(unit: &str, message: &str, first: &[u64], count: usize, is_all: bool) -> Vec<String> {
    let without_text = message.starts_with(super::json::NO_TEXT);
    let seems = if is_all && without_text {
        "; this looks like a feed, an API response or a settings file, not an article"
    } else {
        ""
    };
    let message = format!("{message}{seems}");
    if unit == "article" && first == [1] && count == 1 {
        return vec![message];
    }
    if first.len() == 1 && count > 1 {
        return first
            .iter()
            .map(|number| format!("{unit} {number}, {count} times: {message}"))
            .collect();
    }
    if count <= NAMED {
        let line = |number: &u64| format!("{unit} {number}: {message}");
        return first.iter().map(line).collect();
    }
    let named: Vec<String> = first.iter().map(u64::to_string).collect();
    let rest = count - first.len();
    vec![format!(
        "{unit}s {} and {rest} more: {message}",
        named.join(", ")
    )]
}

fn pages(count: usize) -> String {
    if count == 1 {
        "1 page without an article was skipped".to_string()
    } else {
        format!("{count} pages without an article were skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_trouble_of_many_entries_is_told_once() {
        let mut misses = Misses::default();
        (1..=10).for_each(|i| misses.add("line", i, "JSON: broken".to_string()));
        misses.add("line", 11, "too long".to_string());
        misses.page();
        let told: Vec<String> = misses.told(false).into_iter().map(|(_, m)| m).collect();
        assert_eq!(
            told,
            [
                "lines 1, 2, 3 and 7 more: JSON: broken",
                "line 11: too long",
                "1 page without an article was skipped"
            ]
        );
    }
}
