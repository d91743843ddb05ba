//! Names of outlets and keys of articles, from what is known of them and from the name of their file.

use unicode_normalization::UnicodeNormalization;

use crate::model::Article;

/// Letters of a key made from a name of an outlet; longer ones are hard to read in a table.
const LONGEST_KEY: usize = 40;

/// Gives an article its path, its key, and an outlet where it has none: the site, else the name of the file.
pub fn name(article: &mut Article, shown: &str) {
    let stem = stem(shown);
    article.path = shown.to_string();
    if article.outlet.is_empty() {
        article.outlet = article
            .url
            .as_deref()
            .and_then(site)
            .unwrap_or_else(|| title(&stem));
    }
    article.key = slug(&stem);
}

/// Tells the articles of one file apart, where it holds several: by their outlets, and by where they stand in it.
pub fn finish(articles: &mut [Article], first: usize, lines: &[u64]) {
    let Some(own) = articles.get_mut(first..).filter(|_| lines.len() > 1) else {
        return;
    };
    for (article, line) in own.iter_mut().zip(lines) {
        article.path = format!("{}:{line}", article.path);
        let key: String = slug(&article.outlet).chars().take(LONGEST_KEY).collect();
        if key.chars().any(char::is_alphanumeric) {
            article.key = key;
        }
    }
}

/// Makes keys unique by a number after the ones that repeat.
pub fn number_keys(articles: &mut [Article]) {
    let mut seen = std::collections::BTreeSet::new();
    let mut next: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for article in articles {
        let base = article.key.clone();
        while !seen.insert(article.key.clone()) {
            let n = next.entry(base.clone()).or_insert(1);
            *n += 1;
            article.key = format!("{base}-{n}");
        }
    }
}

/// Whether an article's outlet is called by the name of its file.
pub fn is_of_file(article: &Article) -> bool {
    let path = match article.path.rsplit_once(':') {
        Some((file, line)) if line.parse::<u64>().is_ok() => file,
        _ => &article.path,
    };
    stem(path) == article.outlet
}

/// The name of a file without folders and without the endings that name its format.
fn stem(shown: &str) -> String {
    if shown == "-" {
        return "standard-input".to_string();
    }
    let name = shown.rsplit(['/', '\\']).next().unwrap_or(shown);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_string(),
        _ => name.to_string(),
    }
}

/// A name in small letters and digits of whatever script, all else a hyphen.
fn slug(name: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() { c } else { '-' };
    name.nfc()
        .map(letter)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The site of an address, without "www.".
pub fn site(url: &str) -> Option<String> {
    let host = url
        .split_once("://")?
        .1
        .split(['/', '?', '#', ':'])
        .next()?;
    let host = host.trim_start_matches("www.");
    (host.contains('.') && !host.contains(' ')).then(|| host.to_lowercase())
}

/// A file name as the name of an outlet: "harbor-post" is "Harbor Post", a name with digits stays as it is.
fn title(stem: &str) -> String {
    if !stem.chars().all(|c| c.is_alphabetic() || "-_ ".contains(c)) {
        return stem.to_string();
    }
    let words = stem.split(['-', '_', ' ']).filter(|w| !w.is_empty());
    let capital = |w: &str| {
        w.chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(w.chars().skip(1))
            .collect::<String>()
    };
    words.map(capital).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_key_keeps_the_letters_of_every_script() {
        for (name, key) in [
            ("Bay Courier_2", "bay-courier-2"),
            ("\u{c9}t\u{e9}", "\u{e9}t\u{e9}"),
            ("e\u{301}te\u{301}", "\u{e9}t\u{e9}"),
            ("日本 1", "日本-1"),
            ("Ведомости", "ведомости"),
        ] {
            assert_eq!(slug(name), key);
        }
    }
}
