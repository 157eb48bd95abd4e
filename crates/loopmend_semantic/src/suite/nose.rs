//! Nose-style setup and teardown functions, which pytest calls up to version 7 but not since 8
//! (docs.pytest.org/en/stable/deprecations.html#support-for-tests-written-for-nose).

use std::collections::BTreeSet;

use loopmend_core::LineIndex;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::Summary;
use loopmend_project::Version;
use rustc_hash::FxHashSet;

use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{ClassRef, FunctionRef};

/// A function that pytest 7 calls before or after the tests of a class or file, and pytest 8 does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoseFunction {
    /// The displayed path of the file.
    pub path: String,
    /// The line of the function's header, counted from 1.
    pub line: u32,
    /// The qualified name of the function.
    pub name: String,
    /// The equivalent that every version of pytest calls.
    pub instead: &'static str,
}

/// The names in classes, with pytest's names, each of which shadows the one of nose.
const OF_CLASS: [(&str, &str); 2] = [("setup", "setup_method"), ("teardown", "teardown_method")];

/// The names at the top level of files.
const OF_MODULE: [(&str, &str); 2] = [("setup", "setup_module"), ("teardown", "teardown_module")];

impl Engine<'_> {
    /// Returns the functions of the project with nose-style names around pytest tests, in the order of
    /// their places.
    pub fn nose_functions(&self) -> Vec<NoseFunction> {
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        let names = OF_CLASS.map(|(name, _)| name);
        let mut found = BTreeSet::new();
        for module in files.filter(|module| self.may_bind_any(*module, &names)) {
            let functions = File::new(self, module).nose_functions();
            found.extend(
                functions.into_iter().filter_map(|(function, instead)| self.as_nose(function, instead)),
            );
        }
        found.into_iter().collect()
    }

    /// Returns a function as one that pytest calls by its nose-style name; `None` for a fixture.
    fn as_nose(
        &self,
        FunctionRef { module, function }: FunctionRef,
        instead: &'static str,
    ) -> Option<NoseFunction> {
        let summary = self.summary(module);
        let definition = summary.function(function);
        let path = self.shown_path(module)?;
        (self.is_mutable(module) && !is_fixture(summary, function)).then(|| NoseFunction {
            path,
            line: LineIndex::new(File::new(self, module).text()).line(definition.header.start),
            name: summary.qualified_name(definition.scope),
            instead,
        })
    }
}

impl File<'_> {
    /// `true` if the pytest of the suite calls a method of a test class by its name in nose.
    pub(crate) fn calls_as_nose(&mut self, class: ClassRef, name: &str) -> bool {
        let Some((_, instead)) = OF_CLASS.iter().find(|(known, _)| *known == name) else { return false };
        let settings = self.suite_settings();
        let version = settings.as_ref().and_then(|settings| settings.pytest.version());
        let is_old = version.is_some_and(|version| *version < Version::new([8]));
        is_old && self.inference_mut().method_named(class, instead).is_none()
    }

    fn nose_functions(&mut self) -> Vec<(FunctionRef, &'static str)> {
        let (module, summary) = (self.module(), self.summary());
        let tests = self.tests();
        let of_file = |name| summary.functions_named(Summary::MODULE_SCOPE, name).last();
        let of_module = OF_MODULE.into_iter().filter(|(_, instead)| of_file(instead).is_none());
        let of_module = of_module.filter_map(|(name, instead)| Some((of_file(name)?, instead)));
        let is_asked = !tests.is_empty();
        let mut found: Vec<_> = of_module
            .filter(|_| is_asked)
            .map(|(function, instead)| (FunctionRef { module, function }, instead))
            .collect();
        let of_pytest = tests.iter().filter(|test| !test.is_unittest);
        let classes: FxHashSet<ClassRef> =
            of_pytest.filter_map(|test| test.classes.last().copied()).collect();
        for class in classes {
            for (name, instead) in OF_CLASS {
                let inference = self.inference_mut();
                if inference.method_named(class, instead).is_none() {
                    found.extend(inference.method_named(class, name).map(|function| (function, instead)));
                }
            }
        }
        found
    }
}
