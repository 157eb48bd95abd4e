//! The data of the catalogue as it is written, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// Names with what is said of each.
type Described = BTreeMap<String, String>;

/// All files.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub(crate) roles: Described,
    pub(crate) words: BTreeMap<String, Words>,
    pub(crate) entries: BTreeMap<String, Entry>,
    pub(crate) loop_calls: Vec<LoopCall>,
}

/// A file about APIs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    page: Vec<Page>,
    #[serde(default)]
    loop_call: Vec<LoopCall>,
}

/// The names that one page documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    source: String,
    names: BTreeMap<String, toml::Value>,
}

/// The facts about a name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Entry {
    #[serde(default)]
    pub(crate) roles: Vec<String>,
    #[serde(default)]
    pub(crate) definitions: Vec<String>,
    pub(crate) blocks: Option<String>,
    pub(crate) instead: Option<String>,
    #[serde(default)]
    pub(crate) source: String,
}

/// A group of words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) about: String,
    pub(crate) words: Vec<String>,
}

/// A call with an effect on an event loop.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LoopCall {
    pub(crate) name: String,
    pub(crate) package: String,
    pub(crate) owners: Vec<String>,
    pub(crate) called: String,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) definitions: Vec<String>,
    #[serde(default)]
    pub(crate) any_receiver: bool,
    source: String,
}

impl Catalogue {
    /// Reads a file: the roles, the words, or APIs.
    pub(crate) fn read(&mut self, name: &str, text: &str) -> Result<(), String> {
        let of_file = |error: toml::de::Error| format!("{name}: {error}");
        match name {
            "roles.toml" => self.roles = toml::from_str(text).map_err(of_file)?,
            "words.toml" => self.words = toml::from_str(text).map_err(of_file)?,
            _ => {
                let file: File = toml::from_str(text).map_err(of_file)?;
                for page in file.page {
                    self.add_page(page).map_err(|error| format!("{name}: {error}"))?;
                }
                self.loop_calls.extend(file.loop_call);
            }
        }
        Ok(())
    }

    fn add_page(&mut self, page: Page) -> Result<(), String> {
        for (name, value) in page.names {
            let mut entry = match value {
                toml::Value::Array(_) => value.try_into().map(|roles| Entry { roles, ..Entry::default() }),
                _ => value.try_into(),
            }
            .map_err(|error: toml::de::Error| format!("{name}: {}", error.message()))?;
            if entry.source.is_empty() {
                entry.source.clone_from(&page.source);
            }
            if self.entries.insert(name.clone(), entry).is_some() {
                return Err(format!("{name}: it has two entries"));
            }
        }
        Ok(())
    }

    /// Sorts the loop calls by the last part of the name. Those of one name keep their order.
    pub(crate) fn sort(&mut self) {
        self.loop_calls.sort_by(|one, other| one.called.cmp(&other.called));
    }

    /// Checks what can be wrong with data of the right form.
    pub(crate) fn check(&self) -> Result<(), String> {
        let mut paths = BTreeSet::new();
        for (name, entry) in &self.entries {
            entry.check(&self.roles).map_err(|error| format!("{name}: {error}"))?;
            if let Some(path) =
                std::iter::once(name).chain(&entry.definitions).find(|path| !paths.insert(*path))
            {
                return Err(format!("{name}: `{path}` is the name of another entry"));
            }
        }
        for role in self.roles.keys() {
            if !self.entries.values().any(|entry| entry.roles.contains(role)) {
                return Err(format!("roles.toml: {role}: no entry has it"));
            }
        }
        for (group, words) in &self.words {
            if words.about.is_empty() || words.words.is_empty() {
                return Err(format!("words.toml: {group}: a group has words and says what they are"));
            }
        }
        match self.loop_calls.iter().find(|call| call.owners.is_empty() || !is_page(&call.source)) {
            Some(call) => Err(format!("{}: a loop call has owners and a source", call.name)),
            None => Ok(()),
        }
    }

    /// The roles of all entries whose names end in a part, by this part.
    pub(crate) fn roles_by_last_part(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut roles: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (name, entry) in &self.entries {
            let last = name.rsplit('.').next().unwrap_or(name);
            roles.entry(last).or_default().extend(entry.roles.iter().map(String::as_str));
        }
        roles
    }
}

impl Entry {
    fn check(&self, roles: &Described) -> Result<(), String> {
        if !is_page(&self.source) {
            return Err(format!("the source `{}` is no page", self.source));
        }
        if let Some(role) = self.roles.iter().find(|role| !roles.contains_key(*role)) {
            return Err(format!("roles.toml has no role `{role}`"));
        }
        let distinct: BTreeSet<&String> = self.roles.iter().collect();
        if distinct.len() < self.roles.len() {
            return Err("a role stands twice".to_owned());
        }
        if self.roles.is_empty() && self.blocks.is_none() {
            return Err("an entry has a role or blocks".to_owned());
        }
        match self.blocks.is_some() == self.instead.as_ref().is_some_and(|instead| instead.contains('`')) {
            true => Ok(()),
            false => Err("an entry that blocks names in backticks what to do instead".to_owned()),
        }
    }
}

fn is_page(source: &str) -> bool {
    source.starts_with("https://")
}
