//! What the functions and classes of the project take, and what of the arguments of a call does not fit.

use std::rc::Rc;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_project::Origin;

use super::memo::Mro;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;
use crate::summary::{
    Argument, ArgumentKind, Binding, BindingKind, CallSite, Expression, ExpressionId, FunctionId, Literal,
    Overloads, ParameterKind, Summary,
};

/// A parameter, as callers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TakenParameter {
    pub(crate) name: String,
    pub(crate) kind: ParameterKind,
    /// Whether callers must pass it.
    pub(crate) is_required: bool,
}

/// A function or class with what callers may pass to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    pub(crate) definition: Definition,
    pub(crate) parameters: Vec<TakenParameter>,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Definition {
    Function(FunctionRef),
    Class(ClassRef),
}

/// What of the arguments of a call does not fit a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// The keywords that no parameter takes.
    Unknown(Vec<String>),
    /// More positional arguments than this number, which parameters take.
    TooMany(usize),
    /// The parameters that get no argument.
    Missing(Vec<String>),
}

/// A field of a data class.
struct Field {
    offset: u32,
    parameter: Option<TakenParameter>,
    /// Whether the fields behind it are keyword-only.
    is_marker: bool,
    name: String,
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
    pub(crate) fn left_for_keyword(&self, summary: &Summary, call: ExpressionId) -> Vec<&TakenParameter> {
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
        let is_named = |inference: &mut Self, part: &Type| match part {
            Type::Class(class) => written == Some(inference.class_name(*class)),
            _ => true,
        };
        if !called.iter().all(|part| is_named(self, part)) {
            return None;
        }
        called.into_iter().map(|part| self.known_signature(part)).collect()
    }

    /// Returns whether the attribute that a call calls may be that of a subclass.
    fn may_be_another(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let summary = self.summary(module);
        let callee = summary.callee_or_itself(site.expression);
        let Expression::Attribute { value, name } = summary.expression(callee) else { return false };
        let is_given_by_callers = self.is_given_by_callers;
        let object = self.expression(module, site.scope, value);
        self.is_given_by_callers |= is_given_by_callers;
        self.parts(object).into_iter().any(|part| match part {
            Type::Instance(class, _) | Type::Class(class) => {
                self.is_replaced_in_subclass(class, summary.name(name))
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
    pub(crate) fn signature_as_called(&mut self, function: FunctionRef, is_bound: bool) -> Option<Signature> {
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
        if is_abstract || !self.keeps_function(function) {
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
                    ("builtins", "object") => return Some(Vec::new()),
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
            if self.is_data_class(owner) && self.data_class_options(owner).is_none() {
                return None;
            }
            if binds("__init__") {
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

    /// Returns what a data class takes by its fields and those of its bases.
    fn taken_by_fields(&mut self, class: ClassRef, generating: ClassRef) -> Option<Vec<TakenParameter>> {
        let order = self.mro(class);
        let owners: Vec<ClassRef> = order
            .iter()
            .flatten()
            .map(|(owner, _)| *owner)
            .skip_while(|owner| *owner != generating)
            .collect();
        let mut fields: Vec<TakenParameter> = Vec::new();
        for owner in owners.into_iter().rev() {
            let decorators = self.summary(owner.module).class(owner.class).decorators;
            if self.engine.origin(owner.module) == Origin::StandardLibrary {
                continue;
            }
            if decorators.len == 0 {
                continue;
            }
            let is_keyword_only = self.data_class_options(owner)?;
            for parameter in self.own_fields(owner, is_keyword_only)? {
                match (parameter, fields.iter_mut()) {
                    ((name, None), _) => fields.retain(|known| known.name != name),
                    ((_, Some(new)), mut known) => match known.find(|known| known.name == new.name) {
                        Some(known) => *known = new,
                        None => fields.push(new),
                    },
                }
            }
        }
        // Keyword-only fields come behind the others.
        fields.sort_by_key(|field| field.kind == ParameterKind::KeywordOnly);
        Some(fields)
    }

    /// Returns whether the only decorator of a class is `dataclass` of the standard library. This is an outermost query.
    pub(crate) fn is_standard_data_class(&mut self, class: ClassRef) -> bool {
        self.begin();
        self.data_class_options(class).is_some()
    }

    /// Returns whether all fields of a class are keyword-only. Returns `None` unless its only decorator is `dataclass`, and makes an
    /// `__init__`.
    fn data_class_options(&mut self, class: ClassRef) -> Option<bool> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let [decorator] = summary.list(definition.decorators) else { return None };
        let at = Location::around(summary, class.module, definition.scope);
        let callee = summary.callee_or_itself(*decorator);
        let Type::Function(id) = self.evaluate(at, callee) else { return None };
        let function = self.callee(id).function;
        if !named(summary.last_name(callee)).has(Role::DataClass)
            || !self.is_defined_as(function, "dataclasses.dataclass")
        {
            return None;
        }
        let mut is_keyword_only = false;
        for argument in summary.arguments_of(*decorator).unwrap_or_default() {
            let ArgumentKind::Keyword(name) = argument.kind else { return None };
            match summary.name(name) {
                "init" if !is_true(summary, argument.value) => return None,
                "kw_only" => is_keyword_only = is_true(summary, argument.value),
                _ => {}
            }
        }
        Some(is_keyword_only)
    }

    /// Returns whether the body of a class may have fields for type checkers alone.
    pub(super) fn has_fields_for_checkers(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let bindings =
            summary.scope(definition.scope).entries.iter().flat_map(|entry| summary.bindings_in(*entry));
        let last = bindings.map(|binding| binding.offset).max();
        let Some(last) = last.filter(|last| *last > definition.header.end) else { return false };
        self.engine.mentions_within(class.module, Span::new(definition.header.end, last), "TYPE_CHECKING")
    }

    /// Returns the fields of a data class that its body annotates, each with its name; without a parameter if callers may not pass it.
    fn own_fields(
        &mut self,
        class: ClassRef,
        is_keyword_only: bool,
    ) -> Option<Vec<(String, Option<TakenParameter>)>> {
        self.rest_on_text(class.module);
        if self.has_fields_for_checkers(class) {
            return None;
        }
        let summary = self.summary(class.module);
        let scope = summary.class(class.class).scope;
        let mut fields = Vec::new();
        for entry in &summary.scope(scope).entries {
            let bindings = summary.bindings_in(*entry);
            let is_annotated = |kind| matches!(kind, BindingKind::Annotated { .. });
            if !bindings.iter().any(|binding| is_annotated(binding.kind)) {
                continue;
            }
            let [only] = bindings else { return None };
            let BindingKind::Annotated { annotation, value } = only.kind else { return None };
            if !only.is_unconditional() {
                return None;
            }
            let name = summary.name(entry.name).to_owned();
            fields.push(field(summary, only.offset, name, annotation, value, is_keyword_only)?);
        }
        fields.sort_unstable_by_key(|field| field.offset);
        let mut is_behind_marker = false;
        let mut taken = Vec::new();
        for Field { parameter, is_marker, name, .. } in fields {
            if is_marker {
                is_behind_marker = true;
                continue;
            }
            let kind = |known| if is_behind_marker { ParameterKind::KeywordOnly } else { known };
            let parameter = parameter.map(|known| TakenParameter { kind: kind(known.kind), ..known });
            taken.push((name, parameter));
        }
        Some(taken)
    }

    /// Returns whether the arguments of a call fit nothing that it may call, with the first signature that they do not fit. This is an
    /// outermost query.
    pub(crate) fn misfit(&mut self, module: ModuleId, site: &CallSite) -> Option<(Rc<Signature>, Misfit)> {
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

fn is_true(summary: &Summary, value: ExpressionId) -> bool {
    matches!(summary.expression(value), Expression::Literal(Literal::Boolean(true)))
}

/// Returns a field of a data class (docs.python.org/3/library/dataclasses.html); `None` if its options are not known.
fn field(
    summary: &Summary,
    offset: u32,
    name: String,
    annotation: ExpressionId,
    value: Option<ExpressionId>,
    is_keyword_only: bool,
) -> Option<Field> {
    let annotated = match summary.expression(annotation) {
        Expression::Subscript { value, .. } => value,
        _ => annotation,
    };
    let annotated = named(summary.last_name(annotated));
    if annotated.has(Role::NoField) && !annotated.has(Role::InitOnlyField) {
        let is_marker = annotated.has(Role::KeywordOnlyFields);
        return Some(Field { offset, parameter: None, is_marker, name });
    }
    let mut parameter = TakenParameter {
        name: name.clone(),
        kind: if is_keyword_only { ParameterKind::KeywordOnly } else { ParameterKind::Positional },
        is_required: value.is_none(),
    };
    let of_call = value.filter(|value| summary.call(*value).is_some());
    if let Some(call) = of_call {
        let made = summary.last_name(call).unwrap_or_default();
        if !named(made).has(Role::StatesField) {
            // A function may hand on what `field` returns; a class makes a default.
            return made.starts_with(char::is_uppercase).then_some(Field {
                offset,
                parameter: Some(parameter),
                is_marker: false,
                name,
            });
        }
        parameter.is_required = true;
        for argument in summary.arguments_of(call).unwrap_or_default() {
            let ArgumentKind::Keyword(option) = argument.kind else { return None };
            match summary.name(option) {
                option if named(option).has(Role::GivesDefault) => parameter.is_required = false,
                "init" if !is_true(summary, argument.value) => {
                    return Some(Field { offset, parameter: None, is_marker: false, name });
                }
                "kw_only" if is_true(summary, argument.value) => parameter.kind = ParameterKind::KeywordOnly,
                "kw_only" => parameter.kind = ParameterKind::Positional,
                _ => {}
            }
        }
    }
    Some(Field { offset, parameter: Some(parameter), is_marker: false, name })
}
