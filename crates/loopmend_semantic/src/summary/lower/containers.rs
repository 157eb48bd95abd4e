//! What is put into containers that start empty.

use ruff_text_size::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::super::{
    Addition, AdditionKind, Argument, ArgumentKind, ArgumentsId, BindingKind, Collection, Container,
    Expression, ExpressionId, List, NameId, ScopeId, ScopeKind,
};
use super::Lowering;

/// The most additions to one container that are looked at; what a fuller one holds is unknown.
const MOST_ADDITIONS: usize = 24;

/// The builtins and library classes whose instances are empty when nothing is given by place
/// (docs.python.org/3/library/stdtypes.html, collections.html, weakref.html).
const EMPTY_CONTAINERS: &[&str] =
    &["OrderedDict", "WeakKeyDictionary", "WeakSet", "WeakValueDictionary", "deque", "dict", "list", "set"];

/// Those whose first argument is a number or a factory (collections.html, queue.html, asyncio-queue.html).
const EMPTY_WHATEVER_IS_GIVEN: &[&str] =
    &["LifoQueue", "PriorityQueue", "Queue", "SimpleQueue", "defaultdict"];

/// Something that is put into what a name or attribute is bound to, before it is known whether that is a container
/// that starts empty.
pub(super) struct OpenAddition {
    target: Target,
    addition: Addition,
}

/// A name, or an attribute of a name.
#[derive(Clone, Copy)]
struct Target {
    object: Option<NameId>,
    name: NameId,
}

/// By the scope that binds a name, or the class whose methods set an attribute, and the name.
type ByHome<T> = FxHashMap<(ScopeId, NameId), T>;

impl Lowering<'_> {
    /// A lowered statement `target.append(value)` and its kin, awaited or not.
    pub(super) fn note_addition(&mut self, statement: ExpressionId) {
        let call = match self.expressions[statement.index()] {
            Expression::Await(awaited) => self.expressions[awaited.index()],
            other => other,
        };
        let Expression::Call { callee, arguments } = call else { return };
        let Expression::Attribute { value: target, name } = self.expressions[callee.index()] else { return };
        let run = self.argument_runs[arguments.index()];
        let arguments = &self.arguments[run.start as usize..(run.start + run.len) as usize];
        if arguments.iter().any(|argument| argument.kind != ArgumentKind::Positional) {
            return;
        }
        match (self.names.get(name), arguments) {
            ("append" | "add" | "appendleft" | "put" | "put_nowait", [value]) | ("insert", [_, value]) => {
                self.add_element(target, *value, false);
            }
            ("extend" | "extendleft", [iterable]) => self.add_element(target, *iterable, true),
            ("setdefault", [key, value]) => self.note_entry(target, key.value, value.value),
            _ => {}
        }
    }

    /// What is put into `target`; into `target[key]` or `target.setdefault(key, [])` as into a container of its
    /// own under that key.
    fn add_element(&mut self, target: ExpressionId, value: Argument, is_iterable: bool) {
        let value = value.value;
        let key = match self.expressions[target.index()] {
            Expression::Subscript { value: mapping, slice } => Some((mapping, slice)),
            Expression::Call { callee, arguments } => self.default_entry(callee, arguments),
            _ => None,
        };
        let Some((mapping, key)) = key else {
            let kind = if is_iterable { AdditionKind::Elements(value) } else { AdditionKind::Element(value) };
            return self.push_addition(target, kind);
        };
        let at = TextRange::default();
        let element = if is_iterable { self.push(Expression::Starred(value), at) } else { value };
        let elements = self.push_list(&[element]);
        let value = self.push(Expression::Display { collection: Collection::List, elements }, at);
        self.push_addition(mapping, AdditionKind::Entry { key, value });
    }

    /// Of `mapping.setdefault(key, [])`, the mapping and the key.
    fn default_entry(
        &self,
        callee: ExpressionId,
        arguments: ArgumentsId,
    ) -> Option<(ExpressionId, ExpressionId)> {
        let Expression::Attribute { value: mapping, name } = self.expressions[callee.index()] else {
            return None;
        };
        let run = self.argument_runs[arguments.index()];
        let key = self.arguments[run.start as usize..(run.start + run.len) as usize].first()?;
        (self.names.get(name) == "setdefault").then_some((mapping, key.value))
    }

    /// `target[key] = value`, lowered. Under an empty container there is nothing yet.
    pub(super) fn note_entry(&mut self, target: ExpressionId, key: ExpressionId, value: ExpressionId) {
        let is_empty = match self.expressions[value.index()] {
            Expression::Display { elements, .. } => elements.len == 0,
            Expression::Call { arguments, .. } => {
                arguments == ArgumentsId(0) && self.is_empty_container(value)
            }
            _ => false,
        };
        if !is_empty {
            self.push_addition(target, AdditionKind::Entry { key, value });
        }
    }

    /// `target += value`, both lowered.
    pub(super) fn note_extension(&mut self, target: ExpressionId, value: ExpressionId) {
        self.push_addition(target, AdditionKind::Elements(value));
    }

    /// The name of a lowered expression, with one attribute at most.
    fn short_name(&self, id: ExpressionId) -> Option<Target> {
        match self.expressions[id.index()] {
            Expression::Name(name) => Some(Target { object: None, name }),
            Expression::Attribute { value, name } => match self.expressions[value.index()] {
                Expression::Name(object) => Some(Target { object: Some(object), name }),
                _ => None,
            },
            _ => None,
        }
    }

    fn push_addition(&mut self, target: ExpressionId, kind: AdditionKind) {
        if !self.at.is_live {
            return;
        }
        if let Some(target) = self.short_name(target) {
            let addition = Addition { scope: self.at.scope, kind, is_shared: false };
            self.additions.push(OpenAddition { target, addition });
        }
    }

    /// Whether an expression makes a container that starts empty.
    fn is_empty_container(&self, value: ExpressionId) -> bool {
        match self.expressions[value.index()] {
            Expression::Display { elements, .. } => elements.len == 0,
            Expression::Call { callee, arguments } => {
                let (Expression::Name(name) | Expression::Attribute { name, .. }) =
                    self.expressions[callee.index()]
                else {
                    return false;
                };
                let name = self.names.get(name);
                EMPTY_WHATEVER_IS_GIVEN.contains(&name)
                    || EMPTY_CONTAINERS.contains(&name) && self.has_no_positional(arguments)
            }
            _ => false,
        }
    }

    fn has_no_positional(&self, arguments: ArgumentsId) -> bool {
        let List { start, len } = self.argument_runs[arguments.index()];
        let given = &self.arguments[start as usize..(start + len) as usize];
        given.iter().all(|argument| matches!(argument.kind, ArgumentKind::Keyword(_)))
    }

    /// The containers of the module with what is put into them.
    pub(super) fn close_containers(&mut self) -> (Vec<Container>, Vec<Addition>) {
        let open = std::mem::take(&mut self.additions);
        if open.is_empty() {
            return Default::default();
        }
        let empty = self.empty_containers();
        let bound = self.bound_targets(&open);
        let mut by_home: ByHome<SmallVec<[Addition; 4]>> = FxHashMap::default();
        for OpenAddition { target, addition } in open {
            let home = match target.object {
                Some(object) => self.class_of_method(addition.scope, object),
                None => self.home_of(addition.scope, target.name, &bound),
            };
            if let Some(home) = home.filter(|home| empty.contains_key(&(*home, target.name))) {
                by_home.entry((home, target.name)).or_default().push(addition);
            }
        }
        let mut filled: Vec<_> =
            by_home.into_iter().filter(|(_, added)| added.len() <= MOST_ADDITIONS).collect();
        filled.sort_unstable_by_key(|(home, _)| *home);
        let (mut containers, mut additions) = (Vec::new(), Vec::new());
        for (home, added) in filled {
            let run = List { start: additions.len() as u32, len: added.len() as u32 };
            let is_shared = !matches!(self.scopes[home.0.index()].scope.kind, ScopeKind::Function(_));
            additions.extend(added.into_iter().map(|addition| Addition { is_shared, ..addition }));
            containers.extend(empty[&home].iter().map(|value| Container { value: *value, additions: run }));
        }
        containers.sort_unstable_by_key(|container| container.value);
        containers.dedup_by_key(|container| container.value);
        (containers, additions)
    }

    /// The names that something is put into, with the scopes that bind them.
    fn bound_targets(&self, additions: &[OpenAddition]) -> FxHashSet<(ScopeId, NameId)> {
        let targets: FxHashSet<NameId> = additions.iter().map(|addition| addition.target.name).collect();
        let scopes = self.scopes.iter().enumerate();
        let bound = scopes.flat_map(|(index, open)| {
            open.bindings.iter().map(move |(name, _)| (ScopeId(index as u32), *name))
        });
        bound.filter(|(_, name)| targets.contains(name)).collect()
    }

    /// The scope that binds a name that is used in another one.
    fn home_of(&self, scope: ScopeId, name: NameId, bound: &FxHashSet<(ScopeId, NameId)>) -> Option<ScopeId> {
        let mut current = Some(scope);
        while let Some(id) = current {
            let around = &self.scopes[id.index()].scope;
            let is_hidden = id != scope && matches!(around.kind, ScopeKind::Class(_));
            if !is_hidden && bound.contains(&(id, name)) {
                return Some(id);
            }
            current = around.parent;
        }
        None
    }

    /// The scope of the class whose method a scope is, or stands in, with a first parameter of this name.
    fn class_of_method(&self, scope: ScopeId, receiver: NameId) -> Option<ScopeId> {
        let mut current = Some(scope);
        while let Some(id) = current {
            let scope = &self.scopes[id.index()].scope;
            let ScopeKind::Function(function) = scope.kind else { return None };
            let parent = scope.parent?;
            if let ScopeKind::Class(_) = self.scopes[parent.index()].scope.kind {
                let first = self.functions[function.index()].parameters.first()?;
                return (first.name == receiver).then_some(parent);
            }
            current = Some(parent);
        }
        None
    }

    /// The empty containers that names are bound to in their scopes, and attributes in their classes.
    fn empty_containers(&self) -> ByHome<SmallVec<[ExpressionId; 2]>> {
        let mut empty: ByHome<SmallVec<[ExpressionId; 2]>> = FxHashMap::default();
        let mut add = |home: ScopeId, name: NameId, kind: BindingKind| {
            if let BindingKind::Value(value) = kind
                && self.is_empty_container(value)
            {
                empty.entry((home, name)).or_default().push(value);
            }
        };
        for (index, open) in self.scopes.iter().enumerate() {
            open.bindings.iter().for_each(|(name, binding)| add(ScopeId(index as u32), *name, binding.kind));
        }
        for class in &self.classes {
            class.attributes.iter().for_each(|attribute| add(class.scope, attribute.name, attribute.kind));
        }
        empty
    }
}
