//! Growing stacks. The nesting depth of code and the length of a chain of queries depend on the checked
//! code.

/// The stack size that one level of a tree may need before the next check.
const FOR_LEVEL: usize = 64 * 1024;
/// The stack size that one step of an answer or one statement may need. More frames lie between these than
/// between levels of an expression.
const FOR_STEP: usize = 128 * 1024;
/// The growth of a stack, so that few levels and steps pay for it.
const GROWTH: usize = 1024 * 1024;

/// Runs one level of a nested structure.
#[inline]
pub fn grow_stack<R>(work: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(FOR_LEVEL, GROWTH, work)
}

/// Runs one step of an answer, or one statement.
#[inline]
pub fn grow_stack_for_step<R>(work: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(FOR_STEP, GROWTH, work)
}
