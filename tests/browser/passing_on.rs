//! What a reader takes away from the page: a handout on paper, a finding as text.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::driver::Browser;
use super::{assert_quiet, browser, fixtures, page, story};

/// Most pages of a handout.
const HANDOUT: usize = 3;

fn pages(pdf: &[u8]) -> usize {
    const PAGE: &[u8] = b"/Type /Page";
    let is_page = |at: &[u8]| at.starts_with(PAGE) && at.last() != Some(&b's');
    pdf.windows(PAGE.len() + 1).filter(|at| is_page(at)).count()
}

/// Four articles of a story, and a fifth that tells it at length.
fn five_articles() -> TempDir {
    let folder = TempDir::new().unwrap();
    let articles = fixtures().join("stories/dam-release/articles");
    let mut all = String::new();
    for entry in fs::read_dir(articles).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(folder.path().join(path.file_name().unwrap()), &text).unwrap();
        let body: Vec<&str> = text.split("\n\n").skip(2).collect();
        all = format!("{all}\n\n{}", body.join("\n\n"));
    }
    let long = format!("Carrow Weekly\n\nThe night the gates were opened at Varrick{all}");
    fs::write(folder.path().join("carrow-weekly.txt"), long).unwrap();
    folder
}

#[test]
fn paper_is_a_handout_unless_everything_is_asked_for() {
    let Some(browser) = browser() else { return };
    let five = five_articles();
    let pages_of = [
        story("harbor-strike"),
        story("dam-release"),
        page(five.path()),
    ];
    for (at, (_folder, address)) in pages_of.iter().enumerate() {
        browser.look(1600, "dark");
        browser.open(address);
        let handout = pages(&browser.print());
        assert!(
            (1..=HANDOUT).contains(&handout),
            "{address}: {handout} pages"
        );
        if at == 0 {
            browser.click("#print-all");
            let all = pages(&browser.print());
            assert!(all > 2 * handout, "{all} pages of everything");
        }
    }
}

/// The elements with these selectors that stand on paper.
fn on_paper(browser: &Browser, selectors: &[&str]) -> Vec<String> {
    let shown = |s: &&&str| {
        let seen = format!(
            "[...document.querySelectorAll({s:?})].some(e => e.checkVisibility() && e.offsetHeight > 0)"
        );
        browser.value(&seen) == true
    };
    let all = selectors.iter().filter(shown);
    all.map(|s| s.to_string()).collect()
}

#[test]
fn the_handout_has_sources_matrix_findings_and_signs_on_white() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    let wanted = [
        ".origins",
        "#facts .legend",
        "tr.fact:not(.extra)",
        ".finding",
        ".finding .proof",
        "#facts .on-paper",
    ];
    let others = [
        "#quotes",
        "#pictures",
        "#articles",
        "tr.extra",
        "tr.detail",
        ".keys",
        "#bar",
        ".copy-button",
        "#print-all",
    ];
    browser.look(1600, "dark");
    browser.open(&address);
    browser.click("tr.fact:not(.extra) button.row");
    browser.devtools("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(on_paper(&browser, &wanted), wanted);
    assert_eq!(on_paper(&browser, &others), Vec::<String>::new());
    assert_eq!(
        browser.value("getComputedStyle(document.body).backgroundColor"),
        "rgb(255, 255, 255)"
    );
    browser.run("document.querySelector('#print-all').click()");
    let more = ["#quotes", "#articles", "tr.extra", "tr.detail"];
    assert_eq!(on_paper(&browser, &more), more);
    browser.devtools("Emulation.setEmulatedMedia", json!({"media": ""}));
}

#[test]
fn a_finding_is_copied_with_its_evidence() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    browser.look(1600, "light");
    browser.open(&address);
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: async t => { \
         window.copied = t; }}})",
    );
    browser.click("#n1 .copy-button");
    let copied = browser.value("window.copied");
    let copied = copied.as_str().unwrap();
    let lines: Vec<&str> = copied.lines().collect();
    assert!(lines[0].starts_with("[n1, discrepancy] "), "{copied}");
    assert!(
        lines
            .iter()
            .any(|l| l.starts_with("- Coast Courier \u{b6}")),
        "{copied}"
    );
    assert!(lines.len() >= 4, "{copied}");
    assert_quiet(&browser, "after copying");
}

#[test]
fn without_a_clipboard_the_text_is_shown_to_be_copied_by_hand() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    browser.look(800, "light");
    browser.open(&address);
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false",
    );
    browser.click("#n1 .copy-button");
    let shown = browser.value("document.querySelector('#n1 textarea').value");
    assert!(shown.as_str().unwrap().starts_with("[n1, "), "{shown}");
    assert_eq!(
        browser.value("document.querySelector('#n1 .copy-button').textContent"),
        "Copy by hand"
    );
}
