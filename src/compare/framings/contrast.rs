//! Pairs of terms → contrasts between sources: pairs about the same thing join, terms stand once, one sentence tells it.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::Scene;
use crate::compare::phrases::{list, quoted};
use crate::lexicon;
use crate::model::{ArticleId, Dimension, Framing, Term};

/// Terms that one source shows of one contrast at most.
const SHOWN: usize = 4;

/// Reporting verbs that one source shows of one speaker at most: they are single words, and a source uses many.
const VERBS_SHOWN: usize = 6;

/// Rules that look at the form of two phrases only. Where a rule that knows their words shows the same contrast, they
/// add nothing.
const BY_FORM: [&str; 4] = ["modifier", "head-noun", "act-verb", "label-counted"];

/// A contrast in the making.
#[derive(Clone, Debug)]
struct Draft {
    dimension: Dimension,
    rule: &'static str,
    target: String,
    terms: BTreeMap<ArticleId, Vec<Term>>,
    places: BTreeMap<ArticleId, f64>,
}

/// Contrasts in the making, by what makes two pairs the same contrast.
#[derive(Default)]
pub struct Contrasts {
    drafts: BTreeMap<String, Draft>,
}

/// What a contrast is: its dimension, its rule, what tells it from others of that rule, and what it is about.
pub struct Kind<'a> {
    /// In what way the sources differ.
    pub dimension: Dimension,
    /// The rule that fired.
    pub rule: &'static str,
    /// Pairs of one key are one contrast.
    pub key: String,
    /// What is presented.
    pub target: &'a str,
}

impl Contrasts {
    /// Adds terms to the contrast they belong to.
    pub fn add(&mut self, kind: Kind, terms: impl IntoIterator<Item = Term>) {
        let draft = self.drafts.entry(format!("{}\u{1f}{}", kind.rule, kind.key)).or_insert_with(|| Draft {
            dimension: kind.dimension,
            rule: kind.rule,
            target: kind.target.to_string(),
            terms: BTreeMap::new(),
            places: BTreeMap::new(),
        });
        for term in terms {
            let here = draft.terms.entry(term.excerpt.sentence.article).or_default();
            let verb = |t: &Term| lexicon::stem(t.term.split(' ').next().unwrap_or(""));
            let swap = draft.dimension == Dimension::AttributionVerb;
            let same = |t: &Term| {
                plain(&t.term) == plain(&term.term)
                    || (swap && verb(t) == verb(&term))
                    || (t.excerpt.sentence == term.excerpt.sentence && t.excerpt.span.overlaps(term.excerpt.span))
            };
            if !here.iter().any(same) {
                here.push(term);
            }
        }
    }

    /// Adds terms with the share of the article's words before each.
    pub fn add_placed(&mut self, kind: Kind, terms: Vec<(Term, f64)>) {
        let key = format!("{}\u{1f}{}", kind.rule, kind.key);
        let places: Vec<(ArticleId, f64)> = terms.iter().map(|(t, p)| (t.excerpt.sentence.article, *p)).collect();
        self.add(kind, terms.into_iter().map(|(t, _)| t));
        if let Some(draft) = self.drafts.get_mut(&key) {
            draft.places.extend(places);
        }
    }

    /// The finished contrasts: between at least two sources, of which at least two do not say the same.
    pub fn finish(self, scene: &Scene) -> Vec<Framing> {
        let drafts = joined(self.drafts.into_values().collect());
        let told: Vec<bool> = drafts.iter().map(|d| shown_elsewhere(d, &drafts)).collect();
        let kept = drafts.into_iter().zip(told).filter(|(_, told)| !told).map(|(d, _)| d);
        kept.filter_map(|d| framing(scene, d)).collect()
    }
}

/// Whether a contrast of form is shown by one that knows the words: words of two sources at least stand in it too.
fn shown_elsewhere(draft: &Draft, all: &[Draft]) -> bool {
    let holds = |other: &Draft, article: &ArticleId, terms: &[Term]| {
        let known = other.terms.get(article).map(Vec::as_slice).unwrap_or_default();
        let meets = |t: &Term| {
            let same = |k: &Term| k.excerpt.sentence == t.excerpt.sentence && k.excerpt.span.overlaps(t.excerpt.span);
            known.iter().any(|k| same(k) || plain(&k.term) == plain(&t.term))
        };
        terms.iter().any(meets)
    };
    let by_words = all.iter().filter(|o| {
        let kin = matches!(o.dimension, Dimension::Labelling | Dimension::Evaluative | Dimension::Hedging);
        let agency = o.dimension == Dimension::Agency || o.dimension == Dimension::AttributionVerb;
        let head = o.rule == "headline-verbs";
        !BY_FORM.contains(&o.rule) && (kin || (agency || head) && draft.rule == "act-verb")
    });
    let covers = |o: &Draft| draft.terms.iter().filter(|(a, terms)| holds(o, a, terms)).count() >= 2;
    BY_FORM.contains(&draft.rule) && by_words.into_iter().any(covers)
}

/// Drafts of one rule and target that show the same words are one contrast, found by way of several pairs.
fn joined(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts {
        let (same, others): (Vec<Draft>, Vec<Draft>) = kept.into_iter().partition(|k| shares(k, &draft));
        kept = others;
        let mut whole = same.into_iter();
        match whole.next() {
            None => kept.push(draft),
            Some(first) => kept.push(whole.chain([draft]).fold(first, merged)),
        }
    }
    kept
}

/// Whether two drafts show a word of one source alike, or, of matters named by a list, one term of any source.
fn shares(one: &Draft, other: &Draft) -> bool {
    let named = one.rule == "label-word";
    let terms = |d: &Draft| d.terms.values().flatten().cloned().collect::<Vec<Term>>();
    one.rule == other.rule
        && one.target == other.target
        && terms(one).iter().any(|t| {
            let same = |o: &Term| o.excerpt == t.excerpt || named && plain(&o.term) == plain(&t.term);
            terms(other).iter().any(same)
        })
}

fn merged(mut one: Draft, other: Draft) -> Draft {
    for (article, terms) in other.terms {
        let here = one.terms.entry(article).or_default();
        let new = terms.into_iter().filter(|t| !here.iter().any(|h| plain(&h.term) == plain(&t.term)));
        let new: Vec<Term> = new.collect();
        here.extend(new);
    }
    one
}

/// A term without case, marks and determiner, to tell whether two are the same words.
pub fn plain(term: &str) -> String {
    let words = term.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase);
    let kept: Vec<String> = words.filter(|w| !["a", "an", "the", "s"].contains(&w.as_str())).collect();
    kept.join(" ")
}

fn framing(scene: &Scene, mut draft: Draft) -> Option<Framing> {
    let shown = if draft.dimension == Dimension::AttributionVerb { VERBS_SHOWN } else { SHOWN };
    draft.terms.values_mut().for_each(|terms| terms.truncate(shown));
    let said: Vec<BTreeSet<String>> =
        draft.terms.values().map(|terms| terms.iter().map(|t| words_of(&draft, t)).collect()).collect();
    let differ = said.iter().enumerate().any(|(i, a)| said.iter().skip(i + 1).any(|b| a.is_disjoint(b)));
    let moved = draft.dimension == Dimension::Placement;
    if said.len() < 2 || !(differ || moved) {
        return None;
    }
    let note = note(scene, &draft);
    Some(Framing { dimension: draft.dimension, target: draft.target, per_source: draft.terms, note, rule: draft.rule })
}

/// What makes two terms the same choice: the words, and of scare quotes the marks too.
fn words_of(draft: &Draft, term: &Term) -> String {
    if in_marks(draft, term) { format!("“{}”", plain(&term.term)) } else { plain(&term.term) }
}

fn in_marks(draft: &Draft, term: &Term) -> bool {
    draft.dimension == Dimension::ScareQuotes && term.term.starts_with(['"', '\'', '“', '‘', '«'])
}

/// The contrast in one sentence; sources that say the same stand together.
fn note(scene: &Scene, draft: &Draft) -> String {
    let mut sides: Vec<(BTreeSet<String>, Vec<String>, Vec<String>)> = Vec::new();
    for (&article, terms) in &draft.terms {
        let said: BTreeSet<String> = terms.iter().map(|t| words_of(draft, t)).collect();
        let outlet = scene.outlet(article).to_string();
        match sides.iter_mut().find(|(other, _, _)| *other == said) {
            Some((_, outlets, _)) if draft.places.is_empty() => outlets.push(outlet),
            _ => {
                let place = draft.places.get(&article).map(|p| format!(" at {:.0} %", p * 100.0)).unwrap_or_default();
                let marks = |t: &Term| if in_marks(draft, t) { " in quotation marks" } else { "" };
                let terms = terms.iter().map(|t| format!("{}{}{place}", quoted(&t.term), marks(t)));
                sides.push((said, vec![outlet], terms.collect()));
            }
        }
    }
    let told: Vec<String> =
        sides.iter().map(|(_, outlets, terms)| format!("{} in {}", list(terms), list(outlets))).collect();
    format!("{}: {}.", opening(draft), told.join("; "))
}

fn opening(draft: &Draft) -> String {
    let target = &draft.target;
    match draft.rule {
        "act-verb" => return format!("Different verbs with {target}"),
        "modifier" => return format!("Different words before {target}"),
        "clause-beside" => return format!("What is said of {target}"),
        "background" => return format!("Background {target} here and not there"),
        "headline-body" => return format!("A headline over a text with {target}"),
        "headline-verbs" => return "What the headlines report".to_string(),
        _ => {}
    }
    match draft.dimension {
        Dimension::Labelling => format!("Different names for {target}"),
        Dimension::AttributionVerb => format!("Different reporting verbs for {target}"),
        Dimension::Hedging => format!("How sure {target} sounds"),
        Dimension::Evaluative => format!("Judging words on {target}"),
        Dimension::ScareQuotes => format!("Quotation marks round {target}"),
        Dimension::Agency => format!("Who is shown to act in {target}"),
        Dimension::Headline => "The headlines".to_string(),
        Dimension::Lead => "The first sentences".to_string(),
        Dimension::Placement => format!("High and low: {target}"),
        Dimension::Context => format!("Cause and circumstance of {target}"),
        Dimension::Category => format!("Words of the category {target}"),
    }
}
