//! The lines that places of a plan have: files change while it is made.

use loopmend_core::Diagnostic;
use loopmend_fix::Change;
use similar::{DiffOp, TextDiff};

use crate::analysis::Analysis;
use crate::fixing::Applied;
use crate::render::{MigrationStep, Sources, StepKind};

/// Where findings were before the first edit.
pub(super) struct LinesBefore(Vec<(String, String, String, u32)>);

impl LinesBefore {
    pub(super) fn new(analysis: &Analysis) -> Self {
        let sources = Sources::new(&analysis.sources);
        let of = |finding: &Diagnostic| {
            let line = sources.range(&finding.path, finding.span).start.line;
            (finding.path.clone(), finding.code.to_string(), finding.message.clone(), line)
        };
        Self(analysis.diagnostics.iter().map(of).collect())
    }

    /// The line of a finding that was mended, each once; of one that an edit brought to light, that at which it was then.
    pub(super) fn take(&mut self, applied: &Applied) -> usize {
        let is_it = |(path, code, message, _): &(String, String, String, u32)| {
            *path == applied.path && *code == applied.code && *message == applied.message
        };
        let place = self.0.iter().position(is_it);
        let line = place.map_or(applied.line, |place| self.0.remove(place).3);
        line as usize
    }
}

/// Gives the places that are left to people, which were found behind all edits, the lines that the files have before them.
pub(super) fn as_they_are_now(steps: &mut [MigrationStep], changes: &[(String, Change)]) {
    for (path, change) in changes {
        let by_hand = steps.iter_mut().filter(|step| step.kind == StepKind::ByHand);
        let mut places =
            by_hand.flat_map(|step| &mut step.places).filter(|place| place.path == *path).peekable();
        if places.peek().is_none() {
            continue;
        }
        let (before, after) =
            (String::from_utf8_lossy(&change.before), String::from_utf8_lossy(&change.after));
        let diff = TextDiff::from_lines(&*before, &*after);
        places.for_each(|place| place.line = line_before(diff.ops(), place.line));
    }
}

/// The line before a change of a line behind it; of one that is new, the one where it comes.
fn line_before(ops: &[DiffOp], line: usize) -> usize {
    let place = line.saturating_sub(1);
    let op = ops.iter().find(|op| op.new_range().contains(&place));
    op.map_or(line, |op| match op {
        DiffOp::Equal { old_index, new_index, .. } => old_index + place - new_index + 1,
        _ => op.old_range().start + 1,
    })
}

#[cfg(test)]
mod tests {
    use similar::TextDiff;

    use super::line_before;

    #[test]
    fn lines_are_those_before_a_change() {
        let (before, after) = ("a\nb\nc\nd\n", "import a\na\nc\nD\n");
        let diff = TextDiff::from_lines(before, after);
        assert_eq!([2, 3, 4, 9].map(|line| line_before(diff.ops(), line)), [1, 3, 4, 9]);
    }
}
