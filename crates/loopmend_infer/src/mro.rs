//! The bases of classes, and the method resolution order for attribute lookup.

use std::ops::Deref;
use std::sync::Arc;

use loopmend_catalog::Role;
use loopmend_index::summary::{BindingKind, Expression, ExpressionId};
use loopmend_project::Origin;
use rustc_hash::FxHashMap;

use super::generic::subscript_arguments;
use super::memo::{Ancestor, Mro, Question};
use super::types::Location;
use super::{ClassRef, Inference, Type, TypeList};

/// A method resolution order. `None` marks an unknown base.
pub struct Order {
    places: Box<[Option<Ancestor>]>,
    /// Whether one of the classes returns attributes which no class defines, by `__getattr__` or `__getattribute__`.
    pub(super) intercepts_attributes: bool,
    /// Whether one of the classes intercepts access to all attributes of its instances.
    pub(super) hides_attributes: bool,
    /// Whether methods set attributes with unknown names on an instance.
    pub(super) sets_any_attribute: bool,
}

impl Order {
    /// Returns the order of an unknown class.
    pub(super) fn unknown() -> Self {
        Self::of([None].into())
    }

    fn of(places: Box<[Option<Ancestor>]>) -> Self {
        Self { places, intercepts_attributes: false, hides_attributes: false, sets_any_attribute: false }
    }
}

impl Deref for Order {
    type Target = [Option<Ancestor>];

    fn deref(&self) -> &Self::Target {
        &self.places
    }
}

impl Inference<'_> {
    /// Returns the method resolution order (C3, as in Python), starting with the class itself. A class that
    /// inherits from itself has no order, and its bases are unknown.
    pub fn mro(&mut self, class: ClassRef) -> Mro {
        let order = self.memoised(Question::Mro(class), |inference| {
            let bases = inference.bases(class);
            let orders: Vec<Vec<Option<Ancestor>>> = bases
                .iter()
                .map(|base| match base {
                    Some((base, arguments)) => inference.order_of_base(*base, *arguments),
                    None => vec![None],
                })
                .collect();
            let places = merge((class, inference.type_parameters(class)), &orders, &bases);
            inference.order_of(places)
        });
        let is_own = order.first().is_some_and(|first| first.is_some_and(|(own, _)| own == class));
        if is_own { order } else { self.order_of(vec![Some((class, TypeList::FIRST)), None]) }
    }

    fn order_of(&mut self, places: Vec<Option<Ancestor>>) -> Mro {
        let mut order = Order::of(places.into());
        for (owner, _) in order.places.iter().flatten() {
            let class = self.summary(owner.module).class(owner.class);
            // The stubs of the standard library name `__getattribute__` where Python's own lookup is meant.
            let is_standard = self.engine.origin(owner.module) == Origin::StandardLibrary;
            let is_builtin = is_standard && self.engine.module_name(owner.module) == "builtins";
            order.intercepts_attributes |=
                class.intercepts_attributes || class.adds_attributes && !is_builtin;
            order.sets_any_attribute |= class.sets_any_attribute;
            order.hides_attributes |= class.hides_attributes && !is_standard;
        }
        Arc::new(order)
    }

    /// Returns the order of a base class, with its type arguments replaced.
    fn order_of_base(&mut self, base: ClassRef, arguments: TypeList) -> Vec<Option<Ancestor>> {
        let order = self.mro(base);
        let substitution = self.substitution_of(base, arguments);
        order
            .iter()
            .map(|place| {
                let (ancestor, inherited) = (*place)?;
                if ancestor == base {
                    return Some((base, arguments));
                }
                Some((ancestor, self.substituted_list(inherited, &substitution, true)))
            })
            .collect()
    }

    /// Returns whether a class has an unknown base.
    pub fn has_open_order(&mut self, class: ClassRef) -> bool {
        self.mro(class).contains(&None)
    }

    fn bases(&mut self, class: ClassRef) -> Vec<Option<Ancestor>> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        let mut bases = Vec::new();
        for base in summary.list(definition.bases) {
            if self.is_generic_marker(at, *base) {
                continue;
            }
            if let Some(special) = self.base_of_special(at, *base) {
                bases.push(Some(special));
                continue;
            }
            let class = if self.is_class_of_object(at, *base) { None } else { self.base(at, *base) };
            // The class may be derived from the one that is stated.
            if class.is_some() && self.is_stated_class(at, *base) {
                bases.push(None);
            }
            bases.push(class);
        }
        let object = self.library_class("builtins", "object");
        if bases.is_empty() && object != Some(class) {
            bases.push(object.map(|object| (object, TypeList::FIRST)));
        }
        bases
    }

    /// Returns whether a base is a name for the class of some object, which may be a subclass: `kind = value.__class__`.
    fn is_class_of_object(&mut self, at: Location, base: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        let Expression::Name(name) = summary.expression(base) else { return false };
        let bound = summary.nearest_bindings_of(at.scope, name).last().and_then(|bound| bound.kind.value());
        bound.is_some_and(|value| match summary.expression(value) {
            Expression::Attribute { name, .. } => summary.name(name) == "__class__",
            Expression::Call { .. } => summary.last_name(value) == Some("type"),
            _ => false,
        })
    }

    /// Returns whether only an annotation states which class an expression is, so that the class may be derived from the stated one: a parameter,
    /// or the result of an annotated function.
    pub(super) fn is_stated_class(&mut self, at: Location, base: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        let base = match summary.expression(base) {
            Expression::Subscript { value, .. } => value,
            _ => base,
        };
        match summary.expression(base) {
            Expression::Name(name) => match summary.nearest_bindings_of(at.scope, name).last() {
                Some(bound) => self.is_bound_to_stated_class(at, bound.kind),
                None => summary.is_parameter(at.scope, name),
            },
            Expression::Call { .. } => self.is_made_class(at, base),
            Expression::Attribute { value, name } => {
                let object = self.evaluate(at, value);
                let is_module = self.parts(object).iter().all(|part| matches!(part, Type::Module(_)));
                let class = self.evaluate(at, base);
                !is_module
                    && matches!(class, Type::Class(class) if self.class_name(class) != summary.name(name))
            }
            _ => false,
        }
    }

    /// Returns whether a name is bound to a class that only an annotation states.
    fn is_bound_to_stated_class(&mut self, at: Location, bound: BindingKind) -> bool {
        match bound {
            BindingKind::Value(value) => self.is_made_class(at, value),
            BindingKind::Annotated { value, .. } => value.is_none_or(|value| self.is_made_class(at, value)),
            BindingKind::With { .. } | BindingKind::For { .. } | BindingKind::Part { .. } => true,
            BindingKind::ImportFrom { module: from, name } => {
                let (from, bindings) = self.imported_bindings(at.module, (from, name));
                match bindings.last().map(|bound| bound.kind) {
                    Some(BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. }) => {
                        self.is_made_class(Location::of_module(from), value)
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Returns whether a value is the result of an annotated function, which may make a class when it is called.
    fn is_made_class(&mut self, at: Location, value: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        let value = match summary.expression(value) {
            Expression::Await(value) => value,
            _ => value,
        };
        let Expression::Call { callee, .. } = summary.expression(value) else { return false };
        let called = self.evaluate(at, callee);
        self.parts(called).into_iter().any(|part| match part {
            Type::Function(id) => {
                let function = self.function_of(id);
                self.summary(function.module).function(function.function).returns.is_some()
            }
            Type::Callable(_) => true,
            _ => false,
        })
    }

    /// Returns the class for a base that `typing` creates at run time: `TypedDict` becomes a mapping.
    fn base_of_special(&mut self, at: Location, base: ExpressionId) -> Option<Ancestor> {
        if self.summary(at.module).last_name(base) != Some("TypedDict") {
            return None;
        }
        self.special_form(at, base)?;
        Some((self.library_class("typing", "_TypedDict")?, TypeList::FIRST))
    }

    /// Returns a base. `Generic[T]` and `Protocol[T]` of `typing` add nothing relevant to a rule.
    fn base(&mut self, at: Location, id: ExpressionId) -> Option<Ancestor> {
        let summary = self.summary(at.module);
        if let Expression::Subscript { value, slice } = summary.expression(id)
            && let Type::Class(class) = self.evaluate(at, value)
        {
            let arguments = subscript_arguments(summary, slice);
            let arguments: Vec<Type> =
                arguments.into_iter().map(|argument| self.annotation(at, argument)).collect();
            return Some((class, self.list(&arguments)));
        }
        match self.evaluate(at, id) {
            Type::Class(base) => Some((base, TypeList::FIRST)),
            Type::Form(form) => match self.only(form) {
                Type::Instance(base, arguments) => Some((base, arguments)),
                _ => None,
            },
            _ => None,
        }
    }

    fn is_generic_marker(&mut self, at: Location, base: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        if !summary.last_roles(base).has(Role::GenericMarker) {
            return false;
        }
        let named = match summary.expression(base) {
            Expression::Subscript { value, .. } => value,
            _ => base,
        };
        self.special_form(at, named).is_some()
    }

    /// Returns whether `class` is the ancestor with this module and name, or inherits from it.
    pub fn inherits(&mut self, class: ClassRef, module: &str, name: &str) -> bool {
        self.mro(class).iter().flatten().any(|(ancestor, _)| {
            self.engine.module_name(ancestor.module) == module && self.class_name(*ancestor) == name
        })
    }
}

/// The maximum length of an order, far above real code. The remainder is unknown.
const LONGEST_ORDER: usize = 500;

/// Performs the C3 merge. If the bases cannot be ordered, Python raises an exception; the remaining classes
/// are then appended in order of definition.
fn merge(
    class: Ancestor,
    orders: &[Vec<Option<Ancestor>>],
    bases: &[Option<Ancestor>],
) -> Vec<Option<Ancestor>> {
    let mut merged = vec![Some(class)];
    match (orders, bases) {
        ([order], [base]) if class_at(order.first().unwrap_or(&None)) == class_at(base) => {
            merged.extend_from_slice(order);
        }
        _ if bases.len() < LONGEST_ORDER => merge_several(&mut merged, orders, bases),
        _ => merged.push(None),
    }
    if merged.len() > LONGEST_ORDER {
        merged.truncate(LONGEST_ORDER);
        merged.push(None);
    }
    merged
}

fn merge_several(
    merged: &mut Vec<Option<Ancestor>>,
    orders: &[Vec<Option<Ancestor>>],
    bases: &[Option<Ancestor>],
) {
    let mut lists: Vec<&[Option<Ancestor>]> = orders.iter().map(Vec::as_slice).chain([bases]).collect();
    let mut tails: FxHashMap<Option<ClassRef>, usize> = FxHashMap::default();
    for place in lists.iter().flat_map(|list| list.iter().skip(1)) {
        *tails.entry(class_at(place)).or_default() += 1;
    }
    while merged.len() <= LONGEST_ORDER {
        lists.retain(|list| !list.is_empty());
        let Some(first) = lists.first() else { break };
        let is_in_no_tail =
            |head: &Option<Ancestor>| tails.get(&class_at(head)).is_none_or(|count| *count == 0);
        let next = lists.iter().map(|list| list[0]).find(is_in_no_tail).unwrap_or(first[0]);
        let is_new = |class: Option<ClassRef>| !merged.iter().any(|place| class_at(place) == class);
        if next.is_none() || is_new(class_at(&next)) {
            merged.push(next);
        }
        for list in lists.iter_mut().filter(|list| class_at(&list[0]) == class_at(&next)) {
            *list = &list[1..];
            if let Some(count) = list.first().and_then(|head| tails.get_mut(&class_at(head))) {
                *count -= 1;
            }
        }
    }
}

fn class_at(place: &Option<Ancestor>) -> Option<ClassRef> {
    place.map(|(class, _)| class)
}
