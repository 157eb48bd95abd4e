//! git asked in real repositories.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use loopmend_runner::git::{ChangedFiles, GitError, History, Text, changes_since, uncommitted};

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

/// What changed in these files of a repository.
fn changed(directory: &Path, revision: &str, names: &[&str]) -> ChangedFiles {
    let paths = names.iter().map(|name| directory.join(name)).collect();
    changes_since(directory, revision).unwrap().of_files(&paths).unwrap()
}

#[needs::program("git")]
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
    let names = ["a.py", "sub/é.py", "same.py", "new.py"];
    let changes = changes.of_files(&names.iter().map(|name| path.join(name)).collect()).unwrap();
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

#[needs::program("git")]
#[test]
fn the_settings_of_the_user_change_nothing_and_run_nothing() {
    let directory = repository(&[("a.py", "1\n2\n"), (".gitattributes", "*.py filter=evil diff=evil\n")]);
    let path = directory.path();
    let mark = path.join("ran");
    let evil = format!("sh -c 'touch {}; cat'", mark.display());
    for (key, value) in [
        ("filter.evil.clean", evil.as_str()),
        ("filter.evil.process", &evil),
        ("core.sshCommand", &evil),
        ("core.pager", &evil),
        ("core.alternateRefsCommand", &evil),
        ("gpg.program", &evil),
        ("log.showSignature", "true"),
        ("core.worktree", "/nowhere"),
        ("include.path", "/nowhere/config"),
        ("core.hooksPath", path.to_str().unwrap()),
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
    let changes = changed(path, "HEAD", &["a.py"]);
    assert!(changes.touch(&path.join("a.py"), 2, 2) && !changes.touch(&path.join("a.py"), 1, 1));
    let history = History::open(path).unwrap().of_file(&path.join("a.py")).unwrap().unwrap();
    assert_eq!(history.changes.len(), 2);
    assert!(!mark.exists(), "git ran a program of the user");
}

#[needs::program("git")]
#[test]
fn a_file_has_its_changes_from_the_working_tree_to_its_first_commit() {
    let directory = repository(&[("sub/a:*é.py", "1\n"), ("b.py", "1\n")]);
    let (path, file) = (directory.path(), directory.path().join("sub/a:*é.py"));
    fs::write(&file, "2\n").unwrap();
    git(path, &["commit", "-q", "-a", "-m", "two\nlines"]);
    fs::write(path.join("b.py"), "2\n").unwrap();
    git(path, &["commit", "-q", "-a", "-m", "three"]);
    fs::write(&file, "3\n").unwrap();
    let history = History::open(&path.join("sub")).unwrap();
    let changes = history.of_file(&file).unwrap().unwrap();
    let told: Vec<_> = changes
        .changes
        .iter()
        .map(|change| {
            let subject = change.commit.as_ref().map(|commit| commit.subject.as_str());
            (subject, change.before.clone(), change.after.clone())
        })
        .collect();
    let known = |text: &str| Text::Known(text.into());
    let expected = [
        (None, known("2\n"), known("3\n")),
        (Some("two lines"), known("1\n"), known("2\n")),
        (Some("one"), Text::Absent, known("1\n")),
    ];
    assert_eq!(told, expected);
    assert!(changes.is_complete);
    assert!(history.of_file(Path::new("/nowhere/a.py")).unwrap().is_none());
}

#[needs::program("git")]
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

#[needs::program("git")]
#[test]
fn revisions_of_all_kinds_are_resolved() {
    let directory = repository(&[("a.py", "1\n")]);
    let path = directory.path();
    git(path, &["tag", "-a", "v1", "-m", "v1"]);
    git(path, &["branch", "other/one"]);
    git(path, &["config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"]);
    git(path, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    git(path, &["config", "branch.main.remote", "origin"]);
    git(path, &["config", "branch.main.merge", "refs/heads/main"]);
    fs::write(path.join("a.py"), "1\n2\n").unwrap();
    git(path, &["commit", "-q", "-a", "-m", "two"]);
    fs::write(path.join("a.py"), "1\n2\n3\n").unwrap();
    let first_changed = |revision: &str| {
        let changes = changed(path, revision, &["a.py"]);
        (1..=4).find(|line| changes.touch(&path.join("a.py"), *line, *line))
    };
    assert_eq!(first_changed("HEAD"), Some(3));
    for revision in
        ["HEAD~1", "v1", "v1^{commit}", "other/one", "origin/main", "@{upstream}", "main@{1}", "HEAD@{1}"]
    {
        assert_eq!(first_changed(revision), Some(2), "{revision}");
    }
    git(path, &["pack-refs", "--all"]);
    git(path, &["gc", "-q"]);
    assert_eq!(first_changed("v1"), Some(2));
}

#[needs::program("git")]
#[test]
fn a_linked_working_tree_has_a_head_and_an_index_of_its_own() {
    let directory = repository(&[("a.py", "1\n")]);
    let trees = tempfile::tempdir().unwrap();
    let tree = trees.path().join("tree");
    git(directory.path(), &["worktree", "add", "-q", "-b", "two", tree.to_str().unwrap()]);
    fs::write(tree.join("a.py"), "1\n2\n").unwrap();
    git(&tree, &["commit", "-q", "-a", "-m", "two"]);
    fs::write(tree.join("b.py"), "1\n").unwrap();
    git(&tree, &["add", "b.py"]);
    let changes = changed(&tree, "HEAD", &["a.py", "b.py"]);
    assert!(!changes.touch_file(&tree.join("a.py")) && changes.touch_file(&tree.join("b.py")));
    assert!(changed(&tree, "main", &["a.py"]).touch(&tree.join("a.py"), 2, 2));
}

#[needs::program("git")]
#[test]
fn only_the_line_endings_of_a_checkout_differ() {
    let directory = repository(&[("a.py", "1\n2\n")]);
    let path = directory.path();
    git(path, &["config", "core.autocrlf", "true"]);
    fs::write(path.join("a.py"), "1\r\ntwo\r\n").unwrap();
    let changes = changed(path, "HEAD", &["a.py"]);
    assert!(!changes.touch(&path.join("a.py"), 1, 1) && changes.touch(&path.join("a.py"), 2, 2));
    fs::write(path.join("a.py"), "1\r\n2\r\n").unwrap();
    assert!(!changed(path, "HEAD", &["a.py"]).touch_file(&path.join("a.py")));
}

#[needs::program("git")]
#[test]
fn what_git_could_not_give_back_is_named() {
    let names =
        ["same.py", "changed.py", "staged.py", "new.py", "ignored.py", "build/deep.py", "build/kept.py"];
    let directory = repository(&[
        (".gitignore", "ignored.py\n/build/*\n!kept.py\n"),
        ("same.py", "1\n"),
        ("changed.py", "1\n"),
        ("staged.py", "1\n"),
    ]);
    let path = directory.path().canonicalize().unwrap();
    fs::create_dir(path.join("build")).unwrap();
    for name in &names[1..] {
        fs::write(path.join(name), "2\n").unwrap();
    }
    git(&path, &["add", "staged.py"]);
    let files: Vec<PathBuf> = names.iter().map(|name| path.join(name)).collect();
    let dirty = uncommitted(&path, &files).unwrap().unwrap();
    let expected = ["changed.py", "staged.py", "new.py", "build/kept.py"].map(|name| path.join(name));
    assert_eq!(dirty, expected);
}

#[needs::program("git")]
#[test]
fn all_is_uncommitted_before_the_first_commit() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().canonicalize().unwrap();
    git(&path, &["init", "-q"]);
    fs::write(path.join("a.py"), "1\n").unwrap();
    git(&path, &["add", "a.py"]);
    let files = [path.join("a.py")];
    assert_eq!(uncommitted(&path, &files).unwrap().unwrap(), files);
    assert!(uncommitted(tempfile::tempdir().unwrap().path(), &files).unwrap().is_none());
}
