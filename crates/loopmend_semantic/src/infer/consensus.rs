//! What types cannot tell: how the other calls of the same method, on receivers of the same name, are used.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::{AwaitableSource, CalleeId, Inference, Type};
use crate::engine::ModuleId;
use crate::summary::{CallSite, Expression, ExpressionId, Summary, Usage};

/// The share of the other calls in the project that must be awaited, in percent.
const LEAST_SHARE: u32 = 95;
/// So few other calls in the project tell nothing.
const FEWEST_OTHERS: u32 = 2;

/// Methods that are plain beside others that are awaited: those of `asyncio`'s primitives, streams, transports,
/// processes and tasks (docs.python.org/3/library/asyncio-api-index.html). What else is awaited on a receiver tells
/// nothing of them.
const PLAIN_BESIDE_ASYNC: [&str; 24] = [
    "add_done_callback",
    "cancel",
    "clear",
    "close",
    "done",
    "empty",
    "exception",
    "full",
    "get_nowait",
    "is_closing",
    "is_set",
    "kill",
    "locked",
    "notify",
    "notify_all",
    "put_nowait",
    "release",
    "result",
    "send_signal",
    "set",
    "task_done",
    "terminate",
    "write",
    "writelines",
];

/// So few other calls on a receiver tell nothing of one that is no call of the same method.
const FEWEST_ON_RECEIVER: u32 = 4;

/// A hash of the last name of a receiver, and of a method.
pub type UsageKey = u64;

/// How the calls of one key are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsageCounts {
    /// Awaited where they stand.
    pub awaited: u32,
    /// Neither awaited nor given to something that may await it.
    pub not_awaited: u32,
}

impl std::ops::AddAssign for UsageCounts {
    fn add_assign(&mut self, other: Self) {
        self.awaited += other.awaited;
        self.not_awaited += other.not_awaited;
    }
}

impl UsageCounts {
    fn add(&mut self, usage: Usage) {
        match usage {
            Usage::AwaitedAndDropped | Usage::Awaited => self.awaited += 1,
            Usage::Argument | Usage::Returned => {}
            Usage::Dropped | Usage::Assigned | Usage::Used | Usage::Entered | Usage::Other => {
                self.not_awaited += 1;
            }
        }
    }

    /// Without one of the calls, which may not be counted here.
    fn without(self, usage: Usage) -> Self {
        let mut one = Self::default();
        one.add(usage);
        Self {
            awaited: self.awaited.saturating_sub(one.awaited),
            not_awaited: self.not_awaited.saturating_sub(one.not_awaited),
        }
    }

    fn all(self) -> u32 {
        self.awaited + self.not_awaited
    }
}

/// How the calls of one module are used, by receiver and method, and by receiver.
pub(crate) fn usage_of_module(summary: &Summary) -> FxHashMap<UsageKey, UsageCounts> {
    let mut usage: FxHashMap<UsageKey, UsageCounts> = FxHashMap::default();
    for site in &summary.calls {
        let keys = [receiver_key(summary, site.expression), usage_key(summary, site.expression)];
        for key in keys.into_iter().flatten() {
            usage.entry(key).or_default().add(site.usage);
        }
    }
    usage
}

/// How the calls in the `async` functions of one module are used, by receiver and method, and by method.
pub(crate) fn usage_in_async(summary: &Summary) -> FxHashMap<UsageKey, UsageCounts> {
    let mut usage: FxHashMap<UsageKey, UsageCounts> = FxHashMap::default();
    for site in summary.calls.iter().filter(|site| is_in_async(summary, site)) {
        let of_method = method_name(summary, site.expression).map(key_of_name);
        for key in [usage_key(summary, site.expression), of_method].into_iter().flatten() {
            usage.entry(key).or_default().add(site.usage);
        }
    }
    usage
}

fn is_in_async(summary: &Summary, site: &CallSite) -> bool {
    summary.enclosing_function(site.scope).is_some_and(|function| summary.function(function).is_async)
}

/// The last name of the receiver, without leading underscores and trailing digits, and the method. A method of
/// `self` is known by its class.
fn usage_key(summary: &Summary, call: ExpressionId) -> Option<UsageKey> {
    let (value, name) = summary.method_call(call)?;
    // An item of a container is not known by the container's name.
    if matches!(summary.expression(value), Expression::Subscript { .. }) {
        return None;
    }
    let receiver = summary.last_name(value)?;
    if matches!(receiver, "self" | "cls") {
        return None;
    }
    let receiver = receiver.trim_start_matches('_').trim_end_matches(|last: char| last.is_ascii_digit());
    let mut key = SmallVec::<[u8; 64]>::new();
    for part in [receiver, ".", summary.name(name)] {
        key.extend_from_slice(part.as_bytes());
    }
    Some(xxh3_64(&key))
}

/// Whether a method says of itself that it is not asynchronous: `save_sync`, `_sync_all`.
fn says_sync(method: &str) -> bool {
    method.split('_').any(|word| word == "sync")
}

fn method_name(summary: &Summary, call: ExpressionId) -> Option<&str> {
    let (_, name) = summary.method_call(call)?;
    Some(summary.name(name))
}

/// The key of a receiver as it is written.
fn receiver_key(summary: &Summary, call: ExpressionId) -> Option<UsageKey> {
    let (value, _) = summary.method_call(call)?;
    let parts = summary.dotted_parts(value)?;
    if matches!(parts[..], ["self" | "cls"]) {
        return None;
    }
    let mut key = SmallVec::<[u8; 64]>::new();
    for part in &parts {
        key.extend_from_slice(part.as_bytes());
        key.push(b'.');
    }
    Some(xxh3_64_with_seed(&key, 2))
}

/// The key of a method on any receiver.
fn key_of_name(name: &str) -> UsageKey {
    xxh3_64_with_seed(name.as_bytes(), 1)
}

impl Inference<'_> {
    /// What the other calls of the same method tell of one: all others in the file are awaited, or nearly all of
    /// those in the project's `async` functions.
    pub(crate) fn consensus(&mut self, module: ModuleId, site: &CallSite) -> Option<AwaitableSource> {
        let summary = self.engine.summary(module);
        if says_sync(summary.last_name(site.expression)?) {
            return None;
        }
        let key = usage_key(summary, site.expression)?;
        if self.gives_nothing(module, site) {
            return None;
        }
        let in_file = self.engine.usage_in(module).get(&key)?.without(site.usage);
        if in_file.awaited >= 1 && in_file.not_awaited == 0 {
            return Some(AwaitableSource::Consensus { awaited: in_file.awaited, of: in_file.all() });
        }
        if self.is_known_as_plain(module, site) {
            return None;
        }
        self.asked_usages.insert(key);
        let in_project = self.engine.usage_in_project().get(&key)?.without(site.usage);
        let is_agreed =
            in_project.all() >= FEWEST_OTHERS && in_project.awaited * 100 >= LEAST_SHARE * in_project.all();
        if is_agreed {
            return Some(AwaitableSource::Consensus { awaited: in_project.awaited, of: in_project.all() });
        }
        if self.takes_function(module, site) {
            return None;
        }
        self.consensus_on_receiver(module, site).or_else(|| self.consensus_on_name(summary, site))
    }

    /// Whether what is called is known, and is no `async def`: then only the calls in the same file tell of it.
    fn is_known_as_plain(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.called(module, site).into_iter().any(|part| match part {
            Type::Function(callee) => !self.is_async(self.function_of(callee)),
            _ => false,
        })
    }

    /// Whether what is called is a plain `def` with an empty body that no subclass replaces.
    fn gives_nothing(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.called(module, site).into_iter().any(|part| match part {
            Type::Function(callee) => self.is_empty_function(callee),
            _ => false,
        })
    }

    fn is_empty_function(&mut self, callee: CalleeId) -> bool {
        let function = self.function_of(callee);
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let is_empty = definition.is_placeholder
            && definition.falls_through
            && !definition.is_async
            && definition.decorators.len == 0
            && !self.is_stub(function);
        let Some(class) = self.class_of(function).filter(|_| is_empty) else { return is_empty };
        let is_abstract = self.inherits(class, "typing", "Protocol") || self.inherits(class, "abc", "ABC");
        !is_abstract && !self.is_replaced_in_subclass(class, summary.name(definition.name))
    }

    /// Whether a call is given a function: what registers a callback is seldom asynchronous itself.
    fn takes_function(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let summary = self.engine.summary(module);
        summary.arguments_of(site.expression).unwrap_or_default().iter().any(|argument| {
            let value = self.expression(module, site.scope, argument.value);
            self.parts(value).iter().any(|part| matches!(part, Type::Function(_)))
        })
    }

    /// What the calls of other methods on the same receiver tell: all others in the file are awaited.
    fn consensus_on_receiver(&mut self, module: ModuleId, site: &CallSite) -> Option<AwaitableSource> {
        let summary = self.engine.summary(module);
        if PLAIN_BESIDE_ASYNC.contains(&method_name(summary, site.expression)?) {
            return None;
        }
        let key = receiver_key(summary, site.expression)?;
        let on_receiver = self.engine.usage_in(module).get(&key)?.without(site.usage);
        let is_agreed = on_receiver.awaited >= FEWEST_ON_RECEIVER && on_receiver.not_awaited == 0;
        is_agreed
            .then_some(AwaitableSource::Consensus { awaited: on_receiver.awaited, of: on_receiver.all() })
    }

    /// What the calls of the same method on any receiver tell: all others in the project's `async` functions are
    /// awaited, and no class of the project has it as a plain `def`.
    fn consensus_on_name(&mut self, summary: &Summary, site: &CallSite) -> Option<AwaitableSource> {
        let name = summary.last_name(site.expression)?;
        self.asked_usages.insert(key_of_name(name));
        let by_name = self.engine.usage_in_project().get(&key_of_name(name))?.without(site.usage);
        let is_agreed = by_name.awaited >= FEWEST_OTHERS && by_name.not_awaited == 0;
        (is_agreed && !self.may_be_sync_method(name))
            .then_some(AwaitableSource::Consensus { awaited: by_name.awaited, of: by_name.all() })
    }
}
