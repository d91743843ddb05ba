//! A progress bar for people who wait: on standard error, only where that is a terminal, and only on long work.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::Progress;
use crate::load::{self, Loaded};

/// Work that is done sooner shows no bar: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(700);

/// Another patience in milliseconds, for whoever waits at a slow terminal, and for tests.
const PATIENCE_VARIABLE: &str = "COVERAGE_PROGRESS_AFTER";

/// Does work that tells how far it is, and shows it.
pub fn watched<T>(work: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> T) -> T {
    let waiting = Waiting::new();
    let done = work(&|progress| waiting.show(&State::of(progress)));
    waiting.end();
    done
}

/// Loads articles and shows how far that is.
pub fn loaded(paths: &[PathBuf], options: &load::Options) -> Loaded {
    watched(|watch| load::read_watched(paths, options, &|p| watch(Progress::Loading(p))))
}

/// The progress of several events that are compared one after the other.
pub struct Events(Option<Waiting>);

impl Events {
    /// Nothing is shown where the results themselves go to the terminal.
    pub fn new(to_file: bool) -> Self {
        let is_free = to_file || !std::io::stdout().is_terminal();
        Self(is_free.then(Waiting::new))
    }

    /// Shows how many events are done, and how much of the whole that is; a total of 0 is not known.
    pub fn tell(&self, events: usize, done: u64, total: u64) {
        if let Some(waiting) = &self.0 {
            waiting.show(&State {
                phase: "comparing",
                count: events,
                noun: "events",
                grows: true,
                share: (total > 0).then_some((done.min(total), total)),
            });
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(waiting) = &self.0 {
            waiting.end();
        }
    }
}

/// What is shown of long work.
#[derive(Clone, Copy, Debug, PartialEq)]
struct State {
    phase: &'static str,
    /// How many are done, or are worked on together.
    count: usize,
    noun: &'static str,
    /// Whether the count grows, so that it has a rate.
    grows: bool,
    /// How much is done and how much there is, where that is known.
    share: Option<(u64, u64)>,
}

impl State {
    fn of(progress: Progress) -> Self {
        let (phase, count, noun, share) = match progress {
            Progress::Loading(p) => {
                let share = (p.total > 0).then_some((p.done, p.total));
                ("loading", p.articles, "articles", share)
            }
            Progress::Reading { done, total } => ("reading", done, "articles", part(done, total)),
            Progress::Grouping { done, total } => ("grouping", done, "articles", part(done, total)),
            Progress::Aligning { sentences } => ("aligning", sentences, "sentences", None),
            Progress::Comparing { pairs } => ("comparing", pairs, "aligned pairs", None),
        };
        let grows = !matches!(
            progress,
            Progress::Aligning { .. } | Progress::Comparing { .. }
        );
        Self {
            phase,
            count,
            noun,
            grows,
            share,
        }
    }

    /// "reading 120 articles, 40/s, 3 seconds left" after so much time.
    fn line(&self, elapsed: Duration) -> String {
        let seconds = elapsed.as_secs_f64().max(0.001);
        let mut line = format!("{} {} {}", self.phase, self.count, self.noun);
        if self.grows {
            line += &format!(", {:.0}/s", self.count as f64 / seconds);
        }
        if let Some((done, total)) = self.share.filter(|(done, _)| *done > 0) {
            let left = seconds * (total - done) as f64 / done as f64;
            line += &format!(", {} left", HumanDuration(Duration::from_secs_f64(left)));
        }
        line
    }
}

fn part(done: usize, total: usize) -> Option<(u64, u64)> {
    (total > 0).then_some((done.min(total) as u64, total as u64))
}

/// A bar that appears once the work has taken long; where standard error is no terminal it stays silent.
struct Waiting {
    patience: Duration,
    start: Instant,
    bar: OnceLock<ProgressBar>,
    /// The phase, and when it began.
    phase: Mutex<(&'static str, Instant)>,
}

impl Waiting {
    fn new() -> Self {
        let wanted = std::env::var(PATIENCE_VARIABLE).ok();
        let wanted = wanted.and_then(|ms| ms.parse().ok());
        let start = Instant::now();
        Self {
            patience: wanted.map_or(PATIENCE, Duration::from_millis),
            start,
            bar: OnceLock::new(),
            phase: Mutex::new(("", start)),
        }
    }

    fn show(&self, state: &State) {
        if self.start.elapsed() < self.patience {
            return;
        }
        let Ok(mut phase) = self.phase.lock() else {
            return;
        };
        let bar = self.bar.get_or_init(bar);
        if phase.0 != state.phase {
            *phase = (
                state.phase,
                if phase.0.is_empty() {
                    self.start
                } else {
                    Instant::now()
                },
            );
            bar.set_style(style(state.share.is_some()));
        }
        let (done, total) = state.share.unwrap_or_default();
        bar.set_length(total);
        bar.set_position(done);
        bar.set_message(state.line(phase.1.elapsed()));
    }

    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn style(has_bar: bool) -> ProgressStyle {
    let template = if has_bar {
        "{spinner} {bar:24} {msg}"
    } else {
        "{spinner} {msg} ({elapsed})"
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_phase_count_rate_and_time_left() {
        let line = |progress| State::of(progress).line(Duration::from_secs(3));
        assert_eq!(
            line(Progress::Reading {
                done: 120,
                total: 240
            }),
            "reading 120 articles, 40/s, 3 seconds left"
        );
        let stdin = load::Progress {
            articles: 900,
            done: 0,
            total: 0,
        };
        assert_eq!(
            line(Progress::Loading(stdin)),
            "loading 900 articles, 300/s"
        );
        assert_eq!(
            line(Progress::Aligning { sentences: 80 }),
            "aligning 80 sentences"
        );
    }
}
