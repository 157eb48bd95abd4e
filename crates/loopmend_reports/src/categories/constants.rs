//! String values that test code refers to by name: module constants, `__name__`, and concatenations of
//! them.

use loopmend_index::summary::{
    Binding, BindingKind, Expression, ExpressionId, Literal, Operator, ScopeId, Summary,
};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{Inference, Type};

/// The maximum number of names to follow.
const LONGEST_WAY: u8 = 8;

/// Returns the string value of an argument, written directly or through names. This is an outermost
/// query.
pub(super) fn text_argument(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    call: ExpressionId,
    place: usize,
) -> Option<String> {
    let summary = inference.engine().summary(module);
    let argument = summary.arguments_of(call)?.get(place)?;
    match summary.expression(argument.value) {
        Expression::Literal(Literal::Text) if place == 0 => text_with_module_name(inference, module, call),
        _ => constant_text(inference, module, scope, argument.value, LONGEST_WAY),
    }
}

/// Returns the string value of a name in a scope, if the name is bound once. This is an outermost
/// query.
pub(super) fn text_named(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    name: &str,
) -> Option<String> {
    constant_named(inference, module, scope, name, LONGEST_WAY)
}

fn constant_text(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    expression: ExpressionId,
    further: u8,
) -> Option<String> {
    let summary = inference.engine().summary(module);
    match summary.expression(expression) {
        Expression::String(text) => Some(summary.name(text).to_owned()),
        Expression::Binary { operator: Operator::Add, left, right } => {
            let left = constant_text(inference, module, scope, left, further)?;
            Some(left + &constant_text(inference, module, scope, right, further)?)
        }
        Expression::Name(name) => constant_named(inference, module, scope, summary.name(name), further),
        Expression::Attribute { value, name } => match inference.expression(module, scope, value) {
            Type::Module(of) => {
                constant_named(inference, of, Summary::MODULE_SCOPE, summary.name(name), further)
            }
            _ => None,
        },
        _ => None,
    }
}

fn constant_named(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    name: &str,
    further: u8,
) -> Option<String> {
    let further = further.checked_sub(1)?;
    let summary = inference.engine().summary(module);
    match summary.nearest_bindings(scope, name) {
        [] if name == "__name__" => Some(inference.engine().module_name(module).to_owned()),
        [Binding { kind, scope, .. }] => match *kind {
            BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                constant_text(inference, module, *scope, value, further)
            }
            BindingKind::ImportFrom { module: of, name } => {
                let of = inference.engine().resolve(summary.name(of), module);
                constant_named(inference, of, Summary::MODULE_SCOPE, summary.name(name), further)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Returns the string of `patch(f"{__name__}.Api")`, read from the source text, because the summary
/// does not keep f-strings.
fn text_with_module_name(inference: &Inference, module: ModuleId, call: ExpressionId) -> Option<String> {
    let source = inference.engine().load(module).source.as_deref()?;
    let summary = inference.engine().summary(module);
    let callee = summary.span(summary.callee_or_itself(call));
    let behind = source.text.get(callee.end as usize..summary.span(call).end as usize)?;
    let argument = behind.strip_prefix('(')?.trim_start().strip_prefix(['f', 'F'])?;
    let text = argument.strip_prefix(['"', '\''])?.strip_prefix("{__name__}")?;
    let (rest, _) = text.split_once(['"', '\''])?;
    let is_plain = !rest.contains(['{', '}', '\\']);
    is_plain.then(|| format!("{}{rest}", inference.engine().module_name(module)))
}
