//! Calls whose results a cache keeps, so that the body of the callee runs once.

use loopmend_catalog::{Role, is, named};
use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, FunctionId, Literal, Summary,
};

use super::steps::Target;
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Inference};

impl Inference<'_> {
    /// Returns whether a call runs the bodies of its callees only the first time: `functools` caches their
    /// results, and the arguments are the same each time.
    pub(crate) fn repeats_results(&self, module: ModuleId, site: &CallSite, targets: &[Target]) -> bool {
        let engine = self.engine;
        let is_cached = |target: &Target| match target {
            Target::Function(FunctionRef { module, function }) => {
                is_cached_for_all(engine.summary(*module), *function)
            }
            Target::Start(_) | Target::Blocks(_) => false,
        };
        !targets.is_empty()
            && targets.iter().all(is_cached)
            && has_constant_arguments(engine.summary(module), site)
    }
}

/// Returns whether `functools` caches the results of a function, and not for each object of a class.
fn is_cached_for_all(summary: &Summary, function: FunctionId) -> bool {
    let decorators = summary.list(summary.function(function).decorators);
    let is_bound_to_object = summary.class_of(function).is_some()
        && !decorators.iter().any(|decorator| {
            summary
                .last_name(*decorator)
                .is_some_and(|name| name == "staticmethod" || named(name).has(Role::BindsClass))
        });
    !is_bound_to_object && decorators.iter().any(|decorator| is_cache(summary, *decorator))
}

fn is_cache(summary: &Summary, decorator: ExpressionId) -> bool {
    let path = summary.import_path(Summary::MODULE_SCOPE, summary.callee_or_itself(decorator));
    is(path.as_deref(), Role::CachesFunction)
}

fn has_constant_arguments(summary: &Summary, site: &CallSite) -> bool {
    let arguments = summary.arguments_of(site.expression).unwrap_or_default();
    arguments.iter().all(|argument| match argument.kind {
        ArgumentKind::Positional | ArgumentKind::Keyword(_) => is_constant(summary, site, argument.value),
        ArgumentKind::Starred | ArgumentKind::DoubleStarred => false,
    })
}

/// Returns whether an argument is a literal, or the name of one at the top of the module.
fn is_constant(summary: &Summary, site: &CallSite, value: ExpressionId) -> bool {
    let is_literal = |value| match summary.expression(value) {
        Expression::Literal(literal) => literal != Literal::Text,
        expression => matches!(expression, Expression::String(_) | Expression::None),
    };
    match summary.expression(value) {
        Expression::Name(name) if summary.is_parameter(site.scope, name) => false,
        Expression::Name(name) => match summary.nearest_bindings(site.scope, summary.name(name))[..] {
            [only] => {
                matches!(only.kind, BindingKind::Value(value) if is_literal(value))
                    && summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name)).len() == 1
            }
            _ => false,
        },
        _ => is_literal(value),
    }
}
