//! The language of an article: told by its words where they are enough, else by its metadata, else unknown.

use std::collections::BTreeMap;

use whatlang::Lang;

use crate::model::{Article, BlockKind, Diagnostic, Severity};

/// Letters below which words do not tell the language; a paragraph has about three hundred.
const FEWEST_LETTERS: usize = 200;

/// Writes the language as a BCP 47 tag. Words that are surely of one language go before metadata, which site templates
/// often leave at their default; a tag of the same language that says more ("en-GB") stays.
pub fn detect(article: &mut Article) {
    article.language = article
        .language
        .take()
        .map(|tag| tidy(&tag))
        .filter(|tag| is_tag(tag));
    let body = article
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Body)
        .map(|b| b.span.of(&article.text));
    let text = body.collect::<Vec<_>>().join("\n");
    if text.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_LETTERS {
        return;
    }
    let Some(found) = whatlang::detect(&text).filter(whatlang::Info::is_reliable) else {
        return;
    };
    let tag = tag(found.lang());
    let agrees = article
        .language
        .as_deref()
        .is_some_and(|l| l.split('-').next() == Some(tag));
    if !agrees {
        article.language = Some(tag.to_string());
    }
}

/// Paths that are named for one language; of more, the rest is counted.
const NAMED: usize = 5;

/// The articles in languages that the program has no words of: the path of each, by language.
#[derive(Debug, Default)]
pub struct Foreign(BTreeMap<String, Vec<String>>);

impl Foreign {
    /// Notes an article where it is in another language than English.
    pub fn note(&mut self, article: &Article, path: &str) {
        if let Some(tag) = article.language.as_deref().filter(|_| article.is_foreign()) {
            let paths = self.0.entry(tag.to_string()).or_default();
            if paths.last().is_none_or(|last| last != path) {
                paths.push(path.to_string());
            }
        }
    }

    /// What to say of them, once for each language.
    pub fn diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        self.0.into_iter().map(|(tag, paths)| Diagnostic {
            severity: Severity::Warning,
            path: listed(&paths),
            message: format!(
                "the text is not in English (language: {tag}); coverage reads only English, so facts and speakers may be missed, and no omissions are reported for this article"
            ),
        })
    }
}

fn listed(paths: &[String]) -> String {
    let named = paths.get(..paths.len().min(NAMED)).unwrap_or_default();
    match paths.len() - named.len() {
        0 => named.join(", "),
        rest => format!("{} and {rest} more", named.join(", ")),
    }
}

/// "en_GB" and "EN-gb" as "en-GB".
fn tidy(tag: &str) -> String {
    let mut parts = tag.trim().split(['-', '_', '.']);
    let language = parts.next().unwrap_or_default().to_lowercase();
    match parts
        .next()
        .filter(|p| p.len() == 2 && p.chars().all(|c| c.is_ascii_alphabetic()))
    {
        Some(region) => format!("{language}-{}", region.to_uppercase()),
        None => language,
    }
}

fn is_tag(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&language.len()) && language.chars().all(|c| c.is_ascii_lowercase())
}

/// The two letters of a language where ISO 639-1 has them, as BCP 47 wants.
fn tag(language: Lang) -> &'static str {
    match language {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Bul => "bg",
        Lang::Mkd => "mk",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Ell => "el",
        Lang::Tur => "tr",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Cat => "ca",
        Lang::Epo => "eo",
        Lang::Lat => "la",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Guj => "gu",
        Lang::Pan => "pa",
        Lang::Mar => "mr",
        Lang::Nep => "ne",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Kan => "kn",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Sin => "si",
        Lang::Tha => "th",
        Lang::Khm => "km",
        Lang::Mya => "my",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Jav => "jv",
        Lang::Tgl => "tl",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Cmn => "zh",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Aze => "az",
        Lang::Uzb => "uz",
        Lang::Tuk => "tk",
        Lang::Amh => "am",
        Lang::Afr => "af",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Aka => "ak",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::Foreign;
    use crate::model::Article;

    #[test]
    fn other_languages_than_english_are_told_once() {
        let mut foreign = Foreign::default();
        for (language, path) in [
            (Some("de"), "a.txt"),
            (Some("de"), "b.txt"),
            (Some("fr-CA"), "c.txt"),
            (Some("en-GB"), "d.txt"),
            (None, "e.txt"),
        ] {
            let article = Article {
                language: language.map(str::to_string),
                ..Article::default()
            };
            foreign.note(&article, path);
        }
        let told: Vec<String> = foreign.diagnostics().map(|d| d.path).collect();
        assert_eq!(told, ["a.txt, b.txt", "c.txt"]);
    }
}
