//! The program as it is run: arguments, streams and exit statuses.

use crate::support::loopmend;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs loopmend in `directory` with its cache beside it and without what the caller's terminal says.
fn command(directory: &Path) -> Command {
    let mut command = loopmend();
    command.current_dir(directory).env("LOOPMEND_CACHE_DIR", directory.join(".loopmend-cache"));
    command
}

fn run(directory: &Path, arguments: &[&str]) -> Output {
    command(directory).args(arguments).output().expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A project with one harmless file.
fn project() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("clean.py"), "x = 1\n").unwrap();
    directory
}

/// Runs in a harmless project and expects status 2 and this on standard error.
fn refused(arguments: &[&str], words: &str) {
    let output = run(project().path(), arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
    assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
    assert_eq!(stdout(&output), "", "{arguments:?}");
}

#[test]
fn a_clean_project_passes_in_every_format() {
    let project = project();
    let check = |format: &str| {
        let output = run(project.path(), &["check", "--output-format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    assert_eq!(check("full"), "All checks passed: 1 file.\n");
    assert_eq!(check("concise"), "All checks passed: 1 file.\n");
    assert_eq!(check("json"), "[]\n");
    assert_eq!(check("github"), "");
    assert!(check("sarif").contains("\"results\": []"));
}

#[test]
fn an_empty_project_is_clean() {
    let directory = tempfile::tempdir().unwrap();
    let output = run(directory.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "All checks passed: 0 files.\n");
    assert!(stderr(&output).contains("no Python files found"), "{}", stderr(&output));
    let quiet = run(directory.path(), &["check", "-q"]);
    assert_eq!((stdout(&quiet), stderr(&quiet)), (String::new(), String::new()));
}

/// A project with one forgotten await, on the last line of `app.py`.
fn buggy_project() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("app.py"), BUG).unwrap();
    directory
}

const BUG: &str = "async def save():\n    pass\n\nasync def main():\n    save()\n";

#[test]
fn a_finding_is_shown_and_is_status_1() {
    let project = buggy_project();
    let check = |arguments: &[&str]| {
        let output = run(project.path(), &[&["check", "--output-format", "concise"], arguments].concat());
        (output.status.code(), stdout(&output).lines().next().unwrap_or_default().to_owned())
    };
    let (code, line) = check(&[]);
    assert_eq!(code, Some(1));
    assert!(line.starts_with("app.py:5:5: LM101 [error] "), "{line}");
    assert_eq!(check(&["--exit-zero"]), (Some(0), line));
    assert_eq!(check(&["--ignore", "LM101"]).0, Some(0));
    assert_eq!(check(&["--select", "2xx"]).0, Some(0));
    assert_eq!(
        check(&["--statistics"]),
        (Some(1), "1  LM101  unawaited-coroutine  (1 with a fix)".to_owned())
    );
}

#[test]
fn advice_names_the_event_loop_library_of_the_file() {
    let advice = |imports: &str| {
        let directory = tempfile::tempdir().unwrap();
        let text = format!(
            "import threading\n{imports}\nlock = threading.Lock()\n\n\nasync def f(work):\n    with lock:\n        await work()\n"
        );
        fs::write(directory.path().join("a.py"), text).unwrap();
        stdout(&run(directory.path(), &["check", "--isolated"]))
    };
    assert!(advice("import asyncio\n").contains("help: use `asyncio.Lock`"));
    assert!(advice("import anyio\n").contains("help: use `anyio.Lock`"));
    assert!(advice("from trio import sleep\n").contains("help: use `trio.Lock`"));
    assert!(advice("import asyncio\nimport anyio\n").contains("help: use `asyncio.Lock`"));
}

#[test]
fn the_json_report_has_exactly_these_keys() {
    let project = buggy_project();
    let output = run(project.path(), &["check", "--output-format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let mut keys: Vec<_> = report[0].as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "code",
            "column",
            "confidence",
            "end_column",
            "end_line",
            "evidence",
            "fix",
            "level",
            "line",
            "message",
            "notes",
            "path",
            "rule",
            "symbol"
        ]
    );
}

#[test]
fn a_baseline_hides_what_it_knows_wherever_it_moved() {
    let project = buggy_project();
    let check = |arguments: &[&str]| run(project.path(), &[&["check"], arguments].concat());
    assert_eq!(check(&["--write-baseline", "known.json"]).status.code(), Some(0));
    fs::write(project.path().join("app.py"), format!("import os\n\n\n{BUG}")).unwrap();
    let moved = check(&["--baseline", "known.json"]);
    assert_eq!(moved.status.code(), Some(0), "{}", stdout(&moved));
    assert!(stdout(&moved).contains("The baseline hides 1 finding."), "{}", stdout(&moved));
    fs::write(project.path().join("app.py"), format!("{BUG}    save()\n")).unwrap();
    let more = check(&["--baseline", "known.json", "--output-format", "concise"]);
    assert_eq!(more.status.code(), Some(1));
    assert!(stdout(&more).starts_with("app.py:6:5: "), "{}", stdout(&more));
}

#[needs::program("git")]
#[test]
fn only_changed_lines_are_reported_since_a_revision() {
    let project = buggy_project();
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
        let status = Command::new("git").args(identity).args(arguments).current_dir(project.path()).status();
        assert!(status.expect("git is installed").success());
    };
    git(&["init", "-q"]);
    git(&["add", "app.py"]);
    git(&["commit", "-q", "-m", "one"]);
    let unchanged = run(project.path(), &["check", "--since", "HEAD"]);
    assert_eq!(
        (unchanged.status.code(), stdout(&unchanged).as_str()),
        (
            Some(0),
            "No findings on lines changed since `HEAD`, in 1 file.\n\
             1 finding on lines that did not change since `HEAD` is not shown.\n"
        )
    );
    let all = run(project.path(), &["check", "--since", "HEAD", "--select", "LM502"]);
    assert_eq!(stdout(&all), "All checks passed: 1 file.\n");
    fs::write(project.path().join("app.py"), format!("{BUG}    save()\n")).unwrap();
    fs::write(project.path().join("new.py"), BUG).unwrap();
    let output = run(project.path(), &["check", "-q", "--since", "HEAD", "--output-format", "concise"]);
    let text = stdout(&output);
    let places: Vec<_> = text.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!((output.status.code(), places), (Some(1), vec!["app.py:6:5", "new.py:5:5"]));
    let wrong = run(project.path(), &["check", "--since", "none"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("git knows no commit `none`"), "{}", stderr(&wrong));
}

#[cfg(unix)]
#[test]
fn watching_checks_again_after_a_change_and_ends_by_ctrl_c() {
    use std::io::{BufRead, BufReader};
    let project = buggy_project();
    let mut child = command(project.path())
        .args(["check", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == "Found 1 error in 1 file."));
    fs::write(project.path().join("app.py"), BUG.replace("    save()", "    await save()")).unwrap();
    assert!(lines.any(|line| line == "All checks passed: 1 file."));
    fs::write(project.path().join("new.py"), BUG).unwrap();
    assert!(lines.any(|line| line == "Found 1 error in 2 files."));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

#[test]
fn wrong_usage_is_refused_with_the_next_step() {
    refused(&[], "loopmend check");
    refused(&["chekc"], "check");
    refused(&["check", "--output-format", "xml"], "sarif");
    refused(&["check", "none.py"], "none.py");
    refused(&["check", "--jobs", "0"], "--jobs");
    refused(&["check", "--python-version", "two"], "two");
    refused(&["check", "-", "clean.py"], "must be the only path");
    refused(&["check", "--stdin-filename", "a.py"], "needs the path `-`");
    refused(&["check", "-", "--watch"], "cannot be watched");
    refused(&["check", "--statistics", "--output-format", "sarif"], "json");
    refused(&["check", "--exit-zero", "--error-on-warning"], "cannot be used with");
    refused(&["check", "-q", "-v"], "cannot be used with");
    refused(&["check", "--baseline", "none.json"], "--write-baseline none.json");
    refused(&["check", "--since", "HEAD"], "git");
    refused(&["check", "--output-file", "none/report.json"], "does not exist");
    refused(&["explain", "no-such-rule"], "there is no rule `no-such-rule`");
}

#[test]
fn help_teaches_and_the_version_is_one_line() {
    let directory = tempfile::tempdir().unwrap();
    let version = run(directory.path(), &["--version"]);
    assert_eq!(
        (version.status.code(), stdout(&version)),
        (Some(0), format!("loopmend {}\n", env!("CARGO_PKG_VERSION")))
    );
    let help = stdout(&run(directory.path(), &["check", "--help"]));
    for word in ["Examples:", "Exit codes:", "130", "LOOPMEND_CACHE_DIR", "--write-baseline"] {
        assert!(help.contains(word), "{word} is missing in {help}");
    }
    assert!(!help.contains('\x1b'), "help has styles in a pipe");
    assert!(directory.path().read_dir().unwrap().next().is_none(), "help wrote a file");
}

#[test]
fn completions_know_the_commands() {
    let directory = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(directory.path(), &["--completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        assert!(stdout(&output).contains("write-baseline"), "{shell}");
    }
}

#[test]
fn the_schema_is_json() {
    let directory = tempfile::tempdir().unwrap();
    let output = run(directory.path(), &["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(schema["title"], "loopmend");
}

#[test]
fn a_baseline_is_written_and_read_back() {
    let project = project();
    let written = run(project.path(), &["check", "--write-baseline", "known.json"]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert!(stderr(&written).contains("Wrote 0 findings to known.json."), "{}", stderr(&written));
    let entry = r#"{"path":"clean.py","rule":"gone-rule","symbol":"","text":"old()","count":2}"#;
    fs::write(project.path().join("known.json"), format!("{{\"version\": 1, \"findings\": [{entry}]}}"))
        .unwrap();
    let read = run(project.path(), &["check", "--baseline", "known.json"]);
    assert_eq!(
        stdout(&read),
        "All checks passed: 1 file.\nThe baseline hides 0 findings; 2 entries are stale \
         (`--write-baseline` removes stale entries).\n"
    );
    fs::write(project.path().join("known.json"), "{\n  \"version\": 1,\n}").unwrap();
    let broken = run(project.path(), &["check", "--baseline", "known.json"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(stderr(&broken).contains("`known.json` is not a baseline") && stderr(&broken).contains("line 3"));
}

#[test]
fn the_report_goes_to_a_file_and_the_summary_stays() {
    let project = project();
    let output = run(project.path(), &["check", "--output-format", "json", "--output-file", "report.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(project.path().join("report.json")).unwrap(), "[]\n");
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("All checks passed: 1 file."), "{}", stderr(&output));
}

#[test]
fn details_say_where_the_time_went() {
    let project = project();
    let output = run(project.path(), &["check", "-v", "--color", "always"]);
    assert!(stderr(&output).contains("project") && stderr(&output).contains(" ms"), "{}", stderr(&output));
    assert!(stdout(&output).contains("\x1b[1mAll checks passed"), "{}", stdout(&output));
}

#[test]
fn files_are_listed() {
    let project = project();
    assert_eq!(stdout(&run(project.path(), &["check", "--show-files"])), "clean.py\n");
}

#[test]
fn settings_are_shown_as_json() {
    let project = project();
    fs::write(project.path().join("loopmend.toml"), "[rules]\nLM101 = \"warn\"\n").unwrap();
    let show = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&stdout(&run(
            project.path(),
            &[&["check", "--show-settings"], arguments].concat(),
        )))
        .unwrap()
    };
    assert_eq!(show(&[])["rules"]["unawaited-coroutine"], "warn");
    assert_eq!(show(&["--isolated"])["rules"]["unawaited-coroutine"], "error");
    assert_eq!(show(&["clean.py", "."]).as_array().unwrap().len(), 2);
}

#[test]
fn standard_input_is_checked() {
    let project = project();
    let mut child = command(project.path())
        .args(["check", "-", "--stdin-filename", "clean.py"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"y = 2\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), "All checks passed: 1 file.\n".to_owned()));
}

#[test]
fn standard_input_has_the_limit_of_a_file() {
    let project = project();
    let endless = fs::File::create_new(project.path().join("endless")).unwrap();
    endless.set_len(1 << 40).unwrap();
    for (name, limit) in [("a.py", "8 MiB"), ("a.ipynb", "16 MiB")] {
        fs::copy(project.path().join("clean.py"), project.path().join(name)).unwrap();
        let input = fs::File::open(project.path().join("endless")).unwrap();
        let arguments = ["check", "-", "--stdin-filename", name, "--output-format", "concise"];
        let output = command(project.path()).args(arguments).stdin(input).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(stdout(&output).contains(&format!("it is larger than {limit}")), "{output:?}");
        let file = fs::File::options().write(true).open(project.path().join(name)).unwrap();
        file.set_len(1 << 40).unwrap();
        let as_file = run(project.path(), &["check", name, "--output-format", "concise"]);
        assert_eq!((as_file.status.code(), stdout(&as_file)), (Some(1), stdout(&output)));
        fs::remove_file(project.path().join(name)).unwrap();
    }
}

#[test]
fn what_only_has_the_name_of_a_part_of_the_cache_is_left_and_ignored() {
    let project = project();
    fs::write(project.path().join("loopmend.toml"), "cache-dir = \"own\"\n").unwrap();
    fs::create_dir_all(project.path().join("own/layers/photos")).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = command(project.path());
        let home = project.path().join("home");
        command.env_remove("LOOPMEND_CACHE_DIR").env("HOME", &home).env("XDG_CACHE_HOME", home.join("cache"));
        command.args(arguments).output().unwrap()
    };
    for _ in 0..2 {
        let checked = run(&["check"]);
        assert_eq!(checked.status.code(), Some(0), "{checked:?}");
        let cleaned = stdout(&run(&["clean", "--all"]));
        assert!(
            cleaned.contains("Left there, since loopmend did not make it: `layers/photos`."),
            "{cleaned}"
        );
    }
    assert!(project.path().join("own/layers/photos").exists());
}

#[test]
fn the_cache_is_removed_and_nothing_else() {
    let project = project();
    let cache = project.path().join(".loopmend-cache");
    assert_eq!(run(project.path(), &["check", "--no-cache"]).status.code(), Some(0));
    assert!(!cache.exists());
    assert_eq!(run(project.path(), &["check"]).status.code(), Some(0));
    assert!(cache.join("CACHEDIR.TAG").exists());
    let mut files = fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path());
    let pack = files.find(|path| path.extension().is_some_and(|extension| extension == "pack")).unwrap();
    fs::copy(pack, cache.join("findings-of-another.pack")).unwrap();
    let packs = || fs::read_dir(&cache).unwrap().count();
    assert!(packs() > 2);
    let cleaned = run(project.path(), &["clean"]);
    assert!(stdout(&cleaned).starts_with("Removed the cache of this project"), "{}", stdout(&cleaned));
    assert_eq!(packs(), 2, "the tag and the pack of another project stay");
    assert!(stdout(&run(project.path(), &["clean"])).starts_with("There is no cache of this project"));
    let cleaned = run(project.path(), &["clean", "--all"]);
    assert!(stdout(&cleaned).starts_with("Removed ") && !cache.exists(), "{}", stdout(&cleaned));
    let again = run(project.path(), &["clean", "--all"]);
    assert!(stdout(&again).starts_with("There is no cache at "), "{}", stdout(&again));
    let refused = run(project.path(), &["clean", "--cache-dir", "."]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(project.path().join("clean.py").exists());
}

#[test]
fn the_list_of_rules_is_whole_without_a_terminal() {
    let directory = tempfile::tempdir().unwrap();
    let list = stdout(&run(directory.path(), &["rules"]));
    let json = stdout(&run(directory.path(), &["rules", "--output-format", "json"]));
    let rules: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(list.lines().count(), rules.len() + 1, "one line for each rule and a header:\n{list}");
    assert!(!list.contains('…'), "{list}");
    assert!(rules.iter().all(|rule| rule["summary"].as_str().is_some_and(|text| !text.ends_with('…'))));
}

#[test]
fn a_rule_is_explained_by_the_code_of_another_tool() {
    let directory = tempfile::tempdir().unwrap();
    let explain = |code: &str| {
        let output = run(directory.path(), &["explain", code]);
        assert_eq!(output.status.code(), Some(0), "{code}: {}", stderr(&output));
        (stdout(&output).lines().next().unwrap_or_default().to_owned(), stderr(&output))
    };
    let (title, note) = explain("RUF006");
    assert_eq!(title, "# discarded-task (LM110)");
    assert_eq!(note, "note: `RUF006` corresponds to `discarded-task` (LM110)\n");
    let (title, note) = explain("ASYNC251");
    assert_eq!(title, "# blocking-call-in-async (LM501)");
    assert!(note.contains("`ASYNC251` corresponds to `blocking-call-in-async` (LM501)"), "{note}");
    assert_eq!(explain("LM110"), ("# discarded-task (LM110)".to_owned(), String::new()));
}

/// The values of `.pre-commit-hooks.yaml`, which is a list of one flat mapping.
fn hook() -> Vec<(String, Vec<String>)> {
    let text = include_str!("../../../../.pre-commit-hooks.yaml");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.is_empty());
    let field = |(index, line): (usize, &str)| {
        let field = line.strip_prefix(if index == 0 { "- " } else { "  " }).expect("one mapping");
        let (key, value) = field.split_once(": ").expect("a key and a value");
        let values = match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
            Some(list) => list.split(", ").map(str::to_owned).collect(),
            None => vec![value.trim_matches('"').to_owned()],
        };
        (key.to_owned(), values)
    };
    lines.enumerate().map(field).collect()
}

#[test]
fn the_pre_commit_hook_runs() {
    let hook = hook();
    let value = |key: &str| &hook.iter().find(|(name, _)| name == key).unwrap_or_else(|| panic!("{key}")).1;
    assert_eq!(*value("id"), ["loopmend"]);
    assert_eq!(*value("language"), ["python"]);
    assert_eq!(*value("types_or"), ["python", "pyi", "jupyter"]);
    let entry = value("entry")[0].strip_prefix("loopmend ").expect("the program");
    let project = project();
    fs::write(project.path().join("stub.pyi"), "def f() -> None: ...\n").unwrap();
    let arguments: Vec<&str> = entry.split(' ').chain(["clean.py", "stub.pyi"]).collect();
    let output = run(project.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "All checks passed: 2 files.\n");
    let bug = "async def save(): ...\n\n\nasync def main():\n    save()\n";
    fs::write(project.path().join("clean.py"), bug).unwrap();
    assert_eq!(run(project.path(), &arguments).status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    for arguments in [
        &["--completions", "bash"][..],
        &["schema"],
        &["rules"],
        &["check", "-q", "--output-format", "sarif"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let project = project();
        let output =
            command(project.path()).args(arguments).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let project = project();
    for argument in ["schema", "--help", "--version"] {
        let output =
            command(project.path()).arg(argument).stdout(full_disk()).stderr(Stdio::piped()).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2), "{argument}");
        assert!(stderr(&output).contains("failed to write to standard output"), "{}", stderr(&output));
    }
}

#[cfg(target_os = "linux")]
fn full_disk() -> fs::File {
    fs::OpenOptions::new().write(true).open("/dev/full").unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_fix_that_cannot_be_shown_says_that_it_was_made() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("app.py");
    fs::write(&path, "async def save(): ...\n\n\nasync def main():\n    save()\n").unwrap();
    let mut fix = command(directory.path());
    let output = fix.args(["fix", "--unsafe"]).stdout(full_disk()).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let words = "The edits of 1 file were made; `loopmend fix --undo` undoes them";
    assert!(stderr(&output).contains(words), "{}", stderr(&output));
    assert!(fs::read_to_string(&path).unwrap().contains("await save()"));
}

const AWAITED: &str = "class Client:\n    async def close(self) -> None: ...\n\nasync def main(client: Client):\n    await client.close()\n    x = 1\n";

/// A project with one awaited call, on line 5 of `app.py`.
fn awaiting_project() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("app.py"), AWAITED).unwrap();
    directory
}

#[test]
fn what_is_known_of_an_expression_is_shown_with_its_reasons() {
    let project = awaiting_project();
    let reveal = |place: &str| {
        let output = run(project.path(), &["reveal", place]);
        assert_eq!(output.status.code(), Some(0), "{place}: {}", stderr(&output));
        stdout(&output)
    };
    let call = reveal("app.py:5:23");
    let opening =
        "app.py:5:11: client.close()\n  kind        coroutine\n  type        coroutine Client.close -> ";
    assert!(call.starts_with(opening), "{call}");
    assert!(call.contains("(app.py:2:5)"), "{call}");
    assert!(reveal("app.py:5:11").contains("type        Client\n"));
    assert!(reveal("app.py:5:18").contains("type        async method Client.close\n"));
    assert!(reveal("app.py:5").starts_with("app.py:5:5: await client.close()\n"));
}

#[test]
fn what_is_known_of_an_expression_is_an_object_for_programs() {
    let output =
        run(awaiting_project().path(), &["reveal", "app.py:5:23", "--output-format", "json", "--isolated"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answer: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(answer["expression"], "client.close()");
    assert_eq!(answer["kind"], "coroutine");
    assert_eq!((&answer["line"], &answer["column"]), (&5.into(), &11.into()));
    assert_eq!(answer["reasons"][0]["place"]["path"], "app.py");
}

#[test]
fn a_place_without_an_expression_is_refused() {
    refused(&["reveal", "clean.py"], "`clean.py` has no line");
    refused(&["reveal", "gone.py:1:1"], "there is no file `gone.py`");
    refused(&["reveal", "clean.py:7:1"], "`clean.py` has 2 lines, so there is no line 7");
    refused(&["reveal", "clean.py:1:70"], "line 1 of `clean.py` has 5 columns, so there is no column 70");
    refused(&["reveal", "clean.py:1:3"], "there is no expression at `clean.py:1:3`");
    refused(&["reveal", "clean.py:2"], "no statement with a value ends at `clean.py:2`");
}

#[test]
fn nothing_is_said_of_an_installed_version_where_none_is() {
    let directory = tempfile::tempdir().unwrap();
    let text = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
                loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n\n\n\
                @pytest.mark.asyncio\nasync def test_a():\n    await asyncio.sleep(0)\n";
    std::fs::write(directory.path().join("test_a.py"), text).unwrap();
    let output = command(directory.path()).args(["check", "--no-cache"]).env("PATH", "").output().unwrap();
    let shown = stdout(&output);
    assert!(shown.contains("pytest-asyncio is not installed here"), "{shown}");
    assert!(!shown.contains("the installed version"), "{shown}");
}

#[test]
fn tasks_that_are_lost_alike_in_one_file_are_one_finding() {
    let directory = tempfile::tempdir().unwrap();
    let text = "\
import asyncio


def start(client) -> None:
    asyncio.create_task(client.first())
    asyncio.create_task(client.second())  # noqa: RUF006
    asyncio.create_task(client.third())
    asyncio.create_task(client.fourth())
    asyncio.create_task(client.fifth())
    last = asyncio.create_task(client.sixth())


async def wait() -> None:
    await asyncio.Event().wait()


def wait_for_ever() -> None:
    asyncio.create_task(wait())
";
    fs::write(directory.path().join("tasks.py"), text).unwrap();
    fs::write(directory.path().join("other.py"), text.replace("# noqa: RUF006", "")).unwrap();
    fs::write(directory.path().join("loopmend.toml"), "strict = true\n").unwrap();
    let concise = run(directory.path(), &["check", "--no-cache", "--output-format", "concise", "tasks.py"]);
    let only_logged = "only logged";
    let task = "LM110 [warn] task from `asyncio.create_task`";
    assert_eq!(
        stdout(&concise),
        format!(
            "tasks.py:5:5: LM110 [warn] 4 tasks are discarded in this file: exceptions are {only_logged}\n\
             tasks.py:10:12: {task} is kept only in local `last`: its exception is {only_logged}\n\
             tasks.py:18:5: LM110 [error] task from `asyncio.create_task` is discarded and may be \
             garbage-collected before it finishes\n\
             Found 1 error and 2 warnings in 1 file.\n\
             1 fix available with `loopmend fix --unsafe` (it may change behaviour), 5 more with \
             `--unsafe --likely` (only likely).\n"
        )
    );
    let full = stdout(&run(directory.path(), &["check", "--no-cache", "--color", "never", "tasks.py"]));
    assert!(full.contains("--> tasks.py:7:5") && full.contains("--> tasks.py:8:5"), "{full}");
    assert!(full.contains("1 more place is like this"), "{full}");
    let fixed = run(directory.path(), &["fix", "--unsafe", "--likely", "tasks.py"]);
    assert_eq!(fixed.status.code(), Some(0), "{}", stderr(&fixed));
    let fixed = fs::read_to_string(directory.path().join("tasks.py")).unwrap();
    assert_eq!(fixed.matches("background_tasks.add(").count(), 6, "{fixed}");
}
