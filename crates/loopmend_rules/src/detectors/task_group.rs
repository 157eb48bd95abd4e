//! Task groups of asyncio.

use loopmend_catalog::{Role, is};
use loopmend_index::summary::{Binding, BindingKind, Expression};
use loopmend_semantic::File;
use loopmend_semantic::file::lost_task::At;
use loopmend_semantic::infer::Type;

/// Returns whether an expression is an `asyncio.TaskGroup`, by its type or by the `async with` that binds its name.
pub(crate) fn is_task_group(file: &mut File, group: At) -> bool {
    let summary = file.summary();
    let entered = match summary.expression(group.expression) {
        Expression::Name(name) => match summary.bindings_of(group.scope, summary.name(name)) {
            [Binding { kind: BindingKind::With { value, .. }, scope, .. }] => Some((*value, *scope)),
            _ => None,
        },
        _ => None,
    };
    let path = entered.and_then(|(value, scope)| summary.import_path(scope, summary.callee_or_itself(value)));
    is(path.as_deref(), Role::TaskGroup)
        || file.types_of(group).into_iter().all(|part| match part {
            Type::Instance(class, _) => {
                file.inference_mut().inherits(class, "asyncio.taskgroups", "TaskGroup")
            }
            _ => false,
        })
}
