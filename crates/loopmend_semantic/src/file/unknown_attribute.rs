//! Attributes that objects of the project certainly lack.

use std::rc::Rc;

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{NameOwner, Place, Span};
use loopmend_index::summary::{
    Argument, ArgumentKind, Binding, BindingKind, CallSite, Expression, ExpressionId, ScopeId, Test,
};
use loopmend_project::Origin;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{function_around, last_name, nodes_around, span, walk_body};
use rustc_hash::FxHashSet;

use super::File;
use super::module_names::nearest;
use crate::engine::Engine;
use crate::infer::{ClassRef, Type, derives_from_call};

/// An attribute that is read, and that the object does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownAttribute {
    /// The name of the attribute, where it is read.
    pub place: Span,
    /// The name of the attribute.
    pub name: String,
    /// The object.
    pub owner: AttributeOwner,
    /// The definition of the class, if its text can be shown.
    pub definition: Option<Place>,
    /// The definitions of the project that could have the attribute.
    pub owners: Vec<NameOwner>,
    /// The only attribute with a similar name.
    pub meant: Option<String>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
}

/// The beginning of the names of classes that pytest collects (docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery).
const TEST_CLASS: &str = "Test";

/// The builtin that reads an attribute by its name.
const GETATTR: &str = "getattr";

/// The object that lacks an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeOwner {
    /// A module, by its name.
    Module(String),
    /// A class or an instance of it, by the name of the class.
    Class(String),
    /// An enumeration, with its members in source order.
    Enumeration {
        /// The name of the class.
        class: String,
        /// The names of the members.
        members: Vec<String>,
    },
}

impl Engine<'_> {
    /// Returns whether a file of the project calls `setattr`.
    fn calls_setattr(&self) -> bool {
        let calls = |module| self.summary(module).calls_setattr();
        *self.calls_setattr.get_or_init(|| self.files_with_setattr().any(calls))
    }
}

impl File<'_> {
    /// Returns the reads of attributes that objects of the project lack, in source order. Skips code that is meant to fail or asks whether
    /// the attribute exists.
    pub fn unknown_attributes(&mut self) -> Rc<[UnknownAttribute]> {
        if let Some(known) = &self.unknown_attributes {
            return known.clone();
        }
        let reads = self.attributes_read(|name| !name.starts_with("__"));
        let mut found: Vec<UnknownAttribute> =
            reads.into_iter().filter_map(|read| self.unknown_attribute(read)).collect();
        found.sort_by_key(|found| found.place.start);
        found.dedup_by_key(|found| found.place);
        let found: Rc<[UnknownAttribute]> = found.into();
        self.unknown_attributes = Some(found.clone());
        found
    }

    fn unknown_attribute(&mut self, read: ExpressionId) -> Option<UnknownAttribute> {
        let (module, summary) = (self.module(), self.summary());
        let Expression::Attribute { value, name } = summary.expression(read) else { return None };
        if self.is_of_library(value) {
            return None;
        }
        let name = summary.name(name);
        // The object may be a mock under test, which has some attributes of its own.
        if named(name).has(Role::MockAttribute) || name.starts_with("assert_") {
            return None;
        }
        let whole = summary.span(read);
        let scope = summary.function_scope_around(whole);
        let inference = self.inference_mut();
        let object = inference.expression(module, scope, value);
        let parts = inference.parts(object);
        let mut objects = parts.into_iter().filter(|part| *part != Type::None);
        let first = objects.next()?;
        // What other callers pass, or what another library gives, may be another object.
        if self.inference().is_given_by_callers() {
            return None;
        }
        if !self.lacks(first, name) || !objects.all(|other| self.lacks(other, name)) {
            return None;
        }
        if self.inference_mut().is_only_stated(module, scope, value)
            || Words::OwnObject.has(summary.last_name(value)) && self.may_be_mixed_in(first)
        {
            return None;
        }
        let is_asked = summary.replaces(name, scope)
            || summary.expects_exception_at(scope, whole)
            || self.asks_for_attribute(name)
            || self.replaces_class(first)
            || self.asks_object_for_attribute(whole, summary.span(value), name)
            || self.may_fail_on_purpose(whole, scope);
        // All files of the project are asked last, since that costs most.
        if is_asked
            || !self.is_read(whole)
            || self.is_set_by_other_class(first, name)
            || self.is_set_anywhere(name)
            || self.may_be_set_by_keyword(first, name)
            || self.passes_to_setter(scope, value)
            || self.has_hook_from_outside(first)
        {
            return None;
        }
        let (owner, definition, meant) = self.owner_of_attribute(first, name, self.is_called(whole))?;
        let place = Span::new(whole.end - u32::try_from(name.len()).ok()?, whole.end);
        let owners = self.owners_of_attributes(first);
        let (name, symbol) = (name.to_owned(), summary.qualified_name(scope));
        Some(UnknownAttribute { place, name, owner, definition, owners, meant, symbol })
    }

    /// Returns whether the file puts something else in the place of a class, such as a fake in a function that tests call:
    /// `monkeypatch.setattr(shop, "Till", FakeTill)`.
    fn replaces_class(&mut self, object: Type) -> bool {
        let (Type::Instance(class, _) | Type::Class(class)) = object else { return false };
        let summary = self.summary();
        class.module != self.module() && summary.sets_attribute(self.inference_mut().class_name(class))
    }

    /// Returns whether a method may run on objects of other classes alone: nothing creates an object of its own class, and no test runner does.
    fn may_be_mixed_in(&mut self, object: Type) -> bool {
        let Type::Instance(class, _) = object else { return false };
        let name = self.inference_mut().class_name(class);
        let is_run = self.inference_mut().inherits(class, "unittest.case", "TestCase")
            || name.starts_with(TEST_CLASS) && self.is_collected();
        !is_run && self.inference_mut().modules_that_call(name).is_empty()
    }

    /// Returns whether an object of the project certainly has no such attribute.
    fn lacks(&mut self, object: Type, name: &str) -> bool {
        match object {
            Type::Module(module) => self.lacks_name(module, name),
            Type::Class(class) | Type::Instance(class, _) => {
                self.lacks_attribute(class, name)
                    && !self.inference_mut().is_descriptor(class)
                    && !self.is_still_to_write(class)
                    && self.has_known_bases(class, name)
                    && !self.inference_mut().is_abstract_class(class)
                    && self
                        .inference_mut()
                        .known_subclasses(class)
                        .into_iter()
                        .all(|subclass| self.has_known_bases(subclass, name))
            }
            _ => false,
        }
    }

    /// Returns whether a class has nothing but a constructor that takes arguments and has no body. Such a class is left to write: an exercise, or
    /// a draft.
    fn is_still_to_write(&self, class: ClassRef) -> bool {
        let summary = self.engine().summary(class.module);
        let definition = summary.class(class.class);
        let [entry] = &*summary.scope(definition.scope).entries else { return false };
        let is_unwritten = |binding: &Binding| match binding.kind {
            BindingKind::Function(function) => {
                let constructor = summary.function(function);
                constructor.is_placeholder && constructor.parameters.len() > 1
            }
            _ => false,
        };
        summary.list(definition.bases).is_empty()
            && summary.name(entry.name) == "__init__"
            && summary.bindings_in(*entry).iter().all(is_unwritten)
    }

    /// Returns whether the attributes of a class are known as far as one of this name is concerned. All classes from which it derives are
    /// written in the project or the standard library, whose private attributes are not known.
    fn has_known_bases(&mut self, class: ClassRef, name: &str) -> bool {
        let order = self.inference_mut().mro(class);
        order.iter().flatten().all(|(owner, _)| match self.engine().origin(owner.module) {
            Origin::FirstParty => {
                let summary = self.engine().summary(owner.module);
                !self.engine().is_stub(owner.module)
                    && !derives_from_call(summary, summary.list(summary.class(owner.class).bases))
            }
            Origin::StandardLibrary => {
                !name.starts_with('_') || self.inference_mut().builtin_name(*owner) == Some("object")
            }
            Origin::ThirdParty => {
                let engine = self.engine();
                !engine.is_stub(owner.module)
                    && engine.summary(owner.module).class(owner.class).metaclass.is_none()
                    && !engine.mentions_any(owner.module, &["setattr(", "__setattr__", "__dict__", "vars("])
            }
        })
    }

    /// Returns whether a file of the project sets an attribute of this name on any object but `self`, or may set any.
    pub fn is_set_anywhere(&mut self, name: &str) -> bool {
        self.inference_mut().rest_on_set_attributes();
        let engine = self.engine();
        let files = engine.files_with_word(name);
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let quoted = quoted.each_ref().map(String::as_str);
        files.iter().any(|module| engine.sets_on_others(*module, name))
            || engine.calls_setattr()
                && (files.iter().any(|module| engine.mentions_any(*module, &quoted))
                    || may_be_composed(engine, name))
    }

    /// Returns whether a scope passes a name to a function of a module that sets attributes by name: it may set any of this object.
    fn passes_to_setter(&mut self, scope: ScopeId, object: ExpressionId) -> bool {
        let (module, summary, engine) = (self.module(), self.summary(), self.engine());
        let Expression::Name(name) = summary.expression(object) else { return false };
        let is_it =
            |given: &Argument| matches!(summary.expression(given.value), Expression::Name(it) if it == name);
        let passes =
            |site: &&CallSite| summary.arguments_of(site.expression).unwrap_or_default().iter().any(is_it);
        let sites: Vec<CallSite> = summary.calls_in(scope).filter(passes).copied().collect();
        sites.iter().any(|site| {
            self.inference_mut().called_functions(module, site).into_iter().any(|function| {
                self.inference_mut().rest_on_text(function.module);
                engine.is_mutable(function.module)
                    && (engine.summary(function.module).calls_setattr()
                        || engine.mentions_any(function.module, &["__dict__", "vars("]))
            })
        })
    }

    /// Returns whether a function that the file calls may set the attribute of an object because a keyword names it: `fill(device, port=1)`.
    fn may_be_set_by_keyword(&self, object: Type, name: &str) -> bool {
        matches!(object, Type::Instance(..))
            && self.engine().calls_setattr()
            && self.engine().mentions_any(self.module(), &[&format!("{name}=")])
    }

    /// Returns whether the file passes such an object to a method of another class that has the attribute, as its `self`:
    /// `Shop.open(fake)`.
    fn is_set_by_other_class(&mut self, object: Type, name: &str) -> bool {
        let Type::Instance(class, _) = object else { return false };
        let (module, summary) = (self.module(), self.summary());
        let calls = summary.calls.iter().filter(|site| summary.method_call(site.expression).is_some());
        calls.into_iter().any(|site| {
            let given = summary.arguments_of(site.expression).unwrap_or_default();
            let Some(first) = given.first().filter(|first| first.kind == ArgumentKind::Positional) else {
                return false;
            };
            let called = self.inference_mut().called(module, site);
            let [Type::Function(callee)] = called[..] else { return false };
            let inference = self.inference_mut();
            let function = inference.function_of(callee);
            let Some(owner) = inference.class_of(function).filter(|owner| *owner != class) else {
                return false;
            };
            let is_unbound = !inference.is_bound(callee)
                && inference.engine().summary(function.module).has_receiver(function.function);
            if !is_unbound || self.lacks_attribute(owner, name) {
                return false;
            }
            let inference = self.inference_mut();
            let given = inference.expression(module, site.scope, first.value);
            inference.parts(given).iter().any(|part| matches!(part, Type::Instance(of, _) if *of == class))
        })
    }

    /// Returns whether a file of the project assigns a hook for attributes to the class of an object: `Shop.__getattr__ = lookup`.
    fn has_hook_from_outside(&mut self, object: Type) -> bool {
        let (Type::Instance(class, _) | Type::Class(class)) = object else { return false };
        self.inference_mut().rest_on_set_attributes();
        let engine = self.engine();
        let hooked = engine.hooked_classes.get_or_init(|| find_hooked_classes(engine));
        !hooked.is_empty()
            && self.inference_mut().mro(class).iter().flatten().any(|(owner, _)| {
                let summary = engine.summary(owner.module);
                hooked.contains(summary.name(summary.class(owner.class).name))
            })
    }

    /// Returns whether the file asks whether an object has an attribute of this name.
    fn asks_for_attribute(&self, name: &str) -> bool {
        let summary = self.summary();
        let asks = |test| matches!(test, Test::HasAttribute(asked) if summary.name(asked) == name);
        summary.scopes.iter().any(|scope| scope.narrowings.iter().any(|narrowing| asks(narrowing.test)))
    }

    /// Returns whether the function around a read asks the same object for an attribute of this name: `getattr(object, "name", None)`.
    fn asks_object_for_attribute(&self, whole: Span, object: Span, name: &str) -> bool {
        let names = &self.summary().names;
        if Role::ReadsNamedAttribute.names().iter().all(|asking| names.find(asking).is_none()) {
            return false;
        }
        let tree = self.tree_within(whole.start);
        let around = nodes_around(&tree, whole);
        let Some(function) = function_around(&around) else { return false };
        let object = self.slice(object);
        let mut asks = false;
        walk_body(&function.body, |_, node| {
            if let AnyNodeRef::ExprCall(call) = node
                && named(last_name(&call.func)).has(Role::ReadsNamedAttribute)
                && let [asked, Expr::StringLiteral(attribute), default @ ..] = &*call.arguments.args
            {
                // Without a default, `getattr` fails as the read does.
                let may_lack = !default.is_empty() || last_name(&call.func) != Some(GETATTR);
                asks |=
                    may_lack && attribute.value.to_str() == name && self.slice(span(asked.range())) == object;
            }
            TraversalSignal::Traverse
        });
        asks
    }

    /// Returns whether an attribute is read, rather than set or deleted.
    fn is_read(&self, whole: Span) -> bool {
        let tree = self.tree_within(whole.start);
        match nodes_around(&tree, whole).last() {
            Some(AnyNodeRef::StmtDelete(_)) => false,
            Some(AnyNodeRef::StmtAugAssign(statement)) => span(statement.target.range()) != whole,
            Some(AnyNodeRef::StmtAnnAssign(statement)) => span(statement.target.range()) != whole,
            Some(AnyNodeRef::StmtAssign(statement)) => {
                statement.targets.iter().all(|target| span(target.range()) != whole)
            }
            _ => true,
        }
    }

    fn owner_of_attribute(
        &mut self,
        object: Type,
        name: &str,
        is_called: bool,
    ) -> Option<(AttributeOwner, Option<Place>, Option<String>)> {
        match object {
            Type::Module(module) => {
                let meant = self.similar_name(module, name);
                if meant.is_none() && self.may_be_built(module, name) {
                    return None;
                }
                let owner = AttributeOwner::Module(self.engine().module_name(module).to_owned());
                Some((owner, None, meant))
            }
            Type::Class(class) | Type::Instance(class, _) => {
                let definition = self.place_of_class(class);
                let known = self.attributes_of_class(class, is_called);
                let meant = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
                Some((self.class_as_owner(class), definition, meant))
            }
            _ => None,
        }
    }

    fn class_as_owner(&mut self, class: ClassRef) -> AttributeOwner {
        let inference = self.inference_mut();
        let name = inference.class_name(class).to_owned();
        match inference.inherits(class, "enum", "Enum") {
            true => {
                AttributeOwner::Enumeration { class: name, members: inference.members_of_enumeration(class) }
            }
            false => AttributeOwner::Class(name),
        }
    }

    fn is_called(&self, whole: Span) -> bool {
        let tree = self.tree_within(whole.start);
        matches!(nodes_around(&tree, whole).last(), Some(AnyNodeRef::ExprCall(call)) if span(call.func.range()) == whole)
    }

    /// Returns the names of the attributes that a class and its bases of the project have, without duplicates. Where the
    /// attribute is called, only plain methods and classes count, and elsewhere no plain methods.
    fn attributes_of_class(&mut self, class: ClassRef, is_called: bool) -> Vec<String> {
        let order = self.inference_mut().mro(class);
        let mut names = Vec::new();
        for (owner, _) in order.iter().flatten() {
            if self.engine().origin(owner.module) != Origin::FirstParty {
                continue;
            }
            let summary = self.engine().summary(owner.module);
            let definition = summary.class(owner.class);
            let may_be_meant = |binding: &Binding| match binding.kind {
                BindingKind::Function(method) => is_called != (summary.function(method).decorators.len > 0),
                BindingKind::Class(_) => true,
                _ => !is_called,
            };
            let entries = summary.scope(definition.scope).entries.iter();
            let entries = entries.filter(|entry| summary.bindings_in(**entry).iter().any(may_be_meant));
            names.extend(entries.map(|entry| summary.name(entry.name).to_owned()));
            if !is_called {
                names.extend(definition.attributes.iter().map(|set| summary.name(set.name).to_owned()));
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Returns the names of the objects that files of the project assign a hook for attributes to.
fn find_hooked_classes(engine: &Engine) -> FxHashSet<Box<str>> {
    let mut hooked = FxHashSet::default();
    for hook in Role::HandlesAttributes.names() {
        let files = engine.files_with_word(hook).into_iter();
        for module in files.filter(|module| engine.mentions_attribute(*module, hook)) {
            hooked.extend(engine.summary(module).hooked_objects().map(Box::from));
        }
    }
    hooked
}

/// Returns whether a file that calls `setattr` has a text with which names such as this one begin or end, up to an underscore:
/// `setattr(it, "_attr_" + name, 1)`.
fn may_be_composed(engine: &Engine, name: &str) -> bool {
    let underscores = name.match_indices('_').map(|(at, _)| at).filter(|at| *at > 0);
    let parts: Vec<String> = underscores
        .flat_map(|at| {
            let begins = ["\"", "'", "{", "%s"].map(|next| format!("{}{next}", &name[..=at]));
            let ends = ["\"", "'"].map(|last| format!("{}{last}", &name[at..]));
            begins.into_iter().chain(ends)
        })
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let may_compose = |module| engine.summary(module).calls_setattr() && engine.mentions_any(module, &parts);
    !parts.is_empty() && engine.files_with_setattr().any(may_compose)
}
