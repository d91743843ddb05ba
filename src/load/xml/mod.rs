//! XML as news agencies send it, read into a small tree; what is wrong in it is told with its place.

mod pieces;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::text::fold;

/// Levels an agency file may nest. NITF in NewsML-G2 in a news message stays under twenty; the limit keeps every walk
/// of the tree, which calls itself, far from the end of the stack.
const DEEPEST: usize = 200;

/// Elements one file may have: a news message of some hundred articles has about fifty thousand.
const MOST: usize = 2_000_000;

/// Elements that hold one paragraph, line or heading each, in XHTML and NITF.
const BLOCKS: [&str; 18] = [
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hl1",
    "hl2",
    "td",
    "th",
    "dt",
    "dd",
    "pre",
    "figcaption",
    "caption",
    "media-caption",
];

/// Elements that hold no words of the article.
const SILENT: [&str; 6] = [
    "script",
    "style",
    "media-metadata",
    "media-reference",
    "media-object",
    "noscript",
];

/// Elements of HTML that have no end.
const VOID: [&str; 6] = ["br", "hr", "img", "wbr", "input", "meta"];

/// One element: its name without prefix, its attributes, what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Name without the prefix of its namespace.
    pub name: String,
    /// Attributes under their names without prefix.
    attributes: Vec<(String, String)>,
    /// Elements and text in order.
    children: Vec<Child>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Child {
    Element(Node),
    Text(String),
}

/// The root element of a file, or what is wrong and at which byte.
pub fn parse(text: &str) -> Result<Node, String> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    (
        config.check_end_names,
        config.allow_unmatched_ends,
        config.allow_dangling_amp,
    ) = (false, true, true);
    let mut open = vec![Node::default()];
    let mut count = 0usize;
    loop {
        let event = reader
            .read_event()
            .map_err(|e| format!("XML: {e} at byte {}", reader.error_position()))?;
        let place = reader.buffer_position();
        match event {
            Event::Start(tag) if VOID.contains(&&*local(tag.name().into_inner())) => {
                close(&mut open, element(&tag))
            }
            Event::Start(tag) => {
                count += 1;
                if open.len() > DEEPEST || count > MOST {
                    return Err(format!(
                        "XML: more than {DEEPEST} levels or {MOST} elements at byte {place}"
                    ));
                }
                open.push(element(&tag));
            }
            Event::Empty(tag) => close(&mut open, element(&tag)),
            Event::End(tag) => end(&mut open, &local(tag.name().into_inner())),
            Event::Text(words) => say(&mut open, &words),
            Event::CData(words) => say(&mut open, &words),
            Event::GeneralRef(name) => say(&mut open, &reference(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    while open.len() > 1 {
        end(&mut open, "");
    }
    let root = open.pop().unwrap_or_default();
    root.elements()
        .next()
        .cloned()
        .ok_or_else(|| "XML: no element found".to_string())
}

/// Name of the root element of a text that starts as XML does, without reading the rest.
pub fn root_name(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    // Declaration, comments and a document type stand before the root; a file with more of them is no article.
    for _ in 0..50 {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => return Some(local(tag.name().into_inner())),
            Event::Text(words) if words.trim().is_empty() => {}
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            _ => return None,
        }
    }
    None
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_string()
}

fn element(tag: &BytesStart) -> Node {
    let read = |raw: &str| {
        quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_string(), |v| v.into_owned())
    };
    let mut listed = tag.attributes();
    let attributes = listed
        .with_checks(false)
        .flatten()
        .map(|a| (local(a.key.into_inner()), read(&a.value)))
        .collect();
    Node {
        name: local(tag.name().into_inner()),
        attributes,
        children: Vec::new(),
    }
}

/// The character of a reference; named ones beyond XML's own five are those of HTML, which feeds use undeclared.
fn reference(name: &BytesRef) -> String {
    entity(name).unwrap_or_else(|| format!("&{};", &**name))
}

/// What an entity stands for, without its marks: "amp", "#233", "rsquo".
pub fn entity(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return quick_xml::escape::resolve_html5_entity(name).map(str::to_string);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // 128 to 159 are control characters that nobody means: pages count in Windows-1252 there.
    let byte = u8::try_from(code).ok().filter(|b| (128..160).contains(b));
    match byte {
        Some(byte) => Some(
            encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(&[byte])
                .0
                .into_owned(),
        ),
        None => char::from_u32(code)
            .filter(|c| !c.is_control() || c.is_whitespace())
            .map(String::from),
    }
}

fn say(open: &mut [Node], words: &str) {
    if let Some(Node { children, .. }) = open.last_mut() {
        match children.last_mut() {
            Some(Child::Text(last)) => last.push_str(words),
            _ => children.push(Child::Text(words.to_string())),
        }
    }
}

fn close(open: &mut [Node], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(Child::Element(node));
    }
}

/// Closes the innermost open element of this name and all inside it; an end that opens nothing is passed over.
fn end(open: &mut Vec<Node>, name: &str) {
    let known = name.is_empty() || open.iter().skip(1).any(|n| n.name == name);
    while known && open.len() > 1 {
        let Some(node) = open.pop() else { return };
        let is_it = name.is_empty() || node.name == name;
        close(open, node);
        if is_it {
            return;
        }
    }
}

impl Node {
    /// The elements right inside.
    pub fn elements(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|c| match c {
            Child::Element(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The elements right inside that have this name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.elements().filter(move |n| n.name == name)
    }

    /// The first element at the end of this path.
    pub fn at<'a>(&'a self, path: &[&'a str]) -> Option<&'a Node> {
        match path.split_first() {
            None => Some(self),
            Some((first, rest)) => self.named(first).find_map(|n| n.at(rest)),
        }
    }

    /// Every element of this name, however deep, in order.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        self.collect(name, &mut found);
        found
    }

    fn collect<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        for node in self.elements() {
            if node.name == name {
                found.push(node);
            }
            node.collect(name, found);
        }
    }

    /// The first element of this name, however deep.
    pub fn first(&self, name: &str) -> Option<&Node> {
        self.elements().find_map(|n| {
            if n.name == name {
                Some(n)
            } else {
                n.first(name)
            }
        })
    }

    /// An attribute that says something.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let value = self
            .attributes
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.trim().to_string());
        value.filter(|v| !v.is_empty())
    }

    /// All words inside, white space folded; none where there are none.
    pub fn words(&self) -> Option<String> {
        Some(fold(&self.raw())).filter(|w| !w.is_empty())
    }

    /// All words inside as they stand, line breaks kept.
    pub fn raw(&self) -> String {
        let mut raw = String::new();
        self.gather(&mut raw);
        raw
    }

    fn gather(&self, raw: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(words) => raw.push_str(words),
                Child::Element(node) if SILENT.contains(&node.name.as_str()) => {}
                Child::Element(node) => {
                    let is_apart = node.name == "br" || BLOCKS.contains(&node.name.as_str());
                    raw.push_str(if is_apart { " " } else { "" });
                    node.gather(raw);
                    raw.push_str(if is_apart { " " } else { "" });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_forgives_unmatched_ends_and_undeclared_entities() {
        let root =
            parse("<?xml version='1.0'?><x:a k='1 &amp; 2'><p>One&nbsp;<b>two</i></b> R&D</p></c><p>Th&#233;").unwrap();
        assert_eq!(root.attribute("k").as_deref(), Some("1 & 2"));
        let texts: Vec<String> = root.pieces().into_iter().map(|p| p.text).collect();
        assert_eq!(texts, ["One two R&D", "Thé"]);
    }

    #[test]
    fn depth_has_an_end() {
        let deep = "<a>".repeat(100_000);
        assert!(parse(&deep).unwrap_err().contains("levels"));
    }

    #[test]
    fn the_root_is_known_by_its_name() {
        let nitf = "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"n.dtd\">\n<!-- x -->\n<nitf><head/></nitf>";
        assert_eq!(root_name(nitf).as_deref(), Some("nitf"));
        assert_eq!(root_name("Words first <nitf>"), None);
    }
}
