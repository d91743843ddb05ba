//! Closed word classes → what a token is, as far as a noun phrase or a clause needs it.

use super::lexicon;
use super::tokens::Token;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A determiner or possessive pronoun.
    Determiner,
    /// A pronoun that can be a subject.
    Pronoun,
    /// A pronoun that cannot.
    ObjectPronoun,
    /// A preposition.
    Preposition,
    /// A word that opens a dependent clause.
    Subordinator,
    /// "and", "or", "but".
    Coordinator,
    /// "that".
    That,
    /// "to".
    To,
    /// "what", "how", "why" and "whether".
    Question,
    /// An auxiliary or modal verb, or a contracted one.
    Auxiliary,
    /// An adverb.
    Adverb,
    /// A number.
    Number,
    /// A possessive ending.
    Possessive,
    /// A capitalised word that is a name or a part of one.
    Name,
    /// A word that is surely a finite verb or past participle.
    Verb,
    /// A word in -ing.
    Ing,
    /// Any other word.
    Word,
    /// A quoted passage.
    Quote,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon, dash or bracket.
    Break,
    /// A full stop, question or exclamation mark.
    Stop,
    /// Any other mark.
    Mark,
}

pub use crate::lexicon::is_in_class as is_in;

/// Whether a word is a title that ends with a full stop, as "Mr".
pub fn is_title_abbreviation(word: &str) -> bool {
    const SHORT: [&str; 33] = [
        "Mr", "Mrs", "Ms", "Dr", "Rep", "Reps", "Sen", "Sens", "Gov", "Gen", "Lt", "Col", "Sgt", "Capt", "Cmdr", "Maj",
        "Adm", "Prof", "Rev", "Hon", "St", "Jr", "Sr", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Mt", "No",
        "Pres",
    ];
    SHORT.contains(&word)
}

/// Gives every token its tag; a quoted passage and punctuation keep theirs.
pub fn tag(text: &str, tokens: &mut [Token]) {
    let mut opens = true;
    for i in 0..tokens.len() {
        let tagged = tokens.get(i).map(|t| {
            if t.tag != Tag::Word {
                return t.tag;
            }
            let previous = i.checked_sub(1).and_then(|p| tokens.get(p));
            word_tag(text, t, previous, tokens.get(i + 1), opens)
        });
        if let (Some(token), Some(tag)) = (tokens.get_mut(i), tagged) {
            token.tag = tag;
            opens = matches!(tag, Tag::Stop | Tag::Colon) || opens && !token.is_word() && tag != Tag::Quote;
        }
    }
}

fn word_tag(text: &str, token: &Token, previous: Option<&Token>, next: Option<&Token>, opens: bool) -> Tag {
    let lower = token.lower.trim_end_matches('.');
    if lower == "'s" {
        let verb = previous.is_some_and(|p| matches!(p.tag, Tag::Pronoun | Tag::That | Tag::Question));
        return if verb { Tag::Auxiliary } else { Tag::Possessive };
    }
    let acronym = token.span.of(text).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && lower.len() > 1;
    if acronym && lower != "i" && !opens {
        return Tag::Name;
    }
    // "one survivor", but "one said".
    if lower == "one" && next.is_some_and(|n| crate::lexicon::role(&n.lower).is_some()) {
        return Tag::Determiner;
    }
    if let Some(tag) = closed(lower, previous) {
        let part_of_name = token.capital && !opens && !matches!(tag, Tag::Pronoun | Tag::Auxiliary);
        let in_title_case = previous.is_some_and(|p| p.capital);
        if !(part_of_name && in_title_case && tag == Tag::Subordinator) {
            return tag;
        }
    }
    if lower.starts_with(|c: char| c.is_ascii_digit() || c == '$' || c == '€' || c == '£') {
        return Tag::Number;
    }
    if token.capital && opens && opens_participle(lower, next) {
        return Tag::Ing;
    }
    if token.capital && !(opens && (is_in("adverbs", lower) || lower.ends_with("ly"))) {
        return Tag::Name;
    }
    open_class(lower)
}

/// "Speaking on Tuesday, …": a participle that opens the sentence, told by the function word behind it.
fn opens_participle(lower: &str, next: Option<&Token>) -> bool {
    let governs = next.is_some_and(|n| {
        ["prepositions", "determiners", "object_pronouns"].iter().any(|class| is_in(class, &n.lower))
            || matches!(n.lower.as_str(), "to" | "that")
    });
    lower.len() > 4 && lower.ends_with("ing") && governs
}

fn closed(lower: &str, previous: Option<&Token>) -> Option<Tag> {
    let after_noun = previous.is_some_and(|p| matches!(p.tag, Tag::Name | Tag::Word | Tag::Comma));
    Some(match lower {
        "that" => Tag::That,
        "to" => Tag::To,
        "what" | "how" | "why" | "whether" => Tag::Question,
        "her" => Tag::Determiner,
        "who" | "which" | "whom" if after_noun => Tag::Pronoun,
        _ if is_in("subject_pronouns", lower) => Tag::Pronoun,
        _ if is_in("object_pronouns", lower) => Tag::ObjectPronoun,
        _ if is_in("relative_pronouns", lower) => Tag::Pronoun,
        _ if is_in("determiners", lower) => Tag::Determiner,
        _ if is_in("coordinators", lower) => Tag::Coordinator,
        _ if is_in("auxiliaries", lower) => Tag::Auxiliary,
        _ if is_in("subordinators", lower) => Tag::Subordinator,
        _ if is_in("prepositions", lower) => Tag::Preposition,
        _ => return None,
    })
}

fn open_class(lower: &str) -> Tag {
    match lower {
        _ if is_in("adverbs", lower) => Tag::Adverb,
        _ if is_in("irregular_past", lower) || is_in("present_verbs", lower) => Tag::Verb,
        _ if lexicon::is_irregular_past(lower) => Tag::Verb,
        _ if lower.len() > 4
            && lower.ends_with("ly")
            && ![
                "family", "only", "early", "daily", "ally", "assembly", "reply", "likely", "elderly", "friendly",
                "italy", "july",
            ]
            .contains(&lower) =>
        {
            Tag::Adverb
        }
        _ if lower.len() > 4 && lower.ends_with("ing") => Tag::Ing,
        _ if lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed") => Tag::Verb,
        _ => Tag::Word,
    }
}
