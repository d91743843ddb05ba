//! One person or body, two names.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::pair::Pair;
use crate::lexicon;
use crate::model::{
    ArticleId, Discrepancy, DiscrepancyKind, DisputedValue, EntityKind, Event, Excerpt, Mention, MentionKind,
    SentenceId,
};

/// The forms of one name by article: how often it stands there and where first.
type Forms = BTreeMap<ArticleId, BTreeMap<String, (usize, Excerpt)>>;

/// Letters that may differ in all words of a name for it to be a misspelling of the other; of those linked by the same
/// story one more than in a single slip, since two words of one name are often both mistaken.
const SLIPS: usize = 3;

/// Names printed differently by different articles.
pub fn find(event: &Event, pairs: &[Pair]) -> Vec<Discrepancy> {
    let mut found = mistaken(event, pairs);
    found.extend(given_names(event));
    found.extend(spellings(event));
    found
}

fn mentions(event: &Event) -> impl Iterator<Item = (ArticleId, &crate::model::Document, &Mention)> {
    let all = event.articles().flat_map(|(a, d)| d.mentions.iter().map(move |m| (a, d, m)));
    all.filter(|(_, _, m)| m.kind == MentionKind::Name)
}

fn excerpt(article: ArticleId, mention: &Mention) -> Excerpt {
    Excerpt { sentence: SentenceId { article, index: mention.sentence }, span: mention.core }
}

/// Persons whose given name each of two articles prints in another form throughout: "Liz" and "Elizabeth".
fn given_names(event: &Event) -> Vec<Discrepancy> {
    let mut people: BTreeMap<u32, Forms> = BTreeMap::new();
    for (article, document, mention) in mentions(event) {
        let Some(id) = mention.entity else { continue };
        let person = event.entities.get(id.0 as usize).is_some_and(|e| e.kind == EntityKind::Person);
        let words: Vec<&str> = document.text(mention.core).split_whitespace().collect();
        let given = words
            .first()
            .filter(|_| person && words.len() > 1)
            .filter(|w| !is_initial(w) && lexicon::title(&w.to_lowercase()).is_none());
        let Some(given) = given else { continue };
        let forms = people.entry(id.0).or_default().entry(article).or_default();
        let given: String = given.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
        forms.entry(given).or_insert((0, excerpt(article, mention))).0 += 1;
    }
    people.into_values().filter_map(|forms| contrast(forms, "given-name")).collect()
}

fn is_initial(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() < 2 || word.ends_with('.')
}

/// Bodies and places that differ in hyphens, spaces or capitals inside: "Wal-Mart" and "Walmart".
fn spellings(event: &Event) -> Vec<Discrepancy> {
    let mut names: BTreeMap<String, Forms> = BTreeMap::new();
    for (article, document, mention) in mentions(event) {
        let printed = document.text(mention.core).replace(['’', '\'', '.', '[', ']', '(', ')', '“', '”', '"'], "");
        let bare = lexicon::stem(&printed).is_empty();
        let letters: String = printed.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if bare || letters.len() < 5 {
            continue;
        }
        let shown = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let forms = names.entry(letters).or_default().entry(article).or_default();
        forms.entry(shown).or_insert((0, excerpt(article, mention))).0 += 1;
    }
    let lower = |forms: &Forms| {
        forms.values().flat_map(|f| f.keys()).map(|k| k.to_lowercase()).collect::<std::collections::BTreeSet<_>>()
    };
    names.into_values().filter(|forms| lower(forms).len() > 1).filter_map(|f| contrast(f, "name-spelling")).collect()
}

/// The form each article prints most often, where these differ between articles.
fn contrast(forms: Forms, rule: &'static str) -> Option<Discrepancy> {
    let mut values: Vec<DisputedValue> = Vec::new();
    let mut sides: Vec<String> = Vec::new();
    for printed in forms.into_values() {
        let usual = printed.into_iter().reduce(|best, next| if next.1.0 > best.1.0 { next } else { best });
        let Some((form, (_, excerpt))) = usual else { continue };
        let key = form.to_lowercase();
        let side = sides.iter().position(|s| *s == key).unwrap_or(sides.len());
        if side == sides.len() {
            sides.push(key);
        }
        values.push(DisputedValue { excerpt, value: form, side });
    }
    let differ = sides.len() > 1;
    differ.then(|| Discrepancy { kind: DiscrepancyKind::Name, about: "name".to_string(), values, rule })
}

/// Two persons of two articles, neither in the other's, in linked sentences, with names a few letters apart.
fn mistaken(event: &Event, pairs: &[Pair]) -> Vec<Discrepancy> {
    let names = FullNames::of(event);
    let mut judged: HashSet<(&str, &str)> = HashSet::new();
    let mut found = Vec::new();
    for pair in pairs {
        let (ours, theirs) = (names.of_sentence(pair.a.id), names.of_sentence(pair.b.id));
        for (x, y) in ours.iter().flat_map(|x| theirs.iter().map(move |y| (x, y))) {
            let apart = !names.stand_in(&x.0, pair.b.id.article) && !names.stand_in(&y.0, pair.a.id.article);
            if !apart || !judged.insert((&x.0, &y.0)) || !slip(&x.0, &y.0) {
                continue;
            }
            let value = |(name, excerpt): &(String, Excerpt), side| DisputedValue {
                excerpt: *excerpt,
                value: name.clone(),
                side,
            };
            let (kind, about, values) = (DiscrepancyKind::Name, "name".to_string(), vec![value(x, 0), value(y, 1)]);
            found.push(Discrepancy { kind, about, values, rule: "name-misspelt" });
        }
    }
    found
}

/// Names of more than one word, by sentence, and every name by article.
#[derive(Default)]
struct FullNames {
    by_sentence: HashMap<SentenceId, Vec<(String, Excerpt)>>,
    by_article: HashSet<(ArticleId, String)>,
}

impl FullNames {
    fn of(event: &Event) -> Self {
        let letters = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '’' | '\'');
        let mut names = Self::default();
        for (article, document, mention) in mentions(event) {
            let printed = document.text(mention.core);
            let name: String = printed.chars().filter(letters).map(|c| if c == '’' { '\'' } else { c }).collect();
            names.by_article.insert((article, name.clone()));
            if printed.split_whitespace().count() > 1 {
                let excerpt = excerpt(article, mention);
                names.by_sentence.entry(excerpt.sentence).or_default().push((name, excerpt));
            }
        }
        names
    }

    fn of_sentence(&self, id: SentenceId) -> &[(String, Excerpt)] {
        self.by_sentence.get(&id).map_or(&[], Vec::as_slice)
    }

    fn stand_in(&self, name: &str, article: ArticleId) -> bool {
        self.by_article.contains(&(article, name.to_string()))
    }
}

/// Whether two names of as many words differ in few letters, each word beginning alike.
fn slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    if american(&a) == american(&b) || x.len() != y.len() {
        return false;
    }
    let alike = |p: &str, q: &str| p.chars().next() == q.chars().next() && distance(p, q) <= 2;
    let far: usize = x.iter().zip(&y).map(|(p, q)| distance(p, q)).sum();
    x.iter().zip(&y).all(|(p, q)| alike(p, q)) && far <= SLIPS
}

/// British and American spellings of a name made alike: "Harbour", "Harbor".
fn american(name: &str) -> String {
    [("our", "or"), ("tre", "ter"), ("ise", "ize"), ("isation", "ization"), ("defence", "defense")]
        .iter()
        .fold(name.to_string(), |name, (british, american)| name.replace(british, american))
}

/// Letters to insert, delete or replace to make one word of the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let get = |r: &[usize], k: usize| r.get(k).copied().unwrap_or(usize::MAX - 1);
            let cost = get(&row, j) + usize::from(x != *y);
            next.push(cost.min(get(&row, j + 1) + 1).min(get(&next, j) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_told_from_other_names() {
        assert!(slip("Hanna Lisk", "Hannah Lisk"));
        assert!(slip("Henrik Sayle", "Henry Sale"));
        assert!(!slip("Hanna Lisk", "Hanna Lisk"));
        assert!(!slip("Anna Lisk", "Hanna Lisk"));
        assert!(!slip("Tom Reeve", "Tim Marlow"));
    }
}
