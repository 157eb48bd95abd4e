//! The results of the tasks that a file starts.

use std::collections::BTreeSet;

use loopmend_catalog::Role;
use loopmend_index::summary::Usage;
use loopmend_semantic::File;
use loopmend_semantic::file::lost_task::{At, first_positional};
use loopmend_semantic::infer::Type;

/// The maximum number of starts of tasks in a file whose results are inferred.
const MAX_STARTS: usize = 20;

/// The type of the results if they are unknown or different. A set of such tasks takes every task, because the class is covariant.
const ANY_RESULT: &str = "object";

/// Returns the type of the results of the tasks that a file starts and does not await: `None` or a builtin class if it is the same for
/// all of them, and `object` otherwise.
pub(crate) fn infer_task_result(file: &mut File) -> String {
    let (module, summary) = (file.module(), file.summary());
    let starts = summary.calls.iter().filter(|site| {
        summary.last_roles(site.expression).has(Role::StartsLostTask)
            && matches!(site.usage, Usage::Dropped | Usage::Assigned)
    });
    let starts: Vec<At> = starts
        .take(MAX_STARTS + 1)
        .filter_map(|site| {
            let coroutine = first_positional(summary.arguments_of(site.expression)?)?;
            Some(At { module, scope: site.scope, expression: coroutine })
        })
        .collect();
    if starts.len() > MAX_STARTS {
        return ANY_RESULT.to_owned();
    }
    let results: BTreeSet<Option<String>> =
        starts.into_iter().map(|start| infer_result(file, start)).collect();
    match results.into_iter().collect::<Vec<_>>().as_slice() {
        [Some(only)] => only.clone(),
        _ => ANY_RESULT.to_owned(),
    }
}

/// Returns the name of the type that a coroutine returns, if it is `None` or a builtin class.
fn infer_result(file: &mut File, coroutine: At) -> Option<String> {
    let [made @ Type::Coroutine(..)] = *file.types_of(coroutine) else { return None };
    let inference = file.inference_mut();
    let result = inference.awaited_by_itself(made);
    match *inference.parts(result) {
        [Type::None] => Some("None".to_owned()),
        [Type::Instance(class, held)] if inference.types(held).is_empty() => {
            let path = inference.path_of_class(class);
            path.strip_prefix("builtins.").filter(|name| file.is_builtin(name)).map(str::to_owned)
        }
        _ => None,
    }
}
