//! Which findings of a comparison are told: the flags `--base`, `--only`, `--min-salience`, `--unproven` and
//! `--explain-rejected`.

use clap::ValueEnum;

use crate::compare;
use crate::model::FindingKind;

/// Which findings are told.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Findings")]
pub struct Choice {
    /// Tell everything against one outlet: what it leaves out, adds and says differently.
    #[arg(long, value_name = "OUTLET")]
    base: Option<String>,
    /// Only findings of this kind; may be given more than once.
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    only: Vec<Kind>,
    /// Only findings a reader would want to know this much, 0 to 1.
    #[arg(long, value_name = "X", default_value_t = 0.0, hide_default_value = true, value_parser = share)]
    min_salience: f64,
    /// Also findings of rules that careful readers have not judged often enough, or found wrong too often.
    #[arg(long)]
    unproven: bool,
    /// In JSON also what could have been told as missing and what in the articles speaks against it.
    #[arg(long)]
    explain_rejected: bool,
}

/// The kinds of findings as they are named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Sources contradict each other.
    Discrepancy,
    /// A source leaves out what others carry.
    Omission,
    /// Only one source has it.
    Addition,
    /// A quote was cut, reworded or given to somebody else.
    Quote,
    /// The same thing is presented differently.
    Framing,
    /// Articles share copy.
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
    let value: f64 = text.parse().map_err(|_| "not a number".to_string())?;
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err("not between 0 and 1".to_string())
    }
}
