//! `coverage explain`: what a rule, a dimension or a category means.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::bail;

use super::lexicon;
use super::output;
use crate::codebook::{self, Category, Entry, Record};

/// Explain a rule, a framing dimension or a word category.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Name of a rule, dimension or category; lists all if omitted.
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
    let told = told(name, &categories);
    if told.is_empty() {
        bail!(
            "no rule, dimension or category named {name:?}; run `{} explain` for a list",
            super::called::name()
        );
    }
    output::print(&told.join("\n"))
}

/// Every entry of that name: a rule, a dimension and a category may share one.
fn told(name: &str, categories: &[&Category]) -> Vec<String> {
    let entries = |what: &str, list: &[Entry]| {
        list.iter()
            .filter(|e| e.name == name)
            .map(|e| entry(what, e))
            .collect::<Vec<_>>()
    };
    let mut found = entries("rule", codebook::rules());
    found
        .iter_mut()
        .for_each(|rule| *rule += &record(codebook::record(name)));
    found.extend(entries("dimension", codebook::dimensions()));
    found.extend(
        categories
            .iter()
            .filter(|c| c.name == name)
            .map(|c| category(c)),
    );
    found
}

fn entry(what: &str, e: &Entry) -> String {
    let of = e
        .dimension
        .map_or(String::new(), |d| format!(", dimension {}", dimension(d)));
    let mut out = format!("{} ({what}{of})\n", e.name);
    for (label, text) in [("Says", &e.says), ("Refuted by", &e.refuted_by)] {
        if !text.is_empty() {
            let _ = writeln!(out, "  {label}: {text}");
        }
    }
    out + &parts(&e.definition, &e.example, &e.counter_example)
}

/// How often a rule was right.
fn record(record: Record) -> String {
    let Record {
        right,
        trivial,
        of,
        events,
    } = record;
    if of == 0 {
        return "  Record: none of its findings was judged yet\n".to_string();
    }
    let many = |n: u32, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    let more = if trivial > 0 {
        format!(", {trivial} more trivial")
    } else {
        String::new()
    };
    format!(
        "  Record: right {right} of {} on {}{more}\n",
        many(of, "judged finding"),
        many(events, "event")
    )
}

fn category(c: &Category) -> String {
    let head = format!(
        "{} (category, dimension {})\n",
        c.name,
        dimension(c.dimension)
    );
    let mut out = head + &parts(&c.definition, &c.example, &c.counter_example);
    for (label, words) in [
        ("Words", &c.words),
        ("In any inflection", &c.stems),
        ("Patterns", &c.patterns),
    ] {
        if !words.is_empty() {
            let _ = writeln!(out, "  {label}: {}", words.join(", "));
        }
    }
    out
}

fn parts(definition: &str, example: &str, counter_example: &str) -> String {
    let mut out = String::new();
    for (label, text) in [
        ("Definition", definition),
        ("Example", example),
        ("Counter-example", counter_example),
    ] {
        if !text.is_empty() {
            let _ = writeln!(out, "  {label}: {text}");
        }
    }
    out
}

fn dimension(dimension: crate::model::Dimension) -> String {
    let named = serde_json::to_value(dimension).ok();
    named
        .and_then(|v| v.as_str().map(str::to_string))
        .unwrap_or_default()
}

/// What there is to be explained, one line each.
fn contents(categories: &[&Category]) -> String {
    let mut out = format!("{:<29} right trivial judged\n", "Rules");
    for e in codebook::rules() {
        let Record {
            right, trivial, of, ..
        } = codebook::record(&e.name);
        let _ = writeln!(
            out,
            "  {:<27} {right:>5} {trivial:>7} {of:>6}  {}",
            e.name, e.definition
        );
    }
    let _ = writeln!(out, "Dimensions of framing");
    for e in codebook::dimensions() {
        let _ = writeln!(out, "  {:<18} {}", e.name, e.definition);
    }
    let _ = writeln!(out, "Categories of words");
    for c in categories {
        let _ = writeln!(out, "  {:<18} {}", c.name, c.definition);
    }
    out
}
