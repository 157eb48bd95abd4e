//! The ranges of the parts of calls, functions and statements, for edits. Only a rule with a finding needs
//! them.

use loopmend_core::Span;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr, ExprCall, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

use super::fate::{Walk, function_with, makes_scope, nodes_around, range_of};
use crate::file::{Call, File};
use crate::infer::AwaitableSource;
use crate::summary::{SyntaxTree, last_name, span};

/// The parts of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallShape {
    /// The called expression.
    pub callee: Span,
    /// The positional arguments, in order.
    pub positional: Vec<Span>,
    /// The keyword arguments with their names; the name is empty for `**`.
    pub keywords: Vec<(String, Span)>,
    /// Whether the arguments include `*` or `**`.
    pub is_starred: bool,
}

/// The parts of a `lambda`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LambdaShape {
    /// Whether the `lambda` has parameters.
    pub has_parameters: bool,
    /// The body expression.
    pub body: Span,
}

/// The parts of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionShape {
    /// The whole function, including its decorators.
    pub whole: Span,
    /// The name of the function.
    pub name: Span,
    /// The parameters, each with its name.
    pub parameters: Vec<(String, Span)>,
    /// The decorators, without the `@`.
    pub decorators: Vec<Span>,
    /// The statements after the docstring.
    pub body: Vec<Span>,
}

/// The parts of a `for` loop with one statement, which a comprehension can express.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoopShape {
    /// The whole loop.
    pub whole: Span,
    /// What the loop binds.
    pub target: Span,
    /// The values of the loop.
    pub values: Span,
}

/// A coroutine that is run by `run_until_complete` at most once, where this is the only use of the event
/// loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SingleRun {
    /// The call of `run_until_complete`.
    pub run: Span,
    /// The coroutine.
    pub coroutine: Span,
}

impl File<'_> {
    /// Returns the parts of the call at a range.
    pub fn call_shape(&self, call: Span) -> Option<CallShape> {
        find(&self.tree_within(call.start), call, |node| node.as_expr_call().map(|call| shape_of_call(call)))
    }

    /// Returns the parts of the `lambda` at a range.
    pub fn lambda_shape(&self, lambda: Span) -> Option<LambdaShape> {
        find(&self.tree_within(lambda.start), lambda, |node| {
            let lambda = node.as_expr_lambda()?;
            Some(LambdaShape { has_parameters: lambda.parameters.is_some(), body: span(lambda.body.range()) })
        })
    }

    /// Returns the innermost statement around an expression.
    pub fn statement_around(&self, expression: Span) -> Option<Span> {
        let tree = self.tree_within(expression.start);
        let around = nodes_around(&tree, expression);
        around.iter().rev().find(|node| node.is_statement()).map(|node| span(node.range()))
    }

    /// Returns the `for` loop whose only statement this is, if its parts can stand in a comprehension.
    pub fn loop_of_statement(&self, statement: Span) -> Option<LoopShape> {
        let tree = self.tree_within(statement.start);
        let around = nodes_around(&tree, statement);
        let is_outer = |node: &&AnyNodeRef| node.is_statement() && node.range() != range_of(statement);
        let AnyNodeRef::StmtFor(it) = around.iter().rev().find(is_outer)? else { return None };
        let is_only = matches!(it.body.as_slice(), [only] if only.range() == range_of(statement));
        let is_plain = match &*it.iter {
            Expr::Tuple(tuple) => tuple.parenthesized,
            values => {
                values.is_name_expr()
                    || values.is_attribute_expr()
                    || values.is_call_expr()
                    || values.is_list_expr()
            }
        };
        (is_only && is_plain && !it.is_async && it.orelse.is_empty()).then(|| LoopShape {
            whole: span(it.range()),
            target: span(it.target.range()),
            values: span(it.iter.range()),
        })
    }

    /// Returns the call whose only argument is this expression.
    pub fn call_of_argument(&self, argument: Span) -> Option<CallShapeAt> {
        let tree = self.tree_within(argument.start);
        let around = nodes_around(&tree, argument);
        let [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(arguments)] = around.as_slice() else {
            return None;
        };
        let is_only = arguments.keywords.is_empty()
            && matches!(&*arguments.args, [only] if only.range() == range_of(argument));
        is_only.then(|| CallShapeAt { call: span(call.range()), shape: shape_of_call(call) })
    }

    /// Returns the function whose header ends at a place.
    pub fn function_shape(&self, header: Span) -> Option<FunctionShape> {
        function_with(self.tree(), header).map(shape_of_function)
    }

    /// Returns the number of statements in the class that directly contains the function with this header;
    /// `None` outside of classes.
    pub fn statements_of_class_with(&self, header: Span) -> Option<usize> {
        let is_it = |statement: &Stmt| {
            statement.as_function_def_stmt().is_some_and(|it| it.name.end().to_u32() == header.end)
        };
        let mut found = None;
        let mut walk = Walk::new(|_, node| {
            let class = node.as_stmt_class_def().filter(|class| class.body.iter().any(is_it));
            found = found.or(class.map(|class| class.body.len()));
            if found.is_none() { TraversalSignal::Traverse } else { TraversalSignal::Skip }
        });
        walk.visit_body(&self.tree().module().body);
        found
    }

    /// Returns the innermost function around an expression.
    pub fn function_shape_around(&self, expression: Span) -> Option<FunctionShape> {
        let around = nodes_around(self.tree(), expression);
        let function = around.iter().rev().find_map(|node| node.as_stmt_function_def())?;
        Some(shape_of_function(function))
    }

    /// Returns the list or list comprehension that the call is an element of, if all its elements are
    /// coroutines of an `async def`.
    pub fn list_of_coroutines(&mut self, call: &Call) -> Option<Span> {
        let tree = self.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let (list, elements) = match around.last()? {
            AnyNodeRef::ExprList(list) => (list.range(), list.elts.iter().map(Ranged::range).collect()),
            AnyNodeRef::ExprListComp(list) => (list.range(), vec![list.elt.range()]),
            _ => return None,
        };
        let list = span(list);
        let elements: Vec<TextRange> = elements;
        elements.into_iter().all(|element| self.is_coroutine_at(span(element))).then_some(list)
    }

    fn is_coroutine_at(&mut self, place: Span) -> bool {
        let coroutine = self.call_at(place).and_then(|call| self.coroutine_used(&call));
        coroutine.is_some_and(|coroutine| coroutine.source == AwaitableSource::Definition)
    }

    /// Returns the generator expression whose element is the call.
    pub fn generator_of(&self, call: Span) -> Option<Span> {
        let tree = self.tree_within(call.start);
        let around = nodes_around(&tree, call);
        match around.last()? {
            AnyNodeRef::ExprGenerator(generator) if generator.elt.range() == range_of(call) => {
                let comprehensions = around.iter().filter(|node| is_comprehension(**node)).count();
                (comprehensions == 1).then(|| span(generator.range()))
            }
            _ => None,
        }
    }

    /// Returns the statement that binds the value of a call to one name, with the single coroutine that the
    /// event loop of that name runs. Returns `None` if the loop has any other use.
    pub fn single_run_of(&mut self, call: &Call) -> Option<(Span, SingleRun)> {
        let (statement, run) = {
            let around = nodes_around(self.tree(), call.span);
            let [.., AnyNodeRef::StmtAssign(assign)] = around.as_slice() else { return None };
            let [Expr::Name(name)] = assign.targets.as_slice() else { return None };
            let scope = around.iter().rev().find_map(|node| node.as_stmt_function_def());
            let body = scope.map_or(self.tree().module().body.as_slice(), |function| &function.body);
            (span(assign.range()), single_run(body, name.id.as_str(), Some(assign.range()))?)
        };
        self.runs_coroutine(run).map(|run| (statement, run))
    }

    /// Returns the single coroutine that runs on the event loop passed as this parameter, like
    /// [`File::single_run_of`].
    pub fn single_run_of_parameter(&mut self, header: Span, parameter: &str) -> Option<SingleRun> {
        let tree = self.tree_within(header.start);
        let run = single_run(&function_with(&tree, header)?.body, parameter, None)?;
        self.runs_coroutine(run)
    }

    fn runs_coroutine(&mut self, run: SingleRun) -> Option<SingleRun> {
        let call = self.call_at(run.coroutine)?;
        let module = self.module();
        let inference = self.inference_mut();
        let value = inference.expression(module, call.site.scope, call.site.expression);
        let (source, _) = inference.awaitable(value)?;
        (source == AwaitableSource::Definition).then_some(run)
    }

    /// Returns the occurrences of `pytest.mark.asyncio` in source order, each with the range of its
    /// argument list.
    pub fn asyncio_marks(&self) -> Vec<(Span, Option<Span>)> {
        let mut marks = Vec::new();
        let mut walk = Walk::new(|around, node| {
            if let AnyNodeRef::ExprAttribute(mark) = node
                && mark.attr.as_str() == "asyncio"
                && last_name(&mark.value) == Some("mark")
            {
                let arguments = match around.last() {
                    Some(AnyNodeRef::ExprCall(call)) if call.func.range() == mark.range() => {
                        Some(span(call.arguments.range()))
                    }
                    _ => None,
                };
                marks.push((span(mark.range()), arguments));
            }
            TraversalSignal::Traverse
        });
        walk.visit_body(&self.tree().module().body);
        marks
    }
}

/// A call with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallShapeAt {
    /// The range of the whole call.
    pub call: Span,
    /// The parts of the call.
    pub shape: CallShape,
}

fn is_comprehension(node: AnyNodeRef) -> bool {
    matches!(
        node,
        AnyNodeRef::ExprListComp(_)
            | AnyNodeRef::ExprSetComp(_)
            | AnyNodeRef::ExprDictComp(_)
            | AnyNodeRef::ExprGenerator(_)
            | AnyNodeRef::ExprLambda(_)
    )
}

fn find<R>(tree: &SyntaxTree, place: Span, look: impl Fn(AnyNodeRef) -> Option<R>) -> Option<R> {
    let range = range_of(place);
    let mut found = None;
    let mut walk = Walk::towards(range, |_, node| {
        if found.is_some() || !node.range().contains_range(range) {
            return TraversalSignal::Skip;
        }
        if node.range() == range {
            found = look(node);
        }
        TraversalSignal::Traverse
    });
    walk.visit_body(&tree.module().body);
    found
}

fn shape_of_call(call: &ExprCall) -> CallShape {
    let keywords = call.arguments.keywords.iter();
    CallShape {
        callee: span(call.func.range()),
        positional: call.arguments.args.iter().map(|argument| span(argument.range())).collect(),
        keywords: keywords
            .clone()
            .map(|keyword| {
                let name = keyword.arg.as_ref().map(ToString::to_string).unwrap_or_default();
                (name, span(keyword.range()))
            })
            .collect(),
        is_starred: call.arguments.args.iter().any(Expr::is_starred_expr)
            || keywords.clone().any(|keyword| keyword.arg.is_none()),
    }
}

fn shape_of_function(function: &StmtFunctionDef) -> FunctionShape {
    let parameters = function.parameters.iter();
    let is_documentation =
        |statement: &&Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    FunctionShape {
        whole: span(function.range),
        name: span(function.name.range()),
        parameters: parameters.map(|it| (it.name().to_string(), span(it.range()))).collect(),
        decorators: function.decorator_list.iter().map(|it| span(it.expression.range())).collect(),
        body: function.body.iter().skip_while(is_documentation).map(|it| span(it.range())).collect(),
    }
}

/// Returns the call `NAME.run_until_complete(...)`, if the name occurs only there and where it is created.
/// The call must be reached at most once for each loop that is created or passed in.
fn single_run(body: &[Stmt], name: &str, made: Option<TextRange>) -> Option<SingleRun> {
    let times = 1 + usize::from(made.is_some());
    let mut count = 0;
    let mut run = None;
    let mut walk = Walk::new(|around, node| {
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
    walk.visit_body(body);
    run.filter(|_| count == times)
}

/// Returns whether the nodes around a place may reach it several times without creating a new value each
/// time.
fn is_repeated(around: &[AnyNodeRef], place: TextRange, made: Option<TextRange>) -> bool {
    let repeats = |node: &AnyNodeRef| match node {
        AnyNodeRef::StmtFor(repeated) => {
            repeated.body.iter().any(|statement| statement.range().contains_range(place))
        }
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
