//! Asynchronous overrides of methods that a library calls without `await`: `data_received` of `asyncio.Protocol`.

use loopmend_catalog::{Entry, Role, entry, named};
use loopmend_core::Span;
use loopmend_index::summary::{FunctionId, Usage};
use loopmend_paths::Origins;
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::ClassRef;

use super::async_override::async_functions;

/// An `async def` that overrides a method which a library calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AsyncHook {
    /// The header of the override, from `async` to the name.
    pub(crate) header: Span,
    /// The qualified name of the override.
    pub(crate) name: String,
    /// The documented name of the method of the library.
    pub(crate) hook: &'static str,
}

/// Returns the `async` methods of the file that a library calls and never awaits, in source order.
pub(crate) fn async_hooks(file: &mut File) -> Vec<AsyncHook> {
    let summary = file.summary();
    let is_hook =
        |method: &FunctionId| named(summary.name(summary.function(*method).name)).has(Role::PlainHook);
    let methods: Vec<FunctionId> = async_functions(summary).filter(is_hook).collect();
    methods.into_iter().filter_map(|method| async_hook(file, method)).collect()
}

fn async_hook(file: &mut File, method: FunctionId) -> Option<AsyncHook> {
    let (module, summary) = (file.module(), file.summary());
    let class = ClassRef { module, class: summary.class_of(method)? };
    let definition = summary.class(class.class);
    let function = summary.function(method);
    let name = summary.name(function.name);
    if summary.list(definition.bases).is_empty()
        || definition.decorators.len > 0
        || definition.metaclass.is_some()
        || summary.bindings_of(definition.scope, name).len() != 1
    {
        return None;
    }
    let mut own: Vec<ClassRef> = vec![class];
    let hook = find_hook(file, class, name, &mut own)?;
    if is_replaced(file, class, name) || is_awaited(file, &own, name) {
        return None;
    }
    Some(AsyncHook {
        header: function.header,
        name: summary.qualified_name(function.scope),
        hook: &hook.name,
    })
}

/// Returns the method of a library that a method of a class overrides, and collects the classes of the project before it.
fn find_hook(
    file: &mut File,
    class: ClassRef,
    name: &str,
    own: &mut Vec<ClassRef>,
) -> Option<&'static Entry> {
    let order = file.inference_mut().mro(class);
    for place in order.iter().skip(1) {
        let Some((base, _)) = *place else { return find_library_hook(file, class, name) };
        if file.engine().is_mutable(base.module) {
            if file.inference_mut().binds_in_body(base, name) {
                return None;
            }
            own.push(base);
            continue;
        }
        let path = file.inference_mut().path_of_class(base);
        if let Some(hook) = entry(&format!("{path}.{name}")) {
            return hook.roles.has(Role::PlainHook).then_some(hook);
        }
        let is_other = file.engine().origin(base.module) != Origin::StandardLibrary;
        if is_other && file.inference_mut().binds_in_body(base, name) {
            return None;
        }
    }
    None
}

/// Returns the method of the only base class that belongs to a library which is not installed.
fn find_library_hook(file: &File, class: ClassRef, name: &str) -> Option<&'static Entry> {
    let [base] = &Origins::new(file.engine()).foreign_bases(class)[..] else { return None };
    entry(&format!("{base}.{name}")).filter(|hook| hook.roles.has(Role::PlainHook))
}

/// Returns whether a subclass of the project overrides the method once more.
fn is_replaced(file: &mut File, class: ClassRef, name: &str) -> bool {
    let subclasses = file.inference_mut().known_subclasses(class);
    subclasses.into_iter().any(|subclass| file.inference_mut().binds_in_body(subclass, name))
}

/// Returns whether the module of a class, or one that creates an object of it, awaits or keeps what a method of this name returns. The project
/// then calls the method itself.
fn is_awaited(file: &mut File, own: &[ClassRef], name: &str) -> bool {
    let mut modules: Vec<ModuleId> = own.iter().map(|class| class.module).collect();
    let class = file.inference_mut().class_name(own[0]);
    modules.extend(file.inference_mut().modules_that_call(class));
    modules.sort_unstable();
    modules.dedup();
    modules.into_iter().any(|module| {
        file.inference_mut().rest_on_text(module);
        let summary = file.engine().summary(module);
        summary.calls.iter().any(|site| {
            !matches!(site.usage, Usage::Dropped | Usage::Used)
                && summary.method_call(site.expression).is_some()
                && summary.last_name(site.expression) == Some(name)
        })
    })
}
