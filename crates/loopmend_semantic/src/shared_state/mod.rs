//! State that more than one task, thread or process reaches: who writes it, what guards it, and whether that is enough. No rule asks
//! for it. docs/dev/shared-state.md says what the verdicts mean.
//!
//! ```text
//! tree ─ lower ─► Body       what each function does with state, one per file, in parallel
//! Program: classes with their families, what a piece of state is
//! run ─► Traces              what is read and written from each function that something outside enters, under which locks
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

pub(crate) use lower::{CHANGING, CHANGING_FIRST};

use crate::engine::Engine;

/// What is said of a piece of state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateVerdict {
    /// Writes may interleave, and nothing guards them.
    Unguarded,
    /// A lock does.
    Guarded,
    /// One loop or thread writes it, each write being one step.
    Confined,
    /// Nothing writes it after it was made.
    Immutable,
}

impl StateVerdict {
    /// All of them, the worst first.
    pub const ALL: [Self; 4] = [Self::Unguarded, Self::Guarded, Self::Confined, Self::Immutable];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unguarded => "unguarded",
            Self::Guarded => "guarded",
            Self::Confined => "confined",
            Self::Immutable => "immutable",
        }
    }
}

/// A class or a name of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedState {
    /// The path of its file as it is shown.
    pub path: String,
    /// The name where it is defined.
    pub span: Span,
    /// The qualified name.
    pub name: String,
    /// Whether it is a class.
    pub is_class: bool,
    /// Why it is listed.
    pub reached: String,
    /// The worst of its attributes.
    pub verdict: StateVerdict,
    /// Why, in one sentence without a full stop.
    pub reason: String,
    /// Each attribute; of a name of a module, itself.
    pub attributes: Vec<SharedAttribute>,
}

impl SharedState {
    /// Whether it is safe to share, and why, in one sentence without a full stop.
    pub fn summary(&self) -> String {
        let is_safe = self.verdict != StateVerdict::Unguarded;
        format!("{}: {}", if is_safe { "safe" } else { "not safe" }, self.reason)
    }
}

/// An attribute, or a name of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedAttribute {
    /// Its name.
    pub name: String,
    /// What is said of it.
    pub verdict: StateVerdict,
    /// Why, in one sentence without a full stop.
    pub reason: String,
    /// The lock that guards it.
    pub guard: Option<String>,
    /// What writes it, in the order of the files.
    pub writers: Vec<StateWriter>,
    /// The places that decided.
    pub evidence: Vec<StateEvidence>,
}

/// What writes state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateWriter {
    /// The qualified name of the function.
    pub function: String,
    /// Where it writes.
    pub place: Place,
    /// How: `sets`, `changes`.
    pub how: &'static str,
    /// What runs it.
    pub context: String,
    /// The functions on the way, from outside.
    pub chain: String,
    /// The locks that it holds.
    pub locks: Vec<String>,
}

/// A place that decided a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateEvidence {
    /// Where.
    pub place: Place,
    /// What happens there.
    pub text: String,
}

/// The shared state of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedStates {
    /// In the order of the files.
    pub all: Vec<SharedState>,
    /// Whether a bound was met, so that there may be more writes.
    pub is_cut: bool,
}

/// All shared state of a project.
pub fn shared_states(engine: &Engine) -> SharedStates {
    let mut program = program::Program::read(engine);
    let traces = run::Traces::of(&mut program);
    judge::judge(&mut program, &traces)
}
