//! XML text: elements by nesting, every value escaped.

use crate::render::plain;

/// An XML document under construction, indented by its nesting.
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document with nothing but its declaration.
    pub fn new() -> Self {
        Self {
            out: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_string(),
            open: Vec::new(),
        }
    }

    /// An element with what `inside` puts into it.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
        inside(self);
        self.open.pop();
        self.indent();
        self.out.push_str(&format!("</{name}>\n"));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>\n");
    }

    /// An element that holds words.
    pub fn text(&mut self, name: &'static str, words: &str) {
        self.start(name, &[]);
        self.out
            .push_str(&format!(">{}</{name}>\n", escaped(words)));
    }

    /// The finished document.
    pub fn finish(self) -> String {
        self.out
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push_str(&format!(" {key}=\"{}\"", escaped(value)));
        }
    }

    fn indent(&mut self) {
        self.out.push_str(&"  ".repeat(self.open.len()));
    }
}

/// Words that stay words inside XML 1.0, which has no place for control characters and the two last code points.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in plain::line(words).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_and_elements_nest() {
        let mut xml = Xml::new();
        xml.element("a", &[("k", "\"<&>\"")], |xml| {
            xml.text("b", "x\u{1}y </b>")
        });
        let want = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a k=\"&quot;&lt;&amp;&gt;&quot;\">\n  \
                    <b>x\\u{1}y &lt;/b&gt;</b>\n</a>\n";
        assert_eq!(xml.finish(), want);
    }
}
