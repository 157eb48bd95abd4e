//! What a name means: scopes, imports, and which bindings reach a use.

use super::{FunctionRef, Inference, Question, Type};
use crate::engine::ModuleId;
use crate::summary::{
    Binding, BindingKind, Entry, Expression, ExpressionId, Scope, ScopeId, ScopeKind, Summary,
};

impl<'e> Inference<'e> {
    /// What `name` is at the byte `offset` of a scope.
    pub(super) fn name(&mut self, module: ModuleId, scope: ScopeId, name: &str, offset: u32) -> Type {
        let summary = self.summary(module);
        let mut current = Some(scope);
        while let Some(id) = current {
            let around = summary.scope(id);
            current = around.parent;
            let declares = |names: &[_]| names.iter().any(|declared| summary.name(*declared) == name);
            if declares(&around.globals) {
                break;
            }
            let is_own = id == scope;
            let is_hidden = matches!(around.kind, ScopeKind::Class(_)) && !is_own;
            if is_hidden || declares(&around.nonlocals) {
                continue;
            }
            if let Some(found) = self.name_in(module, id, name, is_own.then_some(offset)) {
                return found;
            }
        }
        match self.symbol(module, name) {
            Some(found) => found,
            None => {
                let builtins = self.engine.standard_library("builtins");
                self.symbol(builtins, name).unwrap_or(Type::Unknown)
            }
        }
    }

    /// What `name` is in one scope; of its own scope at an offset, of another at any time. `None` when
    /// the scope does not bind it, or is a module that is asked as a whole: from inside a function, or
    /// because star imports take part.
    fn name_in(&mut self, module: ModuleId, id: ScopeId, name: &str, offset: Option<u32>) -> Option<Type> {
        let summary = self.summary(module);
        let scope = summary.scope(id);
        let is_asked_as_a_whole = offset.is_none() || !scope.star_imports.is_empty();
        if scope.kind == ScopeKind::Module && is_asked_as_a_whole {
            return None;
        }
        if is_type_parameter(summary, scope, name) {
            return Some(Type::Unknown);
        }
        let parameter = self.parameter_named(module, scope, name);
        let Some(entry) = summary.entry(id, name) else {
            let (function, index) = parameter?;
            return Some(self.parameter(function, index));
        };
        let bindings = summary.bindings_in(entry);
        let Some((reaching, is_hidden)) = reaching(bindings, offset) else { return Some(Type::Unknown) };
        let mut parts: Vec<Type> =
            reaching.into_iter().map(|index| self.binding(module, entry.start + index)).collect();
        if let Some((function, index)) = parameter
            && !is_hidden
        {
            parts.push(self.parameter(function, index));
        }
        Some(self.declared_or_union(module, id, bindings, parts))
    }

    /// What the scope itself set `object.name` to before it is used there. `None` where it did not, or only
    /// to `None`, which another function fills.
    pub(super) fn set_attribute(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        id: ExpressionId,
    ) -> Option<Type> {
        let summary = self.summary(module);
        if !summary.scope(scope).binds_attributes {
            return None;
        }
        let entry = summary.entry(scope, &summary.dotted_name(id)?)?;
        let (reaching, _) = match reaching_before(summary.bindings_in(entry), summary.span(id).start) {
            Some(found) if found.0.is_empty() => return None,
            Some(found) => found,
            None => return Some(Type::Unknown),
        };
        let parts = reaching.into_iter().map(|index| self.binding(module, entry.start + index)).collect();
        Some(self.union(parts)).filter(|set| *set != Type::None)
    }

    /// An annotation in the scope decides; without one, all that reaches.
    fn declared_or_union(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        bindings: &[Binding],
        parts: Vec<Type>,
    ) -> Type {
        let declared = bindings.iter().find_map(|binding| match binding.kind {
            BindingKind::Annotated { annotation, .. } => Some(annotation),
            _ => None,
        });
        if let Some(annotation) = declared {
            let declared = self.annotation(module, scope, annotation, None);
            if declared != Type::Unknown {
                return declared;
            }
        }
        self.union(parts)
    }

    fn parameter_named(&mut self, module: ModuleId, scope: &Scope, name: &str) -> Option<(FunctionRef, u32)> {
        let ScopeKind::Function(function) = scope.kind else { return None };
        let summary = self.summary(module);
        let parameters = &summary.function(function).parameters;
        let index = parameters.iter().position(|parameter| summary.name(parameter.name) == name)?;
        Some((FunctionRef { module, function }, index as u32))
    }

    fn parameter(&mut self, function: FunctionRef, index: u32) -> Type {
        self.memoised(Question::Parameter(function, index), |inference| {
            inference.parameter_type(function, index)
        })
    }

    fn parameter_type(&mut self, function: FunctionRef, index: u32) -> Type {
        let FunctionRef { module, function: id } = function;
        let summary = self.summary(module);
        let definition = summary.function(id);
        let parameter = definition.parameters[index as usize];
        if parameter.is_variadic {
            return Type::Plain;
        }
        if let Some(annotation) = parameter.annotation {
            return self.signature_annotation(function, annotation, None);
        }
        if index == 0 { self.receiver_parameter(function) } else { Type::Unknown }
    }

    /// `self` or `cls`.
    fn receiver_parameter(&mut self, function: FunctionRef) -> Type {
        let Some(class) = self.class_of(function) else { return Type::Unknown };
        let kind = self.method_kind(function);
        if kind.is_static {
            return Type::Unknown;
        }
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let takes_class =
            kind.is_class || matches!(name, "__new__" | "__init_subclass__" | "__class_getitem__");
        if takes_class { Type::Class(class) } else { Type::Instance(class) }
    }

    /// What `name` of a module is to other modules, at the end of its execution.
    pub(super) fn symbol(&mut self, module: ModuleId, name: &str) -> Option<Type> {
        let summary = self.summary(module);
        if let Some(entry) = summary.entry(Summary::MODULE_SCOPE, name) {
            return Some(self.memoised(Question::Symbol(module, entry.start), |inference| {
                inference.bound_symbol(module, entry, name)
            }));
        }
        let stars = self.stars(module, name, &mut vec![module]);
        let star = (!stars.is_empty()).then(|| self.of_stars(&stars, name, Vec::new()));
        star.or_else(|| self.submodule(module, name))
    }

    fn bound_symbol(&mut self, module: ModuleId, entry: Entry, name: &str) -> Type {
        let summary = self.summary(module);
        let bindings = summary.bindings_in(entry);
        let Some((reaching, is_hidden)) = reaching(bindings, Some(u32::MAX)) else { return Type::Unknown };
        let parts = reaching.into_iter().map(|index| self.binding(module, entry.start + index)).collect();
        let own = self.declared_or_union(module, Summary::MODULE_SCOPE, bindings, parts);
        let last = bindings.iter().rev().find(|binding| !binding.may_run_any_time());
        let last = last.filter(|_| is_hidden).map_or(0, |binding| binding.offset);
        let mut stars = self.stars(module, name, &mut vec![module]);
        stars.retain(|star| star.offset > last);
        if stars.is_empty() { own } else { self.of_stars(&stars, name, vec![own]) }
    }

    /// What the last of some star imports bring; `before` is what the name was, if none of them is certain.
    fn of_stars(&mut self, stars: &[Star], name: &str, before: Vec<Type>) -> Type {
        let first = stars.iter().rposition(|star| star.is_certain);
        let homes: Vec<ModuleId> = stars[first.unwrap_or(0)..].iter().map(|star| star.home).collect();
        let mut parts: Vec<Type> =
            homes.into_iter().map(|home| self.symbol(home, name).unwrap_or(Type::Unknown)).collect();
        if first.is_none() {
            parts.extend(before);
        }
        self.union(parts)
    }

    /// The star imports of a module that bring `name`, in source order, each with the modules that bind it.
    fn stars(&mut self, module: ModuleId, name: &str, seen: &mut Vec<ModuleId>) -> Vec<Star> {
        let summary = self.summary(module);
        let mut stars = Vec::new();
        for import in &summary.scope(Summary::MODULE_SCOPE).star_imports {
            let target = self.engine.resolve(summary.name(import.module), module);
            let Some(is_listed) = self.exports(target, name).filter(|_| !seen.contains(&target)) else {
                continue;
            };
            seen.push(target);
            let is_certain = is_listed && import.is_unconditional;
            if self.summary(target).entry(Summary::MODULE_SCOPE, name).is_some() {
                stars.push(Star { home: target, offset: import.offset, is_certain });
                continue;
            }
            let behind = stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.stars(target, name, seen));
            stars.extend(behind.into_iter().map(|star| Star {
                offset: import.offset,
                is_certain: is_certain && star.is_certain,
                ..star
            }));
        }
        stars
    }

    /// Whether `from module import *` brings `name`, by `__all__` where it is a plain list: `None` when it
    /// does not, else whether it certainly does.
    fn exports(&mut self, module: ModuleId, name: &str) -> Option<bool> {
        let summary = self.summary(module);
        let is_public = !name.starts_with('_');
        let value = match summary.bindings_of(Summary::MODULE_SCOPE, "__all__") {
            [] => return is_public.then_some(true),
            [Binding { kind: BindingKind::Value(value), .. }] => *value,
            _ => return is_public.then_some(false),
        };
        match summary.expression(value) {
            Expression::List(list) | Expression::Tuple(list) => {
                let is_name = |element: &ExpressionId| match summary.expression(*element) {
                    Expression::String(text) => summary.name(text) == name,
                    _ => is_public,
                };
                summary.list(list).iter().any(is_name).then_some(true)
            }
            _ => is_public.then_some(false),
        }
    }

    pub(super) fn submodule(&mut self, module: ModuleId, name: &str) -> Option<Type> {
        if !self.engine.is_package(module) {
            return None;
        }
        let dotted = format!("{}.{name}", self.engine.module_name(module));
        self.module(&dotted, module)
    }

    /// The module of this name, if there is one. An answer rests on its absence as well.
    fn module(&mut self, name: &str, from: ModuleId) -> Option<Type> {
        let module = self.engine.resolve(name, from);
        self.summary(module);
        (!self.engine.is_absent(module)).then_some(Type::Module(module))
    }

    fn binding(&mut self, module: ModuleId, index: u32) -> Type {
        self.memoised(Question::Binding(module, index), |inference| {
            let Binding { scope, kind, .. } = inference.summary(module).bindings[index as usize];
            inference.bound(module, scope, kind)
        })
    }

    /// What a binding binds.
    pub(super) fn bound(&mut self, module: ModuleId, scope: ScopeId, kind: BindingKind) -> Type {
        match kind {
            BindingKind::Value(value) => self.evaluate(module, scope, value),
            BindingKind::Annotated { annotation, value } => {
                match self.annotation(module, scope, annotation, None) {
                    Type::Unknown => value.map_or(Type::Unknown, |value| self.evaluate(module, scope, value)),
                    declared => declared,
                }
            }
            BindingKind::Function(function) => self.function(FunctionRef { module, function }),
            BindingKind::Class(class) => self.class(module, class),
            BindingKind::Import { module: name } => {
                let name = self.summary(module).name(name);
                self.module(name, module).unwrap_or(Type::Unknown)
            }
            BindingKind::ImportFrom { module: source, name } => {
                let summary = self.summary(module);
                self.imported(module, summary.name(source), summary.name(name))
            }
            BindingKind::With { value, is_async } => {
                let manager = self.evaluate(module, scope, value);
                self.entered(manager, is_async)
            }
            BindingKind::Except(class) => match self.evaluate(module, scope, class) {
                Type::Class(class) => Type::Instance(class),
                _ => Type::Unknown,
            },
            BindingKind::Alias(_) | BindingKind::Opaque => Type::Unknown,
        }
    }

    fn imported(&mut self, module: ModuleId, source: &str, name: &str) -> Type {
        let target = self.engine.resolve(source, module);
        self.summary(target);
        if self.engine.is_absent(target) {
            return Type::Unknown;
        }
        // `from . import name` in a package's own `__init__` means the submodule.
        if target == module {
            return self.submodule(target, name).unwrap_or(Type::Unknown);
        }
        self.symbol(target, name).or_else(|| self.submodule(target, name)).unwrap_or(Type::Unknown)
    }

    /// What `with manager as name` binds.
    fn entered(&mut self, manager: Type, is_async: bool) -> Type {
        let method = if is_async { "__aenter__" } else { "__enter__" };
        let enter = self.attribute(manager, method);
        let entered = self.call(enter);
        if is_async { self.awaited(entered) } else { entered }
    }
}

fn is_type_parameter(summary: &Summary, scope: &Scope, name: &str) -> bool {
    let parameters = match scope.kind {
        ScopeKind::Function(function) => &summary.function(function).type_parameters,
        ScopeKind::Class(class) => &summary.class(class).type_parameters,
        ScopeKind::Module => return false,
    };
    parameters.iter().any(|parameter| summary.name(*parameter) == name)
}

/// A star import that brings a name.
struct Star {
    /// The module that binds the name.
    home: ModuleId,
    /// Where it takes effect, a byte offset.
    offset: u32,
    /// Whether it is certain to run and to bring the name.
    is_certain: bool,
}

/// More bindings than this reach no use: what it sees is unknown.
const MOST_REACHING: usize = 24;

/// Which bindings reach a use at `offset`, the nearest first, and whether they hide all that was bound
/// before the scope's first binding. Without an offset the scope is seen from a nested function, which
/// may run at any time: all bindings reach. `None` when they are too many.
fn reaching(bindings: &[Binding], offset: Option<u32>) -> Option<(Vec<u32>, bool)> {
    let all = || (bindings.len() <= MOST_REACHING).then(|| (0..bindings.len() as u32).collect());
    let Some(offset) = offset else {
        return Some((all()?, false));
    };
    match reaching_before(bindings, offset)? {
        (none, _) if none.is_empty() => Some((all()?, false)),
        found => Some(found),
    }
}

/// The bindings before `offset`, or later in a loop around it, that no other hides, the nearest first; and
/// whether the last of them hides all that was before. `None` when they are too many.
fn reaching_before(bindings: &[Binding], offset: u32) -> Option<(Vec<u32>, bool)> {
    let mut reaching = Vec::new();
    for (index, binding) in bindings.iter().enumerate().rev() {
        if reaching.len() > MOST_REACHING {
            return None;
        }
        let is_before = binding.offset <= offset;
        let comes_around = binding.in_loop.start <= offset && offset < binding.in_loop.end;
        if is_before || comes_around {
            reaching.push(index as u32);
        }
        if is_before && binding.hides_at(offset) {
            return Some((reaching, true));
        }
    }
    Some((reaching, false))
}
