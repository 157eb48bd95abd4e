//! Coroutines that run alone on an event loop, and lists of coroutines. Only a rule with a finding needs them.

use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, Stmt};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{function_with, is_in_block, makes_scope, nodes_around, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::infer::AwaitableSource;

/// A coroutine that is run by `run_until_complete` at most once, where this is the only use of the event
/// loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SingleRun {
    /// The call of `run_until_complete`.
    pub(crate) run: Span,
    /// The coroutine.
    pub(crate) coroutine: Span,
}

/// The maximum number of elements of a list that is gathered as a whole.
const MAX_ELEMENTS: usize = 100;

/// Returns the list or list comprehension that the call is an element of, if all its elements are
/// coroutines of an `async def`.
pub(crate) fn list_of_coroutines(file: &mut File, call: &Call) -> Option<Span> {
    let tree = file.tree_within(call.span.start);
    let around = nodes_around(&tree, call.span);
    let (list, elements) = match around.last()? {
        AnyNodeRef::ExprList(list) => (list.range(), list.elts.iter().map(Ranged::range).collect()),
        AnyNodeRef::ExprListComp(list) => (list.range(), vec![list.elt.range()]),
        _ => return None,
    };
    let list = span(list);
    let elements: Vec<TextRange> = elements;
    let is_short = elements.len() <= MAX_ELEMENTS;
    (is_short && elements.into_iter().all(|element| is_coroutine_at(file, span(element)))).then_some(list)
}

fn is_coroutine_at(file: &mut File, place: Span) -> bool {
    let coroutine = file.call_at(place).and_then(|call| file.coroutine_used(&call));
    coroutine.is_some_and(|coroutine| coroutine.source == AwaitableSource::Definition)
}

/// Returns the statement that binds the value of a call to one name, with the single coroutine that the
/// event loop of that name runs. Returns `None` if the loop has any other use.
pub(crate) fn single_run_of(file: &mut File, call: &Call) -> Option<(Span, SingleRun)> {
    let (statement, run) = {
        let around = nodes_around(file.tree(), call.span);
        let [.., AnyNodeRef::StmtAssign(assign)] = around.as_slice() else { return None };
        let [Expr::Name(name)] = assign.targets.as_slice() else { return None };
        let scope = around.iter().rev().find_map(|node| node.as_stmt_function_def());
        let body = scope.map_or(file.tree().module().body.as_slice(), |function| &function.body);
        (span(assign.range()), single_run(body, name.id.as_str(), Some(assign.range()))?)
    };
    runs_coroutine(file, run).map(|run| (statement, run))
}

/// Returns the single coroutine that runs on the event loop passed as this parameter, like
/// [`File::single_run_of`].
pub(crate) fn single_run_of_parameter(file: &mut File, header: Span, parameter: &str) -> Option<SingleRun> {
    let tree = file.tree_within(header.start);
    let run = single_run(&function_with(&tree, header)?.body, parameter, None)?;
    runs_coroutine(file, run)
}

fn runs_coroutine(file: &mut File, run: SingleRun) -> Option<SingleRun> {
    let call = file.call_at(run.coroutine)?;
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, call.site.scope, call.site.expression);
    let (source, _) = inference.awaitable(value)?;
    (source == AwaitableSource::Definition).then_some(run)
}

/// Returns the call `NAME.run_until_complete(...)`, if the name occurs only there and where it is created.
/// The call must be reached at most once for each loop that is created or passed in.
fn single_run(body: &[Stmt], name: &str, made: Option<TextRange>) -> Option<SingleRun> {
    let times = 1 + usize::from(made.is_some());
    let mut count = 0;
    let mut run = None;
    walk_body(body, |around, node| {
        match node {
            AnyNodeRef::ExprName(found) if found.id.as_str() == name => count += 1,
            AnyNodeRef::Parameter(found) if found.name.as_str() == name => count += times + 1,
            AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => count += times + 1,
            AnyNodeRef::ExprCall(call) if !is_repeated(around, call.range(), made) => {
                run = run.or_else(|| run_of(call, name));
            }
            _ => {}
        }
        TraversalSignal::Traverse
    });
    run.filter(|_| count == times)
}

/// Returns whether the nodes around a place may reach it several times without creating a new value each
/// time.
fn is_repeated(around: &[AnyNodeRef], place: TextRange, made: Option<TextRange>) -> bool {
    let repeats = |node: &AnyNodeRef| match node {
        AnyNodeRef::StmtFor(repeated) => is_in_block(&repeated.body, place),
        AnyNodeRef::StmtWhile(_) => true,
        node => makes_scope(*node),
    };
    let is_around_both = |node: &&AnyNodeRef| made.is_some_and(|made| node.range().contains_range(made));
    around.iter().filter(|node| !is_around_both(node)).any(repeats)
}

fn run_of(call: &ExprCall, name: &str) -> Option<SingleRun> {
    let Expr::Attribute(method) = &*call.func else { return None };
    let Expr::Name(value) = &*method.value else { return None };
    let is_run = value.id.as_str() == name && method.attr.as_str() == "run_until_complete";
    let [coroutine] = &*call.arguments.args else { return None };
    let is_plain = call.arguments.keywords.is_empty() && coroutine.is_call_expr();
    (is_run && is_plain).then(|| SingleRun { run: span(call.range()), coroutine: span(coroutine.range()) })
}
