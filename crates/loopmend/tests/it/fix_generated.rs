//! All fixes, over generated code with odd formatting: every byte afterwards is known.

use std::fs;
use std::path::Path;
use std::process::Command;

use fastrand::Rng;

/// How many files are made.
const FILES: usize = 160;

/// Statements with a finding, and what the fix makes of them.
const STATEMENTS: &[(&str, &str)] = &[
    ("f()", "await f()"),
    ("f( )\\\n ", "await f( )\\\n "),
    ("f(\n  # why\n)", "await f(\n  # why\n)"),
    ("(f)()", "await (f)()"),
    ("if f(): pass", "if await f(): pass"),
    ("if not  f (): pass", "if not  await f (): pass"),
    ("print(f'{f()} ä {f()!r:>10}')", "print(f'{await f()} ä {await f()!r:>10}')"),
    ("x = f() + '1'", "x = await f() + '1'"),
    ("x =f ().upper()", "x =(await f ()).upper()"),
    ("x = 1 if f()else 2", "x = 1 if await f()else 2"),
    ("for c in f(): pass", "for c in await f(): pass"),
    ("with lock: pass", "async with lock: pass"),
    ("for n in agen(): pass", "async for n in agen(): pass"),
    ("assert(f())", "assert(await f())"),
    ("x = f\\\n()+ '''\nf()\n'''", "x = await f\\\n()+ '''\nf()\n'''"),
];

/// Statements without one.
const HARMLESS: &[&str] =
    &["pass", "await f()", "x = 'f()'", "x = '''\n\tf()\n  '''", "x = [\n1,\n\n]", "# f()"];

/// Text before and after the fixes.
#[derive(Clone, Default)]
struct Pair {
    before: String,
    after: String,
}

impl Pair {
    fn push(&mut self, both: &str) {
        self.push_different(both, both);
    }

    fn push_different(&mut self, before: &str, after: &str) {
        self.before.push_str(before);
        self.after.push_str(after);
    }

    fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self { before: change(&self.before), after: change(&self.after) }
    }
}

fn pick<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(..from.len())]
}

/// A module with lines that end in a line feed.
fn module(rng: &mut Rng) -> Pair {
    let mut pair = Pair::default();
    pair.push("import asyncio\n\x0c\nasync def f(): return 'x'\n");
    pair.push("async def agen():\n yield 1\nlock = asyncio.Lock()\n");
    for number in 0..rng.usize(1..5) {
        pair.push(&format!("async def main_{number}(x='ä'):\n"));
        let unit = pick(rng, &[" ", "\t", "    "]);
        block(rng, &mut pair, unit, 0);
    }
    if rng.bool() {
        pair.push("x = 1");
    }
    pair
}

fn block(rng: &mut Rng, pair: &mut Pair, unit: &str, depth: usize) {
    let indentation = unit.repeat(depth + 1);
    for _ in 0..rng.usize(1..6) {
        match rng.usize(..10) {
            0 if depth < 4 => {
                pair.push(&format!(
                    "{indentation}{}\n",
                    pick(rng, &["if x:", "while x:", "for y in x :", "try:"])
                ));
                let is_try = pair.before.ends_with("try:\n");
                block(rng, pair, unit, depth + 1);
                if is_try {
                    pair.push(&format!("{indentation}finally: x = 2\n"));
                }
            }
            1 => pair.push(pick(rng, &["\n", "  \n", "# ä comment\n", "\x0c\n"])),
            2 => pair.push(&format!("{indentation}{}\n", pick(rng, HARMLESS))),
            3 => pair.push_different(
                &format!("{indentation}x = 1; f() ;f(); x = 2\n"),
                &format!("{indentation}x = 1; await f() ;await f(); x = 2\n"),
            ),
            _ => {
                let (before, after) = pick(rng, STATEMENTS);
                let comment =
                    if before.ends_with("\\\n ") { "" } else { pick(rng, &["", " # ä f()", "\t", "#f()"]) };
                pair.push_different(
                    &format!("{indentation}{before}{comment}\n"),
                    &format!("{indentation}{after}{comment}\n"),
                );
            }
        }
    }
    pair.push(&format!("{indentation}x = 3\n"));
}

/// The bytes of a file before and after, with its name.
fn file(rng: &mut Rng, number: usize) -> (String, Vec<u8>, Vec<u8>) {
    let pair = module(rng);
    if number % 8 == 7 {
        let (name, seed) = (format!("n_{number}.ipynb"), rng.u64(..));
        return (name, notebook(&pair.before, seed), notebook(&pair.after, seed));
    }
    let seed = rng.u64(..);
    let pair = pair.map(|text| with_endings(text, number, seed));
    let encode = |text: &str| match number % 5 {
        0 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        1 => {
            let text = format!("# -*- coding: latin-1 -*-\n{text}");
            text.chars().map(|c| u8::try_from(c).expect("a character of latin-1")).collect()
        }
        _ => text.as_bytes().to_vec(),
    };
    (format!("m_{number}.py"), encode(&pair.before), encode(&pair.after))
}

/// With other line endings; mixed ones, where each line keeps its own.
fn with_endings(text: &str, number: usize, seed: u64) -> String {
    let mut rng = Rng::with_seed(seed);
    let endings = ["\n", "\r\n", "\r"];
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        let ending = match number % 4 {
            3 => endings[rng.usize(..3)],
            other => endings[other],
        };
        out.push_str(&line.replace('\n', ending));
    }
    out
}

/// A notebook of two cells, the second of which holds the text.
fn notebook(text: &str, seed: u64) -> Vec<u8> {
    let mut rng = Rng::with_seed(seed);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let source = if rng.bool() { serde_json::json!(lines) } else { serde_json::json!(text) };
    let value = serde_json::json!({
        "cells": [
            {"cell_type": "markdown", "metadata": {"ä": 1.50}, "source": "    f()"},
            {"cell_type": "code", "execution_count": 3, "metadata": {}, "outputs": [], "source": source},
        ],
        "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 4,
    });
    if rng.bool() { serde_json::to_vec(&value).unwrap() } else { serde_json::to_vec_pretty(&value).unwrap() }
}

fn loopmend(directory: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    command.current_dir(directory).args(arguments).args(["--isolated", "--no-cache"]);
    let output = command.output().expect("the program starts");
    let words = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(words).expect("UTF-8"))
}

#[test]
fn fixes_change_what_they_say_and_not_a_byte_more() {
    let directory = tempfile::tempdir().unwrap();
    let mut rng = Rng::with_seed(7);
    let files: Vec<_> = (0..FILES).map(|number| file(&mut rng, number)).collect();
    for (name, before, _) in &files {
        fs::write(directory.path().join(name), before).unwrap();
    }
    let (status, report) = loopmend(directory.path(), &["fix", "--unsafe"]);
    assert_eq!(status, Some(0), "{report}");
    let differ = files.iter().filter(|(_, before, after)| before != after).count();
    assert!(differ > FILES / 2 && report.contains(&format!("in {differ} files.")), "{differ}: {report}");
    for (name, _, after) in &files {
        let now = fs::read(directory.path().join(name)).unwrap();
        assert!(now == *after, "{name}:\n{}\n----\n{}", now.escape_ascii(), after.escape_ascii());
    }
    let (status, report) = loopmend(directory.path(), &["check"]);
    assert_eq!(status, Some(0), "{report}");

    let (status, report) = loopmend(directory.path(), &["fix", "--undo"]);
    assert_eq!(status, Some(0), "{report}");
    for (name, before, _) in &files {
        assert!(fs::read(directory.path().join(name)).unwrap() == *before, "{name}");
    }
}
