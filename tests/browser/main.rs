//! The page in a real browser: what a reader does with it, at three widths, light and dark, and without scripts.
//!
//! Needs `chromium` and `chromium-driver` (Debian's names) and, for accessibility, axe-core below `target/axe`
//! (`npm install --prefix target/axe axe-core`). Where they are missing the tests say so and pass; where `.ci/run`
//! installed them it sets `COVERAGE_NEEDS_BROWSER` and `COVERAGE_NEEDS_AXE`, and missing them is a failure.

mod driver;
mod passing_on;
mod search;

use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use driver::Browser;
use serde_json::json;
use tempfile::TempDir;

const WIDTHS: [u32; 3] = [360, 800, 1600];
const THEMES: [&str; 2] = ["light", "dark"];

/// A browser, or a word on why this test did not run.
fn browser() -> Option<Browser> {
    let found = Browser::start();
    if found.is_none() {
        assert!(
            std::env::var_os("COVERAGE_NEEDS_BROWSER").is_none(),
            "chromium and chromium-driver are not there"
        );
        eprintln!(
            "SKIPPED: no chromium with chromedriver on this machine (Debian: chromium chromium-driver)"
        );
    }
    found
}

fn axe() -> Option<String> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/axe/node_modules/axe-core/axe.min.js");
    let found = std::fs::read_to_string(file).ok();
    if found.is_none() {
        assert!(
            std::env::var_os("COVERAGE_NEEDS_AXE").is_none(),
            "axe-core is not there"
        );
        eprintln!("SKIPPED in part: no axe-core (npm install --prefix target/axe axe-core)");
    }
    found
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The page of some articles in a folder of its own, and its address.
fn page(articles: &Path) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("report.html");
    let run = Command::cargo_bin("coverage")
        .unwrap()
        .arg("diff")
        .arg(articles)
        .arg("-o")
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let address = format!("file://{}", file.display());
    (folder, address)
}

fn story(name: &str) -> (TempDir, String) {
    page(&fixtures().join("stories").join(name).join("articles"))
}

fn count(browser: &Browser, selector: &str) -> u64 {
    let shown = format!(
        "[...document.querySelectorAll({selector:?})].filter(e => e.checkVisibility() && e.offsetHeight > 0).length"
    );
    browser.value(&shown).as_u64().unwrap()
}

/// Nothing on the console, and nothing asked for but pages from the disk.
fn assert_quiet(browser: &Browser, when: &str) {
    assert_eq!(browser.console(), Vec::<String>::new(), "console, {when}");
    let asked: Vec<String> = browser.requests();
    assert!(!asked.is_empty(), "the log of requests is kept, {when}");
    let foreign: Vec<&String> = asked
        .iter()
        .filter(|a| !a.starts_with("file:") && *a != "about:blank")
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}, {when}");
}

#[test]
fn the_page_is_quiet_fits_and_is_accessible_at_every_width_in_light_and_dark() {
    let Some(browser) = browser() else { return };
    let axe = axe();
    let (_folder, address) = story("harbor-strike");
    for width in WIDTHS {
        for theme in THEMES {
            let when = format!("{width} px, {theme}");
            browser.look(width, theme);
            browser.open(&format!("{address}#f1"));
            assert!(count(&browser, "tr.fact") > 1, "{when}");
            let overflow = browser.value("document.documentElement.scrollWidth - innerWidth");
            assert!(
                overflow.as_i64().unwrap() <= 0,
                "the page is {overflow} px too wide, {when}"
            );
            if let Some(axe) = &axe {
                assert_accessible(&browser, axe, &when);
            }
            assert_quiet(&browser, &when);
        }
    }
}

/// No violation of WCAG 2.1 A and AA nor of the engine's best practices, with every list shown in full.
fn assert_accessible(browser: &Browser, axe: &str, when: &str) {
    browser.run("for (const b of document.querySelectorAll('.more-button')) b.click()");
    browser.run(axe);
    let violations = browser.answer(
        "const done = arguments[arguments.length - 1]; const tell = v => v.id + ': ' + v.nodes.slice(0, 3).map(n => \
         n.html.slice(0, 200) + ' ' + n.any.concat(n.all, n.none).map(c => c.message).join(' ')).join(' | '); \
         axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map(tell)), e => done([String(e)]))",
    );
    assert_eq!(violations, json!([]), "{when}");
}

#[test]
fn a_row_opens_by_click_and_by_keyboard_and_closes_with_escape() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    browser.look(1600, "light");
    browser.open(&address);
    assert_eq!(count(&browser, "tr.detail"), 0, "every row starts closed");
    let shown =
        browser.value("[...document.querySelectorAll('tr.fact:not(.extra)')].map(row => row.id)");
    let (first, next) = (shown[0].as_str().unwrap(), shown[1].as_str().unwrap());
    browser.click(&format!("#{first} button.row"));
    let sides = format!("#{first}-more .side");
    assert_eq!(
        count(&browser, &sides),
        browser.value(&format!("+document.querySelectorAll('{sides}').length"))
    );
    assert!(count(&browser, &sides) >= 2);
    assert_eq!(browser.value("location.hash"), format!("#{first}"));
    let expanded =
        format!("document.querySelector('#{first} button').getAttribute('aria-expanded')");
    assert_eq!(browser.value(&expanded), "true");
    const DOWN: &str = "\u{e015}";
    const ENTER: &str = "\u{e007}";
    const ESCAPE: &str = "\u{e00c}";
    browser.press(DOWN);
    assert_eq!(
        browser.value("document.activeElement.closest('tr').id"),
        next
    );
    browser.press(ENTER);
    assert!(count(&browser, &format!("#{next}-more")) == 1);
    browser.press(ESCAPE);
    assert!(count(&browser, &format!("#{next}-more")) == 0);
    assert_eq!(
        browser.value("document.activeElement.closest('tr').id"),
        next,
        "the focus stays on the row"
    );
    browser.press("/");
    assert_eq!(browser.value("document.activeElement.id"), "search");
}

#[test]
fn filters_by_words_kind_and_outlet_and_back() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(1600, "dark");
    browser.open(&address);
    let rows = count(&browser, "tr.fact");
    browser.type_into("#search", "Quill");
    let found = count(&browser, "tr.fact");
    let all = browser
        .value("document.querySelectorAll('tr.fact').length")
        .as_u64()
        .unwrap();
    assert!(found > 0 && found < all, "{found} of {all}"); // Rows that are folded away are searched too.
    let text = "[...document.querySelectorAll('tr.fact')].filter(r => r.offsetHeight).every(r => (r.textContent + \
                r.nextElementSibling.textContent).includes('Quill'))";
    assert_eq!(browser.value(text), true);
    browser.click("#reset");
    assert_eq!(count(&browser, "tr.fact"), rows);
    browser.run("tag.value = 'told-one'; tag.dispatchEvent(new Event('change'))");
    assert!(count(&browser, "tr.fact") > 0);
    assert_eq!(
        count(&browser, ".finding"),
        0,
        "a kind of fact shows no findings"
    );
    let lone = "[...document.querySelectorAll('tr.fact')].filter(r => r.offsetHeight).every(r => \
                r.querySelectorAll('.c-says, .c-part, .c-otherwise').length === 1)";
    assert_eq!(browser.value(lone), true);
    browser.click("#reset");
    let columns = count(&browser, "thead .who");
    browser.click("[data-toggle='0']");
    assert_eq!(count(&browser, "thead .who"), columns - 1);
    assert_eq!(
        count(&browser, "#a0"),
        0,
        "the article is put away with its column"
    );
    assert_quiet(&browser, "after filtering");
}

#[test]
fn a_deep_link_opens_its_finding_its_row_and_its_sentence() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(800, "light");
    let last = |selector: &str| format!("[...document.querySelectorAll('{selector}')].at(-1).id");
    browser.open(&address);
    let (row, finding) = (
        browser.value(&last("tr.fact")),
        browser.value(&last(".finding")),
    );
    for id in [row.as_str().unwrap(), finding.as_str().unwrap()] {
        browser.open(&format!("{address}#{id}"));
        assert_eq!(
            count(&browser, &format!("[id='{id}']")),
            1,
            "{id} is shown although it is far down the list"
        );
        let top = browser.value(&format!(
            "document.getElementById('{id}').getBoundingClientRect().top"
        ));
        assert!(
            (-5.0..900.0).contains(&top.as_f64().unwrap()),
            "{id} is at {top}"
        );
    }
    browser.click(".finding .proof a.place");
    assert_eq!(
        browser.value("document.querySelectorAll('.s.flash').length"),
        1
    );
}

#[test]
fn the_sentences_of_a_passage_light_up_in_every_article() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(1600, "light");
    browser.open(&address);
    browser.run("document.querySelector('.s.shared .ref').focus()");
    let lit = browser.value(
        "new Set([...document.querySelectorAll('.s.hit')].map(s => s.closest('article').id)).size",
    );
    let told = browser.value("+document.querySelector('.s.shared .ref').textContent");
    assert_eq!(lit, told);
}

#[test]
fn without_scripts_everything_is_there() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(800, "light");
    browser.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    browser.open(&address);
    browser.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": false}),
    );
    assert_eq!(
        browser.value("document.documentElement.classList.contains('js')"),
        false,
        "the script did not run"
    );
    let hidden = "[...document.querySelectorAll('tr.fact, tr.detail, .finding, .utterance, .s')].filter(e => \
                  e.getClientRects().length === 0).length";
    assert_eq!(browser.value(hidden), 0);
    assert_eq!(
        count(&browser, "#filters"),
        0,
        "filters that could not work are not shown"
    );
}

#[test]
fn a_hostile_article_runs_and_loads_nothing() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = page(&fixtures().join("hostile"));
    for theme in THEMES {
        browser.look(360, theme);
        browser.open(&address);
        browser.run(
            "for (const b of document.querySelectorAll('.more-button, button.row')) b.click()",
        );
        assert_eq!(browser.value("typeof window.hostile"), "undefined");
        let foreign = "document.querySelectorAll('img, iframe, object, embed, link, base, form[action], a[href^=\"java\"]').length";
        assert_eq!(browser.value(foreign), 0);
        assert_eq!(browser.value("document.scripts.length"), 1);
        let overflow = browser.value("document.documentElement.scrollWidth - innerWidth");
        assert!(
            overflow.as_i64().unwrap() <= 0,
            "the page is {overflow} px too wide"
        );
        assert_quiet(&browser, theme);
    }
}
