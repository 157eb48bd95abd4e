//! `@pytest.mark.loopmend(allow=[...])`: what it means under plain pytest, and names in it that are none of a rule.

use std::fs;
use std::path::Path;
use std::process::Output;

use super::running::{quiet, root, run, says};
use crate::support::environment::python;

const MARKED: &str = "import asyncio

import pytest


@pytest.mark.loopmend(allow=['task-leek', 'LM113', 'busy-wait'])
def test_leak():
    async def main():
        asyncio.create_task(asyncio.sleep(60))

    asyncio.run(main())
";

/// Runs pytest with the plugin that the wheel brings.
fn with_plugin(python: &Path, options: &[&str]) -> Output {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("test_a.py"), MARKED).unwrap();
    let mut command = quiet(python, directory.path());
    command.env("PYTHONPATH", root().join("python")).args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]);
    command.args(["-p", "loopmend.pytest_plugin", "--strict-markers"]).args(options).output().unwrap()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_name_that_is_no_rule_is_said_with_the_nearest_one() {
    let python = python();
    let output = run(&python, &[("test_a.py", MARKED)], &[], &["-q", "--strict-markers"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let marker = "the marker of `test_a.py::test_leak` allows";
    for words in [
        "`task-leek`, which is not a rule of `loopmend test`; did you mean `task-leak`?",
        "`busy-wait`, which is not a rule of `loopmend test`",
    ] {
        assert!(says(&output, &format!("{marker} {words}")), "{words}: {output:?}");
    }
    assert!(!says(&output, "`LM113`") && says(&output, "loopmend saw nothing wrong"), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_plugin_alone_knows_the_marker_its_codes_and_misspelt_names() {
    let python = python();
    let plain = with_plugin(&python, &[]);
    assert!(plain.status.success() && !says(&plain, "which is no rule"), "{plain:?}");
    let asked = with_plugin(&python, &["--loopmend"]);
    assert!(asked.status.success() && says(&asked, "nothing was left behind"), "{asked:?}");
    let words =
        "the marker of test_a.py::test_leak allows `task-leek`, which is no rule; did you mean `task-leak`?";
    assert!(says(&asked, words), "{asked:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_plugin_knows_all_rules_that_tests_are_watched_for() {
    let python = python();
    let refused = run(&python, &[], &["--fail-on", "busy-wait"], &[]);
    let words = String::from_utf8_lossy(&refused.stderr);
    let (_, listed) = words.trim().split_once("its rules are ").unwrap();
    let plugin = fs::read_to_string(root().join("python/loopmend/pytest_plugin.py")).unwrap();
    let missing: Vec<&str> =
        listed.split(", ").filter(|rule| !plugin.contains(&format!("\"{rule}\","))).collect();
    assert_eq!(missing, [] as [&str; 0]);
}
