//! State that more than one task, thread or process reaches: its writers, its guards, and whether the
//! guards suffice. No rule uses this analysis. docs/dev/shared-state.md explains the verdicts.
//!
//! ```text
//! tree ─ lower ─► Body       what each function does with state, one per file, in parallel
//! Program: classes with their hierarchies, the definition of a piece of state
//! run ─► Traces              reads and writes from each entry point, with the locks held
//! owners, judge ─► SharedState
//! ```

mod body;
mod judge;
mod lower;
mod owners;
mod program;
mod run;
mod writers;

use loopmend_core::{Place, Span};
use loopmend_semantic::engine::Engine;

/// The verdict on a piece of state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateVerdict {
    /// Writes may interleave, and no lock guards them.
    Unguarded,
    /// A lock guards the writes.
    Guarded,
    /// Only one loop or thread writes the state, and each write is atomic with respect to other tasks.
    Confined,
    /// Nothing writes the state after its creation.
    Immutable,
}

impl StateVerdict {
    /// All verdicts, worst first.
    pub const ALL: [Self; 4] = [Self::Unguarded, Self::Guarded, Self::Confined, Self::Immutable];

    /// Returns the displayed name of the verdict.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unguarded => "unguarded",
            Self::Guarded => "guarded",
            Self::Confined => "confined",
            Self::Immutable => "immutable",
        }
    }
}

/// A class or a global with shared state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedState {
    /// The displayed path of the file.
    pub path: String,
    /// The range of the name in its definition.
    pub span: Span,
    /// The qualified name.
    pub name: String,
    /// Whether this is a class.
    pub is_class: bool,
    /// Why the state is listed.
    pub reached: String,
    /// The worst verdict of the attributes.
    pub verdict: StateVerdict,
    /// The reason, in one sentence without a full stop.
    pub reason: String,
    /// The attributes; for a global, the global itself.
    pub attributes: Vec<SharedAttribute>,
}

impl SharedState {
    /// Whether it is safe to share, and why, in one sentence without a full stop.
    pub fn summary(&self) -> String {
        let is_safe = self.verdict != StateVerdict::Unguarded;
        format!("{}: {}", if is_safe { "safe" } else { "not safe" }, self.reason)
    }
}

/// An attribute of a class, or a global.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedAttribute {
    /// The name.
    pub name: String,
    /// The verdict.
    pub verdict: StateVerdict,
    /// The reason, in one sentence without a full stop.
    pub reason: String,
    /// The lock that guards the attribute.
    pub guard: Option<String>,
    /// The functions that write the attribute, in the order of the files.
    pub writers: Vec<StateWriter>,
    /// The places that decided the verdict.
    pub evidence: Vec<StateEvidence>,
}

/// A function that writes state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateWriter {
    /// The qualified name of the function.
    pub function: String,
    /// The place of the write.
    pub place: Place,
    /// The kind of write: `sets`, `changes`.
    pub how: &'static str,
    /// What runs the function.
    pub context: String,
    /// The call path from the entry point.
    pub chain: String,
    /// The locks held at the write.
    pub locks: Vec<String>,
}

/// A place that decided a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateEvidence {
    /// The place.
    pub place: Place,
    /// A description of what happens at the place.
    pub text: String,
}

/// The shared state of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedStates {
    /// The state, in the order of the files.
    pub all: Vec<SharedState>,
    /// Whether the search hit a limit, so that there may be more writes.
    pub is_cut: bool,
}

/// Returns all shared state of a project.
pub fn shared_states(engine: &Engine) -> SharedStates {
    let mut program = program::Program::read(engine);
    let traces = run::Traces::of(&mut program);
    judge::judge(&mut program, &traces)
}
