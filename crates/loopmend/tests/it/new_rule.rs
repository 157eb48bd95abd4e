//! A new rule is exactly one new directory: in a copy of the workspace it is added, nothing else is touched, and
//! every command of the rebuilt binary knows the rule.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const RULE: &str = r#"use loopmend_core::Level;
use loopmend_semantic::Call;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    checks: &[Check::DroppedCall(check_dropped_call)],
    ..RuleSpec::DEFAULT
};

fn check_dropped_call(context: &mut Context, call: &Call) {
    if context.file.slice(call.callee) == "shout" {
        context.report(Report::at_call(context, call, "`shout` is called"));
    }
}
"#;

const PAGE: &str = "# shouting-call (LM198)\n\n## What it does\n\nChecks for calls of `shout`.\n\n\
## Why is this bad?\n\nIt is loud.\n\n## Examples\n\n```python\nshout()  # error\n```\n\n\
```python\nwhisper()\n```\n\n## Fix safety\n\nNo fix.\n\n\
## Limitations\n\n- None.\n\n## References\n\nNone.\n";

const TESTS: &str = "## Tests\n\nwitness none: the name alone is flagged.\n";

/// Copies what differs and removes what is no more, so that the second build of the copy is short.
fn copy_changed(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory of the copy is made");
    for copy in files_below(to) {
        let original = from.join(copy.file_name().expect("it has a name"));
        if original.is_dir() != copy.is_dir() || !original.exists() {
            let removed = if copy.is_dir() { fs::remove_dir_all(&copy) } else { fs::remove_file(&copy) };
            removed.expect("what is no more is removed from the copy");
        }
    }
    for entry in fs::read_dir(from).expect("the workspace can be listed") {
        let entry = entry.expect("the workspace can be listed");
        let name = entry.file_name();
        if matches!(name.to_str(), Some("target" | ".git" | "docs")) {
            continue;
        }
        let (source, copy) = (entry.path(), to.join(&name));
        if source.is_dir() {
            copy_changed(&source, &copy);
        } else if let Ok(content) = fs::read(&source)
            && fs::read(&copy).ok().as_ref() != Some(&content)
        {
            fs::write(&copy, content).expect("a file of the copy is written");
        }
    }
}

fn files_below(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).expect("the rules can be listed");
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the rules can be listed").path()).collect();
    files.sort();
    files
}

fn run(binary: &Path, directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(binary);
    command.current_dir(directory).args(arguments).env_remove("VIRTUAL_ENV");
    command.output().expect("the binary runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn build(workspace: &Path, target: &Path) -> PathBuf {
    let cargo = std::env::var_os("CARGO").expect("cargo runs the tests");
    let mut command = Command::new(cargo);
    command.current_dir(workspace).args(["build", "--quiet", "--offline", "--package", "loopmend"]);
    command.args(["--config", "profile.dev.package.'*'.opt-level=0"]);
    for part in ["flow", "index", "infer", "paths", "semantic", "reports"] {
        command.args(["--config", &format!("profile.dev.package.loopmend_{part}.opt-level=0")]);
    }
    command.env("CARGO_TARGET_DIR", target).env("CARGO_PROFILE_DEV_DEBUG", "0");
    let status = command.status().expect("cargo starts");
    assert!(status.success(), "the copy with the new rule does not build");
    target.join("debug/loopmend")
}

#[test]
fn a_new_rule_is_exactly_one_new_directory() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-rule");
    let copy = place.join("workspace");
    copy_changed(&workspace, &copy);
    let rules = copy.join("crates/loopmend_rules/src/rules");
    let rule = rules.join("lm198_shouting_call");
    fs::create_dir_all(&rule).expect("the rule's directory is made");
    for (file, text) in [("rule.rs", RULE), ("page.md", PAGE), ("tests.md", TESTS)] {
        fs::write(rule.join(file), text).expect("a file of the rule is written");
    }
    let own = files_below(&workspace.join("crates/loopmend_rules/src/rules")).len();
    assert_eq!(files_below(&rules).len(), own + 1);
    let binary = build(&copy, &place.join("target"));

    let project = tempfile::tempdir().expect("a temporary directory");
    let directory = project.path();
    fs::write(directory.join("a.py"), "shout()\n").expect("a file is written");
    let check = |more: &[&str]| run(&binary, directory, &[&["check", "--no-cache"], more].concat());

    let concise = check(&["--output-format", "concise", "-q"]);
    assert_eq!(stdout(&concise), "a.py:1:1: LM198 [error] `shout` is called\n");
    assert_eq!(concise.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&check(&["--output-format", "json"]).stdout).expect("JSON");
    assert_eq!((&found[0]["rule"], &found[0]["code"]), (&"shouting-call".into(), &"LM198".into()));

    let page = run(&binary, directory, &["explain", "shouting-call"]);
    assert!(stdout(&page).contains("It is loud."), "{}", stdout(&page));
    let listed: Value =
        serde_json::from_slice(&run(&binary, directory, &["rules", "--output-format", "json"]).stdout)
            .expect("JSON");
    let names: Vec<&Value> = listed.as_array().expect("a list").iter().map(|rule| &rule["name"]).collect();
    assert!(names.contains(&&"shouting-call".into()), "{names:?}");
    let schema = run(&binary, directory, &["schema"]);
    assert!(stdout(&schema).contains("\"shouting-call\""));

    fs::write(directory.join("loopmend.toml"), "[rules]\nshouting-call = \"warn\"\n").expect("settings");
    let configured = check(&["--output-format", "concise", "-q"]);
    assert_eq!(stdout(&configured), "a.py:1:1: LM198 [warn] `shout` is called\n");
    assert_eq!(configured.status.code(), Some(0));
    fs::write(directory.join("a.py"), "shout()  # loopmend: ignore[shouting-call]\n")
        .expect("a file is written");
    assert_eq!(stdout(&check(&["-q"])), "");
}
