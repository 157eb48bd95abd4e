//! What patches event loops so that they run inside of each other.

use crate::file::{Call, File, call_of};
use crate::summary::{BindingKind, CallSite, Expression, NESTING_MODULES, Summary};

/// A call in test code that patches event loops.
#[derive(Clone, Debug)]
pub struct LoopPatch {
    /// The call.
    pub call: Call,
    /// The module that it is of.
    pub module: String,
}

impl File<'_> {
    /// The calls in tests, fixtures and `conftest.py` files that patch event loops, in source order.
    pub fn loop_patches(&mut self) -> Vec<LoopPatch> {
        let summary = self.summary();
        let names = &summary.names;
        let name = NESTING_MODULES.into_iter().find(|name| names.find(name).is_some());
        let Some(name) = name.filter(|_| names.find("apply").is_some()) else { return Vec::new() };
        if self.settings_of_tests(name).is_none() {
            return Vec::new();
        }
        let patches = summary.calls.iter().filter_map(|site| {
            let module = module_of_patch(summary, site)?.to_owned();
            Some(LoopPatch { call: call_of(summary, site), module })
        });
        patches.collect()
    }
}

/// The module of `nest_asyncio.apply()`, however it is imported.
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
    let mut scopes = summary.scopes_from(site.scope);
    let bindings = scopes.find_map(|scope| {
        let bindings = summary.bindings_of(scope, summary.name(name));
        (!bindings.is_empty()).then_some(bindings)
    })?;
    let module = match (bindings.last()?.kind, attribute) {
        (BindingKind::Import { module }, Some("apply")) => summary.name(module),
        (BindingKind::ImportFrom { module, name }, None) if summary.name(name) == "apply" => {
            summary.name(module)
        }
        _ => return None,
    };
    NESTING_MODULES.contains(&module).then_some(module)
}
