//! The contexts that run the functions which write state.

use std::path::Path;

use loopmend_core::Place;
use loopmend_paths::{Context, Contexts, OnLoop, Way};
use rustc_hash::FxHashMap;

use super::judge::is_once;
use super::program::{BodyRef, Program};

/// The execution context of a function, which determines what may run concurrently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Domain {
    /// Any number of tasks on a loop.
    Tasks,
    /// A single task on a loop.
    OneTask,
    /// The loop itself, between the steps of its tasks.
    Loop,
    /// A thread other than the one that started it.
    Thread,
    /// Several concurrent threads.
    Threads,
    /// A separate process.
    Process,
    /// The context of the caller.
    Caller,
    /// An import, while nothing else runs.
    Import,
}

impl Domain {
    /// Returns whether this is a thread other than the main one.
    pub(super) fn is_thread(self) -> bool {
        matches!(self, Self::Thread | Self::Threads)
    }

    fn is_loop(self) -> bool {
        matches!(self, Self::Tasks | Self::OneTask | Self::Loop)
    }

    /// Returns whether this may run concurrently with another context, in a separate thread.
    pub(super) fn is_beside(self, other: Self) -> bool {
        let is_apart = |domain: Self| matches!(domain, Self::Process | Self::Import);
        if is_apart(self) || is_apart(other) {
            return false;
        }
        match (self.is_thread(), other.is_thread()) {
            (true, true) => self == Self::Threads || other == Self::Threads,
            (true, false) | (false, true) => true,
            (false, false) => false,
        }
    }
}

/// What runs a function.
#[derive(Clone, Debug)]
pub(super) struct Runs {
    pub(super) domains: Vec<Domain>,
    pub(super) words: String,
    /// The call path from the entry point to the function.
    pub(super) chain: String,
    /// The call path that decided for a thread.
    pub(super) thread_chain: Option<String>,
    /// Whether a method of the same class passes the function to a thread.
    pub(super) is_handed_by_own: bool,
    pub(super) is_cut: bool,
}

impl Runs {
    /// Returns whether something that runs this may run concurrently with something that runs the other.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.domains.iter().any(|one| other.domains.iter().any(|two| one.is_beside(*two)))
    }

    /// Returns whether only event loops run this.
    pub(super) fn is_on_loop(&self) -> bool {
        self.domains.iter().all(|domain| domain.is_loop())
    }
}

/// What runs the functions of a project.
#[derive(Default)]
pub(super) struct Writers {
    known: FxHashMap<BodyRef, Runs>,
}

impl Writers {
    /// Returns what runs an entry point.
    pub(super) fn runs(&mut self, program: &mut Program, entry: BodyRef) -> Runs {
        if let Some(known) = self.known.get(&entry) {
            return known.clone();
        }
        let found = find(program, entry);
        self.known.insert(entry, found.clone());
        found
    }
}

fn find(program: &mut Program, entry: BodyRef) -> Runs {
    let function = program.function(entry);
    let contexts = program.inference.contexts(function);
    let is_async = program.body(entry).is_async;
    let first = outermost(&contexts);
    let chain = first.map(chain).unwrap_or_default();
    if is_async {
        let (domain, words) = match program.has_one_task(entry) {
            true => (Domain::OneTask, "one task"),
            false => (Domain::Tasks, "tasks of a loop"),
        };
        let is_cut = contexts.is_cut;
        return Runs {
            domains: vec![domain],
            words: words.to_owned(),
            chain,
            thread_chain: None,
            is_handed_by_own: false,
            is_cut,
        };
    }
    let is_tested = program.class_of(entry).is_some_and(|class| program.tested.contains_key(&class));
    let mut domains = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut thread_chain = None;
    let mut is_handed_by_own = false;
    for way in &contexts.ways {
        let is_of_tests = way.context == Context::Test || is_through_tests(program, way);
        if is_of_tests && !(is_tested && domain_of(way).is_thread()) {
            continue;
        }
        let domain = match domain_of(way) {
            Domain::Thread if is_many(program, way) => Domain::Threads,
            domain => domain,
        };
        if domain.is_thread() {
            thread_chain.get_or_insert_with(|| self::chain(way));
            is_handed_by_own |= is_handed_by_own_class(program, entry, way);
        }
        let word = match domain {
            Domain::Tasks | Domain::OneTask | Domain::Loop if way.context != Context::Callback => {
                "a running loop"
            }
            _ => way.context.name(),
        };
        if !domains.contains(&domain) {
            domains.push(domain);
        }
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if domains.is_empty() {
        domains.push(Domain::Caller);
        words.push(if contexts.ways.is_empty() { "library" } else { "test" });
    }
    let (words, is_cut) = (words.join(", "), contexts.is_cut);
    Runs { domains, words, chain, thread_chain, is_handed_by_own, is_cut }
}

/// Returns whether a test file is part of a path.
pub(super) fn is_through_tests(program: &Program, way: &Way) -> bool {
    let places = way.hops.iter().filter_map(|hop| hop.place.as_ref()).chain(&way.given);
    let mut paths = places.map(|place| match place {
        Place::Span { path, .. } | Place::Definition { path, .. } => path,
    });
    paths.any(|path| program.engine.is_of_tests(program.engine.module_for(Path::new(path))))
}

fn outermost(contexts: &Contexts) -> Option<&Way> {
    let ways = &contexts.ways;
    ways.iter().find(|way| way.context != Context::Test).or(ways.first())
}

pub(super) fn domain_of(way: &Way) -> Domain {
    match (way.context, way.on_loop) {
        (Context::Process | Context::Worker, OnLoop::No) => Domain::Process,
        (_, OnLoop::Yes) | (Context::Callback, _) => Domain::Loop,
        (Context::Thread, _) => Domain::Thread,
        (Context::Route, OnLoop::No) => Domain::Threads,
        (Context::Library, _) if way.by.starts_with("the import ") => Domain::Import,
        _ => Domain::Caller,
    }
}

/// Returns whether several threads may run the end of a path. A pool of more than one thread does, unless a
/// single task submits a single item to it. A thread that is started in a loop does too.
fn is_many(program: &mut Program, way: &Way) -> bool {
    let Some(Place::Span { path, span }) = &way.given else { return way.is_pool };
    let module = program.engine.module_for(Path::new(path));
    if program.is_of_single_pool(module, *span) {
        return false;
    }
    let is_repeated = program.is_repeated(module, *span);
    if is_repeated || !way.is_pool {
        return is_repeated;
    }
    let giver = program.body_around(module, *span);
    giver.is_none_or(|giver| {
        let is_once = is_once(&program.body(giver).name) || program.is_construction(giver);
        !is_once && !program.has_one_task(giver)
    })
}

/// Returns whether a method in the class hierarchy of a function passes it on.
fn is_handed_by_own_class(program: &mut Program, entry: BodyRef, way: &Way) -> bool {
    let Some(Place::Span { path, span }) = &way.given else { return false };
    let module = program.engine.module_for(Path::new(path));
    let giver = program.body_around(module, *span).and_then(|giver| program.class_of(giver));
    let own = program.class_of(entry);
    giver.zip(own).is_some_and(|(giver, own)| program.family(own).contains(&giver))
}

/// Formats a path: `threading.Thread > Poller.run > Poller.read`.
fn chain(way: &Way) -> String {
    let mut parts = vec![way.by.clone()];
    parts.extend(way.hops.iter().map(|hop| match hop.caller.is_empty() {
        true => "the module".to_owned(),
        false => hop.caller.clone(),
    }));
    parts.join(" > ")
}
