//! What a project and its libraries add to the catalogue of libraries.

use crate::support::place::Place;

/// A client that two event loops use.
const APP: &str = "\
import asyncio

import mycache

client = mycache.Client()


async def main():
    await client.get('a')


asyncio.run(main())
asyncio.run(main())
";
/// The start of the finding in it.
const FINDING: &str = "app.py:5:10: LM208";
const SETTINGS: &str = "[tool.loopmend.libraries]\n\"mycache.Client\" = { roles = [\"bound-at-first-use\"], closed-by = [\"close\"] }\n";
const LIBRARY: &str = "\"mycache.Client\" = { roles = [\"bound-at-first-use\"], closed-by = [\"close\"] }\n";
const INSTALLED: &str = ".venv/lib/python3.12/site-packages/mycache";

/// A project with this configuration, and `mycache` in its environment.
fn project(settings: &str) -> Place {
    let place = Place::new(&[("app.py", APP), ("pyproject.toml", settings)]);
    place.write(".venv/pyvenv.cfg", "home = /usr/bin\nversion = 3.12.1\n");
    place.write(&format!("{INSTALLED}/__init__.py"), "class Client:\n    async def get(self, key): ...\n");
    place
}

/// The exit status, the findings and the notes of a check.
struct Checked {
    status: Option<i32>,
    findings: String,
    notes: String,
}

impl Place {
    fn check(&self, arguments: &[&str]) -> Checked {
        let all = [&["check", "--output-format", "concise"], arguments].concat();
        let output = self.command(&all).output().unwrap();
        Checked {
            status: output.status.code(),
            findings: String::from_utf8(output.stdout).unwrap(),
            notes: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn finds(&self) -> bool {
        let checked = self.check(&[]);
        assert_eq!(checked.status, Some(0), "{}", checked.notes);
        checked.findings.contains(FINDING)
    }

    fn write_library(&self, text: &str) {
        self.write(&format!("{INSTALLED}/loopmend-library.toml"), text);
    }
}

#[test]
fn a_class_that_the_settings_describe_is_found() {
    assert!(!project("").finds());
    assert!(project(SETTINGS).finds());
    let place = project("");
    place.write("loopmend.toml", "[libraries.\"mycache.Client\"]\nroles = [\"bound-at-first-use\"]\n");
    assert!(place.finds());
}

#[test]
fn a_library_describes_itself() {
    let place = project("");
    place.write_library(LIBRARY);
    assert!(place.finds());
}

#[test]
fn a_package_of_the_project_describes_itself() {
    let defined = [("app.py", APP), ("mycache/__init__.py", "class Client: ...\n")];
    let imported = [
        ("app.py", APP),
        ("mycache/__init__.py", "from ._client import Client\n"),
        ("mycache/_client.py", "class Client: ...\n"),
    ];
    for files in [&defined[..], &imported[..]] {
        let place = Place::new(files);
        assert!(!place.finds());
        place.write("mycache/loopmend-library.toml", LIBRARY);
        assert!(place.finds());
    }
}

#[test]
fn a_client_of_the_file_itself_is_found() {
    let app = APP.replace("import mycache\n", "class Client: ...\n").replace("mycache.Client", "Client");
    let settings = SETTINGS.replace("mycache", "app");
    assert!(Place::new(&[("app.py", &app), ("pyproject.toml", &settings)]).finds());
}

#[test]
fn other_facts_make_other_findings_with_the_same_cache() {
    let place = project("");
    assert!(!place.finds() && !place.finds());
    place.write("pyproject.toml", SETTINGS);
    assert!(place.finds() && place.finds());
    place.write("pyproject.toml", "");
    assert!(!place.finds());
    place.write_library(LIBRARY);
    assert!(place.finds());
    place.write_library("");
    assert!(!place.finds());
}

#[test]
fn the_settings_count_before_the_file_of_the_library() {
    let place = project("[tool.loopmend.libraries]\n\"mycache.connect\" = { makes = \"mycache.Client\" }\n");
    place.write("app.py", &APP.replace("Client()", "connect()"));
    place.write_library(&format!("{LIBRARY}\"mycache.connect\" = {{ makes = \"mycache.Other\" }}\n"));
    assert!(place.finds());
}

#[test]
fn a_wrong_file_is_a_note() {
    let file = format!("{INSTALLED}/loopmend-library.toml");
    let cases = [
        (
            "\"mycache.Client\" = [\"bound-at-first-us\"]\n",
            "1:21: unknown role `bound-at-first-us`; did you mean `bound-at-first-use`? the entry is ignored",
        ),
        (
            "\"mycache.a\" = { role = [] }\n\"mycache.b\" = 1\n",
            "1:17: unknown key `role` in `mycache.a`; did you mean `roles`? the entry is ignored, and 1 more",
        ),
        ("\"mycache.Client\" = \n", "1:20: invalid TOML: "),
        (
            "\"asyncio.run\" = [\"bound-at-first-use\"]\n",
            "1:1: `asyncio.run` is not a name of `mycache`; the entry is ignored",
        ),
    ];
    for (text, expected) in cases {
        let place = project("");
        place.write_library(text);
        let checked = place.check(&[]);
        assert_eq!(checked.status, Some(0), "{}", checked.notes);
        let expected = format!("note: {file}:{expected}");
        assert!(checked.notes.contains(&expected), "{expected}\n{}", checked.notes);
    }
}

#[test]
fn the_right_entries_of_a_wrong_file_count() {
    let place = project("");
    place.write_library(&format!("\"mycache.other\" = 1\n{LIBRARY}"));
    assert!(place.finds());
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let place = project("");
    place.write_library(&format!("{LIBRARY}# {}\n", "x".repeat(1 << 20)));
    let checked = place.check(&[]);
    assert!(!checked.findings.contains(FINDING));
    assert!(
        checked.notes.contains("loopmend-library.toml` is not read: it is too large"),
        "{}",
        checked.notes
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_package_is_not_followed() {
    let place = project("");
    place.write("elsewhere/library.toml", LIBRARY);
    let link = place.project().join(INSTALLED).join("loopmend-library.toml");
    std::os::unix::fs::symlink(place.project().join("elsewhere/library.toml"), link).unwrap();
    let checked = place.check(&[]);
    assert!(!checked.findings.contains(FINDING));
    assert!(checked.notes.contains("is not read: a link leads out of the package"), "{}", checked.notes);
}

#[test]
fn what_starts_a_loop_and_where_functions_run_can_be_added() {
    let app = "\
import asyncio

import myqueue


@myqueue.job
def daily():
    asyncio.run(work())


async def work():
    myqueue.serve()
";
    let settings = "[tool.loopmend.libraries]\n\
                    \"myqueue.serve\" = { loop = \"serve\" }\n\
                    \"myqueue.job\" = { runs-in = \"worker\" }\n";
    for (settings, is_known) in [("", false), (settings, true)] {
        let place = Place::new(&[("app.py", app), ("pyproject.toml", settings)]);
        let findings = place.check(&[]).findings;
        assert_eq!(findings.contains("app.py:12:5: LM202"), is_known, "{findings}");
        let places = String::from_utf8(place.command(&["inventory"]).output().unwrap().stdout).unwrap();
        assert_eq!(places.contains("task worker"), is_known, "{places}");
    }
}

#[test]
fn wrong_settings_end_the_run() {
    let place = project("[tool.loopmend.libraries]\n\"mycache.Client\" = [\"bound-at-first-us\"]\n");
    let checked = place.check(&[]);
    assert_eq!(checked.status, Some(2));
    let expected =
        "pyproject.toml:2:21: unknown role `bound-at-first-us`; did you mean `bound-at-first-use`?";
    assert!(checked.notes.contains(expected), "{}", checked.notes);
}

#[test]
fn the_settings_are_shown() {
    let place = project(SETTINGS);
    place.write_library(LIBRARY);
    let shown: serde_json::Value = serde_json::from_str(&place.check(&["--show-settings"]).findings).unwrap();
    assert_eq!(shown["libraries"]["mycache.Client"]["closed-by"], serde_json::json!(["close"]));
    assert_eq!(shown["library-files"], serde_json::json!([format!("{INSTALLED}/loopmend-library.toml")]));
}

#[test]
fn a_call_that_starts_a_loop_is_found_in_async_code() {
    let place = project("[tool.loopmend.libraries]\n\"mycache.go\" = { loop = \"start\" }\n");
    place.write(
        "app.py",
        "import mycache\n\n\nasync def direct():\n    mycache.go()\n\n\ndef plain():\n    mycache.go()\n",
    );
    let checked = place.check(&[]);
    assert!(checked.findings.contains("app.py:5:5: LM202"), "{}", checked.findings);
    assert!(!checked.findings.contains("app.py:9"), "{}", checked.findings);
}
