//! The elements that hold blocks of text: which is open, and whether it says that what it holds is of no article.

use super::tags::attribute;

/// Elements that hold blocks and do not end by themselves.
const HOLDERS: [&str; 19] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "main",
    "nav",
    "ol",
    "section",
    "table",
    "td",
    "ul",
];

/// Words of classes and identifiers that say what an element holds, as content systems and services print them, and why
/// that is no article.
const FOREIGN: [(&str, &str); 15] = [
    ("comment", "comments"),
    ("comments", "comments"),
    ("comentarios", "comments"),
    ("commentaires", "comments"),
    ("kommentare", "comments"),
    ("disqus", "comments"),
    ("newsletter", "newsletter"),
    ("signup", "newsletter"),
    ("outbrain", "related link"),
    ("taboola", "related link"),
    ("related", "related link"),
    ("recommended", "related link"),
    ("recirculation", "related link"),
    ("trending", "related link"),
    ("promo", "advertisement"),
];

/// How far up an end tag is looked for: pages that close elements they never opened must not cost more.
const FAR: usize = 64;

/// Elements that are open.
#[derive(Debug, Default)]
pub struct Regions {
    open: Vec<Region>,
    count: usize,
}

#[derive(Debug)]
struct Region {
    name: &'static str,
    number: usize,
    foreign: Option<&'static str>,
}

impl Regions {
    /// Opens an element that holds blocks; others are passed over.
    pub fn open(&mut self, name: &str, tag: &str) {
        let Some(name) = HOLDERS.iter().find(|h| **h == name) else {
            return;
        };
        self.count += 1;
        self.open.push(Region {
            name,
            number: self.count,
            foreign: self.foreign().or_else(|| foreign(name, tag)),
        });
    }

    /// Closes the last open element of a name, and those in it.
    pub fn close(&mut self, name: &str) {
        let near = self.open.iter().rev().take(FAR);
        if let Some(up) = near.into_iter().position(|r| r.name == name) {
            self.open.truncate(self.open.len() - up - 1);
        }
    }

    /// The numbers of the innermost element and of the one around it.
    pub fn within(&self) -> [usize; 2] {
        let mut numbers = self.open.iter().rev().map(|r| r.number);
        [numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)]
    }

    /// Why what stands here is of no article.
    pub fn foreign(&self) -> Option<&'static str> {
        self.open.last().and_then(|r| r.foreign)
    }
}

/// What the classes and the identifier of an element say; those of the page as a whole list what it may hold.
fn foreign(name: &str, tag: &str) -> Option<&'static str> {
    if matches!(name, "body" | "main" | "article") {
        return None;
    }
    let classes = attribute(tag, "class").unwrap_or_default();
    if classes.split_whitespace().any(|class| class == "hidden") {
        return Some("not shown");
    }
    let said = ["class", "id"]
        .into_iter()
        .filter_map(|a| attribute(tag, a));
    let said: Vec<String> = said.map(|words| words.to_ascii_lowercase()).collect();
    let words = || {
        said.iter()
            .flat_map(|s| s.split(|c: char| !c.is_ascii_alphanumeric()))
    };
    let listed = |word: &str| {
        FOREIGN
            .iter()
            .find(|(f, _)| *f == word)
            .map(|(_, reason)| *reason)
    };
    words().find_map(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_says_what_it_holds() {
        let mut regions = Regions::default();
        regions.open("div", "<div id=story>");
        regions.open("p", "<p class=comments>");
        assert_eq!((regions.within(), regions.foreign()), ([1, 0], None));
        regions.open("div", "<div class='box sf_comment_form'>");
        regions.open("ul", "<ul>");
        assert_eq!(
            (regions.within(), regions.foreign()),
            ([3, 2], Some("comments"))
        );
        regions.close("div");
        regions.close("table");
        assert_eq!((regions.within(), regions.foreign()), ([1, 0], None));
    }
}
