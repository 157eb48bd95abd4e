//! Test files whose tests run on the same event loop.

use rustc_hash::FxHashSet;

use super::Scope;
use super::loop_of_test::LoopIdentity;
use super::outcome::Outcome;
use crate::engine::{Engine, ModuleId};
use crate::file::File;

/// The argument of a mark that names the scope of a loop.
const LOOP_SCOPE: &str = "loop_scope";

/// The event loops of one test file that tests of other files may run on, too.
#[derive(Debug, Default)]
struct WideLoops {
    known: FxHashSet<LoopIdentity>,
    /// Whether the loop of a test is unknown.
    has_unknown: bool,
}

impl WideLoops {
    fn may_share(&self, other: &Self) -> bool {
        let (one, two) = (self.may_be_wide(), other.may_be_wide());
        one && two && (self.has_unknown || other.has_unknown || !self.known.is_disjoint(&other.known))
    }

    fn may_be_wide(&self) -> bool {
        self.has_unknown || !self.known.is_empty()
    }
}

impl Engine<'_> {
    /// Returns the checked files whose tests may run on an event loop of tests in `files`, which are not among the result: a task that
    /// one test leaves behind goes on in them. The loops of `unsure` are not known, such as those of a file whose marks change.
    pub fn files_on_same_loop(
        &self,
        files: &FxHashSet<ModuleId>,
        unsure: &FxHashSet<ModuleId>,
    ) -> Vec<ModuleId> {
        if unsure.is_empty()
            && !self.may_share_loop_between_files()
            && self.files_with_word(LOOP_SCOPE).is_empty()
        {
            return Vec::new();
        }
        let modules: Vec<ModuleId> = (0..self.project().files().len()).map(ModuleId::of_file).collect();
        let mut loops: Vec<WideLoops> =
            modules.iter().map(|module| File::new(self, *module).wide_loops()).collect();
        for module in unsure {
            loops[module.index()].has_unknown = true;
        }
        let mut reached = WideLoops::default();
        for of_file in files.iter().filter_map(|module| loops.get(module.index())) {
            reached.known.extend(of_file.known.iter().cloned());
            reached.has_unknown |= of_file.has_unknown;
        }
        let others = modules.into_iter().filter(|module| !files.contains(module));
        others.filter(|module| reached.may_share(&loops[module.index()])).collect()
    }
}

impl File<'_> {
    fn wide_loops(&mut self) -> WideLoops {
        let mut found = WideLoops::default();
        let Some(settings) = self.suite_settings().filter(|settings| self.is_test_file(settings)) else {
            return found;
        };
        for item in self.tests().iter() {
            let prediction = self.predict(item, &settings);
            let of_fixtures = prediction.fixtures.into_iter().map(|(_, identity)| identity);
            found.known.extend(of_fixtures.filter(|identity| identity.scope > Scope::Module));
            match prediction.outcome {
                Outcome::Plain => {}
                Outcome::OnLoop { identity, .. } => {
                    found.known.extend(Some(identity).filter(|identity| identity.scope > Scope::Module));
                }
                // What keeps a test from running now may be what a change repairs.
                _ => found.has_unknown = true,
            }
        }
        found
    }
}
