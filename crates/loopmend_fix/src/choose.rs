//! Which fixes can be applied in one pass.

use std::collections::BTreeMap;

use loopmend_core::{Edit, FileEdits};

/// Of fixes, those that can be applied together: each that touches nothing of one before it, in any of its files. The others
/// wait for the next pass.
pub fn without_overlaps<'f>(fixes: impl IntoIterator<Item = &'f [FileEdits]>) -> Vec<bool> {
    let mut taken: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    let mut chosen = Vec::new();
    for files in fixes {
        let fits = files.iter().all(|file| {
            let others = taken.get(file.path.as_str()).map(Vec::as_slice).unwrap_or_default();
            !file.edits.iter().any(|edit| others.iter().any(|other| meet(edit, other)))
        });
        if fits {
            for file in files {
                taken.entry(&file.path).or_default().extend(&file.edits);
            }
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
    use loopmend_core::{Edit, FileEdits, Span};

    use super::without_overlaps;

    fn chosen(fixes: &[&[(u32, u32)]]) -> Vec<bool> {
        let files: Vec<[FileEdits; 1]> = fixes.iter().map(|spans| [file("a.py", spans)]).collect();
        without_overlaps(files.iter().map(|files| files.as_slice()))
    }

    fn file(path: &str, spans: &[(u32, u32)]) -> FileEdits {
        let edit = |(start, end): &(u32, u32)| Edit::replacement(Span::new(*start, *end), "x");
        FileEdits::new(path, spans.iter().map(edit).collect())
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
    fn a_fix_of_several_files_waits_for_the_sake_of_one() {
        let first = [file("a.py", &[(0, 4)])];
        let both = [file("b.py", &[(0, 4)]), file("a.py", &[(2, 3)])];
        let alone = [file("b.py", &[(0, 4)])];
        let chosen = without_overlaps([first.as_slice(), both.as_slice(), alone.as_slice()]);
        assert_eq!(chosen, [true, false, true]);
    }

    #[test]
    fn a_fix_is_taken_whole_or_not_at_all() {
        assert_eq!(chosen(&[&[(0, 0), (9, 9)], &[(0, 0), (20, 20)], &[(20, 20)]]), [true, false, true]);
    }
}
