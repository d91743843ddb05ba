//! Vectors of tokens → tree: the best move in each state until nothing is left (greedy arc-eager parsing).

mod lifted;
mod moves;
mod state;

use std::ops::Range;

use moves::{Action, Move};
use state::State;

use super::network::scorer::{Scorer, Slots};
use crate::model::Label;
use crate::tensors::Tensors;

/// The names of the moves in the order of their scores.
const MOVES: &str = include_str!("../data/tree_moves.txt");

/// Tokens of a state that the scores depend on.
const SLOTS: usize = 8;

/// The parser.
#[derive(Debug)]
pub struct TreeMoves {
    moves: Vec<Move>,
    scorer: Scorer,
}

/// The tree of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub struct Tree {
    /// The head of each token, its own number at a root.
    pub heads: Vec<usize>,
    /// The label of each token.
    pub labels: Vec<Label>,
    /// The first and the last token below each, itself included.
    pub edges: Vec<(usize, usize)>,
    /// Whether a sentence starts with each token: the parser may find several in one.
    pub starts: Vec<bool>,
}

impl TreeMoves {
    /// The parser's weights and moves.
    pub fn read(tensors: &Tensors) -> Result<Self, String> {
        let read = |name| Move::read(name).ok_or_else(|| format!("tree_moves.txt: {name}"));
        let moves = MOVES.lines().map(read).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            scorer: Scorer::read(tensors, "tree", SLOTS, moves.len())?,
            moves,
        })
    }

    /// The layers between vectors and scores.
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// The tree of the tokens in a range; `is_space` says which of them are white space.
    pub fn tree(&self, slots: &Slots, tokens: Range<usize>, is_space: &[bool]) -> Tree {
        let mut state = State::new(tokens.len());
        let mut scores = Vec::new();
        while !state.is_final() {
            self.scorer
                .scores(slots, &watched(&state, tokens.start), &mut scores);
            let Some(number) = self.best(&state, &scores) else {
                break;
            };
            self.moves[number].action.apply(&mut state, number);
        }
        self.finished(&state, tokens.len(), is_space)
    }

    /// The valid move with the highest score, the first of equals.
    fn best(&self, state: &State, scores: &[f32]) -> Option<usize> {
        use Action::{Break, Left, Reduce, Right, Shift};
        let valid = [Shift, Reduce, Left, Right, Break].map(|action| action.is_valid(state));
        let mut best: Option<(usize, f32)> = None;
        for (number, (&score, made)) in scores.iter().zip(&self.moves).enumerate() {
            if valid[made.action as usize] && best.is_none_or(|(_, highest)| score > highest) {
                best = Some((number, score));
            }
        }
        best.map(|(number, _)| number)
    }

    fn finished(&self, state: &State, length: usize, is_space: &[bool]) -> Tree {
        let (heads, labels) = ((0..length).collect(), vec![Label::Root; length]);
        let mut tree = Tree {
            heads,
            labels,
            edges: Vec::new(),
            starts: Vec::new(),
        };
        let mut lifted = vec![None; length];
        let arcs = (0..length).filter_map(|token| Some((token, state.arc(token)?)));
        for (token, arc) in arcs {
            let made = self.moves[arc.made_by];
            tree.heads[token] = arc.head;
            tree.labels[token] = made.label;
            lifted[token] = made.lifted_from;
        }
        lifted::lower(&mut tree, &lifted, is_space);
        tree.edges = edges(&tree.heads);
        tree.starts = starts(&tree.heads, &tree.edges);
        tree
    }
}

/// The tokens the scores depend on: two next ones, three on the stack, and children of the outermost.
fn watched(state: &State, first: usize) -> [Option<usize>; SLOTS] {
    let (front, top) = (state.buffer(0), state.stack(0));
    [
        front,
        state.buffer(1),
        top,
        state.stack(1),
        state.stack(2),
        front.and_then(|token| state.left_child(token)),
        top.and_then(|token| state.left_child(token)),
        top.and_then(|token| state.right_child(token)),
    ]
    .map(|token| token.map(|token| first + token))
}

/// The first and the last token below each token, itself included.
fn edges(heads: &[usize]) -> Vec<(usize, usize)> {
    let mut edges: Vec<(usize, usize)> = (0..heads.len()).map(|token| (token, token)).collect();
    for token in 0..heads.len() {
        let mut at = token;
        // A tree is never deeper than it has tokens.
        for _ in 0..heads.len() {
            let head = heads[at];
            if head == at {
                break;
            }
            edges[head] = (edges[head].0.min(token), edges[head].1.max(token));
            at = head;
        }
    }
    edges
}

/// Whether each token is the first of those below one root.
fn starts(heads: &[usize], edges: &[(usize, usize)]) -> Vec<bool> {
    let mut starts = vec![false; heads.len()];
    for (root, _) in heads
        .iter()
        .enumerate()
        .filter(|(token, head)| token == *head)
    {
        starts[edges[root].0] = true;
    }
    starts
}
