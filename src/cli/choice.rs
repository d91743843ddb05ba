//! Which findings of a comparison are told, and with them what of the report: the flags `--base`, `--only`, `--min-salience`, `--unproven` and
//! `--explain-rejected`.

use clap::ValueEnum;

use crate::compare;
use crate::model::FindingKind;

/// Which findings are shown.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Findings")]
pub struct Choice {
    /// Compare this outlet with all others: what it leaves out, adds and says differently; part of a name is enough.
    #[arg(long, value_name = "OUTLET")]
    base: Option<String>,
    /// Only findings of this kind, and the facts, quotes and framings behind them, in every format; separate several
    /// kinds with commas (see `coverage explain KIND`).
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    only: Vec<Kind>,
    /// Only findings with at least this salience (0 to 1), and the facts, quotes and framings behind them.
    #[arg(long, value_name = "X", default_value_t = 0.0, hide_default_value = true, value_parser = share)]
    min_salience: f64,
    /// Also show findings from rules whose accuracy is low or not yet measured.
    #[arg(long)]
    unproven: bool,
    /// In JSON, also list omissions that were considered and rejected, with the reason.
    #[arg(long)]
    explain_rejected: bool,
}

/// Kinds of findings, as named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Outlets contradict each other.
    Discrepancy,
    /// An outlet leaves out what others report.
    Omission,
    /// An outlet reports what no other does.
    Addition,
    /// A quote was cut, reworded or attributed to someone else.
    Quote,
    /// The same thing is presented differently.
    Framing,
    /// Articles share the same copy.
    Reuse,
}

impl Choice {
    /// What the comparison is told.
    pub fn options(&self) -> compare::Options {
        let only = self.only.iter().map(|kind| match kind {
            Kind::Discrepancy => FindingKind::Discrepancy,
            Kind::Omission => FindingKind::Omission,
            Kind::Addition => FindingKind::Addition,
            Kind::Quote => FindingKind::Quote,
            Kind::Framing => FindingKind::Framing,
            Kind::Reuse => FindingKind::Reuse,
        });
        compare::Options {
            base: self.base.clone(),
            only: only.collect(),
            min_salience: self.min_salience,
            unproven: self.unproven,
            rejected: self.explain_rejected,
            ..compare::Options::default()
        }
    }
}

fn share(text: &str) -> Result<f64, String> {
    let value: f64 = text
        .parse()
        .map_err(|_| "expected a number from 0 to 1".to_string())?;
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err("must be from 0 to 1".to_string())
    }
}
