//! The hidden commands that the experiments of `lab` read: one JSON object a line.

use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect;
use serde_json::Value;

const APP: &str = "\
async def save(): ...


async def main(client):
    await save()
    if await client.ready():
        self.one = await client.one()
    return await (client.two)
";

fn printed(directory: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .current_dir(directory)
        .args(arguments)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn project() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("app.py"), APP).unwrap();
    directory
}

#[test]
fn every_await_is_listed_with_what_its_value_is_used_for() {
    let project = project();
    expect![[r#"
        {"path":"app.py","await_start":52,"value_start":58,"value_end":64,"statement_start":52,"statement_end":64,"kind":"statement","is_call":true,"target":[]}
        {"path":"app.py","await_start":72,"value_start":78,"value_end":92,"statement_start":69,"statement_end":92,"kind":"condition","is_call":true,"target":[]}
        {"path":"app.py","await_start":113,"value_start":119,"value_end":131,"statement_start":102,"statement_end":131,"kind":"assignment","is_call":true,"target":["self.one"]}
        {"path":"app.py","await_start":143,"value_start":150,"value_end":160,"statement_start":136,"statement_end":161,"kind":"return","is_call":false,"target":[]}
    "#]]
    .assert_eq(&printed(project.path(), &["debug-awaits", "."]));
}

#[test]
fn findings_that_depend_on_other_rules_are_listed() {
    let project = project();
    fs::write(project.path().join("bug.py"), "async def f(): ...\n\n\nasync def g():\n    f()\n").unwrap();
    assert_eq!(printed(project.path(), &["debug-alone", "."]), "{\"findings\":1}\n");
}

#[test]
fn an_awaited_call_is_listed_with_what_would_be_said_without_its_await() {
    let project = project();
    let text = printed(project.path(), &["debug-recall", ".", "--sites"]);
    expect![[r#"{"path":"app.py","line":5,"column":11,"start":58,"end":64,"await_start":52,"position":"statement","verdict":"certain","by":"definition","why":""}"#]]
        .assert_eq(text.lines().next().unwrap_or_default());
    let sums: Value = serde_json::from_str(&printed(project.path(), &["debug-recall", "."])).unwrap();
    assert_eq!(sums["statements"]["calls"], 1);
    assert_eq!(sums["statements"]["certain"], 1);
}
