//! Which versions of pytest and its plugins go together.

use loopmend_project::Version;

use super::SuiteSettings;

impl SuiteSettings {
    /// The installed versions of pytest-asyncio and pytest, where the one reads `FixtureManager._arg2fixturedefs` and the other
    /// has no such attribute: up to 1.0, and from 9 on. All of a session's files fail when they are collected.
    pub fn incompatible_versions(&self) -> Option<(&Version, &Version)> {
        let plugin = self.asyncio.version().filter(|version| **version < Version::new([1, 1, 0]))?;
        let pytest = self.pytest.version().filter(|version| **version >= Version::new([9]))?;
        Some((plugin, pytest))
    }
}
