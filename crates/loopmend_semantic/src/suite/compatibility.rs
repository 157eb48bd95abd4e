//! The compatibility of pytest versions with plugin versions.

use loopmend_project::Version;

use super::SuiteSettings;
use crate::engine::{Engine, ModuleId};
use crate::file::File;

/// Incompatible versions of pytest-asyncio and pytest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch<'s> {
    /// The version of pytest-asyncio.
    pub plugin: &'s Version,
    /// The version of pytest.
    pub pytest: &'s Version,
    /// The effect of the incompatibility.
    pub end: MismatchEnd,
}

/// The effect of incompatible versions.
///
/// The version ranges were measured by running a suite with all releases of pytest-asyncio from 0.17 to
/// 1.5, including the yanked 0.22.0. Each was combined with the first and last release of every minor
/// version of pytest from 7.4 to 9.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MismatchEnd {
    /// No file can be collected: 0.18 to 1.0 read `FixtureManager._arg2fixturedefs`, which pytest 9.2
    /// removed.
    Collection,
    /// The session ends when a package is collected: 0.23.0 to 0.23.3 read `Package.obj`, which pytest 8.0
    /// removed.
    Packages,
    /// Every test with an async fixture errors: 0.20.2 to 0.21.1, 0.22.0 and 0.23.0 to 0.23.5 read
    /// `FixtureDef.unittest`, which pytest 8.2 removed.
    AsyncFixtures,
}

impl Engine<'_> {
    /// Returns the installed versions of pytest-asyncio and pytest if they are incompatible for the tests
    /// of these settings.
    pub fn mismatch<'s>(&self, settings: &'s SuiteSettings) -> Option<Mismatch<'s>> {
        let (plugin, pytest) = (settings.asyncio.version()?, settings.pytest.version()?);
        let is_it = |(end, holds): &(MismatchEnd, bool)| {
            *holds
                && match end {
                    MismatchEnd::Collection => true,
                    MismatchEnd::Packages => self.has_test_in_package(settings),
                    MismatchEnd::AsyncFixtures => self.has_async_fixture(settings),
                }
        };
        let (end, _) = possible_ends(plugin, pytest).into_iter().find(is_it)?;
        Some(Mismatch { plugin, pytest, end })
    }

    /// Returns whether a test file is in a package, or below one.
    fn has_test_in_package(&self, settings: &SuiteSettings) -> bool {
        let root = settings.directory();
        let is_test =
            |file: &ModuleId| self.module_path(*file).is_some_and(|path| settings.is_test_file(path));
        self.files_of_suite(settings).filter(is_test).any(|file| self.package_around(file, root).is_some())
    }

    /// Returns whether a file has an async fixture that the plugin runs.
    fn has_async_fixture(&self, settings: &SuiteSettings) -> bool {
        let has_one = |file: ModuleId| {
            let fixtures = File::new(self, file).own_fixtures();
            fixtures.iter().any(|fixture| settings.runs_fixture(fixture))
        };
        self.files_of_suite(settings).any(|file| self.may_bind(file, "async") && has_one(file))
    }

    /// Returns the files to which these settings apply.
    fn files_of_suite(&self, settings: &SuiteSettings) -> impl Iterator<Item = ModuleId> {
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        files.filter(|file| self.suite_settings(*file).is_some_and(|own| own.is_of_same_file(settings)))
    }
}

/// Returns the possible effects of the versions, the earliest first.
fn possible_ends(plugin: &Version, pytest: &Version) -> [(MismatchEnd, bool); 3] {
    let is_from = |release: &[u64]| *pytest >= Version::new(release.iter().copied());
    let is_between =
        |first: [u64; 3], end: [u64; 3]| *plugin >= Version::new(first) && *plugin < Version::new(end);
    let reads_unittest = is_between([0, 20, 2], [0, 21, 2]) || is_between([0, 22, 0], [0, 23, 6]);
    [
        (MismatchEnd::Packages, is_from(&[8]) && is_between([0, 23, 0], [0, 23, 4])),
        (MismatchEnd::Collection, is_from(&[9, 2]) && is_between([0, 18, 0], [1, 1, 0])),
        (MismatchEnd::AsyncFixtures, is_from(&[8, 2]) && reads_unittest),
    ]
}

#[cfg(test)]
mod tests {
    use super::{MismatchEnd, possible_ends};

    fn ends(plugin: &str, pytest: &str) -> Vec<MismatchEnd> {
        let ends = possible_ends(&plugin.parse().unwrap(), &pytest.parse().unwrap());
        ends.into_iter().filter(|(_, holds)| *holds).map(|(end, _)| end).collect()
    }

    #[test]
    fn the_ranges_are_those_that_were_measured() {
        use MismatchEnd::{AsyncFixtures, Collection, Packages};
        let cases: [(&str, &str, &[MismatchEnd]); 14] = [
            ("0.17.2", "9.2.0", &[]),
            ("0.18.0", "9.2.0", &[Collection]),
            ("1.0.0", "9.2.0", &[Collection]),
            ("1.0.0", "9.1.1", &[]),
            ("1.1.0", "9.2.0", &[]),
            ("0.23.3", "7.4.4", &[]),
            ("0.23.3", "8.0.0", &[Packages]),
            ("0.23.3", "8.2.0", &[Packages, AsyncFixtures]),
            ("0.23.5.post1", "8.2.0", &[AsyncFixtures]),
            ("0.23.6", "8.2.0", &[]),
            ("0.20.1", "9.1.0", &[]),
            ("0.21.1", "9.1.0", &[AsyncFixtures]),
            ("0.22.0", "8.2.2", &[AsyncFixtures]),
            ("0.23.3", "9.2.0", &[Packages, Collection, AsyncFixtures]),
        ];
        for (plugin, pytest, expected) in cases {
            assert_eq!(ends(plugin, pytest), expected, "{plugin} {pytest}");
        }
    }
}
