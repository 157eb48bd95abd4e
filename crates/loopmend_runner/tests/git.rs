//! git asked in real repositories.

use std::fs;
use std::path::Path;
use std::process::Command;

use loopmend_runner::git::{GitError, changes_since};

fn git(directory: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .current_dir(directory)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .expect("git is installed");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository with one commit of these files.
fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    git(directory.path(), &["init", "-q"]);
    for (name, text) in files {
        let path = directory.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    git(directory.path(), &["add", "-A"]);
    git(directory.path(), &["commit", "-q", "-m", "one"]);
    directory
}

#[test]
fn changed_untracked_and_renamed_files_have_their_changed_lines() {
    let long: String = (1..30).map(|line| format!("line_{line} = {line}\n")).collect();
    let directory = repository(&[("a.py", "1\n2\n3\n"), ("sub/old name.py", &long), ("same.py", "1\n")]);
    let path = directory.path();
    fs::write(path.join("a.py"), "1\ntwo\n3\nfour\n").unwrap();
    fs::write(path.join("new.py"), "1\n").unwrap();
    git(path, &["mv", "sub/old name.py", "sub/é.py"]);
    fs::write(path.join("sub/é.py"), long.replace("line_5 ", "line_five ")).unwrap();

    let changes = changes_since(&path.join("sub"), "HEAD").unwrap();
    let touched = |name: &str| -> Vec<u32> {
        (1..=6).filter(|line| changes.touch(&path.join(name), *line, *line)).collect()
    };
    assert_eq!(touched("a.py"), [2, 4]);
    assert_eq!(touched("sub/é.py"), [5]);
    assert_eq!(touched("same.py"), [0u32; 0]);
    assert_eq!(touched("new.py"), [1, 2, 3, 4, 5, 6]);
    assert!(changes.touch(&path.join("a.py"), 1, 2));
    assert!(changes.touch_file(&path.join("a.py")) && !changes.touch_file(&path.join("same.py")));
}

#[test]
fn the_settings_of_the_user_change_nothing_and_run_nothing() {
    let directory = repository(&[("a.py", "1\n2\n"), (".gitattributes", "*.py filter=evil diff=evil\n")]);
    let path = directory.path();
    let mark = path.join("ran");
    let evil = format!("sh -c 'touch {}; cat'", mark.display());
    for (key, value) in [
        ("filter.evil.clean", evil.as_str()),
        ("filter.evil.required", "true"),
        ("diff.evil.command", &evil),
        ("diff.evil.textconv", &evil),
        ("diff.external", &evil),
        ("core.fsmonitor", &evil),
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.relative", "true"),
    ] {
        git(path, &["config", key, value]);
    }
    fs::write(path.join("a.py"), "1\ntwo\n").unwrap();
    let changes = changes_since(path, "HEAD").unwrap();
    assert!(changes.touch(&path.join("a.py"), 2, 2) && !changes.touch(&path.join("a.py"), 1, 1));
    assert!(!mark.exists(), "git ran a program of the user");
}

#[test]
fn what_cannot_be_answered_is_an_error_that_says_so() {
    let directory = repository(&[("a.py", "1\n")]);
    for revision in ["none", "", "--output=x", "HEAD:a.py"] {
        let error = changes_since(directory.path(), revision).unwrap_err();
        assert!(matches!(error, GitError::UnknownRevision { .. }), "{revision}: {error}");
    }
    let outside = tempfile::tempdir().unwrap();
    let error = changes_since(outside.path(), "HEAD").unwrap_err();
    assert!(matches!(error, GitError::NotARepository { .. }), "{error}");
    assert!(error.to_string().contains("not a git repository"), "{error}");
}
