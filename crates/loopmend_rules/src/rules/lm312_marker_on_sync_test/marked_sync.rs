//! Plain tests that are marked for pytest-asyncio.

use loopmend_core::Span;
use loopmend_index::summary::{Expression, ExpressionId, Summary};
use loopmend_project::Version;
use loopmend_semantic::File;
use loopmend_semantic::suite::questions::SuiteFunction;

/// An `asyncio` mark on a plain test.
#[derive(Clone, Debug)]
pub(crate) struct MarkedSyncTest {
    /// The range of the mark, without `@`.
    pub(crate) mark: Span,
    /// The test.
    pub(crate) test: SuiteFunction,
    /// The installed version of pytest-asyncio.
    pub(crate) plugin: Version,
    /// Whether the file gets the current event loop, which the mark set up to pytest-asyncio 1.1.
    pub(crate) asks_for_loop: bool,
}

/// The first version of pytest-asyncio in which the mark has no effect on a plain test. Before, it set an
/// event loop.
const WITHOUT_EFFECT: [u64; 3] = [1, 2, 0];

/// Returns the `asyncio` marks directly on plain tests, in source order, if the installed version of
/// pytest-asyncio ignores them.
pub(crate) fn marked_sync_tests(file: &mut File) -> Vec<MarkedSyncTest> {
    let Some(settings) = file.settings_of_tests("asyncio") else { return Vec::new() };
    let Some(plugin) = settings.asyncio.version() else { return Vec::new() };
    if *plugin < Version::new(WITHOUT_EFFECT) || settings.is_incomplete {
        return Vec::new();
    }
    let summary = file.summary();
    let asks_for_loop = summary.names.find("get_event_loop").is_some();
    let module = file.module();
    let mut found: Vec<MarkedSyncTest> = Vec::new();
    for item in file.tests().iter().filter(|item| item.function.module == module && !item.is_unittest) {
        let function = summary.function(item.function.function);
        let decorators = summary.list(function.decorators);
        let Some(mark) = decorators.iter().find(|decorator| is_asyncio(summary, **decorator)) else {
            continue;
        };
        let is_plain = !function.is_async && decorators.iter().all(|decorator| summary.is_mark(*decorator));
        let returned = summary.list(function.returned).iter();
        let gives_nothing = returned.copied().all(|value| !may_be_awaitable(summary, value));
        let mark = summary.span(*mark);
        let is_known = found.iter().any(|known| known.mark == mark);
        if is_plain && gives_nothing && !is_known {
            let test = file.suite_function(item.function.function);
            found.push(MarkedSyncTest { mark, test, plugin: plugin.clone(), asks_for_loop });
        }
    }
    found.sort_by_key(|found| found.mark.start);
    found
}

fn is_asyncio(summary: &Summary, decorator: ExpressionId) -> bool {
    let mark = summary.callee_or_itself(decorator);
    summary.is_dotted_name(mark, "pytest.mark.asyncio") || summary.is_dotted_name(mark, "mark.asyncio")
}

fn may_be_awaitable(summary: &Summary, value: ExpressionId) -> bool {
    matches!(
        summary.expression(value),
        Expression::Call { .. }
            | Expression::Name(_)
            | Expression::Attribute { .. }
            | Expression::Either { .. }
    )
}
