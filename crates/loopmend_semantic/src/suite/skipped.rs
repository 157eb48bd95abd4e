//! Tests that pytest or unittest certainly never calls, and definitions that are absent at collection.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{
    Expression, ExpressionId, FunctionId, Literal, NameId, ScopeId, ScopeKind, Summary, Usage,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::collect::TestItem;
use crate::file::File;
use crate::infer::{ClassRef, Inference, Location, Type, argument_named};

impl Inference<'_> {
    /// Returns whether a test is always skipped, or expected to fail without being run
    /// (docs.pytest.org/en/stable/how-to/skipping.html). This is an outermost query.
    pub(super) fn is_skipped(&mut self, item: &TestItem) -> bool {
        let marks = self.marks_of(item);
        let is_by_mark = marks.known.iter().any(|mark| {
            let summary = self.summary(mark.module);
            match mark.name.as_str() {
                "skip" => true,
                "skipif" => states(summary, mark.expression, ("condition", 0), true),
                "xfail" => states(summary, mark.expression, ("run", usize::MAX), false),
                _ => false,
            }
        });
        is_by_mark || self.is_skipped_by_unittest(item)
    }

    fn is_skipped_by_unittest(&mut self, item: &TestItem) -> bool {
        self.begin();
        let summary = self.summary(item.function.module);
        let definition = summary.function(item.function.function);
        let at = Location::around(summary, item.function.module, definition.scope);
        let of_function = summary.list(definition.decorators).iter().map(|decorator| (at, *decorator));
        let mut decorators: Vec<(Location, ExpressionId)> = of_function.collect();
        for class in &item.classes {
            let order: Vec<ClassRef> = self.mro(*class).iter().flatten().map(|(owner, _)| *owner).collect();
            for owner in order {
                let summary = self.summary(owner.module);
                let definition = summary.class(owner.class);
                let at = Location::around(summary, owner.module, definition.scope);
                decorators
                    .extend(summary.list(definition.decorators).iter().map(|decorator| (at, *decorator)));
            }
        }
        decorators.into_iter().any(|(at, decorator)| self.skips(at, decorator))
    }

    /// Returns whether a decorator of `unittest` or a mark of pytest certainly skips a test or class. This is an outermost query.
    fn is_skipping(&mut self, at: Location, decorator: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        if summary.is_mark(decorator) {
            return match summary.last_name(decorator) {
                Some("skip") => true,
                Some("skipif") => states(summary, decorator, ("condition", 0), true),
                _ => false,
            };
        }
        self.begin();
        self.skips(at, decorator)
    }

    /// Returns whether a `unittest` decorator certainly skips a test
    /// (docs.python.org/3/library/unittest.html#skipping-tests-and-expected-failures).
    fn skips(&mut self, at: Location, decorator: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        if !summary.last_roles(decorator).has(Role::SkipsTest) {
            return false;
        }
        let callee = match self.evaluate(at, summary.callee_or_itself(decorator)) {
            Type::Function(callee) => callee,
            // The exception is in the place of the class or function, which is no test then.
            Type::Class(class) => return self.path_of_class(class) == "unittest.case.SkipTest",
            _ => return false,
        };
        let function = self.function_of(callee);
        match self.path_of_function(function).as_str() {
            "unittest.case.skip" => true,
            "unittest.case.skipIf" => states(summary, decorator, ("condition", 0), true),
            "unittest.case.skipUnless" => states(summary, decorator, ("condition", 0), false),
            _ => false,
        }
    }
}

/// Returns whether an argument of a call, by name and index, is this literal truth value.
fn states(summary: &Summary, call: ExpressionId, (name, place): (&str, usize), wanted: bool) -> bool {
    let stated = argument_named(summary, call, name, place).map(|stated| summary.expression(stated));
    matches!(stated, Some(Expression::Literal(Literal::Boolean(value))) if value == wanted)
}

impl File<'_> {
    /// Returns whether a place is in a test that is always skipped, or in another function of a class that is.
    pub fn is_in_skipped_test(&mut self, place: Span) -> bool {
        let summary = self.summary();
        let mut names = [Role::SkippingMark, Role::SkipsTest].into_iter().flat_map(Role::names);
        if !names.any(|name| summary.names.find(name).is_some()) {
            return false;
        }
        let module = self.module();
        let mut scope = summary.function_scope_around(place);
        let mut is_in_test = false;
        while let Some(parent) = summary.scope(scope).parent {
            let (decorators, function) = match summary.scope(scope).kind {
                ScopeKind::Function(id) => (summary.function(id).decorators, Some(id)),
                ScopeKind::Class(id) => (summary.class(id).decorators, None),
                ScopeKind::Module => break,
            };
            let at = Location::around(summary, module, scope);
            is_in_test |= function.is_some_and(|function| self.skipped_tests().contains(&function))
                || summary
                    .list(decorators)
                    .iter()
                    .any(|decorator| self.inference_mut().is_skipping(at, *decorator));
            scope = parent;
        }
        is_in_test
    }

    /// Returns whether `pytest.skip(...)` is at the top level of the file, so that nothing of it is
    /// collected.
    pub fn is_skipped_whole(&self) -> bool {
        let (summary, text) = (self.summary(), self.text());
        summary.names.find("skip").is_some()
            && summary.calls.iter().any(|site| {
                let callee = summary.callee_or_itself(site.expression);
                let start = summary.span(site.expression).start as usize;
                site.scope == Summary::MODULE_SCOPE
                    && site.usage == Usage::Dropped
                    && (summary.is_dotted_name(callee, "pytest.skip")
                        || summary.is_dotted_name(callee, "skip"))
                    && (start == 0 || text.as_bytes().get(start - 1) == Some(&b'\n'))
            })
    }

    /// Returns the names that running code of the file calls: code outside of its tests, such as a script, plain and marked tests, and the
    /// tests that these call.
    pub(super) fn names_called_by_running_code(&self) -> FxHashSet<NameId> {
        let summary = self.summary();
        let mut by_caller: FxHashMap<Option<NameId>, Vec<NameId>> = FxHashMap::default();
        for site in &summary.calls {
            if let Expression::Name(called) = summary.expression(summary.callee_or_itself(site.expression)) {
                let test = test_around(summary, site.scope).filter(|test| !runs_itself(summary, *test));
                let caller = test.map(|test| summary.function(test).name);
                by_caller.entry(caller).or_default().push(called);
            }
        }
        let mut open = by_caller.remove(&None).unwrap_or_default();
        let mut called = FxHashSet::default();
        while let Some(name) = open.pop() {
            if called.insert(name) {
                open.extend(by_caller.remove(&Some(name)).into_iter().flatten());
            }
        }
        called
    }
}

/// Returns the outermost test around a scope.
fn test_around(summary: &Summary, scope: ScopeId) -> Option<FunctionId> {
    let tests = summary.scopes_from(scope).filter_map(|scope| match summary.scope(scope).kind {
        ScopeKind::Function(function) => Some(function),
        ScopeKind::Module | ScopeKind::Class(_) => None,
    });
    tests.filter(|function| summary.name(summary.function(*function).name).starts_with("test")).last()
}

/// Returns whether a test is a plain function, or has a mark for a plugin that runs async tests.
fn runs_itself(summary: &Summary, test: FunctionId) -> bool {
    let definition = summary.function(test);
    !definition.is_async
        || summary
            .list(definition.decorators)
            .iter()
            .any(|decorator| summary.last_roles(*decorator).has(Role::AsyncMark))
}
