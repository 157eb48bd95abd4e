//! Takes `await` out of a text and keeps account of what moved.

use loopmend_core::{LineColumn, LineIndex};

const WORD: &str = "await";

/// A piece of one line that is taken out: the word `await` and the blanks behind it. Line endings stay, so that no
/// line gets another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cut {
    start: usize,
    length: usize,
}

impl Cut {
    /// The `await` that starts at a byte of the text; `None` where that word does not stand, as in a file whose
    /// bytes are not its text.
    pub(crate) fn of_await(text: &str, start: usize) -> Option<Self> {
        let rest = text.get(start..)?.strip_prefix(WORD)?;
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        Some(Self { start, length: WORD.len() + blanks })
    }

    /// The range of columns that it removes.
    pub(crate) fn in_line(self, text: &str, lines: &LineIndex) -> LineCut {
        let LineColumn { line, column } = lines.line_column(self.start as u32, text);
        LineCut { line: line as usize, column: column as usize, width: self.length }
    }
}

/// A [`Cut`] as people count, from 1. The piece is ASCII, so its width is in characters too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineCut {
    line: usize,
    column: usize,
    width: usize,
}

impl LineCut {
    /// Returns the start of a range before the cut, from its start after the cut.
    pub(crate) fn start_before(self, (line, column): (usize, usize)) -> (usize, usize) {
        let moved = line == self.line && column >= self.column;
        (line, if moved { column + self.width } else { column })
    }

    /// Returns the end of a range before the cut, from its end after the cut.
    pub(crate) fn end_before(self, (line, column): (usize, usize)) -> (usize, usize) {
        let moved = line == self.line && column > self.column;
        (line, if moved { column + self.width } else { column })
    }

    /// The start of something that is looked for after the cut, by its place before it: what started in the piece
    /// starts behind it.
    pub(crate) fn surviving_start(self, (line, column): (usize, usize)) -> (usize, usize) {
        let end = self.column + self.width;
        let is_cut = line == self.line && (self.column..end).contains(&column);
        (line, if is_cut { end } else { column })
    }
}

/// Several cuts of one text, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cuts(Vec<Cut>);

impl Cuts {
    /// Cuts in any order, each once.
    pub(crate) fn new(mut cuts: Vec<Cut>) -> Self {
        cuts.sort_unstable();
        cuts.dedup();
        Self(cuts)
    }

    /// The text without them.
    pub(crate) fn apply(&self, text: &str) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut end = 0;
        for cut in &self.0 {
            kept += &text[end..cut.start];
            end = cut.start + cut.length;
        }
        kept + &text[end..]
    }

    /// Returns the offset after the cuts of a byte of the text.
    pub(crate) fn moved(&self, offset: usize) -> usize {
        let before = self.0.iter().take_while(|cut| cut.start < offset);
        offset - before.map(|cut| cut.length.min(offset - cut.start)).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::LineIndex;

    use super::{Cut, Cuts};

    #[test]
    fn an_await_goes_with_its_blanks_and_leaves_its_line() {
        let erased = |text: &str| {
            Cuts::new(vec![Cut::of_await(text, text.find("await").unwrap()).unwrap()]).apply(text)
        };
        assert_eq!(erased("x = await  f()\n"), "x = f()\n");
        assert_eq!(erased("x = (await\n  f())\n"), "x = (\n  f())\n");
        assert_eq!(erased("return await(f())"), "return (f())");
    }

    #[test]
    fn where_no_await_stands_there_is_no_cut() {
        assert_eq!(Cut::of_await("x = f()", 4), None);
        assert_eq!(Cut::of_await("é await", 1), None);
        assert_eq!(Cut::of_await("await", 9), None);
    }

    #[test]
    fn bytes_behind_cuts_move() {
        let text = "await f(await g()); h()";
        let cuts = Cuts::new(vec![Cut::of_await(text, 8).unwrap(), Cut::of_await(text, 0).unwrap()]);
        let erased = cuts.apply(text);
        assert_eq!(erased, "f(g()); h()");
        for name in ["f(", "g(", "h("] {
            assert_eq!(cuts.moved(text.find(name).unwrap()), erased.find(name).unwrap());
        }
        assert_eq!(cuts.moved(0), 0);
    }

    #[test]
    fn places_on_the_line_are_told_as_they_were() {
        let text = "x = 1\ny = é(await f())\n";
        let cut = Cut::of_await(text, text.find("await").unwrap()).unwrap();
        let line = cut.in_line(text, &LineIndex::new(text));
        assert_eq!(line.start_before((2, 7)), (2, 13));
        assert_eq!(line.end_before((2, 7)), (2, 7));
        assert_eq!(line.end_before((2, 10)), (2, 16));
        assert_eq!(line.start_before((2, 5)), (2, 5));
        assert_eq!(line.start_before((1, 7)), (1, 7));
        assert_eq!(line.surviving_start((2, 7)), (2, 13));
        assert_eq!(line.surviving_start((2, 13)), (2, 13));
    }
}
