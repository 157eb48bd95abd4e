//! Requirements in `pyproject.toml`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::place::{Place, Written};
use crate::specifiers::allows_recent_python;

/// The value of one key, by its path.
type Value<'t> = Spanned<DeValue<'t>>;

/// Arrays of requirements (packaging.python.org/en/latest/specifications/pyproject-toml, PEP 735, and those of uv).
const LISTS: [&[&str]; 4] = [
    &["project", "dependencies"],
    &["tool", "uv", "dev-dependencies"],
    &["tool", "uv", "constraint-dependencies"],
    &["tool", "uv", "override-dependencies"],
];

/// Tables of such arrays.
const TABLES_OF_LISTS: [&[&str]; 3] =
    [&["project", "optional-dependencies"], &["dependency-groups"], &["tool", "pdm", "dev-dependencies"]];

/// Arrays in each of the environments of hatch.
const LISTS_OF_HATCH: [&str; 2] = ["dependencies", "extra-dependencies"];

/// Where requirements stand.
///
/// # Errors
/// Why the text is no TOML.
pub(crate) fn places(text: &str) -> Result<Vec<Place>, String> {
    let document = DeTable::parse(text).map_err(|error| error.message().trim().replace('\n', ", "))?;
    let root = document.get_ref();
    let mut places = Vec::new();
    let mut take =
        |list: Option<&Value>| places.extend(list.into_iter().flat_map(|list| of_list(text, list)));
    LISTS.iter().for_each(|path| take(at(root, path)));
    for path in TABLES_OF_LISTS {
        entries(at(root, path)).for_each(|(_, list)| take(Some(list)));
    }
    for (_, environment) in entries(at(root, &["tool", "hatch", "envs"])) {
        let DeValue::Table(environment) = environment.get_ref() else { continue };
        LISTS_OF_HATCH.iter().for_each(|name| take(environment.get(*name)));
    }
    places.extend(of_poetry(text, root));
    Ok(places)
}

fn at<'t, 'd>(root: &'t DeTable<'d>, path: &[&str]) -> Option<&'t Value<'d>> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(root.get(*first)?, |value, key| match value.get_ref() {
        DeValue::Table(table) => table.get(*key),
        _ => None,
    })
}

fn entries<'t, 'd>(table: Option<&'t Value<'d>>) -> impl Iterator<Item = (&'t str, &'t Value<'d>)> {
    let table = table.and_then(|table| match table.get_ref() {
        DeValue::Table(table) => Some(table),
        _ => None,
    });
    table.into_iter().flatten().map(|(key, value)| (key.get_ref().as_ref(), value))
}

fn of_list(text: &str, list: &Value) -> Vec<Place> {
    let DeValue::Array(items) = list.get_ref() else { return Vec::new() };
    let of = |item: &Value| {
        let stated = item.get_ref().as_str()?.to_owned();
        Some(place(text, item, &stated, Written::Pip(stated.clone())))
    };
    items.iter().filter_map(of).collect()
}

/// The tables of poetry, in which names are keys (python-poetry.org/docs/pyproject/#dependencies-and-dependency-groups).
fn of_poetry(text: &str, root: &DeTable) -> Vec<Place> {
    let plain = ["dependencies", "dev-dependencies"].map(|name| at(root, &["tool", "poetry", name]));
    let groups = entries(at(root, &["tool", "poetry", "group"])).map(|(_, group)| match group.get_ref() {
        DeValue::Table(group) => group.get("dependencies"),
        _ => None,
    });
    let tables = plain.into_iter().chain(groups);
    tables.flat_map(entries).flat_map(|(name, value)| of_poetry_entry(text, name, value)).collect()
}

/// One requirement, or several for different Pythons (python-poetry.org/docs/dependency-specification/#multiple-constraints-dependencies).
fn of_poetry_entry(text: &str, name: &str, value: &Value) -> Vec<Place> {
    match value.get_ref() {
        DeValue::Array(items) => {
            let recent = items.iter().filter(|item| is_for_recent_python(item));
            recent.map(|item| of_poetry_value(text, name, item)).collect()
        }
        _ => vec![of_poetry_value(text, name, value)],
    }
}

fn is_for_recent_python(value: &Value) -> bool {
    let DeValue::Table(table) = value.get_ref() else { return true };
    let python = table.get("python").and_then(|python| python.get_ref().as_str());
    python.is_none_or(allows_recent_python)
}

fn of_poetry_value(text: &str, name: &str, value: &Value) -> Place {
    let stated = match value.get_ref() {
        DeValue::String(_) => Some(value),
        DeValue::Table(table) => table.get("version"),
        _ => None,
    };
    let name = name.to_owned();
    match stated.and_then(|stated| Some((stated, stated.get_ref().as_str()?.to_owned()))) {
        Some((stated, versions)) => {
            place(text, stated, &versions, Written::Poetry { name, versions: versions.clone() })
        }
        None => Place { whole: value.span(), written: Written::Other { name }, obstacle: None },
    }
}

/// The place of a string that is written as it reads; one with escapes is not edited.
fn place(text: &str, value: &Value, stated: &str, written: Written) -> Place {
    let span = value.span();
    let inner: Range<usize> = span.start + 1..span.end.saturating_sub(1);
    match text.get(inner.clone()) == Some(stated) {
        true => Place { whole: inner, written, obstacle: None },
        false => Place { whole: span, written, obstacle: Some("its text has escapes, or several lines") },
    }
}
