//! What was seen at the place of a fix, and whether its lines ran.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use loopmend_core::{
    Diagnostic, ImportedFrom, LineIndex, LineKind, LineRun, Place, ProbeException, ProbeFrame, Sighting,
    TestFailure, TestOutcome,
};
use loopmend_project::Project;
use loopmend_rules::{Observation, observe};
use loopmend_runner::Recording;
use loopmend_semantic::Engine;
use loopmend_verify::{Evidence, EvidenceKind, Ran};
use rustc_hash::FxHashSet;

use super::alike::without_chance;
use super::made::{Lines, Made};
use super::suite::Run;
use crate::observed::{is_of_rule, wanted};

/// What one run showed, in the words of the project.
pub(super) struct Shown<'s> {
    project: &'s Project,
    pub(super) run: &'s Run,
    /// What the probe saw that the suite does not allow.
    pub(super) observations: Vec<Observation>,
    /// The files of the project.
    files: FxHashSet<&'s Path>,
}

impl<'s> Shown<'s> {
    /// Reads a run of a project whose texts are as they were in that run.
    pub(super) fn new(project: &'s Project, run: &'s Run) -> Self {
        let engine = Engine::new(project, None);
        let (sightings, _) = wanted(&run.recording);
        let files = project.files().iter().map(|file| file.path.as_path()).collect();
        Self { project, run, files, observations: observe(&engine, &sightings, &[]).found }
    }

    /// The project, as it was in the run.
    pub(super) fn project(&self) -> &'s Project {
        self.project
    }

    /// Collects the evidence for a finding: what the run showed at some lines, and coroutines of a function from which its fix takes the
    /// `async`.
    pub(super) fn evidence(&self, finding: &Diagnostic, made: &Made, lines: &Lines) -> Vec<Evidence> {
        let mut found = BTreeSet::new();
        for observation in &self.observations {
            // A defect of another kind counts where it was made on these very lines.
            let frames = observation.sighting.frames.as_slice();
            let near = if is_of_rule(finding, observation) { frames } else { &frames[..frames.len().min(1)] };
            if self.crosses(near, lines) || self.is_of_plain_function(observation, finding, made, lines) {
                found.insert(Evidence {
                    kind: EvidenceKind::Probe,
                    test: observation.sighting.born.test.clone(),
                    words: observation.diagnostic.message.clone(),
                });
            }
        }
        let name = self.defined_at(lines);
        for failure in &self.run.recording.verification.failures {
            let is_named = name.as_ref().is_some_and(|name| self.names(failure, name));
            if self.crosses(&failure.frames, lines) || is_named {
                found.insert(Evidence {
                    kind: EvidenceKind::Traceback,
                    test: failure.test.clone(),
                    words: exception(failure),
                });
            }
        }
        found.extend(self.of_own_test(finding, lines));
        found.extend(self.of_start(lines));
        found.into_iter().collect()
    }

    /// What pytest printed of a place where no session began: it could not import a `conftest.py`.
    fn of_start(&self, lines: &Lines) -> Option<Evidence> {
        let Run { recording, printed, .. } = self.run;
        let is_there = |line: u32| printed.contains(&format!("{}:{line}:", lines.path));
        if !recording.tests.is_empty() || !lines.range.clone().any(is_there) {
            return None;
        }
        let mut errors = printed.lines().filter_map(|line| line.strip_prefix("E   "));
        let words = errors.next_back().unwrap_or("the suite cannot be collected").trim().to_owned();
        Some(Evidence { kind: EvidenceKind::Traceback, test: String::new(), words })
    }

    /// Returns whether an observation before the change is about a coroutine that a library created, for example in a thread, and whose
    /// function loses its `async` by the fix. Such a coroutine has no frame in the project, so the place of its `def` decides.
    fn is_of_plain_function(
        &self,
        observation: &Observation,
        finding: &Diagnostic,
        made: &Made,
        lines: &Lines,
    ) -> bool {
        let Sighting { frames, defined: Some(defined), what, .. } = &observation.sighting else {
            return false;
        };
        let name = what.rsplit('.').next().unwrap_or(what);
        *lines == made.before
            && !frames.iter().any(|frame| self.contains_frame(frame))
            && makes_plain(&made.diff, name)
            && finding
                .notes
                .iter()
                .filter_map(|note| note.place.as_ref())
                .any(|place| self.is_at(defined, place))
    }

    /// Returns whether a stack frame and a place of a finding are on the same line.
    fn is_at(&self, frame: &ProbeFrame, place: &Place) -> bool {
        let Place::Span { path, span } = place else { return false };
        let file = self.project.absolute(Path::new(path));
        let is_on_line = |text: &str| LineIndex::new(text).line(span.start) == frame.line;
        self.project.display(Path::new(&frame.file)) == *path
            && self.project.read(&file).is_ok_and(|source| is_on_line(&source.text))
    }

    /// Returns whether the file of a frame belongs to the project.
    fn contains_frame(&self, frame: &ProbeFrame) -> bool {
        self.files.contains(Path::new(&frame.file))
    }

    fn crosses(&self, frames: &[ProbeFrame], lines: &Lines) -> bool {
        let is_there = |frame: &ProbeFrame| {
            lines.range.contains(&frame.line) && self.project.display(Path::new(&frame.file)) == lines.path
        };
        frames.iter().any(is_there)
    }

    /// The name of the function whose `def` stands on the lines of a finding, or below decorators on them.
    fn defined_at(&self, lines: &Lines) -> Option<String> {
        let source = self.project.read(&self.project.absolute(Path::new(&lines.path))).ok()?;
        let skipped = (*lines.range.start() as usize).saturating_sub(1);
        for line in source.text.lines().skip(skipped) {
            let line = line.trim_start();
            let rest = line.strip_prefix("async ").unwrap_or(line).trim_start();
            if let Some(rest) = rest.strip_prefix("def ") {
                return rest.split('(').next().map(|name| name.trim().to_owned());
            }
            if !line.starts_with('@') {
                return None;
            }
        }
        None
    }

    /// Whether pytest or a plugin complains of a function, in which nothing ran.
    fn names(&self, failure: &TestFailure, name: &str) -> bool {
        let is_named = |quote: char| failure.exception.words.contains(&format!("{quote}{name}{quote}"));
        ['\'', '"', '`'].into_iter().any(is_named)
            && !failure.frames.iter().any(|frame| self.contains_frame(frame))
    }

    /// The tests that a finding is about, where they did not pass.
    fn of_own_test(&self, finding: &Diagnostic, lines: &Lines) -> Vec<Evidence> {
        let symbol = match self.defined_at(lines) {
            Some(name) if finding.symbol.is_empty() => name,
            Some(name) if finding.symbol.rsplit('.').next() != Some(name.as_str()) => {
                format!("{}.{name}", finding.symbol)
            }
            _ => finding.symbol.clone(),
        };
        let is_own = |test: &str| is_test(test, &finding.path, &symbol);
        let mut found = Vec::new();
        for record in self.run.recording.tests.iter().filter(|record| is_own(&record.test)) {
            let outcome = record.facts.outcome.unwrap_or(TestOutcome::Unfinished);
            if matches!(
                outcome,
                TestOutcome::Skipped | TestOutcome::Failed | TestOutcome::Error | TestOutcome::Unfinished
            ) && !self.fails_in_project(&record.test)
            {
                let failures = &self.run.recording.verification.failures;
                let why = failures.iter().find(|failure| failure.test == record.test).map(exception);
                let why = why.map_or(String::new(), |why| format!(" ({why})"));
                found.push(Evidence {
                    kind: EvidenceKind::Outcome,
                    test: record.test.clone(),
                    words: match outcome {
                        TestOutcome::Unfinished => format!("the test did not end{why}"),
                        _ => format!("the test ended as {}{why}", outcome.name()),
                    },
                });
            }
        }
        found
    }

    /// Whether code of the project raised what a test failed with: then the test ran.
    fn fails_in_project(&self, test: &str) -> bool {
        let failures = self.run.recording.verification.failures.iter().filter(|failure| failure.test == test);
        failures
            .into_iter()
            .any(|failure| failure.frames.first().is_some_and(|frame| self.contains_frame(frame)))
    }
}

/// Returns whether a unified diff takes the `async` from the function of a name.
fn makes_plain(diff: &str, name: &str) -> bool {
    let defines = |sign: char, start: &str| {
        let rest = |line: &str| {
            line.strip_prefix(sign)?.trim_start().strip_prefix(start)?.strip_prefix(name).map(str::to_owned)
        };
        diff.lines().filter_map(rest).any(|rest| rest.trim_start().starts_with(['(', '[']))
    };
    defines('-', "async def ") && defines('+', "def ")
}

/// Whether a node id is that of a function of a file: `tests/test_a.py::TestB::test_c[1]` of `TestB.test_c`.
pub(super) fn is_test(node_id: &str, path: &str, symbol: &str) -> bool {
    let Some((file, name)) = without_parameters(node_id).split_once("::") else { return false };
    let is_file = Path::new(path).ends_with(file) || Path::new(file).ends_with(path);
    is_file && name.replace("::", ".") == symbol
}

/// The node id of a test without what stands in brackets.
pub(super) fn without_parameters(test: &str) -> &str {
    test.split_once('[').map_or(test, |(name, _)| name)
}

/// Returns whether something that was seen at a place is still seen there: words by the same kind of witness that differ at most by chance.
pub(super) fn is_still_seen(before: &[Evidence], now: &[Evidence]) -> bool {
    let alike = |one: &Evidence, other: &Evidence| {
        one.kind == other.kind
            && (one.words == other.words || without_chance(&one.words) == without_chance(&other.words))
    };
    now.iter().any(|now| before.iter().any(|before| alike(before, now)))
}

/// Whether a failure is about an object that any test before may have left: pytest reports it in the test that runs when the garbage
/// collector finds it.
pub(super) fn is_bystander(failure: &TestFailure) -> bool {
    let ProbeException { class, words } = &failure.exception;
    class.starts_with("PytestUn") && class.ends_with("Warning")
        || class.ends_with("ExceptionGroup") && words.contains("unraisable")
}

/// A failure on one line.
pub(super) fn exception(failure: &TestFailure) -> String {
    let class = &failure.exception.class;
    let lines = failure.exception.words.lines();
    // Of a file with a mistake, pytest quotes its own code before the exception.
    let mut quoted =
        lines.clone().filter_map(|line| line.strip_prefix("E   ")).filter(|line| !line.starts_with(' '));
    if let Some(words) = quoted.next_back().filter(|_| class.ends_with("CollectError")) {
        return words.trim().to_owned();
    }
    let words = lines.into_iter().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if words.is_empty() { class.clone() } else { format!("{class}: {}", words.trim()) }
}

/// The lines of a fix in a run.
pub(super) struct LinesOfFix {
    pub(super) ran: Ran,
    /// How many of those that the diff adds can run, and how many did.
    pub(super) counts: (usize, usize),
    /// The first tests that ran them.
    pub(super) tests: BTreeSet<String>,
    /// How many there are.
    pub(super) in_all: usize,
    /// `true` if `tests` has all of them.
    pub(super) has_all_tests: bool,
    /// `true` if lines of a module or class are among them, which run once for all tests.
    pub(super) runs_at_import: bool,
    /// The lines that did not run, file and line.
    pub(super) not_run: Vec<String>,
}

impl LinesOfFix {
    /// The lines of a fix of which no run is known.
    pub(super) fn unknown() -> Self {
        let tests = BTreeSet::new();
        Self {
            ran: Ran::Unknown,
            counts: (0, 0),
            tests,
            in_all: 0,
            has_all_tests: false,
            runs_at_import: true,
            not_run: Vec::new(),
        }
    }

    /// Returns whether one of some tests may have run them.
    pub(super) fn may_run_in(&self, tests: &BTreeSet<String>) -> bool {
        let has_all = self.has_all_tests || self.ran == Ran::No;
        self.runs_at_import || !has_all || !self.tests.is_disjoint(tests)
    }
}

/// Returns whether a test or an import ran a line that a fix removes or changes.
pub(super) fn may_have_effect(made: &Made, project: &Project, before: &Recording, after: &Recording) -> bool {
    let mut lines = lines_in(&made.removed, project, before);
    lines.extend(lines_in(&made.changed, project, after));
    lines.iter().any(|(_, line)| line.ran) || lines_of_fix(made, project, after).ran != Ran::No
}

/// Returns the records of some lines with their files. The paths are as shown.
fn lines_in(
    lines: &BTreeMap<String, BTreeSet<u32>>,
    project: &Project,
    recording: &Recording,
) -> Vec<(String, LineRun)> {
    let places = lines.iter().flat_map(|(shown, lines)| {
        let path = project.absolute(Path::new(shown)).to_string_lossy().into_owned();
        lines.iter().map(move |line| (shown, (path.clone(), *line)))
    });
    let record = |(shown, place): (&String, (String, u32))| {
        Some((shown.clone(), recording.verification.lines.get(&place)?.clone()))
    };
    places.filter_map(record).collect()
}

/// Whether the changed lines of a fix ran.
pub(super) fn lines_of_fix(made: &Made, project: &Project, recording: &Recording) -> LinesOfFix {
    let record = &recording.verification;
    let absolute = |path: &str| project.absolute(Path::new(path)).to_string_lossy().into_owned();
    let mut lines = lines_in(&made.changed, project, recording);
    lines.retain(|(_, line)| line.kind != LineKind::Nothing);
    let runs_at_import = lines.iter().any(|(_, line)| line.kind == LineKind::Module);
    // What a module does when it is imported says nothing of the functions beside it.
    if lines.iter().any(|(_, line)| line.kind >= LineKind::Header) {
        lines.retain(|(_, line)| line.kind >= LineKind::Header);
    }
    let did_run: Vec<&LineRun> = lines.iter().map(|(_, line)| line).filter(|line| line.ran).collect();
    let is_added =
        |path: &String, line: &LineRun| made.added.get(path).is_some_and(|added| added.contains(&line.line));
    let mut shown: Vec<&(String, LineRun)> =
        lines.iter().filter(|(path, line)| is_added(path, line)).collect();
    if shown.is_empty() {
        shown = lines.iter().collect();
    }
    let not_run: Vec<&&(String, LineRun)> = shown.iter().filter(|(_, line)| !line.ran).collect();
    let unknown = made.python.iter().any(|path| record.unknown_lines.contains(&absolute(path)));
    let ran = match (lines.is_empty(), not_run.len() == shown.len()) {
        // What runs while tests are collected says nothing without a test.
        _ if recording.tests.is_empty() && !unknown => Ran::No,
        (false, false) => Ran::Yes,
        _ if unknown => Ran::Unknown,
        (false, true) => Ran::No,
        (true, _) => ran_without_lines(made, project, recording),
    };
    LinesOfFix {
        ran,
        runs_at_import,
        counts: (shown.len(), shown.len() - not_run.len()),
        not_run: not_run.into_iter().map(|(path, line)| format!("{path}:{}", line.line)).collect(),
        // A process that was stopped did not count the tests of a line.
        has_all_tests: !did_run.is_empty()
            && recording.cut_off.is_empty()
            && did_run.iter().all(|line| line.count > 0 && line.tests.len() >= line.count),
        in_all: did_run.iter().map(|line| line.count.max(line.tests.len())).max().unwrap_or_default(),
        tests: did_run.iter().flat_map(|line| line.tests.iter().cloned()).collect(),
    }
}

/// A fix that leaves no line of code ran if its files were imported, and one of settings if any test ran.
fn ran_without_lines(made: &Made, project: &Project, recording: &Recording) -> Ran {
    let imported = &recording.verification.imported;
    let is_imported = |path: &String| {
        let file = project.absolute(Path::new(path));
        let relative = file.strip_prefix(project.root_dir()).unwrap_or(&file).to_string_lossy().into_owned();
        imported.contains(&(relative, ImportedFrom::Copy))
    };
    let did = if made.python.is_empty() {
        !recording.tests.is_empty()
    } else {
        made.python.iter().any(is_imported)
    };
    if did { Ran::Yes } else { Ran::No }
}

/// Why nothing can be said of a fix: a file of it did not come from the copy.
pub(super) fn strange_import(made: &Made, project: &Project, recording: &Recording) -> Option<String> {
    let is_of_fix = |relative: &String| {
        let shown = project.display(&project.root_dir().join(relative));
        made.python.contains(&shown)
    };
    let mut imported = recording.verification.imported.iter();
    let (file, from) = imported.find(|(file, from)| *from != ImportedFrom::Copy && is_of_fix(file))?;
    let tree = match from {
        ImportedFrom::Elsewhere => "another installation of the project",
        ImportedFrom::Original | ImportedFrom::Copy => "the installed project",
    };
    Some(format!("`{file}` was imported from {tree}, not from the copy"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use loopmend_core::{ProbeException, TestFailure};
    use loopmend_verify::{Evidence, EvidenceKind, Ran};

    use super::{LinesOfFix, exception, is_still_seen, is_test, makes_plain};

    #[test]
    fn a_file_that_cannot_be_collected_is_told_by_its_own_exception() {
        let of = |words: &str| {
            exception(&TestFailure {
                test: "tests/test_a.py".to_owned(),
                phase: "collection".to_owned(),
                exception: ProbeException {
                    class: "Collector.CollectError".to_owned(),
                    words: words.to_owned(),
                },
                frames: Vec::new(),
            })
        };
        let quoted = "python.py:528: in importtestmodule\nE     File \"test_a.py\", line 3\nE   SyntaxError: '(' was never closed\n";
        assert_eq!(of(quoted), "SyntaxError: '(' was never closed");
        assert_eq!(of("no such file"), "Collector.CollectError: no such file");
    }

    #[test]
    fn what_is_seen_of_another_object_is_still_seen() {
        let seen = |words: &str| {
            let words = words.to_owned();
            [Evidence { kind: EvidenceKind::Traceback, test: String::new(), words }]
        };
        let of_object =
            |address: &str| seen(&format!("AssertionError: <coroutine object f at {address}> == 1"));
        assert!(is_still_seen(&of_object("0x7f27639d4ba0"), &of_object("0x7f2763aaaaa0")));
        assert!(!is_still_seen(&of_object("0x7f27639d4ba0"), &seen("AssertionError: 2 == 1")));
    }

    #[test]
    fn a_diff_that_takes_the_async_from_a_function_makes_it_plain() {
        let diff = "@@ -1,2 +1,2 @@\n-    async def hit(name):\n+    def hit(name):\n         pass\n";
        assert!(makes_plain(diff, "hit"));
        assert!(!makes_plain(diff, "hi") && !makes_plain(diff, "hits"));
        assert!(!makes_plain("-async def hit():\n+async def hit(now):\n", "hit"));
        assert!(!makes_plain("-    hit()\n+    await hit()\n", "hit"));
    }

    #[test]
    fn lines_may_have_run_in_any_test_unless_all_of_their_tests_are_known() {
        let tests =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<String>>();
        let known = LinesOfFix {
            ran: Ran::Yes,
            tests: tests(&["a"]),
            has_all_tests: true,
            runs_at_import: false,
            ..LinesOfFix::unknown()
        };
        assert!(known.may_run_in(&tests(&["a", "b"])) && !known.may_run_in(&tests(&["b"])));
        assert!(LinesOfFix { has_all_tests: false, ..known }.may_run_in(&tests(&["b"])));
        assert!(LinesOfFix::unknown().may_run_in(&tests(&["b"])));
        let unrun = LinesOfFix { ran: Ran::No, runs_at_import: false, ..LinesOfFix::unknown() };
        assert!(!unrun.may_run_in(&tests(&["b"])));
    }

    #[test]
    fn a_test_is_known_by_its_file_and_name() {
        assert!(is_test("tests/test_a.py::TestB::test_c[x::y]", "tests/test_a.py", "TestB.test_c"));
        assert!(is_test("test_a.py::test_c", "tests/test_a.py", "test_c"));
        assert!(is_test("app/test_a.py::test_c", "test_a.py", "test_c"));
        assert!(!is_test("tests/test_a.py::test_c", "tests/test_a.py", "TestB.test_c"));
        assert!(!is_test("tests/test_b.py::test_c", "tests/test_a.py", "test_c"));
    }
}
