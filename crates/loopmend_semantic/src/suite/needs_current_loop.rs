//! Plain code of a suite that needs a current event loop while none is running. `asyncio.run` leaves none
//! behind.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_core::at_work::uncounted;
use loopmend_index::calls::called_name;
use loopmend_index::decorators::{is_fixture, is_property};
use loopmend_index::summary::{BindingKind, CallSite, ExpressionId, FunctionId, ScopeId, ScopeKind, Summary};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::text_size::Ranged;
use loopmend_python::{span, walk_body};
use rustc_hash::FxHashSet;

use super::asking::{DEEPEST, GET_EVENT_LOOP, PRIMITIVES_DO_NOT_ASK};
use super::conventions::OF_TEST_CASE;
use super::fixtures::requests;
use super::given_on::is_given_on;
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Type};

/// The maximum number of calls of a name. A name with more is assumed to be called by a test.
const MOST_CALLS: usize = 200;

/// The maximum number of calls of an asyncio function to inspect.
const MOST_CALLS_OF_ASYNCIO: usize = 2000;

/// An entry into code that gets the current loop.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Entrance {
    /// Calls of this name.
    Called(String),
    /// The definitions that this function decorates.
    Decorates(FunctionRef),
    /// An attribute access on objects of this class.
    Property(ClassRef, String),
}

impl File<'_> {
    /// Returns whether plain code that pytest runs gets the current event loop, directly or through its
    /// callees.
    pub fn suite_needs_current_loop(&mut self) -> bool {
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        *engine.suite_needs_current_loop.get_or_init(|| uncounted(|| self.leads_to_current_loop()))
    }

    fn leads_to_current_loop(&mut self) -> bool {
        let Some(mut open) = self.entrances_of_asyncio() else { return true };
        let mut seen = FxHashSet::default();
        for _ in 0..DEEPEST {
            for entrance in std::mem::take(&mut open) {
                if seen.insert(entrance.clone()) {
                    match self.entrances_behind(&entrance) {
                        Some(entrances) => open.extend(entrances),
                        None => return true,
                    }
                }
            }
        }
        open.iter().any(|entrance| !seen.contains(entrance))
    }

    /// Returns the entries into the plain functions that get the loop directly. Returns `None` if pytest
    /// runs one, or if such a callable is passed on as a value.
    fn entrances_of_asyncio(&mut self) -> Option<Vec<Entrance>> {
        let engine = self.engine();
        let old = engine.project().python_version() < PRIMITIVES_DO_NOT_ASK;
        let of_old: &[&str] = if old { Role::AsyncioPrimitive.names() } else { &[] };
        let mut found = Vec::new();
        let others = Role::AsksForCurrentLoop.names().iter().filter(|name| **name != GET_EVENT_LOOP);
        for name in std::iter::once(&GET_EVENT_LOOP).chain(others).chain(of_old) {
            if files_with(engine, name).any(|module| is_given_on(engine, module, name)) {
                return None;
            }
            let mut sites = engine.find_call_sites(name, MOST_CALLS_OF_ASYNCIO)?.to_vec();
            sites.extend(calls_by_other_names(engine, name));
            for (module, place) in sites {
                let site = engine.summary(module).calls[place as usize];
                if let Some(function) = plain_function_around(engine.summary(module), &site)
                    && self.inference_mut().asks_for_current_loop(module, &site)
                {
                    found.extend(self.entrances_to(FunctionRef { module, function })?);
                }
            }
        }
        Some(found)
    }

    /// Returns the entries into the plain functions that use this entry. Returns `None` if pytest runs one,
    /// or if there are too many.
    fn entrances_behind(&mut self, entrance: &Entrance) -> Option<Vec<Entrance>> {
        let functions = match entrance {
            Entrance::Called(name) => self.plain_callers(name)?,
            Entrance::Decorates(decorator) => self.decorated_by(*decorator),
            Entrance::Property(class, name) => self.readers_of(*class, name),
        };
        let found: Option<Vec<_>> =
            functions.into_iter().map(|function| self.entrances_to(function)).collect();
        found.map(|found| found.into_iter().flatten().collect())
    }

    /// Returns the entries into a function and its enclosing functions, which may return it. Returns `None`
    /// if pytest runs one of them, except code that requests a missing `event_loop` fixture. Also returns
    /// `None` if not all callers are known, because the function is passed as a value or has no name.
    fn entrances_to(&self, function: FunctionRef) -> Option<Vec<Entrance>> {
        if self.is_run_by_pytest(function) {
            return self.asks_for_missing_loop(function).then(Vec::new);
        }
        let FunctionRef { module, function } = function;
        let summary = self.engine().summary(module);
        let mut found: Vec<Entrance> = own_entrance(summary, FunctionRef { module, function })?;
        let mut inner = function;
        while let ScopeKind::Function(outer) =
            summary.scope(summary.scope_around(summary.function(inner).scope)).kind
        {
            let around = FunctionRef { module, function: outer };
            if self.is_run_by_pytest(around) && self.may_run_plainly(around) {
                return self.asks_for_missing_loop(around).then_some(found);
            }
            found.push(Entrance::Decorates(around));
            found.extend(own_entrance(summary, around)?);
            inner = outer;
        }
        let outermost = own_entrance(summary, FunctionRef { module, function: inner })?;
        let is_given_on = outermost.iter().any(|entrance| self.is_given_on(entrance, inner != function));
        let is_known = !is_lambda(summary, inner) && !is_given_on;
        is_known.then_some(found)
    }

    /// Returns whether the callable of a name is also passed on as a value. Use as a decorator does not
    /// count if the callable may be one.
    fn is_given_on(&self, entrance: &Entrance, may_decorate: bool) -> bool {
        let Entrance::Called(name) = entrance else { return false };
        let engine = self.engine();
        engine.is_passed_on(name)
            && (!may_decorate || files_with(engine, name).any(|module| is_given_on(engine, module, name)))
    }

    /// Returns whether code in a function that pytest runs may be called while no loop is running. An async
    /// test awaits what it calls.
    fn may_run_plainly(&self, FunctionRef { module, function }: FunctionRef) -> bool {
        let summary = self.engine().summary(module);
        !summary.function(function).is_async || is_fixture(summary, function)
    }

    fn asks_for_missing_loop(&self, function: FunctionRef) -> bool {
        const NAME: &str = "event_loop";
        let engine = self.engine();
        !engine.defines_fixture(NAME)
            && requests(engine.summary(function.module), function.function).iter().any(|asked| asked == NAME)
    }

    /// Returns the plain project functions that call this name, or an import alias of it. Returns `None` if
    /// there are too many calls.
    fn plain_callers(&self, name: &str) -> Option<Vec<FunctionRef>> {
        let engine = self.engine();
        let mut sites = engine.find_call_sites(name, MOST_CALLS)?.to_vec();
        sites.extend(calls_by_other_names(engine, name));
        let caller = |(module, place): &(ModuleId, u32)| {
            let summary = engine.summary(*module);
            let function = plain_function_around(summary, &summary.calls[*place as usize])?;
            Some(FunctionRef { module: *module, function })
        };
        Some(sites.iter().filter_map(caller).collect())
    }

    /// Returns the project functions that a function decorates.
    fn decorated_by(&mut self, decorator: FunctionRef) -> Vec<FunctionRef> {
        let engine = self.engine();
        let of = engine.summary(decorator.module);
        let name = of.name(of.function(decorator.function).name);
        let mut found = Vec::new();
        for module in files_with(engine, name) {
            let summary = engine.summary(module);
            for function in (0..summary.functions.len() as u32).map(FunctionId) {
                let definition = summary.function(function);
                let around = summary.scope_around(definition.scope);
                let decorators = summary.list(definition.decorators).iter();
                let mut callees = decorators
                    .map(|written| summary.callee_or_itself(*written))
                    .filter(|callee| summary.last_name(*callee) == Some(name));
                if callees.any(|callee| self.may_be(decorator, module, around, callee)) {
                    found.push(FunctionRef { module, function });
                }
            }
        }
        found
    }

    /// Returns whether an expression may be a function, because it is not known to be another one.
    fn may_be(
        &mut self,
        function: FunctionRef,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
    ) -> bool {
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, expression);
        let mut known = inference.parts(value).into_iter().filter_map(|part| match part {
            Type::Function(callee) => Some(callee),
            _ => None,
        });
        let first = known.next();
        first.is_none_or(|first| {
            [first].into_iter().chain(known).any(|callee| inference.function_of(callee) == function)
        })
    }

    /// Returns the plain project functions that access an attribute on an object of a class.
    fn readers_of(&mut self, class: ClassRef, name: &str) -> Vec<FunctionRef> {
        let engine = self.engine();
        let mut found = Vec::new();
        let read = format!(".{name}");
        let files = engine.files_with_word(name).into_iter();
        for module in files.filter(|module| engine.may_bind(*module, &read)) {
            let summary = engine.summary(module);
            for object in objects_asked_for(engine, module, name) {
                let Some(function) = summary.function_at(object.start) else { continue };
                let definition = summary.function(function);
                let value = value_at(summary, object);
                let is_it = !definition.is_async
                    && value.is_some_and(|value| self.is_object_of(class, module, definition.scope, value));
                if is_it {
                    found.push(FunctionRef { module, function });
                }
            }
        }
        found
    }

    fn is_object_of(
        &mut self,
        class: ClassRef,
        module: ModuleId,
        scope: ScopeId,
        value: ExpressionId,
    ) -> bool {
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, value);
        inference.parts(value).into_iter().any(|part| match part {
            Type::Instance(of, _) => inference.mro(of).iter().flatten().any(|(owner, _)| *owner == class),
            _ => false,
        })
    }

    /// Returns whether a function is a fixture, a hook, or a function that pytest calls by name. Any file
    /// counts, because a test file may import the function or inherit from its class.
    fn is_run_by_pytest(&self, FunctionRef { module, function }: FunctionRef) -> bool {
        let engine = self.engine();
        let summary = engine.summary(module);
        let name = summary.name(summary.function(function).name);
        is_fixture(summary, function)
            || name.starts_with("pytest_")
            || named(name).has(Role::AroundModule)
            || named(name).has(Role::XunitMethod)
            || OF_TEST_CASE.iter().any(|(set_up, _)| *set_up == name)
            || engine.suite_settings(module).is_some_and(|settings| settings.is_test_function(name))
    }
}

/// Returns the entries into a function itself. A lambda has none, and those of a special method cannot be
/// found.
fn own_entrance(summary: &Summary, FunctionRef { module, function }: FunctionRef) -> Option<Vec<Entrance>> {
    let name = summary.name(summary.function(function).name);
    let Some(class) = summary.class_of(function) else {
        let is_called = !is_lambda(summary, function);
        return Some(is_called.then(|| Entrance::Called(name.to_owned())).into_iter().collect());
    };
    let entrance = match name {
        _ if named(name).has(Role::RunsAtCreation) => {
            Entrance::Called(summary.name(summary.class(class).name).to_owned())
        }
        _ if is_property(summary, function) => {
            Entrance::Property(ClassRef { module, class }, name.to_owned())
        }
        _ if named(name).has(Role::CalledByAsync) => return Some(Vec::new()),
        _ if name.starts_with("__") && name.ends_with("__") => return None,
        _ => Entrance::Called(name.to_owned()),
    };
    Some(vec![entrance])
}

fn is_lambda(summary: &Summary, function: FunctionId) -> bool {
    summary.name(summary.function(function).name) == "<lambda>"
}

/// Returns the plain function around a call, if nothing expects that there is no loop.
fn plain_function_around(summary: &Summary, site: &CallSite) -> Option<FunctionId> {
    let function = summary.function_around(site.scope)?;
    let is_plain = !summary.function(function).is_async;
    (is_plain && !site.expects_exception && !site.catches_runtime_error).then_some(function)
}

/// Returns the ranges of the objects on which a file accesses an attribute. A summary does not have all of
/// these expressions.
fn objects_asked_for(engine: &Engine, module: ModuleId, name: &str) -> Vec<Span> {
    engine.read_tree(module, |tree| {
        let mut found = Vec::new();
        walk_body(&tree.module().body, |_, node| {
            if let AnyNodeRef::ExprAttribute(attribute) = node
                && attribute.ctx.is_load()
                && attribute.attr.as_str() == name
            {
                found.push(span(attribute.value.range()));
            }
            TraversalSignal::Traverse
        });
        found
    })
}

/// Returns the expression with a range, if the summary has it.
fn value_at(summary: &Summary, place: Span) -> Option<ExpressionId> {
    let written = summary.spans.iter().position(|span| *span == place);
    written.map(|index| ExpressionId(index as u32))
}

/// Returns the project files that contain a name.
fn files_with<'e>(engine: &'e Engine<'e>, name: &'e str) -> impl Iterator<Item = ModuleId> + 'e {
    engine.files_with_word(name).into_iter().filter(move |module| engine.has_name(*module, name))
}

/// Returns the calls of names that a file imports under an alias.
fn calls_by_other_names(engine: &Engine, name: &str) -> Vec<(ModuleId, u32)> {
    let mut found = Vec::new();
    for module in files_with(engine, name) {
        let summary = engine.summary(module);
        let entries = summary.scopes.iter().flat_map(|scope| &scope.entries);
        let is_import = |kind: BindingKind| matches!(kind, BindingKind::ImportFrom { name: imported, .. } if summary.name(imported) == name);
        let others: Vec<&str> = entries
            .filter(|entry| summary.bindings_in(**entry).iter().any(|binding| is_import(binding.kind)))
            .map(|entry| summary.name(entry.name))
            .filter(|local| *local != name)
            .collect();
        if others.is_empty() {
            continue;
        }
        let calls = (0..).zip(&summary.calls);
        let is_it =
            |site: &CallSite| called_name(summary, site).is_some_and(|called| others.contains(&called));
        found.extend(calls.filter(|(_, site)| is_it(site)).map(|(place, _)| (module, place)));
    }
    found
}
