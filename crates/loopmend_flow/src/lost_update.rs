//! Lost updates: writes to shared state that depend on a value read before a suspension point, found by the
//! syntax of one `async def`.

use loopmend_catalog::{Role, Words, named};
use loopmend_python::ast::statement_visitor::{StatementVisitor, walk_stmt};
use loopmend_python::ast::{
    AnyNodeRef, CmpOp, Expr, ExprCall, Number, Stmt, StmtFor, StmtFunctionDef, StmtIf, StmtWith, UnaryOp,
};
use loopmend_python::last_name;
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{Bind, BlockId, Compound, Form, FunctionFlow, How, Part, Step, StepKind, Target, Used, WaitBy};

/// How a write loses the updates of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpdateKind {
    /// The written value is computed from the value read.
    Updated {
        /// The awaited expression of `state += await …`, if that is all.
        added: Option<TextRange>,
        /// Whether the statement is `state += …`.
        is_augmented: bool,
    },
    /// The container is emptied, and its contents were passed on before.
    Emptied {
        /// The locks that were held when they were passed on, as written.
        locks: Vec<String>,
    },
    /// The object did not exist when it was checked, and is created.
    Made {
        /// The call that creates it.
        call: TextRange,
    },
}

/// A write to shared state.
#[derive(Clone, Debug)]
pub struct LostUpdate {
    /// The written state: a dotted name, with subscripts.
    pub state: String,
    /// How the updates of others are lost.
    pub kind: UpdateKind,
    /// The range of the statement.
    pub at: TextRange,
    /// The range of the read.
    pub read: TextRange,
    /// The suspension point in between.
    pub suspends: TextRange,
}

/// Returns the writes of an `async def` that may lose the updates of others, in source order.
pub fn lost_updates(function: &StmtFunctionDef) -> Vec<LostUpdate> {
    let mut candidates = Candidates::default();
    if function.is_async {
        candidates.visit_body(&function.body);
    }
    if !candidates.has_any {
        return Vec::new();
    }
    let flow = FunctionFlow::of(function);
    let Some(wanted) = wanted_states(&flow) else { return Vec::new() };
    let mut reader = Reader {
        flow: &flow,
        last: None,
        wanted: &wanted,
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
        returned: returned_states(&flow),
        found: Vec::new(),
    };
    reader.block(FunctionFlow::BODY);
    reader.found
}

/// Returns the shared states that a function writes in a way that may depend on what it read; `None` if there are none, or if the
/// function takes a lock as a whole.
fn wanted_states(flow: &FunctionFlow) -> Option<FxHashSet<String>> {
    let mut wanted = Wanted { declares: !flow.declared.is_empty(), ..Wanted::default() };
    flow.steps().for_each(|step| wanted.step(flow, step));
    let returned = if wanted.made.is_empty() { FxHashSet::default() } else { returned_states(flow) };
    wanted.states.extend(wanted.made.into_iter().filter(|state| returned.contains(state)));
    if wanted.states.is_empty() || takes_lock(flow) {
        return None;
    }
    let locals = Locals::of(flow);
    wanted.states.retain(|state| locals.may_share(state));
    (!wanted.states.is_empty()).then_some(wanted.states)
}

/// Returns whether a function runs once, at the end.
fn is_ending(name: &str) -> bool {
    Words::FinalFunctions.all().iter().any(|ending| name.contains(ending))
}

/// Returns whether a function calls `acquire`, or has a decorator whose name mentions locks.
fn takes_lock(flow: &FunctionFlow) -> bool {
    let is_lock = |expression: &Expr| last_name(expression).is_some_and(sounds_like_lock);
    flow.function.decorator_list.iter().any(|decorator| is_lock(&decorator.expression))
        || flow.calls().any(|(_, call)| last_name(&call.func) == Some("acquire"))
}

fn sounds_like_lock(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    Words::LockParts.all().iter().any(|lock| name.contains(lock))
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
    match expression {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => {
            let of = grow_stack(|| state_of(&attribute.value))?;
            Some(format!("{of}.{}", attribute.attr))
        }
        Expr::Subscript(subscript) => {
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
pub fn root_of_state(state: &str) -> &str {
    state.split(['.', '[']).next().unwrap_or(state)
}

/// The names that are local to one call of a function.
struct Locals<'a> {
    bound: FxHashSet<&'a str>,
    /// The names declared `global` or `nonlocal`.
    declared: FxHashSet<&'a str>,
}

impl<'a> Locals<'a> {
    fn of(flow: &FunctionFlow<'a>) -> Self {
        let parameters = flow.function.parameters.iter().map(|parameter| parameter.name().as_str());
        let mut bound: FxHashSet<&str> = parameters.filter(|name| !Words::OwnObject.has(*name)).collect();
        for step in flow.steps() {
            match step.kind {
                StepKind::Bind(Bind { target, .. }) => bound.extend(target.names()),
                StepKind::Delete(Expr::Name(name)) => drop(bound.insert(&name.id)),
                _ => {}
            }
        }
        Self { bound, declared: flow.declared.iter().copied().collect() }
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

/// The states that a function writes in a way that may depend on what it read, according to its bindings alone, because
/// every function is checked.
#[derive(Default)]
struct Wanted {
    states: FxHashSet<String>,
    /// The states set to an awaited value.
    made: FxHashSet<String>,
    /// Whether the function declares names `global` or `nonlocal`. All other plain names are local.
    declares: bool,
}

impl Wanted {
    fn step(&mut self, flow: &FunctionFlow, step: &Step) {
        match step.kind {
            StepKind::Bind(Bind { target: Target::Expr(target), value: Some(value), how }) => match how {
                How::Augment if flow.first_await(value, step).is_some() => {
                    self.states.extend(state_of(target));
                }
                How::Assign => self.add(target, value),
                _ => {}
            },
            StepKind::Call(call, Used::Discarded) => {
                self.states.extend(cleared(call).and_then(state_of));
            }
            _ => {}
        }
    }

    fn add(&mut self, target: &Expr, value: &Expr) {
        if target.is_name_expr() && !self.declares || !may_depend_on_state(value) {
            return;
        }
        let found = if value.is_await_expr() { &mut self.made } else { &mut self.states };
        found.extend(state_of(target));
    }
}

/// Returns whether a value may be computed from a state, be empty, or be awaited, according to its form alone.
fn may_depend_on_state(value: &Expr) -> bool {
    match value {
        Expr::Await(_)
        | Expr::BinOp(_)
        | Expr::List(_)
        | Expr::Dict(_)
        | Expr::Set(_)
        | Expr::Name(_)
        | Expr::Subscript(_) => true,
        other => is_empty(other),
    }
}

/// The search for a statement that may lose updates. Every function that suspends is searched before its flow is made.
#[derive(Default)]
struct Candidates {
    has_any: bool,
    /// Whether the function declares names `global` or `nonlocal`.
    declares: bool,
}

impl Candidates {
    fn may_share(&self, target: &Expr) -> bool {
        !target.is_name_expr() || self.declares
    }
}

impl<'a> StatementVisitor<'a> for Candidates {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        self.has_any |= match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::Global(_) | Stmt::Nonlocal(_) => {
                self.declares = true;
                false
            }
            Stmt::AugAssign(it) => self.may_share(&it.target),
            Stmt::Assign(it) => {
                may_depend_on_state(&it.value) && it.targets.iter().any(|target| self.may_share(target))
            }
            Stmt::AnnAssign(it) => {
                it.value.as_deref().is_some_and(may_depend_on_state) && self.may_share(&it.target)
            }
            Stmt::Expr(it) => it.value.as_call_expr().is_some_and(|call| cleared(call).is_some()),
            _ => false,
        };
        if !self.has_any {
            grow_stack_for_step(|| walk_stmt(self, statement));
        }
    }
}

/// Returns the state that `state.clear()` empties.
fn cleared(call: &ExprCall) -> Option<&Expr> {
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
                && last_name(&call.func).is_some_and(|name| named(name).has(Role::MakesEmptyValue))
        }
        _ => false,
    }
}

/// Returns the states that a function returns.
fn returned_states(flow: &FunctionFlow) -> FxHashSet<String> {
    let returned = flow.steps().filter_map(|step| match step.kind {
        StepKind::Jump(Stmt::Return(statement)) => statement.value.as_deref().and_then(state_of),
        _ => None,
    });
    returned.collect()
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
struct Reader<'f, 'a> {
    flow: &'f FunctionFlow<'a>,
    /// The last step that was followed.
    last: Option<u32>,
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
    found: Vec<LostUpdate>,
}

impl<'a> Reader<'_, 'a> {
    fn block(&mut self, block: BlockId) {
        let flow = self.flow;
        for part in flow.parts(block) {
            match part {
                Part::Step(step) => self.step(step),
                Part::Compound(compound) => grow_stack_for_step(|| self.compound(compound)),
            }
        }
    }

    /// Follows an optional block. Returns its suspension points, unless it ends in a jump.
    fn branch(&mut self, block: BlockId) -> Vec<TextRange> {
        let before = self.suspensions.len();
        self.blocks += 1;
        self.path.push(self.blocks);
        self.block(block);
        self.path.pop();
        let inside = self.suspensions.split_off(before);
        if self.flow.ends_in_jump(block) { Vec::new() } else { inside }
    }

    /// Follows alternative blocks.
    fn branches(&mut self, blocks: impl Iterator<Item = BlockId>) {
        let mut inside = Vec::new();
        for block in blocks {
            inside.extend(self.branch(block));
        }
        self.suspensions.extend(inside);
    }

    fn step(&mut self, step: &Step<'a>) {
        self.last = Some(step.id);
        match step.kind {
            StepKind::Read(value, used) if is_handed_on(used) => {
                if let Some(state) = self.wanted_state(value) {
                    self.reads.push(Read { state, at: step.at, path: self.path.clone() });
                }
            }
            StepKind::Wait(wait) => {
                self.suspensions.push(if wait.by == WaitBy::Await { step.at } else { wait.value.range() });
            }
            StepKind::Bind(Bind { target: Target::Expr(target), value, how }) => match (how, value) {
                (How::Assign, Some(value)) => self.assign(target, value, step.at),
                (How::Augment, Some(value)) => self.augment(target, value, step),
                _ => self.forget(target),
            },
            StepKind::Call(call, Used::Discarded) => {
                if let Some(state) = cleared(call).and_then(state_of) {
                    self.empty(&state, step.at);
                }
            }
            _ => {}
        }
    }

    fn compound(&mut self, compound: &Compound<'a>) {
        match (&compound.form, compound.node) {
            (Form::Branch(arms), node) if node.is_statement() => {
                match node {
                    AnyNodeRef::StmtIf(it) => {
                        self.made(it);
                        self.tested(&it.test);
                        let clauses = it.elif_else_clauses.iter().filter_map(|clause| clause.test.as_ref());
                        for (block, test) in arms.iter().filter_map(|arm| arm.test).zip(clauses) {
                            self.block(block);
                            self.tested(test);
                        }
                    }
                    AnyNodeRef::StmtAssert(it) => self.tested(&it.test),
                    _ => arms.iter().filter_map(|arm| arm.test).for_each(|test| self.block(test)),
                }
                self.branches(arms.iter().map(|arm| arm.body));
            }
            (Form::Loop { head, body, orelse, .. }, AnyNodeRef::StmtWhile(it)) => {
                self.block(*head);
                self.tested(&it.test);
                self.repeat(true, *body);
                self.block(*orelse);
            }
            (Form::Loop { head, body, orelse, .. }, AnyNodeRef::StmtFor(it)) => {
                self.block(*head);
                self.repeat(it.is_async, *body);
                self.ask_for_more(it);
                self.block(*orelse);
            }
            (Form::With { body }, AnyNodeRef::StmtWith(it)) => self.with(it, *body),
            // Without an exception, the body and the following blocks run in sequence.
            (Form::Try { body, handlers, orelse, finally }, _) => {
                self.block(*body);
                self.branches(handlers.iter().copied());
                self.block(*orelse);
                self.block(*finally);
            }
            _ => compound.blocks().into_iter().for_each(|block| self.block(block)),
        }
    }

    /// Follows the body of a loop, which may run forever.
    fn repeat(&mut self, may_be_endless: bool, body: BlockId) {
        self.whiles += u32::from(may_be_endless);
        self.branches(std::iter::once(body));
        self.whiles -= u32::from(may_be_endless);
    }

    /// Records that the end of a loop looks whether there is more.
    fn ask_for_more(&mut self, statement: &StmtFor) {
        if let (Some(state), Some(last)) = (state_of(&statement.iter), statement.body.last()) {
            self.tests.push((state, last.end()));
        }
    }

    fn with(&mut self, statement: &StmtWith, body: BlockId) {
        let locks = statement.items.iter().any(|item| is_lock(&item.context_expr));
        let around = self.held.len();
        self.held.extend(locks_of(statement).map(|lock| (lock, statement.range())));
        self.locks += u32::from(locks);
        self.block(body);
        self.locks -= u32::from(locks);
        self.held.truncate(around);
    }

    /// Records that a test, whose steps came before, reads states again.
    fn tested(&mut self, test: &Expr) {
        self.reads.retain(|read| !test.range().contains_range(read.at));
        let Some(last) = self.last else { return };
        for step in self.flow.back_to(test.start(), last).filter(|step| test.range().contains_range(step.at))
        {
            if let StepKind::Read(value, _) = step.kind
                && let Some(state) = self.wanted_state(value)
            {
                self.tests.push((state, step.at.start()));
            }
        }
    }

    fn wanted_state(&self, value: &Expr) -> Option<String> {
        state_of(value).filter(|state| self.wanted.contains(state))
    }

    fn forget(&mut self, target: &Expr) {
        for name in Target::Expr(target).names() {
            self.values.remove(name);
        }
    }

    fn assign(&mut self, target: &Expr, value: &Expr, at: TextRange) {
        let Some(state) = self.wanted_state(target) else {
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

    fn augment(&mut self, target: &Expr, value: &Expr, step: &Step) {
        let at = step.at;
        if let Expr::Name(name) = target
            && let Some(held) = self.values.get_mut(name.id.as_str())
        {
            held.is_worked_out = true;
        }
        let suspends = self.flow.first_await(value, step);
        let Some((state, suspends)) = self.wanted_state(target).zip(suspends) else { return };
        let added = value.is_await_expr().then(|| value.range());
        if self.is_open() {
            let kind = UpdateKind::Updated { added, is_augmented: true };
            self.found.push(LostUpdate { state, kind, at, read: target.range(), suspends });
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
            let kind = UpdateKind::Updated { added: None, is_augmented: false };
            self.found.push(LostUpdate { state, kind, at, read: read.at, suspends });
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
            let kind = UpdateKind::Emptied { locks: held.map(|(lock, _)| lock.clone()).collect() };
            self.found.push(LostUpdate { state: state.to_owned(), kind, at, read: read.at, suspends });
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
                let kind = UpdateKind::Made { call: call.range() };
                let (at, suspends) = (assign.range(), awaited.range());
                self.found.push(LostUpdate { state: state.clone(), kind, at, read, suspends });
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
        if let Some(state) = self.wanted_state(value) {
            let read = Read { state, at: value.range(), path: self.path.clone() };
            return Some(Held { read, is_worked_out: false });
        }
        let worked_out = |held: Held| Held { is_worked_out: true, ..held };
        match value {
            Expr::Name(name) => self.values.get(name.id.as_str()).cloned(),
            Expr::BinOp(operation) => {
                let sides = [&operation.left, &operation.right];
                let held = |side| grow_stack(|| self.held_by(side));
                last_read(sides.into_iter().map(|side| held(side))).map(worked_out)
            }
            Expr::List(list) => {
                last_read(list.elts.iter().map(|item| self.held_by_rest(item))).map(worked_out)
            }
            Expr::Set(set) => last_read(set.elts.iter().map(|item| self.held_by_rest(item))).map(worked_out),
            Expr::Dict(dict) => {
                let rest = dict.items.iter().filter(|item| item.key.is_none());
                last_read(rest.map(|item| grow_stack(|| self.held_by(&item.value)))).map(worked_out)
            }
            Expr::Call(call) => self.held_by_call(call).map(worked_out),
            Expr::Subscript(subscript) => {
                let Expr::Slice(slice) = &*subscript.slice else { return None };
                let mut bounds = [&slice.lower, &slice.upper].into_iter().flatten();
                bounds.find_map(|bound| grow_stack(|| self.held_by(bound))).map(worked_out)
            }
            _ => None,
        }
    }

    fn held_by_rest(&self, item: &Expr) -> Option<Held> {
        match item {
            Expr::Starred(rest) => grow_stack(|| self.held_by(&rest.value)),
            _ => None,
        }
    }

    fn held_by_call(&self, call: &ExprCall) -> Option<Held> {
        let takes = matches!(&*call.func, Expr::Name(name) if named(name.id.as_str()).has(Role::Bounds));
        let arguments = call.arguments.args.iter().filter(|_| takes);
        last_read(arguments.map(|argument| grow_stack(|| self.held_by(argument))))
    }
}

/// Returns the last read among the parts of a value. Writes before that read are not lost.
fn last_read(held: impl Iterator<Item = Option<Held>>) -> Option<Held> {
    held.flatten().max_by_key(|held| held.read.at.start())
}

/// Returns the locks that a `with` holds, as written.
pub fn locks_of(statement: &StmtWith) -> impl Iterator<Item = String> {
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

/// Returns whether a value is used further, rather than only its length or a method.
fn is_handed_on(used: Used) -> bool {
    match used {
        Used::Attribute(method) => named(method.attr.as_str()).has(Role::ReturnsContents),
        Used::Argument(call) => !named(last_name(&call.func)).has(Role::AsksForSize),
        Used::Item | Used::Key | Used::Operand => false,
        _ => true,
    }
}
