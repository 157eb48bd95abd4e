//! What a file does with libraries, according to the catalogue. Nothing has to be installed: the facts are found by imports and
//! assignments.

use loopmend_catalog::{
    Change, Derived, Documented, Entry, HowTaken, LoopAction, LoopCall, Role, Taken, entries, entry,
    loop_calls, named,
};
use loopmend_core::Span;
use loopmend_index::call_targets::RUN_FUNCTIONS;
use loopmend_index::summary::{
    Argument, ArgumentKind, Binding, BindingKind, CallSite, Expression, ExpressionId, NameId, ScopeId,
    Summary, Usage,
};
use loopmend_paths::Origins;
use loopmend_project::PythonVersion;
use loopmend_python::ast::Stmt;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;
use rustc_hash::FxHashSet;

use super::loop_policy::is_of_policy;
use super::{Call, Coroutine, File, call_of};
use crate::infer::{AwaitableSource, Slot};

/// An async function in a parameter of a library that never awaits it.
#[derive(Clone, Debug)]
pub struct TakenCallback {
    /// The call that passes the function.
    pub call: Call,
    /// The documented name of the callee.
    pub name: &'static str,
    /// What the library does with the function.
    pub how: HowTaken,
    /// The coroutine that the function returns.
    pub coroutine: Coroutine,
    /// The argument.
    pub argument: Span,
}

/// A use of what a version of Python removed or deprecated.
#[derive(Clone, Debug)]
pub struct ChangedUse {
    /// The range of the name, or of the argument.
    pub at: Span,
    /// The qualified name of the function around the use.
    pub symbol: String,
    /// The documented name.
    pub name: &'static str,
    /// What changed.
    pub change: Change,
    /// The version that changed it.
    pub since: ChangedIn,
    /// Whether it is removed, and not only deprecated.
    pub is_removed: bool,
    /// Whether every version that the project supports lacks it.
    pub is_gone: bool,
    /// Whether the project states that it supports no version with it.
    pub always_fails: bool,
}

/// The version that removed or deprecated something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedIn {
    /// A version of Python.
    Python(PythonVersion),
    /// A version of a library.
    Library {
        /// The name of the distribution.
        name: &'static str,
        /// The version.
        version: &'static str,
        /// Whether the function is asynchronous from then on, and is called without `await`.
        becomes_async: bool,
    },
}

impl ChangedUse {
    /// Returns the roles of the exceptions that the use raises where it is removed.
    fn raised(&self) -> &'static [Role] {
        match self.change.keyword {
            Some(_) => &[Role::RaisedByMissingArgument, Role::RaisedByMissingAttribute],
            None => &[Role::RaisedByMissingAttribute],
        }
    }
}

impl ChangedIn {
    fn becomes_async(self) -> bool {
        matches!(self, Self::Library { becomes_async: true, .. })
    }
}

/// A call of a library in an `async` function that runs an event loop itself.
#[derive(Clone, Debug)]
pub struct ServedInAsync {
    /// The call.
    pub call: Call,
    /// The documented name of the callee.
    pub name: String,
    /// The qualified name of the function.
    pub around: String,
    /// Whether it is a server or client, which raises a `RuntimeError`. Other libraries raise errors of their own.
    pub is_server: bool,
}

impl File<'_> {
    /// Returns the documented name of what a call calls.
    pub fn documented_callee(&self, site: &CallSite) -> Option<Documented> {
        let callee = self.summary().callee_or_itself(site.expression);
        Origins::new(self.engine()).documented(self.module(), site.scope, callee)
    }

    /// Returns whether a call calls a name with several bindings, or one that an `else` of `if TYPE_CHECKING` may bind to something else.
    pub fn calls_name_of_checkers(&self, site: &CallSite) -> bool {
        self.is_of_several(site.scope, self.summary().callee_or_itself(site.expression), 1)
    }

    /// Returns whether the name at the root of an expression has several bindings, or one that an `else` of `if TYPE_CHECKING` may bind to
    /// something else. The root of its value counts too, for some names in a row.
    pub fn is_of_several(&self, scope: ScopeId, expression: ExpressionId, names: u8) -> bool {
        let summary = self.summary();
        let mut root = expression;
        let name = loop {
            match summary.expression(root) {
                Expression::Name(name) => break name,
                Expression::Attribute { value, .. } => root = value,
                Expression::Call { callee, .. } => root = callee,
                _ => return false,
            }
        };
        let bound = summary.nearest_bindings_of(scope, name);
        if let ([only], Some(names)) = (bound, names.checked_sub(1))
            && let Some(value) = only.kind.value()
            && self.is_of_several(only.scope, value, names)
        {
            return true;
        }
        let has_else = |binding: &Binding| {
            self.tree().module().body.iter().any(|statement| match statement {
                Stmt::If(branch) => {
                    !branch.elif_else_clauses.is_empty()
                        && span(branch.range())
                            .as_range()
                            .contains(&(binding.offset.saturating_sub(1) as usize))
                        && self.slice(span(branch.test.range())).contains("TYPE_CHECKING")
                }
                _ => false,
            })
        };
        bound.len() > 1 || bound.iter().any(has_else)
    }

    /// Returns the calls that pass an async function to a library that calls it, and awaits nothing, in source order.
    pub fn taken_callbacks(&mut self) -> Vec<TakenCallback> {
        let summary = self.summary();
        summary.calls_named(taking()).into_iter().filter_map(|site| self.taken_callback(site)).collect()
    }

    fn taken_callback(&mut self, site: &CallSite) -> Option<TakenCallback> {
        let (module, summary) = (self.module(), self.summary());
        let known = self.documented_callee(site)?.entry()?;
        let taken = known.takes.filter(|taken| taken.how != HowTaken::Awaits)?;
        if Slot::is_known(&known.name) {
            return None;
        }
        let given = summary.arguments_of(site.expression)?;
        if site.expects_exception || has_keyword(summary, given, known.unless_keyword) {
            return None;
        }
        let argument = given[place_of_taken(summary, given, taken)?];
        let callable = self.inference_mut().async_callable(module, site.scope, argument.value)?;
        if callable.source != AwaitableSource::Definition {
            return None;
        }
        let is_in_assertion = known.roles.has(Role::ExpectsException);
        if is_in_assertion && !(callable.is_function && expects_exception_of_body(summary, given)) {
            return None;
        }
        let argument = summary.span(argument.value);
        Some(TakenCallback {
            call: call_of(summary, site),
            name: &known.name,
            how: taken.how,
            coroutine: self.describe(argument, callable.source, callable.function),
            argument,
        })
    }

    /// Returns the uses of what Python removed or deprecated in a version that the project supports, in source order.
    pub fn changed_uses(&mut self) -> Vec<ChangedUse> {
        let names = self.summary().names_or_aliases(changed());
        if names.is_empty() || self.asks_for_version() {
            return Vec::new();
        }
        let summary = self.summary();
        let mut found: Vec<ChangedUse> = Vec::new();
        for site in summary.calls.iter().filter(|site| !site.expects_exception) {
            let callee = summary.callee_or_itself(site.expression);
            if summary.last_name_id(callee).is_some_and(|name| names.contains(&name)) {
                found.extend(self.changed_use(site, callee));
            }
            for argument in summary.arguments_of(site.expression).unwrap_or_default() {
                if is_name_of(summary, argument.value, &names) {
                    found.extend(self.changed_value(site.scope, argument.value));
                }
            }
        }
        for definition in &summary.functions {
            let around = summary.scope_around(definition.scope);
            for decorator in summary.list(definition.decorators) {
                if is_name_of(summary, *decorator, &names) {
                    found.extend(self.changed_value(around, *decorator));
                }
            }
        }
        found.retain(|used| !self.is_guarded_against(used.at, used.raised()));
        found.sort_by_key(|used| used.at.start);
        found.dedup_by_key(|used| used.at);
        if !found.is_empty() && self.is_dead_module() {
            found.clear();
        }
        found
    }

    /// Returns whether the file asks for the version of Python, or whether a module has an attribute.
    fn asks_for_version(&self) -> bool {
        ["version_info", "hasattr(asyncio", "getattr(asyncio"].iter().any(|word| self.text().contains(word))
    }

    fn changed_use(&self, site: &CallSite, callee: ExpressionId) -> Option<ChangedUse> {
        let summary = self.summary();
        let known = self.documented_callee(site)?.entry().filter(|known| !is_of_policy(&known.name))?;
        if self.is_fallback(site.scope, callee, &known.name) {
            return None;
        }
        let given = summary.arguments_of(site.expression).unwrap_or_default();
        let runs_nothing = matches!(site.usage, Usage::Dropped | Usage::Used);
        let found = self.change_of(known, site.scope, |keyword| match keyword {
            None => Some(summary.span(callee)),
            Some(keyword) => given.iter().find_map(|argument| match argument.kind {
                ArgumentKind::Keyword(name) if summary.name(name) == keyword => {
                    Some(summary.span(argument.value))
                }
                _ => None,
            }),
        });
        found.filter(|found| runs_nothing || !found.since.becomes_async())
    }

    fn changed_value(&self, scope: ScopeId, value: ExpressionId) -> Option<ChangedUse> {
        let path = Origins::new(self.engine()).path(self.module(), scope, value)?;
        let span = self.summary().span(value);
        let known = entry(&path).filter(|known| !is_of_policy(&known.name))?;
        if self.is_fallback(scope, value, &known.name) {
            return None;
        }
        let found = self.change_of(known, scope, |keyword| keyword.is_none().then_some(span));
        found.filter(|found| !found.since.becomes_async())
    }

    /// Returns whether an import binds the same name to something else: `from asyncio import all_tasks` in a `try`, whose handler binds the
    /// name to `asyncio.Task.all_tasks`. A Python that has the first never takes the other one.
    fn is_fallback(&self, scope: ScopeId, value: ExpressionId, path: &str) -> bool {
        let summary = self.summary();
        let Expression::Name(name) = summary.expression(value) else { return false };
        let bound = summary.nearest_bindings_of(scope, name);
        let is_other = |binding: &Binding| match binding.kind {
            BindingKind::ImportFrom { module, name } => {
                path != format!("{}.{}", summary.name(module), summary.name(name))
            }
            _ => false,
        };
        bound.len() > 1 && bound.iter().any(is_other)
    }

    /// Returns what a version that the project supports changed, at the place that the change is about.
    fn change_of(
        &self,
        known: &'static Entry,
        scope: ScopeId,
        place: impl Fn(Option<&str>) -> Option<Span>,
    ) -> Option<ChangedUse> {
        let changes =
            known.removed.map(|it| (it, true)).into_iter().chain(known.deprecated.map(|it| (it, false)));
        changes.into_iter().find_map(|(change, is_removed)| {
            let (since, is_gone) = match change.python {
                Some(python) => self.changed_in_python(python)?,
                None => (self.changed_in_library(known, &change)?, true),
            };
            Some(ChangedUse {
                at: place(change.keyword)?,
                symbol: self.summary().qualified_name(scope),
                name: &known.name,
                change,
                since,
                is_removed,
                is_gone,
                always_fails: is_removed && change.python.is_some_and(|python| self.requires_later(python)),
            })
        })
    }

    /// Returns a version of Python if the project supports it, and whether it supports no earlier one.
    fn changed_in_python(&self, python: &str) -> Option<(ChangedIn, bool)> {
        let project = self.engine().project();
        let python: PythonVersion = python.parse().ok().filter(|python| *python <= NEWEST)?;
        let is_gone = project.python_version() >= python;
        let is_excluded = project.highest_python().is_some_and(|highest| highest < python);
        let is_meant = is_gone || !is_excluded && project.lowest_python().is_some_and(|low| low >= REPLACED);
        is_meant.then_some((ChangedIn::Python(python), is_gone))
    }

    /// Returns whether the project states that it runs on no version before this one. Older lower ends count as the oldest version that is
    /// told apart.
    fn requires_later(&self, python: &str) -> bool {
        let lowest = self.engine().project().lowest_python().filter(|lowest| *lowest > PythonVersion::OLDEST);
        lowest.is_some_and(|lowest| python.parse().is_ok_and(|python: PythonVersion| lowest >= python))
    }

    /// Returns a version of a library if the project means it or a later one.
    fn changed_in_library(&self, known: &'static Entry, change: &Change) -> Option<ChangedIn> {
        let version = change.version?;
        let package = name_of_package(known)?;
        let name = change.of.unwrap_or(package);
        let engine = self.engine();
        let becomes_async = becomes_async(known, change);
        // What is known to be asynchronous is a matter of other rules.
        let is_seen = becomes_async && engine.knows_package(package, engine.root(self.module()));
        let is_meant = !is_seen && engine.project().means_from(name, version);
        is_meant.then_some(ChangedIn::Library { name, version, becomes_async })
    }

    /// Returns the calls in `async` functions that run an event loop of their own by a library, in source order. Those that the call
    /// graph knows are left out.
    pub fn served_in_async(&self) -> Vec<ServedInAsync> {
        let summary = self.summary();
        let names = summary.names_or_aliases(serving());
        if names.is_empty() {
            return Vec::new();
        }
        let is_patched = summary.mentions(Role::NestsLoops);
        let sites = summary.calls.iter().filter(|site| {
            let function = summary.function_around(site.scope);
            !is_patched
                && !site.expects_exception
                && !site.catches_runtime_error
                && is_name_of(summary, summary.callee_or_itself(site.expression), &names)
                && function.is_some_and(|function| summary.function(function).is_async)
                && !self.asks_for_loop_in(site.scope)
        });
        sites
            .filter_map(|site| {
                let callee = summary.callee_or_itself(site.expression);
                let known = self.callable_by_import(site.scope, callee)?;
                let runs = runs_by_library(known) && (known.is_plain || !site.usage.is_awaited());
                runs.then(|| ServedInAsync {
                    call: call_of(summary, site),
                    name: known.name.to_string(),
                    around: summary.qualified_name(site.scope),
                    is_server: known.action == LoopAction::Serve,
                })
            })
            .collect()
    }
}

/// The newest version of Python. What later versions are to remove is still there.
const NEWEST: PythonVersion = PythonVersion { major: 3, minor: 14 };

/// The first version of Python that has what replaces the deprecated functions of asyncio: `loop_factory` of `asyncio.run`.
const REPLACED: PythonVersion = PythonVersion { major: 3, minor: 12 };

/// Returns the last parts of the names of what takes a callable, and does not await it.
fn taking() -> impl Iterator<Item = &'static str> {
    static NAMES: Derived<Vec<&'static str>> = Derived::new();
    let is_known = |known: &Entry| known.takes.is_some_and(|taken| taken.how != HowTaken::Awaits);
    NAMES.get(|| last_parts(is_known)).iter().copied()
}

/// Returns the last parts of the names of what takes a callable.
pub fn names_of_takers() -> impl Iterator<Item = &'static str> {
    static NAMES: Derived<Vec<&'static str>> = Derived::new();
    NAMES.get(|| last_parts(|known| known.takes.is_some())).iter().copied()
}

/// Returns the place among the arguments of a call of the callable that a library takes.
pub fn place_of_taken(summary: &Summary, given: &[Argument], taken: Taken) -> Option<usize> {
    given.iter().enumerate().position(|(place, argument)| match argument.kind {
        ArgumentKind::Positional => {
            place == taken.place
                && given[..place].iter().all(|before| before.kind == ArgumentKind::Positional)
        }
        ArgumentKind::Keyword(name) => summary.name(name) == taken.parameter,
        ArgumentKind::Starred | ArgumentKind::DoubleStarred => false,
    })
}

/// Returns whether an assertion expects an exception that a call of an async function cannot raise. A call with wrong arguments raises a
/// `TypeError`.
fn expects_exception_of_body(summary: &Summary, given: &[Argument]) -> bool {
    let Some(expected) = given.first().filter(|first| first.kind == ArgumentKind::Positional) else {
        return false;
    };
    summary.last_name(expected.value).is_some_and(|name| {
        let roles = named(name);
        !roles.has(Role::RaisedByMissingArgument) && !roles.has(Role::BroadException)
    })
}

/// Returns whether a function is still there, and is asynchronous now.
fn becomes_async(known: &Entry, change: &Change) -> bool {
    let last = known.name.rsplit('.').next().unwrap_or_default();
    change.instead.starts_with("`await ") && change.instead.contains(&format!(".{last}("))
}

fn name_of_package(known: &Entry) -> Option<&str> {
    known.name.split('.').next()
}

/// Returns the last parts of the names of what a version changed.
fn changed() -> impl Iterator<Item = &'static str> {
    static NAMES: Derived<Vec<&'static str>> = Derived::new();
    let is_known = |known: &Entry| known.removed.is_some() || known.deprecated.is_some();
    NAMES.get(|| last_parts(is_known)).iter().copied()
}

/// Returns whether a call runs an event loop, and the call graph does not know it.
fn runs_by_library(call: &LoopCall) -> bool {
    let is_known = || RUN_FUNCTIONS.iter().any(|known| known.name == call.name);
    match call.action {
        LoopAction::Serve => true,
        LoopAction::Start => !is_known(),
        _ => false,
    }
}

/// Returns the last parts of the names of what runs an event loop by a library.
fn serving() -> impl Iterator<Item = &'static str> {
    static NAMES: Derived<Vec<&'static str>> = Derived::new();
    let names = || loop_calls().iter().filter(|call| runs_by_library(call)).map(|call| call.called).collect();
    NAMES.get(names).iter().copied()
}

/// Returns the last parts of the names of some entries.
fn last_parts(is_known: impl Fn(&Entry) -> bool) -> Vec<&'static str> {
    let known = entries().filter(|known| is_known(known));
    let paths =
        known.flat_map(|known| std::iter::once(&*known.name).chain(known.definitions.iter().copied()));
    let mut names: Vec<&str> = paths.filter_map(|path| path.rsplit('.').next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Returns whether an expression is a name, or ends in one.
fn is_name_of(summary: &Summary, value: ExpressionId, names: &FxHashSet<NameId>) -> bool {
    match summary.expression(value) {
        Expression::Name(name) | Expression::Attribute { name, .. } => names.contains(&name),
        _ => false,
    }
}

/// Returns the last parts of the names under which code may call what some entries describe.
pub fn last_names(known: impl Iterator<Item = &'static Entry>) -> FxHashSet<&'static str> {
    let paths =
        known.flat_map(|known| std::iter::once(&*known.name).chain(known.definitions.iter().copied()));
    paths.filter_map(|path| path.rsplit('.').next()).collect()
}

/// Returns whether a call has one of some keyword arguments, or arguments that are not visible.
pub fn has_keyword(summary: &Summary, given: &[Argument], keywords: &[&str]) -> bool {
    given.iter().any(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => keywords.contains(&summary.name(name)),
        ArgumentKind::DoubleStarred => !keywords.is_empty(),
        _ => false,
    })
}

/// Returns the value that a name is bound to in a scope or around it, if it is bound once.
pub fn bound_once(summary: &Summary, scope: ScopeId, name: &str) -> Option<(ScopeId, ExpressionId)> {
    let [only] = summary.nearest_bindings(scope, name) else { return None };
    Some((only.scope, BindingKind::value(only.kind)?))
}
