use loopmend_core::at_work::Reason;
use loopmend_core::{Diagnostic, Level, RuleCode, Sighting};
use loopmend_project::KnownRule;
use loopmend_semantic::{Call, SlotCall};

use crate::configuration::ConfigurationContext;
use crate::context::Context;
use crate::suppression::Suppression;

/// The kind of place that causes findings. It may be in another file than they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Causes {
    /// The last call of a call path.
    LastCalls,
    /// A function that starts a task, or that a task runs.
    Tasks,
}

/// A rule as the registry lists it.
#[derive(Debug)]
pub struct Rule {
    /// What people write: `unawaited-coroutine`.
    pub name: &'static str,
    /// What sorts: `LM101`.
    pub code: RuleCode,
    /// Its Markdown page, without its tests.
    pub page: &'static str,
    /// What it does.
    pub spec: &'static RuleSpec,
}

impl Rule {
    /// Whether a name or code means it.
    pub fn is_called(&self, name_or_code: &str) -> bool {
        name_or_code == self.name || name_or_code == self.code.to_string()
    }

    /// Whether it tells of what was seen while tests ran.
    pub(crate) fn is_of_runs(&self) -> bool {
        self.spec.checks.iter().any(|check| matches!(check, Check::Observed(_)))
    }

    /// `true` if findings with one cause are reported once at the cause.
    pub(crate) fn gathers(&self) -> bool {
        self.causes().is_some()
    }

    /// Returns the kind of place that causes its findings, if one finding at that place stands for all of them.
    pub(crate) fn causes(&self) -> Option<Causes> {
        self.spec.checks.iter().find_map(|check| match check {
            Check::Cause(causes, _) => Some(*causes),
            _ => None,
        })
    }

    /// The page as users read it.
    pub fn documentation(&self) -> &'static str {
        self.page.trim_end()
    }

    /// The first sentence under "What it does".
    pub fn summary(&self) -> &'static str {
        let body = self.page.split("## What it does").nth(1).unwrap_or_default().trim_start();
        let end = body.find("\n\n").unwrap_or(body.len());
        &body[..end]
    }

    /// The rule as the configuration knows it.
    pub fn known(&self) -> KnownRule {
        KnownRule {
            name: self.name,
            code: self.code,
            default_level: self.spec.default_level(),
            strict_level: self.spec.level,
        }
    }
}

/// Whether a rule offers fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixAvailability {
    /// Where a right local edit exists.
    Sometimes,
    /// Its page says why not.
    Never,
}

/// The code in which a rule reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Runs {
    /// All code.
    Everywhere,
    /// All code except tests, where the pattern is deliberate or harmless.
    OutsideTests,
    /// Tests only.
    InTests,
    /// Tests only, or all code if `[tool.loopmend.drift] everywhere` says so.
    WhereDriftIs,
}

impl Runs {
    /// Returns whether the rule reports in a file, which is a test file or not.
    pub(crate) fn includes(self, is_in_tests: bool, drift_is_everywhere: bool) -> bool {
        match self {
            Self::Everywhere => true,
            Self::OutsideTests => !is_in_tests,
            Self::InTests => is_in_tests,
            Self::WhereDriftIs => is_in_tests || drift_is_everywhere,
        }
    }
}

/// The properties of a rule, written as a constant in its file. Fields that it does not mention are those of
/// [`RuleSpec::DEFAULT`].
#[derive(Debug)]
pub struct RuleSpec {
    /// The level of the rule's findings, without any setting.
    pub level: Level,
    /// Whether the rule runs without any setting.
    pub is_on_by_default: bool,
    /// The first version with the rule.
    pub since: &'static str,
    /// Whether the rule offers fixes.
    pub fix: FixAvailability,
    /// The names of the rules that the rule supersedes: where both report the same range, only this rule's finding is kept.
    pub supersedes: &'static [&'static str],
    /// Comments of other tools that mean the same, as `tool: code`.
    pub same_as: &'static [&'static str],
    /// `true` if some conditions of the rule report in the profile `strict` only.
    pub has_strict_conditions: bool,
    /// The code in which the rule reports.
    pub(crate) runs: Runs,
    /// Whether the rule reports only code that some test reaches, if the code is in a test file.
    pub(crate) needs_reaching_test: bool,
    /// The constructs that the rule checks.
    pub(crate) checks: &'static [Check],
}

impl RuleSpec {
    /// An error of the first version, on by default, everywhere, without a fix.
    pub(crate) const DEFAULT: Self = Self {
        level: Level::Error,
        is_on_by_default: true,
        since: "0.1.0",
        fix: FixAvailability::Never,
        supersedes: &[],
        same_as: &[],
        has_strict_conditions: false,
        runs: Runs::Everywhere,
        needs_reaching_test: false,
        checks: &[],
    };

    /// The level without any setting; [`Level::Ignore`] if the rule is off by default.
    pub fn default_level(&self) -> Level {
        if self.is_on_by_default { self.level } else { Level::Ignore }
    }
}

/// A construct that a rule looks at, with the function that does.
#[derive(Debug)]
pub(crate) enum Check {
    /// A statement that is one call whose value is dropped.
    DroppedCall(fn(&mut Context, &Call)),
    /// A call whose value is used there and then: tested, compared, formatted, iterated over.
    UsedCall(fn(&mut Context, &Call)),
    /// A call whose value is bound to a name or attribute.
    AssignedCall(fn(&mut Context, &Call)),
    /// A call whose value is an element of something, or used in a way that is not told apart.
    ElementCall(fn(&mut Context, &Call)),
    /// A call whose value is an argument of another call.
    ArgumentCall(fn(&mut Context, &Call)),
    /// A call whose value is returned.
    ReturnedCall(fn(&mut Context, &Call)),
    /// A call in one branch of a conditional expression of which the other is awaited.
    CallBesideAwait(fn(&mut Context, &Call)),
    /// A call or decorator that may give an async function to what calls it and awaits nothing.
    SlotCall(fn(&mut Context, &SlotCall)),
    /// The file as a whole.
    File(fn(&mut Context)),
    /// A configuration of pytest that holds for checked files.
    Configuration(fn(&mut ConfigurationContext)),
    /// A comment of ours that suppresses, and how many diagnostics it suppressed.
    Suppression(fn(&mut Context, &Suppression, usize)),
    /// What the probe saw while tests ran, said in one line.
    Observed(fn(&Sighting) -> String),
    /// Findings with one cause, the nearest first: the message of the one that stands there for all of them; `None` where each stands
    /// for itself.
    Cause(Causes, fn(&[Diagnostic]) -> Option<String>),
    /// Findings that come from one decision, in order: the message of the one that stands for all of them; `None` where each stands for
    /// itself.
    Decision(fn(&[Diagnostic]) -> Option<String>),
    /// A panic of another rule, with its words.
    Panic(fn(&mut Context, &str)),
    /// The check of the file was given up, for this reason.
    GivenUp(fn(&mut Context, Reason)),
}
