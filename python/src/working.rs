//! Work for Python: with the interpreter's lock released, on threads that this process has, and never a panic.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::{PyErr, PyResult, Python};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::CoverageError;

/// Why there is no result, for people.
pub struct Failure(pub String);

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        // With the causes, where an error has some.
        Failure(format!("{error:#}"))
    }
}

impl Failure {
    fn raised(self) -> PyErr {
        CoverageError::new_err(self.0)
    }
}

/// Does work without holding the interpreter's lock; a failure is an exception, and so is a mistake of the program, which
/// otherwise would end the work on all other events too.
///
/// # Errors
/// When the work fails.
pub fn working<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> PyResult<T> {
    let done = py.detach(|| {
        let threads = threads()?;
        catch_unwind(AssertUnwindSafe(|| threads.install(work)))
            .unwrap_or_else(|mistake| Err(told(mistake.as_ref())))
    });
    done.map_err(Failure::raised)
}

/// What a panic said.
fn told(mistake: &(dyn Any + Send)) -> Failure {
    let words = mistake
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| mistake.downcast_ref::<&str>().copied());
    Failure(format!(
        "a mistake of coverage itself: {}",
        words.unwrap_or("it does not say which")
    ))
}

/// The threads of this process: as many as there are cores, or as RAYON_NUM_THREADS says.
///
/// A process that was forked, as `multiprocessing` and Spark do, has none of its parent's threads, and would wait forever for
/// them: it gets its own.
fn threads() -> Result<Arc<ThreadPool>, Failure> {
    static OWN: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);
    let mut own = OWN.lock().unwrap_or_else(PoisonError::into_inner);
    let process = std::process::id();
    if let Some((_, threads)) = own.as_ref().filter(|(of, _)| *of == process) {
        return Ok(threads.clone());
    }
    let threads = Arc::new(ThreadPoolBuilder::new().build()?);
    // The parent's threads are not there to be ended.
    std::mem::forget(own.replace((process, threads.clone())));
    Ok(threads)
}
