use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_project::{OptionValue, PytestConfiguration, PytestOption};
use loopmend_semantic::suite::{Scope, UnknownOption};

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::option_edits::set_options;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::Configuration(check)],
    ..RuleSpec::DEFAULT
};

const MODE: &str = "asyncio_mode";
const MODE_ARGUMENT: &str = "--asyncio-mode";
const AIOHTTP: &str = "pytest-aiohttp";

fn check(context: &mut ConfigurationContext) {
    check_mode(context);
    for option in &context.configuration.options {
        let Some(unknown) = context.settings.unknown_option(&option.name) else { continue };
        if matches!(unknown, UnknownOption::Misspelled(_)) && context.may_be_registered(&option.name) {
            continue;
        }
        if states_older_behaviour(option, &unknown) {
            continue;
        }
        let report = Report::new(option.span, message(option, &unknown))
            .fix_or_help(fix(option, &unknown), advice(&unknown));
        context.report(report);
    }
}

/// Returns whether an option of a newer version is set to what older versions do in any case: each test has a loop of its own.
fn states_older_behaviour(option: &PytestOption, unknown: &UnknownOption) -> bool {
    matches!(unknown, UnknownOption::TooNew { .. })
        && matches!(&option.value, OptionValue::Text(value) if value == Scope::Function.name())
}

/// Reports the removed mode `legacy`, with which the plugin refuses every async test. pytest-aiohttp reads it as `auto`.
fn check_mode(context: &mut ConfigurationContext) {
    let Some(plugin) = context.settings.refuses_legacy_mode() else { return };
    let configuration = context.configuration;
    let is_on_command_line = !configuration.command_line_values(&[MODE_ARGUMENT]).is_empty();
    let name = if is_on_command_line { "addopts" } else { MODE };
    let Some(option) = configuration.option(name).filter(|_| !context.is_installed(AIOHTTP)) else {
        return;
    };
    let message = format!("mode `legacy` does not exist in pytest-asyncio {plugin}: every async test fails");
    let edits = match is_on_command_line {
        true => change_argument(configuration),
        false => set_options(configuration, &[MODE], "auto"),
    };
    let fix = edits.map(|edits| Fix::new("use the mode `auto`", Applicability::Unsafe, edits));
    let report = Report::new(option.span, message)
        .note("`auto` runs async fixtures as `legacy` did, and also runs async tests without a mark");
    context.report(report.fix_or_help(fix, "use the mode `auto`"));
}

/// The edit that replaces `legacy` with `auto` in `addopts`; `None` if it is written more than once, or in another form.
fn change_argument(configuration: &PytestConfiguration) -> Option<Vec<Edit>> {
    let text = &configuration.text;
    let written = [format!("{MODE_ARGUMENT}=legacy"), format!("{MODE_ARGUMENT} legacy")];
    let mut places = written.iter().flat_map(|argument| text.match_indices(argument.as_str()));
    let (start, argument) = places.next().filter(|_| places.next().is_none())?;
    let end = start + argument.len();
    let mode = Span::new((end - "legacy".len()) as u32, end as u32);
    Some(vec![Edit::replacement(mode, "auto")])
}

fn message(option: &PytestOption, unknown: &UnknownOption) -> String {
    let name = &option.name;
    match unknown {
        UnknownOption::Misspelled(Some(meant)) => {
            format!("option `{name}` is a misspelling of `{meant}` and has no effect")
        }
        UnknownOption::Misspelled(None) => format!("option `{name}` is unknown and has no effect"),
        UnknownOption::TooNew { since, installed } => {
            format!("option `{name}` has no effect in pytest-asyncio {installed}: {since} introduced it")
        }
    }
}

fn advice(unknown: &UnknownOption) -> String {
    match unknown {
        UnknownOption::Misspelled(_) => "remove the option, or correct its name".to_owned(),
        UnknownOption::TooNew { since, .. } => format!("upgrade pytest-asyncio to {since} or newer"),
    }
}

fn fix(option: &PytestOption, unknown: &UnknownOption) -> Option<Fix> {
    let UnknownOption::Misspelled(Some(meant)) = unknown else { return None };
    let edit = Edit::replacement(option.span, *meant);
    Some(Fix::new(format!("rename the option to `{meant}`"), Applicability::Unsafe, vec![edit]))
}
