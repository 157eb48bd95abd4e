//! The binding behind a name: the function before its decorators, and the value as it was assigned.

use loopmend_index::summary::{
    Binding, BindingKind, CallSite, Expression, ExpressionId, NameId, ScopeId, Summary,
};
use rustc_hash::FxHashMap;

use super::{CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// The maximum number of imports to follow.
const MOST_IMPORTS: u8 = 8;

/// The scope in which a value is evaluated, with its module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueAt {
    /// The module of the expression.
    pub module: ModuleId,
    /// The scope of the expression.
    pub scope: ScopeId,
    /// The expression.
    pub value: ExpressionId,
}

/// A binding, with its module and scope.
type Bound = (ModuleId, ScopeId, BindingKind);

/// The bindings that star imports give names of modules, by the number of imports that could still be followed. Modules that import everything
/// from each other are asked for the same name again and again.
type ByStar<'e> = FxHashMap<(ModuleId, &'e str, u8), Option<Bound>>;

impl<'e> Inference<'e> {
    /// Returns the function that an expression names, before its decorators. This is an outermost query.
    pub fn named_function(&mut self, at: ValueAt) -> Option<FunctionRef> {
        match self.binding_of(at)? {
            (module, _, BindingKind::Function(function)) => Some(FunctionRef { module, function }),
            _ => None,
        }
    }

    /// Returns the only value that is assigned to what an expression names. This is an outermost query.
    pub fn assigned_value(&mut self, at: ValueAt) -> Option<ValueAt> {
        let (module, scope, kind) = self.binding_of(at)?;
        Some(ValueAt { module, scope, value: kind.value()? })
    }

    /// Returns the only binding of what an expression names.
    fn binding_of(&mut self, at: ValueAt) -> Option<Bound> {
        let ValueAt { module, scope, value } = at;
        let summary = self.engine.summary(module);
        match summary.expression(value) {
            Expression::Name(name) => self.binding_of_name(module, scope, name),
            Expression::Attribute { value: object, name } => {
                let object = self.expression(module, scope, object);
                let [part] = self.parts(object)[..] else { return None };
                let name = summary.name(name);
                match part {
                    Type::Module(source) => {
                        self.binding_at_top(source, name, MOST_IMPORTS, &mut ByStar::default())
                    }
                    Type::Instance(class, _) | Type::Class(class) => self.binding_in_class(class, name),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn binding_of_name(&mut self, module: ModuleId, scope: ScopeId, name: NameId) -> Option<Bound> {
        self.begin();
        let summary = self.summary(module);
        for id in summary.scopes_from(scope) {
            let around = summary.enclosing_function(id);
            if around.is_some_and(|function| summary.function(function).has_parameter(name)) {
                return None;
            }
            let Some(entry) = summary.entry_of(id, name) else { continue };
            return match summary.bindings_in(entry) {
                [only] if entry.confined == 0 => {
                    self.followed(module, *only, MOST_IMPORTS, &mut ByStar::default())
                }
                _ => None,
            };
        }
        self.binding_by_star(module, summary.name(name), MOST_IMPORTS, &mut ByStar::default())
    }

    fn binding_at_top(
        &mut self,
        module: ModuleId,
        name: &'e str,
        imports: u8,
        known: &mut ByStar<'e>,
    ) -> Option<Bound> {
        let summary = self.summary(module);
        match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [] => self.binding_by_star(module, name, imports, known),
            [only] => self.followed(module, *only, imports, known),
            _ => None,
        }
    }

    fn binding_by_star(
        &mut self,
        module: ModuleId,
        name: &'e str,
        imports: u8,
        known: &mut ByStar<'e>,
    ) -> Option<Bound> {
        let imports = imports.checked_sub(1)?;
        if let Some(known) = known.get(&(module, name, imports)) {
            return *known;
        }
        let summary = self.summary(module);
        let stars = &summary.scope(Summary::MODULE_SCOPE).star_imports;
        let found = stars.iter().rev().find_map(|star| {
            let source = self.engine.resolve(summary.name(star.module), module);
            self.binding_at_top(source, name, imports, known)
        });
        known.insert((module, name, imports), found);
        found
    }

    /// Follows the import of a name to the binding in its module.
    fn followed(
        &mut self,
        module: ModuleId,
        binding: Binding,
        imports: u8,
        known: &mut ByStar<'e>,
    ) -> Option<Bound> {
        let BindingKind::ImportFrom { module: source, name } = binding.kind else {
            return Some((module, binding.scope, binding.kind));
        };
        let imports = imports.checked_sub(1)?;
        let summary = self.summary(module);
        let source = self.engine.resolve(summary.name(source), module);
        self.binding_at_top(source, summary.name(name), imports, known)
    }

    fn binding_in_class(&mut self, class: ClassRef, name: &str) -> Option<Bound> {
        self.begin();
        for ancestor in self.mro(class).iter() {
            let ClassRef { module, class } = (*ancestor)?.0;
            let summary = self.summary(module);
            let bindings = summary.bindings_of(summary.class(class).scope, name);
            let set = summary.attributes_of(class, name);
            match (bindings, set) {
                ([], []) => {}
                ([only], []) => return Some((module, only.scope, only.kind)),
                ([], [only]) => return Some((module, only.scope, only.kind)),
                _ => return None,
            }
        }
        None
    }

    /// Returns the type of an attribute. This is an outermost query.
    pub fn attribute_of(&mut self, at: ValueAt, name: &str) -> Type {
        let object = self.expression(at.module, at.scope, at.value);
        self.attribute(object, name)
    }

    /// Returns the type that an iteration over an instance of a class gets from `__iter__`. This is an
    /// outermost query.
    pub fn iterator_of(&mut self, value: Type) -> Type {
        self.begin();
        self.call_method(value, "__iter__", &super::given::Given::none())
    }

    /// Returns the functions that a decorator's wrapper is given and calls, with the calls.
    pub fn wrapped_functions(&mut self, wrapper: CalleeId) -> Vec<(CalleeId, CallSite)> {
        let callee = self.callee(wrapper);
        let Some(context) = self.context(callee.context) else { return Vec::new() };
        let arguments = self.types(context.arguments).to_vec();
        let summary = self.summary(callee.function.module);
        if context.owner.module != callee.function.module || context.owner == callee.function {
            return Vec::new();
        }
        let (around, inner) =
            (summary.function(context.owner.function), summary.function(callee.function.function));
        let mut wrapped = Vec::new();
        for (parameter, argument) in around.parameters.iter().zip(arguments) {
            let Type::Function(function) = argument else { continue };
            let Some(call) = self.call_of_given(callee.function, parameter.name) else { continue };
            let is_bound = !summary.bindings_of(around.scope, summary.name(parameter.name)).is_empty();
            if !is_bound && !inner.has_parameter(parameter.name) {
                wrapped.push((function, call));
            }
        }
        wrapped
    }
}
