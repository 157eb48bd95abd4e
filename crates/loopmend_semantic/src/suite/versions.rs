//! The behaviour of each version of pytest-asyncio, as measured. The table is in `docs/lab/pytest.md`.

use loopmend_project::Version;

use super::settings::{Installed, SuiteSettings};

/// How a version of pytest-asyncio uses event loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Whether async `pytest.fixture` functions run if no mode is set (up to 0.18).
    pub has_legacy_mode: bool,
    /// Whether the version has the `event_loop` fixture, and so calls an override of it (up to 0.26).
    pub has_event_loop_fixture: bool,
    /// Whether `mark.asyncio` accepts `scope` (since 0.23).
    pub marker_takes_scope: bool,
    /// Whether the version looks for its mark when a test is collected (since 0.23). A mark that a hook
    /// adds later then has no effect.
    pub looks_for_mark_at_collection: bool,
    /// Whether async tests with `yield` are expected to fail and not run (since 0.23).
    pub leaves_out_generators: bool,
    /// Whether `mark.asyncio` and `pytest_asyncio.fixture` accept `loop_scope`, and the mark's `scope` is
    /// deprecated (since 0.24).
    pub has_loop_scope: bool,
    /// Whether `asyncio_default_test_loop_scope` is an option (since 0.26).
    pub has_test_loop_scope_option: bool,
    /// Whether `asyncio_default_fixture_loop_scope` accepts `fixture-scope` (since 1.5).
    pub has_fixture_scope_setting: bool,
    /// Whether an async fixture runs on the loop of `event_loop`, whatever its own scope (up to 0.21).
    pub fixtures_run_on_event_loop: bool,
    /// Whether a loop of wider than function scope belongs to the collected class, file or package, and
    /// does not exist without it (0.23 to 0.26).
    pub loops_belong_to_collectors: bool,
    /// Whether an async fixture is bound to a loop when the first test that may use it is collected (0.23).
    pub binds_fixtures_at_collection: bool,
    /// Whether a test runs on the loop that was set last, by whatever code (0.23 to 1.0).
    pub tests_run_on_loop_set_last: bool,
    /// Whether a loop of function scope leaves a new loop behind (0.23 and 0.24).
    pub leaves_new_loops: bool,
    /// Whether an invalid scope in the configuration ends the session (since 1.2).
    pub validates_scopes: bool,
    /// Whether a plain `pytest_asyncio.fixture` function also waits for a loop (since 1.1).
    pub plain_fixtures_have_loops: bool,
    /// Whether `mark.asyncio` accepts `loop_factories` (since 1.4).
    pub has_loop_factories: bool,
    /// Whether the version warns about a fixture of the project named `event_loop_policy` (since 1.4).
    pub warns_of_policy: bool,
    /// Whether no current loop is available after an async test (since 1.4).
    pub leaves_no_loop: bool,
    /// When the version checks the arguments of `mark.asyncio`.
    pub mark_check: MarkCheck,
}

/// When a version of pytest-asyncio checks the arguments of `mark.asyncio` and rejects unknown ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkCheck {
    /// Never (up to 0.23).
    Nowhere,
    /// When a test is collected, including plain functions (0.24 to 1.0).
    AtCollection,
    /// When an async test is set up (1.1 to 1.3).
    AtSetup,
    /// When an async test is collected (since 1.4).
    AtCollectionOfAsync,
}

/// The newest measured version. Newer versions are treated like this one.
pub const NEWEST_MEASURED: [u64; 3] = [1, 5, 0];

/// The first version that requires `asyncio_default_fixture_loop_scope`.
pub(super) const FIRST_WITH_LOOP_SCOPE: [u64; 3] = [0, 24, 0];

/// The first version whose documentation advises against an override of `event_loop`.
pub(super) const FIRST_WITHOUT_OVERRIDE: [u64; 3] = [0, 23, 0];

impl Behaviour {
    /// Returns the behaviour of a version.
    pub fn of(version: &Version) -> Self {
        let since = |release: [u64; 3]| *version >= Version::new(release);
        Self {
            has_legacy_mode: !since([0, 19, 0]),
            has_event_loop_fixture: !since([1, 0, 0]),
            marker_takes_scope: since(FIRST_WITHOUT_OVERRIDE),
            looks_for_mark_at_collection: since([0, 23, 0]),
            leaves_out_generators: since([0, 23, 0]),
            has_loop_scope: since(FIRST_WITH_LOOP_SCOPE),
            has_test_loop_scope_option: since([0, 26, 0]),
            has_fixture_scope_setting: since([1, 5, 0]),
            fixtures_run_on_event_loop: !since([0, 22, 0]),
            loops_belong_to_collectors: since([0, 23, 0]) && !since([1, 0, 0]),
            binds_fixtures_at_collection: since([0, 23, 0]) && !since([0, 24, 0]),
            tests_run_on_loop_set_last: since([0, 23, 0]) && !since([1, 1, 0]),
            leaves_new_loops: since([0, 23, 0]) && !since([0, 25, 0]),
            validates_scopes: since([1, 2, 0]),
            plain_fixtures_have_loops: since([1, 1, 0]),
            has_loop_factories: since([1, 4, 0]),
            warns_of_policy: since([1, 4, 0]),
            leaves_no_loop: since([1, 4, 0]),
            mark_check: match () {
                () if since([1, 4, 0]) => MarkCheck::AtCollectionOfAsync,
                () if since([1, 1, 0]) => MarkCheck::AtSetup,
                () if since([0, 24, 0]) => MarkCheck::AtCollection,
                () => MarkCheck::Nowhere,
            },
        }
    }

    /// Returns the behaviour of the newest measured version.
    pub fn of_newest() -> Self {
        Self::of(&Version::new(NEWEST_MEASURED))
    }
}

impl SuiteSettings {
    /// Returns the version of pytest-asyncio that runs the tests, if the environment has all plugins that
    /// the project requires.
    pub fn known_plugin(&self) -> Option<Version> {
        self.asyncio.version().filter(|_| !self.is_incomplete).cloned()
    }

    /// Returns the behaviour of the installed pytest-asyncio; `None` if it is not installed or its version
    /// is unknown.
    pub fn behaviour(&self) -> Option<Behaviour> {
        match &self.asyncio {
            Installed::Version(version) => Some(Behaviour::of(version)),
            Installed::Absent | Installed::Unknown => None,
        }
    }
}
