//! Attributes of mocks that look like assertions but assert nothing
//! (docs.python.org/3/library/unittest.mock.html#unittest.mock.Mock.assert_called).

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Confidence, Span};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExprAttribute, UnaryOp};
use loopmend_python::text_size::Ranged;
use loopmend_python::{span as span_of, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::infer::Type;
use memchr::memmem;

/// An assertion on a mock that has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IdleAssertion {
    /// The whole statement.
    pub(crate) statement: Span,
    /// The expression on the mock, without `assert` and `not`, including arguments.
    pub(crate) written: Span,
    /// The range of the attribute name.
    pub(crate) name: Span,
    /// The intended assertion method.
    pub(crate) meant: &'static str,
    /// Why the statement asserts nothing.
    pub(crate) kind: IdleKind,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub(crate) symbol: String,
    /// Whether the name is followed by an argument list, which may be empty.
    pub(crate) is_called: bool,
    /// Whether the expression follows `assert` or `assert not`.
    pub(crate) asserted: Asserted,
    /// The confidence that the object is a mock.
    pub(crate) confidence: Confidence,
}

/// Why an assertion has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdleKind {
    /// `mock.assert_called_once` refers to the method without calling it.
    NotCalled,
    /// `mock.called_once_with(1)` is an ordinary attribute that the mock creates.
    Child,
    /// `mock.assert_called_onec()` raises an `AttributeError`.
    Misspelled,
}

/// The keyword before an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asserted {
    /// No keyword: the expression is a statement.
    No,
    /// `assert`.
    Yes,
    /// `assert not`.
    Negated,
}

/// A name in the text that may be an assertion without effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Candidate {
    name: Span,
    meant: &'static str,
    kind: IdleKind,
}

/// Returns the assertions on mocks that have no effect, in source order.
pub(crate) fn idle_assertions(file: &mut File) -> Vec<IdleAssertion> {
    let candidates = candidates(file.text());
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut found = statements_with(file, &candidates);
    found.retain(|idle| {
        idle.kind == IdleKind::NotCalled
            || !file.is_guarded_against(idle.written, &[Role::RaisedByMissingAttribute])
    });
    found.retain_mut(|idle| match confidence_of_mock(file, idle) {
        Some(confidence) => {
            idle.confidence = confidence;
            true
        }
        None => false,
    });
    found
}

fn statements_with(file: &File, candidates: &[Candidate]) -> Vec<IdleAssertion> {
    let mut found = Vec::new();
    walk_body(&file.tree().module().body, |around, node| {
        let range = span_of(node.range());
        let place = candidates.partition_point(|candidate| candidate.name.start < range.start);
        if candidates.get(place).is_none_or(|candidate| candidate.name.end > range.end) {
            return TraversalSignal::Skip;
        }
        if let AnyNodeRef::ExprAttribute(attribute) = node {
            found.extend(idle_assertion(around, attribute, candidates));
        }
        TraversalSignal::Traverse
    });
    found
}

/// Returns the confidence that an assertion on a mock is intended; `None` if it is not.
fn confidence_of_mock(file: &mut File, idle: &IdleAssertion) -> Option<Confidence> {
    if idle.kind == IdleKind::NotCalled {
        return Some(Confidence::Certain);
    }
    match receiver_of(file, idle) {
        Some(Type::Unknown) | None => {
            let is_plain = idle.kind == IdleKind::Child && file.has_text(idle.name, "_once");
            (is_plain && names_mocks(file)).then_some(Confidence::Likely)
        }
        Some(receiver) => file.inference_mut().is_open_mock(receiver).then_some(Confidence::Certain),
    }
}

/// Returns the object whose assertion is called; the mock if it is one of its children.
fn receiver_of(file: &mut File, idle: &IdleAssertion) -> Option<Type> {
    let call = file.call_at(idle.written)?;
    let (module, summary, scope) = (file.module(), file.summary(), call.site.scope);
    let (receiver, _) = summary.method_call(call.site.expression)?;
    let inference = file.inference_mut();
    let receiver_type = inference.expression(module, scope, receiver);
    if receiver_type != Type::Unknown {
        return Some(receiver_type);
    }
    let mut of = summary.short_chain(receiver).skip(1);
    of.find_map(|part| {
        let mock = inference.expression(module, scope, part);
        inference.is_open_mock(mock).then_some(mock)
    })
}

/// Returns whether the file mentions a name that creates mocks.
pub(crate) fn names_mocks(file: &File) -> bool {
    file.summary().mentions(Role::NamesMocks)
}

/// The assertion methods of mocks.
fn assertions() -> impl Iterator<Item = &'static str> {
    Role::MockAssertion.names().iter().copied()
}

/// Returns the names after a dot in a text that may be assertions without effect, in order.
fn candidates(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    for word in Words::AssertionWords.all() {
        for place in memmem::find_iter(text.as_bytes(), word) {
            found.extend(candidate_at(text, place));
        }
    }
    found.sort_unstable_by_key(|candidate| candidate.name.start);
    found.dedup();
    found
}

fn candidate_at(text: &str, place: usize) -> Option<Candidate> {
    let is_part = |letter: &u8| letter.is_ascii_alphanumeric() || *letter == b'_';
    let bytes = text.as_bytes();
    let before = bytes[..place].iter().rev().take_while(|letter| is_part(letter)).count();
    let start = place - before;
    let end = start + bytes[start..].iter().take_while(|letter| is_part(letter)).count();
    if start == 0 || bytes[start - 1] != b'.' {
        return None;
    }
    let name = &text[start..end];
    let is_called = text[end..].trim_start().starts_with('(');
    let candidate = |meant, kind| Candidate { name: Span::new(start as u32, end as u32), meant, kind };
    if let Some(right) = assertions().find(|known| *known == name) {
        return (!is_called).then(|| candidate(right, IdleKind::NotCalled));
    }
    if let Some(meant) = assertions().find(|known| known.strip_prefix("assert_") == Some(name)) {
        let is_own = named(name).has(Role::MockFlag);
        return (!is_own).then(|| candidate(meant, IdleKind::Child));
    }
    if !name.starts_with(['a', 'A']) || !is_called {
        return None;
    }
    let is_refused = Words::RefusedAssertions.all().iter().any(|refused| name.starts_with(refused));
    let kind = if is_refused { IdleKind::Misspelled } else { IdleKind::Child };
    Some(candidate(nearest_assertion(name)?, kind))
}

/// Returns the assertion that a name resembles: two letters are wrong, superfluous, missing or swapped.
fn nearest_assertion(name: &str) -> Option<&'static str> {
    const MOST_WRONG: usize = 2;
    let is_near = |known: &&str| known.len().abs_diff(name.len()) <= MOST_WRONG;
    let near = assertions().filter(is_near);
    let nearest = near.map(|known| (strsim::osa_distance(known, name), known)).min()?;
    (nearest.0 <= MOST_WRONG).then_some(nearest.1)
}

/// Returns the idle assertion in a statement: an attribute, its call, or an `assert` of either.
fn idle_assertion(
    around: &[AnyNodeRef],
    attribute: &ExprAttribute,
    candidates: &[Candidate],
) -> Option<IdleAssertion> {
    let name = span_of(attribute.attr.range());
    let candidate = candidates.iter().find(|candidate| candidate.name == name)?;
    let symbol = symbol_of(around);
    let mut around = around.iter().rev().peekable();
    let mut written = attribute.range();
    let is_called = matches!(around.peek(), Some(AnyNodeRef::ExprCall(call)) if call.func.range() == written);
    if is_called {
        written = around.next()?.range();
    }
    let is_negated =
        matches!(around.peek(), Some(AnyNodeRef::ExprUnaryOp(operation)) if operation.op == UnaryOp::Not);
    if is_negated {
        around.next();
    }
    let statement = around.next()?;
    if is_called && candidate.kind == IdleKind::NotCalled {
        return None;
    }
    let asserted = match statement {
        AnyNodeRef::StmtExpr(_) if !is_negated => Asserted::No,
        AnyNodeRef::StmtAssert(assert) if assert.test.range().contains_range(written) => {
            if is_negated {
                Asserted::Negated
            } else {
                Asserted::Yes
            }
        }
        _ => return None,
    };
    Some(IdleAssertion {
        statement: span_of(statement.range()),
        written: span_of(written),
        name,
        meant: candidate.meant,
        kind: candidate.kind,
        symbol,
        is_called,
        asserted,
        confidence: Confidence::Certain,
    })
}

/// Returns the qualified name of the innermost scope of some nodes.
fn symbol_of(around: &[AnyNodeRef]) -> String {
    let names = around.iter().filter_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) => Some(function.name.as_str()),
        AnyNodeRef::StmtClassDef(class) => Some(class.name.as_str()),
        _ => None,
    });
    names.collect::<Vec<_>>().join(".")
}
