//! One linear pass over a web page: what its tags declare, what stands in it, and how deep it nests. No tree is built,
//! so no page is too deep or too broken for it.

use super::joints::Joint;
use super::regions::Regions;
use super::tags::{attribute, find_end, name, tag_end, unescape};
use super::writers::Writers;
use crate::load::text::fold;

/// A block of visible text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The words.
    pub text: String,
    /// The element that holds it, by its number on the page, and the element that holds that one.
    pub within: [usize; 2],
    /// Why it is of no article, where an element says so that holds it.
    pub foreign: Option<&'static str>,
    /// Whether it is an entry of a list.
    pub is_entry: bool,
    /// Whether nearly all its words are links.
    pub is_linked: bool,
}

/// Words under a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The words.
    pub text: String,
    /// How many blocks stand before it.
    pub before: usize,
    /// Whether nearly all its words are links, as under a picture of another story.
    pub is_linked: bool,
}

/// A page as the pass found it.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// `name`, `property` or `itemprop` of each meta tag in small letters, and its content.
    pub metas: Vec<(String, String)>,
    /// Texts of the JSON-LD scripts.
    pub linked: Vec<String>,
    /// The canonical address.
    pub canonical: Option<String>,
    /// Language of the page.
    pub language: Option<String>,
    /// The title of the page.
    pub title: Option<String>,
    /// The first main heading.
    pub heading: Option<String>,
    /// `datetime` of each time element, and whether it is marked as the publication.
    pub times: Vec<(String, bool)>,
    /// Words under pictures; those in asides are left out.
    pub captions: Vec<Caption>,
    /// Every other block of visible text in order.
    pub blocks: Vec<Block>,
    /// Words that the page marks as names of writers, with the number of blocks before them.
    pub writers: Vec<(String, usize)>,
    /// How many elements there are.
    pub elements: usize,
    /// The deepest nesting of elements that do not close by themselves.
    pub depth: usize,
    /// The page without scripts, styles and comments.
    pub lean: String,
}

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that end by themselves where the next one starts.
const SELF_CLOSING: [&str; 16] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rp",
    "rt", "html", "body",
];

/// Items of schema.org that stand in pages of articles and have days and names of their own.
const OTHER_ITEMS: [&str; 7] = [
    "VideoObject",
    "ImageObject",
    "AudioObject",
    "Comment",
    "Person",
    "Organization",
    "Product",
];

/// Elements within a line of text.
pub const INLINE: [&str; 27] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "nobr", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Elements within a line that the extraction loses, with all that follows them in their paragraph: their tags are left
/// out of what it reads.
const UNKNOWN: [&str; 7] = ["bdo", "data", "dfn", "nobr", "samp", "time", "wbr"];

/// Elements of forms, which stand in a paragraph only where they explain a word of it.
const OF_FORMS: [&str; 2] = ["button", "label"];

/// Characters of bare text from which it is a paragraph, not a label.
const PARAGRAPH: usize = 60;

/// Elements after whose start bare text may be a paragraph.
const CONTAINERS: [&str; 9] = [
    "article",
    "blockquote",
    "body",
    "br",
    "center",
    "div",
    "main",
    "section",
    "td",
];

/// Elements whose content is no text of the page.
const RAW: [&str; 5] = ["script", "style", "template", "svg", "iframe"];

/// Reads a page.
pub fn page(html: &str) -> Page {
    let mut scan = Scan {
        page: Page {
            lean: String::with_capacity(html.len() / 2),
            ..Page::default()
        },
        ..Scan::default()
    };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        scan.text(text);
        rest = scan.tag(from);
    }
    scan.text(rest);
    scan.end_run();
    scan.flush();
    scan.page
}

#[derive(Default)]
struct Scan {
    page: Page,
    block: String,
    depth: usize,
    /// The element whose words are wanted for a field, and where in `block` they start.
    holder: Option<&'static str>,
    /// Asides that are open: what they hold is of other articles.
    asides: usize,
    /// How deep the item stands that is open and no article: its properties are its own.
    foreign: Option<usize>,
    /// Whether a paragraph is open.
    in_paragraph: bool,
    /// The text since the last tag that is no part of a line.
    run: Run,
    /// The elements that are open and hold blocks.
    regions: Regions,
    /// Whether two elements of a line meet without a blank.
    joint: Joint,
    /// The element that is open and marked as the name of a writer.
    writers: Writers,
    /// Whether a link is open, and the letters of the block, and those of them in links.
    in_link: bool,
    letters: usize,
    linked: usize,
    /// Whether the block is an entry of a list.
    is_entry: bool,
}

/// Text that may be a paragraph without the tags of one.
#[derive(Default)]
struct Run {
    /// Where it starts in `lean`.
    start: usize,
    /// Whether it stands where a paragraph may stand.
    is_bare: bool,
    /// Its characters, and those of them that are words of links.
    length: usize,
    linked: usize,
    /// Links that are open.
    links: usize,
}

impl Scan {
    fn text(&mut self, text: &str) {
        if self.joint.needs_blank(&self.block, text) {
            self.block.push(' ');
            self.page.lean.push(' ');
        }
        self.block.push_str(text);
        self.page.lean.push_str(text);
        let length = text.trim().chars().count();
        self.letters += length;
        self.linked += if self.in_link { length } else { 0 };
        self.run.length += length;
        if self.run.links > 0 {
            self.run.linked += length;
        }
    }

    /// Whether the tags of an element are left out of what the extraction reads.
    fn is_seen_through(&self, name: &str) -> bool {
        let in_line = self.in_paragraph && !self.block.trim().is_empty();
        UNKNOWN.contains(&name) || in_line && (OF_FORMS.contains(&name) || name.contains('-'))
    }

    /// Whether an element is part of a line of text.
    fn is_inline(&self, name: &str) -> bool {
        INLINE.contains(&name) || self.is_seen_through(name)
    }

    /// Ends the text before a tag that is no part of a line: bare text that is long enough gets the tags of a paragraph,
    /// since the extraction passes over text that stands beside paragraphs.
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.is_bare && run.length >= PARAGRAPH && run.linked * 2 < run.length {
            self.page.lean.insert_str(run.start, "<p>");
            self.page.lean.push_str("</p>");
        }
    }

    /// Begins the text after such a tag.
    fn begin_run(&mut self, name: &str, closes: bool) {
        match name {
            "p" => self.in_paragraph = !closes,
            _ if VOID.contains(&name) => {}
            _ => self.in_paragraph = false,
        }
        self.run = Run {
            start: self.page.lean.len(),
            is_bare: !self.in_paragraph && (closes || CONTAINERS.contains(&name)),
            ..Run::default()
        };
    }

    /// Takes the tag or comment that stands first and gives what follows it.
    fn tag<'a>(&mut self, from: &'a str) -> &'a str {
        let after = |end: &str| {
            from.find(end)
                .and_then(|i| from.get(i + end.len()..))
                .unwrap_or_default()
        };
        if from.starts_with("<!--") {
            return after("-->");
        }
        if !from
            .get(1..2)
            .is_some_and(|c| c.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)))
        {
            self.text("<");
            return from.get(1..).unwrap_or_default();
        }
        let end = tag_end(from);
        let (tag, rest) = from.split_at(end);
        let name = name(tag);
        if RAW.contains(&name.as_str()) {
            return self.raw(&name, tag, rest);
        }
        let (seen_through, inline) = (self.is_seen_through(&name), self.is_inline(&name));
        let closes = tag.starts_with("</");
        if !inline {
            self.end_run();
        }
        if !seen_through {
            self.page.lean.push_str(tag);
        }
        self.joint.pass(&name, closes, inline);
        match name.as_str() {
            "a" => (self.run.links, self.in_link) = (usize::from(!closes), !closes),
            "p" | "li" | "td" | "article" | "section" => self.in_link &= !closes && name != "p",
            _ => {}
        }
        if closes {
            self.close(&name, inline)
        } else {
            self.open(&name, tag, inline)
        }
        if !inline {
            self.begin_run(&name, closes);
        }
        rest
    }

    /// Passes over an element whose content is no text; JSON-LD is kept.
    fn raw<'a>(&mut self, name: &str, tag: &str, rest: &'a str) -> &'a str {
        if tag.starts_with("</") || tag.ends_with("/>") {
            return rest;
        }
        let end = find_end(rest, name);
        let (content, behind) = rest.split_at(end);
        if name == "script" && tag.to_ascii_lowercase().contains("ld+json") {
            self.page.linked.push(content.to_string());
        }
        behind
            .find('>')
            .and_then(|i| behind.get(i + 1..))
            .unwrap_or_default()
    }

    fn open(&mut self, name: &str, tag: &str, inline: bool) {
        self.page.elements += 1;
        if !VOID.contains(&name) && !SELF_CLOSING.contains(&name) && !tag.ends_with("/>") {
            self.depth += 1;
            self.page.depth = self.page.depth.max(self.depth);
            let of_another = |kind: String| {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_string();
                OTHER_ITEMS.contains(&kind.as_str())
            };
            if self.foreign.is_none() && attribute(tag, "itemtype").is_some_and(of_another) {
                self.foreign = Some(self.depth);
            }
        }
        if !inline {
            self.flush();
            self.regions.open(name, tag);
            self.is_entry = matches!(name, "li" | "dd" | "dt") || self.is_entry && name == "p";
        }
        if !VOID.contains(&name) && !tag.ends_with("/>") {
            self.writers.open(name, tag, self.block.len());
        }
        match name {
            "meta" => self.meta(tag),
            "link"
                if attribute(tag, "rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) =>
            {
                self.page.canonical = self
                    .page
                    .canonical
                    .take()
                    .or_else(|| attribute(tag, "href"));
            }
            "html" => self.page.language = attribute(tag, "lang"),
            "time" => {
                let is_publication = tag.contains("pubdate") || tag.contains("datePublished");
                self.page
                    .times
                    .extend(attribute(tag, "datetime").map(|t| (t, is_publication)));
            }
            "title" if self.page.title.is_none() => self.holder = Some("title"),
            "h1" if self.page.heading.is_none() => self.holder = Some("h1"),
            "figcaption" => self.holder = Some("figcaption"),
            "aside" => self.asides += 1,
            _ => {}
        }
    }

    fn meta(&mut self, tag: &str) {
        let Some(content) = attribute(tag, "content") else {
            return;
        };
        for name in ["property", "name", "itemprop", "http-equiv"] {
            let foreign = name == "itemprop" && self.foreign.is_some();
            if let Some(key) = attribute(tag, name).filter(|_| !foreign) {
                self.page.metas.push((key.to_lowercase(), content.clone()));
            }
        }
    }

    fn close(&mut self, name: &str, inline: bool) {
        if !VOID.contains(&name) && !SELF_CLOSING.contains(&name) {
            self.depth = self.depth.saturating_sub(1);
            self.foreign = self.foreign.filter(|depth| *depth <= self.depth);
        }
        self.name_writers(Some(name));
        if !inline {
            self.flush();
            self.regions.close(name);
            self.is_entry &= !matches!(name, "li" | "dd" | "dt" | "ul" | "ol" | "dl");
        }
        if name == "aside" {
            self.asides = self.asides.saturating_sub(1);
        }
        if self.holder == Some(name) {
            self.holder = None;
        }
    }

    /// Keeps the words of an element that names a writer, where it ends or its block does.
    fn name_writers(&mut self, closing: Option<&str>) {
        let Some(start) = self.writers.words(closing) else {
            return;
        };
        let words = self.block.get(start..).unwrap_or_default();
        let words = fold(&unescape(words));
        if !words.is_empty() {
            self.page.writers.push((words, self.page.blocks.len()));
        }
    }

    /// Ends a block of text and puts it where it belongs.
    fn flush(&mut self) {
        self.name_writers(None);
        let text = fold(&unescape(&std::mem::take(&mut self.block)));
        let letters = std::mem::take(&mut self.letters);
        let is_linked = std::mem::take(&mut self.linked) * 10 > letters * 9;
        if text.is_empty() {
            return;
        }
        let block = Block {
            text,
            within: self.regions.within(),
            foreign: self.regions.foreign(),
            is_entry: self.is_entry,
            is_linked,
        };
        match self.holder {
            Some("title") => self.page.title = Some(block.text),
            Some("h1") => {
                self.page.heading.get_or_insert(block.text.clone());
                self.page.blocks.push(block);
            }
            Some(_) if self.asides > 0 => self.page.blocks.push(block),
            Some(_) => self.page.captions.push(Caption {
                text: block.text,
                before: self.page.blocks.len(),
                is_linked,
            }),
            None => self.page.blocks.push(block),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_declare_what_they_declare() {
        let html = "<html lang=en><head><title>A &amp; B</title><meta content='x &quot;y&quot;' property=\"og:title\"/>\
            <link rel=canonical href=https://a.example/b><script type=\"application/ld+json\">{\"a\":\"<p>\"}</script></head>\
            <body><h1>Main <em>line</em></h1><figure><figcaption>Seen here</figcaption></figure><p>One<p>Two<!-- <p>no -->\
            <time datetime=2031-03-12>x</time></body>";
        let page = page(html);
        assert_eq!(page.language.as_deref(), Some("en"));
        assert_eq!(page.title.as_deref(), Some("A & B"));
        assert_eq!(
            page.metas,
            [("og:title".to_string(), "x \"y\"".to_string())]
        );
        assert_eq!(page.canonical.as_deref(), Some("https://a.example/b"));
        assert_eq!(page.heading.as_deref(), Some("Main line"));
        let caption = Caption {
            text: "Seen here".to_string(),
            before: 1,
            is_linked: false,
        };
        assert_eq!(page.captions, [caption]);
        let blocks: Vec<&str> = page.blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(blocks, ["Main line", "One", "Twox"]);
        assert_eq!(page.linked, ["{\"a\":\"<p>\"}"]);
        assert_eq!(page.times, [("2031-03-12".to_string(), false)]);
        assert!(!page.lean.contains("script") && page.lean.contains("Two"));
    }

    #[test]
    fn what_the_extraction_would_lose_is_marked_up_for_it() {
        let long = "The harbour board met for six hours and voted to rebuild the old wall";
        let lean = |html: &str| page(html).lean;
        let bare = lean(&format!(
            "<div>{long}<br><br>{long} <b>again</b>.<p>No.</p></div>"
        ));
        assert_eq!(bare.matches(&format!("<p>{long}")).count(), 2, "{bare}");
        assert!(bare.contains("<b>again</b>.</p>"), "{bare}");
        let menu = lean(&format!(
            "<div><a href=/>{long}</a></div><div>Home</div><li>{long}"
        ));
        assert!(!menu.contains("<p>"), "{menu}");
        let seen = lean("<p>It fell on <time>Mon<wbr>day</time>, a <x-term>gale</x-term>.</p>");
        assert_eq!(seen, "<p>It fell on Monday, a gale.</p>");
    }

    #[test]
    fn what_is_of_another_item_is_not_the_articles() {
        let html = "<div itemscope itemtype=http://schema.org/VideoObject><meta itemprop=datePublished \
            content=2030-01-01></div><meta itemprop=datePublished content=2031-03-12>\
            <aside><figure><figcaption>Elsewhere</figcaption></figure></aside>";
        let page = page(html);
        let day = ("datepublished".to_string(), "2031-03-12".to_string());
        assert_eq!(page.metas, [day]);
        assert!(page.captions.is_empty());
    }

    #[test]
    fn blocks_tell_where_they_stand() {
        let html = "<main><p>One</p><p>Two <a href=/>x</a></p><ul><li><a href=/>Three</a></li><li><p>Four</p></ul>\
            <div class=\"box comments\"><p>Five</div><figure><a href=/><figcaption>Six</figcaption></a></figure></main>\
            <p class=byline><span>Ada Crane</span><span>4 March</span></p><p>by <a rel=author>Bo Lin</a></p>";
        let page = page(html);
        let told: Vec<(&str, bool, bool, bool)> = page
            .blocks
            .iter()
            .map(|b| {
                (
                    b.text.as_str(),
                    b.is_linked,
                    b.is_entry,
                    b.foreign.is_some(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("One", false, false, false),
                ("Two x", false, false, false),
                ("Three", true, true, false),
                ("Four", false, true, false),
                ("Five", false, false, true),
                ("Ada Crane 4 March", false, false, false),
                ("by Bo Lin", false, false, false)
            ]
        );
        let within: Vec<usize> = page.blocks.iter().map(|b| b.within[0]).collect();
        assert!(within[0] == within[1] && within[1] == page.blocks[2].within[1]);
        assert!(page.captions[0].is_linked);
        let writers: Vec<&str> = page.writers.iter().map(|(w, _)| w.as_str()).collect();
        assert_eq!(writers, ["Ada Crane 4 March", "Bo Lin"]);
    }

    #[test]
    fn depth_counts_what_does_not_close_itself() {
        assert_eq!(page(&"<div>".repeat(100_000)).depth, 100_000);
        let flat = page(&"<p>x<br>".repeat(1_000));
        assert!(flat.depth < 2);
        assert_eq!(flat.elements, 2_000);
    }
}
