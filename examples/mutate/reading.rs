//! The process that reads: one input after the other, the number of each noted before it is read.

use std::fs;
use std::path::Path;

use news_coverage::{Options, inspect, load};

use crate::{Task, inputs, mutation};

/// Reads the inputs of a task.
pub fn run(task: &Task, state: &Path) {
    let input = inputs::all()
        .into_iter()
        .find(|i| Some(&i.name) == task.only.as_ref())
        .expect("an input of this name");
    let folder = tempfile::tempdir().expect("a folder for the inputs");
    let path = folder.path().join(&input.name);
    for number in task.first..task.first + task.count {
        fs::write(state, number.to_string()).expect("the state is written");
        fs::write(&path, mutation::mutated(&input.bytes, number)).expect("the input is written");
        let paths = [path.clone()];
        if task.whole {
            inspect(&paths, &Options::default());
        } else {
            load::inputs(&paths, &load::Options::default());
        }
    }
    fs::write(state, "done").expect("the state is written");
}
