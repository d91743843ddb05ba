//! The moves of the parser: when each may be made and what it does.

use super::state::State;
use crate::model::Label;

/// What a move does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Puts the next token on the stack.
    Shift,
    /// Drops the top of the stack, or puts it back where it has no head yet.
    Reduce,
    /// Makes the top of the stack a child of the next token.
    Left,
    /// Makes the next token a child of the top of the stack, and puts it there.
    Right,
    /// Starts a sentence after the next token.
    Break,
}

/// A move: what it does, and the label of the arc it makes.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    /// What it does.
    pub action: Action,
    /// The label of its arc.
    pub label: Label,
    /// Label of the token the arc's head is a stand-in for, where the tree was flattened (Nivre & Nilsson 2005).
    pub lifted_from: Option<Label>,
}

impl Move {
    /// The move with this name: "S", "D", "L-nsubj", "R-prep||dobj", "B-ROOT".
    pub fn read(name: &str) -> Option<Self> {
        let (action, label) = name.split_once('-').unwrap_or((name, "ROOT"));
        let action = match action {
            "S" => Action::Shift,
            "D" => Action::Reduce,
            "L" => Action::Left,
            "R" => Action::Right,
            "B" => Action::Break,
            _ => return None,
        };
        let (label, lifted_from) = match label.split_once("||") {
            Some((label, head)) => (label, Some(Label::from_name(head)?)),
            None => (label, None),
        };
        Some(Self {
            action,
            label: Label::from_name(label)?,
            lifted_from,
        })
    }
}

impl Action {
    /// Whether it may be done.
    pub fn is_valid(self, state: &State) -> bool {
        let front_starts = state
            .buffer(0)
            .is_some_and(|front| state.starts_sentence(front));
        match self {
            Self::Shift => {
                let is_free = state.buffer(0).is_some_and(|front| !state.is_held(front));
                state.depth() == 0 || state.waiting() >= 2 && !front_starts && is_free
            }
            Self::Reduce => state.depth() > 0,
            Self::Left | Self::Right => state.depth() > 0 && state.waiting() > 0 && !front_starts,
            Self::Break => match (state.buffer(0), state.buffer(1)) {
                (Some(front), Some(next)) => next == front + 1 && !state.starts_sentence(next),
                _ => false,
            },
        }
    }

    /// Does it; the number of the move is kept with the arc.
    pub fn apply(self, state: &mut State, number: usize) {
        match (self, state.stack(0), state.buffer(0)) {
            (Self::Shift, ..) => state.push(),
            (Self::Reduce, Some(top), _) if state.arc(top).is_some() || state.depth() == 1 => {
                state.pop()
            }
            (Self::Reduce, ..) => state.put_back(),
            (Self::Left, Some(top), Some(front)) => {
                state.add_arc(front, top, number);
                state.pop();
                state.release(front);
            }
            (Self::Right, Some(top), Some(front)) => {
                state.add_arc(top, front, number);
                state.push();
            }
            (Self::Break, _, _) => {
                if let Some(next) = state.buffer(1) {
                    state.start_sentence(next);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Label, Move, State};

    #[test]
    fn reads_the_names_of_moves() {
        let lifted = Move::read("R-prep||dobj").expect("a move");
        assert_eq!(
            (lifted.action, lifted.label, lifted.lifted_from),
            (Action::Right, Label::Prep, Some(Label::Dobj))
        );
        assert_eq!(Move::read("S").map(|m| m.action), Some(Action::Shift));
        assert!(Move::read("R-nothing").is_none() && Move::read("X-det").is_none());
    }

    #[test]
    fn a_token_put_back_waits_until_an_arc_changes_something() {
        let mut state = State::new(4);
        for action in [Action::Shift, Action::Shift, Action::Shift, Action::Reduce] {
            action.apply(&mut state, 0);
        }
        assert_eq!((state.buffer(0), state.stack(0)), (Some(2), Some(1)));
        assert!(!Action::Shift.is_valid(&state));
        Action::Left.apply(&mut state, 0);
        assert!(Action::Shift.is_valid(&state));
    }
}
