//! Verbs that news reports are told with, in all their forms.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{WORDS, en};

static BASES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut bases = HashMap::new();
    for entry in en::VERBS.entries() {
        for form in inflected(entry) {
            bases.entry(form).or_insert(base_of(entry));
        }
    }
    bases
});

/// The base of a lower-case word, or none where it is no verb of the list. Only for words that stand in no sentence, as
/// those of a category do; of others the reading knows the lemma.
pub fn verb_base(word: &str) -> Option<&'static str> {
    BASES.get(word).copied()
}

fn base_of(entry: &str) -> &str {
    entry.split(':').next().unwrap_or(entry)
}

/// All forms of the verb of one entry.
fn inflected(entry: &str) -> Vec<String> {
    let base = base_of(entry);
    let mut irregular = entry.split(':').skip(1);
    let past = irregular
        .next()
        .map_or_else(|| with_ed(base), str::to_string);
    let mut forms = vec![base.to_string(), third(base), ing(base, &past)];
    if base.ends_with("el") || base.ends_with("al") {
        // British spelling: "cancelled", "signalling".
        forms.extend([format!("{base}led"), format!("{base}ling")]);
    }
    forms.push(past);
    forms.extend(irregular.map(str::to_string));
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
        assert_eq!(verb_base("denied"), Some("deny"));
        assert_eq!(verb_base("banning"), Some("ban"));
        assert_eq!(verb_base("written"), Some("write"));
        assert_eq!(verb_base("clashes"), Some("clash"));
        assert_eq!(verb_base("harbour"), None);
    }
}
