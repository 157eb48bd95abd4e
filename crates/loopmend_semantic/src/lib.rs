//! What an expression is to the event loop: module summaries, name resolution, inference on demand.
//!
//! ```text
//! text ─ parse ─► SyntaxTree ─ lower ─► Summary        one per module, immutable, cached
//! Engine: the modules of one revision, found by name, and the memo of all answers
//! Inference: answers questions about expressions and remembers which modules they rest on
//! ```

mod dependencies;
mod engine;
mod file;
mod infer;
mod library_cache;
mod sharded;
mod summary;
mod typeshed;

pub use engine::{Counters, Engine, Loaded, Lookup, ModuleId};
pub use file::{Call, Coroutine, EnclosingFunction, File, GlobalName, NameUse, Surroundings, TaskStart};
pub use infer::{ClassRef, FunctionRef, Inference};
pub use library_cache::LibraryCache;
pub use summary::{ClassId, Comment, ExpressionId, FunctionId, ScopeId, Summary, SyntaxError, SyntaxTree};
