//! Growing stacks. The nesting depth of code and the length of a chain of queries depend on the checked
//! code.

/// What one level of a tree may need, until the next level asks again.
const FOR_LEVEL: usize = 64 * 1024;
/// What one step of an answer or one statement may need: more lies between them than between levels of an
/// expression.
const FOR_STEP: usize = 128 * 1024;
/// By how much a stack grows, so that few levels and steps pay for it.
const GROWTH: usize = 1024 * 1024;

/// Runs one level of something that nests.
#[inline]
pub(crate) fn grow_stack<R>(work: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(FOR_LEVEL, GROWTH, work)
}

/// Runs one step of an answer, or one statement.
#[inline]
pub(crate) fn grow_stack_for_step<R>(work: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(FOR_STEP, GROWTH, work)
}
