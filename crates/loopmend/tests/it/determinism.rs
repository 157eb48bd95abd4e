//! The output of a project whose definitions need each other in circles is the same, byte for byte, on any number of
//! threads, with and without a cache.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use fastrand::Rng;

const MODULES: usize = 12;

/// Writes the parts of one module.
struct Module<'r> {
    random: &'r mut Rng,
    number: usize,
    text: String,
}

impl Module<'_> {
    fn any(&mut self) -> usize {
        self.random.usize(..MODULES)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn attribute(&mut self) -> &'static str {
        ["next", "other", "item"][self.random.usize(..3)]
    }

    fn colour(&mut self) -> &'static str {
        if self.random.u8(..4) == 0 { "async " } else { "" }
    }

    /// Something of this or another module, made of `name`, which is bound where it stands.
    fn value(&mut self, name: &str) -> String {
        let (one, attribute) = (self.any(), self.attribute());
        match self.random.u8(..12) {
            0 => name.to_owned(),
            1 => format!("{name}.{attribute}"),
            2 => format!("C{one}({name})"),
            3 | 4 => format!("f{one}({name})"),
            5 => format!("f{one}({name}.{attribute})"),
            6 => format!("C{one}({name}).{attribute}"),
            7 => format!("f{one}({name}).{attribute}"),
            8 => format!("[y.{attribute} for y in ({name}, f{one}({name}))][0]"),
            9 => format!("({name} or f{one}({name}))"),
            10 => format!("(lambda z: f{one}(z))({name})"),
            _ => format!("g{one}({name}).{attribute}"),
        }
    }

    fn class(&mut self) {
        let number = self.number;
        let base = match self.random.usize(..=number) {
            base if base < number && self.random.bool() => format!("(C{base})"),
            _ => String::new(),
        };
        self.line(&format!("class C{number}{base}:\n    def __init__(self, given):"));
        for attribute in ["next", "other", "item"] {
            let name = if self.random.bool() { "given" } else { "self" };
            let value = self.value(name);
            self.line(&format!("        self.{attribute} = {value}"));
        }
        for method in ["run", "stop", "step"] {
            let (colour, value) = (self.colour(), self.value("self"));
            self.line(&format!("    {colour}def {method}(self):\n        return {value}"));
        }
        let value = self.value("self");
        self.line(&format!("    async def close(self):\n        return {value}"));
    }

    fn functions(&mut self) {
        let number = self.number;
        let (colour, one, other) = (self.colour(), self.value("q"), self.value("q"));
        self.line(&format!("{colour}def f{number}(q):\n    if q:\n        return {one}\n    return {other}"));
        let (attribute, value, class) = (self.attribute(), self.value("q"), self.any());
        match self.random.u8(..4) {
            0 => self.line(&format!(
                "def g{number}(q):\n    while q:\n        q = q.{attribute}\n        p = {value}\n    return q or p"
            )),
            1 => self.line(&format!(
                "def g{number}(q):\n    if isinstance(q, C{class}):\n        return q\n    return {value}"
            )),
            2 => self.line(&format!(
                "def g{number}(q):\n    for y in h{class}(q):\n        q = y\n    return q"
            )),
            _ => self.line(&format!("@d{class}\ndef g{number}(q):\n    return {value}")),
        }
        let (one, other) = (self.value("q"), self.any());
        self.line(&format!("def h{number}(q):\n    yield {one}\n    yield from h{other}(q)"));
        let inner = self.value("f(*more)");
        self.line(&format!(
            "def d{number}(f):\n    def inner(*more):\n        return {inner}\n    return inner"
        ));
    }

    fn uses(&mut self) {
        self.line("async def use(q):");
        for _ in 0..14 {
            let start = match self.random.u8(..3) {
                0 => format!("C{}(1)", self.any()),
                1 => format!("f{0}(C{1}(C{0}))", self.any(), self.any()),
                _ => format!("g{}(C{}(1))", self.any(), self.any()),
            };
            let (value, method) = (self.value(&start), self.random.usize(..4));
            let method = ["run", "stop", "step", "close"][method];
            self.line(&format!("    {value}.{method}()\n    {start}"));
        }
    }
}

fn module(random: &mut Rng, number: usize) -> String {
    let mut text = String::new();
    for other in (0..MODULES).filter(|other| *other != number) {
        writeln!(text, "from m{other} import C{other}, f{other}, g{other}, h{other}, d{other}").unwrap();
    }
    let mut module = Module { random, number, text };
    module.class();
    module.functions();
    module.uses();
    module.text
}

fn check(directory: &Path, cache: Option<&Path>, jobs: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    command.current_dir(directory).args(["check", "--isolated", "--output-format", "json", "--jobs", jobs]);
    match cache {
        Some(cache) => command.env("LOOPMEND_CACHE_DIR", cache),
        None => command.arg("--no-cache"),
    };
    let output = command.env_remove("VIRTUAL_ENV").stdin(Stdio::null()).output().expect("it runs");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Compares runs of one project; how many findings it has.
fn compare(seed: u64) -> usize {
    let place = tempfile::tempdir().expect("a temporary directory");
    let (project, cache) = (place.path().join("project"), place.path().join("cache"));
    fs::create_dir(&project).expect("a directory is made");
    let mut random = Rng::with_seed(seed);
    for number in 0..MODULES {
        let text = module(&mut random, number);
        fs::write(project.join(format!("m{number}.py")), text).expect("a file is written");
    }
    let expected = check(&project, None, "1");
    for jobs in ["2", "8", "8"] {
        assert_eq!(check(&project, None, jobs), expected, "seed {seed}, {jobs} threads");
    }
    for round in 0..3 {
        // After the first, some files are checked alone, and so in another order.
        for number in (0..MODULES).filter(|_| round > 0 && random.bool()) {
            let path = project.join(format!("m{number}.py"));
            let text = fs::read_to_string(&path).expect("it is there");
            fs::write(path, format!("{text}x = {round}\n")).expect("a file is written");
        }
        let jobs = ["1", "8"][random.usize(..2)];
        let found = check(&project, Some(&cache), jobs);
        assert_eq!(found, expected, "seed {seed}, round {round} with a cache, {jobs} threads");
    }
    expected.matches("\"rule\"").count()
}

#[test]
fn neither_threads_nor_the_cache_change_the_output() {
    let findings: usize = (0..12).map(compare).sum();
    assert!(findings > 100, "{findings} findings say little");
}
