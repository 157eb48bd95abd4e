//! Targets of patches that do not exist.

use loopmend_catalog::{Role, is};
use loopmend_core::{Confidence, NameOwner, Place, Span};
use loopmend_index::summary::{CallSite, Expression, ExpressionId, Summary};
use loopmend_project::Origin;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;

use super::File;
use super::missing_import::DefinedElsewhere;
use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, Type};

/// A call that replaces an attribute which its object does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPatchTarget {
    /// The string with the target.
    pub written: Span,
    /// The dotted name of the module, or the name of the class.
    pub owner: String,
    /// Whether `owner` is a module rather than a class.
    pub is_module: bool,
    /// The missing attribute.
    pub name: String,
    /// The class of the object, if its text can be shown.
    pub definition: Option<Place>,
    /// The definitions of the project that could have the attribute.
    pub owners: Vec<NameOwner>,
    /// The only name of the module that is similar.
    pub meant: Option<String>,
    /// The only other module that has the name, of those from which the module imports.
    pub elsewhere: Option<DefinedElsewhere>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
    /// The confidence that the attribute is missing.
    pub confidence: Confidence,
}

/// Texts of code that may set attributes of an object by other means than a statement or `setattr`.
const WAYS_TO_SET: &[&str] = &["__dict__[", "__dict__.update", "__dict__ =", "__dict__ |=", "vars("];

/// The documented name of the function that has the parameters of all its variants.
const PATCH: &str = "unittest.mock.patch";

/// The number of arguments with which `type` makes a class.
const ARGUMENTS_OF_NEW_CLASS: usize = 3;

/// The special method that sets an attribute.
const SETS_ATTRIBUTES: &str = "__setattr__";

/// Returns whether a module may set an attribute by `object.__setattr__(value, "name", …)`, or hands that method on.
fn may_set_by_method(summary: &Summary, name: &str) -> bool {
    let Some(setter) = summary.names.find(SETS_ATTRIBUTES) else { return false };
    let is_setter =
        |expression: &Expression| matches!(expression, Expression::Attribute { name, .. } if *name == setter);
    let is_text = |expression: &Expression| matches!(expression, Expression::String(text) if *text == setter);
    let read = summary.expressions.iter().filter(|expression| is_setter(expression)).count();
    let calls = summary.calls.iter().map(|call| call.expression);
    let is_called = |call: &ExpressionId| is_setter(&summary.expression(summary.callee_or_itself(*call)));
    let called: Vec<ExpressionId> = calls.filter(is_called).collect();
    let sets = |call: ExpressionId| {
        // The value comes last, and the name before it.
        let [.., written, _] = summary.arguments_of(call).unwrap_or_default() else { return true };
        summary.text_of(written.value).is_none_or(|text| text == name)
    };
    read > called.len() || called.into_iter().any(sets) || summary.expressions.iter().any(is_text)
}

/// Returns whether a name may be the one that a class gives to `__name` in its body: `_Class__name`.
fn is_mangled(name: &str) -> bool {
    name.strip_prefix('_').and_then(|rest| rest.find("__")).is_some_and(|place| place > 0)
}

/// Returns whether a module makes classes by `type(name, bases, namespace)`.
fn makes_classes(summary: &Summary) -> bool {
    summary.calls.iter().any(|call| {
        let given = summary.arguments_of(call.expression).unwrap_or_default();
        given.len() >= ARGUMENTS_OF_NEW_CLASS
            && summary.is_dotted_name(summary.callee_or_itself(call.expression), "type")
    })
}

impl Engine<'_> {
    /// Returns whether a module sets attributes whose names are not written, or creates classes with `type`.
    fn may_set_any_attribute(&self, module: ModuleId) -> bool {
        self.any_attribute_set.get_or_make(module, || {
            let summary = self.summary(module);
            summary.calls_setattr() || makes_classes(summary) || self.mentions_any(module, WAYS_TO_SET)
        })
    }
}

impl File<'_> {
    /// Returns the patches of attributes that do not exist, in source order. Skips those that may create the attribute, and blocks in
    /// which an exception is expected.
    pub fn missing_patch_targets(&mut self) -> Vec<MissingPatchTarget> {
        let calls = self.calls_that_may_patch().filter(|site| !site.expects_exception);
        let mut found: Vec<_> = calls.filter_map(|site| self.missing_patch_target(&site)).collect();
        if self.summary().mentions(Role::PatchesSeveral) {
            let summary = self.summary();
            let patches = |site: &&CallSite| {
                !site.expects_exception && summary.last_roles(site.expression).has(Role::PatchesSeveral)
            };
            let calls: Vec<CallSite> = summary.calls.iter().filter(patches).copied().collect();
            found.extend(calls.iter().flat_map(|site| self.missing_of_several(site)));
            found.sort_by_key(|found| found.written.start);
        }
        found
    }

    /// Returns the attributes that `patch.multiple` names and the object does not have, each where it is written.
    fn missing_of_several(&mut self, site: &CallSite) -> Vec<MissingPatchTarget> {
        let (module, summary) = (self.module(), self.summary());
        let Some(owner) = self.inference_mut().patched_by_several(module, site) else { return Vec::new() };
        let call = summary.span(site.expression);
        if self.may_lack_on_purpose(site) {
            return Vec::new();
        }
        let code = self.code_within(call.start);
        let keywords = code.call_at(call).into_iter().flat_map(|call| &call.arguments.keywords);
        let written: Vec<(String, Span)> = keywords
            .filter_map(|keyword| keyword.arg.as_ref())
            .map(|name| (name.to_string(), span(name.range())))
            .filter(|(name, _)| {
                let parameter = format!("{PATCH}.{name}");
                !is(parameter.as_str(), Role::PatchParameter)
            })
            .collect();
        let owners = self.owners_of_attributes(owner);
        let missing = written.into_iter().filter_map(|(name, written)| {
            let missing = self.missing_in(owner, &name)?;
            let symbol = summary.qualified_name(site.scope);
            Some(MissingPatchTarget { written, symbol, owners: owners.clone(), ..missing })
        });
        missing.collect()
    }

    fn missing_patch_target(&mut self, site: &CallSite) -> Option<MissingPatchTarget> {
        let module = self.module();
        let target = self.inference_mut().patched_target(module, site)?;
        let (lacking, missing) = target
            .steps
            .into_iter()
            .find_map(|(owner, name)| Some((owner, self.missing_in(owner, &name)?)))?;
        if matches!(lacking, Type::Instance(..)) && self.is_only_stated_target(site) {
            return None;
        }
        if self.may_lack_on_purpose(site) {
            return None;
        }
        let owners = self.owners_of_attributes(lacking);
        let summary = self.summary();
        let (written, symbol) = (summary.span(target.written), summary.qualified_name(site.scope));
        Some(MissingPatchTarget { written, symbol, owners, ..missing })
    }

    /// Returns whether only an annotation states the class of the object that a call patches.
    fn is_only_stated_target(&mut self, site: &CallSite) -> bool {
        let module = self.module();
        let given = self.summary().arguments_of(site.expression).unwrap_or_default();
        given.first().is_none_or(|first| self.inference_mut().is_only_stated(module, site.scope, first.value))
    }

    fn missing_in(&mut self, owner: Type, name: &str) -> Option<MissingPatchTarget> {
        let missing = |owner, is_module, definition, confidence| MissingPatchTarget {
            written: Span::default(),
            symbol: String::new(),
            owner,
            is_module,
            name: name.to_owned(),
            definition,
            owners: Vec::new(),
            meant: None,
            elsewhere: None,
            confidence,
        };
        // The name stands in a string, so that a change of it does not reach this file otherwise.
        if let Some(module) = self.module_of(owner) {
            self.inference_mut().rest_on_text(module);
        }
        match owner {
            // `patch` takes the name of a built-in function from any module.
            Type::Module(module) if !self.is_name_of_builtins(name) && self.lacks_name(module, name) => {
                let meant = self.similar_name(module, name);
                if meant.is_none() && self.may_be_built(module, name) {
                    return None;
                }
                let elsewhere = if meant.is_none() { self.defined_elsewhere(module, name) } else { None };
                let owner = self.engine().module_name(module).to_owned();
                let found = missing(owner, true, None, Confidence::Certain);
                Some(MissingPatchTarget { meant, elsewhere, ..found })
            }
            Type::Class(class) | Type::Instance(class, _) if self.lacks_attribute(class, name) => {
                let confidence = match owner {
                    Type::Class(_) => Confidence::Certain,
                    _ => Confidence::Likely,
                };
                let definition = self.place_of_class(class);
                Some(missing(
                    self.inference_mut().class_name(class).to_owned(),
                    false,
                    definition,
                    confidence,
                ))
            }
            _ => None,
        }
    }

    /// Returns the module that an object is, or that defines its class.
    fn module_of(&self, object: Type) -> Option<ModuleId> {
        match object {
            Type::Module(module) => Some(module),
            _ => self.inference().defining_module(object),
        }
    }

    fn is_name_of_builtins(&mut self, name: &str) -> bool {
        let builtins = self.engine().standard_library("builtins");
        self.inference_mut().symbol(builtins, name).is_some()
    }

    /// Returns whether a class of the project is written without decorators and metaclasses, no protocol, and no instance has an attribute.
    pub(super) fn lacks_attribute(&mut self, class: ClassRef, name: &str) -> bool {
        let is_own = self.engine().origin(class.module) == Origin::FirstParty;
        if !is_own || name.starts_with("__") || is_mangled(name) {
            return false;
        }
        let inference = self.inference_mut();
        inference.begin();
        if inference.is_declared_protocol(class) || !inference.certainly_lacks(class, name) {
            return false;
        }
        let order: Vec<_> = inference.mro(class).iter().flatten().map(|(owner, _)| *owner).collect();
        !self.engine().is_stub(class.module)
            && !self.is_far(class.module)
            && order.into_iter().all(|owner| self.is_written_out(owner, name))
            && !self.sets_itself(name)
    }

    /// Returns whether nothing but the body of a class gives it an attribute, as far as its module shows.
    fn is_written_out(&mut self, class: ClassRef, name: &str) -> bool {
        let summary = self.engine().summary(class.module);
        let definition = summary.class(class.class);
        match self.engine().origin(class.module) {
            Origin::FirstParty => self.inference_mut().rest_on_text(class.module),
            Origin::StandardLibrary => return true,
            // A metaclass gives a class other attributes, and a stub may leave out that there is one.
            Origin::ThirdParty => {
                return definition.metaclass.is_none() && !self.engine().is_stub(class.module);
            }
        }
        definition.metaclass.is_none()
            && (definition.decorators.len == 0 || self.inference_mut().is_standard_data_class(class))
            && !definition.sets_any_attribute
            && !summary.sets_attribute(name)
            && !self.engine().may_set_any_attribute(class.module)
            && !may_set_by_method(summary, name)
            && !self.inference_mut().binds_in_body(class, SETS_ATTRIBUTES)
    }
}
