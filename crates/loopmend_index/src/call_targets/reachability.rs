//! The reachability filter: finds the names through which a call may lead to an event loop start or to a
//! blocking call. The filter uses names alone, and calls such names *hot*. Only calls of hot names are
//! resolved.

use std::cell::RefCell;

use loopmend_catalog::{Role, named};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::catalogue::Catalogue;
use crate::decorators::is_property;
use crate::summary::{
    BindingKind, CallSite, ClassId, Expression, ExpressionId, FunctionId, Implicit, ImplicitCall, Interface,
    NameHash, NameId, Scope, ScopeId, ScopeKind, Summary,
};

/// The maximum number of nested `lambda`s whose code may run with that of the function around them.
const MOST_LAMBDAS: usize = 4;

/// The maximum number of bindings of a local name to follow. A name with more may refer to a target.
const MOST_BINDINGS: usize = 64;

/// Returns a marker for the targets of the search among the names that a function calls. No real name is
/// empty.
fn end() -> NameHash {
    Interface::name_hash("")
}

/// An edge by name: something with the first name calls something with the second.
pub type NameEdge = [NameHash; 2];

/// The hot names: names through which a target call may be reachable.
#[derive(Debug, Default)]
pub struct HotNames(FxHashSet<NameHash>);

impl HotNames {
    /// Collects the hot names from the call edges of every module of the project.
    pub fn new<'i>(edges: impl Iterator<Item = &'i NameEdge>) -> Self {
        let mut edges: Vec<NameEdge> = edges.map(|[caller, called]| [*called, *caller]).collect();
        edges.sort_unstable();
        let mut hot = FxHashSet::default();
        let mut open = vec![end()];
        while let Some(called) = open.pop() {
            let first = edges.partition_point(|edge| edge[0] < called);
            let callers = edges[first..].iter().take_while(|edge| edge[0] == called);
            open.extend(callers.map(|edge| edge[1]).filter(|caller| hot.insert(*caller)));
        }
        Self(hot)
    }

    /// Returns whether some property leads to a target.
    pub fn has_properties(&self) -> bool {
        self.0.contains(&Interface::name_of_property(end()))
    }

    /// Returns whether a property of this name leads to a target.
    pub fn has_property(&self, name: &str) -> bool {
        self.0.contains(&Interface::name_of_property(Interface::name_hash(name)))
    }

    /// Returns whether a name is hot.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&Interface::name_hash(name))
    }
}

/// Returns the names that are hot in exactly one of two states of a project, in ascending order.
pub fn changed_hot_names<'i>(
    before: impl Iterator<Item = &'i Interface>,
    after: impl Iterator<Item = &'i Interface>,
) -> Vec<NameHash> {
    let hot = |interfaces: &mut dyn Iterator<Item = &'i Interface>| {
        HotNames::new(interfaces.flat_map(|interface| &interface.calls_by_name))
    };
    let (before, after) = (hot(&mut { before }), hot(&mut { after }));
    let mut changed: Vec<NameHash> = before.0.symmetric_difference(&after.0).copied().collect();
    changed.sort_unstable();
    changed
}

/// The possible targets at the end of a call chain, found in the text of one module.
pub struct EndNames<'s> {
    summary: &'s Summary,
    catalogue: &'s Catalogue,
    /// The packages that are imported anywhere in the module.
    packages: FxHashSet<&'s str>,
    /// Whether some target has this name, by name. This check rules out most calls.
    named: RefCell<FxHashMap<NameId, bool>>,
}

impl<'s> EndNames<'s> {
    /// Starts to look for the targets that a module may call.
    pub fn new(summary: &'s Summary, catalogue: &'s Catalogue) -> Self {
        let packages = summary.imported_packages().collect();
        Self { summary, catalogue, packages, named: RefCell::default() }
    }

    /// Returns whether a call may be a target.
    pub fn may_be_end(&self, site: &CallSite) -> bool {
        let summary = self.summary;
        let callee = innermost_callee(summary, site.expression);
        match summary.expression(callee) {
            Expression::Name(name) => self.is_function(site.scope, name),
            Expression::Attribute { name, .. } if self.has_end_named(name) => {
                let is_path = self.catalogue.has_function(summary.name(name))
                    && summary
                        .import_path(site.scope, callee)
                        .is_some_and(|path| self.catalogue.has_path(&path));
                is_path || self.is_method(callee)
            }
            _ => false,
        }
    }

    fn has_end_named(&self, name: NameId) -> bool {
        *self.named.borrow_mut().entry(name).or_insert_with(|| {
            let name = self.summary.name(name);
            self.catalogue.has_function(name) || !self.catalogue.packages_with_method(name).is_empty()
        })
    }

    fn is_function(&self, scope: ScopeId, name: NameId) -> bool {
        match nearest_binding(self.summary, scope, name) {
            None => self.catalogue.has_path(self.summary.name(name)),
            Some(BindingKind::ImportFrom { module, name }) => {
                let (module, name) = (self.summary.name(module), self.summary.name(name));
                self.catalogue.has_function(name) && self.catalogue.has_path(&format!("{module}.{name}"))
            }
            Some(_) => false,
        }
    }

    fn is_method(&self, callee: ExpressionId) -> bool {
        let Expression::Attribute { name, .. } = self.summary.expression(callee) else { return false };
        let packages = self.catalogue.packages_with_method(self.summary.name(name));
        packages.iter().any(|package| self.packages.contains(&**package))
    }
}

/// Returns the callee; for `f(...)(...)`, the callee of the inner call.
fn innermost_callee(summary: &Summary, call: ExpressionId) -> ExpressionId {
    let mut callee = call;
    while let Expression::Call { callee: inner, .. } = summary.expression(callee) {
        callee = inner;
    }
    callee
}

/// Returns the last binding of a name in the nearest scope that binds it.
fn nearest_binding(summary: &Summary, scope: ScopeId, name: NameId) -> Option<BindingKind> {
    summary.nearest_bindings_of(scope, name).last().map(|binding| binding.kind)
}

/// Returns the call edges by name of a module: from each plain function to the names that it calls. A
/// function that may call a target also has an edge to the marker [`end`]. Classes have edges to their
/// constructors and bases.
pub fn name_edges(summary: &Summary, catalogue: &Catalogue) -> Vec<NameEdge> {
    let ends = EndNames::new(summary, catalogue);
    let mut hashes = Hashes::new(summary);
    let mut edges = Vec::new();
    for site in summary.calls.iter().filter(|site| !summary.is_long_chain(site.expression)) {
        let is_open = calls_open_name(summary, site) || runs_open_name(summary, site);
        let named = summary.last_name_id(site.expression).filter(|_| !calls_builtin(summary, site));
        for function in plain_functions_around(summary, site.scope) {
            let callers = callers_of(summary, function, &mut hashes);
            let mut called: SmallVec<[NameHash; 4]> = SmallVec::new();
            if ends.may_be_end(site) {
                called.push(end());
            } else if let Some(name) = named {
                called.push(hashes.of(name));
            }
            if is_open {
                called.push(end());
            }
            names_given(summary, site, |name| called.push(hashes.of(name)));
            names_of_builtin(summary, site, |name| called.push(hashes.of(name)));
            edges.extend(callers.iter().flat_map(|caller| called.iter().map(|called| [*caller, *called])));
        }
    }
    for call in &summary.implicit_calls {
        for function in plain_functions_around(summary, call.site.scope) {
            let callers = callers_of(summary, function, &mut hashes);
            if is_open(summary, call.site.scope, call.value) {
                edges.extend(callers.iter().map(|caller| [*caller, end()]));
            }
            let mut add = |name| {
                let called = hashes.of(name);
                edges.extend(callers.iter().map(|caller| [*caller, called]));
            };
            names_behind(summary, call.site.scope, call.value, &mut add);
            names_of_generators(summary, call, add);
        }
    }
    for class in (0..summary.classes.len() as u32).map(ClassId) {
        let class = summary.class(class);
        let bases = summary.list(class.bases).iter().filter_map(|base| summary.last_name(*base));
        edges.extend(bases.map(|base| [hashes.of(class.name), Interface::name_hash(base)]));
    }
    for (id, function) in (0..).map(FunctionId).zip(&summary.functions) {
        // `super().__init__()` runs the constructor of a class too.
        let caller = called_as(summary, id);
        if caller != function.name {
            edges.push([hashes.of(function.name), hashes.of(caller)]);
        } else if let Some((class, qualified)) = special_method(summary, id) {
            // Other code calls the method by what it does with an object of the class.
            let qualified = Interface::name_hash(&qualified);
            edges.extend([function.name, class].map(|name| [hashes.of(name), qualified]));
        }
        if function.decorators.len > 0 && is_property(summary, id) {
            let name = hashes.of(function.name);
            edges.extend([end(), name].map(|read| [Interface::name_of_property(read), name]));
        }
        // A call of a decorated function calls what the decorator returns.
        let decorators = summary.list(function.decorators).iter();
        let decorators = decorators.filter_map(|decorator| summary.last_name_id(*decorator));
        edges.extend(decorators.map(|decorator| [hashes.of(function.name), hashes.of(decorator)]));
        let returned = summary.list(function.returned).iter().filter_map(|returned| {
            let Expression::Name(name) = summary.expression(*returned) else { return None };
            let bindings = summary.entry_of(function.scope, name).map(|entry| summary.bindings_in(entry))?;
            bindings.iter().any(|it| matches!(it.kind, BindingKind::Function(_))).then_some(name)
        });
        let inner = |name| Interface::name_hash(&inner_name(summary, function.name, name));
        edges.extend(returned.map(|name| [hashes.of(function.name), inner(name)]));
    }
    edges.extend(renamed(summary).map(|(local, name)| [hashes.of(local), hashes.of(name)]));
    assigned_callables(summary, catalogue, |local, callable| {
        let called = match callable {
            Named::Name(name) => hashes.of(name),
            Named::Lambda(function) => hashes.of_lambda(function),
            Named::Anything => end(),
        };
        edges.push([hashes.of(local), called]);
    });
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Returns whether a call calls a name that nothing around it binds, no parameter, comprehension or star import either: a builtin.
pub fn calls_builtin(summary: &Summary, site: &CallSite) -> bool {
    let Some(call) = summary.call(site.expression) else { return false };
    let Expression::Name(name) = summary.expression(call.callee) else { return false };
    let is_parameter = |function: FunctionId| {
        summary.function(function).parameters.iter().any(|parameter| parameter.name == name)
    };
    summary.scope(Summary::MODULE_SCOPE).star_imports.is_empty()
        && summary.scopes_from(site.scope).all(|scope| {
            let binds_parameter = match summary.scope(scope).kind {
                ScopeKind::Function(function) => is_parameter(function),
                _ => false,
            };
            !binds_parameter && summary.entry_of(scope, name).is_none()
        })
}

/// Returns the aliases of `from module import name as local`.
fn renamed(summary: &Summary) -> impl Iterator<Item = (NameId, NameId)> {
    let entries = summary.scopes.iter().flat_map(|scope| &scope.entries);
    entries.flat_map(|entry| {
        summary.bindings_in(*entry).iter().filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { name, .. } if name != entry.name => Some((entry.name, name)),
            _ => None,
        })
    })
}

/// The special method that a call of an instance runs.
pub const CALLS_INSTANCE: &str = "__call__";

/// A callable, as the text identifies it.
enum Named {
    Name(NameId),
    Lambda(FunctionId),
    /// The callable is a target, or is not followed.
    Anything,
}

/// Returns whether a value is a local name with so many bindings that they are not followed.
pub fn is_open(summary: &Summary, scope: ScopeId, value: ExpressionId) -> bool {
    let Expression::Name(name) = summary.expression(value) else { return false };
    let entry = summary.enclosing_function(scope).and_then(|_| summary.entry_of(scope, name));
    entry.is_some_and(|entry| summary.bindings_in(entry).len() > MOST_BINDINGS)
}

/// Returns whether the bindings of the callee are not followed.
pub fn calls_open_name(summary: &Summary, site: &CallSite) -> bool {
    summary.call(site.expression).is_some_and(|call| is_open(summary, site.scope, call.callee))
}

/// Returns whether a call is one of a builtin that may call something through its argument, whose bindings
/// are not followed.
pub fn runs_open_name(summary: &Summary, site: &CallSite) -> bool {
    let Some(call) = summary.call(site.expression) else { return false };
    let Expression::Name(name) = summary.expression(call.callee) else { return false };
    let Some(first) = summary.arguments(call.arguments).first() else { return false };
    is_open(summary, site.scope, first.value) && is_builtin_with_special_method(summary.name(name))
}

/// Visits the callables in a value: `f`, `self.f`, `partial(f, 1)`, `Class()`, a `lambda` and the elements of
/// a table.
fn callables_in(summary: &Summary, value: ExpressionId, visit_named: &mut impl FnMut(Named)) {
    let mut visit = |name| visit_named(Named::Name(name));
    match summary.expression(value) {
        Expression::Name(name) | Expression::Attribute { name, .. } => visit(name),
        Expression::Call { arguments, .. } if binds_arguments(summary, value) => {
            if let Some(first) = summary.arguments(arguments).first() {
                summary.last_name_id(first.value).into_iter().for_each(visit);
            }
        }
        Expression::Call { arguments, .. } if summary.last_name(value) == Some("getattr") => {
            if let [_, name] = summary.arguments(arguments)
                && let Expression::String(name) = summary.expression(name.value)
            {
                visit(name);
            }
        }
        Expression::Call { .. } | Expression::Subscript { .. } => {
            summary.last_name_id(value).into_iter().for_each(visit);
        }
        Expression::Lambda(function) => visit_named(Named::Lambda(function)),
        Expression::Display { elements, .. } | Expression::Tuple(elements) => {
            for element in summary.list(elements) {
                match summary.expression(*element) {
                    Expression::Name(name) | Expression::Attribute { name, .. } => {
                        visit_named(Named::Name(name));
                    }
                    Expression::Lambda(function) => visit_named(Named::Lambda(function)),
                    Expression::Call { .. } => {
                        let name = summary.last_name_id(*element);
                        name.into_iter().for_each(|name| visit_named(Named::Name(name)));
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Returns whether a call is one of `partial`.
fn binds_arguments(summary: &Summary, call: ExpressionId) -> bool {
    summary.last_roles(call).has(Role::BindsArguments)
}

/// Visits the names that a call is given to call: functions as arguments, the first argument of a `partial`
/// that is called at once, and the text of `getattr`.
pub fn names_given(summary: &Summary, site: &CallSite, mut visit: impl FnMut(NameId)) {
    let Some(call) = summary.call(site.expression) else { return };
    for argument in summary.arguments(call.arguments) {
        match summary.expression(argument.value) {
            Expression::Name(name) if is_passed_on(summary, name) => visit(name),
            Expression::Attribute { name, .. } if is_passed_on(summary, name) => visit(name),
            Expression::Call { .. } if binds_arguments(summary, argument.value) => {
                callables_in(summary, argument.value, &mut |named| {
                    if let Named::Name(name) = named {
                        visit(name);
                    }
                });
            }
            _ => {}
        }
    }
    match summary.expression(call.callee) {
        Expression::Call { callee, arguments } => {
            for argument in summary.arguments(arguments).iter().take(2) {
                match summary.expression(argument.value) {
                    Expression::Name(name)
                    | Expression::Attribute { name, .. }
                    | Expression::String(name) => visit(name),
                    _ => {}
                }
            }
            // `TABLE.get(key)()`.
            if let Expression::Attribute { value, .. } = summary.expression(callee) {
                summary.last_name_id(value).into_iter().for_each(&mut visit);
            }
        }
        Expression::Name(name) => {
            let around = summary.enclosing_function(site.scope).map(|id| summary.function(id));
            let parameter = around.and_then(|it| it.parameters.iter().find(|it| it.name == name));
            if let Some(annotation) = parameter.and_then(|parameter| parameter.annotation) {
                names_in_annotation(summary, annotation, &mut visit);
            }
            for value in local_values(summary, site.scope, name).into_iter().flatten() {
                callables_in(summary, value, &mut |named| {
                    if let Named::Name(name) = named {
                        visit(name);
                    }
                });
            }
        }
        _ => {}
    }
}

/// Visits the names through which a builtin may lead to a target: `list(generator)` runs the generator, and
/// `len(value)` calls a method of the value.
pub fn names_of_builtin(summary: &Summary, site: &CallSite, mut visit: impl FnMut(NameId)) {
    if let Some(call) = summary.call(site.expression)
        && let Expression::Name(name) = summary.expression(call.callee)
        && let Some(first) = summary.arguments(call.arguments).first()
        && is_builtin_with_special_method(summary.name(name))
    {
        names_behind(summary, site.scope, first.value, &mut visit);
        names_of_arguments(summary, first.value, visit);
    }
}

/// Visits the names of the generators in the argument of a builtin that runs through it.
pub fn generators_of_builtin(summary: &Summary, site: &CallSite, visit: impl FnMut(NameId)) {
    if let Some(call) = summary.call(site.expression)
        && let Some(first) = summary.arguments(call.arguments).first()
    {
        names_of_calls(summary, site.scope, first.value, visit);
    }
}

/// Visits the names that are called in a value: `numbers` in `numbers()`, in a local name for it, and in
/// `enumerate(numbers())`, and `work` in `map(work, values)`.
fn names_of_calls(summary: &Summary, scope: ScopeId, value: ExpressionId, mut visit: impl FnMut(NameId)) {
    match summary.expression(value) {
        Expression::Call { .. } => {
            summary.last_name_id(value).into_iter().for_each(&mut visit);
            names_of_arguments(summary, value, visit);
        }
        Expression::Name(name) => {
            let calls = local_values(summary, scope, name).into_iter().flatten();
            let calls = calls.filter(|value| summary.call(*value).is_some());
            calls.filter_map(|value| summary.last_name_id(value)).for_each(visit);
        }
        _ => {}
    }
}

/// Visits the names of the arguments of a call: `numbers` in `enumerate(numbers())`, `work` in `map(work, [])`.
fn names_of_arguments(summary: &Summary, call: ExpressionId, mut visit: impl FnMut(NameId)) {
    for argument in summary.arguments_of(call).unwrap_or_default() {
        summary.last_name_id(argument.value).into_iter().for_each(&mut visit);
    }
}

/// Returns whether a builtin calls special methods of its first argument.
fn is_builtin_with_special_method(name: &str) -> bool {
    let known = named(name);
    known.has(Role::IteratesArgument) || known.has(Role::CallsSpecialMethod)
}

/// Returns whether a name may refer to a function that the module passes on.
fn is_passed_on(summary: &Summary, name: NameId) -> bool {
    let has_stars = || !summary.scope(Summary::MODULE_SCOPE).star_imports.is_empty();
    summary.passed_on.binary_search(&name).is_ok() || has_stars()
}

/// Returns the special methods that an implicit call calls.
pub fn special_methods_of(summary: &Summary, how: Implicit) -> [Option<&str>; 2] {
    match how {
        Implicit::Operate(method) => {
            let method = summary.name(method);
            [Some(method), fallback_of(method)]
        }
        Implicit::Enter => [Some(ENTER), Some(EXIT)],
        Implicit::Iterate => [Some(ITERATE), Some(NEXT)],
    }
}

/// Visits the names in the value of an implicit call that may refer to a generator.
pub fn names_of_generators(summary: &Summary, call: &ImplicitCall, visit: impl FnMut(NameId)) {
    if !matches!(call.how, Implicit::Operate(_)) {
        names_of_calls(summary, call.site.scope, call.value, visit);
    }
}

/// Visits the names through which a method of a value may be found: that of the value, and of its class if it
/// is an annotated parameter or the object of a method.
pub fn names_behind(summary: &Summary, scope: ScopeId, value: ExpressionId, mut visit: impl FnMut(NameId)) {
    let Expression::Name(name) = summary.expression(value) else {
        summary.last_name_id(value).into_iter().for_each(visit);
        return;
    };
    let around = summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope));
    let mut around = around.filter_map(|id| {
        let parameters = &summary.function(id).parameters;
        Some((id, parameters.iter().position(|parameter| parameter.name == name)?))
    });
    let Some((function, place)) = around.next() else {
        match local_values(summary, scope, name) {
            Some(values) => values.filter_map(|value| summary.last_name_id(value)).for_each(visit),
            None => visit(name),
        }
        return;
    };
    let annotation = summary.function(function).parameters[place].annotation;
    match (annotation, summary.class_of(function)) {
        (Some(annotation), _) => names_in_annotation(summary, annotation, &mut visit),
        (None, Some(class)) if place == 0 => visit(summary.class(class).name),
        (None, _) => {}
    }
}

fn names_in_annotation(summary: &Summary, annotation: ExpressionId, visit: &mut impl FnMut(NameId)) {
    let mut annotation = annotation;
    while let Expression::Subscript { slice, .. } = summary.expression(annotation) {
        annotation = slice;
    }
    match summary.expression(annotation) {
        Expression::Binary { left, right, .. } => {
            [left, right].into_iter().filter_map(|side| summary.last_name_id(side)).for_each(visit);
        }
        _ => summary.last_name_id(annotation).into_iter().for_each(visit),
    }
}

/// Returns the class of a special method, and the name of both. Constructors are left out.
fn special_method(summary: &Summary, function: FunctionId) -> Option<(NameId, String)> {
    let name = summary.name(summary.function(function).name);
    let is_special = name.starts_with("__") && name.ends_with("__") && !named(name).has(Role::RunsAtCreation);
    let class = summary.class(summary.class_of(function).filter(|_| is_special)?).name;
    Some((class, format!("{}.{name}", summary.name(class))))
}

fn inner_name(summary: &Summary, outer: NameId, inner: NameId) -> String {
    format!("{}.{}", summary.name(outer), summary.name(inner))
}

/// Returns the names under which the code of a function may be called: its own, for a special method that
/// with its class, and for an inner function also that with the function around it.
fn callers_of(summary: &Summary, function: FunctionId, hashes: &mut Hashes) -> SmallVec<[NameHash; 2]> {
    if let Some(known) = hashes.callers.get(&function) {
        return known.clone();
    }
    let definition = summary.function(function);
    let mut names: SmallVec<[NameHash; 2]> = SmallVec::new();
    if let Some((_, qualified)) = special_method(summary, function) {
        names.push(Interface::name_hash(&qualified));
    } else if summary.name(definition.name).starts_with('<') {
        names.push(hashes.of_lambda(function));
    } else {
        names.push(hashes.of(called_as(summary, function)));
        if let Some(outer) = summary.enclosing_function(summary.scope_around(definition.scope)) {
            let outer = summary.function(outer).name;
            names.push(Interface::name_hash(&inner_name(summary, outer, definition.name)));
        }
    }
    hashes.callers.insert(function, names.clone());
    names
}

/// The special method that `with` calls first.
pub const ENTER: &str = "__enter__";
/// The special method that `with` calls last.
pub const EXIT: &str = "__exit__";
/// The special method that `for` calls first.
pub const ITERATE: &str = "__iter__";
/// The special method that `for` calls for each item.
pub const NEXT: &str = "__next__";

/// Returns the special method that is called where a class lacks another one.
pub fn fallback_of(method: &str) -> Option<&'static str> {
    Some(match method {
        "__iadd__" => "__add__",
        "__isub__" => "__sub__",
        "__imul__" => "__mul__",
        "__itruediv__" => "__truediv__",
        "__ior__" => "__or__",
        "__iand__" => "__and__",
        "__ne__" => "__eq__",
        "__format__" => "__str__",
        "__contains__" => ITERATE,
        _ => return None,
    })
}

/// Visits the names that are assigned callables, with the names of these: `f = work`, `self.f = work`,
/// `TABLE = {"a": work}`. Only names that the module calls or runs through count, and tables.
fn assigned_callables(summary: &Summary, catalogue: &Catalogue, mut visit: impl FnMut(NameId, Named)) {
    let called = summary.calls.iter().filter_map(|site| summary.last_name_id(site.expression));
    let run = summary.implicit_calls.iter().filter_map(|call| summary.last_name_id(call.value));
    let called: FxHashSet<NameId> = called.chain(run).collect();
    let mut note = |name: NameId, scope: ScopeId, kind: BindingKind| {
        if let BindingKind::Annotated { annotation, .. } = kind {
            names_in_annotation(summary, annotation, &mut |class| visit(name, Named::Name(class)));
        }
        let is_end = |value| summary.import_path(scope, value).is_some_and(|path| catalogue.has_path(&path));
        match kind.value() {
            Some(value) if is_end(value) => visit(name, Named::Anything),
            Some(value) if matches!(summary.expression(value), Expression::Name(_)) => {
                if is_open(summary, scope, value) {
                    visit(name, Named::Anything);
                }
                names_behind(summary, scope, value, |behind| visit(name, Named::Name(behind)));
            }
            Some(value) if makes_callable(summary, value) => {
                callables_in(summary, value, &mut |callable| visit(name, callable));
            }
            _ => {}
        }
    };
    let is_table = |kind: BindingKind| {
        kind.value().is_some_and(|value| matches!(summary.expression(value), Expression::Display { .. }))
    };
    let is_shared = |scope: &&Scope| !matches!(scope.kind, ScopeKind::Function(_));
    for scope in summary.scopes.iter().filter(is_shared) {
        for entry in &scope.entries {
            for binding in summary.bindings_in(*entry) {
                if called.contains(&entry.name) || scope.parent.is_none() && is_table(binding.kind) {
                    note(entry.name, binding.scope, binding.kind);
                }
            }
        }
    }
    let attributes = summary.classes.iter().flat_map(|class| &class.attributes);
    for attribute in attributes.filter(|attribute| called.contains(&attribute.name)) {
        note(attribute.name, attribute.scope, attribute.kind);
    }
}

/// Returns whether a value may be callable, or an object of the project, as written. Of other calls, only the
/// class of the result would tell.
fn makes_callable(summary: &Summary, value: ExpressionId) -> bool {
    match summary.expression(value) {
        Expression::Call { .. } => summary.last_name(value).is_some_and(|name| {
            named(name).has(Role::BindsArguments)
                || name == "getattr"
                || name.trim_start_matches('_').starts_with(char::is_uppercase)
        }),
        Expression::Subscript { .. } => false,
        _ => true,
    }
}

/// Returns the values of a name that a function binds; none if there are too many.
fn local_values(
    summary: &Summary,
    scope: ScopeId,
    name: NameId,
) -> Option<impl Iterator<Item = ExpressionId>> {
    summary.enclosing_function(scope)?;
    let bindings = summary.bindings_in(summary.entry_of(scope, name)?);
    let followed = if bindings.len() > MOST_BINDINGS { &[] } else { bindings };
    Some(followed.iter().filter_map(|binding| binding.kind.value()))
}

struct Hashes<'s> {
    summary: &'s Summary,
    known: FxHashMap<NameId, NameHash>,
    callers: FxHashMap<FunctionId, SmallVec<[NameHash; 2]>>,
    /// A hash of the names that the module binds.
    module: NameHash,
}

impl<'s> Hashes<'s> {
    fn new(summary: &'s Summary) -> Self {
        let entries = &summary.scope(Summary::MODULE_SCOPE).entries;
        let bound: String = entries.iter().flat_map(|entry| [summary.name(entry.name), " "]).collect();
        let module = Interface::name_hash(&bound);
        Self { summary, known: FxHashMap::default(), callers: FxHashMap::default(), module }
    }

    /// Returns a name for a `lambda`, another one than in most other modules.
    fn of_lambda(&self, function: FunctionId) -> NameHash {
        Interface::name_hash(&format!("<lambda> {} {:x}", function.0, self.module))
    }

    fn of(&mut self, name: NameId) -> NameHash {
        *self.known.entry(name).or_insert_with(|| Interface::name_hash(self.summary.name(name)))
    }
}

/// Returns the name under which a function is called; for a constructor, the name of its class.
fn called_as(summary: &Summary, function: FunctionId) -> NameId {
    let name = summary.function(function).name;
    match summary.class_of(function) {
        Some(class) if named(summary.name(name)).has(Role::RunsAtCreation) => summary.class(class).name,
        _ => name,
    }
}

/// Returns the plain function or generator whose call or iteration runs the code of a scope. For a `lambda`,
/// also returns the function around it, which may call it. A class body runs with the enclosing code.
fn plain_functions_around(summary: &Summary, scope: ScopeId) -> impl Iterator<Item = FunctionId> {
    let is_lambda = |id: FunctionId| summary.name(summary.function(id).name).starts_with('<');
    let first = summary.function_around(scope);
    let around = std::iter::successors(first, move |id| {
        let scope = summary.scope_around(summary.function(*id).scope);
        is_lambda(*id).then(|| summary.function_around(scope)).flatten()
    });
    around.take(MOST_LAMBDAS).filter(|id| !summary.function(*id).is_async)
}
