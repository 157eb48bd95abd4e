//! A textual description of what the engine infers for one expression, for `loopmend reveal` and for tests.

mod locate;

use loopmend_core::{Confidence, LineIndex, Place, Span};
use loopmend_index::summary::{ExpressionId, ScopeId, Summary};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::File;
use loopmend_semantic::infer::{AwaitableSource, CalleeId, ClassRef, Type, TypeList};

use locate::Located;

/// The inferred type of one expression, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// The range of the expression, in bytes of the decoded text.
    pub span: Span,
    /// The kind of the value, one of: `coroutine`, `async generator`, `task`, `future`, `event loop`,
    /// `primitive`, `async callable`, `sync callable`, `async context manager`, `class`, `instance`,
    /// `container`, `module`, `plain`, `None`, `unknown` or `union`.
    pub kind: &'static str,
    /// The type of the value, in the grammar of `loopmend_mdtest`'s README: `coroutine Client.close ->
    /// None`.
    pub ty: String,
    /// The confidence of the inference; `None` if the type is unknown.
    pub confidence: Option<Confidence>,
    /// The reasons, from the definition that the answer depends on to the expression.
    pub reasons: Vec<Reason>,
}

/// One step of the reasoning behind an inferred type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// One line of text that starts in lower case and has no final full stop.
    pub message: String,
    /// The place of the step, if it has one.
    pub place: Option<Place>,
}

/// Returns what is inferred for the innermost expression at a byte offset of the decoded text, or
/// `None` if no expression is there.
pub fn reveal_at(file: &mut File, offset: u32) -> Option<Reveal> {
    let located = locate::expression_at(file.tree(), offset)?;
    Some(reveal_located(file, located))
}

/// Returns what is inferred for the value of the last statement that ends on a line. The value is an
/// expression statement, the right side of an assignment, or a returned value. The first line has the
/// number one. Returns `None` if no such statement ends on the line.
pub fn reveal_line(file: &mut File, line: u32) -> Option<Reveal> {
    let text = file.text();
    let index = LineIndex::new(text);
    let start = index.line_start(line, text);
    let end = start + index.line_text(line, text).len() as u32;
    let located = locate::value_on_line(file.tree(), Span::new(start, end))?;
    Some(reveal_located(file, located))
}

fn reveal_located(file: &mut File, located: Located) -> Reveal {
    let summary = file.summary();
    let scope = enclosing_scope(summary, located.definition);
    match summary.expression_with_span(located.span) {
        Some(expression) => reveal_expression(file, located.span, scope, expression),
        None => Reveal {
            span: located.span,
            kind: "unknown",
            ty: "unknown".to_owned(),
            confidence: None,
            reasons: vec![Reason {
                message: "expressions of this form are not followed here".to_owned(),
                place: None,
            }],
        },
    }
}

fn reveal_expression(file: &mut File, span: Span, scope: ScopeId, expression: ExpressionId) -> Reveal {
    let module = file.module();
    let value = file.inference_mut().expression(module, scope, expression);
    let is_given_by_callers = file.inference().is_given_by_callers();
    let parts = file.inference().parts(value);
    if parts.contains(&Type::Unknown)
        && let Some(agreed) = agreed_awaitable(file, span)
    {
        return agreed;
    }
    if let Some(generator) = async_generator(file, module, scope, expression, &parts) {
        return Reveal { span, ..generator };
    }
    let kind = match parts.as_slice() {
        [only] => kind(file, *only),
        _ => "union",
    };
    let is_known = !matches!(value, Type::Unknown | Type::Never);
    let mut reasons: Vec<Reason> = parts.iter().filter_map(|part| reason(file, *part)).collect();
    if parts.iter().any(|part| is_overridden_coroutine(file, *part)) {
        let message = "a subclass overrides it with something that is no `async def`".to_owned();
        reasons.push(Reason { message, place: None });
    }
    if is_given_by_callers {
        let message = "the calls in the project give it for a parameter without an annotation".to_owned();
        reasons.push(Reason { message, place: None });
    }
    let confidence = match is_given_by_callers {
        true => Confidence::Likely,
        false => file.inference_mut().confidence_of(&parts),
    };
    Reveal { span, kind, ty: union_text(file, &parts), confidence: is_known.then_some(confidence), reasons }
}

/// Returns the description of a call of an asynchronous generator function.
fn async_generator(
    file: &mut File,
    module: ModuleId,
    scope: ScopeId,
    expression: ExpressionId,
    parts: &[Type],
) -> Option<Reveal> {
    let callee = file.summary().call(expression)?.callee;
    let [Type::Instance(_, arguments)] = parts else { return None };
    let Type::Function(callee) = file.inference_mut().expression(module, scope, callee) else {
        return None;
    };
    let function = file.inference().function_of(callee);
    let definition = file.definition_of(callee);
    if !definition.is_async || !definition.is_generator {
        return None;
    }
    let yielded = file.inference().types(*arguments).first().copied().unwrap_or(Type::Unknown);
    let yielded = type_text(file, yielded);
    Some(Reveal {
        span: Span::default(),
        kind: "async generator",
        ty: format!("async generator {} -> {yielded}", file.function_name(function)),
        confidence: Some(file.inference_mut().confidence_of(parts)),
        reasons: reason(file, Type::Function(callee)).into_iter().collect(),
    })
}

fn is_overridden_coroutine(file: &mut File, part: Type) -> bool {
    matches!(part, Type::Coroutine(callee, _) if file.inference_mut().is_overridden(callee))
}

/// Returns the description of a call that is known only by the use of other calls.
fn agreed_awaitable(file: &mut File, span: Span) -> Option<Reveal> {
    let call = file.call_at(span)?;
    let coroutine = file.coroutine(&call)?;
    let method = file.counted_method(&coroutine.counted?).unwrap_or(coroutine.name);
    let message = match coroutine.source {
        AwaitableSource::Consensus { awaited, of } => {
            format!("{awaited} of {of} other calls of `{method}` are awaited")
        }
        AwaitableSource::NamedMethod { awaited, of } => format!(
            "{awaited} of {of} other calls of `{method}` are awaited, and each method of this name in the project is \
             `async`"
        ),
        _ => return None,
    };
    Some(Reveal {
        span,
        kind: "coroutine",
        ty: "awaitable -> unknown".to_owned(),
        confidence: Some(Confidence::Likely),
        reasons: vec![Reason { message, place: None }],
    })
}

fn kind(file: &mut File, part: Type) -> &'static str {
    match part {
        Type::Unknown | Type::Never | Type::Variable(_) => "unknown",
        Type::None => "None",
        Type::Plain => "plain",
        Type::Module(_) => "module",
        Type::Class(_) | Type::Form(_) => "class",
        Type::Instance(class, _) | Type::Super(class, _) => kind_of_instance(file, class),
        Type::Mock(id) => kind_of_instance(file, file.inference().mock_at(id).class),
        Type::Function(callee) if file.inference_mut().is_coroutine_function(callee) => "async callable",
        Type::Function(_) | Type::Callable(_) | Type::Identity => "sync callable",
        Type::Coroutine(..) | Type::Awaitable(_) => "coroutine",
        Type::Tuple(_) => "container",
        Type::Union(_) => "union",
    }
}

fn kind_of_instance(file: &mut File, class: ClassRef) -> &'static str {
    let known = KINDS_OF_INSTANCES.iter();
    let mut known = known.flat_map(|(kind, classes)| classes.iter().map(move |path| (*kind, *path)));
    let found = known.find(|(_, (module, name))| file.inference_mut().inherits(class, module, name));
    match found {
        Some((kind, _)) => kind,
        None if file.inference_mut().has_member(class, "__aenter__") => "async context manager",
        None => "instance",
    }
}

fn union_text(file: &mut File, parts: &[Type]) -> String {
    let mut texts: Vec<(bool, String)> =
        parts.iter().map(|part| (*part == Type::None, type_text(file, *part))).collect();
    texts.sort();
    texts.dedup();
    let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
    texts.join(" | ")
}

fn type_text(file: &mut File, part: Type) -> String {
    match part {
        Type::Unknown | Type::Never | Type::Variable(_) => "unknown".to_owned(),
        Type::None => "None".to_owned(),
        Type::Plain => "plain".to_owned(),
        Type::Module(module) => format!("module {}", file.engine().module_name(module)),
        Type::Class(class) => format!("class {}", file.inference_mut().class_name(class)),
        Type::Form(form) => format!("class {}", texts(file, form)),
        Type::Instance(class, arguments) => instance_text(file, class, arguments),
        Type::Mock(id) => {
            let class = file.inference().mock_at(id).class;
            file.inference_mut().class_name(class).to_owned()
        }
        Type::Super(class, _) => format!("super {}", file.inference_mut().class_name(class)),
        Type::Function(callee) => function_text(file, callee),
        Type::Callable(result) => format!("callable -> {}", texts(file, result)),
        Type::Identity => "callable -> unknown".to_owned(),
        Type::Awaitable(result) => format!("awaitable -> {}", texts(file, result)),
        Type::Coroutine(callee, _) => {
            let awaited = file.inference_mut().awaited_by_itself(part);
            let awaited = type_text(file, awaited);
            format!("coroutine {} -> {awaited}", file.function_name(file.inference().function_of(callee)))
        }
        Type::Tuple(elements) => format!("tuple[{}]", texts(file, elements)),
        Type::Union(list) => {
            let parts = file.inference().types(list).to_vec();
            union_text(file, &parts)
        }
    }
}

fn texts(file: &mut File, list: TypeList) -> String {
    let types = file.inference().types(list).to_vec();
    let texts: Vec<String> = types.into_iter().map(|of| type_text(file, of)).collect();
    texts.join(", ")
}

fn instance_text(file: &mut File, class: ClassRef, arguments: TypeList) -> String {
    let name = file.inference_mut().class_name(class);
    let is_known = file.inference().types(arguments).iter().any(|of| *of != Type::Unknown);
    let rest = if name == "tuple" { ", ..." } else { "" };
    if is_known { format!("{name}[{}{rest}]", texts(file, arguments)) } else { name.to_owned() }
}

fn function_text(file: &mut File, callee: CalleeId) -> String {
    let definition = file.definition_of(callee);
    let colour = if definition.is_async && !definition.is_generator { "async " } else { "" };
    let noun = if file.inference().class_of_callee(callee).is_some() { "method" } else { "function" };
    format!("{colour}{noun} {}", file.function_name(file.inference().function_of(callee)))
}

fn reason(file: &mut File, part: Type) -> Option<Reason> {
    let (module, symbol, message) = match part {
        Type::Function(callee) | Type::Coroutine(callee, _) => {
            let function = file.inference().function_of(callee);
            let name = file.function_name(function);
            let keyword = if file.definition_of(callee).is_async { "async def" } else { "def" };
            (function.module, name.clone(), format!("`{name}` is defined as `{keyword}`"))
        }
        Type::Class(class) | Type::Instance(class, _) | Type::Super(class, _) => {
            let summary = file.engine().summary(class.module);
            let name = summary.qualified_name(summary.class(class.class).scope);
            let message = format!("the class `{name}` is defined");
            (class.module, name, message)
        }
        Type::Awaitable(_) => {
            let message = "an annotation says that it can be awaited".to_owned();
            return Some(Reason { message, place: None });
        }
        _ => return None,
    };
    let path = file.engine().shown_path(module);
    Some(Reason { message, place: path.map(|path| Place::Definition { path, symbol }) })
}

/// The kinds of instances, by a base class in the standard library: module and name in typeshed. The first
/// match counts.
const KINDS_OF_INSTANCES: &[(&str, &[(&str, &str)])] = &[
    ("task", &[("_asyncio", "Task"), ("asyncio.tasks", "Task")]),
    ("future", &[("_asyncio", "Future"), ("asyncio.futures", "Future")]),
    ("event loop", &[("asyncio.events", "AbstractEventLoop")]),
    ("async generator", &[("typing", "AsyncGenerator"), ("types", "AsyncGeneratorType")]),
    (
        "primitive",
        &[
            ("asyncio.locks", "Lock"),
            ("asyncio.locks", "Event"),
            ("asyncio.locks", "Condition"),
            ("asyncio.locks", "Semaphore"),
            ("asyncio.locks", "Barrier"),
            ("asyncio.queues", "Queue"),
        ],
    ),
    (
        "container",
        &[
            ("builtins", "list"),
            ("builtins", "tuple"),
            ("builtins", "dict"),
            ("builtins", "set"),
            ("builtins", "frozenset"),
        ],
    ),
];

/// Returns the scope of the function or class whose name ends at `definition`; the module scope if there is
/// none.
fn enclosing_scope(summary: &Summary, definition: Option<u32>) -> ScopeId {
    let Some(end) = definition else { return Summary::MODULE_SCOPE };
    let function = summary.function_with_name_end(end).map(|id| summary.function(id).scope);
    let class = || summary.class_with_name_end(end).map(|id| summary.class(id).scope);
    function.or_else(class).unwrap_or(Summary::MODULE_SCOPE)
}
