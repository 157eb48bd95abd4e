//! Side effects estimated by the name of the callee, where nothing else is known of it.

use loopmend_catalog::{Role, Words, named};

/// The side effects of a method that is known by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// The method changes its receiver.
    Changes,
    /// The method changes nothing, and returns a new object.
    GivesNew,
    /// The method changes nothing.
    Reads,
    /// The side effects are unknown.
    Unknown,
}

pub(super) fn method(name: &str) -> Method {
    let roles = named(name);
    let bare = name.trim_start_matches('_');
    match () {
        () if roles.has(Role::ChangesReceiver) || roles.has(Role::ChangesContainer) => Method::Changes,
        () if roles.has(Role::ReturnsNewObject) => Method::GivesNew,
        () if roles.has(Role::ReadsContainer) => Method::Reads,
        () if Words::TruthPrefixes.all().iter().any(|word| bare.starts_with(word)) => Method::GivesNew,
        () if bare.starts_with("get_") => Method::Reads,
        () => Method::Unknown,
    }
}

/// Returns whether a function changes its first argument.
pub(super) fn changes_first(name: &str) -> bool {
    let roles = named(name);
    roles.has(Role::ChangesAttribute) || roles.has(Role::ChangesFirstArgument)
}

/// Returns whether a function returns its arguments or parts of them.
pub(super) fn gives_on(name: &str) -> bool {
    named(name).has(Role::ReturnsPart)
}

/// Returns whether the objects of a class never change.
pub(super) fn is_unchanging(class: &str) -> bool {
    named(class).has(Role::UnchangingClass)
}
