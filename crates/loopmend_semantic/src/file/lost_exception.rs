//! Exceptions of coroutines and tasks that are never retrieved.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, Attribute, CallSite, Expression, Literal, Usage};
use loopmend_project::Origin;
use loopmend_python::last_name;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr, Stmt};
use ruff_text_size::Ranged;

use super::fate::{KeptTask, Walk, function_around, is_ending, makes_scope, nodes_around};
use crate::file::{Call, File};
use crate::infer::{FunctionRef, SlotKind, Type};

/// A call that loses the exceptions of what it runs.
#[derive(Clone, Debug)]
pub struct LostException {
    /// The call.
    pub call: Call,
    /// How the exceptions are lost.
    pub how: ExceptionLoss,
}

/// An awaited call of `gather(..., return_exceptions=True)` whose results are discarded.
#[derive(Clone, Copy, Debug)]
pub struct DroppedResults {
    /// The call.
    pub call: Call,
    /// Whether a block around the call expects an exception, which the call does not raise.
    pub is_expected: bool,
}

/// How exceptions are lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExceptionLoss {
    /// `asyncio.wait` leaves them in tasks that are never inspected.
    Waited,
    /// The function with this documented name runs the coroutines, and its result is not awaited.
    NotAwaited(&'static str),
    /// A task is cancelled but not awaited.
    Cancelled {
        /// The attribute that holds the task, as written.
        attribute: String,
        /// The method that cancels the task.
        method: String,
    },
    /// A task is only stored, and its coroutine raises an exception itself.
    Raised {
        /// The `async def`.
        function: String,
        /// The statement that raises.
        statement: Span,
    },
    /// The future of a coroutine on another thread's event loop is discarded, and the coroutine raises an exception itself.
    Submitted {
        /// The `async def`.
        function: String,
        /// The statement that raises.
        statement: Span,
    },
}

// docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently and the sections behind it
const GATHER: Known = Known { definition: "asyncio.tasks.gather", name: "asyncio.gather" };
const SHIELD: Known = Known { definition: "asyncio.tasks.shield", name: "asyncio.shield" };
const WAIT: Known = Known { definition: "asyncio.tasks.wait", name: "asyncio.wait" };
const THREADSAFE: Known =
    Known { definition: "asyncio.tasks.run_coroutine_threadsafe", name: "asyncio.run_coroutine_threadsafe" };

/// A function that runs coroutines.
struct Known {
    /// The module and name of its definition in typeshed.
    definition: &'static str,
    /// The documented name.
    name: &'static str,
}

impl File<'_> {
    /// Returns the calls that lose exceptions, in source order.
    pub fn lost_exceptions(&mut self) -> Vec<LostException> {
        if !self.summary().mentions(Role::MayLoseException) {
            return Vec::new();
        }
        let calls = self.all_calls().filter(|call| !call.site.expects_exception);
        calls.filter_map(|call| Some(LostException { how: self.exception_loss(&call)?, call })).collect()
    }

    /// Returns the awaited calls of `gather(..., return_exceptions=True)` whose results are
    /// discarded, in source order.
    pub fn dropped_results(&mut self) -> Vec<DroppedResults> {
        if self.summary().names.find("return_exceptions").is_none() {
            return Vec::new();
        }
        let is_dropped = |call: &Call| call.site.usage == Usage::AwaitedAndDropped;
        let dropped: Vec<Call> = self.all_calls().filter(is_dropped).collect();
        let dropped = dropped.into_iter().filter(|call| self.drops_results(call));
        dropped.map(|call| DroppedResults { call, is_expected: call.site.expects_exception }).collect()
    }

    /// Returns the call of `gather(..., return_exceptions=True)` that drops the exceptions raised at a place, in a function that it runs.
    pub fn exceptions_dropped_by(&mut self, place: Span) -> Option<Span> {
        let is_around = |function: Span| function.start <= place.start && place.end <= function.end;
        let dropped = self.dropped_results();
        let mut calls = dropped.into_iter().map(|dropped| dropped.call);
        calls.find(|call| self.work_of(call).into_iter().any(is_around)).map(|call| call.span)
    }

    /// Returns the async functions of the file that a call runs by their coroutines, in source order. Those that handle all errors are left
    /// out.
    pub fn work_of(&mut self, call: &Call) -> Vec<Span> {
        let (module, summary) = (self.module(), self.summary());
        let work = self.work_given(call.span).unwrap_or_default();
        let mut functions = Vec::new();
        for span in work {
            let Some(work) = self.call_at(span) else { continue };
            for function in self.inference_mut().called_functions(module, &work.site) {
                let definition = summary.function(function.function);
                if function.module == module && definition.is_async && !self.handles_errors(function) {
                    functions.push(Span::new(definition.header.start, definition.end));
                }
            }
        }
        functions.sort_unstable();
        functions.dedup();
        functions
    }

    fn drops_results(&mut self, call: &Call) -> bool {
        self.summary().last_name(call.site.expression) == Some("gather")
            && self.returns_exceptions(&call.site)
            && self.calls(call, &GATHER)
            && (!call.site.expects_exception || self.alone_has_to_raise(call))
            && (self.loses_work(call) || self.loses_work_of_threads(call))
    }

    /// Returns whether a call is the only statement of a block that expects an exception which the work of the call may raise.
    fn alone_has_to_raise(&self, call: &Call) -> bool {
        let tree = self.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let block = around.iter().rev().find_map(|node| match node {
            AnyNodeRef::StmtWith(block) => Some(block),
            _ => None,
        });
        block.is_some_and(|block| {
            let is_alone = matches!(block.body.as_slice(), [Stmt::Expr(_)]);
            is_alone && block.items.iter().any(|item| expects_error_of_work(&item.context_expr))
        })
    }

    /// Returns whether a call runs async project functions in threads: what comes back is their coroutines.
    fn loses_work_of_threads(&mut self, call: &Call) -> bool {
        if self.ends_something(call) {
            return false;
        }
        let work = self.work_given(call.span).unwrap_or_default();
        let mut threads = self.slot_calls();
        threads.retain(|slot| work.contains(&slot.call.span));
        threads.iter().any(|slot| {
            let filled = self.filled_slot(slot).filter(|filled| filled.kind == SlotKind::Thread);
            let function = filled.and_then(|filled| filled.function);
            function.is_some_and(|function| self.is_own(function) && !self.handles_errors(function))
        })
    }

    /// Returns whether a function is an `async def` of the project.
    fn is_own(&self, function: FunctionRef) -> bool {
        let engine = self.engine();
        let definition = engine.summary(function.module).function(function.function);
        definition.is_async && engine.origin(function.module) == Origin::FirstParty
    }

    fn exception_loss(&mut self, call: &Call) -> Option<ExceptionLoss> {
        let name = self.summary().last_name(call.site.expression)?;
        match (call.site.usage, name) {
            (Usage::Dropped, "gather") if self.calls(call, &GATHER) => {
                Some(ExceptionLoss::NotAwaited(GATHER.name))
            }
            (Usage::Dropped, "shield") if self.calls(call, &SHIELD) && self.is_given_call(call) => {
                Some(ExceptionLoss::NotAwaited(SHIELD.name))
            }
            (Usage::Dropped, "run_coroutine_threadsafe") if self.calls(call, &THREADSAFE) => {
                self.raised_in_submitted(call)
            }
            (Usage::AwaitedAndDropped, "wait") => {
                let is_lost =
                    self.calls(call, &WAIT) && self.loses_work(call) && !self.is_asserted_behind(call);
                is_lost.then_some(ExceptionLoss::Waited)
            }
            (Usage::Dropped, "cancel")
                if self.may_cancel_kept_task(call) && self.ends_something(call) && self.can_await(call) =>
            {
                let kept = self.cancelled_and_left(call.span)?;
                self.outlives_its_end(&kept, call).then(|| {
                    let KeptTask { attribute, method, .. } = kept;
                    ExceptionLoss::Cancelled { attribute, method }
                })
            }
            (Usage::Assigned, name) if named(name).has(Role::StartsLostTask) => self.raised_for_nobody(call),
            _ => None,
        }
    }

    fn calls(&mut self, call: &Call, known: &Known) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        let called = inference.called_functions(module, &call.site);
        let is_known = |function: &FunctionRef| inference.is_defined_as(*function, known.definition);
        !called.is_empty() && called.iter().all(is_known)
    }

    /// Returns whether a test asserts something after a call. A failure then shows in its missing effect.
    fn is_asserted_behind(&self, call: &Call) -> bool {
        if !self.is_in_tests() {
            return false;
        }
        let tree = self.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let Some(function) = function_around(&around) else { return false };
        let mut asserts = false;
        let mut walk = Walk::new(|_, node| {
            let is_behind = node.range().start().to_u32() >= call.span.end;
            asserts |= is_behind
                && match node {
                    AnyNodeRef::StmtAssert(_) => true,
                    AnyNodeRef::ExprCall(call) => last_name(&call.func)
                        .is_some_and(|name| name.to_ascii_lowercase().starts_with("assert")),
                    _ => false,
                };
            if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
        walk.visit_body(&function.body);
        asserts
    }

    /// Returns whether `return_exceptions=True` is among the arguments of a call.
    fn returns_exceptions(&self, site: &CallSite) -> bool {
        let summary = self.summary();
        let is_true =
            |value| matches!(summary.expression(value), Expression::Literal(Literal::Boolean(true)));
        summary.arguments_of(site.expression).into_iter().flatten().any(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => {
                summary.name(name) == "return_exceptions" && is_true(argument.value)
            }
            _ => false,
        })
    }

    /// Returns whether the first argument of a call is a call.
    fn is_given_call(&self, call: &Call) -> bool {
        let first = self.summary().arguments_of(call.site.expression).and_then(<[_]>::first);
        first.is_some_and(|argument| self.summary().call(argument.value).is_some())
    }

    /// Returns whether a call is of a method of `self.name`, and a class of the file assigns a new task to
    /// such an attribute.
    fn may_cancel_kept_task(&self, call: &Call) -> bool {
        let summary = self.summary();
        let receiver = summary.method_call(call.site.expression).map(|(receiver, _)| receiver);
        let Some(Expression::Attribute { value, name }) = receiver.map(|it| summary.expression(it)) else {
            return false;
        };
        let starts_task = |attribute: &Attribute| {
            let name = attribute.kind.value().and_then(|value| summary.last_name(value));
            named(name).has(Role::StartsLostTask)
        };
        summary.last_name(value) == Some("self")
            && summary
                .classes
                .iter()
                .any(|class| class.attributes[class.places_of_attribute(name)].iter().any(starts_task))
    }

    /// Returns whether the name of the function around a call means that it ends something.
    fn ends_something(&self, call: &Call) -> bool {
        self.surroundings(call).function.is_some_and(|function| is_ending(&function.name))
    }

    /// Returns whether a call runs project coroutines that nothing else uses, for more than to end
    /// something. When ending something, nobody expects an exception.
    fn loses_work(&mut self, call: &Call) -> bool {
        if self.ends_something(call) {
            return false;
        }
        let work = self.work_given(call.span).unwrap_or_default();
        work.into_iter().any(|span| self.call_at(span).is_some_and(|call| self.is_work(&call)))
    }

    fn is_work(&mut self, call: &Call) -> bool {
        let is_ending = self.summary().last_name(call.site.expression).is_some_and(is_ending);
        let module = self.module();
        let called = self.inference_mut().called_functions(module, &call.site);
        !is_ending
            && !called.is_empty()
            && called.iter().all(|function| self.is_own(*function))
            && !called.iter().all(|function| self.handles_errors(*function))
    }

    /// Returns the loss of a call that submits a coroutine of the file which raises an exception itself. Its future holds the
    /// exception, and logs nothing.
    fn raised_in_submitted(&mut self, call: &Call) -> Option<ExceptionLoss> {
        let (module, summary) = (self.module(), self.summary());
        let first = summary.arguments_of(call.site.expression)?.first()?;
        let is_positional = first.kind == ArgumentKind::Positional;
        let inference = self.inference_mut();
        let value = inference.expression(module, call.scope(), first.value);
        let coroutine = match *inference.parts(value) {
            [Type::Coroutine(callee, _)] if is_positional && !inference.is_doubtful(callee) => callee,
            _ => return None,
        };
        let function = inference.function_of(coroutine);
        let header = self.definition_of(coroutine).header;
        let statement = if function.module == module { self.raised_in(header) } else { None }?;
        Some(ExceptionLoss::Submitted { function: self.function_name(function), statement })
    }

    /// Returns the loss of a call that starts a task which is only stored, and whose coroutine in the file
    /// raises an exception itself.
    fn raised_for_nobody(&mut self, call: &Call) -> Option<ExceptionLoss> {
        let coroutine = self.coroutine_of_task(call)?;
        let definition = self.definition_of(coroutine);
        let function = self.inference_mut().function_of(coroutine);
        let may_raise = function.module == self.module()
            && self.text_to_next_function(definition.header.end).contains("raise ");
        if !may_raise || !self.keeps_and_leaves(call.span) {
            return None;
        }
        let statement = self.raised_in(definition.header)?;
        Some(ExceptionLoss::Raised { function: self.function_name(function), statement })
    }
}

/// Returns whether the manager of a `with` block expects an exception other than one that `gather` raises itself.
fn expects_error_of_work(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let is_check = named(last_name(&call.func)).has(Role::ExpectsException);
    let expected = call.arguments.args.first().and_then(last_name);
    is_check && expected.is_some_and(|name| !named(name).has(Role::RaisedByGather))
}
