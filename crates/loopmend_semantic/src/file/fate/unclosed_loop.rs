//! Event loops that a function creates, does not pass on and never closes.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{Argument, ArgumentKind, CallSite, ExpressionId, FunctionId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, ExprContext, Number, Stmt, StmtFunctionDef};
use loopmend_python::{
    Code, SyntaxTree, function_around, function_with, has_break, has_return, last_name, nodes_around,
    range_of, walk_body,
};

use super::assigned::bound_name;
use crate::file::{Call, File, call_of};
use crate::infer::{ClassRef, FunctionRef, Type};

/// An event loop that is never closed.
#[derive(Clone, Debug)]
pub struct UnclosedLoop {
    /// The call that creates the loop.
    pub call: Call,
    /// The documented name of the callee.
    pub maker: &'static str,
    /// The local name that the loop is bound to; `None` if the loop is run directly.
    pub name: Option<String>,
    /// Whether the loop is set as the event loop of the thread, where other code can find it.
    pub is_set: bool,
}

/// The definition of `asyncio.new_event_loop`.
const NEW_EVENT_LOOP: &str = "asyncio.events.new_event_loop";

/// The maximum depth to which the callers of a function are followed to a script.
const MOST_CALLS: u8 = 8;

impl File<'_> {
    /// Returns the event loops that a function creates and runs, does not pass on and never closes, in
    /// source order. Skips `async` functions, where no such loop can run. In tests, skips loops that are
    /// set as the current event loop.
    pub fn unclosed_loops(&mut self) -> Vec<UnclosedLoop> {
        let summary = self.summary();
        if Role::MakesOwnLoop.names().iter().all(|name| summary.names.find(name).is_none()) {
            return Vec::new();
        }
        let is_maker = |site: &&CallSite| {
            called_name(summary, site).is_some_and(|name| named(name).has(Role::MakesOwnLoop))
        };
        let calls: Vec<CallSite> = summary.calls.iter().filter(is_maker).copied().collect();
        if calls.is_empty() || Role::MakesOwnLoop.names().iter().any(|name| self.is_put_in_place(name)) {
            return Vec::new();
        }
        calls.iter().filter_map(|site| self.unclosed_loop(site)).collect()
    }

    fn unclosed_loop(&mut self, site: &CallSite) -> Option<UnclosedLoop> {
        let function = self.function_around(site.scope);
        if function.is_some_and(|function| self.summary().function(function).is_async) {
            return None;
        }
        if function
            .is_some_and(|function| self.ends_with_process(function) || self.is_run_by_process(function))
        {
            return None;
        }
        if function.is_some_and(|function| self.is_left_open_in_test(function)) {
            return None;
        }
        let maker = self.loop_maker(site)?;
        let call = call_of(self.summary(), site);
        if self.is_left_open_on_purpose(call.span) {
            return None;
        }
        let tree = self.tree();
        if runs_at_once(tree, call.span) {
            function?;
            return Some(UnclosedLoop { call, maker, name: None, is_set: false });
        }
        let (name, is_set) = name_of_unclosed(tree, call.span)?;
        if is_set && self.is_in_tests() || function.is_some_and(|function| self.runs_for_ever(function)) {
            return None;
        }
        Some(UnclosedLoop { call, maker, name: Some(name), is_set })
    }

    /// Returns whether a function runs once and the process ends with it. It is named `main`, or only
    /// scripts and other such functions of the file call it.
    pub fn ends_with_process(&mut self, function: FunctionId) -> bool {
        self.ends_with_script(function, MOST_CALLS)
    }

    fn ends_with_script(&mut self, function: FunctionId, calls_left: u8) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        if summary.scope_around(definition.scope) != Summary::MODULE_SCOPE || self.is_in_tests() {
            return false;
        }
        let is_called = |site: &&CallSite| called_name(summary, site) == Some(name);
        let calls: Vec<&CallSite> = summary.calls.iter().filter(is_called).collect();
        let is_of_script = |file: &mut Self, site: &CallSite| {
            site.is_in_script
                || summary
                    .function_around(site.scope)
                    .is_some_and(|caller| calls_left > 0 && file.ends_with_script(caller, calls_left - 1))
        };
        if calls.is_empty() || definition.decorators.len > 0 {
            return name == "main";
        }
        calls.iter().all(|site| is_of_script(self, site))
            && !self.inference_mut().is_called_elsewhere(module, name)
    }

    /// Returns whether a function belongs to a test function whose loops are garbage-collected soon after, and no filter of pytest turns the
    /// warning about them into an error.
    fn is_left_open_in_test(&self, function: FunctionId) -> bool {
        let summary = self.summary();
        let functions = summary.scopes_from(summary.function(function).scope);
        let is_test = |id| summary.name(summary.function(id).name).starts_with("test");
        self.is_in_tests()
            && functions.filter_map(|scope| summary.enclosing_function(scope)).any(is_test)
            && self.suite_settings().is_none_or(|settings| !settings.refuses_open_loops())
    }

    /// Returns whether a comment on the lines of a call, or directly above them, says that the loop is not closed on purpose.
    fn is_left_open_on_purpose(&self, call: Span) -> bool {
        let (text, code) = (self.text(), self.code());
        let start = text[..call.start as usize].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[call.end as usize..].find('\n').map_or(text.len(), |place| call.end as usize + place);
        let beside = find_comment(&code, text, start, end).map(|comment| &text[comment..end]);
        let (mut above, mut line_end) = (Vec::new(), start);
        while let Some(end) = line_end.checked_sub(1) {
            let start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
            let Some(comment) = find_comment(&code, text, start, end) else { break };
            if !text[start..comment].trim().is_empty() {
                break;
            }
            above.push(&text[comment..end]);
            line_end = start;
        }
        above.reverse();
        beside.is_some_and(is_on_purpose) || is_on_purpose(&above.join("\n"))
    }

    /// Returns whether a process of its own runs a function, and ends with it: `Process(target=work)`, or the `run` of a subclass of
    /// `Process`.
    fn is_run_by_process(&mut self, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let name = summary.name(summary.function(function).name);
        let is_target = |argument: &Argument| {
            matches!(argument.kind, ArgumentKind::Keyword(keyword) if summary.name(keyword) == "target")
                && summary.last_name(argument.value) == Some(name)
        };
        let starts = |site: &CallSite| {
            named(called_name(summary, site)).has(Role::StartsProcess)
                && summary.arguments_of(site.expression).unwrap_or_default().iter().any(is_target)
        };
        let class = summary.class_of(function).map(|class| ClassRef { module, class });
        let is_run = name == "run"
            && class.is_some_and(|class| {
                self.inference_mut().inherits(class, "multiprocessing.process", "BaseProcess")
            });
        is_run || summary.calls.iter().any(starts)
    }

    /// Returns whether a function runs a coroutine of the project that only ends with an exception.
    fn runs_for_ever(&mut self, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let is_run = |site: &&CallSite| named(called_name(summary, site)).has(Role::RunsToEnd);
        let runs = summary
            .calls_of(function)
            .filter(is_run)
            .filter_map(|site| summary.arguments_of(site.expression)?.first().map(|argument| argument.value));
        let made: Vec<ExpressionId> = runs.collect();
        let sites: Vec<CallSite> =
            summary.calls_of(function).filter(|site| made.contains(&site.expression)).copied().collect();
        sites.iter().any(|site| {
            let called = self.inference_mut().called_functions(module, site);
            matches!(called[..], [coroutine] if self.never_returns(coroutine))
        })
    }

    /// Returns whether a coroutine function of the project ends in a loop without an exit, or in a wait for a future that nothing else
    /// knows.
    fn never_returns(&mut self, coroutine: FunctionRef) -> bool {
        let engine = self.engine();
        if !engine.is_mutable(coroutine.module) {
            return false;
        }
        self.inference_mut().rest_on_text(coroutine.module);
        let definition = engine.summary(coroutine.module).function(coroutine.function);
        let header = definition.header;
        if !definition.is_async || definition.is_generator || definition.decorators.len > 0 {
            return false;
        }
        let ends =
            |tree: &SyntaxTree| function_with(tree, header).is_some_and(|function| lasts(&function.body));
        if coroutine.module == self.module() {
            ends(&self.tree_within(header.start))
        } else {
            engine.read_function_tree(coroutine.module, header.start, ends)
        }
    }

    /// Returns the callable that creates an event loop in a call.
    fn loop_maker(&mut self, site: &CallSite) -> Option<&'static str> {
        let module = self.module();
        if site.expects_exception {
            return None;
        }
        let inference = self.inference_mut();
        let mut maker = None;
        for part in inference.called(module, site) {
            maker = Some(match part {
                Type::Function(callee) => {
                    let function = inference.function_of(callee);
                    (inference.path_of_function(function) == NEW_EVENT_LOOP)
                        .then_some("asyncio.new_event_loop")?
                }
                Type::Class(class) => {
                    inference.inherits(class, "asyncio.runners", "Runner").then_some("asyncio.Runner")?
                }
                _ => return None,
            });
        }
        maker
    }
}

/// Returns the start of the last comment in a range of the text.
fn find_comment(code: &Code, text: &str, start: usize, end: usize) -> Option<usize> {
    let is_comment = |place: &usize| code.has_comment(Span::new(*place as u32, end as u32));
    let places = text[start..end].rmatch_indices('#').map(|(place, _)| start + place);
    // A `#` inside of the comment has no comment behind it.
    places.into_iter().find(is_comment)
}

/// Returns whether a comment says that something is not closed on purpose. A comment on a bug does not.
fn is_on_purpose(comment: &str) -> bool {
    let comment = comment.to_lowercase();
    let words = comment.split(|character: char| !character.is_alphanumeric() && character != '\'');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| Words::FaultMarks.has(*word)) {
        return false;
    }
    let says_close = words.iter().any(|word| word.starts_with("clos"));
    let text = words.join(" ") + " ";
    let mut phrases = Words::DeliberateOmissions.all().iter();
    phrases.any(|phrase| text.contains(phrase) && (says_close || phrase.ends_with("open")))
}

/// Returns whether a body ends in `while True:` without an exit, or awaits a new future or event there.
fn lasts(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::While(last)) => {
            let is_true = match &*last.test {
                Expr::BooleanLiteral(test) => test.value,
                Expr::NumberLiteral(test) => matches!(&test.value, Number::Int(value) if *value != 0),
                _ => false,
            };
            is_true && !has_break(&last.body) && !has_return(body)
        }
        Some(Stmt::Expr(last)) => {
            let awaited = last.value.as_await_expr().map(|it| &*it.value);
            awaited.and_then(Expr::as_call_expr).is_some_and(is_wait_for_nothing) && !has_return(body)
        }
        _ => false,
    }
}

/// Returns whether an awaited call is a new future, or the `wait` of a new event: `loop.create_future()`, `asyncio.Event().wait()`.
fn is_wait_for_nothing(call: &ExprCall) -> bool {
    let waits = |callee: &Expr| named(last_name(callee)).has(Role::WaitsForEver);
    match &*call.func {
        Expr::Attribute(method) if method.value.is_call_expr() && waits(&call.func) => {
            call.arguments.is_empty()
                && method.value.as_call_expr().is_some_and(|made| made.arguments.is_empty())
        }
        callee => last_name(callee) == Some("create_future") || last_name(callee) == Some("Future"),
    }
}

/// Returns whether a loop is run where it is created: `new_event_loop().run_until_complete(...)`.
fn runs_at_once(tree: &SyntaxTree, call: Span) -> bool {
    matches!(
        nodes_around(tree, call).as_slice(),
        [.., AnyNodeRef::ExprCall(_), AnyNodeRef::ExprAttribute(attribute)]
            if named(attribute.attr.as_str()).has(Role::RunsLoop)
    )
}

/// Returns the local name of a loop that only the enclosing function uses and never closes, and whether the
/// function sets the loop.
fn name_of_unclosed(tree: &SyntaxTree, call: Span) -> Option<(String, bool)> {
    let around = nodes_around(tree, call);
    let function = function_around(&around)?;
    let name = bound_name(&around, range_of(call))?;
    if ends_process(&function.body) {
        return None;
    }
    let uses = uses_of_loop(function, name);
    let is_unclosed = uses.bindings == 1 && uses.runs > 0 && !uses.is_open;
    is_unclosed.then(|| (name.to_owned(), uses.is_set))
}

/// Returns whether the last statement of a body ends the process: `sys.exit(...)`, `os._exit(...)`, `raise
/// SystemExit` (docs.python.org/3/library/sys.html#sys.exit, os.html#os._exit).
fn ends_process(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::Expr(last)) => {
            let callee = last.value.as_call_expr().map(|call| &*call.func);
            callee.and_then(Expr::as_attribute_expr).is_some_and(|callee| {
                let module = callee.value.as_name_expr().map(|module| module.id.as_str());
                matches!((module, callee.attr.as_str()), (Some("sys"), "exit") | (Some("os"), "_exit"))
            })
        }
        Some(Stmt::Raise(last)) => last.exc.as_deref().is_some_and(|raised| {
            let class = raised.as_call_expr().map_or(raised, |call| &*call.func);
            last_name(class) == Some("SystemExit")
        }),
        _ => false,
    }
}

/// Returns whether a call is `asyncio.get_event_loop().close()`, which closes the loop that was set.
fn closes_current(call: &ExprCall) -> bool {
    let Expr::Attribute(method) = &*call.func else { return false };
    let Expr::Call(getter) = &*method.value else { return false };
    method.attr.as_str() == "close" && last_name(&getter.func) == Some("get_event_loop")
}

/// The uses of a loop in a function, under its name.
#[derive(Default)]
struct Uses {
    bindings: usize,
    runs: usize,
    is_set: bool,
    /// Whether the loop is closed, or something else may close or store it.
    is_open: bool,
}

fn uses_of_loop(function: &StmtFunctionDef, name: &str) -> Uses {
    let mut uses = Uses::default();
    walk_body(&function.body, |around, node| {
        match node {
            AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => uses.is_open = true,
            AnyNodeRef::ExprCall(call) if closes_current(call) => uses.is_open = true,
            AnyNodeRef::ExprName(used) if used.id == name => match used.ctx {
                ExprContext::Store => uses.bindings += 1,
                _ => uses.note(around, &used.id),
            },
            AnyNodeRef::ExprName(used) => uses.is_open |= named(used.id.as_str()).has(Role::ReachesAllNames),
            _ => {}
        }
        TraversalSignal::Traverse
    });
    uses
}

impl Uses {
    /// Records a use of the name, given its enclosing nodes.
    fn note(&mut self, around: &[AnyNodeRef], name: &str) {
        match around {
            [.., AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(method)]
                if call.func.as_attribute_expr() == Some(method) =>
            {
                let method = method.attr.as_str();
                self.runs += usize::from(named(method).has(Role::RunsLoop));
                self.is_open |=
                    !named(method).has(Role::RunsLoop) && !named(method).has(Role::LeavesLoopAlone);
            }
            [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] if sets_loop(call, name) => {
                self.is_set = true;
            }
            _ => self.is_open = true,
        }
    }
}

/// Returns whether a call is `asyncio.set_event_loop(loop)`.
fn sets_loop(call: &ExprCall, name: &str) -> bool {
    let is_it = |value: &Expr| value.as_name_expr().is_some_and(|given| given.id == name);
    last_name(&call.func) == Some("set_event_loop") && matches!(&*call.arguments.args, [only] if is_it(only))
}
