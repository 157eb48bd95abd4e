//! Branches that an object never takes, because of the arguments it was constructed with.

use loopmend_index::summary::{ArgumentKind, Binding, BindingKind, CallSite, Expression, Summary, Test};

use super::control::Made;
use super::{Call, File};
use crate::infer::Type;

impl File<'_> {
    /// Returns whether a method called on an object that is created here skips a call. For example, `if
    /// iscoroutinefunction(self.api.close):` skips it if the object has a plain mock.
    pub(crate) fn is_left_out(&mut self, site: &CallSite, inner: &Call) -> bool {
        let asked = attributes_asked(self.summary(), inner);
        asked.into_iter().any(|attribute| self.is_plain_mock_of(site, attribute) == Some(true))
    }

    /// Returns whether a method that tests call may skip a call in this way, because most of their objects
    /// are mocks. Returns `false` if this object is known not to be one.
    pub(super) fn may_be_left_out(&mut self, site: &CallSite, made: &Made) -> bool {
        if !self.is_in_tests() {
            return false;
        }
        let is_here = made.function.module == self.module();
        let asked = attributes_asked(self.engine().summary(made.function.module), &made.call);
        let mut asked = asked.into_iter();
        asked.any(|attribute| !is_here || self.is_plain_mock_of(site, attribute).unwrap_or(true))
    }

    /// Returns whether an attribute in the object's method is an attribute of a plain mock that was passed
    /// to the constructor.
    fn is_plain_mock_of(&mut self, site: &CallSite, attribute: &str) -> Option<bool> {
        let (module, summary) = (self.module(), self.summary());
        let attribute = attribute.strip_prefix("self.")?.split('.').next()?;
        let (receiver, _) = summary.method_call(site.expression)?;
        let made = match summary.expression(receiver) {
            Expression::Name(name) => match summary.nearest_bindings_of(site.scope, name) {
                [Binding { kind: BindingKind::Value(value), .. }] => *value,
                _ => return None,
            },
            _ => receiver,
        };
        let site = self.call_at(summary.span(made))?.site;
        let called = self.inference_mut().called(module, &site);
        let [Type::Class(class)] = called[..] else { return None };
        if class.module != module {
            return None;
        }
        let [set] = summary.attributes_of(class.class, attribute) else { return None };
        let BindingKind::Value(value) = set.kind else { return None };
        let Expression::Name(name) = summary.expression(value) else { return None };
        let init = summary.enclosing_function(set.scope)?;
        if summary.name(summary.function(init).name) != "__init__" {
            return None;
        }
        let place = summary.function(init).parameters.iter().position(|parameter| parameter.name == name)?;
        let given =
            summary.arguments_of(made)?.iter().enumerate().find(|(at, argument)| match argument.kind {
                ArgumentKind::Positional => at + 1 == place,
                ArgumentKind::Keyword(keyword) => keyword == name,
                _ => false,
            })?;
        let given = given.1.value;
        // A mock that has a name may be told more of.
        let is_new = summary.arguments_of(given).is_some_and(<[_]>::is_empty);
        let value = self.inference_mut().expression(module, site.scope, given);
        Some(is_new && self.inference_mut().is_plain_mock(value))
    }
}

/// Returns the attributes that a branch around a call tests to be coroutine functions.
fn attributes_asked<'a>(summary: &'a Summary, inner: &Call) -> Vec<&'a str> {
    let place = inner.span.start;
    let narrowings = summary.scope(inner.scope()).narrowings.iter();
    let asked = narrowings.filter(|known| {
        matches!(known.test, Test::CoroutineFunction)
            && !known.is_negated
            && known.range.start <= place
            && place < known.range.end
    });
    asked.map(|known| summary.name(known.name)).collect()
}
