//! Branches for one value of a parameter, where all callers of the function pass other values.

use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, CallSite, ExpressionId, FunctionId, Summary};
use loopmend_paths::{Control, Reach};
use loopmend_python::ast::{AnyNodeRef, CmpOp, Expr, Stmt};
use loopmend_python::text_size::Ranged;
use loopmend_python::{is_in_block, nodes_around, range_of, span};

use super::File;
use crate::engine::ModuleId;
use crate::infer::FunctionRef;

/// A test whether a parameter is a constant: `mode == Mode.FAST`.
struct Selection {
    parameter: String,
    constant: String,
}

impl File<'_> {
    /// Returns whether a call is in a branch for one value of a parameter, and each caller of the function passes another constant.
    pub(super) fn is_in_unselected_branch(&mut self, function: FunctionId, call: Span) -> bool {
        let selections = self.selections_around(call);
        if selections.is_empty() {
            return false;
        }
        let Some(callers) = self.calls_outside_of_tests(function) else { return false };
        selections.iter().any(|selection| {
            let Some(place) = self.place_of_parameter(function, &selection.parameter) else { return false };
            callers.iter().all(|(caller, site)| {
                let site = self.engine().summary(*caller).calls[*site as usize];
                let passed = self.text_of_argument(*caller, &site, place, &selection.parameter);
                passed.is_some_and(|passed| are_different(passed, &selection.constant))
            })
        })
    }

    /// Returns all calls of a function outside of tests; `None` if there are none, or if anything else may call it.
    fn calls_outside_of_tests(&mut self, function: FunctionId) -> Option<Vec<(ModuleId, u32)>> {
        let module = self.module();
        let inference = self.inference_mut();
        inference.rest_on_all_texts();
        let callers = inference.callers_of(FunctionRef { module, function });
        let engine = self.engine();
        let mut calls = Vec::new();
        for reach in &callers.all {
            let Reach::From { around, at, control, .. } = reach else { return None };
            if engine.is_of_tests(around.module()) {
                continue;
            }
            if matches!(control, Control::Given | Control::Wrapped) {
                return None;
            }
            calls.push((*at)?);
        }
        (!callers.is_cut && !calls.is_empty()).then_some(calls)
    }

    /// Returns the tests of the branches around a call.
    fn selections_around(&self, call: Span) -> Vec<Selection> {
        let tree = self.tree_within(call.start);
        let around = nodes_around(&tree, call);
        let is_in = |body: &[Stmt]| is_in_block(body, range_of(call));
        let inside = around.iter().rev().take_while(|node| !matches!(node, AnyNodeRef::StmtFunctionDef(_)));
        let tests = inside.filter_map(|node| match node {
            AnyNodeRef::StmtIf(statement) => {
                let branches = statement.elif_else_clauses.iter();
                let first = is_in(&statement.body).then_some(&*statement.test);
                first.or_else(|| branches.clone().find(|it| is_in(&it.body)).and_then(|it| it.test.as_ref()))
            }
            _ => None,
        });
        tests.filter_map(|test| self.selection(test)).collect()
    }

    fn selection(&self, test: &Expr) -> Option<Selection> {
        let compare = test.as_compare_expr()?;
        let ([CmpOp::Eq | CmpOp::Is], [right]) = (&*compare.ops, &*compare.comparators) else { return None };
        let parameter = compare.left.as_name_expr()?.id.to_string();
        Some(Selection { parameter, constant: self.slice(span(right.range())).to_owned() })
    }

    /// Returns the index of a parameter that the function does not bind again.
    fn place_of_parameter(&self, function: FunctionId, parameter: &str) -> Option<usize> {
        let summary = self.summary();
        let definition = summary.function(function);
        let place = definition.parameters.iter().position(|it| summary.name(it.name) == parameter)?;
        let is_left = summary.bindings_of(definition.scope, parameter).len() <= 1;
        let is_bound = usize::from(summary.has_receiver(function));
        is_left.then(|| place.checked_sub(is_bound)).flatten()
    }

    /// Returns the text of the argument that a call passes for a parameter.
    fn text_of_argument(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        place: usize,
        parameter: &str,
    ) -> Option<&str> {
        self.inference_mut().rest_on_text(module);
        let engine = self.engine();
        let summary = engine.summary(module);
        let argument = argument_for(summary, site, place, parameter)?;
        let text = &engine.load(module).source.as_deref()?.text;
        text.get(summary.span(argument).as_range())
    }
}

/// Returns the argument for a parameter, by its name or place.
fn argument_for(summary: &Summary, site: &CallSite, place: usize, parameter: &str) -> Option<ExpressionId> {
    let arguments = summary.arguments_of(site.expression)?;
    let named = arguments.iter().find(
        |argument| matches!(argument.kind, ArgumentKind::Keyword(name) if summary.name(name) == parameter),
    );
    let positional = || {
        let before = arguments.get(..=place)?;
        let is_plain = before.iter().all(|argument| argument.kind == ArgumentKind::Positional);
        is_plain.then(|| before.last()).flatten()
    };
    named.or_else(positional).map(|argument| argument.value)
}

/// Returns whether two texts are different constants of one kind: members of one class, or strings.
fn are_different(one: &str, other: &str) -> bool {
    match (member(one), member(other)) {
        (Some((class, name)), Some((other_class, other_name))) => class == other_class && name != other_name,
        _ => matches!((string(one), string(other)), (Some(one), Some(other)) if one != other),
    }
}

/// Returns the class and the name of a member in capitals: `Mode.FAST`.
fn member(text: &str) -> Option<(&str, &str)> {
    let (class, name) = text.rsplit_once('.')?;
    let is_name = |part: &str| part.chars().all(|it| it.is_alphanumeric() || it == '_' || it == '.');
    let is_class = class.rsplit('.').next()?.starts_with(char::is_uppercase);
    let is_constant = !name.is_empty() && !name.contains(char::is_lowercase);
    (is_class && is_constant && is_name(class) && is_name(name)).then_some((class, name))
}

/// Returns the contents of a plain string.
fn string(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let contents = text.strip_prefix(quote)?.strip_suffix(quote)?;
    (!contents.contains([quote, '\\', '\n'])).then_some(contents)
}
