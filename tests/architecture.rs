//! The stages do not know each other: only `lib.rs` and the command line know the order.

use std::path::{Path, PathBuf};

/// Every folder of `src` that is a stage.
const STAGES: [&str; 8] = [
    "load", "segment", "read", "annotate", "resolve", "align", "compare", "render",
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn stages_do_not_import_one_another() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for stage in STAGES {
        let files = rust_files(&src.join(stage));
        assert!(!files.is_empty(), "no files in stage {stage}");
        for file in files {
            let code = std::fs::read_to_string(&file).unwrap();
            for other in STAGES.iter().filter(|o| **o != stage) {
                for import in [format!("crate::{other}::"), format!("crate::{other};")] {
                    assert!(
                        !code.contains(&import),
                        "{} imports the stage {other}",
                        file.display()
                    );
                }
            }
            assert!(
                !code.contains("crate::cli"),
                "{} imports the command line",
                file.display()
            );
        }
    }
}

#[test]
fn the_nouns_import_no_stage() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in rust_files(&src.join("model")) {
        let code = std::fs::read_to_string(&file).unwrap();
        for stage in STAGES {
            assert!(
                !code.contains(&format!("crate::{stage}")),
                "{} imports the stage {stage}",
                file.display()
            );
        }
    }
}

#[test]
fn checking_reads_the_report_and_no_stage() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&src.join("check"));
    assert!(!files.is_empty());
    for file in files {
        let code = std::fs::read_to_string(&file).unwrap();
        for stage in STAGES {
            assert!(
                !code.contains(&format!("crate::{stage}")),
                "{} imports the stage {stage}",
                file.display()
            );
        }
        assert!(
            !code.contains("std::fs"),
            "{} touches files",
            file.display()
        );
    }
}
