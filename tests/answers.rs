//! What the program answers to a slip at the command line: one or two lines, exit code 2, and what to do next.

mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use tempfile::TempDir;

const ONE: &str = "Bridge opens in Tarn\n\nThe new bridge over the Tarn opened on Monday. About 400 people walked across.\n";
const TWO: &str = "Tarn has its bridge\n\nThe bridge over the river Tarn was opened on Monday. Some 400 people crossed it.\n";

/// A folder `articles` with two articles, `one` with one, and `empty`.
fn place() -> TempDir {
    let place = TempDir::new().unwrap();
    for (name, text) in [
        ("articles/000_355cc0f550f8ce54.txt", ONE),
        ("articles/002_9e9680500d9bddd9.txt", TWO),
        ("one/ledger.txt", ONE),
    ] {
        let path = place.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::create_dir(place.path().join("empty")).unwrap();
    place
}

fn run(place: &Path, program: &str, arguments: &[&str]) -> (String, String, i32) {
    program::run(
        Command::cargo_bin(program)
            .unwrap()
            .args(arguments)
            .current_dir(place),
    )
}

/// The one line that is all that is said.
fn refused(place: &TempDir, arguments: &[&str]) -> String {
    let (out, err, code) = run(place.path(), "coverage", arguments);
    assert_eq!((out.as_str(), code), ("", 2), "{arguments:?}: {err}");
    assert_eq!(err.lines().count(), 1, "{arguments:?}: {err}");
    err.trim_end().to_string()
}

#[test]
fn a_path_in_place_of_a_command_is_answered_with_the_command() {
    let place = place();
    assert_eq!(
        refused(&place, &["articles/", "--all"]),
        "coverage: articles/ is not a command; did you mean `coverage diff articles/ --all`?"
    );
    assert!(refused(&place, &["nowhere/"]).contains("no such file or folder"));
    let (_, err, code) = run(place.path(), "news-coverage", &["articles"]);
    assert!(
        code == 2 && err.contains("`news-coverage diff articles`"),
        "{err}"
    );
    let (_, err, code) = run(place.path(), "coverage", &["dif", "articles"]);
    assert!(code == 2 && err.contains("'diff'"), "{err}");
}

#[test]
fn the_bare_name_ends_with_where_to_start() {
    let (_, err, code) = run(place().path(), "coverage", &[]);
    assert_eq!(code, 2);
    let last = err.lines().last().unwrap();
    assert!(
        last.starts_with("Start here: coverage diff FOLDER"),
        "{err}"
    );
}

#[test]
fn too_few_articles_say_which_folder_and_what_to_do() {
    let place = place();
    for (arguments, wanted) in [
        (&["diff", "one"][..], "only one readable article in one/"),
        (
            &["diff", "empty"],
            "empty/ is empty; put one file per article in it",
        ),
        (&["inspect", "empty"], "empty/ is empty"),
        (&["events", "empty"], "empty/ is empty"),
        (
            &["diff", "nosuch"],
            "coverage: nosuch: no such file or folder",
        ),
        (
            &["diff", "https://ledger.example/a?b=1"],
            "does not fetch pages; save the article",
        ),
        (
            &["https://ledger.example/a"],
            "does not fetch pages; save the article",
        ),
    ] {
        let said = refused(&place, arguments);
        assert!(said.contains(wanted), "{arguments:?}: {said}");
    }
    run(
        place.path(),
        "coverage",
        &["diff", "articles", "-o", "report.html"],
    );
    let said = refused(&place, &["diff", "report.html"]);
    assert!(
        said.contains("made by coverage") && said.contains("articles it was made from"),
        "{said}"
    );
}

#[test]
fn a_part_of_a_name_is_enough_for_the_base_and_a_slip_gets_the_nearest() {
    let place = place();
    for base in ["002", "article 002", "9E96"] {
        let (_, err, code) = run(
            place.path(),
            "coverage",
            &["diff", "articles", "--base", base],
        );
        assert_eq!(code, 0, "{base}: {err}");
    }
    let base = |name: &str| refused(&place, &["diff", "articles", "--base", name]);
    assert!(base("artcle 002").contains("did you mean \"article 002\"?"));
    assert!(base("article").contains("matches several outlets: article 000, article 002"));
    let said = base("Daily Lamp");
    assert!(
        said.ends_with("no outlet matches \"Daily Lamp\" (outlets: article 000, article 002)"),
        "{said}"
    );
}

#[test]
fn a_name_after_o_that_does_not_fit_its_format_says_which_would() {
    let place = place();
    for (output, wanted) in [
        (&["-o", "q2.csv"][..], "use --format csv -o q2/"),
        (
            &["-o", "quotes.csv", "--format", "csv"],
            "several tables, but quotes.csv looks like a file; use -o quotes/",
        ),
        (&["-o", "report.html", "--format", "csv"], "use -o report/"),
        (
            &["-o", "one", "--format", "html"],
            "one is a folder; give a file name, such as one/report.html",
        ),
        (&["-o", "one"], "one is a folder"),
        (&["-o", "new/"], "new/ is a folder"),
        (
            &["-o", "x.docx"],
            "unknown extension .docx in x.docx; use .html .md .json .jsonl .txt .qdpx",
        ),
        (
            &["-o", "x"],
            "use .html .md .json .jsonl .txt .qdpx, or add --format",
        ),
        (
            &["-o", "no/such/x.html"],
            "cannot write no/such/x.html: the folder no/such does not exist",
        ),
        (&["-o", "-", "--format", "csv"], "add -o FOLDER/"),
    ] {
        let said = refused(&place, &[&["diff", "articles"], output].concat());
        assert!(said.contains(wanted), "{output:?}: {said}");
    }
    assert!(!place.path().join("quotes.csv").exists());
    let whole = |output: &[&str]| {
        run(
            place.path(),
            "coverage",
            &[&["diff", "articles"], output].concat(),
        )
    };
    assert_eq!(whole(&["-o", "-"]), whole(&[]));
    assert_eq!(
        whole(&["--format", "json", "-o", "-"]),
        whole(&["--format", "json"])
    );
    assert!(!place.path().join("-").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_files_is_named_and_no_temporary_file() {
    let place = place();
    let said = refused(&place, &["diff", "articles", "-o", "/proc/x.html"]);
    assert!(said.contains("/proc") && !said.contains(".tmp"), "{said}");
}

#[test]
fn files_that_are_no_articles_are_one_line_for_each_folder_and_kind() {
    let place = place();
    let tables = place.path().join("articles/tables");
    fs::create_dir(&tables).unwrap();
    for i in 10..23 {
        fs::write(tables.join(format!("t{i}.csv")), "a,b\n1,2\n3,4\n").unwrap();
    }
    for name in ["a.pdf", "b.pdf"] {
        fs::write(place.path().join("articles").join(name), "%PDF-1.4 x").unwrap();
    }
    let (_, err, code) = run(place.path(), "coverage", &["diff", "articles"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(
        err,
        "error: articles/: 2 files are PDF, which is not supported, and were skipped: a.pdf, b.pdf\n\
         error: articles/tables/: 13 files are not articles and were skipped: t10.csv, t11.csv, t12.csv and 10 more\n"
    );
    let (_, err, _) = run(
        place.path(),
        "coverage",
        &["diff", "articles", "articles/a.pdf", "articles/b.pdf"],
    );
    for name in ["a.pdf", "b.pdf"] {
        assert!(
            err.contains(&format!("articles/{name}: PDF is not supported")),
            "{err}"
        );
    }
}

/// What a person sees who runs this in a terminal; nothing where the machine has no program `script` to make one.
fn on_a_terminal(place: &Path, line: &str) -> Option<String> {
    let program = Command::cargo_bin("coverage").unwrap();
    let line = format!("{} {line}", program.get_program().display());
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(place)
        .env("COVERAGE_PAGER", "cat")
        .env("COVERAGE_PROGRESS_AFTER", "0")
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let screen = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{line}: {screen}");
    Some(screen)
}

#[test]
fn a_terminal_hears_once_of_a_file_and_where_the_report_went() {
    let place = place();
    fs::write(place.path().join("articles/broken.json"), "{\"title\": ").unwrap();
    let Some(screen) = on_a_terminal(place.path(), "diff articles") else {
        return;
    };
    assert_eq!(screen.matches("broken.json").count(), 1, "{screen}");
    let screen = on_a_terminal(place.path(), "diff articles -o report.html").unwrap();
    assert!(
        screen.contains("wrote report.html (open it in a browser)"),
        "{screen}"
    );
    assert_eq!(screen.matches("broken.json").count(), 1, "{screen}");
}

#[test]
fn a_terminal_sees_how_far_long_work_is() {
    let place = place();
    let article = |i: usize| {
        let text = format!(
            "The bridge number {i} over the Tarn opened on Monday. About {i} people walked across."
        );
        format!(
            "{{\"event\": {}, \"title\": \"Bridge {i} opens\", \"text\": \"{text}\"}}\n",
            i / 2
        )
    };
    let lines: String = (0..600).map(article).collect();
    fs::write(place.path().join("dump.jsonl"), lines).unwrap();
    for (line, phases) in [
        ("events dump.jsonl", &["loading", "grouping"][..]),
        ("diff articles -o a.html", &["loading", "reading"]),
        ("batch dump.jsonl -o b.jsonl", &["comparing", "events"]),
    ] {
        let Some(screen) = on_a_terminal(place.path(), line) else {
            return;
        };
        for phase in phases {
            assert!(screen.contains(phase), "{line}: no {phase} in {screen}");
        }
    }
}
