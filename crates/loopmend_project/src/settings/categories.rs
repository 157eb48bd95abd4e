//! What the tests of a project can reach outside of themselves, and what they are by that; and what a project adds to what is
//! known.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of thing outside of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A browser.
    Browser,
    /// A container.
    Container,
    /// A database, a queue or another server with data.
    Database,
    /// A connection, or a server on this machine.
    Network,
    /// Another process.
    Subprocess,
    /// A key, a password or an address in the environment.
    Environment,
    /// A file.
    File,
    /// Waiting for a while.
    Sleep,
}

impl ResourceKind {
    /// The kinds there are.
    pub(crate) const ALL: [Self; 8] = [
        Self::Browser,
        Self::Container,
        Self::Database,
        Self::Network,
        Self::Subprocess,
        Self::Environment,
        Self::File,
        Self::Sleep,
    ];

    /// One word for people and programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Container => "container",
            Self::Database => "database",
            Self::Network => "network",
            Self::Subprocess => "subprocess",
            Self::Environment => "environment",
            Self::File => "file",
            Self::Sleep => "sleep",
        }
    }

    /// The category of a test that reaches it.
    pub fn category(self) -> Category {
        match self {
            Self::Browser => Category::EndToEnd,
            Self::Container | Self::Database | Self::Network | Self::Subprocess | Self::Environment => {
                Category::Integration
            }
            Self::File | Self::Sleep => Category::Unit,
        }
    }
}

/// What a test is by what it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Nothing outside of the process but files.
    Unit,
    /// Something that has to be there: a server, a database, a process, a key.
    Integration,
    /// A browser.
    EndToEnd,
}

impl Category {
    /// All, from the smallest tests on.
    pub const ALL: [Self; 3] = [Self::Unit, Self::Integration, Self::EndToEnd];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Integration => "integration",
            Self::EndToEnd => "end-to-end",
        }
    }
}

/// What a project adds to what `loopmend categories` knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategorySettings {
    /// What reaches a kind of thing when it is called, by dotted names: `package.module.function`, `package.module.Class`,
    /// `package.module.Class.method`.
    pub callables: BTreeMap<ResourceKind, Vec<String>>,
    /// The fixtures that open one.
    pub fixtures: BTreeMap<ResourceKind, Vec<String>>,
    /// The marks that say what a test is.
    pub marks: BTreeMap<Category, Vec<String>>,
}
