//! What tests must not do.

use super::rust_tokens::{Token, end_of_group, end_of_item, starts_with, test_tokens};
use super::{Tree, Violation};

/// A test depends on no clock, and does not pass where it did not run: `#[needs::program]` reports it as ignored.
pub(super) fn tests_are_honest(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in tree.with_ending(".rs") {
        let tokens = test_tokens(path, text);
        for at in 0..tokens.len() {
            let faults = faults_of(&tokens, at).into_iter();
            violations.extend(faults.map(|(line, message)| Violation::new(path, line, message)));
        }
    }
    violations
}

/// What is wrong with the item, the macro or the call that begins at `at`, by line.
fn faults_of(tokens: &[Token], at: usize) -> Vec<(usize, &'static str)> {
    let rest = &tokens[at..];
    if starts_with(rest, &["#", "[", "test", "]"]) {
        let body = &tokens[at..end_of_item(tokens, at + 4)];
        let returns = body
            .windows(2)
            .filter(|pair| pair[0].text == "return" && [";", "}"].contains(&pair[1].text.as_str()));
        return returns
            .map(|pair| (pair[0].line, "a test that returns early passes without a word"))
            .collect();
    }
    if rest[0].text.starts_with("assert") && rest.get(1).is_some_and(|token| token.text == "!") {
        let words = &tokens[at..end_of_group(tokens, at + 2)];
        let clocks = words.iter().filter(|token| token.text == "elapsed");
        return clocks.map(|token| (token.line, "a test asserts how long something took")).collect();
    }
    match starts_with(rest, &["thread", ":", ":", "sleep"]) {
        true => vec![(rest[0].line, "a test sleeps")],
        false => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::tests_are_honest;
    use crate::Tree;

    #[test]
    fn early_returns_clocks_and_sleeps_are_found() {
        let test = "#[cfg(unix)]\n#[test]\nfn f() {\n let Some(a) = b else { return };\n if a { return; }\n \
                    assert!(x.elapsed() < y);\n thread::sleep(z);\n call(|| return 1);\n}\n\
                    fn help() { if a { return; } }\n";
        let lines = |path: &str, text: &str| -> Vec<usize> {
            tests_are_honest(&Tree::of(&[(path, text)])).into_iter().map(|found| found.line).collect()
        };
        assert_eq!(lines("crates/a/tests/it.rs", test), [4, 5, 6, 7]);
        let module = format!("fn f() {{ thread::sleep(a); }}\n#[cfg(test)]\nmod tests {{\n{test}}}\n");
        assert_eq!(lines("crates/a/src/lib.rs", &module), [7, 8, 9, 10]);
    }
}
