//! The reporting cues of the data files, by every inflected form.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::CueClass;

/// What may follow a cue and be the reported words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    /// Words in quotation marks.
    pub quote: bool,
    /// A clause with "that".
    pub that: bool,
    /// The same without "that".
    pub zero: bool,
    /// A question clause.
    pub wh: bool,
    /// An infinitive whose subject is the speaker.
    pub to: bool,
    /// Somebody it is said to, before the words.
    pub whom: bool,
    /// Whatever stands behind it.
    pub object: bool,
    /// Somebody and what they are to do.
    pub order: bool,
    /// Its subject may be a paper, a study or a poll.
    pub thing: bool,
    /// It needs a hearer, and so never stands before its subject.
    pub hearer: bool,
}

/// One cue with its class and frames.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its base form.
    pub base: String,
    /// The words behind the first, which do not inflect.
    pub particles: Vec<String>,
    /// What it does to the words.
    pub class: CueClass,
    /// What may follow.
    pub frames: Frames,
    /// Prepositions behind which its words stand.
    pub prepositions: Vec<&'static str>,
}

/// Which form of the verb it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", finite or participle
    Past,
    /// "saying"
    Ing,
}

#[derive(Deserialize)]
struct Group {
    class: CueClass,
    verbs: Vec<String>,
}

const PREPOSITIONS: [&str; 10] = ["for", "of", "on", "about", "against", "at", "in", "with", "from", "between"];

/// The cues with this word as their first; longest first.
pub fn lookup(lower: &str) -> &'static [(Form, Entry)] {
    static FORMS: LazyLock<BTreeMap<String, Vec<(Form, Entry)>>> = LazyLock::new(forms);
    FORMS.get(lower).map_or(&[], Vec::as_slice)
}

/// The cue that a noun for an act of speech is: "claim", "warning"; only a clause with "that" follows it.
pub fn noun(lower: &str) -> Option<&'static Entry> {
    static NOUNS: LazyLock<BTreeMap<String, Entry>> = LazyLock::new(nouns);
    NOUNS.get(lower)
}

/// The data file of cues that are no verbs.
#[derive(Deserialize, Default)]
struct Phrases {
    nouns: BTreeMap<CueClass, String>,
}

fn nouns() -> BTreeMap<String, Entry> {
    let read: Phrases = toml::from_str(include_str!("../lexicons/reporting_phrases.toml")).unwrap_or_default();
    let mut found = BTreeMap::new();
    for (class, words) in read.nouns {
        for word in words.split_whitespace() {
            let frames = Frames { that: true, ..Frames::default() };
            let base = word.to_string();
            found.insert(base.clone(), Entry { base, particles: Vec::new(), class, frames, prepositions: Vec::new() });
        }
    }
    found
}

/// Whether a word is the past form of a cue and not one in -ed, so that it is surely a verb: "said", "told".
pub fn is_irregular_past(lower: &str) -> bool {
    !lower.ends_with("ed") && lookup(lower).iter().any(|(form, entry)| *form == Form::Past && entry.base != lower)
}

fn forms() -> BTreeMap<String, Vec<(Form, Entry)>> {
    let groups: BTreeMap<String, Group> =
        toml::from_str(include_str!("../lexicons/reporting_verbs.toml")).unwrap_or_default();
    let mut found: BTreeMap<String, Vec<(Form, Entry)>> = BTreeMap::new();
    for group in groups.values() {
        for line in &group.verbs {
            for (word, form, entry) in inflected(line, group.class) {
                let here = found.entry(word).or_default();
                if !here.iter().any(|(f, e)| *f == form && e.base == entry.base && e.particles == entry.particles) {
                    here.push((form, entry));
                }
            }
        }
    }
    found.values_mut().for_each(|cues| cues.sort_by_key(|(_, e)| std::cmp::Reverse(e.particles.len())));
    found
}

/// The forms of one line "base[:past[:participle]] | frames"; a phrase inflects its first word.
fn inflected(line: &str, class: CueClass) -> Vec<(String, Form, Entry)> {
    let Some((verb, frames)) = line.split_once('|') else { return Vec::new() };
    let frames: Vec<&str> = frames.split_whitespace().collect();
    let mut principal = verb.split(':');
    let base_words: Vec<&str> = principal.next().unwrap_or("").split_whitespace().collect();
    let Some((base, particles)) = base_words.split_first() else { return Vec::new() };
    let first = |phrase: &str| phrase.split_whitespace().next().unwrap_or("").to_string();
    let past = principal.next().map_or_else(|| regular_past(base), first);
    let participle = principal.next().map_or_else(|| past.clone(), first);
    let entry = Entry {
        base: (*base).to_string(),
        particles: particles.iter().map(|p| (*p).to_string()).collect(),
        class,
        frames: read_frames(&frames),
        prepositions: PREPOSITIONS.into_iter().filter(|p| frames.contains(p)).collect(),
    };
    let ing = ing(base, &past);
    let mut forms = vec![((*base).to_string(), Form::Base), (third(base), Form::Third), (ing, Form::Ing)];
    forms.push((past.clone(), Form::Past));
    if participle != past {
        forms.push((participle, Form::Past));
    }
    forms.into_iter().map(|(word, form)| (word, form, entry.clone())).collect()
}

fn read_frames(words: &[&str]) -> Frames {
    let has = |name: &str| words.contains(&name);
    Frames {
        quote: has("quote"),
        that: has("that"),
        zero: has("zero"),
        wh: has("wh"),
        to: has("to"),
        whom: has("whom"),
        object: has("object"),
        order: has("order"),
        thing: has("thing"),
        hearer: has("hearer"),
    }
}

fn regular_past(base: &str) -> String {
    match base {
        b if b.ends_with('e') => format!("{b}d"),
        b if ends_consonant_y(b) => format!("{}ied", b.trim_end_matches('y')),
        b => format!("{b}ed"),
    }
}

fn third(base: &str) -> String {
    match base {
        b if ends_consonant_y(b) => format!("{}ies", b.trim_end_matches('y')),
        b if ["s", "sh", "ch", "x", "z", "o"].iter().any(|e| b.ends_with(e)) => format!("{b}es"),
        b => format!("{b}s"),
    }
}

fn ing(base: &str, past: &str) -> String {
    let doubled = base.chars().next_back().map(|c| format!("{base}{c}")).unwrap_or_default();
    match base {
        _ if past == format!("{doubled}ed") => format!("{doubled}ing"),
        "begin" | "put" | "let" | "submit" | "shut" => format!("{doubled}ing"),
        "lie" => "lying".to_string(),
        b if b.ends_with("ee") => format!("{b}ing"),
        b if b.ends_with('e') => format!("{}ing", b.trim_end_matches('e')),
        b => format!("{b}ing"),
    }
}

fn ends_consonant_y(base: &str) -> bool {
    base.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|e| base.ends_with(e))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::model::{Article, Block, BlockKind, CueClass};
    use crate::span::Span;

    #[derive(serde::Deserialize)]
    struct Coded {
        class: CueClass,
        definition: String,
        example: String,
        counter_example: String,
    }

    fn class_of(text: &str) -> Option<CueClass> {
        let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Body };
        let article = Article { text: text.to_string(), blocks: vec![block], ..Article::default() };
        crate::documented(article).quotes.first()?.cue_class
    }

    #[test]
    fn the_codebook_reads_its_own_examples() {
        let groups: BTreeMap<String, Coded> = toml::from_str(include_str!("../lexicons/reporting_verbs.toml")).unwrap();
        for (name, group) in groups {
            assert!(!group.definition.is_empty(), "{name} has no definition");
            assert_eq!(class_of(&group.example), Some(group.class), "{name}: {}", group.example);
            let counter = group.counter_example.split(" (").next().unwrap();
            assert_ne!(class_of(counter), Some(group.class).filter(|c| *c != CueClass::Neutral), "{name}: {counter}");
        }
    }
}
