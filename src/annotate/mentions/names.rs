//! Proper names: runs of capitalised words, with the titles before them and the description behind them.

use super::capitals::{Capitals, bare, follows_break, is_capitalised, is_title_case};
use crate::lexicon::{self, StateWord};
use crate::model::{BlockKind, Document, EntityKind, Mention, MentionKind, Sentence};
use crate::span::Span;

/// Small words inside personal names.
const PARTICLES: [&str; 16] =
    ["al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "van", "von"];

/// Words before "of" that go on with a name: "Ministry of Justice".
const OF_HEADS: [&str; 58] = [
    "academy",
    "alliance",
    "archbishop",
    "army",
    "association",
    "bank",
    "bishop",
    "board",
    "brotherhood",
    "bureau",
    "center",
    "centre",
    "chamber",
    "church",
    "city",
    "coalition",
    "college",
    "commission",
    "committee",
    "confederation",
    "conference",
    "congregation",
    "congress",
    "convention",
    "council",
    "court",
    "department",
    "diocese",
    "duchess",
    "duke",
    "earl",
    "faculty",
    "federation",
    "fellowship",
    "friends",
    "guild",
    "gulf",
    "house",
    "institute",
    "isle",
    "journal",
    "kingdom",
    "league",
    "minister",
    "ministry",
    "museum",
    "office",
    "order",
    "party",
    "prince",
    "republic",
    "school",
    "secretary",
    "sisters",
    "society",
    "states",
    "union",
    "university",
];

/// Months, days and the like: capitalised, but nobody's name.
const CALENDAR: [&str; 31] = [
    "apr",
    "april",
    "aug",
    "august",
    "christmas",
    "dec",
    "december",
    "easter",
    "feb",
    "february",
    "friday",
    "i",
    "jan",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "nov",
    "november",
    "oct",
    "october",
    "ramadan",
    "saturday",
    "sept",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// What ministers and secretaries are of: after "Secretary of" or "Minister of" it belongs to the title.
const PORTFOLIOS: [&str; 34] = [
    "affairs",
    "agriculture",
    "commerce",
    "culture",
    "defence",
    "defense",
    "development",
    "economy",
    "education",
    "energy",
    "environment",
    "finance",
    "fisheries",
    "foreign",
    "health",
    "home",
    "housing",
    "immigration",
    "industry",
    "information",
    "interior",
    "internal",
    "justice",
    "labor",
    "labour",
    "police",
    "security",
    "sport",
    "state",
    "tourism",
    "trade",
    "transport",
    "transportation",
    "treasury",
];

/// The names in one sentence.
pub fn find(document: &Document, index: usize, capitals: &Capitals) -> Vec<Mention> {
    let Some(sentence) = document.sentences.get(index) else { return Vec::new() };
    let runs = Runs { document, sentence, capitals, any_case: is_title_case(document, sentence) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let end = runs.end(at);
        if end > at {
            runs.mentions(at, end, index, &mut found);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

struct Runs<'a> {
    document: &'a Document,
    sentence: &'a Sentence,
    capitals: &'a Capitals,
    /// A heading in title case, where capitals mean nothing.
    any_case: bool,
}

impl<'a> Runs<'a> {
    fn word(&self, i: usize) -> &'a str {
        self.sentence.words.get(i).map_or("", |&w| self.document.text(w))
    }

    fn lower(&self, i: usize) -> String {
        bare(self.word(i)).to_lowercase()
    }

    fn gap(&self, i: usize) -> &'a str {
        let words = &self.sentence.words;
        match (words.get(i), words.get(i + 1)) {
            (Some(a), Some(b)) => self.document.article.text.get(a.end..b.start).unwrap_or(""),
            _ => "",
        }
    }

    /// Whether the word at `i` can be part of a name.
    fn is_part(&self, i: usize) -> bool {
        let word = bare(self.word(i));
        if !self.can_be_part(i) {
            return false;
        }
        let known = self.capitals.is_name(word) || lexicon::state(word).is_some();
        if self.any_case || self.sentence.kind == BlockKind::Headline {
            return known;
        }
        let opens = i == 0 || follows_break(self.document, self.sentence, i);
        !opens || known || (!self.capitals.is_common(word) && self.opens_name(i))
    }

    /// Whether a word has the form of a name's part, wherever it stands; "D" of "(D-Tarn)" is a party.
    fn can_be_part(&self, i: usize) -> bool {
        let word = bare(self.word(i));
        let stem = word.split(['’', '\'']).next().unwrap_or(word).to_lowercase();
        let party = word.len() == 1 && self.gap(i) == "-";
        is_capitalised(word)
            && !party
            && !CALENDAR.contains(&stem.as_str())
            && !CALENDAR.contains(&word.to_lowercase().as_str())
    }

    /// Whether a capitalised word that opens a sentence goes on as a name: "Ada Crane left", not "Leaving Norway".
    fn opens_name(&self, i: usize) -> bool {
        let word = self.lower(i);
        let next = bare(self.word(i + 1));
        let verb = ["ing", "ly", "ed"].iter().any(|ending| word.ends_with(ending));
        let title = lexicon::title(&word).is_some() || lexicon::state(bare(self.word(i))).is_some();
        let free = !lexicon::is_opener(&word) && !verb && (title || lexicon::state(next).is_none());
        free && joins(self.gap(i), self.word(i)) && self.can_be_part(i + 1)
    }

    /// Whether a group in the possessive goes on as the name of its body: "Harbour Workers' Union", "People's Party".
    fn owns_body(&self, i: usize) -> bool {
        const GROUPS: [&str; 5] = ["children", "men", "people", "women", "workers"];
        let word = self.word(i).replace('’', "'").to_lowercase();
        let mark = self.gap(i).trim();
        let plural = word.ends_with("s'") || word.ends_with('s') && matches!(mark, "'" | "’");
        let group = plural || word.strip_suffix("'s").is_some_and(|stem| GROUPS.contains(&stem));
        let next = bare(self.word(i + 1));
        let body = lexicon::role(&next.to_lowercase()).is_some_and(|r| r.kind == EntityKind::Organization);
        group && is_capitalised(next) && body && (mark.is_empty() || plural)
    }

    /// Where the run of name words that starts at `at` ends; `at` itself where none starts.
    fn end(&self, at: usize) -> usize {
        if !self.is_part(at) {
            return at;
        }
        let mut end = at + 1;
        loop {
            let before = end - 1;
            let possessive = bare(self.word(before)).len() < self.word(before).len();
            if self.owns_body(before) {
                end += 1;
                continue;
            }
            if possessive || !joins(self.gap(before), self.word(before)) {
                return end;
            }
            let inside = !self.any_case && self.sentence.kind != BlockKind::Headline;
            if (inside && self.can_be_part(end)) || self.is_part(end) {
                end += 1;
                continue;
            }
            let step = self.connector(before, end);
            if step == 0 {
                return end;
            }
            end += step;
        }
    }

    /// Words to take over a small word inside a name: "Ministry of Justice", "Ludwig van Aken".
    fn connector(&self, before: usize, i: usize) -> usize {
        let word = self.lower(i);
        let head = self.lower(before);
        let joined = joins(self.gap(i), self.word(i));
        let second = self.lower(i + 1);
        if PARTICLES.contains(&word.as_str()) && joined && self.is_part(i + 1) {
            2
        } else if (word == "of" || word == "for") && OF_HEADS.contains(&head.as_str()) && joined {
            if self.is_part(i + 1) {
                2
            } else if second == "the" && self.is_part(i + 2) {
                3
            } else {
                0
            }
        } else {
            0
        }
    }

    /// Divides a run into titles and name, and adds what it holds.
    fn mentions(&self, at: usize, end: usize, index: usize, found: &mut Vec<Mention>) {
        let last_title = (at..end).rev().find(|&i| self.is_title(i, end));
        let core_at = match last_title {
            Some(t) => match self.behind_portfolio(t + 1, end) {
                behind if behind == end => at, // the run is an office itself: "the Foreign Minister"
                behind => behind,
            },
            None => self.skip_demonyms(at, end),
        };
        let Some(core) = self.span(core_at, end) else { return };
        let title_at = self.title_start(at.min(core_at), core_at);
        let Some(span) = self.span(title_at, end) else { return };
        let office = last_title.is_some() && core_at == at;
        let kind = if office { MentionKind::Role } else { MentionKind::Name };
        let apposition = if office { None } else { self.apposition(end) };
        found.push(Mention { sentence: index as u32, span, core, apposition, kind, entity: None });
    }

    /// Skips what a title is of: "of State" in "Secretary of State Ada Crane".
    fn behind_portfolio(&self, at: usize, end: usize) -> usize {
        if self.lower(at) != "of" {
            return at;
        }
        let small = |w: &str| matches!(w, "the" | "and");
        let mut i = at + 1;
        while i < end && (PORTFOLIOS.contains(&self.lower(i).as_str()) || small(&self.lower(i))) {
            i += 1;
        }
        if i == at + 1 { at } else { i }
    }

    /// Whether the word at `i` is a title, or a role that stands before the rest of a name: "Harbour Pilot Ada Crane".
    fn is_title(&self, i: usize, end: usize) -> bool {
        let word = self.lower(i);
        let role = || lexicon::role(&word).is_some_and(|r| r.kind == EntityKind::Person);
        lexicon::title(&word).is_some() || (i + 2 < end && role())
    }

    /// Demonyms before a name of two words or more are not part of it: "Finnish Ilmari Aho".
    fn skip_demonyms(&self, at: usize, end: usize) -> usize {
        let demonym = |i| lexicon::state(self.word(i)).is_some_and(|(_, k)| k == StateWord::Demonym);
        let body = (at..end).any(|i| lexicon::role(&self.lower(i)).is_some());
        if end - at >= 3 && demonym(at) && !body { at + 1 } else { at }
    }

    /// Where the titles and roles in lower case before a name start: "harbour union leader Ada Crane".
    fn title_start(&self, at: usize, core_at: usize) -> usize {
        if at < core_at {
            return at;
        }
        let mut start = at;
        while start > 0 && self.gap(start - 1) == " " {
            let word = self.lower(start - 1);
            let possessive = bare(self.word(start - 1)).len() < self.word(start - 1).len();
            let person = !possessive && (lexicon::role(&word).is_some() || lexicon::title(&word).is_some());
            if !(person || (start < at && matches!(word.as_str(), "former" | "then" | "acting" | "deputy" | "vice"))) {
                break;
            }
            start -= 1;
        }
        start
    }

    fn span(&self, at: usize, end: usize) -> Option<Span> {
        let first = self.sentence.words.get(at)?;
        let last = self.sentence.words.get(end.checked_sub(1)?)?;
        let word = self.document.text(*last);
        Some(Span::new(first.start, last.end - (word.len() - bare(word).len())))
    }

    /// A description behind a name, between commas: "Ada Crane, who leads the dockers' union, said".
    fn apposition(&self, end: usize) -> Option<Span> {
        let last = self.sentence.words.get(end.checked_sub(1)?)?;
        let text = self.document.article.text.get(last.end..self.sentence.span.end)?;
        let rest = text.strip_prefix(", ")?;
        let start = last.end + 2;
        let stop = rest.find([',', ';', '.', '“', '"', '(']).filter(|&i| i <= APPOSITION_BYTES)?;
        let words = rest.get(..stop)?.trim_end();
        let opens = words.split(' ').next().unwrap_or("").to_lowercase();
        let noun = words.split(' ').any(|w| lexicon::role(&bare(w).to_lowercase()).is_some());
        let verb = ["said", "says", "told", "who", "which", "where", "when", "and", "but", "in", "on"];
        (noun && !verb.contains(&opens.as_str())).then(|| Span::new(start, start + words.len()))
    }
}

/// An apposition longer than this is more likely a clause; about fifteen words.
const APPOSITION_BYTES: usize = 90;

/// Whether two words with this between them can belong to one name.
fn joins(gap: &str, before: &str) -> bool {
    match gap {
        " " | "-" | "\u{a0}" | " & " | "] " => true,
        ". " => before.chars().count() == 1 || lexicon::title(&before.to_lowercase()).is_some(),
        _ => false,
    }
}
