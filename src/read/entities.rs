//! Vectors of tokens → entities: the best move at each token (Begin, In, Last, Unit, Out; Ratinov & Roth 2009).

use std::ops::Range;

use super::network::scorer::{Scorer, Slots};
use crate::model::{EntitySpan, EntityType};
use crate::tensors::Tensors;

/// The names of the moves in the order of their scores.
const MOVES: &str = include_str!("data/entity_moves.txt");

/// Tokens of a state that the scores depend on.
const SLOTS: usize = 3;

/// The name recognizer.
#[derive(Debug)]
pub struct EntityMoves {
    moves: Vec<Move>,
    scorer: Scorer,
}

/// What a move makes of the next token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Begin(EntityType),
    In(EntityType),
    Last(EntityType),
    Unit(EntityType),
    Out,
    /// A relic of training that is never made.
    Never,
}

/// What the moves may depend on besides the scores.
struct Place {
    open: Option<(usize, EntityType)>,
    is_space: bool,
    /// Whether another token of the same sentence follows.
    continues: bool,
}

impl EntityMoves {
    /// The recognizer's weights and moves.
    pub fn read(tensors: &Tensors) -> Result<Self, String> {
        let read = |name| Move::read(name).ok_or_else(|| format!("entity_moves.txt: {name}"));
        let moves = MOVES.lines().map(read).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            scorer: Scorer::read(tensors, "entity", SLOTS, moves.len())?,
            moves,
        })
    }

    /// The layers between vectors and scores.
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// The entities of the tokens in a range; they keep within the parser's sentences and start with no white space.
    pub fn entities(
        &self,
        slots: &Slots,
        tokens: Range<usize>,
        is_space: &[bool],
        starts: &[bool],
    ) -> Vec<EntitySpan> {
        let mut out = Vec::new();
        let mut open: Option<(usize, EntityType)> = None;
        let mut scores = Vec::new();
        for (token, &is_space) in is_space.iter().enumerate() {
            let at = tokens.start + token;
            let first = open.map(|(first, _)| tokens.start + first);
            self.scorer.scores(
                slots,
                &[Some(at), first, first.map(|_| at - 1)],
                &mut scores,
            );
            let continues = starts.get(token + 1).is_some_and(|starts| !starts);
            let place = Place {
                open,
                is_space,
                continues,
            };
            let entity = |first: usize, kind| EntitySpan {
                tokens: first as u32..token as u32 + 1,
                kind,
            };
            match (self.best(&place, &scores), open) {
                (Move::Begin(kind), _) => open = Some((token, kind)),
                (Move::Unit(kind), _) => out.push(entity(token, kind)),
                (Move::Last(kind), Some((first, _))) => {
                    out.push(entity(first, kind));
                    open = None;
                }
                _ => {}
            }
        }
        out
    }

    /// The valid move with the highest score, the first of equals.
    fn best(&self, place: &Place, scores: &[f32]) -> Move {
        let mut best: Option<(Move, f32)> = None;
        for (&made, &score) in self.moves.iter().zip(scores) {
            if best.is_none_or(|(_, highest)| score > highest) && made.is_valid(place) {
                best = Some((made, score));
            }
        }
        best.map_or(Move::Out, |(made, _)| made)
    }
}

impl Move {
    fn read(name: &str) -> Option<Self> {
        let (action, kind) = name.split_once('-').unwrap_or((name, ""));
        match (action, EntityType::from_name(kind)) {
            ("B", Some(kind)) => Some(Self::Begin(kind)),
            ("I", Some(kind)) => Some(Self::In(kind)),
            ("L", Some(kind)) => Some(Self::Last(kind)),
            ("U", Some(kind)) => Some(Self::Unit(kind)),
            ("U", None) if kind.is_empty() => Some(Self::Never),
            ("O", None) => Some(Self::Out),
            _ => None,
        }
    }

    fn is_valid(self, place: &Place) -> bool {
        let open = place.open.map(|(_, kind)| kind);
        match self {
            Self::Begin(_) => open.is_none() && !place.is_space && place.continues,
            Self::In(kind) => open == Some(kind) && place.continues,
            Self::Last(kind) => open == Some(kind),
            Self::Unit(_) => open.is_none() && !place.is_space,
            Self::Out => open.is_none(),
            Self::Never => false,
        }
    }
}
