//! Every `await` of a file, classified by how its value is used.
//!
//! Only measurements use this module. Measuring the detection of a forgotten `await` needs a list of the
//! ones that code as it is written does not forget.

use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::{
    SourceOrderVisitor, walk_comprehension, walk_except_handler, walk_expr, walk_interpolated_string_element,
    walk_match_case, walk_pattern, walk_stmt,
};
use loopmend_python::ast::{
    Comprehension, ElifElseClause, ExceptHandler, Expr, ExprList, ExprTuple, InterpolatedStringElement,
    MatchCase, Pattern, Stmt,
};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{SyntaxTree, span};

use crate::file::File;
use crate::stack::grow_stack;

/// How the value of an `await` is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AwaitKind {
    /// Discarded: the `await` is the whole statement.
    Statement,
    /// Tested or compared: the test of `if`, `while`, `assert` or a filter, or an operand of `not`, `and`,
    /// `or` or a comparison.
    Condition,
    /// Bound by an assignment `name = await ...`. The assignment may be annotated, and may target an
    /// attribute, an element or several names.
    Assignment,
    /// Returned.
    Return,
    /// Any other use: an argument, an operand, or the iterable of a loop.
    #[default]
    Other,
}

/// An `await` expression. All positions are byte offsets in the decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitExpression {
    /// The offset of the keyword `await`.
    pub start: u32,
    /// The operand of `await`, without enclosing parentheses.
    pub value: Span,
    /// Whether the operand is a call.
    pub is_call: bool,
    /// The enclosing statement; for a compound statement, its header.
    pub statement: Span,
    /// How the value is used.
    pub kind: AwaitKind,
    /// The targets that the value, or an element of it, is assigned to, as written: `name`, `self.name`.
    pub targets: Vec<String>,
}

impl File<'_> {
    /// Returns all `await` expressions in source order, including those in unreachable code. For a file
    /// with syntax errors, returns the ones that the parser recovered.
    pub fn awaits(&self) -> Vec<AwaitExpression> {
        awaits_of(self.tree(), self.text())
    }
}

fn awaits_of(tree: &SyntaxTree, text: &str) -> Vec<AwaitExpression> {
    let mut collector =
        Collector { text, statement: Span::empty(0), next: Use::default(), found: Vec::new() };
    for statement in &tree.module().body {
        collector.visit_stmt(statement);
    }
    let mut found = collector.found;
    found.sort_by_key(|site| site.start);
    found
}

/// How an expression is used.
#[derive(Clone, Debug, Default)]
struct Use {
    kind: AwaitKind,
    targets: Vec<String>,
}

impl Use {
    fn of(kind: AwaitKind) -> Self {
        Self { kind, targets: Vec::new() }
    }
}

struct Collector<'t> {
    text: &'t str,
    /// The innermost statement being visited; for a compound statement, its header.
    statement: Span,
    /// The use of the expression that is visited next.
    next: Use,
    found: Vec<AwaitExpression>,
}

impl Collector<'_> {
    fn visit_used(&mut self, expression: &Expr, used: Use) {
        self.next = used;
        self.visit_expr(expression);
    }

    fn visit_condition(&mut self, expression: &Expr) {
        self.visit_used(expression, Use::of(AwaitKind::Condition));
    }

    /// Visits a value that is bound to targets. In `a, b = await f(), await g()`, each element is bound to
    /// its own target.
    fn visit_bound(&mut self, value: &Expr, targets: &[Expr]) {
        if let (Expr::Tuple(values), [Expr::Tuple(names)]) = (value, targets)
            && values.elts.len() == names.elts.len()
            && !names.elts.iter().chain(&values.elts).any(Expr::is_starred_expr)
        {
            for (value, name) in values.elts.iter().zip(&names.elts) {
                grow_stack(|| self.visit_bound(value, std::slice::from_ref(name)));
            }
            return;
        }
        let targets = self.names(targets);
        self.visit_used(value, Use { kind: AwaitKind::Assignment, targets });
    }

    fn names(&self, targets: &[Expr]) -> Vec<String> {
        let mut names = Vec::new();
        targets.iter().for_each(|target| self.add_names(target, &mut names));
        names
    }

    fn add_names(&self, target: &Expr, names: &mut Vec<String>) {
        match target {
            Expr::Tuple(ExprTuple { elts, .. }) | Expr::List(ExprList { elts, .. }) => {
                elts.iter().for_each(|target| grow_stack(|| self.add_names(target, names)));
            }
            Expr::Starred(starred) => grow_stack(|| self.add_names(&starred.value, names)),
            _ => names.extend(self.text.get(span(target.range()).as_range()).map(str::to_owned)),
        }
    }

    fn add(&mut self, start: TextSize, value: &Expr, used: Use) {
        self.found.push(AwaitExpression {
            start: start.to_u32(),
            value: span(value.range()),
            is_call: value.is_call_expr(),
            statement: self.statement,
            kind: used.kind,
            targets: used.targets,
        });
    }

    fn visit_statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Expr(expression) => {
                self.visit_used(&expression.value, Use::of(AwaitKind::Statement));
            }
            Stmt::Return(stated) => {
                if let Some(value) = &stated.value {
                    self.visit_used(value, Use::of(AwaitKind::Return));
                }
            }
            Stmt::Assign(assignment) => {
                assignment.targets.iter().for_each(|target| self.visit_expr(target));
                self.visit_bound(&assignment.value, &assignment.targets);
            }
            Stmt::AnnAssign(assignment) => {
                self.visit_expr(&assignment.target);
                if let Some(value) = &assignment.value {
                    self.visit_bound(value, std::slice::from_ref(&assignment.target));
                }
            }
            Stmt::AugAssign(assignment) => {
                self.visit_expr(&assignment.target);
                self.visit_bound(&assignment.value, std::slice::from_ref(&assignment.target));
            }
            Stmt::Assert(assertion) => {
                self.visit_condition(&assertion.test);
                assertion.msg.iter().for_each(|message| self.visit_expr(message));
            }
            Stmt::If(branch) => {
                self.visit_condition(&branch.test);
                branch.body.iter().for_each(|inner| self.visit_stmt(inner));
                branch.elif_else_clauses.iter().for_each(|clause| self.visit_elif_else_clause(clause));
            }
            Stmt::While(repeated) => {
                self.visit_condition(&repeated.test);
                repeated.body.iter().chain(&repeated.orelse).for_each(|inner| self.visit_stmt(inner));
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expression(&mut self, expression: &Expr, used: Use) {
        match expression {
            Expr::Await(awaited) => {
                self.add(awaited.range.start(), &awaited.value, used);
                self.visit_expr(&awaited.value);
            }
            Expr::BoolOp(operation) => {
                operation.values.iter().for_each(|operand| self.visit_condition(operand));
            }
            Expr::Compare(comparison) => {
                self.visit_condition(&comparison.left);
                comparison.comparators.iter().for_each(|operand| self.visit_condition(operand));
            }
            Expr::UnaryOp(operation) if operation.op == loopmend_python::ast::UnaryOp::Not => {
                self.visit_condition(&operation.operand);
            }
            Expr::If(choice) => {
                self.visit_used(&choice.body, used.clone());
                self.visit_condition(&choice.test);
                self.visit_used(&choice.orelse, used);
            }
            Expr::Named(named) => {
                self.visit_bound(&named.value, std::slice::from_ref(&named.target));
            }
            _ => walk_expr(self, expression),
        }
    }

    /// Runs `visit` with `statement` as the enclosing statement.
    fn within(&mut self, statement: Span, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.statement, statement);
        visit(self);
        self.statement = outer;
    }
}

impl<'a> SourceOrderVisitor<'a> for Collector<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let head = head_of(statement);
        self.next = Use::default();
        grow_stack(|| {
            self.within(head, |collector| collector.visit_statement(statement));
        });
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let used = std::mem::take(&mut self.next);
        grow_stack(|| self.visit_expression(expression, used));
    }

    fn visit_elif_else_clause(&mut self, clause: &'a ElifElseClause) {
        if let Some(test) = &clause.test {
            let head = span(TextRange::new(clause.range.start(), test.range().end()));
            self.within(head, |collector| collector.visit_condition(test));
        }
        clause.body.iter().for_each(|inner| self.visit_stmt(inner));
    }

    fn visit_match_case(&mut self, case: &'a MatchCase) {
        match &case.guard {
            Some(guard) => {
                let head = span(TextRange::new(case.range.start(), guard.range().end()));
                self.within(head, |collector| collector.visit_condition(guard));
                self.visit_pattern(&case.pattern);
                case.body.iter().for_each(|inner| self.visit_stmt(inner));
            }
            None => walk_match_case(self, case),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        let end = inner.body.first().map_or(inner.range.end(), |first| first.range().start());
        let head = span(TextRange::new(inner.range.start(), end));
        self.within(head, |collector| walk_except_handler(collector, handler));
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        if comprehension.ifs.is_empty() {
            return walk_comprehension(self, comprehension);
        }
        self.visit_expr(&comprehension.target);
        self.visit_expr(&comprehension.iter);
        comprehension.ifs.iter().for_each(|filter| self.visit_condition(filter));
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        grow_stack(|| walk_interpolated_string_element(self, element));
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        grow_stack(|| walk_pattern(self, pattern));
    }
}

/// Returns the range of a statement without its body.
fn head_of(statement: &Stmt) -> Span {
    let end = match statement {
        Stmt::If(branch) => branch.test.range().end(),
        Stmt::While(repeated) => repeated.test.range().end(),
        Stmt::For(repeated) => repeated.iter.range().end(),
        Stmt::Match(choice) => choice.subject.range().end(),
        Stmt::With(entered) => entered.items.last().map_or(statement.range().end(), |item| item.range.end()),
        Stmt::FunctionDef(function) => start_of_body(&function.body, statement),
        Stmt::ClassDef(class) => start_of_body(&class.body, statement),
        Stmt::Try(tried) => start_of_body(&tried.body, statement),
        _ => statement.range().end(),
    };
    span(TextRange::new(statement.range().start(), end))
}

fn start_of_body(body: &[Stmt], statement: &Stmt) -> TextSize {
    body.first().map_or(statement.range().end(), |first| first.range().start())
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};

    use super::{AwaitKind, awaits_of};
    use loopmend_python::SyntaxTree;

    /// Returns for each `await`, in source order: its kind, its operand, its statement and its targets.
    fn read(body: &str) -> Vec<(AwaitKind, String, String, Vec<String>)> {
        let text = format!("async def main():\n    {}\n", body.replace('\n', "\n    "));
        let source = SourceText::new(text.as_str(), SourceKind::Python);
        let slice = |span: loopmend_core::Span| text[span.as_range()].to_owned();
        let found = awaits_of(&SyntaxTree::parse(&source), &text);
        for site in &found {
            assert!(text[site.start as usize..].starts_with("await"));
            assert_eq!(site.is_call, slice(site.value).ends_with(')'), "{}", slice(site.value));
        }
        found
            .into_iter()
            .map(|site| (site.kind, slice(site.value), slice(site.statement), site.targets))
            .collect()
    }

    fn kinds(body: &str) -> Vec<AwaitKind> {
        read(body).into_iter().map(|(kind, ..)| kind).collect()
    }

    #[test]
    fn an_await_is_a_statement_only_if_it_is_all_of_it() {
        assert_eq!(kinds("await f()"), [AwaitKind::Statement]);
        assert_eq!(kinds("(await f())"), [AwaitKind::Statement]);
        assert_eq!(kinds("(await f()).close()"), [AwaitKind::Other]);
        assert_eq!(kinds("await f(await g)"), [AwaitKind::Statement, AwaitKind::Other]);
        assert_eq!(kinds("await f() if a else await g()"), [AwaitKind::Statement; 2]);
    }

    #[test]
    fn conditions_are_tests_and_operands() {
        let bodies = [
            "if await f(): pass",
            "while await f(): pass",
            "assert await f(), 'words'",
            "x = not await f()",
            "x = a and await f()",
            "return await f() == 1",
            "return 1 if await f() else 2",
            "return [x for x in y if await f(x)]",
            "match x:\n    case 1 if await f(): pass",
            "if a: pass\nelif await f(): pass",
        ];
        for body in bodies {
            assert_eq!(kinds(body), [AwaitKind::Condition], "{body}");
        }
    }

    #[test]
    fn assignments_name_their_targets() {
        let targets = |body: &str| -> Vec<_> {
            read(body).into_iter().map(|(kind, _, _, targets)| (kind, targets.join(" "))).collect()
        };
        let bound = |names: &str| (AwaitKind::Assignment, names.to_owned());
        assert_eq!(targets("a = b = await f()"), [bound("a b")]);
        assert_eq!(targets("self.a: int = await f()"), [bound("self.a")]);
        assert_eq!(targets("a, (*b, c[0]) = await f()"), [bound("a b c[0]")]);
        assert_eq!(targets("a, b = await f(), await g()"), [bound("a"), bound("b")]);
        assert_eq!(targets("if (a := await f()): pass"), [bound("a")]);
        assert_eq!(targets("a += await f() if b else 0"), [bound("a")]);
        assert_eq!(targets("a = [await f()]"), [(AwaitKind::Other, String::new())]);
    }

    #[test]
    fn returns_and_other_uses() {
        assert_eq!(kinds("return await f()"), [AwaitKind::Return]);
        assert_eq!(kinds("return g(await f())"), [AwaitKind::Other]);
        assert_eq!(kinds("for x in await f(): pass"), [AwaitKind::Other]);
        assert_eq!(kinds("print(f'{await f()}')"), [AwaitKind::Other]);
    }

    #[test]
    fn a_statement_with_a_body_is_its_head() {
        let statements = |body: &str| -> Vec<_> {
            read(body).into_iter().map(|(_, value, statement, _)| (value, statement)).collect()
        };
        let pair = |value: &str, statement: &str| (value.to_owned(), statement.to_owned());
        assert_eq!(
            statements("if await f():\n    await g()\nelif await h(): pass"),
            [pair("f()", "if await f()"), pair("g()", "await g()"), pair("h()", "elif await h()")]
        );
        assert_eq!(statements("with await f() as x:\n    pass"), [pair("f()", "with await f() as x")]);
        assert_eq!(
            statements("try:\n    pass\nexcept E:\n    x = await f()"),
            [pair("f()", "x = await f()")]
        );
    }

    #[test]
    fn what_is_awaited_has_no_parentheses_around_it() {
        assert_eq!(read("await (\n  f()\n)")[0].1, "f()");
        assert_eq!(read("await event")[0].1, "event");
    }
}
