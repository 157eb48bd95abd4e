//! What the constructors of checked records take: classes whose annotated fields are keyword arguments.

use loopmend_catalog::{Role, is, named};
use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, Class, Expression, ExpressionId, Operator, ParameterKind, Summary,
};
use loopmend_project::{EnvironmentSource, Era, Origin, Version};

use super::memo::Mro;
use super::signature::TakenParameter;
use super::types::Location;
use super::{ClassRef, Inference, Type};
use crate::engine::{Engine, ModuleId};

/// What a record does with arguments that are no fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extra {
    Forbidden,
    Taken,
}

/// A method that all records of newer versions have, and none of older ones (docs.pydantic.dev/latest/migration).
const METHOD_OF_NEW_RECORDS: &str = "model_dump";

/// The distribution whose records these are.
const DISTRIBUTION: &str = "pydantic";

/// The first of the newer versions.
fn first_new_version() -> Version {
    Version::new([2])
}

impl Engine<'_> {
    /// Returns whether packages are looked up in an environment of the project, rather than in that of any interpreter.
    fn has_environment_of_project(&self) -> bool {
        let environment = self.project().environment();
        environment.is_some_and(|environment| environment.source != EnvironmentSource::SearchPath)
    }

    /// Returns on which side of the first new version the versions are that the requirements nearest to a module mean.
    fn record_era_near(&self, module: ModuleId) -> Option<Era> {
        let directory = self.module_path(module)?.parent()?;
        let known = self.record_eras.shard(directory).get(directory).copied();
        known.unwrap_or_else(|| {
            let era = self.project().era_near(directory, DISTRIBUTION, &first_new_version());
            self.record_eras.shard(directory).insert(directory.to_owned(), era);
            era
        })
    }
}

impl Inference<'_> {
    /// Returns whether a class is a base of records that takes the annotated fields of its subclasses as keyword arguments, and checks them.
    pub(super) fn is_record_base(&mut self, class: ClassRef) -> bool {
        named(self.class_name(class)).has(Role::ChecksFields)
            && is(self.path_of_class(class).as_str(), Role::ChecksFields)
    }

    /// Returns whether a base of records that check their fields takes the arguments of a class: none before it has an `__init__`. This is an
    /// outermost query.
    pub fn is_checked_record(&mut self, class: ClassRef) -> bool {
        self.begin();
        let order = self.mro(class);
        let mut owners = order.iter().flatten().map(|(owner, _)| *owner);
        let taker =
            owners.find(|owner| self.is_record_base(*owner) || self.binds_in_body(*owner, "__init__"));
        taker.is_some_and(|taker| self.is_record_base(taker))
    }

    /// Returns what a record of the project takes: its fields and those of its bases. `order` is its method resolution order, which leads
    /// to `base`. Returns `None` if options or validators may change what is taken.
    pub(super) fn taken_by_record(&mut self, order: &Mro, base: ClassRef) -> Option<Vec<TakenParameter>> {
        let is_new = self.is_of_new_version(order, base);
        let owners: Vec<ClassRef> =
            order.iter().flatten().map(|(owner, _)| *owner).take_while(|owner| *owner != base).collect();
        let mut fields: Vec<TakenParameter> = Vec::new();
        let mut extra = Extra::Taken;
        for owner in owners.into_iter().rev() {
            if self.engine.origin(owner.module) == Origin::StandardLibrary {
                continue;
            }
            self.rest_on_text(owner.module);
            let summary = self.summary(owner.module);
            let class = summary.class(owner.class);
            if class.has_options
                || class.metaclass.is_some()
                || changes_input(summary, class)
                || self.has_fields_for_checkers(owner)
            {
                return None;
            }
            extra = extra_of(summary, class)?.unwrap_or(extra);
            if !self.mro(owner).iter().flatten().any(|(ancestor, _)| *ancestor == base) {
                // Which annotations of other classes count depends on the version.
                return None;
            }
            for RecordField { name, is_required } in self.fields_of_record(owner, is_new)? {
                let place = fields.iter().position(|known| known.name == name);
                match (place, is_required) {
                    (Some(place), Required::NoField) => drop(fields.remove(place)),
                    (Some(place), _) => fields[place] = field(&name, is_required == Required::Yes),
                    (None, Required::Yes | Required::No) => {
                        fields.push(field(&name, is_required == Required::Yes));
                    }
                    (None, _) => {}
                }
            }
        }
        fields.sort_by_key(|field| !field.is_required);
        if extra == Extra::Taken {
            let (name, kind) = ("data".to_owned(), ParameterKind::VariadicKeyword);
            fields.push(TakenParameter { name, kind, is_required: false });
        }
        Some(fields)
    }

    /// Returns whether a record is certainly one of a newer version. The requirements nearest to the record decide, then what its modules import
    /// from the library, then the version that is installed for the project.
    fn is_of_new_version(&mut self, order: &Mro, base: ClassRef) -> bool {
        if !self.binds_in_body(base, METHOD_OF_NEW_RECORDS) {
            return false;
        }
        let owners = order.iter().flatten().map(|(owner, _)| *owner).take_while(|owner| *owner != base);
        let modules: Vec<ModuleId> = owners.map(|owner| owner.module).collect();
        let nearest = modules.first().and_then(|module| self.engine.record_era_near(*module));
        if let Some(era) = nearest {
            return era == Era::From;
        }
        let mut imports = |role| {
            modules.iter().any(|module| {
                self.rest_on_text(*module);
                imports_name_with(self.summary(*module), role)
            })
        };
        if imports(Role::OnlyInOlderRecords) {
            return false;
        }
        imports(Role::OnlyInPresentRecords) || self.engine.has_environment_of_project()
    }

    /// Returns the names that the body of a record binds, in source order. Returns `None` if the name under which a field is taken is not
    /// known.
    fn fields_of_record(&mut self, class: ClassRef, is_new: bool) -> Option<Vec<RecordField>> {
        let summary = self.summary(class.module);
        let scope = summary.class(class.class).scope;
        let at = Location::in_scope(class.module, scope);
        let mut fields: Vec<(u32, RecordField)> = Vec::new();
        for entry in &summary.scope(scope).entries {
            let name = summary.name(entry.name);
            let Some(last) = summary.bindings_in(*entry).last().filter(|_| !name.starts_with('_')) else {
                continue;
            };
            let mut add = |name: &str, is_required| {
                fields.push((last.offset, RecordField { name: name.to_owned(), is_required }));
            };
            // A field in a block, such as one for type checkers, may not be there.
            if !last.is_unconditional() {
                return None;
            }
            match last.kind {
                BindingKind::Annotated { annotation, .. } if is_no_field(summary, annotation) => {
                    add(name, Required::NoField);
                }
                BindingKind::Annotated { annotation, value } => {
                    let stated = self.stated_field(at, annotation, value, is_new);
                    let aliases = stated.aliases?;
                    let is_required = stated.is_required && aliases.is_empty();
                    add(name, if is_required { Required::Yes } else { Required::No });
                    aliases.iter().for_each(|alias| add(alias, Required::No));
                }
                BindingKind::Value(_) => add(name, Required::IfField),
                _ => {}
            }
        }
        fields.sort_by_key(|(offset, _)| *offset);
        Some(fields.into_iter().map(|(_, field)| field).collect())
    }

    fn stated_field(
        &mut self,
        at: Location,
        annotation: ExpressionId,
        value: Option<ExpressionId>,
        is_new: bool,
    ) -> StatedField {
        let summary = self.summary(at.module);
        let mut stated = StatedField { is_required: true, aliases: Some(Vec::new()) };
        match value {
            Some(value) if states_field(summary, value) => stated.add(summary, value),
            Some(value) => {
                stated.is_required = false;
                if self.may_state_field(at, value) {
                    stated.aliases = None;
                }
            }
            None => stated.is_required = self.is_required_by(at, annotation, is_new),
        }
        if let Expression::Subscript { value, slice } = summary.expression(annotation)
            && let Expression::Tuple(parts) = summary.expression(slice)
            && summary.last_roles(value).has(Role::QualifiesAnnotation)
        {
            for part in summary.list(parts).iter().skip(1) {
                if states_field(summary, *part) {
                    stated.add(summary, *part);
                } else if self.may_state_field(at, *part) {
                    stated.aliases = None;
                }
            }
        }
        stated
    }

    /// Returns whether a name or a call may stand for what states a field. Classes do not.
    fn may_state_field(&mut self, at: Location, value: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        match summary.expression(value) {
            Expression::Call { .. } | Expression::Name(_) | Expression::Attribute { .. } => {
                !matches!(self.evaluate(at, summary.callee_or_itself(value)), Type::Class(_))
            }
            _ => false,
        }
    }

    /// Returns whether an annotation alone makes a field required: all its names are classes and type forms, which hide no default. In older
    /// versions, a field that may be `None` has that default.
    fn is_required_by(&mut self, at: Location, annotation: ExpressionId, is_new: bool) -> bool {
        let summary = self.summary(at.module);
        match summary.expression(annotation) {
            Expression::None => is_new,
            Expression::Subscript { value, .. } => self.is_required_by(at, value, is_new),
            Expression::Binary { operator: Operator::BitOr, left, right } => {
                self.is_required_by(at, left, is_new) && self.is_required_by(at, right, is_new)
            }
            Expression::Name(_) | Expression::Attribute { .. } => {
                let form = summary.last_roles(annotation);
                let is_form = form.has(Role::SpecialForm);
                let may_be_none = form.has(Role::UntypedForm) || form.has(Role::TransparentAnnotation);
                match self.evaluate(at, annotation) {
                    _ if is_form => is_new || !may_be_none,
                    // Under another name, a type may hide a default.
                    Type::Class(class) => summary.last_name(annotation) == Some(self.class_name(class)),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// A name that the body of a record binds.
struct RecordField {
    name: String,
    is_required: Required,
}

/// What a binding makes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Required {
    Yes,
    No,
    /// An assignment without an annotation gives a field of a base a default.
    IfField,
    /// The annotation takes the field of a base away.
    NoField,
}

/// What the annotation and the value of a field state.
struct StatedField {
    is_required: bool,
    /// Other names under which the field is taken; `None` if they are not known.
    aliases: Option<Vec<String>>,
}

impl StatedField {
    /// Adds what the call of `Field` says.
    fn add(&mut self, summary: &Summary, call: ExpressionId) {
        for Argument { kind, value } in summary.arguments_of(call).unwrap_or_default() {
            let value = *value;
            match kind {
                // `...` stands for no default.
                ArgumentKind::Positional => {
                    self.is_required &= matches!(summary.expression(value), Expression::Plain);
                }
                ArgumentKind::Keyword(name) => match named(summary.name(*name)) {
                    option if option.has(Role::GivesDefault) => self.is_required = false,
                    option if option.has(Role::RenamesField) => match summary.text_of(value) {
                        Some(alias) => self.aliases.iter_mut().for_each(|known| known.push(alias.to_owned())),
                        None => self.aliases = None,
                    },
                    _ => {}
                },
                _ => self.aliases = None,
            }
        }
    }
}

/// Returns whether a module imports a name that has a role.
fn imports_name_with(summary: &Summary, role: Role) -> bool {
    summary.imported.iter().any(|imported| {
        let path = format!("{}.{}", summary.name(imported.module), summary.name(imported.name));
        is(path.as_str(), role)
    })
}

/// Returns whether an expression is a call of `Field`.
fn states_field(summary: &Summary, value: ExpressionId) -> bool {
    summary.call(value).is_some() && summary.last_roles(value).has(Role::StatesCheckedField)
}

fn field(name: &str, is_required: bool) -> TakenParameter {
    TakenParameter { name: name.to_owned(), kind: ParameterKind::KeywordOnly, is_required }
}

fn is_no_field(summary: &Summary, annotation: ExpressionId) -> bool {
    let annotated = match summary.expression(annotation) {
        Expression::Subscript { value, .. } => value,
        _ => annotation,
    };
    summary.last_roles(annotated).has(Role::NoField)
}

/// Returns whether a validator or method of a class sees the arguments before the fields are checked, or may take the place of the check.
fn changes_input(summary: &Summary, class: &Class) -> bool {
    let changes = |expression: ExpressionId| {
        summary.last_roles(expression).has(Role::ChangesInput) && !runs_after(summary, expression)
    };
    let mut calls = summary.calls_in(class.scope);
    let bindings = summary.scope(class.scope).entries.iter().flat_map(|entry| summary.bindings_in(*entry));
    let mut methods = bindings.filter_map(|binding| match binding.kind {
        BindingKind::Function(method) => Some(summary.function(method)),
        _ => None,
    });
    calls.any(|call| changes(call.expression))
        || methods.any(|method| {
            named(summary.name(method.name)).has(Role::ChangesInput)
                || summary.list(method.decorators).iter().any(|decorator| changes(*decorator))
        })
}

/// Returns whether a validator runs after the fields are checked.
fn runs_after(summary: &Summary, decorator: ExpressionId) -> bool {
    summary.arguments_of(decorator).unwrap_or_default().iter().any(|argument| {
        matches!(argument.kind, ArgumentKind::Keyword(name) if summary.name(name) == "mode")
            && summary.text_of(argument.value) == Some("after")
    })
}

/// Returns what the options of a record say about arguments that are no fields, if they say it. Returns `None` if the options are not known
/// or rename the fields.
fn extra_of(summary: &Summary, class: &Class) -> Option<Option<Extra>> {
    let mut extra = None;
    for (name, value) in options(summary, class)? {
        if named(name).has(Role::RenamesField) {
            return None;
        }
        if name == "extra" {
            let is_forbidden = match summary.text_of(value) {
                Some(text) => text == "forbid",
                None => summary.last_name(value)? == "forbid",
            };
            extra = Some(if is_forbidden { Extra::Forbidden } else { Extra::Taken });
        }
    }
    Some(extra)
}

/// Returns the options that the body of a record states: as `model_config` in newer versions, as a class `Config` in older ones. Returns `None`
/// if not all are written there.
fn options<'s>(summary: &'s Summary, class: &Class) -> Option<Vec<(&'s str, ExpressionId)>> {
    let mut options = Vec::new();
    for name in Role::HoldsRecordOptions.names() {
        for binding in summary.bindings_of(class.scope, name) {
            match binding.kind {
                BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                    options.extend(written_options(summary, value)?);
                }
                BindingKind::Class(config) => {
                    let config = summary.class(config);
                    if config.bases.len > 0 {
                        return None;
                    }
                    for entry in &summary.scope(config.scope).entries {
                        if let [only] = summary.bindings_in(*entry)
                            && let BindingKind::Value(value) = only.kind
                        {
                            options.push((summary.name(entry.name), value));
                        }
                    }
                }
                _ => return None,
            }
        }
    }
    Some(options)
}

/// Returns the options in `ConfigDict(name=value)`.
fn written_options(summary: &Summary, value: ExpressionId) -> Option<Vec<(&str, ExpressionId)>> {
    let arguments = summary.arguments_of(value)?.iter();
    arguments
        .map(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => Some((summary.name(name), argument.value)),
            _ => None,
        })
        .collect()
}
