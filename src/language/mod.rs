//! What the program knows of English: words, names, numbers, dates and how they are written.
//!
//! The lists stand in `en`, one commented text file each; a second language is a second folder. The functions beside it
//! answer what the stages ask of a word. What a word is in its sentence is asked of the reading instead.

pub mod bags;
pub mod built_in;
pub mod calendar;
mod causes;
pub mod en;
mod hedges;
mod keys;
mod measures;
pub mod money;
mod nominals;
mod nouns;
pub mod numbers;
mod openers;
mod outlets;
mod patterns;
mod roles;
mod spelling;
mod states;
mod stems;
mod swaps;
mod titles;
mod usual;
mod venues;
mod verbs;
mod words;
mod zones;

pub use causes::opens_cause;
pub use hedges::{Certainty, hedge};
pub use keys::{is_telling, key, uncontracted};
pub use measures::measure;
pub use nominals::act_of;
pub use nouns::{Noun, given_name, is_spelled_like, may_be_one_given_name, noun};
pub use openers::is_opener;
pub use outlets::is_outlet;
pub use patterns::{PATTERNS, Pattern, Patterns};
pub use roles::{Role, role};
pub use spelling::american;
pub use states::{StateWord, state};
pub use stems::{is_stop_word, stem};
pub use swaps::interchangeable;
pub use titles::{Gender, title};
pub use usual::usual_share;
pub use venues::{medium, medium_of_verb, occasion, occasion_of_verb};
pub use verbs::verb_base;
pub use words::{WORDS, WordSets, is_negation};
pub use zones::zone;
