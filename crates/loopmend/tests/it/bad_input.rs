//! Input that no program should fall over: broken, huge, deep, cyclic, vanishing. Whatever it is, the
//! findings of everything else still come.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use loopmend_project::{DiscoverOptions, Project};
use serde_json::{Value, json};

/// How deep everything nests; CPython itself gives up long before.
const DEEP: usize = 10_000;
/// So deep blocks can stand in each other: deeper ones are indented so far that the file is larger than is read.
const DEEP_BLOCKS: usize = 2_500;
/// A run that takes longer hangs. With optimisation none takes a tenth of this.
const PATIENCE: Duration = Duration::from_secs(100);
/// A forgotten await, to be found whatever stands above it.
const BUG: &str = "\nasync def coro(): pass\nasync def use():\n    coro()\n";

/// A directory with the files of one test.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
        command.current_dir(self.path()).args(["check", "--isolated", "--no-cache"]);
        for variable in ["VIRTUAL_ENV", "CONDA_PREFIX", "LOOPMEND_CACHE_DIR"] {
            command.env_remove(variable);
        }
        command
    }

    /// Checks the directory, one finding a line.
    fn check(&self) -> Found {
        self.check_with(&["--output-format", "concise", "--quiet"])
    }

    fn check_with(&self, arguments: &[&str]) -> Found {
        Found::of(&finished(self.command().args(arguments)))
    }
}

/// Runs a command; one that hangs is ended and fails the test.
fn finished(command: &mut Command) -> Output {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    match receiver.recv_timeout(PATIENCE) {
        Ok(output) => output.unwrap(),
        Err(_) => {
            let _ = Command::new("kill").args(["-KILL", &id.to_string()]).status();
            panic!("{command:?} hangs");
        }
    }
}

/// Runs a command that is interrupted when it has worked for a while; one that goes on is ended and fails the test.
#[cfg(unix)]
fn interrupted(command: &mut Command) -> Output {
    const WHILE: Duration = Duration::from_secs(4);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let send = |signal: &str| Command::new("kill").args([signal, &id.to_string()]).status().unwrap();
    assert!(receiver.recv_timeout(WHILE).is_err(), "it has ended before");
    assert!(send("-INT").success());
    receiver.recv_timeout(PATIENCE).map(Result::unwrap).unwrap_or_else(|_| {
        send("-KILL");
        panic!("{command:?} goes on");
    })
}

/// What a check said.
struct Found {
    status: Option<i32>,
    lines: Vec<String>,
    errors: String,
}

impl Found {
    fn of(output: &Output) -> Self {
        let text = String::from_utf8(output.stdout.clone()).expect("the output is UTF-8");
        Self {
            status: output.status.code(),
            lines: text.lines().map(str::to_owned).collect(),
            errors: String::from_utf8(output.stderr.clone()).expect("the errors are UTF-8"),
        }
    }

    /// The run ended as a run ends that found errors, and no rule panicked.
    fn is_sound(&self) -> &Self {
        assert!(matches!(self.status, Some(0 | 1)), "status {:?}: {}", self.status, self.errors);
        assert!(!self.errors.contains("panicked"), "{}", self.errors);
        assert!(self.with("LM003").is_empty(), "{:?}", self.with("LM003"));
        self
    }

    fn with(&self, word: &str) -> Vec<&str> {
        self.lines.iter().map(String::as_str).filter(|line| line.contains(word)).collect()
    }

    /// The lines of one file that have a code.
    fn of_file(&self, name: &str, code: &str) -> Vec<&str> {
        let start = format!("{name}:");
        self.with(code).into_iter().filter(|line| line.starts_with(&start)).collect()
    }

    /// The bug at the end of each file was found.
    fn has_bug_in<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> &Self {
        self.is_sound();
        for name in names {
            assert!(!self.of_file(name, "LM101").is_empty(), "{name}: {:?}", self.of_file(name, "LM"));
        }
        self
    }
}

/// Checks one file for each of the texts, with the bug below it, and expects the bug in each.
fn each_is_read(cases: &[(&str, String)]) -> Found {
    let place = Place::new();
    let names: Vec<String> = cases.iter().map(|(name, _)| format!("{name}.py")).collect();
    for ((_, text), name) in cases.iter().zip(&names) {
        place.write(name, format!("{text}\n{BUG}"));
    }
    let found = place.check();
    found.has_bug_in(names.iter().map(String::as_str));
    found
}

fn around(open: &str, inner: &str, close: &str) -> String {
    format!("x = {}{inner}{}", open.repeat(DEEP), close.repeat(DEEP))
}

#[test]
fn expressions_in_brackets_nest_deep() {
    each_is_read(&[
        ("parentheses", around("(", "1", ")")),
        ("lists", around("[", "", "]")),
        ("tuples", around("(", "1", ",)")),
        ("sets", around("{", "1", "}")),
        ("dictionaries", around("{1:", "1", "}")),
        ("calls", around("f(", "", ")")),
        ("subscripts", around("a[", "0", "]")),
        ("slices", around("a[:", "", "]")),
        ("comparisons", around("(a < ", "1", ")")),
        ("walruses", around("(a := ", "1", ")")),
        ("walruses_with_attributes", around("(a := ", "b", ").c")),
        ("conditions", around("(", "1", " if b else 2)")),
        ("comprehensions", around("[a for a in ", "b", "]")),
        ("dictionary_comprehensions", around("{a: b for a in ", "b", "}")),
        ("generators", around("(a for a in ", "b", ")")),
        ("f_strings", around("f'{", "1", "}'")),
        ("format_specifications", format!("x = f'{}{}'", "{a:".repeat(DEEP), "}".repeat(DEEP))),
        ("yields", format!("def f():\n    {}", around("(yield ", "1", ")"))),
        ("boolean", around("(a and (b or ", "1", "))")),
        ("targets", format!("{}a{} = 1", "(".repeat(DEEP), ",)".repeat(DEEP))),
        ("loop_targets", format!("for {}a{} in b: pass", "[".repeat(DEEP), "]".repeat(DEEP))),
        ("patterns", format!("match a:\n case {}a{}: pass", "[".repeat(DEEP), "]".repeat(DEEP))),
        ("class_patterns", format!("match a:\n case {}a{}: pass", "A(".repeat(DEEP), ")".repeat(DEEP))),
        ("annotations", format!("x: {}int{}", "list[".repeat(DEEP), "]".repeat(DEEP))),
        ("text_annotations", format!("x: '{}int{}'", "list[".repeat(DEEP), "]".repeat(DEEP))),
        (
            "optional_annotations",
            format!(
                "from typing import Optional\nx: {}int{}\nx.f()",
                "Optional[".repeat(DEEP),
                "]".repeat(DEEP)
            ),
        ),
    ]);
}

#[test]
fn chains_and_prefixes_nest_deep() {
    each_is_read(&[
        ("attributes", format!("a{}()", ".b".repeat(DEEP))),
        ("called_again", format!("f{}", "()".repeat(DEEP))),
        ("subscripted_again", format!("x = a{}", "[0]".repeat(DEEP))),
        ("not", format!("x = {}1", "not ".repeat(DEEP))),
        ("minus", format!("x = {}1", "-".repeat(DEEP))),
        ("lambdas", format!("x = {}1", "lambda: ".repeat(DEEP))),
        ("lambda_defaults", format!("x = {}1", "lambda a=(yield): ".repeat(DEEP))),
        ("else", format!("x = {}1", "a if b else ".repeat(DEEP))),
        ("sums", format!("x = a{}", "+a".repeat(DEEP))),
        ("sums_in_a_generator", format!("def f():\n    x = a{}\n    (y := 1)\n    yield", "+a".repeat(DEEP))),
        ("unions", format!("x: a{}", "|a".repeat(DEEP))),
        ("powers", format!("x = a{}", "**a".repeat(DEEP))),
        ("or", format!("x = a{}", " or a".repeat(DEEP))),
        ("less", format!("x = a{}", " < a".repeat(DEEP))),
        ("awaits", format!("async def f():\n    {}f()", "await ".repeat(DEEP))),
        ("stars", format!("x = {}a,", "*".repeat(DEEP))),
        ("keywords", format!("f({}a)", "**".repeat(DEEP))),
        ("assignments", format!("{}1", "a = ".repeat(DEEP))),
        ("or_patterns", format!("match a:\n case 1{}: pass", "|1".repeat(DEEP))),
        ("text_annotation", format!("def f(x: '{}b'): x.y()", "a.".repeat(DEEP))),
        ("decorators", format!("{}async def f(): pass\nf()", "@a\n".repeat(DEEP))),
        ("decorator_calls", format!("@a{}\ndef f(): pass\nf()", "()".repeat(DEEP))),
        ("conditions_of_types", format!("if {}TYPE_CHECKING: pass", "not ".repeat(DEEP))),
        ("dots", format!("from {} import a", ".".repeat(DEEP))),
        ("dotted_names", format!("import a{}\na.b.c()", ".b".repeat(DEEP))),
        ("texts", format!("x = {}", "'a' ".repeat(DEEP))),
        ("async", format!("{}def f(): pass", "async ".repeat(DEEP))),
        ("quotes", format!("x = {}", "\"\"".repeat(DEEP))),
    ]);
}

/// A block in a block, each one space further in.
fn blocks(head: impl Fn(&str) -> String, tail: impl Fn(&str) -> String) -> String {
    let indentations: Vec<String> = (0..=DEEP_BLOCKS).map(|depth| " ".repeat(depth)).collect();
    let mut text: String = indentations[..DEEP_BLOCKS].iter().map(|indentation| head(indentation)).collect();
    text += &format!("{}f()\n", indentations[DEEP_BLOCKS]);
    text.extend(indentations[..DEEP_BLOCKS].iter().rev().map(|indentation| tail(indentation)));
    text
}

fn simple_blocks(head: &str) -> String {
    blocks(|indentation| format!("{indentation}{head}\n"), |_| String::new())
}

#[test]
fn blocks_nest_deep() {
    each_is_read(&[
        ("functions", simple_blocks("async def f():")),
        ("classes", simple_blocks("class f:")),
        ("if", simple_blocks("if a:")),
        ("with", simple_blocks("with a as b:")),
        ("for", simple_blocks("for a in b:")),
    ]);
}

#[test]
fn blocks_with_clauses_nest_deep() {
    each_is_read(&[
        ("while", simple_blocks("while a:")),
        ("try", blocks(|i| format!("{i}try:\n"), |i| format!("{i}finally: pass\n"))),
        ("except", blocks(|i| format!("{i}try: pass\n{i}except A as b:\n"), |_| String::new())),
        ("else", blocks(|i| format!("{i}if a: pass\n{i}else:\n"), |_| String::new())),
        (
            "match",
            (0..DEEP_BLOCKS / 2)
                .map(|depth| format!("{0:1$}match a:\n {0:1$}case b:\n", "", 2 * depth))
                .chain([format!("{:1$}f()\n", "", DEEP_BLOCKS)])
                .collect(),
        ),
    ]);
}

fn numbered(line: impl Fn(usize) -> String) -> String {
    (0..DEEP).map(line).collect()
}

#[test]
fn definitions_that_need_each_other_form_long_chains() {
    let method = "    async def f(self): pass\n";
    let found = each_is_read(&[
        ("elif", format!("if a: pass\n{}else: pass\n", "elif a: pass\n".repeat(DEEP))),
        ("bases", format!("class A({}): pass\nA().f()\n", numbered(|n| format!("B{n},")))),
        (
            "real_bases",
            numbered(|n| format!("class B{n}: pass\n"))
                + &format!("class A({}): pass\nA().f()\n", numbered(|n| format!("B{n},"))),
        ),
        (
            "inheritance",
            format!("class C0:\n{method}")
                + &numbered(|n| format!("class C{}(C{n}): pass\n", n + 1))
                + &format!("C{DEEP}().f()\n"),
        ),
        (
            "inheritance_from_below",
            "def m(): C0().f()\n".to_owned()
                + &numbered(|n| format!("class C{n}(C{}): pass\n", n + 1))
                + &format!("class C{DEEP}:\n{method}"),
        ),
        (
            "names",
            "async def a0(): pass\n".to_owned()
                + &numbered(|n| format!("a{} = a{n}\n", n + 1))
                + "a10000()\n",
        ),
        ("one_name", format!("async def f(): pass\n{}f()\n", "f = f\n".repeat(DEEP))),
        (
            "attributes",
            "class A:\n    def __init__(self):\n".to_owned()
                + &numbered(|n| format!("        self.a{n} = self.a{}\n", n + 1))
                + "    def m(self): self.a0.f()\n",
        ),
        (
            "returns",
            numbered(|n| format!("class K{n}:\n    def f(self) -> 'K{}': ...\n", n + 1))
                + &format!("K0(){}\n", ".f()".repeat(DEEP)),
        ),
        ("decorators", numbered(|n| format!("@f{}\ndef f{n}(x): return x\n", n + 1)) + "f0()\n"),
        ("globals", "def f():\n".to_owned() + &numbered(|n| format!(" global g{n}; g{n} = 1\n"))),
        ("parameters", format!("def f({}): pass\nf()\n", numbered(|n| format!("a{n}: 'f' = 1,")))),
        ("type_parameters", format!("def f[{}](): pass\nf()\n", numbered(|n| format!("T{n}: 'T{n}',")))),
    ]);
    assert_eq!(found.of_file("names.py", "LM101").len(), 2, "the end of the chain is known");
}

#[test]
fn each_of_a_long_chain_is_asked_about() {
    let place = Place::new();
    let length = 2_000;
    let lines = |line: &dyn Fn(usize) -> String| (0..length).map(line).collect::<String>();
    let calls = lines(&|n| format!("def f{n}(): f{}()\nasync def a{n}(): f{n}()\n", n + 1));
    place.write("blocks.py", format!("import time\n{calls}def f{length}(): time.sleep(1)\n"));
    let run = format!("async def work(): pass\ndef f{length}(): asyncio.run(work())\n");
    place.write("starts.py", format!("import asyncio\n{calls}{run}"));
    let subclasses = lines(&|n| format!("class C{}(C{n}):\n    def s{n}(self): self.m()\n", n + 1));
    place.write("subclasses.py", format!("class C0:\n    async def m(self): pass\n{subclasses}"));
    let found = place.check();
    found.is_sound();
    // The longer paths are not certain, and have one finding at the start of the loop.
    let starts = found.of_file("starts.py", "LM202");
    let (many, near): (Vec<&str>, Vec<&str>) =
        starts.iter().copied().partition(|line| line.contains("async functions reach this call"));
    assert!(many.len() == 1 && near.len() == 15, "{starts:?}");
    assert!(many[0].contains(&format!("{} async functions", length - near.len())), "{many:?}");
    // Far below the first class, its methods are not known.
    assert!(found.of_file("subclasses.py", "LM101").len() > 400);
    let blocks = found.of_file("blocks.py", "LM501");
    assert!(blocks.len() == 1 && blocks[0].contains("2000 async functions"), "{blocks:?}");
    let shown = place.check_with(&["--output-format", "full", "--select", "LM202"]);
    assert!(!shown.with("1992 further calls are left out here").is_empty(), "{:?}", &shown.lines[..40]);
}

#[test]
fn what_is_too_deep_for_any_stack_is_refused() {
    let place = Place::new();
    let levels = 300_000;
    place.write("brackets.py", format!("x = {}", "(".repeat(levels)));
    place.write("sum.py", format!("x = a{}\n", "+a".repeat(levels)));
    place.write("one_line.py", format!("x = {}1\n", "a + ".repeat(5_000_000 / 4)));
    place.write("flat.py", format!("x = [{}]\n{BUG}", "a + 1, ".repeat(levels)));
    place.write("text.py", format!("x: '{}'\n{BUG}", "a.".repeat(levels)));
    let found = place.check();
    found.has_bug_in(["flat.py", "text.py"]);
    for name in ["brackets.py", "sum.py", "one_line.py"] {
        let [line] = found.of_file(name, "LM001")[..] else { panic!("{name}: {:?}", found.lines) };
        assert!(line.contains("nests more than 262144 levels deep"), "{line}");
    }
}

/// Returns a notebook with cells of code.
fn notebook(cells: &[&str]) -> String {
    let cell = |source| json!({"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": source});
    let cells: Vec<Value> = cells.iter().map(cell).collect();
    json!({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).to_string()
}

#[test]
fn a_notebook_on_which_the_parser_fails_is_an_error() {
    let place = Place::new();
    place.write("one.ipynb", notebook(&["h(]\n?"]));
    place.write("two.ipynb", notebook(&["x = 1", "h(]\n?"]));
    place.write("bug.py", BUG);
    let found = place.check();
    found.has_bug_in(["bug.py"]);
    for name in ["one.ipynb", "two.ipynb"] {
        let [line] = found.of_file(name, "LM001")[..] else { panic!("{name}: {:?}", found.lines) };
        assert!(line.contains("the parser fails on this file"), "{line}");
    }
}

#[test]
fn a_cell_with_several_syntax_errors_has_one_finding() {
    let place = Place::new();
    let prose = "the answer of the agent\n".repeat(60);
    place.write("prose.ipynb", notebook(&[&prose, "x = 1", "first = = 1\nsecond = = 2", "last = = 1"]));
    let found = place.check();
    found.is_sound();
    assert_eq!(found.of_file("prose.ipynb", "LM001").len(), 3, "{:?}", found.lines);
}

#[test]
fn a_cell_that_is_indented_as_a_whole_is_read_without_its_indentation() {
    let place = Place::new();
    let cells = [
        "\n    async def coro():\n        pass\n\n    %time coro\n    text = \"\"\"\nx\n    \"\"\"",
        "\tif coro:\n\t\tasync def use():\n\t\t\tcoro()",
        " x = [\n 1,\n2]\nclass Name:\n    y = x",
        "  x = 1\n    y = 2",
        "  x = 1\n y = 2",
        "x = 1\n  y = 2",
    ];
    place.write("all.ipynb", notebook(&cells));
    place.write("one.ipynb", notebook(&cells[..1]));
    let found = place.check();
    found.is_sound();
    assert_eq!(
        found.lines,
        [
            "all.ipynb:cell 2:3:4: LM101 [error] coroutine `coro` is never awaited",
            "all.ipynb:cell 4:2:1: LM001 [error] syntax error: unexpected indentation",
            "all.ipynb:cell 5:2:1: LM001 [error] syntax error: unexpected indentation",
            "all.ipynb:cell 6:2:1: LM001 [error] syntax error: unexpected indentation",
        ]
    );
}

#[test]
fn what_is_open_to_the_end_of_the_file_is_an_error() {
    let place = Place::new();
    let names = ["brackets", "calls", "f_strings", "blocks", "quotes", "backslashes"];
    place.write("brackets.py", "[(".repeat(DEEP));
    place.write("calls.py", format!("{}\n\ndef g(): pass\n{BUG}", "f(".repeat(DEEP)));
    place.write("f_strings.py", "f'{".repeat(DEEP));
    place.write("blocks.py", (0..DEEP_BLOCKS).map(|n| format!("{:n$}if a:\n", "")).collect::<String>());
    place.write("quotes.py", format!("{BUG}x = '''{}", "'' \"".repeat(DEEP)));
    place.write("backslashes.py", "\\\n".repeat(DEEP));
    let found = place.check();
    found.has_bug_in(["calls.py", "quotes.py"]);
    for name in names {
        let errors = found.of_file(&format!("{name}.py"), "LM001");
        assert!((1..=51).contains(&errors.len()), "{name}: {} errors", errors.len());
    }
}

#[test]
fn syntax_errors_are_told_and_the_rest_is_read() {
    let place = Place::new();
    let before = "async def first(): pass\nasync def one():\n    first()\n";
    for (name, broken) in [
        ("call.py", "f(,)\n"),
        ("bracket.py", "x = (1, 2\n"),
        ("block.py", "if x\n    y\n"),
        ("indent.py", "    z = 1\n  y = 2\n"),
        ("keyword.py", "class def async:\n"),
        ("merge.py", "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n"),
        ("python2.py", "print 'hello'\nexec 'x' in y\ndef f():\n    raise A, b\n"),
        ("template.py", "{{ cookiecutter.name }} = {% if x %}1{% endif %}\n"),
        ("no_python.py", "\u{1b}[31m\u{fffd} <!doctype html> § ` $ ?\n"),
        ("null.py", "x = 1\0\ny = '\0'\n# \0\n"),
        ("returns.py", "x = 1\r\ry = 2\r\n\u{c}z = 3\n"),
    ] {
        place.write(name, format!("{before}{broken}{BUG}"));
    }
    let found = place.check();
    found.is_sound();
    assert_eq!(found.status, Some(1));
    for entry in fs::read_dir(place.path()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let calls = found.of_file(&name, "LM101");
        assert!(calls.iter().any(|line| line.contains("`first`")), "{name}: {calls:?}");
        assert!(calls.iter().any(|line| line.contains("coro`")), "{name}: {calls:?}");
        let errors = found.of_file(&name, "LM001");
        let is_clean = ["returns.py", "template.py"].contains(&name.as_str());
        assert_eq!(errors.is_empty(), is_clean, "{name}: {errors:?}");
    }
}

#[test]
fn a_file_that_is_no_python_has_few_errors() {
    let place = Place::new();
    place.write("garbage.py", "if ) else ]\n".repeat(100_000));
    place.write("binary.py", (0..200_000u32).map(|n| (n * 7919 % 127) as u8).collect::<Vec<_>>());
    let found = place.check();
    found.is_sound();
    assert_eq!(found.of_file("garbage.py", "LM001").len(), 1);
    assert_eq!(found.of_file("binary.py", "LM001").len(), 1);
}

#[test]
fn what_cannot_be_decoded_is_told_and_the_rest_is_checked() {
    let place = Place::new();
    place.write("utf8.py", b"x = '\xff\xfe'\n");
    place.write("utf16.py", b"\xff\xfex\0=\x001\0");
    place.write("unknown.py", b"# coding: klingon\nx = '\xff'\n");
    place.write("shift.py", b"# coding: shift_jis\nx = '\x82'\n");
    place.write("cut.py", b"x = '\xe2\x82");
    place.write("notebook.ipynb", "{\"cells\": [");
    place.write("deep.ipynb", "[".repeat(100_000));
    place.write("latin.py", [b"# coding: latin-1\n# \xe9\n", BUG.as_bytes()].concat());
    place.write("bom.py", ["\u{feff}", BUG].concat());
    let found = place.check();
    found.has_bug_in(["latin.py", "bom.py"]);
    for name in ["utf8.py", "utf16.py", "unknown.py", "shift.py", "cut.py", "notebook.ipynb", "deep.ipynb"] {
        assert_eq!(found.of_file(name, "LM002").len(), 1, "{name}: {:?}", found.lines);
    }
}

#[test]
fn nothing_is_nothing() {
    let place = Place::new();
    for (name, text) in
        [("empty", ""), ("bom", "\u{feff}"), ("blank", " \t\n\r\n"), ("comment", "#"), ("null", "\0")]
    {
        place.write(format!("{name}.py"), text);
    }
    let found = place.check();
    found.is_sound();
    assert_eq!(found.lines.len(), found.of_file("null.py", "LM001").len(), "{:?}", found.lines);
    let empty = Place::new();
    assert_eq!((empty.check().status, empty.check().lines.len()), (Some(0), 0));
}

#[test]
fn huge_files_are_read() {
    let place = Place::new();
    let class = |n: usize| {
        format!("class C{n}:\n    def f(self, x: int) -> 'C{n}':\n        y = self.f(x)\n        return y\n")
    };
    place.write("lines.py", (0..25_000).map(class).collect::<String>() + BUG);
    place.write("one_line.py", format!("x = [{}]\n{BUG}", "1, ".repeat(5_000_000 / 3)));
    place.write("one_string.py", format!("x = '{}'\n{BUG}", "é".repeat(2_500_000)));
    place.write("comments.py", format!("{}{BUG}", "# twenty five characters\n".repeat(300_000)));
    let calls = "coro();".repeat(20_000);
    place.write("statements.py", format!("async def coro(): pass\nasync def é(): {calls}\n"));
    let found = place.check();
    found.has_bug_in(["lines.py", "one_line.py", "one_string.py", "comments.py"]);
    assert_eq!(found.of_file("lines.py", "LM101").len(), 1);
    assert_eq!(found.of_file("statements.py", "LM101").len(), 20_000);
}

#[test]
fn a_finding_on_a_huge_line_is_shown_in_every_format() {
    let place = Place::new();
    place.write("line.py", format!("async def coro(): pass\nx = [{}]; coro()\n", "1, ".repeat(1_000_000)));
    for format in ["full", "concise", "json", "github", "sarif"] {
        let found = place.check_with(&["--output-format", format]);
        assert_eq!(found.status, Some(1), "{format}: {}", found.errors);
        let length: usize = found.lines.iter().map(String::len).sum();
        assert!((50..600_000).contains(&length), "{format}: {length} bytes");
    }
}

#[test]
fn long_chains_of_imports_are_followed() {
    let place = Place::new();
    let modules = 2_000;
    for n in 0..modules {
        let next = n + 1;
        place.write(format!("a{n}.py"), format!("import a{next}\n"));
        place.write(format!("b{n}.py"), format!("from b{next} import coro as coro\n"));
        place.write(format!("c{n}.py"), format!("from c{next} import *\n"));
        place.write(format!("d{n}.py"), format!("from d{next} import C{next}\nclass C{n}(C{next}): pass\n"));
    }
    let last = "async def coro(): pass\n";
    place.write(format!("a{modules}.py"), last);
    place.write(format!("b{modules}.py"), last);
    place.write(format!("c{modules}.py"), last);
    place.write(format!("d{modules}.py"), format!("class C{modules}:\n    async def f(self): pass\n"));
    place.write("use_b.py", "from b0 import coro\nasync def m():\n    coro()\n");
    place.write("use_c.py", "from c0 import coro\nasync def m():\n    coro()\n");
    place.write("use_d.py", format!("from d{} import C{0}\nasync def m():\n    C{0}().f()\n", modules - 100));
    place.check().has_bug_in(["use_b.py", "use_c.py", "use_d.py"]);
}

#[test]
fn cycles_end() {
    let place = Place::new();
    for (name, text) in [
        (
            "itself.py",
            "import itself\nfrom itself import *\nfrom itself import coro, gone as coro2\ncoro2()\n",
        ),
        ("one.py", "from two import *\nimport two\nfrom two import b as a\n"),
        ("two.py", "from one import *\nimport one\nfrom one import a as b\n"),
        ("star1.py", "from star2 import *\n"),
        ("star2.py", "from star3 import *\nfrom star1 import *\n"),
        ("star3.py", "from star1 import *\nfrom star2 import *\nx()\n"),
        ("base1.py", "from base2 import B\nclass A(B):\n    def m(self): self.x.y()\n"),
        ("base2.py", "from base1 import A\nclass B(A): x: 'A'\n"),
        ("own.py", "class A(A): pass\nA().f()\nclass B(C): pass\nclass C(B): pass\nC().f()\n"),
        ("nested.py", "class A:\n    class A(A): pass\n    A.A.A()\nA.A.A().f()\n"),
        ("aliases.py", "from typing import Union\nX = Union['X', 'Y']\nY = Union['X', 'Y']\nx: X\nx.f()\n"),
        ("values.py", "a = b\nb = a\na()\nc = c()\nc()\nd = d.d\nd.d()\n"),
        ("returns.py", "def f() -> 'f': ...\nf()()\nclass A:\n    def __call__(self) -> 'A': ...\nA()()()\n"),
        ("decorated.py", "@f\ndef f(x): ...\nf()\n@g\nclass g: ...\ng()\n"),
        ("pkg/__init__.py", "from . import *\nfrom .pkg import *\nfrom pkg import pkg\nfrom .. import x\n"),
        ("pkg/pkg.py", "from . import pkg\nfrom .pkg import pkg\nfrom . import *\npkg.pkg.pkg()\n"),
        ("asyncio.py", "from asyncio import *\nimport asyncio\nasyncio.sleep(1)\n"),
        ("builtins.py", "from builtins import *\nclass object(object): pass\nint()\n"),
        ("typing.py", "from typing import *\nOptional: Optional = Optional\nOptional()\n"),
    ] {
        place.write(name, format!("{text}{BUG}"));
    }
    let names =
        ["itself", "one", "two", "star1", "star3", "base1", "base2", "own", "nested", "aliases", "values"];
    let names: Vec<String> = names.iter().map(|name| format!("{name}.py")).collect();
    place.check().has_bug_in(names.iter().map(String::as_str));
    place.check().has_bug_in(["returns.py", "decorated.py", "pkg/__init__.py", "pkg/pkg.py", "asyncio.py"]);
}

#[test]
fn paths_that_do_not_exist_are_refused() {
    let place = Place::new();
    for path in ["gone", "gone.py", "gone/", "a\nb.py"] {
        let found = place.check_with(&[path]);
        assert_eq!(found.status, Some(2), "{path:?}");
        assert!(found.errors.contains("does not exist"), "{}", found.errors);
        assert_eq!(found.errors.lines().count(), 1, "{}", found.errors);
    }
}

#[test]
fn files_that_vanish_after_they_were_found_are_told() {
    let place = Place::new();
    place.write("gone.py", "async def coro(): pass\n");
    place.write("gone_package/__init__.py", "");
    place.write("stays.py", format!("from gone import coro as other\nimport gone_package.x\nother()\n{BUG}"));
    let options = DiscoverOptions {
        cwd: place.path().to_owned(),
        isolated: true,
        rules: loopmend_rules::known_rules(),
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&options).unwrap();
    fs::remove_file(place.path().join("gone.py")).unwrap();
    fs::remove_dir_all(place.path().join("gone_package")).unwrap();
    let found = loopmend_rules::check_project(&project);
    let found: Vec<(&str, String)> =
        found.iter().map(|diagnostic| (diagnostic.path.as_str(), diagnostic.code.to_string())).collect();
    let expected = [("gone.py", "LM002"), ("gone_package/__init__.py", "LM002"), ("stays.py", "LM101")];
    assert_eq!(found, expected.map(|(path, code)| (path, code.to_owned())));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs::{self, Permissions};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::{BUG, Found, Place, finished};

    #[test]
    fn links_in_circles_are_not_followed_for_ever() {
        let place = Place::new();
        place.write("package/module.py", BUG);
        symlink("..", place.path().join("package/up")).unwrap();
        symlink(".", place.path().join("package/self")).unwrap();
        symlink("b.py", place.path().join("a.py")).unwrap();
        symlink("a.py", place.path().join("b.py")).unwrap();
        symlink("nowhere", place.path().join("dangling.py")).unwrap();
        symlink("/dev/zero", place.path().join("endless.py")).unwrap();
        place.write("importer.py", format!("import a, dangling, endless, package.up\na.x()\ndangling.x()\nendless.x()\npackage.up.x()\n{BUG}"));
        let found = place.check();
        found.has_bug_in(["package/module.py", "importer.py"]);
        assert_eq!(found.lines.len(), 2, "{:?}", found.lines);
        assert_eq!(place.check_with(&["a.py"]).status, Some(2));
    }

    #[test]
    fn what_is_no_file_is_not_read() {
        let place = Place::new();
        let pipe = |name: &str| {
            let made = Command::new("mkfifo").arg(place.path().join(name)).status().unwrap();
            assert!(made.success());
        };
        fs::create_dir(place.path().join("directory.py")).unwrap();
        place.write("directory.py/inside.py", BUG);
        fs::create_dir_all(place.path().join("package/__init__.py")).unwrap();
        pipe("pipe.py");
        pipe("package/pipe.pyi");
        place.write(
            "importer.py",
            format!(
                "import pipe, directory\npipe.x()\ndirectory.x()\nfrom package import pipe\npipe.x()\n{BUG}"
            ),
        );
        let found = place.check();
        found.has_bug_in(["importer.py", "directory.py/inside.py"]);
        assert_eq!(found.lines.len(), 2, "{:?}", found.lines);
        let named = place.check_with(&["pipe.py", "--output-format", "concise"]);
        assert_eq!(named.status, Some(2), "{}", named.errors);
        assert!(named.errors.contains("not a regular file"), "{}", named.errors);
    }

    #[test]
    fn project_files_that_are_no_files_are_passed_over_or_refused() {
        for name in
            ["pyproject.toml", "loopmend.toml", "setup.cfg", "pytest.ini", "tox.ini", ".git", "setup.py"]
        {
            for kind in ["directory", "pipe"] {
                let place = Place::new();
                place.write("a.py", BUG);
                let path = place.path().join(name);
                match kind {
                    "pipe" => assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
                    _ => fs::create_dir(path).unwrap(),
                }
                let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
                command.current_dir(place.path()).args(["check", "--no-cache", "--output-format", "concise"]);
                let found = Found::of(&finished(&mut command));
                match found.status {
                    Some(2) => assert!(found.errors.contains(name), "{name}, {kind}: {}", found.errors),
                    _ => assert_eq!(
                        found.of_file("a.py", "LM101").len(),
                        1,
                        "{name}, {kind}: {}",
                        found.errors
                    ),
                }
            }
        }
    }

    #[test]
    fn names_that_are_no_text_are_checked() {
        let place = Place::new();
        place.write(OsStr::from_bytes(b"caf\xe9.py"), BUG);
        place.write(OsStr::from_bytes(b"\xff\xfe/__init__.py"), BUG);
        place.write("new\nline.py", BUG);
        place.write("\u{1b}[31mred.py", BUG);
        place.write("-.py", BUG);
        let found = place.check();
        found.is_sound();
        assert_eq!(found.with("LM101").len(), 5, "{:?}", found.lines);
        assert!(found.lines.iter().all(|line| !line.contains('\u{1b}')), "{:?}", found.lines);
        let json = place.check_with(&["--output-format", "json", "--quiet"]);
        let report: serde_json::Value = serde_json::from_str(&json.lines.join("\n")).unwrap();
        assert_eq!(report.as_array().unwrap().len(), 5);
    }

    #[test]
    fn what_may_not_be_read_is_told_and_the_rest_is_checked() {
        let place = Place::new();
        place.write("locked/inside.py", BUG).write("file.py", "x = 1\n").write("open.py", BUG);
        for name in ["locked", "file.py"] {
            fs::set_permissions(place.path().join(name), Permissions::from_mode(0o000)).unwrap();
        }
        let may_read_all = fs::read(place.path().join("file.py")).is_ok();
        let found = place.check_with(&["--output-format", "concise"]);
        fs::set_permissions(place.path().join("locked"), Permissions::from_mode(0o700)).unwrap();
        found.has_bug_in(["open.py"]);
        if !may_read_all {
            assert_eq!(found.of_file("file.py", "LM002").len(), 1, "{:?}", found.lines);
            assert!(found.errors.contains("locked"), "{}", found.errors);
        }
    }

    #[test]
    fn a_reader_that_goes_away_ends_the_run_quietly() {
        let place = Place::new();
        place.write("a.py", format!("async def coro(): pass\n{}", "coro()\n".repeat(20_000)));
        for format in ["full", "concise", "json"] {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let output = place.command().args(["--output-format", format]).stdout(writer).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{format}");
            let errors = String::from_utf8(output.stderr).unwrap();
            assert!(!errors.contains("anic") && !errors.contains("roken pipe"), "{errors}");
        }
    }
}

#[test]
fn calls_of_calls_are_followed_a_little_way() {
    let place = Place::new();
    place.write("a.py", format!("async def f(): ...\n{BUG}\ny = f{}\n", "()".repeat(100_000)));
    place.check();
}

#[test]
fn a_file_that_is_not_read_hides_no_finding_of_another() {
    let place = Place::new();
    let start = "import threading\nasync def work(): ...\nthreading.Thread(target=work).start()\n";
    place.write("a.py", start);
    place.write("b.py", b"import threading\nx = '\xff'\n");
    assert_eq!(place.check().of_file("a.py", "LM120").len(), 1);
}

#[test]
fn many_coroutines_of_one_function_are_judged_without_a_walk_for_each() {
    let many = |count: usize, lines: &dyn Fn(usize) -> String| (0..count).map(lines).collect::<String>();
    let place = Place::new();
    let branches = many(12_000, &|i| format!("    if x == {i}: t = f()\n"));
    let tries = many(4_000, &|_| "    try: u = f()\n    except OSError: u = None\n".to_owned());
    let tasks = many(6_000, &|i| format!("    t{i} = asyncio.create_task(f())\n"));
    let loops = many(6_000, &|i| format!("loop{i} = asyncio.new_event_loop()\n"));
    place.write(
        "a.py",
        format!("import asyncio\nasync def f(): ...\nasync def g(x):\n{branches}{tries}{tasks}    t.a\n    u.b\n{loops}{BUG}\n"),
    );
    let tests = many(4_000, &|i| {
        format!("@pytest.mark.asyncio\nasync def test_{i}():\n    m = Mock()\n    await m.x()\n")
    });
    place.write("test_a.py", format!("import pytest\nfrom unittest.mock import Mock\n{tests}"));
    let blocking = many(4_000, &|i| format!("def b{i}():\n    time.sleep(1)\nasync def c{i}(): b{i}()\n"));
    place.write("c.py", format!("import time\n{blocking}"));
    place.check();
}

/// A file whose time grows with the square of its tasks.
#[cfg(unix)]
#[test]
fn a_file_that_takes_long_is_left_when_the_run_is_to_end() {
    let place = Place::new();
    let task = |i: usize| format!("async def g{i}():\n    asyncio.create_task(f())\n");
    let tasks: String = (0..20_000).map(task).collect();
    place.write("a.py", format!("import asyncio\nasync def f(): ...\n{tasks}"));
    assert_eq!(interrupted(&mut place.command()).status.code(), Some(130));
}

#[test]
fn start_up_code_that_many_calls_lead_to_is_looked_at_once() {
    let calls = |function: &str, called: &str| {
        format!("async def {function}():\n{}\n", format!("    await {called}()\n").repeat(30))
    };
    let mut code = "import time\n\nasync def f0():\n    time.sleep(1)\n\n".to_owned();
    for depth in 1..7 {
        code += &calls(&format!("f{depth}"), &format!("f{}", depth - 1));
    }
    code += &calls("on_startup", "f6");
    let place = Place::new();
    place.write("silent.py", &code).write("loud.py", code.replace("on_startup", "serve"));
    let found = place.check();
    assert!(found.of_file("silent.py", "LM501").is_empty(), "{:?}", found.lines);
    assert_eq!(found.of_file("loud.py", "LM501").len(), 1, "{:?}", found.lines);
}

#[test]
fn a_script_in_which_many_calls_lead_to_a_function_is_looked_at_once() {
    let calls = |layer: usize| (0..12).map(|i| format!("    await f{layer}_{i}()\n")).collect::<String>();
    let define = |layer: usize, i: usize| match layer {
        6 => format!("async def f6_{i}():\n    time.sleep(1)\n    await asyncio.sleep(0)\n"),
        _ => format!("async def f{layer}_{i}():\n{}    await asyncio.sleep(0)\n", calls(layer + 1)),
    };
    let functions = (0..7).flat_map(|layer| (0..12).map(move |i| define(layer, i))).collect::<String>();
    let script = format!(
        "import asyncio\nimport time\n{functions}async def main():\n{}asyncio.run(main())\n",
        calls(0)
    );
    let place = Place::new();
    place.write("script.py", &script);
    assert!(place.check().lines.iter().all(|line| !line.contains("LM")), "a finding in a sequential script");
    let concurrent = "async def both(): await asyncio.gather(main(), main())\nasyncio.run(both())\n";
    place.write("script.py", script.replace("asyncio.run(main())\n", concurrent));
    let found = place.check();
    assert_eq!(found.of_file("script.py", "LM501").len(), 12, "{:?}", found.lines);
}

/// The questions whether a call takes no time, and whether code fails on newer versions of Python.
#[test]
fn names_and_callees_that_lead_to_each_other_are_followed_once() {
    let many = |count: usize, line: &str| line.repeat(count);
    let lookups = format!(
        "import subprocess\nasync def f():\n{}{}{}",
        many(400, "    a = b\n"),
        many(400, "    b = 'git --version'\n"),
        many(400, "    subprocess.run(a)\n")
    );
    let waits = format!(
        "import asyncio\ndef k(): ...\ndef h():\n{}def g():\n{}async def top():\n{}    asyncio.wait([top()])\n{BUG}\n",
        many(400, "    k()\n"),
        many(400, "    h()\n"),
        many(400, "    g()\n")
    );
    let place = Place::new();
    place.write("pyproject.toml", "[project]\nname = 'x'\nversion = '0'\nrequires-python = '>=3.9'\n");
    place.write("lookups.py", lookups).write("waits.py", waits);
    let found = place.check();
    assert!(found.of_file("lookups.py", "LM002").is_empty(), "{:?}", found.lines);
    found.has_bug_in(["waits.py"]);
}

/// The questions which task a call starts, and what a task waits for by itself.
#[test]
fn tasks_behind_many_calls_are_followed_once() {
    let layers = |count: usize, head: &dyn Fn(usize) -> String, line: &dyn Fn(usize, usize) -> String| {
        (1..4)
            .map(|depth| head(depth) + &(0..count).map(|i| line(depth, i)).collect::<String>())
            .collect::<String>()
    };
    let returns = layers(400, &|depth| format!("def f{depth}(a):\n"), &|depth, i| {
        format!("    if a == {i}: return f{}(a)\n", depth - 1)
    });
    let awaits = layers(400, &|depth| format!("async def f{depth}():\n"), &|depth, _| {
        format!("    await f{}()\n", depth - 1)
    });
    let place = Place::new();
    place.write(
        "returns.py",
        format!(
            "import asyncio\nasync def work(): await x.get()\ndef f0(a): return asyncio.create_task(work())\n\
             {returns}async def main(): f3(1)\n{BUG}\n"
        ),
    );
    place.write(
        "awaits.py",
        format!(
            "import asyncio\nasync def f0(): await asyncio.sleep(1)\n\
             {awaits}async def main(): asyncio.create_task(f3())\n{BUG}\n"
        ),
    );
    let found = place.check();
    found.has_bug_in(["returns.py", "awaits.py"]);
    assert!(found.lines.iter().all(|line| !line.contains("LM002")), "{:?}", found.lines);
}
