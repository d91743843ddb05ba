//! Where two elements of a line meet without a blank, as "Ada Crane" and "4 March" do that a style sheet holds apart.

/// What was passed since the last text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joint {
    /// Nothing that divides.
    #[default]
    None,
    /// An element ended.
    Ended,
    /// An element ended and the next one began.
    Between,
}

impl Joint {
    /// Passes a tag. Raised and lowered figures belong to the word before them.
    pub fn pass(&mut self, name: &str, closes: bool, inline: bool) {
        let divides = inline && !matches!(name, "sub" | "sup" | "wbr");
        *self = match (divides, closes, *self) {
            (true, true, _) => Self::Ended,
            (true, false, Self::Ended | Self::Between) => Self::Between,
            _ => Self::None,
        };
    }

    /// Whether a blank is lost between the text before and the text that follows; either way the place is passed.
    pub fn needs_blank(&mut self, before: &str, text: &str) -> bool {
        let place = *self;
        if !text.is_empty() {
            *self = Self::None;
        }
        let (last, next) = (before.chars().next_back(), text.chars().next());
        place == Self::Between
            && last
                .zip(next)
                .is_some_and(|(last, next)| are_apart(last, next))
    }
}

/// Whether no word goes on from one letter to the other.
fn are_apart(last: char, next: char) -> bool {
    let opens = next.is_uppercase() || next.is_ascii_digit();
    last.is_lowercase() && opens
        || last.is_ascii_digit() && next.is_alphanumeric()
        || ".!?”)".contains(last) && (opens || next == '“')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_is_lost_between_elements_only() {
        let between = |before: &str, text: &str| Joint::Between.needs_blank(before, text);
        assert!(between("Crane", "4 March") && between("2031", "651") && between("quay.", "Photo"));
        assert!(!between("T", "he") && !between("sun", "day") && !between("Crane ", "4"));
        assert!(!Joint::Ended.needs_blank("Crane", "4 March"));
        let mut joint = Joint::default();
        joint.pass("span", true, true);
        joint.pass("sup", false, true);
        assert_eq!(joint, Joint::None);
    }
}
