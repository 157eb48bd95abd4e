//! The families of errors: `pages/families.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use loopmend_errors::{KnownError, table};
use serde::Deserialize;

/// Errors that share a page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Family {
    /// The stem of the page.
    pub(crate) name: String,
    /// The first heading of the page.
    pub(crate) title: String,
    /// The errors, by their names in `errors.toml`.
    errors: Vec<String>,
    /// Packages that the example imports beside the standard library.
    #[serde(default)]
    pub(crate) needs: Vec<String>,
    /// The findings in the example, as `CODE PATH:LINE`.
    #[serde(default)]
    pub(crate) reports: Vec<String>,
}

impl Family {
    /// The errors, in the order of the page.
    pub(crate) fn errors(&self) -> Vec<&'static KnownError> {
        let known = |id: &String| table().iter().find(|error| error.id == *id);
        self.errors.iter().map(|id| known(id).unwrap_or_else(|| panic!("no error is named {id}"))).collect()
    }

    /// The written part of the page.
    pub(crate) fn sentences(&self) -> String {
        let path = directory().join(format!("{}.md", self.name));
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

#[derive(Deserialize)]
struct Data {
    family: Vec<Family>,
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages")
}

/// All families, in the order of the index.
pub(crate) fn families() -> Vec<Family> {
    let text = fs::read_to_string(directory().join("families.toml")).expect("families.toml can be read");
    let data: Data = toml::from_str(&text).expect("families.toml is valid");
    data.family
}

/// Fails if an error has no page or two, or if a page belongs to no family.
pub(crate) fn check(families: &[Family]) -> Result<(), String> {
    let mut pages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for family in families {
        for error in family.errors() {
            pages.entry(&error.id).or_default().push(&family.name);
        }
    }
    for error in table() {
        match pages.get(error.id.as_str()).map(Vec::as_slice) {
            Some([_]) => {}
            found => return Err(format!("{} has to be in one family: {found:?}", error.id)),
        }
    }
    for entry in fs::read_dir(directory()).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let stem = path.file_stem().unwrap_or_default();
        if path.extension().is_some_and(|extension| extension == "md")
            && families.iter().all(|family| stem != family.name.as_str())
        {
            return Err(format!("{} belongs to no family", path.display()));
        }
    }
    Ok(())
}
