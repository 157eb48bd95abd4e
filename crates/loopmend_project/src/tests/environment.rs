use std::fs;
use std::path::{Path, PathBuf};

use super::Tree;
use crate::project::Subject;
use crate::variables::Variables;
use crate::{Environment, EnvironmentSource, Project, PythonVersion};

const CONFIGURATION: &str = "home = /nowhere/bin\ninclude-system-site-packages = false\nversion = 3.11.4\n";

fn environment_with(tree: &Tree, variables: &Variables) -> Option<Environment> {
    Project::discover_with(&tree.options(), Subject::NamedPaths, variables).unwrap().environment().cloned()
}

/// Writes a virtual environment of Python 3.11.
fn write_environment(tree: &Tree, path: &str) -> PathBuf {
    tree.write(&format!("{path}/pyvenv.cfg"), CONFIGURATION);
    tree.write(&format!("{path}/lib/python3.11/site-packages/"), "");
    tree.write(&format!("{path}/bin/python3"), "");
    tree.path(path)
}

fn prefix(found: Option<&Environment>) -> Option<&Path> {
    found.map(|environment| environment.prefix.as_path())
}

#[test]
fn a_virtual_environment_in_the_project_is_read() {
    let tree = Tree::of_paths(&["a.py"]);
    let venv = write_environment(&tree, ".venv");
    let expected = Environment {
        source: EnvironmentSource::ProjectDirectory,
        prefix: venv.clone(),
        interpreter: Some(venv.join("bin/python3")),
        version: Some(PythonVersion { major: 3, minor: 11 }),
        site_packages: vec![venv.join("lib/python3.11/site-packages")],
    };
    assert_eq!(environment_with(&tree, &Variables::default()), Some(expected));
    assert_eq!(tree.discover().python_version().minor, 11);
    assert!(tree.discover().notices().is_empty());
}

#[test]
fn a_program_in_an_environment_takes_that_one() {
    let tree = Tree::of_paths(&["project/a.py", "project/pyproject.toml"]);
    let own = write_environment(&tree, "project/.venv");
    let tox = write_environment(&tree, "project/.tox/py");
    let active = write_environment(&tree, "active");
    let program = tox.join("bin/loopmend");
    let found = |variables: &Variables| {
        let mut options = tree.options();
        options.cwd = tree.path("project");
        let project = Project::discover_with(&options, Subject::NamedPaths, variables).unwrap();
        project.environment().map(|environment| environment.prefix.clone())
    };
    let in_tox = Variables { program: Some(program), ..Variables::default() };
    for name in ["loopmend", "pip"] {
        tree.write(&format!("project/.tox/py/lib/python3.11/site-packages/{name}-1.0.dist-info/"), "");
    }
    assert_eq!(found(&in_tox), Some(own), "one with nothing but the program was made for it");
    tree.write("project/.tox/py/lib/python3.11/site-packages/httpx-0.28.1.dist-info/", "");
    assert_eq!(found(&in_tox), Some(tox));
    let activated = Variables { virtual_env: Some(active.clone()), ..in_tox };
    assert_eq!(found(&activated), Some(active), "a variable says more");
}

#[test]
fn versions_are_read_as_every_tool_writes_them() {
    let cases = [
        ("version = 3.10.2\n", Some(10)),
        ("version_info = 3.12.1.final.0\n", Some(12)),
        ("VERSION_INFO=3.13.0\r\n", Some(13)),
        ("home = /x\n", None),
        ("version = 3.6\n", Some(9)),
    ];
    for (configuration, minor) in cases {
        let tree = Tree::new(&[(".venv/pyvenv.cfg", configuration), ("a.py", "")]);
        let found = environment_with(&tree, &Variables::default()).unwrap();
        assert_eq!(found.version.map(|version| version.minor), minor, "{configuration}");
    }
}

#[test]
fn environments_are_searched_up_to_the_git_root_and_then_in_the_projects() {
    let tree =
        Tree::of_paths(&["venv/", "repo/.git/", "repo/backend/pyproject.toml", "repo/backend/src/a.py"]);
    write_environment(&tree, ".venv");
    let found = |start: &str| {
        let project = tree.discover_with(|options| options.cwd = tree.path(start)).unwrap();
        prefix(project.environment()).map(|path| tree.relative(path))
    };
    assert_eq!(found("repo/backend/src"), None, "the environment is outside the repository");
    write_environment(&tree, "repo/venv");
    assert_eq!(found("repo/backend/src").as_deref(), Some("repo/venv"));
    fs::remove_dir_all(tree.path("repo/venv")).unwrap();
    write_environment(&tree, "repo/backend/.venv");
    assert_eq!(found("repo").as_deref(), Some("repo/backend/.venv"));
}

#[test]
fn the_order_is_command_line_settings_variables_project_tools() {
    let tree = Tree::of_paths(&["a.py"]);
    let [stated, configured, virtual_env, uv, conda] =
        ["stated", "configured", "virtual", "uv", "conda"].map(|name| write_environment(&tree, name));
    let in_project = write_environment(&tree, ".venv");
    let mut variables = Variables {
        virtual_env: Some(virtual_env.clone()),
        uv_project_environment: Some("uv".into()),
        conda_prefix: Some(conda.clone()),
        ..Variables::default()
    };
    tree.write("loopmend.toml", "python = \"configured/bin/python3\"");
    let mut options = tree.options();
    options.python = Some("stated".into());
    let project = Project::discover_with(&options, Subject::NamedPaths, &variables).unwrap();
    assert_eq!(prefix(project.environment()), Some(stated.as_path()));

    let found = environment_with(&tree, &variables).unwrap();
    assert_eq!(found.prefix, configured);
    assert_eq!(found.source, EnvironmentSource::Settings("loopmend.toml".into()));
    tree.write("loopmend.toml", "");
    assert_eq!(prefix(environment_with(&tree, &variables).as_ref()), Some(virtual_env.as_path()));
    variables.virtual_env = None;
    assert_eq!(prefix(environment_with(&tree, &variables).as_ref()), Some(uv.as_path()));
    variables.uv_project_environment = None;
    assert_eq!(prefix(environment_with(&tree, &variables).as_ref()), Some(in_project.as_path()));
    fs::remove_dir_all(&in_project).unwrap();
    assert_eq!(prefix(environment_with(&tree, &variables).as_ref()), Some(conda.as_path()));
    variables.conda_default_env = Some("base".into());
    assert_eq!(
        prefix(environment_with(&tree, &variables).as_ref()),
        Some(conda.as_path()),
        "better than none"
    );
}

#[test]
fn no_environment_is_a_notice_and_a_wrong_one_too() {
    let tree = Tree::of_paths(&["a.py"]);
    let variables = Variables { virtual_env: Some(tree.path("gone")), ..Variables::default() };
    let project = Project::discover_with(&tree.options(), Subject::NamedPaths, &variables).unwrap();
    assert_eq!(project.environment(), None);
    let notices: Vec<_> = project.notices().iter().map(|notice| notice.message.clone()).collect();
    let expected = [
        format!("VIRTUAL_ENV names `{}`, which is not a Python environment", tree.path("gone").display()),
        "no Python environment was found, so only the libraries that loopmend brings are known; name one with `--python \
         PATH`, or create a `.venv` in the project"
            .to_owned(),
    ];
    assert_eq!(notices, expected);
    assert_eq!(project.resolve_third_party("anything"), None);
}

#[test]
fn a_stated_environment_must_be_one() {
    let tree = Tree::of_paths(&["a.py", "folder/"]);
    for stated in ["gone", "folder", "a.py"] {
        let error = tree.error_with(|options| options.python = Some(stated.into()));
        let expected = format!(
            "--python {stated}: there is no Python interpreter or environment; give the path of one, such as `.venv`"
        );
        assert_eq!(error, expected);
    }
    tree.write("loopmend.toml", "python = \"gone\"");
    let error = tree.error();
    assert!(error.starts_with("loopmend.toml: python = \"gone\": there is no Python interpreter"), "{error}");
}

#[test]
fn an_installation_without_pyvenv_cfg_is_read() {
    let tree = Tree::of_paths(&[
        "a.py",
        "conda/lib/python3.12/os.py",
        "conda/lib/python3.12/site-packages/",
        "conda/lib/python3.10/README",
        "home/.local/lib/python3.12/site-packages/",
    ]);
    let variables = Variables {
        conda_prefix: Some(tree.path("conda")),
        home: Some(tree.path("home")),
        ..Variables::default()
    };
    let found = environment_with(&tree, &variables).unwrap();
    assert_eq!(found.source, EnvironmentSource::Variable("CONDA_PREFIX"));
    assert_eq!(found.version, Some(PythonVersion { major: 3, minor: 12 }));
    let user_first = [
        tree.path("home/.local/lib/python3.12/site-packages"),
        tree.path("conda/lib/python3.12/site-packages"),
    ];
    assert_eq!(found.site_packages, user_first);
}

#[test]
fn system_packages_are_included_where_the_environment_says_so() {
    let tree = Tree::of_paths(&[
        "a.py",
        "base/bin/python3",
        "base/lib/python3.11/os.py",
        "base/lib/python3.11/site-packages/",
        ".venv/lib/python3.11/site-packages/",
    ]);
    let home = tree.path("base/bin");
    let configuration =
        format!("home = {}\ninclude-system-site-packages = true\nversion = 3.11.4", home.display());
    tree.write(".venv/pyvenv.cfg", &configuration);
    let found = environment_with(&tree, &Variables::default()).unwrap();
    let expected = [".venv/lib/python3.11/site-packages", "base/lib/python3.11/site-packages"];
    assert_eq!(found.site_packages, expected.map(|path| tree.path(path)));
}

#[cfg_attr(not(target_os = "linux"), ignore = "compares with the directories of Linux")]
#[test]
fn poetry_s_environment_is_found_by_its_computed_name() {
    let tree = Tree::new(&[("pyproject.toml", "[tool.poetry]\nname = \"My App\""), ("a.py", "")]);
    let hash = hash_of(&tree.root);
    for minor in [9, 11] {
        write_environment(&tree, &format!("cache/pypoetry/virtualenvs/my_app-{hash}-py3.{minor}"));
    }
    let variables = Variables { xdg_cache_home: Some(tree.path("cache")), ..Variables::default() };
    let found = environment_with(&tree, &variables).unwrap();
    assert_eq!(found.source, EnvironmentSource::Tool("poetry"));
    assert!(found.prefix.ends_with(format!("my_app-{hash}-py3.11")), "{:?}", found.prefix);
    tree.write(
        "cache/pypoetry/virtualenvs/envs.toml",
        &format!("[my_app-{hash}]\nminor = \"3.9\"\npatch = \"3.9.1\""),
    );
    let active = environment_with(&tree, &variables).unwrap();
    assert!(active.prefix.ends_with(format!("my_app-{hash}-py3.9")), "{:?}", active.prefix);
}

#[test]
fn hatch_s_environment_is_found_by_its_computed_name() {
    let tree = Tree::new(&[("pyproject.toml", "[project]\nname = \"My_App\""), ("a.py", "")]);
    let hash = hash_of(&tree.root);
    let environment = write_environment(&tree, &format!("data/env/virtual/my-app/{hash}/my-app"));
    write_environment(&tree, &format!("data/env/virtual/my-app/{hash}/docs"));
    let variables = Variables { hatch_data_dir: Some(tree.path("data")), ..Variables::default() };
    let found = environment_with(&tree, &variables).unwrap();
    assert_eq!((found.source, found.prefix), (EnvironmentSource::Tool("hatch"), environment));
}

fn hash_of(path: &Path) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(path.as_os_str().as_encoded_bytes());
    data_encoding::BASE64URL.encode(&digest)[..8].to_owned()
}

#[cfg(unix)]
mod interpreters {
    use std::env;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::{Path, PathBuf};

    use super::super::Tree;
    use super::{environment_with, prefix, write_environment};
    use crate::project::Subject;
    use crate::variables::Variables;
    use crate::{DiscoverOptions, Environment, EnvironmentSource, Project};

    /// An installation whose interpreter is a file that is no script.
    fn write_installation(tree: &Tree, path: &str) {
        tree.write(&format!("{path}/bin/python3.11"), "\u{7f}ELF");
        tree.write(&format!("{path}/lib/python3.11/os.py"), "");
        tree.write(&format!("{path}/lib/python3.11/site-packages/"), "");
        symlink("python3.11", tree.path(&format!("{path}/bin/python3"))).unwrap();
    }

    /// A script in place of an interpreter: it notes that it ran, and answers for `base`.
    fn write_shim(tree: &Tree) {
        let base = tree.path("base");
        let script = format!(
            "#!/bin/sh\necho \"$1 $2 $3\" >> '{log}'\nprintf '%s\\n' 3.11 '{base}' '{base}/bin/python3.11' '{base}/lib/x' '{base}/lib/y'\n",
            log = tree.path("log").display(),
            base = base.display(),
        );
        tree.write("shims/python3", &script);
        fs::set_permissions(tree.path("shims/python3"), fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn options_in_project(tree: &Tree) -> DiscoverOptions {
        DiscoverOptions { cwd: tree.path("project"), ..tree.options() }
    }

    fn environment_in_project(tree: &Tree) -> Option<Environment> {
        environment_on_path(tree, "shims")
    }

    fn environment_on_path(tree: &Tree, directory: &str) -> Option<Environment> {
        let variables = path_variable(tree, directory);
        let project = Project::discover_with(&options_in_project(tree), Subject::NamedPaths, &variables);
        project.unwrap().environment().cloned()
    }

    fn path_variable(tree: &Tree, directory: &str) -> Variables {
        Variables { path: Some(tree.path(directory).into_os_string()), ..Variables::default() }
    }

    #[test]
    fn an_interpreter_on_the_path_is_followed_to_its_installation() {
        let tree = Tree::of_paths(&["project/a.py", "usr/bin/"]);
        write_installation(&tree, "base");
        symlink(tree.path("base/bin/python3"), tree.path("usr/bin/python3")).unwrap();
        let found = environment_on_path(&tree, "usr/bin").unwrap();
        assert_eq!(found.source, EnvironmentSource::SearchPath);
        assert_eq!(found.prefix, tree.path("base"));
        assert_eq!(found.interpreter, Some(tree.path("usr/bin/python3")));
        assert_eq!(found.site_packages, [tree.path("base/lib/python3.11/site-packages")]);
    }

    /// Installs a distribution with a package of its name into an environment.
    fn install(tree: &Tree, site: &str, name: &str, version: &str) {
        let package = name.replace('-', "_");
        tree.write(&format!("{site}/{package}/__init__.py"), "");
        let record =
            format!("{package}/__init__.py,,\n{package}/inner/__init__.py,,\n../../bin/{package}.py,,\n");
        tree.write(&format!("{site}/{package}-{version}.dist-info/RECORD"), &record);
    }

    const SITE: &str = "base/lib/python3.11/site-packages";

    /// The packages of an interpreter on the path that count as installed for a project with these files.
    fn installed(files: &[(&str, &str)], packages: &[(&str, &str)]) -> Vec<String> {
        let tree = Tree::of_paths(&["project/a.py", "usr/bin/"]);
        write_installation(&tree, "base");
        for (name, version) in packages {
            install(&tree, SITE, name, version);
        }
        for (name, text) in files {
            tree.write(&format!("project/{name}"), text);
        }
        let variables = path_variable(&tree, "base/bin");
        let project =
            Project::discover_with(&options_in_project(&tree), Subject::NamedPaths, &variables).unwrap();
        let names = project.distributions().iter().map(|it| it.name.replace('_', "-"));
        let names: Vec<String> = names.collect();
        for (name, _) in packages {
            let module = name.replace('-', "_");
            let is_installed = names.contains(&(*name).to_owned());
            assert_eq!(project.resolve_third_party(&module).is_some(), is_installed, "{name}");
            assert_eq!(project.provides(&module, None), is_installed, "{name}");
        }
        names
    }

    #[test]
    fn packages_of_an_interpreter_on_the_path_count_unless_the_project_requires_other_versions() {
        let both = [("client", "3.2.1"), ("other-client", "1.0")];
        for (file, text) in [
            ("requirements.txt", "client\n"),
            ("requirements.txt", "client==3.2.9\n"),
            ("requirements.txt", "client==3.1\n"),
            ("requirements.txt", "client>=3.2.2,<4\n"),
            ("requirements.txt", "client<3; python_version < '3.8'\nclient>=3; python_version >= '3.8'\n"),
            ("tox.ini", "deps =\n    old: client<3\n    new: client>=3\n"),
            ("pyproject.toml", "[project]\nname = \"client\"\ndependencies = [\"client<3\"]\n"),
            (
                "uv.lock",
                "[[package]]\nname = \"client\"\nversion = \"1.0\"\n[[package]]\nname = \"client\"\nversion = \"3.0\"\n",
            ),
        ] {
            assert_eq!(installed(&[(file, text)], &both), ["client", "other-client"], "{file}: {text}");
        }
        for (file, text) in [
            ("requirements.txt", "client==1.0.18\n"),
            ("requirements/dev.txt", "client<3\n"),
            ("pyproject.toml", "[project]\ndependencies = [\"client~=2.4\"]\n"),
            ("pyproject.toml", "[tool.poetry.dependencies]\nclient = \"^2\"\n"),
            ("setup.py", "setup(install_requires=['client>=4'])\n"),
            ("uv.lock", "[[package]]\nname = \"client\"\nversion = \"2.9\"\n"),
        ] {
            assert_eq!(installed(&[(file, text)], &both), ["other-client"], "{file}: {text}");
        }
    }

    #[test]
    fn pytest_counts_by_its_whole_version_and_takes_its_plugins_along() {
        let tests = [("client", "1.0"), ("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")];
        let with = |text: &str| installed(&[("requirements/dev.txt", text)], &tests);
        assert_eq!(with("pytest==9.2.0\npytest-asyncio\n"), ["client", "pytest", "pytest-asyncio"]);
        assert_eq!(with("pytest>=8\npytest-asyncio>=0.23,<2\n"), ["client", "pytest", "pytest-asyncio"]);
        for text in ["pytest==5.2.2\n", "pytest==9.2.1\n", "pytest-asyncio<1\n", "pytest<9.2\n"] {
            assert_eq!(with(text), ["client"], "{text}");
        }
    }

    #[test]
    fn all_packages_of_a_named_environment_count() {
        let tree = Tree::new(&[("project/a.py", ""), ("project/requirements.txt", "client==1.0\n")]);
        write_installation(&tree, "base");
        install(&tree, SITE, "client", "3.2");
        let is_found = |options: &crate::DiscoverOptions, variables: &Variables| {
            let project = Project::discover_with(options, Subject::NamedPaths, variables).unwrap();
            assert_eq!(project.distributions().len(), usize::from(project.provides("client", None)));
            project.resolve_third_party("client.inner").is_some() || project.provides("client", None)
        };
        let on_path = path_variable(&tree, "base/bin");
        assert!(!is_found(&options_in_project(&tree), &on_path));
        let named = crate::DiscoverOptions {
            python: Some(tree.path("base/bin/python3")),
            ..options_in_project(&tree)
        };
        assert!(is_found(&named, &on_path));
        let own = write_environment(&tree, "project/.venv");
        install(&tree, "project/.venv/lib/python3.11/site-packages", "client", "3.2");
        assert!(is_found(&options_in_project(&tree), &on_path), "{}", own.display());
    }

    #[test]
    fn the_interpreter_of_a_virtual_environment_stands_for_it() {
        let tree = Tree::of_paths(&["a.py"]);
        write_installation(&tree, "base");
        let environment = write_environment(&tree, "env");
        fs::remove_file(environment.join("bin/python3")).unwrap();
        symlink(tree.path("base/bin/python3.11"), environment.join("bin/python3")).unwrap();
        let project = tree.discover_with(|options| options.python = Some("env/bin/python3".into())).unwrap();
        assert_eq!(prefix(project.environment()), Some(environment.as_path()));
    }

    #[test]
    fn a_second_name_of_the_library_directory_is_not_searched_twice() {
        let tree = Tree::of_paths(&["a.py"]);
        let environment = write_environment(&tree, ".venv");
        symlink("lib", environment.join("lib64")).unwrap();
        let found = environment_with(&tree, &Variables::default()).unwrap();
        assert_eq!(found.site_packages, [environment.join("lib/python3.11/site-packages")]);
    }

    #[test]
    fn a_bare_name_is_looked_for_on_the_path() {
        let tree = Tree::of_paths(&["project/a.py"]);
        write_installation(&tree, "base");
        let mut options = options_in_project(&tree);
        options.python = Some("python3.11".into());
        let project =
            Project::discover_with(&options, Subject::NamedPaths, &path_variable(&tree, "base/bin")).unwrap();
        assert_eq!(prefix(project.environment()), Some(tree.path("base").as_path()));
    }

    #[test]
    fn a_script_is_asked_once_and_its_answer_is_kept() {
        let tree = Tree::of_paths(&["project/a.py", "lib/python3.9/os.py", "lib/python3.9/site-packages/"]);
        write_installation(&tree, "base");
        write_shim(&tree);
        let variables = path_variable(&tree, "shims");
        let runs = || fs::read_to_string(tree.path("log")).unwrap().lines().count();
        let discover = |cache: Option<&Path>| {
            let mut options = options_in_project(&tree);
            options.cache_dir = cache.map(Path::to_path_buf);
            Project::discover_with(&options, Subject::NamedPaths, &variables).unwrap()
        };
        let project = discover(None);
        assert_eq!(prefix(project.environment()), Some(tree.path("base").as_path()));
        let site_packages = &project.environment().unwrap().site_packages;
        assert_eq!(*site_packages, [tree.path("base/lib/python3.11/site-packages")]);
        assert_eq!(fs::read_to_string(tree.path("log")).unwrap(), "-I -S -c\n");

        let cache = tree.path("cache");
        for _ in 0..3 {
            assert_eq!(discover(Some(&cache)).environment(), project.environment());
        }
        assert_eq!(runs(), 2, "the first run without a cache and one more");
        tree.write("version", "3.12");
        discover(Some(&cache));
        assert_eq!(runs(), 3, "pyenv could choose another one now");
        let script = fs::read_to_string(tree.path("shims/python3")).unwrap();
        fs::write(tree.path("shims/python3"), format!("{script}\n")).unwrap();
        discover(Some(&cache));
        assert_eq!(runs(), 4, "the script changed");
        for entry in fs::read_dir(cache.join("interpreters")).unwrap() {
            fs::write(entry.unwrap().path(), "{broken").unwrap();
        }
        discover(Some(&cache));
        assert_eq!(runs(), 5, "a broken entry is as good as none");
    }

    #[test]
    fn the_version_behind_a_pyenv_shim_is_read() {
        let tree = Tree::of_paths(&["project/a.py"]);
        write_installation(&tree, "base");
        for version in ["3.11.7", "3.12.1"] {
            write_installation(&tree, &format!("versions/{version}"));
        }
        write_shim(&tree);
        let found = |variable: Option<&str>| {
            let mut variables = path_variable(&tree, "shims");
            variables.pyenv_version = variable.map(Into::into);
            let options = options_in_project(&tree);
            let project = Project::discover_with(&options, Subject::NamedPaths, &variables).unwrap();
            tree.relative(prefix(project.environment()).unwrap())
        };
        tree.write("version", "3.11.7\n");
        assert_eq!(found(None), "versions/3.11.7");
        tree.write("project/.python-version", "# ours\n3.12.1\n3.11.7\n");
        assert_eq!(found(None), "versions/3.12.1");
        assert_eq!(found(Some("3.11.7:3.12.1")), "versions/3.11.7");
        assert!(!tree.path("log").exists(), "nothing was run");
        assert_eq!(found(Some("3.12")), "versions/3.12.1");
        tree.write("project/.python-version", "3.11\n");
        assert_eq!(found(None), "versions/3.11.7");
        tree.write("project/.python-version", "../project/evil\n");
        assert_eq!(environment_in_project(&tree), None);
        assert!(!tree.path("log").exists(), "nothing was run");
        assert_eq!(found(Some("../base")), "base", "the user says so");
        assert!(tree.path("log").exists());
    }

    #[test]
    fn a_script_of_the_project_is_never_started() {
        let tree = Tree::of_paths(&["project/a.py", "project/.git/", "usr/bin/"]);
        write_shim(&tree);
        fs::rename(tree.path("shims"), tree.path("project/shims")).unwrap();
        symlink(tree.path("project/shims/python3"), tree.path("usr/bin/python3")).unwrap();
        let outer = tree.path("usr/bin");
        let paths = [tree.path("project/shims"), PathBuf::from("shims"), outer];
        let variables = Variables { path: env::join_paths(paths).ok(), ..Variables::default() };
        let discover = |python: Option<&str>| {
            let python = python.map(PathBuf::from);
            let options = DiscoverOptions { python, ..options_in_project(&tree) };
            Project::discover_with(&options, Subject::NamedPaths, &variables)
        };
        assert_eq!(discover(None).unwrap().environment(), None);
        symlink("shims/python3", tree.path("project/python")).unwrap();
        fs::copy(tree.path("project/shims/python3"), tree.path("tool")).unwrap();
        for python in ["shims/python3", "./python", "../usr/bin/python3", "../tool"] {
            tree.write("project/loopmend.toml", &format!("python = \"{python}\"\n"));
            let message = discover(None).unwrap_err().message;
            assert!(message.contains("it is not started"), "{message}");
        }
        assert!(!tree.path("log").exists(), "nothing was run");
        assert!(discover(Some("./shims/python3")).is_ok(), "the user names it");
        assert!(tree.path("log").exists());
    }

    #[test]
    fn an_environment_of_the_project_leads_nowhere_else() {
        let tree = Tree::of_paths(&["project/a.py", "project/.git/", "private/mine.py"]);
        let environment = write_environment(&tree, "project/.venv");
        let site = "project/.venv/lib/python3.11/site-packages";
        symlink(tree.path("private"), tree.path(&format!("{site}/linked"))).unwrap();
        tree.write(&format!("{site}/x.pth"), &format!("{}\n", tree.path("private").display()));
        let found = |variables: &Variables| {
            let project =
                Project::discover_with(&options_in_project(&tree), Subject::NamedPaths, variables).unwrap();
            let found = ["mine", "linked.mine"].map(|name| project.resolve_third_party(name).is_some());
            (found, project.notices().len())
        };
        assert_eq!(found(&Variables::default()), ([false, false], 1));
        let of_uv =
            |path: &Path| Variables { uv_project_environment: Some(path.into()), ..Variables::default() };
        assert_eq!(found(&of_uv(Path::new(".venv"))), ([false, false], 1), "whatever project it is");
        assert_eq!(found(&of_uv(&environment)), ([true, true], 0));
        let activated = Variables { virtual_env: Some(environment), ..Variables::default() };
        assert_eq!(found(&activated), ([true, true], 0));
    }

    #[test]
    fn a_link_to_an_environment_outside_is_followed() {
        let tree = Tree::of_paths(&["project/a.py", "project/.git/"]);
        write_environment(&tree, "env");
        tree.write("env/lib/python3.11/site-packages/lib.py", "");
        symlink(tree.path("env"), tree.path("project/.venv")).unwrap();
        let options = options_in_project(&tree);
        let project = Project::discover_with(&options, Subject::NamedPaths, &Variables::default()).unwrap();
        assert!(project.resolve_third_party("lib").is_some());
        fs::remove_file(tree.path("project/.venv")).unwrap();
        write_environment(&tree, "project/.venv");
        fs::remove_dir_all(tree.path("project/.venv/lib")).unwrap();
        symlink(tree.path("env/lib"), tree.path("project/.venv/lib")).unwrap();
        let project = Project::discover_with(&options, Subject::NamedPaths, &Variables::default()).unwrap();
        assert!(project.resolve_third_party("lib").is_none());
    }

    #[test]
    fn a_script_that_is_no_interpreter_is_none() {
        let tree = Tree::of_paths(&["project/a.py"]);
        for script in ["#!/bin/sh\nexit 1\n", "#!/bin/sh\necho hello\n", "#!/nowhere/interpreter\n"] {
            tree.write("shims/python3", script);
            fs::set_permissions(tree.path("shims/python3"), fs::Permissions::from_mode(0o755)).unwrap();
            assert_eq!(environment_in_project(&tree), None, "{script}");
        }
    }
}
