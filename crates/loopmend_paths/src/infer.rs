//! The inference of one thread, with the call graph.

use std::ops::{Deref, DerefMut};

use loopmend_infer::dependencies::DependencySet;

use crate::engine::Engine;

pub use loopmend_infer::*;

/// Answers the queries of one thread: the inference of the layer below, with the call graph at hand.
pub struct Inference<'e> {
    base: loopmend_infer::Inference<'e>,
    pub(crate) engine: &'e Engine<'e>,
}

impl<'e> Inference<'e> {
    /// Creates an inference for this revision.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        Self { base: loopmend_infer::Inference::new(engine), engine }
    }

    /// Answers outermost queries. Returns the dependencies of all answers, which do not count for the file.
    pub(crate) fn resting_on<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> (T, DependencySet) {
        let saved = self.set_dependencies_aside();
        let answer = work(self);
        (answer, self.restore_dependencies(saved))
    }
}

impl<'e> Deref for Inference<'e> {
    type Target = loopmend_infer::Inference<'e>;

    fn deref(&self) -> &Self::Target {
        &self.base
    }
}

impl DerefMut for Inference<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.base
    }
}
