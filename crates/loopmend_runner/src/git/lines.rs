//! How two texts differ, line by line.

use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

/// Two texts that have nothing in common are compared so long; then what is left counts as changed.
const TIME_LIMIT: Duration = Duration::from_secs(2);

/// The lines of `after` (from 1) that are new or changed, ascending: none where lines were only taken out. `None` for the same
/// text. Line endings do not count.
pub(super) fn changed_lines(before: &[u8], after: &[u8]) -> Option<Vec<RangeInclusive<u32>>> {
    let (before, after) = (lines(before), lines(after));
    let deadline = Instant::now() + TIME_LIMIT;
    let steps = capture_diff_slices_deadline(Algorithm::Myers, &before, &after, Some(deadline));
    let mut is_same = true;
    let mut changed = Vec::new();
    for step in steps {
        match step {
            DiffOp::Equal { .. } => continue,
            DiffOp::Delete { .. } => {}
            DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. } => {
                let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
                changed.push(number(new_index + 1)..=number(new_index + new_len));
            }
        }
        is_same = false;
    }
    (!is_same).then_some(changed)
}

/// Whether two texts differ in their line endings at most.
pub(super) fn is_same_text(one: &[u8], other: &[u8]) -> bool {
    one == other || lines(one) == lines(other)
}

fn lines(text: &[u8]) -> Vec<&[u8]> {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::{changed_lines, is_same_text};

    #[test]
    fn new_and_changed_lines_are_told_from_those_that_moved() {
        assert_eq!(changed_lines(b"1\n2\n3\n", b"1\ntwo\n3\nfour\n"), Some(vec![2..=2, 4..=4]));
        assert_eq!(changed_lines(b"1\n2\n3\n", b"0\n1\n2\n3\n"), Some(vec![1..=1]));
        assert_eq!(changed_lines(b"1\n2\n3\n", b"1\n3\n"), Some(Vec::new()));
        assert_eq!(changed_lines(b"1\n2\n", b"1\n2\n"), None);
        assert_eq!(changed_lines(b"", b"1\n2\n"), Some(vec![1..=2]));
    }

    #[test]
    fn line_endings_do_not_count() {
        assert_eq!(changed_lines(b"1\n2\n", b"1\r\n2\r\n"), None);
        assert_eq!(changed_lines(b"1\r\n2\r\n", b"1\ntwo"), Some(vec![2..=2]));
        assert!(is_same_text(b"1\r\n2", b"1\n2\n") && !is_same_text(b"1\n2", b"1\n\n2"));
    }
}
