//! Which exceptions a plain function raises before it creates a coroutine, and which exceptions are
//! expected of a call.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{ArgumentKind, CallSite, Expectation, Expression, ExpressionId, Summary};
use loopmend_project::Origin;

use super::types::Location;
use super::{BODIES, CalleeId, ClassRef, FunctionRef, Inference, ModuleId, Type};

impl Inference<'_> {
    /// Returns the exceptions that the blocks around a call expect; `None` if they are unknown.
    pub fn expected_exceptions(&mut self, module: ModuleId, site: &CallSite) -> Option<Vec<ClassRef>> {
        self.begin();
        let summary = self.summary(module);
        let call = summary.span(site.expression);
        let around = |expectation: &&Expectation| expectation.body.contains(call);
        let mut expected = Vec::new();
        for expectation in summary.expectations.iter().filter(around) {
            let classes = stated_exceptions(summary, expectation.manager)?;
            let classes = self.instances_of(Location::in_scope(module, expectation.scope), classes);
            for class in self.parts(classes) {
                match class {
                    Type::Instance(class, _) => expected.push(class),
                    _ => return None,
                }
            }
        }
        Some(expected)
    }

    /// Returns whether a function may raise one of these exceptions before it returns, according to its own
    /// body. If the exceptions are unknown, any exception counts.
    pub fn may_refuse(&mut self, callee: CalleeId, expected: Option<&[ClassRef]>) -> bool {
        let function = self.function_of(callee);
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let name = summary.name(definition.name);
        if self.engine.origin(function.module) == Origin::StandardLibrary
            && named(name).has(Role::AlwaysAwaitable)
        {
            return false;
        }
        let scope = summary.scope_around(definition.scope);
        let mut namesakes = summary.functions_named(scope, name).peekable();
        self.is_stub(function)
            || namesakes.peek().is_none()
            || namesakes.any(|id| self.raises_of_its_own(FunctionRef { function: id, ..function }, expected))
    }

    /// Returns whether a call is of a parameter for which a fixture provides an `async def`, whatever its
    /// annotation.
    pub fn calls_async_fixture(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.begin();
        let summary = self.summary(module);
        let Expression::Name(name) = summary.expression(summary.callee_or_itself(site.expression)) else {
            return false;
        };
        let Some(function) = summary.enclosing_function(site.scope) else { return false };
        let is_parameter = summary.function(function).has_parameter(name);
        let name = summary.name(name);
        if !is_parameter || !summary.bindings_of(site.scope, name).is_empty() {
            return false;
        }
        let Some(given) = self.fixture_parameter(FunctionRef { module, function }, name) else {
            return false;
        };
        self.parts(given).into_iter().all(|part| match part {
            Type::Function(callee) => self.is_async(self.function_of(callee)),
            _ => false,
        })
    }

    fn raises_of_its_own(&mut self, function: FunctionRef, expected: Option<&[ClassRef]>) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let (may_raise_any, raised) = (definition.may_refuse, summary.list(definition.raised));
        let Some(expected) = expected else { return may_raise_any || !raised.is_empty() };
        let at = Location::in_scope(function.module, definition.scope);
        may_raise_any || raised.iter().any(|exception| self.is_expected(at, *exception, expected))
    }

    fn is_expected(&mut self, at: Location, exception: ExpressionId, expected: &[ClassRef]) -> bool {
        self.begin();
        self.depend_on_module(BODIES);
        let raised = self.evaluate(at, exception);
        let is_stated = self.states_class(at, exception, raised);
        self.parts(raised).into_iter().any(|part| match part {
            Type::Class(class) | Type::Instance(class, _) => {
                self.is_one_of_classes(class, expected)
                    || !is_stated && expected.iter().any(|one| self.is_one_of_classes(*one, &[class]))
            }
            _ => true,
        })
    }

    /// Returns whether the raised expression is written as a class or a call of it: an instance of exactly
    /// that class. The constructor of `OSError` creates an instance of a subclass
    /// (docs.python.org/3/library/exceptions.html#OSError).
    fn states_class(&mut self, at: Location, exception: ExpressionId, raised: Type) -> bool {
        let class = match raised {
            Type::Class(class) | Type::Instance(class, _) => class,
            _ => return false,
        };
        let summary = self.summary(at.module);
        let named = summary.callee_or_itself(exception);
        let is_named =
            matches!(summary.expression(named), Expression::Name(_) | Expression::Attribute { .. })
                && summary.last_name(named) == Some(self.class_name(class));
        is_named && !self.inherits(class, "builtins", "OSError")
    }

    /// Returns whether a class is one of these or inherits from one, as far as all its bases are known.
    fn is_one_of_classes(&mut self, class: ClassRef, classes: &[ClassRef]) -> bool {
        self.mro(class).iter().any(|one| one.is_none_or(|(one, _)| classes.contains(&one)))
    }
}

/// Returns the exception or tuple of exceptions passed to a context manager: `pytest.raises(LookupError)`
/// and the `unittest` equivalents.
fn stated_exceptions(summary: &Summary, manager: ExpressionId) -> Option<ExpressionId> {
    let Expression::Call { callee, arguments } = summary.expression(manager) else { return None };
    if !summary.last_roles(callee).has(Role::ExpectsException) {
        return None;
    }
    let first = summary.arguments(arguments).first()?;
    match first.kind {
        ArgumentKind::Positional => Some(first.value),
        ArgumentKind::Keyword(name) if summary.name(name) == "expected_exception" => Some(first.value),
        _ => None,
    }
}
