//! What each version of pytest-asyncio does, as it was measured: the table is in `docs/lab/pytest.md`.

use loopmend_project::Version;

use super::settings::{Installed, SuiteSettings};

/// What a version of pytest-asyncio does with event loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Whether it runs async fixtures of `pytest.fixture` where no mode is stated (up to 0.18).
    pub has_legacy_mode: bool,
    /// Whether it has the fixture `event_loop`, and so calls one that overrides it (up to 0.26).
    pub has_event_loop_fixture: bool,
    /// Whether `mark.asyncio` takes `scope` (from 0.23 on).
    pub marker_takes_scope: bool,
    /// Whether it looks for its mark when a test is collected, so that one which a hook adds later runs nothing (from 0.23 on).
    pub looks_for_mark_at_collection: bool,
    /// Whether it expects async tests with `yield` to fail, and does not run them (from 0.23 on).
    pub leaves_out_generators: bool,
    /// Whether `mark.asyncio` and `pytest_asyncio.fixture` take `loop_scope`, and `scope` of the mark is deprecated (from
    /// 0.24 on).
    pub has_loop_scope: bool,
    /// Whether `asyncio_default_test_loop_scope` is an option (from 0.26 on).
    pub has_test_loop_scope_option: bool,
    /// Whether `asyncio_default_fixture_loop_scope` may be `fixture-scope` (from 1.5 on).
    pub has_fixture_scope_setting: bool,
    /// Whether an async fixture runs on the loop of `event_loop`, whatever its own scope (0.21 and before).
    pub fixtures_run_on_event_loop: bool,
    /// Whether a loop that is not for one test belongs to the class, file or package that is collected, without which there
    /// is none (0.23 to 0.26).
    pub loops_belong_to_collectors: bool,
    /// Whether an async fixture gets its loop when the first test that may use it is collected, and keeps it (0.23).
    pub binds_fixtures_at_collection: bool,
    /// Whether a test runs on the loop that was set last, whoever set it (0.23 to 1.0).
    pub tests_run_on_loop_set_last: bool,
    /// Whether a loop for one test leaves a new one behind (0.23 and 0.24).
    pub leaves_new_loops: bool,
    /// Whether a scope of the configuration that is none ends the session (from 1.2 on).
    pub validates_scopes: bool,
    /// Whether a plain function of `pytest_asyncio.fixture` waits for a loop too (from 1.1 on).
    pub plain_fixtures_have_loops: bool,
    /// Whether `mark.asyncio` takes `loop_factories` (from 1.4 on).
    pub has_loop_factories: bool,
    /// Whether it warns of a fixture of the project named `event_loop_policy` (from 1.4 on).
    pub warns_of_policy: bool,
    /// Whether the end of an async test leaves no loop that could be got (from 1.4 on).
    pub leaves_no_loop: bool,
    /// Where it looks at the arguments of `mark.asyncio`.
    pub mark_check: MarkCheck,
}

/// Where a version of pytest-asyncio looks at the arguments of `mark.asyncio`, and refuses what it does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkCheck {
    /// Nowhere (up to 0.23).
    Nowhere,
    /// When a test is collected, a plain function too (0.24 to 1.0).
    AtCollection,
    /// When an async test is set up (1.1 to 1.3).
    AtSetup,
    /// When an async test is collected (from 1.4 on).
    AtCollectionOfAsync,
}

/// The newest version that was measured; a newer one is taken for it.
pub const NEWEST_MEASURED: [u64; 3] = [1, 5, 0];

/// The first version that asks for `asyncio_default_fixture_loop_scope`.
pub(super) const FIRST_WITH_LOOP_SCOPE: [u64; 3] = [0, 24, 0];

impl Behaviour {
    /// What a version does.
    pub fn of(version: &Version) -> Self {
        let since = |release: [u64; 3]| *version >= Version::new(release);
        Self {
            has_legacy_mode: !since([0, 19, 0]),
            has_event_loop_fixture: !since([1, 0, 0]),
            marker_takes_scope: since([0, 23, 0]),
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

    /// What the newest version does.
    pub fn of_newest() -> Self {
        Self::of(&Version::new(NEWEST_MEASURED))
    }
}

impl SuiteSettings {
    /// The version of pytest-asyncio that runs the tests, where the environment has all plugins that the project asks for.
    pub(crate) fn known_plugin(&self) -> Option<Version> {
        self.asyncio.version().filter(|_| !self.is_incomplete).cloned()
    }

    /// What the installed version of pytest-asyncio does; `None` where none is installed, or nothing is known of it.
    pub fn behaviour(&self) -> Option<Behaviour> {
        match &self.asyncio {
            Installed::Version(version) => Some(Behaviour::of(version)),
            Installed::Absent | Installed::Unknown => None,
        }
    }
}
