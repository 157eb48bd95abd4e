//! Members of enumerations that are passed where a plain value is due, and plain values where a member is due.

use std::rc::Rc;

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};
use loopmend_index::summary::{CallSite, Expression, ExpressionId, ScopeId};
use loopmend_project::Origin;

use super::{Call, File, call_of};
use crate::engine::ModuleId;
use crate::infer::{ClassRef, Constructor, FunctionRef, Type};

/// An argument of the wrong one of two kinds: a member of an enumeration, or its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumArgument {
    /// The argument.
    pub place: Span,
    /// The name of the enumeration.
    pub enumeration: String,
    /// What the parameter is annotated with: the enumeration, or the class of a plain value.
    pub stated: String,
    /// Whether a member is passed and a value is due.
    pub is_member: bool,
    /// The member whose value a plain argument is; `Color.RED`.
    pub meant: Option<String>,
    /// The name of the parameter.
    pub parameter: String,
    /// The qualified name of the function, or the name of the class.
    pub function: String,
    /// The definition of the function or class, if its text can be shown.
    pub definition: Option<Place>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
}

impl<'e> File<'e> {
    /// Returns the arguments of calls of the project that are members of enumerations where a plain value is due, or plain values where
    /// a member is due, in source order. Skips calls that are meant to fail, and functions that convert what they are given.
    pub fn enum_arguments(&mut self) -> Rc<[EnumArgument]> {
        if let Some(known) = &self.enum_arguments {
            return known.clone();
        }
        let summary = self.summary();
        let find = |(site, place, argument): (&CallSite, usize, ExpressionId)| {
            if self.calls_library(site) {
                return None;
            }
            let given = self.enum_or_text(site.scope, argument)?;
            self.enum_argument(site, place, given)
        };
        let found: Rc<[EnumArgument]> = summary.plain_arguments().filter_map(find).collect();
        self.enum_arguments = Some(found.clone());
        found
    }

    /// Returns the enumeration of which an argument is a member; `None` inside for a string.
    fn enum_or_text(&mut self, scope: ScopeId, argument: ExpressionId) -> Option<Option<ClassRef>> {
        let (module, summary) = (self.module(), self.summary());
        match summary.expression(argument) {
            Expression::String(_) => Some(None),
            Expression::Attribute { value, .. } => {
                let is_class_name = |name: &str| name.starts_with(char::is_uppercase);
                summary.last_name(value).filter(|name| is_class_name(name))?;
                let Type::Class(class) = self.inference_mut().expression(module, scope, value) else {
                    return None;
                };
                let member = self.inference_mut().expression(module, scope, argument);
                let is_member = matches!(member, Type::Instance(of, _) if of == class);
                (is_member && self.is_plain_enumeration(class)).then_some(Some(class))
            }
            _ => None,
        }
    }

    /// Returns whether a class is an enumeration of the project whose members are no strings or numbers themselves.
    fn is_plain_enumeration(&mut self, class: ClassRef) -> bool {
        let is_own = self.engine().origin(class.module) == Origin::FirstParty;
        let inference = self.inference_mut();
        is_own
            && inference.inherits(class, "enum", "Enum")
            && inference.mro(class).iter().all(|place| {
                place.is_some_and(|(owner, _)| {
                    inference.builtin_name(owner).is_none_or(|name| name == "object")
                })
            })
    }

    fn enum_argument(
        &mut self,
        site: &CallSite,
        place: usize,
        given: Option<ClassRef>,
    ) -> Option<EnumArgument> {
        let summary = self.summary();
        let call = call_of(summary, site);
        let (enumeration, stated) = match given {
            Some(class) => (class, self.stated_value(&call, place)?),
            None => self.stated_enumeration(&call, place)?,
        };
        if self.may_be_converted(&call, enumeration) {
            return None;
        }
        let (taken, _) = self.stated_argument(&call, place)?;
        if !self.needs_other(&call, &taken.parameter, given) {
            return None;
        }
        let whole = summary.span(site.expression);
        if self.may_fail_on_purpose(whole, site.scope) {
            return None;
        }
        let value = summary.arguments_of(site.expression)?[place].value;
        let name = self.inference_mut().class_name(enumeration).to_owned();
        let meant = match summary.expression(value) {
            Expression::String(text) => {
                let member = self.inference_mut().member_with_text(enumeration, summary.name(text));
                member.map(|member| format!("{name}.{member}"))
            }
            _ => None,
        };
        Some(EnumArgument {
            place: summary.span(value),
            enumeration: name,
            stated,
            is_member: given.is_some(),
            meant,
            parameter: taken.parameter,
            function: taken.function,
            definition: taken.definition,
            symbol: summary.qualified_name(site.scope),
        })
    }

    /// Returns the name of the built-in class, if a parameter is annotated with such a class and nothing else.
    fn stated_value(&mut self, call: &Call, place: usize) -> Option<String> {
        let (_, stated) = self.stated_argument(call, place)?;
        let mut names = Vec::new();
        for part in self.parts_of_all(&stated) {
            match part {
                Type::None => {}
                Type::Instance(class, _) => {
                    let name = self.inference_mut().builtin_name(class)?;
                    names.push(Some(name).filter(|name| *name != "object")?.to_owned());
                }
                _ => return None,
            }
        }
        (names.len() == 1).then(|| names.remove(0))
    }

    /// Returns the enumeration with which a parameter is annotated, and its name.
    fn stated_enumeration(&mut self, call: &Call, place: usize) -> Option<(ClassRef, String)> {
        let (_, stated) = self.stated_argument(call, place)?;
        let mut found = None;
        for part in self.parts_of_all(&stated) {
            match part {
                Type::None => {}
                Type::Instance(class, _) if found.is_none() && self.is_plain_enumeration(class) => {
                    found = Some(class);
                }
                _ => return None,
            }
        }
        let class = found?;
        Some((class, self.inference_mut().class_name(class).to_owned()))
    }

    /// Returns whether the called function reads an attribute of a parameter that what it gets does not have: one that the enumeration
    /// lacks, or one that members have besides their value.
    fn needs_other(&mut self, call: &Call, parameter: &str, given: Option<ClassRef>) -> bool {
        let module = self.module();
        let function = match self.inference_mut().called(module, &call.site)[..] {
            [Type::Function(callee)] => self.inference().function_of(callee),
            [Type::Class(class)] => match self.inference_mut().constructor(class) {
                Some(Constructor::Init(function)) => function,
                _ => return false,
            },
            _ => return false,
        };
        let read = self.attributes_of_parameter(function, parameter);
        read.into_iter().any(|name| match given {
            Some(class) => self.inference_mut().is_lacked(class, name),
            None => named(name).has(Role::EnumAttribute),
        })
    }

    /// Returns the names of the attributes of a parameter that a function reads.
    fn attributes_of_parameter(&mut self, function: FunctionRef, parameter: &str) -> Vec<&'e str> {
        self.inference_mut().rest_on_text(function.module);
        let summary = self.engine().summary(function.module);
        let definition = summary.function(function.function);
        let body = definition.header.end..definition.end;
        let all = (0..).map(ExpressionId).zip(&summary.expressions);
        all.filter_map(|(id, expression)| match *expression {
            Expression::Attribute { value, name } if body.contains(&summary.span(id).start) => {
                summary.is_dotted_name(value, parameter).then(|| summary.name(name))
            }
            _ => None,
        })
        .collect()
    }

    fn parts_of_all(&self, stated: &[Type]) -> Vec<Type> {
        stated.iter().flat_map(|stated| self.inference().parts(*stated)).collect()
    }

    /// Returns whether the module of what is called may convert between members and values: it calls or subscripts the enumeration, or
    /// asks for the class of something.
    fn may_be_converted(&mut self, call: &Call, enumeration: ClassRef) -> bool {
        let module = self.module();
        let called = self.inference_mut().called(module, &call.site);
        called.into_iter().any(|part| match part {
            Type::Function(callee) => {
                let FunctionRef { module, .. } = self.inference().function_of(callee);
                self.converts(module, enumeration)
            }
            Type::Class(class) => self.converts(class.module, enumeration),
            _ => true,
        })
    }

    fn converts(&mut self, module: ModuleId, enumeration: ClassRef) -> bool {
        if self.engine().origin(module) != Origin::FirstParty {
            return true;
        }
        self.inference_mut().rest_on_text(module);
        let name = self.inference_mut().class_name(enumeration);
        let summary = self.engine().summary(module);
        let asks = |called: Option<&str>| called == Some(name) || called == Some("isinstance");
        summary.calls.iter().any(|site| asks(summary.last_name(site.expression)))
            || self.engine().mentions_any(module, &[&format!("{name}[")])
    }
}
