//! Decorators of the standard library that cannot decorate an `async def`.

use loopmend_catalog::{Entry, Role, entry};
use loopmend_core::{Confidence, Place, Span};
use loopmend_index::summary::{CallSite, Expression, ExpressionId, Function, FunctionId, ScopeId, Summary};
use loopmend_paths::Origins;
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::file::call_of;
use loopmend_semantic::file::library_use::has_keyword;
use loopmend_semantic::file::lost_task::first_positional;
use loopmend_semantic::infer::{FunctionRef, Inference, Location, Type};

use super::changed_library::changes_library;

/// A decorator of an `async def`, or a call of the decorator with one, that does not work with the coroutine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MisusedDecorator {
    /// The decorator without its `@`, or the whole call.
    pub(crate) at: Span,
    /// The name of the decorator as written, without its arguments.
    pub(crate) written: Span,
    /// The documented name of the decorator.
    pub(crate) name: &'static str,
    /// The reason why the decorator does not work.
    pub(crate) misuse: DecoratorMisuse,
    /// The qualified name of the decorated function.
    pub(crate) function: String,
    /// Whether the function is an asynchronous generator.
    pub(crate) is_generator: bool,
    /// The definition, if `at` is a call elsewhere.
    pub(crate) definition: Option<Place>,
    /// The qualified name of the scope around `at`; for a decorator, of the function.
    pub(crate) symbol: String,
    /// Likely if another decorator may handle what this one returns.
    pub(crate) confidence: Confidence,
}

/// The reason why a decorator does not work with an `async def`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecoratorMisuse {
    /// The decorator returns the same coroutine to several callers.
    RepeatsResult,
    /// The decorator needs a plain generator.
    NeedsGenerator,
    /// The decorator of a library calls the function, and never awaits the coroutine.
    CallsPlainly,
}

impl DecoratorMisuse {
    fn role(self) -> Role {
        match self {
            Self::RepeatsResult => Role::RepeatsResult,
            Self::NeedsGenerator => Role::MakesContextManager,
            Self::CallsPlainly => Role::CallsPlainly,
        }
    }
}

const MISUSES: [DecoratorMisuse; 3] =
    [DecoratorMisuse::RepeatsResult, DecoratorMisuse::NeedsGenerator, DecoratorMisuse::CallsPlainly];

/// Returns the decorators of the standard library that do not work with their `async def`, in source order. Skips places where
/// an exception is expected.
pub(crate) fn misused_decorators(file: &mut File) -> Vec<MisusedDecorator> {
    let summary = file.summary();
    let decorated = list_decorated(summary);
    let mut found: Vec<_> = decorated.into_iter().filter_map(|id| misused_on(file, id)).collect();
    if MISUSES.iter().any(|misuse| summary.mentions(misuse.role())) {
        found.extend(summary.calls.iter().filter_map(|site| misused_in_call(file, site)));
    }
    found.sort_by_key(|misused| misused.at.start);
    found
}

/// Returns the `async def` functions that have decorators, in source order.
pub(super) fn list_decorated(summary: &Summary) -> Vec<FunctionId> {
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    let is_meant = |id: &FunctionId| {
        let function = summary.function(*id);
        function.is_async && function.decorators.len > 0
    };
    functions.filter(is_meant).collect()
}

/// Returns the lowest decorator of an `async def` that changes the function, if it cannot work.
fn misused_on(file: &mut File, id: FunctionId) -> Option<MisusedDecorator> {
    let (module, summary) = (file.module(), file.summary());
    let function = summary.function(id);
    let scope = summary.scope_around(function.scope);
    if summary.expects_exception_at(scope, function.header) {
        return None;
    }
    let mut decorators = summary.list(function.decorators).iter().rev();
    let (at, decorator, known, misuse) = decorators.find_map(|decorator| {
        let callee = summary.callee_or_itself(*decorator);
        let given = summary.arguments_of(*decorator).unwrap_or_default();
        let known = library_decorator(file, scope, *decorator)
            .or_else(|| known_decorator(file, scope, callee))
            .filter(|known| !has_keyword(summary, given, known.unless_keyword));
        match known.and_then(|known| Some((known, misuse_of(known)?))) {
            Some((known, misuse)) => Some(Some((*decorator, callee, known, misuse))),
            None if keeps(file.inference_mut(), Location::in_scope(module, scope), *decorator) => None,
            None => Some(None),
        }
    })??;
    if misuse == DecoratorMisuse::CallsPlainly
        && (is_of_union(file, scope, decorator)
            || file.is_of_several(scope, decorator, 2)
            || file.is_misannotated(scope, decorator)
            || changes_library(file, known))
    {
        return None;
    }
    let above_is_known =
        decorators.all(|above| keeps(file.inference_mut(), Location::in_scope(module, scope), *above));
    Some(MisusedDecorator {
        at: summary.span(at),
        written: summary.span(decorator),
        name: &known.name,
        misuse,
        function: summary.qualified_name(function.scope),
        is_generator: function.is_generator,
        definition: None,
        symbol: summary.qualified_name(function.scope),
        confidence: if above_is_known { Confidence::Certain } else { Confidence::Likely },
    })
}

/// Returns a call of a decorator with an `async def` as its only positional argument: `lru_cache(fetch)`,
/// `lru_cache(maxsize=None)(fetch)`.
fn misused_in_call(file: &mut File, site: &CallSite) -> Option<MisusedDecorator> {
    let (module, summary) = (file.module(), file.summary());
    let is_named = |misuse: &DecoratorMisuse| {
        let name = summary.last_name(site.expression);
        name.is_some_and(|name| loopmend_catalog::named(name).has(misuse.role()))
    };
    if site.expects_exception || !MISUSES.iter().any(is_named) {
        return None;
    }
    let call = call_of(summary, site);
    let outer = summary.callee_or_itself(site.expression);
    let decorator = summary.callee_or_itself(outer);
    let arguments = summary.arguments_of(site.expression).filter(|arguments| arguments.len() == 1)?;
    let function = first_positional(arguments)?;
    let known = known_decorator(file, site.scope, decorator)?;
    let misuse = misuse_of(known)?;
    let inference = file.inference_mut();
    let value = inference.expression(module, site.scope, function);
    let FunctionRef { module: owner, function } = inference.function_itself(value)?.function;
    if misuse == DecoratorMisuse::CallsPlainly && changes_library(file, known) {
        return None;
    }
    let definition: &Function = file.engine().summary(owner).function(function);
    let is_generator = definition.is_generator;
    let function = FunctionRef { module: owner, function };
    definition.is_async.then(|| MisusedDecorator {
        at: call.span,
        written: summary.span(decorator),
        name: &known.name,
        misuse,
        function: file.function_name(function),
        is_generator,
        definition: file.place_of_function(function),
        symbol: summary.qualified_name(site.scope),
        confidence: Confidence::Certain,
    })
}

/// Returns the entry of a decorator of a library that never awaits what it calls, whether the library is installed or not.
fn library_decorator(file: &File, scope: ScopeId, decorator: ExpressionId) -> Option<&'static Entry> {
    let summary = file.summary();
    let callee = summary.callee_or_itself(decorator);
    if !summary.last_roles(callee).has(Role::CallsPlainly) {
        return None;
    }
    let callee = Origins::new(file.engine()).documented(file.module(), scope, callee)?;
    let known = callee.entry().filter(|known| known.roles.has(Role::CallsPlainly))?;
    if is_of_project(file, known) {
        return None;
    }
    let given = summary.arguments_of(decorator).unwrap_or_default();
    (!has_keyword(summary, given, known.unless_keyword)).then_some(known)
}

/// Returns whether a decorator is an attribute of a parameter whose annotation is not one class: `Union[TeleBot, AsyncTeleBot]`.
fn is_of_union(file: &File, scope: ScopeId, decorator: ExpressionId) -> bool {
    let summary = file.summary();
    let mut root = decorator;
    while let Expression::Attribute { value, .. } = summary.expression(root) {
        root = value;
    }
    let Expression::Name(name) = summary.expression(root) else { return false };
    let functions = summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope));
    let mut parameters = functions.flat_map(|function| &summary.function(function).parameters);
    let annotation =
        parameters.find(|parameter| parameter.name == name).and_then(|parameter| parameter.annotation);
    annotation.is_some_and(|annotation| {
        !matches!(summary.expression(annotation), Expression::Name(_) | Expression::Attribute { .. })
    })
}

/// Returns whether the project has a package of the name that an entry's begins with: the library itself, or a fork that may do otherwise.
fn is_of_project(file: &File, known: &Entry) -> bool {
    let engine = file.engine();
    let package = known.name.split('.').next().unwrap_or_default();
    let module = engine.resolve(package, file.module());
    !engine.is_absent(module) && engine.origin(module) == Origin::FirstParty
}

/// Returns the entry of the catalogue for the function or class of a library that a decorator is. The project may be the library itself, and a file
/// of it may have the name of a library by chance: `utils/retry.py`.
fn known_decorator(file: &mut File, scope: ScopeId, decorator: ExpressionId) -> Option<&'static Entry> {
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, decorator);
    let is_own = |inference: &Inference, module| inference.engine().origin(module) == Origin::FirstParty;
    let paths = inference.parts(value).into_iter().map(|part| match part {
        Type::Function(callee) => {
            let function = inference.function_of(callee);
            (!is_own(inference, function.module)).then(|| inference.path_of_function(function))
        }
        Type::Class(class) => (!is_own(inference, class.module)).then(|| inference.path_of_class(class)),
        _ => None,
    });
    let paths: Option<Vec<String>> = paths.collect();
    let known: Option<Vec<_>> = paths?.iter().map(|path| entry(path)).collect();
    known?.into_iter().next()
}

fn misuse_of(known: &Entry) -> Option<DecoratorMisuse> {
    MISUSES.into_iter().find(|misuse| known.roles.has(misuse.role()))
}

fn keeps(inference: &mut Inference, at: Location, decorator: ExpressionId) -> bool {
    inference.keeps_decorated(at, decorator)
}
