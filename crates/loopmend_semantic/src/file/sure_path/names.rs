//! What names refer to when a value passes from function to function.

use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, ClassId, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};

use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Type};

use super::constructor;

/// The attribute of a mock that holds the result of its calls.
pub(crate) const RESULT: &str = "return_value";

/// Dotted names in one function, each with its name in the first function. For example, `self._client` may
/// refer to `client` there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    known: Vec<(String, String)>,
    /// The calls of the first function whose results are arguments, each with a name for the result.
    unnamed: Vec<(ExpressionId, String)>,
    /// Whether a function sets attributes of an object that one of the names refers to.
    pub(crate) are_spoilt: bool,
}

impl Names {
    /// Creates names that refer to themselves.
    pub(crate) fn of_themselves(names: impl IntoIterator<Item = String>) -> Self {
        let known = names.into_iter().map(|name| (name.clone(), name)).collect();
        Self { known, ..Self::default() }
    }

    /// Adds the result of a call in the first function that is an argument of another call.
    pub(crate) fn add_unnamed(&mut self, call: ExpressionId, name: String) {
        self.unnamed.push((call, name));
    }

    /// Returns the name of an argument in the first function.
    fn first_name_of_argument(&self, summary: &Summary, value: ExpressionId) -> Option<String> {
        let unnamed = self.unnamed.iter().find(|(call, _)| *call == value).map(|(_, name)| name.clone());
        unnamed.or_else(|| self.first_name_of(&summary.dotted_name(value)?))
    }

    /// Returns the name of a dotted name in the first function.
    pub(crate) fn first_name_of(&self, dotted: &str) -> Option<String> {
        self.known.iter().find_map(|(name, first)| {
            let rest = dotted.strip_prefix(name.as_str())?;
            (rest.is_empty() || rest.starts_with('.')).then(|| format!("{first}{rest}"))
        })
    }

    /// Returns whether a call may receive one of the names or their attributes, as an argument or as the
    /// receiver of a method.
    pub(crate) fn may_go_with(&self, summary: &Summary, site: &CallSite) -> bool {
        let arguments = summary.arguments_of(site.expression).unwrap_or_default().iter();
        let receiver = summary.method_call(site.expression).map(|(receiver, _)| receiver);
        let mut taken = arguments.map(|argument| argument.value).chain(receiver);
        let mut may_go = |value| {
            let of_constructor = summary.arguments_of(value).unwrap_or_default().iter();
            let mut values = of_constructor.map(|argument| argument.value).chain([value]);
            values.any(|value| self.has_to_do_with(summary, value))
        };
        taken.any(&mut may_go)
    }

    /// Returns whether an expression is a prefix of a name, or a name is a prefix of it.
    fn has_to_do_with(&self, summary: &Summary, expression: ExpressionId) -> bool {
        if self.unnamed.iter().any(|(call, _)| *call == expression) {
            return true;
        }
        let Some(parts) = summary.dotted_parts(expression) else { return false };
        let begins = |name: &str| name.split('.').zip(&parts).all(|(known, part)| known == *part);
        self.known.iter().any(|(name, _)| begins(name))
    }

    /// Records the name of the awaited result of a call: `response` for `response = await client.get()`.
    pub(super) fn learn_from_result(&mut self, summary: &Summary, site: &CallSite) {
        let callee = summary.dotted_name(summary.callee_or_itself(site.expression));
        let Some(first) = callee.and_then(|callee| self.first_name_of(&callee)) else { return };
        let is_result =
            |value| matches!(summary.expression(value), Expression::Await(of) if of == site.expression);
        let entries = summary.scope(site.scope).entries.iter();
        let mut bound = entries.filter(|entry| match summary.bindings_in(**entry) {
            [only] => matches!(only.kind, BindingKind::Value(value) if is_result(value)),
            _ => false,
        });
        if let Some(entry) = bound.next() {
            self.add(summary.name(entry.name).to_owned(), format!("{first}.{RESULT}"));
        }
    }

    fn add(&mut self, name: String, first: String) {
        self.known.push((name, first));
    }

    /// Returns what follows a prefix: `client` for `service.client` after `service.`.
    fn behind(&self, prefix: &str) -> Vec<(String, String)> {
        let behind = self.known.iter().filter_map(|(name, first)| {
            let rest = name.strip_prefix(prefix)?.strip_prefix('.')?;
            Some((rest.to_owned(), first.clone()))
        });
        behind.collect()
    }
}

impl File<'_> {
    /// Returns what the names in a callee refer to.
    pub(super) fn names_inside(
        &mut self,
        callee: FunctionRef,
        caller: FunctionRef,
        site: &CallSite,
        names: &Names,
    ) -> Names {
        let (outer, inner) = (self.engine().summary(caller.module), self.engine().summary(callee.module));
        let mut found = Names { are_spoilt: names.are_spoilt, ..Names::default() };
        let own = own_parameter(inner, callee.function).filter(|_| !self.is_called_of_class(caller, site));
        for (parameter, value) in matched(outer, inner, callee.function, own.is_some(), site) {
            found.add_argument(parameter, names, outer, value);
        }
        if let Some(own) = own
            && let Some((receiver, _)) = outer.method_call(site.expression)
        {
            match outer.dotted_name(receiver) {
                Some(receiver) => found.add_behind(own, names, &receiver),
                None => self.add_kept_by_new_object((caller, receiver), own, names, &mut found),
            }
        }
        found.drop_what_is_bound(inner, inner.function(callee.function).scope);
        found
    }

    /// Returns whether a method is called on its class, with the object as an argument.
    fn is_called_of_class(&mut self, caller: FunctionRef, site: &CallSite) -> bool {
        let Some((receiver, _)) = self.engine().summary(caller.module).method_call(site.expression) else {
            return false;
        };
        matches!(self.inference_mut().expression(caller.module, site.scope, receiver), Type::Class(_))
    }

    /// Records the arguments that the constructor of a class stores, if the new object has a name.
    pub(super) fn learn_from_constructor(
        &mut self,
        caller: FunctionRef,
        site: &CallSite,
        class: ClassRef,
        names: &mut Names,
    ) {
        let (outer, inner) = (self.engine().summary(caller.module), self.engine().summary(class.module));
        let Some(object) = outer.only_name_of(site) else { return };
        let known = names.clone();
        for (attribute, value) in kept_arguments(outer, inner, class.class, site) {
            names.add_argument(&format!("{object}.{attribute}"), &known, outer, value);
        }
    }

    /// Records the arguments that a new object without a name stores, where one of its methods is called: `Service(client).run()`.
    fn add_kept_by_new_object(
        &mut self,
        (caller, object): (FunctionRef, ExpressionId),
        own: &str,
        names: &Names,
        found: &mut Names,
    ) {
        let outer = self.engine().summary(caller.module);
        let Some(site) = outer.call_site(outer.span(object)).copied() else { return };
        let called = self.inference_mut().called(caller.module, &site);
        let [Type::Class(class)] = called.as_slice() else { return };
        let inner = self.engine().summary(class.module);
        for (attribute, value) in kept_arguments(outer, inner, class.class, &site) {
            found.add_argument(&format!("{own}.{attribute}"), names, outer, value);
        }
    }
}

impl Names {
    /// Adds a name for an argument, and names for its attributes.
    fn add_argument(&mut self, name: &str, outside: &Self, summary: &Summary, value: ExpressionId) {
        if let Some(first) = outside.first_name_of_argument(summary, value) {
            self.add(name.to_owned(), first);
        }
        if let Some(dotted) = summary.dotted_name(value) {
            self.add_behind(name, outside, &dotted);
        }
    }

    /// Adds names for the attributes of an object.
    fn add_behind(&mut self, name: &str, outside: &Self, dotted: &str) {
        for (rest, first) in outside.behind(dotted) {
            self.add(format!("{name}.{rest}"), first);
        }
    }

    /// Removes the names that the function rebinds, and those whose attributes it sets.
    fn drop_what_is_bound(&mut self, summary: &Summary, scope: ScopeId) {
        let entries = &summary.scope(scope).entries;
        self.known.retain(|(name, _)| summary.bindings_of(scope, name).is_empty());
        self.are_spoilt |= entries.iter().any(|entry| {
            let bound = summary.name(entry.name);
            self.known
                .iter()
                .any(|(name, _)| bound.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('.')))
        });
    }
}

/// Returns the attributes in which the constructor of a class stores arguments of a call, with the arguments.
fn kept_arguments<'s>(
    outer: &Summary,
    inner: &'s Summary,
    class: ClassId,
    site: &CallSite,
) -> Vec<(&'s str, ExpressionId)> {
    let Some(init) = constructor(inner, class) else { return Vec::new() };
    let scope = inner.function(init).scope;
    let mut kept = Vec::new();
    for (parameter, value) in matched(outer, inner, init, true, site) {
        for attribute in &inner.class(class).attributes {
            let name = inner.name(attribute.name);
            let is_only = inner.attributes_of(class, name).len() == 1;
            let is_kept = attribute.scope == scope
                && matches!(attribute.kind, BindingKind::Value(kept) if is_name(inner, kept, parameter));
            if is_only && is_kept {
                kept.push((name, value));
            }
        }
    }
    kept
}

/// Returns the parameters of a function that a call passes by name or position, with the arguments.
fn matched<'s>(
    outer: &Summary,
    inner: &'s Summary,
    function: FunctionId,
    is_bound: bool,
    site: &CallSite,
) -> Vec<(&'s str, ExpressionId)> {
    let definition = inner.function(function);
    let first = usize::from(is_bound);
    let given = outer.arguments_of(site.expression).unwrap_or_default();
    let mut found = Vec::new();
    for (place, argument) in given.iter().enumerate() {
        let parameter = match argument.kind {
            ArgumentKind::Positional => definition.parameters.get(place + first),
            ArgumentKind::Keyword(name) => {
                let name = outer.name(name);
                definition.parameters.iter().find(|parameter| inner.name(parameter.name) == name)
            }
            ArgumentKind::Starred | ArgumentKind::DoubleStarred => return Vec::new(),
        };
        if let Some(parameter) = parameter.filter(|parameter| !parameter.is_variadic()) {
            found.push((inner.name(parameter.name), argument.value));
        }
    }
    found
}

/// Returns the first parameter of a method, which receives its object or class.
fn own_parameter(summary: &Summary, function: FunctionId) -> Option<&str> {
    let first = summary.function(function).parameters.first()?;
    summary.has_receiver(function).then(|| summary.name(first.name))
}

fn is_name(summary: &Summary, expression: ExpressionId, name: &str) -> bool {
    matches!(summary.expression(expression), Expression::Name(written) if summary.name(written) == name)
}
