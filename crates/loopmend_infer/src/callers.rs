//! The callers of a function, if all of them are known.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::ExpressionId;
use loopmend_project::Origin;

use super::{CALL_SITES, ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;
use crate::index::CallSiteRef;

/// The maximum number of calls with a function's name in the project. A function with more is not followed
/// to its callers.
const MOST_CALLS: usize = 400;

impl<'e> Inference<'e> {
    /// Returns all calls in the project of a plain function, or of the class of a constructor. Returns
    /// `None` if there is no call, or if a call of that name may be of something else. Also returns `None`
    /// if anything else may call the function. This is an outermost query.
    pub fn known_callers(&mut self, function: FunctionRef) -> Option<Vec<CallSiteRef>> {
        self.begin();
        self.depend_on_module(CALL_SITES);
        let name = self.name_of_calls(function)?;
        self.callers_by_name(name, function)
    }

    /// Returns all calls in the project of a function whose name makes it private (PEP 8,
    /// `_single_leading_underscore`), or `None` as in [`Self::known_callers`]. This is an outermost query.
    pub fn callers_of_private(&mut self, function: FunctionRef) -> Option<Vec<CallSiteRef>> {
        self.begin();
        self.depend_on_module(CALL_SITES);
        let summary = self.engine.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let is_private = name.starts_with('_') && !name.starts_with("__");
        if is_private { self.callers_by_name(name, function) } else { None }
    }

    /// Returns all calls in the project, except from tests, of a function that may be `async`, or `None` as
    /// in [`Self::known_callers`]. This is an outermost query.
    pub fn callers_of_any(&mut self, function: FunctionRef) -> Option<Vec<CallSiteRef>> {
        self.begin();
        self.depend_on_module(CALL_SITES);
        let engine = self.engine;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let name = summary.name(definition.name);
        let is_left_as_it_is = definition.decorators.len == 0 && !name.starts_with('<');
        let class = self.class_of(function);
        let is_open = |inference: &mut Self, class| {
            !inference.is_plain_but_for(class, Some("dataclass"))
                || !inference.subclasses_in_project(class).is_empty()
        };
        if !is_left_as_it_is || class.is_some_and(|class| is_open(self, class)) || engine.is_passed_on(name) {
            return None;
        }
        let mut callers = Vec::new();
        for site in engine.find_call_sites(name, MOST_CALLS)?.iter().copied() {
            if !engine.is_of_tests(site.0) && self.is_caller_of(site, function)? {
                callers.push(site);
            }
        }
        (!callers.is_empty()).then_some(callers)
    }

    fn callers_by_name(&mut self, name: &str, function: FunctionRef) -> Option<Vec<CallSiteRef>> {
        let engine = self.engine;
        if engine.is_passed_on(name) {
            return None;
        }
        let mut callers = Vec::new();
        for site in engine.find_call_sites(name, MOST_CALLS)?.iter().copied() {
            if self.is_caller_of(site, function)? {
                callers.push(site);
            }
        }
        (!callers.is_empty()).then_some(callers)
    }

    /// Returns the modules of the project that call something of this name; none if too many calls exist. This is an outermost query.
    pub fn modules_that_call(&mut self, name: &str) -> Vec<ModuleId> {
        self.begin();
        self.depend_on_module(CALL_SITES);
        let sites = self.engine.find_call_sites(name, MOST_CALLS).unwrap_or_default();
        let mut modules: Vec<ModuleId> = sites.iter().map(|site| site.0).collect();
        modules.dedup();
        modules
    }

    /// Returns whether another module of the project calls something of this name, or too many calls exist
    /// to tell. This is an outermost query.
    pub fn is_called_elsewhere(&mut self, module: ModuleId, name: &str) -> bool {
        self.is_called_by(name, |caller| caller != module)
    }

    /// Returns whether another module of the project that does not belong to tests calls something of this
    /// name.
    pub fn is_used_elsewhere(&mut self, module: ModuleId, name: &str) -> bool {
        let engine = self.engine;
        self.is_called_by(name, |caller| caller != module && !engine.is_of_tests(caller))
    }

    fn is_called_by(&mut self, name: &str, counts: impl Fn(ModuleId) -> bool) -> bool {
        self.begin();
        self.depend_on_module(CALL_SITES);
        let sites = self.engine.find_call_sites(name, MOST_CALLS);
        sites.is_none_or(|sites| sites.iter().any(|(caller, _)| counts(*caller)))
    }

    /// Returns the name under which a function is called, if it is the only one. A method that a subclass
    /// defines or inherits may have others, as may the argument of a decorator.
    fn name_of_calls(&mut self, function: FunctionRef) -> Option<&'e str> {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let name = summary.name(definition.name);
        if definition.decorators.len > 0 || definition.is_async || definition.is_generator {
            return None;
        }
        let Some(class) = self.class_of(function) else { return (!name.starts_with('<')).then_some(name) };
        if !self.is_plain_class(class) || !self.subclasses_in_project(class).is_empty() {
            return None;
        }
        match name {
            "__init__" => (!self.makes_itself(class)).then(|| self.class_name(class)),
            name => (!name.starts_with("__")).then_some(name),
        }
    }

    /// Returns whether a class has a call of `cls`, or a call that gets the class of an object.
    fn makes_itself(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let scope = summary.class(class.class).scope;
        summary.calls.iter().any(|call| {
            let name = summary.last_name(call.expression);
            (name == Some("cls") || named(name).has(Role::GetsOwnClass))
                && summary.is_inside(call.scope, scope)
        })
    }

    /// Returns whether a call certainly calls a function; `None` if unknown.
    fn is_caller_of(&mut self, (module, place): CallSiteRef, function: FunctionRef) -> Option<bool> {
        let site = self.summary(module).calls[place as usize];
        let class = self.class_of(function);
        let mut found = Vec::new();
        for part in self.called(module, &site) {
            found.push(match part {
                Type::Function(callee) => self.function_of(callee) == function,
                Type::Class(called) => Some(called) == class,
                _ => return None,
            });
        }
        let first = *found.first()?;
        found.iter().all(|other| *other == first).then_some(first)
    }

    /// Returns whether all bases of a class are known and belong to the project or the standard library. No
    /// project metaclass or decorator may change the class, except pytest marks.
    pub fn is_plain_class(&mut self, class: ClassRef) -> bool {
        self.is_plain_but_for(class, None)
    }

    /// Returns whether all bases of a class are known, and no project metaclass or decorator may change the
    /// class. A decorator of the name `harmless` is ignored.
    fn is_plain_but_for(&mut self, class: ClassRef, harmless: Option<&str>) -> bool {
        self.mro(class).iter().all(|place| {
            let Some((class, _)) = *place else { return false };
            match self.engine.origin(class.module) {
                Origin::StandardLibrary => true,
                Origin::ThirdParty => false,
                Origin::FirstParty => {
                    let summary = self.summary(class.module);
                    let definition = summary.class(class.class);
                    let mut decorators = summary.list(definition.decorators).iter();
                    let is_harmless = |decorator: ExpressionId| {
                        summary.is_mark(decorator)
                            || harmless.is_some() && summary.last_name(decorator) == harmless
                    };
                    definition.metaclass.is_none() && decorators.all(|decorator| is_harmless(*decorator))
                }
            }
        })
    }

    /// Returns whether a project class in the MRO of this class binds one of these names in its body.
    pub fn binds_any_in_project(&mut self, class: ClassRef, names: &[&str]) -> bool {
        self.mro(class).iter().flatten().any(|(class, _)| {
            self.engine.origin(class.module) == Origin::FirstParty
                && names.iter().any(|name| self.binds_in_body(*class, name))
        })
    }

    /// `true` if a class of the project that derives from this one binds the name in its body.
    pub fn is_bound_in_subclass(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        let subclasses = self.subclasses_in_project(class);
        subclasses.iter().any(|subclass| self.binds_in_body(*subclass, name))
    }

    /// `true` if a class of the project is among the bases of this one.
    pub fn derives_in_project(&mut self, class: ClassRef) -> bool {
        self.begin();
        let order = self.mro(class);
        let mut bases = order.iter().flatten().filter(|(base, _)| *base != class);
        bases.any(|(base, _)| self.engine.origin(base.module) == Origin::FirstParty)
    }

    /// Returns the class whose body directly contains a function.
    pub fn class_around(&mut self, function: FunctionRef) -> Option<ClassRef> {
        self.begin();
        self.class_of(function)
    }
}
