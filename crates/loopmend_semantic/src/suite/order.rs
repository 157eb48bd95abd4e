//! The order in which pytest runs the files of tests.

use std::ffi::OsStr;

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{ArgumentKind, BindingKind, ExpressionId, Function, Summary};
use loopmend_project::Version;
use loopmend_python::{after_docstring, function_with, span_of};

use super::SuiteSettings;
use super::browser::PLUGIN;
use super::outcome::KNOWN_PLUGINS;
use crate::engine::{Engine, ModuleId};
use crate::file::File;

/// The hook whose wrappers run what it wraps.
const LOOP_HOOK: &str = "pytest_runtestloop";

/// The hook in which a `conftest.py` may sort the tests, or only mark them.
const ITEMS_HOOK: &str = "pytest_collection_modifyitems";

/// The configuration options that leave out tests.
const LEAVES_OUT: [&str; 2] = ["norecursedirs", "collect_imported_tests"];

/// The command-line options that change neither which tests run nor where.
const HARMLESS: [&str; 13] = [
    "-q",
    "-r",
    "-s",
    "-v",
    "-W",
    "--asyncio-mode=",
    "--color=",
    "--cov",
    "--durations=",
    "--no-header",
    "--showlocals",
    "--strict",
    "--tb=",
];

/// The collection order of a file: the index in `testpaths`, and the parts of its path with a flag that
/// puts directories last.
type Place<'p> = (usize, Vec<(bool, &'p OsStr)>);

impl Engine<'_> {
    /// Returns the test files of a configuration in collection order; `None` if something may reorder or
    /// deselect them.
    pub(super) fn test_files_in_order(&self, settings: &SuiteSettings) -> Option<Vec<ModuleId>> {
        if chooses(settings) {
            return None;
        }
        let is_known = |module: &ModuleId| {
            let name = self.module_name(*module);
            name == PLUGIN || KNOWN_PLUGINS.iter().any(|known| name.starts_with(known))
        };
        let plugins = self.pytest_plugins().iter().copied().filter(|plugin| !is_known(plugin));
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        if files.clone().chain(plugins).any(|module| self.may_order(module)) {
            return None;
        }
        let directories_last = *settings.pytest.version()? < Version::new([8]);
        let mut placed: Vec<(Place, ModuleId)> = files
            .filter_map(|module| {
                let path = self.module_path(module)?;
                let place = settings.place_in_test_paths(path)?;
                let is_of_it = settings.is_test_file(path)
                    && self.suite_settings(module).is_some_and(|own| own.is_of_same_file(settings));
                let last = path.components().count() - 1;
                let parts = path.components().enumerate();
                let parts = parts.map(|(depth, part)| (directories_last && depth < last, part.as_os_str()));
                is_of_it.then(|| ((place, parts.collect()), module))
            })
            .collect();
        placed.sort();
        Some(placed.into_iter().map(|(_, module)| module).collect())
    }

    /// Whether a module has one of the hooks, itself or in a class that it registers, and the hook may order or choose tests.
    fn may_order(&self, module: ModuleId) -> bool {
        Role::OrdersTests
            .names()
            .iter()
            .any(|name| self.has_name(module, name) && !self.leaves_order(module, name))
    }

    /// `true` if all functions of a module with the name of a hook leave all tests where they are.
    fn leaves_order(&self, module: ModuleId, hook: &str) -> bool {
        let summary = self.summary(module);
        let is_hook = |function: &&Function| summary.name(function.name) == hook;
        let functions: Vec<&Function> = summary.functions.iter().filter(is_hook).collect();
        let is_imported = summary
            .bindings_of(Summary::MODULE_SCOPE, hook)
            .iter()
            .any(|binding| matches!(binding.kind, BindingKind::ImportFrom { .. }));
        let leaves = |function: &Function| match hook {
            LOOP_HOOK => is_wrapper(summary, function),
            ITEMS_HOOK => only_marks(&File::new(self, module), function),
            _ => false,
        };
        !functions.is_empty() && !is_imported && functions.into_iter().all(leaves)
    }
}

/// `true` if a function is a wrapper of a hook: `@pytest.hookimpl(wrapper=True)`.
fn is_wrapper(summary: &Summary, function: &Function) -> bool {
    let wraps = |decorator: &ExpressionId| {
        let arguments = summary.arguments_of(*decorator).unwrap_or_default();
        arguments.iter().any(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => named(summary.name(name)).has(Role::HookWrapper),
            _ => false,
        })
    };
    summary.list(function.decorators).iter().any(wraps)
}

/// `true` if a hook only goes through the tests, which it may mark, and skips none.
fn only_marks(file: &File, function: &Function) -> bool {
    const TESTS: &str = "items";
    let Some(hook) = function_with(file.tree(), function.header) else { return false };
    let takes_tests = hook.parameters.includes(TESTS);
    let body: Vec<&str> =
        after_docstring(&hook.body).iter().map(|statement| file.slice(span_of(statement))).collect();
    let code = body.iter().flat_map(|statement| statement.lines());
    let leaves = |line: &str| {
        let line = line.split('#').next().unwrap_or_default();
        !line.contains("skip") && !line.contains("deselect") && only_reads(line, TESTS)
    };
    takes_tests && code.into_iter().all(leaves)
}

/// `true` if each mention of a name in a line of code iterates over it or counts its elements.
fn only_reads(line: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).all(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        let is_word = !before.ends_with(is_part) && !after.starts_with(is_part);
        let is_iterated = before.ends_with(" in ") && after.trim_start().starts_with(':');
        let is_argument = before.ends_with("len(") || before.ends_with("enumerate(");
        !is_word || is_iterated || is_argument && after.starts_with(')')
    })
}

/// Returns whether the configuration may deselect tests, run them in several processes or in another order,
/// or name plugins.
pub(super) fn chooses(settings: &SuiteSettings) -> bool {
    let Some(configuration) = &settings.configuration else { return false };
    let words = configuration.words("addopts").unwrap_or_default();
    let is_harmless = |word: &String| HARMLESS.iter().any(|option| word.starts_with(option));
    let paths = configuration.words("testpaths").unwrap_or_default();
    !words.iter().all(is_harmless)
        || paths.iter().any(|path| path.contains(['*', '?', '[']))
        || LEAVES_OUT.iter().any(|name| configuration.value(name).is_some())
}
