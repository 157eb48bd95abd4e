//! What a rule reports does not depend on which other rules run: each rule alone, on a revision of its own, reports what it reports
//! among all rules, before any finding is overridden.

mod program;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use loopmend_core::Diagnostic;
use loopmend_mdtest::{Line, Page, Program, Revealed, drawn, page_diagnostics, page_paths};
use loopmend_project::{DiscoverOptions, KnownRule, Project};
use loopmend_rules::{Rule, findings_together, found_otherwise_alone, found_otherwise_apart, rules};
use program::{Loopmend, libraries_for};
use rayon::prelude::*;

/// Reports of each project only what one rule alone finds and all rules do not, and the other way round: of the rule of a page, and of the
/// others that report anything.
struct Alone {
    code: String,
}

impl Program for Alone {
    fn rules(&self) -> Vec<KnownRule> {
        Loopmend.rules()
    }

    fn check(&self, project: &Project) -> Vec<Diagnostic> {
        let libraries = libraries_for(project.python_version());
        let together = findings_together(project, &libraries, &rules().iter().collect::<Vec<_>>());
        let is_asked =
            |rule: &Rule| rule.is_called(&self.code) || together.iter().any(|found| found.rule == rule.name);
        let asked: Vec<&'static Rule> = rules().iter().filter(|rule| is_asked(rule)).collect();
        found_otherwise_alone(project, &libraries, &asked, together)
    }

    fn reveal(&self, project: &Project, lines: &[Line]) -> Vec<Option<Revealed>> {
        Loopmend.reveal(project, lines)
    }
}

fn open(root: &Path) -> Project {
    let options = DiscoverOptions {
        cwd: root.to_owned(),
        isolated: true,
        rules: loopmend_rules::known_rules(),
        ..DiscoverOptions::default()
    };
    Project::discover(&options).expect("the project can be opened")
}

fn listed(different: &[Diagnostic], label: &str) -> String {
    different.iter().fold(String::new(), |mut list, found| {
        let (rule, path, span) = (&found.rule, &found.path, found.span);
        writeln!(list, "{label}: `{rule}` at {path}, {span:?}: {}", found.message)
            .expect("writing to a string");
        list
    })
}

/// Asserts that no half of the rules reports something else. `cargo lab alone` runs each rule of all alone.
fn assert_same(roots: &[PathBuf]) {
    let all: Vec<&'static Rule> = rules().iter().collect();
    let wrong: String = roots
        .iter()
        .map(|root| {
            let project = open(root);
            let libraries = libraries_for(project.python_version());
            let together = findings_together(&project, &libraries, &all);
            let different = found_otherwise_apart(&project, &libraries, &all, &together);
            listed(&different, &root.display().to_string())
        })
        .collect();
    assert!(wrong.is_empty(), "these depend on which other rules run:\n{wrong}");
}

#[test]
fn a_rule_alone_reports_the_same_on_the_pages() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let paths = page_paths(&pages).expect("the pages can be listed");
    let wrong: String = drawn("a rule alone", paths)
        .par_iter()
        .flat_map_iter(|path| {
            let page = Page::read(path).expect("the page can be read");
            let code = page.stem().split('_').next().unwrap_or_default().to_uppercase();
            let tests = page_diagnostics(&page, &Alone { code }).expect("the tests of the page can be run");
            tests.into_iter().map(move |(line, found)| listed(&found, &format!("{}:{line}", page.stem())))
        })
        .collect();
    assert!(wrong.is_empty(), "these depend on which other rules run:\n{wrong}");
}

/// All projects of the repository belong to it, and are read together.
#[test]
fn half_of_the_rules_report_the_same_on_the_projects_of_the_repository() {
    assert_same(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")]);
}

/// A part of the standard library of the `python3` at hand.
#[needs::program("python3")]
#[test]
fn half_of_the_rules_report_the_same_on_the_standard_library() {
    assert_same(&[standard_library().join("asyncio")]);
}

/// Where the `python3` on PATH has it.
fn standard_library() -> PathBuf {
    let question = "import sysconfig; print(sysconfig.get_path('stdlib'))";
    let answer =
        Command::new("python3").args(["-I", "-S", "-c", question]).output().expect("python3 is there");
    PathBuf::from(String::from_utf8(answer.stdout).expect("a path in UTF-8").trim_end())
}
