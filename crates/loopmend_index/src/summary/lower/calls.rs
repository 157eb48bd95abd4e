//! Lowers calls, their arguments, and the use of their values.

use std::cmp::Reverse;

use loopmend_catalog::{Role, named};
use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span};
use smallvec::SmallVec;

use super::super::builtin_uses::{taker_of_elements, taker_of_values};
use super::super::{
    Argument, ArgumentKind, ArgumentsId, CallSite, Expression, ExpressionId, List, NameId, Replacement, Usage,
};
use super::{Lowering, OPAQUE, Want};

impl Lowering<'_> {
    pub(super) fn call(&mut self, call: &ast::ExprCall, usage: Usage, want: Want) -> ExpressionId {
        if self.marks.may_patch {
            self.find_patches(call);
            self.follow_setting_call(call);
        }
        let is_site = self.target.is_first_party && self.at.is_reachable;
        let want = if is_site { Want::Value } else { want };
        let callee = self.visit(&call.func, Usage::Used, want);
        let calls_before = self.calls.len();
        let is_consumed = std::mem::replace(&mut self.is_consumed, iterates_argument(call));
        let arguments = self.arguments(call, want);
        self.is_consumed = is_consumed;
        if want == Want::Effects {
            return OPAQUE;
        }
        let expression = self.push(Expression::Call { callee, arguments }, call.range());
        if is_site {
            if let Some((_, element)) = taker_of_elements(call) {
                self.mark_used(element, calls_before);
            }
            self.call_site(expression, usage);
            self.note_builtin(call);
            self.note_addition(callee, arguments);
            self.note_set_attributes(call);
        }
        expression
    }

    fn call_site(&mut self, expression: ExpressionId, usage: Usage) {
        self.note_use(expression, usage);
        self.calls.push(CallSite {
            expression,
            scope: self.at.scope,
            usage,
            expects_exception: self.at.expects_exception,
            is_awaited_in_sibling: false,
            is_used_in_sibling: false,
            is_beside_await: false,
            catches_runtime_error: self.at.catches_runtime_error,
            expects_runtime_error: self.at.expects_runtime_error,
            ignores_exceptions: self.at.ignores_exceptions,
            is_in_script: self.at.is_in_script,
            branches: self.at.branches,
        });
    }

    /// Records that the value of a call, one since a place, is used.
    fn mark_used(&mut self, call: &Expr, since: usize) {
        let range = span(call.range());
        let found = self.calls[since..].iter_mut().find(|site| self.spans[site.expression.index()] == range);
        if let Some(site) = found {
            site.usage = Usage::Used;
        }
    }

    /// Lowers the arguments of a call. A string that is the first argument of `cast`, or the `bound` of a
    /// `TypeVar`, is an annotation.
    fn arguments(&mut self, call: &ast::ExprCall, want: Want) -> ArgumentsId {
        let arguments = &call.arguments;
        let usage = if taker_of_values(call).is_some() { Usage::Used } else { Usage::Argument };
        let called = last_name(&call.func);
        let (is_cast, is_variable) = (called == Some("cast"), called == Some("TypeVar"));
        let mut lowered = SmallVec::<[Argument; 8]>::new();
        for argument in &arguments.args {
            let (kind, value, usage) = match argument {
                Expr::Starred(starred) => (ArgumentKind::Starred, &*starred.value, Usage::Used),
                other => (ArgumentKind::Positional, other, usage),
            };
            let value = match value {
                Expr::StringLiteral(_) if is_cast && lowered.is_empty() => self.annotation(value),
                _ => self.visit(value, usage, want),
            };
            if kind == ArgumentKind::Starred && want == Want::Value {
                self.note_iterated(value);
            }
            lowered.push(Argument { kind, value });
        }
        for keyword in &arguments.keywords {
            let (kind, usage) = match &keyword.arg {
                Some(name) => (ArgumentKind::Keyword(self.names.intern(name)), Usage::Argument),
                None => (ArgumentKind::DoubleStarred, Usage::Used),
            };
            let is_bound = || keyword.arg.as_ref().is_some_and(|name| name.as_str() == "bound");
            let value = match &keyword.value {
                text @ Expr::StringLiteral(_) if is_variable && is_bound() => self.annotation(text),
                value => self.visit(value, usage, want),
            };
            lowered.push(Argument { kind, value });
        }
        if want == Want::Effects || lowered.is_empty() {
            return ArgumentsId(0);
        }
        let run = List { start: self.arguments.len() as u32, len: lowered.len() as u32 };
        self.arguments.extend_from_slice(&lowered);
        self.argument_runs.push(run);
        ArgumentsId(self.argument_runs.len() as u32 - 1)
    }

    pub(super) fn last_name_of(&self, expression: ExpressionId) -> Option<NameId> {
        let mut id = expression;
        loop {
            match self.expressions[id.index()] {
                Expression::Name(name) | Expression::Attribute { name, .. } => return Some(name),
                Expression::Call { callee: inner, .. } | Expression::Subscript { value: inner, .. } => {
                    id = inner;
                }
                _ => return None,
            }
        }
    }

    pub(super) fn sort_calls(&mut self) {
        let spans = &self.spans;
        self.calls.sort_by_key(|call| {
            let span = spans[call.expression.index()];
            (span.start, Reverse(span.end))
        });
    }

    /// Records the attributes that a call sets from outside of their class.
    fn find_patches(&mut self, call: &ast::ExprCall) {
        match last_name(&call.func) {
            Some(function) if named(function).has(Role::PatchesAttribute) => match &*call.arguments.args {
                [_, Expr::StringLiteral(name), ..] => {
                    let name = self.names.intern(name.value.to_str());
                    let is_plain = function == "setattr" || puts_plain_value(call, 2);
                    self.replace(name, if is_plain { Replacement::Value } else { Replacement::Mock });
                }
                [Expr::Name(object), name, _] if function == "setattr" && object.id != "self" => {
                    self.note_setattr(&object.id, name, call.end());
                }
                _ => {}
            },
            Some("patch") => {
                let target = call.arguments.args.first().and_then(end_of_text);
                if let Some((_, name)) = target.and_then(|target| target.rsplit_once('.')) {
                    let name = self.names.intern(name);
                    let is_plain = puts_plain_value(call, 1);
                    self.replace(name, if is_plain { Replacement::Value } else { Replacement::Mock });
                }
            }
            Some("multiple") => {
                let names = call.arguments.keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
                let names: SmallVec<[NameId; 8]> = names.map(|name| self.names.intern(name)).collect();
                names.into_iter().for_each(|name| self.replace(name, Replacement::Value));
            }
            _ => {}
        }
    }
}

/// Returns whether a call runs through its arguments at once, by the name of a builtin.
fn iterates_argument(call: &ast::ExprCall) -> bool {
    match &*call.func {
        Expr::Name(name) => named(name.id.as_str()).has(Role::IteratesArgument),
        // `", ".join(...)`.
        Expr::Attribute(method) => {
            method.value.is_string_literal_expr()
                && named(method.attr.as_str()).has(Role::ReturnsNumberOrText)
        }
        _ => false,
    }
}

/// Returns whether a call of `patch` or `patch.object` states a replacement, by position or keyword, that
/// is not an `AsyncMock`. Without a replacement, an `async` function is replaced by an `AsyncMock`
/// (docs.python.org/3/library/unittest.mock.html#unittest.mock.patch).
fn puts_plain_value(call: &ast::ExprCall, place: usize) -> bool {
    let named = |name: &str| call.arguments.find_keyword(name).map(|keyword| &keyword.value);
    let new = call.arguments.args.get(place).or_else(|| named("new")).or_else(|| named("new_callable"));
    new.is_some_and(|new| {
        let made = new.as_call_expr().map_or(new, |call| &*call.func);
        last_name(made) != Some("AsyncMock")
    })
}

/// Returns the end of a string: `"m.f"`, `f"{__name__}.f"`, `__name__ + ".f"`.
fn end_of_text(text: &Expr) -> Option<&str> {
    match text {
        Expr::StringLiteral(text) => Some(text.value.to_str()),
        Expr::FString(text) => match text.value.elements().last()? {
            ast::InterpolatedStringElement::Literal(literal) => Some(&literal.value),
            ast::InterpolatedStringElement::Interpolation(_) => None,
        },
        Expr::BinOp(sum) => match &*sum.right {
            Expr::StringLiteral(text) => Some(text.value.to_str()),
            _ => None,
        },
        _ => None,
    }
}
