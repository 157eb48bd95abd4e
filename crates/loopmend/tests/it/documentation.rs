//! What the README and the pages of `docs/` show is what the program prints. `UPDATE_EXPECT=1` writes it anew.
//!
//! A page is run from top to bottom, and every heading of the second level begins a new project:
//!
//! - A block after a line `` `path`: `` is that file of the project.
//! - A `console` block holds commands (`$ …`), each with what it prints. Those of loopmend are run. A command
//!   without output is run as well, and what it prints is not compared.
//! - A `python` block without a name has to be Python.
//! - `<!-- not run: REASON -->` before a block says that it cannot be run here.
//! - `<!-- installed: pytest-8.4.2 pytest_asyncio-0.26.0 -->` installs these in the project's environment; without it
//!   [`INSTALLED`] are.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::support::loopmend;
use tempfile::TempDir;

/// The distributions of an environment of which the page says nothing.
const INSTALLED: &str = "pytest-9.2.0 pytest_asyncio-1.5.0";

/// The root of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace is there")
}

/// The README and the user pages.
fn pages() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("docs")).expect("the pages are there");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.push(root().join("README.md"));
    pages.sort();
    pages
}

/// An empty project with an environment.
fn project() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    install(directory.path(), INSTALLED);
    directory
}

/// Makes the environment of a project anew.
fn install(project: &Path, distributions: &str) {
    let environment = project.join(".venv");
    let _ = fs::remove_dir_all(&environment);
    for distribution in distributions.split_whitespace() {
        let information = environment.join(format!("lib/python3.12/site-packages/{distribution}.dist-info"));
        let is_plugin = distribution.starts_with("pytest_asyncio-");
        let entry_points = if is_plugin { "[pytest11]\nasyncio = pytest_asyncio.plugin\n" } else { "" };
        fs::create_dir_all(&information).unwrap();
        fs::write(information.join("entry_points.txt"), entry_points).unwrap();
    }
    fs::write(environment.join("pyvenv.cfg"), "home = /nowhere\nversion = 3.12.1\n").unwrap();
}

/// The words of a command, with what stands between quotes as one.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in command.split('"').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn run(directory: &Path, arguments: &[String], input: &str) -> Output {
    let mut command = loopmend();
    command.env("LOOPMEND_CACHE_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("documentation-cache"));
    command.current_dir(directory).args(arguments).stdin(Stdio::piped());
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads, or ends");
    child.wait_with_output().expect("it ends")
}

/// A page while it is run.
struct Page {
    name: String,
    project: TempDir,
    /// The page as it should be.
    text: String,
    /// What is wrong with it, apart from output that differs.
    faults: Vec<String>,
}

impl Page {
    fn new(path: &Path) -> Self {
        let name = path.file_name().expect("a page has a name").to_string_lossy().into_owned();
        Self { name, project: project(), text: String::new(), faults: Vec::new() }
    }

    fn run(mut self, text: &str) -> Self {
        let mut lines = text.lines();
        let mut file = None;
        let mut skipped = false;
        while let Some(line) = lines.next() {
            let _ = writeln!(self.text, "{line}");
            if let Some(language) = line.strip_prefix("```") {
                let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                let shown = self.block(language, file.take(), &block, skipped);
                let _ = writeln!(self.text, "{shown}```");
                skipped = false;
            } else if line.starts_with("## ") {
                self.project = project();
            } else if line.starts_with("<!-- not run: ") {
                skipped = true;
            } else if let Some(distributions) = line.strip_prefix("<!-- installed: ") {
                install(self.project.path(), distributions.trim_end_matches("-->"));
            } else if let Some(name) = line.strip_prefix('`').and_then(|line| line.strip_suffix("`:")) {
                file = Some(name.to_owned());
            } else if !line.is_empty() {
                file = None;
            }
        }
        self
    }

    /// Runs a block, and returns its lines as they should be.
    fn block(&mut self, language: &str, file: Option<String>, block: &[&str], skipped: bool) -> String {
        let mut text: String = block.iter().flat_map(|line| [*line, "\n"]).collect();
        match (language, file) {
            _ if skipped => {}
            (_, Some(name)) => self.write(&name, &text),
            ("console", None) => text = self.console(block),
            ("python", None) => self.must_work(&["check", "--select", "syntax-error", "-"], &text),
            ("toml" | "ini", None) => {
                self.faults.push(format!("a block of {language} has no name: {text}"));
            }
            _ => {}
        }
        text
    }

    fn write(&mut self, name: &str, text: &str) {
        let path = self.project.path().join(name);
        fs::create_dir_all(path.parent().expect("a file has a directory")).unwrap();
        fs::write(path, text).unwrap();
        if matches!(name, "pyproject.toml" | "loopmend.toml") {
            self.must_work(&["check", "--show-settings"], "");
        }
    }

    fn must_work(&mut self, arguments: &[&str], input: &str) {
        let arguments: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
        let output = run(self.project.path(), &arguments, input);
        if output.status.code() != Some(0) {
            let shown =
                [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            self.faults.push(format!(
                "`loopmend {}` failed: {}\n{input}",
                arguments.join(" "),
                shown.concat()
            ));
        }
    }

    /// Runs the commands of a block.
    fn console(&mut self, block: &[&str]) -> String {
        let mut text = String::new();
        let mut lines = block.iter().peekable();
        while let Some(line) = lines.next() {
            let _ = writeln!(text, "{line}");
            let mut shown = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                let _ = writeln!(shown, "{line}");
            }
            let command = line.split("  #").next().unwrap_or_default();
            match command.strip_prefix("$ loopmend") {
                Some(arguments) => text += &self.printed(arguments, shown),
                None => text += &shown,
            }
        }
        text
    }

    fn printed(&mut self, arguments: &str, shown: String) -> String {
        if arguments.contains(['|', '<', '>']) {
            self.faults.push(format!("`loopmend{arguments}` needs a shell; say `<!-- not run: REASON -->`"));
            return shown;
        }
        let output = run(self.project.path(), &words(arguments), "");
        if !matches!(output.status.code(), Some(0 | 1)) {
            let error = String::from_utf8_lossy(&output.stderr);
            self.faults.push(format!("`loopmend{arguments}` ended with {}: {error}", output.status));
        }
        if shown.trim().is_empty() {
            return shown;
        }
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        printed.trim_end().lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
    }
}

#[test]
fn the_pages_show_what_the_program_prints() {
    let mut faults = Vec::new();
    for path in pages() {
        let text = fs::read_to_string(&path).unwrap();
        let page = Page::new(&path).run(&text);
        faults.extend(page.faults.iter().map(|fault| format!("{}: {fault}", page.name)));
        if page.text == text {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &page.text).unwrap();
            continue;
        }
        let mut pairs = text.lines().zip(page.text.lines()).enumerate();
        let (number, (stated, printed)) =
            pairs.find(|(_, (stated, printed))| stated != printed).unwrap_or_default();
        faults.push(format!("{}:{}: stated {stated:?}, printed {printed:?}", page.name, number + 1));
    }
    assert!(faults.is_empty(), "{}\n`UPDATE_EXPECT=1` writes what is printed", faults.join("\n"));
}

#[test]
fn a_page_that_shows_something_else_is_noticed() {
    let text = "`app.py`:\n\n```python\nasync def save(): ...\nsave()\n```\n\n```console\n$ loopmend check --output-format \
                concise\nall is well\n```\n";
    let page = Page::new(Path::new("page.md")).run(text);
    assert!(page.faults.is_empty(), "{:?}", page.faults);
    assert!(page.text.contains("app.py:2:1: LM101 [error]"), "{}", page.text);
    let page = Page::new(Path::new("page.md"))
        .run("```python\ndef :\n```\n\n```console\n$ loopmend check > f\n```\n");
    assert_eq!(page.faults.len(), 2, "{:?}", page.faults);
}
