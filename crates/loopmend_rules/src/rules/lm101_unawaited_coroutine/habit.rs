//! A habit: the same coroutine function of a library is called without `await` at several places.

use loopmend_core::{Confidence, Decision, Diagnostic};
use loopmend_semantic::{AwaitableSource, Call, Coroutine};

use crate::context::Context;
use crate::coroutine::called_name;

/// The number of calls from which on they are a habit.
const MIN_CALLS: usize = 3;

/// The use of a coroutine function of a library, if its definition says that it is one.
pub(super) fn decision(context: &mut Context, call: &Call, coroutine: &Coroutine) -> Option<Decision> {
    if !matches!(
        coroutine.source,
        AwaitableSource::Definition | AwaitableSource::Carried | AwaitableSource::Annotation
    ) {
        return None;
    }
    let (module, name) = context.file.library_function(call)?;
    let callee = context.on_one_line(call.callee)?;
    Some(Decision { key: format!("{module} {name}"), subject: called_name(callee, &name).to_owned() })
}

/// The message for enough calls of one coroutine function.
pub(super) fn message(found: &[Diagnostic]) -> Option<String> {
    let first = found.first()?;
    let subject = &first.decision.as_ref()?.subject;
    let message = match found.iter().map(|one| one.confidence).max()? {
        _ if found.iter().all(|one| one.message == first.message) => first.message.clone(),
        Confidence::Certain => format!("coroutine `{subject}` is never awaited"),
        Confidence::Likely => format!("`{subject}` is probably missing an `await`"),
    };
    let calls = found.len();
    (calls >= MIN_CALLS).then(|| format!("{message} at {calls} calls"))
}
