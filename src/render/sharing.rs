//! How much of the articles' words a report may carry when it is passed on.

use crate::report::{ArticleEntry, ChangeEntry, Report};

/// Limits on quoted text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Most words quoted in a row; whole articles are left out then.
    pub words: Option<usize>,
    /// Whether the articles themselves are left out.
    pub without_text: bool,
}

impl Sharing {
    /// Whether the articles stay at home.
    pub fn leaves_out(self) -> bool {
        self.words.is_some() || self.without_text
    }

    /// The report within these limits; offsets stay, so that whoever has the articles finds every place.
    pub fn apply(self, mut report: Report) -> Report {
        if !self.leaves_out() {
            return report;
        }
        for article in &mut report.articles {
            empty(article);
        }
        if let Some(words) = self.words {
            shorten(&mut report, words);
        }
        report
    }
}

/// Leaves the head of an article: who published what when, and where its sentences stand.
fn empty(article: &mut ArticleEntry) {
    article.text.clear();
    article.sentences.iter_mut().for_each(|s| s.text.clear());
    article.boilerplate.iter_mut().for_each(|b| b.text.clear());
}

fn shorten(report: &mut Report, words: usize) {
    let cut = |text: &mut String| *text = first_words(text, words);
    report
        .articles
        .iter_mut()
        .flat_map(|a| &mut a.corrections)
        .for_each(cut);
    report.reuse.iter_mut().for_each(|r| cut(&mut r.longest));
    report
        .alignments
        .iter_mut()
        .filter_map(|a| a.evidence.shared_words.as_mut())
        .for_each(cut);
    report.facts.iter_mut().for_each(|f| cut(&mut f.statement));
    report.facts.iter_mut().for_each(|f| cut(&mut f.home.text));
    report
        .discrepancies
        .iter_mut()
        .flat_map(|d| &mut d.values)
        .for_each(|v| cut(&mut v.text));
    report.quotes.iter_mut().for_each(|q| cut(&mut q.text));
    report
        .framings
        .iter_mut()
        .flat_map(|f| f.per_source.values_mut())
        .flatten()
        .for_each(|t| cut(&mut t.term));
    report
        .framings
        .iter_mut()
        .for_each(|f| f.note = quoted_words(&f.note, words));
    for finding in &mut report.findings {
        finding.summary = quoted_words(&finding.summary, words);
        finding.evidence.iter_mut().for_each(|e| cut(&mut e.text));
    }
    for utterance in &mut report.utterances {
        for member in &mut utterance.members {
            run_of_words(&mut member.changes, words);
        }
    }
}

/// A word-level difference quotes in a row from its first word to its last.
fn run_of_words(changes: &mut Vec<ChangeEntry>, words: usize) {
    let mut left = words;
    changes.retain_mut(|change| {
        if left == 0 {
            return false;
        }
        let count = change.text.split_whitespace().count();
        change.text = first_words(&change.text, left);
        left = left.saturating_sub(count);
        true
    });
}

/// The first words, with an ellipsis where there are more.
fn first_words(text: &str, words: usize) -> String {
    let mut all = text.split_whitespace();
    let kept: Vec<&str> = all.by_ref().take(words).collect();
    if all.next().is_none() {
        text.to_string()
    } else {
        format!("{} …", kept.join(" "))
    }
}

/// A sentence of the report with what it quotes between “ and ” shortened.
fn quoted_words(sentence: &str, words: usize) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, quoted)) = rest.split_once('“') {
        let (inside, after) = quoted.split_once('”').unwrap_or((quoted, ""));
        out.push_str(before);
        out.push('“');
        out.push_str(&first_words(inside, words));
        if quoted.contains('”') {
            out.push('”');
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_quoted_is_shortened() {
        assert_eq!(
            quoted_words("Only Ledger says: “one two three four” and “one”.", 2),
            "Only Ledger says: “one two …” and “one”."
        );
    }

    #[test]
    fn text_within_the_limit_stays_as_it_is() {
        assert_eq!(first_words("one  two", 2), "one  two");
        assert_eq!(first_words("one two three", 2), "one two …");
    }
}
