//! The origin of a value, found by imports and assignments alone: `celery.Celery().task` for `app.task`,
//! wherever `app` is created. No installed packages are needed.

use std::cell::Cell;

use loopmend_catalog::{Documented, Role, Words, documented, has_added, named};
use loopmend_core::at_work::take_steps;
use loopmend_index::summary::{
    Attribute, BindingKind, Expression, ExpressionId, FunctionId, ScopeId, ScopeKind, Summary,
};

use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, FunctionRef};

use super::frameworks::Frameworks;

/// The maximum depth to which names, calls and classes are followed.
const DEEPEST: u8 = 16;

/// The origin of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// An object of another package, by its dotted name, in which `()` marks a call.
    Elsewhere(String),
    /// A module of the project.
    Module(ModuleId),
    /// A function of the project.
    Function(FunctionRef),
    /// A class of the project.
    Class(ClassRef),
    /// An instance of a class of the project.
    Instance(ClassRef),
}

/// The maximum number of steps of one query: names that are bound to each other lead to more names.
const MOST_STEPS: u32 = 2_000;

/// The origin of an attribute or name with more bindings than that is unknown: each of them could lead to as many others.
const MAX_BINDINGS: usize = 200;

/// Follows names through one project.
pub struct Origins<'e> {
    engine: &'e Engine<'e>,
    /// Whether decorators are ignored.
    is_plain: bool,
    steps: Cell<u32>,
}

impl<'e> Origins<'e> {
    /// Creates a search that applies the decorators of frameworks.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        Self { engine, is_plain: false, steps: Cell::new(0) }
    }

    /// Returns the project function that an expression names, ignoring its decorators.
    pub fn function(
        engine: &'e Engine<'e>,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
    ) -> Option<Made> {
        Self { is_plain: true, ..Self::new(engine) }.made(module, scope, expression)
    }

    /// Returns the project function that a top-level name of a project module refers to, ignoring its
    /// decorators.
    pub fn at_top(engine: &'e Engine<'e>, module: ModuleId, name: &str) -> Option<Made> {
        Self { is_plain: true, ..Self::new(engine) }.global(module, name, DEEPEST)
    }

    /// Returns the dotted name of an expression's value. The value comes from another package, or is an
    /// instance of a class that inherits from one there.
    pub fn path(&self, module: ModuleId, scope: ScopeId, expression: ExpressionId) -> Option<String> {
        self.path_of(self.made(module, scope, expression)?)
    }

    /// Returns the documented name of an expression's value.
    pub fn documented(
        &self,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
    ) -> Option<Documented> {
        documented(&self.path(module, scope, expression)?)
    }

    /// Returns the dotted name of the value of a name at a place: a scope, and an offset there.
    pub fn path_of_name(&self, module: ModuleId, at: (ScopeId, u32), name: &str) -> Option<String> {
        self.steps.set(0);
        self.path_of(self.name(module, at, name, DEEPEST)?)
    }

    fn path_of(&self, made: Made) -> Option<String> {
        match made {
            Made::Elsewhere(path) => Some(path),
            Made::Class(class) => self.foreign_base(class, DEEPEST),
            Made::Instance(class) => Some(self.foreign_base(class, DEEPEST)? + "()"),
            Made::Module(_) | Made::Function(_) => None,
        }
    }

    /// Returns the origin of an expression's value.
    pub fn made(&self, module: ModuleId, scope: ScopeId, expression: ExpressionId) -> Option<Made> {
        self.steps.set(0);
        self.expression(module, scope, expression, DEEPEST)
    }

    fn is_exhausted(&self) -> bool {
        self.steps.get() > MOST_STEPS
    }

    fn expression(&self, module: ModuleId, scope: ScopeId, id: ExpressionId, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1)?;
        take_steps(1);
        self.steps.set(self.steps.get() + 1);
        if self.is_exhausted() {
            return None;
        }
        let summary = self.engine.summary(module);
        match summary.expression(id) {
            Expression::Name(name) => {
                let at = (scope, summary.span(id).start);
                self.name(module, at, summary.name(name), depth)
            }
            Expression::Attribute { value, name } => {
                let name = summary.name(name);
                self.own_attribute(module, scope, value, name, depth).or_else(|| {
                    let of = self.expression(module, scope, value, depth)?;
                    self.attribute(of, name, depth)
                })
            }
            Expression::Call { callee, .. } => {
                let callee = self.expression(module, scope, callee, depth)?;
                self.call(callee, depth)
            }
            Expression::Await(value) => self.expression(module, scope, value, depth),
            Expression::Either { values, .. } => {
                summary.list(values).iter().find_map(|value| self.expression(module, scope, *value, depth))
            }
            _ => None,
        }
    }

    /// Returns the origin of `self.name`, according to the assignments in the enclosing class.
    fn own_attribute(
        &self,
        module: ModuleId,
        scope: ScopeId,
        value: ExpressionId,
        name: &str,
        depth: u8,
    ) -> Option<Made> {
        let summary = self.engine.summary(module);
        let Expression::Name(receiver) = summary.expression(value) else { return None };
        if !Words::OwnObject.has(summary.name(receiver)) {
            return None;
        }
        let class = summary.scopes_from(scope).find_map(|id| match summary.scope(id).kind {
            ScopeKind::Class(class) => Some(class),
            _ => None,
        })?;
        self.attribute(Made::Instance(ClassRef { module, class }), name, depth)
    }

    fn attribute(&self, of: Made, name: &str, depth: u8) -> Option<Made> {
        match of {
            Made::Elsewhere(path) => Some(Made::Elsewhere(format!("{path}.{name}"))),
            Made::Module(module) => self.global(module, name, depth),
            Made::Class(class) => self.member(class, name, "", depth),
            Made::Instance(class) => self.member(class, name, "()", depth),
            Made::Function(_) => None,
        }
    }

    /// Returns the origin of a class member, or else the bases outside of the project.
    fn member(&self, class: ClassRef, name: &str, call: &str, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1)?;
        let summary = self.engine.summary(class.module);
        let set = summary.attributes_of(class.class, name);
        if set.len() > MAX_BINDINGS {
            return None;
        }
        let mut found = set
            .iter()
            .filter_map(|Attribute { scope, kind, .. }| self.bound(class.module, *scope, *kind, depth));
        if let Some(found) = found.next() {
            return Some(found);
        }
        let body = summary.class(class.class).scope;
        let bindings = summary.bindings_of(body, name).iter().rev();
        if let Some(found) =
            bindings.filter_map(|bound| self.bound(class.module, bound.scope, bound.kind, depth)).next()
        {
            return Some(found);
        }
        self.bases(class, depth).into_iter().find_map(|base| match base {
            Made::Class(base) => self.member(base, name, call, depth),
            Made::Elsewhere(path) => Some(Made::Elsewhere(format!("{path}{call}.{name}"))),
            _ => None,
        })
    }

    fn bases(&self, class: ClassRef, depth: u8) -> Vec<Made> {
        let summary = self.engine.summary(class.module);
        let definition = summary.class(class.class);
        let around = summary.scope_around(definition.scope);
        let bases = summary.list(definition.bases).iter();
        bases.filter_map(|base| self.type_of(class.module, around, *base, depth)).collect()
    }

    /// Returns the dotted name of the nearest base class outside of the project.
    fn foreign_base(&self, class: ClassRef, depth: u8) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        self.bases(class, depth).into_iter().find_map(|base| match base {
            Made::Elsewhere(path) => Some(path),
            Made::Class(base) => self.foreign_base(base, depth),
            _ => None,
        })
    }

    fn call(&self, callee: Made, depth: u8) -> Option<Made> {
        match callee {
            Made::Elsewhere(path) => Some(Made::Elsewhere(path + "()")),
            Made::Class(class) => Some(Made::Instance(class)),
            Made::Function(function) => self.returned(function, depth),
            Made::Module(_) | Made::Instance(_) => None,
        }
    }

    fn returned(&self, function: FunctionRef, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1)?;
        let FunctionRef { module, function } = function;
        let summary = self.engine.summary(module);
        let definition = summary.function(function);
        let around = summary.scope_around(definition.scope);
        let stated = definition.returns.and_then(|returns| self.instance_of(module, around, returns, depth));
        let mut returned = summary.list(definition.returned).iter();
        stated.or_else(|| returned.find_map(|value| self.expression(module, definition.scope, *value, depth)))
    }

    fn instance_of(
        &self,
        module: ModuleId,
        scope: ScopeId,
        annotation: ExpressionId,
        depth: u8,
    ) -> Option<Made> {
        match self.type_of(module, scope, annotation, depth)? {
            Made::Elsewhere(path) => Some(Made::Elsewhere(path + "()")),
            Made::Class(class) => Some(Made::Instance(class)),
            _ => None,
        }
    }

    /// Returns the origin of an annotation or base. For `Optional[Class]` and `Class[int]`, this is the
    /// class.
    fn type_of(&self, module: ModuleId, scope: ScopeId, id: ExpressionId, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1)?;
        let summary = self.engine.summary(module);
        match summary.expression(id) {
            Expression::Subscript { value, slice } => match summary.last_name(value) {
                name if named(name).has(Role::TransparentAnnotation) => {
                    self.type_of(module, scope, slice, depth)
                }
                _ => self.type_of(module, scope, value, depth),
            },
            Expression::Tuple(parts) => self.one_of(module, scope, summary.list(parts), depth),
            Expression::Binary { left, right, .. } => self.one_of(module, scope, &[left, right], depth),
            _ => self.expression(module, scope, id, depth),
        }
    }

    /// Returns the origin that one of several annotations names. If a function is requested, only `None`
    /// may be beside it.
    fn one_of(&self, module: ModuleId, scope: ScopeId, parts: &[ExpressionId], depth: u8) -> Option<Made> {
        let summary = self.engine.summary(module);
        let is_value = |part: &&ExpressionId| !matches!(summary.expression(**part), Expression::None);
        let mut values = parts.iter().filter(is_value);
        if self.is_plain && values.clone().count() > 1 {
            return None;
        }
        values.find_map(|part| self.type_of(module, scope, *part, depth))
    }

    fn name(&self, module: ModuleId, at: (ScopeId, u32), name: &str, depth: u8) -> Option<Made> {
        let (scope, offset) = at;
        let summary = self.engine.summary(module);
        for (place, id) in summary.scopes_from(scope).enumerate() {
            if place > 0 && matches!(summary.scope(id).kind, ScopeKind::Class(_)) {
                continue;
            }
            if let Some(function) = summary.enclosing_function(id)
                && let Some(found) = self.parameter(module, function, name, depth)
            {
                return found;
            }
            let bindings = summary.bindings_of(id, name);
            if id == Summary::MODULE_SCOPE
                && let Some(described) = self.described(module, name)
            {
                return Some(described);
            }
            if bindings.len() > MAX_BINDINGS {
                return None;
            }
            if !bindings.is_empty() {
                // What is bound before counts first where the scope is that of the use.
                let seen = match place {
                    0 => bindings.partition_point(|bound| bound.offset <= offset),
                    _ => bindings.len(),
                };
                let mut bindings = bindings[..seen].iter().rev().chain(bindings[seen..].iter().rev());
                return bindings.find_map(|bound| self.bound(module, bound.scope, bound.kind, depth));
            }
        }
        self.by_star(module, name, depth)
    }

    /// Returns the origin of a parameter, if the function has one of this name.
    fn parameter(
        &self,
        module: ModuleId,
        function: FunctionId,
        name: &str,
        depth: u8,
    ) -> Option<Option<Made>> {
        let summary = self.engine.summary(module);
        let definition = summary.function(function);
        let parameter =
            definition.parameters.iter().find(|parameter| summary.name(parameter.name) == name)?;
        let around = summary.scope_around(definition.scope);
        let stated = parameter.annotation;
        Some(stated.and_then(|annotation| self.instance_of(module, around, annotation, depth)))
    }

    fn global(&self, module: ModuleId, name: &str, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1)?;
        let summary = self.engine.summary(module);
        let mut bindings = summary.bindings_of(Summary::MODULE_SCOPE, name).iter().rev();
        self.described(module, name)
            .or_else(|| bindings.find_map(|bound| self.bound(module, bound.scope, bound.kind, depth)))
            .or_else(|| {
                let inner = format!("{}.{name}", self.engine.module_name(module));
                let inner = self.engine.resolve(&inner, module);
                self.is_own(inner).then_some(Made::Module(inner))
            })
            .or_else(|| self.by_star(module, name, depth))
    }

    /// Returns the origin of a name of the project that the project describes: the facts count, and not what the code does.
    fn described(&self, module: ModuleId, name: &str) -> Option<Made> {
        let owner = self.engine.module_name(module);
        (!self.is_plain && has_added(owner, name)).then(|| Made::Elsewhere(format!("{owner}.{name}")))
    }

    fn by_star(&self, module: ModuleId, name: &str, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1)?;
        let summary = self.engine.summary(module);
        let stars = &summary.scope(Summary::MODULE_SCOPE).star_imports;
        stars.iter().rev().find_map(|star| {
            let source = self.engine.resolve(summary.name(star.module), module);
            let is_bound =
                || !self.engine.summary(source).bindings_of(Summary::MODULE_SCOPE, name).is_empty();
            if self.is_own(source) && is_bound() { self.global(source, name, depth) } else { None }
        })
    }

    fn bound(&self, module: ModuleId, scope: ScopeId, kind: BindingKind, depth: u8) -> Option<Made> {
        let depth = depth.checked_sub(1).filter(|_| !self.is_exhausted())?;
        let summary = self.engine.summary(module);
        match kind {
            BindingKind::Value(value)
            | BindingKind::Annotated { value: Some(value), .. }
            | BindingKind::With { value, .. } => self.expression(module, scope, value, depth),
            BindingKind::Annotated { annotation, value: None } => {
                self.instance_of(module, scope, annotation, depth)
            }
            BindingKind::Function(function) => Some(self.decorated(FunctionRef { module, function }, depth)),
            BindingKind::Class(class) => Some(Made::Class(ClassRef { module, class })),
            BindingKind::Import { module: name } => Some(self.module(module, summary.name(name))),
            BindingKind::ImportFrom { module: from, name } => {
                let (from, name) = (summary.name(from), summary.name(name));
                match self.module(module, from) {
                    Made::Module(source) if source != module => self.global(source, name, depth),
                    Made::Module(_) => {
                        let inner = self.engine.resolve(&format!("{from}.{name}"), module);
                        self.is_own(inner).then_some(Made::Module(inner))
                    }
                    made => self.attribute(made, name, depth),
                }
            }
            _ => None,
        }
    }

    fn module(&self, from: ModuleId, name: &str) -> Made {
        let found = self.engine.resolve(name, from);
        if self.is_own(found) { Made::Module(found) } else { Made::Elsewhere(name.to_owned()) }
    }

    fn is_own(&self, module: ModuleId) -> bool {
        self.engine.is_mutable(module) && !self.engine.is_absent(module)
    }

    /// Returns a function, or the object that a framework's decorator creates from it: a command group, a
    /// task.
    fn decorated(&self, function: FunctionRef, depth: u8) -> Made {
        if self.is_plain {
            return Made::Function(function);
        }
        let mut found = self.decorators(function, depth).into_iter().flatten();
        match found.find(|path| Frameworks::known().has_decorators_of(path)) {
            Some(path) => Made::Elsewhere(path + "()"),
            None => Made::Function(function),
        }
    }

    /// Returns the origins of a function's decorators, from top to bottom.
    pub fn decorators_of(&self, function: FunctionRef) -> Vec<Option<String>> {
        self.decorators(function, DEEPEST)
    }

    fn decorators(&self, function: FunctionRef, depth: u8) -> Vec<Option<String>> {
        let FunctionRef { module, function } = function;
        let summary = self.engine.summary(module);
        let definition = summary.function(function);
        let around = summary.scope_around(definition.scope);
        let decorators = summary.list(definition.decorators).iter();
        decorators
            .map(|decorator| {
                let made = self.expression(module, around, *decorator, depth)?;
                self.path_of(made)
            })
            .collect()
    }

    /// Returns the first class outside of the project on each line of bases.
    pub fn foreign_bases(&self, class: ClassRef) -> Vec<String> {
        let mut found = Vec::new();
        self.add_foreign_bases(class, DEEPEST, &mut found);
        found
    }

    fn add_foreign_bases(&self, class: ClassRef, depth: u8, found: &mut Vec<String>) {
        let Some(depth) = depth.checked_sub(1) else { return };
        for base in self.bases(class, depth) {
            match base {
                Made::Elsewhere(path) => found.push(path),
                Made::Class(base) => self.add_foreign_bases(base, depth, found),
                _ => {}
            }
        }
    }
}
