use std::fs;

use super::{Tree, describe, file, root};
use crate::{DiscoverOptions, Origin, Project};

fn first(tree: &Tree, project: &Project, module: &str, from: &str) -> String {
    let from = file(project, from);
    let from = from.root.map(|root| project.import_root(&from.path, root));
    describe(tree, project.resolve_first_party(module, from).as_ref())
}

#[test]
fn modules_packages_and_stubs_are_found() {
    let tree = Tree::of_paths(&[
        "pyproject.toml",
        "pkg/__init__.py",
        "pkg/a.py",
        "pkg/a.pyi",
        "pkg/both.py",
        "pkg/both/__init__.py",
        "pkg/data/table.py",
        "pkg/native.cpython-311-x86_64-linux-gnu.so",
        "pkg/empty/",
        "typed/__init__.pyi",
        "typed/__init__.py",
    ]);
    let project = tree.discover();
    let cases = [
        ("pkg", "pkg/__init__.py (package)"),
        ("pkg.a", "pkg/a.pyi (stub)"),
        ("pkg.both", "pkg/both/__init__.py (package)"),
        ("pkg.data", "pkg/data (namespace)"),
        ("pkg.data.table", "pkg/data/table.py"),
        ("pkg.native", "nothing"),
        ("pkg.empty", "nothing"),
        ("pkg.a.deeper", "nothing"),
        ("pkg.missing", "nothing"),
        ("typed", "typed/__init__.pyi (stub package)"),
        ("missing", "nothing"),
        ("", "nothing"),
        ("pkg.", "nothing"),
        (".pkg", "nothing"),
    ];
    for (module, expected) in cases {
        assert_eq!(first(&tree, &project, module, "pkg/a.py"), expected, "{module}");
        assert_eq!(first(&tree, &project, module, "pkg/a.py"), expected, "{module}, asked again");
    }
    let found = project.resolve_first_party("pkg.a", None).unwrap();
    assert_eq!((found.origin, found.root), (Origin::FirstParty, Some(root(&tree, &project, ""))));
    assert_eq!(found.stamp, file(&project, "pkg/a.pyi").stamp);
}

#[test]
fn files_that_were_not_named_are_found_too() {
    let tree =
        Tree::of_paths(&["pyproject.toml", "src/pkg/__init__.py", "src/pkg/other.py", "tests/test_a.py"]);
    let project = tree.discover_with(|options| options.paths = vec!["tests/test_a.py".into()]).unwrap();
    assert_eq!(first(&tree, &project, "pkg.other", "tests/test_a.py"), "src/pkg/other.py");
}

#[test]
fn a_loose_file_is_seen_from_its_own_directory_only() {
    let tree = Tree::of_paths(&[
        "pyproject.toml",
        "pkg/__init__.py",
        "tools/queue.py",
        "tools/time.py",
        "tools/helper.py",
        "tools/run.py",
        "tools/deep/inner.py",
        "other/x.py",
    ]);
    let project = tree.discover();
    let cases = [
        ("queue", "tools/run.py", "tools/queue.py"),
        ("queue", "pkg/__init__.py", "nothing"),
        ("queue", "tools/deep/inner.py", "nothing"),
        ("time", "tools/run.py", "nothing"),
        ("helper", "tools/run.py", "tools/helper.py"),
        ("helper", "tools/deep/inner.py", "tools/helper.py"),
        ("helper", "other/x.py", "nothing"),
        ("helper", "pkg/__init__.py", "nothing"),
        ("tools.helper", "pkg/__init__.py", "tools/helper.py"),
        ("pkg", "tools/run.py", "pkg/__init__.py (package)"),
    ];
    for (module, from, expected) in cases {
        assert_eq!(first(&tree, &project, module, from), expected, "{module} from {from}");
    }
}

#[test]
fn nothing_of_the_project_shadows_the_standard_library_by_chance() {
    let tree = Tree::of_paths(&[
        "pyproject.toml",
        "src/pkg/__init__.py",
        "json/x.py",
        "tests/typing/__init__.py",
        "tests/test_a.py",
    ]);
    let project = tree.discover();
    for (module, from) in [
        ("json", "src/pkg/__init__.py"),
        ("json.x", "src/pkg/__init__.py"),
        ("typing", "src/pkg/__init__.py"),
        ("typing", "tests/test_a.py"),
    ] {
        assert_eq!(first(&tree, &project, module, from), "nothing", "{module} from {from}");
    }
}

#[test]
fn a_test_sees_the_standard_library_that_pytest_has_imported() {
    let tree = Tree::of_paths(&[
        "pyproject.toml",
        "tests/types.py",
        "tests/sched.py",
        "tests/test_a.py",
        "tools/types.py",
        "tools/run.py",
    ]);
    let project = tree.discover();
    for (module, from, expected) in [
        ("types", "tests/test_a.py", "nothing"),
        ("sched", "tests/test_a.py", "tests/sched.py"),
        ("types", "tools/run.py", "tools/types.py"),
    ] {
        assert_eq!(first(&tree, &project, module, from), expected, "{module} from {from}");
    }
}

#[test]
fn the_own_project_comes_before_the_others() {
    let tree = Tree::of_paths(&[
        "one/pyproject.toml",
        "one/app/__init__.py",
        "one/only_one/__init__.py",
        "one/tasks.py",
        "two/pyproject.toml",
        "two/src/app/__init__.py",
        "two/tasks.py",
    ]);
    let project = tree.discover();
    let cases = [
        ("app", "one/tasks.py", "one/app/__init__.py (package)"),
        ("app", "two/tasks.py", "two/src/app/__init__.py (package)"),
        ("tasks", "two/src/app/__init__.py", "two/tasks.py"),
        ("only_one", "two/tasks.py", "one/only_one/__init__.py (package)"),
    ];
    for (module, from, expected) in cases {
        assert_eq!(first(&tree, &project, module, from), expected, "{module} from {from}");
    }
}

#[test]
fn a_package_that_may_be_deployed_alone_does_not_guess() {
    let tree = Tree::of_paths(&[
        "api/main.py",
        "api/services/__init__.py",
        "api/models.py",
        "api/logging.py",
        "api/worker/__init__.py",
        "api/worker/requirements.txt",
        "api/worker/services/__init__.py",
        "api/worker/logging.py",
        "api/worker/tasks/__init__.py",
        "api/worker/tasks/run.py",
        "api/worker/adapters/vision.py",
        "api/jobs/__init__.py",
        "api/jobs/Dockerfile",
        "api/jobs/models.py",
        "api/jobs/run.py",
        "api/plain/__init__.py",
        "api/plain/models.py",
    ]);
    let project = tree.discover();
    let cases = [
        ("services", "api/main.py", "api/services/__init__.py (package)"),
        ("services", "api/worker/__init__.py", "nothing"),
        ("services", "api/worker/tasks/run.py", "nothing"),
        ("services", "api/worker/adapters/vision.py", "nothing"),
        ("models", "api/worker/adapters/vision.py", "api/models.py"),
        ("services", "api/jobs/run.py", "api/services/__init__.py (package)"),
        ("models", "api/worker/tasks/run.py", "api/models.py"),
        ("models", "api/jobs/run.py", "nothing"),
        ("models", "api/plain/__init__.py", "api/models.py"),
        ("logging", "api/worker/tasks/run.py", "api/logging.py"),
        ("worker.services", "api/worker/tasks/run.py", "api/worker/services/__init__.py (package)"),
        ("worker.services", "api/main.py", "api/worker/services/__init__.py (package)"),
    ];
    for (module, from, expected) in cases {
        assert_eq!(first(&tree, &project, module, from), expected, "{module} from {from}");
    }
    let from = file(&project, "api/jobs/run.py");
    assert!(project.provides("models", from.root.map(|root| project.import_root(&from.path, root))));
}

#[test]
fn a_regular_package_comes_before_a_namespace() {
    let tree = Tree::of_paths(&[
        "pyproject.toml",
        "src/other.py",
        "src/shared/a.py",
        "shared/__init__.py",
        "shared/b.py",
    ]);
    let project = tree.discover();
    assert_eq!(first(&tree, &project, "shared", "src/other.py"), "shared/__init__.py (package)");
    assert_eq!(first(&tree, &project, "shared.a", "src/other.py"), "nothing");
}

#[test]
fn a_namespace_of_the_project_beats_packages_of_others() {
    let tree = Tree::of_paths(&[
        "one/pyproject.toml",
        "one/tests/helpers.py",
        "one/pkg/__init__.py",
        "two/pyproject.toml",
        "two/tests/__init__.py",
        "two/tests/helpers.py",
    ]);
    let project = tree.discover();
    assert_eq!(first(&tree, &project, "tests.helpers", "one/pkg/__init__.py"), "one/tests/helpers.py");
    assert_eq!(first(&tree, &project, "tests.helpers", "two/tests/__init__.py"), "two/tests/helpers.py");
}

#[test]
fn the_directory_of_another_project_is_no_namespace() {
    let tree =
        Tree::of_paths(&["pyproject.toml", "app.py", "common/pyproject.toml", "common/common/__init__.py"]);
    let project = tree.discover();
    assert_eq!(first(&tree, &project, "common", "app.py"), "common/common/__init__.py (package)");
}

#[test]
fn a_namespace_is_spread_over_roots() {
    let tree = Tree::of_paths(&[
        "one/pyproject.toml",
        "one/src/company/alpha/__init__.py",
        "two/pyproject.toml",
        "two/src/company/beta/__init__.py",
        "two/src/company/tools/x.py",
    ]);
    let project = tree.discover();
    let from = "one/src/company/alpha/__init__.py";
    assert_eq!(file(&project, from).module.as_deref(), Some("company.alpha"));
    assert_eq!(first(&tree, &project, "company.beta", from), "two/src/company/beta/__init__.py (package)");
    assert_eq!(first(&tree, &project, "company", from), "one/src/company (namespace)");
    assert_eq!(first(&tree, &project, "company.tools", from), "two/src/company/tools (namespace)");
}

/// A project with a virtual environment whose site-packages hold `installed`.
fn with_installed(files: &[(&str, &str)], installed: &[(&str, &str)]) -> Tree {
    let tree = Tree::new(files);
    tree.write(".venv/pyvenv.cfg", "home = /nowhere/bin\nversion = 3.11.4\n");
    for (path, text) in installed {
        tree.write(&format!("{SITE}/{path}"), &text.replace("TREE", tree.root.to_str().unwrap()));
    }
    tree
}

const SITE: &str = ".venv/lib/python3.11/site-packages";

fn third(tree: &Tree, project: &Project, module: &str) -> String {
    let found = describe(tree, project.resolve_third_party(module).as_ref());
    found.strip_prefix(SITE).map(|inner| inner.trim_start_matches('/').to_owned()).unwrap_or(found)
}

#[test]
fn installed_modules_are_found_stubs_first() {
    let installed = [
        ("plain/__init__.py", ""),
        ("plain/a.py", ""),
        ("single.py", ""),
        ("stubbed/__init__.py", ""),
        ("stubbed/a.py", ""),
        ("stubbed/only_source.py", ""),
        ("stubbed-stubs/__init__.pyi", ""),
        ("stubbed-stubs/a.pyi", ""),
        ("stubbed-stubs/py.typed", "partial\n"),
        ("google/cloud/x/__init__.py", ""),
        ("google-stubs/cloud/y.pyi", ""),
        ("native.cpython-311-x86_64-linux-gnu.so", ""),
    ];
    let tree = with_installed(&[("a.py", "")], &installed);
    let project = tree.discover();
    let cases = [
        ("plain", "plain/__init__.py (package)"),
        ("plain.a", "plain/a.py"),
        ("single", "single.py"),
        ("stubbed", "stubbed-stubs/__init__.pyi (stub package)"),
        ("stubbed.a", "stubbed-stubs/a.pyi (stub)"),
        ("stubbed.only_source", "stubbed/only_source.py"),
        ("google.cloud.x", "google/cloud/x/__init__.py (package)"),
        ("google.cloud.y", "google-stubs/cloud/y.pyi (stub)"),
        ("google.cloud", "google/cloud (namespace)"),
        ("native", "nothing"),
        ("missing", "nothing"),
    ];
    for (module, expected) in cases {
        assert_eq!(third(&tree, &project, module), expected, "{module}");
    }
    let found = project.resolve_third_party("plain").unwrap();
    assert_eq!((found.origin, found.root), (Origin::ThirdParty, None));
}

#[test]
fn editable_installs_are_followed_by_reading() {
    let finder = "import sys\nMAPPING: dict[str, str] = {'mapped': 'TREE/elsewhere/mapped', 'mod': 'TREE/elsewhere/mod.py', 'outer.part': 'TREE/elsewhere/outer/part'}\n\
                  NAMESPACES: dict[str, list[str]] = {'space': ['TREE/elsewhere/space']}\n";
    let editables = "from editables.redirector import RedirectingFinder as F\nF.install()\n\
                     F.map_module('hatched', 'TREE/elsewhere/hatched/__init__.py')\n";
    let scikit = "def install(a, b):\n    pass\ninstall({'built': 'TREE/elsewhere/built/__init__.py'}, {})";
    let installed = [
        (
            "paths.pth",
            "# comment\n\nTREE/elsewhere/by_path\n../../../../elsewhere/relative\nTREE/missing\nimport os; os.system('false')\n",
        ),
        (
            "__editable__.mapped-1.0.pth",
            "import __editable___mapped_1_0_finder; __editable___mapped_1_0_finder.install()",
        ),
        ("__editable___mapped_1_0_finder.py", finder),
        ("hatched.pth", "import _editable_impl_hatched"),
        ("_editable_impl_hatched.py", editables),
        ("_built_editable.pth", "import _built_editable"),
        ("_built_editable.py", &scikit.replace("def install(a, b):\n    pass\n", "")),
    ];
    let files = [
        ("a.py", ""),
        ("elsewhere/mapped/__init__.py", ""),
        ("elsewhere/mapped/inner.py", ""),
        ("elsewhere/mod.py", ""),
        ("elsewhere/space/part/__init__.py", ""),
        ("elsewhere/outer/part/__init__.py", ""),
        ("elsewhere/hatched/__init__.py", ""),
        ("elsewhere/built/__init__.py", ""),
        ("elsewhere/by_path/pathy/__init__.py", ""),
        ("elsewhere/relative/rel.py", ""),
    ];
    let tree = with_installed(&files, &installed);
    let project = tree.discover();
    let cases = [
        ("mapped", "elsewhere/mapped/__init__.py (package)"),
        ("mapped.inner", "elsewhere/mapped/inner.py"),
        ("mod", "elsewhere/mod.py"),
        ("space.part", "elsewhere/space/part/__init__.py (package)"),
        ("outer.part", "elsewhere/outer/part/__init__.py (package)"),
        ("outer", "elsewhere/outer (namespace)"),
        ("hatched", "elsewhere/hatched/__init__.py (package)"),
        ("built", "elsewhere/built/__init__.py (package)"),
        ("pathy", "elsewhere/by_path/pathy/__init__.py (package)"),
        ("rel", "elsewhere/relative/rel.py"),
    ];
    for (module, expected) in cases {
        assert_eq!(third(&tree, &project, module), expected, "{module}");
    }
}

#[test]
fn an_editable_install_of_another_kind_is_found_by_its_direct_url() {
    let installed = [
        ("odd-editable.pth", "import _odd_editable_loader"),
        ("_odd_editable_loader.py", "install({'odd'}, '/build')"),
        (
            "odd-1.0.dist-info/direct_url.json",
            r#"{"url": "file://TREE/my%20project", "dir_info": {"editable": true}}"#,
        ),
        ("copied-1.0.dist-info/direct_url.json", r#"{"url": "file://TREE/copied", "dir_info": {}}"#),
    ];
    let files = [("a.py", ""), ("my project/src/odd/__init__.py", ""), ("copied/copied.py", "")];
    let tree = with_installed(&files, &installed);
    let project = tree.discover();
    assert_eq!(third(&tree, &project, "odd"), "my project/src/odd/__init__.py (package)");
    assert_eq!(third(&tree, &project, "copied"), "nothing");
}

#[test]
fn an_installed_package_beats_a_directory_of_scripts() {
    let installed = [("docker/__init__.py", ""), ("vendored/__init__.py", "")];
    let files = [
        ("pyproject.toml", ""),
        ("pkg/__init__.py", ""),
        ("docker/build_image.py", ""),
        ("examples/vendored/__init__.py", ""),
        ("examples/own/__init__.py", ""),
    ];
    let tree = with_installed(&files, &installed);
    let project = tree.discover();
    assert_eq!(first(&tree, &project, "docker", "pkg/__init__.py"), "nothing");
    assert_eq!(third(&tree, &project, "docker"), "docker/__init__.py (package)");
    assert_eq!(first(&tree, &project, "vendored", "pkg/__init__.py"), "nothing");
    assert_eq!(first(&tree, &project, "own", "pkg/__init__.py"), "examples/own/__init__.py (package)");
}

#[test]
fn distributions_are_listed_by_name_and_version() {
    let installed = [
        ("Foo_Bar-1.2.3.dist-info/RECORD", ""),
        ("baz-0.1.dist-info/METADATA", ""),
        ("plain/__init__.py", ""),
    ];
    let tree = with_installed(&[("a.py", "")], &installed);
    let project = tree.discover();
    let listed: Vec<_> =
        project.distributions().iter().map(|it| format!("{} {}", it.name, it.version)).collect();
    assert_eq!(listed, ["Foo_Bar 1.2.3", "baz 0.1"]);
}

#[test]
fn versions_can_be_supposed_for_a_while() {
    let tree = with_installed(&[("a.py", "")], &[("foo-1.0.dist-info/METADATA", "")]);
    let mut project = tree.discover();
    let version =
        |project: &crate::Project, name: &str| project.installed_version(name).map(|it| it.to_string());
    project.suppose_installed("foo", &"2.0".parse().unwrap());
    project.suppose_installed("bar", &"3.0".parse().unwrap());
    assert_eq!(
        (version(&project, "foo").as_deref(), version(&project, "bar").as_deref()),
        (Some("2.0"), Some("3.0"))
    );
    assert_eq!(project.version_before("foo").map(ToString::to_string).as_deref(), Some("1.0"));
    project.suppose_nothing();
    assert_eq!((version(&project, "foo").as_deref(), version(&project, "bar")), (Some("1.0"), None));
    assert_eq!(project.version_before("foo"), None);
}

#[test]
fn resolution_is_the_same_from_many_threads() {
    let tree = Tree::of_paths(&["pyproject.toml", "pkg/__init__.py", "pkg/a.py", "pkg/b/c.py"]);
    let project = tree.discover();
    let from = file(&project, "pkg/a.py").root;
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for module in ["pkg", "pkg.a", "pkg.b.c", "pkg.none", "none"] {
                    let expected = !module.contains("none");
                    assert_eq!(project.resolve_first_party(module, from).is_some(), expected, "{module}");
                }
            });
        }
    });
}

#[test]
fn the_fingerprint_changes_with_what_findings_depend_on() {
    let installed = [("plain/__init__.py", "")];
    let tree = with_installed(&[("pyproject.toml", ""), ("pkg/__init__.py", "")], &installed);
    let hash = |change: &dyn Fn(&mut DiscoverOptions)| tree.discover_with(change).unwrap().fingerprint();
    let base = hash(&|_| {});
    assert_eq!(hash(&|_| {}), base);
    tree.write("pkg/new.py", "");
    assert_eq!(hash(&|_| {}), base, "files are no part of it");
    assert_ne!(hash(&|options| options.select = vec!["1xx".to_owned()]), base);
    assert_ne!(hash(&|options| options.ignore = vec!["1xx".to_owned()]), base);
    assert_ne!(hash(&|options| options.python_version = "3.10".parse().ok()), base);
    tree.write("src/other/__init__.py", "");
    let with_root = hash(&|_| {});
    assert_ne!(with_root, base, "a root came");
    tree.write("loopmend.toml", "[rules]\nLM101 = \"warn\"");
    let with_settings = hash(&|_| {});
    assert_ne!(with_settings, with_root);
    let site = fs::File::open(tree.path(SITE)).unwrap();
    site.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert_ne!(hash(&|_| {}), with_settings, "something was installed");
}

#[test]
fn a_package_that_is_spread_over_directories_is_searched_in_all() {
    let installed = [("more.pth", "TREE/more"), ("spread/__init__.py", ""), ("spread/one.py", "")];
    let files = [("a.py", ""), ("more/spread/__init__.py", ""), ("more/spread/two.py", "")];
    let tree = with_installed(&files, &installed);
    let project = tree.discover();
    assert_eq!(third(&tree, &project, "spread.one"), "spread/one.py");
    assert_eq!(third(&tree, &project, "spread.two"), "more/spread/two.py");
}
