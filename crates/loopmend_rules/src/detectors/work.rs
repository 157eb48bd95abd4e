//! The work that a call starts through its arguments, found by syntax. This is the coroutines and tasks
//! that are created for the call and used by nothing else.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, ExprName, StmtFunctionDef};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    SyntaxTree, function_around, is_in_block, last_name, node_at, nodes_around, range_of, span, walk_body,
};
use loopmend_semantic::File;
use loopmend_semantic::file::fate::use_of;
use loopmend_semantic::file::fate::value_use::UseKind;
use rustc_hash::FxHashMap;

/// Returns the calls that create the coroutines passed to the call at a place, individually or in a
/// container. Nothing else may use these coroutines or their tasks. Returns `None` otherwise, and at
/// the end of a `try`, where the work is best effort.
pub(crate) fn work_given(file: &File, call: Span) -> Option<Vec<Span>> {
    work_in(&file.tree_within(call.start), call)
}

/// Returns whether the work at a place calls a method that sends something on each element of a collection: the failure for one
/// receiver is expected, and must not stop the others.
pub(crate) fn is_sent_to_each(file: &File, work: Span) -> bool {
    let tree = file.tree_within(work.start);
    let around = nodes_around(&tree, work);
    let element = around.iter().rev().find_map(|node| match node {
        AnyNodeRef::ExprListComp(it) => Some((&*it.elt, &it.generators)),
        AnyNodeRef::ExprSetComp(it) => Some((&*it.elt, &it.generators)),
        AnyNodeRef::ExprGenerator(it) => Some((&*it.elt, &it.generators)),
        _ => None,
    });
    let Some((element, generators)) = element else { return false };
    let [generator] = generators.as_slice() else { return false };
    let method = created_coroutine(element).and_then(|call| call.func.as_attribute_expr());
    method.is_some_and(|method| {
        let receiver = method.value.as_name_expr().map(|name| &name.id);
        method.attr.split('_').next().is_some_and(|word| Words::Sendings.has(word))
            && receiver.is_some()
            && receiver == generator.target.as_name_expr().map(|name| &name.id)
    })
}

/// Returns the call that creates the coroutine of an element, of which a task may be started.
fn created_coroutine(element: &Expr) -> Option<&ExprCall> {
    let call = element.as_call_expr()?;
    if named(last_name(&call.func)).has(Role::StartsLostTask) {
        return call.arguments.args.first()?.as_call_expr();
    }
    Some(call)
}

fn work_in(tree: &SyntaxTree, call: Span) -> Option<Vec<Span>> {
    let around = nodes_around(tree, call);
    let is_best_effort = around.iter().any(|node| stands_at_the_end_of(*node, range_of(call)));
    let function = function_around(&around)?;
    let mut work = Work { function, given_to: range_of(call), calls: Vec::new(), names: None };
    let call = node_at(&function.body, range_of(call), |node| node.as_expr_call().copied())
        .filter(|_| !is_best_effort)?;
    let is_known = call.arguments.args.iter().all(|argument| work.takes(argument));
    is_known.then(|| work.calls.iter().copied().map(span).collect())
}

/// Returns whether a place is in the handlers or the `finally` of a `try`.
fn stands_at_the_end_of(node: AnyNodeRef, call: TextRange) -> bool {
    match node {
        AnyNodeRef::ExceptHandlerExceptHandler(_) => true,
        AnyNodeRef::StmtTry(statement) => is_in_block(&statement.finalbody, call),
        _ => false,
    }
}

struct Work<'a> {
    function: &'a StmtFunctionDef,
    given_to: TextRange,
    /// The calls that create coroutines.
    calls: Vec<TextRange>,
    /// The names in the function, once they are needed.
    names: Option<FxHashMap<&'a str, LocalName<'a>>>,
}

/// How a function uses a name.
#[derive(Default)]
struct LocalName<'a> {
    /// The values that are assigned to it.
    values: Vec<&'a Expr>,
    /// How often it is used otherwise.
    uses: usize,
}

/// Returns the names that a function uses; none if some of them may be names of other functions.
fn local_names(function: &StmtFunctionDef) -> FxHashMap<&str, LocalName<'_>> {
    let mut names: FxHashMap<&str, LocalName> = FxHashMap::default();
    let mut are_local = true;
    walk_body(&function.body, |around, node| {
        match node {
            AnyNodeRef::ExprName(used) => {
                let name = names.entry(used.id.as_str()).or_default();
                match around.last() {
                    Some(AnyNodeRef::StmtAssign(assign))
                        if assign.targets.len() == 1 && assign.value.range() != used.range =>
                    {
                        name.values.push(&assign.value);
                    }
                    _ => name.uses += 1,
                }
            }
            AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => are_local = false,
            _ => {}
        }
        TraversalSignal::Traverse
    });
    if are_local { names } else { FxHashMap::default() }
}

impl<'a> Work<'a> {
    /// Records what an argument creates. Returns `false` if it is not created for the call alone.
    fn takes(&mut self, argument: &Expr) -> bool {
        match argument {
            Expr::Starred(several) => self.takes_elements(&several.value),
            Expr::Call(_) => self.takes_one(argument),
            container => self.takes_elements(container),
        }
    }

    fn takes_elements(&mut self, container: &Expr) -> bool {
        match container {
            Expr::List(list) => list.elts.iter().all(|element| self.takes_one(element)),
            Expr::Set(set) => set.elts.iter().all(|element| self.takes_one(element)),
            Expr::Tuple(tuple) => tuple.elts.iter().all(|element| self.takes_one(element)),
            Expr::ListComp(comprehension) => self.takes_one(&comprehension.elt),
            Expr::SetComp(comprehension) => self.takes_one(&comprehension.elt),
            Expr::Generator(comprehension) => self.takes_one(&comprehension.elt),
            Expr::Name(name) => self.takes_local(&name.id),
            _ => false,
        }
    }

    fn takes_one(&mut self, element: &Expr) -> bool {
        let call = match element {
            Expr::Call(call) => call,
            Expr::Name(name) => match self.call_kept_as(name) {
                Some(call) => call,
                None => return false,
            },
            _ => return false,
        };
        let is_starter = named(last_name(&call.func)).has(Role::StartsLostTask);
        match call.arguments.args.first() {
            Some(coroutine) if is_starter => grow_stack(|| self.takes_one(coroutine)),
            _ => {
                self.calls.push(call.range());
                true
            }
        }
    }

    /// Returns the call whose value a local name holds until it is put into the container, its only use.
    fn call_kept_as(&mut self, element: &ExprName) -> Option<&'a ExprCall> {
        let function = self.function;
        let names = self.names.get_or_insert_with(|| local_names(function));
        let LocalName { values, uses: 1 } = names.get(element.id.as_str())? else { return None };
        match values.as_slice() {
            [only] if only.end() <= element.start() => only.as_call_expr(),
            _ => None,
        }
    }

    /// Records the contents of a local container that is filled, counted, and passed to the call. Returns
    /// `false` if the container has any other use.
    fn takes_local(&mut self, name: &str) -> bool {
        let mut filling = Vec::new();
        let mut is_known = true;
        let given_to = self.given_to;
        walk_body(&self.function.body, |around, node| {
            match node {
                AnyNodeRef::ExprName(used) if used.id == name => {
                    match part_of(around, used.range, given_to) {
                        Part::Filled(value) => filling.push(value),
                        Part::Looked => {}
                        Part::Unknown => is_known = false,
                    }
                }
                AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => is_known = false,
                _ => {}
            }
            TraversalSignal::Traverse
        });
        is_known
            && !filling.is_empty()
            && filling.into_iter().all(|value| match value {
                Filling::Container(Expr::Name(_)) => false,
                Filling::Container(container) => self.takes_elements(container),
                Filling::Element(element) => self.takes_one(element),
            })
    }
}

/// How a use of a container's name affects it.
enum Part<'a> {
    Filled(Filling<'a>),
    Looked,
    Unknown,
}

enum Filling<'a> {
    Container(&'a Expr),
    Element(&'a Expr),
}

fn part_of<'a>(around: &[AnyNodeRef<'a>], name: TextRange, given_to: TextRange) -> Part<'a> {
    if given_to.contains_range(name) {
        return Part::Looked;
    }
    match around {
        [.., AnyNodeRef::StmtAssign(assign)] if assign.targets.len() == 1 => {
            Part::Filled(Filling::Container(&assign.value))
        }
        [.., AnyNodeRef::StmtAnnAssign(assign)] => match &assign.value {
            Some(value) => Part::Filled(Filling::Container(value)),
            None => Part::Looked,
        },
        [.., AnyNodeRef::StmtExpr(_), AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(method)]
            if named(method.attr.as_str()).has(Role::AddsOneItem) =>
        {
            match call.arguments.args.first() {
                Some(element) => Part::Filled(Filling::Element(element)),
                None => Part::Unknown,
            }
        }
        _ => match use_of(around, name).0 {
            UseKind::Condition | UseKind::Comparison => Part::Looked,
            UseKind::Given(function) if function == "len" => Part::Looked,
            _ => Part::Unknown,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::work_in;
    use crate::testing::{function_of, parsed};
    use loopmend_core::Span;

    /// Returns the calls that `gather(...)` runs in a function with this body.
    fn work(body: &str) -> Option<Vec<String>> {
        let text = function_of(body);
        let start = text.find("gather(").expect("the text calls gather");
        let end = start + text[start..].find('\n').expect("the call ends its line");
        let work = work_in(&parsed(&text), Span::new(start as u32, end as u32))?;
        Some(work.into_iter().map(|span| text[span.as_range()].to_owned()).collect())
    }

    #[test]
    fn work_is_made_in_the_call_or_for_it() {
        for body in [
            "await gather(f())",
            "await gather(create_task(f()))",
            "await gather(*[f() for x in a])",
            "await gather([asyncio.create_task(f()) for x in a])",
            "x = [f() for y in a]\nawait gather(*x)",
            "x = []\nfor y in a:\n    x.append(f())\nif x and len(x) > 1:\n    await gather(*x)",
            "x: list = [create_task(f())]\nawait gather(x)",
            "x = []\nfor y in a:\n    z = create_task(f())\n    x.append(z)\nawait gather(*x)",
            "x = f()\nawait gather(*[x])",
        ] {
            assert_eq!(work(body), Some(vec!["f()".to_owned()]), "{body}");
        }
        assert_eq!(work("await gather(f(), g(1))"), Some(vec!["f()".to_owned(), "g(1)".to_owned()]));
    }

    #[test]
    fn what_others_see_is_not_made_for_the_call() {
        for body in [
            "await gather(a)",
            "await gather(*a)",
            "x = [f() for y in a]\nawait gather(*x)\nreturn x",
            "x = [f() for y in a]\nfor y in x: y.cancel()\nawait gather(*x)",
            "x = a\nawait gather(*x)",
            "x = create_task(y)\ny = create_task(x)\nawait gather(*[x])",
            "x = []\nfor y in a:\n    z = create_task(f())\n    z.cancel()\n    x.append(z)\nawait gather(*x)",
            "x = []\nfor y in a:\n    z = b = create_task(f())\n    x.append(z)\nawait gather(*x)",
            "x = []\nfor z in a:\n    x.append(z)\nawait gather(*x)",
            "x = []\nz = f()\nif y:\n    z = g()\nx.append(z)\nawait gather(*x)",
            "await gather(*map(f, a))",
            "try: pass\nfinally:\n    await gather(f())",
            "try: pass\nexcept a:\n    await gather(f())",
        ] {
            assert_eq!(work(body), None, "{body}");
        }
    }
}
