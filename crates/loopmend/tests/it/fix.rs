//! `loopmend fix` as it is run, on files of every kind.

use crate::support::loopmend;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, UNIX_EPOCH};

/// A project in a directory of its own.
struct Project {
    directory: tempfile::TempDir,
}

/// A call that is not awaited, and what the fix makes of it.
const BAD: &str = "import asyncio\n\n\nasync def f():\n    pass\n\n\nasync def main():\n    f()\n";
const GOOD: &str = "import asyncio\n\n\nasync def f():\n    pass\n\n\nasync def main():\n    await f()\n";

impl Project {
    fn new(files: &[(&str, &str)]) -> Self {
        let project = Self { directory: tempfile::tempdir().unwrap() };
        for (name, text) in files {
            project.write(name, text.as_bytes());
        }
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join("project").join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        String::from_utf8(fs::read(self.path(name)).unwrap()).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = loopmend();
        command.current_dir(self.path("")).args(arguments);
        command.env("LOOPMEND_CACHE_DIR", self.directory.path().join("cache"));
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run(self.command(arguments).output().expect("the program starts"))
    }

    /// Runs `fix` with these arguments and expects success.
    fn fix(&self, arguments: &[&str]) -> String {
        self.run(&[&["fix"], arguments].concat()).expect(0)
    }

    fn git(&self, arguments: &[&str]) {
        let output = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(self.path(""))
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git is installed");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn has_journal(&self) -> bool {
        self.path(".loopmend-fix").exists()
    }
}

struct Run(Output);

impl Run {
    fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).expect("UTF-8")
    }

    fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).expect("UTF-8")
    }

    /// Expects this status; what stands on standard output.
    fn expect(&self, status: i32) -> String {
        assert_eq!(self.0.status.code(), Some(status), "{}\n{}", self.stdout(), self.stderr());
        self.stdout()
    }

    /// Expects status 2 and these words.
    fn refused(&self, words: &str) {
        assert_eq!(self.0.status.code(), Some(2), "{}\n{}", self.stdout(), self.stderr());
        assert!(self.stderr().contains(words), "{}", self.stderr());
    }
}

#[test]
fn unsafe_fixes_are_held_back_until_they_are_asked_for() {
    let project = Project::new(&[("a.py", BAD)]);
    let held_back = project.fix(&[]);
    assert_eq!(held_back, "1 fix available with `--unsafe` (it may change behaviour). No safe fixes.\n");
    assert_eq!(project.read("a.py"), BAD);
    assert!(!project.has_journal());
    let fixed = project.fix(&["--unsafe"]);
    assert_eq!(
        fixed,
        "a.py: 1 × unawaited-coroutine\nFixed 1 finding in 1 file.\n[undo with `loopmend fix --undo`]\n"
    );
    assert_eq!(project.read("a.py"), GOOD);
    assert_eq!(project.fix(&["--unsafe"]), "Nothing to fix in 1 file.\n");
}

/// A suite with pytest-asyncio 1.5.0 beside it.
fn suite(files: &[(&str, &str)]) -> Project {
    let project = Project::new(files);
    let site = ".venv/lib/python3.12/site-packages";
    for (distribution, entry_points) in
        [("pytest-8.4.2", ""), ("pytest_asyncio-1.5.0", "[pytest11]\nasyncio = pytest_asyncio.plugin\n")]
    {
        project.write(&format!("{site}/{distribution}.dist-info/entry_points.txt"), entry_points.as_bytes());
    }
    project.write(".venv/pyvenv.cfg", b"home = /nowhere\nversion = 3.12.1\n");
    project
}

#[test]
fn a_safe_fix_is_applied_at_once() {
    let text = "import pytest\n\n\n@pytest.mark.asyncio(scope=\"module\")\nasync def test_a():\n    pass\n";
    let project = suite(&[("test_a.py", text)]);
    let fixed = project.fix(&[]);
    assert!(fixed.contains("Fixed 1 finding in 1 file."), "{fixed}");
    assert_eq!(project.read("test_a.py"), text.replace("scope", "loop_scope"));
}

#[test]
fn a_configuration_of_pytest_is_mended() {
    let ini = "[pytest]\r\nasyncio_mdoe = auto\r\n";
    let project = suite(&[("pytest.ini", ini), ("test_a.py", "async def test_a():\n    pass\n")]);
    let fixed = project.fix(&["--unsafe", "--select", "unknown-plugin-option"]);
    assert!(fixed.contains("pytest.ini: 1 × unknown-plugin-option"), "{fixed}");
    assert_eq!(project.read("pytest.ini"), ini.replace("mdoe", "mode"));
}

#[test]
fn fixes_that_touch_one_import_are_applied_in_passes() {
    let mut text = String::from(
        "from unittest.mock import Mock, patch\n\nimport api\n\n\nasync def go():\n    return await api.fetch()\n",
    );
    for number in 0..3 {
        text.push_str(&format!(
            "\n\nasync def test_{number}():\n    with patch(\"api.fetch\", Mock(return_value={number})):\n        await go()\n"
        ));
    }
    let project = suite(&[("api.py", "async def fetch():\n    return 1\n"), ("test_a.py", &text)]);
    let report = project.fix(&["--unsafe", "--select", "patch-async-with-mock"]);
    assert!(report.contains("test_a.py: 3 × patch-async-with-mock"), "{report}");
    let expected = text.replace("Mock(", "AsyncMock(").replace("import Mock,", "import AsyncMock,");
    assert_eq!(project.read("test_a.py"), expected);
}

#[needs::program("git")]
#[test]
fn a_diff_writes_nothing_and_can_be_applied() {
    let crlf = BAD.replace('\n', "\r\n");
    let project = Project::new(&[("a.py", BAD), ("sub/b.py", &crlf)]);
    let run = project.run(&["fix", "--unsafe", "--diff"]);
    let diff = run.expect(1);
    assert!(run.stderr().contains("Would fix 2 findings in 2 files."), "{}", run.stderr());
    assert!(diff.starts_with("--- a/a.py\n+++ b/a.py\n@@ -6,4 +6,4 @@\n"), "{diff}");
    assert_eq!(project.read("a.py"), BAD);
    assert!(!project.has_journal());
    assert_eq!(project.run(&["fix", "--diff"]).expect(0), "");

    let mut git = Command::new("git");
    git.args(["apply", "-"]).current_dir(project.path("")).stdin(Stdio::piped());
    let mut git = git.spawn().expect("git is installed");
    git.stdin.take().unwrap().write_all(diff.as_bytes()).unwrap();
    assert!(git.wait().unwrap().success());
    assert_eq!(project.read("a.py"), GOOD);
    assert_eq!(project.read("sub/b.py"), GOOD.replace('\n', "\r\n"));
    project.run(&["fix", "--unsafe", "--diff"]).expect(0);
}

#[needs::program("git")]
#[test]
fn a_diff_of_another_encoding_or_line_ending_can_be_applied() {
    let latin = format!("# coding: latin-1\n# \u{e9}\n{BAD}# \u{e4}\n");
    let latin: Vec<u8> = latin.chars().map(|character| character as u8).collect();
    let project = Project::new(&[("old.py", &BAD.replace('\n', "\r"))]);
    project.write("latin.py", &latin);
    let diff = project.run(&["fix", "--unsafe", "--diff"]).0;
    assert_eq!(diff.status.code(), Some(1));
    let mut git = Command::new("git");
    git.args(["apply", "-"]).current_dir(project.path("")).stdin(Stdio::piped());
    let mut git = git.spawn().expect("git is installed");
    git.stdin.take().unwrap().write_all(&diff.stdout).unwrap();
    assert!(git.wait().unwrap().success());
    assert_eq!(project.read("old.py"), GOOD.replace('\n', "\r"));
    project.run(&["fix", "--unsafe", "--diff"]).expect(0);
}

#[test]
fn every_byte_outside_of_the_edits_stays() {
    let bad = "\u{c}\nimport asyncio\r\nasync def f(): pass\rasync def main():\n\tx = '\u{e9}'; f() \\\n\t# \u{e9}\r\n\n \n\t";
    let good = bad.replace("; f()", "; await f()");
    let latin = |text: &str| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    let project = Project::new(&[("plain.py", bad)]);
    let with_mark = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
    project.write("mark.py", &with_mark(bad));
    project.write("latin.py", &latin(&format!("# -*- coding: latin-1 -*-\n{bad}")));
    project.fix(&["--unsafe"]);
    assert_eq!(project.read("plain.py"), good);
    assert_eq!(fs::read(project.path("mark.py")).unwrap(), with_mark(&good));
    assert_eq!(
        fs::read(project.path("latin.py")).unwrap(),
        latin(&format!("# -*- coding: latin-1 -*-\n{good}"))
    );
}

#[test]
fn a_notebook_stays_as_it_was_but_for_the_line() {
    let notebook = r#"{"cells": [
  {"cell_type":"code", "execution_count":7,"metadata":{}, "outputs":[{"output_type": "stream", "name": "stdout", "text": ["f()\n"]}],
   "source":["async def f():\n", "    pass\n", "\n", "async def main():\n", "    f()"]},
  {"cell_type": "markdown", "metadata": {}, "source": "    f()"}
 ],
 "metadata": {"language_info": {"name": "python"}}, "nbformat": 4,   "nbformat_minor": 4}
"#;
    let project = Project::new(&[("n.ipynb", notebook)]);
    project.fix(&["--unsafe"]);
    assert_eq!(project.read("n.ipynb"), notebook.replace("\"    f()\"]", "\"    await f()\"]"));
}

#[test]
fn a_cell_that_is_indented_as_a_whole_stays_so() {
    let notebook = r#"{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
 "source": ["    import time\n", "    async def main():\n", "        time.sleep(1)\n"]}],
 "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
"#;
    let fixed = notebook
        .replace(r#""    import time\n""#, r#""    import asyncio\n", "    import time\n""#)
        .replace("time.sleep", "await asyncio.sleep");
    let project = Project::new(&[("n.ipynb", notebook)]);
    project.fix(&["--unsafe"]);
    assert_eq!(project.read("n.ipynb"), fixed);
}

#[test]
fn a_cell_awaits_what_it_would_run() {
    let notebook = r#"{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
 "source": ["import asyncio\n", "async def f():\n", "    pass\n", "asyncio.run(f())\n",
  "try:\n", "    asyncio.run(f())\n", "except RuntimeError:\n", "    await f()"]}],
 "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
"#;
    let project = Project::new(&[("n.ipynb", notebook)]);
    project.fix(&["--unsafe"]);
    assert_eq!(project.read("n.ipynb"), notebook.replacen("asyncio.run(f())", "await f()", 1));
    let patched = notebook
        .replace(r#""import asyncio\n""#, r#""import asyncio, nest_asyncio\n", "nest_asyncio.apply()\n""#);
    let project = Project::new(&[("n.ipynb", &patched)]);
    project.fix(&["--unsafe"]);
    assert_eq!(project.read("n.ipynb"), patched);
}

/// A forgotten `await` that only the annotation of the function tells.
const LIKELY: &str = "\
from collections.abc import Awaitable


def refresh() -> Awaitable[None]: ...


async def main():
    refresh()
";

#[test]
fn fixes_of_likely_findings_need_their_option() {
    let awaited = LIKELY.replace("    refresh()", "    await refresh()");
    let project = Project::new(&[("a.py", LIKELY), ("b.py", BAD)]);
    let said = project.run(&["check"]).expect(1);
    assert!(
        said.contains(
            "1 fix available with `loopmend fix --unsafe` (it may change behaviour), 1 more with \
             `--unsafe --likely` (only likely)."
        ),
        "{said}"
    );
    let plan = project.run(&["fix", "--unsafe", "--output-format", "json"]).expect(0);
    assert!(!plan.contains("a.py"), "{plan}");
    let said = project.fix(&["--unsafe"]);
    assert!(said.contains("1 more fix available with `--likely` (its finding is only likely)."), "{said}");
    assert_eq!((project.read("a.py").as_str(), project.read("b.py").as_str()), (LIKELY, GOOD));
    let said = project.fix(&["--likely"]);
    assert!(
        said.contains("1 fix available with `--unsafe` (it may change behaviour). No safe fixes."),
        "{said}"
    );
    assert_eq!(project.read("a.py"), LIKELY);
    let plan = project.run(&["fix", "--unsafe", "--likely", "--output-format", "json"]).expect(0);
    project.write("../plan.json", plan.as_bytes());
    project.fix(&["--apply", "../plan.json"]);
    assert_eq!(project.read("a.py"), awaited);
    project.write("a.py", LIKELY.as_bytes());
    project.fix(&["--unsafe", "--likely"]);
    assert_eq!(project.read("a.py"), awaited);
}

#[test]
fn the_option_for_likely_findings_needs_a_fix() {
    let project = Project::new(&[("a.py", LIKELY)]);
    let refused = project.run(&["check", "--likely"]);
    assert!(refused.stderr().contains("`--unsafe`, `--likely` and `--allow-dirty` need `--fix`"));
    assert!(project.run(&["fix", "--add-ignore", "--likely"]).stderr().contains("cannot be used with"));
}

#[cfg(unix)]
#[test]
fn links_modes_and_other_names_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let project = Project::new(&[("one.py", BAD), ("pkg/target.txt", BAD), ("run.py", BAD)]);
    fs::hard_link(project.path("one.py"), project.path("other.txt")).unwrap();
    fs::hard_link(project.path("one.py"), project.path("two.py")).unwrap();
    symlink("pkg/target.txt", project.path("link.py")).unwrap();
    fs::set_permissions(project.path("run.py"), fs::Permissions::from_mode(0o754)).unwrap();
    let inode = |name: &str| fs::metadata(project.path(name)).unwrap().ino();
    let before = inode("one.py");
    project.fix(&["--unsafe"]);
    for name in ["one.py", "other.txt", "two.py", "pkg/target.txt", "run.py"] {
        assert_eq!(project.read(name), GOOD, "{name}");
    }
    assert_eq!((inode("one.py"), inode("other.txt")), (before, before));
    assert!(project.path("link.py").is_symlink());
    assert_eq!(fs::metadata(project.path("run.py")).unwrap().mode() & 0o7777, 0o754);
}

#[cfg(unix)]
#[test]
fn read_only_files_generated_ones_and_installed_ones_are_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let generated = format!("# @generated by a tool\n{BAD}");
    let project = Project::new(&[
        ("a.py", BAD),
        ("generated.py", &generated),
        ("read_only.py", BAD),
        ("lib/site-packages/package.py", BAD),
    ]);
    fs::set_permissions(project.path("read_only.py"), fs::Permissions::from_mode(0o444)).unwrap();
    let run = project.run(&["fix", "--unsafe", ".", "lib/site-packages/package.py"]);
    let report = run.expect(1);
    for words in [
        "Fixed 1 finding in 1 file.",
        "Skipped: generated.py: it is marked `@generated`: fix its generator instead",
        "Skipped: read_only.py: it is read-only",
        "Skipped: lib/site-packages/package.py: it belongs to an installed package",
    ] {
        assert!(report.contains(words), "{report}");
    }
    assert_eq!(project.read("generated.py"), generated);
    assert_eq!(project.read("read_only.py"), BAD);
    assert_eq!(project.read("lib/site-packages/package.py"), BAD);
}

#[test]
fn a_syntax_error_elsewhere_stands_in_nobodys_way() {
    let project =
        Project::new(&[("a.py", BAD), ("broken.py", "def f(:\n"), ("half.py", &format!("{BAD}\nx = = 1\n"))]);
    let report = project.run(&["fix", "--unsafe"]).expect(1);
    assert!(report.contains("Skipped: half.py: it has syntax errors"), "{report}");
    assert_eq!(project.read("a.py"), GOOD);
    assert_eq!(project.read("broken.py"), "def f(:\n");
}

#[test]
fn nothing_is_written_to_a_file_with_syntax_errors() {
    let half = format!("{BAD}\nx = = 1\n");
    let project = Project::new(&[("half.py", &half)]);
    for arguments in [&["--unsafe"][..], &["--unsafe", "--diff"], &["--add-ignore"]] {
        let run = project.run(&[&["fix"], arguments].concat());
        let said = [run.0.stdout, run.0.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(said.contains("half.py") && said.contains("it has syntax errors"), "{said}");
        assert_eq!(project.read("half.py"), half);
    }
}

#[needs::program("git")]
#[test]
fn uncommitted_changes_are_not_written_over() {
    let project = Project::new(&[("a.py", BAD), ("b.py", BAD)]);
    project.git(&["init", "-q"]);
    project.git(&["add", "-A"]);
    project.git(&["commit", "-q", "-m", "one"]);
    let mine = format!("{BAD}# mine\n");
    project.write("b.py", mine.as_bytes());
    project.run(&["fix", "--unsafe"]).refused("`b.py` would change but has uncommitted changes");
    assert_eq!((project.read("a.py"), project.read("b.py")), (BAD.to_owned(), mine));
    project.fix(&["--unsafe", "a.py"]);
    project.git(&["add", "a.py"]);
    project.write("new.py", BAD.as_bytes());
    project.run(&["fix", "--unsafe", "new.py"]).refused("`new.py` would change");
    project.fix(&["--unsafe", "--allow-dirty"]);
    assert_eq!(project.read("b.py"), format!("{GOOD}# mine\n"));
}

#[cfg(unix)]
#[needs::program("git")]
#[test]
fn git_of_the_project_is_not_run() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new(&[("a.py", BAD), (".gitignore", "canary\n")]);
    project.git(&["init", "-q"]);
    let canary = project.path("canary");
    project.write(".venv/bin/git", format!("#!/bin/sh\n: > '{}'\n", canary.display()).as_bytes());
    fs::set_permissions(project.path(".venv/bin/git"), fs::Permissions::from_mode(0o755)).unwrap();
    project.git(&["add", "-A"]);
    project.git(&["commit", "-q", "-m", "one"]);
    let own = project.path(".venv/bin");
    let usual = std::env::var_os("PATH").unwrap_or_default();
    let both =
        std::env::join_paths(std::iter::once(own.clone()).chain(std::env::split_paths(&usual))).unwrap();
    let run = |path: &std::ffi::OsStr, arguments: &[&str]| {
        Run(project.command(arguments).env("PATH", path).output().unwrap())
    };
    for arguments in [
        &["check", "--since", "HEAD"][..],
        &["check", "--blame", "--exit-zero"],
        &["fix", "--diff", "--unsafe", "--blame"],
        &["fix", "--unsafe"],
    ] {
        let output = run(&both, arguments).0;
        assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(!canary.exists(), "{arguments:?}");
    }
    assert_eq!(project.read("a.py"), GOOD);
    project.fix(&["--undo"]);
    for arguments in [&["check", "--since", "HEAD"][..], &["fix", "--unsafe"]] {
        run(own.as_os_str(), arguments).refused(".venv/bin/git` belongs to the project and is not run");
        assert!(!canary.exists(), "{arguments:?}");
    }
    assert_eq!(project.read("a.py"), BAD);
}

#[needs::program("git")]
#[test]
fn the_journal_is_none_of_gits_business() {
    let project = Project::new(&[("a.py", BAD)]);
    project.git(&["init", "-q"]);
    project.git(&["add", "-A"]);
    project.git(&["commit", "-q", "-m", "one"]);
    project.fix(&["--unsafe"]);
    assert!(project.has_journal());
    let mut git = Command::new("git");
    let status = git.args(["status", "--porcelain"]).current_dir(project.path("")).output().unwrap();
    assert_eq!(String::from_utf8(status.stdout).unwrap(), " M a.py\n");
}

#[test]
fn undo_gives_back_what_was_there() {
    let project = Project::new(&[("a.py", BAD), ("sub/b.py", BAD), ("c.py", BAD)]);
    let time = UNIX_EPOCH + Duration::new(1_234_567_890, 123_000_000);
    fs::OpenOptions::new().write(true).open(project.path("a.py")).unwrap().set_modified(time).unwrap();
    project.run(&["fix", "--undo"]).refused("there is no fix to undo");
    project.fix(&["--unsafe"]);
    project.write("c.py", b"mine\n");
    let run = project.run(&["fix", "--undo"]);
    let report = run.expect(1);
    assert!(report.starts_with("2 files were restored.\nSkipped: "), "{report}");
    assert_eq!((project.read("a.py"), project.read("sub/b.py")), (BAD.to_owned(), BAD.to_owned()));
    assert_eq!(project.read("c.py"), "mine\n");
    assert_eq!(fs::metadata(project.path("a.py")).unwrap().modified().unwrap(), time);
    project.write("a.py", b"other work\n");
    let report = project.run(&["fix", "--undo"]).expect(1).to_owned();
    assert!(report.starts_with("Skipped: ") && report.contains("c.py changed since"), "{report}");
    assert_eq!(project.read("a.py"), "other work\n");
    project.write("c.py", BAD.as_bytes());
    assert_eq!(project.fix(&["--undo"]), "Nothing was left to restore.\n");
    assert!(!project.has_journal());
}

#[test]
fn undo_works_from_below() {
    let project = Project::new(&[("pyproject.toml", ""), ("sub/b.py", BAD)]);
    project.fix(&["--unsafe"]);
    let mut undo = project.command(&["fix", "--undo"]);
    undo.current_dir(project.path("sub"));
    Run(undo.output().unwrap()).expect(0);
    assert_eq!(project.read("sub/b.py"), BAD);
}

#[test]
fn selected_rules_alone_are_mended() {
    let text = "import asyncio\n\n\nasync def f():\n    pass\n\n\nasync def main():\n    f()\n    asyncio.create_task(f())\n";
    let project = Project::new(&[("a.py", text)]);
    project.fix(&["--unsafe", "--select", "unawaited-coroutine"]);
    let after = project.read("a.py");
    assert_eq!(after, text.replace("    f()", "    await f()"));
    project.fix(&["--unsafe", "--ignore", "LM110"]);
    assert_eq!(project.read("a.py"), after);
    project.run(&["fix", "--select", "no-such-rule"]).refused("no-such-rule");
}

#[test]
fn findings_are_ignored_by_comments() {
    let text = "import asyncio\n\n\nasync def f(x):\n    pass\n\n\nasync def main():\n    f('''\n    ''')  # why\n    f(1); f(\n        2)\n    f('''\n''' \\\n    )\n    return 1\n";
    let project = Project::new(&[("a.py", text), ("pkg/b.py", &BAD.replace('\n', "\r\n"))]);
    let report = project.fix(&["--add-ignore"]);
    assert!(report.contains("Ignored 5 findings in 2 files."), "{report}");
    project.run(&["check"]).expect(0);
    let after = project.read("a.py");
    assert!(after.contains("''')  # why  # loopmend: ignore[unawaited-coroutine]\n"), "{after}");
    // The comment of a line speaks for the first line of the call behind it too.
    assert!(after.contains("f(  # loopmend: ignore[unawaited-coroutine]\n        2)\n"), "{after}");
    assert!(project.read("pkg/b.py").ends_with("    f()  # loopmend: ignore[unawaited-coroutine]\r\n"));
    assert_eq!(project.fix(&["--add-ignore"]), "Nothing to ignore in 2 files.\n");
    project.fix(&["--undo"]);
    assert_eq!(project.read("a.py"), text);
}

#[test]
fn a_plan_is_applied_while_its_files_are_what_they_were() {
    let project = Project::new(&[("a.py", BAD), ("b.py", BAD)]);
    let plan = project.fix(&["--unsafe", "--output-format", "json"]);
    assert_eq!(project.read("a.py"), BAD);
    let value: serde_json::Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(value["fixes"][0]["rule"], "unawaited-coroutine");
    assert_eq!(value["fixes"][0]["applicability"], "unsafe");
    assert_eq!(value["fixes"][0]["edits"][0]["replacement"], "await ");
    assert!(value["fixes"][0]["safety"].as_str().unwrap().contains("inserts `await`"));
    assert_eq!(value["files"].as_array().unwrap().len(), 2);
    let safe: serde_json::Value = serde_json::from_str(&project.fix(&["--output-format", "json"])).unwrap();
    assert_eq!(safe["fixes"].as_array().unwrap().len(), 0);

    let keep_one = |mut value: serde_json::Value| {
        value["fixes"].as_array_mut().unwrap().truncate(1);
        value.to_string()
    };
    project.write("../plan.json", keep_one(value.clone()).as_bytes());
    project.fix(&["--apply", "../plan.json"]);
    assert_eq!((project.read("a.py"), project.read("b.py")), (GOOD.to_owned(), BAD.to_owned()));
    project.write("../plan.json", plan.as_bytes());
    project.run(&["fix", "--apply", "../plan.json"]).refused("`a.py` changed after the plan was made");
    project.fix(&["--undo"]);

    let mut other = value.clone();
    other["version"] = "0.0.1".into();
    project.write("../plan.json", other.to_string().as_bytes());
    project.run(&["fix", "--apply", "../plan.json"]).refused("it was made by loopmend 0.0.1");
    let mut other = value;
    other["fixes"][0]["edits"][0]["replacement"] = "import os; ".into();
    project.write("../plan.json", other.to_string().as_bytes());
    project.run(&["fix", "--apply", "../plan.json"]).refused("is not available here");
    project.run(&["fix", "--apply", "none.json"]).refused("failed to read the plan `none.json`");
    assert_eq!(project.read("a.py"), BAD);
}

#[test]
fn a_file_that_vanishes_after_the_plan_was_made_stops_all_of_it() {
    let project = Project::new(&[("a.py", BAD), ("b.py", BAD)]);
    project.write("../plan.json", project.fix(&["--unsafe", "--output-format", "json"]).as_bytes());
    fs::remove_file(project.path("b.py")).unwrap();
    project.run(&["fix", "--apply", "../plan.json"]).refused("`b.py`");
    assert_eq!(project.read("a.py"), BAD);
    assert!(!project.path("b.py").exists());
}

#[test]
fn nothing_is_changed_where_no_journal_can_be_made() {
    let project = Project::new(&[("a.py", BAD)]);
    project.write(".loopmend-fix", b"a file");
    project.run(&["fix", "--unsafe"]).refused(".loopmend-fix`");
    assert_eq!((project.read("a.py"), project.read(".loopmend-fix")), (BAD.to_owned(), "a file".to_owned()));
}

#[cfg(unix)]
#[test]
fn nothing_is_changed_where_no_key_can_be_kept() {
    let project = Project::new(&[("a.py", BAD)]);
    for fix in [&["fix", "--unsafe"][..], &["fix", "--add-ignore"], &["check", "--fix", "--unsafe"]] {
        let output = project.command(fix).env("XDG_STATE_HOME", "/dev/null").output().unwrap();
        Run(output).refused("there is no key in `/dev/null/loopmend`");
        assert_eq!(project.read("a.py"), BAD);
        assert!(!project.path(".loopmend-fix").exists());
    }
    let output = project.command(&["fix"]).env("XDG_STATE_HOME", "/dev/null").output().unwrap();
    Run(output).expect(0);
}

#[cfg(unix)]
#[test]
fn a_named_link_that_leads_out_of_the_project_is_left_alone() {
    let project = Project::new(&[("a.py", BAD), (".git/info/exclude", ""), ("../outside/s.py", BAD)]);
    std::os::unix::fs::symlink("../outside/s.py", project.path("s.py")).unwrap();
    std::os::unix::fs::symlink("../outside", project.path("d")).unwrap();
    for path in ["s.py", "d", "d/s.py"] {
        let reason = format!("cannot use `{path}`: a link leads out of the project; name `");
        for command in [
            &["check", path][..],
            &["check", "--fix", "--unsafe", path],
            &["fix", "--unsafe", path],
            &["fix", "--add-ignore", path],
            &["fix", "--diff", path],
            &["inventory", path],
            &["categories", "--write", path],
            &["loops", path],
            &["doctor", path],
        ] {
            project.run(command).refused(&reason);
        }
    }
    project.run(&["reveal", "s.py:9"]).refused("cannot use `s.py`: a link leads out of the project");
    project.run(&["fix", "--undo", "d"]).refused("there is no fix to undo");
    let run = project.run(&["fix", "--unsafe", "d", "s.py", "a.py"]);
    let notes = String::from_utf8_lossy(&run.0.stderr).into_owned();
    for path in ["s.py", "d"] {
        assert!(notes.contains(&format!("`{path}` is skipped: a link leads out of the project")), "{notes}");
    }
    assert!(run.expect(0).contains("Fixed 1 finding in 1 file"));
    assert_eq!((project.read("a.py").as_str(), project.read("../outside/s.py").as_str()), (GOOD, BAD));
    assert_eq!(fs::read_dir(project.path("../outside")).unwrap().count(), 1);
    let real = fs::canonicalize(project.path("../outside/s.py")).unwrap();
    project.fix(&["--unsafe", real.to_str().unwrap()]);
    assert_eq!(project.read("../outside/s.py"), GOOD);
}

#[test]
fn check_fixes_as_people_type_it() {
    let project = Project::new(&[("a.py", BAD)]);
    project.run(&["check", "--fix"]).expect(1);
    assert_eq!(project.read("a.py"), BAD);
    let run = project.run(&["check", "--fix", "--unsafe-fixes", "--output-format", "json"]);
    assert_eq!(run.expect(0), "[]\n");
    assert!(run.stderr().contains("Fixed 1 finding in 1 file."), "{}", run.stderr());
    assert_eq!(project.read("a.py"), GOOD);
    project.run(&["check", "--unsafe"]).refused("need `--fix`");
    project.run(&["check", "--fix", "-"]).refused("standard input cannot be fixed");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let project = Project::new(&[("a.py", BAD)]);
    project.run(&["fix", "-"]).refused("standard input cannot be fixed");
    project.run(&["fix", "--review"]).refused("standard input is not one");
    for arguments in [
        &["fix", "--undo", "--diff"][..],
        &["fix", "--add-ignore", "--unsafe"],
        &["fix", "--diff", "--output-format", "json"],
        &["check", "--fix", "--watch"],
    ] {
        project.run(arguments).refused("cannot be used with");
    }
    assert!(!project.has_journal());
}

#[test]
fn two_at_once_keep_out_of_each_others_way() {
    let project = Project::new(&[("a.py", BAD), ("pyproject.toml", "")]);
    project.fix(&["--unsafe"]);
    let lock = fs::File::open(project.path(".loopmend-fix/lock")).unwrap();
    lock.lock().unwrap();
    for arguments in [&["fix"][..], &["fix", "--verify"], &["fix", "--undo"]] {
        project.run(arguments).refused("another `loopmend fix` is running here");
    }
    project.run(&["check"]).expect(0);
    drop(lock);
    project.fix(&["--undo"]);
    assert_eq!(project.read("a.py"), BAD);
}

#[test]
fn what_only_other_calls_suggest_is_applied_with_its_option() {
    let text = "import notinstalled\n\n\nasync def one(client: notinstalled.Client):\n    await client.get()\n\n\nasync def two(client: notinstalled.Client):\n    client.get()\n";
    let project = Project::new(&[("a.py", text)]);
    assert!(project.run(&["check"]).expect(0).contains("1 of 1 other call of `Client.get` is awaited"));
    assert_eq!(
        project.fix(&["--unsafe"]),
        "1 fix available with `--likely` (its finding is only likely). No other fixes.\n"
    );
    assert_eq!(project.read("a.py"), text);
    project.fix(&["--unsafe", "--likely"]);
    assert!(project.read("a.py").ends_with("    await client.get()\n"));
}

#[test]
fn the_help_teaches() {
    let project = Project::new(&[]);
    fs::create_dir_all(project.path("")).unwrap();
    let help = project.run(&["help", "fix"]).expect(0);
    for words in [
        "loopmend fix --undo",
        "Safe and unsafe fixes:",
        "--likely",
        "journal",
        "--allow-dirty",
        "Exit codes:",
    ] {
        assert!(help.contains(words), "{help}");
    }
}

#[test]
fn a_fix_that_was_cut_short_is_taken_back_at_the_next_start() {
    let project = Project::new(&[("a.py", BAD), ("b.py", BAD)]);
    project.fix(&["--unsafe"]);
    // As a kill before the last step would leave it.
    let journal = project.path(".loopmend-fix");
    fs::rename(journal.join("done"), journal.join("pending")).unwrap();
    project.write("b.py", BAD.as_bytes());
    project.run(&["fix", "--diff"]).refused("`loopmend fix --undo` restores the files");
    let run = project.run(&["fix"]);
    run.expect(0);
    assert!(run.stderr().contains("An interrupted fix was undone.\n1 file was restored."));
    assert_eq!((project.read("a.py"), project.read("b.py")), (BAD.to_owned(), BAD.to_owned()));
}

/// An `event_loop` for all tests, which two settings say now. pytest calls it, because it is autouse.
const OVERRIDE: &str = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\", autouse=True)\ndef event_loop():\n    \
                        loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";

/// Without a line ending at its end, and with those of another system.
const SETTINGS: &str = "\u{feff}# ours\r\n[pytest]\r\nasyncio_mode=auto ; é\r\naddopts =\r\n\t-q";

fn suite_with_override() -> Project {
    let test = "import asyncio\n\n\nasync def test_a():\n    assert asyncio.get_running_loop()\n";
    suite(&[("tests/conftest.py", OVERRIDE), ("pytest.ini", SETTINGS), ("tests/test_a.py", test)])
}

#[test]
fn a_fix_of_several_files_is_written_and_taken_back_as_one() {
    let project = suite_with_override();
    let check = project.run(&["check", "--output-format", "concise", "--select", "LM301"]).expect(1);
    assert!(check.starts_with("tests/conftest.py:7:"), "{check}");
    let diff = project.run(&["fix", "--unsafe", "--diff"]).expect(1);
    assert!(diff.contains("--- a/pytest.ini") && diff.contains("--- a/tests/conftest.py"), "{diff}");
    let fixed = project.fix(&["--unsafe"]);
    assert!(fixed.contains("tests/conftest.py: 1 × event-loop-override, with pytest.ini\n"), "{fixed}");
    assert!(fixed.contains("Fixed 1 finding in 2 files."), "{fixed}");
    let options =
        "\r\nasyncio_default_fixture_loop_scope = session\r\nasyncio_default_test_loop_scope = session";
    assert_eq!(project.read("pytest.ini"), SETTINGS.replace("[pytest]", &format!("[pytest]{options}")));
    assert_eq!(project.read("tests/conftest.py"), "", "and without imports that nothing uses any more");
    project.fix(&["--undo"]);
    assert_eq!(
        (project.read("pytest.ini"), project.read("tests/conftest.py")),
        (SETTINGS.into(), OVERRIDE.into())
    );
}

#[test]
fn a_plan_names_all_files_of_its_fixes() {
    let project = suite_with_override();
    let plan = project.fix(&["--unsafe", "--select", "LM301", "--output-format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&plan).unwrap();
    assert_eq!((value["format"].as_u64(), value["files"].as_array().unwrap().len()), (Some(2), 2));
    assert_eq!(value["fixes"][0]["path"], "tests/conftest.py");
    assert_eq!(value["fixes"][0]["elsewhere"][0]["path"], "pytest.ini");
    project.write("../plan.json", plan.as_bytes());

    let mut other = value.clone();
    other["files"].as_array_mut().unwrap().remove(0);
    project.write("../other.json", other.to_string().as_bytes());
    project.run(&["fix", "--apply", "../other.json"]).refused("is not available here");
    project.write("pytest.ini", format!("{SETTINGS}\r\n").as_bytes());
    project.run(&["fix", "--apply", "../plan.json"]).refused("`pytest.ini` changed after the plan was made");
    project.write("pytest.ini", SETTINGS.as_bytes());
    project.fix(&["--apply", "../plan.json"]);
    assert!(project.read("pytest.ini").contains("test_loop_scope = session"));
    assert!(!project.read("tests/conftest.py").contains("event_loop"));
}

#[test]
fn a_fix_is_left_whole_where_one_of_its_files_may_not_be_written() {
    let project = suite_with_override();
    project.write("pytest.ini", format!("# @generated\n{}", &SETTINGS[3..]).as_bytes());
    let fixed = project.fix(&["--unsafe"]);
    assert!(fixed.contains("Skipped: pytest.ini: it is marked `@generated`"), "{fixed}");
    assert_eq!(project.read("tests/conftest.py"), OVERRIDE);
}

#[test]
fn all_formats_show_the_edits_of_other_files() {
    let project = suite_with_override();
    let shown =
        |format: &str| project.run(&["check", "--select", "LM301", "--output-format", format]).expect(1);
    let json: serde_json::Value = serde_json::from_str(&shown("json")).unwrap();
    let elsewhere = &json[0]["fix"]["elsewhere"][0];
    assert_eq!((&elsewhere["path"], &elsewhere["edits"][0]["line"]), (&"pytest.ini".into(), &2.into()));
    let sarif: serde_json::Value = serde_json::from_str(&shown("sarif")).unwrap();
    let changes = &sarif["runs"][0]["results"][0]["fixes"][0]["artifactChanges"];
    assert_eq!(changes.as_array().unwrap().len(), 2);
    assert_eq!(changes[1]["artifactLocation"]["uri"], "pytest.ini");
    let full = shown("full");
    assert!(
        full.contains("pytest.ini") && full.contains("+ asyncio_default_test_loop_scope = session"),
        "{full}"
    );
}

/// What rests on all files is not remembered.
#[test]
fn a_remembered_fix_is_the_one_of_today() {
    let project = suite_with_override();
    let has_fix = || {
        let found = project.run(&["check", "--select", "LM301", "--output-format", "json"]).expect(1);
        found.contains("\"elsewhere\"")
    };
    assert!(has_fix() && has_fix());
    project.write("other/test_b.py", b"async def test_b():\n    pass\n");
    assert!(!has_fix() && !has_fix());
    fs::remove_file(project.path("other/test_b.py")).unwrap();
    assert!(has_fix());
    let below = project.run(&["check", "tests", "--select", "LM301", "--output-format", "json"]).expect(1);
    assert!(below.contains("\"elsewhere\""), "which paths are named changes nothing: {below}");
}

/// A fixture `event_loop` says something of files that do not name it.
#[test]
fn a_remembered_mismatch_of_scopes_is_that_of_today() {
    let conftest = "import pytest_asyncio\n\n\n@pytest_asyncio.fixture(scope=\"session\")\nasync def db():\n    return object()\n";
    let test = "async def test_a(db):\n    assert db\n";
    let project = Project::new(&[("conftest.py", conftest), ("pytest.ini", SETTINGS), ("test_a.py", test)]);
    let site = ".venv/lib/python3.12/site-packages";
    for (distribution, entry_points) in
        [("pytest-7.4.4", ""), ("pytest_asyncio-0.21.1", "[pytest11]\nasyncio = pytest_asyncio.plugin\n")]
    {
        project.write(&format!("{site}/{distribution}.dist-info/entry_points.txt"), entry_points.as_bytes());
    }
    project.write(".venv/pyvenv.cfg", b"home = /nowhere\nversion = 3.12.1\n");
    let finds = || {
        let arguments = ["check", "--select", "LM305", "--output-format", "concise"];
        project.run(&arguments).expect(0).contains("conftest.py:5:1")
    };
    assert!(finds() && finds());
    project.write("test_z.py", OVERRIDE.as_bytes());
    assert!(!finds() && !finds());
    fs::remove_file(project.path("test_z.py")).unwrap();
    assert!(finds());
}

/// Their extension is one of files that are no Python otherwise.
#[test]
fn named_files_of_python_are_read_as_python() {
    let marked = [b"\xef\xbb\xbf".as_slice(), BAD.as_bytes()].concat();
    let latin = [b"# coding: latin-1\nname = '\xe9'\n".as_slice(), BAD.as_bytes()].concat();
    let project = Project::new(&[]);
    project.write("marked.txt", &marked);
    project.write("latin.txt", &latin);
    for file in ["marked.txt", "latin.txt"] {
        let fixed = project.fix(&["--unsafe", file]);
        assert!(fixed.contains("Fixed 1 finding in 1 file."), "{fixed}");
    }
    let bytes = |file: &str| fs::read(project.path(file)).unwrap();
    assert!(bytes("marked.txt").starts_with(b"\xef\xbb\xbf"));
    assert!(bytes("latin.txt").starts_with(b"# coding: latin-1\nname = '\xe9'\n"));
}

/// A coroutine that blocks, in a file that uses `time` for nothing else.
const SLEEPS: &str = "import asyncio\nimport time\n\n\nasync def handler() -> None:\n    time.sleep(0.5)\n\n\nasync def main() -> None:\n    await asyncio.gather(handler(), handler())\n";

#[test]
fn imports_that_a_fix_leaves_unused_go_with_it() {
    let project = Project::new(&[("app.py", SLEEPS)]);
    project.fix(&["--unsafe"]);
    let fixed = SLEEPS.replace("import time\n", "").replace("    time.sleep", "    await asyncio.sleep");
    assert_eq!(project.read("app.py"), fixed);
    project.fix(&["--undo"]);
    assert_eq!(project.read("app.py"), SLEEPS);
}

#[test]
fn imports_that_other_files_reach_stay() {
    let test = "from unittest import mock\n\nimport app\n\n\ndef test_it():\n    with mock.patch(\"app.time.monotonic\"):\n        assert app\n";
    let project = Project::new(&[("app.py", SLEEPS), ("test_app.py", test)]);
    project.fix(&["--unsafe"]);
    assert!(project.read("app.py").contains("import time\n"));
    let package = Project::new(&[("app/__init__.py", SLEEPS)]);
    package.fix(&["--unsafe"]);
    assert!(package.read("app/__init__.py").contains("import time\n"));
}

#[test]
fn lines_keep_the_length_of_the_project() {
    let text = "async def load_everything(first_name: str, second_name: str) -> int:\n    return 1\n\n\nasync def main(name: str) -> int:\n    number = [load_everything(first_name=name, second_name=name)]\n    return int(load_everything(first_name=name, second_name=\"long enough\"))\n";
    for (file, words) in [
        ("pyproject.toml", "[tool.ruff]\nline-length = 75\n"),
        ("ruff.toml", "line-length = 75\n"),
        ("pyproject.toml", "[tool.black]\nline-length = 75\n"),
        (".flake8", "[flake8]\nmax-line-length = 75\n"),
    ] {
        let project = Project::new(&[("pyproject.toml", ""), ("a.py", text), (file, words)]);
        project.fix(&["--unsafe"]);
        let broken = "    return int(\n        await load_everything(first_name=name, second_name=\"long enough\")\n    )\n";
        assert!(project.read("a.py").ends_with(broken), "{file}: {}", project.read("a.py"));
    }
    let project = Project::new(&[("pyproject.toml", ""), ("a.py", text)]);
    project.fix(&["--unsafe"]);
    let whole = "    return int(await load_everything(first_name=name, second_name=\"long enough\"))\n";
    assert!(project.read("a.py").ends_with(whole));
}
