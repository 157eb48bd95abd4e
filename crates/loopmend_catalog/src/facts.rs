//! The facts about names as they are written in TOML: read, checked and merged. The build script reads the committed data with this
//! file, and the program the additions of projects and libraries.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The facts about a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Facts {
    /// The roles, as `roles.toml` names them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Other names under which it is imported, or where it is defined.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<String>,
    /// The group of blocking calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<String>,
    /// The methods of the class that block. Without them, the call of the name itself blocks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocking_methods: Vec<String>,
    /// The replacement in `async` code, in Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// The version of the library since which `instead` exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The class of which a call gives an instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub makes: Option<String>,
    /// The class of which the attribute holds an instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<String>,
    /// The methods that close an instance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closed_by: Vec<String>,
    /// The distributions that change the library, in a project that uses them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unless_distribution: Vec<String>,
    /// The keyword arguments with which the facts do not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unless_keyword: Vec<String>,
    /// The starts of the first argument, a string, with which the facts do not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unless_text: Vec<String>,
    /// The parameter that takes a callable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes: Option<TakenFact>,
    /// The version that removed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<ChangeFact>,
    /// The version that deprecated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<ChangeFact>,
    /// The effect of a call on an event loop: one of [`Facts::LOOPS`].
    #[serde(rename = "loop", skip_serializing_if = "Option::is_none")]
    pub loop_action: Option<String>,
    /// Where the decorated function, or the one that `takes` names, runs: one of [`Facts::CONTEXTS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runs_in: Option<String>,
    /// The page that documents it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A parameter that takes a callable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TakenFact {
    /// The name of the parameter.
    pub parameter: String,
    /// The index of the parameter, without `self`.
    pub place: usize,
    /// How the function uses the callable: one of [`Facts::TAKEN`].
    pub kind: String,
}

/// The version of Python or of the library that removed or deprecated a name, and the replacement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ChangeFact {
    /// The version of Python.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub python: Option<String>,
    /// The version of the library.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The distribution that the version is of, as PEP 503 normalises its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The keyword argument, if only that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyword: Option<String>,
    /// The replacement, in Markdown.
    pub instead: String,
}

impl ChangeFact {
    /// The keys.
    pub const KEYS: [&str; 5] = ["python", "version", "of", "keyword", "instead"];
}

/// A wrong entry, and its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongFact {
    /// The byte at which it is wrong.
    pub at: usize,
    /// The message.
    pub message: String,
    /// The word that is not known, and those that are.
    pub unknown: Option<(String, Vec<String>)>,
}

impl Facts {
    /// The keys.
    pub const KEYS: [&str; 18] = [
        "roles",
        "definitions",
        "makes",
        "holds",
        "closed-by",
        "unless-distribution",
        "unless-keyword",
        "unless-text",
        "takes",
        "removed",
        "deprecated",
        "blocks",
        "blocking-methods",
        "instead",
        "since",
        "loop",
        "runs-in",
        "source",
    ];
    /// The groups of blocking calls.
    pub const GROUPS: [&str; 7] = ["network", "file", "process", "sleep", "sync", "interactive", "cpu"];
    /// How a function uses a callable argument.
    pub const TAKEN: [&str; 4] = ["awaits", "callback", "refuses", "thread"];

    /// The effects of a call on an event loop.
    pub const LOOPS: [&str; 10] =
        ["start", "serve", "wrap", "portal", "make", "get", "set", "policy", "patch", "close"];
    /// Where a framework runs a function.
    pub const CONTEXTS: [&str; 7] =
        ["command-line", "worker", "thread", "process", "route", "callback", "script"];

    /// Adds the facts of another entry of the same name. Where both state a single fact, the known one is kept, and its key is returned.
    pub fn add(&mut self, other: Self) -> Option<&'static str> {
        self.roles.extend(other.roles);
        let known = std::mem::take(&mut self.definitions);
        self.definitions =
            BTreeSet::from_iter(known.into_iter().chain(other.definitions)).into_iter().collect();
        self.closed_by.extend(other.closed_by);
        self.blocking_methods.extend(other.blocking_methods);
        self.unless_distribution.extend(other.unless_distribution);
        self.unless_keyword.extend(other.unless_keyword);
        self.unless_text.extend(other.unless_text);
        if self.source.is_empty() {
            self.source = other.source;
        }
        let stated_twice = [
            add_fact("blocks", &mut self.blocks, other.blocks),
            add_fact("instead", &mut self.instead, other.instead),
            add_fact("since", &mut self.since, other.since),
            add_fact("makes", &mut self.makes, other.makes),
            add_fact("holds", &mut self.holds, other.holds),
            add_fact("takes", &mut self.takes, other.takes),
            add_fact("removed", &mut self.removed, other.removed),
            add_fact("deprecated", &mut self.deprecated, other.deprecated),
            add_fact("loop", &mut self.loop_action, other.loop_action),
            add_fact("runs-in", &mut self.runs_in, other.runs_in),
        ];
        stated_twice.into_iter().flatten().next()
    }

    /// The same for an entry that may state the same roles.
    pub fn merge(&mut self, mut other: Self) -> Option<&'static str> {
        other.roles.retain(|role| !self.roles.contains(role));
        self.add(other)
    }
}

/// Adds a fact, unless it is known.
fn add_fact<T>(key: &'static str, known: &mut Option<T>, other: Option<T>) -> Option<&'static str> {
    if known.is_some() {
        return other.map(|_| key);
    }
    *known = other;
    None
}

/// Adds the facts of entries that are named after a definition to the entry with the documented name.
///
/// # Errors
/// Returns the first fact that both entries state. The one of the documented name is kept.
pub(crate) fn fold(entries: &mut BTreeMap<String, Facts>) -> Result<(), String> {
    let definitions = entries.iter().flat_map(|(name, facts)| {
        let others = facts.definitions.iter().filter(move |path| *path != name);
        others.map(move |path| (path.clone(), name.clone()))
    });
    let pairs: Vec<(String, String)> = definitions.filter(|(path, _)| entries.contains_key(path)).collect();
    let mut result = Ok(());
    for (path, name) in pairs {
        let Some(of_definition) = entries.remove(&path) else { continue };
        let Some(known) = entries.get_mut(&name) else { continue };
        if let Some(fact) = known.merge(of_definition) {
            result = result.and(Err(format!("{name}: `{fact}` stands at `{path}`, too")));
        }
    }
    result
}

/// Reads facts from TOML.
#[derive(Clone, Copy, Debug)]
pub struct FactsReader<'r> {
    /// The names of the roles.
    pub roles: &'r [&'r str],
}

type Value<'i> = Spanned<DeValue<'i>>;

/// The maximum length of a list.
const MAX_ITEMS: usize = 100;
/// The maximum number of methods of a class.
const MAX_METHODS: usize = 1000;
/// The maximum number of names in a table.
const MAX_NAMES: usize = 2000;

impl FactsReader<'_> {
    /// Reads the facts of a table of names, and what is wrong with other entries of the table, in the order of the text.
    pub fn names(&self, table: &DeTable<'_>) -> (BTreeMap<String, Facts>, Vec<WrongFact>) {
        let (mut names, mut wrong) = (BTreeMap::new(), Vec::new());
        for (name, value) in table {
            if names.len() == MAX_NAMES {
                wrong.push(wrong_at(name.span().start, format!("there are more than {MAX_NAMES} names")));
                break;
            }
            match self.entry(name, value) {
                Ok(facts) => _ = names.insert(name.get_ref().to_string(), facts),
                Err(error) => wrong.push(error),
            }
        }
        wrong.sort_by_key(|error| error.at);
        (names, wrong)
    }

    fn entry(&self, name: &Spanned<impl AsRef<str>>, value: &Value<'_>) -> Result<Facts, WrongFact> {
        let text = name.get_ref().as_ref();
        if !is_dotted_name(text) {
            return Err(wrong_at(name.span().start, format!("`{text}` is not a dotted name")));
        }
        let facts = match value.get_ref() {
            DeValue::Array(items) if text == "page" && items.iter().any(|item| item.get_ref().is_table()) => {
                return Err(wrong_at(name.span().start, PAGE_OF_OTHERS.to_owned()));
            }
            DeValue::Array(_) => Facts { roles: self.roles("roles", value)?, ..Facts::default() },
            DeValue::Table(table) => self.facts(text, table)?,
            _ => return Err(wrong_type(text, value, "a table of facts or a list of roles")),
        };
        match facts == Facts::default() {
            true => Err(wrong_at(name.span().start, format!("`{text}` has no facts"))),
            false => Ok(facts),
        }
    }

    fn facts(&self, name: &str, table: &DeTable<'_>) -> Result<Facts, WrongFact> {
        let mut facts = Facts::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "roles" => facts.roles = self.roles("roles", value)?,
                "definitions" => facts.definitions = dotted_names("definitions", value)?,
                "makes" => facts.makes = Some(dotted_name("makes", value)?),
                "holds" => facts.holds = Some(dotted_name("holds", value)?),
                "closed-by" => facts.closed_by = strings("closed-by", value)?,
                "unless-distribution" => facts.unless_distribution = strings("unless-distribution", value)?,
                "unless-keyword" => facts.unless_keyword = strings("unless-keyword", value)?,
                "unless-text" => facts.unless_text = strings("unless-text", value)?,
                "takes" => facts.takes = Some(taken(value)?),
                "removed" => facts.removed = Some(change("removed", value)?),
                "deprecated" => facts.deprecated = Some(change("deprecated", value)?),
                "blocks" => {
                    facts.blocks = Some(word("group of blocking calls", "blocks", value, &Facts::GROUPS)?);
                }
                "blocking-methods" => facts.blocking_methods = methods("blocking-methods", value)?,
                "instead" => facts.instead = Some(string("instead", value)?),
                "since" => facts.since = Some(string("since", value)?),
                "loop" => {
                    facts.loop_action = Some(word("effect on an event loop", "loop", value, &Facts::LOOPS)?);
                }
                "runs-in" => facts.runs_in = Some(word("context", "runs-in", value, &Facts::CONTEXTS)?),
                "source" => facts.source = page(value)?,
                inner if is_entry(value) && !name.contains('.') => {
                    return Err(wrong_at(key.span().start, unquoted(name, inner)));
                }
                _ => return Err(unknown_key(key, name, &Facts::KEYS)),
            }
        }
        Ok(facts)
    }

    fn roles(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, WrongFact> {
        let roles = items(key, value)?.iter().map(|item| word("role", key, item, self.roles));
        let roles = roles.collect::<Result<Vec<String>, WrongFact>>()?;
        match roles.len() == BTreeSet::from_iter(&roles).len() {
            true => Ok(roles),
            false => Err(wrong_at(value.span().start, "a role stands twice".to_owned())),
        }
    }
}

/// Returns whether a value has the form of an entry.
fn is_entry(value: &Value<'_>) -> bool {
    value.get_ref().is_table() || value.get_ref().is_array()
}

/// The message for `[[page]]` outside of the committed data.
const PAGE_OF_OTHERS: &str =
    "pages are for the data of loopmend itself; write the entries without `[[page]]`";

fn unquoted(name: &str, inner: &str) -> String {
    if ["libraries", "tool"].contains(&name) {
        return format!("an entry stands at the top of this file, without the table `{name}`");
    }
    format!("unknown key `{inner}` in `{name}`; a dotted name needs quotes: `\"{name}.{inner}\"`")
}

fn taken(value: &Value<'_>) -> Result<TakenFact, WrongFact> {
    const KEYS: [&str; 3] = ["parameter", "place", "kind"];
    let (mut parameter, mut place, mut kind) = (None, None, None);
    for (key, value) in table("takes", value)? {
        match key.get_ref().as_ref() {
            "parameter" => parameter = Some(string("parameter", value)?),
            "place" => place = Some(index("place", value)?),
            "kind" => kind = Some(word("way to take a callable", "kind", value, &Facts::TAKEN)?),
            _ => return Err(unknown_key(key, "takes", &KEYS)),
        }
    }
    match (parameter, place, kind) {
        (Some(parameter), Some(place), Some(kind)) => Ok(TakenFact { parameter, place, kind }),
        _ => Err(wrong_at(value.span().start, "`takes` needs `parameter`, `place` and `kind`".to_owned())),
    }
}

fn change(key: &str, value: &Value<'_>) -> Result<ChangeFact, WrongFact> {
    let (mut python, mut version, mut of, mut keyword, mut instead) = (None, None, None, None, None);
    for (key, value) in table(key, value)? {
        match key.get_ref().as_ref() {
            "python" => python = Some(string("python", value)?),
            "version" => version = Some(string("version", value)?),
            "of" => of = Some(string("of", value)?),
            "keyword" => keyword = Some(string("keyword", value)?),
            "instead" => instead = Some(string("instead", value)?),
            _ => return Err(unknown_key(key, "a change", &ChangeFact::KEYS)),
        }
    }
    match instead {
        Some(instead) if python.is_some() != version.is_some() => {
            Ok(ChangeFact { python, version, of, keyword, instead })
        }
        _ => {
            let message = format!("`{key}` needs `instead`, and either `python` or `version`");
            Err(wrong_at(value.span().start, message))
        }
    }
}

fn page(value: &Value<'_>) -> Result<String, WrongFact> {
    let source = string("source", value)?;
    match is_page(&source) {
        true => Ok(source),
        false => Err(wrong_at(value.span().start, format!("the source `{source}` is not an address"))),
    }
}

/// Returns whether a source is the address of a page.
pub(crate) fn is_page(source: &str) -> bool {
    source.starts_with("https://")
}

fn dotted_names(key: &str, value: &Value<'_>) -> Result<Vec<String>, WrongFact> {
    items(key, value)?.iter().map(|item| dotted_name(key, item)).collect()
}

fn dotted_name(key: &str, value: &Value<'_>) -> Result<String, WrongFact> {
    let name = string(key, value)?;
    match is_dotted_name(&name) {
        true => Ok(name),
        false => {
            let message = format!("`{name}` is not a dotted name, such as `package.Class`");
            Err(wrong_at(value.span().start, message))
        }
    }
}

/// Returns whether a text is a name as in `package.make().method`.
fn is_dotted_name(text: &str) -> bool {
    text.split('.').all(|part| {
        let name = part.strip_suffix("()").unwrap_or(part);
        name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
            && name.starts_with(|first: char| !first.is_ascii_digit())
    })
}

/// Reads one of the words that are `known`.
fn word(kind: &str, key: &str, value: &Value<'_>, known: &[&str]) -> Result<String, WrongFact> {
    let word = string(key, value)?;
    if known.contains(&word.as_str()) {
        return Ok(word);
    }
    let message = format!("unknown {kind} `{word}`");
    Err(WrongFact { at: value.span().start, message, unknown: Some((word, owned(known))) })
}

fn strings(key: &str, value: &Value<'_>) -> Result<Vec<String>, WrongFact> {
    items(key, value)?.iter().map(|item| string(key, item)).collect()
}

fn methods(key: &str, value: &Value<'_>) -> Result<Vec<String>, WrongFact> {
    items_up_to(MAX_METHODS, key, value)?.iter().map(|item| string(key, item)).collect()
}

fn items<'v, 'i>(key: &str, value: &'v Value<'i>) -> Result<&'v [Value<'i>], WrongFact> {
    items_up_to(MAX_ITEMS, key, value)
}

fn items_up_to<'v, 'i>(most: usize, key: &str, value: &'v Value<'i>) -> Result<&'v [Value<'i>], WrongFact> {
    let items = value.get_ref().as_array().ok_or_else(|| wrong_type(key, value, "an array of strings"))?;
    match items.len() <= most {
        true => Ok(items),
        false => Err(wrong_at(value.span().start, format!("`{key}` has more than {most} items"))),
    }
}

fn string(key: &str, value: &Value<'_>) -> Result<String, WrongFact> {
    value.get_ref().as_str().map(str::to_owned).ok_or_else(|| wrong_type(key, value, "a string"))
}

fn index(key: &str, value: &Value<'_>) -> Result<usize, WrongFact> {
    let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
    number.ok_or_else(|| wrong_type(key, value, "a small number"))
}

fn table<'v, 'i>(key: &str, value: &'v Value<'i>) -> Result<&'v DeTable<'i>, WrongFact> {
    value.get_ref().as_table().ok_or_else(|| wrong_type(key, value, "a table"))
}

fn unknown_key(key: &Spanned<impl AsRef<str>>, table: &str, known: &[&str]) -> WrongFact {
    let word = key.get_ref().as_ref().to_owned();
    let message = format!("unknown key `{word}` in `{table}`");
    WrongFact { at: key.span().start, message, unknown: Some((word, owned(known))) }
}

fn wrong_type(key: &str, value: &Value<'_>, expected: &str) -> WrongFact {
    let found = value.get_ref().type_str();
    wrong_at(value.span().start, format!("`{key}` must be {expected}, this has the type {found}"))
}

fn wrong_at(at: usize, message: String) -> WrongFact {
    WrongFact { at, message, unknown: None }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
