//! How the fixtures of tests use event loops.

use loopmend_core::Span;

use super::Scope;
use super::collect::TestItem;
use super::fixtures::FixtureDefinition;
use crate::file::File;

impl File<'_> {
    /// Returns whether the test with this header uses a fixture that is async or requests `event_loop`.
    /// Autouse fixtures count.
    pub fn has_fixture_on_loop(&mut self, header: Span) -> bool {
        let is_on_loop = |fixture: &FixtureDefinition| {
            fixture.is_async || fixture.requests.iter().any(|request| request == "event_loop")
        };
        let module = self.module();
        let is_it = |file: &Self, item: &TestItem| {
            item.function.module == module && file.summary().function(item.function.function).header == header
        };
        let tests = self.tests();
        tests.iter().any(|item| is_it(self, item) && self.fixtures_defined_for(item).iter().any(is_on_loop))
    }

    /// Returns whether a test of the file uses an async fixture of another file that does not state this
    /// `loop_scope`.
    pub fn uses_async_fixture_elsewhere(&mut self, scope: Scope) -> bool {
        let module = self.module();
        let is_elsewhere = |fixture: &FixtureDefinition| {
            fixture.is_async && fixture.function.module != module && fixture.loop_scope != Some(Some(scope))
        };
        self.tests().iter().any(|item| self.fixtures_defined_for(item).iter().any(is_elsewhere))
    }

    fn fixtures_defined_for(&mut self, item: &TestItem) -> Vec<FixtureDefinition> {
        let used = self.inference_mut().fixtures_used_by(item);
        used.into_iter().filter_map(|(_, definition)| definition).collect()
    }
}
