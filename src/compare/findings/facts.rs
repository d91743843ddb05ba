//! Facts → findings: what an article leaves out, what only one tells.
//!
//! Clauses of one sentence that stand alike are one finding, worded by the whole sentence: a reader wants to know once
//! that a sentence is missing.

use std::collections::BTreeMap;

use crate::compare::phrases::{list, named, quoted};
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::model::{
    ArticleId, BlockKind, Event, Excerpt, Fact, Finding, FindingKind, Grade, Reference, Refutation,
    Rejection, SentenceId,
};

/// The rules of this file.
const ABSENT: &str = "absent";
const ONLY_HERE: &str = "only-here";

/// Origins that must carry a fact before its absence elsewhere tells something.
const CARRIED: usize = 2;

/// Facts that make one finding, by the sentence they stand in and the articles it is about.
type Groups<'a> = BTreeMap<(SentenceId, Vec<ArticleId>), Vec<(usize, &'a Fact)>>;

/// Telling words a sentence needs for a reader to miss it: shorter ones lead to what comes next ("He sees a bigger issue
/// at work") or end what came before. Of the additions without a link to another article that readers judged, those with
/// fewer were worth saying in two of three.
const TELLING: usize = 10;

/// That some articles lack what more of the others say, or with a base that it lacks what any other says; only where
/// nothing speaks against it.
pub fn omissions(
    event: &Event,
    articles: &Articles,
    facts: &[Fact],
    base: Option<ArticleId>,
) -> Vec<Finding> {
    let mut groups: Groups = BTreeMap::new();
    for (index, fact) in facts.iter().enumerate() {
        let Some(home) = home(fact).filter(|id| is_telling(event, articles, *id)) else {
            continue;
        };
        let wanted = fact.missing.keys().copied();
        let wanted = wanted.filter(|a| base.is_none_or(|b| b == *a));
        let lacking: Vec<ArticleId> = wanted.filter(|a| lacks(event, fact, *a)).collect();
        let tellers = tellers(fact).len();
        let by_most = fact.origins >= CARRIED && tellers >= CARRIED && tellers > lacking.len();
        let concrete =
            articles.is_concrete(home, &lacking) || articles.is_concrete_quotation(home, &lacking);
        if concrete && (base.is_some() || by_most) && !lacking.is_empty() {
            groups
                .entry((home, lacking))
                .or_default()
                .push((index, fact));
        }
    }
    groups
        .into_iter()
        .filter_map(|((home, lacking), group)| omission(event, home, lacking, &group))
        .collect()
}

fn omission(
    event: &Event,
    home: SentenceId,
    lacking: Vec<ArticleId>,
    group: &[(usize, &Fact)],
) -> Option<Finding> {
    let (_, leading) = most_salient(group)?;
    let statement = opened(whole(event, home));
    let who = named(event, lacking.iter().copied());
    let whole = list(&named(event, [home.article]));
    let mut vouching = tellers(leading);
    vouching.retain(|a| *a != home.article);
    let others = named(event, vouching.iter().copied());
    let tell = match others.as_slice() {
        [] => format!("{whole} says"),
        partly => format!("{whole} and, at least in part, {} say", list(partly)),
    };
    Some(Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{} {} out what {tell}: {}",
            list(&who),
            if who.len() == 1 { "leaves" } else { "leave" },
            quoted(&statement)
        ),
        articles: lacking,
        about: group.iter().map(|(i, _)| Reference::Fact(*i)).collect(),
        evidence: evidence(leading, &[&[home.article][..], &vouching].concat()),
        salience: leading.salience,
        // Against a base, what one other article alone says was judged as that.
        rule: if others.is_empty() { ONLY_HERE } else { ABSENT },
        ..Finding::default()
    })
}

/// Share of a statement that an article must have to be named as telling it. Of 28 omissions that readers judged, those
/// vouched for by a second article with less were right in 7 of 17, with more in 9 of 11; the second mostly says a part only, and is
/// named so.
const TOLD: f64 = 0.55;

/// The articles that tell most of what a fact's statement says; one that only touches it does not vouch for it.
fn tellers(fact: &Fact) -> Vec<ArticleId> {
    let tells = fact
        .support
        .iter()
        .filter(|(_, told)| told.iter().any(|s| s.share >= TOLD));
    tells.map(|(article, _)| *article).collect()
}

/// Whether a sentence says enough to be worth a line: a statement with [`TELLING`] words or more.
fn is_telling(event: &Event, articles: &Articles, id: SentenceId) -> bool {
    let (text, sentence) = (event.sentence_text(id), event.sentence(id));
    let body = sentence.is_some_and(|s| s.kind == BlockKind::Body);
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 2);
    let telling = words
        .map(str::to_lowercase)
        .filter(|w| !crate::language::is_stop_word(w));
    let alone = event
        .document(id.article)
        .is_some_and(|d| standing::is_understood_alone(d, id.index))
        && articles.known.covers(id);
    body && alone
        && !text.contains('?')
        && telling.collect::<std::collections::BTreeSet<_>>().len() >= TELLING
}

/// Whether an article has nothing that answers to a fact, and could have had it: it is not of an earlier day than the one
/// whose words tell it.
fn lacks(event: &Event, fact: &Fact, article: ArticleId) -> bool {
    let missing = fact.missing.get(&article);
    let home = event.document(fact.home.sentence.article);
    let earlier = event
        .document(article)
        .zip(home)
        .is_some_and(|(document, home)| standing::is_earlier(document, home));
    missing.is_some_and(|m| m.grade == Grade::Absent) && !earlier
}

/// That only one article says something, where nothing in any other speaks against it; with a base, only the
/// base's own.
pub fn additions(
    event: &Event,
    articles: &Articles,
    facts: &[Fact],
    base: Option<ArticleId>,
) -> Vec<Finding> {
    let mut groups: BTreeMap<SentenceId, Vec<(usize, &Fact)>> = BTreeMap::new();
    for (index, fact) in facts.iter().enumerate() {
        let Some(home) = home(fact).filter(|id| is_telling(event, articles, *id)) else {
            continue;
        };
        let others: Vec<ArticleId> = fact.missing.keys().copied().collect();
        let concrete =
            articles.is_concrete(home, &others) || articles.is_concrete_quotation(home, &others);
        let alone = concrete
            && fact.support.len() == 1
            && !fact.missing.is_empty()
            && fact.missing.keys().all(|a| lacks(event, fact, *a));
        if alone && base.is_none_or(|b| b == home.article) {
            groups.entry(home).or_default().push((index, fact));
        }
    }
    groups
        .into_iter()
        .filter_map(|(home, group)| addition(event, home, &group))
        .collect()
}

fn addition(event: &Event, home: SentenceId, group: &[(usize, &Fact)]) -> Option<Finding> {
    let (_, leading) = most_salient(group)?;
    let who = list(&named(event, [home.article]));
    let told = quoted(&opened(whole(event, home)));
    Some(Finding {
        kind: FindingKind::Addition,
        summary: format!("Only {who} says: {told}"),
        articles: vec![home.article],
        about: group.iter().map(|(i, _)| Reference::Fact(*i)).collect(),
        evidence: evidence(leading, &[home.article]),
        salience: leading.salience,
        rule: ONLY_HERE,
        ..Finding::default()
    })
}

/// What the articles refute of all that could be told as missing: every fact that is understood alone, with each article that
/// no passage links to it and in which something answers to it.
pub fn rejected(event: &Event, articles: &Articles, facts: &[Fact]) -> Vec<Rejection> {
    let mut all: Vec<Rejection> = Vec::new();
    for fact in facts {
        let Some(home) = home(fact).filter(|id| is_telling(event, articles, *id)) else {
            continue;
        };
        let rule = if fact.support.len() == 1 {
            ONLY_HERE
        } else {
            ABSENT
        };
        let told = || fact.support.values().flatten();
        all.extend(fact.missing.iter().filter_map(|(&article, missing)| {
            let told = told().map(|s| s.excerpt.sentence);
            let answer = || articles.answer_to_any(told.clone(), article);
            let refutation = match missing.grade {
                Grade::OutOfScope => Some(Refutation::OutOfScope),
                _ => answer(),
            }?;
            Some(Rejection {
                rule,
                home: event.excerpt(home)?,
                article,
                refutation,
            })
        }));
    }
    all.sort_by_key(|r| (r.home, r.article, r.rule));
    all.dedup_by_key(|r| (r.home, r.article, r.rule));
    all
}

/// The sentence whose words a fact is worded in: the first place of the article that tells it first.
fn home(fact: &Fact) -> Option<SentenceId> {
    fact.support
        .values()
        .flatten()
        .filter(|s| s.share >= 1.0)
        .map(|s| s.excerpt.sentence)
        .min()
}

fn most_salient<'a>(group: &[(usize, &'a Fact)]) -> Option<(usize, &'a Fact)> {
    group.iter().copied().reduce(|best, next| {
        if next.1.salience > best.1.salience {
            next
        } else {
            best
        }
    })
}

/// A sentence without the dateline before it.
fn whole(event: &Event, home: SentenceId) -> &str {
    let text = event.sentence_text(home);
    event
        .document(home.article)
        .map_or(text, |d| standing::without_dateline(d, text))
}

/// A statement without the "But" or "And" that ties it to a sentence a reader does not see.
fn opened(statement: &str) -> String {
    let rest = ["But ", "And ", "Meanwhile, ", "However, "]
        .iter()
        .find_map(|tie| statement.strip_prefix(tie));
    let mut letters = rest.unwrap_or(statement).chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Where the articles that a sentence names tell most of a fact, the first place of two alike.
fn evidence(fact: &Fact, named: &[ArticleId]) -> Vec<Excerpt> {
    let told = fact.support.iter().filter(|(a, _)| named.contains(a));
    let most = told.filter_map(|(_, told)| {
        let best = told.iter().rev().max_by(|x, y| x.share.total_cmp(&y.share));
        best.map(|support| support.excerpt)
    });
    most.collect()
}
