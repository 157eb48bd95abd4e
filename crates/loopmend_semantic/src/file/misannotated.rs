//! Objects of another class than their annotations say.

use loopmend_catalog::Words;
use loopmend_index::summary::{Expression, ExpressionId, ScopeId};

use super::File;
use super::lost_task::At;
use crate::infer::FunctionRef;

impl File<'_> {
    /// Returns whether an expression, or an object that it reads an attribute of, is a parameter for which all callers pass an object of another
    /// class than its annotation says. An attribute of a method's own object counts if all that it is set to are such parameters. So does a call of a
    /// function that returns objects of another class than its annotation says.
    pub fn is_misannotated(&mut self, scope: ScopeId, expression: ExpressionId) -> bool {
        let summary = self.summary();
        let mut at = At { module: self.module(), scope, expression };
        while let Expression::Attribute { value, .. } = summary.expression(at.expression) {
            let is_own = summary.last_name(value).is_some_and(|object| Words::OwnObject.has(object));
            if is_own && matches!(summary.expression(value), Expression::Name(_)) {
                let behind = self.values_behind(at);
                return !behind.is_empty() && behind.into_iter().all(|at| self.is_misannotated_name(at));
            }
            at.expression = value;
        }
        self.is_misannotated_name(at)
    }

    /// Returns whether an expression is a parameter for which all callers pass an object of another class than its annotation says.
    fn is_misannotated_name(&mut self, at: At) -> bool {
        let summary = self.engine().summary(at.module);
        if summary.call(at.expression).is_some() {
            return self.calls_misannotated(at);
        }
        let Expression::Name(name) = summary.expression(at.expression) else { return false };
        if let [only] = summary.bindings_of(at.scope, summary.name(name))
            && let Some(value) = only.kind.value().filter(|value| summary.call(*value).is_some())
        {
            return self.calls_misannotated(At { expression: value, ..at });
        }
        let Some(function) = summary.function_around(at.scope) else { return false };
        let is_parameter = summary.function(function).has_parameter(name)
            && summary.bindings_of(at.scope, summary.name(name)).is_empty();
        if !is_parameter {
            return false;
        }
        let parameter = (FunctionRef { module: at.module, function }, name);
        if let Some(answer) = self.misannotated.get(&parameter) {
            return *answer;
        }
        let answer = self.inference_mut().is_misannotated(parameter.0, name);
        self.misannotated.insert(parameter, answer);
        answer
    }

    /// Returns whether a call calls functions of the project alone, and each returns objects of another class than its annotation says.
    fn calls_misannotated(&mut self, at: At) -> bool {
        let summary = self.engine().summary(at.module);
        let Some(site) = summary.call_site(summary.span(at.expression)) else { return false };
        let called = self.inference_mut().called_functions(at.module, site);
        !called.is_empty()
            && called.into_iter().all(|function| self.inference_mut().returns_other_class(function))
    }
}
