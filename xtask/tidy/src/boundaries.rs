//! What only some crates may do.

use super::rust_tokens::{Token, end_of_group, starts_with, tokens};
use super::{Tree, Violation, crate_of, product_files};

/// One file of this directory may start a process: the one that asks the interpreter where its packages are.
const INTERPRETER_QUERY: &str = "crates/loopmend_project/src/";

/// The crates of ruff.
const RUFF: &str = "ruff_";

/// The only crate of ruff that another crate than `loopmend_python` names, with that crate: it reads notebooks.
const NOTEBOOKS: (&str, &str) = ("ruff_notebook", "loopmend_project");

/// The task that makes stubs shorter.
const TYPESHED: &str = "xtask/typeshed/";

/// Only `loopmend_python` names the crates of ruff, apart from a task, and from notebooks. The others read trees through it.
pub(super) fn only_one_crate_names_those_of_ruff(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    let is_checked = |path: &str| crate_of(path) != "loopmend_python" && !path.starts_with(TYPESHED);
    let is_refused = |path: &str, name: &str| name.starts_with(RUFF) && (name, crate_of(path)) != NOTEBOOKS;
    for (path, text) in tree.with_ending(".rs").filter(|(path, _)| is_checked(path)) {
        for token in tokens(text).iter().filter(|token| is_refused(path, &token.text)) {
            let message = format!("`{}` is used; only loopmend_python uses the crates of ruff", token.text);
            violations.push(Violation::new(path, token.line, message));
        }
    }
    for (path, text) in tree.with_ending("/Cargo.toml").filter(|(path, _)| is_checked(path)) {
        for (index, line) in text.lines().enumerate() {
            if is_refused(path, line.split(['.', ' ', '=']).next().unwrap_or_default()) {
                let message = format!("`{line}`: only loopmend_python depends on the crates of ruff");
                violations.push(Violation::new(path, index + 1, message));
            }
        }
    }
    violations
}

/// Rules ask the tree and its tokens (`loopmend_python::Code`) what is written in a file, and do not search its text.
pub(super) fn rules_do_not_search_source_text(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in product_files(tree).filter(|(path, _)| crate_of(path) == "loopmend_rules") {
        let tokens = tokens(text);
        // The names of source texts in the present function.
        let mut names: Vec<&str> = Vec::new();
        for at in 0..tokens.len() {
            if tokens[at].text == "fn" {
                names.clear();
            }
            names.extend(name_of_source_text(&tokens[at..]));
            let is_source =
                is_source_text(&tokens[..at]) || names.iter().any(|name| is_name(&tokens[..at], name));
            if is_source && tokens[at].text == "." && is_search(tokens.get(at + 1)) {
                let message = format!("`{}` searches the text of a file", tokens[at + 1].text);
                violations.push(Violation::new(path, tokens[at].line, message));
            }
        }
    }
    violations
}

/// The methods that return the source text of a file or of a place in it.
const SOURCE_TEXTS: [&str; 3] = ["slice", "text", "text_of"];

/// The name that `let NAME = ….slice(…);` binds.
fn name_of_source_text(statement: &[Token]) -> Option<&str> {
    let [keyword, name, equals, ..] = statement else { return None };
    let end = statement.iter().position(|token| token.text == ";")?;
    let is_bound = keyword.text == "let" && equals.text == "=";
    (is_bound && is_source_text(&statement[..end])).then_some(name.text.as_str())
}

/// `true` if tokens end with the call of a method that returns source text.
fn is_source_text(before: &[Token]) -> bool {
    if before.last().is_none_or(|last| last.text != ")") {
        return false;
    }
    let mut depth = 0_usize;
    let open = before.iter().rposition(|token| {
        depth += usize::from(token.text == ")");
        depth -= usize::from(token.text == "(");
        depth == 0
    });
    let Some(callee) = open.map(|open| &before[..open]) else { return false };
    matches!(callee, [.., dot, name] if dot.text == "." && SOURCE_TEXTS.contains(&name.text.as_str()))
}

fn is_name(before: &[Token], name: &str) -> bool {
    match before {
        [.., dot, last] => last.text == name && dot.text != ".",
        _ => false,
    }
}

fn is_search(method: Option<&Token>) -> bool {
    const SEARCHES: [&str; 11] = [
        "chars",
        "contains",
        "ends_with",
        "find",
        "lines",
        "match_indices",
        "matches",
        "rfind",
        "split",
        "starts_with",
        "strip",
    ];
    method.is_some_and(|method| {
        let name = method.text.trim_start_matches('r');
        SEARCHES.iter().any(|search| name == *search || name.starts_with(&format!("{search}_")))
    })
}

/// Only `loopmend_runner` and one file of `loopmend_project` start processes.
pub(super) fn only_the_runner_spawns_processes(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut queries = Vec::new();
    for (path, text) in product_files(tree).filter(|(path, _)| crate_of(path) != "loopmend_runner") {
        let Some(line) = spawning_line(&tokens(text)) else { continue };
        if path.starts_with(INTERPRETER_QUERY) {
            queries.push(Violation::new(path, line, "a second file of loopmend_project starts processes"));
        } else {
            let message = "starts a process; only loopmend_runner and the interpreter query do";
            violations.push(Violation::new(path, line, message));
        }
    }
    violations.extend(queries.into_iter().skip(1));
    violations
}

fn spawning_line(tokens: &[Token]) -> Option<usize> {
    let spawns = |at: &usize| {
        let rest = &tokens[*at..];
        if starts_with(rest, &["process", ":", ":", "{"]) {
            return rest[..end_of_group(rest, 3)].iter().any(|token| token.text == "Command");
        }
        starts_with(rest, &["process", ":", ":", "Command"])
    };
    (0..tokens.len()).find(spawns).map(|at| tokens[at].line)
}

/// Only the binary writes to standard output and standard error.
pub(super) fn only_the_binary_prints(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in product_files(tree).filter(|(path, _)| crate_of(path) != "loopmend") {
        let tokens = tokens(text);
        for at in (0..tokens.len()).filter(|at| prints(&tokens, *at)) {
            let message = format!("`{}` prints; only the binary does", tokens[at].text);
            violations.push(Violation::new(path, tokens[at].line, message));
        }
    }
    violations
}

fn prints(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).map(|token| token.text.as_str());
    match tokens[at].text.as_str() {
        "print" | "println" | "eprint" | "eprintln" | "dbg" => next == Some("!"),
        "stdout" | "stderr" => next == Some("(") && tokens[..at].last().is_none_or(|token| token.text != "."),
        _ => false,
    }
}

/// A stranger's file can be a pipe, a device or of any size: `loopmend_files` opens regular ones and reads up to
/// a bound. The journal reads what it wrote itself.
pub(super) fn files_are_read_by_one_crate(tree: &Tree) -> Vec<Violation> {
    const OTHERS: [&str; 2] = ["loopmend_files", "loopmend_fix"];
    const CALLS: [[&str; 4]; 3] =
        [["fs", ":", ":", "read"], ["fs", ":", ":", "read_to_string"], ["File", ":", ":", "open"]];
    let mut violations = Vec::new();
    for (path, text) in product_files(tree).filter(|(path, _)| !OTHERS.contains(&crate_of(path))) {
        let tokens = tokens(text);
        let reads = |at: &usize| CALLS.iter().any(|call| starts_with(&tokens[*at..], call));
        for at in (0..tokens.len()).filter(reads) {
            let message = format!("`{}` reads a file; use loopmend_files", tokens[at + 3].text);
            violations.push(Violation::new(path, tokens[at].line, message));
        }
    }
    violations
}

/// Clippy refuses what opens, writes or removes files (`clippy.toml`) in the crates that turn that on: all of the product but
/// `loopmend_files`, which does it for them.
pub(super) fn crates_turn_the_refusal_of_file_access_on(tree: &Tree) -> Vec<Violation> {
    const ATTRIBUTE: &str = "#![cfg_attr(not(test), warn(clippy::disallowed_methods))]";
    let is_root = |path: &str| ["/src/lib.rs", "/src/main.rs"].iter().any(|root| path.ends_with(root));
    let roots = product_files(tree).filter(|(path, _)| is_root(path) && crate_of(path) != "loopmend_files");
    let without = roots.filter(|(_, text)| !text.lines().any(|line| line == ATTRIBUTE));
    without.map(|(path, _)| Violation::new(path, 0, format!("`{ATTRIBUTE}` is missing"))).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        crates_turn_the_refusal_of_file_access_on, files_are_read_by_one_crate,
        only_one_crate_names_those_of_ruff, only_the_binary_prints, only_the_runner_spawns_processes,
        rules_do_not_search_source_text,
    };
    use crate::Tree;

    #[test]
    fn a_crate_of_ruff_outside_its_crate_is_found() {
        let tree = Tree::of(&[
            ("crates/loopmend_python/src/lib.rs", "use ruff_python_parser::lexer;"),
            ("crates/loopmend_python/Cargo.toml", "ruff_python_parser.workspace = true"),
            ("xtask/typeshed/src/main.rs", "use ruff_python_parser::lexer;"),
            ("xtask/typeshed/Cargo.toml", "[dependencies]\nruff_python_ast.workspace = true"),
            ("crates/loopmend_infer/src/lib.rs", "use ruff_text_size::TextRange;"),
            ("crates/loopmend_project/src/lib.rs", "use ruff_notebook::Notebook;"),
            ("crates/loopmend_project/Cargo.toml", "ruff_notebook.workspace = true"),
            ("crates/loopmend_semantic/Cargo.toml", "ruff_notebook.workspace = true"),
            ("crates/loopmend_rules/src/lib.rs", "// ruff_python_ast\nuse ruff_python_ast::Expr;"),
            ("crates/loopmend_rules/Cargo.toml", "[dependencies]\nruff_python_ast.workspace = true"),
        ]);
        let found = only_one_crate_names_those_of_ruff(&tree);
        let places: Vec<_> = found.into_iter().map(|found| (found.path, found.line)).collect();
        assert_eq!(
            places,
            [
                ("crates/loopmend_infer/src/lib.rs".to_owned(), 1),
                ("crates/loopmend_rules/src/lib.rs".to_owned(), 2),
                ("crates/loopmend_rules/Cargo.toml".to_owned(), 2),
                ("crates/loopmend_semantic/Cargo.toml".to_owned(), 1),
            ]
        );
    }

    #[test]
    fn a_search_in_source_text_is_found() {
        let text = "fn f() {\n let text = file.slice(place(1));\n text.strip_prefix(1);\n code.text().contains(2);\n}\n\
            fn g(text: &str) {\n text.contains(1);\n file.slice(a).trim();\n let it = it.text_of(b);\n it.len();\n}";
        let tree = Tree::of(&[
            ("crates/loopmend_rules/src/lib.rs", text),
            ("crates/loopmend_semantic/src/lib.rs", text),
        ]);
        let lines: Vec<_> = rules_do_not_search_source_text(&tree).into_iter().map(|it| it.line).collect();
        assert_eq!(lines, [3, 4]);
    }

    #[test]
    fn a_process_outside_the_runner_is_found() {
        let one = "fn f() { std::process::Command::new(\"x\"); }";
        let grouped = "use std::process::{ExitCode, Command};";
        let tree = Tree::of(&[
            ("crates/loopmend_runner/src/lib.rs", one),
            ("crates/loopmend_project/src/interpreter.rs", grouped),
            ("crates/loopmend_rules/src/lib.rs", grouped),
            ("crates/loopmend_rules/tests/it.rs", one),
            ("crates/loopmend/src/main.rs", "use std::process::ExitCode; use clap::Command;"),
            ("xtask/src/main.rs", one),
        ]);
        let found = only_the_runner_spawns_processes(&tree);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].path, "crates/loopmend_rules/src/lib.rs");
    }

    #[test]
    fn a_second_file_of_the_project_crate_that_spawns_is_found() {
        let text = "use std::process::Command;";
        let tree = Tree::of(&[
            ("crates/loopmend_project/src/interpreter.rs", text),
            ("crates/loopmend_project/src/other.rs", text),
        ]);
        assert_eq!(only_the_runner_spawns_processes(&tree).len(), 1);
    }

    #[test]
    fn a_file_that_is_read_without_a_bound_is_found() {
        let text =
            "fn f() {\n fs::read(p);\n std::fs::read_to_string(p);\n File::open(p);\n fs::read_dir(p);\n}";
        let tree =
            Tree::of(&[("crates/loopmend/src/main.rs", text), ("crates/loopmend_files/src/read.rs", text)]);
        let lines: Vec<_> = files_are_read_by_one_crate(&tree).into_iter().map(|found| found.line).collect();
        assert_eq!(lines, [2, 3, 4]);
    }

    #[test]
    fn a_crate_in_which_clippy_does_not_refuse_file_access_is_found() {
        let refusing = "//! A crate.\n\n#![cfg_attr(not(test), warn(clippy::disallowed_methods))]\n";
        let tree = Tree::of(&[
            ("crates/loopmend/src/main.rs", refusing),
            ("crates/loopmend_files/src/lib.rs", "//! A crate."),
            ("crates/loopmend_mdtest/src/lib.rs", "//! A crate."),
            ("crates/loopmend_pins/src/lib.rs", "//! A crate."),
        ]);
        let found = crates_turn_the_refusal_of_file_access_on(&tree);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].path, "crates/loopmend_pins/src/lib.rs");
    }

    #[test]
    fn printing_outside_the_binary_is_found() {
        let tree = Tree::of(&[
            ("crates/loopmend/src/main.rs", "fn f() { println!(\"x\"); }"),
            ("crates/loopmend_rules/build.rs", "fn f() { println!(\"cargo::x\"); }"),
            (
                "crates/loopmend_core/src/lib.rs",
                "fn f() {\n eprintln!(\"x\");\n std::io::stdout().flush();\n}",
            ),
            ("crates/loopmend_runner/src/lib.rs", "fn f() { command.stdout(Stdio::piped()); }"),
        ]);
        let lines: Vec<_> = only_the_binary_prints(&tree).into_iter().map(|found| found.line).collect();
        assert_eq!(lines, [2, 3]);
    }
}
