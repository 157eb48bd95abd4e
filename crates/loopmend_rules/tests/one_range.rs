//! No two rules say something of the same range: one of them stands above the other, as `overrides` of its `RULE` says.

mod program;

use std::fmt::Write as _;
use std::path::Path;

use loopmend_core::Diagnostic;
use loopmend_mdtest::{Page, page_diagnostics, page_paths};
use loopmend_rules::rules;
use program::Loopmend;
use rayon::prelude::*;

#[test]
fn no_two_rules_report_one_range() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let paths = page_paths(&pages).expect("the pages can be listed");
    let wrong: String = paths.par_iter().map(|path| wrong_in(path)).collect();
    assert!(wrong.is_empty(), "two rules report one range; which one stands above the other?\n{wrong}");
}

/// A line for each pair of rules that report one range of a test of a page.
fn wrong_in(path: &Path) -> String {
    let page = Page::read(path).expect("the page can be read");
    let mut wrong = String::new();
    for (line, diagnostics) in page_diagnostics(&page, &Loopmend).expect("the tests of the page can be run") {
        for (one, other) in at_one_range(&diagnostics) {
            let (at, rule) = (page.stem(), &other.rule);
            writeln!(wrong, "{at}:{line}: `{}` and `{rule}` at {}, {:?}", one.rule, one.path, one.span)
                .expect("writing to a string");
        }
    }
    wrong
}

/// The pairs of findings of different rules that have a range in common.
fn at_one_range(diagnostics: &[Diagnostic]) -> Vec<(&Diagnostic, &Diagnostic)> {
    let mut pairs = Vec::new();
    for (index, one) in diagnostics.iter().enumerate() {
        let others = diagnostics[index + 1..].iter().filter(|other| {
            (other.path.as_str(), other.span) == (one.path.as_str(), one.span) && other.rule != one.rule
        });
        pairs.extend(others.map(|other| (one, other)));
    }
    pairs
}

#[test]
fn what_a_rule_stands_above_is_another_rule_that_does_not_stand_above_it() {
    for rule in rules() {
        for name in rule.spec.supersedes {
            let below = rules().iter().find(|other| other.name == *name);
            let below =
                below.unwrap_or_else(|| panic!("`{}` overrides `{name}`, which is no rule", rule.name));
            assert!(below.name != rule.name && !below.spec.supersedes.contains(&rule.name), "{name}");
        }
    }
}
