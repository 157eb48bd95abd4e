//! The program as it is run: arguments, streams and exit statuses.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs loopmend in `directory` with its cache beside it and without what the caller's terminal says.
fn command(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    command.current_dir(directory).env("LOOPMEND_CACHE_DIR", directory.join(".loopmend-cache"));
    for variable in ["NO_COLOR", "FORCE_COLOR", "VIRTUAL_ENV", "CONDA_PREFIX"] {
        command.env_remove(variable);
    }
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
    assert_eq!(stdout(&run(directory.path(), &["check", "-q"])), "");
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
    refused(&["check", "--stdin-filename", "a.py"], "add the path `-`");
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
    assert_eq!((version.status.code(), stdout(&version)), (Some(0), format!("loopmend {}\n", env!("CARGO_PKG_VERSION"))));
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
    fs::write(project.path().join("known.json"), format!("{{\"version\": 1, \"findings\": [{entry}]}}")).unwrap();
    let read = run(project.path(), &["check", "--baseline", "known.json"]);
    assert_eq!(
        stdout(&read),
        "All checks passed: 1 file.\nThe baseline hides 0 findings; 2 entries are stale \
         (`--write-baseline` takes out what is stale).\n"
    );
    fs::write(project.path().join("known.json"), "{\n  \"version\": 1,\n}").unwrap();
    let broken = run(project.path(), &["check", "--baseline", "known.json"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(stderr(&broken).contains("`known.json` is no baseline") && stderr(&broken).contains("line 3"));
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
fn the_cache_is_removed_and_nothing_else() {
    let project = project();
    let cache = project.path().join(".loopmend-cache");
    assert_eq!(run(project.path(), &["check", "--no-cache"]).status.code(), Some(0));
    assert!(!cache.exists());
    assert_eq!(run(project.path(), &["check"]).status.code(), Some(0));
    assert!(cache.join("CACHEDIR.TAG").exists());
    let cleaned = run(project.path(), &["clean"]);
    assert!(stdout(&cleaned).starts_with("Removed ") && !cache.exists(), "{}", stdout(&cleaned));
    let again = run(project.path(), &["clean"]);
    assert!(stdout(&again).starts_with("There is no cache at "), "{}", stdout(&again));
    let refused = run(project.path(), &["clean", "--cache-dir", "."]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(project.path().join("clean.py").exists());
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    for arguments in [&["--completions", "bash"][..], &["schema"], &["rules"], &["check", "-q", "--output-format", "sarif"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let project = project();
        let output = command(project.path())
            .args(arguments)
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let project = project();
    let output = command(project.path()).arg("schema").stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("failed to write to standard output"), "{}", stderr(&output));
}
