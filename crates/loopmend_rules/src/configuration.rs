//! Runs the rules on the configurations of pytest.

use std::path::Path;

use loopmend_core::{Diagnostic, Level, SourceText, Span};
use loopmend_project::{PytestConfiguration, PythonVersion};
use loopmend_semantic::Engine;
use loopmend_semantic::suite::{BrowserFirst, Mismatch, SuiteSettings};

use crate::context::Report;
use crate::option_edits::section;
use crate::rule::{Check, Rule};
use crate::rules;

/// The input of a rule about a configuration: the settings of its tests, and the place to report to.
pub(crate) struct ConfigurationContext<'c> {
    /// The settings of the tests.
    pub(crate) settings: &'c SuiteSettings,
    /// The file they come from.
    pub(crate) configuration: &'c PytestConfiguration,
    engine: &'c Engine<'c>,
    tells_harmless: bool,
    path: &'c str,
    rule: &'static Rule,
    level: Level,
    found: &'c mut Vec<Diagnostic>,
}

impl ConfigurationContext<'_> {
    /// Adds a finding.
    pub(crate) fn report(&mut self, report: Report) {
        self.found.push(report.diagnostic(self.rule, self.level, self.path));
    }

    /// The lowest version of Python that the project supports.
    pub(crate) fn lowest_python(&self) -> Option<PythonVersion> {
        self.engine.project().lowest_python()
    }

    /// The installed versions of pytest-asyncio and pytest, if they do not work together.
    pub(crate) fn mismatch(&self) -> Option<Mismatch<'_>> {
        self.engine.mismatch(self.settings)
    }

    /// `true` if a distribution is installed.
    pub(crate) fn is_installed(&self, name: &str) -> bool {
        self.engine.project().installed_version(name).is_some()
    }

    /// `true` if the project or a plugin may register an option of this name.
    pub(crate) fn may_be_registered(&self, name: &str) -> bool {
        self.engine.may_register_option(name)
    }

    /// `true` if the right value of the options depends on an override of `event_loop` that the installed pytest-asyncio ignores.
    pub(crate) fn has_ignored_override(&self) -> bool {
        self.engine.has_ignored_override(self.settings)
    }

    /// `true` if unset options are reported even where they make no difference for these tests.
    pub(crate) fn tells_harmless(&self) -> bool {
        self.tells_harmless || self.engine.project().version_before("pytest-asyncio").is_some()
    }

    /// `true` if the project has a test file that uses this configuration.
    pub(crate) fn holds_for_tests(&self) -> bool {
        self.engine.holds_for_tests(self.settings)
    }

    /// `true` if an async fixture of the tests may outlive a test on a loop that only an option can state.
    pub(crate) fn has_long_kept_async_fixture(&self) -> bool {
        self.engine.has_long_kept_async_fixture(self.settings)
    }

    /// The plain browser test that runs before async tests.
    pub(crate) fn browser_tests_before_async(&self) -> Option<BrowserFirst> {
        self.engine.browser_tests_before_async(self.settings)
    }

    /// The displayed path and the text of the `conftest.py` that is nearest to a directory, from there up to the configuration.
    pub(crate) fn nearest_conftest(&self, directory: &Path) -> Option<(String, SourceText)> {
        let project = self.engine.project();
        let top = self.configuration.directory();
        let around = directory.ancestors().take_while(|directory| directory.starts_with(top));
        around.map(|directory| directory.join("conftest.py")).find_map(|path| {
            let text = project.read(&path).ok()?;
            Some((project.display(&path), text))
        })
    }

    /// The head of the section or table that pytest reads.
    pub(crate) fn section(&self) -> Span {
        section(self.configuration).unwrap_or_default()
    }
}

/// Checks the configurations of pytest for the checked files. They are few and small, so their findings are not cached; a rule that also
/// reads all tests of a configuration is off by default, or needs a plugin that few projects have. With `tells_harmless`, unset options are reported even where they make no
/// difference for the tests.
pub fn check_configurations(engine: &Engine, tells_harmless: bool) -> Vec<Diagnostic> {
    let looks = |rule: &'static Rule| {
        let checks = rule.spec.checks.iter();
        checks.filter_map(move |check| match check {
            Check::Configuration(look) => Some((rule, *look)),
            _ => None,
        })
    };
    let wanted = rules().iter().filter(|rule| !engine.project().is_left_out(&rule.known()));
    let looks: Vec<_> = wanted.flat_map(looks).collect();
    let mut found = Vec::new();
    if looks.is_empty() {
        return found;
    }
    for settings in engine.suite_configurations() {
        let Some(configuration) = settings.configuration.as_deref() else { continue };
        let file = engine.project().file_at(&configuration.path);
        for (rule, look) in &looks {
            let level = engine.project().level(&file, &rule.known());
            if level != Level::Ignore {
                let (settings, path) = (&*settings, file.display.as_str());
                look(&mut ConfigurationContext {
                    settings,
                    configuration,
                    engine,
                    tells_harmless,
                    path,
                    rule,
                    level,
                    found: &mut found,
                });
            }
        }
    }
    found
}
