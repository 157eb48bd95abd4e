//! One line names the imported packages that are neither in the project nor in its environment.

use crate::support::place::Place;

impl Place {
    /// A project with an environment in which `there` is installed.
    fn with_environment(files: &[(&str, &str)]) -> Self {
        let place = Self::without_environment(files);
        place.write(".venv/pyvenv.cfg", "home = /usr/bin\nversion = 3.12.1\n");
        place.write(".venv/lib/python3.12/site-packages/there/__init__.py", "async def go(): ...\n");
        place
    }

    fn without_environment(files: &[(&str, &str)]) -> Self {
        let place = Self::new(files);
        place.write("pyproject.toml", "[project]\nname = \"p\"\nversion = \"1\"\n");
        place
    }

    /// Standard error of `check` with these arguments, with the cache.
    fn errors(&self, arguments: &[&str]) -> String {
        let output = self.command(&[&["check"], arguments].concat()).env("PATH", "").output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Standard output of `check`.
    fn findings(&self) -> String {
        let output = self.command(&["check", "."]).env("PATH", "").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// The one line about packages, if there is one.
    fn line(&self, arguments: &[&str]) -> Option<String> {
        let errors = self.errors(arguments);
        let lines: Vec<&str> = errors.lines().filter(|line| line.contains("not found")).collect();
        assert!(lines.len() <= 1, "{errors}");
        lines.first().map(|line| (*line).to_owned())
    }
}

#[test]
fn packages_that_are_not_found_are_named_with_what_to_do() {
    let place = Place::with_environment(&[
        ("a.py", "import there\nimport gone.inner\nimport asyncio, _private\n"),
        ("b.py", "from gone import x\nimport p.other\nfrom . import a\n"),
        ("c.py", "def late():\n    import rare\n"),
    ]);
    let expected = "note: 2 imported packages are not found, so calls into them are not checked: `gone`, `rare`; \
                    name the environment with `--python PATH`, or install them";
    assert_eq!(place.line(&["."]).as_deref(), Some(expected));
    assert_eq!(place.line(&["."]).as_deref(), Some(expected), "from the cache");
    assert_eq!(place.line(&[".", "--no-cache"]).as_deref(), Some(expected));
}

#[test]
fn only_the_reported_files_count() {
    let place = Place::with_environment(&[("a.py", "import gone\n"), ("b.py", "import a\nimport other\n")]);
    let line = place.line(&["b.py"]).unwrap();
    assert!(line.contains("1 imported package is not found") && line.contains("`other`"), "{line}");
}

#[test]
fn the_most_frequent_four_are_named() {
    let imports = |names: &[&str]| names.iter().map(|name| format!("import {name}\n")).collect::<String>();
    let place = Place::with_environment(&[
        ("a.py", &imports(&["aa", "bb", "cc", "dd", "ee", "ff"])),
        ("b.py", &imports(&["ff", "dd"])),
        ("c.py", &imports(&["dd"])),
    ]);
    let line = place.line(&["."]).unwrap();
    assert!(line.contains("6 imported packages"), "{line}");
    assert!(line.contains(": `dd`, `ff`, `aa`, `bb` and 2 more; "), "{line}");
}

#[test]
fn an_import_that_may_fail_is_not_missed() {
    let guarded = [
        "try:\n    import gone\nexcept ImportError:\n    gone = None\n",
        "try:\n    import json\nexcept (KeyError, ModuleNotFoundError):\n    import gone\n",
        "try:\n    import gone\nexcept:\n    pass\n",
        "import contextlib\nwith contextlib.suppress(ImportError):\n    import gone\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import gone\n",
        "import sys\nif sys.version_info < (3, 20):\n    import json\nelse:\n    import gone\n",
        "import sys\nif sys.platform == 'win32':\n    import gone\n",
        "import importlib.util\nif importlib.util.find_spec('gone'):\n    import gone\n",
        "import pytest\npytest.importorskip('gone')\nimport gone.inner\n",
    ];
    for text in guarded {
        let place =
            Place::with_environment(&[("a.py", text), ("pytest.py", "def importorskip(name): ...\n")]);
        assert_eq!(place.line(&["."]), None, "{text}");
    }
}

#[test]
fn a_guard_reaches_no_further_than_it_does() {
    let unguarded = [
        "try:\n    import json\nexcept ImportError:\n    pass\nimport gone\n",
        "try:\n    import json\nexcept ImportError:\n    pass\nfinally:\n    import gone\n",
        "try:\n    import gone\nexcept KeyError:\n    pass\n",
        "import sys\nif sys.platform == 'win32':\n    import json\nimport gone\n",
    ];
    for text in unguarded {
        let place = Place::with_environment(&[("a.py", text)]);
        assert!(place.line(&["."]).is_some_and(|line| line.contains("`gone`")), "{text}");
    }
}

#[test]
fn what_is_there_without_source_is_found() {
    let place = Place::with_environment(&[("a.py", "import fast\nimport typed\nimport spaced.inner\n")]);
    let installed = ".venv/lib/python3.12/site-packages";
    assert!(place.line(&["."]).unwrap().contains("3 imported packages"));
    place.write(&format!("{installed}/fast.cpython-312-x86_64-linux-gnu.so"), "");
    place.write(&format!("{installed}/typed-stubs/__init__.pyi"), "");
    place.write(&format!("{installed}/spaced/inner/__init__.py"), "");
    assert_eq!(place.line(&["."]), None);
}

#[test]
fn other_forms_of_the_report_have_the_line_too() {
    let place = Place::with_environment(&[("a.py", "import gone\n")]);
    assert!(place.line(&[".", "--output-format", "json", "--output-file", "r.json"]).is_some());
    assert!(place.line(&[".", "--output-format", "concise"]).is_some());
}

#[test]
fn nothing_is_said_beside_json() {
    let files = [("a.py", "import gone\n")];
    assert_eq!(Place::with_environment(&files).line(&[".", "--output-format", "json"]), None);
}

#[test]
fn without_an_environment_the_advice_is_given_once() {
    let errors = Place::without_environment(&[("a.py", "import gone\n")]).errors(&["."]);
    assert!(
        errors.contains("1 imported package is not found, so calls into it are not checked: `gone`\n"),
        "{errors}"
    );
    assert_eq!(errors.matches("--python PATH").count(), 1, "{errors}");
}

/// A project that drops the coroutine of a client that is not installed, with this requirement.
fn with_client(requirement: &str) -> Place {
    let text = "import redis.asyncio\n\n\nasync def main():\n    client = redis.asyncio.Redis()\n    client.aclose()\n";
    let place = Place::with_environment(&[("a.py", text)]);
    place.write("requirements.txt", requirement);
    place
}

#[test]
fn a_library_that_is_not_installed_is_known_by_its_stubs() {
    let place = with_client("redis\n");
    assert_eq!(place.line(&["."]), None);
    let output = place.findings();
    assert!(output.contains("a.py:6:5"), "{output}");
    assert!(output.contains("redis is not installed here: checked against version 8."), "{output}");
}

#[test]
fn a_statement_that_rests_on_stubs_is_a_warning_too() {
    let text = "import httpx\n\n\nasync def main():\n    async with httpx.Client() as client:\n        print(client)\n";
    let output = Place::with_environment(&[("a.py", text)]).findings();
    assert!(output.contains("warning[async-with-on-sync-context-manager]"), "{output}");
    assert!(output.contains("httpx is not installed here: checked against version 0."), "{output}");
}

#[test]
fn the_project_can_mean_another_version() {
    for requirement in ["redis==4.6.0\n", "redis<5\n"] {
        let place = with_client(requirement);
        let line = place.line(&["."]).unwrap();
        assert!(line.contains("`redis`"), "{line}");
        assert!(!place.findings().contains("a.py:6:5"));
    }
}

#[test]
fn what_is_there_goes_before_the_stubs() {
    let installed = ".venv/lib/python3.12/site-packages/redis/asyncio/__init__.py";
    for own in [installed, "redis/asyncio/__init__.py"] {
        let place = with_client("redis\n");
        place.write(own, "class Redis:\n    def aclose(self): print()\n");
        place.write(&own.replace("asyncio/", ""), "");
        assert!(!place.findings().contains("a.py:6:5"), "{own}");
    }
}

#[test]
fn another_requirement_makes_another_finding_with_the_same_cache() {
    let text = "from telegram import Update\n\n\nasync def start(update: Update) -> None:\n    update.message.reply_text('a')\n";
    let requirements = [
        ("setup.py", "setup(install_requires=['python-telegram-bot>=20'])\n"),
        ("Pipfile", "[packages]\npython-telegram-bot = \">=20\"\n"),
        ("environment.yml", "dependencies:\n  - python-telegram-bot=20.7\n"),
    ];
    for (file, requirement) in requirements {
        let place = Place::with_environment(&[("a.py", text)]);
        assert!(!place.findings().contains("a.py:5:5"), "{file}");
        place.write(file, requirement);
        assert!(place.findings().contains("a.py:5:5"), "{file}");
    }
}
