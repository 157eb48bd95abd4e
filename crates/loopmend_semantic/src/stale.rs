//! Lost updates: writes to shared state that depend on a value read before a suspension point, found by the
//! syntax of one `async def`.

use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{
    AnyNodeRef, CmpOp, ExceptHandler, Expr, ExprCall, Number, Stmt, StmtFor, StmtFunctionDef, StmtIf,
    StmtMatch, StmtTry, StmtWhile, StmtWith, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::file::{Walk, makes_scope};
use crate::stack::{grow_stack, grow_stack_for_step};
use crate::summary::{jumps, last_name};

/// How a write loses the updates of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StaleKind {
    /// The written value is computed from the value read. `added` is the awaited expression of `state +=
    /// await …`, if that is all.
    Updated { added: Option<TextRange>, is_augmented: bool },
    /// The container is emptied, and its contents were passed on before, under these locks.
    Emptied { locks: Vec<String> },
    /// The object did not exist when it was checked, and is created by this call.
    Made { call: TextRange },
}

/// A write to shared state.
#[derive(Clone, Debug)]
pub(crate) struct StaleWrite {
    /// The written state: a dotted name, with subscripts.
    pub(crate) state: String,
    pub(crate) kind: StaleKind,
    /// The range of the statement.
    pub(crate) at: TextRange,
    /// The range of the read.
    pub(crate) read: TextRange,
    /// The suspension point in between.
    pub(crate) suspends: TextRange,
}

/// The callables that create an empty container.
const EMPTY: [&str; 8] =
    ["bytearray", "bytes", "Counter", "defaultdict", "deque", "dict", "list", "OrderedDict"];

/// The methods that return the values of a container.
const VALUES: [&str; 4] = ["copy", "items", "keys", "values"];

/// Name parts of locks that admit one task at a time.
const LOCKS: [&str; 7] = ["lock", "sem", "mutex", "cond", "guard", "limit", "exclusive"];

/// Name parts of functions that run once, at the end.
const ENDINGS: [&str; 10] = [
    "close",
    "stop",
    "shutdown",
    "terminate",
    "disconnect",
    "teardown",
    "cleanup",
    "clean_up",
    "exit",
    "unsubscribe",
];

/// Returns the writes of an `async def` that may lose the updates of others, in source order.
pub(crate) fn stale_writes(function: &StmtFunctionDef) -> Vec<StaleWrite> {
    if !function.is_async {
        return Vec::new();
    }
    let mut wanted = Wanted::default();
    wanted.read(&function.body);
    let returned = if wanted.made.is_empty() { FxHashSet::default() } else { returned_states(function) };
    let made = wanted.made.into_iter().filter(|state| returned.contains(state));
    wanted.states.extend(made);
    if wanted.states.is_empty() || takes_lock(function) {
        return Vec::new();
    }
    let locals = Locals::of(function);
    wanted.states.retain(|state| locals.may_share(state));
    if wanted.states.is_empty() {
        return Vec::new();
    }
    let mut reader = Reader {
        wanted: &wanted.states,
        is_ending: is_ending(function.name.as_str()),
        path: Vec::new(),
        blocks: 0,
        whiles: 0,
        locks: 0,
        held: Vec::new(),
        suspensions: Vec::new(),
        reads: Vec::new(),
        tests: Vec::new(),
        values: FxHashMap::default(),
        returned,
        found: Vec::new(),
    };
    reader.block(&function.body);
    reader.found
}

/// Returns whether a function runs once, at the end.
fn is_ending(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.contains(ending))
}

/// Returns whether a function calls `acquire`, or has a decorator whose name mentions locks.
fn takes_lock(function: &StmtFunctionDef) -> bool {
    let is_lock = |expression: &Expr| last_name(expression).is_some_and(sounds_like_lock);
    if function.decorator_list.iter().any(|decorator| is_lock(&decorator.expression)) {
        return true;
    }
    let mut found = false;
    let mut walk = Walk::new(|_, node| {
        if let AnyNodeRef::ExprCall(call) = node {
            found |= last_name(&call.func) == Some("acquire");
        }
        TraversalSignal::Traverse
    });
    walk.visit_body(&function.body);
    found
}

fn sounds_like_lock(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    LOCKS.iter().any(|lock| name.contains(lock))
}

/// Returns whether an `async with` admits one task at a time. The entered object must be a lock or similar,
/// and must not be created there.
fn is_lock(entered: &Expr) -> bool {
    match entered {
        Expr::Call(call) => last_name(&call.func).is_some_and(sounds_like_lock),
        Expr::Subscript(_) | Expr::Name(_) | Expr::Attribute(_) => true,
        _ => false,
    }
}

/// Returns the name of a state: `self.count`, `total`, `self.cache[key]`.
fn state_of(expression: &Expr) -> Option<String> {
    state_of_node(AnyNodeRef::from(expression))
}

fn state_of_node(node: AnyNodeRef) -> Option<String> {
    match node {
        AnyNodeRef::ExprName(name) => Some(name.id.to_string()),
        AnyNodeRef::ExprAttribute(attribute) => {
            let of = grow_stack(|| state_of(&attribute.value))?;
            Some(format!("{of}.{}", attribute.attr))
        }
        AnyNodeRef::ExprSubscript(subscript) => {
            let of = grow_stack(|| state_of(&subscript.value))?;
            Some(format!("{of}[{}]", key_of(&subscript.slice)?))
        }
        _ => None,
    }
}

fn key_of(slice: &Expr) -> Option<String> {
    match slice {
        Expr::StringLiteral(text) => Some(format!("{:?}", text.value.to_str())),
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(number) => Some(number.to_string()),
            _ => None,
        },
        Expr::Name(_) | Expr::Attribute(_) => grow_stack(|| state_of(slice)),
        _ => None,
    }
}

/// Returns the first name of a state.
pub(crate) fn root_of_state(state: &str) -> &str {
    state.split(['.', '[']).next().unwrap_or(state)
}

/// The names that are local to one call of a function.
struct Locals<'a> {
    bound: FxHashSet<&'a str>,
    /// The names declared `global` or `nonlocal`.
    declared: FxHashSet<&'a str>,
}

impl<'a> Locals<'a> {
    fn of(function: &'a StmtFunctionDef) -> Self {
        let parameters = function.parameters.iter().map(|parameter| parameter.name().as_str());
        let mut locals = Self { bound: parameters.collect(), declared: FxHashSet::default() };
        for own in ["self", "cls"] {
            locals.bound.remove(own);
        }
        let mut walk = Walk::new(|_, node| {
            match node {
                AnyNodeRef::ExprName(name) if !name.ctx.is_load() => {
                    locals.bound.insert(&name.id);
                }
                AnyNodeRef::StmtGlobal(statement) => {
                    locals.declared.extend(statement.names.iter().map(|name| name.as_str()));
                }
                AnyNodeRef::StmtNonlocal(statement) => {
                    locals.declared.extend(statement.names.iter().map(|name| name.as_str()));
                }
                AnyNodeRef::StmtFunctionDef(inner) => {
                    locals.bound.insert(&inner.name);
                }
                AnyNodeRef::Alias(alias) => {
                    locals.bound.insert(alias.asname.as_ref().unwrap_or(&alias.name));
                }
                AnyNodeRef::ExceptHandlerExceptHandler(handler) => {
                    locals.bound.extend(handler.name.as_ref().map(|name| name.as_str()));
                }
                _ => {}
            }
            if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
        walk.visit_body(&function.body);
        locals
    }

    /// Returns whether other calls of the function may share a state of this name.
    fn may_share(&self, state: &str) -> bool {
        let root = root_of_state(state);
        match root.len() == state.len() {
            true => self.declared.contains(root),
            false => !self.bound.contains(root) || self.declared.contains(root),
        }
    }
}

/// The states that a suspending function writes in a way that may depend on what it read. This is found by
/// its statements alone, because every function is checked.
#[derive(Default)]
struct Wanted {
    states: FxHashSet<String>,
    /// The states set to an awaited value.
    made: FxHashSet<String>,
    /// Whether the function declares names `global` or `nonlocal`. All other plain names are local.
    declares: bool,
}

impl Wanted {
    fn read(&mut self, body: &[Stmt]) {
        for statement in body {
            grow_stack_for_step(|| self.statement(statement));
        }
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Global(_) | Stmt::Nonlocal(_) => self.declares = true,
            Stmt::AugAssign(statement) if has_await(&statement.value) => {
                self.states.extend(state_of(&statement.target));
            }
            Stmt::Assign(statement) => {
                if let [target] = &*statement.targets {
                    self.add(target, &statement.value);
                }
            }
            Stmt::AnnAssign(statement) => {
                if let Some(value) = &statement.value {
                    self.add(&statement.target, value);
                }
            }
            Stmt::Expr(statement) => {
                if let Some(cleared) = cleared(&statement.value) {
                    self.states.extend(state_of(cleared));
                }
            }
            Stmt::If(statement) => {
                self.read(&statement.body);
                statement.elif_else_clauses.iter().for_each(|clause| self.read(&clause.body));
            }
            Stmt::For(statement) => {
                self.read(&statement.body);
                self.read(&statement.orelse);
            }
            Stmt::While(statement) => {
                self.read(&statement.body);
                self.read(&statement.orelse);
            }
            Stmt::With(statement) => self.read(&statement.body),
            Stmt::Match(statement) => statement.cases.iter().for_each(|case| self.read(&case.body)),
            Stmt::Try(statement) => {
                self.read(&statement.body);
                for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
                    self.read(&handler.body);
                }
                [&statement.orelse, &statement.finalbody].into_iter().for_each(|body| self.read(body));
            }
            _ => {}
        }
    }

    fn add(&mut self, target: &Expr, value: &Expr) {
        if target.is_name_expr() && !self.declares {
            return;
        }
        let is_fit = match value {
            Expr::Await(_) => {
                self.made.extend(state_of(target));
                false
            }
            Expr::BinOp(_)
            | Expr::List(_)
            | Expr::Dict(_)
            | Expr::Set(_)
            | Expr::Name(_)
            | Expr::Subscript(_) => true,
            other => is_empty(other),
        };
        if is_fit {
            self.states.extend(state_of(target));
        }
    }
}

/// Returns the state that `state.clear()` empties.
fn cleared(expression: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = expression else { return None };
    match &*call.func {
        Expr::Attribute(method) if method.attr.as_str() == "clear" && call.arguments.is_empty() => {
            Some(&method.value)
        }
        _ => None,
    }
}

fn is_empty(value: &Expr) -> bool {
    match value {
        Expr::List(list) => list.elts.is_empty(),
        Expr::Tuple(tuple) => tuple.elts.is_empty(),
        Expr::Dict(dict) => dict.items.is_empty(),
        Expr::StringLiteral(text) => text.value.is_empty(),
        Expr::BytesLiteral(bytes) => bytes.value.is_empty(),
        Expr::Call(call) => {
            call.arguments.args.is_empty()
                && last_name(&call.func).is_some_and(|name| name == "set" || EMPTY.contains(&name))
        }
        _ => false,
    }
}

fn has_await(expression: &Expr) -> bool {
    first_await(expression).is_some()
}

fn first_await(expression: &Expr) -> Option<TextRange> {
    let mut found = None;
    let mut walk = Walk::new(|_, node| {
        if let AnyNodeRef::ExprAwait(awaited) = node {
            found = found.or(Some(awaited.range()));
        }
        match found.is_some() || makes_scope(node) {
            true => TraversalSignal::Skip,
            false => TraversalSignal::Traverse,
        }
    });
    walk.visit_expr(expression);
    found
}

/// Returns the states that a function returns.
fn returned_states(function: &StmtFunctionDef) -> FxHashSet<String> {
    let mut found = FxHashSet::default();
    let mut walk = Walk::new(|_, node| {
        if let AnyNodeRef::StmtReturn(statement) = node {
            found.extend(statement.value.as_deref().and_then(state_of));
        }
        if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    walk.visit_body(&function.body);
    found
}

/// A read, with its enclosing blocks.
#[derive(Clone)]
struct Read {
    state: String,
    at: TextRange,
    path: Vec<u32>,
}

/// The state on which the value of a local name depends.
#[derive(Clone)]
struct Held {
    read: Read,
    /// Whether the value was computed from the value read.
    is_worked_out: bool,
}

/// A walk through a function in execution order.
struct Reader<'f> {
    wanted: &'f FxHashSet<String>,
    is_ending: bool,
    /// The enclosing blocks, outermost first.
    path: Vec<u32>,
    blocks: u32,
    /// The number of enclosing loops that may run forever.
    whiles: u32,
    locks: u32,
    /// The named locks, and where they are held.
    held: Vec<(String, TextRange)>,
    suspensions: Vec<TextRange>,
    /// The reads whose values were used further.
    reads: Vec<Read>,
    /// The tests of states.
    tests: Vec<(String, TextSize)>,
    values: FxHashMap<String, Held>,
    returned: FxHashSet<String>,
    found: Vec<StaleWrite>,
}

impl Reader<'_> {
    fn block(&mut self, body: &[Stmt]) {
        for statement in body {
            grow_stack_for_step(|| self.statement(statement));
        }
    }

    /// Walks an optional block. Returns its suspension points, unless it ends in a jump.
    fn branch(&mut self, body: &[Stmt]) -> Vec<TextRange> {
        let before = self.suspensions.len();
        self.blocks += 1;
        self.path.push(self.blocks);
        self.block(body);
        self.path.pop();
        let inside = self.suspensions.split_off(before);
        if body.last().is_some_and(jumps) { Vec::new() } else { inside }
    }

    /// Walks alternative blocks.
    fn branches<'b>(&mut self, bodies: impl Iterator<Item = &'b [Stmt]>) {
        let mut inside = Vec::new();
        for body in bodies {
            inside.extend(self.branch(body));
        }
        self.suspensions.extend(inside);
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::If(inner) => self.if_statement(inner),
            Stmt::While(inner) => self.while_loop(inner),
            Stmt::For(inner) => self.for_loop(inner),
            Stmt::With(inner) => self.with(inner),
            Stmt::Try(inner) => self.try_statement(inner),
            Stmt::Match(inner) => self.match_statement(inner),
            Stmt::Assign(inner) => {
                self.expression(&inner.value);
                if let [target] = &*inner.targets {
                    self.assign(target, &inner.value, statement.range());
                } else {
                    inner.targets.iter().for_each(|target| self.forget(target));
                }
            }
            Stmt::AnnAssign(inner) => {
                if let Some(value) = &inner.value {
                    self.expression(value);
                    self.assign(&inner.target, value, statement.range());
                }
            }
            Stmt::AugAssign(inner) => {
                self.expression(&inner.value);
                self.augment(&inner.target, &inner.value, statement.range());
            }
            Stmt::Expr(inner) => {
                self.expression(&inner.value);
                if let Some(state) = cleared(&inner.value).and_then(state_of) {
                    self.empty(&state, statement.range());
                }
            }
            Stmt::Assert(inner) => self.test(&inner.test),
            other => self.node(AnyNodeRef::from(other)),
        }
    }

    fn if_statement(&mut self, statement: &StmtIf) {
        self.made(statement);
        self.test(&statement.test);
        for clause in &statement.elif_else_clauses {
            clause.test.iter().for_each(|test| self.test(test));
        }
        let others = statement.elif_else_clauses.iter().map(|clause| &*clause.body);
        self.branches(std::iter::once(&*statement.body).chain(others));
    }

    fn while_loop(&mut self, statement: &StmtWhile) {
        self.test(&statement.test);
        self.whiles += 1;
        self.branches([&*statement.body].into_iter());
        self.whiles -= 1;
        self.block(&statement.orelse);
    }

    fn for_loop(&mut self, statement: &StmtFor) {
        self.expression(&statement.iter);
        self.forget(&statement.target);
        if statement.is_async {
            self.suspensions.push(statement.iter.range());
        }
        self.whiles += u32::from(statement.is_async);
        self.branches([&*statement.body].into_iter());
        self.whiles -= u32::from(statement.is_async);
        if let (Some(state), Some(last)) = (state_of(&statement.iter), statement.body.last()) {
            // The end of the loop looks whether there is more.
            self.tests.push((state, last.end()));
        }
        self.block(&statement.orelse);
    }

    fn with(&mut self, statement: &StmtWith) {
        for item in &statement.items {
            self.expression(&item.context_expr);
            item.optional_vars.iter().for_each(|target| self.forget(target));
            if statement.is_async {
                self.suspensions.push(item.context_expr.range());
            }
        }
        let locks = statement.items.iter().any(|item| is_lock(&item.context_expr));
        let around = self.held.len();
        self.held.extend(locks_of(statement).map(|lock| (lock, statement.range())));
        self.locks += u32::from(locks);
        self.block(&statement.body);
        self.locks -= u32::from(locks);
        self.held.truncate(around);
    }

    /// Walks a `try`. Without an exception, the body and the following blocks run in sequence.
    fn try_statement(&mut self, statement: &StmtTry) {
        self.block(&statement.body);
        let handlers = statement.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| &*handler.body);
        self.branches(handlers);
        self.block(&statement.orelse);
        self.block(&statement.finalbody);
    }

    fn match_statement(&mut self, statement: &StmtMatch) {
        self.expression(&statement.subject);
        self.branches(statement.cases.iter().map(|case| &*case.body));
    }

    /// Walks a test, which reads the state again.
    fn test(&mut self, test: &Expr) {
        let before = self.reads.len();
        self.expression(test);
        for read in self.reads.split_off(before) {
            self.tests.push((read.state, read.at.start()));
        }
        let mut asked = Vec::new();
        self.states_in(test, &mut |state, at, _| asked.push((state, at.start())));
        self.tests.extend(asked);
    }

    fn expression(&mut self, expression: &Expr) {
        self.node(AnyNodeRef::from(expression));
    }

    /// Records the suspension points of an expression or simple statement, and the values that it uses.
    fn node(&mut self, node: AnyNodeRef) {
        let mut awaits = Vec::new();
        let mut walk = Walk::new(|_, node| {
            if let AnyNodeRef::ExprAwait(awaited) = node {
                awaits.push(awaited.range());
            }
            if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
        visit(&mut walk, node);
        self.suspensions.extend(awaits);
        let mut reads = Vec::new();
        collect_states(self.wanted, node, &mut |state, at, is_handed_on| {
            if is_handed_on {
                reads.push((state, at));
            }
        });
        for (state, at) in reads {
            self.reads.push(Read { state, at, path: self.path.clone() });
        }
    }

    fn states_in(&self, expression: &Expr, found: &mut dyn FnMut(String, TextRange, bool)) {
        collect_states(self.wanted, AnyNodeRef::from(expression), found);
    }

    fn forget(&mut self, target: &Expr) {
        let mut names = Vec::new();
        let mut walk = Walk::new(|_, node| {
            if let AnyNodeRef::ExprName(name) = node {
                names.push(name.id.to_string());
            }
            TraversalSignal::Traverse
        });
        walk.visit_expr(target);
        names.iter().for_each(|name| _ = self.values.remove(name));
    }

    fn assign(&mut self, target: &Expr, value: &Expr, at: TextRange) {
        let state = state_of(target).filter(|state| self.wanted.contains(state));
        let Some(state) = state else {
            let held = self.held_by(value);
            self.forget(target);
            if let (Expr::Name(name), Some(held)) = (target, held) {
                self.values.insert(name.id.to_string(), held);
            }
            return;
        };
        if is_empty(value) {
            self.empty(&state, at);
        } else {
            self.update(state, value, at);
        }
    }

    fn augment(&mut self, target: &Expr, value: &Expr, at: TextRange) {
        if let Expr::Name(name) = target
            && let Some(held) = self.values.get_mut(name.id.as_str())
        {
            held.is_worked_out = true;
        }
        let state = state_of(target).filter(|state| self.wanted.contains(state));
        let Some((state, suspends)) = state.zip(first_await(value)) else { return };
        let added = value.is_await_expr().then(|| value.range());
        if self.is_open() {
            let kind = StaleKind::Updated { added, is_augmented: true };
            self.found.push(StaleWrite { state, kind, at, read: target.range(), suspends });
        }
    }

    fn is_open(&self) -> bool {
        self.locks == 0 && self.whiles == 0
    }

    /// Records `state = …` with a value computed from the state.
    fn update(&mut self, state: String, value: &Expr, at: TextRange) {
        let held = self.held_by(value).filter(|held| held.read.state == state && held.is_worked_out);
        let Some(held) = held else { return };
        let read = held.read;
        if let Some(suspends) = self.suspension_since(&read, at.end())
            && self.is_open()
        {
            let kind = StaleKind::Updated { added: None, is_augmented: false };
            self.found.push(StaleWrite { state, kind, at, read: read.at, suspends });
        }
    }

    fn empty(&mut self, state: &str, at: TextRange) {
        let handed_on = self.reads.iter().find(|read| read.state == state).cloned();
        self.reads.retain(|read| read.state != state);
        if let Some(read) = handed_on
            && let Some(suspends) = self.suspension_since(&read, at.start())
            && !self.is_ending
            && self.whiles == 0
        {
            let held = self.held.iter().filter(|(_, range)| range.contains_range(read.at));
            let kind = StaleKind::Emptied { locks: held.map(|(lock, _)| lock.clone()).collect() };
            self.found.push(StaleWrite { state: state.to_owned(), kind, at, read: read.at, suspends });
        }
    }

    /// Records `if state is None: state = await make()`, in a function that returns the state.
    fn made(&mut self, statement: &StmtIf) {
        let Some((state, read)) = asked_for_absence(&statement.test) else { return };
        if !self.wanted.contains(&state) || !self.returned.contains(&state) || !self.is_open() {
            return;
        }
        for inner in &statement.body {
            let Stmt::Assign(assign) = inner else { continue };
            let ([target], Expr::Await(awaited)) = (&*assign.targets, &*assign.value) else { continue };
            if let Expr::Call(call) = &*awaited.value
                && state_of(target).as_deref() == Some(&*state)
            {
                let kind = StaleKind::Made { call: call.range() };
                let (at, suspends) = (assign.range(), awaited.range());
                self.found.push(StaleWrite { state: state.clone(), kind, at, read, suspends });
            }
        }
    }

    /// Returns the suspension point after a read and before a place, if nothing reads the state again after
    /// it.
    fn suspension_since(&self, read: &Read, until: TextSize) -> Option<TextRange> {
        let is_between = |at: &&TextRange| at.end() > read.at.start() && at.start() < until;
        let suspends = self.suspensions.iter().rev().find(is_between)?;
        let is_asked_again =
            |(state, at): &(String, TextSize)| *state == read.state && *at >= suspends.end() && *at < until;
        let is_sure = self.path.starts_with(&read.path) && !self.tests.iter().any(is_asked_again);
        is_sure.then_some(*suspends)
    }

    /// Returns the state on which a value depends. An `await` and most calls produce an unrelated value.
    fn held_by(&self, value: &Expr) -> Option<Held> {
        let state = state_of(value).filter(|state| self.wanted.contains(state));
        if let Some(state) = state {
            let read = Read { state, at: value.range(), path: self.path.clone() };
            return Some(Held { read, is_worked_out: false });
        }
        let worked_out = |held: Held| Held { is_worked_out: true, ..held };
        match value {
            Expr::Name(name) => self.values.get(name.id.as_str()).cloned(),
            Expr::BinOp(operation) => {
                let sides = [&operation.left, &operation.right];
                last_read(sides.into_iter().map(|side| self.held_by(side))).map(worked_out)
            }
            Expr::List(list) => {
                last_read(list.elts.iter().map(|item| self.held_by_rest(item))).map(worked_out)
            }
            Expr::Set(set) => last_read(set.elts.iter().map(|item| self.held_by_rest(item))).map(worked_out),
            Expr::Dict(dict) => {
                let rest = dict.items.iter().filter(|item| item.key.is_none());
                last_read(rest.map(|item| self.held_by(&item.value))).map(worked_out)
            }
            Expr::Call(call) => self.held_by_call(call).map(worked_out),
            Expr::Subscript(subscript) => {
                let Expr::Slice(slice) = &*subscript.slice else { return None };
                let mut bounds = [&slice.lower, &slice.upper].into_iter().flatten();
                bounds.find_map(|bound| self.held_by(bound)).map(worked_out)
            }
            _ => None,
        }
    }

    fn held_by_rest(&self, item: &Expr) -> Option<Held> {
        match item {
            Expr::Starred(rest) => self.held_by(&rest.value),
            _ => None,
        }
    }

    fn held_by_call(&self, call: &ExprCall) -> Option<Held> {
        let takes =
            matches!(&*call.func, Expr::Name(name) if matches!(name.id.as_str(), "len" | "max" | "min"));
        let arguments = call.arguments.args.iter().filter(|_| takes);
        last_read(arguments.map(|argument| self.held_by(argument)))
    }
}

/// Returns the last read among the parts of a value. Writes before that read are not lost.
fn last_read(held: impl Iterator<Item = Option<Held>>) -> Option<Held> {
    held.flatten().max_by_key(|held| held.read.at.start())
}

/// Returns the locks that a `with` holds, as written.
pub(crate) fn locks_of(statement: &StmtWith) -> impl Iterator<Item = String> {
    let entered = statement.items.iter().map(|item| &item.context_expr);
    entered.filter(|entered| is_lock(entered)).filter_map(state_of)
}

/// Returns the state of a test for absence: `state is None`, `not state`, `key not in state`.
fn asked_for_absence(test: &Expr) -> Option<(String, TextRange)> {
    match test {
        Expr::UnaryOp(operation) if operation.op == UnaryOp::Not => {
            Some((state_of(&operation.operand)?, operation.operand.range()))
        }
        Expr::Compare(comparison) => {
            let ([operator], [right]) = (&*comparison.ops, &*comparison.comparators) else { return None };
            let state = match operator {
                CmpOp::Is if right.is_none_literal_expr() => state_of(&comparison.left)?,
                CmpOp::NotIn => format!("{}[{}]", state_of(right)?, state_of(&comparison.left)?),
                _ => return None,
            };
            Some((state, test.range()))
        }
        _ => None,
    }
}

/// Collects the states read in a node: each with its range, and whether its value is used rather than only
/// its length or a method.
fn collect_states(
    wanted: &FxHashSet<String>,
    node: AnyNodeRef,
    found: &mut dyn FnMut(String, TextRange, bool),
) {
    let mut walk = Walk::new(|around, node| {
        let is_read = match node {
            AnyNodeRef::ExprName(name) => name.ctx.is_load(),
            AnyNodeRef::ExprAttribute(attribute) => attribute.ctx.is_load(),
            AnyNodeRef::ExprSubscript(subscript) => subscript.ctx.is_load(),
            _ => false,
        };
        let state = if is_read { state_of_node(node) } else { None };
        if let Some(state) = state.filter(|state| wanted.contains(state)) {
            found(state, node.range(), is_handed_on(around));
        }
        if matches!(node, AnyNodeRef::ExprLambda(_)) {
            TraversalSignal::Skip
        } else {
            TraversalSignal::Traverse
        }
    });
    visit(&mut walk, node);
}

fn is_handed_on(around: &[AnyNodeRef]) -> bool {
    match around.last() {
        Some(AnyNodeRef::ExprAttribute(method)) => VALUES.contains(&method.attr.as_str()),
        Some(AnyNodeRef::Arguments(_)) => match around.get(around.len().wrapping_sub(2)) {
            Some(AnyNodeRef::ExprCall(call)) => !matches!(last_name(&call.func), Some("len" | "bool")),
            _ => true,
        },
        Some(AnyNodeRef::ExprSubscript(_) | AnyNodeRef::ExprUnaryOp(_)) => false,
        _ => true,
    }
}

fn visit<'a>(walk: &mut impl SourceOrderVisitor<'a>, node: AnyNodeRef<'a>) {
    if walk.enter_node(node).is_traverse() {
        node.visit_source_order(walk);
    }
    walk.leave_node(node);
}
