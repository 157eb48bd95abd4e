//! Changes that a project makes to how a library calls the functions that it is given.

use loopmend_catalog::{Entry, Role, Words, loop_calls_named};
use loopmend_index::call_targets::CALLS_INSTANCE;
use loopmend_index::summary::{
    Binding, CallSite, ClassId, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};
use loopmend_infer::ClassRef;
use loopmend_paths::{Made, Origins};

use loopmend_semantic::File;
use loopmend_semantic::engine::{Engine, ModuleId};

/// Returns whether the library of an entry may call the functions that it is given otherwise than documented in this project. The
/// project uses a distribution that changes the library, or sets a function on one of its objects. For methods and for tasks of workers,
/// it may also have a class that inherits from one of the library and runs or checks what it calls.
pub(crate) fn changes_library(file: &mut File, known: &Entry) -> bool {
    let engine = file.engine();
    let Some(package) = known.name.split('.').next() else { return false };
    file.inference_mut().rest_on_all_texts();
    known.unless_distribution.iter().any(|distribution| uses_distribution(engine, distribution))
        || engine.libraries_set.get_or_make_named(package, || any_file(engine, package, sets_function))
        || (may_use_own_class(known)
            && engine
                .libraries_run
                .get_or_make_named(package, || any_file(engine, package, has_class_that_runs)))
}

/// Returns whether requirements of the project name a distribution, or a file of it has the name of its module.
fn uses_distribution(engine: &Engine, distribution: &str) -> bool {
    let module = distribution.replace('-', "_");
    let mut files = engine.files_with_word(&module).into_iter();
    engine.project().names_distribution(distribution) || files.any(|file| engine.has_name(file, &module))
}

/// Returns whether something holds for a file of the project that names a package.
fn any_file(engine: &Engine, package: &str, holds: fn(&Engine, ModuleId, &str) -> bool) -> bool {
    engine.files_with_word(package).into_iter().any(|module| holds(engine, module, package))
}

/// Returns whether a class that the decorator does not name may run the function: the object that a method belongs to, or the settings of a worker,
/// may state it.
fn may_use_own_class(known: &Entry) -> bool {
    let owner = known.name.rsplit('.').nth(1).unwrap_or_default();
    known.roles.has(Role::RunsEachJobAlone) || owner.starts_with(|first: char| first.is_uppercase())
}

/// Returns whether a module sets a function on an object of a package: `click.Command.invoke = invoke`.
fn sets_function(engine: &Engine, module: ModuleId, package: &str) -> bool {
    let summary = engine.summary(module);
    let scopes = summary.scopes.iter().filter(|scope| scope.binds_attributes);
    let mut entries = scopes.flat_map(|scope| &scope.entries);
    entries.any(|entry| {
        let Some((object, _)) = summary.name(entry.name).rsplit_once('.') else { return false };
        let first = object.split('.').next().unwrap_or(object);
        summary.bindings_in(*entry).iter().any(|binding| {
            let at = (binding.scope, binding.offset);
            let path = Origins::new(engine).path_of_name(module, at, first);
            path.is_some_and(|path| {
                starts_with_package(package, &path) && binds_function(engine, module, binding, &path)
            })
        })
    })
}

/// Returns whether a binding gives an attribute of an object with a dotted name a function, or something of another package. What an instance gets from other
/// packages is most often a setting.
fn binds_function(engine: &Engine, module: ModuleId, binding: &Binding, object: &str) -> bool {
    let Some(value) = binding.kind.value() else { return false };
    let is_lambda = matches!(engine.summary(module).expression(value), Expression::Lambda(_));
    is_lambda
        || match Origins::new(engine).made(module, binding.scope, value) {
            Some(Made::Function(_)) => true,
            Some(Made::Elsewhere(path)) => !object.contains("()") && !path.contains("()"),
            _ => false,
        }
}

/// Returns whether a module has a class that inherits from one of a package, and a class with a method that runs or checks the result of what it calls.
fn has_class_that_runs(engine: &Engine, module: ModuleId, package: &str) -> bool {
    let summary = engine.summary(module);
    let mut classes =
        (0..summary.classes.len() as u32).map(|class| ClassRef { module, class: ClassId(class) });
    let inherits = |class: ClassRef| {
        Origins::new(engine).foreign_bases(class).iter().any(|base| starts_with_package(package, base))
    };
    let may_run = || summary.calls.iter().any(|site| runs_result_in_method(engine, module, site));
    classes.any(inherits) && may_run()
}

/// Returns whether a call in a method of a class starts an event loop, asks whether something is a coroutine, or gets the result of the method that
/// it overrides: `run(super().invoke(context))`.
fn runs_result_in_method(engine: &Engine, module: ModuleId, site: &CallSite) -> bool {
    let summary = engine.summary(module);
    let Some(method) = method_around(summary, site.scope) else { return false };
    let callee = summary.callee_or_itself(site.expression);
    let takes_own_result = || {
        let given = summary.arguments_of(site.expression).unwrap_or_default();
        given.iter().any(|argument| is_own_result(summary, method, argument.value))
    };
    summary.last_roles(callee).has(Role::TellsCoroutine)
        || takes_own_result()
        || starts_loop(engine, module, site.scope, callee)
}

/// Returns the method of a class that contains a scope, also within nested functions.
fn method_around(summary: &Summary, scope: ScopeId) -> Option<FunctionId> {
    let mut functions = summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope));
    functions.find(|function| summary.has_receiver(*function))
}

/// Returns whether an expression calls the method that a method overrides, or in the method that makes instances callable another method of the
/// object.
fn is_own_result(summary: &Summary, method: FunctionId, value: ExpressionId) -> bool {
    let Some((object, called)) = summary.method_call(value) else { return false };
    let name = summary.function(method).name;
    let is_super = summary.call(object).is_some_and(|call| summary.is_dotted_name(call.callee, "super"));
    let is_self = summary.last_name(object).is_some_and(|object| Words::OwnObject.has(object));
    (is_super && called == name) || (is_self && summary.name(name) == CALLS_INSTANCE)
}

/// Returns whether a callee starts an event loop, or makes a plain function that does.
fn starts_loop(engine: &Engine, module: ModuleId, scope: ScopeId, callee: ExpressionId) -> bool {
    let Some(last) = engine.summary(module).last_name(callee) else { return false };
    let mut known = loop_calls_named(last).iter().filter(|known| known.action.starts()).peekable();
    known.peek().is_some() && {
        let path = Origins::new(engine).path(module, scope, callee);
        known.any(|known| known.any_receiver || path.as_ref().is_some_and(|path| known.is_at(path)))
    }
}

/// Returns whether a dotted name is a package, or begins with it.
fn starts_with_package(package: &str, path: &str) -> bool {
    path.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '(']))
}
