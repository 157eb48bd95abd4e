//! Hooks of `conftest.py` files and plugins that may add marks which plugins recognize, or change what runs
//! the tests.

use std::sync::Arc;

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{BindingKind, Expression, ExpressionId, FunctionId, ScopeId, Summary};
use loopmend_project::Origin;

use super::marks::{name_of_mark, names_marks, takes_tests};
use super::outcome::KNOWN_PLUGINS;
use super::settings::SuiteSettings;
use crate::engine::ModuleId;
use crate::infer::{Inference, Location, Type, argument_named};

/// The mark of pytest-asyncio.
const ASYNCIO: &str = "asyncio";

/// The maximum number of modules through which names are followed.
const DEEPEST: usize = 3;

/// Which hooks to check, and whether pytest-asyncio's mark counts if a hook adds it after collection.
#[derive(Clone, Copy)]
struct Hooks {
    names: &'static [&'static str],
    count_late: bool,
}

impl Inference<'_> {
    /// Returns whether a hook may mark a test of a file so that a plugin runs it. If late marks count,
    /// marks that determine the loop count too. Also returns `true` if a plugin named by the project is
    /// unknown.
    pub(super) fn find_marking_hook(&mut self, module: ModuleId, count_late: bool) -> bool {
        self.begin();
        if self.has_open_plugins(module) {
            return true;
        }
        let plugins = self.fixture_modules(module).into_iter().filter(|plugin| *plugin != module);
        let plugins: Vec<ModuleId> = plugins.collect();
        plugins.into_iter().any(|plugin| {
            let name = self.engine.module_name(plugin);
            let is_known = KNOWN_PLUGINS.iter().any(|known| name.starts_with(known));
            !is_known && self.has_marking_hook_itself(plugin, count_late)
        }) || self.has_marking_hook_beside(module, count_late)
    }

    /// Returns whether a `conftest.py` of the same suite, in any directory, has a marking hook that sees
    /// the tests of all directories.
    fn has_marking_hook_beside(&mut self, module: ModuleId, count_late: bool) -> bool {
        let path = |settings: Option<Arc<SuiteSettings>>| {
            settings.and_then(|settings| Some(settings.configuration.as_ref()?.path.clone()))
        };
        let own = path(self.engine.suite_settings(module));
        let engine = self.engine;
        engine.conftest_files().iter().copied().any(|conftest| {
            path(engine.suite_settings(conftest)) == own && {
                self.rest_on_whole(conftest);
                self.may_mark_by_hook(
                    conftest,
                    Hooks { names: Role::SeesAllTests.names(), count_late },
                    DEEPEST,
                )
            }
        })
    }

    /// Returns whether a plugin itself may mark tests through a hook. An installed plugin counts only if it
    /// mentions a mark that runs tests, because many plugins mark tests for themselves.
    fn has_marking_hook_itself(&mut self, plugin: ModuleId, count_late: bool) -> bool {
        match self.engine.origin(plugin) {
            Origin::FirstParty => {
                self.rest_on_whole(plugin);
                self.may_mark_by_hook(plugin, Hooks { names: Role::SeesTests.names(), count_late }, DEEPEST)
            }
            Origin::StandardLibrary | Origin::ThirdParty => {
                self.engine.may_bind(plugin, "asyncio") && {
                    let summary = self.summary(plugin);
                    let writes = |name: &str| summary.names.find(name).is_some();
                    writes("asyncio")
                        && (writes("add_marker") || writes("mark"))
                        && functions_named(summary, Role::SeesTests.names()).next().is_some()
                }
            }
        }
    }

    /// Returns whether a module of the project has such a hook, defined, imported or registered by it.
    fn may_mark_by_hook(&mut self, module: ModuleId, hooks: Hooks, depth: usize) -> bool {
        let summary = self.summary(module);
        let own: Vec<FunctionId> = functions_named(summary, hooks.names).collect();
        own.into_iter().any(|hook| self.may_mark(module, hook, hooks))
            || self.imports_marking_hook(module, hooks, depth)
            || self.registers_marking_plugin(module, hooks, depth)
    }

    fn imports_marking_hook(&mut self, module: ModuleId, hooks: Hooks, depth: usize) -> bool {
        let summary = self.summary(module);
        let imported = hooks.names.iter().flat_map(|hook| summary.bindings_of(Summary::MODULE_SCOPE, hook));
        let imported = imported.filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { module, .. } => Some(module),
            _ => None,
        });
        let stars = summary.scope(Summary::MODULE_SCOPE).star_imports.iter().map(|star| star.module);
        let sources = imported.chain(stars).map(|source| self.engine.resolve(summary.name(source), module));
        let sources: Vec<ModuleId> = sources.filter(|source| *source != module).collect();
        sources.into_iter().any(|source| self.is_marking_source(source, hooks, depth))
    }

    /// Returns whether a module registers such a plugin: `config.pluginmanager.register(plugin)`.
    fn registers_marking_plugin(&mut self, module: ModuleId, hooks: Hooks, depth: usize) -> bool {
        let summary = self.summary(module);
        if summary.names.find("pluginmanager").is_none() {
            return false;
        }
        let all = Hooks { names: Role::SeesTests.names(), ..hooks };
        let mut registered = summary.calls.iter().filter_map(|site| {
            let first = summary.arguments_of(site.expression)?.first()?;
            (summary.last_name(site.expression) == Some("register")).then_some((site.scope, first.value))
        });
        registered.any(|(scope, plugin)| {
            let plugin = self.evaluate(Location::in_scope(module, scope), plugin);
            self.parts(plugin).into_iter().any(|part| match part {
                Type::Module(source) => self.is_marking_source(source, all, depth),
                Type::Class(class) | Type::Instance(class, _) => {
                    self.is_marking_source(class.module, all, depth)
                }
                _ => false,
            })
        })
    }

    fn is_marking_source(&mut self, source: ModuleId, hooks: Hooks, depth: usize) -> bool {
        if depth == 0 || self.engine.is_absent(source) {
            return true;
        }
        self.engine.origin(source) == Origin::FirstParty && {
            self.rest_on_whole(source);
            let summary = self.summary(source);
            let own: Vec<FunctionId> = functions_named(summary, hooks.names).collect();
            own.into_iter().any(|hook| self.may_mark(source, hook, hooks))
                || self.imports_marking_hook(source, hooks, depth - 1)
        }
    }

    /// Returns whether a hook may mark tests so that a plugin runs them, or set what they call. Its module
    /// does so somewhere, or it calls a function of another module.
    fn may_mark(&mut self, module: ModuleId, hook: FunctionId, hooks: Hooks) -> bool {
        let summary = self.summary(module);
        let sets =
            Role::TestAttribute.names().iter().any(|name| summary.patches(name, Summary::MODULE_SCOPE));
        let is_written = |name: &str| summary.names.find(name).is_some();
        let marks = is_written("add_marker") || is_written("mark");
        let is_late = !hooks.count_late && is_late(summary, hook);
        let takes = |name: &str| takes_tests(name) && !(is_late && name == ASYNCIO);
        sets || is_written("own_markers")
            || marks && self.adds_taking_marks(module, &takes)
            || self.calls_others(module, summary.function(hook).scope)
    }

    /// Returns whether a module adds a mark to tests by which a plugin runs them, or a mark that may be
    /// one. Other marks do not change how tests run.
    fn adds_taking_marks(&mut self, module: ModuleId, takes: &dyn Fn(&str) -> bool) -> bool {
        let summary = self.summary(module);
        summary.calls.iter().any(|site| {
            let arguments = summary.arguments_of(site.expression).unwrap_or_default();
            let given = arguments.iter().map(|argument| summary.callee_or_itself(argument.value));
            let mut named = given.chain([summary.callee_or_itself(site.expression)]);
            if named.any(|named| name_of_mark(summary, named).is_some_and(takes)) {
                return true;
            }
            let is_adding = summary.last_name(site.expression) == Some("add_marker");
            arguments.first().filter(|_| is_adding).is_some_and(|added| {
                self.may_add_taking(Location::in_scope(module, site.scope), added.value, takes)
            })
        })
    }

    /// Returns whether a mark, or its name, may be one by which a plugin runs tests. A composed name counts
    /// if such a name is written near its parts.
    fn may_add_taking(&mut self, at: Location, added: ExpressionId, takes: &dyn Fn(&str) -> bool) -> bool {
        let summary = self.summary(at.module);
        if let Expression::String(text) = summary.expression(added) {
            return takes(summary.name(text));
        }
        match self.name_of_known_mark(at, added) {
            Some(name) => takes(&name),
            None => {
                writes_mark(summary, takes)
                    || self.imported_by(at.module).into_iter().any(|source| {
                        self.rest_on_whole(source);
                        writes_mark(self.summary(source), takes)
                    })
            }
        }
    }

    /// Returns the project modules from which a module imports something at its top level.
    fn imported_by(&mut self, module: ModuleId) -> Vec<ModuleId> {
        let summary = self.summary(module);
        let scope = summary.scope(Summary::MODULE_SCOPE);
        let names = scope.entries.iter().map(|entry| summary.name(entry.name));
        let bindings = names.flat_map(|name| summary.bindings_of(Summary::MODULE_SCOPE, name));
        let imported = bindings.flat_map(|binding| match binding.kind {
            BindingKind::Import { module } => vec![summary.name(module).to_owned()],
            BindingKind::ImportFrom { module, name } => {
                let (source, name) = (summary.name(module), summary.name(name));
                let dot = if source.ends_with('.') { "" } else { "." };
                vec![source.to_owned(), format!("{source}{dot}{name}")]
            }
            _ => Vec::new(),
        });
        let stars = scope.star_imports.iter().map(|star| summary.name(star.module).to_owned());
        let sources = imported.chain(stars).map(|source| self.engine.resolve(&source, module));
        let is_meant = |source: &ModuleId| {
            *source != module
                && !self.engine.is_absent(*source)
                && self.engine.origin(*source) == Origin::FirstParty
        };
        sources.filter(is_meant).collect()
    }

    /// Returns whether code in a scope calls a function of another project module that may handle marks, or
    /// passes something to an unknown one.
    fn calls_others(&mut self, module: ModuleId, scope: ScopeId) -> bool {
        let summary = self.summary(module);
        let calls = summary.calls_inside(scope);
        let calls: Vec<(ScopeId, ExpressionId)> = calls.map(|site| (site.scope, site.expression)).collect();
        calls.into_iter().any(|(scope, call)| {
            let callee = summary.callee_or_itself(call);
            let is_name = matches!(summary.expression(callee), Expression::Name(_));
            let arguments = summary.arguments_of(call).unwrap_or_default();
            let is_given =
                |value| matches!(summary.expression(value), Expression::Name(_) | Expression::Starred(_));
            let gives = arguments.iter().any(|argument| is_given(argument.value));
            let called = self.evaluate(Location::in_scope(module, scope), callee);
            self.parts(called).into_iter().any(|part| match part {
                Type::Function(callee) => {
                    let of = self.function_of(callee).module;
                    of != module && self.engine.origin(of) == Origin::FirstParty && self.writes_of_marks(of)
                }
                Type::Unknown => is_name && gives,
                _ => false,
            })
        })
    }

    /// Returns whether a project module mentions marks, calls something that may, or sets the attributes of
    /// tests.
    fn writes_of_marks(&mut self, module: ModuleId) -> bool {
        self.rest_on_whole(module);
        let writes = |summary: &Summary| {
            let words = Role::AddsMark.names().iter().chain(Role::TestAttribute.names());
            words.into_iter().any(|name| summary.names.find(name).is_some())
        };
        writes(self.summary(module))
            || self.imported_by(module).into_iter().any(|source| {
                self.rest_on_whole(source);
                writes(self.summary(source))
            })
    }

    /// Returns whether the project adds marks before the existing ones of tests in a file:
    /// `item.add_marker(mark, append=False)`. This is an outermost query.
    pub(super) fn may_put_marks_before(&mut self, module: ModuleId) -> bool {
        self.begin();
        let modules = self.fixture_modules(module).into_iter();
        let own: Vec<ModuleId> =
            modules.filter(|module| self.engine.origin(*module) == Origin::FirstParty).collect();
        own.into_iter().any(|module| {
            let summary = self.summary(module);
            let is_adding = |call: &ExpressionId| summary.last_name(*call) == Some("add_marker");
            let calls = summary.calls.iter().map(|site| site.expression);
            summary.names.find("add_marker").is_some()
                && calls.filter(is_adding).any(|call| argument_named(summary, call, "append", 1).is_some())
        })
    }

    /// Returns whether a plugin that the project names is unknown: one of `-p`, or one of `pytest_plugins`.
    fn has_open_plugins(&mut self, module: ModuleId) -> bool {
        let plugins = self.engine.named_plugins(module);
        let mut named = plugins.iter().flat_map(|plugins| &plugins.modules);
        let mut conftests = self.conftests(module).into_iter();
        named.any(|name| self.engine.is_absent(self.plugin_named(name, module)))
            || self.has_open_fixtures(module)
            || conftests.any(|conftest| !names_plugins_plainly(self.summary(conftest)))
    }
}

/// Returns whether a hook sees tests after collection.
pub(super) fn is_late(summary: &Summary, hook: FunctionId) -> bool {
    named(summary.name(summary.function(hook).name)).has(Role::SeesCollectedTests)
}

/// Returns whether a module mentions one of these marks, including in strings.
pub(super) fn writes_mark(summary: &Summary, is_meant: &dyn Fn(&str) -> bool) -> bool {
    summary.expressions.iter().any(|expression| match *expression {
        Expression::String(text) => is_meant(summary.name(text)),
        Expression::Attribute { value, name } => is_meant(summary.name(name)) && names_marks(summary, value),
        _ => false,
    })
}

/// Returns whether a module lists its plugins as string literals, if it has any: `pytest_plugins = ["a",
/// "b"]`.
fn names_plugins_plainly(summary: &Summary) -> bool {
    let is_text = |name: &ExpressionId| matches!(summary.expression(*name), Expression::String(_));
    summary.bindings_of(Summary::MODULE_SCOPE, "pytest_plugins").iter().all(|binding| {
        binding.kind.value().is_some_and(|value| match summary.expression(value) {
            Expression::Tuple(elements) | Expression::Display { elements, .. } => {
                summary.list(elements).iter().all(is_text)
            }
            _ => is_text(&value),
        })
    })
}

/// Returns the functions of a module with one of these names, at any nesting.
pub(super) fn functions_named<'s>(
    summary: &'s Summary,
    names: &'s [&str],
) -> impl Iterator<Item = FunctionId> + 's {
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    functions.filter(|id| names.contains(&summary.name(summary.function(*id).name)))
}
