//! Finds handlers in endless loops that swallow a cancellation.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::{SourceOrderVisitor, walk_expr, walk_stmt};
use loopmend_python::ast::{self as ast, ExceptHandler, Expr, Stmt};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{last_name, span};

use super::super::{Swallow, SwallowForm, Usage};
use super::Lowering;

impl Lowering<'_> {
    /// Records the handlers in an endless loop that swallow cancellations, if nothing else ends the loop.
    pub(super) fn note_swallowed(&mut self, statement: &ast::StmtWhile) {
        if !self.notes_protocol_uses() || !self.marks.may_swallow(statement.range) {
            return;
        }
        let mut body = EndlessBody::default();
        body.visit_body(&statement.body);
        if body.may_end {
            return;
        }
        let pauses = body.pauses;
        for Candidate { at, class, form, is_alone, guarded, last } in body.found {
            let at = span(at);
            // An inner loop comes first, and is the one that does not end.
            if !self.swallows.iter().any(|known| known.at == at) {
                let class = class.map(|class| self.value(class, Usage::Used));
                let scope = self.at.scope;
                let (guarded, last, pauses) = (span(guarded), span(last), pauses.clone());
                self.swallows.push(Swallow { at, scope, class, form, is_alone, guarded, last, pauses });
            }
        }
    }
}

/// A handler that may swallow a cancellation.
struct Candidate<'a> {
    at: TextRange,
    class: Option<&'a Expr>,
    form: SwallowForm,
    is_alone: bool,
    guarded: TextRange,
    last: TextRange,
}

/// The contents of an endless loop, without inner functions.
#[derive(Default)]
struct EndlessBody<'a> {
    /// The number of inner loops around the current node.
    loops: u32,
    /// Whether code leaves the loop, yields from a generator, or cancels something that may be what is
    /// awaited.
    may_end: bool,
    found: Vec<Candidate<'a>>,
    /// The awaited values, and the statements `async with` and `async for`.
    pauses: Vec<Span>,
}

impl<'a> SourceOrderVisitor<'a> for EndlessBody<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let is_loop = matches!(statement, Stmt::For(_) | Stmt::While(_));
        match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::Return(_) => self.may_end = true,
            Stmt::Break(_) if self.loops == 0 => self.may_end = true,
            Stmt::Try(statement) if !statement.is_star => self.found.extend(in_try(statement)),
            Stmt::With(statement) if !statement.is_async => self.found.extend(in_with(statement)),
            Stmt::With(statement) => self.pauses.push(span(statement.range)),
            Stmt::For(statement) if statement.is_async => self.pauses.push(span(statement.range)),
            _ => {}
        }
        self.loops += u32::from(is_loop);
        grow_stack(|| walk_stmt(self, statement));
        self.loops -= u32::from(is_loop);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Lambda(_) => return,
            Expr::Yield(_) | Expr::YieldFrom(_) => self.may_end = true,
            Expr::Attribute(attribute) if named(attribute.attr.as_str()).has(Role::HandlesCancellation) => {
                self.may_end = true;
            }
            Expr::Await(awaited) => self.pauses.push(span(awaited.value.range())),
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

/// Returns the handler of a `try` that catches a cancellation, if it only continues.
fn in_try(statement: &ast::StmtTry) -> Option<Candidate<'_>> {
    for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
        let Some(kind) = handler.type_.as_deref() else {
            let keyword = TextRange::at(handler.range.start(), "except".len().try_into().ok()?);
            return candidate(statement, handler, keyword, (None, SwallowForm::Bare));
        };
        let classes = match kind {
            Expr::Tuple(several) => several.elts.as_slice(),
            one => std::slice::from_ref(one),
        };
        let at = TextRange::new(handler.range.start(), kind.range().end());
        for class in classes {
            if let Some(form) = form_of(class)? {
                let mut found = candidate(statement, handler, at, (Some(class), form))?;
                found.is_alone = form == SwallowForm::Cancelled && !kind.is_tuple_expr();
                return Some(found);
            }
        }
    }
    None
}

/// Returns the form of a caught class. The inner `None` is another exception, the outer `None` an unknown
/// one.
fn form_of(class: &Expr) -> Option<Option<SwallowForm>> {
    let name = last_name(class)?;
    Some(match name {
        "CancelledError" => Some(SwallowForm::Cancelled),
        "BaseException" => Some(SwallowForm::Base),
        _ => None,
    })
}

fn candidate<'a>(
    statement: &'a ast::StmtTry,
    handler: &'a ast::ExceptHandlerExceptHandler,
    at: TextRange,
    (class, form): (Option<&'a Expr>, SwallowForm),
) -> Option<Candidate<'a>> {
    let is_quiet = handler.body.iter().all(is_quiet);
    let last = handler.body.last()?.range();
    let guarded = range_of_body(&statement.body)?;
    (is_quiet && awaits_own_work(&statement.body)).then_some(Candidate {
        at,
        class,
        form,
        is_alone: false,
        guarded,
        last,
    })
}

/// Returns the candidate of `with suppress(CancelledError):`.
fn in_with(statement: &ast::StmtWith) -> Option<Candidate<'_>> {
    let [item] = statement.items.as_slice() else { return None };
    let Expr::Call(call) = &item.context_expr else { return None };
    if last_name(&call.func) != Some("suppress") || !awaits_own_work(&statement.body) {
        return None;
    }
    let class = call.arguments.args.iter().find(|class| matches!(form_of(class), Some(Some(_))))?;
    let (at, last) = (call.range(), call.range());
    let guarded = range_of_body(&statement.body)?;
    Some(Candidate { at, class: Some(class), form: SwallowForm::Suppress, is_alone: false, guarded, last })
}

/// Returns the range of a block.
fn range_of_body(body: &[Stmt]) -> Option<TextRange> {
    Some(TextRange::new(body.first()?.range().start(), body.last()?.range().end()))
}

/// Returns whether a statement does nothing that could end the loop, apart from logging.
fn is_quiet(statement: &Stmt) -> bool {
    match statement {
        Stmt::Pass(_) | Stmt::Continue(_) => true,
        Stmt::Expr(statement) => match &*statement.value {
            Expr::Call(call) => {
                let roles = named(last_name(&call.func));
                roles.has(Role::Logs) || roles.has(Role::Prints)
            }
            other => other.is_literal_expr(),
        },
        _ => false,
    }
}

/// Returns whether a block suspends, and awaits nothing that others may cancel, such as a named task or
/// future.
fn awaits_own_work(body: &[Stmt]) -> bool {
    let mut awaits = Awaits::default();
    awaits.visit_body(body);
    awaits.has_own && !awaits.has_others
}

#[derive(Default)]
struct Awaits {
    has_own: bool,
    has_others: bool,
}

impl<'a> SourceOrderVisitor<'a> for Awaits {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::For(statement) => self.has_own |= statement.is_async,
            Stmt::With(statement) => self.has_own |= statement.is_async,
            _ => {}
        }
        grow_stack(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Lambda(_) => return,
            Expr::Await(awaited) => match is_own(&awaited.value) {
                true => self.has_own = true,
                false => self.has_others = true,
            },
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

/// Returns whether the awaited value is created there: by a call that does not wait for something with a
/// name.
fn is_own(awaited: &Expr) -> bool {
    let Expr::Call(call) = awaited else { return false };
    let waits = last_name(&call.func).is_some_and(|name| named(name).has(Role::WaitsForArguments));
    !waits || call.arguments.args.first().is_none_or(Expr::is_call_expr)
}
