//! Where pytest marks can be written, for edits.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Decorator, Expr, Stmt};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span, walk_body};

use crate::file::{File, GlobalName};

const PYTEST: &str = "pytest";

const PYTESTMARK: &str = "pytestmark";

/// The part of a suite that a mark applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkedPart {
    /// The whole file.
    Module,
    /// The class with this header, from `class` to its name.
    Class(Span),
    /// The function with this header, from `def` or `async` to its name.
    Function(Span),
}

/// Where a file can declare the marks of all its tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModuleMarks {
    /// The file has no `pytestmark` yet; it can follow the import that ends at this offset.
    BehindImport(u32),
    /// The file has no `pytestmark` and no imports; it can precede the statement that starts at this
    /// offset.
    BeforeStatement(u32),
    /// `pytestmark` is this single mark.
    One(Span),
    /// `pytestmark` is this list with these elements.
    List(Span, Vec<Span>),
}

/// How marks are written in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkPrefix {
    /// As attributes of this expression, which is bound from this offset on. The expression is
    /// `pytest.mark` (under the file's name for pytest), or `mark` if that is imported.
    Bound(String, u32),
    /// As `pytest.mark`, after an import of pytest is added.
    Unbound,
}

impl File<'_> {
    /// Returns how marks are written in the file, according to its unconditional top-level imports.
    pub fn mark_prefix(&self) -> MarkPrefix {
        let bound = |name: &str, is_it: &dyn Fn(&Summary, BindingKind) -> bool| {
            let summary = self.engine().summary(self.module());
            let bindings = summary.bindings_of(Summary::MODULE_SCOPE, name);
            let mut imports = bindings.iter().filter(|it| it.is_unconditional() && is_it(summary, it.kind));
            let import = imports.find(|it| self.is_import_at_top(it.offset))?;
            Some(import.offset)
        };
        let is_pytest = |summary: &Summary, kind| matches!(kind, BindingKind::Import { module } if summary.name(module) == PYTEST);
        let is_mark = |summary: &Summary, kind| {
            matches!(kind, BindingKind::ImportFrom { module, name }
                if summary.name(module) == PYTEST && summary.name(name) == "mark")
        };
        if let Some(place) = bound("mark", &is_mark).filter(|_| bound(PYTEST, &is_pytest).is_none()) {
            return MarkPrefix::Bound("mark".to_owned(), place);
        }
        let name = self.name_of_module(PYTEST).unwrap_or(PYTEST);
        let place = bound(name, &is_pytest);
        place.map_or(MarkPrefix::Unbound, |place| MarkPrefix::Bound(format!("{name}.mark"), place))
    }

    /// Returns whether a place is in a top-level import. An import below `if TYPE_CHECKING:` imports
    /// nothing.
    fn is_import_at_top(&self, place: u32) -> bool {
        let is_import = |it: &Stmt| matches!(it, Stmt::Import(_) | Stmt::ImportFrom(_));
        let body = &self.tree().module().body;
        body.iter().any(|it| is_import(it) && it.range().contains_inclusive(place.into()))
    }

    /// Returns where `pytestmark` is or can be written; `None` if the file builds it in a way that is not
    /// understood.
    pub fn module_marks(&self) -> Option<ModuleMarks> {
        let body = &self.tree().module().body;
        let mentions = self.count_of_name(PYTESTMARK);
        let assigned = body.iter().find_map(|statement| match statement {
            Stmt::Assign(assign) => match assign.targets.as_slice() {
                [Expr::Name(name)] if name.id.as_str() == PYTESTMARK => Some(&*assign.value),
                _ => None,
            },
            _ => None,
        });
        match assigned {
            None if mentions == 0 && self.global_name(PYTESTMARK) == GlobalName::Free => place_of_new(body),
            Some(Expr::List(list)) if mentions == 1 => {
                let elements = list.elts.iter().map(|element| span(element.range())).collect();
                Some(ModuleMarks::List(span(list.range()), elements))
            }
            Some(value) if mentions == 1 && is_mark(value) => Some(ModuleMarks::One(span(value.range()))),
            _ => None,
        }
    }

    /// Returns where to insert a decorator for the function or class whose header ends at a place. The
    /// position is above all other decorators, but below those that turn a method into something else.
    pub fn place_of_decorator(&self, header: Span) -> Option<u32> {
        let mut found = None;
        walk_body(&self.tree().module().body, |_, node| {
            let definition = match node {
                AnyNodeRef::StmtFunctionDef(it) => Some((it.name.end(), &it.decorator_list)),
                AnyNodeRef::StmtClassDef(it) => Some((it.name.end(), &it.decorator_list)),
                _ => None,
            };
            if let Some((end, decorators)) = definition
                && end.to_u32() == header.end
            {
                found = Some(place_among(decorators, header));
            }
            if found.is_none() { TraversalSignal::Traverse } else { TraversalSignal::Skip }
        });
        found
    }

    fn count_of_name(&self, name: &str) -> usize {
        let mut count = 0;
        walk_body(&self.tree().module().body, |around, node| {
            let is_in_class = around.iter().any(|node| matches!(node, AnyNodeRef::StmtClassDef(_)));
            count += usize::from(
                matches!(node, AnyNodeRef::ExprName(found) if found.id.as_str() == name) && !is_in_class,
            );
            TraversalSignal::Traverse
        });
        count
    }
}

fn place_among(decorators: &[Decorator], header: Span) -> u32 {
    let makes_other =
        |decorator: &&Decorator| named(last_name(&decorator.expression)).has(Role::PlainBinding);
    match decorators.first() {
        Some(first) if !decorators.iter().any(|decorator| makes_other(&decorator)) => {
            first.range().start().to_u32()
        }
        _ => header.start,
    }
}

/// Returns whether an expression is a mark: `pytest.mark.asyncio`, `pytest.mark.skipif(...)`.
fn is_mark(value: &Expr) -> bool {
    let callee = value.as_call_expr().map_or(value, |call| &*call.func);
    callee.as_attribute_expr().is_some_and(|mark| last_name(&mark.value) == Some("mark"))
}

/// Returns the place after the last import before the first definition.
fn place_of_new(body: &[Stmt]) -> Option<ModuleMarks> {
    let is_definition = |statement: &&Stmt| matches!(statement, Stmt::FunctionDef(_) | Stmt::ClassDef(_));
    let head = body.iter().take_while(|statement| !is_definition(statement));
    if let Some(last) = head.filter(|statement| imports(statement)).last() {
        return Some(ModuleMarks::BehindImport(last.range().end().to_u32()));
    }
    let is_documentation =
        |statement: &&Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let first = body.iter().find(|statement| !is_documentation(statement))?;
    Some(ModuleMarks::BeforeStatement(first.range().start().to_u32()))
}

/// Returns whether a statement is or contains an import: `try: import x`, `if TYPE_CHECKING: import y`.
fn imports(statement: &Stmt) -> bool {
    match statement {
        Stmt::Import(_) | Stmt::ImportFrom(_) => true,
        Stmt::If(it) => it.body.iter().any(imports),
        Stmt::Try(it) => it.body.iter().any(imports),
        _ => false,
    }
}
