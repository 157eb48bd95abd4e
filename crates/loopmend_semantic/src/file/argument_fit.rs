//! Calls whose arguments do not fit the function or class of the project that they call.

use std::rc::Rc;

use loopmend_catalog::Role;
use loopmend_core::{Confidence, NameOwner, Place, Span};
use loopmend_index::summary::{CallSite, ExpressionId, ParameterKind, ScopeId};
use loopmend_python::ast::Keyword;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;

use super::File;
use super::module_names::nearest;
use crate::infer::{Definition, Misfit, Signature, TakenParameter};

/// A call whose arguments do not fit what it calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisfitCall {
    /// What does not fit.
    pub kind: MisfitKind,
    /// The keyword, the first superfluous argument, or the callee that lacks an argument.
    pub place: Span,
    /// The qualified name of the function, or the name of the class.
    pub callee: String,
    /// The definition of the function or class, if its text can be shown.
    pub definition: Option<Place>,
    /// The definitions that could have the parameter, of the project.
    pub owners: Vec<NameOwner>,
    /// The parameters, as a call would show them: `Item(name, price=...)`.
    pub signature: String,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
    /// The confidence that the call fails.
    pub confidence: Confidence,
    /// `true` if the class checks its fields itself, and raises an exception of its own.
    pub is_checked_record: bool,
}

/// What of the arguments does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MisfitKind {
    /// A keyword that no parameter takes, and the parameter that is probably meant.
    Unknown {
        /// The keyword.
        keyword: String,
        /// The parameter that is probably meant.
        meant: Option<String>,
    },
    /// The parameters that get no argument.
    Missing(Vec<String>),
    /// More positional arguments than the number that is taken.
    TooMany {
        /// The number of positional arguments that are taken.
        taken: usize,
        /// The number of positional arguments that are given.
        given: usize,
    },
}

impl File<'_> {
    /// Returns the calls whose arguments do not fit what they call, a function or class of the project, in source order. Skips calls that
    /// are meant to fail.
    pub fn misfit_calls(&mut self) -> Rc<[MisfitCall]> {
        if let Some(known) = &self.misfit_calls {
            return known.clone();
        }
        let calls = self.summary().calls.iter().filter(|site| !site.expects_exception);
        let found: Rc<[MisfitCall]> =
            calls.flat_map(|site| self.misfits_of(site).unwrap_or_default()).collect();
        self.misfit_calls = Some(found.clone());
        found
    }

    fn misfits_of(&mut self, site: &CallSite) -> Option<Vec<MisfitCall>> {
        let (module, summary) = (self.module(), self.summary());
        if self.calls_library(site)
            || summary.last_name(site.expression).is_some_and(|name| summary.replaces(name, site.scope))
        {
            return None;
        }
        let (signature, misfit) = self.inference_mut().misfit(module, site)?;
        let defining = match signature.definition {
            Definition::Function(function) => function.module,
            Definition::Class(class) => class.module,
        };
        if self.is_far(defining) {
            return None;
        }
        let confidence = match self.inference().is_given_by_callers() {
            true => Confidence::Likely,
            false => Confidence::Certain,
        };
        let whole = summary.span(site.expression);
        if self.may_fail_on_purpose(whole, site.scope) {
            return None;
        }
        let code = self.code_within(whole.start);
        let written = code.call_at(whole)?;
        let kinds = match misfit {
            Misfit::Unknown(names) => {
                let left = signature.left_for_keyword(summary, site.expression);
                let meant: Vec<Option<String>> = names.iter().map(|name| meant_for(name, &left)).collect();
                // One parameter takes one argument.
                let is_shared =
                    |name: &Option<String>| meant.iter().filter(|other| *other == name).count() > 1;
                let place = |name: &str| {
                    let is_it = |keyword: &&Keyword| keyword.arg.as_ref().is_some_and(|arg| *arg.id == *name);
                    Some(span(written.arguments.keywords.iter().find(is_it)?.arg.as_ref()?.range()))
                };
                let unknown = names.into_iter().zip(&meant).map(|(keyword, meant)| {
                    let place = place(&keyword)?;
                    let meant = meant.clone().filter(|_| !is_shared(meant));
                    Some((MisfitKind::Unknown { keyword, meant }, place))
                });
                unknown.collect::<Option<Vec<_>>>()?
            }
            Misfit::TooMany(taken) => {
                let given = &written.arguments.args;
                let kind = MisfitKind::TooMany { taken, given: given.len() };
                vec![(kind, span(given.get(taken)?.range()))]
            }
            Misfit::Missing(names) => vec![(MisfitKind::Missing(names), span(written.func.range()))],
        };
        let (callee, definition, owners) = match signature.definition {
            Definition::Function(function) => {
                let owners = self.function_as_owner(function).into_iter().collect();
                (self.function_name(function), self.place_of_function(function), owners)
            }
            Definition::Class(class) => {
                let owners = self.owners_of_parameters(class);
                (self.inference_mut().class_name(class).to_owned(), self.place_of_class(class), owners)
            }
        };
        let is_checked_record = match signature.definition {
            Definition::Function(_) => false,
            Definition::Class(class) => self.inference_mut().is_checked_record(class),
        };
        let symbol = summary.qualified_name(site.scope);
        let signature = shown(&callee, &signature);
        let misfit = |(kind, place)| MisfitCall {
            kind,
            place,
            callee: callee.clone(),
            definition: definition.clone(),
            owners: Vec::clone(&owners),
            signature: signature.clone(),
            symbol: symbol.clone(),
            confidence,
            is_checked_record,
        };
        Some(kinds.into_iter().map(misfit).collect())
    }

    /// Returns whether a test around a scope is skipped or meant to fail, by a mark.
    pub fn is_meant_to_fail(&self, scope: ScopeId) -> bool {
        let summary = self.summary();
        let functions = summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope));
        functions
            .flat_map(|function| summary.list(summary.function(function).decorators))
            .any(|decorator| summary.last_roles(*decorator).has(Role::SkippingMark))
    }

    /// Returns whether what a call patches may be missing on purpose: the call is for another version, or its test is meant to fail.
    pub(super) fn may_lack_on_purpose(&mut self, site: &CallSite) -> bool {
        self.is_for_other_version(self.summary().span(site.expression), site.scope)
            || self.is_meant_to_lack(site)
    }

    /// Returns whether the test around a call, or below it, is expected to fail by a mark, or is skipped according to what has an attribute.
    fn is_meant_to_lack(&self, site: &CallSite) -> bool {
        let summary = self.summary();
        let call = summary.span(site.expression);
        let marks_lack = |decorator: &ExpressionId| {
            let roles = summary.last_roles(*decorator);
            let mark = summary.span(*decorator);
            let asks = |other: &CallSite| {
                mark.contains(summary.span(other.expression))
                    && summary.last_roles(other.expression).has(Role::ReadsNamedAttribute)
            };
            roles.has(Role::FailingMark) || roles.has(Role::SkippingMark) && summary.calls.iter().any(asks)
        };
        let around = summary.scopes_from(site.scope).filter_map(|scope| summary.enclosing_function(scope));
        let around = around.map(|function| summary.list(summary.function(function).decorators));
        let below = summary.functions.iter().map(|function| summary.list(function.decorators));
        let below = below.filter(|list| list.iter().any(|one| summary.span(*one).contains(call)));
        around.chain(below).flatten().any(marks_lack)
    }
}

/// Returns the parameter that a keyword means: the only similar one, or else the only required one that gets no argument.
fn meant_for(keyword: &str, left: &[&TakenParameter]) -> Option<String> {
    if let Some(near) = nearest(keyword, left.iter().map(|parameter| parameter.name.as_str())) {
        return Some(near.to_owned());
    }
    let mut required = left.iter().filter(|parameter| parameter.is_required);
    let only = required.next()?;
    required.next().is_none().then(|| only.name.clone())
}

/// Returns a signature as text. Parameters with defaults are shown with `=...`.
pub fn shown(callee: &str, signature: &Signature) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut is_starred = false;
    for parameter in &signature.parameters {
        let name = &parameter.name;
        match parameter.kind {
            ParameterKind::Variadic => {
                is_starred = true;
                parts.push(format!("*{name}"));
                continue;
            }
            ParameterKind::VariadicKeyword => {
                parts.push(format!("**{name}"));
                continue;
            }
            ParameterKind::KeywordOnly if !is_starred => {
                is_starred = true;
                parts.push("*".to_owned());
            }
            _ => {}
        }
        parts.push(if parameter.is_required { name.clone() } else { format!("{name}=...") });
    }
    format!("{callee}({})", parts.join(", "))
}
