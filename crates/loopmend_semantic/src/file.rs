//! One file as the rules see it: what it holds, and questions in the words of the field.

use std::cell::OnceCell;

use loopmend_core::{Place, SourceKind, SourceText, Span};
use loopmend_project::Origin;

use crate::engine::{Engine, Loaded, ModuleId};
use crate::infer::{ClassRef, FunctionRef, Inference, TASK_FUNCTIONS, TASK_METHODS, Type};
use crate::summary::{
    BindingKind, CallStatement, Comment, Expression, ExpressionId, Summary, SyntaxError, SyntaxTree,
};

/// A statement that is one call.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    statement: CallStatement,
    /// The whole call.
    pub span: Span,
    /// What is called.
    pub callee: Span,
}

/// A call that gives a coroutine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coroutine {
    /// The qualified name of the `async def`: `Client.close`.
    pub name: String,
    /// The `async def`, where its text can be shown.
    pub definition: Option<Place>,
}

/// A call that starts a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskStart {
    /// What starts it, as the documentation names it: `asyncio.create_task`.
    pub name: &'static str,
}

/// What stands around a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The qualified name of the scope, empty at the top of the module.
    pub symbol: String,
    /// The function, if the statement stands in one.
    pub function: Option<EnclosingFunction>,
}

/// A function around a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnclosingFunction {
    /// Its name.
    pub name: String,
    /// Whether it is an `async def`.
    pub is_async: bool,
    /// Whether `async` before its `def` leaves it what it is otherwise: no generator, not decorated.
    pub can_be_async: bool,
}

/// What starts a task.
struct Starter {
    name: &'static str,
    /// Whether a future is given back as it is.
    accepts_futures: bool,
}

/// What a name is in one scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameUse {
    /// Not bound there.
    Free,
    /// Bound by statements; where each takes effect, in bytes.
    Bound(Vec<u32>),
    /// A parameter, or declared `global` or `nonlocal`.
    Taken,
}

/// What a name is at the top of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlobalName {
    /// Not bound there.
    Free,
    /// Bound once, to a set.
    Set,
    /// Anything else.
    Taken,
}

/// One file under inspection.
pub struct File<'e> {
    engine: &'e Engine<'e>,
    module: ModuleId,
    loaded: &'e Loaded,
    inference: Inference<'e>,
    tree: OnceCell<SyntaxTree>,
}

impl<'e> File<'e> {
    /// Inspects a module of the engine.
    pub fn new(engine: &'e Engine<'e>, module: ModuleId) -> Self {
        let loaded = engine.load(module);
        Self { engine, module, loaded, inference: Inference::new(engine), tree: OnceCell::new() }
    }

    /// The module under inspection.
    pub fn module(&self) -> ModuleId {
        self.module
    }

    /// How the file was read.
    pub fn loaded(&self) -> &'e Loaded {
        self.loaded
    }

    /// What all answers so far rest on.
    pub fn inference(&self) -> &Inference<'e> {
        &self.inference
    }

    /// The decoded text; empty for a file that could not be read.
    pub fn text(&self) -> &'e str {
        self.source().map_or("", |source| source.text.as_str())
    }

    /// The text of a range.
    pub fn slice(&self, span: Span) -> &'e str {
        self.text().get(span.as_range()).unwrap_or_default()
    }

    /// Where the file is no Python.
    pub fn syntax_errors(&self) -> &'e [SyntaxError] {
        &self.summary().syntax_errors
    }

    /// The comments that may suppress a diagnostic, in source order.
    pub fn comments(&self) -> &'e [Comment] {
        &self.summary().comments
    }

    /// The syntax tree, parsed again on first use: only a rule that found something asks for it.
    pub fn tree(&self) -> &SyntaxTree {
        self.tree.get_or_init(|| match self.source() {
            Some(source) => SyntaxTree::parse(source),
            None => SyntaxTree::parse(&SourceText::new("", SourceKind::Python)),
        })
    }

    /// The statements that are one call whose value is dropped, in source order.
    pub fn dropped_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls(false)
    }

    /// The statements that are one awaited call, in source order.
    pub fn awaited_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls(true)
    }

    fn calls(&self, is_awaited: bool) -> impl Iterator<Item = Call> + use<'e> {
        let summary = self.summary();
        let statements =
            summary.call_statements.iter().filter(move |statement| statement.is_awaited == is_awaited);
        statements.map(move |statement| {
            let callee = match summary.expression(statement.expression) {
                Expression::Call { callee, .. } => callee,
                _ => statement.expression,
            };
            Call {
                statement: *statement,
                span: summary.span(statement.expression),
                callee: summary.span(callee),
            }
        })
    }

    /// Whether the call gives a coroutine, certainly: by an `async def` that was read.
    pub fn coroutine(&mut self, call: &Call) -> Option<Coroutine> {
        let value = self.inference.expression(self.module, call.statement.scope, call.statement.expression);
        let parts = self.inference.parts(value);
        let mut functions = Vec::new();
        for part in parts {
            let Type::Coroutine { function, receiver } = part else { return None };
            if receiver.is_some_and(|receiver| self.is_overridden(function, receiver)) {
                return None;
            }
            functions.push(function);
        }
        // The order of modules is that in which they were met; names do not depend on it.
        let first = functions.into_iter().min_by_key(|function| self.inference.path_of_function(*function));
        first.map(|function| self.describe(function))
    }

    /// Whether the call starts a task that only the caller can keep alive. A task whose coroutine never
    /// gives control away is none: the event loop holds it until its first step, which is its last.
    pub fn task_start(&mut self, call: &Call) -> Option<TaskStart> {
        let Expression::Call { callee, .. } = self.summary().expression(call.statement.expression) else {
            return None;
        };
        let callee = self.inference.expression(self.module, call.statement.scope, callee);
        let mut found = None;
        for part in self.inference.parts(callee) {
            let started = match part {
                Type::Function(function) => self.task_function(function),
                Type::Method { function, receiver } => self.task_method(function, receiver),
                _ => None,
            };
            found = Some(started?);
        }
        let Starter { name, accepts_futures } = found?;
        self.may_suspend(call, !accepts_futures).then_some(TaskStart { name })
    }

    /// Whether what a task is made of can outlive the first step: not what is known to be no coroutine.
    /// Of what is not known at all, `otherwise`.
    fn may_suspend(&mut self, call: &Call, otherwise: bool) -> bool {
        let CallStatement { scope, argument: Some(argument), .. } = call.statement else { return otherwise };
        let value = self.inference.expression(self.module, scope, argument);
        self.inference.parts(value).into_iter().any(|part| match part {
            Type::Coroutine { function, .. } => self.inference.suspends(function),
            Type::Unknown => otherwise && !self.may_be_plain_method(argument),
            _ => false,
        })
    }

    /// Whether an expression calls a method, of an unknown object, that a class of the project has as a
    /// plain `def`.
    fn may_be_plain_method(&mut self, call: ExpressionId) -> bool {
        let summary = self.summary();
        let Expression::Call { callee, .. } = summary.expression(call) else { return false };
        let Expression::Attribute { name, .. } = summary.expression(callee) else { return false };
        self.inference.may_be_sync_method(summary.name(name))
    }

    /// Whether `await` may stand where the call stands: in an `async def`, or at the top of a notebook's cell.
    pub fn can_await(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.enclosing_function(call.statement.scope) {
            Some(function) => summary.function(function).is_async,
            None => {
                let is_notebook = self.source().is_some_and(|source| source.kind == SourceKind::Notebook);
                is_notebook && call.statement.scope == Summary::MODULE_SCOPE
            }
        }
    }

    /// What stands around a call.
    pub fn surroundings(&self, call: &Call) -> Surroundings {
        let summary = self.summary();
        let scope = call.statement.scope;
        let function = summary.enclosing_function(scope).map(|id| summary.function(id));
        Surroundings {
            symbol: summary.qualified_name(scope),
            function: function.map(|function| EnclosingFunction {
                name: summary.name(function.name).to_owned(),
                is_async: function.is_async,
                can_be_async: !function.is_generator && function.decorators.len == 0,
            }),
        }
    }

    /// What a name is in the scope of a call.
    pub fn name_around(&self, call: &Call, name: &str) -> NameUse {
        let summary = self.summary();
        let id = call.statement.scope;
        let scope = summary.scope(id);
        let is_parameter = summary.enclosing_function(id).is_some_and(|function| {
            summary.function(function).parameters.iter().any(|parameter| summary.name(parameter.name) == name)
        });
        let mut declared = scope.globals.iter().chain(&scope.nonlocals);
        if is_parameter || declared.any(|declared| summary.name(*declared) == name) {
            return NameUse::Taken;
        }
        match summary.bindings_of(id, name) {
            [] => NameUse::Free,
            bindings => NameUse::Bound(bindings.iter().map(|binding| binding.offset).collect()),
        }
    }

    /// Whether a function around a call, or the call's own scope, binds a name.
    pub fn is_bound_in_functions_around(&self, call: &Call, name: &str) -> bool {
        let summary = self.summary();
        let mut current = Some(call.statement.scope);
        while let Some(id) = current.filter(|id| *id != Summary::MODULE_SCOPE) {
            let at = Call { statement: CallStatement { scope: id, ..call.statement }, ..*call };
            if self.name_around(&at, name) != NameUse::Free {
                return true;
            }
            current = summary.scope(id).parent;
        }
        false
    }

    /// What a name is at the top of the module.
    pub fn global_name(&self, name: &str) -> GlobalName {
        let summary = self.summary();
        let is_call = |expression| matches!(summary.expression(expression), Expression::Call { .. });
        let is_named_set =
            |expression| matches!(summary.last_name(expression), Some("set" | "Set" | "MutableSet"));
        match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [] => GlobalName::Free,
            [only] => match only.kind {
                BindingKind::Value(value) if is_call(value) && is_named_set(value) => GlobalName::Set,
                BindingKind::Annotated { annotation, value: Some(_) } if is_named_set(annotation) => {
                    GlobalName::Set
                }
                _ => GlobalName::Taken,
            },
            _ => GlobalName::Taken,
        }
    }

    fn summary(&self) -> &'e Summary {
        &self.loaded.summary
    }

    fn source(&self) -> Option<&'e SourceText> {
        self.loaded.source.as_deref()
    }

    fn is_overridden(&mut self, function: FunctionRef, receiver: ClassRef) -> bool {
        let summary = self.engine.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        self.inference.is_overridden_as_sync(receiver, name)
    }

    fn task_function(&mut self, function: FunctionRef) -> Option<Starter> {
        let path = self.inference.path_of_function(function);
        let known = TASK_FUNCTIONS.iter().find(|known| known.definition == path)?;
        Some(Starter { name: known.name, accepts_futures: known.accepts_futures })
    }

    /// A loop of the project may keep the tasks that its own method starts.
    fn task_method(&mut self, function: FunctionRef, receiver: ClassRef) -> Option<Starter> {
        if self.engine.origin(function.module) == Origin::FirstParty {
            return None;
        }
        let summary = self.engine.summary(function.module);
        let method = summary.name(summary.function(function.function).name);
        let known = TASK_METHODS.iter().find(|known| known.method == method)?;
        let is_loop = self.inference.inherits(receiver, known.module, known.class);
        is_loop.then_some(Starter { name: known.name, accepts_futures: false })
    }

    fn describe(&self, function: FunctionRef) -> Coroutine {
        let summary = self.engine.summary(function.module);
        let name = summary.qualified_name(summary.function(function.function).scope);
        let path = self.engine.shown_path(function.module);
        let definition = path.map(|path| Place::Definition { path, symbol: name.clone() });
        Coroutine { name, definition }
    }
}
