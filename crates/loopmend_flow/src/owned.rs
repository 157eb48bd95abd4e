//! A flow together with the syntax tree that it refers to.

use std::cell::RefCell;
use std::rc::Rc;

use loopmend_core::Span;
use loopmend_python::{SyntaxTree, function_with};
use rustc_hash::FxHashMap;
use self_cell::self_cell;

use crate::FunctionFlow;

self_cell!(
    /// The flow of a function, which keeps its syntax tree.
    struct OwnedFlow {
        owner: Rc<SyntaxTree>,
        #[covariant]
        dependent: FunctionFlow,
    }
);

/// The flows of the functions of a file that were asked about, by the end of the name of the function.
#[derive(Default)]
pub struct Flows(RefCell<FxHashMap<u32, Option<Rc<OwnedFlow>>>>);

impl Flows {
    /// Asks the flow of the function whose header ends at a place of a tree. Returns the default if there is no such function.
    pub fn ask<T: Default>(
        &self,
        tree: impl FnOnce() -> Rc<SyntaxTree>,
        header: Span,
        ask: impl FnOnce(&FunctionFlow) -> T,
    ) -> T {
        let lower = || {
            let flow = OwnedFlow::try_new(tree(), |tree| {
                function_with(tree, header).map(FunctionFlow::of).ok_or(())
            });
            flow.ok().map(Rc::new)
        };
        let flow = self.0.borrow_mut().entry(header.end).or_insert_with(lower).clone();
        flow.map(|flow| ask(flow.borrow_dependent())).unwrap_or_default()
    }
}
