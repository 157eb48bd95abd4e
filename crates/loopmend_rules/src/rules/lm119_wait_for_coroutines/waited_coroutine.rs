//! Coroutines that are passed to `asyncio.wait`, which needs tasks.

use loopmend_catalog::{Role, is, named};
use loopmend_core::{Confidence, Place, Span};
use loopmend_index::summary::{
    AdditionKind, ArgumentKind, CallSite, Expression, ExpressionId, List, ScopeId, Summary, Usage,
};
use loopmend_project::PythonVersion;
use loopmend_semantic::File;
use loopmend_semantic::infer::{FunctionRef, Type};

/// A collection of coroutines that is passed to `asyncio.wait`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WaitedCoroutines {
    /// The argument.
    pub(crate) argument: Span,
    /// The known expressions that create coroutines; elements that are no such expression are left out.
    pub(crate) coroutines: Vec<Span>,
    /// The name that holds the collection, and how often the found expressions and the argument mention the name.
    pub(crate) holder: Option<(String, usize)>,
    /// The qualified name of the coroutine function; the text of a call if the function is not known.
    pub(crate) function: String,
    /// The definition of the function, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// The qualified name of the scope around the call.
    pub(crate) symbol: String,
    /// Whether the coroutines are certainly coroutines.
    pub(crate) confidence: Confidence,
}

/// An expression that is certainly or likely a coroutine.
struct Known {
    at: Span,
    function: FunctionRef,
    confidence: Confidence,
}

/// The elements of a collection.
#[derive(Default)]
struct Elements {
    all: Vec<ExpressionId>,
    holder: Option<(String, usize)>,
}

/// The first version in which `asyncio.wait` refuses coroutines (docs.python.org/3/whatsnew/3.11.html#removed).
const FIRST_THAT_REFUSES: PythonVersion = PythonVersion { major: 3, minor: 11 };

/// Returns the collections of coroutines that are passed to `asyncio.wait`, in source order, if the call is awaited or passed on.
/// Skips places where an exception is expected.
pub(crate) fn waited_coroutines(file: &mut File) -> Vec<WaitedCoroutines> {
    let summary = file.summary();
    if !summary.mentions(Role::RefusesCoroutines) || !file.may_run_on(FIRST_THAT_REFUSES) {
        return Vec::new();
    }
    let is_named = |site: &&CallSite| {
        let called = summary.last_name(summary.callee_or_itself(site.expression));
        let runs = site.usage.is_awaited() || site.usage == Usage::Argument;
        runs && named(called).has(Role::RefusesCoroutines) && !site.expects_exception
    };
    let sites: Vec<_> = summary.calls.iter().filter(is_named).collect();
    let is_old = |file: &mut File, site: &CallSite| {
        file.is_call_for_older_python(site, FIRST_THAT_REFUSES)
            || file.is_for_older_python(site.scope, FIRST_THAT_REFUSES)
            || is_for_others(file, site)
    };
    sites.into_iter().filter_map(|site| waited_in(file, site).filter(|_| !is_old(file, site))).collect()
}

fn waited_in(file: &mut File, site: &CallSite) -> Option<WaitedCoroutines> {
    let (module, summary) = (file.module(), file.summary());
    let arguments = summary.arguments_of(site.expression)?;
    let first = arguments.first().filter(|it| it.kind == ArgumentKind::Positional);
    let keyword = || {
        arguments
            .iter()
            .find(|it| matches!(it.kind, ArgumentKind::Keyword(name) if summary.name(name) == "fs"))
    };
    let argument = first.or_else(keyword)?.value;
    let inference = file.inference_mut();
    let called = inference.called_functions(module, site);
    let is_wait = !called.is_empty()
        && called
            .into_iter()
            .all(|function| is(inference.path_of_function(function).as_str(), Role::RefusesCoroutines));
    if !is_wait {
        return None;
    }
    let elements = elements_of(file, site.scope, argument);
    let known: Vec<Known> = match &elements {
        Some(elements) => {
            elements.all.iter().filter_map(|id| known_coroutine(file, site.scope, *id)).collect()
        }
        None => Vec::new(),
    };
    let symbol = summary.qualified_name(site.scope);
    let argument_span = summary.span(argument);
    if let (Some(first), Some(elements)) = (known.first(), elements) {
        return Some(WaitedCoroutines {
            argument: argument_span,
            function: file.function_name(first.function),
            definition: file.place_of_function(first.function),
            confidence: first.confidence,
            coroutines: known.iter().map(|known| known.at).collect(),
            holder: elements.holder,
            symbol,
        });
    }
    let (function, confidence) = held_coroutine(file, site.scope, argument)?;
    Some(WaitedCoroutines {
        argument: argument_span,
        coroutines: Vec::new(),
        holder: None,
        function: file.function_name(function),
        definition: file.place_of_function(function),
        symbol,
        confidence,
    })
}

/// Returns the expressions of the elements of a collection: of a display, a comprehension, or a name that is bound to one, with
/// what is appended to it.
fn elements_of(file: &File, scope: ScopeId, argument: ExpressionId) -> Option<Elements> {
    let summary = file.summary();
    match summary.expression(argument) {
        Expression::Display { elements, .. } | Expression::Tuple(elements) => {
            Some(Elements { all: plain(summary, elements), holder: None })
        }
        Expression::Comprehension { element, .. } => Some(Elements { all: vec![element], holder: None }),
        Expression::Name(name) => {
            let [only] = summary.bindings_of(scope, summary.name(name)) else { return None };
            let value = only.kind.value().filter(|_| only.scope == scope)?;
            let mut elements = match summary.expression(value) {
                Expression::Display { .. } | Expression::Tuple(_) | Expression::Comprehension { .. } => {
                    elements_of(file, scope, value)?
                }
                _ => return None,
            };
            let added = summary.container(value).map_or(&[][..], |it| summary.additions_to(it));
            for addition in added {
                match addition.kind {
                    AdditionKind::Element(element) if addition.scope == scope => {
                        elements.all.push(element);
                    }
                    _ => return None,
                }
            }
            elements.holder = Some((summary.name(name).to_owned(), 2 + added.len()));
            Some(elements)
        }
        _ => None,
    }
}

fn known_coroutine(file: &mut File, scope: ScopeId, element: ExpressionId) -> Option<Known> {
    let (module, summary) = (file.module(), file.summary());
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, element);
    if inference.is_given_by_callers() {
        return None;
    }
    let (function, confidence) = coroutine_of(file, value)?;
    summary.call(element)?;
    Some(Known { at: summary.span(element), function, confidence })
}

/// Returns the function of the coroutines in a collection that holds nothing else.
fn held_coroutine(
    file: &mut File,
    scope: ScopeId,
    argument: ExpressionId,
) -> Option<(FunctionRef, Confidence)> {
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, argument);
    if inference.is_given_by_callers() {
        return None;
    }
    let [Type::Instance(class, held)] = *inference.parts(value) else { return None };
    let name = inference.builtin_name(class)?;
    let [held] = *inference.types(held) else { return None };
    named(name).has(Role::PlainCollection).then_some(())?;
    coroutine_of(file, held)
}

/// Returns whether versions that refuse coroutines do not run a call, or do not run what binds the name of its argument.
fn is_for_others(file: &mut File, site: &CallSite) -> bool {
    let summary = file.summary();
    let mut places = vec![summary.span(site.expression)];
    for argument in summary.arguments_of(site.expression).unwrap_or_default() {
        if let Expression::Name(name) = summary.expression(argument.value) {
            let bindings = summary.bindings_of(site.scope, summary.name(name)).iter();
            places.extend(bindings.filter_map(|binding| Some(summary.span(binding.kind.value()?))));
        }
    }
    places.into_iter().any(|place| file.is_ruled_out_by_version(place, site.scope, FIRST_THAT_REFUSES))
}

/// Returns the function of a value that is a coroutine and nothing else.
fn coroutine_of(file: &mut File, value: Type) -> Option<(FunctionRef, Confidence)> {
    let inference = file.inference_mut();
    let parts = inference.parts(value);
    let is_coroutine = |part: &Type| matches!(part, Type::Coroutine(..));
    if parts.is_empty() || !parts.iter().all(is_coroutine) {
        return None;
    }
    let (source, function) = inference.awaitable(value)?;
    Some((function?, source.confidence()))
}

/// Returns the elements that are not starred.
fn plain(summary: &Summary, elements: List) -> Vec<ExpressionId> {
    let is_plain = |id: &&ExpressionId| !matches!(summary.expression(**id), Expression::Starred(_));
    summary.list(elements).iter().filter(is_plain).copied().collect()
}
