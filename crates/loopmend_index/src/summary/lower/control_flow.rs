//! Lowers blocks, loops, `with` and `try`.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::{self as ast, ExceptHandler, Expr, Stmt};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{last_name, span};
use smallvec::{SmallVec, smallvec};

use super::super::static_condition::static_condition;
use super::super::{BindingKind, Expectation, Protocol, Usage};
use super::imports::{may_catch_import_error, takes_import_error};
use super::narrowing::{Fact, Facts};
use super::paths::Paths;
use super::siblings::Extent;
use super::{Lowering, Want};

impl Lowering<'_> {
    /// Lowers a block that may not run, and returns whether control can reach its end.
    pub(super) fn block(&mut self, body: &[Stmt]) -> bool {
        let Some(block) = span_of(body) else { return true };
        let outer = self.at;
        self.at.block = block;
        let (bound, jumps) = (self.current().bindings.len(), self.loop_jumps);
        let falls_through = self.body(body);
        if !falls_through {
            self.leave(bound, block, jumps);
        }
        self.at = outer;
        falls_through
    }

    /// Lowers a branch that the target version never takes.
    pub(super) fn dead_block(&mut self, body: &[Stmt]) {
        let outer = self.at;
        let (has_break, jumps) = (self.has_break, self.loop_jumps);
        self.at.is_live = false;
        self.at.is_reachable = false;
        self.block(body);
        self.at = outer;
        self.has_break = has_break;
        self.loop_jumps = jumps;
    }

    /// Lowers the body of a loop, and returns whether a `break` can end the loop.
    fn loop_block(
        &mut self,
        statement: TextRange,
        body: &[Stmt],
        lower_body: impl FnOnce(&mut Self),
    ) -> bool {
        let outer = self.at;
        let had_break = std::mem::replace(&mut self.has_break, false);
        let jumps = self.loop_jumps;
        self.current().scope.loops.push(span(statement));
        self.at.loops += 1;
        self.at.loop_end = span_of(body).unwrap_or_default().end;
        if self.at.in_loop == Span::default() {
            self.at.in_loop = span(statement);
        }
        lower_body(self);
        self.at = outer;
        self.loop_jumps = jumps;
        std::mem::replace(&mut self.has_break, had_break)
    }

    pub(super) fn for_statement(&mut self, statement: &ast::StmtFor) -> bool {
        let is_async = statement.is_async;
        self.current().suspends_otherwise |= is_async;
        let iterable = self.value(&statement.iter, if is_async { Usage::Entered } else { Usage::Used });
        if self.notes_protocol_uses() {
            let protocol = if is_async { Protocol::AsyncFor } else { Protocol::For };
            self.note_protocol_use(protocol, iterable, Some(statement.range.start().to_u32()));
        }
        if !is_async {
            self.note_iterated(iterable);
        }
        let has_break = self.loop_block(statement.range, &statement.body, |lowering| {
            let outer = lowering.at;
            lowering.at.block = span_of(&statement.body).unwrap_or(outer.block);
            lowering.effects(&statement.target, Usage::Used);
            let offset = statement.iter.range().end().to_u32();
            lowering.bind_target(&statement.target, offset, BindingKind::For { iterable, is_async });
            lowering.at = outer;
            lowering.block(&statement.body);
        });
        let completes = self.block(&statement.orelse);
        has_break || completes
    }

    pub(super) fn while_statement(&mut self, statement: &ast::StmtWhile) -> bool {
        let outcome = self.test(&statement.test);
        let condition = static_condition(&statement.test, self.target.version);
        if condition == Some(false) {
            self.dead_block(&statement.body);
            return self.body(&statement.orelse);
        }
        let body = span_of(&statement.body).unwrap_or_default();
        let has_break = self.loop_block(statement.range, &statement.body, |lowering| {
            lowering.narrow(&outcome.when_true, body);
            lowering.block(&statement.body);
        });
        if condition == Some(true) && !has_break {
            self.note_swallowed(statement);
        }
        if !has_break {
            let rest = self.rest_of_block(body.end);
            let again = |fact: Fact| match fact.held_by {
                Some(_) => fact,
                None => Fact { since: body.end, ..fact },
            };
            let when_false: Facts = outcome.when_false.into_iter().map(again).collect();
            self.narrow(&when_false, rest);
        }
        let completes = self.block(&statement.orelse);
        has_break || (completes && condition != Some(true))
    }

    pub(super) fn with_statement(&mut self, statement: &ast::StmtWith) -> bool {
        self.current().suspends_otherwise |= statement.is_async && !self.target.is_first_party;
        let outer = self.at;
        let body = span_of(&statement.body).unwrap_or_default();
        for item in &statement.items {
            let keyword = (statement.items.len() == 1).then(|| statement.range.start().to_u32());
            self.with_item(item, statement.is_async, keyword, body);
        }
        let any = |is: fn(&Expr) -> bool| statement.items.iter().any(|item| is(&item.context_expr));
        let is_alone = statement.body.len() == 1;
        let asks_a_signature = any(expects_type_error) || is_alone && any(suppresses_type_error);
        self.at.is_reachable &= !asks_a_signature;
        self.at.expects_exception |= any(expects_exception);
        self.at.guards_imports |= any(takes_import_error);
        let swallows = any(swallows_exceptions);
        if swallows {
            self.at.caught_until = u32::MAX;
        }
        self.at.catches_runtime_error |= any(swallows_runtime_error);
        let completes = if swallows { self.block(&statement.body) } else { self.body(&statement.body) };
        self.at = outer;
        swallows || completes
    }

    fn with_item(&mut self, item: &ast::WithItem, is_async: bool, keyword: Option<u32>, body: Span) {
        let is_noted = self.notes_protocol_uses();
        let expects = self.target.is_first_party && expects_exception(&item.context_expr);
        let is_entered = is_async && self.target.is_first_party;
        let is_implicit = !is_async && self.notes_implicit_calls();
        let is_wanted = item.optional_vars.is_some() || is_noted || expects || is_entered || is_implicit;
        let want = if is_wanted { Want::Value } else { Want::Effects };
        let value = self.visit(&item.context_expr, Usage::Entered, want);
        if is_entered {
            self.current().entered.push(value);
        }
        if expects {
            self.expectations.push(Expectation { scope: self.at.scope, manager: value, body });
        }
        if is_noted {
            let protocol = if is_async { Protocol::AsyncWith } else { Protocol::With };
            self.note_protocol_use(protocol, value, keyword);
        }
        if is_implicit {
            self.note_entered(value);
        }
        if let Some(target) = &item.optional_vars {
            self.effects(target, Usage::Used);
            let offset = item.context_expr.range().end().to_u32();
            self.bind_target(target, offset, BindingKind::With { value, is_async });
        }
    }

    /// Lowers a `try`, and returns whether control can continue after it. The bindings of its body may be
    /// missing afterwards, because the body can end anywhere.
    pub(super) fn try_statement(&mut self, statement: &ast::StmtTry) -> bool {
        let outer = self.at;
        let end = statement.range.end().to_u32();
        let mut paths = Paths::default();
        if !statement.finalbody.is_empty() {
            self.at.caught_until = self.at.caught_until.max(end);
        }
        let caught_until = self.at.caught_until;
        if !statement.handlers.is_empty() {
            let leaves = |ExceptHandler::ExceptHandler(handler): &ExceptHandler| {
                matches!(handler.body.last(), Some(Stmt::Return(_) | Stmt::Raise(_)))
            };
            let until = if statement.handlers.iter().all(leaves) { end } else { u32::MAX };
            self.at.caught_until = caught_until.max(until);
        }
        self.at.guards_imports |= may_catch_import_error(statement);
        let (start, extent) = (self.path_start(), self.extent_start());
        let (was_reachable, was_caught) = (self.at.is_reachable, self.at.catches_runtime_error);
        let (was_expected, was_ignored) = (self.at.expects_runtime_error, self.at.ignores_exceptions);
        self.at.is_reachable &= !tries_a_signature(statement);
        self.at.catches_runtime_error |= may_catch_runtime_error(statement);
        self.at.expects_runtime_error |= expects_runtime_error(statement);
        let is_plain = !self.function_here().is_some_and(|function| function.is_async);
        self.at.ignores_exceptions |= is_plain && ignores_all_exceptions(statement);
        let body_completes = self.block(&statement.body);
        (self.at.is_reachable, self.at.catches_runtime_error) = (was_reachable, was_caught);
        (self.at.expects_runtime_error, self.at.ignores_exceptions) = (was_expected, was_ignored);
        let mut extents: SmallVec<[Extent; 4]> = smallvec![self.extent_from(&extent)];
        let mut bound = self.bound_on_path(start, span_of(&statement.body).unwrap_or_default());
        self.at.caught_until = caught_until;
        for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
            self.bind_exception(handler, statement.is_star);
            let (start, extent) = (self.path_start(), self.extent_start());
            let completes = self.in_branch(|lowering| lowering.block(&handler.body));
            extents.push(self.extent_from(&extent));
            if completes {
                let bound = self.bound_on_path(start, span_of(&handler.body).unwrap_or_default());
                paths.add(Facts::new(), bound);
            }
        }
        self.mark_siblings(&extents, false);
        let start = self.path_start();
        let else_completes = self.block(&statement.orelse);
        if body_completes && else_completes {
            bound.extend(self.bound_on_path(start, span_of(&statement.orelse).unwrap_or_default()));
            paths.add(Facts::new(), bound);
        }
        self.at = outer;
        let completes = !paths.is_empty();
        self.join_paths(&paths, span(statement.range));
        self.body(&statement.finalbody) && completes
    }

    /// Binds the name of a handler; `except*` binds a group.
    fn bind_exception(&mut self, handler: &ast::ExceptHandlerExceptHandler, is_star: bool) {
        let outer = self.at;
        self.at.block = span(handler.range);
        match (&handler.name, &handler.type_) {
            (Some(name), Some(class)) => {
                let class = self.value(class, Usage::Used);
                let kind = if is_star { BindingKind::Opaque } else { BindingKind::Except(class) };
                self.bind_text(name.as_str(), name.range.start().to_u32(), kind);
            }
            (None, Some(class)) => self.effects(class, Usage::Used),
            (_, None) => {}
        }
        self.at = outer;
    }
}

/// Returns the range from the first statement to the last.
pub(super) fn span_of(body: &[Stmt]) -> Option<Span> {
    let (first, last) = (body.first()?, body.last()?);
    Some(Span::new(first.range().start().to_u32(), last.range().end().to_u32()))
}

/// Returns whether a block expects a call in it to fail because of its arguments, so that it returns
/// nothing (`with pytest.raises(TypeError):`). Also returns `true` if the block expects its coroutine not
/// to be awaited (`with pytest.warns(RuntimeWarning):`).
fn expects_type_error(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let by_keyword = || call.arguments.find_keyword("expected_exception").map(|keyword| &keyword.value);
    let Some(expected) = call.arguments.args.first().or_else(by_keyword) else { return false };
    let expects = |name: &str| match expected {
        Expr::Tuple(several) => several.elts.iter().any(|one| last_name(one) == Some(name)),
        one => last_name(one) == Some(name),
    };
    match last_name(&call.func) {
        name if named(name).has(Role::ExpectsException) => expects("TypeError"),
        name if named(name).has(Role::ExpectsWarning) => expects("RuntimeWarning"),
        _ => false,
    }
}

/// Returns whether a context manager is `suppress(TypeError)`.
fn suppresses_type_error(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let is_type_error = |class: &Expr| last_name(class) == Some("TypeError");
    last_name(&call.func) == Some("suppress") && call.arguments.args.iter().any(is_type_error)
}

/// Returns whether a `try` checks a signature with a single plain call whose value is discarded.
fn tries_a_signature(statement: &ast::StmtTry) -> bool {
    let [Stmt::Expr(only)] = statement.body.as_slice() else { return false };
    let expects = |ExceptHandler::ExceptHandler(handler): &ExceptHandler| match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.elts.iter().any(|one| last_name(one) == Some("TypeError")),
        Some(one) => last_name(one) == Some("TypeError"),
        None => false,
    };
    only.value.is_call_expr() && statement.handlers.iter().any(expects)
}

/// Returns whether a handler of a `try` may catch a `RuntimeError`, as that class or as any exception.
pub fn may_catch_runtime_error(statement: &ast::StmtTry) -> bool {
    let is_broad = |class: &Expr| last_name(class).is_some_and(is_broad);
    expects_runtime_error(statement)
        || statement.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
            match handler.type_.as_deref() {
                Some(Expr::Tuple(several)) => several.elts.iter().any(is_broad),
                Some(one) => is_broad(one),
                None => true,
            }
        })
}

/// Returns whether a handler of a `try` names `RuntimeError`, or something that may refer to it.
pub fn expects_runtime_error(statement: &ast::StmtTry) -> bool {
    statement.handlers.iter().any(handles_runtime_error)
}

/// Returns whether a handler names `RuntimeError`, or something that may refer to it.
pub fn handles_runtime_error(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    let may_be = |class: &Expr| {
        last_name(class).is_none_or(|name| {
            let is_class_name = name.starts_with(|c: char| c.is_ascii_uppercase())
                && name.contains(|c: char| c.is_ascii_lowercase());
            !is_class_name || name == "RuntimeError"
        })
    };
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.elts.iter().any(may_be),
        Some(one) => may_be(one),
        None => false,
    }
}

/// Returns whether a handler of a `try` catches all exceptions and does nothing about them: `except Exception: pass`.
fn ignores_all_exceptions(statement: &ast::StmtTry) -> bool {
    let is_idle = |statement: &Stmt| match statement {
        Stmt::Pass(_) | Stmt::Continue(_) => true,
        Stmt::Return(statement) => statement.value.is_none(),
        Stmt::Expr(statement) => statement.value.is_ellipsis_literal_expr(),
        _ => false,
    };
    statement.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
        let is_of_all = match handler.type_.as_deref() {
            Some(Expr::Tuple(several)) => {
                several.elts.iter().any(|class| last_name(class).is_some_and(is_broad))
            }
            Some(one) => last_name(one).is_some_and(is_broad),
            None => true,
        };
        is_of_all && handler.body.iter().all(is_idle)
    })
}

/// Returns whether the manager of a `with` swallows a `RuntimeError`, as that class or as any exception.
fn swallows_runtime_error(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let may_be = |class: &Expr| last_name(class).is_some_and(|name| name == "RuntimeError" || is_broad(name));
    swallows_exceptions(manager) && call.arguments.args.iter().any(may_be)
}

/// Returns whether a name is that of a class of all exceptions.
fn is_broad(name: &str) -> bool {
    named(name).has(Role::BroadException)
}

/// Returns whether the body of a `with` can end anywhere, like that of a `try` with handlers.
fn swallows_exceptions(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    named(last_name(&call.func)).has(Role::SwallowsExceptions)
}

/// Returns whether the body of a `with` expects an exception or a warning.
fn expects_exception(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let is_broad = |class: &Expr| last_name(class).is_some_and(is_broad);
    match last_name(&call.func) {
        // What suppresses all exceptions expects none of them.
        Some("suppress") => !call.arguments.args.iter().any(is_broad),
        name if named(name).has(Role::ExpectsWarning) => true,
        _ => swallows_exceptions(manager),
    }
}
