//! Which functions stand inside of which, as ranges of the source text.

use loopmend_core::Span;

use super::{FunctionId, Summary};

/// The functions and lambdas of a module, sorted by their start.
#[derive(Debug)]
pub(super) struct Nesting(Vec<Nested>);

#[derive(Debug)]
struct Nested {
    /// From the start of the header, without decorators, to the end of the body.
    range: Span,
    function: FunctionId,
    /// The place in the list of the function around this one.
    around: Option<usize>,
}

impl Nesting {
    pub(super) fn of(summary: &Summary) -> Self {
        let functions = summary.functions.iter().zip(0..);
        let mut all: Vec<Nested> = functions
            .map(|(function, id)| Nested {
                range: Span::new(function.header.start, function.end),
                function: FunctionId(id),
                around: None,
            })
            .collect();
        all.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
        let mut open: Vec<usize> = Vec::new();
        for place in 0..all.len() {
            let start = all[place].range.start;
            while open.last().is_some_and(|last| all[*last].range.end <= start) {
                open.pop();
            }
            all[place].around = open.last().copied();
            open.push(place);
        }
        Self(all)
    }

    /// Returns the functions and lambdas around an offset, the innermost first.
    pub(super) fn around(&self, offset: u32) -> impl Iterator<Item = (FunctionId, Span)> {
        let last = self.0.partition_point(|it| it.range.start <= offset).checked_sub(1);
        let chain = std::iter::successors(last, |place| self.0[*place].around);
        let nested = chain.map(|place| &self.0[place]).filter(move |it| offset < it.range.end);
        nested.map(|it| (it.function, it.range))
    }
}
