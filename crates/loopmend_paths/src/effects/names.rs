//! The possible values of a function's names, regardless of statement order.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{Binding, BindingKind, FunctionId, ScopeId, ScopeKind, Summary};
use loopmend_python::ast::visitor::{
    Visitor, walk_comprehension, walk_except_handler, walk_expr, walk_pattern, walk_stmt,
};
use loopmend_python::ast::{Comprehension, ExceptHandler, Expr, ExprCall, Parameter, Pattern, Stmt};
use loopmend_python::last_name;
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

use super::words::{self, Method};
use super::{Source, Value};

/// The maximum number of passes over the statements to compute the values of names.
const MOST_ROUNDS: usize = 8;

/// The facts about a file that decide what a name in its functions means.
pub(super) struct FileNames<'a> {
    summary: &'a Summary,
    /// `true` if the file has an `import *`.
    has_star_import: bool,
    /// The names that functions of the file declare `global`.
    declared: FxHashSet<&'a str>,
}

impl<'a> FileNames<'a> {
    pub(super) fn of(summary: &'a Summary) -> Self {
        let declared = summary.scopes.iter().flat_map(|it| &it.globals);
        Self {
            summary,
            has_star_import: summary.scopes.iter().any(|scope| !scope.star_imports.is_empty()),
            declared: declared.map(|it| summary.name(*it)).collect(),
        }
    }
}

/// The names that a function binds.
pub(super) struct Names<'a> {
    file: &'a FileNames<'a>,
    /// The scope of the function.
    scope: ScopeId,
    known: FxHashMap<&'a str, Value>,
    pub(super) globals: FxHashSet<&'a str>,
    /// The calls, with their indices.
    calls: FxHashMap<TextRange, u32>,
    /// The calls in the order of visits.
    pub(super) all_calls: Vec<&'a ExprCall>,
    /// The value of `super()`.
    own: Option<Value>,
}

impl<'a> Names<'a> {
    pub(super) fn new(
        file: &'a FileNames<'a>,
        function: FunctionId,
        parameters: impl Iterator<Item = &'a str>,
        body: &'a [Stmt],
    ) -> Names<'a> {
        let summary = file.summary;
        let is_method = summary.has_receiver(function);
        let mut names = Names {
            file,
            scope: summary.function(function).scope,
            known: (0..)
                .zip(parameters)
                .map(|(place, name)| (name, Value::of(Source::Parameter(place))))
                .collect(),
            globals: FxHashSet::default(),
            calls: FxHashMap::default(),
            all_calls: Vec::new(),
            own: is_method.then(|| Value::of(Source::Parameter(0))),
        };
        let mut bound = Bound { names: &mut names };
        bound.visit_body(body);
        for name in std::mem::take(&mut names.globals) {
            names.known.remove(name);
            names.globals.insert(name);
        }
        for _ in 0..MOST_ROUNDS {
            let mut binder = Binder { names: &mut names, subject: Value::default(), has_grown: false };
            binder.visit_body(body);
            if !binder.has_grown {
                return names;
            }
        }
        names.known.values_mut().for_each(|value| *value = Value::of(Source::Any));
        names
    }

    /// Returns the value of a callee that is a local name, or a value of an enclosing function.
    pub(super) fn local(&self, name: &str) -> Option<Value> {
        let captured = || self.is_value_of_function_around(name).then(|| Value::of(Source::Any));
        self.known.get(name).cloned().or_else(captured)
    }

    /// Returns the value of an expression.
    pub(super) fn value(&self, expression: &Expr) -> Value {
        grow_stack(|| self.value_inside(expression))
    }

    fn value_inside(&self, expression: &Expr) -> Value {
        match expression {
            Expr::Name(name) => {
                let name = name.id.as_str();
                self.known.get(name).cloned().unwrap_or_else(|| self.free(name))
            }
            Expr::Attribute(it) => self.value(&it.value).part(),
            Expr::Subscript(it) => self.value(&it.value).part(),
            Expr::Starred(it) => self.value(&it.value),
            Expr::Await(it) => self.value(&it.value),
            Expr::Named(it) => self.value(&it.value),
            Expr::Call(call) => match (&self.own, &*call.func) {
                (Some(own), Expr::Name(name)) if name.id.as_str() == "super" => own.clone(),
                _ => {
                    let place = self.calls.get(&call.range());
                    place.map_or_else(Value::default, |place| Value::of(Source::Result(*place)))
                }
            },
            Expr::BoolOp(it) => self.any_of(it.values.iter()),
            Expr::If(it) => self.any_of([&*it.body, &*it.orelse]),
            Expr::Tuple(it) => self.made_of(it.elts.iter()),
            Expr::List(it) => self.made_of(it.elts.iter()),
            Expr::Set(it) => self.made_of(it.elts.iter()),
            Expr::Dict(it) => self.made_of(it.items.iter().map(|item| &item.value)),
            Expr::ListComp(it) => self.made_of([&*it.elt]),
            Expr::SetComp(it) => self.made_of([&*it.elt]),
            Expr::Generator(it) => self.made_of([&*it.elt]),
            Expr::DictComp(it) => self.made_of([&*it.value]),
            Expr::BinOp(it) => self.made_of([&*it.left, &*it.right]),
            _ => Value::default(),
        }
    }

    /// Returns the value of a free name. Built-in names and functions contain nothing.
    fn free(&self, name: &str) -> Value {
        let Some(scope) = self.scope_that_binds(name) else { return self.unbound(name) };
        let bindings = self.file.summary.bindings_of(scope, name);
        let is_function = |binding: &Binding| matches!(binding.kind, BindingKind::Function(_));
        match () {
            () if self.is_parameter(scope, name) => Value::of(Source::Outside),
            () if bindings.iter().all(is_function) => Value::default(),
            () if named(name).has(Role::ProcessWideModule) => Value::of(Source::Process),
            () => Value::of(Source::Outside),
        }
    }

    /// Returns the value of a name that no scope binds: a builtin, unless the name can come from elsewhere.
    fn unbound(&self, name: &str) -> Value {
        if self.file.has_star_import || self.file.declared.contains(name) {
            Value::of(Source::Outside)
        } else {
            Value::default()
        }
    }

    /// Returns the nearest scope that binds a name for the function.
    fn scope_that_binds(&self, name: &str) -> Option<ScopeId> {
        let is_seen = |scope: &ScopeId| !matches!(self.file.summary.scope(*scope).kind, ScopeKind::Class(_));
        let binds = |scope: &ScopeId| {
            self.is_parameter(*scope, name) || !self.file.summary.bindings_of(*scope, name).is_empty()
        };
        self.file.summary.scopes_from(self.scope).filter(is_seen).find(binds)
    }

    fn is_parameter(&self, scope: ScopeId, name: &str) -> bool {
        let ScopeKind::Function(function) = self.file.summary.scope(scope).kind else { return false };
        let parameters = &self.file.summary.function(function).parameters;
        parameters.iter().any(|parameter| self.file.summary.name(parameter.name) == name)
    }

    /// Returns whether a name is a parameter of an enclosing function, or a value that it binds other than
    /// a function, class or module.
    fn is_value_of_function_around(&self, name: &str) -> bool {
        let Some(scope) = self.scope_that_binds(name) else { return false };
        let is_value = |binding: &Binding| {
            use BindingKind::{Class, Function, Import, ImportFrom};
            !matches!(binding.kind, Function(_) | Class(_) | Import { .. } | ImportFrom { .. })
        };
        let is_of_function = matches!(self.file.summary.scope(scope).kind, ScopeKind::Function(_));
        let has_value = || self.file.summary.bindings_of(scope, name).iter().any(is_value);
        is_of_function && (self.is_parameter(scope, name) || has_value())
    }

    fn any_of<'e>(&self, values: impl IntoIterator<Item = &'e Expr>) -> Value {
        let mut any = Value::default();
        for value in values {
            any.join(&self.value(value));
        }
        any
    }

    fn made_of<'e>(&self, parts: impl IntoIterator<Item = &'e Expr>) -> Value {
        let parts: Vec<Value> = parts.into_iter().map(|part| self.value(part)).collect();
        Value::made_of(&parts)
    }
}

/// Collects the bound names, and the calls.
struct Bound<'n, 'a> {
    names: &'n mut Names<'a>,
}

impl<'a> Bound<'_, 'a> {
    fn bind(&mut self, name: &'a str) {
        self.names.known.entry(name).or_default();
    }
}

impl<'a> Visitor<'a> for Bound<'_, 'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Global(it) => self.names.globals.extend(it.names.iter().map(|name| name.as_str())),
            Stmt::FunctionDef(it) => self.bind(it.name.as_str()),
            Stmt::ClassDef(it) => self.bind(it.name.as_str()),
            _ => {}
        }
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) if !name.ctx.is_load() => self.bind(name.id.as_str()),
            Expr::Call(call) => {
                let place = self.names.all_calls.len() as u32;
                self.names.calls.insert(call.range(), place);
                self.names.all_calls.push(call);
            }
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }

    /// Visits a parameter of an inner function or a `lambda`, whose value its callers pass.
    fn visit_parameter(&mut self, parameter: &'a Parameter) {
        let known = self.names.known.entry(parameter.name.as_str()).or_default();
        known.join(&Value::of(Source::Any));
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        inner.name.iter().for_each(|name| self.bind(name.as_str()));
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        name_of_pattern(pattern).into_iter().for_each(|name| self.bind(name));
        walk_pattern(self, pattern);
    }
}

fn name_of_pattern(pattern: &Pattern) -> Option<&str> {
    let name = match pattern {
        Pattern::MatchAs(it) => &it.name,
        Pattern::MatchStar(it) => &it.name,
        Pattern::MatchMapping(it) => &it.rest,
        _ => return None,
    };
    name.as_ref().map(|name| name.as_str())
}

/// Collects the values bound to names.
struct Binder<'n, 'a> {
    names: &'n mut Names<'a>,
    /// The subject of the `match`.
    subject: Value,
    has_grown: bool,
}

impl<'a> Binder<'_, 'a> {
    fn bind(&mut self, target: &'a Expr, value: &Value) {
        match target {
            Expr::Name(name) => self.join(name.id.as_str(), value),
            Expr::Tuple(it) => it.elts.iter().for_each(|target| self.bind(target, &value.part())),
            Expr::List(it) => it.elts.iter().for_each(|target| self.bind(target, &value.part())),
            Expr::Starred(it) => {
                self.bind(&it.value, &Value { own: Default::default(), inside: value.inside.clone() });
            }
            Expr::Attribute(it) => self.put_into(&it.value, value),
            Expr::Subscript(it) => self.put_into(&it.value, value),
            _ => {}
        }
    }

    /// Records that a value is stored into a target: what is reachable from the value is reachable from the
    /// target.
    fn put_into(&mut self, target: &'a Expr, value: &Value) {
        match target {
            Expr::Name(name) => self.join(name.id.as_str(), &Value::made_of([value])),
            Expr::Attribute(it) => grow_stack(|| self.put_into(&it.value, value)),
            Expr::Subscript(it) => grow_stack(|| self.put_into(&it.value, value)),
            _ => {}
        }
    }

    fn join(&mut self, name: &str, value: &Value) {
        if let Some(known) = self.names.known.get_mut(name) {
            self.has_grown |= known.join(value);
        }
    }

    fn add_by_method(&mut self, call: &'a ExprCall) {
        let Expr::Attribute(method) = &*call.func else { return };
        if words::method(method.attr.as_str()) == Method::Changes {
            for argument in &call.arguments.args {
                let value = self.names.value(argument);
                self.put_into(&method.value, &value);
            }
        }
    }
}

impl<'a> Visitor<'a> for Binder<'_, 'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Assign(it) => {
                let value = self.names.value(&it.value);
                it.targets.iter().for_each(|target| self.bind(target, &value));
            }
            Stmt::AnnAssign(it) => {
                if let Some(value) = &it.value {
                    let value = self.names.value(value);
                    self.bind(&it.target, &value);
                }
            }
            Stmt::AugAssign(it) => {
                let value = self.names.made_of([&*it.value]);
                self.bind(&it.target, &value);
            }
            Stmt::For(it) => {
                let value = self.names.value(&it.iter).part();
                self.bind(&it.target, &value);
            }
            Stmt::With(it) => {
                for item in &it.items {
                    let value = self.names.value(&item.context_expr);
                    item.optional_vars.iter().for_each(|target| self.bind(target, &value));
                }
            }
            Stmt::Match(it) => self.subject = self.names.value(&it.subject),
            _ => {}
        }
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Named(it) => {
                let value = self.names.value(&it.value);
                self.bind(&it.target, &value);
            }
            Expr::Call(call) => self.add_by_method(call),
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        let value = self.names.value(&comprehension.iter).part();
        self.bind(&comprehension.target, &value);
        walk_comprehension(self, comprehension);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        if let Some(name) = name_of_pattern(pattern) {
            let mut value = self.subject.clone();
            value.join(&self.subject.part());
            self.join(name, &value);
        }
        walk_pattern(self, pattern);
    }
}

/// Returns the last name of the callee.
pub(super) fn name_of_callee(call: &ExprCall) -> &str {
    last_name(&call.func).unwrap_or_default()
}
