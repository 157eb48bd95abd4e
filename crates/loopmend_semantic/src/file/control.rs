//! Calls in `async` functions that lead to starting a second event loop, or to blocking the running one.

use std::rc::Rc;

use loopmend_catalog::{Role, is, named};
use loopmend_core::{Place, Span};
use loopmend_index::call_targets::RUN_FUNCTIONS;
use loopmend_index::calls::called_name;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{
    ArgumentKind, Binding, BindingKind, CallSite, Expression, FunctionId, Summary,
};
use loopmend_paths::{CallForm, EndKind, Leg, Step, Target, is_of_the_thread};

use super::{Call, File, call_of};
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Type};

/// A call in an `async def`, with the call path that starts there.
#[derive(Clone, Debug)]
pub struct ControlChain {
    /// The call in the `async def`.
    pub call: Call,
    /// The qualified name of the `async def`.
    pub around: String,
    /// The code that makes `call`.
    pub form: CallForm,
    /// The following calls; the last one is the target. Empty if `call` itself is the target.
    pub links: Vec<ChainLink>,
    /// Whether a function on the path may depend on the thread that calls it: it needs the event loop, or
    /// an object bound to it.
    pub needs_its_thread: bool,
    /// The number of calls of a long path that are omitted from `links`.
    pub left_out: usize,
    /// The number of `links` before the omitted ones.
    pub shown_first: usize,
    /// The target of the call path.
    pub end: ChainEnd,
    /// Whether each call certainly leads to the next one.
    pub is_certain: bool,
    /// Whether the callee of `call` is known exactly.
    pub calls_exactly: bool,
    /// Whether `call` calls a function or class directly, not a method that other objects or classes may
    /// also have.
    pub calls_unbound: bool,
}

/// A further call on a call path.
#[derive(Clone, Debug)]
pub struct ChainLink {
    /// The qualified name of the calling function.
    pub caller: String,
    /// The code that makes the call.
    pub form: CallForm,
    /// The callee as written, if it is on one line.
    pub callee: Option<String>,
    /// The place of the call.
    pub place: Option<Place>,
}

/// The target of a call path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainEnd {
    /// The call starts an event loop.
    Start {
        /// The documented name of the callee.
        name: &'static str,
        /// The coroutine that a direct call runs, if `await` before it can replace the call.
        awaitable: Option<Span>,
    },
    /// The call blocks.
    Blocks {
        /// The public dotted name of the callee.
        path: String,
        /// What `async` code should do instead, in Markdown.
        instead: String,
    },
}

/// The maximum number of branches on the path to a blocking call. More branches indicate a rare case.
const MOST_BRANCHES: usize = 1;

/// The maximum number of calls shown for a long path, half of them at each end.
const MOST_SHOWN: usize = 16;

/// The maximum length of a path that is followed. Of a longer path only the first calls and the last one
/// are known. Each function of a long path may start a path of its own.
const LONGEST_FOLLOWED: u32 = 200;

/// A call that a plain function on a path makes.
pub(super) struct Made {
    pub(super) function: FunctionRef,
    pub(super) form: CallForm,
    pub(super) call: Call,
    pub(super) is_exact: bool,
}

impl File<'_> {
    /// Returns the calls in `async` functions that lead to starting an event loop, at any depth, in source
    /// order. Skips calls after a check whether a loop is running, and calls where a `RuntimeError` is
    /// expected. Also skips files in which event loops are patched so that they can be nested.
    pub fn nested_starts(&mut self) -> Vec<ControlChain> {
        let starts = self.starts_in_async();
        if starts.is_empty() || self.runs_in_nested_loops() { Vec::new() } else { starts }
    }

    /// Returns the calls of [`File::nested_starts`] whether or not the project patches loops.
    pub fn starts_in_async(&mut self) -> Vec<ControlChain> {
        self.chains_to(EndKind::Start)
    }

    /// Returns the calls in `async` functions that lead to a blocking call, at any depth, in source order.
    /// Skips tests and examples, and code during which nothing else runs on the loop: command-line programs, and
    /// the start of servers.
    pub fn blocking_calls(&mut self) -> Vec<ControlChain> {
        match self.is_in_tests() || self.is_of_examples() {
            true => Vec::new(),
            false => self.chains_to(EndKind::Block),
        }
    }

    /// Returns whether the name `module` refers to the module of this name at a call, through a plain
    /// `import`.
    pub fn is_imported(&self, call: &Call, module: &str) -> bool {
        let summary = self.summary();
        let nearest = summary.nearest_bindings(call.scope(), module);
        let imports = |binding: &Binding| matches!(binding.kind, BindingKind::Import { module: name } if summary.name(name) == module);
        !nearest.is_empty() && nearest.iter().all(imports)
    }

    fn chains_to(&mut self, kind: EndKind) -> Vec<ControlChain> {
        let steps = self.steps_in_async();
        steps.iter().filter_map(|(function, step)| self.chain_of(*function, step, kind)).collect()
    }

    /// Returns the calls in `async` functions that may lead to a target, in source order.
    fn steps_in_async(&mut self) -> Rc<[(FunctionId, Step)]> {
        if let Some(known) = &self.control_steps {
            return known.clone();
        }
        let (module, summary) = (self.module(), self.summary());
        // Nothing is found without an `async def`, and the call graph needs all files.
        if !summary.has_async_functions() {
            return Rc::default();
        }
        let hot = self.engine().hot_calls(module);
        for unchecked in &hot.unchecked {
            self.inference_mut().rest_on_text(*unchecked);
        }
        let is_on_loop = |function: FunctionId| {
            summary.function(function).is_async && !runs_without_loop(summary, function)
        };
        let in_async = hot.calls.iter().filter(|(function, _)| is_on_loop(*function));
        let inference = self.inference_mut();
        let mut steps: Vec<(FunctionId, Step)> = Vec::new();
        for (function, site) in in_async {
            steps.extend(inference.steps_at(module, site).into_iter().map(|step| (*function, step)));
        }
        for (function, call) in &hot.implicit {
            if is_on_loop(*function) {
                steps.extend(inference.implicit_step(module, call).map(|step| (*function, step)));
            }
        }
        steps.extend(self.property_steps());
        steps.extend(self.handed_steps());
        steps.sort_by_key(|(_, step)| summary.span(step.site.expression).start);
        let inference = self.inference_mut();
        for target in steps.iter().flat_map(|(_, step)| &step.targets) {
            if let Target::Function(function) = target {
                let reached = inference.reach(*function);
                inference.rest_on_all(reached.dependencies);
            }
        }
        let steps: Rc<[(FunctionId, Step)]> = steps.into();
        self.control_steps = Some(steps.clone());
        steps
    }

    fn chain_of(&mut self, around: FunctionId, step: &Step, kind: EndKind) -> Option<ControlChain> {
        let (module, summary) = (self.module(), self.summary());
        let site = step.site;
        let first = self.first_leg(step, kind)?;
        let is_left = match kind {
            EndKind::Start => {
                let is_awaited = site.usage.is_awaited() && matches!(first.target, Target::Function(_));
                is_awaited || self.expects_no_loop(&site) || self.is_test_or_fixture(around)
            }
            // What is awaited gave something that does not block.
            EndKind::Block => site.usage.is_awaited() || site.is_awaited_in_sibling,
        };
        if is_left {
            return None;
        }
        let call = call_in_form(summary, &site, step.form);
        let (way, end) = self.way_from(first, kind)?;
        if self.is_rare(&way, &call, end) {
            return None;
        }
        if end.is_future_result(self.engine().catalogue()) {
            let made = way.last()?;
            if self.waits_without_loop_only(made.function.module, made.call.span) {
                return None;
            }
        }
        let is_followed = first.distance <= LONGEST_FOLLOWED;
        let (way, end) = if is_followed { self.live_way(first, way, end, kind)? } else { (way, end) };
        if self.is_rare(&way, &call, end) {
            return None;
        }
        if kind == EndKind::Block
            && (self.runs_alone(around, call.span)
                || self.blocks_unnoticed(&call, &way, end)
                || self.is_in_unselected_branch(around, call.span))
        {
            return None;
        }
        // The finding shows where each call stands.
        way.iter().for_each(|made| self.inference_mut().rest_on_text(made.function.module));
        if way.is_empty() && kind == EndKind::Block && self.is_asked_before(&call) {
            return None;
        }
        if let Some(made) = way.first()
            && (made.function.module == module && self.is_left_out(&site, &made.call)
                || self.may_be_left_out(&site, made))
        {
            return None;
        }
        let length = if is_followed { way.len() } else { first.distance as usize - 1 };
        let is_certain =
            first.is_exact && length <= MOST_SHOWN && way.iter().all(|made| self.is_certain(made));
        let shown = shown_of(&way, length);
        Some(ControlChain {
            end: self.end_of(end, (module, &site), way.is_empty()),
            call,
            around: summary.qualified_name(summary.function(around).scope),
            links: shown.iter().map(|made| self.link(made)).collect(),
            left_out: length - shown.len(),
            shown_first: shown.len().min(MOST_SHOWN / 2),
            calls_exactly: first.is_exact,
            calls_unbound: step.form == CallForm::Written && self.calls_unbound(&site),
            form: step.form,
            needs_its_thread: way.iter().any(|made| self.needs_its_thread(made.function)),
            is_certain,
        })
    }

    /// Returns the leg to the nearest target of a call in the file.
    fn first_leg(&mut self, step: &Step, kind: EndKind) -> Option<Leg> {
        let inference = self.inference_mut();
        inference.legs_by(step, kind).into_iter().min_by_key(|leg| leg.distance)
    }

    /// Returns the calls of a path after the first one, and its target. A very long path has only the shown
    /// calls.
    fn way_from(&mut self, first: Leg, kind: EndKind) -> Option<(Vec<Made>, Target)> {
        let mut target = first.target;
        let mut way = Vec::new();
        let most = if first.distance > LONGEST_FOLLOWED { MOST_SHOWN / 2 } else { usize::MAX };
        while let Target::Function(function) = target {
            if way.len() >= most {
                let (function, site) = first.last?;
                let form = CallForm::Written;
                way.push(Made {
                    function,
                    form,
                    call: call_at(self, function, &site, form),
                    is_exact: false,
                });
                return Some((way, first.end));
            }
            let leg = self.inference_mut().reach(function).leg(kind)?;
            way.push(Made {
                function,
                form: leg.form,
                call: call_at(self, function, &leg.site, leg.form),
                is_exact: leg.is_exact,
            });
            target = leg.target;
        }
        Some((way, target))
    }

    /// Returns whether the target is behind so many branches of helper functions that it is a rare case.
    fn is_rare(&self, way: &[Made], call: &Call, end: Target) -> bool {
        if way.is_empty() {
            return false;
        }
        let branches = way.iter().map(|made| made.call.site.branches).chain([call.site.branches]);
        branches.map(usize::from).sum::<usize>() > MOST_BRANCHES && !self.is_meant(end)
    }

    fn calls_unbound(&mut self, site: &CallSite) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        inference.called(module, site).into_iter().all(|part| match part {
            Type::Function(callee) => !inference.is_bound(callee),
            Type::Class(_) => true,
            _ => false,
        })
    }

    fn is_certain(&mut self, made: &Made) -> bool {
        made.is_exact && self.makes_for_sure(made.function, made.call.span)
    }

    /// Returns whether the target is always intended when reached, however many branches lead there.
    fn is_meant(&self, end: Target) -> bool {
        match end {
            Target::Blocks(place) => self.engine().catalogue().blocking(place).is_sleep,
            Target::Start(_) | Target::Function(_) => true,
        }
    }

    fn needs_its_thread(&mut self, FunctionRef { module, function }: FunctionRef) -> bool {
        let engine = self.engine();
        let functions = self.of_their_thread.entry(module).or_insert_with(|| {
            let summary = engine.summary(module);
            let is_such = |site: &&CallSite| {
                called_name(summary, site).is_some_and(is_of_the_thread) && !makes_set(summary, site)
            };
            let calls = summary.calls.iter().filter(is_such);
            calls.filter_map(|site| summary.function_around(site.scope)).collect()
        });
        functions.contains(&function)
    }

    fn link(&self, Made { function, form, call, .. }: &Made) -> ChainLink {
        let function = *function;
        let engine = self.engine();
        let source = engine.load(function.module).source.as_deref();
        let callee = source.and_then(|source| source.text.get(call.callee.as_range()));
        let path = engine.shown_path(function.module);
        ChainLink {
            caller: self.function_name(function),
            form: *form,
            callee: callee.filter(|callee| !callee.contains('\n')).map(str::to_owned),
            place: path.map(|path| Place::Span { path, span: call.span }),
        }
    }

    fn end_of(&self, end: Target, (module, site): (ModuleId, &CallSite), is_direct: bool) -> ChainEnd {
        match end {
            Target::Blocks(place) => {
                let known = self.engine().catalogue().blocking(place);
                ChainEnd::Blocks { path: known.path.clone(), instead: known.instead.clone() }
            }
            Target::Start(place) => {
                let start = &RUN_FUNCTIONS[usize::from(place)];
                let summary = self.engine().summary(module);
                let takes_it = is_direct && start.takes_awaitable;
                let awaitable = awaited_argument(summary, site).filter(|_| takes_it);
                ChainEnd::Start { name: start.name, awaitable }
            }
            Target::Function(_) => unreachable!("a chain ends where no function of the project is called"),
        }
    }

    /// Returns whether the name of a function makes it a test or fixture. The model of the suite knows what
    /// of it runs on a loop.
    fn is_test_or_fixture(&self, function: FunctionId) -> bool {
        let summary = self.summary();
        let name = summary.name(summary.function(function).name);
        let is_of_suite = name.starts_with("test")
            || named(name).has(Role::AsyncTestCaseMethod)
            || is_fixture(summary, function);
        is_of_suite && self.is_in_tests()
    }

    /// Returns whether code around a call in an `async def` expects a failure, or checks whether a loop is
    /// running.
    fn expects_no_loop(&self, site: &CallSite) -> bool {
        let summary = self.summary();
        site.survives_runtime_error()
            || summary.names.find("_set_running_loop").is_some()
            || summary.names.find("trio").is_some()
            || self.asks_for_loop_in(site.scope)
    }
}

/// Returns whether the callee is the built-in `set`, and not a method of an event.
fn makes_set(summary: &Summary, site: &CallSite) -> bool {
    let callee = summary.call(site.expression).map(|call| summary.expression(call.callee));
    matches!(callee, Some(Expression::Name(name)) if summary.name(name) == "set")
}

/// Returns the shown calls of a path of a given length. For a path that was not followed to its end,
/// returns all known calls.
fn shown_of(way: &[Made], length: usize) -> Vec<&Made> {
    let half = if length > MOST_SHOWN { MOST_SHOWN / 2 } else { way.len() };
    let last = way[half..].iter().rev().take(half).rev();
    way[..half].iter().chain(last).collect()
}

pub(super) fn call_at(file: &File, function: FunctionRef, site: &CallSite, form: CallForm) -> Call {
    call_in_form(file.engine().summary(function.module), site, form)
}

/// Returns the code that makes a call. If no call is written, the code is its own callee.
fn call_in_form(summary: &Summary, site: &CallSite, form: CallForm) -> Call {
    let call = call_of(summary, site);
    if form == CallForm::Written { call } else { Call { callee: call.span, ..call } }
}

/// Returns the only positional argument of a call, if `await` can precede it without parentheses.
pub(crate) fn awaited_argument(summary: &Summary, site: &CallSite) -> Option<Span> {
    let [only] = summary.arguments_of(site.expression)? else { return None };
    let is_plain = matches!(
        summary.expression(only.value),
        Expression::Name(_) | Expression::Attribute { .. } | Expression::Call { .. }
    );
    // What is no call may belong to the other loop.
    let is_new =
        called_name(summary, site) != Some("run_until_complete") || summary.call(only.value).is_some();
    let is_fit = is_plain && is_new && only.kind == ArgumentKind::Positional && !site.usage.is_awaited();
    is_fit.then(|| summary.span(only.value))
}

/// Returns whether a decorator says that no event loop runs a coroutine function: a framework drives its coroutines itself.
fn runs_without_loop(summary: &Summary, function: FunctionId) -> bool {
    let definition = summary.function(function);
    let scope = summary.scope_around(definition.scope);
    summary.list(definition.decorators).iter().any(|decorator| {
        let path = summary.import_path(scope, summary.callee_or_itself(*decorator));
        is(path.as_deref(), Role::RunsWithoutEventLoop)
    })
}
