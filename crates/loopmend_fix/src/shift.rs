//! Where things are after edits.

use loopmend_core::{Edit, Span};

/// What edits of one text do to places in it.
#[derive(Clone, Debug, Default)]
pub struct Shift {
    /// The spans that are replaced, ascending, with the bytes that stand there afterwards.
    replaced: Vec<(Span, i64)>,
}

impl Shift {
    /// The shift of edits that are sorted and do not overlap.
    pub fn new<'e>(edits: impl IntoIterator<Item = &'e Edit>) -> Self {
        Self { replaced: edits.into_iter().map(|edit| (edit.span, edit.replacement.len() as i64)).collect() }
    }

    /// What became of a range: with the new text of every edit that touches it.
    pub fn image(&self, span: Span) -> Span {
        let mut moved = 0;
        let mut image = (i64::from(span.start), i64::from(span.end));
        let mut has_start = false;
        for (replaced, length) in &self.replaced {
            let (start, end) = (i64::from(replaced.start), i64::from(replaced.end));
            if end < i64::from(span.start) || (end == i64::from(span.start) && start < end) {
                moved += length - (end - start);
                continue;
            }
            if !has_start {
                image.0 = start.min(i64::from(span.start)) + moved;
                has_start = true;
            }
            if start > i64::from(span.end) || (start == i64::from(span.end) && start < end) {
                break;
            }
            moved += length - (end - start);
            image.1 = end.max(i64::from(span.end));
        }
        if !has_start {
            image.0 += moved;
        }
        Span::new(image.0.max(0) as u32, (image.1 + moved).max(image.0).max(0) as u32)
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Edit, Span, edited};

    use super::Shift;

    /// The text at the image of the part of `text` that `part` is.
    fn image(text: &str, edits: &[(u32, u32, &str)], part: &str) -> String {
        let edits: Vec<Edit> =
            edits.iter().map(|(a, b, by)| Edit::replacement(Span::new(*a, *b), *by)).collect();
        let at = text.find(part).unwrap() as u32;
        let image = Shift::new(&edits).image(Span::new(at, at + part.len() as u32));
        edited(text, &edits).unwrap()[image.as_range()].to_owned()
    }

    #[test]
    fn a_range_moves_with_what_stands_before_it() {
        assert_eq!(image("a bb ccc", &[(0, 1, "long"), (8, 8, "d")], "bb"), "bb");
        assert_eq!(image("aaaa bb ccc", &[(0, 4, "")], "bb"), "bb");
        assert_eq!(image("aaaa bb ccc", &[], "bb"), "bb");
    }

    #[test]
    fn a_range_takes_in_what_touches_it() {
        assert_eq!(image("a bb ccc", &[(0, 0, "x"), (2, 2, "await ")], "bb"), "await bb");
        assert_eq!(image("a bb ccc", &[(3, 3, "--")], "bb"), "b--b");
        assert_eq!(image("a bb ccc", &[(0, 3, "Z")], "bb"), "Zb");
        assert_eq!(image("a bb ccc", &[(3, 6, "Z"), (7, 7, "y")], "bb"), "bZ");
        assert_eq!(image("a bb ccc", &[(0, 8, "all")], "bb"), "all");
    }
}
