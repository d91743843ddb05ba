//! The report in Markdown, for pull requests and notes: findings with their evidence, matrix, quotes, framings.

mod room;

use crate::model::{Cell, ChangeKind, FindingKind, OriginKind, Severity, UtteranceRelation};
use crate::render::labels::{count, label};
use crate::render::told;
use crate::render::view::View;
use crate::render::{base, nothing, openings, partly, plain, signs};
use crate::report::{
    ExcerptEntry, FactEntry, FindingEntry, FramingEntry, OriginEntry, Report, UtteranceEntry,
    VersionEntry,
};
use room::Section;

/// The report as one Markdown document (GitHub's tables), short enough for a comment unless `all` is wanted.
pub fn write(report: &Report, all: bool) -> String {
    let view = View::new(report);
    let mut sections = vec![Some(head(&view))];
    sections.extend(base::groups(&view, all).iter().map(|g| Some(against(g))));
    sections.extend([
        section(
            ("What stands out", "finding"),
            report.findings.iter().map(|f| finding(&view, f)),
        )
        .or_else(|| no_findings(report)),
        matrix(&view),
        section(
            ("Quotes", "quote"),
            report.utterances.iter().map(|u| utterance(&view, u)),
        ),
        section(
            ("Framings", "framing"),
            report.framings.iter().map(|f| framing(&view, f)),
        ),
        skipped(report),
    ]);
    let sections = sections.into_iter().flatten().collect();
    room::document(sections, all)
}

/// One finding with everything that proves it.
pub fn one(report: &Report, entry: &FindingEntry) -> String {
    let view = View::new(report);
    let mut lines = finding(&view, entry);
    if openings::of(&view, entry).is_none() {
        lines.truncate(1);
        lines.extend(entry.evidence.iter().map(|e| proof(&view, e)));
        lines.extend(also(&view, entry));
    }
    lines.join("\n") + "\n"
}

/// One row of the matrix with the sentences that show it.
pub fn fact(report: &Report, entry: &FactEntry) -> String {
    let view = View::new(report);
    let mut lines = vec![format!("1. {} ({})", words(&entry.statement), entry.id)];
    lines.extend(told::row(&view, entry).iter().map(|told| {
        let said = words(told.sentence.unwrap_or(told.meaning));
        format!("   - {} {}: {said}", told.sign, words(&told.place))
    }));
    lines.join("\n") + "\n"
}

/// Words of an article as words: nothing in them is markup, a link, a mention or HTML.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = plain::line(text);
    for (i, c) in line.char_indices() {
        let starts_block = i == 0 && matches!(c, '#' | '+' | '-' | '=' | '~');
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '@' | '~' | '$' | '!'
        ) || starts_block
        {
            out.push('\\');
            out.push(c);
            continue;
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    ordinal(out).replace("://", ":\u{200b}//")
}

/// A line that begins like a numbered list is not one.
fn ordinal(line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line.get(digits..digits + 1) {
        Some(mark @ ("." | ")")) if digits > 0 => {
            format!(
                "{}\\{mark}{}",
                line.get(..digits).unwrap_or(""),
                line.get(digits + 1..).unwrap_or("")
            )
        }
        _ => line,
    }
}

fn head(view: &View) -> Section {
    let report = view.report;
    let date = report
        .event
        .date
        .as_deref()
        .map(|d| words(d) + " · ")
        .unwrap_or_default();
    let counts = format!(
        "{}, {}",
        count(report.articles.len(), "article"),
        count(report.origins.len(), "origin")
    );
    let generator = &report.generator;
    let mut out = vec![
        format!("<!-- Made by {} {} -->", generator.name, generator.version),
        String::new(),
        format!("# {}", view.title().map_or("Coverage".to_string(), words)),
        String::new(),
    ];
    out.extend([format!("{date}{counts}"), String::new()]);
    let origins = report.origins.iter().map(|o| vec![origin(view, o)]);
    let files = view.files();
    let files = (!files.is_empty()).then(|| {
        vec![
            String::new(),
            format!(
                "Names made up for this report: {}",
                words(&files.join(", "))
            ),
        ]
    });
    let asked = nothing::asked(report);
    let asked = asked.map(|asked| vec![String::new(), words(&asked)]);
    let versions = view.versions().into_iter();
    let versions = versions.map(|version| vec![String::new(), words(&version)]);
    Section {
        what: "opening line",
        title: out,
        items: origins.chain(asked).chain(files).chain(versions).collect(),
        foot: vec![String::new()],
        yields: false,
    }
}

/// What the base lacks, says alone or says with other values.
fn against(group: &base::Group) -> Section {
    let row = |r: &base::Row| {
        let who = if r.who.is_empty() {
            String::new()
        } else {
            format!(" ({})", words(&r.who))
        };
        vec![format!("- {}{who}", words(&r.statement))]
    };
    Section {
        what: "fact",
        title: vec![format!("## {}", words(&group.title)), String::new()],
        items: group.rows.iter().map(row).collect(),
        foot: match group.more {
            0 if group.rows.is_empty() => vec![base::NOTHING.to_string(), String::new()],
            0 => vec![String::new()],
            more => vec![
                String::new(),
                format!("{more} more in the table."),
                String::new(),
            ],
        },
        yields: false,
    }
}

fn origin(view: &View, origin: &OriginEntry) -> String {
    let who: Vec<String> = origin
        .articles
        .iter()
        .map(|a| words(&view.outlet(a)))
        .collect();
    let named = who.join(", ");
    let agency = matches!(origin.kind, OriginKind::Wire | OriginKind::Release)
        .then(|| words(&origin.name))
        .filter(|agency| *agency != named);
    if who.len() == 1 {
        let credits = agency.map_or(String::new(), |agency| format!("; credits {agency}"));
        return format!("- **{named}**: no shared copy found{credits}");
    }
    let of = agency.map_or(String::new(), |agency| format!(" ({agency})"));
    let evidence = origin.evidence.iter().map(|e| format!(" {}", words(e)));
    format!(
        "- **{named}**: same copy{of}.{}",
        evidence.collect::<String>()
    )
}

fn matrix(view: &View) -> Option<Section> {
    let columns = view.columns();
    let facts = &view.report.facts;
    if facts.is_empty() {
        return None;
    }
    let names: Vec<String> = columns.iter().map(|a| words(&view.short(&a.id))).collect();
    let title = vec![
        "## Who says what".to_string(),
        String::new(),
        format!("| Fact | {} |", names.join(" | ")),
        format!("| --- |{}", " :-: |".repeat(columns.len())),
    ];
    let row = |f: &FactEntry| {
        let cells: Vec<&str> = columns
            .iter()
            .map(|a| signs::sign(view.cell(f, &a.id)))
            .collect();
        vec![format!(
            "| [{}] {} | {} |",
            f.id,
            words(&f.statement),
            cells.join(" | ")
        )]
    };
    let used = |c: Cell| {
        facts
            .iter()
            .any(|f| columns.iter().any(|a| view.cell(f, &a.id) == c))
    };
    let legend = signs::LEGEND
        .iter()
        .filter(|(c, ..)| used(*c))
        .map(|(_, sign, meaning)| format!("{sign} {meaning}"));
    Some(Section {
        what: "fact",
        title,
        items: facts.iter().map(row).collect(),
        foot: vec![
            String::new(),
            legend.collect::<Vec<_>>().join(" · "),
            String::new(),
        ],
        // A long matrix leaves room for the quotes below it.
        yields: true,
    })
}

fn section(
    (title, what): (&str, &'static str),
    items: impl Iterator<Item = Vec<String>>,
) -> Option<Section> {
    let items: Vec<Vec<String>> = items.collect();
    (!items.is_empty()).then(|| Section {
        what,
        title: vec![format!("## {title}"), String::new()],
        items,
        foot: vec![String::new()],
        yields: false,
    })
}

fn no_findings(report: &Report) -> Option<Section> {
    section(
        ("What stands out", "finding"),
        std::iter::once(vec![nothing::nothing(report)]),
    )
}

fn finding(view: &View, finding: &FindingEntry) -> Vec<String> {
    let mut out = vec![format!(
        "1. {} ({}, rule {})",
        words(&openings::claim(view, finding)),
        finding.id,
        words(&finding.rule)
    )];
    if let Some(compared) = openings::of(view, finding) {
        let labels = openings::labels(view, &compared);
        let both = compared.iter().zip(labels);
        out.extend(both.map(|(opening, label)| {
            format!("   - {}: {}", words(&label), words(&opening.whole()))
        }));
        return out;
    }
    match finding.kind {
        // The summary quotes the statement already.
        FindingKind::Omission | FindingKind::Addition => {
            out.push(format!("   - {}", words(&view.places(&finding.evidence))));
            out.extend(also(view, finding));
        }
        _ => out.extend(finding.evidence.iter().map(|e| proof(view, e))),
    }
    out
}

/// Who else says some of it.
fn also(view: &View, finding: &FindingEntry) -> Option<String> {
    partly::line(view, finding).map(|partly| format!("   - {}", words(&partly)))
}

fn proof(view: &View, excerpt: &ExcerptEntry) -> String {
    let (before, inside, after) = view.around(excerpt);
    let gap = |spaced: bool| if spaced { " " } else { "" };
    let (left, right) = (gap(before.ends_with(' ')), gap(after.starts_with(' ')));
    let whole = before.is_empty() && after.is_empty();
    let inside = if whole {
        words(&inside)
    } else {
        format!("**{}**", words(&inside))
    };
    let place = words(&view.place(&excerpt.sentence));
    format!(
        "   - {place}: {}{left}{inside}{right}{}",
        words(&before),
        words(&after)
    )
}

fn utterance(view: &View, utterance: &UtteranceEntry) -> Vec<String> {
    let mut out = vec![format!("- **{}**", words(&view.speaker(utterance)))];
    out.extend(utterance.members.iter().filter_map(|m| version(view, m)));
    out
}

fn version(view: &View, version: &VersionEntry) -> Option<String> {
    let quote = view.quote(&version.quote)?;
    let cue = quote
        .cue
        .as_deref()
        .map(|c| format!(", {}", words(c)))
        .unwrap_or_default();
    let how = match version.relation {
        UtteranceRelation::Verbatim => String::new(),
        other => format!(", {}", label(&other)),
    };
    let by_word = crate::render::words::is_worth_marking(version);
    let text = if by_word {
        differences(version)
    } else {
        words(&quote.text)
    };
    Some(format!(
        "  - {}{cue}{how}: “{text}”",
        words(&view.place(&quote.sentence))
    ))
}

fn differences(version: &VersionEntry) -> String {
    let part = |c: &crate::report::ChangeEntry| match c.kind {
        ChangeKind::Equal => words(&c.text),
        ChangeKind::Delete => format!("~~{}~~", words(&c.text)),
        ChangeKind::Insert => format!("**{}**", words(&c.text)),
    };
    version
        .changes
        .iter()
        .map(part)
        .collect::<Vec<_>>()
        .join(" ")
}

fn framing(view: &View, framing: &FramingEntry) -> Vec<String> {
    let mut out = vec![format!("- {}", words(&framing.note))];
    for terms in framing.per_source.values() {
        for term in terms {
            out.push(format!(
                "  - {}: “{}”",
                words(&view.place(&term.sentence)),
                words(&term.term)
            ));
        }
    }
    out
}

fn skipped(report: &Report) -> Option<Section> {
    let trouble = report
        .diagnostics
        .iter()
        .filter(|d| d.severity != Severity::Info);
    section(
        ("Input problems", "message"),
        trouble.map(|d| vec![format!("- {}: {}", words(&d.path), words(&d.message))]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(
            words("<b>*x*</b> | [a](http://b)"),
            "&lt;b&gt;\\*x\\*&lt;/b&gt; \\| \\[a\\](http:\u{200b}//b)"
        );
        assert_eq!(words("# 1"), "\\# 1");
        assert_eq!(words("12. May"), "12\\. May");
        assert_eq!(words("&lt;"), "&amp;lt;");
    }
}
