//! The attributes that a module may set on objects of other modules.

use loopmend_catalog::Role;

use super::{Interface, NameHash, Words};
use crate::summary::{CallSite, Expression, ExpressionId, Scope, ScopeId, ScopeKind, Summary};

impl Summary {
    /// Returns the names of the attributes that the module assigns to any object but `self` of a method.
    pub fn attributes_set_on_others(&self) -> impl Iterator<Item = &str> {
        let scopes = self.scopes.iter().filter(|scope| scope.binds_attributes);
        let entries = scopes.flat_map(|scope| scope.entries.iter().map(move |entry| (scope, entry.name)));
        entries.filter_map(|(scope, name)| {
            let (object, attribute) = self.name(name).rsplit_once('.')?;
            (!self.is_receiver(scope, object)).then_some(attribute)
        })
    }

    /// Returns the names of the objects that the module assigns a hook for attributes to: `Shop.__getattr__ = lookup`.
    pub fn hooked_objects(&self) -> impl Iterator<Item = &str> {
        let scopes = self.scopes.iter().filter(|scope| scope.binds_attributes);
        scopes.flat_map(|scope| &scope.entries).filter_map(|entry| {
            let (object, attribute) = self.name(entry.name).rsplit_once('.')?;
            let is_hook = Role::HandlesAttributes.names().contains(&attribute);
            is_hook.then(|| object.rsplit_once('.').map_or(object, |(_, last)| last))
        })
    }

    /// Returns the objects of which the module sets attributes whose names are no literals, with the scopes of the calls: `setattr(shop, name, item)`.
    pub fn objects_set_by_name(&self) -> impl Iterator<Item = (ScopeId, ExpressionId)> {
        let is_known = self.names.find("setattr").is_some();
        self.calls.iter().filter(move |_| is_known).filter_map(|call| {
            let callee = self.callee_or_itself(call.expression);
            let [object, name, ..] = self.arguments_of(call.expression)? else { return None };
            let is_literal = matches!(self.expression(name.value), Expression::String(_));
            (self.is_dotted_name(callee, "setattr") && !is_literal).then_some((call.scope, object.value))
        })
    }

    /// Returns whether the module calls `setattr`, which may set any attribute of any object.
    pub fn calls_setattr(&self) -> bool {
        let is_setattr =
            |call: &CallSite| self.is_dotted_name(self.callee_or_itself(call.expression), "setattr");
        self.names.find("setattr").is_some() && self.calls.iter().any(is_setattr)
    }

    /// Returns whether a name is the first parameter of the method whose body a scope is.
    fn is_receiver(&self, scope: &Scope, name: &str) -> bool {
        let ScopeKind::Function(function) = scope.kind else { return false };
        let first = self.function(function).parameters.first();
        self.has_receiver(function) && first.is_some_and(|first| self.name(first.name) == name)
    }
}

/// Returns the hashes of names, ascending and without duplicates.
pub(super) fn names<'n>(names: impl Iterator<Item = &'n str>) -> Vec<NameHash> {
    let mut names: Vec<NameHash> = names.map(Interface::name_hash).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Computes [`Interface::attribute_hooks`]; `text` is `None` if it cannot be read.
pub(super) fn hooks(summary: &Summary, text: Option<&[u8]>) -> u64 {
    let replaced = summary.replaced_objects.iter().map(|name| summary.name(*name));
    let objects = names(summary.hooked_objects().chain(replaced));
    let (is_unread, sets_any) = (text.is_none(), summary.calls_setattr());
    if objects.is_empty() && !is_unread && !sets_any {
        return 0;
    }
    let mut words = Words::default();
    words.add(u64::from(is_unread) | u64::from(sets_any) << 1);
    objects.into_iter().for_each(|object| words.add(u64::from(object)));
    words.hash()
}

/// Returns the words that stand between two quotes of a kind, such as `'total'`.
pub(super) fn quoted_words(text: &[u8]) -> impl Iterator<Item = &str> {
    let is_in_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
    memchr::memchr2_iter(b'"', b'\'', text).filter_map(move |start| {
        let rest = &text[start + 1..];
        let length = rest.iter().take_while(|byte| is_in_word(byte)).count();
        let is_quoted = length > 0 && rest.get(length) == Some(&text[start]);
        is_quoted.then(|| std::str::from_utf8(&rest[..length]).ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::quoted_words;

    #[test]
    fn words_are_quoted_by_the_same_quote_on_both_sides() {
        let text = "setattr(x, 'one', \"two\")  # \"\"three\"\" 'four\" 'five six' '' naïve \"naïve\"";
        assert_eq!(quoted_words(text.as_bytes()).collect::<Vec<_>>(), ["one", "two", "three", "naïve"]);
    }
}
