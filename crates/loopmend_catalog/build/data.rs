//! The data of the catalogue as it is written, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, btree_map};

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::de::DeTable;

use crate::facts::{Facts, FactsReader, WrongFact, fold, is_page};

/// Names with what is said of each.
type Described = BTreeMap<String, String>;

/// All files.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub(crate) roles: Described,
    pub(crate) words: BTreeMap<String, Words>,
    pub(crate) entries: BTreeMap<String, Facts>,
    pub(crate) loop_calls: Vec<LoopCall>,
}

/// A file about APIs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    /// The distribution, where it is not named like the package.
    distribution: Option<String>,
    #[serde(default)]
    page: Vec<Page>,
    #[serde(default)]
    loop_call: Vec<LoopCall>,
}

/// A page, whose names are read by [`FactsReader`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    source: String,
    #[serde(rename = "names")]
    _names: BTreeMap<String, IgnoredAny>,
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
    #[serde(default)]
    pub(crate) is_plain: bool,
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
                let names = self.names_of_pages(name, text)?;
                for (page, mut names) in file.page.iter().zip(names) {
                    names.values_mut().for_each(|facts| name_distribution(facts, file.distribution.as_ref()));
                    self.add_page(&page.source, names).map_err(|error| format!("{name}: {error}"))?;
                }
                self.loop_calls.extend(file.loop_call);
            }
        }
        Ok(())
    }

    /// Reads the names of each page.
    fn names_of_pages(&self, file: &str, text: &str) -> Result<Vec<BTreeMap<String, Facts>>, String> {
        let roles: Vec<&str> = self.roles.keys().map(String::as_str).collect();
        let reader = FactsReader { roles: &roles };
        let document = DeTable::parse(text).map_err(|error| format!("{file}: {error}"))?;
        let pages = document.get_ref().get("page").and_then(|pages| pages.get_ref().as_array());
        let names = pages.into_iter().flatten().filter_map(|page| page.get_ref().get("names"));
        names
            .filter_map(|names| names.get_ref().as_table())
            .map(|table| {
                let (names, wrong) = reader.names(table);
                wrong.first().map_or(Ok(names), |wrong| Err(place_of(wrong, file, text)))
            })
            .collect()
    }

    fn add_page(&mut self, source: &str, names: BTreeMap<String, Facts>) -> Result<(), String> {
        for (name, mut facts) in names {
            if facts.source.is_empty() {
                source.clone_into(&mut facts.source);
            }
            match self.entries.entry(name) {
                btree_map::Entry::Vacant(free) => _ = free.insert(facts),
                btree_map::Entry::Occupied(mut known) => {
                    if let Some(fact) = known.get_mut().add(facts) {
                        return Err(format!("{}: `{fact}` stands in two entries", known.key()));
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds the facts of entries that are named after a definition to the entry with the documented name.
    pub(crate) fn fold(&mut self) -> Result<(), String> {
        fold(&mut self.entries)
    }

    /// Adds the loop calls that entries state.
    pub(crate) fn add_loop_calls(&mut self) {
        let stated = self.entries.iter().filter_map(|(name, facts)| {
            let kind = facts.loop_action.clone()?;
            let (owner, called) = name.rsplit_once('.')?;
            Some(LoopCall {
                name: name.clone(),
                package: name.split('.').next()?.to_owned(),
                owners: vec![owner.rsplit('.').next()?.to_owned()],
                called: called.to_owned(),
                kind,
                definitions: facts.definitions.clone(),
                any_receiver: false,
                is_plain: false,
                source: facts.source.clone(),
            })
        });
        self.loop_calls.extend(stated);
    }

    /// Sorts the loop calls by the last part of the name. Those of one name keep their order.
    pub(crate) fn sort(&mut self) {
        self.loop_calls.sort_by(|one, other| one.called.cmp(&other.called));
    }

    /// Checks what can be wrong with data of the right form.
    pub(crate) fn check(&self) -> Result<(), String> {
        let mut paths = BTreeSet::new();
        for (name, entry) in &self.entries {
            check(entry).map_err(|error| format!("{name}: {error}"))?;
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

/// Names the distribution of a file with the versions of which it speaks.
fn name_distribution(facts: &mut Facts, distribution: Option<&String>) {
    for change in facts.removed.iter_mut().chain(&mut facts.deprecated) {
        if change.version.is_some() && change.of.is_none() {
            change.of = distribution.cloned();
        }
    }
}

/// Checks an entry as a whole.
fn check(facts: &Facts) -> Result<(), String> {
    if !is_page(&facts.source) {
        return Err(format!("the source `{}` is no page", facts.source));
    }
    if facts.blocks.is_none() && !facts.blocking_methods.is_empty() {
        return Err("an entry with methods that block names their group with `blocks`".to_owned());
    }
    if BTreeSet::from_iter(&facts.roles).len() < facts.roles.len() {
        return Err("a role stands twice".to_owned());
    }
    if is_without_facts(facts) {
        return Err("an entry has a role or blocks".to_owned());
    }
    let names_other = facts.instead.as_ref().is_some_and(|instead| instead.contains('`'));
    match facts.blocks.is_none() && facts.instead.is_none() || names_other {
        true => Ok(()),
        false => Err("an entry that blocks names in backticks what to do instead".to_owned()),
    }
}

/// Returns whether the entry has no fact.
fn is_without_facts(facts: &Facts) -> bool {
    facts.roles.is_empty()
        && facts.blocks.is_none()
        && facts.makes.is_none()
        && facts.takes.is_none()
        && facts.removed.is_none()
        && facts.deprecated.is_none()
        && facts.holds.is_none()
        && facts.loop_action.is_none()
        && facts.runs_in.is_none()
        && facts.closed_by.is_empty()
}

/// Returns what is wrong, after the file and the line.
fn place_of(wrong: &WrongFact, file: &str, text: &str) -> String {
    let line = text[..wrong.at].matches('\n').count() + 1;
    format!("{file}:{line}: {}", wrong.message)
}
