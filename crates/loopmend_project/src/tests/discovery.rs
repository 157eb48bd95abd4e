use std::fs;
use std::path::{Path, PathBuf};

use loopmend_core::{Level, SourceKind};

use super::{Tree, UNAWAITED, displays, file};
use crate::project::Subject;
use crate::variables::Variables;
use crate::{DiscoverOptions, Project, ProjectFile, ReadError};

#[test]
fn python_files_are_found_and_the_usual_directories_are_left_out() {
    let tree = Tree::of_paths(&[
        "b.py",
        "a.pyi",
        "n.ipynb",
        "notes.txt",
        "pkg/c.py",
        ".hidden.py",
        ".hidden/d.py",
        ".venv/e.py",
        "venv/f.py",
        "node_modules/g.py",
        "__pypackages__/h.py",
        "build/i.py",
        "dist/j.py",
        "lib/site-packages/k.py",
        "own-environment/pyvenv.cfg",
        "own-environment/lib/python3.12/l.py",
        "own-environment/bin/activate_this.py",
        "lib/m.py",
    ]);
    let project = tree.discover();
    assert_eq!(displays(&project), ["a.pyi", "b.py", "lib/m.py", "n.ipynb", "pkg/c.py"]);
    let kinds: Vec<_> = project.files().iter().map(|file| file.kind).collect();
    assert_eq!(
        kinds,
        [SourceKind::Stub, SourceKind::Python, SourceKind::Python, SourceKind::Notebook, SourceKind::Python]
    );
}

#[test]
fn ignored_files_are_left_out_inside_a_git_repository() {
    let files =
        [(".gitignore", "generated.py\n/out/\n"), ("generated.py", ""), ("out/a.py", ""), ("kept.py", "")];
    let tree = Tree::new(&files);
    assert_eq!(displays(&tree.discover()), ["generated.py", "kept.py", "out/a.py"], "git is not in use");
    tree.write(".git/", "");
    assert_eq!(displays(&tree.discover()), ["kept.py"]);
    tree.write("loopmend.toml", "respect-gitignore = false");
    assert_eq!(displays(&tree.discover()), ["generated.py", "kept.py", "out/a.py"]);
}

#[test]
fn an_ignore_file_holds_without_git() {
    let tree = Tree::new(&[(".ignore", "left_out.py"), ("left_out.py", ""), ("kept.py", "")]);
    assert_eq!(displays(&tree.discover()), ["kept.py"]);
}

#[test]
fn include_and_exclude_choose_files() {
    let cases: &[(&str, &[&str])] = &[
        ("exclude = [\"tests\"]", &["a.py", "src/b.py", "src/gen_pb2.py"]),
        ("exclude = [\"*_pb2.py\", \"/tests/\"]", &["a.py", "src/b.py"]),
        ("exclude = [\"!build\"]", &["a.py", "build/made.py", "src/b.py", "src/gen_pb2.py", "tests/t.py"]),
        ("include = [\"src\"]", &["src/b.py", "src/gen_pb2.py"]),
        ("include = [\"src/**\"]", &["src/b.py", "src/gen_pb2.py"]),
        (
            "include = [\"*.py\", \"*.pyw\", \"bin/tool\"]",
            &["a.py", "bin/tool", "src/b.py", "src/gen_pb2.py", "src/win.pyw", "tests/t.py"],
        ),
        ("include = [\"src\"]\nexclude = [\"b.py\"]", &["src/gen_pb2.py"]),
    ];
    for (settings, expected) in cases {
        let tree = Tree::of_paths(&[
            "a.py",
            "src/b.py",
            "src/gen_pb2.py",
            "src/win.pyw",
            "src/data.txt",
            "tests/t.py",
            "build/made.py",
            "bin/tool",
            "bin/other",
        ]);
        tree.write("loopmend.toml", settings);
        assert_eq!(displays(&tree.discover()), *expected, "{settings}");
    }
}

#[test]
fn named_paths_always_win() {
    let tree = Tree::new(&[
        ("loopmend.toml", "exclude = [\"left_out.py\"]"),
        ("left_out.py", ""),
        ("script", ""),
        ("build/a.py", ""),
        (".hidden/b.py", ""),
        ("other.py", ""),
    ]);
    let named = ["left_out.py", "script", "build", ".hidden"].map(PathBuf::from);
    let project = tree.discover_with(|options| options.paths = named.to_vec()).unwrap();
    assert_eq!(displays(&project), [".hidden/b.py", "build/a.py", "left_out.py", "script"]);
    assert_eq!(file(&project, "script").kind, SourceKind::Python);
}

#[test]
fn a_file_that_is_named_twice_is_checked_once() {
    let tree = Tree::of_paths(&["pkg/a.py", "pkg/b.py"]);
    let named = ["pkg/a.py", "./pkg/../pkg/a.py", "pkg", "."].map(PathBuf::from);
    let project = tree.discover_with(|options| options.paths = named.to_vec()).unwrap();
    assert_eq!(displays(&project), ["pkg/a.py", "pkg/b.py"]);
}

#[test]
fn a_path_outside_the_working_directory_is_shown_whole() {
    let tree = Tree::of_paths(&["work/a.py", "other/b.py"]);
    let project = tree
        .discover_with(|options| {
            options.cwd = tree.path("work");
            options.paths = vec![PathBuf::from("../other"), PathBuf::from("a.py")];
        })
        .unwrap();
    assert_eq!(displays(&project), [tree.path("other/b.py").to_str().unwrap(), "a.py"]);
}

#[test]
fn a_missing_path_is_an_error_and_an_empty_directory_is_none() {
    let tree = Tree::of_paths(&["empty/"]);
    assert_eq!(
        tree.error_with(|options| options.paths = vec!["gone.py".into()]),
        "the path `gone.py` does not exist"
    );
    assert!(tree.discover().files().is_empty());
}

#[test]
fn the_stamp_of_a_file_is_its_size_and_time() {
    let tree = Tree::new(&[("a.py", "x = 1\n")]);
    let project = tree.discover();
    let found = file(&project, "a.py");
    assert_eq!(found.stamp.size, 6);
    assert!(found.stamp.modified > 0);
    assert_eq!(project.stamp(&found.path), Some(found.stamp));
    fs::remove_file(&found.path).unwrap();
    assert_eq!(project.stamp(&found.path), None);
    assert!(matches!(project.read(&found.path), Err(ReadError::Io(_))), "it vanished");
}

#[test]
fn a_file_is_read_by_its_kind() {
    let tree = Tree::new(&[("a.py", ""), ("n.ipynb", "not json")]);
    fs::write(tree.path("a.py"), b"# coding: latin-1\r\n'\xe9'\0").unwrap();
    let project = tree.discover();
    assert_eq!(project.read(&tree.path("a.py")).unwrap().text, "# coding: latin-1\r\n'é'\0");
    assert!(matches!(project.read(&tree.path("n.ipynb")), Err(ReadError::Notebook(_))));
}

#[cfg(unix)]
#[test]
fn symbolic_links_make_no_loops_and_no_second_names() {
    use std::os::unix::fs::symlink;

    let tree = Tree::of_paths(&["real/a.py", "outside.txt"]);
    symlink(tree.path("real"), tree.path("real/loop")).unwrap();
    symlink(tree.path("real/a.py"), tree.path("alias.py")).unwrap();
    symlink(tree.path("gone.py"), tree.path("dangling.py")).unwrap();
    symlink(tree.path("outside.txt"), tree.path("linked.py")).unwrap();
    symlink(tree.path("real"), tree.path("link")).unwrap();
    assert_eq!(displays(&tree.discover()), ["linked.py", "real/a.py"]);

    let through_link = tree.discover_with(|options| options.paths = vec!["link".into()]).unwrap();
    assert_eq!(displays(&through_link), ["real/a.py"], "a named link is followed");
    let both = tree.discover_with(|options| options.paths = vec!["link".into(), "real".into()]).unwrap();
    assert_eq!(displays(&both), ["real/a.py"]);
    let alias = tree.discover_with(|options| options.paths = vec!["alias.py".into()]).unwrap();
    assert_eq!(displays(&alias), ["real/a.py"]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_project_are_skipped_whether_or_not_they_are_named() {
    use std::os::unix::fs::symlink;

    let tree =
        Tree::of_paths(&["project/.git/", "project/pkg/a.py", "outside/b.py", "outside/loopmend.toml"]);
    for (target, link) in [
        ("/proc/self/environ", "environ.py"),
        ("../../outside/b.py", "pkg/b.py"),
        ("../outside", "linked"),
        ("../outside/loopmend.toml", "loopmend.toml"),
        ("pkg/a.py", "same.py"),
    ] {
        symlink(target, tree.path("project").join(link)).unwrap();
    }
    let discover = |paths: &[&str]| {
        let paths = paths.iter().map(PathBuf::from).collect();
        let change = |options: &mut DiscoverOptions| {
            options.cwd = tree.path("project");
            options.paths = paths;
        };
        tree.discover_with(change)
    };
    let project = discover(&[]).unwrap();
    assert_eq!(displays(&project), ["pkg/a.py"]);
    assert!(project.resolve_first_party("linked.b", None).is_none());
    let skipped: Vec<_> = project.skipped_links().iter().map(|path| tree.relative(path)).collect();
    let expected =
        ["environ.py", "linked", "loopmend.toml", "pkg/b.py"].map(|path| format!("project/{path}"));
    assert_eq!(skipped, expected);
    let reason = |real: &str| {
        let real = fs::canonicalize(tree.path(real)).unwrap();
        format!("a link leads out of the project; name `{}` instead", real.display())
    };
    for (path, real) in [("pkg/b.py", "outside/b.py"), ("linked", "outside"), ("linked/b.py", "outside/b.py")]
    {
        let message = discover(&[path]).unwrap_err().message;
        assert_eq!(message, format!("cannot use `{path}`: {}", reason(real)));
        let skipped = format!("`{path}` is skipped: {}", reason(real));
        let project = discover(&["pkg/a.py", path]).unwrap();
        assert_eq!(displays(&project), ["pkg/a.py"]);
        assert!(project.notices().iter().any(|notice| notice.message == skipped), "{path}");
    }
    assert_eq!(displays(&discover(&["same.py"]).unwrap()), ["pkg/a.py"]);
    let outside = tree.path("outside/b.py");
    let project = discover(&[outside.to_str().unwrap()]).unwrap();
    assert!(project.reported_files().all(|file| file.path == outside));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_an_ignore_file_is_not_read() {
    for (name, files) in [
        (".gitignore", &["a.py", "deep/b.py"][..]),
        ("deep/.gitignore", &["a.py", "deep/b.py"]),
        ("deep/.ignore", &["a.py", "deep/b.py"]),
        (".git/info/exclude", &["a.py", "deep/b.py"]),
    ] {
        let tree = Tree::of_paths(&[".git/info/", "a.py", "deep/b.py"]);
        assert!(std::process::Command::new("mkfifo").arg(tree.path(name)).status().unwrap().success());
        let project = tree.discover();
        assert_eq!(displays(&project), files, "{name}");
        assert!(project.notices().iter().any(|notice| notice.message.contains(name)), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_configuration_file_that_is_not_read_is_a_notice() {
    let elsewhere = Tree::new(&[("loopmend.toml", "exclude = [\"a.py\"]")]);
    let target = elsewhere.path("loopmend.toml");
    for name in ["loopmend.toml", "pyproject.toml", "deep/loopmend.toml"] {
        let make: [&dyn Fn(&Path); 2] = [
            &|path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success()),
            &|path| std::os::unix::fs::symlink(&target, path).unwrap(),
        ];
        for make in make {
            let tree = Tree::of_paths(&["a.py", "deep/b.py"]);
            make(&tree.path(name));
            let project = tree.discover();
            assert_eq!(displays(&project), ["a.py", "deep/b.py"], "{name}");
            let notices: Vec<_> = project.notices().iter().map(|notice| notice.message.as_str()).collect();
            let expected = format!("{name}: not read, because it is no regular file of the project");
            assert!(notices.contains(&expected.as_str()), "{notices:?}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_shown_with_replacements() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let tree = Tree::of_paths(&["a.py"]);
    let name = OsStr::from_bytes(b"b\xff.py");
    fs::write(tree.root.join(name), "x").unwrap();
    let project = tree.discover();
    assert_eq!(displays(&project), ["a.py", "b\u{fffd}.py"]);
    let found = &project.files()[1];
    assert_eq!(found.path, tree.root.join(name));
    assert_eq!(found.module, None);
    assert_eq!(project.read(&found.path).unwrap().text, "x");
}

#[cfg(unix)]
#[test]
fn an_unreadable_directory_is_a_notice() {
    use std::os::unix::fs::PermissionsExt;

    let tree = Tree::of_paths(&["a.py", "locked/b.py"]);
    let locked = tree.path("locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser reads all.
    let is_readable = fs::read_dir(&locked).is_ok();
    let project = tree.discover();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    let files: &[&str] = if is_readable { &["a.py", "locked/b.py"] } else { &["a.py"] };
    assert_eq!(displays(&project), files);
    let messages: Vec<_> = project.notices().iter().map(|notice| notice.message.as_str()).collect();
    let is_told = messages.iter().any(|message| message.starts_with("cannot read `locked`: "));
    assert_eq!(is_told, !is_readable, "{messages:?}");
}

#[test]
fn a_file_that_is_not_listed_can_be_asked_for() {
    let tree = Tree::of_paths(&["pyproject.toml", "src/pkg/__init__.py"]);
    let project = tree.discover();
    let unsaved = project.file_at(Path::new("src/pkg/new.py"));
    assert_eq!(unsaved.display, "src/pkg/new.py");
    assert_eq!(unsaved.module.as_deref(), Some("pkg.new"));
    assert_eq!(unsaved.root, file(&project, "src/pkg/__init__.py").root);
}

#[test]
fn a_text_without_a_file_has_a_project_too() {
    let tree = Tree::new(&[
        ("pyproject.toml", "[tool.loopmend.rules]\nLM101 = \"ignore\""),
        ("src/pkg/__init__.py", ""),
        ("src/pkg/a.py", ""),
    ]);
    let text = Path::new("src/pkg/unsaved.py");
    let project =
        Project::discover_with(&tree.options(), Subject::TextAt(text), &Variables::default()).unwrap();
    let files: Vec<_> =
        project.files().iter().map(|file| (file.display.as_str(), file.is_reported)).collect();
    assert_eq!(
        files,
        [("src/pkg/__init__.py", false), ("src/pkg/a.py", false), ("src/pkg/unsaved.py", true)]
    );
    let file = project.file_at(text);
    assert_eq!(file.module.as_deref(), Some("pkg.unsaved"));
    assert_eq!(project.level(&file, &UNAWAITED), Level::Ignore);
    let found = project.resolve_first_party("pkg.a", file.root).unwrap();
    assert_eq!(found.path, tree.path("src/pkg/a.py"));
}

/// The shown paths of all files, those that are not reported in brackets.
fn all_files(project: &Project) -> Vec<String> {
    let shown = |file: &ProjectFile| match file.is_reported {
        true => file.display.clone(),
        false => format!("({})", file.display),
    };
    project.files().iter().map(shown).collect()
}

#[test]
fn the_files_around_a_named_one_are_of_its_project() {
    let tree =
        Tree::of_paths(&["one/.git/", "one/a.py", "one/sub/pyproject.toml", "one/sub/b.py", "two/c.py"]);
    let around = |cwd: &str, named: &[&str]| {
        let project = tree.discover_with(|options| {
            options.cwd = tree.path(cwd);
            options.paths = named.iter().map(PathBuf::from).collect();
        });
        all_files(&project.unwrap())
    };
    assert_eq!(around("one", &["sub/b.py"]), ["(a.py)", "sub/b.py"]);
    assert_eq!(around("one", &["sub"]), ["(a.py)", "sub/b.py"]);
    assert_eq!(around("one/sub", &[]).len(), 2);
    assert_eq!(around("", &["one/a.py"]), ["one/a.py", "(one/sub/b.py)"]);
    assert_eq!(around("", &["one/a.py", "two"]), ["one/a.py", "(one/sub/b.py)", "two/c.py"]);
}

#[test]
fn a_path_that_git_ignores_is_no_part_of_the_repository() {
    let tree = Tree::new(&[
        (".git/", ""),
        (".gitignore", "build/\n"),
        ("a.py", ""),
        ("build/lib/setup.py", ""),
        ("build/lib/b.py", ""),
        ("build/lib/c.py", ""),
    ]);
    let project = tree.discover_with(|options| options.paths = vec!["build/lib/b.py".into()]).unwrap();
    assert_eq!(all_files(&project), ["build/lib/b.py", "(build/lib/c.py)", "(build/lib/setup.py)"]);
    let settings = "[tool.loopmend]\nrespect-gitignore = false\n";
    tree.write("pyproject.toml", settings);
    let project = tree.discover_with(|options| options.paths = vec!["build/lib/b.py".into()]).unwrap();
    assert!(all_files(&project).contains(&"(a.py)".to_owned()));
}

#[test]
fn the_home_directory_is_no_project() {
    let tree = Tree::of_paths(&[".git/", "a.py", "b.py", "work/c.py", "work/d.py"]);
    let around = |cwd: &str, named: &str| {
        let mut options = tree.options();
        (options.cwd, options.paths) = (tree.path(cwd), vec![tree.path(named)]);
        let variables = Variables { home: Some(tree.path("")), ..Variables::default() };
        all_files(&Project::discover_with(&options, Subject::NamedPaths, &variables).unwrap())
    };
    assert_eq!(around("", "a.py"), ["a.py"]);
    assert_eq!(around("work", "work/c.py"), ["c.py", "(d.py)"]);
}

#[test]
fn settings_leave_out_files_that_are_not_named() {
    let tree = Tree::new(&[
        ("loopmend.toml", "exclude = [\"old\"]\n"),
        ("a.py", ""),
        ("old/b.py", ""),
        ("old/c.py", ""),
    ]);
    let project = tree.discover_with(|options| options.paths = vec!["old/b.py".into()]).unwrap();
    assert_eq!(all_files(&project), ["(a.py)", "old/b.py"]);
}
