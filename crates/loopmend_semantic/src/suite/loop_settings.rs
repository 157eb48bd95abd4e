//! Where the settings of pytest-asyncio say for all tests what an override of `event_loop` said.

use std::sync::Arc;

use loopmend_project::PytestConfiguration;

use super::settings::ScopeSetting;
use super::{Scope, SuiteSettings};
use crate::engine::ModuleId;
use crate::file::File;

/// The options that have to be set so that all tests run on one loop.
#[derive(Clone, Debug)]
pub struct LoopSettings {
    /// Where.
    pub configuration: Arc<PytestConfiguration>,
    /// The path of that file as it is shown.
    pub path: String,
    /// Their names: those that are set to `session` are left out.
    pub options: Vec<&'static str>,
}

impl File<'_> {
    /// What has to be set instead of the fixture `event_loop` of this file, if that is kept for the session. The version of
    /// pytest-asyncio has to have the options, nothing may be set to another scope, all tests that the configuration
    /// holds for have to see the fixture, and it has to be the only one of its name.
    pub fn loop_settings(&mut self, scope: Option<Scope>) -> Option<LoopSettings> {
        let settings = self.suite_settings()?;
        let configuration = settings.configuration.clone()?;
        let has_options = settings.behaviour().is_some_and(|behaviour| behaviour.has_test_loop_scope_option);
        let is_known = has_options && !settings.is_incomplete && configuration.error.is_none();
        if scope != Some(Scope::Session) || !is_known {
            return None;
        }
        let stated = [
            ("asyncio_default_fixture_loop_scope", settings.fixture_loop_scope),
            ("asyncio_default_test_loop_scope", settings.test_loop_scope),
        ];
        let mut options = Vec::new();
        for (name, setting) in stated {
            match setting {
                ScopeSetting::Unset if configuration.value(name).is_none() => options.push(name),
                ScopeSetting::Scope(Scope::Session) => {}
                _ => return None,
            }
        }
        self.inference_mut().rest_on_project();
        if options.is_empty() || !self.is_for_all_tests_of(&settings, &configuration) {
            return None;
        }
        let path = self.engine().project().file_at(&configuration.path).display;
        Some(LoopSettings { configuration, path, options })
    }

    /// Whether all tests of a configuration see the fixtures of this file, and no other file has an `event_loop`.
    fn is_for_all_tests_of(&self, settings: &SuiteSettings, configuration: &PytestConfiguration) -> bool {
        let engine = self.engine();
        let project = engine.project();
        // Where the file of the configuration was met, all files below its directory were.
        let is_met = project.pytest_configurations().iter().any(|met| met.path == configuration.path);
        let Some(own) = engine.module_path(self.module()) else { return false };
        let directory = own.parent().filter(|_| self.is_conftest());
        let sees = |path: &std::path::Path| match directory {
            Some(directory) => path.starts_with(directory),
            None => path == own,
        };
        let fits = |(index, file): (usize, &loopmend_project::ProjectFile)| {
            let module = ModuleId::of_file(index);
            let has_another = module != self.module() && engine.summary(module).defines_fixture("event_loop");
            let is_of_it = || {
                let stated = project.pytest_configuration(file.path.parent()?)?;
                Some(stated.path == configuration.path)
            };
            !has_another
                && (!settings.is_test_file(&file.path) || sees(&file.path) || is_of_it() == Some(false))
        };
        is_met && project.files().iter().enumerate().all(fits)
    }
}
