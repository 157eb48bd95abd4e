//! What an expression is to the event loop: [`File`], which the rules ask, pytest suites, and reports.
//!
//! ```text
//! File: one file as the rules see it: its calls, what becomes of their values, the flow of its functions
//! Engine, Inference: those of the layers below, with the tables of this one
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod at_work;
mod awaits;
mod categories;
mod engine;
mod file;
mod impact;
mod infer;
mod inventory;
mod reveal;
mod shared_state;
mod suite;
mod surface;

use loopmend_python::stack;

pub use loopmend_flow as flow;
pub use loopmend_surface::Library;

pub use at_work::{AtWork, files_at_work};
pub use awaits::{AwaitExpression, AwaitKind};
pub use categories::{
    Category, MarkedPart, MissingMark, MissingMarks, ReachedResource, ReachedThing, ResourceHop,
    ResourceKind, StepsOfTests, TestCategory, Unmarkable, meaning_of_mark, missing_marks, name_of_mark,
};
pub use engine::{Counters, Engine, EngineOptions, Loaded, Lookup, ModuleId};
pub use file::{
    Asserted, Assigned, AsyncOverride, AttributeOwner, AwaitableObject, AwaitedBehind, AwaitedCollection,
    AwaitedTwice, Awaiting, BusyWait, Call, CallbackResult, CalledCallback, CellStart, ChainEnd, ChainLink,
    ChangedIn, ChangedUse, ClientLoops, ConcurrentSession, ControlChain, Coroutine, DecoratorMisuse,
    DefinedElsewhere, Destination, DroppedResults, EnclosingFunction, EnumArgument, ExceptionLoss, File,
    FilledProcedure, FilledSlot, FinalizerCall, FinalizerNeeds, ForeignCall, FutureResult, Giver, GlobalName,
    HeldLock, IdleAssertion, IdleKind, ImportPlace, KeptCall, LeftEarly, LeftGenerator, LockReentry,
    LoopBoundClient, LoopObject, LooplessCall, LooplessPlace, Loss, LostException, LostTask, MarkPrefix,
    MiscountedValues, MisfitCall, MisfitKind, MisplacedPatch, MissingImport, MissingPatchTarget,
    MisusedDecorator, MisusedMock, ModuleMarks, MovedCall, NameUse, NameUsed, NotAwaitable, NotLoaded,
    ParameterAwaitedTwice, PatchUser, PolicyCall, PrivateFunction, ProtocolStatement, QueryInAsync,
    RunOnImport, ScopeOverYield, ServedInAsync, SharedObject, Sharing, ShieldedTask, SingleRun, SlotCall,
    SpecialMethod, SpecialUse, Stale, StaleWrite, StatedResult, StatedReturn, Surroundings,
    SwallowedCancellation, SwappedArguments, SyncReplacement, SyncWrapper, TakenArgument, TakenCallback,
    TaskBody, ThreadLocalSet, Unawaitable, UnclosedClient, UnclosedLoop, UnfinishedResult, UnknownAttribute,
    UnknownFixture, UnloadedAttribute, UntakenParameter, UseKind, ValueUse, WaitedCoroutines, WaitsFor,
    WrongContainer, misplaced_awaits, unbound_names,
};
pub use impact::reached_by_change;
pub use infer::{AwaitableSource, AwaitingKind, ClassRef, FunctionRef, Inference, SlotKind};
pub use inventory::{Judgement, LoopAction, LoopPlace, Verdict};
pub use loopmend_infer::index::directory_key;
pub use loopmend_infer::library_cache::LibraryCache;
pub use loopmend_infer::parts::Part;
pub use loopmend_infer::read_modules::ReadModules;
pub use loopmend_paths::{CallForm, Context, Contexts, Control, Hop, OnLoop, Way};
pub use loopmend_python::{DefinedName, NameKind, defined_names};
pub use reveal::{Reason, Reveal};
pub use shared_state::{
    SharedAttribute, SharedState, SharedStates, StateEvidence, StateVerdict, StateWriter, shared_states,
};
pub use suite::{
    Behaviour, BrowserFirst, Complaint, CrossLoopFixture, DroppedTest, FixtureAwaits, FixtureDefinition,
    FixtureMaker, FunctionKind, HiddenStart, Installed, LedToUnset, LoopIdentity, LoopOverride, LoopPatch,
    LoopRequest, LoopSettings, LoopsInOrder, Mark, MarkedFixture, MarkedSyncTest, MarkingHook, Mismatch,
    MismatchEnd, MisspelledMark, MixedTest, Mode, NEWEST_MEASURED, NestedRun, NoLoopSettings, NoRunner,
    NoseFunction, OldMark, Outcome, OutlivedLoop, ParametrizedCoroutine, Prediction, ReturnOutcome,
    ReturnedCoroutine, Runner, Scope, ScopeSetting, SetupCaller, SuiteFunction, SuiteSettings,
    SyncBrowserTest, SyncTestOfFixture, TakenLoop, Teardown, TeardownCall, TestCaseBase, TestClass, TestItem,
    UnawaitedSetup, UnknownOption, UnrunFixture, UnrunTest, UnsetAfterAsync, UnsetLoops, Why,
};
pub use surface::{Surface, surface_of};
