//! The options in each of the files that pytest reads.

use std::ops::Range;

use loopmend_core::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{OptionValue, PytestForm, PytestOption};
use crate::ini;
use crate::listing::Marker;

/// The options of a file; `None` when pytest looks further, an error when the file is none.
pub(super) fn options(
    file: Marker,
    text: &str,
    form: PytestForm,
) -> Option<Result<Vec<PytestOption>, String>> {
    match file {
        Marker::PytestToml | Marker::HiddenPytestToml if form == PytestForm::Ini => None,
        Marker::PytestToml | Marker::HiddenPytestToml => {
            Some(options_of_toml(text, &["pytest"]).map(Option::unwrap_or_default))
        }
        Marker::PytestIni | Marker::HiddenPytestIni => Some(options_of_ini(text, "pytest")),
        Marker::PyprojectToml => {
            let old = options_of_toml(text, &["tool", "pytest", "ini_options"]);
            match old {
                Ok(None) if form == PytestForm::Toml => {
                    options_of_toml(text, &["tool", "pytest"]).transpose()
                }
                found => found.transpose(),
            }
        }
        Marker::ToxIni => options_of_shared_ini(text, "pytest"),
        _ => options_of_shared_ini(text, "tool:pytest").or_else(|| {
            let line = ini::line_of_section(text, "pytest")?;
            Some(Err(format!("line {line}: the section `[pytest]` of `setup.cfg` has to be `[tool:pytest]`")))
        }),
    }
}

/// The options of a file that other programs read too; `None` without the section of pytest.
fn options_of_shared_ini(text: &str, section: &str) -> Option<Result<Vec<PytestOption>, String>> {
    let options = options_of_ini(text, section);
    (options.is_err() || ini::has_section(text, section)).then_some(options)
}

fn options_of_ini(text: &str, section: &str) -> Result<Vec<PytestOption>, String> {
    if let Some((line, reason)) = ini::refusal(text) {
        return Err(format!("line {line}: {reason}"));
    }
    let option = |entry: ini::Entry| PytestOption {
        name: entry.key.to_owned(),
        span: span(entry.range),
        value: OptionValue::Text(entry.value),
    };
    Ok(ini::entries(text, section).into_iter().map(option).collect())
}

/// The options in a table; `None` without the table.
fn options_of_toml(text: &str, table: &[&str]) -> Result<Option<Vec<PytestOption>>, String> {
    let document = DeTable::parse(text).map_err(|error| {
        let reason = error.message().trim().replace('\n', ", ");
        let before = error.span().and_then(|range| text.get(..range.start));
        before.map_or_else(
            || reason.clone(),
            |before| format!("line {}: {reason}", before.matches('\n').count() + 1),
        )
    })?;
    let mut current = document.get_ref();
    for key in table {
        match current.get(*key).map(Spanned::get_ref) {
            Some(DeValue::Table(inner)) => current = inner,
            _ => return Ok(None),
        }
    }
    let mut options: Vec<PytestOption> = current
        .iter()
        .map(|(name, value)| option_of_toml(name.span(), name.get_ref(), value.get_ref()))
        .collect();
    options.sort_by_key(|option| option.span.start);
    Ok(Some(options))
}

fn option_of_toml(range: Range<usize>, name: &str, value: &DeValue<'_>) -> PytestOption {
    let value = match value {
        DeValue::String(text) => OptionValue::Text(text.to_string()),
        DeValue::Boolean(value) => OptionValue::Text(value.to_string()),
        DeValue::Array(items) => {
            let texts: Option<Vec<String>> =
                items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect();
            texts.map_or(OptionValue::Other, OptionValue::List)
        }
        _ => OptionValue::Other,
    };
    PytestOption { name: name.to_owned(), span: span(range), value }
}

fn span(range: Range<usize>) -> Span {
    Span::new(range.start as u32, range.end as u32)
}
