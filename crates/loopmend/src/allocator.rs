//! The allocator, and what it does with memory that was freed.

use std::alloc::{GlobalAlloc, Layout};

use libmimalloc_sys::{mi_malloc, mi_option_set, mi_option_t};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

/// mimalloc, asked in the short way where it aligns what it gives by itself. Its bindings always ask for the alignment, which
/// takes as long again.
struct Allocator;

/// The alignment in bytes of what mimalloc gives for a size that is not smaller (`MI_MAX_ALIGN_SIZE` and
/// `mi_malloc_is_naturally_aligned`, github.com/microsoft/mimalloc).
const ALIGNED_ANYWAY: usize = 16;

// SAFETY: all of it is what mimalloc gives and takes; what `mi_malloc` gives is aligned as the constant says, and is freed
// and resized as all else.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match layout.align() <= layout.size().min(ALIGNED_ANYWAY) {
            true => unsafe { mi_malloc(layout.size()).cast() },
            false => unsafe { MiMalloc.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { MiMalloc.dealloc(pointer, layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { MiMalloc.alloc_zeroed(layout) }
    }

    #[inline]
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        unsafe { MiMalloc.realloc(pointer, layout, size) }
    }
}

/// `mi_option_purge_delay`, which the bindings do not name: after how many milliseconds freed memory is given back to
/// the system (microsoft.github.io/mimalloc/group__options.html). A negative value stands for never.
const PURGE_DELAY: mi_option_t = 15;

/// What comes before the rules run takes little memory on each of several threads, where a huge page for each would be
/// cleared for nothing.
pub(crate) fn begin_with_small_pages() {
    #[cfg(target_os = "linux")]
    huge_pages::leave_none();
}

/// Makes the allocator one for the rules, `is_last` where the process ends soon after.
pub(crate) fn prepare_for_analysis(is_last: bool) {
    if is_last {
        keep_freed_memory();
    }
    #[cfg(target_os = "linux")]
    huge_pages::leave_to_first();
}

/// Keeps freed memory for what comes next, until the process ends. A run frees the syntax tree of every file; to give
/// that memory back and to take it again cost 4 % of the CPU of a large one.
fn keep_freed_memory() {
    // SAFETY: the option is one of mimalloc 2, which is pinned; setting one has no other condition.
    #[allow(unsafe_code)]
    unsafe {
        mi_option_set(PURGE_DELAY, -1);
    }
}

#[cfg(target_os = "linux")]
mod huge_pages {
    use std::ffi::{c_int, c_void};
    use std::ops::Range;

    use rustix::mm::{Advice, madvise};

    /// How much memory has huge pages, in bytes. A small run needs no more, and is spared its page faults, 3 % of its CPU. A
    /// large one would wait for the system to clear many huge pages at once, of which a virtual machine may have few at
    /// hand: that cost up to a tenth of its CPU.
    const LARGEST: usize = 128 << 20;

    /// mimalloc asks for huge pages in each region that it reserves, of which this is the first.
    const FIRST_ARENA: c_int = 1;

    #[allow(unsafe_code)]
    unsafe extern "C" {
        /// Where a region of mimalloc begins and its size, which the bindings do not name.
        fn mi_arena_area(arena: c_int, size: *mut usize) -> *mut c_void;
    }

    /// Takes huge pages from all of the region in which this process allocates, but for what has them already.
    pub(super) fn leave_none() {
        advise(|size| [(0..size, Advice::LinuxNoHugepage)]);
    }

    /// Leaves them to the first [`LARGEST`] bytes of it.
    pub(super) fn leave_to_first() {
        advise(|size| {
            let first = size.min(LARGEST);
            [(0..first, Advice::LinuxHugepage), (first..size, Advice::LinuxNoHugepage)]
        });
    }

    /// Advises the system on parts of that region, which `of` gives for its size in bytes.
    fn advise<const N: usize>(of: impl FnOnce(usize) -> [(Range<usize>, Advice); N]) {
        let mut size = 0;
        // SAFETY: mimalloc 2, which is pinned, writes the size, or 0 where there is no such region. The advice is about memory
        // of that region, and changes nothing of what it holds.
        #[allow(unsafe_code)]
        unsafe {
            let start = mi_arena_area(FIRST_ARENA, &raw mut size);
            for (part, advice) in of(size).into_iter().filter(|(part, _)| !part.is_empty()) {
                // A kernel without huge pages refuses, and there is nothing to leave.
                let _ = madvise(start.byte_add(part.start), part.len(), advice);
            }
        }
    }
}
