//! Loop-bound objects that are created when a module is imported, either with no loop running, or shared by
//! several loops.

use loopmend_catalog::{Role, is, named};
use loopmend_core::SourceKind;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, FunctionId, Protocol, ScopeKind, Usage,
};
use rustc_hash::FxHashSet;

use super::{Call, File, call_of};
use crate::infer::{ClassRef, Inference, Type};

/// An object that is created when a module is imported, and that needs one event loop or becomes bound to
/// one.
#[derive(Clone, Debug)]
pub struct SharedObject {
    /// The call that creates the object.
    pub call: Call,
    /// The class of the object, as written.
    pub class: String,
    /// What is wrong with the object.
    pub sharing: Sharing,
}

/// What is wrong with an object that is created when a module is imported.
#[derive(Clone, Debug)]
pub enum Sharing {
    /// The object needs a running event loop when it is created.
    NoLoop,
    /// Several event loops run code that waits for the object.
    Loops {
        /// The first two calls that start such a loop.
        runs: [Call; 2],
        /// The qualified name of the function that waits for the object.
        user: String,
    },
}

const SESSION: &str = "ClientSession";

impl File<'_> {
    /// Returns the objects created at import for which no event loop is running, or which several loops
    /// share, in source order.
    pub fn shared_objects(&mut self) -> Vec<SharedObject> {
        let summary = self.summary();
        let names = &summary.names;
        let has_run = names.find("run").is_some()
            && Role::AsyncioPrimitive.names().iter().any(|name| names.find(name).is_some());
        let is_notebook =
            self.loaded().source.as_ref().is_some_and(|source| source.kind == SourceKind::Notebook);
        if !has_run && names.find(SESSION).is_none() || is_notebook {
            return Vec::new();
        }
        let runs = if has_run { self.runs_at_top() } else { Vec::new() };
        let is_early = |site: &&CallSite| {
            let may_be_it =
                |name| name == SESSION || runs.len() > 1 && named(name).has(Role::AsyncioPrimitive);
            called_name(summary, site).is_some_and(may_be_it) && self.function_around(site.scope).is_none()
        };
        let sites: Vec<CallSite> = summary.calls.iter().filter(is_early).copied().collect();
        sites.iter().filter_map(|site| self.shared_object(site, &runs)).collect()
    }

    fn shared_object(&mut self, site: &CallSite, runs: &[CallSite]) -> Option<SharedObject> {
        if site.expects_exception || site.survives_runtime_error() {
            return None;
        }
        let module = self.module();
        let inference = self.inference_mut();
        let called = inference.called(module, site);
        let [Type::Class(class)] = *called else { return None };
        let sharing = if inference.inherits(class, "aiohttp.client", SESSION) {
            if self.is_given_loop(site) {
                return None;
            }
            Sharing::NoLoop
        } else if inference.is_primitive(class) {
            self.sharing_of_primitive(site, runs)?
        } else {
            return None;
        };
        let call = call_of(self.summary(), site);
        Some(SharedObject { call, class: self.slice(call.callee).to_owned(), sharing })
    }

    /// Returns whether a call passes a loop, or arguments that are not visible.
    fn is_given_loop(&self, site: &CallSite) -> bool {
        let summary = self.summary();
        let mut given = summary.arguments_of(site.expression).unwrap_or_default().iter();
        given.any(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => named(summary.name(name)).has(Role::SessionParameter),
            ArgumentKind::DoubleStarred => true,
            _ => false,
        })
    }

    fn sharing_of_primitive(&self, site: &CallSite, runs: &[CallSite]) -> Option<Sharing> {
        let summary = self.summary();
        let name = self.name_of_made(site)?;
        let runs_of = |user: FunctionId| {
            let name = summary.name(summary.function(user).name);
            let leads = |run: &&CallSite| self.names_reached(run).contains(name);
            runs.iter().filter(leads).copied().take(2).collect::<Vec<_>>()
        };
        self.waiting_for(name).into_iter().find_map(|user| {
            let [first, second] = *runs_of(user) else { return None };
            let runs = [first, second].map(|run| call_of(summary, &run));
            let user = summary.qualified_name(summary.function(user).scope);
            Some(Sharing::Loops { runs, user })
        })
    }

    /// Returns the name or class attribute that is bound to a value, and to nothing else.
    fn name_of_made(&self, site: &CallSite) -> Option<&str> {
        let summary = self.summary();
        let scope = summary.scope(site.scope);
        let is_bound_to_it = |name: &&str| {
            let [only] = summary.bindings_of(site.scope, name) else { return false };
            BindingKind::value(only.kind) == Some(site.expression)
        };
        let mut names = scope.entries.iter().map(|entry| summary.name(entry.name));
        names.find(is_bound_to_it).filter(|_| site.usage == Usage::Assigned)
    }

    /// Returns the `async` functions that wait for the object with a name.
    fn waiting_for(&self, name: &str) -> Vec<FunctionId> {
        let summary = self.summary();
        let is_it = |value: ExpressionId| match summary.expression(value) {
            Expression::Name(_) | Expression::Attribute { .. } => summary.last_name(value) == Some(name),
            _ => false,
        };
        let entered = summary.protocol_uses.iter().filter(|used| used.protocol == Protocol::AsyncWith);
        let entered = entered.filter(|used| is_it(used.value)).map(|used| used.scope);
        let waits = |site: &&CallSite| {
            let of = summary.method_call(site.expression);
            of.is_some_and(|(of, method)| {
                is_it(of) && named(summary.name(method)).has(Role::WaitsOnPrimitive)
            })
        };
        let called = summary.calls.iter().filter(waits).map(|site| site.scope);
        let functions = entered.chain(called).filter_map(|scope| summary.enclosing_function(scope));
        let binds = |function: &FunctionId| {
            let scope = summary.function(*function).scope;
            !summary.bindings_of(scope, name).is_empty()
        };
        functions.filter(|id| summary.function(*id).is_async && !binds(id)).collect()
    }

    /// Returns the names of the functions of the file that a call may lead to, by names alone.
    fn names_reached(&self, run: &CallSite) -> FxHashSet<&str> {
        let summary = self.summary();
        let mut reached = FxHashSet::default();
        let given = summary.arguments_of(run.expression).unwrap_or_default();
        let mut open: Vec<&str> =
            given.iter().take(1).filter_map(|given| summary.last_name(given.value)).collect();
        while let Some(name) = open.pop() {
            if !reached.insert(name) {
                continue;
            }
            let is_named = |site: &&CallSite| {
                let function = self.function_around(site.scope);
                function.is_some_and(|id| summary.name(summary.function(id).name) == name)
            };
            let calls = summary.calls.iter().filter(is_named);
            open.extend(calls.filter_map(|site| summary.last_name(site.expression)));
        }
        reached
    }

    /// Returns the calls of `asyncio.run` that all run when the module is imported or started, rather than
    /// as alternatives.
    fn runs_at_top(&mut self) -> Vec<CallSite> {
        let summary = self.summary();
        let module = self.module();
        let is_run = |site: &&CallSite| {
            called_name(summary, site) == Some("run")
                && !site.expects_exception
                && site.branches <= u8::from(site.is_in_script)
                && matches!(summary.scope(site.scope).kind, ScopeKind::Module)
        };
        let sites: Vec<CallSite> = summary.calls.iter().filter(is_run).copied().collect();
        let mut runs = Vec::new();
        for site in sites {
            let inference = self.inference_mut();
            let functions = inference.called_functions(module, &site);
            if matches!(*functions, [function] if inference.path_of_function(function) == "asyncio.runners.run")
            {
                runs.push(site);
            }
        }
        runs
    }
}

impl Inference<'_> {
    /// Returns whether a class is an asyncio primitive, whose objects are bound to one event loop.
    pub fn is_primitive(&mut self, class: ClassRef) -> bool {
        self.mro(class)
            .iter()
            .flatten()
            .any(|(ancestor, _)| is(self.engine.module_name(ancestor.module), Role::PrimitiveModule))
    }
}
