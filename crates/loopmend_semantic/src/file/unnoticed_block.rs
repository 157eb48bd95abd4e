//! Blocking calls that nobody notices, because nothing waits for the event loop or the call is very short.

use loopmend_catalog::{Role, entries_with, is, named};
use loopmend_core::Span;
use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, FunctionId, Literal, Summary,
};
use loopmend_paths::Target;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt, StmtIf};
use loopmend_python::text_size::Ranged;
use loopmend_python::{jumps, makes_scope, nodes_around, span, walk_body};

use super::control::Made;
use super::quick_call::{looks_up_program, waits_for_ended_process};
use super::{Call, File};
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Type};

/// The number of PBKDF2 rounds that take less than 10 ms.
const FEW_ROUNDS: i32 = 10_000;

/// The index of the rounds among the arguments of `pbkdf2_hmac`.
const PLACE_OF_ROUNDS: usize = 3;

/// The minimum number of calls to a retry that nobody notices: it waits for a failure deep in a helper.
const MIN_CALLS_TO_RETRY: usize = 2;

/// The minimum number of `async` methods that ask a person, if their class is a menu.
const MIN_QUESTIONS: usize = 2;

/// A call with its location.
#[derive(Clone, Copy)]
struct Place<'c> {
    module: ModuleId,
    call: &'c Call,
}

impl File<'_> {
    /// Returns whether nobody notices the blocking call in an `async def`. The process ends after it, or a
    /// person is asked on the path. Otherwise only another platform reaches the call and has no
    /// alternative, or the call takes a negligible time.
    pub(super) fn blocks_unnoticed(&mut self, call: &Call, way: &[Made], end: Target) -> bool {
        let first = Place { module: self.module(), call };
        let places: Vec<Place> = std::iter::once(first)
            .chain(way.iter().map(|made| Place { module: made.function.module, call: &made.call }))
            .collect();
        let Some(last) = places.last().copied() else { return false };
        let around = self.summary().function_around(call.scope()).filter(|_| !self.is_question_itself(end));
        if around
            .is_some_and(|function| self.asks_in(self.module(), function) || self.is_in_dialogue(function))
        {
            return true;
        }
        let is_retried = way.len() >= MIN_CALLS_TO_RETRY && self.is_sleep_of_retry(last, end);
        is_retried
            || self.takes_no_time(last, end)
            || way.iter().any(|made| self.asks_a_person(made.function))
            || places.iter().any(|place| {
                self.read_around(*place, |around, _| ends_process_behind(around, place.call.span))
            })
            || self.is_for_other_platform(last)
    }

    /// Reads the nodes around a call in its function.
    fn read_around(&mut self, place: Place, read: impl FnOnce(&[AnyNodeRef], &str) -> bool) -> bool {
        let Place { module, call } = place;
        self.inference_mut().rest_on_text(module);
        if module == self.module() {
            return read(&nodes_around(&self.tree_within(call.span.start), call.span), self.text());
        }
        let engine = self.engine();
        let text = engine.load(module).source.as_deref().map_or("", |source| &*source.text);
        engine.read_function_tree(module, call.span.start, |tree| read(&nodes_around(tree, call.span), text))
    }

    /// Returns whether a blocking call asks a person.
    fn is_question_itself(&self, end: Target) -> bool {
        match end {
            Target::Blocks(place) => {
                is(self.engine().catalogue().blocking(place).path.as_str(), Role::AsksPerson)
            }
            Target::Start(_) | Target::Function(_) => false,
        }
    }

    /// Returns whether a sleep is in a handler, before something is tried again.
    fn is_sleep_of_retry(&mut self, last: Place, end: Target) -> bool {
        let Target::Blocks(place) = end else { return false };
        let is_sleep = self.engine().catalogue().blocking(place).is_sleep;
        is_sleep
            && self.read_around(last, |around, _| {
                let mut inside = around.iter().rev().take_while(|node| !makes_scope(**node));
                inside.any(|node| matches!(node, AnyNodeRef::ExceptHandlerExceptHandler(_)))
            })
    }

    fn takes_no_time(&mut self, last: Place, end: Target) -> bool {
        let Target::Blocks(place) = end else { return false };
        let engine = self.engine();
        let path = engine.catalogue().blocking(place).path.as_str();
        let site = &last.call.site;
        match path {
            "hashlib.pbkdf2_hmac" => has_few_rounds(engine.summary(last.module), site),
            "threading.Thread.join" => self.read_around(last, |around, _| is_joined_at_its_end(around)),
            path if is(path, Role::WaitsForChild) => {
                self.read_around(last, |around, _| waits_for_ended_process(around, last.call.span))
            }
            path if is(path, Role::RunsCommand) => {
                self.read_around(last, |around, _| looks_up_program(around, last.call.span))
            }
            "urllib.request.urlopen" => self.opens_data(last),
            path => is(path, Role::LooksUpHost) && looks_up_own_host(engine.summary(last.module), site),
        }
    }

    /// Returns whether the opened URL is known to be a `data:` URL, which is read from memory. A test
    /// around the call, or around all calls of the function, shows this.
    fn opens_data(&mut self, last: Place) -> bool {
        if self.read_around(last, is_tested_for_data) {
            return true;
        }
        let summary = self.engine().summary(last.module);
        let Some(function) = summary.function_around(last.call.scope()) else { return false };
        let function = FunctionRef { module: last.module, function };
        let Some(callers) = self.inference_mut().callers_of_any(function) else { return false };
        callers.into_iter().all(|(module, place)| {
            let call = super::call_of(
                self.engine().summary(module),
                &self.engine().summary(module).calls[place as usize],
            );
            self.read_around(Place { module, call: &call }, is_tested_for_data)
        })
    }

    /// Returns whether a function, or one of its callees, asks a person.
    fn asks_a_person(&mut self, function: FunctionRef) -> bool {
        let FunctionRef { module, function: id } = function;
        let summary = self.engine().summary(module);
        self.inference_mut().rest_on_text(module);
        let own: Vec<CallSite> = summary.calls_of(id).copied().collect();
        own.iter().any(|site| is_question(summary, site))
            || own.iter().any(|site| self.calls_question(module, site))
    }

    /// Returns whether several `async` methods of the class around a function ask a person while they block the event loop, as in a menu. One
    /// may be the login of a client.
    fn is_in_dialogue(&mut self, function: FunctionId) -> bool {
        let summary = self.summary();
        let Some(class) = summary.class_of(function) else { return false };
        if let Some(answer) = self.dialogues.get(&class) {
            return *answer;
        }
        let module = self.module();
        let methods = (0..).map(FunctionId).zip(&summary.functions);
        let methods = methods.filter(|(id, method)| method.is_async && summary.class_of(*id) == Some(class));
        let asking = methods.filter(|(id, _)| self.asks_in(module, *id)).count();
        let answer = asking >= MIN_QUESTIONS && !starts_other_work(summary);
        self.dialogues.insert(class, answer);
        answer
    }

    /// Returns whether a function asks a person.
    fn asks_in(&mut self, module: ModuleId, function: FunctionId) -> bool {
        let summary = self.engine().summary(module);
        let asks = || summary.calls_of(function).any(|site| is_question(summary, site));
        *self.asking_functions.entry(FunctionRef { module, function }).or_insert_with(asks)
    }

    fn calls_question(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let called = self.inference_mut().called(module, site);
        called.into_iter().any(|part| {
            let Type::Function(callee) = part else { return false };
            let FunctionRef { module, function } = self.inference_mut().function_of(callee);
            let engine = self.engine();
            if !engine.is_mutable(module) {
                return false;
            }
            self.inference_mut().rest_on_text(module);
            self.asks_in(module, function)
        })
    }

    /// Returns whether a call is in a branch for one platform, while the other branch awaits.
    fn is_for_other_platform(&mut self, place: Place) -> bool {
        self.read_around(place, |around, text| {
            let mut branches = around.iter().filter_map(|node| match node {
                AnyNodeRef::StmtIf(statement) => Some(*statement),
                _ => None,
            });
            branches
                .any(|branch| tests_platform(&branch.test, text) && awaits_elsewhere(branch, place.call.span))
        })
    }
}

/// Returns whether a module reads a command line, according to its imports.
pub(super) fn has_command_line(summary: &Summary) -> bool {
    let imports = |root: &str| summary.imported_packages().any(|package| package == root);
    entries_with(Role::ReadsCommandLine).any(|known| match known.name.split_once('.') {
        Some((module, name)) => imports(module) && summary.names.find(name).is_some(),
        None => imports(&known.name),
    })
}

/// Returns whether a module may start work that runs beside other work on the event loop.
fn starts_other_work(summary: &Summary) -> bool {
    Role::StartsConcurrentWork.names().iter().any(|name| summary.names.find(name).is_some())
}

/// Returns whether a call asks a person, through a builtin or a library function.
fn is_question(summary: &Summary, site: &CallSite) -> bool {
    let callee = summary.callee_or_itself(site.expression);
    match summary.expression(callee) {
        Expression::Name(name) if summary.nearest_bindings(site.scope, summary.name(name)).is_empty() => {
            is(summary.name(name), Role::AsksPerson)
        }
        Expression::Attribute { value, name } if summary.last_name(value).is_some_and(names_console) => {
            named(summary.name(name)).has(Role::AsksPerson)
        }
        _ => is(summary.import_path(site.scope, callee).as_deref(), Role::AsksPerson),
    }
}

/// Returns whether a name means the console of a terminal, as `self.console` of rich.
fn names_console(name: &str) -> bool {
    name.trim_start_matches('_') == "console"
}

/// Returns whether `pbkdf2_hmac` receives a literal number of rounds that takes no time, directly or
/// through a module constant.
fn has_few_rounds(summary: &Summary, site: &CallSite) -> bool {
    let arguments = summary.arguments_of(site.expression).unwrap_or_default();
    let rounds = arguments.iter().enumerate().find_map(|(place, argument)| match argument.kind {
        ArgumentKind::Positional if place == PLACE_OF_ROUNDS => Some(argument.value),
        ArgumentKind::Keyword(name) if summary.name(name) == "iterations" => Some(argument.value),
        _ => None,
    });
    let is_few = |value: ExpressionId| matches!(summary.expression(value), Expression::Literal(Literal::Integer(rounds)) if rounds <= FEW_ROUNDS);
    rounds.is_some_and(|value| match summary.expression(value) {
        Expression::Name(name) => match summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name)) {
            [only] => matches!(only.kind, BindingKind::Value(value) if is_few(value)),
            _ => false,
        },
        _ => is_few(value),
    })
}

/// Returns whether a call looks up the own host, whose name the system knows: `socket.getfqdn()`,
/// `socket.gethostbyname(socket.gethostname())`.
fn looks_up_own_host(summary: &Summary, site: &CallSite) -> bool {
    let names_own = |value: ExpressionId| {
        summary.call(value).is_some() && summary.last_roles(value).has(Role::NamesOwnHost)
    };
    let Some(first) = summary.arguments_of(site.expression).unwrap_or_default().first() else { return true };
    match summary.expression(first.value) {
        Expression::Name(name) => {
            let bindings = summary.nearest_bindings_of(site.scope, name);
            !bindings.is_empty()
                && bindings
                    .iter()
                    .all(|binding| matches!(binding.kind, BindingKind::Value(value) if names_own(value)))
        }
        _ => names_own(first.value),
    }
}

/// Returns the blocks around a place, innermost first, up to its function.
fn blocks_around<'a>(around: &[AnyNodeRef<'a>]) -> Vec<&'a [Stmt]> {
    let inside = around.iter().rev().take_while(|node| !makes_scope(**node));
    inside
        .flat_map(|node| match node {
            AnyNodeRef::StmtIf(it) => vec![it.body.as_slice()],
            AnyNodeRef::ElifElseClause(it) => vec![it.body.as_slice()],
            _ => Vec::new(),
        })
        .collect()
}

/// Returns whether a branch around a call ends the process after it.
fn ends_process_behind(around: &[AnyNodeRef], call: Span) -> bool {
    let is_around = |statement: &&Stmt| span(statement.range()).contains(call);
    blocks_around(around)
        .into_iter()
        .any(|block| block.iter().any(|it| is_around(&it)) && block.last().is_some_and(ends_process))
}

fn ends_process(statement: &Stmt) -> bool {
    let made = match statement {
        Stmt::Expr(statement) => Some(&*statement.value),
        Stmt::Raise(statement) => statement.exc.as_deref(),
        _ => None,
    };
    let called = made.map(|made| made.as_call_expr().map_or(made, |call| &*call.func));
    is(called.and_then(dotted).as_deref(), Role::EndsProcess)
        && (jumps(statement) || made.is_some_and(Expr::is_call_expr))
}

fn dotted(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => match &*attribute.value {
            Expr::Name(name) => Some(format!("{}.{}", name.id, attribute.attr)),
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether the statement of a call directly follows one that has ended the work of the thread.
fn is_joined_at_its_end(around: &[AnyNodeRef]) -> bool {
    let Some(statement) = around.iter().rev().find(|node| node.is_statement()) else { return false };
    let bodies = around.iter().rev().flat_map(|node| match node {
        AnyNodeRef::StmtIf(it) => vec![it.body.as_slice()],
        AnyNodeRef::ElifElseClause(it) => vec![it.body.as_slice()],
        AnyNodeRef::StmtFor(it) => vec![it.body.as_slice()],
        AnyNodeRef::StmtTry(it) => vec![it.body.as_slice(), it.finalbody.as_slice()],
        AnyNodeRef::StmtWith(it) => vec![it.body.as_slice()],
        AnyNodeRef::StmtFunctionDef(it) => vec![it.body.as_slice()],
        _ => Vec::new(),
    });
    let before = bodies.flat_map(|body| body.windows(2)).find(|pair| pair[1].range() == statement.range());
    before.is_some_and(|pair| {
        let called = pair[0].as_expr_stmt().and_then(|it| it.value.as_call_expr());
        let method = called.and_then(|call| call.func.as_attribute_expr());
        named(method.map(|method| method.attr.as_str())).has(Role::EndsThread)
    })
}

/// Returns whether an `if` around a place tests whether a string starts with `data:`.
fn is_tested_for_data(around: &[AnyNodeRef], text: &str) -> bool {
    around.iter().any(|node| match node {
        AnyNodeRef::StmtIf(it) => {
            let test = text.get(it.test.range().to_std_range()).unwrap_or_default();
            test.contains(".startswith(") && (test.contains("\"data:") || test.contains("'data:"))
        }
        _ => false,
    })
}

/// Returns whether a test checks the platform, directly or through a name that the file binds to such a
/// test.
fn tests_platform(test: &Expr, text: &str) -> bool {
    let asks = |written: &str| entries_with(Role::NamesPlatform).any(|known| written.contains(&*known.name));
    let name = match test {
        Expr::Name(name) => Some(name),
        Expr::UnaryOp(it) => it.operand.as_name_expr(),
        _ => None,
    };
    let binds = |line: &str, name: &str| {
        let rest = line.trim_start().strip_prefix(name);
        rest.is_some_and(|rest| rest.trim_start().starts_with(['=', ':']) && asks(rest))
    };
    asks(text.get(test.range().to_std_range()).unwrap_or_default())
        || name.is_some_and(|name| text.lines().any(|line| binds(line, name.id.as_str())))
}

/// Returns whether another branch of an `if` than the one around a place awaits.
fn awaits_elsewhere(branch: &StmtIf, place: Span) -> bool {
    let others = branch.elif_else_clauses.iter().map(|it| it.body.as_slice());
    let bodies = std::iter::once(branch.body.as_slice()).chain(others);
    let is_around = |body: &&[Stmt]| body.iter().any(|it| span(it.range()).contains(place));
    bodies.clone().any(|body| is_around(&body))
        && bodies.filter(|body| !is_around(body)).any(|body| {
            let mut awaits = false;
            walk_body(body, |_, node| {
                awaits |= matches!(node, AnyNodeRef::ExprAwait(_));
                TraversalSignal::Traverse
            });
            awaits
        })
}
