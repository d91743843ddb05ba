//! The stages do not know each other: only `lib.rs` and the command line know the order.

use crate::source::{file, rust_files, src};

/// Every folder of `src` that is a stage.
const STAGES: [&str; 10] = [
    "load", "segment", "events", "read", "annotate", "resolve", "align", "pair", "compare",
    "render",
];

#[test]
fn stages_do_not_import_one_another() {
    for stage in STAGES {
        let files = rust_files(&src().join(stage));
        assert!(!files.is_empty(), "no files in stage {stage}");
        for path in files {
            let code = file(&path);
            for other in STAGES.iter().filter(|o| **o != stage) {
                for import in [format!("crate::{other}::"), format!("crate::{other};")] {
                    assert!(
                        !code.contains(&import),
                        "{} imports the stage {other}",
                        path.display()
                    );
                }
            }
            assert!(
                !code.contains("crate::cli"),
                "{} imports the command line",
                path.display()
            );
        }
    }
}

/// The first stage that code imports.
fn imported(code: &str) -> Option<&'static str> {
    let imports = |stage: &&str| code.contains(&format!("crate::{stage}"));
    STAGES.into_iter().find(imports)
}

#[test]
fn the_nouns_import_no_stage() {
    for path in rust_files(&src().join("model")) {
        let code = file(&path);
        assert_eq!(imported(&code), None, "in {}", path.display());
    }
}

#[test]
fn checking_reads_the_report_and_no_stage() {
    let files = rust_files(&src().join("check"));
    assert!(!files.is_empty());
    for path in files {
        let code = file(&path);
        assert_eq!(imported(&code), None, "in {}", path.display());
        assert!(
            !code.contains("std::fs"),
            "{} touches files",
            path.display()
        );
    }
}
