//! Async iterators that are passed to a function which iterates over them with a plain `for`: `any(await f(x) for x in values)`.

use loopmend_catalog::{Entry, Role, entry};
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Collection, Expression, ExpressionId, Protocol, ProtocolUse,
};
use loopmend_semantic::file::call_of;
use loopmend_semantic::infer::Type;
use loopmend_semantic::{Call, File, ProtocolStatement};

/// An async iterator that is an argument of such a function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IteratedArgument {
    /// The call.
    pub(crate) call: Call,
    /// The facts about the function.
    pub(crate) function: &'static Entry,
    /// The argument.
    pub(crate) argument: ProtocolStatement,
    /// `true` if the argument is a generator expression.
    pub(crate) is_generator: bool,
}

const ROLES: [Role; 3] = [Role::NeedsIterable, Role::NeedsIterables, Role::NeedsIterablesAfterFunction];

/// Returns the async iterators that are arguments of such functions, in source order. Skips places where an exception is expected.
pub(crate) fn iterated_arguments(file: &mut File) -> Vec<IteratedArgument> {
    let summary = file.summary();
    let names = ROLES.into_iter().flat_map(|role| role.names().iter().copied());
    let sites = summary.calls_named(names).into_iter().filter(|site| !site.expects_exception);
    sites.filter_map(|site| iterated_argument(file, site)).collect()
}

fn iterated_argument(file: &mut File, site: &CallSite) -> Option<IteratedArgument> {
    let summary = file.summary();
    let arguments = summary.arguments_of(site.expression)?;
    let is_async = summary.function_around(site.scope).is_some_and(|it| summary.function(it).is_async);
    let (place, argument, is_generator) = arguments.iter().enumerate().find_map(|(place, argument)| {
        let is_generator = may_be_async_iterator(file, argument, is_async)?;
        let argument = statement(file, site, argument.value);
        (is_generator || file.is_only_for_other(&argument)).then_some((place, argument, is_generator))
    })?;
    let function = called(file, site)?;
    iterates_over(function, arguments, place).then(|| IteratedArgument {
        call: call_of(summary, site),
        function,
        argument,
        is_generator,
    })
}

/// Returns whether an argument is a generator expression, if it may be an async iterator. Outside of `async` functions only async generator
/// expressions count.
fn may_be_async_iterator(file: &File, argument: &Argument, is_async: bool) -> Option<bool> {
    if argument.kind != ArgumentKind::Positional {
        return None;
    }
    match file.summary().expression(argument.value) {
        Expression::Comprehension { collection: Collection::AsyncGenerator, .. } => Some(true),
        Expression::Name(_) | Expression::Attribute { .. } | Expression::Call { .. } if is_async => {
            Some(false)
        }
        _ => None,
    }
}

/// The argument as the operand of a plain `for`.
fn statement(file: &File, site: &CallSite, value: ExpressionId) -> ProtocolStatement {
    let inner = ProtocolUse { protocol: Protocol::For, value, scope: site.scope, keyword: None };
    ProtocolStatement { inner, value: file.summary().span(value), keyword: None }
}

/// Returns the facts about the builtin or function of the standard library that is called.
fn called(file: &mut File, site: &CallSite) -> Option<&'static Entry> {
    let module = file.module();
    let inference = file.inference_mut();
    let [only] = inference.called(module, site)[..] else { return None };
    let path = match only {
        Type::Class(class) => inference.path_of_class(class),
        Type::Function(callee) => {
            let function = inference.function_of(callee);
            inference.path_of_function(function)
        }
        _ => return None,
    };
    entry(path.strip_prefix("builtins.").unwrap_or(&path))
}

/// Returns whether a function iterates over the positional argument at an index.
fn iterates_over(function: &Entry, arguments: &[Argument], place: usize) -> bool {
    let roles = function.roles;
    if roles.has(Role::NeedsIterables) {
        return true;
    }
    if roles.has(Role::NeedsIterablesAfterFunction) {
        let before = &arguments[..place];
        return place > 0 && before.iter().all(|before| before.kind == ArgumentKind::Positional);
    }
    // With several arguments, `min` and `max` compare these.
    let is_alone = || arguments[1..].iter().all(|other| matches!(other.kind, ArgumentKind::Keyword(_)));
    place == 0 && roles.has(Role::NeedsIterable) && (!roles.has(Role::Bounds) || is_alone())
}
