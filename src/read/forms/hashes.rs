//! The two hashes of the model: of strings, and of keys in a table (both by Austin Appleby, public domain).

/// The multiplier of MurmurHash64A.
const STRING_FACTOR: u64 = 0xc6a4_a793_5bd1_e995;

/// The multipliers of MurmurHash3 for x64 with 128 bits.
const KEY_FACTORS: [u64; 2] = [0x87c3_7b91_1142_53d5, 0x4cf5_ad43_2745_937f];

/// Bytes of a key.
const KEY_LENGTH: u64 = 8;

/// MurmurHash64A of the UTF-8 bytes, with seed 1.
pub fn of_string(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (blocks, rest) = bytes.as_chunks::<8>();
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(STRING_FACTOR);
    for &block in blocks {
        let mut word = u64::from_le_bytes(block).wrapping_mul(STRING_FACTOR);
        word ^= word >> 47;
        hash = (hash ^ word.wrapping_mul(STRING_FACTOR)).wrapping_mul(STRING_FACTOR);
    }
    if !rest.is_empty() {
        let last = rest
            .iter()
            .rev()
            .fold(0, |word, &byte| word << 8 | u64::from(byte));
        hash = (hash ^ last).wrapping_mul(STRING_FACTOR);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(STRING_FACTOR);
    hash ^ hash >> 47
}

/// MurmurHash3 for x64 with 128 bits, as four numbers, of a key's eight bytes.
pub fn of_key(key: u64, seed: u32) -> [u32; 4] {
    let [a, b] = KEY_FACTORS;
    let mixed = key.wrapping_mul(a).rotate_left(31).wrapping_mul(b);
    let (first, second) = (
        u64::from(seed) ^ mixed ^ KEY_LENGTH,
        u64::from(seed) ^ KEY_LENGTH,
    );
    let first = first.wrapping_add(second);
    let (first, second) = (avalanche(first), avalanche(second.wrapping_add(first)));
    let first = first.wrapping_add(second);
    let second = second.wrapping_add(first);
    [
        first as u32,
        (first >> 32) as u32,
        second as u32,
        (second >> 32) as u32,
    ]
}

/// Spreads every bit over all others: the last step of MurmurHash3.
fn avalanche(mut part: u64) -> u64 {
    part = (part ^ part >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    part = (part ^ part >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    part ^ part >> 33
}

#[cfg(test)]
mod tests {
    use super::{of_key, of_string};

    #[test]
    fn hashes_strings_as_the_original() {
        let hashes = ["hello", "hello wörld, and more", "a"].map(of_string);
        assert_eq!(
            hashes,
            [
                5_983_625_672_228_268_878,
                9_472_693_736_987_810_572,
                11_901_859_001_352_538_922
            ]
        );
    }

    #[test]
    fn hashes_keys_as_the_original() {
        let hello = of_key(of_string("hello"), 8);
        assert_eq!(
            hello,
            [2_726_685_510, 2_083_710_382, 4_090_028_265, 978_081_925]
        );
        assert_eq!(of_key(0, 8), [0; 4]);
        assert_eq!(
            of_key(1, 13),
            [1_266_879_892, 1_356_517_611, 318_478_807, 3_343_674_364]
        );
    }
}
