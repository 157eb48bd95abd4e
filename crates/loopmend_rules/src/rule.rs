use loopmend_core::{Diagnostic, Level, RuleCode, Sighting};
use loopmend_project::KnownRule;
use loopmend_semantic::{Call, SlotCall};
use memchr::memmem;

use crate::configuration::ConfigurationContext;
use crate::context::Context;
use crate::suppression::Suppression;

/// A rule as the registry lists it.
#[derive(Debug)]
pub struct Rule {
    /// What people write: `unawaited-coroutine`.
    pub name: &'static str,
    /// What sorts: `LM101`.
    pub code: RuleCode,
    /// Its Markdown page, tests included.
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
        self.spec.checks.iter().any(|check| matches!(check, Check::Cause(_)))
    }

    /// What stands above `## Tests`: what users read.
    pub fn documentation(&self) -> &'static str {
        let tests = memmem::find(self.page.as_bytes(), b"\n## Tests");
        self.page[..tests.unwrap_or(self.page.len())].trim_end()
    }

    /// The first sentence under "What it does".
    pub fn summary(&self) -> &'static str {
        let body = self.page.split("## What it does").nth(1).unwrap_or_default().trim_start();
        let end = body.find("\n\n").unwrap_or(body.len());
        &body[..end]
    }

    /// The rule as the configuration knows it.
    pub fn known(&self) -> KnownRule {
        KnownRule { name: self.name, code: self.code, default_level: self.spec.level }
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

/// What a rule does, written as a constant in its file.
#[derive(Debug)]
pub struct RuleSpec {
    /// The level without any setting.
    pub level: Level,
    /// The version that brought it.
    pub since: &'static str,
    /// Whether it offers fixes.
    pub fix: FixAvailability,
    /// The names of rules that it stands above: where both report the same range, only what this one says is kept.
    pub overrides: &'static [&'static str],
    /// Comments of other tools that mean the same, as `tool: code`.
    pub same_as: &'static [&'static str],
    /// What it looks at.
    pub(crate) checks: &'static [Check],
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
    Cause(fn(&[Diagnostic]) -> Option<String>),
    /// A panic of another rule, with its words.
    Panic(fn(&mut Context, &str)),
}
