//! Two linked sentences → the values that fill one place in both.

use crate::language;
use crate::model::{Agreement, Document, End, Period, Reading, Slot, Value};

/// Each value of one sentence with the one of the other that answers it; each is in one slot at most. What agrees is found
/// first, so that two values which cannot both be true are held against each other only where neither has its like in the
/// other sentence.
pub fn filled(a: &End, b: &End) -> Vec<Slot> {
    let (ours, theirs) = (values(a), values(b));
    let mut slots: Vec<Slot> = Vec::new();
    for wanted in [Agreement::Same, Agreement::Compatible, Agreement::Conflict] {
        for (i, x) in ours.iter().enumerate() {
            for (j, y) in theirs.iter().enumerate() {
                let taken = slots.iter().any(|slot| slot.a == i || slot.b == j);
                if taken || agreement(x, y) != wanted {
                    continue;
                }
                let same_act = is_of_one_act((a, x), (b, y));
                slots.push(Slot {
                    a: i,
                    b: j,
                    agreement: wanted,
                    same_act,
                });
            }
        }
    }
    slots
}

fn values<'a>(end: &'a End) -> &'a [Value] {
    end.document.values_in(end.sentence.index)
}

/// How two values stand to each other; days only where both are told as finely.
fn agreement(x: &Value, y: &Value) -> Agreement {
    match (&x.quantity, &y.quantity, &x.period, &y.period) {
        (Some(p), Some(q), ..) => p.agreement(q),
        (None, None, Some(p), Some(q)) => of_days((x, p), (y, q)),
        _ => Agreement::Unrelated,
    }
}

fn of_days((x, p): (&Value, &Period), (y, q): (&Value, &Period)) -> Agreement {
    let fine = |v: &Value| v.normal.split('-').count();
    let apart = p.last < q.first || q.last < p.first;
    match (p == q, apart) {
        (true, _) => Agreement::Same,
        (false, false) => Agreement::Compatible,
        (false, true) if fine(x) == fine(y) => Agreement::Conflict,
        (false, true) => Agreement::Unrelated,
    }
}

/// Whether two values belong to acts of one verb, or of two that stand for one another.
fn is_of_one_act((a, x): (&End, &Value), (b, y): (&End, &Value)) -> bool {
    let verb = |end: &End, value: &Value| {
        let reading = reading(end.document, value)?;
        let head = reading.head_of(value.span)?;
        let act = reading
            .above(head)
            .find_map(|above| reading.act_of(above))?;
        Some(reading.token(act.verb)?.lemma.to_string())
    };
    let verbs = verb(a, x).zip(verb(b, y));
    verbs.is_some_and(|(one, other)| language::interchangeable(&one, &other))
}

fn reading<'a>(document: &'a Document, value: &Value) -> Option<&'a Reading> {
    let sentence = document.sentences.get(value.sentence as usize)?;
    Some(&sentence.reading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, SentenceId};

    /// How the values of two sentences answer each other, and whether in one act.
    fn between(a: &str, b: &str) -> Vec<(Agreement, bool)> {
        let documents = [a, b].map(|text| crate::documented(Article::of_body(text)));
        let [a, b] = documents.each_ref().map(|document| End {
            sentence: SentenceId::default(),
            document,
            words: Vec::new().into(),
        });
        let slots = filled(&a, &b);
        slots.iter().map(|s| (s.agreement, s.same_act)).collect()
    }

    #[test]
    fn two_values_of_one_act_conflict_and_what_agrees_comes_first() {
        assert_eq!(
            between("Orr earns $400,000 a year.", "She earns $350,000 there."),
            [(Agreement::Conflict, true)]
        );
        assert_eq!(
            between(
                "Orr earns $400,000 a year.",
                "Vane owes $350,000 and Orr earns $400,000."
            ),
            [(Agreement::Same, true)]
        );
        assert_eq!(
            between(
                "Orr earns $400,000 a year.",
                "Her house burned with $350,000 in it."
            ),
            [(Agreement::Conflict, false)]
        );
    }
}
