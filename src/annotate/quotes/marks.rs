//! Quotation marks → quoted passages.
//!
//! Every form print uses: straight, curly, doubled apostrophes, guillemets either way round, low-high, CJK corners,
//! single marks; nested; reopened at each paragraph; unclosed. Apostrophes, feet and inches and elisions are not marks.
//! Odd marks never fail: what cannot be paired is left alone.

use crate::language::WORDS;
use crate::span::Span;

/// Words between a pair of quotation marks, in one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// With the marks.
    pub outer: Span,
    /// Without the marks and without white space at the ends.
    pub inner: Span,
    /// How many passages it stands in.
    pub depth: u32,
    /// Whether its own closing mark was found; an unclosed passage ends with its block.
    pub closed: bool,
}

/// What one mark can do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    Either,
}

/// Which pair a mark belongs to; a mark closes only its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    Corner,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    family: Family,
    role: Role,
}

struct Open {
    mark: Mark,
    depth: u32,
}

/// The passages of the given blocks in order of their start; a passage never leaves its block.
pub fn passages(text: &str, blocks: &[Span]) -> Vec<Passage> {
    let mut found: Vec<Passage> = blocks
        .iter()
        .flat_map(|block| in_block(text, *block))
        .collect();
    found.sort_by_key(|p| (p.outer.start, std::cmp::Reverse(p.outer.end)));
    found
}

fn in_block(text: &str, block: Span) -> Vec<Passage> {
    let marks = marks(text, block);
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        let inside = open.iter().rposition(|o| o.mark.family == mark.family);
        match (mark.role, inside) {
            (Role::Close | Role::Either, Some(at)) if closes(text, &marks, i) => {
                let opened = open.drain(at..).next();
                found.extend(
                    opened
                        .and_then(|o| passage(text, o.mark.span, Some(mark.span), o.depth, block)),
                );
            }
            (Role::Open | Role::Either, _) if opens(text, &marks, i, block) => {
                open.push(Open {
                    mark: *mark,
                    depth: open.len() as u32,
                });
            }
            _ => {}
        }
    }
    found.extend(unclosed(text, &open, &found, block));
    found
}

/// A passage that runs to the end of its block: only double marks are sure enough, and only when nothing is quoted after.
fn unclosed(text: &str, open: &[Open], found: &[Passage], block: Span) -> Option<Passage> {
    let o = open
        .first()
        .filter(|o| o.mark.family == Family::Double && o.mark.role == Role::Open)?;
    let alone = found.iter().all(|p| p.outer.start < o.mark.span.start);
    alone.then(|| passage(text, o.mark.span, None, o.depth, block))?
}

fn passage(
    text: &str,
    open: Span,
    close: Option<Span>,
    depth: u32,
    block: Span,
) -> Option<Passage> {
    let end = close.map_or(block.end, |c| c.start);
    let words = text.get(open.end..end)?;
    let start = open.end + (words.len() - words.trim_start().len());
    let inner = Span::new(start, start + words.trim().len());
    let has_words = inner.of(text).chars().any(char::is_alphanumeric);
    let outer = Span::new(open.start, close.map_or(block.end, |c| c.end));
    has_words.then_some(Passage {
        outer,
        inner,
        depth,
        closed: close.is_some(),
    })
}

/// Whether a mark that could close really does: inches inside a quotation do not, an elision does not.
fn closes(text: &str, marks: &[Mark], i: usize) -> bool {
    let Some(mark) = marks.get(i) else {
        return false;
    };
    let after_digit = before(text, mark.span.start).is_some_and(|c| c.is_ascii_digit());
    if !after_digit || mark.role != Role::Close && mark.family == Family::Double {
        return true;
    }
    // 6'2" inside a quotation: the next mark of the family closes instead, with no opening between.
    let next = marks.iter().skip(i + 1).find(|m| m.family == mark.family);
    let continues = after(text, mark.span.end).is_some_and(char::is_whitespace)
        && text
            .get(mark.span.end..)
            .is_some_and(|r| r.trim_start().starts_with(char::is_lowercase));
    !(continues && next.is_some_and(|m| m.role == Role::Close))
}

/// Whether a mark that could open really does: a single one needs a partner, a straight one after a digit is a unit.
fn opens(text: &str, marks: &[Mark], i: usize, block: Span) -> bool {
    let Some(mark) = marks.get(i) else {
        return false;
    };
    match mark.family {
        Family::Single => marks
            .iter()
            .skip(i + 1)
            .any(|m| m.family == Family::Single && m.role != Role::Open),
        Family::Double if mark.role == Role::Either => {
            !before(text, mark.span.start).is_some_and(|c| c.is_ascii_digit())
                && mark.span.end < block.end
        }
        _ => true,
    }
}

fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Every mark of a block in order.
fn marks(text: &str, block: Span) -> Vec<Mark> {
    let words = block.of(text);
    let mut found = Vec::new();
    let mut skip_to = 0;
    for (at, c) in words.char_indices() {
        if at < skip_to {
            continue;
        }
        let start = block.start + at;
        let next = words
            .get(at + c.len_utf8()..)
            .and_then(|r| r.chars().next());
        let doubled = matches!(c, '\'' | '`' | '’' | '‘') && next == Some(c);
        let len = if doubled {
            2 * c.len_utf8()
        } else {
            c.len_utf8()
        };
        skip_to = at + len;
        let around = Around::read(text, block, Span::new(start, start + len));
        found.extend(if doubled {
            around.doubled(c)
        } else {
            around.single_character(c)
        });
    }
    pair_singles(text, &mut found);
    found
}

/// A mark with the characters around it.
struct Around {
    span: Span,
    before: Option<char>,
    after: Option<char>,
    rest: String,
}

impl Around {
    fn read(text: &str, block: Span, span: Span) -> Self {
        let left = text.get(block.start..span.start).unwrap_or("");
        let right = text.get(span.end..block.end).unwrap_or("");
        Self {
            span,
            before: left.chars().next_back(),
            after: right.chars().next(),
            rest: right
                .chars()
                .take_while(|c| c.is_alphanumeric())
                .take(8)
                .collect::<String>()
                .to_lowercase(),
        }
    }

    fn mark(&self, family: Family, role: Role) -> Option<Mark> {
        Some(Mark {
            span: self.span,
            family,
            role,
        })
    }

    fn doubled(&self, c: char) -> Option<Mark> {
        match c {
            '`' | '‘' => self.mark(Family::Double, Role::Open),
            _ => self.mark(Family::Double, self.straight()),
        }
    }

    fn single_character(&self, c: char) -> Option<Mark> {
        match c {
            '"' | '＂' => self.mark(Family::Double, self.straight()),
            '“' | '„' | '‟' => self.mark(
                Family::Double,
                if self.is_free() {
                    Role::Open
                } else {
                    Role::Either
                },
            ),
            // A closing mark where nothing stands before it was set for an opening one.
            '”' if self.before.is_none() && self.after.is_some_and(char::is_alphanumeric) => {
                self.mark(Family::Double, Role::Open)
            }
            '”' | '〞' => self.mark(Family::Double, Role::Close),
            '«' | '‹' => self.mark(
                Family::Guillemet,
                if self.ends_word() {
                    Role::Either
                } else {
                    Role::Open
                },
            ),
            '»' | '›' => self.mark(
                Family::Guillemet,
                if self.starts_word() {
                    Role::Either
                } else {
                    Role::Close
                },
            ),
            '「' | '『' | '《' => self.mark(Family::Corner, Role::Open),
            '」' | '』' | '》' => self.mark(Family::Corner, Role::Close),
            '‘' | '‚' | '‛' => {
                (!self.is_elision()).then(|| self.mark(Family::Single, Role::Open))?
            }
            '\'' | '’' | '`' => self.apostrophe(),
            _ => None,
        }
    }

    /// White space, a bracket, a dash or another mark before it: nothing it could close.
    fn is_free(&self) -> bool {
        self.before
            .is_none_or(|c| c.is_whitespace() || "([{—–―-/\"“‘'’…:".contains(c))
    }

    fn starts_word(&self) -> bool {
        self.is_free() && self.after.is_some_and(|c| !c.is_whitespace())
    }

    fn ends_word(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace())
            && self
                .after
                .is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation())
    }

    /// What a straight mark can do.
    fn straight(&self) -> Role {
        let gap_before = self
            .before
            .is_none_or(|c| c.is_whitespace() || "([{—–―".contains(c));
        let gap_after = self
            .after
            .is_none_or(|c| c.is_whitespace() || ")]}—–―.,;:!?".contains(c));
        match (gap_before, gap_after) {
            (true, false) => Role::Open,
            (false, true) => Role::Close,
            _ => Role::Either,
        }
    }

    /// 'em, 'til, '90s: an apostrophe that stands for something left out.
    fn is_elision(&self) -> bool {
        let decade = self.rest.starts_with(|c: char| c.is_ascii_digit())
            && self.rest.trim_end_matches('s').len() == 2
            && self
                .rest
                .trim_end_matches('s')
                .chars()
                .all(|c| c.is_ascii_digit());
        decade || WORDS.elided.contains(&self.rest)
    }

    fn apostrophe(&self) -> Option<Mark> {
        let word_before = self.before.is_some_and(char::is_alphanumeric);
        let word_after = self.after.is_some_and(char::is_alphanumeric);
        if word_before && word_after {
            return None;
        }
        let opening = self.is_free()
            && self
                .after
                .is_some_and(|c| c.is_alphanumeric() || "[($…“\"".contains(c));
        if opening {
            return (!self.is_elision()).then(|| self.mark(Family::Single, Role::Open))?;
        }
        let closing = self.before.is_some_and(|c| !c.is_whitespace())
            && !self.before.is_some_and(|c| c.is_ascii_digit())
            && !self.after.is_some_and(char::is_alphanumeric);
        closing.then(|| self.mark(Family::Single, Role::Close))?
    }
}

/// Takes possessive apostrophes ("the workers' claim") out of the single marks: of the marks that could close a single
/// quotation the first that cannot be a possessive does, else the last.
fn pair_singles(text: &str, marks: &mut Vec<Mark>) {
    let mut drop = vec![false; marks.len()];
    let mut i = 0;
    while i < marks.len() {
        let Some(mark) = marks.get(i).copied() else {
            break;
        };
        if mark.family != Family::Single {
            i += 1;
            continue;
        }
        if mark.role == Role::Close {
            drop.iter_mut().skip(i).take(1).for_each(|d| *d = true);
            i += 1;
            continue;
        }
        let (close, skipped) = closing_of(text, marks, i);
        for at in skipped.into_iter().chain(close.is_none().then_some(i)) {
            drop.iter_mut().skip(at).take(1).for_each(|d| *d = true);
        }
        i = close.map_or(i + 1, |c| c + 1);
    }
    let mut at = 0;
    marks.retain(|_| {
        at += 1;
        !drop.get(at - 1).copied().unwrap_or(false)
    });
}

/// Index of the mark that closes the single quotation opened at `open`, and the apostrophes before it.
fn closing_of(text: &str, marks: &[Mark], open: usize) -> (Option<usize>, Vec<usize>) {
    let mut possessives = Vec::new();
    let mut depth_double = 0i32;
    for (i, mark) in marks.iter().enumerate().skip(open + 1) {
        match (mark.family, mark.role) {
            (Family::Double, Role::Open) => depth_double += 1,
            (Family::Double, _) => depth_double -= 1,
            (Family::Single, Role::Open) => break,
            (Family::Single, _) if is_sure_close(text, mark.span) => return (Some(i), possessives),
            (Family::Single, _) => possessives.push(i),
            _ => {}
        }
        if depth_double < 0 {
            break;
        }
    }
    let close = possessives.pop();
    (close, possessives)
}

/// A closing mark that is no possessive: not behind an s, or with punctuation on one side.
fn is_sure_close(text: &str, span: Span) -> bool {
    !matches!(before(text, span.start), Some('s' | 'S' | 'z' | 'x'))
        || after(text, span.end).is_none_or(|c| !c.is_whitespace())
}
