//! Functions that run without a direct call: callbacks passed to a library, and methods that implement
//! abstract ones.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{Binding, BindingKind, CallSite, Expression, ExpressionId, ScopeId, Summary};
use loopmend_paths::{Made, Origins};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{Inference, Location, Type};
use smallvec::SmallVec;

use super::resources::Called;
use super::run::Run;
use super::steps::Step;
use crate::categories::{run, steps};

/// Returns a step for each callback of calls such as `Thread(target=work)` and `asyncio.to_thread(work)`, by
/// the name of the callback: a patch of this name replaces it.
pub(super) fn steps_of_callbacks(inference: &mut Inference, module: ModuleId, site: &CallSite) -> Vec<Step> {
    let summary = inference.engine().summary(module);
    let Some(name) = summary.last_name(site.expression) else { return Vec::new() };
    if !named(name).has(Role::RunsArgument) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for argument in summary.arguments_of(site.expression).unwrap_or_default() {
        let Some(parts) = summary.dotted_parts(argument.value) else { continue };
        let Some(Made::Function(function)) =
            Origins::function(inference.engine(), module, site.scope, argument.value)
        else {
            continue;
        };
        let names = steps::without_self(parts.iter().map(|part| (*part).to_owned()).collect());
        let around = steps::names_around(inference, module, site.scope);
        let owners = Called::of_function(&inference.path_of_function(function)).into_owners().collect();
        let call = summary.span(site.expression);
        let functions = SmallVec::from_iter([Run::plain(function)]);
        found.push(Step { owners, functions, ..Step::named(call, names, around) });
    }
    found
}

/// Adds the concrete method where a call names a method without a body. The receiver is the object that
/// a function of the project creates, whatever type it is annotated with.
pub(super) fn add_concrete(
    inference: &mut Inference,
    at: Location,
    site: &CallSite,
    functions: &mut SmallVec<[Run; 1]>,
) {
    let is_abstract = |run: &Run| {
        let summary = inference.engine().summary(run.function.module);
        summary.function(run.function.function).is_placeholder
    };
    if !functions.iter().any(is_abstract) {
        return;
    }
    let summary = inference.engine().summary(at.module);
    let callee = summary.callee_or_itself(site.expression);
    let Expression::Attribute { value, name } = summary.expression(callee) else { return };
    let Some(call) = call_behind(summary, at.scope, value) else { return };
    let maker = inference.expression_in(at, summary.callee_or_itself(call));
    for part in inference.parts(maker) {
        let Type::Function(maker) = part else { continue };
        let (function, class) = (inference.function_of(maker), inference.class_of_callee(maker));
        let made = inference.made_inside_of(function, class);
        for part in inference.parts(made) {
            if let Type::Instance(class, _) = part {
                functions.extend(run::own_methods(inference, class, &[summary.name(name)]));
            }
        }
    }
}

/// Returns the call whose value this is, awaited or not, directly or through a name that is bound once.
fn call_behind(summary: &Summary, scope: ScopeId, value: ExpressionId) -> Option<ExpressionId> {
    let value = match summary.expression(value) {
        Expression::Name(name) => match summary.nearest_bindings(scope, summary.name(name)) {
            [Binding { kind: BindingKind::Value(value), .. }] => *value,
            _ => return None,
        },
        _ => value,
    };
    let call = match summary.expression(value) {
        Expression::Await(awaited) => awaited,
        _ => value,
    };
    summary.call(call).map(|_| call)
}
