//! The ground facts of a project, found by reading: its files, settings, import roots, interpreter and
//! installed packages. The project's own code is never run.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod around;
mod bounds;
mod built_modules;
mod discovery;
mod environment;
mod file;
mod fingerprint;
#[expect(clippy::disallowed_methods, reason = "what git ignores is compared with paths and not shown")]
mod ignore_files;
mod ini;
mod layout;
mod library_files;
mod line_length;
mod links;
mod listing;
mod locked;
mod manifest;
mod nearest;
mod options;
mod paths;
mod project;
mod pytest;
mod python_literals;
mod python_version;
mod resolve;
mod roots;
mod scripts;
mod settings;
mod source;
mod stand_in;
mod standard_library;
mod tree;
mod unwritten;
mod variables;

pub use discovery::kind_by_extension;
pub use environment::{Distribution, Environment, EnvironmentSource};
pub use file::{FileStamp, ProjectFile, ReadError};
pub use links::{FollowedPath, Link, is_of_system, way_out};
pub use nearest::nearest;
pub use options::{DiscoverOptions, KnownRule, Notice, ProjectError};
pub use pep440_rs::{Version, VersionSpecifiers};
pub use project::{Project, max_bytes};
pub use pytest::{OptionValue, PytestConfiguration, PytestOption};
pub use python_version::{ParsePythonVersionError, PythonVersion};
pub use resolve::{ModuleFile, Origin, RootId};
pub use settings::{
    BlockingGroup, BlockingSettings, Category, CategorySettings, ResourceKind, settings_schema,
};
pub use source::{decode, with_edits};
pub use stand_in::Era;
pub use tree::{is_home, tree_of};

#[cfg(test)]
mod tests;
