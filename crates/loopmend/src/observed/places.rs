//! What one line did in several tests is one finding.

use std::collections::BTreeMap;

use loopmend_core::{Diagnostic, Note};
use loopmend_rules::Observation;

use crate::render::counted;

/// One diagnostic for each place and sentence: what one line does in many tests is one defect. The tests after the first ones
/// are counted.
pub(crate) fn by_place(observations: &[Observation]) -> Vec<Diagnostic> {
    const NAMED: usize = 3;
    let mut found: Vec<(Diagnostic, usize)> = Vec::new();
    let mut at: BTreeMap<(String, u32, String, String), usize> = BTreeMap::new();
    for Observation { diagnostic, times, .. } in observations {
        let key = (
            diagnostic.path.clone(),
            diagnostic.span.start,
            diagnostic.rule.clone(),
            diagnostic.message.clone(),
        );
        let index = *at.entry(key).or_insert(found.len());
        let mut diagnostic = diagnostic.clone();
        if *times > 1
            && let Some(note) = diagnostic.notes.first_mut()
        {
            note.message.push_str(&format!(", {times} times"));
        }
        match found.get_mut(index) {
            None => found.push((diagnostic, 1)),
            Some((first, tests)) => {
                *tests += 1;
                if *tests <= NAMED {
                    let at = *tests - 1;
                    first.notes.insert(at, diagnostic.notes.swap_remove(0));
                }
            }
        }
    }
    let finish = |(mut diagnostic, tests): (Diagnostic, usize)| {
        if tests > NAMED {
            let more =
                Note { message: format!("and in {}", counted(tests - NAMED, "other test")), place: None };
            diagnostic.notes.insert(NAMED, more);
        }
        diagnostic
    };
    found.into_iter().map(finish).collect()
}
