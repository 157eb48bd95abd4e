//! Functions that a test patches, so that what they use is not used in that test.

use loopmend_core::Span;
use loopmend_index::summary::{FunctionId, ScopeKind, Summary};
use loopmend_paths::{Around, Control, Reach};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{FunctionRef, Inference};
use rustc_hash::FxHashSet;

/// The maximum number of functions that a search visits.
const MAX_FUNCTIONS: usize = 300;

/// The code that may patch functions while a test runs.
///
/// That is a test with its decorators, what stands around it in its file, and the `conftest.py` files above it.
pub(super) struct Patches {
    /// The last names of the paths that strings of this code end with, and the names of attributes that it assigns to objects.
    names: FxHashSet<String>,
}

impl Patches {
    /// The patches around a function, or the top level of a module, of the tests; `None` for other code.
    pub(super) fn around(
        inference: &mut Inference,
        module: ModuleId,
        function: Option<FunctionId>,
    ) -> Option<Self> {
        let engine = inference.engine();
        if !engine.is_of_tests(module) {
            return None;
        }
        let summary = engine.summary(module);
        let text = read_text(inference, module)?;
        let mut names = FxHashSet::default();
        names.extend(quoted_ends(&without(&text, &other_tests(summary, function))).map(str::to_owned));
        for conftest in inference.conftests(module) {
            let text = read_text(inference, conftest).unwrap_or_default();
            names.extend(quoted_ends(&text).map(str::to_owned));
        }
        let scopes = summary.scopes.iter().filter(|scope| match scope.kind {
            ScopeKind::Function(found) => Some(found) == function,
            _ => true,
        });
        let entries = scopes.filter(|scope| scope.binds_attributes).flat_map(|scope| &scope.entries);
        names.extend(
            entries.filter_map(|entry| Some(summary.name(entry.name).rsplit_once('.')?.1.to_owned())),
        );
        Some(Self { names })
    }

    /// Returns whether a function leads to another one by calls of functions that are not patched.
    pub(super) fn leave_path(&self, inference: &mut Inference, to: FunctionRef, from: FunctionRef) -> bool {
        let mut seen = FxHashSet::from_iter([to]);
        let mut open = vec![to];
        while let Some(function) = open.pop().filter(|_| seen.len() < MAX_FUNCTIONS) {
            if self.replace(inference, function) {
                continue;
            }
            if function == from {
                return true;
            }
            for reach in &inference.callers_of(function).all {
                match reach {
                    Reach::From { around: Around::Function(caller), control, .. }
                        if *control != Control::Given && seen.insert(*caller) =>
                    {
                        open.push(*caller);
                    }
                    _ => {}
                }
            }
        }
        false
    }

    fn replace(&self, inference: &Inference, function: FunctionRef) -> bool {
        let summary = inference.engine().summary(function.module);
        self.names.contains(summary.name(summary.function(function.function).name))
    }
}

fn read_text(inference: &Inference, module: ModuleId) -> Option<String> {
    let project = inference.engine().project();
    let file = project.files().get(module.index())?;
    Some(project.read(&file.path).ok()?.text.clone())
}

/// Returns the ranges of the tests of a module other than one, with their decorators.
fn other_tests(summary: &Summary, own: Option<FunctionId>) -> Vec<Span> {
    let all = (0..).map(FunctionId).zip(&summary.functions);
    let others = all.filter(|(id, function)| {
        Some(*id) != own && summary.name(function.name).starts_with("test") && {
            let around = summary.scope_around(function.scope);
            !matches!(summary.scope(around).kind, ScopeKind::Function(_))
        }
    });
    let range = |function: &loopmend_index::summary::Function| {
        let decorators = summary.list(function.decorators).iter().map(|it| summary.span(*it).start);
        Span::new(decorators.min().unwrap_or(function.header.start), function.end)
    };
    others.map(|(_, function)| range(function)).collect()
}

fn without(text: &str, ranges: &[Span]) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for range in ranges.iter().map(|range| range.as_range()) {
        kept.push_str(text.get(from..range.start).unwrap_or_default());
        from = from.max(range.end);
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

/// Returns the last names before each quote: `save` of `"shop.store.save"`.
fn quoted_ends(text: &str) -> impl Iterator<Item = &str> {
    let is_of_name = |character: char| character.is_alphanumeric() || character == '_';
    text.match_indices(['"', '\'']).filter_map(move |(end, _)| {
        let before = text[..end].trim_end_matches(is_of_name);
        let name = &text[before.len()..end];
        (!name.is_empty() && before.ends_with(['"', '\'', '.'])).then_some(name)
    })
}

/// Returns whether a text has an ending of a quoted name that is not the end of a longer word.
pub(super) fn is_quoted_end(text: &str, ending: &str) -> bool {
    text.match_indices(ending).any(|(place, _)| text[..place].ends_with(['"', '\'', '.']))
}
