//! What one line did in several tests is one finding.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::{Diagnostic, Note, ProbeFrame, SessionPlace, with_commas};
use loopmend_rules::Observation;
use rustc_hash::FxHashSet;

use crate::render::counted;

/// How many tests are named.
const NAMED: usize = 3;

/// One diagnostic for each place and sentence: what one line does in many tests is one defect. The tests after the first ones
/// are counted, and so are the stacks after the first one.
pub(crate) fn by_place(observations: &[Observation]) -> Vec<Diagnostic> {
    let mut found: Vec<Defect<'_>> = Vec::new();
    let mut at: BTreeMap<(&str, u32, &str, &str), usize> = BTreeMap::new();
    for observation in observations {
        let Diagnostic { path, span, rule, message, .. } = &observation.diagnostic;
        let index = *at.entry((path, span.start, rule, message)).or_insert(found.len());
        match found.get_mut(index) {
            None => found.push(Defect::first(observation)),
            Some(defect) => defect.add(observation),
        }
    }
    found.into_iter().map(Defect::finish).collect()
}

/// The observations of one place.
struct Defect<'o> {
    diagnostic: Diagnostic,
    tests: BTreeSet<&'o SessionPlace>,
    stacks: FxHashSet<&'o [ProbeFrame]>,
}

impl<'o> Defect<'o> {
    fn first(observation: &'o Observation) -> Self {
        let diagnostic = counting(observation);
        let tests = BTreeSet::from([&observation.sighting.born]);
        Self { diagnostic, tests, stacks: stack(observation).collect() }
    }

    fn add(&mut self, observation: &'o Observation) {
        self.stacks.extend(stack(observation));
        if !self.tests.insert(&observation.sighting.born) {
            return;
        }
        let at = self.tests.len() - 1;
        if at < NAMED {
            self.diagnostic.notes.insert(at, counting(observation).notes.swap_remove(0));
        }
    }

    fn finish(mut self) -> Diagnostic {
        let notes = &mut self.diagnostic.notes;
        let unnamed = self.tests.len().saturating_sub(NAMED);
        if unnamed > 0 {
            let message = format!("and in {}", counted(unnamed, "other test"));
            notes.insert(NAMED, Note::new(message));
        }
        let others = self.stacks.len().saturating_sub(1);
        if others > 0 {
            let message = format!(
                "only the first stack is shown; {} led here, listed by `--output-format json`",
                counted(others, "other stack")
            );
            notes.push(Note::new(message));
        }
        self.diagnostic
    }
}

fn stack(observation: &Observation) -> impl Iterator<Item = &[ProbeFrame]> {
    observation.sighting.stack.as_deref().filter(|stack| !stack.is_empty()).into_iter()
}

/// The diagnostic, whose first note says how often the same was seen in the same test.
fn counting(observation: &Observation) -> Diagnostic {
    let mut diagnostic = observation.diagnostic.clone();
    if observation.times > 1
        && let Some(note) = diagnostic.notes.first_mut()
    {
        let Observation { times, more, .. } = observation;
        let written = format!(", {} times", times.saturating_sub(*more));
        note.message.push_str(&if *more > 0 {
            format!("{written} and {} more", with_commas(*more))
        } else {
            written
        });
    }
    diagnostic
}
