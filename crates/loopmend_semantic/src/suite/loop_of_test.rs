//! Which event loop a test runs on, and which tests share one.

use super::Scope;
use super::fixtures::scope_of;
use super::marks::{Mark, Marks};
use super::outcome::{Fixtures, Outcome, Predictor, Why};
use super::settings::ScopeSetting;
use super::versions::Behaviour;
use crate::infer::argument_named;

/// The event loop on which a test or an async fixture runs. Equal identities mean the same loop.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LoopIdentity {
    /// The scope of the loop.
    pub scope: Scope,
    /// The owner of the loop: the ID of the test, class, file or directory; empty for the session.
    pub owner: String,
    /// Whether an `event_loop` fixture of the project creates the loop, rather than the plugin.
    pub is_of_override: bool,
}

impl Predictor<'_, '_> {
    /// Returns the scope of the project's `event_loop` fixture; `None` if there is none, the inner `None`
    /// if the scope is unknown.
    pub(super) fn scope_of_override(&mut self, used: &Fixtures) -> Option<Option<Scope>> {
        let among_used =
            used.iter().find(|(name, _)| name == "event_loop").and_then(|(_, found)| found.clone());
        let definition = match among_used {
            Some(definition) => Some(definition),
            None => {
                self.inference.begin();
                let viewpoint = self.inference.viewpoint_of(self.item);
                self.inference.fixture_named(viewpoint, "event_loop")
            }
        }?;
        let is_own = self.inference.engine.module_name(definition.function.module) == "pytest_asyncio.plugin";
        (!is_own).then_some(definition.scope)
    }

    /// Returns the scope of an async test's loop, and the reason.
    pub(super) fn loop_of_test(
        &mut self,
        mark: Option<&Mark>,
        marks: &Marks,
        behaviour: Behaviour,
    ) -> Result<(Scope, Why), Outcome> {
        let stated = mark.map_or(Ok(None), |mark| self.scope_of_mark(mark, behaviour))?;
        if marks.are_open && (stated.is_none() || self.inference.may_put_marks_before(self.item.module)) {
            return Err(Outcome::Unknown("it may have further marks"));
        }
        match (stated, self.settings.test_loop_scope) {
            (Some(scope), _) => Ok((scope, Why::Mark)),
            (None, ScopeSetting::Scope(scope)) if behaviour.has_test_loop_scope_option => {
                Ok((scope, Why::Setting))
            }
            (None, ScopeSetting::Invalid | ScopeSetting::OfFixture)
                if behaviour.has_test_loop_scope_option =>
            {
                Err(Outcome::WrongArgument("`asyncio_default_test_loop_scope` is no scope"))
            }
            _ => Ok((Scope::Function, Why::Default)),
        }
    }

    /// Returns the loop scope that a mark states; `None` if it states none.
    pub(super) fn scope_of_mark(
        &mut self,
        mark: &Mark,
        behaviour: Behaviour,
    ) -> Result<Option<Scope>, Outcome> {
        let summary = self.inference.summary(mark.module);
        let value = |name| argument_named(summary, mark.expression, name, usize::MAX);
        let stated = match (value("loop_scope"), value("scope")) {
            (Some(stated), _) if behaviour.has_loop_scope => stated,
            (_, Some(stated)) if behaviour.marker_takes_scope => stated,
            _ => return Ok(None),
        };
        scope_of(summary, stated).map(Some).ok_or(Outcome::Unknown("the scope of the loop is not plain"))
    }

    /// Returns the loop of a scope that the test sees.
    pub(super) fn identity(&mut self, scope: Scope) -> LoopIdentity {
        let file = self.node_id.split("::").next().unwrap_or_default();
        let owner = match scope {
            Scope::Function => self.node_id.to_owned(),
            Scope::Class => match self.node_id.rsplit_once("::") {
                Some((around, _)) if !self.item.classes.is_empty() => around.to_owned(),
                _ => self.node_id.to_owned(),
            },
            Scope::Module => file.to_owned(),
            Scope::Package => self.package_around().unwrap_or_default(),
            Scope::Session => String::new(),
        };
        LoopIdentity { scope, owner, is_of_override: false }
    }

    /// Returns the directory of the nearest package around the test. Up to pytest-asyncio 0.26, the loop of
    /// a package belongs to it. Later the loop belongs to the session, because fixtures of plugins are in
    /// no package (docs.pytest.org/en/stable/how-to/fixtures.html#fixture-scopes).
    fn package_around(&self) -> Option<String> {
        let is_kept = self.settings.behaviour().is_some_and(|behaviour| behaviour.loops_belong_to_collectors);
        let package = self.inference.engine.package_around(self.item.module, self.settings.directory())?;
        is_kept.then_some(package)
    }

    /// Returns the loop that an `event_loop` fixture of the project creates.
    pub(super) fn identity_of_override(&mut self, scope: Scope) -> LoopIdentity {
        LoopIdentity { is_of_override: true, ..self.identity(scope) }
    }
}
