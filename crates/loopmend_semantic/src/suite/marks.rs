//! The marks of a test (docs.pytest.org/en/stable/how-to/mark.html).

use loopmend_core::Span;

use super::collect::TestItem;
use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, Inference, Location, Type};
use crate::summary::{BindingKind, Collection, Expression, ExpressionId, Summary};

/// A mark that a test carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its name: `asyncio` of `pytest.mark.asyncio`.
    pub name: String,
    /// The file that it is written in.
    pub module: ModuleId,
    /// Where it is written there, with its arguments.
    pub span: Span,
    /// The same as an expression.
    pub(crate) expression: ExpressionId,
}

/// The marks of a test.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// The nearest first: of the function, its classes, its module.
    pub(crate) known: Vec<Mark>,
    /// Whether there may be others.
    pub(crate) are_open: bool,
}

impl Marks {
    /// The nearest mark of a name.
    pub(crate) fn nearest(&self, name: &str) -> Option<&Mark> {
        self.known.iter().find(|mark| mark.name == name)
    }
}

/// What an expression is as a mark.
enum Found {
    Mark(Mark),
    /// It is no mark.
    Other,
    /// It may be one.
    Unknown,
}

/// Names are followed so far from one mark to another.
const LONGEST_WAY: usize = 4;

impl<'e> Inference<'e> {
    /// The marks of a test. This is an outermost question.
    pub(crate) fn marks_of(&mut self, item: &TestItem) -> Marks {
        self.begin();
        let mut marks = Marks::default();
        let summary = self.summary(item.function.module);
        let definition = summary.function(item.function.function);
        let at = Location::around(summary, item.function.module, definition.scope);
        for decorator in summary.list(definition.decorators) {
            self.add_mark(&mut marks, at, *decorator);
        }
        for class in item.classes.iter().rev() {
            let order: Vec<ClassRef> =
                self.mro(*class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
            marks.are_open |= self.has_open_order(*class);
            for owner in order {
                self.add_marks_of_class(&mut marks, owner);
            }
        }
        self.add_pytestmark(&mut marks, Location::of_module(item.module));
        marks.are_open |= self.has_marking_hook(item.module);
        marks
    }

    fn add_marks_of_class(&mut self, marks: &mut Marks, class: ClassRef) {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        for decorator in summary.list(definition.decorators) {
            self.add_mark(marks, at, *decorator);
        }
        self.add_pytestmark(marks, Location::in_scope(class.module, definition.scope));
    }

    fn add_mark(&mut self, marks: &mut Marks, at: Location, expression: ExpressionId) {
        match self.mark(at, expression, LONGEST_WAY) {
            Found::Mark(mark) => marks.known.push(mark),
            Found::Unknown => marks.are_open = true,
            Found::Other => {}
        }
    }

    /// `pytestmark` in a module or class: a mark, or a list of them.
    fn add_pytestmark(&mut self, marks: &mut Marks, at: Location) {
        let summary = self.summary(at.module);
        let bindings = summary.bindings_of(at.scope, "pytestmark");
        marks.are_open |= bindings.iter().any(|binding| !binding.is_unconditional());
        for binding in bindings {
            match binding.kind {
                BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                    match summary.expression(value) {
                        Expression::Display { collection: Collection::List, elements }
                        | Expression::Tuple(elements) => {
                            for element in summary.list(elements) {
                                self.add_mark(marks, at, *element);
                            }
                        }
                        _ => self.add_mark(marks, at, value),
                    }
                }
                _ => marks.are_open = true,
            }
        }
    }

    fn mark(&mut self, at: Location, expression: ExpressionId, way: usize) -> Found {
        let summary = self.summary(at.module);
        let callee = summary.callee_or_itself(expression);
        if let Some(name) = summary.dotted_parts(callee).and_then(|parts| name_of_mark(&parts)) {
            let span = summary.span(expression);
            return Found::Mark(Mark { name: name.to_owned(), module: at.module, span, expression });
        }
        if way == 0 {
            return Found::Unknown;
        }
        if let Expression::Name(name) = summary.expression(callee)
            && let Some(found) = self.named_mark(at, summary.name(name), way)
        {
            return found;
        }
        match self.evaluate(at, callee) {
            Type::Unknown => Found::Unknown,
            Type::Function(callee) if self.makes_mark(at, expression) => {
                self.returned_mark(self.function_of(callee), way)
            }
            _ => Found::Other,
        }
    }

    /// The mark that a function gives, if all that it returns is one mark.
    fn returned_mark(&mut self, function: FunctionRef, way: usize) -> Found {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::in_scope(function.module, definition.scope);
        let mut found = None;
        for returned in summary.list(definition.returned) {
            match (self.mark(at, *returned, way - 1), &found) {
                (Found::Mark(mark), None) => found = Some(mark),
                (Found::Mark(mark), Some(before)) if before.name == mark.name => {}
                _ => return Found::Unknown,
            }
        }
        found.map_or(Found::Unknown, Found::Mark)
    }

    /// A mark that a name is bound to at the top of its module, or of the one that it is imported from.
    fn named_mark(&mut self, at: Location, name: &str, way: usize) -> Option<Found> {
        let summary = self.summary(at.module);
        let [binding] = summary.bindings_of(Summary::MODULE_SCOPE, name) else { return None };
        match binding.kind {
            BindingKind::Value(value) => match self.mark(Location::of_module(at.module), value, way - 1) {
                Found::Mark(mark) => Some(Found::Mark(mark)),
                Found::Other | Found::Unknown => None,
            },
            BindingKind::ImportFrom { module, name } => {
                let source = self.engine.resolve(summary.name(module), at.module);
                if source == at.module || self.engine.is_absent(source) {
                    return None;
                }
                self.named_mark(Location::of_module(source), summary.name(name), way - 1)
            }
            _ => None,
        }
    }

    /// Whether a `conftest.py` above a file may add marks to its tests by a hook
    /// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_collection_modifyitems).
    pub(super) fn find_marking_hook(&mut self, module: ModuleId) -> bool {
        const HOOKS: [&str; 3] =
            ["pytest_collection_modifyitems", "pytest_itemcollected", "pytest_pycollect_makeitem"];
        let conftests = self.conftests(module);
        let plugins: Vec<ModuleId> =
            conftests.iter().flat_map(|conftest| self.plugins_of(*conftest)).collect();
        conftests.into_iter().chain(plugins).any(|conftest| {
            let summary = self.summary(conftest);
            summary.names.find("add_marker").is_some()
                && HOOKS.iter().any(|hook| !summary.bindings_of(Summary::MODULE_SCOPE, hook).is_empty())
        })
    }
}

/// The last part of `pytest.mark.name` and of `mark.name`.
fn name_of_mark<'s>(parts: &[&'s str]) -> Option<&'s str> {
    match parts {
        ["mark", name] | [_, "mark", name] => Some(name),
        _ => None,
    }
}
