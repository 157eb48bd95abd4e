//! How long things live that pytest makes.

use serde::{Deserialize, Serialize};

/// How long a fixture or an event loop is kept, from the shortest on
/// (docs.pytest.org/en/stable/how-to/fixtures.html#fixture-scopes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// For one test.
    Function,
    /// For the tests of a class.
    Class,
    /// For the tests of a file.
    Module,
    /// For the tests of a package.
    Package,
    /// For all tests.
    Session,
}

impl Scope {
    /// All, from the shortest on.
    pub const ALL: [Self; 5] = [Self::Function, Self::Class, Self::Module, Self::Package, Self::Session];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Class => "class",
            Self::Module => "module",
            Self::Package => "package",
            Self::Session => "session",
        }
    }

    /// The scope that is called so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}
