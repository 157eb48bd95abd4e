//! The outgoing edges of one function: its calls that may lead to an event loop start or a blocking call.

use std::cell::LazyCell;
use std::sync::Arc;

use loopmend_catalog::{Role, named};
use loopmend_core::at_work::uncounted;
use loopmend_index::call_targets::{
    Catalogue, EndNames, HotNames, ITERATE, MAKES_START, NEXT, NameEdge, RUN_FUNCTIONS, calls_builtin,
    calls_open_name, generators_of_builtin, is_open, name_edges, names_behind, names_given, names_of_builtin,
    names_of_generators, root_of, runs_open_name, special_methods_of,
};
use loopmend_index::calls::{asks_for_loop, calls_in, is_new_future};
use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, CallView, Expression, ExpressionId, FloatSize, FunctionId,
    ImplicitCall, Interface, Literal, NameId, ScopeId, Summary,
};
use loopmend_infer::dependencies::DependencySet;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use crate::engine::{Engine, ModuleId};
use crate::infer::{CalleeId, ClassRef, FunctionRef, Inference, Type};

/// The calls of a module that may lead to a target.
pub struct HotCalls {
    /// The calls with their calling functions, by function and in source order.
    pub calls: Vec<(FunctionId, CallSite)>,
    /// The implicit calls with the functions around them, by function and in source order.
    pub implicit: Vec<(FunctionId, ImplicitCall)>,
    /// The `lambda`s with such calls.
    pub(crate) lambdas: FxHashSet<FunctionId>,
    /// The modules outside of the checked files whose texts determine these calls.
    pub unchecked: Vec<ModuleId>,
}

impl HotCalls {
    /// Returns the calls of a function.
    pub(crate) fn calls_of(&self, function: FunctionId) -> &[(FunctionId, CallSite)] {
        let first = self.calls.partition_point(|(other, _)| *other < function);
        let behind = self.calls.partition_point(|(other, _)| *other <= function);
        &self.calls[first..behind]
    }

    /// Returns the implicit calls of a function.
    pub(crate) fn implicit_of(&self, function: FunctionId) -> &[(FunctionId, ImplicitCall)] {
        let first = self.implicit.partition_point(|(other, _)| *other < function);
        let behind = self.implicit.partition_point(|(other, _)| *other <= function);
        &self.implicit[first..behind]
    }
}

/// The target of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A function that starts an event loop, as an index into [`RUN_FUNCTIONS`].
    Start(u8),
    /// A callable that blocks, as an index into the catalogue.
    Blocks(u16),
    /// A plain function of the project.
    Function(FunctionRef),
}

impl Target {
    /// Returns whether the target is the wait for the result of a future of a thread.
    pub fn is_future_result(self, catalogue: &Catalogue) -> bool {
        matches!(self, Self::Blocks(place) if catalogue.is_future_result(place))
    }
}

/// The code that makes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallForm {
    /// A written call, or a function that is passed where it is called.
    Written,
    /// `with` enters the value and leaves it.
    Entered,
    /// The value is iterated over.
    Iterated,
    /// An operator or subscript is evaluated.
    Evaluated,
    /// A property is read.
    Read,
}

/// An edge of the call graph: a call in a function.
#[derive(Clone, Debug)]
pub struct Step {
    /// The call, or the place that calls implicitly.
    pub site: CallSite,
    /// The code that makes the call.
    pub form: CallForm,
    /// The possible callees.
    pub targets: SmallVec<[Target; 1]>,
    /// Whether every target must lead to the end, because it is unknown which one is called.
    pub needs_all: bool,
    /// Whether the call certainly leads to the target once it is made.
    pub is_exact: bool,
    /// Whether a `RuntimeError` is expected of the call, or the call is guarded by a check that no loop is
    /// running.
    pub expects_failure: bool,
    /// Whether the call blocks only the first time, because a cache keeps the result of its callee.
    pub blocks_once: bool,
}

/// The edges of a function, in source order.
#[derive(Debug)]
pub struct Steps {
    pub(crate) all: Vec<Step>,
    /// Whether the function checks if an event loop is running.
    pub(crate) asks_for_loop: bool,
    pub(crate) dependencies: DependencySet,
}

/// The names of a module that stand for modules and definitions outside of the project wherever the module binds them.
#[derive(Default)]
struct ForeignNames(FxHashSet<NameId>);

impl ForeignNames {
    /// Returns whether a call calls such a name, or an attribute of one.
    fn are_called_by(&self, summary: &Summary, site: &CallSite) -> bool {
        let Some(call) = summary.call(site.expression) else { return false };
        let mut called = call.callee;
        while let Expression::Attribute { value, .. } = summary.expression(called) {
            called = value;
        }
        matches!(summary.expression(called), Expression::Name(name) if self.0.contains(&name))
    }
}

impl Engine<'_> {
    /// Returns the project modules that a module imports and that are not checked, including the module
    /// itself if it is not checked. If only some files are checked, these names are missing in the names of
    /// the project.
    fn unchecked_imports(&self, module: ModuleId) -> Vec<ModuleId> {
        let summary = self.summary(module);
        let mut found = vec![module];
        for binding in &summary.bindings {
            if let BindingKind::Import { module: name } | BindingKind::ImportFrom { module: name, .. } =
                binding.kind
            {
                found.push(self.resolve(summary.name(name), module));
            }
        }
        found.retain(|found| {
            found.index() >= self.project().files().len()
                && self.is_mutable(*found)
                && !self.is_absent(*found)
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    fn hot_names_of(&self, modules: &[ModuleId]) -> Option<HotNames> {
        let edges = modules.iter().flat_map(|module| name_edges(self.summary(*module), self.catalogue()));
        let edges: Vec<NameEdge> = edges.collect();
        (!edges.is_empty()).then(|| HotNames::new(edges.iter()))
    }

    /// Returns the names by which a module imports other code than that of the project. A name that any scope binds to something else, takes
    /// as a parameter, or of which it sets an attribute may stand for code of the project.
    fn foreign_names(&self, module: ModuleId) -> ForeignNames {
        let summary = self.summary(module);
        if !summary.scope(Summary::MODULE_SCOPE).star_imports.is_empty() {
            return ForeignNames::default();
        }
        let mut known: FxHashMap<NameId, bool> = FxHashMap::default();
        let mut is_foreign = |module_name| {
            *known.entry(module_name).or_insert_with(|| {
                let imported = self.resolve(summary.name(module_name), module);
                self.is_absent(imported) || !self.is_mutable(imported) && !self.is_namespace(imported)
            })
        };
        let mut names: FxHashMap<&str, bool> = FxHashMap::default();
        for entry in summary.scopes.iter().flat_map(|scope| &scope.entries) {
            let are_foreign = summary.bindings_in(*entry).iter().all(|binding| match binding.kind {
                BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => is_foreign(module),
                _ => false,
            });
            let name = summary.name(entry.name);
            let (first, sets_attribute) =
                name.split_once('.').map_or((name, false), |(first, _)| (first, true));
            let is_import = are_foreign && entry.len > 0 && entry.confined == 0 && !sets_attribute;
            *names.entry(first).or_insert(true) &= is_import;
        }
        for parameter in summary.functions.iter().flat_map(|function| &function.parameters) {
            names.remove(summary.name(parameter.name));
        }
        let foreign = names.into_iter().filter(|(_, are_foreign)| *are_foreign);
        ForeignNames(foreign.filter_map(|(name, _)| summary.names.find(name)).collect())
    }

    /// Returns the calls of all functions of a module that may lead to a target.
    pub fn hot_calls(&self, module: ModuleId) -> Arc<HotCalls> {
        self.control.calls.get_or_make(module, || Arc::new(self.find_hot_calls(module)))
    }

    fn find_hot_calls(&self, module: ModuleId) -> HotCalls {
        let summary = self.summary(module);
        let ends = EndNames::new(summary, self.catalogue());
        let unchecked = self.unchecked_imports(module);
        let (hot, hot_here) = (self.hot_names(), self.hot_names_of(&unchecked));
        let mut known: FxHashMap<NameId, bool> = FxHashMap::default();
        let has = |name: &str| hot.has(name) || hot_here.as_ref().is_some_and(|hot| hot.has(name));
        let mut is_hot_name = |name: NameId| *known.entry(name).or_insert_with(|| has(summary.name(name)));
        let builtins = Builtins::new(summary, &has);
        let foreign = LazyCell::new(|| self.foreign_names(module));
        let calls_elsewhere =
            |site: &CallSite| calls_builtin(summary, site) || foreign.are_called_by(summary, site);
        let mut is_hot = |site: &CallSite| {
            let called = summary.last_name_id(site.expression);
            let mut is_given = called.is_some_and(&mut is_hot_name) && !calls_elsewhere(site)
                || calls_open_name(summary, site);
            if !is_given {
                names_given(summary, site, |name| is_given |= is_hot_name(name));
            }
            if let Some(called) = called.filter(|_| !is_given) {
                is_given = builtins.iterating.contains(&called) && runs_open_name(summary, site);
                if builtins.with_method.contains(&called) {
                    names_of_builtin(summary, site, |name| is_given |= is_hot_name(name));
                } else if builtins.iterating.contains(&called) {
                    generators_of_builtin(summary, site, |name| is_given |= is_hot_name(name));
                }
            }
            is_given
        };
        let mut calls = Vec::new();
        let mut lambdas = FxHashSet::default();
        let is_lambda = |function: FunctionId| summary.name(summary.function(function).name).starts_with('<');
        for site in &summary.calls {
            if summary.is_long_chain(site.expression) {
                continue;
            }
            if let Some(function) = summary.function_around(site.scope)
                && (is_hot(site) || ends.may_be_end(site))
            {
                calls.push((function, *site));
                lambdas.extend(Some(function).filter(|function| is_lambda(*function)));
            }
        }
        let mut known: FxHashMap<&str, bool> = FxHashMap::default();
        let mut implicit = Vec::new();
        for call in &summary.implicit_calls {
            let methods = special_methods_of(summary, call.how).into_iter().flatten();
            let mut is_hot = is_open(summary, call.site.scope, call.value);
            if methods.into_iter().any(|name| *known.entry(name).or_insert_with(|| has(name))) {
                names_behind(summary, call.site.scope, call.value, |name| is_hot |= is_hot_name(name));
            }
            names_of_generators(summary, call, |name| is_hot |= is_hot_name(name));
            is_hot |= !lambdas.is_empty() && is_given_lambda(summary, call.site.scope, call.value, &lambdas);
            if is_hot && let Some(function) = summary.function_around(call.site.scope) {
                implicit.push((function, *call));
                lambdas.extend(Some(function).filter(|function| is_lambda(*function)));
            }
        }
        if !lambdas.is_empty() {
            // What calls a `lambda` that may lead to a target may do so too.
            let is_known: FxHashSet<ExpressionId> = calls.iter().map(|(_, site)| site.expression).collect();
            for site in &summary.calls {
                if !is_known.contains(&site.expression)
                    && !summary.is_long_chain(site.expression)
                    && is_given_lambda(summary, site.scope, site.expression, &lambdas)
                    && let Some(function) = summary.function_around(site.scope)
                {
                    calls.push((function, *site));
                }
            }
        }
        calls.sort_by_key(|(function, site)| (*function, summary.span(site.expression).start));
        implicit.sort_by_key(|(function, _)| *function);
        HotCalls { calls, implicit, lambdas, unchecked }
    }
}

/// The builtins that a module names and that may call something through their argument.
struct Builtins {
    /// Those that call a hot special method of their argument.
    with_method: SmallVec<[NameId; 4]>,
    /// Those that run through their argument.
    iterating: SmallVec<[NameId; 8]>,
}

impl Builtins {
    fn new(summary: &Summary, is_hot: &impl Fn(&str) -> bool) -> Self {
        let find = |name: &&'static str| summary.names.find(name);
        let iterating = Role::IteratesArgument.names().iter().filter_map(find);
        let special = Role::CallsSpecialMethod.names().iter();
        let gets_next = special.clone().filter(|name| special_method_of(name) == NEXT);
        let iterating: SmallVec<[NameId; 8]> = iterating.chain(gets_next.filter_map(find)).collect();
        let runs_methods = !iterating.is_empty() && (is_hot(ITERATE) || is_hot(NEXT));
        let special = special.filter(|name| is_hot(&special_method_of(name))).filter_map(find);
        let with_method = special.chain(iterating.iter().copied().filter(|_| runs_methods)).collect();
        Self { with_method, iterating }
    }
}

/// Returns whether a call calls one of these `lambda`s or passes it on, itself or in a call that is its
/// argument: `list(map(lambda: work(), values))`.
fn is_given_lambda(
    summary: &Summary,
    scope: ScopeId,
    call: ExpressionId,
    lambdas: &FxHashSet<FunctionId>,
) -> bool {
    let is_one = |value| match summary.expression(value) {
        Expression::Lambda(function) => lambdas.contains(&function),
        _ => false,
    };
    let is_named = |value| match summary.expression(value) {
        Expression::Name(name) => match summary.entry_of(scope, name).map(|entry| summary.bindings_in(entry))
        {
            Some([only]) => only.kind.value().is_some_and(is_one),
            _ => false,
        },
        _ => is_one(value),
    };
    let gets = |call: CallView| {
        is_named(call.callee)
            || summary.arguments(call.arguments).iter().any(|argument| is_one(argument.value))
    };
    let Some(call) = summary.call(call) else { return false };
    let mut inner =
        summary.arguments(call.arguments).iter().filter_map(|argument| summary.call(argument.value));
    gets(call) || inner.any(gets)
}

/// Returns the special method that a builtin calls.
pub(super) fn special_method_of(builtin: &str) -> String {
    format!("__{builtin}__")
}

impl Inference<'_> {
    /// Returns the edges of a function of the project. This is an outermost query.
    pub(crate) fn steps_of(&mut self, function: FunctionRef) -> Arc<Steps> {
        let engine = self.engine;
        if let Some(known) = engine.control.steps.shard(&function).get(&function) {
            return known.clone();
        }
        let (all, dependencies) = uncounted(|| self.resting_on(|inference| inference.find_steps(function)));
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        engine.meet(function.module, &[Interface::name_hash(summary.name(definition.name))]);
        let mut own = calls_in(summary, function.function);
        let asks_for_loop = !all.is_empty() && own.any(|site| asks_for_loop(summary, site));
        let steps = Arc::new(Steps { all, asks_for_loop, dependencies });
        engine.control.steps.shard(&function).entry(function).or_insert(steps).clone()
    }

    fn find_steps(&mut self, function: FunctionRef) -> Vec<Step> {
        let FunctionRef { module, function } = function;
        // What the function calls is part of the answer, whatever else is read.
        self.begin();
        self.rest_on_steps(module);
        let hot = self.engine.hot_calls(module);
        let own = hot.calls_of(function).iter();
        let mut steps: Vec<Step> = own.flat_map(|(_, site)| self.steps_at(module, site)).collect();
        let own = hot.implicit_of(function).iter();
        steps.extend(own.filter_map(|(_, call)| self.implicit_step(module, call)));
        let summary = self.engine.summary(module);
        steps.sort_by_key(|step| summary.span(step.site.expression).start);
        steps.retain(|step| !self.waits_for_threads(step) || self.waits_for_own_future(module, step));
        for step in &mut steps {
            step.expects_failure |= self.hands_over_otherwise(module, &step.site);
        }
        steps
    }

    fn waits_for_threads(&self, step: &Step) -> bool {
        let catalogue = self.engine.catalogue();
        step.targets.iter().any(|target| match target {
            Target::Blocks(place) => catalogue.blocking(*place).is_of_threads,
            _ => false,
        })
    }

    /// Whether a function waits for a future that it has just made: `executor.submit(...).result()`. Whether it does so where a loop runs is
    /// asked where the call is found.
    fn waits_for_own_future(&self, module: ModuleId, step: &Step) -> bool {
        let summary = self.engine.summary(module);
        let is_result = step.targets.iter().all(|target| target.is_future_result(self.engine.catalogue()));
        let receiver = summary.method_call(step.site.expression).map(|(receiver, _)| receiver);
        let is_new = |receiver| {
            is_new_future(summary, step.site.scope, receiver) && !is_asked(summary, &step.site, receiver)
        };
        is_result && receiver.is_some_and(is_new)
    }

    /// Returns the edge for a call, if it matters. This is an outermost query.
    pub fn step_of(&mut self, module: ModuleId, site: &CallSite) -> Option<Step> {
        if site.expects_exception {
            return None;
        }
        let parts = self.called(module, site);
        let mut is_exact = !self.is_given_by_callers();
        let mut targets = SmallVec::new();
        for part in &parts {
            let found = self.targets_of(*part, module, &mut targets);
            is_exact &= found && parts.len() == 1;
        }
        let (mut needs_all, mut inside) = (false, None);
        if let [Type::Function(callee)] = parts[..] {
            if let Some(overriding) = self.overriding_targets(callee) {
                (targets, is_exact, needs_all) = (overriding, false, true);
            } else {
                inside = self.add_wrapped(callee, site.usage.is_awaited(), module, &mut targets);
                is_exact &= inside.is_none();
            }
        }
        if targets.is_empty()
            && let Some(end) = self.start_by_result(module, site).or_else(|| self.end_by_import(module, site))
        {
            targets.push(end);
            is_exact = true;
        }
        if targets.is_empty()
            && let Some((end, is_end_exact)) = self.find_blocking_method(module, site, &parts)
        {
            targets.push(end);
            is_exact = is_end_exact;
        }
        let is_end = |target: &Target| !matches!(target, Target::Function(_));
        if returns_at_once(self.engine.summary(module), site) {
            targets.retain(|target| !is_end(target));
        }
        targets.retain(|target| !self.sleeps_briefly(module, site, *target));
        // Several kinds of objects may be plain and asynchronous ones.
        if parts.len() > 1 && !(targets.len() == parts.len() && targets.iter().all(is_end)) {
            return None;
        }
        let blocks_once = self.repeats_results(module, site, &targets);
        let site = inside.map_or(*site, |inside| inside.inside(*site));
        (!targets.is_empty()).then_some(Step {
            site,
            form: CallForm::Written,
            targets,
            needs_all,
            is_exact,
            expects_failure: site.survives_runtime_error(),
            blocks_once,
        })
    }

    /// Returns whether a call sleeps for less than 10 ms, as written, and not repeatedly.
    fn sleeps_briefly(&self, module: ModuleId, site: &CallSite, target: Target) -> bool {
        let Target::Blocks(place) = target else { return false };
        let summary = self.engine.summary(module);
        let is_short = |value| {
            matches!(summary.expression(value), Expression::Literal(Literal::Float(FloatSize::Short)))
        };
        let arguments = summary.arguments_of(site.expression).unwrap_or_default();
        self.engine.catalogue().blocking(place).is_sleep
            && matches!(arguments, [only] if is_short(only.value))
            && !summary.is_in_loop(site)
    }

    /// Adds the targets of calling a value, and returns whether they are certain.
    pub fn targets_of(&mut self, part: Type, module: ModuleId, targets: &mut SmallVec<[Target; 1]>) -> bool {
        match part {
            Type::Function(callee) => match self.target_of(callee, module) {
                Some(target) => {
                    targets.push(target);
                    !self.is_doubtful(callee) && !self.is_replaced_method(callee)
                }
                None => true,
            },
            Type::Class(class) => {
                let constructors = self.constructors(class);
                targets.extend(constructors.into_iter().map(Target::Function));
                true
            }
            _ => false,
        }
    }

    pub(super) fn target_of(&mut self, callee: CalleeId, from: ModuleId) -> Option<Target> {
        let function = self.function_of(callee);
        let definition = self.engine.summary(function.module).function(function.function);
        if definition.is_async || definition.is_generator {
            return None;
        }
        let is_own = self.engine.is_mutable(function.module);
        if let Some(start) =
            RUN_FUNCTIONS.iter().position(|known| self.is_defined_as(function, known.definition))
        {
            return (RUN_FUNCTIONS[start].definition != MAKES_START).then_some(Target::Start(start as u8));
        }
        if let Some(place) = self.blocking_callable(function, from) {
            return Some(Target::Blocks(place));
        }
        is_own.then_some(Target::Function(function))
    }

    /// Returns the project functions that run when an instance of a class is created.
    pub fn constructors(&mut self, class: ClassRef) -> Vec<FunctionRef> {
        let names = Role::RunsAtCreation.names().iter();
        let methods: Vec<_> = names.filter_map(|name| self.method_named(class, name)).collect();
        methods.into_iter().filter(|method| self.engine.is_mutable(method.module)).collect()
    }

    /// Returns the loop start of `async_to_sync(function)(...)`: the inner call does not start a loop yet.
    fn start_by_result(&mut self, module: ModuleId, site: &CallSite) -> Option<Target> {
        let summary = self.engine.summary(module);
        let makes = summary.call(summary.call(site.expression)?.callee)?;
        let maker = self.expression(module, site.scope, makes.callee);
        let is_maker = self.parts(maker).into_iter().any(|part| match part {
            Type::Function(callee) => {
                let function = self.function_of(callee);
                self.is_defined_as(function, MAKES_START)
            }
            _ => false,
        });
        let place = RUN_FUNCTIONS.iter().position(|known| known.definition == MAKES_START)?;
        is_maker.then_some(Target::Start(place as u8))
    }

    /// Returns the target by the imported name of the callee, where nothing else is known of it.
    fn end_by_import(&self, module: ModuleId, site: &CallSite) -> Option<Target> {
        let summary = self.engine.summary(module);
        let callee = summary.callee_or_itself(site.expression);
        let path = summary.import_path(site.scope, callee)?;
        let package = self.engine.resolve(root_of(&path), module);
        if self.engine.is_mutable(package) && !self.engine.is_absent(package) {
            return None;
        }
        let last = path.rsplit('.').next().unwrap_or(&path);
        let mut known = self.engine.catalogue().blocking_named(last);
        known.find(|(_, known)| known.path == path).map(|(place, _)| Target::Blocks(place))
    }

    /// Returns the blocking callable that a function is.
    fn blocking_callable(&mut self, function: FunctionRef, from: ModuleId) -> Option<u16> {
        let engine = self.engine;
        let summary = engine.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let candidates = engine.catalogue().blocking_named(name);
        let mut candidates = candidates.filter(|(_, known)| !known.is_by_class).peekable();
        candidates.peek()?;
        let defined = self.path_of_function(function);
        candidates
            .find(|(_, known)| self.definition_of_public(&known.path, from) == Some(defined.clone()))
            .map(|(place, _)| place)
    }

    /// Returns the definition of a public dotted name.
    fn definition_of_public(&mut self, path: &str, from: ModuleId) -> Option<String> {
        let engine = self.engine;
        let key = (engine.viewpoint(from), Box::from(path));
        if let Some(known) = engine.control.definitions.shard(&key).get(&key) {
            return known.clone();
        }
        let found = uncounted(|| self.find_definition(path, from));
        engine.control.definitions.shard(&key).entry(key.clone()).or_insert(found).clone()
    }

    fn find_definition(&mut self, path: &str, from: ModuleId) -> Option<String> {
        self.begin();
        let value = self.public_object(path, from);
        match self.parts(value).first() {
            Some(Type::Function(callee)) => {
                let function = self.function_of(*callee);
                Some(self.path_of_function(function))
            }
            _ => None,
        }
    }
}

/// Returns whether a function calls another method of the name that it waits for: it may ask whether the future is done.
fn is_asked(summary: &Summary, waiting: &CallSite, future: ExpressionId) -> bool {
    let Expression::Name(name) = summary.expression(future) else { return false };
    summary.calls.iter().any(|other| {
        other.scope == waiting.scope
            && other.expression != waiting.expression
            && summary.method_call(other.expression).is_some_and(|(receiver, _)| {
                matches!(summary.expression(receiver), Expression::Name(other) if other == name)
            })
    })
}

/// Returns whether a call is non-blocking as written: `get(block=False)`, `get(True, 0)`, `acquire(False)`,
/// `join(timeout=0)`, `sleep(0)`, `waitpid(pid, os.WNOHANG)`, `getaddrinfo(host, port,
/// flags=socket.AI_NUMERICHOST)`.
fn returns_at_once(summary: &Summary, site: &CallSite) -> bool {
    let arguments = summary.arguments_of(site.expression).unwrap_or_default();
    let is_nothing = |value| {
        let Expression::Literal(literal) = summary.expression(value) else { return false };
        matches!(literal, Literal::Boolean(false) | Literal::Integer(0) | Literal::Float(FloatSize::Zero))
    };
    let is_name = |value| matches!(summary.expression(value), Expression::Name(_));
    let is_timed = summary.last_roles(site.expression).has(Role::TakesWaitLimit);
    let is_only = arguments.len() == 1;
    arguments.iter().any(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => match summary.name(name) {
            name if named(name).has(Role::LimitsWait) => is_nothing(argument.value),
            // What a name stands for is not followed.
            "flags" => has_flag(summary, argument.value) || is_name(argument.value),
            _ => false,
        },
        ArgumentKind::Positional => {
            has_flag(summary, argument.value) || (is_only || is_timed) && is_nothing(argument.value)
        }
        ArgumentKind::Starred | ArgumentKind::DoubleStarred => false,
    })
}

/// Returns whether one of the flags, joined by `|`, makes the call non-blocking.
fn has_flag(summary: &Summary, flags: ExpressionId) -> bool {
    match summary.expression(flags) {
        Expression::Binary { left, right, .. } => has_flag(summary, left) || has_flag(summary, right),
        _ => summary.last_roles(flags).has(Role::NonblockingFlag),
    }
}
