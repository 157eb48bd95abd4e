//! The tests of a run with what is known of each, and the event loops that they ran on.

use std::collections::BTreeMap;

use loopmend_core::{Scope, TestFacts, TestLoop};

/// A test that began.
#[derive(Clone, Debug, PartialEq)]
pub struct TestRecord {
    /// Its node id.
    pub test: String,
    /// The process that ran it: `main`, or a worker of pytest-xdist.
    pub worker: String,
    /// When it began, in seconds since the session did.
    pub started: Option<f64>,
    /// What is known of it. Of one that did not end that is how long it ran, where its process shows that.
    pub facts: TestFacts,
}

impl TestRecord {
    /// The loops that ran while it was called, as far as that is known.
    pub fn loops(&self) -> &[TestLoop] {
        self.facts.loops.as_deref().unwrap_or_default()
    }
}

/// A process of the session.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessRecord {
    /// `main`, or the name of a worker of pytest-xdist.
    pub worker: String,
    /// When it began, in seconds since 1970.
    pub began: f64,
    /// The most memory that it had, in bytes, if that was measured.
    pub peak: Option<u64>,
}

/// An event loop that tests ran on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoopRecord {
    /// What no other loop of the session is called.
    pub id: String,
    /// Its class.
    pub class: String,
    /// How long it lives: the scope of what made it, or the narrowest one that holds all its tests.
    pub scope: Scope,
    /// How many tests it ran in.
    pub tests: usize,
}

/// The loops of some tests, in the order in which they first ran.
pub fn loops(tests: &[TestRecord]) -> Vec<LoopRecord> {
    let mut loops: Vec<LoopRecord> = Vec::new();
    let mut first: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for record in tests {
        for TestLoop { id, class, scope } in record.loops() {
            let (at, test) = *first.entry(id).or_insert((loops.len(), &record.test));
            if at == loops.len() {
                loops.push(LoopRecord { id: id.clone(), class: class.clone(), scope: *scope, tests: 0 });
            }
            loops[at].tests += 1;
            loops[at].scope = loops[at].scope.max(scope_of_both(test, &record.test));
        }
    }
    loops
}

/// The narrowest scope that two tests share.
fn scope_of_both(one: &str, other: &str) -> Scope {
    let (one_within, other_within) = (holder(one), holder(other));
    let (one_file, other_file) = (file(one), file(other));
    if one == other {
        Scope::Function
    } else if one_within == other_within && one_within != one_file {
        Scope::Class
    } else if one_file == other_file {
        Scope::Module
    } else if directory(one_file) == directory(other_file) {
        Scope::Package
    } else {
        Scope::Session
    }
}

/// What a test is defined in: its class, else its file. Parameters may hold any text.
fn holder(test: &str) -> &str {
    let named = test.split_once('[').map_or(test, |(name, _)| name);
    named.rsplit_once("::").map_or(named, |(holder, _)| holder)
}

fn file(test: &str) -> &str {
    test.split_once("::").map_or(test, |(file, _)| file)
}

fn directory(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(directory, _)| directory)
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Scope, TestFacts, TestLoop};

    use super::{LoopRecord, TestRecord, loops, scope_of_both};

    #[test]
    fn two_tests_share_a_scope() {
        let scopes = [
            ("a/t.py::x", "a/t.py::x", Scope::Function),
            ("a/t.py::C::x[p::q]", "a/t.py::C::y", Scope::Class),
            ("a/t.py::x[p::q]", "a/t.py::y[p::r]", Scope::Module),
            ("a/t.py::C::x", "a/t.py::x", Scope::Module),
            ("a/t.py::x", "a/u.py::x", Scope::Package),
            ("t.py::x", "a/u.py::x", Scope::Session),
        ];
        for (one, other, scope) in scopes {
            assert_eq!(scope_of_both(one, other), scope, "{one} {other}");
        }
    }

    #[test]
    fn a_loop_lives_as_long_as_its_tests_use_it() {
        let run = |test: &str, id: &str, scope| {
            let of_test = TestLoop { id: id.to_owned(), class: "Loop".to_owned(), scope };
            let facts = TestFacts { loops: Some(vec![of_test]), ..TestFacts::default() };
            TestRecord { test: test.to_owned(), worker: "main".to_owned(), started: None, facts }
        };
        let found = loops(&[
            run("t.py::x", "main:1", Scope::Function),
            run("t.py::y", "main:2", Scope::Session),
            run("t.py::z", "main:1", Scope::Function),
        ]);
        let expected =
            |id: &str, scope, tests| LoopRecord { id: id.to_owned(), class: "Loop".to_owned(), scope, tests };
        assert_eq!(found, [expected("main:1", Scope::Module, 2), expected("main:2", Scope::Session, 1)]);
    }
}
