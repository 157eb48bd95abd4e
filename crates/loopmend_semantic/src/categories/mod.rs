//! What the tests of a suite reach outside of themselves: browsers, servers, databases, processes, files; and so whether each
//! is a unit, an integration or an end-to-end test.
//!
//! ```text
//! resources.toml ─► Resources     what is outside, by package, class and name
//! Function       ─► Steps         what one function calls, and what it puts something in the place of
//! TestItem       ─► TestCategory  the shortest way from a test, or from a fixture that it uses, to each kind of resource
//! TestCategory   ─► MissingMark   where a mark goes that says it
//! ```

mod added;
mod commands;
mod constants;
mod given;
mod handed;
mod keys;
mod missing;
mod replaced;
mod resources;
mod run;
mod search;
mod steps;

use std::borrow::Cow;

use loopmend_core::{Place, Span};

pub use loopmend_project::{Category, ResourceKind};

use crate::engine::ModuleId;
use crate::infer::ClassRef;
use crate::suite::TestItem;

pub use missing::{
    MarkedPart, MissingMark, MissingMarks, Unmarkable, meaning_of_mark, missing_marks, name_of_mark,
};
pub use steps::StepsOfTests;

/// What a test is, and why.
#[derive(Clone, Debug)]
pub struct TestCategory {
    /// The identifier that pytest gives to it.
    pub node_id: String,
    /// The file that its `def` stands in, as it is shown, and its first line.
    pub place: Option<(String, Span)>,
    /// What it is.
    pub category: Category,
    /// What it reaches, the kind that tells most first.
    pub reached: Vec<ReachedResource>,
    /// The kinds that it would reach if nothing stood in their place.
    pub replaced: Vec<ResourceKind>,
    /// The mark of the suite that says what it is, and what that is.
    pub marked: Option<(String, Category)>,
    /// Of a unit test: what it calls that calls functions of the project in a way that is not followed, so that it may be more.
    pub unfollowed: Option<String>,
    /// Whether more functions can be reached than were looked at.
    pub is_cut: bool,
    pub(crate) item: TestItem,
    /// The classes whose marks it has.
    marking_classes: Vec<ClassRef>,
    /// Why it may not be given a mark.
    unmarkable: Option<Unmarkable>,
}

impl TestCategory {
    /// The file that it is collected from.
    pub fn module(&self) -> ModuleId {
        self.item.module
    }

    /// Whether a mark says something else, and not more than is known.
    pub fn disagrees(&self) -> bool {
        let is_other = self.marked.as_ref().is_some_and(|(_, marked)| *marked != self.category);
        is_other && self.unfollowed.is_none()
    }
}

/// A resource, and the way to it.
#[derive(Clone, Debug)]
pub struct ReachedResource {
    /// What kind it is.
    pub kind: ResourceKind,
    /// What it is reached by.
    pub thing: ReachedThing,
    /// The functions from the test on, each with its call of the next one; the last calls the resource. Empty where the test asks for a
    /// fixture of a plugin.
    pub way: Vec<ResourceHop>,
}

/// What a resource is reached by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReachedThing {
    /// A call.
    Call {
        /// The package that is listed.
        package: Cow<'static, str>,
        /// What is called, with the package: `redis.Redis.get`.
        name: String,
    },
    /// The name of a variable in the environment, which is asked for.
    Variable(String),
    /// A fixture of a plugin.
    Fixture {
        /// Its name.
        name: String,
        /// The module of the plugin.
        plugin: &'static str,
    },
    /// The name of a fixture that the settings list.
    ListedFixture(String),
    /// The name of a mark.
    Mark(String),
    /// The dotted name of a class that the class of the test inherits from.
    Base(String),
}

impl ReachedThing {
    /// One word for its form.
    pub fn form(&self) -> &'static str {
        match self {
            Self::Call { .. } => "call",
            Self::Variable(_) => "variable",
            Self::Fixture { .. } | Self::ListedFixture(_) => "fixture",
            Self::Mark(_) => "mark",
            Self::Base(_) => "base",
        }
    }

    /// Its name alone: `redis.Redis.get`, `API_KEY`, `page`.
    pub fn name(&self) -> &str {
        match self {
            Self::Call { name, .. } | Self::Fixture { name, .. } => name,
            Self::Variable(name) | Self::ListedFixture(name) | Self::Mark(name) | Self::Base(name) => name,
        }
    }

    /// The package, or the module of the plugin, that it is known of.
    pub fn package(&self) -> Option<&str> {
        match self {
            Self::Call { package, .. } => Some(package),
            Self::Fixture { plugin, .. } => Some(plugin),
            Self::Base(name) => name.split('.').next(),
            Self::Variable(_) | Self::ListedFixture(_) | Self::Mark(_) => None,
        }
    }

    /// What it is, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Call { name, .. } | Self::Variable(name) => format!("`{name}`"),
            Self::Fixture { name, plugin } => format!("the fixture `{name}` of {plugin}"),
            Self::ListedFixture(name) => format!("the fixture `{name}`"),
            Self::Mark(name) => format!("the mark `{name}`"),
            Self::Base(name) => format!("the class `{name}`"),
        }
    }
}

/// A function on the way to a resource.
#[derive(Clone, Debug)]
pub struct ResourceHop {
    /// Its qualified name; of a fixture, with the word before it.
    pub function: String,
    /// The call in it.
    pub place: Option<Place>,
}
