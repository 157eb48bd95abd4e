//! The inference of one thread, with what is known of the suite.

use std::ops::{Deref, DerefMut};

use crate::engine::Engine;
use crate::suite::Facts;

pub use loopmend_infer::*;

/// Answers the queries of one thread: the inference of the layers below, with the facts of the suite.
pub struct Inference<'e> {
    base: loopmend_paths::infer::Inference<'e>,
    pub(crate) engine: &'e Engine<'e>,
    pub(crate) suite: Facts,
}

impl<'e> Inference<'e> {
    /// Creates an inference for this revision.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        Self { base: loopmend_paths::infer::Inference::new(engine), engine, suite: Facts::default() }
    }

    /// Returns the engine whose modules are asked about.
    pub fn engine(&self) -> &'e Engine<'e> {
        self.engine
    }
}

impl<'e> Deref for Inference<'e> {
    type Target = loopmend_paths::infer::Inference<'e>;

    fn deref(&self) -> &Self::Target {
        &self.base
    }
}

impl DerefMut for Inference<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.base
    }
}
