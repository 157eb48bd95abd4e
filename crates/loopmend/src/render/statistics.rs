//! How often each rule found something.

use std::collections::BTreeMap;
use std::fmt::Write;

use loopmend_core::{Diagnostic, RuleCode};
use serde::Serialize;

use crate::render::json::to_json;
use crate::style::STRONG;

#[derive(Serialize)]
struct RuleCount<'a> {
    rule: &'a str,
    code: RuleCode,
    count: usize,
    fixable: usize,
}

/// The rules with the most findings first.
fn counts(diagnostics: &[Diagnostic]) -> Vec<RuleCount<'_>> {
    let mut by_rule = BTreeMap::new();
    for diagnostic in diagnostics {
        let (count, fixable) = by_rule.entry((diagnostic.code, diagnostic.rule.as_str())).or_insert((0, 0));
        *count += 1;
        *fixable += usize::from(diagnostic.fix.is_some());
    }
    let mut counts: Vec<_> = by_rule
        .into_iter()
        .map(|((code, rule), (count, fixable))| RuleCount { rule, code, count, fixable })
        .collect();
    counts.sort_by_key(|rule| std::cmp::Reverse(rule.count));
    counts
}

/// A table: findings, code, rule, and how many of them carry a fix.
pub(crate) fn render_text(diagnostics: &[Diagnostic]) -> String {
    let counts = counts(diagnostics);
    let width = counts.first().map_or(1, |most| most.count.to_string().len());
    let mut out = String::new();
    for RuleCount { rule, code, count, fixable } in counts {
        let _ = write!(out, "{STRONG}{count:>width$}{STRONG:#}  {code}  {rule}");
        let _ = match fixable {
            0 => writeln!(out),
            _ => writeln!(out, "  ({fixable} with a fix)"),
        };
    }
    out
}

/// The same as a JSON list.
pub(crate) fn render_json(diagnostics: &[Diagnostic]) -> String {
    to_json(&counts(diagnostics))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::render::samples;

    #[test]
    fn the_most_frequent_rule_stands_first() {
        let mut diagnostics = samples::diagnostics();
        diagnostics.push(diagnostics[2].clone());
        let text = super::render_text(&diagnostics);
        expect![[r#"
            2  LM101  unawaited-coroutine  (2 with a fix)
            1  LM001  unreadable-file
            1  LM102  discarded-task
        "#]]
        .assert_eq(&anstream::adapter::strip_str(&text).to_string());
        expect![[r#"
            [
              {
                "rule": "unawaited-coroutine",
                "code": "LM101",
                "count": 2,
                "fixable": 2
              }
            ]
        "#]]
        .assert_eq(&super::render_json(&diagnostics[2..]));
    }
}
