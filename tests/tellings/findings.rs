//! The case table of what articles leave out and what only one has.

use news_coverage::compare::Options;
use news_coverage::model::{ArticleId, Event, FindingKind};

use super::{article, compared};
use news_coverage::{documented, resolve};

/// What each article goes on with: matters that no case touches and that have no word in common.
const REST: [(&str, &str); 3] = [
    (
        "A",
        "The bakery on the corner has sold the same loaf since the war, and its owner sees no reason to change the recipe. \
         Customers queue from six in the morning. Flour has become dearer, yet the price on the slate stays put. An apprentice \
         joined last spring. She kneads by hand because the mixing machine broke years ago and nobody found the spare part. \
         Regulars bring their own bags and gossip about the weather, football and each other while the oven cools. On \
         holidays a second batch of sweet buns goes in at noon and is gone within the hour. The owner wants to retire, but \
         each time a buyer visits he raises the asking sum. His daughter studies chemistry abroad and writes long letters \
         about yeast. Tourists photograph the striped awning and seldom buy anything. A film crew borrowed the shop front for \
         a week and left behind a painted sign that the street has grown fond of.",
    ),
    (
        "B",
        "A choir of retired miners rehearses every Thursday under the gymnasium roof, where echoes flatter the basses. Their \
         conductor, once a surveyor, beats time with a folded ruler. New songs arrive by post from cousins overseas. Tenors \
         are scarce and much courted. Before concerts the singers share ginger tea and complain about stairs. Last autumn \
         they recorded an album in a chapel whose organ wheezes on cold days, and sold enough copies to mend two windows. A \
         grandson films the rehearsals for people in hospital. Anyone may listen from the benches if they keep quiet until \
         the final chord. The oldest member turned ninety in June and still arrives by bicycle, scarf flying, sheet music \
         tied to the rack with string. When asked for the secret of his breath he points at the hill behind the pithead.",
    ),
    (
        "C",
        "Beekeepers compared notes at the village hall and agreed that lime blossom came late this year. Swarms were few. A \
         botanist showed slides of clover and warned against tidy lawns. Children tasted six kinds of honey blindfolded and \
         preferred the cheapest. Someone had built a hive from an old piano, keys included, which hums in a minor scale when \
         the colony is busy. Prizes went to the darkest jar and to the neatest smoker. Afterwards everybody carried chairs, \
         wiped wax off the floor and argued about mites. The treasurer reported a surplus, a rarity greeted with applause. \
         Next month a carpenter will explain how to mend frames without nails. Visitors who fear stings can watch through \
         the kitchen glass, where scones are laid out under gauze and a kettle never stops singing.",
    ),
];

/// The articles of a case; where they are long each goes on with a matter of its own.
pub fn event(case: &str, long: bool) -> Event {
    let marks = REST
        .iter()
        .filter(|(mark, _)| case.lines().any(|l| l.starts_with(&format!("{mark} "))));
    let article = |(mark, rest): &(&str, &str)| match long {
        true => article(&format!("{case}\n{mark} {rest} {rest}"), mark),
        false => article(case, mark),
    };
    let documents = marks.map(|m| documented(article(m)));
    resolve::event(documents.collect())
}

/// "rule | articles it is about | the words", of every finding that is no framing.
fn told(case: &str) -> Vec<String> {
    let event = event(case, !case.lines().any(|l| l == "alone"));
    let found = compared(
        &event,
        &Options {
            unproven: true,
            ..Options::default()
        },
    );
    let letter = |a: &ArticleId| char::from(b'A' + a.0 as u8).to_string();
    let facts = found
        .findings
        .iter()
        .filter(|f| matches!(f.kind, FindingKind::Omission | FindingKind::Addition));
    let lines = facts.map(|f| {
        let who: Vec<String> = f.articles.iter().map(letter).collect();
        let words = f
            .evidence
            .first()
            .map_or("", |e| event.sentence_text(e.sentence));
        format!("{} | {} | {words}", f.rule, who.join(", "))
    });
    lines.collect()
}

/// The cases of the table.
fn table() -> Vec<String> {
    let table = include_str!("../../fixtures/cases/findings.txt");
    let lines: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
    lines
        .join("\n")
        .split("\n\n")
        .map(str::trim)
        .filter(|c| !c.is_empty())
        .map(str::to_string)
        .collect()
}

/// The rules that fire in some case of the table.
pub fn rules() -> Vec<&'static str> {
    let known = || {
        news_coverage::codebook::rules()
            .iter()
            .map(|r| r.name.as_str())
    };
    let told: Vec<String> = table().iter().flat_map(|case| told(case)).collect();
    known()
        .filter(|rule| told.iter().any(|t| t.starts_with(&format!("{rule} |"))))
        .collect()
}

#[test]
fn the_case_table_holds() {
    let mut wrong = Vec::new();
    for case in &table() {
        let wishes: Vec<&str> = case.lines().filter_map(|l| l.strip_prefix("=> ")).collect();
        assert!(!wishes.is_empty(), "malformed case: {case}");
        let got = told(case);
        let holds = |wish: &&str| match wish.strip_prefix("no ") {
            Some(rule) => !got.iter().any(|g| g.starts_with(&format!("{rule} |"))),
            None => got.iter().any(|g| g == wish),
        };
        if !wishes.iter().all(holds) {
            wrong.push(format!("{case}\n  got {got:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
