//! The tests of the package are Python's, in this folder: they meet what Cargo built as a user of Python does.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the crate.
const CRATE: &str = env!("CARGO_MANIFEST_DIR");

/// The Python that `.ci/run` fills with pytest and pandas, else the system's.
fn python() -> Command {
    let own = Path::new(CRATE).join("../target/python/bin/python");
    let system = PathBuf::from("python3");
    Command::new(if own.exists() { own } else { system })
}

/// A folder from which Python imports the package: its own files and the library that lies beside this test.
fn installed() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("package");
    let package = folder.join("news_coverage");
    let _ = fs::remove_dir_all(&package);
    fs::create_dir_all(&package).unwrap();
    for entry in fs::read_dir(Path::new(CRATE).join("lib/news_coverage")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|e| e == "py") {
            fs::copy(&file, package.join(file.file_name().unwrap())).unwrap();
        }
    }
    let library = format!("{DLL_PREFIX}news_coverage_python{DLL_SUFFIX}");
    let built = std::env::current_exe().unwrap().with_file_name(library);
    let name = if cfg!(windows) {
        "_native.pyd"
    } else {
        "_native.abi3.so"
    };
    fs::copy(built, package.join(name)).unwrap();
    folder
}

#[test]
fn the_package_passes_its_tests_in_python() {
    let has_pytest = python().args(["-c", "import pytest"]).output().unwrap();
    if !has_pytest.status.success() {
        let is_needed = std::env::var_os("COVERAGE_NEEDS_PYTEST").is_some();
        assert!(!is_needed, "pytest is not there");
        return eprintln!("SKIPPED: no pytest for python3 on this machine");
    }
    let run = python()
        .args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"])
        .current_dir(CRATE)
        .env("PYTHONPATH", installed())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(
        run.status.success(),
        "{told}{}",
        String::from_utf8_lossy(&run.stderr)
    );
    println!("{told}");
}
