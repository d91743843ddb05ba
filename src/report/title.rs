//! What an event is called: one of its headlines.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The headline that shares most words with the others, one in capitals only where all are; the shorter of two.
pub fn title<'a>(headlines: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let headlines: Vec<&str> = headlines.collect();
    let mut frequency: BTreeMap<String, usize> = BTreeMap::new();
    for word in headlines.iter().flat_map(|h| long_words(h)) {
        *frequency.entry(word).or_default() += 1;
    }
    let shared = |h: &&&'a str| {
        let all: Vec<String> = long_words(h).collect();
        let common: usize = all.iter().filter_map(|w| frequency.get(w)).sum();
        let is_shouted = !h.chars().any(char::is_lowercase);
        let share = common * 100 / all.len().max(1);
        (!is_shouted, share, Reverse(h.len()), Reverse(**h))
    };
    headlines.iter().max_by_key(shared).copied()
}

fn long_words(headline: &str) -> impl Iterator<Item = String> + '_ {
    headline
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3)
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn an_event_is_called_by_what_its_headlines_share_in_whatever_order() {
        let mut headlines = [
            "DOCKERS CAVE IN AFTER STRIKE",
            "Dockers end strike after 15 days",
            "What we won",
            "Dockers end strike",
        ];
        for _ in 0..headlines.len() {
            headlines.rotate_left(1);
            assert_eq!(title(headlines.into_iter()), Some("Dockers end strike"));
        }
        assert_eq!(title(["ALL SHOUT"].into_iter()), Some("ALL SHOUT"));
        assert_eq!(title([].into_iter()), None);
    }
}
