//! Queries on a single summary that need no inference.

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use rustc_hash::FxHashSet;

use crate::call_targets::root_of;

use super::bound_values::BoundValues;
use super::nesting::Nesting;
use super::{
    Argument, ArgumentKind, ArgumentsId, Binding, BindingKind, CallSite, ClassId, Entry, Expression,
    ExpressionId, Function, FunctionId, List, NameId, Scope, ScopeId, ScopeKind, Summary, Suspension, Test,
};

/// The method that looks up every attribute of an object.
const LOOKUP: &str = "__getattribute__";

/// The maximum length of a chain of calls, attributes and items whose parts are queried one by one.
const LONGEST_CHAIN: usize = 64;

/// A call as written.
#[derive(Clone, Copy)]
pub struct CallView {
    /// The expression before the parentheses.
    pub callee: ExpressionId,
    /// The arguments.
    pub arguments: ArgumentsId,
}

impl Scope {
    /// Returns the start of the last statement before a use at `offset` that binds `name` on all its paths.
    /// It hides earlier bindings.
    pub fn joined_before(&self, name: NameId, offset: u32) -> Option<u32> {
        let end = self.joins.partition_point(|join| (join.name, join.statement.end) <= (name, offset));
        let of_name = self.joins[..end].iter().rev().take_while(|join| join.name == name);
        let mut hiding = of_name.filter(|join| offset <= join.until);
        let last = hiding.next()?.statement;
        // Only at its end can a statement inside of it hide what it hides, and more.
        let inside = hiding.take_while(|join| last.end == offset && last.start <= join.statement.start);
        inside.map(|join| join.statement.start).chain([last.start]).max()
    }

    /// Returns the indices of the bindings after a use at `offset` that a loop around the use, or another function, can bring back to
    /// the use. `bindings` are those of one name, without the confined ones.
    pub fn bindings_brought_back(
        &self,
        bindings: &[Binding],
        offset: u32,
    ) -> impl DoubleEndedIterator<Item = usize> {
        let after = bindings.partition_point(|binding| binding.offset <= offset);
        let place = self.outermost_loops.partition_point(|around| around.end <= offset);
        let around = self.outermost_loops.get(place).filter(|around| around.start <= offset);
        let in_loop = around.map_or(after, |around| {
            bindings.partition_point(|binding| binding.offset <= offset.max(around.end))
        });
        let any_time = bindings.partition_point(|binding| binding.offset < Binding::ANY_TIME);
        (after..in_loop).chain(in_loop.max(any_time)..bindings.len())
    }

    /// Returns the start of the innermost loop that brings a binding back to a use at `offset`.
    pub fn loop_back(&self, binding: &Binding, offset: u32) -> Option<u32> {
        let within = binding.in_loop;
        if !(within.start <= offset && offset < within.end) {
            return None;
        }
        if binding.may_run_any_time() {
            return Some(binding.offset);
        }
        let has = |around: &Span, place: u32| around.start <= place && place <= around.end;
        let innermost =
            self.loops.iter().rfind(|around| has(around, offset) && has(around, binding.offset))?;
        let is_within = within.start <= innermost.start && innermost.end <= within.end;
        is_within.then_some(innermost.start)
    }
}

impl Summary {
    /// Returns whether the module has an `async def`.
    pub fn has_async_functions(&self) -> bool {
        self.functions.iter().any(|function| function.is_async)
    }

    /// Returns the packages that are imported anywhere in the module, with repetitions.
    pub fn imported_packages(&self) -> impl Iterator<Item = &str> {
        self.bindings.iter().filter_map(|binding| match binding.kind {
            BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => {
                Some(root_of(self.name(module)))
            }
            _ => None,
        })
    }

    /// Returns whether a function has no body, and is annotated to return an asynchronous iterator.
    pub fn declares_async_iterator(&self, function: FunctionId) -> bool {
        let definition = self.function(function);
        let stated = definition.returns.map(|returns| match self.expression(returns) {
            Expression::Subscript { value, .. } => value,
            _ => returns,
        });
        let name = stated.and_then(|stated| self.last_name(stated));
        definition.is_placeholder && named(name).has(Role::AsyncIteratorType)
    }

    /// Returns whether a function only returns results of calls, in several places.
    pub fn hands_on_calls(&self, function: &Function) -> bool {
        let returned = self.list(function.returned);
        let is_call = |id: &ExpressionId| matches!(self.expression(*id), Expression::Call { .. });
        returned.len() > 1 && returned.iter().all(is_call)
    }

    /// Returns an expression, its callee or operand, and so on: `a.b().c`, `a.b()`, `a.b`, `a`.
    pub fn chain(&self, expression: ExpressionId) -> impl Iterator<Item = ExpressionId> {
        std::iter::successors(Some(expression), |id| match self.expression(*id) {
            Expression::Call { callee: inner, .. }
            | Expression::Attribute { value: inner, .. }
            | Expression::Subscript { value: inner, .. } => Some(inner),
            _ => None,
        })
    }

    /// Returns the outer parts of a chain, limited to the number that may be queried one by one.
    pub fn short_chain(&self, expression: ExpressionId) -> impl Iterator<Item = ExpressionId> {
        self.chain(expression).take(LONGEST_CHAIN)
    }

    /// Returns whether an expression is a chain that is too long to query its parts one by one, which takes
    /// quadratic time.
    pub fn is_long_chain(&self, expression: ExpressionId) -> bool {
        self.chain(expression).nth(LONGEST_CHAIN).is_some()
    }

    /// Returns the names of the `async def` functions, and the last names of awaited callees, with
    /// repetitions.
    pub(crate) fn awaited_names(&self) -> impl Iterator<Item = &str> {
        let functions = self.functions.iter().filter(|function| function.is_async);
        let is_awaited = |call: &&CallSite| call.usage.is_awaited();
        let calls = self.calls.iter().filter(is_awaited);
        let called = calls.filter_map(|call| self.last_name(call.expression));
        functions.map(|function| self.name(function.name)).chain(called)
    }

    /// Returns whether a scope equals another one or is inside it.
    pub fn is_inside(&self, scope: ScopeId, outer: ScopeId) -> bool {
        self.scopes_from(scope).any(|id| id == outer)
    }

    /// Returns a scope and its enclosing scopes, innermost first.
    pub fn scopes_from(&self, scope: ScopeId) -> impl Iterator<Item = ScopeId> {
        std::iter::successors(Some(scope), |id| self.scope(*id).parent)
    }

    /// Returns the function whose body contains a scope. A class body runs with the enclosing code.
    pub fn function_around(&self, scope: ScopeId) -> Option<FunctionId> {
        self.scopes_from(scope).find_map(|id| self.enclosing_function(id))
    }

    /// Returns whether a call is in a `for` or `while` of its scope.
    pub fn is_in_loop(&self, site: &CallSite) -> bool {
        let call = self.span(site.expression);
        self.scope(site.scope).loops.iter().any(|around| around.contains(call))
    }

    /// Returns the innermost function at an offset, including its header; `None` in a `lambda`.
    pub fn function_at(&self, place: u32) -> Option<FunctionId> {
        let (id, _) = self.nesting().around(place).next()?;
        let function = self.function(id);
        (function.header.end < function.end).then_some(id)
    }

    /// Returns the function with a header, without its decorators.
    pub fn function_with_header(&self, header: Span) -> Option<FunctionId> {
        let mut around = self.nesting().around(header.start).map(|(function, _)| function);
        around.find(|function| self.function(*function).header == header)
    }

    /// Returns the scope of the innermost function or lambda around a range, or that of the module.
    pub fn function_scope_around(&self, place: Span) -> ScopeId {
        let mut around = self.nesting().around(place.start).filter(|(_, range)| place.end <= range.end);
        around.next().map_or(Self::MODULE_SCOPE, |(function, _)| self.function(function).scope)
    }

    pub(super) fn nesting(&self) -> &Nesting {
        self.nesting.get_or_init(|| Nesting::of(self))
    }

    /// Returns whether a name is a parameter of a function around a scope.
    pub fn is_parameter(&self, scope: ScopeId, name: NameId) -> bool {
        let functions = self.scopes_from(scope).filter_map(|scope| self.enclosing_function(scope));
        functions.map(|id| self.function(id)).any(|function| function.has_parameter(name))
    }

    /// Returns the calls in a scope and the scopes inside it, in source order.
    pub fn calls_inside(&self, scope: ScopeId) -> impl Iterator<Item = &CallSite> + Clone {
        self.calls_from(scope).filter(move |site| self.is_inside(site.scope, scope))
    }

    /// Returns the calls in a scope itself, in source order.
    pub fn calls_in(&self, scope: ScopeId) -> impl Iterator<Item = &CallSite> + Clone {
        self.calls_from(scope).filter(move |site| site.scope == scope)
    }

    /// Returns the calls from the first one in a scope or inside it to the last one.
    fn calls_from(&self, scope: ScopeId) -> std::slice::Iter<'_, CallSite> {
        let scope = self.scope(scope);
        self.calls[scope.first_call as usize..scope.end_of_calls as usize].iter()
    }

    /// Returns the calls that run in a function itself, not in functions inside it, in source order.
    pub fn calls_of(&self, function: FunctionId) -> impl Iterator<Item = &CallSite> {
        let inside = self.calls_inside(self.function(function).scope);
        inside.filter(move |site| self.function_around(site.scope) == Some(function))
    }

    /// Returns the positional and keyword arguments of the calls that are not meant to fail, each with its call and its place among the
    /// arguments.
    pub fn plain_arguments(&self) -> impl Iterator<Item = (&CallSite, usize, ExpressionId)> {
        self.calls.iter().filter(|site| !site.expects_exception).flat_map(|site| {
            let given = self.arguments_of(site.expression).unwrap_or_default().iter().enumerate();
            let plain = given.filter(|(_, argument)| {
                matches!(argument.kind, ArgumentKind::Positional | ArgumentKind::Keyword(_))
            });
            plain.map(move |(place, argument)| (site, place, argument.value))
        })
    }

    /// Returns the calls of names, or of aliases under which the module imports them, in source order.
    pub fn calls_named<'n>(&self, known: impl IntoIterator<Item = &'n str>) -> Vec<&CallSite> {
        let names = self.names_or_aliases(known);
        if names.is_empty() {
            return Vec::new();
        }
        let is_named = |site: &&CallSite| {
            let callee = self.callee_or_itself(site.expression);
            self.last_name_id(callee).is_some_and(|name| names.contains(&name))
        };
        self.calls.iter().filter(is_named).collect()
    }

    /// Returns those of some names that the module has, with the aliases under which it imports them.
    pub fn names_or_aliases<'n>(&self, known: impl IntoIterator<Item = &'n str>) -> FxHashSet<NameId> {
        let mut names: FxHashSet<NameId> =
            known.into_iter().filter_map(|name| self.names.find(name)).collect();
        if names.is_empty() {
            return names;
        }
        let entries = self.scopes.iter().flat_map(|scope| &scope.entries);
        let is_alias = |entry: &&Entry| {
            self.bindings_in(**entry).iter().any(
                |binding| matches!(binding.kind, BindingKind::ImportFrom { name, .. } if names.contains(&name)),
            )
        };
        let aliases: Vec<NameId> = entries.filter(is_alias).map(|entry| entry.name).collect();
        names.extend(aliases);
        names
    }

    /// Returns the bindings of a name in the nearest scope that has some.
    pub fn nearest_bindings(&self, scope: ScopeId, name: &str) -> &[Binding] {
        self.names.find(name).map_or(&[], |name| self.nearest_bindings_of(scope, name))
    }

    /// Returns the bindings of a name, given by ID, in the nearest scope that has some.
    pub fn nearest_bindings_of(&self, scope: ScopeId, name: NameId) -> &[Binding] {
        let entries = self.scopes_from(scope).filter_map(|scope| self.entry_of(scope, name));
        let mut bindings = entries.map(|entry| self.bindings_in(entry));
        bindings.find(|bindings| !bindings.is_empty()).unwrap_or_default()
    }

    /// Returns whether a decorator says that a method is left to subclasses: `abstractmethod`, `abc.abstractmethod`, `abstractproperty`.
    pub fn is_abstract_method(&self, function: FunctionId) -> bool {
        let mut decorators = self.list(self.function(function).decorators).iter();
        decorators
            .any(|decorator| self.last_name(*decorator).is_some_and(|name| name.starts_with("abstract")))
    }

    /// Returns the type parameters of the function or class with this scope (PEP 695).
    pub fn type_parameters(&self, scope: ScopeId) -> &[NameId] {
        match self.scope(scope).kind {
            ScopeKind::Function(function) => &self.function(function).type_parameters,
            ScopeKind::Class(class) => &self.class(class).type_parameters,
            ScopeKind::Module => &[],
        }
    }

    /// Returns the string value of a literal expression.
    pub fn text_of(&self, id: ExpressionId) -> Option<&str> {
        match self.expression(id) {
            Expression::String(text) => Some(self.name(text)),
            _ => None,
        }
    }

    /// Returns whether an expression is a collection without elements: `[]`.
    pub fn is_empty_display(&self, id: ExpressionId) -> bool {
        matches!(self.expression(id), Expression::Display { elements, .. } if elements.len == 0)
    }

    /// Returns whether a place in a scope is in a block that expects an exception.
    pub fn expects_exception_at(&self, scope: ScopeId, place: Span) -> bool {
        self.expectations.iter().any(|expected| expected.scope == scope && expected.body.contains(place))
    }

    /// Returns the enclosing scope, in which the decorators, defaults and bases of a function or class are
    /// evaluated; for the module scope, that scope.
    pub fn scope_around(&self, scope: ScopeId) -> ScopeId {
        self.scope(scope).parent.unwrap_or(Self::MODULE_SCOPE)
    }

    /// Returns the attributes of an object that tests at its place show not to be coroutine functions.
    pub fn tested_as_plain(&self, scope: ScopeId, object: ExpressionId) -> impl Iterator<Item = &str> {
        let offset = self.span(object).start;
        let holding = self.scope(scope).narrowings.iter().filter(move |narrowing| {
            narrowing.is_negated
                && matches!(narrowing.test, Test::CoroutineFunction)
                && (narrowing.range.start..narrowing.range.end).contains(&offset)
        });
        holding.filter_map(move |narrowing| {
            let (tested, attribute) = self.name(narrowing.name).rsplit_once('.')?;
            self.is_dotted_name(object, tested).then_some(attribute)
        })
    }

    /// Returns the range of the outermost `def` statement around a place, without its decorators.
    pub fn outermost_function_around(&self, place: u32) -> Option<Span> {
        let is_lambda = |function: FunctionId| self.name(self.function(function).name) == "<lambda>";
        let ranges = self.nesting().around(place).filter(|(function, _)| !is_lambda(*function));
        ranges.last().map(|(_, range)| range)
    }

    /// Returns the functions bound to a name in a scope, in source order.
    pub fn functions_named(&self, scope: ScopeId, name: &str) -> impl Iterator<Item = FunctionId> {
        self.bindings_of(scope, name).iter().filter_map(|binding| match binding.kind {
            BindingKind::Function(function) => Some(function),
            _ => None,
        })
    }

    /// Returns the functions bound to a name, in source order.
    pub fn functions_named_by(&self, entry: Entry) -> impl Iterator<Item = FunctionId> {
        self.bindings_in(entry).iter().filter_map(|binding| match binding.kind {
            BindingKind::Function(function) => Some(function),
            _ => None,
        })
    }

    /// Returns the class bound to a name at the top level of the module.
    pub fn class_named(&self, name: &str) -> Option<ClassId> {
        self.bindings_of(Self::MODULE_SCOPE, name).iter().find_map(|binding| match binding.kind {
            BindingKind::Class(class) => Some(class),
            _ => None,
        })
    }

    /// Returns whether a function is decorated with `overload`.
    pub fn is_overload(&self, function: FunctionId) -> bool {
        let decorators = self.list(self.function(function).decorators);
        decorators.iter().any(|decorator| self.last_name(*decorator) == Some("overload"))
    }

    /// Returns whether a function or lambda is nested in this function. Functions are numbered in source
    /// order, outer ones first.
    pub fn has_inner_functions(&self, function: FunctionId) -> bool {
        let own = self.function(function).scope;
        let next = self.functions.get(function.index() + 1);
        next.is_some_and(|next: &Function| self.is_inside(next.scope, own))
    }

    /// Returns whether the body of a function may be more precise than its annotation. The annotation is
    /// missing, states only an awaitable or callable, or is a type variable. An imported annotation may be
    /// an alias of these.
    pub fn body_decides(&self, function: FunctionId) -> bool {
        match self.function(function).returns {
            Some(returns) => self.may_say_little(function, returns),
            None => true,
        }
    }

    fn may_say_little(&self, function: FunctionId, annotation: ExpressionId) -> bool {
        match self.expression(annotation) {
            Expression::Name(name) => {
                self.may_be_vague(self.name(name)) || self.is_type_parameter(function, name)
            }
            Expression::Attribute { name, .. } => is_vague(self.name(name)),
            Expression::Subscript { value, slice } => {
                let is_transparent = self.last_roles(value).has(Role::TransparentAnnotation);
                match is_transparent {
                    true => self.may_say_little(function, slice),
                    false => self.last_name(value).is_some_and(is_vague),
                }
            }
            Expression::Tuple(parts) => {
                self.list(parts).iter().any(|part| self.may_say_little(function, *part))
            }
            Expression::Binary { left, right, .. } => {
                self.may_say_little(function, left) || self.may_say_little(function, right)
            }
            _ => false,
        }
    }

    /// Returns whether a plain function has a return annotation that is not awaitable. Type variables count
    /// as not awaitable.
    pub fn states_no_awaitable(&self, function: FunctionId) -> bool {
        let definition = self.function(function);
        !definition.is_async && definition.returns.is_some_and(|returns| !self.says_awaitable(returns))
    }

    fn says_awaitable(&self, annotation: ExpressionId) -> bool {
        match self.expression(annotation) {
            Expression::Name(name) | Expression::Attribute { name, .. } => is_vague(self.name(name)),
            Expression::Subscript { value, slice } => {
                self.says_awaitable(value) || self.says_awaitable(slice)
            }
            Expression::Tuple(parts) => self.list(parts).iter().any(|part| self.says_awaitable(*part)),
            Expression::Binary { left, right, .. } => self.says_awaitable(left) || self.says_awaitable(right),
            Expression::String(_) => true,
            _ => false,
        }
    }

    /// Returns whether a name is a type parameter of a function, or of an enclosing function or class.
    fn is_type_parameter(&self, function: FunctionId, name: NameId) -> bool {
        let mut around = self.scopes_from(self.function(function).scope);
        around.any(|scope| self.type_parameters(scope).contains(&name))
    }

    /// Returns whether a name is vague, or may be an alias of a vague type because it is imported or bound
    /// to a value.
    fn may_be_vague(&self, name: &str) -> bool {
        let bindings = self.bindings_of(Self::MODULE_SCOPE, name);
        is_vague(name)
            || bindings.iter().any(|binding| match binding.kind {
                BindingKind::ImportFrom { module, .. } => {
                    self.name(module) != "collections.abc" && !is(self.name(module), Role::TypingModule)
                }
                BindingKind::Value(_) | BindingKind::Alias(_) | BindingKind::Annotated { .. } => true,
                _ => false,
            })
    }

    /// Returns whether a decorator is a pytest mark, which does not change the marked function.
    pub fn is_mark(&self, decorator: ExpressionId) -> bool {
        let name = self.dotted_name(self.callee_or_itself(decorator));
        name.is_some_and(|name| name.starts_with("pytest.mark.") || name.starts_with("mark."))
    }

    /// Returns the functions of a scope whose fixture decorator states this name:
    /// `@pytest.fixture(name="client")`.
    pub fn fixtures_with_name(&self, scope: ScopeId, name: &str) -> impl Iterator<Item = FunctionId> {
        let of_name = self.stated_names.iter().filter(move |(_, stated)| self.name(*stated) == name);
        let in_scope = of_name
            .map(|(function, _)| *function)
            .filter(move |id| self.scope(self.function(*id).scope).parent == Some(scope));
        let mut last = None;
        in_scope.filter(move |id| last.replace(*id) != Some(*id))
    }

    /// Computes [`Summary::stated_names`].
    pub(super) fn find_stated_names(&self) -> Vec<(FunctionId, NameId)> {
        let functions = (0..self.functions.len() as u32).map(FunctionId);
        let stated = functions.flat_map(|id| {
            let decorators = self.list(self.function(id).decorators).iter();
            decorators.filter_map(move |decorator| Some((id, self.keyword_name(*decorator, "name")?)))
        });
        stated.collect()
    }

    /// Returns whether a name of a class is a method, a class, or an alias of a method.
    pub fn is_defined_in_body(&self, class: ScopeId, kind: BindingKind) -> bool {
        match kind {
            BindingKind::Function(_) | BindingKind::Class(_) => true,
            BindingKind::Value(value) => match self.expression(value) {
                Expression::Name(name) => self.functions_named(class, self.name(name)).next().is_some(),
                _ => false,
            },
            _ => false,
        }
    }

    /// Sets [`Class::intercepts_attributes`], [`Class::hides_attributes`] and [`Class::adds_attributes`].
    pub(super) fn find_attribute_hooks(&mut self, class: ClassId) {
        let scope = self.class(class).scope;
        let intercepts = !self.bindings_of(scope, "__getattr__").is_empty();
        let bound = self.bindings_of(scope, LOOKUP).last().map(|binding| binding.kind);
        let (hides, adds) = match bound {
            None => (false, false),
            Some(BindingKind::Function(function)) => {
                let returned = self.list(self.function(function).returned);
                let asks_base = |value: &ExpressionId| self.last_name(*value) == Some(LOOKUP);
                (!returned.iter().any(asks_base), !self.only_asks_base(function))
            }
            Some(_) => (true, true),
        };
        let class = &mut self.classes[class.index()];
        class.intercepts_attributes = intercepts;
        class.hides_attributes = hides;
        class.adds_attributes = adds;
    }

    /// Returns whether a `__getattribute__` only returns what that of a base returns for the same name.
    fn only_asks_base(&self, lookup: FunctionId) -> bool {
        let definition = self.function(lookup);
        let Some(name) = definition.parameters.get(1).map(|parameter| parameter.name) else { return false };
        let is_kept = self.entry_of(definition.scope, name).is_none_or(|entry| entry.len == 0);
        let returned = self.list(definition.returned);
        let asks_base = |value: &ExpressionId| {
            let given = self.arguments_of(*value).and_then(|given| given.last());
            let is_name = |given: &Argument| matches!(self.expression(given.value), Expression::Name(given) if given == name);
            self.last_name(*value) == Some(LOOKUP) && given.is_some_and(is_name)
        };
        is_kept && !definition.falls_through && !returned.is_empty() && returned.iter().all(asks_base)
    }

    /// Returns the name that a call is bound to, if the name is bound to nothing else in its scope.
    pub fn only_name_of(&self, site: &CallSite) -> Option<&str> {
        self.only_name_bound(site, |kind| match kind {
            BindingKind::Value(value) => Some(value),
            _ => None,
        })
    }

    /// Returns the name that a call is bound to, possibly with an annotation, if the name is bound to
    /// nothing else in its scope.
    pub fn only_name_holding(&self, site: &CallSite) -> Option<&str> {
        self.only_name_bound(site, BindingKind::value)
    }

    fn only_name_bound(
        &self,
        site: &CallSite,
        value_of: impl Fn(BindingKind) -> Option<ExpressionId>,
    ) -> Option<&str> {
        let entries = self.scope(site.scope).entries.iter();
        let mut names = entries.filter_map(|entry| match self.bindings_in(*entry) {
            [only] => (value_of(only.kind) == Some(site.expression)).then(|| self.name(entry.name)),
            _ => None,
        });
        names.next()
    }

    /// Returns whether a name of the scope is bound to a call, or to an expression that contains it.
    pub fn is_bound_to_name(&self, site: &CallSite) -> bool {
        let values = self.bound_values.get_or_init(|| BoundValues::of(self));
        values.contain(site.scope, self.span(site.expression))
    }

    /// Returns the parts of an expression that is a call.
    pub fn call(&self, id: ExpressionId) -> Option<CallView> {
        match self.expression(id) {
            Expression::Call { callee, arguments } => Some(CallView { callee, arguments }),
            _ => None,
        }
    }

    /// Returns the callee of a call; for another expression, the expression itself.
    pub fn callee_or_itself(&self, id: ExpressionId) -> ExpressionId {
        self.call(id).map_or(id, |call| call.callee)
    }

    /// Returns the arguments of a call.
    pub fn arguments_of(&self, call: ExpressionId) -> Option<&[Argument]> {
        Some(self.arguments(self.call(call)?.arguments))
    }

    /// Returns the receiver and the method of a call `receiver.method(...)`.
    pub fn method_call(&self, call: ExpressionId) -> Option<(ExpressionId, NameId)> {
        match self.expression(self.call(call)?.callee) {
            Expression::Attribute { value, name } => Some((value, name)),
            _ => None,
        }
    }

    /// Returns the operands of `await` in a function, if it suspends nowhere else.
    pub fn only_awaited(&self, function: FunctionId) -> Option<List> {
        match self.function(function).suspension {
            Suspension::Awaits { awaited, entered } if entered.len == 0 => Some(awaited),
            _ => None,
        }
    }

    /// Returns the string that a call passes for a keyword.
    pub fn keyword_text(&self, call: ExpressionId, keyword: &str) -> Option<&str> {
        self.keyword_name(call, keyword).map(|text| self.name(text))
    }

    fn keyword_name(&self, call: ExpressionId, keyword: &str) -> Option<NameId> {
        self.arguments_of(call)?.iter().find_map(|argument| {
            match (argument.kind, self.expression(argument.value)) {
                (ArgumentKind::Keyword(name), Expression::String(text)) if self.name(name) == keyword => {
                    Some(text)
                }
                _ => None,
            }
        })
    }
}

/// Returns whether an annotation of this name leaves open what a value does.
fn is_vague(name: &str) -> bool {
    named(name).has(Role::VagueType)
}
