//! Resolves names: scopes, imports, and the bindings that reach a use.

use loopmend_index::summary::{
    Binding, BindingKind, Collection, Entry, Expression, ExpressionId, NameId, Narrowing, PartOf, Scope,
    ScopeId, ScopeKind, Summary,
};
use loopmend_project::Origin;
use loopmend_python::stack::grow_stack;
use rustc_hash::FxHashSet;

use super::memo::Question;
use super::narrowing::known_or_unknown;
use super::types::Callee;
use super::{ContextId, FunctionRef, Inference, Location, Type};
use crate::engine::ModuleId;

impl<'e> Inference<'e> {
    /// Returns the type of a name at the byte `offset` of a scope.
    pub(super) fn name(&mut self, at: Location, name: NameId, offset: u32) -> Type {
        self.tested_name(at, name, offset, &[])
    }

    /// Returns the type of `name` at the byte `offset` of a scope, including narrowing by the tests around
    /// it. This is an outermost query.
    pub fn name_at(&mut self, module: ModuleId, scope: ScopeId, name: &str, offset: u32) -> Type {
        self.begin();
        let at = Location::in_scope(module, scope);
        // What the module does not write, it does not bind.
        let Some(named) = self.summary(module).names.find(name) else {
            return self.global(module, name);
        };
        let tests = self.tests_at(at, offset, |tested| tested == name);
        self.tested_name(at, named, offset, &tests)
    }

    /// Returns the type of a name at the byte `offset` of a scope, narrowed by these tests with known
    /// outcome.
    pub(super) fn tested_name(
        &mut self,
        at: Location,
        named: NameId,
        offset: u32,
        tests: &[Narrowing],
    ) -> Type {
        let module = at.module;
        let summary = self.summary(module);
        let mut current = Some(at.scope);
        while let Some(id) = current {
            if let Some(index) = summary.confined_binding(id, named, offset) {
                let found = self.binding(module, index, at.context);
                let tested = self.tested(at, tests, summary.bindings[index as usize].offset, None, found);
                return known_or_unknown(tested, found);
            }
            let around = summary.scope(id);
            current = around.parent;
            let declares = |names: &[NameId]| names.contains(&named);
            if declares(&around.globals) {
                break;
            }
            let is_own = id == at.scope;
            let is_hidden = matches!(around.kind, ScopeKind::Class(_)) && !is_own;
            if declares(&around.nonlocals) {
                continue;
            }
            if is_hidden {
                if summary.type_parameters(id).contains(&named) {
                    return self.variable_named(summary.name(named), None);
                }
                continue;
            }
            let in_scope = Location { scope: id, context: self.context_in(at, id), ..at };
            let found = match is_own {
                true => self.name_in(in_scope, named, Some(offset), tests),
                false => self.name_in(in_scope, named, None, &[]),
            };
            match found {
                Some(found) if is_own => return found,
                Some(found) => return self.tested_unless_bound(at, tests, &[], offset, found),
                None => {}
            }
        }
        let found = self.global(module, summary.name(named));
        let bindings = summary.entry_of(at.scope, named).map_or(&[][..], |entry| summary.bindings_in(entry));
        self.tested_unless_bound(at, tests, bindings, offset, found)
    }

    /// Returns the type of a name that no function around its use binds.
    fn global(&mut self, module: ModuleId, name: &str) -> Type {
        if let Some(found) = self.symbol(module, name) {
            return found;
        }
        let builtins = self.engine.standard_library("builtins");
        self.symbol(builtins, name).unwrap_or(Type::Unknown)
    }

    /// Returns what is known at `at` about the calls of the functions around a scope.
    fn context_in(&self, at: Location, scope: ScopeId) -> ContextId {
        let mut current = at.context;
        while let Some(context) = self.context(current) {
            let is_around = context.owner.module == at.module && {
                let summary = self.engine.summary(at.module);
                summary.is_inside(scope, summary.function(context.owner.function).scope)
            };
            if is_around {
                return current;
            }
            current = context.outer;
        }
        ContextId::FIRST
    }

    /// Returns the type of `name` in one scope: at an offset in its own scope, at any time in another.
    /// Returns `None` if the scope does not bind the name. Also returns `None` for a module that is queried
    /// as a whole, from inside a function or because of star imports.
    fn name_in(
        &mut self,
        at: Location,
        named: NameId,
        offset: Option<u32>,
        tests: &[Narrowing],
    ) -> Option<Type> {
        let module = at.module;
        let summary = self.summary(module);
        let scope = summary.scope(at.scope);
        let is_asked_as_a_whole = offset.is_none() || !scope.star_imports.is_empty();
        if scope.kind == ScopeKind::Module && is_asked_as_a_whole {
            return None;
        }
        if summary.type_parameters(at.scope).contains(&named) {
            return Some(self.variable_named(summary.name(named), None));
        }
        let parameter = self.parameter_named(module, scope, named);
        let Some(entry) = summary.entry_of(at.scope, named).filter(|entry| entry.len > 0) else {
            let (function, index) = parameter?;
            let found = self.parameter(function, index, at.context);
            let tested = self.tested(at, tests, 0, None, found);
            return Some(known_or_unknown(tested, found));
        };
        let bindings = summary.bindings_in(entry);
        let declared = self.declared_name(at, entry);
        if let Some((0, declared)) = declared.filter(|_| parameter.is_none()) {
            return Some(self.tested_unless_bound(at, tests, bindings, offset.unwrap_or(0), declared));
        }
        let Some((mut reaching, is_hidden)) = reaching(scope, entry.name, bindings, offset) else {
            return Some(Type::Unknown);
        };
        let parameter = parameter.filter(|_| !is_hidden);
        if let Some((first, declared)) = declared
            && parameter.is_none()
            && !reaching.is_empty()
            && reaching.iter().all(|reaching| first <= reaching.index as usize)
        {
            return Some(self.tested_unless_bound(at, tests, bindings, offset.unwrap_or(0), declared));
        }
        if reaching.is_empty() && parameter.is_none() {
            let Some(all) = all_of(bindings) else { return Some(Type::Unknown) };
            reaching = all;
        }
        let reaching = self.bindings_that_run(at, bindings, reaching);
        let given = parameter.map(|(function, index)| self.parameter(function, index, at.context));
        Some(self.reached(at, entry, reaching, given, tests))
    }

    /// Returns the type that some bindings of a name bring to a use, including its parameter if that
    /// reaches the use.
    fn reached(
        &mut self,
        at: Location,
        entry: Entry,
        reaching: Vec<Reaching>,
        given: Option<Type>,
        tests: &[Narrowing],
    ) -> Type {
        let summary = self.summary(at.module);
        let mut parts = Vec::with_capacity(reaching.len() + 1);
        let mut before_tests = Type::Never;
        for Reaching { index, loop_back } in reaching {
            let bound = summary.bindings[(entry.start + index) as usize].offset;
            let found = self.binding(at.module, entry.start + index, at.context);
            parts.push(self.tested(at, tests, bound, loop_back, found));
            if found != Type::Never {
                before_tests = found;
            }
        }
        if let Some(given) = given {
            parts.push(self.tested(at, tests, 0, None, given));
            before_tests = given;
        }
        known_or_unknown(self.union(parts), before_tests)
    }

    /// Returns the bindings that run in the analysed call.
    fn bindings_that_run(
        &mut self,
        at: Location,
        bindings: &[Binding],
        reaching: Vec<Reaching>,
    ) -> Vec<Reaching> {
        if at.context == ContextId::FIRST || reaching.len() < 2 {
            return reaching;
        }
        // A binding takes effect where its statement ends.
        let place = |reaching: &Reaching| bindings[reaching.index as usize].offset.saturating_sub(1);
        let running: Vec<Reaching> =
            reaching.iter().copied().filter(|reaching| !self.is_excluded(at, place(reaching))).collect();
        if running.is_empty() { reaching } else { running }
    }

    /// Returns the value to which the scope itself set `object.name` before the use. Returns `None` if it
    /// did not, or only to `None`, because another function assigns it.
    pub(super) fn set_attribute(
        &mut self,
        at: Location,
        id: ExpressionId,
        tests: &[Narrowing],
    ) -> Option<Type> {
        let summary = self.summary(at.module);
        let scope = summary.scope(at.scope);
        if !scope.binds_attributes {
            return None;
        }
        let entry = summary.entry(at.scope, &summary.dotted_name(id)?)?;
        let offset = summary.span(id).start;
        let (reaching, _) = match reaching_before(scope, entry.name, summary.bindings_in(entry), offset) {
            Some(found) if found.0.is_empty() => return None,
            Some(found) => found,
            None => return Some(Type::Unknown),
        };
        Some(self.reached(at, entry, reaching, None, tests)).filter(|set| *set != Type::None)
    }

    /// Returns the first annotated binding of a name, and its declared type. The type applies to this
    /// binding and those after it.
    fn declared_name(&mut self, at: Location, entry: Entry) -> Option<(usize, Type)> {
        let (first, annotation) = self.summary(at.module).first_annotation(entry)?;
        let declared = self.annotation(at, annotation);
        (declared != Type::Unknown).then_some((first, declared))
    }

    fn parameter_named(
        &mut self,
        module: ModuleId,
        scope: &Scope,
        name: NameId,
    ) -> Option<(FunctionRef, u32)> {
        let ScopeKind::Function(function) = scope.kind else { return None };
        let summary = self.summary(module);
        let parameters = &summary.function(function).parameters;
        let index = parameters.iter().position(|parameter| parameter.name == name)?;
        Some((FunctionRef { module, function }, index as u32))
    }

    /// Returns the type of `name` of a module for other modules, at the end of the module's execution.
    pub fn symbol(&mut self, module: ModuleId, name: &str) -> Option<Type> {
        let summary = self.summary(module);
        if let Some(entry) = summary.entry(Summary::MODULE_SCOPE, name) {
            return Some(self.memoised(Question::Symbol(module, entry.start), |inference| {
                inference.bound_symbol(module, entry, name)
            }));
        }
        let mut seen = FxHashSet::from_iter([module]);
        let stars = self.stars(module, name, &mut seen);
        if seen.len() > MAX_STAR_MODULES {
            return Some(Type::Unknown);
        }
        let star = (!stars.is_empty()).then(|| self.of_stars(&stars, name, Vec::new()));
        star.or_else(|| self.submodule(module, name))
    }

    fn bound_symbol(&mut self, module: ModuleId, entry: Entry, name: &str) -> Type {
        let summary = self.summary(module);
        let bindings = summary.bindings_in(entry);
        let at = Location::of_module(module);
        let scope = summary.scope(Summary::MODULE_SCOPE);
        let Some((reaching, is_hidden)) = reaching(scope, entry.name, bindings, Some(u32::MAX)) else {
            return Type::Unknown;
        };
        let own = match self.declared_name(at, entry) {
            Some((first, declared)) if reaching.iter().all(|reaching| first <= reaching.index as usize) => {
                declared
            }
            _ => {
                let reaching = if reaching.is_empty() { all_of(bindings) } else { Some(reaching) };
                let Some(reaching) = reaching else { return Type::Unknown };
                self.reached(at, entry, reaching, None, &[])
            }
        };
        let last = bindings.iter().rev().find(|binding| !binding.may_run_any_time());
        let last = last.filter(|_| is_hidden).map_or(0, |binding| binding.offset);
        let mut seen = FxHashSet::from_iter([module]);
        let mut stars = self.stars(module, name, &mut seen);
        if seen.len() > MAX_STAR_MODULES {
            return Type::Unknown;
        }
        stars.retain(|star| star.offset > last);
        if stars.is_empty() { own } else { self.of_stars(&stars, name, vec![own]) }
    }

    /// Returns the type that the last of some star imports bring. `before` is the type of the name if none
    /// of them is certain.
    fn of_stars(&mut self, stars: &[Star], name: &str, before: Vec<Type>) -> Type {
        let first = stars.iter().rposition(|star| star.is_certain);
        let homes: Vec<ModuleId> = stars[first.unwrap_or(0)..].iter().map(|star| star.home).collect();
        let mut parts: Vec<Type> =
            homes.into_iter().map(|home| self.symbol(home, name).unwrap_or(Type::Unknown)).collect();
        if first.is_none() {
            parts.extend(before);
        }
        self.union(parts)
    }

    /// Returns the star imports of a module that bring `name`, in source order, each with the modules that
    /// bind it. Stops when `seen` has more than [`MAX_STAR_MODULES`] modules.
    fn stars(&mut self, module: ModuleId, name: &str, seen: &mut FxHashSet<ModuleId>) -> Vec<Star> {
        let summary = self.summary(module);
        let mut stars = Vec::new();
        for import in &summary.scope(Summary::MODULE_SCOPE).star_imports {
            let target = self.engine.resolve(summary.name(import.module), module);
            if seen.len() > MAX_STAR_MODULES {
                break;
            }
            let Some(is_listed) = self.exports(target, name).filter(|_| !seen.contains(&target)) else {
                continue;
            };
            seen.insert(target);
            let is_certain = is_listed && import.is_unconditional;
            if self.summary(target).entry(Summary::MODULE_SCOPE, name).is_some() {
                stars.push(Star { home: target, offset: import.offset, is_certain });
                continue;
            }
            let behind = grow_stack(|| self.stars(target, name, seen));
            stars.extend(behind.into_iter().map(|star| Star {
                offset: import.offset,
                is_certain: is_certain && star.is_certain,
                ..star
            }));
        }
        stars
    }

    /// Returns whether `from module import *` certainly brings `name`, according to `__all__` if it is a
    /// plain list. Returns `None` if it does not bring the name.
    fn exports(&mut self, module: ModuleId, name: &str) -> Option<bool> {
        let summary = self.summary(module);
        let is_public = !name.starts_with('_');
        let value = match summary.bindings_of(Summary::MODULE_SCOPE, "__all__") {
            [] => return is_public.then_some(true),
            [only] if let Some(value) = only.kind.value() => value,
            _ => return is_public.then_some(false),
        };
        match summary.expression(value) {
            Expression::Display { collection: Collection::List, elements: list }
            | Expression::Tuple(list) => {
                let is_name = |element: &ExpressionId| match summary.expression(*element) {
                    Expression::String(text) => summary.name(text) == name,
                    _ => is_public,
                };
                summary.list(list).iter().any(is_name).then_some(true)
            }
            _ => is_public.then_some(false),
        }
    }

    pub(super) fn submodule(&mut self, module: ModuleId, name: &str) -> Option<Type> {
        if !self.engine.is_package(module) {
            return None;
        }
        let dotted = format!("{}.{name}", self.engine.module_name(module));
        self.module(&dotted, module)
    }

    /// Returns the module of this name, if there is one. An answer depends on its absence as well.
    pub(super) fn module(&mut self, name: &str, from: ModuleId) -> Option<Type> {
        let module = self.engine.resolve(name, from);
        self.summary(module);
        (!self.engine.is_absent(module)).then_some(Type::Module(module))
    }

    fn binding(&mut self, module: ModuleId, index: u32, context: ContextId) -> Type {
        let Binding { scope, kind, .. } = self.engine.summary(module).bindings[index as usize];
        let context = self.context_in(Location { module, scope, context }, scope);
        self.memoised(Question::Binding(module, index, context), |inference| {
            inference.summary(module);
            inference.bound(Location { module, scope, context }, kind)
        })
    }

    /// Returns the type that a binding binds.
    pub(super) fn bound(&mut self, at: Location, kind: BindingKind) -> Type {
        let Location { module, context, .. } = at;
        match kind {
            BindingKind::Value(value) => self.evaluate(at, value),
            BindingKind::Annotated { annotation, value } => match self.annotation(at, annotation) {
                Type::Unknown => value.map_or(Type::Unknown, |value| self.evaluate(at, value)),
                declared => declared,
            },
            BindingKind::Function(function) => self.function(FunctionRef { module, function }, context),
            BindingKind::Class(class) => self.class(module, class),
            BindingKind::Import { module: name } => {
                let name = self.summary(module).name(name);
                self.module(name, module).unwrap_or(Type::Unknown)
            }
            BindingKind::ImportFrom { module: source, name } => {
                let summary = self.summary(module);
                self.imported(module, summary.name(source), summary.name(name))
            }
            BindingKind::With { value, is_async } => {
                let manager = self.evaluate(at, value);
                self.entered(manager, is_async)
            }
            BindingKind::For { iterable, is_async } => {
                let iterable = self.evaluate(at, iterable);
                self.element(iterable, is_async)
            }
            BindingKind::Part { of, value, path } => {
                let whole = self.evaluate(at, value);
                let whole = match of {
                    PartOf::Value => whole,
                    PartOf::With => self.entered(whole, false),
                    PartOf::AsyncWith => self.entered(whole, true),
                    PartOf::For => self.element(whole, false),
                    PartOf::AsyncFor => self.element(whole, true),
                };
                let path = self.summary(module).path(path);
                self.part(whole, path)
            }
            BindingKind::Except(classes) => self.instances_of(at, classes),
            BindingKind::Matched { class: Some(class), .. } => self.instances_of(at, class),
            BindingKind::Matched { class: None, subject } => self.evaluate(at, subject),
            BindingKind::Alias(value) => {
                let form = self.annotation(at, value);
                self.form(form)
            }
            BindingKind::Opaque => Type::Unknown,
        }
    }

    /// Returns the type of a lambda, or of a function without known decorators.
    pub(super) fn plain_function(&mut self, function: FunctionRef, context: ContextId) -> Type {
        self.function_value(Callee { function, receiver: None, context, is_doubtful: false })
    }

    fn imported(&mut self, module: ModuleId, source: &str, name: &str) -> Type {
        let target = self.engine.resolve(source, module);
        self.summary(target);
        if self.engine.is_absent(target) {
            return Type::Unknown;
        }
        // `from . import name` in a package's own `__init__` means the submodule.
        if target == module {
            return self.submodule(target, name).unwrap_or(Type::Unknown);
        }
        match self.symbol(target, name) {
            Some(_) if self.may_be_submodule(target, name) => Type::Unknown,
            Some(found) => found,
            None => self.submodule(target, name).unwrap_or(Type::Unknown),
        }
    }

    /// Returns whether a name of a package may be the submodule of this name too: the import of that module replaces what the package binds, if
    /// the package does not import the module itself before. A package that binds names for type checkers alone may not import it.
    pub(super) fn may_be_submodule(&mut self, package: ModuleId, name: &str) -> bool {
        if !self.engine.is_package(package) || self.engine.origin(package) != Origin::FirstParty {
            return false;
        }
        let summary = self.summary(package);
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, name);
        if bindings.is_empty() {
            return false;
        }
        let Some(Type::Module(submodule)) = self.submodule(package, name) else { return false };
        let source = |binding: &Binding| match binding.kind {
            BindingKind::ImportFrom { module, name: imported } => {
                let source = self.engine.resolve(summary.name(module), package);
                (source, source == package && summary.name(imported) == name)
            }
            BindingKind::Import { .. } => (submodule, true),
            _ => (package, false),
        };
        let sources: Vec<(ModuleId, bool)> = bindings.iter().map(source).collect();
        let (is_itself, is_of_it) =
            (sources.iter().all(|(_, is_itself)| *is_itself), sources.iter().any(|(of, _)| *of == submodule));
        !is_itself && (!is_of_it || self.symbol(package, "TYPE_CHECKING").is_some())
    }
}

/// A star import that brings a name.
struct Star {
    /// The module that binds the name.
    home: ModuleId,
    /// The byte offset at which the import takes effect.
    offset: u32,
    /// Whether the import certainly runs and brings the name.
    is_certain: bool,
}

/// The maximum number of bindings that reach a use. With more, the use is unknown.
const MOST_REACHING: usize = 24;

/// A binding that reaches a use.
#[derive(Clone, Copy)]
pub(super) struct Reaching {
    /// The index of the binding among those of the name.
    pub(super) index: u32,
    /// The start of the loop that brings the binding back to the use, if the binding comes after the use.
    loop_back: Option<u32>,
}

/// The maximum number of modules that are searched for a name behind star imports. Behind more, the name is unknown.
const MAX_STAR_MODULES: usize = 2_500;

/// Returns the bindings that reach a use at `offset`, nearest first, and whether they shadow everything
/// bound before the scope's first binding. Without an offset, the scope is seen from a nested function that
/// may run at any time, so all bindings reach. Returns `None` if there are too many.
fn reaching(
    scope: &Scope,
    name: NameId,
    bindings: &[Binding],
    offset: Option<u32>,
) -> Option<(Vec<Reaching>, bool)> {
    match offset {
        Some(offset) => reaching_before(scope, name, bindings, offset),
        None => Some((all_of(bindings)?, false)),
    }
}

/// Returns all bindings of a name; `None` if there are too many.
fn all_of(bindings: &[Binding]) -> Option<Vec<Reaching>> {
    let all = (0..bindings.len() as u32).map(|index| Reaching { index, loop_back: None });
    (bindings.len() <= MOST_REACHING).then(|| all.collect())
}

/// Returns the bindings before `offset`, or later in an enclosing loop, that no other binding shadows,
/// nearest first. Also returns whether the last of them shadows everything before. Returns `None` if there
/// are too many.
pub(super) fn reaching_before(
    scope: &Scope,
    name: NameId,
    bindings: &[Binding],
    offset: u32,
) -> Option<(Vec<Reaching>, bool)> {
    let joined = scope.joined_before(name, offset);
    let mut reaching = Vec::new();
    let mut hidden_before = joined;
    let before = 0..bindings.partition_point(|binding| binding.offset <= offset);
    for index in before.chain(scope.bindings_brought_back(bindings, offset)).rev() {
        let binding = &bindings[index];
        if joined.is_some_and(|joined| binding.offset < joined) {
            break;
        }
        let is_before = binding.is_seen_behind(offset);
        let loop_back = if is_before { None } else { scope.loop_back(binding, offset) };
        if is_before || loop_back.is_some() {
            reaching.push(Reaching { index: index as u32, loop_back });
        }
        if reaching.len() > MOST_REACHING {
            return None;
        }
        if is_before && binding.hides_at(offset) {
            hidden_before = Some(binding.offset);
            break;
        }
    }
    // What a loop brings back passes what hides inside of that loop.
    reaching.retain(|binding| {
        binding.loop_back.is_none_or(|start| hidden_before.is_none_or(|from| from < start))
    });
    Some((reaching, hidden_before.is_some()))
}
