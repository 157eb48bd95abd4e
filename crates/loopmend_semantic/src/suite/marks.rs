//! The marks of a test (docs.pytest.org/en/stable/how-to/mark.html).
//!
//! An expression that is not understood may be a mark or contain one. The set of marks is then incomplete.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{
    AdditionKind, BindingKind, Collection, Expression, ExpressionId, NameId, Operator, ScopeId, Summary,
};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::collect::TestItem;
use super::unmarking::Decorated;
use super::versions::Behaviour;
use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, Inference, Location, Type, argument_named};

/// A mark that a test carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The name of the mark: `asyncio` for `pytest.mark.asyncio`.
    pub name: String,
    /// The file that contains the mark.
    pub module: ModuleId,
    /// The range of the mark in this file, with its arguments.
    pub span: Span,
    /// The mark as an expression.
    pub(crate) expression: ExpressionId,
}

/// The marks of a test.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The known marks, nearest first: of the function, its classes, its module. The lowest decorator is
    /// the nearest. Of a class and its bases, the last base is the nearest, as in pytest's collection.
    pub known: Vec<Mark>,
    /// Whether there may be further marks.
    pub(crate) are_open: bool,
    /// Whether there may be further marks, without the pytest-asyncio mark that hooks add after collection.
    are_open_at_collection: bool,
    /// Whether there may be further marks, without those that hooks add during collection.
    pub are_open_as_written: bool,
}

impl Marks {
    /// Returns whether a further mark may exist by which a plugin runs the test. The behaviour of
    /// pytest-asyncio is given if it is installed.
    pub(super) fn may_take(&self, behaviour: Option<Behaviour>) -> bool {
        match behaviour.is_some_and(|behaviour| behaviour.looks_for_mark_at_collection) {
            true => self.are_open_at_collection,
            false => self.are_open,
        }
    }

    /// Returns whether the limit of marks is reached, so that further marks are unknown.
    fn are_full(&mut self) -> bool {
        let are_full = self.known.len() >= MOST_MARKS;
        self.are_open |= are_full;
        are_full
    }

    /// Returns the nearest mark of a name.
    pub fn nearest(&self, name: &str) -> Option<&Mark> {
        self.known.iter().find(|mark| mark.name == name)
    }
}

/// Returns whether a plugin runs async tests by a mark of this name.
pub(super) fn takes_tests(name: &str) -> bool {
    named(name).has(Role::AsyncMark) || named(name).has(Role::OtherMark)
}

/// The maximum number of marks of a test. Thousands of tests can share the thousands of marks of a class.
const MOST_MARKS: usize = 64;

/// The maximum number of names through which a mark is followed.
const LONGEST_WAY: usize = 4;

const PYTESTMARK: &str = "pytestmark";

impl<'e> Inference<'e> {
    /// Computes [`Inference::marks_of`].
    pub(super) fn find_marks(&mut self, item: &TestItem) -> Marks {
        self.begin();
        let mut marks = Marks::default();
        let summary = self.summary(item.function.module);
        let definition = summary.function(item.function.function);
        let at = Location::around(summary, item.function.module, definition.scope);
        for decorator in summary.list(definition.decorators).iter().rev() {
            self.add_decorator(&mut marks, at, *decorator, Decorated::Function);
        }
        for class in item.classes.iter().rev() {
            let order: Vec<ClassRef> =
                self.mro(*class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
            marks.are_open |= self.has_open_order(*class);
            for owner in order.into_iter().rev() {
                self.add_marks_of_class(&mut marks, owner);
            }
        }
        self.add_pytestmark(&mut marks, item.module, Summary::MODULE_SCOPE);
        marks.are_open |= self.is_marked_by_name(item) || self.marks_some_parameters(&marks);
        marks.are_open_as_written = marks.are_open;
        marks.are_open |= self.has_marking_hook(item.module);
        marks.are_open_at_collection =
            marks.are_open_as_written || marks.are_open && self.has_taking_hook(item.module);
        marks
    }

    fn add_marks_of_class(&mut self, marks: &mut Marks, class: ClassRef) {
        if self.engine.origin(class.module) == Origin::StandardLibrary {
            return;
        }
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        self.add_pytestmark(marks, class.module, definition.scope);
        for decorator in summary.list(definition.decorators).iter().rev() {
            self.add_decorator(marks, at, *decorator, Decorated::Class);
        }
        let makes_classes =
            definition.metaclass.is_some_and(|made| !self.adds_no_mark(at, made, Decorated::Class));
        let changes_classes = !summary.bindings_of(definition.scope, "__init_subclass__").is_empty();
        let is_given = self.is_given_to_mark(class.module, definition.name);
        let is_set = summary.patches(PYTESTMARK, Summary::MODULE_SCOPE);
        marks.are_open |= makes_classes || changes_classes || is_given || is_set;
    }

    fn add_decorator(&mut self, marks: &mut Marks, at: Location, decorator: ExpressionId, of: Decorated) {
        if marks.are_full() {
            return;
        }
        match self.mark(at, decorator, LONGEST_WAY) {
            Some(mark) => marks.known.push(mark),
            None => marks.are_open |= self.makes_mark(at, decorator) || !self.adds_no_mark(at, decorator, of),
        }
    }

    fn add_mark(&mut self, marks: &mut Marks, at: Location, expression: ExpressionId) {
        if marks.are_full() {
            return;
        }
        match self.mark(at, expression, LONGEST_WAY) {
            Some(mark) => marks.known.push(mark),
            None => marks.are_open = true,
        }
    }

    /// Adds the marks of `pytestmark` in a module or class: a mark, or a list of them.
    fn add_pytestmark(&mut self, marks: &mut Marks, module: ModuleId, scope: ScopeId) {
        let summary = self.summary(module);
        let bindings = summary.bindings_of(scope, PYTESTMARK);
        marks.are_open |= bindings.iter().any(|binding| !binding.is_unconditional());
        for binding in bindings {
            match binding.kind {
                BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                    self.add_marks_in(marks, Location::in_scope(module, binding.scope), value, LONGEST_WAY);
                }
                _ => marks.are_open = true,
            }
        }
        if bindings.is_empty() && scope == Summary::MODULE_SCOPE {
            let stars = &summary.scope(scope).star_imports;
            let sources = stars.iter().map(|star| self.engine.resolve(summary.name(star.module), module));
            let sources: Vec<ModuleId> = sources.filter(|source| *source != module).collect();
            marks.are_open |= sources.into_iter().any(|source| self.may_give_pytestmark(source, LONGEST_WAY));
        }
    }

    /// Returns whether a star import of a module may bring `pytestmark`.
    fn may_give_pytestmark(&mut self, module: ModuleId, way: usize) -> bool {
        if way == 0 || self.engine.is_absent(module) {
            return true;
        }
        let summary = self.summary(module);
        let stars = &summary.scope(Summary::MODULE_SCOPE).star_imports;
        let sources = stars.iter().map(|star| self.engine.resolve(summary.name(star.module), module));
        let sources: Vec<ModuleId> = sources.filter(|source| *source != module).collect();
        !summary.bindings_of(Summary::MODULE_SCOPE, PYTESTMARK).is_empty()
            || sources.into_iter().any(|source| self.may_give_pytestmark(source, way - 1))
    }

    /// Adds the marks of a list, or a single mark, with what is added to the list later.
    fn add_marks_in(&mut self, marks: &mut Marks, at: Location, value: ExpressionId, way: usize) {
        let summary = self.summary(at.module);
        self.add_marks_added_later(marks, at, value, way);
        match summary.expression(value) {
            Expression::Display { collection: Collection::List, elements } | Expression::Tuple(elements) => {
                for element in summary.list(elements) {
                    match summary.expression(*element) {
                        Expression::Starred(inner) => self.add_marks_in(marks, at, inner, way),
                        _ => self.add_mark(marks, at, *element),
                    }
                }
            }
            Expression::Binary { operator: Operator::Add, left, right } => {
                self.add_marks_in(marks, at, left, way);
                self.add_marks_in(marks, at, right, way);
            }
            _ => match self.value_named(at, value, way) {
                Some((place, value)) if self.is_list(place, value) => {
                    self.add_marks_in(marks, place, value, way - 1);
                }
                _ => self.add_mark(marks, at, value),
            },
        }
    }

    /// Adds the marks of `pytestmark += [...]` and `pytestmark.append(...)`.
    fn add_marks_added_later(&mut self, marks: &mut Marks, at: Location, value: ExpressionId, way: usize) {
        let summary = self.summary(at.module);
        let Some(container) = summary.container(value) else { return };
        for addition in summary.additions_to(container) {
            let at = Location::in_scope(at.module, addition.scope);
            match addition.kind {
                AdditionKind::Element(value) => self.add_mark(marks, at, value),
                AdditionKind::Elements(value) if way > 0 => self.add_marks_in(marks, at, value, way - 1),
                _ => marks.are_open = true,
            }
        }
    }

    fn is_list(&mut self, at: Location, value: ExpressionId) -> bool {
        matches!(
            self.summary(at.module).expression(value),
            Expression::Display { .. } | Expression::Tuple(_) | Expression::Binary { .. }
        )
    }

    /// Returns the mark that an expression certainly is.
    fn mark(&mut self, at: Location, expression: ExpressionId, way: usize) -> Option<Mark> {
        let summary = self.summary(at.module);
        let callee = summary.callee_or_itself(expression);
        if let Some(name) = name_of_mark(summary, callee) {
            return Some(mark_at(summary, at.module, expression, name));
        }
        if way == 0 {
            return None;
        }
        if let Some((place, value)) = self.value_named(at, callee, way) {
            let mark = self.mark(place, value, way - 1)?;
            return match self.summary(place.module).call(value) {
                Some(_) => Some(mark),
                None => Some(mark_at(summary, at.module, expression, &mark.name)),
            };
        }
        match self.evaluate(at, callee) {
            Type::Function(callee) if self.makes_mark(at, expression) => {
                self.returned_mark(self.function_of(callee), way)
            }
            _ => None,
        }
    }

    /// Returns the name of the mark that an expression certainly is.
    pub(super) fn name_of_known_mark(&mut self, at: Location, expression: ExpressionId) -> Option<String> {
        self.mark(at, expression, LONGEST_WAY).map(|mark| mark.name)
    }

    /// Returns the mark that a function returns, if it returns only one mark.
    fn returned_mark(&mut self, function: FunctionRef, way: usize) -> Option<Mark> {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::in_scope(function.module, definition.scope);
        let mut found: Option<Mark> = None;
        for returned in summary.list(definition.returned) {
            let mark = self.mark(at, *returned, way - 1)?;
            if found.as_ref().is_some_and(|before| before.name != mark.name) {
                return None;
            }
            found = found.or(Some(mark));
        }
        found
    }

    /// Returns the value to which a name, or an attribute of a module or class, is bound, and the location
    /// of the value. Returns `None` if it is bound several times, or not to a value.
    fn value_named(
        &mut self,
        at: Location,
        expression: ExpressionId,
        way: usize,
    ) -> Option<(Location, ExpressionId)> {
        let summary = self.summary(at.module);
        match summary.expression(expression) {
            Expression::Name(name) => {
                let name = summary.name(name);
                let is_local = at.scope != Summary::MODULE_SCOPE && summary.entry(at.scope, name).is_some();
                let scope = if is_local { at.scope } else { Summary::MODULE_SCOPE };
                self.value_bound(at.module, scope, name, way)
            }
            Expression::Attribute { value, name } => {
                let name = summary.name(name);
                match self.evaluate(at, value) {
                    Type::Module(module) => self.value_bound(module, Summary::MODULE_SCOPE, name, way),
                    Type::Class(class) => {
                        let scope = self.summary(class.module).class(class.class).scope;
                        self.value_bound(class.module, scope, name, way)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn value_bound(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        name: &str,
        way: usize,
    ) -> Option<(Location, ExpressionId)> {
        if way == 0 || self.engine.is_absent(module) {
            return None;
        }
        let summary = self.summary(module);
        let [binding] = summary.bindings_of(scope, name) else { return None };
        match binding.kind {
            BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                Some((Location::in_scope(module, binding.scope), value))
            }
            BindingKind::ImportFrom { module: source, name } => {
                let source = self.engine.resolve(summary.name(source), module);
                self.value_bound(source, Summary::MODULE_SCOPE, summary.name(name), way - 1)
            }
            _ => None,
        }
    }

    /// Returns whether separate statements may mark a test: `test_it = mark(test_it)`, `mark(test_it)`,
    /// `test_it.pytestmark = ...`.
    fn is_marked_by_name(&mut self, item: &TestItem) -> bool {
        let function = item.function;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let scope = summary.scope_around(definition.scope);
        let name = summary.name(definition.name);
        let last = summary.bindings_of(scope, name).last().map(|binding| binding.kind);
        !matches!(last, Some(BindingKind::Function(last)) if last == function.function)
            || summary.patches(PYTESTMARK, Summary::MODULE_SCOPE)
            || summary.passed_on.contains(&definition.name)
            || item.module != function.module && self.is_set_in_module(item)
    }

    /// Returns whether the file that a test is collected from binds its name to a value.
    fn is_set_in_module(&mut self, item: &TestItem) -> bool {
        let summary = self.summary(item.module);
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, &item.name);
        bindings.iter().any(|binding| matches!(binding.kind, BindingKind::Value(_)))
    }

    /// Returns whether a module contains `mark(name)`.
    fn is_given_to_mark(&mut self, module: ModuleId, name: NameId) -> bool {
        self.names_given_to_marks(module).contains(&name)
    }

    /// Computes [`Inference::names_given_to_marks`].
    pub(super) fn find_names_given_to_marks(&mut self, module: ModuleId) -> FxHashSet<NameId> {
        let summary = self.summary(module);
        let mut names = FxHashSet::default();
        if summary.names.find("mark").is_none() {
            return names;
        }
        for site in &summary.calls {
            let Some(call) = summary.call(site.expression) else { continue };
            if name_of_mark(summary, summary.callee_or_itself(call.callee)).is_some() {
                names.extend(summary.arguments(call.arguments).iter().filter_map(|argument| {
                    match summary.expression(argument.value) {
                        Expression::Name(name) => Some(name),
                        _ => None,
                    }
                }));
            }
        }
        names
    }

    /// Returns whether `pytest.param(..., marks=...)` among the values of `parametrize` may carry a mark by
    /// which a plugin runs async tests.
    fn marks_some_parameters(&mut self, marks: &Marks) -> bool {
        let marks: Vec<&Mark> = marks.known.iter().filter(|mark| mark.name == "parametrize").collect();
        marks.into_iter().any(|mark| {
            let summary = self.summary(mark.module);
            let values = argument_named(summary, mark.expression, "argvalues", 1);
            let at = Location::of_module(mark.module);
            values.is_some_and(|values| self.may_mark_value(at, values, LONGEST_WAY))
        })
    }

    /// Returns whether a value of `parametrize`, or one of a list of them, may carry such a mark.
    fn may_mark_value(&mut self, at: Location, value: ExpressionId, way: usize) -> bool {
        let summary = self.summary(at.module);
        let any = |inference: &mut Self, of: &[ExpressionId]| {
            of.iter().any(|of| inference.may_mark_value(at, *of, way))
        };
        let has_marks = summary.names.find("marks").is_some();
        match summary.expression(value) {
            Expression::Display { elements, .. } | Expression::Tuple(elements) if has_marks => {
                any(self, summary.list(elements))
            }
            Expression::Starred(inner) => self.may_mark_value(at, inner, way),
            Expression::Comprehension { element, .. } => self.may_mark_value(at, element, way),
            Expression::Binary { left, right, .. } if has_marks => any(self, &[left, right]),
            Expression::Call { .. } if has_marks && summary.last_name(value) == Some("param") => {
                let stated = argument_named(summary, value, "marks", usize::MAX);
                stated.is_some_and(|stated| self.may_be_taking(at, stated))
            }
            Expression::Name(_) | Expression::Attribute { .. } => match self.value_named(at, value, way) {
                Some((place, value)) => self.may_mark_value(place, value, way - 1),
                None => false,
            },
            _ => false,
        }
    }

    fn may_be_taking(&mut self, at: Location, stated: ExpressionId) -> bool {
        let mut marks = Marks::default();
        self.add_marks_in(&mut marks, at, stated, LONGEST_WAY);
        marks.are_open || marks.known.iter().any(|mark| takes_tests(&mark.name))
    }
}

fn mark_at(summary: &Summary, module: ModuleId, expression: ExpressionId, name: &str) -> Mark {
    Mark { name: name.to_owned(), module, span: summary.span(expression), expression }
}

/// Returns the last part of `pytest.mark.name` and of `mark.name`, under any names that the module has for
/// these.
pub(super) fn name_of_mark(summary: &Summary, expression: ExpressionId) -> Option<&str> {
    let Expression::Attribute { value, name } = summary.expression(expression) else { return None };
    let name = summary.name(name);
    (!name.starts_with("__") && names_marks(summary, value)).then_some(name)
}

/// Returns whether an expression is `pytest.mark`.
pub(super) fn names_marks(summary: &Summary, expression: ExpressionId) -> bool {
    match summary.dotted_parts(expression).as_deref() {
        Some(["mark"] | [_, "mark"]) => true,
        Some([name]) => match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [binding] => match binding.kind {
                BindingKind::ImportFrom { module, name } => {
                    summary.name(module) == "pytest" && summary.name(name) == "mark"
                }
                BindingKind::Value(value) => {
                    matches!(summary.dotted_parts(value).as_deref(), Some([_, "mark"]))
                }
                _ => false,
            },
            _ => false,
        },
        _ => false,
    }
}
