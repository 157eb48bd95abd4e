//! The tests of a suite by the loop that they share.

use std::collections::BTreeMap;

use loopmend_semantic::suite::{LoopIdentity, Outcome, Prediction, Runner, Scope};

use super::super::loops::{Suite, SuiteFile, SuiteTest};
use super::words::{Tone, why};

/// A part of the page, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// Tests that do not do what they were written for.
    Attention,
    /// Tests that share a loop of this length, or have one each.
    Loops(Length),
    /// Tests without an event loop.
    Plain,
    /// Tests of which it is not known.
    Unknown,
}

/// How long a loop lives, from the longest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Length {
    /// For all tests.
    Session,
    /// For those of a directory.
    Package,
    /// For those of a file.
    Module,
    /// For those of a class.
    Class,
    /// For one.
    Function,
}

impl Length {
    /// The length of a loop. A class loop counts as a test loop if the test is in no class.
    fn of(identity: &LoopIdentity, test: &str) -> Self {
        match identity.scope {
            Scope::Session => Self::Session,
            Scope::Package => Self::Package,
            Scope::Module => Self::Module,
            Scope::Class if identity.owner != test => Self::Class,
            Scope::Class | Scope::Function => Self::Function,
        }
    }

    /// In two words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Session => "session loop",
            Self::Package => "package loop",
            Self::Module => "file loop",
            Self::Class => "class loop",
            Self::Function => "own loop",
        }
    }
}

impl Section {
    /// Every one, in the order of the page.
    pub(super) const ALL: [Self; 8] = [
        Self::Attention,
        Self::Loops(Length::Session),
        Self::Loops(Length::Package),
        Self::Loops(Length::Module),
        Self::Loops(Length::Class),
        Self::Loops(Length::Function),
        Self::Plain,
        Self::Unknown,
    ];

    /// The name it is linked by.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Attention => "attention",
            Self::Loops(Length::Session) => "session",
            Self::Loops(Length::Package) => "packages",
            Self::Loops(Length::Module) => "files",
            Self::Loops(Length::Class) => "classes",
            Self::Loops(Length::Function) => "own",
            Self::Plain => "plain",
            Self::Unknown => "unknown",
        }
    }

    /// The heading.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Attention => "Not run as written",
            Self::Loops(Length::Session) => "One loop for the session",
            Self::Loops(Length::Package) => "A loop for each package",
            Self::Loops(Length::Module) => "A loop for each file",
            Self::Loops(Length::Class) => "A loop for each class",
            Self::Loops(Length::Function) => "A loop for each test",
            Self::Plain => "No event loop",
            Self::Unknown => "Not known",
        }
    }

    /// The meaning for the tests, in a sentence.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Attention => "These tests do not check what they claim to check.",
            Self::Loops(Length::Session) => {
                "All tests here run on one loop: a task that one test leaves running is still there in the next one."
            }
            Self::Loops(Length::Package) => "The tests of a directory share a loop.",
            Self::Loops(Length::Module) => "The tests of a file share a loop.",
            Self::Loops(Length::Class) => "The tests of a class share a loop.",
            Self::Loops(Length::Function) => {
                "Each test here has a loop of its own, which is closed after it."
            }
            Self::Plain => "Plain functions, which pytest calls directly.",
            Self::Unknown => "The tests that loopmend cannot predict, with the reasons.",
        }
    }

    /// `true` if the tests of one group share something that a line can stand for.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::Loops(length) if length != Length::Function)
    }

    /// `true` if each of its groups is called by a name that the section's does not say.
    pub(super) fn has_titles(self) -> bool {
        !matches!(self, Self::Plain | Self::Loops(Length::Session | Length::Function))
    }

    /// `true` if a group is a file or a part of one.
    pub(super) fn is_within_file(self) -> bool {
        matches!(self, Self::Loops(Length::Module | Length::Class))
    }
}

/// The key of a group, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// Where it stands.
    pub(super) section: Section,
    /// How it is coloured.
    pub(super) tone: Tone,
    /// The path or name of what the loop belongs to, what becomes of the tests, or why it is not known.
    pub(super) title: String,
    /// The plugin that runs the tests, and the maker of the loop.
    pub(super) label: Option<&'static str>,
}

impl Key {
    /// The key of the group of a test.
    pub(super) fn of(test: &Prediction) -> Self {
        let (section, title) = match &test.outcome {
            Outcome::OnLoop { runner, identity, .. } => {
                return Self::of_loop(identity, *runner, &test.node_id);
            }
            Outcome::Plain => (Section::Plain, "no event loop"),
            Outcome::Unknown(words) => (Section::Unknown, *words),
            Outcome::NeverAwaited => (Section::Attention, "passed: never awaited"),
            Outcome::NotRun { is_skipped: Some(true) } => (Section::Attention, "skipped: no plugin runs it"),
            Outcome::NotRun { is_skipped: Some(false) } => (Section::Attention, "failed: no plugin runs it"),
            Outcome::NotRun { is_skipped: None } => (Section::Attention, "not run: no plugin runs it"),
            Outcome::Yields => (Section::Attention, "skipped: a `yield` in a test"),
            Outcome::MissingFixture(_) => (Section::Attention, "failed: a fixture is missing"),
            Outcome::ScopeMismatch(_) => (Section::Attention, "failed: a fixture outlives its loop"),
            Outcome::NarrowerFixture { .. } => {
                (Section::Attention, "failed: a fixture outlives one that it requests")
            }
            Outcome::RefusedFixture(_) => (Section::Attention, "failed: nothing runs an async fixture"),
            Outcome::CollectionError(_) => (Section::Attention, "failed: not collected"),
            Outcome::SessionDies(_) => (Section::Attention, "failed: pytest ends before them"),
            Outcome::LoopRunning(_) => (Section::Attention, "failed: another event loop keeps running"),
            Outcome::WrongArgument(_) => (Section::Attention, "failed: a wrong argument"),
        };
        Self { section, tone: Tone::of(&test.outcome), title: title.to_owned(), label: None }
    }

    /// The key of the group of a loop that a test uses.
    fn of_loop(identity: &LoopIdentity, runner: Runner, test: &str) -> Self {
        let length = Length::of(identity, test);
        let title = match length {
            Length::Session | Length::Function => length.name().to_owned(),
            _ if identity.owner.is_empty() => ".".to_owned(),
            _ => identity.owner.clone(),
        };
        let label =
            if identity.is_of_override { "pytest-asyncio, event_loop of the project" } else { runner.name() };
        Self { section: Section::Loops(length), tone: Tone::Runs, title, label: Some(label) }
    }
}

/// The tests of one loop, or with one outcome.
#[derive(Default)]
pub(super) struct Group<'s> {
    /// Their files, in the order of the suite.
    pub(super) files: Vec<FilePart<'s>>,
    /// The async fixtures on the loop, with the number of tests that use each.
    pub(super) fixtures: BTreeMap<&'s str, usize>,
}

impl<'s> Group<'s> {
    /// How many tests it has.
    pub(super) fn tests(&self) -> usize {
        self.files.iter().map(FilePart::tests).sum()
    }

    fn add(&mut self, file: &'s SuiteFile, test: &'s SuiteTest) {
        if self.files.last().is_none_or(|last| last.path != file.path) {
            self.files.push(FilePart { path: &file.path, parts: Vec::new() });
        }
        let parts = &mut self.files.last_mut().expect("one was added").parts;
        let reason = why(&test.prediction.outcome, &file.settings);
        match parts.iter_mut().find(|part| part.why == reason) {
            Some(part) => part.tests.push(test),
            None => parts.push(Part { why: reason, tests: vec![test] }),
        }
    }
}

/// The tests of a group that stand in one file.
pub(super) struct FilePart<'s> {
    /// The path it is shown under.
    pub(super) path: &'s str,
    /// By the reason.
    pub(super) parts: Vec<Part<'s>>,
}

impl FilePart<'_> {
    /// How many tests it has.
    pub(super) fn tests(&self) -> usize {
        self.parts.iter().map(|part| part.tests.len()).sum()
    }
}

/// Tests for which the same reason holds.
pub(super) struct Part<'s> {
    /// The reason; empty where there is nothing to explain.
    pub(super) why: String,
    /// In source order.
    pub(super) tests: Vec<&'s SuiteTest>,
}

/// All groups in the order of the page. A loop that only fixtures run on is one too, unless it is one for each test.
pub(super) fn groups(suite: &Suite) -> BTreeMap<Key, Group<'_>> {
    let mut groups: BTreeMap<Key, Group<'_>> = BTreeMap::new();
    for file in &suite.files {
        for test in &file.tests {
            let prediction = &test.prediction;
            groups.entry(Key::of(prediction)).or_default().add(file, test);
            for (name, identity) in &prediction.fixtures {
                let key = Key::of_loop(identity, Runner::PytestAsyncio, &prediction.node_id);
                if key.section.is_shared() {
                    *groups.entry(key).or_default().fixtures.entry(name).or_default() += 1;
                }
            }
        }
    }
    groups
}
