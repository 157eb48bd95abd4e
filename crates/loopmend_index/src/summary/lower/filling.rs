//! Finds the containers of a module that items are added to, under all their names.

use std::cell::OnceCell;
use std::hash::Hash;

use loopmend_catalog::{Role, named};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::super::{
    Addition, AdditionKind, Argument, ArgumentKind, Binding, BindingKind, Collection, Container, Expression,
    ExpressionId, FunctionId, List, NameId, ScopeId, ScopeKind, Summary,
};
use super::containers::{OpenAddition, Target, target_of};

/// The maximum number of additions to one container. The contents of a container with more are unknown.
const MOST_ADDITIONS: usize = 24;

/// Something that can be bound to a container: a name of a scope, or an attribute of the instances of a
/// class. Without a scope, an attribute of an object of any class.
type Home = (Option<ScopeId>, NameId);

/// The expressions that create containers.
type Made = SmallVec<[ExpressionId; 2]>;

/// Some additions, at most one more than [`MOST_ADDITIONS`].
type Additions = SmallVec<[Addition; 4]>;

/// Returns the containers of a module, by the expressions that create them, and the items added to them.
pub(super) fn containers(summary: &Summary, open: Vec<OpenAddition>) -> (Vec<Container>, Vec<Addition>) {
    let mut filling = Filling::new(summary);
    let mut added: FxHashMap<ExpressionId, Additions> = FxHashMap::default();
    for (home, of_home) in filling.by_home(open) {
        for made in filling.made_for(home) {
            let of_made = added.entry(made).or_default();
            of_home.iter().for_each(|addition| add(of_made, *addition));
        }
    }
    let mut added: Vec<_> = added.into_iter().collect();
    added.sort_unstable_by_key(|(made, _)| *made);
    let (mut containers, mut additions) = (Vec::new(), Vec::new());
    for (value, mut added) in added {
        let unknown = added.iter().find(|addition| matches!(addition.kind, AdditionKind::Unknown));
        if added.len() > MOST_ADDITIONS || unknown.is_some() {
            let scope = added[0].scope;
            added = SmallVec::from_slice(&[Addition { scope, kind: AdditionKind::Unknown }]);
        }
        let run = List { start: additions.len() as u32, len: added.len() as u32 };
        containers.push(Container { value, starts_empty: filling.starts_empty(value), additions: run });
        additions.extend(added);
    }
    (containers, additions)
}

fn add(additions: &mut Additions, addition: Addition) {
    if additions.len() <= MOST_ADDITIONS {
        additions.push(addition);
    }
}

/// Finds the containers that names and attributes may be bound to.
struct Filling<'s> {
    summary: &'s Summary,
    /// The calls of the module, by last name.
    calls: OnceCell<FxHashMap<NameId, Vec<u32>>>,
    /// The scopes of the classes, by name.
    classes: OnceCell<FxHashMap<NameId, Vec<ScopeId>>>,
    /// The scopes of the classes with a member, by its name.
    members: OnceCell<FxHashMap<NameId, Vec<ScopeId>>>,
    known: FxHashMap<Home, Made>,
}

impl<'s> Filling<'s> {
    fn new(summary: &'s Summary) -> Self {
        Self {
            summary,
            calls: OnceCell::new(),
            classes: OnceCell::new(),
            members: OnceCell::new(),
            known: FxHashMap::default(),
        }
    }

    /// Returns the additions to each home, in source order.
    fn by_home(&self, open: Vec<OpenAddition>) -> Vec<(Home, Additions)> {
        let mut places: FxHashMap<Home, usize> = FxHashMap::default();
        let mut homes: Vec<(Home, Additions)> = Vec::new();
        for OpenAddition { target, addition } in open {
            let Some(home) = self.home(addition.scope, target) else { continue };
            let place = *places.entry(home).or_insert(homes.len());
            if place == homes.len() {
                homes.push((home, Additions::new()));
            }
            add(&mut homes[place].1, addition);
        }
        homes
    }

    /// Returns the containers that may be bound to a home, whatever other names they have.
    fn made_for(&mut self, home: Home) -> Made {
        if let Some(known) = self.known.get(&home) {
            return known.clone();
        }
        let mut made = Made::new();
        let mut seen = FxHashSet::from_iter([home]);
        let mut open = vec![home];
        while let Some((scope, name)) = open.pop() {
            for (scope, value) in self.values_of(scope, name) {
                self.follow(scope, value, &mut made, &mut |home| {
                    if seen.insert(home) {
                        open.push(home);
                    }
                });
            }
            for home in self.homes_like(scope, name) {
                if seen.insert(home) {
                    open.push(home);
                }
            }
        }
        made.sort_unstable();
        made.dedup();
        self.known.insert(home, made.clone());
        made
    }

    /// Adds the containers that an expression creates, and the homes that it reads.
    fn follow(&self, scope: ScopeId, value: ExpressionId, made: &mut Made, open: &mut impl FnMut(Home)) {
        if let Some(target) = target_of(&self.summary.expressions, value) {
            if let Some(home) = self.home(scope, target) {
                open(home);
            }
        } else if let Expression::Either { values, .. } = self.summary.expression(value) {
            for value in self.summary.list(values) {
                // Deeper ones are rare.
                match self.summary.expression(*value) {
                    Expression::Either { .. } => {}
                    _ => self.follow(scope, *value, made, open),
                }
            }
        } else if self.is_container(value) {
            made.push(value);
        }
    }

    fn is_container(&self, value: ExpressionId) -> bool {
        match self.summary.expression(value) {
            Expression::Display { .. } | Expression::Binary { .. } => true,
            Expression::Comprehension { collection, .. } => {
                !matches!(collection, Collection::Generator | Collection::AsyncGenerator)
            }
            Expression::Call { callee, .. } => self.last_name(callee).is_some_and(|name| {
                let name = self.summary.name(name);
                {
                    let roles = named(name);
                    roles.has(Role::ContainerClass)
                        || roles.has(Role::AlwaysEmptyClass)
                        || roles.has(Role::CopiesContainer)
                }
            }),
            _ => false,
        }
    }

    fn starts_empty(&self, value: ExpressionId) -> bool {
        match self.summary.expression(value) {
            Expression::Display { elements, .. } => elements.len == 0,
            Expression::Call { callee, arguments } => {
                let is_keyword = |argument: &Argument| matches!(argument.kind, ArgumentKind::Keyword(_));
                self.last_name(callee).is_some_and(|name| {
                    let name = self.summary.name(name);
                    named(name).has(Role::AlwaysEmptyClass)
                        || named(name).has(Role::ContainerClass)
                            && self.summary.arguments(arguments).iter().all(is_keyword)
                })
            }
            _ => false,
        }
    }

    fn last_name(&self, callee: ExpressionId) -> Option<NameId> {
        match self.summary.expression(callee) {
            Expression::Name(name) | Expression::Attribute { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Returns the values bound to a home, with the scopes in which they are evaluated.
    fn values_of(&self, scope: Option<ScopeId>, name: NameId) -> Vec<(ScopeId, ExpressionId)> {
        let Some(id) = scope else { return Vec::new() };
        let bound = self.bindings_of(id, name).map(|binding| (binding.scope, binding.kind));
        let mut values: Vec<_> = bound.collect();
        let mut given = Vec::new();
        match self.summary.scope(id).kind {
            ScopeKind::Class(class) => {
                let attributes = self.summary.attributes_of(class, self.summary.name(name)).iter();
                values.extend(attributes.map(|attribute| (attribute.scope, attribute.kind)));
            }
            ScopeKind::Function(function) => given = self.given_to(function, name),
            ScopeKind::Module => {}
        }
        for (scope, kind) in values {
            match kind {
                BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                    given.push((scope, value));
                }
                BindingKind::For { iterable, .. } => match self.summary.expression(iterable) {
                    Expression::Tuple(elements) | Expression::Display { elements, .. } => {
                        given.extend(self.summary.list(elements).iter().map(|element| (scope, *element)));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        given
    }

    /// Returns all bindings, the confined ones last.
    fn bindings_of(&self, scope: ScopeId, name: NameId) -> impl Iterator<Item = &'s Binding> + use<'s> {
        let summary = self.summary;
        let entry = summary.entry_of(scope, name).into_iter();
        entry.flat_map(|entry| summary.bindings_in(entry).iter().chain(summary.confined_in(entry)))
    }

    /// Returns the values that the calls in the module pass for a parameter, and its default.
    fn given_to(&self, function: FunctionId, name: NameId) -> Vec<(ScopeId, ExpressionId)> {
        let summary = self.summary;
        let definition = summary.function(function);
        let Some(place) = definition.parameters.iter().position(|parameter| parameter.name == name) else {
            return Vec::new();
        };
        let parameter = definition.parameters[place];
        if parameter.is_variadic() {
            return Vec::new();
        }
        let class = summary.class_of(function).map(|class| summary.class(class));
        let called = match class {
            Some(class) if summary.name(definition.name) == "__init__" => class.name,
            _ => definition.name,
        };
        let place = if class.is_some() { place.checked_sub(1) } else { Some(place) };
        let mut given = Vec::new();
        given.extend(summary.scope(definition.scope).parent.zip(parameter.default));
        for call in self.calls_of(called) {
            let call = summary.calls[*call as usize];
            let Some(arguments) = summary.arguments_of(call.expression) else { continue };
            let by_place = place.and_then(|place| arguments.get(place));
            let by_place = by_place.filter(|argument| argument.kind == ArgumentKind::Positional);
            let by_name = arguments.iter().find(|argument| argument.kind == ArgumentKind::Keyword(name));
            given.extend(by_place.or(by_name).map(|argument| (call.scope, argument.value)));
        }
        given
    }

    /// Returns the calls with this last name, by index.
    fn calls_of(&self, name: NameId) -> &[u32] {
        let calls = self.calls.get_or_init(|| {
            let calls = (0..).zip(&self.summary.calls);
            grouped(calls.filter_map(|(place, call)| {
                Some((self.last_name(self.summary.call(call.expression)?.callee)?, place))
            }))
        });
        of(calls, name)
    }

    /// Returns the same attribute of the bases of a class in the module. For an object of any class,
    /// returns that of all classes that have it.
    fn homes_like(&self, scope: Option<ScopeId>, name: NameId) -> Vec<Home> {
        let summary = self.summary;
        let Some(scope) = scope else {
            return self.classes_with(name).iter().map(|class| (Some(*class), name)).collect();
        };
        let ScopeKind::Class(class) = summary.scope(scope).kind else { return Vec::new() };
        let bases = summary.list(summary.class(class).bases).iter();
        let related =
            bases.filter_map(|base| self.last_name(*base)).flat_map(|base| self.classes_named(base));
        related.map(|class| (Some(*class), name)).collect()
    }

    fn classes_named(&self, name: NameId) -> &[ScopeId] {
        let classes = self.summary.classes.iter();
        of(self.classes.get_or_init(|| grouped(classes.map(|class| (class.name, class.scope)))), name)
    }

    fn classes_with(&self, name: NameId) -> &[ScopeId] {
        let members = self.members.get_or_init(|| {
            grouped(self.summary.classes.iter().flat_map(|class| {
                let bound = self.summary.scope(class.scope).entries.iter().map(|entry| entry.name);
                let names = bound.chain(class.attributes.iter().map(|attribute| attribute.name));
                let names: FxHashSet<NameId> = names.collect();
                names.into_iter().map(|name| (name, class.scope))
            }))
        });
        of(members, name)
    }

    /// Returns what a name or attribute refers to in a scope.
    fn home(&self, scope: ScopeId, target: Target) -> Option<Home> {
        match target {
            Target::Name(name) => Some((Some(self.home_of_name(scope, name)?), name)),
            Target::Attribute { object, name } => {
                Some((object.and_then(|object| self.class_of_method(scope, object)), name))
            }
        }
    }

    /// Returns the scope that binds a name used in another scope.
    fn home_of_name(&self, scope: ScopeId, name: NameId) -> Option<ScopeId> {
        self.summary.scopes_from(scope).find(|id| {
            let is_parameter = match self.summary.scope(*id).kind {
                ScopeKind::Class(_) if *id != scope => return false,
                ScopeKind::Function(function) => self.summary.function(function).has_parameter(name),
                _ => false,
            };
            is_parameter || self.summary.entry_of(*id, name).is_some()
        })
    }

    /// Returns the scope of the class whose method contains a scope, if the first parameter has this name.
    fn class_of_method(&self, scope: ScopeId, receiver: NameId) -> Option<ScopeId> {
        let summary = self.summary;
        for id in summary.scopes_from(scope) {
            let function = summary.enclosing_function(id)?;
            if let Some(class) = summary.class_of(function) {
                let first = summary.function(function).parameters.first()?;
                return (first.name == receiver).then(|| summary.class(class).scope);
            }
        }
        None
    }
}

fn grouped<K: Eq + Hash, V>(pairs: impl Iterator<Item = (K, V)>) -> FxHashMap<K, Vec<V>> {
    let mut groups: FxHashMap<K, Vec<V>> = FxHashMap::default();
    pairs.for_each(|(key, value)| groups.entry(key).or_default().push(value));
    groups
}

fn of<V>(groups: &FxHashMap<NameId, Vec<V>>, name: NameId) -> &[V] {
    groups.get(&name).map_or(&[], Vec::as_slice)
}
