//! What names refer to when a value passes from function to function.

use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};

use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Type};

use super::constructor;

/// Dotted names in one function, each with its name in the first function. For example, `self._client` may
/// refer to `client` there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    known: Vec<(String, String)>,
    /// Whether a function sets attributes of an object that one of the names refers to.
    pub(crate) are_spoilt: bool,
}

impl Names {
    /// Creates names that refer to themselves.
    pub(crate) fn of_themselves(names: impl IntoIterator<Item = String>) -> Self {
        let known = names.into_iter().map(|name| (name.clone(), name)).collect();
        Self { known, are_spoilt: false }
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
        !self.known.is_empty() && taken.any(|value| self.has_to_do_with(summary, value))
    }

    /// Returns whether an expression is a prefix of a name, or a name is a prefix of it.
    fn has_to_do_with(&self, summary: &Summary, expression: ExpressionId) -> bool {
        let Some(parts) = summary.dotted_parts(expression) else { return false };
        let begins = |name: &str| name.split('.').zip(&parts).all(|(known, part)| known == *part);
        self.known.iter().any(|(name, _)| begins(name))
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
        let mut found = Names { known: Vec::new(), are_spoilt: names.are_spoilt };
        let own = own_parameter(inner, callee.function).filter(|_| !self.is_called_of_class(caller, site));
        for (parameter, value) in matched(outer, inner, callee.function, own.is_some(), site) {
            let Some(dotted) = outer.dotted_name(value) else { continue };
            if let Some(first) = names.first_name_of(&dotted) {
                found.add(parameter.to_owned(), first);
            }
            for (rest, first) in names.behind(&dotted) {
                found.add(format!("{parameter}.{rest}"), first);
            }
        }
        if let Some(own) = own
            && let Some((receiver, _)) = outer.method_call(site.expression)
            && let Some(receiver) = outer.dotted_name(receiver)
        {
            for (rest, first) in names.behind(&receiver) {
                found.add(format!("{own}.{rest}"), first);
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
        let Some(init) = constructor(inner, class.class) else { return };
        let scope = inner.function(init).scope;
        for (parameter, value) in matched(outer, inner, init, true, site) {
            let first = outer.dotted_name(value).and_then(|dotted| names.first_name_of(&dotted));
            let Some(first) = first else { continue };
            for attribute in &inner.class(class.class).attributes {
                let name = inner.name(attribute.name);
                let is_only = inner.attributes_of(class.class, name).len() == 1;
                let is_kept = attribute.scope == scope
                    && matches!(attribute.kind, BindingKind::Value(kept) if is_name(inner, kept, parameter));
                if is_only && is_kept {
                    names.add(format!("{object}.{name}"), first.clone());
                }
            }
        }
    }
}

impl Names {
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
