//! Fixtures and properties, recognised by the names of their decorators.

use loopmend_catalog::{Role, named};

use crate::summary::{Binding, BindingKind, ExpressionId, FunctionId, Summary};

/// Returns whether a function is decorated as a fixture: `@pytest.fixture`, `@pytest_asyncio.fixture(...)`.
pub fn is_fixture(summary: &Summary, function: FunctionId) -> bool {
    summary
        .list(summary.function(function).decorators)
        .iter()
        .any(|decorator| names_fixture(summary, *decorator))
}

/// Returns whether an expression is `pytest.fixture` or a similar decorator, or a call of it.
pub fn names_fixture(summary: &Summary, expression: ExpressionId) -> bool {
    is_named(summary, expression, |name| {
        name == "fixture" || name.ends_with("_fixture") && name != "fixture_"
    })
}

/// Returns whether the last name of a decorator or of its callee matches, or the original name of its
/// import does.
pub fn is_named(summary: &Summary, decorator: ExpressionId, is_such: impl Fn(&str) -> bool) -> bool {
    let Some(name) = summary.last_name_id(decorator) else { return false };
    let imported = || {
        let entry = summary.entry_of(Summary::MODULE_SCOPE, name)?;
        match summary.bindings_in(entry) {
            [Binding { kind: BindingKind::ImportFrom { name, .. }, .. }] => Some(summary.name(*name)),
            _ => None,
        }
    };
    is_such(summary.name(name)) || imported().is_some_and(is_such)
}

/// Returns whether a function runs when it is read as an attribute.
pub fn is_property(summary: &Summary, function: FunctionId) -> bool {
    let decorators = summary.list(summary.function(function).decorators).iter();
    decorators
        .filter_map(|decorator| summary.last_name(*decorator))
        .any(|name| named(name).has(Role::Property))
}
