//! What runs the functions that write state.

use std::path::Path;

use loopmend_core::Place;
use rustc_hash::FxHashMap;

use super::program::{BodyRef, Program};
use crate::call_graph::{Context, Contexts, OnLoop, Way};

/// Where a function runs, as far as that tells what may run beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Domain {
    /// Any number of tasks of a loop.
    Tasks,
    /// One task of a loop.
    OneTask,
    /// A loop, between the steps of its tasks.
    Loop,
    /// A thread beside the one that started it.
    Thread,
    /// Several threads at a time.
    Threads,
    /// A process of its own.
    Process,
    /// Whoever calls it.
    Caller,
}

impl Domain {
    /// Whether it is a thread that is not the main one.
    pub(super) fn is_thread(self) -> bool {
        matches!(self, Self::Thread | Self::Threads)
    }

    fn is_loop(self) -> bool {
        matches!(self, Self::Tasks | Self::OneTask | Self::Loop)
    }

    /// Whether it may run at the same time as another, in a thread of its own.
    pub(super) fn is_beside(self, other: Self) -> bool {
        if self == Self::Process || other == Self::Process {
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
    /// From outside to the function.
    pub(super) chain: String,
    /// The way that decided for a thread.
    pub(super) thread_chain: Option<String>,
    pub(super) is_cut: bool,
}

impl Runs {
    /// Whether only loops run it.
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
    /// What runs a function that something outside enters.
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
        return Runs { domains: vec![domain], words: words.to_owned(), chain, thread_chain: None, is_cut };
    }
    let mut domains = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut thread_chain = None;
    for way in
        contexts.ways.iter().filter(|way| way.context != Context::Test && !is_through_tests(program, way))
    {
        let domain = domain_of(way);
        if domain.is_thread() && thread_chain.is_none() {
            thread_chain = Some(self::chain(way));
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
    Runs { domains, words: words.join(", "), chain, thread_chain, is_cut: contexts.is_cut }
}

/// Whether a file of tests has a part in a way.
fn is_through_tests(program: &Program, way: &Way) -> bool {
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

fn domain_of(way: &Way) -> Domain {
    match (way.context, way.on_loop) {
        (Context::Process | Context::Worker, OnLoop::No) => Domain::Process,
        (_, OnLoop::Yes) | (Context::Callback, _) => Domain::Loop,
        (Context::Thread, _) => Domain::Thread,
        (Context::Route, OnLoop::No) => Domain::Threads,
        _ => Domain::Caller,
    }
}

/// `threading.Thread > Poller.run > Poller.read`.
fn chain(way: &Way) -> String {
    let mut parts = vec![way.by.clone()];
    parts.extend(way.hops.iter().map(|hop| match hop.caller.is_empty() {
        true => "the module".to_owned(),
        false => hop.caller.clone(),
    }));
    parts.join(" > ")
}
