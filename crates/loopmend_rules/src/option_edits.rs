//! Edits of options in the configuration of pytest.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_project::{OptionValue, PytestConfiguration, PythonVersion};
use loopmend_python::{end_of_line, line_ending};

use crate::configuration::ConfigurationContext;

/// The table of pytest 9, beside which there may be no `ini_options`.
const NATIVE: &str = "[tool.pytest]";

/// The heads of the sections that pytest reads, in the order of its search.
fn sections(file: &str) -> &'static [&'static str] {
    match file {
        "pyproject.toml" => &["[tool.pytest.ini_options]", NATIVE],
        "setup.cfg" => &["[tool:pytest]"],
        _ => &["[pytest]"],
    }
}

/// The head of the section or table that pytest reads, on a line of its own.
pub(crate) fn section(configuration: &PytestConfiguration) -> Option<Span> {
    let text = &configuration.text;
    let name = configuration.path.file_name()?.to_str()?;
    let found = sections(name).iter().find_map(|section| {
        let starts_line = |at: &usize| text[..*at].ends_with('\n') || *at == 0 || text[..*at] == *"\u{feff}";
        let at = text.match_indices(section).map(|(at, _)| at).find(starts_line)?;
        Some((at, section.len()))
    });
    found.map(|(start, len)| Span::new(start as u32, (start + len) as u32))
}

/// `true` if the old table is written without a head of its own: `ini_options.asyncio_mode = "auto"`.
fn names_old_table(text: &str) -> bool {
    text.lines().any(|line| !line.trim_start().starts_with('#') && line.contains("ini_options"))
}

/// `true` if the section is the native table, and the old table is written elsewhere without a head.
pub(crate) fn states_old_table_elsewhere(configuration: &PytestConfiguration) -> bool {
    let text = &configuration.text;
    let head = section(configuration).and_then(|head| text.get(head.as_range()));
    head == Some(NATIVE) && names_old_table(text)
}

/// The oldest Python of a pytest-asyncio with `fixture-scope` (the metadata of 1.5.0). Older versions of Python get an older plugin.
const NEUTRAL_WORD_ASKS: PythonVersion = PythonVersion { major: 3, minor: 10 };

/// `true` if the plugin has `fixture-scope`, the meaning of an unset option, on every Python that the project supports
/// (pytest-asyncio.readthedocs.io/en/stable/reference/configuration.html).
pub(crate) fn has_neutral_word(context: &ConfigurationContext) -> bool {
    let has_word = context.settings.behaviour().is_some_and(|behaviour| behaviour.has_fixture_scope_setting);
    has_word && context.lowest_python().is_none_or(|lowest| lowest >= NEUTRAL_WORD_ASKS)
}

/// The fix that sets the loop scope of async fixtures: `fixture-scope`, the meaning of an unset option, if the plugin has it; else
/// `function`.
pub(crate) fn state_fixture_loop_scope(context: &ConfigurationContext) -> Option<Fix> {
    let word = if has_neutral_word(context) { "fixture-scope" } else { "function" };
    let edits = set_options(context.configuration, &["asyncio_default_fixture_loop_scope"], word)?;
    Some(Fix::new(format!("set the option to `{word}`"), Applicability::Unsafe, edits))
}

/// The edits that set options to a value, in place or below the head of the section; `None` if the present text is not understood.
pub(crate) fn set_options(
    configuration: &PytestConfiguration,
    options: &[&str],
    word: &str,
) -> Option<Vec<Edit>> {
    let (stated, missing): (Vec<&str>, Vec<&str>) =
        options.iter().partition(|name| configuration.option(name).is_some());
    let changes = stated.into_iter().map(|name| change_option(configuration, name, word));
    let mut edits: Vec<Edit> = changes.collect::<Option<_>>()?;
    if !missing.is_empty() {
        edits.push(add_options(configuration, &missing, word)?);
    }
    Some(edits)
}

/// The edit that replaces the value of an option on its line.
fn change_option(configuration: &PytestConfiguration, name: &str, word: &str) -> Option<Edit> {
    let option = configuration.option(name)?;
    let OptionValue::Text(value) = &option.value else { return None };
    let line = Span::new(option.span.end, end_of_line(&configuration.text, option.span.end));
    let (before, _) = configuration.text.get(line.as_range())?.split_once(value.as_str())?;
    let start = line.start + before.len() as u32;
    let is_value = matches!(before.trim_matches(['"', '\'', ' ', '\t']), "=" | ":");
    is_value.then(|| Edit::replacement(Span::new(start, start + value.len() as u32), word))
}

fn add_options(configuration: &PytestConfiguration, options: &[&str], word: &str) -> Option<Edit> {
    let text = &configuration.text;
    let head = section(configuration)?;
    if states_old_table_elsewhere(configuration) {
        return None;
    }
    let end = end_of_line(text, head.end);
    let rest = text.get(head.end as usize..end as usize)?.trim();
    if !rest.is_empty() && !rest.starts_with(['#', ';']) {
        return None;
    }
    let is_toml = configuration.path.extension().is_some_and(|extension| extension == "toml");
    let value = if is_toml { format!("\"{word}\"") } else { word.to_owned() };
    let ending = line_ending(text);
    let lines: String = options.iter().map(|option| format!("{ending}{option} = {value}")).collect();
    Some(Edit::insertion(end, lines))
}
