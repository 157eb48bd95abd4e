//! Narrowing: what a test before a use implies about the type of a name.

use loopmend_catalog::{Role, is_in, named};
use loopmend_index::summary::{Binding, Expression, ExpressionId, Narrowing, Test};
use smallvec::SmallVec;

use super::types::Location;
use super::{Inference, Type, TypeList};
use crate::parts::Part;

/// Tests whose outcome is known at a place.
pub(super) type Tests = SmallVec<[Narrowing; 2]>;

impl<'e> Inference<'e> {
    /// Returns the tests whose outcome is known where a name or attribute is used.
    pub(super) fn tests_of(&mut self, at: Location, id: ExpressionId) -> Tests {
        let summary = self.summary(at.module);
        self.tests_at(at, summary.span(id).start, |tested| summary.is_dotted_name(id, tested))
    }

    /// Returns the tests of the requested names whose outcome is known at an offset of a scope.
    pub(super) fn tests_at(
        &mut self,
        at: Location,
        offset: u32,
        mut is_of: impl FnMut(&str) -> bool,
    ) -> Tests {
        let summary = self.summary(at.module);
        let narrowings = summary.scope(at.scope).narrowings.iter();
        let begun = narrowings.take_while(|narrowing| narrowing.range.start <= offset);
        let holding = begun.filter(|narrowing| offset < narrowing.range.end);
        holding.filter(|narrowing| is_of(summary.name(narrowing.name))).copied().collect()
    }

    /// Returns the type of a value at a use, after the tests that it must have passed since it was bound.
    /// Returns no value if it cannot have passed them. `loop_back` is the start of the loop that brings the
    /// value there, if any.
    pub(super) fn tested(
        &mut self,
        at: Location,
        tests: &[Narrowing],
        bound: u32,
        loop_back: Option<u32>,
        of: Type,
    ) -> Type {
        if self.engine.is_without(Part::Narrowing) {
            return of;
        }
        tests.iter().fold(of, |of, test| {
            let comes_around = loop_back.is_some_and(|start| start <= test.since);
            let is_tested = bound <= test.since || test.range.end <= bound || comes_around;
            if is_tested { self.after_test(at, test, of) } else { of }
        })
    }

    /// Returns the type of a name or attribute at a use whose bindings are unknown. A test applies as long
    /// as the scope does not bind the name after it.
    pub(super) fn tested_as_a_whole(
        &mut self,
        at: Location,
        id: ExpressionId,
        tests: &[Narrowing],
        found: Type,
    ) -> Type {
        if tests.is_empty() {
            return found;
        }
        let summary = self.summary(at.module);
        let offset = summary.span(id).start;
        let bindings =
            summary.dotted_name(id).map_or(&[][..], |written| summary.bindings_of(at.scope, &written));
        self.tested_unless_bound(at, tests, bindings, offset, found)
    }

    /// Returns the type `found`, narrowed by the tests after which none of these bindings rebinds the name.
    pub(super) fn tested_unless_bound(
        &mut self,
        at: Location,
        tests: &[Narrowing],
        bindings: &[Binding],
        offset: u32,
        found: Type,
    ) -> Type {
        let tested = tests.iter().fold(found, |found, test| {
            let is_bound_again =
                bindings.iter().any(|binding| test.since < binding.offset && binding.offset <= offset);
            if is_bound_again { found } else { self.after_test(at, test, found) }
        });
        known_or_unknown(tested, found)
    }

    fn after_test(&mut self, at: Location, narrowing: &Narrowing, found: Type) -> Type {
        match (narrowing.test, narrowing.is_negated) {
            (Test::Instance(classes), false) => {
                let instances = self.instances_of(at, classes);
                self.kept_instances(found, instances)
            }
            (Test::Instance(classes), true) => {
                let instances = self.instances_of(at, classes);
                self.without_instances(found, instances)
            }
            (Test::None, false) => Type::None,
            (Test::None, true) => match self.without_none(found) {
                Type::None => Type::Never,
                other => other,
            },
            (Test::Awaitable, is_negated) => {
                self.filtered(found, |inference, part| inference.may_be_awaited(part) != is_negated)
            }
            (Test::Coroutine, false) => self.filtered(found, |_, part| is_awaitable(part)),
            // What only an annotation calls awaitable may be a future.
            (Test::Coroutine, true) => self.filtered(found, |_, part| !is_coroutine(part)),
            (Test::CoroutineFunction, false) if found == Type::Unknown => {
                let result = Type::Awaitable(self.list(&[Type::Unknown]));
                Type::Callable(self.list(&[result]))
            }
            (Test::CoroutineFunction, is_negated) => {
                let parts = self.parts(found);
                let kept: Vec<Type> = parts
                    .into_iter()
                    .filter(|part| match part {
                        Type::Function(callee) => self.gives_coroutine(*callee) != is_negated,
                        _ => true,
                    })
                    .collect();
                self.union(kept)
            }
            (Test::HasAttribute(name), false) => {
                let name = self.summary(at.module).name(name);
                let parts = self.parts(found);
                let has =
                    |inference: &mut Self, part: &Type| inference.attribute(*part, name) != Type::Unknown;
                let kept: Vec<Type> = parts.into_iter().filter(|part| has(self, part)).collect();
                match kept.is_empty() {
                    true if is_of_no_coroutine(name) => self.filtered(found, |_, part| !is_coroutine(part)),
                    true => found,
                    false => self.union(kept),
                }
            }
            (Test::Callable, false) => self.filtered(found, |_, part| !is_coroutine(part)),
            (Test::Callable | Test::HasAttribute(_), true) | (Test::Truth, _) => found,
        }
    }

    fn filtered(&mut self, found: Type, keeps: impl Fn(&mut Self, Type) -> bool) -> Type {
        let kept: Vec<Type> = self.parts(found).into_iter().filter(|part| keeps(self, *part)).collect();
        self.union(kept)
    }

    fn may_be_awaited(&mut self, part: Type) -> bool {
        match part {
            Type::Instance(class, _) => self.has_open_order(class) || self.has_own_member(class, "__await__"),
            other => is_awaitable(other),
        }
    }

    pub(super) fn has_own_member(&mut self, class: super::ClassRef, name: &str) -> bool {
        self.mro(class).iter().flatten().any(|(owner, _)| self.binds_in_body(*owner, name))
    }

    /// Returns instances of the classes that an expression names: one class, a tuple, or a union.
    pub(super) fn instances_of(&mut self, at: Location, classes: ExpressionId) -> Type {
        let classes = match self.summary(at.module).expression(classes) {
            Expression::Binary { .. } => return self.annotation(at, classes),
            _ => self.evaluate(at, classes),
        };
        let parts = match classes {
            Type::Tuple(parts) | Type::Union(parts) => self.types(parts).to_vec(),
            one => vec![one],
        };
        let instances: Vec<Type> = parts
            .into_iter()
            .map(|part| match part {
                Type::Class(class) => self.instance_of_tested(class),
                Type::Form(form) => self.only(form),
                _ => Type::Unknown,
            })
            .collect();
        self.union(instances)
    }

    fn instance_of_tested(&mut self, class: super::ClassRef) -> Type {
        match (self.engine.module_name(class.module), self.class_name(class)) {
            (module, name) if is_in(module, name, Role::CoroutineType) => {
                Type::Awaitable(self.list(&[Type::Unknown]))
            }
            _ => Type::Instance(class, TypeList::FIRST),
        }
    }

    /// Returns the parts that are instances of the tested classes; if there are none, the tested classes.
    fn kept_instances(&mut self, found: Type, tested: Type) -> Type {
        match (found, tested) {
            (_, Type::Unknown) => return Type::Unknown,
            (Type::None | Type::Never, _) => return Type::Never,
            _ => {}
        }
        let parts = self.parts(found);
        let kept: Vec<Type> = parts.into_iter().filter(|part| self.is_one_of(*part, tested)).collect();
        if kept.is_empty() { tested } else { self.union(kept) }
    }

    fn without_instances(&mut self, found: Type, tested: Type) -> Type {
        if tested == Type::Unknown {
            return if matches!(found, Type::Union(_)) { Type::Unknown } else { found };
        }
        let parts = self.parts(found);
        let kept: Vec<Type> = parts.into_iter().filter(|part| !self.is_one_of(*part, tested)).collect();
        self.union(kept)
    }

    fn is_one_of(&mut self, part: Type, tested: Type) -> bool {
        let tested = self.parts(tested);
        tested.into_iter().any(|tested| match (part, tested) {
            (Type::Instance(class, _), Type::Instance(tested, _)) => {
                self.mro(class).iter().flatten().any(|(ancestor, _)| *ancestor == tested)
            }
            (Type::Coroutine(..) | Type::Awaitable(_), Type::Awaitable(_)) => true,
            (Type::Tuple(_), Type::Instance(tested, _)) => self.builtin_name(tested) == Some("tuple"),
            _ => false,
        })
    }
}

fn is_awaitable(part: Type) -> bool {
    matches!(part, Type::Coroutine(..) | Type::Awaitable(_) | Type::Unknown)
}

/// Returns whether coroutines have no attribute of this name.
fn is_of_no_coroutine(attribute: &str) -> bool {
    !attribute.starts_with("__") && !named(attribute).has(Role::CoroutineAttribute)
}

fn is_coroutine(part: Type) -> bool {
    matches!(part, Type::Coroutine(..))
}

/// Returns the narrowed type. If tests leave no part, either the code does not run or the inference missed
/// a part.
pub(super) fn known_or_unknown(tested: Type, found: Type) -> Type {
    if tested == Type::Never && found != Type::Never { Type::Unknown } else { tested }
}
