//! What the functions and classes of the project take, and what of the arguments of a call does not fit.

use std::rc::Rc;

use loopmend_catalog::{Role, Words};
use loopmend_index::summary::{
    Argument, ArgumentKind, Binding, BindingKind, CallSite, Expression, ExpressionId, FunctionId, Overloads,
    ParameterKind, Summary,
};
use loopmend_project::Origin;

use super::data_class::DataClass;
use super::memo::Mro;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// A parameter, as callers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenParameter {
    /// The name, without stars.
    pub name: String,
    /// How arguments reach it.
    pub kind: ParameterKind,
    /// Whether callers must pass it.
    pub is_required: bool,
}

/// A function or class with what callers may pass to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The function or class that takes the arguments.
    pub definition: Definition,
    /// The parameters, in source order.
    pub parameters: Vec<TakenParameter>,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Definition {
    /// A function.
    Function(FunctionRef),
    /// A class.
    Class(ClassRef),
}

/// What of the arguments of a call does not fit a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The keywords that no parameter takes.
    Unknown(Vec<String>),
    /// More positional arguments than this number, which parameters take.
    TooMany(usize),
    /// The parameters that get no argument.
    Missing(Vec<String>),
}

impl TakenParameter {
    fn takes_place(&self) -> bool {
        matches!(self.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
    }

    fn takes_keyword(&self) -> bool {
        matches!(self.kind, ParameterKind::Positional | ParameterKind::KeywordOnly)
    }
}

impl Signature {
    fn has(&self, kind: ParameterKind) -> bool {
        self.parameters.iter().any(|parameter| parameter.kind == kind)
    }

    fn takes_keyword(&self, name: &str) -> bool {
        self.parameters.iter().any(|parameter| parameter.takes_keyword() && parameter.name == name)
    }

    /// Returns what of the arguments of a call, as written, does not fit; `None` if all may fit.
    pub(crate) fn misfit(&self, summary: &Summary, call: ExpressionId) -> Option<Misfit> {
        let arguments = summary.arguments_of(call)?;
        let keyword = |kind: ArgumentKind| match kind {
            ArgumentKind::Keyword(name) => Some(summary.name(name)),
            _ => None,
        };
        if !self.has(ParameterKind::VariadicKeyword) {
            let keywords = arguments.iter().filter_map(|given| keyword(given.kind));
            let unknown = keywords.filter(|name| !self.takes_keyword(name));
            let unknown: Vec<String> = unknown.map(str::to_owned).collect();
            if !unknown.is_empty() {
                return Some(Misfit::Unknown(unknown));
            }
        }
        if arguments.iter().any(|given| given.kind == ArgumentKind::Starred) {
            return None;
        }
        let taken = self.parameters.iter().filter(|parameter| parameter.takes_place()).count();
        let filled = arguments.iter().filter(|given| given.kind == ArgumentKind::Positional).count();
        if !self.has(ParameterKind::Variadic) && filled > taken {
            return Some(Misfit::TooMany(taken));
        }
        if arguments.iter().any(|given| given.kind == ArgumentKind::DoubleStarred) {
            return None;
        }
        let missing = self.left(summary, arguments).filter(|parameter| parameter.is_required);
        let missing: Vec<String> = missing.map(|parameter| parameter.name.clone()).collect();
        (!missing.is_empty()).then_some(Misfit::Missing(missing))
    }

    /// Returns the parameters that get no argument and may get one by keyword, the required ones first.
    pub fn left_for_keyword(&self, summary: &Summary, call: ExpressionId) -> Vec<&TakenParameter> {
        let Some(arguments) = summary.arguments_of(call) else { return Vec::new() };
        let left = self.left(summary, arguments).filter(|parameter| parameter.takes_keyword());
        let mut left: Vec<&TakenParameter> = left.collect();
        left.sort_by_key(|parameter| !parameter.is_required);
        left
    }

    /// Returns the parameters, other than variadic ones, that get none of these arguments.
    fn left<'s>(
        &'s self,
        summary: &Summary,
        arguments: &[Argument],
    ) -> impl Iterator<Item = &'s TakenParameter> {
        let filled = arguments.iter().filter(|given| given.kind == ArgumentKind::Positional).count();
        let is_named = move |name: &str| {
            arguments.iter().any(
                |given| matches!(given.kind, ArgumentKind::Keyword(given) if summary.name(given) == name),
            )
        };
        let by_place = self.parameters.iter().filter(|parameter| parameter.takes_place()).skip(filled);
        let by_name = self.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::KeywordOnly);
        by_place
            .chain(by_name)
            .filter(move |parameter| !(parameter.takes_keyword() && is_named(&parameter.name)))
    }
}

impl Inference<'_> {
    /// Returns the signatures of all that a call may call; `None` if one of them is unknown, or none of the project. This is an
    /// outermost query.
    fn signatures_called(&mut self, module: ModuleId, site: &CallSite) -> Option<Vec<Rc<Signature>>> {
        let called = self.called(module, site);
        if called.is_empty() || !called.iter().all(|part| matches!(part, Type::Function(_) | Type::Class(_)))
        {
            return None;
        }
        // Under another name, a class may stand for one that was derived from it.
        let summary = self.summary(module);
        let written = summary.last_name(site.expression);
        let at = Location::in_scope(module, site.scope);
        let callee = summary.callee_or_itself(site.expression);
        let is_named = |inference: &mut Self, part: &Type| match part {
            Type::Class(class) => {
                written == Some(inference.class_name(*class)) && !inference.is_stated_class(at, callee)
            }
            _ => true,
        };
        if !called.iter().all(|part| is_named(self, part))
            || self.is_method_of_held_class(module, site, &called)
        {
            return None;
        }
        called.into_iter().map(|part| self.known_signature(part)).collect()
    }

    /// Returns whether a call calls a method of a class that an attribute of an object holds: `self.kind.save()`. A framework may put an object in
    /// its place.
    fn is_method_of_held_class(&mut self, module: ModuleId, site: &CallSite, called: &[Type]) -> bool {
        let summary = self.summary(module);
        let callee = summary.callee_or_itself(site.expression);
        let Expression::Attribute { value, .. } = summary.expression(callee) else { return false };
        let value = match summary.expression(value) {
            Expression::Name(name) => summary
                .nearest_bindings_of(site.scope, name)
                .last()
                .and_then(|bound| bound.kind.value())
                .unwrap_or(value),
            _ => value,
        };
        let Expression::Attribute { value: holder, .. } = summary.expression(value) else { return false };
        let is_unbound = |part: &Type| match part {
            Type::Function(id) => {
                let callee = self.callee(*id);
                callee.receiver.is_none()
                    && self
                        .engine
                        .summary(callee.function.module)
                        .class_of(callee.function.function)
                        .is_some()
            }
            _ => false,
        };
        called.iter().any(is_unbound)
            && !matches!(self.expression(module, site.scope, holder), Type::Module(_))
    }

    /// Returns whether the attribute that a call calls may be that of a subclass.
    fn may_be_another(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let called = self.called(module, site);
        let is_replaced_method = called.into_iter().any(|part| match part {
            Type::Function(callee) => self.is_replaced_method(callee),
            _ => false,
        });
        if is_replaced_method {
            return true;
        }
        let summary = self.summary(module);
        let callee = summary.callee_or_itself(site.expression);
        let Expression::Attribute { value, name } = summary.expression(callee) else { return false };
        let is_given_by_callers = self.is_given_by_callers;
        let object = self.expression(module, site.scope, value);
        self.is_given_by_callers |= is_given_by_callers;
        self.parts(object).into_iter().any(|part| match part {
            Type::Instance(class, _) | Type::Class(class) => {
                self.is_replaced_in_subclass(class, summary.name(name))
                    || self.is_left_to_subclasses(part, summary.name(name))
            }
            _ => false,
        })
    }

    /// Returns whether a method is abstract: the object is of a subclass, which may be one of another project.
    fn is_left_to_subclasses(&mut self, object: Type, name: &str) -> bool {
        let Type::Instance(..) = object else { return false };
        let method = self.attribute(object, name);
        self.parts(method).into_iter().any(|part| match part {
            Type::Function(callee) => {
                let function = self.function_of(callee);
                self.summary(function.module).is_abstract_method(function.function)
            }
            _ => false,
        })
    }

    fn known_signature(&mut self, called: Type) -> Option<Rc<Signature>> {
        if let Some(known) = self.signatures.get(&called) {
            return known.clone();
        }
        let is_given_by_callers = self.is_given_by_callers;
        self.begin();
        let signature = self.signature(called).map(Rc::new);
        self.is_given_by_callers = is_given_by_callers;
        self.signatures.insert(called, signature.clone());
        signature
    }

    fn signature(&mut self, called: Type) -> Option<Signature> {
        match called {
            Type::Function(id) => {
                let callee = self.callee(id);
                let is_bound = callee.receiver.is_some();
                (!callee.is_doubtful).then(|| self.signature_of_function(callee.function, is_bound))?
            }
            Type::Class(class) => self.signature_of_class(class),
            _ => None,
        }
    }

    fn is_of_project(&self, module: ModuleId) -> bool {
        self.engine.origin(module) == Origin::FirstParty && !self.engine.is_stub(module)
    }

    /// Returns what callers of a function of the project pass. This is an outermost query.
    pub fn signature_as_called(&mut self, function: FunctionRef, is_bound: bool) -> Option<Signature> {
        self.begin();
        self.signature_of_function(function, is_bound)
    }

    fn signature_of_function(&mut self, function: FunctionRef, is_bound: bool) -> Option<Signature> {
        if !self.is_of_project(function.module) {
            return None;
        }
        let parameters = self.taken_by(function, is_bound)?;
        Some(Signature { definition: Definition::Function(function), parameters })
    }

    /// Returns what a function takes; `None` if its decorators may change that.
    fn taken_by(&mut self, function: FunctionRef, is_bound: bool) -> Option<Vec<TakenParameter>> {
        let function = self.implementation(function)?;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        // What only raises is left to subclasses, which may take other arguments.
        let is_abstract = definition.is_placeholder && !definition.falls_through;
        if is_abstract || !self.keeps_function(function) || is_bound && self.may_be_of_interface(function) {
            return None;
        }
        let mut is_receiver = is_bound;
        let mut taken = Vec::new();
        for parameter in &definition.parameters {
            let is_first = std::mem::take(&mut is_receiver);
            if is_first && parameter.kind != ParameterKind::Variadic {
                continue;
            }
            taken.push(TakenParameter {
                name: summary.name(parameter.name).to_owned(),
                kind: parameter.kind,
                is_required: parameter.default.is_none() && !parameter.is_variadic(),
            });
        }
        Some(taken)
    }

    /// Returns whether a function may describe the methods of other classes: its class is a protocol, or has an unknown base and leaves out the
    /// receiver.
    fn may_be_of_interface(&mut self, function: FunctionRef) -> bool {
        let Some(class) = self.class_of(function) else { return false };
        if self.is_declared_protocol(class) {
            return true;
        }
        let summary = self.summary(function.module);
        let first = summary.function(function.function).parameters.first();
        !first.is_some_and(|first| Words::OwnObject.has(summary.name(first.name)))
            && self.mro(class).contains(&None)
    }

    /// Returns the function that runs behind overloads: the last one that is none of them.
    fn implementation(&mut self, function: FunctionRef) -> Option<FunctionRef> {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if definition.overloads == Overloads::None {
            return Some(function);
        }
        let scope = summary.scope_around(definition.scope);
        let functions = summary.functions_named(scope, summary.name(definition.name));
        let last = functions.filter(|id| !summary.is_overload(*id)).last()?;
        Some(FunctionRef { function: last, ..function })
    }

    /// Returns what calling a class takes; `None` if that is not known.
    fn signature_of_class(&mut self, class: ClassRef) -> Option<Signature> {
        let order = self.mro(class);
        // The metaclass of records is known to keep what the fields take.
        let is_record = order.iter().flatten().any(|(owner, _)| self.is_record_base(*owner));
        if !self.is_of_project(class.module)
            || self.metaclass_defines(class, &["__call__"])
            || !is_record && self.metaclass_defines(class, Role::Constructs.names())
            || self.bases_pass_class_on(class)
            || self.inherits(class, "enum", "Enum")
            || self.inherits(class, "typing", "_TypedDict")
            || self.is_declared_protocol(class)
        {
            return None;
        }
        let parameters = self.taken_at_creation(class)?;
        Some(Signature { definition: Definition::Class(class), parameters })
    }

    fn taken_at_creation(&mut self, class: ClassRef) -> Option<Vec<TakenParameter>> {
        let order = self.mro(class);
        if order.contains(&None) {
            return None;
        }
        for place in order.iter() {
            let (owner, _) = (*place)?;
            let summary = self.summary(owner.module);
            let definition = summary.class(owner.class);
            let binds = |name| !summary.bindings_of(definition.scope, name).is_empty();
            if self.engine.origin(owner.module) == Origin::StandardLibrary {
                match (self.engine.module_name(owner.module), self.class_name(owner)) {
                    ("builtins", "object") => return (!self.may_be_completed(&order)).then(Vec::new),
                    ("builtins", "BaseException") => return Some(vec![any_positional()]),
                    _ if binds("__new__") || binds("__init__") => return None,
                    _ => continue,
                }
            }
            if self.is_record_base(owner) {
                return self.taken_by_record(&order, owner);
            }
            if binds("__new__") || !self.is_of_project(owner.module) {
                return None;
            }
            if self.is_data_class(owner) && self.data_class(owner).is_none() {
                return None;
            }
            if binds("__init__") {
                if self.data_class(owner).is_some_and(DataClass::replaces_init) {
                    return None;
                }
                let function = self.only_function(owner, "__init__")?;
                let creates_itself = self.is_made_by_bases(&order, owner);
                let init = FunctionRef { module: owner.module, function };
                return (!creates_itself).then(|| self.taken_by(init, true))?;
            }
            if definition.decorators.len > 0 {
                return self.taken_by_fields(class, owner);
            }
        }
        None
    }

    /// Returns whether a module passes one of its classes to a call that may give it a constructor.
    fn may_be_completed(&mut self, order: &Mro) -> bool {
        order.iter().flatten().any(|(owner, _)| {
            if !self.is_of_project(owner.module) {
                return false;
            }
            self.rest_on_text(owner.module);
            let summary = self.summary(owner.module);
            let name = summary.class(owner.class).name;
            summary.calls.iter().any(|site| {
                let given = summary.arguments_of(site.expression).unwrap_or_default();
                let is_it = |argument: &Argument| matches!(summary.expression(argument.value), Expression::Name(given) if given == name);
                !summary.last_roles(site.expression).has(Role::InspectsClass) && given.iter().any(is_it)
            })
        })
    }

    /// Returns the function to which a class body binds a name, once or behind overloads.
    fn only_function(&mut self, class: ClassRef, name: &str) -> Option<FunctionId> {
        let summary = self.summary(class.module);
        let mut bindings = summary.bindings_of(summary.class(class.class).scope, name).iter();
        let BindingKind::Function(last) = bindings.next_back()?.kind else { return None };
        let is_overload = |binding: &Binding| matches!(binding.kind, BindingKind::Function(function) if summary.is_overload(function));
        bindings.all(is_overload).then_some(last)
    }

    /// Returns whether a base behind a class has a `__new__` of the project or of a library.
    fn is_made_by_bases(&mut self, order: &Mro, class: ClassRef) -> bool {
        order.iter().flatten().skip_while(|(owner, _)| *owner != class).any(|(owner, _)| {
            self.engine.origin(owner.module) != Origin::StandardLibrary
                && self.binds_in_body(*owner, "__new__")
        })
    }

    /// Returns whether the arguments of a call fit nothing that it may call, with the first signature that they do not fit. This is an
    /// outermost query.
    pub fn misfit(&mut self, module: ModuleId, site: &CallSite) -> Option<(Rc<Signature>, Misfit)> {
        let signatures = self.signatures_called(module, site)?;
        let summary = self.summary(module);
        let mut first = None;
        for signature in signatures {
            let misfit = signature.misfit(summary, site.expression)?;
            first.get_or_insert((signature, misfit));
        }
        first.filter(|_| !self.may_be_another(module, site))
    }
}

/// The parameter `*args`.
fn any_positional() -> TakenParameter {
    TakenParameter { name: "args".to_owned(), kind: ParameterKind::Variadic, is_required: false }
}
