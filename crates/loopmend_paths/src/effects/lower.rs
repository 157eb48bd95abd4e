//! Lowers the syntax tree of a file to the side effects of its functions.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{FunctionId, Summary, each_function};
use loopmend_python::ast::visitor::{Visitor, walk_expr, walk_stmt};
use loopmend_python::ast::{Expr, ExprCall, ExprName, Stmt, StmtAugAssign, StmtFunctionDef};
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, span};

use super::names::{FileNames, Names, name_of_callee};
use super::{CallEffects, Effects, EffectsOfFile, Given, Root, Roots, Source, Value, Write};

/// Returns the side effects of the functions of a file.
pub(super) fn effects_of(summary: &Summary, tree: &SyntaxTree) -> EffectsOfFile {
    let mut found = EffectsOfFile::default();
    let file = FileNames::of(summary);
    each_function(summary, tree, |function, definition| {
        found.0.insert(function, function_effects(&file, function, definition));
    });
    found
}

fn function_effects(file: &FileNames, function: FunctionId, definition: &StmtFunctionDef) -> Effects {
    let parameters = definition.parameters.iter().map(|it| it.name().as_str());
    let names = Names::new(file, function, parameters, &definition.body);
    let mut effects = Effects::default();
    Writes { names: &names, effects: &mut effects }.visit_body(&definition.body);
    effects.calls = names.all_calls.iter().map(|call| effects_of_call(&names, call)).collect();
    effects
}

fn effects_of_call(names: &Names, call: &ExprCall) -> CallEffects {
    let positional = call.arguments.args.iter().map(|argument| match argument {
        Expr::Starred(it) => (Given::Any, names.value(&it.value).part()),
        _ => (Given::Place, names.value(argument)),
    });
    let named = call.arguments.keywords.iter().map(|keyword| match &keyword.arg {
        Some(name) => (Given::Keyword(name.as_str().into()), names.value(&keyword.value)),
        None => (Given::Any, names.value(&keyword.value).part()),
    });
    let (receiver, local) = match &*call.func {
        Expr::Attribute(it) => (Some(names.value(&it.value)), None),
        Expr::Name(name) => (None, names.local(name.id.as_str())),
        other => (None, Some(names.value(other))),
    };
    CallEffects {
        at: span(call.range()),
        name: name_of_callee(call).into(),
        receiver,
        local,
        arguments: positional.chain(named).collect(),
    }
}

/// The writes and results of a function's statements.
struct Writes<'n, 'a> {
    names: &'n Names<'a>,
    effects: &'n mut Effects,
}

impl Writes<'_, '_> {
    /// Records a write to a target.
    fn target(&mut self, target: &Expr, at: u32) {
        match target {
            Expr::Attribute(it) => self.write(&it.value, at),
            Expr::Subscript(it) => self.write(&it.value, at),
            Expr::Name(name) if self.is_global(name) => {
                let outside = Root { source: Source::Outside, is_inside: false };
                self.add(Roots::from([outside]), at, true);
            }
            Expr::Tuple(it) => it.elts.iter().for_each(|target| self.target(target, at)),
            Expr::List(it) => it.elts.iter().for_each(|target| self.target(target, at)),
            Expr::Starred(it) => self.target(&it.value, at),
            _ => {}
        }
    }

    fn is_global(&self, name: &ExprName) -> bool {
        self.names.globals.contains(name.id.as_str())
    }

    /// Records an augmented assignment. Control may leave between the read and the write, so both positions
    /// count.
    fn augment(&mut self, statement: &StmtAugAssign) {
        let Span { start, end } = span(statement.range());
        for at in [start, end] {
            match &*statement.target {
                Expr::Name(name) if !self.is_global(name) => {
                    // A list takes up what is added to it.
                    let roots = self.names.value(&statement.target).own;
                    if !is_number_or_text(&statement.value) {
                        self.add(roots, at, is_list(&statement.value));
                    }
                }
                target => self.target(target, at),
            }
        }
    }

    fn write(&mut self, value: &Expr, at: u32) {
        self.add(self.names.value(value).own, at, true);
    }

    fn add(&mut self, roots: Roots, at: u32, is_sure: bool) {
        if !roots.is_empty() {
            self.effects.writes.push(Write { at, roots, is_sure });
        }
    }

    fn give(&mut self, value: &Value) {
        self.effects.gives.join(value);
    }
}

impl<'a> Visitor<'a> for Writes<'_, 'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let end = span(statement.range()).end;
        match statement {
            Stmt::Assign(it) => it.targets.iter().for_each(|target| self.target(target, end)),
            Stmt::AnnAssign(it) if it.value.is_some() => self.target(&it.target, end),
            Stmt::AugAssign(it) => self.augment(it),
            Stmt::Delete(it) => it.targets.iter().for_each(|target| self.target(target, end)),
            Stmt::For(it) => self.target(&it.target, span(it.iter.range()).end),
            Stmt::With(it) => {
                for target in it.items.iter().filter_map(|item| item.optional_vars.as_deref()) {
                    self.target(target, span(target.range()).end);
                }
            }
            Stmt::Return(it) => {
                if let Some(value) = &it.value {
                    self.give(&self.names.value(value));
                }
            }
            _ => {}
        }
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Yield(it) => {
                if let Some(value) = &it.value {
                    self.give(&Value::made_of([&self.names.value(value)]));
                }
            }
            Expr::YieldFrom(it) => self.give(&self.names.value(&it.value)),
            _ => {}
        }
        loopmend_python::stack::grow_stack(|| walk_expr(self, expression));
    }
}

fn is_number_or_text(value: &Expr) -> bool {
    match value {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::FString(_) | Expr::BytesLiteral(_) => true,
        Expr::UnaryOp(it) => grow_stack(|| is_number_or_text(&it.operand)),
        Expr::BinOp(it) => grow_stack(|| is_number_or_text(&it.left) && is_number_or_text(&it.right)),
        Expr::Call(it) => named(name_of_callee(it)).has(Role::ReturnsNumberOrText),
        _ => false,
    }
}

fn is_list(value: &Expr) -> bool {
    matches!(value, Expr::List(_) | Expr::ListComp(_) | Expr::Set(_) | Expr::SetComp(_) | Expr::Dict(_))
}
