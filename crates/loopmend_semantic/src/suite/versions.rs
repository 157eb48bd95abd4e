//! What each version of pytest-asyncio does, as it was measured: the table is in `docs/pytest.md`.

use loopmend_project::Version;

use super::settings::{Installed, SuiteSettings};

/// What a version of pytest-asyncio does with event loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Whether it has the fixture `event_loop`, and so calls one that overrides it (up to 0.26).
    pub has_event_loop_fixture: bool,
    /// Whether `mark.asyncio` takes `scope` (from 0.23 on).
    pub marker_takes_scope: bool,
    /// Whether `mark.asyncio` and `pytest_asyncio.fixture` take `loop_scope`, and `scope` of the mark is deprecated (from
    /// 0.24 on).
    pub has_loop_scope: bool,
    /// Whether `asyncio_default_test_loop_scope` is an option (from 0.26 on).
    pub has_test_loop_scope_option: bool,
    /// Whether `asyncio_default_fixture_loop_scope` may be `fixture-scope` (from 1.4 on).
    pub has_fixture_scope_setting: bool,
    /// Whether an async fixture runs on the loop of `event_loop`, whatever its own scope (0.21 and before).
    pub fixtures_run_on_event_loop: bool,
}

/// The newest version that was measured; a newer one is taken for it.
pub const NEWEST_MEASURED: [u64; 3] = [1, 5, 0];

impl Behaviour {
    /// What a version does.
    pub fn of(version: &Version) -> Self {
        let since = |release: [u64; 3]| *version >= Version::new(release);
        Self {
            has_event_loop_fixture: !since([1, 0, 0]),
            marker_takes_scope: since([0, 23, 0]),
            has_loop_scope: since([0, 24, 0]),
            has_test_loop_scope_option: since([0, 26, 0]),
            has_fixture_scope_setting: since([1, 4, 0]),
            fixtures_run_on_event_loop: !since([0, 22, 0]),
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
