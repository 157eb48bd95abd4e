//! Calls that patch event loops so that they can be nested.

use loopmend_catalog::{Role, Words, entries_with, named};
use loopmend_core::Place;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{BindingKind, CallSite, Expression, Summary};
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::{Call, CellStart, ChainEnd, call_of};

/// A call that patches event loops.
#[derive(Clone, Debug)]
pub(crate) struct LoopPatch {
    /// The call.
    pub(crate) call: Call,
    /// The module of the callee.
    pub(crate) module: String,
}

/// A start of an event loop on a running one, which a patch prevents from raising.
#[derive(Clone, Debug)]
pub(crate) struct HiddenStart {
    /// The call in the `async def`.
    pub(crate) place: Place,
    /// The qualified name of the `async def`; empty at the top level of a notebook cell.
    pub(crate) around: String,
    /// The documented name of the callee that starts the loop.
    pub(crate) name: &'static str,
    /// The number of further calls on the path to the start.
    pub(crate) steps: usize,
}

/// The loop starts of the project that need a patch.
#[derive(Debug, Default)]
pub(crate) struct NeededBy {
    /// The nested loop starts that the patches hide, with the fewest calls first.
    pub(crate) hidden: Vec<HiddenStart>,
    /// The name of the first function that starts a loop and may be called back on a running one.
    pub(crate) callback: Option<(Place, String)>,
}

/// Returns the calls in tests, fixtures and `conftest.py` files that patch event loops, in source
/// order.
pub(crate) fn loop_patches(file: &mut File) -> Vec<LoopPatch> {
    match nesting_module(file.summary()) {
        Some(name) if file.settings_of_tests(name).is_some() => {
            let patches = patches_in(file.summary());
            let is_left = patches.is_empty() || keeps_loop_running(file) && !program_nests_loops(file);
            if is_left { Vec::new() } else { patches }
        }
        _ => Vec::new(),
    }
}

/// Returns whether a test of the project uses a library that keeps a loop running between tests, such as the plain API of playwright. The
/// patch lets plugins run async tests and fixtures beside it.
fn keeps_loop_running(file: &mut File) -> bool {
    let engine = file.engine();
    file.inference_mut().rest_on_all_texts();
    entries_with(Role::KeepsLoopRunning).any(|known| {
        let package = known.name.split('.').next().unwrap_or_default();
        let mut files = engine.files_with_word(package).into_iter();
        files.any(|module| {
            engine.is_of_tests(module)
                && engine.summary(module).imported_modules().any(|imported| imported == known.name)
        })
    })
}

/// Returns whether the program starts an event loop in an `async` function, outside of tests.
fn program_nests_loops(file: &mut File) -> bool {
    let engine = file.engine();
    let mut modules = (0..engine.project().files().len()).map(ModuleId::of_file);
    modules.any(|module| {
        file.inference_mut().rest_on_text(module);
        !engine.is_of_tests(module) && !File::new(engine, module).starts_in_async().is_empty()
    })
}

/// Returns the calls that patch event loops, in source order. Also returns the loop starts in the project that
/// need the patches. In a notebook, whose cells run on a loop, a patch counts only if a cell itself needs it.
/// Skips command-line programs and examples, which own their process.
pub(crate) fn nesting_patches(file: &mut File) -> (Vec<LoopPatch>, NeededBy) {
    let summary = file.summary();
    let Some(name) = nesting_module(summary) else { return Default::default() };
    if file.has_loop_to_itself() || file.settings_of_tests(name).is_some() {
        return Default::default();
    }
    let mut patches = patches_in(summary);
    patches.retain(|patch| {
        let site = &patch.call.site;
        !site.expects_exception && !site.is_in_script && !asks_for_shell(summary, site)
    });
    if patches.is_empty() {
        return Default::default();
    }
    let needed_by = if file.is_notebook() {
        NeededBy { hidden: starts_in_cells(file), callback: None }
    } else {
        hidden_starts(file)
    };
    if file.is_notebook() && needed_by.hidden.is_empty() {
        return Default::default();
    }
    (patches, needed_by)
}

/// Returns the calls in `async` functions of the project that lead to an event loop start, and the first start in a
/// function that may be called back.
fn hidden_starts(file: &mut File) -> NeededBy {
    let engine = file.engine();
    let modules = (0..engine.project().files().len()).map(ModuleId::of_file);
    let (mut hidden, mut callback) = (Vec::new(), None);
    for module in modules {
        file.inference_mut().rest_on_text(module);
        let Some(path) = engine.shown_path(module) else { continue };
        let mut file = File::new(engine, module);
        if file.is_in_tests() || !engine.runs_in_nested_loops(module) {
            continue;
        }
        if callback.is_none() {
            callback = start_in_callback(&file, path.as_ref());
        }
        for chain in file.starts_in_async() {
            let ChainEnd::Start { name, .. } = chain.end else { continue };
            let place = Place::Span { path: path.clone(), span: chain.call.span };
            hidden.push(HiddenStart { place, around: chain.around, name, steps: chain.links.len() });
        }
    }
    hidden.sort_by_key(|start| start.steps);
    NeededBy { hidden, callback }
}

/// Returns the first loop start of a file in a function that other code may call on a running loop: a special method, a closure, a
/// function that is passed on, or one of a notebook.
fn start_in_callback(file: &File, path: &str) -> Option<(Place, String)> {
    let summary = file.summary();
    let starts = summary.calls.iter().filter(|site| named(called_name(summary, site)).has(Role::RunsLoop));
    let mut callbacks = starts.filter_map(|site| {
        let function = summary.function_around(site.scope)?;
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let is_nested = summary.enclosing_function(summary.scope_around(definition.scope)).is_some();
        let is_passed_on = || summary.passed_on.contains(&definition.name);
        let may_be_called_back =
            !definition.is_async && (is_special(name) || is_nested || is_passed_on() || file.is_notebook());
        let place = Place::Span { path: path.into(), span: summary.span(site.expression) };
        may_be_called_back.then(|| (place, summary.qualified_name(definition.scope)))
    });
    callbacks.next()
}

/// Returns whether Python calls a method of this name for other code, as for `document_loader(url)`.
fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

fn starts_in_cells(file: &mut File) -> Vec<HiddenStart> {
    let starts = file.cell_starts();
    let Some(path) = file.engine().shown_path(file.module()) else { return Vec::new() };
    let hidden = |start: CellStart| HiddenStart {
        place: Place::Span { path: path.clone(), span: start.call.span },
        around: String::new(),
        name: start.name,
        steps: 0,
    };
    starts.into_iter().map(hidden).collect()
}

/// Returns whether a call is in a branch that checks if a shell or notebook runs the code: `if
/// in_notebook():`.
fn asks_for_shell(summary: &Summary, site: &CallSite) -> bool {
    let asks = |other: &CallSite| {
        let name = called_name(summary, other).unwrap_or_default().to_lowercase();
        other.scope == site.scope && name.split('_').any(|word| Words::Shells.has(word))
    };
    site.branches > 0 && summary.calls.iter().any(asks)
}

/// Returns the module that patches loops, if a file mentions it and applies it.
fn nesting_module(summary: &Summary) -> Option<&'static str> {
    let names = &summary.names;
    let name = Role::NestsLoops.names().iter().find(|name| names.find(name).is_some());
    name.copied().filter(|_| names.find("apply").is_some())
}

fn patches_in(summary: &Summary) -> Vec<LoopPatch> {
    let patches = summary.calls.iter().filter_map(|site| {
        let module = module_of_patch(summary, site)?.to_owned();
        Some(LoopPatch { call: call_of(summary, site), module })
    });
    patches.collect()
}

/// Returns the module of `nest_asyncio.apply()`, regardless of how it is imported.
fn module_of_patch<'s>(summary: &'s Summary, site: &CallSite) -> Option<&'s str> {
    let callee = summary.callee_or_itself(site.expression);
    let (name, attribute) = match summary.expression(callee) {
        Expression::Name(name) => (name, None),
        Expression::Attribute { value, name: attribute } => match summary.expression(value) {
            Expression::Name(name) => (name, Some(summary.name(attribute))),
            _ => return None,
        },
        _ => return None,
    };
    let bindings = summary.nearest_bindings(site.scope, summary.name(name));
    let module = match (bindings.last()?.kind, attribute) {
        (BindingKind::Import { module }, Some("apply")) => summary.name(module),
        (BindingKind::ImportFrom { module, name }, None) if summary.name(name) == "apply" => {
            summary.name(module)
        }
        _ => return None,
    };
    named(module).has(Role::NestsLoops).then_some(module)
}
