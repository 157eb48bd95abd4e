//! Which test runs on which event loop: a tree for people, an object for programs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use loopmend_semantic::suite::{
    Installed, LoopIdentity, Mode, Outcome, Prediction, Runner, Scope, ScopeSetting, SuiteSettings, Why,
};
use serde::Serialize;

use super::counted;
use crate::style::{FAINT, STRONG, printable};

/// The tests of a run.
pub(crate) struct Suite {
    /// The files that hold tests, in their order.
    pub(crate) files: Vec<SuiteFile>,
}

impl Suite {
    /// The prediction of each test.
    pub(crate) fn predictions(&self) -> impl Iterator<Item = &Prediction> {
        self.files.iter().flat_map(|file| &file.tests).map(|test| &test.prediction)
    }
}

/// The tests of a file.
pub(crate) struct SuiteFile {
    /// The path it is shown under.
    pub(crate) path: String,
    /// Its settings.
    pub(crate) settings: SuiteSettings,
    /// The tests, in source order.
    pub(crate) tests: Vec<SuiteTest>,
}

/// A test.
pub(crate) struct SuiteTest {
    /// The prediction.
    pub(crate) prediction: Prediction,
    /// The names of the fixtures that it uses.
    pub(crate) fixtures: Vec<String>,
    /// The parameters that `parametrize` gives.
    pub(crate) parameters: Vec<String>,
}

#[derive(Serialize)]
struct SuiteJson<'a> {
    files: Vec<FileJson<'a>>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    path: &'a str,
    pytest: Option<String>,
    pytest_asyncio: Option<String>,
    anyio: Option<String>,
    configuration: Option<String>,
    mode: Option<&'static str>,
    tests: Vec<TestJson<'a>>,
}

#[derive(Serialize)]
struct TestJson<'a> {
    id: &'a str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    runner: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "loop")]
    identity: Option<LoopJson<'a>>,
    /// `true` if it sees a fixture `event_loop` of the project and runs on another loop.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ignores_override: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    async_fixtures: Vec<FixtureJson<'a>>,
    fixtures: &'a [String],
    parameters: &'a [String],
}

#[derive(Serialize)]
struct LoopJson<'a> {
    scope: &'static str,
    /// The identifier of the test, class, file or directory; empty for the session.
    owner: &'a str,
    /// `true` if a fixture `event_loop` of the project makes it.
    #[serde(rename = "override")]
    is_of_override: bool,
}

#[derive(Serialize)]
struct FixtureJson<'a> {
    name: &'a str,
    #[serde(rename = "loop")]
    identity: LoopJson<'a>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    before: TestJson<'a>,
    after: TestJson<'a>,
}

/// As one JSON object.
pub(crate) fn loops_json(suite: &Suite) -> String {
    let files = suite.files.iter().map(|file| FileJson {
        path: &file.path,
        pytest: version(&file.settings.pytest),
        pytest_asyncio: version(&file.settings.asyncio),
        anyio: version(&file.settings.anyio),
        configuration: file
            .settings
            .configuration
            .as_ref()
            .map(|found| found.path.to_string_lossy().into_owned()),
        mode: file.settings.mode.map(mode_name),
        tests: file.tests.iter().map(test_json).collect(),
    });
    pretty(&SuiteJson { files: files.collect() })
}

/// The tests that differ, as a JSON list.
pub(crate) fn loops_compared_json(before: &Suite, after: &Suite) -> String {
    let changes: Vec<ChangeJson> = changes(before, after)
        .into_iter()
        .map(|(before, after)| ChangeJson { before: test_json(before), after: test_json(after) })
        .collect();
    pretty(&changes)
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain data with string keys has a JSON form");
    text.push('\n');
    text
}

fn test_json(SuiteTest { prediction: test, fixtures, parameters }: &SuiteTest) -> TestJson<'_> {
    let (runner, identity) = match &test.outcome {
        Outcome::OnLoop { runner, identity, .. } => (Some(*runner), Some(loop_json(identity))),
        Outcome::Plain => (Some(Runner::Pytest), None),
        _ => (None, None),
    };
    TestJson {
        id: &test.node_id,
        outcome: outcome_name(&test.outcome),
        because: why_of_outcome(&test.outcome),
        runner: runner.map(Runner::name),
        identity,
        ignores_override: test.ignores_override,
        async_fixtures: test
            .fixtures
            .iter()
            .map(|(name, identity)| FixtureJson { name, identity: loop_json(identity) })
            .collect(),
        fixtures,
        parameters,
    }
}

fn loop_json(identity: &LoopIdentity) -> LoopJson<'_> {
    LoopJson { scope: identity.scope.name(), owner: &identity.owner, is_of_override: identity.is_of_override }
}

fn version(installed: &Installed) -> Option<String> {
    installed.version().map(ToString::to_string)
}

fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Strict => "strict",
        Mode::Legacy => "legacy",
        Mode::Auto => "auto",
    }
}

/// One word for programs.
pub(super) fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Plain => "plain",
        Outcome::OnLoop { .. } => "on-loop",
        Outcome::NotRun { .. } | Outcome::Yields => "not-run",
        Outcome::NeverAwaited => "never-awaited",
        Outcome::MissingFixture(_) => "missing-fixture",
        Outcome::ScopeMismatch(_) | Outcome::NarrowerFixture { .. } => "scope-mismatch",
        Outcome::RefusedFixture(_) => "refused-fixture",
        Outcome::CollectionError(_) => "collection-error",
        Outcome::SessionDies(_) => "session-dies",
        Outcome::LoopRunning(_) => "loop-running",
        Outcome::WrongArgument(_) => "wrong-argument",
        Outcome::Unknown(_) => "unknown",
    }
}

/// A few words on why a test ends so.
pub(crate) fn why_of_outcome(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Plain | Outcome::NeverAwaited => None,
        Outcome::OnLoop { why_run, why_loop, .. } => Some(reason_of_loop(*why_run, *why_loop)),
        Outcome::NotRun { is_skipped } => Some(
            match is_skipped {
                Some(true) => "no plugin runs it, and pytest skips it",
                Some(false) => "no plugin runs it, and pytest fails it",
                None => "no plugin runs it",
            }
            .to_owned(),
        ),
        Outcome::Yields => Some("it has a `yield`, and pytest skips it".to_owned()),
        Outcome::MissingFixture(name) => Some(format!("there is no fixture `{name}`")),
        Outcome::ScopeMismatch(name) => Some(format!("the fixture `{name}` outlives its event loop")),
        Outcome::NarrowerFixture { asking, asked } => {
            Some(format!("the fixture `{asking}` outlives `{asked}`, which it requests"))
        }
        Outcome::RefusedFixture(name) => {
            Some(format!("nothing runs the async fixture `{name}`, and pytest rejects it"))
        }
        Outcome::CollectionError(words) | Outcome::SessionDies(words) => Some(words.clone()),
        Outcome::LoopRunning(browser) => Some(format!(
            "the event loop of Playwright keeps running after `{browser}`, and no other loop can start"
        )),
        Outcome::WrongArgument(words) | Outcome::Unknown(words) => Some((*words).to_owned()),
    }
}

fn reason_of_loop(why_run: Why, why_loop: Why) -> String {
    let run = match why_run {
        Why::Mark => "marked",
        Why::AutoMode => "mode auto",
        Why::Setting | Why::Override | Why::SetLast | Why::Default => "",
    };
    let identity = match why_loop {
        Why::Mark => "loop scope of the mark",
        Why::Setting => "asyncio_default_test_loop_scope",
        Why::Override => "a fixture of the project",
        Why::SetLast => "the loop that was set last",
        Why::Default | Why::AutoMode => "",
    };
    [run, identity].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// As a tree: file, loop, tests. Colours are in the text.
pub(crate) fn loops_text(suite: &Suite) -> String {
    let mut text = String::new();
    for file in &suite.files {
        write_file(&mut text, file);
    }
    let Totals { tests, files, on_loop, loops, unknown } = totals(suite);
    let _ = writeln!(
        text,
        "{} in {}: {on_loop} on {}, {unknown} unknown",
        counted(tests, "test"),
        counted(files, "file"),
        counted(loops, "event loop"),
    );
    text
}

/// The counts of a suite.
pub(super) struct Totals {
    /// Tests.
    pub(super) tests: usize,
    /// Files with tests.
    pub(super) files: usize,
    /// Tests that run on an event loop.
    pub(super) on_loop: usize,
    /// Event loops that tests run on.
    pub(super) loops: usize,
    /// Tests with an unknown outcome.
    pub(super) unknown: usize,
}

/// Counts the tests of a suite.
pub(super) fn totals(suite: &Suite) -> Totals {
    let loops: BTreeSet<&LoopIdentity> = suite.predictions().filter_map(identity).collect();
    let is_unknown = |test: &&Prediction| matches!(test.outcome, Outcome::Unknown(_));
    Totals {
        tests: suite.predictions().count(),
        files: suite.files.len(),
        on_loop: suite.predictions().filter_map(identity).count(),
        loops: loops.len(),
        unknown: suite.predictions().filter(is_unknown).count(),
    }
}

fn identity(test: &Prediction) -> Option<&LoopIdentity> {
    match &test.outcome {
        Outcome::OnLoop { identity, .. } => Some(identity),
        _ => None,
    }
}

fn write_file(text: &mut String, file: &SuiteFile) {
    let _ = writeln!(
        text,
        "{STRONG}{}{STRONG:#}  {FAINT}{}{FAINT:#}",
        printable(&file.path),
        printable(&settings_words(&file.settings))
    );
    let mut groups: BTreeMap<(u8, String), Vec<&Prediction>> = BTreeMap::new();
    for SuiteTest { prediction, .. } in &file.tests {
        groups.entry(group_of(prediction)).or_default().push(prediction);
    }
    for ((_, heading), tests) in groups {
        let _ = writeln!(text, "  {heading}: {}", counted(tests.len(), "test"));
        for test in tests {
            let name = test.node_id.split_once("::").map_or(test.node_id.as_str(), |(_, name)| name);
            let _ = write!(text, "    {}", printable(name));
            if let Some(words) = why_of_outcome(&test.outcome).filter(|words| !words.is_empty()) {
                let _ = write!(text, "  {FAINT}{words}{FAINT:#}");
            }
            for (fixture, identity) in &test.fixtures {
                let _ = write!(text, "  {FAINT}[{fixture}: {} loop]{FAINT:#}", identity.scope.name());
            }
            text.push('\n');
        }
    }
    text.push('\n');
}

/// The heading that a test stands under, with its place among the headings.
fn group_of(test: &Prediction) -> (u8, String) {
    match &test.outcome {
        Outcome::OnLoop { identity, runner, .. } => {
            let runner = runner.name();
            match identity.scope {
                Scope::Session => (0, format!("the loop of the session ({runner})")),
                Scope::Function => (4, format!("a loop for each test ({runner})")),
                scope => (1, format!("one loop for the {} `{}` ({runner})", scope.name(), identity.owner)),
            }
        }
        Outcome::Plain => (5, "no event loop".to_owned()),
        Outcome::Unknown(_) => (7, "unknown".to_owned()),
        Outcome::NotRun { .. } | Outcome::Yields => (6, "not run".to_owned()),
        Outcome::NeverAwaited => (6, "never awaited: these tests always pass".to_owned()),
        Outcome::MissingFixture(_)
        | Outcome::ScopeMismatch(_)
        | Outcome::NarrowerFixture { .. }
        | Outcome::RefusedFixture(_)
        | Outcome::WrongArgument(_) => (6, "errors".to_owned()),
        Outcome::CollectionError(_) => (6, "cannot be collected".to_owned()),
        Outcome::SessionDies(_) => (6, "pytest ends before them".to_owned()),
        Outcome::LoopRunning(_) => (6, "no event loop can start".to_owned()),
    }
}

/// The settings of a file, in a few words.
pub(crate) fn settings_words(settings: &SuiteSettings) -> String {
    let plugin = match &settings.asyncio {
        Installed::Version(version) if settings.are_locked => format!("pytest-asyncio {version} (locked)"),
        Installed::Version(version) => format!("pytest-asyncio {version}"),
        Installed::Absent => return "without pytest-asyncio".to_owned(),
        Installed::Unknown => "pytest-asyncio unknown".to_owned(),
    };
    let mode = settings.mode.map_or("unknown mode", mode_name);
    let mut words = format!("{plugin}, {mode}");
    for (name, setting) in [("fixture", settings.fixture_loop_scope), ("test", settings.test_loop_scope)] {
        if let ScopeSetting::Scope(scope) = setting {
            let _ = write!(words, ", {name} loop scope {}", scope.name());
        }
    }
    words
}

/// The tests that differ, one a line with what it is before and after. Colours are in the text.
pub(crate) fn loops_compared_text(before: &Suite, after: &Suite) -> String {
    let changes = changes(before, after);
    let mut text = String::new();
    for (before, after) in changes.iter().map(|(before, after)| (&before.prediction, &after.prediction)) {
        let _ = writeln!(text, "{STRONG}{}{STRONG:#}", printable(&before.node_id));
        for (label, test) in [("before", before), ("after ", after)] {
            let words = why_of_outcome(&test.outcome).filter(|words| !words.is_empty());
            let words = words.map(|words| format!("  {FAINT}{words}{FAINT:#}")).unwrap_or_default();
            let _ = writeln!(text, "  {label}  {}{words}", group_of(test).1);
        }
    }
    let tests: usize = before.files.iter().map(|file| file.tests.len()).sum();
    let _ = writeln!(text, "{} of {} would run differently", changes.len(), counted(tests, "test"));
    text
}

/// The tests that differ in what becomes of them, or in the loops of their fixtures.
fn changes<'a>(before: &'a Suite, after: &'a Suite) -> Vec<(&'a SuiteTest, &'a SuiteTest)> {
    let files = before.files.iter().zip(&after.files);
    files.flat_map(|(before, after)| changes_of_file(before, after)).collect()
}

/// The changes of one file.
pub(super) fn changes_of_file<'a>(
    before: &'a SuiteFile,
    after: &'a SuiteFile,
) -> impl Iterator<Item = (&'a SuiteTest, &'a SuiteTest)> {
    let differ = |(before, after): &(&SuiteTest, &SuiteTest)| {
        let (before, after) = (&before.prediction, &after.prediction);
        before.outcome != after.outcome || before.fixtures != after.fixtures
    };
    before.tests.iter().zip(&after.tests).filter(differ)
}
