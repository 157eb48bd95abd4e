//! How a class uses an attribute that holds a task, and which exceptions a function raises, found by
//! syntax.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_flow::{BlockId, Compound, Form, FunctionFlow, Step, StepKind};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute, Stmt, StmtClassDef, StmtFunctionDef, UnaryOp};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    SyntaxTree, function_around, has_break, has_return, last_name, nodes_around, range_of, span, walk_body,
};

use super::assigned::bound_name;
use super::value_use::{UseKind, use_of};
use super::when_cancelled::waits;
use crate::file::File;

/// An attribute of `self` that holds a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTask {
    /// The attribute as written: `self.task`.
    pub attribute: String,
    /// The method that cancels the task.
    pub method: String,
    /// The calls that start the task.
    pub starts: Vec<Span>,
    /// The attributes of `self` that the method sets to `True` or `False`.
    pub flags: Vec<String>,
    /// The attributes of `self` that occur in an `await` after the cancellation.
    pub awaited_behind: Vec<String>,
    /// Whether the method is needlessly `async`: it awaits nothing, no base class requires it, and no
    /// statement calls it as a special method.
    pub is_needlessly_async: bool,
}

impl File<'_> {
    /// Returns the attribute whose task the call at a place cancels, in a method that ends the activity of
    /// its object. Nothing in the file awaits the task or inspects its outcome.
    pub fn cancelled_and_left(&self, call: Span) -> Option<KeptTask> {
        cancelled_and_left(self.tree(), call)
    }

    /// Returns the name under which the task that a call at a place starts is only stored. This is an attribute, or a container from which
    /// the task is removed when done. Nothing in the file awaits the task or inspects its outcome.
    pub fn kept_and_left(&self, call: Span) -> Option<&str> {
        kept_and_left(self.tree(), call)
    }

    /// Returns where the function with this header raises an exception itself that it does not handle.
    pub fn raised_in(&self, header: Span) -> Option<Span> {
        self.flow_of(header, raised_in)
    }
}

fn cancelled_and_left(tree: &SyntaxTree, call: Span) -> Option<KeptTask> {
    let around = nodes_around(tree, call);
    let method = function_around(&around)?;
    let class = around.windows(2).find_map(|pair| match pair {
        [AnyNodeRef::StmtClassDef(class), AnyNodeRef::StmtFunctionDef(function)] => {
            (function.range == method.range).then_some(*class)
        }
        _ => None,
    })?;
    let is_ending = method.is_async && is_ending(&method.name);
    let attribute = receiver(tree, range_of(call)).filter(|_| is_ending)?;
    let name = attribute.attr.as_str();
    if around.iter().any(|node| is_repeated_until_ended(*node, name)) {
        return None;
    }
    let starts = starts_of(class, name).filter(|starts| !starts.is_empty() && is_left_alone(tree, name))?;
    let is_special = method.name.starts_with("__");
    Some(KeptTask {
        attribute: format!("self.{name}"),
        method: method.name.to_string(),
        starts,
        flags: flags_set_by(method),
        awaited_behind: awaited_behind(method, range_of(call)),
        is_needlessly_async: waits(&FunctionFlow::of(method)).is_empty()
            && class.bases().is_empty()
            && !is_special,
    })
}

/// Returns whether a node is a loop that only ends after the task in an attribute of `self` has ended: `while not self.task.done():`.
fn is_repeated_until_ended(node: AnyNodeRef, name: &str) -> bool {
    let AnyNodeRef::StmtWhile(repeated) = node else { return false };
    let tested = match &*repeated.test {
        Expr::UnaryOp(test) if test.op == UnaryOp::Not => test.operand.as_call_expr(),
        _ => None,
    };
    let method = tested.and_then(|test| test.func.as_attribute_expr());
    method.is_some_and(|method| {
        let task = method.value.as_attribute_expr();
        named(method.attr.as_str()).has(Role::AsksFuture)
            && task.is_some_and(|task| is_of_self(task) && task.attr.as_str() == name)
            && !has_break(&repeated.body)
            && !has_return(&repeated.body)
    })
}

/// Returns the attributes of `self` that a method sets to `True` or `False`.
fn flags_set_by(method: &StmtFunctionDef) -> Vec<String> {
    let mut flags = Vec::new();
    walk_body(&method.body, |_, node| {
        if let AnyNodeRef::StmtAssign(assign) = node
            && assign.value.is_boolean_literal_expr()
        {
            let attributes = assign.targets.iter().filter_map(Expr::as_attribute_expr);
            flags.extend(attributes.filter(|it| is_of_self(it)).map(|it| it.attr.to_string()));
        }
        TraversalSignal::Traverse
    });
    flags
}

/// Returns the attributes of `self` in the expressions that a method awaits after a place.
fn awaited_behind(method: &StmtFunctionDef, place: TextRange) -> Vec<String> {
    let mut awaited = Vec::new();
    walk_body(&method.body, |around, node| {
        if let AnyNodeRef::ExprAttribute(attribute) = node
            && is_of_self(attribute)
            && attribute.range.start() > place.end()
            && around.iter().any(|node| matches!(node, AnyNodeRef::ExprAwait(_)))
        {
            awaited.push(attribute.attr.to_string());
        }
        TraversalSignal::Traverse
    });
    awaited
}

/// Returns whether the name of a function means that it ends something: `aclose`, `async_stop`.
pub fn is_ending(method: &str) -> bool {
    method.split('_').any(|word| Words::TaskEndings.has(word))
}

/// Returns the attribute of `self` whose method the call at a place calls.
fn receiver(tree: &SyntaxTree, call: TextRange) -> Option<&ExprAttribute> {
    let mut found = None;
    walk_body(&tree.module().body, |_, node| {
        if let AnyNodeRef::ExprCall(node) = node
            && node.range() == call
            && let Expr::Attribute(method) = &*node.func
            && let Expr::Attribute(receiver) = &*method.value
        {
            found = Some(receiver).filter(|receiver| is_of_self(receiver));
        }
        if node.range().contains_range(call) { TraversalSignal::Traverse } else { TraversalSignal::Skip }
    });
    found
}

/// Returns whether an attribute is one of `self`.
pub fn is_of_self(attribute: &ExprAttribute) -> bool {
    matches!(&*attribute.value, Expr::Name(name) if name.id == "self")
}

/// Returns the calls that start the tasks which a class assigns to an attribute; `None` if it assigns
/// anything else except `None`.
fn starts_of(class: &StmtClassDef, name: &str) -> Option<Vec<Span>> {
    let (mut starts, mut is_other) = (Vec::new(), false);
    walk_body(&class.body, |around, node| {
        if let AnyNodeRef::ExprAttribute(attribute) = node
            && attribute.attr.as_str() == name
            && attribute.ctx.is_store()
        {
            let value = match around.last() {
                Some(AnyNodeRef::StmtAssign(assign)) if assign.targets.len() == 1 => Some(&*assign.value),
                Some(AnyNodeRef::StmtAnnAssign(assign)) => assign.value.as_deref(),
                _ => {
                    is_other = true;
                    None
                }
            };
            match value {
                Some(Expr::Call(call)) if named(last_name(&call.func)).has(Role::StartsLostTask) => {
                    starts.push(span(call.range()));
                }
                Some(Expr::NoneLiteral(_)) | None => {}
                Some(_) => is_other = true,
            }
        }
        TraversalSignal::Traverse
    });
    (!is_other).then_some(starts)
}

/// Returns whether the file does nothing with an attribute of this name but assign it, test whether it is
/// set or done, and cancel it.
fn is_left_alone(tree: &SyntaxTree, name: &str) -> bool {
    let mut is_left = true;
    walk_body(&tree.module().body, |around, node| {
        match node {
            AnyNodeRef::ExprAttribute(attribute) if attribute.attr.as_str() == name => {
                is_left &= !attribute.ctx.is_load() || is_harmless(around, attribute.range);
            }
            AnyNodeRef::ExprStringLiteral(text) => is_left &= text.value.to_str() != name,
            _ => {}
        }
        TraversalSignal::Traverse
    });
    is_left
}

/// Returns the attribute or the container in which the task of a call is only stored.
fn kept_and_left(tree: &SyntaxTree, call: Span) -> Option<&str> {
    let around = nodes_around(tree, call);
    if let Some(AnyNodeRef::StmtAssign(assign)) = around.last()
        && let [Expr::Attribute(attribute)] = assign.targets.as_slice()
    {
        let name = attribute.attr.as_str();
        return (is_of_self(attribute) && is_left_alone(tree, name)).then_some(name);
    }
    let kept = bound_name(&around, range_of(call)).zip(function_around(&around));
    let container = kept.and_then(|(name, function)| container_that_drops(name, function));
    container.filter(|container| is_only_filled(tree, container))
}

/// Returns the container to which a local name is added, and from which it is removed when done, if that is
/// its only use. Example: `tasks.add(task)` and `task.add_done_callback(tasks.discard)`.
fn container_that_drops<'a>(name: &str, function: &'a StmtFunctionDef) -> Option<&'a str> {
    let (mut filled, mut left, mut is_known) = (None, None, true);
    walk_body(&function.body, |around, node| {
        if let AnyNodeRef::ExprName(used) = node
            && used.id == name
            && used.ctx.is_load()
        {
            match around {
                [.., AnyNodeRef::StmtExpr(_), AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)]
                    if named(last_name(&call.func)).has(Role::AddsOneItem) =>
                {
                    filled = container_of(&call.func);
                }
                [
                    ..,
                    AnyNodeRef::StmtExpr(_),
                    AnyNodeRef::ExprCall(call),
                    AnyNodeRef::ExprAttribute(method),
                ] if method.attr.as_str() == "add_done_callback" => {
                    left = call.arguments.args.first().and_then(leaving);
                }
                _ => is_known = false,
            }
        }
        TraversalSignal::Traverse
    });
    filled.filter(|_| is_known && filled == left)
}

/// Returns the container whose method removes a task: `tasks.discard`.
fn leaving(callback: &Expr) -> Option<&str> {
    let method = callback.as_attribute_expr()?;
    named(method.attr.as_str()).has(Role::RemovesOneItem).then(|| container_of(callback)).flatten()
}

/// Returns the last name of the receiver of a method.
fn container_of(method: &Expr) -> Option<&str> {
    match &*method.as_attribute_expr()?.value {
        Expr::Name(name) => Some(&name.id),
        Expr::Attribute(attribute) => Some(&attribute.attr),
        _ => None,
    }
}

/// Returns whether the file uses a container only to create, fill, empty and count it.
fn is_only_filled(tree: &SyntaxTree, container: &str) -> bool {
    let mut is_only_filled = true;
    walk_body(&tree.module().body, |around, node| {
        let is_read = match node {
            AnyNodeRef::ExprName(name) => name.id == container && name.ctx.is_load(),
            AnyNodeRef::ExprAttribute(attribute) => {
                attribute.attr.as_str() == container && attribute.ctx.is_load()
            }
            _ => false,
        };
        is_only_filled &= !is_read || only_fills(around, node.range());
        TraversalSignal::Traverse
    });
    is_only_filled
}

fn only_fills(around: &[AnyNodeRef], container: TextRange) -> bool {
    match use_of(around, container).0 {
        UseKind::Condition | UseKind::Comparison => true,
        UseKind::Given(function) => function == "len",
        UseKind::Attribute(method) => {
            named(method.as_str()).has(Role::AddsOneItem) || named(method.as_str()).has(Role::RemovesOneItem)
        }
        _ => false,
    }
}

/// Returns the places at which a file may await what attributes of this name hold, or inspect its outcome.
pub(super) fn outcomes_read(tree: &SyntaxTree, name: &str) -> Vec<Span> {
    let mut read = Vec::new();
    walk_body(&tree.module().body, |around, node| {
        if let AnyNodeRef::ExprAttribute(attribute) = node
            && attribute.attr.as_str() == name
            && attribute.ctx.is_load()
            && !is_harmless(around, attribute.range)
            && !only_fills(around, attribute.range)
        {
            read.push(span(attribute.range));
        }
        TraversalSignal::Traverse
    });
    read
}

fn is_harmless(around: &[AnyNodeRef], attribute: TextRange) -> bool {
    match use_of(around, attribute).0 {
        UseKind::Condition | UseKind::Comparison => true,
        UseKind::Attribute(asked) => named(asked.as_str()).has(Role::IgnoresOutcome),
        _ => false,
    }
}

/// Returns where a function raises an exception itself that it does not handle.
pub(super) fn raised_in(flow: &FunctionFlow) -> Option<Span> {
    let raised = flow.steps().find(|step| raises(step) && !flow.around(step.block).any(handles));
    raised.map(|step| span(step.at))
}

fn raises(step: &Step) -> bool {
    matches!(step.kind, StepKind::Jump(Stmt::Raise(statement)) if statement.exc.is_some())
}

/// Returns whether a compound may handle what is raised in one of its blocks.
fn handles((compound, inside): (&Compound, BlockId)) -> bool {
    match &compound.form {
        Form::Try { body, handlers, .. } => {
            handlers.contains(&inside) || *body == inside && !handlers.is_empty()
        }
        Form::With { .. } => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;

    use super::super::tests::{parsed, place_of_f};
    use super::{FunctionFlow, KeptTask, cancelled_and_left, is_ending, kept_and_left, raised_in};
    use loopmend_python::function_with;

    /// Returns the result for a class that starts a task, cancels it in an `async def` of this name, and
    /// has other methods.
    fn cancelled(method: &str, others: &str) -> Option<KeptTask> {
        let text = format!(
            "class A:\n    def start(self):\n        self.task = create_task(work())\n\n    \
             async def {method}(self):\n        self.task.cancel()\n\n{others}"
        );
        let start = text.find("self.task.cancel()").expect("the text cancels the task");
        cancelled_and_left(&parsed(&text), Span::new(start as u32, start as u32 + 18))
    }

    #[test]
    fn a_task_is_cancelled_and_left() {
        let kept = cancelled("close", "").expect("the task is left");
        assert_eq!((kept.attribute.as_str(), kept.method.as_str()), ("self.task", "close"));
        for others in [
            "    def a(self):\n        self.task = None\n",
            "    def a(self):\n        if self.task and not self.task.done(): pass\n",
        ] {
            assert!(cancelled("async_stop", others).is_some(), "{others}");
        }
    }

    #[test]
    fn a_task_that_something_looks_at_is_not_left() {
        for others in [
            "    async def a(self):\n        await self.task\n",
            "    def a(self):\n        return self.task\n",
            "    def a(self):\n        self.task.add_done_callback(b)\n",
            "    def a(self):\n        self.task = b\n",
            "async def a(b):\n    await b.task\n",
            "def a(b):\n    return getattr(b, 'task')\n",
        ] {
            assert_eq!(cancelled("close", others), None, "{others}");
        }
        assert_eq!(cancelled("restart", ""), None);
    }

    #[test]
    fn endings_are_words() {
        assert!(is_ending("close") && is_ending("async_stop") && is_ending("__aexit__"));
        assert!(!is_ending("stopwatch") && !is_ending("run"));
    }

    fn keeps(body: &str) -> bool {
        let text =
            format!("class A:\n    async def start(self):\n        {}\n", body.replace('\n', "\n        "));
        kept_and_left(&parsed(&text), place_of_f(&text)).is_some()
    }

    #[test]
    fn a_task_is_only_kept() {
        let discarding = "t = f()\nself.tasks.add(t)\nt.add_done_callback(self.tasks.discard)";
        assert!(keeps(discarding));
        assert!(keeps("self.task = f()"));
        assert!(keeps("t = f()\nTASKS.append(t)\nt.add_done_callback(TASKS.remove)\nprint(len(TASKS))"));
        for more in
            ["await t", "await asyncio.gather(*self.tasks)", "for x in self.tasks: x.cancel()", "return t"]
        {
            assert!(!keeps(&format!("{discarding}\n{more}")), "{more}");
        }
        assert!(!keeps("t = f()\nself.tasks.add(t)"));
        assert!(!keeps("t = f()\nself.tasks.add(t)\nt.add_done_callback(self.done)"));
        assert!(!keeps("self.task = f()\nawait self.task"));
    }

    /// Returns what `g` raises.
    fn raised(body: &str) -> Option<String> {
        let text = format!("async def g():\n    {}\n", body.replace('\n', "\n    "));
        let tree = parsed(&text);
        let function = function_with(&tree, Span::new(0, 11)).expect("the text defines a function");
        raised_in(&FunctionFlow::of(function)).map(|span| text[span.as_range()].to_owned())
    }

    #[test]
    fn only_what_is_not_handled_is_raised() {
        assert_eq!(raised("if a:\n    raise A()"), Some("raise A()".to_owned()));
        assert_eq!(raised("try:\n    raise A\nfinally: pass"), Some("raise A".to_owned()));
        for body in [
            "try:\n    raise A\nexcept A: pass",
            "with suppress(A):\n    raise A",
            "try: pass\nexcept A:\n    raise B",
            "def h():\n    raise A",
            "raise",
        ] {
            assert_eq!(raised(body), None, "{body}");
        }
    }
}
