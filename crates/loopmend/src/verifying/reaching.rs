//! The way of a test to a place: the function to call, and the conditions on the way.

use std::path::Path;
use std::rc::Rc;

use loopmend_core::Span;
use loopmend_project::Project;
use loopmend_python::ast::{AnyNodeRef, Stmt};
use loopmend_python::{Code, SyntaxTree, span_of};

/// So many conditions are named, the innermost ones.
const MAX_CONDITIONS: usize = 3;
/// A longer condition is not shown.
const MAX_LENGTH: usize = 60;

/// Returns how a test reaches a place of a file, as words that follow "a test has to": `call `Store.save` so that `retry` is true`. `None` if
/// the place is in no function.
pub(super) fn way_to(project: &Project, path: &str, place: Span) -> Option<String> {
    let source = project.read(&project.absolute(Path::new(path))).ok()?;
    let code = Code::new(&source.text, Rc::new(SyntaxTree::parse(&source)));
    let around = code.nodes_around(place);
    let innermost = around.iter().rposition(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)))?;
    let (outer, inner) = around.split_at(innermost + 1);
    let names: Vec<&str> = outer.iter().filter_map(|node| definition_name(*node)).collect();
    let mut conditions: Vec<String> =
        inner.iter().filter_map(|node| condition(&code, *node, place)).collect();
    let hidden = conditions.len().saturating_sub(MAX_CONDITIONS);
    conditions.drain(..hidden);
    let call = format!("call `{}`", names.join("."));
    match conditions.as_slice() {
        [] => Some(call),
        conditions => Some(format!("{call} so that {}", conditions.join(" and "))),
    }
}

fn definition_name<'a>(node: AnyNodeRef<'a>) -> Option<&'a str> {
    match node {
        AnyNodeRef::StmtFunctionDef(it) => Some(&it.name),
        AnyNodeRef::StmtClassDef(it) => Some(&it.name),
        _ => None,
    }
}

/// The condition under which a statement runs the part of it in which a place is.
fn condition(code: &Code, node: AnyNodeRef<'_>, place: Span) -> Option<String> {
    let is_in = |body: &[Stmt]| {
        body.first().zip(body.last()).is_some_and(|(first, last)| {
            span_of(first).start <= place.start && place.end <= span_of(last).end
        })
    };
    let shown = |text: &str| (text.len() <= MAX_LENGTH && !text.contains('\n')).then(|| format!("`{text}`"));
    match node {
        AnyNodeRef::StmtIf(it) if is_in(&it.body) => {
            Some(format!("{} is true", shown(code.text_of(&*it.test))?))
        }
        AnyNodeRef::StmtIf(it) => {
            let clause = it.elif_else_clauses.iter().find(|clause| is_in(&clause.body))?;
            match &clause.test {
                Some(test) => Some(format!("{} is true", shown(code.text_of(test))?)),
                None => Some(format!("{} is false", shown(code.text_of(&*it.test))?)),
            }
        }
        AnyNodeRef::StmtWhile(it) if is_in(&it.body) => {
            Some(format!("{} is true", shown(code.text_of(&*it.test))?))
        }
        AnyNodeRef::StmtFor(it) if is_in(&it.body) => {
            Some(format!("{} has an item", shown(code.text_of(&*it.iter))?))
        }
        AnyNodeRef::ExceptHandlerExceptHandler(it) if is_in(&it.body) => {
            let class = it.type_.as_deref().map_or("an exception", |class| code.text_of(class));
            Some(format!("{} is raised", shown(class)?))
        }
        _ => None,
    }
}
