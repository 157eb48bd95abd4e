//! The report of `fix --verify` as data. It holds what the run measured; what was not measured is absent.

use std::collections::BTreeMap;

use loopmend_core::Applicability;
use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{TestState, Verdict};

/// The name of the format.
pub const FORMAT: &str = "loopmend-verify";
/// The version of the format.
pub const VERSION: u32 = 1;

/// A change that was tried.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VerifiedRun {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The version of loopmend.
    pub loopmend: String,
    /// The name of the project's directory.
    pub project: String,
    /// The commit that the files were of; absent where git knows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<StartingPoint>,
    /// What was typed.
    pub command: Vec<String>,
    /// The arguments that pytest got.
    pub pytest_arguments: Vec<String>,
    /// The value of `PYTHONHASHSEED`.
    pub hash_seed: String,
    /// Which tests ran, and why.
    pub selection: Selection,
    /// The suite before the change.
    pub before: Side,
    /// The suite after the change.
    pub after: Side,
    /// The fixes, in order.
    pub fixes: Vec<FixReport>,
    /// The tests that differ because of the change, by node id.
    pub tests: Vec<ChangedTest>,
    /// The tests that differ by chance, by node id, with how often each side ran.
    pub flaky: Vec<ChangedTest>,
    /// The node ids that were collected before and are not any more.
    pub lost: Vec<String>,
    /// The node ids that are collected only now.
    pub new: Vec<String>,
    /// The files that the written fixes change.
    pub files: Vec<ChangedFile>,
    /// The line coverage of the packages that the change reaches; absent where nobody asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Vec<PackageCoverage>>,
    /// How pytest is configured, before and after.
    pub configuration: Configuration,
    /// Why tests failed before, or why none ran.
    #[serde(default)]
    pub failing_before: Vec<FailureCause>,
    /// The tests that still fail, by cause.
    pub remaining: Vec<FailureCause>,
    /// The findings that are left.
    pub findings_left: Vec<PlaceLeft>,
    /// What was still seen while the tests ran after the change.
    pub still_seen: Vec<PlaceLeft>,
    /// The files in which imports were removed that nothing uses any more.
    pub unused_imports: Vec<String>,
    /// What the reader should know before relying on this.
    pub risks: Vec<String>,
    /// What to look at by hand.
    pub checklist: Vec<ReviewItem>,
    /// The lines of docstrings and comments, after the change, in functions that written fixes change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stale_words: Vec<String>,
    /// For how long all of it took, and how much of that pytest ran, in seconds.
    pub seconds: (f64, f64),
    /// How many bytes the copy of the project has.
    pub copied_bytes: u64,
    /// The files of the user's tree that changed while the tests ran.
    pub changed_meanwhile: Vec<String>,
    /// What other commands print as JSON of the project after the change, by the names of `--include`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub included: BTreeMap<String, Value>,
    /// The time that the run was allowed; absent where nobody limited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetUse>,
    /// Whether the fixes were written to the user's files.
    pub is_written: bool,
    /// The versions of a migration, if the fixes are its edits.
    #[serde(default)]
    pub migration: Option<MigrationRun>,
}

/// Unsafe fixes of one rule with one title, which a reviewer looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewItem {
    /// The rule, whose page says more.
    pub rule: String,
    /// The title of the fixes.
    pub title: String,
    /// How many there are.
    pub fixes: usize,
    /// Their places, file and line, before the change.
    #[serde(default)]
    pub places: Vec<String>,
    /// What they may change besides the bug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_change: Option<String>,
}

/// The commit from which a change started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StartingPoint {
    /// The beginning of its hash.
    pub commit: String,
    /// How many Python files of the project differed from it before the change.
    pub changed_files: usize,
}

/// The time that a run was allowed, and whether it sufficed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetUse {
    /// The time, in seconds.
    pub seconds: u64,
    /// `true` if the time was over before all runs had ended.
    pub was_over: bool,
    /// How many fixes have no verdict, since the time was over.
    pub without_verdict: usize,
}

/// The JSON schema of a [`VerifiedRun`].
pub fn report_schema() -> Schema {
    schema_for!(VerifiedRun)
}

/// A migration to another version of a plugin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MigrationRun {
    /// The plugin.
    pub package: String,
    /// Its version before.
    pub from: String,
    /// Its version after.
    pub to: String,
    /// The packages that only the side after had, or had in another version, as `name==version`.
    pub packages: Vec<String>,
    /// The command that installed them beside the environment; `LAYER` and `PYTHON` stand for the directory and the interpreter.
    pub command: Option<String>,
    /// How the tests end in the new versions without the edits.
    pub without_edits: Option<Counts>,
}

/// Which tests ran.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Selection {
    /// How many.
    pub tests: usize,
    /// Of how many that the suite would run.
    pub of: usize,
    /// Why these, as a sentence without its full stop.
    pub why: String,
}

/// One run of the suite.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// The version of Python.
    pub python: String,
    /// The version of pytest.
    pub pytest: String,
    /// The plugins with their versions.
    pub plugins: Vec<String>,
    /// How the session ended, where that was not by running to its end.
    pub ending: Option<String>,
    /// All tests.
    pub counts: Counts,
    /// By file.
    pub by_file: BTreeMap<String, Counts>,
    /// By category: unit, integration, end-to-end.
    pub by_category: BTreeMap<String, Counts>,
    /// How often pytest warned, by the class of the warning.
    pub warnings: BTreeMap<String, u64>,
    /// How many defects the probe saw, by rule: one for each place.
    pub seen: BTreeMap<String, usize>,
    /// How long the session took, in seconds.
    pub seconds: f64,
    /// The most memory of one process, in bytes.
    pub peak_memory: Option<u64>,
}

/// The line coverage of a package whose files are changed, or that runs otherwise since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackageCoverage {
    /// The first two levels of its name.
    pub package: String,
    /// Before the change; absent where the run did not end as it should.
    pub before: Option<Covered>,
    /// After it.
    pub after: Option<Covered>,
}

/// How much of some files ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Covered {
    /// How many statements they have.
    pub statements: usize,
    /// How many of those ran.
    pub ran: usize,
}

/// How tests ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// All that were to run.
    pub selected: usize,
    /// They passed.
    pub passed: usize,
    /// They failed while they were called.
    pub failed: usize,
    /// A fixture of them failed, or they did not end.
    pub errors: usize,
    /// They were not called.
    pub skipped: usize,
    /// They failed as expected, or passed and were expected to fail.
    pub expected: usize,
    /// Files that pytest could not collect. Their tests are not among the others.
    #[serde(default)]
    pub uncollected: usize,
}

/// A fix with what the runs say of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FixReport {
    /// The file.
    pub path: String,
    /// The line of its finding, before.
    pub line: u32,
    /// The rule.
    pub rule: String,
    /// The code of the rule.
    pub code: String,
    /// The message of the finding.
    pub message: String,
    /// The reasons that the finding states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The title of the fix.
    pub title: String,
    /// The applicability of the fix.
    #[schemars(with = "String")]
    pub applicability: Applicability,
    /// What it is worth.
    pub verdict: Verdict,
    /// Why, as a sentence without its full stop.
    pub why: String,
    /// What a test has to do to reach the place, where no test proves the fix: `call `Store.save` so that `retry` is true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_prove: Option<String>,
    /// What was seen at its place before.
    pub evidence: Vec<Evidence>,
    /// How many of its changed lines can run, and how many did.
    pub lines: (usize, usize),
    /// The tests that ran changed lines: the first ones.
    pub tests: Vec<String>,
    /// How many there are.
    pub tests_in_all: usize,
    /// The changed lines that did not run, file and line, after the change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines_not_run: Vec<String>,
    /// Code after the change that shows how to write a test as the fix does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The change, as a unified diff.
    pub diff: String,
    /// Whether it was written.
    pub is_written: bool,
    /// The options that would write it, if it was not reverted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_options: Vec<String>,
    /// `true` if it was not written, and its finding is gone with the fixes that were.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_obsolete: bool,
}

/// Something wrong that was seen at the place of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// What saw it.
    pub kind: EvidenceKind,
    /// The node id of the test; empty outside of tests.
    pub test: String,
    /// What was seen, as a sentence without its full stop.
    pub words: String,
}

/// What saw something wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EvidenceKind {
    /// The probe.
    Probe,
    /// The traceback of a failing test crosses the place.
    Traceback,
    /// The outcome of the test that the finding is about.
    Outcome,
    /// Without this fix alone, the test ends as before.
    Ablation,
    /// Without this fix alone, pytest does not collect the test.
    Collection,
}

/// A test that ended in another way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChangedTest {
    /// Its node id.
    pub test: String,
    /// How it ended before.
    pub before: TestState,
    /// How it ended after.
    pub after: TestState,
    /// How often it ran on each side.
    pub runs: (u32, u32),
    /// How many of these runs ended as stated: before the change otherwise than after it, and after the change as in its first run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_stated: Option<(u32, u32)>,
    /// What it is, by what it reaches.
    pub category: Option<String>,
}

/// A file that written fixes change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChangedFile {
    /// The file.
    pub path: String,
    /// Which part of the project it is.
    pub kind: FileKind,
    /// How many lines were added.
    pub added: usize,
    /// How many lines were removed.
    pub removed: usize,
}

/// A part of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// Code that ships.
    Production,
    /// Tests and `conftest.py` files.
    Test,
    /// Settings and requirements.
    Configuration,
}

/// How pytest is configured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Configuration {
    /// Before the change.
    pub before: Vec<Setting>,
    /// After it.
    pub after: Vec<Setting>,
}

/// One setting that decides on which loop tests run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Setting {
    /// What is set.
    pub name: String,
    /// What it is set to.
    pub value: String,
    /// The file and line, or where else it comes from.
    pub place: String,
}

/// A place where something is still wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceLeft {
    /// The file.
    pub path: String,
    /// The line, after the change.
    pub line: u32,
    /// The rule.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// Why there is no fix, or why it was not applied, where that is known.
    pub why: Option<String>,
}

/// Tests that fail, of one cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FailureCause {
    /// The cause, where it is known, else the exception.
    pub cause: String,
    /// The code of the rule whose finding is the cause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What to do, where that is known.
    pub cure: Option<String>,
    /// The innermost place in the project, file and line, of the first test.
    pub place: Option<String>,
    /// The other places of the cause.
    #[serde(default)]
    pub more_places: Vec<String>,
    /// The node ids of the tests, and of files that cannot be collected; none where pytest did not start.
    pub tests: Vec<String>,
}
