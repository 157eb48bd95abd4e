//! Where pytest is not installed, lock files and exact requirements say the versions of the plugins.

use std::fs;

use crate::support::place::Place;

const OVERRIDE: &str = "import asyncio, pytest\n@pytest.fixture(scope='session')\ndef event_loop():\n    \
                        loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
const TESTS: &str = "import pytest\n@pytest.mark.asyncio\nasync def test_it(): ...\n";
const SETTINGS: &str = "[project]\nname = \"p\"\nversion = \"1\"\n[dependency-groups]\ndev = [\"pytest\", \"pytest-asyncio\", \
                        \"pytest-cov\"]\n[tool.pytest.ini_options]\nasyncio_mode = \"strict\"\n";

impl Place {
    /// A project whose lock file has these versions, without an environment.
    fn locking(versions: &[(&str, &str)]) -> Self {
        let place =
            Self::new(&[("pyproject.toml", SETTINGS), ("conftest.py", OVERRIDE), ("test_a.py", TESTS)]);
        place.lock(versions);
        place
    }

    fn lock(&self, versions: &[(&str, &str)]) {
        let package = |(name, version): &(&str, &str)| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n")
        };
        let packages: String = versions.iter().map(package).collect();
        self.write("uv.lock", &format!("version = 1\n{packages}"));
    }

    fn said(&self, arguments: &[&str]) -> String {
        let home = self.project().with_file_name("home");
        let output = self.command(arguments).env("PATH", "").env("HOME", home).output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }
}

fn with(plugin: &str) -> [(&str, &str); 3] {
    [("pytest", "8.4.2"), ("pytest-asyncio", plugin), ("pytest-cov", "5.0.0")]
}

#[test]
fn an_override_is_judged_by_the_locked_version() {
    let place = Place::locking(&with("1.0.0"));
    let select = ["check", "--select", "LM301"];
    let ignored = place.said(&select);
    assert!(ignored.contains("pytest-asyncio 1.0.0"), "{ignored}");
    assert!(!ignored.contains("installed"), "{ignored}");

    place.lock(&with("0.23.8"));
    let called = place.said(&select);
    assert!(called.contains("the locked version of pytest-asyncio still calls the fixture"), "{called}");
    assert!(!called.contains("installed"), "{called}");
}

#[test]
fn loops_are_predicted_for_the_locked_version() {
    let place = Place::locking(&with("0.21.1"));
    let said = place.said(&["loops"]);
    assert!(said.contains("pytest-asyncio 0.21.1 (locked), strict"), "{said}");
    assert!(said.contains("1 on 1 event loop"), "{said}");
}

#[test]
fn a_locked_plugin_that_may_run_tests_leaves_them_unknown() {
    let mut versions = with("0.21.1").to_vec();
    versions.push(("pytest-trio", "0.8.0"));
    let place = Place::locking(&versions);
    place.write("pyproject.toml", &SETTINGS.replace("pytest-cov", "pytest-trio"));
    let said = place.said(&["loops"]);
    assert!(said.contains("another plugin may run it"), "{said}");
}

#[test]
fn what_is_installed_goes_before_what_is_locked() {
    let place = Place::locking(&with("0.21.1"));
    install(&place, "pytest-8.4.2");
    install(&place, "pytest_asyncio-1.5.0");
    let said = place.said(&["loops"]);
    assert!(said.contains("pytest-asyncio 1.5.0") && !said.contains("locked"), "{said}");
}

fn install(place: &Place, distribution: &str) {
    let information = format!(".venv/lib/python3.12/site-packages/{distribution}.dist-info");
    place.write(&format!("{information}/METADATA"), "");
    place.write(".venv/pyvenv.cfg", "home = /nowhere\nversion = 3.12.1\n");
}

/// Runs a rule on a project, with a Python on the `PATH` that has pytest 9.2.0 and pytest-asyncio 1.5.0.
#[cfg(unix)]
fn said_with_newest_on_path(place: &Place, rule: &str) -> String {
    let home = place.project().with_file_name("home");
    let base = place.project().with_file_name("base");
    let site = base.join("lib/python3.11/site-packages");
    fs::create_dir_all(base.join("bin")).unwrap();
    fs::write(base.join("bin/python3"), "\u{7f}ELF").unwrap();
    for (package, version) in [("pytest", "9.2.0"), ("pytest_asyncio", "1.5.0")] {
        fs::create_dir_all(site.join(format!("{package}-{version}.dist-info"))).unwrap();
        fs::create_dir_all(site.join(package)).unwrap();
        fs::write(site.join(package).join("__init__.py"), "").unwrap();
    }
    fs::write(base.join("lib/python3.11/os.py"), "").unwrap();
    let mut command = place.command(&["check", "--select", rule, "--output-format", "concise"]);
    let output = command.env("PATH", base.join("bin")).env("HOME", home).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn a_pinned_pytest_goes_before_that_of_the_path() {
    let fixture = "import pytest\n@pytest.fixture()\n@pytest.mark.asyncio\nasync def plugin():\n    return 1\n\
                   @pytest.mark.asyncio\nasync def test_a(plugin):\n    assert plugin\n";
    let found = |requirements: &[(&str, &str)]| {
        let place = Place::new(&[("pytest.ini", "[pytest]\nasyncio_mode = auto\n"), ("test_a.py", fixture)]);
        requirements.iter().for_each(|(name, text)| place.write(name, text));
        said_with_newest_on_path(&place, "LM316")
    };
    for file in ["requirements.txt", "requirements/dev.txt", "dev-requirements.txt"] {
        let said = found(&[(file, "pytest==5.2.2\npytest-asyncio==0.10.0\n")]);
        assert!(!said.contains("LM316"), "{file}: {said}");
    }
    let twin = found(&[("requirements/dev.txt", "pytest==9.2.0\npytest-asyncio\n")]);
    assert!(twin.contains("LM316 [error]"), "{twin}");
    let twin = found(&[]);
    assert!(twin.contains("LM316 [error]"), "{twin}");
}

#[cfg(unix)]
#[test]
fn a_locked_pytest_before_9_2_survives_warnings_as_errors() {
    let settings = "[project]\nname = \"p\"\nversion = \"1\"\n[dependency-groups]\ndev = [\"pytest>=9.0.0\", \
                    \"pytest-asyncio\"]\n[tool.pytest.ini_options]\nasyncio_mode = \"auto\"\nfilterwarnings = [\"error\"]\n";
    let found = |pytest: Option<&str>| {
        let place = Place::new(&[("pyproject.toml", settings), ("test_a.py", TESTS)]);
        if let Some(version) = pytest {
            place.lock(&[("pytest", version), ("pytest-asyncio", "1.5.0")]);
        }
        said_with_newest_on_path(&place, "LM323")
    };
    for version in ["9.0.0", "9.1.1", "8.4.2"] {
        assert!(!found(Some(version)).contains("LM323"), "{version}");
    }
    for version in [Some("9.2.0"), Some("9.2.1"), None] {
        assert!(found(version).contains("LM323 [error]"), "{version:?}");
    }
}

#[test]
fn a_lock_file_that_is_too_large_is_named() {
    let place = Place::locking(&with("0.23.8"));
    let text = fs::read_to_string(place.project().join("uv.lock")).unwrap();
    place.write("uv.lock", &format!("{text}{}", "#".repeat(9 << 20)));
    place.write("pytest.ini", &"#".repeat(3 << 20));
    let home = place.project().with_file_name("home");
    let output = place.command(&["check"]).env("PATH", "").env("HOME", home).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    for name in ["uv.lock", "pytest.ini"] {
        assert_eq!(
            said.matches(&format!("note: `{name}` is not read: it is too large")).count(),
            1,
            "{said}"
        );
    }
}
