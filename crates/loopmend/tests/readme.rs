//! What the README says can be done.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const README: &str = include_str!("../../../README.md");

fn run(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    command.env_remove("VIRTUAL_ENV").env_remove("CONDA_PREFIX");
    command.current_dir(directory).args(arguments).output().expect("the program starts")
}

fn printed(arguments: &[&str]) -> String {
    let output = run(Path::new("."), arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The words that look like a long option.
fn options(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !(c.is_ascii_lowercase() || c == '-'));
    words.filter(|word| word.starts_with("--") && word.len() > 2 && !word.contains("---")).collect()
}

/// The text of a section, from its heading to the next one of the same level.
fn section(title: &str) -> &'static str {
    let rest = README.split_once(&format!("\n## {title}\n")).expect("the section is there").1;
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// The first block of a language.
fn block(text: &'static str, language: &str) -> &'static str {
    let rest = text.split_once(&format!("\n```{language}\n")).expect("the block is there").1;
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn the_quick_start_names_all_options_of_check_and_no_other() {
    let help = printed(&["check", "--help"]);
    let documented = options(section("Quick start"));
    let of_cargo_and_elsewhere = ["--completions", "--locked", "--path"];
    let known: BTreeSet<&str> = options(&help).into_iter().chain(of_cargo_and_elsewhere).collect();
    let unknown: Vec<_> = documented.difference(&known).collect();
    assert!(unknown.is_empty(), "the README names options that there are not: {unknown:?}");
    // `-q` and `-v` stand there by their letters.
    let by_letter = ["--help", "--quiet", "--verbose"];
    let missing: Vec<_> = options(&help)
        .into_iter()
        .filter(|option| !documented.contains(option) && !by_letter.contains(option))
        .collect();
    assert!(missing.is_empty(), "the README does not name {missing:?}");
}

#[test]
fn the_configuration_is_one() {
    let project = tempfile::tempdir().unwrap();
    fs::create_dir_all(project.path().join("src")).unwrap();
    let configuration = block(section("Configuration"), "toml").replace("python = \".venv\"\n", "");
    fs::write(project.path().join("pyproject.toml"), configuration).unwrap();
    let output = run(project.path(), &["check", "--show-settings", "--no-cache"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let settings = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(settings.contains("\"discarded-task\": \"warn\""), "{settings}");
}

#[test]
fn the_baseline_is_used_as_it_says() {
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("app.py"), "async def save(): ...\nasync def main():\n    save()\n")
        .unwrap();
    let commands = block(section("In an old project"), "console").lines();
    let commands: Vec<_> =
        commands.map(|line| line.strip_prefix("$ loopmend ").expect("a command")).collect();
    assert_eq!(commands.len(), 2);
    for command in commands {
        let arguments: Vec<_> = command.split(' ').chain(["--no-cache"]).collect();
        let output = run(project.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{command}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn the_exit_codes_are_those_of_the_help() {
    let help = printed(&["check", "--help"]);
    let table = section("Configuration").split_once("### Exit codes").expect("the section is there").1;
    let table = table.split_once("###").expect("a section follows").0;
    let codes: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()).collect();
    let codes: Vec<&str> = codes.into_iter().filter(|code| code.parse::<u8>().is_ok()).collect();
    assert_eq!(codes, ["0", "1", "2", "70", "130"]);
    for code in codes {
        let line = format!("{code:>5}  ");
        assert!(help.contains(&line), "{code} is not in the help:\n{help}");
    }
}
