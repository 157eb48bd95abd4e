//! Lowers `if`, and the facts that hold after it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_python::ast::{self as ast, Expr, Stmt};
use loopmend_python::last_name;
use loopmend_python::text_size::{Ranged, TextRange};
use smallvec::SmallVec;

use super::super::Summary;
use super::super::static_condition::static_condition;
use super::Lowering;
use super::control_flow::span_of;
use super::imports::asks_for_modules;
use super::narrowing::Facts;
use super::paths::{PathStart, Paths, add_facts};
use super::siblings::Extent;

/// The effects of the branches of an `if` so far.
#[derive(Default)]
struct Chain {
    /// The end of the whole statement.
    end: u32,
    /// Whether a preceding branch is certainly taken.
    is_taken: bool,
    /// Whether every condition so far is false for the target version.
    all_false: bool,
    /// The facts that hold if every test so far was false.
    when_false: Facts,
    /// The paths on which control continues after the statement.
    paths: Paths,
    /// For each branch, the start and end of its bindings, and the end of the branch.
    branches: SmallVec<[(PathStart, PathStart, u32); 4]>,
    /// Whether type checkers and the runtime see different functions of the same name, both of which count.
    is_either: bool,
    /// Whether a module constant enables a preceding branch, and so disables all others.
    is_on: bool,
    /// Whether a test may check if something is asynchronous.
    tests_kind: bool,
    /// The calls and uses in each branch.
    extents: SmallVec<[Extent; 4]>,
}

impl Lowering<'_> {
    pub(super) fn if_statement(&mut self, statement: &ast::StmtIf) -> bool {
        let end = statement.range.end().to_u32();
        let is_either = defines_for_checkers(statement);
        let mut chain = Chain { end, all_false: true, is_either, ..Chain::default() };
        let was_guarded = self.at.guards_imports;
        self.branch(&mut chain, statement.range, Some(&statement.test), &statement.body);
        for clause in &statement.elif_else_clauses {
            self.branch(&mut chain, clause.range, clause.test.as_ref(), &clause.body);
        }
        self.at.guards_imports = was_guarded;
        let has_else = statement.elif_else_clauses.last().is_some_and(|clause| clause.test.is_none());
        if !chain.is_taken && !has_else {
            chain.paths.add(chain.when_false, SmallVec::new());
        }
        self.hide_from_siblings(&chain.branches, end);
        self.mark_siblings(&chain.extents, chain.tests_kind);
        let falls_through = !chain.paths.is_empty();
        self.join_paths(&chain.paths, super::span(statement.range));
        falls_through
    }

    fn branch(&mut self, chain: &mut Chain, clause: TextRange, test: Option<&Expr>, body: &[Stmt]) {
        let outcome = test.map(|test| self.test(test)).unwrap_or_default();
        chain.tests_kind |= test.is_some_and(|test| may_test_kind(&self.text[test.range()]));
        self.at.guards_imports |= test.is_some_and(|test| asks_for_modules(&self.text[test.range()]));
        if chain.is_taken {
            return self.dead_block(body);
        }
        let constant = test.and_then(|test| self.constant(test));
        let is_off = chain.is_on || constant == Some(false);
        chain.is_on |= constant == Some(true);
        let condition = match test {
            _ if chain.is_either => None,
            Some(test) => static_condition(test, self.target.version),
            None => chain.all_false.then_some(true),
        };
        chain.all_false &= condition == Some(false);
        chain.is_taken = condition == Some(true);
        let block = span_of(body).unwrap_or_else(|| Span::empty(clause.end().to_u32()));
        self.narrow(&outcome.when_true, block);
        self.narrow(&outcome.when_false, Span::new(block.end, chain.end));
        let (start, extent) = (self.path_start(), self.extent_start());
        let was_in_script = self.at.is_in_script;
        self.at.is_in_script |= self.at.scope == Summary::MODULE_SCOPE && test.is_some_and(asks_if_script);
        let falls_through = match condition {
            Some(true) => self.body(body),
            Some(false) => {
                self.dead_block(body);
                false
            }
            None if is_off => self.switched_off(body),
            None => self.in_branch(|lowering| lowering.block(body)),
        };
        self.at.is_in_script = was_in_script;
        let extent = self.extent_from(&extent);
        if !falls_through && condition.is_none() {
            self.note_exit(&extent);
        }
        chain.extents.push(extent);
        if condition.is_none() {
            chain.branches.push((start, self.path_start(), block.end));
        }
        if falls_through {
            let bound = self.bound_on_path(start, if chain.is_taken { self.at.block } else { block });
            let mut facts = chain.when_false.clone();
            add_facts(&mut facts, &outcome.when_true);
            chain.paths.add(facts, bound);
        }
        add_facts(&mut chain.when_false, &outcome.when_false);
    }
}

/// Returns whether `if TYPE_CHECKING:` defines a function and its `else` binds the name too.
fn defines_for_checkers(statement: &ast::StmtIf) -> bool {
    let [ast::ElifElseClause { test: None, body: other, .. }] = statement.elif_else_clauses.as_slice() else {
        return false;
    };
    let test = match &*statement.test {
        Expr::UnaryOp(operation) if operation.op == ast::UnaryOp::Not => &operation.operand,
        test => test,
    };
    if last_name(test) != Some("TYPE_CHECKING") {
        return false;
    }
    let functions = |body: &[Stmt]| -> SmallVec<[String; 2]> {
        let functions = body.iter().filter_map(Stmt::as_function_def_stmt);
        functions.map(|function| function.name.to_string()).collect()
    };
    let (first, second) = (functions(&statement.body), functions(other));
    let binds = |body: &[Stmt], name: &String| {
        body.iter().any(|statement| match statement {
            Stmt::FunctionDef(function) => function.name.as_str() == name,
            Stmt::ClassDef(class) => class.name.as_str() == name,
            Stmt::Assign(assign) => assign.targets.iter().any(|target| last_name(target) == Some(name)),
            _ => false,
        })
    };
    first.iter().any(|name| binds(other, name)) || second.iter().any(|name| binds(&statement.body, name))
}

/// Returns whether a test is or contains `__name__ == "__main__"`.
fn asks_if_script(test: &Expr) -> bool {
    match test {
        Expr::Compare(compare) => match (&*compare.left, &*compare.ops, &*compare.comparators) {
            (Expr::Name(name), [ast::CmpOp::Eq], [Expr::StringLiteral(text)])
            | (Expr::StringLiteral(text), [ast::CmpOp::Eq], [Expr::Name(name)]) => {
                name.id.as_str() == "__name__" && text.value.to_str() == "__main__"
            }
            _ => false,
        },
        Expr::BoolOp(operation) => {
            operation.op == ast::BoolOp::And && operation.values.iter().any(asks_if_script)
        }
        _ => false,
    }
}

/// Returns whether the text of a test may check if what its branches use is asynchronous.
pub(super) fn may_test_kind(test: &str) -> bool {
    static MARKS: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let any_case = AhoCorasickBuilder::new().ascii_case_insensitive(true).build(Words::AsyncWords.all());
        any_case.expect("a handful of short patterns is no automaton too large")
    });
    MARKS.is_match(test)
}
