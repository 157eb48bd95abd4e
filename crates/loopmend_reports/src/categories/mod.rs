//! Classifies the tests of a suite by the external resources they reach: browsers, servers, databases,
//! processes, files. From these follows whether a test is a unit, an integration or an end-to-end test.
//!
//! ```text
//! resources.toml ─► Resources     external resources, by package, class and name
//! Function       ─► Steps         what one function calls, and what it patches
//! TestItem       ─► TestCategory  the shortest path from a test or its fixtures to each kind of resource
//! TestCategory   ─► MissingMark   where to write the mark that states the category
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
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::ClassRef;
use loopmend_semantic::suite::TestItem;

pub use loopmend_project::{Category, ResourceKind};
pub use missing::{MissingMark, MissingMarks, Unmarkable, meaning_of_mark, missing_marks, name_of_mark};
pub use search::test_categories;
pub use steps::StepsOfTests;

/// The category of a test, with the evidence.
#[derive(Clone, Debug)]
pub struct TestCategory {
    /// The node ID of the test in pytest.
    pub node_id: String,
    /// The displayed path of the file that defines the test, and the range of its first line.
    pub place: Option<(String, Span)>,
    /// The category.
    pub category: Category,
    /// The resources that the test reaches, most significant kind first.
    pub reached: Vec<ReachedResource>,
    /// The kinds of resources that the test would reach if they were not replaced.
    pub replaced: Vec<ResourceKind>,
    /// The suite's mark that states a category, with that category.
    pub marked: Option<(String, Category)>,
    /// For a unit test: a callee that runs functions of the project in a way that is not followed. The test
    /// may reach more than is known.
    pub unfollowed: Option<String>,
    /// Whether more functions are reachable than were searched.
    pub is_cut: bool,
    pub(crate) item: TestItem,
    /// The classes whose marks apply to the test.
    marking_classes: Vec<ClassRef>,
    /// Why the test must not be marked.
    unmarkable: Option<Unmarkable>,
}

impl TestCategory {
    /// Returns the file that the test is collected from.
    pub fn module(&self) -> ModuleId {
        self.item.module
    }

    /// Returns whether a mark states another category, and not more than is known.
    pub fn disagrees(&self) -> bool {
        let is_other = self.marked.as_ref().is_some_and(|(_, marked)| *marked != self.category);
        is_other && self.unfollowed.is_none()
    }
}

/// An external resource, with the call path to it.
#[derive(Clone, Debug)]
pub struct ReachedResource {
    /// The kind of the resource.
    pub kind: ResourceKind,
    /// What reaches the resource.
    pub thing: ReachedThing,
    /// The functions from the test on, each with its call of the next one; the last calls the resource.
    /// Empty if the test requests a fixture of a plugin.
    pub way: Vec<ResourceHop>,
}

/// What reaches a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReachedThing {
    /// A call.
    Call {
        /// The package that the catalogue lists.
        package: Cow<'static, str>,
        /// The callee with its package: `redis.Redis.get`.
        name: String,
    },
    /// The name of an environment variable that is read.
    Variable(String),
    /// A fixture of a plugin.
    Fixture {
        /// The name of the fixture.
        name: String,
        /// The module of the plugin.
        plugin: &'static str,
    },
    /// The name of a fixture that the settings list.
    ListedFixture(String),
    /// The name of a mark.
    Mark(String),
    /// The dotted name of a base class of the test class.
    Base(String),
}

impl ReachedThing {
    /// Returns a single-word name for the form.
    pub fn form(&self) -> &'static str {
        match self {
            Self::Call { .. } => "call",
            Self::Variable(_) => "variable",
            Self::Fixture { .. } | Self::ListedFixture(_) => "fixture",
            Self::Mark(_) => "mark",
            Self::Base(_) => "base",
        }
    }

    /// Returns the name alone: `redis.Redis.get`, `API_KEY`, `page`.
    pub fn name(&self) -> &str {
        match self {
            Self::Call { name, .. } | Self::Fixture { name, .. } => name,
            Self::Variable(name) | Self::ListedFixture(name) | Self::Mark(name) | Self::Base(name) => name,
        }
    }

    /// Returns the package or plugin module that defines the resource.
    pub fn package(&self) -> Option<&str> {
        match self {
            Self::Call { package, .. } => Some(package),
            Self::Fixture { plugin, .. } => Some(plugin),
            Self::Base(name) => name.split('.').next(),
            Self::Variable(_) | Self::ListedFixture(_) | Self::Mark(_) => None,
        }
    }

    /// Returns a description in words.
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

/// A function on the path to a resource.
#[derive(Clone, Debug)]
pub struct ResourceHop {
    /// The qualified name of the function; for a fixture, preceded by the word for it.
    pub function: String,
    /// The place of the call in the function.
    pub place: Option<Place>,
}
