//! Lowers the syntax tree of a file to the bodies of its functions.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::summary::{ClassId, FunctionId, Summary};
use loopmend_python::ast::visitor::{Visitor, walk_expr, walk_stmt};
use loopmend_python::ast::{
    Comprehension, ExceptHandler, Expr, ExprAttribute, ExprCall, Number, Stmt, StmtClassDef, StmtFunctionDef,
    StmtWith,
};
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, jumps, last_name, span};
use rustc_hash::{FxHashMap, FxHashSet};

use super::body::{
    Block, Body, Callee, FileState, Foreign, How, Lock, Maker, Name, Pool, PoolOwner, State, Step, Uses,
};

/// The maximum number of attributes in a path. A longer path is not compared.
const LONGEST_PATH: usize = 32;

/// Reads a file.
pub(super) fn read_file(summary: &Summary, tree: &SyntaxTree) -> FileState {
    let functions =
        (0..).map(FunctionId).zip(&summary.functions).map(|(id, it)| (it.header.end, id)).collect();
    let classes = (0..).map(ClassId).zip(&summary.classes).map(|(id, it)| (it.header.end, id.0)).collect();
    let mut reader = Reader { functions, classes, file: FileState::default() };
    reader.top(&tree.module().body, None, &Outer::default());
    let mut called = Called::default();
    let mut pools = Pools {
        reader: &reader,
        owner: PoolOwner::Module,
        class: None,
        globals: Vec::new(),
        found: Vec::new(),
    };
    for statement in &tree.module().body {
        pools.visit_stmt(statement);
    }
    let pools = pools.of_threads();
    for statement in &tree.module().body {
        called.visit_stmt(statement);
    }
    reader.file.called = called.names.into_iter().map(Into::into).collect();
    reader.file.called.sort_unstable();
    reader.file.pools = pools;
    reader.file
}

/// The names of attributes accessed on objects other than `self`.
#[derive(Default)]
struct Called<'a> {
    names: FxHashSet<&'a str>,
}

impl<'a> Visitor<'a> for Called<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Attribute(attribute) = expression
            && !is_self(&attribute.value)
            && !is_super(&attribute.value)
        {
            self.names.insert(attribute.attr.as_str());
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

/// The values assigned to names and attributes, with whether each is a pool of one thread.
struct Pools<'a> {
    reader: &'a Reader,
    /// The owner of an assigned name.
    owner: PoolOwner,
    /// The class for an attribute of `self`.
    class: Option<u32>,
    globals: Vec<&'a str>,
    found: Vec<(PoolOwner, &'a str, &'a Expr, bool)>,
}

impl<'a> Pools<'a> {
    fn assign(&mut self, target: &'a Expr, value: &'a Expr) {
        let (owner, name) = match target {
            Expr::Name(name) if self.globals.contains(&name.id.as_str()) => {
                (PoolOwner::Module, name.id.as_str())
            }
            Expr::Name(name) => (self.owner, name.id.as_str()),
            Expr::Attribute(it) => {
                let own = self.class.filter(|_| is_self(&it.value)).map(PoolOwner::Class);
                (own.unwrap_or(PoolOwner::Other), it.attr.as_str())
            }
            _ => return,
        };
        if !value.is_none_literal_expr() {
            self.found.push((owner, name, value, is_single_pool(value, target)));
        }
    }

    /// Returns the pools of names that are assigned a thread pool.
    fn of_threads(self) -> Vec<Pool> {
        let single: FxHashSet<&str> =
            self.found.iter().filter(|(.., is_single)| *is_single).map(|(_, name, ..)| *name).collect();
        let makes_pool = |value: &Expr| {
            let made = call_in(value).and_then(|call| last_name(&call.func));
            made.is_some_and(|made| made.ends_with("Executor"))
        };
        let pools =
            self.found.into_iter().filter(|(_, name, value, _)| single.contains(name) || makes_pool(value));
        pools.map(|(owner, name, _, is_single)| Pool { owner, name: name.into(), is_single }).collect()
    }

    fn inside(&mut self, owner: PoolOwner, class: Option<u32>, statement: &'a Stmt) {
        let around = (self.owner, self.class, std::mem::take(&mut self.globals));
        (self.owner, self.class) = (owner, class);
        grow_stack_for_step(|| walk_stmt(self, statement));
        (self.owner, self.class, self.globals) = around;
    }
}

impl<'a> Visitor<'a> for Pools<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(it) => {
                let function = self.reader.functions.get(&span(it.name.range()).end);
                let owner = function.map_or(PoolOwner::Other, |function| PoolOwner::Function(*function));
                return self.inside(owner, self.class, statement);
            }
            Stmt::ClassDef(it) => {
                let class = self.reader.classes.get(&span(it.name.range()).end).copied();
                let owner = class.map_or(PoolOwner::Other, PoolOwner::Class);
                return self.inside(owner, class, statement);
            }
            Stmt::Global(it) => self.globals.extend(it.names.iter().map(|name| name.as_str())),
            Stmt::Assign(it) => it.targets.iter().for_each(|target| self.assign(target, &it.value)),
            Stmt::AnnAssign(it) => {
                it.value.iter().for_each(|value| self.assign(&it.target, value));
            }
            Stmt::With(it) => {
                for item in &it.items {
                    item.optional_vars.iter().for_each(|name| self.assign(name, &item.context_expr));
                }
            }
            _ => {}
        }
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Returns whether a value is a pool of one thread, or the previous value of the name where that is one.
fn is_single_pool(value: &Expr, target: &Expr) -> bool {
    match value {
        Expr::Call(call) => {
            let keyword = call.arguments.find_keyword("max_workers").map(|keyword| &keyword.value);
            last_name(&call.func) == Some("ThreadPoolExecutor")
                && call.arguments.args.first().or(keyword).is_some_and(is_one)
        }
        Expr::BoolOp(it) => {
            let is_before = |value: &Expr| dotted(value).is_some_and(|value| Some(value) == dotted(target));
            it.values.iter().all(|value| is_before(value) || grow_stack(|| is_single_pool(value, target)))
        }
        Expr::If(it) => is_single_pool(&it.body, target) && is_single_pool(&it.orelse, target),
        _ => false,
    }
}

fn is_self(value: &Expr) -> bool {
    matches!(value, Expr::Name(name) if Words::OwnObject.has(name.id.as_str()))
}

fn is_super(value: &Expr) -> bool {
    matches!(value, Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "super"))
}

struct Reader {
    functions: FxHashMap<u32, FunctionId>,
    classes: FxHashMap<u32, u32>,
    file: FileState,
}

/// What the functions around a function define.
#[derive(Clone, Default)]
struct Outer {
    class: Option<u32>,
    /// The name of the object (`self`).
    own: Option<Name>,
    locals: FxHashSet<Name>,
    is_function: bool,
}

impl Reader {
    /// Lowers the statements of a module or class body.
    fn top(&mut self, body: &[Stmt], class: Option<u32>, outer: &Outer) {
        for statement in body {
            match statement {
                Stmt::FunctionDef(function) => {
                    self.function(function, class, outer);
                }
                Stmt::ClassDef(definition) => self.class(definition, outer),
                Stmt::Assign(assign) => {
                    for target in &assign.targets {
                        self.maker(class, target, &assign.value, class.is_none());
                    }
                }
                Stmt::AnnAssign(assign) => {
                    if let Some(value) = &assign.value {
                        self.maker(class, &assign.target, value, class.is_none());
                    }
                }
                other => {
                    for block in blocks_of(other) {
                        grow_stack_for_step(|| self.top(block, class, outer));
                    }
                }
            }
        }
    }

    fn class(&mut self, definition: &StmtClassDef, outer: &Outer) {
        let class = self.classes.get(&span(definition.name.range()).end).copied();
        let outer = Outer { class, own: None, locals: outer.locals.clone(), is_function: outer.is_function };
        grow_stack_for_step(|| self.top(&definition.body, class, &outer));
    }

    /// Records the creation of a value: `name = Lock()`, `self.name = Lock()`, `name: Lock =
    /// field(default_factory=Lock)`.
    fn maker(&mut self, class: Option<u32>, target: &Expr, value: &Expr, is_top: bool) {
        let name = match target {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) if !is_top => attribute.attr.as_str(),
            _ => return,
        };
        let Some(call) = call_in(value) else { return };
        let factory = call.arguments.find_keyword("default_factory").map(|keyword| &keyword.value);
        let made = factory.unwrap_or(&call.func);
        let Some(made) = dotted(made) else { return };
        let arguments = call.arguments.args.iter().chain(call.arguments.keywords.iter().map(|it| &it.value));
        let mut counts = arguments
            .filter(|argument| is_number(argument) || matches!(argument, Expr::Name(_) | Expr::Attribute(_)));
        let is_counted = counts.any(|argument| !is_one(argument)) && factory.is_none();
        let is_of_instance = matches!(target, Expr::Attribute(_));
        self.file.makers.push(Maker {
            class,
            name: name.into(),
            made: made.into(),
            is_counted,
            is_of_instance,
        });
    }

    fn function(&mut self, definition: &StmtFunctionDef, class: Option<u32>, outer: &Outer) -> Option<usize> {
        let header_end = span(definition.name.range()).end;
        let function = *self.functions.get(&header_end)?;
        let decorators: Vec<&str> =
            definition.decorator_list.iter().filter_map(|it| name_of_decorator(&it.expression)).collect();
        let is_static = decorators.contains(&"staticmethod");
        let own = match class {
            Some(_) if !is_static => {
                let first = definition.parameters.iter().next().map(|it| it.name().as_str().into());
                first.or_else(|| outer.own.clone())
            }
            Some(_) => None,
            None => outer.own.clone(),
        };
        let known_class = class.or(outer.class.filter(|_| own.is_some()));
        let mut bound = Bound::default();
        bound.locals.extend(definition.parameters.iter().map(|it| it.name().as_str().into()));
        for statement in &definition.body {
            bound.visit_stmt(statement);
        }
        let mut locals = bound.locals;
        for name in &bound.globals {
            locals.remove(name);
        }
        let mut all = locals;
        all.extend(outer.locals.iter().filter(|name| !bound.globals.contains(*name)).cloned());
        let place = self.file.bodies.len();
        self.file.bodies.push(Body {
            function,
            name: definition.name.as_str().into(),
            is_async: definition.is_async,
            is_property: decorators.iter().any(|name| named(*name).has(Role::PropertyWithBody)),
            is_nested: outer.is_function,
            decorator: decorators
                .iter()
                .find(|name| sounds_like_lock(name) || name.contains("synchronized"))
                .map(|it| (*it).into()),
            class: known_class,
            steps: Vec::new(),
        });
        let inner = Outer { class: known_class, own: own.clone(), locals: all.clone(), is_function: true };
        let mut lowering = Lowering {
            reader: self,
            outer: inner,
            own,
            is_making_of_class: class.is_some() && definition.name.as_str() == "__new__",
            is_making: class.is_some() && named(definition.name.as_str()).has(Role::RunsInConstruction),
            locals: all,
            aliases: FxHashMap::default(),
            lock_names: FxHashMap::default(),
            fresh: FxHashSet::default(),
            steps: Vec::new(),
            uses: Uses::default(),
        };
        lowering.block(&definition.body);
        let steps = lowering.steps;
        self.file.bodies[place].steps = steps;
        Some(place)
    }
}

fn blocks_of(statement: &Stmt) -> Vec<&[Stmt]> {
    match statement {
        Stmt::If(it) => {
            let clauses = it.elif_else_clauses.iter().map(|clause| &*clause.body);
            std::iter::once(&*it.body).chain(clauses).collect()
        }
        Stmt::For(it) => vec![&it.body, &it.orelse],
        Stmt::While(it) => vec![&it.body, &it.orelse],
        Stmt::With(it) => vec![&it.body],
        Stmt::Try(it) => {
            let handlers = it.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| &*handler.body);
            let mut all: Vec<&[Stmt]> = vec![&it.body];
            all.extend(handlers);
            all.extend([&*it.orelse, &*it.finalbody]);
            all
        }
        _ => Vec::new(),
    }
}

fn name_of_decorator(expression: &Expr) -> Option<&str> {
    match expression {
        Expr::Call(call) => last_name(&call.func),
        other => last_name(other),
    }
}

/// Returns the call that is the value of an expression, through `or`, `if` and `await`.
fn call_in(value: &Expr) -> Option<&ExprCall> {
    match value {
        Expr::Call(call) => Some(call),
        Expr::BoolOp(it) => it.values.iter().rev().find_map(|value| grow_stack(|| call_in(value))),
        Expr::If(it) => grow_stack(|| call_in(&it.body).or_else(|| call_in(&it.orelse))),
        _ => None,
    }
}

fn is_number(value: &Expr) -> bool {
    matches!(value, Expr::NumberLiteral(_))
}

fn is_one(value: &Expr) -> bool {
    matches!(value, Expr::NumberLiteral(number) if matches!(&number.value, Number::Int(it) if it.as_i64() == Some(1)))
}

fn dotted(value: &Expr) -> Option<String> {
    let (mut parts, mut inner) = (Vec::new(), value);
    loop {
        match inner {
            Expr::Name(name) => break parts.push(name.id.as_str()),
            Expr::Attribute(attribute) if parts.len() < LONGEST_PATH => {
                parts.push(attribute.attr.as_str());
                inner = &attribute.value;
            }
            Expr::Subscript(it) => inner = &it.value,
            _ => return None,
        }
    }
    parts.reverse();
    Some(parts.join("."))
}

/// Returns whether a name suggests mutual exclusion.
pub(super) fn sounds_like_lock(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let has = |part: &str| name.contains(part);
    has("mutex")
        || has("condition")
        || name == "cond"
        || name.ends_with("_cond")
        || has("exclusive")
        || (has("lock") && !has("block") && !has("clock") && !has("unlock") && !has("flock"))
}

/// The names that a function binds.
#[derive(Default)]
struct Bound {
    locals: FxHashSet<Name>,
    globals: FxHashSet<Name>,
}

impl<'a> Visitor<'a> for Bound {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Global(it) => self.globals.extend(it.names.iter().map(|name| name.as_str().into())),
            Stmt::FunctionDef(it) => {
                self.locals.insert(it.name.as_str().into());
            }
            Stmt::ClassDef(it) => {
                self.locals.insert(it.name.as_str().into());
            }
            Stmt::Import(_) | Stmt::ImportFrom(_) => {}
            _ => grow_stack_for_step(|| walk_stmt(self, statement)),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) if !name.ctx.is_load() => {
                self.locals.insert(name.id.as_str().into());
            }
            Expr::Lambda(it) => {
                let parameters = it.parameters.iter().flat_map(|parameters| parameters.iter());
                self.locals.extend(parameters.map(|it| it.name().as_str().into()));
            }
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.locals.extend(inner.name.as_ref().map(|name| name.as_str().into()));
        loopmend_python::ast::visitor::walk_except_handler(self, handler);
    }
}

struct Lowering<'r> {
    reader: &'r mut Reader,
    outer: Outer,
    own: Option<Name>,
    /// Whether an object is created from `cls`.
    is_making_of_class: bool,
    /// Whether an object is created.
    is_making: bool,
    locals: FxHashSet<Name>,
    /// Aliases of state: `items = self.items`.
    aliases: FxHashMap<Name, State>,
    /// Aliases of locks.
    lock_names: FxHashMap<Name, Name>,
    /// The names of objects that the function has just created and not stored. During construction, `.name`
    /// for attributes of `self`.
    fresh: FxHashSet<Name>,
    steps: Vec<Step>,
    uses: Uses,
}

impl Lowering<'_> {
    fn block(&mut self, body: &[Stmt]) {
        for statement in body {
            grow_stack_for_step(|| self.statement(statement));
        }
    }

    /// Lowers the steps of a block, and whether it ends in a jump.
    fn inner(&mut self, body: &[Stmt]) -> Block {
        let around = std::mem::take(&mut self.steps);
        let fresh = self.fresh.clone();
        self.block(body);
        // What is made in a branch may not be made behind it.
        self.fresh.retain(|made| fresh.contains(made));
        let jumps = body.last().is_some_and(jumps);
        Block { steps: std::mem::replace(&mut self.steps, around), jumps }
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::FunctionDef(function) => {
                let outer = self.outer.clone();
                if let Some(place) = self.reader.function(function, None, &outer) {
                    self.steps.push(Step::Define(function.name.as_str().into(), place));
                }
            }
            Stmt::ClassDef(definition) => {
                let outer = self.outer.clone();
                self.reader.class(definition, &outer);
            }
            Stmt::Assign(assign) => {
                let uses = self.value(&assign.value);
                for target in &assign.targets {
                    self.assign(target, Some(&assign.value), &uses);
                }
                self.publish(&assign.targets, &assign.value);
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    let uses = self.value(value);
                    self.assign(&assign.target, Some(value), &uses);
                    self.publish(std::slice::from_ref(&*assign.target), value);
                }
            }
            Stmt::AugAssign(assign) => {
                let target = &assign.target;
                let state = self.state(target);
                if let Some(state) = &state {
                    self.steps.push(Step::Read(state.clone(), span(target.range())));
                }
                let mut uses = self.value(&assign.value);
                match (state, &**target) {
                    (Some(state), _) => {
                        uses.reads.push(state.clone());
                        let at = span(assign.range());
                        self.steps.push(Step::Write { state, how: How::Change, uses, at });
                    }
                    (None, Expr::Name(name)) => {
                        uses.locals.push(name.id.as_str().into());
                        self.steps.push(Step::Bind(vec![name.id.as_str().into()], uses));
                    }
                    _ => self.assign(target, None, &uses),
                }
            }
            Stmt::Delete(it) => {
                for target in &it.targets {
                    self.delete(target);
                }
            }
            Stmt::Expr(it) => {
                self.value(&it.value);
            }
            Stmt::Return(it) => {
                if let Some(value) = &it.value {
                    self.value(value);
                }
            }
            Stmt::Raise(it) => {
                for value in it.exc.iter().chain(&it.cause) {
                    self.value(value);
                }
            }
            Stmt::Assert(it) => {
                self.value(&it.test);
            }
            Stmt::If(it) => {
                let mut tests = self.value(&it.test);
                let mut bodies = vec![self.inner(&it.body)];
                for clause in &it.elif_else_clauses {
                    if let Some(test) = &clause.test {
                        let more = self.value(test);
                        tests.add(more);
                    }
                    bodies.push(self.inner(&clause.body));
                }
                if it.elif_else_clauses.last().is_none_or(|clause| clause.test.is_some()) {
                    bodies.push(Block::default());
                }
                self.steps.push(Step::Branch { tests, bodies });
            }
            Stmt::While(it) => {
                let tests = self.value(&it.test);
                let body = self.inner(&it.body);
                self.steps.push(Step::Loop { tests, body });
                self.block(&it.orelse);
            }
            Stmt::For(it) => {
                let uses = self.value(&it.iter);
                if it.is_async {
                    self.steps.push(Step::Await(span(it.iter.range())));
                }
                self.assign(&it.target, None, &uses);
                let body = self.inner(&it.body);
                self.steps.push(Step::Loop { tests: Uses::default(), body });
                self.block(&it.orelse);
            }
            Stmt::With(it) => self.with(it, 0),
            Stmt::Match(it) => {
                let tests = self.value(&it.subject);
                let mut bodies: Vec<Block> = it.cases.iter().map(|case| self.inner(&case.body)).collect();
                if !it.cases.iter().any(|case| case.guard.is_none() && case.pattern.is_irrefutable()) {
                    bodies.push(Block::default());
                }
                self.steps.push(Step::Branch { tests, bodies });
            }
            Stmt::Try(it) => {
                self.block(&it.body);
                let mut handlers: Vec<Block> = it
                    .handlers
                    .iter()
                    .map(|ExceptHandler::ExceptHandler(handler)| self.inner(&handler.body))
                    .collect();
                if !handlers.is_empty() {
                    handlers.push(Block::default());
                    self.steps.push(Step::Branch { tests: Uses::default(), bodies: handlers });
                }
                self.block(&it.orelse);
                self.block(&it.finalbody);
            }
            _ => {}
        }
    }

    fn with(&mut self, statement: &StmtWith, place: usize) {
        let Some(item) = statement.items.get(place) else {
            self.block(&statement.body);
            return;
        };
        let uses = self.value(&item.context_expr);
        let at = span(item.context_expr.range());
        let key = self.lock_key(&item.context_expr);
        if statement.is_async {
            self.steps.push(Step::Await(at));
        }
        if let Some(target) = &item.optional_vars {
            self.assign(target, None, &uses);
        }
        match key {
            Some(key) => {
                let around = std::mem::take(&mut self.steps);
                grow_stack_for_step(|| self.with(statement, place + 1));
                let body = std::mem::replace(&mut self.steps, around);
                let all = std::iter::once(&item.context_expr).chain(item.optional_vars.as_deref());
                let names = all.map(|value| Name::from(self.path(value))).filter(|name| !name.is_empty());
                let lock = Lock { key, is_async: statement.is_async, at };
                self.steps.push(Step::Hold { lock, names: names.collect(), body });
            }
            None => grow_stack_for_step(|| self.with(statement, place + 1)),
        }
    }

    /// Returns the key of a lock.
    fn lock_key(&self, value: &Expr) -> Option<Name> {
        let (mut parts, mut inner) = (Vec::new(), value);
        loop {
            match inner {
                Expr::Name(name) => {
                    let name = name.id.as_str();
                    break parts.push(self.lock_names.get(name).map_or(name, |key| key));
                }
                Expr::Attribute(attribute) => {
                    parts.extend([attribute.attr.as_str(), "."]);
                    if self.is_own(&attribute.value) {
                        break;
                    }
                    inner = &attribute.value;
                }
                Expr::Call(call) => {
                    parts.push("()");
                    inner = &call.func;
                }
                Expr::Subscript(it) => {
                    parts.push("[]");
                    inner = &it.value;
                }
                _ => return None,
            }
        }
        parts.reverse();
        Some(parts.concat().into())
    }

    fn is_own(&self, value: &Expr) -> bool {
        match value {
            Expr::Name(name) => self.own.as_deref() == Some(name.id.as_str()),
            Expr::Call(call) => {
                let is_type = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "type");
                is_type && call.arguments.args.first().is_some_and(|first| grow_stack(|| self.is_own(first)))
            }
            Expr::Attribute(it) => it.attr.as_str() == "__class__" && grow_stack(|| self.is_own(&it.value)),
            _ => false,
        }
    }

    /// Returns the state that an expression is, or is an item of.
    fn state(&self, value: &Expr) -> Option<State> {
        match value {
            Expr::Name(name) => {
                let name = name.id.as_str();
                match self.locals.contains(name) {
                    true => self.aliases.get(name).cloned(),
                    false => Some(State::Global(name.into())),
                }
            }
            Expr::Attribute(attribute) => self.attribute(attribute),
            Expr::Subscript(it) => match &*it.value {
                Expr::Name(name) if self.locals.contains(name.id.as_str()) => {
                    self.aliases.get(name.id.as_str()).cloned()
                }
                value => grow_stack(|| self.state(value)),
            },
            _ => None,
        }
    }

    fn attribute(&self, attribute: &ExprAttribute) -> Option<State> {
        let name: Name = attribute.attr.as_str().into();
        if self.is_own(&attribute.value) && !self.is_of_class_of_made(&attribute.value) {
            return Some(State::Own(name));
        }
        let text = self.path(&attribute.value);
        if self.is_fresh(&text) {
            return None;
        }
        let text = text.into();
        Some(State::Of(Box::new(Foreign { value: span(attribute.value.range()), text, name })))
    }

    /// Returns whether the expression is the class of the object under construction. What is set on the
    /// class outlives the object.
    fn is_of_class_of_made(&self, value: &Expr) -> bool {
        match value {
            Expr::Name(_) => self.is_making_of_class,
            _ => self.is_making,
        }
    }

    /// Returns the dotted name of a value; `.name` for an attribute of `self`.
    fn path(&self, value: &Expr) -> String {
        let text = dotted(value).unwrap_or_default();
        let own = self.own.as_deref().and_then(|own| text.strip_prefix(own));
        own.filter(|rest| rest.starts_with('.')).map(str::to_owned).unwrap_or(text)
    }

    /// Returns whether the function has just created an object on the path.
    fn is_fresh(&self, path: &str) -> bool {
        let is_through = |made: &Name| {
            let rest = path.strip_prefix(&**made);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        !path.is_empty() && self.fresh.iter().any(is_through)
    }

    /// Lowers the evaluation of a value.
    fn value(&mut self, value: &Expr) -> Uses {
        let around = std::mem::take(&mut self.uses);
        self.expression(value);
        std::mem::replace(&mut self.uses, around)
    }

    fn expression(&mut self, value: &Expr) {
        grow_stack(|| self.expression_inside(value));
    }

    fn expression_inside(&mut self, value: &Expr) {
        match value {
            Expr::Name(name) => {
                let name: Name = name.id.as_str().into();
                if self.locals.contains(&name) {
                    if let Some(state) = self.aliases.get(&name).cloned() {
                        self.uses.reads.push(state.clone());
                        self.steps.push(Step::Read(state, span(value.range())));
                    }
                    self.uses.locals.push(name);
                } else {
                    self.read(State::Global(name), value);
                }
            }
            Expr::Attribute(attribute) => {
                if !self.is_own(&attribute.value) {
                    self.expression(&attribute.value);
                }
                if let Some(state) = self.attribute(attribute) {
                    self.read(state, value);
                }
            }
            Expr::Await(awaited) => self.awaited(&awaited.value),
            Expr::Call(call) => self.call(call, false),
            Expr::If(it) => {
                self.expression(&it.test);
                self.expression(&it.body);
                self.expression(&it.orelse);
            }
            Expr::Named(it) => {
                let uses = self.value(&it.value);
                self.uses.add(uses.clone());
                self.assign(&it.target, Some(&it.value), &uses);
            }
            Expr::Lambda(it) => self.later(&it.body),
            Expr::ListComp(it) => self.comprehension(&it.generators, &[&it.elt]),
            Expr::SetComp(it) => self.comprehension(&it.generators, &[&it.elt]),
            Expr::Generator(it) => self.comprehension(&it.generators, &[&it.elt]),
            Expr::DictComp(it) => {
                let key: Vec<&Expr> = it.key.iter().map(|key| &**key).collect();
                let parts: Vec<&Expr> = key.into_iter().chain([&*it.value]).collect();
                self.comprehension(&it.generators, &parts);
            }
            other => {
                let mut children = Children(Vec::new());
                walk_expr(&mut children, other);
                for child in children.0 {
                    self.expression(child);
                }
            }
        }
    }

    fn comprehension(&mut self, generators: &[Comprehension], parts: &[&Expr]) {
        for generator in generators {
            let uses = self.value(&generator.iter);
            self.uses.add(uses.clone());
            if generator.is_async {
                self.steps.push(Step::Await(span(generator.iter.range())));
            }
            self.assign(&generator.target, None, &uses);
            for test in &generator.ifs {
                self.expression(test);
            }
        }
        for part in parts {
            self.expression(part);
        }
    }

    fn read(&mut self, state: State, value: &Expr) {
        self.uses.reads.push(state.clone());
        self.steps.push(Step::Read(state, span(value.range())));
    }

    /// Lowers code that runs when it is called later.
    fn later(&mut self, body: &Expr) {
        let around = (std::mem::take(&mut self.steps), std::mem::take(&mut self.uses));
        self.expression(body);
        let inside = std::mem::replace(&mut self.steps, around.0);
        self.uses = around.1;
        for step in inside {
            match step {
                Step::Call { callee: Callee::Own(method), at, .. } => {
                    self.steps.push(Step::Start { method, by: "lambda".into(), at });
                }
                Step::Write { .. } | Step::Start { .. } => self.steps.push(step),
                _ => {}
            }
        }
    }

    fn awaited(&mut self, value: &Expr) {
        match value {
            Expr::Call(call) => {
                let calls = self.steps.len();
                self.call(call, true);
                let is_followed = self.steps[calls..].iter().any(|step| {
                    matches!(step, Step::Call { at, is_awaited: true, .. } if *at == span(call.range()))
                });
                if !is_followed {
                    self.steps.push(Step::Await(span(value.range())));
                }
            }
            other => {
                self.expression(other);
                self.steps.push(Step::Await(span(other.range())));
            }
        }
    }

    fn call(&mut self, call: &ExprCall, is_awaited: bool) {
        let at = span(call.range());
        let name = last_name(&call.func).map(|name| self.running_name(name, &call.func));
        let runs = named(name).has(Role::RunsBesideCaller);
        // What is called on: a container that it changes, or a lock.
        if let Expr::Attribute(function) = &*call.func {
            if !self.is_own(&function.value) && !is_super(&function.value) {
                self.expression(&function.value);
            }
        } else if !matches!(&*call.func, Expr::Name(_)) {
            self.expression(&call.func);
        }
        let keywords = call.arguments.keywords.iter().map(|keyword| &keyword.value);
        for argument in call.arguments.args.iter().chain(keywords) {
            self.argument(argument, runs, name.unwrap_or_default());
        }
        match &*call.func {
            Expr::Attribute(function) => self.method_call(call, function, is_awaited, at),
            Expr::Name(function) => self.function_call(call, function.id.as_str(), is_awaited, at),
            _ => {}
        }
    }

    fn function_call(&mut self, call: &ExprCall, name: &str, is_awaited: bool, at: Span) {
        let first = call.arguments.args.first();
        let roles = named(name);
        match () {
            () if roles.has(Role::ChangesAttribute) => self.set_attribute(call, at),
            () if roles.has(Role::ChangesFirstArgument) => {
                if let Some(state) = first.and_then(|first| self.state(first)) {
                    self.write(state, How::Change, Uses::default(), at);
                }
            }
            () => {
                self.steps.push(Step::Call { callee: Callee::Name(name.into()), is_awaited, at });
            }
        }
    }

    fn method_call(&mut self, call: &ExprCall, function: &ExprAttribute, is_awaited: bool, at: Span) {
        let name = function.attr.as_str();
        if self.is_own(&function.value) || is_super(&function.value) {
            self.uses.calls.push(name.into());
            self.steps.push(Step::Call { callee: Callee::Own(name.into()), is_awaited, at });
            return;
        }
        let roles = named(name);
        match name {
            _ if roles.has(Role::HandlesLock) => {
                if let Some(key) = self.lock_key(&function.value) {
                    match name {
                        "acquire" => self.acquire(Lock { key, is_async: is_awaited, at }, None),
                        _ => self.steps.push(Step::Release(key)),
                    }
                }
            }
            _ if roles.has(Role::EntersOnStack) => {
                if let Some(key) = call.arguments.args.first().and_then(|first| self.lock_key(first)) {
                    let stack = self.path(&function.value).into();
                    self.acquire(Lock { key, is_async: name == "enter_async_context", at }, Some(stack));
                }
            }
            "__setattr__" if call.arguments.args.len() == 3 => self.set_attribute(call, at),
            "clear" => {
                if let Some(state) = self.state(&function.value) {
                    self.write(state, How::Clear, Uses::default(), at);
                }
            }
            _ if roles.has(Role::ChangesDictionary) && is_own_dictionary(&function.value) => {
                self.any_attribute(at);
            }
            _ if (roles.has(Role::ChangesContainer) || roles.has(Role::ChangesFirstArgument))
                && !is_awaited =>
            {
                let of = dotted(&function.value);
                if named(of.as_deref()).has(Role::ChangingModule) {
                    if let Some(state) = call.arguments.args.first().and_then(|first| self.state(first)) {
                        self.write(state, How::Change, Uses::default(), at);
                    }
                } else if let Some(state) =
                    self.changed(&function.value).filter(|_| roles.has(Role::ChangesContainer))
                {
                    let is_left = name == "pop" && call.arguments.len() > 1;
                    let how = match () {
                        () if roles.has(Role::RemovesItemIfThere) || is_left => How::Discard,
                        () if roles.has(Role::RemovesItem) => How::Remove,
                        () => How::Add,
                    };
                    self.write(state, how, Uses::default(), at);
                }
            }
            _ => {}
        }
    }

    fn acquire(&mut self, lock: Lock, stack: Option<Name>) {
        if lock.is_async {
            self.steps.push(Step::Await(lock.at));
        }
        self.steps.push(Step::Acquire { lock, stack });
    }

    /// Returns the name under which a call is classified: `pool.map` is not the builtin `map`.
    fn running_name<'n>(&self, name: &'n str, callee: &Expr) -> &'n str {
        let Expr::Attribute(callee) = callee else { return name };
        let of = last_name(&callee.value).unwrap_or_default().to_ascii_lowercase();
        let is_pool = of.contains("executor") || of.contains("pool");
        if is_pool && named(name).has(Role::CallsInPool) {
            return "submit";
        }
        name
    }

    /// Returns the container that a method changes, also through `setdefault(...)`.
    fn changed(&self, value: &Expr) -> Option<State> {
        match value {
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => self.state(value),
            _ => None,
        }
    }

    fn argument(&mut self, argument: &Expr, runs: bool, by: &str) {
        match argument {
            Expr::Attribute(it) if self.is_own(&it.value) => {
                self.steps.push(Step::Start {
                    method: it.attr.as_str().into(),
                    by: by.into(),
                    at: span(it.range()),
                });
                self.expression(argument);
            }
            Expr::Call(inner) if runs => match &*inner.func {
                Expr::Attribute(it) if self.is_own(&it.value) => {
                    let keywords = inner.arguments.keywords.iter().map(|keyword| &keyword.value);
                    for argument in inner.arguments.args.iter().chain(keywords) {
                        self.argument(argument, false, by);
                    }
                    let method = it.attr.as_str().into();
                    self.steps.push(Step::Start { method, by: by.into(), at: span(inner.range()) });
                }
                _ => self.expression(argument),
            },
            _ => self.expression(argument),
        }
    }

    fn set_attribute(&mut self, call: &ExprCall, at: Span) {
        let Some(first) = call.arguments.args.first() else { return };
        let name = match call.arguments.args.get(1) {
            Some(Expr::StringLiteral(name)) => Some(Name::from(name.value.to_str())),
            _ => None,
        };
        match (self.is_own(first), name) {
            (true, Some(name)) => self.write(State::Own(name), How::Store, Uses::default(), at),
            (true, None) if self.is_making && !self.is_of_class_of_made(first) => {}
            (true, None) => self.any_attribute(at),
            (false, Some(name)) => {
                let text = self.path(first);
                if !self.is_fresh(&text) {
                    let foreign = Foreign { value: span(first.range()), text: text.into(), name };
                    self.write(State::Of(Box::new(foreign)), How::Store, Uses::default(), at);
                }
            }
            (false, None) => {}
        }
    }

    fn any_attribute(&mut self, at: Span) {
        if let Some(class) = self.outer.class {
            self.reader.file.any_attribute.push((class, at));
        }
    }

    fn write(&mut self, state: State, how: How, uses: Uses, at: Span) {
        self.steps.push(Step::Write { state, how, uses, at });
    }

    fn assign(&mut self, target: &Expr, value: Option<&Expr>, uses: &Uses) {
        match target {
            Expr::Name(name) => {
                let id: Name = name.id.as_str().into();
                if self.locals.contains(&id) {
                    self.alias(&id, value);
                    self.steps.push(Step::Bind(vec![id], uses.clone()));
                } else {
                    let at = span(target.range());
                    if let Some(value) = value {
                        self.reader.maker(None, target, value, true);
                    }
                    self.write(State::Global(id), how_of(value), uses.clone(), at);
                }
            }
            Expr::Attribute(attribute) => {
                if !self.is_own(&attribute.value) {
                    self.value(&attribute.value);
                } else if let Some(value) = value {
                    self.reader.maker(self.outer.class, target, value, false);
                    let path: Name = self.path(target).into();
                    match self.is_making && makes_object(value) {
                        true => self.fresh.insert(path),
                        false => self.fresh.remove(&path),
                    };
                }
                if let Some(state) = self.attribute(attribute) {
                    self.write(state, how_of(value), uses.clone(), span(target.range()));
                }
            }
            Expr::Subscript(it) => {
                let mut uses = uses.clone();
                uses.add(self.value(&it.slice));
                if is_own_dictionary(&it.value) {
                    self.any_attribute(span(target.range()));
                } else if let Some(state) = self.state(target) {
                    self.write(state, How::Change, uses, span(target.range()));
                }
            }
            Expr::Tuple(it) => {
                let parts = match value {
                    Some(Expr::Tuple(parts)) if parts.elts.len() == it.elts.len() => Some(&parts.elts),
                    _ => None,
                };
                for (place, element) in it.elts.iter().enumerate() {
                    let part = parts.map(|parts| &parts[place]).filter(|part| is_constant(part));
                    grow_stack(|| self.assign(element, part, uses));
                }
            }
            Expr::List(it) => {
                it.elts.iter().for_each(|element| grow_stack(|| self.assign(element, None, uses)));
            }
            Expr::Starred(it) => grow_stack(|| self.assign(&it.value, None, uses)),
            _ => {}
        }
    }

    /// Records that an object stored in something long-lived is no longer private.
    fn publish(&mut self, targets: &[Expr], value: &Expr) {
        if !targets.iter().any(|target| self.is_public(target)) {
            return;
        }
        for known in targets.iter().chain([value]) {
            if let Expr::Name(name) = known {
                self.fresh.remove(name.id.as_str());
            }
        }
    }

    /// Returns whether others may see what is stored here. An object under construction is not yet visible.
    fn is_public(&self, target: &Expr) -> bool {
        match target {
            Expr::Name(name) => !self.locals.contains(name.id.as_str()),
            Expr::Attribute(it) if self.is_own(&it.value) => !self.is_making,
            Expr::Attribute(_) | Expr::Subscript(_) => match self.state(target) {
                Some(State::Own(_)) => !self.is_making,
                state => state.is_some(),
            },
            _ => false,
        }
    }

    /// Records a name that is an alias of state or of a lock.
    fn alias(&mut self, name: &Name, value: Option<&Expr>) {
        self.aliases.remove(name);
        self.lock_names.remove(name);
        self.fresh.remove(name);
        let Some(value) = value else { return };
        if makes_object(value) {
            self.fresh.insert(name.clone());
        }
        if let Some(key) = self.lock_key(value).filter(|key| key.len() < 80) {
            self.lock_names.insert(name.clone(), key);
        }
        if matches!(value, Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_))
            && let Some(state) = self.state(value)
        {
            self.aliases.insert(name.clone(), state);
        }
    }

    fn delete(&mut self, target: &Expr) {
        match target {
            Expr::Attribute(_) | Expr::Name(_) => {
                if matches!(target, Expr::Name(name) if self.locals.contains(name.id.as_str())) {
                    return;
                }
                if let Some(state) = self.state(target) {
                    self.write(state, How::Delete, Uses::default(), span(target.range()));
                }
            }
            Expr::Subscript(_) => {
                if let Some(state) = self.state(target) {
                    self.write(state, How::Remove, Uses::default(), span(target.range()));
                }
            }
            Expr::Tuple(it) => it.elts.iter().for_each(|element| grow_stack(|| self.delete(element))),
            _ => {}
        }
    }
}

impl Uses {
    fn add(&mut self, other: Self) {
        self.reads.extend(other.reads);
        self.locals.extend(other.locals);
        self.calls.extend(other.calls);
    }
}

/// The parts of an expression.
struct Children<'a>(Vec<&'a Expr>);

impl<'a> Visitor<'a> for Children<'a> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        self.0.push(expression);
    }
}

/// Returns whether a value is a new object, according to the name of the callee.
fn makes_object(value: &Expr) -> bool {
    let Expr::Call(call) = value else { return false };
    let name = last_name(&call.func).unwrap_or_default();
    name == "cls"
        || named(name).has(Role::CreatesObject)
        || name.trim_start_matches('_').starts_with(|first: char| first.is_ascii_uppercase())
}

/// Returns whether an expression is `self.__dict__` or `vars(self)`.
fn is_own_dictionary(value: &Expr) -> bool {
    let is_self = |value: &Expr| matches!(value, Expr::Name(name) if name.id.as_str() == "self");
    match value {
        Expr::Attribute(it) => it.attr.as_str() == "__dict__" && is_self(&it.value),
        Expr::Call(call) => {
            last_name(&call.func) == Some("vars") && call.arguments.args.first().is_some_and(is_self)
        }
        _ => false,
    }
}

fn how_of(value: Option<&Expr>) -> How {
    match value {
        Some(Expr::NoneLiteral(_)) => How::Off,
        Some(Expr::BooleanLiteral(it)) => {
            if it.value {
                How::On
            } else {
                How::Off
            }
        }
        Some(Expr::StringLiteral(_) | Expr::BytesLiteral(_)) => How::On,
        Some(Expr::NumberLiteral(it)) => match &it.value {
            Number::Int(number) if number.as_i64() == Some(0) => How::Empty,
            _ => How::On,
        },
        Some(Expr::List(it)) if it.elts.is_empty() => How::Empty,
        Some(Expr::Dict(it)) if it.items.is_empty() => How::Empty,
        Some(Expr::Call(call))
            if call.arguments.is_empty() || last_name(&call.func) == Some("defaultdict") =>
        {
            let is_empty = named(last_name(&call.func)).has(Role::MakesEmptyContainer);
            if is_empty { How::Empty } else { How::Store }
        }
        _ => How::Store,
    }
}

fn is_constant(value: &Expr) -> bool {
    value.is_literal_expr()
}

/// Returns whether a callable of this name runs its argument.
pub(super) fn runs(name: &str) -> bool {
    named(name).has(Role::RunsBesideCaller)
}
