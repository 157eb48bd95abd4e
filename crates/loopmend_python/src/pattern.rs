//! Code that is compared as trees, whatever its layout is.

use ruff_python_ast::comparable::{ComparableExpr, ComparableStmt};
use ruff_python_ast::visitor::transformer::{Transformer, walk_expr};
use ruff_python_ast::{ExceptHandler, Expr, Stmt, Suite};
use ruff_python_parser::{parse_expression, parse_module};

/// Returns the statements of a code that is a part of loopmend; none if it is not valid.
pub fn statements(code: &str) -> Suite {
    parse_module(code).map(|parsed| parsed.into_syntax().body).unwrap_or_default()
}

/// Returns whether statements are the same code.
pub fn is_same(one: &[Stmt], other: &[Stmt]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| ComparableStmt::from(one) == ComparableStmt::from(other))
}

/// Returns whether two texts are valid and the same code.
pub fn is_same_code(one: &str, other: &str) -> bool {
    match (parse_module(one), parse_module(other)) {
        (Ok(one), Ok(other)) => is_same(&one.into_syntax().body, &other.into_syntax().body),
        _ => false,
    }
}

/// Renames names in statements.
pub fn rename(body: &mut [Stmt], names: &[(&str, &str)]) {
    let renames = |expression: &mut Expr| {
        if let Expr::Name(name) = expression
            && let Some((_, new)) = names.iter().find(|(old, _)| *old == name.id.as_str())
        {
            name.id = (*new).into();
        }
    };
    each_expression(body, &renames);
}

/// Returns whether a statement is in a body, at any depth.
pub fn contains(body: &[Stmt], statement: &[Stmt]) -> bool {
    let mut body: Suite = body.iter().cloned().collect();
    let before = body.clone();
    replace_statements(&mut body, statement, &[]);
    !is_same(&body, &before)
}

/// Replaces each expression that is the same code as `code` by another one.
pub fn replace_expressions(body: &mut [Stmt], code: &str, instead: &str) {
    let (Ok(code), Ok(instead)) = (parse_expression(code), parse_expression(instead)) else { return };
    let replaces = |expression: &mut Expr| {
        if ComparableExpr::from(&*expression) == ComparableExpr::from(code.expr()) {
            *expression = instead.expr().clone();
        }
    };
    each_expression(body, &replaces);
}

/// Replaces each sequence of statements that is the same code as `code`, in all blocks.
pub fn replace_statements(body: &mut Suite, code: &[Stmt], instead: &[Stmt]) {
    let mut start = 0;
    while start + code.len() <= body.len() {
        if is_same(&body[start..start + code.len()], code) {
            let rest = body.split_off(start + code.len());
            body.truncate(start);
            body.extend(instead.iter().cloned().chain(rest));
            start += instead.len();
        } else {
            blocks(&mut body[start]).for_each(|block| replace_statements(block, code, instead));
            start += 1;
        }
    }
    body[start..].iter_mut().flat_map(blocks).for_each(|block| replace_statements(block, code, instead));
}

/// Returns the blocks of a compound statement that is no definition or `match`.
fn blocks(statement: &mut Stmt) -> impl Iterator<Item = &mut Suite> {
    let blocks: Vec<&mut Suite> = match statement {
        Stmt::If(it) => std::iter::once(&mut it.body)
            .chain(it.elif_else_clauses.iter_mut().map(|clause| &mut clause.body))
            .collect(),
        Stmt::For(it) => vec![&mut it.body, &mut it.orelse],
        Stmt::While(it) => vec![&mut it.body, &mut it.orelse],
        Stmt::With(it) => vec![&mut it.body],
        Stmt::Try(it) => {
            let handlers =
                it.handlers.iter_mut().map(|ExceptHandler::ExceptHandler(handler)| &mut handler.body);
            [&mut it.body].into_iter().chain(handlers).chain([&mut it.orelse, &mut it.finalbody]).collect()
        }
        _ => Vec::new(),
    };
    blocks.into_iter()
}

/// Calls `work` with each expression, the outer ones first.
fn each_expression(body: &mut [Stmt], work: &dyn Fn(&mut Expr)) {
    struct Each<'w>(&'w dyn Fn(&mut Expr));
    impl Transformer for Each<'_> {
        fn visit_expr(&self, expression: &mut Expr) {
            (self.0)(expression);
            walk_expr(self, expression);
        }
    }
    Each(work).visit_body(body);
}

#[cfg(test)]
mod tests {
    use super::{is_same, rename, replace_expressions, replace_statements, statements};

    #[test]
    fn statements_are_replaced_in_all_blocks() {
        let mut body =
            statements("try:\n  a.stop()\n  a.close()\nfinally:\n  x\n  a.stop()\n  a.close()\na.close()");
        rename(&mut body, &[("a", "LOOP")]);
        replace_statements(&mut body, &statements("LOOP.stop()\nLOOP.close()"), &statements("LOOP.close()"));
        let after = "try: LOOP.close()  # closed\nfinally:\n    x; LOOP.close()\nLOOP.close()";
        assert!(is_same(&body, &statements(after)));
    }

    #[test]
    fn a_replaced_expression_is_not_searched_again() {
        let mut body = statements("f(m.a(1), a)");
        replace_expressions(&mut body, "m.a", "a");
        assert!(is_same(&body, &statements("f(a(1), a)")));
    }
}
