//! The callees of one function: functions of the project, and external resources.

use std::borrow::Cow;
use std::sync::Arc;

use loopmend_catalog::{Role, Words};
use loopmend_core::Span;
use loopmend_index::summary::{
    CallSite, Expression, ExpressionId, Literal, ScopeId, ScopeKind, Summary, Usage,
};
use loopmend_infer::sharded::Sharded;
use loopmend_paths::{Made, Origins};
use loopmend_project::ResourceKind;
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::{CalleeId, ClassRef, FunctionRef, Inference, Location, Type};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::ReachedThing;
use super::added::Known;
use super::given::Passed;
use super::keys::{KeyName, KeyUse, keys_used};
use super::replaced::Replaced;
use super::resources::{Called, Resources};
use super::run::Run;
use crate::categories::{commands, constants, given, handed, replaced, run};

/// A call in a function or in an inner function.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The range of the call, in the file of the function.
    pub(super) call: Span,
    /// The parts of the callee as written, without `self`: `session`, `get`.
    pub(super) names: Vec<String>,
    /// The last part of the enclosing module, and the enclosing class.
    pub(super) around: Vec<String>,
    /// The package, modules and classes of the callee.
    pub(super) owners: Vec<String>,
    /// The project functions that the call runs.
    pub(super) functions: SmallVec<[Run; 1]>,
    /// The method called on the object of the enclosing method: `get` for `self.get()`.
    pub(super) of_self: Option<String>,
    /// The external resource that the call reaches.
    pub(super) resource: Option<ReachedBy>,
    /// The callee, if it runs functions of the project in a way that is not followed.
    pub(super) unfollowed: Option<String>,
}

impl Step {
    /// Creates a step for something that is only named.
    pub(super) fn named(call: Span, names: Vec<String>, around: Vec<String>) -> Self {
        let (owners, functions) = (Vec::new(), SmallVec::new());
        Self { call, names, around, owners, functions, of_self: None, resource: None, unfollowed: None }
    }
}

/// A resource that a call reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReachedBy {
    pub(super) kind: ResourceKind,
    /// The package in the catalogue.
    pub(super) package: Cow<'static, str>,
    pub(super) thing: ReachedThing,
}

/// The relevant actions of a function.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub(super) all: Vec<Step>,
    /// The names that the function replaces.
    pub(super) replaced: Replaced,
    /// The fixtures that the function requests with `request.getfixturevalue`.
    pub(super) asked_fixtures: Vec<String>,
    /// The names whose values the function passes under other names, its local variables first.
    pub(super) passed: Vec<Passed>,
}

/// The steps of all functions analysed so far, each in its context.
pub struct StepsOfTests {
    /// The catalogue of resources, with the project's additions.
    pub(super) resources: Known,
    steps: Sharded<Run, Arc<Steps>>,
    calls: Sharded<ModuleId, Arc<CallsByScope>>,
    keys: Sharded<ModuleId, Arc<[KeyUse]>>,
}

impl StepsOfTests {
    /// Creates an empty set of steps for a project with its settings.
    pub fn new(engine: &Engine) -> Self {
        Self {
            resources: Known::new(engine),
            steps: Sharded::default(),
            calls: Sharded::default(),
            keys: Sharded::default(),
        }
    }

    /// Returns the entries of `[tool.loopmend.categories]` that neither a test analysed so far nor the
    /// project contains: the key, and the name under it.
    pub fn unmet_settings(&self, engine: &Engine) -> Vec<(&'static str, &str)> {
        self.resources.unmet(engine)
    }
}

/// The calls of a module, as indices, by the scope of the enclosing function.
type CallsByScope = FxHashMap<ScopeId, Vec<usize>>;

fn calls_by_scope(summary: &Summary) -> CallsByScope {
    let mut calls = CallsByScope::default();
    for (place, site) in summary.calls.iter().enumerate() {
        for scope in summary.scopes_from(site.scope) {
            if matches!(summary.scope(scope).kind, ScopeKind::Function(_)) {
                calls.entry(scope).or_default().push(place);
            }
        }
    }
    calls
}

/// Returns the method that a call looks up on the object of the enclosing method.
fn method_of_self<'s>(summary: &'s Summary, site: &CallSite) -> Option<&'s str> {
    let callee = summary.callee_or_itself(site.expression);
    let Expression::Attribute { value, name } = summary.expression(callee) else { return None };
    let Expression::Name(object) = summary.expression(value) else { return None };
    let is_in_method = summary.scopes_from(site.scope).any(|scope| match summary.scope(scope).kind {
        ScopeKind::Function(function) => summary.class_of(function).is_some(),
        _ => false,
    });
    (is_in_method && Words::OwnObject.has(summary.name(object))).then(|| summary.name(name))
}

/// Returns the steps of a function of the project, in the context of a run.
pub(super) fn steps_to_resources(inference: &mut Inference, run: Run, known: &StepsOfTests) -> Arc<Steps> {
    if let Some(steps) = known.steps.shard(&run).get(&run) {
        return steps.clone();
    }
    let function = run.function;
    let summary = inference.engine().summary(function.module);
    let mut shard = known.calls.shard(&function.module);
    let calls = shard.entry(function.module).or_insert_with(|| Arc::new(calls_by_scope(summary))).clone();
    drop(shard);
    let mut shard = known.keys.shard(&function.module);
    let keys = shard
        .entry(function.module)
        .or_insert_with(|| keys_used(inference.engine(), function.module))
        .clone();
    drop(shard);
    let mut steps = find_steps_to_resources(inference, run, &calls, &known.resources);
    add_keys(inference, function, &keys, &mut steps);
    let steps = Arc::new(steps);
    known.steps.shard(&run).entry(run).or_insert(steps).clone()
}

fn find_steps_to_resources(
    inference: &mut Inference,
    run: Run,
    calls: &CallsByScope,
    known: &Known,
) -> Steps {
    let FunctionRef { module, function } = run.function;
    let context = run::context_of_run(inference, run);
    let summary = inference.engine().summary(module);
    let definition = summary.function(function);
    let mut steps = Steps::default();
    given::add_locals(inference, FunctionRef { module, function }, &mut steps);
    let inside = calls.get(&definition.scope).into_iter().flatten().map(|place| &summary.calls[*place]);
    for site in inside.filter(|site| !summary.is_long_chain(site.expression)) {
        replaced::add_replaced(inference, module, site.scope, site.expression, &mut steps.replaced);
        let at = Location { module, scope: site.scope, context };
        steps.all.extend(step_to_resource(inference, at, site, known));
        steps.all.extend(handed::steps_of_callbacks(inference, module, site));
        given::add_given(inference, module, site, &mut steps);
        if summary.last_name(site.expression) == Some("getfixturevalue") {
            steps.asked_fixtures.extend(constants::text_argument(
                inference,
                module,
                site.scope,
                site.expression,
                0,
            ));
        }
    }
    for decorator in summary.list(definition.decorators) {
        let around = summary.scope_around(definition.scope);
        replaced::add_replaced(inference, module, around, *decorator, &mut steps.replaced);
    }
    replaced::add_assigned(inference, module, function, &mut steps.replaced);
    steps
}

/// Adds the environment variables that a function reads with `os.environ[...]`, and those that it sets.
fn add_keys(inference: &mut Inference, function: FunctionRef, keys: &[KeyUse], steps: &mut Steps) {
    let FunctionRef { module, function } = function;
    let definition = inference.engine().summary(module).function(function);
    for key in keys.iter().filter(|key| key.functions.contains(&definition.header.end)) {
        let name = match &key.name {
            KeyName::Written(name) => Some(name.clone()),
            KeyName::Named(name) => constants::text_named(inference, module, definition.scope, name),
        };
        let Some(name) = name else { continue };
        if key.is_set {
            steps.replaced.keys.push(name);
            continue;
        }
        let resource = Resources::known().reached_by(&Called::of_path("os.environ.get"), Some(&name));
        if resource.is_some() {
            let names = vec!["os".to_owned(), "environ".to_owned()];
            let around = names_around(inference, module, definition.scope);
            steps.all.push(Step { resource, ..Step::named(key.span, names, around) });
        }
    }
}

fn step_to_resource(inference: &mut Inference, at: Location, site: &CallSite, known: &Known) -> Option<Step> {
    let module = at.module;
    let summary = inference.engine().summary(module);
    let (mut functions, called) = called_by_test_code(inference, at, site);
    let is_command = commands::add_command(inference, module, site, &mut functions);
    let in_process = called.iter().find_map(|called| Resources::known().called_in_process(called));
    let unfollowed = match is_command {
        Some(true) => None,
        Some(false) => in_process.or_else(|| Some(written_names(summary, site.expression).join("."))),
        None => in_process,
    };
    let has_default = summary.arguments_of(site.expression).is_some_and(|given| given.len() > 1);
    let asks_for_key = !has_default && called.iter().any(Called::may_ask_for_key);
    let key = asks_for_key
        .then(|| constants::text_argument(inference, module, site.scope, site.expression, 0))
        .flatten();
    let mut reached = called.iter().filter_map(|called| known.reached_by(called, key.as_deref()));
    let resource = reached
        .next()
        .filter(|reached| reached.kind != ResourceKind::Sleep || !gives_way_only(summary, site.expression));
    let of_self = method_of_self(summary, site).map(str::to_owned);
    if functions.is_empty() && resource.is_none() && of_self.is_none() && unfollowed.is_none() {
        return None;
    }
    let owners = called.into_iter().flat_map(Called::into_owners).collect();
    let call = summary.span(site.expression);
    let names = written_names(summary, site.expression);
    let around = names_around(inference, module, site.scope);
    Some(Step { call, names, around, owners, functions, of_self, resource, unfollowed })
}

/// Returns the last part of a module, the enclosing function of a scope, and its class with its bases.
pub(super) fn names_around(inference: &mut Inference, module: ModuleId, scope: ScopeId) -> Vec<String> {
    let summary = inference.engine().summary(module);
    let name = inference.engine().module_name(module);
    let mut names = vec![name.rsplit('.').next().unwrap_or(name).to_owned()];
    let Some(function) = summary.function_around(scope) else { return names };
    names.push(inference.path_of_function(FunctionRef { module, function }));
    if let Some(class) = summary.class_of(function) {
        names.extend(replaced::names_of_class(inference, ClassRef { module, class }));
    }
    names
}

/// Returns the project functions that a call runs, and the other callees. This is an outermost query.
fn called_by_test_code(
    inference: &mut Inference,
    at: Location,
    site: &CallSite,
) -> (SmallVec<[Run; 1]>, Vec<Called>) {
    let (mut functions, mut called) = (SmallVec::new(), Vec::new());
    let module = at.module;
    let callee = inference.engine().summary(module).callee_or_itself(site.expression);
    let value = inference.expression_in(at, callee);
    let parts = inference.parts(value);
    for part in &parts {
        match *part {
            Type::Function(callee) => {
                let function = inference.function_of(callee);
                called.push(called_function(inference, callee));
                if inference.engine().is_mutable(function.module) {
                    let run = Run::of(function, inference.class_of_callee(callee));
                    let bound = usize::from(inference.bound_method(callee).is_some());
                    functions.push(run::with_arguments(inference, run, at, site, bound));
                }
            }
            Type::Class(class) => {
                called.push(called_class(inference, class));
                for run in run::own_methods(inference, class, Role::Constructs.names()) {
                    functions.push(run::with_arguments(inference, run, at, site, 1));
                }
            }
            Type::Instance(class, _) => functions.extend(run::own_methods(inference, class, &["__call__"])),
            _ => {}
        }
    }
    if site.usage == Usage::Entered {
        add_entered(inference, at, site, &mut functions, &mut called);
    }
    let is_mock = |part: &Type| matches!(part, Type::Mock(_));
    if parts.iter().all(is_mock) {
        return (functions, called);
    }
    add_by_origin(inference, module, site, &mut functions, &mut called);
    handed::add_concrete(inference, at, site, &mut functions);
    (functions, called)
}

/// Adds callees by imports and assignments alone: packages that are not installed, and the functions
/// under decorators.
fn add_by_origin(
    inference: &mut Inference,
    module: ModuleId,
    site: &CallSite,
    functions: &mut SmallVec<[Run; 1]>,
    called: &mut Vec<Called>,
) {
    let callee = inference.engine().summary(module).callee_or_itself(site.expression);
    if let Some(Made::Function(function)) = Origins::function(inference.engine(), module, site.scope, callee)
        && !functions.iter().any(|run| run.function == function || run::overrides(inference, *run, function))
    {
        functions.push(Run::plain(function));
    }
    if functions.is_empty() {
        let path = Origins::new(inference.engine()).path(module, site.scope, callee);
        called.extend(path.map(|path| Called::of_path(&path)));
    }
}

/// Adds the methods that `with` and `async with` call on the value of a call.
fn add_entered(
    inference: &mut Inference,
    at: Location,
    site: &CallSite,
    functions: &mut SmallVec<[Run; 1]>,
    called: &mut Vec<Called>,
) {
    let entered = inference.expression_in(at, site.expression);
    for part in inference.parts(entered) {
        let Type::Instance(class, _) = part else { continue };
        for name in Role::EntersContext.names().iter().chain(Role::EntersAsyncContext.names()) {
            if inference.method_named(class, name).is_some() {
                called.push(called_class(inference, class).entered_by(name));
                functions.extend(run::own_methods(inference, class, &[name]));
            }
        }
    }
}

fn called_function(inference: &mut Inference, callee: CalleeId) -> Called {
    let function = inference.function_of(callee);
    let path = inference.path_of_function(function);
    let mut called = Called::of_function(&path);
    called.is_own = is_own(inference, &called, function.module);
    called.function = Some(function);
    if let Some(class) = inference.class_of_callee(callee) {
        called.classes = packaged_classes_of(inference, class);
        called.order = run::ancestors_of(inference, class);
    }
    called
}

fn called_class(inference: &mut Inference, class: ClassRef) -> Called {
    let path = format!("{}.{}", inference.engine().module_name(class.module), inference.class_name(class));
    let mut called = Called::of_function(&path);
    called.is_own = is_own(inference, &called, class.module);
    called.is_class = true;
    called.classes = packaged_classes_of(inference, class);
    called.order = run::ancestors_of(inference, class);
    called
}

/// Returns whether the code belongs to the project, and the project is not the distribution of that
/// name.
fn is_own(inference: &Inference, called: &Called, module: ModuleId) -> bool {
    inference.engine().is_mutable(module) && !inference.engine().project().distributes(&called.package)
}

/// Returns the packages and names of bases that are not installed, by imports alone.
pub(super) fn unknown_bases_of(inference: &mut Inference, class: ClassRef) -> Vec<(String, String)> {
    let order = run::ancestors_of(inference, class);
    let mut bases = Vec::new();
    for class in order.into_iter().filter(|class| inference.engine().is_mutable(class.module)) {
        let summary = inference.engine().summary(class.module);
        let definition = summary.class(class.class);
        let around = summary.scope_around(definition.scope);
        for base in summary.list(definition.bases) {
            let path = Origins::new(inference.engine()).path(class.module, around, *base);
            bases.extend(path.map(|path| Called::of_path(&path)).map(|base| (base.package, base.name)));
        }
    }
    bases
}

/// Returns the packages and names of a class and its bases.
pub(super) fn packaged_classes_of(inference: &mut Inference, class: ClassRef) -> Vec<(String, String)> {
    let order = run::ancestors_of(inference, class);
    let named = |class: ClassRef| {
        let package = Called::package_of(inference.engine().module_name(class.module));
        (package, inference.class_name(class).to_owned())
    };
    order.into_iter().map(named).collect()
}

/// Returns the parts of the callee as written: `session`, `get` for `self.session.get(...)`.
fn written_names(summary: &Summary, call: ExpressionId) -> Vec<String> {
    names_along(summary, summary.callee_or_itself(call))
}

/// Returns the names from the first name to the last attribute, without `self`; empty if the expression
/// does not start with a name.
pub(super) fn names_along(summary: &Summary, expression: ExpressionId) -> Vec<String> {
    let mut names = Vec::new();
    let mut next = Some(expression);
    while let Some(expression) = next {
        next = match summary.expression(expression) {
            Expression::Name(name) => {
                names.push(summary.name(name).to_owned());
                None
            }
            Expression::Attribute { value, name } => {
                names.push(summary.name(name).to_owned());
                Some(value)
            }
            Expression::Call { callee, .. } => Some(callee),
            Expression::Await(value) => Some(value),
            _ => None,
        };
    }
    names.reverse();
    without_self(names)
}

/// Removes the first name if it is the object or class of the method.
pub(super) fn without_self(mut names: Vec<String>) -> Vec<String> {
    if names.first().is_some_and(|first| Words::OwnObject.has(first.as_str())) {
        names.remove(0);
    }
    names
}

/// Returns whether a call only yields control: `sleep(0)`.
fn gives_way_only(summary: &Summary, call: ExpressionId) -> bool {
    let first = summary.arguments_of(call).and_then(<[_]>::first);
    first.is_some_and(|first| {
        matches!(summary.expression(first.value), Expression::Literal(Literal::Integer(0)))
    })
}
