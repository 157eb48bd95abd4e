//! Tests that two plugins take.

use loopmend_core::Span;
use loopmend_project::Version;

use super::questions::SuiteFunction;
use super::settings::Mode;
use crate::file::File;

/// An async test that pytest-asyncio and anyio both take.
#[derive(Clone, Debug)]
pub struct MixedTest {
    /// The first test of the file that the same mark is for.
    pub test: SuiteFunction,
    /// The mark for anyio.
    pub mark: Span,
    /// Whether the test is marked for pytest-asyncio too, and not only taken by its mode.
    pub is_marked_for_both: bool,
    /// How many other marks of the file are for tests that the mode of pytest-asyncio takes too.
    pub others: usize,
    /// The installed version of pytest-asyncio.
    pub plugin: Version,
}

impl File<'_> {
    /// The async tests of the file that both pytest-asyncio and anyio take, in the order of their marks; of those with the same
    /// mark the first, and of those that only the mode of pytest-asyncio takes the first of all.
    pub fn mixed_tests(&mut self) -> Vec<MixedTest> {
        let Some(settings) = self.settings_of_tests("anyio") else { return Vec::new() };
        let both = settings.asyncio.version().filter(|_| settings.anyio.version().is_some());
        let Some(plugin) = both.cloned() else { return Vec::new() };
        let module = self.module();
        let mut found: Vec<MixedTest> = Vec::new();
        for item in self.tests().iter().filter(|item| item.module == module && !item.is_unittest) {
            let is_async =
                item.function.module == module && self.summary().function(item.function.function).is_async;
            if !is_async {
                continue;
            }
            let marks = self.inference_mut().marks_of(item);
            let Some(mark) = marks.nearest("anyio").filter(|mark| mark.module == module) else { continue };
            let is_marked_for_both = marks.nearest("asyncio").is_some();
            let is_known = found.iter().any(|mixed| mixed.mark == mark.span);
            if !is_known && (is_marked_for_both || settings.mode == Some(Mode::Auto)) {
                let test = self.suite_function(item.function.function);
                found.push(MixedTest {
                    test,
                    mark: mark.span,
                    is_marked_for_both,
                    others: 0,
                    plugin: plugin.clone(),
                });
            }
        }
        found.sort_by_key(|mixed| mixed.mark.start);
        without_repetition(found)
    }
}

/// The cure of what the mode takes is one setting: it is said once.
fn without_repetition(found: Vec<MixedTest>) -> Vec<MixedTest> {
    let (mut kept, by_mode): (Vec<MixedTest>, Vec<MixedTest>) =
        found.into_iter().partition(|mixed| mixed.is_marked_for_both);
    let others = by_mode.len().saturating_sub(1);
    kept.extend(by_mode.into_iter().next().map(|first| MixedTest { others, ..first }));
    kept.sort_by_key(|mixed| mixed.mark.start);
    kept
}
