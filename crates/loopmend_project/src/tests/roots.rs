use super::{Tree, file};

/// Checks names and roots: `path` → `name @ root`, with `-` for none.
fn check(files: &[(&str, &str)], expected: &[(&str, &str)]) {
    let tree = Tree::new(files);
    let project = tree.discover();
    for (display, place) in expected {
        let found = file(&project, display);
        let name = found.module.as_deref().unwrap_or("-");
        let root = found.root.map(|root| tree.relative(&project.roots()[root.0 as usize]));
        assert_eq!(format!("{name} @ {}", root.as_deref().unwrap_or("-")), *place, "{display}");
    }
}

#[test]
fn a_src_directory_is_a_root_before_the_project() {
    check(
        &[
            ("pyproject.toml", ""),
            ("src/pkg/__init__.py", ""),
            ("src/pkg/sub/mod.py", ""),
            ("src/single.py", ""),
            ("tool.py", ""),
            ("pkg2/__init__.py", ""),
        ],
        &[
            ("src/pkg/__init__.py", "pkg @ src"),
            ("src/pkg/sub/mod.py", "pkg.sub.mod @ src"),
            ("src/single.py", "single @ src"),
            ("tool.py", "tool @ "),
            ("pkg2/__init__.py", "pkg2 @ "),
        ],
    );
}

#[test]
fn a_src_that_is_a_package_is_no_root() {
    check(
        &[("pyproject.toml", ""), ("src/__init__.py", ""), ("src/mod.py", "")],
        &[("src/__init__.py", "src @ "), ("src/mod.py", "src.mod @ ")],
    );
}

#[test]
fn tests_without_init_are_named_as_pytest_names_them() {
    check(
        &[
            ("pyproject.toml", "[project]\nname = \"demo\""),
            ("demo/__init__.py", ""),
            ("tests/test_a.py", ""),
            ("tests/unit/__init__.py", ""),
            ("tests/unit/test_b.py", ""),
            ("tests/loose/test_c.py", ""),
            ("regular/__init__.py", ""),
            ("regular/tests/__init__.py", ""),
            ("regular/tests/test_d.py", ""),
        ],
        &[
            ("tests/test_a.py", "test_a @ tests"),
            ("tests/unit/test_b.py", "unit.test_b @ tests"),
            ("tests/loose/test_c.py", "test_c @ tests/loose"),
            ("regular/tests/test_d.py", "regular.tests.test_d @ "),
        ],
    );
}

#[test]
fn the_namespace_of_the_project_is_no_root() {
    check(
        &[
            ("pyproject.toml", "[project]\nname = \"google-cloud-demo\""),
            ("google/cloud/demo/__init__.py", ""),
            ("google/cloud/demo/client.py", ""),
            ("scripts/make.py", ""),
        ],
        &[
            ("google/cloud/demo/client.py", "google.cloud.demo.client @ "),
            ("scripts/make.py", "make @ scripts"),
        ],
    );
}

#[test]
fn stated_roots_are_taken() {
    let cases: &[(&str, &str, &str)] = &[
        ("loopmend.toml", "roots = [\"lib\"]", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.setuptools.package-dir]\n\"\" = \"lib\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.setuptools.package-dir]\n\"ns\" = \"lib/ns\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.setuptools.packages.find]\nwhere = [\"lib\"]", "ns.mod @ lib"),
        ("setup.cfg", "[options]\npackage_dir =\n    = lib", "ns.mod @ lib"),
        ("setup.cfg", "[options.packages.find]\nwhere = lib", "ns.mod @ lib"),
        ("pyproject.toml", "[[tool.poetry.packages]]\ninclude = \"ns\"\nfrom = \"lib\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.hatch.build.targets.wheel]\npackages = [\"lib/ns\"]", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.hatch.build]\nsources = [\"lib\"]", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.maturin]\npython-source = \"lib\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.pdm.build]\npackage-dir = \"lib\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.uv.build-backend]\nmodule-root = \"lib\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = \"lib other\"", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = [\"lib\"]", "ns.mod @ lib"),
        ("pyproject.toml", "[tool.pytest]\npythonpath = [\"lib\"]", "ns.mod @ lib"),
        ("pytest.toml", "[pytest]\npythonpath = [\"lib\"]", "ns.mod @ lib"),
        ("pytest.ini", "[pytest]\npythonpath = lib", "ns.mod @ lib"),
        (".pytest.ini", "[pytest]\npythonpath =\n  lib\n  other", "ns.mod @ lib"),
        ("tox.ini", "[pytest]\npythonpath = lib", "ns.mod @ lib"),
        ("setup.cfg", "[tool:pytest]\npythonpath = lib", "ns.mod @ lib"),
        ("setup.py", "setup(\n    package_dir={'': 'lib'},\n)", "ns.mod @ lib"),
        ("setup.cfg", "", "mod @ lib/ns"),
    ];
    for (path, text, place) in cases {
        let files = [("setup.py", ""), ("lib/ns/mod.py", ""), (*path, *text)];
        check(&files, &[("lib/ns/mod.py", place)]);
    }
}

#[test]
fn pytest_reads_its_first_configuration_only() {
    check(
        &[
            ("setup.py", ""),
            ("pytest.ini", "[pytest]"),
            ("setup.cfg", "[tool:pytest]\npythonpath = lib"),
            ("lib/ns/mod.py", ""),
        ],
        &[("lib/ns/mod.py", "mod @ lib/ns")],
    );
}

#[test]
fn projects_of_one_repository_have_their_own_roots() {
    check(
        &[
            (".git/", ""),
            ("one/pyproject.toml", ""),
            ("one/src/app/__init__.py", ""),
            ("two/setup.py", ""),
            ("two/app/__init__.py", ""),
            ("libs/thing/thing/__init__.py", ""),
        ],
        &[
            ("one/src/app/__init__.py", "app @ one/src"),
            ("two/app/__init__.py", "app @ two"),
            ("two/setup.py", "setup @ two"),
            ("libs/thing/thing/__init__.py", "thing @ libs/thing"),
        ],
    );
}

#[test]
fn names_that_no_import_can_name_have_no_module() {
    let files = [
        "pyproject.toml",
        "my-script.py",
        "2fast.py",
        "n.ipynb",
        "pkg-1/__init__.py",
        "pkg-1/b.py",
        "x-y/z.py",
    ];
    check(
        &files.map(|path| (path, "")),
        &[
            ("my-script.py", "- @ "),
            ("2fast.py", "- @ "),
            ("n.ipynb", "- @ "),
            ("pkg-1/b.py", "- @ "),
            ("x-y/z.py", "z @ x-y"),
        ],
    );
}

#[test]
fn stubs_are_named_like_modules() {
    check(
        &[("pyproject.toml", ""), ("pkg/__init__.pyi", ""), ("pkg/mod.pyi", ""), ("pkg/__main__.py", "")],
        &[
            ("pkg/__init__.pyi", "pkg @ "),
            ("pkg/mod.pyi", "pkg.mod @ "),
            ("pkg/__main__.py", "pkg.__main__ @ "),
        ],
    );
}

#[test]
fn the_root_directory_is_git_s_or_the_project_s() {
    let tree = Tree::of_paths(&["a/pyproject.toml", "a/pkg/__init__.py"]);
    let inside = |path: &str| {
        let path = tree.path(path);
        tree.discover_with(|options| options.paths = vec![path]).unwrap().root_dir().to_path_buf()
    };
    assert_eq!(inside("a/pkg"), tree.path("a"));
    tree.write(".git/", "");
    assert_eq!(inside("a/pkg"), tree.root);
}
