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
        Marker::PytestIni | Marker::HiddenPytestIni => Some(Ok(options_of_ini(text, "pytest"))),
        Marker::PyprojectToml => {
            let old = options_of_toml(text, &["tool", "pytest", "ini_options"]);
            match old {
                Ok(None) if form == PytestForm::Toml => {
                    options_of_toml(text, &["tool", "pytest"]).transpose()
                }
                found => found.transpose(),
            }
        }
        Marker::ToxIni => ini::has_section(text, "pytest").then(|| Ok(options_of_ini(text, "pytest"))),
        _ => ini::has_section(text, "tool:pytest").then(|| Ok(options_of_ini(text, "tool:pytest"))),
    }
}

fn options_of_ini(text: &str, section: &str) -> Vec<PytestOption> {
    let option = |entry: ini::Entry| PytestOption {
        name: entry.key.to_owned(),
        span: span(entry.range),
        value: OptionValue::Text(entry.value),
    };
    ini::entries(text, section).into_iter().map(option).collect()
}

/// The options in a table; `None` without the table.
fn options_of_toml(text: &str, table: &[&str]) -> Result<Option<Vec<PytestOption>>, String> {
    let document = DeTable::parse(text).map_err(|error| error.message().trim().replace('\n', ", "))?;
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
