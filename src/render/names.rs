//! Outlets' names in few characters: what a file or a host name carries besides the name is left out.

/// Longest short name in characters: what still stands over a column on three lines.
const LONGEST: usize = 32;

/// Short names in the same order, each still different from the others.
pub fn short(names: &[String]) -> Vec<String> {
    let bare: Vec<String> = unique(names, without_ballast);
    unique(&bare, cut)
}

/// The first characters, with an ellipsis where there are more.
fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_string();
    }
    let kept: String = name.chars().take(LONGEST - 1).collect();
    kept.trim_end().to_string() + "…"
}

/// Every name shortened where the short one is told from all others, as it is where not.
fn unique(names: &[String], shorten: impl Fn(&str) -> String) -> Vec<String> {
    let candidates: Vec<String> = names.iter().map(|n| shorten(n)).collect();
    let is_unique = |i: usize, s: &str| {
        let others = candidates.iter().zip(names).enumerate().filter(|(j, _)| *j != i);
        !s.is_empty() && others.into_iter().all(|(_, (short, long))| short != s && long != s)
    };
    let pairs = names.iter().zip(&candidates).enumerate();
    pairs.map(|(i, (name, s))| if is_unique(i, s) { s.clone() } else { name.clone() }).collect()
}

fn without_ballast(name: &str) -> String {
    host_label(name).or_else(|| without_digest(name)).unwrap_or_else(|| name.to_string())
}

/// The part of a host name that names the site: "news.site.co.uk" → "site".
fn host_label(name: &str) -> Option<String> {
    let is_host = name.contains('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    if !is_host {
        return None;
    }
    let labels: Vec<&str> = name.split('.').collect();
    let under_country = |l: &[&str]| matches!(l, [_, .., second, last] if last.len() == 2 && second.len() <= 3);
    let label = labels.len().checked_sub(if under_country(&labels) { 3 } else { 2 })?;
    labels.get(label).filter(|l| l.len() > 1 && **l != "www").map(|l| l.to_string())
}

/// A file name without the digests that make it unique: "000_355cc0f550f8ce54" → "000".
fn without_digest(name: &str) -> Option<String> {
    if name.contains(char::is_whitespace) {
        return None;
    }
    let is_digest = |part: &str| {
        part.len() >= 8 && part.chars().all(|c| c.is_ascii_hexdigit()) && part.chars().any(|c| c.is_ascii_digit())
    };
    let kept: Vec<&str> = name.split(['_', '-']).filter(|p| !is_digest(p)).collect();
    (kept.len() < name.split(['_', '-']).count() && !kept.is_empty()).then(|| kept.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Vec<String> {
        short(&names.iter().map(|n| n.to_string()).collect::<Vec<_>>())
    }

    #[test]
    fn hosts_lose_their_suffix_and_files_their_digest() {
        let got = of(&["themeridian.com", "www.shore.co.uk", "000_355cc0f550f8ce54", "Daily Torch"]);
        assert_eq!(got, ["themeridian", "shore", "000", "Daily Torch"]);
    }

    #[test]
    fn names_that_would_fall_together_stay_whole() {
        assert_eq!(of(&["shore.com", "shore.org", "Lamp"]), ["shore.com", "shore.org", "Lamp"]);
    }

    #[test]
    fn a_plain_name_with_a_hyphen_stays() {
        assert_eq!(of(&["daily-torch", "St. Ives Times"]), ["daily-torch", "St. Ives Times"]);
    }
}
