//! How the fixtures of tests use event loops.

use loopmend_core::Span;
use loopmend_semantic::File;
use loopmend_semantic::suite::Scope;
use loopmend_semantic::suite::collect::TestItem;
use loopmend_semantic::suite::fixtures::FixtureDefinition;

/// Returns whether the test with this header uses a fixture that is async or requests `event_loop`.
/// Autouse fixtures count.
pub(crate) fn has_fixture_on_loop(file: &mut File, header: Span) -> bool {
    let is_on_loop = |fixture: &FixtureDefinition| {
        fixture.is_async || fixture.requests.iter().any(|request| request == "event_loop")
    };
    let module = file.module();
    let is_it = |file: &File, item: &TestItem| {
        item.function.module == module && file.summary().function(item.function.function).header == header
    };
    let tests = file.tests();
    tests.iter().any(|item| is_it(file, item) && fixtures_defined_for(file, item).iter().any(is_on_loop))
}

/// Returns whether a test of the file uses an async fixture of another file that does not state this
/// `loop_scope`.
pub(crate) fn uses_async_fixture_elsewhere(file: &mut File, scope: Scope) -> bool {
    let module = file.module();
    let is_elsewhere = |fixture: &FixtureDefinition| {
        fixture.is_async && fixture.function.module != module && fixture.loop_scope != Some(Some(scope))
    };
    file.tests().iter().any(|item| fixtures_defined_for(file, item).iter().any(is_elsewhere))
}

fn fixtures_defined_for(file: &mut File, item: &TestItem) -> Vec<FixtureDefinition> {
    let used = file.inference_mut().fixtures_used_by(item);
    used.into_iter().filter_map(|(_, definition)| definition).collect()
}
