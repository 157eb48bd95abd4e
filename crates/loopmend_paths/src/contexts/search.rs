//! The search from a function up to its entry points.

use std::collections::VecDeque;
use std::sync::Arc;

use loopmend_catalog::{Role, named};
use loopmend_core::at_work::uncounted;
use loopmend_core::{Place, SourceKind};
use loopmend_index::calls::asks_for_loop;
use loopmend_index::summary::{BindingKind, Summary};
use rustc_hash::FxHashSet;

use super::callers::{Around, Callers, Control, Outside, Reach};
use super::frameworks::Context;
use super::given::Argument;
use crate::engine::{Engine, ModuleId};
use crate::infer::{FunctionRef, Inference};

/// What runs the end of a script.
pub(crate) const MAIN_GUARD: &str = "`if __name__ == \"__main__\"`";

/// The maximum number of functions to visit.
const MOST_FUNCTIONS: usize = 400;

/// Whether an event loop is running in the thread that reaches a function by a call path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OnLoop {
    /// A loop is running: plain calls lead from an `async def`, or from a callback of the loop, to the
    /// function.
    Yes,
    /// A loop may be running: something on the path may call the function that it receives.
    Maybe,
    /// No function on the path is `async`.
    No,
    /// A function on the path checks whether a loop is running, or handles the failure.
    Asked,
}

/// A function on a call path, and the place where it passes control on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The qualified name of the caller; empty for the top level of a module.
    pub caller: String,
    /// Whether the caller is an `async def`.
    pub is_async: bool,
    /// How the caller passes control on.
    pub control: Control,
    /// The place where the caller passes control on.
    pub place: Option<Place>,
    /// The call that passes control on: its module, and its index in the module.
    pub at: Option<(ModuleId, u32)>,
}

/// A call path from an entry point to a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The context at the start of the path.
    pub context: Context,
    /// Whether an event loop is running at the end of the path.
    pub on_loop: OnLoop,
    /// Whether the function may run in several threads of a pool at the same time.
    pub is_pool: bool,
    /// What runs the first function: `Celery`, `the console script ...`.
    pub by: String,
    /// The place of the call that registers the first function, if there is one.
    pub given: Option<Place>,
    /// That call: its module, and its index in the module.
    pub given_at: Option<(ModuleId, u32)>,
    /// The functions on the path, outermost first.
    pub hops: Vec<Hop>,
}

/// The contexts of a function, each with its shortest path.
#[derive(Clone, Debug, Default)]
pub struct Contexts {
    /// The shortest path for each context and state of the loop, shortest first.
    pub ways: Vec<Way>,
    /// Whether the search hit a limit, so that more contexts may exist.
    pub is_cut: bool,
}

impl<'e> Inference<'e> {
    /// Returns the contexts in which a function of the project runs. This is an outermost query.
    pub fn contexts(&mut self, function: FunctionRef) -> Arc<Contexts> {
        self.contexts_around(Around::Function(function))
    }

    /// Returns the contexts of the enclosing code of a call.
    pub fn contexts_around(&mut self, around: Around) -> Arc<Contexts> {
        self.contexts_until(around, &|_| false)
    }

    /// Returns the contexts of the enclosing code of a call. The search starts at the nearest callers, and ends early once `is_enough` holds for
    /// the contexts found so far. This is an outermost query.
    pub fn contexts_until(&mut self, around: Around, is_enough: &dyn Fn(&Contexts) -> bool) -> Arc<Contexts> {
        let engine = self.engine;
        if let Some(known) = engine.control.contexts.shard(&around).get(&around) {
            return known.clone();
        }
        let open = Open { around, is_wrapper: false, on_loop: SoFar::Nothing, link: None };
        let mut search = Search::new(self);
        let is_complete = uncounted(|| search.follow(open, is_enough));
        let found = Arc::new(search.found);
        if is_complete {
            engine.control.contexts.shard(&around).entry(around).or_insert(found).clone()
        } else {
            found
        }
    }

    /// Returns the contexts in which an argument of a call runs.
    pub fn contexts_of_argument(&mut self, module: ModuleId, argument: Argument) -> Arc<Contexts> {
        match self.reach_of_argument(module, argument) {
            Reach::Outside(outside) => {
                let mut search = Search::new(self);
                search.outside(&outside, SoFar::Nothing, None);
                Arc::new(search.found)
            }
            Reach::From { around, expects_failure, .. } => {
                let on_loop = SoFar::Nothing.behind(Control::Given, expects_failure);
                let open = Open { around, is_wrapper: false, on_loop, link: None };
                Arc::new(Search::new(self).run(open))
            }
        }
    }

    /// Returns the contexts of the wrapper that a decorator creates for a function.
    pub fn contexts_of_wrapper(&mut self, function: FunctionRef) -> Arc<Contexts> {
        let around = Around::Function(function);
        let open = Open { around, is_wrapper: true, on_loop: SoFar::Nothing, link: None };
        Arc::new(Search::new(self).run(open))
    }
}

/// An edge on the current path.
struct Link {
    around: Around,
    control: Control,
    at: Option<(ModuleId, u32)>,
    parent: Option<usize>,
}

/// An unvisited node of the search.
struct Open {
    around: Around,
    /// Whether the node is the wrapper that a decorator creates, rather than the function itself.
    is_wrapper: bool,
    on_loop: SoFar,
    link: Option<usize>,
}

/// What is known about a running loop on the path below a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum SoFar {
    /// No function there is `async`.
    Nothing,
    /// No function there is `async`, and a function may be passed on rather than called there.
    Unsure,
    /// The state is known.
    Known(OnLoop),
}

impl SoFar {
    /// Combines this state with what a function on the path states itself.
    fn at(self, own: Option<OnLoop>) -> Self {
        match (self, own) {
            (Self::Known(_), _) | (_, None) => self,
            (Self::Unsure, Some(OnLoop::Yes)) => Self::Known(OnLoop::Maybe),
            (_, Some(own)) => Self::Known(own),
        }
    }

    /// Returns the state after a step to a predecessor.
    fn behind(self, control: Control, expects_failure: bool) -> Self {
        match self {
            Self::Known(_) => self,
            _ if expects_failure => Self::Known(OnLoop::Asked),
            _ if control == Control::Given => Self::Unsure,
            _ => self,
        }
    }
}

struct Search<'i, 'e> {
    inference: &'i mut Inference<'e>,
    engine: &'e Engine<'e>,
    links: Vec<Link>,
    open: VecDeque<Open>,
    seen: FxHashSet<(Around, bool, SoFar)>,
    found: Contexts,
}

impl<'i, 'e> Search<'i, 'e> {
    fn new(inference: &'i mut Inference<'e>) -> Self {
        let engine = inference.engine;
        let (links, open, seen) = (Vec::new(), VecDeque::new(), FxHashSet::default());
        Self { inference, engine, links, open, seen, found: Contexts::default() }
    }

    fn run(mut self, open: Open) -> Contexts {
        self.follow(open, &|_| false);
        self.found
    }

    /// Searches from a node, until the contexts found are enough. Returns `true` if no context is left out for that.
    fn follow(&mut self, open: Open, is_enough: &dyn Fn(&Contexts) -> bool) -> bool {
        self.open.push_back(open);
        while let Some(next) = self.open.pop_front() {
            if is_enough(&self.found) {
                return false;
            }
            if !self.seen.insert((next.around, next.is_wrapper, next.on_loop)) {
                continue;
            }
            if self.seen.len() > MOST_FUNCTIONS {
                self.found.is_cut = true;
                break;
            }
            match next.around {
                Around::Function(function) => self.function(function, &next),
                Around::Top(module, is_in_script) => self.top(module, is_in_script, &next),
            }
        }
        true
    }

    fn function(&mut self, function: FunctionRef, open: &Open) {
        let on_loop = open.on_loop.at(self.on_loop_in(function, open.is_wrapper));
        let callers = self.inference.callers_of(function);
        self.found.is_cut |= callers.is_cut;
        for reach in &callers.all {
            match reach {
                Reach::Outside(outside) => self.outside(outside, on_loop, open.link),
                Reach::From { around, at, control, expects_failure } => {
                    let on_loop = on_loop.behind(*control, *expects_failure);
                    let (around, control, at, parent) = (*around, *control, *at, open.link);
                    self.links.push(Link { around, control, at, parent });
                    let link = Some(self.links.len() - 1);
                    let is_wrapper = control == Control::Wrapped;
                    self.open.push_back(Open { around, is_wrapper, on_loop, link });
                }
            }
        }
        self.nobody(function, &callers, on_loop, open.link);
    }

    /// Records that unknown code may call a function that only tests, or nothing, call.
    fn nobody(&mut self, function: FunctionRef, callers: &Callers, on_loop: SoFar, link: Option<usize>) {
        let engine = self.engine;
        let is_example = engine.is_of_examples(function.module);
        let is_aside = |module| engine.is_of_tests(module) || !is_example && engine.is_of_examples(module);
        let is_only_tested = callers.all.iter().all(|reach| match reach {
            Reach::From { around: Around::Function(FunctionRef { module, .. }), .. }
            | Reach::From { around: Around::Top(module, _), .. } => is_aside(*module),
            Reach::Outside(_) => false,
        });
        if !is_only_tested {
            return;
        }
        let (module, is_called) = (function.module, !callers.all.is_empty());
        let (context, by) = match () {
            () if engine.is_of_tests(module) => (Context::Test, "a helper of tests"),
            () if self.is_notebook(module) => (Context::Notebook, "a cell"),
            () if callers.is_cut => (Context::Library, "one of too many calls"),
            () if is_called => (Context::Library, "only tests and examples call it"),
            () => (Context::Library, "nothing in the project calls it"),
        };
        if is_called && context != Context::Library {
            return;
        }
        let runs_on_loop = context == Context::Notebook;
        self.outside(&Outside { runs_on_loop, ..Outside::new(context, by) }, on_loop, link);
    }

    /// Returns the state of the loop in a function, if the function itself shows it.
    fn on_loop_in(&self, function: FunctionRef, is_wrapper: bool) -> Option<OnLoop> {
        let summary = self.engine.summary(function.module);
        let definition = summary.function(function.function);
        if is_wrapper {
            return None;
        }
        let own = summary.calls_in(definition.scope);
        let asks = own.clone().any(|site| asks_for_loop(summary, site));
        let is_async = definition.is_async || named(summary.name(definition.name)).has(Role::CalledByAsync);
        let is_async = is_async.then_some(OnLoop::Yes);
        if asks { Some(OnLoop::Asked) } else { is_async }
    }

    fn top(&mut self, module: ModuleId, is_in_script: bool, open: &Open) {
        let mut outside = self.outside_of_module(module, is_in_script);
        let is_given = self.is_given_on(open.link);
        if is_given && outside.context == Context::Library {
            outside.by = "what it is given to".to_owned();
        }
        self.outside(&outside, open.on_loop, open.link);
    }

    /// Returns whether a function on the path may be passed on rather than called.
    fn is_given_on(&self, link: Option<usize>) -> bool {
        let mut links = std::iter::successors(link, |link| self.links[*link].parent);
        links.any(|link| self.links[link].control == Control::Given)
    }

    fn outside_of_module(&self, module: ModuleId, is_in_script: bool) -> Outside {
        let path = self.engine.shown_path(module).unwrap_or_default();
        if self.is_notebook(module) && !is_in_script {
            return Outside { runs_on_loop: true, ..Outside::new(Context::Notebook, "a cell") };
        }
        if self.engine.is_of_tests(module) && !is_in_script {
            return Outside::new(Context::Test, "the top of a file of tests");
        }
        let is_main = path.rsplit(['/', '\\']).next() == Some("__main__.py");
        if is_in_script || is_main {
            let context = match is_main || self.reads_arguments(module) {
                true => Context::CommandLine,
                false => Context::Script,
            };
            let by = if is_in_script { MAIN_GUARD } else { "`python -m`" };
            return Outside::new(context, by);
        }
        match self.importer(module) {
            Some(importer) => {
                let importer = self.engine.shown_path(importer).unwrap_or_default();
                Outside::new(Context::Library, &format!("the import in {importer}"))
            }
            None if self.engine.is_package(module) => {
                Outside::new(Context::Library, "the import of the package")
            }
            None => Outside::new(Context::Script, "the top of a module that nothing imports"),
        }
    }

    fn importer(&self, module: ModuleId) -> Option<ModuleId> {
        let name = self.engine.module_name(module);
        let found = if name.is_empty() { None } else { self.engine.first_importer(name) };
        found.filter(|importer| *importer != module)
    }

    fn is_notebook(&self, module: ModuleId) -> bool {
        let source = self.engine.load(module).source.as_ref();
        source.is_some_and(|source| source.kind == SourceKind::Notebook)
    }

    /// Returns whether a module imports a parser for command-line arguments.
    fn reads_arguments(&self, module: ModuleId) -> bool {
        let summary: &Summary = self.engine.summary(module);
        summary.bindings.iter().any(|binding| match binding.kind {
            BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => {
                named(summary.name(module).split('.').next()).has(Role::ParsesCommandLine)
            }
            _ => false,
        })
    }

    /// Adds a path, unless one with the same context and state is known.
    fn outside(&mut self, outside: &Outside, on_loop: SoFar, link: Option<usize>) {
        let on_loop = match on_loop.at(outside.runs_on_loop.then_some(OnLoop::Yes)) {
            SoFar::Known(known) => known,
            SoFar::Nothing | SoFar::Unsure => OnLoop::No,
        };
        let known = |way: &&mut Way| way.context == outside.context && way.on_loop == on_loop;
        if let Some(way) = self.found.ways.iter_mut().find(known) {
            way.is_pool |= outside.is_pool;
            return;
        }
        self.found.ways.push(Way {
            context: outside.context,
            on_loop,
            is_pool: outside.is_pool,
            by: outside.by.clone(),
            given: outside.at.and_then(|at| self.place(at)),
            given_at: outside.at,
            hops: self.hops(link),
        });
    }

    /// Returns the hops up to a link, outermost first.
    fn hops(&self, link: Option<usize>) -> Vec<Hop> {
        let mut hops = Vec::new();
        let mut next = link;
        while let Some(link) = next.map(|next| &self.links[next]) {
            hops.push(self.hop(link));
            next = link.parent;
        }
        hops
    }

    fn hop(&self, link: &Link) -> Hop {
        let (caller, is_async) = match link.around {
            Around::Function(function) => {
                let summary = self.engine.summary(function.module);
                let definition = summary.function(function.function);
                (summary.qualified_name(definition.scope), definition.is_async)
            }
            Around::Top(..) => (String::new(), false),
        };
        let place = link.at.and_then(|at| self.place(at)).or_else(|| self.definition(link.around));
        Hop { caller, is_async, control: link.control, place, at: link.at }
    }

    fn place(&self, (module, call): (ModuleId, u32)) -> Option<Place> {
        let summary = self.engine.summary(module);
        let span = summary.span(summary.calls[call as usize].expression);
        Some(Place::Span { path: self.engine.shown_path(module)?, span })
    }

    fn definition(&self, around: Around) -> Option<Place> {
        let Around::Function(function) = around else { return None };
        let span = self.engine.summary(function.module).function(function.function).header;
        Some(Place::Span { path: self.engine.shown_path(function.module)?, span })
    }
}
