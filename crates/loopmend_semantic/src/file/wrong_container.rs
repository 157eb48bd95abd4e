//! Containers that are passed to functions which always use them as another kind of container.

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};
use loopmend_flow::{Follow, Form, FunctionFlow, Part, StepKind, Target};
use loopmend_index::summary::{CallSite, Collection, Expression, ExpressionId, Test};
use loopmend_project::Origin;
use ruff_python_ast::Expr;
use rustc_hash::FxHashMap;
use smallvec::smallvec;

use super::{Call, File, call_of};
use crate::infer::{ClassRef, Constructor, FunctionRef, Type};

/// A container that is passed where another kind of container is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongContainer {
    /// The argument.
    pub place: Span,
    /// The name of the class of the argument: `list`.
    pub given: String,
    /// What the function does that the argument does not support: `.items`, `["key"]`.
    pub used: String,
    /// The definition of the function, if its text can be shown.
    pub definition: Option<Place>,
    /// The name of the parameter.
    pub parameter: String,
    /// The qualified name of the function.
    pub function: String,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
}

/// Caches whether the text of a function uses a parameter in a way that a class does not support. The parameter is an index.
type Known = FxHashMap<(FunctionRef, ClassRef, usize), bool>;

/// The class of texts.
const TEXT: &str = "str";

/// A use of a parameter that a function always makes.
#[derive(Clone, Debug)]
enum Use {
    /// It reads an attribute.
    Attribute(String),
    /// It takes the item of a text.
    TextKey(String),
}

impl File<'_> {
    /// Returns the containers that calls of the project pass to functions which always use them in a way that they do not support, in source
    /// order. Skips calls that are meant to fail.
    pub fn wrong_containers(&mut self) -> Vec<WrongContainer> {
        let summary = self.summary();
        let mut known = Known::default();
        let find = |(site, place, argument)| self.wrong_container(site, place, argument, &mut known);
        summary.plain_arguments().filter_map(find).collect()
    }

    fn wrong_container(
        &mut self,
        site: &CallSite,
        place: usize,
        argument: ExpressionId,
        known: &mut Known,
    ) -> Option<WrongContainer> {
        let summary = self.summary();
        let class = self.class_of_container(argument)?;
        let call = call_of(summary, site);
        let (function, bound) = self.function_called(&call)?;
        if self.engine().origin(function.module) != Origin::FirstParty
            || self.engine().is_stub(function.module)
        {
            return None;
        }
        let (index, parameter) =
            self.parameter_at(function, bound, summary.arguments_of(site.expression)?, place)?;
        let other = self.engine().summary(function.module);
        // What is called on a class may not be the function itself.
        if index == 0 && other.has_receiver(function.function) {
            return None;
        }
        let parameter = other.name(parameter.name);
        let definition = other.function(function.function);
        let is_asked = other.scope(definition.scope).narrowings.iter().any(|narrowing| {
            !matches!(narrowing.test, Test::None | Test::Truth) && other.name(narrowing.name) == parameter
        });
        if definition.is_placeholder || is_asked {
            return None;
        }
        self.inference_mut().rest_on_text(function.module);
        let key = (function, class, index);
        if !*known.entry(key).or_insert_with(|| self.may_use_otherwise(function, parameter, class)) {
            return None;
        }
        let uses = self.always_used(function, parameter);
        let used = uses.into_iter().find(|used| self.does_not_support(class, used))?;
        let whole = summary.span(site.expression);
        if self.is_tried(whole) || self.is_meant_to_fail(site.scope) {
            return None;
        }
        Some(WrongContainer {
            place: summary.span(argument),
            given: self.inference_mut().class_name(class).to_owned(),
            used: match used {
                Use::Attribute(name) => format!(".{name}"),
                Use::TextKey(key) => format!("[{key:?}]"),
            },
            definition: self.place_of_function(function),
            parameter: parameter.to_owned(),
            function: self.function_name(function),
            symbol: summary.qualified_name(site.scope),
        })
    }

    /// Returns the class of the container that a display, comprehension or text makes.
    fn class_of_container(&mut self, argument: ExpressionId) -> Option<ClassRef> {
        let name = match self.summary().expression(argument) {
            Expression::Tuple(_) => "tuple",
            Expression::String(_) => TEXT,
            Expression::Display { collection, .. } | Expression::Comprehension { collection, .. } => {
                match collection {
                    Collection::List => "list",
                    Collection::Set => "set",
                    Collection::Dict => "dict",
                    Collection::Generator | Collection::AsyncGenerator => return None,
                }
            }
            _ => return None,
        };
        self.inference_mut().builtin_class(name)
    }

    /// Returns the only function that a call runs, and the number of arguments that are bound already.
    fn function_called(&mut self, call: &Call) -> Option<(FunctionRef, usize)> {
        let module = self.module();
        match self.inference_mut().called(module, &call.site)[..] {
            [Type::Function(_)] => self.plainly_called(call),
            [Type::Class(class)] => match self.inference_mut().constructor(class)? {
                Constructor::Init(function) => Some((function, 1)),
                Constructor::Fields => None,
            },
            _ => None,
        }
    }

    /// Returns whether the text of a function may use a parameter in a way that a class does not support. This is much cheaper than to parse the
    /// function.
    fn may_use_otherwise(&mut self, function: FunctionRef, parameter: &str, class: ClassRef) -> bool {
        let definition = self.engine().summary(function.module).function(function.function);
        let body = Span::new(definition.header.end, definition.end);
        let Some(text) = self.engine().text_within(function.module, body) else { return true };
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        text.match_indices(parameter).any(|(start, _)| {
            let rest = text[start + parameter.len()..].trim_start();
            if text[..start].ends_with(is_part) || rest.is_empty() {
                return false;
            }
            let used = match (rest.strip_prefix('.'), rest.starts_with('[')) {
                (Some(name), _) => {
                    let name = name.trim_start().split(|letter| !is_part(letter)).next();
                    Use::Attribute(name.unwrap_or_default().to_owned())
                }
                (None, true) => Use::TextKey(String::new()),
                (None, false) => return false,
            };
            self.does_not_support(class, &used)
        })
    }

    /// Returns the uses of a parameter that a function makes whenever it runs, before it binds the name again.
    fn always_used(&self, function: FunctionRef, parameter: &str) -> Vec<Use> {
        let header = self.engine().summary(function.module).function(function.function).header;
        let other;
        let file = match function.module == self.module() {
            true => self,
            false => {
                other = File::new(self.engine(), function.module);
                &other
            }
        };
        file.flow_of(header, |flow| uses_of(flow, parameter))
    }

    fn does_not_support(&mut self, class: ClassRef, used: &Use) -> bool {
        match used {
            // A text for a member of an enumeration is a matter of another rule.
            Use::Attribute(name) => {
                !named(name.as_str()).has(Role::EnumAttribute) && self.inference_mut().is_lacked(class, name)
            }
            Use::TextKey(_) => {
                let name = self.inference_mut().class_name(class);
                // A set has no items, and a sequence none of a text.
                !named(name).has(Role::HoldsEntries)
            }
        }
    }
}

fn uses_of(flow: &FunctionFlow, parameter: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    let is_parameter = |value: &Expr| value.as_name_expr().is_some_and(|name| name.id.as_str() == parameter);
    flow.must_execute(FunctionFlow::BODY, &mut |part| match part {
        Part::Step(step) => match step.kind {
            StepKind::Jump(_) | StepKind::Yield => Follow::Stop,
            StepKind::Bind(bind) if bind.target.names().contains(&parameter) => Follow::Stop,
            StepKind::Bind(bind) => {
                if let Target::Expr(Expr::Subscript(item)) = bind.target
                    && is_parameter(&item.value)
                    && let Expr::StringLiteral(key) = &*item.slice
                {
                    uses.push(Use::TextKey(key.value.to_str().to_owned()));
                }
                Follow::Past
            }
            StepKind::Read(Expr::Attribute(attribute), _) if is_parameter(&attribute.value) => {
                uses.push(Use::Attribute(attribute.attr.to_string()));
                Follow::Past
            }
            StepKind::Read(Expr::Subscript(item), _) if is_parameter(&item.value) => {
                if let Expr::StringLiteral(key) = &*item.slice {
                    uses.push(Use::TextKey(key.value.to_str().to_owned()));
                }
                Follow::Past
            }
            _ => Follow::Past,
        },
        Part::Compound(compound) => match &compound.form {
            Form::With { body } => Follow::Into(smallvec![*body]),
            _ if flow.may_leave(compound) => Follow::Stop,
            _ => Follow::Past,
        },
    });
    uses
}
