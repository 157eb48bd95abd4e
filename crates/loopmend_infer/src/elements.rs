//! The types of elements of a value: by iteration, unpacking, subscript, `await` and `with`.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{Expression, ExpressionId, Literal, Step};

use super::given::Given;
use super::types::Location;
use super::{Inference, Type, TypeList};

impl<'e> Inference<'e> {
    /// Returns the type of awaiting a value. This is an outermost query.
    pub fn awaited_by_itself(&mut self, value: Type) -> Type {
        self.begin();
        self.awaited(value)
    }

    /// Returns whether instances of a class hold a coroutine that runs when they are awaited, like
    /// aiohttp's `session.get(...)`. Their class is a `Coroutine`, or `__await__` delegates to an
    /// attribute. This is an outermost query.
    pub fn holds_coroutine(&mut self, class: super::ClassRef) -> bool {
        self.begin();
        if self.inherits(class, "typing", "Coroutine") {
            return true;
        }
        let method = self.member(class, Type::Instance(class, TypeList::FIRST), "__await__", true);
        let Type::Function(callee) = method else { return false };
        let function = self.function_of(callee);
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::in_scope(function.module, definition.scope);
        summary.list(definition.returned).iter().any(|returned| {
            let Some((value, name)) = summary.method_call(*returned) else { return false };
            let is_attribute = matches!(summary.expression(value), Expression::Attribute { .. });
            is_attribute && summary.name(name) == "__await__" && {
                let held = self.evaluate(at, value);
                matches!(held, Type::Coroutine(..) | Type::Awaitable(_))
            }
        })
    }

    /// Returns whether instances of a class have a member of this name. This is an outermost query.
    pub fn has_member(&mut self, class: super::ClassRef, name: &str) -> bool {
        self.begin();
        self.member(class, Type::Instance(class, TypeList::FIRST), name, true) != Type::Unknown
    }

    /// Returns the type of `await value`.
    pub(super) fn awaited(&mut self, value: Type) -> Type {
        self.deeper(|inference| inference.awaited_at_depth(value))
    }

    fn awaited_at_depth(&mut self, value: Type) -> Type {
        self.each(value, |inference, part| match part {
            Type::Never => Type::Never,
            Type::Coroutine(callee, TypeList::FIRST) => inference.awaited_of_callee(callee),
            Type::Coroutine(_, result) | Type::Awaitable(result) => inference.only(result),
            Type::Instance(..) => match inference.call_method(part, "__await__", &Given::none()) {
                Type::Instance(_, arguments) => match inference.types(arguments).get(2) {
                    None | Some(Type::Unknown) => inference.made_by_awaiting(part),
                    Some(result) => *result,
                },
                _ => inference.made_by_awaiting(part),
            },
            _ => Type::Unknown,
        })
    }

    /// Returns the type of the elements in an iteration.
    pub(super) fn element(&mut self, iterable: Type, is_async: bool) -> Type {
        self.deeper(|inference| inference.element_at_depth(iterable, is_async))
    }

    fn element_at_depth(&mut self, iterable: Type, is_async: bool) -> Type {
        self.each(iterable, |inference, part| match part {
            Type::Never => Type::Never,
            Type::Tuple(elements) if !is_async => inference.union(inference.types(elements).to_vec()),
            Type::Instance(class, arguments) if !is_async && inference.is_plain_collection(class) => {
                inference.types(arguments).first().copied().unwrap_or(Type::Unknown)
            }
            Type::Instance(..) if is_async => {
                let iterator = inference.call_method(part, "__aiter__", &Given::none());
                let next = inference.call_method(iterator, "__anext__", &Given::none());
                inference.awaited(next)
            }
            Type::Instance(class, _) => match inference.fields_of_named_tuple(class) {
                Some(fields) => inference.union(inference.types(fields).to_vec()),
                None => {
                    let iterator = inference.call_method(part, "__iter__", &Given::none());
                    inference.call_method(iterator, "__next__", &Given::none())
                }
            },
            Type::Class(class) if !is_async && inference.inherits(class, "enum", "Enum") => {
                Type::Instance(class, TypeList::FIRST)
            }
            _ => Type::Unknown,
        })
    }

    pub(super) fn is_plain_collection(&mut self, class: super::ClassRef) -> bool {
        named(self.builtin_name(class)).has(Role::PlainCollection)
    }

    fn is_plain_sequence(&mut self, class: super::ClassRef) -> bool {
        named(self.builtin_name(class)).has(Role::PlainSequence)
    }

    /// Returns the type that an unpacking assigns to one of its targets.
    pub(super) fn part(&mut self, whole: Type, path: &[Step]) -> Type {
        let Some((step, rest)) = path.split_first() else { return whole };
        let part = self.each(whole, |inference, part| match inference.as_tuple(part) {
            Some(elements) => inference.part_of_tuple(elements, *step),
            None => {
                let element = inference.element(part, false);
                match step {
                    Step::Rest { .. } => inference.builtin_instance("list", &[element]),
                    Step::Element(_) | Step::FromEnd(_) => element,
                }
            }
        });
        self.part(part, rest)
    }

    /// Returns the elements of a tuple, including named tuples.
    fn as_tuple(&mut self, value: Type) -> Option<TypeList> {
        match value {
            Type::Tuple(elements) => Some(elements),
            Type::Instance(class, _) if !self.is_plain_collection(class) => {
                self.fields_of_named_tuple(class).or_else(|| self.elements_of_tuple_base(class))
            }
            _ => None,
        }
    }

    /// Returns the elements of the tuple from which a class derives: `class Pair(tuple[First, Second])`.
    fn elements_of_tuple_base(&mut self, class: super::ClassRef) -> Option<TypeList> {
        let order = self.mro(class);
        let ancestors = order.iter().flatten();
        let mut tuples = ancestors.filter(|(ancestor, _)| self.builtin_name(*ancestor) == Some("tuple"));
        let (_, elements) = *tuples.next()?;
        (self.types(elements).len() > 1).then_some(elements)
    }

    fn part_of_tuple(&mut self, elements: TypeList, step: Step) -> Type {
        let elements = self.types(elements);
        let found = match step {
            Step::Element(place) => elements.get(usize::from(place)),
            Step::FromEnd(place) => elements.iter().rev().nth(usize::from(place)),
            Step::Rest { before, after } => {
                let rest = usize::from(before)..elements.len().saturating_sub(usize::from(after));
                let element = self.union(elements.get(rest).unwrap_or_default().to_vec());
                return self.builtin_instance("list", &[element]);
            }
        };
        found.copied().unwrap_or(Type::Unknown)
    }

    /// Returns the type that `with manager as name` binds.
    pub(super) fn entered(&mut self, manager: Type, is_async: bool) -> Type {
        let method = if is_async { "__aenter__" } else { "__enter__" };
        let manager = self.without_none(manager);
        let entered = self.call_method(manager, method, &Given::none());
        if is_async { self.awaited(entered) } else { entered }
    }

    /// Returns the type of `value[slice]`.
    pub(super) fn subscript_expression(
        &mut self,
        at: Location,
        id: ExpressionId,
        value: ExpressionId,
        slice: ExpressionId,
    ) -> Type {
        if self.special_form(at, value).is_some() {
            let form = self.annotation(at, id);
            return self.form(form);
        }
        let of = self.evaluate(at, value);
        let is_slice = matches!(self.summary(at.module).expression(slice), Expression::Slice);
        self.each(of, |inference, part| match part {
            Type::Never => Type::Never,
            Type::Class(class) if inference.inherits(class, "enum", "Enum") => {
                Type::Instance(class, TypeList::FIRST)
            }
            Type::Class(_) | Type::Form(_) => {
                let form = inference.annotation(at, id);
                inference.form(form)
            }
            Type::Tuple(elements) => inference.tuple_item(at, elements, slice),
            Type::Instance(class, arguments) if inference.is_plain_sequence(class) && !is_slice => {
                inference.types(arguments).first().copied().unwrap_or(Type::Unknown)
            }
            Type::Instance(class, _) => match inference.item_of_record(at, class, slice) {
                Some(item) => item,
                None => inference.call_method(part, "__getitem__", &Given::of_expression(at, slice)),
            },
            _ => Type::Unknown,
        })
    }

    /// Returns the item of a named tuple at an index, or of a typed dictionary at a key.
    fn item_of_record(&mut self, at: Location, class: super::ClassRef, slice: ExpressionId) -> Option<Type> {
        if self.is_plain_collection(class) {
            return None;
        }
        match self.summary(at.module).expression(slice) {
            Expression::Literal(Literal::Integer(_)) => {
                let fields = self.fields_of_named_tuple(class)?;
                Some(self.tuple_item(at, fields, slice))
            }
            Expression::String(key) if self.inherits(class, "typing", "_TypedDict") => {
                let key = self.summary(at.module).name(key);
                self.declared_attribute(class, key)
            }
            _ => None,
        }
    }

    fn tuple_item(&mut self, at: Location, elements: TypeList, slice: ExpressionId) -> Type {
        let elements = self.types(elements).to_vec();
        match self.summary(at.module).expression(slice) {
            Expression::Literal(Literal::Integer(place)) => {
                let found = match usize::try_from(place) {
                    Ok(place) => elements.get(place),
                    Err(_) => elements.iter().rev().nth(place.unsigned_abs() as usize - 1),
                };
                found.copied().unwrap_or(Type::Unknown)
            }
            Expression::Slice => Type::Unknown,
            _ => self.union(elements),
        }
    }
}
