//! What one function calls: functions of the project, and what lies outside of it.

use std::sync::Arc;

use loopmend_core::Span;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::resources::{Called, ResourceKind, Resources};
use crate::call_graph::Origins;
use crate::engine::ModuleId;
use crate::infer::{CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::sharded::Sharded;
use crate::summary::{CallSite, Expression, ExpressionId, Literal, ScopeId, Summary, Usage};

/// A call in a function, or in one inside of it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Where it stands, in the file of the function.
    pub(super) call: Span,
    /// The last name of what is called.
    pub(super) name: String,
    /// The functions of the project that it runs.
    pub(super) functions: SmallVec<[FunctionRef; 1]>,
    /// What it reaches outside of the project, and what that is called.
    pub(super) resource: Option<(ResourceKind, String)>,
}

/// What a function does that matters.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub(super) all: Vec<Step>,
    /// The names in whose place it puts something: `get` of `patch("app.client.get")`.
    pub(super) replaced_names: FxHashSet<String>,
    /// What it puts something in the place of.
    pub(super) replaced: Vec<ResourceKind>,
}

/// The steps of all functions that were asked about in one run.
#[derive(Default)]
pub struct StepsOfTests(Sharded<FunctionRef, Arc<Steps>>);

/// What puts something in the place of a name that it is given as a text
/// (docs.python.org/3/library/unittest.mock.html#the-patchers, docs.pytest.org/en/stable/how-to/monkeypatch.html).
const PATCHES: [&str; 7] = ["patch", "object", "setattr", "setitem", "multiple", "spy", "stub"];

/// What `with` and `async with` call (docs.python.org/3/reference/datamodel.html#with-statement-context-managers).
const ENTERING: [&str; 4] = ["__enter__", "__exit__", "__aenter__", "__aexit__"];

impl Inference<'_> {
    /// The steps of a function of the project.
    pub(super) fn steps_to_resources(&mut self, function: FunctionRef, known: &StepsOfTests) -> Arc<Steps> {
        if let Some(steps) = known.0.shard(&function).get(&function) {
            return steps.clone();
        }
        let steps = Arc::new(self.find_steps_to_resources(function));
        known.0.shard(&function).entry(function).or_insert(steps).clone()
    }

    fn find_steps_to_resources(&mut self, FunctionRef { module, function }: FunctionRef) -> Steps {
        let summary = self.engine.summary(module);
        let definition = summary.function(function);
        let mut steps = Steps::default();
        let inside = summary.calls.iter().filter(|site| summary.is_inside(site.scope, definition.scope));
        for site in inside {
            self.add_step(module, site, &mut steps);
        }
        for decorator in summary.list(definition.decorators) {
            self.add_replaced(module, summary.scope_around(definition.scope), *decorator, &mut steps);
        }
        let bound = summary.scope(definition.scope).entries.iter().map(|entry| summary.name(entry.name));
        steps.replaced_names.extend(bound.filter_map(replaced_attribute).map(str::to_owned));
        steps
    }

    fn add_step(&mut self, module: ModuleId, site: &CallSite, steps: &mut Steps) {
        let summary = self.engine.summary(module);
        if summary.is_long_chain(site.expression) {
            return;
        }
        self.add_replaced(module, site.scope, site.expression, steps);
        let Some(name) = summary.last_name(site.expression) else { return };
        let (functions, called) = self.called_by_test_code(module, site);
        let text = first_text(summary, site.expression);
        let resource = called.iter().find_map(|called| Resources::known().reached_by(called, text));
        let resource = resource
            .filter(|(kind, _)| *kind != ResourceKind::Sleep || !gives_way_only(summary, site.expression));
        if !functions.is_empty() || resource.is_some() {
            let call = summary.span(site.expression);
            steps.all.push(Step { call, name: name.to_owned(), functions, resource });
        }
    }

    /// What a call, or a decorator, puts something in the place of.
    fn add_replaced(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
        steps: &mut Steps,
    ) {
        let summary = self.engine.summary(module);
        let callee = summary.callee_or_itself(expression);
        if let Some(path) = Origins::new(self.engine).path(module, scope, callee)
            && let Some(called) = Called::of_path(&path)
        {
            steps.replaced.extend(Resources::known().replaced_by_call(&called));
        }
        if !summary.last_name(callee).is_some_and(|name| PATCHES.contains(&name)) {
            return;
        }
        let arguments = summary.arguments_of(expression).unwrap_or_default();
        for argument in arguments.iter().take(2) {
            if let Expression::String(text) = summary.expression(argument.value) {
                let text = summary.name(text);
                steps.replaced.extend(Resources::known().replaced_by_patch(text));
                steps.replaced_names.insert(text.rsplit('.').next().unwrap_or(text).to_owned());
            }
        }
    }

    /// The functions of the project that a call runs, and what else it calls. This is an outermost question.
    fn called_by_test_code(
        &mut self,
        module: ModuleId,
        site: &CallSite,
    ) -> (SmallVec<[FunctionRef; 1]>, SmallVec<[Called; 1]>) {
        let (mut functions, mut called) = (SmallVec::new(), SmallVec::new());
        for part in self.called(module, site) {
            match part {
                Type::Function(callee) => {
                    let function = self.function_of(callee);
                    called.push(self.called_function(callee));
                    if self.engine.is_mutable(function.module) {
                        functions.push(function);
                    }
                }
                Type::Class(class) => {
                    called.push(self.called_class(class));
                    let constructors = ["__init__", "__new__"].map(|name| self.method_named(class, name));
                    let own = |function: &FunctionRef| self.engine.is_mutable(function.module);
                    functions.extend(constructors.into_iter().flatten().filter(own));
                }
                _ => {}
            }
        }
        if site.usage == Usage::Entered {
            self.add_entered(module, site, &mut functions, &mut called);
        }
        if called.is_empty() {
            let callee = self.engine.summary(module).callee_or_itself(site.expression);
            let path = Origins::new(self.engine).path(module, site.scope, callee);
            called.extend(path.and_then(|path| Called::of_path(&path)));
        }
        (functions, called)
    }

    /// Adds what `with` and `async with` call of what a call gives them.
    fn add_entered(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        functions: &mut SmallVec<[FunctionRef; 1]>,
        called: &mut SmallVec<[Called; 1]>,
    ) {
        let entered = self.expression(module, site.scope, site.expression);
        for part in self.parts(entered) {
            let Type::Instance(class, _) = part else { continue };
            for name in ENTERING {
                let Some(method) = self.method_named(class, name) else { continue };
                let mut entering = self.called_class(class);
                entering.name = name.to_owned();
                entering.is_class = false;
                called.push(entering);
                if self.engine.is_mutable(method.module) {
                    functions.push(method);
                }
            }
        }
    }

    fn called_function(&mut self, callee: CalleeId) -> Called {
        let function = self.function_of(callee);
        let path = self.path_of_function(function);
        let mut called = Called::of_path(&path).unwrap_or_else(|| unreachable!("a module has a name"));
        called.is_class = false;
        if let Some(class) = self.class_of_callee(callee) {
            let package = self.add_ancestors(class, &mut called.owners);
            // A method of a mixin is known by the class that it is called on.
            called.package = package.unwrap_or(called.package);
        }
        called
    }

    fn called_class(&mut self, class: ClassRef) -> Called {
        let mut owners = Vec::new();
        let package = self.add_ancestors(class, &mut owners);
        let summary = self.engine.summary(class.module);
        let name = summary.name(summary.class(class.class).name).to_owned();
        Called { package: package.unwrap_or_default(), owners, name, is_class: true }
    }

    /// Adds the module of a class and the names of all classes that it inherits from; gives its package.
    fn add_ancestors(&mut self, class: ClassRef, owners: &mut Vec<String>) -> Option<String> {
        self.begin();
        let order: Vec<ClassRef> = self.mro(class).iter().flatten().map(|(owner, _)| *owner).collect();
        for ancestor in order {
            let summary = self.engine.summary(ancestor.module);
            owners.push(summary.name(summary.class(ancestor.class).name).to_owned());
        }
        let mut parts = self.engine.module_name(class.module).split('.').map(str::to_owned);
        let package = parts.next().filter(|package| !package.is_empty());
        owners.extend(parts);
        package
    }
}

/// What `store.client.get = ...` puts something in the place of; an object of the test's own class is only made so.
fn replaced_attribute(bound: &str) -> Option<&str> {
    let (object, name) = bound.rsplit_once('.')?;
    (!matches!(object, "self" | "cls")).then_some(name)
}

/// The first text among the arguments of a call.
fn first_text(summary: &Summary, call: ExpressionId) -> Option<&str> {
    match summary.expression(summary.arguments_of(call)?.first()?.value) {
        Expression::String(text) => Some(summary.name(text)),
        _ => None,
    }
}

/// `sleep(0)`.
fn gives_way_only(summary: &Summary, call: ExpressionId) -> bool {
    let first = summary.arguments_of(call).and_then(<[_]>::first);
    first.is_some_and(|first| {
        matches!(summary.expression(first.value), Expression::Literal(Literal::Integer(0)))
    })
}
