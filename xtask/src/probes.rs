//! Scores loopmend on the probe files, `tests/probes`: small programs that each have one bug, or none.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

use crate::loopmend::{Finding, Loopmend};
use crate::tools::Tools;
use crate::{Outcome, workspace};

/// The classes of bugs, and the groups of rules that fit each.
const CLASSES: [(char, &str); 7] =
    [('a', "13"), ('b', "1235"), ('c', "1"), ('d', "23"), ('e', "312"), ('f', "431"), ('g', "52")];

/// The interpreter of the probes' environment.
const PYTHON: &str = ">=3.11";

/// The arguments of `cargo xtask probes`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Score the bugs of these classes only; the clean files always
    #[arg(long = "class", value_name = "LETTERS", default_value = "abcdefg")]
    classes: String,
    /// Say what was missed, what was a false alarm, and what strayed
    #[arg(short, long)]
    verbose: bool,
    /// Only make the environment that the probes need; the test that repairs them runs in it
    #[arg(long)]
    environment: bool,
}

/// A probe file.
#[derive(Clone, Debug, Deserialize)]
struct Probe {
    /// Relative to the directory of the probes.
    file: String,
    /// The class of its bug.
    class: char,
    /// The line of its bug, from 1.
    line: Option<usize>,
    expected: Expected,
    description: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Expected {
    Bug,
    Clean,
}

impl Probe {
    /// A configuration file, whose bug is anywhere in it.
    fn is_configuration(&self) -> bool {
        !self.file.ends_with(".py")
    }

    fn is_on_line(&self, finding: &Finding) -> bool {
        self.is_configuration() || Some(finding.line) == self.line
    }

    fn is_caught_by(&self, finding: &Finding) -> bool {
        let groups = CLASSES.iter().find(|(class, _)| *class == self.class).map_or("", |(_, groups)| groups);
        let group = finding.code.chars().nth(2);
        group.is_some_and(|group| groups.contains(group)) && self.is_on_line(finding)
    }
}

/// How well the findings fit the probes.
#[derive(Debug, Default)]
struct Score {
    /// By class, the bugs caught and all bugs.
    classes: BTreeMap<char, (usize, usize)>,
    /// How many files have no bug.
    clean: usize,
    /// Bugs without a finding of a fitting group on their line.
    missed: Vec<String>,
    /// Files without a bug that have a finding.
    false_alarms: Vec<String>,
    /// Files with a bug that have a finding on another line. Some are right: one bug can show twice.
    strays: Vec<String>,
}

impl Score {
    fn new(probes: &[Probe], findings: &[Finding], classes: &str) -> Self {
        let mut by_file: HashMap<&str, Vec<&Finding>> = HashMap::new();
        for finding in findings {
            by_file.entry(&finding.path).or_default().push(finding);
        }
        let mut score = Self::default();
        for probe in probes {
            let hits = by_file.get(probe.file.as_str()).map_or(&[][..], Vec::as_slice);
            match probe.expected {
                Expected::Clean => score.add_clean(probe, hits),
                Expected::Bug if classes.contains(probe.class) => score.add_bug(probe, hits),
                Expected::Bug => {}
            }
        }
        score
    }

    fn add_clean(&mut self, probe: &Probe, hits: &[&Finding]) {
        self.clean += 1;
        if !hits.is_empty() {
            self.false_alarms.push(described(probe, hits));
        }
    }

    fn add_bug(&mut self, probe: &Probe, hits: &[&Finding]) {
        let (caught, all) = self.classes.entry(probe.class).or_default();
        *all += 1;
        if hits.iter().any(|hit| probe.is_caught_by(hit)) {
            *caught += 1;
        } else {
            self.missed.push(described(probe, hits));
        }
        if hits.iter().any(|hit| !probe.is_on_line(hit)) {
            self.strays.push(described(probe, hits));
        }
    }

    fn total(&self) -> (usize, usize) {
        self.classes.values().fold((0, 0), |(caught, all), (c, a)| (caught + c, all + a))
    }

    /// Passed when every bug is caught, no clean file is flagged, and at most one bug file in ten has a stray.
    fn outcome(&self) -> Outcome {
        let (caught, all) = self.total();
        let is_clean = self.false_alarms.is_empty() && self.strays.len() * 10 <= all;
        Outcome::passed_if(caught == all && is_clean)
    }

    fn print(&self, verbose: bool) {
        for (class, (caught, all)) in &self.classes {
            println!("class {class}: {caught}/{all}");
        }
        if verbose {
            for (kind, lines) in
                [("missed", &self.missed), ("false alarm", &self.false_alarms), ("stray", &self.strays)]
            {
                lines.iter().for_each(|line| println!("{kind} {line}"));
            }
        }
        let (caught, all) = self.total();
        println!(
            "caught {caught}/{all}, false alarms {}/{}, files with strays {}/{all}",
            self.false_alarms.len(),
            self.clean,
            self.strays.len()
        );
    }
}

fn described(probe: &Probe, hits: &[&Finding]) -> String {
    let line = probe.line.map_or_else(String::new, |line| format!(":{line}"));
    let hits: Vec<_> = hits.iter().map(|hit| format!("{}:{} {}", hit.code, hit.line, hit.message)).collect();
    format!("{}{line} ({}) [{}]", probe.file, probe.description, hits.join("; "))
}

/// Runs `cargo xtask probes`.
/// Fails if the probes cannot be read, their environment cannot be made, or loopmend fails on them.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let unknown = arguments.classes.chars().find(|class| CLASSES.iter().all(|(known, _)| known != class));
    anyhow::ensure!(
        unknown.is_none(),
        "there is no class `{}`; there are a to g",
        unknown.unwrap_or_default()
    );
    let directory = workspace::root().join("tests/probes");
    let index = directory.join("index.json");
    let probes: Vec<Probe> =
        serde_json::from_str(&workspace::read(&index)?).with_context(|| format!("in {}", index.display()))?;
    let environment = environment()?;
    if arguments.environment {
        return Ok(Outcome::Passed);
    }
    let findings = Loopmend::build()?.check(&directory, &environment)?;
    let score = Score::new(&probes, &findings, &arguments.classes);
    score.print(arguments.verbose);
    Ok(score.outcome())
}

/// The environment with what the probes import, made once for each `requirements.txt`.
/// Fails if there is no interpreter for it, or a package cannot be installed.
pub(crate) fn environment() -> Result<std::path::PathBuf> {
    let environment = workspace::target().join("probes-venv");
    let requirements = workspace::root().join("tests/probes/requirements.txt");
    let wanted = workspace::read(&requirements)?;
    workspace::once(&environment.join("installed.txt"), &wanted, || {
        let tools = Tools::ready()?;
        tools.make_environment(&environment, PYTHON)?;
        let mut command = tools.uv(["pip", "install", "--python"]);
        command.arg(&environment).arg("--requirements").arg(&requirements);
        workspace::run_captured(&mut command, &[0]).map(drop)
    })?;
    Ok(environment)
}

#[cfg(test)]
mod tests {
    use super::{Expected, Probe, Score};
    use crate::loopmend::Finding;
    use crate::{Outcome, workspace};

    fn probe(file: &str, class: char, line: usize, expected: Expected) -> Probe {
        Probe { file: file.into(), class, line: Some(line), expected, description: "words".into() }
    }

    fn finding(path: &str, line: usize, code: &str) -> Finding {
        Finding { code: code.into(), ..Finding::example(path, "some-rule", (line, 1)) }
    }

    #[test]
    fn a_bug_is_caught_by_a_fitting_group_on_its_line() {
        let probes = [probe("a/x.py", 'a', 3, Expected::Bug)];
        let score = |line, code| Score::new(&probes, &[finding("a/x.py", line, code)], "abcdefg");
        assert_eq!(score(3, "LM101").outcome(), Outcome::Passed);
        assert_eq!(score(3, "LM201").missed.len(), 1);
        let beside = score(4, "LM101");
        assert_eq!((beside.missed.len(), beside.strays.len(), beside.total()), (1, 1, (0, 1)));
    }

    #[test]
    fn the_bug_of_a_configuration_file_is_anywhere_in_it() {
        let probes = [probe("e/x/pytest.ini", 'e', 1, Expected::Bug)];
        let score = Score::new(&probes, &[finding("e/x/pytest.ini", 7, "LM301")], "e");
        assert_eq!((score.outcome(), score.strays.len()), (Outcome::Passed, 0));
    }

    #[test]
    fn any_finding_in_a_clean_file_is_a_false_alarm() {
        let probes = [probe("k/x.py", 'k', 1, Expected::Clean)];
        assert_eq!(Score::new(&probes, &[], "a").outcome(), Outcome::Passed);
        let score = Score::new(&probes, &[finding("k/x.py", 9, "LM501")], "a");
        assert_eq!((score.outcome(), score.false_alarms.len(), score.clean), (Outcome::Failed, 1, 1));
    }

    #[test]
    fn one_stray_in_ten_bug_files_is_accepted() {
        let probes: Vec<_> = (0..10).map(|n| probe(&format!("a/{n}.py"), 'a', 1, Expected::Bug)).collect();
        let mut findings: Vec<_> = (0..10).map(|n| finding(&format!("a/{n}.py"), 1, "LM101")).collect();
        findings.push(finding("a/0.py", 2, "LM101"));
        assert_eq!(Score::new(&probes, &findings, "a").outcome(), Outcome::Passed);
        findings.push(finding("a/1.py", 2, "LM101"));
        assert_eq!(Score::new(&probes, &findings, "a").outcome(), Outcome::Failed);
    }

    #[test]
    fn other_classes_are_left_out() {
        let probes = [probe("a/x.py", 'a', 3, Expected::Bug), probe("b/x.py", 'b', 3, Expected::Bug)];
        assert_eq!(Score::new(&probes, &[], "b").total(), (0, 1));
    }

    #[test]
    fn the_index_names_files_that_are_there() {
        let directory = workspace::root().join("tests/probes");
        let probes: Vec<Probe> =
            serde_json::from_str(&workspace::read(&directory.join("index.json")).unwrap()).unwrap();
        let bugs = probes.iter().filter(|probe| probe.expected == Expected::Bug).count();
        assert_eq!((bugs, probes.len() - bugs), (103, 27));
        let missing: Vec<_> = probes.iter().filter(|probe| !directory.join(&probe.file).exists()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
