//! Asynchronous overrides of plain methods that the base class calls without `await`.

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};
use loopmend_index::summary::{
    BindingKind, CallSite, Expression, Function, FunctionId, Implicit, Summary, Usage,
};
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::lost_task::At;
use loopmend_semantic::infer::{ClassRef, FunctionRef, Type};

/// An `async def` that overrides a plain method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AsyncOverride {
    /// The header of the override, from `async` to the name.
    pub(crate) header: Span,
    /// The qualified name of the override.
    pub(crate) name: String,
    /// The qualified name of the method that calls it.
    pub(crate) caller: String,
    /// The definition of that method, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// Whether the caller uses the value, rather than dropping it.
    pub(crate) is_used: bool,
}

/// Returns the `async` methods of the file that override a plain method of a class of the project, in source order, if a method of
/// that class calls it on `self` and uses the value as no coroutine.
pub(crate) fn async_overrides(file: &mut File) -> Vec<AsyncOverride> {
    let methods: Vec<FunctionId> = async_functions(file.summary()).collect();
    methods.into_iter().filter_map(|method| async_override(file, method)).collect()
}

/// Returns the async functions without decorators, in source order. Generators are left out.
pub(super) fn async_functions(summary: &Summary) -> impl Iterator<Item = FunctionId> {
    let functions = (0..).map(FunctionId).zip(&summary.functions);
    let counts = |(_, function): &(FunctionId, &Function)| {
        function.is_async && !function.is_generator && function.decorators.len == 0
    };
    functions.filter(counts).map(|(id, _)| id)
}

fn async_override(file: &mut File, method: FunctionId) -> Option<AsyncOverride> {
    let (module, summary) = (file.module(), file.summary());
    let class = ClassRef { module, class: summary.class_of(method)? };
    let function = summary.function(method);
    let name = summary.name(function.name);
    if name.starts_with("__") || summary.list(summary.class(class.class).bases).is_empty() {
        return None;
    }
    if !file.inference_mut().may_be_sync_method(name) {
        return None;
    }
    let order = file.inference_mut().mro(class);
    let mut own: Vec<ClassRef> = vec![class];
    for place in order.iter().skip(1) {
        let (base, _) = (*place)?;
        if !file.engine().is_mutable(base.module) {
            return None;
        }
        if file.inference_mut().binds_in_body(base, name) {
            let (caller, is_used) = plain_caller(file, base, name, &own)?;
            return Some(AsyncOverride {
                header: function.header,
                name: summary.qualified_name(function.scope),
                caller: file.function_name(caller),
                definition: file.place_of_function(caller),
                is_used,
            });
        }
        own.push(base);
    }
    None
}

/// Returns the first method of a class that calls its plain method of a name without `await`, unless one of the subclasses replaces it.
fn plain_caller(
    file: &mut File,
    base: ClassRef,
    name: &str,
    subclasses: &[ClassRef],
) -> Option<(FunctionRef, bool)> {
    let summary = file.engine().summary(base.module);
    let scope = summary.class(base.class).scope;
    let [only] = summary.bindings_of(scope, name) else { return None };
    let BindingKind::Function(plain) = only.kind else { return None };
    let definition = summary.function(plain);
    if definition.is_async || definition.decorators.len > 0 {
        return None;
    }
    file.inference_mut().rest_on_text(base.module);
    let sites: Vec<&CallSite> =
        summary.calls.iter().filter(|site| is_own_call(summary, base, site, name)).collect();
    if !sites.iter().all(|site| is_plain_use(site.usage)) {
        return None;
    }
    let mut callers =
        sites.into_iter().filter_map(|site| Some((summary.enclosing_function(site.scope)?, site)));
    callers.find_map(|(caller, site)| {
        let function = summary.function(caller);
        let caller_name = summary.name(function.name);
        let is_replaced =
            subclasses.iter().any(|class| file.inference_mut().binds_in_body(*class, caller_name));
        let is_plain =
            !is_replaced && !function.asks_if_async && summary.class_of(caller) == Some(base.class);
        (is_plain && !is_left_for_async_with(file, caller_name, subclasses))
            .then_some((FunctionRef { module: base.module, function: caller }, site.usage != Usage::Dropped))
    })
}

/// Returns whether a method of `with` is left for `async with`: the subclasses have `__aexit__` in the place of `__exit__`, and the project
/// enters none of their objects with a plain `with`.
fn is_left_for_async_with(file: &mut File, caller: &str, subclasses: &[ClassRef]) -> bool {
    let (Some(class), Some(rest)) = (subclasses.first().copied(), caller.strip_prefix("__")) else {
        return false;
    };
    let form = format!("__a{rest}");
    let has_form = |class: &ClassRef| file.inference_mut().binds_in_body(*class, &form);
    if !named(form.as_str()).has(Role::EntersAsyncContext) || !subclasses.iter().any(has_form) {
        return false;
    }
    let mut classes = file.inference_mut().known_subclasses(class);
    classes.push(class);
    let mut modules: Vec<ModuleId> = Vec::new();
    for class in &classes {
        let name = file.inference_mut().class_name(*class);
        modules.extend(file.inference_mut().modules_that_call(name));
    }
    modules.sort_unstable();
    modules.dedup();
    !modules.into_iter().any(|module| enters_plainly(file, module, &classes))
}

/// Returns whether a module enters an object of one of some classes with a plain `with`.
fn enters_plainly(file: &mut File, module: ModuleId, classes: &[ClassRef]) -> bool {
    file.inference_mut().rest_on_text(module);
    let summary = file.engine().summary(module);
    let in_functions = summary.implicit_calls.iter().filter(|call| matches!(call.how, Implicit::Enter));
    let in_functions = in_functions.map(|call| (call.site.scope, call.value));
    // At the top level of a module, no `with` is asynchronous.
    let is_at_top =
        |site: &&CallSite| site.usage == Usage::Entered && summary.enclosing_function(site.scope).is_none();
    let at_top = summary.calls.iter().filter(is_at_top).map(|site| (site.scope, site.expression));
    let bound = summary.bindings.iter().filter_map(|binding| match binding.kind {
        BindingKind::With { value, is_async: false } => Some((binding.scope, value)),
        _ => None,
    });
    in_functions.chain(at_top).chain(bound).any(|(scope, expression)| {
        let types = file.types_of(At { module, scope, expression });
        types.into_iter().any(|part| matches!(part, Type::Instance(class, _) if classes.contains(&class)))
    })
}

/// Returns whether a call is `self.name(...)` in a method of a class.
fn is_own_call(summary: &Summary, class: ClassRef, site: &CallSite, name: &str) -> bool {
    if summary.last_name(site.expression) != Some(name) {
        return false;
    }
    let Some((receiver, _)) = summary.method_call(site.expression) else { return false };
    let Some(method) = summary.enclosing_function(site.scope) else { return false };
    let first = summary.function(method).parameters.first().map(|first| first.name);
    summary.class_of(method) == Some(class.class)
        && matches!(summary.expression(receiver), Expression::Name(object) if Some(object) == first)
}

/// Returns whether a call's value is dropped or used at once as no coroutine.
fn is_plain_use(usage: Usage) -> bool {
    matches!(usage, Usage::Dropped | Usage::Used)
}
