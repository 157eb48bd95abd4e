//! What is put into containers, beside what they are made with.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::super::names::Names;
use super::super::{
    Addition, AdditionKind, Argument, ArgumentKind, ArgumentsId, Binding, BindingKind, Collection, Container,
    Expression, ExpressionId, FunctionId, List, NameId, Scope, ScopeId, ScopeKind,
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

/// Functions and methods that make a container of what they are given.
const COPIES: &[&str] = &["ChainMap", "copy", "fromkeys", "sorted"];

/// The methods that put something into a container of the standard library.
const ADDING_METHODS: &[&str] = &[
    "__ior__",
    "__iadd__",
    "__setitem__",
    "add",
    "append",
    "appendleft",
    "extend",
    "extendleft",
    "insert",
    "put",
    "put_nowait",
    "setdefault",
    "symmetric_difference_update",
    "update",
];

/// Something that is put into what a name or attribute is bound to, before it is known whether that is a container.
pub(super) struct OpenAddition {
    target: Target,
    addition: Addition,
}

/// A name, or an attribute of a name or of anything else.
#[derive(Clone, Copy)]
enum Target {
    Name(NameId),
    Attribute { object: Option<NameId>, name: NameId },
}

/// What can be bound to a container: a name of a scope, an attribute of the instances of a class; without a scope,
/// an attribute of an object of any class.
type Home = (Option<ScopeId>, NameId);

/// The expressions that make containers.
type Made = SmallVec<[ExpressionId; 2]>;

impl Lowering<'_> {
    /// A lowered call in a file of the project: `target.append(value)` and its kin.
    pub(super) fn note_addition(&mut self, callee: ExpressionId, arguments: ArgumentsId) {
        let Expression::Attribute { value: target, name } = self.expressions[callee.index()] else { return };
        if !ADDING_METHODS.contains(&self.names.get(name)) {
            return;
        }
        let is_class = |name: &str| EMPTY_CONTAINERS.contains(&name);
        if let Expression::Name(class) = self.expressions[target.index()]
            && is_class(self.names.get(class))
        {
            return self.note_unbound(arguments);
        }
        let run = self.argument_runs[arguments.index()];
        let arguments: SmallVec<[Argument; 4]> =
            self.arguments[run.start as usize..(run.start + run.len) as usize].into();
        if self.names.get(name) == "update" {
            return arguments.into_iter().for_each(|argument| self.note_update(target, argument));
        }
        let is_plain = arguments.iter().all(|argument| argument.kind == ArgumentKind::Positional);
        match (self.names.get(name), &*arguments) {
            _ if !is_plain => self.push_addition(target, AdditionKind::Unknown),
            ("append" | "add" | "appendleft" | "put" | "put_nowait", [value]) | ("insert", [_, value]) => {
                self.add_element(target, value.value, false);
            }
            ("extend" | "extendleft" | "__iadd__", [iterable]) => {
                self.add_element(target, iterable.value, true);
            }
            ("setdefault" | "__setitem__", [key, value]) => self.note_entry(target, key.value, value.value),
            ("setdefault", [_]) => {}
            _ => self.push_addition(target, AdditionKind::Unknown),
        }
    }

    /// `list.append(target, value)` and its kin.
    fn note_unbound(&mut self, arguments: ArgumentsId) {
        let run = self.argument_runs[arguments.index()];
        let given = &self.arguments[run.start as usize..(run.start + run.len) as usize];
        if let Some(target) = given.first().map(|argument| argument.value) {
            self.push_addition(target, AdditionKind::Unknown);
        }
    }

    /// An argument of `target.update(…)`.
    fn note_update(&mut self, target: ExpressionId, argument: Argument) {
        match argument.kind {
            ArgumentKind::Keyword(name) => {
                let key = self.push(Expression::String(name), TextRange::default());
                self.note_entry(target, key, argument.value);
            }
            ArgumentKind::Positional | ArgumentKind::DoubleStarred => {
                self.push_addition(target, AdditionKind::Merged(argument.value));
            }
            ArgumentKind::Starred => self.push_addition(target, AdditionKind::Unknown),
        }
    }

    /// What is put into `target`; into `target[key]` or `target.setdefault(key, [])` as into a container of its
    /// own under that key.
    fn add_element(&mut self, target: ExpressionId, value: ExpressionId, is_iterable: bool) {
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
            Expression::Call { callee, arguments: ArgumentsId(0) } => {
                let name = match self.expressions[callee.index()] {
                    Expression::Name(name) | Expression::Attribute { name, .. } => self.names.get(name),
                    _ => "",
                };
                EMPTY_CONTAINERS.contains(&name) || EMPTY_WHATEVER_IS_GIVEN.contains(&name)
            }
            _ => false,
        };
        if matches!(self.expressions[key.index()], Expression::Slice) {
            self.push_addition(target, AdditionKind::Elements(value));
        } else if !is_empty {
            self.push_addition(target, AdditionKind::Entry { key, value });
        }
    }

    /// `target += value`, both lowered.
    pub(super) fn note_extension(&mut self, target: ExpressionId, value: ExpressionId) {
        self.add_element(target, value, true);
    }

    /// `target |= value`, both lowered.
    pub(super) fn note_merge(&mut self, target: ExpressionId, value: ExpressionId) {
        self.push_addition(target, AdditionKind::Merged(value));
    }

    /// `target[key]` among the targets of an unpacking, and what it gets where that is known.
    pub(super) fn note_unpacked(&mut self, target: &Expr, value: Option<ExpressionId>) {
        if let Expr::Subscript(subscript) = target {
            self.note_by_syntax(&subscript.value, value.map_or(AdditionKind::Unknown, AdditionKind::Element));
        }
    }

    /// A method that is given on and not called: `add = target.append`.
    pub(super) fn note_adding_method(&mut self, expression: &Expr) {
        if let Expr::Attribute(ast::ExprAttribute { value, attr, .. }) = expression
            && ADDING_METHODS.contains(&attr.as_str())
        {
            self.note_by_syntax(value, AdditionKind::Unknown);
        }
    }

    fn note_by_syntax(&mut self, target: &Expr, kind: AdditionKind) {
        let target = match target {
            Expr::Name(name) => Target::Name(self.names.intern(&name.id)),
            Expr::Attribute(attribute) => {
                let object = match &*attribute.value {
                    Expr::Name(object) => Some(self.names.intern(&object.id)),
                    _ => None,
                };
                Target::Attribute { object, name: self.names.intern(attribute.attr.as_str()) }
            }
            _ => return,
        };
        self.push_to(target, kind);
    }

    fn push_addition(&mut self, target: ExpressionId, kind: AdditionKind) {
        if let Some(target) = target_of(&self.expressions, target) {
            self.push_to(target, kind);
        }
    }

    fn push_to(&mut self, target: Target, kind: AdditionKind) {
        if self.at.is_live && self.target.is_first_party {
            let addition = Addition { scope: self.at.scope, kind };
            self.additions.push(OpenAddition { target, addition });
        }
    }

    /// The containers of the module with what is put into them.
    pub(super) fn close_containers(
        &mut self,
        names: &Names,
        scopes: &[Scope],
        bindings: &[Binding],
    ) -> (Vec<Container>, Vec<Addition>) {
        let open = std::mem::take(&mut self.additions);
        let mut filling = Filling {
            lowering: self,
            names,
            scopes,
            bindings,
            calls: FxHashMap::default(),
            known: FxHashMap::default(),
        };
        let mut added: FxHashMap<ExpressionId, SmallVec<[Addition; 4]>> = FxHashMap::default();
        for OpenAddition { target, addition } in open {
            if let Some(home) = filling.home(addition.scope, target) {
                for made in filling.made_for(home) {
                    added.entry(made).or_default().push(addition);
                }
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
            let starts_empty = filling.starts_empty(value);
            containers.push(Container { value, starts_empty, additions: run });
            additions.extend(added);
        }
        (containers, additions)
    }
}

/// The name or attribute that a lowered expression is.
fn target_of(expressions: &[Expression], id: ExpressionId) -> Option<Target> {
    match expressions[id.index()] {
        Expression::Name(name) => Some(Target::Name(name)),
        Expression::Attribute { value, name } => {
            let object = match expressions[value.index()] {
                Expression::Name(object) => Some(object),
                _ => None,
            };
            Some(Target::Attribute { object, name })
        }
        _ => None,
    }
}

/// Finds the containers that names and attributes may be bound to.
struct Filling<'a> {
    lowering: &'a Lowering<'a>,
    names: &'a Names,
    scopes: &'a [Scope],
    bindings: &'a [Binding],
    /// By last name, the calls of the module; made when the first parameter is met.
    calls: FxHashMap<NameId, Vec<u32>>,
    known: FxHashMap<Home, Made>,
}

impl<'a> Filling<'a> {
    fn expression(&self, id: ExpressionId) -> Expression {
        self.lowering.expressions[id.index()]
    }

    fn list(&self, list: List) -> &'a [ExpressionId] {
        &self.lowering.lists[list.start as usize..(list.start + list.len) as usize]
    }

    fn arguments(&self, id: ArgumentsId) -> &'a [Argument] {
        let List { start, len } = self.lowering.argument_runs[id.index()];
        &self.lowering.arguments[start as usize..(start + len) as usize]
    }

    /// The containers that may be bound to a home, whatever other names they have.
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

    /// The containers that an expression makes, and the homes that it reads.
    fn follow(&self, scope: ScopeId, value: ExpressionId, made: &mut Made, open: &mut impl FnMut(Home)) {
        if let Some(target) = target_of(&self.lowering.expressions, value) {
            if let Some(home) = self.home(scope, target) {
                open(home);
            }
        } else if let Expression::Either { values, .. } = self.expression(value) {
            for value in self.list(values) {
                // Deeper ones are rare.
                match self.expression(*value) {
                    Expression::Either { .. } => {}
                    _ => self.follow(scope, *value, made, open),
                }
            }
        } else if self.is_container(value) {
            made.push(value);
        }
    }

    fn is_container(&self, value: ExpressionId) -> bool {
        match self.expression(value) {
            Expression::Display { .. } | Expression::Binary { .. } => true,
            Expression::Comprehension { collection, .. } => {
                !matches!(collection, Collection::Generator | Collection::AsyncGenerator)
            }
            Expression::Call { callee, .. } => self.last_name(callee).is_some_and(|name| {
                let name = self.names.get(name);
                [EMPTY_CONTAINERS, EMPTY_WHATEVER_IS_GIVEN, COPIES].iter().any(|names| names.contains(&name))
            }),
            _ => false,
        }
    }

    fn starts_empty(&self, value: ExpressionId) -> bool {
        match self.expression(value) {
            Expression::Display { elements, .. } => elements.len == 0,
            Expression::Call { callee, arguments } => {
                let is_keyword = |argument: &Argument| matches!(argument.kind, ArgumentKind::Keyword(_));
                self.last_name(callee).is_some_and(|name| {
                    let name = self.names.get(name);
                    EMPTY_WHATEVER_IS_GIVEN.contains(&name)
                        || EMPTY_CONTAINERS.contains(&name)
                            && self.arguments(arguments).iter().all(is_keyword)
                })
            }
            _ => false,
        }
    }

    fn last_name(&self, callee: ExpressionId) -> Option<NameId> {
        match self.expression(callee) {
            Expression::Name(name) | Expression::Attribute { name, .. } => Some(name),
            _ => None,
        }
    }

    /// What is bound to a home, with the scopes to read it in.
    fn values_of(&mut self, scope: Option<ScopeId>, name: NameId) -> Vec<(ScopeId, ExpressionId)> {
        let Some(id) = scope else { return Vec::new() };
        let bound = self.bindings_of(id, name).iter().map(|binding| (binding.scope, binding.kind));
        let mut values: Vec<_> = bound.collect();
        let mut given = Vec::new();
        match self.scopes[id.index()].kind {
            ScopeKind::Class(class) => {
                let attributes = self.lowering.classes[class.index()].attributes.iter();
                let of_name = attributes.filter(|attribute| attribute.name == name);
                values.extend(of_name.map(|attribute| (attribute.scope, attribute.kind)));
            }
            ScopeKind::Function(function) => given = self.given_to(function, name),
            ScopeKind::Module => {}
        }
        for (scope, kind) in values {
            match kind {
                BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                    given.push((scope, value));
                }
                BindingKind::For { iterable, .. } => match self.expression(iterable) {
                    Expression::Tuple(elements) | Expression::Display { elements, .. } => {
                        given.extend(self.list(elements).iter().map(|element| (scope, *element)));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        given
    }

    /// What the calls in the module give for a parameter, and its default.
    fn given_to(&mut self, function: FunctionId, name: NameId) -> Vec<(ScopeId, ExpressionId)> {
        let lowering = self.lowering;
        let definition = &lowering.functions[function.index()];
        let Some(place) = definition.parameters.iter().position(|parameter| parameter.name == name) else {
            return Vec::new();
        };
        let parameter = definition.parameters[place];
        if parameter.is_variadic() {
            return Vec::new();
        }
        let around = self.scopes[definition.scope.index()].parent;
        let class = around.and_then(|around| match self.scopes[around.index()].kind {
            ScopeKind::Class(class) => Some(&lowering.classes[class.index()]),
            _ => None,
        });
        let called = match class {
            Some(class) if self.names.get(definition.name) == "__init__" => class.name,
            _ => definition.name,
        };
        let place = if class.is_some() { place.checked_sub(1) } else { Some(place) };
        let mut given = Vec::new();
        given.extend(around.zip(parameter.default));
        for call in self.calls_of(called) {
            let call = lowering.calls[call as usize];
            let Expression::Call { arguments, .. } = self.expression(call.expression) else { continue };
            let arguments = self.arguments(arguments);
            let by_place = place.and_then(|place| arguments.get(place));
            let by_place = by_place.filter(|argument| argument.kind == ArgumentKind::Positional);
            let by_name = arguments.iter().find(|argument| argument.kind == ArgumentKind::Keyword(name));
            given.extend(by_place.or(by_name).map(|argument| (call.scope, argument.value)));
        }
        given
    }

    /// The calls of what has this last name.
    fn calls_of(&mut self, name: NameId) -> Vec<u32> {
        if self.calls.is_empty() {
            for (place, call) in self.lowering.calls.iter().enumerate() {
                let Expression::Call { callee, .. } = self.expression(call.expression) else { continue };
                if let Some(name) = self.last_name(callee) {
                    self.calls.entry(name).or_default().push(place as u32);
                }
            }
        }
        self.calls.get(&name).cloned().unwrap_or_default()
    }

    /// The same attribute of the classes that a class inherits from in the module, and of those that inherit from
    /// it; of an object of any class, that of all classes of the module.
    fn homes_like(&self, scope: Option<ScopeId>, name: NameId) -> Vec<Home> {
        let classes = &self.lowering.classes;
        let of_class = match scope {
            None => return classes.iter().map(|class| (Some(class.scope), name)).collect(),
            Some(scope) => match self.scopes[scope.index()].kind {
                ScopeKind::Class(class) => &classes[class.index()],
                _ => return Vec::new(),
            },
        };
        let bases: SmallVec<[NameId; 4]> =
            self.list(of_class.bases).iter().filter_map(|base| self.last_name(*base)).collect();
        let related = classes.iter().filter(|class| bases.contains(&class.name));
        related.map(|class| (Some(class.scope), name)).collect()
    }

    /// What a name or attribute is in a scope.
    fn home(&self, scope: ScopeId, target: Target) -> Option<Home> {
        match target {
            Target::Name(name) => Some((Some(self.home_of_name(scope, name)?), name)),
            Target::Attribute { object, name } => {
                Some((object.and_then(|object| self.class_of_method(scope, object)), name))
            }
        }
    }

    fn bindings_of(&self, scope: ScopeId, name: NameId) -> &'a [Binding] {
        let entries = &self.scopes[scope.index()].entries;
        match entries.binary_search_by_key(&name, |entry| entry.name) {
            Ok(place) => {
                let entry = entries[place];
                let end = entry.start + entry.len + entry.confined;
                &self.bindings[entry.start as usize..end as usize]
            }
            Err(_) => &[],
        }
    }

    /// The scope that binds a name that is used in another one.
    fn home_of_name(&self, scope: ScopeId, name: NameId) -> Option<ScopeId> {
        let mut current = Some(scope);
        while let Some(id) = current {
            let around = &self.scopes[id.index()];
            let is_bound = match around.kind {
                ScopeKind::Class(_) if id != scope => false,
                ScopeKind::Function(function)
                    if self.lowering.functions[function.index()]
                        .parameters
                        .iter()
                        .any(|parameter| parameter.name == name) =>
                {
                    true
                }
                _ => !self.bindings_of(id, name).is_empty(),
            };
            if is_bound {
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
            let scope = &self.scopes[id.index()];
            let ScopeKind::Function(function) = scope.kind else { return None };
            let parent = scope.parent?;
            if let ScopeKind::Class(_) = self.scopes[parent.index()].kind {
                let first = self.lowering.functions[function.index()].parameters.first()?;
                return (first.name == receiver).then_some(parent);
            }
            current = Some(parent);
        }
        None
    }
}
