//! The case tables of phrases, acts and clauses: `fixtures/cases/{readings,clauses}.txt`.

use news_coverage::documented;
use news_coverage::model::{
    Act, Article, Block, BlockKind, Certainty, Clause, ClauseKind, Reading,
};
use news_coverage::read;
use news_coverage::span::Span;

#[test]
fn sentences_are_divided_as_the_table_says() {
    let table = include_str!("../../fixtures/cases/clauses.txt");
    let cases: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    assert!(cases.len() >= 20);
    let divided: Vec<String> = cases
        .iter()
        .map(|case| divided(&case.replace(" | ", " ")))
        .collect();
    let wrong = cases
        .iter()
        .zip(&divided)
        .filter(|(case, divided)| case != divided);
    let wrong: Vec<String> = wrong
        .map(|(case, divided)| format!("want {case}\n got {divided}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A sentence with " | " between its parts.
fn divided(sentence: &str) -> String {
    let block = Block {
        span: Span::new(0, sentence.len()),
        kind: BlockKind::Body,
    };
    let document = documented(Article {
        text: sentence.to_string(),
        blocks: vec![block],
        ..Article::default()
    });
    let parts = document
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.clauses);
    parts
        .map(|part| document.text(*part))
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn sentences_say_what_the_table_says() {
    let table = include_str!("../../fixtures/cases/readings.txt");
    let lines: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let text = lines.join("\n");
    let cases: Vec<&str> = text
        .split("\n\n")
        .map(str::trim)
        .filter(|case| !case.is_empty())
        .collect();
    assert!(cases.len() >= 25);
    let told: Vec<String> = cases
        .iter()
        .map(|case| told(case.lines().next().unwrap_or(case)))
        .collect();
    let wrong = cases.iter().zip(&told).filter(|(case, told)| case != told);
    let wrong: Vec<String> = wrong
        .map(|(case, told)| format!("want {case}\n got {told}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A sentence as a case of the table.
fn told(sentence: &str) -> String {
    let reading = read::sentences(sentence, &[Span::new(0, sentence.len())]).swap_remove(0);
    let told = Told {
        sentence,
        reading: &reading,
    };
    let phrases: Vec<String> = reading
        .phrases
        .iter()
        .map(|phrase| told.words(&phrase.tokens))
        .collect();
    let mut lines = vec![
        sentence.to_string(),
        format!("phrases {}", phrases.join(" | ")),
    ];
    lines.extend(reading.acts.iter().map(|act| told.act(act)));
    lines.extend(reading.clauses.iter().map(|clause| told.clause(clause)));
    lines.join("\n")
}

struct Told<'a> {
    sentence: &'a str,
    reading: &'a Reading,
}

impl Told<'_> {
    fn words(&self, tokens: &std::ops::Range<u32>) -> String {
        self.reading
            .span(tokens)
            .unwrap()
            .of(self.sentence)
            .to_string()
    }

    fn word(&self, token: u32) -> String {
        self.words(&(token..token + 1))
    }

    /// "act agent | verb | patient | everything else".
    fn act(&self, act: &Act) -> String {
        let named = |token: Option<u32>| token.map_or("-".to_string(), |token| self.word(token));
        let verb: Vec<String> = act
            .auxiliaries
            .iter()
            .chain([&act.verb])
            .map(|&token| self.word(token))
            .collect();
        let mut line = format!(
            "act {} | {} | {}",
            named(act.agent),
            verb.join(" "),
            named(act.patient)
        );
        let roles = [
            ("to", act.recipient),
            ("is", act.predicate),
            ("that", act.complement),
        ];
        let once = roles
            .iter()
            .filter_map(|(role, token)| Some((*role, (*token)?)));
        let when = act.times.iter().map(|&token| ("when", token));
        let places = act.places.iter().map(|&token| ("where", token));
        let others: Vec<String> = once
            .chain(when)
            .chain(places)
            .map(|(role, token)| format!("{role} {}", self.word(token)))
            .collect();
        let flags = [(act.passive, "passive"), (act.negated, "negated")];
        let flags = flags
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, flag)| flag.to_string());
        let certainty = match act.certainty {
            Certainty::Plain => None,
            other => Some(format!("{other:?}").to_lowercase()),
        };
        for other in others.into_iter().chain(flags).chain(certainty) {
            line += &format!(" | {other}");
        }
        line
    }

    /// "clause kind | subject | its words".
    fn clause(&self, clause: &Clause) -> String {
        let kind = match clause.kind {
            ClauseKind::Main => "main",
            ClauseKind::Coordinated => "coordinated",
            ClauseKind::Complement => "complement",
            ClauseKind::Relative => "relative",
            ClauseKind::Adverbial => "adverbial",
        };
        let subject = clause
            .subject
            .map_or("-".to_string(), |subject| self.word(subject));
        format!("clause {kind} | {subject} | {}", self.words(&clause.tokens))
    }
}
