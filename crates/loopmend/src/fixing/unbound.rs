//! Fixes that use a name where it has no value.

use std::collections::BTreeMap;

use loopmend_core::SourceKind;
use loopmend_semantic::unbound_names;

use super::candidate::Candidate;
use super::verdict::Complaint;

/// The names that the new texts leave unbound. `texts` has the old bytes, the new ones, and their kind, by path.
pub(crate) fn unbound(
    texts: &BTreeMap<&str, (&[u8], &[u8], SourceKind)>,
    applied: &[Candidate],
) -> Vec<Complaint> {
    texts
        .iter()
        .flat_map(|(path, (before, after, kind))| of_text(path, [*before, *after], *kind, applied))
        .collect()
}

fn of_text(path: &str, texts: [&[u8]; 2], kind: SourceKind, applied: &[Candidate]) -> Vec<Complaint> {
    let names = texts.map(|bytes| {
        loopmend_project::decode(bytes.to_vec(), kind)
            .map(|source| unbound_names(&source))
            .unwrap_or_default()
    });
    let [before, mut after] = names;
    after.retain(|name, count| before.get(name).is_none_or(|count_before| *count > *count_before));
    let complaint = |name: &String| {
        let why = format!("the fix leaves `{name}` without a value where it is used");
        Complaint::about_text(path, suspects(path, name, applied), why)
    };
    after.keys().map(complaint).filter(|it| !it.suspects.is_empty()).collect()
}

/// The fixes that write the name; else all of the file, since one may have taken away what gave it a value.
fn suspects(path: &str, name: &str, applied: &[Candidate]) -> Vec<usize> {
    let use_of_it = format!("{name}.");
    let places = || 0..applied.len();
    let writes = |place: &usize| {
        applied[*place].edits_of(path).iter().any(|edit| edit.replacement.contains(&use_of_it))
    };
    let writers: Vec<usize> = places().filter(writes).collect();
    match writers.is_empty() {
        true => places().filter(|place| !applied[*place].edits_of(path).is_empty()).collect(),
        false => writers,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use loopmend_core::{Edit, FileEdits, SourceKind};

    use super::{Candidate, unbound};

    fn judged(before: &str, after: &str, replacement: &str) -> Vec<String> {
        let candidate = Candidate {
            path: "a.py".to_owned(),
            title: "take the running loop".to_owned(),
            files: vec![FileEdits::new("a.py", vec![Edit::insertion(0, replacement)])],
            mends: Vec::new(),
        };
        let texts = BTreeMap::from([("a.py", (before.as_bytes(), after.as_bytes(), SourceKind::Python))]);
        unbound(&texts, &[candidate]).into_iter().map(|complaint| complaint.why).collect()
    }

    #[test]
    fn a_name_is_used_only_where_it_has_a_value() {
        let (open, use_of_it) = ("async def f():\n    ", "loop = asyncio.get_running_loop()\n    ");
        for import in ["import asyncio\n", "from asyncio import sleep\n    x = asyncio = sleep\n"] {
            let before = format!("{open}{import}");
            let after = format!("{open}{use_of_it}{import}");
            assert_eq!(
                judged(&before, &after, use_of_it),
                ["the fix leaves `asyncio` without a value where it is used"]
            );
        }
        let before = format!("import asyncio\n{open}x = 1\n");
        let after = format!("import asyncio\n{open}{use_of_it}x = 1\n");
        assert_eq!(judged(&before, &after, use_of_it), [""; 0]);
        let is_there_before = format!("{open}asyncio.sleep(1)\n");
        let after = format!("{open}await asyncio.sleep(1)\n");
        assert_eq!(judged(&is_there_before, &after, "await "), [""; 0]);
    }

    #[test]
    fn a_name_is_not_taken_away_where_it_is_used() {
        let before = "async def f(event_loop):\n    event_loop.x\n";
        let after = "async def f():\n    event_loop.x\n";
        assert_eq!(
            judged(before, after, ""),
            ["the fix leaves `event_loop` without a value where it is used"]
        );
    }
}
