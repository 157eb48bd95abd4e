//! The targets that test code replaces: with `patch`, with `monkeypatch`, or by assigning to an attribute.

use loopmend_catalog::{Role, Words, named};
use loopmend_index::summary::{
    ArgumentKind, Binding, BindingKind, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};
use loopmend_paths::Origins;
use loopmend_project::ResourceKind;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{ClassRef, Inference, Type};

use super::ReachedThing;
use super::resources::{Called, Mock, Resources};
use super::steps::{ReachedBy, Step};
use crate::categories::{constants, steps};

/// A name that is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ReplacedName {
    /// The owner of the name: the preceding name, or the classes of an object; empty if unknown.
    owners: Vec<String>,
    name: String,
}

impl ReplacedName {
    pub(super) fn new(owners: Vec<String>, name: &str) -> Self {
        Self { owners, name: name.to_owned() }
    }

    /// Creates the entry for a dotted name: `app.client.get`.
    fn of_target(target: &str) -> Self {
        let (owner, name) = target.rsplit_once('.').unwrap_or(("", target));
        let owner = owner.rsplit('.').next().unwrap_or(owner);
        let owners = if owner.is_empty() { Vec::new() } else { vec![owner.to_owned()] };
        Self { owners, name: name.to_owned() }
    }

    /// Returns the name, if one of these classes owns it.
    pub(super) fn member_of(&self, classes: &[String]) -> Option<&str> {
        self.owners.iter().any(|owner| classes.contains(owner)).then_some(&self.name)
    }

    /// Returns whether a call reaches the replacement, through a name in the callee or a class of the
    /// object.
    pub(super) fn hides(&self, step: &Step) -> bool {
        let is_owner = |name: &String| self.owners.is_empty() || self.owners.contains(name);
        let by_name = step.names.iter().enumerate().any(|(place, name)| {
            let is_owned = match place.checked_sub(1) {
                Some(before) => is_owner(&step.names[before]),
                None => step.around.iter().any(is_owner),
            };
            *name == self.name && (is_owned || step.owners.iter().any(is_owner))
        });
        let by_class = step.owners.contains(&self.name)
            && (step.owners.iter().chain(&step.around).chain(&step.names).any(is_owner));
        by_name || by_class
    }
}

/// The names that are replaced and therefore unreachable.
#[derive(Clone, Debug, Default)]
pub(super) struct Replaced {
    pub(super) names: Vec<ReplacedName>,
    pub(super) mocks: Vec<&'static Mock>,
    pub(super) kinds: Vec<ResourceKind>,
    /// Environment variables.
    pub(super) keys: Vec<String>,
}

impl Replaced {
    /// Adds an environment variable; every variable if the name is unknown.
    fn add_key(&mut self, name: Option<String>) {
        match name {
            Some(name) => self.keys.push(name),
            None => self.kinds.push(ResourceKind::Environment),
        }
    }

    /// Returns whether the replacement covers a resource that is reached through a package.
    pub(super) fn covers(&self, reached: &ReachedBy) -> bool {
        let ReachedBy { kind, package, thing } = reached;
        self.kinds.contains(kind)
            || self.mocks.iter().any(|mock| mock.covers(*kind, package))
            || matches!(thing, ReachedThing::Variable(name) if self.keys.contains(name))
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        self.mocks.extend(&other.mocks);
        self.kinds.extend(&other.kinds);
        self.keys.extend(other.keys.iter().cloned());
    }
}

/// Adds the names that a call or a decorator replaces. This is an outermost query.
pub(super) fn add_replaced(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    expression: ExpressionId,
    replaced: &mut Replaced,
) {
    let summary = inference.engine().summary(module);
    let callee = summary.callee_or_itself(expression);
    if let Some(path) = Origins::new(inference.engine()).path(module, scope, callee) {
        let keywords = keywords(summary, expression);
        replaced.mocks.extend(Resources::known().replaced_by_call(&Called::of_path(&path), &keywords));
    }
    let Some((before, name)) = names_of_patch(summary, scope, callee) else { return };
    let patches = PatchCall { module, scope, expression };
    match (name, before) {
        ("patch", _) => add_patch(inference, patches, replaced),
        ("object", Some("patch")) => add_object_patch(inference, patches, replaced),
        (name, Some(_)) if named(name).has(Role::ChangesAttribute) => {
            add_object_patch(inference, patches, replaced);
        }
        ("multiple", Some("patch")) => add_multiple(inference, patches, replaced),
        (name, Some(owner))
            if named(name).has(Role::ChangesEnvironment) || (name, owner) == ("setdefault", "environ") =>
        {
            replaced.add_key(constants::text_argument(inference, module, scope, expression, 0));
        }
        ("setitem", Some(_)) if patches_environment(summary, expression) => {
            replaced.add_key(constants::text_argument(inference, module, scope, expression, 1));
        }
        ("update", Some("environ")) => replaced.add_key(None),
        ("dict", Some("patch")) if patches_environment(summary, expression) => replaced.add_key(None),
        _ => {}
    }
}

/// Adds the target of `patch("app.client.get")`. With `wraps`, the replacement calls the original.
fn add_patch(inference: &mut Inference, patch: PatchCall, replaced: &mut Replaced) {
    let PatchCall { module, scope, expression } = patch;
    let summary = inference.engine().summary(module);
    if keywords(summary, expression).contains(&"wraps") {
        return;
    }
    if let Some(target) = constants::text_argument(inference, module, scope, expression, 0) {
        add_target(&target, replaced);
    }
}

/// Adds the target of `patch.object(client, "get")`, `monkeypatch.setattr(client, "get", ...)` or
/// `monkeypatch.setattr("app.client.get", ...)`.
fn add_object_patch(inference: &mut Inference, patch: PatchCall, replaced: &mut Replaced) {
    let PatchCall { module, scope, expression } = patch;
    let summary = inference.engine().summary(module);
    let arguments = summary.arguments_of(expression).unwrap_or_default();
    let Some(object) = arguments.first().map(|first| first.value) else { return };
    if let Some(target) = constants::text_argument(inference, module, scope, expression, 0) {
        return add_target(&target, replaced);
    }
    if keywords(summary, expression).contains(&"wraps") {
        return;
    }
    if let Some(name) = constants::text_argument(inference, module, scope, expression, 1) {
        add_attribute(inference, module, scope, object, &name, replaced);
    }
}

/// Adds the targets of `patch.multiple("app.client", get=..., post=...)`.
fn add_multiple(inference: &mut Inference, patch: PatchCall, replaced: &mut Replaced) {
    let PatchCall { module, scope, expression } = patch;
    let summary = inference.engine().summary(module);
    let arguments = summary.arguments_of(expression).unwrap_or_default();
    let Some(object) = arguments.first().map(|first| first.value) else { return };
    let owner = constants::text_argument(inference, module, scope, expression, 0);
    for name in keywords(summary, expression) {
        match &owner {
            Some(owner) => add_target(&format!("{owner}.{name}"), replaced),
            None => add_attribute(inference, module, scope, object, name, replaced),
        }
    }
}

fn add_attribute(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    object: ExpressionId,
    name: &str,
    replaced: &mut Replaced,
) {
    let summary = inference.engine().summary(module);
    let value = inference.expression(module, scope, object);
    let Some(mut owners) = owners_of(inference, value) else { return };
    owners.extend(summary.last_name(object).map(str::to_owned));
    for owner in &owners {
        replaced.mocks.extend(Resources::known().replaced_by_patch(&format!("{owner}.{name}")));
    }
    replaced.names.push(ReplacedName { owners, name: name.to_owned() });
}

/// Returns the names of the classes or the module of a value; `None` for a mock, which is not followed.
fn owners_of(inference: &mut Inference, value: Type) -> Option<Vec<String>> {
    let mut owners = Vec::new();
    for part in inference.parts(value) {
        match part {
            Type::Mock(_) => return None,
            Type::Module(module) => {
                let name = inference.engine().module_name(module);
                owners.push(name.rsplit('.').next().unwrap_or(name).to_owned());
            }
            Type::Instance(class, _) | Type::Class(class) => owners.extend(names_of_class(inference, class)),
            _ => {}
        }
    }
    Some(owners)
}

/// Returns the names of a class and its bases.
pub(super) fn names_of_class(inference: &mut Inference, class: ClassRef) -> impl Iterator<Item = String> {
    steps::packaged_classes_of(inference, class).into_iter().map(|(_, name)| name)
}

/// Adds the target of `client.get = ...` in a function. An assignment to an object of the test's own
/// class only initializes it.
pub(super) fn add_assigned(
    inference: &mut Inference,
    module: ModuleId,
    function: FunctionId,
    replaced: &mut Replaced,
) {
    let summary = inference.engine().summary(module);
    let scope = summary.function(function).scope;
    for entry in &summary.scope(scope).entries {
        let Some((object, name)) = summary.name(entry.name).rsplit_once('.') else { continue };
        if Words::OwnObject.has(object) {
            continue;
        }
        let offset = summary.bindings_in(*entry).first().map_or(0, |binding| binding.offset);
        let value = match object.contains('.') {
            true => Type::Unknown,
            false => inference.name_at(module, scope, object, offset),
        };
        let Some(mut owners) = owners_of(inference, value) else { continue };
        owners.extend(object.rsplit('.').next().map(str::to_owned));
        replaced.names.push(ReplacedName { owners, name: name.to_owned() });
    }
}

/// A call that may patch something.
#[derive(Clone, Copy)]
struct PatchCall {
    module: ModuleId,
    scope: ScopeId,
    expression: ExpressionId,
}

fn add_target(target: &str, replaced: &mut Replaced) {
    replaced.mocks.extend(Resources::known().replaced_by_patch(target));
    replaced.names.push(ReplacedName::of_target(target));
}

fn keywords(summary: &Summary, call: ExpressionId) -> Vec<&str> {
    let arguments = summary.arguments_of(call).unwrap_or_default();
    let keyword = |kind| match kind {
        ArgumentKind::Keyword(name) => Some(summary.name(name)),
        _ => None,
    };
    arguments.iter().filter_map(|argument| keyword(argument.kind)).collect()
}

/// Returns the last name of the callee and the one before it: `patch`, or `object` of `mock.patch.object`.
/// Resolves names that are aliases of `patch`.
fn names_of_patch(summary: &Summary, scope: ScopeId, callee: ExpressionId) -> Option<(Option<&str>, &str)> {
    let name_of = |expression| match summary.expression(expression) {
        Expression::Name(name) if stands_for_patch(summary, scope, summary.name(name)) => Some("patch"),
        _ => summary.last_name(expression),
    };
    let before = match summary.expression(callee) {
        Expression::Attribute { value, .. } => name_of(value),
        _ => None,
    };
    Some((before, name_of(callee)?))
}

/// Returns whether a name is bound only to `mock.patch`, or imported as it.
fn stands_for_patch(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let [Binding { kind, .. }] = summary.nearest_bindings(scope, name) else { return false };
    match *kind {
        BindingKind::Value(value) => {
            matches!(summary.expression(value), Expression::Attribute { name, .. } if summary.name(name) == "patch")
        }
        BindingKind::ImportFrom { name, .. } => summary.name(name) == "patch",
        _ => false,
    }
}

/// Returns whether a call patches the environment: `patch.dict("os.environ", ...)`,
/// `monkeypatch.setitem(os.environ, ...)`.
fn patches_environment(summary: &Summary, call: ExpressionId) -> bool {
    let first = summary.arguments_of(call).and_then(<[_]>::first);
    first.is_some_and(|first| {
        summary.text_of(first.value).is_some_and(|text| text.ends_with("environ"))
            || summary.last_name(first.value) == Some("environ")
    })
}
