//! The exit statuses of loopmend. They are part of the interface: scripts rely on them.

use loopmend_core::{Diagnostic, Level};

/// Nothing was found that should stop a build.
pub(crate) const CLEAN: u8 = 0;
/// At least one finding at level `error`, or any finding with `--error-on-warning`.
pub(crate) const FINDINGS: u8 = 1;
/// The command line, the configuration or the environment is wrong.
pub(crate) const USAGE: u8 = 2;
/// `fix --verify`: a fix was reverted, or the tests do not prove it.
pub(crate) const UNPROVEN: u8 = 3;
/// loopmend itself failed: a panic, or a rule that stopped on a file.
pub(crate) const INTERNAL: u8 = 70;
/// Ctrl-C; what had been found until then was printed.
pub(crate) const INTERRUPTED: u8 = 130;

/// The rule of the diagnostic that stands for a part of loopmend that panicked.
const INTERNAL_ERROR_RULE: &str = "internal-error";

/// What the command line says about the exit status of `check`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Policy {
    /// `--error-on-warning`.
    pub(crate) error_on_warning: bool,
    /// `--exit-zero`.
    pub(crate) exit_zero: bool,
}

/// The exit status of a check that found `diagnostics`.
pub(crate) fn of_check(diagnostics: &[Diagnostic], policy: Policy, interrupted: bool) -> u8 {
    if interrupted {
        return INTERRUPTED;
    }
    if diagnostics.iter().any(|diagnostic| diagnostic.rule == INTERNAL_ERROR_RULE) {
        return INTERNAL;
    }
    let weighs = |diagnostic: &Diagnostic| diagnostic.level == Level::Error || policy.error_on_warning;
    if !policy.exit_zero && diagnostics.iter().any(weighs) { FINDINGS } else { CLEAN }
}

#[cfg(test)]
mod tests {
    use loopmend_core::Level;

    use super::{Policy, of_check};
    use crate::render::samples;

    fn status(levels: &[Level], error_on_warning: bool, exit_zero: bool) -> u8 {
        let diagnostics: Vec<_> = levels.iter().map(|level| samples::at_level(*level)).collect();
        of_check(&diagnostics, Policy { error_on_warning, exit_zero }, false)
    }

    #[test]
    fn only_errors_fail_unless_warnings_are_asked_to() {
        assert_eq!(status(&[], false, false), 0);
        assert_eq!(status(&[Level::Warn], false, false), 0);
        assert_eq!(status(&[Level::Warn], true, false), 1);
        assert_eq!(status(&[Level::Warn, Level::Error], false, false), 1);
        assert_eq!(status(&[Level::Error], true, true), 0);
    }

    #[test]
    fn an_interruption_and_a_failure_of_loopmend_are_never_hidden() {
        let policy = Policy { error_on_warning: false, exit_zero: true };
        assert_eq!(of_check(&[samples::at_level(Level::Error)], policy, true), 130);
        let mut broken = samples::at_level(Level::Error);
        broken.rule = "internal-error".to_owned();
        assert_eq!(of_check(&[broken], policy, false), 70);
    }
}
