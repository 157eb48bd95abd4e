//! The event loops on which a client is used.

use std::collections::{BTreeSet, VecDeque};

use loopmend_catalog::{Role, documented, is};
use loopmend_core::Place;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{CallSite, ExpressionId, FunctionId, Summary};
use loopmend_paths::{Around, Context, Control, OnLoop, Origins, Reach, Way};
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{ClassRef, FunctionRef, Inference};
use loopmend_semantic::suite::{FixtureDefinition, LoopIdentity, Outcome, SuiteSettings, TestItem};
use rustc_hash::FxHashSet;

use super::created;
use super::created::Created;
use super::dispatch::calls_only;
use super::loop_bound::ClientLoops;
use super::patches::{Patches, is_quoted_end};
use super::users::{Used, class_of_holder, creates, creates_anywhere};

/// The maximum number of fixtures that are followed.
const MOST_FIXTURES: usize = 40;

/// The maximum number of paths to one call that are looked at.
const MOST_PATHS: usize = 40;

/// The maximum number of functions that a search visits.
const MOST_FUNCTIONS: usize = 300;

/// The code that calls the functions that use a client.
#[derive(Default)]
struct Ends {
    /// The calls of `asyncio.run`, each with the function that uses the client.
    runs: Vec<Run>,
    /// The tests and fixtures, each with the function that uses the client.
    tests: Vec<(FunctionRef, FunctionRef)>,
    /// The functions that a framework calls on its loop.
    served: Vec<FunctionRef>,
    /// The functions that a framework calls on another loop each time, each with the function that uses the client.
    alone: Vec<(FunctionRef, FunctionRef)>,
}

/// A call of `asyncio.run`.
#[derive(Clone, Copy)]
struct Run {
    module: ModuleId,
    site: CallSite,
    around: Around,
    user: FunctionRef,
}

/// A loop of a test.
struct TestLoop {
    identity: LoopIdentity,
    user: FunctionRef,
    item: TestItem,
}

/// Returns several event loops on which a client is used, and a function that uses it there.
pub(crate) fn loops_of(
    file: &mut File,
    created: &Created,
    used: &Used,
) -> Option<(FunctionRef, ClientLoops)> {
    let closing = functions_above(file.inference_mut(), &used.closers);
    let is_bound_early = created.class.roles.has(Role::BoundAtConstruction)
        || created::is_early_primitive(file, created.class);
    if is_bound_early && is_created_without_loop(file, &created.site) {
        let ends = ends_above(file.inference_mut(), &used.users, &FxHashSet::default(), None);
        let run = ends.runs.first()?;
        return Some((run.user, ClientLoops::Later(place_of_run(file, run)?)));
    }
    let held_by = class_of_holder(file, created);
    let mut ends = ends_above(file.inference_mut(), &used.users, &closing, held_by);
    // The tests of a file that creates such objects may all use their own.
    if let Some(class) = held_by {
        ends.tests.retain(|(test, _)| !creates_anywhere(file.engine(), test.module, class));
    }
    let by_runs = repeated_run(file, &ends).or_else(|| two_runs(file, &ends));
    let by_runs = by_runs.or_else(|| loop_for_each_call(file, &ends));
    by_runs.or_else(|| two_tests(file, used, &ends, &closing))
}

/// Returns whether no event loop runs where a call is made.
fn is_created_without_loop(file: &mut File, site: &CallSite) -> bool {
    let around = file.engine().around(file.module(), site);
    let is_top = |around: &Around| matches!(around, Around::Top(..));
    let contexts = file.inference_mut().contexts_around(around);
    let is_without = |way: &Way| {
        let is_import = || way.hops.first().map_or(is_top(&around), |hop| hop.caller.is_empty());
        way.on_loop == OnLoop::No
            && match way.context {
                Context::Script | Context::CommandLine | Context::Worker => true,
                Context::Library => is_import(),
                _ => false,
            }
    };
    !contexts.ways.is_empty() && !contexts.is_cut && contexts.ways.iter().all(is_without)
}

/// Returns a call of `asyncio.run` that is made several times in one process.
fn repeated_run(file: &mut File, ends: &Ends) -> Option<(FunctionRef, ClientLoops)> {
    ends.runs.iter().find_map(|run| {
        let summary = file.engine().summary(run.module);
        let by = match run.around {
            _ if summary.is_in_loop(&run.site) => "a loop".to_owned(),
            Around::Function(function) => repeating_framework(file, function, &run.site)?,
            Around::Top(module, _) => rerunning_framework(file, module)?,
        };
        Some((run.user, ClientLoops::Repeated { run: place_of_run(file, run)?, by }))
    })
}

/// Returns what calls a function again and again in one process, and reaches a call in it.
fn repeating_framework(file: &mut File, function: FunctionRef, site: &CallSite) -> Option<String> {
    let is_guarded = file.is_made_without_loop_only(function, site);
    let inference = file.inference_mut();
    let above = functions_above(inference, &FxHashSet::from_iter([function]));
    let mut above: Vec<FunctionRef> = above.into_iter().collect();
    above.sort_unstable();
    if let Some(decorator) = above.iter().find_map(|it| decorated_for(inference, *it, Role::RunsEachJobAlone))
    {
        return Some(format!("a worker (`{decorator}`)"));
    }
    let contexts = inference.contexts(function);
    let mut ways = contexts.ways.iter();
    let runs_on_loop = |way: &Way| way.on_loop == OnLoop::Yes || way.hops.iter().any(|hop| hop.is_async);
    let reaches = |way: &&Way| way.context == Context::Route && !(is_guarded && runs_on_loop(way));
    ways.find(reaches).map(|way| way.by.clone())
}

/// Returns an async function that a framework calls on another event loop each time.
fn loop_for_each_call(file: &File, ends: &Ends) -> Option<(FunctionRef, ClientLoops)> {
    let (function, user) = *ends.alone.first()?;
    Some((user, ClientLoops::EachCall(file.place_of_function(function)?)))
}

/// Returns the framework that runs the top of a module again and again in one process.
fn rerunning_framework(file: &File, module: ModuleId) -> Option<String> {
    let mut packages = file.engine().summary(module).imported_packages();
    packages.find(|package| is(*package, Role::RerunsScript)).map(str::to_owned)
}

/// Returns two calls of `asyncio.run`, or one that is made twice, of which one function or module makes one after the other.
fn two_runs(file: &mut File, ends: &Ends) -> Option<(FunctionRef, ClientLoops)> {
    let mut paths: Vec<(&Run, Vec<Around>, Place)> = Vec::new();
    for run in ends.runs.iter().filter(|run| is_unconditional(&run.site)) {
        for (arounds, first) in paths_to(file.inference_mut(), run) {
            let place = place_of_call(file, first)?;
            paths.push((run, arounds, place));
        }
    }
    let (first, second) = paths.iter().enumerate().find_map(|(place, (_, arounds, at))| {
        let meets = |(_, other, other_at): &&(&Run, Vec<Around>, Place)| {
            other_at != at && other.first() == arounds.first()
        };
        Some((place, paths[place + 1..].iter().position(|other| meets(&other))? + place + 1))
    })?;
    let user = paths[first].0.user;
    Some((user, ClientLoops::Runs([paths[first].2.clone(), paths[second].2.clone()])))
}

fn place_of_call(file: &File, (module, expression): (ModuleId, ExpressionId)) -> Option<Place> {
    let path = file.engine().shown_path(module)?;
    Some(Place::Span { path, span: file.engine().summary(module).span(expression) })
}

fn place_of_run(file: &File, run: &Run) -> Option<Place> {
    let summary = file.engine().summary(run.module);
    let path = file.engine().shown_path(run.module)?;
    Some(Place::Span { path, span: summary.span(run.site.expression) })
}

/// Returns two tests on different loops, or a test and a test client with a loop of its own.
fn two_tests(
    file: &mut File,
    used: &Used,
    ends: &Ends,
    closing: &FxHashSet<FunctionRef>,
) -> Option<(FunctionRef, ClientLoops)> {
    if ends.tests.is_empty() {
        return None;
    }
    let engine = file.engine();
    let is_of_suite = |function: &FunctionRef| {
        engine.is_of_tests(function.module) || is_fixture(engine.summary(function.module), function.function)
    };
    if closing.iter().any(is_of_suite) || is_replaced_in_tests(file, &used.name) {
        return None;
    }
    let loops = loops_of_tests(file, ends);
    let first = loops.first()?;
    let user = first.user;
    if let Some(second) = loops.iter().find(|other| other.identity != first.identity) {
        let places = [&first.item, &second.item].map(|item| file.place_of_function(item.function));
        let [Some(first), Some(second)] = places else { return None };
        return Some((user, ClientLoops::Tests([first, second])));
    }
    if ends.served.is_empty() {
        return None;
    }
    loops.iter().find_map(|of_test| {
        let client = test_client_of(file, &of_test.item)?;
        let test = file.place_of_function(of_test.item.function)?;
        Some((of_test.user, ClientLoops::TestClient { test, client }))
    })
}

/// Returns whether a test replaces what has a name, by a patch.
fn is_replaced_in_tests(file: &File, name: &str) -> bool {
    let endings = [format!("{name}\""), format!("{name}'")];
    let engine = file.engine();
    let mut files = engine.project().files().iter().enumerate();
    files.any(|(place, file)| {
        engine.is_of_tests(ModuleId::of_file(place))
            && engine
                .project()
                .read(&file.path)
                .is_ok_and(|source| endings.iter().any(|ending| is_quoted_end(&source.text, ending)))
    })
}

/// Returns the loops of the tests that use a client themselves or by a fixture, up to the second loop.
fn loops_of_tests(file: &mut File, ends: &Ends) -> Vec<TestLoop> {
    let engine = file.engine();
    let fixtures = fixtures_with(file, ends);
    let is_direct = |module: ModuleId| ends.tests.iter().any(|(test, _)| test.module == module);
    let modules = (0..engine.project().files().len()).map(ModuleId::of_file);
    let modules = modules.filter(|module| {
        let may_ask = || fixtures.iter().any(|name| engine.may_bind(*module, name));
        engine.is_of_tests(*module) && (is_direct(*module) || may_ask())
    });
    let mut found: Vec<TestLoop> = Vec::new();
    for module in modules.collect::<Vec<_>>() {
        let Some(settings) = engine.suite_settings(module) else { continue };
        if settings.is_incomplete {
            continue;
        }
        for item in file.inference_mut().tests_collected_from(module).iter() {
            found.extend(loop_of_test(file, ends, item, &settings));
            if let [first, .., last] = &found[..]
                && first.identity != last.identity
            {
                return found;
            }
        }
    }
    found
}

/// Returns the loop on which a test uses a client itself or by a fixture.
fn loop_of_test(file: &mut File, ends: &Ends, item: &TestItem, settings: &SuiteSettings) -> Option<TestLoop> {
    let prediction = file.inference_mut().predict(item, settings);
    let user_of =
        |function: FunctionRef| ends.tests.iter().find(|(test, _)| *test == function).map(|(_, user)| *user);
    if let (Outcome::OnLoop { identity, .. }, Some(user)) = (&prediction.outcome, user_of(item.function)) {
        return Some(TestLoop { identity: identity.clone(), user, item: item.clone() });
    }
    let used = file.inference_mut().fixtures_used_by(item);
    let (identity, user) = prediction.fixtures.into_iter().find_map(|(name, identity)| {
        let is_it = |(used, _): &&(String, Option<FixtureDefinition>)| *used == name;
        let (_, definition) = used.iter().find(is_it)?;
        Some((identity, user_of(definition.as_ref()?.function)?))
    })?;
    Some(TestLoop { identity, user, item: item.clone() })
}

/// Returns the names of the fixtures that use a client, and of those that request one of them.
fn fixtures_with<'e>(file: &File<'e>, ends: &Ends) -> Vec<&'e str> {
    let engine = file.engine();
    let name_of = |function: FunctionRef| {
        let summary = engine.summary(function.module);
        summary.name(summary.function(function.function).name)
    };
    let fixtures = ends
        .tests
        .iter()
        .map(|(test, _)| *test)
        .filter(|test| is_fixture(engine.summary(test.module), test.function));
    let mut names: Vec<&str> = fixtures.map(name_of).collect();
    let modules: Vec<ModuleId> = (0..engine.project().files().len()).map(ModuleId::of_file).collect();
    let mut place = 0;
    while let Some(name) = names.get(place).copied().filter(|_| names.len() < MOST_FIXTURES) {
        place += 1;
        for module in
            modules.iter().filter(|module| engine.is_of_tests(**module) && engine.may_bind(**module, name))
        {
            let summary = engine.summary(*module);
            for (id, function) in (0..).map(FunctionId).zip(&summary.functions) {
                let asks =
                    || function.parameters.iter().any(|parameter| summary.name(parameter.name) == name);
                let own = summary.name(function.name);
                if is_fixture(summary, id) && !names.contains(&own) && asks() {
                    names.push(own);
                }
            }
        }
    }
    names
}

/// Returns the place where a test, or a fixture that it uses, creates a client that runs the application in another thread.
fn test_client_of(file: &mut File, item: &TestItem) -> Option<Place> {
    let used = file.inference_mut().fixtures_used_by(item);
    let fixtures = used.into_iter().filter_map(|(_, definition)| Some(definition?.function));
    std::iter::once(item.function).chain(fixtures).find_map(|function| test_client_in(file, function))
}

fn test_client_in(file: &File, function: FunctionRef) -> Option<Place> {
    let summary = file.engine().summary(function.module);
    let own = summary.function(function.function).scope;
    let makes_one = |site: &&CallSite| {
        let callee = summary.callee_or_itself(site.expression);
        let path = Origins::new(file.engine()).path(function.module, site.scope, callee);
        let made = path.and_then(|path| documented(&format!("{path}()")));
        made.is_some_and(|made| is(made.name.as_str(), Role::RunsAppInThreadLoop))
    };
    let mut sites = summary.calls_in(own);
    let site = sites.find(makes_one)?;
    let path = file.engine().shown_path(function.module)?;
    Some(Place::Span { path, span: summary.span(site.expression) })
}

/// Returns whether a call is made whenever the code around it runs to the end.
fn is_unconditional(site: &CallSite) -> bool {
    site.branches <= u8::from(site.is_in_script)
}

/// Returns the paths of unconditional plain calls to a call of `asyncio.run`: the code around each call, outermost first, and the
/// outermost call.
fn paths_to(inference: &mut Inference, run: &Run) -> Vec<(Vec<Around>, (ModuleId, ExpressionId))> {
    let mut found = Vec::new();
    let mut open = vec![(vec![run.around], (run.module, run.site.expression))];
    while let Some((arounds, at)) = open.pop().filter(|_| found.len() < MOST_PATHS) {
        let Some(Around::Function(function)) = arounds.first().copied() else {
            found.push((arounds, at));
            continue;
        };
        let callers = inference.callers_of(function);
        let calls: Vec<_> = callers
            .all
            .iter()
            .filter_map(|reach| match reach {
                Reach::From { around, at: Some((module, call)), control: Control::Call, .. } => {
                    let site = inference.engine().summary(*module).calls[*call as usize];
                    let is_new = is_unconditional(&site) && !arounds.contains(around);
                    (is_new && calls_only(inference, (*module, *call), function))
                        .then_some((*around, (*module, site.expression)))
                }
                _ => None,
            })
            .collect();
        found.push((arounds.clone(), at));
        open.extend(calls.into_iter().map(|(around, at)| {
            let mut longer = vec![around];
            longer.extend(&arounds);
            (longer, at)
        }));
    }
    found
}

/// Returns these functions and all that lead to them.
fn functions_above(inference: &mut Inference, functions: &FxHashSet<FunctionRef>) -> FxHashSet<FunctionRef> {
    let mut found = functions.clone();
    let mut open: Vec<FunctionRef> = functions.iter().copied().collect();
    while let Some(function) = open.pop().filter(|_| found.len() < MOST_FUNCTIONS) {
        for reach in &inference.callers_of(function).all {
            match reach {
                Reach::From { around: Around::Function(caller), .. } if found.insert(*caller) => {
                    open.push(*caller);
                }
                _ => {}
            }
        }
    }
    found
}

/// Returns the loops above the users of a client, except those on whose way it is closed. `held_by` is the class whose objects hold the client:
/// a function that creates an object of its own does not use the one that a module keeps.
fn ends_above(
    inference: &mut Inference,
    users: &BTreeSet<FunctionRef>,
    closing: &FxHashSet<FunctionRef>,
    held_by: Option<ClassRef>,
) -> Ends {
    let mut ends = Ends::default();
    for user in users {
        let mut closing = closing.clone();
        if let Some(class) = held_by {
            closing.extend(creators_above(inference, *user, class));
        }
        add_ends(inference, *user, &closing, &mut ends);
    }
    ends
}

/// Returns the direct callers of a function that create an object of a class.
fn creators_above(inference: &mut Inference, user: FunctionRef, class: ClassRef) -> Vec<FunctionRef> {
    let callers = inference.callers_of(user);
    let callers = callers.all.iter().filter_map(|reach| match reach {
        Reach::From { around: Around::Function(caller), .. } => Some(*caller),
        _ => None,
    });
    callers.filter(|caller| creates(inference.engine(), *caller, class)).collect()
}

fn add_ends(inference: &mut Inference, user: FunctionRef, closing: &FxHashSet<FunctionRef>, ends: &mut Ends) {
    let mut seen = FxHashSet::from_iter([user]);
    let mut open = VecDeque::from([user]);
    while let Some(function) = open.pop_front().filter(|_| seen.len() < MOST_FUNCTIONS) {
        if closing.contains(&function) {
            continue;
        }
        if is_async_def_of(inference, function)
            && decorated_for(inference, function, Role::LoopForEachCall).is_some()
        {
            ends.alone.push((function, user));
        }
        for reach in &inference.callers_of(function).all {
            match reach {
                // What may call the method of another class says nothing about this one.
                Reach::From { at: Some(at), .. } if !calls_only(inference, *at, function) => {}
                Reach::From { around, at: Some(at), control: Control::Run, .. } => {
                    let is_closed = matches!(around, Around::Function(it) if closing.contains(it));
                    let caller = match around {
                        Around::Function(caller) => Some(caller.function),
                        _ => None,
                    };
                    if let Some(site) = run_around(inference, *at).filter(|_| !is_closed)
                        && !is_patched_away(inference, (at.0, caller), user, function)
                    {
                        ends.runs.push(Run { module: at.0, site, around: *around, user });
                    }
                }
                Reach::From { around: Around::Function(caller), control, .. }
                    if *control != Control::Given && seen.insert(*caller) =>
                {
                    open.push_back(*caller);
                }
                Reach::Outside(outside) if outside.context == Context::Test => {
                    let test = (function.module, Some(function.function));
                    if !is_patched_away(inference, test, user, function) {
                        ends.tests.push((function, user));
                    }
                }
                Reach::Outside(outside)
                    if outside.context == Context::Route && is_async_def_of(inference, function) =>
                {
                    ends.served.push(function);
                }
                _ => {}
            }
        }
    }
}

/// Returns whether a test, or code around one, patches a function on each path from a function to a user of a client.
fn is_patched_away(
    inference: &mut Inference,
    (module, test): (ModuleId, Option<FunctionId>),
    user: FunctionRef,
    from: FunctionRef,
) -> bool {
    let patches = Patches::around(inference, module, test);
    patches.is_some_and(|patches| !patches.leave_path(inference, user, from))
}

/// Returns the documented name of the decorator with a role that a function has.
fn decorated_for(inference: &Inference, function: FunctionRef, role: Role) -> Option<String> {
    let paths = Origins::new(inference.engine()).decorators_of(function);
    let mut known = paths.into_iter().flatten().filter_map(|path| documented(path.trim_end_matches("()")));
    known.find(|decorator| is(decorator.name.as_str(), role)).map(|decorator| decorator.name)
}

fn is_async_def_of(inference: &Inference, function: FunctionRef) -> bool {
    inference.engine().summary(function.module).function(function.function).is_async
}

/// Returns the call of `asyncio.run` that is passed what a call gives: it runs it on an event loop that it creates and closes.
fn run_around(inference: &Inference, (module, call): (ModuleId, u32)) -> Option<CallSite> {
    let summary: &Summary = inference.engine().summary(module);
    let given = summary.calls[call as usize].expression;
    let (outer, _) = inference.engine().arguments_in(module).of_value(given)?;
    let site = summary.calls[outer as usize];
    let callee = summary.callee_or_itself(site.expression);
    let path = summary.import_path(site.scope, callee);
    let parts = path.as_deref().and_then(|path| path.rsplit_once('.'));
    let is_run = |(runner, function)| function == "run" && is(runner, Role::CoroutineRunnerModule);
    parts.is_some_and(is_run).then_some(site)
}
