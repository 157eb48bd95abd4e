//! One file as the rules see it: its contents, and queries in terms of asyncio.

pub mod argument_fit;
mod argument_use;
mod asked_before;
mod async_property;
mod await_place;
mod awaited_name;
pub mod awaiting_slot;
mod behind_exit;
pub mod bound_values;
mod calls;
mod caught;
mod cell_start;
mod contents;
mod control;
mod dead_module;
mod enum_argument;
mod escaping_exception;
pub mod fate;
mod first_step;
mod future_helper;
mod handed_call;
mod imported_call;
mod imported_in_loop;
mod instance_guard;
mod library_name;
pub mod library_use;
mod live_way;
mod loop_guard;
mod loop_policy;
pub mod loopless;
pub mod lost_task;
mod mark_place;
mod misannotated;
mod missing_import;
mod missing_patch_target;
mod mock_use;
pub mod module_names;
mod name_owner;
mod nesting;
mod never_called;
mod never_run;
mod older_python;
mod other_calls;
mod other_version;
mod own_wait;
mod patched;
mod plugin_guard;
mod property_read;
pub mod protocol_use;
mod quick_call;
mod replaced_name;
mod runs_alone;
mod shared_primitive;
pub mod slot_call;
mod sure_path;
mod template;
mod thread_path;
mod unbound;
mod unknown_attribute;
mod unnoticed_block;
mod unselected_branch;
mod unset_loop;
mod version_branch;

use loopmend_index::test_files::is_test_path;
use std::cell::{Cell, OnceCell, RefCell};
use std::path::Path;
use std::rc::Rc;

use loopmend_catalog::{Role, Words, entry, named};
use loopmend_core::at_work::{AtWorkGuard, Work};
use loopmend_core::{Place, SourceKind, SourceText, Span};
use loopmend_flow::{Analysis, Exits, Flows, FunctionFlow, StepsLeft, run};
use loopmend_index::call_targets::root_of;
use loopmend_index::calls::{called_name, scopes_that_ask_for_loop};
use loopmend_index::summary::{
    Binding, BindingKind, CallSite, ClassId, Expression, ExpressionId, Function, FunctionId, NameId, Scope,
    ScopeId, Summary, Test, Usage,
};
use loopmend_infer::parts::Part;
use loopmend_paths::Step;
use loopmend_project::{Origin, PythonVersion};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, function_around, nodes_around, span};
use loopmend_surface::Library;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::engine::{Engine, Loaded, ModuleId};
use crate::infer::{AwaitableSource, CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::suite::UnreachedFunctions;

pub use argument_fit::{MisfitCall, MisfitKind};
pub use argument_use::TakenArgument;
pub use await_place::misplaced_awaits;
pub use awaiting_slot::Unawaitable;
pub use cell_start::CellStart;
pub(crate) use control::awaited_argument;
pub use control::{ChainEnd, ChainLink, ControlChain};
pub use enum_argument::EnumArgument;

pub use fate::NamesUsed;
pub use fate::{Assigned, AwaitedBehind, Awaiting, NameUsed, UnclosedLoop, UseKind, ValueUse};
pub(crate) use fate::{KeptNames, LastWaits, OutcomeReaders};
pub use imported_call::KeptCall;
use library_name::OwnNames;
pub use library_use::{ChangedIn, ChangedUse, ServedInAsync, TakenCallback};
pub use loop_policy::PolicyCall;

pub(crate) use imported_in_loop::ImportByName;
use loopless::LooplessAnswers;
pub(crate) use loopless::puts_in_place;
pub use loopless::{LooplessCall, LooplessPlace};
use lost_task::TaskAnswers;
pub use lost_task::{Loss, LostTask, TaskBody};
pub use mark_place::{MarkPrefix, MarkedPart, ModuleMarks};
pub use missing_import::{DefinedElsewhere, MissingImport};
pub use missing_patch_target::MissingPatchTarget;
pub use mock_use::{MisusedMock, StatedResult};
pub(crate) use nesting::Nested;
use older_python::OlderPython;
pub use own_wait::OwnWait;
pub use patched::SyncReplacement;
pub use protocol_use::ProtocolStatement;
pub use shared_primitive::{SharedObject, Sharing};
pub use slot_call::asks_if_async;
pub use slot_call::{FilledProcedure, FilledSlot, SlotCall};
use sure_path::SureBodies;
pub use unbound::unbound_names;
pub use unknown_attribute::{AttributeOwner, UnknownAttribute};
pub(crate) use unset_loop::names_that_set_loop;

/// A call and how its value is used.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// The call in the summary of the file.
    pub site: CallSite,
    /// The range of the whole call.
    pub span: Span,
    /// The range of the called expression.
    pub callee: Span,
}

impl Call {
    /// The scope that contains the call.
    pub fn scope(&self) -> ScopeId {
        self.site.scope
    }

    /// Returns whether this is written as a call. A property read, or a function passed as a callback, is
    /// not.
    pub fn is_written(&self) -> bool {
        self.span != self.callee
    }

    /// Returns whether the call is one branch of a conditional expression whose other branch is awaited.
    pub fn is_beside_await(&self) -> bool {
        self.site.is_beside_await
    }

    /// Returns whether the value is used by `with`, `async with` or `async for`.
    pub fn is_entered(&self) -> bool {
        self.site.usage == Usage::Entered
    }

    /// Returns whether the call, awaited or not, is a statement on its own.
    pub fn is_statement(&self) -> bool {
        matches!(self.site.usage, Usage::Dropped | Usage::AwaitedAndDropped)
    }

    /// Returns whether the call is awaited.
    pub fn is_awaited(&self) -> bool {
        self.site.usage.is_awaited()
    }
}

/// A call that returns a coroutine or another awaitable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coroutine {
    /// The qualified name of the `async def`, such as `Client.close`. If the function is unknown, the
    /// callee as written.
    pub name: String,
    /// The `async def`, if its text can be shown.
    pub definition: Option<Place>,
    /// The evidence that the call returns an awaitable.
    pub source: AwaitableSource,
    /// Whether the `async def` may stand for an asynchronous generator. Such a function has no body, is
    /// annotated to return an asynchronous iterator, and only declares what others define.
    pub may_be_generator: bool,
    /// The class of the object that holds the coroutine and is awaited in its place.
    pub object: Option<ClassRef>,
    /// The call, if the other calls of the method are the evidence.
    pub counted: Option<CallSite>,
}

/// The enclosing scope and function of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// The qualified name of the scope; empty at the top level of the module.
    pub symbol: String,
    /// The enclosing function, if there is one.
    pub function: Option<EnclosingFunction>,
}

/// The enclosing function of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnclosingFunction {
    /// The name of the function.
    pub name: String,
    /// Whether the function is an `async def`.
    pub is_async: bool,
    /// Whether the function can become an `async def` without other changes: it is not a generator and has
    /// no decorators.
    pub can_be_async: bool,
}

/// What the annotation of an `async def` says about the value of awaiting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedReturn {
    /// The function has no return annotation.
    Nothing,
    /// The value is not awaitable.
    Value,
    /// The value may be awaitable, or is unknown. This includes decorated functions, and functions that
    /// only select which function to call.
    Open,
}

/// How a name is used in one scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameUse {
    /// The name is not bound in the scope.
    Free,
    /// The name is bound by statements. Each offset is the byte offset where a binding takes effect.
    Bound(Vec<u32>),
    /// The name is a parameter, or is declared `global` or `nonlocal`.
    Taken,
}

/// How a name is bound at the top level of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlobalName {
    /// The name is not bound.
    Free,
    /// The name is bound once, to a set.
    Set,
    /// The name is bound in any other way.
    Taken,
}

/// The maximum number of values of a file that are followed through the syntax around them.
const MAX_VALUES_FOLLOWED: u32 = 5_000;

/// A file that is being checked.
pub struct File<'e> {
    engine: &'e Engine<'e>,
    module: ModuleId,
    loaded: &'e Loaded,
    inference: Inference<'e>,
    /// Whether the file belongs to tests.
    is_in_tests: bool,
    tree: OnceCell<Rc<SyntaxTree>>,
    /// The functions that were parsed without the rest of the file, by their start offset.
    function_trees: RefCell<FxHashMap<u32, Rc<SyntaxTree>>>,
    names_used: NamesUsed,
    last_waits: LastWaits,
    kept_names: KeptNames,
    steps_left: StepsLeft,
    flows: Flows,
    async_properties_read: OnceCell<Box<[Call]>>,
    /// How many more values are followed through the syntax around them, which takes time for each in a large display.
    values_left: Cell<u32>,
    /// The scopes of which a call checks if an event loop is running.
    asking_scopes: OnceCell<FxHashSet<ScopeId>>,
    /// The names of the functions that a module registers as startup hooks.
    startup_hooks: FxHashMap<ModuleId, FxHashSet<NameId>>,
    /// The calls that start an event loop.
    loop_starts: OnceCell<Box<[CallSite]>>,
    /// The calls of the file, by the last name of the callee.
    calls_by_name: OnceCell<FxHashMap<NameId, Rc<[CallSite]>>>,
    /// Whether the file is a script that does one thing after the other.
    is_plain_script: OnceCell<bool>,
    /// The start of the first node at which a function may suspend.
    first_suspensions: FxHashMap<FunctionId, Option<u32>>,
    /// Whether several `async` methods of a class ask a person.
    dialogues: FxHashMap<ClassId, bool>,
    /// Whether a function asks a person.
    asking_functions: FxHashMap<FunctionRef, bool>,
    older_python: OlderPython,
    task_answers: TaskAnswers,
    loopless_answers: LooplessAnswers,
    /// Whether callers pass objects of other classes than the annotation of a parameter says.
    misannotated: FxHashMap<(FunctionRef, NameId), bool>,
    /// Answers that several rules need for the same calls.
    used: FxHashMap<ExpressionId, Option<Coroutine>>,
    dropped: FxHashMap<ExpressionId, Option<Coroutine>>,
    sure_bodies: SureBodies,
    /// The calls in `async` functions that may lead to an event loop start or a blocking call.
    control_steps: Option<Rc<[(FunctionId, Step)]>>,
    /// The async mocks of the tests whose result is used as a plain value, entered or discarded.
    misused_async_mocks: Option<Rc<[MisusedMock]>>,
    /// The names that may mean something of the project.
    own_names: OnceCell<OwnNames>,
    misfit_calls: Option<Rc<[MisfitCall]>>,
    slot_calls: OnceCell<Rc<[SlotCall]>>,
    enum_arguments: Option<Rc<[EnumArgument]>>,
    unknown_attributes: Option<Rc<[UnknownAttribute]>>,
    pub(crate) unreached_functions: Option<Box<UnreachedFunctions>>,
    /// The ranges of code behind statements that always leave their blocks.
    behind_exits: OnceCell<Vec<Span>>,
    /// The functions whose tests are all skipped, if the file skips any.
    pub(crate) skipped_tests: OnceCell<FxHashSet<FunctionId>>,
    /// The functions that may depend on the thread that calls them, by module.
    of_their_thread: FxHashMap<ModuleId, FxHashSet<FunctionId>>,
    at_work: AtWorkGuard,
}

impl<'e> File<'e> {
    /// Starts to check a module of the engine.
    pub fn new(engine: &'e Engine<'e>, module: ModuleId) -> Self {
        let at_work = AtWorkGuard::new(engine.module_path(module).unwrap_or(Path::new("-")));
        let loaded = engine.load(module);
        let file = engine.project().files().get(module.index());
        Self {
            engine,
            module,
            loaded,
            inference: Inference::new(engine),
            is_in_tests: file.is_some_and(|file| is_test_path(&file.display))
                || engine.is_own_pytest_plugin(module),
            tree: OnceCell::new(),
            function_trees: RefCell::default(),
            names_used: NamesUsed::default(),
            last_waits: LastWaits::default(),
            kept_names: KeptNames::default(),
            steps_left: StepsLeft::default(),
            flows: Flows::default(),
            async_properties_read: OnceCell::new(),
            values_left: Cell::new(MAX_VALUES_FOLLOWED),
            asking_scopes: OnceCell::new(),
            startup_hooks: FxHashMap::default(),
            loop_starts: OnceCell::new(),
            calls_by_name: OnceCell::new(),
            is_plain_script: OnceCell::new(),
            first_suspensions: FxHashMap::default(),
            dialogues: FxHashMap::default(),
            asking_functions: FxHashMap::default(),
            older_python: OlderPython::default(),
            task_answers: TaskAnswers::default(),
            loopless_answers: LooplessAnswers::default(),
            misannotated: FxHashMap::default(),
            used: FxHashMap::default(),
            dropped: FxHashMap::default(),
            sure_bodies: SureBodies::default(),
            control_steps: None,
            misused_async_mocks: None,
            own_names: OnceCell::new(),
            misfit_calls: None,
            slot_calls: OnceCell::new(),
            enum_arguments: None,
            unknown_attributes: None,
            unreached_functions: None,
            behind_exits: OnceCell::new(),
            skipped_tests: OnceCell::new(),
            of_their_thread: FxHashMap::default(),
            at_work,
        }
    }

    /// Returns the check of the file, by which it can be given up.
    pub fn work(&self) -> &Work {
        self.at_work.work()
    }

    /// Returns the module that is being checked.
    pub fn module(&self) -> ModuleId {
        self.module
    }

    /// Returns the loaded module.
    pub fn loaded(&self) -> &'e Loaded {
        self.loaded
    }

    /// Returns the inference, which records the dependencies of all answers so far.
    pub fn inference(&self) -> &Inference<'e> {
        &self.inference
    }

    /// Returns the uses of names, by function, as far as they were asked for.
    pub fn names_used(&self) -> &NamesUsed {
        &self.names_used
    }

    /// Returns how many more steps flow analyses of this file may take.
    pub fn steps_left(&self) -> &StepsLeft {
        &self.steps_left
    }

    fn tree_of_file(&self) -> &Rc<SyntaxTree> {
        self.tree.get_or_init(|| {
            Rc::new(match self.source() {
                Some(source) => SyntaxTree::parse(source),
                None => SyntaxTree::parse(&SourceText::new("", SourceKind::Python)),
            })
        })
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

    /// Runs an analysis on all paths through the function with a header, beginning with a state. Returns `None` if there is no such
    /// function.
    pub fn analyse<S, A>(&self, header: Span, analysis: &mut A, state: S) -> Option<Exits<S>>
    where
        S: Clone,
        A: for<'a> Analysis<'a, State = S>,
    {
        self.flow_of(header, |flow| Some(run(flow, analysis, state, &self.steps_left)))
    }

    /// Asks the flow of the function with a header. Returns the default if there is no such function.
    pub fn flow_of<T: Default>(&self, header: Span, ask: impl FnOnce(&FunctionFlow) -> T) -> T {
        self.flows.ask(|| self.tree_within(header.start), header, ask)
    }

    /// Asks the flow of the innermost function around an expression. Returns the default outside of functions.
    pub fn flow_around<T: Default>(&self, place: Span, ask: impl FnOnce(&FunctionFlow) -> T) -> T {
        let tree = self.tree_within(place.start);
        let around = nodes_around(&tree, place);
        let header = function_around(&around).map(|function| span(function.name.range()));
        header.map(|header| self.flow_of(header, ask)).unwrap_or_default()
    }

    /// Returns whether a call of a scope of the file checks if an event loop is running.
    pub fn asks_for_loop_in(&self, scope: ScopeId) -> bool {
        self.asking_scopes.get_or_init(|| scopes_that_ask_for_loop(self.summary())).contains(&scope)
    }

    /// Returns whether one more value may be followed through the syntax around it.
    pub fn may_follow_value(&self) -> bool {
        let left = self.values_left.get();
        self.values_left.set(left.saturating_sub(1));
        left > 0
    }

    /// Returns calls, and then reads of asynchronous properties, by the use of their values.
    pub(super) fn values_used(&self, is_wanted: fn(Usage) -> bool) -> impl Iterator<Item = Call> + use<'e> {
        let reads = self.reads_of_async_properties().iter().filter(|read| is_wanted(read.site.usage));
        let reads: Vec<Call> = reads.copied().collect();
        self.calls_used(is_wanted).chain(reads)
    }

    fn calls_used(&self, is_wanted: fn(Usage) -> bool) -> impl Iterator<Item = Call> + use<'e> {
        let summary = self.summary();
        let sites = summary.calls.iter().filter(move |site| is_wanted(site.usage));
        sites.map(move |site| call_of(summary, site))
    }

    /// Returns the awaitable that is lost if the call is a statement, or `None`. Where an exception is
    /// expected, only a direct call of an `async def` counts: a plain function may raise before it creates
    /// the awaitable.
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
        if is_mocked || call.site.expects_exception && (self.may_refuse(call) || self.may_fail_before(call)) {
            return None;
        }
        let is_kept = self.is_kept_otherwise(call)
            || (source > AwaitableSource::Carried || call.site.usage == Usage::Dropped)
                && self.takes_out(call)
            || source == AwaitableSource::Object && self.makes_object_of_its_own(call, value);
        let is_former_plain = source == AwaitableSource::Carried && self.calls_former_plain(call, function);
        let is_lost = !is_kept
            && !is_former_plain
            && self.is_worth_saying(call, source, value)
            && !self.is_misannotated(call.site.scope, self.summary().callee_or_itself(call.site.expression))
            && !self.is_replaced_elsewhere(call, function)
            && !function.is_some_and(|function| self.is_written_for_other_version(function.module));
        let object = match value {
            Type::Instance(class, _) if source == AwaitableSource::Object => Some(class),
            _ => None,
        };
        is_lost.then(|| Coroutine { object, ..self.describe(call.callee, source, function) })
    }

    /// Returns whether plain code calls what became asynchronous in some version of its library: the version of the project is not known.
    fn calls_former_plain(&mut self, call: &Call, function: Option<FunctionRef>) -> bool {
        let Some(function) = function.filter(|_| !self.can_await(call)) else { return false };
        let path = self.inference_mut().path_of_function(function);
        entry(&path).is_some_and(|known| known.removed.is_some())
    }

    /// Returns whether a file of the project replaces what a call of plain code calls: a function, or the methods of the object's class. Such a
    /// wrapper runs the coroutine where no event loop is running.
    fn is_replaced_elsewhere(&mut self, call: &Call, function: Option<FunctionRef>) -> bool {
        if self.can_await(call) {
            return false;
        }
        self.inference_mut().rest_on_set_attributes();
        let engine = self.engine();
        let replaced = engine.replaced_objects.get_or_init(|| find_replaced_objects(engine));
        if replaced.is_empty() {
            return false;
        }
        let summary = self.summary();
        let Some((object, _)) = summary.method_call(call.site.expression) else {
            return function.is_some_and(|function| {
                let summary = engine.summary(function.module);
                replaced.contains(summary.name(summary.function(function.function).name))
            });
        };
        let object = self.inference.expression(self.module, call.site.scope, object);
        let (Type::Instance(class, _) | Type::Class(class)) = object else { return false };
        let order = self.inference_mut().mro(class);
        order.iter().flatten().any(|(owner, _)| replaced.contains(self.inference_mut().class_name(*owner)))
    }

    /// Returns whether the annotation of a callable says that a call returns an awaitable or something else.
    pub fn may_return_awaitable(&mut self, call: &Call) -> bool {
        let called = self.inference.called(self.module, &call.site);
        let is_annotated = called.iter().all(|part| matches!(part, Type::Callable(_)));
        if !is_annotated || call.site.expects_exception || !self.can_await(call) {
            return false;
        }
        let value = self.inference.expression(self.module, call.site.scope, call.site.expression);
        let parts = self.inference.parts(value);
        let is_awaitable = |part: &Type| matches!(part, Type::Awaitable(_));
        parts.iter().any(is_awaitable)
            && !parts.iter().all(is_awaitable)
            && !asks_if_async(self.summary(), call.site.scope)
    }

    /// Returns the asynchronous generator function if the call only creates an asynchronous generator,
    /// which does not run until it is iterated over.
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

    /// Returns the awaitable of a call whose value is used or bound to a name, like [`File::coroutine`].
    ///
    /// To limit the cost, only two kinds of calls are inferred. Either the called name is awaited or
    /// `async` somewhere in the project, or it may come from a library. Where `await` is not allowed, only
    /// functions of the project count, and outside of tests only calls by name or on `self` or `cls`. There an
    /// annotated plain function does not count. Returns `None` where an exception is expected.
    pub fn coroutine_used(&mut self, call: &Call) -> Option<Coroutine> {
        let is_asked = self.can_await(call) || self.calls_name_or_own_method(call) || self.is_in_tests();
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
        if !self.can_await(call) && self.calls_possible_double(call) {
            return None;
        }
        // Where nothing is known of what is called, only what the project has of the name tells.
        let is_known = called.iter().any(|part| *part != Type::Unknown);
        if !is_known && !self.calls_name_of_project(call) {
            return None;
        }
        let is_told_elsewhere = !self.can_await(call) && self.inference_mut().has_annotated_function(&called);
        let gives_none = self.inference_mut().give_no_awaitable(&called);
        if is_told_elsewhere || gives_none && !self.returns_holder_of_coroutine(call, &called) {
            return None;
        }
        self.coroutine(call)
    }

    /// Returns whether a call is of a method of an object, other than `self`, whose class only an annotation states.
    fn calls_possible_double(&mut self, call: &Call) -> bool {
        let (module, summary) = (self.module, self.summary());
        match summary.method_call(call.site.expression) {
            Some((receiver, _)) if !self.calls_name_or_own_method(call) => {
                self.inference.is_only_stated(module, call.site.scope, receiver)
            }
            _ => false,
        }
    }

    /// Returns whether the called functions return an object that holds a coroutine and is awaited in its place.
    fn returns_holder_of_coroutine(&mut self, call: &Call, called: &[Type]) -> bool {
        if !called.iter().all(|part| matches!(part, Type::Function(_))) {
            return false;
        }
        let value = self.inference.expression(self.module, call.site.scope, call.site.expression);
        matches!(value, Type::Instance(class, _) if self.inference_mut().holds_coroutine(class))
    }

    /// Returns whether the called name is replaced by a test: `patch("module.name")`.
    pub fn calls_patched_name(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.expression(summary.callee_or_itself(call.site.expression)) {
            Expression::Name(name) => summary.patches(summary.name(name), call.site.scope),
            _ => false,
        }
    }

    /// Returns whether a test uses `patch` to create a mock for something with the name of the plain
    /// function that is called.
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

    /// Returns whether a test sets an attribute with the name of the `async def` that a plain function
    /// calls. The result of the call is then that of a mock.
    fn is_mocked_inside(&mut self, function: FunctionRef, call: &Call) -> bool {
        let definition = self.engine.summary(function.module);
        let name = definition.name(definition.function(function.function).name);
        self.summary().patches(name, call.scope()) && !self.calls_coroutine_function(call)
    }

    /// Returns whether a name refers to Python's builtin: nothing in the file binds it.
    pub fn is_builtin(&self, name: &str) -> bool {
        let summary = self.summary();
        let Some(name) = summary.names.find(name) else { return true };
        let is_bound = |scope: &Scope| scope.entries.iter().any(|entry| entry.name == name);
        let is_parameter = |function: &Function| function.has_parameter(name);
        !summary.scopes.iter().any(is_bound) && !summary.functions.iter().any(is_parameter)
    }

    /// Returns whether the callee is a name, or a method of the object or class of the enclosing function.
    fn calls_name_or_own_method(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.method_call(call.site.expression) {
            Some((receiver, _)) => Words::OwnObject.has(summary.last_name(receiver)),
            None => true,
        }
    }

    /// Returns the coroutine implied by the use of other calls, if the call itself is unknown.
    fn coroutine_by_consensus(&mut self, call: &Call, value: Type) -> Option<Coroutine> {
        if !self.is_open(value) || !self.is_likely_here(call) {
            return None;
        }
        if let Some(implementation) = self.async_implementation(call) {
            return Some(self.describe(call.callee, AwaitableSource::Implementations, Some(implementation)));
        }
        if self.returns_in_two_ways(call) {
            return None;
        }
        let source = self.consensus(call).filter(|_| !self.is_called_of_plain_mock(call))?;
        Some(Coroutine { counted: Some(call.site), ..self.describe(call.callee, source, None) })
    }

    /// Returns whether a function returns a call without `await`, and awaits the same call elsewhere: it knows objects of two kinds.
    fn returns_in_two_ways(&self, call: &Call) -> bool {
        let summary = self.summary();
        let is_same = |site: &CallSite| {
            site.usage.is_awaited()
                && self.slice(summary.span(summary.callee_or_itself(site.expression)))
                    == self.slice(call.callee)
        };
        call.site.usage == Usage::Returned && summary.calls_in(call.scope()).any(is_same)
    }

    /// Returns an `async def` for a call of a plain method that is left to subclasses, if each subclass of the project implements it as
    /// an `async def`.
    fn async_implementation(&mut self, call: &Call) -> Option<FunctionRef> {
        let [Type::Function(callee)] = self.inference.called(self.module, &call.site)[..] else {
            return None;
        };
        let definition = self.definition_of(callee);
        let is_left_open = !definition.falls_through || definition.decorators.len > 0;
        let asks = asks_if_async(self.summary(), call.site.scope);
        if definition.is_async || definition.returns.is_some() || !is_left_open || asks {
            return None;
        }
        let methods = self.inference_mut().overriding_methods(callee)?;
        let is_coroutine = |method: &FunctionRef| {
            let definition = self.engine.summary(method.module).function(method.function);
            definition.is_async && !definition.is_generator
        };
        methods.iter().all(is_coroutine).then(|| methods.first().copied())?
    }

    /// Returns whether a method of a plain mock is called, which does not return an awaitable.
    fn is_called_of_plain_mock(&mut self, call: &Call) -> bool {
        let summary = self.summary();
        summary.short_chain(call.site.expression).skip(1).any(|of| {
            let value = self.inference.expression(self.module, call.site.scope, of);
            self.inference_mut().is_plain_mock(value)
        })
    }

    /// Returns whether the inferred fact is worth reporting at this call.
    fn is_worth_saying(&mut self, call: &Call, source: AwaitableSource, value: Type) -> bool {
        match source {
            AwaitableSource::Definition | AwaitableSource::Carried => {
                !(call.site.is_awaited_in_sibling && self.calls_local_value(call))
            }
            AwaitableSource::Callers => self.is_likely_here(call) && !call.site.is_used_in_sibling,
            AwaitableSource::Overridden => {
                let is_here = self.can_await(call) && !call.site.is_awaited_in_sibling;
                is_here && (!self.inference_mut().is_replaced(value) || self.consensus(call).is_some())
            }
            AwaitableSource::Annotation => self.is_likely_here(call) && !self.gives_future(call),
            AwaitableSource::Decorated => self.is_likely_here(call) && !self.waits_in_another_way(call),
            _ => self.is_likely_here(call),
        }
    }

    /// Returns whether a plain project function that is called returns, on some path, a future or a
    /// coroutine under an unknown decorator. The running work is then kept elsewhere.
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

    /// Returns whether the function around a call later awaits what waits for other work, according to its name:
    /// `await app.wait_until_idle()`. An unknown decorator may have started the work.
    fn waits_in_another_way(&self, call: &Call) -> bool {
        let summary = self.summary();
        let waits = |site: &CallSite| {
            let name = called_name(summary, site).unwrap_or_default();
            name.split('_').any(|word| Words::WaitingWords.has(word))
        };
        summary.calls_in(call.scope()).any(|site| {
            site.usage.is_awaited() && summary.span(site.expression).start >= call.span.end && waits(site)
        })
    }

    /// Returns whether a plain callee stores what it returns, so that the coroutine is not lost with the
    /// call.
    fn is_kept_otherwise(&mut self, call: &Call) -> bool {
        self.inference.called(self.module, &call.site).into_iter().any(|part| match part {
            Type::Function(callee) => {
                let definition = self.definition_of(callee);
                !definition.is_async && definition.keeps_returned
            }
            _ => false,
        })
    }

    /// Returns whether the callee is an `async def` regardless of the callers, which determine only the
    /// arguments.
    fn calls_coroutine_function(&mut self, call: &Call) -> bool {
        let called = self.inference.called(self.module, &call.site);
        let is_async = |part| matches!(part, Type::Function(callee) if self.definition_of(callee).is_async);
        !self.inference.is_given_by_callers() && called.into_iter().all(is_async)
    }

    /// Returns whether the callee may raise the expected exception before it creates a coroutine. An `async
    /// def` does not, nor does a function whose body does not raise that exception.
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

    /// Returns whether a call in the callee or the arguments may raise the expected exception, so that the call itself is never made. Classes
    /// of the standard library and mocks are taken not to.
    fn may_fail_before(&mut self, call: &Call) -> bool {
        let summary = self.summary();
        let is_inside = |site: &&CallSite| {
            let span = summary.span(site.expression);
            span != call.span && call.span.contains(span) && site.scope == call.site.scope
        };
        let expected = self.inference.expected_exceptions(self.module, &call.site);
        summary.calls.iter().filter(is_inside).any(|site| {
            self.inference.called(self.module, site).into_iter().any(|part| match part {
                Type::Function(callee) => self.inference_mut().may_refuse(callee, expected.as_deref()),
                Type::Class(class) => self.engine().origin(class.module) != Origin::StandardLibrary,
                Type::Mock(_) => false,
                _ => true,
            })
        })
    }

    /// Returns whether the callee is a parameter, or a name that the enclosing function binds to a value.
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

    /// Returns whether a call creates an instance, or returns its own receiver. Such an object need not be
    /// awaited.
    fn makes_object_of_its_own(&mut self, call: &Call, value: Type) -> bool {
        self.inference.called(self.module, &call.site).into_iter().any(|part| match part {
            Type::Function(callee) => match (self.inference.class_of_callee(callee), value) {
                (Some(receiver), Type::Instance(class, _)) => receiver == class,
                _ => false,
            },
            _ => true,
        })
    }

    /// Returns whether the call returns a future, a task or another awaitable object that works without
    /// being awaited.
    pub fn is_future(&mut self, call: &Call) -> bool {
        let value = self.inference.expression(self.module, call.site.scope, call.site.expression);
        let parts = self.inference.parts(value);
        parts.into_iter().all(|part| match part {
            Type::Instance(class, _) => self.inference_mut().has_member(class, "__await__"),
            _ => false,
        })
    }

    /// Returns a sentence that explains why the type of a call is unknown.
    pub fn why_unknown(&mut self, call: &Call) -> &'static str {
        self.inference.why_unknown(self.module, call.site.scope, call.site.expression)
    }

    /// Returns whether the type of a call's value is open: it is unknown, or may be an awaitable among
    /// others.
    fn is_open(&self, value: Type) -> bool {
        let parts = self.inference.parts(value);
        parts.iter().any(|part| matches!(part, Type::Unknown | Type::Coroutine(..) | Type::Awaitable(_)))
    }

    /// Returns whether a test of its class has selected the branch of a method call: `if isinstance(x, Sync): x.close()`.
    fn has_tested_receiver(&self, call: &Call) -> bool {
        let summary = self.summary();
        let Some((receiver, _)) = summary.method_call(call.site.expression) else { return false };
        let start = call.span.start;
        summary.scope(call.scope()).narrowings.iter().any(|known| {
            matches!(known.test, Test::Instance(_))
                && known.range.start <= start
                && start < known.range.end
                && summary.is_dotted_name(receiver, summary.name(known.name))
        })
    }

    /// Returns whether a likely finding is worth reporting. The call must be in an `async def`, without an
    /// expected exception, and no other branch awaits the same.
    fn is_likely_here(&mut self, call: &Call) -> bool {
        if !self.can_await(call) || call.site.is_awaited_in_sibling {
            return false;
        }
        let is_told_apart = call.site.is_used_in_sibling && self.has_tested_receiver(call);
        let is_refused = call.site.expects_exception && self.may_refuse(call);
        !is_told_apart && !is_refused
    }

    /// Returns the evidence from the other calls of the same method on a receiver of the same name.
    fn consensus(&mut self, call: &Call) -> Option<AwaitableSource> {
        if self.engine.is_without(Part::Consensus) {
            return None;
        }
        let module = self.module;
        self.inference_mut().consensus(module, &call.site)
    }

    /// Returns whether the project requires Python 3.11 or later.
    pub fn runs_on_3_11(&self) -> bool {
        self.engine.project().python_version() >= PythonVersion { major: 3, minor: 11 }
    }

    /// Returns whether the project may run on a version of Python or a later one, as far as it names an upper end.
    pub fn may_run_on(&self, version: PythonVersion) -> bool {
        self.engine.project().highest_python().is_none_or(|highest| highest >= version)
    }

    /// Returns whether the rules on drift check all code, rather than tests only.
    pub fn checks_drift_everywhere(&self) -> bool {
        self.engine.project().checks_drift_everywhere()
    }

    /// Returns whether fixes may use the package `loopmend`.
    pub fn may_use_helpers(&self) -> bool {
        self.engine.project().may_use_helpers()
    }

    /// Returns whether `await` is allowed at the call: in an `async def`, or at the top level of a notebook
    /// cell.
    pub fn can_await(&self, call: &Call) -> bool {
        let summary = self.summary();
        match summary.enclosing_function(call.site.scope) {
            Some(function) => summary.function(function).is_async,
            None => self.is_notebook() && call.site.scope == Summary::MODULE_SCOPE,
        }
    }

    /// Returns the enclosing scope and function of a call.
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

    /// Returns the name of the `async def` around a call, and what its annotation says about the value of
    /// awaiting it. Returns `None` outside an `async def` and in an asynchronous generator.
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

    /// Returns whether a function also returns results of other calls that may be awaitable, and never an
    /// awaited value.
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

    /// Returns how a name is used in the scope of a call.
    pub fn name_around(&self, call: &Call, name: &str) -> NameUse {
        self.name_in(call.site.scope, name)
    }

    /// Returns how a name is used in the scope of the function with this header. A name bound by an
    /// enclosing function is [`NameUse::Taken`].
    pub fn name_in_function(&self, header: Span, name: &str) -> NameUse {
        let summary = self.summary();
        let Some(function) = summary.function_with_header(header) else {
            return NameUse::Taken;
        };
        let scope = summary.function(function).scope;
        match self.name_in(scope, name) {
            NameUse::Free if self.is_bound_around(summary.scope(scope).parent, name) => NameUse::Taken,
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

    /// Returns whether the scope of a call, or an enclosing function, binds a name.
    pub fn is_bound_in_functions_around(&self, call: &Call, name: &str) -> bool {
        self.is_bound_around(Some(call.site.scope), name)
    }

    /// Returns whether a scope or an enclosing one, except the module, binds a name.
    fn is_bound_around(&self, scope: Option<ScopeId>, name: &str) -> bool {
        let scopes = std::iter::successors(scope, |scope| self.summary().scope(*scope).parent);
        let mut inner = scopes.take_while(|scope| *scope != Summary::MODULE_SCOPE);
        inner.any(|scope| self.name_in(scope, name) != NameUse::Free)
    }

    /// Returns how a name is bound at the top level of the module.
    pub fn global_name(&self, name: &str) -> GlobalName {
        let summary = self.summary();
        let is_call = |expression| summary.call(expression).is_some();
        let is_named_set = |expression| summary.last_roles(expression).has(Role::SetType);
        match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [] => GlobalName::Free,
            [only] => match only.kind {
                BindingKind::Value(value) if is_call(value) && is_named_set(value) => GlobalName::Set,
                BindingKind::Annotated { annotation, value: Some(_) }
                    if is_named_set(annotation) && may_hold_tasks(summary, annotation) =>
                {
                    GlobalName::Set
                }
                _ => GlobalName::Taken,
            },
            _ => GlobalName::Taken,
        }
    }

    /// Returns the summary of the file.
    pub fn summary(&self) -> &'e Summary {
        &self.loaded.summary
    }

    /// Returns the engine of the revision that the file belongs to.
    pub fn engine(&self) -> &'e Engine<'e> {
        self.engine
    }

    /// Returns the inference for a new query, whose dependencies are added to those of the file. Every
    /// query starts anew, because an answer must not depend on the queries of another rule.
    pub fn inference_mut(&mut self) -> &mut Inference<'e> {
        self.inference.begin();
        &mut self.inference
    }

    /// Returns the `def` of a function of this file; `None` for a function of another file.
    pub fn own_definition(&self, function: FunctionRef) -> Option<&'e Function> {
        (function.module == self.module).then(|| self.engine.summary(self.module).function(function.function))
    }

    /// Returns the `def` of a callee.
    pub fn definition_of(&self, callee: CalleeId) -> &'e Function {
        let function = self.inference.function_of(callee);
        self.engine.summary(function.module).function(function.function)
    }

    fn source(&self) -> Option<&'e SourceText> {
        self.loaded.source.as_deref()
    }

    /// Describes a coroutine by its function, or by the text at a place.
    pub fn describe(
        &self,
        written: Span,
        source: AwaitableSource,
        function: Option<FunctionRef>,
    ) -> Coroutine {
        let Some(function) = function else {
            let name = self.slice(written).to_owned();
            let (definition, object, counted) = (None, None, None);
            return Coroutine { name, definition, source, may_be_generator: false, object, counted };
        };
        let summary = self.engine.summary(function.module);
        Coroutine {
            name: self.function_name(function),
            definition: self.place_of_function(function),
            source,
            may_be_generator: summary.declares_async_iterator(function.function),
            object: None,
            counted: None,
        }
    }

    /// Returns the library that makes the value of a statement, if it is not installed and known by its bundled stubs alone.
    pub fn library_of_value(&mut self, statement: &ProtocolStatement) -> Option<&'static Library> {
        let (module, at) = (self.module, &statement.inner);
        let summary = self.summary();
        let mut parts = Vec::new();
        for expression in [at.value, summary.callee_or_itself(at.value)] {
            let value = self.inference.expression(module, at.scope, expression);
            parts.extend(self.inference.parts(value));
        }
        self.library_of_parts(parts)
    }

    /// Returns whether a call starts an operation and returns a future for it, although the stubs of its library say `async def`.
    pub fn starts_at_call(&mut self, call: &Call) -> bool {
        let module = self.module;
        let called = self.inference.called_functions(module, &call.site);
        let engine = self.engine;
        !called.is_empty()
            && called.iter().all(|FunctionRef { module, function }| {
                let library = root_of(engine.module_name(*module));
                let summary = engine.summary(*module);
                let name = summary.name(summary.function(*function).name);
                let starts = |name: &str| named(name).has(Role::StartsAtCall);
                engine.is_stub(*module) && starts(library) && starts(name)
            })
    }

    /// Returns the library that a call calls, if it is not installed and known by its bundled stubs alone.
    pub fn library_not_installed(&mut self, call: &Call) -> Option<&'static Library> {
        let module = self.module;
        let called = self.inference.called(module, &call.site);
        self.library_of_parts(called)
    }

    fn library_of_parts(&self, parts: Vec<Type>) -> Option<&'static Library> {
        let mut modules = parts.into_iter().filter_map(|part| self.inference.defining_module(part));
        modules.find_map(|module| self.engine.carried_library(module))
    }

    /// Returns the definition of a function, if its text can be shown.
    pub fn place_of_function(&self, function: FunctionRef) -> Option<Place> {
        let summary = self.engine.summary(function.module);
        let symbol = summary.qualified_name(summary.function(function.function).scope);
        let path = self.engine.shown_path(function.module)?;
        Some(Place::Definition { path, symbol })
    }

    /// Returns the module and the qualified name of the function that a call calls, if it is one function of a library.
    pub fn library_function(&mut self, call: &Call) -> Option<(String, String)> {
        let called = self.inference.called_functions(self.module, &call.site);
        let mut names = called.into_iter().map(|function| {
            let is_of_library = self.engine.origin(function.module) != Origin::FirstParty;
            let module = self.engine.module_name(function.module).to_owned();
            is_of_library.then(|| (module, self.function_name(function)))
        });
        let first = names.next()??;
        names.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }

    /// Returns the definition of a class, if its text can be shown.
    pub fn place_of_class(&self, class: ClassRef) -> Option<Place> {
        let summary = self.engine.summary(class.module);
        let symbol = summary.qualified_name(summary.class(class.class).scope);
        let path = self.engine.shown_path(class.module)?;
        Some(Place::Definition { path, symbol })
    }

    /// Returns the qualified name of a function, as its users know it.
    pub fn function_name(&self, function: FunctionRef) -> String {
        let summary = self.engine.summary(function.module);
        let name = summary.qualified_name(summary.function(function.function).scope);
        match name.strip_prefix("AsyncMockMixin.") {
            Some(_) if self.engine.module_name(function.module) == "unittest.mock" => "AsyncMock".to_owned(),
            _ => name,
        }
    }
}

/// Creates a call with its ranges.
pub fn call_of(summary: &Summary, site: &CallSite) -> Call {
    let callee = summary.callee_or_itself(site.expression);
    Call { site: *site, span: summary.span(site.expression), callee: summary.span(callee) }
}

/// Returns whether the annotation of a set allows tasks as items.
fn may_hold_tasks(summary: &Summary, annotation: ExpressionId) -> bool {
    match summary.expression(annotation) {
        Expression::Subscript { slice, .. } => !summary.last_roles(slice).has(Role::EverydayClass),
        _ => true,
    }
}

/// Returns the names of the classes and functions that files of the project replace by name.
fn find_replaced_objects(engine: &Engine) -> FxHashSet<Box<str>> {
    let names = engine.files_with_setattr().flat_map(|module| {
        let summary = engine.summary(module);
        summary.replaced_objects.iter().map(|name| Box::from(summary.name(*name)))
    });
    names.collect()
}
