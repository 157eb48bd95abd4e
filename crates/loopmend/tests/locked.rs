//! Where pytest is not installed, lock files and exact requirements say the versions of the plugins.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::loopmend;
use tempfile::TempDir;

const OVERRIDE: &str = "import asyncio, pytest\n@pytest.fixture(scope='session')\ndef event_loop():\n    \
                        loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
const TESTS: &str = "import pytest\n@pytest.mark.asyncio\nasync def test_it(): ...\n";
const SETTINGS: &str = "[project]\nname = \"p\"\nversion = \"1\"\n[dependency-groups]\ndev = [\"pytest\", \"pytest-asyncio\", \
                        \"pytest-cov\"]\n[tool.pytest.ini_options]\nasyncio_mode = \"strict\"\n";

/// A project whose lock file has these versions, with a cache beside it and no environment.
struct Place(TempDir);

impl Place {
    fn new(versions: &[(&str, &str)]) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::create_dir(place.project()).unwrap();
        for (name, text) in [("pyproject.toml", SETTINGS), ("conftest.py", OVERRIDE), ("test_a.py", TESTS)] {
            fs::write(place.project().join(name), text).unwrap();
        }
        place.lock(versions);
        place
    }

    fn project(&self) -> PathBuf {
        self.0.path().join("project")
    }

    fn lock(&self, versions: &[(&str, &str)]) {
        let package = |(name, version): &(&str, &str)| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n")
        };
        let packages: String = versions.iter().map(package).collect();
        fs::write(self.project().join("uv.lock"), format!("version = 1\n{packages}")).unwrap();
    }

    fn said(&self, arguments: &[&str]) -> String {
        let mut command = loopmend();
        command.current_dir(self.project()).args(arguments).env("PATH", "").env("HOME", self.0.path());
        command.env("LOOPMEND_CACHE_DIR", self.0.path().join("cache"));
        let output = command.output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }
}

fn with(plugin: &str) -> [(&str, &str); 3] {
    [("pytest", "8.4.2"), ("pytest-asyncio", plugin), ("pytest-cov", "5.0.0")]
}

#[test]
fn an_override_is_judged_by_the_locked_version() {
    let place = Place::new(&with("1.0.0"));
    let select = ["check", "--select", "LM301"];
    let ignored = place.said(&select);
    assert!(ignored.contains("pytest-asyncio 1.0.0"), "{ignored}");
    assert!(!ignored.contains("installed"), "{ignored}");

    place.lock(&with("0.23.8"));
    let called = place.said(&select);
    assert!(called.contains("the locked version still calls it"), "{called}");
    assert!(!called.contains("installed"), "{called}");
}

#[test]
fn loops_are_predicted_for_the_locked_version() {
    let place = Place::new(&with("0.21.1"));
    let said = place.said(&["loops"]);
    assert!(said.contains("pytest-asyncio 0.21.1 (locked), strict"), "{said}");
    assert!(said.contains("1 on 1 event loop"), "{said}");
}

#[test]
fn a_locked_plugin_that_may_run_tests_leaves_them_unknown() {
    let mut versions = with("0.21.1").to_vec();
    versions.push(("pytest-trio", "0.8.0"));
    let place = Place::new(&versions);
    let settings = place.project().join("pyproject.toml");
    fs::write(&settings, SETTINGS.replace("pytest-cov", "pytest-trio")).unwrap();
    let said = place.said(&["loops"]);
    assert!(said.contains("another plugin may run it"), "{said}");
}

#[test]
fn what_is_installed_goes_before_what_is_locked() {
    let place = Place::new(&with("0.21.1"));
    install(&place.project(), "pytest-8.4.2");
    install(&place.project(), "pytest_asyncio-1.5.0");
    let said = place.said(&["loops"]);
    assert!(said.contains("pytest-asyncio 1.5.0") && !said.contains("locked"), "{said}");
}

fn install(project: &Path, distribution: &str) {
    fs::create_dir_all(project.join(format!(".venv/lib/python3.12/site-packages/{distribution}.dist-info")))
        .unwrap();
    fs::write(project.join(".venv/pyvenv.cfg"), "home = /nowhere\nversion = 3.12.1\n").unwrap();
}
