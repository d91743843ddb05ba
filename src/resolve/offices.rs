//! What a title, an apposition or a role phrase says somebody does.

use crate::language::{self, StateWord};
use crate::model::EntityKind;

/// An office: the noun with what stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The role noun as printed, lower case: "premier".
    pub noun: String,
    /// The office it stands for: "prime-minister".
    pub office: &'static str,
    /// Person, organization or group.
    pub kind: EntityKind,
    /// The state it belongs to, where the words name one.
    pub state: Option<&'static str>,
    /// The other words before the noun, lower case: "harbour" of "the harbour minister".
    pub qualifiers: Vec<String>,
}

/// Offices that take a qualifier to name: (qualifier, noun, office).
const COMPOUND: [(&str, &str, &str); 8] = [
    ("chief", "diplomat", "foreign-minister"),
    ("foreign", "minister", "foreign-minister"),
    ("foreign", "secretary", "foreign-minister"),
    ("prime", "minister", "prime-minister"),
    ("top", "diplomat", "foreign-minister"),
    ("vice", "president", "vice-president"),
    ("vice", "chairman", "vice-chairperson"),
    ("deputy", "mayor", "deputy-mayor"),
];

/// Words before a role noun that do not tell offices apart.
const EMPTY: [&str; 24] = [
    "a", "acting", "an", "and", "current", "former", "her", "his", "its", "long", "longtime",
    "new", "of", "old", "our", "own", "retired", "senior", "that", "the", "their", "then", "this",
    "veteran",
];

/// Roles that need somebody they are a role to.
const RELATIONAL: [&str; 20] = [
    "adviser",
    "aide",
    "ally",
    "brother",
    "counterpart",
    "daughter",
    "father",
    "friend",
    "husband",
    "mother",
    "neighbor",
    "neighbour",
    "predecessor",
    "rival",
    "sister",
    "son",
    "successor",
    "widow",
    "widower",
    "wife",
];

impl Office {
    /// The office that some words name; none where they hold no role noun.
    pub fn read(words: &str) -> Option<Office> {
        let words: Vec<&str> = words
            .split(|c: char| c.is_whitespace() || c == '-' || c == ',')
            .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
            .map(|w| {
                w.strip_suffix("’s")
                    .or_else(|| w.strip_suffix("'s"))
                    .unwrap_or(w)
            })
            .filter(|w| !w.is_empty())
            .collect();
        let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        let of = lower.iter().position(|w| w == "of").unwrap_or(lower.len());
        let head = (0..of)
            .rev()
            .find(|&i| role(lower.get(i).map_or("", |w| w)).is_some())?;
        let noun = lower.get(head)?.clone();
        let (kind, office) = role(&noun)?;
        let before = lower.get(..head)?;
        let compound = COMPOUND
            .iter()
            .find(|(q, n, _)| *n == noun && before.iter().any(|w| w == q));
        let state = state_in(words.get(..head)?).or_else(|| state_in(words.get(head + 1..)?));
        let plain = |w: &&String| !EMPTY.contains(&w.as_str());
        let stateless = before
            .iter()
            .zip(&words)
            .filter(|(_, w)| language::state(w).is_none())
            .map(|(l, _)| l);
        Some(Office {
            office: compound.map_or(office, |(_, _, o)| o),
            kind,
            state,
            qualifiers: stateless.filter(plain).cloned().collect(),
            noun,
        })
    }

    /// Whether the role stands to somebody and so does not tell who it is by itself: "his father", "her counterpart".
    pub fn is_relational(&self) -> bool {
        RELATIONAL.contains(&self.noun.as_str())
    }

    /// Whether both name the same state.
    pub fn same_state(&self, held: &Office) -> bool {
        self.state.is_some() && self.state == held.state
    }

    /// Whether a role phrase can point at a holder of `held`.
    pub fn points_at(&self, held: &Office) -> bool {
        let nation = match (self.state, held.state) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let noun = self.office == held.office
            || (self.noun == held.noun && self.is_bare() && !held.is_deputy());
        let known = |q: &String| held.qualifiers.contains(q) || held.qualifiers.is_empty();
        nation
            && noun
            && (self.office == held.office && self.office != self.noun
                || self.qualifiers.iter().all(known))
    }

    /// A deputy is never called by the office alone.
    fn is_deputy(&self) -> bool {
        self.office.starts_with("vice-") || self.office.starts_with("deputy-")
    }

    fn is_bare(&self) -> bool {
        self.qualifiers.is_empty()
    }
}

/// Kind and office of a role noun; nouns that are only titles ("Dr") are none.
fn role(noun: &str) -> Option<(EntityKind, &'static str)> {
    let spelled = ABBREVIATED
        .iter()
        .find(|(short, _)| *short == noun)
        .map_or(noun, |(_, long)| long);
    language::role(spelled).map(|r| (r.kind, r.office))
}

/// Titles as they stand before names, spelled out.
const ABBREVIATED: [(&str, &str); 9] = [
    ("capt", "captain"),
    ("col", "colonel"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
];

fn state_in(words: &[&str]) -> Option<&'static str> {
    let pairs = words.windows(2).map(|w| w.join(" "));
    let long = pairs
        .filter_map(|p| language::state(&p))
        .map(|(s, _)| s)
        .next();
    long.or_else(|| {
        let named = words.iter().filter_map(|w| language::state(w));
        named
            .filter(|(_, k)| matches!(k, StateWord::Demonym | StateWord::Name | StateWord::Seat))
            .map(|(s, _)| s)
            .next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_points_at_the_holder_of_its_office() {
        let held = Office::read("Finnish Foreign Minister").unwrap();
        for (words, fits) in [
            ("the minister", true),
            ("the Finnish minister", true),
            ("Helsinki’s top diplomat", true),
            ("the foreign minister", true),
            ("the Swedish foreign minister", false),
            ("the finance minister", false),
            ("the prime minister", false),
            ("the president", false),
        ] {
            assert_eq!(
                Office::read(words).unwrap().points_at(&held),
                fits,
                "{words}"
            );
        }
    }
}
