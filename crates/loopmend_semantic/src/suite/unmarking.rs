//! Decorators that certainly add no mark to the decorated function or class.

use loopmend_index::summary::{Expression, ExpressionId, FunctionId, ScopeId, Summary};
use loopmend_project::Origin;

use super::marks::{name_of_mark, names_marks};
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Inference, Location, Type};

/// The maximum depth to which project functions are followed.
const DEEPEST: usize = 3;

/// The kind of decorated object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Decorated {
    Function,
    Class,
}

/// The role of a function for a decorated object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Role {
    /// Whether the function is called to create a decorator.
    is_factory: bool,
    of: Decorated,
}

/// The role of a function that a decorator calls.
const CALL: Role = Role { is_factory: false, of: Decorated::Function };

impl Inference<'_> {
    /// Returns whether a decorator certainly adds no mark. It belongs to the standard library or to a
    /// library without marks, or its source was read and does nothing that may add one.
    pub(super) fn adds_no_mark(&mut self, at: Location, decorator: ExpressionId, of: Decorated) -> bool {
        self.adds_none(at, decorator, of, &mut Vec::new())
    }

    fn adds_none(
        &mut self,
        at: Location,
        decorator: ExpressionId,
        of: Decorated,
        path: &mut Vec<FunctionRef>,
    ) -> bool {
        let summary = self.summary(at.module);
        let callee = summary.callee_or_itself(decorator);
        if name_of_mark(summary, callee).is_some() || is_given_mark(summary, decorator) {
            return false;
        }
        let role = Role { is_factory: callee != decorator, of };
        let called = self.evaluate(at, callee);
        let parts = self.parts(called);
        parts.into_iter().all(|part| !self.gives_anything(part) && self.is_without_mark(part, role, path))
    }

    /// Returns whether the callee is `getattr`, which may return a mark like anything else.
    fn gives_anything(&mut self, called: Type) -> bool {
        let Type::Function(callee) = called else { return false };
        let function = self.function_of(callee);
        self.is_defined_as(function, "builtins.getattr")
    }

    /// Returns whether calling a value, or the result of a factory, adds no mark.
    fn is_without_mark(&mut self, called: Type, role: Role, path: &mut Vec<FunctionRef>) -> bool {
        match called {
            Type::Function(callee) => {
                let function = self.function_of(callee);
                match self.engine.origin(function.module) {
                    Origin::FirstParty if path.is_empty() => self.decorates_without_mark(function, role),
                    // Whether a function that calls itself adds a mark, the rest of it says.
                    Origin::FirstParty if path.contains(&function) => true,
                    Origin::FirstParty if path.len() == DEEPEST => false,
                    Origin::FirstParty => {
                        path.push(function);
                        let is_without = self.does_nothing_with_marks(function, role, path);
                        path.pop();
                        is_without
                    }
                    Origin::StandardLibrary | Origin::ThirdParty => self.knows_no_marks(function.module),
                }
            }
            Type::Class(class) | Type::Instance(class, _) => self.knows_no_marks(class.module),
            Type::Identity => true,
            _ => false,
        }
    }

    /// Computes [`Inference::decorates_without_mark`].
    pub(super) fn find_whether_decorates_without_mark(&mut self, function: FunctionRef, role: Role) -> bool {
        self.does_nothing_with_marks(function, role, &mut vec![function])
    }

    fn knows_no_marks(&mut self, module: ModuleId) -> bool {
        match self.engine.origin(module) {
            Origin::StandardLibrary => true,
            Origin::FirstParty => false,
            Origin::ThirdParty => {
                let summary = self.summary(module);
                !summary.mentions(loopmend_catalog::Role::MarkName)
            }
        }
    }

    /// Returns whether a project function calls nothing that may add a mark while it decorates, and returns
    /// a function.
    fn does_nothing_with_marks(
        &mut self,
        function: FunctionRef,
        role: Role,
        path: &mut Vec<FunctionRef>,
    ) -> bool {
        self.rest_on_whole(function.module);
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let sets = loopmend_catalog::Role::MarkingAttribute
            .names()
            .iter()
            .any(|name| summary.patches(name, Summary::MODULE_SCOPE));
        let sets_members = definition.sets_names_of_loop && role.of == Decorated::Class;
        if sets || sets_members || definition.is_async || definition.is_generator {
            return false;
        }
        let mut decorating = vec![function.function];
        if role.is_factory {
            decorating.extend(functions_in(summary, definition.scope));
        }
        decorating.into_iter().all(|id| {
            let gives_function = !role.is_factory || id != function.function;
            self.calls_no_mark(function.module, id, path)
                && (!gives_function || self.gives_function(function.module, id))
        })
    }

    fn calls_no_mark(&mut self, module: ModuleId, function: FunctionId, path: &mut Vec<FunctionRef>) -> bool {
        let summary = self.summary(module);
        let scope = summary.function(function).scope;
        let at = Location::in_scope(module, scope);
        let calls = summary.calls_in(scope);
        let decorators = functions_in(summary, scope).map(|inner| summary.function(inner).decorators);
        let mut decorators = decorators.flat_map(|decorators| summary.list(decorators));
        calls.into_iter().all(|site| {
            let callee = summary.callee_or_itself(site.expression);
            name_of_mark(summary, callee).is_none() && {
                let called = self.evaluate(at, callee);
                self.parts(called).into_iter().all(|part| self.is_without_mark(part, CALL, path))
            }
        }) && decorators.all(|decorator| self.adds_none(at, *decorator, Decorated::Function, path))
    }

    /// Returns whether a function returns only functions or its arguments.
    fn gives_function(&mut self, module: ModuleId, function: FunctionId) -> bool {
        let summary = self.summary(module);
        let definition = summary.function(function);
        let at = Location::in_scope(module, definition.scope);
        let is_given = |value: ExpressionId| match summary.expression(value) {
            Expression::Name(name) => definition.has_parameter(name),
            _ => false,
        };
        summary.list(definition.returned).iter().all(|returned| {
            is_given(*returned) || {
                let value = self.evaluate(at, *returned);
                self.parts(value).into_iter().all(|part| matches!(part, Type::Function(_) | Type::Class(_)))
            }
        })
    }
}

/// Returns whether a call receives `pytest.mark` or a mark. Its result may then be a mark.
pub(super) fn is_given_mark(summary: &Summary, call: ExpressionId) -> bool {
    let arguments = summary.arguments_of(call).unwrap_or_default();
    arguments.iter().any(|argument| {
        let given = summary.callee_or_itself(argument.value);
        names_marks(summary, given) || name_of_mark(summary, given).is_some()
    })
}

/// Returns the functions directly in a scope.
fn functions_in(summary: &Summary, scope: ScopeId) -> impl Iterator<Item = FunctionId> {
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    functions.filter(move |id| summary.scope(summary.function(*id).scope).parent == Some(scope))
}
