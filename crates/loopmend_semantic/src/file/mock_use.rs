//! Mocks created by a test, and uses of them in the code under test that they do not support.

use std::rc::Rc;

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Place, Span};
use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, FunctionId, NameId, ScopeId,
    Summary, Usage,
};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, Keyword};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{function_with, last_name, span, walk_node, walk_towards};
use rustc_hash::FxHashMap;

use super::sure_path::{Go, Names, RESULT, Reached, Taken};
use crate::file::File;
use crate::infer::{FunctionRef, Type, is_own_attribute};

/// The maximum number of results that are followed to the objects that a test states for them.
const MAX_RESULTS: usize = 4;

/// A mock whose method returns something other than the code under test expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisusedMock {
    /// The class of the mock: `Mock`.
    pub class: String,
    /// Where the mock is created.
    pub made: Span,
    /// The callee as the test writes it: `client.fetch`.
    pub called: String,
    /// The call in the test that leads to the mock call, or is the mock call.
    pub call: Span,
    /// The qualified name of the function with the finding: the test, or what creates the mock if its call is entered or discarded.
    pub symbol: String,
    /// The function that makes the call, with its `def`; `None` if the test itself makes it.
    pub function: Option<(String, Option<Place>)>,
    /// Whether `with` or `async with` enters the result of the call.
    pub is_entered: bool,
    /// Whether the result of the call is discarded.
    pub is_discarded: bool,
    /// Where the test sets the return value of the call.
    pub stated: Option<StatedResult>,
}

impl MisusedMock {
    /// Returns the callee as the code under test may write it, which does not name the results of mocks: `json` for
    /// `client.get.return_value.json`.
    pub fn callee_in_code(&self) -> String {
        let parts: Vec<&str> = self.called.split('.').collect();
        let (end, call) = match parts.as_slice() {
            [before @ .., RESULT] => (before.len(), "(...)"),
            parts => (parts.len(), ""),
        };
        let start = parts[..end].iter().rposition(|part| *part == RESULT).map_or(0, |result| result + 1);
        match parts[start..end].join(".") {
            name if name.is_empty() => self.called.clone(),
            name => name + call,
        }
    }
}

/// A statement such as `client.fetch.return_value = 1` or `client.fetch = Mock(return_value=1)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedResult {
    /// The statement.
    pub statement: Span,
    /// The value.
    pub value: Span,
}

/// A mock that a function creates and binds to a single name, sets as an attribute of another mock, or passes to a call.
struct LocalMock {
    name: String,
    class: String,
    made: ExpressionId,
    /// Whether the mock has no name, but is an argument.
    is_unnamed: bool,
}

impl LocalMock {
    /// Returns whether a dotted name is the mock or one of its attributes.
    fn has(&self, called: &str) -> bool {
        called.strip_prefix(&*self.name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// Returns the name of the object of which the mock is an attribute, or its own name.
    fn base(&self) -> &str {
        self.name.split('.').next().unwrap_or(&self.name)
    }
}

impl File<'_> {
    /// Returns the plain mocks with a call that is awaited whenever the test runs.
    pub fn awaited_mocks(&mut self) -> Vec<MisusedMock> {
        self.misused_mocks(Role::PlainMock.names(), &[Taken::Awaited])
    }

    /// Returns the async mocks with a call whose coroutine is used as the result, or entered by `with` or `async with`, whenever the test
    /// runs.
    pub fn async_mocks_used_as_plain(&mut self) -> Vec<MisusedMock> {
        let all = self.misused_async_mocks();
        all.iter().filter(|found| !found.is_discarded).cloned().collect()
    }

    /// Returns the async mocks with a call whose coroutine the code under test discards whenever the test runs.
    pub fn async_mocks_discarded(&mut self) -> Vec<MisusedMock> {
        let all = self.misused_async_mocks();
        all.iter().filter(|found| found.is_discarded).cloned().collect()
    }

    /// Returns the first call of an async mock in each test that is not awaited and fails, or is discarded.
    fn misused_async_mocks(&mut self) -> Rc<[MisusedMock]> {
        if let Some(known) = &self.misused_async_mocks {
            return known.clone();
        }
        let used = [Taken::AsItsType, Taken::Entered, Taken::Discarded];
        let found: Rc<[MisusedMock]> = self.misused_mocks(&["AsyncMock"], &used).into();
        self.misused_async_mocks = Some(found.clone());
        found
    }

    fn misused_mocks(&mut self, classes: &[&str], used: &[Taken]) -> Vec<MisusedMock> {
        if classes.iter().all(|class| self.summary().names.find(class).is_none()) {
            return Vec::new();
        }
        let mut found: Vec<MisusedMock> = Vec::new();
        let mocks = self.local_mocks(classes);
        if mocks.is_empty() {
            return Vec::new();
        }
        for function in mocks.keys() {
            found.extend(self.misused_mock(*function, &mocks, used));
        }
        found.sort_by_key(|misused| misused.made.start);
        found
    }

    /// Returns the mocks of some classes that functions create, configured by their result at most.
    fn local_mocks(&mut self, classes: &[&str]) -> FxHashMap<FunctionId, Vec<LocalMock>> {
        let summary = self.summary();
        let is_wanted = |site: &&CallSite| {
            matches!(site.usage, Usage::Assigned | Usage::Argument)
                && summary.last_name(site.expression).is_some_and(|name| classes.contains(&name))
                && says_nothing_of_children(summary, site.expression)
        };
        let mut found: FxHashMap<FunctionId, Vec<LocalMock>> = FxHashMap::default();
        for site in summary.calls.iter().filter(is_wanted) {
            let Some(function) = summary.enclosing_function(site.scope) else { continue };
            let is_unnamed = site.usage == Usage::Argument;
            let name = match is_unnamed {
                true => summary.last_name(site.expression).map(|class| format!("{class}()")),
                false => summary.only_name_of(site).map(str::to_owned),
            };
            let Some(name) = name else { continue };
            let Some(class) = self.open_class_of_mock(site.scope, site.expression) else { continue };
            let is_of_mock = match name.split_once('.') {
                Some((base, _)) => self.is_local_mock(site.scope, base),
                None => true,
            };
            if is_of_mock && classes.contains(&&*class) {
                let mock = LocalMock { name, class, made: site.expression, is_unnamed };
                found.entry(function).or_default().push(mock);
            }
        }
        // Several mocks without a name cannot be told apart in a message.
        for mocks in found.values_mut() {
            let names: Vec<String> = mocks.iter().map(|mock| mock.name.clone()).collect();
            mocks.retain(|mock| names.iter().filter(|name| **name == mock.name).count() == 1);
        }
        found
    }

    fn open_class_of_mock(&mut self, scope: ScopeId, made: ExpressionId) -> Option<String> {
        let module = self.module();
        let made = self.inference_mut().expression(module, scope, made);
        self.inference_mut().open_mock_class(made)
    }

    /// Returns whether the only value of a local name is a mock that creates a child for any name.
    fn is_local_mock(&mut self, scope: ScopeId, name: &str) -> bool {
        match self.summary().bindings_of(scope, name) {
            [only] => {
                let value = only.kind.value();
                value.is_some_and(|value| self.open_class_of_mock(scope, value).is_some())
            }
            _ => false,
        }
    }

    /// Returns whether tests may replace what is called: `patch("shop.load")`. Then its body does not run. Files of other tests are searched
    /// only where all calls of a test are known.
    fn may_replace_callee(&mut self, reached: &Reached) -> bool {
        let summary = self.engine().summary(reached.function.module);
        summary.last_name(reached.site.expression).is_some_and(|name| match self.shows_all_calls() {
            true => self.summary().sets_attribute(name),
            false => self.may_replace(name),
        })
    }

    /// Returns the first call that fails when the function runs.
    fn misused_mock(
        &mut self,
        function: FunctionId,
        mocks: &FxHashMap<FunctionId, Vec<LocalMock>>,
        used: &[Taken],
    ) -> Option<MisusedMock> {
        let function = FunctionRef { module: self.module(), function };
        let names = collect_names(mocks.get(&function.function)?);
        let summary = self.summary();
        let scope = summary.function(function.function).scope;
        let mut found = None;
        self.follow(function, Span::new(0, u32::MAX), &names, &mut |file, reached| {
            if reached.names.are_spoilt {
                return Go::End;
            }
            let on = reached.on_with_names(file.engine());
            let Some(called) = file.first_name_called(reached) else {
                return if on == Go::On && file.may_replace_callee(reached) { Go::Past } else { on };
            };
            let (owner, called) = file.follow_results(function.function, called);
            let mocks = mocks.get(&owner).into_iter().flatten().filter(|mock| mock.has(&called));
            let Some(mock) = mocks.max_by_key(|mock| mock.name.len()) else { return on };
            if reached.used == Taken::Awaited && file.is_run_by_replaced_loop(reached, scope) {
                return on;
            }
            let is_here = reached.function == function;
            let is_elsewhere = mock.is_unnamed || owner != function.function;
            let is_before = is_elsewhere || summary.span(mock.made).end <= reached.begins.start;
            let is_wrong =
                used.contains(&reached.used) && is_before && !(is_here && reached.used != Taken::Awaited);
            if is_wrong && !file.shows_all_calls() {
                found = file.as_misused(function, (owner, mock), called, reached);
            }
            if is_wrong { Go::End } else { on }
        });
        found
    }

    /// Returns the object that a function states as the result of a mock, in place of the result: `response.json` for
    /// `client.get.return_value.json`. A function of the file may make the object.
    fn follow_results(&mut self, function: FunctionId, called: String) -> (FunctionId, String) {
        let (mut owner, mut called) = (function, called);
        for _ in 0..MAX_RESULTS {
            let Some((end, value)) = self.find_result_value(owner, &called) else { break };
            let summary = self.summary();
            let (maker, name) = match summary.expression(value) {
                Expression::Name(name) => (owner, name),
                Expression::Call { .. } => match self.name_returned_by(value) {
                    Some(returned) => returned,
                    None => break,
                },
                _ => break,
            };
            (owner, called) = (maker, format!("{}{}", summary.name(name), &called[end..]));
        }
        (owner, called)
    }

    /// Returns the value that a function states for the longest part of a dotted name that it binds, with the end of the part. The part is the
    /// result of a mock.
    fn find_result_value(&self, function: FunctionId, called: &str) -> Option<(usize, ExpressionId)> {
        let summary = self.summary();
        let scope = summary.function(function).scope;
        let only_value = |name: &str| match summary.bindings_of(scope, name) {
            [only] => only.kind.value(),
            _ => None,
        };
        let ends = called.rmatch_indices('.').map(|(end, _)| end);
        let is_bound = |end: &usize| !summary.bindings_of(scope, &called[..*end]).is_empty();
        let end = std::iter::once(called.len()).chain(ends).find(is_bound)?;
        if called[..end].ends_with(RESULT) {
            return Some((end, only_value(&called[..end])?));
        }
        // `client.get = AsyncMock(return_value=response)`
        let end_of_result = end + 1 + RESULT.len();
        let goes_on = called[end..].strip_prefix('.')?.strip_prefix(RESULT)?.starts_with('.');
        let result = result_argument(summary, only_value(&called[..end])?).filter(|_| goes_on)?;
        Some((end_of_result, result.value))
    }

    /// Returns the function of the file that a call calls, with the only name that it returns.
    fn name_returned_by(&mut self, call: ExpressionId) -> Option<(FunctionId, NameId)> {
        let (module, summary) = (self.module(), self.summary());
        let site = summary.call_site(summary.span(call)).copied()?;
        let [function] = self.inference_mut().called_functions(module, &site)[..] else { return None };
        let definition = summary.function(function.function);
        let is_plain = !definition.is_async && !definition.is_generator && definition.decorators.len == 0;
        let [returned] = summary.list(definition.returned) else { return None };
        match summary.expression(*returned) {
            Expression::Name(name) if is_plain && function.module == module => {
                Some((function.function, name))
            }
            _ => None,
        }
    }

    /// Returns the callee under its name in the first function.
    fn first_name_called(&self, reached: &Reached) -> Option<String> {
        let summary = self.engine().summary(reached.function.module);
        let callee = summary.callee_or_itself(reached.site.expression);
        reached.names.first_name_of(&summary.dotted_name(callee)?)
    }

    fn as_misused(
        &mut self,
        function: FunctionRef,
        (owner, mock): (FunctionId, &LocalMock),
        called: String,
        reached: &Reached,
    ) -> Option<MisusedMock> {
        let children = called.split('.').skip(1);
        let is_child =
            |name: &str| name == RESULT || !is_own_attribute(name) && !named(name).has(Role::ConfiguresMock);
        let maker = FunctionRef { function: owner, ..function };
        if !children.into_iter().all(is_child) || !self.is_left_alone_mock(maker, mock) {
            return None;
        }
        let stated = match self.stated_result(owner, mock, &called, reached.used) {
            Ok(stated) => stated,
            Err(()) => return None,
        };
        let is_at_mock = matches!(reached.used, Taken::Entered | Taken::Discarded);
        let other = (reached.function != function)
            .then(|| (self.function_name(reached.function), self.place_of_function(reached.function)));
        Some(MisusedMock {
            class: mock.class.clone(),
            made: self.summary().span(mock.made),
            called,
            call: reached.begins,
            symbol: self.function_name(if is_at_mock { maker } else { function }),
            function: other,
            is_entered: reached.used == Taken::Entered,
            is_discarded: reached.used == Taken::Discarded,
            stated,
        })
    }

    /// Returns where a function sets the return value of a mock's call; an error if the value may be
    /// suitable.
    fn stated_result(
        &mut self,
        function: FunctionId,
        mock: &LocalMock,
        called: &str,
        used: Taken,
    ) -> Result<Option<StatedResult>, ()> {
        let (module, summary) = (self.module(), self.summary());
        let scope = summary.function(function).scope;
        let bound = |name: &str| summary.bindings_of(scope, name);
        let parts: Vec<&str> = called.split('.').collect();
        let first = mock.name.split('.').count() + 1;
        let is_replaced = (first..=parts.len()).any(|end| !bound(&parts[..end].join(".")).is_empty());
        // A value that a mock returns in place of its result is not followed.
        let mut results =
            (1..parts.len()).filter(|end| parts[*end] == RESULT).map(|end| parts[..end].join("."));
        let is_other_result = results.any(|of| {
            !bound(&format!("{of}.side_effect")).is_empty()
                || *of == *mock.name && result_argument(summary, mock.made).is_some()
        });
        // The call of an async mock returns a coroutine, whatever the effect is.
        let has_effect = used == Taken::Awaited && !bound(&format!("{called}.side_effect")).is_empty();
        if is_replaced || is_other_result || has_effect {
            return Err(());
        }
        let name = format!("{called}.{RESULT}");
        let (value, end) = match bound(&name) {
            [] if *called == *mock.name => return self.result_stated_in_constructor(scope, mock, used),
            [] => return Ok(None),
            [only] => match only.kind {
                BindingKind::Value(value) => (value, only.offset),
                _ => return Err(()),
            },
            _ => return Err(()),
        };
        let given = self.inference_mut().expression(module, scope, value);
        if used == Taken::Awaited && !self.never_awaitable(given) {
            return Err(());
        }
        Ok(self.assignment_that_ends_at(end, |value| value))
    }

    /// Returns where the call that creates a mock states the result of its calls; an error if the value may be suitable.
    fn result_stated_in_constructor(
        &mut self,
        scope: ScopeId,
        mock: &LocalMock,
        used: Taken,
    ) -> Result<Option<StatedResult>, ()> {
        let (module, summary) = (self.module(), self.summary());
        let given = summary.arguments_of(mock.made).unwrap_or_default();
        let Some(result) = result_argument(summary, mock.made) else { return Ok(None) };
        let value = self.inference_mut().expression(module, scope, result.value);
        if used == Taken::Awaited && !self.never_awaitable(value) {
            return Err(());
        }
        let [bound] = summary.bindings_of(scope, &mock.name) else { return Ok(None) };
        match given {
            [_] => Ok(self.assignment_that_ends_at(bound.offset, value_of_result)),
            _ => Ok(None),
        }
    }

    /// Returns the assignment that ends at a place, with the value that it states.
    fn assignment_that_ends_at(&self, end: u32, value_of: impl Fn(&Expr) -> &Expr) -> Option<StatedResult> {
        let mut found = None;
        let place = TextRange::empty(TextSize::new(end));
        walk_towards(place, &self.tree().module().body, |_, node| {
            if let AnyNodeRef::StmtAssign(assign) = node
                && assign.range().end().to_u32() == end
            {
                let (statement, value) = (span(assign.range()), span(value_of(&assign.value).range()));
                found = (assign.targets.len() == 1).then_some(StatedResult { statement, value });
            }
            TraversalSignal::Traverse
        });
        found
    }

    /// Returns whether no part of a value is awaitable. A plain mock is not.
    pub(super) fn never_awaitable(&mut self, value: Type) -> bool {
        let inference = self.inference_mut();
        let parts = inference.parts(value);
        !parts.is_empty()
            && parts.into_iter().all(|part| match inference.open_mock_class(part).as_deref() {
                name if named(name).has(Role::PlainMock) => true,
                Some(_) => false,
                None => inference.certainly_not_awaitable(part),
            })
    }

    /// Returns whether a function leaves a mock as it is. A mock without a name is only passed to one call.
    fn is_left_alone_mock(&mut self, function: FunctionRef, mock: &LocalMock) -> bool {
        if !mock.is_unnamed {
            return self.is_left_alone(function, mock.base());
        }
        let summary = self.summary();
        let scope = summary.function(function.function).scope;
        let has_it = |site: &&CallSite| {
            let given = summary.arguments_of(site.expression).unwrap_or_default();
            given.iter().any(|argument| argument.value == mock.made)
        };
        let taker = summary.calls_in(scope).find(has_it).copied();
        taker.is_some_and(|site| self.leaves_argument_alone(&site, ""))
    }

    /// Returns whether a function only accesses attributes of a name and passes it to project functions
    /// that set none.
    fn is_left_alone(&mut self, function: FunctionRef, name: &str) -> bool {
        let Some(uses) = self.uses_of_name(function.function, name) else { return false };
        uses.into_iter().all(|call| match self.call_at(call) {
            Some(call) => self.leaves_argument_alone(&call.site, name),
            None => false,
        })
    }

    fn leaves_argument_alone(&mut self, site: &CallSite, name: &str) -> bool {
        let (module, summary) = (self.module(), self.summary());
        if summary.last_roles(site.expression).has(Role::AcceptsMock) {
            return true;
        }
        let called = self.inference_mut().called(module, site);
        let engine = self.engine();
        !called.is_empty()
            && called.into_iter().all(|part| match part {
                Type::Class(class) => engine.is_mutable(class.module),
                Type::Function(callee) => {
                    let function = self.inference().function_of(callee);
                    let inner = engine.summary(function.module);
                    engine.is_mutable(function.module) && !sets_attributes(inner, function.function, name)
                }
                _ => false,
            })
    }

    /// Returns the calls that have a name as an argument; `None` if there are other uses, except attribute
    /// accesses.
    fn uses_of_name(&self, function: FunctionId, name: &str) -> Option<Vec<Span>> {
        let header = self.summary().function(function).header;
        let function = function_with(self.tree(), header)?;
        let (mut calls, mut is_plain) = (Vec::new(), true);
        let node = AnyNodeRef::StmtFunctionDef(function);
        walk_node(vec![node], node, |around, node| {
            let functions = |node: &&AnyNodeRef| {
                matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_))
            };
            let AnyNodeRef::ExprName(used) = node else { return TraversalSignal::Traverse };
            if used.id.as_str() != name || used.ctx.is_store() {
                return TraversalSignal::Traverse;
            }
            let innermost = around.iter().rev().find(functions);
            let is_own = matches!(innermost, Some(AnyNodeRef::StmtFunctionDef(inner)) if inner.range == function.range);
            match use_of_name(around) {
                NameUse::Attribute(attribute) => {
                    is_plain &= is_own && !named(attribute).has(Role::ConfiguresMock);
                }
                NameUse::Argument(call) => {
                    is_plain &= is_own;
                    calls.push(call);
                }
                NameUse::Other => is_plain = false,
            }
            TraversalSignal::Traverse
        });
        is_plain.then_some(calls)
    }
}

/// Returns whether an argument sets the result of a mock.
fn sets_result(argument: &Keyword) -> bool {
    argument.arg.as_ref().is_some_and(|name| name == RESULT)
}

/// Returns the value that a call which creates a mock sets as the result, or the call itself.
fn value_of_result(made: &Expr) -> &Expr {
    let given = made.as_call_expr().map_or(&[][..], |call| &call.arguments.keywords);
    given.iter().find(|argument| sets_result(argument)).map_or(made, |argument| &argument.value)
}

/// Returns the argument with the result of a mock that a call creates.
fn result_argument(summary: &Summary, made: ExpressionId) -> Option<&Argument> {
    let mut given = summary.arguments_of(made).unwrap_or_default().iter();
    given
        .find(|argument| matches!(argument.kind, ArgumentKind::Keyword(name) if summary.name(name) == RESULT))
}

/// Returns whether a target is the result of a mock: `client.get.return_value`.
fn is_result(target: &Expr) -> bool {
    target.as_attribute_expr().is_some_and(|attribute| attribute.attr.as_str() == RESULT)
}

/// Returns the names of mocks in the function that creates them.
fn collect_names(mocks: &[LocalMock]) -> Names {
    let with_names = mocks.iter().filter(|mock| !mock.is_unnamed);
    let mut names = Names::of_themselves(with_names.map(|mock| mock.name.clone()));
    for mock in mocks.iter().filter(|mock| mock.is_unnamed) {
        names.add_unnamed(mock.made, mock.name.clone());
    }
    names
}

enum NameUse<'a> {
    Attribute(&'a str),
    Argument(Span),
    Other,
}

fn use_of_name<'a>(around: &[AnyNodeRef<'a>]) -> NameUse<'a> {
    let mut around = around.iter().rev();
    let call = |node: Option<&AnyNodeRef>| match node {
        Some(AnyNodeRef::ExprCall(call)) => NameUse::Argument(span(call.range())),
        _ => NameUse::Other,
    };
    match around.next() {
        Some(AnyNodeRef::ExprAttribute(attribute)) => NameUse::Attribute(attribute.attr.as_str()),
        Some(AnyNodeRef::Arguments(_)) => call(around.next()),
        Some(AnyNodeRef::Keyword(keyword)) => match around.nth(1) {
            Some(AnyNodeRef::ExprCall(made))
                if sets_result(keyword) && named(last_name(&made.func)).has(Role::MockClass) =>
            {
                NameUse::Attribute("")
            }
            taker => call(taker),
        },
        // It is called itself.
        Some(AnyNodeRef::ExprCall(_)) => NameUse::Attribute(""),
        Some(AnyNodeRef::StmtAssert(_) | AnyNodeRef::ExprCompare(_)) => NameUse::Attribute(""),
        // What it is the result of is followed by name.
        Some(AnyNodeRef::StmtAssign(it)) if it.targets.iter().all(is_result) => NameUse::Attribute(""),
        Some(AnyNodeRef::StmtReturn(_)) => NameUse::Attribute(""),
        _ => NameUse::Other,
    }
}

/// Returns whether the constructor of a mock receives no argument that changes the kind of its children: the result of a call does not.
fn says_nothing_of_children(summary: &Summary, made: ExpressionId) -> bool {
    let given = summary.arguments_of(made).unwrap_or_default();
    given.iter().all(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => {
            let name = summary.name(name);
            name == "name" || name == RESULT
        }
        _ => false,
    })
}

/// Returns whether a function sets attributes of a parameter, or of anything with the name that the caller
/// uses.
fn sets_attributes(summary: &Summary, function: FunctionId, name: &str) -> bool {
    let definition = summary.function(function);
    let owners = definition.parameters.iter().map(|parameter| summary.name(parameter.name)).chain([name]);
    let owners: Vec<&str> = owners.filter(|owner| !Words::OwnObject.has(*owner)).collect();
    let entries = summary.scope(definition.scope).entries.iter();
    let mut bound = entries.map(|entry| summary.name(entry.name));
    bound.any(|bound| bound.split_once('.').is_some_and(|(owner, _)| owners.contains(&owner)))
}
