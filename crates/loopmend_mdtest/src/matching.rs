use loopmend_core::{Diagnostic, LineIndex};

use crate::assertion::{AssertedText, Assertion, Expected};
use crate::failure::Failure;

/// Compares the diagnostics of one file with its assertions; `page_rule` is meant where an assertion
/// names no rule.
pub(crate) fn compare(file: &AssertedText, diagnostics: &[&Diagnostic], page_rule: &str) -> Vec<Failure> {
    let mut came = place(file, diagnostics);
    let mut unmatched: Vec<&Assertion> = Vec::new();
    let mut by_detail: Vec<&Assertion> = file.assertions.iter().collect();
    by_detail.sort_by_key(|assertion| std::cmp::Reverse(detail(&assertion.expected)));
    for assertion in by_detail {
        match came.iter().position(|placed| placed.fits(assertion, page_rule)) {
            Some(index) => drop(came.remove(index)),
            None => unmatched.push(assertion),
        }
    }
    unmatched.sort_by_key(|assertion| assertion.page_line);
    describe(file, &unmatched, came, page_rule)
}

/// How a diagnostic would be asserted in full.
pub(crate) fn as_assertion(diagnostic: &Diagnostic, column: u32) -> Expected {
    Expected {
        level: diagnostic.level,
        column: Some(column),
        rule: Some(diagnostic.rule.clone()),
        message_part: Some(diagnostic.message.clone()),
    }
}

/// A diagnostic with its line and column, both from 1.
struct Placed<'d> {
    diagnostic: &'d Diagnostic,
    line: usize,
    column: u32,
}

impl Placed<'_> {
    fn fits(&self, assertion: &Assertion, page_rule: &str) -> bool {
        let expected = &assertion.expected;
        let rule = expected.rule.as_deref().unwrap_or(page_rule);
        let message = expected.message_part.as_deref().unwrap_or_default();
        self.line == assertion.line
            && self.diagnostic.level == expected.level
            && expected.column.is_none_or(|column| column == self.column)
            && (rule == self.diagnostic.rule || rule == self.diagnostic.code.to_string())
            && self.diagnostic.message.contains(message)
    }
}

fn place<'d>(file: &AssertedText, diagnostics: &[&'d Diagnostic]) -> Vec<Placed<'d>> {
    let index = LineIndex::new(&file.text);
    let mut placed: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| {
            let place = index.line_column(diagnostic.span.start, &file.text);
            Placed { diagnostic, line: place.line as usize, column: place.column }
        })
        .collect();
    placed.sort_by_key(|placed| (placed.line, placed.column));
    placed
}

fn detail(expected: &Expected) -> usize {
    usize::from(expected.column.is_some())
        + usize::from(expected.rule.is_some())
        + usize::from(expected.message_part.is_some())
}

/// One failure for each assertion and diagnostic that is left; those of one line are shown as a pair.
fn describe(
    file: &AssertedText,
    unmatched: &[&Assertion],
    mut came: Vec<Placed<'_>>,
    page_rule: &str,
) -> Vec<Failure> {
    let mut failures = Vec::new();
    for assertion in unmatched {
        let rule = assertion.expected.rule.clone().unwrap_or_else(|| page_rule.to_owned());
        let expected = Expected { rule: Some(rule), ..assertion.expected.clone() };
        let message = match came.iter().position(|placed| placed.line == assertion.line) {
            Some(index) => {
                let placed = came.remove(index);
                format!("expected {expected}\nbut came {}", as_assertion(placed.diagnostic, placed.column))
            }
            None => format!("expected {expected}\nbut nothing came on this line"),
        };
        failures.push(Failure::new(assertion.page_line, message));
    }
    failures.extend(came.iter().map(|placed| {
        let shown = as_assertion(placed.diagnostic, placed.column);
        Failure::new(file.page_line(placed.line), format!("unexpected {shown}"))
    }));
    failures
}
