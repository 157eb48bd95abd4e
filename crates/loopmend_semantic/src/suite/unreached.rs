//! Code in test files that no test reaches: tests that are always skipped or that a later definition replaces, helper functions that nothing
//! names, and fixtures that nothing requests.
//!
//! A function counts as reached if its name is a word of code that is reached, even in a comment or a string.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::decorators::{is_fixture, names_fixture};
use loopmend_index::summary::{
    BindingKind, Expression, ExpressionId, FunctionId, Literal, NameId, ScopeId, ScopeKind, Summary,
};
use loopmend_index::test_files::is_collected;
use rustc_hash::{FxHashMap, FxHashSet};

use super::fixtures::is_patch;
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{FunctionRef, Viewpoint, argument_named, stated_name};

/// The maximum number of other files that are read for the uses of one name. A name in more files counts as reached.
const MAX_USERS: usize = 16;

/// The functions of a test file that no code of the file reaches.
#[derive(Debug)]
pub(crate) struct UnreachedFunctions {
    functions: FxHashSet<FunctionId>,
    /// The functions whose tests are all skipped, and those that a later definition replaces.
    skipped: FxHashSet<FunctionId>,
    uses: Uses,
    /// Whether other files use a function, or an unreached function that leads to it.
    are_used: FxHashMap<FunctionId, bool>,
    /// The files that were read for the uses of these functions; `None` for a file whose code all counts as reached.
    users: FxHashMap<ModuleId, Option<User>>,
}

/// A file that may use functions of another one.
#[derive(Debug)]
struct User {
    uses: Uses,
    reached: FxHashSet<FunctionId>,
}

impl User {
    fn uses(&self, name: &str) -> bool {
        let mut users = self.uses.by_name.get(name).into_iter().flatten();
        users.any(|user| user.is_none_or(|user| self.reached.contains(&user)))
    }
}

impl File<'_> {
    /// Returns whether a place is in code of a test file that no test reaches. The string of a `patch` decorator counts as code of the
    /// function, because `patch` resolves the string when the function is called.
    pub fn is_unreached_by_tests(&mut self, place: Span) -> bool {
        if !self.is_collected() {
            return false;
        }
        if self.is_skipped_whole() {
            return true;
        }
        let summary = self.summary();
        let runs = |id: &FunctionId| {
            function_range(summary, *id).contains(place) || is_patch_target(summary, *id, place)
        };
        let Some(function) = outer_functions(summary).find(runs) else { return false };
        let mut unreached =
            self.unreached_functions.take().unwrap_or_else(|| Box::new(self.find_unreached_functions()));
        let is_unreached =
            unreached.functions.contains(&function) && !self.is_used_elsewhere(&mut unreached, function);
        self.unreached_functions = Some(unreached);
        is_unreached
    }

    fn find_unreached_functions(&mut self) -> UnreachedFunctions {
        let summary = self.summary();
        let mut skipped = self.skipped_tests().clone();
        skipped.extend(outer_functions(summary).filter(|id| is_replaced(summary, self.text(), *id)));
        let is_entry = |id: FunctionId| may_be_entry(summary, id) && !skipped.contains(&id);
        let names = outer_functions(summary).map(|id| requested_name(summary, id).to_owned()).collect();
        let uses = Uses::new(self.text(), summary, &names);
        let reached = uses.reached_functions(summary, is_entry);
        UnreachedFunctions {
            functions: outer_functions(summary).filter(|id| !reached.contains(id)).collect(),
            skipped,
            uses,
            are_used: FxHashMap::default(),
            users: FxHashMap::default(),
        }
    }

    /// Returns whether other files use an unreached function, or an unreached function that leads to it.
    fn is_used_elsewhere(&mut self, unreached: &mut UnreachedFunctions, function: FunctionId) -> bool {
        let summary = self.summary();
        let mut callers = vec![function];
        let mut seen = FxHashSet::from_iter([function]);
        let mut next = 0;
        while let Some(called) = callers.get(next).copied() {
            next += 1;
            let known = unreached.are_used.get(&called).copied();
            let is_used = known.unwrap_or_else(|| {
                !unreached.skipped.contains(&called) && self.may_be_used_elsewhere(unreached, called)
            });
            if is_used {
                unreached.are_used.insert(function, true);
                return true;
            }
            if known.is_none() {
                let users = unreached
                    .uses
                    .by_name
                    .get(requested_name(summary, called))
                    .into_iter()
                    .flatten()
                    .flatten();
                callers
                    .extend(users.filter(|user| unreached.functions.contains(user) && seen.insert(**user)));
            }
        }
        unreached.are_used.extend(callers.into_iter().map(|caller| (caller, false)));
        false
    }

    /// Returns the functions whose tests are all skipped, whatever the environment is.
    pub(super) fn skipped_tests(&mut self) -> &FxHashSet<FunctionId> {
        if self.skipped_tests.get().is_none() {
            let found = self.find_skipped_tests();
            self.skipped_tests.get_or_init(|| found);
        }
        self.skipped_tests.get_or_init(FxHashSet::default)
    }

    fn find_skipped_tests(&mut self) -> FxHashSet<FunctionId> {
        let module = self.module();
        let (mut skipped, mut run) = (FxHashSet::default(), FxHashSet::default());
        for item in self.tests().iter().filter(|item| item.function.module == module) {
            let is_skipped = self.inference_mut().is_skipped(item);
            let known = if is_skipped { &mut skipped } else { &mut run };
            known.insert(item.function.function);
        }
        skipped.retain(|id| !run.contains(id));
        skipped
    }

    /// Returns whether another file, a setting or a plugin may use a function that no code of its file reaches.
    fn may_be_used_elsewhere(&mut self, unreached: &mut UnreachedFunctions, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let name = requested_name(summary, function);
        let is_fixture = is_fixture(summary, function);
        if is_fixture && (self.is_requested_by_settings(name) || self.is_fixture_of_plugin(function, name)) {
            return true;
        }
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let others = |word: &str| {
            let mut files = engine.files_with_word(word);
            files.retain(|other| *other != module);
            files
        };
        let users = others(name);
        if users.is_empty() || !self.is_conftest() && others(self.stem()).is_empty() {
            return false;
        }
        !is_fixture
            || users.len() > MAX_USERS
            || users.into_iter().any(|user| {
                self.inference_mut().rest_on_text(user);
                let functions = &unreached.functions;
                let names = || functions.iter().map(|id| requested_name(summary, *id).to_owned());
                let read = || read_user(engine, user, names());
                let user = unreached.users.entry(user).or_insert_with(read);
                user.as_ref().is_none_or(|user| user.uses(name))
            })
    }

    /// Returns the name under which other files import the file.
    fn stem(&self) -> &str {
        let name = self.path().rsplit(['/', '\\']).next().unwrap_or_default();
        name.strip_suffix(".py").unwrap_or(name)
    }

    fn is_requested_by_settings(&self, name: &str) -> bool {
        let settings = self.suite_settings();
        let configuration = settings.as_ref().and_then(|settings| settings.configuration.as_ref());
        let stated = configuration.and_then(|configuration| configuration.words("usefixtures"));
        stated.is_some_and(|stated| stated.iter().any(|word| word == name))
    }

    /// Returns whether a fixture replaces that of a plugin, which may request it.
    fn is_fixture_of_plugin(&mut self, function: FunctionId, name: &str) -> bool {
        let function = FunctionRef { module: self.module(), function };
        let inference = self.inference_mut();
        let class = inference.class_around(function);
        let viewpoint = Viewpoint { module: function.module, class };
        named(name).has(Role::RunsSetLoop)
            || !inference.find_fixture(viewpoint, name, Some(function)).is_empty()
    }
}

/// Reads where another file uses some names. Returns `None` if all of its code counts as reached.
fn read_user(engine: &Engine, module: ModuleId, names: impl Iterator<Item = String>) -> Option<User> {
    let path = engine.module_path(module).map(|path| path.to_string_lossy().into_owned());
    path.filter(|path| is_collected(path))?;
    let summary = engine.summary(module);
    let names =
        outer_functions(summary).map(|id| requested_name(summary, id).to_owned()).chain(names).collect();
    let uses = engine
        .in_text(module, |text| std::str::from_utf8(text).ok().map(|text| Uses::new(text, summary, &names)));
    let uses = uses.flatten()?;
    let is_named_elsewhere = |id: FunctionId| {
        engine.files_with_word(requested_name(summary, id)).iter().any(|other| *other != module)
    };
    let reached = uses.reached_functions(summary, |id| may_be_entry(summary, id) || is_named_elsewhere(id));
    Some(User { uses, reached })
}

/// Where the names of functions stand in a file.
#[derive(Debug)]
struct Uses {
    /// The outer functions that contain a name, and `None` for code outside of functions.
    by_name: FxHashMap<String, FxHashSet<Option<FunctionId>>>,
}

impl Uses {
    /// Finds the words of a text that are among these names. The header of a function and the name that a fixture states are no uses.
    fn new(text: &str, summary: &Summary, names: &FxHashSet<String>) -> Self {
        let definitions: FxHashSet<u32> = places_of_own_names(summary).collect();
        let mut functions = outer_functions(summary).peekable();
        let mut by_name: FxHashMap<String, FxHashSet<Option<FunctionId>>> = FxHashMap::default();
        for (start, word) in words(text) {
            while functions.peek().is_some_and(|id| function_range(summary, *id).end <= start) {
                functions.next();
            }
            if names.contains(word) && !definitions.contains(&(start + word.len() as u32)) {
                let around =
                    functions.peek().copied().filter(|id| function_range(summary, *id).start <= start);
                by_name.entry(word.to_owned()).or_default().insert(around);
            }
        }
        Self { by_name }
    }

    /// Returns the outer functions that code outside of functions or an entry reaches.
    fn reached_functions(
        &self,
        summary: &Summary,
        is_entry: impl Fn(FunctionId) -> bool,
    ) -> FxHashSet<FunctionId> {
        let mut by_user: FxHashMap<Option<FunctionId>, Vec<FunctionId>> = FxHashMap::default();
        for id in outer_functions(summary) {
            for user in self.by_name.get(requested_name(summary, id)).into_iter().flatten() {
                by_user.entry(*user).or_default().push(id);
            }
        }
        let mut waiting: Vec<FunctionId> = outer_functions(summary).filter(|id| is_entry(*id)).collect();
        waiting.extend(by_user.remove(&None).into_iter().flatten());
        let mut reached = FxHashSet::default();
        while let Some(id) = waiting.pop() {
            if reached.insert(id) {
                waiting.extend(by_user.get(&Some(id)).into_iter().flatten().copied());
            }
        }
        reached
    }
}

/// Returns the functions that are not inside another function, in source order.
fn outer_functions(summary: &Summary) -> impl Iterator<Item = FunctionId> {
    let is_function = |scope| matches!(summary.scope(scope).kind, ScopeKind::Function(_));
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    functions.filter(move |id| {
        let definition = summary.function(*id);
        summary.name(definition.name) != "<lambda>"
            && !summary.scopes_from(definition.scope).skip(1).any(is_function)
    })
}

fn function_range(summary: &Summary, function: FunctionId) -> Span {
    let definition = summary.function(function);
    Span::new(definition.header.start, definition.end)
}

/// Returns the name by which other code reaches a function: for a fixture, the name that tests request.
fn requested_name(summary: &Summary, function: FunctionId) -> &str {
    stated_name(summary, function).unwrap_or(summary.name(summary.function(function).name))
}

/// Returns the ends of the words that give functions their names.
fn places_of_own_names(summary: &Summary) -> impl Iterator<Item = u32> {
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    functions.flat_map(move |id| {
        let definition = summary.function(id);
        let stated = summary.list(definition.decorators).iter().filter_map(move |decorator| {
            let name = argument_named(summary, *decorator, "name", usize::MAX)?;
            names_fixture(summary, *decorator).then(|| summary.span(name).end.saturating_sub(1))
        });
        stated.chain([definition.header.end])
    })
}

/// Returns whether pytest, unittest or an unknown decorator may call a function.
fn may_be_entry(summary: &Summary, function: FunctionId) -> bool {
    let definition = summary.function(function);
    let name = summary.name(definition.name);
    let decorators = summary.list(definition.decorators);
    if is_fixture(summary, function) {
        return decorators.iter().any(|decorator| may_use_itself(summary, *decorator));
    }
    let is_harmless = |decorator: &ExpressionId| {
        let roles = summary.last_roles(*decorator);
        roles.has(Role::PlainBinding)
            || roles.has(Role::MakesContextManager)
            || summary.is_mark(*decorator)
            || is_patch(summary, *decorator)
    };
    name.starts_with("test")
        || name.starts_with("__")
        || is_hook(name)
        || !decorators.iter().all(is_harmless)
        || !is_own_helper(summary, function)
}

/// Returns whether a test, or the test class around it, is replaced by a later definition of its name in the same scope, which Python always
/// runs, and nothing between the definitions has the name.
fn is_replaced(summary: &Summary, text: &str, function: FunctionId) -> bool {
    let definition = summary.function(function);
    let is_left_as_it_is =
        |decorator: &ExpressionId| summary.is_mark(*decorator) || is_patch(summary, *decorator);
    let is_plain_test = summary.name(definition.name).starts_with("test")
        && summary.list(definition.decorators).iter().all(is_left_as_it_is);
    if is_plain_test && is_bound_again(summary, text, definition.scope, (definition.name, definition.header))
    {
        return true;
    }
    summary.class_of(function).is_some_and(|class| {
        let class = summary.class(class);
        class.decorators.len == 0 && is_bound_again(summary, text, class.scope, (class.name, class.header))
    })
}

/// Returns whether a later definition always binds the name of a function or class again, and its name is not a word of the text between
/// them. `scope` is that of its body.
fn is_bound_again(summary: &Summary, text: &str, scope: ScopeId, (name, header): (NameId, Span)) -> bool {
    let name = summary.name(name);
    let starts = summary.bindings_of(summary.scope_around(scope), name).iter().filter_map(|later| {
        let later_header = match later.kind {
            BindingKind::Function(function) => summary.function(function).header,
            BindingKind::Class(class) => summary.class(class).header,
            _ => return None,
        };
        (later.is_unconditional() && later_header.start > header.end).then_some(later_header.start)
    });
    starts.min().is_some_and(|start| {
        let between = text.get(header.end as usize..start as usize).unwrap_or(name);
        words(between).all(|(_, word)| word != name)
    })
}

/// Returns whether the decorator of a fixture may state `autouse=True`.
fn may_use_itself(summary: &Summary, decorator: ExpressionId) -> bool {
    let is_false =
        |stated| matches!(summary.expression(stated), Expression::Literal(Literal::Boolean(false)));
    match argument_named(summary, decorator, "autouse", usize::MAX) {
        Some(stated) => !is_false(stated),
        None => !names_fixture(summary, decorator) && !summary.is_mark(decorator),
    }
}

/// Returns whether pytest or unittest calls functions of a name around tests or as hooks.
fn is_hook(name: &str) -> bool {
    let around = [Role::XunitFunction, Role::AroundTestsMethod, Role::AroundModule, Role::CalledBeforeTest];
    name.starts_with("pytest_") || around.into_iter().any(|role| named(name).has(role))
}

/// Returns whether a function can only be called by code that names it: a function of a module, a method of a test class without bases, or
/// a private method of a test class.
fn is_own_helper(summary: &Summary, function: FunctionId) -> bool {
    let Some(class) = summary.class_of(function) else { return true };
    let class = summary.class(class);
    let name = summary.name(class.name);
    let is_private = summary.name(summary.function(function).name).starts_with('_');
    name.starts_with("Test") && class.bases.len == 0 || name.contains("Test") && is_private
}

/// Returns whether a place is a string in a `patch` decorator of a function.
fn is_patch_target(summary: &Summary, function: FunctionId, place: Span) -> bool {
    let mut decorators = summary.list(summary.function(function).decorators).iter();
    decorators.any(|decorator| {
        let arguments = summary.arguments_of(*decorator).unwrap_or_default();
        is_patch(summary, *decorator)
            && arguments.iter().any(|argument| {
                summary.text_of(argument.value).is_some() && summary.span(argument.value) == place
            })
    })
}

/// Returns the names and words of a text, with their starts.
fn words(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let is_in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let start = text.as_ptr() as usize;
    let words = text.split(move |letter| !is_in_word(letter)).filter(|word| !word.is_empty());
    words.map(move |word| ((word.as_ptr() as usize - start) as u32, word))
}
