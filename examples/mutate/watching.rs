//! The process that watches: starts the reading of one format again behind each input that ends it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Task;
use crate::inputs::Input;
use crate::mutation;

/// The longest that one input may take, in hundredths of a second of processor time: other work on the machine does not
/// count. Where that cannot be told, ten times as long by the clock.
const LONGEST: u64 = 1_000;

/// The most memory that reading may take, in kB.
const MOST_MEMORY: u64 = 512 << 10;

/// Reads the mutated inputs of one format; how many brought the program down.
pub fn run(task: &Task, input: &Input) -> usize {
    let start = Instant::now();
    let (mut first, end, mut found, mut peak) = (task.first, task.first + task.count, 0, 0);
    while first < end {
        let rest = Task {
            first,
            count: end - first,
            only: Some(input.name.clone()),
            ..task.clone()
        };
        let Some((number, trouble)) = watched(&rest, &mut peak) else {
            break;
        };
        found += 1;
        println!("{} {number}: {trouble}", input.name);
        if let Some(folder) = &task.keep {
            let _ = fs::create_dir_all(folder);
            let _ = fs::write(
                folder.join(format!("{number}-{}", input.name)),
                mutation::mutated(&input.bytes, number),
            );
        }
        first = number + 1;
    }
    println!(
        "{}: {} inputs in {:.0} s, peak memory {} MB, {found} found",
        input.name,
        task.count,
        start.elapsed().as_secs_f64(),
        peak >> 10
    );
    found
}

/// The input that ended the reading, and how; none where all were read.
fn watched(task: &Task, peak: &mut u64) -> Option<(u64, String)> {
    let folder = tempfile::tempdir().expect("a folder for the state");
    let state = folder.path().join("state");
    let mut child = start(task, &state);
    let (mut at, mut since, mut spent) = (String::new(), Instant::now(), 0);
    let trouble = loop {
        let noted = fs::read_to_string(&state).unwrap_or_default();
        if noted != at {
            (at, since, spent) = (noted, Instant::now(), processor(&child).unwrap_or(0));
        }
        let memory = memory(&child).unwrap_or(0);
        *peak = memory.max(*peak);
        let trouble = if let Ok(Some(status)) = child.try_wait() {
            let noted = fs::read_to_string(&state).unwrap_or_default();
            if noted == "done" {
                return None;
            }
            at = noted;
            Some(format!("ended by {status}"))
        } else if processor(&child).is_some_and(|now| now > spent + LONGEST)
            || since.elapsed() > Duration::from_millis(LONGEST * 100)
        {
            Some(format!("more than {} s", LONGEST / 100))
        } else if memory > MOST_MEMORY {
            Some(format!("{} MB", memory >> 10))
        } else {
            None
        };
        if let Some(trouble) = trouble {
            break trouble;
        }
        sleep(Duration::from_millis(20));
    };
    let _ = child.kill();
    let _ = child.wait();
    Some((at.parse().unwrap_or(task.first), trouble))
}

fn start(task: &Task, state: &Path) -> Child {
    let program = std::env::current_exe().expect("the program knows its place");
    let mut command = Command::new(program);
    command.args([
        "--first",
        &task.first.to_string(),
        "--count",
        &task.count.to_string(),
    ]);
    command.args(["--only", task.only.as_deref().unwrap_or_default()]);
    if task.whole {
        command.arg("--whole");
    }
    command.arg("--state").arg(state).stdout(Stdio::null());
    command.spawn().expect("the program starts")
}

/// The processor time of a process so far, in hundredths of a second.
fn processor(child: &Child) -> Option<u64> {
    let line = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    let (_, fields) = line.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let field = |index: usize| fields.get(index)?.parse::<u64>().ok();
    Some(field(11)? + field(12)?)
}

/// The most memory that a process has had so far, in kB.
fn memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
