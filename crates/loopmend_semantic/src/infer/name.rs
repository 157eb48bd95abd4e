//! What a name means: scopes, imports, and which bindings reach a use.

use super::{FunctionRef, Inference, Question, Type};
use crate::engine::ModuleId;
use crate::summary::{Binding, BindingKind, Expression, ExpressionId, Scope, ScopeId, ScopeKind, Summary};

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
    /// the scope does not bind it, or is the module and may be asked as a whole.
    fn name_in(&mut self, module: ModuleId, id: ScopeId, name: &str, offset: Option<u32>) -> Option<Type> {
        let summary = self.summary(module);
        let scope = summary.scope(id);
        if scope.kind == ScopeKind::Module && offset.is_none() {
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
        let (reaching, is_hidden) = reaching(bindings, offset);
        let mut parts: Vec<Type> =
            reaching.into_iter().map(|index| self.binding(module, id, entry.start + index)).collect();
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
        let (reaching, _) = reaching_before(summary.bindings_in(entry), summary.span(id).start);
        if reaching.is_empty() {
            return None;
        }
        let parts =
            reaching.into_iter().map(|index| self.binding(module, scope, entry.start + index)).collect();
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
            return self.annotation(module, definition.scope, annotation, None);
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
                let bindings = summary.bindings_in(entry);
                let (reaching, _) = reaching(bindings, Some(u32::MAX));
                let parts = reaching
                    .into_iter()
                    .map(|index| inference.binding(module, Summary::MODULE_SCOPE, entry.start + index))
                    .collect();
                inference.declared_or_union(module, Summary::MODULE_SCOPE, bindings, parts)
            }));
        }
        let home = self.star_home(module, name, &mut vec![module]);
        home.and_then(|home| self.symbol(home, name)).or_else(|| self.submodule(module, name))
    }

    /// The module that binds a name which `module` has by `from … import *`.
    fn star_home(&mut self, module: ModuleId, name: &str, seen: &mut Vec<ModuleId>) -> Option<ModuleId> {
        let summary = self.summary(module);
        for target in summary.scope(Summary::MODULE_SCOPE).star_imports.iter().rev() {
            let target = self.engine.resolve(summary.name(*target), module);
            if seen.contains(&target) || !self.exports(target, name) {
                continue;
            }
            seen.push(target);
            if self.summary(target).entry(Summary::MODULE_SCOPE, name).is_some() {
                return Some(target);
            }
            if let Some(home) = self.star_home(target, name, seen) {
                return Some(home);
            }
        }
        None
    }

    /// Whether `from module import *` brings `name`, by `__all__` where it is a plain list.
    fn exports(&mut self, module: ModuleId, name: &str) -> bool {
        let summary = self.summary(module);
        let listed = match summary.bindings_of(Summary::MODULE_SCOPE, "__all__") {
            [Binding { kind: BindingKind::Value(value), .. }] => match summary.expression(*value) {
                Expression::List(list) | Expression::Tuple(list) => Some(list),
                _ => None,
            },
            _ => None,
        };
        let is_public = !name.starts_with('_');
        let Some(list) = listed else { return is_public };
        summary.list(list).iter().any(|element| match summary.expression(*element) {
            Expression::String(text) => summary.name(text) == name,
            _ => is_public,
        })
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

    fn binding(&mut self, module: ModuleId, scope: ScopeId, index: u32) -> Type {
        self.memoised(Question::Binding(module, index), |inference| {
            let kind = inference.summary(module).bindings[index as usize].kind;
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
        match self.symbol(target, name) {
            None | Some(Type::Unknown) => self.submodule(target, name).unwrap_or(Type::Unknown),
            Some(found) => found,
        }
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

/// Which bindings reach a use at `offset`, the nearest first, and whether they hide all that was bound
/// before the scope's first binding. Without an offset the scope is seen from a nested function, which
/// may run at any time: all bindings reach.
fn reaching(bindings: &[Binding], offset: Option<u32>) -> (Vec<u32>, bool) {
    let all = || (0..bindings.len() as u32).collect();
    let Some(offset) = offset else {
        return (all(), bindings.iter().any(Binding::is_unconditional));
    };
    match reaching_before(bindings, offset) {
        (none, _) if none.is_empty() => (all(), false),
        found => found,
    }
}

/// The bindings before `offset`, or later in a loop around it, that no other hides, the nearest first; and
/// whether the last of them hides all that was before.
fn reaching_before(bindings: &[Binding], offset: u32) -> (Vec<u32>, bool) {
    let mut reaching = Vec::new();
    for (index, binding) in bindings.iter().enumerate().rev() {
        if binding.offset > offset {
            let comes_around = binding.in_loop.start <= offset && offset < binding.in_loop.end;
            if comes_around {
                reaching.push(index as u32);
            }
            continue;
        }
        reaching.push(index as u32);
        if binding.block.start <= offset && offset <= binding.block.end {
            return (reaching, true);
        }
    }
    (reaching, false)
}
