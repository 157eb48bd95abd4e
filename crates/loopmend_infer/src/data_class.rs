//! What the constructors of data classes take: those of the standard library, and those of attrs.

use loopmend_catalog::{Role, entry, named};
use loopmend_core::Span;
use loopmend_index::summary::{
    ArgumentKind, Binding, BindingKind, Expression, ExpressionId, Literal, ParameterKind, ScopeId, Summary,
};
use loopmend_project::Origin;

use super::signature::TakenParameter;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type};

/// How a decorator makes the `__init__` of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DataClass {
    fields: Fields,
    /// Whether all fields are keyword-only.
    is_keyword_only: bool,
    /// Whether the decorator asks for a constructor.
    asks_for_init: bool,
}

impl DataClass {
    /// Returns whether the decorator may make a constructor where the class has one.
    pub(super) fn replaces_init(self) -> bool {
        match self.fields {
            Fields::OfStandard => false,
            Fields::Stated | Fields::Annotated => true,
            Fields::AnnotatedOrStated => self.asks_for_init,
        }
    }
}

/// What the fields of a data class are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fields {
    /// What is annotated, for `dataclass` of the standard library.
    OfStandard,
    /// What is annotated, for attrs.
    Annotated,
    /// What `attr.ib()` or `field()` states.
    Stated,
    /// The same if any is stated without an annotation, and else what is annotated.
    AnnotatedOrStated,
}

/// A field of a data class.
struct Field {
    offset: u32,
    parameter: Option<TakenParameter>,
    /// Whether the fields behind it are keyword-only.
    is_marker: bool,
    name: String,
}

impl Inference<'_> {
    /// Returns what a data class takes by its fields and those of its bases.
    pub(super) fn taken_by_fields(
        &mut self,
        class: ClassRef,
        generating: ClassRef,
    ) -> Option<Vec<TakenParameter>> {
        let order = self.mro(class);
        let owners: Vec<ClassRef> = order
            .iter()
            .flatten()
            .map(|(owner, _)| *owner)
            .skip_while(|owner| *owner != generating)
            .collect();
        let mut fields: Vec<TakenParameter> = Vec::new();
        let mut first = None;
        for owner in owners.into_iter().rev() {
            let decorators = self.summary(owner.module).class(owner.class).decorators;
            if self.engine.origin(owner.module) == Origin::StandardLibrary {
                continue;
            }
            if decorators.len == 0 {
                continue;
            }
            let known = self.data_class(owner)?;
            // The one library does not see the fields of the other.
            let is_standard = known.fields == Fields::OfStandard;
            if *first.get_or_insert(is_standard) != is_standard {
                return None;
            }
            for parameter in self.own_fields(owner, known)? {
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
    pub fn is_standard_data_class(&mut self, class: ClassRef) -> bool {
        self.begin();
        self.data_class(class).is_some_and(|known| known.fields == Fields::OfStandard)
    }

    /// Returns how the only decorator of a class makes its `__init__`. Returns `None` if it has others, or if that is not known.
    pub(super) fn data_class(&mut self, class: ClassRef) -> Option<DataClass> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let [decorator] = summary.list(definition.decorators) else { return None };
        let at = Location::around(summary, class.module, definition.scope);
        let callee = summary.callee_or_itself(*decorator);
        if !summary.last_roles(callee).has(Role::DataClass) {
            return None;
        }
        let imported = summary.import_path(at.scope, callee).and_then(|path| entry(&path));
        let known = match (imported, self.evaluate(at, callee)) {
            (Some(known), _) => known,
            (None, Type::Function(id)) => {
                let function = self.callee(id).function;
                // Under another name, it may have options.
                let own = summary_name(self.summary(function.module), function);
                let path = self.path_of_function(function);
                entry(&path).filter(|_| summary.last_name(callee) == Some(own))?
            }
            _ => return None,
        };
        let roles = known.roles;
        let fields = match roles.has(Role::AttrsClass) {
            true if roles.has(Role::TakesStatedFields) => Fields::Stated,
            true => Fields::AnnotatedOrStated,
            false if roles.has(Role::StandardDataClass) => Fields::OfStandard,
            false => return None,
        };
        let mut known = DataClass { fields, is_keyword_only: false, asks_for_init: false };
        for argument in summary.arguments_of(*decorator).unwrap_or_default() {
            let ArgumentKind::Keyword(name) = argument.kind else { return None };
            let is_true = is_true(summary, argument.value);
            match summary.name(name) {
                "init" if is_true => known.asks_for_init = true,
                "init" => return None,
                "kw_only" => known.is_keyword_only = is_true,
                "auto_attribs" => known.fields = if is_true { Fields::Annotated } else { Fields::Stated },
                option if named(option).has(Role::DropsField) => return None,
                _ => {}
            }
        }
        Some(known)
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

    /// Returns the fields of a data class in source order, each with its name; without a parameter if callers may not pass it.
    fn own_fields(
        &mut self,
        class: ClassRef,
        known: DataClass,
    ) -> Option<Vec<(String, Option<TakenParameter>)>> {
        self.rest_on_text(class.module);
        if self.has_fields_for_checkers(class) {
            return None;
        }
        let summary = self.summary(class.module);
        let scope = summary.class(class.class).scope;
        let entries = &summary.scope(scope).entries;
        let bindings = || entries.iter().flat_map(|entry| summary.bindings_in(*entry));
        let is_stated_alone = |binding: &Binding| matches!(binding.kind, BindingKind::Value(value) if states_field(summary, value));
        let takes_annotated = match known.fields {
            Fields::OfStandard | Fields::Annotated => true,
            Fields::Stated => false,
            Fields::AnnotatedOrStated => !bindings().any(is_stated_alone),
        };
        let mut fields = Vec::new();
        for entry in entries {
            let bindings = summary.bindings_in(*entry);
            let is_field = |binding: &Binding| match (binding.kind, takes_annotated) {
                (BindingKind::Annotated { .. }, true) => true,
                (BindingKind::Annotated { value, .. }, false) => {
                    value.is_some_and(|value| states_field(summary, value))
                }
                _ => !takes_annotated && is_stated_alone(binding),
            };
            if !bindings.iter().any(is_field) {
                continue;
            }
            let [only] = bindings else { return None };
            let (annotation, value) = match only.kind {
                BindingKind::Annotated { annotation, value } => (Some(annotation), value),
                BindingKind::Value(value) => (None, Some(value)),
                _ => return None,
            };
            if !only.is_unconditional() {
                return None;
            }
            let name = summary.name(entry.name);
            let mut field = field(summary, only.offset, name, (annotation, value), known)?;
            if let Some(parameter) = &mut field.parameter {
                parameter.is_required &= !has_default_method(summary, scope, name);
            }
            fields.push(field);
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
}

/// Returns whether a value is a call that states the options of a field: `field()`, `attr.ib()`.
fn states_field(summary: &Summary, value: ExpressionId) -> bool {
    summary.call(value).is_some() && summary.last_roles(value).has(Role::StatesField)
}

/// Returns whether a method of a class gives a field its default: `@name.default` (attrs.org/en/stable/examples.html#defaults).
fn has_default_method(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let entries = &summary.scope(scope).entries;
    entries.iter().flat_map(|entry| summary.bindings_in(*entry)).any(|binding| match binding.kind {
        BindingKind::Function(method) => {
            summary.list(summary.function(method).decorators).iter().any(|decorator| {
                matches!(summary.dotted_parts(*decorator).as_deref(), Some([field, "default"]) if *field == name)
            })
        }
        _ => false,
    })
}

fn summary_name(summary: &Summary, FunctionRef { function, .. }: FunctionRef) -> &str {
    summary.name(summary.function(function).name)
}

fn is_true(summary: &Summary, value: ExpressionId) -> bool {
    matches!(summary.expression(value), Expression::Literal(Literal::Boolean(true)))
}

/// Returns a field of a data class (docs.python.org/3/library/dataclasses.html, attrs.org/en/stable/api.html#attrs.field); `None` if its options
/// are not known.
fn field(
    summary: &Summary,
    offset: u32,
    name: &str,
    (annotation, value): (Option<ExpressionId>, Option<ExpressionId>),
    DataClass { fields, is_keyword_only, .. }: DataClass,
) -> Option<Field> {
    let annotated = annotation.map(|annotation| match summary.expression(annotation) {
        Expression::Subscript { value, .. } => value,
        _ => annotation,
    });
    let annotated = named(annotated.and_then(|annotated| summary.last_name(annotated)));
    let new = |parameter, is_marker| Field { offset, parameter, is_marker, name: name.to_owned() };
    if annotated.has(Role::NoField) && !annotated.has(Role::InitOnlyField) {
        return Some(new(None, annotated.has(Role::KeywordOnlyFields)));
    }
    // The name of a private field loses its underscores, and Python writes one with two of them in another way.
    let taken = match fields {
        Fields::OfStandard => name,
        _ if name.starts_with("__") => return None,
        _ => name.trim_start_matches('_'),
    };
    let mut parameter = TakenParameter {
        name: taken.to_owned(),
        kind: if is_keyword_only { ParameterKind::KeywordOnly } else { ParameterKind::Positional },
        is_required: value.is_none(),
    };
    let Some(call) = value.filter(|value| summary.call(*value).is_some()) else {
        return Some(new(Some(parameter), false));
    };
    if !states_field(summary, call) {
        // A function may hand on what `field` returns; a class makes a default.
        let made = summary.last_name(call).unwrap_or_default();
        return made.starts_with(char::is_uppercase).then(|| new(Some(parameter), false));
    }
    parameter.is_required = true;
    for argument in summary.arguments_of(call).unwrap_or_default() {
        let option = match argument.kind {
            ArgumentKind::Keyword(option) => summary.name(option),
            // The first argument of `attr.ib` is the default.
            ArgumentKind::Positional if fields != Fields::OfStandard => {
                parameter.is_required = false;
                continue;
            }
            _ => return None,
        };
        match option {
            option if named(option).has(Role::GivesDefault) => parameter.is_required = false,
            "init" if !is_true(summary, argument.value) => return Some(new(None, false)),
            "kw_only" if is_true(summary, argument.value) => parameter.kind = ParameterKind::KeywordOnly,
            "kw_only" => parameter.kind = ParameterKind::Positional,
            "alias" => parameter.name = summary.text_of(argument.value)?.to_owned(),
            _ => {}
        }
    }
    Some(new(Some(parameter), false))
}
