//! A draft → an article: which lines are title, byline, date, caption or heading, which are the text, and which are
//! the page round it.

mod agencies;
mod body;
mod boxes;
mod bylines;
mod captions;
#[cfg(test)]
mod cases;
mod date_lines;
mod datelines;
mod foreign_dates;
mod head;
mod markup;
mod phrases;
mod posts;
mod stamps;
mod teasers;

use super::draft::{Draft, Piece, Role};
use super::text::{ends_sentence, fold, spaced};
use crate::model::{Article, Block, BlockKind, DateSource, Residue};
use crate::span::Span;

/// What becomes of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is part of the article.
    Keep(BlockKind),
    /// It is set apart, for this reason.
    Drop(&'static str),
}

/// A piece on its way to a verdict.
#[derive(Clone, Debug)]
struct Item {
    /// The words without marks.
    text: String,
    /// The words as they stood.
    printed: String,
    /// What the format says.
    role: Role,
    /// A picture credit cut from the end.
    credit: Option<String>,
    /// The line is nothing but links, or a picture.
    is_link: bool,
    is_image: bool,
    bold_end: Option<String>,
    verdict: Option<Verdict>,
}

impl Item {
    fn new(piece: Piece) -> Self {
        let plain = markup::plain(&piece.text);
        let role = if plain.is_heading {
            Role::Heading
        } else {
            piece.role
        };
        Self {
            text: plain.text,
            printed: piece.text,
            role,
            credit: None,
            is_link: plain.is_link,
            is_image: plain.is_image,
            bold_end: plain.bold_end,
            verdict: None,
        }
    }

    fn words(&self) -> usize {
        self.text.split(' ').count()
    }

    fn keep(&mut self, kind: BlockKind) {
        self.verdict = Some(Verdict::Keep(kind));
    }

    fn drop(&mut self, reason: &'static str) {
        self.verdict = Some(Verdict::Drop(reason));
    }

    fn is_open(&self) -> bool {
        self.verdict.is_none()
    }

    fn is_body(&self) -> bool {
        self.verdict == Some(Verdict::Keep(BlockKind::Body))
    }

    /// Whether it reads as running text: a sentence of some length, or long whatever its end.
    fn is_prose(&self) -> bool {
        self.role.is_open()
            && ((self.words() >= 8 && ends_sentence(&self.text))
                || self.words() >= 25
                || has_inner_stop(&self.text))
    }
}

/// Whether a sentence ends inside the text and another starts.
fn has_inner_stop(text: &str) -> bool {
    let ends = [". ", "? ", "! ", ".” ", ".\" "];
    text.split(' ').count() >= 8 && ends_sentence(text) && ends.iter().any(|e| text.contains(e))
}

/// The article in a draft.
pub fn article(draft: Draft) -> Article {
    let mut article = Article {
        headline: draft
            .headline
            .as_deref()
            .map(fold)
            .filter(|h| !h.is_empty()),
        outlet: draft.outlet.clone().unwrap_or_default(),
        url: draft.url.clone(),
        section: draft.section.clone(),
        language: draft.language.clone(),
        dateline: draft.dateline.clone(),
        wire: draft.wire.clone(),
        updated: draft.updated.as_deref().and_then(stamps::iso),
        residue: draft.residue.clone(),
        ..Article::default()
    };
    if let Some((printed, source)) = &draft.published
        && let Some(date) = stamps::iso(printed)
    {
        (article.published, article.published_from) = (Some(date), Some(*source));
    }
    for line in &draft.byline {
        let found = bylines::cued(line).unwrap_or_else(|| bylines::names(line));
        add_writers(&mut article, found);
    }
    let without_boxes = |mut piece: Piece| {
        let (text, boxes) = boxes::cut(&spaced(&piece.text));
        piece.text = text;
        let residue = boxes.into_iter().map(|text| Residue {
            text,
            reason: "links inside the text".to_string(),
        });
        (piece, residue.collect::<Vec<_>>())
    };
    let (pieces, boxes): (Vec<Piece>, Vec<Vec<Residue>>) =
        draft.pieces.into_iter().map(without_boxes).unzip();
    article.residue.extend(boxes.into_iter().flatten());
    let mut items: Vec<Item> = pieces
        .into_iter()
        .flat_map(posts::divided)
        .flat_map(captions::divided)
        .map(Item::new)
        .filter(|i| !i.printed.is_empty())
        .collect();
    body::marks(&mut items, &mut article);
    head::sort(&mut items, &mut article);
    body::sort(&mut items, &mut article);
    teasers::sort(&mut items, article.headline.as_deref());
    head::ask(&draft.above, &mut article);
    write(&mut article, items, draft.subheadline);
    date(&mut article);
    article
}

/// Whether letters in brackets stand for the outlet itself: "CNN" on the pages of "CNN Online".
fn is_of(outlet: &str, letters: &str) -> bool {
    outlet == letters || outlet.split(' ').any(|word| word == letters)
}

/// Adds writers. An agency among them is a credit, and an outlet no writer of its own articles.
fn add_writers(article: &mut Article, names: Vec<String>) {
    for name in names {
        if name == article.outlet || bylines::is_of_page(&name) {
            continue;
        }
        if let Some(agency) = agencies::agency(&name) {
            add_wire(article, agency);
            continue;
        }
        if !article.byline.contains(&name) {
            article.byline.push(name);
        }
    }
}

fn add_wire(article: &mut Article, agency: String) {
    if !article.wire.contains(&agency) {
        article.wire.push(agency);
    }
}

/// Writes kept pieces into the text and the others into the residue, in order.
fn write(article: &mut Article, items: Vec<Item>, subheadline: Option<String>) {
    if let Some(title) = article.headline.clone() {
        push(article, &title, BlockKind::Headline);
    }
    if let Some(line) = subheadline
        .as_deref()
        .map(fold)
        .filter(|l| !l.is_empty() && Some(l) != article.headline.as_ref())
    {
        push(article, &line, BlockKind::Subheading);
    }
    for item in items {
        match item.verdict {
            Some(Verdict::Keep(BlockKind::Headline)) => {}
            Some(Verdict::Keep(kind)) => {
                push(article, &item.text, kind);
                if let Some(credit) = item.credit {
                    article.residue.push(Residue {
                        text: credit,
                        reason: "photo credit".to_string(),
                    });
                }
            }
            Some(Verdict::Drop(reason)) => article.residue.push(Residue {
                text: item.printed,
                reason: reason.to_string(),
            }),
            None => push(article, &item.text, BlockKind::Body),
        }
    }
}

fn push(article: &mut Article, words: &str, kind: BlockKind) {
    if !article.text.is_empty() {
        article.text.push_str("\n\n");
    }
    let start = article.text.len();
    article.text.push_str(words);
    article.blocks.push(Block {
        span: Span::new(start, article.text.len()),
        kind,
    });
}

/// Reads the dateline, and the date from it or from the address where no line of the page gave one.
fn date(article: &mut Article) {
    let first = article
        .blocks
        .iter()
        .find(|b| b.kind == BlockKind::Body)
        .map(|b| b.span.of(&article.text).to_string());
    if let Some(read) = first.and_then(|text| datelines::read(&text)) {
        if let Some(agency) = read
            .agency
            .as_deref()
            .filter(|a| !is_of(&article.outlet, a))
        {
            let named = agencies::agency(agency).unwrap_or_else(|| agency.to_string());
            add_wire(article, named);
        }
        if article.published.is_none()
            && let Some(day) = read.date.as_deref().and_then(crate::dates::full_day)
        {
            (article.published, article.published_from) =
                (Some(day.to_string()), Some(DateSource::Dateline));
        }
        article.dateline.get_or_insert(read.printed);
    }
    if article.published.is_none() {
        let in_address = article.url.as_deref().and_then(stamps::in_address);
        // A page that tells only when it was updated was published no later.
        let day = in_address.or_else(|| article.updated.clone());
        article.published_from = day
            .as_ref()
            .map(|_| DateSource::Text)
            .or(article.published_from);
        article.published = day;
    }
    let last = article
        .blocks
        .iter()
        .rfind(|b| b.kind == BlockKind::Body)
        .map(|b| b.span.of(&article.text));
    if let Some(agency) = last.and_then(agencies::signed) {
        add_wire(article, agency);
    }
}
