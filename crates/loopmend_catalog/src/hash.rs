//! The hash of the name tables, which the build script and the lookups share.

/// Returns a hash of the length and the first and last bytes. Names that differ only between them share it.
pub(crate) fn hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)), 0),
    };
    let mixed = (first ^ last.rotate_left(29) ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as usize
}

/// Returns the part of a hash that stands beside a place, so that few other names are compared.
pub(crate) fn tag(hash: usize) -> u16 {
    (hash >> 16) as u16
}
