//! Runs the rules on the configurations of pytest.

use loopmend_core::{Diagnostic, Level, SourceText, Span};
use loopmend_project::{PytestConfiguration, PythonVersion};
use loopmend_semantic::{BrowserFirst, Engine, Mismatch, SuiteSettings};

use crate::context::Report;
use crate::option_edits::section;
use crate::rule::{Check, Rule};
use crate::rules;

/// What a rule about a configuration is given: what holds for its tests, and where to report.
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
    /// Takes a finding.
    pub(crate) fn report(&mut self, report: Report) {
        self.found.push(report.diagnostic(self.rule, self.level, self.path));
    }

    /// The lowest version of Python that the project says it runs on.
    pub(crate) fn lowest_python(&self) -> Option<PythonVersion> {
        self.engine.project().lowest_python()
    }

    /// The installed versions of pytest-asyncio and pytest, where they do not go together.
    pub(crate) fn mismatch(&self) -> Option<Mismatch<'_>> {
        self.engine.mismatch(self.settings)
    }

    /// Whether a distribution is installed.
    pub(crate) fn is_installed(&self, name: &str) -> bool {
        self.engine.project().installed_version(name).is_some()
    }

    /// Whether the project or a plugin may register an option of this name itself.
    pub(crate) fn may_be_registered(&self, name: &str) -> bool {
        self.engine.may_register_option(name)
    }

    /// Whether an override of `event_loop` that the installed pytest-asyncio never calls says what its options have to say.
    pub(crate) fn has_ignored_override(&self) -> bool {
        self.engine.has_ignored_override(self.settings)
    }

    /// Whether to report options that are not set even where that changes nothing for these tests.
    pub(crate) fn tells_harmless(&self) -> bool {
        self.tells_harmless || self.engine.project().version_before("pytest-asyncio").is_some()
    }

    /// Whether the project has a test file that uses this configuration.
    pub(crate) fn holds_for_tests(&self) -> bool {
        self.engine.holds_for_tests(self.settings)
    }

    /// Whether an async fixture of the tests may be kept for longer than a test on a loop that only an option can say.
    pub(crate) fn has_long_kept_async_fixture(&self) -> bool {
        self.engine.has_long_kept_async_fixture(self.settings)
    }

    /// The plain browser test that async tests run behind.
    pub(crate) fn browser_tests_before_async(&self) -> Option<BrowserFirst> {
        self.engine.browser_tests_before_async(self.settings)
    }

    /// The `conftest.py` beside the configuration: its path as it is shown, and its text; `None` where there is none.
    pub(crate) fn conftest(&self) -> Option<(String, SourceText)> {
        let project = self.engine.project();
        let path = self.configuration.directory().join("conftest.py");
        let text = project.read(&path).ok()?;
        Some((project.display(&path), text))
    }

    /// Where the section or table begins that pytest reads.
    pub(crate) fn section(&self) -> Span {
        section(self.configuration).unwrap_or_default()
    }
}

/// Checks the configurations of pytest that hold for the checked files. They are few and small, so nothing of it is
/// remembered between runs; a rule that reads all tests of one too is off by default. `tells_harmless`: whether to report options
/// that are not set even where that changes nothing for the tests.
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
