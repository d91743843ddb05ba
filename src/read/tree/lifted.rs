//! Arcs lifted in training so that none cross → arcs where they belong (Nivre & Nilsson 2005, the "head" scheme).

use super::Tree;
use crate::model::Label;

/// Hangs each lifted token under the nearest token below its head that has the label the arc names.
pub fn lower(tree: &mut Tree, lifted: &[Option<Label>], is_space: &[bool]) {
    for (token, label) in lifted.iter().enumerate() {
        if let Some(head) =
            label.and_then(|label| below(tree, tree.heads[token], token, label, is_space))
        {
            tree.heads[token] = head;
        }
    }
}

/// The first token with a label below a head, level by level, each from left to right.
fn below(
    tree: &Tree,
    head: usize,
    lifted: usize,
    label: Label,
    is_space: &[bool],
) -> Option<usize> {
    let mut level = vec![head];
    for _ in 0..tree.heads.len() {
        let mut next = Vec::new();
        for &parent in &level {
            let children =
                (0..tree.heads.len()).filter(|&t| t != parent && tree.heads[t] == parent);
            for child in children.filter(|&t| t != lifted && !is_space[t]) {
                if tree.labels[child] == label {
                    return Some(child);
                }
                next.push(child);
            }
        }
        level = next;
    }
    None
}
