//! Findings of one cause or decision are one finding, which lists all places.

use std::fs;

use serde_json::Value;

use crate::support::place::Place;

const PROJECT: (&str, &str) = ("pyproject.toml", "[project]\nname = \"x\"\nversion = \"0\"\n");

const QUERIES: &str = "\
from sqlalchemy import text
from sqlalchemy.orm import Session


def users(session: Session):
    return session.execute(text('users'))


def orders(session: Session):
    return session.execute(text('orders'))
";

const API: &str = "\
from queries import orders, users
from sqlalchemy.orm import Session


async def handler(session: Session):
    users(session)
    orders(session)
    session.commit()


async def report(session: Session):
    users(session)
";

const HELPER: &str = "\
import subprocess


def branch():
    return subprocess.check_output(['git', 'branch'])
";

fn caller(name: &str) -> String {
    format!("from helper import branch\n\n\nasync def {name}():\n    branch()\n")
}

/// A project with one synchronous session, which queries in two files use.
fn session() -> Place {
    Place::new(&[PROJECT, ("queries.py", QUERIES), ("api.py", API)])
}

/// A project with one blocking function, which three files call.
fn wrapper() -> Place {
    let place = Place::new(&[PROJECT, ("helper.py", HELPER)]);
    for name in ["a", "b", "c"] {
        place.write(&format!("{name}.py"), &caller(name));
    }
    place
}

/// A project in which the same asynchronous generators are never closed.
fn habit(files: usize) -> Place {
    let place = Place::new(&[PROJECT]);
    for number in 0..files {
        place.write(
            &format!("m{number}.py"),
            "async def pages():\n    yield 1\n\n\nasync def query():\n    agen = pages()\n    try:\n        async for page in agen:\n            \
             print(page)\n    finally:\n        agen.aclose()\n",
        );
    }
    place
}

impl Place {
    fn output(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn concise(&self, arguments: &[&str]) -> Vec<String> {
        let all = [["check", "--quiet", "--output-format", "concise"].as_slice(), arguments].concat();
        self.output(&all).lines().map(str::to_owned).collect()
    }

    fn found(&self, arguments: &[&str]) -> Vec<Value> {
        let all = [["check", "--quiet", "--output-format", "json"].as_slice(), arguments].concat();
        serde_json::from_str(&self.output(&all)).unwrap()
    }
}

/// The role, file and line of each place of a finding.
fn places(finding: &Value) -> Vec<String> {
    let shown = |place: &Value| {
        format!("{} {}:{}", place["role"].as_str().unwrap(), place["path"].as_str().unwrap(), place["line"])
    };
    finding["places"].as_array().map(|all| all.iter().map(shown).collect()).unwrap_or_default()
}

#[test]
fn the_calls_of_one_session_are_one_finding() {
    let place = session();
    let joined = "api.py:8:5: LM501 [warn] `sqlalchemy.orm.Session` blocks the event loop at 3 calls: 2 async functions reach them";
    assert_eq!(place.concise(&[]), [joined]);
    let found = place.found(&[]);
    assert_eq!(
        places(&found[0]),
        [
            "same api.py:8",
            "same queries.py:6",
            "caller api.py:6",
            "caller api.py:12",
            "same queries.py:10",
            "caller api.py:7"
        ]
    );
    let apart = place.concise(&["--no-join"]);
    let lines: Vec<&str> = apart.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(lines, ["api.py:6:5", "api.py:7:5", "api.py:8:5", "api.py:12:5"]);
    assert!(place.found(&["--no-join"]).iter().all(|finding| places(finding).is_empty()));
}

#[test]
fn other_clients_are_other_decisions() {
    let place = session();
    place.write(
        "cache.py",
        "import httpx\nimport requests\n\n\nasync def read(client: httpx.Client):\n    client.get('a')\n    requests.get('http://a')\n    \
         requests.get('http://b')\n",
    );
    let lines = place.concise(&[]);
    assert_eq!(lines.len(), 4, "{lines:?}");
}

#[test]
fn a_habit_is_one_finding_from_three_calls_on() {
    assert_eq!(habit(2).concise(&[]).len(), 2);
    let place = habit(4);
    let joined = "m0.py:11:9: LM101 [warn] `agen.aclose(...)` is probably missing an `await` at 4 calls";
    assert_eq!(place.concise(&[]), [joined]);
    assert_eq!(place.concise(&["--no-join"]).len(), 4);
    let found = place.found(&[]);
    assert_eq!(found[0]["fix"]["elsewhere"].as_array().unwrap().len(), 3);
    let summary = place.output(&["check"]);
    assert!(summary.contains("4 fixes available"), "{summary}");
    assert!(
        summary.contains("1 more place is like this") && summary.contains("at 1 more place"),
        "{summary}"
    );
}

#[test]
fn calls_of_functions_of_the_project_are_no_habit() {
    let bug = "from save import save\n\n\nasync def main():\n    save()\n    save()\n    save()\n";
    let place = Place::new(&[PROJECT, ("save.py", "async def save(): ...\n"), ("main.py", bug)]);
    assert_eq!(place.concise(&[]).len(), 3);
}

#[test]
fn a_lock_that_several_functions_hold_is_one_finding() {
    let method = |name: &str| {
        format!(
            "    async def {name}(self):\n        with self.lock:\n            await asyncio.sleep(1)\n\n"
        )
    };
    let class = |name: &str, methods: &[&str]| {
        let methods: String = methods.iter().map(|name| method(name)).collect();
        format!("class {name}:\n    def __init__(self):\n        self.lock = threading.Lock()\n\n{methods}\n")
    };
    let text =
        format!("import asyncio\nimport threading\n\n\n{}{}", class("A", &["a", "b"]), class("B", &["c"]));
    let place = Place::new(&[PROJECT, ("locks.py", &text)]);
    let lines = place.concise(&[]);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].contains("thread lock `self.lock` is held at 2 places across an `await`"), "{lines:?}");
    assert_eq!(place.concise(&["--no-join"]).len(), 3);
}

#[test]
fn loops_over_one_changing_container_are_one_finding() {
    let method = |name: &str| {
        format!(
            "    async def {name}(self):\n        for client in self.clients:\n            await client.{name}()\n\n"
        )
    };
    let text = format!(
        "class Hub:\n    def __init__(self):\n        self.clients = set()\n\n    def leave(self, client):\n        self.clients.discard(client)\n\n{}{}",
        method("start"),
        method("stop")
    );
    let uses = "async def main(hub):\n    await hub.start()\n    await hub.stop()\n    hub.leave(1)\n";
    let place = Place::new(&[PROJECT, ("hub.py", &format!("{text}{uses}"))]);
    let lines = place.concise(&["--strict"]);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("2 loops over `self.clients` raise RuntimeError if `leave`"), "{lines:?}");
    assert_eq!(place.concise(&["--strict", "--no-join"]).len(), 2);
}

#[test]
fn the_tests_of_a_class_with_the_wrong_base_are_one_finding() {
    let test = |name: &str| format!("    async def {name}(self):\n        assert False\n\n");
    let class =
        |name: &str| format!("class {name}(unittest.TestCase):\n{}{}\n", test("test_a"), test("test_b"));
    let text = format!("import unittest\n\n\n{}{}", class("A"), class("B"));
    let place = Place::new(&[PROJECT, ("test_a.py", &text)]);
    let found = place.found(&[]);
    let messages: Vec<_> = found.iter().map(|one| one["message"].as_str().unwrap()).collect();
    let message =
        |class: &str| format!("2 async tests of `{class}` always pass: a plain `TestCase` never awaits them");
    assert_eq!(messages, [message("A"), message("B")]);
    assert_eq!(found[0]["fix"]["edits"].as_array().unwrap().len(), 1);
    assert_eq!(place.concise(&["--no-join"]).len(), 4);
}

#[test]
fn a_comment_removes_its_place_alone() {
    let place = session();
    place.write("api.py", &API.replace("session.commit()", "session.commit()  # loopmend: ignore[LM501]"));
    let found = place.found(&[]);
    assert_eq!(found.len(), 1);
    assert!(!places(&found[0]).contains(&"same api.py:8".to_owned()), "{found:?}");
    assert!(found[0]["message"].as_str().unwrap().contains("at 2 calls"), "{found:?}");
    place.write("queries.py", &QUERIES.replace("('orders'))", "('orders'))  # noqa: ASYNC210"));
    let found = place.found(&[]);
    assert_eq!(found.len(), 1);
    assert_eq!(places(&found[0]), ["caller api.py:6", "caller api.py:12"]);
    assert_eq!(place.concise(&["--no-join"]).len(), 2);
}

#[test]
fn a_finding_is_shown_for_each_file_that_has_one_of_its_places() {
    let place = session();
    place.write("apart.py", "x = 1\n");
    assert!(place.concise(&["apart.py"]).is_empty());
    let whole = place.found(&[]);
    let found = place.found(&["queries.py"]);
    assert_eq!((found.len(), &found[0]["path"], &found[0]["line"]), (1, &"queries.py".into(), &6.into()));
    assert_eq!((&found[0]["message"], &found[0]["places"]), (&whole[0]["message"], &whole[0]["places"]));
    assert_eq!(found[0]["notes"][0]["place"]["path"], "api.py");

    let place = wrapper();
    let whole = place.found(&[]);
    assert_eq!(places(&whole[0]), ["caller a.py:5", "caller b.py:5", "caller c.py:5"]);
    let found = place.found(&["b.py"]);
    assert_eq!((found.len(), &found[0]["path"], &found[0]["line"]), (1, &"b.py".into(), &5.into()));
    assert_eq!(found[0]["places"], whole[0]["places"]);
    assert_eq!(
        (&found[0]["notes"][0]["message"], &found[0]["notes"][0]["place"]["path"]),
        (&whole[0]["message"], &"helper.py".into())
    );
    assert_eq!(place.concise(&["--no-join", "b.py"]).len(), 1);
}

#[test]
fn sarif_relates_a_finding_to_all_places() {
    for (place, expected) in [(session(), 6), (wrapper(), 3), (habit(5), 5)] {
        let log: Value = serde_json::from_str(&place.output(&["check", "--output-format", "sarif"])).unwrap();
        let result = &log["runs"][0]["results"][0];
        let at = |location: &Value| {
            let physical = &location["physicalLocation"];
            (physical["artifactLocation"]["uri"].to_string(), physical["region"]["startLine"].as_u64())
        };
        let related = result["relatedLocations"].as_array().unwrap().iter();
        let all: std::collections::BTreeSet<_> =
            related.chain(result["locations"].as_array().unwrap()).map(at).collect();
        let found = place.found(&[]);
        let place_of = |place: &Value| (place["path"].to_string(), place["line"].as_u64());
        let listed: Vec<_> = found[0]["places"].as_array().unwrap().iter().map(place_of).collect();
        assert_eq!(listed.len(), expected);
        assert!(listed.iter().all(|place| all.contains(place)), "{listed:?} {all:?}");
    }
}

#[test]
fn a_baseline_holds_as_long_as_one_place_does() {
    let place = session();
    place.output(&["check", "--write-baseline", "known.json"]);
    let with_baseline = ["--baseline", "known.json"];
    assert!(place.concise(&with_baseline).is_empty());
    assert!(place.concise(&["--baseline", "known.json", "--no-join"]).is_empty());
    // The first place is gone, and there is another one.
    place.write("api.py", &API.replace("session.commit()", "session.flush()"));
    assert!(place.concise(&with_baseline).is_empty());
    // All places are new ones.
    place.write("api.py", "from sqlalchemy.orm import Session\n\n\nasync def other(session: Session):\n    session.flush()\n    session.commit()\n");
    assert_eq!(place.concise(&with_baseline).len(), 1);

    let place = wrapper();
    place.output(&["check", "--write-baseline", "known.json"]);
    place.write("helper.py", &HELPER.replace("check_output", "check_call"));
    assert!(place.concise(&with_baseline).is_empty(), "its callers are the same");
    let other = format!("{HELPER}\n\ndef other():\n    subprocess.run(['ls'])\n");
    place.write("helper.py", &other);
    place.write(
        "a.py",
        &caller("a")
            .replace("import branch", "import branch, other")
            .replace("    branch()", "    branch()\n    other()"),
    );
    assert_eq!(place.concise(&with_baseline).len(), 1, "another call leads to another mistake");
}

#[test]
fn baselines_without_joining_still_work() {
    let place = session();
    let entry = |path: &str, symbol: &str, text: &str| {
        format!(
            "    {{\"path\":\"{path}\",\"rule\":\"blocking-call-in-async\",\"symbol\":\"{symbol}\",\"text\":\"{text}\",\"count\":1}}"
        )
    };
    let entries = [
        entry("api.py", "handler", "session.commit()"),
        entry("queries.py", "orders", "return session.execute(text('orders'))"),
        entry("queries.py", "users", "return session.execute(text('users'))"),
    ];
    let write = |entries: &[String]| {
        place.write(
            "known.json",
            &format!("{{\n  \"version\": 1,\n  \"findings\": [\n{}\n  ]\n}}\n", entries.join(",\n")),
        );
    };
    write(&entries);
    let summary = place.output(&["check", "--baseline", "known.json"]);
    assert_eq!(summary, "All checks passed: 2 files.\nThe baseline hides 1 finding.\n");
    write(&entries[1..2]);
    assert!(place.concise(&["--baseline", "known.json"]).is_empty());
    place.output(&["check", "--no-join", "--write-baseline", "each.json"]);
    let summary = place.output(&["check", "--baseline", "each.json"]);
    assert_eq!(summary, "All checks passed: 2 files.\nThe baseline hides 1 finding.\n");
}

#[test]
fn a_fix_takes_the_edits_of_each_place() {
    let place = habit(3);
    place.output(&["fix", "--unsafe", "--likely", "--allow-dirty", "m1.py"]);
    let text = |name: &str| fs::read_to_string(place.project().join(name)).unwrap();
    assert!(text("m1.py").contains("await agen.aclose()") && !text("m0.py").contains("await agen"));
    place.output(&["fix", "--unsafe", "--likely", "--allow-dirty"]);
    assert!(text("m0.py").contains("await agen.aclose()") && text("m2.py").contains("await agen.aclose()"));
    assert!(place.concise(&[]).is_empty());
}

#[test]
fn threads_order_and_cache_do_not_change_a_joined_finding() {
    let place = session();
    for number in 0..20 {
        place.write(&format!("more/m{number}.py"), API);
    }
    let whole = place.output(&["check", "--no-cache", "--jobs", "1", "--output-format", "json"]);
    for options in [["--jobs", "8"], ["--jobs", "2"], ["--jobs", "1"]] {
        let all = [["check", "--output-format", "json"].as_slice(), &options].concat();
        assert_eq!(place.output(&all), whole, "{options:?}");
    }
    place.write("more/m3.py", "");
    let changed = place.output(&["check", "--output-format", "json"]);
    assert_ne!(changed, whole);
    assert_eq!(place.output(&["check", "--no-cache", "--output-format", "json"]), changed);
}

const PATCH: &str = "import nest_asyncio\n\nnest_asyncio.apply()\n";

/// Returns the findings of a project with a loop patch and this module.
fn notes_of_patch(module: &str) -> String {
    let place = Place::new(&[PROJECT, ("patch.py", PATCH), ("loader.py", module)]);
    place.output(&["check", "--no-cache"])
}

#[test]
fn a_callback_that_starts_a_loop_may_need_the_patch() {
    let import = "import asyncio\nimport patch\n\n\nasync def load(): ...\n\n\n";
    let special = "class Loader:\n    def __call__(self):\n        return asyncio.run(load())\n";
    let closure = "def wrap():\n    def call():\n        return asyncio.run(load())\n    return call\n";
    let plain = "def call():\n    return asyncio.run(load())\n";
    for (module, name) in [(special, "Loader.__call__"), (closure, "wrap.call")] {
        let notes = notes_of_patch(&format!("{import}{module}"));
        assert!(notes.contains(&format!("`{name}` needs the patch if a running loop calls it")), "{notes}");
        assert!(!notes.contains("found no call"), "{notes}");
    }
    let notes = notes_of_patch(&format!("{import}{plain}"));
    assert!(notes.contains("no call of the project needs the patch; libraries were not checked"), "{notes}");
}

#[test]
fn requests_for_a_removed_fixture_are_one_finding() {
    let place = Place::new(&[
        ("pyproject.toml", "[project]\nname = \"x\"\nversion = \"0\"\ndependencies = ['pytest-asyncio']\n"),
        ("test_a.py", "def test_a(event_loop):\n    event_loop.close()\n"),
        ("test_b.py", "def test_b(event_loop):\n    event_loop.close()\n"),
    ]);
    let joined = "test_a.py:1:1: LM302 [warn] 2 functions request the fixture `event_loop`, which pytest-asyncio 1.0 removed";
    assert_eq!(place.concise(&[]), [joined]);
    assert_eq!(places(&place.found(&[])[0]), ["same test_a.py:1", "same test_b.py:1"]);
    assert_eq!(place.concise(&["--no-join"]).len(), 2);
}
