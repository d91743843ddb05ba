//! Shared knowledge: lists that more than one stage needs, each in a commented text file beside this one.

mod causes;
mod classes;
mod hedges;
mod nominals;
mod nouns;
mod openers;
mod roles;
mod states;
mod swaps;
mod titles;
mod verbs;
mod words;

pub use causes::opens_cause;
pub use classes::{is_in_class, is_negation};
pub use hedges::{Certainty, hedge};
pub use nominals::act_of;
pub use nouns::{Noun, given_name, noun};
pub use openers::is_opener;
pub use roles::{Role, role};
pub use states::{StateWord, state};
pub use swaps::interchangeable;
pub use titles::{Gender, title};
pub use verbs::{VerbForm, verb};
pub use words::{is_stop_word, stem};

/// The lines of a list that are not comments or empty.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}
