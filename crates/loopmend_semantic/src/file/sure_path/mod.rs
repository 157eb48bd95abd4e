//! Must-execute analysis: the calls that happen on every path whenever a function runs, directly and
//! through the functions that it calls. Code after a test, in a `try` or under an expected exception is not
//! followed.

mod calls;
mod names;

use std::rc::Rc;

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, ClassId, FunctionId, Summary, Usage};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, walk_body};
use rustc_hash::FxHashMap;

use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{FunctionRef, Type};

pub(crate) use calls::{SureCall, Taken};
pub(crate) use names::{Names, RESULT};

/// The maximum call depth.
const DEEPEST: usize = 6;

/// The must-execute calls of a module's functions, by the end of the function name.
type Bodies = FxHashMap<u32, Rc<[SureCall]>>;

/// The functions that were analysed.
#[derive(Default)]
pub(crate) struct SureBodies {
    modules: FxHashMap<ModuleId, Bodies>,
    /// Whether to visit also the calls that are made on some paths only. This needs no syntax tree.
    takes_all: bool,
}

/// A call that is made whenever the first function runs.
pub(crate) struct Reached<'a> {
    /// The function that makes the call.
    pub(crate) function: FunctionRef,
    pub(crate) site: CallSite,
    pub(crate) used: Taken,
    /// The call in the first function that leads there, or is it.
    pub(crate) begins: Span,
    /// What the names in the calling function refer to.
    pub(crate) names: &'a Names,
}

impl Reached<'_> {
    /// Continues, and enters the callee only if a name may pass to it.
    pub(crate) fn on_with_names(&self, engine: &Engine) -> Go {
        let summary = engine.summary(self.function.module);
        if self.names.may_go_with(summary, &self.site) { Go::On } else { Go::Past }
    }
}

/// What a visitor of calls requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Go {
    /// Continue with the next call.
    On,
    /// Continue with the next call, without entering the callee of this one.
    Past,
    /// Stop.
    End,
}

impl File<'_> {
    /// Returns the calls that are made whenever a function of the project runs, in order; empty if its text
    /// is not available.
    fn sure_calls(&mut self, function: FunctionRef) -> Rc<[SureCall]> {
        let FunctionRef { module, function } = function;
        self.inference_mut().rest_on_text(module);
        if self.sure_bodies.takes_all {
            return all_calls(self.engine().summary(module), function);
        }
        let end = self.engine().summary(module).function(function).header.end;
        if !self.sure_bodies.modules.contains_key(&module) {
            let bodies = self.bodies_of(module);
            self.sure_bodies.modules.insert(module, bodies);
        }
        self.sure_bodies.modules[&module].get(&end).cloned().unwrap_or_default()
    }

    /// Returns whether a function makes a call whenever it runs, according to its syntax.
    pub fn makes_for_sure(&mut self, function: FunctionRef, call: Span) -> bool {
        self.sure_calls(function).iter().any(|sure| sure.span == call)
    }

    fn bodies_of(&self, module: ModuleId) -> Bodies {
        match module == self.module() {
            true => bodies_in(self.tree()),
            false => self.engine().read_tree(module, bodies_in),
        }
    }

    /// Visits the must-execute calls of a function in a range, and those that they lead to, up to the first
    /// that ends the walk. A first pass visits all calls, because few functions have a relevant one. The
    /// visitor must keep no results of that pass.
    pub(crate) fn follow(
        &mut self,
        function: FunctionRef,
        within: Span,
        names: &Names,
        see: &mut impl FnMut(&mut Self, &Reached) -> Go,
    ) {
        self.sure_bodies.takes_all = true;
        let may_end = self.show(function, within, names, see) == Go::End;
        self.sure_bodies.takes_all = false;
        if may_end {
            self.show(function, within, names, see);
        }
    }

    /// Returns whether all calls are visited, rather than only those that must execute.
    pub(crate) fn shows_all_calls(&self) -> bool {
        self.sure_bodies.takes_all
    }

    fn show(
        &mut self,
        function: FunctionRef,
        within: Span,
        names: &Names,
        see: &mut impl FnMut(&mut Self, &Reached) -> Go,
    ) -> Go {
        let calls = self.sure_calls(function);
        let calls: Vec<SureCall> = calls.iter().filter(|call| within.contains(call.span)).copied().collect();
        let mut names = names.clone();
        for call in calls {
            let mut seen = vec![function];
            if self.follow_call((function, call), call.span, &mut names, &mut seen, see) == Go::End {
                return Go::End;
            }
        }
        Go::On
    }

    fn follow_call(
        &mut self,
        (function, call): (FunctionRef, SureCall),
        begins: Span,
        names: &mut Names,
        seen: &mut Vec<FunctionRef>,
        see: &mut impl FnMut(&mut Self, &Reached) -> Go,
    ) -> Go {
        let summary = self.engine().summary(function.module);
        let Some(site) = summary.call_site(call.span).copied() else { return Go::On };
        let reached = Reached { function, site, used: call.used, begins, names };
        let go = see(self, &reached);
        if call.used == Taken::Awaited {
            names.learn_from_result(summary, &site);
        }
        match go {
            Go::On => {}
            Go::Past => return Go::On,
            Go::End => return Go::End,
        }
        let called = self.inference_mut().called(function.module, &site);
        match called.as_slice() {
            [Type::Class(class)] => self.learn_from_constructor(function, &site, *class, names),
            [Type::Function(callee)] => {
                let callee = self.inference().function_of(*callee);
                if seen.len() < DEEPEST && !seen.contains(&callee) && self.runs_with(callee, call.used) {
                    return self.follow_into(callee, (function, &site), begins, names, seen, see);
                }
            }
            _ => {}
        }
        Go::On
    }

    fn follow_into(
        &mut self,
        callee: FunctionRef,
        (function, site): (FunctionRef, &CallSite),
        begins: Span,
        names: &Names,
        seen: &mut Vec<FunctionRef>,
        see: &mut impl FnMut(&mut Self, &Reached) -> Go,
    ) -> Go {
        let mut inner = self.names_inside(callee, function, site, names);
        seen.push(callee);
        for call in self.sure_calls(callee).iter() {
            if self.follow_call((callee, *call), begins, &mut inner, seen, see) == Go::End {
                return Go::End;
            }
        }
        seen.pop();
        Go::On
    }

    /// Returns whether the body of a function runs where the function is called, and is the one that is
    /// written.
    fn runs_with(&mut self, function: FunctionRef, used: Taken) -> bool {
        let summary = self.engine().summary(function.module);
        let definition = summary.function(function.function);
        let mut decorators = summary.list(definition.decorators).iter();
        !definition.is_generator
            && !definition.is_placeholder
            && (!definition.is_async || used == Taken::Awaited)
            && decorators.all(|decorator| {
                summary.last_roles(*decorator).has(Role::KeepsBody) || summary.is_mark(*decorator)
            })
    }
}

/// Returns all calls of a function. Calls that are arguments may be run by the callee.
fn all_calls(summary: &Summary, function: FunctionId) -> Rc<[SureCall]> {
    let scope = summary.function(function).scope;
    let calls = summary.calls_in(scope);
    let call = |site: &CallSite| {
        let used = match site.usage {
            Usage::Awaited | Usage::AwaitedAndDropped | Usage::Argument => Taken::Awaited,
            Usage::Dropped => Taken::Discarded,
            // What else becomes of the value is known from the syntax tree only.
            _ => Taken::AsItsType,
        };
        SureCall { span: summary.span(site.expression), used }
    };
    calls.map(call).collect()
}

fn bodies_in(tree: &SyntaxTree) -> Bodies {
    let mut bodies = Bodies::default();
    walk_body(&tree.module().body, |_, node| {
        if let AnyNodeRef::StmtFunctionDef(function) = node {
            let end = function.name.range().end().to_u32();
            bodies.insert(end, calls::sure_calls(function).into());
        }
        TraversalSignal::Traverse
    });
    bodies
}

/// Returns the `__init__` of a class body.
fn constructor(summary: &Summary, class: ClassId) -> Option<FunctionId> {
    summary.functions_named(summary.class(class).scope, "__init__").last()
}
