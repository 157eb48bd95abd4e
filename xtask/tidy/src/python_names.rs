//! Lists of names of Python in Rust. They belong into the catalogue, where each has its source.

use std::collections::BTreeSet;

use super::prose_settings::{PATH, Settings};
use super::rust_tokens::{Token, end_of_group, is_test_file, starts_with, tokens};
use super::{Tree, Violation, crate_of};

/// The crates that ask the catalogue.
const CRATES: [&str; 9] = [
    "loopmend_flow",
    "loopmend_index",
    "loopmend_infer",
    "loopmend_paths",
    "loopmend_semantic",
    "loopmend_reports",
    "loopmend_rules",
    "loopmend_project",
    "loopmend",
];

/// Words of Python's grammar are no names of APIs.
const KEYWORDS: &str = "False None True and as assert async await break class continue def del elif else except finally for from \
    global if import in is lambda nonlocal not or pass raise return try while with yield";

/// The endings of names of files.
const FILES: [&str; 5] = [".py", ".toml", ".ini", ".cfg", ".exe"];

/// Arrays and alternatives of several texts that look like names of Python are violations, except in the files of
/// `not-python`, which has no entry too many.
pub(super) fn names_of_python_are_in_the_catalogue(tree: &Tree) -> Vec<Violation> {
    let Ok(settings) = Settings::of(tree) else { return Vec::new() };
    let (mut violations, mut needed) = (Vec::new(), BTreeSet::new());
    let files = tree.with_ending(".rs").filter(|(path, _)| CRATES.contains(&crate_of(path)));
    for (path, text) in files.filter(|(path, _)| path.contains("/src/") && !is_test_file(path)) {
        for (line, names) in lists(&tokens(text)) {
            match settings.excuse_for_names(path) {
                Some(entry) => _ = needed.insert(entry),
                None => {
                    let message =
                        format!("`{}` are names of Python: loopmend_catalog has them", names.join("`, `"));
                    violations.push(Violation::new(path, line, message));
                }
            }
        }
    }
    for entry in settings.excuses_for_names().filter(|entry| !needed.contains(entry)) {
        violations.push(Violation::new(PATH, 0, format!("no list is in `{entry}`: take it off")));
    }
    violations
}

/// The lists of names in a file, each with its line.
fn lists(tokens: &[Token]) -> Vec<(usize, Vec<&str>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if starts_with(&tokens[at..], &["#", "["]) {
            at = end_of_group(tokens, at + 1);
            continue;
        }
        let texts = texts_from(&tokens[at..]);
        if texts.len() > 1 && is_closed(tokens, at, texts.len()) && are_names(&texts) {
            found.push((tokens[at].line, texts.clone()));
        }
        at += (2 * texts.len()).max(1);
    }
    found
}

/// The texts that begin here, with one separator between them.
fn texts_from(tokens: &[Token]) -> Vec<&str> {
    let separator = tokens.get(1).map_or("", |token| token.text.as_str());
    let mut texts = Vec::new();
    for pair in tokens.chunks(2) {
        let Some(text) = pair[0].string().filter(|_| separator == "," || separator == "|") else { break };
        texts.push(text);
        if pair.get(1).is_none_or(|token| token.text != separator) {
            break;
        }
    }
    texts
}

/// `true` for alternatives, and for texts in square brackets: the arguments of a call are no list.
fn is_closed(tokens: &[Token], at: usize, count: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].text.as_str());
    let after = tokens.get(at + 2 * count - 1).map_or("", |token| token.text.as_str());
    tokens[at + 1].text == "|" || before == "[" && (after == "]" || after == ",")
}

fn are_names(texts: &[&str]) -> bool {
    texts.iter().all(|text| is_name(text)) && !texts.iter().all(|text| is_keyword(text))
}

/// `true` for `asyncio.gather`, but not for `setup.cfg`, `pytest-asyncio`, `a.` or the empty text.
fn is_name(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
            && !part.starts_with(|first: char| first.is_ascii_digit())
    };
    text.len() > 1 && text.split('.').all(is_part) && !FILES.iter().any(|ending| text.ends_with(ending))
}

fn is_keyword(text: &str) -> bool {
    KEYWORDS.split_whitespace().any(|keyword| keyword == text)
}

#[cfg(test)]
mod tests {
    use super::{lists, names_of_python_are_in_the_catalogue};
    use crate::Tree;
    use crate::prose_settings::PATH;
    use crate::rust_tokens::tokens;

    fn found(text: &str) -> Vec<String> {
        lists(&tokens(text)).into_iter().map(|(_, names)| names.join(" ")).collect()
    }

    #[test]
    fn arrays_and_alternatives_of_names_are_found() {
        assert_eq!(found("const A: [&str; 2] = [\"gather\", \"asyncio.wait\"];"), ["gather asyncio.wait"]);
        assert_eq!(found("const A: &[&str] = &[\n    \"gather\",\n    \"wait\",\n];"), ["gather wait"]);
        assert_eq!(found("fn f() { matches!(name, Some(\"gather\" | \"wait\")) }"), ["gather wait"]);
        assert_eq!(found("fn f() { match name { \"gather\" | \"wait\" => 1, _ => 2 } }"), ["gather wait"]);
    }

    #[test]
    fn other_texts_are_left() {
        for text in [
            "f(\"gather\", \"wait\");",
            "const A: [&str; 2] = [\"pass\", \"continue\"];",
            "const A: [&str; 2] = [\"setup.cfg\", \"conftest.py\"];",
            "const A: [&str; 2] = [\"pytest-asyncio\", \"anyio\"];",
            "const A: [&str; 1] = [\"gather\"];",
            "const A: [(&str, u8); 2] = [(\"gather\", 1), (\"wait\", 2)];",
            "#[arg(conflicts_with_all = [\"diff\", \"review\"])] fn f() {}",
            "#[cfg(test)] mod tests { const A: [&str; 2] = [\"gather\", \"wait\"]; }",
            "fn f() { g(&[name, \"wait\"]) }",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn excused_files_still_have_a_list() {
        let settings = "user-pages = []\ndeveloper-pages = []\nwrong-words = []\nnot-yet = []\n\
            [not-python]\n\"crates/loopmend/src/c.rs\" = \"keys\"\n";
        let list = "fn f() { g([\"gather\", \"wait\"]) }";
        let violations = |c: &str| {
            let files = [(PATH, settings), ("crates/loopmend/src/c.rs", c)];
            let found = names_of_python_are_in_the_catalogue(&Tree::of(&files));
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert!(violations(list).is_empty());
        assert_eq!(
            violations(""),
            [format!("{PATH}: no list is in `crates/loopmend/src/c.rs`: take it off")]
        );
        let files = [
            (PATH, "user-pages = []\ndeveloper-pages = []\nwrong-words = []\nnot-yet = []\n"),
            ("crates/loopmend/src/a.rs", list),
        ];
        let found = names_of_python_are_in_the_catalogue(&Tree::of(&files));
        assert_eq!(
            found[0].to_string(),
            "crates/loopmend/src/a.rs:1: `gather`, `wait` are names of Python: loopmend_catalog has them"
        );
    }
}
