//! One file as the rules see it: what it holds, and questions in the words of the field.

mod argument_use;
mod asked_before;
mod async_fixtures;
mod await_place;
mod awaited_name;
mod awaiting_slot;
mod bound_values;
mod busy_wait;
mod cancelled_task;
mod caught;
mod cell_start;
mod control;
mod exit_stack;
mod fate;
mod first_step;
mod foreign_call;
mod future_helper;
mod future_result;
mod given_code;
mod handed_call;
mod held_lock;
mod import;
mod import_place;
mod instance_guard;
mod live_way;
mod lock_reentry;
mod loop_policy;
mod loopless;
mod lost_exception;
mod lost_task;
mod mark_place;
mod mock_assertion;
mod mock_use;
mod moved_call;
mod needless_async;
mod nesting;
mod not_awaitable;
mod patched;
mod plugin_guard;
mod private_function;
mod property_read;
mod protocol_use;
mod runs_alone;
mod shape;
mod shared_primitive;
mod slot_call;
mod stale_write;
mod sure_path;
mod swallowed;
mod test_data;
mod unbound;
mod unnoticed_block;
mod unset_loop;

use std::cell::{OnceCell, RefCell};
use std::path::Path;
use std::rc::Rc;

use loopmend_core::{Place, SourceKind, SourceText, Span};
use loopmend_project::PythonVersion;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::at_work::AtWorkGuard;
use crate::call_graph::Step;
use crate::engine::{Engine, Loaded, ModuleId};
use crate::infer::{AwaitableSource, CalleeId, FunctionRef, Inference, Type};
use crate::parts::Part;
use crate::summary::{
    Binding, BindingKind, CallSite, Comment, Expression, ExpressionId, Function, FunctionId, Scope, ScopeId,
    Summary, SyntaxError, SyntaxTree, Usage,
};

pub use argument_use::TakenArgument;
pub use await_place::misplaced_awaits;
pub use awaiting_slot::Unawaitable;
pub use busy_wait::BusyWait;
pub use cell_start::CellStart;
pub(crate) use control::awaited_argument;
pub use control::{ChainEnd, ChainLink, ControlChain};
pub use exit_stack::StackOfWith;
pub use fate::{Assigned, AwaitedBehind, AwaitedTwice, Awaiting, NameUsed, UnclosedLoop, UseKind, ValueUse};
pub(crate) use fate::{LastWaits, NamesUsed, StepsLeft, Walk, makes_scope, nodes_around};
pub use foreign_call::{ForeignCall, LoopObject};
pub use future_result::FutureResult;
pub(crate) use future_result::is_submitted;
pub use held_lock::HeldLock;
pub use import::{ImportFrom, ImportedName};
pub use import_place::ImportPlace;
pub use lock_reentry::LockReentry;
pub use loop_policy::PolicyCall;
pub(crate) use loopless::{ENSURE_FUTURE, LOOP_FUNCTIONS, LoopFunction, called_name, puts_in_place};
pub use loopless::{LooplessCall, LooplessPlace};
pub use lost_exception::{ExceptionLoss, LostException};
pub use lost_task::{Loss, LostTask, TaskBody, WaitsFor};
pub use mark_place::{MarkPrefix, ModuleMarks};
pub use mock_assertion::{Asserted, IdleAssertion, IdleKind};
pub use mock_use::{MisusedMock, StatedResult};
pub use moved_call::MovedCall;
pub use not_awaitable::{Giver, NotAwaitable};
pub use patched::SyncReplacement;
pub use private_function::PrivateFunction;
pub use protocol_use::ProtocolStatement;
pub use shape::{CallShape, CallShapeAt, FunctionShape, LambdaShape, SingleRun};
pub(crate) use shared_primitive::PRIMITIVES;
pub use shared_primitive::{SharedObject, Sharing};
pub use slot_call::{FilledSlot, SlotCall};
pub use stale_write::{Stale, StaleWrite};
use sure_path::SureBodies;
pub use swallowed::SwallowedCancellation;
pub use unbound::unbound_names;
pub(crate) use unset_loop::names_that_set_loop;

/// A call, and what becomes of its value.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub(crate) site: CallSite,
    /// The whole call.
    pub span: Span,
    /// What is called.
    pub callee: Span,
}

impl Call {
    /// The scope it stands in.
    pub(crate) fn scope(&self) -> ScopeId {
        self.site.scope
    }

    /// Whether it is written as a call, and is no property that is read or function that is handed to what calls it.
    pub fn is_written(&self) -> bool {
        self.span != self.callee
    }

    /// Whether it is one branch of a conditional expression of which the other is awaited.
    pub fn is_beside_await(&self) -> bool {
        self.site.is_beside_await
    }

    /// Whether `with`, `async with` or `async for` takes its value.
    pub fn is_entered(&self) -> bool {
        self.site.usage == Usage::Entered
    }

    /// Whether the call, with `await` before it or not, is a statement.
    pub fn is_statement(&self) -> bool {
        matches!(self.site.usage, Usage::Dropped | Usage::AwaitedAndDropped)
    }

    /// Whether `await` stands before the call.
    pub fn is_awaited(&self) -> bool {
        self.site.usage.is_awaited()
    }
}

/// A call that gives a coroutine or another awaitable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coroutine {
    /// The qualified name of the `async def`: `Client.close`; what is called, as it is written, where none is
    /// known.
    pub name: String,
    /// The `async def`, where its text can be shown.
    pub definition: Option<Place>,
    /// How it is known.
    pub source: AwaitableSource,
    /// Whether the `async def` only declares what others define, and may mean an asynchronous generator: it has no body, and
    /// says that it gives an asynchronous iterator.
    pub may_be_generator: bool,
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

/// What an `async def` says of what awaiting it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedReturn {
    /// It has no annotation.
    Nothing,
    /// Something that is no awaitable.
    Value,
    /// Something that may be one, or that is not known; so may what a decorator makes of it, and what a function gives that
    /// does nothing but choose what to call.
    Open,
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
    tree: OnceCell<Rc<SyntaxTree>>,
    /// The functions that were parsed without the rest of the file, by where they begin.
    function_trees: RefCell<FxHashMap<u32, Rc<SyntaxTree>>>,
    names_used: NamesUsed,
    last_waits: LastWaits,
    steps_left: StepsLeft,
    /// The calls that start an event loop.
    loop_starts: OnceCell<Box<[CallSite]>>,
    /// What several rules ask of the same calls.
    used: FxHashMap<ExpressionId, Option<Coroutine>>,
    dropped: FxHashMap<ExpressionId, Option<Coroutine>>,
    sure_bodies: SureBodies,
    /// The calls in `async` functions that may lead to what starts an event loop or blocks.
    control_steps: Option<Rc<[(FunctionId, Step)]>>,
    /// By module, the functions that may need the thread that calls them.
    of_their_thread: FxHashMap<ModuleId, FxHashSet<FunctionId>>,
    _at_work: AtWorkGuard,
}

impl<'e> File<'e> {
    /// Inspects a module of the engine.
    pub fn new(engine: &'e Engine<'e>, module: ModuleId) -> Self {
        let at_work = AtWorkGuard::new(engine.module_path(module).unwrap_or(Path::new("-")));
        let loaded = engine.load(module);
        Self {
            engine,
            module,
            loaded,
            inference: Inference::new(engine),
            tree: OnceCell::new(),
            function_trees: RefCell::default(),
            names_used: NamesUsed::default(),
            last_waits: LastWaits::default(),
            steps_left: StepsLeft::default(),
            loop_starts: OnceCell::new(),
            used: FxHashMap::default(),
            dropped: FxHashMap::default(),
            sure_bodies: SureBodies::default(),
            control_steps: None,
            of_their_thread: FxHashMap::default(),
            _at_work: at_work,
        }
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
        self.tree_of_file()
    }

    fn tree_of_file(&self) -> &Rc<SyntaxTree> {
        self.tree.get_or_init(|| {
            Rc::new(match self.source() {
                Some(source) => SyntaxTree::parse(source),
                None => SyntaxTree::parse(&SourceText::new("", SourceKind::Python)),
            })
        })
    }

    /// The syntax tree of the outermost function around a place, for what asks for neither its decorators nor anything around it: of a
    /// large file it takes a small part of the time. It is the tree of the file where that is parsed already, or the place is in no function.
    pub(crate) fn tree_within(&self, place: u32) -> Rc<SyntaxTree> {
        if let Some(tree) = self.tree.get() {
            return tree.clone();
        }
        self.function_tree(place).unwrap_or_else(|| self.tree_of_file().clone())
    }

    fn function_tree(&self, place: u32) -> Option<Rc<SyntaxTree>> {
        let function = self.summary().outermost_function_around(place)?;
        if let Some(tree) = self.function_trees.borrow().get(&function.start) {
            return Some(tree.clone());
        }
        let source =
            self.source().filter(|source| source.cells.is_empty() && self.syntax_errors().is_empty())?;
        let tree = Rc::new(SyntaxTree::parse_function(source, function)?);
        self.function_trees.borrow_mut().insert(function.start, tree.clone());
        Some(tree)
    }

    /// The statements that are one call whose value is dropped, in source order.
    pub fn dropped_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| usage == Usage::Dropped)
    }

    /// The awaited calls, in source order.
    pub fn awaited_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(Usage::is_awaited)
    }

    /// The calls whose value is used there and then, in source order: tested, compared, formatted, iterated over, entered.
    pub fn used_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| matches!(usage, Usage::Used | Usage::Entered))
    }

    /// The calls whose value is bound to a name or attribute, in source order.
    pub fn assigned_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| usage == Usage::Assigned)
    }

    /// The calls whose value is returned, in source order.
    pub fn returned_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| usage == Usage::Returned)
    }

    /// The calls whose value is an element of something, or used in a way that is not told apart, in source order.
    pub fn element_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| usage == Usage::Other)
    }

    /// The calls that stand in one branch of a conditional expression of which the other is awaited, in source order.
    pub fn calls_beside_await(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.unawaited_calls().filter(Call::is_beside_await)
    }

    /// The calls that are not awaited, in source order.
    pub fn unawaited_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| !usage.is_awaited())
    }

    fn calls_used(&self, is_wanted: fn(Usage) -> bool) -> impl Iterator<Item = Call> + use<'e> {
        let summary = self.summary();
        let sites = summary.calls.iter().filter(move |site| is_wanted(site.usage));
        sites.map(move |site| call_of(summary, site))
    }

    /// All calls, in source order.
    pub(crate) fn all_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|_| true)
    }

    /// The call at a place.
    pub(crate) fn call_at(&self, span: Span) -> Option<Call> {
        let summary = self.summary();
        summary.call_site(span).map(|site| call_of(summary, site))
    }

    /// Whether the call gives an awaitable that is lost when the call is a statement. Where an exception is expected, only a call
    /// of the `async def` itself does: a plain function may raise before it makes one.
    pub fn coroutine(&mut self, call: &Call) -> Option<Coroutine> {
        if let Some(known) = self.dropped.get(&call.site.expression) {
            return known.clone();
        }
        let coroutine = self.find_coroutine(call);
        self.dropped.insert(call.site.expression, coroutine.clone());
        coroutine
    }

    fn find_coroutine(&mut self, call: &Call) -> Option<Coroutine> {
        if self.calls_patched_name(call) || self.may_call_plain_mock(call) {
            return None;
        }
        let value = self.inference.expression(self.module, call.site.scope, call.site.expression);
        let is_given_by_callers = self.inference.is_given_by_callers();
        let Some((mut source, function)) = self.inference_mut().awaitable(value) else {
            return self.coroutine_by_consensus(call, value);
        };
        if is_given_by_callers && !self.calls_coroutine_function(call) {
            source = source.max(AwaitableSource::Callers);
        }
        let is_mocked = function.is_some_and(|function| self.is_mocked_inside(function, call));
        if is_mocked || call.site.expects_exception && self.may_refuse(call) {
            return None;
        }
        let is_kept = self.is_kept_otherwise(call)
            || source == AwaitableSource::Object && self.makes_object_of_its_own(call, value);
        let is_lost = !is_kept && self.is_worth_saying(call, source, value);
        is_lost.then(|| self.describe(call.callee, source, function))
    }

    /// Whether the call makes an asynchronous generator, which runs only when something runs over it; the `async def`.
    pub fn dropped_generator(&mut self, call: &Call) -> Option<Coroutine> {
        if call.site.expects_exception || !self.calls_awaited_name(call) {
            return None;
        }
        let mut generator = None;
        for part in self.inference.called(self.module, &call.site) {
            let Type::Function(callee) = part else { return None };
            let definition = self.definition_of(callee);
            let is_generator =
                definition.is_async && definition.is_generator && !self.inference.is_doubtful(callee);
            generator = Some(callee).filter(|_| is_generator);
            generator?;
        }
        let function = self.inference.function_of(generator?);
        let is_given_by_callers = self.inference.is_given_by_callers();
        (!is_given_by_callers)
            .then(|| self.describe(call.callee, AwaitableSource::Definition, Some(function)))
    }

    /// The same of a call whose value is used or bound to a name, of something whose name is awaited or `async` anywhere in
    /// the project, or that may come from a library: nothing else is asked about, as this costs. Where nothing can be awaited,
    /// only the project counts, and nothing that needs a receiver; there only an `async def` tells, and an annotated function is
    /// none. Nothing is said where an exception is expected.
    pub fn coroutine_used(&mut self, call: &Call) -> Option<Coroutine> {
        let is_asked = self.can_await(call) || self.calls_name_or_own_method(call);
        if call.site.expects_exception || !is_asked || !self.calls_awaited_name(call) {
            return None;
        }
        if let Some(known) = self.used.get(&call.site.expression) {
            return known.clone();
        }
        let coroutine = self.find_coroutine_used(call);
        self.used.insert(call.site.expression, coroutine.clone());
        coroutine
    }

    fn find_coroutine_used(&mut self, call: &Call) -> Option<Coroutine> {
        let called = self.inference.called(self.module, &call.site);
        // Where nothing is known of what is called, only what the project has of the name tells.
        let is_known = called.iter().any(|part| *part != Type::Unknown);
        if !is_known && !self.calls_name_of_project(call) {
            return None;
        }
        let is_told_elsewhere = !self.can_await(call) && self.inference_mut().has_annotated_function(&called);
        if is_told_elsewhere || self.inference_mut().give_no_awaitable(&called) {
            return None;
        }
        self.coroutine(call)
    }

    /// Whether a name is called that a test puts something else for: `patch("module.name")`.
    pub(crate) fn calls_patched_name(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.expression(summary.callee_or_itself(call.site.expression)) {
            Expression::Name(name) => summary.patches(summary.name(name), call.site.scope),
            _ => false,
        }
    }

    /// Whether a test has `patch` make a mock for something of the name of the plain function that is called.
    fn may_call_plain_mock(&mut self, call: &Call) -> bool {
        let summary = self.summary();
        let name = summary.last_name(call.site.expression);
        if !name.is_some_and(|name| summary.replaces(name, call.scope())) {
            return false;
        }
        let called = self.inference.called(self.module, &call.site);
        called
            .into_iter()
            .any(|part| matches!(part, Type::Function(callee) if !self.definition_of(callee).is_async))
    }

    /// Whether a test sets an attribute of the name of the `async def` that a plain function calls: what the call gives is
    /// that of a mock then.
    fn is_mocked_inside(&mut self, function: FunctionRef, call: &Call) -> bool {
        let definition = self.engine.summary(function.module);
        let name = definition.name(definition.function(function.function).name);
        self.summary().patches(name, call.scope()) && !self.calls_coroutine_function(call)
    }

    /// Whether a name means what Python itself has under it: nothing in the file binds it.
    pub fn is_builtin(&self, name: &str) -> bool {
        let summary = self.summary();
        let Some(name) = summary.names.find(name) else { return true };
        let is_bound = |scope: &Scope| scope.entries.iter().any(|entry| entry.name == name);
        let is_parameter = |function: &Function| function.has_parameter(name);
        !summary.scopes.iter().any(is_bound) && !summary.functions.iter().any(is_parameter)
    }

    /// Whether what is called is a name, or a method of the object or class that the function around belongs to.
    fn calls_name_or_own_method(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.method_call(call.site.expression) {
            Some((receiver, _)) => matches!(summary.last_name(receiver), Some("self" | "cls")),
            None => true,
        }
    }

    /// What the other calls tell where nothing is known of the call itself.
    fn coroutine_by_consensus(&mut self, call: &Call, value: Type) -> Option<Coroutine> {
        if !self.is_open(value) || !self.is_likely_here(call) {
            return None;
        }
        let source = self.consensus(call).filter(|_| !self.is_called_of_plain_mock(call))?;
        Some(self.describe(call.callee, source, None))
    }

    /// Whether a method of a plain mock is called, which gives no awaitable.
    fn is_called_of_plain_mock(&mut self, call: &Call) -> bool {
        let summary = self.summary();
        summary.short_chain(call.site.expression).skip(1).any(|of| {
            let value = self.inference.expression(self.module, call.site.scope, of);
            self.inference_mut().is_plain_mock(value)
        })
    }

    /// Whether what is known so is worth saying where the call stands.
    fn is_worth_saying(&mut self, call: &Call, source: AwaitableSource, value: Type) -> bool {
        match source {
            AwaitableSource::Definition => !(call.site.is_awaited_in_sibling && self.calls_local_value(call)),
            AwaitableSource::Callers => self.is_likely_here(call) && !call.site.is_used_in_sibling,
            AwaitableSource::Overridden => {
                let is_here = self.can_await(call) && !call.site.is_awaited_in_sibling;
                is_here && (!self.inference_mut().is_replaced(value) || self.consensus(call).is_some())
            }
            AwaitableSource::Annotation => self.is_likely_here(call) && !self.gives_future(call),
            _ => self.is_likely_here(call),
        }
    }

    /// Whether a plain function of the project that is called returns a future on some path, or what a decorator that is not understood
    /// makes of a coroutine function: what runs then is kept elsewhere.
    fn gives_future(&mut self, call: &Call) -> bool {
        self.inference.called(self.module, &call.site).into_iter().any(|part| {
            let Type::Function(callee) = part else { return false };
            let FunctionRef { module, function } = self.inference.function_of(callee);
            let summary = self.engine().summary(module);
            let definition = summary.function(function);
            let returned = summary.list(definition.returned);
            !definition.is_async
                && returned.iter().any(|value| {
                    let value = self.inference.expression(module, definition.scope, *value);
                    self.inference.is_future_or_doubtful(value)
                })
        })
    }

    /// Whether a plain function that is called keeps what it returns: the coroutine is not lost with the call.
    fn is_kept_otherwise(&mut self, call: &Call) -> bool {
        self.inference.called(self.module, &call.site).into_iter().any(|part| match part {
            Type::Function(callee) => {
                let definition = self.definition_of(callee);
                !definition.is_async && definition.keeps_returned
            }
            _ => false,
        })
    }

    /// Whether what is called is an `async def` whatever callers give: only the arguments of the call come from them.
    fn calls_coroutine_function(&mut self, call: &Call) -> bool {
        let called = self.inference.called(self.module, &call.site);
        let is_async = |part| matches!(part, Type::Function(callee) if self.definition_of(callee).is_async);
        !self.inference.is_given_by_callers() && called.into_iter().all(is_async)
    }

    /// Whether what is called may raise what is expected before it makes a coroutine: not known to be an `async def`, or a function
    /// that has nothing in its body that raises it.
    fn may_refuse(&mut self, call: &Call) -> bool {
        let called = self.inference.called(self.module, &call.site);
        if self.inference.is_given_by_callers() {
            return true;
        }
        if self.inference.calls_async_fixture(self.module, &call.site) {
            return false;
        }
        let expected = self.inference.expected_exceptions(self.module, &call.site);
        called.into_iter().any(|part| match part {
            Type::Function(callee) => {
                !self.definition_of(callee).is_async
                    && self.inference_mut().may_refuse(callee, expected.as_deref())
            }
            _ => true,
        })
    }

    /// Whether what is called is a parameter, or a name that the function around binds to a value.
    fn calls_local_value(&self, call: &Call) -> bool {
        let summary = self.summary();
        let callee = summary.callee_or_itself(call.site.expression);
        let Expression::Name(name) = summary.expression(callee) else { return false };
        let Some(function) = summary.enclosing_function(call.site.scope) else { return false };
        let function = summary.function(function);
        let is_value = |binding: &Binding| {
            !matches!(binding.kind, BindingKind::Function(_) | BindingKind::ImportFrom { .. })
        };
        function.has_parameter(name)
            || summary.bindings_of(call.site.scope, summary.name(name)).iter().any(is_value)
    }

    /// Whether a call makes an instance, or gives its own receiver back: such an object need not be awaited.
    fn makes_object_of_its_own(&mut self, call: &Call, value: Type) -> bool {
        self.inference.called(self.module, &call.site).into_iter().any(|part| match part {
            Type::Function(callee) => match (self.inference.class_of_callee(callee), value) {
                (Some(receiver), Type::Instance(class, _)) => receiver == class,
                _ => false,
            },
            _ => true,
        })
    }

    /// Whether the call gives a future, a task or another object that can be awaited and that does its work
    /// without.
    pub fn is_future(&mut self, call: &Call) -> bool {
        let value = self.inference.expression(self.module, call.site.scope, call.site.expression);
        let parts = self.inference.parts(value);
        parts.into_iter().all(|part| match part {
            Type::Instance(class, _) => self.inference_mut().has_member(class, "__await__"),
            _ => false,
        })
    }

    /// Why nothing is known of a call, as one of a few sentences.
    pub fn why_unknown(&mut self, call: &Call) -> &'static str {
        self.inference.why_unknown(self.module, call.site.scope, call.site.expression)
    }

    /// Whether a type leaves open what a call gives: nothing is known, or an awaitable and something else.
    fn is_open(&self, value: Type) -> bool {
        let parts = self.inference.parts(value);
        parts.iter().any(|part| matches!(part, Type::Unknown | Type::Coroutine(..) | Type::Awaitable(_)))
    }

    /// Whether what is only likely is worth saying: in an `async def`, where no exception is expected of the call
    /// itself and no other branch awaits the same.
    fn is_likely_here(&mut self, call: &Call) -> bool {
        self.can_await(call)
            && !call.site.is_awaited_in_sibling
            && !(call.site.expects_exception && self.may_refuse(call))
    }

    /// What the other calls of the same method on a receiver of the same name tell.
    fn consensus(&mut self, call: &Call) -> Option<AwaitableSource> {
        if self.engine.is_without(Part::Consensus) {
            return None;
        }
        let module = self.module;
        self.inference_mut().consensus(module, &call.site)
    }

    /// Whether the project runs on no Python before 3.11.
    pub fn runs_on_3_11(&self) -> bool {
        self.engine.project().python_version() >= PythonVersion { major: 3, minor: 11 }
    }

    /// Whether `await` may stand where the call stands: in an `async def`, or at the top of a notebook's cell.
    pub fn can_await(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.enclosing_function(call.site.scope) {
            Some(function) => summary.function(function).is_async,
            None => self.is_notebook() && call.site.scope == Summary::MODULE_SCOPE,
        }
    }

    /// What stands around a call.
    pub fn surroundings(&self, call: &Call) -> Surroundings {
        let summary = self.summary();
        let scope = call.site.scope;
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

    /// What the `async def` around a call says of what awaiting it gives, with its name; `None` elsewhere. What yields
    /// returns nothing.
    pub fn stated_return(&mut self, call: &Call) -> Option<(String, StatedReturn)> {
        let summary = self.summary();
        let id = summary.enclosing_function(call.site.scope)?;
        let function = summary.function(id);
        if !function.is_async || function.is_generator {
            return None;
        }
        let mut is_value = |annotation| {
            let function = FunctionRef { module: self.module, function: id };
            self.inference_mut().states_value(function, annotation)
        };
        let stated = match function.returns {
            Some(annotation) if is_value(annotation) => StatedReturn::Value,
            Some(_) => StatedReturn::Open,
            None if function.decorators.len > 0 || summary.hands_on_calls(function) => StatedReturn::Open,
            None if self.returns_others_as_they_are(call, function) => StatedReturn::Open,
            None => StatedReturn::Nothing,
        };
        Some((summary.name(function.name).to_owned(), stated))
    }

    /// Whether a function also returns what other calls give that may be awaitable, and never what it awaited.
    fn returns_others_as_they_are(&mut self, call: &Call, function: &Function) -> bool {
        let summary = self.summary();
        let returned = summary.list(function.returned);
        let is_awaited = |id: &ExpressionId| matches!(summary.expression(*id), Expression::Await(_));
        let others =
            returned.iter().filter(|id| **id != call.site.expression && summary.call(**id).is_some());
        !returned.iter().any(is_awaited)
            && others.into_iter().any(|id| {
                let value = self.inference.expression(self.module, call.site.scope, *id);
                self.is_open(value)
            })
    }

    /// What a name is in the scope of a call.
    pub fn name_around(&self, call: &Call, name: &str) -> NameUse {
        self.name_in(call.site.scope, name)
    }

    /// What a name is in the own scope of the function with this header; taken where a function around it binds the name.
    pub fn name_in_function(&self, header: Span, name: &str) -> NameUse {
        let summary = self.summary();
        let Some(function) = summary.functions.iter().find(|function| function.header == header) else {
            return NameUse::Taken;
        };
        match self.name_in(function.scope, name) {
            NameUse::Free if self.is_bound_around(summary.scope(function.scope).parent, name) => {
                NameUse::Taken
            }
            own => own,
        }
    }

    fn name_in(&self, id: ScopeId, name: &str) -> NameUse {
        let summary = self.summary();
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
        self.is_bound_around(Some(call.site.scope), name)
    }

    /// Whether a scope or one around it, short of the module, binds a name.
    fn is_bound_around(&self, scope: Option<ScopeId>, name: &str) -> bool {
        let scopes = std::iter::successors(scope, |scope| self.summary().scope(*scope).parent);
        let mut inner = scopes.take_while(|scope| *scope != Summary::MODULE_SCOPE);
        inner.any(|scope| self.name_in(scope, name) != NameUse::Free)
    }

    /// What a name is at the top of the module.
    pub fn global_name(&self, name: &str) -> GlobalName {
        let summary = self.summary();
        let is_call = |expression| summary.call(expression).is_some();
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

    /// The text from a place to where the next function begins: what can be known of a function without parsing it again.
    pub(crate) fn text_to_next_function(&self, from: u32) -> &'e str {
        let begins = |function: &Function| function.header.start;
        let functions = self.summary().functions.iter().filter(|function| begins(function) > from);
        let end = functions.map(begins).min().map_or(self.text().len(), |end| end as usize);
        self.text().get(from as usize..end).unwrap_or_default()
    }

    /// What is kept of the file.
    pub(crate) fn summary(&self) -> &'e Summary {
        &self.loaded.summary
    }

    /// The revision the file belongs to.
    pub(crate) fn engine(&self) -> &'e Engine<'e> {
        self.engine
    }

    /// Asks, and so adds to what the answers rest on. Whoever asks begins anew: an answer must not depend on what another rule
    /// asked before.
    pub(crate) fn inference_mut(&mut self) -> &mut Inference<'e> {
        self.inference.begin();
        &mut self.inference
    }

    /// The `def` of a function that is called.
    pub(crate) fn definition_of(&self, callee: CalleeId) -> &'e Function {
        let function = self.inference.function_of(callee);
        self.engine.summary(function.module).function(function.function)
    }

    fn source(&self) -> Option<&'e SourceText> {
        self.loaded.source.as_deref()
    }

    /// A coroutine of a function, or of what is written at a place.
    pub(crate) fn describe(
        &self,
        written: Span,
        source: AwaitableSource,
        function: Option<FunctionRef>,
    ) -> Coroutine {
        let Some(function) = function else {
            let name = self.slice(written).to_owned();
            return Coroutine { name, definition: None, source, may_be_generator: false };
        };
        let summary = self.engine.summary(function.module);
        Coroutine {
            name: self.function_name(function),
            definition: self.place_of_function(function),
            source,
            may_be_generator: summary.declares_async_iterator(function.function),
        }
    }

    /// Where a function is defined, if its text can be shown.
    pub(crate) fn place_of_function(&self, function: FunctionRef) -> Option<Place> {
        let summary = self.engine.summary(function.module);
        let symbol = summary.qualified_name(summary.function(function.function).scope);
        let path = self.engine.shown_path(function.module)?;
        Some(Place::Definition { path, symbol })
    }

    /// The qualified name of a function, as it is known to who uses it.
    pub(crate) fn function_name(&self, function: FunctionRef) -> String {
        let summary = self.engine.summary(function.module);
        let name = summary.qualified_name(summary.function(function.function).scope);
        match name.strip_prefix("AsyncMockMixin.") {
            Some(_) if self.engine.module_name(function.module) == "unittest.mock" => "AsyncMock".to_owned(),
            _ => name,
        }
    }
}

/// A call with its places.
pub(crate) fn call_of(summary: &Summary, site: &CallSite) -> Call {
    let callee = summary.callee_or_itself(site.expression);
    Call { site: *site, span: summary.span(site.expression), callee: summary.span(callee) }
}
