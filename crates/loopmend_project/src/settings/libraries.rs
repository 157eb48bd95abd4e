//! The schema of `[tool.loopmend.libraries]`. The catalogue reads the table.

use schemars::JsonSchema;

use crate::settings::BlockingGroup;

/// The facts about a name, or its roles alone.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
pub(super) enum LibraryEntry {
    /// The roles.
    Roles(Vec<RoleName>),
    /// The facts.
    Facts(Box<LibraryFacts>),
}

/// A role of the catalogue.
#[derive(JsonSchema)]
#[schemars(rename = "Role", transparent)]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
pub(super) struct RoleName(String);

/// The facts about a name.
#[derive(Default, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct LibraryFacts {
    /// The roles: how loopmend treats the name.
    roles: Vec<RoleName>,
    /// Other names under which it is imported, or where it is defined.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    definitions: Vec<String>,
    /// The class of which a call, perhaps awaited or entered, gives an instance.
    #[schemars(with = "String", skip_serializing_if = "Option::is_none")]
    makes: Option<String>,
    /// The class of which an attribute holds an instance.
    #[schemars(with = "String", skip_serializing_if = "Option::is_none")]
    holds: Option<String>,
    /// The methods that close an instance.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    closed_by: Vec<String>,
    /// The methods of the class that block, by their names, for `blocks`.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    blocking_methods: Vec<String>,
    /// The distributions that change the library, in a project that uses them.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    unless_distribution: Vec<String>,
    /// The keyword arguments with which the facts do not hold.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    unless_keyword: Vec<String>,
    /// The starts of the first argument, a string, with which the facts do not hold.
    #[schemars(skip_serializing_if = "Vec::is_empty")]
    unless_text: Vec<String>,
    /// The parameter for a callable.
    #[schemars(with = "LibraryParameter", skip_serializing_if = "Option::is_none")]
    takes: Option<LibraryParameter>,
    /// The version that removed it.
    #[schemars(with = "LibraryChange", skip_serializing_if = "Option::is_none")]
    removed: Option<LibraryChange>,
    /// The version that deprecated it.
    #[schemars(with = "LibraryChange", skip_serializing_if = "Option::is_none")]
    deprecated: Option<LibraryChange>,
    /// The group of blocking calls.
    #[schemars(with = "BlockingGroup", skip_serializing_if = "Option::is_none")]
    blocks: Option<BlockingGroup>,
    /// The replacement in async code, in Markdown.
    #[schemars(with = "String", skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    /// The version of the library since which `instead` exists.
    #[schemars(with = "String", skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    /// The effect of a call on an event loop.
    #[schemars(rename = "loop", with = "LibraryLoop", skip_serializing_if = "Option::is_none")]
    loop_action: Option<LibraryLoop>,
    /// Where the decorated function, or the one that `takes` names, runs.
    #[schemars(with = "LibraryContext", skip_serializing_if = "Option::is_none")]
    runs_in: Option<LibraryContext>,
    /// The address of the page that documents it.
    #[schemars(skip_serializing_if = "String::is_empty")]
    source: String,
}

/// The effect of a call on an event loop.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
enum LibraryLoop {
    /// It runs an event loop until something is done.
    Start,
    /// It runs an event loop in a server or client.
    Serve,
    /// It wraps an async function in a plain one, which runs an event loop.
    Wrap,
    /// It gives work to an event loop in another thread.
    Portal,
    /// It creates an event loop.
    Make,
    /// It gets the event loop of the thread.
    Get,
    /// It sets the event loop of the thread.
    Set,
    /// It sets the event loop policy.
    Policy,
    /// It patches event loops so that they can be nested.
    Patch,
    /// It closes an event loop.
    Close,
}

/// Where a framework runs a function.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
enum LibraryContext {
    /// As a command of a command-line interface.
    CommandLine,
    /// As a task of a queue, or for each event of a platform.
    Worker,
    /// In a thread of its own.
    Thread,
    /// In a process of its own.
    Process,
    /// For each request.
    Route,
    /// As a callback of an event loop.
    Callback,
    /// As a script, or at exit.
    Script,
}

/// A parameter that takes a callable.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
struct LibraryParameter {
    /// The name of the parameter.
    parameter: String,
    /// The index of the parameter, without `self`.
    place: usize,
    /// How the function uses the callable.
    kind: LibraryCallback,
}

/// How a function uses a callable argument.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
enum LibraryCallback {
    /// It awaits an async function.
    Awaits,
    /// It calls it and awaits nothing.
    Callback,
    /// It raises an exception for an async function.
    Refuses,
    /// It calls it in a thread and awaits nothing.
    Thread,
}

/// A version of Python or of the library that changed a name.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "the schema of a type of the catalogue")]
struct LibraryChange {
    /// The version of Python.
    #[schemars(with = "String", default, skip_serializing_if = "Option::is_none")]
    python: Option<String>,
    /// The version of the library.
    #[schemars(with = "String", default, skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    /// The distribution that the version is of, if it is not named like the package.
    #[schemars(with = "String", default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    /// The keyword argument, if only that is meant.
    #[schemars(with = "String", default, skip_serializing_if = "Option::is_none")]
    keyword: Option<String>,
    /// The replacement, in Markdown.
    instead: String,
}
