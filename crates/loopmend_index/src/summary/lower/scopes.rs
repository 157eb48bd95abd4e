//! Open scopes during lowering, and their final form.

use loopmend_core::Span;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::names::Names;
use super::super::{
    Binding, BindingKind, Entry, Expression, ExpressionId, Function, FunctionId, List, NameId, Overloads,
    Scope, ScopeId, ScopeKind, Summary,
};
use super::narrowing::{HeldNarrowing, HeldTest};
use super::{Lowering, WHOLE_SCOPE};

/// The number of bindings that most functions do not exceed.
const USUAL_BINDINGS: usize = 8;

pub(super) struct OpenScope {
    pub(super) scope: Scope,
    pub(super) bindings: Vec<(NameId, Binding)>,
    /// The number of bindings at the last `break` or `continue`.
    pub(super) bindings_at_jump: usize,
    pub(super) is_generator: bool,
    /// Whether code in the scope may raise explicitly.
    pub(super) may_refuse: bool,
    pub(super) raised: Vec<ExpressionId>,
    pub(super) returned: Vec<ExpressionId>,
    pub(super) yielded: Vec<ExpressionId>,
    pub(super) yielded_from: Vec<ExpressionId>,
    /// The awaited expressions.
    pub(super) awaited: Vec<ExpressionId>,
    /// The context managers of `async with`, in code of the project.
    pub(super) entered: Vec<ExpressionId>,
    /// Whether the scope has an `async for`, or an `async with` in code outside of the project.
    pub(super) suspends_otherwise: bool,
    /// The number of comprehensions that await something while they run. Generator expressions run later.
    pub(super) async_comprehensions: usize,
    /// The tests whose results names hold.
    pub(super) held_tests: FxHashMap<NameId, HeldTest>,
    /// The narrowings that follow from tests of those names.
    pub(super) held_narrowings: Vec<HeldNarrowing>,
}

/// A binding that a function makes in an enclosing scope.
pub(super) struct Deferred {
    pub(super) from: ScopeId,
    pub(super) name: NameId,
    pub(super) kind: BindingKind,
}

impl Lowering<'_> {
    pub(super) fn open_scope(&mut self, kind: ScopeKind, parent: Option<ScopeId>) -> ScopeId {
        let scope = Scope {
            kind,
            parent,
            entries: Vec::new(),
            star_imports: Vec::new(),
            globals: Vec::new(),
            nonlocals: Vec::new(),
            binds_attributes: false,
            narrowings: Vec::new(),
            joins: Vec::new(),
            loops: Vec::new(),
            outermost_loops: Vec::new(),
            first_call: 0,
            end_of_calls: 0,
        };
        self.scopes.push(OpenScope {
            scope,
            bindings: Vec::with_capacity(USUAL_BINDINGS),
            bindings_at_jump: 0,
            is_generator: false,
            may_refuse: false,
            raised: Vec::new(),
            returned: Vec::new(),
            yielded: Vec::new(),
            yielded_from: Vec::new(),
            awaited: Vec::new(),
            entered: Vec::new(),
            suspends_otherwise: false,
            async_comprehensions: 0,
            held_tests: FxHashMap::default(),
            held_narrowings: Vec::new(),
        });
        ScopeId(self.scopes.len() as u32 - 1)
    }

    /// Returns the scope of the current statement.
    pub(super) fn current(&mut self) -> &mut OpenScope {
        &mut self.scopes[self.at.scope.index()]
    }

    /// Returns the functions around the current statement, innermost first.
    pub(super) fn functions_around(&self) -> impl Iterator<Item = FunctionId> {
        let scope = |id: ScopeId| &self.scopes[id.index()].scope;
        let around = std::iter::successors(Some(self.at.scope), move |id| scope(*id).parent);
        around.filter_map(move |id| match scope(id).kind {
            ScopeKind::Function(function) => Some(function),
            ScopeKind::Module | ScopeKind::Class(_) => None,
        })
    }

    /// Returns the innermost function around the current statement.
    pub(super) fn function_here(&self) -> Option<&Function> {
        self.functions_around().next().map(|id| &self.functions[id.index()])
    }

    /// Moves the bindings by `global` and `nonlocal` to their scopes.
    pub(super) fn place_deferred(&mut self) {
        if self.deferred.is_empty() {
            return;
        }
        let bound = self.names_bound_in_functions();
        for Deferred { from, name, kind } in std::mem::take(&mut self.deferred) {
            let scope = self.deferred_scope(from, name, &bound);
            let block = Span::empty(Binding::ANY_TIME);
            let unseen = Span::default();
            let binding =
                Binding { offset: Binding::ANY_TIME, block, in_loop: WHOLE_SCOPE, unseen, scope: from, kind };
            self.scopes[scope.index()].bindings.push((name, binding));
        }
    }

    fn names_bound_in_functions(&self) -> FxHashSet<(ScopeId, NameId)> {
        let scopes = self.scopes.iter().enumerate();
        let functions = scopes.filter(|(_, open)| matches!(open.scope.kind, ScopeKind::Function(_)));
        let names = functions.flat_map(|(index, open)| {
            let lasting = open.bindings.iter().filter(|(_, binding)| !binding.is_confined());
            lasting.map(move |(name, _)| (ScopeId(index as u32), *name))
        });
        names.collect()
    }

    fn deferred_scope(&self, from: ScopeId, name: NameId, bound: &FxHashSet<(ScopeId, NameId)>) -> ScopeId {
        let scope_of = |id: ScopeId| &self.scopes[id.index()].scope;
        if scope_of(from).globals.contains(&name) {
            return Summary::MODULE_SCOPE;
        }
        let mut parent = scope_of(from).parent;
        while let Some(id) = parent {
            if bound.contains(&(id, name)) {
                return id;
            }
            parent = scope_of(id).parent;
        }
        Summary::MODULE_SCOPE
    }

    pub(super) fn sort_attributes(&mut self) {
        for class in &mut self.classes {
            class.attributes.sort_by_key(|attribute| (attribute.name, attribute.offset));
            class.attributes.shrink_to_fit();
        }
    }

    pub(super) fn mark_overloads(&mut self, names: &Names, scopes: &[Scope], bindings: &[Binding]) {
        for entry in scopes.iter().flat_map(|scope| &scope.entries).filter(|entry| entry.len > 1) {
            let of_name = &bindings[entry.start as usize..(entry.start + entry.len) as usize];
            let functions: Vec<FunctionId> = of_name
                .iter()
                .filter_map(|binding| match binding.kind {
                    BindingKind::Function(function) => Some(function),
                    _ => None,
                })
                .collect();
            if !functions.iter().any(|function| self.is_decorated_as_overload(*function, names)) {
                continue;
            }
            let all_async = functions.iter().all(|function| self.functions[function.index()].is_async);
            for function in functions {
                let overloads = if all_async { Overloads::AllAsync } else { Overloads::Mixed };
                self.functions[function.index()].overloads = overloads;
            }
        }
    }

    fn is_decorated_as_overload(&self, function: FunctionId, names: &Names) -> bool {
        let List { start, len } = self.functions[function.index()].decorators;
        self.lists[start as usize..(start + len) as usize].iter().any(|decorator| {
            match self.expressions[decorator.index()] {
                Expression::Name(name) | Expression::Attribute { name, .. } => names.get(name) == "overload",
                _ => false,
            }
        })
    }
}

/// Returns the scopes and all their bindings, sorted.
pub(super) fn close(open: Vec<OpenScope>) -> (Vec<Scope>, Vec<Binding>) {
    let mut bindings = Vec::with_capacity(open.iter().map(|open| open.bindings.len()).sum());
    // Collected in place, they would keep the room of the open ones.
    let mut scopes = Vec::with_capacity(open.len());
    scopes.extend(open.into_iter().map(|open| close_scope(open, &mut bindings)));
    (scopes, bindings)
}

fn close_scope(open: OpenScope, bindings: &mut Vec<Binding>) -> Scope {
    let OpenScope { mut scope, bindings: mut own, .. } = open;
    own.sort_by_key(|(name, binding)| (*name, binding.is_confined(), binding.offset));
    let by_name = || own.chunk_by(|(a, _), (b, _)| a == b);
    scope.entries.reserve_exact(by_name().count());
    for of_name in by_name() {
        let start = bindings.len() as u32;
        bindings.extend(of_name.iter().map(|(_, binding)| *binding));
        let len = of_name.partition_point(|(_, binding)| !binding.is_confined());
        let confined = (of_name.len() - len) as u32;
        let is_annotated =
            |(_, binding): &(_, Binding)| matches!(binding.kind, BindingKind::Annotated { .. });
        let first_annotated = of_name[..len].iter().position(is_annotated).unwrap_or(len) as u32;
        scope.entries.push(Entry { name: of_name[0].0, start, len: len as u32, confined, first_annotated });
    }
    scope.narrowings.sort_by_key(|narrowing| narrowing.range.start);
    scope.narrowings.shrink_to_fit();
    scope.joins.sort_by_key(|join| join.name);
    scope.joins.shrink_to_fit();
    scope.outermost_loops = outermost(&scope.loops);
    scope
}

/// Returns the loops that are in no other one. The loops are in source order.
fn outermost(loops: &[Span]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for around in loops {
        if found.last().is_none_or(|last| last.end < around.end) {
            found.push(*around);
        }
    }
    found
}
