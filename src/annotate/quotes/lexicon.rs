//! The reporting cues of the data files, by their dictionary form.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::built_in::Words;
use crate::language::{WORDS, en};
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
    /// Whatever stands after it.
    pub object: bool,
    /// Somebody and what they are to do.
    pub order: bool,
    /// It needs a hearer, and so never stands before its subject.
    pub hearer: bool,
}

/// One cue with its class and frames.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The dictionary form of its verb or noun.
    pub base: String,
    /// The words after the first, which do not inflect.
    pub particles: Vec<String>,
    /// What it does to the words.
    pub class: CueClass,
    /// What may follow.
    pub frames: Frames,
    /// Prepositions after which its words stand.
    pub prepositions: Vec<&'static str>,
}

impl Entry {
    /// What may follow the same cue by the line of another group may follow it too.
    fn take_up(&mut self, other: &Entry) {
        let (own, more) = (&mut self.frames, other.frames);
        own.quote |= more.quote;
        own.that |= more.that;
        own.zero |= more.zero;
        own.wh |= more.wh;
        own.to |= more.to;
        own.whom |= more.whom;
        own.object |= more.object;
        own.order |= more.order;
        own.hearer |= more.hearer;
        let own = &mut self.prepositions;
        own.extend(
            other
                .prepositions
                .iter()
                .filter(|p| !own.contains(p))
                .copied()
                .collect::<Vec<_>>(),
        );
    }
}

#[derive(Deserialize)]
struct Group {
    class: CueClass,
    verbs: Vec<String>,
}

/// The data file of cues that are no verbs.
#[derive(Deserialize)]
struct Phrases {
    nouns: BTreeMap<CueClass, Words>,
    unowned: Words,
    labels: Words,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| en::REPORTING_NOUNS.table());
static VERBS: LazyLock<BTreeMap<String, Vec<Entry>>> = LazyLock::new(read_verbs);
static NOUNS: LazyLock<BTreeMap<String, Entry>> = LazyLock::new(read_nouns);

/// The cues whose verb has this dictionary form, those with most particles first.
pub fn verbs(lemma: &str) -> &'static [Entry] {
    VERBS.get(lemma).map_or(&[], Vec::as_slice)
}

/// The cue that a noun for an act of speech is: "claim", "warning".
pub fn noun(lemma: &str) -> Option<&'static Entry> {
    NOUNS.get(lemma)
}

/// Whether a noun names nothing but an act of speech, so that it gives somebody's words even where nobody is named.
pub fn needs_no_owner(lemma: &str) -> bool {
    PHRASES.unowned.contains(lemma)
}

/// Whether a noun may stand before a colon for who says what follows: "Police: Driver fled".
pub fn is_label(lemma: &str) -> bool {
    PHRASES.labels.contains(lemma)
}

/// The cue "according to".
pub fn according_to() -> &'static Entry {
    static ACCORDING: LazyLock<Entry> = LazyLock::new(|| Entry {
        base: "according".to_string(),
        particles: vec!["to".to_string()],
        class: CueClass::Neutral,
        frames: Frames::default(),
        prepositions: Vec::new(),
    });
    &ACCORDING
}

fn read_nouns() -> BTreeMap<String, Entry> {
    let mut found = BTreeMap::new();
    for (&class, words) in &PHRASES.nouns {
        for word in words.iter() {
            let frames = Frames {
                that: true,
                ..Frames::default()
            };
            let base = word.to_string();
            found.insert(
                base.clone(),
                Entry {
                    base,
                    particles: Vec::new(),
                    class,
                    frames,
                    prepositions: Vec::new(),
                },
            );
        }
    }
    found
}

fn read_verbs() -> BTreeMap<String, Vec<Entry>> {
    let groups: BTreeMap<String, Group> = en::REPORTING_VERBS.table();
    let mut found: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for entry in groups.values().flat_map(|group| {
        group
            .verbs
            .iter()
            .filter_map(|line| entry(line, group.class))
    }) {
        let here = found.entry(entry.base.clone()).or_default();
        match here
            .iter_mut()
            .find(|other| other.particles == entry.particles)
        {
            Some(other) => other.take_up(&entry),
            None => here.push(entry),
        }
    }
    found
        .values_mut()
        .for_each(|cues| cues.sort_by_key(|entry| std::cmp::Reverse(entry.particles.len())));
    found
}

/// The cue of one line "verb particles | frames".
fn entry(line: &str, class: CueClass) -> Option<Entry> {
    let (verb, frames) = line.split_once('|')?;
    let frames: Vec<&str> = frames.split_whitespace().collect();
    let mut words = verb.split_whitespace().map(str::to_string);
    Some(Entry {
        base: words.next()?,
        particles: words.collect(),
        class,
        frames: read_frames(&frames),
        prepositions: WORDS
            .before_words
            .iter()
            .filter(|p| frames.contains(p))
            .collect(),
    })
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
        hearer: has("hearer"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::model::{Article, CueClass};

    #[derive(serde::Deserialize)]
    struct Coded {
        class: CueClass,
        definition: String,
        example: String,
        counter_example: String,
    }

    fn class_of(text: &str) -> Option<CueClass> {
        let article = Article::of_body(text);
        crate::documented(article).quotes.first()?.cue_class
    }

    #[test]
    fn the_codebook_reads_its_own_examples() {
        let groups: BTreeMap<String, Coded> = crate::language::en::REPORTING_VERBS.table();
        for (name, group) in groups {
            assert!(!group.definition.is_empty(), "{name} has no definition");
            assert_eq!(
                class_of(&group.example),
                Some(group.class),
                "{name}: {}",
                group.example
            );
            let counter = group.counter_example.split(" (").next().unwrap();
            assert_ne!(
                class_of(counter),
                Some(group.class).filter(|c| *c != CueClass::Neutral),
                "{name}: {counter}"
            );
        }
    }
}
