//! Agency: the same act told so that who acts is shown as subject, behind "by", or not at all.

use super::contrast::{Contrasts, Kind};
use super::phrases::{Agent, VerbGroup};
use super::reading::Reading;
use super::scene::{LONGEST, Scene};
use crate::lexicon;
use crate::model::Dimension;

/// Acts that the two sides of a pair tell in different voices.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (_, a, b) in scene.pairs() {
        let theirs = b.verb_groups();
        for mine in a.verb_groups() {
            let same = theirs.iter().find(|t| base(b, t).is_some_and(|v| Some(v) == base(a, &mine)));
            let Some(same) = same.filter(|t| t.agent != mine.agent && share_a_noun(a, &mine, b, t)) else { continue };
            let act = base(a, &mine).unwrap_or("");
            let target = format!("“{act}”");
            let key = format!("{} {act}", scene.passage(a.id));
            let kind = Kind { dimension: Dimension::Agency, rule: "voice-of-act", key, target: &target };
            let terms = [scene.words(a, &a.clause(&mine, LONGEST)), scene.words(b, &b.clause(same, LONGEST))];
            contrasts.add(kind, terms.into_iter().flatten());
        }
    }
}

/// Verbs whose voice says nothing about who acts.
const NO_ACT: [&str; 8] = ["be", "bear", "expect", "have", "know", "need", "schedule", "set"];

fn base(reading: &Reading, group: &VerbGroup) -> Option<&'static str> {
    if reading.tokens.get(group.words.start).is_some_and(|t| t.lower == "to") {
        return None; // what is to be done is not done yet, and nobody stands beside it
    }
    let verb = reading.tokens.get(group.head).filter(|t| !t.quoted)?;
    lexicon::verb(&verb.lower).map(|(base, _)| base).filter(|b| !NO_ACT.contains(b) && !lexicon::is_stop_word(b))
}

/// Whether what one acts on is what the other says it was done to, so that they tell one act and not two of a kind.
fn share_a_noun(a: &Reading, mine: &VerbGroup, b: &Reading, theirs: &VerbGroup) -> bool {
    let (active, act, passive, done) = match (mine.agent, theirs.agent) {
        (Agent::Subject, _) => (a, mine, b, theirs),
        (_, Agent::Subject) => (b, theirs, a, mine),
        _ => return same_subject(a, mine, b, theirs),
    };
    let (object, subject) =
        (act.head + 1..active.clause(act, LONGEST).end, passive.clause(done, LONGEST).start..done.words.start);
    let (object, subject) = (active.stems(&object), passive.stems(&subject));
    object.iter().any(|s| subject.contains(s))
}

/// Two passives tell one act where the same noun stands before both.
fn same_subject(a: &Reading, mine: &VerbGroup, b: &Reading, theirs: &VerbGroup) -> bool {
    let subject = |r: &Reading, g: &VerbGroup| r.clause(g, LONGEST).start..g.words.start;
    let (one, other) = (a.stems(&subject(a, mine)), b.stems(&subject(b, theirs)));
    one.iter().any(|s| other.contains(s))
}
