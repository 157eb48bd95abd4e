//! A synchronous session or client of the project: the calls of its methods block for one reason.

use std::collections::BTreeSet;

use loopmend_catalog::{Role, entry, named};
use loopmend_core::{Decision, Diagnostic, PlaceRole};

/// The group of callables that wait for a server.
const NETWORK: &str = "network";

/// The use of a synchronous session, client or connection, if a callable is a method of one. Classes of one package with one replacement
/// are one decision.
pub(super) fn decision(path: &str, instead: &str) -> Option<Decision> {
    let (class, _) = path.rsplit_once('.')?;
    let name = class.rsplit('.').next()?;
    let is_class = name.starts_with(char::is_uppercase) || named(name).has(Role::LowercaseClass);
    let blocks = entry(path).and_then(|entry| entry.blocks.as_ref());
    let waits_for_server = blocks.is_none_or(|blocks| blocks.group == NETWORK);
    let package = package(class);
    (is_class && waits_for_server)
        .then(|| Decision { key: format!("{package} {instead}"), subject: class.to_owned() })
}

/// The message for several calls of methods of a session.
pub(super) fn message(found: &[Diagnostic]) -> Option<String> {
    let subjects: BTreeSet<&str> = found
        .iter()
        .filter_map(|one| one.decision.as_ref())
        .map(|decision| decision.subject.as_str())
        .collect();
    let subject = match subjects.len() {
        1 => subjects.first()?,
        _ => package(subjects.first()?),
    };
    let calls = found.len();
    (calls > 1).then(|| format!("`{subject}` blocks the event loop at {calls} calls: {}", reached_by(found)))
}

fn reached_by(found: &[Diagnostic]) -> String {
    let callers: BTreeSet<(&str, &str)> = found.iter().flat_map(callers).collect();
    match (callers.len(), callers.first()) {
        (1, Some((_, symbol))) => format!("async function `{symbol}` reaches them"),
        (count, _) => format!("{count} async functions reach them"),
    }
}

/// The `async` functions that reach the call of a finding, each with its file.
fn callers(found: &Diagnostic) -> Vec<(&str, &str)> {
    let callers = found.places.iter().filter(|place| place.role == PlaceRole::Caller);
    let callers: Vec<_> = callers.map(|place| (place.path.as_str(), place.symbol.as_str())).collect();
    if callers.is_empty() { vec![(&found.path, &found.symbol)] } else { callers }
}

fn package(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}
