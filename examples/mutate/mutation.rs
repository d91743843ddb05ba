//! A number and an input → a mutated input: bytes flipped, cut, repeated, nested, and strange pieces put in.

/// Bytes of the largest mutated input.
const LARGEST: usize = 4 << 20;

/// Pieces that readers of formats take for something.
const PIECES: [&[u8]; 26] = [
    b"<",
    b">",
    b"</p>",
    b"<div>",
    b"<a href=\"",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"&#x110000;",
    b"&amp",
    b"[",
    b"{\"a\":",
    b"\"",
    b"\\ud800",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\r\n",
    b"\n\n",
    b"--",
    b"=",
    b"99999999999999999999",
    b"-1",
    b",",
    b"WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\n",
];

/// A fixed sequence that looks random: SplitMix64, by Sebastiano Vigna, public domain.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, 0 where that is 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A range of at most `longest` bytes.
    fn range(&mut self, length: usize, longest: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let end = (start + self.below(longest)).min(length);
        start..end
    }
}

/// The input of a number.
pub fn mutated(bytes: &[u8], number: u64) -> Vec<u8> {
    let mut sequence = Sequence(number.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let mut out = bytes.to_vec();
    for _ in 0..=sequence.below(4) {
        change(&mut out, &mut sequence);
        out.truncate(LARGEST);
    }
    out
}

fn change(out: &mut Vec<u8>, sequence: &mut Sequence) {
    match sequence.below(8) {
        0 => flip(out, sequence),
        1 => out.truncate(sequence.below(out.len() + 1)),
        2 => drop(out.drain(sequence.range(out.len(), 400))),
        3 => repeat(out, sequence, 400, 2_000),
        4 => nest(out, sequence),
        5 => {
            let piece = PIECES[sequence.below(PIECES.len())];
            insert(out, sequence, piece);
        }
        6 => move_piece(out, sequence),
        _ => repeat(out, sequence, 8, 200_000),
    }
}

fn flip(out: &mut [u8], sequence: &mut Sequence) {
    for _ in 0..=sequence.below(20) {
        let at = sequence.below(out.len());
        if let Some(byte) = out.get_mut(at) {
            *byte ^= 1 << sequence.below(8);
        }
    }
}

/// A piece again and again, behind itself.
fn repeat(out: &mut Vec<u8>, sequence: &mut Sequence, longest: usize, most: usize) {
    let range = sequence.range(out.len(), longest);
    let times = sequence.below(most).min(LARGEST / range.len().max(1));
    let piece = out[range.clone()].repeat(times);
    out.splice(range.end..range.end, piece);
}

/// Something strange many times, as what opens and is never closed.
fn nest(out: &mut Vec<u8>, sequence: &mut Sequence) {
    let piece = PIECES[sequence.below(PIECES.len())];
    let times = sequence.below(100_000).min(LARGEST / piece.len());
    insert(out, sequence, &piece.repeat(times));
}

fn insert(out: &mut Vec<u8>, sequence: &mut Sequence, piece: &[u8]) {
    let at = sequence.below(out.len() + 1);
    out.splice(at..at, piece.iter().copied());
}

fn move_piece(out: &mut Vec<u8>, sequence: &mut Sequence) {
    let piece: Vec<u8> = out.drain(sequence.range(out.len(), 2_000)).collect();
    insert(out, sequence, &piece);
}
