//! The words of the calendar: months, weekdays, small numbers.

use jiff::civil::Weekday;

/// Regular expression of a month name, written out or shortened as style guides do ("Sept.").
pub const MONTH: &str = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)";

/// Regular expression of a weekday, written out or shortened.
pub const WEEKDAY: &str = r"(?:mon(?:day|\.)?|tue(?:s(?:day|\.)?|\.)?|wed(?:nesday|s\.?|\.)?|thu(?:rs?(?:day|\.)?|\.)?|fri(?:day|\.)?|sat(?:urday|\.)?|sun(?:day|\.)?)";

/// Regular expression of a weekday written out; shortened ones are also words ("sun", "wed").
pub const WHOLE_WEEKDAY: &str = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

/// Regular expression of a month written out that is not also a common word.
pub const WHOLE_MONTH: &str =
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)";

/// Regular expression of a small number in words or digits.
pub const COUNT: &str =
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})";

/// Number of the month that a word names.
pub fn month(word: &str) -> Option<i8> {
    const STARTS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = word.get(..3)?.to_lowercase();
    STARTS
        .iter()
        .position(|s| *s == start)
        .and_then(|i| i8::try_from(i + 1).ok())
}

/// The weekday that a word names.
pub fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.get(..3)?.to_lowercase().as_str() {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// The small number that a word names.
pub fn count(word: &str) -> Option<i64> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if word == "a" || word == "an" {
        return Some(1);
    }
    word.parse().ok().or_else(|| {
        WORDS
            .iter()
            .position(|w| *w == word)
            .and_then(|i| i64::try_from(i + 1).ok())
    })
}
