//! Date phrases: the case table, and that any text is safe.

use jiff::civil::Date;
use news_coverage::dates;
use proptest::prelude::*;

#[test]
fn phrases_mean_the_days_of_the_table() {
    let table = include_str!("../fixtures/cases/dates.txt");
    for (number, line) in table
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.trim().is_empty())
    {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [anchor, phrase, days] = cells[..] else {
            panic!("line {}: three cells wanted: {line}", number + 1)
        };
        let anchor: Option<Date> = (anchor != "-").then(|| anchor.parse().unwrap());
        let found = dates::resolve(phrase, anchor).map_or("-".to_string(), |d| d.to_string());
        assert_eq!(found, days, "line {}: {line}", number + 1);
    }
}

#[test]
fn phrases_are_found_in_running_text() {
    let text = "She may march on Tuesday, two days after the vote of March 3, 2031; in May 12,000 came yesterday evening.";
    let found: Vec<&str> = dates::phrases(text)
        .into_iter()
        .map(|s| s.of(text))
        .collect();
    assert_eq!(
        found,
        ["Tuesday", "March 3, 2031", "in May", "yesterday evening"]
    );
    let text = "It was sold in March 2019, closed until December 1 and sold again in March.";
    let found: Vec<&str> = dates::phrases(text)
        .into_iter()
        .map(|s| s.of(text))
        .collect();
    assert_eq!(found, ["March 2019", "December 1", "in March"]);
}

proptest! {
    #[test]
    fn any_text_is_safe(text in "\\PC{0,80}", year in 1i16..9999) {
        for span in dates::phrases(&text) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
        let _ = dates::resolve(&text, Date::new(year, 12, 31).ok());
    }
}
