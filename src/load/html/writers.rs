//! Elements that a page marks as the name of a writer.

use super::tags::attribute;

/// Words of a class or property that say so, and words beside them that say it is something else about a writer.
const CUES: [&str; 3] = ["author", "byline", "creator"];
const OTHERS: [&str; 14] = [
    "avatar", "bio", "count", "date", "desc", "follow", "image", "img", "info", "photo", "role",
    "social", "time", "title",
];

/// The outermost element that is open and marked.
#[derive(Debug, Default)]
pub struct Writers {
    name: String,
    nested: usize,
    start: usize,
}

impl Writers {
    /// Passes a start tag; `at` is where its words would start in the block.
    pub fn open(&mut self, name: &str, tag: &str, at: usize) {
        if self.nested > 0 {
            self.nested += usize::from(self.name == name);
        } else if is_marked(tag) {
            (self.name, self.nested, self.start) = (name.to_string(), 1, at);
        }
    }

    /// Where the words of the marked element start in the block that ends, or that its end tag stands in.
    pub fn words(&mut self, closing: Option<&str>) -> Option<usize> {
        if self.nested == 0 {
            return None;
        }
        match closing {
            Some(name) if name == self.name => self.nested -= 1,
            Some(_) => return None,
            None => return Some(std::mem::take(&mut self.start)),
        }
        (self.nested == 0).then_some(self.start)
    }
}

fn is_marked(tag: &str) -> bool {
    let is_author = |name: &str| attribute(tag, name).is_some_and(|v| is_cue(&v));
    is_author("rel") || is_author("itemprop") || is_author("class")
}

/// Whether one of some class names is a cue and names nothing but the writer.
fn is_cue(classes: &str) -> bool {
    let classes = classes.to_ascii_lowercase();
    let fits = |class: &str| {
        CUES.iter().any(|cue| class.contains(cue)) && !OTHERS.iter().any(|o| class.contains(o))
    };
    classes.split_whitespace().any(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_writers_are_told_from_marks_of_their_pictures() {
        for tag in [
            "<a rel=author>",
            "<span itemprop='author creator'>",
            "<div class='top author-name'>",
        ] {
            assert!(is_marked(tag), "{tag}");
        }
        for tag in [
            "<div class=author-bio>",
            "<a rel=nofollow>",
            "<p class=authority-date>",
        ] {
            assert!(!is_marked(tag), "{tag}");
        }
    }
}
