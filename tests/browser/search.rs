//! Finding words on the page, with its own search and with the browser's.

use serde_json::json;

use super::{assert_quiet, browser, count, story};

/// What is left of the page after some words were typed.
const EMPTIED: &str = "search.value = ''; search.dispatchEvent(new Event('input'))";

#[test]
fn hits_are_marked_wherever_they_are_counted() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    browser.look(1600, "light");
    browser.open(&address);
    let before = browser.value("document.querySelector('main').innerHTML");
    browser.type_into("#search", "Told Reporters");
    let said = browser.value("document.querySelector('#count').textContent");
    let said = said.as_str().unwrap();
    assert!(said.contains(" fact"), "{said}");
    assert!(said.contains(" in the articles"), "{said}");
    let marked = "[...document.querySelectorAll('.m-hit')].map(m => m.textContent.toLowerCase()).every(t => 'told \
                  reporters'.includes(t))";
    assert_eq!(browser.value(marked), true);
    let in_articles = browser.value("document.querySelectorAll('#articles .m-hit').length");
    assert!(said.contains(&format!("{in_articles} place")), "{said}");
    let rows = "[...document.querySelectorAll('tr.fact')].filter(r => r.offsetHeight).every(r => \
                r.querySelector('.m-hit') || r.querySelector('[data-inside]'))";
    assert_eq!(browser.value(rows), true, "a row shows its hits or says so");
    let sections = "[...document.querySelectorAll('main > section')].filter(s => !s.hidden).every(s => \
                    s.querySelector('.m-hit'))";
    assert_eq!(browser.value(sections), true, "no section without a hit");
    browser.run(EMPTIED);
    assert_eq!(
        browser.value("document.querySelector('main').innerHTML"),
        before
    );
    assert_quiet(&browser, "after a search");
}

#[test]
fn words_that_stand_only_behind_a_row_open_it() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    browser.look(1600, "light");
    browser.open(&address);
    browser.run(
        "const row = document.querySelector('tr.fact:not(.extra)'); window.side = \
         [...row.nextElementSibling.querySelectorAll('blockquote')].at(-1).textContent",
    );
    // The end of a sentence behind the row, which its statement seldom has.
    browser.run("search.value = side.slice(-24); search.dispatchEvent(new Event('input'))");
    let open = "[...document.querySelectorAll('tr.fact')].filter(r => r.offsetHeight && \
                !r.querySelector('.m-hit')).every(r => r.querySelector('button').getAttribute('aria-expanded') === 'true')";
    assert_eq!(browser.value(open), true);
    assert!(count(&browser, "tr.fact") > 0);
    browser.run(EMPTIED);
    assert_eq!(count(&browser, "tr.detail"), 0, "and it closes again");
}

#[test]
fn words_that_are_nowhere_are_said_to_be_nowhere() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(800, "light");
    browser.open(&address);
    browser.type_into("#search", "zzzz");
    assert_eq!(
        browser.value("document.querySelector('#count').textContent"),
        "Nothing contains \u{201c}zzzz\u{201d}"
    );
    assert_eq!(count(&browser, "main > section"), 0);
}

#[test]
fn the_browsers_own_search_reaches_what_is_folded_away() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(1600, "light");
    browser.open(&address);
    let away = "[...document.querySelectorAll('.panel, .rest, tr.extra .fold')].every(e => e.hidden === 'until-found')";
    assert!(browser.comes_true(away));
    // What a browser does when its search comes to words that are hidden until found.
    browser.run(
        "const panel = [...document.querySelectorAll('.panel')].at(-1); panel.dispatchEvent(new \
         Event('beforematch', {bubbles: true}))",
    );
    assert_eq!(count(&browser, "tr.detail"), 1);
    let last = "[...document.querySelectorAll('tr.fact')].at(-1).offsetHeight > 0";
    assert_eq!(browser.value(last), true, "with the row it belongs to");
}

#[test]
fn a_row_reached_by_a_link_is_below_the_head_of_the_matrix() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("harbor-strike");
    browser.look(1100, "light");
    browser.open(&format!("{address}#f20"));
    let below = "document.getElementById('f20').getBoundingClientRect().top - \
                 document.querySelector('.matrix thead th').getBoundingClientRect().bottom";
    let below = browser.value(below).as_f64().unwrap();
    assert!((0.0..60.0).contains(&below), "{below} px below the head");
}

#[test]
fn tags_and_chips_say_what_they_mean() {
    let Some(browser) = browser() else { return };
    let (_folder, address) = story("dam-release");
    browser.look(1600, "light");
    browser.open(&address);
    let silent = "[...document.querySelectorAll('.finding .tag, .version .tag, .framing .tag, .facts-meta .tag, .side \
                  .tag')].filter(t => !t.title).map(t => t.textContent)";
    assert_eq!(browser.value(silent), json!([]));
    let chip = "document.querySelector('[data-toggle]').title";
    assert_eq!(browser.value(chip), "Hide Coast Courier");
    browser.click("[data-toggle]");
    assert_eq!(browser.value(chip), "Show Coast Courier");
}
