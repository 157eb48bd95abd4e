//! Calls whose positional arguments are in the order of another signature.

use loopmend_core::{Place, Span};
use loopmend_index::summary::CallSite;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;
use loopmend_semantic::File;
use loopmend_semantic::file::argument_fit::shown;
use loopmend_semantic::infer::{Swapped, Type};

/// Arguments of a call that are in the wrong order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SwappedArguments {
    /// The first of them.
    pub(crate) first: Span,
    /// The parameters that get the wrong arguments.
    pub(crate) parameters: Vec<String>,
    /// The arguments that move: each place with the place of the argument that belongs there. Empty if several orders fit.
    pub(crate) moves: Vec<(Span, Span)>,
    /// What two parameters are annotated with, and what they get instead, if both are known.
    pub(crate) mismatch: Option<String>,
    /// The parameters of the function, as a call would show them.
    pub(crate) signature: String,
    /// The qualified name of the function.
    pub(crate) function: String,
    /// The definition of the function, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub(crate) symbol: String,
}

/// Returns the calls of the project with arguments in the wrong order, in source order. Skips calls that are meant
/// to fail.
pub(crate) fn swapped_arguments(file: &mut File) -> Vec<SwappedArguments> {
    let calls = file.summary().calls.iter().filter(|site| !site.expects_exception);
    calls.filter_map(|site| swapped_in(file, site)).collect()
}

fn swapped_in(file: &mut File, site: &CallSite) -> Option<SwappedArguments> {
    let (module, summary) = (file.module(), file.summary());
    if file.calls_library(site)
        || summary.last_name(site.expression).is_some_and(|name| summary.replaces(name, site.scope))
    {
        return None;
    }
    let swapped = file.inference_mut().swapped(module, site)?;
    let whole = summary.span(site.expression);
    if file.may_fail_on_purpose(whole, site.scope) {
        return None;
    }
    let code = file.code_within(whole.start);
    let written = &code.call_at(whole)?.arguments.args;
    let argument = |place: usize| written.get(place).map(|argument| span(argument.range()));
    let places = (swapped.first..).zip(&swapped.order).filter(|(place, from)| place != *from);
    let moves = places.map(|(place, from)| Some((argument(place)?, argument(*from)?)));
    let moves: Vec<(Span, Span)> = moves.collect::<Option<_>>()?;
    let parameters = match (&swapped.parameters[..], moves.is_empty()) {
        ([first, .., last], true) => vec![first.clone(), last.clone()],
        (all, _) => {
            let wrong = (swapped.first..).zip(all).zip(&swapped.order);
            let wrong = wrong.filter(|((place, _), from)| place != *from);
            wrong.map(|((_, name), _)| name.clone()).collect()
        }
    };
    let mismatch = mismatch(file, site, &swapped);
    let function = swapped.function;
    let name = file.function_name(function);
    let signature = file.inference_mut().signature_as_called(function, swapped.is_bound)?;
    Some(SwappedArguments {
        first: argument(swapped.first)?,
        parameters,
        moves,
        mismatch,
        signature: shown(&name, &signature),
        function: name,
        definition: file.place_of_function(function),
        symbol: summary.qualified_name(site.scope),
    })
}

/// The longest annotation that is shown.
const MAX_SHOWN: usize = 30;

/// Says what the only two parameters that get wrong arguments are annotated with, and the classes of the arguments.
fn mismatch(file: &mut File, site: &CallSite, swapped: &Swapped) -> Option<String> {
    let wrong = (swapped.first..).zip(&swapped.parameters).zip(&swapped.order);
    let wrong = wrong.filter(|((place, _), from)| place != *from);
    let wrong: Vec<(usize, &String)> = wrong.map(|(parameter, _)| parameter).collect();
    let [(first, first_name), (second, second_name)] = wrong[..] else { return None };
    let (stated, other) = (stated_for(file, swapped, first_name)?, stated_for(file, swapped, second_name)?);
    let (given, last) = (class_of_argument(file, site, first)?, class_of_argument(file, site, second)?);
    Some(format!("`{first_name}: {stated}` gets `{given}`, and `{second_name}: {other}` gets `{last}`"))
}

/// The annotation of a parameter, as written.
fn stated_for(file: &File, swapped: &Swapped, name: &str) -> Option<String> {
    let (engine, function) = (file.engine(), swapped.function);
    let summary = engine.summary(function.module);
    let parameters = &summary.function(function.function).parameters;
    let annotation = parameters.iter().find(|parameter| summary.name(parameter.name) == name)?.annotation?;
    let text = engine.text_within(function.module, summary.span(annotation))?;
    (text.len() <= MAX_SHOWN && !text.contains('\n')).then(|| text.to_string())
}

/// The name of the class of a positional argument.
fn class_of_argument(file: &mut File, site: &CallSite, place: usize) -> Option<String> {
    let (module, summary) = (file.module(), file.summary());
    let argument = summary.arguments_of(site.expression)?.get(place)?.value;
    let inference = file.inference_mut();
    let value = inference.expression(module, site.scope, argument);
    match inference.parts(value)[..] {
        [Type::Instance(class, _)] => Some(inference.class_name(class).to_owned()),
        _ => None,
    }
}
