//! Decorators whose plain wrapper ends before the coroutine of the decorated function runs.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Place, Span};
use loopmend_flow::{Compound, Form, FunctionFlow, Step, StepKind, Used};
use loopmend_index::summary::{ExpressionId, Function};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, ExprCall, Stmt, StmtFunctionDef};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, function_with, last_name, makes_scope, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::infer::{FunctionRef, Location, Type};
use rustc_hash::FxHashMap;

/// A decorator of an `async def` whose wrapper is a plain function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyncWrapper {
    /// The decorator, without the `@`.
    pub(crate) decorator: Span,
    /// The name of the decorator, as it is written.
    pub(crate) written: Span,
    /// The name of the decorated function.
    pub(crate) function: String,
    /// The qualified name of the decorated function.
    pub(crate) symbol: String,
    /// The name of the wrapper.
    pub(crate) wrapper: String,
    /// The definition of the decorator, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// The statement that ends too early.
    pub(crate) left: LeftEarly,
}

/// The wrappers of decorators, without and with arguments.
type Wrappers = FxHashMap<(FunctionRef, bool), Option<(String, LeftEarly)>>;

/// The statement of a wrapper that ends before the coroutine runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeftEarly {
    /// A `try` with handlers, which never see the exceptions of the coroutine.
    Try,
    /// A `with`, which is left before the coroutine runs.
    With,
    /// A measurement of time, which is over before the coroutine runs.
    Clock,
}

/// Returns the decorators of `async def` functions whose plain wrapper calls the function in a `try` or `with` and returns the
/// coroutine out of it, in source order.
pub(crate) fn sync_wrappers(file: &mut File) -> Vec<SyncWrapper> {
    let summary = file.summary();
    let is_decorated = |function: &&Function| function.is_async && function.decorators.len > 0;
    let mut wrappers = Wrappers::default();
    let decorated = summary.functions.iter().filter(is_decorated);
    decorated.filter_map(|function| sync_wrapper_on(file, function, &mut wrappers)).collect()
}

/// Returns the lowest decorator that changes the function, if its wrapper ends too early. What is above it gets another function.
fn sync_wrapper_on(file: &mut File, function: &Function, wrappers: &mut Wrappers) -> Option<SyncWrapper> {
    let (module, summary) = (file.module(), file.summary());
    let at = Location::in_scope(module, summary.scope_around(function.scope));
    let mut decorators = summary.list(function.decorators).iter().rev();
    let lowest = decorators.find(|decorator| !file.inference_mut().keeps_decorated(at, **decorator))?;
    sync_wrapper(file, function, *lowest, wrappers)
}

fn sync_wrapper(
    file: &mut File,
    function: &Function,
    decorator: ExpressionId,
    wrappers: &mut Wrappers,
) -> Option<SyncWrapper> {
    let (module, summary) = (file.module(), file.summary());
    let is_factory = summary.call(decorator).is_some();
    let written = summary.callee_or_itself(decorator);
    let around = summary.scope_around(function.scope);
    let Type::Function(callee) = file.inference_mut().expression(module, around, written) else {
        return None;
    };
    let made_by = file.inference_mut().function_of(callee);
    if !file.engine().is_mutable(made_by.module) {
        return None;
    }
    let known = wrappers.entry((made_by, is_factory));
    let (wrapper, left) = known.or_insert_with(|| wrapper_of(file, made_by, is_factory)).clone()?;
    if left == LeftEarly::Try && handles_all_itself(file, function) {
        return None;
    }
    Some(SyncWrapper {
        decorator: summary.span(decorator),
        written: summary.span(written),
        symbol: summary.qualified_name(function.scope),
        function: summary.name(function.name).to_owned(),
        wrapper,
        definition: file.place_of_function(made_by),
        left,
    })
}

/// Returns whether a function handles all exceptions itself, so that none reaches the handlers of a wrapper.
fn handles_all_itself(file: &File, function: &Function) -> bool {
    let tree = file.tree_within(function.header.start);
    function_with(&tree, function.header).is_some_and(|function| handles_all(&function.body))
}

/// Returns whether a body is one `try` with a handler of all exceptions, and no handler raises. Statements around it may be literals.
fn handles_all(body: &[Stmt]) -> bool {
    let mut tried = body.iter().filter(|statement| !raises_nothing(statement));
    let (Some(Stmt::Try(tried)), None) = (tried.next(), tried.next()) else { return false };
    let handlers = || tried.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| handler);
    let is_broad = |class: &Expr| named(last_name(class)).has(Role::BroadException);
    let catches_all = handlers().any(|handler| match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.elts.iter().any(is_broad),
        Some(one) => is_broad(one),
        None => true,
    });
    let mut raises = false;
    for handler in handlers() {
        walk_body(&handler.body, |_, node| {
            raises |= matches!(node, AnyNodeRef::StmtRaise(_));
            if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
    }
    catches_all && !raises && tried.orelse.iter().chain(&tried.finalbody).all(raises_nothing)
}

/// Returns whether a statement only has literals and names: a docstring, `result = None`, `return result`.
fn raises_nothing(statement: &Stmt) -> bool {
    let is_plain = |value: &Expr| value.is_literal_expr() || value.is_name_expr();
    match statement {
        Stmt::Expr(statement) => statement.value.is_literal_expr(),
        Stmt::Assign(assign) => assign.targets.iter().all(Expr::is_name_expr) && is_plain(&assign.value),
        Stmt::Return(statement) => statement.value.as_deref().is_none_or(is_plain),
        Stmt::Pass(_) => true,
        _ => false,
    }
}

fn wrapper_of(file: &mut File, decorator: FunctionRef, is_factory: bool) -> Option<(String, LeftEarly)> {
    let FunctionRef { module, function } = decorator;
    let summary = file.engine().summary(module);
    let definition = summary.function(function);
    if !summary.has_inner_functions(function)
        || definition.is_async
        || definition.asks_if_async
        || definition.decorators.len > 0
    {
        return None;
    }
    file.inference_mut().rest_on_text(module);
    let header = definition.header;
    let read = |tree: &SyntaxTree| early_wrapper(function_with(tree, header)?, is_factory);
    if module == file.module() {
        return read(&file.tree_within(header.start));
    }
    file.engine().read_function_tree(module, header.start, read)
}

/// Returns the name of the wrapper that a decorator makes, and what ends too early there.
fn early_wrapper(decorator: &StmtFunctionDef, is_factory: bool) -> Option<(String, LeftEarly)> {
    if knows_async(decorator) {
        return None;
    }
    let decorator = if is_factory { returned_function(decorator)? } else { decorator };
    let parameter = decorator.parameters.iter().next()?.name().as_str();
    let wrapper = returned_function(decorator)?;
    let left = left_early(&FunctionFlow::of(wrapper), parameter)?;
    Some((wrapper.name.to_string(), left))
}

/// Returns whether a decorator has a name or statement that tells of asynchronous functions.
fn knows_async(decorator: &StmtFunctionDef) -> bool {
    let mut knows = false;
    let sounds = |name: &str| {
        let name = name.to_ascii_lowercase();
        Words::AsyncWords.all().iter().any(|word| name.contains(word))
    };
    walk_body(&decorator.body, |_, node| {
        knows |= match node {
            AnyNodeRef::StmtFunctionDef(function) => function.is_async || sounds(&function.name),
            AnyNodeRef::ExprName(name) => sounds(&name.id),
            AnyNodeRef::ExprAttribute(attribute) => sounds(&attribute.attr),
            AnyNodeRef::ExprYield(_) | AnyNodeRef::ExprYieldFrom(_) => true,
            _ => false,
        };
        TraversalSignal::Traverse
    });
    knows
}

/// Returns the only inner function of a function, if its last statement returns that function.
fn returned_function(function: &StmtFunctionDef) -> Option<&StmtFunctionDef> {
    let mut inner = function.body.iter().filter_map(Stmt::as_function_def_stmt);
    let (only, others) = (inner.next()?, inner.next());
    let returned = function.body.last()?.as_return_stmt()?.value.as_deref()?.as_name_expr()?;
    (others.is_none() && returned.id == only.name.id && !only.is_async).then_some(only)
}

/// Returns what a wrapper ends before the coroutine of the function runs, if all calls of the function are returned out of it.
fn left_early(flow: &FunctionFlow, function: &str) -> Option<LeftEarly> {
    let mut left = None;
    for step in flow.steps() {
        let StepKind::Call(call, used) = step.kind else {
            if is_other_use(step, function) {
                return None;
            }
            continue;
        };
        if !calls(call, function) {
            continue;
        }
        if !is_returned_at_once(flow, call.range(), used) {
            return None;
        }
        left = left.or(flow.around(step.block).find_map(|(compound, inside)| ends(compound, inside)));
    }
    left.or_else(|| reads_clock_around(flow, function).then_some(LeftEarly::Clock))
}

/// Returns whether a wrapper reads a clock both before and after it calls the function.
fn reads_clock_around(flow: &FunctionFlow, function: &str) -> bool {
    let called: Vec<u32> = flow
        .steps()
        .filter(|step| matches!(step.kind, StepKind::Call(call, _) if calls(call, function)))
        .map(|step| step.id)
        .collect();
    let (Some(first), Some(last)) = (called.first(), called.last()) else { return false };
    let reads: Vec<u32> = flow
        .steps()
        .filter(|step| matches!(step.kind, StepKind::Call(call, _) if named(last_name(&call.func)).has(Role::ReadsClock)))
        .map(|step| step.id)
        .collect();
    reads.iter().any(|read| read < first) && reads.iter().any(|read| read > last)
}

fn calls(call: &ExprCall, function: &str) -> bool {
    matches!(&*call.func, Expr::Name(name) if name.id == function)
}

/// Returns whether a step uses the function other than by calling it.
fn is_other_use(step: &Step, function: &str) -> bool {
    let StepKind::Read(Expr::Name(name), used) = step.kind else { return false };
    name.id == function && !matches!(used, Used::Callee | Used::Attribute(_))
}

/// Returns whether a value is returned, at once or by a name that nothing else uses.
fn is_returned_at_once(flow: &FunctionFlow, value: TextRange, used: Used) -> bool {
    if used != Used::Otherwise {
        return false;
    }
    let returned = |name: &Expr| {
        flow.steps().any(|step| match step.kind {
            StepKind::Jump(Stmt::Return(statement)) => statement.value.as_deref() == Some(name),
            _ => false,
        })
    };
    flow.steps().any(|step| match step.kind {
        StepKind::Jump(Stmt::Return(statement)) => {
            statement.value.as_deref().is_some_and(|result| result.range() == value)
        }
        StepKind::Bind(bind) => {
            let is_bound = bind.value.is_some_and(|bound| bound.range() == value);
            let mut names = bind.target.names().into_iter();
            is_bound
                && names.next().is_some_and(|name| {
                    let mut reads = flow.steps().filter_map(|step| match step.kind {
                        StepKind::Read(read @ Expr::Name(it), used) if it.id == name => Some((read, used)),
                        _ => None,
                    });
                    reads.all(|(read, used)| used == Used::Otherwise && returned(read))
                })
        }
        _ => false,
    })
}

/// Returns whether a compound ends with one of its blocks: a `try` whose handlers do something, or a `with`.
fn ends(compound: &Compound, inside: loopmend_flow::BlockId) -> Option<LeftEarly> {
    match &compound.form {
        Form::Try { body, .. } if *body == inside && handles_more(compound) => Some(LeftEarly::Try),
        Form::With { .. } => Some(LeftEarly::With),
        _ => None,
    }
}

/// Returns whether a `try` handles more than the `TypeError` of a call with wrong arguments, which the call itself raises.
fn handles_more(compound: &Compound) -> bool {
    let AnyNodeRef::StmtTry(statement) = compound.node else { return false };
    statement.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
        let caught = handler.type_.as_deref();
        caught.is_none_or(|caught| last_name(caught) != Some("TypeError"))
    })
}

#[cfg(test)]
mod tests {
    use super::{LeftEarly, early_wrapper};
    use loopmend_core::{SourceKind, SourceText};
    use loopmend_python::SyntaxTree;

    fn left(wrapper: &str) -> Option<LeftEarly> {
        let body = wrapper.replace('\n', "\n        ");
        let text = format!("def decorate(f):\n    def inner(*args):\n        {body}\n    return inner\n");
        let tree = SyntaxTree::parse(&SourceText::new(&text, SourceKind::Python));
        let decorator = tree.module().body[0].as_function_def_stmt().expect("the text defines a function");
        early_wrapper(decorator, false).map(|(_, left)| left)
    }

    #[test]
    fn a_coroutine_leaves_a_try_or_with() {
        assert_eq!(left("try:\n    return f(*args)\nexcept OSError:\n    return None"), Some(LeftEarly::Try));
        assert_eq!(left("with lock:\n    return f(*args)"), Some(LeftEarly::With));
        assert_eq!(left("with lock:\n    result = f(*args)\nreturn result"), Some(LeftEarly::With));
        assert_eq!(
            left("for a in b:\n    try:\n        return f(*args)\n    except OSError: pass"),
            Some(LeftEarly::Try)
        );
    }

    #[test]
    fn a_measurement_ends_before_the_coroutine_runs() {
        let measures =
            "start = perf_counter()\nresult = f(*args)\nprint(perf_counter() - start)\nreturn result";
        assert_eq!(left(measures), Some(LeftEarly::Clock));
        assert_eq!(left("start = perf_counter()\nprint(perf_counter() - start)\nreturn f(*args)"), None);
    }

    #[test]
    fn other_wrappers_are_left() {
        for wrapper in [
            "return f(*args)",
            "try:\n    check()\nexcept OSError: pass\nreturn f(*args)",
            "try:\n    return f(*args)\nfinally:\n    done()",
            "with lock:\n    result = f(*args)\n    return run(result)",
            "with lock:\n    return run(f(*args))",
            "with lock:\n    return run(f, *args)",
            "if iscoroutinefunction(f):\n    return f(*args)\nwith lock:\n    return f(*args)",
            "with lock:\n    yield f(*args)",
            "try:\n    return f(*args)\nexcept TypeError:\n    raise ValueError",
        ] {
            assert_eq!(left(wrapper), None, "{wrapper}");
        }
    }
}
