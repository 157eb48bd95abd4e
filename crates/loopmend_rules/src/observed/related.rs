//! Other places that belong to what was seen, in words.

use loopmend_core::{RelatedPlace, RelatedRole};

/// What a place has to do with a sighting: ``the event loop that ran was made in `test_a.py::test_b` (call)``. `None` for what this
/// version does not know.
pub(super) fn in_words(related: &RelatedPlace) -> Option<String> {
    let RelatedPlace { role, what, frames, born } = related;
    let subject = match role {
        RelatedRole::Object => format!("the `{what}`"),
        RelatedRole::BoundLoop => format!("the event loop that it belongs to, a `{what}`,"),
        RelatedRole::RunningLoop => format!("the event loop that ran, a `{what}`,"),
        RelatedRole::Waits => {
            let innermost = frames.first().map(|frame| frame.function.as_str())?;
            return Some(format!("it waits here, in `{innermost}`"));
        }
        RelatedRole::Otherwise => return None,
    };
    Some(match born {
        Some(born) => format!("{subject} was made {}", born.in_words()),
        None => format!("it is not known where {} was made", subject.trim_end_matches(',')),
    })
}
