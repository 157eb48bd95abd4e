//! Decides by the surrounding syntax whether the coroutines returned by a call are lost. Only a rule with a
//! finding runs this analysis. A value whose use is not understood counts as escaped.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute, ExprCall};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, last_name, nodes_around, range_of, walk_body, walk_inside, walk_node};

use super::value_use::{UseKind, gives_on, kind};
use crate::file::File;
use crate::infer::SlotKind;
use crate::stack::grow_stack;

/// How a value holds a coroutine that has not been awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The value is the coroutine.
    Itself,
    /// Awaiting the value returns the coroutine; the value does nothing before.
    InCoroutine,
    /// Awaiting the value, or getting its result, returns the coroutine.
    InFuture,
    /// The elements of the value are coroutines.
    InElements,
    /// The elements of the awaited value or result are coroutines.
    InElementsLater,
    /// The elements are coroutines that are created on demand.
    InElementsOnDemand,
    /// Its elements are awaitables or futures, each of which gives one.
    InAwaitables,
}

impl Held {
    /// Returns how the result of a slot's call holds the coroutine; `None` if the slot itself loses it.
    pub(crate) fn by_slot(slot: SlotKind) -> Option<Self> {
        Some(match slot {
            SlotKind::Thread => Self::InCoroutine,
            SlotKind::Worker => Self::InFuture,
            SlotKind::Call | SlotKind::Portal => Self::Itself,
            SlotKind::Each => Self::InElements,
            SlotKind::EachLater => Self::InElementsLater,
            SlotKind::EachOnDemand => Self::InElementsOnDemand,
            _ => return None,
        })
    }
}

impl File<'_> {
    /// Returns whether nothing can await the coroutines that the call at a place returns. They are
    /// discarded or used as plain values.
    pub(crate) fn loses(&self, call: Span, held: Held) -> bool {
        loses(&self.tree_within(call.start), call, held)
    }
}

/// A value that holds coroutines.
#[derive(Clone, Copy)]
struct Value {
    range: TextRange,
    held: Held,
    /// The number of names that may still be followed.
    names_left: u8,
}

/// The maximum number of names in a row to follow: `future`, then `result`.
const MOST_NAMES: u8 = 3;

impl Value {
    /// Returns the value of an enclosing node.
    fn within(self, range: TextRange, held: Held) -> Self {
        Self { range, held, ..self }
    }

    fn has_elements(self) -> bool {
        matches!(self.held, Held::InElements | Held::InElementsOnDemand)
    }

    fn is_future(self) -> bool {
        matches!(self.held, Held::InCoroutine | Held::InFuture)
    }
}

fn loses(tree: &SyntaxTree, call: Span, held: Held) -> bool {
    let value = Value { range: range_of(call), held, names_left: MOST_NAMES };
    is_lost(&nodes_around(tree, call), value)
}

/// Returns whether the enclosing nodes lose a value, outermost first.
fn is_lost(around: &[AnyNodeRef], value: Value) -> bool {
    let Some((node, further)) = around.split_last() else { return false };
    let given_on = |held| is_lost(further, value.within(node.range(), held));
    match node {
        AnyNodeRef::StmtExpr(statement) => match value.held {
            // A call of which a coroutine is dropped at once is a matter of its own.
            Held::Itself => statement.value.is_await_expr(),
            held => !matches!(held, Held::InCoroutine | Held::InElementsOnDemand | Held::InAwaitables),
        },
        AnyNodeRef::ExprAwait(_) => match value.held {
            Held::InCoroutine | Held::InFuture => given_on(Held::Itself),
            Held::InElementsLater => given_on(Held::InElements),
            _ => false,
        },
        AnyNodeRef::ExprAttribute(attribute) => is_lost_by_attribute(attribute, further, value),
        AnyNodeRef::Arguments(_) => is_lost_as_argument(further, value),
        AnyNodeRef::ExprStarred(_) if value.held == Held::InElements => is_printed(further),
        AnyNodeRef::ExprStarred(_) if value.held == Held::InAwaitables => is_lost_by_gather(further, value),
        AnyNodeRef::StmtAssign(assignment) => match assignment.targets.as_slice() {
            [Expr::Name(name)] => is_lost_by_name(&name.id, further, value),
            _ => is_taken_for_another(*node, further, value),
        },
        AnyNodeRef::StmtReturn(_) => value.held == Held::Itself && returns_no_awaitable(further),
        AnyNodeRef::StmtAnnAssign(assignment) if is_no_awaitable(&assignment.annotation) => {
            value.held == Held::Itself
        }
        AnyNodeRef::StmtAnnAssign(assignment) => match &*assignment.target {
            Expr::Name(name) => is_lost_by_name(&name.id, further, value),
            _ => false,
        },
        AnyNodeRef::StmtFor(repeated) if value.has_elements() && !repeated.is_async => {
            let element = value.within(value.range, Held::Itself);
            matches!(&*repeated.target, Expr::Name(name) if is_lost_by_name(&name.id, further, element))
        }
        AnyNodeRef::Comprehension(repeated) if value.has_elements() && !repeated.is_async => {
            let element = value.within(value.range, Held::Itself);
            matches!(&repeated.target, Expr::Name(name) if is_lost_in_comprehension(&name.id, further, element))
        }
        AnyNodeRef::StmtFor(repeated) if value.held == Held::InAwaitables && !repeated.is_async => {
            let element = value.within(value.range, Held::InFuture);
            matches!(&*repeated.target, Expr::Name(name) if is_lost_by_name(&name.id, further, element))
        }
        AnyNodeRef::Comprehension(repeated) if value.held == Held::InAwaitables && !repeated.is_async => {
            let element = value.within(value.range, Held::InFuture);
            matches!(&repeated.target, Expr::Name(name) if is_lost_in_comprehension(&name.id, further, element))
        }
        node if is_element_of(*node, value.range) && value.is_future() => given_on(Held::InAwaitables),
        AnyNodeRef::ExprListComp(list) if value.held == Held::Itself && list.elt.range() == value.range => {
            leaves_only_exceptions(*node) || given_on(Held::InElements)
        }
        AnyNodeRef::InterpolatedElement(_) => matches!(value.held, Held::Itself | Held::InElements),
        AnyNodeRef::ExprDict(_) => false,
        AnyNodeRef::Keyword(keyword) if keyword.arg.is_some() => false,
        _ => is_taken_for_another(*node, further, value),
    }
}

/// Whether an expression is an element of a list, tuple or set, also by a comprehension, or a key of a comprehension of a dictionary.
fn is_element_of(node: AnyNodeRef, element: TextRange) -> bool {
    match node {
        AnyNodeRef::ExprList(_) | AnyNodeRef::ExprTuple(_) | AnyNodeRef::ExprSet(_) => true,
        AnyNodeRef::ExprListComp(list) => list.elt.range() == element,
        AnyNodeRef::ExprSetComp(set) => set.elt.range() == element,
        AnyNodeRef::ExprGenerator(generator) => generator.elt.range() == element,
        AnyNodeRef::ExprDictComp(dictionary) => {
            dictionary.key.as_ref().is_some_and(|key| key.range() == element)
        }
        _ => false,
    }
}

/// Whether a comprehension keeps only exceptions, none of which is a coroutine: `[x for x in y if isinstance(x, Exception)]`.
fn leaves_only_exceptions(comprehension: AnyNodeRef) -> bool {
    let AnyNodeRef::ExprListComp(list) = comprehension else { return false };
    let keeps = |test: &Expr| matches!(test, Expr::Call(call) if asks_for_exception(call));
    list.generators.iter().any(|generator| generator.ifs.iter().any(keeps))
}

/// Whether a call asks if a value is an exception: `isinstance(x, ValueError)`.
fn asks_for_exception(call: &ExprCall) -> bool {
    let is_exception = |class: &Expr| {
        last_name(class).is_some_and(|name| name.ends_with("Error") || name.ends_with("Exception"))
    };
    let is_question = matches!(&*call.func, Expr::Name(name) if name.id == "isinstance");
    is_question
        && match &*call.arguments.args {
            [_, Expr::Tuple(several)] => several.elts.iter().all(is_exception),
            [_, class] => is_exception(class),
            _ => false,
        }
}

/// Whether awaitables behind a star are arguments of `asyncio.gather` that loses what they give.
fn is_lost_by_gather(around: &[AnyNodeRef], value: Value) -> bool {
    let [beyond @ .., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] = around else { return false };
    last_name(&call.func) == Some("gather")
        && is_lost(beyond, value.within(call.range(), Held::InElementsLater))
}

/// Returns whether the function around a `return` is annotated to return a type that is not awaitable.
fn returns_no_awaitable(around: &[AnyNodeRef]) -> bool {
    let function = around.iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) => Some(function),
        _ => None,
    });
    function.and_then(|function| function.returns.as_deref()).is_some_and(is_no_awaitable)
}

/// Returns whether an annotation names only built-in types that are not awaitable.
fn is_no_awaitable(annotation: &Expr) -> bool {
    match annotation {
        Expr::NoneLiteral(_) => true,
        Expr::Name(name) => named(name.id.as_str()).has(Role::HoldsNoAwaitable),
        Expr::Subscript(subscript) => match &*subscript.value {
            Expr::Name(name) if name.id == "Optional" => grow_stack(|| is_no_awaitable(&subscript.slice)),
            class => grow_stack(|| is_no_awaitable(class)),
        },
        Expr::BinOp(either) => grow_stack(|| is_no_awaitable(&either.left) && is_no_awaitable(&either.right)),
        _ => false,
    }
}

/// Returns whether the enclosing node uses a coroutine as another value.
fn is_taken_for_another(node: AnyNodeRef, further: &[AnyNodeRef], value: Value) -> bool {
    if value.held != Held::Itself {
        return false;
    }
    if gives_on(node, value.range) {
        return is_lost(further, value.within(node.range(), value.held));
    }
    kind(node, value.range).0 != UseKind::Other
}

fn is_lost_by_attribute(attribute: &ExprAttribute, further: &[AnyNodeRef], value: Value) -> bool {
    let name = attribute.attr.as_str();
    let roles = named(name);
    let called = match further.split_last() {
        Some((AnyNodeRef::ExprCall(call), beyond)) => Some((call, beyond)),
        _ => None,
    };
    match (value.held, name, called) {
        (Held::Itself, ..) => is_of_no_coroutine(name),
        (Held::InFuture, _, Some((call, beyond))) if roles.has(Role::ReturnsResult) => {
            is_lost(beyond, value.within(call.range(), Held::Itself))
        }
        (Held::InElementsLater, "get", Some((call, beyond))) => {
            is_lost(beyond, value.within(call.range(), Held::InElements))
        }
        (Held::InFuture | Held::InElementsLater, ..) => roles.has(Role::FutureState),
        // What is added is asked about by itself.
        (Held::InAwaitables, _, Some((_, beyond))) if roles.has(Role::FillsCollection) => {
            matches!(beyond.last(), Some(AnyNodeRef::StmtExpr(_)))
        }
        _ => false,
    }
}

/// Returns whether a call loses its argument, or the object that it creates from it.
fn is_lost_as_argument(around: &[AnyNodeRef], argument: Value) -> bool {
    let Some((AnyNodeRef::ExprCall(call), further)) = around.split_last() else { return false };
    let given_on = |held| is_lost(further, argument.within(call.range(), held));
    let is_first = call.arguments.args.first().is_some_and(|first| first.range() == argument.range);
    match (&*call.func, argument.held) {
        (Expr::Name(name), Held::Itself) => {
            named(name.id.as_str()).has(Role::ShowsArgument) || asks_for_exception(call)
        }
        (function, Held::InAwaitables) => match last_name(function) {
            made if named(made).has(Role::ShowsCollection) => true,
            made if named(made).has(Role::MakesCollection) => is_first && given_on(Held::InAwaitables),
            Some("wait") => is_first && given_on(Held::InElementsLater),
            _ => false,
        },
        (Expr::Name(name), Held::InElements | Held::InElementsOnDemand) => match name.id.as_str() {
            given if named(given).has(Role::ReturnsElements) => given_on(Held::InElements),
            taken if named(taken).has(Role::TakesElements) => call.arguments.keywords.is_empty(),
            shown => argument.held == Held::InElements && named(shown).has(Role::ShowsArgument),
        },
        (Expr::Attribute(method), Held::InElements | Held::InElementsOnDemand) => {
            match method.attr.as_str() {
                "join" => method.value.is_string_literal_expr(),
                // docs.python.org/3/library/itertools.html#itertools.chain.from_iterable
                "from_iterable" => last_name(&method.value) == Some("chain"),
                _ => false,
            }
        }
        (_, Held::InCoroutine | Held::InFuture) => match last_name(&call.func) {
            Some("gather") => given_on(Held::InElementsLater),
            name if is_first && named(name).has(Role::PassesOnAwaitable) => given_on(Held::InCoroutine),
            name if is_first && named(name).has(Role::MakesFuture) => given_on(Held::InFuture),
            name if is_first && named(name).has(Role::RunsLoop) => given_on(Held::Itself),
            name if is_first && named(name).has(Role::AddsOneItem) => {
                is_lost_in_collection(call, further, argument)
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether a function loses what is added to a collection that it makes empty: `futures.append(...)`.
fn is_lost_in_collection(addition: &ExprCall, around: &[AnyNodeRef], value: Value) -> bool {
    let Expr::Attribute(method) = &*addition.func else { return false };
    let Expr::Name(name) = &*method.value else { return false };
    let is_statement = matches!(around.last(), Some(AnyNodeRef::StmtExpr(_)));
    is_statement
        && is_made_empty(&name.id, around)
        && is_lost_by_name(&name.id, around, value.within(addition.range(), Held::InAwaitables))
}

/// Whether the function around binds a name once, to an empty list or set.
fn is_made_empty(name: &str, around: &[AnyNodeRef]) -> bool {
    let function = around.iter().rev().find_map(|node| node.as_stmt_function_def());
    let Some(function) = function else { return false };
    let (mut bindings, mut empty) = (0, 0);
    walk_body(&function.body, |around, node| {
        match (around.last(), node) {
            (_, AnyNodeRef::ExprName(bound)) if bound.id == name && !bound.ctx.is_load() => bindings += 1,
            (_, AnyNodeRef::StmtAssign(statement)) => {
                let binds = matches!(statement.targets.as_slice(), [Expr::Name(bound)] if bound.id == name);
                empty += usize::from(binds && is_empty_collection(&statement.value));
            }
            (_, AnyNodeRef::StmtAnnAssign(statement)) => {
                let binds = matches!(&*statement.target, Expr::Name(bound) if bound.id == name);
                let is_empty = statement.value.as_deref().is_some_and(is_empty_collection);
                empty += usize::from(binds && is_empty);
            }
            _ => {}
        }
        TraversalSignal::Traverse
    });
    (bindings, empty) == (1, 1) && !function.parameters.includes(name)
}

/// `[]`, `list()` or `set()`.
fn is_empty_collection(value: &Expr) -> bool {
    match value {
        Expr::List(list) => list.elts.is_empty(),
        Expr::Call(call) => {
            call.arguments.is_empty() && named(last_name(&call.func)).has(Role::MakesEmptyCollection)
        }
        _ => false,
    }
}

/// Returns whether the operand of a star is an argument of `print`.
fn is_printed(around: &[AnyNodeRef]) -> bool {
    match around {
        [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] => last_name(&call.func) == Some("print"),
        _ => false,
    }
}

/// Returns whether a function loses the value that is bound to a name.
fn is_lost_by_name(name: &str, around: &[AnyNodeRef], value: Value) -> bool {
    let is_scope =
        |node: &AnyNodeRef| matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_));
    let Some(place) = around.iter().rposition(is_scope) else { return false };
    let AnyNodeRef::StmtFunctionDef(function) = around[place] else { return false };
    let Some(names_left) = value.names_left.checked_sub(1) else { return false };
    let mut uses = Uses::new(name, Value { names_left, ..value }, place + 1);
    uses.may_differ |= function.parameters.includes(name);
    walk_inside(around[..=place].to_vec(), &function.body, |around, node| uses.enter(around, node));
    uses.lose_it()
}

/// Returns whether a comprehension, the innermost enclosing node, loses the value that is bound to a name.
fn is_lost_in_comprehension(name: &str, around: &[AnyNodeRef], value: Value) -> bool {
    let Some(comprehension) = around.last().copied() else { return false };
    let Some(names_left) = value.names_left.checked_sub(1) else { return false };
    let mut uses = Uses::new(name, Value { names_left, ..value }, around.len());
    walk_node(around.to_vec(), comprehension, |around, node| uses.enter(around, node));
    uses.lose_it()
}

/// The uses of a name that a value is bound to.
struct Uses<'n> {
    name: &'n str,
    value: Value,
    /// The number of nodes around the searched one.
    depth: usize,
    bindings: usize,
    /// Whether every use loses the value.
    all_lose_it: bool,
    /// Whether a use requires something that a coroutine does not have.
    is_taken_for_another: bool,
    /// Whether the name may hold another value there, or be awaited.
    may_differ: bool,
}

impl<'n> Uses<'n> {
    fn new(name: &'n str, value: Value, depth: usize) -> Self {
        Self {
            name,
            value,
            depth,
            bindings: 0,
            all_lose_it: true,
            is_taken_for_another: false,
            may_differ: false,
        }
    }

    fn enter(&mut self, around: &[AnyNodeRef], node: AnyNodeRef) -> TraversalSignal {
        match node {
            AnyNodeRef::ExprName(used) if used.id == self.name && used.ctx.is_load() => {
                self.all_lose_it &= is_lost(around, Value { range: node.range(), ..self.value });
                self.is_taken_for_another |= self.has_not(around, node.range());
                self.may_differ |= is_awaited_or_tested(around);
            }
            AnyNodeRef::ExprName(bound) if bound.id == self.name => self.bindings += 1,
            AnyNodeRef::StmtGlobal(stated) => self.shares(stated.names.iter().any(|name| name == self.name)),
            AnyNodeRef::StmtNonlocal(stated) => {
                self.shares(stated.names.iter().any(|name| name == self.name));
            }
            _ => {}
        }
        TraversalSignal::Traverse
    }

    fn shares(&mut self, is_shared: bool) {
        self.all_lose_it &= !is_shared;
        self.may_differ |= is_shared;
    }

    /// Returns whether a use requires something that a coroutine does not have, in the scope that binds the
    /// name.
    fn has_not(&self, around: &[AnyNodeRef], used: TextRange) -> bool {
        let Some(node) = around.last() else { return false };
        let is_elsewhere =
            |node: &AnyNodeRef| matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
        if self.value.held != Held::Itself || around.iter().skip(self.depth).any(is_elsewhere) {
            return false;
        }
        match kind(*node, used).0 {
            UseKind::Attribute(name) => is_of_no_coroutine(&name),
            UseKind::Item | UseKind::Iteration | UseKind::Unpacking => true,
            _ => false,
        }
    }

    fn lose_it(&self) -> bool {
        self.all_lose_it || (self.is_taken_for_another && !self.may_differ && self.bindings == 1)
    }
}

/// Returns whether a name is awaited, or its type is inspected.
fn is_awaited_or_tested(around: &[AnyNodeRef]) -> bool {
    match around {
        [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] => {
            named(last_name(&call.func)).has(Role::InspectsArgument)
        }
        [.., node] => matches!(node, AnyNodeRef::ExprAwait(_) | AnyNodeRef::StmtMatch(_)),
        [] => false,
    }
}

/// Returns whether a coroutine has no attribute of this name.
fn is_of_no_coroutine(name: &str) -> bool {
    !name.starts_with("__") && !name.starts_with("cr_") && !named(name).has(Role::CoroutineMethod)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{parsed, place_of_f};
    use super::{Held, loses};

    /// Returns whether the value of `f()` is lost in a function with this body.
    fn is_lost(body: &str, held: Held) -> bool {
        let text = format!("async def main() -> int:\n    {}\n", body.replace('\n', "\n    "));
        loses(&parsed(&text), place_of_f(&text), held)
    }

    fn assert_all(held: Held, lost: &[&str], kept: &[&str]) {
        lost.iter().for_each(|body| assert!(is_lost(body, held), "lost: {body}"));
        kept.iter().for_each(|body| assert!(!is_lost(body, held), "kept: {body}"));
    }

    #[test]
    fn what_awaiting_gives_is_awaited_again_or_lost() {
        let lost = [
            "await f()",
            "print(await f())",
            "x = await f()",
            "x = await f()\nprint(x)",
            "x = y = 1\nx = await f()\nif x:\n    print(x.name)",
            "a, b = await f()",
            "x: int = await f()\nreturn x",
            "return await f()",
            "c = f()\nawait c",
            "await asyncio.wait_for(f(), 1)",
            "await asyncio.gather(1, f())",
            "for x in await asyncio.gather(f()):\n    print(x)",
            "task = asyncio.create_task(f())\nawait task",
            "x = await f()\nif a:\n    x.update(a)\nkeep(x)",
            "x: Final = await f()\nkeep(x)\nreturn x['a']",
            "x = await f()\nkeep(x)\nfor y in x:\n    pass",
            "await asyncio.wait([f()])",
        ];
        let kept = [
            "f()",
            "await (await f())",
            "x = await f()\nif isinstance(x, dict):\n    x.update(a)\nkeep(x)",
            "x = await f()\nx.update(a)\nawait x",
            "x = await f()\nkeep(x)\nx = {}\nx.update(a)",
            "x = await f()\nkeep(x)\ndef g(x):\n    x.update(a)",
            "x = await f()\nkeep(x)\nx + 1",
            "x = await f()\nawait x",
            "x = await f()\nprint(x)\nawait x",
            "x = await f()\ny = x\nkeep(y)",
            "x = await f()\nx.close()",
            "x: object = await f()\nkeep(x)",
            "self.x = await f()",
            "keep(await f(), x=1)",
            "keep(x=await f())",
            "x = {1: await f()}",
            "yield await f()",
            "a, *b = await asyncio.gather(f())",
            "done, left = await asyncio.wait([f()])",
            "global x\nx = await f()",
            "x = await f()\ndef g():\n    nonlocal x",
            "class A:\n    x = await f()",
        ];
        assert_all(Held::InCoroutine, &lost, &kept);
    }

    #[test]
    fn a_future_gives_its_result() {
        let lost = [
            "f()",
            "await f()",
            "x = f()",
            "x = f()\nif x.done():\n    print(x.result())",
            "x = f()\ny = x.result()\nprint(y)",
            "print(f().get(1))",
            "await asyncio.wrap_future(f())",
            "xs = [f() for x in y]\nawait asyncio.gather(*xs, return_exceptions=True)",
            "await asyncio.gather(*(f() for x in y))",
            "xs = []\nfor x in y:\n    xs.append(f())\nfor x in xs:\n    await x",
            "xs = [f() for x in y]\nprint([await x for x in xs])",
            "xs = [f(), g()]\nresults = await asyncio.gather(*xs)\nassert len(results) == 2",
            "results = await asyncio.gather(*[f()])\nbad = [x for x in results if isinstance(x, Exception)]\nassert not bad",
            "results = await asyncio.gather(*[f()])\ngood = [x for x in results if not isinstance(x, Exception)]\nassert len(good) == 1",
            "xs = {f(): z for z in y}\nfor x in as_completed(xs):\n    print(x.result())",
        ];
        let kept = [
            "xs = [f() for x in y]\nfor x in xs:\n    await (await x)",
            "xs = [f() for x in y]\nreturn xs",
            "xs = [f() for x in y]\nresults = await asyncio.gather(*xs)\nreturn results",
            "xs = [f() for x in y]\nresults = await asyncio.gather(*xs)\nfor x in results:\n    await x",
            "xs = [f() for x in y]\nresults = await asyncio.gather(*xs)\nawait asyncio.gather(*results)",
            "xs = keep()\nxs.append(f())\nfor x in xs:\n    await x",
            "xs = []\nxs.append(f())\nkeep(xs)\nfor x in xs:\n    await x",
            "xs = []\nxs.append(f())\nxs = keep()\nfor x in xs:\n    await x",
            "self.xs.append(f())",
            "good = [x for x in await asyncio.gather(*[f()]) if not isinstance(x, Exception)]\nkeep(good)",
            "f().result()",
            "await f().result()",
            "x = f()\nx.add_done_callback(g)",
            "x = f()\ng = x.result",
            "futures.append(f())",
            "asyncio.run(f().result())",
        ];
        assert_all(Held::InFuture, &lost, &kept);
    }

    #[test]
    fn elements_are_awaited_one_by_one_or_lost() {
        let lost = [
            "list(f())",
            "print(list(f()))",
            "print(*list(f()))",
            "total = sum(f())",
            "x = list(f())\nprint(len(x))",
            "x = f'{tuple(f())}'",
            "', '.join(f())",
            "for x in f():\n    print(x)",
            "x = itertools.chain.from_iterable(f())",
            "x = [y.name for y in f()]",
            "g(y for y in f() if y.name)",
            "x = {y: str(y) for y in f() if y > 1 and y['a']}",
            "x = [y for y in f()]\nprint(len(x))",
        ];
        let kept = [
            "f()",
            "print(f())",
            "x = [y for y in f()]\nkeep(x)",
            "await g(*(y for y in f()))",
            "x = [y for y in f() if y]\nkeep(x)",
            "x = [y.name if isinstance(y, A) else y for y in f()]\nkeep(x)",
            "x = [await y for y in f() if y.name]",
            "x = [keep(y) for y in f()]",
            "x = list(f())\ng(*x)",
            "x = list(f())\nx.append(1)",
            "return list(f())",
            "for x in f():\n    await x",
            "for x, y in f():\n    pass",
            "x = [await y for y in f()]",
            "max(f(), key=g)",
            "separator.join(f())",
            "streams.from_iterable(f())",
            "dict(zip(a, f()))",
        ];
        assert_all(Held::InElementsOnDemand, &lost, &kept);
        assert_all(Held::InElements, &["f()", "print(f())", "print(*f())", "len(f())"], &["g(*f())"]);
        assert_all(Held::InElementsLater, &["f()", "print(f().get())"], &["f().get()[0]", "g(f())"]);
    }
}
