//! Inherited methods whose result depends on the class on which they are called: the commands of a client that a pipeline, or an
//! asynchronous client, inherits. A stub has no body that would show it, so the inheriting class declares them anew.

use std::collections::BTreeSet;

use loopmend_index::summary::{Binding, BindingKind, ClassId, Entry, Expression, Overloads, Summary};
use loopmend_semantic::infer::{ClassRef, Type};

use super::Writer;

/// What the result of a call is to the event loop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    Awaitable,
    Other,
    Unknown,
}

impl Writer<'_, '_> {
    /// Declares the inherited methods that are something else on instances of a class than on those of the class that defines them.
    pub(super) fn inherited(&mut self, class: ClassRef) {
        let mut known = BTreeSet::new();
        let order: Vec<ClassRef> =
            self.inference.mro(class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
        for ancestor in order.iter().copied() {
            let is_inherited = ancestor != class && self.is_own(ancestor.module);
            let summary = self.inference.engine().summary(ancestor.module);
            for Named { name, may_depend_on_class, is_overloaded } in named_in(summary, ancestor.class) {
                if known.insert(name) && is_inherited && may_depend_on_class {
                    let nearest = self.nearest(&order[1..], ancestor);
                    self.redeclare(class, nearest, name, nearest == ancestor && is_overloaded);
                }
            }
        }
    }

    /// Returns the first of some classes that inherits from another one, or is it.
    fn nearest(&mut self, order: &[ClassRef], ancestor: ClassRef) -> ClassRef {
        let mut inheriting = order.iter().filter(|class| {
            self.inference.mro(**class).iter().flatten().any(|(inherited, _)| *inherited == ancestor)
        });
        inheriting.next().copied().unwrap_or(ancestor)
    }

    /// Declares a method anew if it is something else than on the class from which it is inherited. `is_open` says that this class has
    /// several signatures of it, of which the body excludes some.
    fn redeclare(&mut self, class: ClassRef, from: ClassRef, name: &str, is_open: bool) {
        let here = self.result_of_method(class, name);
        let nature = self.nature(here);
        let there = self.result_of_method(from, name);
        let natures = [nature, self.nature(there)];
        let is_another = natures[0] != natures[1] && natures.contains(&Nature::Awaitable);
        if is_another || is_open && nature == Nature::Unknown {
            let returns = self.type_text(here).map(|it| format!(" -> {it}")).unwrap_or_default();
            self.line(&format!("def {name}(self, *args, **kwargs){returns}: ..."));
        }
    }

    fn result_of_method(&mut self, class: ClassRef, name: &str) -> Type {
        let method = self.inference.attribute_of_instance(class, name);
        self.inference.result_of_any_call(method)
    }

    fn nature(&self, result: Type) -> Nature {
        let parts = self.inference.parts(result);
        let is_awaitable = |part: &Type| matches!(part, Type::Coroutine(..) | Type::Awaitable(_));
        let is_unknown = |part: &Type| matches!(part, Type::Unknown | Type::Never | Type::Variable(_));
        if parts.iter().all(is_awaitable) {
            Nature::Awaitable
        } else if parts.iter().any(|part| is_awaitable(part) || is_unknown(part)) {
            Nature::Unknown
        } else {
            Nature::Other
        }
    }
}

/// A name of a class body that may be a method.
struct Named<'e> {
    name: &'e str,
    /// Whether its result may depend on the class: it has no decorators, has several signatures, or is an alias.
    may_depend_on_class: bool,
    is_overloaded: bool,
}

/// Returns the names of a class body: first those that stand for others (`incr = incrby`), then the methods.
fn named_in(summary: &Summary, class: ClassId) -> impl Iterator<Item = Named<'_>> {
    let scope = summary.class(class).scope;
    let is_alias = |entry: &&Entry| match summary.bindings_in(**entry) {
        [Binding { kind: BindingKind::Value(value), .. }] => {
            matches!(summary.expression(*value), Expression::Name(_))
        }
        _ => false,
    };
    let aliases = summary.scope(scope).entries.iter().filter(is_alias).map(|entry| entry.name);
    let aliases = aliases.map(|name| Named {
        name: summary.name(name),
        may_depend_on_class: true,
        is_overloaded: false,
    });
    let methods =
        summary.functions.iter().filter(move |function| summary.scope(function.scope).parent == Some(scope));
    aliases.chain(methods.map(move |method| {
        let name = summary.name(method.name);
        let is_plain = !method.is_async && !method.is_generator;
        let is_overloaded = is_plain
            && method.overloads == Overloads::Mixed
            && summary.functions_named(scope, name).nth(1).is_some();
        let may_depend_on_class = is_plain && method.decorators.len == 0 || is_overloaded;
        Named { name, may_depend_on_class, is_overloaded }
    }))
}
