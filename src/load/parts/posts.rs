//! Embedded posts of social networks: the line that signs one.

use super::Item;
use crate::language::PATTERNS;
use crate::load::draft::Piece;
use crate::model::BlockKind;

/// Bytes of a paragraph that may be a post with its signature; longer ones are not looked through.
const LONGEST: usize = 2_000;

/// Bytes of the longest line that signs a post.
const SIGNATURE: usize = 200;

/// Whether a line signs a post: a dash, a name and a handle, as embedding code of the networks writes it.
pub fn is_signature(line: &str) -> bool {
    line.len() <= SIGNATURE && PATTERNS.post_signature.is_match(line)
}

/// Keeps a line that signs a post beside the text, as captions are.
pub fn sign(item: &mut Item) {
    item.keep(BlockKind::Caption);
}

/// A paragraph that ends with the signature of a post, as two.
pub fn divided(piece: Piece) -> Vec<Piece> {
    let dash = piece.text.rfind(['—', '–']);
    let cut = dash.filter(|&at| {
        let signature = piece.text.get(at..).unwrap_or_default();
        at > 0 && piece.text.len() <= LONGEST && is_signature(signature)
    });
    let Some((post, signature)) = cut.map(|at| piece.text.split_at(at)) else {
        return vec![piece];
    };
    let part = |words: &str| Piece {
        text: words.trim().to_string(),
        role: piece.role,
    };
    vec![part(post), part(signature)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_ends_with_its_signature() {
        let piece = Piece::plain("The wall stands. — Ada Brook (@adabrook) March 4, 2031");
        let parts = divided(piece);
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0].text, "The wall stands.");
        assert!(is_signature(&parts[1].text));
        for line in [
            "— Ada Brook",
            "Write to us (@ledger)",
            "- a dash (and brackets)",
        ] {
            assert!(!is_signature(line), "{line}");
        }
    }
}
