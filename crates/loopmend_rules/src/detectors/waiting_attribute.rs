//! Attributes of `self` that a class uses as a task, but that are never assigned a task in the file, found
//! by syntax.

use std::collections::BTreeSet;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{
    AnyNodeRef, Expr, ExprAttribute, ExprCall, Stmt, StmtAnnAssign, StmtClassDef, StmtFunctionDef,
};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, is_in_block, last_name, nodes_around, range_of, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::fate::kept_task::is_of_self;
use loopmend_semantic::file::fate::use_of;
use loopmend_semantic::file::fate::value_use::UseKind;

/// Returns the attribute, as written (`self.task`), to which the task started by a call should be
/// assigned. The class around the call uses the attribute as a task, and the file assigns it nothing
/// but `None`. The enclosing method must read the attribute, or the class must discard no other task.
/// Returns `None` if there is no such attribute, or if several are possible.
pub(crate) fn attribute_without_task(file: &File, call: Span) -> Option<String> {
    attribute_in(file.tree(), call)
}

fn attribute_in(tree: &SyntaxTree, call: Span) -> Option<String> {
    let around = nodes_around(tree, call);
    if around.iter().any(|node| runs_again(*node, call)) {
        return None;
    }
    let class = class_of_self(&around)?;
    let uses = Uses::of(class, tree);
    let is_plain = class.bases().is_empty() && class.decorator_list.is_empty();
    let is_empty = |name: &&str| {
        let is_set_to_none = uses.emptied.contains(name) || is_plain && !uses.declared.contains(name);
        uses.tasks.contains(name) && is_set_to_none && !uses.filled.contains(name)
    };
    let method = around.iter().find_map(|node| node.as_stmt_function_def().filter(|it| is_in(class, it)))?;
    let asked_for: BTreeSet<&str> = attributes_read(method).into_iter().filter(is_empty).collect();
    let starts_another = uses.starts.iter().any(|start| !range_of(call).contains_range(*start));
    let meant = match asked_for.is_empty() && !starts_another {
        true => uses.tasks.iter().copied().filter(is_empty).collect(),
        false => asked_for,
    };
    let mut meant = meant.into_iter();
    let name = meant.next()?;
    meant.next().is_none().then(|| format!("self.{name}"))
}

/// The uses of attributes of `self` in a class, by their names.
#[derive(Default)]
struct Uses<'a> {
    /// Attributes set to `None`.
    emptied: BTreeSet<&'a str>,
    /// Attributes set to anything else, in the class or outside of it.
    filled: BTreeSet<&'a str>,
    /// Attributes annotated in the class body without a value. A decorator may turn them into parameters.
    declared: BTreeSet<&'a str>,
    /// Attributes used or annotated as a task.
    tasks: BTreeSet<&'a str>,
    /// The calls that start tasks which are discarded or bound to a local name.
    starts: Vec<TextRange>,
}

impl<'a> Uses<'a> {
    fn of(class: &'a StmtClassDef, tree: &'a SyntaxTree) -> Self {
        let mut uses = Self { filled: filled_otherwise(class, tree), ..Self::default() };
        walk_body(&class.body, |around, node| {
            match node {
                AnyNodeRef::ExprAttribute(attribute) if is_of_self(attribute) => uses.add(around, attribute),
                AnyNodeRef::StmtAnnAssign(assign) => uses.add_declaration(assign),
                AnyNodeRef::ExprCall(call) if starts_for_no_attribute(around, call) => {
                    uses.starts.push(call.range());
                }
                _ => {}
            }
            TraversalSignal::Traverse
        });
        uses
    }

    fn add(&mut self, around: &[AnyNodeRef<'a>], attribute: &'a ExprAttribute) {
        let name = attribute.attr.as_str();
        if attribute.ctx.is_load() {
            if is_used_as_task(around, attribute) {
                self.tasks.insert(name);
            }
            return;
        }
        match around.last().and_then(|node| assigned_value(*node)) {
            Some(value) if value.is_none_literal_expr() => self.emptied.insert(name),
            _ => self.filled.insert(name),
        };
    }

    /// Adds a declaration `task: asyncio.Task | None = None` in a class, or of `self.task`.
    fn add_declaration(&mut self, assign: &'a StmtAnnAssign) {
        if let Some(name) = name_of(&assign.target).filter(|_| assign.value.is_none()) {
            self.declared.insert(name);
        }
        if !names_task(&assign.annotation) {
            return;
        }
        match &*assign.target {
            Expr::Name(name) => {
                self.tasks.insert(&name.id);
                if assign.value.as_deref().is_some_and(Expr::is_none_literal_expr) {
                    self.emptied.insert(&name.id);
                }
            }
            Expr::Attribute(attribute) if is_of_self(attribute) => {
                self.tasks.insert(attribute.attr.as_str());
            }
            _ => {}
        }
    }
}

/// Returns the innermost class around a place, if the place is in a method that takes `self`, without an
/// inner scope that shadows it.
fn class_of_self<'a>(around: &[AnyNodeRef<'a>]) -> Option<&'a StmtClassDef> {
    let place = around.iter().rposition(|node| matches!(node, AnyNodeRef::StmtClassDef(_)))?;
    let AnyNodeRef::StmtClassDef(class) = around[place] else { return None };
    let mut functions = around[place..].iter().filter_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) => Some(&*function.parameters),
        _ => None,
    });
    let first = functions.next()?.iter().next()?;
    let is_hidden = functions.any(|parameters| parameters.iter().any(|it| it.name() == "self"));
    (first.name() == "self" && !is_hidden).then_some(class)
}

fn is_in(class: &StmtClassDef, method: &StmtFunctionDef) -> bool {
    class.body.iter().any(|statement| statement.range() == method.range())
}

/// Returns the names of the attributes of `self` that a method reads.
fn attributes_read(method: &StmtFunctionDef) -> BTreeSet<&str> {
    let mut read = BTreeSet::new();
    walk_body(&method.body, |_, node| {
        if let AnyNodeRef::ExprAttribute(attribute) = node
            && attribute.ctx.is_load()
            && is_of_self(attribute)
        {
            read.insert(attribute.attr.as_str());
        }
        TraversalSignal::Traverse
    });
    read
}

/// Returns the names that may be set otherwise. A class body binds them to anything but `None`, or other
/// code of the file sets them as attributes. They may also occur in strings such as `setattr(self, "task",
/// ...)`.
fn filled_otherwise<'a>(class: &'a StmtClassDef, tree: &'a SyntaxTree) -> BTreeSet<&'a str> {
    let mut filled: BTreeSet<&str> = class.body.iter().flat_map(bound_by).collect();
    walk_body(&tree.module().body, |_, node| {
        match node {
            AnyNodeRef::ExprAttribute(attribute) if attribute.ctx.is_store() => {
                let is_of_class = is_of_self(attribute) && class.range.contains_range(attribute.range);
                filled.extend((!is_of_class).then_some(attribute.attr.as_str()));
            }
            AnyNodeRef::ExprStringLiteral(text) => drop(filled.insert(text.value.to_str())),
            _ => {}
        }
        TraversalSignal::Traverse
    });
    filled
}

/// Returns the names that a statement of a class body binds to something other than `None`.
fn bound_by(statement: &Stmt) -> Vec<&str> {
    match statement {
        Stmt::FunctionDef(function) => vec![&function.name],
        Stmt::ClassDef(class) => vec![&class.name],
        Stmt::Assign(assign) if !assign.value.is_none_literal_expr() => {
            assign.targets.iter().filter_map(name_of).collect()
        }
        Stmt::AnnAssign(assign)
            if assign.value.as_ref().is_some_and(|value| !value.is_none_literal_expr()) =>
        {
            name_of(&assign.target).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn name_of(target: &Expr) -> Option<&str> {
    target.as_name_expr().map(|name| name.id.as_str())
}

fn starts_for_no_attribute(around: &[AnyNodeRef], call: &ExprCall) -> bool {
    let is_start = named(last_name(&call.func)).has(Role::StartsLostTask);
    is_start
        && match around.last() {
            Some(AnyNodeRef::StmtExpr(_) | AnyNodeRef::ExprLambda(_)) => true,
            Some(AnyNodeRef::StmtAssign(assign)) => assign.targets.iter().all(Expr::is_name_expr),
            _ => false,
        }
}

/// Returns whether a statement around a call runs it more than once.
fn runs_again(node: AnyNodeRef, call: Span) -> bool {
    let body = match node {
        AnyNodeRef::StmtFor(statement) => &statement.body,
        AnyNodeRef::StmtWhile(statement) => &statement.body,
        _ => return node.is_expr_list_comp() || node.is_expr_set_comp() || node.is_expr_generator(),
    };
    is_in_block(body, range_of(call))
}

fn is_used_as_task(around: &[AnyNodeRef], attribute: &ExprAttribute) -> bool {
    if matches!(around.last(), Some(AnyNodeRef::ExprAwait(_))) {
        return true;
    }
    if let Some(AnyNodeRef::Arguments(_)) = around.last() {
        return around.iter().rev().nth(1).is_some_and(|node| waits(*node));
    }
    matches!(use_of(around, attribute.range).0, UseKind::Attribute(asked) if named(asked.as_str()).has(Role::ShowsTask))
}

fn waits(node: AnyNodeRef) -> bool {
    let AnyNodeRef::ExprCall(call) = node else { return false };
    named(last_name(&call.func)).has(Role::WaitsForTasks)
}

fn names_task(annotation: &Expr) -> bool {
    match annotation {
        Expr::Subscript(generic) => grow_stack(|| names_task(&generic.value) || names_task(&generic.slice)),
        Expr::BinOp(either) => grow_stack(|| names_task(&either.left) || names_task(&either.right)),
        Expr::StringLiteral(text) => text.value.to_str().contains("Task"),
        _ => last_name(annotation) == Some("Task"),
    }
}

fn assigned_value(statement: AnyNodeRef<'_>) -> Option<&Expr> {
    match statement {
        AnyNodeRef::StmtAssign(assign) => Some(&assign.value),
        AnyNodeRef::StmtAnnAssign(assign) => assign.value.as_deref(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::attribute_in;
    use crate::testing::{parsed, place_of_f};

    /// Returns the attribute for the task that a method starts, in a class with other methods.
    fn attribute(start: &str, others: &str) -> Option<String> {
        let text = format!(
            "class A:\n    def __init__(self):\n        self.t = None\n\n    def start(self):\n        {}\n\n{others}",
            start.replace('\n', "\n        ")
        );
        attribute_in(&parsed(&text), place_of_f(&text))
    }

    const STOPS: &str = "    def stop(self):\n        self.t.cancel()\n";

    #[test]
    fn a_task_belongs_where_the_class_looks_for_it() {
        for others in [
            STOPS,
            "    async def stop(self):\n        await self.t\n",
            "    async def stop(self):\n        await asyncio.wait_for(self.t, 1)\n",
            "    t: asyncio.Task[None] | None\n",
            "    t: 'Optional[asyncio.Task]' = None\n",
        ] {
            assert_eq!(attribute("f()", others).as_deref(), Some("self.t"), "{others}");
        }
        let more = format!("{STOPS}\n    def b(self):\n        create_task(c())\n");
        assert_eq!(attribute("if self.t is None:\n    f()", &more).as_deref(), Some("self.t"));
        assert_eq!(attribute("while a:\n    b()\nelse:\n    f()", STOPS).as_deref(), Some("self.t"));
        assert_eq!(attribute("loop.call_soon(lambda: f())", STOPS).as_deref(), Some("self.t"));
    }

    #[test]
    fn an_attribute_that_nothing_sets_is_one_if_no_base_can() {
        let class = |header: &str| {
            let text = format!("{header}\n    def start(self):\n        f()\n\n{STOPS}");
            attribute_in(&parsed(&text), place_of_f(&text))
        };
        assert_eq!(class("class A:").as_deref(), Some("self.t"));
        assert_eq!(class("class A(B):"), None);
    }

    #[test]
    fn an_attribute_that_the_file_fills_elsewhere_is_none() {
        for more in [
            "    @property\n    def t(self): ...\n",
            "    t = make()\n",
            "    t: Task = make()\n",
            "\nclass B(A):\n    def b(self):\n        self.t = c()\n",
            "    def b(self):\n        setattr(self, 't', c())\n",
        ] {
            assert_eq!(attribute("f()", &format!("{STOPS}{more}")), None, "{more}");
        }
        let text = format!("@dataclass\nclass A:\n    t: Task\n    def start(self):\n        f()\n\n{STOPS}");
        assert_eq!(attribute_in(&parsed(&text), place_of_f(&text)), None);
    }

    #[test]
    fn an_attribute_that_may_not_be_meant_is_none() {
        for others in [
            "",
            "    def stop(self):\n        print(self.t)\n",
            "    def stop(self):\n        self.t.cancel()\n        self.t = b\n",
            "    def stop(self):\n        self.t.cancel()\n        self.u.cancel()\n        self.u = None\n",
            "    def stop(self):\n        self.t.cancel()\n\ndef b(a):\n    a.t = c\n",
            "    def stop(self):\n        self.t.cancel()\n        create_task(a())\n        create_task(b())\n",
        ] {
            assert_eq!(attribute("f()", others), None, "{others}");
        }
        assert_eq!(attribute("for a in b:\n    f()", STOPS), None);
        assert_eq!(attribute("[f() for a in b]", STOPS), None);
        assert_eq!(attribute("def g(self):\n    f()", STOPS), None);
        let more = format!("{STOPS}\n    def b(self):\n        create_task(c())\n");
        assert_eq!(attribute("f()", &more), None);
        let elsewhere = format!("def main():\n    f()\n\nclass A:\n{STOPS}");
        assert_eq!(attribute_in(&parsed(&elsewhere), place_of_f(&elsewhere)), None);
    }
}
