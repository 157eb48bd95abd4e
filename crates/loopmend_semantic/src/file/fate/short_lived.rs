//! Local names that go out of scope before the event loop continues, found by the rest of the function.

use std::cell::RefCell;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_flow::{FunctionFlow, Step, StepKind, Used};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, StmtFunctionDef};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{SyntaxTree, function_around, makes_scope, nodes_around, range_of, walk_body};
use rustc_hash::FxHashMap;

use super::assigned::{NameUsed, NamesUsed, bound_name, is_element_of};
use super::value_use::UseKind;
use crate::file::File;

/// A local name that goes out of scope before the event loop continues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShortLived {
    /// The name.
    pub(crate) name: String,
    /// `true` if a done callback is added to the value.
    pub(crate) has_callback: bool,
}

impl File<'_> {
    /// Returns the local name that the value of a call is bound to, if nothing reads it but to add a done callback, and the enclosing
    /// function ends without suspending.
    pub(crate) fn short_lived_name(&self, call: Span) -> Option<ShortLived> {
        short_lived_name(&self.names_used, &self.last_waits, &self.tree_within(call.start), call)
    }

    /// Returns the local container that the value of a call is put into, if it is only filled and counted, and the enclosing function ends
    /// without suspending.
    pub(crate) fn short_lived_container(&self, call: Span) -> Option<String> {
        let known = (&self.names_used, &self.last_waits, &self.kept_names);
        short_lived_container(known, &self.tree_within(call.start), call)
    }

    /// Returns whether the rest of the function may end without suspending, according to its text.
    pub(crate) fn may_end_without_wait(&self, call: Span) -> bool {
        !has_word(self.text_to_next_function(call.end), "await")
    }

    /// Returns whether this is possible according to the surrounding text. The check avoids parsing the
    /// text again, which takes time and seldom succeeds.
    pub(crate) fn may_be_short_lived(&self, call: Span) -> bool {
        let before = self.text().get(..call.start as usize).unwrap_or_default();
        may_be_short_lived(before, self.text_to_next_function(call.end))
    }
}

/// Returns whether the text after a call neither waits nor repeats the name that the text before it binds, other than to add a done
/// callback. The name must not be an attribute.
fn may_be_short_lived(before: &str, behind: &str) -> bool {
    let target = before.trim_end().strip_suffix('=').map_or(before, str::trim_end);
    let name = target.rsplit(|c| !is_word(c)).next().unwrap_or_default();
    let is_attribute = target[..target.len() - name.len()].ends_with(['.', ']']);
    let adds_callback = || Role::AddsDoneCallback.names().iter().any(|method| has_word(behind, method));
    !is_attribute && !has_word(behind, "await") && (!has_word(behind, name) || adds_callback())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns whether a text has a word, which is not part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_whole = |place: usize| {
        let (before, behind) = (&text[..place], &text[place + word.len()..]);
        !before.ends_with(is_word) && !behind.starts_with(is_word)
    };
    !word.is_empty() && memchr::memmem::find_iter(text.as_bytes(), word).any(is_whole)
}

fn short_lived_name(
    names_used: &NamesUsed,
    last_waits: &LastWaits,
    tree: &SyntaxTree,
    call: Span,
) -> Option<ShortLived> {
    let around = nodes_around(tree, call);
    let name = bound_name(&around, range_of(call))?;
    let function = function_around(&around)?;
    let assigned = names_used.of(name, function)?;
    let adds_callback = |used: &NameUsed| matches!(&used.kind, UseKind::Attribute(method) if named(method.as_str()).has(Role::AddsDoneCallback));
    let is_unread = assigned.uses().all(adds_callback) && !assigned.is_open;
    let since = outermost_loop(&around).unwrap_or(range_of(call).end());
    let is_lost = is_unread && !last_waits.may_wait(function, since);
    let has_callback = assigned.uses().next().is_some();
    is_lost.then_some(ShortLived { name: assigned.name, has_callback })
}

fn short_lived_container(
    (names_used, last_waits, kept_names): (&NamesUsed, &LastWaits, &KeptNames),
    tree: &SyntaxTree,
    call: Span,
) -> Option<String> {
    let around = nodes_around(tree, call);
    let (name, outer) = container_of(&around, range_of(call))?;
    let function = function_around(outer)?;
    let assigned = names_used.of(name, function)?;
    let is_filled = assigned.uses().all(|used| match &used.kind {
        UseKind::Condition => true,
        UseKind::Given(function) => named(function.as_str()).has(Role::AsksForSize),
        UseKind::Attribute(method) => named(method.as_str()).has(Role::AddsOneItem),
        _ => false,
    });
    let since = outermost_loop(&around).unwrap_or(range_of(call).end());
    let is_lost = is_filled
        && !assigned.is_open
        && !last_waits.may_wait(function, since)
        && !kept_names.has(function, name);
    is_lost.then_some(assigned.name)
}

/// Returns the name of the list or set that a value is put into, as the only argument of a method or as an element, and the nodes around
/// the container.
fn container_of<'a, 'r>(
    around: &'r [AnyNodeRef<'a>],
    value: TextRange,
) -> Option<(&'a str, &'r [AnyNodeRef<'a>])> {
    match around {
        [.., AnyNodeRef::StmtExpr(_), AnyNodeRef::ExprCall(add), AnyNodeRef::Arguments(given)] => {
            let method = add.func.as_attribute_expr()?;
            let adds = named(method.attr.as_str()).has(Role::AddsOneItem) && given.len() == 1;
            Some((method.value.as_name_expr().filter(|_| adds)?.id.as_str(), around))
        }
        [further @ .., container] => {
            let is_plain = match container {
                AnyNodeRef::ExprTuple(_) | AnyNodeRef::ExprDict(_) => false,
                container => is_element_of(*container, value),
            };
            let name = if is_plain { bound_name(further, container.range()) } else { None };
            Some((name?, further))
        }
        [] => None,
    }
}

/// Returns whether an assignment in a function binds a name together with other targets: `name = self.name = []`.
fn is_bound_with_others(function: &StmtFunctionDef, name: &str) -> bool {
    let mut is_found = false;
    walk_body(&function.body, |_, node| {
        if let AnyNodeRef::StmtAssign(assign) = node {
            let is_it =
                |target: &Expr| target.as_name_expr().is_some_and(|target| target.id.as_str() == name);
            is_found |= assign.targets.len() > 1 && assign.targets.iter().any(is_it);
        }
        TraversalSignal::Traverse
    });
    is_found
}

/// Returns whether a method of a name is used without a call.
fn passes_method_on(flow: &FunctionFlow, name: &str) -> bool {
    flow.steps().any(|step| match step.kind {
        StepKind::Read(Expr::Attribute(method), used) => {
            let is_of_name = method.value.as_name_expr().is_some_and(|it| it.id.as_str() == name);
            is_of_name && used != Used::Callee
        }
        _ => false,
    })
}

/// Returns the start of the outermost loop of the function, all of which may run again after the statement.
pub(super) fn outermost_loop(around: &[AnyNodeRef]) -> Option<TextSize> {
    let inwards = around.iter().rev().take_while(|node| !makes_scope(**node));
    let loops = inwards.filter(|node| matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_)));
    loops.last().map(Ranged::start)
}

/// A cache of whether something else than a name keeps its value, by function and name.
#[derive(Default)]
pub struct KeptNames(RefCell<FxHashMap<(TextRange, String), bool>>);

impl KeptNames {
    fn has(&self, function: &StmtFunctionDef, name: &str) -> bool {
        let is_kept =
            || is_bound_with_others(function, name) || passes_method_on(&FunctionFlow::of(function), name);
        *self.0.borrow_mut().entry((function.range, name.to_owned())).or_insert_with(is_kept)
    }
}

/// A cache of the last suspension points or loop runs, by function.
#[derive(Default)]
pub struct LastWaits(RefCell<FxHashMap<TextRange, Option<TextSize>>>);

impl LastWaits {
    /// Returns whether a function may suspend or run an event loop, at a place or after it.
    pub(super) fn may_wait(&self, function: &StmtFunctionDef, since: TextSize) -> bool {
        let mut known = self.0.borrow_mut();
        let last = known.entry(function.range).or_insert_with(|| last_wait(function));
        last.is_some_and(|last| last >= since)
    }
}

/// Returns the start of the last suspension point or loop run in a function.
fn last_wait(function: &StmtFunctionDef) -> Option<TextSize> {
    let flow = FunctionFlow::of(function);
    flow.steps().filter(|step| waits_itself(step)).map(|step| step.at.start()).max()
}

fn waits_itself(step: &Step) -> bool {
    match step.kind {
        StepKind::Wait(_) | StepKind::Yield => true,
        StepKind::Call(call, _) => {
            let method = call.func.as_attribute_expr().map(|callee| callee.attr.as_str());
            method.is_some_and(|method| named(method).has(Role::RunsAnyLoop))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::assigned::NamesUsed;
    use super::super::tests::{function_of, parsed, place_of_f};
    use super::{KeptNames, LastWaits, may_be_short_lived, short_lived_container, short_lived_name};

    fn name(body: &str) -> Option<String> {
        let text = function_of(body);
        let (names_used, last_waits) = (NamesUsed::default(), LastWaits::default());
        let found = short_lived_name(&names_used, &last_waits, &parsed(&text), place_of_f(&text))?;
        Some(found.name)
    }

    #[test]
    fn the_text_tells_most_names_that_live_on() {
        for (before, behind) in [
            ("task = ", "()\n    await x"),
            ("x = 1\n  task  =\n ", "()\n    return task"),
            ("self.task = ", "()"),
            ("tasks[0] = ", "()"),
        ] {
            assert!(!may_be_short_lived(before, behind), "{before}");
        }
        assert!(may_be_short_lived("task = ", "()\n    return tasks"));
        assert!(may_be_short_lived("task: Task = ", "()\n    return 1"));
        assert!(may_be_short_lived("task = ", "()\n    task.add_done_callback(print)"));
    }

    #[test]
    fn a_name_dies_with_its_function() {
        for body in [
            "x = f()",
            "await a\nx = f()",
            "if a:\n    x = f()\nprint(b)",
            "for y in a:\n    x = f()",
            "await a\nfor y in a:\n    x: object = f()",
            "x = f()\nasync def g():\n    await b",
            "x = f()\nx.add_done_callback(a)",
        ] {
            assert_eq!(name(body), Some("x".to_owned()), "{body}");
        }
    }

    #[test]
    fn a_name_lives_while_its_function_waits() {
        for body in [
            "x = f()\nawait a",
            "x = f()\nasync with a: pass",
            "x = f()\nasync for y in a: pass",
            "x = f()\nyield",
            "x = f()\n[y async for y in a]",
            "x = f()\na.run_forever()",
            "for y in a:\n    await b\n    x = f()",
            "while a:\n    while b:\n        x = f()\n    await b",
        ] {
            assert_eq!(name(body), None, "{body}");
        }
    }

    fn container(body: &str) -> Option<String> {
        let text = function_of(body);
        let known = (&NamesUsed::default(), &LastWaits::default(), &KeptNames::default());
        short_lived_container(known, &parsed(&text), place_of_f(&text))
    }

    #[test]
    fn a_container_dies_with_its_function() {
        for body in [
            "x = []\nx.append(f())",
            "x = set()\nfor y in a:\n    x.add(f())\nreturn len(x)",
            "x = [f() for y in a]\nif x: pass",
            "x = [f(), b]",
            "await a\nx = {f()}",
        ] {
            assert_eq!(container(body), Some("x".to_owned()), "{body}");
        }
    }

    #[test]
    fn a_container_that_is_used_or_outlives_a_wait_is_kept() {
        for body in [
            "x = []\nx.append(f())\nreturn x",
            "x = []\nx.append(f())\nawait g(*x)",
            "x = []\nx.append(f())\nawait a",
            "x = []\nx.append(f())\na.run_forever()",
            "x = []\nfor y in a:\n    x.append(f())\n    await b",
            "x = []\nx.append(f())\nfor y in x: pass",
            "x = []\nx.append(f())\nx[0].cancel()",
            "x = []\nx.append(f())\nx.pop()",
            "x = []\nx.append(f())\nb(x.append)",
            "x = []\nx.append(f())\ndef g(): return x",
            "x = []\nx.append(g(f()))",
            "x.y.append(f())",
            "x = (f(), b)",
            "x = {a: f()}",
            "x.append(f(), b)",
        ] {
            assert_eq!(container(body), None, "{body}");
        }
    }

    #[test]
    fn a_name_that_is_read_or_shared_is_another_matter() {
        for body in ["x = f()\nreturn x", "global x\nx = f()", "x = f()\ndef g(): return x", "a.x = f()"] {
            assert_eq!(name(body), None, "{body}");
        }
    }
}
