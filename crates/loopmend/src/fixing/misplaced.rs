//! Fixes that put `await` where Python does not take it, though the text parses.

use std::collections::BTreeMap;

use loopmend_core::SourceKind;
use loopmend_semantic::misplaced_awaits;

use super::candidate::Candidate;
use super::verdict::Complaint;

/// The misplaced `await` expressions of the new texts. `texts` has the old bytes, the new ones, and their kind, by path.
pub(crate) fn misplaced(
    texts: &BTreeMap<&str, (&[u8], &[u8], SourceKind)>,
    applied: &[Candidate],
) -> Vec<Complaint> {
    let count = |bytes: &[u8], kind| {
        loopmend_project::decode(bytes.to_vec(), kind).map_or(0, |source| misplaced_awaits(&source))
    };
    let is_worse = |(_, (before, after, kind)): &(&&str, &(&[u8], &[u8], SourceKind))| {
        count(after, *kind) > count(before, *kind)
    };
    let suspects = |path: &str| {
        let awaits =
            |one: &Candidate| one.edits_of(path).iter().any(|edit| edit.replacement.contains("await"));
        (0..applied.len()).filter(|place| awaits(&applied[*place])).collect()
    };
    let complaint = |(path, _): (&&str, _)| {
        let why = "the fix puts `await` where Python does not allow it".to_owned();
        Complaint::about_text(path, suspects(path), why)
    };
    texts.iter().filter(is_worse).map(complaint).filter(|it| !it.suspects.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use loopmend_core::{Edit, FileEdits, SourceKind};

    use super::{Candidate, misplaced};

    #[test]
    fn an_await_in_a_lambda_is_taken_back() {
        let candidate = |start| Candidate {
            path: "a.py".to_owned(),
            title: "await the call".to_owned(),
            files: vec![FileEdits::new("a.py", vec![Edit::insertion(start, "await ")])],
            mends: Vec::new(),
        };
        let judged = |before: &'static str, after: &'static str| {
            let texts = BTreeMap::from([("a.py", (before.as_bytes(), after.as_bytes(), SourceKind::Python))]);
            misplaced(&texts, &[candidate(19)]).len()
        };
        assert_eq!(judged("async def f():\n    g()\n", "async def f():\n    await g()\n"), 0);
        assert_eq!(judged("async def f():\n    lambda: g()\n", "async def f():\n    lambda: await g()\n"), 1);
    }
}
