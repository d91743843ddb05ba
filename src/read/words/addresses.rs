//! Addresses of the web and of electronic mail, which the tokenizer leaves whole.

use super::characters::Characters;

/// Whether a word is an address: `[scheme://][user@]host[:port][/path]`.
pub fn is_address(characters: &Characters, word: &str) -> bool {
    if !word.contains('.') {
        return false;
    }
    let after_scheme = word
        .split_once("://")
        .filter(|(scheme, _)| is_scheme(scheme))
        .map(|(_, rest)| rest);
    [Some(word), after_scheme]
        .into_iter()
        .flatten()
        .any(|rest| {
            let after_users = rest
                .match_indices('@')
                .filter(|(at, _)| *at > 0)
                .map(|(at, _)| &rest[at + 1..]);
            std::iter::once(rest)
                .chain(after_users)
                .any(|rest| is_host_and_path(characters, rest))
        })
}

fn is_scheme(text: &str) -> bool {
    text.chars().nth(1).is_some()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.'))
}

fn is_host_and_path(characters: &Characters, text: &str) -> bool {
    let (host, rest) = text.split_at(text.find([':', '/', '?', '#']).unwrap_or(text.len()));
    let path = match rest.strip_prefix(':') {
        Some(rest) => {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if !(2..=5).contains(&digits) {
                return false;
            }
            &rest[digits..]
        }
        None => rest,
    };
    (path.is_empty() || path.starts_with(['/', '?', '#']))
        && (is_named(characters, host) || is_numbered(host))
}

/// Labels divided by full stops, and a last one of small letters.
fn is_named(characters: &Characters, host: &str) -> bool {
    let Some((labels, last)) = host.rsplit_once('.') else {
        return false;
    };
    let small = |c: char| characters.before_stop.has(c) && c.is_alphabetic();
    (2..=63).contains(&last.chars().count())
        && last.chars().all(small)
        && labels.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let outer = |c: char| c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&c);
    label.starts_with(outer)
        && label.ends_with(outer)
        && label.chars().all(|c| outer(c) || matches!(c, '_' | '-'))
        && label.chars().count() <= 64
}

/// Four numbers of the public address space.
fn is_numbered(host: &str) -> bool {
    let numbers: Option<Vec<u8>> = host.split('.').map(|part| part.parse().ok()).collect();
    let public = |first: u8, second: u8| {
        !matches!(
            (first, second),
            (0 | 10 | 127 | 224.., _) | (169, 254) | (192, 168) | (172, 16..=31)
        )
    };
    numbers.is_some_and(|n| n.len() == 4 && public(n[0], n[1]) && (1..=254).contains(&n[3]))
}

#[cfg(test)]
mod tests {
    use super::{Characters, is_address};

    #[test]
    fn tells_addresses_from_other_words() {
        let characters = Characters::read().expect("the sets are well formed");
        let holds = |word: &str| is_address(&characters, word);
        let addresses = [
            "example.com",
            "https://a.b-c.org:8080/x?y#z",
            "user:word@example.net",
            "8.8.8.8/a-b",
        ];
        let others = [
            "end.Start",
            "e.g",
            "10.0.0.1",
            "example.com:1",
            "http://a/b.c",
            "-a.com",
            "a..com",
            "3.5",
            "@x.",
        ];
        assert_eq!(addresses.map(holds), [true; 4]);
        assert_eq!(others.map(holds), [false; 9]);
    }
}
