//! Lowers simple statements.

use loopmend_catalog::{Role, is, is_in, named};
use loopmend_python::ast::{self as ast, Expr, Stmt};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{is_unpacking, last_name};
use smallvec::SmallVec;

use super::super::static_condition::static_condition;
use super::super::{Binding, BindingKind, Expression, ExpressionId, NameId, Summary, Usage};
use super::implicit_calls::method_in_place;
use super::{Lowering, NONE, Want, grow_stack};

impl Lowering<'_> {
    /// Lowers the statements of a body, and returns whether control can reach its end.
    pub(super) fn body(&mut self, body: &[Stmt]) -> bool {
        grow_stack(|| {
            let was_reachable = self.at.is_reachable;
            let exits = self.exits.len();
            let mut falls_through = true;
            for statement in body {
                let goes_on = self.statement(statement);
                falls_through &= goes_on;
                self.at.is_reachable &= goes_on;
            }
            self.at.is_reachable = was_reachable;
            self.mark_behind_exits(exits);
            falls_through
        })
    }

    /// Lowers a statement, and returns whether control can continue after it.
    fn statement(&mut self, statement: &Stmt) -> bool {
        match statement {
            Stmt::If(statement) => return self.if_statement(statement),
            Stmt::For(statement) => return self.for_statement(statement),
            Stmt::While(statement) => return self.while_statement(statement),
            Stmt::With(statement) => return self.with_statement(statement),
            Stmt::Try(statement) => return self.try_statement(statement),
            Stmt::Match(statement) => return self.match_statement(statement),
            Stmt::Expr(statement) => return self.expression_statement(&statement.value),
            Stmt::Assert(statement) => return self.assert(statement),
            Stmt::Return(statement) => {
                self.return_value(statement.value.as_deref());
                self.note_ignored_return(statement.range);
                return false;
            }
            Stmt::Raise(statement) => {
                self.raise(statement);
                return false;
            }
            Stmt::Break(_) => {
                self.has_break = true;
                self.loop_jumps.breaks += 1;
                self.note_jump();
                return false;
            }
            Stmt::Continue(_) => {
                self.loop_jumps.continues += 1;
                self.note_jump();
                return false;
            }
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            other => self.simple_statement(other),
        }
        true
    }

    fn simple_statement(&mut self, statement: &Stmt) {
        let end = statement.range().end().to_u32();
        match statement {
            Stmt::Import(import) => self.import(import, end),
            Stmt::ImportFrom(import) => self.import_from(import, end),
            Stmt::Assign(assign) => self.assign(assign, end),
            Stmt::AnnAssign(assign) => self.annotated_assign(assign, end),
            Stmt::AugAssign(assign) => self.augmented_assign(assign, end),
            Stmt::TypeAlias(alias) => {
                if let Expr::Name(name) = &*alias.name {
                    let value = self.annotation(&alias.value);
                    self.bind_text(&name.id, end, BindingKind::Alias(value));
                }
            }
            Stmt::Delete(statement) => {
                for target in &statement.targets {
                    self.effects(target, Usage::Used);
                    self.delete_target(target, end);
                }
            }
            Stmt::Global(statement) => {
                let names = self.intern_all(&statement.names);
                self.current().scope.globals.extend(names);
            }
            Stmt::Nonlocal(statement) => {
                let names = self.intern_all(&statement.names);
                self.current().scope.nonlocals.extend(names);
            }
            _ => {}
        }
    }

    fn intern_all(&mut self, names: &[ast::Identifier]) -> SmallVec<[NameId; 8]> {
        names.iter().map(|name| self.names.intern(name)).collect()
    }

    fn effects_of_optional(&mut self, expression: Option<&Expr>) {
        if let Some(expression) = expression {
            self.effects(expression, Usage::Used);
        }
    }

    fn return_value(&mut self, value: Option<&Expr>) {
        let want = if self.at.is_reachable { Want::Value } else { Want::Effects };
        let value = value.map_or(NONE, |value| self.visit(value, Usage::Returned, want));
        if self.at.is_reachable {
            self.current().returned.push(value);
        }
    }

    /// Removes the annotation of the current function's result if a comment behind this `return` keeps type checkers from comparing the two: what
    /// is returned decides, and may be unknown.
    fn note_ignored_return(&mut self, range: TextRange) {
        if !self.target.is_first_party || !self.marks.has_type_comments {
            return;
        }
        let is_ignored = [range.start(), range.end()]
            .into_iter()
            .any(|offset| ignores_return_type(rest_of_line(self.text, offset)));
        let function = self.functions_around().next();
        if let Some(function) = function.filter(|_| is_ignored) {
            self.functions[function.index()].returns = None;
        }
    }

    fn raise(&mut self, statement: &ast::StmtRaise) {
        match statement.exc.as_deref() {
            Some(exception)
                if self.at.is_reachable
                    && self.function_here().is_some_and(|function| !function.is_async) =>
            {
                let exception = self.value(exception, Usage::Used);
                self.current().raised.push(exception);
            }
            exception => {
                self.current().may_refuse = true;
                self.effects_of_optional(exception);
            }
        }
        self.effects_of_optional(statement.cause.as_deref());
    }

    fn assert(&mut self, statement: &ast::StmtAssert) -> bool {
        self.current().may_refuse = true;
        let outcome = self.test(&statement.test);
        self.effects_of_optional(statement.msg.as_deref());
        let rest = self.rest_of_block(statement.range.end().to_u32());
        self.narrow(&outcome.when_true, rest);
        static_condition(&statement.test, self.target.version) != Some(false)
    }

    fn assign(&mut self, assign: &ast::StmtAssign, end: u32) {
        let keys: SmallVec<[Option<(ExpressionId, ExpressionId)>; 2]> =
            assign.targets.iter().map(|target| self.assigned_item(target)).collect();
        let value = match assign.targets.as_slice() {
            [target] => self.value_for(&assign.value, target),
            several => {
                let is_unpacked = several.iter().any(is_unpacking);
                self.value(&assign.value, if is_unpacked { Usage::Used } else { Usage::Assigned })
            }
        };
        for (mapping, key) in keys.into_iter().flatten() {
            self.note_entry(mapping, key, value);
        }
        for target in &assign.targets {
            self.note_set_attribute(target);
            self.bind_in_globals(target, end, value);
        }
        let kind = match self.type_comment(assign) {
            Some(annotation) => BindingKind::Annotated { annotation, value: Some(value) },
            None => BindingKind::Value(value),
        };
        for target in &assign.targets {
            self.bind_target(target, end, kind);
        }
    }

    /// Binds `globals()["name"] = value`.
    fn bind_in_globals(&mut self, target: &Expr, end: u32, value: ExpressionId) {
        if let Expr::Subscript(subscript) = target
            && let Expr::Call(call) = &*subscript.value
            && last_name(&call.func) == Some("globals")
            && let Expr::StringLiteral(name) = &*subscript.slice
        {
            let name = self.names.intern(name.value.to_str());
            self.bind_globally(name, end, BindingKind::Value(value));
        }
    }

    /// Visits a target. For `mapping[key]` in a project file, returns both parts.
    fn assigned_item(&mut self, target: &Expr) -> Option<(ExpressionId, ExpressionId)> {
        match target {
            Expr::Subscript(subscript) if self.target.is_first_party => {
                let mapping = self.value(&subscript.value, Usage::Used);
                let key = self.value(&subscript.slice, Usage::Other);
                self.note_operation((&subscript.value, mapping), "__setitem__", subscript.range, None);
                Some((mapping, key))
            }
            other => {
                self.effects(other, Usage::Used);
                None
            }
        }
    }

    /// Returns the annotation in a `# type: …` comment after an assignment to a name (PEP 484, "Type
    /// comments").
    fn type_comment(&mut self, assign: &ast::StmtAssign) -> Option<ExpressionId> {
        let [Expr::Name(_) | Expr::Attribute(_)] = assign.targets.as_slice() else { return None };
        if !self.marks.has_type_comments {
            return None;
        }
        let comment =
            rest_of_line(self.text, assign.range.end()).trim_start().strip_prefix("# type:")?.trim();
        let annotation = comment.split('#').next()?.trim_end();
        let is_annotation = !annotation.is_empty() && !annotation.starts_with("ignore");
        is_annotation.then(|| self.annotation_text(annotation, assign.range))
    }

    /// Lowers the right side of an assignment. In `a, b = f(), g()`, each target gets one of the elements.
    fn value_for(&mut self, value: &Expr, target: &Expr) -> ExpressionId {
        let targets = match target {
            Expr::Tuple(tuple) => &tuple.elts,
            Expr::List(list) => &list.elts,
            _ => return self.value_held_by(target, value),
        };
        match value {
            Expr::Tuple(tuple)
                if tuple.elts.len() == targets.len()
                    && !tuple.elts.iter().chain(targets).any(Expr::is_starred_expr) =>
            {
                grow_stack(|| {
                    let pairs = tuple.elts.iter().zip(targets);
                    let elements: SmallVec<[ExpressionId; 8]> =
                        pairs.map(|(value, target)| self.value_for(value, target)).collect();
                    let elements = self.push_list(&elements);
                    self.push(Expression::Tuple(elements), tuple.range)
                })
            }
            _ => self.value(value, Usage::Used),
        }
    }

    fn annotated_assign(&mut self, assign: &ast::StmtAnnAssign, end: u32) {
        self.effects(&assign.target, Usage::Used);
        let annotation = last_name(&assign.annotation);
        let is_alias = matches!(annotation, Some("TypeAlias"));
        // `self.client: Final = Client()` declares no type but that of its value (typing.python.org, "Final").
        let is_final = annotation == Some("Final") && assign.target.is_attribute_expr();
        let kind = match &assign.value {
            Some(value) if is_alias => BindingKind::Alias(self.annotation(value)),
            Some(value) if is_final => BindingKind::Value(self.value(value, Usage::Assigned)),
            value => BindingKind::Annotated {
                annotation: self.annotation(&assign.annotation),
                value: value.as_ref().map(|value| self.value_held_by(&assign.target, value)),
            },
        };
        self.bind_target(&assign.target, end, kind);
    }

    /// Lowers an augmented assignment. It keeps the binding of the name, except for `__all__`, whose
    /// exports are then unknown.
    fn augmented_assign(&mut self, assign: &ast::StmtAugAssign, end: u32) {
        let adds = matches!(assign.op, ast::Operator::Add | ast::Operator::BitOr);
        if self.target.is_first_party && adds && may_be_iterable(&assign.value) {
            let target = self.value(&assign.target, Usage::Used);
            let value = self.value(&assign.value, Usage::Used);
            match assign.op {
                ast::Operator::BitOr => self.note_merge(target, value),
                _ => self.note_extension(target, value),
            }
            self.note_operation((&assign.target, target), method_in_place(assign.op), assign.range, None);
        } else {
            let is_noted = !assign.value.is_number_literal_expr() && self.notes_implicit_calls();
            let want =
                if is_noted { self.want_of_operand(&assign.target, Want::Effects) } else { Want::Effects };
            let target = self.visit(&assign.target, Usage::Used, want);
            self.effects(&assign.value, Usage::Used);
            if want == Want::Value {
                let method = method_in_place(assign.op);
                self.note_operation((&assign.target, target), method, assign.range, None);
            }
        }
        if is_exports(&assign.target) {
            self.bind_text("__all__", end, BindingKind::Opaque);
        }
    }

    /// Returns whether a name is a module function that was defined before, once, and only raises.
    fn only_raises(&self, callee: &Expr) -> bool {
        let Expr::Name(name) = callee else { return false };
        if self.raising.is_empty() {
            return false;
        }
        let bound = &self.scopes[Summary::MODULE_SCOPE.index()].bindings;
        let mut bound = bound.iter().filter(|(bound, _)| self.names.get(*bound) == name.id.as_str());
        match (bound.next(), bound.next()) {
            (Some((_, Binding { kind: BindingKind::Function(function), .. })), None) => {
                self.raising.contains(function)
            }
            _ => false,
        }
    }

    fn expression_statement(&mut self, value: &Expr) -> bool {
        self.effects(value, Usage::Dropped);
        let Expr::Call(call) = value else { return true };
        self.current().may_refuse |= !named(last_name(&call.func)).has(Role::AddsToContainer);
        if let Expr::Attribute(method) = &*call.func
            && is_exports(&method.value)
        {
            self.bind_text("__all__", call.range().end().to_u32(), BindingKind::Opaque);
        }
        !never_returns(&call.func) && !self.only_raises(&call.func)
    }
}

/// Returns whether the right side of `+=` or `|=` may be a container.
fn may_be_iterable(value: &Expr) -> bool {
    !value.is_literal_expr() && !value.is_f_string_expr()
}

fn is_exports(expression: &Expr) -> bool {
    matches!(expression, Expr::Name(name) if name.id.as_str() == "__all__")
}

/// Returns whether a function of this name ends its caller: those that return `NoReturn` in typeshed and
/// pytest.
fn never_returns(callee: &Expr) -> bool {
    match callee {
        Expr::Name(name) => name.id.as_str() == "assert_never" || is(name.id.as_str(), Role::NeverReturns),
        Expr::Attribute(attribute) => {
            let owner = match last_name(&attribute.value) {
                Some("self") => Some("unittest.TestCase"),
                owner => owner,
            };
            owner.is_some_and(|owner| is_in(owner, &attribute.attr, Role::NeverReturns))
        }
        _ => false,
    }
}

/// Returns the text from an offset to the end of its line.
fn rest_of_line(text: &str, offset: TextSize) -> &str {
    text[offset.to_usize()..].split(['\n', '\r']).next().unwrap_or_default()
}

/// Returns whether a line has a comment that hides what a type checker says of a returned value: one without a code, or with the code for it
/// (`return-value` of mypy). `no-any-return` says that the checker knows nothing of the value.
fn ignores_return_type(line: &str) -> bool {
    let Some((_, comment)) = line.split_once("# type: ignore") else { return false };
    match comment.strip_prefix('[').and_then(|codes| codes.split(']').next()) {
        Some(codes) => codes.split(',').any(|code| code.trim() == "return-value"),
        None => true,
    }
}
