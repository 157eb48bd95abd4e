mod mixed;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use mixed::{Claim, ModeSetting};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in mixed::mixed_tests(context.file) {
        let (name, plugin) = (&found.test.name, &found.plugin);
        let message = match found.claim {
            Claim::Mark => format!("test `{name}` is marked for both pytest-asyncio and anyio"),
            Claim::Mode(_) => format!(
                "test `{name}` is marked for anyio, but pytest-asyncio {plugin} in mode `auto` takes it too"
            ),
        };
        let mut report = Report::new(found.mark, message).in_symbol(found.test.symbol.clone());
        if found.others > 0 {
            report = report.note(format!("{} other marks in this file are affected too", found.others));
        }
        report = report.note(
            "the versions of the plugins decide which one runs the test, and on which loop its fixtures run",
        );
        report = match &found.claim {
            Claim::Mark => report.help("remove one of the two marks"),
            Claim::Mode(setting) => report
                .note("in mode `strict`, pytest-asyncio runs no test without the mark `asyncio`")
                .help(set_strict_mode(setting)),
        };
        context.report(report);
    }
}

/// The remedy where the mode claims the tests.
fn set_strict_mode(ModeSetting { file, is_in_addopts }: &ModeSetting) -> String {
    const EFFECT: &str = "which leaves tests marked for anyio to anyio";
    if *is_in_addopts {
        format!("set the mode `strict` in the `addopts` of `{file}`, {EFFECT}")
    } else {
        format!("set `asyncio_mode` to `strict` in `{file}`, {EFFECT}")
    }
}
