//! Objects that are bound to the thread that uses them.

use loopmend_catalog::{Role, named};

/// Returns whether something of this name may depend on the calling thread.
pub fn is_of_the_thread(name: &str) -> bool {
    named(name).has(Role::OfTheThread)
}
