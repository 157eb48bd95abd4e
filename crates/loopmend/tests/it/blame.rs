//! `--blame`: the commits that removed or renamed missing names.

use std::process::Command;

use crate::support::place::Place;

const MODELS: &str = "\
from enum import Enum


class State(Enum):
    OPEN = 1
    DONE = 2


class Change:
    def __init__(self, path):
        self.path = path
        self.code_changed = False


def load(path, timeout=3):
    return Change(path)


LIMIT = 3
";

const TESTS: &str = "\
from models import LIMIT, State, load


def test_load():
    change = load('a', timeout=3)
    assert not change.code_changed
    assert change.invented is State.DONE
";

/// A project whose tests use names that later commits renamed or removed, and one name that never was.
fn project(subject: &str) -> Place {
    let place = Place::new(&[("models.py", MODELS), ("test_models.py", TESTS)]);
    place.git(&["init", "-q"]);
    place.commit("Add models");
    let renamed = MODELS.replace("code_changed", "dirty").replace("timeout=3", "deadline=3");
    place.write("models.py", &renamed);
    place.commit(subject);
    let closed = renamed.replace("DONE", "CLOSED").replace("LIMIT = 3\n", "");
    place.write("models.py", &closed);
    place.commit("Close");
    place.write("models.py", &closed.replace("deadline", "seconds"));
    place
}

impl Place {
    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
        let output = Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(self.project())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_AUTHOR_DATE", "2026-01-31T12:00:00Z")
            .output()
            .expect("git is installed");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", subject]);
    }

    /// The lines of the report on a directory that speak of names, with the names of commits taken out.
    fn blamed(&self, directory: &str) -> Vec<String> {
        let mut command = self.command(&["check", "--blame"]);
        let output = command.current_dir(self.project().join(directory)).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let text = String::from_utf8(output.stdout).unwrap();
        let is_told =
            |line: &&str| ["renamed", "removed", "no commit"].iter().any(|word| line.contains(word));
        let without_commit = |line: &str| match (line.find(" in "), line.find(" (20")) {
            (Some(start), Some(end)) => format!("{}{}", &line[..start], &line[end..]),
            _ => line.to_owned(),
        };
        let lines = text.lines().map(|line| line.trim_start_matches([' ', '=']));
        let lines = lines.filter_map(|line| line.strip_prefix("note: ")).filter(is_told);
        lines.map(without_commit).collect()
    }
}

#[needs::program("git")]
#[test]
fn the_commits_that_took_names_away_are_named() {
    let place = project("Rename the flag");
    assert_eq!(
        place.blamed(""),
        [
            "`LIMIT` was removed (2026-01-31, \"Close\")",
            "`timeout` was renamed to `deadline` (2026-01-31, \"Rename the flag\")",
            "`deadline` was renamed to `seconds` by a change that is not committed",
            "`code_changed` was renamed to `dirty` (2026-01-31, \"Rename the flag\")",
            "`invented` is in no commit of `models.py`; renames of files are not followed",
            "`DONE` was renamed to `CLOSED` (2026-01-31, \"Close\")",
        ]
    );
}

#[needs::program("git")]
#[test]
fn a_rename_in_the_history_becomes_the_fix() {
    let place = project("Rename the flag");
    let output = place.command(&["fix", "--blame", "--unsafe", "--diff"]).output().unwrap();
    let diff = String::from_utf8(output.stdout).unwrap();
    let added: Vec<&str> = diff.lines().filter(|line| line.starts_with("+ ")).collect();
    assert_eq!(
        added,
        [
            "+    change = load('a', seconds=3)",
            "+    assert not change.dirty",
            "+    assert change.invented is State.CLOSED",
        ]
    );
}

#[needs::program("git")]
#[test]
fn subjects_are_escaped_and_cut() {
    let place = project(&format!("\u{1b}[31mred {}", "long ".repeat(30)));
    let told = place.blamed("");
    let renamed = told.iter().find(|line| line.starts_with("`code_changed`")).unwrap();
    assert!(renamed.contains("31mred long") && renamed.ends_with("…\")"), "{renamed}");
    assert!(!renamed.contains('\u{1b}'), "{renamed}");
}

#[needs::program("git")]
#[test]
fn a_shallow_clone_does_not_say_that_a_name_never_was() {
    let origin = project("Rename the flag");
    let place = Place::new(&[]);
    let url = format!("file://{}", origin.project().display());
    place.git(&["clone", "-q", "--depth", "1", &url, "clone"]);
    let told = place.blamed("clone");
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn without_a_repository_the_option_is_an_error() {
    let place = Place::new(&[("app.py", "x = 1\n")]);
    let output = place.command(&["check", "--blame"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("git"), "{text}");
}
