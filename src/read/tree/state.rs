//! A tree half built: tokens waiting, tokens on the stack, arcs so far (Nivre 2003, with the non-monotonic arcs of
//! Honnibal & Johnson 2015).

/// An arc down to a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The token above.
    pub head: usize,
    /// The move that made it.
    pub made_by: usize,
}

/// The state of the parser.
#[derive(Debug)]
pub struct State {
    stack: Vec<usize>,
    /// Tokens put back from the stack, the next one last.
    returned: Vec<usize>,
    /// First token that never left the buffer.
    next: usize,
    arcs: Vec<Option<Arc>>,
    /// Children on the left and on the right of each token, in the order in which they were added.
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
    is_held: Vec<bool>,
    starts_sentence: Vec<bool>,
}

impl State {
    /// So many tokens, all waiting.
    pub fn new(length: usize) -> Self {
        Self {
            stack: Vec::with_capacity(length),
            returned: Vec::new(),
            next: 0,
            arcs: vec![None; length],
            left: vec![Vec::new(); length],
            right: vec![Vec::new(); length],
            is_held: vec![false; length],
            starts_sentence: vec![false; length],
        }
    }

    /// The token so many places below the top of the stack.
    pub fn stack(&self, depth: usize) -> Option<usize> {
        self.stack.iter().rev().nth(depth).copied()
    }

    /// The token so many places after the front of the buffer.
    pub fn buffer(&self, place: usize) -> Option<usize> {
        let fresh = || {
            place
                .checked_sub(self.returned.len())
                .map(|place| self.next + place)
        };
        self.returned
            .iter()
            .rev()
            .nth(place)
            .copied()
            .or_else(fresh)
            .filter(|&token| token < self.arcs.len())
    }

    /// Tokens on the stack.
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    /// Tokens in the buffer.
    pub fn waiting(&self) -> usize {
        self.returned.len() + self.arcs.len() - self.next
    }

    /// Whether nothing is left to do.
    pub fn is_final(&self) -> bool {
        self.depth() == 0 && self.waiting() == 0
    }

    /// The arc to a token.
    pub fn arc(&self, token: usize) -> Option<Arc> {
        self.arcs[token]
    }

    /// The child on the left that was added last.
    pub fn left_child(&self, token: usize) -> Option<usize> {
        self.left[token].last().copied()
    }

    /// The child on the right that was added last.
    pub fn right_child(&self, token: usize) -> Option<usize> {
        self.right[token].last().copied()
    }

    /// Whether a token came back from the stack and may not just go there again.
    pub fn is_held(&self, token: usize) -> bool {
        self.is_held[token]
    }

    /// Whether a sentence starts with a token.
    pub fn starts_sentence(&self, token: usize) -> bool {
        self.starts_sentence[token]
    }

    /// Moves the front of the buffer to the stack.
    pub fn push(&mut self) {
        let Some(front) = self.buffer(0) else { return };
        if self.returned.pop().is_none() {
            self.next += 1;
        }
        self.stack.push(front);
    }

    /// Drops the top of the stack.
    pub fn pop(&mut self) {
        self.stack.pop();
    }

    /// Moves the top of the stack back to the buffer.
    pub fn put_back(&mut self) {
        let Some(top) = self.stack.pop() else { return };
        self.is_held[top] = true;
        self.returned.push(top);
    }

    /// Adds an arc; one that led to the same token before is dropped.
    pub fn add_arc(&mut self, head: usize, child: usize, made_by: usize) {
        if let Some(old) = self.arcs[child] {
            self.children(old.head, child)
                .retain(|&other| other != child);
        }
        self.children(head, child).push(child);
        self.arcs[child] = Some(Arc { head, made_by });
    }

    /// Lets a token that came back go to the stack again: something changed, so it will not go on for ever.
    pub fn release(&mut self, token: usize) {
        self.is_held[token] = false;
    }

    /// Starts a sentence with a token.
    pub fn start_sentence(&mut self, token: usize) {
        self.starts_sentence[token] = true;
    }

    fn children(&mut self, head: usize, child: usize) -> &mut Vec<usize> {
        if child < head {
            &mut self.left[head]
        } else {
            &mut self.right[head]
        }
    }
}
