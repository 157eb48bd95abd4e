//! Whether a plain function that waits for a future which it has made does so while an event loop runs, as its conditions say.

use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Stmt, StmtIf, StmtTry};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    SyntaxTree, function_around, is_in_block, makes_scope, nodes_around, range_of, span, walk_body,
};

use super::File;
use crate::engine::ModuleId;

/// Calls that raise where an event loop runs.
const STARTS: [&str; 2] = ["asyncio.run(", "run_until_complete("];

impl File<'_> {
    /// Whether the wait at a place of a module is left out where an event loop runs. The answer rests on the text of the module.
    pub(super) fn waits_without_loop_only(&mut self, module: ModuleId, call: Span) -> bool {
        self.inference_mut().rest_on_text(module);
        if module == self.module() {
            return waits_without_loop_only(&self.tree_within(call.start), self.text(), call);
        }
        let engine = self.engine();
        let text = File::new(engine, module).text().to_owned();
        engine.read_function_tree(module, call.start, |tree| waits_without_loop_only(tree, &text, call))
    }
}

fn waits_without_loop_only(tree: &SyntaxTree, text: &str, call: Span) -> bool {
    let around = nodes_around(tree, call);
    let Some(function) = function_around(&around) else { return true };
    let written = |range: TextRange| text.get(span(range).as_range()).unwrap_or_default();
    let start = around.iter().rposition(|node| makes_scope(*node)).map_or(0, |place| place + 1);
    let own = &around[start..];
    let is_in_branch = own.iter().enumerate().any(|(place, node)| match node {
        AnyNodeRef::StmtIf(statement) => is_in_branch_without_loop(statement, call, written),
        AnyNodeRef::ExceptHandlerExceptHandler(_) => {
            let tried = own[..place].iter().rev().find_map(|node| node.as_stmt_try());
            tried.is_none_or(|tried| !fails_in_loop(tried, written))
        }
        _ => false,
    });
    is_in_branch || is_left_before(&function.body, call, written)
}

/// Whether a branch with a call is taken only where no loop runs, `if not loop.is_running():`, or in some threads.
fn is_in_branch_without_loop<'t>(
    statement: &StmtIf,
    call: Span,
    written: impl Fn(TextRange) -> &'t str,
) -> bool {
    let test = written(statement.test.range());
    let is_in_body = is_in_block(&statement.body, range_of(call));
    test.contains("thread") || is_about_loop(test) && is_in_body == is_negative(test)
}

fn is_about_loop(test: &str) -> bool {
    Words::LoopQuestions.all().iter().any(|word| test.contains(word))
}

fn is_negative(test: &str) -> bool {
    test.starts_with("not ") || test.contains(" is None") || test.contains(" not in ")
}

/// Whether a `try` fails because a loop runs: it starts another one.
fn fails_in_loop<'t>(statement: &StmtTry, written: impl Fn(TextRange) -> &'t str) -> bool {
    let tried = statement.body.iter().map(|inner| written(inner.range()));
    tried.into_iter().any(|tried| STARTS.iter().any(|start| tried.contains(start)))
}

/// Whether a statement before a call may leave the function where a loop runs.
fn is_left_before<'t>(body: &[Stmt], call: Span, written: impl Fn(TextRange) -> &'t str) -> bool {
    let mut is_left = false;
    walk_body(body, |_, node| {
        if makes_scope(node) || node.range().start().to_u32() >= call.start {
            return TraversalSignal::Skip;
        }
        let is_before = node.range().end().to_u32() <= call.start;
        match node {
            AnyNodeRef::StmtIf(statement) if is_before => {
                let test = written(statement.test.range());
                let may_be_left = is_about_loop(test) && !is_negative(test) || test.contains("thread");
                is_left |= may_be_left && leaves(&statement.body);
            }
            AnyNodeRef::StmtTry(statement) if is_before => {
                let is_ask = statement.body.iter().any(|inner| is_about_loop(written(inner.range())));
                is_left |= is_ask && (leaves(&statement.body) || leaves(&statement.orelse));
            }
            _ => {}
        }
        TraversalSignal::Traverse
    });
    is_left
}

/// Whether a block ends the function.
fn leaves(block: &[Stmt]) -> bool {
    matches!(block.last(), Some(Stmt::Return(_) | Stmt::Raise(_)))
}
