//! Async functions that the project names as console scripts.

use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Summary};
use loopmend_paths::{Made, Origins};
use loopmend_semantic::File;
use loopmend_semantic::infer::FunctionRef;

/// An `async def` that is a console script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AsyncScript {
    /// The header of the function, from `async` to the name.
    pub(crate) header: Span,
    /// The name of the function.
    pub(crate) name: String,
    /// The module and function that the project names.
    pub(crate) target: String,
}

/// Returns the async functions without decorators at the top of the file that are console scripts of the project.
pub(crate) fn async_scripts(file: &File) -> Vec<AsyncScript> {
    let (engine, summary) = (file.engine(), file.summary());
    let mut found: Vec<AsyncScript> = Vec::new();
    for target in engine.project().console_scripts() {
        let Some((module, name)) = target.split_once(':') else { continue };
        let [only] = summary.bindings_of(Summary::MODULE_SCOPE, name) else { continue };
        let BindingKind::Function(id) = only.kind else { continue };
        let function = summary.function(id);
        if !function.is_async || function.is_generator || function.decorators.len > 0 {
            continue;
        }
        let script = Origins::at_top(engine, engine.resolve(module, file.module()), name);
        let is_this = script == Some(Made::Function(FunctionRef { module: file.module(), function: id }));
        if is_this && found.iter().all(|known| known.name != name) {
            found.push(AsyncScript {
                header: function.header,
                name: name.to_owned(),
                target: target.clone(),
            });
        }
    }
    found
}
