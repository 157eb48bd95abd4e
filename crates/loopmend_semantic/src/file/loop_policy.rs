//! Calls that get or set the event loop policy.

use loopmend_index::calls::called_name;
use loopmend_index::summary::CallSite;
use loopmend_paths::Origins;
use loopmend_project::PythonVersion;

use super::{Call, File, call_of};

/// A call that gets or sets the event loop policy.
#[derive(Clone, Debug)]
pub struct PolicyCall {
    /// The call.
    pub call: Call,
    /// The documented name of the callee.
    pub name: &'static str,
    /// What replaces the policy that the call sets, in Markdown, if the policy is known.
    pub instead: Option<&'static str>,
}

/// The last name, the definition, and the documented name
/// (docs.python.org/3/library/asyncio-policy.html#getting-and-setting-the-policy).
const OF_POLICY: [(&str, &str, &str); 2] = [
    ("get_event_loop_policy", "asyncio.events.get_event_loop_policy", "asyncio.get_event_loop_policy"),
    ("set_event_loop_policy", "asyncio.events.set_event_loop_policy", "asyncio.set_event_loop_policy"),
];

/// Returns whether a function gets or sets the policy, or a class is one.
pub(super) fn is_of_policy(name: &str) -> bool {
    OF_POLICY.iter().any(|(_, _, documented)| *documented == name) || name.ends_with("EventLoopPolicy")
}

/// The first Python version in which `asyncio.run` accepts a `loop_factory`.
const WITH_LOOP_FACTORY: PythonVersion = PythonVersion { major: 3, minor: 12 };

/// The first Python version that warns of policies (docs.python.org/3/whatsnew/3.14.html#id7).
const FIRST_THAT_WARNS: PythonVersion = PythonVersion { major: 3, minor: 14 };

impl File<'_> {
    /// Returns the calls that get or set the event loop policy, in source order. Skips files
    /// that check the Python version. Also skips projects that support a Python version without the
    /// replacement for policies, or none that warns of them.
    pub fn policy_calls(&mut self) -> Vec<PolicyCall> {
        let summary = self.summary();
        let is_left = OF_POLICY.iter().all(|(called, ..)| summary.names.find(called).is_none())
            || self.engine().project().python_version() < WITH_LOOP_FACTORY
            || !self.may_run_on(FIRST_THAT_WARNS)
            || self.text().contains("version_info");
        if is_left {
            return Vec::new();
        }
        let module = self.module();
        let mut found = Vec::new();
        for site in &summary.calls {
            let called = called_name(summary, site);
            let Some(known) = OF_POLICY.iter().find(|known| called == Some(known.0)) else { continue };
            let inference = self.inference_mut();
            let functions = inference.called_functions(module, site);
            let is_it = matches!(*functions, [function] if function.module != module && inference.path_of_function(function) == known.1);
            if is_it && !site.expects_exception {
                let instead = self.instead_of_policy(site);
                found.push(PolicyCall { call: call_of(summary, site), name: known.2, instead });
            }
        }
        if !found.is_empty() && self.is_dead_module() {
            found.clear();
        }
        found
    }
    /// Returns what replaces the policy that a call creates as its first argument.
    fn instead_of_policy(&self, site: &CallSite) -> Option<&'static str> {
        let summary = self.summary();
        let policy = summary.call(summary.arguments_of(site.expression)?.first()?.value)?;
        let known = Origins::new(self.engine()).documented(self.module(), site.scope, policy.callee)?;
        Some(known.entry()?.deprecated?.instead)
    }
}
