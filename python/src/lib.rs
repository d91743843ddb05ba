//! The native half of the Python package: articles or paths in, the program's own bytes out.
//!
//! What a function is called and takes in Python is the other half, in `lib/news_coverage`; `_native.pyi` there describes
//! these functions.

#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr
)]

mod choice;
mod compared;
mod working;

use std::ffi::OsString;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

use choice::Choice;
use compared::Source;
use working::working;

pyo3::create_exception!(
    news_coverage,
    CoverageError,
    pyo3::exceptions::PyException,
    "Articles cannot be read or compared; the message says why."
);

/// The report on one event, as `coverage diff --format json` prints it.
#[pyfunction]
fn diff(py: Python<'_>, source: Source, choice: Choice) -> PyResult<String> {
    working(py, move || compared::report(&source, choice))
}

/// The events that articles tell, as `coverage events --all --format json` prints them.
#[pyfunction]
fn events(py: Python<'_>, source: Source, whole: bool) -> PyResult<String> {
    working(py, move || compared::events(&source, whole))
}

/// The tables of a report and what describes them, by file name, as `coverage diff --format csv` writes them.
#[pyfunction]
fn tables(py: Python<'_>, report: String) -> PyResult<Bound<'_, PyDict>> {
    let files = working(py, move || compared::tables(&report))?;
    let tables = PyDict::new(py);
    for (name, bytes) in files {
        tables.set_item(name, PyBytes::new(py, &bytes))?;
    }
    Ok(tables)
}

/// Runs the program with these arguments, the first its name, and gives its exit code.
#[pyfunction]
fn run(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| ::news_coverage::cli::main(arguments))
}

/// The module `news_coverage._native`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("CoverageError", py.get_type::<CoverageError>())?;
    module.add_function(wrap_pyfunction!(diff, module)?)?;
    module.add_function(wrap_pyfunction!(events, module)?)?;
    module.add_function(wrap_pyfunction!(tables, module)?)?;
    module.add_function(wrap_pyfunction!(run, module)?)
}
