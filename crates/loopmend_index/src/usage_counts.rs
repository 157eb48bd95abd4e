//! Counts of awaited and not awaited calls of a method: by the receiver's name, by its origin, and by method; and of all methods of a
//! receiver.

use loopmend_catalog::Words;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use crate::receiver_origin::{ReceiverOrigin, receiver_origin};
use crate::summary::{CallSite, Expression, ExpressionId, Summary, Usage};

/// A hash of the last name of a receiver and the name of a method.
pub type UsageKey = u64;

/// Counts of how the calls with one key are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsageCounts {
    /// Calls that are awaited directly.
    pub awaited: u32,
    /// Calls that are neither awaited nor passed to something that may await them.
    pub not_awaited: u32,
}

impl std::ops::AddAssign for UsageCounts {
    fn add_assign(&mut self, other: Self) {
        self.awaited += other.awaited;
        self.not_awaited += other.not_awaited;
    }
}

impl UsageCounts {
    /// Counts one call.
    pub fn add(&mut self, usage: Usage) {
        match usage {
            Usage::AwaitedAndDropped | Usage::Awaited => self.awaited += 1,
            Usage::Argument | Usage::Returned => {}
            Usage::Dropped | Usage::Assigned | Usage::Used | Usage::Entered | Usage::Other => {
                self.not_awaited += 1;
            }
        }
    }

    /// Returns the counts without one call, which may not be included.
    pub fn without(self, usage: Usage) -> Self {
        let mut one = Self::default();
        one.add(usage);
        Self {
            awaited: self.awaited.saturating_sub(one.awaited),
            not_awaited: self.not_awaited.saturating_sub(one.not_awaited),
        }
    }

    /// Returns the counts without others, which may not be included.
    pub fn minus(self, others: Self) -> Self {
        Self {
            awaited: self.awaited.saturating_sub(others.awaited),
            not_awaited: self.not_awaited.saturating_sub(others.not_awaited),
        }
    }

    /// Returns the number of calls that count.
    pub fn all(self) -> u32 {
        self.awaited + self.not_awaited
    }
}

/// Returns how the calls of one module are used: by receiver and method, by the receiver's origin and method, and by receiver.
pub fn usage_of_module(summary: &Summary) -> FxHashMap<UsageKey, UsageCounts> {
    let mut usage: FxHashMap<UsageKey, UsageCounts> = FxHashMap::default();
    for site in &summary.calls {
        let of_origin =
            find_receiver_origin(summary, site).and_then(|origin| origin_key(summary, site, &origin));
        let keys = [receiver_key(summary, site.expression), usage_key(summary, site.expression), of_origin];
        for key in keys.into_iter().flatten() {
            usage.entry(key).or_default().add(site.usage);
        }
    }
    usage
}

/// Returns how the calls in the `async` functions of one module are used: by receiver and method, by the receiver's origin and method
/// if other files may have the origin too, and by method.
pub fn usage_in_async(summary: &Summary) -> FxHashMap<UsageKey, UsageCounts> {
    let mut usage: FxHashMap<UsageKey, UsageCounts> = FxHashMap::default();
    for site in summary.calls.iter().filter(|site| is_in_async(summary, site)) {
        let of_method = method_name(summary, site.expression).map(key_of_name);
        let origin = find_receiver_origin(summary, site).filter(|origin| origin.is_of_project);
        let of_origin = origin.and_then(|origin| origin_key(summary, site, &origin));
        for key in [usage_key(summary, site.expression), of_origin, of_method].into_iter().flatten() {
            usage.entry(key).or_default().add(site.usage);
        }
    }
    usage
}

fn is_in_async(summary: &Summary, site: &CallSite) -> bool {
    summary.enclosing_function(site.scope).is_some_and(|function| summary.function(function).is_async)
}

/// Returns the key of a call. It consists of the last name of the receiver without leading underscores and
/// trailing digits, whether the receiver is called, and the method. For a method of `self`, the class is
/// used.
pub fn usage_key(summary: &Summary, call: ExpressionId) -> Option<UsageKey> {
    let (value, name) = summary.method_call(call)?;
    // An item of a container is not known by the container's name.
    if matches!(summary.expression(value), Expression::Subscript { .. }) {
        return None;
    }
    let receiver = summary.last_name(value)?;
    if Words::OwnObject.has(receiver) {
        return None;
    }
    let receiver = receiver.trim_start_matches('_').trim_end_matches(|last: char| last.is_ascii_digit());
    let is_called = matches!(summary.expression(value), Expression::Call { .. });
    let mut key = SmallVec::<[u8; 64]>::new();
    for part in [receiver, if is_called { "()." } else { "." }, summary.name(name)] {
        key.extend_from_slice(part.as_bytes());
    }
    Some(xxh3_64(&key))
}

/// Returns the origin of the receiver of a call.
pub fn find_receiver_origin(summary: &Summary, site: &CallSite) -> Option<ReceiverOrigin> {
    receiver_origin(summary, site.scope, summary.method_call(site.expression)?.0)
}

/// Returns the key of a call of a method on a receiver of this origin.
pub fn origin_key(summary: &Summary, site: &CallSite, origin: &ReceiverOrigin) -> Option<UsageKey> {
    let method = method_name(summary, site.expression)?;
    Some(xxh3_64_with_seed(format!("{} {method}", origin.text).as_bytes(), 3))
}

/// Returns whether the file reads an attribute of the result of an awaited call of the same method on a receiver of the same origin:
/// `(await client.get()).status`, or `answer.status` after `answer = await client.get()`.
pub fn reads_attribute_of_result(summary: &Summary, site: &CallSite, attribute: &str) -> bool {
    let key_of = |site: &CallSite| {
        let origin = find_receiver_origin(summary, site)?;
        origin_key(summary, site, &origin)
    };
    let key = key_of(site);
    let name = method_name(summary, site.expression);
    let is_counted = |other: &&CallSite| {
        other.usage.is_awaited()
            && method_name(summary, other.expression) == name
            && key.is_some()
            && key_of(other) == key
    };
    let (mut results, mut names) = (FxHashSet::default(), FxHashSet::default());
    for other in summary.calls.iter().filter(is_counted) {
        results.insert(other.expression);
        for entry in &summary.scope(other.scope).entries {
            let is_result = |value| matches!(summary.expression(value), Expression::Await(call) if call == other.expression);
            if summary.bindings_in(*entry).iter().any(|binding| binding.kind.value().is_some_and(is_result)) {
                names.insert(entry.name);
            }
        }
    }
    summary.expressions.iter().any(|expression| match *expression {
        Expression::Attribute { value, name } if summary.name(name) == attribute => {
            match summary.expression(value) {
                Expression::Await(call) => results.contains(&call),
                Expression::Name(name) => names.contains(&name),
                _ => false,
            }
        }
        _ => false,
    })
}

/// Returns the name of the method that is called.
pub fn method_name(summary: &Summary, call: ExpressionId) -> Option<&str> {
    let (_, name) = summary.method_call(call)?;
    Some(summary.name(name))
}

/// Returns the key of a receiver as written.
pub fn receiver_key(summary: &Summary, call: ExpressionId) -> Option<UsageKey> {
    let (value, _) = summary.method_call(call)?;
    let parts = summary.dotted_parts(value)?;
    if matches!(parts[..], [only] if Words::OwnObject.has(only)) {
        return None;
    }
    let mut key = SmallVec::<[u8; 64]>::new();
    for part in &parts {
        key.extend_from_slice(part.as_bytes());
        key.push(b'.');
    }
    Some(xxh3_64_with_seed(&key, 2))
}

/// Returns the key of a method on any receiver.
pub fn key_of_name(name: &str) -> UsageKey {
    xxh3_64_with_seed(name.as_bytes(), 1)
}
