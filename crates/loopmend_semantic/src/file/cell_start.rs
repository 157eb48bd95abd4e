//! Calls at the top level of notebook cells that start an event loop. The cells already run on one.

use loopmend_core::{SourceKind, Span};
use loopmend_index::call_targets::RUN_FUNCTIONS;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{CallSite, Summary};
use loopmend_paths::Target;

use super::{Call, File, call_of};
use crate::file::control::awaited_argument;

/// A call that starts an event loop while the loop of the notebook is running.
#[derive(Clone, Copy, Debug)]
pub struct CellStart {
    /// The call.
    pub call: Call,
    /// The documented name of the callee.
    pub name: &'static str,
    /// The coroutine that the call runs, if `await` before it can replace the call.
    pub awaitable: Option<Span>,
}

impl File<'_> {
    /// Returns the calls at the top level of the cells that start an event loop, in source order. Skips
    /// calls where a `RuntimeError` is expected, and cells that list a script. Returns nothing for a file that is not a notebook.
    pub fn cell_starts(&mut self) -> Vec<CellStart> {
        if !self.is_notebook() {
            return Vec::new();
        }
        let (module, summary) = (self.module(), self.summary());
        let mut starts = Vec::new();
        for site in summary.calls_in(Summary::MODULE_SCOPE) {
            let may_start = called_name(summary, site)
                .is_some_and(|called| RUN_FUNCTIONS.iter().any(|start| start.called == called));
            if !may_start || site.survives_runtime_error() || self.is_in_listed_script(site) {
                continue;
            }
            let step = self.inference_mut().step_of(module, site);
            if let [Target::Start(place)] = step.map(|step| step.targets).unwrap_or_default()[..] {
                let start = &RUN_FUNCTIONS[usize::from(place)];
                let may_await = start.takes_awaitable && !self.is_in_magic_cell(site);
                let awaitable = awaited_argument(summary, site).filter(|_| may_await);
                starts.push(CellStart { call: call_of(summary, site), name: start.name, awaitable });
            }
        }
        starts
    }

    /// Returns whether the cell around a call starts with a magic such as `%%time`. The magic compiles the
    /// rest of the cell itself, without top-level `await` (github.com/ipython/ipython/issues/11314).
    fn is_in_magic_cell(&self, site: &CallSite) -> bool {
        self.cell_from(site).trim_start().starts_with("%%")
    }

    /// Returns whether a call belongs to a script that its cell lists for the reader: it is in
    /// `if __name__ == "__main__":`, or the cell starts with `#!`.
    fn is_in_listed_script(&self, site: &CallSite) -> bool {
        site.is_in_script || self.cell_from(site).trim_start().starts_with("#!")
    }

    /// Returns the text from the start of the cell around a call.
    fn cell_from(&self, site: &CallSite) -> &str {
        let Some(source) = self.source() else { return "" };
        let cell = source.cell(self.summary().span(site.expression).start);
        let start = cell.map_or(0, |(_, start)| start as usize);
        source.text.get(start..).unwrap_or_default()
    }

    /// Returns the calls of [`File::cell_starts`], unless an import of the notebook makes nested event
    /// loops possible.
    pub fn failing_cell_starts(&mut self) -> Vec<CellStart> {
        let starts = self.cell_starts();
        if starts.is_empty() || self.runs_in_nested_loops() { Vec::new() } else { starts }
    }

    /// Returns whether the file is a notebook, whose cells run on an event loop.
    pub fn is_notebook(&self) -> bool {
        self.source().is_some_and(|source| source.kind == SourceKind::Notebook)
    }
}
