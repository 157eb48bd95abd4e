//! Notes about places that are related to a sighting.

use loopmend_core::{RelatedPlace, RelatedRole};

/// The relation of a place to a sighting: ``the running event loop was made in `test_a.py::test_b` (call)``. `None` for a role that this
/// version does not know.
pub(super) fn in_words(related: &RelatedPlace) -> Option<String> {
    let RelatedPlace { role, what, frames, born } = related;
    let subject = match role {
        RelatedRole::Object => format!("the `{what}`"),
        RelatedRole::BoundLoop => format!("its event loop, a `{what}`,"),
        RelatedRole::RunningLoop => format!("the running event loop, a `{what}`,"),
        RelatedRole::Waits => {
            let innermost = frames.first().map(|frame| frame.function.as_str())?;
            return Some(format!("it waits here, in `{innermost}`"));
        }
        RelatedRole::Otherwise => return None,
    };
    Some(match born {
        Some(born) => format!("{subject} was made {}", born.in_words()),
        None => format!("loopmend does not know where {} was made", subject.trim_end_matches(',')),
    })
}
