//! What one article lacks, says alone or says with other values, as lists.

use super::paint::{Paint, Style, wrap};
use crate::render::base::{Group, NOTHING, Row};
use crate::render::labels::count;

/// Lines of one group.
pub fn lines(group: &Group, columns: usize, paint: Paint) -> Vec<String> {
    let mut out = vec![paint.paint(Style::Bold, &group.title)];
    out.extend(group.rows.iter().flat_map(|r| row(r, columns)));
    if group.rows.is_empty() && group.more == 0 {
        out.push(paint.paint(Style::Dim, &format!("  {NOTHING}")));
    }
    if group.more > 0 {
        let more = match group.rows.is_empty() {
            true => format!(
                "  {}, none certain enough to show here (--all shows them)",
                count(group.more, "fact")
            ),
            false => format!("  {} more: --all", group.more),
        };
        out.push(paint.paint(Style::Dim, &more));
    }
    out
}

/// The id, the statement, and on the last line who says it.
fn row(row: &Row, columns: usize) -> Vec<String> {
    let line = match row.who.is_empty() {
        true => format!("[{}] {}", row.id, row.statement),
        false => format!("[{}] {} ({})", row.id, row.statement, row.who),
    };
    wrap(&line, columns, "", "    ")
}
