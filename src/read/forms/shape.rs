//! The shape of a word: "McCoy" → "XxXxx", "1,250" → "d,ddd".

/// From how many characters on all words have one shape.
const LONG: usize = 100;

/// How often one sign of a shape may stand in a row.
const LONGEST_RUN: usize = 4;

/// The shape of a word: X for capitals, x for other letters, d for digits, other characters as they are.
pub fn shape(word: &str) -> String {
    if word.chars().nth(LONG - 1).is_some() {
        return "LONG".to_string();
    }
    let (mut out, mut last, mut run) = (String::with_capacity(word.len()), None, 0);
    for sign in word.chars().map(sign) {
        run = if last == Some(sign) { run + 1 } else { 1 };
        last = Some(sign);
        if run <= LONGEST_RUN {
            out.push(sign);
        }
    }
    out
}

fn sign(character: char) -> char {
    match character {
        c if is_letter(c) => {
            if c.is_uppercase() {
                'X'
            } else {
                'x'
            }
        }
        c if is_digit(c) => 'd',
        c => c,
    }
}

/// Whether a character is a letter; Roman numerals are none. Vowel signs and circled letters, which English has not, are
/// letters here and none in the original.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() && !character.is_numeric()
}

/// Whether a character is a digit, raised, lowered and circled ones included; fractions and tens are none.
fn is_digit(character: char) -> bool {
    match character {
        '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '①'..='⑨' => true,
        '¼'..='¾' | '⅐'..='ↈ' | '⑩'..='⓿' | '❿' | '〇'..='\u{a000}' => false,
        c => c.is_numeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn shapes_keep_case_digits_and_marks_and_cut_runs() {
        let shapes = ["McCoy", "1,250", "Ministers", "U.S.", "£5m", "½", "m²", "Ⅳ"].map(shape);
        assert_eq!(
            shapes,
            ["XxXxx", "d,ddd", "Xxxxx", "X.X.", "£dx", "½", "xd", "Ⅳ"]
        );
        assert_eq!(shape(&"a".repeat(100)), "LONG");
    }
}
