//! The data of the catalogue as it is written, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, btree_map};

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
    pub(crate) since: Option<String>,
    pub(crate) makes: Option<String>,
    #[serde(default)]
    pub(crate) closed_by: Vec<String>,
    #[serde(default)]
    pub(crate) unless_keyword: Vec<String>,
    #[serde(default)]
    pub(crate) unless_text: Vec<String>,
    pub(crate) takes: Option<Taken>,
    pub(crate) removed: Option<Change>,
    pub(crate) deprecated: Option<Change>,
    pub(crate) holds: Option<String>,
    #[serde(default)]
    pub(crate) source: String,
}

/// A parameter that takes a callable.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Taken {
    pub(crate) parameter: String,
    pub(crate) place: usize,
    pub(crate) kind: String,
}

/// The version of Python or of the library that removed or deprecated a name, and the replacement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    pub(crate) python: Option<String>,
    pub(crate) version: Option<String>,
    /// Only this keyword argument.
    pub(crate) keyword: Option<String>,
    pub(crate) instead: String,
}

/// How a callable is taken.
const TAKEN: [&str; 4] = ["awaits", "callback", "refuses", "thread"];

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
            match self.entries.entry(name) {
                btree_map::Entry::Vacant(free) => _ = free.insert(entry),
                btree_map::Entry::Occupied(mut known) => {
                    let name = known.key().clone();
                    known
                        .get_mut()
                        .add(entry)
                        .map_err(|fact| format!("{name}: `{fact}` stands in two entries"))?;
                }
            }
        }
        Ok(())
    }

    /// Adds the facts of entries that are named after a definition to the entry with the documented name.
    pub(crate) fn fold(&mut self) -> Result<(), String> {
        let definitions = self.entries.iter().flat_map(|(name, entry)| {
            entry
                .definitions
                .iter()
                .filter(move |path| *path != name)
                .map(move |path| (path.clone(), name.clone()))
        });
        let pairs: Vec<(String, String)> =
            definitions.filter(|(path, _)| self.entries.contains_key(path)).collect();
        for (path, name) in pairs {
            let Some(mut of_definition) = self.entries.remove(&path) else { continue };
            let Some(known) = self.entries.get_mut(&name) else { continue };
            of_definition.roles.retain(|role| !known.roles.contains(role));
            known.add(of_definition).map_err(|fact| format!("{name}: `{fact}` stands at `{path}`, too"))?;
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
    /// Adds the facts of another entry of the same name, of another page.
    fn add(&mut self, other: Self) -> Result<(), &'static str> {
        self.roles.extend(other.roles);
        let known = std::mem::take(&mut self.definitions);
        self.definitions =
            BTreeSet::from_iter(known.into_iter().chain(other.definitions)).into_iter().collect();
        self.closed_by.extend(other.closed_by);
        self.unless_keyword.extend(other.unless_keyword);
        self.unless_text.extend(other.unless_text);
        add_fact("blocks", &mut self.blocks, other.blocks)?;
        add_fact("instead", &mut self.instead, other.instead)?;
        add_fact("since", &mut self.since, other.since)?;
        add_fact("makes", &mut self.makes, other.makes)?;
        add_fact("holds", &mut self.holds, other.holds)?;
        add_fact("takes", &mut self.takes, other.takes)?;
        add_fact("removed", &mut self.removed, other.removed)?;
        add_fact("deprecated", &mut self.deprecated, other.deprecated)
    }

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
        if self.is_without_facts() {
            return Err("an entry has a role or blocks".to_owned());
        }
        if let Some(taken) = self.taken_wrongly() {
            return Err(format!("`{taken}` is no way to take a callable: {}", TAKEN.join(", ")));
        }
        for change in self.removed.iter().chain(&self.deprecated) {
            change.check()?;
        }
        let names_other = self.instead.as_ref().is_some_and(|instead| instead.contains('`'));
        match self.blocks.is_none() && self.instead.is_none() || names_other {
            true => Ok(()),
            false => Err("an entry that blocks names in backticks what to do instead".to_owned()),
        }
    }
}

impl Entry {
    /// Returns whether the entry has no fact.
    fn is_without_facts(&self) -> bool {
        self.roles.is_empty()
            && self.blocks.is_none()
            && self.makes.is_none()
            && self.takes.is_none()
            && self.removed.is_none()
            && self.deprecated.is_none()
            && self.holds.is_none()
            && self.closed_by.is_empty()
    }

    fn taken_wrongly(&self) -> Option<&str> {
        let kind = self.takes.as_ref()?.kind.as_str();
        (!TAKEN.contains(&kind)).then_some(kind)
    }
}

impl Change {
    fn check(&self) -> Result<(), String> {
        match self.python.is_some() == self.version.is_some() {
            true => Err("a change names a version of `python`, or a `version` of the library".to_owned()),
            false => Ok(()),
        }
    }
}

/// Adds a fact, unless it is known.
fn add_fact<T>(name: &'static str, known: &mut Option<T>, other: Option<T>) -> Result<(), &'static str> {
    match (known.is_some(), other) {
        (true, Some(_)) => Err(name),
        (false, Some(fact)) => {
            *known = Some(fact);
            Ok(())
        }
        (_, None) => Ok(()),
    }
}

fn is_page(source: &str) -> bool {
    source.starts_with("https://")
}
