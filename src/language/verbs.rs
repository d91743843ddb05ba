//! Verbs that news reports are told with, in all their forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{WORDS, en};

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "accuse", often a noun too: "vote".
    Base,
    /// "accuses", often a noun too: "votes".
    Third,
    /// "accused", finite or participle; "wrote".
    Past,
    /// "written", a participle only.
    Participle,
    /// "accusing".
    Ing,
}

static FORMS: LazyLock<HashMap<String, (&'static str, VerbForm)>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for line in en::VERBS.entries() {
        for (form, kind) in inflected(line) {
            forms
                .entry(form)
                .or_insert((line.split(':').next().unwrap_or(line), kind));
        }
    }
    forms
});

/// The base and the form of a lower-case word, or none where it is no verb of the list.
pub fn verb(word: &str) -> Option<(&'static str, VerbForm)> {
    FORMS.get(word).copied()
}

/// All forms of one line of the list.
fn inflected(line: &str) -> Vec<(String, VerbForm)> {
    let mut parts = line.split(':');
    let base = parts.next().unwrap_or(line);
    let past = parts.next().map_or_else(|| with_ed(base), str::to_string);
    let participle = parts.next().map(str::to_string);
    let mut forms = vec![
        (base.to_string(), VerbForm::Base),
        (third(base), VerbForm::Third),
    ];
    forms.push((ing(base, &past), VerbForm::Ing));
    if base.ends_with("el") || base.ends_with("al") {
        // British spelling: "cancelled", "signalling".
        forms.extend([
            (format!("{base}led"), VerbForm::Past),
            (format!("{base}ling"), VerbForm::Ing),
        ]);
    }
    forms.push((past, VerbForm::Past));
    forms.extend(participle.map(|p| (p, VerbForm::Participle)));
    forms
}

fn ends_in_consonant_y(base: &str) -> bool {
    base.strip_suffix('y')
        .is_some_and(|rest| !rest.ends_with(['a', 'e', 'i', 'o', 'u']))
}

fn with_ed(base: &str) -> String {
    match base {
        _ if base.ends_with('e') => format!("{base}d"),
        _ if ends_in_consonant_y(base) => format!("{}ied", base.trim_end_matches('y')),
        _ => format!("{base}ed"),
    }
}

fn third(base: &str) -> String {
    match base {
        _ if ends_in_consonant_y(base) => format!("{}ies", base.trim_end_matches('y')),
        _ if base.ends_with(['s', 'x', 'z', 'o'])
            || base.ends_with("ch")
            || base.ends_with("sh") =>
        {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

/// The consonant doubles where the past doubles it ("banned", "banning") or the word is one of the short irregular ones.
fn ing(base: &str, past: &str) -> String {
    let doubled = base
        .chars()
        .last()
        .is_some_and(|c| past == format!("{base}{c}ed"));
    let last = base.chars().last().unwrap_or('e');
    match base {
        _ if doubled || WORDS.doubling.contains(base) => format!("{base}{last}ing"),
        _ if base.ends_with("ie") => format!("{}ying", base.trim_end_matches("ie")),
        _ if base.ends_with('e') && !base.ends_with("ee") && base != "be" => {
            format!("{}ing", base.trim_end_matches('e'))
        }
        _ => format!("{base}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_leads_to_its_base() {
        assert_eq!(verb("denied"), Some(("deny", VerbForm::Past)));
        assert_eq!(verb("banning"), Some(("ban", VerbForm::Ing)));
        assert_eq!(verb("written"), Some(("write", VerbForm::Participle)));
        assert_eq!(verb("clashes"), Some(("clash", VerbForm::Third)));
        assert_eq!(verb("harbour"), None);
    }
}
