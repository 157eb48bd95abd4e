//! Which blocking calls are looked for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a blocking call waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockingGroup {
    /// Another machine.
    Network,
    /// The disk.
    File,
    /// Another process.
    Process,
    /// Nothing but time.
    Sleep,
    /// Another thread or process.
    Sync,
    /// The user.
    Interactive,
    /// Nothing: it computes for long.
    Cpu,
}

impl BlockingGroup {
    /// The groups there are, by their names.
    pub(crate) const ALL: [(&str, Self); 7] = [
        ("network", Self::Network),
        ("file", Self::File),
        ("process", Self::Process),
        ("sleep", Self::Sleep),
        ("sync", Self::Sync),
        ("interactive", Self::Interactive),
        ("cpu", Self::Cpu),
    ];

    /// The group of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, group)| *group)
    }

    /// Whether it is looked for where nothing is said. Access to files is accepted by most projects, and a program that asks its user
    /// has mostly nothing else to do.
    fn is_on_by_default(self) -> bool {
        !matches!(self, Self::File | Self::Interactive)
    }
}

/// Which blocking calls are looked for in a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockingSettings {
    groups: Option<Vec<BlockingGroup>>,
    callables: Vec<String>,
}

impl BlockingSettings {
    pub(crate) fn new(groups: Option<Vec<BlockingGroup>>, callables: Vec<String>) -> Self {
        Self { groups, callables }
    }

    /// Whether the calls of a group are looked for.
    pub fn has_group(&self, group: BlockingGroup) -> bool {
        match &self.groups {
            Some(groups) => groups.contains(&group),
            None => group.is_on_by_default(),
        }
    }

    /// The callables that the project adds, by their dotted names.
    pub fn callables(&self) -> &[String] {
        &self.callables
    }
}
