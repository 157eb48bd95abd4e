//! Which objects of a database a function holds, and whether their attributes are loaded, on all paths to each read.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use loopmend_catalog::{Role, Words, named};
use loopmend_flow::{Analysis, Bind, How, Step, StepKind, Target, Used, WaitBy};
use loopmend_python::ast::visitor::{Visitor, walk_expr};
use loopmend_python::ast::{Expr, ExprCall, Stmt, StmtWith};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{dotted_parts, last_name};
use rustc_hash::FxHashMap;

use loopmend_python::stack::grow_stack;

/// A name or path, as written.
type Path = Rc<str>;

/// The written path of a class, and where it is written.
type ClassPath = (Path, u32);

/// A read of an object whose attributes may not be loaded.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) object: Path,
    /// The attribute; `None` if all are read.
    pub(crate) attribute: Option<Path>,
    /// The class, if the function writes which one it is.
    pub(crate) class: Option<ClassPath>,
    pub(crate) at: TextRange,
    pub(crate) expired: Option<ExpiredBy>,
    /// The awaited value that gave the object, if that is not a query. The object may be new.
    pub(crate) given_by: Option<TextRange>,
    pub(crate) why: Why,
}

/// Why a read matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The attribute, or all of them, are expired.
    Expired,
    /// The function returns the object, whose attributes are expired.
    Returned,
    /// The query of the object, or the insertion, loads no relations.
    Lazy,
}

/// The call that expired the attributes of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExpiredBy {
    pub(crate) at: TextRange,
    pub(crate) method: Path,
    pub(crate) session: Path,
    /// `true` if the session keeps the attributes with `expire_on_commit=False`.
    pub(crate) is_optional: bool,
    /// Objects that were loaded again since. Relations of theirs may have loaded this object, too.
    pub(crate) reloaded: BTreeSet<Reloaded>,
}

/// An object that was loaded again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reloaded {
    pub(crate) object: Path,
    pub(crate) at: u32,
    /// `true` if the function created the object, or loaded it by a query without options. `refresh` repeats the options of the query.
    pub(crate) is_plain: bool,
}

impl ExpiredBy {
    fn new(call: &Expr, (session, method): (Path, &str), is_optional: bool) -> Self {
        Self { at: call.range(), method: method.into(), session, is_optional, reloaded: BTreeSet::new() }
    }
}

/// The objects, queries and sessions of a function at one place.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    objects: BTreeMap<Path, Held>,
    /// The class that a statement selects, by the name of the statement.
    queries: BTreeMap<Path, ClassPath>,
    /// The class whose manager gave a query, by the name of the query.
    managed: BTreeMap<Path, ClassPath>,
    /// The sessions without a transaction: nothing used them since a commit.
    idle: BTreeSet<Path>,
}

/// An object of a database, or a result or list of such objects.
#[derive(Clone, Debug, Default)]
struct Held {
    class: Option<ClassPath>,
    /// The paths of which one is its session.
    sessions: BTreeSet<Path>,
    expired: Option<ExpiredBy>,
    /// The attributes that were set since it was loaded.
    set: BTreeSet<Path>,
    /// Those that were set since it is expired.
    set_since: BTreeSet<Path>,
    /// `true` if the function created the object and has not committed since.
    is_new: bool,
    /// The awaited value that gave it, if that is not a query and the function has not committed since.
    given_by: Option<TextRange>,
    /// `true` if the object was inserted, or loaded by a query without options.
    is_plainly_loaded: bool,
}

/// Where a value comes from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// The start of the chain of methods and items.
    root: Root,
    /// The range of the awaited value.
    awaited: Option<TextRange>,
    /// The paths in the value.
    paths: BTreeSet<Path>,
    /// The class that the value selects.
    class: Option<ClassPath>,
    /// The class whose manager the value asks.
    managed: Option<ClassPath>,
    /// `true` if the awaited call fetches one object from a Django manager.
    fetches: bool,
    /// Whether the value calls something that deletes.
    deletes: bool,
    /// The class that the value is a call of, and the keywords; `None` for keywords that are not visible.
    constructed: Option<(ClassPath, Option<BTreeSet<Path>>)>,
}

/// The start of a chain of methods and items.
#[derive(Clone, Debug, Default)]
enum Root {
    Name(Path),
    Awaited,
    #[default]
    Other,
}

impl Source {
    pub(crate) fn of(value: &Expr) -> Self {
        let mut source = Self { root: root_of(value), ..Self::default() };
        source.visit_expr(value);
        if let Expr::Call(call) = value
            && let Some(class) = path_of(&call.func)
        {
            let keywords = call.arguments.keywords.iter();
            let names = keywords.map(|keyword| keyword.arg.as_ref().map(|name| Path::from(name.as_str())));
            source.constructed = Some(((class, call.start().to_u32()), names.collect()));
        }
        source
    }

    /// Returns whether the value mentions a session, or the object that holds it.
    fn mentions(&self, session: &str) -> bool {
        mentions(&self.paths, session)
    }
}

fn mentions(paths: &BTreeSet<Path>, session: &str) -> bool {
    let root = session.split('.').next().unwrap_or(session);
    paths.contains(session) || paths.contains(root)
}

impl<'a> Visitor<'a> for Source {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Await(awaited) => {
                self.awaited = Some(awaited.value.range());
                let called = awaited.value.as_call_expr().and_then(|call| last_name(&call.func));
                self.fetches = named(called).has(Role::FetchesObject);
            }
            Expr::Attribute(manager) if named(manager.attr.as_str()).has(Role::HoldsManager) => {
                self.managed = path_of(&manager.value).map(|class| (class, manager.start().to_u32()));
            }
            Expr::Call(call) => {
                let called = last_name(&call.func).unwrap_or_default();
                self.deletes |= Words::Deletions.all().iter().any(|word| called.contains(word));
                if named(last_name(&call.func)).has(Role::SelectsObjects)
                    && let Some(class) = selected(call)
                {
                    self.class = Some(class);
                }
            }
            Expr::Name(_) | Expr::Attribute(_) => self.paths.extend(path_of(expression)),
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

/// Returns the class that a call of `select` or `get` asks for.
fn selected(call: &ExprCall) -> Option<ClassPath> {
    let is_get = call.func.is_attribute_expr() && named(last_name(&call.func)).has(Role::GetsObject);
    let class = match &*call.arguments.args {
        [class] => class,
        [class, ..] if is_get => class,
        _ => return None,
    };
    Some((path_of(class)?, class.start().to_u32()))
}

/// Returns a path of names and attributes, as written.
fn path_of(expression: &Expr) -> Option<Path> {
    dotted_parts(expression).map(|parts| parts.join(".").into())
}

/// Returns what a chain of methods and items begins with. What an attribute holds is another object.
fn root_of(value: &Expr) -> Root {
    let mut inner = value;
    loop {
        inner = match inner {
            Expr::Name(name) => return Root::Name(name.id.as_str().into()),
            Expr::Await(_) => return Root::Awaited,
            Expr::Subscript(item) => &item.value,
            Expr::Call(call) => match call.func.as_attribute_expr() {
                Some(method) => &method.value,
                None => return Root::Other,
            },
            _ => return Root::Other,
        };
    }
}

/// Returns the session and the name of the method that a call calls.
fn method_of(call: &ExprCall) -> Option<(Path, &str)> {
    let method = call.func.as_attribute_expr()?;
    Some((path_of(&method.value)?, &method.attr))
}

/// Follows the objects of a function.
pub(crate) struct Loads {
    /// Over what the function iterates, by the ranges of the targets.
    turns: FxHashMap<TextRange, Source>,
    /// The reads that matter.
    pub(crate) reads: Vec<Read>,
    /// Whether the function is part of tests, where everything may share one session.
    is_in_tests: bool,
    is_watching: bool,
}

impl Loads {
    pub(crate) fn new(turns: FxHashMap<TextRange, Source>, is_in_tests: bool) -> Self {
        Self { turns, reads: Vec::new(), is_in_tests, is_watching: true }
    }

    fn wait(&self, value: &Expr, by: WaitBy, state: &mut State) {
        let source = Source::of(value);
        let method = value.as_call_expr().and_then(|call| Some((call, method_of(call)?)));
        let Some((call, (session, method))) = method else { return self.reload(&source, state) };
        let method_roles = named(method);
        if method_roles.has(Role::CommitsAtEnd) && by == WaitBy::With {
            return;
        }
        if method_roles.has(Role::CommitsSession) {
            state.idle.insert(session.clone());
            state.expire(&ExpiredBy::new(value, (session, method), true));
        } else if method_roles.has(Role::RollsBackSession) {
            let by = ExpiredBy::new(value, (session, method), false);
            if !state.idle.contains(&by.session) {
                state.objects.retain(|_, held| !(held.is_new && held.sessions.contains(&by.session)));
                state.expire(&by);
            }
        } else if method_roles.has(Role::FlushesSession) && call.arguments.is_empty() {
            self.reload(&source, state);
            state.insert(&session);
        } else if method_roles.has(Role::ReloadsObject) {
            let Some(object) = call.arguments.args.first().and_then(path_of) else {
                return self.reload(&source, state);
            };
            state.idle.remove(&session);
            let reloaded = Reloaded {
                is_plain: state.objects.get(&object).is_some_and(|held| held.is_plainly_loaded),
                object: object.clone(),
                at: call.start().to_u32(),
            };
            for by in state.objects.values_mut().filter_map(|held| held.expired.as_mut()) {
                by.reloaded.insert(reloaded.clone());
            }
            if let Some(held) = state.objects.get_mut(&object) {
                held.expired = None;
                held.is_plainly_loaded &= call.arguments.len() == 1;
            }
        } else {
            self.reload(&source, state);
            let given: Vec<Path> = call.arguments.args.iter().filter_map(path_of).collect();
            state.objects.retain(|name, held| !(given.contains(name) && held.sessions.contains(&session)));
        }
    }

    /// Notes that something was awaited which may load objects again, or delete them.
    fn reload(&self, source: &Source, state: &mut State) {
        state.idle.retain(|session| !source.mentions(session));
        if source.deletes {
            state.objects.retain(|_, held| !held.sessions.iter().any(|session| source.mentions(session)));
        }
        for (name, held) in &mut state.objects {
            if held.expired.as_ref().is_some_and(|by| source.mentions(&by.session))
                || source.paths.contains(name)
                || self.is_in_tests
            {
                held.expired = None;
            }
        }
    }

    fn call(&self, call: &ExprCall, used: Used, state: &mut State) {
        let Some((session, method)) = method_of(call) else { return };
        if used == Used::Awaited {
            return;
        }
        if named(method).has(Role::AddsToSession) {
            for argument in &call.arguments.args {
                match argument {
                    Expr::List(several) => {
                        several.elts.iter().for_each(|object| state.add(object, &session));
                    }
                    object => state.add(object, &session),
                }
            }
        } else {
            let given: Vec<Path> = call.arguments.args.iter().filter_map(path_of).collect();
            state.objects.retain(|name, held| {
                let is_meant = given.is_empty() || given.contains(name);
                !(is_meant && held.sessions.contains(&session))
            });
        }
    }

    fn read(&mut self, expression: &Expr, used: Used, state: &mut State) {
        match (expression, used) {
            (Expr::Attribute(attribute), _) => {
                if let Some(object) = attribute.value.as_name_expr() {
                    self.read_attribute((&object.id, &attribute.attr), expression.range(), state);
                }
            }
            (Expr::Name(name), Used::Argument(call))
                if named(last_name(&call.func)).has(Role::ReadsAttributes) =>
            {
                self.read_all(&name.id, (expression.range(), Why::Expired), state);
            }
            (Expr::Name(name), Used::Argument(call))
                if named(last_name(&call.func)).has(Role::ReadsNamedAttribute) =>
            {
                if let [object, Expr::StringLiteral(attribute), ..] = &*call.arguments.args
                    && object.range() == expression.range()
                {
                    self.read_attribute((&name.id, attribute.value.to_str()), expression.range(), state);
                }
            }
            _ => {}
        }
    }

    fn read_attribute(&mut self, (object, attribute): (&str, &str), at: TextRange, state: &State) {
        let Some(held) = state.objects.get(object) else { return };
        if held.expired.is_some() && !held.set_since.contains(attribute) {
            self.found(held, (object, Some(attribute)), (at, Why::Expired));
        }
        // The option of the session may keep it, and then it is still not loaded.
        if held.is_plainly_loaded && !held.set.contains(attribute) {
            self.found(held, (object, Some(attribute)), (at, Why::Lazy));
        }
    }

    fn read_all(&mut self, object: &str, (at, why): (TextRange, Why), state: &State) {
        if let Some(held) = state.objects.get(object).filter(|held| held.expired.is_some()) {
            self.found(held, (object, None), (at, why));
        }
    }

    fn found(&mut self, held: &Held, (object, attribute): (&str, Option<&str>), (at, why): (TextRange, Why)) {
        if self.is_watching {
            self.reads.push(Read {
                object: object.into(),
                attribute: attribute.map(Path::from),
                class: held.class.clone(),
                at,
                expired: held.expired.clone(),
                given_by: held.given_by,
                why,
            });
        }
    }

    fn bind(&mut self, bind: Bind, at: TextRange, state: &mut State) {
        if let Target::Expr(Expr::Attribute(attribute)) = bind.target
            && let Some(object) = attribute.value.as_name_expr()
        {
            if bind.how == How::Augment {
                self.read_attribute((&object.id, &attribute.attr), attribute.range(), state);
            }
            if let Some(held) = state.objects.get_mut(object.id.as_str()) {
                held.set.insert(attribute.attr.as_str().into());
                held.set_since.insert(attribute.attr.as_str().into());
            }
            return;
        }
        let names = bind.target.names();
        let source = match bind.value {
            Some(value) => Some(Source::of(value)),
            None => self.turns.get(&at).cloned(),
        };
        let held = match (&source, names.as_slice()) {
            (Some(source), [_]) if bind.value.is_some() => state.held_by(source),
            (Some(source), [_]) => state.turns_of(source).or_else(|| state.held_by(source)),
            _ => None,
        };
        let query = source.as_ref().and_then(|source| state.query_of(source));
        let managed = source.and_then(|source| state.managed_by(&source));
        for name in &names {
            state.forget(name);
        }
        if let [name] = names.as_slice() {
            if let Some(held) = held {
                state.objects.insert((*name).into(), held);
            }
            if let Some(query) = query {
                state.queries.insert((*name).into(), query);
            }
            if let Some(managed) = managed {
                state.managed.insert((*name).into(), managed);
            }
        }
    }
}

impl Held {
    fn class_path(&self) -> Option<&Path> {
        self.class.as_ref().map(|(path, _)| path)
    }
}

impl State {
    /// Returns the object that a value is.
    fn held_by(&self, source: &Source) -> Option<Held> {
        match &source.root {
            Root::Awaited => {
                let class =
                    self.query_of(source).or_else(|| self.managed_by(source).filter(|_| source.fetches));
                let path = class.as_ref().map(|(path, _)| path);
                let is_added =
                    |held: &Held| held.is_new && !held.sessions.is_empty() && held.class_path() == path;
                return Some(Held {
                    // A query may give an object that the function added before.
                    is_new: self.objects.values().any(is_added),
                    is_plainly_loaded: class.is_some(),
                    given_by: source.awaited.filter(|_| class.is_none()),
                    class,
                    sessions: source.paths.clone(),
                    ..Held::default()
                });
            }
            Root::Name(name) if self.objects.contains_key(name) => return self.objects.get(name).cloned(),
            _ => {}
        }
        let (class, keywords) = source.constructed.clone()?;
        Some(Held { class: Some(class), set: keywords?, is_new: true, ..Held::default() })
    }

    /// Returns the objects over which an asynchronous loop iterates, if a manager gives them.
    fn turns_of(&self, source: &Source) -> Option<Held> {
        let class = self.managed_by(source)?;
        Some(Held { class: Some(class), is_plainly_loaded: true, ..Held::default() })
    }

    /// Returns the class whose manager a value asks, itself or by the name of a query.
    fn managed_by(&self, source: &Source) -> Option<ClassPath> {
        let named = || source.paths.iter().find_map(|path| self.managed.get(path));
        source.managed.clone().or_else(|| named().cloned())
    }

    /// Returns the class that a query selects, itself or by a name.
    fn query_of(&self, source: &Source) -> Option<ClassPath> {
        let named = || source.paths.iter().find_map(|path| self.queries.get(path));
        source.class.clone().or_else(|| named().cloned())
    }

    /// Adds an object to a session.
    fn add(&mut self, object: &Expr, session: &Path) {
        let Some(name) = path_of(object) else { return };
        let sessions = BTreeSet::from([session.clone()]);
        match self.objects.get_mut(&name) {
            Some(held) => held.sessions = sessions,
            None => {
                let held = Held { sessions, is_new: true, ..Held::default() };
                self.objects.insert(name, held);
            }
        }
    }

    /// Notes that the objects of a session are expired.
    fn expire(&mut self, by: &ExpiredBy) {
        self.insert(&by.session);
        for held in self.objects.values_mut().filter(|held| held.sessions.contains(&by.session)) {
            held.expired = Some(by.clone());
            held.set_since.clear();
            held.is_new = false;
            held.given_by = held.given_by.filter(|_| !by.is_optional);
        }
    }

    /// Notes that new objects of a session are rows of the database. What was not set is loaded when it is read.
    fn insert(&mut self, session: &Path) {
        let is_inserted = |held: &&mut Held| held.is_new && held.sessions.contains(session);
        for held in self.objects.values_mut().filter(is_inserted) {
            held.is_plainly_loaded = held.class.is_some();
        }
    }

    /// Forgets what a name was.
    fn forget(&mut self, name: &str) {
        self.objects.remove(name);
        self.queries.remove(name);
        self.managed.remove(name);
        self.idle.retain(|session| session.split('.').next() != Some(name));
        for held in self.objects.values_mut() {
            held.sessions.retain(|session| session.split('.').next() != Some(name));
        }
    }
}

impl<'a> Analysis<'a> for Loads {
    type State = State;

    fn step(&mut self, step: &Step<'a>, state: &mut State) {
        match step.kind {
            StepKind::Read(expression, used) => self.read(expression, used, state),
            StepKind::Bind(bind) => self.bind(bind, step.at, state),
            StepKind::Call(call, used) => self.call(call, used, state),
            StepKind::Wait(wait) => self.wait(wait.value, wait.by, state),
            StepKind::Yield => state.objects.clear(),
            StepKind::Delete(Expr::Name(name)) => state.forget(&name.id),
            StepKind::Jump(Stmt::Return(returned)) => {
                if let Some(name) = returned.value.as_deref().and_then(Expr::as_name_expr) {
                    self.read_all(&name.id, (name.range(), Why::Returned), state);
                }
            }
            _ => {}
        }
    }

    fn join(&self, state: &mut State, other: State) {
        let is_same =
            |known: Option<&ClassPath>, class: &ClassPath| known.is_some_and(|known| known.0 == class.0);
        state.queries.retain(|name, class| is_same(other.queries.get(name), class));
        state.managed.retain(|name, class| is_same(other.managed.get(name), class));
        state.idle.retain(|session| other.idle.contains(session));
        state.objects.retain(|name, held| {
            let Some(known) = other.objects.get(name) else { return false };
            if held.class_path() != known.class_path() {
                held.class = None;
            }
            held.sessions.retain(|session| known.sessions.contains(session));
            if known.expired.is_none() {
                held.expired = None;
            }
            held.set.extend(known.set.iter().cloned());
            held.set_since.extend(known.set_since.iter().cloned());
            if let (Some(by), Some(other)) = (&mut held.expired, &known.expired) {
                by.reloaded.extend(other.reloaded.iter().cloned());
                by.is_optional |= other.is_optional;
            }
            held.is_new |= known.is_new;
            held.given_by = held.given_by.or(known.given_by);
            held.is_plainly_loaded &= known.is_plainly_loaded;
            true
        });
    }

    fn end_with(&mut self, statement: &'a StmtWith, state: &mut State) {
        for item in &statement.items {
            let Some(call) = item.context_expr.as_call_expr() else { continue };
            let Some((receiver, method)) = method_of(call) else { continue };
            if !named(method).has(Role::CommitsAtEnd) || !statement.is_async {
                continue;
            }
            let session = item.optional_vars.as_deref().and_then(path_of);
            for session in session.into_iter().chain([receiver]) {
                state.expire(&ExpiredBy::new(&item.context_expr, (session, method), true));
            }
        }
    }

    fn watch(&mut self, is_watching: bool) {
        self.is_watching = is_watching;
    }
}
