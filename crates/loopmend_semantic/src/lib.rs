//! What an expression is to the event loop: module summaries, name resolution, inference on demand.
//!
//! ```text
//! text ─ parse ─► SyntaxTree ─ lower ─► Summary        one per module, immutable, cached
//! Engine: the modules of one revision, found by name, and the memo of all answers
//! Inference: answers questions about expressions and remembers which modules they rest on
//! ```

mod argument_use;
mod awaiting_slot;
mod awaits;
mod dependencies;
mod engine;
mod fate;
mod file;
mod index;
mod infer;
mod library_cache;
mod loopless;
mod lost_exception;
mod lost_task;
mod not_awaitable;
mod parts;
mod protocol_use;
mod reveal;
mod sharded;
mod slot_call;
mod stack;
mod summary;
mod swallowed;
mod typeshed;

pub use argument_use::TakenArgument;
pub use awaiting_slot::Unawaitable;
pub use awaits::{AwaitExpression, AwaitKind};
pub use engine::{Counters, Engine, Loaded, Lookup, ModuleId};
pub use fate::{Assigned, AwaitedBehind, AwaitedTwice, Awaiting, NameUsed, UseKind, ValueUse};
pub use file::{Call, Coroutine, EnclosingFunction, File, GlobalName, NameUse, StatedReturn, Surroundings};
pub use infer::{
    AwaitableSource, AwaitingKind, ClassRef, FunctionRef, Inference, SlotKind, UsageCounts, UsageKey,
};
pub use library_cache::LibraryCache;
pub use loopless::{LooplessCall, LooplessPlace};
pub use lost_exception::{ExceptionLoss, LostException};
pub use lost_task::{Loss, LostTask};
pub use not_awaitable::{Giver, NotAwaitable};
pub use parts::Part;
pub use protocol_use::ProtocolStatement;
pub use reveal::{Reason, Reveal};
pub use slot_call::{FilledSlot, SlotCall};
pub use summary::{
    ClassId, Comment, ExpressionId, FunctionId, Inheritance, Interface, NameHash, ScopeId, Summary,
    SwallowForm, SyntaxError, SyntaxTree, Units, Usages,
};
pub use swallowed::SwallowedCancellation;
