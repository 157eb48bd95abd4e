//! What an expression is to the event loop: [`File`], which the rules ask, pytest suites, and where loops start.
//!
//! ```text
//! File: one file as the rules see it: its calls, what becomes of their values, the flow of its functions
//! Engine, Inference: those of the layers below, with the tables of this one
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod awaits;
pub mod engine;
pub mod file;
pub mod infer;
mod inventory;
pub mod suite;

use loopmend_python::stack;

pub use loopmend_surface::Library;

pub use awaits::{AwaitExpression, AwaitKind};
pub use engine::{Counters, Engine, EngineOptions, Loaded, Lookup, ModuleId};
pub use file::{
    Assigned, AttributeOwner, AwaitedBehind, Awaiting, Call, CellStart, ChainEnd, ChainLink, ChangedIn,
    ChangedUse, ControlChain, Coroutine, DefinedElsewhere, EnclosingFunction, EnumArgument, File,
    FilledProcedure, FilledSlot, GlobalName, KeptCall, LooplessCall, LooplessPlace, Loss, LostTask,
    MarkPrefix, MarkedPart, MisfitCall, MisfitKind, MissingImport, MissingPatchTarget, MisusedMock,
    ModuleMarks, NameUse, NameUsed, OwnWait, PolicyCall, ProtocolStatement, ServedInAsync, SharedObject,
    Sharing, SlotCall, StatedResult, StatedReturn, Surroundings, SyncReplacement, TakenArgument,
    TakenCallback, TaskBody, Unawaitable, UnclosedLoop, UnknownAttribute, UseKind, ValueUse,
    misplaced_awaits, unbound_names,
};
pub use infer::{AwaitableSource, AwaitingKind, ClassRef, FunctionRef, Inference, SlotKind};
pub use inventory::{Judgement, LoopAction, LoopPlace, Verdict};
pub use loopmend_infer::index::directory_key;
pub use loopmend_infer::library_cache::LibraryCache;
pub use loopmend_infer::parts::Part;
pub use loopmend_infer::read_modules::ReadModules;
pub use loopmend_paths::{CallForm, Context, Contexts, Control, Hop, OnLoop, Way};
pub use loopmend_python::{DefinedName, NameKind, defined_names};
