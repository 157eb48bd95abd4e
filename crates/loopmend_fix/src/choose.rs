//! Which fixes can be applied in one pass.

use loopmend_core::Edit;

/// Of fixes of one file, those that can be applied together: each that touches nothing of one before it. The others wait for
/// the next pass.
pub fn without_overlaps<'f>(fixes: impl IntoIterator<Item = &'f [Edit]>) -> Vec<bool> {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut chosen = Vec::new();
    for edits in fixes {
        let fits = !edits.iter().any(|edit| taken.iter().any(|other| meet(edit, other)));
        if fits {
            taken.extend(edits);
        }
        chosen.push(fits);
    }
    chosen
}

/// Whether the order of two edits would matter: they share a byte, or one inserts where the other begins or ends.
fn meet(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span, other.span);
    let inserts = a.start == a.end || b.start == b.end;
    if inserts { a.start <= b.end && b.start <= a.end } else { a.start < b.end && b.start < a.end }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Edit, Span};

    use super::without_overlaps;

    fn chosen(fixes: &[&[(u32, u32)]]) -> Vec<bool> {
        let edits: Vec<Vec<Edit>> = fixes
            .iter()
            .map(|spans| spans.iter().map(|(a, b)| Edit::replacement(Span::new(*a, *b), "x")).collect())
            .collect();
        without_overlaps(edits.iter().map(Vec::as_slice))
    }

    #[test]
    fn the_first_of_two_that_meet_is_taken() {
        assert_eq!(chosen(&[&[(0, 4)], &[(2, 6)], &[(4, 6)]]), [true, false, true]);
        assert_eq!(
            chosen(&[&[(4, 4)], &[(4, 4)], &[(0, 4)], &[(4, 5)], &[(5, 5)]]),
            [true, false, false, false, true]
        );
    }

    #[test]
    fn a_fix_is_taken_whole_or_not_at_all() {
        assert_eq!(chosen(&[&[(0, 0), (9, 9)], &[(0, 0), (20, 20)], &[(20, 20)]]), [true, false, true]);
    }
}
