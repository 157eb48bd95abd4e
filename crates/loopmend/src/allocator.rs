//! The allocator, and what it does with memory that was freed.

use libmimalloc_sys::{mi_option_set, mi_option_t};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// `mi_option_purge_delay`, which the bindings do not name: after how many milliseconds freed memory is given back to
/// the system (microsoft.github.io/mimalloc/group__options.html). A negative value stands for never.
const PURGE_DELAY: mi_option_t = 15;

/// Keeps freed memory for what comes next, until the process ends. A run frees the syntax tree of every file; to give
/// that memory back and to take it again cost 4 % of the CPU of a large one.
pub(crate) fn keep_freed_memory() {
    // SAFETY: the option is one of mimalloc 2, which is pinned; setting one has no other condition.
    #[allow(unsafe_code)]
    unsafe {
        mi_option_set(PURGE_DELAY, -1);
    }
}
