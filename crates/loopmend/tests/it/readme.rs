//! What the README and the user pages say can be done. What they show is run by `documentation.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const README: &str = include_str!("../../../../README.md");
const CONFIGURATION: &str = include_str!("../../../../docs/configuration.md");
const COMMAND_LINE: &str = include_str!("../../../../docs/command-line.md");
const CI: &str = include_str!("../../../../docs/ci.md");

/// Long options of other programs that the pages name.
const OF_OTHER_PROGRAMS: [&str; 13] = [
    "--continue-on-collection-errors",
    "--lf",
    "--no-cov",
    "--release",
    "--locked",
    "--path",
    "--loopmend",
    "--loopmend-facts",
    "--loopmend-memory",
    "--strict-markers",
    "--forked",
    "--junitxml",
    "--junit-xml",
];

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

/// The commands that `loopmend --help` lists.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let list = help.split_once("\nCommands:\n").expect("the commands are listed").1;
    let lines = list.split_once("\n\n").expect("the list ends").0.lines();
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    names.filter(|name| !name.is_empty() && *name != "help").map(str::to_owned).collect()
}

/// The words that look like a long option.
fn options(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !(c.is_ascii_lowercase() || c == '-'));
    words.filter(|word| word.starts_with("--") && word.len() > 2 && !word.contains("---")).collect()
}

/// The text of a section, from its heading to the next one of the same level.
fn section(page: &'static str, title: &str) -> &'static str {
    let rest = page.split_once(&format!("\n## {title}\n")).expect("the section is there").1;
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// The first block of a language.
fn block(text: &'static str, language: &str) -> &'static str {
    let rest = text.split_once(&format!("\n```{language}\n")).expect("the block is there").1;
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn the_readme_is_short_and_names_what_a_fresh_checkout_needs() {
    assert!(README.lines().count() <= 90, "{} lines", README.lines().count());
    let commands = block(README, "console");
    assert_eq!(commands, "$ cargo run --release -- check examples/feedreader\n$ cargo test\n");
}

#[test]
fn the_readme_names_the_commands() {
    let section = section(README, "Commands");
    let unnamed: Vec<String> = commands()
        .into_iter()
        .filter(|name| {
            !section.contains(&format!("`{name}`")) && !COMMAND_LINE.contains(&format!("`{name}`"))
        })
        .collect();
    assert!(unnamed.is_empty(), "neither the README nor docs/command-line.md names {unnamed:?}");
}

#[test]
fn the_pages_name_only_options_that_there_are() {
    let mut helps = printed(&["--help"]);
    for command in commands() {
        helps += &printed(&["help", &command]);
    }
    let known = options(&helps);
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let mut texts = vec![("README.md".to_owned(), README.to_owned())];
    for entry in fs::read_dir(pages).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") {
            texts.push((name, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    for (name, text) in &texts {
        // Only what is code: `--` stands between words elsewhere. Lines of other programs are theirs.
        let lines = text.lines().filter(|line| line.contains("loopmend") || line.starts_with("| `--"));
        for option in lines.flat_map(options) {
            let is_known = known.contains(option) || OF_OTHER_PROGRAMS.contains(&option);
            assert!(is_known, "{name}: there is no option `{option}`");
        }
    }
}

#[test]
fn the_configuration_of_the_readme_counts() {
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("pyproject.toml"), block(README, "toml")).unwrap();
    let output = run(project.path(), &["check", "--show-settings", "--no-cache"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let settings = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(settings.contains("\"discarded-task\": \"warn\""), "{settings}");
}

#[test]
fn the_page_names_all_keys_of_the_configuration() {
    let schema: Value = serde_json::from_str(&printed(&["schema"])).unwrap();
    let keys = schema["properties"].as_object().expect("keys").keys();
    let unnamed: Vec<&String> = keys.filter(|key| !CONFIGURATION.contains(&format!("`{key}`"))).collect();
    assert!(unnamed.is_empty(), "docs/configuration.md does not name {unnamed:?}");
}

#[test]
fn the_baseline_is_used_as_the_page_says() {
    let project = tempfile::tempdir().unwrap();
    fs::write(project.path().join("app.py"), "async def save(): ...\nasync def main():\n    save()\n")
        .unwrap();
    let commands = block(section(CI, "An old project"), "console").lines();
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
    let help = printed(&["check", "--help"]) + &printed(&["fix", "--help"]);
    let table = section(COMMAND_LINE, "Exit codes");
    let codes: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next()).collect();
    let codes: Vec<&str> = codes.into_iter().filter(|code| code.parse::<u8>().is_ok()).collect();
    assert_eq!(codes, ["0", "1", "2", "3", "70", "130"]);
    for code in codes {
        let line = format!("{code:>5}  ");
        assert!(help.contains(&line), "{code} is not in the help:\n{help}");
    }
}
