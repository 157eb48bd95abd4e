//! The direct predecessors of a function: its callers, the calls that receive it as an argument, and the
//! frameworks that run it.

use std::sync::Arc;

use loopmend_catalog::{Role, Words, is, named};
use loopmend_index::decorators::is_property;
use loopmend_index::summary::{
    ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};

use super::frameworks::Context;
use super::given::{Argument, Given};
use super::origin::{Made, Origins};
use super::properties::attributes_named;
use crate::engine::{Engine, ModuleId};
use crate::infer::{CalleeId, ClassRef, FunctionRef, Inference, Type};

/// The maximum number of calls of a name. A name with more calls is not followed.
const MOST_CALLS: usize = 600;

/// The maximum depth to which a function is followed as an argument of project functions.
const DEEPEST_ARGUMENT: u8 = 3;

/// The enclosing code of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Around {
    /// A function or lambda.
    Function(FunctionRef),
    /// The top level of a module, and whether the call is in `if __name__ == "__main__":`.
    Top(ModuleId, bool),
}

impl Around {
    /// Returns the module of the code.
    pub fn module(self) -> ModuleId {
        match self {
            Self::Function(FunctionRef { module, .. }) | Self::Top(module, _) => module,
        }
    }
}

/// How control passes from a caller to a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    /// The caller calls the function.
    Call,
    /// The caller awaits the function.
    Await,
    /// The caller runs the function on an event loop: `asyncio.run(main())`.
    Run,
    /// The caller creates a task from the function.
    Task,
    /// The caller passes the function as an argument to something that may call it.
    Given,
    /// A decorator of the project wraps the function.
    Wrapped,
}

impl Control {
    /// Returns the verb for the control transfer: `calls`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Call => "calls",
            Self::Await => "awaits",
            Self::Run => "runs",
            Self::Task => "starts as a task",
            Self::Given => "gives on",
            Self::Wrapped => "is wrapped by",
        }
    }
}

/// A predecessor of a function.
#[derive(Clone, Debug)]
pub enum Reach {
    /// A function that reaches it.
    From {
        /// The code that reaches it.
        around: Around,
        /// The call: its module, and its index in the module.
        at: Option<(ModuleId, u32)>,
        /// How control gets from one to the other.
        control: Control,
        /// Whether a `RuntimeError` is expected.
        expects_failure: bool,
    },
    /// An external caller.
    Outside(Outside),
}

/// An external caller of a function that nothing in the project calls.
#[derive(Clone, Debug)]
pub struct Outside {
    /// The context in which it calls.
    pub context: Context,
    /// `Celery`.
    pub(crate) by: String,
    pub(crate) runs_on_loop: bool,
    /// Whether several threads of a pool may run the function at the same time.
    pub(crate) is_pool: bool,
    /// The call that receives the function.
    pub(crate) at: Option<(ModuleId, u32)>,
}

impl Outside {
    pub(crate) fn new(context: Context, by: &str) -> Self {
        Self { context, by: by.to_owned(), runs_on_loop: false, is_pool: false, at: None }
    }
}

/// All direct predecessors of a function.
#[derive(Debug, Default)]
pub struct Callers {
    pub all: Vec<Reach>,
    /// Whether there may be more predecessors that were not visited.
    pub is_cut: bool,
}

impl Engine<'_> {
    /// Returns the enclosing code of a call.
    pub fn around(&self, module: ModuleId, site: &CallSite) -> Around {
        let summary = self.summary(module);
        match summary.scopes_from(site.scope).find_map(|id| summary.enclosing_function(id)) {
            Some(function) => Around::Function(FunctionRef { module, function }),
            None => Around::Top(module, site.is_in_script),
        }
    }

    /// Returns whether a file belongs to examples, according to the names of its parent directories.
    pub(crate) fn is_of_examples(&self, module: ModuleId) -> bool {
        let path = self.shown_path(module).unwrap_or_default();
        let mut directories = path.split(['/', '\\']).rev().skip(1);
        directories.any(|part| Words::ExampleDirectories.all().iter().any(|start| part.starts_with(start)))
    }
}

impl<'e> Inference<'e> {
    /// Returns all direct predecessors of a function, in the order of the files. This is an outermost
    /// query.
    pub fn callers_of(&mut self, function: FunctionRef) -> Arc<Callers> {
        let engine = self.engine;
        engine.control.callers.get_or_make(function, || Arc::new(Search::new(self, function).run()))
    }
}

impl Inference<'_> {
    /// Returns how the argument of a call is used. This is an outermost query.
    pub(super) fn reach_of_argument(&mut self, module: ModuleId, argument: Argument) -> Reach {
        let nobody = FunctionRef { module, function: FunctionId(0) };
        let engine = self.engine;
        let found = Callers::default();
        let mut search = Search { inference: self, engine, function: nobody, class: None, name: "", found };
        search.given_to(module, argument, DEEPEST_ARGUMENT)
    }
}

pub(super) struct Search<'i, 'e> {
    pub(super) inference: &'i mut Inference<'e>,
    pub(super) engine: &'e Engine<'e>,
    pub(super) function: FunctionRef,
    pub(super) class: Option<ClassRef>,
    pub(super) name: &'e str,
    pub(super) found: Callers,
}

impl<'i, 'e> Search<'i, 'e> {
    fn new(inference: &'i mut Inference<'e>, function: FunctionRef) -> Self {
        let engine = inference.engine;
        let summary = engine.summary(function.module);
        let class =
            summary.class_of(function.function).map(|class| ClassRef { module: function.module, class });
        let name = summary.name(summary.function(function.function).name);
        Self { inference, engine, function, class, name, found: Callers::default() }
    }

    fn run(mut self) -> Callers {
        self.add_frameworks();
        self.add_scripts();
        self.add_tests();
        self.add_platforms();
        match self.name.starts_with('<') {
            true => self.add_lambda(),
            false => {
                self.add_calls();
                self.add_own_calls();
                self.add_attributes();
                self.add_given();
                self.add_wrapped();
            }
        }
        if self.found.all.is_empty() {
            self.add_around();
        }
        self.found
    }

    /// Returns the class that defines the method, and its subclasses in the project.
    pub(super) fn classes(&mut self) -> Vec<ClassRef> {
        self.class.map(|class| self.with_subclasses(class)).unwrap_or_default()
    }

    /// Returns a class and its subclasses in the project.
    fn with_subclasses(&mut self, class: ClassRef) -> Vec<ClassRef> {
        let mut found = vec![class];
        let mut next = 0;
        while let Some(class) = found.get(next).copied().filter(|_| next < MOST_SUBCLASSES) {
            next += 1;
            let name = self.inference.class_name(class);
            for subclass in self.engine.subclasses(name).iter().copied() {
                if !found.contains(&subclass) && self.inherits(subclass, class) {
                    found.push(subclass);
                }
            }
        }
        found
    }

    fn inherits(&mut self, class: ClassRef, from: ClassRef) -> bool {
        self.inference.begin();
        self.inference.mro(class).iter().flatten().any(|(ancestor, _)| *ancestor == from)
    }

    fn add_lambda(&mut self) {
        let FunctionRef { module, function } = self.function;
        if let Some(argument) = self.engine.arguments_in(module).of_lambda(function) {
            let reach = self.given_to(module, argument, DEEPEST_ARGUMENT);
            self.found.all.push(reach);
        }
    }

    /// Adds the enclosing code as a possible caller of a function without known callers.
    fn add_around(&mut self) {
        let FunctionRef { module, function } = self.function;
        let summary = self.engine.summary(module);
        let around = summary.scope_around(summary.function(function).scope);
        let outer = summary.scopes_from(around).find_map(|id| summary.enclosing_function(id));
        if let Some(function) = outer {
            let around = Around::Function(FunctionRef { module, function });
            self.add(around, None, Control::Given, false);
        }
    }

    fn add(&mut self, around: Around, at: Option<(ModuleId, u32)>, control: Control, expects_failure: bool) {
        if around != Around::Function(self.function) {
            self.found.all.push(Reach::From { around, at, control, expects_failure });
        }
    }

    /// Returns the names under which the function is called.
    fn names_of_calls(&mut self) -> Vec<&'e str> {
        match self.class {
            Some(_)
                if named(self.name).has(Role::RunsAtCreation) || named(self.name).has(Role::UsedAtOnce) =>
            {
                let classes = self.classes();
                let mut names: Vec<&str> =
                    classes.into_iter().map(|class| self.inference.class_name(class)).collect();
                names.dedup();
                names
            }
            _ => vec![self.name],
        }
    }

    fn add_calls(&mut self) {
        for name in self.names_of_calls() {
            let Some(sites) = self.engine.find_call_sites(name, MOST_CALLS) else {
                self.found.is_cut = true;
                continue;
            };
            for (module, place) in sites.iter().copied() {
                let site = self.engine.summary(module).calls[place as usize];
                if !site.expects_exception
                    && let Some(is_known) = self.is_called_by(module, &site)
                {
                    // A generator runs later.
                    let is_sure = is_known && !self.is_run_later();
                    let control = if is_sure { self.control_of(module, &site) } else { Control::Given };
                    let around = self.engine.around(module, &site);
                    self.add(around, Some((module, place)), control, site.survives_runtime_error());
                }
            }
        }
    }

    /// For a constructor, adds `cls(...)` in its classes and `super().__init__(...)` in subclasses.
    fn add_own_calls(&mut self) {
        if !named(self.name).has(Role::RunsAtCreation) {
            return;
        }
        for class in self.classes() {
            let summary = self.engine.summary(class.module);
            let body = summary.class(class.class).scope;
            let is_own = Some(class) == self.class;
            let makes_this = self.is_made_by(class).is_some();
            for (place, site) in (0..).zip(&summary.calls) {
                if !summary.is_inside(site.scope, body) {
                    continue;
                }
                let is_it = match summary.last_name(site.expression) {
                    Some("cls") => makes_this && summary.method_call(site.expression).is_none(),
                    Some(name) => {
                        name == self.name && !is_own && self.is_called_by(class.module, site).is_some()
                    }
                    None => false,
                };
                if is_it {
                    let around = self.engine.around(class.module, site);
                    let at = Some((class.module, place));
                    self.add(around, at, Control::Call, site.survives_runtime_error());
                }
            }
        }
    }

    /// For a property, adds the functions that read it from an object.
    fn add_attributes(&mut self) {
        let summary = self.engine.summary(self.function.module);
        let Some(own) = self.class.filter(|_| is_property(summary, self.function.function)) else { return };
        for (module, function, value) in attributes_named(self.engine, self.name) {
            let scope = self.engine.summary(module).function(function).scope;
            let classes = self.inference.classes_of(module, scope, value);
            if classes.into_iter().any(|class| class == own || self.inherits(class, own)) {
                let around = Around::Function(FunctionRef { module, function });
                self.add(around, None, Control::Call, false);
            }
        }
    }

    /// Returns whether a call by name calls the function, and whether this is certain rather than likely.
    fn is_called_by(&mut self, module: ModuleId, site: &CallSite) -> Option<bool> {
        let callee = self.engine.summary(module).callee_or_itself(site.expression);
        let named = Origins::function(self.engine, module, site.scope, callee);
        match named {
            Some(Made::Function(function)) if function == self.function => return Some(true),
            Some(Made::Class(class)) => return self.is_made_by(class),
            Some(Made::Elsewhere(_)) => return None,
            _ => {}
        }
        if let Some(is_reached) = self.is_reached_by_super(module, site) {
            return is_reached.then_some(true);
        }
        let called = self.inference.called(module, site);
        let found: Vec<Option<bool>> = called.iter().map(|part| self.is_this(*part)).collect();
        if let Some(is_known) = found.iter().flatten().next() {
            // Of several things that may be called, an awaited one is no plain function.
            let is_only = found.iter().all(Option::is_some);
            let is_left = !is_only && site.usage.is_awaited() && !self.is_async();
            return (!is_left).then_some(*is_known && is_only);
        }
        let is_open = called.contains(&Type::Unknown);
        let is_method_call = self.engine.summary(module).method_call(site.expression).is_some();
        let is_likely = is_open
            && named.is_none()
            && is_method_call
            && self.class.is_some()
            && self.name.trim_matches('_').contains('_')
            && self.engine.is_defined_once(self.name);
        is_likely.then_some(false)
    }

    /// Returns whether calling a value calls the function, and whether this is certain.
    fn is_this(&mut self, called: Type) -> Option<bool> {
        match called {
            Type::Function(callee) => {
                let function = self.inference.function_of(callee);
                let is_this = function == self.function
                    || self.is_overridden_by_this(function) && self.may_be_on_receiver(callee);
                is_this.then_some(true)
            }
            Type::Class(class) => self.is_made_by(class),
            _ => None,
        }
    }

    fn is_run_later(&self) -> bool {
        let definition = self.engine.summary(self.function.module).function(self.function.function);
        definition.is_generator && !definition.is_async && definition.decorators.len == 0
    }

    fn is_async(&self) -> bool {
        self.engine.summary(self.function.module).function(self.function.function).is_async
    }

    /// Returns whether creating an instance of a class calls the function, or may lead to its call.
    fn is_made_by(&mut self, class: ClassRef) -> Option<bool> {
        let own = self.class?;
        if class != own && !self.inherits(class, own) {
            return None;
        }
        let is_constructor = named(self.name).has(Role::RunsAtCreation);
        let mut is_inherited = || self.inference.method_named(class, self.name) == Some(self.function);
        (class == own || !is_constructor || is_inherited()).then_some(is_constructor)
    }

    /// Returns whether the function overrides a method of a base class.
    fn is_overridden_by_this(&mut self, method: FunctionRef) -> bool {
        let summary = self.engine.summary(method.module);
        let Some(class) = summary.class_of(method.function) else { return false };
        let name = summary.name(summary.function(method.function).name);
        let base = ClassRef { module: method.module, class };
        self.class.is_some_and(|own| own != base && name == self.name && self.inherits(own, base))
    }

    /// Returns whether a method call can find the function on its receiver. The receiver is an instance of
    /// the class where the method was looked up, or of a subclass. `Base.method(self)` finds only the
    /// attribute of that class.
    fn may_be_on_receiver(&mut self, callee: CalleeId) -> bool {
        let (Some(class), Some(own)) = (self.inference.class_of_callee(callee), self.class) else {
            return false;
        };
        class == own
            || self.inherits(own, class)
            || self.with_subclasses(class).into_iter().any(|class| {
                self.inherits(class, own)
                    && self.inference.method_named(class, self.name) == Some(self.function)
            })
    }

    /// Returns whether a method call on `super()` calls the function, for any object that reaches it.
    /// Returns `None` if this is unknown, and for other calls.
    fn is_reached_by_super(&mut self, module: ModuleId, site: &CallSite) -> Option<bool> {
        let own = self.class?;
        let summary = self.engine.summary(module);
        let (receiver, _) = summary.method_call(site.expression)?;
        let is_super = summary.last_name(receiver) == Some("super")
            && summary.arguments_of(receiver).is_some_and(<[_]>::is_empty);
        if !is_super {
            return None;
        }
        self.inference.begin();
        let class = self.inference.enclosing_class(module, site.scope)?;
        let mut is_reached = false;
        for start in self.with_subclasses(class) {
            self.inference.begin();
            let order = self.inference.mro(start);
            let place = order.iter().position(|place| place.is_some_and(|it| it.0 == class))?;
            for place in &order[place + 1..] {
                let (next, _) = (*place)?;
                if self.inference.binds_in_body(next, self.name) {
                    is_reached |= next == own;
                    break;
                }
            }
        }
        Some(is_reached)
    }

    fn control_of(&self, module: ModuleId, site: &CallSite) -> Control {
        if site.usage.is_awaited() {
            return Control::Await;
        }
        if !self.is_async() {
            return Control::Call;
        }
        let summary = self.engine.summary(module);
        let outer = self.engine.arguments_in(module).of_value(site.expression);
        let name = outer.and_then(|(call, _)| summary.last_name(summary.calls[call as usize].expression));
        let roles = named(name);
        match roles.has(Role::StartsTask) {
            true => Control::Task,
            false if roles.has(Role::RunsToEnd) => Control::Run,
            false => Control::Call,
        }
    }

    fn add_given(&mut self) {
        if self.is_command() {
            return;
        }
        let given = self.engine.given(self.name);
        for Given { module, argument, value } in given.iter().copied() {
            if self.is_named_by(module, argument, value) {
                let reach = self.given_to(module, argument, DEEPEST_ARGUMENT);
                let is_self = matches!(&reach, Reach::From { around, .. } if *around == Around::Function(self.function));
                if !is_self {
                    self.found.all.push(reach);
                }
            }
        }
    }

    fn is_named_by(&mut self, module: ModuleId, (call, _): Argument, value: ExpressionId) -> bool {
        let scope = self.engine.summary(module).calls[call as usize].scope;
        match Origins::function(self.engine, module, scope, value) {
            Some(Made::Function(function)) => function == self.function,
            Some(_) => false,
            None => {
                let value = self.inference.expression(module, scope, value);
                let parts = self.inference.parts(value);
                parts.into_iter().any(|part| match part {
                    Type::Function(callee) => self.inference.function_of(callee) == self.function,
                    _ => false,
                })
            }
        }
    }

    /// Returns how a function that is passed as an argument is used.
    pub(super) fn given_to(&mut self, module: ModuleId, argument: Argument, depth: u8) -> Reach {
        let (call, place) = argument;
        let summary = self.engine.summary(module);
        let site = summary.calls[call as usize];
        if let Some(outside) = self.outside_of_call(module, argument) {
            return Reach::Outside(outside);
        }
        let path = self.origin_of_callee(module, &site);
        if depth > 0
            && is(path.as_deref(), Role::WrapsCallable)
            && let Some(next) = self.argument_holding(module, &site)
        {
            return self.given_to(module, next, depth - 1);
        }
        if depth > 0
            && path.is_none()
            && let Some(outside) = self.outside_in_callee(module, &site, place, depth)
        {
            return Reach::Outside(Outside { at: Some((module, call)), ..outside });
        }
        let around = self.engine.around(module, &site);
        let (at, control) = (Some((module, call)), Control::Given);
        Reach::From { around, at, control, expects_failure: site.survives_runtime_error() }
    }

    pub(super) fn origin_of_callee(&self, module: ModuleId, site: &CallSite) -> Option<String> {
        let callee = self.engine.summary(module).callee_or_itself(site.expression);
        Origins::new(self.engine).path(module, site.scope, callee)
    }

    /// Returns the argument that holds the value of a call, directly or through one name.
    fn argument_holding(&self, module: ModuleId, site: &CallSite) -> Option<Argument> {
        let arguments = self.engine.arguments_in(module);
        if let Some(found) = arguments.of_value(site.expression) {
            return Some(found);
        }
        let summary = self.engine.summary(module);
        let name = summary.only_name_holding(site)?;
        self.argument_named(summary, site.scope, name)
    }

    /// Returns the first argument that is this name, in a scope or its inner scopes.
    fn argument_named(&self, summary: &Summary, scope: ScopeId, name: &str) -> Option<Argument> {
        self.arguments_named(summary, scope, name).next()
    }

    pub(super) fn arguments_named<'s>(
        &self,
        summary: &'s Summary,
        scope: ScopeId,
        name: &'s str,
    ) -> impl Iterator<Item = Argument> + 's {
        let sites = (0..).zip(&summary.calls).filter(move |(_, site)| summary.is_inside(site.scope, scope));
        sites.flat_map(move |(call, site)| {
            let arguments = summary.arguments_of(site.expression).unwrap_or_default().iter().enumerate();
            arguments.filter_map(move |(place, argument)| match summary.expression(argument.value) {
                Expression::Name(given) if summary.name(given) == name => Some((call, place)),
                _ => None,
            })
        })
    }

    pub(super) fn called_in_project(&mut self, module: ModuleId, site: &CallSite) -> Option<FunctionRef> {
        let callee = self.engine.summary(module).callee_or_itself(site.expression);
        let called = match Origins::function(self.engine, module, site.scope, callee) {
            Some(Made::Function(function)) => Some(function),
            Some(_) => None,
            None => match self.inference.called(module, site)[..] {
                [Type::Function(callee)] => Some(self.inference.function_of(callee)),
                _ => None,
            },
        };
        called.filter(|function| self.engine.is_mutable(function.module))
    }

    /// Returns the parameter that receives an argument, by position.
    pub(super) fn parameter_at(
        &self,
        module: ModuleId,
        site: &CallSite,
        place: usize,
        called: FunctionRef,
    ) -> Option<usize> {
        let summary = self.engine.summary(module);
        let target = self.engine.summary(called.module);
        match summary.arguments_of(site.expression)?.get(place)?.kind {
            ArgumentKind::Keyword(name) => {
                let parameters = &target.function(called.function).parameters;
                parameters.iter().position(|other| target.name(other.name) == summary.name(name))
            }
            ArgumentKind::Positional => {
                let is_bound = target.class_of(called.function).is_some()
                    && summary.method_call(site.expression).is_some();
                Some(place + usize::from(is_bound))
            }
            _ => None,
        }
    }

    /// Adds the wrapper functions of decorators on the function, and the other callers of the decorator.
    fn add_wrapped(&mut self) {
        let mut inner = self.function;
        while let Some(maker) = self.returned_by(inner) {
            let summary = self.engine.summary(maker.module);
            let name = summary.name(summary.function(maker.function).name);
            for (decorated, decorator) in self.engine.decorated_by(name).iter().copied() {
                if self.is_decorator(decorated, decorator, maker) {
                    self.add(Around::Function(decorated), None, Control::Wrapped, false);
                }
            }
            inner = maker;
        }
    }

    /// Returns the enclosing function that returns an inner function.
    fn returned_by(&self, function: FunctionRef) -> Option<FunctionRef> {
        let summary = self.engine.summary(function.module);
        let definition = summary.function(function.function);
        let maker: FunctionId = summary.enclosing_function(summary.scope_around(definition.scope))?;
        let returned = summary.list(summary.function(maker).returned).iter();
        let is_it = |value: &ExpressionId| matches!(summary.expression(*value), Expression::Name(name) if name == definition.name);
        returned.clone().any(is_it).then_some(FunctionRef { module: function.module, function: maker })
    }

    fn is_decorator(&self, decorated: FunctionRef, decorator: ExpressionId, maker: FunctionRef) -> bool {
        let summary = self.engine.summary(decorated.module);
        let around = summary.scope_around(summary.function(decorated.function).scope);
        let named = summary.callee_or_itself(decorator);
        Origins::function(self.engine, decorated.module, around, named) == Some(Made::Function(maker))
    }
}

/// The maximum number of subclasses to visit.
const MOST_SUBCLASSES: usize = 64;
