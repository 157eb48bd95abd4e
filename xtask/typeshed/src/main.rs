//! Writes typeshed's stubs of the standard library into one text, for `cargo xtask typeshed`: `typeshed FILE`. The program carries it, and
//! reads a stub on first use like any other library. Docstrings and comments, half of their text, are left out. The line before
//! a stub is `=== MODULE FIRST LAST`, or `=== MODULE package FIRST LAST`, with the first and the last version of Python that have
//! the module; `-` stands for the current one.

#![allow(clippy::print_stderr, reason = "a task says what it needs")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use ruff_db::vendored::{VendoredFileSystem, VendoredPathBuf};
use ruff_python_ast::Stmt;
use ruff_python_ast::statement_visitor::{StatementVisitor, walk_body};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

type Range = ((u8, u8), (u8, u8));

fn main() -> ExitCode {
    let Some(file) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: typeshed FILE");
        return ExitCode::from(2);
    };
    match std::fs::write(&file, text()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::from(2)
        }
    }
}

/// The text of all stubs, sorted by module.
fn text() -> String {
    let typeshed = ty_vendored::file_system();
    let versions =
        read_versions(&typeshed.read_to_string("stdlib/VERSIONS").expect("typeshed lists its versions"));
    let mut stubs = BTreeMap::new();
    collect(typeshed, &VendoredPathBuf::from("stdlib"), &mut stubs);
    let mut text = String::new();
    for (module, (is_package, stub)) in &stubs {
        let kind = if *is_package { " package" } else { "" };
        let (first, last) = range_of(module, &versions);
        writeln!(text, "=== {module}{kind} {} {}", shown(first), shown(last)).expect("writing to a string");
        text.push_str(stub);
    }
    text
}

fn shown((major, minor): (u8, u8)) -> String {
    if major == u8::MAX { "-".to_owned() } else { format!("{major}.{minor}") }
}

/// The stubs by module name: whether the module is a package, and its text.
type Stubs = BTreeMap<String, (bool, String)>;

fn collect(typeshed: &VendoredFileSystem, directory: &VendoredPathBuf, stubs: &mut Stubs) {
    for entry in typeshed.read_directory(directory) {
        if entry.file_type().is_directory() {
            collect(typeshed, &entry.into_path(), stubs);
        } else if entry.path().as_str().ends_with(".pyi") {
            let text = typeshed.read_to_string(entry.path()).expect("a listed stub can be read");
            let (module, is_package) = module_name(entry.path().as_str());
            stubs.insert(module, (is_package, without_prose(&text)));
        }
    }
}

/// `stdlib/asyncio/__init__.pyi` is the package `asyncio`.
fn module_name(path: &str) -> (String, bool) {
    let stem = path.trim_start_matches("stdlib/").trim_end_matches(".pyi").replace('/', ".");
    match stem.strip_suffix(".__init__") {
        Some(package) => (package.to_owned(), true),
        None => (stem, false),
    }
}

fn read_versions(text: &str) -> BTreeMap<String, Range> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines
        .filter_map(|line| line.split_once(':'))
        .map(|(module, range)| (module.to_owned(), parse_range(range)))
        .collect()
}

fn parse_range(range: &str) -> Range {
    let (first, last) = range.trim().split_once('-').expect("a range has a dash");
    let last = if last.is_empty() { (u8::MAX, u8::MAX) } else { parse_version(last) };
    (parse_version(first), last)
}

fn parse_version(text: &str) -> (u8, u8) {
    let (major, minor) = text.trim().split_once('.').expect("a version has two numbers");
    (major.parse().expect("a number"), minor.parse().expect("a number"))
}

/// Returns the version range of a module. A module that is not listed has the range of its package.
fn range_of(module: &str, versions: &BTreeMap<String, Range>) -> Range {
    let mut name = module;
    loop {
        if let Some(range) = versions.get(name) {
            return *range;
        }
        match name.rsplit_once('.') {
            Some((parent, _)) => name = parent,
            None => return ((3, 0), (u8::MAX, u8::MAX)),
        }
    }
}

/// Returns the stub without docstrings, comments and empty lines, which inference does not read.
fn without_prose(text: &str) -> String {
    let stub = parse_module(text).expect("typeshed's stubs are Python");
    let mut prose = Prose::default();
    prose.visit_body(stub.suite());
    let comments = stub.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
    prose.cuts.extend(comments.map(|comment| (comment.range(), "")));
    prose.cuts.sort_by_key(|(range, _)| range.start());

    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (range, instead) in prose.cuts {
        kept.push_str(&text[from..range.start().to_usize()]);
        kept.push_str(instead);
        from = range.end().to_usize();
    }
    kept.push_str(&text[from..]);
    let lines = kept.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The string expression statements, and their replacements.
#[derive(Default)]
struct Prose {
    cuts: Vec<(TextRange, &'static str)>,
}

impl<'a> StatementVisitor<'a> for Prose {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        let is_text =
            |statement: &Stmt| matches!(statement, Stmt::Expr(text) if text.value.is_string_literal_expr());
        let instead = if body.iter().all(is_text) { "..." } else { "" };
        self.cuts
            .extend(body.iter().filter(|statement| is_text(statement)).map(|text| (text.range(), instead)));
        walk_body(self, body);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_program_carries_the_stubs_of_this_release() {
        let carried = include_str!("../../../crates/loopmend_infer/data/typeshed.txt");
        assert!(carried == super::text(), "`cargo xtask typeshed` writes them");
    }
}
