//! What the subclasses in the project imply about a class.

use loopmend_catalog::Words;
use loopmend_index::summary::{Binding, BindingKind, Expression, ExpressionId, Function, ScopeId};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::given::Given;
use super::member::Wanted;
use super::memo::{Mro, Question, Subclasses};
use super::overload::Fit;
use super::types::Location;
use super::{
    BODIES, CalleeId, ClassRef, ContextId, FunctionRef, Inference, SET_ATTRIBUTES, STEPS, SUBCLASSES, Type,
    TypeList,
};
use crate::engine::ModuleId;
use crate::parts::Part;

/// The bindings of a name, with their scopes.
type Bound = SmallVec<[(ScopeId, BindingKind); 4]>;

/// The maximum number of names and attributes that are followed to the call that makes an object.
const MAX_MAKERS: u8 = 4;

impl Inference<'_> {
    /// Returns the type of a method that only project subclasses define, all of the same kind.
    pub(super) fn member_of_subclasses(&mut self, class: ClassRef, name: &str) -> Type {
        let is_own = self.engine.origin(class.module) == Origin::FirstParty;
        let is_hidden = name.starts_with("__") || self.intercepts_attributes(class);
        if !is_own || is_hidden || self.engine.is_without(Part::Subclasses) {
            return Type::Unknown;
        }
        let subclasses = self.subclasses_in_project(class);
        let (mut parts, mut of_doubles) = (Vec::new(), Vec::new());
        for subclass in subclasses.iter().copied() {
            let receiver = Type::Instance(subclass, TypeList::FIRST);
            if let Some(found) = self.own_member(subclass, receiver, name, true) {
                let parts = if self.is_double(subclass) { &mut of_doubles } else { &mut parts };
                parts.push(found);
            }
        }
        // The double of a class has the methods of that class. It tells nothing more, unless it is of another kind.
        let is_other_kind = |inference: &mut Self, double: &Type| {
            let kind = inference.is_coroutine_method(*double);
            parts.iter().any(|part| inference.is_coroutine_method(*part) != kind)
        };
        if parts.is_empty() || of_doubles.iter().any(|double| is_other_kind(self, double)) {
            parts.append(&mut of_doubles);
        }
        if parts.is_empty() { Type::Unknown } else { self.union(parts) }
    }

    /// Returns whether a class stands in for another one in tests, according to its name or its file.
    fn is_double(&mut self, class: ClassRef) -> bool {
        let name = self.class_name(class).trim_start_matches('_');
        let mut doubles = Words::TestDoubles.all().iter();
        self.engine.is_of_tests(class.module)
            || doubles.any(|double| name.starts_with(double) || name.ends_with(double))
    }

    fn is_coroutine_method(&mut self, method: Type) -> bool {
        matches!(method, Type::Function(callee) if self.gives_coroutine(callee))
    }

    /// Returns whether a class has no attribute of a name, and the object is no object of a subclass: a call of the class itself makes it.
    pub(super) fn is_made_without(
        &mut self,
        at: Location,
        value: ExpressionId,
        object: Type,
        name: &str,
    ) -> bool {
        let parts = self.parts(object).into_iter().filter(|part| *part != Type::None);
        let parts: SmallVec<[Type; 2]> = parts.collect();
        let [Type::Instance(class, _)] = *parts else { return false };
        self.engine.origin(class.module) == Origin::FirstParty
            && !self.engine.subclasses(self.class_name(class)).is_empty()
            && self.lacks_itself(class, name, 0)
            && self.is_made_by(at, value, class, MAX_MAKERS)
    }

    /// Returns whether calls of a class make an object, as far as it is not `None`. The class is called by its own name: another name may stand
    /// for a subclass.
    fn is_made_by(&mut self, at: Location, value: ExpressionId, class: ClassRef, left: u8) -> bool {
        let Some(left) = left.checked_sub(1) else { return false };
        let summary = self.summary(at.module);
        match summary.expression(value) {
            Expression::Call { callee, .. } => {
                summary.last_name(callee) == Some(self.class_name(class))
                    && self.evaluate(at, callee) == Type::Class(class)
            }
            Expression::Name(name) => {
                let bindings = summary.nearest_bindings_of(at.scope, name).iter();
                let bindings: Bound = bindings.map(|binding| (binding.scope, binding.kind)).collect();
                self.are_made_by(at.module, &bindings, class, left)
            }
            Expression::Attribute { value, name } => {
                let Type::Instance(owner, _) = self.evaluate(at, value) else { return false };
                let name = summary.name(name);
                if self.is_set_on_others(name) {
                    return false;
                }
                for (owner, _) in self.mro(owner).iter().flatten() {
                    let summary = self.summary(owner.module);
                    let in_body = summary.bindings_of(summary.class(owner.class).scope, name).iter();
                    let in_body = in_body.map(|binding| (binding.scope, binding.kind));
                    let set = summary.attributes_of(owner.class, name).iter();
                    let bindings: Bound = in_body.chain(set.map(|set| (set.scope, set.kind))).collect();
                    if !bindings.is_empty() {
                        return self.are_made_by(owner.module, &bindings, class, left);
                    }
                }
                false
            }
            _ => false,
        }
    }

    /// Returns whether a file of the project, outside of its tests, sets an attribute of this name on any object but `self`.
    pub(super) fn is_set_on_others(&mut self, name: &str) -> bool {
        self.depend_on_module(SET_ATTRIBUTES);
        let engine = self.engine;
        let mut files = engine.files_with_word(name).into_iter();
        files.any(|module| !engine.is_of_tests(module) && engine.sets_on_others(module, name))
    }

    /// Returns whether all bindings of a name bind it to `None` or to objects that calls of a class make, and one to such an object.
    fn are_made_by(
        &mut self,
        module: ModuleId,
        bindings: &[(ScopeId, BindingKind)],
        class: ClassRef,
        left: u8,
    ) -> bool {
        let mut is_made = false;
        for (scope, kind) in bindings {
            match kind.value() {
                None if matches!(kind, BindingKind::Annotated { .. }) => {}
                None => return false,
                Some(value) if matches!(self.summary(module).expression(value), Expression::None) => {}
                Some(value) => {
                    is_made = true;
                    if !self.is_made_by(Location::in_scope(module, *scope), value, class, left) {
                        return false;
                    }
                }
            }
        }
        is_made
    }

    /// Returns whether `name` is anything but an `async def` in a project subclass, its own or that of
    /// another of its bases.
    pub(crate) fn is_overridden_as_sync(&mut self, class: ClassRef, name: &str) -> bool {
        let subclasses = self.subclasses_in_project(class);
        self.untracked(|inference| {
            subclasses.iter().any(|subclass| !inference.has_async_method(*subclass, name))
        })
    }

    /// Returns whether `name` in a project subclass is known to return something other than an awaitable.
    pub(crate) fn is_overridden_as_plain(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        let subclasses = self.subclasses_in_project(class);
        subclasses.iter().any(|subclass| {
            let receiver = Type::Instance(*subclass, TypeList::FIRST);
            let method = self.member(*subclass, receiver, name, true);
            let Type::Function(callee) = method else { return !matches!(method, Type::Unknown) };
            let function = self.callee(callee).function;
            let summary = self.summary(function.module);
            if summary.function(function.function).is_placeholder && !self.is_async(function) {
                return true;
            }
            let given = self.call(method, &Given::open());
            let is_open =
                |part: &Type| matches!(part, Type::Unknown | Type::Coroutine(..) | Type::Awaitable(_));
            !self.gives_coroutine(callee) && !self.parts(given).iter().any(is_open)
        })
    }

    /// Returns whether a project subclass binds the name in its body, or has it from another of its bases.
    pub(crate) fn is_replaced_in_subclass(&mut self, class: ClassRef, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        let own = self.class_name(class);
        let subclasses = self.subclasses_in_project(class);
        self.engine.may_override(own, name)
            && subclasses.iter().any(|subclass| self.binds_in_body(*subclass, name))
            || subclasses.iter().any(|subclass| self.is_replaced_by_other_base(*subclass, class, name))
    }

    /// Returns whether a subclass with several bases has a name from one of them that a class of its order does not have it from.
    fn is_replaced_by_other_base(&mut self, subclass: ClassRef, class: ClassRef, name: &str) -> bool {
        let engine = self.engine;
        if engine.summary(subclass.module).class(subclass.class).bases.len < 2 {
            return false;
        }
        let binding = self.first_binding_class(subclass, name);
        binding.is_some() && binding != self.first_binding_class(class, name)
    }

    /// Returns the first known class in the order of a class whose body binds a name.
    fn first_binding_class(&mut self, class: ClassRef, name: &str) -> Option<ClassRef> {
        let order = self.mro(class);
        order.iter().flatten().map(|(owner, _)| *owner).find(|owner| self.binds_in_body(*owner, name))
    }

    /// Returns whether no other class of the project has a method with the name of a method, apart from those that are left to subclasses. This
    /// is an outermost query.
    pub fn is_only_implementation(&mut self, function: FunctionRef) -> bool {
        self.begin();
        self.depend_on_module(SUBCLASSES);
        let engine = self.engine;
        let summary = engine.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        self.depend_on_module(BODIES);
        let of_class = |class: &ClassRef| {
            let summary = engine.summary(class.module);
            let scope = summary.class(class.class).scope;
            let module = class.module;
            summary.functions_named(scope, name).map(move |function| FunctionRef { module, function })
        };
        let plain = engine.classes_with_sync_method(name);
        let of_async = engine.async_methods(name);
        let mut methods = plain.iter().flat_map(of_class).chain(of_async.iter().copied());
        let is_left_open =
            |method: FunctionRef| engine.summary(method.module).function(method.function).is_placeholder;
        methods.all(|method| method == function || is_left_open(method))
    }

    /// Returns the classes of the project that derive from a class.
    pub fn known_subclasses(&mut self, class: ClassRef) -> Vec<ClassRef> {
        self.subclasses_in_project(class).iter().copied().collect()
    }

    /// Returns whether a method of a class overrides one of a base.
    pub fn replaces_method(&mut self, class: ClassRef, name: &str) -> bool {
        let order = self.mro(class);
        order.iter().flatten().any(|(base, _)| *base != class && self.binds_in_body(*base, name))
    }

    /// Returns whether a project subclass overrides a bound method.
    pub fn is_replaced_method(&mut self, callee: CalleeId) -> bool {
        let bound = self.bound_method(callee);
        bound.is_some_and(|(class, name)| self.is_replaced_in_subclass(class, name))
    }

    /// Returns the methods of project subclasses that override a bound method with a placeholder as its body,
    /// and are not left to subclasses. Returns `None` for other methods, and if something else replaces it
    /// there. This is an outermost query.
    pub fn overriding_methods(&mut self, callee: CalleeId) -> Option<Vec<FunctionRef>> {
        self.begin();
        let (class, name) = self.bound_method(callee)?;
        // Which bodies are placeholders is part of the answer.
        self.depend_on_module(BODIES);
        let FunctionRef { module, function } = self.function_of(callee);
        if !self.summary(module).function(function).is_placeholder {
            return None;
        }
        let mut methods = Vec::new();
        for ClassRef { module, class } in self.subclasses_in_project(class).iter().copied() {
            let summary = self.summary(module);
            let function = match summary.bindings_of(summary.class(class).scope, name) {
                [] => continue,
                [Binding { kind: BindingKind::Function(function), .. }] => *function,
                _ => return None,
            };
            let definition = summary.function(function);
            let is_left_open = definition.is_placeholder
                && !definition.is_async
                && (!definition.falls_through || definition.decorators.len > 0);
            if !is_left_open {
                methods.push(FunctionRef { module, function });
            }
        }
        Some(methods)
    }

    /// Returns whether a project class has a plain `def` of this name. The result of such a call on an
    /// unknown object is then open.
    pub fn may_be_sync_method(&mut self, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        self.engine.has_sync_method(name)
    }

    /// Returns whether a project class has an `async def` of this name.
    pub fn may_be_async_method(&mut self, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        !self.engine.async_methods(name).is_empty()
    }

    /// Returns whether a project class has plain `def` methods of this name and of one of the others.
    pub(crate) fn has_class_with_plain(&mut self, name: &str, others: &[&str]) -> bool {
        self.any_class_with_plain(name, |is_plain| others.iter().any(|other| is_plain(other)))
    }

    fn any_class_with_plain(&mut self, name: &str, accepts: impl Fn(&dyn Fn(&str) -> bool) -> bool) -> bool {
        self.depend_on_module(SUBCLASSES);
        self.engine.classes_with_sync_method(name).iter().any(|class| {
            let summary = self.summary(class.module);
            let scope = summary.class(class.class).scope;
            let is_plain = |id| !summary.function(id).is_async;
            accepts(&|other| summary.functions_named(scope, other).any(is_plain))
        })
    }

    /// Returns whether all plain `def` methods of this name in project classes certainly give no awaitable.
    pub(crate) fn all_methods_give_plain(&mut self, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        let classes = self.engine.classes_with_sync_method(name);
        classes.iter().all(|class| {
            let summary = self.summary(class.module);
            let functions: Vec<_> = summary.functions_named(summary.class(class.class).scope, name).collect();
            functions.into_iter().all(|function| {
                let function = FunctionRef { module: class.module, function };
                let value = self.plain_function(function, ContextId::FIRST);
                let given = self.call(value, &Given::open());
                self.parts(given).into_iter().all(|part| {
                    !matches!(part, Type::Unknown | Type::Variable(_)) && self.is_awaitable(part) == Fit::No
                })
            })
        })
    }

    /// Returns the project subclasses of a class. The open answer depends on them.
    pub(super) fn subclasses_in_project(&mut self, class: ClassRef) -> Subclasses {
        self.depend_on_module(SUBCLASSES);
        self.memoised(Question::Subclasses(class), |inference| {
            inference.untracked(|inference| inference.find_subclasses(class))
        })
    }

    fn find_subclasses(&mut self, class: ClassRef) -> Subclasses {
        let mut open = vec![class];
        let mut found = Vec::new();
        let mut known = FxHashSet::from_iter([class]);
        while let Some(base) = open.pop() {
            let base_name = self.class_name(base);
            for candidate in self.engine.subclasses(base_name).iter().copied() {
                let inherits = |order: &Mro| order.iter().flatten().any(|(ancestor, _)| *ancestor == base);
                if !known.contains(&candidate) && inherits(&self.mro(candidate)) {
                    known.insert(candidate);
                    found.push(candidate);
                    open.push(candidate);
                }
            }
        }
        found.into()
    }

    /// Returns whether a project class inherits from this class and from another one.
    pub(super) fn has_mixing_subclass(&mut self, class: ClassRef) -> bool {
        let engine = self.engine;
        let subclasses = self.subclasses_in_project(class);
        subclasses.iter().any(|class| engine.summary(class.module).class(class.class).bases.len > 1)
    }

    /// Returns whether a class has an async method, its own or an inherited one.
    pub fn has_any_async_method(&mut self, class: ClassRef) -> bool {
        self.begin();
        let order = self.mro(class);
        order.iter().flatten().any(|(owner, _)| {
            let summary = self.engine.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            let is_own = |method: &Function| summary.scope(method.scope).parent == Some(scope);
            summary.functions.iter().any(|method| method.is_async && is_own(method))
        })
    }

    /// Returns whether a method of a class is an `async def`, or is unknown. A class far down the hierarchy
    /// is queried for each of its bases, so the results of outermost queries are cached.
    fn has_async_method(&mut self, class: ClassRef, name: &str) -> bool {
        if !self.is_outermost() {
            return self.is_async_method(class, name);
        }
        if let Some(known) = self.async_methods.get(name).and_then(|known| known.get(&class)) {
            return *known;
        }
        // It has steps of its own, so that the answer does not depend on what was asked before.
        let around = std::mem::replace(&mut self.steps, STEPS);
        let is_async = self.is_async_method(class, name);
        self.steps = around;
        self.async_methods.entry(name.into()).or_default().insert(class, is_async);
        is_async
    }

    fn is_async_method(&mut self, class: ClassRef, name: &str) -> bool {
        let receiver = Type::Instance(class, TypeList::FIRST);
        let mut wanted = Wanted::new(name);
        for place in self.mro(class).iter() {
            let Some((owner, _)) = place else { continue };
            if let Some(found) = self.wanted_member(*owner, receiver, &mut wanted, true) {
                return match found {
                    Type::Function(callee) => self.gives_coroutine(callee) && !self.is_doubtful(callee),
                    _ => false,
                };
            }
        }
        true
    }
}
