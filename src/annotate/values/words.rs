//! Number words of English.

/// The value of a number word below a hundred, or of "dozen" and the like.
pub fn unit(word: &str) -> Option<f64> {
    let value = match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    };
    Some(f64::from(value))
}

/// The factor of a scale word: "dozen", "hundred", "million", "bn".
pub fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" | "dozens" => 12.0,
        "score" => 20.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" | "m" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

/// The share that a fraction noun names: "thirds" → 1/3.
pub fn fraction(word: &str) -> Option<f64> {
    Some(match word {
        "half" => 0.5,
        "third" | "thirds" => 1.0 / 3.0,
        "quarter" | "quarters" => 0.25,
        "fifth" | "fifths" => 0.2,
        "tenth" | "tenths" => 0.1,
        _ => return None,
    })
}

/// The value of a number in digits: "1,187", "3.5".
pub fn digits(word: &str) -> Option<f64> {
    let plain = word.replace(',', "");
    let first = plain.chars().next()?;
    (first.is_ascii_digit() && plain.chars().all(|c| c.is_ascii_digit() || c == '.'))
        .then(|| plain.parse().ok())
        .flatten()
}

/// The place that an ordinal in digits names: "117th" → 117. Ordinal words ("first") are seldom figures.
pub fn ordinal(word: &str) -> Option<f64> {
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    digits(bare).filter(|v| v.fract() == 0.0)
}

/// A number with its scale in one word, as it stands behind a currency sign: "4.6m" → 4,600,000.
pub fn short_scaled(word: &str) -> Option<f64> {
    let scales = [
        ("mn", 1e6),
        ("bn", 1e9),
        ("tn", 1e12),
        ("m", 1e6),
        ("b", 1e9),
        ("k", 1e3),
    ];
    let (number, factor) = scales
        .iter()
        .find_map(|(end, factor)| Some((word.strip_suffix(end)?, *factor)))?;
    digits(number).map(|v| (v * factor * 1e3).round() / 1e3)
}

/// Whether a word as printed makes the number behind it part of a name: "Flight 370", "House Bill 12", "No. 10".
pub fn is_numbered(before: &str) -> bool {
    const NUMBERED: [&str; 34] = [
        "Airbus",
        "Amendment",
        "Apollo",
        "Article",
        "Bill",
        "Boeing",
        "Chapter",
        "Channel",
        "Covid",
        "District",
        "Document",
        "Flight",
        "Gate",
        "Group",
        "Highway",
        "Interstate",
        "Item",
        "Level",
        "Line",
        "Measure",
        "No",
        "Number",
        "Page",
        "Phase",
        "Pier",
        "Platform",
        "Precinct",
        "Proposition",
        "Psalm",
        "Radio",
        "Resolution",
        "Room",
        "Route",
        "Section",
    ];
    NUMBERED.contains(&before)
}
