//! Containers that are passed to functions which always use them as another kind of container.

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};
use loopmend_flow::{Compound, Follow, Form, FunctionFlow, Part, Step, StepKind, Target};
use loopmend_index::summary::{CallSite, Collection, Expression, ExpressionId, Test};
use loopmend_project::Origin;
use loopmend_python::ast::Expr;
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, call_of};
use loopmend_semantic::infer::{ClassRef, Constructor, FunctionRef, Type};
use rustc_hash::FxHashMap;
use smallvec::smallvec;

/// A container that is passed where another kind of container is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrongContainer {
    /// The argument.
    pub(crate) place: Span,
    /// The name of the class of the argument: `list`.
    pub(crate) given: String,
    /// What the function does that the argument does not support: `.items`, `["key"]`.
    pub(crate) used: String,
    /// Whether the argument lacks the attribute, rather than an item of a text.
    pub(crate) lacks_attribute: bool,
    /// The built-in container that has what is used, if it is the only one.
    pub(crate) meant: Option<&'static str>,
    /// The definition of the function, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// The name of the parameter.
    pub(crate) parameter: String,
    /// The qualified name of the function.
    pub(crate) function: String,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub(crate) symbol: String,
}

/// Caches whether the text of a function uses a parameter in a way that a class does not support. The parameter is an index.
type Known = FxHashMap<(FunctionRef, ClassRef, usize), bool>;

/// The class of texts.
const TEXT: &str = "str";

/// A use of a parameter that a function always makes.
#[derive(Clone, Debug)]
enum Use {
    /// It reads an attribute.
    Attribute(String),
    /// It takes the item of a text.
    TextKey(String),
}

/// Returns the containers that calls of the project pass to functions which always use them in a way that they do not support, in source
/// order. Skips calls that are meant to fail.
pub(crate) fn wrong_containers(file: &mut File) -> Vec<WrongContainer> {
    let summary = file.summary();
    let mut known = Known::default();
    let find = |(site, place, argument)| wrong_container(file, site, place, argument, &mut known);
    summary.plain_arguments().filter_map(find).collect()
}

fn wrong_container(
    file: &mut File,
    site: &CallSite,
    place: usize,
    argument: ExpressionId,
    known: &mut Known,
) -> Option<WrongContainer> {
    let summary = file.summary();
    if file.calls_library(site) {
        return None;
    }
    let class = class_of_container(file, argument)?;
    let call = call_of(summary, site);
    let (function, bound) = function_called(file, &call)?;
    if file.engine().origin(function.module) != Origin::FirstParty || file.engine().is_stub(function.module) {
        return None;
    }
    let (index, parameter) =
        file.parameter_at(function, bound, summary.arguments_of(site.expression)?, place)?;
    let other = file.engine().summary(function.module);
    // What is called on a class may not be the function itself.
    if index == 0 && other.has_receiver(function.function) {
        return None;
    }
    let parameter = other.name(parameter.name);
    let definition = other.function(function.function);
    let is_asked = other.scope(definition.scope).narrowings.iter().any(|narrowing| {
        !matches!(narrowing.test, Test::None | Test::Truth) && other.name(narrowing.name) == parameter
    });
    if definition.is_placeholder || is_asked {
        return None;
    }
    file.inference_mut().rest_on_text(function.module);
    let key = (function, class, index);
    if !*known.entry(key).or_insert_with(|| may_use_otherwise(file, function, parameter, class)) {
        return None;
    }
    let uses = always_used(file, function, parameter);
    let used = uses.into_iter().find(|used| does_not_support(file, class, used))?;
    let whole = summary.span(site.expression);
    // A call with other arguments than the function takes fails before it.
    let module = file.module();
    let never_begins = file.inference_mut().misfit(module, site).is_some();
    if never_begins || file.may_fail_on_purpose(whole, site.scope) {
        return None;
    }
    let meant = container_with(file, &used);
    Some(WrongContainer {
        place: summary.span(argument),
        lacks_attribute: matches!(used, Use::Attribute(_)),
        meant,
        given: file.inference_mut().class_name(class).to_owned(),
        used: match used {
            Use::Attribute(name) => format!(".{name}"),
            Use::TextKey(key) => format!("[{key:?}]"),
        },
        definition: file.place_of_function(function),
        parameter: parameter.to_owned(),
        function: file.function_name(function),
        symbol: summary.qualified_name(site.scope),
    })
}

/// Returns the class of the container that a display, comprehension or text makes.
fn class_of_container(file: &mut File, argument: ExpressionId) -> Option<ClassRef> {
    let name = match file.summary().expression(argument) {
        Expression::Tuple(_) => "tuple",
        Expression::String(_) => TEXT,
        Expression::Display { collection, .. } | Expression::Comprehension { collection, .. } => {
            name_of_collection(collection)?
        }
        _ => return None,
    };
    file.inference_mut().builtin_class(name)
}

fn name_of_collection(collection: Collection) -> Option<&'static str> {
    match collection {
        Collection::List => Some("list"),
        Collection::Set => Some("set"),
        Collection::Dict => Some("dict"),
        Collection::Generator | Collection::AsyncGenerator => None,
    }
}

/// Returns the only built-in container that supports a use.
fn container_with(file: &mut File, used: &Use) -> Option<&'static str> {
    let collections = [Collection::Dict, Collection::List, Collection::Set].into_iter();
    let names = collections.filter_map(name_of_collection).chain(std::iter::once("tuple")).chain([TEXT]);
    let mut fitting = names.filter(|name| {
        let class = file.inference_mut().builtin_class(name);
        class.is_some_and(|class| !does_not_support(file, class, used))
    });
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only)
}

/// Returns the only function that a call runs, and the number of arguments that are bound already.
fn function_called(file: &mut File, call: &Call) -> Option<(FunctionRef, usize)> {
    let module = file.module();
    match file.inference_mut().called(module, &call.site)[..] {
        [Type::Function(_)] => file.plainly_called(call),
        [Type::Class(class)] => match file.inference_mut().constructor(class)? {
            Constructor::Init(function) => Some((function, 1)),
            Constructor::Fields => None,
        },
        _ => None,
    }
}

/// Returns whether the text of a function may use a parameter in a way that a class does not support. This is much cheaper than to parse the
/// function.
fn may_use_otherwise(file: &mut File, function: FunctionRef, parameter: &str, class: ClassRef) -> bool {
    let definition = file.engine().summary(function.module).function(function.function);
    let body = Span::new(definition.header.end, definition.end);
    let Some(text) = file.engine().text_within(function.module, body) else { return true };
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(parameter).any(|(start, _)| {
        let rest = text[start + parameter.len()..].trim_start();
        if text[..start].ends_with(is_part) || rest.is_empty() {
            return false;
        }
        let used = match (rest.strip_prefix('.'), rest.starts_with('[')) {
            (Some(name), _) => {
                let name = name.trim_start().split(|letter| !is_part(letter)).next();
                Use::Attribute(name.unwrap_or_default().to_owned())
            }
            (None, true) => Use::TextKey(String::new()),
            (None, false) => return false,
        };
        does_not_support(file, class, &used)
    })
}

/// Returns the uses of a parameter that a function makes whenever it runs, before it binds the name again.
fn always_used(file: &File, function: FunctionRef, parameter: &str) -> Vec<Use> {
    let header = file.engine().summary(function.module).function(function.function).header;
    let other;
    let checked = match function.module == file.module() {
        true => file,
        false => {
            other = File::new(file.engine(), function.module);
            &other
        }
    };
    checked.flow_of(header, |flow| uses_of(flow, parameter))
}

fn does_not_support(file: &mut File, class: ClassRef, used: &Use) -> bool {
    match used {
        // A text for a member of an enumeration is a matter of another rule.
        Use::Attribute(name) => {
            !named(name.as_str()).has(Role::EnumAttribute) && file.inference_mut().is_lacked(class, name)
        }
        Use::TextKey(_) => {
            let name = file.inference_mut().class_name(class);
            // A set has no items, and a sequence none of a text.
            !named(name).has(Role::HoldsEntries)
        }
    }
}

fn uses_of(flow: &FunctionFlow, parameter: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    let is_parameter = |value: &Expr| value.as_name_expr().is_some_and(|name| name.id.as_str() == parameter);
    flow.must_execute(FunctionFlow::BODY, &mut |part| match part {
        Part::Step(step) => match step.kind {
            StepKind::Jump(_) | StepKind::Yield => Follow::Stop,
            StepKind::Bind(bind) if bind.target.names().contains(&parameter) => Follow::Stop,
            StepKind::Bind(bind) => {
                if let Target::Expr(Expr::Subscript(item)) = bind.target
                    && is_parameter(&item.value)
                    && let Expr::StringLiteral(key) = &*item.slice
                {
                    uses.push(Use::TextKey(key.value.to_str().to_owned()));
                }
                Follow::Past
            }
            StepKind::Read(Expr::Attribute(attribute), _) if is_parameter(&attribute.value) => {
                uses.push(Use::Attribute(attribute.attr.to_string()));
                Follow::Past
            }
            StepKind::Read(Expr::Subscript(item), _) if is_parameter(&item.value) => {
                if let Expr::StringLiteral(key) = &*item.slice {
                    uses.push(Use::TextKey(key.value.to_str().to_owned()));
                }
                Follow::Past
            }
            _ => Follow::Past,
        },
        Part::Compound(compound) => match &compound.form {
            Form::With { body } => Follow::Into(smallvec![*body]),
            _ if flow.may_leave(compound) || may_bind(flow, compound, parameter) => Follow::Stop,
            _ => Follow::Past,
        },
    });
    uses
}

/// Returns whether a compound statement or expression binds a name in one of its blocks.
fn may_bind(flow: &FunctionFlow, compound: &Compound, name: &str) -> bool {
    let is_bound = |step: &Step| match step.kind {
        StepKind::Bind(bind) => bind.target.names().contains(&name),
        _ => false,
    };
    compound.blocks().into_iter().any(|block| flow.steps_inside(block).iter().any(is_bound))
}
