//! Finds the functions of a summary in the syntax tree that it was lowered from.

use loopmend_python::ast::visitor::{Visitor, walk_stmt};
use loopmend_python::ast::{Expr, Stmt, StmtFunctionDef};
use loopmend_python::stack::grow_stack_for_step;
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, span};
use rustc_hash::FxHashMap;

use super::{FunctionId, Summary};

/// Visits each function of a file with its definition, outer functions first.
pub fn each_function<'a>(
    summary: &Summary,
    tree: &'a SyntaxTree,
    see: impl FnMut(FunctionId, &'a StmtFunctionDef),
) {
    let functions = (0..).map(FunctionId).zip(&summary.functions).map(|(id, it)| (it.header.end, id));
    Definitions { functions: functions.collect(), see }.visit_body(&tree.module().body);
}

struct Definitions<F> {
    /// The functions by the end of their names.
    functions: FxHashMap<u32, FunctionId>,
    see: F,
}

impl<'a, F: FnMut(FunctionId, &'a StmtFunctionDef)> Visitor<'a> for Definitions<F> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::FunctionDef(definition) = statement
            && let Some(function) = self.functions.get(&span(definition.name.range()).end)
        {
            (self.see)(*function, definition);
        }
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}
