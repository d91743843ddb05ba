//! A progress bar for people who wait: on standard error, only where that is a terminal, and only on long work.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::Progress;

/// Work that is done sooner shows no bar: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(700);

/// Does work that tells how far it is, and shows it.
pub fn watched<T>(work: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> T) -> T {
    let start = Instant::now();
    let shown: OnceLock<ProgressBar> = OnceLock::new();
    let done = work(&|progress| {
        if start.elapsed() >= PATIENCE {
            show(shown.get_or_init(|| bar(start)), progress);
        }
    });
    if let Some(bar) = shown.get() {
        bar.finish_and_clear();
    }
    done
}

/// A bar that began with the work; the draw target stays silent where standard error is no terminal.
fn bar(start: Instant) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
        .with_elapsed(start.elapsed());
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn show(bar: &ProgressBar, progress: Progress) {
    match progress {
        Progress::Reading { done, total } => {
            bar.set_style(style(
                "{msg} {wide_bar} {pos}/{len} articles, {per_sec}, {eta} left",
            ));
            bar.set_length(total as u64);
            bar.set_position(done as u64);
            bar.set_message("reading");
        }
        Progress::Aligning => stage(bar, "aligning sentences"),
        Progress::Comparing => stage(bar, "comparing"),
    }
}

fn stage(bar: &ProgressBar, name: &'static str) {
    bar.set_style(style("{spinner} {msg}, {elapsed}"));
    bar.set_message(name);
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
