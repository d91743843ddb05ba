//! `coverage explain`: what a rule, a dimension, a category, a kind of findings or a measure means.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::bail;
use serde::Serialize;

use super::lexicon;
use super::output;
use crate::codebook::{self, Category, Entry, Record, Term};
use crate::load;
use crate::render::signs;

/// Explain a rule, a kind of finding, a framing dimension, a word category or a `coverage check` measure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Name of a rule, kind, dimension, category or measure, or a sign of the matrix; a kind is shown with its rules. Lists
    /// everything if omitted.
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// A file with your own categories, to explain those too.
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
}

/// Prints the entry of the codebook, or its table of contents.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let own = lexicon::read(&args.lexicon)?;
    let categories: Vec<&Category> = own.iter().collect();
    let Some(name) = &args.name else {
        return output::print(&contents(&categories));
    };
    let of_sign = signs::name(name);
    let name = of_sign.as_deref().unwrap_or(name);
    let told = told(name, &categories);
    if told.is_empty() {
        let nearest = load::nearest(name, names(&categories));
        let advice = nearest.map_or(String::new(), |n| format!("; did you mean {n:?}?"));
        bail!(
            "no rule, kind, dimension, category or measure is named {name:?}{advice} (run `{} explain` for a list)",
            super::called::name()
        );
    }
    output::print(&told.join("\n"))
}

/// Every name that can be explained.
fn names(categories: &[&Category]) -> impl Iterator<Item = String> {
    let entries = codebook::rules().iter().chain(codebook::dimensions());
    let terms = codebook::kinds().iter().chain(codebook::words());
    let terms = terms.chain(codebook::measures());
    let named = entries.map(|e| &e.name).chain(terms.map(|t| &t.name));
    named.chain(categories.iter().map(|c| &c.name)).cloned()
}

/// Every entry of that name: a rule, a dimension and a category may share one.
fn told(name: &str, categories: &[&Category]) -> Vec<String> {
    let entries = |what: &str, list: &[Entry]| {
        list.iter()
            .filter(|e| e.name == name)
            .map(|e| entry(what, e))
            .collect::<Vec<_>>()
    };
    let of_name = |list: &'static [Term]| list.iter().filter(|t| t.name == name);
    let mut found = entries("rule", codebook::rules());
    found
        .iter_mut()
        .for_each(|rule| *rule += &record(codebook::record(name), codebook::planted(name)));
    found.extend(entries("dimension", codebook::dimensions()));
    found.extend(
        categories
            .iter()
            .filter(|c| c.name == name)
            .map(|c| category(c)),
    );
    found.extend(of_name(codebook::kinds()).map(kind));
    found.extend(of_name(codebook::words()).map(|t| {
        format!("{} (term used in reports)\n", t.name) + &part("Definition", &t.definition)
    }));
    found.extend(of_name(codebook::measures()).map(|t| {
        format!("{} (`{} check` measure)\n", t.name, super::called::name())
            + &part("Definition", &t.definition)
    }));
    found
}

/// A kind of findings with the rules that make it.
fn kind(term: &Term) -> String {
    let is_of = |rule: &&Entry| rule.kinds.iter().any(|k| code(k) == term.name);
    let rules = codebook::rules().iter().filter(is_of);
    let head = format!("{0} (kind of finding; --only {0})\n", term.name);
    head + &part("Definition", &term.definition) + "\n" + &table(rules)
}

/// Columns of a line, so that definitions read like text.
const WIDTH: usize = 80;

/// A part of an entry: its label and words, on lines of their own; nothing where it has no words.
fn part(label: &str, words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    wrapped(&format!("{label}: {words}"), "  ", "    ")
}

fn wrapped(words: &str, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(words, options) + "\n"
}

fn entry(what: &str, e: &Entry) -> String {
    let of = e
        .dimension
        .map_or(String::new(), |d| format!(", dimension {}", code(d)));
    format!("{} ({what}{of})\n", e.name)
        + &part("Definition", &e.definition)
        + &part("Prints", &e.says)
        + &part("Ruled out if", &e.refuted_by)
        + &part("Example", &e.example)
        + &part("Counter-example", &e.counter_example)
}

/// How often a rule was right.
fn record(record: Record, planted: Record) -> String {
    let Record {
        right,
        trivial,
        of,
        events,
    } = record;
    if of == 0 {
        return part("Record", "none of its findings has been judged yet");
    }
    let many = |n: u32, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    let more = if trivial > 0 {
        format!(", {trivial} more true but trivial")
    } else {
        String::new()
    };
    let of_planted = match planted.of {
        0 => String::new(),
        n if n == of => "; all of them differences planted in real articles".to_string(),
        n => format!(
            "; {n} of them differences planted in real articles, {} of these right",
            planted.right
        ),
    };
    let told = format!(
        "{right} of {} right{more}, in {}{of_planted}",
        many(of, "judged finding"),
        many(events, "event")
    );
    part("Record", &told)
}

fn category(c: &Category) -> String {
    format!("{} (category, dimension {})\n", c.name, code(c.dimension))
        + &part("Definition", &c.definition)
        + &part("Example", &c.example)
        + &part("Counter-example", &c.counter_example)
        + &part("Words", &c.words.join(", "))
        + &part("In any inflection", &c.stems.join(", "))
        + &part("Patterns", &c.patterns.join(", "))
}

/// A dimension or a kind as the report spells it.
fn code(category: impl Serialize) -> String {
    let named = serde_json::to_value(category).ok();
    named
        .and_then(|v| v.as_str().map(str::to_string))
        .unwrap_or_default()
}

fn definition(words: &str) -> String {
    wrapped(words, "      ", "      ")
}

/// Rules with their records and definitions.
fn table(rules: impl Iterator<Item = &'static Entry>) -> String {
    let mut out = format!("{:<29} right trivial judged\n", "Rules");
    for e in rules {
        let Record {
            right, trivial, of, ..
        } = codebook::record(&e.name);
        let _ = writeln!(out, "  {:<27} {right:>5} {trivial:>7} {of:>6}", e.name);
        out += &definition(&e.definition);
    }
    out
}

/// What there is to be explained, each with its definition.
fn contents(categories: &[&Category]) -> String {
    let mut out = table(codebook::rules().iter());
    out += "\nDimensions of framing\n";
    for e in codebook::dimensions() {
        let _ = writeln!(out, "  {}", e.name);
        out += &definition(&e.definition);
    }
    let terms = [
        ("Kinds of findings", codebook::kinds()),
        ("Terms used in reports", codebook::words()),
        ("Check measures", codebook::measures()),
    ];
    for (title, terms) in terms {
        let _ = writeln!(out, "\n{title}");
        for t in terms {
            let _ = writeln!(out, "  {}", t.name);
            out += &definition(&t.definition);
        }
    }
    if !categories.is_empty() {
        out += "\nYour word categories\n";
    }
    for c in categories {
        let _ = writeln!(out, "  {}", c.name);
        out += &definition(&c.definition);
    }
    out
}
