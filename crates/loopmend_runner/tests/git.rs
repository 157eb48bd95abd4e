//! git asked in real repositories.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use loopmend_runner::git::{ChangedFiles, GitError, History, Text, changes_since, head, uncommitted};

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

#[needs::program("git")]
#[test]
fn the_last_commit_has_a_hash() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().canonicalize().unwrap();
    assert_eq!(head(&path).unwrap(), None, "there is no repository");
    git(&path, &["init", "-q"]);
    assert_eq!(head(&path).unwrap(), None, "there is no commit");
    fs::create_dir(path.join("below")).unwrap();
    fs::write(path.join("below/a.py"), "1\n").unwrap();
    git(&path, &["add", "."]);
    git(&path, &["commit", "-q", "-m", "a"]);
    let hash = head(&path).unwrap().unwrap();
    assert!(hash.len() >= 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
    assert_eq!(head(&path.join("below")).unwrap(), Some(hash));
}

/// The reason for which a repository is not read.
fn refusal(directory: &Path) -> String {
    let file = directory.join("a.py");
    assert!(matches!(uncommitted(directory, &[file]), Err(GitError::Refused { .. })));
    assert!(matches!(changes_since(directory, "HEAD"), Err(GitError::Refused { .. })));
    match History::open(directory) {
        Err(GitError::Refused { problem }) => problem,
        other => panic!("{other:?}"),
    }
}

/// Whether the last commit can be read.
fn is_read(directory: &Path) -> bool {
    let file = directory.join("a.py");
    let history = History::open(directory).unwrap().of_file(&file).unwrap().unwrap();
    let subject =
        history.changes.last().and_then(|change| change.commit.as_ref()).map(|commit| &commit.subject);
    subject.is_some_and(|subject| subject == "one")
        && !changed(directory, "HEAD", &["a.py"]).touch_file(&file)
}

#[cfg(unix)]
#[needs::program("git")]
#[test]
fn links_into_another_repository_are_refused() {
    let other = repository(&[("a.py", "1\n")]);
    git(other.path(), &["config", "a.b", "c"]);
    let theirs = other.path().join(".git");
    let object = fs::read_dir(theirs.join("objects")).unwrap().flatten().map(|entry| entry.file_name());
    let object = object.filter(|name| name.len() == 2).min().unwrap().into_string().unwrap();
    let one = fs::read_dir(theirs.join("objects").join(&object)).unwrap().next().unwrap().unwrap();
    let one = format!("objects/{object}/{}", one.file_name().to_str().unwrap());
    let whole = format!("objects/{object}");
    for part in ["", "objects", "objects/pack", "objects/info", "index", "config", "info", &whole, &one] {
        let own = repository(&[("a.py", "1\n")]);
        assert!(is_read(own.path()));
        let path = if part.is_empty() { own.path().join(".git") } else { own.path().join(".git").join(part) };
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap();
        } else if path.exists() {
            fs::remove_file(&path).unwrap();
        }
        std::os::unix::fs::symlink(theirs.join(part), &path).unwrap();
        assert!(refusal(own.path()).ends_with("is a link"), "{part}");
    }
    let own = repository(&[("a.py", "1\n")]);
    git(other.path(), &["gc", "-q"]);
    let pack = fs::read_dir(theirs.join("objects/pack")).unwrap().next().unwrap().unwrap();
    let link = own.path().join(".git/objects/pack").join(pack.file_name());
    std::os::unix::fs::symlink(pack.path(), link).unwrap();
    assert!(refusal(own.path()).ends_with("is a link"));
}

#[needs::program("git")]
#[test]
fn files_that_name_another_repository_are_refused() {
    let other = repository(&[("a.py", "1\n")]);
    let theirs = other.path().join(".git");
    let trees = tempfile::tempdir().unwrap();
    git(other.path(), &["worktree", "add", "-q", trees.path().join("tree").to_str().unwrap()]);

    let own = tempfile::tempdir().unwrap();
    for target in [theirs.clone(), theirs.join("worktrees/tree")] {
        fs::write(own.path().join(".git"), format!("gitdir: {}\n", target.display())).unwrap();
        refusal(own.path());
    }
    let mine = own.path().join("mine");
    fs::create_dir(&mine).unwrap();
    fs::write(own.path().join(".git"), "gitdir: mine\n").unwrap();
    fs::write(mine.join("gitdir"), own.path().join(".git").to_str().unwrap()).unwrap();
    fs::write(mine.join("commondir"), theirs.to_str().unwrap()).unwrap();
    assert!(refusal(own.path()).contains("worktrees"));
    fs::remove_file(mine.join("gitdir")).unwrap();
    assert!(refusal(own.path()).ends_with("names another repository"));

    let own = repository(&[("a.py", "1\n")]);
    fs::write(own.path().join(".git/commondir"), theirs.to_str().unwrap()).unwrap();
    assert!(refusal(own.path()).ends_with("names another repository"));
}

#[needs::program("git")]
#[test]
fn objects_are_borrowed_inside_of_the_repository_only() {
    let own = repository(&[("a.py", "1\n")]);
    let path = own.path();
    let lent = path.join(".git/lent");
    fs::rename(path.join(".git/objects"), &lent).unwrap();
    fs::create_dir_all(path.join(".git/objects/info")).unwrap();
    fs::write(path.join(".git/objects/info/alternates"), "../lent\n").unwrap();
    assert!(is_read(path));
    let elsewhere = tempfile::tempdir().unwrap();
    let outside = elsewhere.path().join("objects");
    fs::rename(&lent, &outside).unwrap();
    fs::write(path.join(".git/objects/info/alternates"), format!("{}\n", outside.display())).unwrap();
    assert!(refusal(path).contains("borrows objects"));
}

#[needs::program("git")]
#[test]
fn a_submodule_is_read_and_a_separate_directory_only_if_it_names_its_tree() {
    let library = repository(&[("a.py", "1\n")]);
    let project = repository(&[("b.py", "1\n")]);
    let from = library.path().to_str().unwrap();
    git(project.path(), &["-c", "protocol.file.allow=always", "submodule", "add", "-q", from, "sub"]);
    let submodule = project.path().join("sub");
    assert!(submodule.join(".git").is_file() && is_read(&submodule));

    let places = tempfile::tempdir().unwrap();
    let (tree, separate) = (places.path().join("tree"), places.path().join("separate"));
    let separate_argument = format!("--separate-git-dir={}", separate.display());
    git(places.path(), &["clone", "-q", &separate_argument, from, tree.to_str().unwrap()]);
    assert!(refusal(&tree).ends_with("`core.worktree`"));
    git(&tree, &["config", "core.worktree", tree.to_str().unwrap()]);
    assert!(is_read(&tree));
}
