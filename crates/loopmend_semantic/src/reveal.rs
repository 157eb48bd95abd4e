//! A textual description of what the engine infers for one expression, for `loopmend reveal` and for tests.

mod locate;

use loopmend_core::{Confidence, LineIndex, Place, Span};
use loopmend_index::summary::{ExpressionId, ScopeId, Summary};

use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{AwaitableSource, CalleeId, ClassRef, Type, TypeList};
use locate::Located;

/// What the engine infers for one expression.
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

impl File<'_> {
    /// Returns what is inferred for the innermost expression at a byte offset of the decoded text, or
    /// `None` if no expression is there.
    pub fn reveal(&mut self, offset: u32) -> Option<Reveal> {
        let located = locate::expression_at(self.tree(), offset)?;
        Some(self.reveal_located(located))
    }

    /// Returns what is inferred for the value of the last statement that ends on a line. The value is an
    /// expression statement, the right side of an assignment, or a returned value. The first line has the
    /// number one. Returns `None` if no such statement ends on the line.
    pub fn reveal_line(&mut self, line: u32) -> Option<Reveal> {
        let text = self.text();
        let index = LineIndex::new(text);
        let start = index.line_start(line, text);
        let end = start + index.line_text(line, text).len() as u32;
        let located = locate::value_on_line(self.tree(), Span::new(start, end))?;
        Some(self.reveal_located(located))
    }

    fn reveal_located(&mut self, located: Located) -> Reveal {
        let summary = self.summary();
        let scope = enclosing_scope(summary, located.definition);
        match summary.expression_with_span(located.span) {
            Some(expression) => self.reveal_expression(located.span, scope, expression),
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

    fn reveal_expression(&mut self, span: Span, scope: ScopeId, expression: ExpressionId) -> Reveal {
        let module = self.module();
        let value = self.inference_mut().expression(module, scope, expression);
        let is_given_by_callers = self.inference().is_given_by_callers();
        let parts = self.inference().parts(value);
        if parts.contains(&Type::Unknown)
            && let Some(agreed) = self.agreed_awaitable(span)
        {
            return agreed;
        }
        if let Some(generator) = self.async_generator(module, scope, expression, &parts) {
            return Reveal { span, ..generator };
        }
        let kind = match parts.as_slice() {
            [only] => self.kind(*only),
            _ => "union",
        };
        let is_known = !matches!(value, Type::Unknown | Type::Never);
        let mut reasons: Vec<Reason> = parts.iter().filter_map(|part| self.reason(*part)).collect();
        if parts.iter().any(|part| self.is_overridden_coroutine(*part)) {
            let message = "a subclass overrides it with something that is no `async def`".to_owned();
            reasons.push(Reason { message, place: None });
        }
        if is_given_by_callers {
            let message = "the calls in the project give it for a parameter without an annotation".to_owned();
            reasons.push(Reason { message, place: None });
        }
        let confidence = match is_given_by_callers {
            true => Confidence::Likely,
            false => self.inference_mut().confidence_of(&parts),
        };
        Reveal {
            span,
            kind,
            ty: self.union_text(&parts),
            confidence: is_known.then_some(confidence),
            reasons,
        }
    }

    /// Returns the description of a call of an asynchronous generator function.
    fn async_generator(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
        parts: &[Type],
    ) -> Option<Reveal> {
        let callee = self.summary().call(expression)?.callee;
        let [Type::Instance(_, arguments)] = parts else { return None };
        let Type::Function(callee) = self.inference_mut().expression(module, scope, callee) else {
            return None;
        };
        let function = self.inference().function_of(callee);
        let definition = self.definition_of(callee);
        if !definition.is_async || !definition.is_generator {
            return None;
        }
        let yielded = self.inference().types(*arguments).first().copied().unwrap_or(Type::Unknown);
        let yielded = self.type_text(yielded);
        Some(Reveal {
            span: Span::default(),
            kind: "async generator",
            ty: format!("async generator {} -> {yielded}", self.function_name(function)),
            confidence: Some(self.inference_mut().confidence_of(parts)),
            reasons: self.reason(Type::Function(callee)).into_iter().collect(),
        })
    }

    fn is_overridden_coroutine(&mut self, part: Type) -> bool {
        matches!(part, Type::Coroutine(callee, _) if self.inference_mut().is_overridden(callee))
    }

    /// Returns the description of a call that is known only by the use of other calls.
    fn agreed_awaitable(&mut self, span: Span) -> Option<Reveal> {
        let call = self.call_at(span)?;
        let message = match self.coroutine(&call)?.source {
            AwaitableSource::Consensus { awaited, of } => format!(
                "{awaited} of {of} other calls of the same method on a receiver of this name are awaited"
            ),
            AwaitableSource::NamedMethod { awaited } => format!(
                "each method of this name in the project is `async`, and the other calls ({awaited}) are awaited"
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

    fn kind(&mut self, part: Type) -> &'static str {
        match part {
            Type::Unknown | Type::Never | Type::Variable(_) => "unknown",
            Type::None => "None",
            Type::Plain => "plain",
            Type::Module(_) => "module",
            Type::Class(_) | Type::Form(_) => "class",
            Type::Instance(class, _) | Type::Super(class, _) => self.kind_of_instance(class),
            Type::Mock(id) => self.kind_of_instance(self.inference().mock_at(id).class),
            Type::Function(callee) if self.inference_mut().is_coroutine_function(callee) => "async callable",
            Type::Function(_) | Type::Callable(_) | Type::Identity => "sync callable",
            Type::Coroutine(..) | Type::Awaitable(_) => "coroutine",
            Type::Tuple(_) => "container",
            Type::Union(_) => "union",
        }
    }

    fn kind_of_instance(&mut self, class: ClassRef) -> &'static str {
        let known = KINDS_OF_INSTANCES.iter();
        let mut known = known.flat_map(|(kind, classes)| classes.iter().map(move |path| (*kind, *path)));
        let found = known.find(|(_, (module, name))| self.inference_mut().inherits(class, module, name));
        match found {
            Some((kind, _)) => kind,
            None if self.inference_mut().has_member(class, "__aenter__") => "async context manager",
            None => "instance",
        }
    }

    fn union_text(&mut self, parts: &[Type]) -> String {
        let mut texts: Vec<(bool, String)> =
            parts.iter().map(|part| (*part == Type::None, self.type_text(*part))).collect();
        texts.sort();
        texts.dedup();
        let texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
        texts.join(" | ")
    }

    fn type_text(&mut self, part: Type) -> String {
        match part {
            Type::Unknown | Type::Never | Type::Variable(_) => "unknown".to_owned(),
            Type::None => "None".to_owned(),
            Type::Plain => "plain".to_owned(),
            Type::Module(module) => format!("module {}", self.engine().module_name(module)),
            Type::Class(class) => format!("class {}", self.class_name(class)),
            Type::Form(form) => format!("class {}", self.texts(form)),
            Type::Instance(class, arguments) => self.instance_text(class, arguments),
            Type::Mock(id) => self.class_name(self.inference().mock_at(id).class),
            Type::Super(class, _) => format!("super {}", self.class_name(class)),
            Type::Function(callee) => self.function_text(callee),
            Type::Callable(result) => format!("callable -> {}", self.texts(result)),
            Type::Identity => "callable -> unknown".to_owned(),
            Type::Awaitable(result) => format!("awaitable -> {}", self.texts(result)),
            Type::Coroutine(callee, _) => {
                let awaited = self.inference_mut().awaited_by_itself(part);
                let awaited = self.type_text(awaited);
                format!("coroutine {} -> {awaited}", self.function_name(self.inference().function_of(callee)))
            }
            Type::Tuple(elements) => format!("tuple[{}]", self.texts(elements)),
            Type::Union(list) => {
                let parts = self.inference().types(list).to_vec();
                self.union_text(&parts)
            }
        }
    }

    fn texts(&mut self, list: TypeList) -> String {
        let types = self.inference().types(list).to_vec();
        let texts: Vec<String> = types.into_iter().map(|of| self.type_text(of)).collect();
        texts.join(", ")
    }

    fn instance_text(&mut self, class: ClassRef, arguments: TypeList) -> String {
        let name = self.class_name(class);
        let is_known = self.inference().types(arguments).iter().any(|of| *of != Type::Unknown);
        let rest = if name == "tuple" { ", ..." } else { "" };
        if is_known { format!("{name}[{}{rest}]", self.texts(arguments)) } else { name }
    }

    fn function_text(&mut self, callee: CalleeId) -> String {
        let definition = self.definition_of(callee);
        let colour = if definition.is_async && !definition.is_generator { "async " } else { "" };
        let noun = if self.inference().class_of_callee(callee).is_some() { "method" } else { "function" };
        format!("{colour}{noun} {}", self.function_name(self.inference().function_of(callee)))
    }

    pub(crate) fn class_name(&self, class: ClassRef) -> String {
        let summary = self.engine().summary(class.module);
        summary.name(summary.class(class.class).name).to_owned()
    }

    fn reason(&mut self, part: Type) -> Option<Reason> {
        let (module, symbol, message) = match part {
            Type::Function(callee) | Type::Coroutine(callee, _) => {
                let function = self.inference().function_of(callee);
                let name = self.function_name(function);
                let keyword = if self.definition_of(callee).is_async { "async def" } else { "def" };
                (function.module, name.clone(), format!("`{name}` is defined as `{keyword}`"))
            }
            Type::Class(class) | Type::Instance(class, _) | Type::Super(class, _) => {
                let summary = self.engine().summary(class.module);
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
        let path = self.engine().shown_path(module);
        Some(Reason { message, place: path.map(|path| Place::Definition { path, symbol }) })
    }
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
