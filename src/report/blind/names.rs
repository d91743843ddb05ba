//! What names an outlet, a writer or an agency, and what stands in its place.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{Captures, Regex, RegexBuilder};

use crate::language::{built_in, en};
use crate::report::ArticleEntry;

/// What stands in place of one letter of a masked name or headline.
const BLOCK: char = '█';

/// Sentences print quoted words with single marks for double ones, and with the missing one of a pair.
const MARKS: &str = "[‘’'“”\"]";

/// Mail, accounts and addresses on the web: whose they are tells whose text it is.
static ACCOUNTS: LazyLock<Regex> = LazyLock::new(|| {
    built_in::pattern(
        r"(?i)[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,}|\bhttps?://\S+|\bwww\.\S+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|news|info|tv|example|co\.[a-z]{2})\b(?:/\S*)?",
    )
});

/// The same number of characters, white space kept.
pub fn blocks(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { c } else { BLOCK })
        .collect()
}

/// Whether masking left nothing to read.
pub fn is_blank(text: &str) -> bool {
    text.contains(BLOCK) && !text.chars().any(char::is_alphanumeric)
}

/// A sentence of the report with blocks in place of quoted words, whatever marks those were given.
pub fn without(text: &str, words: &str) -> String {
    let parts: Vec<String> = words
        .split(['‘', '’', '\'', '“', '”', '"'])
        .map(regex::escape)
        .collect();
    let pattern = format!("“{MARKS}?{}{MARKS}?”", parts.join(MARKS));
    match Regex::new(&pattern) {
        Ok(found) => found
            .replace_all(text, format!("“{}”", blocks(words)))
            .into_owned(),
        Err(_) => text.replace(words, &blocks(words)),
    }
}

/// Every name that is masked, the longest first.
pub struct Names {
    names: Vec<Name>,
    /// Any agency in brackets, as datelines and credits have it.
    credits: Option<Regex>,
}

struct Name {
    found: Regex,
    /// What a sentence of the report says for it.
    stands: String,
    /// Whether only sentences of the report name it so: "article 1" may be another thing in a text.
    is_made: bool,
}

/// A name before it is made an expression.
struct Wanted {
    words: String,
    stands: String,
    is_made: bool,
    any_case: bool,
}

impl Names {
    /// The names of the outlets of some articles, each with the letter of its article, of their writers and agencies.
    pub fn of<'a>(articles: impl Iterator<Item = (&'a ArticleEntry, &'a str)>) -> Self {
        let articles: Vec<(&ArticleEntry, &str)> = articles.collect();
        let texts: Vec<&str> = articles.iter().map(|(a, _)| a.text.as_str()).collect();
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut others: Vec<Wanted> = Vec::new();
        for (article, letter) in articles {
            wanted.extend(outlet(article, letter));
            others.extend(writers(article, &texts));
            others.extend(agencies(article));
        }
        wanted.extend(others);
        wanted.retain(|name| !name.words.is_empty());
        wanted.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        let known: Vec<String> = known().flatten().map(regex::escape).collect();
        Self {
            names: wanted.into_iter().filter_map(compiled).collect(),
            credits: Regex::new(&format!("\\((?:{})\\)", known.join("|"))).ok(),
        }
    }

    /// Words of an article with blocks in place of what would tell whose they are; no offset changes.
    pub fn masked(&self, text: &str) -> String {
        let block = |found: &Captures| blocks(found.get(0).map_or("", |m| m.as_str()));
        let mut out = ACCOUNTS.replace_all(text, block).into_owned();
        if let Some(credits) = &self.credits {
            out = credits.replace_all(&out, block).into_owned();
        }
        for name in self.names.iter().filter(|n| !n.is_made) {
            out = name.found.replace_all(&out, block).into_owned();
        }
        out
    }

    /// A sentence of the report with letters in place of names.
    pub fn told(&self, text: &str) -> String {
        let block = |found: &Captures| blocks(found.get(0).map_or("", |m| m.as_str()));
        let mut out = ACCOUNTS.replace_all(text, block).into_owned();
        for name in &self.names {
            let stands = regex::NoExpand(&name.stands);
            out = name.found.replace_all(&out, stands).into_owned();
        }
        out
    }
}

fn compiled(name: Wanted) -> Option<Name> {
    let after = if name.words.ends_with(char::is_alphanumeric) {
        r"\b"
    } else {
        ""
    };
    let pattern = format!("\\b{}{after}", regex::escape(&name.words));
    Some(Name {
        found: RegexBuilder::new(&pattern)
            .case_insensitive(name.any_case)
            .build()
            .ok()?,
        stands: name.stands,
        is_made: name.is_made,
    })
}

fn outlet<'a>(article: &ArticleEntry, letter: &'a str) -> impl Iterator<Item = Wanted> + use<'a> {
    let wanted = |is_made, any_case| {
        move |words| Wanted {
            words,
            stands: letter.to_string(),
            is_made,
            any_case,
        }
    };
    let made = std::iter::once(article.outlet.clone()).map(wanted(true, false));
    names(article)
        .into_iter()
        .map(wanted(false, false))
        .chain(run_together(article).into_iter().map(wanted(false, true)))
        .chain(made)
}

/// Names of the writers, and their last names where no article uses them for anything else; one word alone may be any word.
fn writers(article: &ArticleEntry, texts: &[&str]) -> Vec<Wanted> {
    let wanted = |words: &str, any_case| Wanted {
        words: words.to_string(),
        stands: "one of the writers".to_string(),
        is_made: false,
        any_case,
    };
    let names = article.byline.iter().map(|name| name.trim());
    let mut found = Vec::new();
    for name in names.filter(|name| name.contains(' ')) {
        found.push(wanted(name, true));
        let last = name.rsplit(' ').next().unwrap_or_default();
        if texts.iter().all(|text| is_only_of(last, name, text)) {
            found.push(wanted(last, false));
        }
    }
    found
}

/// Whether a last name stands in a text only as that of its writer: alone, or behind the rest of the writer's name. A short
/// name, or one that is a word of the text as well, is left alone.
fn is_only_of(last: &str, writer: &str, text: &str) -> bool {
    const SHORTEST: usize = 4;
    let is_name = last.chars().count() >= SHORTEST && last.starts_with(char::is_uppercase);
    let places = text.match_indices(last);
    let mut before = places.map(|(at, _)| text.get(..at).unwrap_or_default());
    is_name
        && !text.contains(&last.to_lowercase())
        && before.all(|before| {
            let word = before.trim_end().rsplit(char::is_whitespace).next();
            let is_named = word.is_some_and(|w| w.starts_with(char::is_uppercase));
            writer
                .strip_suffix(last)
                .is_some_and(|first| before.ends_with(first))
                || !is_named
        })
}

/// The agencies that an article credits or comes from, under all their names.
fn agencies(article: &ArticleEntry) -> Vec<Wanted> {
    let credited = || article.wire.iter().map(|name| name.trim());
    let mut found: BTreeSet<String> = BTreeSet::new();
    for name in credited().chain([article.masthead.trim()]) {
        let all = known().filter(|all| all.contains(&name));
        found.extend(all.flatten().map(str::to_string));
    }
    let names = credited().filter(|name| name.starts_with(char::is_uppercase));
    found.extend(names.map(str::to_string));
    let wanted = |words: String| Wanted {
        words,
        stands: "an agency".to_string(),
        is_made: false,
        any_case: false,
    };
    found.into_iter().map(wanted).collect()
}

/// The names of each known agency.
fn known() -> impl Iterator<Item = Vec<&'static str>> {
    en::AGENCIES
        .entries()
        .map(|entry| entry.split(',').map(str::trim).collect())
}

/// What an article's outlet is called: its name, the name without article, section or last word, its initials, its last word
/// with "The" and alone, its site, and a first part that is itself a known outlet ("Fox" of "Fox News").
fn names(article: &ArticleEntry) -> BTreeSet<String> {
    let whole = article.masthead.trim();
    let mut names = variants(whole);
    let core = without_section(whole);
    if core != whole {
        names.extend(variants(core));
    }
    names.extend(host(article));
    names.extend(of_site(article));
    names.retain(|n| n.chars().filter(|c| c.is_alphanumeric()).count() > 2);
    names
}

/// A name without the desk or edition behind it: "Harbor Times - Opinion", "KTV (Online)".
fn without_section(name: &str) -> &str {
    let ends = [" (", " - ", " – ", " — ", " | ", ": "];
    let end = ends.iter().filter_map(|mark| name.find(mark)).min();
    name.get(..end.unwrap_or(name.len())).unwrap_or(name).trim()
}

fn variants(name: &str) -> BTreeSet<String> {
    let bare = name.strip_prefix("The ").unwrap_or(name);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let capitalized: Vec<String> = words.iter().map(|word| capitalized(word)).collect();
    let is_shouted = bare.chars().all(|c| c.is_uppercase() || c == ' ');
    let lowered: Vec<String> = words.iter().map(|word| first_large(word)).collect();
    let mut names: BTreeSet<String> = [
        name.to_string(),
        bare.to_string(),
        bare.to_uppercase(),
        capitalized.join(" "),
    ]
    .into();
    if is_shouted && words.len() > 1 {
        names.insert(lowered.join(" "));
    }
    if let (true, Some(last)) = (words.len() > 1, capitalized.last()) {
        names.extend([format!("The {last}"), format!("the {last}"), last.clone()]);
    }
    let initials: String = words
        .iter()
        .filter_map(|w| w.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    if words.len() > 1 {
        names.insert(format!("The{initials}"));
    }
    if let (true, Some(short)) = (words.len() > 2, words.get(..words.len() - 1)) {
        names.insert(short.join(" "));
        names.insert(initials);
    }
    let starts = |known: &&str| bare.starts_with(&format!("{known} "));
    names.extend(en::OUTLETS.entries().filter(starts).map(str::to_string));
    names
}

/// A word in capitals as a name has it: "Today" for "TODAY". Initials, and what has small letters, stay as they are.
fn capitalized(word: &str) -> String {
    const LONGEST_INITIALS: usize = 4;
    let is_shouted = word.chars().all(char::is_uppercase);
    if is_shouted && word.chars().count() > LONGEST_INITIALS {
        first_large(word)
    } else {
        word.to_string()
    }
}

/// A word with its first letter as it is and the rest small.
fn first_large(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    first + &letters.as_str().to_lowercase()
}

/// The outlet's name in one word, as accounts and tags have it.
fn run_together(article: &ArticleEntry) -> BTreeSet<String> {
    let name = article.masthead.trim();
    let bare = name.strip_prefix("The ").unwrap_or(name);
    let together = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut names: BTreeSet<String> = BTreeSet::new();
    if bare.contains(' ') {
        names.extend([together(name), together(bare)]);
    }
    names.retain(|n: &String| n.chars().count() > 3);
    names
}

/// What an outlet that is known by its site alone would be called: "Torch" for torch.example.
fn of_site(article: &ArticleEntry) -> Option<String> {
    let is_site = article.masthead.contains('.') && !article.masthead.contains(' ');
    let mut letters = article.outlet.chars();
    let capital = letters.next()?.to_uppercase();
    is_site.then(|| capital.chain(letters).collect())
}

fn host(article: &ArticleEntry) -> Option<String> {
    let host = article
        .url
        .as_deref()?
        .split("//")
        .nth(1)?
        .split('/')
        .next()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_by(masthead: &str, wire: &str, text: &str) -> String {
        let json = serde_json::json!({
            "id": "a", "path": "a.txt", "outlet": masthead, "masthead": masthead, "headline": null,
            "byline": ["Ann Reed"], "published": null, "published_from": null, "updated": null, "dateline": null,
            "wire": [wire], "section": null, "corrections": [], "language": null,
            "url": "https://www.baycourier.example/1", "version_of": null, "out_of_scope": null, "text": "", "words": 0,
            "voices": crate::model::Voices::default(), "sentences": [], "boilerplate": []
        });
        let article: ArticleEntry = serde_json::from_value(json).unwrap();
        let masked = Names::of([(&article, "A")].into_iter()).masked(text);
        assert_eq!(masked.chars().count(), text.chars().count());
        masked
    }

    #[test]
    fn blocks_keep_the_length() {
        assert_eq!(blocks("Port née"), "████ ███");
        assert!(is_blank("“████ ███”") && !is_blank("█ a") && !is_blank("…"));
    }

    #[test]
    fn accounts_addresses_writers_and_agencies_are_masked() {
        let masked = |text| told_by("Bay Courier", "AP", text);
        let text = "Write to ann@paper.example, follow @BayDesk or #BayCourier, see https://x.example/1 and paper.co.uk/2.";
        let got = masked(text);
        for leak in ["ann", "BayDesk", "Courier", "x.example", "paper"] {
            assert!(!got.contains(leak), "{leak} in {got}");
        }
        let got =
            masked("LISBON (Reuters) — ANN REED, the Associated Press and AP said it was 3.5 km.");
        assert_eq!(
            got,
            "LISBON █████████ — ███ ████, the ██████████ █████ and ██ said it was 3.5 km."
        );
        assert!(!told_by("Fox News", "dpa", "Fox said").contains("Fox"));
        let got = told_by(
            "Harbor Times - Opinion",
            "dpa",
            "the Harbor Times, as the Times said",
        );
        assert_eq!(got, "the ██████ █████, as ███ █████ said");
        let got = told_by("BAY TODAY", "dpa", "Reed told Bay Today and TheBT of it");
        assert_eq!(got, "████ told ███ █████ and █████ of it");
    }

    #[test]
    fn a_last_name_is_masked_where_it_is_nobody_elses() {
        let is_only = |text| is_only_of("Ashgrove", "Nell Ashgrove", text);
        assert!(is_only("Nell Ashgrove was there. Ashgrove wrote."));
        assert!(!is_only("Tom Ashgrove was there."));
        assert!(!is_only_of("Young", "Ann Young", "the young people"));
    }
}
